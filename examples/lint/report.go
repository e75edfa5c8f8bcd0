package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/localize"
)

// A report writes what was found, one line each.
type report struct {
	to       *bufio.Writer
	language localize.Localizer
	json     bool
	colours  bool
	// errors and warnings count what was written.
	errors, warnings int
	// beforeWrite is called before a line is written.
	beforeWrite func()
}

func newReport(s settings, to io.Writer) *report {
	return &report{to: bufio.NewWriter(to), language: s.language, json: s.json, colours: hasColours(to)}
}

// A finding is one line: a violation, and where it stands in its file.
type finding struct {
	name string
	decorum.Violation
	stretch
	line, column int
	off          []string // the features that an installation lacks for it
	mend         *mending // how it was mended; nil if it was not
}

// violations writes what is wrong with a file, in the order of its text, and which
// features are off for it.
func (r *report) violations(name string, data []byte, vs decorum.Violations, off map[decorum.Violation][]string) {
	found := find(name, data, vs)
	for i, v := range vs {
		found[i].off = off[v]
	}
	for _, f := range inOrder(found) {
		if f.Severity == decorum.SeverityError {
			r.errors++
		} else {
			r.warnings++
		}
		r.write(f)
	}
	r.flush()
}

// mends writes what was mended in a file that held data before.
func (r *report) mends(name string, data []byte, mends []mending) {
	vs := make(decorum.Violations, len(mends))
	for i := range mends {
		vs[i] = mends[i].Violation
	}
	found := find(name, data, vs)
	for i := range found {
		found[i].mend = &mends[i]
	}
	for _, f := range inOrder(found) {
		r.write(f)
	}
}

// inOrder puts findings into the order of their file.
func inOrder(found []finding) []finding {
	slices.SortStableFunc(found, func(a, b finding) int { return cmp.Compare(a.start, b.start) })
	return found
}

// find returns where the violations stand in the file.
func find(name string, data []byte, vs decorum.Violations) []finding {
	if len(vs) == 0 {
		return nil
	}
	pointers := make([]string, len(vs))
	for i := range vs {
		pointers[i] = vs[i].Path
	}
	found := make([]finding, len(vs))
	document := bytes.TrimPrefix(data, []byte(byteOrderMark))
	at := places(document, pointers)
	isJSON := json.Valid(document)
	for i, v := range vs {
		f := finding{name: name, Violation: v, stretch: near(at, v.Path)}
		switch {
		case v.Want == noMark:
			f.stretch = stretch{len(document) - len(data), 0} // before the document
		case v.Code == decorum.Truncated:
			f.stretch = stretch{len(document), len(document)} // it speaks of what comes after all others
		case v.Code == decorum.Malformed && !isJSON:
			at := min(v.Span.Start, len(document)) // no JSON from there on
			f.stretch = stretch{at, at}
		case v.Span == decorum.Span{Start: f.start, End: f.end}:
			f.Span = decorum.Span{} // of a value that is no text, it is the place in the file
		}
		f.start += len(data) - len(document)
		f.end += len(data) - len(document)
		f.line, f.column = position(data, f.start)
		found[i] = f
	}
	return found
}

func (r *report) write(f finding) {
	if r.beforeWrite != nil {
		r.beforeWrite()
	}
	if r.json {
		r.to.Write(f.asJSON(r.message(f.Violation)))
	} else {
		r.to.WriteString(r.asText(f))
	}
	r.to.WriteByte('\n')
}

// message tells the violation in the language asked for. Place and severity have
// a form of their own in the line, which is the same in every language.
func (r *report) message(v decorum.Violation) string {
	v.Path, v.Severity = "", decorum.SeverityError
	return r.language.Violation(v)
}

// asText returns "file: /pointer: warning: message [code]".
func (r *report) asText(f finding) string {
	var b strings.Builder
	b.WriteString(visible(f.name) + ": ")
	if f.Path != "" {
		b.WriteString(r.colour(bold, visible(f.Path)) + ": ")
	}
	mark := red
	switch {
	case f.mend != nil:
		mark = green
		b.WriteString(r.colour(green, "fixed:") + " ")
	case f.Severity == decorum.SeverityWarning:
		mark = yellow
		b.WriteString(r.colour(yellow, "warning:") + " ")
	}
	if f.mend != nil {
		b.WriteString(f.mend.told())
	} else {
		b.WriteString(r.message(f.Violation))
	}
	if len(f.off) > 0 {
		b.WriteString("; off: " + strings.Join(f.off, ", "))
	}
	b.WriteString(" " + r.colour(mark, "["+string(f.Code)+"]"))
	return b.String()
}

// line is the form of a finding in JSON. Members are only ever added.
type line struct {
	File     string   `json:"file"`
	Pointer  string   `json:"pointer"`
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Message  string   `json:"message"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Span     *[2]int  `json:"span,omitempty"`
	Measure  *measure `json:"measure,omitempty"`
	Want     string   `json:"want,omitempty"`
	Off      []string `json:"off,omitempty"`
	Fixed    *change  `json:"fixed,omitempty"`
}

type measure struct {
	Actual int64  `json:"actual"`
	Limit  int64  `json:"limit"`
	Unit   string `json:"unit"`
}

func (f finding) asJSON(message string) []byte {
	l := line{
		File: f.name, Pointer: f.Path, Code: string(f.Code), Severity: f.Severity.String(),
		Message: message, Line: f.line, Column: f.column, Want: f.Want, Off: f.off,
	}
	if f.Span != (decorum.Span{}) {
		l.Span = &[2]int{f.Span.Start, f.Span.End}
	}
	if f.Unit != 0 {
		l.Measure = &measure{f.Actual, f.Limit, f.Unit.String()}
	}
	if f.mend != nil {
		l.Fixed = &f.mend.change
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(l) // texts and numbers never fail
	return visibleJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// flush hands on what was written; the error is that of the stream.
func (r *report) flush() error { return r.to.Flush() }

const (
	bold   = "1"
	red    = "31"
	green  = "32"
	yellow = "33"
)

func (r *report) colour(colour, s string) string {
	if !r.colours {
		return s
	}
	return "\x1b[" + colour + "m" + s + "\x1b[0m"
}

// told tells what changed, quoted, and no more of it than a line has room for.
func (c change) told() string {
	was, now := []rune(c.Was), []rune(c.Now)
	same := 0
	for same < min(len(was), len(now)) && was[same] == now[same] {
		same++
	}
	return excerpt(was, same) + " is now " + excerpt(now, same)
}

// excerpt quotes the part of a text around a place, in characters.
func excerpt(text []rune, at int) string {
	const before, most = 10, 40
	start := max(at-before, 0)
	end := min(start+most, len(text))
	q := strconv.Quote(string(text[start:end]))
	if start > 0 {
		q = "…" + q
	}
	if end < len(text) {
		q += "…"
	}
	return q
}
