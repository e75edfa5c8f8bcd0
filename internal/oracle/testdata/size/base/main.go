// Command base imports what package phone imports of the standard library.
package main

import (
	"database/sql/driver"
	"fmt"
	"log/slog"
	"os"
)

type value string

func (v value) LogValue() slog.Value         { return slog.StringValue(string(v)) }
func (v value) Value() (driver.Value, error) { return string(v), nil }

func main() {
	v := value(os.Args[1])
	slog.Info("number", "number", v)
	fmt.Println(v)
}
