// Package cloudapi speaks the JSON of Meta's WhatsApp Cloud API: webhooks come in,
// send requests go out, and both are in Decorum's own words in between. It does no
// I/O: bytes come in, values go out, and the other way round.
//
//	                Verify   Decode                  Policy.Handle
//	Meta ─ webhook ───────────────▶ Notices ─ Command ─────────▶ Event
//	Meta ◀─ request ─────────────── Message ◀─────────────────── SendRequested
//	                         Encode
//
// # Webhooks
//
// A webhook handler makes sure of the sender, decodes, and gives each command to
// the session that it is for:
//
//	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, cloudapi.MaxBody))
//	if err != nil || !cloudapi.Verify(r.Header.Get(cloudapi.SignatureHeader), body, secret) {
//		w.WriteHeader(http.StatusForbidden)
//		return
//	}
//	notices, err := cloudapi.Decode(body)
//	if err != nil {
//		log.Print(err) // what is wrong, and where; all the rest is in notices
//	}
//	for conversation, command := range notices.Commands(time.Now()) {
//		session := load(conversation) // by one of conversation.Keys()
//		events, err := policy.Handle(session, command)
//		store(conversation, events)
//	}
//
// The example of the package has all of it, with load and store.
//
// Answer 200 whatever the error says: Meta sends a refused webhook again for 36
// hours, and it would be wrong again. It also sends webhooks twice and in any
// order. A session takes a message once; a status that comes again is an event
// again, of which a transcript shows the farthest (package whatsapp/transcript).
//
// [Notices] tell more than commands. A switch over [Notices.All] finds the fate of
// templates, accounts and numbers, which change what a host may send, and what
// this version does not know, as JSON:
//
//	for notice := range notices.All() {
//		switch n := notice.(type) {
//		case *cloudapi.TemplateStatus: // n.Template.Name is now n.Status
//		case *cloudapi.NumberQuality: // n.Number may write to n.Limit contacts a day
//		case *cloudapi.Other: // n.Raw
//		}
//	}
//
// The request by which Meta makes sure of a webhook's address is answered by
// [Challenge].
//
// # What a fault costs
//
// One item. An error of [Decode] lists every fault with its JSON Pointer into the
// body. The content of a message that cannot be read is kept as a message.Unknown,
// another item as an [Other], an id that cannot be read in the Extra of its notice;
// a list of a new kind, a new member, a new type of message are no faults at all,
// and kept just the same. Only a body that is no JSON, or beyond the bounds, is
// refused whole. What wire formats leave open is refused in the item that has it:
// names that stand twice, half a surrogate pair, bytes that are no UTF-8.
//
// # Who a contact is
//
// A webhook names a contact by WhatsApp id, by user id or by both. Meta has
// published two forms of user ids, and changed some names; all are read. A
// [Conversation] has all that was told, and the name of the profile. Find the
// session by any of its [Conversation.Keys], not by one of them always: a contact
// who hides the number has a user id alone. [Moved] tells of a contact who has
// another number or user id from now on.
//
// # Sending
//
// A message is checked by its own Check, written by [Encode] for a recipient, and
// what Meta answers is read by [Report]:
//
//	body, err := cloudapi.EncodePending(contact, pending) // of Session.Outbox
//	answer := post(body)                                  // to /{phone-number-id}/messages
//	command, err := cloudapi.Report(answer, pending.LocalID, now)
//	if command == nil { /* send it again later, under the same LocalID */ }
//
// [DecodeResult] tells all that is in an answer, and [GraphError] what to do about
// a refusal. What EncodeX returns, AppendX appends.
//
// [EncodeRead] marks a message as read. A violation points into the message's own
// JSON; [WirePointer] tells where that stands in the request.
//
// What the model of messages does not have, such as order details, a button that
// calls (voice_call) or a request to be allowed to call, is sent as a
// [template.UnknownStructured] with Meta's own object, and read, checked with a
// warning and written back by [DecodeRequest] in the same way.
//
// # Requests of others
//
// Requests and definitions of templates that others wrote are read by
// [DecodeRequest] and [DecodeTemplate], and checked where they stand; [Detect]
// tells which of them a body is. [EncodeTemplate] writes a definition.
//
// # Bounds
//
// [Decode] tells what it reads at most. [DecodeRequest], [DecodeTemplate],
// [DecodeResult] and [Detect] read bodies of at most 4 MB (4,194,304 bytes), and
// [DecodeContacts] of [MaxBody]; all of them 30 levels deep ([Detect] 32), with 10,000
// members of an object and 10,000 elements of a list. A longer body is refused
// unread.
//
// # On-Premises
//
// The interface before the Cloud API sent its lists without an envelope, voice
// notes as "voice", and changes of numbers under other names. [Decode] reads these
// too. [DecodeContacts] reads what its check of contacts answered.
package cloudapi
