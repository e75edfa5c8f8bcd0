// Package emoji finds emojis in text, names them, and keeps the catalogues of
// those that are offered and drawn.
//
//	for span, e := range emoji.Find("ok 👍🏽 1️⃣ © 2026") {
//		fmt.Println(span, e, e.Name(), e.Shortcode(), e.Code())
//	}
//
// # What an emoji is
//
// The rules are those of UTS #51 with the properties of [UnicodeVersion]. An emoji
// is one of these, as long as it can be:
//
//   - a pictograph that is shown as an emoji by default: 😀
//   - a pictograph with U+FE0F: ❤️, ©️, ™️
//   - a pictograph with a skin tone: 👍🏽, ☝🏽; a U+FE0F between them is accepted
//   - a skin tone alone: 🏽
//   - a flag of two regional indicators: 🇧🇷
//   - a keycap, a digit, "#" or "*", then U+FE0F or not, then U+20E3: 1️⃣
//   - one of the above but flags and keycaps, with tags: 🏴󠁧󠁢󠁳󠁣󠁴󠁿
//   - several pictographs, each maybe with U+FE0F, a skin tone or tags, joined by
//     U+200D: 👩‍❤️‍👨. The joiner shows that an emoji is meant, so 👁‍🗨 is one
//     without any U+FE0F.
//
// A U+FE0F that follows one of these belongs to it, needed or not. What is followed
// by U+FE0E is text and no part of an emoji. So these are not emojis: digits, "#"
// and "*" outside of keycaps, ©, ™ and ❤ alone, ⌚ with U+FE0E, a regional
// indicator alone, a joiner or a selector alone.
//
// In the words of emoji-test.txt: what it lists as fully-qualified,
// minimally-qualified or component is found whole, and so is what it lists as
// unqualified and has several code points; a single code point that is
// unqualified is text, and is found only with U+FE0F. [Parse] takes it, for
// someone who sends ❤ as a reaction means ❤️.
//
// What is found is well-formed. [Emoji.RGI] tells whether it is also recommended
// for general interchange, and [Emoji.Qualification] how it is written.
//
// # Sizes
//
// An emoji takes 3 to 35 bytes in UTF-8 in the RGI set, and counts with all of
// them towards a limit in bytes (EM3); a sequence that is merely well-formed may be
// of any length.
//
// # Catalogues
//
// [Offered] makes the catalogue of the business attribute, [Default] the one that is
// offered without, [RGI] holds all of Unicode's, [ParseCustom] reads
// CustomEmojis.xml, and [Catalogue.Missing] compares with the folder of images.
//
// The package does no I/O of its own, does no work at start-up, and its functions
// may be called at the same time. All cost time proportional to their input.
package emoji

//go:generate go run ../internal/gen/emoji -ucd ../../shared/unicode -out .
