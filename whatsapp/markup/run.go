package markup

import (
	"iter"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/internal/enum"
	"github.com/decorum-go/decorum/whatsapp/link"
)

// A Run is a stretch of a text that is drawn alike. Runs are never empty, and are
// comparable. The zero Run is none.
type Run struct {
	// Span is where the run stands in the text, in bytes, between code points.
	Span decorum.Span
	// Text is what stands there.
	Text string
	// Kind is what the run is.
	Kind Kind
	// Style is how it is drawn. That of a marker includes the style it makes.
	Style Style
	// Block is what its line is; for [Numbered], Number is the number as written,
	// 0 to 99.
	Block  Block
	Number int
	// Emoji is the emoji of an [Emoji] run.
	Emoji emoji.Emoji
	// Link is the link of a [Link] run. A border of a mark divides a link into
	// several runs, which all have the whole Link. Its Span may count from
	// elsewhere than the beginning of the text.
	Link link.Link
	// Mark is the ID of the caller's mark that the run is in, 0 outside of all.
	Mark int
}

// A Kind tells what a run is. The zero Kind is none.
type Kind uint8

// The kinds of runs.
const (
	// Text is anything that is not of another kind.
	Text Kind = iota + 1
	// Emoji is one emoji.
	Emoji
	// Link is a link, or a part of one.
	Link
	// Marker is a sign of the markup, such as "*", "```" or "1. ", which is
	// usually not drawn.
	Marker
	// Break is the end of a line, LF or CR LF, outside of monospace.
	Break
)

var kindNames = [...]string{"", "text", "emoji", "link", "marker", "break"}

// String returns "text", "emoji", "link", "marker" or "break", and "" for any
// other Kind.
func (k Kind) String() string { return enum.Of(kindNames[:], k) }

// ParseKind reads what [Kind.String] writes. Anything else is [decorum.Unknown].
func ParseKind(s string) (Kind, error) { return enum.Parse[Kind](kindNames[:], s) }

// AppendText appends what [Kind.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (k Kind) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, kindNames[:], k) }

// MarshalText returns what [Kind.AppendText] appends.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParseKind] reads; an empty text is the zero Kind.
func (k *Kind) UnmarshalText(text []byte) error { return enum.Read(kindNames[:], k, text) }

// Runs yields the runs of a text that WhatsApp draws with markup, in order, each
// after the other from the first byte to the last. Marks are stretches of the
// caller's, such as the parameters of a preview: runs end at their borders and
// have their ID; see [Mark]. They make no difference to the markup.
func Runs(s string, marks ...Mark) iter.Seq[Run] {
	return func(yield func(Run) bool) {
		w, out := newWalker(s, false), output{yield: yield, marks: marks}
		w.walk(&out)
	}
}

// Raw yields the runs of a text that WhatsApp draws without markup: that of a
// header, a footer, or the title of a button or row. It finds emojis, links and
// the ends of lines as [Runs] does, but no markers: all runs are without style,
// in paragraphs.
func Raw(s string, marks ...Mark) iter.Seq[Run] {
	return func(yield func(Run) bool) {
		w, out := newWalker(s, true), output{yield: yield, marks: marks}
		w.walk(&out)
	}
}
