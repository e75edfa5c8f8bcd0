package deploy

import "github.com/decorum-go/decorum/internal/enum"

// A Kind is what a requirement is about. The zero Kind is none: a requirement
// without a Kind asks for nothing.
type Kind uint8

// The kinds.
const (
	// KindVersion: each Component of the type has the version Minimum or a later
	// one.
	KindVersion Kind = iota + 1
	// KindOption: the option Name in Section of each Component of the type, or of
	// the object Of of the type Object, has one of Values, or a number from Least
	// to Most; any value at all where neither is given.
	KindOption
	// KindObject: there is an object of the type Object with the name Name. With
	// DisplayName, that is what it is displayed as.
	KindObject
	// KindCapacity: a capacity rule counts the media type Name.
	KindCapacity
	// KindSelected: the Component is selected in the deployment package.
	KindSelected
	// KindPrivilege: a role gives the privilege Name. Without roles nothing is
	// asked.
	KindPrivilege
	// KindWorkitem: each role that lets its agents use WhatsApp gives all Workitem
	// privileges, too. Without roles nothing is asked.
	KindWorkitem
	// KindChannels: the business process attaches the list of channels for
	// sessions from other media.
	KindChannels
)

var kindNames = [...]string{
	KindVersion: "version", KindOption: "option", KindObject: "object", KindCapacity: "capacity",
	KindSelected: "selected", KindPrivilege: "privilege", KindWorkitem: "workitem", KindChannels: "channels",
}

// String returns the kind in a word, such as "version"; "" for a value that is
// no kind.
func (k Kind) String() string { return enum.Of(kindNames[:], k) }

// ParseKind reads the word of String. Any other is decorum.Unknown.
func ParseKind(s string) (Kind, error) { return enum.Parse[Kind](kindNames[:], s) }

// AppendText appends the word of String, nothing for the zero Kind. It fails with
// decorum.Unknown for a value that is no kind.
func (k Kind) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, kindNames[:], k) }

// MarshalText returns what [Kind.AppendText] appends.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParseKind] reads; an empty text is the zero Kind. On
// an error k stays as it was.
func (k *Kind) UnmarshalText(text []byte) error { return enum.Read(kindNames[:], k, text) }
