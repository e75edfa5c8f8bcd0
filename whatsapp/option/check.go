package option

import (
	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
)

// Check tells what is wrong with one layer's section by itself: what [Parse] says
// of it as the only layer, with places in the section ("/whatsappsession.theme").
// It costs less than Parse, since there are no options to be made.
func Check(section map[string]string) decorum.Violations {
	var o Options
	var root decorum.Path
	vs := o.readLayer(nil, &root, Application, section)
	return o.checkNotification(vs, func(name string) string {
		at := root.Key(name)
		return at.String()
	})
}

// Check tells what is wrong with options that a program set itself: a value that
// an administrator could not have written. It warns as [Parse] does. Paths are
// places in what [Options.Values] returns: "/whatsappsession.theme".
//
// The zero Options has several errors; what Default and Parse return has none.
func (o Options) Check() decorum.Violations {
	var vs decorum.Violations
	var root decorum.Path
	var read Options
	// A map without a size has the default one: see [location.Maps].
	if o.Maps.Size.Width == 0 {
		o.Maps.Size.Width = location.DefaultWidth
	}
	if o.Maps.Size.Height == 0 {
		o.Maps.Size.Height = location.DefaultHeight
	}
	for i := range table {
		e := &table[i]
		wrong := e.read(&read, e.write(&o))
		if wrong == nil && !e.same(&o, &read) {
			// Such as half a second, or a comma in an item of a list.
			wrong = decorum.Violations{fault(decorum.Malformed, decorum.Span{}, e.valid())}
		}
		if wrong != nil {
			at := root.Key(e.Name)
			vs = vs.Join(&at, wrong)
		}
	}
	return o.checkNotification(vs, func(name string) string {
		at := root.Key(name)
		return at.String()
	})
}
