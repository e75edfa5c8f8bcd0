package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Flow is an interactive message with one button that opens a WhatsApp Flow: a
// form of several screens. The customer's answers come back as JSON, under the
// name "flow".
//
// The zero Flow may not be sent.
type Flow struct {
	// Header is text or a file; nil for none.
	Header Header `json:"header,omitempty"`
	// Body is the text.
	Body string `json:"body"`
	// Footer stands below the body in small print; "" for none.
	Footer string `json:"footer,omitempty"`
	// Label is the label of the button.
	Label string `json:"label"`
	// ID and Name each name the flow; one of them is set.
	ID   string `json:"flow_id,omitempty"`
	Name string `json:"flow_name,omitempty"`
	// Version is that of the message; "" for "3", the only one.
	Version string `json:"version,omitempty"`
	// Mode is "published", which is the default, or "draft" for a test.
	Mode string `json:"mode,omitempty"`
	// Token comes back with the answers; Meta has "unused" by default.
	Token string `json:"token,omitempty"`
	// Action is "navigate", which is the default, or "data_exchange".
	Action string `json:"action,omitempty"`
	// Screen is the first screen; Meta has "FIRST_ENTRY_SCREEN" by default.
	Screen string `json:"screen,omitempty"`
	// Data is what the first screen shows, the text of a JSON object that is not
	// empty; "" for none.
	Data string `json:"data,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindFlow].
func (m Flow) Kind() Kind { return KindFlow }

// Check returns all that keeps the message from being sent under the limits, in
// the order of its JSON, and warnings, such as an emoji in the label.
func (m Flow) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	checkKind(&r, &root, &l)
	checkTop(&r, &root, &l, m.Header, true)
	checkBody(&r, &root, l.Body, decorum.Limit{}, m.Body)
	checkFooter(&r, &root, &l, m.Footer)
	label := root.Key("label")
	if r.valid(&label, m.Label) && r.visible(&label, m.Label) {
		r.advised(&label, l.FlowLabel, l.FlowLabelAdvised, m.Label)
		checkSpacing(&r, &label, m.Label, decorum.SeverityError)
		lintEmoji(&r, &label, m.Label)
	}
	m.checkFlow(&r, &root)
	return r.vs
}

// checkFlow looks at what names the flow and how it opens.
func (m *Flow) checkFlow(r *report, root *decorum.Path) {
	id, name := root.Key("flow_id"), root.Key("flow_name")
	r.valid(&id, m.ID)
	r.valid(&name, m.Name)
	switch {
	case m.ID == "" && m.Name == "":
		r.wrong(&id, decorum.Required, decorum.Span{}, "flow_id, flow_name")
	case m.ID != "" && m.Name != "":
		r.wrong(&name, decorum.Conflict, decorum.Span{}, "flow_id, flow_name")
	}
	if m.Version != "" && m.Version != "3" {
		version := root.Key("version")
		r.wrong(&version, decorum.Unsupported, decorum.Span{}, "3")
	}
	if m.Mode != "" && m.Mode != "draft" && m.Mode != "published" {
		mode := root.Key("mode")
		r.wrong(&mode, decorum.Unknown, decorum.Span{}, "draft, published")
	}
	token, screen := root.Key("token"), root.Key("screen")
	r.valid(&token, m.Token)
	if m.Action != "" && m.Action != "navigate" && m.Action != "data_exchange" {
		action := root.Key("action")
		r.wrong(&action, decorum.Unknown, decorum.Span{}, "navigate, data_exchange")
	}
	r.valid(&screen, m.Screen)
	if m.Data != "" && !isFilledObject(m.Data) {
		data := root.Key("data")
		r.wrong(&data, decorum.Malformed, decorum.Span{}, "a JSON object that is not empty")
	}
}

// isFilledObject reports whether s is the text of a JSON object that has a
// member.
func isFilledObject(s string) bool {
	r := wire.NewStringReader(s, wire.Limits{})
	n := 0
	for range r.Object() {
		n++
	}
	return r.Done() == nil && n > 0
}

// Preview returns the message as a tree, with an option of the type "flow".
func (m Flow) Preview() Preview {
	return Preview{
		Kind: KindFlow, Header: previewTop(m.Header, false),
		Body: PreviewText{Text: m.Body}, Footer: PreviewText{Text: m.Footer},
		Sections: previewOne(PreviewOption{Type: typeFlow, ID: typeFlow, Title: m.Label}),
	}
}

func (m *Flow) shown(l *Limits, emptied []string) []shown {
	return append(
		shownTop(&m.Header, &m.Body, &m.Footer, l, l.Body, emptied),
		shownText("/label", &m.Label, l.FlowLabel),
	)
}

func (m Flow) fields(l *Limits, emptied []string) []Field {
	return fieldsOf(m.shown(l, emptied))
}

func (m Flow) with(path, value string) Structured {
	setShown(m.shown(&Limits{}, []string{path}), path, value)
	return m
}

func (m Flow) media() (MediaHeader, string)                          { return MediaHeader{}, "" }
func (m Flow) withMedia(MediaHeader) Structured                      { return m }
func (m Flow) suggest(l *Limits, vs decorum.Violations) []Suggestion { return suggestTexts(m, l, vs) }
