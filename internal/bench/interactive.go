package main

import (
	"fmt"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// peerReplies has the texts and the rules of a message with reply buttons, for
// validator: what must be there, lengths, ids and titles that differ, no line
// breaks, tabs and long runs of spaces. That a text is UTF-8 and can be seen no
// tag says.
type peerReplies struct {
	Header  string      `validate:"max=60,excludesall=\n\t,excludes=     "`
	Body    string      `validate:"required,max=1024"`
	Footer  string      `validate:"max=60"`
	Buttons []peerReply `validate:"required,min=1,max=3,unique=ID,unique=Title,dive"`
}

type peerReply struct {
	ID    string `validate:"required,max=256"`
	Title string `validate:"required,max=20,excludesall=\n\t,excludes=     "`
}

// peerList has those of a list. That ids differ over all sections, and that there
// are ten rows in all, no tag says either.
type peerList struct {
	Header   string        `validate:"max=60,excludesall=\n\t,excludes=     "`
	Body     string        `validate:"required,max=4096"`
	Footer   string        `validate:"max=60"`
	Menu     string        `validate:"required,max=20,excludesall=\n\t,excludes=     "`
	Sections []peerSection `validate:"required,min=1,max=10,dive"`
}

type peerSection struct {
	Title string    `validate:"max=24"`
	Rows  []peerRow `validate:"required,min=1,max=10,unique=ID,unique=Title,dive"`
}

type peerRow struct {
	ID          string `validate:"required,max=200"`
	Title       string `validate:"required,max=24,excludesall=\n\t,excludes=     "`
	Description string `validate:"max=72"`
}

func interactiveAreas() []area {
	check := validator.New(validator.WithRequiredStructEnabled())
	limits := template.CloudAPI()
	long := decorum.Limit{Max: 1000}.Fit(mixedText() + mixedText())
	var areas []area
	for _, in := range []struct {
		name, body              string
		title                   string
		buttons, list           float64
		brokenReply, brokenRows int
	}{
		{"short ASCII", "Shall we deliver on Friday?", "Yes, please", 20, 18, 0, 0},
		{"1,000 characters in many languages", long, "Yes, please", 4, 4, 0, 0},
		{"short ASCII, an error", "Shall we deliver on Friday?", "Yes, please, as soon as it can be", 0, 0, 1, 1},
	} {
		m := template.ReplyButtons{
			Header: template.TextHeader{Text: "Order 1042"}, Body: in.body, Footer: "Reply STOP to opt out",
			Buttons: []template.Reply{{ID: "yes", Title: in.title}, {ID: "no", Title: "No, thank you"}, {ID: "call", Title: "Call me"}},
		}
		peer := peerReplies{Header: "Order 1042", Body: in.body, Footer: m.Footer}
		for _, b := range m.Buttons {
			peer.Buttons = append(peer.Buttons, peerReply{b.ID, b.Title})
		}
		areas = append(areas, structuredArea("reply buttons, "+in.name, m, limits, check, &peer, in.buttons, in.brokenReply))

		list := template.List{
			Header: template.TextHeader{Text: "Order 1042"}, Body: in.body, Footer: m.Footer, Menu: "Choose a time",
			Sections: []template.Section{{Title: "Morning"}, {Title: "Afternoon"}},
		}
		rows := peerList{Header: "Order 1042", Body: in.body, Footer: m.Footer, Menu: list.Menu, Sections: []peerSection{{Title: "Morning"}, {Title: "Afternoon"}}}
		for i := range 10 {
			row := template.Row{ID: fmt.Sprintf("row-%d", i), Title: fmt.Sprintf("At %d o'clock", i), Description: "We call before we come"}
			if i == 7 && in.brokenRows > 0 {
				row.Title = in.title
			}
			list.Sections[i/5].Rows = append(list.Sections[i/5].Rows, row)
			rows.Sections[i/5].Rows = append(rows.Sections[i/5].Rows, peerRow{row.ID, row.Title, row.Description})
		}
		areas = append(areas, structuredArea("list of ten rows, "+in.name, list, limits, check, &rows, in.list, in.brokenRows))
	}
	return areas
}

func structuredArea(name string, m template.Structured, limits template.Limits, check *validator.Validate, peer any, ratio float64, errors int) area {
	return area{
		name: "interactive: check " + name,
		check: func() error {
			theirs := 0
			if err := check.Struct(peer); err != nil {
				theirs = len(err.(validator.ValidationErrors)) //nolint:errorlint // what Struct returns
			}
			if ours := len(m.Check(limits)); ours != errors || theirs != errors {
				return fmt.Errorf("ours %d, theirs %d, want %d: %v", ours, theirs, errors, m.Check(limits))
			}
			return nil
		},
		candidates: []candidate{
			{name: "template Check", run: func() { sink += len(m.Check(limits)) }},
			{name: "validator/v10 Struct", run: func() {
				if check.Struct(peer) != nil {
					sink++
				}
			}, target: ratio},
		},
	}
}
