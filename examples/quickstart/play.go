package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
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

// A chapter is what came of one file, or of the script.
type chapter struct {
	File   string
	Steps  []step
	Faults []string
}

// faulty reports whether anything was wrong with a file.
func (r report) faulty() bool {
	return slices.ContainsFunc(r.Chapters, func(c chapter) bool { return len(c.Faults) > 0 })
}

// free asks what the policy says to a text at the end of a conversation, and when
// that is.
func (r report) free(t *talk) (whatsapp.Verdict, time.Time) {
	at := t.log[len(t.log)-1].When()
	return r.policy.MaySend(t.session, whatsapp.Agent{}, message.Text{Body: "…"}, at), at
}

// A play leads a host through a script and writes down what happens. The first
// error ends it.
type play struct {
	host
	report report
	steps  []step
	sent   int
	err    error
}

func newPlay(title string, config whatsapp.Config) (*play, error) {
	p := &play{}
	policy, err := whatsapp.NewPolicy(config)
	p.policy = policy
	p.report = report{Title: title, config: config, policy: policy}
	p.post = func([]byte) []byte {
		p.sent++
		return fmt.Appendf(nil, `{"messaging_product":"whatsapp",
			"contacts":[{"input":"+447700900123","wa_id":"447700900123"}],"messages":[{"id":"wamid.shop-%d"}]}`, p.sent)
	}
	return p, err
}

// webhook delivers one of the shop's webhooks, at the time that it tells.
func (p *play) webhook(name string) {
	body, err := bodies.ReadFile("webhooks/" + name + ".json")
	steps, faults := p.receive(body)
	for i := range steps {
		p.add(steps[i])
	}
	p.stop(err)
	p.stop(faults)
}

// after lets time pass and returns what it is then. What becomes due meanwhile is
// done: that is the host's one timer.
func (p *play) after(d time.Duration) time.Time {
	end := p.now.Add(d)
	for len(p.talks) > 0 {
		t := p.talks[0]
		when, c, ok := p.policy.Next(t.session, p.now)
		if !ok || when.After(end) {
			break
		}
		p.add(p.due(p.do(t, c, step{At: when, By: "timer"})))
	}
	p.now = end
	return end
}

// due says what a timer was for.
func (p *play) due(s step) step {
	switch t := p.policy.Thresholds(); s.Waits {
	case whatsapp.LevelYellow:
		s.Does = "the customer has waited " + localize.Localizer{}.Duration(t.Warning())
	case whatsapp.LevelRed:
		s.Does = "the customer has waited " + localize.Localizer{}.Duration(t.Maximum())
	default:
		s.Does = "24 hours since the customer wrote: no free messages now"
	}
	return s
}

// desk does what anyone at the desk does.
func (p *play) desk(does string, c whatsapp.Command) {
	p.add(p.do(p.talks[0], c, step{At: c.When(), By: "desk", Does: does}))
}

// send asks whether a message may go out, and sends it.
func (p *play) send(by whatsapp.Agent, after time.Duration, m message.Message) {
	s := p.draft(by, after, m)
	id := fmt.Sprintf("ann-%d", p.sent+1)
	p.add(p.do(p.talks[0], whatsapp.SendMessage{At: s.At, By: by, LocalID: id, Message: m}, s))
}

// ask only asks.
func (p *play) ask(by whatsapp.Agent, after time.Duration, m message.Message) {
	p.add(p.draft(by, after, m))
}

func (p *play) draft(by whatsapp.Agent, after time.Duration, m message.Message) step {
	at := p.after(after)
	v := p.policy.MaySend(p.talks[0].session, by, m, at)
	return step{At: at, By: by.ID, Talk: p.talks[0], Draft: m, Verdict: &v}
}

func (p *play) add(s step) {
	p.now = s.At
	p.steps = append(p.steps, s)
	p.stop(s.Err)
}

func (p *play) stop(err error) {
	if p.err == nil {
		p.err = err
	}
}
