package template

import (
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

// checkHeader looks at the header of a definition or of a message.
func checkHeader(r *report, at *decorum.Path, l *Limits, h Header) {
	switch h := h.(type) {
	case nil:
	case TextHeader:
		text := at.Key("text")
		if r.valid(&text, h.Text) && r.visible(&text, h.Text) {
			r.long(&text, l.HeaderText, h.Text)
		}
	case MediaHeader:
		checkMedia(r, at, h)
	case LocationHeader:
		if l.GuideOnly {
			r.wrong(at, decorum.Unsupported, decorum.Span{}, "text, image, video, document")
		}
	default:
		kind := at.Key("type")
		r.wrong(&kind, decorum.Unknown, decorum.Span{}, "text, image, video, document, location")
	}
}

// checkMedia looks at a file that is named by an id or a link.
func checkMedia(r *report, at *decorum.Path, m MediaHeader) {
	switch m.Kind {
	case attachment.Image, attachment.Video, attachment.Document:
	default:
		kind := at.Key("type")
		r.wrong(&kind, decorum.Unsupported, decorum.Span{}, "image, video, document")
	}
	id := at.Key("id")
	r.valid(&id, m.ID)
	link := at.Key("link")
	if r.valid(&link, m.Link) && m.Link != "" {
		if m.ID != "" {
			r.wrong(&link, decorum.Conflict, decorum.Span{}, "an id or a link")
		}
		checkLink(r, &link, m.Link)
	}
	name := at.Key("name")
	r.valid(&name, m.Name)
}

// checkLink looks at a web address: http or https with a host, and nothing that
// does not stand in an address or is not seen there. Which host it is, is not
// judged.
func checkLink(r *report, at *decorum.Path, s string) {
	host, scheme := hostOf(s)
	switch {
	case scheme == 0:
		r.wrong(at, decorum.Unsupported, decorum.Span{}, "https://, http://")
	case nameOf(host) == "":
		r.wrong(at, decorum.Malformed, decorum.Span{}, "a host")
	}
	if span, bad := foreign(s, 0); bad {
		r.wrong(at, decorum.ForbiddenCharacter, span, "percent-encoding")
	}
}

// hostOf returns the host of a web address, with the port and whatever stands
// before an "@", and the length of its scheme with "://"; 0 for another scheme.
func hostOf(s string) (host string, scheme int) {
	switch {
	case len(s) >= 8 && strings.EqualFold(s[:8], "https://"):
		scheme = 8
	case len(s) >= 7 && strings.EqualFold(s[:7], "http://"):
		scheme = 7
	default:
		return "", 0
	}
	host = s[scheme:]
	if end := strings.IndexAny(host, "/?#\\"); end >= 0 {
		host = host[:end]
	}
	return host, scheme
}

// nameOf returns a host without its port and whatever stands before an "@".
func nameOf(host string) string {
	name, _, _ := strings.Cut(host[strings.LastIndexByte(host, '@')+1:], ":")
	return name
}

// foreign returns the first stretch at or after from of characters that an
// address must write percent-encoded: controls, spaces, quotes, angle brackets,
// backslashes, "^", "`", "|", braces but those of placeholders, and what is
// invisible, such as a mark that turns the direction of text, but for the joiners
// and selectors that belong to letters and emojis.
func foreign(s string, from int) (decorum.Span, bool) {
	for i := from; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			c, size := utf8.DecodeRuneInString(s[i:])
			if !joins(c) && !decorum.HasVisible(s[i:i+size]) {
				return decorum.Span{Start: i, End: i + size}, true
			}
			i += size - 1
			continue
		}
		if !alien(s[i]) {
			continue
		}
		if s[i] == '{' {
			if t, ok := nextToken(s, i); ok && t.Span.Start == i && !t.ill {
				i = t.Span.End - 1
				continue
			}
		}
		end := i + 1
		for end < len(s) && alien(s[end]) && s[end] != '{' {
			end++
		}
		return decorum.Span{Start: i, End: end}, true
	}
	return decorum.Span{}, false
}

// joins reports whether c is U+200C, U+200D, a variation selector or a tag.
func joins(c rune) bool {
	return c == 0x200C || c == 0x200D || 0xFE00 <= c && c <= 0xFE0F ||
		0xE0020 <= c && c <= 0xE007F || 0xE0100 <= c && c <= 0xE01EF
}

func alien(c byte) bool {
	return c <= ' ' || c == 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0
}
