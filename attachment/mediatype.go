package attachment

import "github.com/decorum-go/decorum"

// MaxMediaType is how many bytes a declared media type may have, parameters
// included.
const MaxMediaType = 256

// A named is one row of a table that is sorted by name.
type named struct {
	name string
	t    Type
}

// aliases holds the media types that are in use beside those that [Type.MIME]
// returns, and these, sorted. Where several types share one, it stands for what
// is known of the content: nothing.
var aliases = [...]named{
	{"application/csv", CSV},
	{"application/dash+xml", XML},
	{"application/gzip", Gzip},
	{"application/java", JavaClass},
	{"application/java-archive", JAR},
	{"application/java-vm", JavaClass},
	{"application/msword", DOC},
	{"application/ogg", Ogg},
	{"application/pdf", PDF},
	{"application/rtf", RTF},
	{"application/vnd.android.package-archive", APK},
	{"application/vnd.microsoft.portable-executable", PE},
	{"application/vnd.ms-cab-compressed", Cabinet},
	{"application/vnd.ms-excel", XLS},
	{"application/vnd.ms-powerpoint", PPT},
	{"application/vnd.oasis.opendocument.presentation", ODP},
	{"application/vnd.oasis.opendocument.spreadsheet", ODS},
	{"application/vnd.oasis.opendocument.text", ODT},
	{"application/vnd.openxmlformats-officedocument.presentationml.presentation", PPTX},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XLSX},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", DOCX},
	{"application/vnd.rar", RAR},
	{"application/wasm", WASM},
	{"application/x-7z-compressed", SevenZip},
	{"application/x-bat", Script},
	{"application/x-bzip", Bzip2},
	{"application/x-bzip2", Bzip2},
	{"application/x-dosexec", PE},
	{"application/x-elf", ELF},
	{"application/x-executable", ELF},
	{"application/x-gzip", Gzip},
	{"application/x-httpd-php", Script},
	{"application/x-mach-binary", MachO},
	{"application/x-ms-shortcut", Shortcut},
	{"application/x-msdos-program", PE},
	{"application/x-msdownload", PE},
	{"application/x-ogg", Ogg},
	{"application/x-ole-storage", OLE},
	{"application/x-pdf", PDF},
	{"application/x-rar", RAR},
	{"application/x-rar-compressed", RAR},
	{"application/x-sh", Script},
	{"application/x-sharedlib", ELF},
	{"application/x-shellscript", Script},
	{"application/x-tar", Tar},
	{"application/x-xz", XZ},
	{"application/x-zip", ZIP},
	{"application/x-zip-compressed", ZIP},
	{"application/xhtml+xml", HTML},
	{"application/xml", XML},
	{"application/zip", ZIP},
	{"application/zstd", Zstd},
	{"audio/3gpp", ThreeGP},
	{"audio/aac", AAC},
	{"audio/aacp", AAC},
	{"audio/amr", AMR},
	{"audio/amr-nb", AMR},
	{"audio/amr-wb", AMRWB},
	{"audio/flac", FLAC},
	{"audio/m4a", M4A},
	{"audio/mp3", MP3},
	{"audio/mp4", M4A},
	{"audio/mpeg", MP3},
	{"audio/mpeg3", MP3},
	{"audio/ogg", Ogg},
	{"audio/opus", Opus},
	{"audio/vnd.wave", WAV},
	{"audio/vorbis", Vorbis},
	{"audio/wav", WAV},
	{"audio/wave", WAV},
	{"audio/x-aac", AAC},
	{"audio/x-flac", FLAC},
	{"audio/x-hx-aac-adts", AAC},
	{"audio/x-m4a", M4A},
	{"audio/x-mp3", MP3},
	{"audio/x-mpeg", MP3},
	{"audio/x-opus+ogg", Opus},
	{"audio/x-vorbis+ogg", Vorbis},
	{"audio/x-wav", WAV},
	{"image/avif", AVIF},
	{"image/bmp", BMP},
	{"image/gif", GIF},
	{"image/heic", HEIC},
	{"image/heif", HEIC},
	{"image/jpeg", JPEG},
	{"image/jpg", JPEG},
	{"image/pjpeg", JPEG},
	{"image/png", PNG},
	{"image/svg+xml", SVG},
	{"image/tiff", TIFF},
	{"image/webp", WebP},
	{"image/x-bmp", BMP},
	{"image/x-ms-bmp", BMP},
	{"image/x-png", PNG},
	{"text/comma-separated-values", CSV},
	{"text/csv", CSV},
	{"text/html", HTML},
	{"text/plain", Text},
	{"text/rtf", RTF},
	{"text/x-php", Script},
	{"text/x-shellscript", Script},
	{"text/xml", XML},
	{"video/3gp", ThreeGP},
	{"video/3gpp", ThreeGP},
	{"video/3gpp2", ThreeGP},
	{"video/avi", AVI},
	{"video/mp4", MP4},
	{"video/ogg", OggVideo},
	{"video/quicktime", QuickTime},
	{"video/webm", WebM},
	{"video/x-m4v", MP4},
	{"video/x-matroska", Matroska},
	{"video/x-msvideo", AVI},
}

// ParseType reads a media type (RFC 9110 §8.3.1) in any case, with or without
// parameters, or the name that [Type.String] writes. Of the parameters, codecs
// tells Opus and Vorbis apart: "audio/ogg; codecs=opus" is Opus, "audio/ogg"
// alone Ogg. Usual aliases such as image/jpg and audio/x-m4a are read too.
//
// What follows no grammar, or has more than [MaxMediaType] bytes, is
// [decorum.Malformed] or [decorum.TooLong]; a media type or a name that this
// version does not have is [decorum.Unknown].
func ParseType(s string) (Type, error) {
	for t := UnknownType + 1; t < typeCount; t++ {
		if types[t].name == s {
			return t, nil
		}
	}
	m, v := parseMediaType(s)
	if v.Code != "" {
		return UnknownType, v.Err()
	}
	if !m.t.known() {
		return UnknownType, fault(decorum.Unknown, decorum.Span{}, "").Err()
	}
	return m.t, nil
}

// A mediaType is a declared media type.
type mediaType struct {
	t Type
	// usual: the text without parameters is what [Type.MIME] returns, in any
	// case of letters.
	usual bool
}

// parseMediaType reads a media type; the type is UnknownType for one that is
// not known. A violation without a code: all is well.
func parseMediaType(s string) (mediaType, decorum.Violation) {
	const grammar = "a media type such as image/jpeg"
	if len(s) > MaxMediaType {
		return mediaType{}, decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Limit: MaxMediaType, Actual: int64(len(s)), Unit: decorum.Bytes,
		}
	}
	wrong := func(i int) (mediaType, decorum.Violation) {
		return mediaType{}, fault(decorum.Malformed, decorum.Span{Start: i, End: max(len(s), i)}, grammar)
	}
	slash := token(s, 0)
	if slash == 0 || slash == len(s) || s[slash] != '/' {
		return wrong(slash)
	}
	end := token(s, slash+1)
	if end == slash+1 {
		return wrong(end)
	}
	var m mediaType
	m.t = find(aliases[:], s[:end])
	m.usual = m.t.known() && equalFold(m.t.MIME(), s[:end])
	for i := blanks(s, end); i < len(s); {
		if s[i] != ';' {
			return wrong(i)
		}
		i = blanks(s, i+1)
		if i == len(s) || s[i] == ';' {
			continue // an empty parameter
		}
		eq := token(s, i)
		if eq == i || eq == len(s) || s[eq] != '=' {
			return wrong(eq)
		}
		from, to, next := value(s, eq+1)
		if next < 0 {
			return wrong(eq + 1)
		}
		if m.t == Ogg && equalFold("codecs", s[i:eq]) {
			switch {
			case equalFold("opus", s[from:to]):
				m.t = Opus
			case equalFold("vorbis", s[from:to]):
				m.t = Vorbis
			}
		}
		i = blanks(s, next)
	}
	return m, decorum.Violation{}
}

// token returns the end of the token (RFC 9110 §5.6.2) that begins at i.
func token(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case c == '!', '#' <= c && c <= '\'', c == '*', c == '+', c == '-', c == '.', '^' <= c && c <= '`', c == '|', c == '~':
		default:
			return i
		}
		i++
	}
	return i
}

// blanks returns the first place from i on that is no blank or tab.
func blanks(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

// value returns where the value of a parameter begins and ends, quotes left
// out, and the place after it; -1 for none. Escapes in quotes stay as they are.
func value(s string, i int) (from, to, next int) {
	if i == len(s) || s[i] != '"' {
		end := token(s, i)
		if end == i {
			return 0, 0, -1
		}
		return i, end, end
	}
	for j := i + 1; j < len(s); j++ {
		switch c := s[j]; {
		case c == '"':
			return i + 1, j, j + 1
		case c == '\\':
			j++
		case c < ' ' && c != '\t' || c == 0x7F:
			return 0, 0, -1
		}
	}
	return 0, 0, -1
}

// find looks s up in a sorted table, in any case of ASCII letters.
func find(table []named, s string) Type {
	lo, hi := 0, len(table)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch order := compareFold(table[mid].name, s); {
		case order == 0:
			return table[mid].t
		case order < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return UnknownType
}

// compareFold compares name, which is in lower case, with s in lower case.
func compareFold(name, s string) int {
	for i := range min(len(name), len(s)) {
		if c := lower(s[i]); name[i] != c {
			return int(name[i]) - int(c)
		}
	}
	return len(name) - len(s)
}

func equalFold(name, s string) bool { return len(name) == len(s) && compareFold(name, s) == 0 }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	return c
}
