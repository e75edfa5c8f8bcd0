package deploy

import (
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

// indexObjects notes where each object is.
func (c *check) indexObjects() {
	for i := range c.inv.Objects {
		o := &c.inv.Objects[i]
		if n := (objectName{o.Type, o.Name}); o.Name != "" {
			if _, ok := c.objects[n]; !ok {
				c.objects[n] = i
			}
			c.listed[o.Type] = true
		}
	}
}

func (c *check) eachObject(root *decorum.Path) {
	list := root.Key("objects")
	for i := range c.inv.Objects {
		o := &c.inv.Objects[i]
		c.steps++
		at := list.Index(i)
		c.whole(&at, "type")
		if !blank(string(o.Type)) && !o.Type.known() {
			place := at.Key("type")
			c.tell(decorum.Unknown, decorum.SeverityWarning, &place, objectNames)
		}
		c.whole(&at, "name")
		if o.Name != "" && c.objects[objectName{o.Type, o.Name}] != i {
			place := at.Key("name")
			c.tell(decorum.Duplicate, decorum.SeverityError, &place, "")
		}
	}
	for i := range c.profile {
		q := &c.profile[i]
		switch {
		case q.Kind == KindObject:
			c.object(q, &list)
		case q.Kind == KindCapacity && !c.counted(q.Name):
			c.fail(decorum.Violation{Code: decorum.Required, Want: string(CapacityRule) + " of " + q.Name}, &list, q)
		case q.Kind == KindOption && q.Component == "":
			if i, ok := c.objects[objectName{q.Object, q.Of}]; ok {
				at := list.Index(i)
				options := at.Key("options")
				c.options(c.inv.Objects[i].Options, &options, []*Requirement{q}, "")
			}
		}
	}
}

// object asks for an object and for what it is displayed as.
func (c *check) object(q *Requirement, list *decorum.Path) {
	i, ok := c.objects[objectName{q.Object, q.Name}]
	if !ok {
		if !q.Optional {
			c.fail(decorum.Violation{Code: decorum.Required, Want: string(q.Object) + " " + q.Name}, list, q)
		}
		return
	}
	shown := strings.TrimSpace(c.inv.Objects[i].DisplayName)
	if q.DisplayName == "" || shown == q.DisplayName {
		return
	}
	at := list.Index(i)
	place := at.Key("display_name")
	code := q.code()
	if shown == "" {
		code = decorum.Required
	}
	c.fail(decorum.Violation{Code: code, Want: q.DisplayName}, &place, &Requirement{Severity: q.Severity})
}

// counted reports whether a capacity rule counts a media type.
func (c *check) counted(medium string) bool {
	for i := range c.inv.Objects {
		c.steps++
		if o := &c.inv.Objects[i]; o.Type == CapacityRule {
			for _, m := range o.MediaTypes {
				c.steps++
				if strings.TrimSpace(m) == medium {
					return true
				}
			}
		}
	}
	return false
}

const privilegePrefix = "InteractionWorkspace.WhatsApp."

// roles checks the privileges of all roles, and which of them someone has.
func (c *check) roles(root *decorum.Path) {
	list := root.Key("roles")
	workitem := c.asked(func(q *Requirement) bool { return q.Kind == KindWorkitem })
	given := map[string]bool{}
	seen := make(map[string]bool, len(c.inv.Roles))
	for i := range c.inv.Roles {
		role := &c.inv.Roles[i]
		at := list.Index(i)
		c.whole(&at, "name")
		if role.Name != "" && seen[role.Name] {
			place := at.Key("name")
			c.tell(decorum.Duplicate, decorum.SeverityError, &place, "")
		}
		seen[role.Name] = true
		if c.privileges(role, &at, given) && !role.AllWorkitemPrivileges && !c.inv.WithoutRoles && len(workitem) > 0 {
			place := at.Key("all_workitem_privileges")
			c.fail(decorum.Violation{Code: decorum.Required, Want: "true"}, &place, workitem...)
		}
	}
	if c.inv.WithoutRoles {
		return
	}
	for i := range c.profile {
		if q := &c.profile[i]; q.Kind == KindPrivilege && !given[q.Name] && !q.Optional {
			c.fail(decorum.Violation{Code: decorum.Required, Want: "privilege " + q.Name}, &list, q)
		}
	}
}

// privileges notes which privileges a role gives, and reports whether it lets
// its agents use WhatsApp.
func (c *check) privileges(role *Role, at *decorum.Path, given map[string]bool) (use bool) {
	list := at.Key("privileges")
	seen := make(map[string]bool, len(role.Privileges))
	for i, name := range role.Privileges {
		c.steps++
		place := list.Index(i)
		name = strings.TrimSpace(name)
		p, err := whatsapp.ParsePrivilege(name)
		switch {
		case err == nil:
			name = p.String()
			use = use || p == whatsapp.CanUse
		case hasPrefixFold(name, privilegePrefix), !strings.Contains(name, "."):
			for v := range decorum.All(err) {
				c.told = c.told.Add(v.Under(&place))
			}
		}
		if seen[name] {
			c.tell(decorum.Duplicate, decorum.SeverityWarning, &place, "")
		}
		seen[name], given[name] = true, true
	}
	return use
}
