package template

import "log/slog"

// LogValue returns which template the message is of and how many values it has.
// What the values say, which may be about a person, is left out.
func (f Filled) LogValue() slog.Value {
	g := f.get()
	return slog.GroupValue(
		slog.String("id", string(g.template.ID)),
		slog.String("language", string(g.template.Language)),
		slog.Any("arguments", g.arguments),
	)
}

// LogValue returns how many values there are of each sort, without what they say.
func (a Arguments) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Int("header", a.Header.Len()),
		slog.Int("body", a.Body.Len()),
		slog.Int("buttons", len(a.Buttons)),
		slog.Int("cards", len(a.Cards)),
	)
}

// LogValue returns how many values there are, without what they say.
func (v Values) LogValue() slog.Value { return slog.IntValue(v.Len()) }
