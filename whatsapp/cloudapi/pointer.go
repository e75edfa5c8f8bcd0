package cloudapi

import (
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// WirePointer returns where the part of a message that a JSON Pointer names in
// the message's own JSON, as violations do, stands in the request that [Encode]
// makes of it:
//
//	/structured/buttons/2/title → /interactive/action/buttons/2/reply/title
//	/body                       → /text/body
//
// What has no place of its own in the request, such as the text of a template,
// which WhatsApp keeps itself, is told at the nearest part that is there. A
// pointer that is none is returned as it is.
func WirePointer(m message.Message, pointer string) string {
	tokens, err := decorum.SplitPointer(pointer)
	if err != nil {
		return pointer
	}
	switch m := m.(type) {
	case message.Text:
		return follow("/text", tokens, nil)
	case message.Media:
		if first(tokens) == "type" {
			return "/type"
		}
		return follow("/"+mediaName(m.File), tokens, []rule{{"name", "filename"}})
	case message.Location:
		return follow("/location", tokens, nil)
	case message.Contacts:
		if first(tokens) == "contacts" {
			tokens = tokens[1:]
		}
		return follow("/contacts", tokens, contactRules[:])
	case message.Reaction:
		return follow("/reaction", tokens, []rule{{"target", "message_id"}})
	case message.Structured:
		if first(tokens) == "structured" {
			tokens = tokens[1:]
		}
		return structuredPointer(m.Structured, tokens)
	}
	return pointer
}

// A rule says where a part of our JSON stands in Meta's. A "#" is any one token,
// the same on both sides, in their order.
type rule struct{ ours, metas string }

var contactRules = [...]rule{
	{"#/name/formatted", "#/name/formatted_name"},
	{"#/name/first", "#/name/first_name"},
	{"#/name/middle", "#/name/middle_name"},
	{"#/name/last", "#/name/last_name"},
	{"#/phones/#/number", "#/phones/#/phone"},
	{"#/emails/#/address", "#/emails/#/email"},
	{"#/organization", "#/org"},
}

var headRules = [...]rule{{"header", "header"}, {"body", "body/text"}, {"footer", "footer/text"}}

var replyRules = [...]rule{
	{"buttons/#/id", "action/buttons/#/reply/id"},
	{"buttons/#/title", "action/buttons/#/reply/title"},
	{"buttons", "action/buttons"},
}

var listRules = [...]rule{{"menu", "action/button"}, {"sections", "action/sections"}}

var linkRules = [...]rule{{"label", "action/parameters/display_text"}, {"url", "action/parameters/url"}}

var flowRules = [...]rule{
	{"label", "action/parameters/flow_cta"},
	{"flow_id", "action/parameters/flow_id"},
	{"flow_name", "action/parameters/flow_name"},
	{"version", "action/parameters/flow_message_version"},
	{"mode", "action/parameters/mode"},
	{"token", "action/parameters/flow_token"},
	{"action", "action/parameters/flow_action"},
	{"screen", "action/parameters/flow_action_payload/screen"},
	{"data", "action/parameters/flow_action_payload/data"},
}

var productRules = [...]rule{
	{"catalogue_id", "action/catalog_id"},
	{"product_id", "action/product_retailer_id"},
	{"sections/#/product_ids/#", "action/sections/#/product_items/#/product_retailer_id"},
	{"sections/#/product_ids", "action/sections/#/product_items"},
	{"sections", "action/sections"},
}

var productCardRules = [...]rule{
	{"catalogue_id", "action/cards/0/action/catalog_id"},
	{"product_ids/#", "action/cards/#/action/product_retailer_id"},
	{"product_ids", "action/cards"},
}

var catalogueRules = [...]rule{{"thumbnail_id", "action/parameters/thumbnail_product_retailer_id"}}

var addressRules = [...]rule{
	{"country", "action/parameters/country"},
	{"values", "action/parameters/values"},
	{"saved_addresses/#/values", "action/parameters/saved_addresses/#/value"},
	{"saved_addresses", "action/parameters/saved_addresses"},
	{"validation_errors", "action/parameters/validation_errors"},
}

var cardRules = [...]rule{
	{"cards/#/body", "action/cards/#/body/text"},
	{"cards/#/label", "action/cards/#/action/parameters/display_text"},
	{"cards/#/url", "action/cards/#/action/parameters/url"},
	{"cards", "action/cards"},
}

// structuredPointer returns where a part of a structured message stands.
func structuredPointer(m template.Structured, tokens []string) string {
	var rules []rule
	header := headerOf(m)
	at := 1 // where the part of a header would stand
	switch m := m.(type) {
	case template.Filled:
		return filledPointer(m, tokens)
	case template.ReplyButtons:
		rules = replyRules[:]
	case template.List:
		rules = listRules[:]
	case template.CallToAction:
		rules = linkRules[:]
	case template.Flow:
		rules = flowRules[:]
	case template.Product, template.ProductList:
		rules = productRules[:]
	case template.ProductCarousel:
		rules = productCardRules[:]
		if len(m.ProductIDs) == 0 && first(tokens) == "catalogue_id" {
			tokens = []string{"product_ids"} // the catalogue stands in the cards
		}
	case template.Catalogue:
		rules = catalogueRules[:]
	case template.Address:
		rules = addressRules[:]
	case template.Carousel:
		rules = cardRules[:]
		if i := index(tokens, 1); first(tokens) == "cards" && i >= 0 && i < len(m.Cards) {
			header, at = m.Cards[i].Header, 3
		}
	case template.UnknownStructured:
		return follow("/interactive", tokens, nil)
	case nil:
		return "/type"
	}
	if h, ok := header.(template.MediaHeader); ok && len(tokens) > at && tokens[at-1] == "header" {
		tokens = mediaTokens(tokens, at, h.Kind.String())
	}
	if rule, ok := longest(tokens, headRules[:]); ok {
		if rule.ours == "body" && bodyOf(m) == "" {
			return "/interactive/body" // an empty one is not written
		}
		return rule.apply("/interactive", tokens)
	}
	return follow("/interactive", tokens, rules)
}

// mediaTokens puts the name of the file's object before the member of a header.
func mediaTokens(tokens []string, at int, kind string) []string {
	member := tokens[at]
	switch member {
	case "type":
		return tokens
	case "name":
		member = "filename"
	}
	moved := append([]string(nil), tokens[:at]...)
	return append(moved, kind, member)
}

// follow returns the place of the tokens below the base, by the longest rule that
// fits them, and as they are by none.
func follow(base string, tokens []string, rules []rule) string {
	if rule, ok := longest(tokens, rules); ok {
		return rule.apply(base, tokens)
	}
	return rule{}.apply(base, tokens)
}

func longest(tokens []string, rules []rule) (found rule, ok bool) {
	most := 0
	for _, r := range rules {
		if n := r.fits(tokens); n > most {
			found, most, ok = r, n, true
		}
	}
	return found, ok
}

// fits returns how many of the tokens are those of the rule; 0 where it does not
// fit.
func (r rule) fits(tokens []string) int {
	n := 0
	for part := range strings.SplitSeq(r.ours, "/") {
		if n == len(tokens) || part != "#" && part != tokens[n] {
			return 0
		}
		n++
	}
	return n
}

func (r rule) apply(base string, tokens []string) string {
	dst := []byte(base)
	n := 0
	if r.ours != "" {
		var wild []string
		for part := range strings.SplitSeq(r.ours, "/") {
			if part == "#" {
				wild = append(wild, tokens[n])
			}
			n++
		}
		for part := range strings.SplitSeq(r.metas, "/") {
			if part == "#" {
				part, wild = wild[0], wild[1:]
			}
			dst = decorum.AppendToken(dst, part)
		}
	}
	for _, token := range tokens[n:] {
		dst = decorum.AppendToken(dst, token)
	}
	return string(dst)
}

func first(tokens []string) string {
	if len(tokens) == 0 {
		return ""
	}
	return tokens[0]
}

// index returns the number that a token is; -1 for none.
func index(tokens []string, i int) int {
	if i >= len(tokens) {
		return -1
	}
	n, err := strconv.Atoi(tokens[i])
	if err != nil {
		return -1
	}
	return n
}

// filledPointer returns where a part of a notification stands.
func filledPointer(f template.Filled, tokens []string) string {
	n, a := f.Template(), f.Arguments()
	p := partsOf(&n, &a)
	switch first(tokens) {
	case "template":
		if len(tokens) > 1 && tokens[1] == "language" {
			return "/template/language/code"
		}
		return "/template/name" // the rest of the definition is WhatsApp's
	case "arguments", "text":
		if len(tokens) > 2 && tokens[1] == "cards" {
			return cardPointer(&n, &a, p.each(func(int, component) {}), tokens[2:])
		}
		base := "/template"
		if len(a.Cards) > 0 || p.any() {
			base = "/template/components" // where a missing one would be
		}
		return p.pointer(base, "/template/components", tokens[1:])
	}
	return "/template"
}

func cardPointer(n *template.Notification, a *template.Arguments, at int, tokens []string) string {
	i := index(tokens, 0)
	if i < 0 || i >= len(a.Cards) {
		return "/template/name"
	}
	p := partsOfCard(n, a, i)
	base := "/template/components/" + strconv.Itoa(at) + "/cards/" + strconv.Itoa(i)
	return p.pointer(base+"/components", base+"/components", tokens[1:])
}

// pointer returns where a part of the arguments, or of the text that they make,
// stands below the components; and the base where there is no component for it.
func (p *parts) pointer(base, components string, tokens []string) string {
	found := base
	p.each(func(i int, c component) {
		if member, ok := p.within(c, tokens); ok && found == base {
			found = components + "/" + strconv.Itoa(i) + member
		}
	})
	return found
}

// within returns where the part stands in the component, if it is there.
func (p *parts) within(c component, tokens []string) (string, bool) {
	name := first(tokens)
	switch c.kind {
	case headerText:
		return parameter(p.header, tokens[min(1, len(tokens)):]), name == "header"
	case headerMedia:
		member := ""
		if len(tokens) > 1 {
			member = follow("/parameters/0", mediaTokens(tokens[1:], 0, p.media.Kind.String()), nil)
		}
		return member, name == "media" || name == "header"
	case headerPlace:
		return follow("/parameters/0/location", tokens[min(1, len(tokens)):], nil), name == "place"
	case offerComponent:
		return "/parameters/0/limited_time_offer/expiration_time_ms", name == "expires"
	case bodyComponent:
		return parameter(p.body, tokens[min(1, len(tokens)):]), name == "body"
	}
	at := index(tokens, 1)
	if name != "buttons" && name != "urls" || at != int(c.button) {
		return "", false
	}
	switch p.button(c.button).(type) {
	case template.URLButton, template.OTPButton:
		return "/parameters/0/text", true
	case template.CopyCode:
		return "/parameters/0/coupon_code", true
	case template.FlowButton:
		return "/parameters/0/action/flow_token", true
	case template.CatalogButton:
		return "/parameters/0/action/thumbnail_product_retailer_id", true
	}
	return "/parameters/0/payload", true
}

// parameter returns where the value stands among the parameters of a text; that
// of them all for a value that is missing, and "" for the text as a whole.
func parameter(v template.Values, tokens []string) string {
	if len(tokens) == 0 {
		return ""
	}
	i := 0
	for name := range v.All() {
		if v.IsNamed() && name == tokens[0] || !v.IsNamed() && strconv.Itoa(i) == tokens[0] {
			return "/parameters/" + strconv.Itoa(i) + "/text"
		}
		i++
	}
	return "/parameters"
}
