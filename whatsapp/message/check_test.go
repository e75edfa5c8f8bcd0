package message_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

const failed, warned = decorum.SeverityError, decorum.SeverityWarning

// classes are what texts are made of where their length is measured: one byte,
// two, three, four, a family joined by U+200D, a letter with a combining mark.
var classes = []string{"a", "é", "你", "😀", "👨‍👩‍👧‍👦", "e\u0301"}

// measuring returns a text of the class that measures exactly n.
func measuring(class string, n int, unit decorum.Unit) string {
	count := utf8.RuneCountInString
	if unit == decorum.Bytes {
		count = func(s string) int { return len(s) }
	}
	whole := n / count(class)
	return strings.Repeat(class, whole) + strings.Repeat("a", n-whole*count(class))
}

// atTheLimit checks texts of one less, as many and one more than the limit, in
// every class.
func atTheLimit(t *testing.T, limit decorum.Limit, path string, severity decorum.Severity, check func(text string) decorum.Violations) {
	t.Helper()
	for _, class := range classes {
		for _, n := range []int{limit.Max - 1, limit.Max, limit.Max + 1} {
			var want decorum.Violations
			if n > limit.Max {
				want = decorum.Violations{{
					Code: decorum.TooLong, Severity: severity, Path: path,
					Limit: int64(limit.Max), Actual: int64(n), Unit: limit.Unit,
				}}
			}
			if diff := cmp.Diff(want, check(measuring(class, n, limit.Unit))); diff != "" {
				t.Errorf("%q, %d (-want +got):\n%s", class, n, diff)
			}
		}
	}
}

func TestTX1TextIsMeasuredInBytesUnderWorkspace(t *testing.T) {
	atTheLimit(t, decorum.Limit{Max: 4096, Unit: decorum.Bytes}, "/body", failed, func(text string) decorum.Violations {
		return message.Text{Body: text}.Check(message.Workspace())
	})
}

func TestTX1TextIsMeasuredInCharactersUnderCloudAPI(t *testing.T) {
	atTheLimit(t, decorum.Limit{Max: 4096, Unit: decorum.CodePoints}, "/body", failed, func(text string) decorum.Violations {
		return message.Text{Body: text}.Check(message.CloudAPI())
	})
}

func TestTX1OptionCountsWhereverItIsSet(t *testing.T) {
	limits := message.CloudAPI()
	limits.TextBytes = decorum.Limit{Max: 10, Unit: decorum.Bytes}
	atTheLimit(t, limits.TextBytes, "/body", failed, func(text string) decorum.Violations {
		return message.Text{Body: text}.Check(limits)
	})
	limits.TextBytes.Max = 10_000 // more than Meta takes
	atTheLimit(t, limits.Text, "/body", failed, func(text string) decorum.Violations {
		if len(text) > limits.TextBytes.Max {
			return message.Text{Body: text}.Check(message.CloudAPI())
		}
		return message.Text{Body: text}.Check(limits)
	})
}

func TestTX1BothMeasuresAreTold(t *testing.T) {
	text := strings.Repeat("你", 4097)
	want := decorum.Violations{
		{Code: decorum.TooLong, Severity: failed, Path: "/body", Limit: 4096, Actual: 12291, Unit: decorum.Bytes},
		{Code: decorum.TooLong, Severity: failed, Path: "/body", Limit: 4096, Actual: 4097, Unit: decorum.CodePoints},
	}
	limits := message.Strictest(message.Workspace(), message.CloudAPI())
	if diff := cmp.Diff(want, message.Text{Body: text}.Check(limits)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTX1OptionDoesNotCountForCaptions(t *testing.T) {
	limits := message.Workspace()
	limits.TextBytes.Max = 1
	m := message.Media{File: attachment.Image, ID: "1", Caption: "a caption"}
	if vs := m.Check(limits); vs != nil {
		t.Errorf("got %v", vs)
	}
}

func TestCaptionLength(t *testing.T) {
	for _, limits := range []message.Limits{message.Workspace(), message.CloudAPI()} {
		for _, kind := range []attachment.Kind{attachment.Image, attachment.Video, attachment.Document} {
			atTheLimit(t, decorum.Limit{Max: 1024, Unit: decorum.CodePoints}, "/caption", failed, func(text string) decorum.Violations {
				return message.Media{File: kind, ID: "1", Caption: text}.Check(limits)
			})
		}
	}
}

func TestDocumentNameLengthIsAdvised(t *testing.T) {
	atTheLimit(t, decorum.Limit{Max: 240, Unit: decorum.CodePoints}, "/name", warned, func(text string) decorum.Violations {
		return message.Media{File: attachment.Document, ID: "1", Name: text}.Check(message.CloudAPI())
	})
	long := message.Media{File: attachment.Image, ID: "1", Name: strings.Repeat("a", 241)}
	if vs := long.Check(message.CloudAPI()); vs != nil {
		t.Errorf("the name of an image, which WhatsApp does not carry: %v", vs)
	}
}

func TestNumberOfContacts(t *testing.T) {
	for _, test := range []struct {
		n        int
		code     decorum.Code
		severity decorum.Severity
		limit    int64
	}{
		{n: 0, code: decorum.TooFew, severity: failed, limit: 1},
		{n: 1},
		{n: 4},
		{n: 5},
		{n: 6, code: decorum.TooMany, severity: warned, limit: 5},
		{n: 256, code: decorum.TooMany, severity: warned, limit: 5},
		{n: 257, code: decorum.TooMany, severity: warned, limit: 5},
		{n: 258, code: decorum.TooMany, severity: failed, limit: 257},
	} {
		m := message.Contacts{Cards: make([]message.Card, test.n)}
		for i := range m.Cards {
			m.Cards[i].Name = message.Name{Formatted: "Ann Lee", First: "Ann"}
		}
		var want decorum.Violations
		if test.code != "" {
			want = decorum.Violations{{
				Code: test.code, Severity: test.severity, Path: "/contacts",
				Limit: test.limit, Actual: int64(test.n), Unit: decorum.Items,
			}}
		}
		if diff := cmp.Diff(want, m.Check(message.Workspace())); diff != "" {
			t.Errorf("%d (-want +got):\n%s", test.n, diff)
		}
	}
}

// A fault is a violation without its measures.
func wrong(code decorum.Code, path string) decorum.Violation {
	return decorum.Violation{Code: code, Severity: failed, Path: path}
}

func doubtful(code decorum.Code, path string) decorum.Violation {
	return decorum.Violation{Code: code, Severity: warned, Path: path}
}

func TestCheck(t *testing.T) {
	image := func(change func(*message.Media)) message.Media {
		m := message.Media{File: attachment.Image, ID: "1"}
		change(&m)
		return m
	}
	link := func(s string) message.Media {
		return message.Media{File: attachment.Video, Link: s}
	}
	withCard := func(change func(*message.Card)) message.Contacts {
		c := card()
		change(&c)
		return message.Contacts{Cards: []message.Card{c}}
	}
	const bad = "a\xffb"
	for _, test := range []struct {
		name string
		m    message.Message
		want decorum.Violations
	}{
		{"text", message.Text{Body: "Hello"}, nil},
		{"text missing", message.Text{}, decorum.Violations{wrong(decorum.Required, "/body")}},
		{"text of spaces", message.Text{Body: " \n"}, decorum.Violations{wrong(decorum.Blank, "/body")}},
		{"text that draws nothing", message.Text{Body: "\u200b\u2060"}, decorum.Violations{wrong(decorum.Blank, "/body")}},
		{"text that is no text", message.Text{Body: bad}, decorum.Violations{wrong(decorum.InvalidUTF8, "/body")}},

		{"file by id", image(func(*message.Media) {}), nil},
		{"file by link", link("https://example.com/f.mp4?x=1#y"), nil},
		{"file by link without protection", link("http://example.com:8080/f.mp4"), nil},
		{"file by link in capitals", link("HTTPS://EXAMPLE.COM"), nil},
		{"no file", message.Media{File: attachment.Audio}, decorum.Violations{wrong(decorum.Required, "/id")}},
		{"no kind", message.Media{ID: "1"}, decorum.Violations{wrong(decorum.Required, "/type")}},
		{"both", image(func(m *message.Media) { m.Link = "https://example.com/1" }), decorum.Violations{wrong(decorum.Conflict, "/link")}},
		{"blank id", image(func(m *message.Media) { m.ID = " " }), decorum.Violations{wrong(decorum.Blank, "/id")}},
		{"javascript", link("javascript:alert(1)"), decorum.Violations{wrong(decorum.Unsupported, "/link")}},
		{"data", link("data:text/html,x"), decorum.Violations{wrong(decorum.Unsupported, "/link")}},
		{"ftp", link("ftp://example.com/f"), decorum.Violations{wrong(decorum.Unsupported, "/link")}},
		{"space before", link(" https://example.com/f"), decorum.Violations{wrong(decorum.Unsupported, "/link")}},
		{"no host without protection", link("http://"), decorum.Violations{wrong(decorum.Malformed, "/link")}},
		{"no host", link("https://"), decorum.Violations{wrong(decorum.Malformed, "/link")}},
		{"no host but a path", link("https:///f"), decorum.Violations{wrong(decorum.Malformed, "/link")}},
		{"no host but a port", link("http://:80/f"), decorum.Violations{wrong(decorum.Malformed, "/link")}},
		{"no host but a user", link("http://me@/f"), decorum.Violations{wrong(decorum.Malformed, "/link")}},
		{"an at sign in the path", link("http://example.com/@me"), nil},
		{"line in link", link("https://example.com/a\nb"), decorum.Violations{wrong(decorum.ForbiddenCharacter, "/link")}},
		{"space in link", link("https://example.com/a b"), decorum.Violations{wrong(decorum.ForbiddenCharacter, "/link")}},
		{"quote in link", link(`https://example.com/a"b`), decorum.Violations{wrong(decorum.ForbiddenCharacter, "/link")}},
		{"delete in link", link("https://example.com/a\x7fb"), decorum.Violations{wrong(decorum.ForbiddenCharacter, "/link")}},
		{"link is no text", link("https://" + bad), decorum.Violations{wrong(decorum.InvalidUTF8, "/link")}},
		{
			"caption of audio",
			message.Media{File: attachment.Audio, ID: "1", Caption: "c"},
			decorum.Violations{wrong(decorum.Unexpected, "/caption")},
		},
		{
			"caption of a sticker",
			message.Media{File: attachment.Sticker, ID: "1", Caption: "c"},
			decorum.Violations{wrong(decorum.Unexpected, "/caption")},
		},
		{"caption is no text", image(func(m *message.Media) { m.Caption = bad }), decorum.Violations{wrong(decorum.InvalidUTF8, "/caption")}},
		{"name is no text", image(func(m *message.Media) { m.Name = bad }), decorum.Violations{wrong(decorum.InvalidUTF8, "/name")}},
		{"type is no text", image(func(m *message.Media) { m.MIME = bad }), decorum.Violations{wrong(decorum.InvalidUTF8, "/mime_type")}},
		{"size below nothing", image(func(m *message.Media) { m.Size = -1 }), decorum.Violations{wrong(decorum.OutOfRange, "/size")}},
		{"voice image", image(func(m *message.Media) { m.Voice = true }), decorum.Violations{wrong(decorum.Unexpected, "/voice")}},
		{"voice", message.Media{File: attachment.Audio, ID: "1", Voice: true, MIME: "audio/ogg; codecs=opus"}, nil},
		{"voice of a type that may be Opus", message.Media{File: attachment.Audio, ID: "1", Voice: true, MIME: "audio/ogg"}, nil},
		{"voice of no type", message.Media{File: attachment.Audio, ID: "1", Voice: true}, nil},
		{
			"voice as MP3",
			message.Media{File: attachment.Audio, ID: "1", Voice: true, MIME: "audio/mpeg"},
			decorum.Violations{doubtful(decorum.Recommended, "/voice")},
		},

		{"location", message.Location{Place: location.Place{Point: location.MustParse("0,0")}}, nil},
		{
			"location without a point",
			message.Location{Place: location.Place{Name: "Meta"}},
			decorum.Violations{wrong(decorum.Required, "/latitude"), wrong(decorum.Required, "/longitude")},
		},
		{
			"location that is no text",
			message.Location{Place: location.Place{Point: location.MustParse("1,2"), Address: bad}},
			decorum.Violations{wrong(decorum.InvalidUTF8, "/address")},
		},

		{"contact", withCard(func(*message.Card) {}), nil},
		{"contact without a name", withCard(func(c *message.Card) { c.Name = message.Name{First: "Ann"} }), decorum.Violations{wrong(decorum.Required, "/contacts/0/name/formatted")}},
		{"contact with a blank name", withCard(func(c *message.Card) { c.Name.Formatted = "\u3164" }), decorum.Violations{wrong(decorum.Blank, "/contacts/0/name/formatted")}},
		{"contact with a whole name alone", withCard(func(c *message.Card) { c.Name = message.Name{Formatted: "Ann"} }), decorum.Violations{doubtful(decorum.Recommended, "/contacts/0/name")}},
		{"birthday", withCard(func(c *message.Card) { c.Birthday = "2024-02-29" }), nil},
		{"no such birthday", withCard(func(c *message.Card) { c.Birthday = "2023-02-29" }), decorum.Violations{wrong(decorum.Malformed, "/contacts/0/birthday")}},
		{"birthday elsewhere", withCard(func(c *message.Card) { c.Birthday = "01/23/1999" }), decorum.Violations{wrong(decorum.Malformed, "/contacts/0/birthday")}},
		{"birthday without zeros", withCard(func(c *message.Card) { c.Birthday = "1999-1-23" }), decorum.Violations{wrong(decorum.Malformed, "/contacts/0/birthday")}},
		{"country", withCard(func(c *message.Card) { c.Addresses[0].CountryCode = "USA" }), decorum.Violations{doubtful(decorum.Malformed, "/contacts/0/addresses/0/country_code")}},
		{"countries", message.Contacts{Cards: []message.Card{{
			Name: message.Name{Formatted: "Ann", Last: "Lee"}, Addresses: []message.Address{{CountryCode: "za"}, {CountryCode: "AZ"}, {CountryCode: "ZA"}},
		}}}, nil},
		{
			"no countries",
			withCard(func(c *message.Card) {
				c.Addresses = []message.Address{{CountryCode: "a{"}, {CountryCode: "`a"}, {CountryCode: "a["}, {CountryCode: "@a"}}
			}),
			decorum.Violations{
				doubtful(decorum.Malformed, "/contacts/0/addresses/0/country_code"), doubtful(decorum.Malformed, "/contacts/0/addresses/1/country_code"),
				doubtful(decorum.Malformed, "/contacts/0/addresses/2/country_code"), doubtful(decorum.Malformed, "/contacts/0/addresses/3/country_code"),
			},
		},
		{"country in digits", withCard(func(c *message.Card) { c.Addresses[0].CountryCode = "u1" }), decorum.Violations{doubtful(decorum.Malformed, "/contacts/0/addresses/0/country_code")}},
		{
			"contact that is no text",
			withCard(func(c *message.Card) {
				*c = message.Card{
					Name:   message.Name{Formatted: bad, First: bad, Middle: bad, Last: bad, Prefix: bad, Suffix: bad},
					Phones: []message.Phone{{Number: bad, Type: bad}}, Emails: []message.Email{{Address: bad, Type: bad}},
					Addresses: []message.Address{{Street: bad, City: bad, State: bad, Zip: bad, Country: bad, CountryCode: bad, Type: bad}},
					URLs:      []message.URL{{URL: bad, Type: bad}}, Organization: message.Organization{Company: bad, Department: bad, Title: bad},
					Birthday: bad,
				}
			}),
			decorum.Violations{
				wrong(decorum.InvalidUTF8, "/contacts/0/name/formatted"), wrong(decorum.InvalidUTF8, "/contacts/0/name/first"),
				wrong(decorum.InvalidUTF8, "/contacts/0/name/middle"), wrong(decorum.InvalidUTF8, "/contacts/0/name/last"),
				wrong(decorum.InvalidUTF8, "/contacts/0/name/prefix"), wrong(decorum.InvalidUTF8, "/contacts/0/name/suffix"),
				wrong(decorum.InvalidUTF8, "/contacts/0/phones/0/number"), wrong(decorum.InvalidUTF8, "/contacts/0/phones/0/type"),
				wrong(decorum.InvalidUTF8, "/contacts/0/emails/0/address"), wrong(decorum.InvalidUTF8, "/contacts/0/emails/0/type"),
				wrong(decorum.InvalidUTF8, "/contacts/0/addresses/0/street"), wrong(decorum.InvalidUTF8, "/contacts/0/addresses/0/city"),
				wrong(decorum.InvalidUTF8, "/contacts/0/addresses/0/state"), wrong(decorum.InvalidUTF8, "/contacts/0/addresses/0/zip"),
				wrong(decorum.InvalidUTF8, "/contacts/0/addresses/0/country"), wrong(decorum.InvalidUTF8, "/contacts/0/addresses/0/country_code"),
				wrong(decorum.InvalidUTF8, "/contacts/0/addresses/0/type"),
				wrong(decorum.InvalidUTF8, "/contacts/0/urls/0/url"), wrong(decorum.InvalidUTF8, "/contacts/0/urls/0/type"),
				wrong(decorum.InvalidUTF8, "/contacts/0/organization/company"), wrong(decorum.InvalidUTF8, "/contacts/0/organization/department"),
				wrong(decorum.InvalidUTF8, "/contacts/0/organization/title"), wrong(decorum.InvalidUTF8, "/contacts/0/birthday"),
			},
		},

		{"reaction without a target", message.Reaction{Emoji: "👍"}, decorum.Violations{wrong(decorum.Required, "/target")}},

		{"structured", message.Structured{Structured: filled()}, nil},
		{"structured by pointer", message.Structured{Structured: &template.List{}}, decorum.Violations{wrong(decorum.Unknown, "/structured/type")}},
		{"structured of nothing", message.Structured{}, decorum.Violations{wrong(decorum.Required, "/structured")}},
		{
			"structured of an unknown kind",
			message.Structured{Structured: template.UnknownStructured{Type: "hologram"}},
			decorum.Violations{wrong(decorum.Unknown, "/structured/type")},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := test.m.Check(message.CloudAPI())
			for i := range got { // the rest has tests of its own
				got[i] = decorum.Violation{Code: got[i].Code, Severity: got[i].Severity, Path: got[i].Path}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestForbiddenCharacterIsShown(t *testing.T) {
	m := message.Media{File: attachment.Image, Link: "https://example.com/a b"}
	if vs := m.Check(message.CloudAPI()); len(vs) != 1 || vs[0].Span != (decorum.Span{Start: 21, End: 22}) {
		t.Errorf("got %v", vs)
	}
}

func TestReactionIsExactlyOneEmoji(t *testing.T) {
	for text, ok := range map[string]bool{
		"": true, "👍": true, "❤️": true, "👍🏽": true, "🇧🇷": true, "👨‍👩‍👧‍👦": true, "1️⃣": true, "©️": true,
		"©": false, "™": false, "1": false, "❤": false, "👍👍": false, "a": false, " 👍": false, "👍\n": false, "ಕನ್ನಡ": false,
		"👍\xff": false,
	} {
		vs := message.Reaction{Target: "wamid.1", Emoji: text}.Check(message.Workspace())
		if ok != (vs == nil) || !ok && (len(vs) != 1 || vs[0].Path != "/emoji" || vs[0].Severity != failed) {
			t.Errorf("%q: %v", text, vs)
		}
	}
}

func TestStructuredMessagesAreMeasuredByTheirOwnLimits(t *testing.T) {
	n := template.Notification{ID: "long", Language: "en", Body: strings.Repeat("a", 1025), Footer: "f"}
	m := message.Structured{Structured: n.Fill(template.Arguments{})}
	want := decorum.Violations{{
		Code: decorum.TooLong, Severity: failed, Path: "/structured/template/body", Limit: 1024, Actual: 1025, Unit: decorum.CodePoints,
	}}
	if diff := cmp.Diff(want, m.Check(message.Workspace())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	limits := message.Workspace()
	limits.Structured.Body.Max = 1025
	if vs := m.Check(limits); vs != nil {
		t.Errorf("with another limit: %v", vs)
	}
}

func TestWhatOnlyComesInIsNotSent(t *testing.T) {
	for _, m := range samples() {
		switch m.(type) {
		case message.Text, message.Media, message.Location, message.Contacts, message.Reaction, message.Structured:
			if vs := m.Check(message.CloudAPI()); vs.Has(decorum.Unsupported) {
				t.Errorf("%s: %v", m.Kind(), vs)
			}
			continue
		}
		want := decorum.Violations{{
			Code: decorum.Unsupported, Severity: failed, Path: "/type",
			Want: "text, image, video, audio, document, sticker, location, contacts, reaction, structured",
		}}
		if diff := cmp.Diff(want, m.Check(message.Limits{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", m.Kind(), diff)
		}
	}
}
