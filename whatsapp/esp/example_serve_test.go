package esp_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A host serves both methods, here over HTTP; one with a client of the protocol
// begins with esp.RequestOf and ends with Answer.Envelope.
func Example_serve() {
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
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		fmt.Println(err)
		return
	}
	sessions := map[identity.WhatsAppID]whatsapp.Session{} // the host's store

	check := func(_ esp.Channel, number phone.Number) (bool, error) {
		return number.Region() == "US", nil // whoever knows
	}
	invite := func(i esp.Invitation) error {
		id := i.Contact.WhatsAppID.Canonical()
		session := sessions[id]
		commands, err := i.Commands(esp.Start{At: time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC), Session: session})
		if err != nil {
			return err
		}
		for _, c := range commands {
			events, err := policy.Handle(session, c)
			if err != nil {
				return err
			}
			if session, err = session.Apply(events...); err != nil { // having stored them
				return err
			}
		}
		sessions[id] = session
		return nil
	}
	answer := func(body []byte) esp.Answer {
		request, err := esp.ParseRequest(body)
		if err != nil {
			return server.Refuse(request, err)
		}
		if request.Method != esp.MethodInviteToChat {
			return server.ValidateContact(request, check) // refuses what is of neither method
		}
		invitation, err := server.InviteToChat(request)
		if err == nil {
			err = invite(invitation)
		}
		if err != nil {
			return server.Refuse(request, err)
		}
		return request.Answer(nil)
	}
	handler := func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, esp.MaxInput))
		if err != nil {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		a := answer(body)
		fmt.Println(a.Why) // for the host's log
		out, err := a.MarshalJSON()
		if err != nil {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		_, _ = w.Write(out)
	}

	for _, body := range []string{
		`{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","AppType":171,"Parameters":{"Id":"+1 631 555 1002"}}}`,
		`{"ReferenceId":8,"Request":{"Service":"ChatService","Method":"InviteToChat","AppType":171,
			"Parameters":{"_umsClientId":"16315551002","_umsBusinessId":"15162837151"}}}`,
		`{"ReferenceId":9,"Request":{"Service":"ChatService","Method":"InviteToChat","AppType":171,"Parameters":{"_umsClientId":"16315551002"}}}`,
		`{"ReferenceId":10,"Request":{"Service":"Messaging","Method":"Send","AppType":171}}`,
	} {
		w := httptest.NewRecorder()
		handler(w, httptest.NewRequest(http.MethodPost, "/esp", strings.NewReader(body)))
		fmt.Println(w.Body)
	}
	fmt.Println(len(sessions), "session")
	// Output:
	// [/Request/Method: warning: deprecated; do not rely on it]
	// {"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","Parameters":{"Id":"+16315551002"}}}
	// []
	// {"ReferenceId":8,"Request":{"Service":"ChatService","Method":"InviteToChat"}}
	// [/Request/Parameters/_umsBusinessId: missing; give a value]
	// {"ReferenceId":9,"Request":{"Service":"ChatService","Method":"InviteToChat"},"Fault":{"Code":904,"Message":"DigitalMessagingServer incorrect _umsBusinessId"}}
	// [/Request/Method: not known; want ValidateContact, InviteToChat /Request/Parameters/Id: missing; give a value]
	// {"ReferenceId":10,"Request":{"Service":"Messaging","Method":"Send"},"Fault":{"Code":902,"Message":"DigitalMessagingServer unknown method"}}
	// 1 session
}
