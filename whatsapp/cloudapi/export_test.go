package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// RequestSteps returns the steps of reading a request, and how many parts of it
// are looked at to find the places of what is wrong.
func RequestSteps(body string) (reading, placing int) {
	d := sender{r: wire.NewStringReader(body, wire.Limits{})}
	q := d.request()
	faults := d.r.Violations()
	q.document, q.faults, q.kept, q.places = body, faults, d.faults, d.places
	_, first := settleCounted(body, faults)
	_, second := settleCounted(body, q.check(message.CloudAPI()))
	return d.r.Steps(), first + second
}

// TemplateSteps does so for a definition.
func TemplateSteps(body string) (reading, placing int) {
	d := definer{sender: sender{r: wire.NewStringReader(body, wire.Limits{})}}
	n := d.definition()
	_, first := settleCounted(body, d.r.Violations())
	_, second := settleCounted(body, n.Check(template.CloudAPI()))
	return d.r.Steps(), first + second
}

// Compared returns how many profiles are looked at while a body is decoded.
func Compared(body []byte) int {
	var d decoder
	d.guess = 1
	d.r.Reset(body, limits())
	d.document()
	return d.compared
}
