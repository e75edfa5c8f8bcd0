package phone

import "github.com/decorum-go/decorum/internal/enum"

// Kind is what a valid number is for, in the words of libphonenumber. The zero
// Kind is KindUnknown, which every number has that is not valid.
type Kind uint8

// The kinds. Their names, as [Kind.String] gives them, never change.
const (
	KindUnknown Kind = iota
	// KindFixedLine is a number of a fixed line.
	KindFixedLine
	// KindMobile is a number of a mobile phone.
	KindMobile
	// KindFixedLineOrMobile is either: the plan does not tell them apart, as in
	// the United States.
	KindFixedLineOrMobile
	// KindTollFree is free for the caller.
	KindTollFree
	// KindPremiumRate costs the caller more than a call.
	KindPremiumRate
	// KindSharedCost is paid by the caller and the called.
	KindSharedCost
	// KindVoIP is a number of voice over IP.
	KindVoIP
	// KindPersonalNumber belongs to a person and leads to any of their lines.
	KindPersonalNumber
	// KindPager is a number of a pager.
	KindPager
	// KindUAN is a universal access number, also called company number.
	KindUAN
	// KindVoicemail leads to a mailbox.
	KindVoicemail
)

var kindNames = [...]string{
	KindUnknown:           "unknown",
	KindFixedLine:         "fixed_line",
	KindMobile:            "mobile",
	KindFixedLineOrMobile: "fixed_line_or_mobile",
	KindTollFree:          "toll_free",
	KindPremiumRate:       "premium_rate",
	KindSharedCost:        "shared_cost",
	KindVoIP:              "voip",
	KindPersonalNumber:    "personal_number",
	KindPager:             "pager",
	KindUAN:               "uan",
	KindVoicemail:         "voicemail",
}

// String returns the kind's name, such as "fixed_line"; "unknown" for a value
// that is no kind.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		k = KindUnknown
	}
	return kindNames[k]
}

// ParseKind reads what [Kind.String] writes. Anything else is [decorum.Unknown].
func ParseKind(s string) (Kind, error) { return enum.Parse[Kind](kindNames[:], s) }

// AppendText appends the kind's name. It fails with [decorum.Unknown] for a
// value that is no kind.
func (k Kind) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, kindNames[:], k) }

// MarshalText returns what [Kind.AppendText] appends.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads what [ParseKind] reads. On an error the kind stays as
// it was.
func (k *Kind) UnmarshalText(text []byte) error { return enum.Read(kindNames[:], k, text) }
