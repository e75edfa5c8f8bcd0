package message

import (
	"log/slog"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/internal/wire"
)

// Media is a message that carries a file: an image, a video, audio, a document
// or a sticker. The zero Media is a file of which nothing is known.
type Media struct {
	// File is the kind of file, which makes the message's [Kind]; UnknownKind where
	// it is not told.
	File attachment.Kind `json:"type"`
	// ID is what Meta calls the file: of an upload, or to download it by.
	ID string `json:"id,omitempty"`
	// Link is the web address that Meta fetches a file from that is sent.
	Link string `json:"link,omitempty"`
	// DownloadURL is where Meta keeps a file that came in, for some minutes and
	// for those who have the business's token only.
	DownloadURL string `json:"download_url,omitempty"`
	// MIME is the media type that was declared, such as "audio/ogg; codecs=opus".
	MIME string `json:"mime_type,omitempty"`
	// Caption is the text below an image, a video or a document.
	Caption string `json:"caption,omitempty"`
	// Name is the file name; WhatsApp carries that of documents alone.
	Name string `json:"name,omitempty"`
	// SHA256 is the digest of the content as it was reported, in Base64.
	SHA256 string `json:"sha256,omitempty"`
	// Size is the size in bytes; 0 if it is not known. Webhooks do not tell it.
	Size int64 `json:"size,omitempty"`
	// Voice marks audio as a voice note.
	Voice bool `json:"voice,omitempty"`
	// Animated marks a sticker that moves.
	Animated bool `json:"animated,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// Kind returns [KindImage], [KindVideo], [KindAudio], [KindDocument] or
// [KindSticker], and [KindMedia] where the kind of file is not known.
func (m Media) Kind() Kind {
	switch m.File {
	case attachment.Image, attachment.Video, attachment.Audio, attachment.Document, attachment.Sticker:
		return Kind(m.File.String())
	default:
		return KindMedia
	}
}

// Attachment returns what is known of the file, to be judged by an
// [attachment.Profile] or shown as a thumbnail (rule TR10).
func (m Media) Attachment() attachment.File {
	size := attachment.UnknownSize
	if m.Size > 0 {
		size = m.Size
	}
	return attachment.File{Name: m.Name, Declared: m.MIME, Size: size, Kind: m.File}
}

// Check tells of a file that is named neither by an id nor by a link, or by
// both; of a link that is no http or https URL; of a caption that is too long
// or that this kind does not have; and of a voice note that is no audio. Whether
// type and size may go is asked of an [attachment.Profile].
func (m Media) Check(l Limits) decorum.Violations {
	var r report
	var root decorum.Path
	if m.Kind() == KindMedia {
		at := root.Key("type")
		r.wrong(&at, decorum.Required, "image, video, audio, document, sticker")
	}
	id, link := root.Key("id"), root.Key("link")
	switch {
	case m.ID == "" && m.Link == "":
		r.wrong(&id, decorum.Required, "an id or a link")
	case m.ID != "" && r.present(&id, m.ID) && m.Link != "":
		r.wrong(&link, decorum.Conflict, "an id or a link")
	}
	if m.Link != "" && r.valid(&link, m.Link) {
		r.web(&link, m.Link)
	}
	mime := root.Key("mime_type")
	r.valid(&mime, m.MIME)
	m.checkCaption(&r, l)
	name := root.Key("name")
	if r.valid(&name, m.Name) && m.File == attachment.Document {
		r.advised(&name, l.NameAdvised, m.Name)
	}
	if m.Size < 0 {
		at := root.Key("size")
		r.wrong(&at, decorum.OutOfRange, "")
	}
	if m.Voice {
		m.checkVoice(&r)
	}
	return r.vs
}

func (m *Media) checkCaption(r *report, l Limits) {
	var root decorum.Path
	at := root.Key("caption")
	switch {
	case m.Caption == "" || !r.valid(&at, m.Caption):
	case m.File == attachment.Audio || m.File == attachment.Sticker:
		r.wrong(&at, decorum.Unexpected, "image, video, document")
	default:
		r.long(&at, l.Caption, m.Caption)
	}
}

func (m *Media) checkVoice(r *report) {
	var root decorum.Path
	at := root.Key("voice")
	if m.File != attachment.Audio {
		r.wrong(&at, decorum.Unexpected, "audio")
		return
	}
	t, err := attachment.ParseType(m.MIME)
	if err == nil && t != attachment.Opus && !t.Holds(attachment.Opus) {
		r.doubtful(&at, decorum.Recommended, "audio/ogg; codecs=opus")
	}
}

// Preview returns the caption, else the file name.
func (m Media) Preview() Preview {
	if p := preview(m.Kind(), m.Caption); p.Text != "" {
		return p
	}
	return preview(m.Kind(), m.Name)
}

// AppendJSON appends the message as JSON.
func (m Media) AppendJSON(dst []byte) ([]byte, error) { return appendMessage(dst, m) }

// MarshalJSON returns what AppendJSON appends.
func (m Media) MarshalJSON() ([]byte, error) { return appendMessage(nil, m) }

// UnmarshalJSON reads a message with a file. On an error m stays as it is.
func (m *Media) UnmarshalJSON(data []byte) error { return readJSON(data, m, readMedia) }

// LogValue returns the kind, the media type and the size.
func (m Media) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("kind", string(m.Kind())),
		slog.String("mime_type", m.MIME),
		slog.Int64("size", m.Size),
	)
}

func (Media) message() {}

func readMedia(r *wire.Reader) (m Media) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "type":
			file, ok := mediaKind(Kind(r.Text()))
			if !ok {
				r.Report(decorum.Violation{
					Code: decorum.Mismatch, Want: "image, video, audio, document, sticker, media",
				})
			}
			m.File = file
		case "id":
			m.ID = r.Text()
		case "link":
			m.Link = r.Text()
		case "download_url":
			m.DownloadURL = r.Text()
		case "mime_type":
			m.MIME = r.Text()
		case "caption":
			m.Caption = r.Text()
		case "name":
			m.Name = r.Text()
		case "sha256":
			m.SHA256 = r.Text()
		case "size":
			m.Size = r.Int64()
		case "voice":
			m.Voice = r.Bool()
		case "animated":
			m.Animated = r.Bool()
		default:
			rest.read(r, name)
		}
	}
	m.Extra = rest.extra()
	return m
}

func (m *Media) write(w *wire.Writer) {
	begin(w, m.Kind())
	w.Optional("id", m.ID)
	w.Optional("link", m.Link)
	w.Optional("download_url", m.DownloadURL)
	w.Optional("mime_type", m.MIME)
	w.Optional("caption", m.Caption)
	w.Optional("name", m.Name)
	w.Optional("sha256", m.SHA256)
	if m.Size != 0 {
		w.Key("size")
		w.Int64(m.Size)
	}
	if m.Voice {
		w.Key("voice")
		w.Bool(true)
	}
	if m.Animated {
		w.Key("animated")
		w.Bool(true)
	}
	end(w, m.Extra)
}
