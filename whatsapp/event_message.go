package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum/whatsapp/message"
)

// Received says that a message came in, or one that the business sent by another way was
// reported.
type Received struct {
	// At is when it happened.
	At time.Time
	// Envelope says who wrote it when.
	Envelope message.Envelope
	// Message is the content.
	Message message.Message
	// Channel is what it came through; zero where that was not told.
	Channel OutboundChannel
}

// Name returns "received".
func (e Received) Name() string { return "received" }

// When returns At.
func (e Received) When() time.Time { return e.At }

func (e Received) stored() (record, int) { return &e, 1 }

func (e *Received) fields(f *fields) {
	f.time("at", &e.At)
	f.envelope("envelope", &e.Envelope)
	f.message(&e.Message)
	if f.at("channel", e.Channel == (OutboundChannel{})) {
		f.object(&e.Channel)
	}
}

// Called says that a call took a step.
type Called struct {
	// At is when it happened.
	At time.Time
	// Envelope says who called when.
	Envelope message.Envelope
	// Message is the [message.Call].
	Message message.Message
}

// Name returns "called".
func (e Called) Name() string { return "called" }

// When returns At.
func (e Called) When() time.Time { return e.At }

func (e Called) stored() (record, int) { return &e, 1 }

func (e *Called) fields(f *fields) {
	f.time("at", &e.At)
	f.envelope("envelope", &e.Envelope)
	f.message(&e.Message)
}

// MediaDescribed says that more became known of a file that came in (guide TR10).
type MediaDescribed struct {
	// At is when it happened.
	At time.Time
	// ID is WhatsApp's id of the message that brought it.
	ID string
	// Message is the [message.Media] as it is known now.
	Message message.Message
}

// Name returns "media_described".
func (e MediaDescribed) Name() string { return "media_described" }

// When returns At.
func (e MediaDescribed) When() time.Time { return e.At }

func (e MediaDescribed) stored() (record, int) { return &e, 1 }

func (e *MediaDescribed) fields(f *fields) {
	f.time("at", &e.At)
	f.text("id", &e.ID)
	f.message(&e.Message)
}

// StatusChanged says that a message of the business was sent, delivered, read or played. It
// is for the transcript, and for the next part of a standard response.
type StatusChanged struct {
	// At is when it happened.
	At time.Time
	// Status is how far it came.
	Status DeliveryStatus
	// LocalID is the host's id of the message.
	LocalID string
	// WAMID is WhatsApp's id of the message; "" if it is not known.
	WAMID string
	// Reported is when WhatsApp says that it was.
	Reported time.Time
}

// Name returns "status_changed".
func (e StatusChanged) Name() string { return "status_changed" }

// When returns At.
func (e StatusChanged) When() time.Time { return e.At }

func (e StatusChanged) stored() (record, int) { return &e, 1 }

func (e *StatusChanged) fields(f *fields) {
	f.time("at", &e.At)
	f.named("status", (*uint8)(&e.Status), deliveryNames[:])
	f.text("local_id", &e.LocalID)
	f.text("wamid", &e.WAMID)
	f.time("reported", &e.Reported)
}

// MarketingChanged says that the contact stopped or resumed marketing messages.
type MarketingChanged struct {
	// At is when it happened.
	At time.Time
	// Stopped: marketing messages are not wanted.
	Stopped bool
}

// Name returns "marketing_changed".
func (e MarketingChanged) Name() string { return "marketing_changed" }

// When returns At.
func (e MarketingChanged) When() time.Time { return e.At }

func (e MarketingChanged) stored() (record, int) { return &e, 1 }

func (e *MarketingChanged) fields(f *fields) {
	f.time("at", &e.At)
	f.flag("stopped", &e.Stopped)
}
