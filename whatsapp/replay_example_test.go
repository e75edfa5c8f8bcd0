package whatsapp_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/decorum-go/decorum/whatsapp"
)

// replay reads a log of one event a line, behind what the session knows already.
func replay(s whatsapp.Session, file io.Reader) (whatsapp.Session, error) {
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, whatsapp.MaxEventJSON+1)
	for range s.Version() {
		lines.Scan()
	}
	return s.Replay(func(yield func(whatsapp.Event, error) bool) {
		for lines.Scan() {
			if !yield(whatsapp.UnmarshalEvent(lines.Bytes())) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(nil, err)
		}
	})
}

// A host that starts again reads its log, the rest of it where it has a snapshot,
// and sends what was not sent.
func ExampleSession_Replay() {
	log := `{"type":"queued","v":1,"at":"2026-03-01T09:00:00Z","interaction":1,"why":"new"}
{"type":"accepted","v":1,"at":"2026-03-01T09:00:05Z","agent":"ann"}
`
	s, err := replay(whatsapp.Session{}, strings.NewReader(log))
	fmt.Println(s.Version(), s.State(), s.Agent(), err)
	snapshot, err := json.Marshal(s)
	if err != nil {
		fmt.Println(err)
		return
	}

	log += `{"type":"send_requested","v":1,"at":"2026-03-01T09:00:20Z","agent":"ann","local_id":"m1","message":{"type":"text","body":"On its way."}}
`
	var later whatsapp.Session
	if err := json.Unmarshal(snapshot, &later); err != nil {
		fmt.Println(err)
		return
	}
	later, err = replay(later, strings.NewReader(log))
	fmt.Println(later.Version(), later.State(), later.Agent(), err)
	for m := range later.Outbox() {
		fmt.Println("send again:", m.LocalID, m.Message.Preview().Text)
	}
	// Output:
	// 2 active ann <nil>
	// 3 active ann <nil>
	// send again: m1 On its way.
}
