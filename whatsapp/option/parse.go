package option

import (
	"slices"

	"github.com/decorum-go/decorum"
)

// Parse reads the options from the layers. It returns options that can be used,
// whatever the layers hold: a bad value is passed over, so that the option's
// next lower layer or its default applies.
//
// The violations tell of every bad value, also of one that a later layer
// overrides, in the order of the layers and of their keys. The path is the
// option's place in the layers, such as
//
//	/agent_group/whatsappsession.max-text-message-size
//
// the span the place in its value, and Want has the valid values. There are
// these warnings: a key that begins like the plug-in's own, but is not known
// ([decorum.Unknown], with the nearest known name in Want if one is near); what
// the checks of map URLs and display formats tell; a repeated item of a
// list; and at last what makes the automatic notification impossible
// ([decorum.DefaultNotificationUnset]). Other keys of the section are not looked
// at.
//
// The cost is linear in the number of keys and in the length of the options'
// values, of which no more is read than their bounds, such as [MaxJSON].
func Parse(layers Layers) (Options, decorum.Violations) {
	o := Default()
	var vs decorum.Violations
	var root decorum.Path
	for at := Application; at <= Agent; at++ {
		place := root.Key(at.String())
		vs = o.readLayer(vs, &place, at, layers.section(at))
	}
	return o, o.checkNotification(vs, func(name string) string {
		layer := root.Key(o.Layer(name).String())
		at := layer.Key(name)
		return at.String()
	})
}

// readLayer reads one layer over the ones below it.
func (o *Options) readLayer(vs decorum.Violations, place *decorum.Path, at Layer, section map[string]string) decorum.Violations {
	keys := make([]string, 0, rows)
	for i := range table {
		if _, ok := section[table[i].Name]; ok {
			keys = append(keys, table[i].Name)
		}
	}
	unknown, more := unknownKeys(section)
	keys = append(keys, unknown...)
	slices.Sort(keys)
	for _, key := range keys {
		i := index(key)
		if i < 0 {
			vs = addUnknown(vs, place, key)
			continue
		}
		wrong := table[i].read(o, section[key])
		if !wrong.HasErrors() {
			o.layers[i] = at
		}
		if wrong != nil {
			value := place.Key(key)
			vs = vs.Join(&value, wrong)
		}
	}
	for range more {
		vs = addUnknown(vs, place, "")
	}
	return vs
}

// addUnknown adds a key that is not known, with the nearest known name where the
// list still has room to show it.
func addUnknown(vs decorum.Violations, place *decorum.Path, key string) decorum.Violations {
	v := decorum.Violation{Code: decorum.Unknown, Severity: decorum.SeverityWarning}
	if len(vs) < decorum.MaxViolations {
		at := place.UserKey(key)
		v.Path, v.Want = at.String(), nearest(key)
	}
	return vs.Add(v)
}

// unknownKeys returns the keys that begin like the plug-in's own but are not
// known, in order, as many of the first as a list of violations can show; and
// how many more there are.
func unknownKeys(section map[string]string) (first []string, more int) {
	for key := range section {
		if !isOurs(key) || index(key) >= 0 {
			continue
		}
		at, _ := slices.BinarySearch(first, key)
		if len(first) < decorum.MaxViolations {
			first = slices.Insert(first, at, key)
			continue
		}
		more++
		if at < len(first) {
			copy(first[at+1:], first[at:])
			first[at] = key
		}
	}
	return first, more
}

// isOurs reports whether a key that is not known must have been meant for the
// plug-in: one that begins with its prefix, or one of the desk's for every
// medium that is nearly the plug-in's.
func isOurs(key string) bool {
	if hasPrefixFold(key, prefix) {
		return true
	}
	for _, shared := range sharedPrefixes {
		if hasPrefixFold(key, shared) {
			return nearest(key) != ""
		}
	}
	return false
}

func hasPrefixFold(s, start string) bool {
	return len(s) >= len(start) && equalFold(s[:len(start)], start)
}
