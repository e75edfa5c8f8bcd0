package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// espRequest is a request to validate a contact, with some user data.
const espRequest = `{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","AppType":171,"TenantId":1,` +
	`"Parameters":{"_umsChannel":"channel-ghub","Id":"+54 9 11 5612-1008"}},` +
	`"UserData":{"CustomerSegment":"gold","Attempt":2,"Case":{"Number":"A-1042","Topic":"Order"}}}`

const espAnswer = `{"ReferenceId":7,"Request":{"Service":"Messaging","Method":"ValidateContact","Parameters":{"Id":"+5491156121008"}}}`

// jsonRequest and jsonAnswer are what a host without this library would write.
type jsonRequest struct {
	ReferenceID int64 `json:"ReferenceId"`
	Request     struct {
		Service, Method, AppName string
		AppType                  int
		TenantID                 int `json:"TenantId"`
		Parameters               map[string]any
	}
	UserData map[string]any
}

type jsonAnswer struct {
	ReferenceID int64 `json:"ReferenceId"`
	Request     struct {
		Service, Method string
		Parameters      struct {
			ID string `json:"Id"`
		}
	}
}

// answerByHand does what a host does without checks: it reads, translates and
// writes, and takes everything else for right.
func answerByHand() ([]byte, error) {
	var r jsonRequest
	if err := json.Unmarshal([]byte(espRequest), &r); err != nil {
		return nil, err
	}
	text, ok := r.Request.Parameters["Id"].(string)
	if !ok || r.Request.Service != "Messaging" || r.Request.Method != "ValidateContact" || r.Request.AppType != 171 {
		return nil, errors.New("fault")
	}
	n, err := phone.Parse(text)
	if err != nil {
		return nil, err
	}
	var a jsonAnswer
	a.ReferenceID = r.ReferenceID
	a.Request.Service, a.Request.Method = r.Request.Service, r.Request.Method
	a.Request.Parameters.ID = n.String()
	return json.Marshal(a)
}

func espAreas() []area {
	server, err := esp.NewServer(esp.Config{
		AppName: "DigitalMessagingServer",
		Channels: []esp.Channel{
			{Name: "channel-ghub", Business: identity.MustParseWhatsAppID("919876543210")},
		},
	})
	checker, err2 := esp.NewChecker()
	request, err3 := esp.ParseRequest([]byte(espRequest))
	if err := errors.Join(err, err2, err3); err != nil {
		return []area{{name: "esp", check: func() error { return err }}}
	}
	confirm := func(esp.Channel, phone.Number) (bool, error) { return true, nil }
	body, buf := []byte(espRequest), make([]byte, 0, 512)
	answer := func() ([]byte, error) {
		r, err := esp.ParseRequest(body)
		if err != nil {
			return nil, err
		}
		return server.ValidateContact(r, confirm).AppendJSON(buf[:0])
	}
	return []area{
		{
			name: fmt.Sprintf("esp: parse a request, %d bytes", len(espRequest)),
			check: func() error {
				var r jsonRequest
				if err := json.Unmarshal(body, &r); err != nil {
					return err
				}
				id, _ := request.Parameters.Text("Id")
				if r.ReferenceID != request.ReferenceID || r.Request.Parameters["Id"] != id || len(r.UserData) != len(request.UserData) {
					return errors.New("requests differ")
				}
				return nil
			},
			candidates: []candidate{
				{name: "esp.ParseRequest", run: func() {
					r, _ := esp.ParseRequest(body)
					sink += len(r.Parameters)
				}},
				{name: "encoding/json, struct and maps", target: 2, run: func() {
					var r jsonRequest
					_ = json.Unmarshal(body, &r)
					sink += len(r.Request.Parameters)
				}},
				{name: "json.Valid", limit: true, run: func() {
					if json.Valid(body) {
						sink++
					}
				}},
			},
		},
		{
			name: "esp: parse a request, answer it, write the answer",
			check: func() error {
				ours, err := answer()
				theirs, err2 := answerByHand()
				if err := errors.Join(err, err2); err != nil {
					return err
				}
				if string(ours) != espAnswer || string(theirs) != espAnswer {
					return fmt.Errorf("ours %s, theirs %s", ours, theirs)
				}
				return nil
			},
			candidates: []candidate{
				{name: "esp, everything checked", run: func() {
					out, _ := answer()
					sink += len(out)
				}},
				{name: "encoding/json by hand, next to nothing checked", run: func() {
					out, _ := answerByHand()
					sink += len(out)
				}},
				{name: "of ours: the check by validator alone", limit: true, run: func() {
					_, vs := checker.ValidateContact(request)
					sink += len(vs)
				}},
			},
		},
		{
			name: "esp: make a checker, once for each program",
			candidates: []candidate{
				{name: "esp.NewChecker", run: func() {
					if c, err := esp.NewChecker(); err == nil && c != nil {
						sink++
					}
				}},
			},
		},
	}
}
