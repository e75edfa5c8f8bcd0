package cloudapi

import (
	"strconv"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// The bounds of a webhook. Meta documents 3 MB and 1,000 updates (webhooks
// overview and endpoint pages, 2025); the history of a number may hold more
// messages.
const (
	// MaxBody is the longest body that Decode reads, in bytes.
	MaxBody = 3 << 20
	// MaxNotices is how many notices one body may hold.
	MaxNotices = 10_000
)

// usual is about how many bytes of a webhook go to one message, or a bit less.
const usual = 300

// account is what a webhook says it is about.
const account = "whatsapp_business_account"

// Each element of a list takes memory, at most 336 bytes and as much again to
// spare, however short its JSON is. Therefore a body may have one for so many of
// its bytes, and some in any case. Webhooks as Meta writes them have one for 70 bytes
// or more.
const (
	bytesPerElement = 32
	anyElements     = 1_000
)

// limits bound a webhook: the deepest that Meta sends is about half as deep.
func limits() wire.Limits { return wire.Limits{Bytes: MaxBody, Depth: 32, Members: 10_000} }

// Decode reads the body of a webhook of the Cloud API, or of the On-Premises
// interface before it. Check its signature first: see [Verify].
//
// The error is an *[decorum.Error] with all that is wrong, each with its JSON
// Pointer into the body and, where the reader found it, its Span in bytes of the
// body. Notices are returned beside it: one bad item never harms the rest. What a
// message says is kept as a [message.Unknown] if it cannot be read, another item
// as an [Other], and neither is lost. An id or a time that cannot be read is left
// out of its notice. So answer 200, log the error, and handle the notices: Meta
// would send the same body again.
//
// Only a body that is no JSON, or beyond [MaxBody], [MaxNotices], 32 levels, 10,000
// elements of one list, or in all lists one element for 32 bytes (1,000 are always
// allowed), gives no notices. So Notices take at most 20 times the memory of a long
// body, and about 3 times that of one such as Meta sends.
//
// What this version does not know is no fault. Unknown members of a message are
// in the Extra of the part that had them, under "meta"; unknown types, fields and
// lists are kept raw. A null is as if it were not there.
func Decode(body []byte) (Notices, error) {
	var d decoder
	d.guess = max(len(body)/usual, 1)
	d.bounds = limits()
	d.bounds.Elements = max(len(body)/bytesPerElement, anyElements)
	d.r.Reset(body, d.bounds)
	d.r.SkipNulls()
	d.document()
	err := d.r.Done()
	if d.full || d.r.Err() != nil {
		return Notices{}, err
	}
	d.box()
	return Notices{d.list}, err
}

// A decoder reads one webhook.
type decoder struct {
	r      wire.Reader
	bounds wire.Limits
	list   []Notice
	// source is that of the notices that are read now; nil if there are none yet.
	source *source
	// guess is how many notices there may be, by the length of the body.
	guess int
	// full: there are more notices than may be.
	full bool

	// compared is how many profiles were looked at.
	compared int

	received arena[Received]
	statuses arena[Status]
	contents
}

// document reads all of the body. Old webhooks have the lists at the top.
func (d *decoder) document() {
	var v value
	for name := range d.r.Object() {
		switch name {
		case "object":
			d.object()
		case "entry":
			top := d.source
			for range d.r.Array() {
				d.entry()
			}
			d.source = top
			v.first = len(d.list) // those are settled
		default:
			d.member(&v, name)
		}
	}
	d.end(&v)
}

// object reads what the webhook is about.
func (d *decoder) object() {
	if name := d.r.Text(); name != account && name != "" {
		d.r.Report(decorum.Violation{Code: decorum.Mismatch, Want: account})
	}
}

// entry reads what one account has to tell.
func (d *decoder) entry() {
	first, mark := len(d.list), d.r.Mark()
	d.source = nil
	var of source
	for name := range d.r.Object() {
		switch name {
		case "id":
			of.account = d.r.LooseText()
		case "time":
			at := d.r.Mark()
			var left rest
			if of.sent = readSeconds(&d.r, &left, name); left != nil {
				d.keep(name, at)
			}
		case "field":
			of.field = d.r.Text()
		case "object":
			d.object()
		case "changes":
			own := d.source
			for range d.r.Array() {
				if d.source = own; d.isObject(name) {
					d.change()
				}
			}
			d.source = own
		default:
			d.other(name)
		}
	}
	if len(d.list) == first {
		d.keep("", mark)
	}
	for _, n := range d.list[first:] {
		s := n.from()
		s.account, s.sent = of.account, of.sent
		if s.field == "" {
			s.field = of.field
		}
	}
}

// change reads one change. The field, which tells what the value is, may stand
// behind it: values of conversations are told by their members, others are kept
// until the field is known.
func (d *decoder) change() {
	first := len(d.list)
	d.source = nil
	var field, late string
	for name := range d.r.Object() {
		switch name {
		case "field":
			field = d.r.Text()
		case "value":
			_, conversation := d.r.Lookup("messaging_product")
			switch {
			case conversation:
				d.value()
			case field != "":
				d.fieldValue(field)
			default:
				mark := d.r.Mark()
				late = d.r.Raw()
				d.r.Take(mark) // told by the second reading
			}
		default:
			d.other(name)
		}
	}
	if late != "" {
		d.late(field, late)
	}
	if d.source != nil {
		d.source.field = field
	}
	if field != "history" {
		return
	}
	for _, n := range d.list[first:] {
		if m, ok := n.(*Received); ok {
			m.pass()
		}
	}
}

// late reads a value whose field stood behind it.
func (d *decoder) late(field, raw string) {
	inner := decoder{guess: len(raw)/usual + 1, source: d.here(), bounds: d.bounds}
	inner.r.ResetString(raw, d.bounds)
	inner.r.Spend(d.r.Spent())
	inner.r.SkipNulls()
	inner.fieldValue(field)
	d.r.Spend(inner.r.Spent() - d.r.Spent())
	if inner.r.Done() != nil {
		var root decorum.Path
		place := root.Key("value")
		for _, v := range inner.r.Violations() {
			v.Span = decorum.Span{}
			d.r.Report(v.Under(&place))
		}
	}
	inner.box()
	d.full = d.full || inner.full || inner.r.Err() != nil
	for _, n := range inner.list {
		if d.room() {
			d.add(n)
		}
	}
}

// fieldValue reads a value that has nothing in it that tells what it is.
func (d *decoder) fieldValue(field string) {
	switch field {
	case "messages", "calls", "history", "smb_message_echoes", "user_preferences", "user_id_update":
		d.value()
	default:
		if !d.room() {
			return
		}
		mark, before := d.r.Mark(), d.faults()
		n := d.accountValue(field)
		if n == nil || d.faults() > before {
			d.keep("", mark)
			return
		}
		n.put(d.head(mark))
		d.add(n)
	}
}

// accountValue reads a value that is about an account, a number or a template;
// nil for others, which are passed over.
func (d *decoder) accountValue(field string) Notice {
	switch field {
	case "message_template_status_update":
		return readTemplateStatus(&d.r)
	case "message_template_quality_update":
		return readTemplateQuality(&d.r)
	case "template_category_update":
		return readTemplateCategory(&d.r)
	case "account_update":
		return readAccountUpdate(&d.r)
	case "account_alerts":
		return readAccountAlert(&d.r)
	case "account_review_update":
		return readAccountReview(&d.r)
	case "phone_number_quality_update":
		return readNumberQuality(&d.r)
	case "phone_number_name_update":
		return readNumberName(&d.r)
	case "business_capability_update":
		return readCapability(&d.r)
	}
	d.r.Skip()
	return nil
}

// here returns the source of the notices that are read now.
func (d *decoder) here() *source {
	if d.source == nil {
		d.source = new(source)
	}
	return d.source
}

// head returns the header of a notice that was read since the mark.
func (d *decoder) head(mark wire.Mark) header { return header{d.here(), d.r.RawSince(mark)} }

// add delivers a notice.
func (d *decoder) add(n Notice) {
	if d.list == nil {
		d.list = make([]Notice, 0, d.guess)
	}
	d.list = append(d.list, n)
}

// room reports whether one more notice may be read.
func (d *decoder) room() bool {
	if len(d.list) < MaxNotices {
		return true
	}
	if !d.full {
		d.full = true
		d.r.Report(decorum.Violation{Code: decorum.TooMany, Limit: MaxNotices, Actual: MaxNotices + 1, Unit: decorum.Items})
	}
	return false
}

// faults returns how many violations are recorded.
func (d *decoder) faults() int64 { return recorded(&d.r) }

func recorded(r *wire.Reader) int64 {
	vs := r.Violations()
	if n := len(vs); n > decorum.MaxViolations {
		return vs[n-1].Actual
	}
	return int64(len(vs))
}

// readSeconds reads an instant in seconds since 1970, a number or a string; 0 is
// no instant. What is none is reported and kept.
func readSeconds(r *wire.Reader, left *rest, name string) time.Time {
	const last = 253402300799 // the end of the year 9999
	s := r.LooseText()
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case s == "0" || s == "":
		return time.Time{} // what is no text has been reported
	case err != nil:
		r.Report(decorum.Violation{Code: decorum.Malformed, Want: "seconds since 1970"})
	case n < 0 || n > last:
		r.Report(decorum.Violation{Code: decorum.OutOfRange, Want: "seconds since 1970"})
	default:
		return time.Unix(n, 0).UTC()
	}
	left.text(name, s)
	return time.Time{}
}
