package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"

	"github.com/gabriel-vasile/mimetype"
	"github.com/h2non/filetype"

	"github.com/decorum-go/decorum/attachment"
)

// samplesDir is where the samples of package attachment lie, from here.
const samplesDir = "../../attachment/testdata/samples"

// fixedSamples are told by signatures at fixed places, containers by what is
// inside, and texts by all of their bytes.
var (
	fixedSamples = []string{
		"photo.jpg", "graphic.png", "graphic.gif", "lossy.webp", "animated.webp", "film.mp4", "film.3gp", "film.mov",
		"tone.m4a", "voice.ogg", "vorbis.ogg", "tone.amr", "tone.aac", "tone-id3.mp3", "tone.mp3", "order.pdf",
	}
	containerSamples = []string{
		"order.docx", "order.xlsx", "slide.pptx", "plain.zip", "streamed.zip", "order.doc", "order.xls", "slide.ppt",
	}
	textSamples = []string{"plain.txt", "order.csv", "page.html", "script.html", "drawing.svg", "order.xml", "hello.sh"}
	// deeperSamples are read further by ours: net/http stops at "<?xml".
	deeperSamples = []string{"prolog.svg"}
)

func attachmentAreas() []area {
	var areas []area
	for _, class := range []struct {
		names         []string
		std, mimetype float64
	}{{fixedSamples, 1, 15}, {containerSamples, 1, 0}, {textSamples, 1, 0}, {deeperSamples, 0, 0}} {
		for _, name := range class.names {
			areas = append(areas, sniffArea(name, class.std, class.mimetype))
		}
	}
	areas = append(areas, sniffLongText(), checkArea())
	return areas
}

func sniffArea(name string, std, mime float64) area {
	data := head(name)
	return area{
		name: "attachment: Sniff " + name,
		candidates: []candidate{
			{name: "attachment.Sniff", run: func() { sink += int(attachment.Sniff(data)) }},
			{name: "net/http.DetectContentType", run: func() { sink += len(http.DetectContentType(data)) }, target: std},
			{name: "gabriel-vasile/mimetype", run: func() { sink += len(mimetype.Detect(data).String()) }, target: mime},
			{name: "h2non/filetype", run: func() { sink += len(matched(data)) }},
			{name: "one load of 8 bytes", run: func() { sink += int(data[0]) | int(data[7])<<8 }, limit: true},
		},
	}
}

// sniffLongText reads eight times as much as net/http does.
func sniffLongText() area {
	data := slices.Concat([]byte(mixedText()), []byte(mixedText()), []byte(mixedText()), []byte(mixedText()))
	return area{
		name: "attachment: Sniff 4 KB of text",
		candidates: []candidate{
			{name: "attachment.Sniff", run: func() { sink += int(attachment.Sniff(data)) }},
			{name: "net/http.DetectContentType (512 B of it)", run: func() { sink += len(http.DetectContentType(data)) }, target: 1},
			{name: "gabriel-vasile/mimetype (3 KB of it)", run: func() { sink += len(mimetype.Detect(data).String()) }},
		},
	}
}

func checkArea() area {
	data := head("photo.jpg")
	profile := attachment.Workspace()
	file := attachment.InspectHead("photo.jpg", "image/jpeg", int64(len(data)), data)
	return area{
		name: "attachment: check a valid picture",
		check: func() error {
			return same(len(profile.Check(file)), 0)
		},
		candidates: []candidate{
			{name: "Profile.Check", run: func() { sink += len(profile.Check(file)) }},
			{name: "InspectHead and Profile.Check", run: func() {
				sink += len(profile.Check(attachment.InspectHead("photo.jpg", "image/jpeg", int64(len(data)), data)))
			}},
			{name: "SafeName of a right name", run: func() { sink += len(attachment.SafeName("photo.jpg", attachment.JPEG)) }},
		},
	}
}

// head returns what Sniff reads of a sample.
func head(name string) []byte {
	data, err := os.ReadFile(filepath.Join(samplesDir, name))
	if err != nil {
		panic(fmt.Sprintf("bench: run from internal/bench: %v", err))
	}
	return data[:min(len(data), attachment.HeadSize)]
}

func matched(data []byte) string {
	t, err := filetype.Match(data)
	if err != nil {
		return ""
	}
	return t.MIME.Value
}
