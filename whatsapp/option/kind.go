package option

import "github.com/decorum-go/decorum/internal/enum"

// Kind is how the value of an option is written. The zero Kind is none.
type Kind uint8

// The kinds.
const (
	// KindBool is true or false, in any case.
	KindBool Kind = iota + 1
	// KindInteger is decimal digits.
	KindInteger
	// KindSeconds is an integer of seconds.
	KindSeconds
	// KindTimespan is what [ParseTimespan] reads.
	KindTimespan
	// KindThresholds is what [ParseThresholds] reads.
	KindThresholds
	// KindName is the name of an object elsewhere, at most MaxName bytes of
	// UTF-8 without controls; empty is none.
	KindName
	// KindText is a text, at most MaxText bytes of UTF-8 without controls other
	// than tabs and new lines; empty is none.
	KindText
	// KindJSON is a JSON object of at most MaxJSON bytes, without repeated names;
	// empty is none.
	KindJSON
	// KindMapURL is what location.ParseMapURL reads; empty is none.
	KindMapURL
	// KindFormat is what display.Parse reads; empty is none.
	KindFormat
	// KindList is at most MaxItems names, separated by commas; empty is none.
	KindList
	// KindTheme is what [ParseTheme] reads.
	KindTheme
	// KindStyle is a colour or a size in the host's own terms: at most MaxStyle
	// bytes of ASCII letters, digits, blanks and # . , % ( ) + -, so that it
	// cannot end a style sheet's rule; empty is none.
	KindStyle
	// KindTemplateID is what template.ParseID reads; empty is none.
	KindTemplateID
	// KindLanguage is what template.ParseLanguage reads; empty is none.
	KindLanguage
)

// The bounds of values. What is longer is refused with [decorum.TooLong], or
// [decorum.TooMany] for items, before it is looked at.
const (
	// MaxName is the most bytes of a name.
	MaxName = 1024
	// MaxText is the most bytes of a text: four for each of the 1,024 code
	// points that a notification's body can have.
	MaxText = 4096
	// MaxJSON is the most bytes of a JSON object.
	MaxJSON = 65536
	// MaxItems is the most items of a list.
	MaxItems = 256
	// MaxList is the most bytes of a list.
	MaxList = 65536
	// MaxStyle is the most bytes of a colour or a text size.
	MaxStyle = 64
	// maxScalar is the most bytes of a switch, a number or a theme.
	maxScalar = 64
)

var kindNames = [...]string{
	KindBool: "boolean", KindInteger: "integer", KindSeconds: "seconds", KindTimespan: "timespan",
	KindThresholds: "thresholds", KindName: "name", KindText: "text", KindJSON: "JSON", KindMapURL: "map URL",
	KindFormat: "display format", KindList: "list", KindTheme: "theme", KindStyle: "style",
	KindTemplateID: "template id", KindLanguage: "language",
}

// String returns the kind in a word or two, such as "display format"; "" for a
// value that is no kind.
func (k Kind) String() string { return enum.Of(kindNames[:], k) }

// ParseKind reads what [Kind.String] writes. Anything else is [decorum.Unknown].
func ParseKind(s string) (Kind, error) { return enum.Parse[Kind](kindNames[:], s) }

// AppendText appends the words of String, nothing for the zero Kind. It fails with
// [decorum.Unknown] for a value that is no kind.
func (k Kind) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, kindNames[:], k) }

// MarshalText returns the words of String, as [Kind.AppendText] does.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads the words of String as [ParseKind] does; an empty text is the
// zero Kind.
func (k *Kind) UnmarshalText(text []byte) error { return enum.Read(kindNames[:], k, text) }
