package message

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// Limits are what Check measures by: data that a caller copies and changes.
//
//	limits := message.Workspace()
//	limits.TextBytes.Max = 8192 // the option max-text-message-size
//
// A zero [decorum.Limit] sets no limit. A field whose name ends in Advised is a
// second bound: over it is a warning. Where the sources disagree, the lax reading
// is the limit and the strict one is advised.
//
// The zero Limits sets no limits of length or number; what must be there must be
// there all the same.
type Limits struct {
	// TextBytes is the body of a text in bytes of UTF-8: the option
	// whatsappsession.max-text-message-size (rule TX1).
	TextBytes decorum.Limit
	// Text is the body of a text in characters, which Meta counts.
	Text decorum.Limit
	// Caption is the text below a file. The option does not count there.
	Caption decorum.Limit
	// NameAdvised is the file name of a document.
	NameAdvised decorum.Limit
	// Contacts is how many contacts one message shares.
	Contacts, ContactsAdvised decorum.Limit
	// Structured are the limits of notifications and interactive messages.
	Structured template.Limits
}

// Workspace returns the limits of the guide, the default: texts of 4096 bytes,
// the default of the option. What the guide leaves out is as Meta has it.
func Workspace() Limits {
	l := CloudAPI()
	l.TextBytes = decorum.Limit{Max: 4096, Unit: decorum.Bytes}
	l.Text = decorum.Limit{}
	l.Structured = template.Workspace()
	return l
}

// CloudAPI returns the limits of Meta's Cloud API, as its pages had them in
// December 2025. Of contacts the page has 257 and the OpenAPI file 5; the 240
// characters of a document's name are in older texts alone.
func CloudAPI() Limits {
	return Limits{
		Text:            decorum.Limit{Max: 4096, Unit: decorum.CodePoints},
		Caption:         decorum.Limit{Max: 1024, Unit: decorum.CodePoints},
		NameAdvised:     decorum.Limit{Max: 240, Unit: decorum.CodePoints},
		Contacts:        decorum.Limit{Max: 257, Unit: decorum.Items},
		ContactsAdvised: decorum.Limit{Max: 5, Unit: decorum.Items},
		Structured:      template.CloudAPI(),
	}
}

// Strictest returns limits that let through only what both let through: a text
// over either the bytes of one or the characters of the other is too long.
func Strictest(a, b Limits) Limits {
	other := b.each()
	for i, l := range a.each() {
		*l = decorum.Strictest(*l, *other[i])
	}
	a.Structured = template.Strictest(a.Structured, b.Structured)
	return a
}

// In returns the limits with every text counted in the unit, but for TextBytes
// and numbers of items: with [decorum.UTF16Units], what passes does so whichever
// way Meta counts.
func (l Limits) In(unit decorum.Unit) Limits {
	for _, limit := range l.each() {
		if *limit != (decorum.Limit{}) && limit.Unit != decorum.Items && limit != &l.TextBytes {
			limit.Unit = unit
		}
	}
	l.Structured = l.Structured.In(unit)
	return l
}

// each returns every limit of the struct itself.
func (l *Limits) each() [6]*decorum.Limit {
	return [...]*decorum.Limit{
		&l.TextBytes, &l.Text, &l.Caption, &l.NameAdvised, &l.Contacts, &l.ContactsAdvised,
	}
}
