package validation

import (
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

// ruleTag is the one validation that Register adds. Each tag of ours is an alias
// of it, with the rule's name and limit as its parameter: a field error then
// carries all that is needed to apply the rule again, and a host's own tag of
// the same name can be told from ours.
const ruleTag = "decorum"

// A rule is what one tag asks of a text. The text that check gets is valid UTF-8
// and has something visible in it.
type rule struct {
	tag   string
	check func(s string, l template.Limits) decorum.Violations
	// limit is the one limit that the rule measures by; nil for none.
	limit func(l *template.Limits) *decorum.Limit
	// raw: check looks at UTF-8 and visibility itself.
	raw bool
	// quick: a simple text within the limit is always right.
	quick bool
}

// rules are all tags, in the order of the table in the package's comment.
var rules = [...]rule{
	{tag: "wa_header", check: header, limit: func(l *template.Limits) *decorum.Limit { return &l.HeaderText }, quick: true},
	{tag: "wa_body", check: body, limit: func(l *template.Limits) *decorum.Limit { return &l.Body }, quick: true},
	{tag: "wa_footer", check: footer, limit: func(l *template.Limits) *decorum.Limit { return &l.Footer }, quick: true},
	{tag: "wa_button", check: button, limit: func(l *template.Limits) *decorum.Limit { return &l.Label }, quick: true},
	{tag: "wa_button_url", check: buttonURL, limit: func(l *template.Limits) *decorum.Limit { return &l.URL }},
	{tag: "wa_reply_title", check: replyTitle, limit: func(l *template.Limits) *decorum.Limit { return &l.ReplyTitle }, quick: true},
	{tag: "wa_reply_id", check: replyID, limit: func(l *template.Limits) *decorum.Limit { return &l.ReplyID }, quick: true},
	{tag: "wa_list_body", check: listBody, limit: func(l *template.Limits) *decorum.Limit { return &l.ListBody }, quick: true},
	{tag: "wa_menu", check: menu, limit: func(l *template.Limits) *decorum.Limit { return &l.Menu }, quick: true},
	{tag: "wa_section_title", check: sectionTitle, limit: func(l *template.Limits) *decorum.Limit { return &l.SectionTitle }, quick: true},
	{tag: "wa_row_title", check: rowTitle, limit: func(l *template.Limits) *decorum.Limit { return &l.RowTitle }, quick: true},
	{tag: "wa_row_description", check: rowDescription, limit: func(l *template.Limits) *decorum.Limit { return &l.RowDescription }, quick: true},
	{tag: "wa_row_id", check: rowID, limit: func(l *template.Limits) *decorum.Limit { return &l.RowID }, quick: true},
	{tag: "wa_parameter", check: parameter, quick: true},
	{tag: "wa_body_parameter", check: bodyParameter, quick: true},
	{tag: "wa_text", check: anyText, quick: true},
	{tag: "wa_template_id", check: templateID, raw: true},
	{tag: "wa_language", check: language, raw: true},
	{tag: "wa_id", check: whatsAppID, raw: true},
	{tag: "wa_user_id", check: userID, raw: true},
	{tag: "wa_username", check: username, raw: true},
	{tag: "phone", check: number, raw: true},
	{tag: "phone_valid", check: validNumber, raw: true},
	{tag: "wa_url", check: webAddress, raw: true},
	{tag: "wa_safe_url", check: safeAddress, raw: true},
	{tag: "map_url", check: mapURL, raw: true},
	{tag: "wa_point", check: point, raw: true},
	{tag: "wa_emoji", check: oneEmoji},
	{tag: "wa_file_name", check: fileName, raw: true},
}

// strictSpacing, after the name of a rule, says that line breaks, tabs and runs
// of spaces are refused.
const strictSpacing = "strict"

// parameterOf returns what the alias of the rule gives to ruleTag: "wa_body 1024
// code_points". Spaces, letters, digits and underscores mean nothing to the
// validator's own grammar.
func (r *rule) parameterOf(l *template.Limits) string {
	switch {
	case r.tag == "wa_body_parameter" && l.BodySpacing == decorum.SeverityError:
		return r.tag + " " + strictSpacing
	case r.limit == nil || *r.limit(l) == decorum.Limit{}:
		return r.tag
	}
	limit := *r.limit(l)
	switch {
	case limit.Unit == 0:
		limit.Unit = decorum.CodePoints
	case limit.Unit > decorum.Bytes:
		limit.Unit = decorum.Bytes // what such a limit counts in a text
	}
	return r.tag + " " + strconv.Itoa(limit.Max) + " " + limit.Unit.String()
}

// read undoes parameterOf. The limits have the rule's own limit alone.
func read(param string) (r *rule, l template.Limits, ok bool) {
	name, rest, more := strings.Cut(param, " ")
	for i := range rules {
		if rules[i].tag == name {
			r = &rules[i]
		}
	}
	switch {
	case r == nil:
		return nil, l, false
	case !more:
		return r, l, true
	case rest == strictSpacing:
		l.BodySpacing = decorum.SeverityError
		return r, l, true
	}
	most, unit, _ := strings.Cut(rest, " ")
	n, err := strconv.Atoi(most)
	var u decorum.Unit
	if err != nil || u.UnmarshalText([]byte(unit)) != nil || r.limit == nil {
		return nil, l, false
	}
	*r.limit(&l) = decorum.Limit{Max: n, Unit: u}
	return r, l, true
}

// A tagged rule is what one parameter of ruleTag means.
type tagged struct {
	rule   *rule
	limits template.Limits
	// limit is the one of limits that the rule measures by.
	limit decorum.Limit
}

// tagAll returns what each tag asks under the limits, by its parameter.
func tagAll(l *template.Limits) map[string]tagged {
	all := make(map[string]tagged, len(rules))
	for i := range rules {
		param := rules[i].parameterOf(l)
		r, limits, known := read(param)
		if !known {
			continue
		}
		t := tagged{rule: r, limits: limits}
		if r.limit != nil {
			t.limit = *r.limit(&limits)
		}
		all[param] = t
	}
	return all
}

// passes reports whether the rule finds nothing wrong with s.
func (t *tagged) passes(s string) bool {
	return t.rule.quick && simple(s) && !t.limit.Over(s) || len(t.rule.apply(s, t.limits)) == 0
}

// simple reports whether s is printable ASCII with single spaces within, and
// without braces: a text that no rule but a limit has anything against. Most
// texts in Latin letters are; it spares them the message that others are put in.
func simple(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == '{' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space
}

// apply returns the errors that the rule finds in s, without a path.
func (r *rule) apply(s string, l template.Limits) decorum.Violations {
	if s == "" {
		return fault(decorum.Required)
	}
	if !r.raw {
		if bad := decorum.InvalidOffset(s); bad >= 0 {
			return decorum.Violations{{
				Code: decorum.InvalidUTF8, Severity: decorum.SeverityError, Span: decorum.Span{Start: bad, End: len(s)},
			}}
		}
		if !decorum.HasVisible(s) {
			return fault(decorum.Blank)
		}
	}
	return r.check(s, l)
}

func fault(code decorum.Code) decorum.Violations {
	return decorum.Violations{{Code: code, Severity: decorum.SeverityError}}
}
