package localize_test

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/localize"
)

// Whatever a violation holds, each language makes a clean line of it, with
// nothing of the path and of what is wanted but what may be shown.
func FuzzViolation(f *testing.F) {
	f.Add("too_long", "/buttons/2/title", "", uint8(1), uint8(1), int64(23), int64(20), 0, 0)
	f.Add("truncated", "/a\nb", "ready, active", uint8(2), uint8(5), int64(-1), int64(100), 3, 4)
	f.Add("Too Long\x1b[31m", "/\u202e/x", "caf\u00e9\u2066", uint8(9), uint8(200), int64(-1<<63), int64(1<<62), -3, -9)
	f.Add("", strings.Repeat("/a", 400), strings.Repeat("x", 600), uint8(0), uint8(0), int64(0), int64(0), 0, 0)
	f.Add("stale", "/{text}/{n}", "{want}{text}", uint8(1), uint8(9), int64(2), int64(1), 1, 1)
	f.Add("blank", "\xff", "\x00", uint8(1), uint8(11), int64(1e6+3), int64(1e7), 0, 5)
	tags := append(localize.Languages(), "ar_EG", "ar_MA", "fa")
	f.Fuzz(func(t *testing.T, code, path, want string, severity, unit uint8, actual, limit int64, start, end int) {
		v := decorum.Violation{
			Code: decorum.Code(code), Severity: decorum.Severity(severity), Path: path, Want: want,
			Unit: decorum.Unit(unit), Actual: actual, Limit: limit, Span: decorum.Span{Start: start, End: end},
		}
		plain := v.Plain()
		for _, tag := range tags {
			l := localize.For(tag)
			text := l.Violation(v)
			clean(t, l, text)
			if len(text) > 1500 {
				t.Errorf("%s: %d bytes", tag, len(text))
			}
			if !strings.Contains(text, plain.Path) || !strings.Contains(text, plain.Want) {
				t.Errorf("%s: %q leaves out %q or %q", tag, text, plain.Path, plain.Want)
			}
			if text != l.Violation(plain) {
				t.Errorf("%s: %q tells more than %q", tag, text, l.Violation(plain))
			}
			if l.Language() == "en" && text != v.String() {
				t.Errorf("%s: %q, want %q", tag, text, v.String())
			}
			clean(t, l, l.Error(&decorum.Error{Violations: decorum.Violations{v, v}}))
			clean(t, l, l.Size(actual))
			clean(t, l, l.Duration(time.Duration(limit)))
		}
	})
}

func FuzzFor(f *testing.F) {
	for _, tag := range []string{
		"", "en", "pt_BR", "es-419", "ar_EG", "hi-Latn", "de-CH-1996", "de__", "fa", "und", "iw", "en_UK",
		"a_b-c_d-e_f-g_h-", "x-private", "\xff", "de" + strings.Repeat("-CH", 1<<12),
	} {
		f.Add(tag, "es-MX")
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		l := localize.For(first, second)
		switch one, two := localize.For(first), localize.For(second); {
		case one != (localize.Localizer{}) && l != one:
			t.Errorf("For(%q, %q) is not For(%q)", first, second, first)
		case one == (localize.Localizer{}) && l != one && l != two:
			t.Errorf("For(%q, %q) is neither", first, second)
		}
		if len(first) > localize.MaxTag && localize.For(first) != (localize.Localizer{}) {
			t.Errorf("For takes %d bytes", len(first))
		}
		if code := localize.For(first).Language(); code != "en" && !strings.EqualFold(code, first[:2]) {
			t.Errorf("For(%q) is %q", first, code)
		}
		clean(t, l, l.Size(1536))
	})
}

// clean fails for a text that is not valid UTF-8, holds a control or a format
// character other than the balanced isolates of a right-to-left language.
func clean(t *testing.T, l localize.Localizer, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Errorf("%s: %q is not valid UTF-8", l.Language(), text)
	}
	depth := 0
	for _, r := range text {
		switch {
		case r == '\u2066' && l.RightToLeft():
			depth++
		case r == '\u2069' && l.RightToLeft():
			depth--
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs) || r == utf8.RuneError:
			t.Errorf("%s: %q holds %U", l.Language(), text, r)
		}
		if depth < 0 || depth > 1 {
			t.Errorf("%s: %q has isolates out of balance", l.Language(), text)
		}
	}
	if depth != 0 {
		t.Errorf("%s: %q leaves an isolate open", l.Language(), text)
	}
}
