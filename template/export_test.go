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

// Tidy, Plain and Sound are the quick ways to judge a text; CheckLine and CheckID
// the thorough ones.
func Tidy(s string, l decorum.Limit) bool { return tidy(s, l) }

func Plain(s string) bool { return plain(s) }

func Sound(s string) (int, bool) { return sound(s) }

func CheckLine(s string, l decorum.Limit) decorum.Violations {
	var r report
	var root decorum.Path
	checkLine(&r, &root, l, s)
	return r.vs
}

func CheckID(s string, l decorum.Limit) decorum.Violations {
	var r report
	var root decorum.Path
	checkID(&r, &root, l, s)
	return r.vs
}
