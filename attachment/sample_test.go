package attachment_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/decorum-go/decorum/attachment"
)

// samples names the type of every file of testdata/samples, which make.sh made.
var samples = map[string]attachment.Type{
	"alpha.webp":      attachment.WebP,
	"animated.gif":    attachment.GIF,
	"animated.webp":   attachment.AnimatedWebP,
	"bom.txt":         attachment.Text,
	"drawing.svg":     attachment.SVG,
	"film-mp42.mp4":   attachment.MP4,
	"film-mpeg4.mp4":  attachment.MP4,
	"film.3gp":        attachment.ThreeGP,
	"film.avi":        attachment.AVI,
	"film.mkv":        attachment.Matroska,
	"film.mov":        attachment.QuickTime,
	"film.mp4":        attachment.MP4,
	"film.ogv":        attachment.OggVideo,
	"film.webm":       attachment.WebM,
	"flac.oga":        attachment.Ogg,
	"graphic.bmp":     attachment.BMP,
	"graphic.gif":     attachment.GIF,
	"graphic.png":     attachment.PNG,
	"graphic.tiff":    attachment.TIFF,
	"hello.bat":       attachment.Script,
	"hello.elf":       attachment.ELF,
	"hello.exe":       attachment.PE,
	"hello.macho":     attachment.MachO,
	"hello.php":       attachment.Script,
	"hello.sh":        attachment.Script,
	"hello.wasm":      attachment.WASM,
	"latin1.txt":      attachment.Text,
	"lossless.webp":   attachment.WebP,
	"lossy.webp":      attachment.WebP,
	"order.csv":       attachment.Text,
	"order.doc":       attachment.DOC,
	"order.docx":      attachment.DOCX,
	"order.ods":       attachment.ODS,
	"order.odt":       attachment.ODT,
	"order.pdf":       attachment.PDF,
	"order.rtf":       attachment.RTF,
	"order.xls":       attachment.XLS,
	"order.xlsx":      attachment.XLSX,
	"order.xml":       attachment.XML,
	"page.html":       attachment.HTML,
	"photo.jpg":       attachment.JPEG,
	"plain.7z":        attachment.SevenZip,
	"plain.bz2":       attachment.Bzip2,
	"plain.gz":        attachment.Gzip,
	"plain.tar":       attachment.Tar,
	"plain.txt":       attachment.Text,
	"plain.xz":        attachment.XZ,
	"plain.zip":       attachment.ZIP,
	"progressive.jpg": attachment.JPEG,
	"prolog.svg":      attachment.SVG,
	"script.html":     attachment.HTML,
	"slide.odp":       attachment.ODP,
	"slide.ppt":       attachment.PPT,
	"slide.pptx":      attachment.PPTX,
	"speex.ogg":       attachment.Ogg,
	"still.avif":      attachment.AVIF,
	"streamed.zip":    attachment.ZIP,
	"tone-id3.mp3":    attachment.MP3,
	"tone-xing.mp3":   attachment.MP3,
	"tone.aac":        attachment.AAC,
	"tone.amr":        attachment.AMR,
	"tone.awb":        attachment.AMRWB,
	"tone.flac":       attachment.FLAC,
	"tone.m4a":        attachment.M4A,
	"tone.mp3":        attachment.MP3,
	"tone.wav":        attachment.WAV,
	"utf16.txt":       attachment.Text,
	"voice.ogg":       attachment.Opus,
	"voice.opus":      attachment.Opus,
	"vorbis.oga":      attachment.Vorbis,
	"vorbis.ogg":      attachment.Vorbis,
}

// sampleBudget is how many bytes of samples may be committed.
const sampleBudget = 300 * 1024

func sample(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "samples", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

func sampleNames(tb testing.TB) []string {
	tb.Helper()
	entries, err := os.ReadDir(filepath.Join("testdata", "samples"))
	if err != nil {
		tb.Fatal(err)
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestSamplesAreNamedRightly(t *testing.T) {
	names, total := sampleNames(t), 0
	for _, name := range names {
		data := sample(t, name)
		total += len(data)
		want, ok := samples[name]
		if !ok {
			t.Errorf("%s is not in the table", name)
			continue
		}
		if got := attachment.Sniff(data); got != want {
			t.Errorf("Sniff(%s) = %v, want %v", name, got, want)
		}
	}
	if len(names) != len(samples) {
		t.Errorf("%d samples, %d in the table", len(names), len(samples))
	}
	if total > sampleBudget {
		t.Errorf("%d bytes of samples, at most %d", total, sampleBudget)
	}
}

// Nothing in a real file looks like a second one, and all that an honest file
// says of itself agrees.
func TestSamplesAreHonest(t *testing.T) {
	for _, name := range sampleNames(t) {
		data := sample(t, name)
		f := attachment.InspectHead(name, "", int64(len(data)), data)
		if f.Hidden != attachment.UnknownType {
			t.Errorf("%s hides %v", name, f.Hidden)
		}
		for _, v := range attachment.CheckInbound(f) {
			if f.Content.Unsafe() || name == "hello.macho" {
				continue
			}
			t.Errorf("%s: %v", name, v)
		}
	}
}
