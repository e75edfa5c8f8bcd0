package phone

import (
	"strings"

	"github.com/decorum-go/decorum"
)

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

// MarshalText returns the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a kind's name and refuses everything else with the code
// [decorum.Unknown].
func (k *Kind) UnmarshalText(text []byte) error {
	for i, name := range kindNames {
		if name == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return unknownName(kindNames[:])
}

func unknownName(names []string) error {
	return decorum.Violation{
		Code: decorum.Unknown, Severity: decorum.SeverityError, Want: strings.Join(names, ", "),
	}.Err()
}
