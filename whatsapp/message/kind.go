package message

import (
	"slices"

	"github.com/decorum-go/decorum/attachment"
)

// A Kind says what a message is. It is the "type" of its JSON. Kinds are only
// ever added; an [Unknown] may have one that is not listed here.
type Kind string

// The kinds. A [Media] has the one of its file.
const (
	KindText     Kind = "text"
	KindImage    Kind = "image"
	KindVideo    Kind = "video"
	KindAudio    Kind = "audio"
	KindDocument Kind = "document"
	KindSticker  Kind = "sticker"
	// KindMedia is a file of a kind that is not told, as in a history without
	// its files.
	KindMedia      Kind = "media"
	KindLocation   Kind = "location"
	KindContacts   Kind = "contacts"
	KindReaction   Kind = "reaction"
	KindStructured Kind = "structured"
	KindAnswer     Kind = "answer"
	KindOrder      Kind = "order"
	KindCall       Kind = "call"
	KindSystem     Kind = "system"
	// KindWelcomeRequest is a conversation opened for the first time.
	KindWelcomeRequest Kind = "welcome_request"
	KindEdit           Kind = "edit"
	KindDeletion       Kind = "deletion"
	KindUnsupported    Kind = "unsupported"
	KindUnknown        Kind = "unknown"
)

// A kindRow is a kind with its label in English.
type kindRow struct {
	kind  Kind
	label string
}

var kinds = [...]kindRow{
	{KindText, "Text"},
	{KindImage, "Image"},
	{KindVideo, "Video"},
	{KindAudio, "Audio"},
	{KindDocument, "Document"},
	{KindSticker, "Sticker"},
	{KindMedia, "File"},
	{KindLocation, "Location"},
	{KindContacts, "Contacts"},
	{KindReaction, "Reaction"},
	{KindStructured, "Structured message"},
	{KindAnswer, "Answer"},
	{KindOrder, "Order"},
	{KindCall, "Call"},
	{KindSystem, "System"},
	{KindWelcomeRequest, "Conversation opened"},
	{KindEdit, "Edited message"},
	{KindDeletion, "Deleted message"},
	{KindUnsupported, "Unsupported message"},
	{KindUnknown, "Unknown message"},
}

// Kinds returns every kind of this version. The slice is the caller's own.
func Kinds() []Kind {
	all := make([]Kind, len(kinds))
	for i := range kinds {
		all[i] = kinds[i].kind
	}
	return all
}

// Known reports whether this version has the kind.
func (k Kind) Known() bool {
	return slices.ContainsFunc(kinds[:], func(row kindRow) bool { return row.kind == k })
}

// Label returns the kind in English words, such as "Edited message"; a kind that
// this version does not know is an "Unknown message".
func (k Kind) Label() string {
	for i := range kinds {
		if kinds[i].kind == k {
			return kinds[i].label
		}
	}
	return kinds[len(kinds)-1].label
}

// mediaKind returns the kind of file that messages of kind k carry, and whether
// they carry one.
func mediaKind(k Kind) (attachment.Kind, bool) {
	if k == KindMedia {
		return attachment.UnknownKind, true
	}
	file, err := attachment.ParseKind(string(k))
	return file, err == nil
}
