package option

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// checkText tells what is wrong with the value of an option that is a string.
func (e *entry) checkText(s string) decorum.Violations {
	switch e.Kind {
	case KindText:
		return checkPlain(s, MaxText, "\t\n\r")
	case KindJSON:
		return checkJSON(s)
	case KindStyle:
		return checkStyle(s)
	case KindTemplateID:
		return checkTemplateID(s)
	case KindLanguage:
		return checkLanguage(s)
	default:
		return checkPlain(s, MaxName, "")
	}
}

// checkPlain tells whether a text is too long, not UTF-8, has a control that is
// not allowed, or has nothing to be seen though it is not empty.
func checkPlain(s string, most int, allowed string) decorum.Violations {
	if len(s) > most {
		return decorum.Violations{tooLong(s, most)}
	}
	if bad := decorum.InvalidOffset(s); bad >= 0 {
		return decorum.Violations{fault(decorum.InvalidUTF8, decorum.Span{Start: bad, End: len(s)}, "")}
	}
	for i, r := range s {
		if isControl(r) && !strings.ContainsRune(allowed, r) {
			return decorum.Violations{forbidden(i, r)}
		}
	}
	if s != "" && !decorum.HasVisible(s) {
		return decorum.Violations{fault(decorum.Blank, whole(s), "")}
	}
	return nil
}

// forbidden is a character, at an offset, that may not stand there.
func forbidden(at int, r rune) decorum.Violation {
	return fault(decorum.ForbiddenCharacter, decorum.Span{Start: at, End: at + utf8.RuneLen(r)}, "")
}

// isControl reports whether r is one of the controls C0, DEL and C1.
func isControl(r rune) bool { return r < ' ' || 0x7F <= r && r < 0xA0 }

// checkJSON tells whether s is empty or one JSON object by the library's strict
// rules, see internal/wire. What the object means is for others to read.
func checkJSON(s string) decorum.Violations {
	if len(s) > MaxJSON {
		return decorum.Violations{tooLong(s, MaxJSON)}
	}
	if s == "" {
		return nil
	}
	r := wire.NewStringReader(s, wire.Limits{})
	for range r.Object() {
		r.Skip() // and check
	}
	vs := slices.Collect(decorum.All(r.Done()))
	for i := range vs {
		vs[i].Path = "" // to the layers, the object is a text
	}
	return vs
}

// checkStyle tells whether s has a character that a style cannot have.
func checkStyle(s string) decorum.Violations {
	if len(s) > MaxStyle {
		return decorum.Violations{tooLong(s, MaxStyle)}
	}
	if bad := decorum.InvalidOffset(s); bad >= 0 {
		return decorum.Violations{fault(decorum.InvalidUTF8, decorum.Span{Start: bad, End: len(s)}, "")}
	}
	for i, r := range s {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune(" #.,%()+-", r) {
			return decorum.Violations{forbidden(i, r)}
		}
	}
	return nil
}

// readList reads names that are separated by commas. A name that stands a second
// time is a warning, and is left out.
func readList(s string) ([]string, decorum.Violations) {
	if len(s) > MaxList {
		return nil, decorum.Violations{tooLong(s, MaxList)}
	}
	var items []string
	var vs decorum.Violations
	found, excess := 0, len(s) // excess is where the first item too many begins
	for at := 0; at < len(s); {
		size := strings.IndexByte(s[at:], ',')
		if size < 0 {
			size = len(s) - at
		}
		item, start := trim(s[at : at+size])
		start += at
		at += size + 1
		if item == "" {
			continue
		}
		wrong := checkPlain(item, MaxName, "")
		for i := range wrong {
			if wrong[i].Span == (decorum.Span{}) {
				wrong[i].Span = whole(item)
			}
			wrong[i].Span = wrong[i].Span.Shift(start)
		}
		vs = vs.Join(nil, wrong)
		if slices.Contains(items, item) {
			vs = vs.Add(decorum.Violation{
				Code: decorum.Duplicate, Severity: decorum.SeverityWarning,
				Span: decorum.Span{Start: start, End: start + len(item)},
			})
			continue
		}
		if found++; found > MaxItems {
			excess = min(excess, start)
			continue
		}
		items = append(items, item)
	}
	if found > MaxItems {
		vs = vs.Add(decorum.Violation{
			Code: decorum.TooMany, Severity: decorum.SeverityError, Span: decorum.Span{Start: excess, End: len(s)},
			Limit: MaxItems, Actual: int64(found), Unit: decorum.Items,
		})
	}
	return items, vs
}
