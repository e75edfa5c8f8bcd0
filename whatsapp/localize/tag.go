package localize

import "strings"

// MaxTag is how many bytes a language tag may have. A tag is a BCP 47 tag or
// the code of a language as WhatsApp writes it: a language, then perhaps a
// script and a region, joined by "-" or "_", in either case: "de", "pt_BR",
// "es-MX", "es-419", "hi-Deva-IN". What follows the region is passed over.
//
// A tag is passed over as a whole when it is longer, holds anything but ASCII
// letters and digits between its joints (so "pt_BR.UTF-8", "*" and "fr;q=0.8"),
// or names another script than the language's own (so "hi-Latn"). Nothing is
// guessed from it: an outdated or a three-letter code ("in", "spa") is not the
// language that it once or elsewhere stands for. An Accept-Language header has
// to be taken apart first.
const MaxTag = 16

// forTag looks the tag up in the table of languages. It reads at most MaxTag
// bytes of it.
func forTag(tag string) (Localizer, bool) {
	if len(tag) > MaxTag {
		return Localizer{}, false
	}
	language, rest, ok := subtag(tag)
	if !ok {
		return Localizer{}, false
	}
	var found *catalogue
	for _, c := range catalogues() {
		if strings.EqualFold(c.code, language) {
			found = c
		}
	}
	if found == nil {
		return Localizer{}, false
	}
	l := Localizer{words: found, numerals: found.numerals}
	if found == &english {
		l = Localizer{}
	}
	script, region := "", ""
	for place := 1; rest != ""; place++ {
		var part string
		if part, rest, ok = subtag(rest[1:]); !ok {
			return Localizer{}, false
		}
		switch {
		case place == 1 && len(part) == 4 && part[0] > '9':
			script = part
		case region == "" && (place == 1 || place == 2 && script != ""):
			region = part
		}
	}
	if script != "" && !strings.EqualFold(script, found.script) {
		return Localizer{}, false
	}
	for _, r := range found.regions {
		for code := range strings.FieldsSeq(r.codes) {
			if strings.EqualFold(code, region) {
				l.numerals = r.numerals
			}
		}
	}
	return l, true
}

// subtag splits off the part of a tag before the first joint. The rest, if any,
// begins with the joint. It refuses a part that is not 1 to 8 ASCII letters and
// digits.
func subtag(tag string) (part, rest string, ok bool) {
	n := 0
	for n < len(tag) && tag[n] != '-' && tag[n] != '_' {
		switch c := tag[n]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		default:
			return "", "", false
		}
		n++
	}
	return tag[:n], tag[n:], 1 <= n && n <= 8
}
