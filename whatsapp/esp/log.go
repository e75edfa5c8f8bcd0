package esp

import "log/slog"

// LogValue returns how many pairs the list has: their texts may be anybody's.
func (l List) LogValue() slog.Value { return slog.GroupValue(slog.Int("pairs", len(l))) }

// LogValue returns the reference id and the names of the envelope, as far as this
// package knows them, and nothing of the lists.
func (r Request) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Int64("reference_id", r.ReferenceID), slog.String("service", known(r.Service)),
		slog.String("method", known(r.Method)), slog.Int("tenant_id", r.TenantID),
	)
}

// LogValue returns the reference id, the names of service and method as far as
// this package knows them, the fault, and why.
func (a Answer) LogValue() slog.Value {
	attrs := []slog.Attr{
		slog.Int64("reference_id", a.ReferenceID), slog.String("service", known(a.Service)),
		slog.String("method", known(a.Method)),
	}
	if a.Fault != (Fault{}) {
		attrs = append(attrs, slog.Attr{Key: "fault", Value: a.Fault.LogValue()})
	}
	if len(a.Why) > 0 {
		attrs = append(attrs, slog.Attr{Key: "why", Value: a.Why.LogValue()})
	}
	return slog.GroupValue(attrs...)
}

// LogValue returns the channel and nothing of the number.
func (v ValidateContact) LogValue() slog.Value {
	return slog.GroupValue(slog.String("channel", v.Channel))
}

// known returns a service or method that this package knows, "?" for another one.
func known(name string) string {
	switch name {
	case "", ServiceMessaging, ServiceChat, MethodValidateContact, MethodInviteToChat:
		return name
	default:
		return "?"
	}
}
