package attachment_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/attachment"
)

// entry returns the local header of a ZIP entry and its data, stored.
func entry(name, data string) string {
	h := make([]byte, 30)
	copy(h, "PK\x03\x04\x14\x00")
	binary.LittleEndian.PutUint32(h[18:], uint32(len(data)))
	binary.LittleEndian.PutUint32(h[22:], uint32(len(data)))
	binary.LittleEndian.PutUint16(h[26:], uint16(len(name)))
	return string(h) + name + data
}

// streamed returns an entry whose size stands behind its data.
func streamed(name, data string) string {
	e := []byte(entry(name, data))
	e[6] |= 0x08
	binary.LittleEndian.PutUint32(e[18:], 0)
	return string(e) + "PK\x07\x08" + strings.Repeat("\x01", 12)
}

// ftyp returns a file type box with these brands.
func ftyp(brands ...string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(16+4*(len(brands)-1)))
	b = append(b, "ftyp"+brands[0]+"\x00\x00\x02\x00"...)
	for _, c := range brands[1:] {
		b = append(b, c...)
	}
	return string(b) + "\x00\x00\x00\x08free"
}

// ole returns the first four sectors of a compound file, with its directory in
// sector number dir and these names in it.
func ole(dir uint32, names ...string) []byte {
	b := make([]byte, 2048)
	copy(b, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	binary.LittleEndian.PutUint16(b[30:], 9)
	binary.LittleEndian.PutUint32(b[48:], dir)
	for i, name := range names {
		at := (int(dir)+1)*512 + i*128
		for j := range len(name) {
			b[at+2*j] = name[j]
		}
	}
	return b
}

func withClass(b []byte, class string) []byte {
	copy(b[1024+80:], class)
	return b
}

func TestSniffVectors(t *testing.T) {
	nul := strings.Repeat("\x00", 64)
	mp3 := "\xFF\xFB\x90\x64" // MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes
	adts := "\xFF\xF1\x50\x80\x02\x1F\xFC"
	mime := "application/vnd.oasis.opendocument."
	for _, tt := range []struct {
		name string
		in   string
		want attachment.Type
	}{
		{"nothing", "", attachment.UnknownType},
		{"one NUL", "\x00", attachment.UnknownType},
		{"one letter", "a", attachment.Text},
		{"blanks", " \r\n\t", attachment.Text},
		{"escape", "\x1b[31mred", attachment.Text},
		{"binary", "\x01\x02\x03abcdefghijkl", attachment.UnknownType},
		{"a control late", strings.Repeat("a", 100) + "\x08", attachment.UnknownType},
		{"vertical tab", "abc\vdef", attachment.UnknownType},
		{"unit separator", "abcdefgh\x1fijk", attachment.UnknownType},

		{"short JPEG", "\xFF\xD8\xFF", attachment.JPEG},
		{"odd JPEG marker", "\xFF\xD8\xFF\xC0" + nul, attachment.JPEG},
		{"two bytes of JPEG", "\xFF\xD8", attachment.Text}, // WHATWG: no byte here is binary
		{"short PNG", "\x89PNG\r\n\x1a\n", attachment.PNG},
		{"PNG after a text transfer", "\x89PNG\n\x1a\n" + nul, attachment.UnknownType},
		{"GIF87a", "GIF87a", attachment.GIF},
		{"GIF88a", "GIF88a" + nul, attachment.UnknownType},
		{"GIF89a with script", "GIF89a<script>alert(1)</script>", attachment.GIF},
		{"TIFF", "MM\x00*" + nul, attachment.TIFF},
		{"HEIC", ftyp("heic", "mif1"), attachment.HEIC},
		{"HEIC by mif1 alone", ftyp("mif1", "zzzz"), attachment.HEIC},
		{"AVIF behind mif1", ftyp("mif1", "avif"), attachment.AVIF},
		{"BMP", "BM\x4a\x07\x00\x00\x00\x00\x00\x00\x8a\x00\x00\x00\x7c\x00\x00\x00" + nul, attachment.BMP},
		{"text with BM", "BM means business model here.", attachment.Text},

		{"RIFF of something", "RIFF\x04\x00\x00\x00ACON" + nul, attachment.UnknownType},
		{"WebP VP8X still", "RIFF\x04\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x10" + nul, attachment.WebP},
		{"WebP VP8X moving", "RIFF\x04\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02" + nul, attachment.AnimatedWebP},
		{"WebP cut", "RIFF\x04\x00\x00\x00WEBP", attachment.WebP},

		{"MP4 iso5", ftyp("iso5"), attachment.MP4},
		{"MP4 by a compatible brand", ftyp("zzzz", "yyyy", "mp42"), attachment.MP4},
		{"brands end with the box", ftyp("zzzz") + "mp42mp42", attachment.UnknownType},
		{"M4V", ftyp("M4V "), attachment.MP4},
		{"M4B", ftyp("M4B "), attachment.M4A},
		{"3g2a", ftyp("3g2a"), attachment.ThreeGP},
		{"QuickTime without ftyp", "\x00\x00\x00\x08wide\x00\x00\x00\x08mdat" + nul, attachment.QuickTime},

		{"ADIF", "ADIF" + nul, attachment.AAC},
		{"text with ADIF", "ADIF is a header.", attachment.Text},
		{"ADTS, two frames", adts + nul[:9] + adts + nul, attachment.AAC},
		{"ADTS, second frame missing", adts + nul, attachment.UnknownType},
		{"ADTS MPEG 2", "\xFF\xF9\x50\x80\x02\x1F\xFC" + nul, attachment.UnknownType},
		{"ADTS, next frame beyond the head", "\xFF\xF1\x50\x80\x7F\xFF\xFC" + nul, attachment.AAC},
		{"ADTS, frame shorter than its header", "\xFF\xF1\x50\x80\x00\xDF\xFC" + nul, attachment.UnknownType},
		{"ADTS, rate reserved", "\xFF\xF1\x7C\x80\x7F\xFF\xFC" + nul, attachment.UnknownType},
		{"MP3", mp3 + nul, attachment.MP3},
		{"MP3, two frames", mp3 + strings.Repeat("\x00", 413) + mp3 + nul, attachment.MP3},
		{"MP3, second frame missing", mp3 + strings.Repeat("\x00", 500), attachment.UnknownType},
		{"MP3 MPEG 2.5", "\xFF\xE3\x90\x64" + nul, attachment.MP3},
		{"MP3 free bit rate", "\xFF\xFB\x00\x64" + nul, attachment.UnknownType},
		{"MP3 bad bit rate", "\xFF\xFB\xF0\x64" + nul, attachment.UnknownType},
		{"MP3 bad sampling rate", "\xFF\xFB\x9C\x64" + nul, attachment.UnknownType},
		{"layer II", "\xFF\xFD\x90\x64" + nul, attachment.UnknownType},
		{"version reserved", "\xFF\xEB\x90\x64" + nul, attachment.UnknownType},
		{"ID3 beyond the head", "ID3\x04\x00\x00\x00\x7f\x7f\x7f" + nul, attachment.MP3},
		{"ID3 alone", "ID3", attachment.MP3},
		{"ID3 before AAC", "ID3\x04\x00\x00\x00\x00\x00\x04abcd" + adts + nul, attachment.AAC},
		{"ID3 before FLAC", "ID3\x04\x00\x00\x00\x00\x00\x04abcdfLaC" + nul, attachment.FLAC},
		{"AMR", "#!AMR\n" + nul, attachment.AMR},
		{"AMR alone", "#!AMR\n", attachment.AMR},
		{"AMR-WB alone", "#!AMR-WB\n", attachment.AMRWB},
		{"AMR with channels", "#!AMR_MC1.0\n" + nul, attachment.AMR},
		{"script like AMR", "#!AMRICA is no codec", attachment.Script},
		{"Ogg cut in its header", "OggS" + nul[:10], attachment.Ogg},
		{"Ogg with another codec", "OggS" + strings.Repeat("\x00", 22) + "\x01\x08whatever" + nul, attachment.Ogg},
		{"Opus after many segments", "OggS" + strings.Repeat("\x00", 22) + "\x03\x01\x01\x01OpusHead" + nul, attachment.Opus},
		{"OpusTags first", "OggS" + strings.Repeat("\x00", 22) + "\x01\x08OpusTags" + nul, attachment.Ogg},
		{"Ogg skeleton", "OggS" + strings.Repeat("\x00", 22) + "\x01\x08fishead\x00" + nul, attachment.OggVideo},

		{"short PDF", "%PDF-", attachment.PDF},
		{"PDF after junk", "junk\n%PDF-1.4\n", attachment.Text},
		{"PDF after binary junk", "\x00\x01junk\n%PDF-1.4\n", attachment.UnknownType},
		{"empty ZIP", "PK\x05\x06" + nul, attachment.ZIP},
		{"spanned ZIP", "PK\x07\x08" + nul, attachment.ZIP},
		{"ZIP cut in a header", "PK\x03\x04" + nul[:8], attachment.ZIP},
		{"ZIP cut in a name", entry("word/document.xml", "")[:34], attachment.ZIP},
		{"DOCX, first entry", entry("word/document.xml", "x"), attachment.DOCX},
		{"DOCX, third entry", entry("[Content_Types].xml", "x") + entry("_rels/.rels", "") + entry("word/document.xml", "x"), attachment.DOCX},
		{"DOCX, streamed", streamed("[Content_Types].xml", "x") + streamed("word/document.xml", "x"), attachment.DOCX},
		{"XLSX", entry("[Content_Types].xml", "x") + entry("xl/workbook.xml", "x"), attachment.XLSX},
		{"PPTX", entry("ppt/presentation.xml", "x"), attachment.PPTX},
		{"folder word", entry("word/", ""), attachment.ZIP},
		{"folder ppt", entry("ppt/", ""), attachment.ZIP},
		{"the name inside data", entry("a.txt", "word/document.xml"), attachment.ZIP},
		{"entry beyond the head", entry("a.bin", strings.Repeat("a", 5000)) + entry("word/document.xml", ""), attachment.ZIP},
		{"entry of 4 GB", entry("a.bin", "")[:18] + "\xFF\xFF\xFF\xFF" + entry("a.bin", "")[22:] + entry("word/d.xml", ""), attachment.ZIP},
		{"ODT", entry("mimetype", mime+"text"), attachment.ODT},
		{"ODS", entry("mimetype", mime+"spreadsheet"), attachment.ODS},
		{"ODP", entry("mimetype", mime+"presentation"), attachment.ODP},
		{"another OpenDocument", entry("mimetype", mime+"graphics"), attachment.ZIP},
		{"EPUB", entry("mimetype", "application/epub+zip"), attachment.ZIP},
		{"JAR", entry("META-INF/", "") + entry("META-INF/MANIFEST.MF", "x"), attachment.JAR},
		{"APK", entry("AndroidManifest.xml", "x"), attachment.APK},
		{"APK by its code", entry("classes.dex", "x"), attachment.APK},

		{"DOC by directory", string(ole(1, "Root Entry", "WordDocument")), attachment.DOC},
		{"XLS by directory", string(ole(1, "Root Entry", "Workbook")), attachment.XLS},
		{"old XLS by directory", string(ole(1, "Root Entry", "Book")), attachment.XLS},
		{"PPT by directory", string(ole(1, "Root Entry", "PowerPoint Document")), attachment.PPT},
		{"name goes on", string(ole(1, "Root Entry", "WordDocument2")), attachment.OLE},
		{"OLE of something", string(ole(1, "Root Entry", "EncryptedPackage")), attachment.OLE},
		{"directory beyond the head", string(ole(900, "")), attachment.OLE},
		{"directory number at the edge", string(ole(0xFFFFFFFF)), attachment.OLE},
		{"OLE cut", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + nul, attachment.OLE},
		{"OLE with large sectors", strings.Replace(string(ole(1, "Root Entry", "WordDocument")), "\x09\x00", "\x0c\x00", 1), attachment.OLE},
		{"DOC by class", string(withClass(ole(1, "Root Entry"), "\x06\x09\x02\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46")), attachment.DOC},
		{"XLS by class", string(withClass(ole(1, "Root Entry"), "\x20\x08\x02\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46")), attachment.XLS},
		{"PPT by class", string(withClass(ole(1, "Root Entry"), "\x10\x8D\x81\x64\x9B\x4F\xCF\x11\x86\xEA\x00\xAA\x00\xB9\x29\xE8")), attachment.PPT},
		{"old DOC by class", string(withClass(ole(1, "Root Entry"), "\x00\x09\x02\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46")), attachment.DOC},
		{"old XLS by class", string(withClass(ole(1, "Root Entry"), "\x10\x08\x02\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46")), attachment.XLS},
		{"newer PPT by class", string(withClass(ole(1, "Root Entry"), "\x11\x8D\x81\x64\x9B\x4F\xCF\x11\x86\xEA\x00\xAA\x00\xB9\x29\xE8")), attachment.PPT},
		{"a class nobody knows", string(withClass(ole(1, "Root Entry"), "\x21\x08\x02\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46")), attachment.OLE},
		{"installer by class", string(withClass(ole(1, "Root Entry"), "\x84\x10\x0C\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46")), attachment.PE},

		{"PE", "MZ\x90\x00\x03" + nul, attachment.PE},
		{"ZIP with a stub", "MZ\x90\x00\x03" + nul + entry("word/document.xml", "x"), attachment.PE},
		{"text with MZ", "MZ was a maker of motorcycles.", attachment.Text},
		{"universal binary", "\xCA\xFE\xBA\xBE\x00\x00\x00\x02" + nul, attachment.MachO},
		{"Java class", "\xCA\xFE\xBA\xBE\x00\x00\x00\x41" + nul, attachment.JavaClass},
		{"shortcut", "L\x00\x00\x00\x01\x14\x02\x00" + nul, attachment.Shortcut},
		{"script", "#!/bin/sh\n", attachment.Script},
		{"script after a mark", "\xEF\xBB\xBF#!/bin/sh\n", attachment.Script},
		{"batch", "@ECHO OFF\r\n", attachment.Script},
		{"PHP", " <?PHP echo 1;", attachment.Script},
		{"short PHP", "<?= 1 ?>", attachment.Script},

		{"doctype", "<!DOCTYPE html>", attachment.HTML},
		{"doctype alone", "<!doctype HTML", attachment.HTML},
		{"doctype in mixed case", "<!DocType Html><title>", attachment.HTML},
		{"another doctype", "<!DOCTYPE html5000 is a joke>", attachment.Text},
		{"HTML after a mark", "\xEF\xBB\xBF <html>", attachment.HTML},
		{"HTML with a NUL", "<html>\x00\x00\x00", attachment.HTML},
		{"comment, then text", "<!-- hi --> hello", attachment.HTML},
		{"comment, then SVG", "<!-- hi <x> --><svg>", attachment.SVG},
		{"comment without end", "<!-- <svg> ", attachment.HTML},
		{"SVG by doctype", `<!DOCTYPE svg PUBLIC "x">`, attachment.SVG},
		{"SVG with a prefix", `<s:svg xmlns:s="http://www.w3.org/2000/svg"/>`, attachment.SVG},
		{"SVG behind a doctype", "<?xml version='1.0'?><!DOCTYPE svg><svg/>", attachment.SVG},
		{"XHTML by doctype", "<?xml version='1.0'?><!DOCTYPE html><x/>", attachment.HTML},
		{"XHTML", "<?xml version='1.0'?><html xmlns='x'/>", attachment.HTML},
		{"XML with SVG inside", "<?xml version='1.0'?><a><svg/></a>", attachment.XML},
		{"XML declaration alone", "<?xml version='1.0'?>", attachment.XML},
		{"a heading", "<H1>x", attachment.HTML},
		{"no heading", "<h\x11>xxxxxxxxxx", attachment.UnknownType},
		{"an element in mixed case", "\n<ScRiPt>", attachment.HTML},
		{"an arrow", "<- look here", attachment.Text},
		{"an element nobody knows", "<bot>hi</bot>", attachment.Text},
		{"RTF", `{\rtf1 hi}`, attachment.RTF},
		{"JSON", `{"a": 1}`, attachment.Text},

		{"RAR", "Rar!\x1a\x07\x01\x00" + nul, attachment.RAR},
		{"Zstandard", "\x28\xB5\x2F\xFD" + nul, attachment.Zstd},
		{"cabinet", "MSCF\x00\x00\x00\x00" + nul, attachment.Cabinet},
		{"text with BZh", "BZh9 is not enough", attachment.Text},
	} {
		if got := attachment.Sniff([]byte(tt.in)); got != tt.want {
			t.Errorf("%s: Sniff = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Beginnings that differ in a byte or two.
func TestSniffVersions(t *testing.T) {
	pad := strings.Repeat("\x00", 300)
	bitmap := func(reserved, plane string) string {
		return "BM\x00\x00\x00\x00" + reserved + "\x36\x00\x00\x00\x28" + plane + "\x00"
	}
	for head, want := range map[string]attachment.Type{
		"\xFF\xD8\xFF\xE0" + pad: attachment.JPEG, "\xFF\xD8\xFF\xE1" + pad: attachment.JPEG, "\xFF\xD8\xFF\xDB" + pad: attachment.JPEG,
		"\xFF\xD8\xFF\xEE" + pad: attachment.JPEG, "\xFF\xD8\xFF\xE2" + pad: attachment.JPEG,
		"GIF87a" + pad: attachment.GIF, "GIF89a" + pad: attachment.GIF, "GIF88a" + pad: attachment.UnknownType, "GIF89b" + pad: attachment.UnknownType,
		"GIF87a":           attachment.GIF,
		"BZh11AY&SY" + pad: attachment.Bzip2, "BZh91AY&SY": attachment.Bzip2, "BZh01AY&SY" + pad: attachment.UnknownType, "BZh:1AY&SY" + pad: attachment.UnknownType,
		bitmap("\x00\x00\x00\x00", "\x00\x00\x00") + pad: attachment.BMP, bitmap("\x00\x00\x00\x01", "\x00\x00\x00") + pad: attachment.UnknownType,
		strings.Repeat("\x00", 257) + "ustar": attachment.Tar, strings.Repeat("\x00", 257) + "ustaR": attachment.UnknownType,
	} {
		if got := attachment.Sniff([]byte(head)); got != want {
			t.Errorf("%.20q of %d bytes: %v, want %v", head, len(head), got, want)
		}
	}
}

// Each brand tells the type, as the major one and behind others.
func TestSniffBrands(t *testing.T) {
	for _, tt := range []struct {
		brands string
		want   attachment.Type
	}{
		{"isom iso2 iso9 mp41 mp42 avc1 dash M4V  M4VH M4VP MSNV XAVC", attachment.MP4},
		{"M4A  M4B  M4P ", attachment.M4A},
		{"qt  ", attachment.QuickTime},
		{"avif avis", attachment.AVIF},
		{"3gp4 3gp6 3g2a 3g2b", attachment.ThreeGP},
		{"heic heix hevc hevx", attachment.HEIC},
		{"zzzz M4VZ avi  ftyp", attachment.UnknownType},
	} {
		for i := 0; i+4 <= len(tt.brands); i += 5 {
			brand := tt.brands[i : i+4]
			for _, head := range []string{ftyp(brand), ftyp("zzzz", brand), ftyp("zzzz", "yyyy", "xxxx", brand)} {
				if got := attachment.Sniff([]byte(head)); got != tt.want {
					t.Errorf("%q: %v, want %v", head, got, tt.want)
				}
			}
		}
	}
	for _, box := range []string{"moov", "mdat", "wide", "free", "skip", "pnot"} {
		film := "\x00\x00\x00\x08" + box + strings.Repeat("\x00", 20)
		if got := attachment.Sniff([]byte(film)); got != attachment.QuickTime {
			t.Errorf("a film that begins with %s: %v", box, got)
		}
	}
	for major, want := range map[string]attachment.Type{"mif1": attachment.HEIC, "msf1": attachment.HEIC, "mif2": attachment.UnknownType} {
		if got := attachment.Sniff([]byte(ftyp(major, "zzzz"))); got != want {
			t.Errorf("%s alone: %v, want %v", major, got, want)
		}
	}
}

// A compound file whose directory lies beyond the head is told by what its first
// streams begin with.
func TestSniffOLEByStreams(t *testing.T) {
	for start, want := range map[string]attachment.Type{
		"\xEC\xA5\xC1\x00":                 attachment.DOC,
		"\x09\x08\x10\x00\x00\x06\x05\x00": attachment.XLS,
		"\x09\x08\x08\x00\x00\x05\x05\x00": attachment.XLS,
		"\x09\x08\x10\x00\x01\x06\x05\x00": attachment.OLE,
		"\x09\x08\x10\x00\x00\x05\x00\x00": attachment.XLS,
		"\x09\x08\x10\x00\x00\x07\x05\x06": attachment.OLE,
		string(withClass(ole(1, "Root Entry"), "\x06\x09\x02\x00\x00\x00\x00\x00\xC0")[1024:1200]): attachment.DOC, // its directory
		string(withClass(ole(1, "Root Entry"), "\x07\x09\x02\x00\x00\x00\x00\x00\xC0")[1024:1200]): attachment.OLE,
		"\x0F\x00\xE8\x03\x46\x05\x00\x00": attachment.PPT,
		"\x01\x00\xFE\xFF\x03\x0A\x00\x00\xFF\xFF\xFF\xFF\x06\x09\x02\x00\x00\x00\x00\x00\xC0": attachment.DOC,
		"\x01\x00\xFE\xFF\x03\x0A\x00\x00\xFF\xFF\xFF\xFF\x06\x09\x02\x00\x00\x00\x00\x00\xC1": attachment.OLE,
	} {
		b := ole(900)
		copy(b[1024:], start)
		if got := attachment.Sniff(b); got != want {
			t.Errorf("%x: Sniff = %v, want %v", start, got, want)
		}
		b = ole(900)
		copy(b[1000:], start) // not where a sector begins
		if got := attachment.Sniff(b); got != attachment.OLE {
			t.Errorf("%x, moved: Sniff = %v, want ole", start, got)
		}
	}
}

// A byte that no text has is found wherever it stands, and no other is taken for
// one.
func TestSniffTextByEveryByte(t *testing.T) {
	for c := range 256 {
		text := c >= ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0x1B
		for at := 3; at < 70; at++ {
			head := []byte(strings.Repeat("abc ", 20))[:75]
			head[at] = byte(c)
			if got := attachment.Sniff(head) == attachment.Text; got != text {
				t.Errorf("byte %#x at %d is text: %v", c, at, got)
			}
		}
	}
}

// No more than HeadSize bytes count, and every prefix of every sample is told
// without a panic.
func TestSniffReadsTheHeadOnly(t *testing.T) {
	text := bytes.Repeat([]byte("a"), attachment.HeadSize)
	if got := attachment.Sniff(append(text[:attachment.HeadSize:attachment.HeadSize], 0)); got != attachment.Text {
		t.Errorf("a byte behind the head changes the answer: %v", got)
	}
	if got := attachment.Sniff(append(text[:attachment.HeadSize-1:attachment.HeadSize-1], 0)); got != attachment.UnknownType {
		t.Errorf("the last byte of the head does not count: %v", got)
	}
	for _, name := range sampleNames(t) {
		data := sample(t, name)
		for n := range min(len(data), attachment.HeadSize) {
			attachment.InspectHead("", "", -1, data[:n])
		}
	}
}

func TestSniffAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	for _, name := range sampleNames(t) {
		data := sample(t, name)
		if n := testing.AllocsPerRun(20, func() { attachment.Sniff(data) }); n != 0 {
			t.Errorf("Sniff(%s) allocates %v times", name, n)
		}
		if n := testing.AllocsPerRun(20, func() { attachment.InspectHead(name, "", -1, data) }); n != 0 {
			t.Errorf("InspectHead(%s) allocates %v times", name, n)
		}
	}
}
