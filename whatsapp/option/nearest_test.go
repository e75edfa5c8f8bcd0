package option_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/option"
)

// levenshtein is the plain edit distance, to hold the bounded one against.
func levenshtein(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			replace := row[j]
			if a[i] != b[j] {
				replace++
			}
			next[j+1] = min(replace, row[j+1]+1, next[j]+1)
		}
		row = next
	}
	return row[len(b)]
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"a", "", 1},
		{"", "abc", 3},
		{"theme", "theme", 0},
		{"theme", "themes", 1},
		{"theme", "hteme", 2},
		{"kitten", "sitting", 3},
	} {
		for most := range 8 {
			got := option.Distance(test.a, test.b, most)
			if test.want <= most && got != test.want || test.want > most && got <= most {
				t.Errorf("%q, %q, at most %d: %d, want %d", test.a, test.b, most, got, test.want)
			}
		}
	}
}

func TestNearestLooksAtKeysOfOneSize(t *testing.T) {
	name := option.NameEnableFreeMsgTimespanMonitoring
	longest := name + strings.Repeat("q", option.MaxKey-len(name))
	if got := option.Nearest(longest); got != name {
		t.Errorf("%d bytes: %q", len(longest), got)
	}
	if got := option.Nearest(longest + "q"); got != "" {
		t.Errorf("%d bytes: %q", len(longest)+1, got)
	}
}

// TestNearestFindsOneSlip makes every slip of one byte in every name.
func TestNearestFindsOneSlip(t *testing.T) {
	for _, row := range option.Table() {
		if len(row.Name) >= option.MaxKey {
			t.Errorf("%s cannot be found with a byte more", row.Name)
		}
		start := strings.LastIndex(row.Name, "whatsappsession.")
		if start < 0 {
			continue // Parse passes over what is not the plug-in's
		}
		start += len("whatsappsession.")
		for i := start; i < len(row.Name); i++ {
			for _, slip := range []string{row.Name[:i] + row.Name[i+1:], row.Name[:i] + "q" + row.Name[i:], row.Name[:i] + "q" + row.Name[i+1:]} {
				if got := option.Nearest(slip); got != row.Name && levenshtein(slip, got) > 1 {
					t.Errorf("%s: nearest is %q, not %s", slip, got, row.Name)
				}
			}
		}
	}
}

// TestDistanceOfAllShortTexts holds the bounded distance against the plain one,
// for every pair of texts of up to five letters out of two.
func TestDistanceOfAllShortTexts(t *testing.T) {
	texts := []string{""}
	for i := 0; len(texts[i]) < 5; i++ {
		texts = append(texts, texts[i]+"a", texts[i]+"b")
	}
	for _, a := range texts {
		for _, b := range texts {
			want := levenshtein(a, b)
			for most := range 6 {
				if got := option.Distance(a, b, most); want <= most && got != want || want > most && got <= most {
					t.Fatalf("%q, %q, at most %d: %d, want %d", a, b, most, got, want)
				}
			}
		}
	}
	longest := strings.Repeat("x", option.MaxKey)
	if got := option.Distance(longest, longest[1:]+"y", 3); got != 1 {
		t.Errorf("of the longest keys: %d", got)
	}
}
