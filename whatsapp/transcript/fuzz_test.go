package transcript_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// FuzzOrder reads a history out of bytes, two for each event, and holds that the
// lines of any order of delivery are those of the log's own, and that reading
// lines never panics.
func FuzzOrder(f *testing.F) {
	f.Add("a0b1c2", uint64(1))
	f.Add("\x00\x01\x11\x02\x22\x03\x33\x04\x44\x05", uint64(7))
	f.Add("0a1a2a3a4a5a6a7a8a9a", uint64(3))
	f.Fuzz(func(t *testing.T, history string, seed uint64) {
		var events []whatsapp.Event
		for i := 0; i+1 < len(history) && i < 200; i += 2 {
			events = append(events, fuzzedEvent(history[i], history[i+1], time.Duration(i)*time.Second))
		}
		stamped := slices.Collect(transcript.Stream{}.Stamp(0, events...))
		order := slices.Clone(stamped)
		for i := len(order) - 1; i > 0; i-- {
			seed = seed*6364136223846793005 + 1
			j := int((seed >> 33) % uint64(i+1)) //nolint:gosec // small
			order[i], order[j] = order[j], order[i]
		}
		want := texts(transcript.Of(slices.Values(stamped), transcript.View{}))
		if diff := cmp.Diff(want, texts(transcript.Of(slices.Values(order), transcript.View{}))); diff != "" {
			t.Errorf("another order:\n%s", diff)
		}
		b := transcript.New(transcript.View{})
		for _, e := range order {
			c, err := b.Add(e)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range c.Changed() {
				b.Line(i)
			}
		}
	})
}

func fuzzedEvent(kind, id byte, at time.Duration) whatsapp.Event {
	ids := [...]string{"", "w1", "w2", "w3"}
	locals := [...]string{"", "m1", "m2", "m3"}
	wamid, target, local := ids[id&3], ids[id>>2&3], locals[id>>4&3]
	in := received(at-time.Duration(id>>6)*30*time.Second, wamid, text("Hello"))
	in.At = nine(at)
	in.Envelope.Arrived = nine(at)
	switch kind % 12 {
	case 0:
		in.Message = message.Reaction{Target: target, Emoji: "👍"}
	case 1:
		in.Message = message.Edit{Target: target, Message: text("Bye")}
	case 2:
		in.Message = message.Deletion{Target: target}
	case 3:
		in.Message = message.Answer{ID: "mon", Title: "Monday"}
		in.Envelope.Context.ID = target
	case 4:
		in.Envelope.Direction = message.Echo
	case 5:
		return whatsapp.SendRequested{At: nine(at), Agent: "bob", LocalID: local, Message: list(), ReplyTo: target}
	case 6:
		return whatsapp.SendAccepted{At: nine(at), LocalID: local, WAMID: wamid}
	case 7:
		return whatsapp.StatusChanged{At: nine(at), LocalID: local, WAMID: wamid, Status: whatsapp.DeliveryStatus(id >> 6)}
	case 8:
		return whatsapp.SendFailed{At: nine(at), LocalID: local, WAMID: wamid, Error: int(id)}
	case 9:
		return whatsapp.Queued{At: nine(at), Interaction: int(id & 7), Why: whatsapp.QueueReason(id >> 6)}
	case 10:
		return whatsapp.Seen{At: nine(at), Agent: "bob"}
	}
	return in
}

// FuzzString holds that whatever a user writes, a line is valid text without
// controls, that it isolates what runs from right to left, and that nothing in it
// begins a line of its own.
func FuzzString(f *testing.F) {
	for _, s := range []string{"Hello", "مرحبا\nשלום", "\u202eevil\u2069", "a\x1b[31m\r\nb", "\xff\xfe", "\u2028x\u0085", "*b* 👍"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, body, name string) {
		e := received(0, "wamid.1", message.Text{Body: body})
		e.Envelope.From.Name = name
		for i, line := range strings.Split(linesOf(transcript.View{}, e)[0].String(), "\n") {
			if !utf8.ValidString(line) {
				t.Errorf("%q is not valid", line)
			}
			if i > 0 && !strings.HasPrefix(line, "          ") {
				t.Errorf("%q begins a line", line)
			}
			depth := 0
			for _, r := range line {
				switch {
				case r == '\u2068':
					depth++
				case r == '\u2069':
					depth--
				case r < ' ' || r >= 0x7f && r < 0xa0 || r >= '\u202a' && r <= '\u202e' || r == '\u2066' || r == '\u2067':
					t.Errorf("%q holds %U", line, r)
				case depth == 0 && (r >= 0x5d0 && r <= 0x5ea || r >= 0x620 && r <= 0x64a):
					t.Errorf("%q: %c is not isolated", line, r)
				}
				if depth < 0 || depth > 1 {
					t.Errorf("%q: isolates do not match", line)
				}
			}
			if depth != 0 {
				t.Errorf("%q: an isolate is open", line)
			}
		}
	})
}
