package esp_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/esp"
)

const unspecified = "Request is invalid: Service or Method name was not specified..."

// faults are the guide's, with the message that each makes of "A" and "B".
var faults = []struct {
	code            esp.FaultCode
	format, message string
	actor           string
	retry           bool
	text            string
}{
	{900, "%s %s", "A B", "operator", false, "esp: fault 900 (generic error)"},
	{901, "%s connection with %s failed", "A connection with B failed", "operator", true, "esp: fault 901 (connection failed)"},
	{701, unspecified, unspecified, "strategist", false, "esp: fault 701 (service or method not specified)"},
	{902, "%s unknown %s", "A unknown B", "strategist", false, "esp: fault 902 (unknown name)"},
	{904, "%s incorrect %s", "A incorrect B", "strategist", false, "esp: fault 904 (incorrect value)"},
	{920, "%s failed to execute request %s", "A failed to execute request B", "operator", true, "esp: fault 920 (request not executed)"},
}

func TestES3MessagesAreTheGuides(t *testing.T) {
	for _, c := range faults {
		if got := c.code.Format(); got != c.format {
			t.Errorf("%d: format %q, want %q", c.code, got, c.format)
		}
		f := c.code.Fault("A", "B")
		if diff := cmp.Diff(esp.Fault{Code: c.code, Message: c.message}, f); diff != "" {
			t.Errorf("%d (-want +got):\n%s", c.code, diff)
		}
		if got := f.Error(); got != c.text {
			t.Errorf("%d: %q, want %q", c.code, got, c.text)
		}
		if got := f.Code.Actor().String(); got != c.actor || f.Code.Retry() != c.retry {
			t.Errorf("%d: %s acts, retry %v", c.code, got, f.Code.Retry())
		}
		source, detail, ok := f.Parts()
		if !ok || c.format != unspecified && (source != "A" || detail != "B") {
			t.Errorf("%d: parts %q, %q, %v", c.code, source, detail, ok)
		}
	}
}

// TestES3FormatsAreTheSeeds holds the formats against the table of the seed
// document.
func TestES3FormatsAreTheSeeds(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED does not name the folder that has the seed")
	}
	names, err := filepath.Glob(filepath.Join(shared, "seed", "003_*.txt"))
	if err != nil || len(names) != 1 {
		t.Fatal(names, err)
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^(\d{3})\t"([^"]*)"`).FindAllStringSubmatch(string(text), -1) {
		got[m[1]] = m[2]
	}
	want := map[string]string{}
	for _, c := range faults {
		want[strconv.Itoa(int(c.code))] = c.code.Format()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-ours +seed):\n%s", diff)
	}
}

func TestES3FaultsAreToldApart(t *testing.T) {
	for _, c := range faults {
		for _, f := range []error{c.code.Fault("A", "B"), fmt.Errorf("asking: %w", c.code.Fault("A", "B")), esp.Answer{Fault: c.code.Fault("A", "B")}.Err()} {
			for _, other := range faults {
				if got := errors.Is(f, other.code); got != (other.code == c.code) {
					t.Errorf("%v is %v: %v", f, other.code, got)
				}
			}
			var fault esp.Fault
			if !errors.As(f, &fault) || fault.Code != c.code {
				t.Errorf("%v is found as %v", f, fault)
			}
		}
	}
	if err := (esp.Answer{}).Err(); err != nil {
		t.Errorf("no fault: %v", err)
	}
	if got := (esp.Fault{}).Error(); got != "esp: no fault" {
		t.Errorf("the zero Fault: %q", got)
	}
}

func TestES3CodesOfLaterServersAreKept(t *testing.T) {
	f := esp.FaultCode(999).Fault("A", "B")
	if f.Message != "A B" || f.Error() != "esp: fault 999" || f.Code.Format() != "" || f.Code.Actor() != 0 || f.Code.Retry() {
		t.Errorf("%+v %v", f.Message, f)
	}
	if got := f.Code.Actor().String(); got != "" {
		t.Errorf("the zero Actor: %q", got)
	}
}

func TestES3CodesAndActorsAreTexts(t *testing.T) {
	for _, c := range faults {
		text, err := c.code.MarshalText()
		if string(text) != strconv.Itoa(int(c.code)) || err != nil {
			t.Errorf("%q, %v", text, err)
		}
		var code esp.FaultCode
		if err := code.UnmarshalText(text); code != c.code || err != nil {
			t.Errorf("%d read back as %d, %v", c.code, code, err)
		}
		var actor esp.Actor
		text, err = c.code.Actor().MarshalText()
		if err := errors.Join(err, actor.UnmarshalText(text)); actor != c.code.Actor() || err != nil {
			t.Errorf("%s read back as %s, %v", text, actor, err)
		}
	}
	for text, want := range map[string]error{
		"0": decorum.OutOfRange, "-902": decorum.OutOfRange, "2147483648": decorum.OutOfRange, "99999999999999999999": decorum.OutOfRange, "0902": decorum.Malformed,
		"+902": decorum.Malformed, "unknown": decorum.Malformed, " 902": decorum.Malformed,
	} {
		code := esp.FaultUnknown
		if err := code.UnmarshalText([]byte(text)); !errors.Is(err, want) || code != esp.FaultUnknown {
			t.Errorf("%q: %d, %v", text, code, err)
		}
	}
	if code, err := esp.ParseFaultCode("2147483647"); code != math.MaxInt32 || err != nil {
		t.Errorf("the last: %d, %v", code, err)
	}
	code := esp.FaultUnknown
	if err := code.UnmarshalText(nil); code != 0 || err != nil || code.String() != "" {
		t.Errorf("the empty text: %d, %v", code, err)
	}
	if _, err := esp.ParseActor("nobody"); !errors.Is(err, decorum.Unknown) {
		t.Errorf("nobody: %v", err)
	}
}

func TestES3PartsOfMessages(t *testing.T) {
	for _, c := range []struct {
		code           esp.FaultCode
		message        string
		source, detail string
		ok             bool
	}{
		{902, "unknown service or method", "", "service or method", true}, // as the documents quote it
		{902, " unknown service", "", "service", true},
		{902, "A unknown unknown x", "A", "unknown x", true},
		{902, "A knows B", "", "", false},
		{901, "connection with hub failed", "", "hub", true},
		{901, "A connection with hub", "", "", false},
		{900, "A B C", "A", "B C", true},
		{900, "A", "", "", false},
		{701, unspecified, "", "", true},
		{701, "Request is invalid", "", "", false},
		{999, "A B", "A", "B", true},
	} {
		source, detail, ok := esp.Fault{Code: c.code, Message: c.message}.Parts()
		if source != c.source || detail != c.detail || ok != c.ok {
			t.Errorf("%d %q: %q, %q, %v", c.code, c.message, source, detail, ok)
		}
	}
}

func TestES3ErrorsAndLogsHideTheMessage(t *testing.T) {
	f := esp.Fault{Code: 904, Message: "A incorrect +15162837151"}
	for _, text := range []string{f.Error(), f.LogValue().String(), fmt.Sprint(f), fmt.Sprintf("%+v", f)} {
		if strings.Contains(text, "516") {
			t.Errorf("%q shows the message", text)
		}
	}
}

func FuzzFault(f *testing.F) {
	f.Add(902, "A", "method")
	f.Add(701, "", "")
	f.Add(901, "a connection with b", " failed")
	f.Add(0, " unknown ", "unknown")
	f.Fuzz(func(t *testing.T, code int, source, detail string) {
		fault := esp.FaultCode(code).Fault(source, detail)
		s, d, ok := fault.Parts()
		if !ok {
			t.Fatalf("%q does not follow its own format", fault.Message)
		}
		if again := fault.Code.Fault(s, d); again != fault && strings.TrimPrefix(again.Message, " ") != fault.Message {
			t.Fatalf("%q is not %q", again.Message, fault.Message)
		}
	})
}
