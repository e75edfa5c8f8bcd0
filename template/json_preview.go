package template

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// MarshalJSON returns the parameter with its span as an array of start and end,
// as violations have it.
func (p Parameter) MarshalJSON() ([]byte, error) {
	return appendJSON(nil, p, func(w *wire.Writer, p Parameter) {
		w.Object()
		writeSpan(w, p.Span)
		w.Key("name")
		w.Text(p.Name)
		w.Key("path")
		w.Text(p.Path)
		w.Key("editable")
		w.Bool(p.Editable)
		if p.Missing {
			w.Key("missing")
			w.Bool(true)
		}
		w.End()
	})
}

// MarshalJSON returns the change with its span as an array of start and end.
func (c Change) MarshalJSON() ([]byte, error) {
	return appendJSON(nil, c, func(w *wire.Writer, c Change) {
		w.Object()
		writeSpan(w, c.Span)
		w.Key("was")
		w.Text(c.Was.String())
		w.Key("now")
		w.Text(c.Now)
		w.End()
	})
}

func writeSpan(w *wire.Writer, s decorum.Span) {
	w.Key("span")
	w.Array()
	w.Int64(int64(s.Start))
	w.Int64(int64(s.End))
	w.End()
}
