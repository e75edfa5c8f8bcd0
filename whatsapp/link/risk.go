package link

import (
	"iter"

	"github.com/decorum-go/decorum/internal/enum"
)

// A Risk is a set of reasons to show a link with a warning, or not to open it. The
// zero Risk is none.
type Risk uint16

// The risks. The set is closed: a later version may only add to its end.
const (
	// MixedScript: a label of the host mixes scripts that are not written
	// together (UTS #39, "highly restrictive").
	MixedScript Risk = 1 << iota
	// Confusable: a label of the host has letters past ASCII and looks like one
	// of ASCII letters alone. Names under a top-level domain that is itself not
	// ASCII are spared, since its readers expect its letters.
	Confusable
	// Punycode: a label of the host is written as "xn--…", which nobody can read.
	Punycode
	// UserInfo: something stands before the host, with an "@", that may pass for
	// the host.
	UserInfo
	// Bidi: the link stands where the order of letters is overridden, or a
	// control of text direction follows it at once.
	Bidi
	// Invisible: the link holds or touches a character that draws nothing, or its
	// host holds a joiner.
	Invisible
	// OddPort: a port is written that is not the one of the scheme.
	OddPort
	// NumericHost: the host is an address, not a name.
	NumericHost
	// Unlisted: the top-level domain of the host is not in the list: a name of a
	// local network, or one that leads nowhere.
	Unlisted
	// Mismatch: the text shown for the link names another host; see
	// [Link.RisksShownAs].
	Mismatch
)

var riskNames = [...]string{
	"mixed_script", "confusable", "punycode", "user_info", "bidi", "invisible",
	"odd_port", "numeric_host", "unlisted", "mismatch",
}

// Has reports whether r holds all of other.
func (r Risk) Has(other Risk) bool { return r&other == other }

// All yields each risk of r, in the order of their constants.
func (r Risk) All() iter.Seq[Risk] {
	return func(yield func(Risk) bool) {
		for i := range riskNames {
			if one := Risk(1) << i; r&one != 0 && !yield(one) {
				return
			}
		}
	}
}

// String returns the names of the risks, joined by commas, such as
// "mixed_script,odd_port"; "" for none.
func (r Risk) String() string { return enum.OfSet(riskNames[:], r) }

// ParseRisk reads what [Risk.String] writes, with the names in any order. Any
// other name, and one that stands twice, is [decorum.Unknown].
func ParseRisk(s string) (Risk, error) { return enum.ParseSet[Risk](riskNames[:], s) }

// AppendText appends what [Risk.String] returns. It fails with
// [decorum.Unknown] for a risk that this version does not have.
func (r Risk) AppendText(dst []byte) ([]byte, error) { return enum.AppendSet(dst, riskNames[:], r) }

// MarshalText returns what [Risk.AppendText] appends.
func (r Risk) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText reads what [ParseRisk] reads. On an error the set stays as it
// was.
func (r *Risk) UnmarshalText(text []byte) error {
	read, err := ParseRisk(string(text))
	if err == nil {
		*r = read
	}
	return err
}

// Risks returns what is suspicious about the link: threats of the kind that
// show one target and open another. It looks at the link and at most 1,024
// bytes of the same line before it. That a link has no risk does not mean that
// its target is harmless.
func (l Link) Risks() Risk {
	if l.kind == 0 {
		return 0
	}
	r := l.hostRisks() | l.surroundings()
	for i := l.start; i < l.end; {
		if l.text[i] < 0x80 {
			i++
			continue
		}
		point, _, size := decode(l.text, i)
		if invisible(point) || point|1 == 0x200D && l.hostStart <= i && i < l.hostEnd {
			r |= Invisible
		}
		i += size
	}
	switch l.kind {
	case Email:
		return r
	case IP:
		r |= NumericHost
	case URL:
		if !l.listed {
			r |= Unlisted
		}
	default:
	}
	if l.local > 0 {
		r |= UserInfo
	}
	if port := l.Port(); port > 0 && port != l.scheme.port() {
		r |= OddPort
	}
	return r
}

func (s scheme) port() int {
	if s == http {
		return 80
	}
	return 443
}

// RisksShownAs returns the risks of a link that is shown under a text of its
// own, such as the title of a button: those of [Link.Risks], and [Mismatch]
// unless [SameTarget].
func (l Link) RisksShownAs(shown string) Risk {
	r := l.Risks()
	if !SameTarget(shown, l) {
		r |= Mismatch
	}
	return r
}

// SameTarget reports whether a text can be shown for a link without misleading:
// each web link that the text itself names has the host of target. Capital
// letters, a "www." and a dot at the end make no difference. A text that is
// nothing but a URL with user information, which [Find] passes over, names its
// host as well. A text without a web link fits every target.
func SameTarget(shown string, target Link) bool {
	if schemeOf(shown) != implied {
		if l, err := Parse(shown); err == nil && bareHost(l.Host()) != bareHost(target.Host()) {
			return false
		}
	}
	for _, l := range Find(shown) {
		if l.Openable() && bareHost(l.Host()) != bareHost(target.Host()) {
			return false
		}
	}
	return true
}

func bareHost(host string) string {
	if hasPrefix(host, 0, "www.") {
		host = host[len("www."):]
	}
	if n := len(host); n > 0 && host[n-1] == '.' {
		host = host[:n-1]
	}
	return host
}

// lookBack is how many bytes before a link are searched for an override.
const lookBack = 1024

// surroundings returns the risks of what stands around the link.
func (l Link) surroundings() Risk {
	var r Risk
	if l.end < len(l.text) && l.text[l.end] >= 0x80 {
		switch point, p, _ := decode(l.text, l.end); {
		case p&isBidi != 0:
			// Marks and closing controls change nothing before them.
			if point >= 0x202A && point != 0x202C && point != 0x2069 {
				r |= Bidi
			}
		case invisible(point):
			r |= Invisible
		}
	}
	if l.start > 0 && l.text[l.start-1] >= 0x80 {
		if point, p, _ := decodeLast(l.text, l.start); p&isBidi == 0 && invisible(point) {
			r |= Invisible
		}
	}
	if overridden(l.text, l.start) {
		r |= Bidi
	}
	return r
}

// overridden reports whether an override of text direction (U+202D, U+202E) is
// still open at s[i:].
func overridden(s string, i int) bool {
	closed, isolated := 0, 0
	for least := max(0, i-lookBack); i > least && s[i-1] != '\n'; {
		if s[i-1] < 0x80 {
			i--
			continue
		}
		r, p, size := decodeLast(s, i)
		i -= size
		switch {
		case r == 0x2029:
			return false
		case p&isBidi == 0 || r < 0x202A:
		case r == 0x2069:
			isolated++
		case r >= 0x2066:
			isolated = max(isolated-1, 0)
		case isolated > 0:
		case r == 0x202C:
			closed++
		case closed > 0:
			closed--
		case r >= 0x202D:
			return true
		}
	}
	return false
}
