// Package identity tells who a contact is on WhatsApp.
//
// A [WhatsAppID] is the digits that WhatsApp reports for an account. They are
// mostly those of the telephone number, but not always: Mexican accounts still
// appear with a 1 after the country code, Argentine ones with a 9, and Brazilian
// mobiles of some areas without the ninth digit that their numbers have had for
// years. A library that rewrites such ids loses contacts, or writes to a stranger;
// one that does not compare them takes one person for two. This package does
// neither: an id stays as it was reported, and [SameSubscriber] knows which ids
// are one subscriber's.
//
// An [Identity] is all that is known of a contact: WhatsApp id, telephone
// number, and, since a contact may hide the number, the user id that is scoped
// to the business. [Identity.Addresses] tells by which of them a message may be
// sent, and in which field of the request.
//
// # What Decorum does with the ids people get wrong
//
//	reported          variants                        why
//	5215512345678     525512345678, 5215512345678     Mexico: 521 and ten digits is 52 and the ten
//	521512345678      521512345678                    Mexico: only nine digits after the 1, left alone
//	5491158749895     5491158749895, 541158749895     Argentina: the 9 marks a mobile, the ten digits are the subscriber's
//	554188887777      5541988887777, 554188887777     Brazil: a mobile reported without its ninth digit
//	551151234567      551151234567                    Brazil: a landline never gets a ninth digit
//	5511951234567     5511951234567                   Brazil: without its 9 this would be a landline of somebody else
//	551178901234      551178901234                    Brazil: a mobile with eight digits that the plan still has
//	15162837151       15162837151                     elsewhere the id is the number
//
// The first of the variants is [WhatsAppID.Canonical].
package identity
