package attachment

import "bytes"

// HeadSize is how many bytes of a file are looked at, at most.
const HeadSize = 4096

// Sniff tells the type of a file from its first bytes. It reads at most
// [HeadSize] of them, decompresses nothing and allocates nothing; a shorter head
// tells less. UnknownType: nothing that this package knows, or nothing at all.
//
// An OLE or ZIP container is DOC, XLSX and so on where the head shows the names
// in it, else OLE or ZIP. CSV and other data are Text. The answer is what the
// file begins as; [File.Hidden] tells what else its head holds.
func Sniff(head []byte) Type {
	if len(head) > HeadSize {
		head = head[:HeadSize]
	}
	if len(head) < 12 {
		return sniffShort(head)
	}
	switch be32(head) {
	case 0xFFD8FFE0, 0xFFD8FFE1, 0xFFD8FFDB, 0xFFD8FFEE, 0xFFD8FFE2:
		return JPEG
	case 0x89504E47: // \x89PNG
		if be32(head[4:]) == 0x0D0A1A0A {
			return PNG
		}
	case 0x47494638: // GIF8
		if (head[4] == '7' || head[4] == '9') && head[5] == 'a' {
			return GIF
		}
	case 0x25504446: // %PDF
		if head[4] == '-' {
			return PDF
		}
	case 0x52494646: // RIFF
		return sniffRIFF(head)
	case 0x4F676753: // OggS
		return sniffOgg(head)
	case 0x504B0304: // PK\3\4
		return sniffZIP(head)
	case 0x504B0506, 0x504B0708: // an empty archive, a spanned one
		return ZIP
	case 0xD0CF11E0:
		if be32(head[4:]) == 0xA1B11AE1 {
			return sniffOLE(head)
		}
	case 0x2321414D: // #!AM
		return sniffAMR(head)
	case 0x3C21444F, 0x3C21646F: // <!DO, <!do
		if isPage(head) {
			return HTML
		}
	}
	if head[4] == 'f' && be32(head[4:]) == 0x66747970 { // ftyp
		if t := sniffFtyp(head); t.known() {
			return t
		}
	}
	switch head[0] {
	case '<', ' ', '\n', '\r', '\t':
		return sniffText(head)
	case 0xFF:
		if t := sniffFrame(head); t.known() {
			return t
		}
	case 'I':
		if head[1] == 'D' && head[2] == '3' {
			return sniffID3(head)
		}
	}
	return sniffRare(head)
}

// sniffShort tells what fewer than 12 bytes can be.
func sniffShort(head []byte) Type {
	switch {
	case len(head) == 0:
		return UnknownType
	case len(head) >= 5 && head[4] == '-' && be32(head) == 0x25504446:
		return PDF
	case len(head) >= 6 && be32(head) == 0x47494638 && (head[4] == '7' || head[4] == '9') && head[5] == 'a':
		return GIF
	case hasPrefix(head, "\xFF\xD8\xFF"):
		return JPEG
	case hasPrefix(head, "\x89PNG\r\n\x1A\n"):
		return PNG
	case hasPrefix(head, "#!AMR\n"):
		return AMR
	case hasPrefix(head, "#!AMR-WB\n"):
		return AMRWB
	case hasPrefix(head, "ID3"):
		return MP3
	}
	return sniffRare(head)
}

// sniffRare tries the signatures that are less usual, and text last.
func sniffRare(head []byte) Type {
	if head[0] >= 0x7F || head[0] < ' ' {
		if t := sniffBinary(head); t.known() {
			return t
		}
	}
	switch head[0] {
	case '(':
		if hasPrefix(head, "(\xB5/\xFD") {
			return Zstd
		}
	case '7':
		if hasPrefix(head, "7z\xBC\xAF\x27\x1C") {
			return SevenZip
		}
	case 'A':
		if hasPrefix(head, "ADIF") && !isText(head) {
			return AAC
		}
	case 'B':
		switch {
		case hasPrefix(head, "BZh") && len(head) > 9 && head[3] >= '1' && head[3] <= '9' && string(head[4:10]) == "1AY&SY":
			return Bzip2
		case hasPrefix(head, "BM") && len(head) >= 18 && be32(head[6:]) == 0 && head[15] == 0 && head[16] == 0:
			return BMP
		}
	case 'I':
		if hasPrefix(head, "II*\x00") {
			return TIFF
		}
	case 'L':
		if hasPrefix(head, "L\x00\x00\x00\x01\x14\x02\x00") {
			return Shortcut
		}
	case 'M':
		switch {
		case hasPrefix(head, "MM\x00*"):
			return TIFF
		case hasPrefix(head, "MSCF\x00\x00\x00\x00"):
			return Cabinet
		case hasPrefix(head, "MZ") && !isText(head):
			return PE
		}
	case 'R':
		if hasPrefix(head, "Rar!\x1A\x07") {
			return RAR
		}
	case 'f':
		if hasPrefix(head, "fLaC") {
			return FLAC
		}
	case '{':
		if hasPrefix(head, `{\rtf`) {
			return RTF
		}
	}
	if len(head) >= 12 && isAtom(be32(head[4:])) {
		return QuickTime
	}
	if len(head) >= 262 && string(head[257:262]) == "ustar" {
		return Tar
	}
	return sniffText(head)
}

// sniffBinary tries the signatures that begin with a byte that is no text.
func sniffBinary(head []byte) Type {
	switch {
	case hasPrefix(head, "\xFF\xD8\xFF"):
		return JPEG
	case hasPrefix(head, "\x7FELF"):
		return ELF
	case hasPrefix(head, "\xFE\xED\xFA\xCE"), hasPrefix(head, "\xFE\xED\xFA\xCF"),
		hasPrefix(head, "\xCE\xFA\xED\xFE"), hasPrefix(head, "\xCF\xFA\xED\xFE"):
		return MachO
	case hasPrefix(head, "\xCA\xFE\xBA\xBE"), hasPrefix(head, "\xCA\xFE\xBA\xBF"):
		// A universal binary has few parts; Java's versions begin at 45.
		if len(head) >= 8 && be32(head[4:]) >= 45 {
			return JavaClass
		}
		return MachO
	case hasPrefix(head, "\x00asm"):
		return WASM
	case hasPrefix(head, "\x1F\x8B\x08"):
		return Gzip
	case hasPrefix(head, "\xFD7zXZ\x00"):
		return XZ
	case hasPrefix(head, "\x1A\x45\xDF\xA3"):
		if indexWithin(head, "webm", 64) >= 0 {
			return WebM
		}
		return Matroska
	}
	return UnknownType
}

// sniffRIFF tells what a RIFF container holds.
func sniffRIFF(head []byte) Type {
	switch be32(head[8:]) {
	case 0x57454250: // WEBP
		const animation = 0x02
		if len(head) > 20 && be32(head[12:]) == 0x56503858 && head[20]&animation != 0 { // VP8X
			return AnimatedWebP
		}
		return WebP
	case 0x57415645: // WAVE
		return WAV
	case 0x41564920: // "AVI "
		return AVI
	}
	return sniffText(head)
}

func be32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

func le16(b []byte) int {
	_ = b[1]
	return int(b[0]) | int(b[1])<<8
}

func le32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func hasPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}

// indexWithin returns where sub begins in the first most bytes of b, or -1.
func indexWithin(b []byte, sub string, most int) int {
	return bytes.Index(b[:min(len(b), most)], []byte(sub))
}
