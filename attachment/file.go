package attachment

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/decorum-go/decorum"
)

// UnknownSize is the Size of a file whose size is not known.
const UnknownSize int64 = -1

// A File is what is known of a file before it is sent or after it arrived. It is
// comparable and holds none of the content. [Inspect] makes one from the content;
// a literal serves where only name, type and size are known:
//
//	f := attachment.File{Name: "terms.pdf", Declared: "application/pdf", Size: 48213}
//
// The zero File is an empty file that nothing is known of.
type File struct {
	// Name is the name with its extension, without a folder; it may be empty.
	Name string `json:"name,omitempty"`
	// Declared is the media type that came or will go with the file, such as
	// "image/jpeg"; empty if none was given.
	Declared string `json:"type,omitempty"`
	// Size is the size in bytes, UnknownSize if it is not known.
	Size int64 `json:"size"`
	// Kind is the kind of message that carries the file. UnknownKind stands for
	// the kind of its type; Document sends a picture as a file.
	Kind Kind `json:"kind,omitempty"`
	// Content is what the content begins as, by [Sniff].
	Content Type `json:"content,omitempty"`
	// Hidden is what else the head can be opened as: a page in a picture, a PDF
	// behind something else. It is UnknownType for an honest file.
	Hidden Type `json:"hidden,omitempty"`
	// Inspected says that the content was looked at, which gave Content, Hidden
	// and Seen. Without it, the content is not judged.
	Inspected bool `json:"inspected,omitempty"`
	// Seen is how many bytes were there to look at, at most HeadSize.
	Seen int `json:"seen,omitempty"`
}

// Inspect reads the head of a file, at most [HeadSize] bytes of r, and returns
// what is known of it. The bytes are gone from r: a caller that goes on to send
// them seeks back, or gives a bufio.Reader's Peek to [InspectHead]. With a nil
// reader the content is not looked at.
//
// name and declared may be empty; size is UnknownSize, or any number below 0, if
// it is not known, and becomes known for a file shorter than HeadSize. Nothing is
// judged: that is [Profile.Check]. The error is that of r, wrapped.
func Inspect(name, declared string, size int64, r io.Reader) (File, error) {
	if r == nil {
		return File{Name: name, Declared: declared, Size: max(size, UnknownSize)}, nil
	}
	head, err := readHead(r)
	if err != nil {
		return File{}, fmt.Errorf("attachment: read head: %w", err)
	}
	return InspectHead(name, declared, size, head), nil
}

// InspectHead is [Inspect] for a head that was read before: the first [HeadSize]
// bytes of a file or, where the file is shorter, all of it. What follows them is
// not looked at. It allocates nothing and keeps nothing of head.
func InspectHead(name, declared string, size int64, head []byte) File {
	if len(head) > HeadSize {
		head = head[:HeadSize]
	}
	f := File{
		Name: name, Declared: declared, Size: max(size, UnknownSize),
		Content: Sniff(head), Inspected: true, Seen: len(head),
	}
	f.Hidden = hidden(head, f.Content)
	if f.Size == UnknownSize && f.Seen < HeadSize {
		f.Size = int64(f.Seen)
	}
	return f
}

// impossibleCount is what a reader that breaks the contract of io.Reader gives.
func impossibleCount() error { return errors.New("reader returned an impossible count") }

// readHead reads until the head is full or the file ends.
func readHead(r io.Reader) ([]byte, error) {
	const patience = 100 // reads in a row that give nothing
	head := make([]byte, HeadSize)
	n, idle := 0, 0
	for n < len(head) {
		got, err := r.Read(head[n:])
		if got < 0 || got > len(head)-n {
			return nil, impossibleCount()
		}
		n += got
		switch {
		case errors.Is(err, io.EOF):
			return head[:n], nil
		case err != nil:
			return nil, err
		case got > 0:
			idle = 0
		default:
			if idle++; idle == patience {
				return nil, io.ErrNoProgress
			}
		}
	}
	return head, nil
}

// Type returns the type that the file is taken for: that of its content, made
// finer by the declared type and the extension where the content alone cannot
// tell; without an inspected content the declared type, else that of the
// extension. It is UnknownType for a format that this version does not know.
func (f File) Type() Type { return f.resolve().t }

// LogValue returns the type, the size and what the file holds as a group. The
// name, which is a person's, is left out.
func (f File) LogValue() slog.Value {
	attrs := make([]slog.Attr, 0, 3)
	attrs = append(attrs, slog.String("type", f.Type().String()))
	if f.Size >= 0 {
		attrs = append(attrs, slog.Int64("size", f.Size))
	}
	if f.Hidden.known() {
		attrs = append(attrs, slog.String("hidden", f.Hidden.String()))
	}
	return slog.GroupValue(attrs...)
}

// A resolved file is what its three types say together.
type resolved struct {
	t        Type
	declared mediaType
	// malformed has a code where the declared type follows no grammar.
	malformed decorum.Violation
	ext       string
	byExt     Type
	// open: the content can be any format that builds on text, ZIP or OLE, or
	// one without a signature.
	open bool
	// foreign: an open content with a type or extension that is not known.
	foreign bool
}

func (f File) resolve() resolved {
	var r resolved
	if f.Declared != "" {
		r.declared, r.malformed = parseMediaType(f.Declared)
	}
	r.ext = Extension(f.Name)
	r.byExt = TypeByExtension(r.ext)
	d, e := r.declared.t, r.byExt
	if !f.Inspected {
		switch {
		case d.known() && d.Holds(e):
			r.t = e
		case d.known():
			r.t = d
		default:
			r.t = e
		}
		r.foreign = !r.t.known()
		return r
	}
	r.t = f.Content
	r.open = isOpen(f.Content)
	switch {
	case f.Content.Holds(d) && d != f.Content:
		r.t = d
	case f.Content.Holds(e) && !d.known():
		r.t = e
	case r.open && !d.known() && !e.known() && (f.Declared != "" || r.ext != ""):
		r.t, r.foreign = UnknownType, true
	case f.Content == UnknownType && d.known():
		r.t = d
	case f.Content == UnknownType:
		r.t = e
	}
	return r
}

// isOpen reports whether content of the type can be of a format that this
// version does not know: one that builds on text, ZIP or OLE, or has no
// signature.
func isOpen(t Type) bool {
	switch t {
	case UnknownType, Text, XML, ZIP, OLE:
		return true
	}
	return false
}
