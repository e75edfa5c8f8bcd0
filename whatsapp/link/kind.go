package link

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

// String returns "url", "domain", "ip" or "email", and "" for any other Kind.
func (k Kind) String() string {
	switch k {
	case URL:
		return "url"
	case Domain:
		return "domain"
	case IP:
		return "ip"
	case Email:
		return "email"
	}
	return ""
}
