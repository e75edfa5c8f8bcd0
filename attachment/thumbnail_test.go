package attachment_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/attachment"
)

func TestTR10NameAndSizeMayBeUnknown(t *testing.T) {
	first := attachment.File{Declared: "image/jpeg", Size: attachment.UnknownSize}.Thumbnail()
	want := attachment.Thumbnail{Kind: attachment.Image, Type: attachment.JPEG, Name: "image.jpg", MadeName: true, Size: -1}
	if diff := cmp.Diff(want, first); diff != "" {
		t.Error(diff)
	}
	if first.SizeKnown() || first.String() != "image.jpg (image, size unknown)" {
		t.Errorf("%v", first)
	}
	for _, tt := range []struct {
		name string
		size int64
		want string
	}{
		{"", -1, "image.jpg (image, size unknown)"},
		{"", 48213, "image.jpg (image, 48213 bytes)"},
		{"beach.jpg", -1, "beach.jpg (image, size unknown)"},
		{"beach.jpg", 1, "beach.jpg (image, 1 byte)"},
		{"../beach\u202E.jpg", 0, "_beach.jpg (image, 0 bytes)"},
	} {
		later := first.Described(tt.name, tt.size)
		if later.String() != tt.want || later.MadeName != (tt.name == "") || later.SizeKnown() != (tt.size >= 0) {
			t.Errorf("%q, %d: %+v", tt.name, tt.size, later)
		}
		if again := later.Described(tt.name, tt.size); again != later {
			t.Errorf("described twice: %+v", again)
		}
		if kept := later.Described("", -1); kept != later {
			t.Errorf("what was known is gone: %+v", kept)
		}
	}
	if first != want {
		t.Error("the first thumbnail changed")
	}
}

// The kind is told even where the type is not known.
func TestTR10KindOfWhatArrives(t *testing.T) {
	for _, tt := range []struct {
		f    attachment.File
		want string
	}{
		{attachment.File{Declared: "audio/ogg; codecs=opus", Size: -1}, "audio.ogg (audio, size unknown)"},
		{attachment.File{Declared: "image/webp", Size: 9}, "sticker.webp (sticker, 9 bytes)"},
		{attachment.File{Kind: attachment.Document, Declared: "application/x-cad", Size: -1}, "document (document, size unknown)"},
		{attachment.File{Kind: attachment.Document, Declared: "image/png", Size: -1}, "document.png (document, size unknown)"},
		{attachment.File{Kind: attachment.Document, Name: "receipt.pdf", Declared: "application/pdf", Size: -1}, "receipt.pdf (document, size unknown)"},
		{attachment.File{Size: -1}, "file (file, size unknown)"},
		{attachment.File{Kind: attachment.Sticker + 1, Size: -1}, "file (kind(6), size unknown)"},
		{attachment.File{Kind: 77, Size: -1}, "file (kind(77), size unknown)"},
	} {
		if got := tt.f.Thumbnail().String(); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.f, got, tt.want)
		}
	}
}

func TestJSONForms(t *testing.T) {
	f := inspected(t, "photo.jpg", "image/jpeg", "photo.jpg")
	for _, tt := range []struct {
		in   any
		out  any
		want string
	}{
		{f, &attachment.File{}, `{"name":"photo.jpg","type":"image/jpeg","size":348,"content":"jpeg","inspected":true,"seen":348}`},
		{attachment.File{Size: -1}, &attachment.File{}, `{"size":-1}`},
		{f.Thumbnail(), &attachment.Thumbnail{}, `{"kind":"image","type":"jpeg","name":"photo.jpg","size":348}`},
		{attachment.Stage(attachment.File{Size: 3, Kind: attachment.Audio}), &attachment.Upload{}, `{"state":"staged","file":{"size":3,"kind":"audio"}}`},
	} {
		data, err := json.Marshal(tt.in)
		if string(data) != tt.want || err != nil {
			t.Errorf("%s, %v; want %s", data, err, tt.want)
		}
		if err := json.Unmarshal(data, tt.out); err != nil {
			t.Error(err)
		}
		again, err := json.Marshal(tt.out)
		if string(again) != tt.want || err != nil {
			t.Errorf("back and forth: %s, %v", again, err)
		}
	}
}

// A log shows what a file is, not what a person called it.
func TestLogsKeepNamesOut(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(slog.NewTextHandler(&out, nil))
	f := attachment.InspectHead("Anna.gif", "image/gif", -1, []byte("GIF89a<script>"))
	log.Info("x", "file", f, "thumbnail", f.Thumbnail(), "unknown", attachment.File{Size: -1})
	got := out.String()
	if strings.Contains(got, "Anna") {
		t.Errorf("the name is in %s", got)
	}
	for _, want := range []string{"file.type=gif", "file.size=14", "file.hidden=html", "thumbnail.kind=image", "thumbnail.size=14"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}
