package esp_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// sameIDs lets cmp compare ids, and all that holds them.
var sameIDs = cmpopts.EquateComparable(identity.WhatsAppID{}, identity.Identity{}, whatsapp.OutboundChannel{})

var morning = time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)

// inviting is a server whose channel has a route for sessions by call.
func inviting(t testing.TB) *esp.Server {
	t.Helper()
	return serverOf(t, esp.Channel{
		Name: "channel-ghub", Business: identity.MustParseWhatsAppID("19251112222"),
		InboundRouteByCall: esp.MustParseQueueKey("1:session-chat"),
	})
}

// invite is a request to start a session with nothing wrong with it: its business
// is that of the guide's own samples.
func invite(pairs ...string) esp.Request {
	r := esp.Request{
		ReferenceID: 7, Service: "ChatService", Method: "InviteToChat", AppName: appName,
		Parameters: esp.List{{Key: "_umsClientId", Value: esp.Text("+5491156121008")}, {Key: "_umsBusinessId", Value: esp.Text("19251112222")}},
	}
	for i := 0; i < len(pairs); i += 2 {
		r.Parameters = r.Parameters.With(pairs[i], esp.Text(pairs[i+1]))
	}
	return r
}

func TestES4ReadsAllParameters(t *testing.T) {
	got, vs := checker(t).InviteToChat(invite(
		"_umsChannel", "channel-ghub", "StandardResponseId", "00001a0V",
		"ChatQueueKey", "1:session-WA-sendSR", "TerminateSessionFlag", "True",
	))
	want := esp.InviteToChat{
		Channel: "channel-ghub", Client: identity.MustParseWhatsAppID("5491156121008"),
		Business: identity.MustParseWhatsAppID("19251112222"), StandardResponseID: "00001a0V",
		Queue: esp.QueueKey{Tenant: 1, Endpoint: "session-WA-sendSR"}, TerminateSession: true,
	}
	if diff := cmp.Diff(want, got, sameIDs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// OB3: that no plan has the guide's own number is a warning.
	if diff := cmp.Diff(decorum.Violations{{
		Code: decorum.NotInPlan, Severity: decorum.SeverityWarning, Path: "/Request/Parameters/_umsBusinessId",
	}}, vs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r := got.Request()
	if r.Service != "ChatService" || r.Method != "InviteToChat" || r.AppType != "171" {
		t.Errorf("%+v", r)
	}
	if again, _ := checker(t).InviteToChat(r); again != want {
		t.Errorf("built and read: %+v", again)
	}
	if l := (esp.InviteToChat{}).Request().Parameters; len(l) > 0 {
		t.Errorf("zero fields are written: %v", l)
	}
}

func TestOB3OlderFormsOfNumbersAreInThePlan(t *testing.T) {
	for client, want := range map[string]bool{"5215512345678": false, "554188887777": false, "15551234567": true} {
		_, vs := checker(t).InviteToChat(invite("_umsClientId", client, "_umsBusinessId", "15162837151"))
		if vs.Has(decorum.NotInPlan) != want || vs.HasErrors() {
			t.Errorf("%s: %v", client, vs)
		}
	}
}

func TestES4AppTypeIsThatOfTheMessagingServer(t *testing.T) {
	for appType, want := range map[esp.AppType]bool{"171": true, "SocialMS": true, "172": false, "EmailServer": false} {
		r := invite()
		r.AppName, r.AppType = "", appType
		_, vs := checker(t).InviteToChat(r)
		var paths []string
		for _, v := range vs {
			if v.Severity == decorum.SeverityError {
				paths = append(paths, string(v.Code)+" "+v.Path)
			}
		}
		if got := strings.Join(paths, ", "); want && got != "" || !want && got != "unknown /Request/AppType" {
			t.Errorf("%s: %s", appType, got)
		}
	}
}

func TestES4TerminateSessionFlag(t *testing.T) {
	c := checker(t)
	for text, want := range map[string]bool{
		"true": true, "True": true, "TRUE": true, "1": true, " true ": true,
		"false": false, "False": false, "FALSE": false, "0": false, "": false,
	} {
		got, vs := c.InviteToChat(invite("TerminateSessionFlag", text))
		if got.TerminateSession != want || vs.HasErrors() {
			t.Errorf("%q: %v, %v", text, got.TerminateSession, vs)
		}
	}
	r := invite()
	r.Parameters = r.Parameters.With("TerminateSessionFlag", esp.Integer(1))
	if got, vs := c.InviteToChat(r); !got.TerminateSession || vs.HasErrors() {
		t.Errorf("an integer: %v", vs)
	}
	for _, text := range []string{"yes", "nope", "treu", "2", "truе", "fal\u017fe", "t", "-1", "01"} {
		_, vs := c.InviteToChat(invite("TerminateSessionFlag", text))
		if err := vs.Err(); !errors.Is(err, decorum.Unknown) || strings.Contains(err.Error(), "yes") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestES4WrongParametersAreIncorrect(t *testing.T) {
	s := inviting(t)
	for _, c := range []struct {
		name, key, text string
		code            decorum.Code
		message         string
	}{
		{"no client", "_umsClientId", "", decorum.Required, " incorrect _umsClientId"},
		{"a client in letters", "_umsClientId", "call me", decorum.ForbiddenCharacter, " incorrect _umsClientId"},
		{"a client of six digits", "_umsClientId", "123456", decorum.TooShort, " incorrect _umsClientId"},
		{"a client of sixteen digits", "_umsClientId", "1234567890123456", decorum.TooLong, " incorrect _umsClientId"},
		{"no business", "_umsBusinessId", "", decorum.Required, " incorrect _umsBusinessId"},
		{"another business", "_umsBusinessId", "15162837151", decorum.Mismatch, " incorrect _umsBusinessId"},
		{"a queue without tenant", "ChatQueueKey", "session-chat", decorum.Malformed, " incorrect ChatQueueKey"},
		{"a flag", "TerminateSessionFlag", "yes", decorum.Unknown, " incorrect TerminateSessionFlag"},
		{"an unseen response", "StandardResponseId", "\u200b", decorum.Blank, " incorrect StandardResponseId"},
		{"another channel", "_umsChannel", "channel-abc", decorum.NotFound, " unknown channel"},
	} {
		r := invite(c.key, c.text)
		_, err := s.InviteToChat(r)
		if !errors.Is(err, c.code) {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := s.Refuse(r, err); got.Fault.Message != appName+c.message || got.ReferenceID != 7 || !got.Why.Has(c.code) {
			t.Errorf("%s: %q, %v", c.name, got.Fault.Message, got.Why)
		}
	}
	for name, r := range map[string]esp.Request{
		"service": {Service: "Messaging", Method: "InviteToChat", AppName: appName},
		"method":  {Service: "ChatService", Method: "Invite", AppName: appName},
	} {
		if _, err := s.InviteToChat(r); !errors.Is(err, esp.FaultUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestES4QueueFallsBackToTheChannels(t *testing.T) {
	for _, c := range []struct{ own, route, want string }{
		{"1:session-WA-sendSR", "1:session-chat", "1:session-WA-sendSR"},
		{"", "1:session-chat", "1:session-chat"},
		{" ", "1:session-chat", "1:session-chat"},
		{"2:own", "", "2:own"},
		{"", "", ""},
	} {
		channel := esp.Channel{Name: "channel-ghub", Business: identity.MustParseWhatsAppID("19251112222")}
		if c.route != "" {
			channel.InboundRouteByCall = esp.MustParseQueueKey(c.route)
		}
		i, err := serverOf(t, channel).InviteToChat(invite("ChatQueueKey", c.own))
		if i.Queue.String() != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%+v: %v, %v", c, i.Queue, err)
		}
		if c.want == "" && (!errors.Is(err, esp.FaultIncorrect) || !errors.Is(err, decorum.Required)) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// names returns what a list of commands is.
func names(commands []whatsapp.Command) []string {
	var names []string
	for _, c := range commands {
		names = append(names, c.Name())
	}
	return names
}

func TestES4InvitationBecomesCommands(t *testing.T) {
	s := inviting(t)
	plain, err := s.InviteToChat(invite())
	if err != nil {
		t.Fatal(err)
	}
	want := esp.Invitation{
		Channel: whatsapp.OutboundChannel{
			Server: appName, Channel: "channel-ghub", Business: identity.MustParseWhatsAppID("19251112222"),
		},
		Contact: identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("5491156121008")},
		Queue:   esp.QueueKey{Tenant: 1, Endpoint: "session-chat"},
		Warnings: decorum.Violations{{
			Code: decorum.NotInPlan, Severity: decorum.SeverityWarning, Path: "/Request/Parameters/_umsBusinessId",
		}},
	}
	if diff := cmp.Diff(want, plain, sameIDs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	withResponse, err := s.InviteToChat(invite("StandardResponseId", "00001a0V", "TerminateSessionFlag", "1"))
	if err != nil {
		t.Fatal(err)
	}
	text, file := message.Text{Body: "Hello"}, message.Text{Body: "there"}
	for _, c := range []struct {
		name       string
		invitation esp.Invitation
		start      esp.Start
		want       []string
		code       error
	}{
		{"a session alone", plain, esp.Start{At: morning}, []string{"start outbound"}, nil},
		{
			"a response, and the end", withResponse,
			esp.Start{At: morning, LocalID: "x", Messages: []message.Message{text, file}},
			[]string{"start outbound", "send", "send", "end"},
			nil,
		},
		{"a response without messages", withResponse, esp.Start{At: morning, LocalID: "x"}, nil, decorum.Required},
		{"a response without local id", withResponse, esp.Start{At: morning, Messages: []message.Message{text}}, nil, decorum.Required},
		{"messages without response", plain, esp.Start{At: morning, LocalID: "x", Messages: []message.Message{text}}, nil, decorum.Unexpected},
	} {
		commands, err := c.invitation.Commands(c.start)
		if diff := cmp.Diff(c.want, names(commands)); diff != "" || !errors.Is(err, c.code) {
			t.Errorf("%s: %v (-want +got):\n%s", c.name, err, diff)
		}
		for n, command := range commands {
			if !command.When().Equal(morning) {
				t.Errorf("%s: %s at %v", c.name, command.Name(), command.When())
			}
			if send, ok := command.(whatsapp.SendMessage); ok && (send.LocalID != "x."+string(rune('0'+n-1)) || !send.Bot) {
				t.Errorf("%s: %+v", c.name, send)
			}
		}
	}
}

// handled gives the commands to a policy, one after the other.
func handled(t *testing.T, s whatsapp.Session, commands []whatsapp.Command) (whatsapp.Session, []string, error) {
	t.Helper()
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range commands {
		events, err := policy.Handle(s, c)
		if err != nil {
			return s, all, err
		}
		for _, e := range events {
			all = append(all, e.Name())
			if s, err = s.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s, all, nil
}

func notification(t *testing.T) message.Message {
	t.Helper()
	id, err := template.ParseID("shop@order_ready")
	if err != nil {
		t.Fatal(err)
	}
	language, err := template.ParseLanguage("en")
	if err != nil {
		t.Fatal(err)
	}
	n := template.Notification{ID: id, Language: language, Body: "Your order is ready."}
	return message.Structured{Structured: n.Fill(template.Arguments{})}
}

func TestOB4CommandsStartASession(t *testing.T) {
	i, err := inviting(t).InviteToChat(invite("StandardResponseId", "00001a0V", "TerminateSessionFlag", "true"))
	if err != nil {
		t.Fatal(err)
	}
	// A text is refused, for the customer has not written; the session stays.
	commands, err := i.Commands(esp.Start{At: morning, LocalID: "x", Messages: []message.Message{message.Text{Body: "Hello"}}})
	if err != nil {
		t.Fatal(err)
	}
	s, events, err := handled(t, whatsapp.Session{}, commands)
	if !errors.Is(err, decorum.WindowClosed) || !slices.Equal(events, []string{"outbound_started"}) {
		t.Errorf("%v, %v", events, err)
	}
	if got := s.Channel(); got != i.Channel {
		t.Errorf("channel %+v", got)
	}
	// A notification goes out, and the session ends as it was begun.
	start := esp.Start{At: morning, LocalID: "x", Messages: []message.Message{notification(t)}}
	if commands, err = i.Commands(start); err != nil {
		t.Fatal(err)
	}
	if _, events, err = handled(t, whatsapp.Session{}, commands); err != nil || !slices.Equal(events, []string{"outbound_started", "send_requested", "ended"}) {
		t.Errorf("%v, %v", events, err)
	}
	// One that the server had ended, and that no agent has marked as done, is over.
	over, err := s.Apply(whatsapp.Accepted{At: morning, Agent: "ann"}, whatsapp.Ended{At: morning})
	if err != nil {
		t.Fatal(err)
	}
	start.Session, start.LocalID = over, "z"
	if commands, err = i.Commands(start); err != nil {
		t.Fatal(err)
	}
	if _, events, err = handled(t, over, commands); err != nil || !slices.Equal(events, []string{"outbound_started", "send_requested", "ended"}) {
		t.Errorf("%v, %v", events, err)
	}
	// A session that is under way is the session: the request has not begun it and
	// does not end it.
	start.Session, start.LocalID = s, "y"
	if commands, err = i.Commands(start); err != nil {
		t.Fatal(err)
	}
	if _, events, err = handled(t, s, commands); err != nil || !slices.Equal(events, []string{"send_requested"}) {
		t.Errorf("%v, %v", events, err)
	}
}

func TestOB4OnPremisesWantsACheckOfTheContact(t *testing.T) {
	s := serverOf(t, esp.Channel{
		Name: "channel-ghub", Business: identity.MustParseWhatsAppID("19251112222"), OnPremises: true,
		InboundRouteByCall: esp.MustParseQueueKey("1:session-chat"),
	})
	i, err := s.InviteToChat(invite())
	if err != nil {
		t.Fatal(err)
	}
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		checked time.Time
		stale   bool
	}{
		{time.Time{}, true},
		{morning.Add(-whatsapp.ContactCheckLifetime - time.Second), true},
		{morning.Add(-whatsapp.ContactCheckLifetime), false},
	} {
		commands, err := i.Commands(esp.Start{At: morning, ContactChecked: c.checked})
		if err != nil {
			t.Fatal(err)
		}
		vs := policy.Check(whatsapp.Session{}, commands[0])
		if vs.Has(decorum.Stale) != c.stale || vs.HasErrors() {
			t.Errorf("checked %v: %v", c.checked, vs)
		}
	}
}

// TestES4BusinessMayBeWrittenInAnotherForm: what counts is whose the id is, and the
// invitation has the channel's own.
func TestES4BusinessMayBeWrittenInAnotherForm(t *testing.T) {
	for _, c := range [...][2]string{{"5215512345678", "525512345678"}, {"525512345678", "+5215512345678"}, {"551191234567", "5511991234567"}} {
		own := identity.MustParseWhatsAppID(c[0])
		s := serverOf(t, esp.Channel{Name: "channel-ghub", Business: own, InboundRouteByCall: esp.MustParseQueueKey("1:session-chat")})
		i, err := s.InviteToChat(invite("_umsChannel", "channel-ghub", "_umsBusinessId", c[1]))
		if err != nil || i.Channel.Business != own {
			t.Errorf("%s for %s: %v, %v", c[1], c[0], i.Channel.Business, err)
		}
	}
}
