package main

import "io"

// Run is the whole program.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return run(args, stdin, stdout, stderr)
}

// The parts that are tested by themselves.
func Safe(s string) string                             { return safe(s) }
func Columns(s string) int                             { return columns(s) }
func Wrap(s string, width int, indent string) []string { return wrap(s, width, indent) }
func WrapJSON(s string, width int) []string            { return wrapJSON(s, width) }
func Colors(w io.Writer) bool                          { return colors(w) }
func DrawStory(w io.Writer, color bool) error {
	r, err := story()
	if err != nil {
		return err
	}
	return draw(w, r, color)
}
