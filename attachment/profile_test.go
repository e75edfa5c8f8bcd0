package attachment_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

func profiles() map[string]attachment.Profile {
	return map[string]attachment.Profile{
		"Workspace":     attachment.Workspace(),
		"Workspace2020": attachment.Workspace2020(),
		"CloudAPI":      attachment.CloudAPI(),
		"OnPremises":    attachment.OnPremises(),
		"zero":          {},
		"pictures":      attachment.CloudAPI().Only(attachment.JPEG, attachment.PNG).LimitKind(mb, attachment.Image),
		"small":         attachment.OnPremises().Limit(1000).WithoutExtension(".JPEG"),
		"no PDF":        attachment.Workspace().Without(attachment.PDF, attachment.UnknownType, 200),
	}
}

// Meta's table (facts §1.10): the binary reading is the error, the decimal one
// the warning, and the bound itself passes.
func TestCloudAPISizes(t *testing.T) {
	for _, tt := range []struct {
		name, mime  string
		most, round int64
	}{
		{"a.aac", "audio/aac", 16 * mb, 16_000_000},
		{"a.amr", "audio/amr", 16 * mb, 16_000_000},
		{"a.mp3", "audio/mpeg", 16 * mb, 16_000_000},
		{"a.m4a", "audio/mp4", 16 * mb, 16_000_000},
		{"a.ogg", "audio/ogg", 16 * mb, 16_000_000},
		{"a.ogg", "audio/ogg; codecs=opus", 16 * mb, 16_000_000},
		{"a.mp4", "video/mp4", 16 * mb, 16_000_000},
		{"a.3gp", "video/3gpp", 16 * mb, 16_000_000},
		{"a.jpg", "image/jpeg", 5 * mb, 5_000_000},
		{"a.png", "image/png", 5 * mb, 5_000_000},
		{"a.txt", "text/plain", 100 * mb, 100_000_000},
		{"a.pdf", "application/pdf", 100 * mb, 100_000_000},
		{"a.xls", "application/vnd.ms-excel", 100 * mb, 100_000_000},
		{"a.doc", "application/msword", 100 * mb, 100_000_000},
		{"a.ppt", "application/vnd.ms-powerpoint", 100 * mb, 100_000_000},
		{"a.docx", attachment.DOCX.MIME(), 100 * mb, 100_000_000},
		{"a.xlsx", attachment.XLSX.MIME(), 100 * mb, 100_000_000},
		{"a.pptx", attachment.PPTX.MIME(), 100 * mb, 100_000_000},
		{"a.webp", "image/webp", 500 << 10, 500_000}, // it may be a moving one
	} {
		p := attachment.CloudAPI()
		for size, want := range map[int64][]string{
			tt.round:     nil,
			tt.round + 1: {"warning too_large /size"},
			tt.most:      {"warning too_large /size"},
			tt.most + 1:  {"error too_large /size"},
		} {
			if diff := cmp.Diff(want, told(p.Check(declared(tt.name, tt.mime, size)))); diff != "" {
				t.Errorf("%s, %d bytes: %s", tt.mime, size, diff)
			}
		}
	}
}

func TestOnPremisesSizes(t *testing.T) {
	for _, tt := range []struct {
		name, mime  string
		most, round int64
	}{
		{"a.mp3", "audio/mpeg", 16 * mb, 16_000_000},
		{"a.jpg", "image/jpeg", 5 * mb, 5_000_000},
		{"a.webp", "image/webp", 100 << 10, 100_000},
		{"a.pdf", "application/pdf", 100 * mb, 64_000_000}, // earlier nodes refused more
		{"a.xyz", "", 100 * mb, 64_000_000},
	} {
		for size, want := range map[int64][]string{
			tt.round:     nil,
			tt.round + 1: {"warning too_large /size"},
			tt.most:      {"warning too_large /size"},
			tt.most + 1:  {"error too_large /size"},
		} {
			if diff := cmp.Diff(want, told(attachment.OnPremises().Check(declared(tt.name, tt.mime, size)))); diff != "" {
				t.Errorf("%s, %d bytes: %s", tt.name, size, diff)
			}
		}
	}
}

func TestStickers(t *testing.T) {
	for _, tt := range []struct {
		sample           string
		size             int64
		cloud, onPremise bool
	}{
		{"lossy.webp", 100 << 10, true, true},
		{"lossy.webp", 100<<10 + 1, false, false},
		{"animated.webp", 500 << 10, true, false},
		{"animated.webp", 500<<10 + 1, false, false},
	} {
		f := inspected(t, "a.webp", "image/webp", tt.sample)
		f.Size, f.Seen = tt.size, attachment.HeadSize
		f.Kind = attachment.Sticker
		for _, p := range []struct {
			profile attachment.Profile
			want    bool
		}{{attachment.CloudAPI(), tt.cloud}, {attachment.OnPremises(), tt.onPremise}, {attachment.Workspace(), false}} {
			if vs := p.profile.Check(f); vs.HasErrors() == p.want {
				t.Errorf("%s of %d bytes: %v", tt.sample, tt.size, told(vs))
			}
		}
	}
}

func TestMetaTypes(t *testing.T) {
	cloud := "jpeg png webp animated-webp mp4 3gp aac amr m4a mp3 opus pdf doc xls ppt docx xlsx pptx text"
	premises := "jpeg png webp mp4 3gp aac amr m4a mp3 opus"
	for typ := range attachment.Types() {
		f := attachment.File{Declared: typ.MIME(), Size: 10, Content: typ, Inspected: true, Seen: 10}
		for i, tt := range []struct {
			p    attachment.Profile
			list string
		}{{attachment.CloudAPI(), cloud}, {attachment.OnPremises(), premises}} {
			listed := slices.Contains(fields(tt.list), typ.String())
			document := typ.Kind() == attachment.Document && !typ.Unsafe()
			if got := tt.p.Allows(typ); got != (listed || document) {
				t.Errorf("profile %d allows %v: %v", i, typ, got)
			}
			vs := tt.p.Check(f)
			if vs.HasErrors() == (listed || document) {
				t.Errorf("profile %d, %v: %v", i, typ, told(vs))
			}
			if doubt := vs.Has(decorum.TypeNotAllowed) && !vs.HasErrors(); doubt != (i == 0 && document && !listed) {
				t.Errorf("profile %d doubts %v: %v", i, typ, told(vs))
			}
			f.Kind = attachment.Document
			if vs := tt.p.Check(f); vs.HasErrors() != typ.Unsafe() {
				t.Errorf("profile %d, %v as a document: %v", i, typ, told(vs))
			}
			f.Kind = attachment.UnknownKind
		}
	}
	vs := attachment.OnPremises().Check(declared("a.pdf", "application/pdf", 64_000_001))
	if diff := cmp.Diff([]string{"warning too_large /size"}, told(vs)); diff != "" {
		t.Error(diff)
	}
}

func fields(list string) []string {
	var all []string
	for start, i := 0, 0; i <= len(list); i++ {
		if i == len(list) || list[i] == ' ' {
			all = append(all, list[start:i])
			start = i + 1
		}
	}
	return all
}

func TestStrictestLaws(t *testing.T) {
	all := profiles()
	var files []attachment.File
	for typ := range attachment.Types() {
		for _, size := range []int64{1, 900, 100_001, 600_000, 6_000_000, 17_000_000, 70_000_000, 100*mb - 1, 100 * mb, 100*mb + 1} {
			for _, kind := range []attachment.Kind{attachment.UnknownKind, attachment.Document} {
				f := attachment.File{Declared: typ.MIME(), Size: size, Kind: kind}
				for ext := range typ.Extensions() {
					f.Name = "a." + ext
					files = append(files, f)
				}
			}
		}
	}
	for an, a := range all {
		if attachment.Strictest(a, a) != a {
			t.Errorf("%s with itself is another", an)
		}
		if attachment.Strictest(a, attachment.Profile{}).Extensions() != nil {
			t.Errorf("%s with the zero profile lets something through", an)
		}
		for bn, b := range all {
			both := attachment.Strictest(a, b)
			if both != attachment.Strictest(b, a) {
				t.Errorf("%s and %s depend on their order", an, bn)
			}
			for cn, c := range all {
				if attachment.Strictest(both, c) != attachment.Strictest(a, attachment.Strictest(b, c)) {
					t.Errorf("%s, %s and %s depend on their grouping", an, bn, cn)
				}
			}
			for _, f := range files {
				pass := !a.Check(f).HasErrors() && !b.Check(f).HasErrors()
				if got := !both.Check(f).HasErrors(); got != pass {
					t.Errorf("%s and %s together pass %+v: %v", an, bn, f, got)
				}
			}
		}
	}
	p := attachment.Strictest(attachment.Workspace(), attachment.CloudAPI())
	if got := p.MaxBytes(attachment.PDF); got != 100*mb-1 {
		t.Errorf("PDF: %d", got)
	}
	if got := p.MaxBytes(attachment.JPEG); got != 5*mb {
		t.Errorf("JPEG: %d", got)
	}
	if p.Allows(attachment.MP3) || p.Allows(attachment.Text) {
		t.Error("a type of one alone passes both")
	}
}

// Narrowing changes a copy, and never lets more through.
func TestProfilesOnlyNarrow(t *testing.T) {
	for name, p := range profiles() {
		before := p
		for _, q := range []attachment.Profile{
			p.Only(attachment.JPEG), p.Without(attachment.PDF), p.WithoutExtension("jpg"), p.Limit(1 << 50), p.Limit(5),
			p.Limit(-5), p.Limit(7, attachment.PNG), p.LimitKind(3, attachment.Audio), p.LimitKind(3, attachment.Document),
		} {
			if attachment.Strictest(p, q) != q {
				t.Errorf("%s became wider", name)
			}
		}
		if p != before {
			t.Errorf("%s changed", name)
		}
		types := slices.Collect(p.Types())
		for _, typ := range types {
			if !p.Allows(typ) || p.MaxBytes(typ) <= 0 {
				t.Errorf("%s yields %v", name, typ)
			}
		}
		for range p.Types() {
			break
		}
	}
	p := attachment.CloudAPI().LimitKind(1000, attachment.Document)
	f := inspected(t, "photo.jpg", "image/jpeg", "photo.jpg")
	f.Size, f.Seen = 2000, attachment.HeadSize
	if vs := p.Check(f); vs.HasErrors() && !vs.Has(decorum.Mismatch) {
		t.Errorf("a picture is no document: %v", told(vs))
	}
	f.Kind = attachment.Document
	if vs := p.Check(f); !vs.Has(decorum.TooLarge) {
		t.Errorf("sent as one it is: %v", told(vs))
	}
	if got := attachment.CloudAPI().LimitKind(1000, attachment.Image); got.MaxBytes(attachment.JPEG) != 1000 || got.MaxBytes(attachment.MP4) != 16*mb {
		t.Error("LimitKind")
	}
	if got := (attachment.Profile{}).MaxBytes(attachment.JPEG); got != 0 {
		t.Errorf("zero profile: %d", got)
	}
}

// Every part of a profile can be narrowed, and only that part.
func TestNarrowing(t *testing.T) {
	var last attachment.Type
	for typ := range attachment.Types() {
		last = typ
	}
	office, cloud, premises := attachment.Workspace(), attachment.CloudAPI(), attachment.OnPremises()
	photo := declared("photo.jpg", "image/jpeg", 50_000)
	asFile := photo
	asFile.Kind = attachment.Document
	card := declared("card.vcf", "text/vcard", 50_000)
	sticker := declared("a.webp", "image/webp", 50_000)
	alias := declared("photo.jpg", "image/jpg", 50_000)
	asFilm := declared("a.gif", "image/gif", 50_000)
	asFilm.Kind = attachment.Video
	for _, tt := range []struct {
		name string
		p    attachment.Profile
		f    attachment.File
		want []string
	}{
		{"the usual extension", office.WithoutExtension("jpg"), photo, []string{"error type_not_allowed /name"}},
		{"another extension", office.WithoutExtension("jpeg"), photo, nil},
		{"no such type", office.Without(last + 1), photo, nil},
		{"all sizes, documents too", premises.Limit(1000), asFile, []string{"error too_large /size"}},
		{"the size of one type, as a document too", premises.Limit(1000, attachment.JPEG), asFile, []string{"error too_large /size"}},
		{"the size of another type", premises.Limit(1000, attachment.PNG), asFile, nil},
		{"documents of an unknown type", premises.LimitKind(1000, attachment.Document), card, []string{"error too_large /size"}},
		{"pictures", premises.LimitKind(1000, attachment.Image), card, nil},
		{"no kind", premises.LimitKind(1000, attachment.UnknownKind), asFile, nil},
		{"moving stickers", cloud.Limit(1000, attachment.AnimatedWebP), sticker, nil},
		{"still stickers", cloud.Limit(1000, attachment.WebP), sticker, nil},
		{"all stickers", cloud.LimitKind(1000, attachment.Sticker), sticker, []string{"error too_large /size"}},
		{"aliases of types", attachment.Strictest(office, cloud), alias, []string{"error unsupported /type"}},
		{"aliases of types, the other way", attachment.Strictest(cloud, office), alias, []string{"error unsupported /type"}},
		{"a type under no kind", office, asFilm, []string{"error type_not_allowed /type"}},
	} {
		if diff := cmp.Diff(tt.want, told(tt.p.Check(tt.f))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	none := attachment.File{Name: "a.jpg", Size: 5, Content: last + 1, Inspected: true, Seen: 5}
	if vs := office.Check(none); !vs.Has(decorum.TypeNotAllowed) {
		t.Errorf("a type behind the last: %v", told(vs))
	}
}
