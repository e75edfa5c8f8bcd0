package option

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// placeholder is what the agent's draft takes the place of in the default
// notification.
const placeholder = "{{1}}"

// checkNotification warns of what makes the automatic notification impossible
// (rule OB5): a text that cannot be filled, and monitoring that is on while the
// text, the id or the language is not set. It is a warning, since free texts are
// refused only when the time has come. path tells where an option was set.
func (o *Options) checkNotification(vs decorum.Violations, path func(name string) string) decorum.Violations {
	warn := func(name, want string) {
		vs = vs.Add(decorum.Violation{
			Code: decorum.DefaultNotificationUnset, Severity: decorum.SeverityWarning, Path: path(name), Want: want,
		})
	}
	if text := o.DefaultNotificationText; text != "" && (strings.Count(text, placeholder) != 1 || strings.Count(text, "{{") != 1) {
		warn(NameDefaultNotificationText, placeholder+" in one place")
	}
	if !o.EnableFreeMsgTimespanMonitoring {
		return vs
	}
	for _, unset := range [...]struct{ name, value string }{
		{NameDefaultNotificationText, o.DefaultNotificationText},
		{NameDefaultNotificationID, o.DefaultNotificationID},
		{NameDefaultNotificationLanguage, o.DefaultNotificationLanguage},
	} {
		if unset.value == "" {
			warn(NameEnableFreeMsgTimespanMonitoring, unset.name)
		}
	}
	return vs
}

const (
	letters = "abcdefghijklmnopqrstuvwxyz"
	capital = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	figures = "0123456789"
)

// checkTemplateID tells whether s is empty or what template.ParseID reads, which
// stands beside this package: a name, or a namespace, "@" and a name.
func checkTemplateID(s string) decorum.Violations {
	namespace, name, found := strings.Cut(s, "@")
	if !found {
		namespace, name = "none", s
	}
	const most = 512
	if s == "" || consists(namespace, 1, most, letters+capital+figures+"_-.") && consists(name, 1, most, letters+figures+"_") {
		return nil
	}
	return decorum.Violations{fault(decorum.Malformed, decorum.Span{}, "")}
}

// checkLanguage tells whether s is empty or what template.ParseLanguage reads:
// letters, and after "_" or "-" letters and digits, such as en, pt_BR, es-419.
func checkLanguage(s string) decorum.Violations {
	if len(s) > 16 {
		return decorum.Violations{tooLong(s, 16)}
	}
	set, right := letters+capital, true
	for part := range strings.SplitSeq(strings.ReplaceAll(s, "-", "_"), "_") {
		right = right && consists(part, 2, len(part), set)
		set = letters + capital + figures
	}
	if s == "" || right {
		return nil
	}
	return decorum.Violations{fault(decorum.Malformed, decorum.Span{}, "")}
}

// consists reports whether s has least to most bytes, all of a set.
func consists(s string, least, most int, set string) bool {
	return least <= len(s) && len(s) <= most && strings.Trim(s, set) == ""
}
