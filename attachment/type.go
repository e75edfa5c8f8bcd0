package attachment

import (
	"fmt"
	"iter"
	"strconv"

	"github.com/decorum-go/decorum"
)

// Type is what a file is, as fine as its content can tell: an Ogg stream with
// Opus in it is another Type than one with Vorbis.
//
// The zero Type is UnknownType.
type Type uint8

// The types. Their names never change; new ones go to the end.
const (
	// UnknownType says that the type is not known.
	UnknownType Type = iota

	JPEG
	PNG
	GIF
	BMP
	TIFF
	HEIC
	AVIF
	// SVG is a drawing that can hold scripts: it is unsafe.
	SVG

	// WebP is a still picture, or one of which only the declared type is known.
	WebP
	// AnimatedWebP is a moving picture.
	AnimatedWebP

	MP4
	// ThreeGP is a 3GPP or 3GPP2 film.
	ThreeGP
	QuickTime
	WebM
	Matroska
	AVI
	// OggVideo is an Ogg stream that begins with a film.
	OggVideo

	// AAC is raw AAC with ADTS headers, or with one ADIF header.
	AAC
	// AMR is the narrow-band codec.
	AMR
	// AMRWB is the wide-band codec.
	AMRWB
	// M4A is sound alone in an MP4 container.
	M4A
	MP3
	// Ogg is an Ogg stream with another codec than Opus and Vorbis, or one of
	// which only the declared type is known.
	Ogg
	// Opus is an Ogg stream with Opus: a voice note.
	Opus
	// Vorbis is an Ogg stream with Vorbis.
	Vorbis
	WAV
	FLAC

	PDF
	DOC
	XLS
	PPT
	DOCX
	XLSX
	PPTX
	ODT
	ODS
	ODP
	RTF
	// Text is plain text.
	Text
	// CSV is text by its content.
	CSV
	XML
	// HTML is a web page: it is unsafe.
	HTML
	// OLE is a compound file whose head does not show what is in it: an old
	// Office document, a mail, a protected Office document.
	OLE

	// ZIP is a ZIP container whose head does not show what is in it: an archive,
	// or an Office document written in an unusual order.
	ZIP
	Gzip
	Bzip2
	XZ
	Zstd
	SevenZip
	RAR
	Tar
	Cabinet

	// The types from here on are programs: all are unsafe.

	// JAR is a Java archive.
	JAR
	// APK is an Android package.
	APK
	// PE is a program or library of Windows or DOS.
	PE
	// ELF is a program or library of Linux and other systems.
	ELF
	// MachO is a program or library of macOS and iOS.
	MachO
	// JavaClass is compiled Java.
	JavaClass
	// WASM is compiled WebAssembly.
	WASM
	// Shortcut is a Windows shell link.
	Shortcut
	// Script is text that a shell or another interpreter runs.
	Script

	typeCount
)

// A typeRow is what is fixed about a type.
type typeRow struct {
	name string
	mime string
	kind Kind
	exts []string
}

var types = [typeCount]typeRow{
	UnknownType:  {},
	JPEG:         {"jpeg", "image/jpeg", Image, []string{"jpg", "jpeg"}},
	PNG:          {"png", "image/png", Image, []string{"png"}},
	GIF:          {"gif", "image/gif", Image, []string{"gif"}},
	BMP:          {"bmp", "image/bmp", Image, []string{"bmp", "dib"}},
	TIFF:         {"tiff", "image/tiff", Image, []string{"tiff", "tif"}},
	HEIC:         {"heic", "image/heic", Image, []string{"heic", "heif"}},
	AVIF:         {"avif", "image/avif", Image, []string{"avif"}},
	SVG:          {"svg", "image/svg+xml", Image, []string{"svg"}},
	WebP:         {"webp", "image/webp", Sticker, []string{"webp"}},
	AnimatedWebP: {"animated-webp", "image/webp", Sticker, []string{"webp"}},
	MP4:          {"mp4", "video/mp4", Video, []string{"mp4"}},
	ThreeGP:      {"3gp", "video/3gpp", Video, []string{"3gp", "3gpp", "3g2"}},
	QuickTime:    {"quicktime", "video/quicktime", Video, []string{"mov", "qt"}},
	WebM:         {"webm", "video/webm", Video, []string{"webm"}},
	Matroska:     {"matroska", "video/x-matroska", Video, []string{"mkv"}},
	AVI:          {"avi", "video/x-msvideo", Video, []string{"avi"}},
	OggVideo:     {"ogg-video", "video/ogg", Video, []string{"ogv"}},
	AAC:          {"aac", "audio/aac", Audio, []string{"aac"}},
	AMR:          {"amr", "audio/amr", Audio, []string{"amr"}},
	AMRWB:        {"amr-wb", "audio/amr-wb", Audio, []string{"awb"}},
	M4A:          {"m4a", "audio/mp4", Audio, []string{"m4a"}},
	MP3:          {"mp3", "audio/mpeg", Audio, []string{"mp3"}},
	Ogg:          {"ogg", "audio/ogg", Audio, []string{"ogg", "oga", "spx"}},
	Opus:         {"opus", "audio/ogg", Audio, []string{"ogg", "opus", "oga"}},
	Vorbis:       {"vorbis", "audio/ogg", Audio, []string{"ogg", "oga"}},
	WAV:          {"wav", "audio/wav", Audio, []string{"wav"}},
	FLAC:         {"flac", "audio/flac", Audio, []string{"flac"}},
	PDF:          {"pdf", "application/pdf", Document, []string{"pdf"}},
	DOC:          {"doc", "application/msword", Document, []string{"doc"}},
	XLS:          {"xls", "application/vnd.ms-excel", Document, []string{"xls"}},
	PPT:          {"ppt", "application/vnd.ms-powerpoint", Document, []string{"ppt"}},
	DOCX:         {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Document, []string{"docx"}},
	XLSX:         {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Document, []string{"xlsx"}},
	PPTX:         {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Document, []string{"pptx"}},
	ODT:          {"odt", "application/vnd.oasis.opendocument.text", Document, []string{"odt"}},
	ODS:          {"ods", "application/vnd.oasis.opendocument.spreadsheet", Document, []string{"ods"}},
	ODP:          {"odp", "application/vnd.oasis.opendocument.presentation", Document, []string{"odp"}},
	RTF:          {"rtf", "application/rtf", Document, []string{"rtf"}},
	Text:         {"text", "text/plain", Document, []string{"txt", "text", "log"}},
	CSV:          {"csv", "text/csv", Document, []string{"csv"}},
	XML:          {"xml", "text/xml", Document, []string{"xml"}},
	HTML:         {"html", "text/html", Document, []string{"html", "htm", "xhtml"}},
	OLE:          {"ole", "application/x-ole-storage", Document, []string{"ole", "msg"}},
	ZIP:          {"zip", "application/zip", Document, []string{"zip"}},
	Gzip:         {"gzip", "application/gzip", Document, []string{"gz", "tgz"}},
	Bzip2:        {"bzip2", "application/x-bzip2", Document, []string{"bz2"}},
	XZ:           {"xz", "application/x-xz", Document, []string{"xz"}},
	Zstd:         {"zstd", "application/zstd", Document, []string{"zst"}},
	SevenZip:     {"7z", "application/x-7z-compressed", Document, []string{"7z"}},
	RAR:          {"rar", "application/vnd.rar", Document, []string{"rar"}},
	Tar:          {"tar", "application/x-tar", Document, []string{"tar"}},
	Cabinet:      {"cab", "application/vnd.ms-cab-compressed", Document, []string{"cab"}},
	JAR:          {"jar", "application/java-archive", Document, []string{"jar"}},
	APK:          {"apk", "application/vnd.android.package-archive", Document, []string{"apk"}},
	PE:           {"pe", "application/vnd.microsoft.portable-executable", Document, []string{"exe", "dll", "scr", "com"}},
	ELF:          {"elf", "application/x-elf", Document, []string{"elf", "so"}},
	MachO:        {"mach-o", "application/x-mach-binary", Document, []string{"dylib"}},
	JavaClass:    {"java-class", "application/java-vm", Document, []string{"class"}},
	WASM:         {"wasm", "application/wasm", Document, []string{"wasm"}},
	Shortcut:     {"shortcut", "application/x-ms-shortcut", Document, []string{"lnk"}},
	Script:       {"script", "application/x-sh", Document, []string{"sh", "php", "bat", "cmd"}},
}

// Types yields every type but UnknownType, in the order of their values.
func Types() iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for t := UnknownType + 1; t < typeCount; t++ {
			if !yield(t) {
				return
			}
		}
	}
}

func (t Type) row() *typeRow {
	if t >= typeCount {
		return &types[UnknownType]
	}
	return &types[t]
}

// String returns the type's name, such as "jpeg" or "opus"; "" for UnknownType
// and "type(n)" for a value that is no type. [ParseType] reads it.
func (t Type) String() string {
	if t >= typeCount {
		return "type(" + strconv.Itoa(int(t)) + ")"
	}
	return types[t].name
}

// MIME returns the media type without parameters, in the form in which WhatsApp
// takes it: "audio/ogg" for Ogg, Opus and Vorbis alike. It is "" for
// UnknownType.
func (t Type) MIME() string { return t.row().mime }

// Kind returns how a conversation carries a file of the type.
func (t Type) Kind() Kind { return t.row().kind }

// Extensions yields the extensions of names of the type, without the dot and in
// lower case, the usual one first.
func (t Type) Extensions() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, ext := range t.row().exts {
			if !yield(ext) {
				return
			}
		}
	}
}

// Extension returns the usual extension with its dot, such as ".jpg"; "" for
// UnknownType.
func (t Type) Extension() string {
	if exts := t.row().exts; len(exts) > 0 {
		return "." + exts[0]
	}
	return ""
}

// Unsafe reports whether opening a file of the type can run what is in it:
// programs, scripts, web pages and SVG drawings.
func (t Type) Unsafe() bool {
	return t == HTML || t == SVG || t >= JAR && t < typeCount
}

// Holds reports whether content of type t can be a file of type u: t is u, or t
// is all that the head can tell of it. A ZIP container can be a DOCX, an OLE
// file an XLS, an MP4 container an M4A, plain text a CSV, an Ogg stream or a
// WebP picture that was not looked into any of its own.
func (t Type) Holds(u Type) bool {
	if t == u {
		return true
	}
	switch t {
	case ZIP:
		return u == DOCX || u == XLSX || u == PPTX
	case OLE:
		return u == DOC || u == XLS || u == PPT
	case MP4:
		return u == M4A
	case Text:
		return u == CSV || u == XML
	case Ogg:
		return u == Opus || u == Vorbis
	case WebP:
		return u == AnimatedWebP
	}
	return false
}

// AppendText appends the type's name. It fails for a value that is no type.
func (t Type) AppendText(dst []byte) ([]byte, error) {
	if t >= typeCount {
		return dst, unnamed(t.String())
	}
	return append(dst, types[t].name...), nil
}

// MarshalText returns the type's name; an empty text for UnknownType.
func (t Type) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads what [ParseType] reads; an empty text is UnknownType.
func (t *Type) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = UnknownType
		return nil
	}
	parsed, err := ParseType(string(text))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}

// MustParseType is [ParseType] for tests and package variables. It panics where
// that fails.
func MustParseType(s string) Type {
	t, err := ParseType(s)
	if err != nil {
		panic(fmt.Sprintf("attachment: MustParseType(%q): %v", s, err))
	}
	return t
}

func unnamed(value string) error { return fmt.Errorf("attachment: %s has no name", value) }

// known reports whether t is a type other than UnknownType.
func (t Type) known() bool { return t != UnknownType && t < typeCount }

// fault returns an error without a measure.
func fault(code decorum.Code, span decorum.Span, want string) decorum.Violation {
	return decorum.Violation{Code: code, Severity: decorum.SeverityError, Span: span, Want: want}
}
