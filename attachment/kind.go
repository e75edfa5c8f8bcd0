package attachment

import (
	"strconv"

	"github.com/decorum-go/decorum"
)

// Kind is how a conversation carries a file: the five kinds of media message.
//
// The zero Kind is UnknownKind.
type Kind uint8

// The kinds. Their names never change.
const (
	// UnknownKind says that the kind is not known.
	UnknownKind Kind = iota
	// Image is a picture that is shown in the conversation.
	Image
	// Video is a film with or without sound.
	Video
	// Audio is sound, voice notes among it.
	Audio
	// Document is any other file, shown by its name; archives and programs, too,
	// arrive as documents.
	Document
	// Sticker is a WebP picture without a frame, still or moving.
	Sticker
)

var kindNames = [...]string{"", "image", "video", "audio", "document", "sticker"}

// Kinds returns the five kinds in the order of their values. The slice is the
// caller's own.
func Kinds() []Kind { return []Kind{Image, Video, Audio, Document, Sticker} }

// ParseKind reads what [Kind.String] writes, in lower case. Anything else is
// [decorum.Unknown].
func ParseKind(s string) (Kind, error) {
	for i, name := range kindNames {
		if i > 0 && name == s {
			return Kind(i), nil
		}
	}
	return UnknownKind, decorum.Violation{
		Code: decorum.Unknown, Severity: decorum.SeverityError,
		Want: "image, video, audio, document, sticker",
	}.Err()
}

// String returns the kind's name, such as "image"; "" for UnknownKind and
// "kind(n)" for a value that is no kind.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		return "kind(" + strconv.Itoa(int(k)) + ")"
	}
	return kindNames[k]
}

// AppendText appends the kind's name. It fails for a value that is no kind.
func (k Kind) AppendText(dst []byte) ([]byte, error) {
	if int(k) >= len(kindNames) {
		return dst, unnamed(k.String())
	}
	return append(dst, kindNames[k]...), nil
}

// MarshalText returns the kind's name; an empty text for UnknownKind.
func (k Kind) MarshalText() ([]byte, error) { return k.AppendText(nil) }

// UnmarshalText reads a kind's name; an empty text is UnknownKind.
func (k *Kind) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*k = UnknownKind
		return nil
	}
	parsed, err := ParseKind(string(text))
	if err != nil {
		return err
	}
	*k = parsed
	return nil
}
