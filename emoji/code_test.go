package emoji_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

func TestEM2CodeNamesTheImage(t *testing.T) {
	for _, c := range []struct{ s, code string }{
		{"🥰", "1f970"},
		{"👨‍👩", "1f468-200d-1f469"},
		{heart, "2764"}, // without U+FE0F
		{"🏳️‍🌈", "1f3f3-200d-1f308"},
		{"#️⃣", "23-20e3"}, // without leading zeros
		{"©️", "a9"},
		{"🇧🇷", "1f1e7-1f1f7"},
		{"👍🏽", "1f44d-1f3fd"},
		{"🇽🇽", "1f1fd-1f1fd"},
	} {
		e := emoji.MustParse(c.s)
		if got := e.Code(); got != c.code {
			t.Errorf("%s has the code %s, want %s", c.s, got, c.code)
		}
		if got := string(e.AppendCode([]byte("x"))); got != "x"+c.code {
			t.Errorf("AppendCode gives %s", got)
		}
		if got := e.FileName(); got != c.code+".png" {
			t.Errorf("%s has the image %s", c.s, got)
		}
		for _, name := range []string{c.code + ".png", strings.ToUpper(c.code) + ".PNG"} {
			if got, err := emoji.ParseFileName(name); err != nil || got != e.Qualified() {
				t.Errorf("%s is the image of %v, %v", name, got, err)
			}
		}
	}
}

func TestParseCode(t *testing.T) {
	for code, want := range map[string]string{
		"1F970": "🥰", "01f970": "🥰", "2764": heart, "2764-fe0f": heart, "0023-fe0f-20e3": "#️⃣", "a9": "©️", "00a9": "©️",
		"1f468-200d-2764-200d-1f468": "👨‍❤️‍👨", "1f44d-fe0f": "👍",
	} {
		if e, err := emoji.ParseCode(code); err != nil || e.String() != want {
			t.Errorf("%s is %+q, %v, want %+q", code, e, err, want)
		}
	}
	for _, c := range []struct {
		code string
		want decorum.Code
		span decorum.Span
	}{
		{"", decorum.Required, decorum.Span{}},
		{"smile", decorum.Malformed, decorum.Span{Start: 0, End: 1}},
		{"1f97g", decorum.Malformed, decorum.Span{Start: 4, End: 5}},
		{"U+1F970", decorum.Malformed, decorum.Span{Start: 0, End: 1}},
		{"1f468--1f469", decorum.Malformed, decorum.Span{Start: 6, End: 6}},
		{"-1f468", decorum.Malformed, decorum.Span{}},
		{"1f468-", decorum.Malformed, decorum.Span{Start: 6, End: 6}},
		{"001f970", decorum.Malformed, decorum.Span{Start: 6, End: 7}},
		{"110000", decorum.Malformed, decorum.Span{Start: 0, End: 6}},
		{"1f970-d800", decorum.Malformed, decorum.Span{Start: 6, End: 10}},
		{"31", decorum.Unknown, decorum.Span{}},
		{"1f1e7", decorum.Unknown, decorum.Span{}},
		{"200d", decorum.Unknown, decorum.Span{}},
		{"fe0f", decorum.Unknown, decorum.Span{}},
		{"2764-fe0e", decorum.Unknown, decorum.Span{}},
		{"1f600-1f600", decorum.Unknown, decorum.Span{}},
		{"face", decorum.Unknown, decorum.Span{}},
	} {
		e, err := emoji.ParseCode(c.code)
		want := decorum.Violations{{
			Code: c.want, Severity: decorum.SeverityError, Span: c.span, Want: "the code of one emoji, such as 1f970",
		}}
		if diff := cmp.Diff(want, violations(err)); diff != "" || !e.IsZero() {
			t.Errorf("ParseCode(%q) = %v (-want +got):\n%s", c.code, e, diff)
		}
	}
}

func TestParseFileName(t *testing.T) {
	for _, c := range []struct {
		name string
		want decorum.Code
		span decorum.Span
	}{
		{"", decorum.Malformed, decorum.Span{}},
		{"1f970", decorum.Malformed, decorum.Span{Start: 1, End: 5}},
		{"1f970.gif", decorum.Malformed, decorum.Span{Start: 5, End: 9}},
		{"png", decorum.Malformed, decorum.Span{Start: 0, End: 3}},
		{".png", decorum.Required, decorum.Span{}},
		{"../1f970.png", decorum.Malformed, decorum.Span{Start: 0, End: 1}},
	} {
		_, err := emoji.ParseFileName(c.name)
		got := violations(err)
		if len(got) != 1 || got[0].Code != c.want || got[0].Span != c.span {
			t.Errorf("%q: got %+v, want %s at %v", c.name, got, c.want, c.span)
		}
	}
}

// TestEveryCode holds that no two emojis of the set share a code, whatever their
// U+FE0F, and that each comes back from its code and its file name.
func TestEveryCode(t *testing.T) {
	seen := map[string]bool{}
	for _, entry := range emoji.RGI().All() {
		e := entry.Emoji
		if seen[e.Code()] || entry.Code != e.Code() || strings.Contains(e.Code(), "fe0f") {
			t.Errorf("%v has the code %s", e, e.Code())
		}
		seen[e.Code()] = true
		if got, err := emoji.ParseFileName(e.FileName()); err != nil || got != e {
			t.Errorf("%s is the image of %v, %v, want %v", e.FileName(), got, err, e)
		}
	}
}
