package validation

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// The texts of messages are judged by the Check of a message that has nothing
// else wrong with it, so that a tag and a message never differ.

func header(s string, l template.Limits) decorum.Violations {
	return at("/header/text", replies(template.TextHeader{Text: s}, sample, sample, sample).Check(l))
}

func body(s string, l template.Limits) decorum.Violations {
	return at("/body", replies(nil, s, sample, sample).Check(l))
}

func replyID(s string, l template.Limits) decorum.Violations {
	return at("/buttons/0/id", replies(nil, sample, s, sample).Check(l))
}

func replyTitle(s string, l template.Limits) decorum.Violations {
	return at("/buttons/0/title", replies(nil, sample, sample, s).Check(l))
}

func footer(s string, l template.Limits) decorum.Violations {
	return at("/footer", template.Notification{ID: sample, Language: "en", Body: sample, Footer: s}.Check(l))
}

func button(s string, l template.Limits) decorum.Violations {
	return at("/buttons/0/text", withButton(template.QuickReply{Text: s}).Check(l))
}

func buttonURL(s string, l template.Limits) decorum.Violations {
	return at("/buttons/0/url", withButton(template.URLButton{Text: sample, URL: s}).Check(l))
}

func listBody(s string, l template.Limits) decorum.Violations {
	return at("/body", list(s, sample, template.Section{Rows: []template.Row{{ID: sample, Title: sample}}}).Check(l))
}

func menu(s string, l template.Limits) decorum.Violations {
	return at("/menu", list(sample, s, template.Section{Rows: []template.Row{{ID: sample, Title: sample}}}).Check(l))
}

func sectionTitle(s string, l template.Limits) decorum.Violations {
	return at("/sections/0/title", list(sample, sample, template.Section{Title: s, Rows: []template.Row{{ID: sample, Title: sample}}}).Check(l))
}

func rowID(s string, l template.Limits) decorum.Violations {
	return at("/sections/0/rows/0/id", list(sample, sample, template.Section{Rows: []template.Row{{ID: s, Title: sample}}}).Check(l))
}

func rowTitle(s string, l template.Limits) decorum.Violations {
	return at("/sections/0/rows/0/title", list(sample, sample, template.Section{Rows: []template.Row{{ID: sample, Title: s}}}).Check(l))
}

func rowDescription(s string, l template.Limits) decorum.Violations {
	row := template.Row{ID: sample, Title: sample, Description: s}
	return at("/sections/0/rows/0/description", list(sample, sample, template.Section{Rows: []template.Row{row}}).Check(l))
}

// parameter judges a value for a header or a button: like a title without a
// limit of its own, since the filled text is what is measured (NT4).
func parameter(s string, _ template.Limits) decorum.Violations {
	return replyTitle(s, template.Limits{})
}

// bodyParameter judges a value for a body, where line breaks and runs of spaces
// are an error only under some limits (NT4).
func bodyParameter(s string, l template.Limits) decorum.Violations {
	if l.BodySpacing != decorum.SeverityError {
		return nil
	}
	return parameter(s, l)
}

func anyText(string, template.Limits) decorum.Violations { return nil }

// sample is a text that is right wherever it stands.
const sample = "ok"

func replies(header template.Header, body, id, title string) template.ReplyButtons {
	return template.ReplyButtons{Header: header, Body: body, Buttons: []template.Reply{{ID: id, Title: title}}}
}

func list(body, menu string, section template.Section) template.List {
	return template.List{Body: body, Menu: menu, Sections: []template.Section{section}}
}

func withButton(b template.Button) template.Notification {
	return template.Notification{ID: sample, Language: "en", Body: sample, Buttons: []template.Button{b}}
}

// at returns the errors at the path, without the path.
func at(path string, vs decorum.Violations) decorum.Violations {
	var found decorum.Violations
	for _, v := range vs {
		if v.Path == path && v.Severity == decorum.SeverityError {
			v.Path = ""
			found = found.Add(v)
		}
	}
	return found
}
