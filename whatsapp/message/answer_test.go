package message_test

import (
	"testing"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func TestTR9AnswersMarkTheOption(t *testing.T) {
	quick := template.Notification{
		ID: "visit", Language: "en", Body: "Tomorrow?", Buttons: []template.Button{template.QuickReply{Text: "Yes"}, template.QuickReply{Text: "No"}},
	}.Fill(template.Arguments{})
	buttons := template.ReplyButtons{Body: "Tomorrow?", Buttons: []template.Reply{{ID: "y", Title: "Yes"}, {ID: "n", Title: "No"}}}
	list := template.List{
		Body: "When?", Menu: "Times",
		Sections: []template.Section{{Rows: []template.Row{{ID: "8", Title: "Morning"}, {ID: "14", Title: "Afternoon"}}}},
	}
	flow := template.Flow{Body: "Book", Label: "Open", ID: "1"}
	address := template.Address{Body: "Where to?", Country: "IN"}
	for _, test := range []struct {
		asked template.Structured
		a     message.Answer
		title string
	}{
		{quick, message.Answer{By: message.ByQuickReply, ID: "No", Title: "No"}, "No"},
		{buttons, message.Answer{By: message.ByReplyButton, ID: "n", Title: "No"}, "No"},
		{list, message.Answer{By: message.ByList, ID: "14", Title: "Afternoon"}, "Afternoon"},
		{list, message.Answer{By: "hologram", ID: "8"}, "Morning"},
		{flow, message.Answer{By: message.ByFlow, Title: "Sent", Response: `{"a":1}`}, "Open"},
		{address, message.Answer{By: message.ByAddress, Title: "1 Way", Response: `{}`}, "Provide address"},
		{buttons, message.Answer{By: message.ByCallPermission, ID: "y"}, ""},
		{buttons, message.Answer{By: message.ByPaymentMethod, ID: "y"}, ""},
	} {
		option, ok := template.Match(test.asked, test.a.Choice())
		if option.Title != test.title || ok != (test.title != "") {
			t.Errorf("%s: %+v, %v", test.a.By, option, ok)
		}
	}
}
