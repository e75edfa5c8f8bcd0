package whatsapp

import (
	"encoding/base64"
	"encoding/binary"
	"math"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// snapshotVersion is the version of a snapshot's shape.
const snapshotVersion = 1

// MaxSnapshotJSON is the longest JSON of a snapshot that is read, in bytes: an
// outbox with 64 messages of a megabyte fits.
const MaxSnapshotJSON = 4 * MaxEventJSON

// MarshalJSON returns a snapshot of the session: all that later events need. A
// host stores one now and then, so that [Session.Replay] need not begin with the
// first event; it can be thrown away and made anew from the log. Equal sessions
// give equal bytes. One beyond [MaxSnapshotJSON] is [decorum.TooLarge], for it would
// not be read.
func (s Session) MarshalJSON() ([]byte, error) {
	w := wire.NewWriter(nil)
	w.Object()
	w.Key("v")
	w.Int64(snapshotVersion)
	(*snapshot)(&s).fields(&fields{w: w})
	w.End()
	out, err := w.Done()
	if err == nil {
		err = tooLarge(len(out), MaxSnapshotJSON)
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// UnmarshalJSON reads a snapshot. It fails closed, with [decorum.Unknown], on a
// version and on members that this version does not know, and with
// [decorum.TooLarge] beyond [MaxSnapshotJSON]: then the log has to be replayed. On an error s stays as it is.
func (s *Session) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	var read Session
	r := wire.NewReader(data, wire.Limits{Bytes: MaxSnapshotJSON})
	f := &fields{r: r}
	versioned := false
	for name := range r.Object() {
		if name == "v" {
			versioned = true
			if r.Int64() != snapshotVersion {
				r.Report(decorum.Violation{Code: decorum.Unknown})
			}
			continue
		}
		f.read((*snapshot)(&read), name)
	}
	if err := r.Done(); err != nil {
		return err
	}
	if p := read.response; p != nil && (len(p.parts) != len(p.plan.parts) || len(p.wamids) > len(p.parts)) {
		return decorum.Violation{Code: decorum.Mismatch, Severity: decorum.SeverityError, Path: "/response"}.Err()
	}
	if !versioned {
		return decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/v"}.Err()
	}
	*s = read
	return nil
}

// snapshot is a session to be stored.
type snapshot Session

func (s *snapshot) fields(f *fields) {
	version := int64(min(s.version, math.MaxInt64)) //nolint:gosec // nobody lives to see it
	f.number("version", &version)
	s.version = uint64(max(version, 0)) //nolint:gosec // it is not negative
	f.time("touched", &s.touched)
	if f.at("window", s.window == (Window{})) {
		f.object(&s.window)
	}
	if f.at("pending", s.pending == (PendingResponse{})) {
		f.object(&s.pending)
	}
	s.ids.packed(f, "ids")
	f.flag("stopped_marketing", &s.noMarket)
	f.text("newest", &s.newest.id)
	f.time("newest_at", &s.newest.at)
	f.flag("unseen", &s.unseen)
	records(f, "outbox", &s.outbox)
	if f.at("channel", s.channel == (OutboundChannel{})) {
		f.object(&s.channel)
	}
	f.text("last_agent", &s.lastAgent)
	f.count("interaction", &s.interaction, math.MaxInt32)
	f.named("state", (*uint8)(&s.state), stateNames[:])
	f.text("agent", &s.agent)
	f.time("until", &s.until)
	f.time("since", &s.since)
	f.text("place", &s.place)
	records(f, "refusals", &s.refusals)
	f.texts("members", &s.members)
	f.count("invited", &s.invited, maxMembers)
	f.flag("consulting", &s.consulting)
	records(f, "staged", &s.staged)
	if f.at("response", s.response == nil) {
		if f.r != nil {
			s.response = &response{}
		}
		f.object(s.response)
	}
	f.text("disposition", &s.disposition)
	f.text("contact", &s.contact)
	f.time("typing", &s.typing)
	f.flag("away", &s.away)
}

func (w *Window) fields(f *fields) {
	f.time("heard", &w.heard)
	f.time("refused", &w.refused)
}

func (p *PendingResponse) fields(f *fields) {
	f.time("since", &p.since)
	f.count("answers", &p.answers, math.MaxInt32)
	f.time("before", &p.before.since)
	f.count("before_answers", &p.before.answers, math.MaxInt32)
	f.time("accepted", &p.accepted)
}

func (p *Pending) fields(f *fields) {
	f.text("local_id", &p.LocalID)
	f.message(&p.Message)
	f.text("reply_to", &p.ReplyTo)
	f.text("agent", &p.Agent)
	f.time("requested", &p.Requested)
	f.flag("answers", &p.Answers)
}

func (r *Refusal) fields(f *fields) {
	f.text("agent", &r.Agent)
	f.time("at", &r.At)
}

func (a *staged) fields(f *fields) {
	f.text("local_id", &a.localID)
	f.message(&a.media)
}

func (r *response) fields(f *fields) {
	f.text("local_id", &r.localID)
	f.messages("parts", &r.parts)
	f.flag("strict", &r.plan.strict)
	f.flag("started", &r.plan.started)
	records(f, "plan", &r.plan.parts)
	f.texts("wamids", &r.wamids)
}

func (p *Part) fields(f *fields) {
	f.named("kind", (*uint8)(&p.Kind), partKinds[:])
	f.named("state", (*uint8)(&p.State), partStates[:])
	f.text("name", &p.Name)
	missing := p.Missing.String()
	f.text("missing", &missing)
	if f.r != nil && missing != "" {
		privilege, err := ParsePrivilege(missing)
		if err != nil {
			f.r.Report(decorum.Violation{Code: decorum.Unknown})
		}
		p.Missing = privilege
	}
}

// idSize is how many bytes an id takes in a snapshot: hash and instant.
const idSize = 16

// packed stores the ids as one text.
func (m *idMemory) packed(f *fields, key string) {
	switch {
	case !f.at(key, m.next == 0):
	case f.w != nil:
		f.w.Text(m.pack())
	case !m.unpack(f.r.Text()):
		f.r.Report(decorum.Violation{Code: decorum.Malformed, Want: "what a snapshot of this version has"})
	}
}

// pack returns the number of the next id, and hash and instant of each id from
// old to new, the lowest byte of each number first, in Base64.
func (m *idMemory) pack() string {
	all := m.all()
	b := make([]byte, 0, 8+len(all)*idSize)
	b = binary.LittleEndian.AppendUint64(b, m.next)
	for _, e := range all {
		b = binary.LittleEndian.AppendUint64(b, e.hash)
		b = binary.LittleEndian.AppendUint64(b, e.millis())
	}
	return base64.StdEncoding.EncodeToString(b)
}

// unpack reads what pack returned; the runs are merged anew.
func (m *idMemory) unpack(packed string) bool {
	b, err := base64.StdEncoding.Strict().DecodeString(packed)
	if err != nil || len(b) < 8 {
		return false
	}
	next := binary.LittleEndian.Uint64(b)
	b = b[8:]
	if next == 0 || uint64(len(b)) != min(next, MaxIDs)*idSize {
		return false
	}
	for m.next = next - uint64(len(b)/idSize); len(b) > 0; b = b[idSize:] {
		millis := binary.LittleEndian.Uint64(b[8:])
		if millis >= 1<<48 {
			return false
		}
		m.add(binary.LittleEndian.Uint64(b), millis)
	}
	return true
}
