package wire

import (
	"slices"

	"github.com/decorum-go/decorum"
)

// A Mark is the place of a value that is about to be read; see [Reader.Mark].
type Mark struct {
	pos, depth int
	held       int32
	// faults and listed are how many violations were recorded and stood in the
	// list.
	faults, listed int
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
	return Mark{r.pos, r.depth, r.held, r.faults, len(r.vs)}
}

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
	// In a list that was full at the mark, what came later is in its last one.
	first := min(mark.listed, len(r.vs)-1)
	taken := slices.Clone(r.vs[first:])
	if last := len(taken) - 1; taken[last].Code == decorum.Truncated {
		taken[last].Limit, taken[last].Actual = int64(last), int64(r.faults-mark.faults)
	}
	if !r.over {
		r.vs = r.vs[:min(mark.listed, len(r.vs))]
		r.faults = mark.faults
	}
	return taken
}

// RawSince returns the text of the value at the mark, which was read since, as
// [Reader.Raw] would; "" when the document has ended before it was whole.
func (r *Reader) RawSince(mark Mark) string {
	if r.over || mark.pos > r.pos {
		return ""
	}
	return r.src[mark.pos:r.pos]
}

// rewind goes back to the unread value at the mark, save for the list of
// violations.
func (r *Reader) rewind(mark Mark) {
	r.pos, r.depth, r.held, r.faults = mark.pos, mark.depth, mark.held, mark.faults
	r.over, r.ready = false, true
}
