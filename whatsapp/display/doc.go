// Package display evaluates display formats: the short texts with fields that
// make the title of a toast or a window, the name of a case, the name under
// which a customer appears (guide DF).
//
//	($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Window.Title$
//
// # Grammar
//
//	format       = alternatives
//	alternatives = sequence *( "|" sequence )
//	sequence     = *( literal / field / "(" alternatives ")" )
//	field        = "$" object "." name [ "$" ]
//
// A field ends at its closing "$"; before a "|", a ")", a blank or the end of the
// format the closing "$" may be left out, so that both spellings found in
// installations are read: $Contact.LastName$| and $Contact.LastName|. Object and
// name hold neither these characters nor "(" and controls. There is no escape:
// "$", "|", "(" and ")" cannot stand for themselves. Groups nest up to MaxDepth
// deep, and a format has at most MaxInput bytes.
//
// # Value
//
// "|" separates alternatives: the first that yields text wins. A sequence yields
// text when one of its fields or groups does, or when it has neither and a
// literal with a visible character; a field does when its value has one. Outside of
// alternatives literals always stand. Of the blanks on both sides of an empty field
// only those before it stay, and the result has none at its ends:
// $Contact.FirstName$ $Contact.LastName$ gives "Ann" where the last name is empty.
// Values are put in as they are, but for blanks at the ends of the result, and never
// read again: a value with "$" or "|" stays as it is.
package display
