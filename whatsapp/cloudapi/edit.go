package cloudapi

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// readEdit reads the object of a change of a message.
func readEdit(r *wire.Reader) (e message.Edit) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "original_message_id":
			e.Target = r.Text()
		case "message":
			var inner rest
			readEdited(r, &e, &inner)
			left.nest(name, inner)
		default:
			left.read(r, name)
		}
	}
	e.Extra = left.extra()
	return e
}

// readEdited reads what a message says now.
func readEdited(r *wire.Reader, e *message.Edit, left *rest) {
	mark := r.Mark()
	var kind, seen string
	for name := range r.Object() {
		switch {
		case name == "type":
			kind = r.Text()
		case name == "context":
			e.Context = readContext(r)
		case seen == "" && name != "edit" && isContent(name):
			seen, e.Message = name, readContent(r, name)
		default:
			left.read(r, name)
		}
	}
	switch {
	case kind == "media_placeholder" && seen == "":
		e.Message = message.Media{File: attachment.UnknownKind}
	case kind != seen && isContent(kind) && kind != "edit":
		r.Report(decorum.Violation{Code: decorum.Mismatch, Path: "/type"})
	case kind != seen:
		e.Message, *left = unread(r.RawSince(mark)), nil
	}
}

// readDeletion reads the object of a message that was taken back.
func readDeletion(r *wire.Reader) (d message.Deletion) {
	var left rest
	for name := range r.Object() {
		if name == "original_message_id" {
			d.Target = r.Text()
			continue
		}
		left.read(r, name)
	}
	d.Extra = left.extra()
	return d
}
