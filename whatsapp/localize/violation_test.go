package localize_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/localize"
)

func measured(c decorum.Code, u decorum.Unit, actual, limit int64) decorum.Violation {
	return decorum.Violation{
		Code: c, Severity: decorum.SeverityError, Unit: u, Actual: actual, Limit: limit,
	}
}

func TestCataloguesAreComplete(t *testing.T) {
	for _, language := range localize.Languages() {
		if gaps := localize.Gaps(language); len(gaps) > 0 {
			t.Errorf("%s: %s", language, strings.Join(gaps, ", "))
		}
	}
}

// It fails when a code is appended to the root and has no texts here.
func TestEveryCodeHasATextInEveryLanguage(t *testing.T) {
	for _, language := range localize.Languages() {
		l := localize.For(language)
		unknown := l.Violation(decorum.Violation{Code: "of_a_later_version"})
		seen := map[string]decorum.Code{}
		for _, c := range decorum.Codes() {
			text := l.Violation(decorum.Violation{Code: c})
			if text == unknown || text == "" {
				t.Errorf("%s: %s has no text", language, c)
			}
			if language != "en" && text == (localize.Localizer{}).Violation(decorum.Violation{Code: c}) {
				t.Errorf("%s: %s has the English text", language, c)
			}
			if before, twice := seen[text]; twice {
				t.Errorf("%s: %s and %s have the same text", language, before, c)
			}
			seen[text] = c
		}
		if got := l.Violation(decorum.Violation{}); got != unknown {
			t.Errorf("%s: the zero violation is %q, want %q", language, got, unknown)
		}
	}
}

func TestEveryUnitIsNamedInEveryLanguage(t *testing.T) {
	for _, language := range localize.Languages() {
		l := localize.For(language)
		bare := l.Violation(decorum.Violation{Code: decorum.TooLong})
		seen := map[string]decorum.Unit{}
		for _, u := range decorum.Units() {
			text := l.Violation(measured(decorum.TooLong, u, 23, 20))
			if text == bare || !strings.Contains(text, "23") || !strings.Contains(text, "20") {
				t.Errorf("%s: %s: %q does not tell the measure", language, u, text)
			}
			if before, twice := seen[text]; twice {
				t.Errorf("%s: %s and %s read the same", language, before, u)
			}
			seen[text] = u
		}
	}
}

func TestEnglishIsTheRootsText(t *testing.T) {
	codes := append(decorum.Codes(), "", "of_a_later_version", "No Code")
	units := append(decorum.Units(), 0, 99)
	numbers := []int64{0, 1, 2, 3, 11, 20, 100, 1e6, 1e6 + 1, -1, -20, math.MaxInt64, math.MinInt64}
	english := []localize.Localizer{{}, localize.For("en_GB"), localize.For("fa"), localize.For("th", "?")}
	compared := 0
	for _, c := range codes {
		for _, u := range units {
			for _, actual := range numbers {
				for _, v := range []decorum.Violation{
					measured(c, u, actual, 20),
					measured(c, u, actual, math.MinInt64),
					{
						Code: c, Severity: decorum.SeverityWarning, Path: "/a/0", Unit: u, Actual: actual, Limit: 1,
						Span: decorum.Span{Start: 4, End: 9}, Want: "ready, active",
					},
					{Code: c, Path: "/ü", Unit: u, Actual: actual, Limit: 3, Span: decorum.Span{End: 9}},
					{Code: c, Severity: decorum.SeverityError, Path: "/a", Unit: u, Actual: actual, Want: "\n"},
				} {
					for _, l := range english {
						compared++
						if got, want := l.Violation(v), v.String(); got != want {
							t.Fatalf("%#v: %q, want %q", v, got, want)
						}
					}
				}
			}
		}
	}
	t.Logf("%d texts compared", compared)
}

func TestViolation(t *testing.T) {
	long := measured(decorum.TooLong, decorum.CodePoints, 23, 20)
	long.Path = "/buttons/2/title"
	short := measured(decorum.TooFew, decorum.Items, 1, 2)
	short.Path, short.Severity = "/rows", decorum.SeverityWarning
	stale := measured(decorum.Stale, decorum.Seconds, 700000, 604800)
	wrong := decorum.Violation{
		Code: decorum.WrongState, Severity: decorum.SeverityError, Path: "/state",
		Span: decorum.Span{Start: 5, End: 6}, Want: "active, held",
	}
	south := measured(decorum.OutOfRange, decorum.MicroDegrees, -91000000, -90000000)
	cut := measured(decorum.Truncated, decorum.Items, 1003, 100)
	tests := []struct {
		tag  string
		v    decorum.Violation
		want string
	}{
		{"en", long, "/buttons/2/title: 23 code points, at most 20"},
		{"es", long, "/buttons/2/title: 23 puntos de código, máximo 20"},
		{"es", short, "/rows: advertencia: 1 elemento, mínimo 2"},
		{"pt", stale, "700000 segundos, no máximo 604800: foi verificado há tempo demais; verifique novamente"},
		{"de", wrong, "/state: im derzeitigen Zustand nicht möglich (bei Byte 5); erwartet: active, held"},
		{"fr", short, "/rows\u00A0: avertissement\u00A0: 1 élément, minimum 2"},
		{"fr", wrong, "/state\u00A0: impossible dans l’état actuel (à l’octet 5)\u202F; attendu\u00A0: active, held"},
		{"hi", long, "/buttons/2/title: 23 कोड पॉइंट, अधिकतम 20"},
		{"id", south, "-91000000 mikroderajat, minimal -90000000"},
		{"id", cut, "1003 masalah ditemukan, 100 ditampilkan; perbaiki yang ini terlebih dahulu"},
		{"ar", long, "\u2066/buttons/2/title\u2069: 23 نقطة ترميز، والحد الأقصى 20"},
		{"ar-EG", long, "\u2066/buttons/2/title\u2069: ٢٣ نقطة ترميز، والحد الأقصى ٢٠"},
		{"ar", short, "\u2066/rows\u2069: تحذير: عنصر واحد، والحد الأدنى 2"},
		{"ar-EG", wrong, "\u2066/state\u2069: غير ممكن في الحالة الحالية (عند البايت ٥)؛ المتوقع: \u2066active, held\u2069"},
		{"ar", south, "\u2066-91000000\u2069 ميكرودرجة، والحد الأدنى \u2066-90000000\u2069"},
		{"ar-EG", south, "-٩١٠٠٠٠٠٠ ميكرودرجة، والحد الأدنى -٩٠٠٠٠٠٠٠"},
		{"ar-SA", cut, "عُثر على ١٠٠٣ مشكلات، والمدرج منها ١٠٠؛ يُرجى إصلاح المدرجة أولًا"},
	}
	for _, test := range tests {
		if got := localize.For(test.tag).Violation(test.v); got != test.want {
			t.Errorf("%s: %q\nwant %q", test.tag, got, test.want)
		}
	}
}

func TestArabicHasSixForms(t *testing.T) {
	l := localize.For("ar")
	for _, test := range []struct {
		n    int64
		want string
	}{
		{0, "0 عنصر"},
		{1, "عنصر واحد"},
		{2, "عنصران"},
		{3, "3 عناصر"},
		{10, "10 عناصر"},
		{11, "11 عنصرًا"},
		{99, "99 عنصرًا"},
		{100, "100 عنصر"},
		{101, "101 عنصر"},
		{102, "102 عنصر"},
		{103, "103 عناصر"},
		{111, "111 عنصرًا"},
		{1_000_000, "1000000 عنصر"},
		{1_000_001, "1000001 عنصر"},
		{1_000_002, "1000002 عنصر"},
		{1_000_003, "1000003 عناصر"},
		{10_000_001, "10000001 عنصر"},
		{10_000_011, "10000011 عنصرًا"},
		{-1, "\u2066-1\u2069 عنصر"},
		{-2, "\u2066-2\u2069 عنصر"},
	} {
		got, _, _ := strings.Cut(l.Violation(measured(decorum.TooMany, decorum.Items, test.n, -9)), "،")
		if got != test.want {
			t.Errorf("%d: %q, want %q", test.n, got, test.want)
		}
	}
}

func TestPluralForms(t *testing.T) {
	numbers := []int64{0, 1, 2, 3, 11, 100, 1_000_000, 1_000_001, 10_000_001}
	for _, test := range []struct {
		language    string
		singular    string
		plural      string
		singularFor []int64
	}{
		{"en", "line", "lines", []int64{1}},
		{"es", "línea", "líneas", []int64{1}},
		{"pt", "linha", "linhas", []int64{0, 1}},
		{"de", "Zeile", "Zeilen", []int64{1}},
		{"fr", "ligne", "lignes", []int64{0, 1}},
		{"hi", "पंक्ति", "पंक्तियाँ", []int64{0, 1}},
		{"id", "baris", "baris", nil},
	} {
		l := localize.For(test.language)
		for _, n := range numbers {
			name := test.plural
			for _, m := range test.singularFor {
				if n == m {
					name = test.singular
				}
			}
			got, _, _ := strings.Cut(l.Violation(measured(decorum.TooMany, decorum.Lines, n, -9)), ",")
			if want := fmt.Sprintf("%d %s", n, name); got != want {
				t.Errorf("%s: %q, want %q", test.language, got, want)
			}
		}
	}
}

func TestViolations(t *testing.T) {
	vs := decorum.Violations{
		{Code: decorum.Blank, Severity: decorum.SeverityError, Path: "/body"},
		measured(decorum.TooMany, decorum.Items, 4, 3),
	}
	want := []string{"/body: nichts zu sehen; bitte etwas Sichtbares eingeben", "4 Elemente, höchstens 3"}
	if diff := cmp.Diff(want, localize.For("de").Violations(vs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := localize.For("de").Violations(nil); len(got) != 0 {
		t.Errorf("of nil: %q", got)
	}
}

func TestError(t *testing.T) {
	blank := decorum.Violation{Code: decorum.Blank, Severity: decorum.SeverityError, Path: "/body"}
	warning := decorum.Violation{Code: decorum.Deprecated, Severity: decorum.SeverityWarning}
	list := func(vs ...decorum.Violation) error { return &decorum.Error{Violations: vs} }
	for _, test := range []struct {
		name, tag string
		err       error
		want      string
	}{
		{"one", "es", list(blank), "/body: no hay nada visible; escriba algo visible"},
		{"two", "es", list(blank, blank), "/body: no hay nada visible; escriba algo visible (y 1 error más)"},
		{
			"wrapped and joined", "de", fmt.Errorf("x: %w", errors.Join(list(warning), list(blank, blank), list(blank))),
			"/body: nichts zu sehen; bitte etwas Sichtbares eingeben (und 2 weitere Fehler)",
		},
		{
			"a warning first", "id", list(warning, blank),
			"/body: tidak ada yang terlihat; tulis sesuatu yang terlihat (dan 1 peringatan)",
		},
		{
			"two more in Arabic", "ar", list(blank, blank, blank),
			"\u2066/body\u2069: لا يوجد شيء مرئي؛ يُرجى كتابة شيء مرئي (وخطآن آخران)",
		},
		{"nil", "de", nil, ""},
		{"no violation", "de", errors.New("+15162837151 \x1b"), ""},
		{"warnings alone", "de", list(warning), ""},
		{"no severity", "de", list(decorum.Violation{Code: decorum.Blank}), ""},
	} {
		if got := localize.For(test.tag).Error(test.err); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	for errs := 1; errs < 4; errs++ {
		for warnings := range 4 {
			e := &decorum.Error{}
			for range warnings {
				e.Violations = append(e.Violations, warning)
			}
			for range errs {
				e.Violations = append(e.Violations, blank)
			}
			if got, want := (localize.Localizer{}).Error(e), e.Error(); got != want {
				t.Errorf("%d errors, %d warnings: %q, want %q", errs, warnings, got, want)
			}
		}
	}
}

// Every text there is, in every language, holds to what a reader expects of
// typography and script.
func TestTextsAreWellSet(t *testing.T) {
	scripts := map[string]*unicode.RangeTable{"ar": unicode.Arabic, "hi": unicode.Devanagari}
	for _, language := range localize.Languages() {
		script := scripts[language]
		if script == nil {
			script = unicode.Latin
		}
		for _, text := range everyText(localize.For(language)) {
			if !norm.NFC.IsNormalString(text) {
				t.Errorf("%s: %q is not in NFC", language, text)
			}
			for _, bad := range []string{"  ", " ,", " ،", " :", " ;", " ؛", "{", "}", "..", "\u200f", "\u200e"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s: %q has %q", language, text, bad)
				}
			}
			if text != strings.TrimSpace(text) || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "।") {
				t.Errorf("%s: %q begins or ends badly", language, text)
			}
			if strings.Contains(text, "'") && language != "en" {
				t.Errorf("%s: %q has a straight apostrophe", language, text)
			}
			if strings.Contains(text, ";") && language == "ar" {
				t.Errorf("%s: %q has a Latin semicolon", language, text)
			}
			if strings.Contains(text, ";") && language == "fr" && !strings.Contains(text, "\u202F;") {
				t.Errorf("%s: %q has no thin space before its semicolon", language, text)
			}
			// Hindi, as its interfaces do, has KB and MB in Latin letters.
			first := firstStrong(text)
			if !unicode.Is(script, first) && (language != "hi" || !strings.HasSuffix(text, "B")) {
				t.Errorf("%s: the first letter of %q is %q", language, text, first)
			}
		}
	}
}

func TestNoDigitsOfAnotherLanguage(t *testing.T) {
	for _, tag := range []string{"en", "es", "pt", "de", "fr", "hi", "id", "ar", "ar-EG", "ar-MA", "fa", "th", "mr", "bn"} {
		indic := tag == "ar-EG"
		for _, text := range everyText(localize.For(tag)) {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "UTF-16", ""), "UTF-8", "")
			for _, r := range text {
				if unicode.IsDigit(r) && (r > unicode.MaxASCII) != indic {
					t.Errorf("%s: %q has the digit %q", tag, text, r)
				}
			}
		}
	}
}

// everyText returns texts of all codes, units, sizes and durations.
func everyText(l localize.Localizer) []string {
	var texts []string
	for _, c := range append(decorum.Codes(), "of_a_later_version") {
		texts = append(texts, l.Violation(decorum.Violation{Code: c}))
		for _, u := range decorum.Units() {
			for _, n := range []int64{0, 1, 2, 3, 11, 100} {
				v := measured(c, u, n, 2)
				v.Severity, v.Span = decorum.SeverityWarning, decorum.Span{Start: 7, End: 8}
				texts = append(texts, l.Violation(v))
			}
		}
	}
	for _, n := range []int64{0, 1, 2, 3, 11, 100, 1536, 5 << 20, 3 << 30, 1 << 40, 1 << 50, 1 << 60, -5} {
		texts = append(texts, l.Size(n), l.Duration(durationOf(n)))
	}
	return texts
}

// firstStrong returns the first letter outside isolates, as the first-strong
// rule of the bidirectional algorithm (P2) finds the direction of a text.
func firstStrong(text string) rune {
	depth := 0
	for _, r := range text {
		switch {
		case r == '\u2066':
			depth++
		case r == '\u2069':
			depth--
		case depth == 0 && unicode.IsLetter(r):
			return r
		}
	}
	return utf8.RuneError
}

// TestAPluralFormWithoutATextIsOther: a newer x/text may ask for forms that the
// texts do not have, as the CLDR has added "many" to Spanish.
func TestAPluralFormWithoutATextIsOther(t *testing.T) {
	for n, want := range map[uint64]string{0: "other", 1: "one", 2: "other", 3: "other", 11: "other", 100: "other"} {
		if got := localize.Plural(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
