package attachment

import "bytes"

// sniffZIP tells what a ZIP container holds by the names of the entries that the
// head shows. Nothing is decompressed.
func sniffZIP(head []byte) Type {
	const header = 30
	for i := 0; i+header <= len(head) && be32(head[i:]) == 0x504B0304; {
		h := head[i:]
		name, extra := le16(h[26:]), le16(h[28:])
		start := i + header
		end := min(start+name, len(head))
		if t := entryType(head, start, end); t.known() {
			return t
		}
		const sizeFollows = 0x08
		next := int64(start) + int64(name) + int64(extra)
		if h[6]&sizeFollows == 0 {
			next += int64(le32(h[18:]))
		} else if next < int64(len(head)) {
			// The size stands behind the data: look for the next entry.
			gap := bytes.Index(head[next:], []byte("PK\x03\x04"))
			if gap < 0 {
				return ZIP
			}
			next += int64(gap)
		}
		if next > int64(len(head)) {
			return ZIP
		}
		i = int(next)
	}
	return ZIP
}

// entryType tells what a container is that has an entry of this name, which is
// head[start:end].
func entryType(head []byte, start, end int) Type {
	name := head[start:end]
	if len(name) < 4 {
		return UnknownType
	}
	switch name[0] {
	case 'w':
		if len(name) > 5 && string(name[:5]) == "word/" {
			return DOCX
		}
	case 'x':
		if string(name[:3]) == "xl/" {
			return XLSX
		}
	case 'p':
		if len(name) > 4 && string(name[:4]) == "ppt/" {
			return PPTX
		}
	case 'M':
		if hasPrefix(name, "META-INF/MANIFEST.MF") || string(name) == "META-INF/" {
			return JAR
		}
	case 'A':
		if string(name) == "AndroidManifest.xml" {
			return APK
		}
	case 'c':
		if string(name) == "classes.dex" {
			return APK
		}
	case 'm':
		if string(name) == "mimetype" {
			return storedType(head[end:])
		}
	}
	return UnknownType
}

// storedType tells which OpenDocument the entry "mimetype" names; by the format
// it comes first and is stored as it is.
func storedType(text []byte) Type {
	const office = "application/vnd.oasis.opendocument."
	if !hasPrefix(text, office) {
		return UnknownType
	}
	switch text = text[len(office):]; {
	case hasPrefix(text, "text"):
		return ODT
	case hasPrefix(text, "spreadsheet"):
		return ODS
	case hasPrefix(text, "presentation"):
		return ODP
	}
	return UnknownType
}

const (
	oleSector = 512
	// oleEntry is the size of an entry of the directory, in bytes.
	oleEntry = 128
)

// sniffOLE tells what a compound file (MS-CFB) holds: by the names in its
// directory where the head shows it, else by what its first sectors begin with.
func sniffOLE(head []byte) Type {
	if len(head) < 2*oleSector || le16(head[30:]) != 9 { // sectors of 2^9 bytes
		return OLE
	}
	if first := le32(head[48:]); first < HeadSize/oleSector {
		for i := (int(first) + 1) * oleSector; i+oleEntry <= len(head); i += oleEntry {
			if t := streamType(head[i : i+oleEntry]); t.known() {
				return t
			}
		}
	}
	for i := oleSector; i+28 <= len(head); i += oleSector {
		if t := sectorType(head[i:]); t.known() {
			return t
		}
	}
	return OLE
}

// streamType tells what a compound file is that has this entry in its directory.
// Names are UTF-16, little-endian; le32 reads two letters.
func streamType(entry []byte) Type {
	switch le32(entry) {
	case 'W' | 'o'<<16:
		if utf16Equal(entry, "WordDocument") {
			return DOC
		}
		if utf16Equal(entry, "Workbook") {
			return XLS
		}
	case 'B' | 'o'<<16:
		if utf16Equal(entry, "Book") {
			return XLS
		}
	case 'P' | 'o'<<16:
		if utf16Equal(entry, "PowerPoint Document") {
			return PPT
		}
	case 'R' | 'o'<<16:
		if utf16Equal(entry, "Root Entry") {
			return classType(entry[80:])
		}
	}
	return UnknownType
}

// utf16Equal reports whether a directory entry has this name.
func utf16Equal(entry []byte, name string) bool {
	for i := range len(name) {
		if entry[2*i] != name[i] || entry[2*i+1] != 0 {
			return false
		}
	}
	return entry[2*len(name)] == 0 && entry[2*len(name)+1] == 0
}

// classType tells the type by the class id (a GUID) of the program that made it.
func classType(id []byte) Type {
	if le32(id[8:]) != 0x000000C0 && le32(id[4:]) != 0x11CF4F9B {
		return UnknownType
	}
	switch le32(id) {
	case 0x00020906, 0x00020900:
		return DOC
	case 0x00020820, 0x00020810:
		return XLS
	case 0x64818D10, 0x64818D11:
		return PPT
	case 0x000C1084: // an installer
		return PE
	}
	return UnknownType
}

// sectorType tells the type by the first bytes of one of its streams.
func sectorType(b []byte) Type {
	switch be32(b) {
	case 0xECA5C100: // the file information block of a DOC
		return DOC
	case 0x09081000, 0x09080800: // BOF of a workbook
		if b[4] == 0 && (b[5] == 6 || b[5] == 5) {
			return XLS
		}
	case 0x0F00E803: // the document container of a PPT
		return PPT
	case 0x0100FEFF: // a CompObj stream
		return classType(b[12:])
	case 0x52006F00: // "Ro": a directory
		if len(b) >= oleEntry && utf16Equal(b, "Root Entry") {
			return classType(b[80:])
		}
	}
	return UnknownType
}
