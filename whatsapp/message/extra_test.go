package message_test

import (
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// An Extra that repeats what the value itself writes would make JSON with one name
// twice, which nobody reads: it is told where.
func TestAnExtraRepeatsNothing(t *testing.T) {
	for want, m := range map[string]message.Message{
		"/type":                       message.Text{Body: "Hi", Extra: `{"x":1,"type":"image"}`},
		"/body":                       message.Text{Body: `"type":"text"`, Extra: `{"body":null}`},
		"/contacts/1/phones/0/number": message.Contacts{Cards: []message.Card{{}, {Phones: []message.Phone{{Number: "+1", Extra: `{"number":"+2"}`}}}}},
	} {
		out, err := m.(interface {
			AppendJSON(dst []byte) ([]byte, error)
		}).AppendJSON(nil)
		var refused *decorum.Error
		if !errors.As(err, &refused) || len(refused.Violations) != 1 ||
			refused.Violations[0].Code != decorum.Duplicate || refused.Violations[0].Path != want {
			t.Errorf("%s: %s, %v", want, out, err)
		}
	}
	if out, err := (message.Text{Body: "Hi", Extra: `{"Body":1,"typ":2}`}).MarshalJSON(); err != nil || string(out) != `{"type":"text","body":"Hi","Body":1,"typ":2}` {
		t.Errorf("%s, %v", out, err)
	}
}
