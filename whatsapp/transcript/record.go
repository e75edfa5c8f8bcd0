package transcript

import (
	"cmp"
	"slices"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A record is all that is known of one message: its content, by the first event
// of the log that brought it, how far it came, and what hangs on it. It begins
// with whatever event is delivered first, so the content may be missing for a
// while; then it has no line.
//
// Everything in it is a maximum or a set, so that the order in which events are
// added makes no difference.
type record struct {
	entry
	// content is what its first event says; its version is entry.key.version, and 0
	// means that there is none yet.
	written instant
	message message.Message
	// who is the profile nickname of a customer, the ID of an agent.
	who string
	// context is the id of the message that it replies to.
	context string
	// wamid is the least of WhatsApp's ids.
	wamid string
	more  *more
	flags flags
	// state is the greatest state reported, without Failed.
	state State
}

type flags uint8

const (
	fromBusiness flags = 1 << iota
	byBot
	inHistory
	requested
)

// more is what few messages have.
type more struct {
	// into is the record that this one has become a part of.
	into *record
	// edits are the edits and deletions of this message, reactions the reactions to
	// it, and replies the messages that reply to it, its answers among them. Where
	// sorted, and replied for replies, does not say that they are in order, messages
	// may stand in them that have become part of others, or refer to it no more.
	edits, reactions, replies []*record
	sorted, replied           bool
	// requoted are the edits by which another message replies to this one.
	requoted []*record
	// described is what became known of its file.
	described []description
	// rare is the rest of its envelope.
	rare *rare
	// failure is its failure.
	failure *failure
	// step is the furthest step of a call.
	step *step
	// now is what the message is at present, where fresh says so.
	now   standing
	fresh bool
}

type description struct {
	version uint64
	media   message.Media
}

type step struct {
	version uint64
	call    message.Call
}

type rare struct {
	context  message.Context
	referral message.Referral
	// member is who wrote it, in a group.
	member identity.Identity
}

// A content is what one event says of a message.
type content struct {
	version          uint64
	written, arrived instant
	id               string
	message          message.Message
	who              string
	context          string
	rare             *rare
	flags            flags
}

// find returns the record that r has become a part of.
func (r *record) find() *record {
	for r.more != nil && r.more.into != nil {
		if next := r.more.into; next.more != nil && next.more.into != nil {
			r.more.into = next.more.into
		}
		r = r.more.into
	}
	return r
}

func (r *record) extra() *more {
	if r.more == nil {
		r.more = &more{}
	}
	return r.more
}

// known reports whether the message itself is known.
func (r *record) known() bool { return r.key.version != 0 }

func (r *record) failure() *failure {
	if r.more == nil {
		return nil
	}
	return r.more.failure
}

// isEffect reports whether the message changes another one.
func (r *record) isEffect() bool { return message.Target(r.message) != "" }

// shapes reports whether the line of the message that this one hangs on shows
// something of it.
func (r *record) shapes() bool {
	_, answers := r.message.(message.Answer)
	return answers || r.isEffect()
}

// hangsOn returns the id of the message that this one changes or replies to; ""
// for none.
func (r *record) hangsOn() string {
	if id := message.Target(r.message); id != "" {
		return id
	}
	return r.context
}

// side returns where the line of the message stands.
func (r *record) side() Side {
	switch m := r.message.(type) {
	case message.System, message.WelcomeRequest:
		return Center
	case message.Call:
		switch m.Direction {
		case message.Inbound:
			return Left
		case message.Outbound, message.Echo:
			return Right
		}
	}
	if r.flags&fromBusiness != 0 {
		return Right
	}
	return Left
}

// changes reports whether the effect r applies to t: reactions of anybody do, and
// edits and deletions of the side that wrote the message.
func (r *record) changes(t *record) bool {
	if !t.known() || t.isEffect() {
		return false
	}
	return message.IsReaction(r.message) || (r.flags^t.flags)&fromBusiness == 0 && r.member() == t.member()
}

// A bearing is what of a message decides which effects apply to it.
type bearing struct {
	known, effect, business bool
	member                  identity.Identity
}

func (r *record) bearing() bearing {
	return bearing{r.known(), r.isEffect(), r.flags&fromBusiness != 0, r.member()}
}

// member returns who wrote the message in a group.
func (r *record) member() identity.Identity {
	if r.more == nil || r.more.rare == nil {
		return identity.Identity{}
	}
	return r.more.rare.member
}

// list returns the list that a message belongs into which hangs on this one.
func (m *more) list(r *record) *[]*record {
	switch {
	case !r.isEffect(): // of one that names no target, the context is no more than a quote
		return &m.replies
	case message.IsReaction(r.message):
		return &m.reactions
	default:
		return &m.edits
	}
}

// inOrder returns what is known beside the message, with what changes it in order;
// nil where nothing is known.
func (r *record) inOrder() *more {
	m := r.more
	if m == nil || m.sorted {
		return m
	}
	r.tidy(&m.edits)
	r.tidy(&m.reactions)
	slices.SortFunc(m.described, func(a, b description) int { return cmp.Compare(a.version, b.version) })
	m.sorted = true
	return m
}

// repliesInOrder returns the messages that reply to this one, in order.
func (r *record) repliesInOrder() []*record {
	m := r.more
	if m == nil {
		return nil
	}
	if !m.replied {
		r.tidy(&m.replies)
		m.replied = true
	}
	return m.replies
}

// tidy puts a list in order, and takes out what does not belong into it.
func (r *record) tidy(list *[]*record) {
	l := *list
	for i := range l {
		l[i] = l[i].find()
	}
	l = slices.DeleteFunc(l, func(o *record) bool {
		return r.more.list(o) != list || r.key.source.byWAMID(o.hangsOn()) != r
	})
	slices.SortFunc(l, func(a, b *record) int { return a.key.compare(&b.key) })
	*list = slices.Compact(l)
}

// A standing is what a message is at present.
type standing struct {
	message message.Message
	context string
	rare    *rare
	deleted bool
	// edits are what it said before.
	edits []Edit
}

// standing returns what the message is now.
func (r *record) standing() standing {
	m := r.inOrder()
	if m == nil {
		return standing{message: r.message, context: r.context}
	}
	if m.fresh {
		return m.now
	}
	now := standing{message: r.message, context: r.context, rare: m.rare}
	if m.step != nil {
		now.message = m.step.call
	}
	for i := range m.described {
		now.message = overlay(m.described[i].media, now.message, true)
	}
	for _, e := range m.edits {
		if !e.changes(r) {
			continue
		}
		edit, ok := e.message.(message.Edit)
		if !ok {
			now = standing{deleted: true}
			break
		}
		now.edits = append(now.edits, Edit{Message: now.message, Until: e.written.time()})
		if edit.Message != nil {
			now.message = overlay(edit.Message, now.message, false)
		}
		if edit.Context.ID != "" {
			now.context = edit.Context.ID
		}
	}
	m.now, m.fresh = now, true
	return now
}

// overlay returns a message that takes the place of another one. Of the same file,
// what the new one does not tell is kept; where it only describes the file, the
// caption is the old one's.
func overlay(m, old message.Message, describes bool) message.Message {
	was, ok := old.(message.Media)
	is, file := m.(message.Media)
	if !ok || !file {
		if describes {
			return old
		}
		return m
	}
	if describes {
		is.Caption, is.Voice, is.Animated, is.Extra = was.Caption, was.Voice || is.Voice, was.Animated || is.Animated, was.Extra
	}
	if !describes && is.SHA256 != "" && was.SHA256 != "" && is.SHA256 != was.SHA256 {
		return is // another file
	}
	if is.File == attachment.UnknownKind || describes && was.File != attachment.UnknownKind {
		is.File = was.File
	}
	for _, s := range [...]struct{ is, was *string }{
		{&is.ID, &was.ID},
		{&is.Link, &was.Link},
		{&is.DownloadURL, &was.DownloadURL},
		{&is.MIME, &was.MIME},
		{&is.Name, &was.Name},
		{&is.SHA256, &was.SHA256},
	} {
		if *s.is == "" {
			*s.is = *s.was
		}
	}
	if is.Size <= 0 {
		is.Size = was.Size
	}
	return is
}
