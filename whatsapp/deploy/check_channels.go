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
	c.told = c.told.Join(&at, vs)
	c.channelList(attached, len(channels) > 0, &at)
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
// and channels the inventory does not have. The list has channels; without its
// key, all attached data are the list.
func (c *check) channelList(attached string, channels bool, at *decorum.Path) {
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
		if key != whatsapp.AttachedOutboundConfig {
			continue
		}
		if channels = false; r.Kind() == wire.Object {
			list := at.Key(key)
			c.entries(r, &list, servers)
		}
	}
	if channels {
		c.entries(wire.NewStringReader(attached, wire.Limits{}), at, servers)
	}
}

// optionChannels tells what is wrong with the channels that the option of the
// plug-in lists. The value is a text: all of it is at the option's place.
func (c *check) optionChannels(values map[string]string, section *decorum.Path) {
	const name = option.NameOutboundSessionConfig
	row, _ := option.Lookup(name)
	if value := values[name]; !blank(value) && !row.Check(value).HasErrors() {
		place := section.Key(name)
		_, vs := whatsapp.OutboundChannels("", value)
		for _, v := range vs {
			c.told = c.told.Add(decorum.Violation{Code: v.Code, Severity: v.Severity, Path: place.String(), Want: strings.TrimPrefix(v.Path, "/")})
		}
	}
}

// entries checks the entries of the list, which are keyed "1", "2" and so on.
func (c *check) entries(r *wire.Reader, list *decorum.Path, servers map[string]Options) {
	numbers, most, count := true, 0, 0
	for number := range r.Object() {
		c.steps++
		n, err := strconv.Atoi(number)
		numbers = numbers && err == nil && 0 < n && n < 1_000_000 && strconv.Itoa(n) == number // others are told already
		most, count = max(most, n), count+1
		entry := list.UserKey(number)
		c.channel(r, &entry, servers)
	}
	if numbers && most != count {
		c.tell(decorum.Gap, decorum.SeverityWarning, list, "")
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
	if medium != whatsapp.MediaType || server == "" || len(servers) == 0 {
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
