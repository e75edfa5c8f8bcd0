package wire

import (
	"slices"

	"github.com/decorum-go/decorum"
)

// A Mark is the place of a value that is about to be read; see [Reader.Mark].
type Mark struct {
	pos, depth, held int32
	// faults and listed are how many violations were recorded and stood in the
	// list, and errors how many of them were errors.
	faults, listed, errors int32
	// beyond and severity are what the last of a list that was full already told.
	beyond   int64
	severity decorum.Severity
}

// Mark notes the place of the value that comes next, so that what is wrong with
// it alone can be told apart by [Reader.Take] once it is read:
//
//	for range r.Array() {
//		mark := r.Mark()
//		m := decodeMessage(r)
//		if vs := r.Take(mark); vs != nil {
//			bad = append(bad, Bad{JSON: r.RawSince(mark), Violations: vs})
//			continue
//		}
//		messages = append(messages, m)
//	}
func (r *Reader) Mark() Mark {
	m := Mark{
		pos: int32(r.pos), depth: int32(r.depth), held: r.held,
		faults: r.faults, listed: int32(len(r.vs)), errors: r.errors,
	}
	if m.full() {
		m.beyond, m.severity = r.vs[decorum.MaxViolations].Actual, r.vs[decorum.MaxViolations].Severity
	}
	return m
}

// full reports whether the list was full at the mark: what came later is in its
// last violation, together with what came before.
func (m Mark) full() bool { return m.listed > decorum.MaxViolations }

// Take takes away and returns the violations that were recorded since the mark:
// [Reader.Done] will not return them. It returns nil when there are none. A
// violation that ended the document is returned, but stays with the reader, so
// that Done refuses the document. Where warnings are reported, too, ask the list
// whether it HasErrors. Take, like RawSince, is called once the marked
// value is read, and before the next.
func (r *Reader) Take(mark Mark) decorum.Violations {
	if r.faults == mark.faults || len(r.vs) == 0 {
		return nil
	}
	first := min(int(mark.listed), len(r.vs)-1)
	taken := slices.Clone(r.vs[first:])
	if last := len(taken) - 1; taken[last].Code == decorum.Truncated {
		taken[last].Limit, taken[last].Actual = int64(last), int64(r.faults-mark.faults)
	}
	if mark.full() && r.errors == mark.errors {
		taken[len(taken)-1].Severity = decorum.SeverityWarning
	}
	if !r.over {
		r.vs = r.vs[:min(int(mark.listed), len(r.vs))]
		r.faults, r.errors = mark.faults, mark.errors
		if mark.full() && len(r.vs) > decorum.MaxViolations {
			last := &r.vs[decorum.MaxViolations]
			last.Actual, last.Severity = mark.beyond, mark.severity
		}
	}
	return taken
}

// RawSince returns the text of the value at the mark, which was read since, as
// [Reader.Raw] would; "" when the document has ended before it was whole.
func (r *Reader) RawSince(mark Mark) string {
	if r.over || int(mark.pos) > r.pos {
		return ""
	}
	return r.src[mark.pos:r.pos]
}

// rewind goes back to the unread value at the mark, save for the list of
// violations.
func (r *Reader) rewind(mark Mark) {
	r.steps += r.pos - int(mark.pos)
	r.pos, r.depth, r.held = int(mark.pos), int(mark.depth), mark.held
	r.faults, r.errors = mark.faults, mark.errors
	r.over, r.ready = false, true
}
