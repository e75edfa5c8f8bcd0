package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
)

// logText returns the kind of a message and how long its text is, for a log.
func logText(k Kind, text string) slog.Value {
	return slog.GroupValue(
		slog.String("kind", string(k)),
		slog.Int("code_points", decorum.CountCodePoints(text)),
	)
}

// shownOfID is how many characters of an id a log shows.
const shownOfID = 12

// logID returns the end of a message's id, which tells it from others: the
// beginning of WhatsApp's ids holds the contact's number in Base64.
func logID(id string) string {
	if len(id) <= shownOfID+4 {
		return id
	}
	return "..." + id[len(id)-shownOfID:]
}
