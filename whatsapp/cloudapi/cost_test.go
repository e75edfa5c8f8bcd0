package cloudapi_test

import (
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// repeat returns n parts, each with its number in the place of "#".
func repeat(part string, n int) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = strings.ReplaceAll(part, "#", strconv.Itoa(i))
	}
	return strings.Join(parts, ",")
}

// hostileRequests are made to be looked at again and again, with n parts.
var hostileRequests = map[string]func(n int) string{
	"values with faults":  func(n int) string { return values(repeat(`{"type":"text","text":"a\tb"}`, n)) },
	"named values":        func(n int) string { return values(repeat(`{"text":"a\tb","parameter_name":"n#","type":"text"}`, n)) },
	"values of no type":   func(n int) string { return values(repeat(`{"text":"a"}`, n)) },
	"one value of faults": func(n int) string { return values(`{"type":"text","text":"` + strings.Repeat(`a\tb`, n) + `"}`) },
	"late type": func(n int) string {
		return values(repeat(`{"text":"`+strings.Repeat("a", 100)+`#","x":[{},[]],"type":"text"}`, n))
	},
	"components": func(n int) string {
		return request(`"type":"template","template":{"name":"a","language":{"code":"en"},"components":[` +
			repeat(`{"parameters":[{"text":"#"}],"type":"body","x":#}`, n) + `]}`)
	},
	"cards": func(n int) string {
		return request(`"type":"template","template":{"name":"a","language":{"code":"en"},"components":[{"type":"carousel","cards":[` +
			repeat(`{"card_index":#,"components":[{"type":"body","parameters":[{"type":"text","text":"a\tb"}]}]}`, n) + `]}]}`)
	},
	"unknown members":       func(n int) string { return request(`"text":{"body":"a"},` + repeat(`"x#":{"y":[#]}`, n)) },
	"unknown members below": func(n int) string { return request(`"text":{"body":"a",` + repeat(`"x#":{"y":[#]}`, n) + `}`) },
	"the same member":       func(n int) string { return request(`"text":{"body":"a"},` + repeat(`"x":{"y":[#]}`, n)) },
	"rows": func(n int) string {
		return request(`"type":"interactive","interactive":{"body":{"text":"a"},"action":{"button":"a","sections":[{"rows":[` +
			repeat(`{"id":"a","title":"`+strings.Repeat("b", 30)+`","x":#}`, n) + `]}]},"type":"list"}`)
	},
	"contacts": func(n int) string {
		return request(`"type":"contacts","contacts":[` + repeat(`{"x":#,"phones":[{"y":1}],"name":{"z":#}}`, n) + `]`)
	},
	"address": func(n int) string {
		return request(`"type":"interactive","interactive":{"type":"address_message","x":1,"body":{"text":"a"},"action":{"name":"address_message","parameters":{"country":"IN","values":{` +
			repeat(`"v#":"w"`, n/2) + `,` + repeat(`"w#":#`, n/2) + `}}}}`)
	},
	"an unknown type": func(n int) string {
		return request(`"type":"interactive","interactive":{"type":"order_details","body":{"text":"a"},"action":{` + repeat(`"x#":[{}]`, n) + `}}`)
	},
	"deep": func(n int) string {
		const depth = 25
		return request(`"x":` + strings.Repeat(`{"a":`, depth) + `[` + repeat("#", n) + `]` + strings.Repeat(`}`, depth) + `,"text":{"body":"a"}`)
	},
}

func request(members string) string {
	return `{"messaging_product":"whatsapp","to":"+16505551234",` + members + `}`
}

func values(parameters string) string {
	return request(`"type":"template","template":{"name":"a","language":{"code":"en"},"components":[{"type":"body","parameters":[` + parameters + `]}]}`)
}

var hostileDefinitions = map[string]func(n int) string{
	"components": func(n int) string { return definition(repeat(`{"x":#,"text":"{{#}}","type":"footer"}`, n)) },
	"buttons": func(n int) string {
		return definition(`{"type":"BUTTONS","buttons":[` + repeat(`{"x":#,"text":"b#","url":"https://e.com/{{1}}","example":["a"],"type":"URL"}`, n) + `]}`)
	},
	"placeholders": func(n int) string {
		return definition(`{"type":"BODY","text":"` + strings.Repeat("{{1}} {{x}} {{ {{9}} \\t\\t", n) + `"}`)
	},
	"cards": func(n int) string {
		return definition(`{"type":"CAROUSEL","cards":[` +
			repeat(`{"components":[{"type":"BODY","text":"{{1}}\t","x":#},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":""}]}]}`, n) + `]}`)
	},
	"cards in cards": func(n int) string {
		const depth = 6
		return definition(strings.Repeat(`{"type":"CAROUSEL","cards":[{"components":[`, depth) + repeat(`{"type":"BODY","text":"a","x":#}`, n) + strings.Repeat(`]}]}`, depth))
	},
}

func definition(components string) string {
	return `{"name":"a","language":"en","category":"MARKETING","components":[` + components + `]}`
}

// TestCostIsLinear counts steps: bytes looked at and names compared while a body
// is read, and parts looked at to find what is wrong. Twice the body is at most
// twice the cost, whatever is wrong with it.
func TestCostIsLinear(t *testing.T) {
	hold := func(name string, of func(int) string, steps func(string) (int, int)) {
		const n = 1000
		small, big := of(n), of(2*n)
		reading, placing := steps(small)
		readingMore, placingMore := steps(big)
		t.Logf("%s: %d bytes, read in %d steps, placed in %d", name, len(big), readingMore, placingMore)
		if most := 12 * len(big); readingMore > most {
			t.Errorf("%s: %d bytes are read in %d steps", name, len(big), readingMore)
		}
		if placingMore > len(big) { // a part has at least a byte and its comma
			t.Errorf("%s: the places in %d bytes are found in %d steps", name, len(big), placingMore)
		}
		if longer := 1.2 * float64(len(big)) / float64(len(small)); float64(readingMore) > longer*float64(reading) || float64(placingMore) > longer*float64(placing)+16 {
			t.Errorf("%s: %d and %d steps, and %d and %d for twice as much", name, reading, placing, readingMore, placingMore)
		}
	}
	for name, of := range hostileRequests {
		hold(name, of, cloudapi.RequestSteps)
	}
	for name, of := range hostileDefinitions {
		hold("definition: "+name, of, cloudapi.TemplateSteps)
	}
}

// allocated returns how many bytes a function allocates.
func allocated(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

// TestMemoryIsLinear holds that what is allocated from the body to the request
// that is written again, kept parts and all, grows with the body alone. Lists that
// double as they grow make steps of it.
func TestMemoryIsLinear(t *testing.T) {
	hold := func(name string, of func(int) string, work func(body []byte)) {
		const n = 1000
		small, big := []byte(of(n)), []byte(of(4*n))
		work(small) // once for whatever is made once
		one, two := allocated(func() { work(small) }), allocated(func() { work(big) })
		t.Logf("%s: %d times the body of %d bytes", name, two/len(big), len(big))
		if longer := 1.6 * float64(len(big)) / float64(len(small)); two > 300*len(big) || float64(two) > longer*float64(one) {
			t.Errorf("%s: %d bytes for %d of body, and %d for %d", name, one, len(small), two, len(big))
		}
	}
	for name, of := range hostileRequests {
		hold(name, of, func(body []byte) {
			q, err := cloudapi.DecodeRequest(body)
			if err != nil {
				t.Fatal(err)
			}
			q.Check(message.CloudAPI())
			q, _ = q.Mend(message.CloudAPI())
			_, _ = q.AppendJSON(nil) // what stands twice is refused
		})
	}
	for name, of := range hostileDefinitions {
		hold("definition: "+name, of, func(body []byte) {
			d, err := cloudapi.DecodeTemplate(body)
			if err != nil {
				t.Fatal(err)
			}
			d.Lint()
			_, _ = d.AppendJSON(nil)
		})
	}
}
