// Command phone does the same and reads a number with package phone.
package main

import (
	"database/sql/driver"
	"fmt"
	"log/slog"
	"os"

	"github.com/decorum-go/decorum/phone"
)

type value string

func (v value) LogValue() slog.Value         { return slog.StringValue(string(v)) }
func (v value) Value() (driver.Value, error) { return string(v), nil }

func main() {
	v := value(os.Args[1])
	slog.Info("number", "number", v)
	fmt.Println(v)
	n, err := phone.ParseRegion(os.Args[1], os.Args[2])
	slog.Info("number", "number", n, "error", err)
	fmt.Println(n, n.Region(), n.Kind(), n.Validity(), n.IsValid())
}
