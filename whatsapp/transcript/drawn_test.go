package transcript_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/link"
	"github.com/decorum-go/decorum/whatsapp/markup"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

func TestTR8LinksAndMarkup(t *testing.T) {
	l := linesOf(transcript.View{}, received(0, "wamid.1", text("*Look* 👍 http://аррӏе.com/x")))[0]
	var runs []string
	for r := range l.Runs() {
		s := r.Kind.String() + " " + r.Text
		if r.Kind == markup.Link {
			s += " → " + r.Link.URL()
			if r.Link.Risks().Has(link.Confusable) {
				s += " confusable"
			}
		}
		if r.Style != 0 {
			s += " " + r.Style.String()
		}
		runs = append(runs, s)
	}
	want := []string{
		"marker * bold", "text Look bold", "marker * bold", "text  ", "emoji 👍", "text  ",
		"link http://аррӏе.com/x → http://xn--80ak6aa92e.com/x confusable",
	}
	if diff := cmp.Diff(want, runs); diff != "" {
		t.Error(diff)
	}
	l = linesOf(transcript.View{}, received(0, "wamid.1", message.Answer{Title: "*A*"}))[0]
	for r := range l.Runs() {
		if r.Kind == markup.Marker {
			t.Error("a title has no markup")
		}
	}
}

func list() message.Structured {
	return message.Structured{Structured: template.List{
		Body: "Which day?", Menu: "Days", Sections: []template.Section{{Rows: []template.Row{{ID: "mon", Title: "Monday"}, {ID: "tue", Title: "Tuesday"}}}},
	}}
}

func answer(after time.Duration, wamid, to, id, title string) whatsapp.Received {
	e := received(after, wamid, message.Answer{By: message.ByList, ID: id, Title: title})
	e.Envelope.Context.ID = to
	return e
}

func chosenIn(l transcript.Line) string {
	if l.Structured == nil {
		return "none"
	}
	o, _ := l.Structured.Chosen()
	return o.Title
}

func TestTR9IM5NT7ChosenOptions(t *testing.T) {
	asked := whatsapp.SendRequested{At: nine(0), Agent: "bob", LocalID: "m1", Message: list()}
	lines := linesOf(transcript.View{}, asked, accepted("wamid.1"),
		answer(time.Second, "wamid.2", "wamid.1", "mon", "Monday"),
		answer(2*time.Second, "wamid.3", "wamid.1", "tue", "Tuesday"),
		answer(3*time.Second, "wamid.4", "wamid.1", "sun", "Sunday"),
		answer(4*time.Second, "wamid.5", "wamid.9", "mon", "Monday"),
	)
	var got []string
	for _, l := range lines {
		got = append(got, l.Text+": "+chosenIn(l))
	}
	want := []string{"Which day?: Tuesday", "Monday: Monday", "Tuesday: Tuesday", "Sunday: none", "Monday: none"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if l := lines[4]; l.Label != "" || l.Quote == nil || l.Quote.Known {
		t.Errorf("an answer to what is not there is plain text: %+v", l)
	}
	if l := lines[1]; l.Quote != nil {
		t.Errorf("the structure stands for the quote: %+v", l.Quote)
	}
	photo := template.ReplyButtons{
		Header: template.MediaHeader{Kind: attachment.Image, Link: "https://files.example/sea.jpg"}, Body: "?",
		Buttons: []template.Reply{{ID: "a", Title: "A"}},
	}
	pictured := whatsapp.SendRequested{At: nine(0), Agent: "bob", LocalID: "m1", Message: message.Structured{Structured: photo}}
	lines = linesOf(transcript.View{}, pictured, accepted("wamid.1"), answer(time.Second, "wamid.2", "wamid.1", "a", "A"))
	if h := lines[1].Structured.Header; h == nil || h.Media.Link != "https://files.example/sea.jpg" {
		t.Errorf("an answer's structure lost its picture: %+v", h)
	}
	n := template.Notification{
		ID: "shop_1@ready", Language: "en", Body: "Hi {{1}}!",
		Buttons: []template.Button{template.QuickReply{Text: "Thanks"}, template.QuickReply{Text: "Stop"}},
	}
	asked.Message = message.Structured{Structured: n.Fill(template.Arguments{Body: template.Positional("*Ann*")})}
	reply := received(time.Second, "wamid.2", message.Answer{By: message.ByQuickReply, ID: "Stop", Title: "Stop"})
	reply.Envelope.Context.ID = "wamid.1"
	lines = linesOf(transcript.View{}, asked, accepted("wamid.1"), reply)
	if chosenIn(lines[0]) != "Stop" || chosenIn(lines[1]) != "Stop" {
		t.Errorf("a quick reply: %v", texts(lines))
	}
	marked := ""
	for r := range lines[0].BodyRuns() {
		if r.Mark == 1 {
			marked += r.Text
		}
	}
	if marked != "*Ann*" {
		t.Errorf("the parameter: %q", marked)
	}
	for range (transcript.Line{}).BodyRuns() {
		t.Error("a line without a structured message has no body")
	}
}

func TestTR10Thumbnails(t *testing.T) {
	photo := received(0, "wamid.1", message.Media{File: attachment.Image, MIME: "image/jpeg", Caption: "Look"})
	l := linesOf(transcript.View{}, photo)[0]
	if !l.Thumbnail.MadeName || l.Thumbnail.SizeKnown() || l.Text != "Look" || l.Label != "Image" {
		t.Errorf("a photo: %+v", l.Thumbnail)
	}
	described := func(name string, size int64) whatsapp.Event {
		return whatsapp.MediaDescribed{At: nine(time.Second), ID: "wamid.1", Message: message.Media{Name: name, Size: size}}
	}
	for _, events := range [][]whatsapp.Event{
		{described("beach.jpg", 0), photo, described("", 1234)},
		{photo, described("sea.jpg", 99), described("beach.jpg", 1234)},
	} {
		l = linesOf(transcript.View{}, events...)[0]
		if l.Thumbnail.Name != "beach.jpg" || l.Thumbnail.Size != 1234 || l.Thumbnail.Kind != attachment.Image || l.Text != "Look" {
			t.Errorf("described: %+v", l)
		}
	}
	// Of several descriptions the last one in the log counts, whenever it is told.
	log := slices.Collect(transcript.Stream{}.Stamp(0, photo, described("sea.jpg", 99), described("beach.jpg", 1234)))
	slices.Reverse(log)
	if l := transcript.Of(slices.Values(log), transcript.View{})[0]; l.Thumbnail.Name != "beach.jpg" {
		t.Errorf("described in another order: %+v", l.Thumbnail)
	}
	voice := received(0, "wamid.1", message.Media{})
	kind := whatsapp.MediaDescribed{At: nine(1), ID: "wamid.1", Message: message.Media{File: attachment.Audio, Voice: true, ID: "7"}}
	l = linesOf(transcript.View{}, voice, kind)[0]
	if m, ok := l.Message.(message.Media); !ok || m.File != attachment.Audio || !m.Voice || m.ID != "7" || l.Label != "Audio" {
		t.Errorf("a file of a kind that is told later: %+v", l.Message)
	}
	sticker := received(0, "wamid.1", message.Media{File: attachment.Sticker, Animated: true, Voice: true, Link: "https://a.example", SHA256: "x", Size: 9})
	more := whatsapp.MediaDescribed{At: nine(1), ID: "wamid.1", Message: message.Media{
		File: attachment.Image, DownloadURL: "https://b.example", MIME: "image/webp", Caption: "not its own", Extra: `{"a":1}`,
	}}
	want := message.Media{
		File: attachment.Sticker, Animated: true, Voice: true, Link: "https://a.example", SHA256: "x", Size: 9,
		DownloadURL: "https://b.example", MIME: "image/webp",
	}
	if diff := cmp.Diff(want, linesOf(transcript.View{}, sticker, more)[0].Message); diff != "" {
		t.Errorf("what is known stays:\n%s", diff)
	}
	// What is described must be a file.
	if l = linesOf(transcript.View{}, received(0, "wamid.1", text("Hello")), kind)[0]; l.Text != "Hello" || l.Thumbnail != nil {
		t.Errorf("a text is no file: %+v", l)
	}
}

func TestLO1Places(t *testing.T) {
	o := option.Default()
	o.Maps.Preview = location.MustParseMapURL("https://maps.example.com/{LATITUDE},{LONGITUDE}?key=secret")
	place := message.Location{Place: location.Place{Point: location.MustParse("1,2"), Name: "Shop"}}
	l := linesOf(transcript.View{Options: o}, received(0, "wamid.1", place))[0]
	if l.Place == nil || l.Place.ImageURL != "https://maps.example.com/1,2?key=secret" || l.Label != "Location" {
		t.Errorf("%+v", l.Place)
	}
	l = linesOf(transcript.View{Options: o, Audience: transcript.ToCustomer}, received(0, "wamid.1", place))[0]
	if l.Place == nil || l.Place.ImageURL != "" || l.Text == "" {
		t.Errorf("the customer has no use for the key: %+v", l.Place)
	}
}
