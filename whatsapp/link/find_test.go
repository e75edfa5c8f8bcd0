package link_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/whatsapp/link"
)

// shared opens a file of the folder that DECORUM_SHARED names.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("DECORUM_SHARED")
	if dir == "" {
		t.Skip("DECORUM_SHARED is not set: it names the folder with Unicode's files")
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// mark puts ⸠ and ⸡ around each link.
func mark(s string) string {
	var b strings.Builder
	end := 0
	for at := range link.Find(s) {
		b.WriteString(s[end:at.Start] + "⸠" + s[at.Start:at.End] + "⸡")
		end = at.End
	}
	return b.String() + s[end:]
}

// Every line of the official file of UTS #58.
func TestTR8LinkDetectionTest(t *testing.T) {
	lines := 0
	for n, line := range strings.Split(shared(t, "unicode/LinkDetectionTest.txt"), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		lines++
		if got := mark(strings.NewReplacer("⸠", "", "⸡", "").Replace(line)); got != line {
			t.Errorf("line %d:\n got %s\nwant %s", n+1, got, line)
		}
	}
	if lines < 345 {
		t.Errorf("only %d lines", lines)
	}
}

func TestTR8Links(t *testing.T) {
	long := strings.Repeat("a", 63)
	for _, c := range []struct{ reason, want string }{
		{"scheme in capitals", "⸠HTTPS://Example.COM/A⸡"},
		{"scheme after letters", "see⸠http://example.com⸡"},
		{"www", "⸠www.example.com⸡, please"},
		{"bare domain", "⸠example.com⸡."},
		{"no known top-level domain", "www.example.nosuchtld readme.txt"},
		{"a number", "It costs 3.50. Or 1.2 or v1.2.3"},
		{"local host after a scheme", "⸠http://localhost:8080/x⸡ but localhost:8080/x"},
		{"intranet after a scheme", "⸠http://intranet⸡ ⸠https://build.internal/1⸡"},
		{"unlisted name must stand clear", "http://foo✪bar.com http://local👍"},
		{"emoji after a name", "⸠https://example.com⸡👍 👍⸠example.com⸡👍"},
		{"IPv4", "⸠http://192.0.2.1/a⸡ 192.0.2.1/a"},
		{"IPv4 with port", "⸠http://192.0.2.1:81/a⸡"},
		{"IPv6", "⸠http://[2001:db8::1]:81/a⸡ [2001:db8::1]"},
		{"IPv6 zone", "http://[fe80::1%25eth0]/ http://[fe80::1%eth0]/"},
		{"IPv6 nonsense", "http://[2001:db8::1 http://[]/ http://[192.0.2.1]/"},
		{"numbers as host", "http://2130706433 http://0x7f.1 http://127.1/ http://1.2.3.256 http://01.2.3.4 http://0x7f000001 http://a.0x/ http://1.a.0xfF http://1111.1111.1111.1111 a.b.1x"},
		{"number of hexadecimal digits is a name", "⸠http://0xyz.example.com/⸡"},
		{"IDN", "⸠http://bücher.example/⸡ ⸠президент.рф⸡ ⸠例え.みんな⸡"},
		{"IDN in capitals", "⸠ПРЕЗИДЕНТ.РФ⸡ ⸠BÜCHER.VERMÖGENSBERATUNG⸡"},
		{"dots of other scripts", "⸠例え。みんな⸡ ⸠例え．みんな⸡ ⸠例え｡みんな⸡"},
		{"a dot at the very end", "⸠a.com⸡。 http. a． a｡ a。"},
		{"Punycode", "⸠xn--bcher-kva.example.com⸡ ⸠президент.xn--p1ai⸡ ⸠xn--ls8h.la⸡"},
		{"Punycode of nothing", "http://xn--.com xn--abc-.com http://xn--a\u00df.com xn--99zzzzzz.com"},
		{"Punycode of an override", "http://xn--ab-g4t.com/ http://xn--ab-g1t.com/"},
		{"port", "⸠example.com:1⸡ ⸠example.com:65535/a⸡"},
		{"no port", "⸠example.com⸡:a ⸠example.com⸡: ok"},
		{"bad port", "example.com:0 example.com:65536 http://example.com:65536/a http://example.com:99999999999999999999"},
		{"query and fragment", "⸠example.com/?a=b&c[]=d#e⸡"},
		{"only a query or a fragment", "⸠example.com?q=1⸡ ⸠example.com#top⸡"},
		{"question after a name", "Is it ⸠example.com⸡? Or ⸠example.com/a⸡?"},
		{"dot after a name", "⸠example.com⸡.? ⸠example.com./a⸡ ⸠example.com⸡... ⸠example.com⸡..a"},
		{"empty label", "http://a..example.com/ .example.com a..example.com"},
		{"hyphen at an end", "-example.com http://a-.example.com http://-a.example.com/"},
		{"underscore left of the last two labels", "⸠http://a_b.example.com/⸡ ⸠my_app.example.com⸡"},
		{"underscore within the last two", "a_b.com http://a_b.com/ http://a.c_d"},
		{"italic", "_⸠example.com⸡_ _⸠http://example.com⸡_"},
		{"label of 63", "⸠" + long + ".com⸡"},
		{"label of 64", long + "a.com http://" + long + "a.com/"},
		{"label of more than runs are looked at", "b." + strings.Repeat("a", 1100) + ".com b." + strings.Repeat("ü", 600) + ".com"},
		{"label of 192 bytes", strings.Repeat("字", 64) + ".com"},
		{"name of 253", "⸠" + long + "." + long + "." + long + "." + long[:57] + ".com⸡"},
		{"name of 254", long + "." + long + "." + long + "." + long[:58] + ".com"},
		{"label of 63 in Punycode", "⸠" + strings.Repeat("ü", 57) + ".com⸡"},
		{"label of 64 in Punycode", strings.Repeat("ü", 58) + ".com"},
		{"file names", `/etc/init.sh a/b.md C:\tools\run.sh ..\x.zip`},
		{"two slashes", "//⸠example.com⸡"},
		{"other schemes", "ftp://example.com/a.com javascript://example.com/%0aalert(1) FILE:///a.sh x+y://b.com"},
		{"scheme without a letter", "://⸠example.com⸡"},
		{"user information", "http://bank.example@evil.com/ https://a:b@evil.com http://a!b@evil.com"},
		{"a scheme twice", "http://⸠https://example.com⸡ http://http://⸠http://a.b⸡"},
		{"a port that is a scheme", "example.com://foo.com"},
		{"backslash", "⸠http://example.com⸡\u0020\\ http://example.com\\@evil.com/"},
		{"direction controls end a link", "⸠https://example.com/⸡\u202emoc.elgoog ⸠https://example.com⸡\u200f/a"},
		{"direction controls around", "\u2066⸠https://example.com/a⸡\u2069"},
		{"zero width in a name", "http://goo\u200bgle.com/"},
		{"joiner in a name", "⸠نامه\u200cای.com⸡ \u200ca.com a\u200d.com http://\u200c http://a\u200d.com/"},
		{"joiner in a path", "⸠https://azb.wikipedia.org/wiki/ویکی\u200cپدیا⸡"},
		{"not UTF-8", "⸠http://example.com/a⸡\xffb \xff⸠example.com⸡\xff ⸠http://a⸡\xff.com"},
		{"brackets", "(⸠example.com/a_(b)⸡) [⸠example.com⸡] <⸠example.com/a⸡>"},
		{"brackets across segments", "⸠example.com/(a/b⸡)"},
		{"brackets, 32 deep", "⸠example.com/" + strings.Repeat("(", 32) + "⸡(a"},
		{"e-mail", "⸠a.b+c@example.com⸡ ⸠mailto:a@example.com⸡ ⸠MAILTO:a@example.com⸡"},
		{"e-mail, IDN", "⸠δοκιμή@παράδειγμα.ευ⸡"},
		{"e-mail with a domain before the @", "⸠john.info@example.com⸡ ⸠john.com+tag@example.com⸡ ⸠j.com_x@example.com⸡"},
		{"no local part", "@example.com .a@example.com a.@example.com a..b@example.com"},
		{"e-mail, unlisted", "root@localhost a@b.nosuchtld"},
		{"e-mail, nothing after", "⸠a@example.com⸡/b ⸠a@example.com⸡:25"},
		{"at sign in a path", "⸠example.com/@a⸡ ⸠http://example.com/a@b.com⸡"},
	} {
		got := mark(strings.NewReplacer("⸠", "", "⸡", "").Replace(c.want))
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.reason, got, c.want)
		}
	}
}

func TestTR8KindsAndParts(t *testing.T) {
	type answer struct {
		Kind       string
		Text, URL  string
		Host, Mail string
		Port       int
		Openable   bool
	}
	for _, c := range []struct {
		in   string
		want answer
	}{
		{"http://EXAMPLE.com:8080/A?b#c", answer{"url", "http://EXAMPLE.com:8080/A?b#c", "http://example.com:8080/A?b#c", "example.com", "", 8080, true}},
		{"HTTPS://example.com", answer{"url", "HTTPS://example.com", "https://example.com", "example.com", "", 0, true}},
		{"example.com/ä", answer{"domain", "example.com/ä", "https://example.com/%C3%A4", "example.com", "", 0, true}},
		{"www.Bücher.com.", answer{"domain", "www.Bücher.com", "https://www.xn--bcher-kva.com", "www.xn--bcher-kva.com", "", 0, true}},
		{"BÜCHER.com", answer{"domain", "BÜCHER.com", "https://xn--bcher-kva.com", "xn--bcher-kva.com", "", 0, true}},
		{"bu\u0308cher.com", answer{"domain", "bu\u0308cher.com", "https://bu%CC%88cher.com", "bu%CC%88cher.com", "", 0, true}},
		{"ｇｏ.com", answer{"domain", "ｇｏ.com", "https://%EF%BD%87%EF%BD%8F.com", "%EF%BD%87%EF%BD%8F.com", "", 0, true}},
		{"straße.de", answer{"domain", "straße.de", "https://xn--strae-oqa.de", "xn--strae-oqa.de", "", 0, true}},
		{"सार्वभौमिक.संगठन", answer{"domain", "सार्वभौमिक.संगठन", "https://xn--11b1cdgzq6bm9ih.xn--i1b6b1a6a2e", "xn--11b1cdgzq6bm9ih.xn--i1b6b1a6a2e", "", 0, true}},
		{"例文。com", answer{"domain", "例文。com", "https://xn--fsqv94c.com", "xn--fsqv94c.com", "", 0, true}},
		{"桨港.com", answer{"domain", "桨港.com", "https://xn--9yv46j.com", "xn--9yv46j.com", "", 0, true}},
		{"example.com/a\\b^c", answer{"domain", "example.com/a\\b^c", "https://example.com/a%5Cb%5Ec", "example.com", "", 0, true}},
		{"普遍。中国", answer{"domain", "普遍。中国", "https://xn--tkvz54g.xn--fiqs8s", "xn--tkvz54g.xn--fiqs8s", "", 0, true}},
		{"http://[2001:DB8:0::1]:80/", answer{"ip", "http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]:80/", "[2001:db8::1]", "", 80, true}},
		{"http://Example.com./a", answer{"url", "http://Example.com./a", "http://example.com./a", "example.com.", "", 0, true}},
		{"http://192.0.2.1", answer{"ip", "http://192.0.2.1", "http://192.0.2.1", "192.0.2.1", "", 0, true}},
		{"example.com/a%20b%zz|^`{}\"x", answer{"domain", "example.com/a%20b%zz|^`{}\"x", "https://example.com/a%20b%25zz%7C%5E%60%7B%7D%22x", "example.com", "", 0, true}},
		{"mailto:A.b@Example.com", answer{"email", "mailto:A.b@Example.com", "", "example.com", "A.b@Example.com", 0, false}},
		{"a@b.com", answer{"email", "a@b.com", "", "b.com", "a@b.com", 0, false}},
	} {
		var got answer
		for _, l := range link.Find("see " + c.in + " there") {
			got = answer{l.Kind().String(), l.Text(), l.URL(), l.Host(), l.Address(), l.Port(), l.Openable()}
			if l.String() != l.Text() {
				t.Errorf("String %q", l)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestZeroLink(t *testing.T) {
	var l link.Link
	if l.Kind() != 0 || l.Kind().String() != "" || l.Text() != "" || l.URL() != "" || l.Openable() || l.Host() != "" ||
		l.Port() != 0 || l.Address() != "" || l.Risks() != 0 || l.Readable() != "" || l.Display() != "" ||
		l.Span().Len() != 0 || l.AppendURL(nil) != nil {
		t.Error("the zero Link is not none")
	}
}

// Every top-level domain is found in both of its forms, and the one leads to the
// other.
func TestTopLevelDomains(t *testing.T) {
	data, err := os.ReadFile("../../internal/gen/link/tlds.txt")
	if err != nil {
		t.Fatal(err)
	}
	count, pairs := 0, map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line[0] == '#' {
			continue
		}
		count++
		for _, form := range []string{line, strings.ToUpper(line)} {
			if got := mark("a." + form); got != "⸠a."+form+"⸡" {
				t.Errorf("%s", got)
			}
		}
		l := link.MustParse("https://a." + line)
		if strings.HasPrefix(line, "xn--") {
			for _, l := range link.Find(l.Readable()) {
				pairs[line] = l.URL()
			}
		}
	}
	if count != 1438 {
		t.Errorf("%d domains", count)
	}
}

func TestFindStopsEarly(t *testing.T) {
	for range link.Find("a.com b.com") {
		break
	}
	seq := link.Find("a.com b.com")
	for range 2 {
		n := 0
		for range seq {
			n++
		}
		if n != 2 {
			t.Errorf("%d links", n)
		}
	}
}

// Hostile texts cost no more than their length, counted in bytes looked at.
func TestTR8FindIsLinear(t *testing.T) {
	for _, piece := range []string{
		"http://", "https://a", "http://a.b/", "http://a.b/,", "http://a.b!", "http://a:", "http://a@", "://", "/", ".", "..",
		"a.", "a.com", "a.com.", "a.com..", "a.com:", "a.com+", "a.com!", "a.com_", "_a.com", "a@", "a@b.com", "a@b.com@", "@b.com", "a.b@",
		"(", ")", "http://a.b/(", "http://a.b/)", "http://[", "http://[::", "http://1.", "-.com", "x-.com ", "xn--a.com ",
		"ü.", "ü.com.", "普。", "普。中国", "。中国", "．", "\uff61a", "a\u200b.com", "\u202ea.com ", "\xff.com", "\xe3\x80", "\xef",
		"mailto:", "mailto:a@b.com", "http://a.b/:~:", "?#", "=&", "example.com/", "1.2.3.4 ", "a.museum..",
		strings.Repeat("a", 1100) + ".com ", strings.Repeat("ü", 600) + ".com ", strings.Repeat("a.", 600) + "com ",
		"b." + strings.Repeat("ü", 600) + ".com ",
		"http://" + strings.Repeat("a", 1100) + ".com/", "http://" + strings.Repeat("a.", 600),
	} {
		for _, size := range []int{1 << 10, 1 << 17} {
			text := strings.Repeat(piece, size/len(piece)+1)
			for _, end := range []string{"", "@", "@b.com", "/", "]", ")", " "} {
				if got, most := link.Steps(text+end), 8*len(text)+4096; got > most {
					t.Errorf("%.20q and %q at the end: %d steps for %d bytes", piece, end, got, len(text))
				}
			}
		}
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	text := strings.Repeat("Thanks. See https://example.com/a_(b)?c=d, www.example.com and a@example.com; "+
		"президент.рф, BÜCHER.VERMÖGENSBERATUNG。中国 http://[::1]/ http://192.0.2.1 https://ПРЕЗИДЕНТ.РФ/ü ", 5)
	sum := 0
	if n := testing.AllocsPerRun(20, func() {
		for at, l := range link.Find(text) {
			sum += at.Start + len(l.Text()) + int(l.Risks())
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	l := link.MustParse("https://bücher.example.com/ä?b=c")
	buf := make([]byte, 0, 128)
	if n := testing.AllocsPerRun(20, func() { buf = l.AppendURL(buf[:0]) }); n != 0 {
		t.Errorf("AppendURL: %v allocations", n)
	}
	if n := testing.AllocsPerRun(20, func() { _, _ = link.Parse("https://example.com/a?b=c") }); n != 0 {
		t.Errorf("Parse: %v allocations", n)
	}
}
