package esp

import (
	"strconv"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

// A Conference is what a conference with a skill or an agent group adds to
// attached data (guide IN6). Which values TargetType and RequestType have, the
// documents do not say: they are kept as they are. The zero Conference is none.
type Conference struct {
	// OriginalEmployeeID is the agent who asks.
	OriginalEmployeeID string
	// TargetID is the skill or the group.
	TargetID string
	// TargetType is what TargetID is.
	TargetType string
	// RequestType is what is asked.
	RequestType string
}

// ConferenceOf reads the four IW_RoutingBased keys of attached data. The
// violations tell of those that are lists.
func ConferenceOf(l List) (Conference, decorum.Violations) {
	var e keyReader
	c := Conference{
		OriginalEmployeeID: e.name(l, whatsapp.KeyOriginalEmployee),
		TargetID:           e.name(l, whatsapp.KeyTargetID),
		TargetType:         e.name(l, whatsapp.KeyTargetType),
		RequestType:        e.name(l, whatsapp.KeyRequestType),
	}
	return c, e.vs
}

// Into returns the list with the keys, as [Attributes.Into] does.
func (c Conference) Into(l List) List {
	l = l.withText(whatsapp.KeyOriginalEmployee, c.OriginalEmployeeID)
	l = l.withText(whatsapp.KeyTargetID, c.TargetID)
	l = l.withText(whatsapp.KeyTargetType, c.TargetType)
	return l.withText(whatsapp.KeyRequestType, c.RequestType)
}

// The keys of a session that lasts for days.
const (
	// KeyAsyncMode is "true" for such a session, from its creation on.
	KeyAsyncMode = "GCTI_Chat_AsyncMode"
	// KeyAsyncStatus has the session's status.
	KeyAsyncStatus = "GCTI_Chat_AsyncStatus"
	// KeyAsyncCheckAt has the time for the next check.
	KeyAsyncCheckAt = "GCTI_Chat_AsyncCheckAt"
)

// AsyncStatusActivity is the status after activity of the customer. Others are
// not documented.
const AsyncStatusActivity = 2

// Async is what attached data tell of a session that lasts for days: it may be put
// on hold and wake up again. The zero Async is an ordinary session's.
type Async struct {
	// Mode: the session is such a one.
	Mode bool
	// Status is a number, such as AsyncStatusActivity; 0 for none.
	Status int
	// CheckAt is when the workflow looks at the session again.
	CheckAt Instant
}

// AsyncOf reads the keys of attached data. The violations tell of a mode that is
// none of true, false, 1 and 0, of a status that is no number, and, as a warning,
// of a time that cannot be read.
func AsyncOf(l List) (Async, decorum.Violations) {
	var e keyReader
	a := Async{
		Mode:    e.flag(l, KeyAsyncMode),
		Status:  e.number(l, KeyAsyncStatus),
		CheckAt: ParseInstant(e.name(l, KeyAsyncCheckAt)),
	}
	e.join(KeyAsyncCheckAt, a.CheckAt.Check())
	return a, e.vs
}

// Into returns the list with the keys, as [Attributes.Into] does. A Mode of false
// is written only where the key is there.
func (a Async) Into(l List) List {
	if _, there := l.Lookup(KeyAsyncMode); a.Mode || there {
		l = l.With(KeyAsyncMode, Text(strconv.FormatBool(a.Mode)))
	}
	if a.Status != 0 {
		l = l.With(KeyAsyncStatus, Text(strconv.Itoa(a.Status)))
	}
	return l.withText(KeyAsyncCheckAt, a.CheckAt.String())
}

// ChannelsOf returns the channels that a business process has put into attached
// data under [whatsapp.AttachedOutboundConfig], as [whatsapp.OutboundChannels]
// reads them; with paths into attached data. Without the key there are none, and
// the option whatsappsession.outbound-session-config applies.
func ChannelsOf(l List) ([]whatsapp.OutboundChannel, decorum.Violations) {
	v, ok := l.Lookup(whatsapp.AttachedOutboundConfig)
	if !ok {
		return nil, nil
	}
	text, err := List{{whatsapp.AttachedOutboundConfig, v}}.AppendJSON(nil)
	if err != nil {
		return nil, violations(err)
	}
	return whatsapp.OutboundChannels(string(text), "")
}

// WithChannels returns attached data with the channels, keyed "1", "2" and so on,
// in the place of those that were there (guide DP5).
func WithChannels(l List, channels []whatsapp.OutboundChannel) List {
	config := make(List, len(channels))
	for i, c := range channels {
		config[i] = Pair{strconv.Itoa(i + 1), List{
			{"MediaType", Text(whatsapp.MediaType)},
			{"_umsServer", Text(c.Server)},
			{KeyChannel, Text(c.Channel)},
			{keyBusinessID, Text(c.Business.String())},
		}}
	}
	return l.With(whatsapp.AttachedOutboundConfig, config)
}
