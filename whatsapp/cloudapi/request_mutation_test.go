package cloudapi_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// changes yields the document with one thing changed: at every object a member
// that nobody knows added, every member taken away, every text made empty, long or
// several lines, every value of another type.
func changes(t *testing.T, data []byte, yield func(what string, mutated []byte)) {
	t.Helper()
	var document any
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	emit := func(what string) {
		b, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		yield(what, b)
	}
	var walk func(at string, v any, set func(any))
	walk = func(at string, v any, set func(any)) {
		switch v := v.(type) {
		case map[string]any:
			v["x_unknown"] = map[string]any{"a": []any{"b"}}
			emit(at + " with an unknown member")
			delete(v, "x_unknown")
			for _, name := range slices.Sorted(maps.Keys(v)) {
				value := v[name]
				delete(v, name)
				emit(at + "/" + name + " taken away")
				v[name] = value
				walk(at+"/"+name, value, func(other any) { v[name] = other })
				v[name] = value
			}
		case []any:
			set([]any{})
			emit(at + " emptied")
			set(append(append([]any{}, v...), v...))
			emit(at + " doubled")
			set(v)
			for i := range v {
				value := v[i]
				walk(fmt.Sprint(at, "/", i), value, func(other any) { v[i] = other })
				v[i] = value
			}
		case string:
			for _, other := range []string{"", " ", v + strings.Repeat("é", 5000), v + "\n\tx     y", "{{9}}" + v} {
				set(other)
				emit(fmt.Sprintf("%s as %.20q", at, other))
			}
		}
		for _, other := range []any{nil, 17.5, true, "text", []any{1.0}, map[string]any{"a": "b"}} {
			set(other)
			emit(fmt.Sprintf("%s as %v", at, other))
		}
	}
	walk("", document, func(other any) { document = other })
}

// TestNothingIsLost holds that whatever stands in a request is still there when
// it is written again, or the writing is refused, and that all violations have a
// place.
func TestNothingIsLost(t *testing.T) {
	n := 0
	requests := slices.Clone(oddRequests)
	for _, m := range samples() {
		b, err := cloudapi.Encode(ann(), m, cloudapi.Options{LocalID: "m-1"})
		if err != nil {
			t.Fatal(err)
		}
		requests = append(requests, string(b))
	}
	for _, request := range requests {
		changes(t, []byte(request), func(what string, data []byte) {
			q, err := cloudapi.DecodeRequest(data)
			if err != nil {
				return
			}
			n++
			resolveAll(t, what, data, q.Check(message.CloudAPI()))
			again, err := q.AppendJSON(nil)
			if err != nil {
				return
			}
			kept(t, what, data, again)
		})
	}
	t.Logf("%d requests", n)
}

func TestNothingOfATemplateIsLost(t *testing.T) {
	n := 0
	for _, definition := range definitions {
		changes(t, []byte(definition), func(what string, data []byte) {
			d, err := cloudapi.DecodeTemplate(data)
			if err != nil {
				return
			}
			n++
			resolveAll(t, what, data, d.Check(template.CloudAPI()))
			resolveAll(t, what, data, d.Lint())
			again, err := d.AppendJSON(nil)
			if err != nil {
				return
			}
			kept(t, what, data, again)
		})
	}
	t.Logf("%d definitions", n)
}

// kept holds that everything of the first document is in the second, which may
// have defaults besides.
func kept(t *testing.T, what string, data, again []byte) {
	t.Helper()
	was, now := tree(t, data), tree(t, again)
	if place, ok := within(was, now); !ok {
		t.Errorf("%s: %s is lost: %s\nin %s\nnow %s\n%s", what, place, data, data, again, cmp.Diff(was, now))
	}
}

func within(was, now any) (string, bool) {
	switch was := was.(type) {
	case map[string]any:
		in, ok := now.(map[string]any)
		if !ok {
			return "", len(was) == 0
		}
		for name, value := range was {
			if name == "messaging_product" {
				continue // told by Check where it is another
			}
			if place, ok := within(value, in[name]); !ok {
				return "/" + name + place, false
			}
		}
		return "", true
	case []any:
		in, ok := now.([]any)
		if !ok || len(in) != len(was) {
			return "", len(was) == 0 && now == nil
		}
		for i := range was {
			if place, ok := within(was[i], in[i]); !ok {
				return fmt.Sprint("/", i, place), false
			}
		}
		return "", true
	}
	return "", was == nil || was == now
}
