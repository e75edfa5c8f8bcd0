package main

import (
	"encoding/json"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// A mending is a violation that is no more, and the change that did it.
type mending struct {
	decorum.Violation
	change
}

// A change is what a text was and what it is now.
type change struct {
	Was string `json:"was"`
	Now string `json:"now"`
}

// What package cloudapi recommends: of the names of kinds, such as "LIST", and of
// an emoji that was escaped twice.
const (
	lowerCase = "lower case"
	oneEscape = "the emoji itself"
)

// maxTries is how often a file is judged while it is mended, at most. It is enough
// for 10,000 texts that can be mended together.
const maxTries = 100

// mend returns a file, of which vs tells what is wrong, with everything mended that
// can be without a change of meaning; what is wrong with it then; and what was
// mended. Blanks are taken away:
//
//   - where a value may hold no line break, tab or more than four spaces in a row,
//     each such stretch becomes one space, and none at an end of the text, as
//     [template.Flatten] does it;
//   - in the text of a template, such spaces become one, and several blank lines
//     one;
//   - a text that is too long only by blanks at its ends loses them;
//   - a byte order mark before the document goes.
//
// And the name of a kind, such as "LIST", is put into the lower case that Meta
// documents, and an emoji that was escaped twice is one.
//
// cloudapi.Request.Mend mends the same of a request and writes it anew; here, the
// bytes of a file that somebody wrote are kept. A change that does not mend what it
// was made for, or brings another fault, is not made: the file never has more
// violations than before. All other bytes stay as they are.
//
// A list of violations holds a hundred, so that a file with more is judged anew for
// each hundred: [maxTries] times at most.
func mend(data []byte, vs decorum.Violations, s settings) ([]byte, decorum.Violations, []mending) {
	var all []mending
	refused := map[string]bool{} // pointers to texts whose edits did no good
	for tries := maxTries; tries > 0; tries-- {
		edits := suggest(data, vs, s, refused)
		if len(edits) == 0 {
			break
		}
		// Nearly always all of them can be made at once; else each on its own.
		if mended, now, ok := try(data, s, vs, edits); ok {
			data, vs, all = mended, now, append(all, mendings(edits)...)
			continue
		}
		for _, e := range edits[:min(len(edits), tries)] {
			tries--
			if mended, now, ok := try(data, s, vs, []edit{e}); ok {
				data, vs, all = mended, now, append(all, mendings([]edit{e})...)
				clear(refused) // what could not be mended before may be now
				break          // the places of the others have moved
			}
			refused[e.Path] = true
		}
	}
	return data, vs, all
}

// try makes the edits and reports whether they do nothing but good.
func try(data []byte, s settings, before decorum.Violations, edits []edit) ([]byte, decorum.Violations, bool) {
	data = apply(data, edits)
	after := judge(data, s)
	errs, all := tally(after)
	errsBefore, allBefore := tally(before)
	if errs > errsBefore || all >= allBefore {
		return nil, nil, false
	}
	told := map[decorum.Violation]bool{}
	for _, v := range before {
		told[kindOfFault(v)] = true
	}
	mended := map[decorum.Violation]bool{}
	for _, e := range edits {
		mended[kindOfFault(e.Violation)] = true
	}
	for _, v := range after {
		// What a full list hid may come to light, but nothing else that is new.
		if v := kindOfFault(v); mended[v] || !told[v] && !before.Has(decorum.Truncated) {
			return nil, nil, false
		}
	}
	return data, after, true
}

// kindOfFault returns what stays of a violation when its text changes.
func kindOfFault(v decorum.Violation) decorum.Violation {
	return decorum.Violation{Code: v.Code, Severity: v.Severity, Path: v.Path}
}

// tally counts the errors, and all violations, those that a full list does not
// hold among them.
func tally(vs decorum.Violations) (errors, all int64) {
	for _, v := range vs {
		n := int64(1)
		if v.Code == decorum.Truncated {
			n = v.Actual - v.Limit
		}
		all += n
		if v.Severity == decorum.SeverityError {
			errors += n
		}
	}
	return errors, all
}

func mendings(edits []edit) []mending {
	all := make([]mending, len(edits))
	for i, e := range edits {
		all[i] = mending{e.Violation, e.change}
	}
	return all
}

// suggest returns the edits that could mend the violations, at most one for each
// text of the file.
func suggest(data []byte, vs decorum.Violations, s settings, refused map[string]bool) []edit {
	is := kindOf(data, s)
	var edits []edit
	done := map[string]bool{}
	for _, f := range find("", data, vs) {
		if refused[f.Path] || done[f.Path] {
			continue
		}
		if f.Want == noMark {
			edits = append(edits, edit{mending{f.Violation, change{byteOrderMark, ""}}, []replacement{{f.stretch, ""}}})
			continue
		}
		if !isText(f.Path) && f.Want != lowerCase && f.Want != oneEscape {
			continue
		}
		var text string
		raw := data[f.start:f.end]
		if json.Unmarshal(raw, &text) != nil {
			continue // no string, or the place of the nearest part around it
		}
		var changes []template.Change
		switch {
		case f.Code == decorum.ForbiddenSpacing && is == kindTemplate:
			changes = calmer(text, vs, f.Path)
		case f.Code == decorum.ForbiddenSpacing:
			_, changes = template.Flatten(text)
		case f.Code == decorum.TooLong:
			changes = trimmed(text, f.Violation)
		case f.Want == lowerCase:
			changes = replaced(text, strings.ToLower(text))
		case f.Want == oneEscape:
			var emoji string
			if json.Unmarshal([]byte(`"`+text+`"`), &emoji) == nil {
				changes = replaced(text, emoji)
			}
		}
		if len(changes) > 0 {
			done[f.Path] = true
			edits = append(edits, newEdit(f, raw, text, changes))
		}
	}
	return edits
}

// isText reports whether a pointer leads to a text that people read. Blanks of an
// id, a code or an address are never touched: they may mean something.
func isText(pointer string) bool {
	switch pointer[strings.LastIndexByte(pointer, '/')+1:] {
	case "text", "body", "caption", "title", "description", "display_text", "button":
		return true
	}
	return false
}

// replaced returns the change of a whole text.
func replaced(text, now string) []template.Change {
	return []template.Change{{Span: decorum.Span{Start: 0, End: len(text)}, Now: now}}
}

// trimmed returns the changes that take away the blanks at both ends of a text, if
// it is too long only by them.
func trimmed(text string, v decorum.Violation) []template.Change {
	const blanks = " \t\r\n"
	kept := strings.Trim(text, blanks)
	limit := decorum.Limit{Max: int(v.Limit), Unit: v.Unit}
	if kept == text || !decorum.HasVisible(kept) || limit.Over(kept) {
		return nil
	}
	var changes []template.Change
	if start := len(text) - len(strings.TrimLeft(text, blanks)); start > 0 {
		changes = append(changes, template.Change{Span: decorum.Span{Start: 0, End: start}})
	}
	if end := len(strings.TrimRight(text, blanks)); end < len(text) {
		changes = append(changes, template.Change{Span: decorum.Span{Start: end, End: len(text)}})
	}
	return changes
}

// calmer returns the changes that mend the spacing in the text of a template,
// which may have line breaks: they stay, up to one blank line.
func calmer(text string, vs decorum.Violations, path string) []template.Change {
	var changes []template.Change
	for _, v := range vs {
		gap, ok := v.Span.In(text)
		if v.Path != path || v.Code != decorum.ForbiddenSpacing || !ok || v.Span == (decorum.Span{}) {
			continue
		}
		now := strings.Repeat("\n", min(strings.Count(gap, "\n"), 2))
		switch {
		case v.Span.Start == 0 || v.Span.End == len(text):
			now = ""
		case now == "":
			now = " "
		}
		if strings.Trim(gap, " \t\r\n") == "" {
			changes = append(changes, template.Change{Span: v.Span, Now: now})
		}
	}
	return changes
}
