package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/decorum-go/decorum"
)

// What the program answers its caller: the gravest thing that happened.
const (
	exitFine   = 0 // no errors were found; warnings may have been
	exitFaulty = 1 // an error was found
	exitFailed = 2 // misuse, or a file that could not be read or written
)

// run is the program: what it prints and answers for the arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s, err := parseSettings(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage())
		return exitFine
	case err != nil:
		fmt.Fprintf(stderr, "lint: %s\nRun it with -help for what it takes.\n", visible(err.Error()))
		return exitFailed
	case len(s.names) == 0 && isTerminal(stdin):
		fmt.Fprint(stderr, usage())
		return exitFailed
	case len(s.names) == 0:
		s.names = []string{standardInput}
	}
	p := &program{
		settings: s, stdin: stdin, stderr: stderr,
		report: newReport(s, stdout), progress: newProgress(stderr),
	}
	p.report.beforeWrite = p.progress.clear
	return p.run()
}

// A program goes through the files.
type program struct {
	settings settings
	stdin    io.Reader
	stderr   io.Writer
	report   *report
	progress *progress
	exit     int
}

func (p *program) run() int {
	names := list(p.settings.names, p.fail)
	if len(names) > 1 {
		p.settings.definitions = collect(names, p.settings)
	}
	p.progress.of = len(names)
	for _, name := range names {
		p.progress.step()
		if err := p.file(name); err != nil {
			p.fail(name, err)
		}
	}
	if err := p.report.flush(); err != nil {
		p.fail("standard output", err)
	}
	p.progress.sum(p.report.errors, p.report.warnings)
	return p.exit
}

// file checks one file, and mends it if that is asked for. The error is that of
// reading or writing it.
func (p *program) file(name string) error {
	data, size, err := read(name, p.stdin)
	if err != nil {
		return err
	}
	vs := tooLarge(size)
	if len(vs) == 0 {
		vs = judge(data, p.settings)
		if p.settings.fix {
			mended, left, mends := mend(data, vs, p.settings)
			if err = write(name, data, mended); err == nil {
				p.report.mends(name, data, mends)
				data, vs = mended, left
			}
		}
	}
	p.report.violations(name, data, vs, switchedOff(data, p.settings))
	if vs.HasErrors() {
		p.exit = max(p.exit, exitFaulty)
	}
	return err
}

// fail tells why a file could not be read or written. The others are checked all
// the same.
func (p *program) fail(name string, err error) {
	p.exit = exitFailed
	p.progress.clear()
	fmt.Fprintf(p.stderr, "lint: %s\n", visible(reason(name, err)))
}

// tooLarge tells of a file that is not read for its size.
func tooLarge(size int64) decorum.Violations {
	if size <= maxBytes {
		return nil
	}
	return decorum.Violations{{
		Code: decorum.TooLarge, Severity: decorum.SeverityError,
		Limit: maxBytes, Actual: size, Unit: decorum.Bytes,
	}}
}
