package decorum

import "log/slog"

// LogValue returns the violation as a group of code, severity, and, where they
// are set, path, limit, actual, unit and want. Like [Violation.String] it shows
// only what is plain, so that no key of a user's can forge a log line.
func (v Violation) LogValue() slog.Value {
	attrs := make([]slog.Attr, 0, 7)
	if v.Code.wellFormed() {
		attrs = append(attrs, slog.String("code", string(v.Code)))
	}
	attrs = append(attrs, slog.String("severity", v.Severity.String()))
	if path := plainPath(v.Path); path != "" {
		attrs = append(attrs, slog.String("path", path))
	}
	if v.Unit.known() {
		attrs = append(attrs, slog.Int64("limit", v.Limit), slog.Int64("actual", v.Actual),
			slog.String("unit", v.Unit.String()))
	}
	if plainText(v.Want) {
		attrs = append(attrs, slog.String("want", v.Want))
	}
	return slog.GroupValue(attrs...)
}

// LogValue returns the error's text.
func (e *Error) LogValue() slog.Value { return slog.StringValue(e.Error()) }

// LogValue returns the texts of the violations, each as [Violation.String]
// writes it.
func (vs Violations) LogValue() slog.Value {
	texts := make([]string, len(vs))
	for i := range vs {
		texts[i] = vs[i].String()
	}
	return slog.AnyValue(texts)
}
