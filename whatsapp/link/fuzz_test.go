package link_test

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/link"
)

var seeds = []string{
	"", "a", "See https://example.com/a_(b)?c=d#e, www.example.com: ok.",
	"a@b.com mailto:ü@bücher.de http://a:b@c.com/", "普遍。中国 ПРЕЗИДЕНТ.РФ/ü BÜCHER.com",
	"http://[::1]:80/ http://192.0.2.1 http://0x7f.1", "\u202ehttps://example.com/\u202e \u2066a.com\u2069",
	"http://http://a.b ftp://a.com a.com..b.com _a.com_ a.com:99999", "https://аррӏе.com/%E2%80%AE%22%2e",
	"xn--80ak6aa92e.com xn--a.com", "\xffa.com\xff https://a\xff.com", "https://example.com/((([[{<«(a/b)", "ｇo｡com ３.com",
	"https://example.com/#:~:text=(a)%", "john.info@example.com john.com+tag@example.com", "bu\u0308cher.de İ.com ẞ.de ς.gr",
}

func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for at, l := range link.Find(s) {
			if at.Start < end || at.End <= at.Start || at.End > len(s) {
				t.Fatalf("span %v after %d", at, end)
			}
			end = at.End
			text := s[at.Start:at.End]
			if l.Text() != text || l.Span() != at {
				t.Fatalf("text %q, span %v", l.Text(), l.Span())
			}
			if at.Start > 0 && !boundary(s, at.Start) || at.End < len(s) && !boundary(s, at.End) || !utf8.ValidString(text) {
				t.Fatalf("%+q is cut out of %+q", text, s)
			}
			if strings.ContainsAny(text, " \t\n\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
				t.Fatalf("%+q holds a space or a control", text)
			}
			if !l.Openable() {
				if l.Kind() != link.Email || l.URL() != "" || !strings.HasSuffix(text, l.Address()) {
					t.Fatalf("%+q: kind %v", text, l.Kind())
				}
				continue
			}
			checkURL(t, l)
			// Its readable form, in a text, is found again as a whole.
			again := l.Readable()
			if strings.Contains(l.Host(), "%") {
				continue // unless its host is left to the opener to map
			}
			if got := mark("see " + again + " there"); got != "see ⸠"+again+"⸡ there" {
				t.Fatalf("%+q is read as %+q, found again as %+q", text, again, got)
			}
		}
		if got := link.Steps(s); got > 8*len(s)+4096 {
			t.Fatalf("%d steps for %d bytes", got, len(s))
		}
	})
}

// boundary reports whether a code point of s, or a byte that is none, begins at
// s[i:].
func boundary(s string, i int) bool {
	for j := range s {
		if j >= i {
			return j == i
		}
	}
	return i == len(s)
}

// checkURL checks what holds for whatever may be opened.
func checkURL(t *testing.T, l link.Link) {
	t.Helper()
	got := l.URL()
	for i := range len(got) {
		if got[i] <= ' ' || got[i] > '~' || strings.IndexByte("\"<>\\^`{|}", got[i]) >= 0 {
			t.Fatalf("%+q: URL %+q", l.Text(), got)
		}
	}
	if !strings.HasPrefix(got, "https://") && !strings.HasPrefix(got, "http://") {
		t.Fatalf("%+q: URL %q", l.Text(), got)
	}
	u, err := url.Parse(got)
	if err != nil || u.Host == "" || u.Opaque != "" {
		t.Fatalf("%+q: URL %q: %v", l.Text(), got, err)
	}
	if strings.Contains(l.Host(), "%") {
		return // left to the opener to map
	}
	if u.Hostname() != strings.Trim(l.Host(), "[]") {
		t.Fatalf("%+q: host %q, by net/url %q", l.Text(), l.Host(), u.Hostname())
	}
	again, err := link.Parse(got)
	if len(got) > link.MaxInput {
		return
	}
	if err != nil || again.URL() != got || again.Host() != l.Host() || again.Port() != l.Port() {
		t.Fatalf("%+q: URL %q, again %q: %v", l.Text(), got, again.URL(), err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add("https://" + s)
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l, err := link.Parse(s)
		vs := link.Check(s)
		if (err != nil) != vs.HasErrors() {
			t.Fatalf("Parse: %v; Check: %v", err, vs)
		}
		for _, v := range vs {
			if at, ok := v.Span.In(s); !ok || v.Span != (decorum.Span{}) && at == "" && v.Code != decorum.Required {
				t.Fatalf("%v: span %v", v, v.Span)
			}
		}
		if err != nil {
			return
		}
		checkURL(t, l)
		if l.Text() != s || !l.Openable() {
			t.Fatalf("text %q", l.Text())
		}
		// The display shows no more than the URL holds.
		if strings.ContainsAny(l.Display(), " \t\n\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") {
			t.Fatalf("display %+q", l.Display())
		}
	})
}
