package template

import (
	"slices"
	"time"

	"github.com/decorum-go/decorum/location"
)

// Arguments are what one message puts into a notification. They are a plain
// struct: write them as a literal, and let [Filled.Check] judge them.
//
// The zero Arguments has none, which is right for a template without
// placeholders.
type Arguments struct {
	// Header has the value of the placeholder in a text header.
	Header Values `json:"header,omitzero"`
	// Media is the file of a media header, in place of the template's own.
	Media MediaHeader `json:"media,omitzero"`
	// Place is the place of a location header, in place of the template's own.
	Place location.Place `json:"place,omitzero"`
	// Body has the values of the placeholders in the body.
	Body Values `json:"body,omitzero"`
	// Buttons has the values of buttons, in any order. In JSON it is an object
	// whose names are the indexes: {"1":"AB12"}.
	Buttons []ButtonValue `json:"buttons,omitempty"`
	// Expires is until when a limited-time offer holds; zero for none.
	Expires time.Time `json:"expires,omitzero"`
	// Cards has the values of each card of a carousel.
	Cards []CardArguments `json:"cards,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// A ButtonValue is the value of one button: the end of a dynamic URL, the code
// to copy, a token for a flow, or the payload that comes back with a quick reply.
type ButtonValue struct {
	Button ButtonIndex
	Value  string
}

// CardArguments are what one message puts into one card of a carousel.
type CardArguments struct {
	Media   MediaHeader   `json:"media,omitzero"`
	Body    Values        `json:"body,omitzero"`
	Buttons []ButtonValue `json:"buttons,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Button returns the value of the button, and whether there is one: the first,
// where there are more.
func (a Arguments) Button(i ButtonIndex) (string, bool) { return buttonValue(a.Buttons, i) }

// Button returns the value of the card's button, as [Arguments.Button] does.
func (c CardArguments) Button(i ButtonIndex) (string, bool) { return buttonValue(c.Buttons, i) }

func buttonValue(values []ButtonValue, i ButtonIndex) (string, bool) {
	for j := range values {
		if values[j].Button == i {
			return values[j].Value, true
		}
	}
	return "", false
}

// placesOf appends for each of n buttons the place of its first value among all,
// -1 for none.
func placesOf(dst []int, values []ButtonValue, n int) []int {
	for range n {
		dst = append(dst, -1)
	}
	for k := len(values) - 1; k >= 0; k-- {
		if b := values[k].Button; 0 <= b && int(b) < n {
			dst[b] = k
		}
	}
	return dst
}

// withButton returns the values with another one for the button.
func withButton(values []ButtonValue, i ButtonIndex, text string) []ButtonValue {
	values = slices.Clone(values)
	for j := range values {
		if values[j].Button == i {
			values[j].Value = text
			return values
		}
	}
	return append(values, ButtonValue{i, text})
}

// Equal reports whether both have the same values. Instants are compared as such,
// whatever their zones.
func (a Arguments) Equal(b Arguments) bool {
	return a.Header.Equal(b.Header) && a.Media == b.Media && a.Place == b.Place &&
		a.Body.Equal(b.Body) && slices.Equal(a.Buttons, b.Buttons) && a.Expires.Equal(b.Expires) &&
		slices.EqualFunc(a.Cards, b.Cards, CardArguments.Equal) && a.Extra == b.Extra
}

// IsZero reports whether there are no arguments.
func (a Arguments) IsZero() bool {
	return a.Equal(Arguments{})
}

// Equal reports whether both have the same values.
func (c CardArguments) Equal(d CardArguments) bool {
	return c.Media == d.Media && c.Body.Equal(d.Body) && slices.Equal(c.Buttons, d.Buttons) && c.Extra == d.Extra
}

// clone returns arguments that share no slice with a that could change.
func (a Arguments) clone() Arguments {
	a.Buttons = slices.Clone(a.Buttons)
	a.Cards = slices.Clone(a.Cards)
	for i := range a.Cards {
		a.Cards[i].Buttons = slices.Clone(a.Cards[i].Buttons)
	}
	return a
}
