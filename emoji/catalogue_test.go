package emoji_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// listed returns the emojis of a catalogue in one text.
func listed(c emoji.Catalogue) string {
	var b strings.Builder
	for i, e := range c.All() {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(e.Emoji.String())
	}
	return b.String()
}

// TestEM1DefaultSet holds the committed set. Whoever changes it changes its version
// and testdata/default.golden.
func TestEM1DefaultSet(t *testing.T) {
	golden, err := os.ReadFile("testdata/default.golden")
	if err != nil {
		t.Fatal(err)
	}
	set := emoji.Default()
	if got := "version " + emoji.DefaultVersion + "\n" + listed(set) + "\n"; got != string(golden) {
		t.Errorf("the set has changed; it is now\n%s", got)
	}
	if set.Len() != 80 {
		t.Errorf("%d entries, want 80", set.Len())
	}
	for _, e := range set.All() {
		if !e.Emoji.RGI() || e.Code != e.Emoji.Code() {
			t.Errorf("%v %s does not belong", e.Emoji, e.Code)
		}
	}
}

func TestEM1FullSet(t *testing.T) {
	set := emoji.RGI()
	if set.Len() != 3953 { // 3,944 fully-qualified, 9 components
		t.Errorf("%d entries", set.Len())
	}
	for i, e := range set.All() {
		if found, ok := set.Lookup(e.Emoji); !ok || found != e {
			t.Fatalf("entry %d: %v, found %v", i, e, found)
		}
	}
}

func TestEM1Offered(t *testing.T) {
	values := func(pairs ...string) []emoji.AttributeValue {
		var vs []emoji.AttributeValue
		for i := 0; i < len(pairs); i += 2 {
			vs = append(vs, emoji.AttributeValue{Name: pairs[i], DisplayName: pairs[i+1]})
		}
		return vs
	}
	malformed := func(path string) decorum.Violation {
		return decorum.Violation{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: path, Want: "an emoji or its hexadecimal code, such as 1f970"}
	}
	def := listed(emoji.Default())
	for _, c := range []struct {
		name   string
		values []emoji.AttributeValue
		want   string
		labels string
		faults decorum.Violations
	}{
		{"unset", nil, def, "", nil},
		{"empty", values(), def, "", nil},
		{"emojis in the name", values("🥰", "", "👍🏽", "Good", " ❤ ", ""), "🥰 👍🏽 " + heart, "Good", nil},
		{"emojis in the display name", values("smile", "🥰", "", "👍"), "🥰 👍", "smile", nil},
		{"codes", values("1f970", "In love", "Thumb", "1F44D", "1f468-200d-1f469", "1f468-200d-1f469"), "🥰 👍 👨‍👩", "In love,Thumb", nil},
		{
			"bad ones among good ones", values("smile", "happy", "🥰", "x", "", "", "1", "31"), "🥰", "x",
			decorum.Violations{malformed("/0"), malformed("/2"), malformed("/3")},
		},
		{"bad ones only", values("smile", "happy"), def, "", decorum.Violations{malformed("/0")}},
		{
			"twice", values("❤", "", "2764", "again"), heart, "",
			decorum.Violations{{Code: decorum.Duplicate, Severity: decorum.SeverityError, Path: "/1"}},
		},
		{
			"two that differ", values("1f970", "💎"), "🥰", "",
			decorum.Violations{{Code: decorum.Mismatch, Severity: decorum.SeverityWarning, Path: "/0/display_name"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults := emoji.Offered(c.values)
			if listed(got) != c.want {
				t.Errorf("got %s, want %s", listed(got), c.want)
			}
			if diff := cmp.Diff(c.faults, faults); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var labels []string
			for _, e := range got.All() {
				if e.Label != "" {
					labels = append(labels, e.Label)
				}
			}
			if got := strings.Join(labels, ","); got != c.labels {
				t.Errorf("labels %q, want %q", got, c.labels)
			}
		})
	}
}

func TestEM3EmojisCostSeveralBytes(t *testing.T) {
	limit := decorum.Limit{Max: 4096, Unit: decorum.Bytes}
	for _, c := range []struct {
		s     string
		bytes int
	}{
		{"a", 1}, {"é", 2}, {"你", 3}, {"☕", 3}, {heart, 6}, {"1️⃣", 7}, {"😀", 4}, {"👍🏽", 8}, {"🇧🇷", 8}, {family, 25},
	} {
		if got := limit.Count(c.s); got != c.bytes {
			t.Errorf("%+q costs %d bytes, want %d", c.s, got, c.bytes)
		}
		fill := strings.Repeat("x", 4096-c.bytes)
		if limit.Over(fill[1:]+c.s) || limit.Over(fill+c.s) || !limit.Over("x"+fill+c.s) {
			t.Errorf("%+q does not count with all of its bytes", c.s)
		}
	}
	least, most := 35, 0
	for _, e := range emoji.RGI().All() {
		least, most = min(least, len(e.Emoji.String())), max(most, len(e.Emoji.String()))
	}
	if least != 3 || most != 35 {
		t.Errorf("emojis have %d to %d bytes", least, most)
	}
}

func TestCatalogueLookup(t *testing.T) {
	c, _ := emoji.Offered([]emoji.AttributeValue{{Name: "❤", DisplayName: "love"}, {Name: "👍"}})
	for s, want := range map[string]string{heart: "love", "👍": "", "👍\uFE0F": ""} {
		e, ok := emoji.Single(s)
		if !ok {
			t.Fatal(s)
		}
		if got, ok := c.Lookup(e); !ok || got.Label != want {
			t.Errorf("%+q: %+v, %v", s, got, ok)
		}
	}
	for _, s := range []string{"👍🏽", "🥰"} {
		if got, ok := c.Lookup(emoji.MustParse(s)); ok || got != (emoji.Entry{}) {
			t.Errorf("%s: %+v", s, got)
		}
	}
	var none emoji.Catalogue
	if _, ok := none.Lookup(emoji.MustParse("👍")); ok || none.Len() != 0 || none.Groups() != nil {
		t.Error("the zero catalogue is not empty")
	}
}

func TestCatalogueGroups(t *testing.T) {
	c, _ := emoji.Offered([]emoji.AttributeValue{{Name: "🚗"}, {Name: "🥰"}, {Name: "🇽🇽"}, {Name: "✈"}})
	want := []emoji.Group{emoji.TravelPlaces, emoji.SmileysEmotion, 0}
	if diff := cmp.Diff(want, c.Groups()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var got []string
	for e := range c.InGroup(emoji.TravelPlaces) {
		got = append(got, e.Emoji.String())
	}
	if diff := cmp.Diff([]string{"🚗", "✈️"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for range c.InGroup(emoji.TravelPlaces) {
		break
	}
	n := 0
	for _, g := range emoji.RGI().Groups() {
		for range emoji.RGI().InGroup(g) {
			n++
		}
	}
	if n != emoji.RGI().Len() {
		t.Errorf("%d entries in groups", n)
	}
}

func TestCatalogueSearch(t *testing.T) {
	found := func(c emoji.Catalogue, query string) string {
		var got []string
		for e := range c.Search(query) {
			got = append(got, e.Emoji.String())
		}
		return strings.Join(got, " ")
	}
	full := emoji.RGI()
	own, _ := emoji.Offered([]emoji.AttributeValue{{Name: "🚗", DisplayName: "Coração & Motor"}, {Name: "🥰", DisplayName: "Привет"}, {Name: "🇽🇽"}})
	for _, c := range []struct {
		in          emoji.Catalogue
		query, want string
	}{
		{full, "smiling hearts", "🥰"},
		{full, "HEARTS smiling", "🥰"},
		{full, ":smiling_face_with_hearts:", "🥰"},
		{full, "cote d’ivoire", "🇨🇮"},
		{full, "Côte", "🇨🇮"},
		{full, "thumbsup", "👍"},                     // another shortcode
		{full, "approve", "👍"},                      // a keyword
		{full, "1f970", "🥰"},                        // the code
		{full, "❤", heart},                          // the emoji itself
		{full, "humbs up", ""},                      // not the beginning of a word
		{full, "food-drink & drink fruit ban", "🍌"}, // group, subgroup and name
		{full, "no such thing", ""},
		{full, "🇽🇽", ""},
		{own, "coracao", "🚗"},
		{own, "CORAÇÃO and", "🚗"},
		{own, "Прив", "🥰"},
		{own, "travel", "🚗"},
		{own, "", "🚗 🥰 🇽🇽"},
		{own, " : ", "🚗 🥰 🇽🇽"},
		{emoji.Default(), "angry", "😡 😠"},
		{emoji.Default(), "payment", "💳 💰"},
		{own, "a b c d e f g car", ""},
		{own, strings.Repeat("car ", 7) + "nonsense", ""},
		{own, strings.Repeat("car ", 8) + "nonsense", "🚗"}, // past the eighth word
		{own, strings.Repeat("car ", 9) + "nonsense", "🚗"},
		{own, strings.Repeat("x", 1<<16), ""},
	} {
		if got := found(c.in, c.query); got != c.want {
			t.Errorf("%.40q finds %s, want %s", c.query, got, c.want)
		}
	}
	for range full.Search("face") {
		break
	}
}

func TestEM1OneEmojiWrittenTwoWaysIsNoMismatch(t *testing.T) {
	c, vs := emoji.Offered([]emoji.AttributeValue{{Name: "1⃣", DisplayName: "1️⃣"}, {Name: "👁‍🗨", DisplayName: "1f441-200d-1f5e8"}})
	if vs != nil || c.Len() != 2 {
		t.Errorf("%d entries, %v", c.Len(), vs)
	}
}
