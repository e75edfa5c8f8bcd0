package deploy

import (
	"encoding/json"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// MaxInput is the most bytes of an inventory that [ParseInventory] reads.
const MaxInput = 4 << 20

// An Inventory is what an installation has: what is installed, what is
// configured, what the roles allow. The package's documentation shows its JSON.
//
// The zero Inventory has nothing; [Check] tells all that it lacks.
type Inventory struct {
	// Tenant is the number of the tenant in routes and endpoints; 0 stands for 1.
	Tenant int64 `json:"tenant,omitempty"`
	// WithoutRoles: the desk does not use role-based access control, so that
	// every agent has every privilege.
	WithoutRoles bool        `json:"without_roles,omitempty"`
	Components   []Component `json:"components,omitempty"`
	Overrides    []Override  `json:"overrides,omitempty"`
	Objects      []Object    `json:"objects,omitempty"`
	Roles        []Role      `json:"roles,omitempty"`
	// AttachedData is what the business process attaches to an interaction before
	// it is routed, as JSON.
	AttachedData json.RawMessage `json:"attached_data,omitempty"`

	// Unread are warnings of [ParseInventory]: members that it does not know and
	// passed over, such as mistyped ones. Check tells them again.
	Unread decorum.Violations `json:"-"`
}

// ParseInventory reads an inventory from its JSON. It is strict: a value of
// another kind, a member that stands twice and JSON that is none are errors, all
// of them told at once with their places. Values of options may be written as
// numbers, true or false, versions as numbers; null is as if absent. Members
// that it does not know are kept as warnings in Inventory.Unread.
//
// Whether the installation is as it should be is not its question: ask [Check].
// More than MaxInput bytes are refused unread.
func ParseInventory(data []byte) (Inventory, error) {
	r := reader{Reader: wire.NewReader(data, wire.Limits{Bytes: MaxInput})}
	r.SkipNulls()
	var inv Inventory
	r.inventory(&inv)
	warnings := r.Violations()
	if err := r.Done(); err != nil {
		return Inventory{}, err
	}
	inv.Unread = warnings
	return inv, nil
}

// UnmarshalJSON reads an inventory as [ParseInventory] does. On an error v
// stays as it was.
func (v *Inventory) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as encoding/json asks of every type
	}
	read, err := ParseInventory(data)
	if err != nil {
		return err
	}
	*v = read
	return nil
}

// A reader reads the parts of an inventory.
type reader struct{ *wire.Reader }

func (r reader) inventory(inv *Inventory) {
	for key := range r.Object() {
		switch key {
		case "tenant":
			inv.Tenant = r.LooseInt64()
		case "without_roles":
			inv.WithoutRoles = r.Bool()
		case "components":
			for range r.Array() {
				r.component(wire.Grow(&inv.Components))
			}
		case "overrides":
			for range r.Array() {
				r.override(wire.Grow(&inv.Overrides))
			}
		case "objects":
			for range r.Array() {
				r.object(wire.Grow(&inv.Objects))
			}
		case "roles":
			for range r.Array() {
				r.role(wire.Grow(&inv.Roles))
			}
		case "attached_data":
			inv.AttachedData = json.RawMessage(r.Raw())
		default:
			r.unknown("tenant, without_roles, components, overrides, objects, roles, attached_data")
		}
	}
}

func (r reader) component(c *Component) {
	for key := range r.Object() {
		switch key {
		case "type":
			c.Type = ComponentType(r.Text())
		case "name":
			c.Name = r.Text()
		case "version":
			c.Version = r.LooseText()
		case "selected":
			c.Selected = r.Bool()
		case "options":
			c.Options = r.options()
		default:
			r.unknown("type, name, version, selected, options")
		}
	}
}

func (r reader) override(o *Override) {
	for key := range r.Object() {
		switch key {
		case "layer":
			o.Layer = r.Text()
		case "name":
			o.Name = r.Text()
		case "options":
			o.Options = r.options()
		default:
			r.unknown("layer, name, options")
		}
	}
}

func (r reader) object(o *Object) {
	for key := range r.Object() {
		switch key {
		case "type":
			o.Type = ObjectType(r.Text())
		case "name":
			o.Name = r.Text()
		case "display_name":
			o.DisplayName = r.Text()
		case "media_types":
			o.MediaTypes = r.texts()
		case "options":
			o.Options = r.options()
		default:
			r.unknown("type, name, display_name, media_types, options")
		}
	}
}

func (r reader) role(o *Role) {
	for key := range r.Object() {
		switch key {
		case "name":
			o.Name = r.Text()
		case "privileges":
			o.Privileges = r.texts()
		case "all_workitem_privileges":
			o.AllWorkitemPrivileges = r.Bool()
		default:
			r.unknown("name, privileges, all_workitem_privileges")
		}
	}
}

func (r reader) texts() []string {
	list := []string{}
	for range r.Array() {
		list = append(list, r.Text())
	}
	return list
}

// options reads values by section and name.
func (r reader) options() Options {
	options := Options{}
	for section := range r.Object() {
		values := map[string]string{}
		for name := range r.Object() {
			switch r.Kind() {
			case wire.Bool:
				values[name] = "false"
				if r.Bool() {
					values[name] = "true"
				}
			default:
				values[name] = r.LooseText()
			}
		}
		options[section] = values
	}
	return options
}

// unknown passes over a member and warns of it.
func (r reader) unknown(known string) {
	r.Skip()
	r.Report(decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityWarning, Want: known})
}
