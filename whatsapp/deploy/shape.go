package deploy

import (
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// maxTenant is the greatest number of a tenant.
const maxTenant = 1<<31 - 1

// The layers of an Override.
const (
	layerTenant = "tenant"
	layerGroup  = "agent_group"
	layerAgent  = "agent"
)

// named is the tag of what must have a name or type that can be seen.
const named = "named"

// shape has what validator finds of an inventory's records, by place: what must be
// there and is not, what is none of the values that it may have. The rules stand
// here rather than in tags of the exported types, where they would be those of a
// host's own validator, too.
func shape(inv *Inventory) map[string]decorum.Violation {
	v := validator.New(validator.WithRequiredStructEnabled())
	if err := v.RegisterValidation(named, func(f validator.FieldLevel) bool { return !blank(f.Field().String()) }); err != nil {
		return nil // a tag with a name and a function is taken
	}
	v.RegisterStructValidationMapRules(map[string]string{
		"Tenant":     "min=0,max=" + strconv.Itoa(maxTenant),
		"Components": "dive", "Overrides": "dive", "Objects": "dive", "Roles": "dive",
	}, Inventory{})
	v.RegisterStructValidationMapRules(map[string]string{"Type": named}, Component{})
	v.RegisterStructValidationMapRules(map[string]string{"Type": named, "Name": named}, Object{})
	v.RegisterStructValidationMapRules(map[string]string{"Name": named}, Role{})
	v.RegisterStructValidationMapRules(map[string]string{
		"Layer": named + ",oneof=" + layerTenant + " " + layerGroup + " " + layerAgent, "Name": named,
	}, Override{})
	err := v.Struct(inv)
	if err == nil {
		return nil
	}
	found := map[string]decorum.Violation{}
	for _, w := range validation.Violations(err, inv) {
		switch {
		case w.Want == named:
			w.Code, w.Want = decorum.Required, ""
		case w.Path == "/tenant":
			w.Want = "an integer from 1 to " + strconv.Itoa(maxTenant)
		}
		found[w.Path] = w
	}
	return found
}

// whole tells what validator found of a member of a record.
func (c *check) whole(record *decorum.Path, member string) {
	if len(c.shape) == 0 {
		return
	}
	at := record.Key(member)
	if w, ok := c.shape[at.String()]; ok {
		c.told = c.told.Add(w)
	}
}

// blank reports whether a value is as good as none.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
