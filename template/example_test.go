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
