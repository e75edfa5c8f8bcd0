package whatsapp

import (
	"slices"

	"github.com/decorum-go/decorum"
)

// desk checks that the agent takes part in the interaction, or has it still open
// after the server ended it.
func (d *decision) desk(a Agent) {
	if d.s.state == StateActive {
		d.participant(a)
	} else {
		d.handler(a, StateActive, StateEnded)
	}
}

func (c AddNote) decide(d *decision) {
	d.desk(c.By)
	if !decorum.HasVisible(c.Text) && decorum.InvalidOffset(c.Text) < 0 {
		d.fault(decorum.Blank, "/text", "")
	}
	d.text("/text", c.Text, maxNote)
	d.emit(NoteAdded{At: d.at, Agent: c.By.ID, Text: c.Text})
}

func (c SetDisposition) decide(d *decision) {
	d.desk(c.By)
	d.text("/code", c.Code, maxName)
	if c.Code != d.s.disposition {
		d.emit(DispositionSet{At: d.at, Agent: c.By.ID, Code: c.Code})
	}
}

func (c SetCaseData) decide(d *decision) {
	d.participant(c.By)
	d.data(c.Data)
	d.emit(CaseDataSet{At: d.at, Agent: c.By.ID, Data: slices.Clone(c.Data)})
}

func (c SetContactData) decide(d *decision) {
	d.participant(c.By)
	d.data(c.Data)
	d.emit(ContactDataSet{At: d.at, Agent: c.By.ID, Data: slices.Clone(c.Data)})
}

func (c AssignContact) decide(d *decision) {
	d.participant(c.By)
	d.name1("/contact", c.Contact)
	if c.Contact != d.s.contact {
		d.emit(ContactAssigned{At: d.at, Agent: c.By.ID, Contact: c.Contact})
	}
}

// data checks keys that are to be changed: each once.
func (d *decision) data(data []Datum) {
	var root decorum.Path
	all := root.Key("data")
	if len(data) == 0 {
		d.fault(decorum.Required, "/data", "")
	}
	d.room("/data", len(data), maxData)
	seen := make(map[string]bool, min(len(data), maxData))
	for i, datum := range data[:min(len(data), maxData)] {
		at := all.Index(i)
		place := at.String()
		d.name1(place+"/key", datum.Key)
		d.text(place+"/key", datum.Key, maxKey)
		d.text(place+"/value", datum.Value, maxNote)
		if seen[datum.Key] {
			d.fault(decorum.Duplicate, place+"/key", "")
		}
		seen[datum.Key] = true
	}
}
