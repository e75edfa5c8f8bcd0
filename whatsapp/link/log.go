package link

import "log/slog"

// LogValue returns the kind and the host alone: paths and queries hold what is
// nobody's business, such as names and keys, and so do e-mail addresses.
func (l Link) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", l.kind.String()), slog.String("host", l.Host()))
}
