// Package validation brings the rules of WhatsApp messages to a host that checks
// its own structs with github.com/go-playground/validator/v10, and tells what
// validator finds as violations, with JSON Pointers, codes and limits.
//
//	type Reminder struct {
//		To      string                `json:"to" validate:"required,wa_id"`
//		Footer  string                `json:"footer" validate:"omitempty,wa_footer"`
//		Message template.ReplyButtons `json:"message"`
//	}
//
//	v := validator.New()
//	if err := validation.Register(v, template.Workspace()); err != nil { /* … */ }
//	vs := validation.Violations(v.Struct(r), r) // /to, /footer, /message/buttons/2/title …
//
// # Tags
//
// Each tag is for a field that is a string, of any named type, or one of our
// values, such as a [phone.Number]. None takes a parameter. An empty text is
// [decorum.Required] for every one of them, so what may be left out has omitempty
// before the tag, and a nil pointer is the same. A field of another type is
// [decorum.WrongType]; nothing panics.
//
//	tag                 the text is                               rule  violations besides Required
//	wa_header           the text header of a message              NT2   B TooLong ForbiddenSpacing
//	wa_body             the body of a message                     NT2   B TooLong
//	wa_footer           a footer, without placeholders            NT2   B TooLong Unexpected
//	wa_button           the label of a template's button          NT3   B TooLong ForbiddenSpacing Unexpected
//	wa_button_url       the URL of a template's button, with      NT3   B TooLong Unsupported Malformed
//	                    placeholders                                    ForbiddenCharacter
//	wa_reply_title      the title of a reply button               IM3   B TooLong ForbiddenSpacing
//	wa_reply_id         the id that a reply button gives back     IM1   B TooLong
//	wa_list_body        the body of a list                        IM6   B TooLong
//	wa_menu             the label that opens a list               IM3   B TooLong ForbiddenSpacing
//	wa_section_title    the title of a list's section             IM2   B TooLong
//	wa_row_title        the title of a list's row                 IM3   B TooLong ForbiddenSpacing
//	wa_row_description  the description of a list's row           IM2   B TooLong
//	wa_row_id           the id that a list's row gives back       IM2   B TooLong
//	wa_parameter        a value for a header or a button          NT4   B ForbiddenSpacing
//	wa_body_parameter   a value for a body: as wa_parameter       NT4   B ForbiddenSpacing
//	                    where BodySpacing is an error
//	wa_text             a text with something visible in it       –     B
//	wa_template_id      "name" or "namespace@name"                NT1   of template.ParseID
//	wa_language         a language as WhatsApp writes it, in      NT1   of template.ParseLanguage
//	                    Meta's list or only well-formed
//	wa_id               a WhatsApp id, with or without plus       OB3   of identity.ParseWhatsAppID
//	wa_user_id          a business-scoped user id                 –     of identity.ParseUserID
//	wa_username         a user name                               –     of identity.ParseUsername
//	phone               a number with plus and country code       ES2   of phone.Parse
//	phone_valid         one that its numbering plan has           ES2   and of phone.Number.Check
//	wa_url              an http or https URL; its risks pass      TR8   errors of link.Check
//	wa_safe_url         an https URL without any risk             TR8   all of link.Check, as errors
//	map_url             the URL template of a map                 LO2   of location.ParseMapURL
//	wa_point            "latitude,longitude"                      LO1   of location.Parse
//	wa_emoji            exactly one emoji, as for a reaction      EM1   B Malformed
//	wa_file_name        a file name that is safe everywhere       AT5   of attachment.CheckName
//
// B stands for Blank and InvalidUTF8. Limits are those given to [Register], in
// their units. Tags know errors only: what is a warning in a Check passes.
// Neither wa_url nor wa_safe_url nor wa_button_url nor map_url lets any scheme
// but http and https through. A risk is user information before the host, a host
// with letters past ASCII, one that is an address, an odd port, or a domain that
// does not exist.
//
// # Our own types
//
// A field, pointer or interface that holds one of our messages
// ([template.Structured], [template.Notification]), a [location.Place],
// [location.Maps] or [identity.Identity] needs no tag: its Check is called. In a
// slice or a map it needs dive, as any struct does. Each violation becomes one
// field error, so validator's rule of one error for each field hides none. Its Tag
// is the code, its Param the limit, its Namespace the place in Go's manner, and its
// Value carries the violation for [Violations] to take out. A message with mere
// warnings passes; beside an error, its warnings are told too. Violations of one
// message end after [decorum.MaxViolations], and so do those of all.
//
// Other types pass, messages of package message and a host's own among them, unless
// [Register] is given their checks: see [CheckOf], which makes one of any function.
//
// # Validator's own tags
//
// [Violations] knows these; absent pointers are Required for all of them.
//
//	required…                         Required
//	max lte lt, min gte gt, len       TooLong, TooShort (texts, in code points),
//	                                  TooMany, TooFew (lists and maps), else OutOfRange
//	eq (texts), oneof, eq_ignore_case Unknown, with what is wanted
//	ne, noneof, isdefault, excluded…  Unexpected
//	unique                            Duplicate
//	eqfield, fieldcontains …          Mismatch
//	nefield                           Conflict
//	gtfield, ltfield …                OutOfOrder
//	excludes, excludesall …           ForbiddenCharacter
//	latitude, longitude (numbers)     OutOfRange
//
// All others, and a host's own, are Malformed, with the tag's name in Want.
//
// Validator stops at the first tag that a field breaks: "max=3,dive" says nothing
// of the elements of a list that is too long. Its url and http_url let
// "javascript:" and look-alike hosts through, and its max counts code points
// alone: for texts and addresses take the tags above. And it follows pointers
// without end, so a value that holds itself must not be given to it.
package validation
