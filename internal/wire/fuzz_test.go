package wire_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

var seeds = []string{
	`{"object":"whatsapp_business_account","entry":[{"id":"1","time":1763766000,"changes":[]}]}`,
	`{"a":[1,-2.5e+10,true,false,null,"x"],"b":{"c":{}}}`,
	` [ "\u00e9\ud83d\ude42" , "\/\b\f\n\r\t\"\\" ] `,
	`{"a":1,"a":2}`, `{"a":1,"\u0061":2}`, `["\ud800"]`, `["\ud800\ud800\udc00"]`, "[\"\xff\"]", "\"\xed\xa0\x80\"",
	`[1,]`, `{"a":1,}`, `[01]`, `[1.]`, `[1e]`, `nul`, `"\x"`, "\"\n\"", ``, ` `, `{"a"`, `[[[[`, "\ufeff{}", `0 0`,
	`9223372036854775808`, `-0`, `1e400`, `"1763766000"`, `{"type":"url","x":{"type":"y"}}`,
	strings.Repeat("[", 32) + strings.Repeat("]", 32),
	"[" + strings.Repeat("[", 32) + strings.Repeat("]", 32) + "]",
	`{"0":0,"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"0":0}`,
	`{"` + strings.Repeat(`\ud83d\ude42`, 20) + `":"` + strings.Repeat("é", 40) + `"}`,
}

// FuzzReader reads what encoding/json reads, but for what the package states,
// and finds the same values.
func FuzzReader(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		if len(doc) > 1<<14 {
			return
		}
		got, err := decodeTree(string(doc))
		if skipped := wire.Valid(string(doc), wire.Limits{}); (err == nil) != (skipped == nil) {
			t.Fatalf("read: %v, skipped: %v", err, skipped)
		}
		if !json.Valid(doc) {
			if err == nil {
				t.Fatal("accepted, though it is not JSON")
			}
			return
		}
		want, depth, twice, peerErr := peerTree(doc)
		reasons := map[decorum.Code]bool{
			decorum.InvalidUTF8: !utf8.Valid(doc),
			decorum.Malformed:   halfPair(string(doc)),
			decorum.Duplicate:   twice,
			decorum.TooDeep:     depth > wire.DefaultDepth,
			decorum.TooMany:     len(doc) > 2*wire.DefaultMembers,
			decorum.Truncated:   true,
		}
		for v := range decorum.All(err) {
			if !reasons[v.Code] {
				t.Fatalf("refused without a stated reason: %v", v)
			}
		}
		if err == nil {
			for code, ok := range reasons {
				if ok && code != decorum.TooMany && code != decorum.Truncated {
					t.Fatalf("accepted, though it is stated that %s refuses it", code)
				}
			}
			if peerErr != nil {
				t.Fatal(peerErr)
			}
			if diff := difference(want, got); diff != "" {
				t.Fatalf("(-encoding/json +wire):\n%s", diff)
			}
		}
	})
}

// difference returns cmp.Diff of values that differ. Of deep ones that are equal
// cmp takes twice as long for every level, which is minutes for what a Reader reads.
func difference(want, got any) string {
	if reflect.DeepEqual(want, got) {
		return ""
	}
	return cmp.Diff(want, got)
}

// halfPair reports whether an escape of half a surrogate pair stands in a
// well-formed document.
func halfPair(doc string) bool {
	half := -1 // where the first half ends that still lacks its second
	for i := 0; i < len(doc); i++ {
		if doc[i] != '\\' {
			continue
		}
		if doc[i+1] != 'u' {
			i++
			continue
		}
		switch digits := strings.ToLower(doc[i+2 : i+6]); {
		case digits >= "dc00" && digits <= "dfff":
			if half != i {
				return true
			}
			half = -1
		case digits >= "d800" && digits <= "dbff":
			if half >= 0 {
				return true
			}
			half = i + 6
		}
		i += 5
		if half >= 0 && half != i+1 {
			return true
		}
	}
	return half >= 0
}

// FuzzSplit reads the same document with its work split in any way: values are
// read at once, or kept raw and read later, or looked ahead into, or marked, or
// skipped. The answer is the same.
func FuzzSplit(f *testing.F) {
	for i, s := range seeds {
		f.Add([]byte(s), uint64(i)*0x9E3779B97F4A7C15)
	}
	f.Fuzz(func(t *testing.T, doc []byte, seed uint64) {
		if len(doc) > 1<<12 {
			return
		}
		plain := wire.NewReader(doc, wire.Limits{})
		want := readTree(plain, func() way { return direct })
		wantErr := plain.Done()

		split := wire.NewStringReader(string(doc), wire.Limits{})
		got := readTree(split, func() way {
			seed = seed*6364136223846793005 + 1442695040888963407
			return way(seed>>33) % ways
		})
		gotErr := split.Done()
		if (wantErr == nil) != (gotErr == nil) {
			t.Fatalf("at once: %v, split: %v", wantErr, gotErr)
		}
		if wantErr != nil {
			return // which violations are met first may differ, not that there are some
		}
		if diff := difference(want, got); diff != "" {
			t.Fatalf("(-at once +split):\n%s", diff)
		}
	})
}

// FuzzWriter writes what was read; both readers find the same in it.
func FuzzWriter(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s), s)
	}
	f.Fuzz(func(t *testing.T, doc []byte, text string) {
		if len(doc) > 1<<12 {
			return
		}
		w := wire.NewWriter(nil)
		w.Text(text)
		out, err := w.Done()
		if (err == nil) != utf8.ValidString(text) {
			t.Fatalf("%q: %v", text, err)
		}
		w = wire.NewWriter(nil)
		w.Object()
		w.KeyText("name", text)
		w.End()
		member, memberErr := w.Done()
		if err == nil && string(member) != `{"name":`+string(out)+`}` || (err == nil) != (memberErr == nil) {
			t.Fatalf("%s, %v; as a member: %s, %v", out, err, member, memberErr)
		}
		if err == nil {
			var back string
			if e := json.Unmarshal(out, &back); e != nil || back != text {
				t.Fatalf("%q is read back as %q (%v)", text, back, e)
			}
		}
		w = wire.NewWriter(nil)
		w.Raw(string(doc))
		compact, rawErr := w.Done()

		tree, err := decodeTree(string(doc))
		if (err == nil) != (rawErr == nil) {
			t.Fatalf("read: %v, written raw: %v", err, rawErr)
		}
		if err != nil {
			return
		}
		w = wire.NewWriter(nil)
		writeTree(w, tree)
		out, err = w.Done()
		if err != nil {
			t.Fatal(err)
		}
		for _, again := range [][]byte{out, compact} {
			ours, err := decodeTree(string(again))
			if err != nil {
				t.Fatal(err)
			}
			theirs, _, _, err := peerTree(again)
			if err != nil {
				t.Fatal(err)
			}
			if diff := difference(tree, ours); diff != "" {
				t.Fatalf("(-read +written and read):\n%s", diff)
			}
			if diff := difference(tree, theirs); diff != "" {
				t.Fatalf("(-read +written and read by encoding/json):\n%s", diff)
			}
		}
	})
}

// FuzzFloat writes floats that read back as they were, in no more bytes than
// encoding/json takes.
func FuzzFloat(f *testing.F) {
	for _, x := range []float64{0, 1, -34.6037, 1e-7, 1e21, 5e-324, 1.7976931348623157e308} {
		f.Add(x)
	}
	f.Fuzz(func(t *testing.T, x float64) {
		w := wire.NewWriter(nil)
		w.Float64(x)
		out, err := w.Done()
		theirs, peerErr := json.Marshal(x)
		if (err == nil) != (peerErr == nil) {
			t.Fatalf("%g: %v, encoding/json: %v", x, err, peerErr)
		}
		if err != nil {
			return
		}
		r := wire.NewReader(out, wire.Limits{})
		if back := r.Float64(); back != x || r.Done() != nil || len(out) > len(theirs) {
			t.Fatalf("%g is written %s and read as %g", x, out, back)
		}
	})
}
