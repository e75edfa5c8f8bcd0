package validation

import "github.com/decorum-go/decorum/template"

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

// Broken returns a value of each type that Register adds a rule for.
func Broken() []any { return broken() }

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
