package link_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/link"
)

func BenchmarkFind(b *testing.B) {
	const (
		ascii = "Thanks for waiting, your order is on its way. It left us at 12:30; we hope it is fine. "
		mixed = "Olá, não há ação. नमस्ते दुनिया مرحبا بك こんにちは。元気 👍🏽 ok "
		links = " https://shop.example.com/orders/48213?ref=chat&lang=en or www.example.net/help "
	)
	for name, text := range map[string]string{
		"ascii": strings.Repeat(ascii, 12)[:1024],
		"mixed": strings.Repeat(mixed, 12),
		"links": strings.Repeat(ascii, 9) + links + ascii + links,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for range link.Find(text) {
				}
			}
		})
	}
}
