package oracle_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/link"
)

// linkPieces are what hostile and harmless texts with links are made of.
var linkPieces = []string{
	"a", "B", "ü", "Ж", "字", "한", "あ", "ⴰ", "1", "com", "рф", "中国", "museum", "xn--p1ai", "www.", "example.com", "localhost",
	".", "..", "。", "．", "\uff61", ":", "://", "http://", "HTTPS://", "ftp://", "mailto:", "/", "?", "#", "=", "&", "%", "%41", "%C3%A4",
	"@", "-", "_", "+", "!", ",", ";", "'", "\"", "(", ")", "[", "]", "<", ">", "«", "»", "「", "」", "\\", "|", "*", "~", ":80", ":0", ":65536",
	"[::1]", "192.0.2.1", "0x7f.1", "\u200b", "\u200c", "\u200d", "\u202e", "\u2066", "\u0308", "\ufe0f", "👍🏽", "☃", "\xff", "\xe3\x80", "\xef\xbc",
}

func linkText(t *rapid.T, name string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(linkPieces), 0, 40).Draw(t, name), "")
}

type foundLink struct {
	At        decorum.Span
	Kind, URL string
}

func findLinks(s string, shift int) []foundLink {
	var found []foundLink
	for at, l := range link.Find(s) {
		found = append(found, foundLink{at.Shift(shift), l.Kind().String(), l.URL()})
	}
	return found
}

// What stands on one side of a space is no matter of the other side: the links
// of a text are those of its words. It holds wherever a word begins, so that
// what looks at many bytes at once is tested at every offset.
func TestLinksOfATextAreThoseOfItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, word := linkText(t, "before"), linkText(t, "word")
		space := rapid.SampledFrom([]string{" ", "\n", "\t", "\u3000", "\u00a0"}).Draw(t, "space")
		want := append(findLinks(before, 0), findLinks(word, len(before)+len(space))...)
		got := findLinks(before+space+word, 0)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%+q, %+q (-want +got):\n%s", before, word, diff)
		}
	})
}

// The links of what is left of a text after a link are those found after it.
func TestLinksAreInOrderAndMayBeOpened(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := linkText(t, "text")
		end := 0
		for at, l := range link.Find(s) {
			if at.Start < end || at.End <= at.Start || l.Text() != s[at.Start:at.End] {
				t.Fatalf("%+q: %v after %d", s, at, end)
			}
			end = at.End
			if !l.Openable() || strings.Contains(l.Host(), "%") {
				continue // or its host is left to the opener to map
			}
			again, err := link.Parse(l.URL())
			if err != nil || again.URL() != l.URL() {
				t.Fatalf("%+q: %q: %v, %q", s, l.URL(), err, again.URL())
			}
			readable := l.Readable()
			found := findLinks(" "+readable+" ", -1)
			if len(found) != 1 || found[0].At != (decorum.Span{Start: 0, End: len(readable)}) {
				t.Fatalf("%+q: %+q is not found again: %v", s, readable, found)
			}
		}
	})
}
