package emoji

import (
	"errors"
	"io"
	"io/fs"

	"github.com/decorum-go/decorum"
)

// Images is what a folder of images lacks and has too much, measured by a
// [Catalogue]. All three lists are empty where they fit.
type Images struct {
	// NoImage lists the entries of which there is no file, in their order.
	NoImage []Entry
	// NoEntry lists the PNG files that no entry names, in the order of their
	// names.
	NoEntry []string
	// NotPNG lists the files that are no PNG image, in the order of their names,
	// whether an entry names them or not.
	NotPNG []string
}

// Missing compares the entries with the files in the root of a folder, where the
// image of each is a PNG file named by [Entry.FileName] (EM2). Capital letters in
// file names make no difference, as on Windows. What a file is, its first 24 bytes
// tell; no more of it is read. Sub-folders and what is no file are passed over.
//
// The error is that of the folder or of a file that cannot be read; what was found
// until then is returned with it.
func (c Catalogue) Missing(folder fs.FS) (Images, error) {
	var found Images
	files, err := fs.ReadDir(folder, ".")
	if err != nil {
		return found, err
	}
	wanted := make(map[string]bool, len(c.entries))
	for _, e := range c.entries {
		wanted[e.FileName()] = true
	}
	there := make(map[string]bool, len(files))
	for _, f := range files {
		if !f.Type().IsRegular() && f.Type() != fs.ModeSymlink {
			continue
		}
		name := lowerASCII(f.Name())
		there[name] = true
		png, err := isPNG(folder, f.Name())
		switch {
		case err != nil:
			return found, err
		case !png:
			found.NotPNG = append(found.NotPNG, f.Name())
		case !wanted[name]:
			found.NoEntry = append(found.NoEntry, f.Name())
		}
	}
	for _, e := range c.entries {
		if !there[e.FileName()] {
			found.NoImage = append(found.NoImage, e)
		}
	}
	return found, nil
}

// Violations returns the lists as violations, in the order of the fields, with
// the file's name as path: [decorum.NotFound] for an entry without an image,
// [decorum.Unexpected], a warning, for an image without an entry, and
// [decorum.Malformed] for a file that is no PNG. The name of a file that is not
// plain is left out.
func (i Images) Violations() decorum.Violations {
	var vs decorum.Violations
	var root decorum.Path
	add := func(code decorum.Code, severity decorum.Severity, at decorum.Path, want string) {
		vs = vs.Add(decorum.Violation{Code: code, Severity: severity, Path: at.String(), Want: want})
	}
	file := func(name string) decorum.Path {
		if _, err := ParseFileName(name); err == nil {
			return root.Key(name) // an emoji's, whatever digits it has
		}
		return root.UserKey(name)
	}
	for _, e := range i.NoImage {
		add(decorum.NotFound, decorum.SeverityError, root.Key(e.FileName()), "")
	}
	for _, name := range i.NoEntry {
		add(decorum.Unexpected, decorum.SeverityWarning, file(name), "")
	}
	for _, name := range i.NotPNG {
		add(decorum.Malformed, decorum.SeverityError, file(name), "a PNG image")
	}
	return vs
}

// isPNG reports whether a file begins like a PNG image that has a width and a
// height: with the signature and the chunk IHDR.
func isPNG(folder fs.FS, name string) (bool, error) {
	f, err := folder.Open(name)
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }()
	const header = "\x89PNG\r\n\x1A\n\x00\x00\x00\x0DIHDR"
	var head [len(header) + 8]byte
	_, err = io.ReadFull(f, head[:])
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return false, nil
	case err != nil:
		return false, err
	}
	const none = "\x00\x00\x00\x00"
	size := head[len(header):]
	return string(head[:len(header)]) == header && string(size[:4]) != none && string(size[4:]) != none, nil
}
