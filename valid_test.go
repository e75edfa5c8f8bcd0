package decorum_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// invalidOffset holds InvalidOffset against the standard library.
func invalidOffset(t *testing.T, s string) {
	t.Helper()
	want := -1
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			want = i
			break
		}
	}
	if got := decorum.InvalidOffset(s); got != want {
		t.Fatalf("%q: %d, want %d", s, got, want)
	}
}

// TestInvalidOffsetOfEveryForm tries every two bytes, and every form of three and
// four, at places before, at and past the last eight bytes.
func TestInvalidOffsetOfEveryForm(t *testing.T) {
	tails := []string{"", "x", "xxxxxxxx", "éé", "éééééé", "你你你", "😀😀😀"}
	try := func(b ...byte) {
		for _, tail := range tails {
			invalidOffset(t, string(b)+tail)
		}
		for _, before := range []string{"你", "é", "xxxxx", "xxxxxxxx"} {
			invalidOffset(t, before+string(b)+"xxxxxx")
		}
	}
	edges := []byte{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xFF}
	for a := 0x80; a < 0x100; a++ {
		try(byte(a))
		for b := range 256 {
			try(byte(a), byte(b))
		}
		for _, b := range edges {
			for _, c := range edges {
				try(byte(a), b, c)
				if a >= 0xF0 {
					for _, d := range edges {
						try(byte(a), b, c, d)
					}
				}
			}
		}
	}
	for r := rune(0); r <= utf8.MaxRune; r += 97 {
		s := strings.Repeat(string(r), 5)
		invalidOffset(t, s)
		invalidOffset(t, "a"+s+"ab"+s+"abc"+s+"abcd"+s)
	}
}

// TestInvalidOffsetAtEveryPlace puts what is not ASCII, and what is not valid, at
// every place of texts around the lengths of the blocks.
func TestInvalidOffsetAtEveryPlace(t *testing.T) {
	for n := range 150 {
		base := strings.Repeat("x", n)
		invalidOffset(t, base)
		for i := range n + 1 {
			for _, in := range []string{"\xff", "\x80", "é", "你", "😀", "\xed\xa0\x80", "é\xff", "\xe4\xbd"} {
				invalidOffset(t, base[:i]+in+base[i:])
			}
		}
	}
}

func FuzzInvalidOffset(f *testing.F) {
	for _, s := range []string{"Olá, नमस्ते مرحبا こんにちは 👍🏽", "\xed\xa0\x80", "\xf4\x90\x80\x80", "ab\x7fcdefgh", "\uFFFD\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		invalidOffset(t, s)
		if valid := utf8.ValidString(s); valid != (decorum.InvalidOffset(s) < 0) {
			t.Fatalf("%q is valid: %v", s, valid)
		}
	})
}
