package template_test

import (
	"fmt"

	"github.com/decorum-go/decorum/template"
)

func Example() {
	n := template.Notification{
		ID:       "shop@order_ready",
		Language: "en",
		Header:   template.TextHeader{Text: "Order {{1}}"},
		Body:     "Hello {{1}}, your order is ready until {{2}}.",
		Footer:   "Reply STOP to opt out",
		Buttons:  []template.Button{template.QuickReply{Text: "Thanks"}, template.QuickReply{Text: "Call me"}},
	}
	f := n.Fill(template.Arguments{
		Header: template.Positional("1042"),
		Body:   template.Positional("Ann", "6 pm\non Friday", "?"),
	})
	for _, v := range f.Check(template.CloudAPI()) {
		fmt.Println(v)
	}
	fmt.Println(f.Preview())
	// Output:
	// /arguments/body/1: holds a new line, a tab or more than four spaces in a row; use single spaces (at byte 4)
	// /arguments/body/2: does not belong here; remove it
	// Order 1042
	// Hello Ann, your order is ready until 6 pm
	// on Friday.
	// Reply STOP to opt out
	// [ ] Thanks
	// [ ] Call me
}

func ExampleNotification_Lint() {
	n := template.Notification{
		ID: "order_ready", Language: "en", Category: template.Utility,
		Body: "{{1}}, your order is ready at the desk.",
	}
	for _, v := range n.Lint() {
		fmt.Println(v.Severity, v.Code, v.Path, v.Span)
	}
	// Output:
	// error at_edge /body {0 5}
	// error required /examples/body/0 {0 0}
}

func ExampleNotification_Check() {
	n := template.Notification{
		ID: "order_ready", Language: "en", Status: template.Paused, Body: "Your order is ready.",
		Buttons: []template.Button{template.QuickReply{Text: "I will come for it this week"}},
	}
	for _, v := range n.Check(template.Workspace()) {
		fmt.Println(v)
	}
	// Output:
	// /status: this template is not approved for sending now; want approved
	// /buttons/0/text: 28 code points, at most 25
}

func ExampleNotification_Fill() {
	n := template.Notification{
		ID: "order_ready", Language: "en", Body: "Hello {{name}}, your order is ready.",
		Buttons: []template.Button{
			template.PhoneButton{Text: "Call us", Number: "+15162837151"},
			template.URLButton{Text: "Track", URL: "https://shop.example/o/{{1}}"},
		},
	}
	f := n.Fill(template.Arguments{
		Body:    template.Named(map[string]string{"name": "{{Ann}}"}),
		Buttons: []template.ButtonValue{{Button: 1, Value: "1042"}},
	})
	fmt.Println(f.Check(template.Workspace()).Err())
	fmt.Println(f.Text().Body)
	fmt.Println(f.Text().URLs[1])
	// Output:
	// <nil>
	// Hello {{Ann}}, your order is ready.
	// https://shop.example/o/1042
}

func ExampleAppendFill() {
	text := "Hello {{1}}, your order {{2}} is ready."
	fmt.Printf("%s\n", template.AppendFill(nil, text, template.Positional("Ann", "1042")))
	// Output:
	// Hello Ann, your order 1042 is ready.
}

func ExamplePlaceholders() {
	for p := range template.Placeholders("Hello {{1}}, see {{order_id}} and {x}") {
		fmt.Println(p.Name, p.Number, p.Span)
	}
	// Output:
	// 1 1 {6 11}
	// order_id 0 {17 29}
}

func ExampleFlatten() {
	text, changes := template.Flatten("First line.\n\nSecond\tline.")
	fmt.Println(text)
	for _, c := range changes {
		fmt.Println(c.Was, c.Span)
	}
	// Output:
	// First line. Second line.
	// line_break {11 13}
	// tab {19 20}
}

func ExamplePreview_Choose() {
	n := template.Notification{
		ID: "visit", Language: "en", Body: "Shall we come on Monday?",
		Buttons: []template.Button{template.QuickReply{Text: "Yes"}, template.QuickReply{Text: "No"}},
	}
	if p, ok := n.Fill(template.Arguments{}).Preview().Choose("Yes"); ok {
		fmt.Println(p)
	}
	// Output:
	// Shall we come on Monday?
	// [x] Yes
	// [ ] No
}

func ExampleDraft() {
	n := template.Notification{ID: "order_ready", Language: "en", Header: template.TextHeader{Text: "Order {{1}}"}, Body: "Hello {{1}}!"}
	d := template.NewDraft(n.Fill(template.Arguments{}), template.Workspace(), template.Editing{})
	fmt.Println("can be sent:", d.CanSend())
	for _, path := range []string{"/arguments/header/0", "/arguments/body/0"} {
		var err error
		if d, err = d.Set(path, "Ann"); err != nil {
			fmt.Println(err)
		}
	}
	for _, f := range d.Fields() {
		fmt.Println(f.Path, f.Value, f.Left, "left of", f.Limit.Max)
	}
	fmt.Println("can be sent:", d.CanSend())
	// Output:
	// can be sent: false
	// /arguments/header/0 Ann 51 left of 60
	// /arguments/body/0 Ann 1014 left of 1024
	// can be sent: true
}

func ExampleSuggest() {
	n := template.Notification{ID: "visit", Language: "en", Body: "We come to {{1}} next week."}
	f := n.Fill(template.Arguments{Body: template.Positional("12 Main Street\nSpringfield")})
	for _, s := range template.Suggest(f, template.CloudAPI()) {
		fmt.Printf("%s %s: %q\n", s.Mend, s.Path, s.Value)
	}
	// Output:
	// flatten /arguments/body/0: "12 Main Street Springfield"
}

func ExampleChoose() {
	translations := []template.Notification{{Language: "en"}, {Language: "pt_BR"}, {Language: "pt_PT"}}
	if tag, ok := template.ParsePreference("pt-AO"); ok {
		i, suits := template.Choose(translations, tag)
		fmt.Println(translations[i].Language, suits)
	}
	// Output:
	// pt_PT true
}

func ExampleUnmarshal() {
	m, err := template.Unmarshal([]byte(`{"type":"notification","template":{"id":"visit","language":"en","body":"Hello {{1}}!"},"arguments":{"body":["Ann"]}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Kind(), m.Preview())
	// Output:
	// notification Hello Ann!
}

func ExampleReplyButtons() {
	m := template.ReplyButtons{
		Header: template.TextHeader{Text: "Order 1042"},
		Body:   "Shall we deliver on Friday?",
		Buttons: []template.Reply{
			{ID: "yes", Title: "Yes"},
			{ID: "no", Title: "No"},
			{ID: "no", Title: "Some other day, please"},
		},
	}
	for _, v := range m.Check(template.Workspace()) {
		fmt.Println(v)
	}
	for _, s := range template.Suggest(m, template.Workspace()) {
		fmt.Printf("%s %s: %q\n", s.Mend, s.Path, s.Value)
	}
	// Output:
	// /buttons/2/id: stands a second time; make it unique
	// /buttons/2/title: 22 code points, at most 20
	// shorten /buttons/2/title: "Some other day, plea"
}

func ExampleList() {
	m := template.List{
		Body: "When shall we come?",
		Menu: "Choose a time",
		Sections: []template.Section{
			{Title: "Morning", Rows: []template.Row{{ID: "8", Title: "8 to 10"}, {ID: "10", Title: "10 to 12"}}},
			{Title: "Afternoon", Rows: []template.Row{{ID: "14", Title: "14 to 16", Description: "We call before"}}},
		},
	}
	fmt.Println(m.Check(template.Workspace()).Err())
	fmt.Println(m.Preview())
	// Output:
	// <nil>
	// When shall we come?
	// [Choose a time]
	// Morning
	// [ ] 8 to 10
	// [ ] 10 to 12
	// Afternoon
	// [ ] 14 to 16 (We call before)
}

func ExampleAnswered() {
	m := template.ReplyButtons{
		Body:    "Shall we deliver on Friday?",
		Buttons: []template.Reply{{ID: "yes", Title: "Yes"}, {ID: "no", Title: "No"}},
	}
	// The customer went back and chose again.
	p, ok := template.Answered(m, template.Answer{ID: "yes", Title: "Yes"}, template.Answer{ID: "no", Title: "No"})
	fmt.Println(ok)
	fmt.Println(p)
	// Output:
	// true
	// Shall we deliver on Friday?
	// [ ] Yes
	// [x] No
}

func ExampleMatch() {
	m := template.List{Sections: []template.Section{{Rows: []template.Row{{ID: "8", Title: "8 to 10"}}}}}
	o, ok := template.Match(m, template.Answer{ID: "8"})
	fmt.Println(o.Title, ok)
	// Output: 8 to 10 true
}

func ExampleReplyButtons_List() {
	m := template.ReplyButtons{Body: "Which day?"}
	for _, day := range []string{"Monday", "Tuesday", "Wednesday", "Thursday"} {
		m.Buttons = append(m.Buttons, template.Reply{ID: day, Title: day})
	}
	for _, s := range template.Suggest(m, template.Workspace()) {
		fmt.Println(s.Mend, s.Violation)
		fmt.Println(s.Message.Preview())
	}
	// Output:
	// as_list /buttons: 4 items, at most 3
	// Which day?
	// [Menu]
	// [ ] Monday
	// [ ] Tuesday
	// [ ] Wednesday
	// [ ] Thursday
}
