package location

import "github.com/decorum-go/decorum"

// MaxKey is the longest access key that the presets take, in bytes.
const MaxKey = 512

// Google returns the templates of the Google Maps Static API and of Google Maps
// in a browser, for previews of the default size with the point marked. The key
// is put in percent-encoded; its plan may limit previews to 640×640. One that is
// empty ([decorum.Required]), longer than [MaxKey] bytes ([decorum.TooLong]) or
// has anything but visible ASCII characters ([decorum.ForbiddenCharacter]) is
// refused.
func Google(key string) (Maps, error) {
	return preset(
		"https://maps.googleapis.com/maps/api/staticmap?center={LATITUDE},{LONGITUDE}&zoom=15"+
			"&size={WIDTH}x{HEIGHT}&markers={LATITUDE},{LONGITUDE}&key=", key,
		"https://www.google.com/maps/search/?api=1&query={LATITUDE},{LONGITUDE}",
	)
}

// Bing returns the templates of the Bing Maps Imagery API and of Bing Maps in a
// browser; the key is treated as by [Google]. Microsoft is retiring the API: it
// serves only enterprise accounts, until June 2028.
func Bing(key string) (Maps, error) {
	return preset(
		"https://dev.virtualearth.net/REST/v1/Imagery/Map/Road/{LATITUDE},{LONGITUDE}/15"+
			"?mapSize={WIDTH},{HEIGHT}&pp={LATITUDE},{LONGITUDE}&key=", key,
		"https://www.bing.com/maps?cp={LATITUDE}~{LONGITUDE}&lvl=15",
	)
}

// Yandex returns the templates of the Yandex Static API and of Yandex Maps in a
// browser, which take the longitude first; the key is treated as by [Google].
func Yandex(key string) (Maps, error) {
	return preset(
		"https://static-maps.yandex.ru/v1?ll={LONGITUDE},{LATITUDE}&z=15"+
			"&size={WIDTH},{HEIGHT}&pt={LONGITUDE},{LATITUDE}&apikey=", key,
		"https://yandex.com/maps/?ll={LONGITUDE},{LATITUDE}&z=15&pt={LONGITUDE},{LATITUDE}",
	)
}

// preset returns the maps with a preview that ends with the key.
func preset(preview, key, browse string) (Maps, error) {
	if err := checkKey(key); err != nil {
		return Maps{}, err
	}
	var m Maps
	var err error
	if m.Preview, err = ParseMapURL(preview + escapeKey(key)); err != nil {
		return Maps{}, err
	}
	if m.Browse, err = ParseMapURL(browse); err != nil {
		return Maps{}, err
	}
	m.Size = Size{Width: DefaultWidth, Height: DefaultHeight}
	return m, nil
}

func checkKey(key string) error {
	wrong := decorum.Violation{Code: decorum.Required, Severity: decorum.SeverityError}
	switch {
	case key == "":
		return wrong.Err()
	case len(key) > MaxKey:
		wrong.Code = decorum.TooLong
		wrong.Limit, wrong.Actual, wrong.Unit = MaxKey, int64(len(key)), decorum.Bytes
		return wrong.Err()
	}
	for i := range len(key) {
		if key[i] <= ' ' || key[i] >= 0x7F {
			wrong.Code, wrong.Span = decorum.ForbiddenCharacter, decorum.Span{Start: i, End: i + 1}
			return wrong.Err()
		}
	}
	return nil
}

// escapeKey percent-encodes all but the unreserved characters of RFC 3986.
func escapeKey(key string) string {
	const digits = "0123456789ABCDEF"
	out := make([]byte, 0, len(key)+8)
	for i := range len(key) {
		switch c := key[i]; {
		case isNameByte(c), c == '-', c == '.', c == '~':
			out = append(out, c)
		default:
			out = append(out, '%', digits[c>>4], digits[c&0xF])
		}
	}
	return string(out)
}
