package enum_test

import (
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
)

type colour uint8

var (
	withNone = []string{"", "red", "green"}
	withZero = []string{"black", "red"}
	members  = []string{"one", "two", "three"}
)

func TestNamesAreWrittenAndRead(t *testing.T) {
	for _, test := range []struct {
		names []string
		v     colour
		text  string
		known bool
	}{
		{withNone, 0, "", true},
		{withNone, 1, "red", true},
		{withNone, 2, "green", true},
		{withNone, 3, "", false},
		{withNone, 255, "", false},
		{withZero, 0, "black", true},
		{withZero, 1, "red", true},
		{withZero, 2, "", false},
	} {
		if got := enum.Of(test.names, test.v); got != test.text {
			t.Errorf("%d of %q: %q", test.v, test.names, got)
		}
		got, err := enum.Append([]byte("a"), test.names, test.v)
		if string(got) != "a"+test.text || (err == nil) != test.known {
			t.Errorf("%d of %q: %q, %v", test.v, test.names, got, err)
		}
		if !test.known {
			if !errors.Is(err, decorum.Unknown) {
				t.Errorf("%d of %q: %v", test.v, test.names, err)
			}
			continue
		}
		read := colour(77)
		if err := enum.Read(test.names, &read, []byte(test.text)); err != nil || read != test.v {
			t.Errorf("%q of %q: %d, %v", test.text, test.names, read, err)
		}
	}
}

func TestOtherNamesAreUnknown(t *testing.T) {
	for _, s := range []string{"", "Red", "re", "redd", "blue", " red", "\xff"} {
		v, err := enum.Parse[colour](withNone, s)
		if v != 0 || !errors.Is(err, decorum.Unknown) {
			t.Errorf("%q: %d, %v", s, v, err)
		}
		for v := range decorum.All(err) {
			if v.Want != "red, green" {
				t.Errorf("%q: want %q", s, v.Want)
			}
		}
		if read := colour(1); s != "" && (enum.Read(withNone, &read, []byte(s)) == nil || read != 1) {
			t.Errorf("%q is read as %d", s, read)
		}
	}
	if read := colour(1); enum.Read(withZero, &read, nil) == nil || read != 1 {
		t.Errorf("no text is read as %d, though zero has a name", read)
	}
}

func TestSets(t *testing.T) {
	for _, test := range []struct {
		set  colour
		text string
	}{
		{0, ""}, {1, "one"}, {2, "two"}, {4, "three"}, {5, "one,three"}, {7, "one,two,three"},
	} {
		if got := enum.OfSet(members, test.set); got != test.text {
			t.Errorf("%b: %q", test.set, got)
		}
		got, err := enum.AppendSet([]byte("a"), members, test.set)
		if err != nil || string(got) != "a"+test.text {
			t.Errorf("%b: %q, %v", test.set, got, err)
		}
		if read, err := enum.ParseSet[colour](members, test.text); err != nil || read != test.set {
			t.Errorf("%q: %b, %v", test.text, read, err)
		}
	}
	if got, err := enum.ParseSet[uint16](members, "three,one"); err != nil || got != 5 {
		t.Errorf("in another order: %b, %v", got, err)
	}
	for _, s := range []string{",", "one,", ",one", "one,one", "four", "one, two", "One"} {
		if got, err := enum.ParseSet[colour](members, s); got != 0 || !errors.Is(err, decorum.Unknown) {
			t.Errorf("%q: %b, %v", s, got, err)
		}
	}
	for _, set := range []colour{8, 9, 128} {
		got, err := enum.AppendSet([]byte("a"), members, set)
		if string(got) != "a" || !errors.Is(err, decorum.Unknown) {
			t.Errorf("%b: %q, %v", set, got, err)
		}
	}
	if got := enum.OfSet(members, colour(9)); got != "one" {
		t.Errorf("a member without a name: %q", got)
	}
}
