package message_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Every message that others have seen has a counterpart here, which holds each
// of its values and survives a round trip. The translation below is the test's
// own: package cloudapi has the real one.
func TestEveryMessageOfTheCorpusHasACounterpart(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set: no corpus")
	}
	seen := map[string]int{}
	for _, folder := range []string{"webhooks", "webhooks_placeholders", "fragments"} {
		err := filepath.WalkDir(filepath.Join(shared, "corpus", folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			decoder := json.NewDecoder(strings.NewReader(string(data)))
			decoder.UseNumber()
			var document any
			if err := decoder.Decode(&document); err != nil {
				return fmt.Errorf("%s: %w", d.Name(), err)
			}
			for item := range messagesOf(document) {
				kind := hold(t, d.Name(), item)
				seen[kind]++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range []string{
		"text", "image", "video", "audio", "document", "sticker", "media", "location", "contacts", "reaction", "answer", "order", "call",
		"system", "welcome_request", "edit", "deletion", "unsupported",
	} {
		if seen[kind] == 0 {
			t.Errorf("the corpus has no message of kind %s", kind)
		}
	}
	for _, kind := range seenKinds(seen) {
		t.Logf("%4d %s", seen[kind], kind)
	}
	// One item has no type, and two have types that are made up.
	if seen["unknown"] > 3 {
		t.Errorf("%d items have no counterpart", seen["unknown"])
	}
}

func seenKinds(seen map[string]int) []string {
	var all []string
	for kind := range seen {
		all = append(all, kind)
	}
	slices.Sort(all)
	return all
}

// hold translates an item, and tells what is lost.
func hold(t *testing.T, file string, item map[string]any) string {
	m, e := translate(item)
	content, err := json.Marshal(m)
	if err != nil {
		t.Errorf("%s: %v", file, err)
		return string(m.Kind())
	}
	back, err := message.Unmarshal(content)
	if diff := cmp.Diff(m, back); diff != "" || err != nil {
		t.Errorf("%s: %v (-want +got):\n%s", file, err, diff)
	}
	outside, err := json.Marshal(e)
	if err != nil {
		t.Errorf("%s: %v", file, err)
	}
	var again message.Envelope
	if err := json.Unmarshal(outside, &again); err != nil || again != e {
		t.Errorf("%s: %v in %s", file, err, outside)
	}
	if m.Preview().String() == "" {
		t.Errorf("%s: nothing to show for %s", file, content)
	}
	kept := values(content, values(outside, nil))
	item["type"] = nil // told by the kind
	raw, err := json.Marshal(item)
	if err != nil {
		t.Fatal(err)
	}
	for value := range values(raw, nil) {
		told := kept[value] || kept[strings.TrimPrefix(value, "+")] || kept[strings.ToLower(value)]
		if value != "" && !told && !slices.Contains(metaNames, value) {
			t.Errorf("%s: %q is lost in %s and %s", file, value, content, outside)
		}
	}
	return string(m.Kind())
}

// metaNames are what Meta calls kinds of things, where we call them otherwise.
var metaNames = []string{
	"button_reply", "list_reply", "nfm_reply", "flow", "address_message", "user_changed_number", "user_changed_user_id", "USER_INITIATED",
	"BUSINESS_INITIATED",
}

// messagesOf yields what is a message or a call in a document.
func messagesOf(v any) func(func(map[string]any) bool) {
	return func(yield func(map[string]any) bool) { walkMessages(v, yield) }
}

func walkMessages(v any, yield func(map[string]any) bool) bool {
	switch v := v.(type) {
	case []any:
		for _, element := range v {
			if !walkMessages(element, yield) {
				return false
			}
		}
	case map[string]any:
		written := v["id"] != nil && v["timestamp"] != nil && v["status"] == nil && (v["from"] != nil || v["type"] != nil)
		if written || v["type"] == "call" || v["event"] != nil && v["direction"] != nil {
			return yield(v)
		}
		for _, member := range v {
			if !walkMessages(member, yield) {
				return false
			}
		}
	}
	return true
}

// values adds every string and number of a document, as text, and for an instant
// its Unix time as well.
func values(data []byte, all map[string]bool) map[string]bool {
	if all == nil {
		all = map[string]bool{}
	}
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.UseNumber()
	var document any
	if err := decoder.Decode(&document); err != nil {
		panic(err)
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, element := range v {
				walk(element)
			}
		case map[string]any:
			for _, member := range v {
				walk(member)
			}
		case string:
			all[v] = true
			if instant, err := time.Parse(time.RFC3339, v); err == nil {
				all[strconv.FormatInt(instant.Unix(), 10)] = true
			}
		case json.Number:
			all[v.String()] = true
		}
	}
	walk(document)
	return all
}

// An object is one of Meta's, of which members are taken. What is left is extra.
type object map[string]any

func (o object) text(name string) string {
	switch v := o[name].(type) {
	case string:
		delete(o, name)
		return v
	case json.Number:
		delete(o, name)
		return v.String()
	}
	return ""
}

func (o object) flag(name string) bool {
	v, ok := o[name].(bool)
	if ok {
		delete(o, name)
	}
	return v
}

func (o object) object(name string) object {
	v, ok := o[name].(map[string]any)
	if ok {
		delete(o, name)
	}
	return v
}

func (o object) list(name string) []object {
	v, _ := o[name].([]any)
	delete(o, name)
	var list []object
	for _, element := range v {
		if member, ok := element.(map[string]any); ok {
			list = append(list, member)
		}
	}
	return list
}

func (o object) number(name string) int64 {
	n, err := strconv.ParseInt(fmt.Sprint(o[name]), 10, 64)
	if err == nil {
		delete(o, name)
	}
	return n
}

func (o object) time(name string) time.Time {
	seconds, err := strconv.ParseInt(fmt.Sprint(o[name]), 10, 64)
	if err != nil {
		return time.Time{}
	}
	delete(o, name)
	return time.Unix(seconds, 0).UTC()
}

// rest packs what was not taken.
func (o object) rest() message.Extra {
	for name, v := range o {
		if v == nil {
			delete(o, name)
		}
	}
	if len(o) == 0 {
		return ""
	}
	data, err := json.Marshal(map[string]any{"meta": map[string]any(o)})
	if err != nil {
		panic(err)
	}
	return message.Extra(data)
}

// known takes a member where it can be parsed.
func known[T any](o object, name string, parse func(string) (T, error)) T {
	s, _ := o[name].(string)
	v, err := parse(s)
	if err == nil {
		delete(o, name)
	}
	return v
}

func clone(item map[string]any) object {
	data, err := json.Marshal(item)
	if err != nil {
		panic(err)
	}
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.UseNumber()
	var copied map[string]any
	if err := decoder.Decode(&copied); err != nil {
		panic(err)
	}
	return copied
}

func translate(item map[string]any) (message.Message, message.Envelope) {
	o := clone(item)
	e := message.Envelope{ID: o.text("id"), Originated: o.time("timestamp"), GroupID: o.text("group_id")}
	e.From.WhatsAppID = known(o, "from", identity.ParseWhatsAppID)
	e.From.UserID = known(o, "from_user_id", identity.ParseUserID)
	e.From.ParentUserID = known(o, "from_parent_user_id", identity.ParseUserID)
	e.To.WhatsAppID = known(o, "to", identity.ParseWhatsAppID)
	e.History = o["history_context"] != nil
	if c := o.object("context"); c != nil {
		e.Context = translateContext(c)
	}
	if f := o.object("referral"); f != nil {
		e.Referral = message.Referral{
			Source: f.text("source_type"), SourceID: f.text("source_id"), SourceURL: f.text("source_url"), Headline: f.text("headline"),
			Body: f.text("body"), MediaType: f.text("media_type"), ImageURL: f.text("image_url"), VideoURL: f.text("video_url"),
			ThumbnailURL: f.text("thumbnail_url"), ClickID: f.text("ctwa_clid"), Welcome: f.object("welcome_message").text("text"),
		}
		e.Referral.Extra = f.rest()
	}
	m := translateContent(o)
	e.Extra = o.rest()
	return m, e
}

func translateContext(c object) message.Context {
	context := message.Context{
		ID: c.text("id"), Forwarded: c.flag("forwarded"), FrequentlyForwarded: c.flag("frequently_forwarded"),
		From: message.Party{Identity: identity.Identity{WhatsAppID: known(c, "from", identity.ParseWhatsAppID)}},
	}
	if p := c.object("referred_product"); p != nil {
		context.Product = message.Product{CatalogID: p.text("catalog_id"), ID: p.text("product_retailer_id"), Extra: p.rest()}
	}
	context.Extra = c.rest()
	return context
}

func translateContent(o object) message.Message {
	kind := o.text("type")
	if o["event"] != nil {
		kind = "call"
	} else if kind == "call" {
		o["event"] = o["status"]
		o["status"] = nil
	}
	switch kind {
	case "text":
		c := o.object(kind)
		return message.Text{Body: c.text("body"), Extra: c.rest()}
	case "image", "video", "audio", "document", "sticker", "media_placeholder":
		file, _ := attachment.ParseKind(kind)
		c := o.object(kind)
		m := message.Media{
			File: file, ID: c.text("id"), DownloadURL: c.text("url"), MIME: c.text("mime_type"), SHA256: c.text("sha256"),
			Caption: c.text("caption"), Name: c.text("filename"), Voice: c.flag("voice"), Animated: c.flag("animated"),
		}
		m.Extra = c.rest()
		return m
	case "location":
		c := o.object(kind)
		point, err := location.Parse(fmt.Sprint(c["latitude"], ",", c["longitude"]))
		m := message.Location{Place: location.Place{Name: c.text("name"), Address: c.text("address"), URL: c.text("url")}}
		if err == nil {
			m.Place.Point = point
			c["latitude"], c["longitude"] = nil, nil
		}
		m.Extra = c.rest()
		return m
	case "contacts":
		var m message.Contacts
		for _, c := range o.list(kind) {
			m.Cards = append(m.Cards, translateCard(c))
		}
		return m
	case "reaction":
		c := o.object(kind)
		return message.Reaction{Target: c.text("message_id"), Emoji: c.text("emoji"), Extra: c.rest()}
	case "button":
		c := o.object(kind)
		return message.Answer{By: message.ByQuickReply, ID: c.text("payload"), Title: c.text("text"), Extra: c.rest()}
	case "interactive":
		return translateAnswer(o.object(kind))
	case "order":
		c := o.object(kind)
		m := message.Order{CatalogID: c.text("catalog_id"), Text: c.text("text")}
		for _, i := range c.list("product_items") {
			item := message.OrderItem{
				ProductID: i.text("product_retailer_id"), Quantity: i.number("quantity"), Price: i.text("item_price"), Currency: i.text("currency"),
			}
			item.Extra = i.rest()
			m.Items = append(m.Items, item)
		}
		m.Extra = c.rest()
		return m
	case "call":
		session := o.object("session")
		directions := map[string]message.Direction{"USER_INITIATED": message.Inbound, "BUSINESS_INITIATED": message.Outbound}
		m := message.Call{
			Direction: directions[o.text("direction")],
			Event:     message.CallEvent(strings.ToLower(o.text("event"))), Started: o.time("start_time"), Ended: o.time("end_time"),
			Seconds: o.number("duration"), SDPType: session.text("sdp_type"), SDP: session.text("sdp"), Outcome: o.text("status"),
		}
		return m
	case "system":
		c := o.object(kind)
		events := map[string]message.SystemEvent{
			"user_changed_number": message.NumberChanged, "user_changed_user_id": message.UserIDChanged,
		}
		meta := c.text("type")
		event, ok := events[meta]
		if !ok {
			event = message.SystemEvent(meta)
		}
		m := message.System{Event: event, Text: c.text("body")}
		m.Now.WhatsAppID = known(c, "wa_id", identity.ParseWhatsAppID)
		m.Now.UserID = known(c, "user_id", identity.ParseUserID)
		m.Was.WhatsAppID = known(c, "customer", identity.ParseWhatsAppID)
		m.Extra = c.rest()
		return m
	case "request_welcome":
		return message.WelcomeRequest{}
	case "edit":
		c := o.object(kind)
		m := message.Edit{Target: c.text("original_message_id")}
		if inner := c.object("message"); inner != nil {
			if context := inner.object("context"); context != nil {
				m.Context = translateContext(context)
			}
			m.Message = translateContent(inner)
		}
		m.Extra = c.rest()
		return m
	case "revoke":
		c := o.object(kind)
		return message.Deletion{Target: c.text("original_message_id"), Extra: c.rest()}
	case "unsupported", "unknown":
		m := message.Unsupported{Type: o.object("unsupported").text("type")}
		for _, c := range o.list("errors") {
			details := c.object("error_data").text("details")
			if details == "" {
				details = c.text("details")
			}
			f := message.Fault{Code: c.number("code"), Title: c.text("title"), Message: c.text("message"), Details: details}
			f.Extra = c.rest()
			m.Faults = append(m.Faults, f)
		}
		return m
	default:
		raw := map[string]any{"type": kind}
		for name, v := range o {
			raw[name] = v
			delete(o, name)
		}
		data, err := json.Marshal(raw)
		if err != nil {
			panic(err)
		}
		return message.Unknown{Type: kind, Raw: string(data), Foreign: true}
	}
}

func translateAnswer(c object) message.Answer {
	kind := c.text("type")
	inner := c.object(kind)
	m := message.Answer{ID: inner.text("id"), Title: inner.text("title"), Description: inner.text("description")}
	switch kind {
	case "button_reply":
		m.By = message.ByReplyButton
	case "list_reply":
		m.By = message.ByList
	case "nfm_reply":
		m.By = message.ByFlow
		if inner.text("name") == "address_message" {
			m.By = message.ByAddress
		}
		m.Title, m.Response = inner.text("body"), inner.text("response_json")
	default:
		m.By = message.Means(kind)
	}
	if kind == "payment_method" {
		m.ID = inner.text("reference_id")
	}
	m.Extra = object{"own": inner.rest(), "outer": c.rest()}.packed()
	return m
}

// packed packs parts that were packed already.
func (o object) packed() message.Extra {
	for name, v := range o {
		if v == message.Extra("") {
			delete(o, name)
			continue
		}
		o[name] = json.RawMessage(v.(message.Extra))
	}
	return o.rest()
}

func translateCard(c object) message.Card {
	n, org := c.object("name"), c.object("org")
	card := message.Card{
		Name: message.Name{
			Formatted: n.text("formatted_name"), First: n.text("first_name"), Middle: n.text("middle_name"), Last: n.text("last_name"),
			Prefix: n.text("prefix"), Suffix: n.text("suffix"),
		},
		Organization: message.Organization{Company: org.text("company"), Department: org.text("department"), Title: org.text("title")},
		Birthday:     c.text("birthday"), Origin: c.text("origin"), VCard: c.text("vcard"),
	}
	for _, p := range c.list("phones") {
		phone := message.Phone{Number: p.text("phone"), Type: p.text("type"), WhatsAppID: known(p, "wa_id", identity.ParseWhatsAppID)}
		phone.Extra = p.rest()
		card.Phones = append(card.Phones, phone)
	}
	for _, m := range c.list("emails") {
		card.Emails = append(card.Emails, message.Email{Address: m.text("email"), Type: m.text("type"), Extra: m.rest()})
	}
	for _, u := range c.list("urls") {
		card.URLs = append(card.URLs, message.URL{URL: u.text("url"), Type: u.text("type"), Extra: u.rest()})
	}
	for _, a := range c.list("addresses") {
		address := message.Address{
			Street: a.text("street"), City: a.text("city"), State: a.text("state"), Zip: a.text("zip"), Country: a.text("country"),
			CountryCode: a.text("country_code"), Type: a.text("type"),
		}
		address.Extra = a.rest()
		card.Addresses = append(card.Addresses, address)
	}
	card.Name.Extra, card.Organization.Extra = n.rest(), org.rest()
	card.Extra = c.rest()
	return card
}
