package template

import "github.com/decorum-go/decorum/internal/wire"

// AppendJSON appends the message as JSON:
//
//	{"type":"list","body":"…","menu":"…","sections":[{"rows":[{"id":"a","title":"A"}]}]}
func (m List) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, &m, writeList) }

// MarshalJSON returns what [List.AppendJSON] appends.
func (m List) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *List) UnmarshalJSON(data []byte) error { return readJSON(data, m, readList) }

func readList(r *wire.Reader) (m List) {
	m.Extra = readMessage(r, KindList, func(name string) bool {
		switch name {
		case "header":
			m.Header = readHeader(r)
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "menu":
			m.Menu = r.Text()
		case "sections":
			m.Sections = readSections(r)
		default:
			return false
		}
		return true
	})
	return m
}

func readSections(r *wire.Reader) (list []Section) {
	for range r.Array() {
		s := wire.Grow(&list)
		var rest members
		for name := range r.Object() {
			switch name {
			case "title":
				s.Title = r.Text()
			case "rows":
				s.Rows = readRows(r)
			default:
				rest.read(r, name)
			}
		}
		s.Extra = rest.extra()
	}
	return list
}

func readRows(r *wire.Reader) (list []Row) {
	for range r.Array() {
		row := wire.Grow(&list)
		var rest members
		for name := range r.Object() {
			switch name {
			case "id":
				row.ID = r.Text()
			case "title":
				row.Title = r.Text()
			case "description":
				row.Description = r.Text()
			default:
				rest.read(r, name)
			}
		}
		row.Extra = rest.extra()
	}
	return list
}

func writeList(w *wire.Writer, m *List) {
	writeTop(w, KindList, m.Header, m.Body, m.Footer)
	w.Optional("menu", m.Menu)
	w.Key("sections")
	w.Array()
	for i := range m.Sections {
		s := &m.Sections[i]
		w.Object()
		w.Optional("title", s.Title)
		w.Key("rows")
		w.Array()
		for j := range s.Rows {
			row := &s.Rows[j]
			w.Object()
			w.KeyText("id", row.ID)
			w.KeyText("title", row.Title)
			w.Optional("description", row.Description)
			row.Extra.write(w)
			w.End()
		}
		w.End()
		s.Extra.write(w)
		w.End()
	}
	w.End()
	m.Extra.write(w)
	w.End()
}
