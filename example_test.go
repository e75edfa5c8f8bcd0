package decorum_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/decorum-go/decorum"
)

// A check of one's own: all that is wrong is told at once, each fault with its
// place and its measure.
func Example() {
	type button struct{ Title string }
	buttons := []button{{"Yes"}, {"No"}, {"Call me back, please!!"}, {""}}

	title := decorum.Limit{Max: 20, Unit: decorum.CodePoints}
	count := decorum.Limit{Max: 3, Unit: decorum.Items}

	var vs decorum.Violations
	var root decorum.Path
	list := root.Key("buttons")
	vs = count.CheckCount(vs, &list, len(buttons))
	for i, b := range buttons {
		at := list.Index(i)
		place := at.Key("title")
		vs = title.Check(vs, &place, b.Title)
		if !decorum.HasVisible(b.Title) {
			vs = vs.Add(decorum.Violation{
				Code: decorum.Required, Severity: decorum.SeverityError, Path: place.String(),
			})
		}
	}

	err := vs.Err()
	for v := range decorum.All(err) {
		fmt.Println(v)
	}
	fmt.Println(errors.Is(err, decorum.TooLong), errors.Is(err, decorum.Duplicate))
	// Output:
	// /buttons: 4 items, at most 3
	// /buttons/2/title: 22 code points, at most 20
	// /buttons/3/title: missing; give a value
	// true false
}

func ExampleAll() {
	body := decorum.Violation{Code: decorum.Blank, Severity: decorum.SeverityError, Path: "/body"}
	link := decorum.Violation{Code: decorum.Insecure, Severity: decorum.SeverityWarning, Path: "/url"}
	err := errors.Join(
		fmt.Errorf("message 1: %w", decorum.Violations{body, link}.Err()),
		fmt.Errorf("message 2: %w", body.Err()),
	)
	for v := range decorum.All(err) {
		fmt.Println(v.Severity, v.Path)
	}
	// Output:
	// error /body
	// warning /url
	// error /body
}

func ExampleError() {
	err := decorum.Violation{
		Code: decorum.MissingPrivilege, Severity: decorum.SeverityError,
		Path: "/attachment", Want: "InteractionWorkspace.WhatsApp.canSendFiles",
	}.Err()

	var e *decorum.Error
	if errors.As(err, &e) {
		fmt.Println(e.Violations[0].Want)
	}
	fmt.Println(err)
	// Output:
	// InteractionWorkspace.WhatsApp.canSendFiles
	// /attachment: the agent lacks a privilege; want InteractionWorkspace.WhatsApp.canSendFiles
}

func ExampleViolation_MarshalJSON() {
	v := decorum.Violation{
		Code: decorum.TooLong, Severity: decorum.SeverityError, Path: "/body",
		Limit: 1024, Actual: 1030, Unit: decorum.UTF16Units,
	}
	data, _ := json.Marshal(v)
	fmt.Println(string(data))
	// Output:
	// {"code":"too_long","severity":"error","path":"/body","limit":1024,"actual":1030,"unit":"utf16_units"}
}

func ExamplePath() {
	var root decorum.Path
	sections := root.Key("sections")
	section := sections.Index(1)
	rows := section.Key("rows")
	row := rows.Index(4)
	title := row.Key("title")
	fmt.Println(title.String())

	arguments := root.Key("arguments")
	plain := arguments.UserKey("order_id")
	forged := arguments.UserKey("x\nlevel=ERROR msg=forged")
	fmt.Println(plain.String(), forged.String())
	// Output:
	// /sections/1/rows/4/title
	// /arguments/order_id /arguments
}

func ExampleSplitPointer() {
	tokens, err := decorum.SplitPointer("/arguments/a~1b/0")
	fmt.Printf("%q %v\n", tokens, err)
	_, err = decorum.SplitPointer("arguments")
	fmt.Println(err)
	// Output:
	// ["arguments" "a/b" "0"] <nil>
	// not well-formed (at byte 0); want a JSON Pointer (RFC 6901)
}

func ExampleLimit_Left() {
	body := decorum.Limit{Max: 1024, Unit: decorum.CodePoints}
	text := "Thank you for your patience! 🙏🏽"
	fmt.Printf("%d/%d, %d left\n", body.Count(text), body.Max, body.Left(text))
	// Output:
	// 31/1024, 993 left
}

func ExampleLimit_Fit() {
	button := decorum.Limit{Max: 20, Unit: decorum.CodePoints}
	fmt.Println(button.Fit("Talk to my family 👨‍👩‍👧‍👦"))
	// Output:
	// Talk to my family
}

func ExampleLimit_Over() {
	points := decorum.Limit{Max: 3, Unit: decorum.CodePoints}
	units := decorum.Limit{Max: 3, Unit: decorum.UTF16Units}
	fmt.Println(points.Over("ok😀"), units.Over("ok😀"))
	// Output:
	// false true
}

func ExampleCountGraphemes() {
	const family = "👨‍👩‍👧‍👦"
	fmt.Println(len(family), decorum.CountUTF16Units(family), decorum.CountCodePoints(family), decorum.CountGraphemes(family))
	// Output:
	// 25 11 7 1
}

func ExampleHasVisible() {
	fmt.Println(decorum.HasVisible(" \u200b\u3164\t"), decorum.HasVisible(" . "))
	// Output:
	// false true
}
