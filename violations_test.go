package decorum_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
)

func warning(code decorum.Code) decorum.Violation {
	return decorum.Violation{Code: code, Severity: decorum.SeverityWarning}
}

func fault(code decorum.Code) decorum.Violation {
	return decorum.Violation{Code: code, Severity: decorum.SeverityError}
}

func TestSuccessIsANilInterface(t *testing.T) {
	for _, vs := range []decorum.Violations{nil, {}, {warning(decorum.Insecure)}, {{Code: decorum.TooLong}}} {
		if err := vs.Err(); err != nil {
			t.Errorf("%v gives %v", vs, err)
		}
	}
}

func TestWarningsNeverMatch(t *testing.T) {
	err := decorum.Violations{warning(decorum.Insecure), fault(decorum.TooLong)}.Err()
	if !errors.Is(err, decorum.TooLong) {
		t.Error("the error does not match")
	}
	if errors.Is(err, decorum.Insecure) {
		t.Error("the warning matches")
	}
	if errors.Is(err, decorum.TooShort) || errors.Is(err, errors.New("too_long")) {
		t.Error("something else matches")
	}
	if !errors.Is(err, err) {
		t.Error("the error does not match itself")
	}
}

func TestErrorText(t *testing.T) {
	first := tooLong("/body", 20, 21)
	for _, test := range []struct {
		vs   decorum.Violations
		want string
	}{
		{decorum.Violations{first}, "/body: 21 code points, at most 20"},
		{decorum.Violations{warning(decorum.Insecure), first}, "/body: 21 code points, at most 20 (and 1 warning)"},
		{decorum.Violations{first, fault(decorum.Required)}, "/body: 21 code points, at most 20 (and 1 more error)"},
		{
			decorum.Violations{first, fault(decorum.Required), fault(decorum.Blank), warning(decorum.Insecure)},
			"/body: 21 code points, at most 20 (and 2 more errors)",
		},
		{decorum.Violations{warning(decorum.Insecure)}, "decorum: no error among 1 violation"},
		{nil, "decorum: no error among 0 violations"},
	} {
		if got := (&decorum.Error{Violations: test.vs}).Error(); got != test.want {
			t.Errorf("%v: %q, want %q", test.vs, got, test.want)
		}
	}
	if got := (*decorum.Error)(nil).Error(); got != "decorum: no violation" {
		t.Error(got)
	}
}

// TestNothingIsLost wraps and joins errors in every way and finds all of their
// violations again.
func TestNothingIsLost(t *testing.T) {
	a := decorum.Violations{fault(decorum.TooLong), warning(decorum.Insecure)}.Err()
	b := decorum.Violations{fault(decorum.Required)}.Err()
	c := fault(decorum.Duplicate).Err()
	plain := errors.New("plain")
	var nothing *decorum.Error
	for _, test := range []struct {
		name string
		err  error
		want []decorum.Code
	}{
		{"nil", nil, nil},
		{"plain", plain, nil},
		{"itself", a, []decorum.Code{decorum.TooLong, decorum.Insecure}},
		{"wrapped", fmt.Errorf("sending: %w", fmt.Errorf("body: %w", a)), []decorum.Code{decorum.TooLong, decorum.Insecure}},
		{"joined", errors.Join(a, plain, b), []decorum.Code{decorum.TooLong, decorum.Insecure, decorum.Required}},
		{
			"both", fmt.Errorf("%w, then %w", errors.Join(b, fmt.Errorf("x: %w", c)), a),
			[]decorum.Code{decorum.Required, decorum.Duplicate, decorum.TooLong, decorum.Insecure},
		},
		{"typed nil", errors.Join(nothing, c), []decorum.Code{decorum.Duplicate}},
	} {
		var got []decorum.Code
		for v := range decorum.All(test.err) {
			got = append(got, v.Code)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		for _, code := range got {
			if is := errors.Is(test.err, code); is != (code != decorum.Insecure) {
				t.Errorf("%s: errors.Is(%s) = %v", test.name, code, is)
			}
		}
		var e *decorum.Error
		if as := errors.As(test.err, &e); as != (len(got) > 0 || test.name == "typed nil") {
			t.Errorf("%s: errors.As = %v", test.name, as)
		}
	}
}

func TestAllStopsAndStartsAnew(t *testing.T) {
	all := decorum.All(errors.Join(fault(decorum.TooLong).Err(), fault(decorum.Required).Err()))
	for range 2 {
		n := 0
		for v := range all {
			n++
			if v.Code != decorum.TooLong {
				t.Errorf("the first is %s", v.Code)
			}
			break
		}
		if n != 1 {
			t.Errorf("%d violations before the break", n)
		}
	}
	if n := len(slices.Collect(all)); n != 2 {
		t.Errorf("%d violations in all", n)
	}
}

func TestHas(t *testing.T) {
	vs := decorum.Violations{warning(decorum.Insecure)}
	if !vs.Has(decorum.Insecure) || vs.Has(decorum.TooLong) || vs.HasErrors() {
		t.Error("Has or HasErrors is wrong about a warning")
	}
	if vs = vs.Add(fault(decorum.TooLong)); !vs.Has(decorum.TooLong) || !vs.HasErrors() {
		t.Error("Has or HasErrors is wrong about an error")
	}
}

func TestListEndsAfterAHundred(t *testing.T) {
	var vs decorum.Violations
	for i := range 100 {
		vs = vs.Add(warning(decorum.Insecure))
		if len(vs) != i+1 {
			t.Fatalf("%d violations after %d", len(vs), i+1)
		}
	}
	if vs.Has(decorum.Truncated) {
		t.Fatal("ended too early")
	}
	vs = vs.Add(warning(decorum.Blank))
	want := decorum.Violation{
		Code: decorum.Truncated, Severity: decorum.SeverityWarning,
		Limit: 100, Actual: 101, Unit: decorum.Items,
	}
	if diff := cmp.Diff(want, vs[100]); diff != "" || len(vs) != 101 {
		t.Fatalf("%d violations, the last (-want +got):\n%s", len(vs), diff)
	}
	if vs.Err() != nil {
		t.Error("warnings alone became an error")
	}
	vs = vs.Add(tooLong("/body", 20, 1000))
	if vs[100].Severity != decorum.SeverityError {
		t.Error("an error past the end does not make it one")
	}
	vs = vs.Add(warning(decorum.Blank))
	want.Severity, want.Actual = decorum.SeverityError, 103
	if diff := cmp.Diff(want, vs[100]); diff != "" || len(vs) != 101 {
		t.Fatalf("%d violations, the last (-want +got):\n%s", len(vs), diff)
	}
	if !errors.Is(vs.Err(), decorum.Truncated) {
		t.Error("an error past the end does not count")
	}
}

// TestAnOddEndCountsAsOne: a Truncated that claims no more than a full list, as a
// host may have made it, stands for itself alone.
func TestAnOddEndCountsAsOne(t *testing.T) {
	for _, test := range []struct{ actual, want int64 }{{0, 101}, {99, 101}, {100, 101}, {101, 101}, {102, 102}} {
		var vs decorum.Violations
		for range decorum.MaxViolations {
			vs = vs.Add(fault(decorum.Required))
		}
		vs = vs.Add(decorum.Violation{
			Code: decorum.Truncated, Severity: decorum.SeverityError, Limit: 100, Actual: test.actual, Unit: decorum.Items,
		})
		if got := vs[len(vs)-1].Actual; got != test.want {
			t.Errorf("an end with %d: %d found, want %d", test.actual, got, test.want)
		}
	}
}

// TestErrorsDoNotChange: what is added later, past a full list too.
func TestErrorsDoNotChange(t *testing.T) {
	for _, n := range []int{1, 99, 100, 101, 150} {
		var vs decorum.Violations
		for range n {
			vs = vs.Add(fault(decorum.Required))
		}
		err := vs.Err()
		before := fmt.Sprint(slices.Collect(decorum.All(err)))
		for range 200 {
			vs = vs.Add(fault(decorum.TooLong))
		}
		if after := fmt.Sprint(slices.Collect(decorum.All(err))); after != before {
			t.Errorf("an error of %d violations changed from %s to %s", n, before, after)
		}
	}
}

func TestJoin(t *testing.T) {
	var root decorum.Path
	card := root.Key("cards")
	at := card.Index(3)
	vs := decorum.Violations{fault(decorum.Required)}
	got := vs.Join(&at, decorum.Violations{tooLong("/body", 160, 161), fault(decorum.Duplicate)})
	want := decorum.Violations{
		fault(decorum.Required), tooLong("/cards/3/body", 160, 161),
		{Code: decorum.Duplicate, Severity: decorum.SeverityError, Path: "/cards/3"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestJoinOfEndedLists adds up what both lists found.
func TestJoinOfEndedLists(t *testing.T) {
	list := func(n int) decorum.Violations {
		var vs decorum.Violations
		for range n {
			vs = vs.Add(fault(decorum.Required))
		}
		return vs
	}
	for _, test := range []struct{ a, b int }{{0, 0}, {60, 40}, {60, 41}, {100, 1}, {150, 1}, {1, 150}, {150, 250}, {0, 150}, {100, 150}} {
		got := list(test.a).Join(nil, list(test.b))
		if diff := cmp.Diff(list(test.a+test.b), got); diff != "" {
			t.Errorf("%d and %d (-want +got):\n%s", test.a, test.b, diff)
		}
	}
}

func TestErrorJSON(t *testing.T) {
	data, err := json.Marshal(decorum.Violations{tooLong("/body", 20, 21)}.Err())
	want := `{"violations":[{"code":"too_long","severity":"error","path":"/body","limit":20,"actual":21,"unit":"code_points"}]}`
	if err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	var back decorum.Error
	if err := json.Unmarshal(data, &back); err != nil || len(back.Violations) != 1 {
		t.Errorf("%v, %v", back, err)
	}
}
