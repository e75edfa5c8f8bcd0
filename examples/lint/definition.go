package main

import (
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// definitions are those of templates, by the name and the language in which a
// request asks for them.
type definitions map[definitionName]template.Notification

type definitionName struct {
	name     string
	language template.Language
}

func nameOf(n template.Notification) definitionName { return definitionName{n.ID.Name(), n.Language} }

// collect returns the definitions among the files that nothing is wrong with, the
// first of each name. What cannot be read is told when the files are checked.
func collect(files []string, s settings) definitions {
	all := definitions{}
	for _, name := range files {
		if name == standardInput {
			continue // can be read but once
		}
		data, size, err := read(name, nil)
		if err != nil || size > maxBytes || kindOf(data, s) != kindTemplate {
			continue
		}
		vs := judge(data, s)
		if s.fix {
			data, vs, _ = mend(data, vs, s) // as it will be
		}
		if vs.HasErrors() {
			continue
		}
		if d, err := cloudapi.DecodeTemplate(data); err == nil {
			if _, known := all[nameOf(d.Notification)]; !known {
				all[nameOf(d.Notification)] = d.Notification
			}
		}
	}
	return all
}

// of returns the definition of the template that a request sends, if there is one.
func (d definitions) of(q cloudapi.Request) (template.Notification, bool) {
	m, _ := q.Message.(message.Structured)
	f, _ := m.Structured.(template.Filled)
	n, ok := d[nameOf(f.Template())]
	return n, ok
}
