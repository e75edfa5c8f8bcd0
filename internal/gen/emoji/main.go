// Command emoji writes the tables of package emoji from Unicode's own files and
// from the two lists beside it.
//
//	go run ./internal/gen/emoji -ucd DIR [-out emoji]
//
// DIR holds emoji-data.txt and emoji-test.txt of the version of Unicode that the
// tables are for. The output depends on nothing else.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	ucd := flag.String("ucd", "", "the `folder` that holds Unicode's files")
	out := flag.String("out", ".", "the `folder` of package emoji")
	flag.Parse()
	if err := run(*ucd, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen/emoji:", err)
		os.Exit(1)
	}
}

func run(ucd, out string) error {
	files, err := generate(ucd)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// A file is one table in Go.
type file struct {
	name string
	data []byte
}

// generate returns the tables made from the files in the folder ucd.
func generate(ucd string) ([]file, error) {
	version, properties, err := readData(filepath.Join(ucd, "emoji-data.txt"))
	if err != nil {
		return nil, err
	}
	list, err := readTest(filepath.Join(ucd, "emoji-test.txt"))
	if err != nil {
		return nil, err
	}
	if list.version != version {
		return nil, fmt.Errorf("emoji-data.txt is of version %s, emoji-test.txt of %s", version, list.version)
	}
	words, err := readWords(list)
	if err != nil {
		return nil, err
	}
	var files []file
	for _, table := range []struct {
		name  string
		write func(*writer) error
	}{
		{"table_class.go", func(w *writer) error { return writeClasses(w, version, properties) }},
		{"table_sequence.go", func(w *writer) error { return writeSequences(w, list) }},
		{"table_name.go", func(w *writer) error { return writeNames(w, list, words.names()) }},
		{"table_base.go", func(w *writer) error { return writeBases(w, list) }},
		{"table_word.go", func(w *writer) error { return writeWords(w, list, words) }},
	} {
		w := newWriter()
		if err := table.write(w); err != nil {
			return nil, fmt.Errorf("%s: %w", table.name, err)
		}
		data, err := w.source()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", table.name, err)
		}
		files = append(files, file{table.name, data})
	}
	return files, nil
}
