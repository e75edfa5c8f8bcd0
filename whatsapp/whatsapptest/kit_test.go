package whatsapptest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	kit "github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

// A recorder is a test that notes what it is told.
type recorder struct{ told []string }

func (r *recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.told = append(r.told, fmt.Sprintf(format, args...))
}

func (r *recorder) Fatalf(format string, args ...any) { r.Errorf("fatal: "+format, args...) }

func TestTheKitTellsWhatIsWrong(t *testing.T) {
	c := kit.NewClock()
	park := whatsapp.Park{At: c.Now(), By: kit.Agent("ann")}
	for name, test := range map[string]struct {
		run  func(s *kit.Scenario)
		want string
	}{
		"other events":      {func(s *kit.Scenario) { s.When(park).Then(whatsapp.Held{At: c.Now()}) }, "park: events"},
		"no events":         {func(s *kit.Scenario) { s.When(park).Then() }, "park: events"},
		"other names":       {func(s *kit.Scenario) { s.When(park).ThenNames("held") }, "park: events"},
		"a refusal":         {func(s *kit.Scenario) { s.When(park); s.When(park).Then() }, "park is refused"},
		"a refusal, named":  {func(s *kit.Scenario) { s.When(park); s.When(park).ThenNames() }, "park is refused"},
		"a refusal, warned": {func(s *kit.Scenario) { s.When(park); s.When(park).ThenWarned() }, "park: warnings"},
		"a first one":       {func(s *kit.Scenario) { s.When(park, park, park).ThenRefused(decorum.WrongState) }, "fatal: park is refused"},
		"no refusal":        {func(s *kit.Scenario) { s.When(park).ThenRefused(decorum.WrongState) }, "park: errors"},
		"other violations":  {func(s *kit.Scenario) { s.When(park).ThenViolations(decorum.Violation{}) }, "park: violations"},
	} {
		r := &recorder{}
		test.run(kit.Given(r, kit.Policy(t), kit.Active(c, "ann")...))
		if len(r.told) == 0 || !strings.Contains(r.told[0], test.want) {
			t.Errorf("%s: told %q", name, r.told)
		}
	}
	r := &recorder{}
	kit.Given(r, kit.Policy(t), whatsapp.Done{})
	if len(r.told) == 0 {
		t.Error("an event without a time is taken")
	}
	r = &recorder{}
	s := kit.Given(r, kit.Policy(t), kit.Active(c, "ann")...)
	s.When(park).Then(whatsapp.Parked{At: c.Now(), Agent: "ann", Workbin: "in-progress"}).When(park).ThenRefused(decorum.WrongState)
	if len(r.told) > 0 || len(s.When(whatsapp.Tick{At: c.Now()}).Events()) > 0 {
		t.Errorf("told %q though all is well", r.told)
	}
}

// A shop's own rule: no interaction is done without a disposition code.
func Example() {
	t := &recorder{} // in a test, its *testing.T
	policy := kit.Policy(t, func(c *whatsapp.Config) { c.DispositionRequired = true })
	clock := kit.NewClock()
	ann := kit.Agent("ann")

	s := kit.Given(t, policy, kit.Active(clock, "ann")...)
	s.When(whatsapp.MarkDone{At: clock.Advance(time.Minute), By: ann}).ThenRefused(decorum.Required)
	s.When(whatsapp.SetDisposition{At: clock.Now(), By: ann, Code: "solved"}, whatsapp.MarkDone{At: clock.Now(), By: ann}).
		Then(whatsapp.Done{At: clock.Now(), Agent: "ann", Interaction: 1, Disposition: "solved"})

	fmt.Println(len(t.told), s.Session().State())
	// Output: 0 idle
}
