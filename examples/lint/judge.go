package main

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

// byteOrderMark is what some editors write before a text in UTF-8, and JSON may
// not have (RFC 8259 §8.1).
const byteOrderMark = "\uFEFF"

// judge returns everything that is wrong with a file.
func judge(data []byte, s settings) decorum.Violations {
	document, marked := bytes.CutPrefix(data, []byte(byteOrderMark))
	vs := judgeDocument(document, s)
	if marked {
		vs = decorum.Violations{{
			Code: decorum.ForbiddenCharacter, Severity: decorum.SeverityError, Want: noMark,
		}}.Join(nil, vs)
	}
	return vs
}

const noMark = "no byte order mark"

// judgeDocument returns everything that is wrong with the JSON of a file. This is
// where the library works: pointers in what it returns lead into the JSON as it
// is.
func judgeDocument(data []byte, s settings) decorum.Violations {
	limits := s.profile.limits()
	switch kindOf(data, s) {
	case kindRequest:
		request, err := cloudapi.DecodeRequest(data)
		if err != nil {
			return found(err)
		}
		if n, ok := s.definitions.of(request); ok {
			request = request.WithTemplate(n)
		}
		return request.Check(limits)
	case kindTemplate:
		definition, err := cloudapi.DecodeTemplate(data)
		switch {
		case err != nil:
			return found(err)
		case s.profile == profileWorkspace:
			return definition.Check(limits.Structured)
		case s.profile == profileStrictest:
			return union(definition.Check(limits.Structured), definition.Lint())
		default: // Meta's limits are among what Meta approves
			return definition.Lint()
		}
	case kindInventory:
		inventory, err := deploy.ParseInventory(data)
		if err != nil {
			return found(err)
		}
		return deploy.Check(inventory)
	case kindWebhook:
		notices, err := cloudapi.Decode(data)
		if err == nil && notices.Len() == 0 {
			return decorum.Violations{{Code: decorum.Required, Severity: decorum.SeverityError, Path: "/entry"}}
		}
		return found(err)
	default:
		return decorum.Violations{{
			Code: decorum.Unknown, Severity: decorum.SeverityError, Want: oneOf(kinds()[1:]),
		}}
	}
}

// kindOf returns what a file holds: what the arguments say, or else what the
// members of its JSON tell; "" for something else. What is no JSON at all counts
// as a request, which tells where it ends to be JSON.
func kindOf(data []byte, s settings) kind {
	if s.kind != kindAuto {
		return s.kind
	}
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	if isInventory(data) {
		return kindInventory
	}
	switch cloudapi.Detect(data) {
	case cloudapi.SendDocument:
		return kindRequest
	case cloudapi.TemplateDocument:
		return kindTemplate
	case cloudapi.WebhookDocument:
		return kindWebhook
	}
	if !json.Valid(data) {
		return kindRequest
	}
	return ""
}

// isInventory reports whether a document has members that only inventories have.
// One of nothing but components, which templates have as well, is told by the type
// of the first.
func isInventory(data []byte) bool {
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil || members["messaging_product"] != nil {
		return false
	}
	for _, name := range []string{"tenant", "without_roles", "overrides", "objects", "roles", "attached_data"} {
		if members[name] != nil {
			return true
		}
	}
	var components []struct {
		Type deploy.ComponentType `json:"type"`
	}
	return json.Unmarshal(members["components"], &components) == nil && len(components) > 0 && components[0].Type.DisplayName() != ""
}

// found returns the violations that an error holds.
func found(err error) (vs decorum.Violations) {
	for v := range decorum.All(err) {
		vs = vs.Add(v)
	}
	return vs
}

// union returns the violations of both lists, those at the same place once, with
// the graver severity.
func union(a, b decorum.Violations) decorum.Violations {
	for _, v := range b {
		i := slices.IndexFunc(a, func(w decorum.Violation) bool {
			return v.Code == w.Code && v.Path == w.Path && v.Span == w.Span
		})
		switch {
		case i < 0:
			a = a.Add(v)
		case v.Severity == decorum.SeverityError:
			a[i].Severity = v.Severity
		}
	}
	return a
}
