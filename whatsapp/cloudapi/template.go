package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// A Template is the definition of a message template as Meta's interface has it,
// which somebody else wrote: the body of a request that creates or edits one. It
// is a value; what it holds must not be changed in place.
type Template struct {
	// Notification is the definition.
	Notification template.Notification

	document string
	faults   decorum.Violations
	places   places
}

// DecodeTemplate reads the definition of a message template: the body of a
// request that creates or edits one, or one of the list that Meta returns. The
// error is an *[decorum.Error] for what is no JSON object at all; everything else
// that is wrong is told by [Template.Check] and [Template.Lint].
//
// Nothing is lost: what the model has no place for is kept in the Extra of its
// nearest part.
func DecodeTemplate(body []byte) (Template, error) {
	document := string(body)
	r := wire.NewStringReader(document, sentLimits())
	d := definer{sender: sender{r: r}}
	mark := r.Mark()
	n := d.definition()
	faults := r.Take(mark)
	if err := r.Done(); err != nil {
		return Template{}, err
	}
	if !isObject(document) {
		return Template{}, faults.Err()
	}
	return Template{Notification: n, document: document, faults: settle(document, faults), places: d.places}, nil
}

// Check returns what keeps messages of the template from being sent under the
// limits ([template.Notification.Check]), with JSON Pointers into the body as it
// was read.
func (t Template) Check(l template.Limits) decorum.Violations {
	return t.placed(t.Notification.Check(l))
}

// Lint returns what Meta would not approve ([template.Notification.Lint]), with
// JSON Pointers into the body as it was read. A header or a button of a type that
// this version does not know is a warning, here and in Check.
func (t Template) Lint() decorum.Violations { return t.placed(t.Notification.Lint()) }

// placed returns the faults of the reading and the violations, where they stand
// in the document.
func (t Template) placed(more decorum.Violations) (vs decorum.Violations) {
	g := t.places.guide()
	var found decorum.Violations
	for _, v := range more {
		switch {
		case v.Code == decorum.Unknown && strings.HasSuffix(v.Path, "/type"):
			v.Severity = decorum.SeverityWarning // a part that Meta may know
		case v.Code == decorum.Required && v.Path == "/language":
			if has(t.document, "languages") || t.edits() {
				continue // a definition for several languages at once
			}
		case v.Code == decorum.Required && v.Path == "/id" && t.edits():
			continue
		}
		if at, ok := g.find(v.Path); ok {
			v.Path = at
		}
		found = append(found, v)
	}
	vs = vs.Join(nil, t.faults)
	for _, v := range settle(t.document, found) {
		vs = addUnless(t.faults, vs, v)
	}
	return vs
}

// edits reports whether the body is that of a request that edits a template, which
// the address of the request names.
func (t Template) edits() bool {
	return !has(t.document, "name") && !has(t.document, "language")
}

// AppendJSON appends the definition as [AppendTemplate] does. It fails for one of
// which a part could not be read: that would be lost.
func (t Template) AppendJSON(dst []byte) ([]byte, error) {
	if err := lost(t.faults).Err(); err != nil {
		return dst, err
	}
	return AppendTemplate(dst, t.Notification)
}

// MarshalJSON returns what AppendJSON appends.
func (t Template) MarshalJSON() ([]byte, error) { return t.AppendJSON(nil) }

// EncodeTemplate returns the body of a request that creates the template:
// POST /{whatsapp-business-account-id}/message_templates. What Meta would not
// approve is asked before, of [template.Notification.Lint]. The error is an
// *[decorum.Error] for a text that is no UTF-8.
//
// Members that the model does not have, such as message_send_ttl_seconds, are
// written from its Extra: {"meta":{"definition":{"message_send_ttl_seconds":60}}}.
func EncodeTemplate(n template.Notification) ([]byte, error) { return AppendTemplate(nil, n) }

// AppendTemplate appends what [EncodeTemplate] returns.
func AppendTemplate(dst []byte, n template.Notification) ([]byte, error) {
	w := wire.NewWriter(dst)
	writeDefinition(w, &n)
	return w.Done()
}
