package phone

import "github.com/decorum-go/decorum"

// A Translation is what [Translate] makes of what a person typed.
type Translation struct {
	// Number is the number that would be called.
	Number Number
	// CountryAssumed: the text had no plus, and the country calling code of
	// the business's own number was put in front.
	CountryAssumed bool
	// Validity is what the numbering plan says of Number.
	Validity Validity
}

// Translate turns what a person typed into the number of a contact (guide ES2).
// With a plus in front it is read as [Parse] does. Without one, the country
// calling code of the business's own number is put in front of the digits as
// they are, prefixes for international calls and all: nothing is guessed. What
// comes of it is read as Parse does, which drops a national prefix: 020 7946 0958
// is +44 20 7946 0958 to a business in London.
//
// An error means that there is no number: the text breaks the grammar of Parse,
// or it has no plus and business is the zero Number.
func Translate(s string, business Number) (Translation, error) {
	var in input
	f := in.read(s)
	var n Number
	assumed := false
	switch {
	case f.why != fine:
	case in.plus:
		n, f = international(in.number())
	case business.IsZero():
		f.why = noPlus
	default:
		assumed = true
		code := uint8(business.lo >> 40)
		n, f = finish(code, &plans[codes[code].plan], in.number())
	}
	if f.why != fine {
		return Translation{}, f.err(s)
	}
	return Translation{Number: n, CountryAssumed: assumed, Validity: n.Validity()}, nil
}

// OK reports whether the contact may be called without asking again: the
// country was given and the numbering plan has the number. A number whose
// country was assumed is never a yes, for it may well be somebody else's.
func (t Translation) OK() bool { return !t.CountryAssumed && t.Validity == Valid }

// Check tells why the answer is not yes: [decorum.Ambiguous] if the country was
// assumed, and what [Number.Check] says. It is empty exactly when OK is true.
func (t Translation) Check() decorum.Violations {
	var vs decorum.Violations
	if t.CountryAssumed {
		vs = vs.Add(decorum.Violation{
			Code: decorum.Ambiguous, Severity: decorum.SeverityError,
			Want: "a plus and the country calling code in front",
		})
	}
	return append(vs, t.Number.Check()...)
}
