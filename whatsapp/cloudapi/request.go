package cloudapi

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A Request is the body of a send request that somebody else wrote, in a file or
// another program: to be looked at, checked, mended and written again. It is a
// value; what it holds must not be changed in place.
//
// The zero Request sends nothing.
type Request struct {
	// To and Recipient are whom the message goes to, as it was written: a number, a
	// group's id or a user id. See [Request.Identity].
	To, Recipient string
	// RecipientType is "individual", which is the default, or "group".
	RecipientType string
	// Message is what is sent; nil for a request that marks a message as read. A
	// template comes without its definition: see [Request.WithTemplate].
	Message message.Message
	// ReplyTo and LocalID are what [Options] has.
	ReplyTo, LocalID string
	// Read is the id of the message that is marked as read; Typing also shows that
	// an answer is being written.
	Read   string
	Typing bool
	// Extra keeps the members of the request that this version does not know.
	Extra message.Extra

	reads    bool // a request to mark as read
	document string
	faults   decorum.Violations
	kept     decorum.Violations // of values that are kept as they are
	places   places
	bound    bool // the template's definition is known
}

// DecodeRequest reads the body of a send request. The error is an
// *[decorum.Error] for what is no JSON object at all. Everything else that is
// wrong, values of a wrong type among it, is told by [Request.Check], so that one
// look shows all of it.
func DecodeRequest(body []byte) (Request, error) {
	document := string(body)
	r := wire.NewStringReader(document, sentLimits())
	d := sender{r: r}
	mark := r.Mark()
	q := d.request()
	faults := r.Take(mark)
	if err := r.Done(); err != nil {
		return Request{}, err
	}
	if !isObject(document) {
		return Request{}, faults.Err()
	}
	q.document, q.faults, q.kept, q.places = document, settle(document, faults), d.faults, d.places
	return q, nil
}

// Identity returns whom the message goes to, and false where that is a group, or
// what was written is neither a number nor a user id.
func (q Request) Identity() (i identity.Identity, ok bool) {
	if q.RecipientType == "group" {
		return i, false
	}
	var err error
	if i.WhatsAppID, err = identity.ParseWhatsAppID(digits(q.To)); err != nil {
		i.UserID, err = identity.ParseUserID(q.To)
	}
	if q.Recipient != "" && i.UserID.IsZero() {
		i.UserID, err = identity.ParseUserID(q.Recipient)
	}
	return i, err == nil
}

// digits returns a number without the marks that Meta allows in it.
func digits(s string) string {
	clean := make([]byte, 0, len(s))
	for i := range len(s) {
		switch s[i] {
		case ' ', '-', '(', ')':
		default:
			clean = append(clean, s[i])
		}
	}
	return string(clean)
}

// WithTemplate returns the request with the definition of the template that it
// sends, so that [Request.Check] can tell whether its values fit it. It does
// nothing for other requests, and for a definition of another name.
func (q Request) WithTemplate(n template.Notification) Request {
	s, ok := q.Message.(message.Structured)
	if !ok {
		return q
	}
	f, ok := s.Structured.(template.Filled)
	if !ok || f.Template().ID.Name() != n.ID.Name() {
		return q
	}
	s.Structured = n.Fill(f.Arguments())
	q.Message, q.bound = s, true
	return q
}

// Check returns everything that is wrong with the request under the limits, and
// warnings: first what the reading found, then what the message's own check finds,
// each in the order of the document. The JSON Pointers lead into the body as it was
// read: where something is missing, to the place where it should be in the part
// that is there.
//
// A member that this version does not know is a warning, since Meta refuses what it
// does not know, and so is a type of message that it does not know.
func (q Request) Check(l message.Limits) decorum.Violations {
	var vs decorum.Violations
	vs = vs.Join(nil, q.faults).Join(nil, q.kept)
	read := vs
	for _, v := range settle(q.document, q.check(l)) {
		vs = addUnless(read, vs, v)
	}
	return vs
}

// check returns what is wrong with what was read, where that would stand.
func (q Request) check(l message.Limits) (vs decorum.Violations) {
	wrong := func(code decorum.Code, path, want string) {
		vs = append(vs, decorum.Violation{Code: code, Severity: decorum.SeverityError, Path: path, Want: want})
	}
	switch memberText(q.document, "messaging_product") {
	case "whatsapp":
	case "":
		wrong(decorum.Required, "/messaging_product", "whatsapp")
	default:
		wrong(decorum.Mismatch, "/messaging_product", "whatsapp")
	}
	if q.reads {
		switch {
		case q.Read != "":
		case !has(q.document, "message_id"):
			wrong(decorum.Required, "/message_id", "")
		default: // a blank to fill, as in Meta's own samples
			vs = append(vs, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityWarning, Path: "/message_id"})
		}
		return vs
	}
	switch q.RecipientType {
	case "", "individual", "group":
	default:
		wrong(decorum.Unknown, "/recipient_type", "individual, group")
	}
	vs = q.checkRecipient(vs)
	vs = checkLocalID(vs, q.LocalID)
	if q.Message == nil {
		wrong(decorum.Required, "/type", "")
		return vs
	}
	if q.ReplyTo != "" && message.IsReaction(q.Message) {
		wrong(decorum.Conflict, "/context", "")
	}
	return append(vs, q.pointed(q.checkMessage(l))...)
}

// checkRecipient tells what is wrong with whom the message goes to. Whether there
// is such an account, only WhatsApp knows.
func (q Request) checkRecipient(vs decorum.Violations) decorum.Violations {
	warn := func(code decorum.Code, path, want string) {
		vs = append(vs, decorum.Violation{Code: code, Severity: decorum.SeverityWarning, Path: path, Want: want})
	}
	if q.To == "" && q.Recipient == "" {
		return append(vs, decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/to"})
	}
	if q.RecipientType == "group" {
		return vs
	}
	if q.To != "" {
		to := Request{To: q.To}
		switch _, ok := to.Identity(); {
		case !ok:
			warn(decorum.Malformed, "/to", "a number with plus and country code, or a user id")
		case q.To[0] != '+' && digits(q.To) != q.To:
			// Without a plus, the country of the business is put in front.
			warn(decorum.Ambiguous, "/to", "a plus and the country code")
		}
	}
	if _, err := identity.ParseUserID(q.Recipient); q.Recipient != "" && err != nil {
		warn(decorum.Malformed, "/recipient", "a user id")
	}
	return vs
}

// checkMessage checks the message; paths are those of its own JSON.
func (q Request) checkMessage(l message.Limits) decorum.Violations {
	switch m := q.Message.(type) {
	case message.Unknown:
		return unknown("/type")
	case message.Location:
		if len(q.kept) > 0 {
			m.Place.Point, _ = location.New(0, 0) // what is wrong with it is told
			return m.Check(l)
		}
	case message.Reaction:
		if e := unescaped(m.Emoji); e != m.Emoji {
			m.Emoji = e
			return append(m.Check(l), decorum.Violation{
				Code: decorum.Recommended, Severity: decorum.SeverityWarning, Path: "/emoji", Want: "the emoji itself",
			})
		}
	case message.Structured:
		switch s := m.Structured.(type) {
		case nil:
			return decorum.Violations{{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/structured"}}
		case template.UnknownStructured:
			return unknown("/structured/type")
		case template.Filled:
			if !q.bound {
				return checkValues(s, l.Structured)
			}
		}
	}
	return q.Message.Check(l)
}

// unknown tells of what this version does not know, but Meta may.
func unknown(path string) decorum.Violations {
	return decorum.Violations{{Code: decorum.Unknown, Severity: decorum.SeverityWarning, Path: path}}
}

// unescaped returns the text with escapes such as \ud83d\ude00, that were escaped
// themselves, as what they stand for: some programs send emoji so.
func unescaped(s string) string {
	if len(s) == 0 || s[0] != '\\' {
		return s
	}
	r := wire.NewStringReader(`"`+s+`"`, wire.Limits{})
	if text := r.Text(); r.Done() == nil {
		return text
	}
	return s
}

// AppendJSON appends the request as JSON, with the members that this version does
// not know, and without what stood in it twice. It fails for a request of which a
// part could not be read: that would be lost.
func (q Request) AppendJSON(dst []byte) ([]byte, error) {
	if err := lost(q.faults).Err(); err != nil {
		return dst, err
	}
	if q.Message != nil {
		if _, ok := q.Message.(message.Unknown); !ok {
			if vs := checkContent(nil, q.Message); vs.HasErrors() {
				return dst, vs.Err()
			}
		}
	}
	w := wire.NewWriter(dst)
	writeRequest(w, &q)
	return w.Done()
}

func writeRequest(w *wire.Writer, q *Request) {
	if q.Extra != "" {
		plain := *q
		plain.Extra = ""
		joinMembers(w, string(q.Extra), plain, writeRequest)
		return
	}
	w.Object()
	if q.reads || q.Message == nil && q.Read != "" {
		writeRead(w, q.Read, q.Typing)
		w.End()
		return
	}
	w.KeyText("messaging_product", "whatsapp")
	w.Optional("recipient_type", q.RecipientType)
	w.Optional("to", q.To)
	w.Optional("recipient", q.Recipient)
	writeContext(w, nil, &Options{ReplyTo: q.ReplyTo, LocalID: q.LocalID})
	if u, ok := q.Message.(message.Unknown); ok {
		w.Members(u.Raw)
	} else if q.Message != nil {
		writeContent(w, q.Message)
	}
	w.End()
}

// lost returns the faults because of which something of the document could not be
// kept.
func lost(faults decorum.Violations) (vs decorum.Violations) {
	for _, v := range faults {
		switch v.Code {
		case decorum.WrongType, decorum.Duplicate, decorum.InvalidUTF8, decorum.Malformed, decorum.OutOfRange, decorum.Mismatch, decorum.Unexpected,
			decorum.Truncated:
			vs = vs.Add(v)
		}
	}
	return vs
}

// LogValue returns the kind of the message, and the ids, without recipient and
// content.
func (q Request) LogValue() slog.Value {
	kind := ""
	if q.Message != nil {
		kind = string(q.Message.Kind())
	}
	return slog.GroupValue(slog.String("kind", kind), slog.String("local_id", q.LocalID), slog.Bool("read", q.reads))
}

// MarshalJSON returns what AppendJSON appends.
func (q Request) MarshalJSON() ([]byte, error) { return q.AppendJSON(nil) }
