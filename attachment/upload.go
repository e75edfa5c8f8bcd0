package attachment

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/enum"
)

// An Upload is a file that an agent chose, on its way out (AT3). In two-step
// upload it is staged first, for the agent to look at, and then sent or dropped;
// without, it is sent at once:
//
//	u := attachment.Stage(f) // option two-step-attachment-upload is true
//	u := attachment.Send(f)  // it is false
//
// Upload is an immutable, comparable value. The zero Upload is no file.
type Upload struct {
	State UploadState `json:"state,omitempty"`
	File  File        `json:"file"`
}

// UploadState is how far an [Upload] has come.
//
// The zero UploadState is that of no file.
type UploadState uint8

// The states. Sent and Dropped are final.
const (
	// Staged: previewed, waiting for Send or Drop.
	Staged UploadState = iota + 1
	// Sent: released to go out.
	Sent
	// Dropped: taken back before it was sent.
	Dropped
)

var uploadStates = [...]string{"", "staged", "sent", "dropped"}

// Stage returns an upload that is previewed and waits: the first of two steps.
func Stage(f File) Upload { return Upload{State: Staged, File: f} }

// Send returns an upload that goes at once: the only step.
func Send(f File) Upload { return Upload{State: Sent, File: f} }

// Send returns the upload as sent. One that is not staged is
// [decorum.WrongState] and stays as it is.
func (u Upload) Send() (Upload, error) { return u.to(Sent) }

// Drop returns the upload as dropped. One that is not staged is
// [decorum.WrongState] and stays as it is.
func (u Upload) Drop() (Upload, error) { return u.to(Dropped) }

func (u Upload) to(next UploadState) (Upload, error) {
	if u.State != Staged {
		v := fault(decorum.WrongState, decorum.Span{}, Staged.String())
		v.Path = "/state"
		return u, v.Err()
	}
	u.State = next
	return u, nil
}

// Final reports whether nothing can happen to the upload any more.
func (s UploadState) Final() bool { return s == Sent || s == Dropped }

// String returns "staged", "sent" or "dropped"; "" for no file and
// "upload(n)" for a value that is no state.
func (s UploadState) String() string {
	if int(s) >= len(uploadStates) {
		return "upload(" + strconv.Itoa(int(s)) + ")"
	}
	return uploadStates[s]
}

// ParseUploadState reads what [UploadState.String] writes. Anything else is
// [decorum.Unknown].
func ParseUploadState(s string) (UploadState, error) {
	return enum.Parse[UploadState](uploadStates[:], s)
}

// AppendText appends the state's name. It fails with [decorum.Unknown] for a
// value that is no state.
func (s UploadState) AppendText(dst []byte) ([]byte, error) {
	return enum.Append(dst, uploadStates[:], s)
}

// MarshalText returns the state's name; an empty text for no file.
func (s UploadState) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText reads a state's name; an empty text is no file.
func (s *UploadState) UnmarshalText(text []byte) error { return enum.Read(uploadStates[:], s, text) }
