package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// corpus returns a folder of payloads that others wrote.
func corpus(t *testing.T, folder string) string {
	t.Helper()
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED does not name the folder that has the corpus")
	}
	dir := filepath.Join(shared, "corpus", folder)
	if _, err := os.Stat(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A told is a line of the program with -json.
type told struct{ File, Pointer, Code, Severity string }

// linesOf runs the program with -json.
func linesOf(t *testing.T, args ...string) (all []told) {
	t.Helper()
	r := run(nil, append([]string{"-json"}, args...)...)
	if r.Err != "" {
		t.Error(r.Err)
	}
	for line := range strings.Lines(r.Out) {
		var l told
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		all = append(all, l)
	}
	return all
}

// TestCorpusOutbound: no request that others send is refused under CloudAPI.
func TestCorpusOutbound(t *testing.T) {
	all := linesOf(t, "-profile", "cloud", corpus(t, "outbound"))
	for _, l := range all {
		resolves(t, l)
		if l.Severity == "error" {
			t.Errorf("%s is refused: %s [%s]", l.File, l.Pointer, l.Code)
		}
	}
}

// onlyMeta are the files that its makers call invalid by Meta's documentation,
// and that no program but Meta's can refuse, with the reason.
var onlyMeta = map[string]string{}

// TestCorpusInvalid: every request that Meta would surely refuse is refused, with
// a pointer that resolves.
func TestCorpusInvalid(t *testing.T) {
	dir := corpus(t, "invalid")
	table, err := os.ReadFile(filepath.Join(dir, "EXPECT.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	all := linesOf(t, "-profile", "cloud", dir)
	refused := map[string]bool{}
	for _, l := range all {
		if resolves(t, l) && l.Severity == "error" {
			refused[filepath.Base(l.File)] = true
		}
	}
	expected := 0
	for row := range strings.Lines(string(table)) {
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(columns) < 4 || !strings.HasPrefix(columns[3], "yes") {
			continue
		}
		expected++
		name := columns[0]
		if _, known := onlyMeta[name]; refused[name] == known {
			t.Errorf("%s: refused: %v, known to Meta alone: %v (%s)", name, refused[name], known, columns[2])
		}
	}
	if expected != 119 {
		t.Errorf("%d files are expected to be refused, want 119", expected)
	}
}

// unapproved are the definitions of the corpus that Meta would not approve as they
// stand, with the reason.
var unapproved = map[string]string{
	"meta-docs-payments-payments-in-enhanced-payment-links-creating-a-templ.json": "<…> for name and language",
	"meta-docs-payments-payments-in-orderdetailstemplate-creating-an-order-.json": "<…> for name and language",
	"meta-docs-tpl-marketing-tpl-catalog-templates-request-syntax-syntax.json":    "<…> for every value",
	"meta-docs-tpl-marketing-tpl-coupon-templates-request-syntax-syntax.json":     "<…> for every value",
	"meta-docs-tpl-marketing-tpl-custom-marketing-templates-request-syntax-.json": "<…> for every value",
	"meta-docs-tpl-marketing-tpl-media-card-carousel-templates-request-synt.json": "<…> for every value",
	"meta-docs-tpl-marketing-tpl-spm-templates-request-syntax-syntax.json":        "<…> for every value",
	"meta-docs-tpl-utility-tpl-utility-templates-request-syntax-syntax.json":      "<…> for every value",
	"meta-docs-tpl-marketing-tpl-product-card-carousel-templates-example-re.json": "a text where the list of examples belongs",
	"meta-openapi-create-authentication-template-w-otp-one-tap-autofill-but.json": "a hash that is escaped as in a URL",
	"meta-openapi-create-flow-template-message-by-flow-json.json":                 "<…> for the name",
	"meta-openapi-create-flow-template-message-by-id.json":                        "<…> for the name",
	"meta-openapi-create-flow-template-message-by-name.json":                      "<…> for the name",
	"whatsapp-business-expectedtemplate7.json":                                    "ends in a placeholder",
}

// TestCorpusTemplates: definitions of Meta's pages and of programs in use are not
// refused, but for those that are no whole ones.
func TestCorpusTemplates(t *testing.T) {
	all := linesOf(t, "-profile", "cloud", corpus(t, "templates"))
	refused := map[string]bool{}
	for _, l := range all {
		resolves(t, l)
		if l.Severity == "error" {
			name := filepath.Base(l.File)
			refused[name] = true
			if unapproved[name] == "" {
				t.Errorf("%s is refused: %s [%s]", name, l.Pointer, l.Code)
			}
		}
	}
	for name, why := range unapproved {
		if !refused[name] {
			t.Errorf("%s is not refused (%s)", name, why)
		}
	}
}

// TestCorpusKinds: what each file is, is found out.
func TestCorpusKinds(t *testing.T) {
	for _, folder := range []string{"outbound", "outbound_placeholders", "invalid", "templates", "webhooks", "webhooks_placeholders"} {
		all := linesOf(t, corpus(t, folder))
		for _, l := range all {
			if l.Pointer == "" && l.Code == "unknown" {
				t.Errorf("%s: not known", l.File)
			}
		}
	}
}

// resolves reports whether a pointer leads to a value of its file, or to a member
// that an object of it does not have.
func resolves(t *testing.T, l told) bool {
	t.Helper()
	data, err := os.ReadFile(l.File)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Errorf("%s: %v", l.File, err)
		return false
	}
	tokens, err := decorum.SplitPointer(l.Pointer)
	if err != nil {
		t.Errorf("%s: %q is no pointer", l.File, l.Pointer)
		return false
	}
	for i, token := range tokens {
		ok := false
		switch in := value.(type) {
		case map[string]any:
			value, ok = in[token]
			ok = ok || i == len(tokens)-1
		case []any:
			if n, err := strconv.Atoi(token); err == nil && 0 <= n && n < len(in) {
				value, ok = in[n], true
			}
		}
		if !ok {
			t.Errorf("%s: %s leads nowhere from %q on", filepath.Base(l.File), l.Pointer, token)
			return false
		}
	}
	return true
}

// TestCorpusMended: whatever the files of the corpus hold, a mended one has no
// more violations than before, and mending it again changes nothing. What it says
// differs in blanks and case alone.
func TestCorpusMended(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"outbound", "invalid", "templates", "outbound_placeholders"} {
		from := corpus(t, folder)
		files, err := filepath.Glob(filepath.Join(from, "*.json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", from, err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, folder+"-"+filepath.Base(name)), data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	limits := map[string]message.Limits{
		"cloud": message.CloudAPI(), "workspace": message.Workspace(),
		"strictest": message.Strictest(message.CloudAPI(), message.Workspace()),
	}
	for _, profile := range []string{"cloud", "workspace", "strictest"} {
		before, was := snapshot(t, dir), count(t, "-profile", profile, dir)
		run(nil, "-fix", "-profile", profile, dir)
		after, is := snapshot(t, dir), count(t, "-profile", profile, dir)
		for name, n := range is {
			if n[0] > was[name][0] || n[1] > was[name][1] {
				t.Errorf("%s, %s: %v errors and violations, and %v before", profile, name, n, was[name])
			}
		}
		for name := range after {
			if diff := cmp.Diff(letters(t, before[name]), letters(t, after[name])); diff != "" {
				t.Errorf("%s, %s says something else (-was +is):\n%s", profile, name, diff)
			}
		}
		for name, text := range after {
			if q, err := cloudapi.DecodeRequest([]byte(text)); err == nil && cloudapi.Detect([]byte(text)) == cloudapi.SendDocument {
				if _, mended := q.Mend(limits[profile]); len(mended) > 0 {
					t.Errorf("%s: cloudapi mends what was left in %s: %v", profile, name, mended)
				}
			}
		}
		if r := run(nil, "-fix", "-profile", profile, dir); strings.Contains(r.Out, ": fixed: ") {
			t.Errorf("%s: mended again:\n%s", profile, r.Out)
		}
		if diff := cmp.Diff(after, snapshot(t, dir)); diff != "" {
			t.Errorf("%s: changed again (-was +is):\n%s", profile, diff)
		}
	}
}

// count returns how many errors and violations each file has.
func count(t *testing.T, args ...string) map[string][2]int {
	t.Helper()
	n := map[string][2]int{}
	all := linesOf(t, args...)
	for _, l := range all {
		c := n[l.File]
		if l.Severity == "error" {
			c[0]++
		}
		c[1]++
		n[l.File] = c
	}
	return n
}

func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Join(dir, e.Name())] = string(data)
	}
	return files
}

// letters returns the values of a document, without their blanks, in lower case,
// and with what was escaped twice escaped once.
func letters(t *testing.T, document string) []string {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(document))
	d.UseNumber()
	var all []string
	for {
		token, err := d.Token()
		if err != nil {
			return all
		}
		text := fmt.Sprint(token)
		var once string
		if json.Unmarshal([]byte(`"`+text+`"`), &once) == nil {
			text = once
		}
		all = append(all, strings.ToLower(strings.Join(strings.Fields(text), "")))
	}
}

// TestCorpusIsTheSameInEveryRun: nothing depends on the order of a map.
func TestCorpusIsTheSameInEveryRun(t *testing.T) {
	dirs := []string{corpus(t, "invalid"), corpus(t, "templates")}
	args := slices.Concat([]string{"-profile", "strictest", "-json"}, dirs)
	first := run(nil, args...)
	for range 5 {
		if diff := cmp.Diff(first, run(nil, args...)); diff != "" {
			t.Fatalf("(-first +later):\n%s", diff)
		}
	}
}
