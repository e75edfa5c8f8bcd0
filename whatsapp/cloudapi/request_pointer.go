package cloudapi

import (
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// pointed returns violations of the message with pointers into the request.
func (q Request) pointed(vs decorum.Violations) decorum.Violations {
	if len(vs) == 0 {
		return nil
	}
	g := q.places.guide()
	for i := range vs {
		if vs[i].Code == decorum.Truncated {
			continue // of the list itself
		}
		if vs[i].Code == decorum.Required && vs[i].Want == "" {
			vs[i].Want = q.lack(vs[i].Path)
		}
		if at, ok := g.find(strings.TrimPrefix(vs[i].Path, "/structured")); ok {
			vs[i].Path = at
		} else {
			vs[i].Path = q.pointer(vs[i].Path)
		}
	}
	return vs
}

// pointer returns where a part of the message would stand in the request that
// [Encode] makes.
func (q Request) pointer(path string) string {
	switch m := q.Message.(type) {
	case message.Unknown:
		return "/type"
	case message.Structured:
		switch m.Structured.(type) {
		case nil:
			return "/" + memberText(q.document, "type")
		case template.Filled:
			// Components may be in any order, and what is here has no place.
			if strings.HasPrefix(path, "/structured/arguments/") || strings.HasPrefix(path, "/structured/text/") {
				return "/template/components"
			}
		}
	}
	return WirePointer(q.Message, path)
}

// lack says which value or component is missing at a path into the arguments of a
// template; "" for other paths.
func (q Request) lack(path string) string {
	m, _ := q.Message.(message.Structured)
	f, ok := m.Structured.(template.Filled)
	tokens, err := decorum.SplitPointer(path)
	if !ok || err != nil || len(tokens) < 3 || tokens[1] != "arguments" {
		return ""
	}
	a := f.Arguments()
	v, tokens := a.Body, tokens[2:]
	if i := index(tokens, 1); tokens[0] == "cards" && len(tokens) > 2 {
		v, tokens = template.Values{}, tokens[2:]
		if i < len(a.Cards) {
			v = a.Cards[i].Body
		}
	}
	switch tokens[0] {
	case "header", "body":
		if tokens[0] == "header" {
			v = a.Header
		}
		if len(tokens) < 2 {
			return ""
		}
		name := tokens[1]
		if i := index(tokens, 1); i >= 0 && !v.IsNamed() {
			name = strconv.Itoa(i + 1)
		}
		if tokens[0] == "header" {
			return "a value for {{" + name + "}} of the header"
		}
		return "a value for {{" + name + "}}"
	case "buttons":
		if len(tokens) < 2 {
			return ""
		}
		return "a button component with index " + tokens[1]
	case "media", "place":
		return "a header component"
	case "expires":
		return "a limited_time_offer component"
	}
	return ""
}
