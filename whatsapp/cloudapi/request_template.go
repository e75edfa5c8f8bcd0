package cloudapi

import (
	"strconv"
	"strings"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
)

// filled reads the template object of a send request. The definition is not in
// it: what comes out has the kinds of the header and of the buttons alone.
// Components that the model has no place for are kept as they are.
func (d *sender) filled() template.Filled {
	r := d.r
	var n template.Notification
	var a template.Arguments
	var left, kept rest
	for name := range r.Object() {
		switch name {
		case "name":
			n.ID = template.ID(r.Text())
		case "language":
			n.Language = d.language(&left)
		case "components":
			if r.Kind() == wire.Object { // seen in others' programs
				left.read(r, name)
				r.Report(decorum.Violation{Code: decorum.WrongType, Severity: decorum.SeverityWarning, Want: "an array"})
				continue
			}
			odd := d.components(&n, &a)
			if odd != "" {
				kept = append(kept, wire.Member{Name: name, Value: odd})
			}
		case "namespace":
			left.read(r, name)
		default:
			d.unknown(&left, name)
		}
	}
	kept.nest("template", left)
	a.Extra = kept.extra()
	return n.Fill(a)
}

func (d *sender) language(left *rest) (l template.Language) {
	var inner rest
	for name := range d.r.Object() {
		switch name {
		case "code":
			l = template.Language(d.r.Text())
		case "policy":
			inner.read(d.r, name)
		default:
			d.unknown(&inner, name)
		}
	}
	left.nest("language", inner)
	return l
}

// components reads those of a message and returns, as an array, the ones that the
// model has no place for; "" for none.
func (d *sender) components(n *template.Notification, a *template.Arguments) (odd string) {
	var raw []string
	for i := range d.r.Array() {
		base := "/template/components/" + strconv.Itoa(i)
		mark := d.r.Mark()
		c := d.component()
		ok := c.exact && (c.place(&d.places, "", base, a) || c.kind == "carousel" && d.cards(n, a, c.cards, base))
		if !ok {
			raw = append(raw, d.r.RawSince(mark))
			continue
		}
		if c.kind == "button" {
			n.Buttons = placed(n.Buttons, c.index, c.button)
		}
		if c.kind == "header" && len(c.parameters) > 0 {
			n.Header = c.parameters[0].header()
		}
	}
	return array(raw)
}

func array(raw []string) string {
	if len(raw) == 0 {
		return ""
	}
	return "[" + strings.Join(raw, ",") + "]"
}

// placed puts a button at its place.
func placed(list []template.Button, at int, b template.Button) []template.Button {
	for len(list) <= at {
		list = append(list, template.UnknownButton{})
	}
	list[at] = b
	return list
}

// A sentComponent is one of a send request.
type sentComponent struct {
	kind, subType string
	index         int
	parameters    []parameterJSON
	cards         []sentCard
	button        template.Button
	// exact: there is nothing in it that the model has no place for.
	exact bool
}

type sentCard struct {
	index      int64
	components []sentComponent
	raw        []string // of the components
	exact      bool
}

// A parameterJSON is a parameter of a component.
type parameterJSON struct {
	kind, name, value string
	media             template.MediaHeader
	point             location.Place
	expires           time.Time
	exact             bool
}

func (p *parameterJSON) header() template.Header {
	switch p.kind {
	case "text":
		return template.TextHeader{}
	case "location":
		return template.LocationHeader{}
	}
	return template.MediaHeader{Kind: p.media.Kind}
}

func (d *sender) component() (c sentComponent) {
	r := d.r
	c.exact, c.index = true, -1
	var left rest
	for name := range r.Object() {
		switch name {
		case "type":
			c.kind = d.plainLower()
		case "sub_type":
			c.subType = d.plainLower()
		case "index":
			c.index = d.index()
		case "parameters":
			for range r.Array() {
				c.parameters = append(c.parameters, d.parameter())
			}
		case "cards":
			for range r.Array() {
				c.cards = append(c.cards, d.sentCard())
			}
		default:
			d.unknown(&left, name)
		}
	}
	d.judge(&c)
	for i := range c.parameters {
		c.exact = c.exact && c.parameters[i].exact
	}
	c.exact = c.exact && len(left) == 0
	return c
}

// judge tells what is wrong with a component whatever the template is.
func (d *sender) judge(c *sentComponent) {
	switch c.kind {
	case "":
		d.wrong(decorum.Required, "/type", "header, body, button")
	case "header", "body", "button", "carousel", "limited_time_offer", "order_status", "tap_target_configuration":
	default:
		d.strange("/type")
	}
	switch c.subType {
	case "", "quick_reply", "copy_code", "flow", "catalog", "mpm", "order_details", "voice_call", "phone_number":
	case "url":
		if len(c.parameters) == 0 { // as Meta's 131008 says
			d.wrong(decorum.Required, "/parameters", "")
		}
	default:
		d.strange("/sub_type")
	}
	names := map[string]bool{}
	for i := range c.parameters {
		p := &c.parameters[i]
		if p.kind != "text" || c.kind != "header" && c.kind != "body" {
			continue
		}
		// Names and places do not go together, and no name goes twice.
		if named := p.name != ""; i > 0 && named != (c.parameters[0].name != "") || named && names[p.name] {
			d.wrong(decorum.Conflict, "/parameters/"+strconv.Itoa(i), "")
		}
		names[p.name] = true
	}
}

// strange warns of a kind that this version does not know, but Meta may.
func (d *sender) strange(path string) {
	d.r.Report(decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityWarning, Path: path})
}

// plainLower reads the name of a kind, which Meta writes in either case.
func (d *sender) plainLower() string { return strings.ToLower(d.r.Text()) }

func (d *sender) index() int {
	n := d.r.LooseInt64()
	if n < 0 || n > 9 {
		d.wrong(decorum.OutOfRange, "", "0 to 9")
		return -1
	}
	return int(n)
}

func (d *sender) sentCard() (c sentCard) {
	r := d.r
	var left rest
	c.index = -1
	for name := range r.Object() {
		switch name {
		case "card_index":
			c.index = r.LooseInt64()
		case "components":
			for range r.Array() {
				mark := r.Mark()
				c.components = append(c.components, d.component())
				c.raw = append(c.raw, r.RawSince(mark))
			}
		default:
			d.unknown(&left, name)
		}
	}
	c.exact = len(left) == 0
	return c
}

// parameter reads a parameter. Which member it has is told by its type; of the
// types that the model has no place for, it is not looked at.
func (d *sender) parameter() (p parameterJSON) {
	r := d.r
	p.kind, _ = r.Lookup("type")
	p.kind = strings.ToLower(p.kind)
	p.exact = true
	var left rest
	for name := range r.Object() {
		switch {
		case name == "type":
			r.Text()
		case name == "parameter_name":
			p.name = r.Text()
		case name != p.kind:
			left.read(r, name)
		case (name == "text" || name == "payload" || name == "coupon_code") && r.Kind() == wire.String:
			p.value = r.Text()
		case name == "image" || name == "video" || name == "document":
			p.media.Kind, _ = mediaKind(name)
			d.file(&p.media, &left)
		case name == "location":
			before := recorded(r)
			l := readLocation(r)
			p.point, p.exact = l.Place, l.Extra == "" && l.Place.URL == "" && recorded(r) == before
		case name == "limited_time_offer":
			d.expiry(&p, &left)
		case name == "action":
			d.sentAction(&p, &left)
		default:
			left.read(r, name)
		}
	}
	switch p.kind {
	case "text", "payload", "coupon_code":
		if p.value == "" && len(left) == 0 {
			d.wrong(decorum.Required, "/"+p.kind, "")
		}
	case "image", "video", "document":
		if p.media.ID == "" && p.media.Link == "" && len(left) == 0 {
			d.wrong(decorum.Required, "/"+p.kind, "an id or a link")
		}
	case "location":
		if p.point == (location.Place{}) && p.exact && len(left) == 0 {
			d.wrong(decorum.Required, "/location/latitude", "")
		}
	case "":
		d.wrong(decorum.Required, "/type", "")
	case "currency", "date_time", "action", "product", "limited_time_offer", "order_status",
		"tap_target_configuration", "flow_token", "thumbnail_product_retailer_id": // the last two are what an action has
	default:
		d.strange("/type")
	}
	p.exact = p.exact && len(left) == 0
	return p
}

func (d *sender) expiry(p *parameterJSON, left *rest) {
	for name := range d.r.Object() {
		if name == "expiration_time_ms" {
			p.expires = time.UnixMilli(d.r.LooseInt64()).UTC()
			continue
		}
		left.read(d.r, name)
	}
}

// sentAction reads the action of a flow's or a catalogue's button.
func (d *sender) sentAction(p *parameterJSON, left *rest) {
	for name := range d.r.Object() {
		if (name == "flow_token" || name == "thumbnail_product_retailer_id") && d.r.Kind() == wire.String {
			p.kind, p.value = name, d.r.Text()
			continue
		}
		left.read(d.r, name)
	}
}
