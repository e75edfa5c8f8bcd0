package deploy_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/deploy"
)

// TestCostIsLinear counts what is looked at: four times the inventory is four
// times the steps, whatever it is made of.
func TestCostIsLinear(t *testing.T) {
	list := func(member, item string, n int) string {
		return fmt.Sprintf("%q: [%s]", member, strings.TrimSuffix(strings.Repeat(item+",", n), ","))
	}
	keyed := func(item string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s%q: %s", map[bool]string{true: ",", false: ""}[i > 0], fmt.Sprint("channel-ghub", i+1), item)
		}
		return b.String()
	}
	for name, of := range map[string]func(n int) string{
		"components of no type": func(n int) string { return list("components", `{}`, n) },
		"unknown components":    func(n int) string { return list("components", `{"type": "x"}`, n) },
		"desks and overrides": func(n int) string {
			return list("components", `{"type": "workspace"}`, n) + "," + list("overrides", `{"layer": "agent", "options": {"interaction-workspace": {"x": "y"}}}`, n)
		},
		"servers without options": func(n int) string { return list("components", `{"type": "digital_messaging_server"}`, n) },
		"channels": func(n int) string {
			return list("components", `{"type": "digital_messaging_server", "name": "d", "options": {`+keyed("{}", n)+`}}`, 1)
		},
		"objects":    func(n int) string { return list("objects", `{"type": "queue", "name": "x"}`, n) },
		"rules":      func(n int) string { return list("objects", `{"type": "capacity_rule", "media_types": ["x", "y"]}`, n) },
		"roles":      func(n int) string { return list("roles", `{"name": "r", "privileges": ["canUse", "x"]}`, n) },
		"privileges": func(n int) string { return `"roles": [{` + list("privileges", `"canUse"`, n) + `}]` },
		"attached": func(n int) string {
			return `"attached_data": {"_umsOutboundSessionConfig": {` + keyed(`{"MediaType": "whatsappsession", "_umsServer": "x"}`, n) + `}}`
		},
	} {
		steps := func(n int) int {
			inv, err := deploy.ParseInventory([]byte("{" + of(n) + "}"))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return deploy.Steps(deploy.Guide(), inv)
		}
		few, many := steps(200), steps(800)
		if many <= few || many > 4*few {
			t.Errorf("%s: %d steps for 200, %d for 800", name, few, many)
		}
		if raceDetector {
			continue
		}
		allocs := func(n int) float64 {
			inv, err := deploy.ParseInventory([]byte("{" + of(n) + "}"))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return testing.AllocsPerRun(1, func() { deploy.Check(inv) })
		}
		if few, many := allocs(200), allocs(800); many > 4*few {
			t.Errorf("%s: %v allocations for 200, %v for 800", name, few, many)
		}
	}
}
