package location

import (
	"log/slog"

	"github.com/decorum-go/decorum"
)

// Maps are the four options that tell how locations are shown (rule LO2): the
// section "Location preview configuration" of the plug-in.
//
// The zero Maps shows every place as text.
type Maps struct {
	// Preview is whatsappsession.location-map.preview.query: the URL of a static
	// map image. The zero MapURL draws no images.
	Preview MapURL `json:"preview,omitzero"`
	// Browse is whatsappsession.location-map.browse.query: the URL of the
	// provider's map in a browser. Without it, a place links to its own URL.
	Browse MapURL `json:"browse,omitzero"`
	// Size is whatsappsession.location-map.preview.width and .height.
	Size Size `json:"size,omitzero"`
}

// Check returns what is wrong with the size, and the warnings of the templates,
// at "/preview", "/browse", "/size/width" and "/size/height".
func (m Maps) Check() decorum.Violations {
	var vs decorum.Violations
	var root decorum.Path
	preview, browse, size := root.Key("preview"), root.Key("browse"), root.Key("size")
	vs = vs.Join(&preview, m.Preview.Check())
	vs = vs.Join(&browse, m.Browse.Check())
	return vs.Join(&size, m.Size.Check())
}

// LogValue returns a group of the redacted templates and the size.
func (m Maps) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("preview", m.Preview.Redacted()),
		slog.String("browse", m.Browse.Redacted()),
		slog.Int("width", m.Size.OrDefault().Width),
		slog.Int("height", m.Size.OrDefault().Height),
	)
}
