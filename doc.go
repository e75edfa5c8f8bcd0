// Package decorum is the rules of a WhatsApp business conversation, as a
// library: may this message go out now, to this contact, by this agent; what
// exactly is wrong with it; what will the customer and the agent see. It decides
// and explains. The program that imports it does the I/O.
//
// This package is the vocabulary that all others share:
//
//   - [Violation], [Violations] and [Error]: what is wrong, where, by how much,
//     and what would be right. A [Code] is a sentinel for errors.Is.
//   - [Path] and the JSON Pointer functions: the place of a violation, which
//     costs nothing as long as all is well.
//   - [Limit] and [Unit]: how long a text may be, and counted in what;
//     [CountCodePoints], [CountUTF16Units], [CountGraphemes], [HasVisible].
//
// A check looks like this, and so do the library's own:
//
//	limit := decorum.Limit{Max: 20, Unit: decorum.CodePoints}
//	err := limit.Check(nil, &title, text).Err()
//	// /buttons/2/title: 23 code points, at most 20
//	errors.Is(err, decorum.TooLong) // true
//
// # The packages
//
// A program imports those that it needs, and carries no others.
//
//   - phone, phone/format: numbers in the E.164 plan, exact as libphonenumber.
//   - emoji: emojis in text, their names, codes and catalogues.
//   - location: points, places, map URL templates.
//   - attachment: kinds, types and sizes of files, sniffing, safe names.
//   - template: structured messages, which are notifications (message templates)
//     and interactive messages: check, lint, fill, preview, draft.
//   - whatsapp: the session of a contact with a business number, event-sourced, and
//     the policy that decides about it; the reply window, pending responses,
//     privileges, capacity and routing, outbound sessions, standard responses.
//   - whatsapp/whatsapptest: a kit to test one's own desk with.
//   - whatsapp/transcript: the events of sessions folded into lines ready to draw.
//   - whatsapp/cloudapi: Meta's Cloud API: webhooks in, requests out, signatures,
//     answers and error codes.
//   - whatsapp/esp: requests and answers of the External Services Protocol.
//   - whatsapp/deploy: what an installation needs, checked.
//   - whatsapp/message: everything received and sent, in one union.
//   - whatsapp/identity: who a contact is on WhatsApp.
//   - whatsapp/link, whatsapp/markup: links in text, and text as it is drawn.
//   - whatsapp/option, whatsapp/display: an installation's options and its display
//     formats.
//   - whatsapp/validation: the rules as tags of validator/v10.
//   - whatsapp/localize: violations, sizes and durations in eight languages.
//
// # Words
//
// The same word means the same in every package:
//
//   - Check tells all that keeps a value from being used, and warnings. Where it
//     wants limits, Workspace has those of the guide, CloudAPI has Meta's, and
//     Strictest combines two. Lint tells what keeps Meta from approving.
//   - Parse reads a text or a document that people write, Unmarshal one of a
//     sealed union from this library's own JSON, Decode what Meta writes. Encode
//     writes for Meta, AppendJSON our own JSON, String and AppendText a text.
//   - What comes with an error is not to be used unless the function says so;
//     what comes with Violations is, as far as it goes.
//   - Kind says which of a union a value is, Known whether this version has a
//     name that came from outside, IsZero whether a value is none.
//   - Find yields all that stands in a text, Lookup one thing by its name or key
//     and whether there is one. OK of an answer is its yes.
//
// # Promises
//
// Each is held by tests.
//
//   - Total: no input, whatever its bytes and length, makes a function panic or
//     hang; only functions whose name begins with Must panic.
//   - Bounded: time and memory are linear in the input. Parsers state the most
//     that they read.
//   - Pure: no I/O, no clock, no randomness, no goroutines, no variable that can
//     be written to. Time comes in as an argument. Everything may be used from
//     several goroutines at once, unless it says that it has one owner. Bytes
//     that are read are neither kept nor written to.
//   - Deterministic: equal input gives equal results in equal order, on every
//     platform and with every version of Go. Unicode is [UnicodeVersion],
//     whatever the version of the toolchain's own tables.
//   - Canonical: what a value's String returns parses to an equal value.
//   - Complete: a check returns all violations, not only the first, and none is
//     hidden by its parent's.
//   - Discreet: the text of an error holds nothing of the user's text: no
//     message, no number, no key that a user chose unless it is plain.
//
// # Counting
//
// "Characters" are Unicode code points unless a limit says otherwise. UTF-16
// units are the strict reading: a text that passes it passes both. Bytes are
// those of UTF-8. Graphemes are what a reader takes for one character; no limit
// is judged by them alone. Text that is not valid UTF-8 is a violation, and is
// never repaired.
package decorum
