package oracle_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/link"
	"github.com/decorum-go/decorum/whatsapp/markup"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// named is an enumeration's value.
type named interface {
	~uint8 | ~uint16
	fmt.Stringer
	encoding.TextAppender
	encoding.TextMarshaler
}

// reader is a pointer to one.
type reader[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// enumeration holds the text of every value of a type against the names that it
// has always had, in the order of the values from first on, separated by "|".
func enumeration[T named, P reader[T]](parse func(string) (T, error), first T, names string) func(*testing.T) {
	return func(t *testing.T) {
		want := strings.Split(names, "|")
		for i := range 256 {
			v := T(i) //nolint:gosec // 255 at most
			name, known := "", v == 0
			if at := i - int(first); at >= 0 && at < len(want) {
				name, known = want[at], true
			}
			if got := v.String(); name != "" && got != name {
				t.Errorf("%d is called %q, not %q", i, got, name)
			}
			text, err := v.AppendText([]byte("x"))
			if name != "" && (err != nil || string(text) != "x"+name) || !known && err == nil {
				t.Errorf("%d is appended as %q, %v", i, text, err)
			}
			marshalled, failed := v.MarshalText()
			if (err == nil) != (failed == nil) || err == nil && "x"+string(marshalled) != string(text) {
				t.Errorf("%d is marshalled as %q, %v", i, marshalled, failed)
			}
			if name == "" {
				continue
			}
			if read, err := parse(name); err != nil || read != v {
				t.Errorf("%q is read as %d, %v", name, read, err)
			}
			document, err := json.Marshal(map[string]T{"v": v})
			if err != nil || string(document) != string(mustJSON(t, map[string]string{"v": name})) {
				t.Errorf("%d is written as %s, %v", i, document, err)
			}
			read := map[string]T{}
			if err := json.Unmarshal(document, &read); err != nil || read["v"] != v {
				t.Errorf("%s is read as %d, %v", document, read["v"], err)
			}
		}
		for _, s := range []string{"", "?", want[0] + " ", " " + want[0], want[0] + "\x00"} {
			kept := T(1)
			v, err := parse(s)
			if s == "" && err == nil && v == 0 {
				continue // a set, which may be empty
			}
			if v != 0 || err == nil {
				t.Errorf("%q is read as %d, %v", s, v, err)
			}
			if err := P(&kept).UnmarshalText([]byte(s)); s != "" && (err == nil || kept != 1) {
				t.Errorf("%q is read as %d, %v", s, kept, err)
			}
			if s == "?" && !errors.Is(err, decorum.Unknown) {
				t.Errorf("%q: %v", s, err)
			}
		}
	}
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestEnumerations: names never change, since logs and hosts' databases have them.
func TestEnumerations(t *testing.T) {
	for name, check := range map[string]func(*testing.T){
		"Severity": enumeration(decorum.ParseSeverity, decorum.SeverityError, "error|warning"),
		"Unit": enumeration(decorum.ParseUnit, decorum.CodePoints,
			"code_points|utf16_units|graphemes|bytes|items|digits|lines|levels|seconds|pixels|micro_degrees|words"),
		"attachment.Kind":        enumeration(attachment.ParseKind, attachment.Image, "image|video|audio|document|sticker"),
		"attachment.UploadState": enumeration(attachment.ParseUploadState, attachment.Staged, "staged|sent|dropped"),
		"emoji.Group": enumeration(emoji.ParseGroup, emoji.SmileysEmotion,
			"Smileys & Emotion|People & Body|Component|Animals & Nature|Food & Drink|Travel & Places|Activities|Objects|Symbols|Flags"),
		"emoji.Qualification": enumeration(emoji.ParseQualification, emoji.NotRGI,
			"not-rgi|fully-qualified|minimally-qualified|unqualified|component"),
		"phone.Kind": enumeration(phone.ParseKind, phone.KindUnknown,
			"unknown|fixed_line|mobile|fixed_line_or_mobile|toll_free|premium_rate|shared_cost|voip|personal_number|pager|uan|voicemail"),
		"phone.Validity": enumeration(phone.ParseValidity, phone.ValidityUnspecified,
			"unspecified|valid|possible_only|local_only|too_short|too_long|wrong_length"),
		"template.Blemish":   enumeration(template.ParseBlemish, template.Spaces, "spaces|tab|line_break"),
		"link.Kind":          enumeration(link.ParseKind, link.URL, "url|domain|ip|email"),
		"link.Risk":          enumeration(link.ParseRisk, 0, sets("mixed_script", "confusable", "punycode", "user_info", "bidi", "invisible", "odd_port", "numeric_host")),
		"markup.Block":       enumeration(markup.ParseBlock, markup.Paragraph, "paragraph|quote|bullet|numbered"),
		"markup.Kind":        enumeration(markup.ParseKind, markup.Text, "text|emoji|link|marker|break"),
		"markup.Style":       enumeration(markup.ParseStyle, 0, sets("bold", "italic", "strike", "code", "monospace")),
		"message.Direction":  enumeration(message.ParseDirection, message.Inbound, "inbound|outbound|echo"),
		"option.Kind":        enumeration(option.ParseKind, option.KindBool, "boolean|integer|seconds|timespan|thresholds|name|text|JSON|map URL|display format|list|theme|style|template id|language"),
		"option.Layer":       enumeration(option.ParseLayer, option.BuiltIn, "built_in|application|tenant|agent_group|agent"),
		"option.Moment":      enumeration(option.ParseMoment, option.AttemptUnderWay, "attempt_under_way|interaction_under_way|new_interaction|restarted"),
		"option.TakesEffect": enumeration(option.ParseTakesEffect, option.Immediately, "immediately|at the next attempt|at the next interaction|on start or restart"),
		"whatsapp.ActionKind": enumeration(whatsapp.ParseActionKind, whatsapp.ActionAccept,
			"accept|reject|send_text|send_file|send_notification|send_interactive|park|open|hold|transfer|conference|conference_skill|join|leave|"+
				"consult|end_consult|note|case_data|contact_data|assign_contact|disposition|done|start_outbound|start_from_other_media"),
		"whatsapp.CustomerEvent": enumeration(whatsapp.ParseCustomerEvent, whatsapp.MessageReceived,
			"message_received|reaction_set|user_called|business_call_accepted|welcome_request|reaction_removed|message_edited|"+
				"message_deleted|system_notice|status_reported|preference_changed|business_echo"),
		"whatsapp.Decision":       enumeration(whatsapp.ParseDecision, whatsapp.Refuse, "refuse|send|send_as_notification"),
		"whatsapp.DeliveryStatus": enumeration(whatsapp.ParseDeliveryStatus, whatsapp.StatusSent, "sent|delivered|read|played|failed"),
		"whatsapp.EndReason":      enumeration(whatsapp.ParseEndReason, whatsapp.EndIdle, "idle|workflow|shutdown"),
		"whatsapp.Instead":        enumeration(whatsapp.ParseInstead, whatsapp.InsteadNotification, "notification|text"),
		"whatsapp.Level":          enumeration(whatsapp.ParseLevel, whatsapp.LevelNone, "none|green|yellow|red"),
		"whatsapp.Medium":         enumeration(whatsapp.ParseMedium, whatsapp.MediumVoice, "voice|email|sms|whatsapp"),
		"whatsapp.PartKind":       enumeration(whatsapp.ParsePartKind, whatsapp.PartText, "text|structured|attachment"),
		"whatsapp.PartState":      enumeration(whatsapp.ParsePartState, whatsapp.PartWaiting, "waiting|removed|released|accepted|delivered|failed"),
		"whatsapp.Privilege": enumeration(whatsapp.ParsePrivilege, whatsapp.CanUse,
			"InteractionWorkspace.WhatsApp.canUse|InteractionWorkspace.WhatsApp.canSendFiles|"+
				"InteractionWorkspace.WhatsApp.canChangeAttachmentsInNotification|InteractionWorkspace.WhatsApp.canChangeAttachmentsInReplyButton|"+
				"InteractionWorkspace.WhatsApp.canCreateNewSessionFromOtherMedia"),
		"whatsapp.QueueReason": enumeration(whatsapp.ParseQueueReason, whatsapp.QueuedNew, "new|written|logged_out"),
		"whatsapp.State":       enumeration(whatsapp.ParseState, whatsapp.StateIdle, "idle|queued|offered|active|parked|held|ended"),
		"whatsapp.TargetKind":  enumeration(whatsapp.ParseTargetKind, whatsapp.TargetAgent, "agent|queue|skill|agent_group"),
	} {
		t.Run(name, check)
	}
}

// sets returns the texts of all sets of the members, in the order of their bits.
func sets(members ...string) string {
	var texts []string
	for set := range 1 << len(members) {
		var in []string
		for i, m := range members {
			if set>>i&1 != 0 {
				in = append(in, m)
			}
		}
		texts = append(texts, strings.Join(in, ","))
	}
	return strings.Join(texts, "|")
}
