package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/decorum-go/decorum"
)

// What the program answers its caller. The worst of all files counts.
const (
	exitFine   = 0 // no error was found; warnings may have been
	exitFaulty = 1 // an error was found
	exitFailed = 2 // the program was misused, or a file could not be read or written
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

	r := newReport(s, stdout)
	exit := exitFine
	fail := func(name string, err error) {
		exit = exitFailed
		r.flush()
		fmt.Fprintf(stderr, "lint: %s\n", visible(reason(name, err)))
	}
	names := list(s.names, fail)
	p := newProgress(stderr, len(names))
	r.beforeWrite = p.clear
	for _, name := range names {
		p.step()
		data, size, err := read(name, stdin)
		if err != nil {
			p.clear()
			fail(name, err)
			continue
		}
		vs := tooLarge(size)
		if len(vs) == 0 {
			vs = judge(data, s)
		}
		if s.fix && size <= maxBytes && len(vs) > 0 {
			mended, mends := mend(data, s)
			if err := write(name, data, mended); err != nil {
				p.clear()
				fail(name, err)
			} else {
				r.mends(name, data, mends)
				data, vs = mended, judge(mended, s)
			}
		}
		r.violations(name, data, vs)
		if exit == exitFine && vs.HasErrors() {
			exit = exitFaulty
		}
	}
	p.clear()
	if err := r.flush(); err != nil {
		fail("standard output", err)
	}
	p.sum(len(names), r.errors, r.warnings)
	return exit
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
