package whatsapp

import (
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// fields goes over the members of a stored value, in one order for both ways:
// it writes those that are not zero, or reads the one that stands next.
type fields struct {
	w *wire.Writer
	r *wire.Reader
	// name is the member that stands next, and found whether the value has it.
	name  string
	found bool
}

// record is a value with stored members.
type record interface{ fields(f *fields) }

// object writes the value as an object, or reads one. A member that this version
// does not know is refused: what it means may be more than what is known.
func (f *fields) object(v record) {
	if f.w != nil {
		f.w.Object()
		v.fields(f)
		f.w.End()
		return
	}
	for name := range f.r.Object() {
		f.read(v, name)
	}
}

func (f *fields) read(v record, name string) {
	up, upFound := f.name, f.found
	f.name, f.found = name, false
	v.fields(f)
	if !f.found {
		f.r.Report(decorum.Violation{Code: decorum.Unknown})
	}
	f.name, f.found = up, upFound
}

// at tells whether the member is to be read, or, if it is not zero, written: then
// its name is.
func (f *fields) at(key string, zero bool) bool {
	if f.w != nil {
		if !zero {
			f.w.UserKey(key)
		}
		return !zero
	}
	if f.name != key || f.found {
		return false
	}
	f.found = true
	return true
}

func (f *fields) text(key string, p *string) {
	switch {
	case !f.at(key, *p == ""):
	case f.w != nil:
		f.w.Text(*p)
	default:
		*p = f.r.Text()
	}
}

func (f *fields) flag(key string, p *bool) {
	switch {
	case !f.at(key, !*p):
	case f.w != nil:
		f.w.Bool(*p)
	default:
		*p = f.r.Bool()
	}
}

func (f *fields) number(key string, p *int64) {
	switch {
	case !f.at(key, *p == 0):
	case f.w != nil:
		f.w.Int64(*p)
	default:
		*p = f.r.Int64()
	}
}

// count is a number that is not negative and not above most.
func (f *fields) count(key string, p *int, most int) {
	n := int64(*p)
	switch {
	case !f.at(key, n == 0):
		return
	case f.r != nil:
		n = f.r.Int64()
	}
	switch good := 0 <= n && n <= int64(most); {
	case good && f.w != nil:
		f.w.Int64(n)
	case good:
		*p = int(n)
	case f.w != nil:
		f.w.Raw("") // a violation: it would not be read
	default:
		f.r.Report(decorum.Violation{Code: decorum.OutOfRange})
	}
}

// time is an instant in UTC, as RFC 3339 writes it.
func (f *fields) time(key string, p *time.Time) {
	switch {
	case !f.at(key, p.IsZero()):
	case f.w != nil:
		writeTime(f.w, *p)
	default:
		*p = readTime(f.r)
	}
}

// named is a value of a closed set that is stored by its name.
func (f *fields) named(key string, p *uint8, names []string) {
	switch {
	case !f.at(key, *p == 0):
	case f.w != nil && int(*p) < len(names):
		f.w.Text(names[*p])
	case f.w != nil:
		f.w.Raw("") // a violation: it has no name
	default:
		text := f.r.Text()
		for i, name := range names {
			if name == text && i > 0 {
				*p = uint8(i) //nolint:gosec // names are few
				return
			}
		}
		f.r.Report(decorum.Violation{Code: decorum.Unknown})
	}
}

func (f *fields) texts(key string, p *[]string) {
	if !f.at(key, len(*p) == 0) {
		return
	}
	list(f, p, func(s *string) {
		if f.w != nil {
			f.w.Text(*s)
		} else {
			*s = f.r.Text()
		}
	})
}

// records is a list of objects.
func records[T any, P interface {
	*T
	record
}](f *fields, key string, p *[]T) {
	if f.at(key, len(*p) == 0) {
		list(f, p, func(v *T) { f.object(P(v)) })
	}
}

func list[T any](f *fields, p *[]T, each func(*T)) {
	if f.w != nil {
		f.w.Array()
		for i := range *p {
			each(&(*p)[i])
		}
		f.w.End()
		return
	}
	*p = nil
	for range f.r.Array() {
		var v T
		each(&v)
		*p = append(*p, v)
	}
}

// message is the member "message".
func (f *fields) message(p *message.Message) {
	if f.at("message", *p == nil) {
		f.content(p)
	}
}

func (f *fields) messages(key string, p *[]message.Message) {
	if f.at(key, len(*p) == 0) {
		list(f, p, f.content)
	}
}

func (f *fields) content(p *message.Message) {
	if f.w != nil {
		f.foreign((*p).AppendJSON)
		return
	}
	f.readForeign(func(raw []byte) (err error) {
		*p, err = message.Unmarshal(raw)
		return err
	})
}

func (f *fields) envelope(key string, p *message.Envelope) {
	switch {
	case !f.at(key, p.IsZero()):
	case f.w != nil:
		f.foreign(p.AppendJSON)
	default:
		f.readForeign(p.UnmarshalJSON)
	}
}

// foreign writes a value that writes itself by other means.
func (f *fields) foreign(appendJSON func([]byte) ([]byte, error)) {
	b, err := appendJSON(nil)
	if err != nil {
		b = nil // a violation
	}
	f.w.Raw(string(b))
}

func (f *fields) readForeign(read func([]byte) error) {
	mark := f.r.Mark()
	raw := f.r.Raw()
	vs := f.r.Take(mark)
	if vs == nil {
		for v := range decorum.All(read([]byte(raw))) {
			v.Span = decorum.Span{}
			vs = append(vs, v)
		}
	}
	for _, v := range vs {
		f.r.Report(v)
	}
}

func readTime(r *wire.Reader) time.Time {
	t, err := time.Parse(time.RFC3339Nano, r.Text())
	if t = t.UTC(); err != nil || !writable(t) {
		r.Report(decorum.Violation{Code: decorum.Malformed, Want: "an instant as RFC 3339 writes it"})
		return time.Time{}
	}
	return t
}

func writeTime(w *wire.Writer, t time.Time) {
	if t = t.UTC(); !writable(t) {
		w.Raw("") // a violation: RFC 3339 has no text for it
		return
	}
	var buf [len(time.RFC3339Nano)]byte
	w.Text(string(t.AppendFormat(buf[:0], time.RFC3339Nano)))
}

// writable reports whether RFC 3339 has a text for t.
func writable(t time.Time) bool { return 0 < t.Year() && t.Year() <= 9999 }
