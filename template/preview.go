package template

import "github.com/decorum-go/decorum"

// A Preview is a structured message as a plain tree, for a screen to draw and for
// agents to look at before they send. It holds texts and places, no colours and
// no markup; texts are to be escaped by whoever draws them.
//
// Its slices must not be changed: previews may share them. It is made to be
// written as JSON, not to be read back.
type Preview struct {
	// Kind is the kind of message.
	Kind Kind `json:"kind"`
	// Header is the header; nil for none.
	Header *PreviewHeader `json:"header,omitempty"`
	// Lead is the heading of a limited-time offer above the body.
	Lead PreviewText `json:"lead,omitzero"`
	// Body and Footer are the texts.
	Body   PreviewText `json:"body,omitzero"`
	Footer PreviewText `json:"footer,omitzero"`
	// Menu is the label that opens the options, where they do not lie open.
	Menu string `json:"menu,omitempty"`
	// Sections hold the options: buttons in one section without a title, the rows
	// of a list in its sections.
	Sections []PreviewSection `json:"sections,omitempty"`
	// Cards are those of a carousel.
	Cards []PreviewCard `json:"cards,omitempty"`
}

// A PreviewHeader is a header: text, a file or a place.
type PreviewHeader struct {
	// Type is "text", "image", "video", "document", "location", or another name
	// for a header that this version does not know.
	Type string `json:"type"`
	// Text is the line of a text header, the name of a file or of a place.
	Text PreviewText `json:"text,omitzero"`
	// Media is the file of a media header.
	Media MediaHeader `json:"media,omitzero"`
	// Changeable tells that an agent may put another file here, given the
	// privilege (NT6, IM1).
	Changeable bool `json:"changeable,omitempty"`
}

// A PreviewText is a text with its parameters marked.
type PreviewText struct {
	Text string `json:"text"`
	// Parameters are in the order of the text.
	Parameters []Parameter `json:"parameters,omitempty"`
}

// A Parameter is the stretch of a text where a value stands, or its placeholder
// as long as it has none.
type Parameter struct {
	// Span is the stretch in bytes. It is empty, Start being End, for an empty
	// value.
	Span decorum.Span `json:"span"`
	// Name is the placeholder's name, "1" or "order_id".
	Name string `json:"name"`
	// Path is the place of the value in the message's JSON, the same that
	// violations name and that [Draft.Set] takes.
	Path string `json:"path"`
	// Editable tells that an agent may change the value (NT2).
	Editable bool `json:"editable"`
	// Missing tells that there is no value yet.
	Missing bool `json:"missing,omitempty"`
}

// A PreviewSection is a group of options.
type PreviewSection struct {
	Title   string          `json:"title,omitempty"`
	Options []PreviewOption `json:"options"`
}

// A PreviewOption is one thing that the customer can press or choose.
type PreviewOption struct {
	// Type is the type of a button, such as "quick_reply" or "url".
	Type string `json:"type"`
	// ID is what comes back when the customer chooses it; "" for an option that
	// no message comes back for. A quick reply without a payload has its title.
	ID string `json:"id,omitempty"`
	// Title is the label.
	Title string `json:"title"`
	// Detail is what stands behind the label: an address, a phone number, a code,
	// the description of a row.
	Detail PreviewText `json:"detail,omitzero"`
	// Chosen tells that this is the option that the customer chose (TR9).
	Chosen bool `json:"chosen,omitempty"`
}

// A PreviewCard is one card of a carousel.
type PreviewCard struct {
	Header  *PreviewHeader  `json:"header,omitempty"`
	Body    PreviewText     `json:"body,omitzero"`
	Options []PreviewOption `json:"options,omitempty"`
}

// Choose returns the preview with the option marked that has the id, and no other
// (TR9): a customer who chooses again moves the mark. It returns false, and the
// preview as it is, when no option has the id; of several the first is marked.
func (p Preview) Choose(id string) (Preview, bool) {
	if id == "" || !p.has(id) {
		return p, false
	}
	open := true // no option is marked yet
	mark := func(options []PreviewOption) []PreviewOption {
		marked := make([]PreviewOption, len(options))
		for i, o := range options {
			o.Chosen = open && o.ID == id
			open = open && !o.Chosen
			marked[i] = o
		}
		return marked
	}
	sections := make([]PreviewSection, len(p.Sections))
	for i, s := range p.Sections {
		s.Options = mark(s.Options)
		sections[i] = s
	}
	p.Sections = sections
	if p.Cards != nil {
		cards := make([]PreviewCard, len(p.Cards))
		for i, c := range p.Cards {
			c.Options = mark(c.Options)
			cards[i] = c
		}
		p.Cards = cards
	}
	return p, true
}

func (p *Preview) has(id string) bool {
	found := false
	p.options(func(o *PreviewOption) bool {
		found = o.ID == id
		return !found
	})
	return found
}

// options visits the options in their order.
func (p *Preview) options(visit func(*PreviewOption) bool) {
	for i := range p.Sections {
		for j := range p.Sections[i].Options {
			if !visit(&p.Sections[i].Options[j]) {
				return
			}
		}
	}
	for i := range p.Cards {
		for j := range p.Cards[i].Options {
			if !visit(&p.Cards[i].Options[j]) {
				return
			}
		}
	}
}

// Chosen returns the option that is marked, and whether there is one.
func (p Preview) Chosen() (PreviewOption, bool) {
	var chosen PreviewOption
	p.options(func(o *PreviewOption) bool {
		if o.Chosen {
			chosen = *o
		}
		return !o.Chosen
	})
	return chosen, chosen.Chosen
}
