package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// standardInput is the name of what is piped in.
const standardInput = "-"

// maxBytes is how many bytes of a file are read: 3 MB. Nothing that WhatsApp takes
// is longer.
const maxBytes = 3 << 20

// list returns the files to check, each once, in the order of the names. A
// directory stands for the *.json files in and below it, in the order of their
// names; what is no regular file is passed over there, so that a named pipe does
// not hang the program and no link leads out of the directory.
func list(names []string, fail func(name string, err error)) []string {
	var files []string
	known := map[string]bool{}
	add := func(name string) {
		if key := filepath.Clean(name); !known[key] {
			known[key] = true
			files = append(files, name)
		}
	}
	for _, name := range names {
		info, err := os.Stat(name)
		if name == standardInput || err != nil || !info.IsDir() {
			add(name) // a name that is none fails when it is read
			continue
		}
		found := false
		root := name
		if link, err := os.Lstat(name); err == nil && !link.IsDir() {
			root += string(filepath.Separator) // into the directory that a named link leads to
		}
		_ = filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				fail(file, err)
				found = true // that there is none cannot be said
			case entry.Type().IsRegular() && strings.EqualFold(filepath.Ext(file), ".json"):
				add(file)
				found = true
			}
			return nil
		})
		if !found {
			fail(name, errors.New("holds no *.json file"))
		}
	}
	return files
}

// read returns what a file holds and how many bytes that are. Of one that is
// longer than maxBytes, it returns no more than the size, as far as it is known.
func read(name string, stdin io.Reader) (data []byte, size int64, err error) {
	from := stdin
	if name != standardInput {
		file, err := os.Open(name)
		if err != nil {
			return nil, 0, err
		}
		defer file.Close()
		from = file
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > maxBytes {
			return nil, info.Size(), nil
		}
	}
	data, err = io.ReadAll(io.LimitReader(from, maxBytes+1))
	if len(data) > maxBytes {
		return nil, int64(len(data)), err
	}
	return data, int64(len(data)), err
}

// reason tells why a file could not be read or written, as "name: reason".
func reason(name string, err error) string {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = p.Err
	}
	text := err.Error()
	switch { // the same words on every system
	case errors.Is(err, fs.ErrNotExist) && strings.HasPrefix(name, "-"):
		text = "no such file (flags come before files)"
	case errors.Is(err, fs.ErrNotExist):
		text = "no such file"
	case errors.Is(err, fs.ErrPermission):
		text = "permission denied"
	}
	return name + ": " + text
}
