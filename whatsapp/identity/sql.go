package identity

import (
	"database/sql/driver"
	"encoding"
	"fmt"
)

// Scan reads an id from a database: a string or bytes as [ParseWhatsAppID] does,
// and NULL or the empty text as the zero WhatsAppID. It implements
// [database/sql.Scanner].
func (id *WhatsAppID) Scan(src any) error { return scan(id, src) }

// Value returns the text of the id for a database, and NULL for the zero
// WhatsAppID. It implements [driver.Valuer].
func (id WhatsAppID) Value() (driver.Value, error) { return value(id.String()) }

// Scan reads an id from a database: a string or bytes as [ParseUserID] does, and
// NULL or the empty text as the zero UserID. It implements
// [database/sql.Scanner].
func (u *UserID) Scan(src any) error { return scan(u, src) }

// Value returns the text of the id for a database, and NULL for the zero UserID.
// It implements [driver.Valuer].
func (u UserID) Value() (driver.Value, error) { return value(u.text) }

// Scan reads a name from a database: a string or bytes as [ParseUsername] does,
// and NULL or the empty text as the zero Username. It implements
// [database/sql.Scanner].
func (u *Username) Scan(src any) error { return scan(u, src) }

// Value returns the name for a database, and NULL for the zero Username. It
// implements [driver.Valuer].
func (u Username) Value() (driver.Value, error) { return value(u.text) }

func scan(to encoding.TextUnmarshaler, src any) error {
	switch src := src.(type) {
	case nil:
		return to.UnmarshalText(nil)
	case string:
		return to.UnmarshalText([]byte(src))
	case []byte:
		return to.UnmarshalText(src)
	}
	return fmt.Errorf("identity: an id or a name cannot be read from %T", src)
}

func value(text string) (driver.Value, error) {
	if text == "" {
		return nil, nil
	}
	return text, nil
}
