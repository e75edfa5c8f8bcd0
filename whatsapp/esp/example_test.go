package esp_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A host answers strategies that ask whether a contact uses WhatsApp.
func Example() {
	server, err := esp.NewServer(esp.Config{
		AppName:  "DigitalMessagingServer",
		Channels: []esp.Channel{{Name: "channel-ghub", Business: identity.MustParseWhatsAppID("919876543210")}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	serve := func(body string) {
		request, err := esp.ParseRequest([]byte(body))
		if err != nil {
			fmt.Println(server.Refuse(request, err).Err())
			return
		}
		answer := server.ValidateContact(request, func(_ esp.Channel, _ phone.Number) (bool, error) {
			return true, nil // ask WhatsApp
		})
		out, err := answer.MarshalJSON()
		fmt.Println(string(out), err)
	}
	serve(`{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","AppType":171,
		"Parameters":{"Id":"+1 (516) 283-7151"}}}`)
	serve(`{"ReferenceId":8,"Request":{"Service":"Messaging","Method":"ValidateContacts","AppType":171}}`)
	// Output:
	// {"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","Parameters":{"Id":"+15162837151"}}} <nil>
	// {"ReferenceId":8,"Request":{"Service":"Messaging","Method":"ValidateContacts"},"Fault":{"Code":902,"Message":"DigitalMessagingServer unknown method"}} <nil>
}

// A strategy invites a customer, who gets a notification. Commands are for a
// whatsapp.Policy, one after the other.
func ExampleServer_InviteToChat() {
	server, err := esp.NewServer(esp.Config{
		AppName: "DigitalMessagingServer",
		Channels: []esp.Channel{{
			Name: "channel-ghub", Business: identity.MustParseWhatsAppID("15162837151"),
			InboundRouteByCall: esp.MustParseQueueKey("1:session-chat"),
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	request := esp.InviteToChat{
		Client:             identity.MustParseWhatsAppID("5491156121008"),
		Business:           identity.MustParseWhatsAppID("15162837151"),
		StandardResponseID: "00001a0V",
	}.Request()

	invitation, err := server.InviteToChat(request)
	if err != nil {
		fmt.Println(server.Refuse(request, err).Err())
		return
	}
	fmt.Println("enters at", invitation.Queue)
	ready := template.Notification{ID: template.MustParseID("shop@order_ready"), Language: "en", Body: "Your order is ready."}
	commands, err := invitation.Commands(esp.Start{
		At:       time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC),
		LocalID:  "invitation-1",
		Messages: []message.Message{message.Structured{Structured: ready.Fill(template.Arguments{})}},
	})
	for _, c := range commands {
		fmt.Println(c.Name())
	}
	fmt.Println(err, request.Answer(nil).Err())
	// Output:
	// enters at 1:session-chat
	// start outbound
	// send
	// <nil> <nil>
}

// What a strategy got for an answer, and who has to act on it.
func ExampleParseAnswer() {
	answer, err := esp.ParseAnswer([]byte(`{"ReferenceId":7,"Fault":{"Code":901,"Message":"channel-ghub connection with hub failed"}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	if errors.Is(answer.Err(), esp.FaultConnection) {
		source, with, _ := answer.Fault.Parts()
		fmt.Println(source, "cannot reach", with)
	}
	fmt.Println(answer.Fault.Code.Actor(), answer.Fault.Code.Retry())
	// Output:
	// channel-ghub cannot reach hub
	// operator true
}

// A host that serves several methods looks at the request's own.
func ExampleServer_Refuse() {
	server, err := esp.NewServer(esp.Config{
		AppName: "DigitalMessagingServer",
		Channels: []esp.Channel{{
			Name: "channel-ghub", Business: identity.MustParseWhatsAppID("15162837151"),
			InboundRouteByCall: esp.MustParseQueueKey("1:session-chat"),
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	serve := func(request esp.Request) esp.Answer {
		switch request.Method {
		case esp.MethodInviteToChat:
			invitation, err := server.InviteToChat(request)
			if err != nil {
				return server.Refuse(request, err)
			}
			if err := begin(invitation); err != nil {
				return server.Refuse(request, err)
			}
			return request.Answer(nil)
		case esp.MethodValidateContact:
			return server.ValidateContact(request, func(_ esp.Channel, _ phone.Number) (bool, error) {
				return false, esp.FaultConnection // WhatsApp cannot be asked now
			})
		default:
			return server.Refuse(request, esp.FaultUnknown)
		}
	}
	customer, business := identity.MustParseWhatsAppID("5491156121008"), identity.MustParseWhatsAppID("15162837151")
	for _, request := range []esp.Request{
		esp.InviteToChat{Client: customer, Business: business}.Request(),
		esp.InviteToChat{Client: customer}.Request(),
		{Service: "Messaging", Method: "ValidateContact", AppType: esp.AppTypeSocialMS, Parameters: esp.List{{Key: "Id", Value: esp.Text("+15162837151")}}},
		{Service: "Messaging", Method: "Submit", AppType: esp.AppTypeSocialMS},
	} {
		answer := serve(request)
		fmt.Printf("%d %q\n", answer.Fault.Code, answer.Fault.Message)
	}
	// Output:
	// 0 ""
	// 904 "DigitalMessagingServer incorrect _umsBusinessId"
	// 901 "DigitalMessagingServer connection with WhatsApp failed"
	// 902 "DigitalMessagingServer unknown service or method"
}

// begin starts the session: see [esp.Invitation.Commands].
func begin(esp.Invitation) error { return nil }

// Before a strategy sends a request, a checker tells all that is wrong with it.
func ExampleChecker() {
	checker, err := esp.NewChecker()
	if err != nil {
		fmt.Println(err)
		return
	}
	_, violations := checker.InviteToChat(esp.Request{
		Service: esp.ServiceChat, Method: esp.MethodInviteToChat,
		Parameters: esp.List{
			{Key: "_umsClientId", Value: esp.Text("0049 1512 3456789")},
			{Key: "TerminateSessionFlag", Value: esp.Text("yes")},
		},
	})
	for _, v := range violations {
		fmt.Println(v)
	}
	// Output:
	// /Request/AppName: missing; give a value
	// /Request/Parameters/_umsClientId: not well-formed (at byte 0); want a country calling code first
	// /Request/Parameters/_umsBusinessId: missing; give a value
	// /Request/Parameters/TerminateSessionFlag: not known; want true, false, 1, 0
}

// An interaction's attributes tell who wrote, and where replies go.
func ExampleAttributesOf() {
	list := esp.ListOf(map[string]string{
		"_umsInboundIxnSubmittedBy": "DigitalMessagingServer",
		"_umsChannel":               "channel-ghub",
		"_umsMediaType":             "whatsapp",
		"_umsMsgOriginTime":         "1763766000",
		"_umsFromAddr":              "5491156121008",
		"_umsToAddr":                "15162837151",
		"Language":                  "es",
	})
	attributes, violations := esp.AttributesOf(list)
	at, _ := attributes.OriginTime.Time()
	fmt.Println(at, violations)
	fmt.Println(attributes.Contact().WhatsAppID)
	channel, err := attributes.ReplyChannel()
	fmt.Println(channel.Server, channel.Channel, err)
	// Output:
	// 2025-11-21 23:00:00 +0000 UTC []
	// 5491156121008
	// DigitalMessagingServer channel-ghub <nil>
}

// A business process puts the channels for outbound sessions into attached data.
func ExampleWithChannels() {
	list := esp.WithChannels(esp.List{{Key: "Language", Value: esp.Text("es")}}, []whatsapp.OutboundChannel{
		{Server: "DigitalMessagingServer", Channel: "channel-ghub", Business: identity.MustParseWhatsAppID("19251112222")},
	})
	out, err := list.MarshalJSON()
	fmt.Println(string(out), err)
	// Output:
	// {"Language":"es","_umsOutboundSessionConfig":{"1":{"MediaType":"whatsappsession","_umsServer":"DigitalMessagingServer","_umsChannel":"channel-ghub","_umsBusinessId":"19251112222"}}} <nil>
}

func ExampleConference() {
	list := esp.Conference{OriginalEmployeeID: "ann", TargetID: "Spanish", TargetType: "Skill"}.Into(nil)
	for _, p := range list {
		fmt.Println(p.Key, p.Value)
	}
	// Output:
	// IW_RoutingBasedOriginalEmployeeId ann
	// IW_RoutingBasedTargetId Spanish
	// IW_RoutingBasedTargetType Skill
}

func ExampleAsyncOf() {
	async, _ := esp.AsyncOf(esp.ListOf(map[string]string{
		"GCTI_Chat_AsyncMode": "true", "GCTI_Chat_AsyncStatus": "2",
	}))
	fmt.Println(async.Mode, async.Status == esp.AsyncStatusActivity)
	// Output:
	// true true
}

func ExampleParseQueueKey() {
	key, err := esp.ParseQueueKey("1:session-WA-sendSR")
	fmt.Println(key.Tenant, key.Endpoint, err)
	_, err = esp.ParseQueueKey("session-chat")
	fmt.Println(err)
	// Output:
	// 1 session-WA-sendSR <nil>
	// not well-formed; want <tenant>:<endpoint>
}

func ExampleParseList() {
	_, err := esp.ParseList([]byte(`{"Id":"1","More":{"Open":true}}`))
	fmt.Println(err)
	list, err := esp.ParseList([]byte(`{"Id":"1","More":{"Attempt":2}}`))
	fmt.Println(list.Without("Id").With("Last", esp.Integer(3)), err)
	// Output:
	// /More/Open: of another kind than the one that belongs here; give that kind; want a string, an integer, an object
	// [{More [{Attempt 2}]} {Last 3}] <nil>
}
