package template

import "github.com/decorum-go/decorum"

// Walk checks a message without the quick way for clean ones.
func Walk(f Filled, l Limits) decorum.Violations {
	g := f.get()
	r := report{sound: g.sound}
	g.check(&r, &l)
	return r.vs
}

// Fits tells whether the quick way lets a message pass.
func Fits(f Filled, l Limits) bool {
	g := f.get()
	return g.clean && g.fits(&l)
}

// Each returns every limit of l.
func Each(l *Limits) []*decorum.Limit {
	all := l.each()
	return all[:]
}

// With changes a field as Draft.Set does, without asking whether there is one.
func With(m Structured, path, value string) Structured { return m.with(path, value) }
