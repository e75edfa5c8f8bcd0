// Package markup cuts a text into runs for display, by the rules of WhatsApp's
// own markup: *bold*, _italic_, ~strike~, `code`, ```monospace```, quotes and
// lists, with the emojis and the links in it.
//
//	for r := range markup.Runs(text) {
//		if r.Kind != markup.Marker {
//			draw(r.Text, r.Style, r.Block)
//		}
//	}
//
// The runs put together are the text, byte for byte: nothing is left out, added
// or repaired. What a run looks like is the caller's affair; so is escaping.
//
// WhatsApp draws markup in the body of a message, in captions, and in the body of
// interactive messages and notifications: [Runs]. In headers, footers, and the
// titles of buttons and rows it shows the characters as they are: [Raw].
//
// # Words, spaces, lines
//
// Meta publishes no grammar. The rules below are what its apps are seen to do;
// (ours) marks what this project decides where they differ or are silent.
//
//   - A word character is a letter, digit, number or combining mark of Unicode
//     ([WordVersion]), in any script; but not U+FE0E, U+FE0F and U+20E3, which
//     make emojis.
//   - A space is a character of Unicode's White_Space.
//   - A line ends before LF, or before the CR of CR LF. Other controls are spaces.
//   - Bytes that are not UTF-8 are text, and no word characters.
//
// # Styles
//
// The marker * makes bold, _ italic, ~ strike-through, and a single ` code.
//
//   - A marker opens where no word character stands before it, and neither a
//     space nor the same marker follows it.
//   - A marker closes where neither a space stands before it nor a word character
//     follows it.
//   - An opening marker pairs with the first closing one after it in the same
//     line. So snake_case, 2*3*4 and "a * b" hold no markers, and of *one *two*
//     all is bold between the first and the last.
//   - Styles nest in any order, each once: *bold _and italic_*. They do not
//     cross: in *a _b* c_ only the bold counts, since its marker opened first.
//   - Without its partner a marker is text. So is one of **; of **a** the inner
//     ones count (ours).
//   - At most [MaxInside] links and pieces of code stand within a style (ours);
//     where there are more, the marker that opens is text.
//   - A single ` has no other beside it.
//   - The asterisk of the keycap *️⃣ is no marker.
//
// # Monospace
//
// ``` opens wherever it stands, if no further ` follows, and pairs with the next
// ```, over the ends of lines too. Between them must be something other than
// spaces. In ```` the last three open.
//
// Within code and monospace nothing counts: no markers, no links, no emojis
// (ours). Around them other styles do: *`bold code`*; but a style that would have
// to go on past the end of a line within monospace is none.
//
// # Quotes and lists
//
// At the beginning of a line, "> " makes a quote, "* " or "- " an item of a list,
// and one or two digits with ". " a numbered item, if more than spaces follow on
// the line. They do not nest: of "> > a" and "> - a" the second sign is text
// (ours). Each line is a block of its own, which monospace may extend over
// several lines; what belongs together, neighbours of the same [Block], is for
// the caller to draw.
//
// # Links and emojis
//
// Links are those of package link, emojis those of package emoji. Markers within
// a link do not count, but at its ends they do: a link ends before a marker that
// closes a style which opened before the link, as in *see example.com/a*, and an
// e-mail address begins after a marker that opens one. After a control that
// overrides the order of letters (U+202D, U+202E), the ends of links are not
// looked at so, for the sake of [link.Link.Risks] (ours). A link ends where code
// begins; one that begins within code is none. Emojis within a link are part of
// it.
//
// # Costs
//
// Both functions take time linear in the text, whatever it holds, and in the
// number of marks. They allocate nothing, keep no state, panic on no input, and
// may be stopped at any run.
package markup

//go:generate go run ../../internal/gen/markup -o table_word.go
