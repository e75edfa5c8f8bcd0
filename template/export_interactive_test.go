package template

import "github.com/decorum-go/decorum"

// Tidy and Plain are the quick ways to judge a text; CheckLine and CheckID the
// thorough ones.
func Tidy(s string, l decorum.Limit) bool { return tidy(s, l) }

func Plain(s string) bool {
	_, ok := scan(s)
	return ok
}

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
