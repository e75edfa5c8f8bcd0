package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/go-playground/validator/v10"
	"github.com/valyala/fasttemplate"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// peerMessage has the texts and the limits of a filled notification with three
// quick replies, for validator.
type peerMessage struct {
	ID       string       `validate:"required,max=512"`
	Language string       `validate:"required,max=16"`
	Header   string       `validate:"required,max=60"`
	Body     string       `validate:"required,max=1024"`
	Footer   string       `validate:"max=60"`
	Buttons  []peerButton `validate:"max=3,unique=Text,dive"`
}

type peerButton struct {
	Text string `validate:"required,max=25"`
}

func templateAreas() []area {
	return append(templateChecks(), templateFills()...)
}

func templateChecks() []area {
	check := validator.New(validator.WithRequiredStructEnabled())
	limits := template.Workspace()
	mixed := decorum.Limit{Max: 1000}.Fit(strings.Repeat(mixedText(), 2))
	var areas []area
	for _, in := range []struct {
		name, header, body string
		labels             []string
		values             []string
		ratio              float64
		errors             int
	}{
		{"short ASCII", "Order {{1}}", "Hello {{1}}, your order {{2}} is ready.", []string{"Thanks", "Call me", "Stop"}, []string{"Ann", "1042"}, 18, 0},
		{"1,000 characters in many languages", "Pedido {{1}}", "Olá {{1}}, " + mixed, []string{"Obrigado", "धन्यवाद", "谢谢"}, []string{"Ana"}, 4, 0},
		{"short ASCII, two errors", "Order {{1}}", "Hello {{1}}, your order {{2}} is ready.", []string{"Thanks", strings.Repeat("x", 26), strings.Repeat("y", 26)}, []string{"Ann", "1042"}, 0, 2},
	} {
		n := template.Notification{ID: "shop@order_ready", Language: "en", Header: template.TextHeader{Text: in.header}, Body: in.body, Footer: "Reply STOP to opt out"}
		for _, l := range in.labels {
			n.Buttons = append(n.Buttons, template.QuickReply{Text: l})
		}
		arguments := template.Arguments{Header: template.Positional("1042"), Body: template.Positional(in.values...)}
		f := n.Fill(arguments)
		peer := peerMessage{ID: string(n.ID), Language: string(n.Language), Header: f.Text().Header, Body: f.Text().Body, Footer: n.Footer}
		for _, l := range in.labels {
			peer.Buttons = append(peer.Buttons, peerButton{l})
		}
		areas = append(areas, area{
			name: "template: check a filled notification, " + in.name,
			check: func() error {
				theirs := 0
				if err := check.Struct(&peer); err != nil {
					theirs = len(err.(validator.ValidationErrors)) //nolint:errorlint // what Struct returns
				}
				if ours := len(f.Check(limits)); ours != in.errors || theirs != in.errors {
					return fmt.Errorf("ours %d, theirs %d, want %d: %v", ours, theirs, in.errors, f.Check(limits))
				}
				return nil
			},
			candidates: []candidate{
				{name: "template.Filled.Check", run: func() { sink += len(f.Check(limits)) }},
				{name: "validator/v10 Struct", run: func() {
					if check.Struct(&peer) != nil {
						sink++
					}
				}, target: in.ratio},
				{name: "template.Notification.Fill and Check", run: func() { sink += len(n.Fill(arguments).Check(limits)) }},
			},
		})
	}
	return areas
}

func templateFills() []area {
	var areas []area
	long := strings.Repeat("The quick brown fox jumps over it. ", 3)[:95]
	var text strings.Builder
	ten := make([]string, 10)
	for i := range ten {
		fmt.Fprintf(&text, "%s {{%d}} ", long, i+1)
		ten[i] = fmt.Sprint("value", i)
	}
	for _, in := range []struct {
		name, text string
		values     []string
	}{
		{"3 values, 41 bytes", "Hello {{1}}, your order {{2}} ships {{3}}", []string{"Ann", "1042", "today"}},
		{"10 values, 1 KB", text.String(), ten},
	} {
		values := template.Positional(in.values...)
		parts := make([][]byte, len(in.values))
		for i, v := range in.values {
			parts[i] = []byte(v)
		}
		compiled := fasttemplate.New(in.text, "{{", "}}")
		put := func(w io.Writer, tag string) (int, error) {
			i := int(tag[0] - '0')
			if len(tag) == 2 {
				i = i*10 + int(tag[1]-'0')
			}
			return w.Write(parts[i-1])
		}
		buf := make([]byte, 0, 4096)
		var w reused
		areas = append(areas, area{
			name: "template: fill, " + in.name,
			check: func() error {
				return same(string(template.AppendFill(nil, in.text, values)), fasttemplate.New(in.text, "{{", "}}").ExecuteFuncString(put))
			},
			candidates: []candidate{
				{name: "template.AppendFill", run: func() { sink += len(template.AppendFill(buf, in.text, values)) }},
				{name: "fasttemplate.ExecuteFunc, reused buffer", run: func() {
					w.b = w.b[:0]
					n, _ := fasttemplate.ExecuteFunc(in.text, "{{", "}}", &w, put)
					sink += int(n)
				}, target: 2},
				{name: "fasttemplate compiled before, reused buffer", run: func() {
					w.b = w.b[:0]
					n, _ := compiled.ExecuteFunc(&w, put)
					sink += int(n)
				}},
				{name: "strings.ReplaceAll, one after the other (expands values)", run: func() {
					s := in.text
					for i, v := range in.values {
						s = strings.ReplaceAll(s, fmt.Sprint("{{", i+1, "}}"), v)
					}
					sink += len(s)
				}},
				{name: "copy of the text", run: func() { sink += copy(buf[:cap(buf)], in.text) }, limit: true},
			},
		})
	}
	return areas
}

// reused is a writer into a buffer that is used again.
type reused struct{ b []byte }

func (r *reused) Write(p []byte) (int, error) {
	r.b = append(r.b, p...)
	return len(p), nil
}
