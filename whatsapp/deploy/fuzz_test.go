package deploy_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

// FuzzInventory: whatever is read, the check has an answer whose pointers lead
// to a place in the document, or to one that is missing below such a place.
func FuzzInventory(f *testing.F) {
	for _, name := range []string{"good.json", "faulty.json"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{
		`{}`, `{"tenant": 2147483647, "components": [{"type": "chat_server", "options": {"settings": null}}]}`,
		`{"components": [{"type": "digital_messaging_server", "options": {"channel-ghub/~": {"inbound-route": " , 1"}, "channel-GHUB12025550123": {}}}]}`,
		`{"components": [{"type": "workspace", "version": 8.5, "options": {"interaction-workspace": {"whatsappsession.\u00e9": "x", "whatsappsession.free-msg-timespan": "1:99", "whatsappsession.outbound-session-config": "{\"channels\":[{}]}"}}}]}`,
		`{"roles": [{"privileges": ["canUse", "canuse", "InteractionWorkspace.whatsapp.canUse"]}, {"name": "a"}, {"name": "a"}]}`,
		`{"attached_data": {"_umsOutboundSessionConfig": {"1": {"MediaType": 1}, "x y": {"MediaType": "whatsappsession", "_umsServer": {}}, "07": null}}}`,
		`{"attached_data": [{"1": 2}], "objects": [{"type": "contact_attribute", "name": "_msg_ProfileNickname"}, {"type": "capacity_rule", "media_types": [" whatsappsession "]}]}`,
		`{"attached_data": "x", "overrides": [{"layer": "agent", "options": {"interaction-workspace": {"whatsappsession.theme": ""}}}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		inv, err := deploy.ParseInventory(data)
		if err != nil {
			if !cmp.Equal(inv, deploy.Inventory{}) {
				t.Errorf("%v comes with an error", inv)
			}
			for v := range decorum.All(err) {
				if _, err := decorum.SplitPointer(v.Path); err != nil || v.Code == "" {
					t.Errorf("%#v", v)
				}
			}
			return
		}
		var document any
		d := json.NewDecoder(bytes.NewReader(data))
		d.UseNumber()
		if err := d.Decode(&document); err != nil {
			t.Fatalf("read, though it is no JSON: %v", err)
		}
		vs := deploy.Check(inv)
		for _, v := range vs {
			resolve(t, document, v)
		}
		features := deploy.Features(inv)
		if again := deploy.Check(inv); !slices.Equal(vs, again) || !cmp.Equal(features, deploy.Features(inv)) {
			t.Errorf("two answers: %v, %v", vs, again)
		}
		for _, feature := range features {
			for _, v := range feature.Because {
				if len(vs) <= decorum.MaxViolations && !slices.Contains(vs, v) {
					t.Errorf("%s is off because of %v, which Check does not tell", feature.Name, v)
				}
			}
		}
		// What is written says the same, but for what was not read.
		written, err := json.Marshal(inv)
		if err != nil {
			t.Fatal(err)
		}
		inv2, err := deploy.ParseInventory(written)
		if err != nil {
			t.Fatalf("written as %s: %v", written, err)
		}
		if rest := vs[min(len(inv.Unread), len(vs)):]; len(vs) <= decorum.MaxViolations {
			if diff := cmp.Diff(codes(rest), codes(deploy.Check(inv2))); diff != "" {
				t.Errorf("written as %s (-want +got):\n%s", written, diff)
			}
		}
	})
}

func codes(vs decorum.Violations) []string {
	list := []string{}
	for _, v := range vs {
		list = append(list, v.Severity.String()+" "+string(v.Code))
	}
	return list
}

// resolve follows a violation's pointer, whose last token may lead to nothing.
func resolve(t *testing.T, at any, v decorum.Violation) {
	t.Helper()
	if v.Severity == 0 || v.Code == "" || v.Plain().Want != v.Want {
		t.Errorf("%#v", v)
	}
	tokens, err := decorum.SplitPointer(v.Path)
	if err != nil {
		t.Fatal(err)
	}
	for i, token := range tokens {
		last := i == len(tokens)-1
		switch value := at.(type) {
		case map[string]any:
			next, ok := value[token]
			if !ok && !last {
				t.Fatalf("%s leads nowhere after %d tokens", v.Path, i)
			}
			at = next
		case []any:
			n, err := strconv.Atoi(token)
			if err != nil || n >= len(value) {
				t.Fatalf("%s: %q is no element", v.Path, token)
			}
			at = value[n]
		default:
			t.Fatalf("%s leads into a %T after %d tokens", v.Path, at, i)
		}
	}
	if text, ok := at.(string); ok && (v.Span.Start < 0 || v.Span.End < v.Span.Start || v.Span.End > len(text)) {
		t.Errorf("%s: span %v of %q", v.Path, v.Span, text)
	}
}

// FuzzVersion: what is read is written as it was, and compares as its numbers.
func FuzzVersion(f *testing.F) {
	for _, text := range []string{"9.1.005.04", "4.5", "", "9", "1.2.3.4.5", "000000001.999999999", "1.0000000000", "1..2", "v1.2", "1.2 "} {
		f.Add(text, "9.1.5.4")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		v, err := deploy.ParseVersion(a)
		if err != nil {
			if !v.IsZero() {
				t.Errorf("%v comes with an error", v)
			}
			return
		}
		if v.String() != a || v.IsZero() {
			t.Errorf("%q becomes %q", a, v)
		}
		w, err := deploy.ParseVersion(b)
		if err != nil {
			return
		}
		if got, want := v.Compare(w), slices.Compare(numbers(a), numbers(b)); got != want || w.Compare(v) != -want || v.Equal(w) != (want == 0) {
			t.Errorf("%q to %q: %d, want %d", a, b, got, want)
		}
	})
}

// numbers are the four numbers of a version.
func numbers(s string) []int64 {
	list := make([]int64, 4)
	for i, part := range strings.Split(s, ".") {
		list[i], _ = strconv.ParseInt(part, 10, 64)
	}
	return list
}

// FuzzEdits edits the good inventory, each three bytes one place, and holds the
// outcome against what FuzzInventory asks.
func FuzzEdits(f *testing.F) {
	good, err := os.ReadFile("testdata/good.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{0, 0, 0}, "x")
	f.Add([]byte{0, 9, 1, 0, 30, 2, 0, 50, 3}, " 1 ")
	f.Add([]byte{1, 9, 4, 1, 30, 5, 0, 70, 6, 0, 71, 7}, "channel-ghub-12025550123")
	f.Fuzz(func(t *testing.T, edits []byte, text string) {
		var document any
		if err := json.Unmarshal(good, &document); err != nil {
			t.Fatal(err)
		}
		for edits = edits[:min(len(edits), 12)]; len(edits) >= 3; edits = edits[3:] {
			left := int(edits[0])<<8 | int(edits[1])
			document = edit(document, &left, edits[2], text)
		}
		data, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		inv, err := deploy.ParseInventory(data)
		if err != nil {
			return
		}
		for _, v := range deploy.Check(inv) {
			resolve(t, document, v)
		}
		for _, feature := range deploy.Features(inv) {
			for _, v := range feature.Because {
				resolve(t, document, v)
			}
		}
	})
}

// edit replaces the value that comes when left others were counted.
func edit(value any, left *int, what byte, text string) any {
	if *left == 0 {
		*left = -1
		text = strings.ToValidUTF8(text, "?")
		return []any{
			nil, text, true, 1e5,
			map[string]any{},
			[]any{},
			map[string]any{text: text},
			map[string]any{text: map[string]any{text: value}},
			[]any{value, value},
			map[string]any{"type": text, "name": text},
		}[int(what)%10]
	}
	*left--
	switch value := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			if *left >= 0 {
				value[key] = edit(value[key], left, what, text)
			}
		}
	case []any:
		for i := range value {
			if *left >= 0 {
				value[i] = edit(value[i], left, what, text)
			}
		}
	}
	return value
}
