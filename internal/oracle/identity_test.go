package oracle_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// whatsAppID draws ids of every shape, most of them of the countries whose ids
// differ from their numbers.
func whatsAppID(t *rapid.T, label string) identity.WhatsAppID {
	start := rapid.SampledFrom([]string{"52", "521", "54", "549", "55", "5511", "5531", "55119", "1", "44", "91", "5", ""}).Draw(t, label+" start")
	rest := rapid.StringMatching(`[0-9]{4,13}`).Draw(t, label+" rest")
	id, err := identity.ParseWhatsAppID(start + rest)
	if err != nil {
		t.Skip("no id")
	}
	return id
}

// TestSameSubscriberIsAnEquivalence: reflexive, symmetric, transitive, and told
// by the variants.
func TestSameSubscriberIsAnEquivalence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := whatsAppID(t, "a")
		ids := append(a.Variants(), a, whatsAppID(t, "b"))
		ids = append(ids, ids[len(ids)-1].Variants()...)
		for _, x := range ids {
			if !identity.SameSubscriber(x, x) {
				t.Fatalf("%s is not its own subscriber's", x)
			}
			for _, y := range ids {
				same := identity.SameSubscriber(x, y)
				if same != identity.SameSubscriber(y, x) {
					t.Fatalf("%s and %s: not symmetric", x, y)
				}
				if told := fmt.Sprint(x.Variants()) == fmt.Sprint(y.Variants()); told != same {
					t.Fatalf("%s and %s: same = %v, but variants %v and %v", x, y, same, x.Variants(), y.Variants())
				}
				for _, z := range ids {
					if same && identity.SameSubscriber(y, z) && !identity.SameSubscriber(x, z) {
						t.Fatalf("%s, %s, %s: not transitive", x, y, z)
					}
				}
			}
		}
	})
}

// TestDifferentSubscribersNeverCollide: two numbers that the plans have are two
// subscribers, but for Argentina, where a number of ten digits and the same with
// the mobile's 9 in front are one.
func TestDifferentSubscribersNeverCollide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := whatsAppID(t, "a")
		digits := []byte(a.String())
		for range rapid.IntRange(1, 3).Draw(t, "edits") {
			i := rapid.IntRange(0, len(digits)-1).Draw(t, "place")
			d := byte('0' + rapid.IntRange(0, 9).Draw(t, "digit"))
			switch rapid.IntRange(0, 2).Draw(t, "edit") {
			case 0:
				digits[i] = d
			case 1:
				digits = append(digits[:i], digits[i+1:]...)
			case 2:
				digits = append(digits[:i], append([]byte{d}, digits[i:]...)...)
			}
			if len(digits) == 0 {
				t.Skip("nothing left")
			}
		}
		b, err := identity.ParseWhatsAppID(string(digits))
		if err != nil || a == b || !identity.SameSubscriber(a, b) {
			return
		}
		x, xok := a.Number()
		y, yok := b.Number()
		if !xok || !yok || !x.IsValid() || !y.IsValid() {
			return
		}
		long, short := a.String(), b.String()
		if len(long) < len(short) {
			long, short = short, long
		}
		if !strings.HasPrefix(long, "549") || long != "549"+short[2:] || len(short) != 12 {
			t.Fatalf("%s and %s are two numbers, yet one subscriber", x, y)
		}
	})
}

// TestExampleNumbersKeepTheirIDs walks the example number of every region and
// kind: each is found under its own variants, and a landline gains no digit.
func TestExampleNumbersKeepTheirIDs(t *testing.T) {
	seen := 0
	for _, n := range exampleNumbers(t) {
		id, ok := identity.WhatsAppIDOf(n)
		if !ok {
			continue
		}
		seen++
		if back, ok := id.Number(); !ok || back != n {
			t.Errorf("%s became %s", n, back)
		}
		if id.Canonical() != id && n.Region() != "AR" {
			t.Errorf("%s is valid, but its canonical id is %s", n, id.Canonical())
		}
		if n.Kind() == phone.KindFixedLine && n.Region() == "BR" && len(id.Variants()) != 1 {
			t.Errorf("the landline %s has the variants %v", n, id.Variants())
		}
	}
	if seen < 500 {
		t.Errorf("only %d numbers were tried", seen)
	}
}
