// Command quickstart shows a whole WhatsApp conversation on one page of the
// terminal, or tells what your own webhooks mean:
//
//	go run ./examples/quickstart                 the conversation
//	go run ./examples/quickstart FILE…           your webhooks, as Meta sent them
//	go run ./examples/quickstart - <body.json    one from the standard input
//	go run ./examples/quickstart -json …         the same for programs
//
// The conversation is that of a bicycle shop with a customer. It is made of webhook
// bodies in the folder webhooks and of what the shop's agent does; nothing else goes
// in: no clock, no network, no key. The page shows what the library decides at each
// step and why, the transcript that comes of it, and the requests that go to Meta.
//
// Read host.go first. It is the program around the library: how it handles a
// webhook, carries out a decision and sends a message fits on a page, and is meant
// to be copied. Then story.go, the script that you see played; play.go lets its time
// pass, with the one timer that a host needs. The file webhooks.go plays yours, and
// page.go, thread.go and json.go draw.
//
// With -json, each line is one JSON object. Its "kind" is "step" for what happened,
// with the command, the events, the verdict and the request; then "faults" for a
// file with something wrong; then "conversation" with the transcript, and what the
// policy says to a text at its end.
//
// Colours are for terminals alone, and not if NO_COLOR is set
// (https://no-color.org). The exit status is 0; 1 if a file cannot be read or has
// faults, which are told with their places; and 2 for a wrong call, or where the
// page cannot be written.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

const usage = `usage: quickstart [-json] [FILE… | -]

Without a FILE it plays a conversation of its own. A FILE is the body of a
webhook of Meta's Cloud API; - is the standard input.

  -json    one JSON object per line instead of a page
`

// run is the whole program; it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("quickstart", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	asJSON := flags.Bool("json", false, "")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage)
		return 0
	case err != nil: // it may hold the name of a file that begins with a hyphen
		fmt.Fprintf(stderr, "quickstart: %s\n\n%s", safe(err.Error()), usage)
		return 2
	}
	var r report
	var err error
	if flags.NArg() == 0 {
		r, err = story()
	} else {
		r, err = webhooks(flags.Args(), stdin)
	}
	if err == nil && *asJSON {
		err = writeJSON(stdout, r)
	} else if err == nil {
		err = draw(stdout, r, colors(stdout))
	}
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "quickstart:", err)
		return 2
	case r.faulty():
		return 1
	}
	return 0
}
