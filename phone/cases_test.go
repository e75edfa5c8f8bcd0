package phone_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/phone"
)

// otherwise lists the cases that are answered otherwise, with what is answered
// ("" for an error) and why.
var otherwise = map[string]struct{ answer, why string }{
	"(0xx) 1187654321":              {"", "letters are refused, the x of a carrier code too"},
	"tel:+64-3-331-6005;isub=12345": {"", "parameters are refused"},
	"+52 1 33 1234-5678":            {"+5213312345678", "nothing is rewritten silently: the variants of package identity relate the two"},
	"045 33 1234-5678":              {"+520453312345678", "libphonenumber knows 045 no more, and nothing is guessed"},
	"01 (449)978-0001":              {"+52014499780001", "libphonenumber knows 01 no more, and nothing is guessed"},
}

// elsewhere lists the kinds of cases that are about ids of WhatsApp, which
// package identity answers, not about telephone numbers.
var elsewhere = map[string]string{
	"bsuid":      "a business-scoped user id is no number",
	"variant":    "how two WhatsApp ids relate",
	"jid policy": "which of two WhatsApp ids another product builds",
	"strip only": "digits taken out of a text without reading a number",
	"unchanged":  "a text that another product leaves as it is",
	"waid canon": "which of two WhatsApp ids another product keeps",
}

func TestCases(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED does not name the folder of the cases")
	}
	data, err := os.ReadFile(filepath.Join(shared, "cases", "phone.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	asked, skipped := 0, 0
	met := make(map[string]bool)
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")[1:] {
		field := strings.Split(line, "\t")
		if len(field) != 4 {
			t.Fatalf("line %d has %d fields", i+2, len(field))
		}
		input, region, want, source := field[0], field[1], field[2], field[3]
		if about(source) {
			skipped++
			continue
		}
		asked++
		var n phone.Number
		if region == "" {
			n, err = phone.Parse(input)
		} else {
			n, err = phone.ParseRegion(input, region)
		}
		got := n.String()
		if o, ok := otherwise[input]; ok {
			met[input] = true
			if got != o.answer || got == want {
				t.Errorf("line %d is listed with %q, but answered %q", i+2, o.answer, got)
			}
			continue
		}
		if want == "INVALID" {
			want = ""
		}
		if got != want || (err == nil) != (want != "") {
			t.Errorf("line %d: %q, want %q (%v)", i+2, got, want, err)
		}
	}
	if len(met) != len(otherwise) {
		t.Errorf("%d of %d exceptions were met", len(met), len(otherwise))
	}
	t.Logf("%d cases asked, %d of them answered otherwise, %d about WhatsApp ids", asked, len(met), skipped)
}

func about(source string) bool {
	for kind := range elsewhere {
		if strings.HasPrefix(source, "["+kind) {
			return true
		}
	}
	return false
}
