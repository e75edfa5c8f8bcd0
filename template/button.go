package template

// Button is a button of a notification. It is a sealed union of [QuickReply],
// [PhoneButton], [URLButton], [CopyCode], [FlowButton], [OTPButton],
// [CatalogButton] and [UnknownButton]. In JSON their "type" is quick_reply,
// phone_number, url, copy_code, flow, otp or catalog, as in Meta's.
type Button interface{ button() }

// A ButtonIndex is the place of a button in [Notification.Buttons] or
// [Card.Buttons], from 0. Arguments and answers tell buttons apart by it, and so
// does Meta: buttons without a value count.
type ButtonIndex int

// QuickReply is a button that sends its own label as the customer's answer.
type QuickReply struct {
	Text string `json:"text"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// PhoneButton calls a phone number.
type PhoneButton struct {
	Text string `json:"text"`
	// Number is the phone number, with its country calling code.
	Number string `json:"number"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// URLButton opens a web page. A URL that ends in a placeholder is dynamic: the
// message's value is appended to what stands before it.
type URLButton struct {
	Text string `json:"text"`
	URL  string `json:"url"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// CopyCode copies a code, such as that of a coupon, which the message brings.
// WhatsApp words the label.
type CopyCode struct {
	// Text is the label, where it is known.
	Text string `json:"text,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// FlowButton opens a WhatsApp Flow: one of an id, a name or the flow itself. The
// message's value is the flow token; it may be left out.
type FlowButton struct {
	Text string `json:"text"`
	// ID, Name and JSON each name the flow; one of them is set.
	ID   string `json:"flow_id,omitempty"`
	Name string `json:"flow_name,omitempty"`
	JSON string `json:"flow_json,omitempty"`
	// Action is "navigate", which is the default, or "data_exchange".
	Action string `json:"action,omitempty"`
	// Screen is the first screen.
	Screen string `json:"screen,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// OTPButton takes over the one-time code of an authentication template: the
// customer copies it, or an app fills it in. The code is that of the body.
type OTPButton struct {
	// Kind is how the code gets from the message to the app.
	Kind OTPKind `json:"kind"`
	// Text is the label of the button that copies; WhatsApp has a default.
	Text string `json:"text,omitempty"`
	// Autofill is the label of the button that fills in.
	Autofill string `json:"autofill,omitempty"`
	// Apps are the Android apps that may read the code, at most 5. With them, an
	// OTPButton cannot be compared by ==.
	Apps []App `json:"apps,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// An App is an Android app that may read a one-time code.
type App struct {
	// Package is the app's name, such as "com.example.shop".
	Package string `json:"package"`
	// Signature is the hash of the app's signing key, 11 characters.
	Signature string `json:"signature"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// An OTPKind is how a one-time code gets from the message to the app.
type OTPKind string

// The ways.
const (
	OTPCopyCode OTPKind = "copy_code"
	OTPOneTap   OTPKind = "one_tap"
	OTPZeroTap  OTPKind = "zero_tap"
)

// CatalogButton opens the business's catalogue.
type CatalogButton struct {
	Text string `json:"text"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// UnknownButton is a button of a type that this version does not know.
type UnknownButton struct {
	// Type is the "type" of the JSON; it may be empty.
	Type string
	// Raw is the whole JSON object.
	Raw string
}

func (QuickReply) button()    {}
func (PhoneButton) button()   {}
func (URLButton) button()     {}
func (CopyCode) button()      {}
func (FlowButton) button()    {}
func (OTPButton) button()     {}
func (CatalogButton) button() {}
func (UnknownButton) button() {}

// The types of buttons in JSON.
const (
	typeQuickReply = "quick_reply"
	typePhone      = "phone_number"
	typeURL        = "url"
	typeCopyCode   = "copy_code"
	typeFlow       = "flow"
	typeOTP        = "otp"
	typeCatalog    = "catalog"
)

// label returns the button's type and label.
func label(b Button) (kind, text string) {
	switch b := b.(type) {
	case QuickReply:
		return typeQuickReply, b.Text
	case PhoneButton:
		return typePhone, b.Text
	case URLButton:
		return typeURL, b.Text
	case CopyCode:
		return typeCopyCode, b.Text
	case FlowButton:
		return typeFlow, b.Text
	case OTPButton:
		return typeOTP, b.Text
	case CatalogButton:
		return typeCatalog, b.Text
	case UnknownButton:
		return b.Type, ""
	}
	return "", ""
}
