// Package localize tells violations, sizes and durations to people in eight
// languages: English, Spanish, Portuguese, German, French, Arabic, Hindi and
// Indonesian.
//
//	l := localize.For(agent.Language, "en")
//	for _, text := range l.Violations(vs) {
//		fmt.Println(text) // /buttons/2/title: 23 Codepunkte, höchstens 20
//	}
//
// Each text tells the place as it stands in JSON, then what is wrong and what
// to do about it. The English text is that of [decorum.Violation.String], word
// for word; a test holds the two together. Nothing of a user's reaches a text:
// [decorum.Violation.Plain] takes it away first, by the same rules as there.
//
// # Plurals
//
// Which form a number takes is decided by the CLDR's plural rules as
// golang.org/x/text has them: two forms in most of the languages, one in
// Indonesian, six in Arabic, where "one" and "two" are words and show no digit.
//
// # Digits
//
// Numbers are written without grouping. Their digits and their decimal mark
// follow the CLDR 48 for the language and, where it makes a difference, the
// region: Hindi has Latin digits; so has Arabic, but in the countries that the
// CLDR gives Arabic-Indic ones, such as ar-EG and ar-SA; Spanish has a decimal
// comma, but a point in es-MX and the rest of es-419 that writes one. (The
// number tables of golang.org/x/text are those of the CLDR 32, which had the
// digits of ar and ar-EG the other way round.) Digits never mix with the words
// of another language: what is not one of the eight languages is English as a
// whole, with Latin digits and a decimal point.
//
// # Right to left
//
// In Arabic, a place, what is wanted, and a negative number in Latin digits
// stand between U+2066 LEFT-TO-RIGHT ISOLATE and U+2069 POP DIRECTIONAL
// ISOLATE, so that "/buttons/2/title" reads from its left however the text
// around it runs. An HTML element with dir="auto" takes the whole text for what
// it is, since an isolate does not count as its first letter. The other
// languages have no such marks.
package localize
