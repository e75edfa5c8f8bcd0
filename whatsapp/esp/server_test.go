package esp_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

func TestServerRefusesAConfigurationThatIsNone(t *testing.T) {
	business := identity.MustParseWhatsAppID("15162837151")
	good := esp.Channel{Name: "channel-ghub", Business: business}
	for name, c := range map[string]esp.Config{
		"nothing":                  {},
		"no name":                  {Channels: []esp.Channel{good}},
		"a blank name":             {AppName: " \u200b", Channels: []esp.Channel{good}},
		"a name that is no text":   {AppName: "a\xff", Channels: []esp.Channel{good}},
		"no channel":               {AppName: appName},
		"a channel without name":   {AppName: appName, Channels: []esp.Channel{{Business: business}}},
		"a name with blanks":       {AppName: appName, Channels: []esp.Channel{{Name: " a", Business: business}}},
		"two of one name":          {AppName: appName, Channels: []esp.Channel{good, good}},
		"no tenant in the route":   {AppName: appName, Channels: []esp.Channel{{Name: "a", Business: business, InboundRouteByCall: esp.QueueKey{Endpoint: "session-chat"}}}},
		"two routes in one":        {AppName: appName, Channels: []esp.Channel{{Name: "a", Business: business, InboundRouteByCall: esp.QueueKey{Tenant: 1, Endpoint: "a,1:b"}}}},
		"a route with blanks":      {AppName: appName, Channels: []esp.Channel{{Name: "a", Business: business, InboundRouteByCall: esp.QueueKey{Tenant: 1, Endpoint: " a"}}}},
		"no business":              {AppName: appName, Channels: []esp.Channel{{Name: "a"}}},
		"a business of no country": {AppName: appName, Channels: []esp.Channel{{Name: "a", Business: identity.MustParseWhatsAppID("99912345")}}},
	} {
		if s, err := esp.NewServer(c); err == nil || s != nil {
			t.Errorf("%s is a server", name)
		}
	}
}

func TestServerKeepsItsOwnChannels(t *testing.T) {
	channels := []esp.Channel{{Name: "a", Business: identity.MustParseWhatsAppID("15162837151")}}
	s := serverOf(t, channels...)
	channels[0].Name = "b"
	r := validate("+15162837151")
	r.Parameters = r.Parameters.With("_umsChannel", esp.Text("a"))
	if err := s.ValidateContact(r, confirmed).Err(); err != nil {
		t.Error(err)
	}
}

func TestES3RefuseMapsErrors(t *testing.T) {
	s := india(t)
	required := func(path string) error {
		return decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: path}.Err()
	}
	for _, c := range []struct {
		name   string
		method string
		err    error
		want   string
		code   esp.FaultCode
	}{
		{"no error", "X", nil, appName + " failed to execute request request", esp.FaultExecution},
		{"an error of the host's", "InviteToChat", errors.New("secret"), appName + " failed to execute request InviteToChat", esp.FaultExecution},
		{"a fault", "X", esp.FaultIncorrect.Fault("hub", "format"), "hub incorrect format", esp.FaultIncorrect},
		{"not specified", "", esp.FaultUnspecified, unspecified, esp.FaultUnspecified},
		{"unknown", "X", esp.FaultUnknown, appName + " unknown service or method", esp.FaultUnknown},
		{"violations of the request", "X", required("/Request/Parameters/Id"), appName + " incorrect Id", esp.FaultIncorrect},
		{"violations elsewhere", "X", required("/message/text"), appName + " incorrect request", esp.FaultIncorrect},
		{"a code of a later version", "X", esp.FaultCode(999), appName + " request", 999},
	} {
		a := s.Refuse(esp.Request{ReferenceID: 7, Service: "Messaging", Method: c.method}, c.err)
		if a.Fault.Message != c.want || a.Fault.Code != c.code || a.ReferenceID != 7 || a.Method != c.method {
			t.Errorf("%s: %+v %q", c.name, a.Fault, a.Fault.Message)
		}
	}
}

func TestServerServesSeveralAtOnce(t *testing.T) {
	s := india(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 50 {
				if err := s.ValidateContact(validate("+15162837151"), confirmed).Err(); err != nil {
					t.Error(err)
				}
				if _, err := s.InviteToChat(validate("")); !errors.Is(err, esp.FaultUnknown) {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

// TestES3WantsWhatIsKnown: of a service or method that is not known, Why names
// those that are; of the other method's, the one that was asked for here.
func TestES3WantsWhatIsKnown(t *testing.T) {
	s := india(t)
	for _, c := range []struct{ service, method, validate, invite string }{
		{"Messaging", "Send", "/Request/Method ValidateContact, InviteToChat", "/Request/Service ChatService; /Request/Method ValidateContact, InviteToChat"},
		{"Chat", "validatecontact", "/Request/Service Messaging, ChatService; /Request/Method ValidateContact, InviteToChat", "/Request/Service Messaging, ChatService; /Request/Method ValidateContact, InviteToChat"},
		{"ChatService", "InviteToChat", "/Request/Service Messaging; /Request/Method ValidateContact", ""},
		{"Messaging", "ValidateContact", "", "/Request/Service ChatService; /Request/Method InviteToChat"},
	} {
		r := validate("+15162837151")
		r.Service, r.Method = c.service, c.method
		wants := func(why decorum.Violations) string {
			var found []string
			for _, v := range why {
				if v.Code == decorum.Unknown {
					found = append(found, v.Path+" "+v.Want)
				}
			}
			return strings.Join(found, "; ")
		}
		if got := wants(s.ValidateContact(r, confirmed).Why); got != c.validate {
			t.Errorf("%s %s, to validate: %q, want %q", c.service, c.method, got, c.validate)
		}
		_, err := s.InviteToChat(r)
		var why *decorum.Error
		if errors.As(err, &why); why == nil {
			why = new(decorum.Error)
		}
		if got := wants(why.Violations); got != c.invite {
			t.Errorf("%s %s, to invite: %q, want %q", c.service, c.method, got, c.invite)
		}
	}
}
