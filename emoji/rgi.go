package emoji

import (
	"fmt"

	"github.com/decorum-go/decorum/internal/enum"
)

// Qualification tells how an emoji is written, measured by the RGI set: the
// emojis that are recommended for general interchange (UTS #51, ED-27), those
// that phones can be expected to draw.
type Qualification uint8

// The qualifications.
const (
	// NotRGI: not of the RGI set, but formed like an emoji, such as the flag of
	// a country that does not exist; or with a U+FE0F that does not belong.
	NotRGI Qualification = iota
	// FullyQualified: of the RGI set, with each U+FE0F that belongs (ED-18).
	FullyQualified
	// MinimallyQualified: of the RGI set but for some U+FE0F after the first
	// character (ED-18a).
	MinimallyQualified
	// Unqualified: of the RGI set but for the U+FE0F after the first character,
	// and maybe others (ED-19).
	Unqualified
	// Component: of the RGI set, but meant as a part of others: a skin tone, a
	// colour of hair (ED-5).
	Component
)

var qualificationNames = [...]string{
	NotRGI: "not-rgi", FullyQualified: "fully-qualified", MinimallyQualified: "minimally-qualified",
	Unqualified: "unqualified", Component: "component",
}

// String returns the status as emoji-test.txt names it, such as
// "fully-qualified"; "not-rgi" for NotRGI.
func (q Qualification) String() string {
	if int(q) >= len(qualificationNames) {
		return fmt.Sprintf("qualification(%d)", uint8(q))
	}
	return qualificationNames[q]
}

// ParseQualification reads what [Qualification.String] writes. Anything else
// is [decorum.Unknown].
func ParseQualification(s string) (Qualification, error) {
	return enum.Parse[Qualification](qualificationNames[:], s)
}

// AppendText appends what [Qualification.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (q Qualification) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, qualificationNames[:], q)
}

// MarshalText returns what [Qualification.AppendText] appends.
func (q Qualification) MarshalText() ([]byte, error) { return q.AppendText(nil) }

// UnmarshalText reads what [ParseQualification] reads.
func (q *Qualification) UnmarshalText(text []byte) error {
	return enum.Read(qualificationNames[:], q, text)
}

// RGI reports whether the emoji is of the RGI set as it is written: fully
// qualified or a component. Any other emoji that [Find] yields is well-formed,
// but may be drawn as several, or not at all.
func (e Emoji) RGI() bool {
	id, ok := rgiID(e.text)
	return ok && rgiText(id) == e.text
}

// Qualification tells how the emoji is written. It is NotRGI for the zero Emoji.
func (e Emoji) Qualification() Qualification {
	id, ok := rgiID(e.text)
	if !ok {
		return NotRGI
	}
	full := rgiText(id)
	if full == e.text {
		if firstComponent <= id && id < endComponent {
			return Component
		}
		return FullyQualified
	}
	_, size := classAt(full, 0)
	first := isSelector(full, size) && !isSelector(e.text, size)
	for i, j := 0, 0; i < len(e.text); {
		switch {
		case j < len(full) && e.text[i] == full[j]:
			i, j = i+1, j+1
		case isSelector(full, j):
			j += 3
		default:
			return NotRGI // a selector too many
		}
	}
	if first {
		return Unqualified
	}
	return MinimallyQualified
}

// Qualified returns the emoji with each U+FE0F that belongs and no other: the
// way in which the RGI set has it. Outside of the set, it returns e.
func (e Emoji) Qualified() Emoji {
	if id, ok := rgiID(e.text); ok {
		return Emoji{rgiText(id)}
	}
	return e
}

// Base returns the emoji without skin tones, qualified: what a count of
// reactions goes by. Two people of different tones become the one emoji that
// stands for both. Outside of the RGI set, it returns e.
func (e Emoji) Base() Emoji {
	if id, ok := rgiID(e.text); ok {
		return Emoji{rgiText(number2(rgiBases, id))}
	}
	return e
}

// rgiID returns the place in the RGI set of the emoji that s is but for U+FE0F.
func rgiID(s string) (int, bool) {
	id := lookup(hash(s), rgiSteps, rgiSlots)
	return id, s != "" && equalBare(s, rgiText(id))
}

// rgiText returns an emoji of the RGI set, by its place.
func rgiText(id int) string { return rgiTexts[number2(rgiOffsets, id):number2(rgiOffsets, id+1)] }

// equalBare reports whether two texts are equal but for U+FE0F.
func equalBare(a, b string) bool {
	i, j := 0, 0
	for {
		for isSelector(a, i) {
			i += 3
		}
		for isSelector(b, j) {
			j += 3
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}
