package esp

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A keyReader reads the keys of lists and tells which have values of the wrong
// type.
type keyReader struct {
	// under is the place of the list.
	under string
	vs    decorum.Violations
	// steps counts the pairs that are looked at, for the proof that the cost is
	// linear.
	steps int
}

// find returns the value of the key; nil where there is none.
func (e *keyReader) find(l List, key string) Value {
	i := l.index(key)
	if i < 0 {
		e.steps += len(l)
		return nil
	}
	e.steps += i + 1
	return l[i].Value
}

// place returns the place of a key that is one of this package's.
func (e *keyReader) place(key string) string { return e.under + "/" + key }

func (e *keyReader) fault(key string, code decorum.Code, want string) {
	e.vs = e.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: e.place(key), Want: want})
}

// join adds violations of the value that the key has.
func (e *keyReader) join(key string, more decorum.Violations) {
	for _, v := range more {
		v.Path = e.place(key) + v.Path
		e.vs = e.vs.Add(v)
	}
}

// text returns the text of the key; "" where there is none.
func (e *keyReader) text(l List, key string) string {
	switch v := e.find(l, key).(type) {
	case nil: // absent, or told by the check of the list
		return ""
	case Text:
		return string(v)
	default:
		e.fault(key, decorum.WrongType, "a string")
		return ""
	}
}

// name returns the text of the key, which may be an integer.
func (e *keyReader) name(l List, key string) string {
	v := e.find(l, key)
	text, ok := textOf(v)
	if !ok && v != nil {
		e.fault(key, decorum.WrongType, "a string or an integer")
	}
	return text
}

// number returns the number of the key, which may be digits; 0 where there is
// none.
func (e *keyReader) number(l List, key string) int {
	text := e.name(l, key)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil:
		e.fault(key, decorum.Malformed, "an integer")
		return 0
	case n < 0 || n > math.MaxInt32:
		e.fault(key, decorum.OutOfRange, "an integer from 1 to 2147483647")
		return 0
	}
	return int(n)
}

func (e *keyReader) list(l List, key string) List {
	switch v := e.find(l, key).(type) {
	case nil:
		return nil
	case List:
		return v
	default:
		e.fault(key, decorum.WrongType, "a key-value list")
		return nil
	}
}

// flag reads true, false, 1 or 0 in any case; false where there is none.
func (e *keyReader) flag(l List, key string) bool {
	// By length, too: letters of other alphabets fold to some of these.
	switch text := strings.TrimSpace(e.name(l, key)); {
	case text == "", text == "0", len(text) == len("false") && strings.EqualFold(text, "false"):
		return false
	case text == "1", len(text) == len("true") && strings.EqualFold(text, "true"):
		return true
	default:
		e.fault(key, decorum.Unknown, "true, false, 1, 0")
		return false
	}
}

// id reads a WhatsApp id and tells what is wrong with it.
func (e *keyReader) id(key, text string) identity.WhatsAppID {
	id, err := identity.ParseWhatsAppID(text)
	e.join(key, violations(err))
	return id
}

// planned returns the id of a text, and warns of one that no numbering plan has.
// What is no id is told by the record.
func (e *keyReader) planned(key, text string) identity.WhatsAppID {
	id, err := identity.ParseWhatsAppID(text)
	if err != nil {
		return identity.WhatsAppID{}
	}
	if n, ok := id.Canonical().Number(); !ok || !n.IsValid() {
		e.join(key, decorum.Violations{{Code: decorum.NotInPlan, Severity: decorum.SeverityWarning}})
	}
	return id
}

// others returns the pairs whose keys are none of the known ones.
func (e *keyReader) others(l List, known ...string) List {
	var rest List
	e.steps += len(l) * len(known)
	for _, p := range l {
		if !slices.Contains(known, p.Key) {
			rest = append(rest, p)
		}
	}
	return rest
}

// violations returns what an error holds.
func violations(err error) decorum.Violations {
	var vs decorum.Violations
	for v := range decorum.All(err) {
		vs = vs.Add(v)
	}
	return vs
}

// warnings returns the violations, all of them as warnings.
func warnings(vs decorum.Violations) decorum.Violations {
	vs = slices.Clone(vs)
	for i := range vs {
		vs[i].Severity = decorum.SeverityWarning
	}
	return vs
}
