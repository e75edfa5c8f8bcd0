package localize_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/localize"
)

func TestLanguages(t *testing.T) {
	want := []string{"en", "es", "pt", "de", "fr", "ar", "hi", "id"}
	got := localize.Languages()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Languages (-want +got):\n%s", diff)
	}
	for _, code := range got {
		if l := localize.For(code); l.Language() != code || l.RightToLeft() != (code == "ar") {
			t.Errorf("For(%q) is %q, right to left %t", code, l.Language(), l.RightToLeft())
		}
	}
	got[0] = "xx"
	if diff := cmp.Diff(want, localize.Languages()); diff != "" {
		t.Errorf("Languages after a change of its slice (-want +got):\n%s", diff)
	}
}

func TestFor(t *testing.T) {
	const (
		latinPoint = "1.5"
		latinComma = "1,5"
		indic      = "١٫٥"
	)
	tests := []struct {
		tags     []string
		language string
		number   string
	}{
		{nil, "en", latinPoint},
		{[]string{""}, "en", latinPoint},
		{[]string{"en"}, "en", latinPoint},
		{[]string{"en_US"}, "en", latinPoint},
		{[]string{"en-ZA"}, "en", latinPoint},
		{[]string{"en_UK"}, "en", latinPoint},

		// WhatsApp's codes and BCP 47, either joint, either case.
		{[]string{"pt_BR"}, "pt", latinComma},
		{[]string{"pt-br"}, "pt", latinComma},
		{[]string{"PT_pt"}, "pt", latinComma},
		{[]string{"es"}, "es", latinComma},
		{[]string{"es_ES"}, "es", latinComma},
		{[]string{"es_AR"}, "es", latinComma},
		{[]string{"es_MX"}, "es", latinPoint},
		{[]string{"es-mx"}, "es", latinPoint},
		{[]string{"es-419"}, "es", latinPoint},
		{[]string{"es-Latn-MX"}, "es", latinPoint},
		{[]string{"de"}, "de", latinComma},
		{[]string{"de-AT"}, "de", latinComma},
		{[]string{"de-CH"}, "de", latinPoint},
		{[]string{"de-CH-1996"}, "de", latinPoint},
		{[]string{"de-1996-CH"}, "de", latinComma}, // no region there
		{[]string{"fr_CA"}, "fr", latinComma},
		{[]string{"hi"}, "hi", latinPoint},
		{[]string{"hi_IN"}, "hi", latinPoint},
		{[]string{"hi-Deva-IN"}, "hi", latinPoint},
		{[]string{"id"}, "id", latinComma},
		{[]string{"ar"}, "ar", latinPoint},
		{[]string{"ar-AE"}, "ar", latinPoint},
		{[]string{"ar_EG"}, "ar", indic},
		{[]string{"ar-Arab-SA"}, "ar", indic},
		{[]string{"ar_MA"}, "ar", latinComma},

		// The first that is supported.
		{[]string{"fa", "th", "mr", "de", "es"}, "de", latinComma},
		{[]string{"", "*", "fr-CH", "en"}, "fr", latinComma},
		{[]string{"xx", "en", "de"}, "en", latinPoint},

		// English as a whole, never with the digits of fa, th or mr.
		{[]string{"fa"}, "en", latinPoint},
		{[]string{"fa-IR"}, "en", latinPoint},
		{[]string{"th"}, "en", latinPoint},
		{[]string{"th_TH"}, "en", latinPoint},
		{[]string{"mr"}, "en", latinPoint},
		{[]string{"bn_IN"}, "en", latinPoint},
		{[]string{"und"}, "en", latinPoint},
		{[]string{"xx_EG"}, "en", latinPoint},
		// Another script, an outdated code, a three-letter code: no guess.
		{[]string{"hi-Latn"}, "en", latinPoint},
		{[]string{"es-Cyrl-MX"}, "en", latinPoint},
		{[]string{"in"}, "en", latinPoint},
		{[]string{"spa"}, "en", latinPoint},
		// Not tags.
		{[]string{"*"}, "en", latinPoint},
		{[]string{"C"}, "en", latinPoint},
		{[]string{" de"}, "en", latinPoint},
		{[]string{"de-"}, "en", latinPoint},
		{[]string{"-de"}, "en", latinPoint},
		{[]string{"de--CH"}, "en", latinPoint},
		{[]string{"de_"}, "en", latinPoint},
		{[]string{"de\x00"}, "en", latinPoint},
		{[]string{"dé"}, "en", latinPoint},
		{[]string{"pt_BR.UTF-8"}, "en", latinPoint},
		{[]string{"fr;q=0.8"}, "en", latinPoint},
		{[]string{"de-abcdefgh"}, "de", latinComma},
		{[]string{"de-abcdefghi"}, "en", latinPoint},
		{[]string{"\u0130d"}, "en", latinPoint}, // İd folds to no ASCII
		{[]string{strings.Repeat("de-", 1<<20)}, "en", latinPoint},
		{[]string{strings.Repeat("_", 1<<20)}, "en", latinPoint},
	}
	for _, test := range tests {
		name := strings.Join(test.tags, " ")
		if len(name) > 40 {
			name = name[:40] + "…"
		}
		l := localize.For(test.tags...)
		if l.Language() != test.language {
			t.Errorf("For(%q).Language() = %q, want %q", name, l.Language(), test.language)
		}
		if got := l.Size(1536); !strings.HasPrefix(got, test.number) || got == test.number {
			t.Errorf("For(%q).Size(1536) = %q, want %q first", name, got, test.number)
		}
		if test.language == "en" && l != (localize.Localizer{}) {
			t.Errorf("For(%q) is not the zero Localizer", name)
		}
	}
}

func TestForTakesTagsOf16BytesAtMost(t *testing.T) {
	for _, test := range []struct {
		tag      string
		language string
	}{
		{"de-CH-variant1", "de"}, // 14
		{"de-CH-1-variant", "de"},
		{"de-CH-1-variant1", "de"},
		{"de-CH-11-variant1", "en"},
		{"de-CH" + strings.Repeat("-variant1", 1<<17), "en"},
	} {
		if got := localize.For(test.tag).Language(); got != test.language {
			t.Errorf("For of %d bytes: %q, want %q", len(test.tag), got, test.language)
		}
	}
	if got := localize.MaxTag; got != 16 {
		t.Errorf("MaxTag = %d, want 16", got)
	}
}

func TestLocalizersCompare(t *testing.T) {
	if localize.For("es-MX") != localize.For("nl", "es_419") {
		t.Error("es-MX and es_419 write alike, but differ")
	}
	if localize.For("es-MX") == localize.For("es") {
		t.Error("es-MX and es write differently, but are equal")
	}
	seen := map[localize.Localizer]bool{localize.For("de"): true}
	if !seen[localize.For("de_DE")] || seen[localize.For("fr")] {
		t.Error("a Localizer does not work as a map key")
	}
}

func TestWith(t *testing.T) {
	closed := decorum.Violation{
		Code: decorum.WindowClosed, Severity: decorum.SeverityError, Path: "/body",
		Span: decorum.Span{Start: 1, End: 2}, Want: "notification",
	}
	other := decorum.Violation{Code: decorum.Blank, Severity: decorum.SeverityError}
	say := func(text string) func(decorum.Violation) string {
		return func(decorum.Violation) string { return text }
	}
	plain := localize.For("de")
	own := plain.With(decorum.WindowClosed, say("Fenster zu"))

	if got, want := own.Violation(closed), "/body: Fenster zu"; got != want {
		t.Errorf("with a text: %q, want %q", got, want)
	}
	warned := closed
	warned.Severity = decorum.SeverityWarning
	if got, want := own.Violation(warned), "/body: Warnung: Fenster zu"; got != want {
		t.Errorf("a warning with a text: %q, want %q", got, want)
	}
	if got, want := own.Violation(other), plain.Violation(other); got != want {
		t.Errorf("another code: %q, want %q", got, want)
	}
	if own == plain || plain.Violation(closed) == own.Violation(closed) {
		t.Error("With changed the Localizer it was called on")
	}
	if got, want := own.With(decorum.WindowClosed, say("zu")).Violation(closed), "/body: zu"; got != want {
		t.Errorf("the later With: %q, want %q", got, want)
	}
	if got, want := own.With(decorum.WindowClosed, say("")).Violation(closed), plain.Violation(closed); got != want {
		t.Errorf("an empty text: %q, want %q", got, want)
	}
	if got, want := own.With(decorum.WindowClosed, nil).Violation(closed), plain.Violation(closed); got != want {
		t.Errorf("no text: %q, want %q", got, want)
	}
	if got, want := own.With(decorum.Blank, say("leer")).Violation(closed), "/body: Fenster zu"; got != want {
		t.Errorf("With for another code: %q, want %q", got, want)
	}
	if got, want := own.Language(), "de"; got != want {
		t.Errorf("Language() = %q, want %q", got, want)
	}
	var zero localize.Localizer
	if got, want := zero.With("no_stock", say("sold out")).Violation(decorum.Violation{Code: "no_stock"}), "sold out"; got != want {
		t.Errorf("a code of the host's own: %q, want %q", got, want)
	}
}

func TestWithGetsOnlyWhatMayBeShown(t *testing.T) {
	hostile := decorum.Violation{
		Code: decorum.Blank, Severity: decorum.SeverityError, Path: "/map/a\x1b[31m/x", Want: "a\nb",
	}
	var got decorum.Violation
	localize.For("fr").With(decorum.Blank, func(v decorum.Violation) string {
		got = v
		return "x"
	}).Violation(hostile)
	if got != hostile.Plain() {
		t.Errorf("the text is made of %#v, want %#v", got, hostile.Plain())
	}
}

func TestConcurrentUse(t *testing.T) {
	own := localize.For("ar-EG").With(decorum.Blank, func(decorum.Violation) string { return "x" })
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, language := range localize.Languages() {
				l := localize.For(language)
				for _, c := range decorum.Codes() {
					l.Violation(measured(c, decorum.Bytes, 3, 2))
					own.With(c, nil).Violation(measured(c, decorum.Bytes, 3, 2))
				}
				l.Size(1 << 40)
				l.Duration(36 * time.Hour)
			}
		})
	}
	wg.Wait()
}

func TestAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	v := measured(decorum.TooLong, decorum.CodePoints, 23, 20)
	v.Path = "/buttons/2/title"
	for _, test := range []struct {
		name string
		most float64
		do   func(localize.Localizer)
	}{
		{"For", 0, func(localize.Localizer) { localize.For("fa", "pt_BR") }},
		{"Violation", 5, func(l localize.Localizer) { l.Violation(v) }},
		{"Size", 4, func(l localize.Localizer) { l.Size(1 << 21) }},
		{"Duration", 5, func(l localize.Localizer) { l.Duration(36*time.Hour + 25*time.Minute) }},
	} {
		for _, language := range []string{"en", "es", "ar-EG"} {
			l := localize.For(language)
			if got := testing.AllocsPerRun(100, func() { test.do(l) }); got > test.most {
				t.Errorf("%s in %s allocates %.0f times, at most %.0f", test.name, language, got, test.most)
			}
		}
	}
}
