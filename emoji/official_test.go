package emoji_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// official returns the lines of one of Unicode's own files that hold data.
func official(t *testing.T, name string) []string {
	t.Helper()
	var lines []string
	for _, line := range strings.Split(officialFile(t, name), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

func officialFile(t *testing.T, name string) string {
	t.Helper()
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set; it names the folder that holds unicode/" + name)
	}
	data, err := os.ReadFile(filepath.Join(shared, "unicode", name))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "# Version: "+strings.TrimSuffix(emoji.UnicodeVersion, ".0")+"\n") {
		t.Fatalf("%s is not of version %s", name, emoji.UnicodeVersion)
	}
	return string(data)
}

// points returns the text of code points in hexadecimal, separated by spaces.
func points(t *testing.T, fields string) string {
	t.Helper()
	var b strings.Builder
	for _, f := range strings.Fields(fields) {
		n, err := strconv.ParseUint(f, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteRune(rune(n))
	}
	return b.String()
}

// expandRange returns the texts that the first field of a line stands for.
func expandRange(t *testing.T, field string) []string {
	t.Helper()
	first, last, ok := strings.Cut(strings.TrimSpace(field), "..")
	if !ok {
		return []string{points(t, field)}
	}
	lo, _ := utf8.DecodeRuneInString(points(t, first))
	hi, _ := utf8.DecodeRuneInString(points(t, last))
	var texts []string
	for r := lo; r <= hi; r++ {
		texts = append(texts, string(r))
	}
	return texts
}

// foundWhole fails unless s is found as one emoji, alone and between letters.
func foundWhole(t *testing.T, s string) {
	t.Helper()
	for _, around := range []string{"", "a", "é", "你", " ", "😀"} {
		n := 0
		for span, e := range emoji.Find(around + s + around) {
			if span == (decorum.Span{Start: len(around), End: len(around) + len(s)}) && e.String() == s {
				n++
			}
		}
		if want := emoji.Count(around)*2 + 1; n != 1 && around != s || emoji.Count(around+s+around) != want {
			t.Errorf("%+q between %q is not found whole", s, around)
		}
	}
	if e, ok := emoji.Single(s); !ok || e.String() != s {
		t.Errorf("%+q is not a single emoji", s)
	}
}

var testLine = regexp.MustCompile(`^([0-9A-F ]+?) *; (\S+) *# \S+ E\d+\.\d+ (.+)$`)

func TestOfficialEmojiTest(t *testing.T) {
	lines := official(t, "emoji-test.txt")
	counts := map[string]int{}
	for _, line := range lines {
		m := testLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not of the known form: %s", line)
		}
		s, status, name := points(t, m[1]), m[2], m[3]
		counts[status]++
		textStyle := status == "unqualified" && utf8.RuneCountInString(s) == 1
		if textStyle {
			if emoji.Contains(s) {
				t.Errorf("%+q is in text style, but found", s)
			}
			foundWhole(t, s+"\uFE0F")
		} else {
			foundWhole(t, s)
		}
		e, err := emoji.Parse(s)
		if err != nil {
			t.Errorf("Parse(%+q): %v", s, err)
			continue
		}
		if got := e.Name(); got != name {
			t.Errorf("%+q is named %q, want %q", s, got, name)
		}
		rgi := status == "fully-qualified" || status == "component"
		if !textStyle && (e.Qualification().String() != status || e.RGI() != rgi) {
			t.Errorf("%+q is %v, RGI %v, want %s", s, e.Qualification(), e.RGI(), status)
		}
		q := e.Qualified()
		if named, ok := emoji.ByName(name); !ok || named != q {
			t.Errorf("ByName(%q) = %+q, want %+q", name, named, q)
		}
		if coded, ok := emoji.ByShortcode(e.Shortcode()); !ok || coded != q {
			t.Errorf("ByShortcode(%q) = %+q, want %+q", e.Shortcode(), coded, q)
		}
		if parsed, err := emoji.ParseCode(e.Code()); err != nil || parsed != q {
			t.Errorf("ParseCode(%q) = %+q, %v, want %+q", e.Code(), parsed, err, q)
		}
		if rgi && q != e {
			t.Errorf("%+q is fully qualified, but qualifies as %+q", s, q)
		}
	}
	want := map[string]int{"fully-qualified": 3944, "minimally-qualified": 1029, "unqualified": 243, "component": 9}
	for status, n := range want {
		if counts[status] != n {
			t.Errorf("%d lines are %s, want %d", counts[status], status, n)
		}
	}
}

// TestOfficialGroups holds groups, subgroups and the order of the full set.
func TestOfficialGroups(t *testing.T) {
	type place struct{ text, group, subgroup string }
	var want, got []place
	var group, subgroup string
	for _, line := range strings.Split(officialFile(t, "emoji-test.txt"), "\n") {
		if name, ok := strings.CutPrefix(line, "# group: "); ok {
			group = name
		} else if name, ok := strings.CutPrefix(line, "# subgroup: "); ok {
			subgroup = name
		}
		m := testLine.FindStringSubmatch(line)
		if m != nil && (m[2] == "fully-qualified" || m[2] == "component") {
			want = append(want, place{points(t, m[1]), group, subgroup})
		}
	}
	for _, e := range emoji.RGI().All() {
		got = append(got, place{e.Emoji.String(), e.Emoji.Group().String(), e.Emoji.Subgroup()})
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(place{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOfficialSequences(t *testing.T) {
	rgi := map[string]bool{}
	for _, file := range []string{"emoji-sequences.txt", "emoji-zwj-sequences.txt"} {
		for _, line := range official(t, file) {
			field, _, _ := strings.Cut(line, ";")
			for _, s := range expandRange(t, field) {
				foundWhole(t, s)
				rgi[s] = true
				if e, _ := emoji.Single(s); !e.RGI() {
					t.Errorf("%+q is not RGI", s)
				}
			}
		}
	}
	for _, e := range emoji.RGI().All() {
		if !rgi[e.Emoji.String()] {
			t.Errorf("%+q is not in the files", e.Emoji)
		}
		delete(rgi, e.Emoji.String())
	}
	for s := range rgi {
		t.Errorf("%+q is not in the catalogue", s)
	}
}

func TestOfficialVariationSequences(t *testing.T) {
	for _, line := range official(t, "emoji-variation-sequences.txt") {
		fields := strings.Split(line, ";")
		s := points(t, fields[0])
		switch style := strings.TrimSpace(fields[1]); {
		case style == "emoji style" && s[0] >= utf8.RuneSelf:
			foundWhole(t, s)
		case emoji.Contains(s):
			t.Errorf("%+q is in %s, but found", s, style)
		}
	}
}

// TestOfficialCodePoints goes through all of Unicode, assigned or not: what is
// found alone is what emoji-data.txt says is shown as an emoji by default.
func TestOfficialCodePoints(t *testing.T) {
	found := map[string]bool{}
	for _, line := range official(t, "emoji-data.txt") {
		line, _, _ = strings.Cut(line, "#")
		field, property, _ := strings.Cut(line, ";")
		if strings.TrimSpace(property) == "Emoji_Presentation" {
			for _, s := range expandRange(t, field) {
				found[s] = s < "\U0001F1E6" || s > "\U0001F1FF"
			}
		}
	}
	for r := range rune(utf8.MaxRune + 1) {
		if s := string(r); utf8.ValidRune(r) && emoji.Contains(s) != found[s] {
			t.Errorf("U+%04X: found %v, want %v", r, !found[s], found[s])
		}
	}
}
