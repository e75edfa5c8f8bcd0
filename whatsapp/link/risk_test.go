package link_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/link"
)

func TestRisksAreReadByTheirNames(t *testing.T) {
	const both = link.OddPort | link.Mismatch
	text, err := both.MarshalText()
	if err != nil || string(text) != "odd_port,mismatch" {
		t.Errorf("%s, %v", text, err)
	}
	read := link.Bidi
	if err := read.UnmarshalText([]byte("mismatch,odd_port")); err != nil || read != both {
		t.Errorf("%v, %v", read, err)
	}
	if err := read.UnmarshalText([]byte("mismatch,mismatch")); err == nil || read != both {
		t.Errorf("%v, %v", read, err)
	}
	if _, err := link.Risk(1 << 10).MarshalText(); err == nil {
		t.Error("a risk that is none has a text")
	}
}

func TestTR8Risks(t *testing.T) {
	for _, c := range []struct {
		in   string // the first link in it
		want link.Risk
	}{
		{"https://example.com/a?b#c", 0},
		{"www.example.com", 0},
		{"a@example.com", 0},
		{"http://example.com:80/ ", 0},
		{"https://example.com:443/", 0},
		{"https://bücher.de", 0},
		{"https://президент.рф", 0},
		{"https://почта.com", 0},
		{"https://日本語テスト.jp", 0},
		{"https://abc日本.jp", 0},
		{"https://한국abc.kr", 0},
		{"https://ㄅㄆ漢a.tw", 0},

		// Confusable and mixed-script hosts.
		{"https://аррӏе.com", link.Confusable},                          // Cyrillic
		{"https://xn--80ak6aa92e.com", link.Confusable | link.Punycode}, // the same
		{"https://www.сор.com", link.Confusable},
		{"https://сор.рф", 0},                                      // its readers know Cyrillic
		{"https://pаypal.com", link.MixedScript | link.Confusable}, // one Cyrillic letter
		{"https://ɡoogle.com", link.Confusable},                    // U+0261
		{"https://ｇoogle.com", link.Confusable},                    // full-width
		{"a@pаypal.com", link.MixedScript | link.Confusable},
		{"https://deΩ.uk", link.MixedScript},
		{"https://яα1-2.com", link.MixedScript},
		{"https://я1-2.com", 0},
		{"https://\U00016EA0\U00016EA1.com", 0}, // newer than the table of scripts
		{"https://a\U00016EA0.com", link.MixedScript},
		{"https://한カ.com", link.MixedScript},
		{"https://ㄅ한.com", link.MixedScript},
		{"https://яα.pаypal.com", link.MixedScript | link.Confusable},
		{"https://xn--de-qcc.uk", link.MixedScript | link.Punycode},
		{"xn--bcher-kva.de", link.Punycode},
		{"a.xn--p1ai", link.Punycode},

		// Direction and what cannot be seen.
		{"\u202ehttps://example.com/moc.elgoog", link.Bidi},
		{"\u202esee https://example.com/", link.Bidi},
		{"\u202dsee \u2066a\u2069 https://example.com/", link.Bidi},
		{"\u202esee\u202c https://example.com/", 0},
		{"\u202esee\nhttps://example.com/", 0},
		{"\u202esee\u2029https://example.com/", 0},
		{"\u2066\u202esee\u2069 https://example.com/", 0},
		{"\u2066\u202ea\u2066b\u2069\u2069 https://example.com/", 0},
		{"\u202e\u2066a\u2066b\u2069\u2069 https://example.com/", link.Bidi},
		{"\u2066\u202esee\u2069 \u2067https://example.com/", 0},
		{"\u2066\u202ahttps://example.com/\u202c\u2069", 0},
		{"\u200fhttps://example.com/\u200f", 0},
		{"https://example.com/\u202emoc.elgoog", link.Bidi},
		{"\u202e" + strings.Repeat("a", 1000) + " https://example.com/", link.Bidi},
		{"https://example.com/a\u200bb", link.Invisible},
		{"https://example.com/\u2060", link.Invisible},
		{"goo\u200bgle.com", link.Invisible},
		{"goo\u00adgle.com", link.Invisible},
		{"https://example.com\u200b", link.Invisible},
		{"https://goo\u200dgle.com/", link.Invisible},
		{"https://example.com/ویکی\u200cپدیا", 0},
		{"https://example.com/❤\ufe0f", 0},

		// Ports and addresses.
		{"https://example.com:8443/", link.OddPort},
		{"http://example.com:443/", link.OddPort},
		{"https://example.com:80/", link.OddPort},
		{"example.com:8080", link.OddPort},
		{"http://192.0.2.1/", link.NumericHost},
		{"http://[::1]:81/", link.NumericHost | link.OddPort},
		{"http://localhost/", link.Unlisted},
		{"http://a.nosuchtld/", link.Unlisted},
	} {
		var got link.Risk = 1 << 15
		for _, l := range link.Find(c.in) {
			got = l.Risks()
			break
		}
		if got != c.want {
			t.Errorf("%+q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTR8UserInfoIsARisk(t *testing.T) {
	for in, want := range map[string]link.Risk{
		"https://bank.example@evil.com/": link.UserInfo,
		"https://a:b@example.com":        link.UserInfo,
		"https://@example.com":           link.UserInfo,
		"https://example.com/@a":         0,
		"https://example.com?a@b":        0,
	} {
		if got := link.MustParse(in).Risks(); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestTR8ShownAndRealTargetDiffer(t *testing.T) {
	for _, c := range []struct {
		shown, real string
		same        bool
	}{
		{"Open the shop", "https://example.com/", true},
		{"", "https://example.com/", true},
		{"example.com", "https://example.com/login", true},
		{"EXAMPLE.com/other", "https://www.example.com./login", true},
		{"www.example.com", "https://example.com", true},
		{"https://bücher.de", "https://xn--bcher-kva.de/", true},
		{"write to a@other.com", "https://example.com/", true},
		{"www.bank.com", "https://evil.com/bank.com", false},
		{"bank.com", "https://bank.com.evil.com/", false},
		{"bank.com", "https://bank.com@evil.com/", false},
		{"example.com or bank.com", "https://example.com/", false},
		{"http://192.0.2.1", "http://192.0.2.2", false},
		{"pаypal.com", "https://paypal.com", false},
	} {
		l := link.MustParse(c.real)
		if got := link.SameTarget(c.shown, l); got != c.same {
			t.Errorf("%q for %s: %v", c.shown, c.real, got)
		}
		if got := l.RisksShownAs(c.shown).Has(link.Mismatch); got == c.same {
			t.Errorf("%q for %s: mismatch %v", c.shown, c.real, got)
		}
	}
}

// The set of risks is closed: names and order are kept.
func TestRiskNames(t *testing.T) {
	all := link.MixedScript | link.Confusable | link.Punycode | link.UserInfo | link.Bidi |
		link.Invisible | link.OddPort | link.NumericHost | link.Unlisted | link.Mismatch
	const want = "mixed_script,confusable,punycode,user_info,bidi,invisible,odd_port,numeric_host,unlisted,mismatch"
	if got := all.String(); got != want {
		t.Errorf("%s", got)
	}
	var names []string
	for r := range all.All() {
		names = append(names, r.String())
	}
	if got := strings.Join(names, ","); got != want {
		t.Errorf("%s", got)
	}
	for r := range all.All() {
		if r != link.MixedScript {
			t.Errorf("%v", r)
		}
		break
	}
	if r := link.Risk(0); r.String() != "" || len(slices.Collect(r.All())) != 0 || !all.Has(link.Bidi) || link.Bidi.Has(all) {
		t.Error("the empty set")
	}
}

func TestTR8AShownURLThatIsNoLinkNamesItsHostToo(t *testing.T) {
	target := link.MustParse("https://example.com/x")
	for _, test := range []struct {
		shown string
		want  bool
	}{
		{"https://user@bank.example/", false},
		{"https://user@example.com/", true},
		{"HTTPS://user:word@BANK.example:8443", false},
	} {
		if got := link.SameTarget(test.shown, target); got != test.want {
			t.Errorf("%s: %v", test.shown, got)
		}
	}
}
