package template

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// shorteners are hosts of short links, and those that lead back to WhatsApp.
// Meta refuses both in buttons, and publishes no list.
var shorteners = [...]string{
	"api.whatsapp.com", "bit.do", "bit.ly", "bl.ink", "buff.ly", "chat.whatsapp.com", "cutt.ly", "dub.sh", "goo.gl", "is.gd", "j.mp",
	"lnkd.in", "ow.ly", "qrco.de", "rb.gy", "rebrand.ly", "s.id", "short.io", "shorturl.at", "t.co", "t.ly",
	"tiny.cc", "tinyurl.com", "trib.al", "urlz.fr", "v.gd", "wa.link", "wa.me", "whatsapp.com",
}

// lintButton looks at one button as Meta's reviewers do.
func lintButton(r *report, at *decorum.Path, b Button) {
	_, text := label(b)
	place := at.Key("text")
	lintEmoji(r, &place, text)
	switch b := b.(type) {
	case PhoneButton:
		number := at.Key("number")
		digits := b.Number
		if !strings.HasPrefix(digits, "+") {
			digits = "+" + digits
		}
		if n, err := phone.Parse(digits); b.Number != "" && (err != nil || !n.IsValid()) {
			r.warn(&number, decorum.NotInPlan, decorum.Span{}, "")
		}
	case URLButton:
		url := at.Key("url")
		lintURL(r, &url, b.URL)
	}
}

func lintURL(r *report, at *decorum.Path, url string) {
	if found := lintPlaceholders(r, at, url); found > 1 {
		r.count(at, decorum.TooMany, decorum.SeverityError, 1, found)
	}
	host, scheme := hostOf(url)
	for p, ok := nextPlaceholder(url, 0); ok; p, ok = nextPlaceholder(url, p.Span.End) {
		_, more := nextPlaceholder(url, p.Span.End)
		switch {
		case !more && p.Span.End != len(url):
			r.wrong(at, decorum.OutOfOrder, p.Span, "at the end")
		case p.Span.Start < scheme+len(host):
			r.warn(at, decorum.Unsafe, p.Span, "a fixed host")
		}
	}
	if scheme == len("http://") {
		r.warn(at, decorum.Insecure, decorum.Span{Start: 0, End: scheme}, "https://")
	}
	if isShortener(host) {
		r.wrong(at, decorum.Unsupported, decorum.Span{Start: scheme, End: scheme + len(host)}, "the full address")
	}
}

// isShortener reports whether the host, with whatever stands around it, makes
// short links or leads back to WhatsApp.
func isShortener(host string) bool {
	host = nameOf(host)
	if len(host) > 253 {
		return false
	}
	host = strings.TrimPrefix(strings.TrimSuffix(lower(host), "."), "www.")
	for _, s := range shorteners {
		if host == s {
			return true
		}
	}
	return false
}
