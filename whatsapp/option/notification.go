package option

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// DefaultNotification returns the default notification that the options make
// (rule OB5): a body with {{1}} in one place, where the agent's draft goes, and no
// other placeholder. The violations, errors with the code
// [decorum.DefaultNotificationUnset] and no path, name in Want each option that is
// not set or cannot be used; without them there is a notification.
func (o Options) DefaultNotification() (template.Notification, decorum.Violations) {
	var vs decorum.Violations
	unset := func(bad bool, name string) {
		if bad {
			vs = vs.Add(fault(decorum.DefaultNotificationUnset, decorum.Span{}, name))
		}
	}
	id, errID := template.ParseID(o.DefaultNotificationID)
	language, errLanguage := template.ParseLanguage(o.DefaultNotificationLanguage)
	unset(!fillable(o.DefaultNotificationText), NameDefaultNotificationText)
	unset(errID != nil, NameDefaultNotificationID)
	unset(errLanguage != nil, NameDefaultNotificationLanguage)
	if vs != nil {
		return template.Notification{}, vs
	}
	return template.Notification{ID: id, Language: language, Body: o.DefaultNotificationText}, nil
}

// fillable reports whether a text has {{1}} once and no other placeholder.
func fillable(text string) bool {
	found := 0
	for p := range template.Placeholders(text) {
		if found++; p.Number != 1 {
			return false
		}
	}
	return found == 1
}

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
	if text := o.DefaultNotificationText; text != "" && !fillable(text) {
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
