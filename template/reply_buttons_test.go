package template_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

func TestIM1Buttons(t *testing.T) {
	for n, want := range map[int]string{0: "required /buttons", 1: "", 2: "", 3: "", 4: "too_many /buttons", 12: "too_many /buttons", 40: "too_many /buttons"} {
		m := replies()
		m.Buttons = nil
		for i := range n {
			m.Buttons = append(m.Buttons, template.Reply{ID: fmt.Sprint("id", i), Title: fmt.Sprint("Title ", i)})
		}
		for _, l := range []template.Limits{template.Workspace(), template.CloudAPI()} {
			vs := m.Check(l)
			wantBrief(t, fmt.Sprint(n), vs, want)
			if n == 4 && (vs[0].Limit != 3 || vs[0].Actual != 4 || vs[0].Unit != decorum.Items) {
				t.Errorf("%+v", vs[0])
			}
		}
	}
}

func TestIM1IDsAndTitlesDiffer(t *testing.T) {
	for _, tt := range []struct {
		name    string
		buttons []template.Reply
		want    string
	}{
		{"ids", []template.Reply{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}, {ID: "a", Title: "C"}}, "duplicate /buttons/2/id"},
		{"titles", []template.Reply{{ID: "a", Title: "A"}, {ID: "b", Title: "A"}, {ID: "c", Title: "A"}}, "duplicate /buttons/1/title; duplicate /buttons/2/title"},
		{"both", []template.Reply{{ID: "a", Title: "A"}, {ID: "a", Title: "A"}}, "duplicate /buttons/1/id; duplicate /buttons/1/title"},
		{"case tells apart", []template.Reply{{ID: "a", Title: "A"}, {ID: "A", Title: "a"}}, ""},
		{"an id may be another's title", []template.Reply{{ID: "a", Title: "b"}, {ID: "b", Title: "a"}}, ""},
		{"ends alike", []template.Reply{{ID: "first-answer-yes", Title: "Yes, on a Monday"}, {ID: "other-answer-yes", Title: "Yes, or a Monday"}}, ""},
		{"middles differ", []template.Reply{{ID: "12345678-a-12345678", Title: "A"}, {ID: "12345678-b-12345678", Title: "B"}}, ""},
		{"beginnings differ", []template.Reply{{ID: "a12345678", Title: "A"}, {ID: "b12345678", Title: "B"}}, ""},
		{"long and the same", []template.Reply{{ID: "12345678-a-12345678", Title: "A"}, {ID: "12345678-a-12345678", Title: "B"}}, "duplicate /buttons/1/id"},
		{"empty ones are missing, not the same", []template.Reply{{}, {}}, "required /buttons/0/id; required /buttons/0/title; required /buttons/1/id; required /buttons/1/title"},
	} {
		m := replies()
		m.Buttons = tt.buttons
		wantBrief(t, tt.name, m.Check(template.Workspace()), tt.want)
	}
}

// TestTwinsAmongMany finds every twin, however many there are.
func TestTwinsAmongMany(t *testing.T) {
	var limits template.Limits
	for n := range 30 {
		m := template.ReplyButtons{Body: "a"}
		for i := range n + 1 {
			m.Buttons = append(m.Buttons, template.Reply{ID: fmt.Sprint(i), Title: fmt.Sprint("T", i)})
		}
		m.Buttons = append(m.Buttons, m.Buttons[n/2], m.Buttons[n])
		want := fmt.Sprintf("duplicate /buttons/%d/id; duplicate /buttons/%d/title; duplicate /buttons/%d/id; duplicate /buttons/%d/title", n+1, n+1, n+2, n+2)
		wantBrief(t, fmt.Sprint(n), m.Check(limits), want)
	}
}

func TestIM3Titles(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"Забронировать столик", ""}, // 20 letters, 39 bytes
		{"Забронировать столик!", "too_long /buttons/0/title"},
		{"1️⃣ Register a visitor", "too_long /buttons/0/title"}, // 20 graphemes, 22 code points
		{"😀😀", ""},
		{"", "required /buttons/0/title"},
		{"   ", "blank /buttons/0/title"},
		{"        ", "blank /buttons/0/title"},
		{"a\nb", "forbidden_spacing /buttons/0/title 1-2"},
		{"a\u2028b", "forbidden_spacing /buttons/0/title 1-4"},
		{"a     b", "forbidden_spacing /buttons/0/title 1-6"},
		{"a    b", ""},
		{" a ", ""},
		{"abcdefgh\xff", "invalid_utf8 /buttons/0/title 8-9"},
		{"abcdefgh\x7f", ""},
		{"a\x00b", ""},
	} {
		m := replies()
		m.Buttons[0].Title = tt.title
		wantBrief(t, tt.title, m.Check(template.Workspace()), tt.want)
	}
	for _, tt := range []struct{ id, want string }{
		{"", "required /buttons/0/id"},
		{" ", "blank /buttons/0/id"},
		{" a b ", "?forbidden_spacing /buttons/0/id 0-1; ?forbidden_spacing /buttons/0/id 4-5"},
		{"a\r\n", "?forbidden_spacing /buttons/0/id 1-3"},
		{"\t\ta", "?forbidden_spacing /buttons/0/id 0-2"},
		{"a\nb", ""},
		{"\xff", "invalid_utf8 /buttons/0/id 0-1"},
		{`{"json":"é"}`, ""},
	} {
		m := replies()
		m.Buttons[0].ID = tt.id
		wantBrief(t, tt.id, m.Check(template.Workspace()), tt.want)
	}
}

// TestManyFaultsAtOnce: a nested fault is not hidden by its parent's, and all
// come in the order of the document.
func TestManyFaultsAtOnce(t *testing.T) {
	m := replies()
	m.Header = template.TextHeader{Text: strings.Repeat("x", 61)}
	m.Body = ""
	m.Footer = strings.Repeat("x", 61)
	m.Buttons = append(m.Buttons, template.Reply{ID: "yes", Title: strings.Repeat("é", 30)})
	wantBrief(t, "", m.Check(template.Workspace()),
		"too_long /header/text; required /body; too_long /footer; too_many /buttons; duplicate /buttons/3/id; too_long /buttons/3/title")
}

func TestIM1DraftAttach(t *testing.T) {
	m := replies()
	m.Header = template.MediaHeader{Kind: attachment.Image, ID: "1", Name: "old.png"}
	file := attachment.File{Name: "new.jpg", Kind: attachment.Image, Declared: "image/jpeg", Size: 1000}
	editing := template.Editing{NotificationAttachment: true, Profile: attachment.Workspace()}
	d := template.NewDraft(m, template.Workspace(), editing)
	same, vs := d.Attach(template.MediaHeader{ID: "2"}, file)
	wantBrief(t, "without the privilege", vs, "missing_privilege /media")
	if !strings.HasSuffix(vs[0].Want, "canChangeAttachmentsInReplyButton") {
		t.Errorf("wants %q", vs[0].Want)
	}
	if diff := cmp.Diff(d.Message(), same.Message()); diff != "" {
		t.Errorf("changed all the same:\n%s", diff)
	}
	editing.ReplyButtonAttachment, editing.NotificationAttachment = true, false
	d, vs = template.NewDraft(m, template.Workspace(), editing).Attach(template.MediaHeader{ID: "2"}, file)
	wantBrief(t, "with it", vs, "")
	want := m
	want.Header = template.MediaHeader{Kind: attachment.Image, ID: "2", Name: "new.jpg"}
	if diff := cmp.Diff(template.Structured(want), d.Message()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if m.Header.(template.MediaHeader).ID != "1" {
		t.Error("the message that the draft was made of has changed")
	}
	for _, other := range interactive() {
		_, vs := template.NewDraft(other, template.CloudAPI(), editing).Attach(template.MediaHeader{ID: "2"}, file)
		wantBrief(t, string(other.Kind()), vs, "unsupported /media")
	}
}
