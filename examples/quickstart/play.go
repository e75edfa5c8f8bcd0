package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/localize"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A report is all that a page tells.
type report struct {
	Title, Closing string
	Chapters       []chapter
	Talks          []*talk
	// config and policy are what was decided by.
	config whatsapp.Config
	policy *whatsapp.Policy
}

// A step is one thing that happened, and what the library said to it.
type step struct {
	// At is when, By is who did it, and Does is what, where nothing below tells it.
	At       time.Time
	By, Does string
	// Talk is the conversation that it belongs to; nil for none.
	Talk *talk
	// Notice is what a webhook told; nil for what others did.
	Notice cloudapi.Notice
	// Draft is a message that an agent wrote, Verdict what was said to it, and Window
	// the reply window at that time; nil for none.
	Draft   message.Message
	Verdict *whatsapp.Verdict
	Window  whatsapp.Window
	// Command is what was to be done, Events what came of it, or Err why nothing did.
	Command whatsapp.Command
	Events  []whatsapp.Event
	Err     error
	// Waits is how urgent an answer to the customer was after the step.
	Waits whatsapp.Level
	// Request is what went to Meta; nil for nothing.
	Request []byte
}

// A chapter is what came of one file, or of the script: steps, and what is wrong,
// which is that it is no webhook at all, or faults in it.
type chapter struct {
	File   string
	Steps  []step
	Wrong  string
	Faults []decorum.Violation
}

// faulty reports whether anything was wrong with a file.
func (r report) faulty() bool { return slices.ContainsFunc(r.Chapters, chapter.faulty) }

func (c chapter) faulty() bool { return c.Wrong != "" || len(c.Faults) > 0 }

// free asks what the policy says to a text at the end of a conversation, and when
// that is.
func (r report) free(t *talk) (whatsapp.Verdict, time.Time) {
	at := t.log[len(t.log)-1].When()
	return r.policy.MaySend(t.session, whatsapp.Agent{}, message.Text{Body: "…"}, at), at
}

// A play leads a host through a script and writes down what happens. After the
// first error nothing more does.
type play struct {
	host
	report report
	steps  []step
	// posted is the last request, and sent how many there were.
	posted []byte
	sent   int
	err    error
}

func newPlay(title string, config whatsapp.Config) (*play, error) {
	p := &play{}
	policy, err := whatsapp.NewPolicy(config)
	p.policy, p.index = policy, map[cloudapi.Key]*talk{}
	p.report = report{Title: title, config: config, policy: policy}
	p.post = func(request []byte) []byte {
		p.posted = request
		p.sent++
		return fmt.Appendf(nil, `{"messaging_product":"whatsapp",
			"contacts":[{"input":"+447700900123","wa_id":"447700900123"}],"messages":[{"id":"wamid.shop-%d"}]}`, p.sent)
	}
	return p, err
}

// webhook delivers one of the shop's webhooks, at the time that it tells.
func (p *play) webhook(name string) {
	body, err := bodies.ReadFile("webhooks/" + name + ".json")
	p.stop(err)
	p.stop(p.receive(body, p.add))
}

// after lets time pass and returns what it is then. What becomes due meanwhile is
// done: that is the host's one timer.
func (p *play) after(d time.Duration) time.Time {
	end := p.now.Add(d)
	for p.err == nil {
		when, c, ok := p.policy.Next(p.talks[0].session, p.now)
		if !ok || when.After(end) {
			break
		}
		p.now = when
		p.give(step{By: "timer"}, c)
	}
	p.now = end
	return end
}

// desk does what the desk, or an agent at it, does.
func (p *play) desk(by, does string, c whatsapp.Command) { p.give(step{By: by, Does: does}, c) }

// send asks whether a message may go out, and sends it.
func (p *play) send(by whatsapp.Agent, after time.Duration, m message.Message) {
	s := p.draft(by, after, m)
	p.give(s, whatsapp.SendMessage{At: p.now, By: by, LocalID: fmt.Sprintf("ann-%d", p.sent+1), Message: m})
}

// ask only asks.
func (p *play) ask(by whatsapp.Agent, after time.Duration, m message.Message) {
	p.add(p.draft(by, after, m))
}

func (p *play) draft(by whatsapp.Agent, after time.Duration, m message.Message) step {
	at := p.after(after)
	if p.err != nil {
		return step{}
	}
	session := p.talks[0].session
	v := p.policy.MaySend(session, by, m, at)
	return step{At: at, By: by.ID, Talk: p.talks[0], Draft: m, Verdict: &v, Window: session.Window()}
}

// give gives a command and writes down what comes of it.
func (p *play) give(s step, c whatsapp.Command) {
	if p.err != nil {
		return
	}
	s.At, s.Talk, s.Command = p.now, p.talks[0], c
	s.Events, s.Err = p.do(s.Talk, c)
	s.Request, p.posted = p.posted, nil
	p.add(s)
}

// add writes a step down.
func (p *play) add(s step) {
	if s.Talk != nil {
		s.Waits = s.Talk.session.PendingResponse().Level(s.At, p.policy.Thresholds())
	}
	if s.By == "timer" {
		s.Does = p.due(s.Waits)
	}
	p.steps = append(p.steps, s)
	p.stop(s.Err)
}

// due says what a timer was for.
func (p *play) due(l whatsapp.Level) string {
	var words localize.Localizer
	switch t := p.policy.Thresholds(); l {
	case whatsapp.LevelYellow:
		return "the customer has waited " + words.Duration(t.Warning)
	case whatsapp.LevelRed:
		return "the customer has waited " + words.Duration(t.Maximum)
	default:
		return "24 hours since the customer wrote: no free messages now"
	}
}

func (p *play) stop(err error) {
	if p.err == nil {
		p.err = err
	}
}
