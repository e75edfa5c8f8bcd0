package esp_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

const appName = "DigitalMessagingServer"

// india is a server with one channel, whose business is Indian.
func india(t testing.TB) *esp.Server {
	t.Helper()
	return serverOf(t, esp.Channel{Name: "channel-ghub", Business: identity.MustParseWhatsAppID("919876543210")})
}

func serverOf(t testing.TB, channels ...esp.Channel) *esp.Server {
	t.Helper()
	s, err := esp.NewServer(esp.Config{AppName: appName, Channels: channels})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate is a request to validate a contact that has nothing wrong with it.
func validate(id string) esp.Request {
	return esp.Request{
		ReferenceID: 7, Service: "Messaging", Method: "ValidateContact", AppType: "171",
		Parameters: esp.List{{Key: "Id", Value: esp.Text(id)}},
	}
}

func confirmed(esp.Channel, phone.Number) (bool, error) { return true, nil }

// id returns the Id of an answer without fault.
func id(t *testing.T, a esp.Answer) string {
	t.Helper()
	if err := a.Err(); err != nil {
		t.Fatal(err)
	}
	text, ok := a.Parameters.Text("Id")
	if !ok {
		t.Fatal("the answer has no Id")
	}
	return text
}

func TestES1AnswerIsTheNumberOrEmpty(t *testing.T) {
	s := india(t)
	for _, known := range []bool{true, false} {
		var asked []string
		a := s.ValidateContact(validate("+1 (516) 283-7151"), func(c esp.Channel, n phone.Number) (bool, error) {
			asked = append(asked, c.Name+" "+n.String())
			return known, nil
		})
		want := ""
		if known {
			want = "+15162837151"
		}
		if got := id(t, a); got != want {
			t.Errorf("Id %q, want %q", got, want)
		}
		if a.ReferenceID != 7 || a.Service != "Messaging" || a.Method != "ValidateContact" {
			t.Errorf("the answer is not the request's: %+v", a)
		}
		if diff := cmp.Diff([]string{"channel-ghub +15162837151"}, asked); diff != "" {
			t.Errorf("asked for (-want +got):\n%s", diff)
		}
	}
}

func TestES1TakesAppTypeOrAppName(t *testing.T) {
	s := india(t)
	for _, c := range []struct {
		name, appName, appType string
		fault                  string
	}{
		{"the number", "", "171", ""},
		{"the name of the type", "", "SocialMS", ""},
		{"its other spelling", "", "SocialIMS", ""},
		{"the application", appName, "", ""},
		{"the application, whatever the type", appName, "12", ""},
		{"the application between blanks", " " + appName + " ", "", ""},
		{"neither", "", "", appName + " incorrect AppName or AppType"},
		{"another type", "", "12", appName + " incorrect AppType"},
		{"the number with a zero", "", "0171", appName + " incorrect AppType"},
		{"another application", "OtherServer", "171", appName + " incorrect AppName"},
		{"a blank application", " ", "", appName + " incorrect AppName"},
	} {
		r := validate("+15162837151")
		r.AppName, r.AppType = c.appName, esp.AppType(c.appType)
		if a := s.ValidateContact(r, confirmed); a.Fault.Message != c.fault {
			t.Errorf("%s: fault %q, want %q; %v", c.name, a.Fault.Message, c.fault, a.Why)
		}
	}
}

func TestES1ChannelMayBeLeftOutWhenThereIsOne(t *testing.T) {
	one := esp.Channel{Name: "channel-1", Business: identity.MustParseWhatsAppID("919876543210")}
	two := esp.Channel{Name: "channel-2", Business: identity.MustParseWhatsAppID("15162837151")}
	for _, c := range []struct {
		name     string
		channels []esp.Channel
		channel  esp.Value
		asked    string
		code     error
		message  string
	}{
		{"one, left out", []esp.Channel{one}, nil, "channel-1", nil, ""},
		{"one, empty", []esp.Channel{one}, esp.Text(""), "channel-1", nil, ""},
		{"one, named", []esp.Channel{one}, esp.Text("channel-1"), "channel-1", nil, ""},
		{"named with blanks", []esp.Channel{one}, esp.Text(" channel-1 "), "channel-1", nil, ""},
		{"one, another named", []esp.Channel{one}, esp.Text("channel-2"), "", esp.FaultUnknown, appName + " unknown channel"},
		{"two, left out", []esp.Channel{one, two}, nil, "", esp.FaultIncorrect, appName + " incorrect _umsChannel"},
		{"two, named", []esp.Channel{one, two}, esp.Text("channel-2"), "channel-2", nil, ""},
		{"a list", []esp.Channel{one}, esp.List{}, "", esp.FaultIncorrect, appName + " incorrect _umsChannel"},
	} {
		r := validate("+15162837151")
		if c.channel != nil {
			r.Parameters = r.Parameters.With("_umsChannel", c.channel)
		}
		asked := ""
		a := serverOf(t, c.channels...).ValidateContact(r, func(ch esp.Channel, _ phone.Number) (bool, error) {
			asked = ch.Name
			return true, nil
		})
		if asked != c.asked || !errors.Is(a.Err(), c.code) && c.code != nil || a.Fault.Message != c.message {
			t.Errorf("%s: asked %q, fault %v %q; want %q, %q", c.name, asked, a.Err(), a.Fault.Message, c.asked, c.message)
		}
	}
}

func TestES2TheGuidesNumbers(t *testing.T) {
	s := india(t)
	for _, c := range []struct {
		typed, translated string
		yes               bool
	}{
		{"+1-631-555-1002", "+16315551002", true},
		{"6315551002", "+916315551002", false},
		{"1-631-555-1002", "+9116315551002", false},
		{"+1 (516) 283-7151", "+15162837151", true},
		{"+54 9 11 5612-1008", "+5491156121008", true},
	} {
		a := s.ValidateContact(validate(c.typed), confirmed)
		want := ""
		if c.yes {
			want = c.translated
		}
		if got := id(t, a); got != want {
			t.Errorf("%s: %q, want %q", c.typed, got, want)
		}
		if c.yes == a.Why.Has(decorum.Ambiguous) {
			t.Errorf("%s: why %v", c.typed, a.Why)
		}
	}
}

func TestES2WhoIsNoYesIsNotAskedFor(t *testing.T) {
	s := india(t)
	for _, typed := range []string{"6315551002", "+15551234567", "+5215512345678"} {
		a := s.ValidateContact(validate(typed), func(esp.Channel, phone.Number) (bool, error) {
			t.Errorf("%s was asked for", typed)
			return true, nil
		})
		if got := id(t, a); got != "" {
			t.Errorf("%s: %q", typed, got)
		}
		if a.Why.HasErrors() || len(a.Why) < 2 {
			t.Errorf("%s: the answer does not warn: %v", typed, a.Why)
		}
	}
}

func TestES3DeprecationIsToldByAnswerAndChecker(t *testing.T) {
	want := decorum.Violation{Code: decorum.Deprecated, Severity: decorum.SeverityWarning, Path: "/Request/Method"}
	a := india(t).ValidateContact(validate("+15162837151"), confirmed)
	if diff := cmp.Diff(decorum.Violations{want}, a.Why); diff != "" {
		t.Errorf("answer (-want +got):\n%s", diff)
	}
	_, vs := checker(t).ValidateContact(validate("+15162837151"))
	if diff := cmp.Diff(decorum.Violations{want}, vs); diff != "" {
		t.Errorf("checker (-want +got):\n%s", diff)
	}
}

func TestES3RequestsGetTheRightFault(t *testing.T) {
	s := india(t)
	hub := errors.New("dial tcp 10.0.0.1: +15162837151 refused")
	for _, c := range []struct {
		name    string
		change  func(*esp.Request)
		err     error
		code    esp.FaultCode
		message string
	}{
		{"empty", func(r *esp.Request) { *r = esp.Request{ReferenceID: 7} }, nil, esp.FaultUnspecified, unspecified},
		{"no service", func(r *esp.Request) { r.Service = "" }, nil, esp.FaultUnspecified, unspecified},
		{"no method", func(r *esp.Request) { r.Method = "" }, nil, esp.FaultUnspecified, unspecified},
		{"blank method", func(r *esp.Request) { r.Method = "\u200b " }, nil, esp.FaultUnspecified, unspecified},
		{"no method, and nothing else right", func(r *esp.Request) {
			r.Method, r.Service, r.AppType, r.Parameters = "", "Chat", "", nil
		}, nil, esp.FaultUnspecified, unspecified},
		{"service", func(r *esp.Request) { r.Service = "ChatService" }, nil, esp.FaultUnknown, appName + " unknown service"},
		{"service in small letters", func(r *esp.Request) { r.Service = "messaging" }, nil, esp.FaultUnknown, appName + " unknown service"},
		{"method", func(r *esp.Request) { r.Method = "SendMessage" }, nil, esp.FaultUnknown, appName + " unknown method"},
		{"both", func(r *esp.Request) { r.Service, r.Method = "ChatService", "InviteToChat" }, nil, esp.FaultUnknown, appName + " unknown service or method"},
		{"no id", func(r *esp.Request) { r.Parameters = nil }, nil, esp.FaultIncorrect, appName + " incorrect Id"},
		{"empty id", func(r *esp.Request) { r.Parameters = esp.List{{Key: "Id", Value: esp.Text("")}} }, nil, esp.FaultIncorrect, appName + " incorrect Id"},
		{"id is a list", func(r *esp.Request) { r.Parameters = esp.List{{Key: "Id", Value: esp.List{}}} }, nil, esp.FaultIncorrect, appName + " incorrect Id"},
		{"id is letters", func(r *esp.Request) { r.Parameters = esp.List{{Key: "Id", Value: esp.Text("call me")}} }, nil, esp.FaultIncorrect, appName + " incorrect Id"},
		{"id of no country", func(r *esp.Request) { r.Parameters = esp.List{{Key: "Id", Value: esp.Text("+999 12345")}} }, nil, esp.FaultIncorrect, appName + " incorrect Id"},
		{"id twice", func(r *esp.Request) { r.Parameters = append(r.Parameters, r.Parameters...) }, nil, esp.FaultIncorrect, appName + " incorrect Id"},
		{"tenant", func(r *esp.Request) { r.TenantID = -1 }, nil, esp.FaultIncorrect, appName + " incorrect TenantId"},
		{"another key twice", func(r *esp.Request) {
			r.Extra = esp.List{{Key: "A", Value: esp.Text("")}, {Key: "A", Value: esp.Text("")}}
		}, nil, esp.FaultIncorrect, appName + " incorrect request"},
		{"a failure", nil, hub, esp.FaultExecution, appName + " failed to execute request ValidateContact"},
		{"a failure's end", nil, context.DeadlineExceeded, esp.FaultExecution, appName + " failed to execute request ValidateContact"},
		{"no connection", nil, fmt.Errorf("%w: %w", esp.FaultConnection, hub), esp.FaultConnection, appName + " connection with WhatsApp failed"},
		{"a fault of the host's", nil, fmt.Errorf("asking: %w", esp.FaultGeneric.Fault("hub", "is away")), esp.FaultGeneric, "hub is away"},
		{"a code of the host's", nil, esp.FaultGeneric, esp.FaultGeneric, appName + " ValidateContact"},
	} {
		r := validate("+15162837151")
		if c.change != nil {
			c.change(&r)
		}
		asked := false
		a := s.ValidateContact(r, func(esp.Channel, phone.Number) (bool, error) {
			asked = true
			return true, c.err
		})
		if asked != (c.change == nil) {
			t.Errorf("%s: asked %v", c.name, asked)
		}
		if diff := cmp.Diff(esp.Fault{Code: c.code, Message: c.message}, a.Fault); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if !errors.Is(a.Err(), c.code) || a.ReferenceID != 7 {
			t.Errorf("%s: %v, reference %d", c.name, a.Err(), a.ReferenceID)
		}
		if _, ok := a.Parameters.Lookup("Id"); ok {
			t.Errorf("%s: a fault has an Id", c.name)
		}
		for _, text := range []string{a.Err().Error(), a.Fault.Message} {
			for _, secret := range []string{"5162837151", "call me", "12345", "dial", "SendMessage"} {
				if strings.Contains(text, secret) {
					t.Errorf("%s: %q shows what the request brought", c.name, text)
				}
			}
		}
	}
}

func TestES3NoCheckIsNotExecuted(t *testing.T) {
	if a := india(t).ValidateContact(validate("+15162837151"), nil); !errors.Is(a.Err(), esp.FaultExecution) {
		t.Errorf("%v", a.Err())
	}
}

func TestES1TypedRequestIsServed(t *testing.T) {
	r := esp.ValidateContact{Channel: "channel-ghub", ID: "+15162837151"}.Request()
	want := esp.Request{
		Service: "Messaging", Method: "ValidateContact", AppType: "171",
		Parameters: esp.List{{Key: "_umsChannel", Value: esp.Text("channel-ghub")}, {Key: "Id", Value: esp.Text("+15162837151")}},
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	v, _ := checker(t).ValidateContact(r)
	if diff := cmp.Diff(esp.ValidateContact{Channel: "channel-ghub", ID: "+15162837151"}, v); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	n, err := india(t).ValidateContact(r, confirmed).Contact()
	if err != nil || n.String() != "+15162837151" {
		t.Errorf("%v, %v", n, err)
	}
}

func TestES1AnswersContact(t *testing.T) {
	for _, c := range []struct {
		name   string
		answer esp.Answer
		want   string
		err    error
	}{
		{"confirmed", esp.Answer{Parameters: esp.List{{Key: "Id", Value: esp.Text("+15162837151")}}}, "+15162837151", nil},
		{"not confirmed", esp.Answer{Parameters: esp.List{{Key: "Id", Value: esp.Text("")}}}, "", nil},
		{"no Id", esp.Answer{}, "", decorum.Required},
		{"a list", esp.Answer{Parameters: esp.List{{Key: "Id", Value: esp.List{}}}}, "", decorum.WrongType},
		{"no number", esp.Answer{Parameters: esp.List{{Key: "Id", Value: esp.Text("valid")}}}, "", decorum.ForbiddenCharacter},
		{"fault", esp.Answer{Fault: esp.Fault{Code: 901}}, "", esp.FaultConnection},
	} {
		n, err := c.answer.Contact()
		if n.String() != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s: %q, %v", c.name, n, err)
		}
	}
}

func checker(t testing.TB) *esp.Checker {
	t.Helper()
	c, err := esp.NewChecker()
	if err != nil {
		t.Fatal(err)
	}
	return c
}
