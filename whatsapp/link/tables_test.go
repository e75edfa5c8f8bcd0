package link_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/decorum-go/decorum/whatsapp/link"
)

// ranges reads a file of Unicode's.
func ranges(t *testing.T, name string, f func(lo, hi rune, value string)) {
	t.Helper()
	for line := range strings.Lines(shared(t, "unicode/"+name)) {
		line, _, _ = strings.Cut(line, "#")
		points, value, _ := strings.Cut(line, ";")
		points = strings.TrimSpace(points)
		if points == "" {
			continue
		}
		from, to, ok := strings.Cut(points, "..")
		if !ok {
			to = from
		}
		lo, err := strconv.ParseInt(from, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		hi, err := strconv.ParseInt(to, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		f(rune(lo), rune(hi), strings.TrimSpace(value))
	}
}

// Each of the 1,114,112 code points has the properties of the official files.
func TestTablesHoldTheOfficialProperties(t *testing.T) {
	terms, emails := make([]int, unicode.MaxRune+1), make([]bool, unicode.MaxRune+1)
	names := map[string]int{"Include": 1, "Soft": 2, "Open": 3, "Close": 4}
	ranges(t, "LinkTerm.txt", func(lo, hi rune, value string) {
		for r := lo; r <= hi; r++ {
			terms[r] = names[value]
		}
	})
	ranges(t, "LinkEmail.txt", func(lo, hi rune, _ string) {
		for r := lo; r <= hi; r++ {
			emails[r] = true
		}
	})
	for r := range rune(unicode.MaxRune + 1) {
		if link.Term(r) != terms[r] || link.EmailLetter(r) != emails[r] {
			t.Fatalf("%U: %d %v, want %d %v", r, link.Term(r), link.EmailLetter(r), terms[r], emails[r])
		}
	}
	ranges(t, "LinkBracket.txt", func(lo, _ rune, value string) {
		if want, _ := strconv.ParseInt(value, 16, 32); link.Opens(lo) != rune(want) {
			t.Errorf("%U opens with %U, want %X", lo, link.Opens(lo), want)
		}
	})
}

// Samples of RFC 3492, section 7.1, in small letters, and the longest label.
func TestPunycode(t *testing.T) {
	for puny, label := range map[string]string{
		"egbpdaj6bu4bxfgehfvwxn":                       "ليهمابتكلموشعربي؟",
		"ihqwcrb4cv8a8dqg056pqjye":                     "他们为什么不说中文",
		"ihqwctvzc91f659drss3x8bo0yb":                  "他們爲什麽不說中文",
		"proprostnemluvesky-uyb24dma41a":               "pročprostěnemluvíčesky",
		"4dbcagdahymbxekheh6e0a7fei0b":                 "למההםפשוטלאמדבריםעברית",
		"n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa":       "なぜみんな日本語を話してくれないのか",
		"b1abfaaepdrnnbgefbadotcwatmq2g4l":             "почемужеонинеговорятпорусски",
		"tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g": "tạisaohọkhôngthểchỉnóitiếngviệt",
		"3b-ww4c5e180e575a65lsy2b":                     "3年b組金八先生",
		"-with-super-monkeys-pc58ag80a8qai00g7n9n":     "安室奈美恵-with-super-monkeys",
		"d9juau41awczczp":                              "そのスピードで",
		strings.Repeat("a", 54) + "-t0e":               strings.Repeat("a", 54) + "é",
	} {
		if got := link.FromPunycode(puny); got != label {
			t.Errorf("%s: %q, want %q", puny, got, label)
		}
		if got := link.ToPunycode(label); got != "xn--"+puny {
			t.Errorf("%s: %q, want %q", label, got, puny)
		}
	}
	for _, bad := range []string{
		"", "-", "a-", "abc-", "99999999", "é", "a b-x", "zzzzzzzzz", strings.Repeat("a", 64) + "-kva", "_-",
		strings.Repeat("9", 10), "z" + strings.Repeat("9", 62), strings.Repeat("a", 63) + "-kvaaa", "999b", "a-ecp6", "a-" + strings.Repeat("z", 20),
	} {
		if got := link.FromPunycode(bad); got != "" {
			t.Errorf("%q decodes to %q", bad, got)
		}
	}
	if got := link.ToPunycode(strings.Repeat("字", 64)); got != "" {
		t.Errorf("64 letters: %q", got)
	}
}

func TestVersions(t *testing.T) {
	if link.UnicodeVersion != "17.0.0" || link.ScriptVersion != "15.0.0" || link.DomainsDate != "2026-09-16" {
		t.Error("tell the new versions in the notes")
	}
}
