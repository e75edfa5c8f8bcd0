package localize

import "github.com/decorum-go/decorum"

// Size returns a number of bytes as people say it: "512 bytes", "1.5 MB". A KB
// has 1,024 bytes and an MB 1,048,576, as the guide has it (AT1).
//
// It shows one digit after the decimal mark, none if it is 0, rounded towards
// zero: a file of 104,857,599 bytes, which may be sent, has 99.9 MB, and one of
// 104,857,600, which may not, 100 MB. A negative number, which is no size, is
// told as one: "minus 512 bytes".
func (l Localizer) Size(bytes int64) string {
	if bytes < 0 {
		return fill(l.catalogue().minus, "text", l.size(-uint64(bytes)))
	}
	return l.size(uint64(bytes))
}

func (l Localizer) size(bytes uint64) string {
	const step = 10 // 2 to this power from each unit to the next
	c := l.catalogue()
	if bytes>>step == 0 {
		return fill(c.of(&c.units[decorum.Bytes], bytes), "n", l.count(bytes))
	}
	unit, shift := 0, step
	for bytes>>shift>>step > 0 {
		unit++
		shift += step
	}
	part := bytes & (1<<shift - 1)
	return fill(c.sizes[unit], "n", l.decimal(bytes>>shift, part*10>>shift))
}
