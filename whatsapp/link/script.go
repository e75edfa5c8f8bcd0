package link

import "unicode/utf8"

// The numbers of the scripts that may stand together; the generator has the
// same.
const (
	scriptUnknown  = 0xFF // of letters newer than the table
	scriptCommon   = 1
	scriptLatin    = 2
	scriptHan      = 3
	scriptHiragana = 4
	scriptKatakana = 5
	scriptBopomofo = 6
	scriptHangul   = 7
)

// scriptOf returns the number of the script of a letter.
func scriptOf(r rune) byte {
	if r < utf8.RuneSelf {
		if byte(r)|0x20-'a' < 26 {
			return scriptLatin
		}
		return scriptCommon
	}
	lo, hi := 0, len(scriptStarts)/4
	for lo < hi {
		if mid := int(uint(lo+hi) / 2); three(scriptStarts, mid*4) <= r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 || scriptStarts[lo*4-1] == 0 {
		return scriptUnknown
	}
	return scriptStarts[lo*4-1]
}

// A label is what hostRisks gathers of one.
type label struct {
	// together: Latin, Han, Hiragana, Katakana, Bopomofo and Hangul, one bit each
	// by their number; other is the one script besides them, mixed: there are two
	// of those.
	together uint16
	other    byte
	mixed    bool
	// foreign counts the letters past ASCII, alike those of them that look like
	// an ASCII one.
	foreign, alike int
}

func (l *label) add(r rune) {
	if r >= utf8.RuneSelf {
		l.foreign++
		if pair(lookAlikes, r) >= 0 {
			l.alike++
		}
	}
	switch s := scriptOf(r); {
	case s == scriptCommon:
	case scriptLatin <= s && s <= scriptHangul:
		l.together |= 1 << s
	case l.other == 0 || l.other == s:
		l.other = s
	default:
		l.mixed = true
	}
}

// risks tells whether the scripts may stand together, and what the label looks
// like.
func (l *label) risks() Risk {
	var r Risk
	const latinHan = 1<<scriptLatin | 1<<scriptHan
	switch t := l.together; {
	case l.mixed || l.other != 0 && t != 0:
		r |= MixedScript
	case l.other != 0 || t&(t-1) == 0:
	case t&^(latinHan|1<<scriptHiragana|1<<scriptKatakana) == 0,
		t&^(latinHan|1<<scriptBopomofo) == 0,
		t&^(latinHan|1<<scriptHangul) == 0:
	default:
		r |= MixedScript
	}
	if l.foreign > 0 && l.foreign == l.alike {
		r |= Confusable
	}
	return r
}

// hostRisks returns what is wrong with the letters of the host.
func (l Link) hostRisks() Risk {
	host := l.host()
	if isASCII(host) && l.kind == IP {
		return 0
	}
	var r, all Risk
	ascii := true // of the last label
	for i := 0; i < len(host); {
		from := i
		for i < len(host) && dot(host, i) == 0 {
			i++
		}
		part := host[from:i]
		i += dot(host, i)
		ascii = isASCII(part)
		var one label
		switch {
		case isPunycode(part):
			r |= Punycode
			ascii = false
			var points [maxLabel]rune
			n := decodePunycode(part[len("xn--"):], &points)
			for _, point := range points[:n] {
				one.add(point)
			}
		case ascii:
			continue
		default:
			for _, point := range part {
				one.add(point)
			}
		}
		all |= one.risks()
	}
	if !ascii {
		all &^= Confusable
	}
	return r | all
}
