package template_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// figures are the limits of Meta's Cloud API, and what the guide has instead.
const figures = `
HeaderText 60, Body 1024, BodyAlone 32768, Footer 60
Buttons 10, QuickReplies 10, PhoneButtons 1, URLButtons 2, CopyCodes 1
Label 25, LabelAdvised 0, PhoneNumber 20, URL 2000, Code 20, CodeAdvised 15, OfferCode 15, OneTimeCode 15
Payload 256, PayloadAdvised 128, OfferText 16, OfferBody 600, CardsMin 2, Cards 10, CardBody 160, CardButtons 2, Apps 5
Replies 3, ReplyTitle 20, ReplyID 256, ListBody 4096, ListBodyAdvised 1024, Menu 20
Sections 10, SectionTitle 24, Rows 10, RowTitle 24, RowDescription 72, RowID 200
ActionLabel 20, FlowLabel 30, FlowLabelAdvised 20, Products 30, CardBreaks 2, PinCode 6`

const ofTheGuide = "BodyAlone 0, QuickReplies 3, LabelAdvised 20, ListBody 1024, ListBodyAdvised 0, RowTitle 20"

// TestLimitsAreThoseOfTheirSources: a figure that changes, changes here, too.
func TestLimitsAreThoseOfTheirSources(t *testing.T) {
	read := func(text string, into map[string]string) map[string]string {
		for _, entry := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' }) {
			name, figure, _ := strings.Cut(strings.TrimSpace(entry), " ")
			into[name] = figure
		}
		return into
	}
	meta := read(figures, map[string]string{})
	for name, test := range map[string]struct {
		limits template.Limits
		want   map[string]string
	}{
		"CloudAPI":  {template.CloudAPI(), meta},
		"Workspace": {template.Workspace(), read(ofTheGuide, read(figures, map[string]string{}))},
	} {
		got := map[string]string{}
		v := reflect.ValueOf(test.limits)
		for i := range v.NumField() {
			switch field := v.Field(i).Interface().(type) {
			case decorum.Limit:
				got[v.Type().Field(i).Name] = fmt.Sprint(field.Max)
			case int:
				got[v.Type().Field(i).Name] = fmt.Sprint(field)
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
