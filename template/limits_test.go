package template_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// A bound is one limit, and how a text comes to the place that it measures.
type bound struct {
	name     string
	limit    func(*template.Limits) *decorum.Limit
	severity decorum.Severity
	path     string
	build    func(text string) checkable
}

type checkable = interface {
	Check(template.Limits) decorum.Violations
}

func bounds() []bound {
	fill := func(n template.Notification, a template.Arguments) checkable { return n.Fill(a) }
	return []bound{
		{"NT2 header", func(l *template.Limits) *decorum.Limit { return &l.HeaderText }, decorum.SeverityError, "/header/text", func(s string) checkable {
			n := sample()
			n.Header = template.TextHeader{Text: s}
			return n
		}},
		{"NT2 filled header", func(l *template.Limits) *decorum.Limit { return &l.HeaderText }, decorum.SeverityError, "/text/header", func(s string) checkable {
			n, a := sample(), sampleArguments()
			n.Header = template.TextHeader{Text: "{{1}}"}
			a.Header = template.Positional(s)
			return fill(n, a)
		}},
		{"NT2 body", func(l *template.Limits) *decorum.Limit { return &l.Body }, decorum.SeverityError, "/body", func(s string) checkable {
			n := sample()
			n.Body = s
			return n
		}},
		{"NT2 filled body", func(l *template.Limits) *decorum.Limit { return &l.Body }, decorum.SeverityError, "/text/body", func(s string) checkable {
			n, a := sample(), sampleArguments()
			n.Body, a.Body = "{{1}}", template.Positional(s)
			return fill(n, a)
		}},
		{"NT2 footer", func(l *template.Limits) *decorum.Limit { return &l.Footer }, decorum.SeverityError, "/footer", func(s string) checkable {
			n := sample()
			n.Footer = s
			return n
		}},
		{"NT3 label", func(l *template.Limits) *decorum.Limit { return &l.Label }, decorum.SeverityError, "/buttons/1/text", func(s string) checkable {
			n := sample()
			n.Buttons[1] = template.QuickReply{Text: s}
			return n
		}},
		{"NT3 label advised", func(l *template.Limits) *decorum.Limit { return &l.LabelAdvised }, decorum.SeverityWarning, "/buttons/0/text", func(s string) checkable {
			n := calls()
			n.Buttons[0] = template.PhoneButton{Text: s, Number: "+1"}
			return n
		}},
		{"number", func(l *template.Limits) *decorum.Limit { return &l.PhoneNumber }, decorum.SeverityError, "/buttons/0/number", func(s string) checkable {
			n := calls()
			n.Buttons[0] = template.PhoneButton{Text: "Call", Number: s}
			return n
		}},
		{"payload", func(l *template.Limits) *decorum.Limit { return &l.Payload }, decorum.SeverityError, "/arguments/buttons/0", func(s string) checkable {
			a := sampleArguments()
			a.Buttons = []template.ButtonValue{{Button: 0, Value: s}}
			return fill(sample(), a)
		}},
		{"payload advised", func(l *template.Limits) *decorum.Limit { return &l.PayloadAdvised }, decorum.SeverityWarning, "/arguments/buttons/1", func(s string) checkable {
			a := sampleArguments()
			a.Buttons = []template.ButtonValue{{Button: 1, Value: s}}
			return fill(sample(), a)
		}},
		{"code", func(l *template.Limits) *decorum.Limit { return &l.Code }, decorum.SeverityError, "/arguments/buttons/0", func(s string) checkable {
			return fill(coupon(), template.Arguments{Buttons: []template.ButtonValue{{Value: s}}})
		}},
		{"code advised", func(l *template.Limits) *decorum.Limit { return &l.CodeAdvised }, decorum.SeverityWarning, "/arguments/buttons/0", func(s string) checkable {
			return fill(coupon(), template.Arguments{Buttons: []template.ButtonValue{{Value: s}}})
		}},
		{"offer code", func(l *template.Limits) *decorum.Limit { return &l.OfferCode }, decorum.SeverityError, "/arguments/buttons/0", func(s string) checkable {
			n := offer()
			n.Offer.Expires = false
			return fill(n, template.Arguments{Buttons: []template.ButtonValue{{Value: s}, {Button: 1, Value: "x"}}})
		}},
		{"offer text", func(l *template.Limits) *decorum.Limit { return &l.OfferText }, decorum.SeverityError, "/offer/text", func(s string) checkable {
			n := offer()
			n.Offer.Text = s
			return n
		}},
		{"offer body", func(l *template.Limits) *decorum.Limit { return &l.OfferBody }, decorum.SeverityError, "/body", func(s string) checkable {
			n := offer()
			n.Body = s
			return n
		}},
		{"one-time code", func(l *template.Limits) *decorum.Limit { return &l.OneTimeCode }, decorum.SeverityError, "/arguments/body/0", func(s string) checkable {
			return fill(oneTimeCode(), template.Arguments{Body: template.Positional(s)})
		}},
		{"card body", func(l *template.Limits) *decorum.Limit { return &l.CardBody }, decorum.SeverityError, "/cards/1/body", func(s string) checkable {
			n := carousel()
			n.Cards[1].Body = s
			return n
		}},
		{"filled card body", func(l *template.Limits) *decorum.Limit { return &l.CardBody }, decorum.SeverityError, "/text/cards/0/body", func(s string) checkable {
			n, a := carousel(), carouselArguments()
			a.Cards[0].Body = template.Positional(s)
			n.Cards[0].Body = "{{1}}"
			return fill(n, a)
		}},
		{"body alone", func(l *template.Limits) *decorum.Limit { return &l.BodyAlone }, decorum.SeverityError, "/text/body", func(s string) checkable {
			n := template.Notification{ID: "a", Language: "en", Body: "{{1}}"}
			return fill(n, template.Arguments{Body: template.Positional(s)})
		}},
	}
}

// TestNT2TextLimits measures each text at one below its limit, at it, and one
// above, in every class of text and in both units. NT3 is in it, too.
func TestNT2TextLimits(t *testing.T) {
	for _, base := range []struct {
		name   string
		limits template.Limits
	}{{"Workspace", template.Workspace()}, {"CloudAPI", template.CloudAPI()}} {
		for _, unit := range []decorum.Unit{decorum.CodePoints, decorum.UTF16Units} {
			limits := base.limits.In(unit)
			for _, b := range bounds() {
				limit := *b.limit(&limits)
				if limit == (decorum.Limit{}) {
					continue
				}
				for _, c := range classes {
					size := c.points
					if unit == decorum.UTF16Units {
						size = c.units
					}
					for _, n := range []int{limit.Max - 1, limit.Max, limit.Max + 1} {
						text := measured(c.text, size, n)
						var got decorum.Violations
						for _, v := range b.build(text).Check(limits) {
							if v.Code == decorum.TooLong && v.Severity == b.severity && v.Path == b.path {
								got = append(got, v)
							}
						}
						var want decorum.Violations
						if n > limit.Max {
							want = decorum.Violations{{
								Code: decorum.TooLong, Severity: b.severity, Path: b.path,
								Limit: int64(limit.Max), Actual: int64(n), Unit: unit,
							}}
						}
						if diff := cmp.Diff(want, got); diff != "" {
							t.Errorf("%s, %s, %s, %s, %d (-want +got):\n%s", base.name, b.name, unit, c.name, n, diff)
						}
					}
				}
			}
		}
	}
}

func TestURLLimits(t *testing.T) {
	const url = "https://shop.example/"
	for _, n := range []int{1999, 2000, 2001} {
		m := calls()
		m.Buttons[1] = template.URLButton{Text: "Shop", URL: url + measured("a", 1, n-len(url))}
		a := callArguments()
		a.Buttons[0].Value = measured("a", 1, n-len(url)-len("o/"))
		want := ""
		if n > 2000 {
			want = "too_long /template/buttons/1/url; too_long /text/urls/2"
		}
		wantBrief(t, fmt.Sprint(n), m.Fill(a).Check(template.Workspace()), want)
	}
}

func TestURLWithoutItsEndIsToldOnce(t *testing.T) {
	n := calls()
	n.Buttons[2] = template.URLButton{Text: "Track", URL: "https://shop.example/" + measured("a", 1, 2000) + "{{1}}"}
	wantBrief(t, "missing", n.Fill(template.Arguments{}).Check(template.Workspace()), "too_long /template/buttons/2/url; required /arguments/buttons/2")
}

func TestNT3CountsOfButtons(t *testing.T) {
	reply := func(i int) template.Button { return template.QuickReply{Text: fmt.Sprint("Reply ", i)} }
	phone := func(i int) template.Button {
		return template.PhoneButton{Text: fmt.Sprint("Call ", i), Number: "+15162837151"}
	}
	url := func(i int) template.Button {
		return template.URLButton{Text: fmt.Sprint("Open ", i), URL: "https://shop.example"}
	}
	code := func(int) template.Button { return template.CopyCode{} }
	for _, tt := range []struct {
		name               string
		make               func(int) template.Button
		n                  int
		workspace, cloudap string
	}{
		{"quick replies", reply, 3, "", ""},
		{"quick replies", reply, 4, "too_many /buttons/3", ""},
		{"quick replies", reply, 10, "too_many /buttons/3; too_many /buttons/4; too_many /buttons/5; too_many /buttons/6; too_many /buttons/7; too_many /buttons/8; too_many /buttons/9", ""},
		{"quick replies", reply, 11, "too_many /buttons; too_many /buttons/3; too_many /buttons/4; too_many /buttons/5; too_many /buttons/6; too_many /buttons/7; too_many /buttons/8; too_many /buttons/9; too_many /buttons/10", "too_many /buttons; too_many /buttons/10"},
		{"phone numbers", phone, 1, "", ""},
		{"phone numbers", phone, 2, "too_many /buttons/1", "too_many /buttons/1"},
		{"addresses", url, 2, "", ""},
		{"addresses", url, 3, "too_many /buttons/2", "too_many /buttons/2"},
		{"codes", code, 1, "unsupported /buttons/0", ""},
		{"codes", code, 2, "unsupported /buttons/0; too_many /buttons/1; unsupported /buttons/1", "too_many /buttons/1"},
	} {
		n := sample()
		n.Buttons = nil
		for i := range tt.n {
			n.Buttons = append(n.Buttons, tt.make(i))
		}
		wantBrief(t, fmt.Sprint(tt.name, tt.n, " Workspace"), n.Check(template.Workspace()), tt.workspace)
		wantBrief(t, fmt.Sprint(tt.name, tt.n, " CloudAPI"), n.Check(template.CloudAPI()), tt.cloudap)
	}
}

func TestCountsOfCards(t *testing.T) {
	for n, want := range map[int]string{1: "too_few /cards", 2: "", 10: "", 11: "too_many /cards"} {
		m := carousel()
		m.Cards = m.Cards[:0]
		for range n {
			m.Cards = append(m.Cards, carousel().Cards[0])
		}
		wantBrief(t, fmt.Sprint(n), m.Check(template.CloudAPI()), want)
	}
}

func TestLimitsNameEveryLimit(t *testing.T) {
	var l template.Limits
	all := template.Each(&l)
	v := reflect.ValueOf(&l).Elem()
	seen := map[any]bool{}
	for _, p := range all {
		seen[p] = true
	}
	for i := range v.NumField() {
		if p, ok := v.Field(i).Addr().Interface().(*decorum.Limit); ok && !seen[p] {
			t.Errorf("each lacks %s", v.Type().Field(i).Name)
		}
	}
}

func TestStrictest(t *testing.T) {
	a, b := template.Workspace(), template.CloudAPI()
	for _, s := range []template.Limits{template.Strictest(a, b), template.Strictest(b, a)} {
		if s.QuickReplies.Max != 3 || s.LabelAdvised.Max != 20 || s.Label.Max != 25 || s.BodyAlone != (decorum.Limit{}) ||
			s.MixedButtons || !s.GuideOnly || s.BodySpacing != decorum.SeverityError || s.CardsMin != 2 {
			t.Errorf("%+v", s)
		}
	}
	if diff := cmp.Diff(b, template.Strictest(b, b)); diff != "" {
		t.Errorf("with itself (-want +got):\n%s", diff)
	}
	if got := template.Strictest(template.Limits{}, template.Workspace()).BodySpacing; got != decorum.SeverityWarning {
		t.Errorf("BodySpacing of zero and Workspace is %v", got)
	}
	if got := template.Strictest(template.Workspace(), template.Limits{}).BodySpacing; got != decorum.SeverityWarning {
		t.Errorf("BodySpacing of Workspace and zero is %v", got)
	}
	alone := template.CloudAPI()
	alone.BodyAlone.Max = 2000
	if got := template.Strictest(alone, template.CloudAPI()).BodyAlone.Max; got != 2000 {
		t.Errorf("BodyAlone is %d", got)
	}
}

func TestLimitsIn(t *testing.T) {
	l := template.CloudAPI().In(decorum.UTF16Units)
	if l.Body != (decorum.Limit{Max: 1024, Unit: decorum.UTF16Units}) || l.Buttons != (decorum.Limit{Max: 10, Unit: decorum.Items}) {
		t.Errorf("Body %v, Buttons %v", l.Body, l.Buttons)
	}
	var zero template.Limits
	if zero.In(decorum.Bytes) != zero {
		t.Error("a unit made a limit of none")
	}
}
