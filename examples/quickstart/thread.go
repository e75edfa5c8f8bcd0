package main

import (
	"fmt"
	"strings"

	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// lines returns the transcript of a conversation.
func (t *talk) lines(r report) []transcript.Line {
	return transcript.Of(transcript.Stream{}.Stamp(0, t.log...), transcript.View{Options: r.config.Options})
}

// talk draws the transcript of a conversation, the customer on the left and the
// business on the right, and whether a text may be sent now.
func (p *page) talk(t *talk, r report) {
	if len(t.log) == 0 {
		return
	}
	who := safe(name(t.with.Contact))
	p.line("\n", p.paint(bold, "The transcript"), p.paint(dim, " of the conversation with "+who+", made of the stored events"))
	for _, l := range t.lines(r) {
		s, left := plain, " "
		switch l.Side {
		case transcript.Right:
			left += strings.Repeat(" ", 20)
		case transcript.Center:
			s = dim
		}
		for _, text := range wrap(l.String(), width-len(left), "          ") {
			p.line(left, p.paint(s, text))
		}
	}
	v, at := r.free(t)
	p.line(" ", fmt.Sprintf("May a text be sent at %s? ", at.Format("Mon 15:04:05")), p.says(step{Verdict: &v}))
	for _, why := range v.Why {
		p.line(" ", p.paint(red, safe(reason(why))))
	}
}

// requests draws what went to Meta.
func (p *page) requests(r report) {
	var requests [][]byte
	for _, c := range r.Chapters {
		for _, s := range c.Steps {
			if s.Request != nil {
				requests = append(requests, s.Request)
			}
		}
	}
	if len(requests) > 0 {
		p.line("\n", p.paint(bold, "The requests"), p.paint(dim, " for POST /{phone-number-id}/messages"))
	}
	for n, request := range requests {
		for i, line := range wrapJSON(string(request), width-3) {
			left := "   "
			if i == 0 {
				left = fmt.Sprintf(" %d ", n+1)
			}
			p.line(p.paint(bold, left), p.paint(dim, safe(line)))
		}
	}
}
