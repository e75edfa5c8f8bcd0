package template

import (
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

// A Draft is a structured message while an agent edits it (NT1, NT5, IM6). It is
// an immutable value: each change returns another Draft, and the old one can be
// gone back to.
//
//	d := template.NewDraft(n.Fill(template.Arguments{}), template.Workspace(), template.Editing{})
//	d, err := d.Set("/arguments/body/0", "Ann")
//	if d.CanSend() { send(d.Message()) }
//
// The zero Draft has no message and cannot be sent.
type Draft struct {
	message Structured
	limits  *Limits
	editing Editing
	// emptied are the paths that an empty text was set at.
	emptied []string
}

// Editing says what the agent may change in a draft besides its values. The zero
// Editing lets nothing else be changed.
type Editing struct {
	// NotificationAttachment is the privilege
	// canChangeAttachmentsInNotification (NT6).
	NotificationAttachment bool
	// ReplyButtonAttachment is the privilege canChangeAttachmentsInReplyButton
	// (IM1).
	ReplyButtonAttachment bool
	// Profile says which files may be sent.
	Profile attachment.Profile
}

// The privileges by their full names, as a violation's Want has them.
const (
	privilegeNotification = "InteractionWorkspace.WhatsApp.canChangeAttachmentsInNotification"
	privilegeReplyButton  = "InteractionWorkspace.WhatsApp.canChangeAttachmentsInReplyButton"
)

func (e *Editing) has(privilege string) bool {
	switch privilege {
	case privilegeNotification:
		return e.NotificationAttachment
	case privilegeReplyButton:
		return e.ReplyButtonAttachment
	default:
		return false
	}
}

// A Field is one text of a message that a screen shows a counter or an input for.
type Field struct {
	// Path is the place of the value in the message's JSON; [Draft.Set] takes it,
	// and violations of the value have it.
	Path string
	// In is the place of the text that the value is a part of, where that is
	// another: "/text/body". Violations of its length have this path.
	In string
	// Name is the name of the placeholder that the value is for; "" for a field
	// that is no parameter.
	Name string
	// Value is the present value.
	Value string
	// Missing tells that there is no value yet.
	Missing bool
	// Limit is the limit of the text In, or of the value itself; [MaxText] where
	// the text In would have more bytes than that.
	Limit decorum.Limit
	// Left is how much may still be added, in the limit's unit; below zero: by
	// how much it is over.
	Left int
	// Editable tells that the agent may change the value.
	Editable bool
}

// NewDraft returns a draft of the message, which is checked by the limits.
func NewDraft(m Structured, l Limits, e Editing) Draft {
	return Draft{message: m, limits: &l, editing: e}
}

// Message returns the message as it is now; nil for the zero Draft.
func (d Draft) Message() Structured { return d.message }

// Fields returns the texts that can be edited, in the order of the message. One
// that the message need not have, such as a footer, is among them if it is there,
// or was there until it was set to an empty text. The slice is the caller's own.
func (d Draft) Fields() []Field {
	if d.message == nil {
		return nil
	}
	return d.message.fields(d.limits, d.emptied)
}

// Set returns the draft with another value in the field at the path. It takes any
// value: [Draft.Check] judges it. A path that no field has is
// [decorum.NotFound], one that the agent may not change is
// [decorum.Unsupported]; the draft is then returned as it is.
func (d Draft) Set(path, value string) (Draft, error) {
	for _, f := range d.Fields() {
		if f.Path != path {
			continue
		}
		if !f.Editable {
			return d, decorum.Violation{Code: decorum.Unsupported, Severity: decorum.SeverityError, Path: path}.Err()
		}
		d.message = d.message.with(path, value)
		if value == "" && !slices.Contains(d.emptied, path) {
			d.emptied = append(slices.Clip(d.emptied), path)
		}
		return d, nil
	}
	return d, decorum.Violation{Code: decorum.NotFound, Severity: decorum.SeverityError}.Err()
}

// Attach returns the draft with another file in its header (NT6, IM1). m names
// the file for WhatsApp, by an id or a link; both may be empty as long as it is
// not uploaded, but then the message cannot be sent yet. f is what is known of
// the file.
//
// Everything that speaks against it is returned, at "/media": that the agent
// lacks the privilege ([decorum.MissingPrivilege]), that the header is of another
// kind or no file, and what the profile finds in f. With an error among it the
// draft is returned as it is.
func (d Draft) Attach(m MediaHeader, f attachment.File) (Draft, decorum.Violations) {
	var root decorum.Path
	at := root.Key("media")
	var r report
	var now MediaHeader
	privilege := ""
	if d.message != nil {
		now, privilege = d.message.media()
	}
	if privilege == "" {
		r.fault(&at, decorum.Unsupported)
		return d, r.vs
	}
	if !d.editing.has(privilege) {
		r.wrong(&at, decorum.MissingPrivilege, decorum.Span{}, privilege)
	}
	if m.Kind == attachment.UnknownKind {
		m.Kind = now.Kind
	}
	if m.Kind != now.Kind {
		kind := at.Key("type")
		r.wrong(&kind, decorum.Mismatch, decorum.Span{}, now.Kind.String())
	}
	if m.Name == "" {
		m.Name = f.Name
	}
	if f.Kind == attachment.UnknownKind {
		f.Kind = m.Kind
	}
	vs := r.vs.Join(&at, d.editing.Profile.Check(f))
	if !vs.HasErrors() {
		d.message = d.message.withMedia(m)
	}
	return d, vs
}

// Preview returns the message as it is now.
func (d Draft) Preview() Preview {
	if d.message == nil {
		return Preview{}
	}
	return d.message.Preview()
}

// Check returns all that is wrong with the message as it is now, and warnings.
func (d Draft) Check() decorum.Violations {
	if d.message == nil {
		return decorum.Violations{{Code: decorum.Required, Severity: decorum.SeverityError}}
	}
	return d.message.Check(*d.limits)
}

// CanSend reports whether the message may be sent as it is now (NT5): whether
// Check finds no error. Warnings do not count.
func (d Draft) CanSend() bool { return !d.Check().HasErrors() }

// Suggestions returns ways to mend what Check finds; see [Suggest].
func (d Draft) Suggestions() []Suggestion {
	if d.message == nil {
		return nil
	}
	return d.message.suggest(d.limits, d.Check())
}

// Apply returns the draft with the suggestion's message in place of its own.
func (d Draft) Apply(s Suggestion) Draft {
	if s.Message != nil {
		d.message = s.Message
	}
	return d
}
