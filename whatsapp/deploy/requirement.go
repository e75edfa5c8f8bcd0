package deploy

import (
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
)

// Tenant in the section or in a value of a requirement stands for the number of
// the inventory's tenant.
const Tenant = "{tenant}"

// AnyChannel as the section of a requirement stands for each of a messaging
// server's channels of WhatsApp: sections whose names begin with channel-ghub or
// channel-whatsapp, and others that begin with channel- and whose
// media-type-chat-by-call is whatsappsession.
const AnyChannel = "channel-*"

// A Requirement is one thing that an installation should have. It is data: what
// the guide asks is in [Guide], and a program that asks something else changes
// its copy. Which fields mean something depends on the Kind.
type Requirement struct {
	// ID names the requirement within its profile, such as "chat-server-endpoint".
	ID string `json:"id"`
	// Rule is the rule of the guide, such as "DP2".
	Rule string `json:"rule"`
	Kind Kind   `json:"kind"`
	// Severity is that of the violation if it is not met: an error where the channel
	// does not work without it, a warning where it costs another feature or another
	// value is recommended. The zero Severity is an error.
	Severity decorum.Severity `json:"severity"`
	// Features are those that are off unless it is met; none for a mere
	// recommendation.
	Features []FeatureName `json:"features,omitempty"`

	Component ComponentType `json:"component,omitempty"`
	Object    ObjectType    `json:"object,omitempty"`
	// Of is the name of the object whose option it is.
	Of      string `json:"of,omitempty"`
	Section string `json:"section,omitempty"`
	Name    string `json:"name,omitempty"`

	Minimum     Version  `json:"minimum,omitzero"`
	DisplayName string   `json:"display_name,omitempty"`
	Values      []string `json:"values,omitempty"`
	// Least and Most bound a number in Unit; a Most of 0 is no bound.
	Least int64        `json:"least,omitempty"`
	Most  int64        `json:"most,omitempty"`
	Unit  decorum.Unit `json:"unit,omitzero"`
	// Refers is the type of object that the option's value names. One that the
	// inventory does not have is NotFound, a warning; an inventory without any
	// object of the type is not asked.
	Refers ObjectType `json:"refers,omitempty"`
	// Optional: a component, a version, an option, an object or a privilege that
	// is not there breaks nothing.
	Optional bool `json:"optional,omitempty"`
	// Code is what a value that does not do is told as. The zero Code is TooOld
	// for versions, OutOfRange for numbers, Unsupported otherwise.
	Code decorum.Code `json:"code,omitempty"`
}

// String tells in a few words of English what is asked, such as "Digital
// Messaging Server: 9.1.005.04 or later".
func (q Requirement) String() string {
	var what string
	switch q.Kind {
	case KindVersion:
		return q.subject() + ": " + q.minimum()
	case KindOption:
		what = "[" + q.Section + "] " + q.Name
		if want := q.want(Tenant); want != "" {
			what += " = " + want
		}
	case KindObject:
		what = q.Name
		if q.DisplayName != "" {
			what += ", displayed as " + q.DisplayName
		}
	case KindCapacity:
		what = "for media type " + q.Name
	case KindSelected:
		what = "selected in the deployment package"
	case KindPrivilege:
		return "role privilege: " + q.Name
	case KindWorkitem:
		return "roles: all Workitem privileges"
	case KindChannels:
		return "business process: attached data " + q.Name
	default:
		return ""
	}
	return q.subject() + ": " + what
}

// subject returns what the requirement is about.
func (q Requirement) subject() string {
	switch {
	case q.Component != "" && q.Component.DisplayName() != "":
		return q.Component.DisplayName()
	case q.Component != "":
		return string(q.Component)
	case q.Of != "":
		return words(q.Object) + " " + q.Of
	default:
		return words(q.Object)
	}
}

func words(t ObjectType) string { return strings.ReplaceAll(string(t), "_", " ") }

// ofComponent reports whether the requirement asks something of a component.
func (q *Requirement) ofComponent() bool {
	return q.Component != "" && (q.Kind == KindVersion || q.Kind == KindOption || q.Kind == KindSelected)
}

func (q *Requirement) minimum() string { return q.Minimum.String() + " or later" }

// want returns which values of an option do, "" for any.
func (q *Requirement) want(tenant string) string {
	switch {
	case len(q.Values) > 0:
		return strings.ReplaceAll(strings.Join(q.Values, ", "), Tenant, tenant)
	case q.Most > 0:
		return "an integer from " + strconv.FormatInt(q.Least, 10) + " to " + strconv.FormatInt(q.Most, 10)
	case q.Least > 0:
		return "an integer from " + strconv.FormatInt(q.Least, 10)
	default:
		return ""
	}
}

// section returns the section with the tenant's number in it.
func (q *Requirement) section(tenant string) string {
	return strings.ReplaceAll(q.Section, Tenant, tenant)
}

// numeric reports whether the option is a number.
func (q *Requirement) numeric() bool { return len(q.Values) == 0 && (q.Least != 0 || q.Most != 0) }

// code returns what a value that does not do is told as.
func (q *Requirement) code() decorum.Code {
	switch {
	case q.Code != "":
		return q.Code
	case q.Kind == KindVersion:
		return decorum.TooOld
	case q.numeric():
		return decorum.OutOfRange
	default:
		return decorum.Unsupported
	}
}
