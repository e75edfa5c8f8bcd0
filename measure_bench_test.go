package decorum_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

func BenchmarkCount(b *testing.B) {
	ascii := strings.Repeat("Thanks for waiting, your order is on its way. ", 30)[:1024]
	mixed := strings.Repeat("Olá, não há ação. नमस्ते दुनिया مرحبا بك こんにちは 👍🏽 ok ", 20)
	mixed = decorum.Limit{Max: 1024, Unit: decorum.Bytes}.Fit(mixed)
	for _, c := range []struct{ name, s string }{{"ascii", ascii}, {"mixed", mixed}} {
		b.Run("CodePoints/"+c.name, func(b *testing.B) {
			for b.Loop() {
				decorum.CountCodePoints(c.s)
			}
		})
		b.Run("CodePoints/std/"+c.name, func(b *testing.B) {
			for b.Loop() {
				utf8.RuneCountInString(c.s)
			}
		})
		b.Run("UTF16Units/"+c.name, func(b *testing.B) {
			for b.Loop() {
				decorum.CountUTF16Units(c.s)
			}
		})
		b.Run("Graphemes/"+c.name, func(b *testing.B) {
			for b.Loop() {
				decorum.CountGraphemes(c.s)
			}
		})
	}
}
