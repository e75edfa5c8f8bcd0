package option

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// placeholder is what the agent's draft takes the place of in the default
// notification.
const placeholder = "{{1}}"

// checkNotification warns of what makes the automatic notification impossible
// (rule OB5): a text without exactly one placeholder, and monitoring that is on
// while the text, the id or the language is not set. It is a warning, since free
// texts are refused only when the time has come. path tells where an option was
// set.
func (o *Options) checkNotification(vs decorum.Violations, path func(name string) string) decorum.Violations {
	warn := func(name, want string) {
		vs = vs.Add(decorum.Violation{
			Code: decorum.DefaultNotificationUnset, Severity: decorum.SeverityWarning, Path: path(name), Want: want,
		})
	}
	if text := o.DefaultNotificationText; text != "" && strings.Count(text, placeholder) != 1 {
		warn(NameDefaultNotificationText, "{{1}} in one place")
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
