package deploy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

func TestVersionText(t *testing.T) {
	for _, text := range []string{"9.1.005.04", "8.5.127.06", "2.53.2", "4.5", "0.0", "0.0.0.0", "000000000.999999999", "4.8.4084.0"} {
		v, err := deploy.ParseVersion(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if v.String() != text {
			t.Errorf("%s is written as %s", text, v)
		}
		marshalled, err := v.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var again deploy.Version
		if err := again.UnmarshalText(marshalled); err != nil || again != v {
			t.Errorf("%s comes back as %s, %v", text, again, err)
		}
		if appended, err := v.AppendText([]byte("v")); err != nil || string(appended) != "v"+text {
			t.Errorf("%s is appended as %s, %v", text, appended, err)
		}
	}
}

func TestVersionRefused(t *testing.T) {
	for _, test := range []struct {
		text string
		code decorum.Code
		span decorum.Span
	}{
		{"", decorum.Required, decorum.Span{}},
		{"9", decorum.Malformed, decorum.Span{Start: 1, End: 1}},
		{"9.", decorum.Malformed, decorum.Span{Start: 2, End: 2}},
		{".9", decorum.Malformed, decorum.Span{Start: 0, End: 2}},
		{"9..1", decorum.Malformed, decorum.Span{Start: 2, End: 4}},
		{"v4.8", decorum.Malformed, decorum.Span{Start: 0, End: 4}},
		{"4.8 ", decorum.Malformed, decorum.Span{Start: 3, End: 4}},
		{" 4.8", decorum.Malformed, decorum.Span{Start: 0, End: 4}},
		{"-4.8", decorum.Malformed, decorum.Span{Start: 0, End: 4}},
		{"4.+8", decorum.Malformed, decorum.Span{Start: 2, End: 4}},
		{"4,8", decorum.Malformed, decorum.Span{Start: 1, End: 3}},
		{"9.1.005.04.1", decorum.Malformed, decorum.Span{Start: 10, End: 12}},
		{"9.1.005.04.", decorum.Malformed, decorum.Span{Start: 10, End: 11}},
		{"1.0000000000", decorum.Malformed, decorum.Span{Start: 11, End: 12}},
		{"9.1.005.04-beta", decorum.Malformed, decorum.Span{Start: 10, End: 15}},
		{"٤.٨", decorum.Malformed, decorum.Span{Start: 0, End: 5}},
		{"4.8\x00", decorum.Malformed, decorum.Span{Start: 3, End: 4}},
	} {
		v, err := deploy.ParseVersion(test.text)
		if !errors.Is(err, test.code) || !v.IsZero() {
			t.Errorf("%q: %v, %v", test.text, v, err)
			continue
		}
		for violation := range decorum.All(err) {
			if violation.Span != test.span {
				t.Errorf("%q: %v, want %v", test.text, violation.Span, test.span)
			}
		}
		kept := deploy.MustParseVersion("1.2")
		if test.text != "" && (kept.UnmarshalText([]byte(test.text)) == nil || kept.String() != "1.2") {
			t.Errorf("%q: unmarshalled as %v", test.text, kept)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParseVersion took a text that is no version")
		}
	}()
	deploy.MustParseVersion("9")
}

func TestVersionOrder(t *testing.T) {
	rising := []string{"0.0", "0.0.0.1", "1.0", "1.9", "1.10", "2.0", "8.5.126.99", "8.5.127", "8.5.127.06", "9.0", "9.1.003.12", "9.1.005.04", "9.1.5.10", "9.1.010", "10.0", "999999999.0"}
	for i := range rising {
		for j := range rising {
			a, b := deploy.MustParseVersion(rising[i]), deploy.MustParseVersion(rising[j])
			if got, want := a.Compare(b), sign(i-j); got != want {
				t.Errorf("%v to %v: %d, want %d", a, b, got, want)
			}
			if a.Equal(b) != (i == j) {
				t.Errorf("%v and %v: equal is %v", a, b, a.Equal(b))
			}
		}
	}
	if diff := cmp.Diff(deploy.MustParseVersion("9.1.5.4"), deploy.MustParseVersion("9.1.005.04")); diff != "" {
		t.Errorf("two ways to write one version: %s", diff)
	}
	if !deploy.MustParseVersion("4.5").Equal(deploy.MustParseVersion("4.5.0.0")) {
		t.Error("4.5 is not 4.5.0.0")
	}
	if none := (deploy.Version{}); !none.IsZero() || none.String() != "" || none.Equal(deploy.MustParseVersion("0.0")) {
		t.Error("the zero Version is a version")
	}
	var v deploy.Version
	if err := v.UnmarshalText(nil); err != nil || !v.IsZero() {
		t.Errorf("nothing is %v, %v", v, err)
	}
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}
