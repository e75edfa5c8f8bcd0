package esp

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// ParseList reads the JSON of a list: an object whose values are strings,
// integers and such objects. Anything else, a name that stands twice, and what is
// beyond MaxInput, MaxDepth or MaxPairs is a violation with its place.
func ParseList(data []byte) (List, error) {
	r := newReader(data)
	l := r.list(1)
	if err := r.Done(); err != nil {
		return nil, err
	}
	return l, nil
}

// UnmarshalJSON reads a list as [ParseList] does. After an error l is as it was.
func (l *List) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil // as encoding/json asks of every type
	}
	out, err := ParseList(data)
	if err == nil {
		*l = out
	}
	return err
}

// AppendJSON appends the list's JSON to dst. It fails as [List.Check] tells, and
// for JSON of more than MaxInput bytes.
func (l List) AppendJSON(dst []byte) ([]byte, error) {
	if err := l.Check().Err(); err != nil {
		return dst, err
	}
	w := wire.NewWriter(dst)
	writeList(w, l)
	return finish(dst, w)
}

// MarshalJSON returns what [List.AppendJSON] appends.
func (l List) MarshalJSON() ([]byte, error) { return l.AppendJSON(nil) }

// finish ends the writing of one JSON value of at most MaxInput bytes behind dst.
func finish(dst []byte, w *wire.Writer) ([]byte, error) {
	out, err := w.Done()
	if err != nil {
		return dst, err
	}
	if n := len(out) - len(dst); n > MaxInput {
		return dst, decorum.Violation{
			Code: decorum.TooLarge, Severity: decorum.SeverityError,
			Limit: MaxInput, Actual: int64(n), Unit: decorum.Bytes,
		}.Err()
	}
	return out, nil
}

func writeList(w *wire.Writer, l List) {
	w.Object()
	writePairs(w, l)
	w.End()
}

func writePairs(w *wire.Writer, l List) {
	for i := range l {
		w.UserKey(l[i].Key)
		switch v := l[i].Value.(type) {
		case Text:
			w.Text(string(v))
		case Integer:
			w.Int64(int64(v))
		case List:
			writeList(w, v)
		}
	}
}

// A reader reads the JSON of lists.
type reader struct {
	wire.Reader
	// pairs counts those of the list at hand, all depths together.
	pairs int
}

func newReader(data []byte) *reader {
	r := &reader{}
	r.Reset(data, wire.Limits{Bytes: MaxInput, Depth: MaxDepth + 2, Members: MaxPairs})
	return r
}

// list reads a list that lies at the depth.
func (r *reader) list(depth int) List {
	if depth > MaxDepth {
		r.Skip()
		r.Report(tooDeep(""))
		return nil
	}
	l := List{}
	for key := range r.Object() {
		if cap(l) == 0 {
			l = make(List, 0, 8) // most lists have fewer
		}
		r.pairs++
		if r.pairs > MaxPairs {
			r.Skip()
			if r.pairs == MaxPairs+1 {
				r.Report(tooMany(""))
			}
			continue
		}
		p := Pair{Key: key}
		switch r.Kind() {
		case wire.String:
			p.Value = Text(r.Text())
		case wire.Number:
			p.Value = Integer(r.Int64())
		case wire.Object:
			p.Value = r.list(depth + 1)
		default:
			r.Skip()
			r.Report(decorum.Violation{Code: decorum.WrongType, Want: "a string, an integer, an object"})
		}
		if key == "" {
			r.Report(decorum.Violation{Code: decorum.Required})
		}
		l = append(l, p)
	}
	return l
}
