package decorum_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/decorum-go/decorum"
)

func TestPointerBothWays(t *testing.T) {
	for _, test := range []struct {
		tokens  []string
		pointer string
	}{
		{nil, ""},
		{[]string{""}, "/"},
		{[]string{"buttons", "2", "title"}, "/buttons/2/title"},
		{[]string{"a/b", "m~n", "~1", "~0", "~01"}, "/a~1b/m~0n/~01/~00/~001"},
		{[]string{"", ""}, "//"},
		{[]string{"é", "\xff", "\x00"}, "/é/\xff/\x00"},
	} {
		if got := decorum.JoinPointer(test.tokens...); got != test.pointer {
			t.Errorf("JoinPointer(%q) = %q, want %q", test.tokens, got, test.pointer)
		}
		got, err := decorum.SplitPointer(test.pointer)
		if diff := cmp.Diff(test.tokens, got, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Errorf("SplitPointer(%q): %v (-want +got):\n%s", test.pointer, err, diff)
		}
	}
}

func TestPointerRefuses(t *testing.T) {
	for _, test := range []struct {
		pointer string
		span    decorum.Span
	}{
		{"a", decorum.Span{Start: 0, End: 1}},
		{"#/a", decorum.Span{Start: 0, End: 1}},
		{"/a~", decorum.Span{Start: 2, End: 3}},
		{"/a~2/b", decorum.Span{Start: 2, End: 3}},
		{"/~0~/", decorum.Span{Start: 3, End: 4}},
	} {
		_, err := decorum.SplitPointer(test.pointer)
		var e *decorum.Error
		if !errors.As(err, &e) || e.Violations[0].Code != decorum.Malformed || e.Violations[0].Span != test.span {
			t.Errorf("%q: %v", test.pointer, err)
		}
	}
}

func TestPath(t *testing.T) {
	var root decorum.Path
	sections := root.Key("sections")
	section := sections.Index(1)
	rows := section.Key("rows")
	row := rows.Index(9)
	title := row.Key("title")
	args := root.Key("arguments")
	named := args.UserKey("order_id")
	slash := root.Key("a/b~c")
	var none *decorum.Path
	fromNone := none.Key("body")
	for _, test := range []struct {
		path *decorum.Path
		want string
	}{
		{none, ""},
		{&root, ""},
		{&title, "/sections/1/rows/9/title"},
		{&named, "/arguments/order_id"},
		{&slash, "/a~1b~0c"},
		{&fromNone, "/body"},
	} {
		if got := test.path.String(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
		if got := string(test.path.Append([]byte("at "))); got != "at "+test.want {
			t.Errorf("Append: %q, want %q", got, test.want)
		}
	}
}

func TestSpan(t *testing.T) {
	for _, test := range []struct {
		span decorum.Span
		want string
		ok   bool
	}{
		{decorum.Span{}, "hello", true},
		{decorum.Span{Start: 1, End: 3}, "el", true},
		{decorum.Span{Start: 5, End: 5}, "", true},
		{decorum.Span{Start: 0, End: 5}, "hello", true},
		{decorum.Span{Start: 0, End: 6}, "", false},
		{decorum.Span{Start: -1, End: 2}, "", false},
		{decorum.Span{Start: 3, End: 2}, "", false},
	} {
		if got, ok := test.span.In("hello"); got != test.want || ok != test.ok {
			t.Errorf("%v: %q, %v", test.span, got, ok)
		}
	}
	if got := (decorum.Span{Start: 1, End: 3}).Shift(4); got != (decorum.Span{Start: 5, End: 7}) || got.Len() != 2 {
		t.Errorf("shifted to %v", got)
	}
	if got := (decorum.Span{}).Shift(4); got != (decorum.Span{}) {
		t.Errorf("the zero Span was shifted to %v", got)
	}
}
