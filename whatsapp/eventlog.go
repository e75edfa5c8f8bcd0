package whatsapp

import (
	"reflect"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// MaxEventJSON is the longest JSON of an event that is read, in bytes: a standard
// response with 32 messages of the greatest length fits, and whatever one webhook
// brings.
const MaxEventJSON = 16 << 20

// AppendEvent appends an event as one line of JSON without a line break, as a log
// stores it: its type, the version of its shape, and its members.
//
//	{"type":"accepted","v":1,"at":"2026-03-01T09:00:07Z","agent":"ann"}
//
// Equal events give equal bytes. The error tells what cannot be written, since it
// would not be read: a nil event, a pointer to one, one without an instant, a text
// that is no valid UTF-8, an instant outside of the years 1 to 9999, a number that
// is out of range, and all beyond [MaxEventJSON].
func AppendEvent(dst []byte, e Event) ([]byte, error) {
	if e == nil {
		return dst, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError}.Err()
	}
	if reflect.TypeOf(e).Kind() == reflect.Pointer {
		return dst, decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityError, Want: "an event by value, not a pointer"}.Err()
	}
	if e.When().IsZero() {
		return dst, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/at"}.Err()
	}
	v, version := e.stored()
	w := wire.NewWriter(dst)
	w.Object()
	w.KeyText("type", e.Name())
	w.Key("v")
	w.Int64(int64(version))
	v.fields(&fields{w: w})
	w.End()
	out, err := w.Done()
	if err == nil {
		err = tooLarge(len(out)-len(dst), MaxEventJSON)
	}
	if err != nil {
		return dst, err
	}
	return out, nil
}

// tooLarge is the error of JSON that is written and would not be read; nil for
// none.
func tooLarge(size, most int) error {
	if size <= most {
		return nil
	}
	return decorum.Violation{
		Code: decorum.TooLarge, Severity: decorum.SeverityError, Limit: int64(most), Actual: int64(size), Unit: decorum.Bytes,
	}.Err()
}

// UnmarshalEvent reads an event that [AppendEvent] of this or an earlier version
// of the library wrote. It fails closed: a type or a version that this version
// does not know, and a member that the type does not have, are [decorum.Unknown],
// since what they say cannot be left out of a session. The data may be written
// over afterwards, as a bufio.Scanner does.
func UnmarshalEvent(data []byte) (Event, error) {
	r := wire.NewReader(data, wire.Limits{Bytes: MaxEventJSON})
	name, _ := r.Lookup("type")
	t, known := typeNamed(name)
	if !known {
		t.read = unknownEvent
	}
	f := &fields{r: r}
	typed, versioned := false, false
	e := t.read(f, func(name string) bool {
		switch name {
		case "type":
			typed = r.Text() != "" && known
			if !typed {
				r.Report(decorum.Violation{Code: decorum.Unknown})
			}
		case "v":
			versioned = true
			if v := r.Int64(); known && (v < 1 || v > int64(t.version)) {
				r.Report(decorum.Violation{Code: decorum.Unknown})
			}
		default:
			return !known
		}
		return true
	})
	if err := r.Done(); err != nil {
		return nil, err
	}
	var missing string
	switch {
	case !typed:
		missing = "/type"
	case !versioned:
		missing = "/v"
	case e.When().IsZero():
		missing = "/at"
	default:
		return e, nil
	}
	return nil, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: missing}.Err()
}

// unknownEvent passes over an event that cannot be read.
func unknownEvent(f *fields, skip func(string) bool) Event {
	for name := range f.r.Object() {
		skip(name)
	}
	return nil
}

// EventNames returns the names of all events of this version. The slice is the
// caller's own.
func EventNames() []string {
	names := make([]string, len(eventTypes))
	for i := range eventTypes {
		names[i] = eventTypes[i].name
	}
	return names
}
