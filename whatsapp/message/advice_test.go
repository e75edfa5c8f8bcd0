package message_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func TestAdvise(t *testing.T) {
	tests := []struct {
		code  int64
		ok    bool
		found int64
		retry message.Retry
		who   message.Actor
		rule  decorum.Code
	}{
		{-1, false, 0, "", "", ""},
		{0, true, 0, message.RetryMended, message.AdministratorActs, ""},
		{3, true, 3, message.RetryMended, message.AdministratorActs, ""},
		{5, false, 0, "", "", ""},
		{199, false, 0, "", "", ""},
		{200, true, 200, message.RetryMended, message.AdministratorActs, ""},
		{299, true, 200, message.RetryMended, message.AdministratorActs, ""},
		{300, false, 0, "", "", ""},
		{470, true, 470, message.RetryNever, message.AgentActs, decorum.WindowClosed},
		{130429, true, 130429, message.RetryLater, message.DeveloperActs, ""},
		{131000, true, 131000, message.RetryLater, "", ""},
		{131047, true, 131047, message.RetryNever, message.AgentActs, decorum.WindowClosed},
		{131050, true, 131050, message.RetryNever, message.AgentActs, decorum.OptedOut},
		{132005, true, 132005, message.RetryNever, message.AgentActs, decorum.TooLong},
		{132018, true, 132018, message.RetryNever, message.AgentActs, decorum.ForbiddenSpacing},
		{132999, false, 0, "", "", ""},
		{133000, true, 133000, message.RetryMended, message.AdministratorActs, ""},
		{133015, true, 133000, message.RetryMended, message.AdministratorActs, ""},
		{133016, true, 133016, message.RetryLater, message.AdministratorActs, ""},
		{133017, false, 0, "", "", ""},
		{2388040, true, 2388040, message.RetryNever, message.AdministratorActs, decorum.TooLong},
		{2388299, true, 2388299, message.RetryNever, message.AdministratorActs, decorum.AtEdge},
		{1 << 62, false, 0, "", "", ""},
	}
	for _, test := range tests {
		a, ok := message.Advise(test.code)
		if ok != test.ok {
			t.Errorf("Advise(%d): %v, want %v", test.code, ok, test.ok)
			continue
		}
		if !ok {
			if a != (message.Advice{}) {
				t.Errorf("Advise(%d) knows nothing, and advises %+v", test.code, a)
			}
			continue
		}
		if a.Code != test.found || a.Retry != test.retry || a.Actor != test.who || a.Violation != test.rule {
			t.Errorf("Advise(%d) = %+v", test.code, a)
		}
	}
}

// TestAdvices holds the list: sorted, without overlaps, with texts that are
// sentences, and nothing of it renamed or removed since the golden file.
func TestAdvices(t *testing.T) {
	var got strings.Builder
	last := int64(-1)
	for _, a := range message.Advices() {
		if a.Code <= last {
			t.Errorf("%d stands after %d", a.Code, last)
		}
		if last = a.Code; a.Last != 0 {
			if a.Last <= a.Code {
				t.Errorf("%d: the range ends at %d", a.Code, a.Last)
			}
			last = a.Last
		}
		switch a.Retry {
		case message.RetryNever, message.RetryLater, message.RetryMended:
		default:
			t.Errorf("%d: retry %q", a.Code, a.Retry)
		}
		switch a.Actor {
		case "":
			if a.Retry != message.RetryLater {
				t.Errorf("%d: nobody acts, and it is not sent again", a.Code)
			}
		case message.AgentActs, message.DeveloperActs, message.AdministratorActs:
		default:
			t.Errorf("%d: actor %q", a.Code, a.Actor)
		}
		if a.Violation != "" && !a.Violation.Known() {
			t.Errorf("%d: violation %q", a.Code, a.Violation)
		}
		if a.Title == "" || len(a.Title) > 40 || strings.HasSuffix(a.Title, ".") {
			t.Errorf("%d: title %q", a.Code, a.Title)
		}
		for _, text := range []string{a.Meaning, a.Remedy} {
			if text == "" || len(text) > 160 || !strings.HasSuffix(text, ".") {
				t.Errorf("%d: %q", a.Code, text)
			}
		}
		fmt.Fprintf(&got, "%d %d %s %q %q\n", a.Code, a.Last, a.Retry, a.Actor, string(a.Violation))
	}
	golden, err := os.ReadFile("testdata/advice.golden")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(golden), got.String()); diff != "" {
		t.Errorf("(-golden +got):\n%s\na new code is a new line; none is ever changed", diff)
	}
	clear(message.Advices())
	if message.Advices()[0].Title == "" {
		t.Error("the list is not the caller's own")
	}
}

func TestFaultAdvice(t *testing.T) {
	known := message.Fault{Code: 131047, Title: "Re-engagement message"}.Advice()
	if known.Violation != decorum.WindowClosed || known.Title != "Reply window closed" {
		t.Errorf("%+v", known)
	}
	unknown := message.Fault{Code: 999999, Title: "News"}.Advice()
	if unknown.Code != 999999 || unknown.Title != "News" || unknown.Retry != "" || unknown.Meaning == "" {
		t.Errorf("%+v", unknown)
	}
	if title := (message.Fault{Code: 999999, Message: "(#999999) News"}).Advice().Title; title != "(#999999) News" {
		t.Errorf("title %q", title)
	}
}

func TestAdviseAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	if n := testing.AllocsPerRun(100, func() { message.Advise(131047) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func ExampleAdvise() {
	a, ok := message.Advise(131047)
	fmt.Println(ok, a.Title)
	fmt.Println(a.Meaning)
	fmt.Println(a.Remedy)
	fmt.Println("again:", a.Retry, "/ who acts:", a.Actor, "/ rule:", a.Violation)
	// Output:
	// true Reply window closed
	// More than 24 hours have passed since the customer last wrote.
	// Send a notification instead; once the customer answers, any message may go.
	// again: never / who acts: agent / rule: window_closed
}

func ExampleFault_Advice() {
	f := message.Fault{Code: 130429, Title: "Rate limit hit"}
	a := f.Advice()
	if a.Retry == message.RetryLater {
		fmt.Println(a.Title+":", a.Remedy)
	}
	// Output: Sent too fast: Send again later, with pauses between messages.
}
