// Package message holds the messages of a WhatsApp conversation: one sealed
// union of everything that comes in and goes out, and the [Envelope] that says
// who wrote which message when.
//
// A [Message] is the content alone. What travels in both directions:
//
//	Text, Media, Location, Contacts, Reaction, Structured
//
// and what comes in only:
//
//	Answer          the customer chose an option or filled in a form
//	Order           a cart of a catalogue
//	Call            a step of a voice call
//	System          the contact's number or id changed
//	WelcomeRequest  the contact opened the conversation for the first time
//	Edit, Deletion  the contact changed or took back a message
//	Unsupported     WhatsApp itself does not pass the content on
//	Unknown         this version does not know the type; the JSON is kept
//
// The model is the guide's, not Meta's: package cloudapi translates. All of it is
// plain structs; [Message] is checked before it is sent, never when it is made,
// read or written.
//
// # JSON
//
// Every message has a JSON object of its own, told apart by its "type":
//
//	{"type":"text","body":"Good morning"}
//	{"type":"image","id":"1003383421387256","mime_type":"image/jpeg","caption":"Taj Mahal"}
//	{"type":"answer","by":"list","id":"express","title":"Express","description":"Tomorrow"}
//
// [Unmarshal] reads any of them. Nothing is lost on a round trip: members that
// this version does not know stand in the Extra of the part that had them, and a
// message of an unknown type becomes an [Unknown]. Times are RFC 3339 in UTC.
// Violations point into this JSON. Whoever fills an Extra from another JSON, such
// as Meta's, puts all of it under one name of its own, {"meta":{…}}: a foreign
// "size" beside ours would be read as ours.
package message
