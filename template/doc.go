// Package template holds structured messages: messages with parts, such as a
// header, a body and buttons. The first of them are notifications, the approved
// message templates of WhatsApp (guide rules NT1 to NT8).
//
// # From a definition to a message
//
// A [Notification] is the definition of a message template: texts with
// placeholders, {{1}} or {{order_id}}. [Arguments] are the values for one
// message. [Notification.Fill] puts them together to a [Filled]: the message
// that goes out, of which the host sends the arguments and WhatsApp knows the
// rest.
//
//	n := template.Notification{ID: "shop@order_ready", Language: "en", Body: "Hello {{1}}, your order {{2}} is ready."}
//	f := n.Fill(template.Arguments{Body: template.Positional("Ann", "1042")})
//	if err := f.Check(template.Workspace()).Err(); err != nil { … }
//
// # Two questions
//
// Check tells whether something may be sent, under [Limits] that the caller
// chooses: [Workspace], the guide, or [CloudAPI], Meta's own. [Notification.Lint]
// tells whether Meta would approve the definition. What Lint finds never stops a
// message: a template that is approved is approved.
//
// Both return every violation, with a JSON Pointer into the checked value's own
// JSON: "/arguments/body/0" is the first value, "/text/body" the body with all
// values put in, "/template/buttons/2/text" a label.
//
// # Structured messages
//
// [Structured] is the sealed union of all messages with parts. Each can be
// checked and shown as a [Preview], a plain tree in which the parameters and the
// option that the customer chose are marked. A [Draft] is one of them while an
// agent edits it.
//
// # What is not done
//
// The package sends nothing and reads nothing from a network. Its JSON is its
// own; Meta's is made elsewhere. Values are immutable by convention: nothing
// here changes a slice that it was given.
package template
