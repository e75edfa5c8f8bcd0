package wiretest

import (
	"fmt"

	"github.com/decorum-go/decorum/internal/wire"
)

// The parts of a send request with an interactive list.
type (
	// A ListRequest is the whole.
	ListRequest struct {
		Product     string     `json:"messaging_product"`
		Recipient   string     `json:"recipient_type"`
		To          string     `json:"to"`
		Type        string     `json:"type"`
		Interactive ListObject `json:"interactive"`
	}
	// A ListObject is the list.
	ListObject struct {
		Type   string     `json:"type"`
		Header ListHeader `json:"header"`
		Body   ListText   `json:"body"`
		Footer ListText   `json:"footer"`
		Action ListAction `json:"action"`
	}
	// A ListHeader is a part of it, of that name on the wire.
	ListHeader struct {
		Type string `json:"type"`
		Text string `json:"text"`
	}
	// A ListText is a part of it, of that name on the wire.
	ListText struct {
		Text string `json:"text"`
	}
	// A ListAction is a part of it, of that name on the wire.
	ListAction struct {
		Button   string        `json:"button"`
		Sections []ListSection `json:"sections"`
	}
	// A ListSection is a part of it, of that name on the wire.
	ListSection struct {
		Title string    `json:"title,omitempty"`
		Rows  []ListRow `json:"rows"`
	}
	// A ListRow is a part of it, of that name on the wire.
	ListRow struct {
		ID          string `json:"id"`
		Title       string `json:"title"`
		Description string `json:"description,omitempty"`
	}
)

// TenRows is a list with ten rows in two sections, about 1.5 KB.
func TenRows() *ListRequest {
	m := &ListRequest{
		Product: "whatsapp", Recipient: "individual", To: "+5491155551234", Type: "interactive",
		Interactive: ListObject{
			Type:   "list",
			Header: ListHeader{Type: "text", Text: "Entrega a domicilio"},
			Body:   ListText{Text: "Elegí cuándo querés recibir tu pedido \"grande\".\nTe avisamos una hora antes de llegar."},
			Footer: ListText{Text: "Podés cambiarlo hasta las 20 h"},
			Action: ListAction{Button: "Ver horarios"},
		},
	}
	for s := range 2 {
		section := ListSection{Title: fmt.Sprintf("Día %d", s+1)}
		for i := range 5 {
			section.Rows = append(section.Rows, ListRow{
				ID:          fmt.Sprintf("slot-2025-11-%02d-%02d", 22+s, 9+2*i),
				Title:       fmt.Sprintf("De %d a %d h", 9+2*i, 11+2*i),
				Description: "Con aviso del repartidor, sin costo adicional",
			})
		}
		m.Interactive.Action.Sections = append(m.Interactive.Action.Sections, section)
	}
	return m
}

// AppendJSON appends what encoding/json makes of m without escaping for HTML.
func (m *ListRequest) AppendJSON(dst []byte) ([]byte, error) {
	w := wire.NewWriter(dst)
	w.Object()
	w.KeyText("messaging_product", m.Product)
	w.KeyText("recipient_type", m.Recipient)
	w.KeyText("to", m.To)
	w.KeyText("type", m.Type)
	w.Key("interactive")
	m.Interactive.write(w)
	w.End()
	return w.Done()
}

func (m *ListObject) write(w *wire.Writer) {
	w.Object()
	w.KeyText("type", m.Type)
	w.Key("header")
	w.Object()
	w.KeyText("type", m.Header.Type)
	w.KeyText("text", m.Header.Text)
	w.End()
	w.Key("body")
	m.Body.write(w)
	w.Key("footer")
	m.Footer.write(w)
	w.Key("action")
	w.Object()
	w.KeyText("button", m.Action.Button)
	w.Key("sections")
	w.Array()
	for i := range m.Action.Sections {
		m.Action.Sections[i].write(w)
	}
	w.End()
	w.End()
	w.End()
}

func (m *ListText) write(w *wire.Writer) {
	w.Object()
	w.KeyText("text", m.Text)
	w.End()
}

func (m *ListSection) write(w *wire.Writer) {
	w.Object()
	w.Optional("title", m.Title)
	w.Key("rows")
	w.Array()
	for i := range m.Rows {
		row := &m.Rows[i]
		w.Object()
		w.KeyText("id", row.ID)
		w.KeyText("title", row.Title)
		w.Optional("description", row.Description)
		w.End()
	}
	w.End()
	w.End()
}
