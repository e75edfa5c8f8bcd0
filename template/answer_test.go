package template_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/template"
)

func TestTR9Match(t *testing.T) {
	n := template.Notification{ID: "a", Language: "en", Body: "b", Buttons: []template.Button{
		template.QuickReply{Text: "Yes"}, template.QuickReply{Text: "No"}, template.URLButton{Text: "Open", URL: "https://a.example"},
	}}
	filled := n.Fill(template.Arguments{Buttons: []template.ButtonValue{{Button: 1, Value: "no-1"}}})
	twins := replies()
	twins.Buttons = []template.Reply{{ID: "a", Title: "Same"}, {ID: "b", Title: "Same"}, {ID: "a", Title: "Other"}}
	for _, tt := range []struct {
		name string
		m    template.Structured
		a    template.Answer
		want string
	}{
		{"reply", replies(), template.Answer{ID: "no", Title: "No"}, "No"},
		{"the id decides", replies(), template.Answer{ID: "no", Title: "Yes"}, "No"},
		{"title alone", replies(), template.Answer{Title: "Call me"}, "Call me"},
		{"an unknown id is not guessed", replies(), template.Answer{ID: "maybe", Title: "Yes"}, ""},
		{"case tells apart", replies(), template.Answer{ID: "NO"}, ""},
		{"nothing", replies(), template.Answer{}, ""},
		{"row", times(), template.Answer{ID: "14"}, "14 to 16"},
		{"row by title", times(), template.Answer{Title: "8 to 10"}, "8 to 10"},
		{"quick reply without payload", filled, template.Answer{ID: "Yes", Title: "Yes"}, "Yes"},
		{"quick reply with payload", filled, template.Answer{ID: "no-1", Title: "No"}, "No"},
		{"a button that opens a page is no answer", filled, template.Answer{Title: "Open"}, ""},
		{"flow", booking(), template.Answer{ID: "flow"}, "Book"},
		{"address", address(), template.Answer{ID: "address_message"}, "Provide address"},
		{"product", plant(), template.Answer{Title: "View"}, ""},
		{"two titles are not guessed", twins, template.Answer{Title: "Same"}, ""},
		{"the first of two ids", twins, template.Answer{ID: "a"}, "Same"},
		{"unknown kind", template.UnknownStructured{Type: "poll"}, template.Answer{ID: "a"}, ""},
		{"no message", nil, template.Answer{ID: "a"}, ""},
	} {
		o, ok := template.Match(tt.m, tt.a)
		if o.Title != tt.want || ok != (tt.want != "") || o.Chosen {
			t.Errorf("%s: %+v, %v", tt.name, o, ok)
		}
	}
}

func TestIM5ALaterAnswerReplaces(t *testing.T) {
	first, second, other := template.Answer{ID: "yes"}, template.Answer{ID: "no"}, template.Answer{ID: "8", Title: "8 to 10"}
	for _, tt := range []struct {
		answers []template.Answer
		want    string
	}{
		{nil, ""},
		{[]template.Answer{first}, "Yes"},
		{[]template.Answer{first, second}, "No"},
		{[]template.Answer{first, second, first}, "Yes"},
		{[]template.Answer{first, other}, "Yes"},
		{[]template.Answer{other}, ""},
	} {
		p, ok := template.Answered(replies(), tt.answers...)
		chosen, marked := p.Chosen()
		if chosen.Title != tt.want || ok != (tt.want != "") || marked != ok {
			t.Errorf("%v: %+v, %v", tt.answers, chosen, ok)
		}
		n := 0
		for _, o := range p.Sections[0].Options {
			if o.Chosen {
				n++
			}
		}
		if n > 1 {
			t.Errorf("%v: %d options are marked", tt.answers, n)
		}
		if len(p.Sections[0].Options) != 3 || p.Body.Text != replies().Body {
			t.Errorf("%v: not the whole message: %+v", tt.answers, p)
		}
	}
	p, _ := template.Answered(times(), template.Answer{ID: "8"}, template.Answer{ID: "14"})
	if got := fmt.Sprint(p); got != `Delivery
When shall we come?
All times are local
[Choose a time]
Morning
[ ] 8 to 10
[ ] 10 to 12 (We call before we come)
Afternoon
[x] 14 to 16` {
		t.Errorf("%s", got)
	}
	if p, ok := template.Answered(nil, first); ok || !cmp.Equal(p, template.Preview{}) {
		t.Errorf("no message: %+v", p)
	}
}
