package identity

import (
	"log/slog"
	"strings"
)

// LogValue returns the id for a log: all but its first and its last two digits
// masked, such as "+5**********78".
func (id WhatsAppID) LogValue() slog.Value {
	if id.IsZero() {
		return slog.StringValue("")
	}
	return slog.StringValue("+" + masked(id.String(), 1, 2))
}

// LogValue returns the id for a log: the country, if there is one, and the last
// two characters, such as "US.******************18".
func (u UserID) LogValue() slog.Value {
	if u.Country() == "" {
		return slog.StringValue(masked(u.text, 0, 2))
	}
	return slog.StringValue(u.text[:3] + masked(u.text[3:], 0, 2))
}

// LogValue returns the name for a log: its first character.
func (u Username) LogValue() slog.Value { return slog.StringValue(masked(u.text, 1, 0)) }

// LogValue returns what is known for a log, each member masked.
func (i Identity) LogValue() slog.Value {
	var attrs []slog.Attr
	add := func(key string, zero bool, value slog.LogValuer) {
		if !zero {
			attrs = append(attrs, slog.Attr{Key: key, Value: value.LogValue()})
		}
	}
	add("wa_id", i.WhatsAppID.IsZero(), i.WhatsAppID)
	add("number", i.Number.IsZero(), i.Number)
	add("user_id", i.UserID.IsZero(), i.UserID)
	add("parent_user_id", i.ParentUserID.IsZero(), i.ParentUserID)
	add("username", i.Username.IsZero(), i.Username)
	return slog.GroupValue(attrs...)
}

// masked shows the first and last characters of an ASCII text of which at least
// four more are hidden; of a shorter one nothing.
func masked(s string, first, last int) string {
	if len(s) < first+last+4 {
		first, last = 0, 0
	}
	return s[:first] + strings.Repeat("*", len(s)-first-last) + s[len(s)-last:]
}
