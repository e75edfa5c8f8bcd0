package phone_test

import (
	"errors"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// TestTableOfMistakes reads the table in the package's documentation and holds
// each of its lines.
func TestTableOfMistakes(t *testing.T) {
	source, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(source), "# What Decorum does with the numbers people get wrong")
	if !ok {
		t.Fatal("the table is gone")
	}
	line := regexp.MustCompile(`(?m)^//\t(\S.*?)\s{2,}(-|[A-Z]{2})\s+(\+\d+|error)\s+([a-z_]+)\s{2,}\S.*$`)
	rows := line.FindAllStringSubmatch(table, -1)
	if lines := strings.Count(table, "\n//\t"); len(rows) != lines || lines < 25 {
		t.Fatalf("%d of %d lines can be read", len(rows), lines)
	}
	for _, row := range rows {
		input, region, text, answer := row[1], row[2], row[3], row[4]
		if unquoted, err := strconv.Unquote(input); err == nil {
			input = unquoted
		}
		var n phone.Number
		var err error
		if region == "-" {
			n, err = phone.Parse(input)
		} else {
			n, err = phone.ParseRegion(input, region)
		}
		if text == "error" {
			if !errors.Is(err, decorum.Code(answer)) {
				t.Errorf("%q: %v, want %s", input, err, answer)
			}
			continue
		}
		if err != nil || n.String() != text || n.Validity().String() != answer {
			t.Errorf("%q: %v %v %v, want %s %s", input, n, n.Validity(), err, text, answer)
		}
	}
}
