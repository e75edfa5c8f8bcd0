package attachment_test

import (
	"errors"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

func TestAT3TwoStepUpload(t *testing.T) {
	f := attachment.File{Name: "photo.jpg", Size: 5}
	staged := attachment.Stage(f)
	if staged.State != attachment.Staged || staged.State.Final() || staged.File != f {
		t.Errorf("%+v", staged)
	}
	sent, err := staged.Send()
	if sent.State != attachment.Sent || !sent.State.Final() || sent.File != f || err != nil {
		t.Errorf("%+v, %v", sent, err)
	}
	dropped, err := staged.Drop()
	if dropped.State != attachment.Dropped || !dropped.State.Final() || err != nil {
		t.Errorf("%+v, %v", dropped, err)
	}
	if staged.State != attachment.Staged {
		t.Error("the staged value changed")
	}
	for _, u := range []attachment.Upload{sent, dropped, attachment.Send(f), {}, {State: 9}} {
		for _, step := range []func() (attachment.Upload, error){u.Send, u.Drop} {
			got, err := step()
			if got != u || !errors.Is(err, decorum.WrongState) {
				t.Errorf("%v: %+v, %v", u.State, got, err)
			}
			var e *decorum.Error
			if errors.As(err, &e) && (e.Violations[0].Path != "/state" || e.Violations[0].Want != "staged") {
				t.Errorf("%+v", e.Violations[0])
			}
		}
	}
}

func TestAT3OneStepGoesAtOnce(t *testing.T) {
	f := attachment.File{Name: "photo.jpg", Size: 5}
	if u := attachment.Send(f); u.State != attachment.Sent || u.File != f {
		t.Errorf("%+v", u)
	}
}
