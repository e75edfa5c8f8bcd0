package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// webhooks plays the user's own webhooks, in the order in which they are given. The
// file "-" is the standard input.
func webhooks(files []string, stdin io.Reader) (report, error) {
	p, err := newPlay("What your webhooks mean.", whatsapp.DefaultConfig())
	for _, file := range files {
		p.report.Chapters = append(p.report.Chapters, p.file(file, stdin))
	}
	p.report.Talks = p.talks
	return p.report, err
}

// file plays one of them.
func (p *play) file(file string, stdin io.Reader) chapter {
	body, err := read(file, stdin)
	if err != nil {
		return chapter{File: file, Wrong: err.Error()}
	}
	if what := foreign(body); what != "" {
		return chapter{File: file, Wrong: what}
	}
	p.steps = nil
	c := chapter{File: file, Faults: slices.Collect(decorum.All(p.receive(body, p.add)))}
	if c.Steps = p.steps; !c.faulty() && cloudapi.Detect(body) == "" && !slices.ContainsFunc(c.Steps, step.known) {
		return chapter{File: file, Wrong: "not a webhook: it has no \"entry\""}
	}
	return c
}

// read reads a file as far as a webhook may be long, without the mark that some
// editors put before UTF-8.
func read(file string, stdin io.Reader) ([]byte, error) {
	in := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	body, err := io.ReadAll(io.LimitReader(in, cloudapi.MaxBody+1))
	if len(body) > cloudapi.MaxBody {
		return nil, fmt.Errorf("longer than %d bytes, the most that a webhook may have", cloudapi.MaxBody)
	}
	return bytes.TrimPrefix(body, []byte("\uFEFF")), err
}

// foreign says what a body is that is not a webhook's, and what to do with it; ""
// for what is one, or may have been meant as one.
func foreign(body []byte) string {
	const lint = ": check it with go run ./examples/lint FILE"
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return "empty; a webhook is a JSON object"
	case bytes.HasPrefix(body, []byte("\xff\xfe")) || bytes.HasPrefix(body, []byte("\xfe\xff")):
		return "UTF-16; save it as UTF-8"
	}
	switch cloudapi.Detect(body) {
	case cloudapi.SendDocument:
		return "not a webhook but a send request" + lint
	case cloudapi.TemplateDocument:
		return "not a webhook but a message template" + lint
	case cloudapi.ResponseDocument:
		result, err := cloudapi.DecodeResult(body)
		if refused, ok := errors.AsType[*cloudapi.GraphError](err); ok {
			a := refused.Advice()
			return fmt.Sprintf("not a webhook but Meta's answer %d to a request: %s %s", a.Code, a.Meaning, a.Remedy)
		}
		if len(result.Contacts) > 0 && result.Contacts[0].Input != "" {
			return "not a webhook but Meta's answer to a send request: taken as " + result.WAMID()
		}
	}
	return ""
}
