package deploy

import (
	"slices"
	"strconv"

	"github.com/decorum-go/decorum"
)

// A check holds one inventory against one profile.
type check struct {
	profile Profile
	inv     *Inventory
	// shape is what validator found, by place.
	shape map[string]decorum.Violation
	// tenant is the tenant's number as text.
	tenant string
	told   decorum.Violations
	// features are those that the profile names, with what switches them off.
	features []verdict
	// objects has the place of each object in the inventory.
	objects map[objectName]int
	// listed are the types of which the inventory has objects.
	listed map[ObjectType]bool
	// overrides has, once asked, whether some override sets an option.
	overrides map[*Requirement]bool
	// steps counts what is looked at, for the proof that the cost is linear.
	steps int
}

type verdict struct {
	name    FeatureName
	because decorum.Violations
}

type objectName struct {
	kind ObjectType
	name string
}

// run checks everything.
func (p Profile) run(inv *Inventory) *check {
	c := &check{
		profile: p, inv: inv, tenant: "1",
		objects: make(map[objectName]int, len(inv.Objects)), listed: map[ObjectType]bool{},
		overrides: map[*Requirement]bool{},
	}
	if inv.Tenant > 0 && inv.Tenant <= maxTenant {
		c.tenant = strconv.FormatInt(inv.Tenant, 10)
	}
	for i := range p {
		for _, name := range p[i].Features {
			c.feature(name)
		}
	}
	var root decorum.Path
	c.told = c.told.Join(nil, inv.Unread)
	c.shape = shape(inv)
	c.whole(&root, "tenant")
	c.indexObjects()
	c.missingComponents(&root)
	c.eachComponent(&root)
	c.eachOverride(&root)
	c.eachObject(&root)
	c.roles(&root)
	c.channels(&root)
	return c
}

// feature returns the verdict on a feature.
func (c *check) feature(name FeatureName) *verdict {
	for i := range c.features {
		if c.features[i].name == name {
			return &c.features[i]
		}
	}
	c.features = append(c.features, verdict{name: name})
	return &c.features[len(c.features)-1]
}

// tell records a violation of something that no requirement asks for.
func (c *check) tell(code decorum.Code, severity decorum.Severity, at *decorum.Path, want string) {
	c.told = c.told.Add(decorum.Violation{Code: code, Severity: severity, Path: at.String(), Want: want})
}

// fail records a violation that the requirements have in common, as severe as
// the most severe of them, and switches their features off.
func (c *check) fail(v decorum.Violation, at *decorum.Path, asked ...*Requirement) {
	v.Path = at.String()
	v.Severity = decorum.SeverityWarning
	for _, q := range asked {
		if q.Severity != decorum.SeverityWarning { // one that leaves it open is an error
			v.Severity = decorum.SeverityError
		}
	}
	c.told = c.told.Add(v)
	c.switchOff(v, asked...)
}

// switchOff switches the features of the requirements off because of v.
func (c *check) switchOff(v decorum.Violation, asked ...*Requirement) {
	var off []FeatureName
	c.steps += len(asked)
	for _, q := range asked {
		for _, name := range q.Features {
			if !slices.Contains(off, name) {
				off = append(off, name)
			}
		}
	}
	for _, name := range off {
		f := c.feature(name)
		f.because = f.because.Add(v)
	}
}

// asked returns the requirements for which ok holds.
func (c *check) asked(ok func(*Requirement) bool) []*Requirement {
	var list []*Requirement
	c.steps += len(c.profile)
	for i := range c.profile {
		if q := &c.profile[i]; ok(q) {
			list = append(list, q)
		}
	}
	return list
}

// demanded returns those that are not optional.
func demanded(list []*Requirement) []*Requirement {
	var rest []*Requirement
	for _, q := range list {
		if !q.Optional {
			rest = append(rest, q)
		}
	}
	return rest
}
