package option_test

import (
	"slices"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/option"
)

// effects says of the options that do not wait for the next interaction when a
// change is heeded.
var effects = map[string]option.TakesEffect{
	"whatsappsession.outbound-session-config":  option.Immediately,
	"intercommunication.whatsappsession.queue": option.AtNextAttempt,
	"whatsappsession.on-hold-queue":            option.AtNextAttempt,
	"workbin.whatsappsession.in-progress":      option.AtRestart,
	"interaction.window-title":                 option.AtRestart,
}

// TestOPTakesEffect changes every row alone and asks at every moment.
func TestOPTakesEffect(t *testing.T) {
	moments := []option.Moment{option.AttemptUnderWay, option.InteractionUnderWay, option.NewInteraction, option.Restarted}
	heeded := map[option.TakesEffect][]option.Moment{
		option.Immediately:       moments,
		option.AtNextAttempt:     moments[1:],
		option.AtNextInteraction: moments[2:],
		option.AtRestart:         moments[3:],
	}
	for _, row := range option.Table() {
		want, ok := effects[row.Name]
		if !ok {
			want = option.AtNextInteraction
		}
		if row.TakesEffect != want {
			t.Errorf("%s takes effect %v, not %v", row.Name, row.TakesEffect, want)
		}
		first, second := good(t, row)
		old, _ := option.Parse(option.Layers{Application: set(row.Name, first)})
		changed, _ := option.Parse(option.Layers{Agent: set(row.Name, second)})
		for _, at := range moments {
			apply := old
			if slices.Contains(heeded[want], at) {
				apply = changed
			}
			if got := option.Effective(old, changed, at); !got.Equal(apply) {
				t.Errorf("%s at moment %d: %q from %v", row.Name, at, got.Values()[row.Name], got.Layer(row.Name))
			}
		}
		if old.Values()[row.Name] != first || changed.Values()[row.Name] != second {
			t.Errorf("%s: Effective writes to what it is given", row.Name)
		}
		// An option that is taken away is a change to its default.
		if got := option.Effective(old, option.Default(), option.Restarted); !got.Equal(option.Default()) {
			t.Errorf("%s: taken away, %q from %v", row.Name, got.Values()[row.Name], got.Layer(row.Name))
		}
	}
}

// TestOPTakesEffectOfAll changes all options at once: each moment heeds what the
// one before does, and more; nothing changed changes nothing.
func TestOPTakesEffectOfAll(t *testing.T) {
	from, to := map[string]string{}, map[string]string{}
	for _, row := range option.Table() {
		from[row.Name], to[row.Name] = good(t, row)
	}
	old, _ := option.Parse(option.Layers{Application: from})
	changed, _ := option.Parse(option.Layers{Tenant: to})
	for at, more := range map[option.Moment]int{
		option.AttemptUnderWay: 1, option.InteractionUnderWay: 3,
		option.NewInteraction: len(from) - 2, option.Restarted: len(from),
	} {
		heeded := 0
		values := option.Effective(old, changed, at).Values()
		for name := range from {
			if values[name] == to[name] {
				heeded++
			}
		}
		if heeded != more {
			t.Errorf("moment %d: %d options are heeded, not %d", at, heeded, more)
		}
		if got := option.Effective(old, old, at); !got.Equal(old) {
			t.Errorf("moment %d: no change is one", at)
		}
	}
}
