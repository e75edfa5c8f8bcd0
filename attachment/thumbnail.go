package attachment

import (
	"log/slog"
	"strconv"
)

// A Thumbnail is what stands for an attachment in the transcript: its kind, its
// name and its size (TR10). A message that just arrived may tell neither name nor
// size: the name is then made from kind and type, and [Thumbnail.Described] puts
// in what is learned later. It is an immutable, comparable value.
//
// The zero Thumbnail is a file that nothing is known of, and empty.
type Thumbnail struct {
	Kind Kind `json:"kind,omitempty"`
	Type Type `json:"type,omitempty"`
	// Name is safe to show and to save under.
	Name string `json:"name"`
	// MadeName says that the name was made, not given.
	MadeName bool `json:"made_name,omitempty"`
	// Size is in bytes, UnknownSize if it is not known.
	Size int64 `json:"size"`
}

// Thumbnail returns what stands for the file. Its name is made safe by
// [SafeName]; its kind is File.Kind, else that of its type.
func (f File) Thumbnail() Thumbnail {
	t := Thumbnail{Kind: f.Kind, Type: f.Type(), Size: max(f.Size, UnknownSize)}
	if t.Kind == UnknownKind {
		t.Kind = t.Type.Kind()
	}
	return t.named(f.Name)
}

// named puts in a name, or the one that is made of kind and type.
func (t Thumbnail) named(name string) Thumbnail {
	if t.MadeName = name == ""; t.MadeName {
		t.Name = madeName(t.Kind, t.Type)
	} else {
		t.Name = SafeName(name, t.Type)
	}
	return t
}

// Described returns the thumbnail with what became known later: a name that is
// not empty and a size that is not below 0. What is known stays otherwise.
func (t Thumbnail) Described(name string, size int64) Thumbnail {
	if name != "" {
		t = t.named(name)
	}
	if size >= 0 {
		t.Size = size
	}
	return t
}

// SizeKnown reports whether the size is known.
func (t Thumbnail) SizeKnown() bool { return t.Size >= 0 }

// String returns the thumbnail in a line of English, such as
// "photo.jpg (image, 48213 bytes)". Sizes in other languages and in larger units
// are made by whatsapp/localize.
func (t Thumbnail) String() string {
	kind := t.Kind.String()
	if t.Kind == UnknownKind {
		kind = "file"
	}
	size := "size unknown"
	switch {
	case t.Size == 1:
		size = "1 byte"
	case t.Size >= 0:
		size = strconv.FormatInt(t.Size, 10) + " bytes"
	}
	return t.Name + " (" + kind + ", " + size + ")"
}

// LogValue returns kind and size as a group. The name, which is a person's, is
// left out.
func (t Thumbnail) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", t.Kind.String()), slog.Int64("size", t.Size))
}
