package whatsapp

import (
	"slices"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// AttachedOutboundConfig is the key of attached data under which a business
// process puts the channels for sessions from other media (guide OB3, DP5).
const AttachedOutboundConfig = "_umsOutboundSessionConfig"

// MediaType is the media type of WhatsApp sessions (guide IN7), by which channels
// and capacity rules know them.
const MediaType = "whatsappsession"

// An OutboundChannel is a channel on which messages of the business go out: that
// of an inbound (guide OB1), or one on which a session can be started from an
// interaction of another medium.
type OutboundChannel struct {
	// Server is the name of the Digital Messaging Server.
	Server string
	// Channel is the name of the server's channel.
	Channel string
	// Business is the number of the business, as WhatsApp knows it. It is never
	// translated.
	Business identity.WhatsAppID
}

// OutboundChannels returns the channels on which sessions may be started, in
// their order: those in attached data where its key is there, else those of the
// option whatsappsession.outbound-session-config. Both texts are JSON; "" means
// that there is none. Attached data may be given with the key, and all else in it
// is passed over; or as what stands under the key, an object with a member that
// has a number for its name or a MediaType in it:
//
//	{"_umsOutboundSessionConfig": {"1": {"MediaType": "whatsappsession", "_umsServer": …, "_umsChannel": …, "_umsBusinessId": …}}}
//	{"channels": [{"server-name": …, "channel-name": …, "business-id": …}]}
//
// Blanks around values are trimmed. Channels of other media types are passed
// over. A channel with a fault is left out and told, the others stay; a text that
// is no such JSON gives none. The violations point into the text that was read.
// Warnings tell of numbers that no numbering plan has, of channels that stand
// twice, and of keys in attached data that are no numbers, whose channels come
// last.
func OutboundChannels(attached, option string) ([]OutboundChannel, decorum.Violations) {
	if form := formOf(attached); form != noChannels {
		return readOutbound(attached, func(r *outboundReader) { r.attached(form) })
	}
	if strings.TrimSpace(option) == "" {
		return nil, nil
	}
	return readOutbound(option, (*outboundReader).option)
}

// An outboundReader gathers what is good and what is wrong.
type outboundReader struct {
	*wire.Reader
	entries []outboundEntry
	seen    map[OutboundChannel]bool
	vs      decorum.Violations
	// hidden: the key of the entry at hand stands in no path, so that what is
	// missing from it must be told in another way.
	hidden bool
}

// An outboundEntry is a channel and the number that it stands under.
type outboundEntry struct {
	key     int
	channel OutboundChannel
}

func readOutbound(text string, read func(*outboundReader)) ([]OutboundChannel, decorum.Violations) {
	r := &outboundReader{Reader: wire.NewStringReader(text, wire.Limits{}), seen: map[OutboundChannel]bool{}}
	read(r)
	if err := r.Done(); err != nil {
		var vs decorum.Violations
		for v := range decorum.All(err) {
			vs = vs.Add(v)
		}
		return nil, whole(vs)
	}
	slices.SortStableFunc(r.entries, func(a, b outboundEntry) int { return a.key - b.key })
	var channels []OutboundChannel
	for _, e := range r.entries {
		channels = append(channels, e.channel)
	}
	return channels, r.vs
}

// An attachedForm is how attached data list channels.
type attachedForm uint8

const (
	// noChannels: not at all.
	noChannels attachedForm = iota
	// bareChannels: they are the list.
	bareChannels
	// keyedChannels: under the key, among other attached data.
	keyedChannels
)

// formOf tells how attached data list channels. What is no JSON object is told
// by who reads it as a list.
func formOf(attached string) attachedForm {
	if strings.TrimSpace(attached) == "" {
		return noChannels
	}
	r := wire.NewStringReader(attached, wire.Limits{})
	form := noChannels
	for key := range r.Object() {
		if key == AttachedOutboundConfig {
			form = keyedChannels
			continue
		}
		_, numbered := entryNumber(key)
		if r.Kind() == wire.Object {
			for member := range r.Object() {
				numbered = numbered || member == "MediaType"
			}
		}
		if numbered {
			form = max(form, bareChannels)
		}
	}
	if r.Done() != nil {
		return max(form, bareChannels)
	}
	return form
}

// attached reads the channels keyed "1", "2" … of attached data.
func (r *outboundReader) attached(form attachedForm) {
	for key := range r.Object() {
		switch {
		case form == bareChannels:
			r.keyed(key)
		case key == AttachedOutboundConfig:
			for key := range r.Object() {
				r.keyed(key)
			}
		}
	}
}

func (r *outboundReader) keyed(key string) {
	if r.misshapen() {
		return
	}
	mark := r.Mark()
	var server, channel, business, media field
	for key := range r.Object() {
		switch key {
		case "MediaType":
			media.read(r)
		case "_umsServer":
			server.read(r)
		case "_umsChannel":
			channel.read(r)
		case "_umsBusinessId":
			business.read(r)
		}
	}
	if media.text != "" && media.text != MediaType {
		r.Take(mark) // a channel of another medium: not ours to judge
		return
	}
	var root decorum.Path
	place := root.UserKey(key)
	n, ok := entryNumber(key)
	r.hidden = !ok && place.String() == ""
	if !ok {
		r.Report(decorum.Violation{Code: decorum.Unexpected, Severity: decorum.SeverityWarning, Want: "a whole number from 1 on"})
	}
	r.required("MediaType", media)
	r.add(mark, n, [3]field{server, channel, business}, [3]string{"_umsServer", "_umsChannel", "_umsBusinessId"})
}

// option reads the list of the option.
func (r *outboundReader) option() {
	found := false
	for key := range r.Object() {
		if key != "channels" {
			continue
		}
		found = true
		for i := range r.Array() {
			if r.misshapen() {
				continue
			}
			mark := r.Mark()
			var server, channel, business field
			for key := range r.Object() {
				switch key {
				case "server-name":
					server.read(r)
				case "channel-name":
					channel.read(r)
				case "business-id":
					business.read(r)
				}
			}
			r.add(mark, i, [3]field{server, channel, business}, [3]string{"server-name", "channel-name", "business-id"})
		}
	}
	if !found {
		r.Report(decorum.Violation{Code: decorum.Required, Path: "/channels"})
	}
}

// misshapen passes over a channel that is no object, tells of it, and reports
// whether it did. Nothing is missing in what cannot have members.
func (r *outboundReader) misshapen() bool {
	if r.Kind() == wire.Object {
		return false
	}
	mark := r.Mark()
	for range r.Object() { // tells that it is none
	}
	r.vs = r.vs.Join(nil, whole(r.Take(mark)))
	return true
}

// whole takes away where in the text values of another kind stand: their paths
// lead to them, and all of such a value is wrong.
func whole(vs decorum.Violations) decorum.Violations {
	for i := range vs {
		if vs[i].Code == decorum.WrongType {
			vs[i].Span = decorum.Span{}
		}
	}
	return vs
}

// add checks a channel and keeps it unless something is wrong with it.
func (r *outboundReader) add(mark wire.Mark, key int, fields [3]field, names [3]string) {
	for i, f := range fields {
		r.required(names[i], f)
	}
	out := OutboundChannel{Server: fields[0].text, Channel: fields[1].text}
	if fields[2].text != "" {
		id, err := identity.ParseWhatsAppID(fields[2].text)
		for v := range decorum.All(err) {
			v.Path = "/" + names[2]
			r.Report(v)
		}
		out.Business = id
		if n, ok := id.Canonical().Number(); err == nil && (!ok || !n.IsValid()) {
			r.Report(decorum.Violation{Code: decorum.NotInPlan, Severity: decorum.SeverityWarning, Path: "/" + names[2]})
		}
	}
	double := r.seen[out]
	if double {
		r.Report(decorum.Violation{Code: decorum.Duplicate, Severity: decorum.SeverityWarning})
	}
	vs := whole(r.Take(mark))
	r.vs = r.vs.Join(nil, vs)
	if !vs.HasErrors() && !double {
		r.seen[out] = true
		r.entries = append(r.entries, outboundEntry{key, out})
	}
}

func (r *outboundReader) required(name string, f field) {
	if f.given && f.text != "" || f.wrong {
		return
	}
	v := decorum.Violation{Code: decorum.Required, Path: "/" + name}
	if r.hidden {
		v.Want = name
	}
	r.Report(v)
}

// A field is a member of a channel.
type field struct {
	text  string
	given bool
	// wrong: it is no text, which is told already.
	wrong bool
}

func (f *field) read(r *outboundReader) {
	f.given, f.wrong = true, r.Kind() != wire.String
	f.text = strings.TrimSpace(r.Text())
}

// entryNumber reads a key such as "1": a whole number above zero without a zero
// in front. It reports false, and the largest number, for anything else.
func entryNumber(key string) (int, bool) {
	const last = 1<<31 - 1
	if key == "" || len(key) > 6 || key[0] == '0' {
		return last, false
	}
	n := 0
	for i := range len(key) {
		if key[i] < '0' || key[i] > '9' {
			return last, false
		}
		n = n*10 + int(key[i]-'0')
	}
	return n, true
}
