package template

import "github.com/decorum-go/decorum/internal/wire"

// AppendJSON appends the message as JSON:
//
//	{"type":"address","body":"…","country":"IN","values":{"city":"…"}}
func (m Address) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, &m, writeAddress) }

// MarshalJSON returns what [Address.AppendJSON] appends.
func (m Address) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *Address) UnmarshalJSON(data []byte) error { return readJSON(data, m, readAddress) }

func readAddress(r *wire.Reader) (m Address) {
	m.Extra = readMessage(r, KindAddress, func(name string) bool {
		switch name {
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "country":
			m.Country = r.Text()
		case "values":
			m.Values = readValues(r)
		case "saved_addresses":
			m.Saved = readSavedAddresses(r)
		case "validation_errors":
			m.Errors = readValues(r)
		default:
			return false
		}
		return true
	})
	return m
}

func readSavedAddresses(r *wire.Reader) (list []SavedAddress) {
	for range r.Array() {
		s := wire.Grow(&list)
		var rest members
		for name := range r.Object() {
			switch name {
			case "id":
				s.ID = r.Text()
			case "values":
				s.Values = readValues(r)
			default:
				rest.read(r, name)
			}
		}
		s.Extra = rest.extra()
	}
	return list
}

func writeAddress(w *wire.Writer, m *Address) {
	writeTop(w, KindAddress, nil, m.Body, m.Footer)
	w.Optional("country", m.Country)
	if m.Values.Len() > 0 {
		w.Key("values")
		writeValues(w, m.Values)
	}
	if len(m.Saved) > 0 {
		w.Key("saved_addresses")
		w.Array()
		for i := range m.Saved {
			s := &m.Saved[i]
			w.Object()
			w.KeyText("id", s.ID)
			if s.Values.Len() > 0 {
				w.Key("values")
				writeValues(w, s.Values)
			}
			s.Extra.write(w)
			w.End()
		}
		w.End()
	}
	if m.Errors.Len() > 0 {
		w.Key("validation_errors")
		writeValues(w, m.Errors)
	}
	m.Extra.write(w)
	w.End()
}
