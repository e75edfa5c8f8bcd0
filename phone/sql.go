package phone

import (
	"database/sql/driver"
	"fmt"
)

// Scan reads a number from a database: a string or bytes as [Parse] does, and
// NULL or the empty text as the zero Number. It implements [database/sql.Scanner].
func (n *Number) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*n = Number{}
		return nil
	case string:
		return n.UnmarshalText([]byte(src))
	case []byte:
		return n.UnmarshalText(src)
	}
	return fmt.Errorf("phone: a Number cannot be read from %T", src)
}

// Value returns the text of the number for a database, and NULL for the zero
// Number. It implements [driver.Valuer].
func (n Number) Value() (driver.Value, error) {
	if n.IsZero() {
		return nil, nil
	}
	return n.String(), nil
}
