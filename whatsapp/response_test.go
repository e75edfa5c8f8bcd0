package whatsapp_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

// states tells a plan's parts in short.
func states(p whatsapp.ResponsePlan) string {
	var all []string
	for _, q := range p.Parts() {
		kind := [...]string{"", "text", "structured", "file"}[q.Kind]
		state := [...]string{"waiting", "removed", "released", "accepted", "delivered", "failed"}[q.State]
		all = append(all, kind+q.Name+" "+state)
	}
	return strings.Join(all, ", ")
}

func must(t *testing.T) func(whatsapp.ResponsePlan, error) whatsapp.ResponsePlan {
	return func(p whatsapp.ResponsePlan, err error) whatsapp.ResponsePlan {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
}

func TestSR1TextFirstThenAttachmentsOneByOne(t *testing.T) {
	ok := must(t)
	r := whatsapp.StandardResponse{ID: "r", Text: "Here you are.", Attachments: []string{"A", "B", "C"}}
	p := ok(whatsapp.PlanResponse(r, nil, false))
	if _, next := p.Next(); next || p.Done() {
		t.Error("a plan that is not started sends or is done")
	}
	p = ok(p.Remove(2))
	before := states(p)
	p = ok(p.Start())
	for _, step := range []struct {
		do   func() (whatsapp.ResponsePlan, error)
		want string
		next int
	}{
		{func() (whatsapp.ResponsePlan, error) { return p.Accepted(0) }, "text accepted, fileA released, fileB removed, fileC waiting", 1},
		{func() (whatsapp.ResponsePlan, error) { return p.Delivered(0) }, "text delivered, fileA released, fileB removed, fileC waiting", 1},
		{func() (whatsapp.ResponsePlan, error) { return p.Accepted(0) }, "text delivered, fileA released, fileB removed, fileC waiting", 1},
		{func() (whatsapp.ResponsePlan, error) { return p.Delivered(1) }, "text delivered, fileA delivered, fileB removed, fileC released", 3},
		{func() (whatsapp.ResponsePlan, error) { return p.Accepted(3) }, "text delivered, fileA delivered, fileB removed, fileC accepted", -1},
	} {
		p = ok(step.do())
		if diff := cmp.Diff(step.want, states(p)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if i, ok := p.Next(); ok != (step.next >= 0) || ok && i != step.next {
			t.Errorf("next is %d, %v", i, ok)
		}
	}
	if !p.Done() {
		t.Error("not done after the last part")
	}
	if before != "text waiting, fileA waiting, fileB removed, fileC waiting" {
		t.Error(before)
	}
	started := ok(ok(whatsapp.PlanResponse(whatsapp.StandardResponse{Text: "a", Attachments: []string{"B"}}, nil, false)).Start())
	was := states(started)
	ok(started.Accepted(0))
	if got := states(started); got != was {
		t.Errorf("a step changed the plan before it: %s", got)
	}
	p.Parts()[0].State = whatsapp.PartFailed
	if strings.Contains(states(p), "failed") {
		t.Error("Parts gives the plan's own slice away")
	}
}

func TestSR1StrictWaitsForDelivery(t *testing.T) {
	ok := must(t)
	p := ok(ok(whatsapp.PlanResponse(whatsapp.StandardResponse{Text: "a", Attachments: []string{"B"}}, nil, true)).Start())
	p = ok(p.Accepted(0))
	if i, more := p.Next(); more {
		t.Errorf("part %d was released on mere acceptance", i)
	}
	p = ok(p.Delivered(0))
	if i, more := p.Next(); !more || i != 1 {
		t.Errorf("delivery released %d, %v", i, more)
	}
}

func TestSR1AFailureStopsTheRest(t *testing.T) {
	ok := must(t)
	p := ok(ok(whatsapp.PlanResponse(whatsapp.StandardResponse{Text: "a", Attachments: []string{"B", "C"}}, nil, false)).Start())
	p = ok(p.Accepted(0))
	p = ok(p.Failed(1))
	if got := states(p); got != "text accepted, fileB failed, fileC waiting" || !p.Done() {
		t.Error(got)
	}
	if _, more := p.Next(); more {
		t.Error("something is sent after a failure")
	}
	for _, step := range []func(int) (whatsapp.ResponsePlan, error){p.Accepted, p.Delivered} {
		if q, err := step(1); !errors.Is(err, decorum.WrongState) || states(q) != states(p) {
			t.Errorf("a failed part was accepted: %v", err)
		}
	}
	late := ok(whatsapp.PlanResponse(whatsapp.StandardResponse{Text: "a", Attachments: []string{"B", "C"}}, nil, false))
	late = ok(ok(ok(late.Start()).Accepted(0)).Failed(0))
	if i, more := late.Next(); more || !late.Done() {
		t.Errorf("part %d is sent after a failure that came late: %v", i, late.Done())
	}
	if got := states(ok(late.Accepted(1))); got != "text failed, fileB accepted, fileC waiting" {
		t.Errorf("what was on its way: %s", got)
	}
	if q := ok(p.Failed(0)); states(q) != "text failed, fileB failed, fileC waiting" {
		t.Error("a failure after acceptance is lost")
	}
}

func TestSR1WhatCannotBeDone(t *testing.T) {
	ok := must(t)
	p := ok(whatsapp.PlanResponse(whatsapp.StandardResponse{Text: "a", Attachments: []string{"B"}}, nil, false))
	for _, test := range []struct {
		name string
		do   func() (whatsapp.ResponsePlan, error)
		code decorum.Code
	}{
		{"remove the text", func() (whatsapp.ResponsePlan, error) { return p.Remove(0) }, decorum.WrongState},
		{"remove nothing", func() (whatsapp.ResponsePlan, error) { return p.Remove(2) }, decorum.NotFound},
		{"remove below", func() (whatsapp.ResponsePlan, error) { return p.Remove(-1) }, decorum.NotFound},
		{"accept before it is sent", func() (whatsapp.ResponsePlan, error) { return p.Accepted(0) }, decorum.WrongState},
		{"fail before it is sent", func() (whatsapp.ResponsePlan, error) { return p.Failed(1) }, decorum.WrongState},
		{"start twice", func() (whatsapp.ResponsePlan, error) { return ok(p.Start()).Start() }, decorum.WrongState},
		{"remove what is on its way", func() (whatsapp.ResponsePlan, error) {
			return ok(ok(p.Start()).Accepted(0)).Remove(1)
		}, decorum.WrongState},
	} {
		if _, err := test.do(); !errors.Is(err, test.code) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if q := ok(ok(p.Remove(1)).Remove(1)); states(q) != "text waiting, fileB removed" {
		t.Error(states(q))
	}
	if zero := (whatsapp.ResponsePlan{}); !zero.Done() || len(zero.Parts()) != 0 {
		t.Error("the zero plan is not done")
	}
	if zero := ok(whatsapp.ResponsePlan{}.Start()); !zero.Done() {
		t.Error("the zero plan, started, is not done")
	}
}

func TestAT4TextGoesWithoutThePrivilege(t *testing.T) {
	ok := must(t)
	desk := whatsapp.Desk{RoleBased: true}
	r := whatsapp.StandardResponse{Text: "a", Attachments: []string{"B"}}
	p := ok(ok(whatsapp.PlanResponse(r, desk.May(whatsapp.Agent{}, whatsapp.CanSendFiles), false)).Start())
	if got := states(p); got != "text released, fileB removed" || p.Parts()[1].Missing != whatsapp.CanSendFiles {
		t.Error(got)
	}
	warned := decorum.Violations{{Code: decorum.MissingPrivilege, Severity: decorum.SeverityWarning}}
	if got := states(ok(whatsapp.PlanResponse(r, warned, false))); got != "text waiting, fileB waiting" {
		t.Errorf("a mere warning takes files out: %s", got)
	}
	only := ok(ok(whatsapp.PlanResponse(whatsapp.StandardResponse{Attachments: []string{"B"}}, desk.May(whatsapp.Agent{}, whatsapp.CanSendFiles), false)).Start())
	if !only.Done() {
		t.Error("a plan of removed parts is not done")
	}
}

func TestSR2StructuredInstead(t *testing.T) {
	ok := must(t)
	p := ok(ok(whatsapp.PlanResponse(whatsapp.StandardResponse{Structured: "menu"}, nil, false)).Start())
	if got := states(p); got != "structuredmenu released" {
		t.Error(got)
	}
	for _, test := range []struct {
		r    whatsapp.StandardResponse
		want []string
	}{
		{whatsapp.StandardResponse{}, []string{"required /text"}},
		{whatsapp.StandardResponse{Text: " \u200b"}, []string{"required /text"}},
		{whatsapp.StandardResponse{Structured: "s", Text: "t", Attachments: []string{"a"}}, []string{"conflict /text", "conflict /attachments"}},
	} {
		_, err := whatsapp.PlanResponse(test.r, nil, false)
		var got []string
		for v := range decorum.All(err) {
			got = append(got, string(v.Code)+" "+v.Path)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.r, diff)
		}
	}
}

func TestSR3FoundByShortcut(t *testing.T) {
	all := []whatsapp.StandardResponse{{ID: "1"}, {ID: "2", Shortcut: "hi"}, {ID: "3", Shortcut: "hi"}, {ID: "4", Shortcut: "Hi"}}
	for _, test := range []struct{ shortcut, want string }{{"hi", "2"}, {"Hi", "4"}, {"h", ""}, {"", ""}} {
		got, ok := whatsapp.LookupResponse(all, test.shortcut)
		if got.ID != test.want || ok != (test.want != "") {
			t.Errorf("%q: %q, %v", test.shortcut, got.ID, ok)
		}
	}
}

// fields answers field codes of a contact named Ann with a "quoted" last name.
func fields(c whatsapp.FieldCode) (string, bool) {
	switch c.Object + "." + c.Field {
	case "Contact.FirstName":
		return "Ann", true
	case "Contact.LastName":
		return `"Lee" <$Contact.FirstName$>` + "\n", true
	case "Contact.Title":
		return "", true
	case "Interaction.AttachedData":
		return "[" + c.Argument + "]", true
	}
	return "", false
}

func TestSR2FieldCodes(t *testing.T) {
	for _, test := range []struct {
		text, want string
		faults     []string
	}{
		{"Hello <$Contact.FirstName$>!", "Hello Ann!", nil},
		{"<$Contact.FirstName$><$Contact.FirstName$>", "AnnAnn", nil},
		{"<$ Contact.FirstName $>", "Ann", nil},
		{"<$Contact.LastName$>", "\"Lee\" <$Contact.FirstName$>\n", nil},
		{"<$Contact.Title$>x", "x", nil},
		{"<$Interaction.AttachedData('Order Id')$>", "[Order Id]", nil},
		{`<$Interaction.AttachedData("k")$>`, "[k]", nil},
		{"plain $> text < $", "plain $> text < $", nil},
		{"$5 for <$Contact.FirstName$>", "$5 for Ann", nil},
		{"<$Zip_09.aZ$> <$A.zN_9$>", "<$Zip_09.aZ$> <$A.zN_9$>", []string{"unknown 0-13", "unknown 14-24"}},
		{"<$Contact.First`$> <$@.B$> <$A.[$> <$A.{$> <$A./$> <$A.:$>", "<$Contact.First`$> <$@.B$> <$A.[$> <$A.{$> <$A./$> <$A.:$>", []string{
			"malformed 0-18", "malformed 19-26", "malformed 27-34", "malformed 35-42", "malformed 43-50", "malformed 51-58",
		}},
		{"", "", nil},
		{"a <$Agent.Shoe$> b", "a <$Agent.Shoe$> b", []string{"unknown 2-16"}},
		{"a <$Contact", "a <$Contact", []string{"malformed 2-4"}},
		{"<$a <$Contact.FirstName$>", "<$a Ann", []string{"malformed 0-2"}},
		{"<$$>", "<$$>", []string{"malformed 0-4"}},
		{"<$Contact$>", "<$Contact$>", []string{"malformed 0-11"}},
		{"<$.FirstName$>", "<$.FirstName$>", []string{"malformed 0-14"}},
		{"<$Contact.First Name$>", "<$Contact.First Name$>", []string{"malformed 0-22"}},
		{"<$I.A('k$>", "<$I.A('k$>", []string{"malformed 0-10"}},
		{"<$I.A('')$>", "<$I.A('')$>", []string{"malformed 0-11"}},
		{"<$I.A('a'b')$>", "<$I.A('a'b')$>", []string{"malformed 0-14"}},
		{"<$I.A(''b')$>", "<$I.A(''b')$>", []string{"malformed 0-13"}},
		{`<$I.A('k")$>`, `<$I.A('k")$>`, []string{"malformed 0-12"}},
	} {
		got, vs := whatsapp.ExpandFieldCodes(test.text, fields)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
		if diff := cmp.Diff(test.faults, spans(vs)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
	if got, vs := whatsapp.ExpandFieldCodes("<$Contact.FirstName$>", nil); got != "<$Contact.FirstName$>" || !vs.Has(decorum.Unknown) {
		t.Errorf("without values: %q, %v", got, vs)
	}
}

func spans(vs decorum.Violations) []string {
	var all []string
	for _, v := range vs {
		all = append(all, string(v.Code)+" "+itoa(v.Span.Start)+"-"+itoa(v.Span.End))
	}
	return all
}

func itoa(n int) string {
	data, _ := json.Marshal(n)
	return string(data)
}

func TestSR2FieldCodesAreShort(t *testing.T) {
	for _, test := range []struct {
		n    int
		code decorum.Code
	}{{63, decorum.Unknown}, {64, decorum.Unknown}, {65, decorum.TooLong}} {
		text := "<$A." + strings.Repeat("f", test.n-2) + "$>"
		got, vs := whatsapp.ExpandFieldCodes(text, fields)
		if got != text || len(vs) != 1 || vs[0].Code != test.code || test.code == decorum.TooLong && (vs[0].Limit != 64 || vs[0].Actual != 65) {
			t.Errorf("%d characters: %v", test.n, vs)
		}
	}
}

func TestSR2FieldCodesInJSON(t *testing.T) {
	const text = `{"body":"Hello <$Contact.LastName$> <$Interaction.AttachedData('k')$>"}`
	got, vs := whatsapp.ExpandFieldCodesInJSON(text, fields)
	var doc struct{ Body string }
	if err := json.Unmarshal([]byte(got), &doc); err != nil || vs != nil {
		t.Fatalf("%s: %v, %v", got, err, vs)
	}
	if want := "Hello \"Lee\" <$Contact.FirstName$>\n [k]"; doc.Body != want {
		t.Errorf("%q, want %q", doc.Body, want)
	}
	// Encoders for the web escape angle brackets, some single quotes too.
	for _, test := range []struct {
		text, want string
		faults     []string
	}{
		{`"\u003c$Contact.FirstName$\u003e"`, `"Ann"`, nil},
		{`"<$Contact.FirstName$\u003E, \u003C$Contact.Title$>"`, `"Ann, "`, nil},
		{`"\u003c$Interaction.AttachedData(\u0027k\u0027)$\u003e"`, `"[k]"`, nil},
		{`"\\\u003c$Contact.FirstName$\u003e"`, `"\\Ann"`, nil},
		{`"\\u003c$Contact.FirstName$\\u003e"`, `"\\u003c$Contact.FirstName$\\u003e"`, nil},
		{`"\u003c$Contact.FirstName$\u003e\u003c$Contact.FirstName$\u003e"`, `"AnnAnn"`, nil},
		{`"\u003c$Contact.First$Name$\u003e"`, `"\u003c$Contact.First$Name$\u003e"`, []string{"malformed 1-33"}},
		{`"\u003c$Contact"`, `"\u003c$Contact"`, []string{"malformed 1-8"}},
		{`"\u003c$Agent.Shoe$\u003e"`, `"\u003c$Agent.Shoe$\u003e"`, []string{"unknown 1-25"}},
		{`"\u003c$a <$Contact.FirstName$\u003e"`, `"\u003c$a Ann"`, []string{"malformed 1-8"}},
	} {
		got, vs := whatsapp.ExpandFieldCodesInJSON(test.text, fields)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
		if diff := cmp.Diff(test.faults, spans(vs)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
	if got, _ := whatsapp.ExpandFieldCodes(`\u003c$Contact.FirstName$\u003e`, fields); got != `\u003c$Contact.FirstName$\u003e` {
		t.Errorf("an escape counts in plain text: %s", got)
	}
	if got, vs := whatsapp.ExpandFieldCodes(`<$Contact.FirstName$\u003e`, fields); !vs.Has(decorum.Malformed) {
		t.Errorf("an escape closes a code of plain text: %s", got)
	}
	if got, vs := whatsapp.ExpandFieldCodesInJSON(`<$I.A("k")$>`, fields); !vs.Has(decorum.Malformed) || got != `<$I.A("k")$>` {
		t.Errorf("double quotes: %q, %v", got, vs)
	}
	if _, vs := whatsapp.ExpandFieldCodesInJSON(`<$I.A('\')$>`, fields); !vs.Has(decorum.Malformed) {
		t.Error("a backslash passes")
	}
}

func FuzzFieldCodes(f *testing.F) {
	for _, s := range []string{"<$Contact.FirstName$>", "<$<$$>$>", "<$I.A('k')$>", "a <$", "$>", `<$I.A("k")$>`} {
		f.Add(s, "v")
	}
	f.Add("<$A.b$>", "<$A.b$>\"\\\xff")
	f.Fuzz(func(t *testing.T, text, value string) {
		asked := 0
		got, vs := whatsapp.ExpandFieldCodes(text, func(c whatsapp.FieldCode) (string, bool) {
			asked++
			if s, ok := c.Span.In(text); !ok || !strings.HasPrefix(s, "<$") || !strings.HasSuffix(s, "$>") {
				t.Errorf("%q: a code spans %q", text, s)
			}
			return value, true
		})
		if asked == 0 && got != text {
			t.Errorf("%q became %q", text, got)
		}
		if asked > 0 && !strings.Contains(got, value) {
			t.Errorf("%q with %q gives %q", text, value, got)
		}
		if asked > strings.Count(text, "<$") {
			t.Errorf("%q was asked for %d codes", text, asked)
		}
		for _, v := range vs {
			if _, ok := v.Span.In(text); !ok {
				t.Errorf("%q: the span %v does not fit", text, v.Span)
			}
		}
		whatsapp.ExpandFieldCodesInJSON(text, func(whatsapp.FieldCode) (string, bool) { return value, true })
	})
}
