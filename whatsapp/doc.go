// Package whatsapp decides what a contact centre's WhatsApp desk may do: small
// values that stand by themselves, each a rule of the desk.
//
//   - [Window]: the 24 hours in which a customer can be answered freely.
//   - [PendingResponse]: since when a customer waits, and how urgent it is.
//   - [Blinking]: whether a new message still blinks.
//   - [Privileges], [Agent], [Capacity]: who may do what, and how much at once.
//   - [Routing]: which agent an interaction is offered to.
//   - [OutboundChannels]: the channels on which a session may be started.
//   - [ResponsePlan]: in which order a standard response goes out.
//   - [ExpandFieldCodes]: field codes in a standard response.
//
// Time comes in as an argument, and is kept in UTC without the monotonic clock:
// values made from equal instants are equal, and may be compared with == where
// they are comparable.
package whatsapp
