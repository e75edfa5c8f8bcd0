package emoji_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// png is how a PNG image of 20 by 20 begins.
const png = "\x89PNG\r\n\x1A\n\x00\x00\x00\x0DIHDR\x00\x00\x00\x14\x00\x00\x00\x14\x08\x06\x00\x00\x00"

func file(data string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(data)} }

func TestEM2Missing(t *testing.T) {
	c, _, err := emoji.ParseCustom(strings.NewReader("<a>" +
		`<Emoticon Emoji="🥰" Code="1f970"/><Emoticon Emoji="👍" Code="1f44d"/><Emoticon Emoji="❤" Code="2764-fe0f"/>` +
		`<Emoticon Emoji="💎" Code="1f48e"/><Emoticon Emoji="🚗" Code="1f697"/></a>`))
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{
		"1f970.png":        file(png),
		"2764-FE0F.PNG":    file(png),
		"1f48e.png":        file("GIF89a"),
		"1f697.png/x":      file(png), // a folder
		"1f600.png":        file(png),
		"1f601.jpg":        file(png),
		"Thumbs.db":        file(""),
		"short.png":        file(png[:23]),
		"flat.png":         file(png[:20] + "\x00\x00\x00\x00"),
		"thin.png":         file(png[:16] + "\x00\x00\x00\x00\x00\x00\x00\x14"),
		"text\nfile.png":   file("\x89PNG\r\n\x1A\n\x00\x00\x00\x0DIEND\x00\x00\x00\x14\x00\x00\x00\x14"),
		"sub/1f44d.png":    file(png),
		"pipe":             {Data: []byte(png), Mode: fs.ModeNamedPipe},
		"least of all.png": file(png[:24]),
	}
	got, err := c.Missing(folder)
	if err != nil {
		t.Fatal(err)
	}
	entry := func(s string) emoji.Entry {
		e, _ := c.Lookup(emoji.MustParse(s))
		return e
	}
	want := emoji.Images{
		NoImage: []emoji.Entry{entry("👍"), entry("🚗")},
		NoEntry: []string{"1f600.png", "1f601.jpg", "least of all.png"},
		NotPNG:  []string{"1f48e.png", "Thumbs.db", "flat.png", "short.png", "text\nfile.png", "thin.png"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(emoji.Emoji{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	vs := decorum.Violations{
		{Code: decorum.NotFound, Severity: decorum.SeverityError, Path: "/1f44d.png"},
		{Code: decorum.NotFound, Severity: decorum.SeverityError, Path: "/1f697.png"},
		{Code: decorum.Unexpected, Severity: decorum.SeverityWarning, Path: "/1f600.png"},
		{Code: decorum.Unexpected, Severity: decorum.SeverityWarning, Path: "/1f601.jpg"},
		{Code: decorum.Unexpected, Severity: decorum.SeverityWarning},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/1f48e.png", Want: "a PNG image"},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/Thumbs.db", Want: "a PNG image"},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/flat.png", Want: "a PNG image"},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/short.png", Want: "a PNG image"},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Want: "a PNG image"},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: "/thin.png", Want: "a PNG image"},
	}
	if diff := cmp.Diff(vs, got.Violations()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEM2NothingMissing(t *testing.T) {
	folder := fstest.MapFS{}
	for _, e := range emoji.Default().All() {
		folder[e.FileName()] = file(png)
	}
	got, err := emoji.Default().Missing(folder)
	if diff := cmp.Diff(emoji.Images{}, got); diff != "" || err != nil || got.Violations() != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// faulty is a folder of which one file cannot be opened, or cannot be read.
type faulty struct {
	fstest.MapFS
	open error
}

type unreadable struct{ fs.File }

var errDisk = errors.New("disk")

func (unreadable) Read([]byte) (int, error) { return 0, errDisk }

func (f faulty) Open(name string) (fs.File, error) {
	opened, err := f.MapFS.Open(name)
	if name == "b.png" {
		return unreadable{opened}, f.open
	}
	return opened, err
}

func TestMissingFails(t *testing.T) {
	folder := fstest.MapFS{"a.png": file(png), "b.png": file(png), "c.png": file(png)}
	for _, open := range []error{nil, errDisk} {
		got, err := emoji.Default().Missing(faulty{folder, open})
		if !errors.Is(err, errDisk) || len(got.NoEntry) != 1 {
			t.Errorf("got %v, %v", got, err)
		}
	}
	sub, err := fs.Sub(folder, "none")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := emoji.Default().Missing(sub); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestEM2MissingFollowsLinksToFiles(t *testing.T) {
	c, _, err := emoji.ParseCustom(strings.NewReader(`<a><Emoticon Emoji="🥰" Code="1f970"/></a>`))
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{
		"1f970.png":     {Data: []byte("sub/image.png"), Mode: fs.ModeSymlink},
		"sub/image.png": file(png),
	}
	got, err := c.Missing(folder)
	if diff := cmp.Diff(emoji.Images{}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// The code of a family has more digits than a name that a user chose may show.
func TestEM2MissingNamesEveryImage(t *testing.T) {
	family := emoji.MustParse("👨‍👩‍👧‍👦")
	images := emoji.Images{
		NoImage: []emoji.Entry{{Emoji: family, Code: family.Code()}},
		NoEntry: []string{family.FileName(), "555-0199-4711.png"},
		NotPNG:  []string{family.FileName()},
	}
	path := "/1f468-200d-1f469-200d-1f467-200d-1f466.png"
	want := decorum.Violations{
		{Code: decorum.NotFound, Severity: decorum.SeverityError, Path: path},
		{Code: decorum.Unexpected, Severity: decorum.SeverityWarning, Path: path},
		{Code: decorum.Unexpected, Severity: decorum.SeverityWarning},
		{Code: decorum.Malformed, Severity: decorum.SeverityError, Path: path, Want: "a PNG image"},
	}
	if diff := cmp.Diff(want, images.Violations()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
