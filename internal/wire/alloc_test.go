package wire_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/internal/wire"
)

// budget holds f to a number of allocations.
func budget(t *testing.T, name string, most float64, f func()) {
	t.Helper()
	if got := testing.AllocsPerRun(100, f); got > most {
		t.Errorf("%s: %v allocations, at most %v", name, got, most)
	}
}

func TestBudgets(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	body := `{"object":"x","entry":[{"id":"1","n":-1.5,"more":{"a":[1,2,{"b":null}]},"flag":true}]}`
	escaped := `["` + strings.Repeat(`\u00e9`, 300) + `","\n","\t","\/"]`
	var fail error
	budget(t, "read, borrowed", 0, func() {
		var r wire.Reader
		r.ResetString(body, wire.Limits{})
		for key := range r.Object() {
			switch key {
			case "object":
				_ = r.Text()
			case "entry":
				for range r.Array() {
					mark := r.Mark()
					r.Lookup("id")
					for key := range r.Object() {
						switch key {
						case "id":
							_ = r.LooseInt64()
						case "n":
							_ = r.Float64()
						case "more":
							_ = r.Raw()
						}
					}
					_ = r.Take(mark)
				}
			}
		}
		fail = r.Done()
	})
	budget(t, "read, with memory of its own", 1, func() {
		r := wire.NewReader([]byte(body), wire.Limits{})
		for range r.Object() {
			r.Skip()
		}
		fail = r.Done()
	})
	budget(t, "valid", 0, func() { fail = wire.Valid(body, wire.Limits{}) })
	budget(t, "valid, escapes", 0, func() { fail = wire.Valid(escaped, wire.Limits{}) })
	budget(t, "read, escapes", 1, func() {
		r := wire.NewStringReader(escaped, wire.Limits{})
		for range r.Array() {
			_ = r.Text()
		}
		fail = r.Done()
	})
	dst := make([]byte, 0, 1024)
	budget(t, "written", 0, func() {
		w := wire.NewWriter(dst)
		w.Object()
		w.KeyText("text", "say \"é\"")
		w.Key("n")
		w.Float64(-1.5e-9)
		w.Key("list")
		w.Array()
		w.Int64(1)
		w.Raw(body)
		w.End()
		w.Member(wire.Member{Name: "x", Value: "[ 1 ]"})
		w.End()
		_, fail = w.Done()
	})
	if fail != nil {
		t.Error(fail)
	}
}

func TestListsAndArenasGrowInSteps(t *testing.T) {
	var list []int
	var arena wire.Arena[[2]int]
	caps := map[int]bool{}
	var pointers []*[2]int
	for i := range 1000 {
		*wire.Grow(&list) = i
		caps[cap(list)] = true
		p := arena.New()
		if *p != [2]int{} {
			t.Fatalf("the %d-th value is not new", i)
		}
		p[0] = i
		pointers = append(pointers, p)
	}
	if len(list) != 1000 || len(caps) > 10 {
		t.Errorf("%d elements in %d steps", len(list), len(caps))
	}
	for i, p := range pointers {
		if list[i] != i || p[0] != i {
			t.Fatalf("%d: %d, %d", i, list[i], p[0])
		}
	}
	list = make([]int, 0, 4)
	list = append(list, 7)[:0]
	if *wire.Grow(&list) != 0 {
		t.Error("an element that is used again is not zero")
	}
	if raceEnabled {
		return
	}
	budget(t, "a hundred values", 6, func() {
		var arena wire.Arena[[2]int]
		for range 100 {
			pointers[0] = arena.New()
		}
	})
}

// TestEscapedNamesTakeLittleMemory: an object with an escaped name remembers its
// names in a map, which must be no larger than the object.
func TestEscapedNamesTakeLittleMemory(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	const objects = 4000
	doc := `[` + strings.TrimSuffix(strings.Repeat(`{"\u0061":1},`, objects), ",") + `]`
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := wire.Valid(doc, wire.Limits{}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if got := (after.TotalAlloc - before.TotalAlloc) / objects; got > 640 {
		t.Errorf("%d bytes for an object with one name", got)
	}
}
