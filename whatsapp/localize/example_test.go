package localize_test

import (
	"fmt"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/localize"
)

func Example() {
	var vs decorum.Violations
	var root decorum.Path
	body := root.Key("body")
	limit := decorum.Limit{Max: 10, Unit: decorum.CodePoints}
	vs = limit.Check(vs, &body, "Thank you for your patience!")

	for _, tag := range []string{"en", "es_MX", "pt_BR", "de", "hi", "id"} {
		for _, text := range localize.For(tag).Violations(vs) {
			fmt.Println(text)
		}
	}
	// Output:
	// /body: 28 code points, at most 10
	// /body: 28 puntos de código, máximo 10
	// /body: 28 pontos de código, no máximo 10
	// /body: 28 Codepunkte, höchstens 10
	// /body: 28 कोड पॉइंट, अधिकतम 10
	// /body: 28 titik kode, maksimal 10
}

func ExampleFor() {
	fmt.Println(localize.For("th", "fr-CA", "en").Language())
	fmt.Println(localize.For("th").Language())
	// Output:
	// fr
	// en
}

func ExampleLocalizer_Violation() {
	v := decorum.Violation{Code: decorum.WindowClosed, Severity: decorum.SeverityError}
	fmt.Println(localize.For("pt_BR").Violation(v))
	// Output: a janela de resposta de 24 horas está fechada; envie uma notificação
}

func ExampleLocalizer_Error() {
	err := decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/to"}.Err()
	fmt.Println(localize.For("de").Error(fmt.Errorf("send: %w", err)))
	// Output: /to: fehlt; bitte einen Wert angeben
}

func ExampleLocalizer_Size() {
	fmt.Println(localize.For("en").Size(104_857_599))
	fmt.Println(localize.For("de").Size(1_572_864))
	// Output:
	// 99.9 MB
	// 1,5 MB
}

func ExampleLocalizer_Duration() {
	left := 24*time.Hour - 10*time.Second
	fmt.Println(localize.For("en").Duration(left))
	fmt.Println(localize.For("es").Duration(left))
	// Output:
	// 23 hours 59 minutes
	// 23 horas y 59 minutos
}

func ExampleLocalizer_With() {
	l := localize.For("de").With(decorum.WindowClosed, func(decorum.Violation) string {
		return "das Zeitfenster ist zu; bitte eine Vorlage wählen"
	})
	v := decorum.Violation{Code: decorum.WindowClosed, Severity: decorum.SeverityError, Path: "/body"}
	fmt.Println(l.Violation(v))
	// Output: /body: das Zeitfenster ist zu; bitte eine Vorlage wählen
}
