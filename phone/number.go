package phone

import (
	"cmp"

	"github.com/decorum-go/decorum"
)

// A Number is a telephone number with its country calling code: what E.164
// writes as a plus and digits. It is immutable, takes 16 bytes, can be compared
// with == and used as the key of a map. Two Numbers are equal exactly when
// their E.164 texts are.
//
// Every Number but the zero one has a calling code that exists and 2 to 17
// national digits. Whether the country's plan has it is another question; see
// [Number.Validity]. And [Parse] of its text gives the same Number.
//
// The zero Number is no number. Its text is empty.
type Number struct {
	// The digits from the top down, four bits each, 1 for 0 up to 10 for 9;
	// 16 of them in hi, up to 4 in lo. What follows in lo depends on the
	// digits alone, so that numbers with the same digits are the same:
	//
	//	48…63  digits 17 to 20
	//	40…47  place in codes
	//	32…39  region
	//	24…31  kind
	//	16…23  validity
	//	 0…15  how many digits
	hi, lo uint64
}

const (
	// minNational and maxNational bound the digits of a national number.
	minNational = 2
	maxNational = 17
	// maxDigits is the most digits that an input can have.
	maxDigits = MaxInput
	// maxText is the length of the longest text: a plus and 20 digits.
	maxText = 1 + 3 + maxNational
)

// newNumber returns the number of a calling code and 2 to 17 national digits.
func newNumber(code uint8, national []byte) Number {
	c := &codes[code]
	what := walk(c.class, national)
	region, kind, validity := uint8(what), uint8(what>>8), Valid
	if what == 0 {
		validity = plans[c.plan].length(len(national))
		region = c.region
		if region == 0 {
			region = uint8(walk(c.leading, national))
		}
	}
	n := Number{
		hi: uint64(c.head) << 48,
		lo: uint64(code)<<40 | uint64(region)<<32 | uint64(kind)<<24 | uint64(validity)<<16 |
			uint64(int(c.digits)+len(national)),
	}
	shift := 60 - 4*int(c.digits)
	for i, d := range national {
		if shift < 0 {
			for j, d := range national[i:] {
				n.lo |= uint64(d+1) << (60 - 4*j)
			}
			break
		}
		n.hi |= uint64(d+1) << shift
		shift -= 4
	}
	return n
}

func (n Number) code() *callingCode { return &codes[uint8(n.lo>>40)] }

// length returns how many digits n has.
func (n Number) length() int { return int(n.lo & 0xFFFF) }

// text writes the plus and the digits of n and returns how many bytes they are.
func (n Number) text(room *[maxText]byte) int {
	if n == (Number{}) {
		return 0
	}
	room[0] = '+'
	length := n.length()
	rest := n.hi
	for i := 1; i <= length && i < maxText; i++ {
		if i == 17 {
			rest = n.lo
		}
		room[i] = '0' - 1 + byte(rest>>60)
		rest <<= 4
	}
	return 1 + length
}

// String returns the number as E.164 writes it: a plus and the digits, such as
// "+15162837151"; "" for the zero Number.
func (n Number) String() string {
	var room [maxText]byte
	return string(room[:n.text(&room)])
}

// AppendText appends what [Number.String] returns to dst. The error is always
// nil.
func (n Number) AppendText(dst []byte) ([]byte, error) {
	var room [maxText]byte
	return append(dst, room[:n.text(&room)]...), nil
}

// MarshalText returns what [Number.String] returns. The error is always nil.
// JSON shows a Number as a string.
func (n Number) MarshalText() ([]byte, error) { return n.AppendText(nil) }

// UnmarshalText reads a number as [Parse] does. The empty text is the zero
// Number. After an error n is as it was.
func (n *Number) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*n = Number{}
		return nil
	}
	if len(text) > MaxInput {
		return fault{why: overlong, actual: len(text)}.err("")
	}
	read, err := Parse(string(text))
	if err != nil {
		return err
	}
	*n = read
	return nil
}

// IsZero reports whether n is the zero Number, which is no number.
func (n Number) IsZero() bool { return n == Number{} }

// Compare orders numbers as their texts: -1 if n stands before m, 0 if they are
// equal, 1 otherwise. The zero Number stands first.
func (n Number) Compare(m Number) int {
	if c := cmp.Compare(n.hi, m.hi); c != 0 {
		return c
	}
	return cmp.Compare(n.lo, m.lo)
}

// Equal reports whether n == m. It is there for go-cmp, which looks for it.
func (n Number) Equal(m Number) bool { return n == m }

// CountryCode returns the country calling code, such as 54; 0 for the zero
// Number.
func (n Number) CountryCode() int { return int(n.code().number) }

// National returns the national significant number: the digits after the
// calling code, with the leading zeros that belong to it, as in Italy.
func (n Number) National() string {
	var room [maxText]byte
	end := n.text(&room)
	if end == 0 {
		return ""
	}
	return string(room[1+n.code().digits : end])
}

// Region returns the number's region as two letters of ISO 3166-1 (and XK for
// Kosovo), or "001" for a calling code that belongs to no country, such as 800.
// Where countries share a calling code, the digits decide; if they do not, and
// for the zero Number, the region is "".
func (n Number) Region() string { return regionName(uint8(n.lo >> 32)) }

// Kind returns what a valid number is for, and KindUnknown for all others.
func (n Number) Kind() Kind { return Kind(n.lo >> 24) }

// Validity returns what the numbering plan of the country says of the number,
// as libphonenumber does in the release [MetadataVersion].
func (n Number) Validity() Validity { return Validity(n.lo >> 16) }

// IsValid reports whether the numbering plan has the number. Numbers that are
// not valid may be in use all the same: plans change, and WhatsApp keeps older
// forms of numbers.
func (n Number) IsValid() bool { return n.Validity() == Valid }

// Check tells what is wrong with the number as a violation of the numbering
// plan: nothing if it is valid, [decorum.Required] for the zero Number,
// [decorum.NotInPlan], or [decorum.TooShort] and [decorum.TooLong] with the
// national digits that are possible.
func (n Number) Check() decorum.Violations {
	v := decorum.Violation{Severity: decorum.SeverityError}
	switch n.Validity() {
	case Valid:
		return nil
	case ValidityUnspecified:
		v.Code = decorum.Required
	case TooShort:
		v.Code, v.Unit = decorum.TooShort, decorum.Digits
		v.Limit = int64(plans[n.code().plan].shortest())
		v.Actual = int64(n.length() - int(n.code().digits))
	case TooLong:
		v.Code, v.Unit = decorum.TooLong, decorum.Digits
		v.Limit = int64(plans[n.code().plan].longest())
		v.Actual = int64(n.length() - int(n.code().digits))
	default:
		v.Code = decorum.NotInPlan
	}
	return decorum.Violations{v}
}
