package template_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
)

func TestLintFindsNothingInSamples(t *testing.T) {
	for _, n := range []template.Notification{sample(), calls(), offer(), oneTimeCode(), carousel()} {
		wantBrief(t, string(n.ID), n.Lint(), "")
	}
	n := coupon()
	n.Examples.Buttons = []template.ButtonValue{{Button: 0, Value: "SAVE10"}}
	wantBrief(t, "coupon", n.Lint(), "")
}

func TestLintNames(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*template.Notification)
		want   string
	}{
		{"unknown language", func(n *template.Notification) { n.Language = "xx_YY" }, "?unknown /language"},
		{"bad language", func(n *template.Notification) { n.Language = "x" }, "malformed /language"},
		{"language in BCP 47", func(n *template.Notification) { n.Language = "pt-BR" }, "?unknown /language"},
		{"no category", func(n *template.Notification) { n.Category = "" }, "required /category"},
		{"unknown category", func(n *template.Notification) { n.Category = "transactional" }, "?unknown /category"},
		{"bad id", func(n *template.Notification) { n.ID = "A" }, "malformed /id 0-1"},
	} {
		n := sample()
		tt.change(&n)
		wantBrief(t, tt.name, n.Lint(), tt.want)
	}
	n := oneTimeCode()
	n.Category = template.Utility
	wantBrief(t, "category of a code", n.Lint(), "mismatch /category")
	n = offer()
	n.Category = template.Utility
	wantBrief(t, "category of an offer", n.Lint(), "mismatch /category")
}

func TestLintBody(t *testing.T) {
	w := "many more words that say what this is all about, so that there are enough"
	name := strings.Repeat("n", 33)
	for _, tt := range []struct {
		body   string
		values template.Values
		want   string
	}{
		{"Hello {{1}}, " + w, template.Positional("a"), ""},
		{"{{1}} " + w, template.Positional("a"), "at_edge /body 0-5"},
		{"{{1}}", template.Positional("a"), "at_edge /body 0-5; ?too_few /body"},
		{"{{1}}.", template.Positional("a"), "at_edge /body 0-5; ?too_few /body"},
		{"{{1}} {{1}}", template.Positional("a"), "at_edge /body 0-5; ?adjacent /body 6-11; at_edge /body 6-11; ?too_few /body"},
		{" \n{{1}} " + w, template.Positional("a"), "at_edge /body 2-7"},
		{"*{{1}}* " + w, template.Positional("a"), "?at_edge /body 1-6"},
		{"9{{1}}* " + w, template.Positional("a"), ""},
		{"0{{1}}* " + w, template.Positional("a"), ""},
		{"a{{1}}* " + w, template.Positional("a"), ""},
		{"z{{1}}* " + w, template.Positional("a"), ""},
		{"A{{1}}* " + w, template.Positional("a"), ""},
		{"Z{{1}}* " + w, template.Positional("a"), ""},
		{"é{{1}}* " + w, template.Positional("a"), ""},
		{"¿{{1}}? " + w, template.Positional("a"), "?at_edge /body 2-7"},
		{w + " {{1}}", template.Positional("a"), "at_edge /body 74-79"},
		{w + " {{1}}\n ", template.Positional("a"), "at_edge /body 74-79"},
		{w + " {{1}}.", template.Positional("a"), "?at_edge /body 74-79"},
		{w + " {{1}}。", template.Positional("a"), "?at_edge /body 74-79"},
		{w + " {{1}} 👍", template.Positional("a"), ""},
		{"Hi {{1}}{{2}} " + w, template.Positional("a", "b"), "adjacent /body 8-13"},
		{"Hi {{1}} {{2}} " + w, template.Positional("a", "b"), "?adjacent /body 9-14"},
		{"Hi {{1}}, {{2}} " + w, template.Positional("a", "b"), ""},
		{"Hi {{1}} and {{3}} " + w, template.Positional("a", "", "b"), "gap /body 13-18"},
		{"Hi {{2}} and " + w, template.Positional("", "b"), "gap /body 3-8"},
		{"Hi {{2}} and {{1}} " + w, template.Positional("a", "b"), ""},
		{"Hi {{1}} and {{1}} " + w, template.Positional("a"), ""},
		{"Hi {{1}} and {{name}} " + w, template.Named(map[string]string{"1": "a", "name": "b"}), "mismatch /body 13-21"},
		{"Hi {{name}} and {{1}} " + w, template.Named(map[string]string{"1": "a", "name": "b"}), "mismatch /body 16-21"},
		{"Hi {{Name}} " + w, template.Values{}, "malformed /body 3-11"},
		{"Hi {{ 1 }} " + w, template.Values{}, "malformed /body 3-10"},
		{"Hi {{}} " + w, template.Values{}, "malformed /body 3-7"},
		{"Hi {1} and {1 " + w, template.Values{}, ""},
		{"Hi {{1 " + w, template.Values{}, "malformed /body 3-5"},
		{"Hi {{1} " + w, template.Values{}, "malformed /body 3-5"},
		{"Hi {1}} " + w, template.Values{}, "malformed /body 5-7"},
		{"Hi {{1}} " + w + " {{", template.Positional("a"), "malformed /body 83-85"},
		{"Hi {{{1}}} " + w, template.Positional("a"), ""},
		{"Hi {{{{1}}}} " + w, template.Positional("a"), "malformed /body 3-5; malformed /body 10-12"},
		{`Send {"a":{"b":[{"c":1}]}} ` + w, template.Values{}, ""},
		{`Send {"a":{"b":"{{1}}"}} ` + w, template.Positional("a"), ""},
		{`Send {"a":{"b":1}}} ` + w, template.Values{}, "malformed /body 16-19"},
		{`Send {a} }} ` + w, template.Values{}, "malformed /body 9-11"},
		{"Hi {{" + name[:32] + "}} " + w, template.Values{}.With(name[:32], "x"), ""},
		{"Hi {{" + name + "}} " + w, template.Values{}.With(name, "x"), "?too_long /body 3-40"},
		{"Hi {{1}} " + w, template.Values{}, "required /examples/body/0"},
		{"Hi {{1}} " + w, template.Positional("a", "b"), "unexpected /examples/body/1"},
		{"Hi {{1}} ok", template.Positional("a"), "?too_few /body"},
		{"Hi {{1}} is ok", template.Positional("a"), ""},
		{"Hi {{1}} - ok", template.Positional("a"), "?too_few /body"},
		{"สวัสดีครับ {{1}} ยินดีต้อนรับสู่ร้าน", template.Positional("a"), ""},
		{"สวัสดี {{1}} ยินดี", template.Positional("a"), "?too_few /body"},
		{"您好 {{1}} 好", template.Positional("a"), ""},
		{"您 {{1}} 好", template.Positional("a"), "?too_few /body"},
		{"Hi {{1}} and {{2}} a b", template.Positional("a", "b"), "?too_few /body"},
		{"Hi {{1}} and {{2}} a b c", template.Positional("a", "b"), ""},
		{"One.\n\nTwo.", template.Values{}, ""},
		{"One.\n\n\nTwo.", template.Values{}, "forbidden_spacing /body 4-7"},
		{"One.\n \n \nTwo.", template.Values{}, "forbidden_spacing /body 4-9"},
		{"One.\tTwo.", template.Values{}, "?forbidden_spacing /body 4-5"},
		{"One.\n\tTwo.", template.Values{}, "?forbidden_spacing /body 4-6"},
		{"One.    Two.", template.Values{}, ""},
		{"One.     Two.", template.Values{}, "?forbidden_spacing /body 4-9"},
		{"One.\n     Two.", template.Values{}, "?forbidden_spacing /body 4-10"},
		{strings.Repeat("x", 550), template.Values{}, ""},
		{strings.Repeat("你", 551), template.Values{}, "?too_long /body"},
		{strings.Repeat("x", 1024), template.Values{}, "?too_long /body"},
		{strings.Repeat("x", 1025), template.Values{}, "too_long /body"},
		{strings.Repeat("👍", 10), template.Values{}, ""},
		{strings.Repeat("👨‍👩‍👧", 11), template.Values{}, "?too_many /body"},
		{"", template.Values{}, "required /body"},
	} {
		n := sample()
		n.Body, n.Examples.Body = tt.body, tt.values
		wantBrief(t, tt.body, n.Lint(), tt.want)
	}
}

func TestLintHeaderAndFooter(t *testing.T) {
	one := template.Positional("a")
	for _, tt := range []struct {
		header template.Header
		footer string
		values template.Arguments
		want   string
	}{
		{template.TextHeader{Text: "Order {{1}}"}, "", template.Arguments{Header: one}, ""},
		{template.TextHeader{Text: "{{1}} of {{2}}"}, "", template.Arguments{Header: template.Positional("a", "b")}, "too_many /header/text"},
		{template.TextHeader{Text: "{{1}} of {{1}}"}, "", template.Arguments{Header: one}, ""},
		{template.TextHeader{Text: "{{2}}"}, "", template.Arguments{Header: template.Positional("", "b")}, "gap /header/text 0-5"},
		{template.TextHeader{Text: "{{A}}"}, "", template.Arguments{}, "malformed /header/text 0-5"},
		{template.TextHeader{Text: "Order {{1}}"}, "", template.Arguments{}, "required /examples/header/0"},
		{template.TextHeader{Text: "a\nb"}, "", template.Arguments{}, "?forbidden_spacing /header/text 1-2"},
		{template.TextHeader{Text: "a 👍🏽 👍"}, "", template.Arguments{}, "?forbidden_character /header/text 2-10"},
		{template.TextHeader{Text: "*a*"}, "", template.Arguments{}, "?forbidden_character /header/text 0-1"},
		{template.MediaHeader{Kind: attachment.Image}, "", template.Arguments{}, "required /examples/media"},
		{template.MediaHeader{Kind: attachment.Image}, "", template.Arguments{Media: template.MediaHeader{Kind: attachment.Image, ID: "4::aW"}}, ""},
		{template.LocationHeader{}, "", template.Arguments{}, ""},
		{nil, "Bye 👍", template.Arguments{}, "?forbidden_character /footer 4-8"},
		{nil, "a\nb", template.Arguments{}, "?forbidden_spacing /footer 1-2"},
		{nil, "{{1}}", template.Arguments{}, "unexpected /footer 0-5"},
	} {
		n := sample()
		n.Header, n.Footer = tt.header, tt.footer
		tt.values.Body = n.Examples.Body
		n.Examples = tt.values
		wantBrief(t, tt.footer, n.Lint(), tt.want)
	}
}

func TestLintCountsThePlaceholdersOfAHeader(t *testing.T) {
	n := sample()
	n.Header = template.TextHeader{Text: "{{1}} of {{2}}, {{3}}"}
	n.Examples.Header = template.Positional("a", "b", "c")
	want := decorum.Violations{{
		Code: decorum.TooMany, Severity: decorum.SeverityError, Path: "/header/text", Limit: 1, Actual: 3, Unit: decorum.Items,
	}}
	if diff := cmp.Diff(want, n.Lint()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLintButtons(t *testing.T) {
	value := func(i template.ButtonIndex) []template.ButtonValue {
		return []template.ButtonValue{{Button: i, Value: "x"}}
	}
	open := func(url string) template.Button { return template.URLButton{Text: "Open", URL: url} }
	reply := template.QuickReply{Text: "Yes"}
	for _, tt := range []struct {
		button   template.Button
		examples []template.ButtonValue
		want     string
	}{
		{open("https://example.com"), nil, ""},
		{open("https://example.com"), value(0), "unexpected /examples/buttons/0"},
		{open("https://example.com?ref={{1}}"), value(0), ""},
		{open("https://example.com?ref={{1}}"), nil, "required /examples/buttons/0"},
		{open("https://example.com?ref={{1}}&utm={{2}}"), value(0), "too_many /buttons/0/url"},
		{open("https://example.com/{{1}}/to"), value(0), "out_of_order /buttons/0/url 20-25"},
		{open("https://{{1}}"), value(0), "?unsafe /buttons/0/url 8-13"},
		{open("https://a.example/{{A}}"), nil, "malformed /buttons/0/url 18-23; forbidden_character /buttons/0/url 18-20"},
		{open("http://example.com"), nil, "?insecure /buttons/0/url 0-7"},
		{open("https://bit.ly/abc"), nil, "unsupported /buttons/0/url 8-14"},
		{open("https://WWW.Bit.ly:443?x"), nil, "unsupported /buttons/0/url 8-22"},
		{open("https://user@wa.me./1"), nil, "unsupported /buttons/0/url 8-19"},
		{open("https://wa.me"), nil, "unsupported /buttons/0/url 8-13"},
		{open("https://bit.ly.example"), nil, ""},
		{open("https://mywa.me"), nil, ""},
		{template.PhoneButton{Text: "Call", Number: "+15162837151"}, nil, ""},
		{template.PhoneButton{Text: "Call", Number: "15162837151"}, nil, ""},
		{template.PhoneButton{Text: "Call", Number: "+15551"}, nil, "?not_in_plan /buttons/0/number"},
		{template.PhoneButton{Text: "Call", Number: "call us"}, nil, "?not_in_plan /buttons/0/number"},
		{template.QuickReply{Text: "Yes 👍"}, nil, "?forbidden_character /buttons/0/text 4-8"},
		{template.QuickReply{Text: "Yes"}, value(0), "unexpected /examples/buttons/0"},
		{template.CopyCode{}, value(0), ""},
		{template.CopyCode{}, nil, "required /examples/buttons/0"},
		{template.OTPButton{Kind: template.OTPCopyCode}, nil, "conflict /buttons/0"},
	} {
		n := sample()
		n.Buttons, n.Examples.Buttons = []template.Button{tt.button}, tt.examples
		got := n.Lint()
		want := tt.want
		if strings.HasPrefix(want, "malformed") { // Check's own comes first
			want = "forbidden_character /buttons/0/url 18-20; malformed /buttons/0/url 18-23"
			for i := range got {
				if got[i].Code == "forbidden_character" {
					got[i].Span.End = 20
				}
			}
		}
		wantBrief(t, brief(got), got, want)
	}
	n := sample()
	n.Buttons = []template.Button{reply, open("https://a.example"), template.QuickReply{Text: "No"}}
	wantBrief(t, "grouping", n.Lint(), "out_of_order /buttons/2")
	n.Buttons = []template.Button{reply, reply}
	wantBrief(t, "same labels", n.Lint(), "duplicate /buttons/1/text")
}

func TestLintSpecialParts(t *testing.T) {
	for _, tt := range []struct {
		name   string
		n      template.Notification
		change func(*template.Notification)
		want   string
	}{
		{"code without a button", oneTimeCode(), func(n *template.Notification) { n.Buttons = nil }, "required /buttons"},
		{"code with two buttons", oneTimeCode(), func(n *template.Notification) { n.Buttons = append(n.Buttons, n.Buttons[0]) }, "conflict /buttons/1"},
		{"code with another button", oneTimeCode(), func(n *template.Notification) { n.Buttons = []template.Button{template.QuickReply{Text: "a"}} }, "conflict /buttons/0"},
		{"code with a header", oneTimeCode(), func(n *template.Notification) { n.Header = template.TextHeader{Text: "a"} }, "conflict /header"},
		{"offer with a footer", offer(), func(n *template.Notification) { n.Footer = "a" }, "conflict /footer"},
		{"offer with a text header", offer(), func(n *template.Notification) { n.Header = template.TextHeader{Text: "a"} }, "unsupported /header"},
		{"offer with a document", offer(), func(n *template.Notification) {
			n.Header = template.MediaHeader{Kind: attachment.Document, ID: "1"}
		}, "unsupported /header"},
		{"offer with a video", offer(), func(n *template.Notification) {
			n.Header = template.MediaHeader{Kind: attachment.Video, ID: "1"}
		}, ""},
		{"offer without a header", offer(), func(n *template.Notification) { n.Header = nil }, ""},
		{"offer with the code last", offer(), func(n *template.Notification) {
			n.Buttons[0], n.Buttons[1] = n.Buttons[1], n.Buttons[0]
		}, "out_of_order /buttons/1"},
		{"offer without an address", offer(), func(n *template.Notification) {
			n.Buttons, n.Examples.Buttons = n.Buttons[:1], n.Examples.Buttons[:1]
		}, "required /buttons"},
		{"cards with other headers", carousel(), func(n *template.Notification) {
			n.Cards[1].Header = template.MediaHeader{Kind: attachment.Video, ID: "1"}
		}, "mismatch /cards/1/header"},
		{"cards with a place", carousel(), func(n *template.Notification) {
			n.Cards[0].Header, n.Cards[1].Header = template.LocationHeader{}, template.LocationHeader{}
		}, "unsupported /cards/0/header; unsupported /cards/1/header"},
		{"cards with a product", carousel(), func(n *template.Notification) {
			n.Cards[0].Header, n.Cards[1].Header = template.UnknownHeader{Type: "product"}, template.TextHeader{Text: "a"}
		}, "unknown /cards/0/header/type; unsupported /cards/1/header; mismatch /cards/1/header"},
		{"cards with and without a text", carousel(), func(n *template.Notification) {
			n.Cards[1].Body, n.Examples.Cards[1].Body = "", template.Values{}
		}, "mismatch /cards/1/body"},
		{"cards with a bad placeholder", carousel(), func(n *template.Notification) {
			n.Cards[1].Body = "a {{1}} {{B}} b"
		}, "malformed /cards/1/body 8-13"},
		{"cards with other buttons", carousel(), func(n *template.Notification) {
			n.Cards[1].Buttons[0] = template.PhoneButton{Text: "Call", Number: "+15162837151"}
		}, "mismatch /cards/1/buttons"},
		{"cards with fewer buttons", carousel(), func(n *template.Notification) {
			n.Cards[1].Buttons = n.Cards[1].Buttons[:1]
			n.Examples.Cards[1].Buttons = nil
		}, "mismatch /cards/1/buttons"},
		{"cards without buttons", carousel(), func(n *template.Notification) {
			for i := range n.Cards {
				n.Cards[i].Buttons, n.Examples.Cards[i].Buttons = nil, nil
			}
		}, "required /cards/0/buttons; required /cards/1/buttons"},
		{"card with a short link", carousel(), func(n *template.Notification) {
			n.Cards[1].Buttons[1] = template.URLButton{Text: "a", URL: "https://t.co/{{1}}"}
		}, "unsupported /cards/1/buttons/1/url 8-12"},
		{"card without an example of its file", carousel(), func(n *template.Notification) {
			for i := range n.Cards {
				n.Cards[i].Header = template.MediaHeader{Kind: attachment.Image}
			}
			n.Examples.Cards[0].Media = template.MediaHeader{Kind: attachment.Image, ID: "1"}
		}, "required /examples/cards/1/media"},
		{"no examples of cards", carousel(), func(n *template.Notification) { n.Examples.Cards = n.Examples.Cards[:1] }, "required /examples/cards/1/body/0; required /examples/cards/1/buttons/1"},
	} {
		tt.change(&tt.n)
		wantBrief(t, tt.name, tt.n.Lint(), tt.want)
	}
}

// TestLintNeverBlocks: the guide's own default text ends in a placeholder.
func TestLintNeverBlocks(t *testing.T) {
	n := template.Notification{ID: "ns@default", Language: "en", Category: template.Utility, Body: "Thank you for your patience! {{1}}"}
	if !n.Lint().HasErrors() {
		t.Error("Lint finds nothing")
	}
	f := n.Fill(template.Arguments{Body: template.Positional("We recommend rebooting your device to resolve the issue")})
	wantBrief(t, "check", f.Check(template.Workspace()), "")
	if want := "Thank you for your patience! We recommend rebooting your device to resolve the issue"; f.Text().Body != want {
		t.Errorf("%q", f.Text().Body)
	}
}

func TestLintSaysWhichNumberIsMissing(t *testing.T) {
	n := sample()
	n.Body = "Hello {{1}} and {{3}} and {{6}}, this is what we have for you today."
	n.Examples.Body = template.Positional("a", "b", "c", "d", "e", "f")
	var want []string
	for _, v := range n.Lint() {
		want = append(want, v.Want)
	}
	if diff := cmp.Diff([]string{"{{2}}", "{{4}}"}, want); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLintCountsWords(t *testing.T) {
	n := sample()
	n.Body = "Hi {{1}} and {{2}} ok"
	want := decorum.Violations{{
		Code: decorum.TooFew, Severity: decorum.SeverityWarning, Path: "/body", Limit: 5, Actual: 3, Unit: decorum.Words,
	}}
	if diff := cmp.Diff(want, n.Lint()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	n.Body, n.Examples.Body = "...", template.Values{}
	wantBrief(t, "no placeholder, no word", n.Lint(), "")
}

// Meta takes codes of 15 characters everywhere, and of 20 by one of its pages; in a
// limited-time offer, of 15.
func TestNT3LintMeasuresTheExampleOfACode(t *testing.T) {
	for _, tt := range []struct {
		length int
		offer  *template.Offer
		want   string
	}{
		{15, nil, ""},
		{16, nil, "?too_long /examples/buttons/0"},
		{20, nil, "?too_long /examples/buttons/0"},
		{21, nil, "too_long /examples/buttons/0"},
		{15, &template.Offer{Text: "Now"}, ""},
		{16, &template.Offer{Text: "Now"}, "too_long /examples/buttons/0"},
	} {
		n := sample()
		n.Buttons = []template.Button{template.CopyCode{}, template.URLButton{Text: "Open", URL: "https://example.com"}}
		n.Examples.Buttons = []template.ButtonValue{{Button: 0, Value: strings.Repeat("A", tt.length)}}
		if n.Offer = tt.offer; n.Offer != nil {
			n.Category, n.Footer = template.Marketing, ""
			n.Header, n.Examples.Header = nil, template.Values{}
		}
		got := n.Lint()
		wantBrief(t, brief(got), got, tt.want)
	}
}
