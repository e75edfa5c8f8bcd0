package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	lint "github.com/decorum-go/decorum/examples/lint"
)

var update = flag.Bool("update", false, "write the golden files")

// A result is what the program printed and answered.
type result struct {
	Out, Err string
	Exit     int
}

func run(stdin io.Reader, args ...string) result {
	var out, err bytes.Buffer
	exit := lint.Run(args, stdin, &out, &err)
	return result{out.String(), err.String(), exit}
}

// lines returns what was printed on standard output, without the last line's end.
func (r result) lines() []string {
	return strings.Split(strings.TrimSuffix(r.Out, "\n"), "\n")
}

// TestGolden runs the commands of testdata/session.golden, each of which begins
// with "$ lint", and holds what they print and answer against what stands there.
func TestGolden(t *testing.T) {
	const file = "testdata/session.golden"
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	described := true
	for line := range strings.Lines(string(want)) {
		command, ok := strings.CutPrefix(line, "$ lint")
		if !ok && !strings.HasPrefix(line, "# ") {
			continue
		}
		if !described {
			got.WriteString("\n")
		}
		if described = !ok; !ok {
			got.WriteString(line)
			continue
		}
		args, from, piped := strings.Cut(strings.TrimSpace(command), "< ")
		var stdin io.Reader = terminal{}
		if piped {
			data, err := os.ReadFile(from)
			if err != nil {
				t.Fatal(err)
			}
			stdin = bytes.NewReader(data)
		}
		r := run(stdin, strings.Fields(args)...)
		out := strings.ReplaceAll(r.Out, filepath.FromSlash("testdata/shop/"), "testdata/shop/")
		fmt.Fprintf(&got, "%s%s%sexit %d\n", line, out, r.Err, r.Exit)
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("run with -update if this is meant (-want +got):\n%s", diff)
	}
}

// put writes files below a new directory and returns its name.
func put(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func fixture(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestExitStatus(t *testing.T) {
	const good, warned, bad, missing = "testdata/good.json", "testdata/contacts.json", "testdata/list-too-long.json", "testdata/none.json"
	for _, tt := range []struct {
		name string
		args []string
		want int
	}{
		{"nothing wrong", []string{good}, 0},
		{"warnings alone", []string{warned}, 0},
		{"an error", []string{bad}, 1},
		{"an error, then none", []string{bad, good}, 1},
		{"no file of that name", []string{missing}, 2},
		{"unreadable beats faulty", []string{bad, missing}, 2},
		{"in either order", []string{missing, bad}, 2},
		{"unknown flag", []string{"-colour", good}, 2},
		{"unknown profile", []string{"-profile", "meta", good}, 2},
		{"unknown kind", []string{"-kind", "message", good}, 2},
		{"unknown language", []string{"-lang", "tlh", good}, 2},
		{"a script of another language", []string{"-lang", "hi-Latn", good}, 2},
		{"an empty language", []string{"-lang", "", good}, 2},
		{"a language with a region", []string{"-lang", "pt_BR", good}, 0},
		{"help", []string{"-help"}, 0},
		{"a file that is one byte", []string{"-"}, 1},
		{"mending what is piped in", []string{"-fix", "-"}, 2},
		{"mending what is piped in, unnamed", []string{"-fix"}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if r := run(strings.NewReader("{"), tt.args...); r.Exit != tt.want {
				t.Errorf("exit %d, want %d\n%s%s", r.Exit, tt.want, r.Out, r.Err)
			}
		})
	}
}

// TestUnreadableFilesDoNotStopTheOthers: all that can be checked is.
func TestUnreadableFilesDoNotStopTheOthers(t *testing.T) {
	got := run(nil, "testdata/none.json", "testdata/list-too-long.json")
	if len(got.lines()) != 2 || !strings.HasPrefix(got.Err, "lint: testdata/none.json: ") {
		t.Errorf("%+v", got)
	}
}

func TestStandardInput(t *testing.T) {
	text := fixture(t, "list-too-long.json")
	want := run(nil, "testdata/list-too-long.json")
	want.Out = strings.ReplaceAll(want.Out, "testdata/list-too-long.json", "-")
	for _, args := range [][]string{{"-"}, nil, {"-", "-"}} {
		if diff := cmp.Diff(want, run(strings.NewReader(text), args...)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", args, diff)
		}
	}
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for _, stdin := range []io.Reader{terminal{}, null} {
		if diff := cmp.Diff(result{Err: lint.Usage(), Exit: 2}, run(stdin)); diff != "" {
			t.Errorf("a device without arguments (-want +got):\n%s", diff)
		}
	}
}

// TestOrder: files in the order of the arguments, directories in that of their
// names, each file once.
func TestOrder(t *testing.T) {
	bad := fixture(t, "cut-off.json")
	dir := put(t, map[string]string{
		"b/2.json": bad, "b/10.json": bad, "b/x.txt": bad, "b/sub/1.JSON": bad, "a.json": bad, "c.json": bad,
	})
	in := func(names ...string) []string {
		for i, name := range names {
			names[i] = filepath.Join(dir, filepath.FromSlash(name))
		}
		return names
	}
	for _, tt := range []struct{ args, want []string }{
		{in("."), in("a.json", "b/10.json", "b/2.json", "b/sub/1.JSON", "c.json")},
		{in("c.json", "b", "a.json"), in("c.json", "b/10.json", "b/2.json", "b/sub/1.JSON", "a.json")},
		{in("b/2.json", "b", "b/./2.json"), in("b/2.json", "b/10.json", "b/sub/1.JSON")},
		{in("b/x.txt"), in("b/x.txt")},
	} {
		var got []string
		for _, line := range run(nil, tt.args...).lines() {
			name, _, _ := strings.Cut(line, ": ")
			got = append(got, name)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.args, diff)
		}
	}
}

// TestLinkedDirectory: a link to a directory is followed where it is named, and
// only there.
func TestLinkedDirectory(t *testing.T) {
	dir := put(t, map[string]string{"real/a.json": "{", "all/b.json": "{"})
	link := filepath.Join(dir, "all", "link")
	if err := os.Symlink(filepath.Join(dir, "real"), link); err != nil {
		t.Skip("no links here:", err)
	}
	named, found := run(nil, link), run(nil, filepath.Join(dir, "all"))
	if len(named.lines()) != 1 || !strings.HasPrefix(named.Out, filepath.Join(link, "a.json")+": ") {
		t.Errorf("%+v", named)
	}
	if len(found.lines()) != 1 || strings.Contains(found.Out, "a.json") {
		t.Errorf("%+v", found)
	}
}

func TestEmptyDirectory(t *testing.T) {
	dir := put(t, map[string]string{"readme.txt": ""})
	if diff := cmp.Diff(result{Err: "lint: " + dir + ": holds no *.json file\n", Exit: 2}, run(nil, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSizeBound: 3 MB are read, one byte more is not.
func TestSizeBound(t *testing.T) {
	const most = 3 << 20
	text := fixture(t, "good.json")
	fits := text + strings.Repeat(" ", most-len(text))
	dir := put(t, map[string]string{"fits.json": fits, "over.json": fits + " ", "more.json": fits + "   "})
	for _, tt := range []struct {
		name  string
		stdin string
		want  result
	}{
		{filepath.Join(dir, "fits.json"), "", result{}},
		{"-", fits, result{}},
		{filepath.Join(dir, "over.json"), "", result{Out: filepath.Join(dir, "over.json") + ": 3145729 bytes, at most 3145728 [too_large]\n", Exit: 1}},
		{filepath.Join(dir, "more.json"), "", result{Out: filepath.Join(dir, "more.json") + ": 3145731 bytes, at most 3145728 [too_large]\n", Exit: 1}},
		{"-", fits + "   ", result{Out: "-: 3145729 bytes, at most 3145728 [too_large]\n", Exit: 1}},
	} {
		if diff := cmp.Diff(tt.want, run(strings.NewReader(tt.stdin), tt.name)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// full is a stream that takes nothing, such as that of a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputThatCannotBeWritten(t *testing.T) {
	var err bytes.Buffer
	if exit := lint.Run([]string{"testdata/list-too-long.json"}, nil, full{}, &err); exit != 2 || err.String() != "lint: standard output: no space left\n" {
		t.Errorf("exit %d, %s", exit, err.String())
	}
}

// TestFormOfALine: every line has the promised form, in every language.
func TestFormOfALine(t *testing.T) {
	form := regexp.MustCompile(`^testdata/[a-z/-]+\.json: (/\S+: )?(warning: )?\S.* \[[a-z_]+\]$`)
	for _, tag := range []string{"en", "es", "pt", "de", "fr", "ar", "hi", "id"} {
		for _, line := range run(nil, "-lang", tag, "-profile", "strictest", "testdata").lines() {
			if !form.MatchString(filepath.ToSlash(line)) {
				t.Errorf("%s: %q", tag, line)
			}
		}
	}
}

func TestJSONLines(t *testing.T) {
	type line struct {
		File, Pointer, Code, Severity, Message, Want string
		Line, Column                                 int
		Span                                         []int
		Off                                          []string
		Measure                                      *struct {
			Actual, Limit int
			Unit          string
		}
		Fixed *struct{ Was, Now string }
	}
	text, wire := run(nil, "testdata").lines(), run(nil, "-json", "testdata").lines()
	if len(text) != len(wire) {
		t.Fatalf("%d lines of text, %d of JSON", len(text), len(wire))
	}
	for i := range wire {
		d := json.NewDecoder(strings.NewReader(wire[i]))
		d.DisallowUnknownFields()
		var l line
		if err := d.Decode(&l); err != nil || d.More() {
			t.Fatalf("%s: %v", wire[i], err)
		}
		place, mark := "", ""
		if l.Pointer != "" {
			place = l.Pointer + ": "
		}
		if l.Severity == "warning" {
			mark = "warning: "
		}
		if len(l.Off) > 0 {
			l.Message += "; off: " + strings.Join(l.Off, ", ")
		}
		want := fmt.Sprintf("%s: %s%s%s [%s]", l.File, place, mark, l.Message, l.Code)
		if diff := cmp.Diff(want, text[i]); diff != "" {
			t.Errorf("the text says something else than the JSON (-json +text):\n%s", diff)
		}
		data, err := os.ReadFile(l.File)
		if err != nil {
			t.Fatal(err)
		}
		if rows := strings.Split(string(data), "\n"); l.Line < 1 || l.Line > len(rows) || l.Column < 1 || l.Column > len(rows[l.Line-1])+1 {
			t.Errorf("%s: no such place in the file", wire[i])
		}
	}
}

// TestDefinitions: a request is held against the first definition of its name and
// language that has no errors, wherever that stands.
func TestDefinitions(t *testing.T) {
	request, definition := fixture(t, "shop/request.json"), fixture(t, "shop/template.json")
	whole := strings.Replace(request, `{"type": "text", "text": "Ann"}`, `{"type": "text", "text": "Ann"}, {"type": "text", "text": "1042"}`, 1)
	whole = strings.Replace(whole, `"components": [`, `"components": [{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"1042"}]},`, 1)
	const short = `{"name":"order_ready","language":"en_US","category":"UTILITY","components":[` +
		`{"type":"BODY","text":"Hello {{1}}, your order is here.","example":{"body_text":[["Ann"]]}}]}`
	for _, tt := range []struct {
		name  string
		files map[string]string
		want  int
	}{
		{"no definition", map[string]string{"a.json": request, "b.json": request}, 0},
		{"it comes last", map[string]string{"a.json": request, "b.json": definition}, 1},
		{"it comes first", map[string]string{"b.json": request, "a.json": definition}, 1},
		{"all values", map[string]string{"a.json": whole, "b.json": definition}, 0},
		{"another name", map[string]string{"a.json": request, "b.json": strings.Replace(definition, "order_ready", "order_late", 1)}, 0},
		{"another language", map[string]string{"a.json": request, "b.json": strings.Replace(definition, "en_US", "es", 1)}, 0},
		{"the first of two", map[string]string{"a.json": request, "b.json": short, "c.json": definition}, 0},
		{"the first of two, the other way round", map[string]string{"a.json": request, "c.json": short, "b.json": definition}, 1},
	} {
		if r := run(nil, put(t, tt.files)); r.Exit != tt.want {
			t.Errorf("%s: %+v", tt.name, r)
		}
	}
	dir := put(t, map[string]string{"a.json": request, "b.json": strings.Replace(definition, "{{2}}", "{{3}}", 1)})
	if r := run(nil, dir); strings.Contains(r.Out, "a.json") || r.Exit != 1 {
		t.Errorf("held against a definition with errors: %+v", r)
	}
	if r := run(strings.NewReader(request), "-", "testdata/shop/template.json"); r.Exit != 1 || strings.Count(r.Out, "\n-: ") != 1 {
		t.Errorf("standard input is not held against a definition: %+v", r)
	}
}

// TestForcedKinds: what is not of the kind that the arguments name is refused.
func TestForcedKinds(t *testing.T) {
	for _, kind := range []string{"request", "template", "inventory", "webhook"} {
		for _, document := range []string{"{}", "[]", "null", "1", `""`, ""} {
			r := run(strings.NewReader(document), "-kind", kind)
			if r.Exit != 1 {
				t.Errorf("%s %q: %+v", kind, document, r)
			}
		}
	}
	for document, kind := range map[string]string{
		`{"to":"1","type":"text"}`:                       "request",
		`{"name":"a","language":"en","components":[]}`:   "template",
		`{"components":[{"type":"plug_in"}]}`:            "inventory",
		`{"components":[],"roles":[]}`:                   "inventory",
		`{"object":"x","entry":[{"id":1,"changes":[]}]}`: "webhook",
	} {
		found, forced := run(strings.NewReader(document)), run(strings.NewReader(document), "-kind", kind)
		if diff := cmp.Diff(forced, found); diff != "" {
			t.Errorf("%s is not found to be one: %s\n%s", kind, document, diff)
		}
	}
}

// TestHostileNames: nothing that a terminal obeys comes out of a file's name, be it
// in text, in JSON or in an error.
func TestHostileNames(t *testing.T) {
	const name = "a\x1b]0;owned\a\u202egnp\u009b31m\xff\u2028.json"
	r := run(nil, name)
	if r.Exit != 2 || strings.ContainsFunc(strings.TrimSuffix(r.Err, "\n"), unsafe) {
		t.Errorf("%q", r.Err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte("{"), 0o644); err != nil {
		t.Skip("no file of that name can be made here:", err)
	}
	for _, args := range [][]string{{dir}, {"-json", dir}} {
		r := run(nil, args...)
		if r.Exit != 1 || len(r.lines()) != 1 || strings.ContainsFunc(r.lines()[0], unsafe) {
			t.Errorf("%q: %+v", args, r)
		}
	}
	if diff := cmp.Diff(`a\x1b]0;owned\x07\u202egnp\u009b31m\xff\u2028.json`, lint.Visible(name)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestVisible: at the edges of what is hidden.
func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		" ~\u00a0\u061b\u061d\u200a\u2010\u2027\u202f\u205f\u2070\ufefe": " ~\u00a0\u061b\u061d\u200a\u2010\u2027\u202f\u205f\u2070\ufefe",
		"\x00\x1f\x7f\u0080\u009f":                                       `\x00\x1f\x7f\u0080\u009f`,
		"\u061c\u200b\u200f\u2028":                                       `\u061c\u200b\u200f\u2028`,
		"\u202e\u2060\u206f\ufeff":                                       `\u202e\u2060\u206f\ufeff`,
	} {
		if got := lint.Visible(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestTally: what a full list does not hold counts, too.
func TestTally(t *testing.T) {
	vs := decorum.Violations{
		{Code: decorum.TooLong, Severity: decorum.SeverityError},
		{Code: decorum.Unknown, Severity: decorum.SeverityWarning},
		{Code: decorum.Truncated, Severity: decorum.SeverityError, Limit: 100, Actual: 250},
	}
	if errs, all := lint.Tally(vs); errs != 151 || all != 152 {
		t.Errorf("%d errors of %d", errs, all)
	}
}

func unsafe(c rune) bool {
	return c < ' ' || 0x7F <= c && c < 0xA0 || c == 0x202E || c == 0x2028 || c == '\uFFFD'
}

// terminal is a stream that says it is one, and keeps what is written to it.
type terminal struct{ *bytes.Buffer }

func (terminal) Stat() (fs.FileInfo, error) { return os.Stat(os.DevNull) }

func (t terminal) Read(p []byte) (int, error) { return 0, io.EOF }
