package template

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// A Language is the language of a template's translation, as WhatsApp writes it:
// "en", "pt_BR", "zh_CN". That is not quite BCP 47: see [Language.Tag].
//
// The zero Language is none.
type Language string

// maxLanguage is how long a language may be, in bytes.
const maxLanguage = 16

// languages are Meta's (supported languages, 2025), in the order of their bytes.
var languages = [...]Language{
	"af", "ar", "ar_AE", "ar_EG", "ar_LB", "ar_MA", "ar_QA", "az", "be_BY", "bg", "bn", "bn_IN",
	"ca", "cs", "da", "de", "de_AT", "de_CH", "el", "en", "en_AE", "en_AU", "en_CA", "en_GB", "en_GH",
	"en_IE", "en_IN", "en_JM", "en_MY", "en_NZ", "en_QA", "en_SG", "en_UG", "en_US", "en_ZA",
	"es", "es_AR", "es_CL", "es_CO", "es_CR", "es_DO", "es_EC", "es_ES", "es_HN", "es_MX", "es_PA",
	"es_PE", "es_UY", "et", "fa", "fi", "fil", "fr", "fr_BE", "fr_CA", "fr_CH", "fr_CI", "fr_MA",
	"ga", "gu", "ha", "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "kk", "kn", "ko", "ky_KG",
	"lo", "lt", "lv", "mk", "ml", "mr", "ms", "nb", "nl", "nl_BE", "pa", "pl", "prs_AF", "ps_AF",
	"pt_BR", "pt_PT", "ro", "ru", "rw_RW", "si_LK", "sk", "sl", "sq", "sr", "sv", "sw",
	"ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh_CN", "zh_HK", "zh_TW", "zu",
}

// Languages returns every language that Meta lists. The slice is the caller's
// own.
func Languages() []Language { return slices.Clone(languages[:]) }

// ParseLanguage reads a language of Meta's list in any case, with "_" or "-":
// "pt-br" is "pt_BR". Any other well-formed one is returned as it is, since the
// list grows; see [Language.Known]. A text of another form is
// [decorum.Malformed].
func ParseLanguage(s string) (Language, error) {
	if v, bad := Language(s).fault(); bad {
		return "", v.Err()
	}
	if l, ok := lookUp(s); ok {
		return l, nil
	}
	return Language(s), nil
}

// lookUp returns the language of the list that s means. Only ASCII is folded, so
// no length changes and no other letter becomes one of these.
func lookUp(s string) (Language, bool) {
	if len(s) > maxLanguage {
		return "", false
	}
	base, region, _ := strings.Cut(strings.ReplaceAll(s, "-", "_"), "_")
	code := lower(base)
	if region != "" {
		code += "_" + upper(region)
	}
	i, ok := slices.BinarySearch(languages[:], Language(code))
	if !ok {
		return "", false
	}
	return languages[i], true
}

func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

func upper(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r + 'A' - 'a'
		}
		return r
	}, s)
}

// Known reports whether the language is in Meta's list, written as it is there.
func (l Language) Known() bool {
	_, ok := slices.BinarySearch(languages[:], l)
	return ok
}

// Tag returns the language as BCP 47 has it, "pt-BR" for "pt_BR", and false for a
// language that is not in Meta's list: a text that could be anything is never
// given to a parser of language tags.
func (l Language) Tag() (language.Tag, bool) {
	known, ok := lookUp(string(l))
	if !ok {
		return language.Und, false
	}
	tag, err := language.Parse(strings.ReplaceAll(string(known), "_", "-"))
	return tag, err == nil
}

// fault returns what is wrong with the language, without a path.
func (l Language) fault() (v decorum.Violation, bad bool) {
	v.Severity = decorum.SeverityError
	switch {
	case l == "":
		v.Code = decorum.Required
		return v, true
	case len(l) > maxLanguage:
		v.Code, v.Limit, v.Actual, v.Unit = decorum.TooLong, maxLanguage, int64(len(l)), decorum.Bytes
		return v, true
	}
	letters, parts := 0, 1
	for i := range len(l) {
		switch c := l[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', parts > 1 && '0' <= c && c <= '9':
			letters++
			continue
		case (c == '_' || c == '-') && letters > 1:
			letters = 0
			parts++
			continue
		}
		v.Code, v.Want = decorum.Malformed, wantLanguage
		v.Span = decorum.Span{Start: i, End: i + 1}
		return v, true
	}
	if letters < 2 {
		v.Code, v.Want = decorum.Malformed, wantLanguage
		return v, true
	}
	return decorum.Violation{}, false
}

const wantLanguage = "a language such as en or pt_BR"
