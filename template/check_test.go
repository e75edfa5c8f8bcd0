package template_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
)

func TestSamplesAreRight(t *testing.T) {
	expiring := carouselArguments()
	expiring.Cards = nil
	expiring.Buttons = []template.ButtonValue{{Button: 0, Value: "TRIP25"}, {Button: 1, Value: "x"}}
	expiring.Expires = time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	for _, tt := range []struct {
		name  string
		n     template.Notification
		a     template.Arguments
		guide bool
	}{
		{"sample", sample(), sampleArguments(), true},
		{"calls", calls(), callArguments(), true},
		{"coupon", coupon(), template.Arguments{Buttons: []template.ButtonValue{{Value: "SAVE10"}}}, false},
		{"offer", offer(), expiring, false},
		{"code", oneTimeCode(), template.Arguments{Body: template.Positional("123456")}, false},
		{"carousel", carousel(), carouselArguments(), false},
	} {
		wantBrief(t, tt.name+" as a definition", tt.n.Check(template.CloudAPI()), "")
		wantBrief(t, tt.name, tt.n.Fill(tt.a).Check(template.CloudAPI()), "")
		wantBrief(t, tt.name+" without limits", tt.n.Fill(tt.a).Check(template.Limits{MixedButtons: true}), "")
		if tt.guide {
			wantBrief(t, tt.name+" by the guide", tt.n.Fill(tt.a).Check(template.Workspace()), "")
		}
	}
}

func TestNT1IDAndLanguage(t *testing.T) {
	long := strings.Repeat("a", 512)
	for _, tt := range []struct{ id, want string }{
		{"a", ""},
		{"order_ready_2", ""},
		{"Shop-1.x@order_ready", ""},
		{"aZ09.-z@z_09", ""},
		{"a b@c", "malformed /id 1-2"},
		{"a[@c", "malformed /id 1-2"},
		{"a@Z", "malformed /id 2-3"},
		{long, ""},
		{long + "@" + long, ""},
		{long + "a", "too_long /id 0-513"},
		{long + "a@a", "too_long /id 0-513"},
		{"a@" + long + "a", "too_long /id 2-515"},
		{"", "required /id"},
		{"Order", "malformed /id 0-1"},
		{"ñandú٣", "malformed /id 0-1"}, // a peer takes it: letters and digits of any script
		{"a٣", "malformed /id 1-2"},
		{"a b", "malformed /id 1-2"},
		{"a-b", "malformed /id 1-2"},
		{"@a", "malformed /id 0-1"},
		{"a@", "malformed /id 1-2"},
		{"a@b@c", "malformed /id 3-4"},
		{"a@B", "malformed /id 2-3"},
		{"a\xff", "malformed /id 1-2"},
	} {
		n := sample()
		n.ID = template.ID(tt.id)
		wantBrief(t, tt.id, n.Check(template.Workspace()), tt.want)
		id, err := template.ParseID(tt.id)
		if (err == nil) != (tt.want == "") || err == nil && string(id) != tt.id {
			t.Errorf("ParseID(%q) = %q, %v", tt.id, id, err)
		}
	}
	if id := template.MustParseID("ns@name"); id.Namespace() != "ns" || id.Name() != "name" {
		t.Errorf("%q has %q and %q", id, id.Namespace(), id.Name())
	}
	if id := template.ID("name"); id.Namespace() != "" || id.Name() != "name" {
		t.Errorf("%q has %q and %q", id, id.Namespace(), id.Name())
	}
	for _, tt := range []struct{ language, want string }{
		{"en", ""},
		{"pt_BR", ""},
		{"pt-BR", ""},
		{"fil", ""},
		{"xx_YY", ""},
		{"zh_Hans_CN", ""},
		{"es_419", ""},
		{"az_09", ""},
		{"AZ_az", ""},
		{"en_/0", "malformed /language 3-4"},
		{"en_:0", "malformed /language 3-4"},
		{"en{", "malformed /language 2-3"},
		{"en[", "malformed /language 2-3"},
		{"", "required /language"},
		{"e", "malformed /language"},
		{"en_", "malformed /language"},
		{"_en", "malformed /language 0-1"},
		{"e_US", "malformed /language 1-2"},
		{"1n", "malformed /language 0-1"},
		{"en US", "malformed /language 2-3"},
		{"é", "malformed /language 0-1"},
		{"aaaaaaaaaaaaaaaa", ""},
		{"aaaaaaaaaaaaaaaaa", "too_long /language"},
	} {
		n := sample()
		n.Language = template.Language(tt.language)
		wantBrief(t, tt.language, n.Check(template.Workspace()), tt.want)
	}
}

func TestMustParseIDPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	template.MustParseID("A")
}

func TestNT2Texts(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*template.Notification)
		want   string
	}{
		{"no body", func(n *template.Notification) { n.Body = "" }, "required /body"},
		{"blank body", func(n *template.Notification) { n.Body = " \u200b\n" }, "blank /body"},
		{"bad body", func(n *template.Notification) { n.Body = "a\xff" }, "invalid_utf8 /body 1-2"},
		{"empty header", func(n *template.Notification) { n.Header = template.TextHeader{} }, "required /header/text"},
		{"blank header", func(n *template.Notification) { n.Header = template.TextHeader{Text: "\u3164"} }, "blank /header/text"},
		{"bad header", func(n *template.Notification) { n.Header = template.TextHeader{Text: "\xff"} }, "invalid_utf8 /header/text 0-1"},
		{"no header", func(n *template.Notification) { n.Header = nil }, ""},
		{"no footer", func(n *template.Notification) { n.Footer = "" }, ""},
		{"bad footer", func(n *template.Notification) { n.Footer = "\xff" }, "invalid_utf8 /footer 0-1"},
		{"footer with parameters", func(n *template.Notification) { n.Footer = "a {{1}} {{b}}" }, "unexpected /footer 2-7; unexpected /footer 8-13"},
		{"footer with braces", func(n *template.Notification) { n.Footer = "a {1} {{A}}" }, ""},
		{"image", func(n *template.Notification) {
			n.Header = template.MediaHeader{Kind: attachment.Image, ID: "1", Name: "a.png"}
		}, ""},
		{"audio", func(n *template.Notification) { n.Header = template.MediaHeader{Kind: attachment.Audio, ID: "1"} }, "unsupported /header/type"},
		{"id and link", func(n *template.Notification) {
			n.Header = template.MediaHeader{Kind: attachment.Video, ID: "1", Link: "https://a.example"}
		}, "conflict /header/link"},
		{"script", func(n *template.Notification) {
			n.Header = template.MediaHeader{Kind: attachment.Video, Link: "javascript:alert(1)"}
		}, "unsupported /header/link"},
		{"no host", func(n *template.Notification) {
			n.Header = template.MediaHeader{Kind: attachment.Document, Link: "HTTPS:///a"}
		}, "malformed /header/link"},
		{"not UTF-8", func(n *template.Notification) {
			n.Header = template.MediaHeader{Kind: attachment.Document, ID: "\xff", Link: "\xff", Name: "\xff"}
		}, "invalid_utf8 /header/id 0-1; invalid_utf8 /header/link 0-1; invalid_utf8 /header/name 0-1"},
		{"place", func(n *template.Notification) { n.Header = template.LocationHeader{} }, "unsupported /header"},
		{"unknown", func(n *template.Notification) { n.Header = template.UnknownHeader{Type: "product"} }, "unknown /header/type"},
	} {
		n := sample()
		tt.change(&n)
		wantBrief(t, tt.name, n.Check(template.Workspace()), tt.want)
	}
}

func TestNT3Buttons(t *testing.T) {
	reply, phone := template.QuickReply{Text: "Yes"}, template.PhoneButton{Text: "Call", Number: "+15162837151"}
	url := template.URLButton{Text: "Open", URL: "https://a.example"}
	app := template.App{Package: "com.example.shop", Signature: "K8a/AINcGX7"}
	for _, tt := range []struct {
		name        string
		buttons     []template.Button
		guide, meta string
	}{
		{"replies", []template.Button{reply}, "", ""},
		{"mixed", []template.Button{reply, phone, url}, "conflict /buttons/1; conflict /buttons/2", ""},
		{"mixed the other way", []template.Button{phone, reply}, "conflict /buttons/1", ""},
		{"torn replies", []template.Button{reply, url, template.QuickReply{Text: "No"}}, "conflict /buttons/1", "out_of_order /buttons/2"},
		{"torn actions", []template.Button{url, reply, phone}, "conflict /buttons/1", "out_of_order /buttons/2"},
		{"no label", []template.Button{template.QuickReply{}}, "required /buttons/0/text", "required /buttons/0/text"},
		{"blank label", []template.Button{template.QuickReply{Text: "\u200d"}}, "blank /buttons/0/text", "blank /buttons/0/text"},
		{"bad label", []template.Button{template.URLButton{Text: "\xff", URL: "https://a.example"}}, "invalid_utf8 /buttons/0/text 0-1", "invalid_utf8 /buttons/0/text 0-1"},
		{"parameter in a label", []template.Button{template.QuickReply{Text: "Yes {{1}}"}}, "unexpected /buttons/0/text 4-9", "unexpected /buttons/0/text 4-9"},
		{"line break in a label", []template.Button{template.QuickReply{Text: "a\nb"}}, "forbidden_spacing /buttons/0/text 1-2", "forbidden_spacing /buttons/0/text 1-2"},
		{"same labels", []template.Button{reply, reply}, "?duplicate /buttons/1/text", "?duplicate /buttons/1/text"},
		{"no number", []template.Button{template.PhoneButton{Text: "Call"}}, "required /buttons/0/number", "required /buttons/0/number"},
		{"bad number", []template.Button{template.PhoneButton{Text: "Call", Number: "\xff"}}, "invalid_utf8 /buttons/0/number 0-1", "invalid_utf8 /buttons/0/number 0-1"},
		{"parameter in a number", []template.Button{template.PhoneButton{Text: "Call", Number: "+{{1}}"}}, "unexpected /buttons/0/number 1-6", "unexpected /buttons/0/number 1-6"},
		{"no address", []template.Button{template.URLButton{Text: "Open"}}, "required /buttons/0/url", "required /buttons/0/url"},
		{"bad address", []template.Button{template.URLButton{Text: "Open", URL: "\xff"}}, "invalid_utf8 /buttons/0/url 0-1", "invalid_utf8 /buttons/0/url 0-1"},
		{"script", []template.Button{template.URLButton{Text: "Open", URL: "javascript:x"}}, "unsupported /buttons/0/url", "unsupported /buttons/0/url"},
		{"spaces in an address", []template.Button{template.URLButton{Text: "Open", URL: "http://a.example/a  b{{1}}{c}"}}, "forbidden_character /buttons/0/url 18-20", "forbidden_character /buttons/0/url 18-20"},
		{"braces in an address", []template.Button{template.URLButton{Text: "Open", URL: "http://a.example/{{1}}{c}"}}, "forbidden_character /buttons/0/url 22-23", "forbidden_character /buttons/0/url 22-23"},
		{"code", []template.Button{template.CopyCode{}}, "unsupported /buttons/0", ""},
		{"catalogue", []template.Button{template.CatalogButton{Text: "See all"}}, "unsupported /buttons/0", ""},
		{"flow", []template.Button{template.FlowButton{Text: "Book", ID: "1"}}, "unsupported /buttons/0", ""},
		{"flow by nothing", []template.Button{template.FlowButton{Text: "Book"}}, "unsupported /buttons/0; required /buttons/0/flow_id", "required /buttons/0/flow_id"},
		{"flow by all", []template.Button{template.FlowButton{Text: "Book", ID: "1", Name: "b", JSON: "{}"}}, "unsupported /buttons/0; conflict /buttons/0/flow_name; conflict /buttons/0/flow_json", "conflict /buttons/0/flow_name; conflict /buttons/0/flow_json"},
		{"bad flow", []template.Button{template.FlowButton{Text: "Book", Name: "b", Action: "\xff", Screen: "\xff"}}, "unsupported /buttons/0; invalid_utf8 /buttons/0/action 0-1; invalid_utf8 /buttons/0/screen 0-1", "invalid_utf8 /buttons/0/action 0-1; invalid_utf8 /buttons/0/screen 0-1"},
		{"unknown", []template.Button{template.UnknownButton{Type: "spm"}}, "unknown /buttons/0/type", "unknown /buttons/0/type"},
		{"nil", []template.Button{nil}, "unknown /buttons/0/type", "unknown /buttons/0/type"},
		{"one tap", []template.Button{template.OTPButton{Kind: template.OTPOneTap, Apps: []template.App{app}}}, "unsupported /buttons/0", ""},
		{"zero tap without an app", []template.Button{template.OTPButton{Kind: template.OTPZeroTap}}, "required /buttons/0/apps; unsupported /buttons/0", "required /buttons/0/apps"},
		{"five apps", []template.Button{template.OTPButton{Kind: template.OTPCopyCode, Apps: []template.App{app, app, app, app, app}}}, "unsupported /buttons/0", ""},
		{"six apps", []template.Button{template.OTPButton{Kind: template.OTPCopyCode, Apps: []template.App{app, app, app, app, app, app}}}, "too_many /buttons/0/apps; unsupported /buttons/0", "too_many /buttons/0/apps"},
		{"unknown way", []template.Button{template.OTPButton{Autofill: strings.Repeat("x", 26)}}, "unknown /buttons/0/kind; too_long /buttons/0/autofill; unsupported /buttons/0", "unknown /buttons/0/kind; too_long /buttons/0/autofill"},
	} {
		n := sample()
		n.Buttons = tt.buttons
		wantBrief(t, tt.name+" by the guide", n.Check(template.Workspace()), tt.guide)
		wantBrief(t, tt.name+" by Meta", n.Check(template.CloudAPI()), tt.meta)
	}
}

func TestApps(t *testing.T) {
	long := "a." + strings.Repeat("b", 222)
	for _, tt := range []struct {
		name, signature, want string
	}{
		{"com.example", "K8a/AINcGX7", ""},
		{"A_9.z", "+/=azAZ0123", ""},
		{long, "K8a/AINcGX7", ""},
		{long + "b", "K8a/AINcGX7", "malformed /buttons/0/apps/0/package"},
		{"", "K8a/AINcGX7", "malformed /buttons/0/apps/0/package"},
		{"com.aZ_z09.A", "zZ09+/=aAbB", ""},
		{"com", "K8a/AINcGX7", "malformed /buttons/0/apps/0/package"},
		{"com.", "K8a/AINcGX7", "malformed /buttons/0/apps/0/package"},
		{".com", "K8a/AINcGX7", "malformed /buttons/0/apps/0/package"},
		{"a..b", "K8a/AINcGX7", "malformed /buttons/0/apps/0/package"},
		{"a.b-c", "K8a/AINcGX7", "malformed /buttons/0/apps/0/package"},
		{"a.b", "K8a/AINcGX", "malformed /buttons/0/apps/0/signature"},
		{"a.b", "K8a/AINcGX77", "malformed /buttons/0/apps/0/signature"},
		{"a.b", "K8a/AINcGX!", "malformed /buttons/0/apps/0/signature"},
		{"a.b", "", "malformed /buttons/0/apps/0/signature"},
	} {
		n := oneTimeCode()
		n.Buttons = []template.Button{template.OTPButton{Kind: template.OTPOneTap, Apps: []template.App{{Package: tt.name, Signature: tt.signature}}}}
		wantBrief(t, tt.name+" "+tt.signature, n.Check(template.CloudAPI()), tt.want)
	}
}

func TestNT4Spacing(t *testing.T) {
	for _, tt := range []struct{ value, span string }{
		{"a    b", ""}, // four pass
		{"a     b", " 1-6"},
		{"a\nb", " 1-2"},
		{"a\rb", " 1-2"},
		{"a\tb", " 1-2"},
		{"a\n\nb\tc", " 1-3"},
		{"a \u2028b", " 1-5"},
		{"a\u0085", " 1-3"},
		{"a\u2028", " 1-4"},
		{"a\u2029", " 1-4"},
		{"a\u00a0\u2027\u202a", ""}, // none of them is a line break
	} {
		n := calls()
		n.Header = template.TextHeader{Text: "For {{1}}"}
		n.Body = "Hello {{1}} and welcome to our shop."
		v := template.Positional(tt.value)
		f := n.Fill(template.Arguments{Header: v, Body: v, Buttons: []template.ButtonValue{{Button: 2, Value: tt.value}}})
		parts := func(body string) string {
			if tt.span == "" {
				return "?forbidden_character /arguments/buttons/2"
			}
			second := ""
			if strings.HasSuffix(tt.value, "c") {
				second = " 4-5"
			}
			line := func(mark, path string) string {
				s := mark + "forbidden_spacing " + path + tt.span
				if second != "" {
					s += "; " + mark + "forbidden_spacing " + path + second
				}
				return s
			}
			return line("", "/arguments/header/0") + "; " + line(body, "/arguments/body/0") + "; " + line("", "/arguments/buttons/2") + "; ?forbidden_character /arguments/buttons/2"
		}
		trim := func(vs decorum.Violations) decorum.Violations {
			for i := range vs {
				if vs[i].Code == decorum.ForbiddenCharacter {
					vs[i].Span = decorum.Span{}
				}
			}
			return vs
		}
		wantBrief(t, tt.value+" by the guide", trim(f.Check(template.Workspace())), parts("?"))
		wantBrief(t, tt.value+" by Meta", trim(f.Check(template.CloudAPI())), parts(""))
	}
}

func TestNT5Arguments(t *testing.T) {
	place := location.Place{Name: "Shop", Point: mustPoint(t)}
	for _, tt := range []struct {
		name string
		n    template.Notification
		a    template.Arguments
		want string
	}{
		{"missing", sample(), template.Arguments{}, "required /arguments/header/0; required /arguments/body/0; required /arguments/body/1"},
		{"one missing", sample(), template.Arguments{Header: template.Positional("x"), Body: template.Positional("x")}, "required /arguments/body/1"},
		{"extra", sample(), template.Arguments{Header: template.Positional("x", "y"), Body: template.Positional("x", "y", "z")}, "unexpected /arguments/header/1; unexpected /arguments/body/2"},
		{"empty", sample(), template.Arguments{Header: template.Positional(""), Body: template.Positional(" ", "\u200b")}, "required /arguments/header/0; blank /arguments/body/0; blank /arguments/body/1"},
		{"not UTF-8", sample(), template.Arguments{Header: template.Positional("a\xff"), Body: template.Positional("x", "\xc3")}, "invalid_utf8 /arguments/header/0 1-2; invalid_utf8 /arguments/body/1 0-1"},
		{"names for numbers", sample(), template.Arguments{Header: template.Positional("x"), Body: template.Named(map[string]string{"a": "x", "b": "y"})}, "mismatch /arguments/body"},
		{"values without placeholders", calls(), template.Arguments{Header: template.Positional("x"), Body: template.Positional("x"), Buttons: callArguments().Buttons}, "unexpected /arguments/header/0; unexpected /arguments/body/0"},
		{"file for a text", sample(), func() template.Arguments {
			a := sampleArguments()
			a.Media = template.MediaHeader{Kind: attachment.Image, ID: "1"}
			a.Place = place
			a.Expires = time.Unix(1, 0)
			a.Cards = make([]template.CardArguments, 1)
			return a
		}(), "unexpected /arguments/media; unexpected /arguments/place; unexpected /arguments/expires; unexpected /arguments/cards/0"},
		{"own file", calls(), func() template.Arguments {
			a := callArguments()
			a.Media = template.MediaHeader{Kind: attachment.Image, ID: "1"}
			return a
		}(), ""},
		{"file of another kind, without a name", calls(), func() template.Arguments {
			a := callArguments()
			a.Media = template.MediaHeader{Kind: attachment.Video, Name: "a.mp4"}
			return a
		}(), "mismatch /arguments/media/type; required /arguments/media/id"},
		{"no file", func() template.Notification {
			n := calls()
			n.Header = template.MediaHeader{Kind: attachment.Image}
			return n
		}(), callArguments(), "required /arguments/media"},
		{"file that nobody can fetch", calls(), func() template.Arguments {
			a := callArguments()
			a.Media = template.MediaHeader{Kind: attachment.Image, Link: "ftp://a.example/a.png"}
			return a
		}(), "unsupported /arguments/media/link"},
		{"file of another kind on a card", carousel(), func() template.Arguments {
			a := carouselArguments()
			a.Cards[1].Media = template.MediaHeader{Kind: attachment.Video, ID: "1"}
			return a
		}(), "mismatch /arguments/cards/1/media/type"},
		{"address that grows too long", calls(), template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: strings.Repeat("x", 2000)}}}, "too_long /text/urls/2"},
		{"address of a card that grows too long", carousel(), func() template.Arguments {
			a := carouselArguments()
			a.Cards[0].Buttons = []template.ButtonValue{{Button: 1, Value: strings.Repeat("x", 2000)}}
			return a
		}(), "too_long /text/cards/0/urls/1"},
		{"value for a gap that is no text", template.Notification{ID: "a", Language: "en", Body: "{{1}} {{3}}"}, template.Arguments{Body: template.Positional("a", "\xff", "c")}, "invalid_utf8 /arguments/body/1 0-1"},
		{"no button value", calls(), template.Arguments{}, "required /arguments/buttons/2"},
		{"empty button value", calls(), template.Arguments{Buttons: []template.ButtonValue{{Button: 2}}}, "required /arguments/buttons/2"},
		{"values of other buttons", calls(), template.Arguments{Buttons: []template.ButtonValue{
			{Button: 2, Value: "a"}, {Button: 0, Value: "b"}, {Button: 1, Value: "c"}, {Button: 3, Value: "d"}, {Button: -1, Value: "e"}, {Button: 2, Value: "f"},
		}}, "unexpected /arguments/buttons/0; unexpected /arguments/buttons/1; unexpected /arguments/buttons/3; unexpected /arguments/buttons; duplicate /arguments/buttons/2"},
		{"end of an address", calls(), template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: "has space"}}}, "?forbidden_character /arguments/buttons/2 3-4"},
		{"end of an address in other letters", calls(), template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: "aé|b"}}}, "?forbidden_character /arguments/buttons/2 1-4"},
		{"end of an address that ends in other letters", calls(), template.Arguments{Buttons: []template.ButtonValue{{Button: 2, Value: "aÀ"}}}, "?forbidden_character /arguments/buttons/2 1-3"},
		{"values without buttons", template.Notification{ID: "a", Language: "en", Body: "a"}, template.Arguments{Buttons: []template.ButtonValue{{Button: 0, Value: "x"}}}, "unexpected /arguments/buttons/0"},
		{"payload", sample(), func() template.Arguments {
			a := sampleArguments()
			a.Buttons = []template.ButtonValue{{Button: 1, Value: "any\nthing"}}
			return a
		}(), ""},
		{"bad payload", sample(), func() template.Arguments {
			a := sampleArguments()
			a.Buttons = []template.ButtonValue{{Button: 1, Value: "\xff"}}
			return a
		}(), "invalid_utf8 /arguments/buttons/1 0-1"},
		{"no code", coupon(), template.Arguments{}, "required /arguments/buttons/0"},
		{"no place", template.Notification{ID: "a", Language: "en", Body: "a", Header: template.LocationHeader{}}, template.Arguments{}, "required /arguments/place"},
		{"place", template.Notification{ID: "a", Language: "en", Body: "a", Header: template.LocationHeader{}}, template.Arguments{Place: place}, ""},
		{"own place", template.Notification{ID: "a", Language: "en", Body: "a", Header: template.LocationHeader{Place: place}}, template.Arguments{}, ""},
		{"place without a point", template.Notification{ID: "a", Language: "en", Body: "a", Header: template.LocationHeader{}}, template.Arguments{Place: location.Place{Name: "\xff"}}, "required /arguments/place/latitude; invalid_utf8 /arguments/place/name 0-1"},
		{"no time", offer(), template.Arguments{Buttons: []template.ButtonValue{{Button: 0, Value: "A"}, {Button: 1, Value: "A"}}}, "required /arguments/expires"},
		{"other code in the button", oneTimeCode(), template.Arguments{Body: template.Positional("123"), Buttons: []template.ButtonValue{{Value: "124"}}}, "mismatch /arguments/buttons/0"},
		{"same code in the button", oneTimeCode(), template.Arguments{Body: template.Positional("123"), Buttons: []template.ButtonValue{{Value: "123"}}}, ""},
		{"no one-time code", oneTimeCode(), template.Arguments{}, "required /arguments/body/0"},
		{"flow token", template.Notification{ID: "a", Language: "en", Body: "a", Buttons: []template.Button{template.FlowButton{Text: "a", ID: "1"}}}, template.Arguments{Buttons: []template.ButtonValue{{Value: "\xff"}}}, "invalid_utf8 /arguments/buttons/0 0-1"},
		{"cards", carousel(), template.Arguments{Cards: carouselArguments().Cards[:1]}, "required /arguments/cards/1/body/0; required /arguments/cards/1/buttons/1"},
		{"repeated placeholder", template.Notification{ID: "a", Language: "en", Body: "{{1}} {{1}} {{2}} {{1}}"}, template.Arguments{}, "required /arguments/body/0; required /arguments/body/1"},
		{"numbers with a gap", template.Notification{ID: "a", Language: "en", Body: "{{1}} {{3}}"}, template.Arguments{Body: template.Positional("a", "", "c")}, ""},
		{"numbers with a gap as names", template.Notification{ID: "a", Language: "en", Body: "{{1}} {{3}} {{4}}"}, template.Arguments{Body: template.Named(map[string]string{"1": "a", "3": "", "5": "c"})}, "required /arguments/body/4; required /arguments/body/3; unexpected /arguments/body/5"},
		{"name that no path shows", template.Notification{ID: "a", Language: "en", Body: "{{a}}"}, template.Arguments{Body: template.Named(map[string]string{"a": "x", "a/b": "x"})}, "unexpected /arguments/body"},
	} {
		wantBrief(t, tt.name, tt.n.Fill(tt.a).Check(template.CloudAPI()), tt.want)
	}
}

// TestCharactersOfAnAddress: those that RFC 3986 has no place for.
func TestCharactersOfAnAddress(t *testing.T) {
	for _, c := range []string{" ", "\"", "<", ">", "\\", "^", "`", "{", "|", "}", "\x00", "\x1f", "\x7f"} {
		a := callArguments()
		a.Buttons[0].Value = "a" + c + "b"
		wantBrief(t, "value", calls().Fill(a).Check(template.CloudAPI()), "?forbidden_character /arguments/buttons/2 1-2")
		n := calls()
		n.Buttons[1] = template.URLButton{Text: "Shop", URL: "https://shop.example/a" + c + "b"}
		wantBrief(t, "address", n.Check(template.CloudAPI()), "forbidden_character /buttons/1/url 22-23")
	}
	const most = "!#$%&'()*+,-./0:;=?@A[]_a~"
	a := callArguments()
	a.Buttons[0].Value = most
	wantBrief(t, "all others", calls().Fill(a).Check(template.CloudAPI()), "")
}

func mustPoint(t *testing.T) location.Point {
	t.Helper()
	var p location.Place
	if err := p.UnmarshalJSON([]byte(`{"latitude":1.5,"longitude":2.5}`)); err != nil {
		t.Fatal(err)
	}
	return p.Point
}

func TestManyValues(t *testing.T) {
	var text strings.Builder
	values := make([]string, 100)
	for i := range values {
		values[i] = "v"
		text.WriteString("{{" + itoa(i+1) + "}} ")
	}
	n := template.Notification{ID: "a", Language: "en", Body: text.String()}
	wantBrief(t, "100 values", n.Fill(template.Arguments{Body: template.Positional(values...)}).Check(template.CloudAPI()), "")
	vs := n.Fill(template.Arguments{}).Check(template.Limits{})
	if len(vs) != 100 {
		t.Errorf("%d violations", len(vs))
	}
	n.Body += "{{101}} {{102}}"
	vs = n.Fill(template.Arguments{}).Check(template.Limits{})
	if len(vs) != 101 || vs[100].Code != decorum.Truncated || vs[100].Actual != 102 {
		t.Errorf("%d violations, the last %v", len(vs), vs[len(vs)-1])
	}
}

func itoa(n int) string {
	var b []byte
	for ; n > 0; n /= 10 {
		b = append([]byte{byte('0' + n%10)}, b...)
	}
	return string(b)
}

func TestBodyAlone(t *testing.T) {
	n := template.Notification{ID: "a", Language: "en", Body: "{{1}}"}
	a := template.Arguments{Body: template.Positional(strings.Repeat("x", 1025))}
	wantBrief(t, "by Meta", n.Fill(a).Check(template.CloudAPI()), "?too_long /text/body")
	wantBrief(t, "by the guide", n.Fill(a).Check(template.Workspace()), "too_long /text/body")
	for _, with := range []func(*template.Notification){
		func(n *template.Notification) { n.Footer = "x" },
		func(n *template.Notification) { n.Header = template.TextHeader{Text: "x"} },
		func(n *template.Notification) { n.Buttons = sample().Buttons },
		func(n *template.Notification) {
			n.Cards = []template.Card{{Header: carousel().Cards[0].Header}, {Header: carousel().Cards[0].Header}}
		},
	} {
		m := n
		with(&m)
		wantBrief(t, "with another part", m.Fill(a).Check(template.CloudAPI()), "too_long /text/body")
	}
}

func TestNT8Status(t *testing.T) {
	for _, tt := range []struct {
		status template.Status
		want   string
	}{
		{"", ""},
		{template.Approved, ""},
		{template.Reinstated, ""},
		{"of_tomorrow", ""},
		{template.Paused, "not_approved /status"},
		{template.Disabled, "not_approved /status"},
		{template.Rejected, "not_approved /status"},
		{template.Deleted, "not_approved /status"},
		{template.PendingDeletion, "not_approved /status"},
		{template.Pending, "?not_approved /status"},
		{template.InAppeal, "?not_approved /status"},
		{template.Flagged, "?not_approved /status"},
		{template.Locked, "?not_approved /status"},
		{template.Archived, "?not_approved /status"},
		{template.LimitExceeded, "?not_approved /status"},
	} {
		n := sample()
		n.Status = tt.status
		wantBrief(t, string(tt.status), n.Check(template.Workspace()), tt.want)
		wantBrief(t, "Lint does not look at the status", n.Lint(), "")
	}
}

func TestGuideOnly(t *testing.T) {
	for _, tt := range []struct {
		n    template.Notification
		want string
	}{
		{offer(), "unsupported /buttons/0; unsupported /offer"},
		{oneTimeCode(), "unsupported /buttons/0; unsupported /authentication"},
		{carousel(), "unsupported /cards"},
	} {
		wantBrief(t, string(tt.n.ID), tt.n.Check(template.Workspace()), tt.want)
	}
}

func TestSpecialParts(t *testing.T) {
	for _, tt := range []struct {
		name   string
		n      template.Notification
		change func(*template.Notification)
		want   string
	}{
		{"no minutes", oneTimeCode(), func(n *template.Notification) { n.Authentication.ExpiryMinutes = 0 }, ""},
		{"1 minute", oneTimeCode(), func(n *template.Notification) { n.Authentication.ExpiryMinutes = 1 }, ""},
		{"90 minutes", oneTimeCode(), func(n *template.Notification) { n.Authentication.ExpiryMinutes = 90 }, ""},
		{"91 minutes", oneTimeCode(), func(n *template.Notification) { n.Authentication.ExpiryMinutes = 91 }, "out_of_range /authentication/expiry_minutes"},
		{"-1 minutes", oneTimeCode(), func(n *template.Notification) { n.Authentication.ExpiryMinutes = -1 }, "out_of_range /authentication/expiry_minutes"},
		{"offer without a text", offer(), func(n *template.Notification) { n.Offer.Text = "" }, "required /offer/text"},
		{"offer with a bad text", offer(), func(n *template.Notification) { n.Offer.Text = "\xff" }, "invalid_utf8 /offer/text 0-1"},
		{"card without a header", carousel(), func(n *template.Notification) { n.Cards[0].Header = nil }, "required /cards/0/header"},
		{"card without a text", carousel(), func(n *template.Notification) { n.Cards[0].Body = "" }, ""},
		{"card with a blank text", carousel(), func(n *template.Notification) { n.Cards[0].Body = " " }, "blank /cards/0/body"},
		{"card with a bad text", carousel(), func(n *template.Notification) { n.Cards[0].Body = "\xff" }, "invalid_utf8 /cards/0/body 0-1"},
		{"card with three buttons", carousel(), func(n *template.Notification) {
			n.Cards[0].Buttons = append(n.Cards[0].Buttons, template.PhoneButton{Text: "Call", Number: "+15162837151"})
		}, "too_many /cards/0/buttons"},
		{"card with a bad button", carousel(), func(n *template.Notification) { n.Cards[0].Buttons[0] = template.QuickReply{} }, "required /cards/0/buttons/0/text"},
	} {
		tt.change(&tt.n)
		wantBrief(t, tt.name, tt.n.Check(template.CloudAPI()), tt.want)
	}
}

// TestPeersHideNothing: a peer that reports "too many buttons" never reaches the
// label among them that is too long.
func TestPeersHideNothing(t *testing.T) {
	n := sample()
	n.Buttons = []template.Button{
		template.QuickReply{Text: "A"},
		template.QuickReply{Text: strings.Repeat("b", 30)},
		template.QuickReply{Text: "C"},
		template.QuickReply{Text: "D"},
	}
	vs := n.Check(template.Workspace())
	want := decorum.Violations{
		{Code: decorum.TooLong, Severity: decorum.SeverityError, Path: "/buttons/1/text", Limit: 25, Actual: 30, Unit: decorum.CodePoints},
		{Code: decorum.TooMany, Severity: decorum.SeverityError, Path: "/buttons/3", Limit: 3, Actual: 4, Unit: decorum.Items},
	}
	if diff := cmp.Diff(want, vs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestPeersCountCharacters: peers count bytes here and refuse or cut what is
// right.
func TestPeersCountCharacters(t *testing.T) {
	n := sample()
	n.Buttons = []template.Button{template.QuickReply{Text: "Забронировать столик"}}
	wantBrief(t, "20 letters of two bytes", n.Check(template.Workspace()), "")
	n.Buttons = []template.Button{template.QuickReply{Text: "1️⃣ Register a visitor"}}
	wantBrief(t, "20 graphemes, 22 code points", n.Check(template.Workspace()), "?too_long /buttons/0/text")
	a := sampleArguments()
	a.Buttons = []template.ButtonValue{{Button: 0, Value: strings.Repeat("é", 128)}}
	wantBrief(t, "payload of 128 letters of two bytes", sample().Fill(a).Check(template.CloudAPI()), "")
	n = sample()
	n.Body = strings.Repeat("я", 1024)
	wantBrief(t, "body of 1024 letters of two bytes", n.Check(template.Workspace()), "")
}

func TestViolationsHoldNoText(t *testing.T) {
	secret := "Top5ecret"
	n := sample()
	n.Header = template.TextHeader{Text: strings.Repeat(secret, 10)}
	n.ID, n.Language, n.Status = template.ID(secret), template.Language(secret+" x"), template.Paused
	n.Buttons = []template.Button{template.PhoneButton{Text: secret + "\n", Number: secret + strings.Repeat("9", 20)}, template.UnknownButton{Type: secret}}
	f := n.Fill(template.Arguments{Body: template.Named(map[string]string{secret + "/": secret}), Buttons: []template.ButtonValue{{Button: 9, Value: secret}}})
	if err := f.Check(template.Workspace()).Err(); err == nil || strings.Contains(err.Error(), secret) {
		t.Errorf("%v", err)
	}
	for _, v := range f.Check(template.Workspace()) {
		if strings.Contains(v.String(), secret) || strings.Contains(v.Want, secret) || strings.Contains(v.Path, secret) {
			t.Errorf("%v", v)
		}
	}
}

// TestLabelsAreComparedInBounds: more labels than any limit lets pass are not
// compared each with each.
func TestLabelsAreComparedInBounds(t *testing.T) {
	n := sample()
	n.Buttons = nil
	for i := range 40 {
		n.Buttons = append(n.Buttons, template.QuickReply{Text: "Reply " + itoa(i+1)})
	}
	n.Buttons[31], n.Buttons[32] = n.Buttons[0], n.Buttons[0]
	wantBrief(t, "40 buttons", n.Check(template.Limits{}), "?duplicate /buttons/31/text")
}

func TestNT3AddressHasAHostThatIsSeen(t *testing.T) {
	for url, want := range map[string]string{
		"https://shop.example:8443/x":          "",
		"https://[2001:db8::1]/x":              "",
		"https://例え.example/é?q=😀":             "",
		"https://shop.example/👩\u200D👩❤\uFE0F": "",
		"https://shop.example/葛\U000E0100飾":    "",
		"https://shop.example/e\u0301":         "",
		"https://":                             "/url: not well-formed; want a host",
		"https://:443/x":                       "/url: not well-formed; want a host",
		"https://ann@/x":                       "/url: not well-formed; want a host",
		"https://ann:pw@:443":                  "/url: not well-formed; want a host",
		"https://shop.example/\u202Egpj":       "/url: holds a character that may not stand here; remove it (at byte 21); want percent-encoding",
		"https://shop\u200B.example/":          "/url: holds a character that may not stand here; remove it (at byte 12); want percent-encoding",
		"https://shop.example/\u00A0":          "/url: holds a character that may not stand here; remove it (at byte 21); want percent-encoding",
	} {
		var got []string
		for _, v := range (template.CallToAction{Body: "See it.", Label: "Open", URL: url}).Check(template.CloudAPI()) {
			got = append(got, v.String())
		}
		if got := strings.Join(got, "\n"); got != want {
			t.Errorf("%+q: %s, want %s", url, got, want)
		}
	}
}
