package oracle_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/transcript"
)

// TestTR14EveryRecordedMessageHasALine plays recorded webhooks into sessions: each
// message becomes a line of its own, or hangs on the one that it changes.
func TestTR14EveryRecordedMessageHasALine(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED does not name the folder that has the webhooks")
	}
	files, err := filepath.Glob(filepath.Join(shared, "corpus", "webhooks", "*.json"))
	if err != nil || len(files) < 200 {
		t.Fatal(len(files), err)
	}
	policy, err := whatsapp.NewPolicy(whatsapp.DefaultConfig())
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	seen := map[message.Kind]int{}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		notices, _ := cloudapi.Decode(body) // what is wrong with some of them is a matter of cloudapi's tests
		for n := range notices.All() {
			received, ok := n.(*cloudapi.Received)
			if !ok {
				continue
			}
			command, ok := n.Command(at)
			if !ok {
				t.Errorf("%s: no command for a %s", filepath.Base(file), received.Message.Kind())
				continue
			}
			seen[received.Message.Kind()]++
			checkLine(t, policy, filepath.Base(file), received, command)
		}
	}
	for _, kind := range []message.Kind{
		message.KindText, message.KindImage, message.KindVideo, message.KindAudio, message.KindDocument, message.KindSticker,
		message.KindLocation, message.KindContacts, message.KindReaction, message.KindAnswer, message.KindOrder, message.KindSystem,
		message.KindCall, message.KindEdit, message.KindDeletion, message.KindUnsupported, message.KindUnknown,
	} {
		if seen[kind] == 0 {
			t.Errorf("no recorded message of kind %s", kind)
		}
	}
}

func checkLine(t *testing.T, policy *whatsapp.Policy, file string, received *cloudapi.Received, command whatsapp.Command) {
	t.Helper()
	events, err := policy.Handle(whatsapp.Session{}, command)
	if received.Envelope().ID == "" {
		if err == nil {
			t.Errorf("%s: a message without an id was taken in", file)
		}
		return
	}
	if err != nil {
		t.Errorf("%s: %v", file, err)
		return
	}
	log := transcript.Stream{}.Stamp(0, events...)
	var own []transcript.Line
	for _, line := range transcript.Of(log, transcript.View{}) {
		if line.Kind == transcript.Message {
			own = append(own, line)
		}
	}
	if len(own) != 1 {
		t.Errorf("%s: a %s has %d lines", file, received.Message.Kind(), len(own))
		return
	}
	line := own[0]
	if line.WAMID != received.Envelope().ID || line.Side == 0 || line.Author == "" || line.Time.Shown.IsZero() {
		t.Errorf("%s: %+v", file, line)
	}
	if line.Label == "" && strings.TrimSpace(line.Text) == "" && line.Structured == nil {
		t.Errorf("%s: a %s has neither label nor text: %+v", file, received.Message.Kind(), line)
	}
}
