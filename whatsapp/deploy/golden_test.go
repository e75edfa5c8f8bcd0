package deploy_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

var update = flag.Bool("update", false, "write the golden files")

// sample reads an inventory of testdata.
func sample(t testing.TB, name string) deploy.Inventory {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	inv, err := deploy.ParseInventory(data)
	if err != nil {
		t.Fatal(err)
	}
	return inv
}

// listing writes violations and features as a page.
func listing(vs decorum.Violations, features []deploy.Feature) string {
	var b strings.Builder
	for _, v := range vs {
		fmt.Fprintf(&b, "%-7s %-17s %s", v.Severity, v.Code, v.Path)
		if v.Unit != 0 {
			fmt.Fprintf(&b, " is %d, limit %d %s", v.Actual, v.Limit, v.Unit)
		}
		if v.Want != "" {
			fmt.Fprintf(&b, " want %s", v.Want)
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	for _, f := range features {
		if f.On {
			fmt.Fprintf(&b, "on  %s\n", f.Name)
			continue
		}
		fmt.Fprintf(&b, "off %s", f.Name)
		if f.Lacks != "" {
			fmt.Fprintf(&b, ", lacks %s", f.Lacks)
		}
		b.WriteByte('\n')
		for _, v := range f.Because {
			fmt.Fprintf(&b, "      %s %s\n", v.Code, v.Path)
		}
	}
	return b.String()
}

// TestDP4GoodInventory and TestDP4TwentyFaults are the whole: nothing is told of
// an installation that is as it should be, and of each of twenty faults exactly
// what it is.
func TestDP4GoodInventory(t *testing.T) {
	inv := sample(t, "good.json")
	if vs := deploy.Check(inv); len(vs) != 0 {
		t.Errorf("violations: %v", vs)
	}
	features := deploy.Features(inv)
	if len(features) != 16 {
		t.Errorf("%d features", len(features))
	}
	for _, f := range features {
		if !f.On || f.Because != nil {
			t.Errorf("%s is off because of %v", f.Name, f.Because)
		}
	}
}

func TestDP4TwentyFaults(t *testing.T) {
	inv := sample(t, "faulty.json")
	vs := deploy.Check(inv)
	if len(vs) != 20 {
		t.Errorf("%d violations of 20", len(vs))
	}
	golden(t, "testdata/faulty.golden", listing(vs, deploy.Features(inv)))
}

// TestDP4Nothing: of an installation without anything everything is told.
func TestDP4Nothing(t *testing.T) {
	inv := deploy.Inventory{}
	golden(t, "testdata/nothing.golden", listing(deploy.Check(inv), deploy.Features(inv)))
}

// TestRequirementsPage shows all that is asked.
func TestRequirementsPage(t *testing.T) {
	var b strings.Builder
	for _, q := range deploy.Guide() {
		fmt.Fprintf(&b, "%s %-7s %-26s %s %v\n", q.Rule, q.Severity, q.ID, q, q.Features)
	}
	golden(t, "testdata/requirements.golden", b.String())
}

// TestDP4ErrorsAreWhatTheChannelNeeds: what the channel does not work without is an
// error, what costs another feature a warning.
func TestDP4ErrorsAreWhatTheChannelNeeds(t *testing.T) {
	for _, q := range deploy.Guide() {
		if basic := slices.Contains(q.Features, deploy.Basic); len(q.Features) > 0 && basic != (q.Severity == decorum.SeverityError) {
			t.Errorf("%s: %v, though it costs %v", q.ID, q.Severity, q.Features)
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}
