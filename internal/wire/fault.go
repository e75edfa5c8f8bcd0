package wire

import "github.com/decorum-go/decorum"

// Report records a violation of the caller's own rules in the value that was
// read last: the path of v is put below the place of that value, and a missing
// severity is SeverityError. It counts as one of the reader's: [Reader.Take]
// takes it away with its item, and [Reader.Done] returns it.
func (r *Reader) Report(v decorum.Violation) {
	if v.Severity == 0 {
		v.Severity = decorum.SeverityError
	}
	r.record(v)
}

// Violations returns what is recorded and not taken away, warnings too, in the
// order in which it was met. The slice must not be changed.
func (r *Reader) Violations() decorum.Violations { return r.vs }

// record adds v, moved below the present place, unless the document is over.
func (r *Reader) record(v decorum.Violation) {
	if r.over {
		return
	}
	r.faults++
	if v.Severity == decorum.SeverityError {
		r.errors++
	}
	if len(r.vs) < decorum.MaxViolations {
		v = r.place(v)
	}
	r.vs = r.vs.Add(v)
}

// place returns v moved below the value at hand. Names of members are shown
// only as far as they are plain, and written so: the path ends above a name
// with an escape.
func (r *Reader) place(v decorum.Violation) decorum.Violation {
	chain := make([]decorum.Path, r.depth+1)
	n := 0
	for n < r.depth && r.frame(n).inside {
		if f := r.frame(n); f.array {
			chain[n+1] = chain[n].Index(int(f.count) - 1)
		} else {
			chain[n+1] = chain[n].UserKey(r.src[f.name.start:f.name.end])
		}
		n++
	}
	return v.Under(&chain[n])
}

// fault records what is wrong with src[start:end] but lets the document be read
// on.
func (r *Reader) fault(code decorum.Code, start, end int, want string) {
	r.record(decorum.Violation{
		Code: code, Severity: decorum.SeverityError,
		Span: decorum.Span{Start: start, End: end}, Want: want,
	})
}

// fail ends the document: its next n bytes, as far as there are any, do not
// follow the grammar.
func (r *Reader) fail(n int, want string) {
	r.stop(decorum.Violation{
		Code: decorum.Malformed, Severity: decorum.SeverityError,
		Span: decorum.Span{Start: r.pos, End: min(r.pos+n, len(r.src))}, Want: want,
	})
}

// stop ends the document with v, unless it is already over. A full list makes
// room for v: what ended the document is always told, and told last.
func (r *Reader) stop(v decorum.Violation) {
	if r.over {
		return
	}
	if len(r.vs) >= decorum.MaxViolations {
		r.vs = r.vs[:decorum.MaxViolations-1]
	}
	r.record(v)
	r.end()
}

func (r *Reader) tooLarge(n int) {
	r.stop(decorum.Violation{
		Code: decorum.TooLarge, Severity: decorum.SeverityError,
		Limit: int64(r.limits.Bytes), Actual: int64(n), Unit: decorum.Bytes,
	})
}

func (r *Reader) tooDeep() {
	r.stop(decorum.Violation{
		Code: decorum.TooDeep, Severity: decorum.SeverityError,
		Span:  decorum.Span{Start: r.pos, End: r.pos + 1},
		Limit: int64(r.limits.Depth), Actual: int64(r.depth) + 1, Unit: decorum.Levels,
	})
}

func (r *Reader) tooMany(most int) {
	r.stop(decorum.Violation{
		Code: decorum.TooMany, Severity: decorum.SeverityError,
		Span:  decorum.Span{Start: r.pos, End: min(r.pos+1, len(r.src))},
		Limit: int64(most), Actual: int64(most) + 1, Unit: decorum.Items,
	})
}

// mismatch: the value that was taken, which begins with c, is not of the kind
// that was asked for. It is passed over, and the document can be read on.
func (r *Reader) mismatch(c byte, want string) {
	if c == 0 {
		return
	}
	start, first := r.pos, len(r.vs)
	r.ready = true
	r.fault(decorum.WrongType, start, start+1, want)
	r.skip()
	if !r.over && first < decorum.MaxViolations {
		r.vs[first].Span.End = r.pos
	}
}
