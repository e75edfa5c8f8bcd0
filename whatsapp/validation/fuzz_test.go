package validation_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// Whatever the keys of a map are, a path ends at the map or is the very key, and
// leads somewhere in the JSON.
func FuzzKeys(f *testing.F) {
	f.Add("a", "b")
	f.Add("a]\n.Evil[0]", "a")
	f.Add("a].Title[b", "a")
	f.Add("0].List.sections[0", "0")
	f.Add("", "]")
	f.Add("1000000", "999999")
	f.Add("007", "0")
	f.Add("0]."+strings.Repeat(strings.Repeat("a", 60)+".", 6)+"a[0", "0"+strings.Repeat("][000000", 60))
	f.Add(strings.Repeat("k", 300), "\xff")
	v := registered(f)
	type item struct {
		Title string        `json:"title" validate:"wa_row_title"`
		List  template.List `json:"list"`
	}
	type dto struct {
		M map[string]item `json:"m" validate:"dive"`
	}
	f.Fuzz(func(t *testing.T, one, two string) {
		d := dto{map[string]item{one: {}, two: {}}}
		err := v.Struct(d)
		data, _ := json.Marshal(d)
		vs := validation.Violations(err, d)
		if want := 4 * len(d.M); len(vs) != want || len(validation.Violations(err)) != want {
			t.Fatalf("%d violations, want %d: %v", len(vs), want, vs)
		}
		for _, found := range vs {
			host, _, _ := strings.Cut(found.Path, "/list/") // a required member is not there
			if !plain(found) || !leads(t, data, host) {
				t.Errorf("%q: %#v", []string{one, two}, found)
			}
			rest, _ := strings.CutPrefix(found.Path, "/m")
			if key, _, _ := strings.Cut(strings.TrimPrefix(rest, "/"), "/"); rest != "" && key != one && key != two {
				t.Errorf("%q is neither %q nor %q", key, one, two)
			}
		}
		for _, found := range validation.Violations(err) {
			if !plain(found) {
				t.Errorf("without the value: %#v", found)
			}
		}
	})
}

// plain reports whether a violation has nothing in it but what may be shown. Its
// path may be longer than what is shown of one: keys that look like parts of a
// namespace make it so where the value is not given.
func plain(v decorum.Violation) bool {
	shown := v.Plain()
	if len(v.Path) > 256 && strings.HasPrefix(v.Path, shown.Path+"/") && len(shown.Path) > 256-65 {
		shown.Path = v.Path
	}
	return shown == v
}

// A namespace may be any text: what comes out is a plain JSON Pointer.
func FuzzNamespace(f *testing.F) {
	f.Add("T.a.b[2].c")
	f.Add("T.a[k].b")
	f.Add("T.a[1].b]")
	f.Add("page[x/y.T].a..b[")
	f.Fuzz(func(t *testing.T, namespace string) {
		pointer, _ := validation.Guess(namespace)
		v := decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: pointer}
		if !plain(v) {
			t.Errorf("%q: %q", namespace, pointer)
		}
		tokens, err := decorum.SplitPointer(pointer)
		if err != nil || len(tokens) > validation.MaxDepth {
			t.Errorf("%q: %q, %v", namespace, pointer, err)
		}
		if got := validation.Dotted(pointer); pointer != "" && got == "" {
			t.Errorf("%q: nothing left of %q", namespace, pointer)
		}
	})
}

// Any text under any tag: violations are plain, their spans lie in the text, and
// only web addresses pass for such.
func FuzzTags(f *testing.F) {
	for _, s := range []string{
		"", "Hello", "javascript:alert(1)", "https://shop.example/{{1}}", "+1 (516) 283-7151", "US.13491208655302741918", "👩‍👩‍👧‍👦",
		"a\xff", "37.4847,-122.1473", "NUL.pdf", "a     b", "{{1}}", strings.Repeat("e\u0301", 40),
	} {
		f.Add(s)
	}
	v := registered(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range validation.Tags() {
			err := v.Var(text, tag)
			if quick, full := validation.Quick(tag, text); quick && !full || full != (err == nil) {
				t.Errorf("%s on %q: quick %v, full %v, %v", tag, text, quick, full, err)
			}
			vs := validation.Violations(err)
			for _, found := range vs {
				if !plain(found) || found.Severity != decorum.SeverityError || found.Path != "" ||
					found.Span.Start < 0 || found.Span.End > len(text) || found.Span.Start > found.Span.End {
					t.Errorf("%s on %q: %#v", tag, text, found)
				}
			}
			switch lower := strings.ToLower(text); {
			case err != nil || !strings.Contains(tag, "url"):
			case !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(lower, "http://"):
				t.Errorf("%s lets %q through", tag, text)
			}
		}
	})
}
