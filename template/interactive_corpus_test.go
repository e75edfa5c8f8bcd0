package template_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

// metaMessage is what Meta's JSON of an interactive message has in it.
type metaMessage struct {
	Type   string
	Header *struct {
		Type, Text             string
		Image, Video, Document *struct{ ID, Link, Filename string }
	}
	Body, Footer struct{ Text string }
	Action       struct {
		Button     string
		Buttons    []struct{ Reply struct{ ID, Title string } }
		Sections   []metaSection
		CatalogID  string `json:"catalog_id"`
		ProductID  string `json:"product_retailer_id"`
		Parameters json.RawMessage
		Cards      []json.RawMessage
	}
}

type metaSection struct {
	Title    string
	Rows     []struct{ ID, Title, Description string }
	Products []struct {
		ID string `json:"product_retailer_id"`
	} `json:"product_items"`
}

// header returns the header as ours.
func (m *metaMessage) header() template.Header {
	h := m.Header
	if h == nil {
		return nil
	}
	for _, f := range []struct {
		kind attachment.Kind
		file *struct{ ID, Link, Filename string }
	}{{attachment.Image, h.Image}, {attachment.Video, h.Video}, {attachment.Document, h.Document}} {
		if h.Type == f.kind.String() {
			if f.file == nil {
				return template.MediaHeader{Kind: f.kind}
			}
			return template.MediaHeader{Kind: f.kind, ID: f.file.ID, Link: f.file.Link, Name: f.file.Filename}
		}
	}
	if h.Type == "text" {
		return template.TextHeader{Text: h.Text}
	}
	return template.UnknownHeader{Type: h.Type}
}

// message returns the message as ours; nil for a type that the test does not
// read.
func (m *metaMessage) message() template.Structured {
	a, h, body, footer := &m.Action, m.header(), m.Body.Text, m.Footer.Text
	switch m.Type {
	case "button":
		out := template.ReplyButtons{Header: h, Body: body, Footer: footer}
		for _, b := range a.Buttons {
			out.Buttons = append(out.Buttons, template.Reply{ID: b.Reply.ID, Title: b.Reply.Title})
		}
		return out
	case "list":
		out := template.List{Header: h, Body: body, Footer: footer, Menu: a.Button}
		for _, s := range a.Sections {
			section := template.Section{Title: s.Title}
			for _, r := range s.Rows {
				section.Rows = append(section.Rows, template.Row{ID: r.ID, Title: r.Title, Description: r.Description})
			}
			out.Sections = append(out.Sections, section)
		}
		return out
	case "cta_url":
		var p struct {
			Label string `json:"display_text"`
			URL   string
		}
		if json.Unmarshal(a.Parameters, &p) != nil {
			return nil
		}
		return template.CallToAction{Header: h, Body: body, Footer: footer, Label: p.Label, URL: p.URL}
	case "flow":
		var p struct {
			Label   string `json:"flow_cta"`
			ID      string `json:"flow_id"`
			Name    string `json:"flow_name"`
			Version string `json:"flow_message_version"`
			Mode    string
			Action  string `json:"flow_action"`
		}
		if json.Unmarshal(a.Parameters, &p) != nil {
			return nil
		}
		return template.Flow{Header: h, Body: body, Footer: footer, Label: p.Label, ID: p.ID, Name: p.Name, Version: p.Version, Mode: p.Mode, Action: p.Action}
	case "location_request_message":
		return template.LocationRequest{Body: body}
	case "product":
		return template.Product{Body: body, Footer: footer, CatalogueID: a.CatalogID, ProductID: a.ProductID}
	case "product_list":
		out := template.ProductList{Header: h, Body: body, Footer: footer, CatalogueID: a.CatalogID}
		for _, s := range a.Sections {
			section := template.ProductSection{Title: s.Title}
			for _, p := range s.Products {
				section.ProductIDs = append(section.ProductIDs, p.ID)
			}
			out.Sections = append(out.Sections, section)
		}
		return out
	case "catalog_message":
		return template.Catalogue{Body: body, Footer: footer}
	}
	return nil
}

// readCorpus calls the function with each interactive message of a folder of the
// corpus that the test reads.
func readCorpus(t *testing.T, folder string, each func(name string, m template.Structured)) {
	t.Helper()
	root := os.Getenv("DECORUM_SHARED")
	if root == "" {
		t.Skip("DECORUM_SHARED is not set")
	}
	files, err := filepath.Glob(filepath.Join(root, "corpus", folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", folder, err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var send struct{ Interactive metaMessage }
		if json.Unmarshal(b, &send) != nil {
			continue
		}
		if m := send.Interactive.message(); m != nil {
			each(filepath.Base(file), m)
		}
	}
}

// TestCorpusOfInteractiveMessages: nothing is wrong with the samples that Meta
// and others send.
func TestCorpusOfInteractiveMessages(t *testing.T) {
	kinds := map[template.Kind]int{}
	readCorpus(t, "outbound", func(name string, m template.Structured) {
		kinds[m.Kind()]++
		if vs := m.Check(template.CloudAPI()); vs.HasErrors() {
			t.Errorf("%s: %v", name, vs)
		}
	})
	if len(kinds) != 8 || kinds[template.KindReplyButtons] < 10 || kinds[template.KindList] < 5 {
		t.Errorf("%v", kinds)
	}
}

// allowedSamples are samples that other libraries refuse and Check lets pass,
// with its warnings and the reason.
var allowedSamples = map[string]string{
	// A message of ours has one header, and buttons have no type.
	"ericvera-buttons-multiple-header-types-are-provided":          "",
	"ericvera-ctaurl-both-headertext-and-headerimage-are-provided": "",
	"ericvera-flow-multiple-header-types-are-provided":             "",
	"infobip-interactivebuttonsmsg-invalid-action-button-type":     "",
	"infobip-interactivebuttonsmsg-missing-action-button-type":     "",
	// Which host an address names is not judged.
	"ericvera-ctaurl-throws-error-for-ipv4-address-as-hostname": "",
	"ericvera-ctaurl-throws-error-for-ipv6-address-as-hostname": "",
	// Meta has a screen by default.
	"ericvera-flow-navigate-action-is-used-without-screen-parameter": "",
	// Meta's sources disagree on the body of a list, 1,024 or 4,096.
	"ericvera-list-bodytext-exceeds-1024-characters":      "?too_long /body",
	"infobip-interactivelistmsg-invalid-body-text-length": "?too_long /body",
	// Meta gives no length for file names and addresses.
	"infobip-interactivebuttonsmsg-invalid-filename-length-for-header-type-":   "",
	"infobip-interactivebuttonsmsg-invalid-mediaurl-length-for-header-type-":   "",
	"infobip-interactivebuttonsmsg-invalid-mediaurl-length-for-header-type--2": "",
	"infobip-interactivebuttonsmsg-invalid-mediaurl-length-for-header-type--3": "",
	// A footer without text is no footer, and a product needs no body.
	"infobip-interactivebuttonsmsg-missing-text-field-for-footer": "",
	"infobip-interactivelistmsg-missing-footer-text":              "",
	"infobip-interactivemultiproductmsg-missing-footer-text":      "",
	"infobip-interactiveproductmsg-missing-footer-text":           "",
	"infobip-interactiveproductmsg-missing-body-text":             "",
}

// TestCorpusOfWrongInteractiveMessages: what other libraries refuse is refused,
// but those listed.
func TestCorpusOfWrongInteractiveMessages(t *testing.T) {
	refused := 0
	allowed := map[string]string{}
	readCorpus(t, "invalid", func(name string, m template.Structured) {
		if vs := m.Check(template.CloudAPI()); vs.HasErrors() {
			refused++
		} else {
			allowed[strings.TrimSuffix(name, ".json")] = brief(vs)
		}
	})
	if diff := cmp.Diff(allowedSamples, allowed); diff != "" || refused < 90 {
		t.Errorf("%d refused, allowed (-want +got):\n%s", refused, diff)
	}
}
