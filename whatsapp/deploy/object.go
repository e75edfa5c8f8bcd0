package deploy

// An ObjectType says what a configuration object is.
type ObjectType string

// The types that the guide asks something of, or that options refer to.
const (
	MediaTypeObject    ObjectType = "media_type"
	CapacityRule       ObjectType = "capacity_rule"
	InteractionSubtype ObjectType = "interaction_subtype"
	ContactAttribute   ObjectType = "contact_attribute"
	Queue              ObjectType = "queue"
	Workbin            ObjectType = "workbin"
	// OtherObject is any that the guide asks nothing of.
	OtherObject ObjectType = "other"
)

const objectNames = "media_type, capacity_rule, interaction_subtype, contact_attribute, queue, workbin, other"

// known reports whether this version has the type.
func (t ObjectType) known() bool {
	switch t {
	case MediaTypeObject, CapacityRule, InteractionSubtype, ContactAttribute, Queue, Workbin, OtherObject:
		return true
	}
	return false
}

// An Object is a configuration object that is no application.
type Object struct {
	Type ObjectType `json:"type"`
	Name string     `json:"name"`
	// DisplayName is what users see of a business attribute's value.
	DisplayName string `json:"display_name,omitempty"`
	// MediaTypes are those that a capacity rule counts.
	MediaTypes []string `json:"media_types,omitempty"`
	// Options are the object's annex.
	Options Options `json:"options,omitempty"`
}

// A Role is what a group of agents may do.
type Role struct {
	Name string `json:"name"`
	// Privileges are the names of those that the role gives, in full or, of
	// WhatsApp's, without InteractionWorkspace.WhatsApp. Those of other media may
	// stand here, too.
	Privileges []string `json:"privileges,omitempty"`
	// AllWorkitemPrivileges: the role gives all Workitem privileges, which the
	// plug-in needs.
	AllWorkitemPrivileges bool `json:"all_workitem_privileges,omitempty"`
}

// An Override is what was set for a tenant, an agent group or an agent over the
// options of Workspace.
type Override struct {
	// Layer is "tenant", "agent_group" or "agent".
	Layer   string  `json:"layer"`
	Name    string  `json:"name"`
	Options Options `json:"options,omitempty"`
}
