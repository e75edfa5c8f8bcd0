package message

import "github.com/decorum-go/decorum/internal/wire"

// A Referral is the advertisement or post that led the contact into the
// conversation. It comes with the contact's first message, of whatever kind.
//
// The zero Referral is none.
type Referral struct {
	// Source is what it was: "ad", or "post" in older messages.
	Source string `json:"source,omitempty"`
	// SourceID is Meta's id of it, SourceURL its address.
	SourceID  string `json:"source_id,omitempty"`
	SourceURL string `json:"source_url,omitempty"`
	// Headline and Body are its texts.
	Headline string `json:"headline,omitempty"`
	Body     string `json:"body,omitempty"`
	// MediaType is "image" or "video"; the URLs say where the files are.
	MediaType    string `json:"media_type,omitempty"`
	ImageURL     string `json:"image_url,omitempty"`
	VideoURL     string `json:"video_url,omitempty"`
	ThumbnailURL string `json:"thumbnail_url,omitempty"`
	// ClickID is Meta's id of the click (ctwa_clid).
	ClickID string `json:"click_id,omitempty"`
	// Welcome is the greeting that the advertisement showed.
	Welcome string `json:"welcome,omitempty"`
	// Extra keeps the members of the JSON that this version does not know.
	Extra Extra `json:"-"`
}

// IsZero reports whether nothing led into the conversation.
func (f Referral) IsZero() bool { return f == Referral{} }

// MarshalJSON returns the referral as an object.
func (f Referral) MarshalJSON() ([]byte, error) {
	w := wire.NewWriter(nil)
	f.write(w)
	return w.Done()
}

// UnmarshalJSON reads what MarshalJSON writes. On an error f stays as it is.
func (f *Referral) UnmarshalJSON(data []byte) error { return readJSON(data, f, readReferral) }

func readReferral(r *wire.Reader) (f Referral) {
	var rest members
	for name := range r.Object() {
		switch name {
		case "source":
			f.Source = r.Text()
		case "source_id":
			f.SourceID = r.Text()
		case "source_url":
			f.SourceURL = r.Text()
		case "headline":
			f.Headline = r.Text()
		case "body":
			f.Body = r.Text()
		case "media_type":
			f.MediaType = r.Text()
		case "image_url":
			f.ImageURL = r.Text()
		case "video_url":
			f.VideoURL = r.Text()
		case "thumbnail_url":
			f.ThumbnailURL = r.Text()
		case "click_id":
			f.ClickID = r.Text()
		case "welcome":
			f.Welcome = r.Text()
		default:
			rest.read(r, name)
		}
	}
	f.Extra = rest.extra()
	return f
}

func (f *Referral) write(w *wire.Writer) {
	w.Object()
	w.Optional("source", f.Source)
	w.Optional("source_id", f.SourceID)
	w.Optional("source_url", f.SourceURL)
	w.Optional("headline", f.Headline)
	w.Optional("body", f.Body)
	w.Optional("media_type", f.MediaType)
	w.Optional("image_url", f.ImageURL)
	w.Optional("video_url", f.VideoURL)
	w.Optional("thumbnail_url", f.ThumbnailURL)
	w.Optional("click_id", f.ClickID)
	w.Optional("welcome", f.Welcome)
	end(w, f.Extra)
}
