package emoji

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// markup reads the tags of a small XML file. After a fault it goes on at the next
// "<", which can stand nowhere else than at the beginning of a tag; so each byte
// is looked at a bounded number of times.
type markup struct {
	text   string
	at     int
	lines  []int // where each line begins
	open   []string
	roots  int // root elements so far
	faults decorum.Violations
}

// A stretch is the place of something in the text.
type stretch struct{ start, end int }

// A tag is a start tag, or that of an empty element, with the two attributes that
// matter.
type tag struct {
	name        string
	at          stretch
	emoji, code attribute
	empty       bool
	twice       bool // one of the two attributes is there twice
}

// An attribute is the place of its value, between the quotes.
type attribute struct {
	at    stretch
	there bool
}

// fault adds a violation, an error where v does not tell its severity, at a place.
func (m *markup) fault(at stretch, v decorum.Violation) {
	if v.Severity == 0 {
		v.Severity = decorum.SeverityError
	}
	if len(m.faults) > decorum.MaxViolations {
		m.faults = m.faults.Add(v) // counted, no longer told
		return
	}
	if m.lines == nil {
		m.lines = lineStarts(m.text)
	}
	line := sort.SearchInts(m.lines, at.start+1)
	start, end := m.lines[line-1], len(m.text)
	if line < len(m.lines) {
		end = m.lines[line]
	}
	var root decorum.Path
	of := root.Key("line")
	place := of.Index(line)
	v.Path = place.String()
	v.Span = decorum.Span{Start: at.start - start, End: min(at.end, end) - start}
	m.faults = m.faults.Add(v)
}

// lineStarts returns where each line of a text begins. Lines end with "\n", "\r"
// or both.
func lineStarts(text string) []int {
	lines := []int{0}
	for i := range len(text) {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			lines = append(lines, i+1)
		}
	}
	return lines
}

// read reads all of the text and calls visit with each start tag that is well
// formed.
func (m *markup) read(visit func(tag)) {
	if strings.HasPrefix(m.text, "\xFF\xFE") || strings.HasPrefix(m.text, "\xFE\xFF") {
		m.fault(stretch{0, 2}, decorum.Violation{Code: decorum.Unsupported, Want: "UTF-8"})
		return
	}
	for {
		i := strings.IndexByte(m.text[m.at:], '<')
		if i < 0 {
			break
		}
		m.at += i
		rest := m.text[m.at:]
		more := true
		switch {
		case strings.HasPrefix(rest, "<!--"):
			more = m.pass("<!--", "-->")
		case strings.HasPrefix(rest, "<?"):
			more = m.pass("<?", "?>")
		case strings.HasPrefix(rest, "<!"):
			m.fault(stretch{m.at, m.at + 2}, decorum.Violation{Code: decorum.Unsupported, Want: "no document type"})
			return
		case strings.HasPrefix(rest, "</"):
			m.closeTag()
		default:
			more = m.startTag(visit)
		}
		if !more {
			return
		}
	}
	if len(m.open) > 0 || m.roots == 0 {
		m.malformed(stretch{len(m.text), len(m.text)})
	}
}

func (m *markup) malformed(at stretch) {
	m.fault(at, decorum.Violation{Code: decorum.Malformed, Want: "XML"})
}

// pass passes over what begins and ends so. It tells whether there is an end.
func (m *markup) pass(begin, end string) bool {
	i := strings.Index(m.text[m.at+len(begin):], end)
	if i < 0 {
		m.malformed(stretch{m.at, m.at + len(begin)})
		return false
	}
	m.at += len(begin) + i + len(end)
	return true
}

// closeTag reads an end tag and closes what it names.
func (m *markup) closeTag() {
	start := m.at
	m.at += 2
	name := m.name()
	m.space()
	if m.peek() != '>' {
		m.malformed(stretch{start, m.at})
		return
	}
	m.at++
	for i := len(m.open) - 1; i >= 0; i-- {
		if m.open[i] == name {
			if i < len(m.open)-1 {
				m.malformed(stretch{start, m.at})
			}
			m.open = m.open[:i]
			return
		}
	}
	m.malformed(stretch{start, m.at})
}

// startTag reads a start tag and tells whether reading goes on.
func (m *markup) startTag(visit func(tag)) bool {
	start := m.at
	m.at++
	t := tag{name: m.name()}
	if t.name == "" || !m.attributes(&t) {
		m.malformed(stretch{start, max(m.at, start+1)})
		return true
	}
	t.at = stretch{start, m.at}
	if len(m.open) == 0 {
		if m.roots++; m.roots == 2 {
			m.fault(t.at, decorum.Violation{Code: decorum.Malformed, Want: "one root element"})
		}
	}
	if len(m.open) == MaxCustomDepth {
		m.fault(t.at, decorum.Violation{
			Code: decorum.TooDeep, Limit: MaxCustomDepth, Actual: MaxCustomDepth + 1, Unit: decorum.Levels,
		})
		return false
	}
	if !t.empty {
		m.open = append(m.open, t.name)
	}
	visit(t)
	return true
}

// attributes reads the rest of a start tag. It tells whether it is well formed.
func (m *markup) attributes(t *tag) bool {
	for {
		spaced := m.space()
		switch m.peek() {
		case '>':
			m.at++
			return true
		case '/':
			if m.at++; m.peek() != '>' {
				return false
			}
			m.at++
			t.empty = true
			return true
		}
		start := m.at
		name := m.name()
		m.space()
		if name == "" || !spaced || m.peek() != '=' {
			return false
		}
		m.at++
		m.space()
		value, ok := m.quoted()
		if !ok {
			return false
		}
		var known *attribute
		switch name {
		case emojiName:
			known = &t.emoji
		case codeName:
			known = &t.code
		default:
			continue
		}
		if known.there {
			m.fault(stretch{start, m.at}, decorum.Violation{Code: decorum.Duplicate})
			t.twice = true
		}
		*known = attribute{value, true}
	}
}

// quoted reads a value in quotes and returns the place between them.
func (m *markup) quoted() (stretch, bool) {
	quote := m.peek()
	if quote != '"' && quote != '\'' {
		return stretch{}, false
	}
	m.at++
	start := m.at
	for m.at < len(m.text) && m.text[m.at] != '<' {
		if m.text[m.at] == quote {
			m.at++
			return stretch{start, m.at - 1}, true
		}
		m.at++
	}
	return stretch{}, false
}

// peek returns the next byte, 0 at the end.
func (m *markup) peek() byte {
	if m.at < len(m.text) {
		return m.text[m.at]
	}
	return 0
}

// space passes over white space and tells whether there was any.
func (m *markup) space() bool {
	start := m.at
	for m.at < len(m.text) && strings.IndexByte(" \t\r\n", m.text[m.at]) >= 0 {
		m.at++
	}
	return m.at > start
}

// name reads a name: what stands before white space and the signs of a tag.
func (m *markup) name() string {
	start := m.at
	for m.at < len(m.text) && m.text[m.at] > ' ' && strings.IndexByte("<>/=\"'&", m.text[m.at]) < 0 {
		m.at++
	}
	return m.text[start:m.at]
}

// value returns what the value of an attribute of the tag at a place stands for,
// and tells whether it is there and readable.
func (m *markup) value(tag stretch, a attribute, name string) (string, bool) {
	if !a.there || a.at.start == a.at.end {
		m.fault(tag, decorum.Violation{Code: decorum.Required, Want: name})
		return "", false
	}
	raw := m.text[a.at.start:a.at.end]
	if !utf8.ValidString(raw) {
		m.fault(a.at, decorum.Violation{Code: decorum.InvalidUTF8})
		return "", false
	}
	text, bad := unescape(raw)
	if bad.end > 0 {
		m.fault(stretch{a.at.start + bad.start, a.at.start + bad.end}, decorum.Violation{
			Code: decorum.Unknown, Want: "no entity",
		})
		return "", false
	}
	return text, true
}
