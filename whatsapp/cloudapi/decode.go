package cloudapi

import (
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

// account is what a webhook says it is about.
const account = "whatsapp_business_account"

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
// Only a body that is no JSON, or beyond [MaxBody], [MaxNotices], 32 levels or
// 10,000 elements of one list, gives no notices.
//
// What this version does not know is no fault. Unknown members of a message are
// in the Extra of the part that had them, under "meta"; unknown types, fields and
// lists are kept raw. A null is as if it were not there.
func Decode(body []byte) (Notices, error) {
	var d decoder
	d.r = wire.NewReader(body, limits())
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
	r    *wire.Reader
	list []Notice
	// full: there are more notices than may be.
	full bool

	received wire.Arena[Received]
	statuses wire.Arena[Status]
	profiles []profile
	contents
}

// document reads all of the body. Old webhooks have the lists at the top.
func (d *decoder) document() {
	v := d.begin()
	for name := range d.r.Object() {
		switch name {
		case "object":
			d.object()
		case "entry":
			for range d.r.Array() {
				d.entry()
			}
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
	var h Header
	for name := range d.r.Object() {
		switch name {
		case "id":
			h.Account = d.r.LooseText()
		case "time":
			h.Sent = readSeconds(d.r)
		case "field":
			h.Field = d.r.Text()
		case "object":
			d.object()
		case "changes":
			for range d.r.Array() {
				d.change()
			}
		default:
			d.other(name)
		}
	}
	if len(d.list) == first {
		d.keep("", mark)
	}
	for _, n := range d.list[first:] {
		o := n.header()
		o.Account, o.Sent = h.Account, h.Sent
		if o.Field == "" {
			o.Field = h.Field
		}
	}
}

// change reads one change. The field, which tells what the value is, may stand
// behind it: values of conversations are told by their members, others are kept
// until the field is known.
func (d *decoder) change() {
	first := len(d.list)
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
	for _, n := range d.list[first:] {
		n.header().Field = field
		if m, ok := n.(*Received); ok && field == "history" {
			m.pass()
		}
	}
}

// late reads a value whose field stood behind it.
func (d *decoder) late(field, raw string) {
	outer := d.r
	d.r = wire.NewStringReader(raw, limits())
	d.r.SkipNulls()
	d.fieldValue(field)
	inner := d.r
	d.r = outer
	if inner.Done() == nil {
		return
	}
	var root decorum.Path
	place := root.Key("value")
	for _, v := range inner.Violations() {
		v.Span = decorum.Span{}
		d.r.Report(v.Under(&place))
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
		n.header().Raw = d.r.RawSince(mark)
		d.add(n)
	}
}

// accountValue reads a value that is about an account, a number or a template;
// nil for others, which are passed over.
func (d *decoder) accountValue(field string) Notice {
	switch field {
	case "message_template_status_update":
		return readTemplateStatus(d.r)
	case "message_template_quality_update":
		return readTemplateQuality(d.r)
	case "template_category_update":
		return readTemplateCategory(d.r)
	case "account_update":
		return readAccountUpdate(d.r)
	case "account_alerts":
		return readAccountAlert(d.r)
	case "account_review_update":
		return readAccountReview(d.r)
	case "phone_number_quality_update":
		return readNumberQuality(d.r)
	case "phone_number_name_update":
		return readNumberName(d.r)
	case "business_capability_update":
		return readCapability(d.r)
	}
	d.r.Skip()
	return nil
}

// add delivers a notice.
func (d *decoder) add(n Notice) { *wire.Grow(&d.list) = n }

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
func (d *decoder) faults() int64 { return recorded(d.r) }

func recorded(r *wire.Reader) int64 {
	vs := r.Violations()
	if n := len(vs); n > decorum.MaxViolations {
		return vs[n-1].Actual
	}
	return int64(len(vs))
}

// readSeconds reads an instant in seconds since 1970, a number or a string. What
// is no such instant is reported, and the zero time returned.
func readSeconds(r *wire.Reader) time.Time {
	const last = 253402300799 // the end of the year 9999
	n := r.LooseInt64()
	if n < 0 || n > last {
		r.Report(decorum.Violation{Code: decorum.OutOfRange, Limit: last, Actual: n, Unit: decorum.Seconds})
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}
