// Package phone reads telephone numbers, and knows every country's numbering
// plan as libphonenumber does in the release [MetadataVersion].
//
// [Parse] reads the international form, [ParseRegion] what people dial at home,
// [Translate] what an agent types for a customer. All three give a [Number]: a
// value of 16 bytes that can be compared with == and used as the key of a map,
// and that knows its country code, region, kind and validity. For national and
// international notation see the package format below this one.
//
// # Possible, valid, in use
//
// A plan tells which numbers there can be, not which ones are in use. A number
// that the plan does not have is read all the same, and told apart by
// [Number.Validity]: plans change, and WhatsApp keeps older forms of numbers.
// What is refused with an error is no number at all: it does not follow the
// grammar, no country has its calling code, or its national part has fewer than
// 2 or more than 17 digits.
//
// # The grammar
//
// A number is at most 64 bytes ([MaxInput]): perhaps "tel:", perhaps separators,
// perhaps plus signs, then digits and separators.
//
//   - Digits are the decimal digits of every script that libphonenumber takes
//     (Unicode 15.0): 0-9, Arabic-Indic, Devanagari, full-width and so on.
//   - A plus is + or the full-width U+FF0B. Several in a row are one.
//   - Separators are space, - . / ( ) [ ], their full-width forms, the dashes
//     U+2010 to U+2015, U+2212 and U+30FC, the spaces U+00A0 and U+3000, and
//     the unseen U+00AD, U+200B and U+2060.
//
// At least three digits must stand there, or two side by side and nothing
// between. A zero in parentheses is a digit like others: +44 (0)7911 123456
// loses it as a national prefix, +39 (0)2 3661 8300 keeps it, for in Italy it
// belongs to the number.
//
// An error tells where and why: letters, extensions, parameters after a
// semicolon, control characters and marks of writing direction are refused with
// their place ([github.com/decorum-go/decorum.Violation]), never dropped.
// libphonenumber takes some of them: it turns letters into digits, forgets
// extensions and passes over what stands in front and behind.
//
// # What Decorum does with the numbers people get wrong
//
// In these lines, the second column is the region in which the number is
// dialled, with - for Parse.
//
//	+52 1 55 1234 5678       -   +5215512345678  too_long       Mexico's old 1 for mobiles is kept, and told: a WhatsApp id may still have it
//	+52 55 1234 5678         -   +525512345678   valid          Mexico's mobiles of today
//	045 33 1234-5678         MX  +520453312345678 too_long      Mexico's 044 and 045 went in 2019; nothing is guessed
//	+54 9 11 5612-1008       -   +5491156121008  valid          Argentina's 9 for mobiles is part of the number
//	+54 11 5612-1008         -   +541156121008   valid          without the 9 it is another number, and none is added; to package identity both are one subscriber
//	011 15 5612-1008         AR  +5491156121008  valid          dialled at home, the 15 of mobiles means that 9
//	+55 41 98888-7777        -   +5541988887777  valid          Brazil's mobiles have a ninth digit
//	+55 41 8888-7777         -   +554188887777   possible_only  without it, the number is kept as it is
//	0 41 11 98888-7777       BR  +5511988887777  valid          0 and carrier code are for dialling only
//	+225 07 23 45 67 89      -   +2250723456789  valid          Ivory Coast has ten digits since 2021
//	+225 23 45 67 89         -   +22523456789    too_short      the old eight are kept, and told
//	+44 (0)7911 123456       -   +447911123456   valid          the zero in parentheses is for dialling at home
//	+44 00 7911 123456       -   error           ambiguous      of two zeros libphonenumber drops one, and one more each time its answer is read
//	+39 02 3661 8300         -   +390236618300   valid          in Italy the zero belongs to the number
//	+49 0151 23456789        -   +4915123456789  valid          in Germany it does not
//	8 (912) 345-67-89        RU  +79123456789    valid          Russia's 8 is a national prefix
//	0044 7911 123456         -   error           malformed      00 is not a plus everywhere, so it is not guessed
//	0044 7911 123456         DE  +447911123456   valid          but in Germany it is
//	011 44 7911 123456       US  +447911123456   valid          and in America 011
//	447911123456             GB  +447911123456   valid          the region's own calling code without a plus
//	447911123456             US  +1447911123456  too_long       another region's is not guessed
//	6315551002               IN  +916315551002   valid          an American number without country: India has it too, see Translate
//	283-7151                 US  +12837151       local_only     the area code is missing
//	+1 555 123 4567          -   +15551234567    possible_only  no such area
//	1-800-FLOWERS            US  error           forbidden_character  letters are not made digits
//	+1 516 283 7151 x12      -   error           unsupported    a message cannot be sent to an extension
//	+1 516 283 7151;ext=12   -   error           unsupported    nor to one of RFC 3966
//	tel:+1-516-283-7151      -   +15162837151    valid          but a link without parameters is read
//	"\u202a+15162837151"     -   error           forbidden_character  a mark copied along with the number; it could hide what is sent where
//	٠٥٠١٢٣٤٥٦٧               SA  +966501234567   valid          digits of every script
//	+999 12345               -   error           unknown_country_code  no country has it
package phone
