package esp

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// The members of a message's JSON.
const (
	memberReferenceID = "ReferenceId"
	memberRequest     = "Request"
	memberUserData    = "UserData"
	memberFault       = "Fault"
)

// An envelope is what requests and answers have in common.
type envelope struct {
	referenceID               int64
	request, userData, refuse List
	err                       error
}

// parseMessage reads a message's JSON; refuse is the member Fault of an answer.
func parseMessage(data []byte, answer bool) envelope {
	var m envelope
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
			m.refuse = r.list(1)
		default:
			want := "ReferenceId, Request, UserData"
			if answer {
				want += ", Fault"
			}
			r.Skip()
			r.Report(decorum.Violation{Code: decorum.Unknown, Want: want})
		}
	}
	m.err = r.Done()
	return m
}

func (m envelope) appendJSON(dst []byte) ([]byte, error) {
	var root decorum.Path
	var vs decorum.Violations
	for _, part := range [...]Pair{{memberRequest, m.request}, {memberUserData, m.userData}, {memberFault, m.refuse}} {
		at := root.Key(part.Key)
		vs = vs.Join(nil, part.Value.(List).checkUnder(&at))
	}
	if err := vs.Err(); err != nil {
		return dst, err
	}
	return finish(dst, func(w *wire.Writer) {
		w.Object()
		w.Key(memberReferenceID)
		w.Int64(m.referenceID)
		if len(m.request) > 0 {
			w.Key(memberRequest)
			writeList(w, m.request)
		}
		if m.refuse != nil {
			w.Key(memberFault)
			writeList(w, m.refuse)
		}
		if m.userData != nil {
			w.Key(memberUserData)
			writeList(w, m.userData)
		}
		w.End()
	})
}
