package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	quickstart "github.com/decorum-go/decorum/examples/quickstart"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), string(got)); diff != "" {
		t.Errorf("%s (-want +got), see -update:\n%s", name, diff)
	}
}

// run runs the program with a text as its standard input.
func run(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = quickstart.Run(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// never is a standard input that nobody closes.
type never struct{ t *testing.T }

func (n never) Read([]byte) (int, error) {
	n.t.Error("the standard input is read")
	return 0, io.EOF
}

func TestPage(t *testing.T) {
	var out, errs bytes.Buffer
	if status := quickstart.Run(nil, never{t}, &out, &errs); status != 0 || errs.Len() > 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	golden(t, "page.txt", out.Bytes())
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) > 77 {
		t.Errorf("%d lines are no page", len(lines))
	}
	for _, line := range lines {
		if n := quickstart.Columns(line); n > 100 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

// The page tells all that it is there for.
func TestPageTellsTheStory(t *testing.T) {
	_, page, _ := run("")
	for _, want := range []string{
		"offered until 09:00:32", "accepted, ● green", "30 seconds", "● yellow", "50 seconds", "● red",
		"send until Tue 09:00", "message ann-1 to Layla 🌿: read", "هذه هي العجلة", "https://www.openstreetmap.org/?mlat=51.5366&mlon=-0.0617",
		"https://maps.example/51.5366,-0.0617/300x200.png", "[x] At 5 pm", "Hello {{1}}, we come {{2}} to {{3}}.",
		"Hello Layla, we come at 5 pm to Broadway Market.", "the 24-hour reply window is closed", "send as notification", "(20 seconds late)", "noted: read", "yellow after 30 seconds, red after 50 seconds",
		"free messages ended at 09:04:05", "Thanks for waiting! Your wheel is fixed 🎉", "❤️ Layla 🌿", "send until Wed 09:07",
		`"interactive":{"type":"button"`, `"template":{"name":"patience"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not tell %q", want)
		}
	}
}

func TestJSON(t *testing.T) {
	status, out, errs := run("", "-json")
	if status != 0 || errs != "" {
		t.Fatalf("status %d: %s", status, errs)
	}
	golden(t, "page.jsonl", []byte(out))
	for line := range strings.Lines(out) {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
}

// Twice the same: nothing of the machine, the time or the order of a map is in it.
func TestDeterministic(t *testing.T) {
	for _, args := range [][]string{nil, {"-json"}} {
		_, first, _ := run("", args...)
		if _, second, _ := run("", args...); first != second {
			t.Errorf("%v: (-first +second)\n%s", args, cmp.Diff(first, second))
		}
	}
}

// webhook returns a body with a value.
func webhook(value string) string {
	return `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",` +
		`"metadata":{"display_phone_number":"442079460958","phone_number_id":"7"},` + value + `}}]}]}`
}

func text(id, body string) string {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return `{"from":"447700900123","id":"` + id + `","timestamp":"1772442000","type":"text","text":{"body":` + string(b) + `}}`
}

func TestWebhooks(t *testing.T) {
	for _, test := range []struct {
		name, body string
		status     int
		want       []string
	}{
		{"text", webhook(`"messages":[` + text("a", "Good morning") + `]`), 0, []string{
			"Monday, 2 March 2026", "09:00:00  webhook  +447700900123: Good morning", "received, queued",
			"09:00:00  Customer: Good morning", "send until Tue 09:00",
		}},
		{"once more", webhook(`"messages":[` + text("a", "once") + `,` + text("a", "once") + `]`), 0, []string{"received, queued", "nothing new"}},
		{"failed", webhook(`"statuses":[{"id":"wamid.1","status":"failed","timestamp":"1772442000","recipient_id":"447700900123",` +
			`"errors":[{"code":131047,"title":"Re-engagement message"}]}]`), 0, []string{
			"message wamid.1 to +447700900123: failed", "send failed", "131047", "May a text be sent at Mon 09:00:00? refuse",
			"the 24-hour reply window is closed",
		}},
		{"unknown type", webhook(`"messages":[{"from":"447700900123","id":"a","timestamp":"1772442000","type":"hologram","hologram":{}}]`), 0, []string{"Unknown message"}},
		{"unknown field", `{"object":"whatsapp_business_account","entry":[{"id":"1","time":1772442000,"changes":[{"field":"moon_phase","value":{"full":true}}]}]}`, 0, []string{
			"moon_phase: not known to this version, kept as JSON of 13 bytes",
		}},
		{"template", `{"object":"whatsapp_business_account","entry":[{"id":"1","time":1772442000,"changes":[{"field":"message_template_status_update",` +
			`"value":{"event":"PAUSED","message_template_id":1,"message_template_name":"hello","message_template_language":"en","reason":"NONE"}}]}]}`, 0, []string{
			"template hello (en) is now paused",
		}},
		{"one bad among good", webhook(`"messages":[` + text("a", "first") + `,{"from":"447700900123","id":"b","timestamp":"1772442000","type":"text","text":"no object"},` +
			text("c", "third") + `]`), 1, []string{"first", "third", "/entry/0/changes/0/value/messages/1/text: "}},
		{"no JSON", `{"entry":[`, 1, []string{"not well-formed"}},
		{"nothing", " \n", 1, []string{"empty"}},
		{"text alone", "hello", 1, []string{"not well-formed"}},
		{"UTF-16", "\xff\xfe{\x00}\x00", 1, []string{"UTF-16; save it as UTF-8"}},
		{"mark before UTF-8", "\uFEFF" + webhook(`"messages":[`+text("a", "Good morning")+`]`), 0, []string{"Good morning"}},
		{"send request", `{"messaging_product":"whatsapp","to":"447700900123","type":"text","text":{"body":"Hi"}}`, 1, []string{
			"not a webhook but a send request: check it with go run ./examples/lint FILE",
		}},
		{"template definition", `{"name":"hello","language":"en","category":"UTILITY","components":[]}`, 1, []string{"a message template", "examples/lint"}},
		{"refusal", `{"error":{"message":"no","type":"OAuthException","code":131047,"fbtrace_id":"x"}}`, 1, []string{"Meta's answer 131047"}},
		{"answer", `{"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"447700900123"}],"messages":[{"id":"wamid.9"}]}`, 1, []string{"taken as wamid.9"}},
		{"nothing told", `{"object":"whatsapp_business_account","entry":[]}`, 0, []string{"a webhook that tells nothing"}},
		{"another object", `{"weather":"fine"}`, 1, []string{"not a webhook"}},
		{"no members", `{}`, 1, []string{"not a webhook"}},
		{"a list", `[]`, 1, []string{"want an object"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "body.json")
			if err := os.WriteFile(file, []byte(test.body), 0o600); err != nil {
				t.Fatal(err)
			}
			status, out, errs := run("", file)
			if status != test.status || errs != "" {
				t.Errorf("status %d, want %d; %s", status, test.status, errs)
			}
			flat := strings.Join(strings.Fields(out), " ")
			for _, want := range test.want {
				if !strings.Contains(flat, strings.Join(strings.Fields(want), " ")) {
					t.Errorf("no %q in\n%s", want, out)
				}
			}
			again, piped, _ := run(test.body, "-")
			if diff := cmp.Diff(strings.ReplaceAll(out, file, "-"), piped); again != status || diff != "" {
				t.Errorf("by the standard input: status %d\n%s", again, diff)
			}
			if again, out, _ := run(test.body, "-json", "-"); again != status || out != "" && !strings.HasPrefix(out, "{") {
				t.Errorf("as JSON: status %d\n%s", again, out)
			}
		})
	}
}

// Files are taken in their order, and each contact has one conversation.
func TestSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "1.json"), filepath.Join(dir, "2.json")
	for file, body := range map[string]string{
		first:  webhook(`"statuses":[{"id":"wamid.1","status":"read","timestamp":"1772441000","recipient_id":"447700900123"}]`),
		second: webhook(`"contacts":[{"wa_id":"447700900123","profile":{"name":"Layla"}}],"messages":[` + text("a", "Good morning") + `]`),
	} {
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, out, _ := run("", first, filepath.Join(dir, "none.json"), second)
	if status != 1 || !strings.Contains(out, "none.json") {
		t.Errorf("a missing file: status %d\n%s", status, out)
	}
	if n := strings.Count(out, "The transcript of the conversation with Layla"); n != 1 {
		t.Errorf("%d conversations\n%s", n, out)
	}
	if strings.Index(out, "wamid.1") > strings.Index(out, "Good morning") {
		t.Errorf("the order is not that of the files:\n%s", out)
	}
}

// One customer is one conversation, whichever ids a webhook tells, and also with
// another number; who has the number after that is somebody else.
func TestACustomerMoves(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for i, value := range []string{
		`"messages":[` + text("a", "One") + `]`,
		`"contacts":[{"wa_id":"447700900123","user_id":"GB.1"}],"messages":[` + text("b", "Two") + `]`,
		`"messages":[` + strings.Replace(text("c", "Three"), `"from":"447700900123"`, `"from_user_id":"GB.1"`, 1) + `]`,
		`"messages":[{"from":"447700900123","id":"d","timestamp":"1772441000","type":"system","system":{"type":"user_changed_number","wa_id":"447700900456"}}]`,
		`"messages":[` + strings.Replace(text("e", "Four"), "447700900123", "447700900456", 1) + `]`,
		`"messages":[` + text("f", "Who are you?") + `]`,
	} {
		file := filepath.Join(dir, string(rune('1'+i))+".json")
		if err := os.WriteFile(file, []byte(webhook(value)), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	status, out, _ := run("", files...)
	_, out, _ = strings.Cut(out, "The transcript of the conversation with +447700900456")
	moved, heir, ok := strings.Cut(out, "The transcript of the conversation with +447700900123")
	if status != 0 || !ok || strings.Contains(heir, "The transcript of") {
		t.Fatalf("status %d\n%s", status, out)
	}
	for _, word := range []string{"One", "Two", "Three", "Four"} {
		if !strings.Contains(moved, word) {
			t.Errorf("%s is missing\n%s", word, moved)
		}
	}
	if !strings.Contains(heir, "Who are you?") {
		t.Errorf("%s", heir)
	}
}

// A message of nobody is told, and is in no conversation.
func TestAMessageOfNobody(t *testing.T) {
	body := webhook(`"messages":[{"from":"abc","id":"a","timestamp":"1772442000","type":"text","text":{"body":"Hi"}},` + text("b", "Hello") + `]`)
	status, out, errs := run(body, "-")
	if status != 1 || errs != "" || strings.Count(out, "The transcript") != 1 || !strings.Contains(out, "somebody: Hi") || !strings.Contains(out, "/messages/0/from") {
		t.Errorf("status %d\n%s%s", status, out, errs)
	}
}

func TestLength(t *testing.T) {
	body := webhook(`"messages":[` + text("a", "Good morning") + `]`)
	for n, want := range map[int]int{3 << 20: 0, 3<<20 + 1: 1, 4 << 20: 1} {
		status, out, _ := run(body+strings.Repeat(" ", n-len(body)), "-")
		if status != want {
			t.Errorf("%d bytes: status %d", n, status)
		}
		if want == 1 && !strings.Contains(out, "longer than 3145728 bytes") {
			t.Errorf("%d bytes:\n%s", n, out)
		}
	}
}

// A long text of one kind of character costs no more than its length.
func TestLongTexts(t *testing.T) {
	for _, s := range []string{" ", "a", "a ", "\u2068a ", "🚲", "\x1b"} {
		long := strings.Repeat(s, 100_000)
		if status, _, _ := run(webhook(`"messages":[`+text("a", long)+`]`), "-"); status != 0 {
			t.Errorf("%q: status %d", s, status)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, test := range []struct {
		args   []string
		status int
	}{
		{[]string{"-h"}, 0},
		{[]string{"-help"}, 0},
		{[]string{"-nothing"}, 2},
		{[]string{"-json=perhaps"}, 2},
		{[]string{"-\x1b]0;title\a.json"}, 2}, // as "*" may name a file
	} {
		status, out, errs := run("", test.args...)
		said, silent := errs, out
		if test.status == 0 {
			said, silent = out, errs
		}
		if status != test.status || silent != "" || !strings.Contains(said, "usage: quickstart [-json] [FILE… | -]") || strings.ContainsAny(said, "\x1b\a") {
			t.Errorf("%q: status %d, want %d\n%q\n%q", test.args, status, test.status, out, errs)
		}
	}
}

// A full disk or a closed pipe is told.
func TestWriteError(t *testing.T) {
	for _, args := range [][]string{nil, {"-json"}} {
		var errs bytes.Buffer
		if status := quickstart.Run(args, strings.NewReader(""), broken{}, &errs); status != 2 || !strings.Contains(errs.String(), "broken pipe") {
			t.Errorf("%v: status %d, %s", args, status, errs.String())
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

// Whatever stands in a webhook, the terminal gets no commands and no marks that
// turn the direction of the page.
func TestTerminalEscapes(t *testing.T) {
	const evil = "\x1b[2J\x1b]0;owned\x07\x9b31m\u009b31m\x7f\b\r\u202e\u2066\u061c\u2028\x00"
	b, err := json.Marshal(strings.ToValidUTF8(evil, "\uFFFD"))
	if err != nil {
		t.Fatal(err)
	}
	s := string(b[1 : len(b)-1])
	bodies := []string{
		webhook(`"contacts":[{"wa_id":"447700900123","profile":{"name":"` + s + `","username":"` + s + `"}}],"messages":[` +
			`{"from":"447700900123","id":"` + s + `","timestamp":"1772442000","type":"text","text":{"body":"` + s + `\n` + s + `"}},` +
			`{"from":"447700900123","id":"b","timestamp":"1772442000","type":"` + s + `","` + s + `":{}},` +
			`{"from":"447700900123","id":"c","timestamp":"1772442000","type":"location","location":{"latitude":1,"longitude":2,"name":"` + s + `","address":"` + s + `","url":"` + s + `"}},` +
			`{"from":"447700900123","id":"d","timestamp":"1772442000","type":"document","document":{"id":"1","filename":"` + s + `","caption":"` + s + `","mime_type":"` + s + `"}}]`),
		webhook(`"statuses":[{"id":"` + s + `","status":"failed","timestamp":"1772442000","recipient_id":"447700900123","biz_opaque_callback_data":"` + s +
			`","errors":[{"code":1,"title":"` + s + `","message":"` + s + `"}]}]`),
		`{"entry":[{"id":"` + s + `","time":1,"changes":[{"field":"` + s + `","value":{"` + s + `":1}}]}],"` + s + `":1}`,
		`{"entry":[{"id":"1","time":1,"changes":[{"field":"message_template_status_update","value":{"event":"` + s + `","message_template_name":"` + s + `","message_template_language":"` + s + `"}}]}]}`,
		`{"error":{"message":"` + s + `","type":"` + s + `","code":99999999}}`,
		`{"contacts":[{"input":"` + s + `"}],"messages":[{"id":"` + s + `"}]}`,
		evil,
	}
	for i, body := range bodies {
		for _, args := range [][]string{{"-"}, {"-json", "-"}, {"\x1b[2J.json"}} {
			_, out, errs := run(body, args...)
			for _, r := range out + errs {
				if r != '\n' && unicode.IsControl(r) || '\u2028' <= r && r <= '\u202e' || r == '\u2066' || r == '\u2067' {
					t.Errorf("body %d, %q: %q in\n%q", i, args, r, out+errs)
					break
				}
			}
			if n := strings.Count(out, "\u2068") - strings.Count(out, "\u2069"); n != 0 {
				t.Errorf("body %d, %q: %d isolates are left open", i, args, n)
			}
		}
	}
}

// Whatever the body, the program ends with its own status, tells something, and
// writes no command for the terminal.
func FuzzWebhook(f *testing.F) {
	f.Add([]byte(webhook(`"messages":[` + text("a", "Good *morning* \u05e9 🚲\n") + `]`)))
	f.Add([]byte(webhook(`"statuses":[{"id":"wamid.1","status":"failed","timestamp":"1","recipient_id":"447700900123","errors":[{"code":131047}]}]`)))
	f.Add([]byte(`{"entry":[{"changes":[{"field":"x","value":{}}]}]}`))
	f.Add([]byte(`{"error":{"code":4}}`))
	f.Add([]byte("\xff\xfe{"))
	f.Fuzz(func(t *testing.T, body []byte) {
		for _, args := range [][]string{{"-"}, {"-json", "-"}} {
			status, out, errs := run(string(body), args...)
			if status > 1 || errs != "" || out == "" && len(args) == 1 {
				t.Fatalf("%v: status %d, %q", args, status, errs)
			}
			for _, r := range out {
				if r != '\n' && unicode.IsControl(r) || '\u2028' <= r && r <= '\u202e' || r == '\u2066' || r == '\u2067' {
					t.Fatalf("%v: %q in %q", args, r, out)
				}
			}
		}
	})
}

func TestColors(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	t.Setenv("TERM", "xterm")
	if quickstart.Colors(&bytes.Buffer{}) {
		t.Error("a buffer is no terminal")
	}
	file, err := os.Create(filepath.Join(t.TempDir(), "page"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if quickstart.Colors(file) {
		t.Error("a file is no terminal")
	}
	device, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	if info, err := device.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 || runtime.GOOS == "windows" {
		t.Skip("no character device here")
	}
	if !quickstart.Colors(device) {
		t.Error("a device has no colours")
	}
	t.Setenv("TERM", "dumb")
	if quickstart.Colors(device) {
		t.Error("a dumb terminal has colours")
	}
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "1")
	if quickstart.Colors(device) {
		t.Error("NO_COLOR has colours")
	}
}

// With colours the page says the same.
func TestColoredPage(t *testing.T) {
	var out bytes.Buffer
	if err := quickstart.DrawStory(&out, true); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\x1b[31m● red\x1b[0m") {
		t.Error("no red")
	}
	_, want, _ := run("")
	got := regexp.MustCompile("\x1b\\[[0-9]*m").ReplaceAllString(out.String(), "")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-plain +coloured):\n%s", diff)
	}
}

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"plain ✓ 👩‍👩‍👧 ć":    "plain ✓ 👩‍👩‍👧 ć",
		"\x1b[31m\x7f":       `\x1b[31m\x7f`,
		"\u0085\u2028\u202e": `\u0085\u2028\u202e`,
		"\xff\uFFFD":         "\\xff\uFFFD",
		"a שלום":             "\u2068a שלום\u2069",
		"a\u200f":            "\u2068a\u200f\u2069",
		"שלום\u2069\u202e":   "\u2068שלום\\u2069\\u202e\u2069",
	} {
		if got := quickstart.Safe(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "abc": 3, "é": 1, "e\u0301": 1, "你好": 4, "👩‍👩‍👧": 2, "❤️": 2, "🚲!": 3, "\u2068שלום\u2069": 4, "한": 2, "…": 1,
	} {
		if got := quickstart.Columns(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		text, indent string
		want         []string
	}{
		{"", "", []string{""}},
		{"a b", "", []string{"a b"}},
		{"aaaa bbbb cccc", "", []string{"aaaa bbbb", "cccc"}},
		{"aaaaa bbbb cc", "  ", []string{"aaaaa bbbb", "  cc"}},
		{"a\nb\n\nc\r\n", "  ", []string{"a", "b", "", "c"}},
		{"aaaaaaaaaaaaaaaa b", "", []string{"aaaaaaaaaaaaaaaa", "b"}},
		{"  aaaaaaaaaaaaaaaa", "", []string{"  aaaaaaaaaaaaaaaa"}},
		{"\u2068ש bbbb cccc\u2069 d", "", []string{"\u2068ש bbbb\u2069", "\u2068cccc\u2069 d"}},
	} {
		if diff := cmp.Diff(test.want, quickstart.Wrap(test.text, 10, test.indent)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// JSON that was wrapped is the same JSON.
func TestWrapJSON(t *testing.T) {
	const document = `{"a":"x,y","b":["\"\\",",",1,2,3],"c":{"d":"a long text, with commas, that stays whole"}}`
	for width := range 60 {
		lines := quickstart.WrapJSON(document, width)
		if got := strings.Join(lines, ""); got != document {
			t.Errorf("width %d: %s", width, got)
		}
		var got, want any
		if err := json.Unmarshal([]byte(strings.Join(lines, "\n")), &got); err != nil {
			t.Errorf("width %d: %v", width, err)
		}
		if err := json.Unmarshal([]byte(document), &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("width %d: %s", width, diff)
		}
	}
}

// Every webhook that is public is played, and harms nothing.
func TestCorpus(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED is not set")
	}
	files, err := filepath.Glob(filepath.Join(shared, "corpus", "webhooks", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal("no webhooks", err)
	}
	for _, file := range files {
		status, out, errs := run("", file)
		if status > 1 || errs != "" || !strings.Contains(out, "webhook") {
			t.Errorf("%s: status %d %s", file, status, errs)
		}
	}
	if status, out, _ := run("", append([]string{"-json"}, files...)...); status > 1 || !json.Valid([]byte(out[:strings.IndexByte(out, '\n')])) {
		t.Errorf("all of them: status %d", status)
	}
}
