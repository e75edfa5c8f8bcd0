package phone_test

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

var (
	_ sql.Scanner   = (*phone.Number)(nil)
	_ driver.Valuer = phone.Number{}
)

func TestScan(t *testing.T) {
	n := phone.MustParse("+15162837151")
	for _, c := range []struct {
		src  any
		want phone.Number
	}{
		{"+15162837151", n}, {[]byte("+1 (516) 283-7151"), n}, {"", phone.Number{}}, {[]byte(nil), phone.Number{}}, {nil, phone.Number{}},
	} {
		got := phone.MustParse("+4912345")
		if err := got.Scan(c.src); err != nil || got != c.want {
			t.Errorf("%v: %v %v", c.src, got, err)
		}
	}
	kept := n
	if err := kept.Scan("+x"); !errors.Is(err, decorum.ForbiddenCharacter) || kept != n {
		t.Error(kept, err)
	}
	if err := kept.Scan(int64(15162837151)); err == nil || kept != n || err.Error() != "phone: a Number cannot be read from int64" {
		t.Error(kept, err)
	}
}

func TestValue(t *testing.T) {
	if v, err := phone.MustParse("+1 516 283 7151").Value(); err != nil || v != "+15162837151" {
		t.Error(v, err)
	}
	if v, err := (phone.Number{}).Value(); err != nil || v != nil {
		t.Error(v, err)
	}
}
