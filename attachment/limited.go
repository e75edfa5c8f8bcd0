package attachment

import (
	"io"

	"github.com/decorum-go/decorum"
)

// Limited returns a reader that gives at most maxBytes bytes of r. If r has
// more, the read that would give the next one fails with a *decorum.Error that
// holds [decorum.TooLarge] at /size, and so does every read after it: a file whose
// size was not known, or was told wrong, cannot pass as one that was cut. At most
// maxBytes+1 bytes are read from r. Other errors are those of r.
//
//	body := attachment.Limited(r, profile.MaxBytes(f.Type()))
func Limited(r io.Reader, maxBytes int64) io.Reader {
	return &limited{r: r, left: max(maxBytes, 0), limit: max(maxBytes, 0)}
}

type limited struct {
	r           io.Reader
	left, limit int64
	err         error
}

func (l *limited) Read(p []byte) (int, error) {
	if l.err != nil || len(p) == 0 {
		return 0, l.err
	}
	if l.left > 0 {
		p = p[:min(int64(len(p)), l.left)]
		n, err := l.r.Read(p)
		if n < 0 || n > len(p) {
			n, err = 0, impossibleCount()
		}
		l.left -= int64(n)
		l.err = err
		return n, err
	}
	var next [1]byte
	n, err := l.r.Read(next[:])
	if n > 0 {
		v := decorum.Violation{
			Code: decorum.TooLarge, Severity: decorum.SeverityError, Path: pathSize,
			Limit: l.limit, Actual: l.limit + 1, Unit: decorum.Bytes,
		}
		err = v.Err()
	}
	l.err = err
	return 0, err
}
