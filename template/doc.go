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
// A definition may be a literal or JSON of this package's own, whose headers and
// buttons are told apart by their "type"; package cloudapi reads and writes
// Meta's (DecodeTemplate).
//
//	{"id":"order_ready","language":"en","header":{"type":"text","text":"Order {{1}}"},"body":"Hello {{1}}, it is ready.",
//	 "buttons":[{"type":"url","text":"See it","url":"https://shop.example/{{1}}"},{"type":"phone_number","text":"Call","number":"+15162837151"}]}
//
// # Two questions
//
// Check tells whether something may be sent, under [Limits] that the caller
// chooses: [Workspace], the guide, or [CloudAPI], Meta's own. [Notification.Lint]
// tells whether Meta would approve the definition. What Lint finds never stops a
// message: a template that is approved is approved.
//
// Both return every violation, with a JSON Pointer into the checked value's own
// JSON: "/arguments/body/0" is the value of {{1}}, "/text/body" the body with all
// values put in, "/template/buttons/2/text" a label. Filled.Check tells what is
// wrong with the definition, too.
//
// # Limits
//
// Texts are counted in Unicode code points, or in UTF-16 units under
// [Limits.In]. Over the first figure is an error, over a second one a warning.
//
//	                      Workspace   CloudAPI
//	header text           60          60
//	body                  1,024       1,024 (alone: 32,768, 1,024)
//	footer                60          60
//	label of a button     25, 20      25
//	phone number          20          20
//	address of a button   2,000       2,000
//	code to copy          –           20, 15 (limited-time offer: 15)
//	one-time code         –           15
//	payload               256, 128    256, 128
//	quick replies         3           10
//	phone numbers         1           1
//	addresses             2           2
//	all buttons           10          10
//	both sorts together   no          yes, each side by side
//	cards                 –           2 to 10, 160 a text, 2 buttons each
//
// A value in a header or a button has no line break, no tab and at most four
// spaces in a row; in a body the same is an error under CloudAPI and a warning
// under Workspace (rule NT4).
//
// # Structured messages
//
// [Structured] is the sealed union of all messages with parts. Each can be
// checked and shown as a [Preview], a plain tree in which the parameters and the
// option that the customer chose are marked. A [Draft] is one of them while an
// agent edits it.
//
// # Interactive messages
//
// [ReplyButtons] and [List], which the guide has (rules IM1 to IM6), and the
// other interactive messages of WhatsApp: [CallToAction], [LocationRequest],
// [Flow], [Product], [ProductList], [ProductCarousel], [Catalogue], [Address],
// [Carousel] and [ContactRequest]. They are plain structs, written as literals.
//
//	m := template.ReplyButtons{
//		Body:    "Shall we deliver on Friday?",
//		Buttons: []template.Reply{{ID: "yes", Title: "Yes"}, {ID: "no", Title: "No"}},
//	}
//	if err := m.Check(template.Workspace()).Err(); err != nil { … }
//
// No one approves an interactive message; it needs an open 24-hour window
// instead, which this package knows nothing of (IM4). They are here all the same,
// and not beside texts and images, because an agent does the same with them as
// with a notification (IM6): inserts one from the standard responses, changes its
// texts in a [Draft], looks at its [Preview], is kept from sending what Check
// refuses, and sees the customer's choice marked ([Match], [Answered]). They share
// its headers, limits and suggestions. A reply button is that of an interactive
// message, a quick reply that of a notification: their limits differ.
//
// Under [Workspace] only what the guide has may be sent; [Limits.GuideOnly] says
// so. An agent may change every text of an interactive message that the customer
// reads, and no address and no id.
//
// # What is not done
//
// The package sends nothing and reads nothing from a network. Its JSON is its
// own; Meta's is made elsewhere. Values are immutable by convention: nothing
// here changes a slice that it was given.
package template
