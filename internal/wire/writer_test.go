package wire_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// write returns what f writes behind a prefix.
func write(f func(w *wire.Writer)) (string, error) {
	w := wire.NewWriter([]byte("[prefix:"))
	f(w)
	out, err := w.Done()
	text, ok := strings.CutPrefix(string(out), "[prefix:")
	if !ok || err != nil && text != "" {
		panic(fmt.Sprintf("%q is left of the prefix", out))
	}
	return text, err
}

func TestWriterPutsCommas(t *testing.T) {
	got, err := write(func(w *wire.Writer) {
		w.Object()
		w.Key("empty")
		w.Object()
		w.End()
		w.Key("list")
		w.Array()
		w.Array()
		w.End()
		w.Int64(-1)
		w.Object()
		w.KeyText("a", "b")
		w.Optional("none", "")
		w.Optional("some", "c")
		w.End()
		w.Null()
		w.Bool(true)
		w.Text("")
		w.Raw(" [ 1 , \" \\\" \" ] ")
		w.Array()
		w.End()
		w.End()
		w.Member(wire.Member{Name: "q\"é", Value: "{ }"})
		w.UserKey("a\nb")
		w.Text("c")
		w.Key("last")
		w.Float64(0.1)
		w.End()
	})
	want := `{"empty":{},"list":[[],-1,{"a":"b","some":"c"},null,true,"",[1," \" "],[]],"q\"é":{},"a\nb":"c","last":0.1}`
	if got != want || err != nil {
		t.Errorf("%v\n got %s\nwant %s", err, got, want)
	}
	if err := wire.Valid(got, wire.Limits{}); err != nil {
		t.Error(err)
	}
}

func TestEscapingIsMinimal(t *testing.T) {
	for s, want := range map[string]string{
		"":                  `""`,
		`say "hi" \o/`:      `"say \"hi\" \\o/"`,
		"\b\f\n\r\t":        `"\b\f\n\r\t"`,
		"\x00\x01\x1f\x7f":  "\"\\u0000\\u0001\\u001f\x7f\"",
		"<a href='x'>&</a>": `"<a href='x'>&</a>"`,
		"é 你 😀 👨‍👩‍👧 \u2028\u2029\ufffd": "\"é 你 😀 👨‍👩‍👧 \u2028\u2029\ufffd\"",
		"1234567\"":          `"1234567\""`,
		"12345678\"":         `"12345678\""`,
		"\"12345678":         `"\"12345678"`,
		"123456789012345\n7": `"123456789012345\n7"`,
	} {
		got, err := write(func(w *wire.Writer) { w.Text(s) })
		if got != want || err != nil {
			t.Errorf("%q: got %s, want %s (%v)", s, got, want, err)
		}
		var back string
		if err := json.Unmarshal([]byte(got), &back); err != nil || back != s {
			t.Errorf("%q reads back as %q (%v)", s, back, err)
		}
	}
	// Each byte that needs an escape, at each place in strings of each length.
	for n := range 40 {
		for i := range n {
			for _, c := range []byte{0, 0x1f, '"', '\\', ' ', '!', '#', '[', ']', 0x7f} {
				s := strings.Repeat("x", i) + string(c) + strings.Repeat("y", n-i-1)
				got, err := write(func(w *wire.Writer) { w.Text(s) })
				var back string
				if e := json.Unmarshal([]byte(got), &back); e != nil || err != nil || back != s {
					t.Fatalf("%q reads back as %q (%v, %v)", s, back, err, e)
				}
			}
		}
	}
}

func TestFloatsAreShort(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0", 1: "1", -34.6037: "-34.6037", 179.9999912: "179.9999912", 0.1: "0.1",
		1e-6: "0.000001", 9.9e-7: "9.9e-7", 1e20: "100000000000000000000", 1e21: "1e+21", 5e-324: "5e-324",
		math.MaxFloat64: "1.7976931348623157e+308", 1e-10: "1e-10",
	} {
		got, err := write(func(w *wire.Writer) { w.Float64(f) })
		if got != want || err != nil {
			t.Errorf("%g: got %s, want %s (%v)", f, got, want, err)
		}
	}
	got, _ := write(func(w *wire.Writer) { w.Float64(math.Copysign(0, -1)) })
	if got != "-0" {
		t.Errorf("negative zero is %s", got)
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	out, err := write(func(w *wire.Writer) {
		w.Object()
		w.KeyText("a", "b\xffc")
		w.Key("list")
		w.Array()
		w.Float64(math.NaN())
		w.Text("fine")
		w.Float64(math.Inf(-1))
		w.Object()
		w.KeyText("deep", "\xc3")
		w.End()
		w.Raw(`{"x":}`)
		w.Raw(``)
		w.Raw(`1 2`)
		w.Raw(`{"a":1,"a":2}`)
		w.Raw(strings.Repeat("[", 31) + strings.Repeat("]", 31))
		w.End()
		w.Member(wire.Member{Name: "\xff", Value: `1`})
		w.Member(wire.Member{Name: "odd name", Value: `"\ud800"`})
		w.End()
	})
	if out != "" {
		t.Errorf("%q is written", out)
	}
	var got []string
	for v := range decorum.All(err) {
		got = append(got, fmt.Sprint(v.Path, " ", v.Code, " ", v.Span))
	}
	want := []string{
		"/a invalid_utf8 {1 3}",
		"/list/0 out_of_range {0 0}",
		"/list/2 out_of_range {0 0}",
		"/list/3/deep invalid_utf8 {0 1}",
		"/list/4 malformed {5 6}",
		"/list/5 malformed {0 0}",
		"/list/6 malformed {2 3}",
		"/list/7 duplicate {7 10}",
		"/list/8 too_deep {30 31}",
		" invalid_utf8 {0 0}",
		" malformed {1 7}",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestManyThatCannotBeWritten(t *testing.T) {
	_, err := write(func(w *wire.Writer) {
		w.Array()
		for range 250 {
			w.Text("\xff")
		}
		w.End()
	})
	var e *decorum.Error
	if !errors.As(err, &e) || len(e.Violations) != 101 || e.Violations[99].Path != "/99" || e.Violations[100].Actual != 250 {
		t.Error(err)
	}
	if _, err := write(func(w *wire.Writer) { w.Null(); w.Text("\xff") }); !errors.Is(err, decorum.InvalidUTF8) {
		t.Error(err)
	}
}

func TestWriterDepth(t *testing.T) {
	nest := func(n int, inner func(w *wire.Writer)) func(w *wire.Writer) {
		return func(w *wire.Writer) {
			for range n {
				w.Array()
			}
			inner(w)
			for range n {
				w.End()
			}
		}
	}
	nothing := func(*wire.Writer) {}
	raw := func(w *wire.Writer) { w.Raw("[1]") }
	number := func(w *wire.Writer) { w.Raw("1") }
	for name, c := range map[string]struct {
		f    func(w *wire.Writer)
		fine bool
	}{
		"31":              {nest(31, nothing), true},
		"32":              {nest(32, nothing), true},
		"33":              {nest(33, nothing), false},
		"100":             {nest(100, nothing), false},
		"31 and a raw":    {nest(31, raw), true},
		"32 and a raw":    {nest(32, raw), false},
		"32 and a number": {nest(32, number), true},
	} {
		out, err := write(c.f)
		if (err == nil) != c.fine || err != nil && !errors.Is(err, decorum.TooDeep) {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			if err := wire.Valid(out, wire.Limits{}); err != nil {
				t.Errorf("%s: what is written is not read: %v", name, err)
			}
		}
	}
}

func TestWriterMisuseIsTold(t *testing.T) {
	for name, f := range map[string]func(w *wire.Writer){
		"nothing":                    func(*wire.Writer) {},
		"two values":                 func(w *wire.Writer) { w.Null(); w.Null() },
		"a value after an object":    func(w *wire.Writer) { w.Object(); w.End(); w.Bool(true) },
		"an open object":             func(w *wire.Writer) { w.Object() },
		"an open array":              func(w *wire.Writer) { w.Array() },
		"an end too many":            func(w *wire.Writer) { w.Array(); w.End(); w.End() },
		"an end alone":               func(w *wire.Writer) { w.End() },
		"a user's key alone":         func(w *wire.Writer) { w.UserKey("a"); w.Null() },
		"a key alone":                func(w *wire.Writer) { w.Key("a"); w.Null() },
		"a key in an array":          func(w *wire.Writer) { w.Array(); w.Key("a"); w.Null(); w.End() },
		"a key without a value":      func(w *wire.Writer) { w.Object(); w.Key("a"); w.End() },
		"two keys":                   func(w *wire.Writer) { w.Object(); w.Key("a"); w.Key("b"); w.Null(); w.End() },
		"a key and a key with text":  func(w *wire.Writer) { w.Object(); w.Key("a"); w.KeyText("b", "c"); w.End() },
		"a value without a key":      func(w *wire.Writer) { w.Object(); w.Text("a"); w.End() },
		"a value behind a value":     func(w *wire.Writer) { w.Object(); w.Key("a"); w.Null(); w.Int64(1); w.End() },
		"a raw value without a key":  func(w *wire.Writer) { w.Object(); w.Raw("1"); w.End() },
		"a member in an array":       func(w *wire.Writer) { w.Array(); w.Member(wire.Member{Name: "a", Value: "1"}); w.End() },
		"a member behind a key":      func(w *wire.Writer) { w.Object(); w.Key("a"); w.Member(wire.Member{Name: "a", Value: "1"}); w.End() },
		"an array without a key":     func(w *wire.Writer) { w.Object(); w.Array(); w.End(); w.End() },
		"a second root, an array":    func(w *wire.Writer) { w.Null(); w.Array(); w.End() },
		"bad text where none may be": func(w *wire.Writer) { w.Object(); w.Null(); w.End() },
	} {
		out, err := write(f)
		var e *decorum.Error
		if err == nil || errors.As(err, &e) || out != "" {
			t.Errorf("%s: %q, %v", name, out, err)
		}
	}
}
