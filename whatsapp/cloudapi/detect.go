package cloudapi

import (
	"strings"

	"github.com/decorum-go/decorum/internal/wire"
)

// A Document is what a JSON body of Meta's interface is. The empty Document is
// none that this version knows.
type Document string

// The documents.
const (
	// SendDocument is the body of a request that sends a message or marks one as
	// read: [DecodeRequest] reads it.
	SendDocument Document = "send"
	// TemplateDocument is the definition of a message template: [DecodeTemplate].
	TemplateDocument Document = "template"
	// WebhookDocument is what Meta sends to a webhook: [Decode].
	WebhookDocument Document = "webhook"
	// ResponseDocument is what Meta answers to a request: [DecodeResult].
	ResponseDocument Document = "response"
)

// Detect tells what a body is by the members that it has, for a program that is
// given any of them. It does not check the body: of one that breaks off, or is no
// JSON from some place on, it tells what the members before that place say. What
// is no JSON object is none of them.
func Detect(body []byte) Document {
	r := wire.NewReader(body, wire.Limits{})
	if r.Kind() != wire.Object {
		return ""
	}
	var entry, components, result, received, made, sends, product, name, language bool
	for member := range r.Object() {
		switch member {
		case "entry":
			entry = r.Kind() == wire.Array
		case "components":
			components = hasComponents(r)
		case "name", "category":
			name = true
		case "language", "languages":
			language = true
		case "messages":
			result = result || r.Kind() == wire.Array
			received = received || isReceived(r)
		case "statuses":
			received = received || r.Kind() == wire.Array
		case "error":
			result = result || r.Kind() == wire.Object
		case "success":
			result = result || r.Kind() == wire.Bool
		case "data":
			result = result || r.Kind() == wire.Array
		case "id":
			made = true
		case "to", "recipient", "status", "type":
			sends = true
		case "messaging_product":
			product = true
		}
	}
	switch {
	case entry, received && !sends:
		return WebhookDocument
	case components && !sends || name && language && !product:
		return TemplateDocument
	case result && !sends, made && !product:
		return ResponseDocument
	case sends:
		return SendDocument
	}
	return ""
}

// hasComponents reports whether a list is one of components of a template. Others
// have components too, such as those of an installation.
func hasComponents(r *wire.Reader) bool {
	if r.Kind() != wire.Array {
		return false
	}
	others := false
	for range r.Array() {
		kind, typed := r.Lookup("type")
		switch strings.ToLower(kind) {
		case "header", "body", "footer", "buttons", "carousel", "limited_time_offer", "call_permission_request":
		default:
			others = others || typed
		}
	}
	return !others
}

// isReceived reports whether a list is one of messages that came in, such as the
// On-Premises interface sent without an envelope.
func isReceived(r *wire.Reader) (received bool) {
	if r.Kind() != wire.Array {
		return false
	}
	for range r.Array() {
		if r.Kind() != wire.Object {
			continue
		}
		for name := range r.Object() {
			received = received || name == "from" || name == "timestamp"
		}
	}
	return received
}
