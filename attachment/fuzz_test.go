package attachment_test

import (
	"bytes"
	"errors"
	"mime"
	"slices"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

// addSamples adds the heads of the samples to a corpus.
func addSamples(f *testing.F, add func(name string, head []byte)) {
	for _, name := range sampleNames(f) {
		data := sample(f, name)
		add(name, data[:min(len(data), attachment.HeadSize)])
	}
}

func FuzzSniff(f *testing.F) {
	addSamples(f, func(_ string, head []byte) { f.Add(head) })
	f.Add([]byte(entry("word/document.xml", "x")))
	f.Add([]byte(streamed("a", "x") + streamed("xl/b", "")))
	f.Add(ole(1, "Root Entry", "WordDocument"))
	f.Add([]byte("<?xml version='1.0'?><!-- <svg> --><!DOCTYPE svg><svg/>"))
	f.Fuzz(func(t *testing.T, head []byte) {
		before := bytes.Clone(head)
		got := attachment.Sniff(head)
		if !bytes.Equal(before, head) {
			t.Fatal("the head was written to")
		}
		if got != attachment.UnknownType && got.MIME() == "" {
			t.Fatalf("type %d has no media type", got)
		}
		if len(head) >= attachment.HeadSize {
			if cut := attachment.Sniff(head[:attachment.HeadSize]); cut != got {
				t.Fatalf("%v, but %v for the head alone", got, cut)
			}
		}
		in := attachment.InspectHead("", "", -1, head)
		if in.Content != got || in.Hidden == got && got != attachment.UnknownType {
			t.Fatalf("%v, but %+v", got, in)
		}
	})
}

// A file that passes is what it says, and what is said against one that does not
// is in order.
func FuzzCheck(f *testing.F) {
	addSamples(f, func(name string, head []byte) {
		f.Add(name, samples[name].MIME(), int64(len(head)), byte(0), head)
	})
	f.Add("a.jpg", "image/jpeg", int64(-1), byte(4), []byte("\xFF\xD8\xFF\xE0<script>"))
	f.Add("", "audio/ogg; codecs=opus", int64(5000), byte(3), []byte("OggS"))
	profiles := []attachment.Profile{
		attachment.Workspace(), attachment.Workspace2020(), attachment.CloudAPI(), attachment.OnPremises(),
		attachment.Strictest(attachment.Workspace2020(), attachment.CloudAPI()),
	}
	places := []string{"/name", "/type", "/size", "/kind", "/content"}
	f.Fuzz(func(t *testing.T, name, declared string, size int64, kind byte, head []byte) {
		file := attachment.InspectHead(name, declared, size, head)
		file.Kind = attachment.Kind(kind)
		for i, p := range profiles {
			vs := p.Check(file)
			last := 0
			for _, v := range vs {
				if v.Code == decorum.Truncated {
					continue
				}
				place := slices.Index(places, v.Path)
				if place < last || !v.Code.Known() || v.Severity == 0 {
					t.Fatalf("profile %d: %v", i, told(vs))
				}
				last = place
				if _, ok := v.Span.In(map[string]string{"/name": name, "/type": declared}[v.Path]); !ok {
					t.Fatalf("profile %d: %v outside of %s", i, v.Span, v.Path)
				}
			}
			if vs.HasErrors() {
				continue
			}
			typ := file.Type()
			if file.Content.Unsafe() || typ.Unsafe() || file.Hidden != attachment.UnknownType {
				t.Fatalf("profile %d passes %+v", i, file)
			}
			if name != "" && attachment.CheckName(name) != nil {
				t.Fatalf("profile %d passes the name %q", i, name)
			}
			if i < 2 && (!p.Allows(typ) || file.Size > p.MaxBytes(typ) || file.Size == 0) {
				t.Fatalf("profile %d passes %v of %d bytes", i, typ, file.Size)
			}
			if ext := strings.ToLower(attachment.Extension(name)); i < 2 && ext != "" && !slices.Contains(slices.Collect(typ.Extensions()), ext) {
				t.Fatalf("profile %d passes %v as .%s", i, typ, ext)
			}
		}
		if profiles[4].Check(file).HasErrors() != (profiles[1].Check(file).HasErrors() || profiles[2].Check(file).HasErrors()) {
			t.Fatalf("the strictest of two: %v, %v, %v", told(profiles[4].Check(file)), told(profiles[1].Check(file)), told(profiles[2].Check(file)))
		}
		if vs := attachment.CheckInbound(file); vs.HasErrors() {
			t.Fatalf("inbound: %v", told(vs))
		}
		if thumb := file.Thumbnail(); attachment.CheckName(thumb.Name) != nil && kind < 6 {
			t.Fatalf("thumbnail of %q: %q", name, thumb.Name)
		}
	})
}

func FuzzParseType(f *testing.F) {
	for typ := range attachment.Types() {
		f.Add(typ.MIME())
		f.Add(typ.String())
	}
	f.Add("audio/ogg ; Codecs=\"OPUS\" ; a=b")
	f.Fuzz(func(t *testing.T, s string) {
		typ, err := attachment.ParseType(s)
		if err == nil {
			if again, err := attachment.ParseType(typ.String()); again != typ || err != nil {
				t.Fatalf("%q is %v, which is %v, %v", s, typ, again, err)
			}
			media, _, stdErr := mime.ParseMediaType(s)
			if stdErr == nil && strings.Contains(media, "/") {
				if std, err := attachment.ParseType(media); err != nil || std != typ && !std.Holds(typ) {
					t.Fatalf("%q is %v, but %q is %v", s, typ, media, std)
				}
			}
			return
		}
		var e *decorum.Error
		if typ != attachment.UnknownType || !errors.As(err, &e) || len(e.Violations) != 1 {
			t.Fatalf("%q: %v, %v", s, typ, err)
		}
		if _, ok := e.Violations[0].Span.In(s); !ok {
			t.Fatalf("%q: %v", s, e.Violations[0].Span)
		}
	})
}
