package cloudapi

import (
	"strings"
	"time"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// A TemplateName says which template a notice is about.
type TemplateName struct {
	// ID is Meta's number of it.
	ID string
	// Name and Language are as they were written; webhooks have "en-US" for the
	// "en_US" of requests.
	Name, Language string
}

// TemplateStatus tells that Meta's approval of a template changed: put the status
// into the [template.Notification], and what is paused or rejected is not sent
// (guide NT8).
type TemplateStatus struct {
	header
	// Template is the template.
	Template TemplateName
	// Status is what it is now.
	Status template.Status
	// Category is what it is for; "" where Meta does not tell.
	Category template.Category
	// Reason is Meta's word for why it was rejected, such as "INVALID_FORMAT"; "NONE"
	// or "" for no reason.
	Reason string
	// Disabled is the day when it will be or was disabled, as Meta writes it.
	Disabled string
	// Title and Description tell more of a pause, such as "FIRST_PAUSE".
	Title, Description string
	// Rejection is Meta's English for why it was rejected, and Recommendation for
	// what to do.
	Rejection, Recommendation string
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// TemplateQuality tells that the quality of a template changed.
type TemplateQuality struct {
	header
	// Template is the template.
	Template TemplateName
	// Was and Now are the quality before and after: "GREEN", "YELLOW", "RED" or
	// "UNKNOWN".
	Was, Now string
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// TemplateCategory tells that the category of a template changed, or will.
type TemplateCategory struct {
	header
	// Template is the template.
	Template TemplateName
	// Was and Now are the category before and after; Was is "" while the change is
	// only announced.
	Was, Now template.Category
	// Correct is the category that Meta announces, and Effective when it will be
	// changed; zero where nothing is announced.
	Correct   template.Category
	Effective time.Time
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// read reads a member if it says which template it is.
func (t *TemplateName) read(r *wire.Reader, name string) bool {
	switch name {
	case "message_template_id":
		t.ID = r.LooseText()
	case "message_template_name":
		t.Name = r.Text()
	case "message_template_language":
		t.Language = r.Text()
	default:
		return false
	}
	return true
}

func readCategory(r *wire.Reader) template.Category {
	return template.Category(strings.ToLower(r.Text()))
}

func readTemplateStatus(r *wire.Reader) Notice {
	if _, ok := r.Lookup("new_quality_score"); ok {
		return readTemplateQuality(r) // Meta's page has it under this field
	}
	t := new(TemplateStatus)
	var left rest
	for name := range r.Object() {
		switch name {
		case "event":
			t.Status = template.Status(strings.ToLower(r.Text()))
		case "message_template_category":
			t.Category = readCategory(r)
		case "reason":
			t.Reason = r.Text()
		case "disable_info":
			readTexts(r, &left, name, "disable_date", &t.Disabled, "", nil)
		case "other_info":
			readTexts(r, &left, name, "title", &t.Title, "description", &t.Description)
		case "rejection_info":
			readTexts(r, &left, name, "reason", &t.Rejection, "recommendation", &t.Recommendation)
		default:
			if !t.Template.read(r, name) {
				left.read(r, name)
			}
		}
	}
	t.Extra = left.extra()
	return t
}

// readTexts reads an object with one text, or two.
func readTexts(r *wire.Reader, left *rest, object, name1 string, text1 *string, name2 string, text2 *string) {
	var inner rest
	for name := range r.Object() {
		switch {
		case name == name1:
			*text1 = r.LooseText()
		case name == name2 && text2 != nil:
			*text2 = r.LooseText()
		default:
			inner.read(r, name)
		}
	}
	left.nest(object, inner)
}

func readTemplateQuality(r *wire.Reader) Notice {
	t := new(TemplateQuality)
	var left rest
	for name := range r.Object() {
		switch name {
		case "previous_quality_score":
			t.Was = r.Text()
		case "new_quality_score":
			t.Now = r.Text()
		default:
			if !t.Template.read(r, name) {
				left.read(r, name)
			}
		}
	}
	t.Extra = left.extra()
	return t
}

func readTemplateCategory(r *wire.Reader) Notice {
	t := new(TemplateCategory)
	var left rest
	for name := range r.Object() {
		switch name {
		case "previous_category":
			t.Was = readCategory(r)
		case "new_category":
			t.Now = readCategory(r)
		case "correct_category":
			t.Correct = readCategory(r)
		case "category_update_timestamp":
			t.Effective = readSeconds(r, &left, name)
		default:
			if !t.Template.read(r, name) {
				left.read(r, name)
			}
		}
	}
	t.Extra = left.extra()
	return t
}
