package localize

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// Gaps lists what a language leaves out of its catalogue: fields and plural
// forms without a text, and codes with none or more than one.
func Gaps(language string) []string {
	var gaps []string
	var c *catalogue
	for _, each := range catalogues() {
		if each.code == language {
			c = each
		}
	}
	need := func(name, text string, places ...string) {
		if text == "" {
			gaps = append(gaps, name)
		}
		for _, p := range places {
			if strings.Count(text, "{"+p+"}") != 1 {
				gaps = append(gaps, name+" {"+p+"}")
			}
		}
		if strings.Count(text, "{") != len(places) || strings.Count(text, "}") != len(places) {
			gaps = append(gaps, name+" places")
		}
	}
	need("place", c.place, "place", "text")
	need("warning", c.warning, "text")
	need("atMost", c.atMost, "measure", "limit")
	need("atLeast", c.atLeast, "measure", "limit")
	need("advice", c.advice, "measure", "text")
	need("span", c.span, "text", "n")
	need("want", c.want, "text", "want")
	need("minus", c.minus, "text")
	need("pair", c.pair, "larger", "smaller")
	need("other", c.other)
	for _, s := range c.sizes {
		need("sizes", s, "n")
	}
	// The forms one and two may be words without a digit; n is the first place.
	each := func(name string, f *forms, places ...string) {
		used := map[string]bool{}
		for n := range uint64(1000) {
			used[c.form(f, n)] = true
		}
		for _, form := range []struct{ name, text string }{
			{"zero", f.zero},
			{"one", f.one},
			{"two", f.two},
			{"few", f.few},
			{"many", f.many},
			{"other", f.other},
		} {
			have := places
			if (form.name == "one" || form.name == "two") && !strings.Contains(form.text, "{n}") {
				have = places[1:]
			}
			switch {
			case form.text == "" && used[""]:
				gaps = append(gaps, name+"."+form.name)
			case form.text != "" && !used[form.text]:
				gaps = append(gaps, name+"."+form.name+" unused")
			case form.text != "":
				need(name+"."+form.name, form.text, have...)
			}
		}
	}
	each("found", &c.found, "n", "limit")
	each("moreErrors", &c.moreErrors, "n", "text")
	each("moreWarnings", &c.moreWarnings, "n", "text")
	each("days", &c.days, "n")
	each("hours", &c.hours, "n")
	each("mins", &c.mins, "n")
	for _, u := range decorum.Units() {
		if int(u) >= len(c.units) {
			gaps = append(gaps, u.String())
			continue
		}
		each(u.String(), &c.units[u], "n")
	}
	for i, code := range decorum.Codes() {
		if i >= len(c.codes) || c.codes[i].code != code {
			gaps = append(gaps, "no text, or out of order: "+string(code))
			continue
		}
		need(string(code), c.codes[i].text)
	}
	if len(c.codes) > len(decorum.Codes()) {
		gaps = append(gaps, "texts for no code")
	}
	return gaps
}

// Plural returns the form for n in Arabic, which asks for all six, of a text that
// has only one and other.
func Plural(n uint64) string {
	return arabic.of(&forms{one: "one", other: "other"}, n)
}
