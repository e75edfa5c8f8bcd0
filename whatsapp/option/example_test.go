package option_test

import (
	"fmt"

	"github.com/decorum-go/decorum/whatsapp/option"
)

// An administrator has set the size of a message for everybody, and mistyped it
// for one group. What is good is kept, and what is not is told.
func Example() {
	options, violations := option.Parse(option.Layers{
		Application: map[string]string{
			"whatsappsession.max-text-message-size":        "1000",
			"whatsappsession.pending-response-to-customer": "60, 120",
			"whatsappsession.on-hold-que":                  "async-chat-return-queue",
		},
		AgentGroup: map[string]string{
			"whatsappsession.max-text-message-size": "2 KB",
		},
	})
	fmt.Println(options.MaxTextMessageSize, "set by", options.Layer(option.NameMaxTextMessageSize))
	fmt.Println(options.PendingResponse.Warning, options.PendingResponse.Maximum)
	for _, v := range violations {
		fmt.Println(v)
	}
	// Output:
	// 1000 set by application
	// 1m0s 2m0s
	// /application/whatsappsession.on-hold-que: warning: not known; want whatsappsession.on-hold-queue
	// /agent_group/whatsappsession.max-text-message-size: not well-formed (at byte 0); want an integer from 1 to 2147483647 (bytes)
}

func ExampleParse() {
	options, violations := option.Parse(option.Layers{
		Application: map[string]string{"whatsappsession.message-delay-timespan": "00:02"},
		Agent:       map[string]string{"whatsappsession.message-delay-timespan": "120"},
	})
	fmt.Println(options.MessageDelayTimespan, options.Layer("whatsappsession.message-delay-timespan"), violations)
	// Output:
	// 2m0s agent []
}

func ExampleDefault() {
	options := option.Default()
	fmt.Println(options.MaxTextMessageSize, options.FreeMsgTimespan, options.PendingResponse, options.Theme)
	// Output:
	// 4096 24h0m0s 30,50 Default
}

// An administrator changes options while an agent talks to a customer: the new
// size counts from the next interaction on, the new queue from the next attempt
// to place a session on hold.
func ExampleEffective() {
	old, _ := option.Parse(option.Layers{Application: map[string]string{
		"whatsappsession.max-text-message-size": "1000",
		"whatsappsession.on-hold-queue":         "old-queue",
	}})
	changed, _ := option.Parse(option.Layers{Application: map[string]string{
		"whatsappsession.max-text-message-size": "2000",
		"whatsappsession.on-hold-queue":         "new-queue",
	}})
	now := option.Effective(old, changed, option.InteractionUnderWay)
	fmt.Println(now.MaxTextMessageSize, now.OnHoldQueue)
	now = option.Effective(old, changed, option.NewInteraction)
	fmt.Println(now.MaxTextMessageSize, now.OnHoldQueue)
	// Output:
	// 1000 new-queue
	// 2000 new-queue
}

// The table is what a settings page or a manual is made of.
func ExampleTable() {
	for _, row := range option.Table()[:3] {
		fmt.Printf("%s = %s (%s), %s\n", row.Name, row.Default, row.Valid, row.TakesEffect)
	}
	// Output:
	// whatsappsession.pending-response-to-customer = 30,50 (warning,maximum: whole seconds from 0 to 2147483647, the maximum greater), at the next interaction
	// whatsappsession.max-text-message-size = 4096 (an integer from 1 to 2147483647 (bytes)), at the next interaction
	// whatsappsession.emojis-business-attribute =  (the name of a Business Attribute, or nothing), at the next interaction
}

func ExampleLookup() {
	row, ok := option.Lookup("whatsappsession.theme")
	fmt.Println(ok, row.Kind, row.Valid, row.Rule)
	// Output:
	// true theme Default, HighContrast TR11
}

// A value is checked while it is typed.
func ExampleRow_Check() {
	row, _ := option.Lookup("whatsappsession.pending-response-to-customer")
	fmt.Println(row.Check("30,50"))
	fmt.Println(row.Check("30,20"))
	// Output:
	// []
	// [20 seconds, at least 31 (at byte 3); want warning,maximum: whole seconds from 0 to 2147483647, the maximum greater]
}

// Options that a program sets itself are checked, too.
func ExampleOptions_Check() {
	options := option.Default()
	options.TranscriptInteractionsCount = 5000
	fmt.Println(options.Check().Err())
	// Output:
	// /whatsappsession.transcript-interactions-count: 5000 items, at most 1000 (at byte 0); want an integer from 1 to 1000 (items)
}

func ExampleOptions_Values() {
	options := option.Default()
	options.ContactDisplayedAttributes = []string{"FirstName", "LastName"}
	fmt.Println(options.Values()["contact.displayed-attributes"])
	// Output:
	// FirstName,LastName
}

func ExampleOptions_Layer() {
	options, _ := option.Parse(option.Layers{Tenant: map[string]string{"whatsappsession.theme": "HighContrast"}})
	fmt.Println(options.Layer(option.NameTheme), options.Layer(option.NameTextSize))
	// Output:
	// tenant built_in
}

func ExampleParseTimespan() {
	for _, s := range []string{"90", "1:30", "1.00:00:00", "24:00"} {
		d, err := option.ParseTimespan(s)
		fmt.Println(d, err)
	}
	// Output:
	// 1m30s <nil>
	// 1h30m0s <nil>
	// 24h0m0s <nil>
	// 0s out of range (at byte 0); want hours from 00 to 23; a day is 1.00:00
}

func ExampleFormatTimespan() {
	d, _ := option.ParseTimespan("1:30")
	fmt.Println(option.FormatTimespan(d))
	// Output:
	// 5400
}

func ExampleParseThresholds() {
	t, err := option.ParseThresholds("30, 50")
	fmt.Println(t.Warning, t.Maximum, t, err)
	// Output:
	// 30s 50s 30,50 <nil>
}

func ExampleMustParseThresholds() {
	fmt.Println(option.MustParseThresholds("60,120").Maximum)
	// Output:
	// 2m0s
}

func ExampleParseTheme() {
	theme, err := option.ParseTheme("highcontrast")
	fmt.Println(theme, err)
	// Output:
	// HighContrast <nil>
}

func ExampleCheck() {
	for _, v := range option.Check(map[string]string{"whatsappsession.theme": "Dark", "whatsappsession.them": "Default"}) {
		fmt.Println(v)
	}
	// Output:
	// /whatsappsession.them: warning: not known; want whatsappsession.theme
	// /whatsappsession.theme: not known (at byte 0); want Default, HighContrast
}
