package attachment

import (
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

// SafeName returns a name under which a file of the type can be saved on every
// system and read in every script (AT5): [CheckName] finds nothing wrong with it.
//
// A name that is right already comes back as it is. In others / \ : * ? " < > |
// and bytes that are no UTF-8 become "_"; other characters that may not stand go;
// dots in a row become one, of spaces in a row four stay; dots and spaces at the
// beginning and the end go; a device's name gets "_" before it. Too long a name
// is cut between two characters and keeps its extension. If nothing is left, or
// name is empty, the name is made from the kind: "image.jpg".
//
// An extension that does not fit the type is kept, but the type's own follows,
// so that the file opens as what it is: "report.exe" of type PDF is
// "report.exe.pdf". With UnknownType every extension stays.
//
// SafeName(SafeName(n, t), t) is SafeName(n, t). Two names may become the same;
// whoever saves both must number them.
func SafeName(name string, t Type) string {
	var f nameScan
	if _, code := f.next(name); code == "" && extensionFits(t, Extension(name)) {
		return name
	}
	return makeSafe(name, t)
}

// madeName returns the name of a file that has none.
func madeName(k Kind, t Type) string {
	name := k.String()
	if k == UnknownKind || int(k) >= len(kindNames) {
		name = "file"
	}
	return name + t.Extension()
}

func makeSafe(name string, t Type) string {
	name = replaceMarks(name)
	start, end := extensionAt(name)
	ext := name[start:end]
	stem := name
	if ext != "" {
		stem = name[:start-1]
	}
	if !extensionFits(t, ext) {
		stem, ext = name, t.Extension()[1:]
	}
	if !decorum.HasVisible(stem) {
		stem = madeName(t.Kind(), UnknownType)
	}
	if device(stem) > 0 {
		stem = "_" + stem
	}
	room := MaxName
	if ext != "" {
		room -= 1 + len(ext)
	}
	if len(stem) > room {
		stem = strings.TrimRightFunc(decorum.Limit{Max: room, Unit: decorum.Bytes}.Fit(stem), isEdge)
		if !decorum.HasVisible(stem) {
			stem = madeName(t.Kind(), UnknownType)
		}
	}
	if ext == "" {
		return stem
	}
	return stem + "." + ext
}

// extensionFits reports whether a file of the type may have this extension: one
// of its own, one of a type that it can hold, or, for a format that others build
// on, one that this version does not know and nobody runs.
func extensionFits(t Type, ext string) bool {
	if !t.known() {
		return true
	}
	if extensionIndex(t, ext) >= 0 {
		return true
	}
	if e := TypeByExtension(ext); e.known() {
		return t.Holds(e)
	}
	return ext != "" && isOpen(t) && !unsafeExtension(ext)
}

func isEdge(r rune) bool { return r == '.' || isSpace(r) }

// replaceMarks returns the name without what may not stand in it, but for its
// length, its extension and the names of devices.
func replaceMarks(name string) string {
	dst := make([]byte, 0, min(len(name), 4*MaxName))
	dots, spaces, flag := false, 0, false
	for i := 0; i < len(name); {
		r, size := utf8.DecodeRuneInString(name[i:])
		switch {
		case r == utf8.RuneError && size == 1, r < utf8.RuneSelf && r >= ' ' && r != 0x7F && mark(r, false):
			dst = append(dst, '_')
			dots, spaces, flag = false, 0, false
		case mark(r, flag):
			// It goes, as if it had not been there.
		case r == '.':
			if !dots {
				dst = append(dst, '.')
			}
			dots, spaces, flag = true, 0, false
		case isSpace(r):
			if spaces++; spaces <= maxSpaces {
				dst = append(dst, name[i:i+size]...)
			}
			dots, flag = false, false
		default:
			dst = append(dst, name[i:i+size]...)
			dots, spaces, flag = false, 0, inFlag(r, flag)
		}
		i += size
	}
	return strings.TrimFunc(string(dst), isEdge)
}
