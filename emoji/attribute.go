package emoji

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// An AttributeValue is one value of the business attribute that holds the emojis
// on offer.
type AttributeValue struct {
	Name        string `json:"name"`
	DisplayName string `json:"display_name"`
}

// Offered returns the catalogue that the values of the business attribute make,
// the one that the option whatsappsession.emojis-business-attribute names (EM1).
// A value is an emoji, or the hexadecimal code of one, in its name or else in its
// display name (ours); the other of the two is the entry's label. Where no value
// is an emoji, and for no values, it is the default set.
//
// Paths begin with the index of the value. [decorum.Malformed]: neither text is an
// emoji or a code; the value is left out. [decorum.Duplicate]: the emoji stands a
// second time; the first one stays. [decorum.Mismatch], a warning: name and
// display name are different emojis; the name's one stays.
func Offered(values []AttributeValue) (Catalogue, decorum.Violations) {
	var c Catalogue
	var vs decorum.Violations
	var root decorum.Path
	for i, v := range values {
		at := root.Index(i)
		entry, ok := v.entry()
		switch {
		case !ok:
			vs = vs.Add(decorum.Violation{
				Code: decorum.Malformed, Severity: decorum.SeverityError, Path: at.String(),
				Want: "an emoji or its hexadecimal code, such as 1f970",
			})
			continue
		case !c.add(entry):
			vs = vs.Add(decorum.Violation{Code: decorum.Duplicate, Severity: decorum.SeverityError, Path: at.String()})
			continue
		}
		if other, ok := readEmoji(v.DisplayName); ok && other.Qualified() != entry.Emoji.Qualified() {
			display := at.Key("display_name")
			vs = vs.Add(decorum.Violation{Code: decorum.Mismatch, Severity: decorum.SeverityWarning, Path: display.String()})
		}
	}
	if c.Len() == 0 {
		return Default(), vs
	}
	return c, vs
}

func (v AttributeValue) entry() (Entry, bool) {
	e, named := readEmoji(v.Name)
	other, displayed := readEmoji(v.DisplayName)
	entry := Entry{Emoji: e}
	switch {
	case !named && !displayed:
		return Entry{}, false
	case !named:
		entry.Emoji, entry.Label = other, trimSpace(v.Name)
	case !displayed:
		entry.Label = trimSpace(v.DisplayName)
	}
	entry.Code = entry.Emoji.Code()
	return entry, true
}

// readEmoji reads an emoji or its code.
func readEmoji(s string) (Emoji, bool) {
	s = trimSpace(s)
	e, err := Parse(s)
	if err != nil {
		e, err = ParseCode(s)
	}
	return e, err == nil
}

func trimSpace(s string) string { return strings.Trim(s, " \t\r\n") }
