package main

import (
	"net/http"
	"os"
	"testing"

	"github.com/gabriel-vasile/mimetype"

	"github.com/decorum-go/decorum/attachment"
)

// TestSniffScores counts how many samples each sniffer names with the right media
// type, aliases included; go test -v -run SniffScores prints the table. Ours are
// right by attachment's own test.
func TestSniffScores(t *testing.T) {
	entries, err := os.ReadDir(samplesDir)
	if err != nil {
		t.Fatal(err)
	}
	sniffers := []struct {
		name string
		tell func([]byte) string
	}{
		{"net/http", http.DetectContentType},
		{"mimetype", func(b []byte) string { return mimetype.Detect(b).String() }},
		{"h2non/filetype", matched},
	}
	right := make([]int, len(sniffers))
	t.Log("| sample | Sniff | net/http | mimetype | h2non/filetype |")
	t.Log("|---|---|---|---|---|")
	for _, e := range entries {
		data := head(e.Name())
		ours := attachment.Sniff(data)
		line := "| " + e.Name() + " | " + ours.String()
		for i, s := range sniffers {
			told := s.tell(data)
			theirs, err := attachment.ParseType(told)
			if told == "" {
				told = "nothing"
			}
			if err == nil && (theirs.MIME() == ours.MIME() || ours.Holds(theirs)) {
				right[i]++
				told = "right"
			}
			line += " | " + told
		}
		t.Log(line + " |")
	}
	for i, s := range sniffers {
		t.Logf("%s: %d of %d", s.name, right[i], len(entries))
		if right[i] == 0 || right[i] > len(entries) {
			t.Errorf("%s names %d of %d samples", s.name, right[i], len(entries))
		}
	}
}
