package validation

import (
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/link"
)

func templateID(s string, _ template.Limits) decorum.Violations {
	_, err := template.ParseID(s)
	return of(err)
}

func language(s string, _ template.Limits) decorum.Violations {
	_, err := template.ParseLanguage(s)
	return of(err)
}

func whatsAppID(s string, _ template.Limits) decorum.Violations {
	_, err := identity.ParseWhatsAppID(s)
	return of(err)
}

func userID(s string, _ template.Limits) decorum.Violations {
	_, err := identity.ParseUserID(s)
	return of(err)
}

func username(s string, _ template.Limits) decorum.Violations {
	_, err := identity.ParseUsername(s)
	return of(err)
}

func number(s string, _ template.Limits) decorum.Violations {
	_, err := phone.Parse(s)
	return of(err)
}

func validNumber(s string, _ template.Limits) decorum.Violations {
	n, err := phone.Parse(s)
	if err != nil {
		return of(err)
	}
	return n.Check()
}

func webAddress(s string, _ template.Limits) decorum.Violations {
	return slices.DeleteFunc(link.Check(s), func(v decorum.Violation) bool { return v.Severity != decorum.SeverityError })
}

func safeAddress(s string, _ template.Limits) decorum.Violations { return severe(link.Check(s)) }

func mapURL(s string, _ template.Limits) decorum.Violations {
	_, err := location.ParseMapURL(s)
	return of(err)
}

func point(s string, _ template.Limits) decorum.Violations {
	_, err := location.Parse(s)
	return of(err)
}

func oneEmoji(s string, _ template.Limits) decorum.Violations {
	if _, single := emoji.Single(s); single {
		return nil
	}
	return decorum.Violations{{Code: decorum.Malformed, Severity: decorum.SeverityError, Want: "one emoji"}}
}

func fileName(s string, _ template.Limits) decorum.Violations { return attachment.CheckName(s) }

// of returns the violations of a parser's error, warnings apart.
func of(err error) decorum.Violations {
	var vs decorum.Violations
	for v := range decorum.All(err) {
		if v.Severity == decorum.SeverityError {
			vs = vs.Add(v)
		}
	}
	return vs
}

// severe returns the violations as errors.
func severe(vs decorum.Violations) decorum.Violations {
	for i := range vs {
		vs[i].Severity = decorum.SeverityError
	}
	return vs
}
