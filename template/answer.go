package template

// An Answer is what comes back when a customer chooses an option of a structured
// message: of a reply button or a row its id and title, of a notification's quick
// reply its payload and label, of a flow or an address form the name "flow" or
// "address_message" as the id.
type Answer struct {
	// ID is the option's id.
	ID string `json:"id,omitempty"`
	// Title is the option's label.
	Title string `json:"title,omitempty"`
}

// Match returns the option of the message that the answer chose, and whether
// there is one. The id decides. Only an answer without an id goes by its title,
// and only where one option has it: nothing is guessed.
//
// Which message an answer is to is told by the message id in its context, which
// this package does not know.
func Match(m Structured, a Answer) (PreviewOption, bool) {
	if m == nil {
		return PreviewOption{}, false
	}
	p := m.Preview()
	return p.match(a)
}

// Answered returns the preview of the message with the option marked that the
// last of the answers chose, in the order in which they came: the customer may go
// back and choose again, and the later choice replaces the earlier (rule IM5).
// Answers that chose none of its options are passed over; without any other it
// returns false and the preview unmarked.
func Answered(m Structured, answers ...Answer) (Preview, bool) {
	if m == nil {
		return Preview{}, false
	}
	p := m.Preview()
	for i := len(answers) - 1; i >= 0; i-- {
		if o, ok := p.match(answers[i]); ok {
			return p.Choose(o.ID)
		}
	}
	return p, false
}

// match returns the option that the answer chose.
func (p *Preview) match(a Answer) (found PreviewOption, ok bool) {
	if a.ID == "" && a.Title == "" {
		return PreviewOption{}, false
	}
	n := 0
	p.options(func(o *PreviewOption) bool {
		switch {
		case o.ID == "" || a.ID != "" && o.ID != a.ID || a.ID == "" && o.Title != a.Title:
			return true
		case n == 0:
			found = *o
		}
		n++
		return a.ID == "" // the first has the id; titles are counted
	})
	if n != 1 {
		return PreviewOption{}, false
	}
	return found, true
}
