package deploy

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// missingComponents tells once of each type that the profile asks for and the
// inventory has nothing of.
func (c *check) missingComponents(root *decorum.Path) {
	there := map[ComponentType]bool{}
	for i := range c.inv.Components {
		there[c.inv.Components[i].Type] = true
	}
	list := root.Key("components")
	for i := range c.profile {
		t := c.profile[i].Component
		if !c.profile[i].ofComponent() || there[t] {
			continue
		}
		there[t] = true
		if asked := demanded(c.asked(func(q *Requirement) bool { return q.ofComponent() && q.Component == t })); len(asked) > 0 {
			c.fail(decorum.Violation{Code: decorum.Required, Want: string(t)}, &list, asked...)
		}
	}
}

func (c *check) eachComponent(root *decorum.Path) {
	list := root.Key("components")
	type named struct {
		kind ComponentType
		name string
	}
	seen := make(map[named]bool, len(c.inv.Components))
	by := map[ComponentType]askedOf{}
	serving := map[ComponentType]bool{}
	for i := range c.inv.Components {
		m := &c.inv.Components[i]
		serving[m.Type] = serving[m.Type] || len(c.whatsAppChannels(m.Options)) > 0
	}
	for i := range c.inv.Components {
		m := &c.inv.Components[i]
		at := list.Index(i)
		c.whole(&at, "type")
		if !blank(string(m.Type)) && m.Type.DisplayName() == "" {
			if place := at.Key("type"); !c.asksOf(m.Type) {
				c.tell(decorum.Unknown, decorum.SeverityWarning, &place, componentNames)
			}
		}
		if n := (named{m.Type, m.Name}); m.Name != "" && seen[n] {
			place := at.Key("name")
			c.tell(decorum.Duplicate, decorum.SeverityError, &place, "")
		} else {
			seen[n] = true
		}
		asked, ok := by[m.Type]
		if !ok {
			asked = c.askedOf(m.Type)
			by[m.Type] = asked
		}
		if len(asked.channels) > 0 && serving[m.Type] && len(c.whatsAppChannels(m.Options)) == 0 {
			continue // it serves other media
		}
		c.steps += len(asked.versions)
		c.version(m, &at, asked.versions)
		c.selected(m, &at, asked.selected)
		options := at.Key("options")
		c.options(m.Options, &options, asked.options, m.Type)
		c.inChannels(m.Options, &options, asked.channels)
		if m.Type == Workspace && len(m.Options[option.Section]) > 0 {
			section := options.Key(option.Section)
			c.plugIn(m.Options[option.Section], true, &section)
		}
	}
}

// askedOf are the requirements of one type of component.
type askedOf struct{ versions, selected, options, channels []*Requirement }

func (c *check) askedOf(t ComponentType) askedOf {
	var a askedOf
	c.steps += len(c.profile)
	for i := range c.profile {
		q := &c.profile[i]
		switch {
		case q.Component != t || t == "":
		case q.Kind == KindVersion:
			a.versions = append(a.versions, q)
		case q.Kind == KindSelected:
			a.selected = append(a.selected, q)
		case q.Kind == KindOption && q.Section == AnyChannel:
			a.channels = append(a.channels, q)
		case q.Kind == KindOption:
			a.options = append(a.options, q)
		}
	}
	return a
}

// asksOf reports whether the profile has a type of component that this version
// does not know.
func (c *check) asksOf(t ComponentType) bool {
	c.steps += len(c.profile)
	for i := range c.profile {
		if c.profile[i].Component == t {
			return true
		}
	}
	return false
}

func (c *check) version(m *Component, at *decorum.Path, asked []*Requirement) {
	if len(asked) == 0 {
		return
	}
	place := at.Key("version")
	if blank(m.Version) {
		if asked = demanded(asked); len(asked) > 0 {
			c.fail(decorum.Violation{Code: decorum.Required, Want: asked[0].minimum()}, &place, asked...)
		}
		return
	}
	text := strings.TrimSpace(m.Version)
	v, err := ParseVersion(text)
	for wrong := range decorum.All(err) {
		wrong.Span = wrong.Span.Shift(strings.Index(m.Version, text))
		c.fail(wrong, &place, asked...)
		return
	}
	for _, q := range asked {
		if v.Compare(q.Minimum) < 0 {
			c.fail(decorum.Violation{Code: q.code(), Want: q.minimum()}, &place, q)
		}
	}
}

func (c *check) selected(m *Component, at *decorum.Path, asked []*Requirement) {
	if !m.Selected && len(asked) > 0 {
		place := at.Key("selected")
		c.fail(decorum.Violation{Code: decorum.Required, Want: "true"}, &place, asked...)
	}
}

// eachOverride checks what overrides the options of Workspace.
func (c *check) eachOverride(root *decorum.Path) {
	list := root.Key("overrides")
	asked := c.askedOf(Workspace).options
	for i := range c.inv.Overrides {
		o := &c.inv.Overrides[i]
		values := o.Options[option.Section]
		c.steps += len(asked)
		at := list.Index(i)
		c.whole(&at, "layer")
		c.whole(&at, "name")
		options := at.Key("options")
		section := options.Key(option.Section)
		for _, q := range asked {
			value := values[q.Name]
			if q.Section == option.Section && !blank(value) && passedOver(q, value, Workspace) == nil {
				place := section.Key(q.Name)
				c.judge(q, value, &place)
			}
		}
		if len(values) > 0 {
			c.plugIn(values, false, &section)
		}
	}
}

// plugIn tells what is wrong with the options of the plug-in in one layer. What
// several layers make together is not asked: whether the default notification
// is whole is told of the application alone. The channels that it lists are
// checked, too.
func (c *check) plugIn(values map[string]string, application bool, section *decorum.Path) {
	c.steps++
	for _, v := range option.Check(values) {
		if application || v.Code != decorum.DefaultNotificationUnset {
			c.told = c.told.Add(v.Under(section))
		}
	}
	c.optionChannels(values, section)
}
