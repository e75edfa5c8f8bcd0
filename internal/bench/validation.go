package main

import (
	"fmt"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/validation"
)

// taggedMessage has a host's own fields under our tags, untaggedMessage the same
// under validator's.
type taggedMessage struct {
	Header string   `json:"header" validate:"wa_header"`
	Body   string   `json:"body" validate:"wa_body"`
	Footer string   `json:"footer" validate:"omitempty,wa_footer"`
	Titles []string `json:"titles" validate:"max=3,dive,wa_reply_title"`
}

type untaggedMessage struct {
	Header string   `validate:"required,max=60"`
	Body   string   `validate:"required,max=1024"`
	Footer string   `validate:"omitempty,max=60"`
	Titles []string `validate:"max=3,dive,required,max=20"`
}

// validationAreas have no promised ratio: they watch that tags, which apply all
// rules of a text and not its length alone, stay in the order of validator's.
func validationAreas() []area {
	ours, theirs := validator.New(), validator.New()
	if err := validation.Register(ours, template.Workspace()); err != nil {
		return []area{{name: "validation: registration", check: func() error { return err }}}
	}
	var areas []area
	for _, in := range []struct {
		name   string
		title  string
		errors int
	}{
		{"no errors", "Yes", 0},
		{"three errors", strings.Repeat("x", 21), 3},
	} {
		titles := []string{in.title, in.title, in.title}
		tagged := taggedMessage{"Order 1042", "Shall we deliver on Friday?", "Reply STOP to opt out", titles}
		plain := untaggedMessage{tagged.Header, tagged.Body, tagged.Footer, titles}
		areas = append(areas, area{
			name: "validation: a host's struct, " + in.name,
			check: func() error {
				n := 0
				if err := theirs.Struct(&plain); err != nil {
					n = len(err.(validator.ValidationErrors)) //nolint:errorlint // what Struct returns
				}
				if vs := validation.Violations(ours.Struct(&tagged), &tagged); len(vs) != in.errors || n != in.errors {
					return fmt.Errorf("ours %v, theirs %d, want %d", vs, n, in.errors)
				}
				return nil
			},
			candidates: []candidate{
				{name: "our tags and validation.Violations", run: func() {
					sink += len(validation.Violations(ours.Struct(&tagged), &tagged))
				}},
				{name: "validator's tags and Error", run: func() {
					if err := theirs.Struct(&plain); err != nil {
						sink += len(err.Error())
					}
				}},
			},
		})
	}
	return areas
}
