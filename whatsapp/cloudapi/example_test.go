package cloudapi_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// sign does what Meta does.
func sign(body, secret []byte) string {
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

// A record is what a host stores of one conversation. Here it is kept in memory.
type record struct {
	conversation cloudapi.Conversation
	session      whatsapp.Session
}

// A store finds a record under each key of its conversation.
type store map[cloudapi.Key]*record

// load returns the record of a conversation, a new one where there is none yet.
func (s store) load(c cloudapi.Conversation) *record {
	for _, key := range c.Keys() {
		if r := s[key]; r != nil && r.conversation.Same(c) {
			return r
		}
	}
	return &record{conversation: c}
}

// save stores the record, and what this webhook told of the contact's ids.
func (s store) save(r *record, c cloudapi.Conversation) {
	if all, err := r.conversation.Contact.Merge(c.Contact.Identity); err == nil && c.GroupID == "" {
		r.conversation.Contact.Identity = all
	}
	for _, key := range r.conversation.Keys() {
		s[key] = r
	}
}

// A webhook handler: everything between Meta's request and the sessions.
func Example() {
	secret, token := []byte("app secret"), "verify token"
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		fmt.Println(err)
		return
	}
	sessions := store{}
	now := func() time.Time { return time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC) } // time.Now

	// Meta sends webhooks as POST.
	receive := func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, cloudapi.MaxBody))
		if err != nil || !cloudapi.Verify(r.Header.Get(cloudapi.SignatureHeader), body, secret) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		notices, err := cloudapi.Decode(body)
		if err != nil {
			fmt.Println(err) // what is wrong, and where; the rest is in notices
		}
		for conversation, command := range notices.Commands(now()) {
			record := sessions.load(conversation)
			events, err := policy.Handle(record.session, command)
			if err != nil {
				fmt.Println(err) // this command changes nothing
				continue
			}
			for _, e := range events {
				if record.session, err = record.session.Apply(e); err != nil {
					fmt.Println(err)
				}
				fmt.Println(conversation.Contact.Name, "→", e.Name())
			}
			sessions.save(record, conversation)
		}
	}
	// Meta asks once, by GET, whether the address is right.
	subscribe := func(w http.ResponseWriter, r *http.Request) {
		answer, ok := cloudapi.Challenge(r.URL.Query(), token)
		if !ok {
			w.WriteHeader(http.StatusForbidden)
		}
		_, _ = io.WriteString(w, answer)
	}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /webhook", subscribe)
	mux.HandleFunc("POST /webhook", receive)

	body := []byte(`{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{
		"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"106540352242922"},
		"contacts":[{"profile":{"name":"Lucía"},"wa_id":"5491155551234","user_id":"AR.1349"}],
		"messages":[{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590","type":"text","text":{"body":"Is table 7 free?"}}]}}]}]}`)
	for range 2 { // Meta may send it twice
		r := httptest.NewRequest(http.MethodPost, "/webhook", bytes.NewReader(body))
		r.Header.Set(cloudapi.SignatureHeader, sign(body, secret))
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		fmt.Println(w.Code)
	}
	for _, key := range slices.Sorted(maps.Keys(sessions)) {
		fmt.Println(key, sessions[key].session.Version())
	}
	// Output:
	// Lucía → received
	// Lucía → queued
	// 200
	// 200
	// 106540352242922/number/5491155551234 2
	// 106540352242922/user/AR.1349 2
}

// A contact changes the number. The session stays the same, under other keys.
func ExampleMoved() {
	notices, err := cloudapi.Decode([]byte(`{"object":"whatsapp_business_account","entry":[{"id":"1022","changes":[{"field":"messages","value":{
		"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"1065"},
		"messages":[{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590","type":"system",
			"system":{"type":"user_changed_number","body":"Lucía changed from 5491155551234 to 5491155559999","wa_id":"5491155559999"}}]}}]}]}`))
	if err != nil {
		fmt.Println(err)
	}
	for notice := range notices.All() {
		if now, ok := cloudapi.Moved(notice); ok {
			fmt.Println(notice.Conversation().Keys(), "→", now.Keys())
		}
	}
	// Output:
	// [1065/number/5491155551234] → [1065/number/5491155559999]
}

// One bad message does not harm the others, and is not lost either.
func ExampleDecode() {
	body := []byte(`{"object":"whatsapp_business_account","entry":[{"id":"1022","changes":[{"field":"messages","value":{
		"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881","phone_number_id":"1065"},
		"messages":[
			{"from":"5491155551234","id":"wamid.1","timestamp":"1772355590","type":"location","location":{"latitude":-233,"longitude":40}},
			{"from":"5491155551234","id":"wamid.2","timestamp":1772355591,"type":"text","text":{"body":"Here I am"}}],
		"statuses":[{"id":"wamid.3","status":"failed","timestamp":"1772355592","recipient_id":"5491155559999","errors":[{"code":131047}]}]}}]}]}`)
	notices, err := cloudapi.Decode(body)
	for v := range decorum.All(err) {
		fmt.Println(v)
	}
	for notice := range notices.All() {
		switch n := notice.(type) {
		case *cloudapi.Received:
			fmt.Println(n.Envelope().ID, n.Message.Kind(), n.Message.Preview().Text)
		case *cloudapi.Status:
			fmt.Println(n.WAMID, n.Status, n.Faults[0].Code)
		}
	}
	// Output:
	// /entry/0/changes/0/value/messages/0/location/latitude: -233000000 microdegrees, at least -90000000
	// wamid.1 unknown location
	// wamid.2 text Here I am
	// wamid.3 failed 131047
}

// What a webhook tells of a template changes what may be sent.
func ExampleTemplateStatus() {
	notices, err := cloudapi.Decode([]byte(`{"object":"whatsapp_business_account","entry":[{"id":"1022","time":1772355590,"changes":[{
		"field":"message_template_status_update","value":{"event":"PAUSED","message_template_id":1689556908129832,
		"message_template_name":"order_ready","message_template_language":"en-US","reason":null,
		"other_info":{"title":"FIRST_PAUSE","description":"Paused for 3 hours"}}}]}]}`))
	if err != nil {
		fmt.Println(err)
	}
	for notice := range notices.All() {
		if t, ok := notice.(*cloudapi.TemplateStatus); ok {
			fmt.Println(t.Template.Name, t.Status, t.Title, "-", t.Status.Verdict())
		}
	}
	// Output:
	// order_ready paused FIRST_PAUSE - error
}

// A service that gets many webhooks keeps a Verifier in each of its workers.
func ExampleVerifier() {
	body, secret := []byte(`{"object":"whatsapp_business_account","entry":[]}`), []byte("app secret")
	v := cloudapi.NewVerifier(secret)
	fmt.Println(v.Verify(sign(body, secret), body))
	fmt.Println(v.Verify(sign(body, []byte("another")), body))
	// Output:
	// true
	// false
}

func ExampleVerify() {
	body, secret := []byte(`{"object":"whatsapp_business_account","entry":[]}`), []byte("app secret")
	header := "sha256=f55d1484bc76c3d3ba787f7352b6c81f5dc9b125053b8c278aeadc3b13004236"
	fmt.Println(cloudapi.Verify(header, body, secret))
	fmt.Println(cloudapi.Verify(header, body, nil)) // an empty secret verifies nothing
	// Output:
	// true
	// false
}

func ExampleChallenge() {
	query, err := url.ParseQuery("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhock")
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(cloudapi.Challenge(query, "meatyhamhock"))
	// Output: 1158201444 true
}

// Which of three numbers have a WhatsApp account (guide ES1)?
func ExampleDecodeContacts() {
	answers, err := cloudapi.DecodeContacts([]byte(`{"contacts":[
		{"input":"+1 (516) 283-7151","status":"valid","wa_id":"15162837151"},
		{"input":"6315551002","status":"invalid"},
		{"input":"+54 9 11 5612-1008","status":"processing"}]}`))
	if err != nil {
		fmt.Println(err)
	}
	for _, c := range answers.Contacts {
		fmt.Printf("%s: %s %q\n", c.Input, c.Status, c.WhatsAppID)
	}
	// Output:
	// +1 (516) 283-7151: valid "15162837151"
	// 6315551002: invalid ""
	// +54 9 11 5612-1008: processing ""
}
