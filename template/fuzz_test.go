package template_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

var placeholder = regexp.MustCompile(`\{\{([1-9][0-9]{0,8}|[a-z_][a-z0-9_]*)\}\}`)

// FuzzPlaceholders holds the scanner against a regular expression.
func FuzzPlaceholders(f *testing.F) {
	for _, s := range []string{
		"Hi {{1}}, {{order_id}}!", "{{{1}}}", "{{a{{1}}}}", "{{ 1 }}{{01}}{{0}}", "{{\n1}}{{2}}", "{{1", "{{{{{{{{", "}}{{}}", "{{1}}{{1}}", "{{é}}\xff{{2}}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := placeholder.FindAllString(text, -1)
		var got []string
		end := 0
		for p := range template.Placeholders(text) {
			part, ok := p.Span.In(text)
			if !ok || p.Span.Start < end || part != "{{"+p.Name+"}}" {
				t.Fatalf("%q at %v after %d", p.Name, p.Span, end)
			}
			end = p.Span.End
			got = append(got, part)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q (-want +got):\n%s", text, diff)
		}
	})
}

// FuzzFill holds filling against a regular expression, and the preview against
// filling.
func FuzzFill(f *testing.F) {
	f.Add("{{1}} / {{2}}", "{{2}}", "Bob")
	f.Add("Use {code} {{1}} $1 %s", `$1 \1 %s {x} {{1}}`, "{{1}}")
	f.Add("{{{1}}}{{2}", "}}", "{{")
	f.Add("{{12}}{{1}}{{a}}", "", "\xff")
	f.Fuzz(func(t *testing.T, text, one, two string) {
		for _, tt := range []struct {
			values template.Values
			by     map[string]string
		}{
			{template.Positional(one, two), map[string]string{"{{1}}": one, "{{2}}": two}},
			{template.Named(map[string]string{"a": one, "b_": two}), map[string]string{"{{a}}": one, "{{b_}}": two}},
		} {
			want := placeholder.ReplaceAllStringFunc(text, func(p string) string {
				if v, ok := tt.by[p]; ok {
					return v
				}
				return p
			})
			got := string(template.AppendFill(nil, text, tt.values))
			if got != want {
				t.Fatalf("%q with %v: %q, want %q", text, tt.by, got, want)
			}
			n := template.Notification{ID: "a", Language: "en", Body: text}
			filled := n.Fill(template.Arguments{Body: tt.values})
			p := filled.Preview().Body
			if filled.Text().Body != want || p.Text != want {
				t.Fatalf("%q: text %q, preview %q", want, filled.Text().Body, p.Text)
			}
			for _, par := range p.Parameters {
				part := p.Text[par.Span.Start:par.Span.End]
				if v, ok := tt.by["{{"+par.Name+"}}"]; ok == par.Missing || ok && part != v {
					t.Fatalf("%q: parameter %+v shows %q", text, par, part)
				}
			}
			same(t, filled)
		}
	})
}

// same holds the quick way of Check against the long one.
func same(t *testing.T, f template.Filled) {
	t.Helper()
	for _, l := range []template.Limits{template.Workspace(), template.CloudAPI(), template.CloudAPI().In(decorum.UTF16Units), {}, tight()} {
		if diff := cmp.Diff(template.Walk(f, l), f.Check(l)); diff != "" {
			t.Fatalf("(-long +quick):\n%s", diff)
		}
	}
}

// tight are limits that little fits.
func tight() template.Limits {
	l := template.Workspace()
	for _, limit := range template.Each(&l) {
		limit.Max = 3
	}
	l.Buttons.Max, l.URLButtons.Max = 2, 1
	return l
}

// FuzzFlatten: what is flattened may be a value, says the same, and stays as it
// is when flattened again.
func FuzzFlatten(f *testing.F) {
	for _, s := range []string{"a\nb", "a     b", "\t\ta \n", "a\u2028\u0085b", "    ", "\n", "a\xc2\xe2\x80b", "é  \r\n  你"} {
		f.Add(s)
	}
	limits := template.CloudAPI()
	f.Fuzz(func(t *testing.T, text string) {
		flat, changes := template.Flatten(text)
		var rebuilt strings.Builder
		done := 0
		for _, c := range changes {
			if c.Span.Start < done || c.Span.End <= c.Span.Start || c.Was.String() == "" {
				t.Fatalf("%q: %+v", text, c)
			}
			rebuilt.WriteString(text[done:c.Span.Start] + c.Now)
			done = c.Span.End
		}
		rebuilt.WriteString(text[done:])
		if rebuilt.String() != flat || (len(changes) == 0) != (flat == text) {
			t.Fatalf("%q became %q, told as %q", text, flat, rebuilt.String())
		}
		if again, more := template.Flatten(flat); again != flat || more != nil {
			t.Fatalf("%q is flattened to %q and again to %q", text, flat, again)
		}
		n := template.Notification{ID: "a", Language: "en", Body: "{{1}}"}
		if vs := n.Fill(template.Arguments{Body: template.Positional(flat)}).Check(limits); vs.Has(decorum.ForbiddenSpacing) {
			t.Fatalf("%q: %v", flat, vs)
		}
		if utf8.ValidString(text) && strings.Join(strings.Fields(text), "") != strings.Join(strings.Fields(flat), "") {
			t.Fatalf("%q lost something: %q", text, flat)
		}
	})
}

// FuzzUnmarshal: what can be read can be judged, shown, edited and written, and
// reads back the same.
func FuzzUnmarshal(f *testing.F) {
	for _, n := range []template.Notification{sample(), calls(), coupon(), offer(), oneTimeCode(), carousel()} {
		b, err := n.Fill(n.Examples).AppendJSON(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"type":"poll","a":[1,2]}`))
	f.Add([]byte(`{"type":"notification","template":{"header":{"type":"product"},"buttons":[{},{"type":"flow","flow_id":"1"}],"x":1},"arguments":{"body":{"1":"a","3":"b"},"buttons":{"-1":"x"},"place":{"name":"a"}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := template.Unmarshal(data)
		if err != nil {
			if m != nil {
				t.Fatal("a message with an error")
			}
			return
		}
		b, err := m.AppendJSON(nil)
		if err != nil {
			t.Fatalf("cannot be written: %v", err)
		}
		again, err := template.Unmarshal(b)
		if err != nil {
			t.Fatalf("%s cannot be read: %v", b, err)
		}
		c, err := again.AppendJSON(nil)
		if err != nil || !bytes.Equal(b, c) || again.Kind() != m.Kind() {
			t.Fatalf("%s became %s: %v", b, c, err)
		}
		d := template.NewDraft(m, template.Workspace(), template.Editing{})
		for _, v := range d.Check() {
			if _, err := decorum.SplitPointer(v.Path); err != nil || v.Severity == 0 || !v.Code.Known() {
				t.Fatalf("%+v", v)
			}
		}
		_ = d.Preview().String()
		d.Suggestions()
		for i, field := range d.Fields() {
			if i > 10 {
				break
			}
			if !field.Editable {
				continue
			}
			e, err := d.Set(field.Path, "value")
			if err != nil || e.Fields()[i].Value != "value" && !strings.Contains(string(data), field.Path) {
				t.Fatalf("%s: %v, %+v", field.Path, err, e.Fields()[i])
			}
		}
		if g, ok := m.(template.Filled); ok {
			same(t, g)
			g.Template().Lint()
			if !g.Equal(again.(template.Filled)) {
				t.Fatalf("%s reads back as another", b)
			}
		}
	})
}
