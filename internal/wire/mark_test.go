package wire_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// notices reads a batch of items, each an object with an id and a time; a bad
// one is set apart.
func notices(doc string) (ids []string, bad []string, err error) {
	r := wire.NewStringReader(doc, wire.Limits{})
	for key := range r.Object() {
		if key != "items" {
			continue
		}
		for range r.Array() {
			mark := r.Mark()
			var id string
			for key := range r.Object() {
				switch key {
				case "id":
					if id = r.Text(); id == "?" {
						r.Report(decorum.Violation{Code: decorum.Unknown, Want: "an id"})
					}
				case "at":
					r.LooseInt64()
				}
			}
			if vs := r.Take(mark); vs != nil {
				bad = append(bad, r.RawSince(mark)+" "+fmt.Sprint(vs))
				continue
			}
			ids = append(ids, id)
		}
	}
	return ids, bad, r.Done()
}

func TestOneBadItemDoesNotHarmItsBatch(t *testing.T) {
	good := `{"id":"a","at":1}`
	for _, c := range []struct{ item, why string }{
		{`{"id":1}`, "/items/1/id: of another kind than the one that belongs here; give that kind (at byte 34); want a string"},
		{`{"id":"x","at":"soon"}`, "/items/1/at: not well-formed (at byte 43); want a number"},
		{`{"id":"x","id":"y"}`, "/items/1/id: stands a second time; make it unique (at byte 38)"},
		{`"text"`, "/items/1: of another kind than the one that belongs here; give that kind (at byte 28); want an object"},
		{`{"id":"x\ud83d"}`, "/items/1/id: not well-formed (at byte 36); want both halves of a surrogate pair"},
		{`{"other":{"<b>":"` + "\xff" + `"}}`, "/items/1/other: not valid UTF-8; encode it anew (at byte 45)"},
		{`{"id":"?"}`, "/items/1/id: not known; want an id"},
		{`{"at":1e99,"id":[]}`, "/items/1/at: of another kind than the one that belongs here; give that kind (at byte 34); want an integer /items/1/id: of another kind than the one that belongs here; give that kind (at byte 44); want a string"},
	} {
		ids, bad, err := notices(`{"items":[` + good + `,` + c.item + `,` + good + `]}`)
		want := []string{c.item + " [" + c.why + "]"}
		if diff := cmp.Diff(want, bad); diff != "" || err != nil || strings.Join(ids, "") != "aa" {
			t.Errorf("ids %q, error %v (-want +got):\n%s", ids, err, diff)
		}
	}
	// What is wrong outside of an item, or with the grammar, is wrong with all.
	for doc, code := range map[string]decorum.Code{
		`{"items":[{"id":"a"}],"items":[]}`:     decorum.Duplicate,
		`{"items":{}}`:                          decorum.WrongType,
		`{"items":[{"id":"a"},{"id":"b"]}`:      decorum.Malformed,
		`{"items":[{"id":"a"},{"id":"b"}]}, {}`: decorum.Malformed,
	} {
		if _, _, err := notices(doc); !errors.Is(err, code) {
			t.Errorf("%s: %v, want %s", doc, err, code)
		}
	}
	r := wire.NewStringReader(`[1,x]`, wire.Limits{})
	for range r.Array() {
	}
	r.Report(decorum.Violation{Code: decorum.Unknown})
	if n := len(r.Violations()); n != 1 {
		t.Errorf("%d violations, want what ended the document alone", n)
	}
	_, bad, err := notices(`{"items":[{"id":"a"},{"id":2,"at":tru}]}`)
	if len(bad) != 1 || !strings.HasPrefix(bad[0], " ") || !errors.Is(err, decorum.Malformed) || errors.Is(err, decorum.Truncated) {
		t.Errorf("an item that ends the document: %q, %v", bad, err)
	}
}

func TestViolationsPastTheHundredth(t *testing.T) {
	doc := "[" + strings.Repeat(`{},`, 249) + "{}]"
	r := wire.NewStringReader(doc, wire.Limits{})
	mark := r.Mark()
	for range r.Array() {
		_ = r.Text()
	}
	vs := r.Take(mark)
	if n := len(vs); n != 101 || vs[100].Code != decorum.Truncated || vs[100].Actual != 250 || vs[100].Limit != 100 {
		t.Errorf("%d violations, at last %v", n, vs[n-1])
	}
	if err := r.Done(); err != nil {
		t.Error(err)
	}
	// Half of them outside of the mark: the list taken tells its own count.
	r = wire.NewStringReader(doc, wire.Limits{})
	for i := range r.Array() {
		if i == 50 {
			mark = r.Mark()
		}
		_ = r.Text()
	}
	vs = r.Take(mark)
	if n := len(vs); n != 51 || vs[50].Limit != 50 || vs[50].Actual != 200 {
		t.Errorf("%d violations, at last %v", n, vs[n-1])
	}
	if n := len(r.Violations()); n != 50 {
		t.Errorf("%d violations are left, want 50", n)
	}
	// What ends the document is told, however much was told before it.
	err := read(doc[:len(doc)-1]+",!", func(r *wire.Reader) {
		for range r.Array() {
			_ = r.Text()
		}
	})
	if !errors.Is(err, decorum.Malformed) {
		t.Error(err)
	}
}

func TestMarksWithinMarks(t *testing.T) {
	r := wire.NewStringReader(`[7,[[8],["x"],[9]],["y"]]`, wire.Limits{})
	var got []string
	for i := range r.Array() {
		if i == 0 {
			_ = r.Text() // nobody takes this
			continue
		}
		outer := r.Mark()
		for range r.Array() {
			if r.Kind() == wire.String {
				_ = r.Text()
				continue
			}
			inner := r.Mark()
			for range r.Array() {
				_ = r.Text()
			}
			for _, v := range r.Take(inner) {
				got = append(got, "inner "+v.Path)
			}
		}
		for _, v := range r.Take(outer) {
			got = append(got, "outer "+v.Path)
		}
	}
	for v := range decorum.All(r.Done()) {
		got = append(got, v.Path)
	}
	if diff := cmp.Diff([]string{"inner /1/0/0", "inner /1/2/0", "/0"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAMarkOfAnotherDocument(t *testing.T) {
	r := wire.NewStringReader(`[1,[],2]`, wire.Limits{})
	var last wire.Mark
	for range r.Array() {
		last = r.Mark()
		_ = r.Text()
	}
	r.ResetString(`[0]`, wire.Limits{})
	for range r.Array() {
		if vs := r.Take(last); vs != nil || r.RawSince(last) != "" {
			t.Errorf("%v", vs)
		}
		_ = r.Text()
		if vs := r.Take(last); len(vs) > 1 {
			t.Errorf("%v", vs)
		}
	}
}

func TestWarningsDoNotRefuse(t *testing.T) {
	r := wire.NewStringReader(`{"a":{"b":1}}`, wire.Limits{})
	for range r.Object() {
		for range r.Object() {
			r.Int64()
		}
		r.Report(decorum.Violation{Code: decorum.Recommended, Severity: decorum.SeverityWarning, Path: "/b"})
	}
	if err := r.Done(); err != nil {
		t.Error(err)
	}
	want := decorum.Violations{{Code: decorum.Recommended, Severity: decorum.SeverityWarning, Path: "/a/b"}}
	if diff := cmp.Diff(want, r.Violations()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHostileNamesNeverReachAnError(t *testing.T) {
	for _, name := range []string{"<script>", "a b", "a/b", "~", "é", "", strings.Repeat("k", 65), `\n`, `\u0061`} {
		err := read(`{"outer":{"`+name+`":{"inner":1}}}`, func(r *wire.Reader) {
			for range r.Object() {
				for range r.Object() {
					for range r.Object() {
						_ = r.Text()
					}
				}
			}
		})
		var e *decorum.Error
		if !errors.As(err, &e) || e.Violations[0].Path != "/outer" {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// TestTakeFromAListThatIsFull: what is taken away is no longer counted, nor does
// it refuse the document.
func TestTakeFromAListThatIsFull(t *testing.T) {
	r := wire.NewStringReader("["+strings.Repeat("1,", 150)+"[2,3],[]]", wire.Limits{})
	for i := range r.Array() {
		if i < 150 {
			r.Skip()
			r.Report(decorum.Violation{Code: decorum.Recommended, Severity: decorum.SeverityWarning})
			continue
		}
		mark := r.Mark()
		if i == 151 {
			r.Skip()
			r.Report(decorum.Violation{Code: decorum.Recommended, Severity: decorum.SeverityWarning})
			if vs := r.Take(mark); len(vs) != 1 || vs[0].Actual != 1 || vs.HasErrors() {
				t.Errorf("taken of a warning: %v", vs)
			}
			continue
		}
		for range r.Array() {
			r.Skip()
			r.Report(decorum.Violation{Code: decorum.Malformed})
		}
		if vs := r.Take(mark); len(vs) != 1 || vs[0].Actual != 2 || vs[0].Severity != decorum.SeverityError {
			t.Errorf("taken: %v", vs)
		}
	}
	if err := r.Done(); err != nil {
		t.Errorf("refused for what was taken away: %v", err)
	}
	if vs := r.Violations(); len(vs) != 101 || vs[100].Actual != 150 {
		t.Errorf("%d left, the last of them %v", len(vs), vs[len(vs)-1])
	}
}
