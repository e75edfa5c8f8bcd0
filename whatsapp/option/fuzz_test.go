package option_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// FuzzParse sets one option in two layers, and a key of any name beside it.
func FuzzParse(f *testing.F) {
	for i, row := range option.Table() {
		f.Add(uint8(i), row.Default, row.Recommended, "whatsappsession.them")
	}
	f.Add(uint8(0), "30,50", " 50 , 30", "workbin.whatsappsession.inprogress")
	f.Add(uint8(6), "1.02:03:04", "106752.00:00", "whatsappsession.\xff\x1b[31m")
	f.Add(uint8(26), `{"channels":[]}`, "{\"a\":\"\xff\"}", strings.Repeat("whatsappsession.", 9))
	f.Add(uint8(14), "true", "{{1}} {{1}}", "whatsappsession.default-notification-text")
	f.Add(uint8(32), "A,B, ,A", "A,\x00,\u200b", "")
	rows := option.Table()
	f.Fuzz(func(t *testing.T, which uint8, low, high, key string) {
		row := rows[int(which)%len(rows)]
		application := set(key, high)
		application[row.Name] = low
		o, vs := option.Parse(option.Layers{Application: application, Agent: set(row.Name, high)})
		again, vs2 := option.Parse(option.Layers{Application: application, Agent: set(row.Name, high)})
		if !o.Equal(again) || len(vs) != len(vs2) {
			t.Fatal("two answers to one question")
		}
		// One section by itself is told as the only layer.
		_, alone := option.Parse(option.Layers{Application: application})
		for i := range alone {
			alone[i].Path = strings.TrimPrefix(alone[i].Path, "/application")
		}
		if diff := cmp.Diff(alone, option.Check(application)); diff != "" {
			t.Errorf("Parse and Check (-Parse +Check):\n%s", diff)
		}
		// What is good is kept: the latest layer whose value has no error.
		want := option.BuiltIn
		for layer, value := range map[option.Layer]string{option.Application: low, option.Agent: high} {
			if !row.Check(value).HasErrors() {
				want = max(want, layer)
			}
		}
		if got := o.Layer(row.Name); got != want {
			t.Errorf("%s: %q, %q: set by %v, want %v", row.Name, low, high, got, want)
		}
		_, known := option.Lookup(key)
		for _, other := range rows {
			if other.Name != row.Name && (!known || other.Name != key) && (o.Layer(other.Name) != option.BuiltIn || o.Values()[other.Name] != other.Default) {
				t.Errorf("%s changes %s to %q", row.Name, other.Name, o.Values()[other.Name])
			}
		}
		// They can be used, and written as a layer.
		if err := o.Check().Err(); err != nil {
			t.Errorf("%s: %q, %q: %v", row.Name, low, high, err)
		}
		written, vs3 := option.Parse(option.Layers{Tenant: o.Values()})
		if err := vs3.Err(); err != nil {
			t.Errorf("what Values writes: %v", err)
		}
		for _, other := range rows {
			if written.Values()[other.Name] != o.Values()[other.Name] {
				t.Errorf("%s = %q becomes %q", other.Name, o.Values()[other.Name], written.Values()[other.Name])
			}
		}
		// The violations fit the values and show nothing of them.
		for _, v := range vs {
			value := low
			if strings.HasPrefix(v.Path, "/agent/") || !strings.HasSuffix(v.Path, "/"+row.Name) {
				value = high
			}
			if _, ok := v.Span.In(value); !ok {
				t.Errorf("%+v does not fit into %q", v, value)
			}
			if v != v.Plain() {
				t.Errorf("%+v shows what it must not", v)
			}
		}
	})
}

// FuzzParseTimespan holds timespans against their parts.
func FuzzParseTimespan(f *testing.F) {
	for _, s := range []string{"0", "90", "2147483647", "2147483648", "1:30", "24855.03:14:07", "24855.03:14:08", "1.24:00", "-1", "::", "1.1.1:1", "9223372036854775807.23:59:59"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := option.ParseTimespan(s)
		want, ok := naiveTimespan(s)
		if (err == nil) != ok || d != want {
			t.Errorf("%q: %v, %v; want %v %v", s, d, err, want, ok)
		}
		if err != nil {
			oneViolation(t, s, err)
			return
		}
		if again, err := option.ParseTimespan(option.FormatTimespan(d)); err != nil || again != d {
			t.Errorf("%q: %v becomes %v, %v", s, d, again, err)
		}
	})
}

// naiveTimespan reads a timespan in another way.
func naiveTimespan(s string) (time.Duration, bool) {
	number := func(s string, most uint64, lengths ...int) uint64 {
		for _, c := range s {
			if c < '0' || c > '9' {
				return 1 << 40
			}
		}
		fits := len(lengths) == 0
		for _, l := range lengths {
			fits = fits || len(s) == l
		}
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil || n > most || !fits {
			return 1 << 40
		}
		return n
	}
	const most = 1<<31 - 1
	if len(s) > 64 {
		return 0, false
	}
	total := uint64(0)
	if clock := s; strings.Contains(s, ":") {
		if days, rest, ok := strings.Cut(s, "."); ok {
			total, clock = number(days, most)*86400, rest
		}
		parts := strings.Split(clock, ":")
		if len(parts) == 2 {
			parts = append(parts, "00")
		}
		if len(parts) != 3 {
			return 0, false
		}
		total += number(parts[0], 23, 1, 2)*3600 + number(parts[1], 59, 2)*60 + number(parts[2], 59, 2)
	} else {
		total = number(s, most)
	}
	if total > most {
		return 0, false
	}
	return time.Duration(total) * time.Second, true
}

// FuzzParseThresholds: what is accepted is in order, and is written as it is
// read.
func FuzzParseThresholds(f *testing.F) {
	for _, s := range []string{"30,50", " 0 ,\t1", "50,30", "2147483646,2147483647", "1,2,3", ",", "\xff,1", "-1,1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := option.ParseThresholds(s)
		if err != nil {
			for v := range decorum.All(err) {
				if _, ok := v.Span.In(s); !ok || v != v.Plain() || v.Want == "" {
					t.Errorf("%q: %+v", s, v)
				}
			}
			if got != (option.Thresholds{}) || !errors.As(err, new(*decorum.Error)) {
				t.Errorf("%q: %v, %v", s, got, err)
			}
			return
		}
		if got.Warning < 0 || got.Maximum <= got.Warning || got.Maximum > option.MaxTimespan {
			t.Errorf("%q: %v", s, got)
		}
		if again, err := option.ParseThresholds(got.String()); err != nil || again != got {
			t.Errorf("%q: %v becomes %v, %v", s, got, again, err)
		}
	})
}

// FuzzParseTheme: a theme is its name in any case, and nothing else.
func FuzzParseTheme(f *testing.F) {
	for _, s := range []string{"Default", "HIGHCONTRAST", "HighContraſt", "", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := option.ParseTheme(s)
		if err != nil {
			oneViolation(t, s, err)
			return
		}
		if !strings.EqualFold(got.String(), s) || len(got.String()) != len(s) {
			t.Errorf("%q is %v", s, got)
		}
	})
}

// FuzzNearest: what is found is a known name, and as near as the plain distance
// says.
func FuzzNearest(f *testing.F) {
	for _, s := range []string{"whatsappsession.themes", "WHATSAPPSESSION.THEME", "toast.title", "", "\xff", strings.Repeat("a", 65)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, key string) {
		got := option.Nearest(key)
		if len(key) > option.MaxKey {
			if got != "" {
				t.Errorf("%q: %s", key, got)
			}
			return
		}
		folded := []byte(key)
		for i, c := range folded {
			if 'A' <= c && c <= 'Z' {
				folded[i] = c + 'a' - 'A'
			}
		}
		start, most := "", max(1, len(key)/3)
		for _, p := range []string{"whatsappsession.", "workbin.whatsappsession.", "intercommunication.whatsappsession."} {
			if strings.HasPrefix(string(folded), p) {
				start, most = p, max(1, (len(key)-len(p))/3)
			}
		}
		want := ""
		for _, row := range option.Table() {
			if d := levenshtein(string(folded), row.Name); strings.HasPrefix(row.Name, start) && d <= most {
				want, most = row.Name, d-1
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", key, got, want)
		}
	})
}

// oneViolation holds a parse error against the house's rule.
func oneViolation(t *testing.T, s string, err error) {
	t.Helper()
	e := new(decorum.Error)
	if !errors.As(err, &e) || len(e.Violations) != 1 {
		t.Fatalf("%q: %v", s, err)
	}
	if v := e.Violations[0]; v != v.Plain() || v.Want == "" {
		t.Errorf("%q: %+v", s, v)
	} else if _, ok := v.Span.In(s); !ok {
		t.Errorf("%q: the span %v does not fit", s, v.Span)
	}
}
