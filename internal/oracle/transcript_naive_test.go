package oracle_test

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// A naiveTranscript has all events of a history, each once, in the order of their
// logs, and answers by going through all of them.
type naiveTranscript struct {
	view   transcript.View
	pages  int
	others bool
	events []transcript.Stamped
	groups map[naiveID]int
	msgs   []*naiveMessage
}

// A naiveID is an id of a message within its stream.
type naiveID struct {
	stream transcript.Stream
	local  bool
	id     string
}

// A naiveMessage is what several events say of one message.
type naiveMessage struct {
	group   int
	stream  transcript.Stream
	content transcript.Stamped // of version 0: not known
	from    message.Direction
	env     message.Envelope
	body    message.Message
	who     string
	context string
	wamids  []string
	local   string
	bot     bool
	state   transcript.State
	fail    transcript.Stamped
	code    int
	media   []whatsapp.MediaDescribed
	step    message.Call
	steps   int
}

// A naiveLine is a line with what decides about its place.
type naiveLine struct {
	line             transcript.Line
	written, arrived time.Time
	rank             int
	id               string
	counted          bool
	since            time.Time
	of               *naiveMessage
}

func naiveOf(events []transcript.Stamped, v transcript.View, pages int, others bool) []transcript.Line {
	n := &naiveTranscript{view: v, pages: pages, others: others || v.Options.ShowCrossChannelMessages, groups: map[naiveID]int{}}
	for _, e := range events {
		same := func(o transcript.Stamped) bool { return o.Stream == e.Stream && o.Version == e.Version }
		if !slices.ContainsFunc(n.events, same) && (n.others || e.Stream.Channel == v.Stream.Channel) {
			n.events = append(n.events, e)
		}
	}
	slices.SortFunc(n.events, func(a, b transcript.Stamped) int {
		return cmp.Or(
			cmp.Compare(a.Stream.Session, b.Stream.Session), cmp.Compare(a.Stream.Channel, b.Stream.Channel),
			cmp.Compare(a.Version, b.Version),
		)
	})
	n.gather()
	var lines []*naiveLine
	lines = append(lines, n.messages()...)
	lines = append(lines, n.desk()...)
	lines = append(lines, n.headings()...)
	slices.SortFunc(lines, func(a, b *naiveLine) int {
		return cmp.Or(
			cmp.Compare(a.written.Unix(), b.written.Unix()), a.arrived.Compare(b.arrived), cmp.Compare(a.rank, b.rank),
			cmp.Compare(a.id, b.id), cmp.Compare(a.line.ID.Stream.Session, b.line.ID.Stream.Session),
			cmp.Compare(a.line.ID.Stream.Channel, b.line.ID.Stream.Channel), cmp.Compare(a.line.ID.Version, b.line.ID.Version),
		)
	})
	for _, l := range lines {
		for _, o := range lines {
			if l.counted && o.counted && o.written.Unix() > l.written.Unix() && o.arrived.Before(l.arrived) {
				l.line.Time.Red = true
			}
		}
	}
	var list []transcript.Line
	for _, l := range lines[n.first(lines):] {
		list = append(list, l.line)
	}
	return list
}

// first returns which line is the first in view.
func (n *naiveTranscript) first(lines []*naiveLine) int {
	var heads []int
	current, number := -1, -1
	for i, l := range lines {
		if l.line.Kind != transcript.Heading {
			continue
		}
		heads = append(heads, i)
		if l.line.ID.Stream == n.view.Stream {
			if k := n.interaction(l.line.ID); k > number {
				current, number = len(heads)-1, k
			}
		}
	}
	if current < 0 {
		current = len(heads) - 1
	}
	oldest := current - n.view.Options.TranscriptInteractionsCount*(1+n.pages)
	if len(heads) == 0 || oldest < 0 {
		return 0
	}
	first := heads[oldest]
	for i := first - 1; i >= 0; i-- {
		if lines[i].counted && !lines[i].arrived.Before(lines[heads[oldest]].since) {
			first = i
		}
	}
	return first
}

func (n *naiveTranscript) interaction(id transcript.ID) int {
	for _, e := range n.events {
		if e.Stream == id.Stream && e.Version == id.Version {
			number, _ := begins(e.Event)
			return number
		}
	}
	return -1
}

// begins reports whether an event may begin an interaction, and which.
func begins(e whatsapp.Event) (int, bool) {
	switch e := e.(type) {
	case whatsapp.Queued:
		return e.Interaction, e.Why == 0 || e.Why == whatsapp.QueuedNew
	case whatsapp.OutboundStarted:
		return e.Interaction, true
	}
	return 0, false
}

// group returns the message that has one of the ids, and joins those that two of
// them name.
func (n *naiveTranscript) group(stream transcript.Stream, local, wamid string) *naiveMessage {
	var found []int
	ids := []naiveID{{stream, true, local}, {stream, false, wamid}}
	for _, id := range ids {
		if g, ok := n.groups[id]; ok && id.id != "" {
			found = append(found, g)
		}
	}
	if len(found) == 0 {
		n.msgs = append(n.msgs, &naiveMessage{group: len(n.msgs), stream: stream})
		found = append(found, len(n.msgs)-1)
	}
	for _, id := range ids {
		if id.id != "" {
			n.groups[id] = found[0]
		}
	}
	for id, g := range n.groups {
		if slices.Contains(found, g) {
			n.groups[id] = found[0]
		}
	}
	return n.msgs[found[0]]
}

func (n *naiveTranscript) byWAMID(stream transcript.Stream, id string) *naiveMessage {
	if g, ok := n.groups[naiveID{stream, false, id}]; ok && id != "" {
		return n.msgs[g]
	}
	return nil
}

// idsOf returns the ids that an event tells of a message, and whether it tells of
// one.
func idsOf(e whatsapp.Event) (local, wamid string, ok bool) {
	switch e := e.(type) {
	case whatsapp.Received:
		return "", e.Envelope.ID, true
	case whatsapp.Called:
		return "", e.Envelope.ID, true
	case whatsapp.MediaDescribed:
		return "", e.ID, true
	case whatsapp.SendRequested:
		return e.LocalID, "", true
	case whatsapp.SendAccepted:
		return e.LocalID, e.WAMID, true
	case whatsapp.StatusChanged:
		return e.LocalID, e.WAMID, true
	case whatsapp.SendFailed:
		return e.LocalID, e.WAMID, true
	}
	return "", "", false
}

var naiveStates = map[whatsapp.DeliveryStatus]transcript.State{
	whatsapp.StatusSent: transcript.Sent, whatsapp.StatusDelivered: transcript.Delivered,
	whatsapp.StatusRead: transcript.Read, whatsapp.StatusPlayed: transcript.Played,
}

// gather puts together what the events say of each message: first which ids are
// those of one message, then the rest.
func (n *naiveTranscript) gather() {
	for _, e := range n.events {
		if local, wamid, ok := idsOf(e.Event); ok {
			n.group(e.Stream, local, wamid)
		}
	}
	for _, e := range n.events {
		local, wamid, ok := idsOf(e.Event)
		if !ok {
			continue
		}
		m := n.group(e.Stream, local, wamid)
		if wamid != "" {
			m.wamids = append(m.wamids, wamid)
		}
		switch v := e.Event.(type) {
		case whatsapp.Received:
			n.came(m, e, v.Envelope, v.Message)
		case whatsapp.Called:
			n.came(m, e, v.Envelope, v.Message)
		case whatsapp.MediaDescribed:
			m.media = append(m.media, v)
		case whatsapp.SendRequested:
			m.state = max(m.state, transcript.Queued)
			if m.content.Version == 0 {
				m.content, m.from, m.body, m.who, m.context, m.bot = e, message.Outbound, v.Message, v.Agent, v.ReplyTo, v.Bot
				m.local = v.LocalID
				m.env.Originated, m.env.Arrived = v.At, v.At
			}
		case whatsapp.SendAccepted:
			m.state = max(m.state, transcript.Accepted)
		case whatsapp.StatusChanged:
			m.state = max(m.state, naiveStates[v.Status])
			if v.Status == whatsapp.StatusFailed && m.fail.Version == 0 {
				m.fail = e
			}
		case whatsapp.SendFailed:
			if m.fail.Version == 0 || m.code == 0 && v.Error != 0 {
				m.fail, m.code = e, v.Error
			}
		}
	}
}

func (n *naiveTranscript) came(m *naiveMessage, e transcript.Stamped, env message.Envelope, body message.Message) {
	if call, ok := body.(message.Call); ok {
		order := map[message.CallEvent]int{
			message.CallConnect: 1, message.CallRinging: 2, message.CallAccepted: 3, message.CallRejected: 3, message.CallTerminate: 4,
		}
		if m.steps <= order[call.Event] {
			m.step, m.steps = call, order[call.Event]
		}
	}
	if m.content.Version == 0 {
		m.content, m.from, m.env, m.body, m.who, m.context = e, env.Direction, env, body, env.From.Name, env.Context.ID
		if env.Arrived.IsZero() {
			m.env.Arrived = e.Event.When()
		}
		if env.Originated.IsZero() {
			m.env.Originated = m.env.Arrived
		}
	}
}

func (m *naiveMessage) known() bool    { return m != nil && m.content.Version != 0 }
func (m *naiveMessage) business() bool { return m.from.FromBusiness() }

func (m *naiveMessage) place() time.Time {
	if m.env.Arrived.Before(m.env.Originated) {
		return m.env.Arrived
	}
	return m.env.Originated
}

func (m *naiveMessage) wamid() string {
	if len(m.wamids) == 0 {
		return ""
	}
	return slices.Min(m.wamids)
}

// lost reports whether the message never reached the customer.
func (m *naiveMessage) lost() bool {
	return m.business() && m.fail.Version != 0 && m.state < transcript.Delivered
}

func (n *naiveTranscript) customer() bool { return n.view.Audience == transcript.ToCustomer }

func (n *naiveTranscript) shown(m *naiveMessage) bool {
	return m.known() && (!n.customer() || !m.lost())
}

// hangs reports whether m changes t, and so has no line of its own.
func hangs(m, t *naiveMessage) bool {
	if !t.known() || message.Target(t.body) != "" || message.Target(m.body) == "" {
		return false
	}
	return message.IsReaction(m.body) || m.business() == t.business()
}

// on returns the messages that refer to m, in order.
func (n *naiveTranscript) on(m *naiveMessage) (list []*naiveMessage) {
	for _, o := range n.msgs {
		id := o.context
		if t := message.Target(o.body); t != "" {
			id = t
		}
		if o.known() && n.byWAMID(o.stream, id) == m {
			list = append(list, o)
		}
	}
	slices.SortFunc(list, func(a, b *naiveMessage) int {
		idOf := func(m *naiveMessage) string { return cmp.Or(m.local, m.env.ID) }
		return cmp.Or(
			cmp.Compare(a.place().Unix(), b.place().Unix()), a.env.Arrived.Compare(b.env.Arrived),
			cmp.Compare(idOf(a), idOf(b)), cmp.Compare(a.content.Version, b.content.Version),
		)
	})
	return list
}

func (n *naiveTranscript) author(m *naiveMessage) string {
	switch {
	case m.business() && m.who != "" && m.local != "" && n.customer():
		return "Business"
	case m.business() && m.local != "" && m.who != "":
		return m.who
	case m.business():
		return "Business"
	case n.view.ContactName != "":
		return n.view.ContactName
	default:
		return cmp.Or(m.who, "Customer")
	}
}

func sideOf(m *naiveMessage) transcript.Side {
	switch b := m.body.(type) {
	case message.System, message.WelcomeRequest:
		return transcript.Center
	case message.Call:
		if b.Direction == message.Inbound {
			return transcript.Left
		}
		return transcript.Right
	}
	if m.business() {
		return transcript.Right
	}
	return transcript.Left
}

// now returns what the message says at present.
func (n *naiveTranscript) now(m *naiveMessage) (body message.Message, context string, edits []transcript.Edit, deleted bool) {
	body, context = m.body, m.context
	if m.steps > 0 {
		body = m.step
	}
	for _, d := range m.media {
		file, ok := body.(message.Media)
		described, is := d.Message.(message.Media)
		if !ok || !is {
			continue
		}
		file.Name, file.MIME = cmp.Or(described.Name, file.Name), cmp.Or(described.MIME, file.MIME)
		if described.Size > 0 {
			file.Size = described.Size
		}
		if file.File == attachment.UnknownKind {
			file.File = described.File
		}
		body = file
	}
	for _, o := range n.on(m) {
		if !hangs(o, m) {
			continue
		}
		switch e := o.body.(type) {
		case message.Edit:
			edits = append(edits, transcript.Edit{Message: body, Until: o.env.Originated.UTC()})
			if e.Message != nil {
				was, isFile := body.(message.Media)
				body = e.Message
				if file, ok := body.(message.Media); ok && isFile {
					file.Name, file.MIME, file.Size = cmp.Or(file.Name, was.Name), cmp.Or(file.MIME, was.MIME), cmp.Or(file.Size, was.Size)
					file.File = cmp.Or(file.File, was.File)
					body = file
				}
			}
			context = cmp.Or(e.Context.ID, context)
		case message.Deletion:
			return nil, "", nil, true
		}
	}
	return body, context, edits, false
}

func (n *naiveTranscript) deleted(m *naiveMessage) bool {
	_, _, _, deleted := n.now(m)
	return deleted
}

func (n *naiveTranscript) quote(m *naiveMessage) *transcript.Quote {
	body, _, _, deleted := n.now(m)
	q := &transcript.Quote{WAMID: m.wamid(), Known: true, Author: n.author(m), Side: sideOf(m), Deleted: deleted}
	switch {
	case deleted:
		q.Preview.Kind = message.KindDeletion
	case body != nil:
		q.Preview = body.Preview()
	}
	return q
}

func (n *naiveTranscript) delivery(m *naiveMessage) transcript.Delivery {
	d := transcript.Delivery{State: m.state, Reached: m.state}
	if m.fail.Version != 0 {
		d.State, d.Code = transcript.Failed, m.code
		if a, ok := message.Advise(int64(m.code)); ok && m.code != 0 {
			d.Advice = &a
		}
	}
	return d
}

func (n *naiveTranscript) seen(s transcript.Stream) (last uint64) {
	for _, e := range n.events {
		if _, ok := e.Event.(whatsapp.Seen); ok && e.Stream == s {
			last = e.Version
		}
	}
	return last
}

func (n *naiveTranscript) channel(s transcript.Stream) string {
	if s.Channel == n.view.Stream.Channel {
		return ""
	}
	return s.Channel
}

// messages returns the lines of messages and of failures.
func (n *naiveTranscript) messages() (lines []*naiveLine) {
	merged := slices.Collect(maps.Values(n.groups))
	for _, m := range n.msgs {
		if len(merged) > 0 && !slices.Contains(merged, m.group) && (len(m.wamids) > 0 || m.local != "") {
			continue
		}
		if m.fail.Version != 0 && !n.customer() {
			lines = append(lines, n.failure(m))
		}
		if !n.shown(m) {
			continue
		}
		target := message.Target(m.body)
		if t := n.byWAMID(m.stream, target); target != "" && t != nil && hangs(m, t) {
			continue
		}
		l := n.message(m)
		history := m.env.History
		lines = append(lines, &naiveLine{
			line: l, written: m.place(), arrived: m.env.Arrived, rank: 1, id: cmp.Or(m.local, m.env.ID), counted: !history, of: m,
		})
	}
	return lines
}

func (n *naiveTranscript) failure(m *naiveMessage) *naiveLine {
	at := m.fail.Event.When().UTC()
	l := transcript.Line{
		ID: transcript.ID{Stream: m.stream, Version: m.fail.Version}, Kind: transcript.Failure, Side: transcript.Center,
		Time: transcript.Time{Shown: at, Originated: at, Arrived: at}, Label: "Message failed", Delivery: n.delivery(m),
		OtherChannel: n.channel(m.stream), Quote: &transcript.Quote{WAMID: m.wamid()},
	}
	if a := l.Delivery.Advice; a != nil {
		l.Text = a.Meaning + " " + a.Remedy
	}
	if m.known() {
		l.Quote = n.quote(m)
	}
	return &naiveLine{line: l, written: at, arrived: at, rank: 2}
}

func (n *naiveTranscript) message(m *naiveMessage) transcript.Line {
	l := transcript.Line{
		ID: transcript.ID{Stream: m.stream, Version: m.content.Version}, Kind: transcript.Message, Side: sideOf(m),
		Author: n.author(m), WAMID: m.wamid(), OtherChannel: n.channel(m.stream),
	}
	l.Time = transcript.Time{Originated: m.env.Originated.UTC(), Arrived: m.env.Arrived.UTC()}
	l.Time.Shown = l.Time.Arrived
	if m.env.History {
		l.Time.Shown = l.Time.Originated
	} else if l.Time.Arrived.Sub(l.Time.Originated) > n.view.Options.MessageDelayTimespan {
		l.Time.Shown, l.Time.Tooltip, l.Time.Bold = l.Time.Originated, l.Time.Arrived, true
	}
	if !n.customer() {
		l.LocalID = m.local
		if m.business() {
			l.Delivery, l.Bot = n.delivery(m), m.bot
			if m.local != "" {
				l.Agent = m.who
			}
		} else if !m.env.History && m.content.Version > n.seen(m.stream) {
			switch m.body.(type) {
			case message.Reaction, message.Edit, message.Deletion, message.System, message.Call:
			default:
				l.New = true
			}
		}
	}
	body, context, edits, deleted := n.now(m)
	if deleted {
		l.Label, l.Deleted = "Deleted message", true
		return l
	}
	if !n.customer() {
		l.Edits = edits
	}
	l.Message = body
	p := body.Preview()
	l.Label, l.Text = p.Kind.Label(), p.Text
	matched := false
	switch b := body.(type) {
	case message.Text:
		l.Label, l.Text = "", b.Body
	case message.Media:
		t := b.Attachment().Thumbnail()
		l.Thumbnail, l.Text = &t, b.Caption
	case message.Structured:
		tree := b.Structured.Preview()
		for _, o := range n.on(m) {
			if a, ok := o.body.(message.Answer); ok && !n.deleted(o) {
				if p, ok := template.Answered(b.Structured, a.Choice()); ok {
					tree = p
				}
			}
		}
		l.Label, l.Text, l.Structured = "", tree.Body.Text, &tree
		if n.customer() {
			l.Message = message.Structured{}
		}
	case message.Answer:
		l.Label, l.Text = "", b.Title
		if t := n.byWAMID(m.stream, m.context); t.known() && n.shown(t) && !n.deleted(t) {
			if s, ok := t.body.(message.Structured); ok {
				if p, ok := template.Answered(s.Structured, b.Choice()); ok {
					l.Structured, matched = &p, true
				}
			}
		}
	case message.Reaction:
		if b.Emoji == "" {
			l.Label = "Reaction removed"
		}
	}
	if t := message.Target(m.body); t != "" {
		context = t
	}
	if context != "" && !matched {
		l.Quote = &transcript.Quote{WAMID: context}
		if t := n.byWAMID(m.stream, context); t.known() && n.shown(t) {
			l.Quote = n.quote(t)
		}
	}
	if !n.customer() && m.env.Referral.SourceID != "" {
		l.Referral = &m.env.Referral
	}
	l.Forwarded = m.env.Context.Forwarded
	l.Reactions = n.reactions(m)
	return l
}

func (n *naiveTranscript) reactions(m *naiveMessage) (list []transcript.Reaction) {
	last := map[bool]*naiveMessage{}
	all := n.on(m)
	for _, o := range all {
		if message.IsReaction(o.body) && hangs(o, m) && !o.lost() {
			last[o.business()] = o
		}
	}
	for _, o := range all {
		if r, ok := o.body.(message.Reaction); ok && last[o.business()] == o && r.Emoji != "" {
			list = append(list, transcript.Reaction{Emoji: r.Emoji, Author: n.author(o), Side: sideOf(o), At: o.env.Originated.UTC()})
		}
	}
	return list
}

// desk returns the lines of what the desk did: those that the histories have.
func (n *naiveTranscript) desk() (lines []*naiveLine) {
	for _, e := range n.events {
		at := e.Event.When().UTC()
		l := transcript.Line{
			ID: transcript.ID{Stream: e.Stream, Version: e.Version}, Kind: transcript.Notice, Side: transcript.Center,
			Time: transcript.Time{Shown: at, Originated: at, Arrived: at}, Event: e.Event, OtherChannel: n.channel(e.Stream),
		}
		switch v := e.Event.(type) {
		case whatsapp.NoteAdded:
			l.Label, l.Agent, l.Text = "Note", v.Agent, v.Text
		case whatsapp.ConsultStarted:
			l.Label, l.Agent, l.Text = "Consultation", v.Agent, v.With.Name
		case whatsapp.ConsultEnded:
			l.Label, l.Agent = "Consultation ended", v.Agent
		case whatsapp.Accepted:
			l.Label, l.Agent = "Accepted", v.Agent
		case whatsapp.Transferred:
			l.Label, l.Agent, l.Text = "Transferred", v.Agent, v.ToAgent
		case whatsapp.Done:
			l.Label, l.Agent, l.Text = "Done", v.Agent, v.Disposition
		case whatsapp.Queued:
			if _, ok := begins(v); ok {
				continue
			}
			l.Label, l.Text = "Back in the queue", v.Queue
		default:
			continue
		}
		l.Author = l.Agent
		if !n.customer() {
			lines = append(lines, &naiveLine{line: l, written: at, arrived: at, rank: 2})
		}
	}
	return lines
}

// headings returns the lines that begin the interactions.
func (n *naiveTranscript) headings() (lines []*naiveLine) {
	for i, e := range n.events {
		number, ok := begins(e.Event)
		if !ok {
			continue
		}
		earlier := slices.ContainsFunc(n.events[:i], func(o transcript.Stamped) bool {
			k, ok := begins(o.Event)
			return ok && k == number && o.Stream == e.Stream
		})
		if earlier {
			continue
		}
		at := e.Event.When().UTC()
		h := &naiveLine{written: at, arrived: at, since: at}
		for _, m := range n.msgs {
			if m.stream == e.Stream && m.content.Version == e.Version-1 && m.known() && !m.business() && !m.env.History {
				if m.env.Arrived.Before(at) {
					h.since = m.env.Arrived.UTC()
				}
				if m.env.Arrived.Sub(m.env.Originated) <= n.view.Options.MessageDelayTimespan {
					h.written, h.arrived = m.place(), m.env.Arrived
				}
			}
		}
		h.line = transcript.Line{
			ID: transcript.ID{Stream: e.Stream, Version: e.Version}, Kind: transcript.Heading, Side: transcript.Center,
			Time: transcript.Time{Shown: h.since}, OtherChannel: n.channel(e.Stream),
		}
		if !n.customer() {
			h.line.Interaction = number
		}
		lines = append(lines, h)
	}
	return lines
}
