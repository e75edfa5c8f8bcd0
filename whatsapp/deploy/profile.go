package deploy

import "github.com/decorum-go/decorum"

// A Profile is a list of requirements that installations are held against. That
// of the guide is [Guide]; a program that asks for more, less or something else
// changes its copy:
//
//	p := deploy.Guide()
//	p = slices.DeleteFunc(p, func(q deploy.Requirement) bool { return q.ID == "whatsapp-client" })
//
// The zero Profile asks for nothing; the shape of the inventory and the options
// of the plug-in are checked all the same.
type Profile []Requirement

// Lookup returns the requirement of this ID, and whether there is one. The pointer
// leads into the profile: what is written through it counts.
func (p Profile) Lookup(id string) (*Requirement, bool) {
	for i := range p {
		if p[i].ID == id {
			return &p[i], true
		}
	}
	return nil, false
}

// Check tells all that is missing, wrong or too old in the installation by what
// the guide asks, and what is recommended: [Profile.Check] of [Guide].
func Check(inv Inventory) decorum.Violations { return Guide().Check(inv) }

// Check tells what the installation lacks of what the profile asks, and what is
// wrong whatever the profile: inventories that are not whole, names that stand
// twice, versions that are none, bad values among the options of the plug-in
// (as option.Parse tells them), privileges and types that do not exist, channels
// that cannot be used, and names that refer to nothing.
//
// An error is what the channel does not work without, or what is not valid in the
// inventory itself or among the plug-in's options; a warning is what costs another
// feature, is recommended, or looks like a slip. Which features either switches off, [Profile.Features] tells. Paths are places
// in the inventory's JSON. What is missing has the path that it would have, below what
// is there; if it would be an element of a list, the path is that of the list.
// First come the warnings of ParseInventory, then the rest in the order of
// components, overrides, objects, roles and attached data.
//
// The cost is linear in the inventory, for each requirement. No inventory makes
// it panic.
func (p Profile) Check(inv Inventory) decorum.Violations { return p.run(&inv).told }
