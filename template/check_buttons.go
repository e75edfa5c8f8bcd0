package template

import (
	"github.com/decorum-go/decorum"
)

// A sort of buttons: those of one sort stand together.
type sort uint8

const (
	quickReplies sort = iota + 1
	actions
)

// sortOf returns the sort that a button belongs to; 0 for none.
func sortOf(b Button) sort {
	switch b.(type) {
	case QuickReply:
		return quickReplies
	case PhoneButton, URLButton, CopyCode, FlowButton, OTPButton, CatalogButton:
		return actions
	default:
		return 0
	}
}

// checked is among how many buttons labels are compared with each other: more
// than any limit lets through, and few enough to compare each with each.
const checked = 32

// checkButtons looks at the buttons of a definition.
func checkButtons(r *report, at *decorum.Path, l *Limits, buttons []Button) {
	r.many(at, l.Buttons, len(buttons))
	var replies, phones, urls, codes int
	for i, b := range buttons {
		button := at.Index(i)
		var limit decorum.Limit
		count := 0
		switch b := b.(type) {
		case QuickReply:
			replies++
			limit, count = l.QuickReplies, replies
		case PhoneButton:
			phones++
			limit, count = l.PhoneButtons, phones
		case URLButton:
			urls++
			limit, count = l.URLButtons, urls
		case CopyCode:
			codes++
			limit, count = l.CopyCodes, codes
		case OTPButton:
			checkApps(r, &button, l, b)
		}
		if limit.OverCount(count) {
			r.count(&button, decorum.TooMany, decorum.SeverityError, limit.Max, count)
		}
		checkButton(r, &button, l, b)
		checkTwin(r, &button, buttons, i)
	}
	if l.MixedButtons {
		checkGrouping(r, at, buttons)
	} else {
		checkMixture(r, at, buttons)
	}
}

// checkButton looks at one button for itself.
func checkButton(r *report, at *decorum.Path, l *Limits, b Button) {
	needed := true
	kind, text := label(b)
	switch b := b.(type) {
	case QuickReply:
	case PhoneButton:
		checkLabel(r, at, l, text, true)
		number := at.Key("number")
		if r.valid(&number, b.Number) && r.visible(&number, b.Number) {
			r.long(&number, l.PhoneNumber, b.Number)
			noPlaceholders(r, &number, b.Number)
		}
		return
	case URLButton:
		checkLabel(r, at, l, text, true)
		url := at.Key("url")
		if r.valid(&url, b.URL) && r.visible(&url, b.URL) {
			r.long(&url, l.URL, b.URL)
			checkLink(r, &url, b.URL)
		}
		return
	case CopyCode, OTPButton:
		needed = false
	case FlowButton, CatalogButton:
	default:
		place := at.Key("type")
		r.wrong(&place, decorum.Unknown, decorum.Span{}, knownButtons)
		return
	}
	if l.GuideOnly && kind != typeQuickReply {
		r.wrong(at, decorum.Unsupported, decorum.Span{}, "quick_reply, phone_number, url")
	}
	checkLabel(r, at, l, text, needed)
	if f, ok := b.(FlowButton); ok {
		checkFlow(r, at, f)
	}
}

const knownButtons = "quick_reply, phone_number, url, copy_code, flow, otp, catalog"

// checkLabel looks at the label of a button.
func checkLabel(r *report, at *decorum.Path, l *Limits, s string, needed bool) {
	if s == "" && !needed {
		return
	}
	text := at.Key("text")
	if !r.valid(&text, s) || !r.visible(&text, s) {
		return
	}
	r.advised(&text, l.Label, l.LabelAdvised, s)
	noPlaceholders(r, &text, s)
	checkSpacing(r, &text, s, decorum.SeverityError)
}

// checkTwin records a label that a button before it has, too: the customer could
// not tell which is meant, nor could the business.
func checkTwin(r *report, at *decorum.Path, buttons []Button, i int) {
	if i >= checked {
		return
	}
	_, text := label(buttons[i])
	if text == "" {
		return
	}
	for _, b := range buttons[:i] {
		if _, other := label(b); other == text {
			place := at.Key("text")
			severity := decorum.SeverityWarning
			if r.lint {
				severity = decorum.SeverityError
			}
			r.add(&place, decorum.Violation{Code: decorum.Duplicate, Severity: severity})
			return
		}
	}
}

// checkFlow looks at what names the flow of a button.
func checkFlow(r *report, at *decorum.Path, b FlowButton) {
	first := true
	if b.ID == "" && b.Name == "" && b.JSON == "" {
		id := at.Key("flow_id")
		r.wrong(&id, decorum.Required, decorum.Span{}, "flow_id, flow_name, flow_json")
	}
	for _, f := range [...]struct {
		name, value string
		names       bool
	}{
		{"flow_id", b.ID, true},
		{"flow_name", b.Name, true},
		{"flow_json", b.JSON, true},
		{"action", b.Action, false},
		{"screen", b.Screen, false},
	} {
		place := at.Key(f.name)
		r.valid(&place, f.value)
		if f.value == "" || !f.names {
			continue
		}
		if !first {
			r.wrong(&place, decorum.Conflict, decorum.Span{}, "flow_id, flow_name, flow_json")
		}
		first = false
	}
}

// checkApps looks at a button that takes over a one-time code.
func checkApps(r *report, at *decorum.Path, l *Limits, b OTPButton) {
	switch b.Kind {
	case OTPCopyCode, OTPOneTap, OTPZeroTap:
	default:
		kind := at.Key("kind")
		r.wrong(&kind, decorum.Unknown, decorum.Span{}, "copy_code, one_tap, zero_tap")
	}
	autofill := at.Key("autofill")
	r.text(&autofill, l.Label, b.Autofill)
	apps := at.Key("apps")
	r.many(&apps, l.Apps, len(b.Apps))
	if len(b.Apps) == 0 && (b.Kind == OTPOneTap || b.Kind == OTPZeroTap) {
		r.fault(&apps, decorum.Required)
	}
	for i, a := range b.Apps {
		app := apps.Index(i)
		if !isPackage(a.Package) {
			place := app.Key("package")
			r.wrong(&place, decorum.Malformed, decorum.Span{}, "two or more parts of A-Z, a-z, 0-9, _ joined by dots, at most 224 characters")
		}
		if !isSignature(a.Signature) {
			place := app.Key("signature")
			r.wrong(&place, decorum.Malformed, decorum.Span{}, "11 of A-Z, a-z, 0-9, +, /, =")
		}
	}
}

// isPackage reports whether s is the name of an Android app as Meta takes it
// (authentication templates, 2025).
func isPackage(s string) bool {
	if len(s) > 224 {
		return false
	}
	parts, size := 1, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.' && size > 0:
			parts, size = parts+1, 0
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_':
			size++
		default:
			return false
		}
	}
	return parts > 1 && size > 0
}

func isSignature(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '+', c == '/', c == '=':
		default:
			return false
		}
	}
	return len(s) == 11
}

// checkMixture records buttons of another sort than the first: either quick
// replies or calls to action (rule NT3).
func checkMixture(r *report, at *decorum.Path, buttons []Button) {
	var first sort
	for i, b := range buttons {
		s := sortOf(b)
		if first == 0 {
			first = s
		}
		if s != 0 && s != first {
			button := at.Index(i)
			r.wrong(&button, decorum.Conflict, decorum.Span{}, "quick replies or calls to action")
		}
	}
}

// checkGrouping records the first button of a sort whose buttons do not stand
// together.
func checkGrouping(r *report, at *decorum.Path, buttons []Button) {
	var last, closed sort
	for i, b := range buttons {
		s := sortOf(b)
		if s == 0 || s == last {
			continue
		}
		if s == closed {
			button := at.Index(i)
			r.wrong(&button, decorum.OutOfOrder, decorum.Span{}, "quick replies side by side")
			return
		}
		closed, last = last, s
	}
}
