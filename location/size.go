package location

import "github.com/decorum-go/decorum"

// The size of a preview where none is configured, and the most pixels of a side.
const (
	DefaultWidth  = 300
	DefaultHeight = 200
	MaxSide       = 4096
)

// A Size is how large a map preview is, in pixels: the options
// whatsappsession.location-map.preview.width and .height (rule LO2). Providers
// have lower limits of their own than [MaxSide]; Google draws at most 640×640.
//
// A side of 0 stands for the default, so the zero Size is 300×200.
type Size struct {
	Width  int `json:"width,omitempty"`
	Height int `json:"height,omitempty"`
}

// Check returns [decorum.OutOfRange] in pixels for a side below 0 or above
// [MaxSide], at "/width" and "/height".
func (s Size) Check() decorum.Violations {
	var vs decorum.Violations
	vs = checkSide(vs, s.Width, "/width")
	return checkSide(vs, s.Height, "/height")
}

func checkSide(vs decorum.Violations, pixels int, path string) decorum.Violations {
	if pixels >= 0 && pixels <= MaxSide {
		return vs
	}
	wrong := decorum.Violation{
		Code: decorum.OutOfRange, Severity: decorum.SeverityError, Path: path,
		Limit: MaxSide, Actual: int64(pixels), Unit: decorum.Pixels,
	}
	if pixels < 0 {
		wrong.Limit = 1
	}
	return vs.Add(wrong)
}

// OrDefault returns the size with the default for each side that is 0 or that
// [Size.Check] refuses: a size that can be drawn.
func (s Size) OrDefault() Size {
	if s.Width <= 0 || s.Width > MaxSide {
		s.Width = DefaultWidth
	}
	if s.Height <= 0 || s.Height > MaxSide {
		s.Height = DefaultHeight
	}
	return s
}
