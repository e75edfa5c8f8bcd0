package cloudapi

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
)

// An exampleJSON is the example of a component.
type exampleJSON struct {
	values  template.Values
	names   []string // of named values, in the order of the document
	handles []string
	// odd: it is kept as it is, beside what could be read of it.
	odd bool
}

// media returns the example's file for such a header.
func (e *exampleJSON) media(h template.Header) (m template.MediaHeader) {
	if file, ok := h.(template.MediaHeader); ok && len(e.handles) > 0 {
		m = template.MediaHeader{Kind: file.Kind, ID: e.handles[0]}
	}
	return m
}

// example reads the example of a header or a body.
func (d *definer) example(c *definedComponent) {
	r := d.r
	if r.Kind() != wire.Object {
		c.left.read(r, "example")
		return
	}
	mark := r.Mark()
	e := &c.example
	for name := range r.Object() {
		switch {
		case name == c.kind+"_text_named_params" && r.Kind() == wire.Array:
			d.namedExample(e)
		case name == "header_text" && c.kind == "header" && r.Kind() == wire.Array:
			e.values = d.texts(e)
		case name == "body_text" && c.kind == "body" && r.Kind() == wire.Array:
			for i := range r.Array() {
				if r.Kind() != wire.Array {
					e.odd = true
					continue
				}
				if values := d.texts(e); i == 0 {
					e.values = values
				} else {
					e.odd = true
				}
			}
		case name == "header_handle" && c.kind == "header" && r.Kind() == wire.Array:
			for range r.Array() {
				if r.Kind() == wire.String {
					e.handles = append(e.handles, r.Text())
				} else {
					e.odd = true
				}
			}
			e.odd = e.odd || len(e.handles) != 1 || e.handles[0] == ""
		default:
			e.odd = true
		}
	}
	text := c.kind == "body" || c.format == "text"
	if e.odd || text && len(e.handles) > 0 || !text && c.format != "" && e.values.Len() > 0 || e.values.Len() == 0 && len(e.handles) == 0 {
		c.left.keep(r, "example", mark)
	}
}

// texts reads an array of texts as values; what is none makes the example odd.
func (d *definer) texts(e *exampleJSON) template.Values {
	var list []string
	for range d.r.Array() {
		if d.r.Kind() != wire.String {
			e.odd = true
			continue
		}
		list = append(list, d.r.Text())
	}
	return template.Positional(list...)
}

func (d *definer) namedExample(e *exampleJSON) {
	r := d.r
	values := map[string]string{}
	for range r.Array() {
		var name, value string
		for member := range r.Object() {
			switch {
			case member == "param_name" && r.Kind() == wire.String:
				name = r.Text()
			case member == "example" && r.Kind() == wire.String:
				value = r.Text()
			default:
				e.odd = true
			}
		}
		if _, twice := values[name]; twice || name == "" {
			e.odd = true
		}
		values[name] = value
		e.names = append(e.names, name)
	}
	e.values = template.Named(values)
	e.odd = e.odd || !e.values.IsNamed()
}

// header adds where the parts of a header and its example stand.
func (p *places) header(card, at string, e exampleJSON) {
	p.add("/examples"+card+"/media", at+"/example/header_handle/0")
	p.values("/examples"+card+"/header", at+"/example/header_text", "", e)
}

// body adds where the example of a body stands.
func (p *places) body(card, at string, e exampleJSON) {
	p.values("/examples"+card+"/body", at+"/example/body_text", "/0", e)
}

// values adds where the example of a text stands: its named values in a member of
// their own, the others in the member and, within that, the list.
func (p *places) values(ours, member, list string, e exampleJSON) {
	if len(e.names) == 0 {
		p.add(ours, member+list)
		return
	}
	member += "_named_params"
	p.add(ours, member)
	for i, name := range e.names {
		p.add(ours+decorum.JoinPointer(name), member+"/"+strconv.Itoa(i)+"/example")
	}
}

// buttons adds where the parts of buttons and their examples stand.
func (p *places) buttons(card, at string, list []template.Button) {
	p.add(card+"/buttons", at+"/buttons")
	for i, b := range list {
		ours, metas := card+"/buttons/"+strconv.Itoa(i), at+"/buttons/"+strconv.Itoa(i)
		p.add("/examples"+ours, metas+"/example")
		switch b := b.(type) {
		case template.PhoneButton:
			p.add(ours+"/number", metas+"/phone_number")
		case template.FlowButton:
			p.add(ours+"/action", metas+"/flow_action")
			p.add(ours+"/screen", metas+"/navigate_screen")
		case template.OTPButton:
			p.add(ours+"/kind", metas+"/otp_type")
			p.add(ours+"/autofill", metas+"/autofill_text")
			p.add(ours+"/apps", metas+"/supported_apps")
			for j := range b.Apps {
				app, place := ours+"/apps/"+strconv.Itoa(j), metas+"/supported_apps/"+strconv.Itoa(j)
				if isFlat(b.Apps) {
					place = metas
				}
				p.add(app, place)
				p.add(app+"/package", place+"/package_name")
				p.add(app+"/signature", place+"/signature_hash")
			}
		}
	}
}
