package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A rest is what an object of Meta's has beside the members that are typed.
type rest []wire.Member

// read keeps the value of the member at hand.
func (m *rest) read(r *wire.Reader, name string) { *m = append(*m, r.Member(name)) }

// keep keeps a value that was read since the mark, but could not be taken for
// what it should be.
func (m *rest) keep(r *wire.Reader, name string, mark wire.Mark) {
	*m = append(*m, wire.Member{Name: name, Value: r.RawSince(mark)})
}

// text keeps a text that stands for nothing.
func (m *rest) text(name, s string) {
	w := wire.NewWriter(nil)
	w.Text(s)
	*m = append(*m, wire.Member{Name: name, Value: string(done(w))})
}

// move keeps a text that the model has a place for and a request has not.
func (m *rest) move(name string, s *string) {
	if *s != "" {
		m.text(name, *s)
		*s = ""
	}
}

// beside returns the Extra with the members, too.
func (m rest) beside(x message.Extra) message.Extra {
	if len(m) == 0 {
		return x
	}
	if meta := metaOf(x); meta != "" {
		r := wire.NewStringReader(meta, wire.Limits{})
		for name := range r.Object() {
			m.read(r, name)
		}
	}
	return m.extra()
}

// nest keeps what is left of an inner object as a member.
func (m *rest) nest(name string, inner rest) {
	if object := inner.json(false); object != nil {
		*m = append(*m, wire.Member{Name: name, Value: string(object)})
	}
}

// json returns the members as an object, or as one with that as its member "meta";
// nothing where there are none. A value that is not well-formed, such as half a
// surrogate pair, cannot be written again: the reader of it has told of that, and
// the others are kept.
func (m rest) json(meta bool) []byte {
	if len(m) == 0 {
		return nil
	}
	w := wire.NewWriter(nil)
	if meta {
		w.Object()
		w.Key("meta")
	}
	w.Object()
	for _, member := range m {
		w.Member(member)
	}
	w.End()
	if meta {
		w.End()
	}
	b, err := w.Done()
	if err == nil {
		return b
	}
	var sound rest
	for _, member := range m {
		if wire.Valid(member.Value, wire.Limits{}) == nil {
			sound = append(sound, member)
		}
	}
	if len(sound) == len(m) {
		return nil
	}
	return sound.json(meta)
}

// extra packs what is left under Meta's name, as package message asks of JSON
// that is not its own: {"meta":{…}}.
func (m rest) extra() message.Extra { return message.Extra(m.json(true)) }

// done returns what was written; nothing if a value is not well-formed, which
// the reader of it has recorded.
func done(w *wire.Writer) []byte {
	b, err := w.Done()
	if err != nil {
		return nil
	}
	return b
}

// known reads a text, or a number for one, and what it stands for. The empty text
// is the zero value, and a text that stands for nothing is kept.
func known[T any](r *wire.Reader, left *rest, name string, parse func(string) (T, error)) T {
	v, _ := tryKnown(r, left, name, parse)
	return v
}

func tryKnown[T any](r *wire.Reader, left *rest, name string, parse func(string) (T, error)) (v T, ok bool) {
	s := r.LooseText()
	if s == "" {
		return v, true
	}
	parsed, err := parse(s)
	if err != nil {
		left.text(name, s)
		return v, false
	}
	return parsed, true
}
