package esp_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/esp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// driver is what the driver puts on an interaction, beside two keys of others.
var driver = esp.List{
	{Key: "Language", Value: esp.Text("es")},
	{Key: "_umsInboundIxnSubmittedBy", Value: esp.Text("DigitalMessagingServer")},
	{Key: "_umsChannel", Value: esp.Text("channel-ghub")},
	{Key: "_umsMediaType", Value: esp.Text("whatsapp")},
	{Key: "_umsMediaTypeChat", Value: esp.Text("whatsappsession")},
	{Key: "_umsMsgType", Value: esp.Text("text")},
	{Key: "_umsMsgId", Value: esp.Text("ABGGFlA5Fpa")},
	{Key: "_umsMsgOriginTime", Value: esp.Text("2026-03-01T09:00:00Z")},
	{Key: "_umsFromAddr", Value: esp.Text("5491156121008")},
	{Key: "_umsToAddr", Value: esp.Text("15162837151")},
	{Key: "_msg_ProfileNickname", Value: esp.Text("Ana 😀")},
	{Key: "_umsMsgPlainText", Value: esp.Text("¿Dónde está mi pedido?")},
	{Key: "PhoneNumber", Value: esp.Text("5491156121008")},
	{Key: "Subject", Value: esp.Text("Pedido")},
	{Key: "More", Value: esp.List{{Key: "Attempt", Value: esp.Integer(2)}}},
}

var attributes = esp.Attributes{
	SubmittedBy: "DigitalMessagingServer", Channel: "channel-ghub", MessageID: "ABGGFlA5Fpa",
	OriginTime: esp.ParseInstant("2026-03-01T09:00:00Z"), From: "5491156121008", To: "15162837151",
	ProfileNickname: "Ana 😀", PlainText: "¿Dónde está mi pedido?", PhoneNumber: "5491156121008", Subject: "Pedido",
}

func TestDAReadsAndWritesAllAttributes(t *testing.T) {
	got, vs := esp.AttributesOf(driver)
	if diff := cmp.Diff(attributes, got); diff != "" || vs != nil {
		t.Errorf("%v (-want +got):\n%s", vs, diff)
	}
	if diff := cmp.Diff(driver, got.Into(driver)); diff != "" {
		t.Errorf("put back (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(driver[1:len(driver)-1], got.Into(nil)); diff != "" {
		t.Errorf("in a new list (-want +got):\n%s", diff)
	}
}

// TestDAKeysAreTheSeeds holds the keys against the table of the seed document.
func TestDAKeysAreTheSeeds(t *testing.T) {
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
	want := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^(_ums\w+|_msg_\w+|PhoneNumber|Subject)\tString\t(?:Always "(\w+)")?`).FindAllStringSubmatch(string(text), -1) {
		want[m[1]] = m[2]
	}
	got := map[string]string{}
	for _, p := range attributes.Into(nil) {
		got[p.Key] = ""
	}
	for _, p := range (esp.Attributes{}).Into(nil) {
		got[p.Key] = string(p.Value.(esp.Text))
	}
	if diff := cmp.Diff(want, got); diff != "" || len(want) != 13 {
		t.Errorf("(-seed +ours):\n%s", diff)
	}
}

func TestDAThreeAttributesNeverVary(t *testing.T) {
	for key, want := range map[string]string{
		"_umsMediaType": "whatsapp", "_umsMediaTypeChat": "whatsappsession", "_umsMsgType": "text",
	} {
		changed := driver.With(key, esp.Text("applebcsession"))
		got, vs := esp.AttributesOf(changed)
		wantVs := decorum.Violations{{Code: decorum.Mismatch, Severity: decorum.SeverityError, Path: "/" + key, Want: want}}
		if diff := cmp.Diff(wantVs, vs); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
		if text, _ := got.Into(changed).Text(key); text != want {
			t.Errorf("%s is written as %q", key, text)
		}
		if _, vs := esp.AttributesOf(driver.Without(key)); vs != nil {
			t.Errorf("%s left out: %v", key, vs)
		}
	}
}

func TestDATellsWhatCannotBeRead(t *testing.T) {
	l := driver.With("Subject", esp.List{}).With("_umsFromAddr", esp.Text("SYSTEM")).
		With("_umsMsgOriginTime", esp.Text("yesterday")).With("_umsMsgId", esp.Integer(17))
	got, vs := esp.AttributesOf(l)
	var codes []string
	for _, v := range vs {
		codes = append(codes, v.Severity.String()+" "+string(v.Code)+" "+v.Path)
	}
	want := []string{
		"error wrong_type /Subject", "warning malformed /_umsMsgOriginTime", "warning forbidden_character /_umsFromAddr",
	}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.From != "SYSTEM" || got.OriginTime.String() != "yesterday" || got.MessageID != "17" {
		t.Errorf("%+v", got)
	}
	// What is not text stays in the list.
	if v, _ := got.Into(l).Lookup("Subject"); cmp.Diff(esp.List{}, v) != "" {
		t.Errorf("Subject becomes %v", v)
	}
}

func TestDAChangesAreWritten(t *testing.T) {
	a := attributes
	a.PlainText, a.Subject = "Gracias", ""
	got := a.Into(driver)
	if diff := cmp.Diff(driver.With("_umsMsgPlainText", esp.Text("Gracias")), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDAOriginTime(t *testing.T) {
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		text string
		want time.Time
		ok   bool
	}{
		{"2026-03-01T09:00:00Z", at, true},
		{"2026-03-01T14:30:00+05:30", at, true},
		{"2026-03-01T09:00:00.250Z", at.Add(250 * time.Millisecond), true},
		{"1772355600", at, true},
		{"1772355600250", at.Add(250 * time.Millisecond), true},
		{"0", time.Unix(0, 0).UTC(), true},
		{"99999999999", time.Unix(99999999999, 0).UTC(), true},     // eleven digits: seconds
		{"100000000000", time.UnixMilli(100000000000).UTC(), true}, // twelve: milliseconds
		{"253402300799999", time.UnixMilli(253402300799999).UTC(), true},
		{"253402300800000", time.Time{}, false}, // the year 10000
		{"9999999999999999", time.Time{}, false},
		{"-1772355600", time.Time{}, false},
		{"+1772355600", time.Time{}, false},
		{"1772355600.5", time.Time{}, false},
		{" 1772355600", time.Time{}, false},
		{"2026-03-01 09:00:00", time.Time{}, false},
		{"2026-02-30T09:00:00Z", time.Time{}, false},
		{"", time.Time{}, false},
	} {
		i := esp.ParseInstant(c.text)
		got, ok := i.Time()
		if !got.Equal(c.want) || got != c.want || ok != c.ok || i.String() != c.text {
			t.Errorf("%q: %v, %v", c.text, got, ok)
		}
		if vs := i.Check(); (vs == nil) != (c.ok || c.text == "") || vs.HasErrors() {
			t.Errorf("%q: %v", c.text, vs)
		}
	}
	zone := time.FixedZone("", -3*3600)
	if got := esp.InstantOf(at.In(zone)); got != esp.ParseInstant("2026-03-01T09:00:00Z") {
		t.Errorf("written as %s", got)
	}
	if i := esp.InstantOf(time.Time{}); !i.IsZero() || i.LogValue().String() != "" {
		t.Errorf("the zero Time: %q", i)
	}
	text, err := esp.InstantOf(at).MarshalText()
	var back esp.Instant
	if err := errors.Join(err, back.UnmarshalText(text)); err != nil || !back.Equal(esp.InstantOf(at)) || !back.LogValue().Time().Equal(at) {
		t.Errorf("%v, %v", back, err)
	}
}

func TestDARepliesGoThroughTheInbound(t *testing.T) {
	got, err := attributes.ReplyChannel()
	want := whatsapp.OutboundChannel{
		Server: "DigitalMessagingServer", Channel: "channel-ghub", Business: identity.MustParseWhatsAppID("15162837151"),
	}
	if got != want || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
	var paths []string
	_, err = esp.Attributes{To: "x"}.ReplyChannel()
	for v := range decorum.All(err) {
		paths = append(paths, v.Path)
	}
	if diff := cmp.Diff([]string{"/_umsInboundIxnSubmittedBy", "/_umsChannel", "/_umsToAddr"}, paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDAContact(t *testing.T) {
	for _, c := range []struct{ from, number, id, phone string }{
		{"5491156121008", "+5491156121008", "5491156121008", "+5491156121008"},
		{"+5491156121008", "", "5491156121008", ""},
		{"5215512345678", "525512345678", "5215512345678", "+525512345678"}, // one subscriber
		{"SYSTEM", "5491156121008", "5491156121008", "+5491156121008"},
		{"5491156121008", "15162837151", "5491156121008", ""}, // somebody else's
		{"SYSTEM", "", "", ""},
	} {
		got := esp.Attributes{From: c.from, PhoneNumber: c.number}.Contact()
		if got.WhatsAppID.String() != c.id || got.Number.String() != c.phone {
			t.Errorf("%+v: %v, %v", c, got.WhatsAppID.String(), got.Number.String())
		}
	}
}
