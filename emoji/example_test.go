package emoji_test

import (
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

func Example() {
	for span, e := range emoji.Find("Thanks ❤️ 👍🏽, 2 © 2026 🇧🇷") {
		fmt.Println(span.Start, span.End, e, e.Name(), e.Code())
	}
	// Output:
	// 7 13 ❤️ red heart 2764
	// 14 22 👍🏽 thumbs up: medium skin tone 1f44d-1f3fd
	// 34 42 🇧🇷 flag: Brazil 1f1e7-1f1f7
}

// A sequence that nobody draws is found whole, and told.
func ExampleFind() {
	for span, e := range emoji.Find("👨‍👩‍👧 or 🇽🇽?") {
		fmt.Println(span, e.RGI())
	}
	// Output:
	// {0 18} true
	// {22 30} false
}

// A reaction is exactly one emoji.
func ExampleSingle() {
	for _, s := range []string{"👍🏽", "❤️", "1", "©", "👍👍"} {
		_, ok := emoji.Single(s)
		fmt.Println(s, ok)
	}
	// Output:
	// 👍🏽 true
	// ❤️ true
	// 1 false
	// © false
	// 👍👍 false
}

func ExampleCount() {
	fmt.Println(emoji.Count("👨‍👩‍👧 and 🐶: 4 ☕"))
	// Output: 3
}

func ExampleContains() {
	fmt.Println(emoji.Contains("see you at 10"), emoji.Contains("see you 👋"))
	// Output: false true
}

func ExampleRemove() {
	fmt.Printf("%q\n", emoji.Remove("Your order 📦 is here 🎉"))
	// Output: "Your order  is here "
}

func ExampleAppendRemove() {
	fmt.Printf("%q\n", emoji.AppendRemove([]byte("> "), "Hi👋!"))
	// Output: "> Hi!"
}

// Someone who sends a heart without U+FE0F means the emoji.
func ExampleParse() {
	e, err := emoji.Parse("\u2764")
	fmt.Printf("%+q %v\n", e.String(), err)
	_, err = emoji.Parse("ok")
	fmt.Println(err)
	// Output:
	// "\u2764\ufe0f" <nil>
	// not well-formed; want one emoji
}

func ExampleMustParse() {
	thanks := emoji.MustParse("🙏")
	fmt.Println(thanks.Name())
	// Output: folded hands
}

// Reactions are counted by what they mean, whatever the skin tone.
func ExampleEmoji_Base() {
	counts := map[emoji.Emoji]int{}
	for _, s := range []string{"👍", "👍🏽", "👍🏿", "❤️"} {
		counts[emoji.MustParse(s).Base()]++
	}
	fmt.Println(counts[emoji.MustParse("👍")], counts[emoji.MustParse("❤️")])
	// Output: 3 1
}

func ExampleEmoji_Qualification() {
	for _, e := range emoji.Find("👁\u200D🗨 👁\uFE0F\u200D🗨\uFE0F 🇽🇽") {
		fmt.Println(e.Qualification())
	}
	// Output:
	// unqualified
	// fully-qualified
	// not-rgi
}

func ExampleEmoji_Qualified() {
	e, _ := emoji.Single("1\u20E3")
	fmt.Printf("%+q\n", e.Qualified().String())
	// Output: "1\ufe0f\u20e3"
}

func ExampleEmoji_Group() {
	e := emoji.MustParse("🚚")
	fmt.Println(e.Group(), "/", e.Subgroup())
	// Output: Travel & Places / transport-ground
}

func ExampleByName() {
	fmt.Println(emoji.ByName("smiling face with hearts"))
	// Output: 🥰 true
}

func ExampleEmoji_Shortcode() {
	fmt.Println(emoji.MustParse("🥰").Shortcode())
	// Output: :smiling_face_with_hearts:
}

func ExampleByShortcode() {
	fmt.Println(emoji.ByShortcode(":thumbsup:"))
	fmt.Println(emoji.ByShortcode(":thumbs_up:"))
	// Output:
	// 👍 true
	// 👍 true
}

func ExampleExpand() {
	fmt.Println(emoji.Expand("At 10:30:00, thanks :+1::heart:"))
	// Output: At 10:30:00, thanks 👍❤️
}

func ExampleAppendExpand() {
	fmt.Printf("%s\n", emoji.AppendExpand([]byte("> "), ":wave: hello"))
	// Output: > 👋 hello
}

func ExampleCollapse() {
	fmt.Println(emoji.Collapse("Thanks 🙏"))
	// Output: Thanks :folded_hands:
}

func ExampleAppendCollapse() {
	fmt.Printf("%s\n", emoji.AppendCollapse(nil, "☕?"))
	// Output: :hot_beverage:?
}

func ExampleEmoji_Code() {
	fmt.Println(emoji.MustParse("🥰").Code(), emoji.MustParse("👨‍👩").Code(), emoji.MustParse("❤️").FileName())
	// Output: 1f970 1f468-200d-1f469 2764.png
}

func ExampleEmoji_AppendCode() {
	fmt.Printf("%s\n", emoji.MustParse("🥰").AppendCode([]byte("/emojis/")))
	// Output: /emojis/1f970
}

func ExampleEmoji_FileName() {
	fmt.Println(emoji.MustParse("👍🏽").FileName())
	// Output: 1f44d-1f3fd.png
}

func ExampleParseCode() {
	fmt.Println(emoji.ParseCode("1f970"))
	_, err := emoji.ParseCode("smile")
	fmt.Println(err)
	// Output:
	// 🥰 <nil>
	// not well-formed (at byte 0); want the code of one emoji, such as 1f970
}

func ExampleParseFileName() {
	fmt.Println(emoji.ParseFileName("2764.png"))
	// Output: ❤️ <nil>
}

// Emojis cost several bytes towards a limit in bytes.
func ExampleEmoji_bytes() {
	limit := decorum.Limit{Max: 4096, Unit: decorum.Bytes}
	for _, s := range []string{"a", "👍", "👍🏽", "👨‍👩‍👧"} {
		fmt.Println(s, limit.Count(s), limit.Left(s))
	}
	// Output:
	// a 1 4095
	// 👍 4 4092
	// 👍🏽 8 4088
	// 👨‍👩‍👧 18 4078
}

func ExampleDefault() {
	set := emoji.Default()
	fmt.Println(emoji.DefaultVersion, set.Len())
	for _, g := range set.Groups() {
		n := 0
		for range set.InGroup(g) {
			n++
		}
		fmt.Println(g, n)
	}
	// Output:
	// 1 80
	// Smileys & Emotion 34
	// People & Body 13
	// Animals & Nature 1
	// Travel & Places 9
	// Food & Drink 2
	// Activities 2
	// Objects 13
	// Symbols 6
}

func ExampleRGI() {
	fmt.Println(emoji.UnicodeVersion, emoji.RGI().Len())
	// Output: 17.0.0 3953
}

// The values of the business attribute that the option names.
func ExampleOffered() {
	set, faults := emoji.Offered([]emoji.AttributeValue{
		{Name: "1f970", DisplayName: "In love"},
		{Name: "Good", DisplayName: "👍"},
		{Name: "Bad", DisplayName: "bad"},
	})
	for _, e := range set.All() {
		fmt.Println(e.Emoji, e.Label, e.FileName())
	}
	fmt.Println(faults)
	// Output:
	// 🥰 In love 1f970.png
	// 👍 Good 1f44d.png
	// [/2: not well-formed; want an emoji or its hexadecimal code, such as 1f970]
}

func ExampleCatalogue_Lookup() {
	set := emoji.Default()
	for _, e := range emoji.Find("👍 👍🏽") {
		entry, ok := set.Lookup(e)
		fmt.Println(entry.Code, ok)
	}
	// Output:
	// 1f44d true
	//  false
}

func ExampleCatalogue_Search() {
	for e := range emoji.Default().Search("card pay") {
		fmt.Println(e.Emoji, e.Emoji.Name())
	}
	// Output: 💳 credit card
}

func ExampleParseCustom() {
	set, faults, err := emoji.ParseCustom(strings.NewReader(`<?xml version="1.0" encoding="utf-8"?>
<Emoticons>
  <Emoticon Emoji="👍" Code="1f44d"/>
  <Emoticon Emoji="💎" Code="1f970"/>
  <Emoticon Emoji="gem" Code="1f48e"/>
</Emoticons>`))
	for _, e := range set.All() {
		fmt.Println(e.Emoji, e.FileName())
	}
	for _, v := range faults {
		fmt.Println(v)
	}
	fmt.Println(err)
	// Output:
	// 👍 1f44d.png
	// 💎 1f970.png
	// /line/4: warning: does not agree with another value; make them agree (at byte 31); want 1f48e
	// /line/5: not well-formed (at byte 19); want one emoji
	// <nil>
}

func ExampleCatalogue_Missing() {
	set, _ := emoji.Offered([]emoji.AttributeValue{{Name: "👍"}, {Name: "🥰"}})
	images, err := set.Missing(fstest.MapFS{
		"1f44d.png": {Data: []byte("GIF89a")},
		"1f600.png": {Data: []byte("\x89PNG\r\n\x1A\n\x00\x00\x00\x0DIHDR\x00\x00\x00\x14\x00\x00\x00\x14")},
	})
	fmt.Println(err)
	for _, v := range images.Violations() {
		fmt.Println(v)
	}
	// Output:
	// <nil>
	// /1f970.png: refers to something that is not there
	// /1f600.png: warning: does not belong here; remove it
	// /1f44d.png: not well-formed; want a PNG image
}
