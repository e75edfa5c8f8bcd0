package cloudapi

import (
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readFaults reads a list of errors.
func readFaults(r *wire.Reader) (faults []message.Fault) {
	for range r.Array() {
		faults = append(faults, readFault(r))
	}
	return faults
}

// readFault reads an error as Meta tells it: in a webhook, where version 15 and
// older have the details at the top, and in the answer to a request.
func readFault(r *wire.Reader) (f message.Fault) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "code":
			mark, before := r.Mark(), recorded(r)
			if f.Code = r.LooseInt64(); recorded(r) > before {
				left.keep(r, name, mark)
			}
		case "title":
			f.Title = r.Text()
		case "message":
			f.Message = r.Text()
		case "details":
			if f.Details != "" {
				left.read(r, name)
				continue
			}
			f.Details = r.Text()
		case "error_data":
			readErrorData(r, &f, &left)
		case "href":
			f.URL = r.Text()
		default:
			left.read(r, name)
		}
	}
	f.Extra = left.extra()
	return f
}

func readErrorData(r *wire.Reader, f *message.Fault, left *rest) {
	if r.Kind() != wire.Object {
		left.read(r, "error_data") // a text in the oldest versions
		return
	}
	var inner rest
	for name := range r.Object() {
		if name == "details" && f.Details == "" {
			f.Details = r.Text()
			continue
		}
		inner.read(r, name)
	}
	left.nest("error_data", inner)
}

// Fault is an error that Meta tells in a webhook and that belongs to no message.
type Fault struct {
	header
	// Fault is the error. Its code tells what to do.
	Fault message.Fault
}

// fault reads an element of the errors of a value, or of a history.
func (d *decoder) fault() {
	mark, before := d.r.Mark(), d.faults()
	f := &Fault{Fault: readFault(&d.r)}
	if d.faults() > before {
		d.keep("errors", mark)
		return
	}
	f.header = d.head(mark)
	d.add(f)
}
