package attachment_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

const mb = 1 << 20

// told returns each violation as "severity code path".
func told(vs decorum.Violations) []string {
	var all []string
	for _, v := range vs {
		all = append(all, v.Severity.String()+" "+string(v.Code)+" "+v.Path)
	}
	return all
}

// declared returns a file whose content was not looked at.
func declared(name, mime string, size int64) attachment.File {
	return attachment.File{Name: name, Declared: mime, Size: size}
}

// inspected returns a file with the content of a sample.
func inspected(tb testing.TB, name, mime, content string) attachment.File {
	tb.Helper()
	data := sample(tb, content)
	return attachment.InspectHead(name, mime, int64(len(data)), data)
}

func TestAT1SizeToTheByte(t *testing.T) {
	const limit = 104_857_600
	for _, p := range []attachment.Profile{attachment.Workspace(), attachment.Workspace2020()} {
		for size, want := range map[int64][]string{
			0:         {"error out_of_range /size"},
			1:         nil,
			limit - 2: nil,
			limit - 1: nil,
			limit:     {"error too_large /size"},
			limit + 1: {"error too_large /size"},
			1 << 62:   {"error too_large /size"},
			-1:        {"warning required /size"},
			-1 << 62:  {"warning required /size"},
		} {
			f := declared("film.mp4", "video/mp4", size)
			if diff := cmp.Diff(want, told(p.Check(f))); diff != "" {
				t.Errorf("%d bytes: %s", size, diff)
			}
		}
	}
	vs := attachment.Workspace().Check(declared("film.mp4", "video/mp4", limit))
	if want := "/size: 104857600 bytes, at most 104857599"; vs[0].String() != want {
		t.Errorf("%q, want %q", vs[0], want)
	}
	vs = attachment.Workspace().Check(declared("film.mp4", "video/mp4", 0))
	if want := "/size: 0 bytes, at least 1"; vs[0].String() != want {
		t.Errorf("%q, want %q", vs[0], want)
	}
}

// Size and type may be limited further by configuration.
func TestAT1LimitedFurther(t *testing.T) {
	small := attachment.Workspace().Limit(2 * mb)
	film := declared("film.mp4", "video/mp4", 2*mb)
	if vs := small.Check(film); vs != nil {
		t.Errorf("at the bound: %v", told(vs))
	}
	film.Size++
	if vs := small.Check(film); !vs.Has(decorum.TooLarge) {
		t.Errorf("over the bound: %v", told(vs))
	}
	pictures := attachment.Workspace().Only(attachment.JPEG, attachment.PNG, attachment.GIF)
	if diff := cmp.Diff([]string{"jpeg", "jpg", "png"}, pictures.Extensions()); diff != "" {
		t.Errorf("Only added a type or lost one: %s", diff)
	}
	if vs := pictures.Check(film); !vs.Has(decorum.TypeNotAllowed) {
		t.Errorf("a film among pictures: %v", told(vs))
	}
	if p := attachment.Workspace().Limit(1<<40, attachment.PDF); p.MaxBytes(attachment.PDF) != 100*mb-1 {
		t.Errorf("Limit raised a bound to %d", p.MaxBytes(attachment.PDF))
	}
}

func TestAT2TypesOfTheGuide(t *testing.T) {
	both := []string{
		"order.pdf", "order.doc", "order.docx", "order.xls", "order.xlsx", "slide.ppt", "slide.pptx",
		"photo.jpg", "progressive.jpg", "graphic.png", "film.mp4", "film-mp42.mp4", "film-mpeg4.mp4",
		"tone.aac", "tone.amr", "voice.ogg", "voice.opus",
	}
	old := []string{"tone.m4a", "tone.mp3", "tone-id3.mp3", "tone-xing.mp3", "vorbis.ogg", "vorbis.oga", "speex.ogg", "flac.oga"}
	in := map[string]string{}
	for _, name := range both {
		in[name] = "both"
	}
	for _, name := range old {
		in[name] = "2020"
	}
	for name, typ := range samples {
		f := inspected(t, name, typ.MIME(), name)
		for profile, p := range map[string]attachment.Profile{"9.1": attachment.Workspace(), "2020": attachment.Workspace2020()} {
			want := in[name] == "both" || in[name] == profile
			if err := p.Check(f).Err(); (err == nil) != want {
				t.Errorf("%s under %s: %v", name, profile, err)
			}
		}
	}
}

// An Opus stream may be called .opus or .ogg; .oga came and went.
func TestAT2NamesOfOpus(t *testing.T) {
	for ext, allowed := range map[string][2]bool{ // 9.1, 2020
		"opus": {true, true}, "ogg": {true, true}, "OGG": {true, true}, "oga": {false, true}, "mp3": {false, false},
	} {
		f := inspected(t, "voice."+ext, "audio/ogg; codecs=opus", "voice.ogg")
		for i, p := range []attachment.Profile{attachment.Workspace(), attachment.Workspace2020()} {
			vs := p.Check(f)
			if vs.HasErrors() == allowed[i] {
				t.Errorf(".%s, profile %d: %v", ext, i, told(vs))
			}
		}
		f = declared("voice."+ext, "audio/ogg", 100)
		if vs := attachment.Workspace().Check(f); vs.HasErrors() == allowed[0] {
			t.Errorf(".%s, declared: %v", ext, told(vs))
		}
	}
	vs := attachment.Workspace().Check(inspected(t, "voice.oga", "audio/ogg", "voice.ogg"))
	if len(vs) != 1 || vs[0].Code != decorum.TypeNotAllowed || vs[0].Want != "ogg, opus" {
		t.Errorf("%+v", vs)
	}
}

// Inbound files are shown whatever they are: never an error; no warning for what
// is everyday.
func TestAT2InboundWarnsOnly(t *testing.T) {
	everyday := [][3]string{
		{"", "audio/ogg; codecs=opus", "voice.ogg"},
		{"", "image/webp", "lossy.webp"},
		{"", "image/webp", "animated.webp"},
		{"", "image/jpeg", "photo.jpg"},
		{"order.pdf", "application/pdf", "order.pdf"},
		{"order.zip", "application/zip", "plain.zip"},
		{"notes.md", "text/markdown", "plain.txt"},
		{"card.vcf", "text/vcard", "plain.txt"},
		{"card.vcf", "text/plain", "plain.txt"},
		{"plan.vsdx", "application/vnd.ms-visio.drawing", "plain.zip"},
		{"raw", "", "plain.txt"},
	}
	for _, f := range everyday {
		if vs := attachment.CheckInbound(inspected(t, f[0], f[1], f[2])); vs != nil {
			t.Errorf("%v: %v", f, told(vs))
		}
	}
	if vs := attachment.CheckInbound(attachment.File{Declared: "image/jpeg", Size: -1}); vs != nil {
		t.Errorf("size and name not known yet: %v", told(vs))
	}
	unsafe := [][4]string{
		{"photo.jpg", "image/jpeg", "hello.exe", "warning mismatch /name, warning mismatch /type, warning unsafe /content"},
		{"photo.exe", "image/jpeg", "photo.jpg", "warning unsafe /name, warning mismatch /name"},
		{"page.html", "text/html", "page.html", "warning unsafe /name, warning unsafe /content"},
		{"script.py", "text/plain", "plain.txt", "warning unsafe /name"},
		{"photo_gnp.js", "image/png", "graphic.png", "warning unsafe /name, warning mismatch /name"},
		{"a/b.pdf", "application/pdf", "order.pdf", "warning forbidden_character /name"},
		{"order.pdf", "application/pdf", "photo.jpg", "warning mismatch /name, warning mismatch /type"},
	}
	for _, f := range unsafe {
		vs := attachment.CheckInbound(inspected(t, f[0], f[1], f[2]))
		if got := strings.Join(told(vs), ", "); got != f[3] {
			t.Errorf("%v: %s", f, got)
		}
		if vs.HasErrors() {
			t.Errorf("%v: an error", f)
		}
	}
	if vs := attachment.CheckInbound(declared("photo.py", "image/jpeg", -1)); len(vs) != 2 {
		t.Errorf("what only the webhook says: %v", told(vs))
	}
}

// The table of all pairs: a file passes only if type, name and content agree.
func TestAllPairsMustAgree(t *testing.T) {
	kinds := []struct{ ext, mime, content string }{
		{"pdf", "application/pdf", "order.pdf"},
		{"doc", "application/msword", "order.doc"},
		{"docx", attachment.DOCX.MIME(), "order.docx"},
		{"xlsx", attachment.XLSX.MIME(), "order.xlsx"},
		{"pptx", attachment.PPTX.MIME(), "slide.pptx"},
		{"jpg", "image/jpeg", "photo.jpg"},
		{"png", "image/png", "graphic.png"},
		{"mp4", "video/mp4", "film.mp4"},
		{"aac", "audio/aac", "tone.aac"},
		{"amr", "audio/amr", "tone.amr"},
		{"opus", "audio/ogg", "voice.ogg"},
	}
	p := attachment.Workspace()
	for i, name := range kinds {
		for j, mime := range kinds {
			for k, content := range kinds {
				vs := p.Check(inspected(t, "file."+name.ext, mime.mime, content.content))
				if agree := i == j && j == k; agree == vs.HasErrors() {
					t.Errorf("file.%s, %s, %s: %v", name.ext, mime.mime, content.content, told(vs))
				}
				wantName, wantType := i != k, j != k
				got := [2]bool{hasAt(vs, decorum.Mismatch, "/name"), hasAt(vs, decorum.Mismatch, "/type")}
				if got != [2]bool{wantName, wantType} {
					t.Errorf("file.%s, %s, %s: blamed %v", name.ext, mime.mime, content.content, told(vs))
				}
			}
		}
	}
}

func hasAt(vs decorum.Violations, code decorum.Code, path string) bool {
	for _, v := range vs {
		if v.Code == code && v.Path == path {
			return true
		}
	}
	return false
}

func TestCheck(t *testing.T) {
	office, cloud := attachment.Workspace(), attachment.CloudAPI()
	unusual := attachment.InspectHead("a.docx", attachment.DOCX.MIME(), 6000, []byte(entry("a.bin", strings.Repeat("a", 5000))))
	short := inspected(t, "photo.jpg", "image/jpeg", "photo.jpg")
	short.Size--
	long := inspected(t, "photo.jpg", "image/jpeg", "photo.jpg")
	long.Size++
	cut := inspected(t, "slide.pptx", attachment.PPTX.MIME(), "slide.pptx")
	cut.Size = attachment.HeadSize - 1
	asFile := inspected(t, "photo.jpg", "image/jpeg", "photo.jpg")
	asFile.Kind = attachment.Document
	asFilm := asFile
	asFilm.Kind = attachment.Video
	for _, tt := range []struct {
		name string
		p    attachment.Profile
		f    attachment.File
		want []string
	}{
		{"no name, nothing looked at", office, declared("", "image/jpeg", 5), nil},
		{"name alone", office, declared("a.jpg", "", 5), nil},
		{"nothing at all", office, declared("", "", 5), []string{"error type_not_allowed /type"}},
		{"the zero profile", attachment.Profile{}, declared("a.jpg", "", 5), []string{"error type_not_allowed /name"}},
		{"no extension", office, declared("photo", "image/jpeg", 5), []string{"warning recommended /name"}},
		{"extension nobody knows", office, declared("photo.xyz", "image/jpeg", 5), []string{"error mismatch /name"}},
		{"malformed type", office, declared("a.jpg", "image", 5), []string{"error malformed /type"}},
		{"type nobody knows", office, declared("a.jpg", "image/x-nobody", 5), []string{"error mismatch /type"}},
		{"octet-stream", office, inspected(t, "photo.jpg", "application/octet-stream", "photo.jpg"), []string{"error mismatch /type"}},
		{"type and name nobody knows", office, declared("a.xyz", "x/y", 5), []string{"error type_not_allowed /type"}},
		{"an alias", office, inspected(t, "photo.jpg", "image/jpg", "photo.jpg"), nil},
		{"an alias, for Meta", cloud, inspected(t, "photo.jpg", "image/jpg", "photo.jpg"), []string{"error unsupported /type"}},
		{"another alias, for Meta", cloud, inspected(t, "voice.opus", "audio/opus", "voice.opus"), []string{"error unsupported /type"}},
		{"empty", office, attachment.InspectHead("a.jpg", "image/jpeg", 0, nil), []string{"error out_of_range /size"}},
		{"size unknown, file short", office, attachment.InspectHead("a.txt", "", -1, []byte("x")), []string{"error type_not_allowed /content"}},
		{"size too small", office, short, []string{"error mismatch /size"}},
		{"size too large", office, long, []string{"error mismatch /size"}},
		{"size below what was seen", office, cut, []string{"error mismatch /size"}},
		{"junk", office, attachment.InspectHead("a.jpg", "image/jpeg", 4, []byte("\x00\x01\x02\x03")), []string{"error mismatch /content"}},
		{"junk, known by its name alone", office, attachment.InspectHead("a.jpg", "", 4, []byte("\x00\x01\x02\x03")), []string{"error mismatch /content"}},
		{"office file in an unusual order", office, unusual, []string{"warning ambiguous /content"}},
		{
			"everything wrong", office, attachment.InspectHead("..\\photo.exe", "image/jpg;;=", -1, append([]byte("MZ\x00\x00"), make([]byte, 5000)...)),
			[]string{
				"error malformed /name", "error forbidden_character /name", "error unsafe /name",
				"error malformed /type", "warning required /size", "error unsafe /content",
			},
		},
		{
			"too many faults at once", office.Limit(3), inspected(t, "voice.mp3", "video/mp4", "graphic.gif"),
			[]string{
				"error mismatch /name", "error mismatch /type", "error type_not_allowed /content",
			},
		},
		{
			"too large and wrong", office.Limit(3), inspected(t, "a.png", "video/mp4", "photo.jpg"),
			[]string{"error mismatch /name", "error mismatch /type", "error too_large /size"},
		},
		{
			"a page that calls itself text", cloud, inspected(t, "a.txt", "text/plain", "page.html"),
			[]string{"error mismatch /name", "error mismatch /type", "error unsafe /content"},
		},
		{"a page that says so", cloud, declared("", "text/html", 5), []string{"error unsafe /type"}},
		{"picture as a file, by the guide", office, asFile, []string{"error mismatch /kind"}},
		{"picture as a film", cloud, asFilm, []string{"error mismatch /kind"}},
		{"picture as a file, for Meta", cloud, asFile, []string{"warning type_not_allowed /kind"}},
		{"picture as a file, on premises", attachment.OnPremises(), asFile, nil},
		{"text with an extension of its own", attachment.OnPremises(), inspected(t, "card.vcf", "text/vcard", "plain.txt"), nil},
		{"the same for the cloud", cloud, inspected(t, "card.vcf", "text/vcard", "plain.txt"), []string{"warning type_not_allowed /type"}},
		{"data by its extension", attachment.OnPremises(), inspected(t, "order.csv", "", "order.csv"), nil},
		{"data by its type", attachment.OnPremises(), inspected(t, "order.csv", "text/csv", "order.csv"), nil},
		{"data declared as text", attachment.OnPremises(), inspected(t, "order.csv", "text/plain", "order.csv"), []string{"error mismatch /name"}},
		{"sound in a film's container", attachment.Workspace2020(), inspected(t, "a.m4a", "audio/mp4", "film-mp42.mp4"), nil},
		{"a film in sound's container", office, inspected(t, "a.mp4", "video/mp4", "tone.m4a"), []string{"error mismatch /name", "error mismatch /type", "error type_not_allowed /content"}},
		{"an archive declared, a document by name", cloud, declared("a.docx", "application/zip", 5), []string{"error mismatch /type"}},
		{"a moving picture as a film", attachment.OnPremises(), attachment.File{Name: "a.gif", Declared: "image/gif", Size: 5, Kind: attachment.Video}, []string{"error mismatch /kind"}},
		{"a type that is none", office, attachment.File{Name: "a.jpg", Declared: "image/jpeg", Size: 5, Content: 200, Inspected: true, Seen: 5}, []string{"error mismatch /type", "error type_not_allowed /content"}},
		{"a kind that is none", office, attachment.File{Name: "a.jpg", Declared: "image/jpeg", Size: 5, Kind: 200}, []string{"error mismatch /kind"}},
		{"a script in text", attachment.OnPremises(), inspected(t, "run.py", "text/x-python", "plain.txt"), []string{"error unsafe /name"}},
	} {
		if diff := cmp.Diff(tt.want, told(tt.p.Check(tt.f))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// What a violation wants can be shown: it never leaves the closed vocabulary.
func TestCheckTellsWhatIsRight(t *testing.T) {
	vs := attachment.Workspace().Check(inspected(t, "order.pdf", "application/pdf", "photo.jpg"))
	want := []string{
		"/name: does not agree with another value; make them agree (at byte 6); want jpg, jpeg",
		"/type: does not agree with another value; make them agree; want image/jpeg",
	}
	got := []string{vs[0].String(), vs[1].String()}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, p := range []attachment.Profile{attachment.Workspace(), attachment.Workspace2020(), attachment.CloudAPI(), attachment.OnPremises()} {
		v := p.Check(inspected(t, "graphic.gif", "image/gif", "graphic.gif"))[0]
		if v.Code != decorum.TypeNotAllowed || v.Want == "" || !strings.HasSuffix(v.String(), v.Want) {
			t.Errorf("%v: %d bytes of what is wanted", v, len(v.Want))
		}
	}
}

// Polyglots are refused whatever they call themselves.
func TestPolyglotsAreRefused(t *testing.T) {
	pad := strings.Repeat("\x00", 200)
	jpeg, png := "\xFF\xD8\xFF\xE1\x00\x40Exif\x00\x00", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"
	for _, tt := range []struct {
		name, file, mime, head string
		hidden                 attachment.Type
	}{
		{"GIF and page", "a.gif", "image/gif", "GIF89a<script>alert(1)</script>", attachment.HTML},
		{"GIF and script", "a.gif", "image/gif", "GIF89a/*" + pad + "*/=1;alert(1)", attachment.Script},
		{"GIF and assignment", "a.gif", "image/gif", "GIF89a=1;alert(1);" + pad, attachment.Script},
		{"GIF and assignment alone", "a.gif", "image/gif", "GIF89a=1;a", attachment.Script},
		{"GIF and any four characters", "a.gif", "image/gif", "GIF89a ~ ~\x00", attachment.Script},
		{"JPEG and script alone", "a.jpg", "image/jpeg", "\xFF\xD8\xFF\xE0/*", attachment.Script},
		{"JPEG and PHP at the end", "a.jpg", "image/jpeg", jpeg + pad + "<?php", attachment.Script},
		{"JPEG and stored entry at the end", "a.jpg", "image/jpeg", jpeg + pad + "PK\x03\x04\x14\x00\x00\x00\x00\x00", attachment.ZIP},
		{"JPEG and deflated entry behind another's name", "a.jpg", "image/jpeg", jpeg + "PK\x03\x04PK\x03\x04\x3f\x00\x00\x00\x08\x00", attachment.ZIP},
		{"PNG and PDF as far as readers look", "a.png", "image/png", png + strings.Repeat("\x00", 1019-len(png)) + "%PDF-1.4", attachment.PDF},
		{"JPEG and PHP", "a.jpg", "image/jpeg", jpeg + "<?php system(1);" + pad, attachment.Script},
		{"JPEG and page", "a.jpg", "image/jpeg", jpeg + pad + "<HTML><BODY>", attachment.HTML},
		{"JPEG and script", "a.jpg", "image/jpeg", "\xFF\xD8\xFF\xE0/*JFIF" + pad, attachment.Script},
		{"JPEG and PDF", "a.jpg", "image/jpeg", jpeg + pad + "%PDF-1.4", attachment.PDF},
		{"JPEG and ZIP", "a.jpg", "image/jpeg", jpeg + pad + entry("a", "b"), attachment.ZIP},
		{"PNG and SVG", "a.png", "image/png", png + pad + "<svg onload=alert(1)>", attachment.SVG},
		{"PNG and frame", "a.png", "image/png", png + pad + "<iframe src=x>", attachment.HTML},
		{"PDF and page", "a.pdf", "application/pdf", "%PDF-1.4\n<!doctype html>", attachment.HTML},
		{"PDF and ZIP", "a.pdf", "application/pdf", "%PDF-1.4\n" + entry("word/document.xml", "b"), attachment.ZIP},
		{"ZIP and PDF", "a.docx", attachment.DOCX.MIME(), entry("a", "%PDF-1.4") + entry("word/document.xml", "b"), attachment.PDF},
		{"MP3 and page", "a.mp3", "audio/mpeg", "ID3\x04\x00\x00\x00\x00\x01\x00<body onload=x>", attachment.HTML},
		{"OLE and program", "a.doc", "application/msword", string(ole(1, "Root Entry", "WordDocument")) + "This program cannot be run in DOS mode.", attachment.PE},
	} {
		for _, f := range []attachment.File{
			attachment.InspectHead(tt.file, tt.mime, -1, []byte(tt.head)),
			attachment.InspectHead("a.html", "text/html", -1, []byte(tt.head)),
			attachment.InspectHead("", "", -1, []byte(tt.head)),
		} {
			if f.Hidden != tt.hidden {
				t.Errorf("%s: hides %v, want %v", tt.name, f.Hidden, tt.hidden)
			}
			for _, p := range []attachment.Profile{attachment.Workspace(), attachment.OnPremises()} {
				if vs := p.Check(f); !hasAt(vs, decorum.Unsafe, "/content") {
					t.Errorf("%s: %v", tt.name, told(vs))
				}
			}
		}
	}
}

// What real pictures, films and documents hold is no second file.
func TestHonestContentHidesNothing(t *testing.T) {
	pad := strings.Repeat("\x00", 100)
	for _, head := range []string{
		"\xFF\xD8\xFF\xE1" + pad + `<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description/></rdf:RDF></x:xmpmeta>`,
		"GIF89a\x20\x00\x20\x00\xF7\x00\x00<" + pad,
		"GIF89a=\x00=\x00\xF7\x00\x00" + pad, // 61 pixels wide
		"\x89PNG\r\n\x1a\n" + pad + "<svgs <htmlx <b> <hr> <scripture",
		"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj %PDF-",
		"\x89PNG\r\n\x1a\n" + strings.Repeat("\x00", 1100) + "%PDF-1.4",
		"\xFF\xD8\xFF\xE1" + pad + "PK\x03\x04\x99\x99\x99\x99\x99\x99" + pad,
		"The text says %PDF-1.4 and <script> and <?php.",
		"\xFF\xD8\xFF\xE1" + pad + "<",
		"GIF89a/\x00*\x00\xF7\x00\x00" + pad, // 47 pixels wide and 42 high
		"GIF89a \x2a\x20\x00" + pad,
		"GIF89a=1;\x7f" + pad, "GIF89a=1;\x1f" + pad,
		"\xFF\xD8\xFF\xE0/\x10" + pad, "\xFF\xD8\xFF\xE0\x10*" + pad,
		"\xFF\xD8\xFF\xE1" + pad + "PK\x03\x04\x40\x00\x00\x00\x00\x00" + pad, // version 6.4
		"\xFF\xD8\xFF\xE1" + pad + "PK\x03\x04\x14\x00\x00\x00\x01\x00" + pad, // another method
		"\xFF\xD8\xFF\xE1" + pad + "PK\x03\x04\x14\x00\x00\x00\x00\x01" + pad,
		"\xFF\xD8\xFF\xE1" + pad + "PK\x03\x04\x14\x00\x00\x00\x00",
	} {
		if f := attachment.InspectHead("", "", -1, []byte(head)); f.Hidden != attachment.UnknownType {
			t.Errorf("%.20q hides %v", head, f.Hidden)
		}
	}
}

// Programs and scripts are refused whatever they call themselves, even where any
// document may go.
func TestExecutablesAreRefused(t *testing.T) {
	p := attachment.OnPremises()
	for name, typ := range samples {
		if !typ.Unsafe() {
			continue
		}
		for _, f := range []attachment.File{
			inspected(t, name, typ.MIME(), name),
			inspected(t, "order.pdf", "application/pdf", name),
			inspected(t, "", "", name),
			inspected(t, "order.xyz", "x/y", name),
		} {
			if vs := p.Check(f); !hasAt(vs, decorum.Unsafe, "/content") {
				t.Errorf("%s as %s: %v", name, f.Name, told(vs))
			}
		}
	}
	for _, ext := range []string{
		"exe", "EXE", "hlp", "iqy", "msixbundle", "msu", "ps1xml", "psc1", "pyo", "rdp", "sct", "shb", "shs", "slk", "wsb", "scr", "com", "bat", "cmd", "pif", "js", "vbs", "ps1", "py", "pyz", "php", "jar", "msi", "lnk",
		"hta", "docm", "xlsm", "apk", "sh", "html", "svg", "exe.", "exe . ", "iso", "action", "zsh",
	} {
		f := inspected(t, "photo."+ext, "image/jpeg", "photo.jpg")
		if vs := p.Check(f); !hasAt(vs, decorum.Unsafe, "/name") {
			t.Errorf("photo.%s: %v", ext, told(vs))
		}
	}
	if vs := p.Check(declared("order.js.pdf", "application/pdf", 5)); vs != nil {
		t.Errorf("order.js.pdf is a PDF: %v", told(vs))
	}
}

func TestCheckOfAValidFileAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	profiles := []attachment.Profile{attachment.Workspace2020(), attachment.OnPremises()}
	for _, name := range []string{"photo.jpg", "order.docx", "voice.opus", "film.mp4", "tone.mp3"} {
		typ := samples[name]
		f := inspected(t, name, typ.MIME(), name)
		for _, p := range profiles {
			if n := testing.AllocsPerRun(50, func() { p.Check(f) }); n != 0 {
				t.Errorf("checking %s allocates %v times: %v", name, n, told(p.Check(f)))
			}
		}
		if n := testing.AllocsPerRun(50, func() { attachment.CheckInbound(f) }); n != 0 {
			t.Errorf("CheckInbound of %s allocates %v times", name, n)
		}
	}
}
