package link

import "github.com/decorum-go/decorum/internal/enum"

// A Kind is what a link was recognised by. The zero Kind is none.
type Kind uint8

const (
	// URL is a domain name after http:// or https://.
	URL Kind = iota + 1
	// Domain is a domain name alone, such as example.com or www.example.com/path,
	// under a top-level domain of the list. It is opened with https.
	Domain
	// IP is an address of the Internet after http:// or https://.
	IP
	// Email is an e-mail address, alone or after mailto:. It is never opened.
	Email
)

var kindNames = [...]string{"", "url", "domain", "ip", "email"}

// String returns "url", "domain", "ip" or "email", and "" for any other Kind.
func (k Kind) String() string { return enum.Of(kindNames[:], k) }

// ParseKind reads what [Kind.String] writes. Anything else is [decorum.Unknown].
func ParseKind(s string) (Kind, error) { return enum.Parse[Kind](kindNames[:], s) }

// AppendText appends what [Kind.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (k Kind) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, kindNames[:], k) }

// MarshalText returns what [Kind.AppendText] appends.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParseKind] reads; an empty text is the zero Kind.
func (k *Kind) UnmarshalText(text []byte) error { return enum.Read(kindNames[:], k, text) }
