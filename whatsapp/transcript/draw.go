package transcript

import (
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// draw makes the line of a message as it is at present.
func (r *record) draw(b *Builder) Line {
	src := r.key.source
	now := b.now(r)
	l := Line{
		ID: b.id(&r.entry), Kind: Message, Side: r.side(), WAMID: r.wamid, Time: b.time(r), OtherChannel: b.otherChannel(src),
	}
	l.Author = b.author(r)
	desk := b.view.Audience == ToAgent
	if desk {
		b.drawDesk(&l, r)
	}
	if now.deleted {
		l.Label, l.Deleted = message.KindDeletion.Label(), true
		return l
	}
	if desk {
		l.Edits = now.edits
	}
	b.drawContent(&l, r, now.message)
	target := now.context
	if r.isEffect() {
		target = r.hangsOn()
	}
	_, answers := r.message.(message.Answer)
	if target != "" && (!answers || l.Structured == nil) {
		l.Quote = &Quote{WAMID: target}
		if t := src.byWAMID(target); t != nil && t.known() && b.reaches(t) {
			l.Quote = b.quoteOf(t)
		}
	}
	if now.rare != nil {
		c := &now.rare.context
		l.Forwarded, l.FrequentlyForwarded, l.Product = c.Forwarded, c.FrequentlyForwarded, c.Product
		if desk && !now.rare.referral.IsZero() {
			l.Referral = &now.rare.referral
		}
	}
	l.Reactions = b.reactions(r)
	return l
}

// now returns what the audience may know of a message at present.
func (b *Builder) now(r *record) standing {
	now := r.standing()
	if b.view.Audience == ToCustomer {
		now.message = public(now.message)
	}
	return now
}

// drawDesk puts in what only the desk sees.
func (b *Builder) drawDesk(l *Line, r *record) {
	if r.flags&fromBusiness != 0 {
		l.Agent, l.Bot, l.Delivery = r.who, r.flags&byBot != 0, r.delivery()
	} else {
		l.New = r.flags&inHistory == 0 && r.key.version > r.key.source.seen && isNews(r.message)
	}
	if r.flags&requested != 0 {
		l.LocalID = r.key.id
	}
}

// drawContent puts in the message.
func (b *Builder) drawContent(l *Line, r *record, m message.Message) {
	l.Message = m
	if m == nil {
		l.Label = message.KindUnknown.Label()
		return
	}
	preview := m.Preview()
	l.Label, l.Text = preview.Kind.Label(), preview.Text
	switch m := m.(type) {
	case message.Text:
		l.Label, l.Text = "", m.Body
	case message.Media:
		t := m.Attachment().Thumbnail()
		l.Thumbnail, l.Text = &t, m.Caption
	case message.Location:
		p := m.Place.Preview(b.view.Options.Maps)
		if b.view.Audience != ToAgent {
			p.ImageURL = "" // it may hold the host's access key
		}
		l.Place, l.Text = &p, p.Text
	case message.Structured:
		if m.Structured != nil {
			p := chosen(r, m.Structured)
			if b.view.Audience != ToAgent {
				p, l.Message = publicPreview(p), message.Structured{} // it has where the files are
			}
			l.Label, l.Text, l.Structured = "", p.Body.Text, &p
		}
	case message.Answer:
		if m.Title != "" {
			l.Label, l.Text = "", m.Title
		}
		if p, ok := b.answered(r, m); ok {
			l.Structured = &p
		}
	case message.Reaction:
		if m.Removed() {
			l.Label = preview.String()
		}
	}
}

// chosen returns the preview of a structured message, with the customer's latest
// choice marked (guide TR9, IM5). An answer that was taken back is none.
func chosen(r *record, s template.Structured) template.Preview {
	for _, o := range slices.Backward(r.repliesInOrder()) {
		if a, ok := o.message.(message.Answer); ok && !o.standing().deleted {
			if p, ok := template.Answered(s, a.Choice()); ok {
				return p
			}
		}
	}
	return s.Preview()
}

// answered returns the structured message that an answer is to, with the answer's
// choice marked; none that the audience does not see, or that was taken back.
func (b *Builder) answered(r *record, a message.Answer) (template.Preview, bool) {
	t := r.key.source.byWAMID(r.context)
	if t == nil || !t.known() || !b.reaches(t) || t.standing().deleted {
		return template.Preview{}, false
	}
	s, _ := t.message.(message.Structured)
	p, ok := template.Answered(s.Structured, a.Choice())
	if ok && b.view.Audience != ToAgent {
		p = publicPreview(p)
	}
	return p, ok
}

// quoteOf returns a message that is known as it is quoted.
func (b *Builder) quoteOf(r *record) *Quote {
	now := b.now(r)
	q := &Quote{WAMID: r.wamid, Known: true, Author: b.author(r), Side: r.side(), Deleted: now.deleted}
	switch {
	case now.deleted:
		q.Preview.Kind = message.KindDeletion
	case now.message == nil:
		q.Preview.Kind = message.KindUnknown
	default:
		q.Preview = now.message.Preview()
	}
	return q
}

// author returns the name that stands beside a message (guide TR4).
func (b *Builder) author(r *record) string {
	switch {
	case r.flags&fromBusiness == 0 && r.side() != Right: // a call of the business is told by the customer's side
		switch {
		case b.customer != "":
			return b.customer
		case decorum.HasVisible(r.who):
			return r.who
		}
		return DefaultNickname
	case r.flags&requested != 0 && r.who != "":
		return b.view.AgentName(r.who)
	default:
		return b.view.Business
	}
}

// time returns the time of a message (guide TR2, TR3).
func (b *Builder) time(r *record) Time {
	t := Time{Originated: r.written.time(), Arrived: r.key.arrived.time()}
	switch {
	case r.flags&inHistory != 0:
		t.Shown = t.Originated
		return t
	case b.delayed(r.written, r.key.arrived):
		t.Shown, t.Tooltip, t.Bold = t.Originated, t.Arrived, true
	default:
		t.Shown = t.Arrived
	}
	t.Red = b.lines.overtaken(&r.key)
	return t
}

// reactions returns the reactions that hang on a message: the last one of each
// who reacts, unless it took back the one before or failed (guide TR12).
func (b *Builder) reactions(r *record) []Reaction {
	m := r.inOrder()
	if m == nil || len(m.reactions) == 0 {
		return nil
	}
	last := map[reactor]*record{}
	for _, c := range m.reactions {
		if c.changes(r) && !c.lost() {
			last[reactorOf(c)] = c
		}
	}
	var list []Reaction
	for _, c := range m.reactions {
		e, ok := c.message.(message.Reaction)
		if !ok || e.Removed() || last[reactorOf(c)] != c {
			continue
		}
		list = append(list, Reaction{Emoji: e.Emoji, Author: b.author(c), Side: c.side(), At: c.written.time()})
	}
	return list
}

// A reactor is who reacts: the business, the customer or a member of a group.
type reactor struct {
	business bool
	member   identity.Identity
}

func reactorOf(r *record) reactor { return reactor{r.flags&fromBusiness != 0, r.member()} }
