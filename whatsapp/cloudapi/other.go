package cloudapi

import "github.com/decorum-go/decorum/internal/wire"

// Other is a part of a webhook that this version does not know, or an item that
// could not be read: its JSON is Raw.
type Other struct {
	header
	// Name is the member that it stood in, such as "groups"; "" for the value of a
	// field.
	Name string
}

// other keeps the value of the member at hand.
func (d *decoder) other(name string) {
	mark := d.r.Mark()
	d.r.Skip()
	d.keep(name, mark)
}

// keep keeps what was read since the mark.
func (d *decoder) keep(name string, mark wire.Mark) {
	if d.room() {
		d.add(&Other{header: d.head(mark), Name: name})
	}
}
