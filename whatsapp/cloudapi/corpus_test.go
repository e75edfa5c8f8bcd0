package cloudapi_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// corpus returns the bodies in folders of the corpus, by name.
func corpus(t *testing.T, folders ...string) map[string][]byte {
	t.Helper()
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set: no corpus")
	}
	bodies := map[string][]byte{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(shared, "corpus", folder, "*.json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no corpus in %s (%v)", folder, err)
		}
		for _, file := range files {
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			bodies[folder+"/"+filepath.Base(file)] = body
		}
	}
	return bodies
}

// misplaced is what the corpus has wrong: made-up ids and times, which are kept,
// and what its sources use to test tolerance.
var misplaced = []string{"/from", "/from_user_id", "/recipient_id", "/timestamp", "/id"}

// untyped are the files with a message without a type, or of one that is made up.
var untyped = []string{"can-28.json", "invalid-message-request.json"}

func TestEveryWebhookOfTheCorpusIsDecoded(t *testing.T) {
	unreadable := map[string]string{
		"webhooks/whatsapp-business-server-4.json":                                                "/location/latitude",
		"webhooks/whatsapp-cloud-api-notificationfactorytest-test-build-from-payload-can-10.json": "/location/latitude",
		"webhooks/whatsapp-cloud-api-notificationfactorytest-test-build-from-payload-can-16.json": "/order/product_items/0/quantity",
	}
	for file, body := range corpus(t, "webhooks") {
		notices, err := cloudapi.Decode(body)
		if notices.Len() == 0 {
			t.Errorf("%s: no notices (%v)", file, err)
		}
		told := false
		for v := range decorum.All(err) {
			told = told || unreadable[file] != "" && strings.HasSuffix(v.Path, unreadable[file])
			known := slices.ContainsFunc(misplaced, func(end string) bool { return strings.HasSuffix(v.Path, end) })
			if !known && unreadable[file] == "" {
				t.Errorf("%s: %v", file, v)
			}
			resolves(t, file, body, v)
		}
		if told != (unreadable[file] != "") {
			t.Errorf("%s: what cannot be read is not told: %v", file, err)
		}
		for n := range notices.All() {
			if m, ok := n.(*cloudapi.Received); ok && m.Message.Kind() == message.KindUnknown && unreadable[file] == "" &&
				!slices.ContainsFunc(untyped, func(end string) bool { return strings.HasSuffix(file, end) }) {
				t.Errorf("%s: a message is not read: %s", file, m.Raw())
			}
			if !json.Valid([]byte(n.Raw())) {
				t.Errorf("%s: no JSON is kept of %T: %q", file, n, n.Raw())
			}
		}
	}
}

// resolves checks that a violation points at a value of the body, or at a member
// that is missing.
func resolves(t *testing.T, file string, body []byte, v decorum.Violation) {
	t.Helper()
	var at any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if err := decoder.Decode(&at); err != nil {
		t.Fatal(err)
	}
	names := strings.Split(strings.TrimPrefix(v.Path, "/"), "/")
	if v.Code == decorum.Required && len(names) > 0 {
		names = names[:len(names)-1]
	}
	for _, name := range names {
		if v.Path == "" || name == "" {
			break
		}
		switch inner := at.(type) {
		case map[string]any:
			value, ok := inner[name]
			if !ok {
				t.Errorf("%s: %v points nowhere", file, v)
			}
			at = value
		case []any:
			var i int
			if _, err := fmt.Sscan(name, &i); err != nil || i >= len(inner) {
				t.Errorf("%s: %v points nowhere", file, v)
				return
			}
			at = inner[i]
		default:
			t.Errorf("%s: %v points below a value", file, v)
			return
		}
	}
	if v.Span.Start < 0 || v.Span.End > len(body) {
		t.Errorf("%s: %v is beyond the body", file, v)
	}
}

// Whatever a message is, it is typed, can be stored, and comes back as it was.
func TestTR14EveryKindOfMessageIsTypedAndStored(t *testing.T) {
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	seen := map[message.Kind]bool{}
	for file, body := range corpus(t, "webhooks", "webhooks_placeholders") {
		notices, _ := cloudapi.Decode(body)
		for n := range notices.All() {
			m, ok := n.(*cloudapi.Received)
			if !ok {
				continue
			}
			seen[m.Message.Kind()] = true
			content, err := m.Message.AppendJSON(nil)
			if err != nil {
				t.Errorf("%s: %v", file, err)
			}
			back, err := message.Unmarshal(content)
			if diff := cmp.Diff(m.Message, back); diff != "" || err != nil {
				t.Errorf("%s: %v (-want +got):\n%s", file, err, diff)
			}
			outside, err := m.Envelope().AppendJSON(nil)
			if err != nil {
				t.Errorf("%s: %v", file, err)
			}
			var envelope message.Envelope
			if err := json.Unmarshal(outside, &envelope); err != nil || envelope != m.Envelope() {
				t.Errorf("%s: %v (-want +got):\n%s", file, err, cmp.Diff(m.Envelope(), envelope))
			}
			if m.Message.Preview().String() == "" {
				t.Errorf("%s: nothing to show", file)
			}
			command, ok := m.Command(at)
			if !ok {
				t.Errorf("%s: no command", file)
			}
			if _, err := policy.Handle(whatsapp.Session{}, command); err != nil && m.Envelope().ID != "" {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	for _, kind := range message.Kinds() {
		if !seen[kind] && kind != message.KindStructured {
			t.Errorf("the corpus has no %s", kind)
		}
	}
}

// Each member of each webhook is in a typed field or in an Extra: if it is taken
// away, or changed, what is decoded is another. What is kept raw beside the typed
// fields does not count.
func TestNoMemberIsLost(t *testing.T) {
	members := 0
	for file, body := range corpus(t, "webhooks", "webhooks_placeholders") {
		places := mutations(t, body)
		whole := view(t, places[""][0])
		for place, mutants := range places {
			if place == "" {
				continue
			}
			members++
			if implied(place) {
				continue
			}
			if !slices.ContainsFunc(mutants, func(m []byte) bool { return view(t, m) != whole }) {
				t.Errorf("%s: %s is lost", file, place)
			}
		}
	}
	t.Logf("%d members", members)
	if members < 4000 {
		t.Errorf("only %d members were looked at", members)
	}
}

// implied reports whether a member only says that the webhook is one of
// WhatsApp's.
func implied(place string) bool {
	return strings.HasSuffix(place, "/messaging_product") || strings.HasSuffix(place, "/object")
}

// view is what is decoded of a body, without what is kept raw of what is typed.
func view(t *testing.T, body []byte) string {
	t.Helper()
	notices, _ := cloudapi.Decode(body)
	var b strings.Builder
	for n := range notices.All() {
		switch n := n.(type) {
		case *cloudapi.Received: // as it is stored
			content, err1 := n.Message.AppendJSON(nil)
			outside, err2 := n.Envelope().AppendJSON(nil)
			fmt.Fprintln(&b, string(content), string(outside), err1, err2)
		case *cloudapi.Other:
			fmt.Fprintln(&b, n.Name, n.Raw())
		default:
			v := reflect.ValueOf(n).Elem()
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					fmt.Fprintf(&b, "%s %+v\n", f.Name, v.Field(i))
				}
			}
		}
		fmt.Fprintf(&b, "%T %s %s %s %+v\n", n, n.Account(), n.Field(), n.Sent(), n.Business())
	}
	return b.String()
}

// mutations returns, for the place of each member and element of a body, bodies
// in which it is missing or another; for the place "" the body, written as they
// are.
func mutations(t *testing.T, body []byte) map[string][][]byte {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(string(body)))
	decoder.UseNumber()
	var document any
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	all := map[string][][]byte{}
	marshal := func(place string) {
		data, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		all[place] = append(all[place], data)
	}
	marshal("")
	var walk func(place string, v any)
	walk = func(place string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				at := place + "/" + name
				if value == nil {
					continue // is as if it were not there
				}
				delete(v, name)
				marshal(at)
				for _, other := range others(value) {
					v[name] = other
					marshal(at)
				}
				v[name] = value
				walk(at, value)
			}
		case []any:
			for i, value := range v {
				at := fmt.Sprint(place, "/", i)
				for _, other := range others(value) {
					v[i] = other
					marshal(at)
				}
				v[i] = value
				walk(at, value)
			}
		}
	}
	walk("", document)
	return all
}

// others returns values of the same kind.
func others(value any) []any {
	switch v := value.(type) {
	case string:
		return []any{v + "1", "1" + v, "x"}
	case json.Number:
		return []any{json.Number("1" + strings.TrimPrefix(v.String(), "-")), json.Number("7")}
	case bool:
		return []any{!v}
	}
	return []any{"x"} // instead of an object or a list, which may only repeat what is told elsewhere
}
