package link_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/link"
)

// partsOf reads the comment of a pair of lines that tells the structure.
func partsOf(line string) (p link.Parts, ok bool) {
	line, ok = strings.CutPrefix(line, "# {")
	if !ok {
		return p, false
	}
	line = strings.TrimSuffix(strings.TrimSpace(line), "}")
	var marks []string
	for _, m := range []string{"𝑺", "𝑯", "𝑷", "𝑸", "𝑽", "𝑭"} {
		marks = append(marks, " "+m+"=", "\x00"+m)
	}
	fields := strings.Split(strings.NewReplacer(marks...).Replace(" "+line), "\x00")
	for _, f := range fields[1:] {
		switch {
		case strings.HasPrefix(f, "𝑺"):
			p.Base = strings.TrimPrefix(f, "𝑺")
		case strings.HasPrefix(f, "𝑯"):
			p.Base += strings.TrimPrefix(f, "𝑯")
		case strings.HasPrefix(f, "𝑷"):
			p.Path = append(p.Path, strings.TrimPrefix(f, "𝑷"))
		case strings.HasPrefix(f, "𝑸"):
			p.Query = append(p.Query, link.Param{Key: strings.TrimPrefix(f, "𝑸")})
		case strings.HasPrefix(f, "𝑽"):
			p.Query[len(p.Query)-1].Value = strings.TrimPrefix(f, "𝑽")
		case strings.HasPrefix(f, "𝑭"):
			p.Fragment = strings.TrimPrefix(f, "𝑭")
		}
	}
	return p, true
}

// Every pair of the official file of UTS #58. The structure in the comment is
// what is formatted. The line of the source is parsed and formatted too, where
// it says what the structure says: in five pairs it leaves "/", "#", "&" or "="
// within a part unescaped.
func TestTR8LinkFormattingTest(t *testing.T) {
	var parts link.Parts
	var source string
	wikipedia, pairs, fromSource := false, 0, 0
	for n, line := range strings.Split(shared(t, "unicode/LinkFormattingTest.txt"), "\n") {
		line = strings.TrimSuffix(line, "\r")
		switch {
		case strings.HasPrefix(line, "# Wikipedia"):
			wikipedia = true // its URLs stand by themselves
		case line == "":
		case line[0] == '#':
			if p, ok := partsOf(line); ok {
				parts = p
			}
		case source == "":
			source = line
		default:
			pairs++
			format := link.Parts.Readable
			again := link.Link.Readable
			if wikipedia {
				format, again = link.Parts.Display, link.Link.Display
			}
			if got := format(parts); got != line {
				t.Errorf("line %d: from %q:\n got %s\nwant %s", n+1, parts, got, line)
			}
			l, err := link.Parse(source)
			if err != nil {
				t.Fatalf("line %d: %v", n, err)
			}
			if got := again(l); got == line {
				fromSource++
			} else if wikipedia {
				t.Errorf("line %d:\n got %s\nwant %s", n, got, line)
			}
			if !wikipedia {
				if got := mark("see " + line + " there"); got != "see ⸠"+line+"⸡ there" {
					t.Errorf("not found again: %s", got)
				}
			}
			source = ""
		}
	}
	if pairs != 55 || fromSource != 50 {
		t.Errorf("%d pairs, %d of them from the source", pairs, fromSource)
	}
}

func TestReadableAndDisplay(t *testing.T) {
	for _, c := range []struct{ in, readable, display string }{
		{"http://EXAMPLE.com:81", "http://example.com:81", "http://example.com:81"},
		{"https://example.com/%C3%A4.", "https://example.com/ä%2E", "https://example.com/ä."},
		{"https://example.com/a?", "https://example.com/a%3F", "https://example.com/a?"},
		// What is ASCII, not UTF-8, a space, a control or not to be seen stays
		// encoded.
		{"https://example.com/%41%2f%20%00%ff%c3%C3%A4", "https://example.com/%41%2f%20%00%ff%c3ä", "https://example.com/%41%2f%20%00%ff%c3ä"},
		{"https://example.com/%E2%80%AEa", "https://example.com/%E2%80%AEa", "https://example.com/%E2%80%AEa"},
		{"https://example.com/%E2%80%8Ba\u200bb", "https://example.com/%E2%80%8Ba%E2%80%8Bb", "https://example.com/%E2%80%8Ba%E2%80%8Bb"},
		{"https://example.com/%E3%80%80", "https://example.com/%E3%80%80", "https://example.com/%E3%80%80"},
		{"https://example.com/a)b", "https://example.com/a%29b", "https://example.com/a%29b"},
		{"https://example.com/(a/b)", "https://example.com/(a/b%29", "https://example.com/(a/b%29"},
		{"https://example.com/%EF%BC%88a%EF%BC%89", "https://example.com/（a）", "https://example.com/（a）"},
		{"https://example.com/" + strings.Repeat("(", 33), "https://example.com/" + strings.Repeat("(", 32) + "%28", "https://example.com/" + strings.Repeat("(", 32) + "%28"},
		// A host that deceives is shown in Punycode.
		{"https://Bücher。de/", "https://bücher.de/", "https://bücher.de/"},
		{"https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "https://xn--80ak6aa92e.com/"},
		{"https://pаypal.com/", "https://xn--pypal-4ve.com/", "https://xn--pypal-4ve.com/"},
		{"https://a:ü@example.com/", "https://a:%C3%BC@example.com/", "https://a:%C3%BC@example.com/"},
		{"https://[2001:DB8:0::1]/", "https://[2001:db8::1]/", "https://[2001:db8::1]/"},
	} {
		l := link.MustParse(c.in)
		if got := l.Readable(); got != c.readable {
			t.Errorf("%s: readable %s, want %s", c.in, got, c.readable)
		}
		if got := l.Display(); got != c.display {
			t.Errorf("%s: display %s, want %s", c.in, got, c.display)
		}
	}
	for _, l := range link.Find("a@example.com") {
		if l.Readable() != "" || l.Display() != "" {
			t.Error("an e-mail address is not openable")
		}
	}
}

func TestPartsLink(t *testing.T) {
	p := link.Parts{
		Base: "https://example.com",
		Path: []string{"a/b", "ü (1)", "100%", "%41", ""}, Query: []link.Param{{"q", "a+b&c=d?"}, {"x", ""}},
		Fragment: "(:~:text=)é.",
	}
	const readable = "https://example.com/a%2Fb/ü%20(1)/100%/%2541/?q=a%2Bb%26c%3Dd?&x#(:~:text=%29é%2E"
	if got := p.Readable(); got != readable {
		t.Errorf("got %s, want %s", got, readable)
	}
	if got := p.Display(); got != strings.TrimSuffix(readable, "%2E")+"." {
		t.Errorf("display %s", got)
	}
	l, err := p.Link()
	if err != nil {
		t.Fatal(err)
	}
	const url = "https://example.com/a%2Fb/%C3%BC%20(1)/100%25/%2541/?q=a%2Bb%26c%3Dd?&x#(:~:text=%29%C3%A9%2E"
	if got := l.URL(); got != url {
		t.Errorf("got %s, want %s", got, url)
	}
	if got := (link.Parts{Base: "https://example.com", Path: []string{"\xff\u202e"}}).Readable(); got != "https://example.com/%FF%E2%80%AE" {
		t.Error(got)
	}
	if _, err := (link.Parts{Base: "javascript:alert(1)//"}).Link(); err == nil {
		t.Error("no error")
	}
}
