package template

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// Choose returns which of the translations suits a contact best who prefers the
// languages in this order, and whether any suits at all. Without one that suits
// it returns 0: the first translation is the fallback.
//
// The match follows the rules of CLDR: Portuguese of Angola finds "pt_PT" before
// "pt_BR", traditional Chinese finds "zh_TW" and not "zh_CN". A translation whose
// language is not in Meta's list, or that may not be sent ([Status.Verdict]),
// is passed over.
func Choose(translations []Notification, preferences ...language.Tag) (int, bool) {
	var tags []language.Tag
	var places []int
	for i := range translations {
		n := &translations[i]
		if tag, ok := n.Language.Tag(); ok && n.Status.Verdict() != decorum.SeverityError {
			tags = append(tags, tag)
			places = append(places, i)
		}
	}
	wanted := make([]language.Tag, 0, len(preferences))
	for _, p := range preferences {
		if p != language.Und { // "und" asks for nothing, but would match English
			wanted = append(wanted, p)
		}
	}
	if len(tags) == 0 || len(wanted) == 0 {
		return 0, false
	}
	_, i, confidence := language.NewMatcher(tags).Match(wanted...)
	if confidence == language.No {
		return 0, false
	}
	return places[i], true
}

// MaxPreference is the longest text of a language that [ParsePreference] reads,
// in bytes: the buffer that RFC 5646 §4.4.1 advises.
const MaxPreference = 35

// ParsePreference reads one language as a contact's record may have it, in the
// form of BCP 47 or of WhatsApp: "pt-BR", "pt_BR", "zh-Hant". It returns false
// for anything else, and for "und". A list such as that of the HTTP header
// Accept-Language is for the caller to split.
//
// Length and characters are looked at first, since the parser of language tags
// takes quadratic time.
func ParsePreference(s string) (language.Tag, bool) {
	if len(s) > MaxPreference {
		return language.Und, false
	}
	b := []byte(s)
	for i, c := range b {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-':
		case c == '_':
			b[i] = '-'
		default:
			return language.Und, false
		}
	}
	tag, err := language.Parse(string(b))
	if err != nil || tag == language.Und {
		return language.Und, false
	}
	return tag, true
}
