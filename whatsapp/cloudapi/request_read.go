package cloudapi

import (
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A sender reads what others wrote for sending: requests and definitions.
type sender struct {
	r      *wire.Reader
	places places
	// faults are those of values that are kept as they are.
	faults decorum.Violations
}

// sentLimits bound what others wrote for sending, and what Meta answers. Parts of it
// are kept in an Extra up to two levels deeper, which are to be written again.
func sentLimits() wire.Limits { return wire.Limits{Depth: wire.DefaultDepth - 2} }

// unknown keeps a member that this version does not know, and warns of it: Meta
// refuses members that it does not know either, and a misspelt one is lost.
func (d *sender) unknown(left *rest, name string) {
	left.read(d.r, name)
	d.r.Report(decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityWarning})
}

// wrong records an error in the value that was read last, or below it.
func (d *sender) wrong(code decorum.Code, path, want string) {
	d.r.Report(decorum.Violation{Code: code, Path: path, Want: want})
}

// constant reads a text that can be but one.
func (d *sender) constant(want string) {
	if d.r.Text() != want {
		d.wrong(decorum.Mismatch, "", want)
	}
}

// request reads a send request.
func (d *sender) request() (q Request) {
	r := d.r
	kind, typed := r.Lookup("type")
	if !typed {
		kind = "text"
	}
	var left, content rest
	for name := range r.Object() {
		switch name {
		case "messaging_product":
			r.Text()
		case "recipient_type":
			q.RecipientType = r.Text()
		case "to":
			q.To = r.LooseText()
		case "recipient":
			q.Recipient = r.LooseText()
		case "context":
			q.ReplyTo = d.context(&left)
		case "biz_opaque_callback_data":
			q.LocalID = r.Text()
		case "status":
			d.constant("read")
			q.reads = true
		case "message_id":
			q.Read = r.Text()
		case "typing_indicator":
			d.typing(&left)
			q.Typing = true
		case "type":
			r.Text()
		case kind:
			q.Message = d.content(kind, &content)
		case "recipient_identity_key_hash", "message_activity_sharing", "product_policy", "category":
			left.read(r, name)
		default:
			d.unknown(&left, name)
		}
	}
	switch {
	case q.reads && (len(content) > 0 || q.Message != nil || q.To != "" || q.Recipient != "" || q.RecipientType != "" || q.ReplyTo != "" || q.LocalID != ""):
		d.wrong(decorum.Unexpected, "/status", "") // a message is not read and sent at once
	case !q.reads && q.Read != "":
		d.wrong(decorum.Unexpected, "/message_id", "")
	case !q.reads && q.Typing:
		d.wrong(decorum.Unexpected, "/typing_indicator", "")
	}
	switch {
	case q.reads:
	case len(content) > 0 || q.Message == nil && typed && !sends(kind):
		w := wire.NewWriter(nil)
		w.Object()
		w.KeyText("type", kind)
		for _, member := range content {
			w.Member(member)
		}
		w.End()
		q.Message = message.Unknown{Type: kind, Raw: string(done(w)), Foreign: true}
	case q.Message == nil && typed:
		q.Message = missing(kind)
	}
	q.Extra = message.Extra(left.json(false))
	return q
}

// context reads which message is answered.
func (d *sender) context(left *rest) (id string) {
	var inner rest
	for name := range d.r.Object() {
		if name == "message_id" {
			id = d.r.Text()
			continue
		}
		d.unknown(&inner, name)
	}
	if id == "" {
		d.wrong(decorum.Required, "/message_id", "")
	}
	left.nest("context", inner)
	return id
}

func (d *sender) typing(left *rest) {
	var inner rest
	for name := range d.r.Object() {
		if name == "type" {
			d.constant("text")
			continue
		}
		d.unknown(&inner, name)
	}
	left.nest("typing_indicator", inner)
}

// sends reports whether messages of the type are read.
func sends(kind string) bool {
	switch kind {
	case "text", "location", "contacts", "reaction", "interactive", "template":
		return true
	}
	_, ok := mediaKind(kind)
	return ok && kind != "voice"
}

// missing returns a message of a type whose object is not there.
func missing(kind string) message.Message {
	switch kind {
	case "text":
		return message.Text{}
	case "location":
		return message.Location{}
	case "contacts":
		return message.Contacts{}
	case "reaction":
		return message.Reaction{}
	case "interactive", "template":
		return message.Structured{}
	}
	file, _ := mediaKind(kind)
	return message.Media{File: file}
}

// content reads the object of a message. One of a type that is not known goes to
// content as it is.
func (d *sender) content(kind string, content *rest) message.Message {
	r := d.r
	if !sends(kind) {
		content.read(r, kind)
		return nil
	}
	switch kind {
	case "text":
		m := readText(r)
		d.warn(m.Extra)
		return m
	case "location":
		return d.location()
	case "contacts":
		m := readContacts(r)
		for i := range m.Cards {
			var more rest // what only cards have that came in
			more.move("origin", &m.Cards[i].Origin)
			more.move("vcard", &m.Cards[i].VCard)
			m.Cards[i].Extra = more.beside(m.Cards[i].Extra)
		}
		d.warnCards(m.Cards)
		return m
	case "reaction":
		_, told := r.Lookup("emoji")
		m := readReaction(r)
		if !told && m.Emoji == "" && r.Err() == nil {
			d.wrong(decorum.Required, "/emoji", "one emoji, or nothing")
		}
		d.warn(m.Extra)
		return m
	case "interactive":
		return message.Structured{Structured: d.interactive()}
	case "template":
		return message.Structured{Structured: d.filled()}
	}
	file, _ := mediaKind(kind)
	m := outbound(readMedia(r, file))
	d.warn(m.Extra)
	return m
}

// location reads a place. One whose coordinates are not right is kept as it is.
func (d *sender) location() message.Location {
	if d.r.Kind() != wire.Object {
		return readLocation(d.r)
	}
	mark := d.r.Mark()
	m := readLocation(d.r)
	if vs := d.r.Take(mark); vs.HasErrors() {
		for _, v := range vs {
			d.faults = d.faults.Add(v)
		}
		m.Extra = message.Extra(`{"meta":` + d.r.RawSince(mark) + `}`)
		m.Place.Point = location.Point{}
		return m
	}
	var more rest
	more.move("url", &m.Place.URL) // which only places have that came in
	m.Extra = more.beside(m.Extra)
	d.warn(m.Extra)
	return m
}

// outbound keeps what only a file that came in has as members that are not known.
func outbound(m message.Media) message.Media {
	var more rest
	more.move("url", &m.DownloadURL)
	more.move("mime_type", &m.MIME)
	more.move("sha256", &m.SHA256)
	if m.Animated {
		more, m.Animated = append(more, wire.Member{Name: "animated", Value: "true"}), false
	}
	if m.File != attachment.Document {
		more.move("filename", &m.Name)
	}
	m.Extra = more.beside(m.Extra)
	return m
}

// warn tells of the members of the object that was read last that are not known.
func (d *sender) warn(x template.Extra) { d.warnAt("", x) }

// warnAt does so for an object below the value that was read last.
func (d *sender) warnAt(place string, x template.Extra) {
	meta := metaOf(x)
	if meta == "" {
		return
	}
	r := wire.NewStringReader(meta, wire.Limits{})
	for name := range r.Object() {
		v := decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityWarning, Path: place + decorum.JoinPointer(name)}
		if name == "wa_id" { // known, but no id
			v.Code = decorum.Malformed
		}
		d.r.Report(v)
	}
}

// warnCards tells of the members of contact cards that are not known.
func (d *sender) warnCards(cards []message.Card) {
	for i := range cards {
		c := &cards[i]
		at := "/" + strconv.Itoa(i)
		d.warnAt(at, c.Extra)
		d.warnAt(at+"/name", c.Name.Extra)
		d.warnAt(at+"/org", c.Organization.Extra)
		for j := range c.Phones {
			d.warnAt(at+"/phones/"+strconv.Itoa(j), c.Phones[j].Extra)
		}
		for j := range c.Emails {
			d.warnAt(at+"/emails/"+strconv.Itoa(j), c.Emails[j].Extra)
		}
		for j := range c.Addresses {
			d.warnAt(at+"/addresses/"+strconv.Itoa(j), c.Addresses[j].Extra)
		}
		for j := range c.URLs {
			d.warnAt(at+"/urls/"+strconv.Itoa(j), c.URLs[j].Extra)
		}
	}
}

// lower returns the kind of something that may be written in either case, and
// advises the case of Meta's pages.
func (d *sender) lower() string {
	s := d.r.Text()
	small := strings.ToLower(s)
	if s != small {
		d.r.Report(decorum.Violation{Code: decorum.Recommended, Severity: decorum.SeverityWarning, Want: "lower case"})
	}
	return small
}
