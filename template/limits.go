package template

import "github.com/decorum-go/decorum"

// Limits are what Check measures by: data that a caller copies and changes.
//
//	limits := template.Workspace()
//	limits.Label = limits.LabelAdvised
//
// A zero [decorum.Limit] sets no limit. A field whose name ends in Advised is a
// second, lower bound: over it is a warning. Where the sources disagree, the lax
// reading is the limit and the strict one is advised.
//
// The zero Limits sets no limits of length or number; what must be there must
// be there all the same.
type Limits struct {
	// HeaderText is the text header, also with its value put in.
	HeaderText decorum.Limit
	// Body is the body, also with its values put in.
	Body decorum.Limit
	// BodyAlone takes the place of Body for the filled text of a notification
	// that has nothing but a body; Body is then advised. Zero: Body counts.
	BodyAlone decorum.Limit
	// Footer is the footer.
	Footer decorum.Limit

	// Buttons is how many buttons there may be, QuickReplies, PhoneButtons,
	// URLButtons and CopyCodes how many of each type.
	Buttons, QuickReplies, PhoneButtons, URLButtons, CopyCodes decorum.Limit
	// Label is the label of a button.
	Label, LabelAdvised decorum.Limit
	// PhoneNumber is the number of a phone button.
	PhoneNumber decorum.Limit
	// URL is the address of a button, also with its value put in.
	URL decorum.Limit
	// Code is a code to copy, OfferCode that of a limited-time offer, OneTimeCode
	// that of an authentication template.
	Code, CodeAdvised, OfferCode, OneTimeCode decorum.Limit
	// Payload is what comes back with a quick reply.
	Payload, PayloadAdvised decorum.Limit

	// OfferText is the heading of a limited-time offer, OfferBody its body.
	OfferText, OfferBody decorum.Limit
	// CardsMin is how many cards a carousel has at least, Cards at most.
	CardsMin int
	Cards    decorum.Limit
	// CardBody is the text of a card, CardButtons how many buttons it has.
	CardBody, CardButtons decorum.Limit
	// Apps is how many apps may read a one-time code.
	Apps decorum.Limit

	// Replies is how many reply buttons there may be, ReplyTitle the title of
	// one, ReplyID what comes back with it.
	Replies, ReplyTitle, ReplyID decorum.Limit
	// ListBody is the body of a list.
	ListBody, ListBodyAdvised decorum.Limit
	// Menu is the label that opens a list.
	Menu decorum.Limit
	// Sections is how many sections a list of options or of products may have,
	// SectionTitle the title of one.
	Sections, SectionTitle decorum.Limit
	// Rows is how many rows a list may have in all its sections together. The
	// others are the texts of one row and what comes back with it.
	Rows, RowTitle, RowDescription, RowID decorum.Limit
	// ActionLabel is the label of the button that opens a web page from an
	// interactive message, FlowLabel that of the one that opens a flow.
	ActionLabel, FlowLabel, FlowLabelAdvised decorum.Limit
	// Products is how many products a message may show in all its sections
	// together.
	Products decorum.Limit
	// CardBreaks is how many line breaks the text of a card may have that is not
	// a notification's.
	CardBreaks decorum.Limit
	// PinCode is the postal code of an address.
	PinCode decorum.Limit

	// MixedButtons lets quick replies and other buttons stand in one message;
	// then those of each sort must stand together.
	MixedButtons bool
	// GuideOnly refuses what the guide does not have: location headers, carousels,
	// limited-time offers, authentication templates, buttons other than quick
	// replies, phone numbers and URLs, and interactive messages other than reply
	// buttons and lists.
	GuideOnly bool
	// BodySpacing is how a line break, a tab or more than four spaces in a row in
	// a value of the body count (rule NT4); zero: they do not.
	BodySpacing decorum.Severity
}

// Workspace returns the limits of the guide, the default.
func Workspace() Limits {
	l := CloudAPI()
	l.BodyAlone = decorum.Limit{}
	l.QuickReplies = items(3)
	l.LabelAdvised = points(20)
	l.MixedButtons = false
	l.GuideOnly = true
	l.BodySpacing = decorum.SeverityWarning
	l.ListBody, l.ListBodyAdvised = points(1024), decorum.Limit{}
	l.RowTitle = points(20)
	return l
}

// CloudAPI returns the limits of Meta's Cloud API, as its pages had them in
// December 2025.
func CloudAPI() Limits {
	return Limits{
		HeaderText: points(60),
		Body:       points(1024),
		BodyAlone:  points(32768),
		Footer:     points(60),

		Buttons:        items(10),
		QuickReplies:   items(10),
		PhoneButtons:   items(1),
		URLButtons:     items(2),
		CopyCodes:      items(1),
		Label:          points(25),
		PhoneNumber:    points(20),
		URL:            points(2000),
		Code:           points(20),
		CodeAdvised:    points(15),
		OfferCode:      points(15),
		OneTimeCode:    points(15),
		Payload:        points(256),
		PayloadAdvised: points(128),

		OfferText:   points(16),
		OfferBody:   points(600),
		CardsMin:    2,
		Cards:       items(10),
		CardBody:    points(160),
		CardButtons: items(2),
		Apps:        items(5),

		Replies:          items(3),
		ReplyTitle:       points(20),
		ReplyID:          points(256),
		ListBody:         points(4096),
		ListBodyAdvised:  points(1024),
		Menu:             points(20),
		Sections:         items(10),
		SectionTitle:     points(24),
		Rows:             items(10),
		RowTitle:         points(24),
		RowDescription:   points(72),
		RowID:            points(200),
		ActionLabel:      points(20),
		FlowLabel:        points(30),
		FlowLabelAdvised: points(20),
		Products:         items(30),
		CardBreaks:       items(2),
		PinCode:          points(6),

		MixedButtons: true,
		BodySpacing:  decorum.SeverityError,
	}
}

func points(n int) decorum.Limit { return decorum.Limit{Max: n, Unit: decorum.CodePoints} }
func items(n int) decorum.Limit  { return decorum.Limit{Max: n, Unit: decorum.Items} }

// Strictest returns limits that let through only what both let through.
func Strictest(a, b Limits) Limits {
	alone := a.BodyAlone
	if b.BodyAlone == (decorum.Limit{}) {
		alone = b.BodyAlone
	} else if alone != (decorum.Limit{}) {
		alone = decorum.Strictest(alone, b.BodyAlone)
	}
	other := b.each()
	for i, l := range a.each() {
		*l = decorum.Strictest(*l, *other[i])
	}
	a.BodyAlone = alone // zero is the stricter here
	a.CardsMin = max(a.CardsMin, b.CardsMin)
	a.MixedButtons = a.MixedButtons && b.MixedButtons
	a.GuideOnly = a.GuideOnly || b.GuideOnly
	switch {
	case a.BodySpacing == 0:
		a.BodySpacing = b.BodySpacing
	case b.BodySpacing != 0:
		a.BodySpacing = min(a.BodySpacing, b.BodySpacing)
	}
	return a
}

// In returns the limits with every text counted in the unit: with
// [decorum.UTF16Units], what passes does so whichever way Meta counts.
func (l Limits) In(unit decorum.Unit) Limits {
	for _, limit := range l.each() {
		if limit.Unit != decorum.Items && *limit != (decorum.Limit{}) {
			limit.Unit = unit
		}
	}
	return l
}

// each returns every limit of the struct.
func (l *Limits) each() [43]*decorum.Limit {
	return [...]*decorum.Limit{
		&l.HeaderText, &l.Body, &l.BodyAlone, &l.Footer,
		&l.Buttons, &l.QuickReplies, &l.PhoneButtons, &l.URLButtons, &l.CopyCodes,
		&l.Label, &l.LabelAdvised, &l.PhoneNumber, &l.URL,
		&l.Code, &l.CodeAdvised, &l.OfferCode, &l.OneTimeCode, &l.Payload, &l.PayloadAdvised,
		&l.OfferText, &l.OfferBody, &l.Cards, &l.CardBody, &l.CardButtons, &l.Apps,
		&l.Replies, &l.ReplyTitle, &l.ReplyID, &l.ListBody, &l.ListBodyAdvised, &l.Menu,
		&l.Sections, &l.SectionTitle, &l.Rows, &l.RowTitle, &l.RowDescription, &l.RowID,
		&l.ActionLabel, &l.FlowLabel, &l.FlowLabelAdvised, &l.Products, &l.CardBreaks, &l.PinCode,
	}
}
