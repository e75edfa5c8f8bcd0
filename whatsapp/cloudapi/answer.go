package cloudapi

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readQuickReply reads the object of a button of a template that was pressed.
func readQuickReply(r *wire.Reader) message.Answer {
	a := message.Answer{By: message.ByQuickReply}
	var left rest
	for name := range r.Object() {
		switch name {
		case "payload":
			a.ID = r.LooseText()
		case "text":
			a.Title = r.Text()
		default:
			left.read(r, name)
		}
	}
	a.Extra = left.extra()
	return a
}

// readInteractive reads the object of an answer to an interactive message. What
// is in it has the name of its type.
func readInteractive(r *wire.Reader) (a message.Answer) {
	var kind, seen string
	var left rest
	for name := range r.Object() {
		switch {
		case name == "type":
			kind = r.Text()
		case seen == "" && r.Kind() == wire.Object:
			seen = name
			var inner rest
			readMeans(r, name, &a, &inner)
			left.nest(name, inner)
		default:
			left.read(r, name)
		}
	}
	switch {
	case seen == "":
		a.By = message.Means(kind)
	case kind != "" && kind != seen:
		r.Report(decorum.Violation{Code: decorum.Mismatch, Path: "/type"})
	}
	a.Extra = left.extra()
	return a
}

// readMeans reads by what the customer answered. Of a means that is not known,
// and of a way to pay, the JSON is kept.
func readMeans(r *wire.Reader, name string, a *message.Answer, left *rest) {
	switch name {
	case "button_reply":
		a.By = message.ByReplyButton
		readOption(r, a, left)
	case "list_reply":
		a.By = message.ByList
		readOption(r, a, left)
	case "nfm_reply":
		a.By = message.ByFlow
		readForm(r, a, left)
	case "call_permission_reply":
		a.By = message.ByCallPermission
		readPermission(r, a, left)
	case "payment_method":
		a.By = message.ByPaymentMethod
		a.ID, _ = r.Lookup("reference_id")
		a.Response = r.Raw()
	default:
		a.By = message.Means(name)
		a.Response = r.Raw()
	}
}

func readOption(r *wire.Reader, a *message.Answer, left *rest) {
	for name := range r.Object() {
		switch name {
		case "id":
			a.ID = r.LooseText()
		case "title":
			a.Title = r.Text()
		case "description":
			a.Description = r.Text()
		default:
			left.read(r, name)
		}
	}
}

// readForm reads what was filled in: a flow, or an address.
func readForm(r *wire.Reader, a *message.Answer, left *rest) {
	for name := range r.Object() {
		switch name {
		case "body":
			a.Title = r.Text()
		case "response_json":
			a.Response = r.Text()
		case "name":
			mark := r.Mark()
			switch r.Text() {
			case "flow":
			case "address_message":
				a.By = message.ByAddress
			default:
				left.keep(r, name, mark)
			}
		default:
			left.read(r, name)
		}
	}
}

func readPermission(r *wire.Reader, a *message.Answer, left *rest) {
	for name := range r.Object() {
		switch name {
		case "response":
			a.ID = r.Text()
		case "expiration_timestamp":
			a.Expires = readSeconds(r, left, name)
		default:
			left.read(r, name)
		}
	}
}
