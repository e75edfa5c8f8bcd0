package esp_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/esp"
)

func TestListOfIsSorted(t *testing.T) {
	for range 20 {
		got := esp.ListOf(map[string]string{"b": "2", "a": "1", "c": "", "_": "0"})
		want := esp.List{
			{Key: "_", Value: esp.Text("0")},
			{Key: "a", Value: esp.Text("1")},
			{Key: "b", Value: esp.Text("2")},
			{Key: "c", Value: esp.Text("")},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
	if l := esp.ListOf(nil); l != nil {
		t.Errorf("of nothing: %v", l)
	}
}

func TestListKeepsItsOrderInJSON(t *testing.T) {
	const text = `{"b":"2","a":{"z":"","y":-3,"x":{}},"é \"\\\u0001":"\n","Id":9223372036854775807}`
	var l esp.List
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		t.Fatal(err)
	}
	want := esp.List{
		{Key: "b", Value: esp.Text("2")},
		{Key: "a", Value: esp.List{{Key: "z", Value: esp.Text("")}, {Key: "y", Value: esp.Integer(-3)}, {Key: "x", Value: esp.List{}}}},
		{Key: "é \"\\\u0001", Value: esp.Text("\n")},
		{Key: "Id", Value: esp.Integer(1<<63 - 1)},
	}
	if diff := cmp.Diff(want, l); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	out, err := l.AppendJSON([]byte("x"))
	if string(out) != "x"+text || err != nil {
		t.Errorf("%s, %v", out, err)
	}
	out, err = esp.List(nil).MarshalJSON()
	if string(out) != "{}" || err != nil {
		t.Errorf("%s, %v", out, err)
	}
	if err := l.UnmarshalJSON([]byte(`{"a":[]}`)); !errors.Is(err, decorum.WrongType) || len(l) != 4 {
		t.Errorf("%v, %v", err, l)
	}
}

func TestListFindsTheFirst(t *testing.T) {
	l := esp.List{{Key: "a", Value: esp.Text("1")}, {Key: "a", Value: esp.Text("2")}, {Key: "b", Value: esp.Integer(-3)}, {Key: "c", Value: esp.List{}}}
	if v, ok := l.Lookup("a"); v != esp.Text("1") || !ok {
		t.Errorf("%v, %v", v, ok)
	}
	if v, ok := l.Lookup("A"); v != nil || ok {
		t.Errorf("%v, %v", v, ok)
	}
	for key, want := range map[string]string{"a": "1", "b": "-3", "c": "", "d": ""} {
		if text, ok := l.Text(key); text != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", key, text, ok)
		}
	}
}

func TestListChangesAreCopies(t *testing.T) {
	l := make(esp.List, 0, 8)
	l = append(l, esp.Pair{Key: "a", Value: esp.Text("1")}, esp.Pair{Key: "b", Value: esp.Text("2")}, esp.Pair{Key: "a", Value: esp.Text("3")})
	before := append(esp.List{}, l...)
	longer, other := l.With("c", esp.Text("4")), l.With("d", esp.Text("5"))
	changed, without := l.With("b", esp.Text("6")), l.Without("a")
	for name, c := range map[string]struct{ got, want esp.List }{
		"the list": {l, before},
		"longer":   {longer, append(before[:3:3], esp.Pair{Key: "c", Value: esp.Text("4")})},
		"other":    {other, append(before[:3:3], esp.Pair{Key: "d", Value: esp.Text("5")})},
		"changed":  {changed, esp.List{before[0], {Key: "b", Value: esp.Text("6")}, before[2]}},
		"without":  {without, esp.List{before[1]}},
		"as it is": {l.Without("x"), before},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestListTellsWhatCannotBeWritten(t *testing.T) {
	long := esp.List{}
	for i := range 17 {
		long = append(long, esp.Pair{Key: "k" + strconv.Itoa(i), Value: esp.Integer(i)})
	}
	for _, c := range []struct {
		name string
		list esp.List
		code decorum.Code
		path string
	}{
		{"an empty key", esp.List{{Key: "", Value: esp.Text("")}}, decorum.Required, ""},
		{"no value", esp.List{{Key: "a", Value: nil}}, decorum.Required, "/a"},
		{"a key twice", esp.List{{Key: "a", Value: esp.Text("")}, {Key: "a", Value: esp.Text("")}}, decorum.Duplicate, "/a"},
		{"a key twice in a long list", append(long, esp.Pair{Key: "k3", Value: esp.Text("")}), decorum.Duplicate, "/k3"},
		{"a key twice within", esp.List{{Key: "in", Value: esp.List{{Key: "a", Value: esp.Text("")}, {Key: "a", Value: esp.Text("")}}}}, decorum.Duplicate, "/in/a"},
		{"a key that is no UTF-8", esp.List{{Key: "\xff", Value: esp.Text("")}}, decorum.InvalidUTF8, ""},
		{"a text that is no UTF-8", esp.List{{Key: "a", Value: esp.Text("\xff")}}, decorum.InvalidUTF8, "/a"},
		{"a user's key", esp.List{{Key: "+15162837151", Value: nil}}, decorum.Required, ""},
	} {
		want := decorum.Violations{{Code: c.code, Severity: decorum.SeverityError, Path: c.path}}
		if diff := cmp.Diff(want, c.list.Check()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if out, err := c.list.AppendJSON([]byte("x")); !errors.Is(err, c.code) || string(out) != "x" {
			t.Errorf("%s: %s, %v", c.name, out, err)
		}
	}
}

// deep returns a list that is nested so deep.
func deep(levels int) esp.List {
	l := esp.List{{Key: "a", Value: esp.Text("")}}
	for range levels - 1 {
		l = esp.List{{Key: "a", Value: l}}
	}
	return l
}

// wide returns a list of n pairs, half of them within another.
func wide(n int) esp.List {
	var l, within esp.List
	for i := range n - 1 {
		p := esp.Pair{Key: "k" + strconv.Itoa(i), Value: esp.Integer(i)}
		if i%2 == 0 {
			l = append(l, p)
		} else {
			within = append(within, p)
		}
	}
	return append(l, esp.Pair{Key: "within", Value: within})
}

func TestListBounds(t *testing.T) {
	for _, c := range []struct {
		name string
		list esp.List
		ok   bool
		code decorum.Code
	}{
		{"15 levels", deep(esp.MaxDepth - 1), true, ""},
		{"16 levels", deep(esp.MaxDepth), true, ""},
		{"17 levels", deep(esp.MaxDepth + 1), false, decorum.TooDeep},
		{"18 levels", deep(esp.MaxDepth + 2), false, decorum.TooDeep},
		{"9,999 pairs", wide(esp.MaxPairs - 1), true, ""},
		{"10,000 pairs", wide(esp.MaxPairs), true, ""},
		{"10,001 pairs", wide(esp.MaxPairs + 1), false, decorum.TooMany},
		{"20,000 pairs", wide(2 * esp.MaxPairs), false, decorum.TooMany},
	} {
		vs := c.list.Check()
		if (vs == nil) != c.ok || !c.ok && (len(vs) != 1 || vs[0].Code != c.code || vs[0].Actual != vs[0].Limit+1) {
			t.Errorf("%s: check %v", c.name, vs)
		}
		_, err := c.list.MarshalJSON()
		if (err == nil) != c.ok || !c.ok && !errors.Is(err, c.code) {
			t.Errorf("%s: write %v", c.name, err)
		}
		read, err := esp.ParseList(written(c.list))
		if (err == nil) != c.ok || !c.ok && !errors.Is(err, c.code) || c.ok && !cmp.Equal(c.list, read) {
			t.Errorf("%s: read %v", c.name, err)
		}
		// In a request the envelope is the first level and takes a pair of its own.
		r := esp.Request{Parameters: c.list}
		_, err = r.MarshalJSON()
		again, readErr := esp.ParseRequest(append(append([]byte(`{"Request":{"Parameters":`), written(c.list)...), "}}"...))
		if (err == nil) != (readErr == nil) {
			t.Errorf("%s: in a request written %v, read %v, %+v", c.name, err, readErr, again.ReferenceID)
		}
	}
	const frame = len(`{"a":""}`)
	for n, ok := range map[int]bool{esp.MaxInput - 1: true, esp.MaxInput: true, esp.MaxInput + 1: false} {
		l := esp.List{{Key: "a", Value: esp.Text(strings.Repeat("x", n-frame))}}
		if _, err := l.MarshalJSON(); (err == nil) != ok || !ok && !errors.Is(err, decorum.TooLarge) {
			t.Errorf("%d bytes written: %v", n, err)
		}
		if _, err := esp.ParseList(written(l)); (err == nil) != ok || !ok && !errors.Is(err, decorum.TooLarge) {
			t.Errorf("%d bytes read: %v", n, err)
		}
	}
}

// TestRequestBounds: every key of the envelope is a pair, and the user data are
// counted by themselves. What can be written can be read.
func TestRequestBounds(t *testing.T) {
	for n := esp.MaxPairs - 1; n <= esp.MaxPairs+1; n++ {
		r := esp.Request{
			Service: "A", Method: "B", AppName: "C", AppType: "171", TenantID: 1, Parameters: wide(n - 7),
			Extra: esp.List{{Key: "Version", Value: esp.Text("1")}}, UserData: wide(esp.MaxPairs),
		}
		vs := r.Envelope().Check()
		if ok := n <= esp.MaxPairs; (vs == nil) != ok {
			t.Fatalf("%d pairs in the envelope: %v", n, vs)
		}
		if _, err := r.MarshalJSON(); (err == nil) != (vs == nil) {
			t.Errorf("%d pairs: written %v", n, err)
		}
		data := append(append([]byte(`{"Request":`), written(r.Envelope())...), `,"UserData":`...)
		again, err := esp.ParseRequest(append(append(data, written(r.UserData)...), '}'))
		if (err == nil) != (vs == nil) || err == nil && !cmp.Equal(r, again) {
			t.Errorf("%d pairs: read %v", n, err)
		}
	}
}

// TestLongListsAreHashed: comparing each key with each other would cost the square
// of the list's length. A short list allocates nothing.
func TestLongListsAreHashed(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates")
	}
	for n, hashed := range map[int]bool{15: false, 16: false, 17: true, 5000: true} {
		l := esp.List{}
		for i := range n {
			l = append(l, esp.Pair{Key: "k" + strconv.Itoa(i), Value: esp.Integer(0)})
		}
		if got := testing.AllocsPerRun(10, func() { _ = l.Check() }); (got > 0) != hashed {
			t.Errorf("%d pairs: %v allocations", n, got)
		}
	}
}

// TestCostIsLinear counts what is looked at: four times the list is four times the
// steps, whatever its shape.
func TestCostIsLinear(t *testing.T) {
	flat := func(n int) esp.List {
		l := esp.List{}
		for i := range n {
			l = append(l, esp.Pair{Key: "k" + strconv.Itoa(i), Value: esp.Text("v")})
		}
		return l
	}
	for name, of := range map[string]func(n int) esp.List{
		"long": flat,
		"lists of 16": func(n int) esp.List {
			l := flat(n / 16)
			for i := range l {
				l[i].Value = flat(16)
			}
			return l
		},
		"the same key": func(n int) esp.List { return slices.Repeat(flat(1), n) },
		"known keys last": func(n int) esp.List {
			return append(flat(n), esp.Pair{Key: "Service", Value: esp.Text("s")}, esp.Pair{Key: esp.KeySubject, Value: esp.Text("s")})
		},
		"long lists in lists": func(n int) esp.List {
			return esp.List{{Key: "a", Value: flat(n / 2)}, {Key: "b", Value: esp.List{{Key: "c", Value: flat(n / 2)}}}}
		},
	} {
		for what, steps := range map[string]func(esp.List) int{"check": esp.CheckSteps, "read": esp.ReadSteps} {
			few, many := steps(of(640)), steps(of(2560))
			if few == 0 || many > 4*few {
				t.Errorf("%s, %s: %d steps for 640 pairs, %d for 2,560", what, name, few, many)
			}
		}
	}
}

// written returns JSON of a list, whatever its size.
func written(l esp.List) []byte {
	b := []byte{'{'}
	for i, p := range l {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendQuote(b, p.Key)
		b = append(b, ':')
		switch v := p.Value.(type) {
		case esp.Text:
			b = strconv.AppendQuote(b, string(v))
		case esp.Integer:
			b = strconv.AppendInt(b, int64(v), 10)
		case esp.List:
			b = append(b, written(v)...)
		}
	}
	return append(b, '}')
}

// TestListThatHoldsItselfIsRefused: a list can be made to hold itself, and a check
// of it ends all the same.
func TestListThatHoldsItselfIsRefused(t *testing.T) {
	l := make(esp.List, 2)
	l[0], l[1] = esp.Pair{Key: "a", Value: l}, esp.Pair{Key: "b", Value: l}
	if _, err := l.MarshalJSON(); !errors.Is(err, decorum.TooDeep) && !errors.Is(err, decorum.TooMany) {
		t.Errorf("%v", err)
	}
}
