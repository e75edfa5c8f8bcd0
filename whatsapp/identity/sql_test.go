package identity_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A column is what a database does with a value.
type column interface {
	comparable
	driver.Valuer
	encoding.TextMarshaler
}

// testColumn writes v to a database and reads it back into a pointer made by at.
func testColumn[T column](t *testing.T, v T, text, bad string, code decorum.Code, at func(*T) sql.Scanner) {
	t.Helper()
	var zero T
	if got, err := v.Value(); err != nil || got != text {
		t.Errorf("%s: written as %v %v", text, got, err)
	}
	if got, err := zero.Value(); err != nil || got != nil {
		t.Errorf("%T: none is written as %v %v", zero, got, err)
	}
	for _, c := range []struct {
		src  any
		want T
	}{{text, v}, {[]byte(text), v}, {"", zero}, {[]byte(nil), zero}, {nil, zero}} {
		got := v
		if err := at(&got).Scan(c.src); err != nil || got != c.want {
			t.Errorf("%T from %#v: %v %v", zero, c.src, got, err)
		}
	}
	kept := v
	if err := at(&kept).Scan(bad); !errors.Is(err, code) || kept != v {
		t.Errorf("%T: %v %v", zero, kept, err)
	}
	if err := at(&kept).Scan(int64(15162837151)); err == nil || kept != v {
		t.Errorf("%T from an integer: %v", zero, kept)
	}
}

func TestColumns(t *testing.T) {
	testColumn(t, identity.MustParseWhatsAppID("5215512345678"), "5215512345678", "52x", decorum.ForbiddenCharacter,
		func(id *identity.WhatsAppID) sql.Scanner { return id })
	testColumn(t, identity.MustParseUserID("US.13491208655302741918"), "US.13491208655302741918", "US.", decorum.Malformed,
		func(u *identity.UserID) sql.Scanner { return u })
	testColumn(t, identity.MustParseUsername("maria.s"), "maria.s", "m", decorum.TooShort,
		func(u *identity.Username) sql.Scanner { return u })
}
