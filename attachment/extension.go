package attachment

// maxExtension is how many bytes an extension has at most, without the dot. What
// follows the last dot of a name and is longer, or has a space in it, belongs to
// the name.
const maxExtension = 16

// Extension returns the extension of a file name as Windows and the others see
// it: what follows the last dot, without the dot and in the case in which it
// stands; "" for none. Spaces and dots at the end are passed over, since Windows
// drops them: the extension of "a.exe. " is "exe". A name that only begins with a
// dot has none.
func Extension(name string) string {
	start, end := extensionAt(name)
	return name[start:end]
}

// extensionAt returns where the extension stands; two equal numbers for none.
func extensionAt(name string) (start, end int) {
	end = len(name)
	for end > 0 && (name[end-1] == '.' || name[end-1] == ' ') {
		end--
	}
	for i := end - 1; i >= 0 && end-i <= maxExtension+1; i-- {
		switch name[i] {
		case '.':
			if i == 0 {
				return end, end
			}
			return i + 1, end
		case ' ', '/', '\\':
			return end, end
		}
	}
	return end, end
}

// TypeByExtension returns the type that names with this extension have, without
// or with its dot and in any case of letters; UnknownType for one that this
// version does not know. For an extension of several types it is the one that
// says least: Ogg for "ogg", WebP for "webp". It is Opus for "opus".
func TypeByExtension(ext string) Type {
	if len(ext) > 0 && ext[0] == '.' {
		ext = ext[1:]
	}
	return find(extensions[:], ext)
}

// extensions holds the extensions of all types, sorted.
var extensions = [...]named{
	{"3g2", ThreeGP},
	{"3gp", ThreeGP},
	{"3gpp", ThreeGP},
	{"7z", SevenZip},
	{"aac", AAC},
	{"amr", AMR},
	{"apk", APK},
	{"avi", AVI},
	{"avif", AVIF},
	{"awb", AMRWB},
	{"bat", Script},
	{"bmp", BMP},
	{"bz2", Bzip2},
	{"cab", Cabinet},
	{"class", JavaClass},
	{"cmd", Script},
	{"com", PE},
	{"csv", CSV},
	{"dib", BMP},
	{"dll", PE},
	{"doc", DOC},
	{"docx", DOCX},
	{"dylib", MachO},
	{"elf", ELF},
	{"exe", PE},
	{"flac", FLAC},
	{"gif", GIF},
	{"gz", Gzip},
	{"heic", HEIC},
	{"heif", HEIC},
	{"htm", HTML},
	{"html", HTML},
	{"jar", JAR},
	{"jpeg", JPEG},
	{"jpg", JPEG},
	{"lnk", Shortcut},
	{"log", Text},
	{"m4a", M4A},
	{"mkv", Matroska},
	{"mov", QuickTime},
	{"mp3", MP3},
	{"mp4", MP4},
	{"msg", OLE},
	{"odp", ODP},
	{"ods", ODS},
	{"odt", ODT},
	{"oga", Ogg},
	{"ogg", Ogg},
	{"ogv", OggVideo},
	{"ole", OLE},
	{"opus", Opus},
	{"pdf", PDF},
	{"php", Script},
	{"png", PNG},
	{"ppt", PPT},
	{"pptx", PPTX},
	{"qt", QuickTime},
	{"rar", RAR},
	{"rtf", RTF},
	{"scr", PE},
	{"sh", Script},
	{"so", ELF},
	{"spx", Ogg},
	{"svg", SVG},
	{"tar", Tar},
	{"text", Text},
	{"tgz", Gzip},
	{"tif", TIFF},
	{"tiff", TIFF},
	{"txt", Text},
	{"wasm", WASM},
	{"wav", WAV},
	{"webm", WebM},
	{"webp", WebP},
	{"xhtml", HTML},
	{"xls", XLS},
	{"xlsx", XLSX},
	{"xml", XML},
	{"xz", XZ},
	{"zip", ZIP},
	{"zst", Zstd},
}

// unsafeExtensions are, sorted, those beside the extensions of unsafe types that
// some system runs, installs or mounts when the file is opened, and those of
// documents that carry programs.
var unsafeExtensions = [...]string{
	"action", "ade", "adp", "app", "appimage", "application", "appref-ms", "appx", "appxbundle", "asp", "aspx",
	"bash", "cgi", "chm", "command", "cpl", "crx", "csh", "deb", "desktop", "diagcab", "dmg", "docm", "dotm",
	"drv", "gadget", "hlp", "hta", "htc", "img", "inf", "ins", "ipa", "iqy", "iso", "isp", "its", "jnlp", "js",
	"jse", "jsp", "ksh", "library-ms", "mde", "mht", "mhtml", "mjs", "msc", "msh", "msi", "msix", "msixbundle", "msp", "mst",
	"msu", "ocx", "phar", "phtml", "pif", "pkg", "pl", "potm", "ppam", "ppsm", "pptm", "ps1", "ps1xml", "psc1",
	"psd1", "psm1", "py", "pyc", "pyo", "pyw", "pyz", "pyzw", "rb", "rdp", "reg", "rpm", "scf", "scpt", "sct",
	"search-ms", "settingcontent-ms", "shb", "shs", "shtml", "sldm", "slk", "svgz", "swf", "sys", "url", "vb",
	"vbe", "vbs", "vhd", "vhdx", "vxd", "webloc", "website", "workflow", "ws", "wsb", "wsc", "wsf", "wsh", "xbap",
	"xht", "xlam", "xll", "xlsb", "xlsm", "xltm", "xpi", "zsh",
}

// unsafeExtension reports whether opening a file whose name has this extension
// can run what is in it, whatever that is.
func unsafeExtension(ext string) bool {
	if find(extensions[:], ext).Unsafe() {
		return true
	}
	lo, hi := 0, len(unsafeExtensions)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch order := compareFold(unsafeExtensions[mid], ext); {
		case order == 0:
			return true
		case order < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return false
}
