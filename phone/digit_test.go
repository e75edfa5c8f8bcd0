package phone_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// TestDigitsOfEveryScript: each decimal digit of Unicode 15, as package unicode
// has them, counts as what it is, and nothing beside them does.
func TestDigitsOfEveryScript(t *testing.T) {
	if unicode.Version != "15.0.0" {
		t.Skip("package unicode is of another version: " + unicode.Version)
	}
	const number = "+15162837151"
	scripts := 0
	each := func(low, high rune) {
		for zero := low; zero <= high; zero += 10 {
			scripts++
			text := strings.Map(func(r rune) rune {
				if '0' <= r && r <= '9' {
					return zero + r - '0'
				}
				return r
			}, number)
			if n, err := phone.Parse(text); err != nil || n.String() != number {
				t.Errorf("digits from %U on: %v, %v", zero, n, err)
			}
			for _, r := range []rune{zero, zero + 4, zero + 9} {
				want := number[:5] + string('0'+r-zero) + number[6:]
				n, err := phone.Parse(number[:5] + string(r) + number[6:])
				if other, wrong := phone.Parse(want); n != other || (err == nil) != (wrong == nil) {
					t.Errorf("%U: %v, want %v", r, n, want)
				}
			}
		}
		for _, r := range []rune{low - 1, high + 1} {
			if n, err := phone.Parse(number[:5] + string(r) + number[6:]); !unicode.Is(unicode.Nd, r) && err == nil && n.String() == number {
				t.Errorf("%U is taken for a digit", r)
			}
		}
	}
	for _, r := range unicode.Nd.R16 {
		each(rune(r.Lo), rune(r.Hi))
	}
	for _, r := range unicode.Nd.R32 {
		each(rune(r.Lo), rune(r.Hi)) //nolint:gosec // code points
	}
	if scripts < 60 {
		t.Errorf("only %d scripts", scripts)
	}
}

// TestControlsAreRefusedAsSuch tries all characters up to the last of them.
func TestControlsAreRefusedAsSuch(t *testing.T) {
	for r := range rune(0x2070) {
		want := ""
		switch {
		case r < ' ', 0x7F <= r && r <= 0x9F, r == 0x2028, r == 0x2029:
			want = "no control characters"
		case r == 0x061C, r == 0x200E, r == 0x200F, 0x202A <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069:
			want = "no marks of writing direction"
		}
		_, err := phone.Parse("+151628" + string(r) + "37151")
		got := ""
		for v := range decorum.All(err) {
			if v.Code == decorum.ForbiddenCharacter && strings.HasPrefix(v.Want, "no ") {
				got = v.Want
			}
		}
		if got != want {
			t.Errorf("%U: %q, want %q", r, got, want)
		}
	}
}
