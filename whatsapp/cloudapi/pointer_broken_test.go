package cloudapi_test

import (
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Whatever is wrong with a message: where it is written all the same, the pointer
// leads to a part of the request, or to one that is missing in a part of it. And
// the request, read again, is told the same faults of.
func TestWirePointersOfBrokenMessages(t *testing.T) {
	told := 0
	for _, text := range []string{"", " ", "a\tb\n  c", strings.Repeat("é", 5000), "{{1}}", "ftp://a b", "\u200b"} {
		eachText(text, func(at string, m message.Message) {
			body, err := cloudapi.Encode(ann(), m, cloudapi.Options{})
			if err != nil {
				return
			}
			for _, limits := range []message.Limits{message.CloudAPI(), message.Workspace()} {
				vs := m.Check(limits)
				for i := range vs {
					vs[i].Path = cloudapi.WirePointer(m, vs[i].Path)
					told++
				}
				resolveAll(t, at, body, vs)
			}
			q, err := cloudapi.DecodeRequest(body)
			if err != nil {
				t.Errorf("%s: %v", at, err)
				return
			}
			vs := q.Check(message.CloudAPI())
			resolveAll(t, at, body, vs)
			if !strings.HasPrefix(at, "template") && m.Check(message.CloudAPI()).HasErrors() != vs.HasErrors() {
				t.Errorf("%s %.10q: %v, and of the request %v", at, text, m.Check(message.CloudAPI()), vs)
			}
		})
	}
	if told < 500 {
		t.Errorf("only %d violations", told)
	}
}
