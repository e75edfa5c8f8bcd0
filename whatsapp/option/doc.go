// Package option reads the options of the desk's WhatsApp plug-in: what an
// administrator writes into section [interaction-workspace], as typed values
// (guide OP; the display formats and contact lists are guide DF).
//
//	options, vs := option.Parse(option.Layers{
//		Application: map[string]string{"whatsappsession.max-text-message-size": "1000"},
//		AgentGroup:  map[string]string{"whatsappsession.max-text-message-size": "2 KB"},
//	})
//	options.MaxTextMessageSize                              // 1000
//	options.Layer("whatsappsession.max-text-message-size")  // application
//	vs[0].Path // /agent_group/whatsappsession.max-text-message-size
//	vs[0].Want // an integer from 1 to 2147483647 (bytes)
//
// # Layers
//
// An option can be set for the Application, the Tenant, the Agent Group and the
// Agent; the later of these wins, and [Options.Layer] tells which one did. A bad
// value is a violation and nothing more: the value of the next lower layer, or
// else the default, applies, and no other option is lost.
//
// # The table
//
// [Table] returns all options as data: name, kind, default, valid values, when a
// change takes effect, meaning. OPTIONS.md beside this file is made from it. What
// the vendor's documents leave open and this project decided is marked "ours".
//
// # Values
//
// Blanks around a value are passed over, except in texts and display formats,
// where they may mean something. Then, by kind:
//
//   - switches are true or false, in any case
//   - integers are decimal digits, within exact bounds
//   - seconds are an integer of seconds; timespans are that or [d.]hh:mm[:ss], see
//     [ParseTimespan]; neither can overflow a time.Duration
//   - lists are separated by commas; blanks around an item, and empty items, are
//     passed over, and a repeated item is a warning
//   - names, texts, map URLs, display formats, JSON and styles: see [Kind]
//
// An empty value is a value where nothing is one (a name, a text, a list, a URL,
// a format): it overrides the lower layers. Elsewhere it is a violation.
//
// # Bad input
//
// No value, key or layer makes a function panic, and none is repaired. A value
// that is longer than its bound (64 bytes for a number, [MaxName] for a name,
// [MaxList] and [MaxItems] for a list …) is refused unread. Numbers too great for
// any integer are out of range as what they are near to. A timespan past
// [MaxTimespan], some 68 years, is refused long before a time.Duration, with its
// 292 years, would overflow. A timespan of nothing is refused where the option
// would be pointless with it. Of more than decorum.MaxViolations faults the
// list holds the first, and then how many there are. No key and no value stands
// in a violation, unless the key is plain.
//
// # Changes
//
// Options change while interactions are under way. [Effective] tells which apply
// at a given moment; [TakesEffect] has the four cases.
package option
