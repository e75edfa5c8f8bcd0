package oracle_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// The options, which stand beside templates, take for an id and a language of the
// default notification what templates take.
func TestOB5OptionsTakeWhatTemplatesTake(t *testing.T) {
	accepted := func(name, value string) bool {
		_, vs := option.Parse(option.Layers{Agent: map[string]string{name: value}})
		return !vs.HasErrors()
	}
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.StringMatching(`([aZ9_.@é-]{0,3}|a{510,513}@?)([a-z9_@]{0,3}|[aZ-]{0,2}|b{510,513})`).Draw(t, "id")
		if _, err := template.ParseID(id); id != "" && accepted(option.NameDefaultNotificationID, id) != (err == nil) {
			t.Errorf("id %q: %v", id, err)
		}
		language := rapid.StringMatching(`[a-zA1_é-]{0,4}[_-]?[A-Za1é]{0,4}[_-]?[a1Z]{0,9}`).Draw(t, "language")
		if _, err := template.ParseLanguage(language); language != "" && accepted(option.NameDefaultNotificationLanguage, language) != (err == nil) {
			t.Errorf("language %q: %v", language, err)
		}
	})
}
