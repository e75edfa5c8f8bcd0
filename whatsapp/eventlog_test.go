package whatsapp_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

func lines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
}

func logOf(lines []string) iter.Seq2[whatsapp.Event, error] {
	return func(yield func(whatsapp.Event, error) bool) {
		for _, line := range lines {
			if !yield(whatsapp.UnmarshalEvent([]byte(line))) {
				return
			}
		}
	}
}

// TestOldEventsAreReadForEver: testdata/events.golden has each type of event in
// each version of its shape, and each of their fields. Lines are only ever added.
func TestOldEventsAreReadForEver(t *testing.T) {
	seen, missing := map[string]bool{}, map[string]bool{}
	for _, line := range lines(t, "events.golden") {
		e, err := whatsapp.UnmarshalEvent([]byte(line))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		seen[e.Name()] = true
		back, err := whatsapp.AppendEvent(nil, e)
		if err != nil || string(back) != line {
			t.Errorf("%v (-want +got):\n%s", err, cmp.Diff(line, string(back)))
		}
		v := reflect.ValueOf(e)
		for i := range v.NumField() {
			field := e.Name() + ": " + v.Type().Field(i).Name
			if before, there := missing[field]; !there || before {
				missing[field] = v.Field(i).IsZero()
			}
		}
	}
	for field, is := range missing {
		if is {
			t.Errorf("%s is nowhere", field)
		}
	}
	for _, name := range whatsapp.EventNames() {
		if !seen[name] {
			t.Errorf("%s is not in testdata/events.golden", name)
		}
	}
}

// TestAnEventWritesNothingOfWhatItHasNot: type, version and time stand in each;
// the rest only where there is something.
func TestAnEventWritesNothingOfWhatItHasNot(t *testing.T) {
	for _, name := range whatsapp.EventNames() {
		bare := false
		for v := 1; v < 9 && !bare; v++ {
			line := fmt.Sprintf(`{"type":%q,"v":%d,"at":"2026-03-01T09:00:00Z"}`, name, v)
			e, err := whatsapp.UnmarshalEvent([]byte(line))
			if err != nil {
				continue
			}
			out, err := whatsapp.AppendEvent(nil, e)
			bare = err == nil && string(out) == line
		}
		if !bare {
			t.Errorf("%s writes more", name)
		}
	}
}

// TestLaterVersionsOfEventsAreRefused: what comes after the newest version of an
// event that testdata/events.golden has.
func TestLaterVersionsOfEventsAreRefused(t *testing.T) {
	newest, sample := map[string]int{}, map[string]string{}
	version := regexp.MustCompile(`^\{"type":"([a-z_]+)","v":([0-9]+),`)
	for _, line := range lines(t, "events.golden") {
		m := version.FindStringSubmatch(line)
		if m == nil {
			t.Fatal(line)
		}
		v, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		if v > newest[m[1]] {
			newest[m[1]], sample[m[1]] = v, line
		}
	}
	for name, v := range newest {
		later := version.ReplaceAllString(sample[name], fmt.Sprintf(`{"type":"${1}","v":%d,`, v+1))
		if _, err := whatsapp.UnmarshalEvent([]byte(later)); !errors.Is(err, decorum.Unknown) {
			t.Errorf("version %d of %s is read: %v", v+1, name, err)
		}
	}
}

// TestAGoldenLogReplays: testdata/session.log is the life of a session, and
// testdata/session.snapshot what it comes to, as each version since the first has
// written it.
func TestAGoldenLogReplays(t *testing.T) {
	log := lines(t, "session.log")
	s, err := whatsapp.Session{}.Replay(logOf(log))
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	snapshots := lines(t, "session.snapshot")
	for _, old := range snapshots {
		var read whatsapp.Session
		if err := json.Unmarshal([]byte(old), &read); err != nil || read.Version() != s.Version() {
			t.Errorf("%s: %v", old, err)
		}
	}
	want := snapshots[len(snapshots)-1]
	if string(got) != want {
		t.Errorf("(-want +got):\n%s", cmp.Diff(want, string(got)))
	}
	// From a snapshot at any place, the rest of the log comes to the same.
	for i := range log {
		half, err := whatsapp.Session{}.Replay(logOf(log[:i]))
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(half)
		if err != nil {
			t.Fatal(err)
		}
		var back whatsapp.Session
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if back, err = back.Replay(logOf(log[back.Version():])); err != nil {
			t.Fatal(err)
		}
		if again, err := json.Marshal(back); err != nil || string(again) != want {
			t.Errorf("from %d on (-want +got):\n%s", i, cmp.Diff(want, string(again)))
		}
	}
}

func TestTheLogFailsClosed(t *testing.T) {
	for in, want := range map[string]string{
		`{"type":"accepted","v":1,"at":"2026-03-01T09:00:00Z"}`:                                    ``,
		`{"at":"2026-03-01T09:00:00Z","v":1,"type":"accepted"}`:                                    ``,
		`{"type":"accepted","v":2,"at":"2026-03-01T09:00:00Z"}`:                                    `unknown /v`,
		`{"type":"accepted","v":0,"at":"2026-03-01T09:00:00Z"}`:                                    `unknown /v`,
		`{"type":"accepted","at":"2026-03-01T09:00:00Z"}`:                                          `required /v`,
		`{"type":"accepted","v":1}`:                                                                `required /at`,
		`{"v":1,"at":"2026-03-01T09:00:00Z"}`:                                                      `required /type`,
		`{"type":"married","v":1,"at":"2026-03-01T09:00:00Z"}`:                                     `unknown /type`,
		`{"type":"accepted","v":1,"at":"2026-03-01T09:00:00Z","x":1}`:                              `unknown /x`,
		`{"type":"accepted","v":1,"at":"yesterday"}`:                                               `malformed /at`,
		`{"type":"accepted","v":1,"at":"0000-01-01T00:00:00Z"}`:                                    `malformed /at`,
		`{"type":"queued","v":1,"at":"2026-03-01T09:00:00Z","why":"x"}`:                            `unknown /why`,
		`{"type":"queued","v":1,"at":"2026-03-01T09:00:00Z","why":""}`:                             `unknown /why`,
		`{"type":"accepted","v":1,"at":"0001-01-02T00:00:00Z"}`:                                    ``,
		`{"type":"accepted","v":1,"at":"9999-12-31T23:59:59Z"}`:                                    ``,
		`{"type":"queued","v":1,"at":"2026-03-01T09:00:00Z","interaction":-1}`:                     `out_of_range /interaction`,
		`{"type":"queued","v":1,"at":"2026-03-01T09:00:00Z","interaction":1e9}`:                    `wrong_type /interaction`,
		`{"type":"received","v":1,"at":"2026-03-01T09:00:00Z","message":{"type":"text","body":1}}`: `wrong_type /message/body`,
		`{"type":"case_data_set","v":1,"at":"2026-03-01T09:00:00Z","data":[{"a":1}]}`:              `unknown /data/0/a`,
		`[]`: `wrong_type `,
		``:   `malformed `,
	} {
		_, err := whatsapp.UnmarshalEvent([]byte(in))
		got := ""
		for v := range decorum.All(err) {
			got = string(v.Code) + " " + v.Path
			break
		}
		if got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
	if _, err := whatsapp.AppendEvent(nil, nil); err == nil {
		t.Error("no event is written")
	}
	at := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	for _, e := range []whatsapp.Event{
		whatsapp.NoteAdded{At: at, Text: "\xff"},
		whatsapp.NoteAdded{Text: "x"},
		whatsapp.NoteAdded{At: at.AddDate(9000, 0, 0)},
		whatsapp.NoteAdded{At: at.AddDate(-2026, 0, 0)},
		whatsapp.Done{At: at, Interaction: -1},
		whatsapp.PartDropped{At: at, Part: -1},
		whatsapp.Ended{At: at, Reason: 99},
	} {
		if out, err := whatsapp.AppendEvent([]byte("x"), e); err == nil || string(out) != "x" {
			t.Errorf("%#v: %s %v", e, out, err)
		}
	}
}

func TestASnapshotFailsClosed(t *testing.T) {
	snapshot := lines(t, "session.snapshot")[0]
	const response = `{"v":1,"response":{"local_id":"r","parts":[{"type":"text","body":"x"}],"plan":[{"kind":"text","state":"failed"}]}}`
	for _, in := range []string{response, `{"v":1,"ids":"AQAAAAAAAAAHAAAAAAAAAP///////wAA"}`} {
		if err := json.Unmarshal([]byte(in), new(whatsapp.Session)); err != nil {
			t.Errorf("%s: %v", in, err)
		}
	}
	for name, in := range map[string]string{
		"a later version":                        strings.Replace(snapshot, `"v":1`, `"v":2`, 1),
		"no version":                             strings.Replace(snapshot, `"v":1,`, ``, 1),
		"another member":                         strings.Replace(snapshot, `"v":1,`, `"v":1,"mood":"good",`, 1),
		"broken ids":                             strings.Replace(snapshot, `"ids":"`, `"ids":"A`, 1),
		"no ids":                                 `{"v":1,"ids":"AAAAAAAAAAA="}`,
		"too few ids":                            `{"v":1,"ids":"AQAAAAAAAAA="}`,
		"short ids":                              `{"v":1,"ids":"AQEBAQEBAQ=="}`,
		"ids of no text":                         `{"v":1,"ids":"?"}`,
		"ids of no time":                         `{"v":1,"ids":"AQAAAAAAAAAHAAAAAAAAAAAAAAAAAAEA"}`,
		"a part that lacks an unknown privilege": strings.Replace(response, `"state":"failed"`, `"state":"failed","missing":"canFly"`, 1),
		"an unknown state":                       `{"v":1,"state":"x"}`,
		"other parts":                            `{"v":1,"response":{"local_id":"r","parts":[{"type":"text","body":"x"}]}}`,
		"no object":                              `7`,
	} {
		s := apply(t, whatsapp.Session{}, receivedEvent(someday, "a"))
		if err := json.Unmarshal([]byte(in), &s); err == nil {
			t.Errorf("%s is read", name)
		}
		if s.Version() != 1 || !s.Remembers("a", someday) {
			t.Errorf("%s: the session changed", name)
		}
	}
	var s whatsapp.Session
	if err := json.Unmarshal([]byte(`{"v":1,"version":-1}`), &s); s.Version() != 0 {
		t.Errorf("a version below zero is %d, %v", s.Version(), err)
	}
	if err := json.Unmarshal([]byte("null"), &s); err != nil {
		t.Error(err)
	}
}

func FuzzUnmarshalEvent(f *testing.F) {
	for _, line := range slices.Concat(lines(f, "events.golden"), lines(f, "session.log")) {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		e, err := whatsapp.UnmarshalEvent(data)
		if err != nil {
			return
		}
		if _, err := (whatsapp.Session{}).Apply(e); err != nil {
			t.Fatal(err)
		}
		line, err := whatsapp.AppendEvent(nil, e)
		if err != nil {
			t.Fatalf("%#v was read and cannot be written: %v", e, err)
		}
		again, err := whatsapp.UnmarshalEvent(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if back, err := whatsapp.AppendEvent(nil, again); err != nil || string(back) != string(line) {
			t.Fatalf("%s became %s", line, back)
		}
	})
}

func FuzzSnapshot(f *testing.F) {
	f.Add([]byte(lines(f, "session.snapshot")[0]))
	log := lines(f, "session.log")
	p := newPolicy(f)
	for i := range log {
		s, err := whatsapp.Session{}.Replay(logOf(log[:i]))
		if err != nil {
			f.Fatal(err)
		}
		data, err := json.Marshal(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var s whatsapp.Session
		if s.UnmarshalJSON(data) != nil {
			return
		}
		first, err := s.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var back whatsapp.Session
		if err := back.UnmarshalJSON(first); err != nil {
			t.Fatalf("%s: %v", first, err)
		}
		if again, err := back.MarshalJSON(); err != nil || string(again) != string(first) {
			t.Fatalf("%s became %s", first, again)
		}
		for _, c := range []whatsapp.Command{
			receive(someday, "z"),
			whatsapp.LogOut{At: someday, By: whatsapp.Agent{ID: s.Agent()}},
			whatsapp.End{At: someday},
			whatsapp.ReportStatus{At: someday, Status: whatsapp.StatusDelivered, WAMID: "w", LocalID: "r.0"},
			whatsapp.RemovePart{At: someday, By: whatsapp.Agent{ID: s.Agent()}, Part: 1},
		} {
			events, _ := p.Handle(s, c)
			for _, e := range events {
				if _, err := s.Apply(e); err != nil {
					t.Fatal(err)
				}
			}
		}
		p.Next(s, someday)
		p.Actions(s, whatsapp.Agent{ID: s.Agent()}, someday)
	})
}
