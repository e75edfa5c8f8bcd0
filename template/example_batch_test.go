package template_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// A campaign is checked before it is sent: definitions as JSON, and a table with a
// row for each message, whose columns are named by where their values go.
func Example_batch() {
	definitions := `[
		{"id": "order_ready", "language": "en", "body": "Hello {{1}}, your order {{2}} is ready.", "buttons": [
			{"type": "url", "text": "See it", "url": "https://shop.example/{{1}}"}]},
		{"id": "reminder", "language": "en", "header": {"type": "text", "text": "See you {{day}}"}, "body": "At {{hour}}, as agreed."}]`
	table := csv.NewReader(strings.NewReader(`template,body.1,body.2,button.0,header.day,body.hour
order_ready,Ann,1042,1042,,
order_ready,Bob,,1043,,
reminder,,,,"Friday
  or Monday",9
welcome,,,,,
`))
	var list []template.Notification
	if err := json.Unmarshal([]byte(definitions), &list); err != nil {
		fmt.Println(err)
		return
	}
	byID := map[template.ID]template.Notification{}
	for _, n := range list {
		byID[n.ID] = n
	}
	columns, err := table.Read()
	if err != nil {
		fmt.Println(err)
		return
	}
	var root decorum.Path
	rows := root.Key("rows")
	for i := 0; ; i++ {
		row, err := table.Read()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			fmt.Println(err)
			return
		}
		at := rows.Index(i)
		n, ok := byID[template.ID(row[0])]
		if !ok {
			id := at.Key("template")
			fmt.Println(decorum.Violation{Code: decorum.NotFound, Severity: decorum.SeverityError, Path: id.String()})
			continue
		}
		tell(&at, n.Fill(arguments(columns, row)).Check(template.Workspace()))
	}
	// Output:
	// /rows/1/arguments/body/1: missing; give a value
	// /rows/2/arguments/header/day: holds a new line, a tab or more than four spaces in a row; use single spaces (at byte 6)
	// /rows/3/template: refers to something that is not there
}

// tell says what is wrong with the value at a place. One list for a whole table
// would end after [decorum.MaxViolations].
func tell(at *decorum.Path, vs decorum.Violations) {
	for _, v := range vs {
		fmt.Println(v.Under(at)) // or localize.For("pt_BR").Violation(v.Under(at))
	}
}

// arguments puts the values of a row where its columns say.
func arguments(columns, row []string) (a template.Arguments) {
	for i, value := range row {
		where, name, _ := strings.Cut(columns[i], ".")
		switch {
		case value == "":
		case where == "header":
			a.Header = a.Header.With(name, value)
		case where == "body":
			a.Body = a.Body.With(name, value)
		case where == "button":
			var at template.ButtonIndex
			if _, err := fmt.Sscan(name, &at); err == nil {
				a.Buttons = append(a.Buttons, template.ButtonValue{Button: at, Value: value})
			}
		}
	}
	return a
}
