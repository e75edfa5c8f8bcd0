package emoji_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "ok 👍🏽, 1️⃣ © 2026",
		"👨‍👩‍👧‍👦🇧🇷🇩",                          // flags next to a family, and half of one
		"❤\uFE0E❤\uFE0F❤",                     // text, emoji, default
		"☝\uFE0F🏽\uFE0F\u20E3",                // a cap where no key is
		"1\uFE0E\u20E3#\u20E3*\uFE0F\u20E3",   // keycaps of all kinds
		"🏴\U000E0067\U000E0062\U000E007F",     // tags
		"🏴\U000E0067\U000E0062\U000E0001",     // tags that do not end
		"\u200D👩\u200D\u200D👨\u200D",          // joiners that join nothing
		"\xF0\x9F\x98😀\xE2\x9D\xC2\xA9\uFE0F", // broken UTF-8 around a ©
		"ಕನ್ನಡ नमस्ते مرحبا こんにちは",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var rebuilt, rest, kept strings.Builder
		end, n := 0, 0
		for span, e := range emoji.Find(s) {
			if span.Start < end || span.End <= span.Start || span.End > len(s) {
				t.Fatalf("the span %v after %d", span, end)
			}
			if !boundary(s, span.Start) || !boundary(s, span.End) {
				t.Fatalf("the span %v is not on code point boundaries", span)
			}
			if s[span.Start:span.End] != e.String() || !utf8.ValidString(e.String()) {
				t.Fatalf("the emoji %+q is not at %v", e, span)
			}
			between := s[end:span.Start]
			if emoji.Contains(between) {
				t.Fatalf("%+q is passed over", between)
			}
			rebuilt.WriteString(between + e.String())
			rest.WriteString(between)
			kept.WriteString(between + e.Qualified().String())
			end = span.End
			n++
			checkEmoji(t, e)
		}
		rebuilt.WriteString(s[end:])
		rest.WriteString(s[end:])
		kept.WriteString(s[end:])
		if rebuilt.String() != s || emoji.Contains(s[end:]) {
			t.Fatalf("%+q is put together as %+q", s, rebuilt.String())
		}
		if emoji.Count(s) != n || emoji.Contains(s) != (n > 0) || emoji.Remove(s) != rest.String() {
			t.Fatalf("%+q: Count, Contains or Remove differ from Find", s)
		}
		single, ok := emoji.Single(s)
		if all := slices.Collect(spans(s)); ok != (len(all) == 1 && all[0].Len() == len(s)) || ok != (single.String() == s && s != "") {
			t.Fatalf("Single(%+q) = %+q, %v, Find has %v", s, single, ok, all)
		}
		if steps := emoji.Steps(s); steps > 2*len(s)+16 {
			t.Fatalf("%d steps for %d bytes", steps, len(s))
		}
		if !strings.Contains(s, ":") && emoji.Expand(emoji.Collapse(s)) != kept.String() {
			t.Fatalf("%+q does not come back from its shortcodes", s)
		}
		if e, err := emoji.Parse(s); err == nil {
			if whole, ok := emoji.Single(e.String()); !ok || whole != e {
				t.Fatalf("Parse(%+q) = %+q, no emoji", s, e)
			}
		} else if ok {
			t.Fatalf("Parse(%+q): %v", s, err)
		}
	})
}

func spans(s string) func(func(decorum.Span) bool) {
	return func(yield func(decorum.Span) bool) {
		for span := range emoji.Find(s) {
			if !yield(span) {
				return
			}
		}
	}
}

// boundary reports whether i is between two code points of s, as range sees them.
func boundary(s string, i int) bool {
	for at := range s {
		if at >= i {
			return at == i
		}
	}
	return i == len(s)
}

// checkEmoji holds what is true of every emoji that is found.
func checkEmoji(t *testing.T, e emoji.Emoji) {
	if whole, ok := emoji.Single(e.String()); !ok || whole != e {
		t.Fatalf("%+q is found, but not a single emoji", e)
	}
	if n := decorum.CountGraphemes(e.String()); n != 1 {
		t.Fatalf("%+q has %d graphemes", e, n)
	}
	q := e.Qualified()
	if q.Qualified() != q || q.Code() != e.Code() || q.Name() != e.Name() || (e.Name() != "") != q.RGI() {
		t.Fatalf("%+q qualifies as %+q", e, q)
	}
	if e.RGI() != (e.Qualification() == emoji.FullyQualified || e.Qualification() == emoji.Component) || e.RGI() && q != e {
		t.Fatalf("%+q: RGI %v, %v", e, e.RGI(), e.Qualification())
	}
	back, err := emoji.ParseCode(e.Code())
	if err != nil || back.Code() != e.Code() || q.RGI() && back != q {
		t.Fatalf("%+q: %s is the code of %+q, %v", e, e.Code(), back, err)
	}
	text, err := e.MarshalText()
	var copied emoji.Emoji
	if err != nil || copied.UnmarshalText(text) != nil || copied != e {
		t.Fatalf("%+q comes back as %+q", e, copied)
	}
}

func FuzzParseCode(f *testing.F) {
	for _, s := range []string{"", "1f970", "2764-FE0F", "1f468-200d-1f469", "d800", "110000", "-", "fe0f", "0031-20e3", "1f1e7-1f1f7"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := emoji.ParseCode(s)
		if named, err2 := emoji.ParseFileName(s + ".png"); named != e || (err2 == nil) != (err == nil) {
			t.Fatalf("%q: the code is %v, %v, the file name %v, %v", s, e, err, named, err2)
		}
		if err != nil {
			vs := violations(err)
			if !e.IsZero() || len(vs) != 1 || vs[0].Span.Start < 0 || vs[0].Span.End > len(s) {
				t.Fatalf("%q: %v, %+v", s, e, vs)
			}
			return
		}
		checkEmoji(t, e)
	})
}

func FuzzExpand(f *testing.F) {
	for _, s := range []string{"", ":heart:", "::heart::+1:", "10:30:45", ":no_such:joy:", ":thumbs_up_medium_skin_tone:", "👍:👍:", ":é:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := emoji.Expand(s)
		// One after the other, from the left.
		var want strings.Builder
		rest := s
		for {
			before, after, ok := strings.Cut(rest, ":")
			want.WriteString(before)
			if !ok {
				break
			}
			code, tail, ok := strings.Cut(after, ":")
			if e, known := emoji.ByShortcode(code); ok && known {
				want.WriteString(e.String())
				rest = tail
				continue
			}
			want.WriteString(":")
			rest = after
		}
		if got != want.String() {
			t.Fatalf("Expand(%q) = %q, want %q", s, got, want.String())
		}
		if len(got) > 3*len(s) || string(emoji.AppendExpand(nil, s)) != got {
			t.Fatalf("Expand(%q) has %d bytes", s, len(got))
		}
		if code := emoji.Collapse(got); utf8.ValidString(s) && !utf8.ValidString(code) {
			t.Fatalf("Collapse(%q) = %q", got, code)
		}
	})
}

func FuzzParseCustom(f *testing.F) {
	for _, s := range []string{
		"", "<a/>", "<a>\r\n<Emoticon Emoji=\"🥰\" Code=\"1f970\"/>\r\n</a>",
		"<Emoticon Emoji='&#x2764;' Code='2764-FE0F' /><!-- -->",
		"<!DOCTYPE a [<!ENTITY b '&b;&b;'>]><a>&b;</a>",
		"<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>",
		"<Emoticon Emoji=\"💎\" Code=\"1f970\"><Emoticon Emoji=\"💎 Code=\"\"/></Emoticon>",
		"<?xml?><Emoticon Code=\"g\" Emoji=\"\xF0\x9F\" Emoji='&amp;'/><", "\xFE\xFF",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, faults, err := emoji.ParseCustom(strings.NewReader(s))
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range c.All() {
			found, ok := c.Lookup(e.Emoji)
			if !ok || found != e {
				t.Fatalf("entry %d, %v, is found as %v", i, e, found)
			}
			if _, ok := emoji.Single(e.Emoji.String()); !ok || e.Code == "" || strings.Trim(e.Code, "0123456789abcdef-") != "" {
				t.Fatalf("entry %d is %v", i, e)
			}
		}
		if n := strings.Count(s, "<"); c.Len() > n {
			t.Fatalf("%d entries of %d tags", c.Len(), n)
		}
		lines := strings.Count(strings.ReplaceAll(s, "\r\n", "\n"), "\n") + strings.Count(strings.ReplaceAll(s, "\r\n", "\n"), "\r") + 1
		for _, v := range faults {
			var line int
			if _, err := fmt.Sscanf(v.Path, "/line/%d", &line); v.Code != decorum.Truncated && (err != nil || line < 1 || line > lines) {
				t.Fatalf("a fault at %q of %d lines", v.Path, lines)
			}
			if v.Span.Start < 0 || v.Span.End < v.Span.Start || v.Span.End > len(s) {
				t.Fatalf("a fault at %v of %d bytes", v.Span, len(s))
			}
		}
	})
}
