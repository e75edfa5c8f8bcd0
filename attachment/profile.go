package attachment

import (
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/decorum-go/decorum"
)

// A Profile says which files may be sent: types, kinds, extensions, and how many
// bytes the largest may have. It judges outbound files only.
//
// A Profile is an immutable, comparable value. Its methods return a narrower
// copy; none lets more through. The zero Profile lets nothing through.
type Profile struct {
	rules [typeCount]rule
	// usualTypes: the declared type must be the one that Type.MIME returns.
	usualTypes bool
}

// A verdict says whether a type may be sent.
type verdict uint8

const (
	refused verdict = iota
	// wrongKind: not as this kind of message.
	wrongKind
	// doubtful: the sources disagree.
	doubtful
	permitted
)

// bounds are sizes in bytes: over max is an error, over advised a warning.
type bounds struct{ max, advised int64 }

func (b bounds) strictest(c bounds) bounds {
	return bounds{max: min(b.max, c.max), advised: min(b.advised, c.advised)}
}

func (b bounds) atMost(n int64) bounds {
	return b.strictest(bounds{max: max(n, 0), advised: max(n, 0)})
}

// A rule is what a profile says of one type.
type rule struct {
	// own is for the type's own kind, file for sending it as a document.
	own, file verdict
	// exts has a bit for each extension of the type that may be used.
	exts uint8
	// bound is for the type's own kind, document for sending it as a document
	// though it is of another kind.
	bound, document bounds
}

// judge returns what the profile says of a file: as which type it is judged, the
// bounds, and whether it may go. What is only declared and can be one of several
// types, such as audio/ogg, is judged as the one of them that may go.
func (p *Profile) judge(f *File, r *resolved) (Type, bounds, verdict) {
	t := r.t
	b, v := p.judgeType(t, f.Kind)
	if f.Inspected {
		return t, b, v
	}
	for _, u := range [...]Type{AnimatedWebP, Opus, Vorbis} {
		if !r.t.Holds(u) {
			continue
		}
		if c, w := p.judgeType(u, f.Kind); w > v || w == v && c.max > b.max {
			t, b, v = u, c, w
		}
	}
	return t, b, v
}

// judgeType returns what the profile says of a type that is sent as a kind;
// UnknownKind stands for the type's own.
func (p *Profile) judgeType(t Type, as Kind) (bounds, verdict) {
	if t >= typeCount {
		t = UnknownType
	}
	r := &p.rules[t]
	own := t.Kind()
	if own == UnknownKind {
		own = Document
	}
	switch {
	case as == UnknownKind || as == own:
		return r.bound, r.own
	case as == Document && r.file > refused:
		return r.document, r.file
	case r.own > refused:
		return r.bound, wrongKind
	case r.file > refused:
		return r.document, wrongKind
	}
	return bounds{}, refused
}

// notAllowed returns the violation for a type that may not be sent, or of which
// it is doubtful.
func (p *Profile) notAllowed(place string, v verdict) decorum.Violation {
	f := fault(decorum.TypeNotAllowed, decorum.Span{}, "")
	f.Path = place
	if v == doubtful {
		f.Severity = decorum.SeverityWarning
	}
	var names []string
	for t := range p.Types() {
		if p.rules[t].own == permitted {
			names = append(names, t.String())
		}
	}
	f.Want = strings.Join(names, ", ")
	return f
}

// checkExtension judges an extension that fits the type but may not be used.
func (p *Profile) checkExtension(vs decorum.Violations, t Type, ext string) decorum.Violations {
	i := extensionIndex(t, ext)
	if i < 0 || p.rules[t].own == refused && p.rules[t].file == refused || p.rules[t].exts>>i&1 != 0 {
		return vs
	}
	var names []string
	for j, e := range t.row().exts {
		if p.rules[t].exts>>j&1 != 0 {
			names = append(names, e)
		}
	}
	v := fault(decorum.TypeNotAllowed, decorum.Span{}, strings.Join(names, ", "))
	v.Path = pathName
	return vs.Add(v)
}

// extensionIndex returns the place of the extension in those of the type, or -1.
func extensionIndex(t Type, ext string) int {
	for i, e := range t.row().exts {
		if equalFold(e, ext) {
			return i
		}
	}
	return -1
}

// Allows reports whether a file of the type may be sent as its own kind.
func (p Profile) Allows(t Type) bool { return t.known() && p.rules[t].own > refused }

// MaxBytes returns how many bytes the largest file of the type may have when it
// is sent as its own kind; 0 for a type that may not be sent.
func (p Profile) MaxBytes(t Type) int64 {
	if !p.Allows(t) {
		return 0
	}
	return p.rules[t].bound.max
}

// Types yields the types that may be sent as their own kind, in the order of
// their values.
func (p Profile) Types() iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for t := range Types() {
			if p.Allows(t) && !yield(t) {
				return
			}
		}
	}
}

// Extensions returns the extensions of the types that may be sent as their own
// kind, without the dot, sorted: what a dialog for choosing files offers. The
// slice is the caller's own.
func (p Profile) Extensions() []string {
	var all []string
	for t := range p.Types() {
		for i, ext := range t.row().exts {
			if p.rules[t].exts>>i&1 != 0 {
				all = append(all, ext)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Only returns the profile for these types alone, as far as it has them.
func (p Profile) Only(keep ...Type) Profile {
	for t := range p.rules {
		if !slices.Contains(keep, Type(t)) {
			p.rules[t] = rule{}
		}
	}
	return p
}

// Without returns the profile without these types.
func (p Profile) Without(drop ...Type) Profile {
	for _, t := range drop {
		if t < typeCount {
			p.rules[t] = rule{}
		}
	}
	return p
}

// WithoutExtension returns the profile for names without this extension, given
// with or without its dot and in any case of letters.
func (p Profile) WithoutExtension(ext string) Profile {
	ext = strings.TrimPrefix(ext, ".")
	for t := range p.rules {
		if i := extensionIndex(Type(t), ext); i >= 0 {
			p.rules[t].exts &^= 1 << i
		}
	}
	return p
}

// Limit returns the profile with files of at most this many bytes: of these
// types, also when they are sent as documents, or, where none is named, of all. A
// bound that is lower already stays.
func (p Profile) Limit(maxBytes int64, of ...Type) Profile {
	for t := range p.rules {
		if len(of) == 0 || slices.Contains(of, Type(t)) {
			p.rules[t].bound = p.rules[t].bound.atMost(maxBytes)
			p.rules[t].document = p.rules[t].document.atMost(maxBytes)
		}
	}
	return p
}

// LimitKind returns the profile with files of at most this many bytes of one
// kind. Files of another kind that are sent as documents are documents.
func (p Profile) LimitKind(maxBytes int64, of Kind) Profile {
	for t := range p.rules {
		if Type(t).Kind() == of || of == Document && t == int(UnknownType) {
			p.rules[t].bound = p.rules[t].bound.atMost(maxBytes)
		}
		if of == Document {
			p.rules[t].document = p.rules[t].document.atMost(maxBytes)
		}
	}
	return p
}

// Strictest returns the profile that lets through what both let through: for
// each type the smaller bound, the extensions that both have, and the stricter
// answer to whether it may go.
func Strictest(a, b Profile) Profile {
	for t := range a.rules {
		r, s := &a.rules[t], &b.rules[t]
		r.own, r.file = min(r.own, s.own), min(r.file, s.file)
		r.exts &= s.exts
		r.bound, r.document = r.bound.strictest(s.bound), r.document.strictest(s.document)
	}
	a.usualTypes = a.usualTypes || b.usualTypes
	return a
}

// anyExtension allows all extensions of a type.
const anyExtension = math.MaxUint8
