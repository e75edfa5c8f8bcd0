package transcript

import (
	"iter"
	"time"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/enum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/markup"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Kind is what a line is. The zero Kind is none.
type Kind uint8

// The kinds.
const (
	// Heading begins an interaction: its date stands centred (guide TR1).
	Heading Kind = iota + 1
	// Message is what one of the two sides wrote, or what WhatsApp tells.
	Message
	// Notice is what the desk did, a note, a consultation. The customer has none.
	Notice
	// Failure says that a message did not reach the customer (guide TR13). The
	// customer has none.
	Failure
)

var kinds = [...]string{"", "heading", "message", "notice", "failure"}

// String returns "heading", "message", "notice" or "failure"; "" for none.
func (k Kind) String() string { return enum.Of(kinds[:], k) }

// ParseKind reads what [Kind.String] writes. Anything else is
// [decorum.Unknown].
func ParseKind(s string) (Kind, error) { return enum.Parse[Kind](kinds[:], s) }

// AppendText appends what [Kind.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (k Kind) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, kinds[:], k) }

// MarshalText returns what [Kind.AppendText] appends.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParseKind] reads; an empty
// text is the zero Kind.
func (k *Kind) UnmarshalText(text []byte) error { return enum.Read(kinds[:], k, text) }

// A Side is where a line stands (guide TR1). The zero Side is none.
type Side uint8

// The sides.
const (
	// Left is the customer's side.
	Left Side = iota + 1
	// Right is that of the business.
	Right
	// Center has headings, notices, errors and what WhatsApp itself tells.
	Center
)

var sides = [...]string{"", "left", "right", "center"}

// String returns "left", "right" or "center"; "" for none.
func (s Side) String() string { return enum.Of(sides[:], s) }

// ParseSide reads what [Side.String] writes. Anything else is
// [decorum.Unknown].
func ParseSide(s string) (Side, error) { return enum.Parse[Side](sides[:], s) }

// AppendText appends what [Side.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (s Side) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, sides[:], s) }

// MarshalText returns what [Side.AppendText] appends.
func (s Side) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads what [ParseSide] reads; an empty
// text is the zero Side.
func (s *Side) UnmarshalText(text []byte) error { return enum.Read(sides[:], s, text) }

// A Time is the time of a line as it is to be shown (guide TR2, TR3). All times
// are in UTC.
type Time struct {
	// Shown is when the line's message arrived or, if it was delayed, when it was
	// written.
	Shown time.Time `json:"shown"`
	// Tooltip is when a delayed message arrived; zero for others.
	Tooltip time.Time `json:"tooltip,omitzero"`
	// Bold: the message was delayed by more than the option message-delay-timespan.
	Bold bool `json:"bold,omitempty"`
	// Red: the message is not in the order of arrival: one that was written in a
	// later second had arrived before.
	Red bool `json:"red,omitempty"`
	// Originated and Arrived are when the message was written and when it came to the
	// host. A message of an older conversation, passed on afterwards, is shown at its
	// origination, and neither bold nor red.
	Originated time.Time `json:"originated,omitzero"`
	Arrived    time.Time `json:"arrived,omitzero"`
}

// A Line is one line of a transcript, ready to be drawn. Which fields it has goes
// by its Kind; every text in it is plain text, to be escaped by whoever draws it.
// What a line points to must not be changed: lines may share it. It can be written
// as JSON, for a screen in a browser, but is not read back; that fails where its
// event could not be written either, as for text that is not UTF-8.
type Line struct {
	// ID names the line for as long as it is there.
	ID ID `json:"id"`
	// Kind is what it is, and Side where it stands.
	Kind Kind `json:"kind"`
	Side Side `json:"side"`
	// Author is the name that stands beside it: the customer's (guide TR4), the
	// agent's, the business's; "" for a heading.
	Author string `json:"author,omitempty"`
	// Agent is the ID of the agent; "" for others, and for the customer.
	Agent string `json:"agent,omitempty"`
	// Bot: a program wrote it.
	Bot bool `json:"bot,omitempty"`
	// Time is when it was.
	Time Time `json:"time"`

	// Label says in English what a line is that is not just text, such as "Image",
	// "Order", "Note" or "Message failed" (guide TR14); "" for a text and for a
	// structured message. For other languages go by Message.Kind and Event.
	Label string `json:"label,omitempty"`
	// Text is what there is to read: a text's body, a file's caption, an answer's
	// title, a note. Runs has it with its markup and links.
	Text string `json:"text,omitempty"`
	// Message is the message as it stands now, after its edits; nil for what is none,
	// and for one that was deleted.
	Message message.Message `json:"message,omitempty"`
	// WAMID is WhatsApp's id of the message, which a reply or a reaction names; ""
	// where it is not known yet. LocalID is the host's.
	WAMID   string `json:"wamid,omitempty"`
	LocalID string `json:"local_id,omitempty"`

	// Thumbnail stands for the file of a message (guide TR10); nil for none. What is
	// unsafe about a file that came in, to be shown with it (guide AT2), is told by
	// [attachment.CheckInbound] of message.Media's Attachment.
	Thumbnail *attachment.Thumbnail `json:"thumbnail,omitempty"`
	// Place is the preview of a location (guide LO1); nil for none.
	Place *location.Preview `json:"place,omitempty"`
	// Structured is a structured message with the customer's latest choice marked; and
	// in the line of an answer the message answered, with the answer's own choice
	// (guide TR9, IM5). It is nil for none.
	Structured *template.Preview `json:"structured,omitempty"`
	// Quote is what the message replies to (guide TR12); nil for nothing.
	Quote *Quote `json:"quote,omitempty"`
	// Reactions hang on the message (guide TR12), in the order in which they were
	// made.
	Reactions []Reaction `json:"reactions,omitempty"`
	// Edits are what an edited message said before, from the oldest on (guide TR12).
	Edits []Edit `json:"edits,omitempty"`
	// Deleted: the contact took the message back. Only this marker is left of it.
	Deleted bool `json:"deleted,omitempty"`
	// Delivery is how far a message of the business came (guide TR13).
	Delivery Delivery `json:"delivery,omitzero"`

	// Forwarded: the message was passed on; FrequentlyForwarded: more than five
	// times.
	Forwarded           bool `json:"forwarded,omitempty"`
	FrequentlyForwarded bool `json:"frequently_forwarded,omitempty"`
	// Product is what an enquiry is about; zero for none.
	Product message.Product `json:"product,omitzero"`
	// Referral is the advertisement or post that led the contact into the
	// conversation; nil for none. The customer's copy has none.
	Referral *message.Referral `json:"referral,omitempty"`

	// Interaction is the number of the interaction that a heading begins.
	Interaction int `json:"interaction,omitempty"`
	// OtherChannel names the channel of a line that is not of this one (guide TR6).
	OtherChannel string `json:"other_channel,omitempty"`
	// New: the customer wrote it, and the agent has not seen it (guide TR7).
	New bool `json:"new,omitempty"`
	// Event is what a notice tells of, for hosts that word it themselves; nil for
	// other lines.
	Event whatsapp.Event `json:"-"`
}

// A Quote is the message that another one replies to, as it stands now.
type Quote struct {
	// WAMID is WhatsApp's id of the message quoted.
	WAMID string `json:"wamid"`
	// Known: the message is in the transcript. Else nothing more is told of it.
	Known bool `json:"known"`
	// Author wrote it, and Side is where it stands.
	Author string `json:"author,omitempty"`
	Side   Side   `json:"side"`
	// Preview is the message in one line; of a deleted one only the kind.
	Preview message.Preview `json:"preview,omitzero"`
	// Deleted: it was taken back.
	Deleted bool `json:"deleted,omitempty"`
}

// A Reaction is an emoji that hangs on a message.
type Reaction struct {
	// Emoji is the emoji.
	Emoji string `json:"emoji"`
	// Author set it, and Side is the author's.
	Author string `json:"author,omitempty"`
	Side   Side   `json:"side"`
	// At is when it was set.
	At time.Time `json:"at"`
}

// An Edit is what a message said before it was edited.
type Edit struct {
	// Message is what it said; nil where that is not told.
	Message message.Message `json:"message,omitempty"`
	// Until is when it was edited.
	Until time.Time `json:"until"`
}

// Runs yields the runs of Text: its markup, emojis and links, with what to open
// for a link, its tooltip and its risks (guide TR8). Markup counts where WhatsApp
// draws it, in texts and captions.
func (l Line) Runs() iter.Seq[markup.Run] {
	switch l.Message.(type) {
	case message.Text, message.Media:
		return markup.Runs(l.Text)
	default:
		return markup.Raw(l.Text)
	}
}

// BodyRuns yields the runs of the body of Structured; a run within a parameter
// has its number, from 1, as its Mark. There are none without a structured
// message.
func (l Line) BodyRuns() iter.Seq[markup.Run] {
	if l.Structured == nil {
		return markup.Runs("")
	}
	body := l.Structured.Body
	marks := make([]markup.Mark, len(body.Parameters))
	for i, p := range body.Parameters {
		marks[i] = markup.Mark{Span: p.Span, ID: i + 1}
	}
	return markup.Runs(body.Text, marks...)
}
