package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// Unknown is a message of a type that this version does not know, or that could
// not be read. It keeps the JSON, so that it survives a round trip.
//
// The zero Unknown tells nothing.
type Unknown struct {
	// Type is the "type" of the JSON; it may be empty.
	Type string
	// Raw is the whole JSON; "" stands for an object that has the type alone.
	Raw string
	// Foreign says that the JSON is not a message's own, written by a later version,
	// but that of another interface, such as Meta's. It may be of any kind, and is
	// written as {"type":"unknown","raw":…}, so that its type is never taken for one
	// of ours.
	Foreign bool
}

// Kind returns the type, and [KindUnknown] where that is empty, foreign or one of
// the kinds.
func (u Unknown) Kind() Kind {
	if k := Kind(u.Type); !u.Foreign && k != "" && !k.Known() {
		return k
	}
	return KindUnknown
}

// Check returns [decorum.Unsupported]: what is not known is not sent.
func (u Unknown) Check(Limits) decorum.Violations { return incoming() }

// Preview returns the type.
func (u Unknown) Preview() Preview { return preview(KindUnknown, u.Type) }

// AppendJSON appends the JSON that was kept, without white space.
func (u Unknown) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, u) }

// MarshalJSON returns what AppendJSON appends.
func (u Unknown) MarshalJSON() ([]byte, error) { return appendMessage(nil, u) }

// UnmarshalJSON keeps any object; one of a known kind as foreign. On an error u
// stays as it is.
func (u *Unknown) UnmarshalJSON(data []byte) error { return readJSON(data, u, readUnknown) }

// LogValue returns the kind, and the length of the JSON.
func (u Unknown) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", string(KindUnknown)), slog.Int("bytes", len(u.Raw)))
}

func (Unknown) message() {}

func readUnknown(r *wire.Reader) Unknown {
	if r.Kind() != wire.Object {
		for range r.Object() { // records that it is no object
		}
		return Unknown{}
	}
	kind, _ := r.Lookup("type")
	raw := r.Raw()
	if Kind(kind) == KindUnknown {
		if inner, ok := unwrap(raw); ok {
			return inner
		}
	}
	return Unknown{Type: kind, Raw: raw, Foreign: Kind(kind).Known()}
}

// unwrap returns what is wrapped in {"type":"unknown","raw":…}, and false for an
// object with other members.
func unwrap(wrapped string) (u Unknown, ok bool) {
	r := wire.NewStringReader(wrapped, wire.Limits{Bytes: MaxJSON})
	for name := range r.Object() {
		switch name {
		case "type":
		case "raw":
			u.Foreign = true
			u.Type, _ = r.Lookup("type")
			u.Raw = r.Raw()
		default:
			return Unknown{}, false
		}
	}
	return u, r.Done() == nil
}

func (u *Unknown) write(w *wire.Writer) {
	switch {
	case *u == Unknown{}:
		begin(w, KindUnknown)
		w.End()
	case u.Foreign || u.mistakable():
		begin(w, KindUnknown)
		w.Key("raw")
		u.writeRaw(w)
		w.End()
	default:
		u.writeRaw(w)
	}
}

func (u *Unknown) writeRaw(w *wire.Writer) {
	if u.Raw != "" {
		w.Raw(u.Raw)
		return
	}
	w.Object()
	w.Optional("type", u.Type)
	w.End()
}

// mistakable reports whether the JSON would not be read as an Unknown.
func (u *Unknown) mistakable() bool {
	if u.Raw == "" {
		return Kind(u.Type).Known()
	}
	r := wire.NewStringReader(u.Raw, wire.Limits{})
	kind, _ := r.Lookup("type")
	return r.Kind() != wire.Object || Kind(kind).Known()
}
