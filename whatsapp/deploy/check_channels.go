package deploy

import (
	"strconv"
	"strings"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// channels checks the list of channels that the business process attaches (DP5).
func (c *check) channels(root *decorum.Path) {
	asked := c.asked(func(q *Requirement) bool { return q.Kind == KindChannels })
	at := root.Key("attached_data")
	attached := string(c.inv.AttachedData)
	channels, vs := whatsapp.OutboundChannels(attached, "")
	wrong := ""
	for _, v := range vs {
		if wrong != "" && strings.HasPrefix(v.Path, wrong) {
			continue // a value of another kind has no members that could be missing
		}
		if v.Code == decorum.WrongType {
			v.Span, wrong = decorum.Span{}, v.Path+"/" // the span counts from the list's begin
		}
		c.told = c.told.Add(v.Under(&at))
	}
	c.channelList(attached, &at)
	if len(asked) == 0 || len(channels) > 0 {
		return
	}
	if len(vs) == 0 && c.listedByOption() {
		// The option stands in for the list, but the list goes first.
		for _, q := range asked {
			c.told = c.told.Add(decorum.Violation{
				Code: decorum.Recommended, Severity: decorum.SeverityWarning, Path: at.String(), Want: q.Name,
			})
		}
		return
	}
	c.fail(decorum.Violation{Code: decorum.Required, Want: asked[0].Name}, &at, asked...)
}

// listedByOption reports whether an option of the plug-in lists channels.
func (c *check) listedByOption() bool {
	lists := func(options Options) bool {
		channels, _ := whatsapp.OutboundChannels("", options[option.Section][option.NameOutboundSessionConfig])
		return len(channels) > 0
	}
	for i := range c.inv.Components {
		c.steps++
		if m := &c.inv.Components[i]; m.Type == Workspace && lists(m.Options) {
			return true
		}
	}
	for i := range c.inv.Overrides {
		c.steps++
		if lists(c.inv.Overrides[i].Options) {
			return true
		}
	}
	return false
}

// channelList tells where the numbers of the list leave a gap, and which servers
// and channels the inventory does not have.
func (c *check) channelList(attached string, at *decorum.Path) {
	if blank(attached) {
		return
	}
	servers := map[string]Options{}
	for i := range c.inv.Components {
		c.steps++
		if m := &c.inv.Components[i]; m.Type == DigitalMessagingServer && m.Name != "" {
			servers[m.Name] = m.Options
		}
	}
	r := wire.NewStringReader(attached, wire.Limits{})
	for key := range r.Object() {
		if key != whatsapp.AttachedOutboundConfig || r.Kind() != wire.Object {
			continue
		}
		list := at.Key(key)
		numbers, most, count := true, 0, 0
		for number := range r.Object() {
			c.steps++
			n, err := strconv.Atoi(number)
			numbers = numbers && err == nil && n > 0
			most, count = max(most, n), count+1
			entry := list.UserKey(number)
			c.channel(r, &entry, servers)
		}
		if numbers && most != count {
			c.tell(decorum.Gap, decorum.SeverityWarning, &list, "")
		}
	}
}

// channel tells whether the server and the channel of one entry are there.
func (c *check) channel(r *wire.Reader, at *decorum.Path, servers map[string]Options) {
	var medium, server, name string
	for key := range r.Object() {
		if r.Kind() != wire.String {
			continue
		}
		switch key {
		case "MediaType":
			medium = strings.TrimSpace(r.Text())
		case "_umsServer":
			server = strings.TrimSpace(r.Text())
		case "_umsChannel":
			name = strings.TrimSpace(r.Text())
		}
	}
	if medium != MediaType || server == "" || len(servers) == 0 {
		return
	}
	options, ok := servers[server]
	if !ok {
		place := at.Key("_umsServer")
		c.tell(decorum.NotFound, decorum.SeverityWarning, &place, string(DigitalMessagingServer))
		return
	}
	if _, ok := options[name]; !ok && name != "" {
		place := at.Key("_umsChannel")
		c.tell(decorum.NotFound, decorum.SeverityWarning, &place, "")
	}
}
