package option

import (
	"log/slog"
	"strconv"
	"time"

	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/display"
)

// Options are the options of the plug-in, each in its type. [Table] tells of
// each one what it means and which values it can have.
//
// They are a plain value: copy them, and set fields of the copy at will; what a
// program sets itself is checked by [Options.Check]. The slices are shared
// between copies: replace them, do not write into them.
//
// The zero Options is not the defaults: it has every switch off, every limit 0
// and no theme, and Check refuses it. Begin with [Default] or [Parse].
type Options struct {
	// EmojisBusinessAttribute names the business attribute that holds the emojis
	// on offer; "" is the default set (EM1).
	EmojisBusinessAttribute string
	// PendingResponse is when an unanswered customer message turns yellow and
	// red (PR1).
	PendingResponse Thresholds
	// NewMessageBlinking: the interaction's bar blinks on a new message (TR7).
	NewMessageBlinking bool
	// NewMessageBlinkingDuration is how long it blinks; 0 is without end (TR7).
	NewMessageBlinkingDuration time.Duration
	// FocusOnNewMessages: the transcript scrolls to a new message (TR7).
	FocusOnNewMessages bool
	// MaxTextMessageSize is the most that a text message may have, in bytes of
	// UTF-8 (TX1).
	MaxTextMessageSize int
	// TranscriptInteractionsCount is how many earlier sessions are shown at
	// opening and on each request for older ones (TR5).
	TranscriptInteractionsCount int
	// ShowCrossChannelMessages: the transcript has the contact's messages from
	// other WhatsApp channels, too (TR6).
	ShowCrossChannelMessages bool
	// MessageDelayTimespan is how late a message may arrive and not be shown as
	// delayed (TR2).
	MessageDelayTimespan time.Duration
	// TwoStepAttachmentUpload: a selected file is previewed and waits for Send
	// (AT3).
	TwoStepAttachmentUpload bool

	// ConferenceQueue names the queue for conferences with a Skill or an Agent
	// Group; "" makes them impossible (IN6).
	ConferenceQueue string
	// OnHoldQueue names the queue in which a session is placed on hold; "" makes
	// it impossible (WB4).
	OnHoldQueue string
	// InProgressWorkbin names the workbin for parked sessions; "" makes parking
	// impossible (WB4).
	InProgressWorkbin string
	// OutboundSessionConfig is the JSON object that lists the channels for
	// sessions from other media, as it was written; "" lists none (OB3).
	OutboundSessionConfig string

	// EnableFreeMsgTimespanMonitoring switches the automatic notification on,
	// which the next four options are about (OB5).
	EnableFreeMsgTimespanMonitoring bool
	// FreeMsgTimespan is the time since the last incoming message after which
	// only notifications go out (OB5).
	FreeMsgTimespan time.Duration
	// DefaultNotificationText is the text of the default notification; the
	// agent's draft takes the place of its one {{1}} (OB5).
	DefaultNotificationText string
	// DefaultNotificationID is the id of the default notification (OB5).
	DefaultNotificationID string
	// DefaultNotificationLanguage is the language of the default notification
	// (OB5).
	DefaultNotificationLanguage string

	// Maps are the map URLs and the size of a location's preview (LO2).
	Maps location.Maps

	// ContactDirectoryDisplayedColumns are the columns of the contact directory
	// (DF).
	ContactDirectoryDisplayedColumns []string
	// ContactDirectorySearchAttributes are the attributes by which the contact
	// directory is searched (DF).
	ContactDirectorySearchAttributes []string
	// ContactDisplayedAttributes are the attributes of a contact that are shown
	// (DF).
	ContactDisplayedAttributes []string
	// CaseNameFormat makes the name of a case (DF).
	CaseNameFormat display.Format
	// CustomerNameFormat makes the customer's name in the transcript; the zero
	// Format leaves it to rule TR4 (DF).
	CustomerNameFormat display.Format
	// InteractionWindowTitle makes the title of an interaction's window (DF).
	InteractionWindowTitle display.Format
	// ToastWindowTitle makes the title of an offer (DF).
	ToastWindowTitle display.Format

	// Theme is how icons and structured messages are drawn (TR11).
	Theme Theme
	// TextSize is the transcript's text size in the host's own terms; "" leaves
	// it to the host (TR11).
	TextSize string
	// Colors are the transcript's colours (TR11).
	Colors Colors

	// layers tells for each row of the table which layer set it.
	layers [rows]Layer
}

// Colors are the colours of the transcript, in the host's own terms, such as
// "Black" or "#1e90ff" (TR11). The library passes them through. "" leaves a
// colour to the host, and so does the zero Colors.
type Colors struct {
	AgentText, AgentPrompt           string
	ClientText, ClientPrompt         string
	OtherAgentText, OtherAgentPrompt string
	SystemText                       string
}

// Default returns the options that apply where no layer sets any.
func Default() Options {
	var o Options
	for i := range table {
		table[i].read(&o, table[i].Default)
	}
	return o
}

// Layer returns the layer that set the option of this name; [BuiltIn] where none
// did, and for a name that the table does not have. It tells of the option as it
// was parsed: a field that a program sets later keeps its layer.
func (o Options) Layer(name string) Layer {
	if i := index(name); i >= 0 {
		return o.layers[i]
	}
	return BuiltIn
}

// Values returns the value of every option as an administrator would write it,
// by name: a whole layer. Parsing it gives the same values again, whatever the
// options are if [Options.Check] finds no error in them.
func (o Options) Values() map[string]string {
	values := make(map[string]string, rows)
	for i := range table {
		values[table[i].Name] = table[i].write(&o)
	}
	return values
}

// Equal reports whether both have the same values, set by the same layers.
func (o Options) Equal(other Options) bool {
	if o.layers != other.layers {
		return false
	}
	for i := range table {
		if !table[i].same(&o, &other) {
			return false
		}
	}
	return true
}

// LogValue returns the options that a layer set, in the order of the table. Map
// URLs are shown without their keys. Of the outbound configuration, which holds
// telephone numbers, and of texts only the length is shown.
func (o Options) LogValue() slog.Value {
	var attrs []slog.Attr
	for i := range table {
		if o.layers[i] == BuiltIn {
			continue
		}
		text := table[i].write(&o)
		switch field := table[i].field(&o).(type) {
		case *location.MapURL:
			text = field.Redacted()
		case *string:
			if k := table[i].Kind; k == KindJSON || k == KindText {
				text = strconv.Itoa(len(text)) + " bytes"
			}
		}
		attrs = append(attrs, slog.String(table[i].Name, text))
	}
	return slog.GroupValue(attrs...)
}
