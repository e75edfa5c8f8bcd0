package emoji_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/emoji"
)

func TestNameAndShortcode(t *testing.T) {
	for _, c := range []struct{ s, name, code string }{
		{"🥰", "smiling face with hearts", ":smiling_face_with_hearts:"},
		{heart, "red heart", ":red_heart:"},
		{"❤", "red heart", ":red_heart:"},
		{"👍🏽", "thumbs up: medium skin tone", ":thumbs_up_medium_skin_tone:"},
		{"🇨🇮", "flag: Côte d’Ivoire", ":flag_cote_divoire:"},
		{"🇦🇽", "flag: Åland Islands", ":flag_aland_islands:"},
		{"🇻🇮", "flag: U.S. Virgin Islands", ":flag_us_virgin_islands:"},
		{"🇧🇦", "flag: Bosnia & Herzegovina", ":flag_bosnia_and_herzegovina:"},
		{"🈁", "Japanese “here” button", ":japanese_here_button:"},
		{"🔛", "ON! arrow", ":on_arrow:"},
		{"#️⃣", "keycap: #", ":keycap_hash:"},
		{"*️⃣", "keycap: *", ":keycap_asterisk:"},
		{"1️⃣", "keycap: 1", ":keycap_1:"},
		{"🪅", "piñata", ":pinata:"},
		{"👨‍👩‍👧", "family: man, woman, girl", ":family_man_woman_girl:"},
		{"🇽🇽", "", ""},
	} {
		e := emoji.MustParse(c.s)
		if e.Name() != c.name || e.Shortcode() != c.code {
			t.Errorf("%s: %q, %q, want %q, %q", c.s, e.Name(), e.Shortcode(), c.name, c.code)
		}
	}
}

func TestByName(t *testing.T) {
	if e, ok := emoji.ByName("flag: Côte d’Ivoire"); !ok || e.String() != "🇨🇮" {
		t.Errorf("got %v, %v", e, ok)
	}
	for _, name := range []string{"", "no such", "Red heart", "red heart ", "red-heart", strings.Repeat("a", 1<<16)} {
		if e, ok := emoji.ByName(name); ok || !e.IsZero() {
			t.Errorf("%.20q is the name of %v", name, e)
		}
	}
}

// TestEveryShortcode holds the set of shortcodes: each of its own, of plain
// letters, never of digits alone, there and back.
func TestEveryShortcode(t *testing.T) {
	seen := map[string]bool{}
	longest := 0
	for _, entry := range emoji.RGI().All() {
		e := entry.Emoji
		code := e.Shortcode()
		word := strings.Trim(code, ":")
		longest = max(longest, len(word))
		if seen[code] || len(code) != len(word)+2 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" ||
			strings.Trim(word, "0123456789") == "" {
			t.Errorf("%v has the shortcode %q", e, code)
		}
		seen[code] = true
		for _, way := range []string{code, word} {
			if got, ok := emoji.ByShortcode(way); !ok || got != e {
				t.Errorf("%q is %v, want %v", way, got, e)
			}
		}
		if got, ok := emoji.ByName(e.Name()); !ok || got != e {
			t.Errorf("%q is %v, want %v", e.Name(), got, e)
		}
		if len(e.String()) > 3*len(code) {
			t.Errorf("%s grows to more than three times its length", code)
		}
	}
	if longest != emoji.LongestShortcode {
		t.Errorf("the longest has %d bytes, not %d", longest, emoji.LongestShortcode)
	}
	aliases := emoji.Aliases()
	if !slices.IsSorted(aliases) {
		t.Error("the aliases are not in order")
	}
	for _, a := range aliases {
		if e, ok := emoji.ByShortcode(a); !ok || e.Shortcode() == ":"+a+":" || seen[":"+a+":"] || strings.Trim(a, "0123456789") == "" {
			t.Errorf("the alias %q is %v", a, e)
		}
		seen[":"+a+":"] = true
	}
}

func TestByShortcode(t *testing.T) {
	for code, want := range map[string]string{
		":thumbsup:": "👍", "+1": "👍", ":-1:": "👎", ":heart:": heart, "joy": "😂", ":tada:": "🎉", ":thumbs_up:": "👍",
	} {
		if e, ok := emoji.ByShortcode(code); !ok || e.String() != want {
			t.Errorf("%q is %v, want %s", code, e, want)
		}
	}
	n := emoji.LongestShortcode
	for _, code := range []string{
		"", ":", "::", ":::", ":heart", "heart:", ":Heart:", ": heart:", "no_such", "::heart::",
		strings.Repeat("a", n-1), strings.Repeat("a", n), strings.Repeat("a", n+1), strings.Repeat("é", n),
	} {
		if e, ok := emoji.ByShortcode(code); ok || !e.IsZero() {
			t.Errorf("%q is %v", code, e)
		}
	}
}

func TestExpand(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"", ""},
		{"nothing", "nothing"},
		{"at 10:30:45, a:b:c", "at 10:30:45, a:b:c"},
		{"thanks :thumbs_up:!", "thanks 👍!"},
		{":heart::+1:", heart + "👍"},
		{":no_such:heart:", ":no_such" + heart},
		{"::heart::", ":" + heart + ":"},
		{":heart", ":heart"},
		{"heart:", "heart:"},
		{":Heart: :hea rt:", ":Heart: :hea rt:"},
		{"é:joy:你", "é😂你"},
		{":family_man_woman_girl:", "👨‍👩‍👧"},
	} {
		if got := emoji.Expand(c.s); got != c.want {
			t.Errorf("Expand(%q) = %q, want %q", c.s, got, c.want)
		}
		if got := string(emoji.AppendExpand([]byte("x"), c.s)); got != "x"+c.want {
			t.Errorf("AppendExpand(%q) = %q", c.s, got)
		}
	}
}

func TestCollapse(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"", ""},
		{"nothing", "nothing"},
		{"ok 👍🏽", "ok :thumbs_up_medium_skin_tone:"},
		{heart + "❤", ":red_heart:❤"}, // in text style
		{"🇽🇽 1\u20E3", "🇽🇽 :keycap_1:"},
	} {
		if got := emoji.Collapse(c.s); got != c.want {
			t.Errorf("Collapse(%q) = %q, want %q", c.s, got, c.want)
		}
		if got := string(emoji.AppendCollapse([]byte("x"), c.s)); got != "x"+c.want {
			t.Errorf("AppendCollapse(%q) = %q", c.s, got)
		}
	}
}
