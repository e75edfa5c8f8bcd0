package cloudapi_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// corpusFiles returns the files of a folder of the corpus, by their names.
func corpusFiles(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set: no corpus")
	}
	paths, err := filepath.Glob(filepath.Join(shared, "corpus", folder, "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files of %s: %v", folder, err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = data
	}
	return files
}

// tree returns a document as it is compared: Meta takes numbers as strings and
// kinds in either case; what is false, or empty, or the default, may be left out;
// components may stand in any order.
func tree(t *testing.T, data []byte) any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.UseNumber()
	var document any
	if err := decoder.Decode(&document); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return plain("", document)
}

func plain(name string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		for member, value := range v {
			if value = plain(member, value); value == nil || value == false || value == "" {
				delete(v, member)
			} else {
				v[member] = value
			}
		}
		if name == "" && v["type"] == "text" {
			delete(v, "type") // the default
		}
		if len(v) == 0 && name != "[]" {
			return nil
		}
		return v
	case []any:
		for i := range v {
			v[i] = plain("[]", v[i])
		}
		slices.SortStableFunc(v, func(a, b any) int { return strings.Compare(parameterName(a), parameterName(b)) })
		if name == "components" {
			set := map[string]any{}
			slices.SortFunc(v, func(a, b any) int { return strings.Compare(printed(a), printed(b)) })
			for _, element := range v {
				key := ""
				if m, ok := element.(map[string]any); ok {
					key = strings.Join([]string{text(m["type"]), text(m["index"])}, " ")
				}
				for set[key] != nil {
					key += "+"
				}
				set[key] = element
			}
			return set
		}
		return v
	case json.Number:
		return plain(name, v.String())
	case string:
		if f, err := strconv.ParseFloat(v, 64); err == nil && (name == "latitude" || name == "longitude") {
			return strconv.FormatFloat(f, 'g', -1, 64)
		}
		switch name {
		case "wa_id":
			return strings.TrimPrefix(v, "+")
		case "type", "sub_type", "format", "category", "parameter_format", "otp_type":
			return strings.ToLower(v)
		}
		return v
	}
	return v
}

func parameterName(v any) string {
	m, _ := v.(map[string]any)
	return text(m["parameter_name"]) + text(m["param_name"])
}

func printed(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func text(v any) string {
	s, _ := v.(string)
	return s
}

// unreadable are the files that cannot be written again, with the reason.
var unreadable = map[string]string{
	"meta-docs-msg-address-messages-send-address-message-to-a-user-syntax.json": "a placeholder in place of an object",
}

func TestRequestsOfTheCorpusAreKept(t *testing.T) {
	for _, folder := range []string{"outbound", "outbound_placeholders"} {
		for name, data := range corpusFiles(t, folder) {
			q, err := cloudapi.DecodeRequest(data)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			again, err := q.AppendJSON(nil)
			if unreadable[name] != "" {
				if err == nil {
					t.Errorf("%s is written, and something is lost", name)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if diff := cmp.Diff(tree(t, data), tree(t, again)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}

func TestRequestsOfTheCorpusMayBeSent(t *testing.T) {
	warned, known := 0, 0
	for name, data := range corpusFiles(t, "outbound") {
		q, err := cloudapi.DecodeRequest(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		vs := q.Check(message.CloudAPI())
		if vs.HasErrors() {
			t.Errorf("%s: %v", name, vs)
		}
		if len(vs) > 0 {
			warned++
			t.Logf("%s: %v", name, vs)
		}
		if !vs.Has(decorum.Unknown) {
			known++
		}
		resolveAll(t, name, data, vs)
	}
	t.Logf("%d with something to tell, %d without anything unknown", warned, known)
}

// onlyServer are the files of corpus/invalid that no program but Meta's can
// refuse, with the reason.
var onlyServer = map[string]string{}

func TestInvalidRequestsOfTheCorpusAreRefused(t *testing.T) {
	files := corpusFiles(t, "invalid")
	table, err := os.ReadFile(filepath.Join(os.Getenv("DECORUM_SHARED"), "corpus", "invalid", "EXPECT.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	expected := 0
	for line := range strings.Lines(string(table)) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) != 4 || columns[0] == "file" {
			continue
		}
		name := columns[0]
		data, ok := files[name]
		if !ok {
			t.Errorf("%s is not there", name)
			continue
		}
		q, err := cloudapi.DecodeRequest(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		vs := q.Check(message.CloudAPI())
		resolveAll(t, name, data, vs)
		if !strings.HasPrefix(columns[3], "yes") {
			continue
		}
		expected++
		if vs.Err() == nil && onlyServer[name] == "" {
			t.Errorf("%s is not refused (%s): %v", name, columns[2], vs)
		}
		t.Logf("%s: %v", name, vs)
	}
	if expected < 80 {
		t.Errorf("only %d files are expected to be refused", expected)
	}
}

// resolveAll holds that each pointer names a part of the document, or one that is
// missing in a part of it.
func resolveAll(t *testing.T, name string, data []byte, vs decorum.Violations) {
	t.Helper()
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	for _, v := range vs {
		tokens, err := decorum.SplitPointer(v.Path)
		if err != nil {
			t.Errorf("%s: %q is no pointer", name, v.Path)
			continue
		}
		value := document
		for i, token := range tokens {
			var ok bool
			switch in := value.(type) {
			case map[string]any:
				value, ok = in[token]
				ok = ok || i == len(tokens)-1
			case []any:
				n, err := strconv.Atoi(token)
				if ok = err == nil && n >= 0 && n < len(in); ok {
					value = in[n]
				}
			}
			if !ok {
				t.Errorf("%s: %s does not resolve at %q", name, v.Path, token)
				break
			}
		}
	}
}

func TestTemplatesOfTheCorpusAreKept(t *testing.T) {
	for name, data := range corpusFiles(t, "templates") {
		d, err := cloudapi.DecodeTemplate(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again, err := d.AppendJSON(nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(tree(t, data), tree(t, again)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		resolveAll(t, name, data, d.Check(template.CloudAPI()))
		vs := d.Lint()
		resolveAll(t, name, data, vs)
		t.Logf("%s: %v", name, vs)
	}
}

func TestAnswersOfTheCorpusAreKept(t *testing.T) {
	refusals := 0
	for name, data := range corpusFiles(t, "responses") {
		s, err := cloudapi.DecodeResult(data)
		var again []byte
		var refused *cloudapi.GraphError
		switch {
		case err == nil:
			again, err = s.AppendJSON(nil)
		case errors.As(err, &refused):
			refusals++
			t.Log(name, err)
			again, err = refused.AppendJSON(nil)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(tree(t, data), tree(t, again)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if refusals < 5 {
		t.Errorf("only %d refusals", refusals)
	}
}

func TestDetectTheCorpus(t *testing.T) {
	for folder, want := range map[string]cloudapi.Document{
		"outbound": cloudapi.SendDocument, "outbound_placeholders": cloudapi.SendDocument, "invalid": cloudapi.SendDocument,
		"templates": cloudapi.TemplateDocument, "responses": cloudapi.ResponseDocument, "webhooks": cloudapi.WebhookDocument,
	} {
		for name, data := range corpusFiles(t, folder) {
			want := want
			if strings.HasPrefix(name, "whatsapp-api-js-payloads") {
				want = cloudapi.WebhookDocument // as On-Premises sent them, without an envelope
			}
			if got := cloudapi.Detect(data); got != want {
				t.Errorf("%s/%s is %q, want %q", folder, name, got, want)
			}
		}
	}
}
