package markup_test

import (
	"fmt"
	"html"
	"strings"
	"unicode"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/whatsapp/markup"
)

func Example() {
	for r := range markup.Runs("> Hi *Ana* 👋, see example.com/a_b_c") {
		fmt.Printf("%-9v %-6v %-6v %q\n", r.Block, r.Kind, r.Style, r.Text)
	}
	// Output:
	// quote     marker        "> "
	// quote     text          "Hi "
	// quote     marker bold   "*"
	// quote     text   bold   "Ana"
	// quote     marker bold   "*"
	// quote     text          " "
	// quote     emoji         "👋"
	// quote     text          ", see "
	// quote     link          "example.com/a_b_c"
}

// On a terminal, styles are control sequences, and the signs of blocks are drawn
// anew. Controls in the text itself are not passed on.
func ExampleRuns_terminal() {
	text := "*Order 42*\n* tea\n2. _cake_\n> ring ~once~ `twice`\n\x1b[31mBye"
	codes := map[markup.Style]string{
		markup.Bold: "1", markup.Italic: "3", markup.Strike: "9", markup.Code: "7", markup.Monospace: "7",
	}
	visible := func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return '?'
		}
		return r
	}
	var b strings.Builder
	for r := range markup.Runs(text) {
		switch {
		case r.Kind == markup.Break:
			b.WriteString("\n")
			continue
		case r.Kind == markup.Marker && r.Style != 0:
			continue
		case r.Kind == markup.Marker && r.Block == markup.Quote:
			b.WriteString("| ")
			continue
		case r.Kind == markup.Marker && r.Block == markup.Bullet:
			b.WriteString("• ")
			continue
		case r.Kind == markup.Marker && r.Block == markup.Numbered:
			fmt.Fprintf(&b, "%d) ", r.Number)
			continue
		}
		for s := range r.Style.All() {
			b.WriteString("\x1b[" + codes[s] + "m")
		}
		b.WriteString(strings.Map(visible, r.Text))
		if r.Style != 0 {
			b.WriteString("\x1b[0m")
		}
	}
	fmt.Println(strings.ReplaceAll(b.String(), "\x1b", "␛"))
	// Output:
	// ␛[1mOrder 42␛[0m
	// • tea
	// 2) ␛[3mcake␛[0m
	// | ring ␛[9monce␛[0m ␛[7mtwice␛[0m
	// ?[31mBye
}

// In HTML, everything that comes from the text is escaped, and only links without
// risks are made clickable.
func ExampleRuns_html() {
	tags := map[markup.Style]string{
		markup.Bold: "b", markup.Italic: "i", markup.Strike: "s", markup.Code: "code", markup.Monospace: "pre",
	}
	var b strings.Builder
	for r := range markup.Runs("_Hi *<Ana>* 👍_\nsee *https://example.com/?a=1&b=2*\n```a < b```") {
		text := html.EscapeString(r.Text)
		switch r.Kind {
		case markup.Marker:
			continue
		case markup.Break:
			b.WriteString("<br>\n")
			continue
		case markup.Emoji:
			text = `<img alt="` + text + `" src="/emoji/` + r.Emoji.FileName() + `">`
		case markup.Link:
			if r.Link.Openable() && r.Link.Risks() == 0 {
				text = `<a href="` + html.EscapeString(r.Link.URL()) + `" title="` + html.EscapeString(r.Link.Display()) + `">` + text + `</a>`
			}
		}
		for s := range r.Style.All() {
			text = "<" + tags[s] + ">" + text + "</" + tags[s] + ">"
		}
		b.WriteString(text)
	}
	fmt.Println(b.String())
	// Output:
	// <i>Hi </i><i><b>&lt;Ana&gt;</b></i><i> </i><i><img alt="👍" src="/emoji/1f44d.png"></i><br>
	// see <b><a href="https://example.com/?a=1&amp;b=2" title="https://example.com/?a=1&amp;b=2">https://example.com/?a=1&amp;b=2</a></b><br>
	// <pre>a &lt; b</pre>
}

// The parameters of a preview are marked, across the markup.
func ExampleMark() {
	const text = "Hello *Ana*, order 42 is ready."
	name := markup.Mark{Span: decorum.Span{Start: 7, End: 10}, ID: 1}
	order := markup.Mark{Span: decorum.Span{Start: 19, End: 21}, ID: 2}
	for r := range markup.Runs(text, name, order) {
		if r.Kind == markup.Marker {
			continue
		}
		if r.Mark != 0 {
			fmt.Printf("[%d:%s]", r.Mark, r.Text)
		} else {
			fmt.Print(r.Text)
		}
	}
	fmt.Println()
	// Output:
	// Hello [1:Ana], order [2:42] is ready.
}

// The header of a message shows its characters as they are.
func ExampleRaw() {
	for r := range markup.Raw("*Sale* 🎉") {
		fmt.Printf("%v %q\n", r.Kind, r.Text)
	}
	// Output:
	// text "*Sale* "
	// emoji "🎉"
}

func ExampleStyle() {
	s := markup.Bold | markup.Italic
	fmt.Println(s, s.Has(markup.Bold), s.Has(markup.Code))
	for one := range s.All() {
		fmt.Println(one)
	}
	// Output:
	// bold,italic true false
	// bold
	// italic
}

// The emojis of a text that are drawn as images of a catalogue.
func ExampleRun() {
	images := emoji.Default()
	for r := range markup.Runs("Thanks *a lot* 🙏") {
		if entry, ok := images.Lookup(r.Emoji); ok {
			fmt.Println(r.Span, r.Kind, entry.FileName())
		}
	}
	// Output:
	// {15 19} emoji 1f64f.png
}
