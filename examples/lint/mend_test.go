package main_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	lint "github.com/decorum-go/decorum/examples/lint"
)

// mend runs the program with -fix over one file that holds text, and returns what
// it holds then and what was printed, without the name of the file.
func mend(t *testing.T, text string, flags ...string) (string, result) {
	t.Helper()
	name := filepath.Join(put(t, map[string]string{"a.json": text}), "a.json")
	r := run(nil, append(append([]string{"-fix"}, flags...), name)...)
	mended, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r.Out = strings.ReplaceAll(r.Out, name, "a.json")
	return string(mended), r
}

func parameter(raw string) string {
	return `{"messaging_product":"whatsapp","to":"+16315551002","type":"template","template":{"name":"n","language":{"code":"en"},` +
		`"components":[{"type":"body","parameters":[{"type":"text","text":"` + raw + `"}]}]}}`
}

func replyTitle(raw string) string {
	return `{"messaging_product":"whatsapp","to":"+16315551002","type":"interactive","interactive":{"type":"button",` +
		`"body":{"text":"Friday?"},"action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"` + raw + `"}}]}}}`
}

func kindName(raw string) string {
	return strings.Replace(replyTitle("Yes"), `"type":"button"`, `"type":"`+raw+`"`, 1)
}

func reaction(raw string) string {
	return `{"messaging_product":"whatsapp","to":"+16315551002","type":"reaction","reaction":{"message_id":"wamid.1","emoji":"` + raw + `"}}`
}

func replyID(raw string) string {
	return strings.Replace(replyTitle("Yes"), `"id":"y"`, `"id":"`+raw+`"`, 1)
}

func templateBody(raw string) string {
	return `{"name":"order_ready","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"` + raw + `"}]}`
}

// TestMend has each text in JSON, as it stands in the file.
func TestMend(t *testing.T) {
	for _, tt := range []struct {
		name     string
		document func(string) string
		was, now string
		exit     int
	}{
		{"a tab", parameter, `Ann\tSmith`, `Ann Smith`, 0},
		{"a tab as a number", parameter, `Ann\u0009Smith`, `Ann Smith`, 0},
		{"line breaks at both ends", parameter, `\r\nAnn\n`, `Ann`, 0},
		{"five spaces", parameter, `a     b`, `a b`, 0},
		{"four spaces", parameter, `a    b`, `a    b`, 0},
		{"five spaces, one as a number", parameter, `a  \u0020  b`, `a b`, 0},
		{"escapes before and after stay", parameter, `\u00e9\ud83d\ude00é😀\/\"\tx\n\u4f60y`, `\u00e9\ud83d\ude00é😀\/\" x \u4f60y`, 0},
		{"nothing but blanks is left alone", parameter, `\t\n`, `\t\n`, 1},
		{"a title with a tab", replyTitle, `Yes,\tplease`, `Yes, please`, 0},
		{"blanks at the end make it too long", replyTitle, `12345678901234567890  `, `12345678901234567890`, 0},
		{"blanks at both ends", replyTitle, ` 12345678901234567890\u0020`, `12345678901234567890`, 0},
		{"too long without them, too", replyTitle, `123456789012345678901  `, `123456789012345678901  `, 1},
		{"blanks that are not too many", replyTitle, `Yes  `, `Yes  `, 0},
		{"the name of a kind", kindName, `BUTTON`, `button`, 0},
		{"an emoji that is escaped twice", reaction, `\\ud83d\\ude00`, `😀`, 0},
		{"an id is never touched", replyID, `yes `, `yes `, 0},
		{"an id with a tab, neither", replyID, `a\tb`, `a\tb`, 0},
		{"blank lines in a template", templateBody, `One\n\n\n\ntwo`, `One\n\ntwo`, 0},
		{"one blank line", templateBody, `One\n\ntwo`, `One\n\ntwo`, 0},
		{"spaces in a template", templateBody, `One\t\ttwo      three`, `One two three`, 0},
		{"a tab before a template", templateBody, `\tOne two`, `One two`, 0},
		{"spaces after a template", templateBody, `One two      `, `One two`, 0},
		{"spaces in an empty line of a template", templateBody, `One\n\t\ntwo`, `One\n\ntwo`, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, r := mend(t, tt.document(tt.was))
			if diff := cmp.Diff(tt.document(tt.now), got); diff != "" {
				t.Errorf("(-want +got):\n%s\n%s", diff, r.Out)
			}
			if told := strings.Contains(r.Out, ": fixed: "); told != (tt.was != tt.now) {
				t.Errorf("told of a change: %v\n%s", told, r.Out)
			}
			if r.Exit != tt.exit {
				t.Errorf("exit %d, want %d\n%s%s", r.Exit, tt.exit, r.Out, r.Err)
			}
			if again, r := mend(t, got); again != got || strings.Contains(r.Out, "fixed:") {
				t.Errorf("mended a second time: %s", r.Out)
			}
		})
	}
}

func TestMendTellsWhatItChanged(t *testing.T) {
	_, r := mend(t, parameter(`A text of some length,\tand a tail that is longer than a line has room for`))
	const text = "a.json: /template/components/0/parameters/0/text: fixed: " +
		`…"me length,\tand a tail that is longer tha"… is now …"me length, and a tail that is longer tha"… [forbidden_spacing]` + "\n"
	if diff := cmp.Diff(text, r.Out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	_, r = mend(t, parameter(`A\tB`), "-json")
	const wire = `{"file":"a.json","pointer":"/template/components/0/parameters/0/text","code":"forbidden_spacing","severity":"error",` +
		`"message":"holds a new line, a tab or more than four spaces in a row; use single spaces (at byte 1)","line":1,"column":184,` +
		`"span":[1,2],"fixed":{"was":"A\tB","now":"A B"}}` + "\n"
	if diff := cmp.Diff(wire, r.Out); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestMendTakesAwayAByteOrderMark(t *testing.T) {
	text := fixture(t, "good.json")
	got, r := mend(t, "\uFEFF"+text)
	if diff := cmp.Diff(result{Out: `a.json: fixed: "\ufeff" is now "" [forbidden_character]` + "\n"}, r); diff != "" || got != text {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r := run(strings.NewReader("\uFEFF" + text)); r.Exit != 1 || len(r.lines()) != 1 {
		t.Errorf("%+v", r)
	}
	// What is wrong besides is told and mended as well, and stands where it does.
	got, r = mend(t, "\uFEFF"+parameter(`a\tb`))
	if got != parameter(`a b`) || r.Exit != 0 || len(r.lines()) != 2 {
		t.Errorf("%s\n%+v", got, r)
	}
}

// TestMendAll: a file with more faults than a list of violations holds.
func TestMendAll(t *testing.T) {
	values := strings.Repeat(`{"type":"text","text":"a\tb"},`, 250)
	text := strings.Replace(parameter(""), `{"type":"text","text":""}`, strings.TrimSuffix(values, ","), 1)
	got, r := mend(t, text)
	if strings.Contains(got, `\t`) || r.Exit != 0 || len(r.lines()) != 250 {
		t.Errorf("exit %d, %d lines, the last %q", r.Exit, len(r.lines()), r.lines()[len(r.lines())-1])
	}
}

func TestMendKeepsTheMode(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes here")
	}
	dir := put(t, map[string]string{"a.json": parameter(`a\tb`)})
	name := filepath.Join(dir, "a.json")
	for _, mode := range []os.FileMode{0o600, 0o640, 0o755} {
		if err := os.WriteFile(name, []byte(parameter(`a\tb`)), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
		run(nil, "-fix", name)
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if data, err := os.ReadFile(name); err != nil || info.Mode() != mode || string(data) != parameter(`a b`) {
			t.Errorf("mode %v, want %v, %v, %s", info.Mode(), mode, err, data)
		}
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
		t.Errorf("something was left behind: %v, %v", files, err)
	}
}

// TestMendFollowsNoLink: neither the file that a link leads to nor the link.
func TestMendFollowsNoLink(t *testing.T) {
	text := parameter(`a\tb`)
	dir := put(t, map[string]string{"real/a.json": text, "links/note.txt": ""})
	link := filepath.Join(dir, "links", "a.json")
	if err := os.Symlink(filepath.Join("..", "real", "a.json"), link); err != nil {
		t.Skip("no links here:", err)
	}
	r := run(nil, "-fix", link)
	data, err := os.ReadFile(link)
	if err != nil || string(data) != text {
		t.Errorf("%v, %s", err, data)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is none any more: %v, %v", info, err)
	}
	want := result{
		Out: link + ": /template/components/0/parameters/0/text: holds a new line, a tab or more than four spaces in a row; use single spaces (at byte 1) [forbidden_spacing]\n",
		Err: "lint: " + link + ": not mended: not a regular file\n", Exit: 2,
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r := run(nil, filepath.Join(dir, "links")); r.Exit != 2 {
		t.Errorf("a link in a directory was followed: %+v", r)
	}
}

// TestMendLeavesReadOnlyFilesAlone: they could be replaced, but whoever made them so
// does not want that.
func TestMendLeavesReadOnlyFilesAlone(t *testing.T) {
	text := parameter(`a\tb`)
	dir := put(t, map[string]string{"a.json": text})
	name := filepath.Join(dir, "a.json")
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	r := run(nil, "-fix", name)
	if data, err := os.ReadFile(name); err != nil || string(data) != text {
		t.Errorf("%v, %s", err, data)
	}
	if want := "lint: " + name + ": not mended: it is read-only\n"; r.Exit != 2 || r.Err != want || !strings.Contains(r.Out, "[forbidden_spacing]") {
		t.Errorf("%+v", r)
	}
}

// TestMendLeavesGoodFilesAlone: they are not even written.
func TestMendLeavesGoodFilesAlone(t *testing.T) {
	dir := put(t, map[string]string{"a.json": fixture(t, "good.json")})
	before, err := os.Stat(filepath.Join(dir, "a.json"))
	if err != nil {
		t.Fatal(err)
	}
	run(nil, "-fix", dir)
	after, err := os.Stat(filepath.Join(dir, "a.json"))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("another file stands there now (%v)", err)
	}
}

func TestMendInADirectoryThatCannotBeWritten(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("the superuser can write everywhere")
	}
	dir := put(t, map[string]string{"a.json": parameter(`a\tb`)})
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if r := run(nil, "-fix", dir); r.Exit != 2 || strings.Contains(r.Out, "fixed:") {
		t.Errorf("%+v", r)
	}
}

// TestMendDoesNoHarm: a title that would be the same as another without its tab
// stays; the text beside it is mended all the same, in whichever order they stand.
func TestMendDoesNoHarm(t *testing.T) {
	const (
		document = `{"messaging_product":"whatsapp","to":"+16315551002","type":"interactive","interactive":{"type":"button","body":{"text":"When?"},` +
			`"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"A"}},{"type":"reply","reply":{"id":"2","title":"B"}},` +
			`{"type":"reply","reply":{"id":"3","title":"C"}}]}}}`
	)
	with := func(a, b, c string) string {
		return strings.NewReplacer(`"A"`, `"`+a+`"`, `"B"`, `"`+b+`"`, `"C"`, `"`+c+`"`).Replace(document)
	}
	for _, tt := range []struct{ was, now string }{
		{with(`At\tnoon`, `At noon`, `At\tnight`), with(`At\tnoon`, `At noon`, `At night`)},
		{with(`At\tnight`, `At noon`, `At\tnoon`), with(`At night`, `At noon`, `At\tnoon`)},
		{with(`At\tnoon`, `At\nnoon`, `Later`), with(`At noon`, `At\nnoon`, `Later`)},
	} {
		got, r := mend(t, tt.was)
		if diff := cmp.Diff(tt.now, got); diff != "" || r.Exit != 1 {
			t.Errorf("exit %d (-want +got):\n%s\n%s", r.Exit, diff, r.Out)
		}
		if again, _ := mend(t, got); again != got {
			t.Errorf("mended a second time: %s", again)
		}
	}
}

// TestMendWithADefinition: requests are held against the definition as it will be.
func TestMendWithADefinition(t *testing.T) {
	dir := put(t, map[string]string{
		"a.json":        strings.Replace(fixture(t, "shop/request.json"), `"Ann"`, `"Ann\tSmith"`, 1),
		"template.json": strings.Replace(fixture(t, "shop/template.json"), "ready to", `ready\n\n\n\nto`, 1),
	})
	first, second := run(nil, "-fix", dir), run(nil, "-fix", dir)
	if strings.Count(first.Out, ": fixed: ") != 2 || strings.Count(first.Out, "[required]") != 2 || first.Exit != 1 {
		t.Errorf("%+v", first)
	}
	var left []string
	for _, line := range first.lines() {
		if !strings.Contains(line, ": fixed: ") {
			left = append(left, line)
		}
	}
	if diff := cmp.Diff(left, second.lines()); diff != "" {
		t.Errorf("(-left by the first +second):\n%s", diff)
	}
}

// TestWriteOverNothingElse: what was not read is not replaced.
func TestWriteOverNothingElse(t *testing.T) {
	dir := put(t, map[string]string{"a.json": "another text"})
	name := filepath.Join(dir, "a.json")
	for _, name := range []string{name, filepath.Join(dir, "none.json"), dir, filepath.Join(dir, "none", "a.json")} {
		if err := lint.Write(name, []byte("old"), []byte("new")); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if data, err := os.ReadFile(name); err != nil || string(data) != "another text" {
		t.Errorf("%q, %v", data, err)
	}
}
