package link_test

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/link"
)

func TestTR8ParseRefuses(t *testing.T) {
	type fault struct {
		Code       decorum.Code
		Start, End int
	}
	for _, c := range []struct {
		in   string
		want []fault
	}{
		{"", []fault{{decorum.Required, 0, 0}}},
		{"javascript:alert(1)", []fault{{decorum.Unsupported, 0, 10}}},
		{"JavaScript://example.com/%0aalert(1)", []fault{{decorum.Unsupported, 0, 10}}},
		{"java\tscript:alert(1)", []fault{{decorum.ForbiddenCharacter, 4, 5}, {decorum.Unsupported, 0, 11}}},
		{" javascript:alert(1)", []fault{{decorum.ForbiddenCharacter, 0, 1}, {decorum.Unsupported, 0, 11}}},
		{"data:text/html,x", []fault{{decorum.Unsupported, 0, 4}}},
		{"ftp://example.com", []fault{{decorum.Unsupported, 0, 3}}},
		{"intent://scan/#Intent;end", []fault{{decorum.Unsupported, 0, 6}}},
		{"https:example.com", []fault{{decorum.Malformed, 5, 17}}},
		{"https:/example.com", []fault{{decorum.Malformed, 5, 18}}},
		{"http:\\\\example.com", []fault{{decorum.ForbiddenCharacter, 5, 6}, {decorum.ForbiddenCharacter, 6, 7}, {decorum.Malformed, 4, 18}}},
		{"example.com", []fault{{decorum.Malformed, 0, 11}}},
		{"//example.com", []fault{{decorum.Malformed, 0, 13}}},
		{"/a", []fault{{decorum.Malformed, 0, 2}}},
		{"https://", []fault{{decorum.Required, 8, 8}}},
		{"https:///a", []fault{{decorum.Required, 8, 8}}},
		{"https://?a", []fault{{decorum.Required, 8, 8}}},
		{"https://:80", []fault{{decorum.Required, 8, 8}}},
		{"https://a@", []fault{{decorum.Required, 10, 10}}},
		{"https://.", []fault{{decorum.Malformed, 8, 9}}},
		{"https://a..b", []fault{{decorum.Malformed, 8, 12}}},
		{"https://example.com..", []fault{{decorum.Malformed, 8, 21}}},
		{"https://-a.com", []fault{{decorum.Malformed, 8, 14}}},
		{"https://a_b.com", []fault{{decorum.Malformed, 8, 15}}},
		{"https://%e2%98%83.net/", []fault{{decorum.Malformed, 8, 21}}},
		{"https://☃.net/", []fault{{decorum.Malformed, 8, 15}}},
		{"https://2130706433/", []fault{{decorum.Malformed, 8, 18}}},
		{"https://0x7f.1/", []fault{{decorum.Malformed, 8, 14}}},
		{"https://256.1.2.3/", []fault{{decorum.Malformed, 8, 17}}},
		{"https://1.2.3/", []fault{{decorum.Malformed, 8, 13}}},
		{"https://[::1%25eth0]/", []fault{{decorum.Malformed, 8, 20}}},
		{"https://[::1]a/", []fault{{decorum.Malformed, 8, 14}}},
		{"https://[::1/", []fault{{decorum.Malformed, 8, 12}}},
		{"https://[1.2.3.4]/", []fault{{decorum.Malformed, 8, 17}}},
		{"https://xn--.com/", []fault{{decorum.Malformed, 8, 16}}},
		{"https://example.com:/", []fault{{decorum.Malformed, 19, 20}}},
		{"https://example.com:a/", []fault{{decorum.Malformed, 19, 21}}},
		{"https://example.com:0/", []fault{{decorum.OutOfRange, 19, 21}}},
		{"https://example.com:65536/", []fault{{decorum.OutOfRange, 19, 25}}},
		{"https://example.com:99999999999999999999", []fault{{decorum.OutOfRange, 19, 40}}},
		{"https://user:pass[word]@example.com/", []fault{{decorum.Malformed, 17, 18}}},
		{"https://a@b@example.com/", []fault{{decorum.Malformed, 9, 10}}},
		{"https://a%zz@example.com/", []fault{{decorum.Malformed, 9, 10}}},
		{"https://example.com/a b", []fault{{decorum.ForbiddenCharacter, 21, 22}}},
		{"https://example.com/\n", []fault{{decorum.ForbiddenCharacter, 20, 21}}},
		{"https://example.com/\x00", []fault{{decorum.ForbiddenCharacter, 20, 21}}},
		{"https://example.com/\u202e", []fault{{decorum.ForbiddenCharacter, 20, 23}}},
		{"https://example.com/\u2066a", []fault{{decorum.ForbiddenCharacter, 20, 23}}},
		{"https://example.com\u202e/", []fault{{decorum.ForbiddenCharacter, 19, 22}, {decorum.Malformed, 8, 22}}},
		{"https://good.com\\@evil.com/", []fault{{decorum.ForbiddenCharacter, 16, 17}, {decorum.Malformed, 16, 17}}},
		{"https://example.com/\xff", []fault{{decorum.InvalidUTF8, 20, 21}}},
		{"https://example.com/" + strings.Repeat("a", link.MaxInput-19), []fault{{decorum.TooLong, 0, 0}}},
		{"https://a b:0/", []fault{{decorum.ForbiddenCharacter, 9, 10}, {decorum.OutOfRange, 11, 13}, {decorum.Malformed, 8, 11}}},
	} {
		var got []fault
		for _, v := range link.Check(c.in) {
			if v.Severity != decorum.SeverityError {
				t.Errorf("%q: a warning beside errors: %v", c.in, v)
			}
			got = append(got, fault{v.Code, v.Span.Start, v.Span.End})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("Check(%.60q) (-want +got):\n%s", c.in, diff)
		}
		l, err := link.Parse(c.in)
		var e *decorum.Error
		switch {
		case !errors.As(err, &e) || len(e.Violations) != 1:
			t.Errorf("Parse(%.60q): %v", c.in, err)
		case e.Violations[0] != link.Check(c.in)[0]:
			t.Errorf("Parse(%.60q): %v is not the first", c.in, err)
		case l != link.Link{}:
			t.Errorf("Parse(%.60q) returns a link", c.in)
		case strings.Contains(err.Error(), "example") || strings.Contains(err.Error(), "script"):
			t.Errorf("the error quotes the URL: %v", err)
		}
	}
}

func TestTR8CheckWarns(t *testing.T) {
	type warning struct {
		Code decorum.Code
		Text string
	}
	for in, want := range map[string][]warning{
		"https://example.com/a":             nil,
		"HTTP://example.com/a":              {{decorum.Insecure, "HTTP"}},
		"https://user:pw@example.com/a":     {{decorum.Misleading, "user:pw@"}},
		"https://example.com:8443/a":        {{decorum.Unsafe, "8443"}},
		"https://192.0.2.1/":                {{decorum.Unsafe, "192.0.2.1"}},
		"https://intranet/":                 {{decorum.Unsafe, "intranet"}},
		"https://pаypal.com/":               {{decorum.Misleading, "pаypal.com"}, {decorum.Misleading, "pаypal.com"}},
		"https://xn--bcher-kva.de/":         {{decorum.Misleading, "xn--bcher-kva.de"}},
		"https://example.com/a\u200bb":      {{decorum.Misleading, "https://example.com/a\u200bb"}},
		"http://a@[::1]:81?b":               {{decorum.Insecure, "http"}, {decorum.Misleading, "a@"}, {decorum.Unsafe, "81"}, {decorum.Unsafe, "[::1]"}},
		"https://example.com./a":            nil,
		"https://bücher.de/":                {{decorum.Misleading, "bücher.de"}},
		"https://example.com/%zz?q=\"a\"#<": nil,
	} {
		var got []warning
		vs := link.Check(in)
		for _, v := range vs {
			text, ok := v.Span.In(in)
			if !ok || v.Severity != decorum.SeverityWarning {
				t.Errorf("%q: %v", in, v)
			}
			got = append(got, warning{v.Code, text})
		}
		if diff := cmp.Diff(want, got); diff != "" || vs.Err() != nil {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

func TestTR8ParseAccepts(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.com":                                          "https://example.com",
		"HTTPS://EXAMPLE.COM/A":                                        "https://example.com/A",
		"https://example.com./a":                                       "https://example.com./a",
		"https://example。com。/a":                                       "https://example.com./a",
		"https://user:p%40@example.com:443/?a#b":                       "https://user:p%40@example.com:443/?a#b",
		"https://üser@example.com/":                                    "https://%C3%BCser@example.com/",
		"http://[2001:DB8::1]":                                         "http://[2001:db8::1]",
		"https://example.com/a%zz%":                                    "https://example.com/a%25zz%25",
		"https://example.com?é":                                        "https://example.com?%C3%A9",
		"https://example.com/javascript:alert(1)":                      "https://example.com/javascript:alert(1)",
		"https://example.com/a?b=https://c.com/@d":                     "https://example.com/a?b=https://c.com/@d",
		"https://example.com/" + strings.Repeat("a", link.MaxInput-20): "https://example.com/" + strings.Repeat("a", link.MaxInput-20),
	} {
		l, err := link.Parse(in)
		if err != nil {
			t.Errorf("%.60q: %v", in, err)
			continue
		}
		if got := l.URL(); got != want {
			t.Errorf("%.60q: %s, want %s", in, got, want)
		}
		if again := link.MustParse(want).URL(); again != want {
			t.Errorf("%.60q: not stable: %s", in, again)
		}
		if l.Text() != in || !l.Openable() {
			t.Errorf("%.60q: %q", in, l)
		}
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	link.MustParse("javascript:alert(1)")
}

func TestLogShowsTheHostAlone(t *testing.T) {
	var b bytes.Buffer
	log := slog.New(slog.NewTextHandler(&b, nil))
	log.Info("opened", "link", link.MustParse("https://example.com/secret?key=1"))
	for _, l := range link.Find("john@example.com") {
		log.Info("opened", "link", l)
	}
	if got := b.String(); strings.Contains(got, "secret") || strings.Contains(got, "john") ||
		!strings.Contains(got, "link.kind=url link.host=example.com") {
		t.Error(got)
	}
}
