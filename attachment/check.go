package attachment

import (
	"strings"

	"github.com/decorum-go/decorum"
)

// The places in the JSON of a File.
const (
	pathName    = "/name"
	pathType    = "/type"
	pathSize    = "/size"
	pathKind    = "/kind"
	pathContent = "/content"
)

// Check returns everything that speaks against sending the file (AT1, AT2), in
// the order name, type, size, kind, content; nil for a file that may go as it is.
// Paths point into the file's JSON. It judges
//
//   - the name by [CheckName]; [decorum.Unsafe] for the extension of a program;
//     a missing extension is a warning;
//   - whether declared type, content and extension agree ([decorum.Mismatch]);
//   - whether the profile has the type ([decorum.TypeNotAllowed]) and, where
//     Kind is set, for this kind;
//   - the size: [decorum.OutOfRange] if empty, [decorum.TooLarge], and Mismatch
//     if it contradicts the content that was seen; an unknown size is a warning;
//   - the content: Unsafe for programs, web pages and polyglots, whatever they
//     call themselves. A container that does not show what it holds is a warning
//     ([decorum.Ambiguous]).
//
// Where the content was not inspected it is not judged. A valid file costs no
// allocation.
func (p Profile) Check(f File) decorum.Violations { return p.check(&f) }

// CheckInbound returns what a person should know before opening a received file,
// all of it as warnings: received files are shown whatever they are (AT2). It
// warns of names that mislead, of types that contradict each other, and of
// content and extensions that can run. Which types may be sent plays no part.
func CheckInbound(f File) decorum.Violations {
	r := f.resolve()
	var vs decorum.Violations
	vs = checkFileName(vs, &f, &r, true)
	vs = checkDeclared(vs, &f, &r, false)
	vs = checkContent(vs, &f, &r)
	for i := range vs {
		vs[i].Severity = decorum.SeverityWarning
	}
	return vs
}

func (p *Profile) check(f *File) decorum.Violations {
	r := f.resolve()
	var vs decorum.Violations
	vs = checkFileName(vs, f, &r, false)
	as, bound, allowed := p.judge(f, &r)
	vs = p.checkExtension(vs, as, r.ext)
	place := p.placeOf(f, &r, allowed)
	if place == pathName {
		vs = vs.Add(p.notAllowed(place, allowed))
	}
	vs = checkDeclared(vs, f, &r, p.usualTypes)
	if place == pathType {
		vs = vs.Add(p.notAllowed(place, allowed))
	}
	vs = checkSize(vs, f, bound, allowed)
	switch {
	case allowed == wrongKind:
		v := fault(decorum.Mismatch, decorum.Span{}, as.Kind().String())
		v.Path = pathKind
		vs = vs.Add(v)
	case place == pathKind:
		vs = vs.Add(p.notAllowed(place, allowed))
	}
	vs = checkContent(vs, f, &r)
	if place == pathContent {
		vs = vs.Add(p.notAllowed(place, allowed))
	}
	return vs
}

// placeOf returns the place that tells a type which may not be sent; "" where it
// may, or where that is said otherwise.
func (p *Profile) placeOf(f *File, r *resolved, allowed verdict) string {
	switch {
	case allowed == permitted || allowed == wrongKind:
		return ""
	case r.t.Unsafe() || f.Content.Unsafe():
		return ""
	case allowed == doubtful && f.Kind != UnknownKind && f.Kind != r.t.Kind():
		return pathKind
	case f.Inspected && !r.foreign:
		return pathContent
	case f.Declared == "" && r.ext != "":
		return pathName
	}
	return pathType
}

// checkFileName judges the name, and whether its extension fits.
func checkFileName(vs decorum.Violations, f *File, r *resolved, inbound bool) decorum.Violations {
	if f.Name == "" {
		return vs
	}
	for span, code := range nameFaults(f.Name) {
		v := nameViolation(f.Name, span, code)
		v.Path = pathName
		vs = vs.Add(v)
	}
	start, end := extensionAt(f.Name)
	at := decorum.Span{Start: start, End: end}
	switch {
	case start == end:
		if !inbound {
			v := fault(decorum.Recommended, decorum.Span{}, r.t.Extension())
			v.Path, v.Severity = pathName, decorum.SeverityWarning
			vs = vs.Add(v)
		}
		return vs
	case unsafeExtension(r.ext):
		v := fault(decorum.Unsafe, at, "")
		v.Path = pathName
		vs = vs.Add(v)
	}
	unknown := inbound && r.open && !r.byExt.known()
	if !r.foreign && r.t.known() && extensionIndex(r.t, r.ext) < 0 && !unknown {
		v := fault(decorum.Mismatch, at, strings.Join(r.t.row().exts, ", "))
		v.Path = pathName
		vs = vs.Add(v)
	}
	return vs
}

// checkDeclared judges the declared media type.
func checkDeclared(vs decorum.Violations, f *File, r *resolved, usual bool) decorum.Violations {
	if f.Declared == "" {
		return vs
	}
	v := r.malformed
	switch d := r.declared.t; {
	case v.Code != "":
	case !declares(d, r.t):
		v = fault(decorum.Mismatch, decorum.Span{}, r.t.MIME())
	case usual && d.known() && !r.declared.usual:
		v = fault(decorum.Unsupported, decorum.Span{}, r.t.MIME())
	case !f.Inspected && d.Unsafe():
		v = fault(decorum.Unsafe, decorum.Span{}, "")
	default:
		return vs
	}
	v.Path = pathType
	return vs.Add(v)
}

// declares reports whether a declared type d is right for a file of type t:
// "audio/ogg" is for Opus, "application/zip" is not for a DOCX.
func declares(d, t Type) bool { return d == t || d.Holds(t) && d.MIME() == t.MIME() }

// checkSize judges the size.
func checkSize(vs decorum.Violations, f *File, bound bounds, allowed verdict) decorum.Violations {
	v := decorum.Violation{
		Code: decorum.TooLarge, Severity: decorum.SeverityError, Path: pathSize,
		Actual: f.Size, Unit: decorum.Bytes,
	}
	switch {
	case f.Size < 0:
		v = fault(decorum.Required, decorum.Span{}, "")
		v.Path, v.Severity = pathSize, decorum.SeverityWarning
		return vs.Add(v)
	case f.Size == 0:
		v.Code, v.Limit = decorum.OutOfRange, 1
		vs = vs.Add(v)
	case allowed == refused:
	case f.Size > bound.max:
		v.Limit = bound.max
		vs = vs.Add(v)
	case f.Size > bound.advised:
		v.Limit, v.Severity = bound.advised, decorum.SeverityWarning
		vs = vs.Add(v)
	}
	if f.Inspected && (f.Size < int64(f.Seen) || f.Seen < HeadSize && f.Size > int64(f.Seen)) {
		v = fault(decorum.Mismatch, decorum.Span{}, "")
		v.Path = pathSize
		vs = vs.Add(v)
	}
	return vs
}

// checkContent judges what the content is.
func checkContent(vs decorum.Violations, f *File, r *resolved) decorum.Violations {
	if !f.Inspected {
		return vs
	}
	var v decorum.Violation
	switch {
	case f.Content.Unsafe() || f.Hidden.known():
		v = fault(decorum.Unsafe, decorum.Span{}, "")
	case f.Content == UnknownType && r.t.known() && f.Seen > 0:
		v = fault(decorum.Mismatch, decorum.Span{}, r.t.MIME())
	case (f.Content == ZIP || f.Content == OLE) && r.t != f.Content && r.t.known():
		v = fault(decorum.Ambiguous, decorum.Span{}, "")
		v.Severity = decorum.SeverityWarning
	default:
		return vs
	}
	v.Path = pathContent
	return vs.Add(v)
}
