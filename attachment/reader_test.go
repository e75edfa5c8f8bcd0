package attachment_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

// counter counts the bytes that are taken from it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func TestInspectReadsTheHeadOnly(t *testing.T) {
	for _, size := range []int{0, 1, attachment.HeadSize - 1, attachment.HeadSize, attachment.HeadSize + 1, 1 << 20} {
		data := bytes.Repeat([]byte("a"), size)
		for name, r := range map[string]io.Reader{
			"at once": bytes.NewReader(data), "by bytes": iotest.OneByteReader(bytes.NewReader(data)),
			"with its end": iotest.DataErrReader(bytes.NewReader(data)),
		} {
			c := &counter{r: r}
			f, err := attachment.Inspect("a.txt", "text/plain", -1, c)
			if err != nil || c.n > attachment.HeadSize {
				t.Errorf("%s, %d bytes: read %d, %v", name, size, c.n, err)
			}
			want := attachment.InspectHead("a.txt", "text/plain", -1, data)
			if diff := cmp.Diff(want, f); diff != "" {
				t.Errorf("%s, %d bytes: %s", name, size, diff)
			}
			known := size < attachment.HeadSize
			if (f.Size == int64(size)) != known || !known && f.Size != attachment.UnknownSize {
				t.Errorf("%s, %d bytes: size %d", name, size, f.Size)
			}
		}
	}
}

type badReader struct{ n int }

func (b badReader) Read([]byte) (int, error) { return b.n, nil }

func TestInspectReadersThatFail(t *testing.T) {
	broken := errors.New("broken")
	if _, err := attachment.Inspect("a", "", 1, iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if _, err := attachment.Inspect("a", "", 1, badReader{0}); !errors.Is(err, io.ErrNoProgress) {
		t.Errorf("%v", err)
	}
	for _, n := range []int{-1, 1 << 30} {
		if _, err := attachment.Inspect("a", "", 1, badReader{n}); err == nil {
			t.Errorf("a count of %d is believed", n)
		}
		if _, err := io.ReadAll(attachment.Limited(badReader{n}, 5)); err == nil {
			t.Errorf("a count of %d is believed", n)
		}
	}
	if n, err := attachment.Limited(badReader{7}, 10).Read(make([]byte, 5)); n != 0 || err == nil {
		t.Errorf("7 bytes in a buffer of 5: %d, %v", n, err)
	}
	f, err := attachment.Inspect("a.jpg", "image/jpeg", -7, nil)
	if want := (attachment.File{Name: "a.jpg", Declared: "image/jpeg", Size: -1}); f != want || err != nil {
		t.Errorf("%+v, %v", f, err)
	}
}

func TestLimitedStopsAtTheLimit(t *testing.T) {
	const limit = 10
	for size := range 2 * limit {
		data := strings.Repeat("x", size)
		for name, r := range map[string]io.Reader{
			"at once": strings.NewReader(data), "by bytes": iotest.OneByteReader(strings.NewReader(data)),
			"with its end": iotest.DataErrReader(strings.NewReader(data)),
		} {
			c := &counter{r: r}
			l := attachment.Limited(c, limit)
			got, err := io.ReadAll(l)
			if string(got) != data[:min(size, limit)] || c.n > limit+1 {
				t.Errorf("%s, %d bytes: gave %d, read %d", name, size, len(got), c.n)
			}
			if (err != nil) != (size > limit) {
				t.Errorf("%s, %d bytes: %v", name, size, err)
			}
			if err == nil {
				continue
			}
			if !errors.Is(err, decorum.TooLarge) || err.Error() != "/size: 11 bytes, at most 10" {
				t.Errorf("%v", err)
			}
			before := c.n
			if n, again := l.Read(make([]byte, 5)); n != 0 || !errors.Is(again, decorum.TooLarge) || c.n != before {
				t.Errorf("reading on: %d, %v", n, again)
			}
		}
	}
	small := make([]byte, 5)
	if n, err := attachment.Limited(strings.NewReader("0123456789"), 7).Read(small); n != 5 || err != nil {
		t.Errorf("a buffer that is filled: %d, %v", n, err)
	}
	broken := errors.New("broken")
	if _, err := io.ReadAll(attachment.Limited(iotest.ErrReader(broken), 5)); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	for _, none := range []int64{0, -1} {
		if _, err := io.ReadAll(attachment.Limited(strings.NewReader("x"), none)); !errors.Is(err, decorum.TooLarge) {
			t.Errorf("limit %d: %v", none, err)
		}
		if got, err := io.ReadAll(attachment.Limited(strings.NewReader(""), none)); len(got) != 0 || err != nil {
			t.Errorf("limit %d: %q, %v", none, got, err)
		}
	}
	if n, err := attachment.Limited(strings.NewReader("x"), 0).Read(nil); n != 0 || err != nil {
		t.Errorf("reading nothing: %d, %v", n, err)
	}
}

func TestSizesBelowZeroAreUnknown(t *testing.T) {
	f, err := attachment.Inspect("a.pdf", "", -7, nil)
	if err != nil || f.Size != attachment.UnknownSize {
		t.Errorf("%d, %v", f.Size, err)
	}
	if f := attachment.InspectHead("a.pdf", "", -7, make([]byte, attachment.HeadSize)); f.Size != attachment.UnknownSize {
		t.Errorf("%d", f.Size)
	}
}
