package message_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func TestPreviewIsOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"Hello":                         "Hello",
		"  two\n\nlines\t and\r\nmore ": "two lines and more",
		"a\u2028b\u0085c\u00a0d":        "a b c d",
		"":                              "",
		" \n":                           "",
	} {
		p := message.Text{Body: in}.Preview()
		if p.Text != want || p.String() != want || p.Kind != message.KindText {
			t.Errorf("%q: %+v, %q", in, p, p)
		}
	}
}

func TestTR14EverythingHasALabelledLine(t *testing.T) {
	header := template.Notification{ID: "a", Language: "en", Header: template.TextHeader{Text: "Head"}}
	for _, test := range []struct {
		m    message.Message
		want string
	}{
		{message.Media{File: attachment.Image, Caption: "at\nsea", Name: "x.jpg"}, "Image: at sea"},
		{message.Media{File: attachment.Document, Name: "terms.pdf"}, "Document: terms.pdf"},
		{message.Media{File: attachment.Video}, "Video"},
		{message.Media{File: attachment.Audio, Voice: true}, "Audio"},
		{message.Media{File: attachment.Sticker}, "Sticker"},
		{message.Media{}, "File"},
		{message.Location{Place: location.Place{Point: location.MustParse("1,2"), Name: "Meta", Address: "Way"}}, "Location: Meta"},
		{message.Location{Place: location.Place{Point: location.MustParse("1,2"), Address: "Way"}}, "Location: Way"},
		{message.Location{Place: location.Place{Point: location.MustParse("1,2")}}, "Location: 1,2"},
		{message.Location{Place: location.Place{URL: "https://example.com"}}, "Location: https://example.com"},
		{message.Location{}, "Location"},
		{message.Contacts{Cards: []message.Card{{Name: message.Name{Formatted: "Ann"}}, {}, {Name: message.Name{Formatted: "Bob"}}}}, "Contacts: Ann, Bob"},
		{message.Reaction{Emoji: "👍"}, "Reaction: 👍"},
		{message.Reaction{}, "Reaction removed"},
		{message.Structured{Structured: filled()}, "Structured message: Hi Ann, order 1042 is ready."},
		{message.Structured{Structured: header.Fill(template.Arguments{})}, "Structured message: Head"},
		{message.Structured{}, "Structured message"},
		{message.Answer{Title: "Yes", ID: "y"}, "Answer: Yes"},
		{message.Answer{ID: message.CallGranted}, "Answer: accept"},
		{message.Order{Text: "please", Items: []message.OrderItem{{ProductID: "a"}}}, "Order: please"},
		{message.Order{Items: []message.OrderItem{{ProductID: "a"}, {ProductID: "b"}}}, "Order: a, b"},
		{message.Call{Event: message.CallConnect}, "Call: connect"},
		{message.System{Event: message.NumberChanged, Text: "Ann changed"}, "System: Ann changed"},
		{message.System{Event: message.NumberChanged}, "System: number_changed"},
		{message.WelcomeRequest{}, "Conversation opened"},
		{message.Edit{Message: message.Text{Body: "b"}}, "Edited message: b"},
		{message.Edit{Message: message.Edit{}}, "Edited message"},
		{message.Edit{}, "Edited message"},
		{message.Deletion{}, "Deleted message"},
		{message.Unsupported{Type: "poll"}, "Unsupported message: poll"},
		{message.Unsupported{Faults: []message.Fault{{Title: "Message type unknown"}}}, "Unsupported message: Message type unknown"},
		{message.Unsupported{}, "Unsupported message"},
		{message.Unknown{Type: "hologram"}, "Unknown message: hologram"},
		{message.Unknown{}, "Unknown message"},
	} {
		if got := test.m.Preview().String(); got != test.want {
			t.Errorf("%#v: %q, want %q", test.m, got, test.want)
		}
	}
	if got := message.Kind("hologram").Label(); got != "Unknown message" {
		t.Errorf("got %q", got)
	}
	for _, k := range message.Kinds() {
		if !k.Known() || k.Label() == "" {
			t.Errorf("%s: %q", k, k.Label())
		}
	}
	if message.Kind("hologram").Known() {
		t.Error("a hologram is known")
	}
}

func TestTargetsOfReactionsEditsAndDeletions(t *testing.T) {
	for _, m := range samples() {
		_, isReaction := m.(message.Reaction)
		want := ""
		switch m.Kind() {
		case message.KindReaction, message.KindEdit, message.KindDeletion:
			want = "wamid.1"
		}
		if message.Target(m) != want || message.IsReaction(m) != isReaction {
			t.Errorf("%s: %q, %v", m.Kind(), message.Target(m), message.IsReaction(m))
		}
	}
	if message.Target(nil) != "" || message.IsReaction(nil) {
		t.Error("nothing has a target")
	}
	if !(message.Reaction{Target: "1"}).Removed() || (message.Reaction{Emoji: "👍"}).Removed() {
		t.Error("an empty reaction removes one")
	}
}

func TestNT8NotificationsAreTold(t *testing.T) {
	if !(message.Structured{Structured: filled()}).IsNotification() {
		t.Error("a filled template is one")
	}
	for _, s := range []template.Structured{nil, template.UnknownStructured{Type: "hologram"}} {
		if (message.Structured{Structured: s}).IsNotification() {
			t.Errorf("%#v is one", s)
		}
	}
}

func TestTR10FilesAreDescribed(t *testing.T) {
	m := message.Media{File: attachment.Document, MIME: "application/pdf", Name: "terms.pdf"}
	want := attachment.File{Name: "terms.pdf", Declared: "application/pdf", Size: attachment.UnknownSize, Kind: attachment.Document}
	if got := m.Attachment(); got != want {
		t.Errorf("got %+v", got)
	}
	m.Size, want.Size = 48213, 48213
	if got := m.Attachment(); got != want {
		t.Errorf("got %+v", got)
	}
	if vs := attachment.Workspace().Check(m.Attachment()); vs != nil {
		t.Errorf("got %v", vs)
	}
}

func TestSidesOfAnEnvelope(t *testing.T) {
	ann, shop := message.Party{Name: "Ann"}, message.Party{Name: "Shop"}
	for _, e := range []message.Envelope{
		{From: ann, To: shop},
		{Direction: message.Inbound, From: ann, To: shop},
		{Direction: message.Outbound, From: shop, To: ann},
		{Direction: message.Echo, From: shop, To: ann},
	} {
		if e.Contact() != ann || e.Business() != shop {
			t.Errorf("%s: %v, %v", e.Direction, e.Contact(), e.Business())
		}
		if e.IsZero() {
			t.Errorf("%s: tells nothing", e.Direction)
		}
	}
	if !(message.Envelope{}).IsZero() {
		t.Error("the zero Envelope tells something")
	}
}

// Nothing of what people wrote, and no whole number, gets into a log.
func TestLogsHoldNothingPersonal(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(slog.NewJSONHandler(&out, nil))
	for _, m := range samples() {
		log.Info("message", "m", m)
	}
	log.Info("message", "m", message.Structured{})
	log.Info("message", "e", envelope())
	const id = "wamid.HBgLMTUxNjI4MzcxNTEVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA="
	log.Info("message", "e", message.Envelope{ID: id})
	for _, m := range []message.Message{message.Reaction{Target: id}, message.Edit{Target: id}, message.Deletion{Target: id}} {
		log.Info("message", "m", m)
	}
	if n := strings.Count(out.String(), `"...`+id[len(id)-12:]+`"`); n != 4 {
		t.Errorf("%d of 4 ids are told by their ends", n)
	}
	for _, secret := range []string{
		"Hello", "Express", "please", "Ann", "ann", "15162837151", "13491208655302741918", "37.48", "example.com", "relocated", "v=0", "beams", "MTUxNjI4MzcxNTEV",
	} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("%q is in the log:\n%s", secret, out.String())
		}
	}
	for _, told := range []string{`"kind":"text","code_points":25`, `"kind":"reaction","target":"wamid.1","removed":false`, `"id":"wamid.2","direction":"inbound"`} {
		if !strings.Contains(out.String(), told) {
			t.Errorf("%s is not in the log:\n%s", told, out.String())
		}
	}
}

func TestLogsShortenLongIDs(t *testing.T) {
	for id, want := range map[string]string{
		"": "", "0123456789abcdef": "0123456789abcdef", "0123456789abcdefg": "...56789abcdefg",
	} {
		if got := (message.Deletion{Target: id}).LogValue().Group()[1].Value.String(); got != want {
			t.Errorf("%q: %q", id, got)
		}
	}
}

func TestIdentitiesOfPartiesCompare(t *testing.T) {
	a := message.Party{Identity: identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("5215512345678")}}
	b := message.Party{Identity: identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("525512345678")}}
	if a == b || a.Equal(b) || !a.Same(b.Identity) {
		t.Error("one subscriber under two ids")
	}
}

func TestLogsTellTheFirstFaultOfWhatIsUnsupported(t *testing.T) {
	for _, test := range []struct {
		faults []message.Fault
		want   int64
	}{
		{nil, 0}, {[]message.Fault{{Code: 131051}}, 131051}, {[]message.Fault{{Code: 131060}, {Code: 131051}}, 131060},
	} {
		code := int64(-1)
		for _, a := range (message.Unsupported{Type: "poll", Faults: test.faults}).LogValue().Group() {
			if a.Key == "code" {
				code = a.Value.Int64()
			}
		}
		if code != test.want {
			t.Errorf("%d faults: %d", len(test.faults), code)
		}
	}
}

func TestDirectionsThatAreNoneAreNotWritten(t *testing.T) {
	for _, d := range []message.Direction{message.Echo + 1, 255} {
		if out, err := (message.Envelope{ID: "1", Direction: d}).AppendJSON([]byte("x")); err == nil || string(out) != "x" {
			t.Errorf("%s: %s, %v", d, out, err)
		}
		if out, err := d.AppendText([]byte("x")); err == nil || string(out) != "x" {
			t.Errorf("%s: %s, %v", d, out, err)
		}
	}
}

func TestLogsTellTheKindOfStructuredMessages(t *testing.T) {
	for m, want := range map[message.Message]string{
		message.Structured{}: "[kind=structured structured=]",
		message.Structured{Structured: template.LocationRequest{Body: "Where?"}}: "[kind=structured structured=location_request]",
	} {
		if v, ok := m.(slog.LogValuer); !ok || v.LogValue().String() != want {
			t.Errorf("%v, want %s", v.LogValue(), want)
		}
	}
}
