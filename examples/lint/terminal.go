package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
)

// isTerminal reports whether a stream is a terminal, as far as the standard
// library can tell: a device that takes characters.
func isTerminal(stream any) bool {
	file, ok := stream.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice != 0
}

// hasColours reports whether a stream shows colours and the user wants them
// (https://no-color.org).
func hasColours(stream any) bool {
	if os.Getenv("NO_COLOR") != "" || !isTerminal(stream) {
		return false
	}
	term := os.Getenv("TERM")
	if runtime.GOOS == "windows" {
		return term != "" || os.Getenv("WT_SESSION") != ""
	}
	return term != "" && term != "dumb"
}

// manyFiles is how many files are checked in silence.
const manyFiles = 20

// A progress tells on a terminal how far the program is, in one line that it
// writes over, and what came out in the end. Elsewhere it says nothing.
type progress struct {
	to       io.Writer
	terminal bool
	of, done int
	shown    int // how many characters of the line stand there now
}

func newProgress(to io.Writer) *progress { return &progress{to: to, terminal: isTerminal(to)} }

// step counts a file. About a hundred steps are shown, however many files there
// are.
func (p *progress) step() {
	p.done++
	if !p.terminal || p.of <= manyFiles || p.done%max(p.of/100, 1) != 0 {
		return
	}
	p.clear()
	p.shown, _ = fmt.Fprintf(p.to, "checking %d of %d", p.done, p.of)
}

// clear takes the line away, so that another may be written.
func (p *progress) clear() {
	if p.shown > 0 {
		fmt.Fprintf(p.to, "\r%s\r", strings.Repeat(" ", p.shown))
		p.shown = 0
	}
}

// sum tells what came out.
func (p *progress) sum(errors, warnings int) {
	p.clear()
	if p.terminal {
		fmt.Fprintf(p.to, "%s checked: %s, %s\n", count(p.of, "file"), count(errors, "error"), count(warnings, "warning"))
	}
}

func count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}
