package phone

// Parse reads a number in international form: a plus, the country calling code
// and the national number, with separators between the digits as people write
// them (the package's own page has the grammar). Prefixes for international
// calls, such as 00, are not guessed. A national prefix after the calling code,
// as in +44 (0)7911 123456, is dropped where libphonenumber drops it.
//
// The number need not be in its country's plan; see [Number.Validity]. What
// comes back has a text that Parse reads as the same number.
//
// The error is a [*decorum.Error] with one violation and its place in s:
//
//   - [decorum.Required]: no digit
//   - [decorum.TooLong]: more than MaxInput bytes, or 17 national digits
//   - [decorum.TooShort]: fewer than three digits, or two national ones
//   - [decorum.InvalidUTF8], [decorum.ForbiddenCharacter]
//   - [decorum.Unsupported]: an extension or parameters
//   - [decorum.Malformed]: no plus in front, or one elsewhere
//   - [decorum.UnknownCountryCode]: no country has the calling code
//   - [decorum.Ambiguous]: national prefixes stand one upon the other, so that
//     the number that is left begins with one: its text would be read as
//     another number
func Parse(s string) (Number, error) {
	var in input
	f := in.read(s)
	if f.why == fine && !in.plus {
		f.why = noPlus
	}
	if f.why == fine {
		var n Number
		if n, f = international(in.number()); f.why == fine {
			return n, nil
		}
	}
	return Number{}, f.err(s)
}

// MustParse returns what [Parse] returns and panics on an error. It is meant for
// numbers that stand in the program.
func MustParse(s string) Number {
	n, err := Parse(s)
	if err != nil {
		panic("phone: MustParse: " + err.Error())
	}
	return n
}

// ParseRegion reads a number as it is dialled in a region: in international
// form, or in national form with or without the region's national prefix, with
// its prefix for international calls, or with its own calling code.
func ParseRegion(s, region string) (Number, error) {
	var in input
	f := in.read(s)
	if f.why == fine {
		var n Number
		if n, f = dialled(&in, regionNumber(region)); f.why == fine {
			return n, nil
		}
	}
	return Number{}, f.err(s)
}

// dialled reads digits as they are dialled in a region; 0 is no region.
func dialled(in *input, region uint8) (Number, fault) {
	digits, p := in.number(), &plans[region]
	switch {
	case in.plus:
		n, f := international(digits)
		if f.why == unknownCode && region != 0 {
			// After the plus, the prefix for international calls all the same.
			if n, f, called := abroad(digits, p); called {
				return n, f
			}
		}
		return n, f
	case region == 0:
		return Number{}, fault{why: noRegion}
	}
	if n, f, called := abroad(digits, p); called {
		return n, f
	}
	var room [maxDigits]byte
	if national, ok := p.withoutCode(digits, &room); ok {
		return finish(p.code, &plans[codes[p.code].plan], national)
	}
	return finish(p.code, p, digits)
}

// international reads the digits after a plus.
func international(digits []byte) (Number, fault) {
	if len(digits) < minInternational {
		return Number{}, fault{why: tooFew, actual: len(digits)}
	}
	code := codeIndex[int(digits[0])*100+int(digits[1])*10+int(digits[2])]
	if code == 0 {
		return Number{}, fault{why: unknownCode}
	}
	c := &codes[code]
	return finish(code, &plans[c.plan], digits[c.digits:])
}

// abroad reads digits that begin with the plan's prefix for international
// calls, and reports whether they do.
func abroad(digits []byte, p *plan) (Number, fault, bool) {
	end, _ := p.idd.match(digits)
	// No calling code begins with 0.
	if end < 0 || end < len(digits) && digits[end] == 0 {
		return Number{}, fault{}, false
	}
	n, f := international(digits[end:])
	if f.why == unknownCode {
		f.start = end
	}
	return n, f, true
}

// withoutCode returns the national number of digits that begin with the plan's
// own calling code, and whether that makes more sense than the digits as they
// are: they are no number of the plan and the rest is, or they are too many.
func (p *plan) withoutCode(digits []byte, room *[maxDigits]byte) ([]byte, bool) {
	c := &codes[p.code]
	if len(digits) < int(c.digits) {
		return nil, false
	}
	for i, d := range digits[:c.digits] {
		if uint16(d+1) != c.head>>(12-4*i)&0xF {
			return nil, false
		}
	}
	national := p.strip(digits[c.digits:], room)
	return national, !p.matches(digits) && p.matches(national) || p.length(len(digits)) == TooLong
}

// finish makes the number of a calling code and the digits after it, or without
// it, read by a plan of that code.
func finish(code uint8, p *plan, digits []byte) (Number, fault) {
	if len(digits) < minNational {
		return Number{}, fault{why: shortNational, actual: len(digits)}
	}
	var room, again [maxDigits]byte
	national := p.national(digits, &room)
	if len(national) > maxNational {
		return Number{}, fault{why: longNational, actual: len(national)}
	}
	main := &plans[codes[code].plan]
	if p != main || string(national) != string(digits) {
		// The text of the number has to read as the same number.
		if back := main.national(national, &again); string(back) != string(national) {
			return Number{}, fault{why: unstable}
		}
	}
	return newNumber(code, national), fault{}
}
