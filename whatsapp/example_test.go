package whatsapp_test

import (
	"fmt"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// How long may a customer be answered freely, and what if the answer comes late?
func Example() {
	noon := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	var w whatsapp.Window
	w = w.Heard(whatsapp.MessageReceived, noon, noon.Add(2*time.Second))

	evening := noon.Add(8 * time.Hour)
	fmt.Println(w.IsOpen(evening), w.Left(evening))

	tomorrow := noon.Add(24 * time.Hour)
	fmt.Println(w.IsOpen(tomorrow), w.Left(tomorrow))
	// Output:
	// true 16h0m0s
	// false 0s
}

func ExampleWindow_Refused() {
	noon := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	w := whatsapp.Window{}.Heard(whatsapp.MessageReceived, noon, noon)
	w = w.Refused(noon.Add(time.Hour)) // Meta's error 131047
	fmt.Println(w.IsOpen(noon.Add(2 * time.Hour)))
	w = w.Heard(whatsapp.ReactionSet, noon.Add(3*time.Hour), time.Time{})
	fmt.Println(w.IsOpen(noon.Add(4 * time.Hour)))
	// Output:
	// false
	// true
}

func ExampleFreeEntry() {
	click := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	until, free := whatsapp.FreeEntry(click, click.Add(time.Hour))
	fmt.Println(free, until)
	// Output:
	// true 2026-03-04 13:00:00 +0000 UTC
}

func ExamplePendingResponse() {
	noon := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	thresholds := option.Thresholds{Warning: 30 * time.Second, Maximum: 50 * time.Second}
	p := whatsapp.PendingResponse{}.Wrote(noon).Accepted(noon.Add(10 * time.Second))
	at := noon.Add(20 * time.Second)
	for {
		next, ok := p.NextLevel(at, thresholds)
		fmt.Println(at.Sub(noon), p.Level(at, thresholds))
		if !ok {
			break
		}
		at = next
	}
	fmt.Println(p.Answered().Level(at, thresholds))
	// Output:
	// 20s green
	// 40s yellow
	// 1m0s red
	// none
}

func ExampleBlinking() {
	arrived := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	b := whatsapp.Blinking{On: true, For: 5 * time.Second}
	blinks, until := b.At(arrived, arrived.Add(2*time.Second))
	fmt.Println(blinks, until.Sub(arrived))
	// Output:
	// true 5s
}

func ExamplePrivileges() {
	role := whatsapp.NewPrivileges(whatsapp.CanUse, whatsapp.CanSendFiles)
	for p := range role.All() {
		fmt.Println(p.DisplayName())
	}
	fmt.Println(role.Has(whatsapp.CanChangeAttachmentsInNotification))
	// Output:
	// WhatsApp - Can Use
	// WhatsApp - Can Send Files
	// false
}

func ExampleDesk_Available() {
	desk := whatsapp.Desk{Capacity: whatsapp.Capacity{Max: 3}, RoleBased: true}
	anna := whatsapp.Agent{
		ID: "anna", LoggedIn: true, Privileges: whatsapp.AllPrivileges(),
		Load: whatsapp.Load{Offered: 1, Active: 2, Parked: 4},
	}
	for _, v := range desk.Available(anna) {
		fmt.Println(v)
	}
	// Output:
	// /ready: the agent is not ready for this medium; want Ready for whatsappsession
	// /load: 4 items, at most 3: the agent has no room left
}

func ExampleRouting_Route() {
	desk := whatsapp.Desk{Capacity: whatsapp.Capacity{Max: 3}}
	agents := []whatsapp.Agent{
		{ID: "anna", LoggedIn: true, Ready: true, Load: whatsapp.Load{Active: 2}},
		{ID: "bert", LoggedIn: true, Ready: true},
	}
	noon := time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)
	routing := whatsapp.Routing{HandlerFirst: 30 * time.Second}
	offering := whatsapp.Offering{Since: noon, LastHandler: "anna"}
	fmt.Println(routing.Route(desk, offering, agents, noon).Agent)
	fmt.Println(routing.Route(desk, offering, agents, noon.Add(30*time.Second)).Agent)
	// Output:
	// anna
	// bert
}

func ExamplePlanResponse() {
	response := whatsapp.StandardResponse{Text: "Here is our price list.", Attachments: []string{"prices.pdf", "map.png"}}
	plan, err := whatsapp.PlanResponse(response, nil, false)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, _ = plan.Remove(2) // the agent takes the map out
	plan, _ = plan.Start()
	for {
		i, ok := plan.Next()
		if !ok {
			break
		}
		fmt.Printf("send part %d %q\n", i, plan.Parts()[i].Name)
		plan, _ = plan.Accepted(i)
	}
	fmt.Println(plan.Done())
	// Output:
	// send part 0 ""
	// send part 1 "prices.pdf"
	// true
}

func ExampleLookupResponse() {
	all := []whatsapp.StandardResponse{{ID: "greeting", Shortcut: "hi", Text: "Hello <$Contact.FirstName$>!"}}
	r, ok := whatsapp.LookupResponse(all, "hi")
	fmt.Println(r.ID, ok)
	// Output:
	// greeting true
}

func ExampleExpandFieldCodes() {
	text, vs := whatsapp.ExpandFieldCodes("Hello <$Contact.FirstName$>, this is <$Agent.Nickname$>.",
		func(c whatsapp.FieldCode) (string, bool) {
			if c.Object == "Contact" && c.Field == "FirstName" {
				return "Ann", true
			}
			return "", false
		})
	fmt.Println(text)
	for _, v := range vs {
		fmt.Println(v)
	}
	// Output:
	// Hello Ann, this is <$Agent.Nickname$>.
	// not known (at byte 37)
}

func ExampleOutboundChannels() {
	option := `{"channels":[
		{"server-name":" DigitalMessagingServer ","channel-name":"channel-whatsapp-1","business-id":"15162837151"},
		{"server-name":"DigitalMessagingServer","channel-name":"channel-whatsapp-2"}]}`
	channels, vs := whatsapp.OutboundChannels("", option)
	for _, c := range channels {
		fmt.Println(c.Server, c.Channel, c.Business)
	}
	for _, v := range vs {
		fmt.Println(v)
	}
	// Output:
	// DigitalMessagingServer channel-whatsapp-1 15162837151
	// /channels/1/business-id: missing; give a value
}
