package template

import "github.com/decorum-go/decorum"

// A Notification is the definition of a WhatsApp message template (rules NT1 to
// NT3). It is a plain struct: write it as a literal, and let [Notification.Check]
// and [Notification.Lint] judge it. What it holds must not be changed while it
// is in use.
//
// The zero Notification is empty and may not be sent.
type Notification struct {
	// ID names the template, with or without its namespace.
	ID ID `json:"id"`
	// Language is the language of this translation, as WhatsApp writes it.
	Language Language `json:"language"`
	// Category is what Meta approved the template for; empty: not known.
	Category Category `json:"category,omitempty"`
	// Status is what is known of Meta's approval; empty: not known.
	Status Status `json:"status,omitempty"`
	// Header stands above the body; nil for none.
	Header Header `json:"header,omitempty"`
	// Body is the text, with placeholders. An authentication template may leave
	// it empty: Meta words it.
	Body string `json:"body,omitempty"`
	// Footer stands below the body in small print, without placeholders.
	Footer string `json:"footer,omitempty"`
	// Buttons stand below the message, in the order in which arguments and
	// answers count them.
	Buttons []Button `json:"buttons,omitempty"`
	// Authentication is set for templates that carry a one-time code.
	Authentication *Authentication `json:"authentication,omitempty"`
	// Offer is set for limited-time offers.
	Offer *Offer `json:"offer,omitempty"`
	// Cards are those of a carousel, side by side below the body.
	Cards []Card `json:"cards,omitempty"`
	// Examples are values such as the ones that will be sent. Meta wants one for
	// each placeholder, for the file of a media header and for a copied code.
	Examples Arguments `json:"examples,omitzero"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Authentication says how Meta words a template with a one-time code. The code
// is the first value of the body, and of the button that copies it.
type Authentication struct {
	// SecurityRecommendation adds the advice not to share the code.
	SecurityRecommendation bool `json:"security_recommendation,omitempty"`
	// ExpiryMinutes adds a footer with how long the code is valid, 1 to 90
	// minutes; 0 for none.
	ExpiryMinutes int `json:"expiry_minutes,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Offer is the line of a limited-time offer above its body.
type Offer struct {
	// Text is the heading, such as "Expiring offer!".
	Text string `json:"text"`
	// Expires tells that each message says until when the offer holds, and the
	// phone counts down: see [Arguments.Expires].
	Expires bool `json:"expires,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A Card is one of a carousel: a file or a product, an optional text, buttons.
type Card struct {
	Header  Header   `json:"header,omitempty"`
	Body    string   `json:"body,omitempty"`
	Buttons []Button `json:"buttons,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Extra keeps members of a JSON object that this version does not know, as the
// text of an object of their own, so that they survive a round trip. The empty
// Extra is none. One that repeats a member which the value itself writes cannot be
// written.
type Extra string

// A Category is what a template is for. The set is open: an unknown category is
// kept as it is.
type Category string

// The categories, in lower case, as Meta takes them in either case.
const (
	Authenticate Category = "authentication"
	Marketing    Category = "marketing"
	Utility      Category = "utility"
)

// Known reports whether this version knows the category.
func (c Category) Known() bool { return c == Authenticate || c == Marketing || c == Utility }

// A Status is what is known of Meta's approval of a template. The set is open:
// an unknown status is kept as it is. They are Meta's words in lower case.
type Status string

// The statuses.
const (
	Approved        Status = "approved"
	Pending         Status = "pending"
	InAppeal        Status = "in_appeal"
	Rejected        Status = "rejected"
	Paused          Status = "paused"
	Disabled        Status = "disabled"
	Flagged         Status = "flagged"
	Locked          Status = "locked"
	Archived        Status = "archived"
	LimitExceeded   Status = "limit_exceeded"
	Reinstated      Status = "reinstated"
	PendingDeletion Status = "pending_deletion"
	Deleted         Status = "deleted"
)

// Verdict tells what the status means for sending (rule NT8): SeverityError for
// a template that is refused, SeverityWarning for one whose messages may be, and
// zero where nothing is known against it.
func (s Status) Verdict() decorum.Severity {
	switch s {
	case Rejected, Paused, Disabled, PendingDeletion, Deleted:
		return decorum.SeverityError
	case Pending, InAppeal, Flagged, Locked, Archived, LimitExceeded:
		return decorum.SeverityWarning
	default:
		return 0
	}
}
