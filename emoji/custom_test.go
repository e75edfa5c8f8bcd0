package emoji_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// custom parses a file and returns its entries as "emoji=code …".
func custom(t *testing.T, file string) (string, decorum.Violations) {
	t.Helper()
	c, faults, err := emoji.ParseCustom(iotest.OneByteReader(strings.NewReader(file)))
	if err != nil {
		t.Fatal(err)
	}
	var entries []string
	for _, e := range c.All() {
		entries = append(entries, e.Emoji.String()+"="+e.Code)
	}
	return strings.Join(entries, " "), faults
}

func TestEM2CustomEmojis(t *testing.T) {
	fault := func(code decorum.Code, line string, start, end int, want string) decorum.Violation {
		return decorum.Violation{
			Code: code, Severity: decorum.SeverityError, Path: "/line/" + line,
			Span: decorum.Span{Start: start, End: end}, Want: want,
		}
	}
	warn := func(v decorum.Violation) decorum.Violation {
		v.Severity = decorum.SeverityWarning
		return v
	}
	const wantCode = "the code of one emoji, such as 1f970"
	for _, c := range []struct {
		name, file, want string
		faults           decorum.Violations
	}{
		{
			"as the guide has it, in a file of Windows",
			"\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<!-- <Emoticon> -->\r\n<Emoticons>\r\n" +
				"  <Emoticon Emoji=\"🥰\" Code=\"1f970\"/>\r\n  <Emoticon Code='2764' Emoji='❤' Title=\"heart\" />\r\n</Emoticons>\r\n",
			"🥰=1f970 " + heart + "=2764", nil,
		},
		{"root alone", `<Emoticon Emoji="👍🏽" Code="1f44d-1f3fd"></Emoticon>`, "👍🏽=1f44d-1f3fd", nil},
		{"deeper, among others", `<a><b x="1"><Emoticon Emoji="🥰" Code="1f970"/>text &amp;</b><c/></a>`, "🥰=1f970", nil},
		{"references", `<a><Emoticon Emoji="&#x1F970;" Code="1f970"/><Emoticon Emoji="&#128077;&#x1f3fd;" Code="1f44d-1f3fd"/></a>`, "🥰=1f970 👍🏽=1f44d-1f3fd", nil},
		{"text before a reference", `<a><Emoticon Emoji="#&#xFE0F;&#8419;" Code="23&#x2d;20e3"/></a>`, "#️⃣=23-20e3", nil},
		{
			"the entities of XML", "<a>\n<Emoticon Emoji=\"&amp;&lt;&gt;&quot;&apos;\" Code=\"26\"/></a>", "",
			decorum.Violations{fault(decorum.Malformed, "2", 17, 42, "one emoji")},
		},
		{"a reference without end", `<Emoticon Emoji="🥰&amp" Code="1f970"/>`, "", decorum.Violations{fault(decorum.Unknown, "1", 21, 22, "no entity")}},
		{"a file that ends a line", "<a>\r<Emoticon Emoji=\"x\" Code=\"1f970\"/>\r</a>\r", "", decorum.Violations{fault(decorum.Malformed, "2", 17, 18, "one emoji")}},
		{"a tag that breaks off", "<a>\n<b", "", decorum.Violations{fault(decorum.Malformed, "2", 0, 2, "XML"), fault(decorum.Malformed, "2", 2, 2, "XML")}},
		{
			"the code of another emoji stays, with a warning", "<a>\n<Emoticon Emoji=\"💎\" Code=\"1f970\"/></a>", "💎=1f970",
			decorum.Violations{warn(fault(decorum.Mismatch, "2", 29, 34, "1f48e"))},
		},
		{
			"U+FE0F and zeros are no mismatch", `<a><Emoticon Emoji="❤️" Code="2764-fe0f"/><Emoticon Emoji="#️⃣" Code="0023-20e3"/></a>`,
			heart + "=2764-fe0f #️⃣=0023-20e3", nil,
		},
		{
			"capital letters", `<Emoticon Emoji="🥰" Code="1F970"/>`, "🥰=1f970",
			decorum.Violations{warn(fault(decorum.Recommended, "1", 29, 34, "1f970"))},
		},
		{
			"good ones around bad ones",
			"<a>\n<Emoticon Emoji=\"🥰\" Code=\"1f970\"/>\n<Emoticon Emoji=\"x\" Code=\"1f970\"/>\n<Emoticon Emoji=\"👍\" Code=\"smile\"/>\n" +
				"<Emoticon Emoji=\"👎\"/>\n<Emoticon Code=\"\" Emoji=\"\" />\n<Emoticon Emoji=\"😀😀\" Code=\"g\"/>\n<Emoticon Emoji=\"🚗\" Code=\"1f697\"/>\n</a>",
			"🥰=1f970 🚗=1f697",
			decorum.Violations{
				fault(decorum.Malformed, "3", 17, 18, "one emoji"),
				fault(decorum.Malformed, "4", 29, 34, wantCode),
				fault(decorum.Required, "5", 0, 24, "Code"),
				fault(decorum.Required, "6", 0, 29, "Emoji"),
				fault(decorum.Required, "6", 0, 29, "Code"),
				fault(decorum.Malformed, "7", 17, 25, "one emoji"),
				fault(decorum.Malformed, "7", 33, 34, wantCode),
			},
		},
		{
			"twice", "<a>\r<Emoticon Emoji=\"❤\" Code=\"2764\"/>\r<Emoticon Emoji=\"❤️\" Code=\"1f970\"/></a>", heart + "=2764",
			decorum.Violations{
				warn(fault(decorum.Mismatch, "3", 31, 36, "2764")),
				fault(decorum.Duplicate, "3", 17, 23, ""),
			},
		},
		{
			"an attribute twice", `<a><Emoticon Emoji="🥰" Emoji="👍" Code="1f970"/></a>`, "",
			decorum.Violations{fault(decorum.Duplicate, "1", 26, 38, "")},
		},
		{
			"small letters", `<a><emoticon Emoji="🥰" Code="1f970"/><Emoticon emoji="🥰" Code="1f970"/></a>`, "",
			decorum.Violations{fault(decorum.Unknown, "1", 3, 40, "Emoticon"), fault(decorum.Required, "1", 40, 77, "Emoji")},
		},
		{
			"an entity of the file's own", "<a><Emoticon Emoji=\"&heart;\" Code=\"2764\"/><Emoticon Emoji=\"&#xD800;\" Code=\"2764\"/><Emoticon Emoji=\"&#0;&\" Code=\"2764\"/></a>", "",
			decorum.Violations{
				fault(decorum.Unknown, "1", 20, 27, "no entity"), fault(decorum.Unknown, "1", 59, 67, "no entity"), fault(decorum.Unknown, "1", 99, 103, "no entity"),
			},
		},
		{
			"capital letters alone, and at the beginning", `<a><Emoticon Emoji="🥰" Code="AE"/><Emoticon Emoji="👍" Code="A9"/></a>`, "🥰=ae 👍=a9",
			decorum.Violations{
				warn(fault(decorum.Recommended, "1", 32, 34, "ae")), warn(fault(decorum.Mismatch, "1", 32, 34, "1f970")),
				warn(fault(decorum.Recommended, "1", 66, 68, "a9")), warn(fault(decorum.Mismatch, "1", 66, 68, "1f44d")),
			},
		},
		{
			"a document type", "<!DOCTYPE a [<!ENTITY b \"<Emoticon Emoji='🥰' Code='1f970'/>\">]>\n<a>&b;</a>", "",
			decorum.Violations{fault(decorum.Unsupported, "1", 0, 2, "no document type")},
		},
		{
			"a document type after good ones", `<a><Emoticon Emoji="🥰" Code="1f970"/><!ELEMENT a><Emoticon Emoji="👍" Code="1f44d"/></a>`, "🥰=1f970",
			decorum.Violations{fault(decorum.Unsupported, "1", 40, 42, "no document type")},
		},
		{
			"UTF-16", "\xFF\xFE<\x00a\x00/\x00>\x00", "",
			decorum.Violations{fault(decorum.Unsupported, "1", 0, 2, "UTF-8")},
		},
		{
			"broken UTF-8", "<a><Emoticon Emoji=\"\xF0\x9F\x98\" Code=\"1f970\"/><Emoticon Emoji=\"🥰\" Code=\"1f970\"/></a>", "🥰=1f970",
			decorum.Violations{fault(decorum.InvalidUTF8, "1", 20, 23, "")},
		},
		{
			"a quote that is left out", "<a>\n<Emoticon Emoji=\"🥰 Code=\"1f970\"/>\n<Emoticon Emoji=\"👍\" Code=\"1f44d\"/>\n</a>", "👍=1f44d",
			decorum.Violations{fault(decorum.Malformed, "2", 0, 33, "XML")},
		},
		{
			"a tag that is not closed", "<a>\n<Emoticon Emoji=\"🥰\" Code=\"1f970\"\n<Emoticon Emoji=\"👍\" Code=\"1f44d\"/>\n</a>", "👍=1f44d",
			decorum.Violations{fault(decorum.Malformed, "2", 0, 36, "XML")},
		},
		{
			"elements that are not closed", "<a><b>\n<Emoticon Emoji=\"🥰\" Code=\"1f970\"/></a></c>\n", "🥰=1f970",
			decorum.Violations{fault(decorum.Malformed, "2", 37, 41, "XML"), fault(decorum.Malformed, "2", 41, 45, "XML")},
		},
		{
			"a file that breaks off", "<a>\n<Emoticon Emoji=\"🥰\" Code=\"1f970\"/>\n<Emoticon Emoji=\"👍", "🥰=1f970",
			decorum.Violations{fault(decorum.Malformed, "3", 0, 21, "XML"), fault(decorum.Malformed, "3", 21, 21, "XML")},
		},
		{"a comment that does not end", "<a/>\n<!-- ", "", decorum.Violations{fault(decorum.Malformed, "2", 0, 4, "XML")}},
		{"an instruction that does not end", "<?xml ><a/>", "", decorum.Violations{fault(decorum.Malformed, "1", 0, 2, "XML")}},
		{
			"two roots, and a third", "<Emoticon Emoji=\"🥰\" Code=\"1f970\"/>\n<Emoticon Emoji=\"👍\" Code=\"1f44d\"/><a/>", "🥰=1f970 👍=1f44d",
			decorum.Violations{fault(decorum.Malformed, "2", 0, 37, "one root element")},
		},
		{"nothing", "", "", decorum.Violations{fault(decorum.Malformed, "1", 0, 0, "XML")}},
		{"no markup", "hello\n", "", decorum.Violations{fault(decorum.Malformed, "2", 0, 0, "XML")}},
		{
			"odd tags", "<a><>< b></ a><b c></b c><b c=></b/><b/ ></a>", "",
			decorum.Violations{
				fault(decorum.Malformed, "1", 3, 4, "XML"), fault(decorum.Malformed, "1", 5, 6, "XML"),
				fault(decorum.Malformed, "1", 9, 12, "XML"), fault(decorum.Malformed, "1", 14, 18, "XML"),
				fault(decorum.Malformed, "1", 19, 23, "XML"), fault(decorum.Malformed, "1", 25, 30, "XML"),
				fault(decorum.Malformed, "1", 31, 34, "XML"), fault(decorum.Malformed, "1", 36, 39, "XML"),
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults := custom(t, c.file)
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if diff := cmp.Diff(c.faults, faults); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestEM2CustomEmojisBounds(t *testing.T) {
	const one = `<Emoticon Emoji="🥰" Code="1f970"/>`
	if emoji.MaxCustomDepth != 16 || emoji.MaxCustomBytes != 1<<20 {
		t.Errorf("at most %d levels and %d bytes", emoji.MaxCustomDepth, emoji.MaxCustomBytes)
	}
	for depth := emoji.MaxCustomDepth - 1; depth <= emoji.MaxCustomDepth+1; depth++ {
		got, faults := custom(t, strings.Repeat("<a>", depth-1)+one+strings.Repeat("</a>", depth-1))
		if depth <= emoji.MaxCustomDepth {
			if got == "" || faults != nil {
				t.Errorf("depth %d: %s, %v", depth, got, faults)
			}
			continue
		}
		want := decorum.Violations{{
			Code: decorum.TooDeep, Severity: decorum.SeverityError, Path: "/line/1",
			Span:  decorum.Span{Start: 3 * (depth - 1), End: 3*(depth-1) + len(one)},
			Limit: emoji.MaxCustomDepth, Actual: emoji.MaxCustomDepth + 1, Unit: decorum.Levels,
		}}
		if diff := cmp.Diff(want, faults); diff != "" || got != "" {
			t.Errorf("depth %d: %s (-want +got):\n%s", depth, got, diff)
		}
	}
	for size := emoji.MaxCustomBytes - 1; size <= emoji.MaxCustomBytes+1; size++ {
		for _, fill := range []string{"a", "é", "你", "😀", family, "e\u0301"} {
			file := one + strings.Repeat(fill, (size-len(one))/len(fill))
			file += strings.Repeat(" ", size-len(file))
			c, faults, err := emoji.ParseCustom(strings.NewReader(file))
			if size <= emoji.MaxCustomBytes {
				if c.Len() != 1 || faults != nil || err != nil {
					t.Errorf("%d bytes: %d entries, %v, %v", size, c.Len(), faults, err)
				}
				continue
			}
			want := decorum.Violations{{
				Code: decorum.TooLarge, Severity: decorum.SeverityError,
				Limit: emoji.MaxCustomBytes, Actual: emoji.MaxCustomBytes + 1, Unit: decorum.Bytes,
			}}
			if diff := cmp.Diff(want, faults); diff != "" || c.Len() != 0 || err != nil {
				t.Errorf("%d bytes: %d entries, %v (-want +got):\n%s", size, c.Len(), err, diff)
			}
		}
	}
}

// endless counts how much is read of a file without end.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	return len(p), nil
}

func TestParseCustomReader(t *testing.T) {
	var file endless
	_, faults, err := emoji.ParseCustom(&file)
	if !faults.Has(decorum.TooLarge) || err != nil || file.read > emoji.MaxCustomBytes+1 {
		t.Errorf("%d bytes read, %v, %v", file.read, faults, err)
	}
	broken := errors.New("broken")
	c, faults, err := emoji.ParseCustom(io.MultiReader(strings.NewReader(`<Emoticon Emoji="🥰" Code="1f970"/>`), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || c.Len() != 0 || faults != nil {
		t.Errorf("got %v, %v, %v", c.Len(), faults, err)
	}
	if _, _, err := emoji.ParseCustom(nil); err == nil {
		t.Error("no error without a reader")
	}
}

// TestCustomFaultsTellNothing holds that no fault shows what the file says.
func TestCustomFaultsTellNothing(t *testing.T) {
	_, faults := custom(t, "<secret><Emoticon Emoji=\"secret\" Code=\"secret\"/><Emoticon Emoji=\"&secret;\" Code=\"1\"/></secre>")
	if len(faults) != 5 || strings.Contains(faults.Err().Error(), "secre") {
		t.Errorf("got %v", faults)
	}
	for _, v := range faults {
		if strings.Contains(v.String()+v.Want+v.Path, "secre") {
			t.Errorf("%v", v)
		}
	}
}

func TestParseCustomEndsItsFaults(t *testing.T) {
	got, faults := custom(t, "<a>"+strings.Repeat("<Emoticon/>", 300)+`<Emoticon Emoji="🥰" Code="1f970"/></a>`)
	if len(faults) != decorum.MaxViolations+1 || !faults.Has(decorum.Truncated) || got != "🥰=1f970" {
		t.Errorf("%d faults, %s", len(faults), got)
	}
}

// TestEM2EntitiesOfTheLastPlane: numbers up to U+10FFFF are characters, though
// none of the last plane is an emoji.
func TestEM2EntitiesOfTheLastPlane(t *testing.T) {
	for entity, want := range map[string]decorum.Code{
		"&#x10FFFD;": decorum.Malformed, "&#1114109;": decorum.Malformed, "&#x110000;": decorum.Unknown, "&#x200000;": decorum.Unknown,
	} {
		_, vs, err := emoji.ParseCustom(strings.NewReader(`<a><Emoticon Emoji="` + entity + `" Code="1f970"/></a>`))
		if err != nil || len(vs) != 1 || vs[0].Code != want {
			t.Errorf("%s: %v, %v", entity, vs, err)
		}
	}
}
