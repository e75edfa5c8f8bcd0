package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// write puts mended text into a file that held data before, all of it or nothing:
// it writes another file beside it, with the same mode, and gives that its name. A
// file that did not change is not touched. What is no regular file, such as a link
// to one, is never written to, nor is a file that is read-only or that changed in
// the meantime.
func write(name string, data, mended []byte) (err error) {
	if bytes.Equal(data, mended) {
		return nil
	}
	info, err := os.Lstat(name)
	if err != nil {
		return err
	}
	switch {
	case !info.Mode().IsRegular():
		return errors.New("not mended: not a regular file")
	case info.Mode().Perm()&0o200 == 0:
		return errors.New("not mended: it is read-only")
	}
	if now, err := os.ReadFile(name); err != nil || !bytes.Equal(now, data) {
		return errors.Join(err, errors.New("not mended: it changed in the meantime"))
	}
	file, err := os.CreateTemp(filepath.Dir(name), ".lint-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	_, err = file.Write(mended)
	err = errors.Join(err, file.Sync(), file.Close(), os.Chmod(file.Name(), info.Mode().Perm()))
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}
