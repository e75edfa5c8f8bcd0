package validation_test

import (
	"os"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// codes returns the codes that a tag gives a text, joined by spaces.
func codes(t *testing.T, v *validator.Validate, tag, text string) string {
	t.Helper()
	var list []string
	for _, found := range tagged(v, text, tag) {
		if found.Path != "/f" || found.Severity != decorum.SeverityError {
			t.Errorf("%s on %q: %#v", tag, text, found)
		}
		list = append(list, string(found.Code))
	}
	return strings.Join(list, " ")
}

func withLimits(t *testing.T, l template.Limits) *validator.Validate {
	t.Helper()
	v := validator.New()
	if err := validation.Register(v, l); err != nil {
		t.Fatal(err)
	}
	return v
}

// measured are the tags that have a limit, with it.
var measured = []struct {
	tag, prefix string
	limit       func(l template.Limits) decorum.Limit
}{
	{"wa_header", "", func(l template.Limits) decorum.Limit { return l.HeaderText }},
	{"wa_body", "", func(l template.Limits) decorum.Limit { return l.Body }},
	{"wa_footer", "", func(l template.Limits) decorum.Limit { return l.Footer }},
	{"wa_button", "", func(l template.Limits) decorum.Limit { return l.Label }},
	{"wa_button_url", "https://shop.example/", func(l template.Limits) decorum.Limit { return l.URL }},
	{"wa_reply_title", "", func(l template.Limits) decorum.Limit { return l.ReplyTitle }},
	{"wa_reply_id", "", func(l template.Limits) decorum.Limit { return l.ReplyID }},
	{"wa_list_body", "", func(l template.Limits) decorum.Limit { return l.ListBody }},
	{"wa_menu", "", func(l template.Limits) decorum.Limit { return l.Menu }},
	{"wa_section_title", "", func(l template.Limits) decorum.Limit { return l.SectionTitle }},
	{"wa_row_title", "", func(l template.Limits) decorum.Limit { return l.RowTitle }},
	{"wa_row_description", "", func(l template.Limits) decorum.Limit { return l.RowDescription }},
	{"wa_row_id", "", func(l template.Limits) decorum.Limit { return l.RowID }},
}

// One less than the limit, the limit and one more, in letters of one to four
// bytes, in clusters, in every unit and under both profiles.
func TestTagsMeasureByTheirLimits(t *testing.T) {
	letters := []string{"a", "é", "你", "😀", "👩‍👩‍👧‍👦", "e\u0301"}
	units := []decorum.Unit{decorum.CodePoints, decorum.UTF16Units, decorum.Graphemes, decorum.Bytes}
	for _, profile := range []template.Limits{template.Workspace(), template.CloudAPI()} {
		for _, unit := range units {
			limits := profile.In(unit)
			v := withLimits(t, limits)
			for _, m := range measured {
				limit := m.limit(limits)
				if limit.Max == 0 || limit.Unit != unit {
					t.Fatalf("%s: the limit is %v", m.tag, limit)
				}
				for _, letter := range letters {
					room := limit.Max - limit.Count(m.prefix)
					n := room / limit.Count(letter)
					for i := max(n-1, 1); i <= n+1; i++ {
						text := m.prefix + strings.Repeat(letter, i)
						var want decorum.Violations
						if limit.Over(text) {
							want = decorum.Violations{{
								Code: decorum.TooLong, Severity: decorum.SeverityError, Path: "/f",
								Limit: int64(limit.Max), Actual: int64(limit.Count(text)), Unit: unit,
							}}
						}
						if diff := cmp.Diff(want, tagged(v, text, m.tag)); diff != "" {
							t.Errorf("%s, %v, %d × %q: -want +got:\n%s", m.tag, limit, i, letter, diff)
						}
					}
				}
			}
		}
	}
}

// The limits of the guide, by name.
func TestNT2HeaderBodyFooter(t *testing.T) { atMost(t, "wa_header 60", "wa_body 1024", "wa_footer 60") }

func TestNT3ButtonLabels(t *testing.T) { atMost(t, "wa_button 25") }

func TestIM3Titles(t *testing.T) { atMost(t, "wa_reply_title 20", "wa_menu 20", "wa_row_title 20") }

func TestIM6ListBody(t *testing.T) { atMost(t, "wa_list_body 1024") }

func atMost(t *testing.T, tags ...string) {
	t.Helper()
	v := registered(t)
	for _, text := range tags {
		tag, limit, _ := strings.Cut(text, " ")
		n := 0
		for _, c := range limit {
			n = n*10 + int(c-'0')
		}
		for _, letter := range []string{"a", "é", "你", "😀"} {
			if got := codes(t, v, tag, strings.Repeat(letter, n)); got != "" {
				t.Errorf("%s: %d × %s: %s", tag, n, letter, got)
			}
			if got := codes(t, v, tag, strings.Repeat(letter, n+1)); got != "too_long" {
				t.Errorf("%s: %d × %s: %q", tag, n+1, letter, got)
			}
		}
	}
}

// No limit and a limit without a unit are what they are for a decorum.Limit.
func TestTagsTakeAnyLimits(t *testing.T) {
	long := strings.Repeat("你", 100_000)
	none := withLimits(t, template.Limits{})
	for _, m := range measured {
		if got := codes(t, none, m.tag, m.prefix+long); got != "" {
			t.Errorf("%s without a limit: %s", m.tag, got)
		}
	}
	odd := template.Workspace()
	odd.HeaderText = decorum.Limit{Max: 3}
	odd.Body = decorum.Limit{Max: 3, Unit: decorum.Seconds}
	odd.Footer = decorum.Limit{Max: -1, Unit: decorum.CodePoints}
	odd.Menu = decorum.Limit{Max: 3, Unit: 200}
	v := withLimits(t, odd)
	for _, c := range []struct{ tag, text, want string }{
		{"wa_header", "你你你", ""},
		{"wa_header", "你你你你", "too_long"},
		{"wa_body", "abc", ""},
		{"wa_body", "你你", "too_long"},
		{"wa_footer", "a", "too_long"},
		{"wa_menu", "abc", ""},
		{"wa_menu", "你你", "too_long"},
	} {
		if got := codes(t, v, c.tag, c.text); got != c.want {
			t.Errorf("%s on %q: %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}

// Four spaces pass, five do not; line breaks and tabs never do (NT4).
func TestNT4Parameters(t *testing.T) {
	strict, lax := withLimits(t, template.CloudAPI()), registered(t)
	for _, c := range []struct{ text, want string }{
		{"a    b", ""},
		{"a     b", "forbidden_spacing"},
		{"a\tb", "forbidden_spacing"},
		{"a\nb", "forbidden_spacing"},
		{"a\rb", "forbidden_spacing"},
		{"a\u2028b", "forbidden_spacing"},
		{"a\u0085b", "forbidden_spacing"},
		{"a\nb\nc", "forbidden_spacing forbidden_spacing"},
		{"", "required"},
		{" ", "blank"},
		{"\u200d", "blank"},
		{"\xff", "invalid_utf8"},
		{strings.Repeat("x", 5000), ""},
	} {
		for _, tag := range []string{"wa_parameter", "wa_header", "wa_button", "wa_reply_title", "wa_menu", "wa_row_title"} {
			if len(c.text) > 1000 && tag != "wa_parameter" {
				continue
			}
			if got := codes(t, lax, tag, c.text); got != c.want {
				t.Errorf("%s on %q: %q, want %q", tag, c.text, got, c.want)
			}
		}
		if got := codes(t, strict, "wa_body_parameter", c.text); got != c.want {
			t.Errorf("wa_body_parameter on %q under the limits of the Cloud API: %q, want %q", c.text, got, c.want)
		}
		want := c.want
		if strings.HasPrefix(want, "forbidden") {
			want = "" // a warning there
		}
		if got := codes(t, lax, "wa_body_parameter", c.text); got != want {
			t.Errorf("wa_body_parameter on %q under the limits of the guide: %q, want %q", c.text, got, want)
		}
	}
}

func TestTagsOnTexts(t *testing.T) {
	v := registered(t)
	for _, c := range []struct{ tag, text, want string }{
		{"wa_footer", "Reply {{1}}", "unexpected"},
		{"wa_button", "Yes {{1}}", "unexpected"},
		{"wa_body", "Hello {{1}}\n\n*world*", ""},
		{"wa_text", strings.Repeat("x", 100_000), ""},
		{"wa_text", "\u200b\u2060", "blank"},
		{"wa_text", "a\xc3", "invalid_utf8"},
		{"wa_reply_id", "reply-1", ""},
		{"wa_reply_id", " reply-1", ""}, // a warning in a message
		{"wa_row_id", "row-1 ", ""},
		{"wa_section_title", "\t", "blank"},
		{"wa_row_description", "line\nline", ""},

		{"wa_template_id", "shop_1@order_ready", ""},
		{"wa_template_id", "Order Ready", "malformed"},
		{"wa_template_id", "a@b@c", "malformed"},
		{"wa_template_id", strings.Repeat("a", 512), ""},
		{"wa_template_id", strings.Repeat("a", 513), "too_long"},
		{"wa_language", "pt_BR", ""},
		{"wa_language", "tlh", ""},
		{"wa_language", "english!", "malformed"},
		{"wa_language", strings.Repeat("a", 100_000), "too_long"},

		{"wa_id", "15162837151", ""},
		{"wa_id", "+15162837151", ""},
		{"wa_id", "5215512345678", ""},
		{"wa_id", "1-516", "forbidden_character"},
		{"wa_user_id", "US.13491208655302741918", ""},
		{"wa_user_id", "US 1", "forbidden_character"},
		{"wa_username", "maria.silva", ""},
		{"wa_username", "www.maria", "malformed"},
		{"phone", "+1 (516) 283-7151", ""},
		{"phone", "16502530000", "malformed"},
		{"phone", "+1 800 FLOWERS", "forbidden_character"},
		{"phone", "+15162837151;phone-context=evil.example", "unsupported"},
		{"phone", "+999123456789", "unknown_country_code"},
		{"phone", "+916315551002", ""},
		{"phone_valid", "+15162837151", ""},
		{"phone_valid", "+15551", "too_short"},

		{"wa_point", "37.4847,-122.1473", ""},
		{"wa_point", "91,0", "out_of_range"},
		{"wa_emoji", "👩‍👩‍👧‍👦", ""},
		{"wa_emoji", "❤️", ""},
		{"wa_emoji", "👍👍", "malformed"},
		{"wa_emoji", "1", "malformed"},
		{"wa_emoji", "👍" + strings.Repeat("\u0301", 50_000), "malformed"},
		{"wa_file_name", "invoice.pdf", ""},
		{"wa_file_name", "photo\u202egnp.js", "forbidden_character"},
		{"wa_file_name", "a\x00.pdf", "forbidden_character"},
		{"wa_file_name", "NUL.pdf", "malformed"},
		{"map_url", "https://maps.example/?q={LATITUDE},{LONGITUDE}", ""},
		{"wa_url", "http://shop.example", ""},
	} {
		if got := codes(t, v, c.tag, c.text); got != c.want {
			t.Errorf("%s on %.40q: %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}

// What validator's own url and http_url let through (facts of threats 3, and
// rows 5 to 7): no tag lets another scheme through, wa_url no malformed host
// and wa_safe_url no risk.
func TestAddressesThatTagsRefuse(t *testing.T) {
	v := registered(t)
	for _, address := range []string{
		"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "javascript://shop.example/%0aalert(1)",
		"data:text/html,x", "data:text/html;base64,eA==", "vbscript:x", "file:///etc/passwd", "ftp://shop.example/", "intent://x#Intent;end",
		"blob:https://shop.example/1", "//shop.example/", "shop.example", "https:shop.example", "https:///x", "https://", "http:",
		"\x00https://shop.example", "https\u200b://shop.example",
	} {
		for _, tag := range []string{"wa_url", "wa_safe_url", "wa_button_url", "map_url"} {
			if codes(t, v, tag, address) == "" {
				t.Errorf("%s lets %q through", tag, address)
			}
		}
	}
	for _, address := range []string{
		"https://shop.example:99999/", "https://bank\u202e.example/", "https://a b.example/", "https://[::1%25eth0]/", "https://shop.example\\@evil.example",
	} {
		for _, tag := range []string{"wa_url", "wa_safe_url"} {
			if codes(t, v, tag, address) == "" {
				t.Errorf("%s lets %q through", tag, address)
			}
		}
	}
	for _, address := range []string{
		"http://decorum.dev/", "https://user@decorum.dev/", "https://аpple.com/", "https://müller.de/", "https://xn--80ak6aa92e.com/",
		"https://127.0.0.1/", "https://[::1]/", "https://0x7f.1/", "https://2130706433/", "https://decorum.dev:8443/",
	} {
		if codes(t, v, "wa_safe_url", address) == "" {
			t.Errorf("wa_safe_url lets %q through", address)
		}
	}
	if got := codes(t, v, "wa_safe_url", "https://decorum.dev/a?b=c#d"); got != "" {
		t.Errorf("wa_safe_url refuses an https URL: %s", got)
	}
}

// The table in the package's comment has every tag and no other.
func TestEveryTagIsInTheTable(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	_, table, _ := strings.Cut(string(text), "tag                 the text is")
	table, _, _ = strings.Cut(table, "// B stands")
	for _, line := range strings.Split(table, "\n") {
		if name, found := strings.CutPrefix(line, "//\t"); found && name[0] != ' ' {
			name, _, _ = strings.Cut(name, " ")
			listed = append(listed, name)
		}
	}
	if diff := cmp.Diff(validation.Tags(), listed); diff != "" {
		t.Errorf("-code +table:\n%s", diff)
	}
}
