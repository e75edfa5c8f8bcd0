package wire

import (
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// A Reader reads one JSON document from front to back, value by value, as the
// package's documentation shows. Nothing that it reads makes it panic, and its
// cost is linear in the document.
//
// The zero Reader is ready for [Reader.Reset]. A Reader must not be copied once
// it is in use, and serves one goroutine at a time.
type Reader struct {
	_ noCopy

	src string
	pos int
	// ready: the value that begins at pos is to be read. It implies that
	// src[pos] is there and is no white space.
	ready bool
	// over: a violation ended the document; pos is at its end.
	over      bool
	misused   bool
	skipNulls bool
	// invalid: not all of src is valid UTF-8.
	invalid bool

	// depth is how many containers are open; the first of them have their frames
	// in near, the others in far.
	depth int
	near  [nearFrames]frame
	far   []frame
	// names are where those of the members read so far in the open objects stand
	// in src, object after object; held tells how many.
	names [heldNames]stretch
	held  int32

	limits Limits
	// elements counts those that Array yielded.
	elements int
	// unescaped holds the strings that were written with escapes, the first of them
	// behind the reader's own copy of a short document.
	unescaped strings.Builder

	vs decorum.Violations
	// faults counts the violations recorded and not taken away, errors those of
	// them that are errors.
	faults, errors int32
	// steps counts the names compared, and the bytes looked at more often than by
	// going on to pos.
	steps int
}

// noCopy makes go vet tell when a Reader or a Writer is copied.
type noCopy struct{}

func (noCopy) Lock()   {}
func (noCopy) Unlock() {}

// A misuse is an error that only a mistake in the caller's program can cause.
type misuse string

// Error returns the text.
func (m misuse) Error() string { return string(m) }

const errMisuse misuse = "wire: the calls do not follow the document: a value read twice, or outside of its loop"

// NewReader returns a Reader of body, which it copies: strings and raw values
// that it yields lie in that one copy and never change with body.
func NewReader(body []byte, limits Limits) *Reader {
	r := new(Reader)
	r.Reset(body, limits)
	return r
}

// NewStringReader returns a Reader that borrows: strings and raw values that it
// yields are parts of document, and nothing is copied.
func NewStringReader(document string, limits Limits) *Reader {
	r := new(Reader)
	r.ResetString(document, limits)
	return r
}

// Reset makes r read body anew, as [NewReader] does.
func (r *Reader) Reset(body []byte, limits Limits) {
	limits = limits.orDefault()
	if len(body) > limits.Bytes {
		r.restart("", limits)
		r.tooLarge(len(body))
		return
	}
	r.restart("", limits)
	if len(body) > short {
		r.src = string(body)
	} else {
		r.unescaped.Grow(len(body) + len(body)/8)
		r.unescaped.Write(body)
		r.src = r.unescaped.String()
	}
	r.begin()
}

// ResetString makes r read document anew, as [NewStringReader] does.
func (r *Reader) ResetString(document string, limits Limits) {
	limits = limits.orDefault()
	if len(document) > limits.Bytes {
		r.restart("", limits)
		r.tooLarge(len(document))
		return
	}
	r.restart(document, limits)
	r.begin()
}

func (r *Reader) restart(src string, limits Limits) {
	if r.src == "" && r.faults == 0 && !r.misused {
		r.src, r.limits, r.skipNulls = src, limits, false // r is new
		return
	}
	*r = Reader{src: src, limits: limits}
}

// begin goes to the first byte of the document's value.
func (r *Reader) begin() {
	r.steps += len(r.src)
	r.invalid = !utf8.ValidString(r.src)
	if strings.HasPrefix(r.src, "\ufeff") {
		r.fail(len("\ufeff"), "a JSON value, without a byte order mark")
		return
	}
	r.expect()
}

// SkipNulls makes objects pass over members whose value is null, as if they
// were absent. Without it a null is a value like others, which only
// [Reader.Null] and the raw ways to read accept.
//
// It holds until the Reader is reset.
func (r *Reader) SkipNulls() { r.skipNulls = true }

// Done ends the reading. It reads on to the end of the document, if its value
// was not read, and returns an *[decorum.Error] with every violation that was
// not taken away by [Reader.Take]: those of the reader, trailing data among
// them, and those that [Reader.Report] recorded as errors. Nil means that all of
// the document is as it should be.
func (r *Reader) Done() error {
	if r.depth == 0 && r.ready {
		r.skip()
	}
	switch {
	case r.over:
	case r.depth > 0:
		r.misuse()
	default:
		r.white()
		if r.pos < len(r.src) {
			r.fail(1, "the end of the document")
		}
	}
	if r.misused {
		return errMisuse
	}
	return r.vs.Err()
}

// Err returns nil as long as the document can be read on, and otherwise the
// violation that ended it, alone. It need not be asked in a decoder: after the
// end every loop ends and every value is zero.
func (r *Reader) Err() error {
	switch {
	case r.misused:
		return errMisuse
	case r.over:
		return r.vs[len(r.vs)-1].Err()
	}
	return nil
}

// Steps returns how many bytes were looked at and how many names compared: what
// the cost of the reading is proportional to. Tests hold it against the length.
func (r *Reader) Steps() int { return r.steps + r.pos }

// Valid reads through a document and returns what [Reader.Done] would: nil when
// a decoder that passes over every value could read it.
func Valid(document string, limits Limits) error {
	return NewStringReader(document, limits).Done()
}

// value takes the value that comes next: it returns its first byte, where pos
// stays, or 0 when there is none.
func (r *Reader) value() byte {
	if !r.ready {
		r.absent()
		return 0
	}
	r.ready = false
	return r.src[r.pos]
}

// absent: a value was asked for where none is to be read.
func (r *Reader) absent() {
	if !r.over {
		r.misuse()
	}
}

func (r *Reader) misuse() {
	r.misused = true
	r.end()
}

// end makes everything that is still asked of the document come out empty.
func (r *Reader) end() {
	r.over, r.ready, r.pos = true, false, len(r.src)
}

// expect goes to the value that must come next.
func (r *Reader) expect() {
	c := r.at()
	if c <= ' ' {
		c = r.white()
	}
	r.ready = kindOf(c) != 0
	if !r.ready {
		r.fail(1, "a JSON value")
	}
}

// at returns the byte at pos, 0 at the end of the document.
func (r *Reader) at() byte {
	if i := r.pos; i < len(r.src) {
		return r.src[i]
	}
	return 0
}

// white passes over white space and returns the byte that comes next, 0 at the
// end of the document. Callers look first whether there is any: most documents
// have none.
func (r *Reader) white() byte {
	for r.pos < len(r.src) {
		switch c := r.src[r.pos]; c {
		case ' ', '\t', '\n', '\r':
			r.pos++
		default:
			return c
		}
	}
	return 0
}
