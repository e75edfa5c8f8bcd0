package markup

import "github.com/decorum-go/decorum/internal/enum"

// A Block is what a line is. The zero Block is none.
type Block uint8

// The blocks.
const (
	// Paragraph is a line without a sign of its own.
	Paragraph Block = iota + 1
	// Quote is a line after "> ".
	Quote
	// Bullet is an item of a list, after "* " or "- ".
	Bullet
	// Numbered is an item of a numbered list, after one or two digits and ". ".
	Numbered
)

var blockNames = [...]string{"", "paragraph", "quote", "bullet", "numbered"}

// String returns "paragraph", "quote", "bullet" or "numbered", and "" for any
// other Block.
func (b Block) String() string { return enum.Of(blockNames[:], b) }

// ParseBlock reads what [Block.String] writes. Anything else is
// [decorum.Unknown].
func ParseBlock(s string) (Block, error) { return enum.Parse[Block](blockNames[:], s) }

// AppendText appends what [Block.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (b Block) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, blockNames[:], b) }

// MarshalText returns what [Block.AppendText] appends.
func (b Block) MarshalText() ([]byte, error) { return b.AppendText(nil) }

// UnmarshalText reads what [ParseBlock] reads; an empty text is the zero
// Block.
func (b *Block) UnmarshalText(text []byte) error { return enum.Read(blockNames[:], b, text) }

// beginLine finds out what the line at s[at:] is, and yields its sign.
func (w *walker) beginLine(out *output, at int) bool {
	w.block, w.number = Paragraph, 0
	w.restart(at)
	if w.raw {
		return true
	}
	block, number, end := sign(w.s, at)
	if block == Paragraph {
		return true
	}
	content := notSpace(w.s, end)
	w.steps += content - at
	if content == len(w.s) || w.nextBreak(at) < content {
		return true // nothing but spaces follow
	}
	w.block, w.number = block, number
	w.restart(end)
	return w.run(out, Run{Kind: Marker}, at, end)
}

// sign reads the sign that makes the line at s[at:] a block.
func sign(s string, at int) (b Block, number, end int) {
	if at+2 >= len(s) {
		return Paragraph, 0, at
	}
	switch c := s[at]; {
	case c == '>' && s[at+1] == ' ':
		return Quote, 0, at + 2
	case (c == '*' || c == '-') && s[at+1] == ' ':
		return Bullet, 0, at + 2
	case isDigit(c):
		number, end = int(c-'0'), at+1
		if isDigit(s[end]) {
			number, end = number*10+int(s[end]-'0'), end+1
		}
		if end+1 < len(s) && s[end] == '.' && s[end+1] == ' ' {
			return Numbered, number, end + 2
		}
	}
	return Paragraph, 0, at
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
