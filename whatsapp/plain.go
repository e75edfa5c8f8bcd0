package whatsapp

import (
	"reflect"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// plainRoom is how many bytes a message may have that is plain: far fewer than
// are read, even if each of them is escaped.
const plainRoom = 64 << 10

// unlessPlain returns what [storable] returns, for a message that passed its Check.
// It asks only where that is not plain to see, since it takes ten times as long: the
// message is short, its texts are valid UTF-8, and it keeps no JSON of the host's or a
// later version's.
func unlessPlain(m message.Message) decorum.Violations {
	switch s := m.(type) {
	case message.Text: // which storable sees at once
		return storable(m)
	case message.Structured:
		if _, ok := s.Structured.(template.Flow); ok { // whose Data is JSON
			return storable(m)
		}
	}
	if plain(reflect.ValueOf(m), plainRoom) >= 0 {
		return nil
	}
	return storable(m)
}

// plain returns what a value leaves of the room; below zero if it is not plain.
func plain(v reflect.Value, room int) int {
	room -= 8 // about what stands around a value
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		if s != "" && (v.Type() == reflect.TypeFor[template.Extra]() || decorum.InvalidOffset(s) >= 0) {
			return -1
		}
		return room - len(s)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			break // of which not all can be written
		}
		for i := 0; i < v.NumField() && room >= 0; i++ {
			room = plain(v.Field(i), room)
		}
		return room
	case reflect.Slice, reflect.Array:
		for i := 0; i < v.Len() && room >= 0; i++ {
			room = plain(v.Index(i), room)
		}
		return room
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return room
		}
		return plain(v.Elem(), room)
	case reflect.Uint8:
		if v.Uint() <= uint64(attachment.Sticker) {
			return room
		}
	case reflect.Bool, reflect.Int, reflect.Int32, reflect.Int64:
		return room
	default: // numbers with a point, and what messages do not have
	}
	if v.IsZero() {
		return room
	}
	return -1
}
