package template_test

import (
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// An Extra that repeats what the value itself writes is told where.
func TestAnExtraRepeatsNothing(t *testing.T) {
	for want, m := range map[string]interface {
		AppendJSON(dst []byte) ([]byte, error)
	}{
		"/body": template.ReplyButtons{Body: "Hi", Extra: `{"body":"no"}`},
		"/sections/0/rows/1/title": template.List{Body: "Hi", Sections: []template.Section{{Rows: []template.Row{
			{ID: "a", Title: "A", Extra: `{"x":1}`}, {ID: "b", Title: "B", Extra: `{"x":1,"title":"C"}`},
		}}}},
	} {
		out, err := m.AppendJSON(nil)
		var refused *decorum.Error
		if !errors.As(err, &refused) || len(refused.Violations) != 1 ||
			refused.Violations[0].Code != decorum.Duplicate || refused.Violations[0].Path != want {
			t.Errorf("%s: %s, %v", want, out, err)
		}
	}
}
