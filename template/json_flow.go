package template

import "github.com/decorum-go/decorum/internal/wire"

// AppendJSON appends the message as JSON:
//
//	{"type":"flow","body":"…","label":"…","flow_id":"123","data":{…}}
func (m Flow) AppendJSON(dst []byte) ([]byte, error) { return appendJSON(dst, &m, writeFlow) }

// MarshalJSON returns what [Flow.AppendJSON] appends.
func (m Flow) MarshalJSON() ([]byte, error) { return m.AppendJSON(nil) }

// UnmarshalJSON reads a message. On an error m stays as it is.
func (m *Flow) UnmarshalJSON(data []byte) error { return readJSON(data, m, readFlow) }

func readFlow(r *wire.Reader) (m Flow) {
	m.Extra = readMessage(r, KindFlow, func(name string) bool {
		switch name {
		case "header":
			m.Header = readHeader(r)
		case "body":
			m.Body = r.Text()
		case "footer":
			m.Footer = r.Text()
		case "label":
			m.Label = r.Text()
		case "flow_id":
			m.ID = r.Text()
		case "flow_name":
			m.Name = r.Text()
		case "version":
			m.Version = r.Text()
		case "mode":
			m.Mode = r.Text()
		case "token":
			m.Token = r.Text()
		case "action":
			m.Action = r.Text()
		case "screen":
			m.Screen = r.Text()
		case "data":
			m.Data = r.Raw()
		default:
			return false
		}
		return true
	})
	return m
}

func writeFlow(w *wire.Writer, m *Flow) {
	writeTop(w, KindFlow, m.Header, m.Body, m.Footer)
	w.Optional("label", m.Label)
	w.Optional("flow_id", m.ID)
	w.Optional("flow_name", m.Name)
	w.Optional("version", m.Version)
	w.Optional("mode", m.Mode)
	w.Optional("token", m.Token)
	w.Optional("action", m.Action)
	w.Optional("screen", m.Screen)
	if m.Data != "" {
		w.Key("data")
		w.Raw(m.Data)
	}
	m.Extra.write(w)
	w.End()
}
