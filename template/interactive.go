package template

import (
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

// checkKind records a kind of message that the guide does not have, where the
// limits are the guide's.
func checkKind(r *report, root *decorum.Path, l *Limits) {
	if l.GuideOnly {
		kind := root.Key("type")
		r.wrong(&kind, decorum.Unsupported, decorum.Span{}, "notification, reply_buttons, list")
	}
}

// checkTop looks at the header of an interactive message: a line of text (IM6),
// or, where files may stand, a file (IM1).
func checkTop(r *report, root *decorum.Path, l *Limits, h Header, files bool) {
	text, ok := h.(TextHeader)
	if h == nil || ok && tidy(text.Text, l.HeaderText) {
		return
	}
	want := "text"
	if files {
		want = "text, image, video, document"
	}
	header := root.Key("header")
	switch h := h.(type) {
	case TextHeader:
		text := header.Key("text")
		checkLine(r, &text, l.HeaderText, h.Text)
	case MediaHeader:
		if !files {
			r.wrong(&header, decorum.Unsupported, decorum.Span{}, want)
			return
		}
		checkFile(r, &header, h)
	case LocationHeader:
		r.wrong(&header, decorum.Unsupported, decorum.Span{}, want)
	default:
		kind := header.Key("type")
		r.wrong(&kind, decorum.Unknown, decorum.Span{}, want)
	}
}

// checkFile looks at a file that must be there.
func checkFile(r *report, at *decorum.Path, m MediaHeader) {
	checkMedia(r, at, m)
	if m.empty() {
		id := at.Key("id")
		r.wrong(&id, decorum.Required, decorum.Span{}, "an id or a link")
	}
}

// checkBody looks at a body that must be there (IM6). It may have line breaks.
func checkBody(r *report, root *decorum.Path, l, advised decorum.Limit, s string) {
	if len(s) <= 64 && tidy(s, l) && short(s, advised) {
		return
	}
	if decorum.InvalidOffset(s) < 0 && !decorum.Strictest(l, advised).Over(s) && decorum.HasVisible(s) {
		return
	}
	body := root.Key("body")
	if r.valid(&body, s) && r.visible(&body, s) {
		r.advised(&body, l, advised, s)
	}
}

// checkFooter looks at a footer (IM6); it may be missing.
func checkFooter(r *report, root *decorum.Path, l *Limits, s string) {
	if s != "" && !tidy(s, l.Footer) {
		footer := root.Key("footer")
		r.text(&footer, l.Footer, s)
	}
}

// checkLabelled looks at the label of a button that an interactive message has
// but one of, at the name that its JSON has for it.
func checkLabelled(r *report, root *decorum.Path, key string, l decorum.Limit, s string) {
	if !tidy(s, l) {
		label := root.Key(key)
		checkLine(r, &label, l, s)
	}
}

// A shown is one text of an interactive message that a Draft shows (IM6).
type shown struct {
	path  string
	value string
	limit decorum.Limit
	// set puts another text in its place; nil when the agent may not.
	set func(string)
}

// shownText returns the text at p, which the agent may change.
func shownText(path string, p *string, l decorum.Limit) shown {
	return shown{path: path, value: *p, limit: l, set: func(s string) { *p = s }}
}

// addOptional adds the text at p, which the message need not have: where it is
// there, or its path is among those emptied.
func addOptional(list []shown, at *decorum.Path, p *string, l decorum.Limit, emptied []string) []shown {
	var buf [64]byte
	if *p == "" {
		if len(emptied) == 0 {
			return list
		}
		path := at.Append(buf[:0])
		if !slices.ContainsFunc(emptied, func(e string) bool { return e == string(path) }) {
			return list
		}
	}
	return append(list, shownText(at.String(), p, l))
}

// shownFixed returns a text that the agent sees and may not change.
func shownFixed(path, value string, l decorum.Limit) shown {
	return shown{path: path, value: value, limit: l}
}

// shownTop returns the texts that most interactive messages begin with: a text
// header and the body, then the footer if it is there or among those emptied.
func shownTop(h *Header, body, footer *string, l *Limits, limit decorum.Limit, emptied []string) []shown {
	var list []shown
	if h != nil {
		if t, ok := (*h).(TextHeader); ok {
			list = append(list, shown{path: "/header/text", value: t.Text, limit: l.HeaderText, set: func(s string) {
				t.Text = s
				*h = t
			}})
		}
	}
	list = append(list, shownText("/body", body, limit))
	if footer != nil {
		var root decorum.Path
		at := root.Key("footer")
		list = addOptional(list, &at, footer, l.Footer, emptied)
	}
	return list
}

// fieldsOf returns the fields of a draft for the texts.
func fieldsOf(list []shown) []Field {
	fields := make([]Field, len(list))
	for i, s := range list {
		fields[i] = Field{
			Path: s.path, Value: s.value, Missing: s.value == "",
			Limit: s.limit, Left: s.limit.Left(s.value), Editable: s.set != nil,
		}
	}
	return fields
}

// setShown puts a value in the place of the text at the path.
func setShown(list []shown, path, value string) {
	i := slices.IndexFunc(list, func(s shown) bool { return s.path == path })
	if i >= 0 && list[i].set != nil {
		list[i].set(value)
	}
}

// suggestTexts returns ways to mend the texts of an interactive message: one for
// each that is too long or has spaces or line breaks where none may be. A way
// that leaves as many errors as there were, such as two labels that are the same
// once they are cut, is none.
func suggestTexts(m Structured, l *Limits, vs decorum.Violations) []Suggestion {
	var list []Suggestion
	fields := m.fields(l, nil)
	for i, v := range vs {
		f := slices.IndexFunc(fields, func(f Field) bool { return f.Path == v.Path })
		if f < 0 || slices.ContainsFunc(vs[:i], func(w decorum.Violation) bool { return w.Path == v.Path && w.Code == v.Code }) {
			continue
		}
		var s Suggestion
		ok := false
		switch v.Code {
		case decorum.TooLong:
			s, ok = suggestShorten(m, v, fields[f])
		case decorum.ForbiddenSpacing:
			s, ok = suggestFlatten(m, v, fields[f])
		}
		if ok && better(s.Message, l, vs) {
			list = append(list, s)
		}
	}
	return list
}

// better reports whether the message has fewer errors than there were.
func better(m Structured, l *Limits, vs decorum.Violations) bool {
	return countErrors(m.Check(*l)) < countErrors(vs)
}

func countErrors(vs decorum.Violations) (n int) {
	for i := range vs {
		if vs[i].Severity == decorum.SeverityError {
			n++
		}
	}
	return n
}

// previewTop returns the preview of a header of an interactive message.
func previewTop(h Header, changeable bool) *PreviewHeader {
	p := previewMedia(h, MediaHeader{})
	if m, ok := h.(MediaHeader); ok {
		p.Changeable = changeable && m.Kind != attachment.UnknownKind
	}
	return p
}

// previewOne returns the section of the one button that a message has.
func previewOne(o PreviewOption) []PreviewSection {
	return []PreviewSection{{Options: []PreviewOption{o}}}
}
