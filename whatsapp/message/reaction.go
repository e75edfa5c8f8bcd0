package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/internal/wire"
)

// Reaction is an emoji that hangs on a message (rule TR12).
type Reaction struct {
	// Target is the id of the message.
	Target string `json:"target"`
	// Emoji is the emoji; "" removes the one that was there.
	Emoji string `json:"emoji,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Removed reports whether the reaction takes back an earlier one.
func (c Reaction) Removed() bool { return c.Emoji == "" }

// Kind returns [KindReaction].
func (c Reaction) Kind() Kind { return KindReaction }

// Check tells of a missing target, and of an Emoji that is neither empty nor
// exactly one emoji, by [emoji.Single].
func (c Reaction) Check(Limits) decorum.Violations {
	var r report
	var root decorum.Path
	target, at := root.Key("target"), root.Key("emoji")
	r.present(&target, c.Target)
	if _, ok := emoji.Single(c.Emoji); !ok && c.Emoji != "" && r.valid(&at, c.Emoji) {
		r.wrong(&at, decorum.Malformed, "one emoji, or nothing")
	}
	return r.vs
}

// Preview returns the emoji.
func (c Reaction) Preview() Preview { return preview(KindReaction, c.Emoji) }

// AppendJSON appends the message as JSON.
func (c Reaction) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, c) }

// MarshalJSON returns what AppendJSON appends.
func (c Reaction) MarshalJSON() ([]byte, error) { return appendMessage(nil, c) }

// UnmarshalJSON reads a message of this kind. On an error c stays as it is.
func (c *Reaction) UnmarshalJSON(data []byte) error { return readJSON(data, c, readReaction) }

// LogValue returns the kind, the target, and whether the reaction is removed.
func (c Reaction) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("kind", string(KindReaction)),
		slog.String("target", logID(c.Target)),
		slog.Bool("removed", c.Removed()),
	)
}

func (Reaction) message() {}

func readReaction(r *wire.Reader) (c Reaction) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			readKind(r, KindReaction)
		case "target":
			c.Target = r.Text()
		case "emoji":
			c.Emoji = r.Text()
		default:
			rest.read(r, name)
		}
	}
	c.Extra = rest.extra()
	return c
}

func (c *Reaction) write(w *wire.Writer) {
	begin(w, KindReaction)
	w.KeyText("target", c.Target)
	w.Optional("emoji", c.Emoji)
	end(w, c.Extra)
}
