package deploy

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// options holds the options of a component, or of an object, against the
// requirements.
func (c *check) options(options Options, at *decorum.Path, asked []*Requirement, of ComponentType) {
	c.steps += len(asked)
	for _, q := range asked {
		name := q.section(c.tenant)
		values, ok := options[name]
		section := at.Key(name)
		switch place := section.Key(q.Name); {
		case ok && !blank(values[q.Name]):
			wrong := passedOver(q, values[q.Name], of)
			for _, v := range wrong { // told among the options of the plug-in
				c.switchOff(v.Under(&place), q)
			}
			if wrong == nil {
				c.judge(q, values[q.Name], &place)
			}
		case q.Optional, of == Workspace && c.overridden(q):
		case options == nil:
			c.lacks(q, at, name+"/"+q.Name)
		case !ok:
			c.lacks(q, &section, q.Name)
		default:
			c.lacks(q, &place, "")
		}
	}
}

// inChannels holds each of the server's channels of WhatsApp against the
// requirements.
func (c *check) inChannels(options Options, at *decorum.Path, asked []*Requirement) {
	if len(asked) == 0 {
		return
	}
	names := c.whatsAppChannels(options)
	for _, name := range names {
		c.steps += len(asked)
		values := options[name]
		section := at.UserKey(name)
		for _, q := range asked {
			place := section.Key(q.Name)
			switch {
			case !blank(values[q.Name]):
				c.judge(q, values[q.Name], &place)
			case !q.Optional:
				c.lacks(q, &place, "")
			}
		}
	}
	if asked = demanded(asked); len(names) == 0 && len(asked) > 0 {
		c.fail(decorum.Violation{Code: decorum.Required, Want: channelGHub}, at, asked...)
	}
}

// whatsAppChannels returns the sections that are channels of WhatsApp, in order.
func (c *check) whatsAppChannels(options Options) []string {
	var names []string
	c.steps += len(options)
	for name, values := range options {
		if isWhatsAppChannel(name, values) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// lacks tells that an option is not set. Want begins with what else is missing
// on the way to it.
func (c *check) lacks(q *Requirement, at *decorum.Path, way string) {
	want := q.want(c.tenant)
	switch {
	case way == "":
	case want == "":
		want = way
	default:
		want = way + " = " + want
	}
	code := decorum.Required
	if q.code() == decorum.Recommended {
		code = decorum.Recommended
	}
	c.fail(decorum.Violation{Code: code, Want: want}, at, q)
}

// passedOver returns what is wrong with a value of an option of the plug-in that
// the desk passes over for it; nil for one that it takes.
func passedOver(q *Requirement, value string, of ComponentType) decorum.Violations {
	row, ok := option.Lookup(q.Name)
	if !ok || of != Workspace || q.Section != option.Section {
		return nil
	}
	if vs := row.Check(value); vs.HasErrors() {
		return vs
	}
	return nil
}

// overridden reports whether an option of Workspace that the application does
// not set is set for someone.
func (c *check) overridden(q *Requirement) bool {
	set, ok := c.overrides[q]
	if !ok {
		for i := range c.inv.Overrides {
			c.steps++
			if value := c.inv.Overrides[i].Options[q.Section][q.Name]; !blank(value) && passedOver(q, value, Workspace) == nil {
				set = true
				break
			}
		}
		c.overrides[q] = set
	}
	return set
}

// judge holds the value of an option against a requirement.
func (c *check) judge(q *Requirement, value string, at *decorum.Path) {
	value = strings.TrimSpace(value)
	if q.numeric() {
		c.number(q, value, at)
		return
	}
	if len(q.Values) > 0 && !slices.ContainsFunc(q.Values, func(want string) bool {
		return same(strings.ReplaceAll(want, Tenant, c.tenant), value)
	}) {
		c.fail(decorum.Violation{Code: q.code(), Want: q.want(c.tenant)}, at, q)
		return
	}
	if _, ok := c.objects[objectName{q.Refers, value}]; q.Refers != "" && c.listed[q.Refers] && !ok {
		c.tell(decorum.NotFound, decorum.SeverityWarning, at, string(q.Refers))
	}
}

// number judges a value that must be a number.
func (c *check) number(q *Requirement, value string, at *decorum.Path) {
	n, err := strconv.ParseInt(value, 10, 64) // the nearest of a number that is past all bounds
	v := decorum.Violation{Code: q.code(), Actual: n, Unit: q.Unit}
	switch {
	case strings.HasPrefix(value, "+"), err != nil && !errors.Is(err, strconv.ErrRange):
		v = decorum.Violation{Code: decorum.Malformed, Want: q.want(c.tenant)}
	case n < q.Least:
		v.Limit = q.Least
	case q.Most > 0 && n > q.Most:
		v.Limit = q.Most
	default:
		return
	}
	if v.Unit == 0 {
		v.Limit, v.Actual, v.Want = 0, 0, q.want(c.tenant)
	}
	if len(c.told) > 0 && c.told[len(c.told)-1].Path == at.String() && len(q.Features) == 0 {
		return // the value is wrong already: what would be better adds nothing
	}
	c.fail(v, at, q)
}

// same reports whether a value is the wanted one, but for blanks around commas
// and colons, and the case of switches and themes.
func same(want, value string) bool {
	if len(want) == len(value) && strings.EqualFold(want, value) { // no letters of other alphabets that fold to these
		switch strings.ToLower(want) {
		case "true", "false", "default", "highcontrast":
			return true
		}
		return want == value
	}
	return want == tighten(value)
}

// tighten takes away the blanks around commas and colons.
func tighten(value string) string {
	if !strings.ContainsAny(value, " \t") {
		return value
	}
	for _, sign := range []string{",", ":"} {
		parts := strings.Split(value, sign)
		for i := range parts {
			parts[i] = strings.Trim(parts[i], " \t")
		}
		value = strings.Join(parts, sign)
	}
	return value
}
