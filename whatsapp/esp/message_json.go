package esp

import (
	"github.com/decorum-go/decorum"
)

// The members of a message's JSON.
const (
	memberReferenceID = "ReferenceId"
	memberRequest     = "Request"
	memberUserData    = "UserData"
	memberFault       = "Fault"
)

// messageParts are what the JSON of requests and answers have in common.
type messageParts struct {
	referenceID              int64
	request, userData, fault List
}

// parseMessage reads a message's JSON; an answer's may have the member Fault. What
// could be read is returned along with an error.
func parseMessage(data []byte, answer bool) (messageParts, error) {
	var m messageParts
	r := newReader(data)
	for key := range r.Object() {
		r.pairs = 0
		switch {
		case key == memberReferenceID:
			m.referenceID = r.Int64()
		case key == memberRequest:
			m.request = r.list(1)
		case key == memberUserData:
			m.userData = r.list(1)
		case key == memberFault && answer:
			m.fault = r.list(1)
		default:
			want := "ReferenceId, Request, UserData"
			if answer {
				want += ", Fault"
			}
			r.Skip()
			r.Report(decorum.Violation{Code: decorum.Unknown, Want: want})
		}
	}
	return m, r.Done()
}
