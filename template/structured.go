package template

import "github.com/decorum-go/decorum"

// A Kind says which kind of structured message one is. It is the "type" of its
// JSON. Kinds are only ever added.
type Kind string

// The kinds.
const (
	// KindNotification is a filled message template: [Filled].
	KindNotification Kind = "notification"
	// KindReplyButtons is [ReplyButtons].
	KindReplyButtons Kind = "reply_buttons"
	// KindList is [List].
	KindList Kind = "list"
	// KindCallToAction is [CallToAction].
	KindCallToAction Kind = "cta_url"
	// KindLocationRequest is [LocationRequest].
	KindLocationRequest Kind = "location_request"
	// KindFlow is [Flow].
	KindFlow Kind = "flow"
	// KindProduct is [Product].
	KindProduct Kind = "product"
	// KindProductList is [ProductList].
	KindProductList Kind = "product_list"
	// KindProductCarousel is [ProductCarousel].
	KindProductCarousel Kind = "product_carousel"
	// KindCatalogue is [Catalogue].
	KindCatalogue Kind = "catalogue"
	// KindAddress is [Address].
	KindAddress Kind = "address"
	// KindCarousel is [Carousel].
	KindCarousel Kind = "carousel"
	// KindContactRequest is [ContactRequest].
	KindContactRequest Kind = "contact_request"
)

// Structured is a message with parts. It is a sealed union: only the types of
// this package are in it, and a type switch over them is complete with
// [UnknownStructured].
//
// A structured message is checked ([Structured.Check]) and shown
// ([Structured.Preview]); a [Draft] edits it.
type Structured interface {
	// Kind returns which kind of structured message it is.
	Kind() Kind
	// Check returns all that keeps the message from being sent under the limits,
	// in the order of its JSON, and warnings.
	Check(l Limits) decorum.Violations
	// Preview returns the message as a plain tree.
	Preview() Preview
	// AppendJSON appends the message's own JSON, an object with its "type". It
	// does not check the message. [Unmarshal] reads it.
	AppendJSON(dst []byte) ([]byte, error)
	// MarshalJSON returns what AppendJSON appends.
	MarshalJSON() ([]byte, error)

	// fields returns the texts of the message that a Draft shows, in the order
	// of the document. A text that may be missing and is empty is among them only
	// if its path is in emptied.
	fields(l *Limits, emptied []string) []Field
	// with returns the message with another value in the field at the path,
	// which is one that fields returned as editable. It shares nothing that
	// changes with the message that it is made from.
	with(path, value string) Structured
	// media returns the header's file and the privilege that an agent needs to
	// change it; "" when there is none to change.
	media() (m MediaHeader, privilege string)
	// withMedia returns the message with another file in its header.
	withMedia(m MediaHeader) Structured
	// suggest returns ways to mend the violations, which Check returned.
	suggest(l *Limits, vs decorum.Violations) []Suggestion
}

// UnknownStructured is a structured message of a kind that this version does
// not know. It keeps the JSON as it was, so that it survives a round trip.
//
// The zero UnknownStructured is no message.
type UnknownStructured struct {
	// Type is the "type" of the JSON; it may be empty.
	Type Kind
	// Raw is the whole JSON object.
	Raw string
}

// Kind returns the type that the JSON names.
func (u UnknownStructured) Kind() Kind { return u.Type }

// Check returns [decorum.Unknown] at "/type": what is not known is not sent.
func (u UnknownStructured) Check(Limits) decorum.Violations {
	return decorum.Violations{{
		Code: decorum.Unknown, Severity: decorum.SeverityError, Path: "/type", Want: knownKinds,
	}}
}

// Preview returns a tree that has the kind alone.
func (u UnknownStructured) Preview() Preview { return Preview{Kind: u.Type} }

func (u UnknownStructured) fields(*Limits, []string) []Field                 { return nil }
func (u UnknownStructured) with(string, string) Structured                   { return u }
func (u UnknownStructured) media() (MediaHeader, string)                     { return MediaHeader{}, "" }
func (u UnknownStructured) withMedia(MediaHeader) Structured                 { return u }
func (u UnknownStructured) suggest(*Limits, decorum.Violations) []Suggestion { return nil }
