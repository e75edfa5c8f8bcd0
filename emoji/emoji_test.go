package emoji_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

func violations(err error) decorum.Violations {
	var e *decorum.Error
	if errors.As(err, &e) {
		return e.Violations
	}
	return nil
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"🥰", "🥰"},
		{heart, heart},
		{"❤", heart}, // in text style: the emoji is meant
		{"©", "©\uFE0F"},
		{"👁" + joiner + "🗨", "👁" + joiner + "🗨"},
		{family, family},
		{"🇽🇽", "🇽🇽"},
	} {
		if got, err := emoji.Parse(c.s); err != nil || got.String() != c.want {
			t.Errorf("Parse(%+q) = %+q, %v, want %+q", c.s, got, err, c.want)
		}
	}
	for _, c := range []struct {
		s    string
		code decorum.Code
		span decorum.Span
	}{
		{"", decorum.Required, decorum.Span{}},
		{"a", decorum.Malformed, decorum.Span{}},
		{"1", decorum.Malformed, decorum.Span{}},
		{"❤" + text, decorum.Malformed, decorum.Span{}},
		{"a😀", decorum.Malformed, decorum.Span{}},
		{"😀a", decorum.Malformed, decorum.Span{Start: 4, End: 5}},
		{"👍🏽😀", decorum.Malformed, decorum.Span{Start: 8, End: 12}},
	} {
		e, err := emoji.Parse(c.s)
		want := decorum.Violations{{Code: c.code, Severity: decorum.SeverityError, Span: c.span, Want: "one emoji"}}
		if diff := cmp.Diff(want, violations(err)); diff != "" || !e.IsZero() {
			t.Errorf("Parse(%+q) = %v (-want +got):\n%s", c.s, e, diff)
		}
	}
}

func TestMustParse(t *testing.T) {
	if got := emoji.MustParse("❤").String(); got != heart {
		t.Errorf("got %+q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	emoji.MustParse("no emoji")
}

func TestEmojiAsText(t *testing.T) {
	type reactions struct {
		By map[emoji.Emoji]int `json:"by"`
		My emoji.Emoji         `json:"my"`
		No emoji.Emoji         `json:"no"`
	}
	in := reactions{By: map[emoji.Emoji]int{emoji.MustParse("👍🏽"): 2}, My: emoji.MustParse(heart)}
	data, err := json.Marshal(in)
	if want := `{"by":{"👍🏽":2},"my":"❤️","no":""}`; err != nil || string(data) != want {
		t.Fatalf("%s, %v, want %s", data, err, want)
	}
	var out reactions
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, out, cmp.AllowUnexported(emoji.Emoji{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := json.Unmarshal([]byte(`{"my":"1"}`), &out); !errors.Is(err, decorum.Malformed) {
		t.Errorf("got %v", err)
	}
	if out.My != in.My {
		t.Error("a failure changes the value")
	}
	text, err := in.My.AppendText([]byte("a"))
	if string(text) != "a"+heart || err != nil {
		t.Errorf("AppendText: %q, %v", text, err)
	}
}

func TestZeroEmoji(t *testing.T) {
	var e emoji.Emoji
	got := fmt.Sprint(e.IsZero(), e.String(), e.Name(), e.Shortcode(), e.Code(), e.FileName(), e.RGI(), e.Qualification(), e.Group(), e.Subgroup(), e.Qualified() == e, e.Base() == e)
	if want := "truefalse not-rgi true true"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestQualification(t *testing.T) {
	for _, c := range []struct {
		s         string
		want      emoji.Qualification
		qualified string
	}{
		{"🥰", emoji.FullyQualified, "🥰"},
		{heart, emoji.FullyQualified, heart},
		{"🏽", emoji.Component, "🏽"},
		{"🦰", emoji.Component, "🦰"},
		{"1\u20E3", emoji.Unqualified, "1\uFE0F\u20E3"},
		{"👁" + joiner + "🗨", emoji.Unqualified, "👁\uFE0F" + joiner + "🗨\uFE0F"},
		{"👁" + joiner + "🗨\uFE0F", emoji.Unqualified, "👁\uFE0F" + joiner + "🗨\uFE0F"},
		{"👁\uFE0F" + joiner + "🗨", emoji.MinimallyQualified, "👁\uFE0F" + joiner + "🗨\uFE0F"},
		{"👩" + joiner + "❤" + joiner + "👨", emoji.MinimallyQualified, "👩" + joiner + heart + joiner + "👨"},
		{"😀\uFE0F", emoji.NotRGI, "😀"},                         // a selector too many
		{"👍🏽\uFE0F", emoji.NotRGI, "👍🏽"},                       // likewise
		{"☝\uFE0F🏽", emoji.NotRGI, "☝🏽"},                       // likewise
		{"🇽🇽", emoji.NotRGI, "🇽🇽"},                             // nobody's flag
		{"😀" + joiner + "😀", emoji.NotRGI, "😀" + joiner + "😀"}, // nobody draws it
	} {
		e, ok := emoji.Single(c.s)
		if !ok {
			t.Fatalf("%+q is no emoji", c.s)
		}
		if got := e.Qualification(); got != c.want {
			t.Errorf("%+q is %v, want %v", c.s, got, c.want)
		}
		if got := e.Qualified().String(); got != c.qualified {
			t.Errorf("%+q qualifies as %+q, want %+q", c.s, got, c.qualified)
		}
		if want := c.want == emoji.FullyQualified || c.want == emoji.Component; e.RGI() != want {
			t.Errorf("%+q: RGI is %v", c.s, e.RGI())
		}
	}
	if got := emoji.Qualification(9).String(); got != "qualification(9)" {
		t.Errorf("got %q", got)
	}
}

func TestBase(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"👍🏽", "👍"},
		{"👍", "👍"},
		{"☝🏿", "☝\uFE0F"},
		{"🏽", "🏽"},
		{"👩🏽‍❤️‍👨🏿", "👩‍❤️‍👨"},
		{"🫱🏻‍🫲🏿", "🤝"},
		{"🧑🏻‍❤️‍💋‍🧑🏿", "💏"},
		{"👩🏽‍🤝‍👨🏿", "👫"},
		{"👁‍🗨", "👁️‍🗨️"},
		{"🇽🇽", "🇽🇽"},
	} {
		if got := emoji.MustParse(c.s).Base().String(); got != c.want {
			t.Errorf("%s has the base %s, want %s", c.s, got, c.want)
		}
	}
	for _, e := range emoji.RGI().All() {
		b := e.Emoji.Base()
		if b.Base() != b || !b.RGI() {
			t.Errorf("the base of %+q is %+q, which has another", e.Emoji, b)
		}
		if e.Emoji.Group() != b.Group() {
			t.Errorf("%+q and its base %+q are of different groups", e.Emoji, b)
		}
	}
}

func TestGroup(t *testing.T) {
	e := emoji.MustParse("🥰")
	if e.Group() != emoji.SmileysEmotion || e.Subgroup() != "face-affection" {
		t.Errorf("got %v, %s", e.Group(), e.Subgroup())
	}
	for g, want := range map[emoji.Group]string{
		0: "", emoji.SmileysEmotion: "Smileys & Emotion", emoji.PeopleBody: "People & Body", emoji.Components: "Component",
		emoji.AnimalsNature: "Animals & Nature", emoji.FoodDrink: "Food & Drink", emoji.TravelPlaces: "Travel & Places",
		emoji.Activities: "Activities", emoji.Objects: "Objects", emoji.Symbols: "Symbols", emoji.Flags: "Flags", 11: "group(11)",
	} {
		if got := g.String(); got != want {
			t.Errorf("group %d is %q, want %q", g, got, want)
		}
	}
}
