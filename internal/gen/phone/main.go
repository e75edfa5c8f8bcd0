// Command phone generates the tables of package phone from the metadata of
// github.com/nyaruka/phonenumbers/v2, in the version that go.mod names. The same
// metadata gives the same bytes.
//
//	go run ./internal/gen/phone -o phone/tables_gen.go
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	out := flag.String("o", "", "the file to write; standard output if empty")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out string) error {
	source, err := generate()
	if err != nil {
		return err
	}
	if out == "" {
		_, err = os.Stdout.Write(source)
		return err
	}
	return os.WriteFile(out, source, 0o644)
}
