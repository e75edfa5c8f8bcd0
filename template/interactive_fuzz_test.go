package template_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// FuzzInteractive: what can be read can be judged, shown, answered, edited,
// mended and written, reads back the same, and faults point into its JSON.
func FuzzInteractive(f *testing.F) {
	for _, s := range interactiveJSON {
		f.Add([]byte(s), "yes")
	}
	f.Add([]byte(`{"type":"reply_buttons","body":"a","buttons":[{"id":"a","title":"a\nb"},{"id":"a","title":"a\nb"},{"title":"xxxxxxxxxxxxxxxxxxxxxxxxx"},{},{"z":1}]}`), "a")
	f.Add([]byte(`{"type":"list","header":{"type":"gif"},"body":" ","menu":"a\tb","sections":[{},{"title":"a","rows":[{},{"id":" a "}]}]}`), "")
	f.Add([]byte(`{"type":"carousel","cards":[{"header":{"type":"document"},"body":"a\n\n\n"},{"header":{"type":"product"}}]}`), "")
	f.Add([]byte(`{"type":"address","country":"XX","values":{"1":"a","a/b":"c","in_pin_code":"1234567"},"saved_addresses":[{},{"id":""}]}`), "address_message")
	f.Add([]byte(`{"type":"flow","data":[],"flow_name":"a","flow_id":"b","mode":"x","action":"y","version":"9"}`), "flow")
	f.Add([]byte(`{"0" : [ ]}`), "0")
	f.Fuzz(func(t *testing.T, data []byte, id string) {
		m, err := template.Unmarshal(data)
		if err != nil {
			return
		}
		b, err := m.AppendJSON(nil)
		if err != nil {
			t.Fatal(err)
		}
		m = withoutSpace(t, data, b)
		again, err := template.Unmarshal(b)
		if err != nil || !cmp.Equal(m, again) {
			t.Fatalf("%s reads back otherwise: %v\n%s", b, err, cmp.Diff(m, again))
		}
		c, err := again.AppendJSON(nil)
		if err != nil || !bytes.Equal(b, c) {
			t.Fatalf("%s became %s: %v", b, c, err)
		}
		var tree any
		if err := json.Unmarshal(b, &tree); err != nil {
			t.Fatal(err)
		}
		if o, ok := template.Match(m, template.Answer{ID: id}); ok {
			p, _ := template.Answered(m, template.Answer{ID: id})
			if got, marked := p.Chosen(); !marked || got.ID != id || got.Title != o.Title {
				t.Fatalf("%q marks %+v", id, got)
			}
		}
		for _, l := range []template.Limits{template.Workspace(), template.CloudAPI().In(decorum.UTF16Units), tight(), {}} {
			vs := m.Check(l)
			if m.Kind() != template.KindNotification {
				for _, v := range vs {
					within(t, tree, v.Path)
				}
			}
			for _, s := range template.Suggest(m, l) {
				if faults(s.Message.Check(l)) >= faults(vs) && m.Kind() != template.KindNotification {
					t.Fatalf("%s: %s mends nothing", b, s.Mend)
				}
			}
			d := template.NewDraft(m, l, template.Editing{})
			for i, field := range d.Fields() {
				if i < 10 && field.Editable {
					if _, err := d.Set(field.Path, id); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	})
}

// withoutSpace reads data without the white space, of which nothing is written: what
// is kept raw keeps it.
func withoutSpace(t *testing.T, data, written []byte) template.Structured {
	t.Helper()
	var compact bytes.Buffer
	if err := json.Compact(&compact, data); err != nil {
		t.Fatal(err)
	}
	m, err := template.Unmarshal(compact.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if b, err := m.AppendJSON(nil); err != nil || !bytes.Equal(b, written) {
		t.Fatalf("%s without white space becomes %s, with it %s: %v", data, b, written, err)
	}
	return m
}

func faults(vs decorum.Violations) (n int) {
	for _, v := range vs {
		if v.Severity == decorum.SeverityError {
			n++
		}
	}
	return n
}

// within reports a path whose parent the value does not have.
func within(t *testing.T, value any, path string) {
	t.Helper()
	tokens, err := decorum.SplitPointer(path)
	if err != nil {
		t.Fatalf("%q: %v", path, err)
	}
	for i, token := range tokens {
		switch v := value.(type) {
		case map[string]any:
			if value = v[token]; value == nil && i < len(tokens)-1 && tokens[i] != "header" {
				t.Fatalf("%s leads nowhere", path)
			}
		case []any:
			n, err := strconv.Atoi(token)
			if err != nil || n >= len(v) {
				t.Fatalf("%s leads nowhere", path)
			}
			value = v[n]
		default:
			t.Fatalf("%s leads nowhere", path)
		}
	}
}
