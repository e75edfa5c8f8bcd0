package validation

import (
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// Tags returns the tags that Register adds.
func Tags() []string {
	var tags []string
	for _, r := range rules {
		tags = append(tags, r.tag)
	}
	return tags
}

// MaxDepth is the bound on the steps of a path.
const MaxDepth = maxDepth

// Broken returns a value of each of this library's types that Register has a check
// for. Each breaks a rule under any limits.
func Broken() []any {
	all := libraryTypes()
	for i, value := range all {
		switch value.(type) {
		case location.Place:
			all[i] = location.Place{Name: "\xff"}
		case location.Maps:
			all[i] = location.Maps{Size: location.Size{Width: -1}}
		case identity.Identity:
			all[i] = identity.Identity{
				WhatsAppID: identity.MustParseWhatsAppID("15162837151"), Number: phone.MustParse("+442071838750"),
			}
		}
	}
	return all
}

// Guess returns where a namespace points without a value.
func Guess(namespace string) (string, bool) {
	p := guess(namespace, 0)
	return p.pointer, p.ended
}

// Dotted and Listed are as in the code.
func Dotted(pointer string) string { return dotted(pointer) }

// Listed is as in the code.
func Listed(param string) []string { return listed(param) }

// Quick reports whether a text passes under the rules of the guide without being
// put in a message, and Full whether it passes in one.
func Quick(tag, s string) (quick, full bool) {
	limits := template.Workspace()
	for _, t := range tagAll(&limits) {
		if t.rule.tag == tag {
			quick = t.rule.quick && simple(s) && !t.limit.Over(s)
			full = len(t.rule.apply(s, t.limits)) == 0
		}
	}
	return quick, full
}
