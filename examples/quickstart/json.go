package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"
	"unicode"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A stepLine is a step as -json writes it.
type stepLine struct {
	Kind    string              `json:"kind"`
	File    string              `json:"file,omitempty"`
	At      time.Time           `json:"at,omitzero"`
	By      string              `json:"by"`
	Does    string              `json:"does"`
	Command string              `json:"command,omitempty"`
	Draft   message.Message     `json:"draft,omitempty"`
	Verdict *verdictLine        `json:"verdict,omitempty"`
	Events  []json.RawMessage   `json:"events,omitempty"`
	Why     []decorum.Violation `json:"violations,omitempty"`
	Advice  []message.Advice    `json:"advice,omitempty"`
	Waits   string              `json:"waits,omitempty"`
	Request json.RawMessage     `json:"request,omitempty"`
}

// A verdictLine is what the policy says to a draft.
type verdictLine struct {
	Decision string              `json:"decision"`
	Until    time.Time           `json:"until,omitzero"`
	Instead  string              `json:"instead,omitempty"`
	Why      []decorum.Violation `json:"violations,omitempty"`
	// Message is the notification that a text goes out in.
	Message message.Message `json:"message,omitempty"`
}

// A talkLine is a conversation: its transcript, and what the policy says to a text
// at its end.
type talkLine struct {
	Kind       string        `json:"kind"`
	Contact    message.Party `json:"contact"`
	Business   message.Party `json:"business"`
	Transcript []string      `json:"transcript"`
	Last       time.Time     `json:"last"`
	Text       *verdictLine  `json:"text"`
}

// A faultsLine tells what is wrong with a file.
type faultsLine struct {
	Kind  string              `json:"kind"`
	File  string              `json:"file"`
	Wrong string              `json:"wrong,omitempty"`
	Why   []decorum.Violation `json:"violations,omitempty"`
}

// writeJSON writes a report as lines of JSON.
func writeJSON(w io.Writer, r report) error {
	var lines []any
	for _, c := range r.Chapters {
		for _, s := range c.Steps {
			line, err := newStepLine(c.File, s)
			if err != nil {
				return err
			}
			lines = append(lines, line)
		}
		if c.faulty() {
			lines = append(lines, faultsLine{"faults", c.File, c.Wrong, c.Faults})
		}
	}
	for _, t := range r.Talks {
		if len(t.log) == 0 {
			continue
		}
		line := talkLine{Kind: "conversation", Contact: t.with.Contact, Business: t.with.Business}
		for _, l := range t.lines(r) {
			line.Transcript = append(line.Transcript, l.String())
		}
		v, at := r.free(t)
		line.Last, line.Text = at, newVerdictLine(&v)
		line.Text.Message = nil // the text is none that anybody wrote
		lines = append(lines, line)
	}
	for _, line := range lines {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(line); err != nil {
			return err
		}
		if _, err := w.Write(visible(b.Bytes())); err != nil {
			return err
		}
	}
	return nil
}

func newStepLine(file string, s step) (stepLine, error) {
	l := stepLine{
		Kind: "step", File: file, At: s.At, By: s.By, Does: does(s), Draft: s.Draft, Verdict: newVerdictLine(s.Verdict),
		Why: slices.Collect(decorum.All(s.Err)), Request: s.Request,
	}
	if s.Command != nil {
		l.Command = s.Command.Name()
	}
	if s.Waits != whatsapp.LevelNone {
		l.Waits = s.Waits.String()
	}
	for _, e := range s.Events {
		line, err := whatsapp.AppendEvent(nil, e)
		if err != nil {
			return l, err
		}
		l.Events = append(l.Events, line)
	}
	for _, f := range faultsOf(s.Notice) {
		l.Advice = append(l.Advice, f.Advice())
	}
	return l, nil
}

func newVerdictLine(v *whatsapp.Verdict) *verdictLine {
	if v == nil {
		return nil
	}
	l := &verdictLine{Decision: v.Decision.String(), Until: v.Until, Instead: v.Instead.String(), Why: v.Why}
	if v.Decision == whatsapp.SendAsNotification {
		l.Message = v.Message // else it is the draft
	}
	return l
}

// visible returns JSON with all that a terminal could take for a command, or that
// turns the direction of a text, as escapes: encoding/json leaves some of them.
func visible(data []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(data) {
		if r != '\n' && unicode.IsControl(r) || breaks(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.Bytes()
}
