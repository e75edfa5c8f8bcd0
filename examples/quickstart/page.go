package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/localize"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// The columns of the page.
const (
	width  = 100
	margin = 20 // where it stands what happens
	answer = 78 // where it stands what the library says
)

// A style is how a terminal draws a text: the number of an SGR sequence.
type style string

const (
	plain  style = ""
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	cyan   style = "36"
)

// A page draws a report.
type page struct {
	out   *bufio.Writer
	color bool
	maps  location.Maps
	day   string
}

// colors reports whether what is written is seen on a terminal that draws colours.
func colors(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	if runtime.GOOS == "windows" && os.Getenv("WT_SESSION") == "" && os.Getenv("TERM") == "" {
		return false // the old console may show the sequences themselves
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// draw draws the page.
func draw(w io.Writer, r report, color bool) error {
	p := &page{out: bufio.NewWriter(w), color: color, maps: r.config.Options.Maps}
	p.line(p.paint(bold, "DECORUM"), "  ", r.Title)
	p.line("\n", p.paint(dim, pad(" time UTC  who", margin)+pad("what happens", answer-margin)+"what the library says"))
	if r.policy != nil {
		var words localize.Localizer
		t := r.policy.Thresholds()
		p.line(p.paint(dim, pad("", margin)+"● an answer is due: green, yellow after "+words.Duration(t.Warning)+", red after "+words.Duration(t.Maximum)))
	}
	for _, c := range r.Chapters {
		p.chapter(c)
	}
	for _, t := range r.Talks {
		p.talk(t, r)
	}
	p.requests(r)
	if r.Closing != "" {
		p.line("\n", p.paint(dim, r.Closing))
	}
	return p.out.Flush()
}

// chapter draws what came of one file.
func (p *page) chapter(c chapter) {
	if c.File != "" {
		p.line(" ", p.paint(bold, safe(c.File)))
	}
	for _, s := range c.Steps {
		p.step(s)
	}
	switch {
	case c.Wrong != "":
		p.detail(red, c.Wrong)
	case len(c.Steps) == 0 && len(c.Faults) == 0:
		p.detail(dim, "a webhook that tells nothing")
	}
	for _, v := range c.Faults {
		p.detail(red, v.String())
	}
}

func (p *page) line(parts ...string) {
	for _, s := range parts {
		p.out.WriteString(s)
	}
	p.out.WriteByte('\n')
}

// paint draws a text that is safe.
func (p *page) paint(s style, text string) string {
	if !p.color || s == plain || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// step draws what happened on the left, and what the library says to it on the
// right.
func (p *page) step(s step) {
	if day := s.At.Format("Monday, 2 January 2006"); day != p.day && !s.At.IsZero() {
		p.day = day
		p.line(" ", p.paint(bold, day))
	}
	who, ok := map[string]style{"webhook": cyan, "timer": yellow, "desk": dim}[s.By]
	if !ok {
		who = bold // an agent
	}
	text, says := wrap(safe(does(s)), answer-margin-2, ""), p.says(s)
	for i := range text {
		left := strings.Repeat(" ", margin)
		if i == 0 {
			left = p.paint(dim, pad(" "+clock(s.At), 11)) + p.paint(who, pad(safe(s.By), margin-11))
		}
		if i > 0 || says == "" {
			p.line(left, text[i])
			continue
		}
		p.line(left, pad(text[i]+"  ", answer-margin), says)
	}
	p.details(s)
}

func clock(at time.Time) string {
	if at.IsZero() {
		return "--:--:--"
	}
	return at.Format(time.TimeOnly)
}

// says returns what the library says to a step.
func (p *page) says(s step) string {
	switch v := s.Verdict; {
	case s.Err != nil:
		return p.paint(red, "refused")
	case v != nil && v.Decision == whatsapp.Send && v.Until.IsZero():
		return p.paint(green, "send") + " at any time"
	case v != nil && v.Decision == whatsapp.Send:
		return p.paint(green, "send") + " until " + v.Until.Format("Mon 15:04")
	case v != nil && v.Decision == whatsapp.Refuse:
		return p.paint(red, "refuse")
	case v != nil:
		return p.paint(yellow, "send as notification")
	}
	var names []string
	for _, e := range s.Events {
		names = append(names, inWords(e))
	}
	if s.Notice != nil && s.Command != nil && len(names) == 0 {
		names = append(names, "nothing new")
	}
	if s.Waits != whatsapp.LevelNone {
		names = append(names, p.level(s.Waits))
	}
	return strings.Join(names, ", ")
}

// inWords says what an event is: its name, in words that are read.
func inWords(e whatsapp.Event) string {
	switch e := e.(type) {
	case whatsapp.Offered:
		if !e.Until.IsZero() {
			return "offered until " + e.Until.Format(time.TimeOnly)
		}
	case whatsapp.StatusChanged:
		return "noted: " + e.Status.String()
	}
	return strings.ReplaceAll(e.Name(), "_", " ")
}

func (p *page) level(l whatsapp.Level) string {
	c := map[whatsapp.Level]style{whatsapp.LevelGreen: green, whatsapp.LevelYellow: yellow, whatsapp.LevelRed: red}[l]
	return p.paint(c, "● "+l.String())
}

// detail draws a text below a step.
func (p *page) detail(s style, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		for _, part := range wrap(safe(line), width-margin-2, "") {
			p.line(strings.Repeat(" ", margin+2), p.paint(s, part))
		}
	}
}

// details draws what else is worth knowing of a step.
func (p *page) details(s step) {
	for v := range decorum.All(s.Err) {
		p.detail(red, v.String())
	}
	if m, ok := s.Draft.(message.Structured); ok {
		p.structured(m.Structured)
	}
	if v := s.Verdict; v != nil && v.Decision == whatsapp.Refuse {
		for _, why := range v.Why {
			p.detail(red, reason(why))
		}
		switch v.Instead {
		case whatsapp.InsteadText:
			p.detail(plain, "instead: a plain text; it goes out within the default notification")
		case whatsapp.InsteadNotification:
			p.detail(plain, "instead: a notification")
		}
	} else if v != nil && v.Decision == whatsapp.SendAsNotification {
		p.detail(plain, "goes out as: "+v.Message.Preview().Text)
		if shut, ok := s.Window.Closes(); ok {
			p.detail(dim, "because free messages ended at "+clock(shut)+", 24 hours after the customer wrote")
		}
	}
	if r, ok := s.Command.(whatsapp.Receive); ok {
		p.received(r.Message)
	}
	if s.Notice != nil {
		for _, f := range faultsOf(s.Notice) {
			a := f.Advice()
			p.detail(red, fmt.Sprintf("%d %s: %s", f.Code, a.Title, a.Meaning))
			p.detail(plain, a.Remedy)
		}
	}
}

// reason says why a message is refused. The library measures in seconds, which
// nobody reads; localize has the words.
func reason(v decorum.Violation) string {
	if v.Code != decorum.WindowClosed || v.Unit != decorum.Seconds || v.Actual < v.Limit {
		return v.String()
	}
	var words localize.Localizer
	over := words.Duration(time.Duration(v.Actual-v.Limit) * time.Second)
	v.Limit, v.Actual, v.Unit, v.Want = 0, 0, 0, ""
	return v.String() + " (" + over + " late)"
}

// structured draws the parts of a structured message beside its body.
func (p *page) structured(m template.Structured) {
	if f, ok := m.(template.Filled); ok {
		n := f.Template()
		p.detail(dim, fmt.Sprintf("the template %s (%s): %s", n.ID, n.Language, n.Body))
	}
	preview := m.Preview()
	p.detail(plain, strings.TrimSpace(preview.Footer.Text+"   "+options(preview)))
}

// options tells the options of a structured message in one line, the chosen one
// marked.
func options(m template.Preview) string {
	var all []string
	for _, section := range m.Sections {
		for _, o := range section.Options {
			mark := "[ ] "
			if o.Chosen {
				mark = "[x] "
			}
			all = append(all, mark+o.Title)
		}
	}
	return strings.Join(all, "   ")
}

// received draws what is to be known of a message that came in.
func (p *page) received(m message.Message) {
	if m, ok := m.(message.Location); ok {
		place := m.Place.Preview(p.maps)
		for _, link := range [][2]string{{"map      ", place.Link}, {"picture  ", place.ImageURL}} {
			if link[1] != "" {
				p.detail(dim, link[0]+link[1])
			}
		}
	}
}
