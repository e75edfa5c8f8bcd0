package link_test

import (
	"fmt"
	"html"
	"log/slog"
	"os"
	"strings"

	"github.com/decorum-go/decorum/whatsapp/link"
)

// A message becomes HTML: links are hyperlinks with the full URL as a tooltip;
// a link with a risk stays text.
func Example() {
	text := "Track it at shop.example.com/t/4711. Not at https://pаypal.com <b>!"
	var b strings.Builder
	end := 0
	for at, l := range link.Find(text) {
		if !l.Openable() || l.Risks() != 0 {
			continue
		}
		b.WriteString(html.EscapeString(text[end:at.Start]))
		fmt.Fprintf(&b, `<a href="%s" title="%s">%s</a>`,
			html.EscapeString(l.URL()), html.EscapeString(l.Display()), html.EscapeString(l.Text()))
		end = at.End
	}
	b.WriteString(html.EscapeString(text[end:]))
	fmt.Println(b.String())
	// Output:
	// Track it at <a href="https://shop.example.com/t/4711" title="https://shop.example.com/t/4711">shop.example.com/t/4711</a>. Not at https://pаypal.com &lt;b&gt;!
}

func ExampleFind() {
	text := "Visit www.example.com/shop (or bücher.de?), or write to help@example.com."
	for at, l := range link.Find(text) {
		fmt.Println(at.Start, at.End, l.Kind(), l.Text(), l.URL())
	}
	// Output:
	// 6 26 domain www.example.com/shop https://www.example.com/shop
	// 31 41 domain bücher.de https://xn--bcher-kva.de
	// 57 73 email help@example.com
}

func ExampleParse() {
	l, err := link.Parse("https://example.com:8443/pay")
	fmt.Println(l.Host(), l.Port(), l.Risks(), err)
	_, err = link.Parse("javascript:alert(1)")
	fmt.Println(err)
	// Output:
	// example.com 8443 odd_port <nil>
	// not supported here (at byte 0); want http, https
}

func ExampleMustParse() {
	shop := link.MustParse("https://example.com/shop")
	fmt.Println(shop.Kind(), shop.Host())
	// Output: url example.com
}

func ExampleCheck() {
	for _, v := range link.Check("http://user@192.0.2.1/pay") {
		fmt.Println(v)
	}
	// Output:
	// warning: not protected; use https (at byte 0)
	// warning: looks like something that it is not; check it (at byte 7)
	// warning: could do harm when opened; do not send or open it (at byte 12)
}

func ExampleSameTarget() {
	target := link.MustParse("https://bank.com.evil.example/login")
	fmt.Println(link.SameTarget("Sign in", target))
	fmt.Println(link.SameTarget("www.bank.com", target))
	// Output:
	// true
	// false
}

func ExampleLink_Risks() {
	for _, l := range link.Find("https://аррӏе.com http://192.0.2.1:81 https://example.com") {
		fmt.Printf("%s: %q\n", l.Host(), l.Risks())
	}
	// Output:
	// xn--80ak6aa92e.com: "confusable"
	// 192.0.2.1: "odd_port,numeric_host"
	// example.com: ""
}

func ExampleLink_RisksShownAs() {
	l := link.MustParse("https://evil.example/")
	for risk := range l.RisksShownAs("bank.com").All() {
		fmt.Println(risk)
	}
	// Output:
	// unlisted
	// mismatch
}

func ExampleRisk_Has() {
	l := link.MustParse("https://bank.example@evil.com/")
	fmt.Println(l.Risks().Has(link.UserInfo))
	// Output: true
}

func ExampleLink_URL() {
	for _, l := range link.Find("EXAMPLE.com/é and a@example.com") {
		fmt.Printf("%v %q\n", l.Openable(), l.URL())
	}
	// Output:
	// true "https://example.com/%C3%A9"
	// false ""
}

func ExampleLink_AppendURL() {
	buf := []byte("open ")
	for _, l := range link.Find("bücher.de/a") {
		buf = l.AppendURL(buf)
	}
	fmt.Println(string(buf))
	// Output: open https://xn--bcher-kva.de/a
}

func ExampleLink_Address() {
	for _, l := range link.Find("mailto:help@example.com") {
		fmt.Println(l.Address(), l.Host())
	}
	// Output: help@example.com example.com
}

func ExampleLink_Display() {
	l := link.MustParse("https://de.wikipedia.org/wiki/%C3%9Cbung.")
	fmt.Println(l.Display())  // in a tooltip
	fmt.Println(l.Readable()) // in a text
	// Output:
	// https://de.wikipedia.org/wiki/Übung.
	// https://de.wikipedia.org/wiki/Übung%2E
}

func ExampleLink_Readable() {
	l := link.MustParse("https://ru.wikipedia.org/wiki/%D0%A7%D0%B0%D1%82_(%D0%98%D1%80%D0%BA)")
	fmt.Println("See " + l.Readable() + " for more.")
	// Output: See https://ru.wikipedia.org/wiki/Чат_(Ирк) for more.
}

func ExampleParts() {
	p := link.Parts{
		Base:  "https://example.com",
		Path:  []string{"größe", "a/b"},
		Query: []link.Param{{Key: "q", Value: "1 & 2"}},
	}
	fmt.Println(p.Readable())
	l, err := p.Link()
	fmt.Println(l.URL(), err)
	// Output:
	// https://example.com/größe/a%2Fb?q=1%20%26%202
	// https://example.com/gr%C3%B6%C3%9Fe/a%2Fb?q=1%20%26%202 <nil>
}

func ExampleLink_LogValue() {
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	log.Info("opened", "link", link.MustParse("https://example.com/order?key=secret"))
	// Output: level=INFO msg=opened link.kind=url link.host=example.com
}
