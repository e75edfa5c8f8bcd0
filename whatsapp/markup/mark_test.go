package markup_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/markup"
)

func mark(start, end, id int) markup.Mark {
	return markup.Mark{Span: decorum.Span{Start: start, End: end}, ID: id}
}

// marked writes runs down, with the ID after each that is in a mark.
func marked(runs func(func(markup.Run) bool)) string {
	var parts []string
	for r := range runs {
		text := r.Text
		if r.Kind != markup.Text {
			text = r.Kind.String() + " " + text
		}
		if r.Mark != 0 {
			text = fmt.Sprintf("%s=%d", text, r.Mark)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "|")
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		reason, in string
		marks      []markup.Mark
		want       string
	}{
		{"none", "abc", nil, "abc"},
		{"in the middle", "abc", []markup.Mark{mark(1, 2, 7)}, "a|b=7|c"},
		{"all", "abc", []markup.Mark{mark(0, 3, 7)}, "abc=7"},
		{"side by side", "abcd", []markup.Mark{mark(0, 2, 1), mark(2, 3, 2)}, "ab=1|c=2|d"},
		{"negative ID", "abc", []markup.Mark{mark(1, 2, -1)}, "a|b=-1|c"},
		{"over several runs", "a *b* c", []markup.Mark{mark(1, 6, 3)}, "a| =3|marker *=3|b=3|marker *=3| =3|c"},
		{"over lines", "a\r\n- b", []markup.Mark{mark(0, 6, 3)}, "a=3|break \r\n=3|marker - =3|b=3"},
		{"the markup stays", "*a b*", []markup.Mark{mark(0, 2, 3)}, "marker *=3|a=3| b|marker *"},
		{"a value with markup", "Dear *you*!", []markup.Mark{mark(5, 10, 1)}, "Dear |marker *=1|you=1|marker *=1|!"},
		{"within a link", "https://a.com/42/x", []markup.Mark{mark(14, 16, 1)}, "link https://a.com/|link 42=1|link /x"},
		{"border within an emoji", "a👍🏽b👍🏽c", []markup.Mark{mark(3, 12, 1)}, "a|emoji 👍🏽|b=1|emoji 👍🏽=1|c"},
		{"within an emoji", "a👍🏽b", []markup.Mark{mark(3, 5, 1)}, "a|emoji 👍🏽|b"},
		{"border within a code point", "aéb你c", []markup.Mark{mark(2, 6, 1)}, "aé|b你=1|c"},
		{"within a code point", "a你c", []markup.Mark{mark(2, 3, 1)}, "a你c"},
		{"border within a sign", "12. a\r\nb", []markup.Mark{mark(2, 6, 1)}, "marker 12. |a=1|break \r\n=1|b"},
		{"not UTF-8", "a\x82\x82b", []markup.Mark{mark(2, 3, 1)}, "a\x82|\x82=1|b"},
		{"not UTF-8, cut off", "a\xe4\xbdb", []markup.Mark{mark(2, 4, 1)}, "a\xe4|\xbdb=1"},
		{"within code", "`abc`", []markup.Mark{mark(2, 3, 1)}, "marker `|a|b=1|c|marker `"},
		{"passed over: empty", "abc", []markup.Mark{mark(0, 0, 1), mark(2, 2, 1)}, "abc"},
		{"passed over: turned round", "abc", []markup.Mark{mark(2, 1, 1)}, "abc"},
		{"passed over: outside", "abc", []markup.Mark{mark(-1, 2, 1), mark(2, 4, 1), mark(9, 12, 1)}, "abc"},
		{"passed over: without ID", "abc", []markup.Mark{mark(0, 2, 0), mark(1, 2, 2)}, "a|b=2|c"},
		{"passed over: overlapping", "abcdef", []markup.Mark{mark(0, 3, 1), mark(2, 5, 2), mark(5, 6, 3)}, "abc=1|de|f=3"},
		{"passed over: out of order", "abcdef", []markup.Mark{mark(3, 4, 1), mark(0, 1, 2), mark(4, 5, 3)}, "abc|d=1|e=3|f"},
		{"nothing to mark", "", []markup.Mark{mark(0, 0, 1)}, ""},
	} {
		if got := marked(markup.Runs(c.in, c.marks...)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.reason, got, c.want)
		}
	}
}

// All parts of a link have the link.
func TestMarkDividesALink(t *testing.T) {
	n := 0
	for r := range markup.Runs("*see https://a.com/42*", mark(19, 21, 1)) {
		if r.Kind == markup.Link {
			n++
			if r.Link.URL() != "https://a.com/42" {
				t.Errorf("%q opens %q", r.Text, r.Link.URL())
			}
		}
	}
	if n != 2 {
		t.Errorf("%d runs", n)
	}
}

// The chosen option of a structured message keeps its mark through the markup.
func TestChosenOptionIsMarked(t *testing.T) {
	text := "Pick *one*\n- small\n- _large_"
	at := strings.Index(text, "_large_")
	var chosen string
	for r := range markup.Runs(text, mark(at, len(text), 2)) {
		if r.Mark == 2 && r.Kind != markup.Marker {
			chosen += r.Text + "/" + r.Style.String() + "/" + r.Block.String()
		}
	}
	if chosen != "large/italic/bullet" {
		t.Error(chosen)
	}
}

// A parameter of a header is marked, and its text is not drawn with markup.
func TestParameterOfAHeader(t *testing.T) {
	if got, want := marked(markup.Raw("Order *42* 👍", mark(6, 10, 1))), "Order |*42*=1| |emoji 👍"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
