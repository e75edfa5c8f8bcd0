package attachment_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

func TestTypesAreWhole(t *testing.T) {
	names := map[string]bool{}
	for typ := range attachment.Types() {
		if typ.String() == "" || names[typ.String()] {
			t.Errorf("type %d: name %q", typ, typ)
		}
		names[typ.String()] = true
		if typ.Kind() == attachment.UnknownKind {
			t.Errorf("%v has no kind", typ)
		}
		if parsed, err := attachment.ParseType(typ.String()); parsed != typ || err != nil {
			t.Errorf("ParseType(%q) = %v, %v", typ, parsed, err)
		}
		// The media type comes back, or the type that stands for all that share it.
		parsed, err := attachment.ParseType(typ.MIME())
		if err != nil || parsed != typ && (!parsed.Holds(typ) || parsed.MIME() != typ.MIME()) {
			t.Errorf("%v: %s is read as %v, %v", typ, typ.MIME(), parsed, err)
		}
		exts := slices.Collect(typ.Extensions())
		if len(exts) == 0 || typ.Extension() != "."+exts[0] {
			t.Errorf("%v: extensions %v, usual %q", typ, exts, typ.Extension())
		}
		for _, ext := range exts {
			e := attachment.TypeByExtension("." + strings.ToUpper(ext))
			if e != typ && !e.Holds(typ) && !typ.Holds(e) {
				t.Errorf("%v: extension %s is of %v", typ, ext, e)
			}
		}
	}
	for ext := range attachment.JPEG.Extensions() {
		if ext != "jpg" {
			t.Errorf("the usual extension is %s", ext)
		}
		break
	}
	if attachment.UnknownType.Holds(attachment.JPEG) || attachment.UnknownType.Unsafe() {
		t.Error("UnknownType is something")
	}
}

// Lists that others read never change but at their end.
func TestTypeNamesAreStable(t *testing.T) {
	var names []string
	for typ := range attachment.Types() {
		names = append(names, typ.String())
	}
	want := "jpeg png gif bmp tiff heic avif svg webp animated-webp mp4 3gp quicktime webm matroska avi ogg-video " +
		"aac amr amr-wb m4a mp3 ogg opus vorbis wav flac pdf doc xls ppt docx xlsx pptx odt ods odp rtf text csv xml html ole " +
		"zip gzip bzip2 xz zstd 7z rar tar cab jar apk pe elf mach-o java-class wasm shortcut script"
	if diff := cmp.Diff(want, strings.Join(names, " ")); diff != "" {
		t.Error(diff)
	}
}

func TestParseType(t *testing.T) {
	for in, want := range map[string]attachment.Type{
		"image/jpeg":                    attachment.JPEG,
		"IMAGE/JPG":                     attachment.JPEG,
		"audio/ogg":                     attachment.Ogg,
		"audio/ogg; codecs=opus":        attachment.Opus,
		"audio/ogg;codecs=opus":         attachment.Opus,
		"audio/ogg ; CODECS=\"OPUS\" ":  attachment.Opus,
		"audio/ogg; codecs=vorbis":      attachment.Vorbis,
		"audio/ogg; codecs=speex":       attachment.Ogg,
		"audio/ogg; rate=8000; ;":       attachment.Ogg,
		"application/ogg; codecs=opus":  attachment.Opus,
		"audio/opus":                    attachment.Opus,
		"audio/x-m4a":                   attachment.M4A,
		"audio/mp4; codecs=opus":        attachment.M4A,
		"text/plain; charset=utf-8":     attachment.Text,
		`text/plain; name="a\";b=.txt"`: attachment.Text,
		"text/plain; !#$%&'*+-.^_`|~0189azAZ=!#$%&'*+-.^_`|~0189azAZ": attachment.Text,
		"text/plain; a=\" \t~é\"; b=c":                                attachment.Text,
		"opus":                                                        attachment.Opus,
		"animated-webp":                                               attachment.AnimatedWebP,
		"image/webp":                                                  attachment.WebP,
	} {
		if got, err := attachment.ParseType(in); got != want || err != nil {
			t.Errorf("ParseType(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	long := "image/jpeg; a=" + strings.Repeat("b", attachment.MaxMediaType)
	for in, want := range map[string]struct {
		code decorum.Code
		span decorum.Span
	}{
		"":                      {decorum.Malformed, decorum.Span{}},
		"image":                 {decorum.Malformed, decorum.Span{Start: 5, End: 5}},
		"/jpeg":                 {decorum.Malformed, decorum.Span{Start: 0, End: 5}},
		"image/":                {decorum.Malformed, decorum.Span{Start: 6, End: 6}},
		" image/jpeg":           {decorum.Malformed, decorum.Span{Start: 0, End: 11}},
		"image /jpeg":           {decorum.Malformed, decorum.Span{Start: 5, End: 11}},
		"image/jpeg image":      {decorum.Malformed, decorum.Span{Start: 11, End: 16}},
		"image/jpeg;a":          {decorum.Malformed, decorum.Span{Start: 12, End: 12}},
		"image/jpeg;=b":         {decorum.Malformed, decorum.Span{Start: 11, End: 13}},
		"image/jpeg;a=":         {decorum.Malformed, decorum.Span{Start: 13, End: 13}},
		"image/jpeg;a=\"b":      {decorum.Malformed, decorum.Span{Start: 13, End: 15}},
		"image/jpeg;a=\"\n\"":   {decorum.Malformed, decorum.Span{Start: 13, End: 16}},
		"image/jpeg;a=\"\x7f\"": {decorum.Malformed, decorum.Span{Start: 13, End: 16}},
		"image/jpeg;a=\"\x1f\"": {decorum.Malformed, decorum.Span{Start: 13, End: 16}},
		"image/jpeg;a=\"b\"c":   {decorum.Malformed, decorum.Span{Start: 16, End: 17}},
		"image/jpeg;a(=b":       {decorum.Malformed, decorum.Span{Start: 12, End: 15}},
		"image/jpeg;a[=b":       {decorum.Malformed, decorum.Span{Start: 12, End: 15}},
		"image/jpeg;a{=b":       {decorum.Malformed, decorum.Span{Start: 12, End: 15}},
		"image/jpeg;a@=b":       {decorum.Malformed, decorum.Span{Start: 12, End: 15}},
		"image/jpeg;a:=b":       {decorum.Malformed, decorum.Span{Start: 12, End: 15}},
		"image/jpeg\x00":        {decorum.Malformed, decorum.Span{Start: 10, End: 11}},
		"image/jpég":            {decorum.Malformed, decorum.Span{Start: 8, End: 11}},
		"JPEG":                  {decorum.Malformed, decorum.Span{Start: 4, End: 4}},
		"image/x-nobody":        {decorum.Unknown, decorum.Span{}},
		long:                    {decorum.TooLong, decorum.Span{}},
	} {
		got, err := attachment.ParseType(in)
		var e *decorum.Error
		if got != attachment.UnknownType || !errors.As(err, &e) || len(e.Violations) != 1 {
			t.Errorf("ParseType(%q) = %v, %v", in, got, err)
			continue
		}
		if v := e.Violations[0]; v.Code != want.code || v.Span != want.span {
			t.Errorf("ParseType(%q): %v %v, want %v", in, v.Code, v.Span, want)
		}
	}
	if _, err := attachment.ParseType(long[:attachment.MaxMediaType]); err != nil {
		t.Errorf("at the limit: %v", err)
	}
}

func TestTextForms(t *testing.T) {
	type all struct {
		Type  attachment.Type        `json:"type"`
		Kind  attachment.Kind        `json:"kind"`
		State attachment.UploadState `json:"state"`
	}
	in := all{attachment.Opus, attachment.Audio, attachment.Staged}
	data, err := json.Marshal(in)
	if want := `{"type":"opus","kind":"audio","state":"staged"}`; string(data) != want || err != nil {
		t.Errorf("%s, %v", data, err)
	}
	var out all
	if err := json.Unmarshal(data, &out); out != in || err != nil {
		t.Errorf("%v, %v", out, err)
	}
	if err := json.Unmarshal([]byte(`{"type":"","kind":"","state":""}`), &out); out != (all{}) || err != nil {
		t.Errorf("%v, %v", out, err)
	}
	for _, bad := range []string{`{"type":"gope"}`, `{"kind":"Image"}`, `{"state":"gone"}`} {
		if err := json.Unmarshal([]byte(bad), &out); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
	var last attachment.Type
	for typ := range attachment.Types() {
		last = typ
	}
	for _, bad := range []any{
		attachment.Type(200), attachment.Kind(200), attachment.UploadState(200),
		last + 1, attachment.Sticker + 1, attachment.Dropped + 1,
	} {
		if s := fmt.Sprint(bad); !strings.HasSuffix(s, ")") {
			t.Errorf("%T has the name %s", bad, s)
		}
		if data, err := json.Marshal(bad); err == nil {
			t.Errorf("%v is written as %s", bad, data)
		}
	}
	for _, k := range attachment.Kinds() {
		if parsed, err := attachment.ParseKind(k.String()); parsed != k || err != nil {
			t.Errorf("ParseKind(%q) = %v, %v", k, parsed, err)
		}
	}
	if _, err := attachment.ParseKind(""); !errors.Is(err, decorum.Unknown) {
		t.Errorf("ParseKind of nothing: %v", err)
	}
	got := []string{attachment.Type(200).String(), attachment.Kind(200).String(), attachment.UploadState(200).String()}
	if diff := cmp.Diff([]string{"type(200)", "kind(200)", "upload(200)"}, got); diff != "" {
		t.Error(diff)
	}
	text, err := attachment.JPEG.AppendText([]byte("a "))
	if string(text) != "a jpeg" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
}

func TestMustParseType(t *testing.T) {
	if attachment.MustParseType("image/png") != attachment.PNG {
		t.Error("image/png")
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	attachment.MustParseType("nothing")
}

func TestExtension(t *testing.T) {
	for name, want := range map[string]string{
		"a.pdf": "pdf", "a.tar.gz": "gz", "a": "", "": "", ".": "", "..": "", ".pdf": "", "a.": "", "a.b.": "b", "a.exe. . ": "exe",
		"a.PDF": "PDF", "a.документ": "документ", "a.0123456789abcdef": "0123456789abcdef", "a.0123456789abcdefg": "",
		"a. pdf": "", "Mr. Smith": "", "a.b/c": "", `a.b\c`: "", "a\x00.pdf": "pdf", "a.p\x00df": "p\x00df",
	} {
		if got := attachment.Extension(name); got != want {
			t.Errorf("Extension(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestTables(t *testing.T) {
	if !attachment.TablesAreSorted() {
		t.Error("a table is out of order")
	}
	if lost := attachment.ExtensionRows(); lost != nil {
		t.Errorf("extensions that the two tables see differently: %v", lost)
	}
}
