//go:build !race

package wiretest_test

import (
	"testing"

	"github.com/decorum-go/decorum/internal/wire/wiretest"
)

func TestBudgets(t *testing.T) {
	list, dst := wiretest.TenRows(), make([]byte, 0, 4096)
	text, batch := []byte(wiretest.TextWebhook()), []byte(wiretest.BatchWebhook())
	var fail error
	for _, c := range []struct {
		name string
		most float64
		run  func()
	}{
		{"a webhook with one text", 10, func() { _, fail = wiretest.DecodeWebhook(text) }},
		{"a webhook with 100 messages", 40, func() { _, fail = wiretest.DecodeWebhook(batch) }},
		{"a list with ten rows", 0, func() { _, fail = list.AppendJSON(dst) }},
	} {
		got := testing.AllocsPerRun(100, c.run)
		if got > c.most || fail != nil {
			t.Errorf("%s: %v allocations, at most %v (%v)", c.name, got, c.most, fail)
		}
	}
}
