package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

// webhooks plays the user's own webhooks, in the order in which they are given. The
// file "-" is the standard input.
func webhooks(files []string, stdin io.Reader) (report, error) {
	p, err := newPlay("what your webhooks mean")
	for _, file := range files {
		c := chapter{File: file}
		body, err := read(file, stdin)
		if err != nil {
			c.Faults = []string{err.Error()}
		} else if what := foreign(body); what != "" {
			c.Faults = []string{what}
		} else {
			var faults error
			c.Steps, faults = p.receive(body)
			for v := range decorum.All(faults) {
				c.Faults = append(c.Faults, v.String())
			}
		}
		p.report.Chapters = append(p.report.Chapters, c)
	}
	p.report.talks = p.talks
	return p.report, err
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
// for a webhook, and for what Decode can tell more of.
func foreign(body []byte) string {
	if len(bytes.TrimSpace(body)) == 0 {
		return "empty: a webhook's body is a JSON object with an \"entry\""
	}
	if bytes.HasPrefix(body, []byte("\xff\xfe")) || bytes.HasPrefix(body, []byte("\xfe\xff")) {
		return "in UTF-16: save it as UTF-8"
	}
	var members map[string]json.RawMessage
	if !json.Valid(body) {
		return ""
	}
	if json.Unmarshal(body, &members) != nil {
		return "not a webhook: JSON, but no object"
	}
	has := func(names ...string) bool {
		for _, n := range names {
			if _, ok := members[n]; ok {
				return true
			}
		}
		return false
	}
	const lint = ": check it with go run ./examples/lint FILE"
	switch {
	case has("entry", "object"):
		return ""
	case has("to", "recipient"):
		return "not a webhook but a send request" + lint
	case has("components") || has("name") && has("language") || has("id") && has("body"):
		return "not a webhook but a message template" + lint
	case has("type", "preview", "buttons"):
		return "not a webhook but a message" + lint
	case has("error"):
		return "not a webhook but what Meta answers to a request that it refuses"
	case bytes.Contains(members["contacts"], []byte(`"input"`)):
		return "not a webhook but what Meta answers to a send request"
	case has("messages", "statuses", "contacts", "errors", "calls", "history", "message_echoes"):
		return "" // the inside of a webhook, or one of the On-Premises interface
	}
	return "not a webhook: it has no \"entry\""
}
