package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/decorum-go/decorum/whatsapp/localize"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// usage returns what the program says about itself.
func usage() string { return fmt.Sprintf(manual, oneOf(localize.Languages())) }

const manual = `usage: lint [flags] FILE…

Checks the JSON of WhatsApp messages: requests that send a message through
Meta's Cloud API, definitions of message templates, inventories of an
installation, and what Meta sends to a webhook. A directory stands for all
*.json files in it and below; "-", or no FILE when something is piped in, for
standard input.

  -profile cloud       what Meta accepts (the default)
  -profile workspace   what the guide of the WhatsApp plug-in accepts
  -profile strictest   what both accept
  -kind auto           find out what each file is (the default)
  -kind request, template, inventory or webhook
                       take every file for one
  -lang en             the language of the messages: %s
  -json                one JSON object a line instead of text
  -fix                 write back what can be mended without a change of meaning

Flags come before files. Each line says  file: /json/pointer: message [code].
Exit status: 0 no errors, 1 errors, 2 misuse or a file that cannot be read.
`

// A profile names whose limits hold.
type profile string

const (
	profileCloud     profile = "cloud"
	profileWorkspace profile = "workspace"
	profileStrictest profile = "strictest"
)

// limits returns what the profile measures by.
func (p profile) limits() message.Limits {
	switch p {
	case profileWorkspace:
		return message.Workspace()
	case profileStrictest:
		return message.Strictest(message.Workspace(), message.CloudAPI())
	default:
		return message.CloudAPI()
	}
}

// A kind is what a file may hold.
type kind string

const (
	kindAuto      kind = "auto"
	kindRequest   kind = "request"
	kindTemplate  kind = "template"
	kindInventory kind = "inventory"
	kindWebhook   kind = "webhook"
)

func kinds() []kind { return []kind{kindAuto, kindRequest, kindTemplate, kindInventory, kindWebhook} }

// settings are what the arguments say.
type settings struct {
	profile  profile
	kind     kind
	language localize.Localizer
	json     bool
	fix      bool
	names    []string
	// definitions are those of the templates among the files.
	definitions definitions
}

func parseSettings(args []string) (settings, error) {
	s := settings{profile: profileCloud, kind: kindAuto}
	f := flag.NewFlagSet("lint", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.BoolVar(&s.json, "json", false, "")
	f.BoolVar(&s.fix, "fix", false, "")
	f.Func("profile", "", choice(&s.profile, profileCloud, profileWorkspace, profileStrictest))
	f.Func("kind", "", choice(&s.kind, kinds()...))
	f.Func("lang", "", func(tag string) error {
		l, err := language(tag)
		s.language = l
		return err
	})
	if err := f.Parse(args); err != nil {
		return s, err
	}
	s.names = f.Args()
	if s.fix && (len(s.names) == 0 || slices.Contains(s.names, standardInput)) {
		return s, fmt.Errorf("-fix writes files: it cannot write to standard input")
	}
	return s, nil
}

// choice returns a flag's parser that takes one of the values.
func choice[T ~string](to *T, values ...T) func(string) error {
	return func(s string) error {
		if !slices.Contains(values, T(s)) {
			return fmt.Errorf("want %s", oneOf(values))
		}
		*to = T(s)
		return nil
	}
}

// language returns the localizer for a tag such as "pt_BR". The localizer itself
// would fall back to English; whoever asks for a language by name wants to know.
func language(tag string) (localize.Localizer, error) {
	l := localize.For(tag)
	base := strings.FieldsFunc(strings.ToLower(tag), func(r rune) bool { return r == '-' || r == '_' })
	if len(base) == 0 || base[0] != l.Language() {
		return l, fmt.Errorf("want %s", oneOf(localize.Languages()))
	}
	return l, nil
}

func oneOf[T ~string](values []T) string {
	var b strings.Builder
	for i, v := range values {
		switch {
		case i == 0:
		case i == len(values)-1:
			b.WriteString(" or ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(string(v))
	}
	return b.String()
}
