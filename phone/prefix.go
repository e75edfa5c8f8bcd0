package phone

// A prefix is a program that matches digits in front of a number, and the
// digits that it can begin with. The zero prefix matches nothing.
type prefix struct {
	at    uint16
	first uint16
}

// The operations of an instruction.
const (
	opDigit uint8 = iota // take one digit of set, go on at out
	opSplit              // try out, then arg
	opOpen               // the group begins here
	opClose              // the group ends here
	opEnd                // no digit may be left
	opMatch              // done
)

type instruction struct {
	op       uint8
	set      uint16
	out, arg uint16
}

// A group is the part of a number that the last group of a pattern took. The
// zero group took nothing.
type group struct{ start, end int8 }

// match returns how many digits the prefix takes and its last group, or -1. Of
// several ways to match the first in the pattern's own order counts, as with
// the standard library's regexp.
func (p prefix) match(digits []byte) (int, group) {
	if len(digits) == 0 || p.first>>digits[0]&1 == 0 {
		return -1, group{}
	}
	return run(p.at, digits, 0, group{})
}

func run(pc uint16, digits []byte, at int, g group) (int, group) {
	for {
		switch in := &program[pc]; in.op {
		case opDigit:
			if at == len(digits) || in.set>>digits[at]&1 == 0 {
				return -1, group{}
			}
			at++
			pc = in.out
		case opSplit:
			if end, found := run(in.out, digits, at, g); end >= 0 {
				return end, found
			}
			pc = in.arg
		case opOpen:
			g = group{start: int8(at)}
			pc = in.out
		case opClose:
			g.end = int8(at)
			pc = in.out
		case opEnd:
			if at < len(digits) {
				return -1, group{}
			}
			pc = in.out
		default:
			return at, g
		}
	}
}

// strip returns the national number without national prefix and carrier code,
// in room if it had to be put together anew. What would turn a number that the
// plan's pattern has into one that it does not have stays as it is.
func (p *plan) strip(national []byte, room *[maxDigits]byte) []byte {
	end, g := p.prefix.match(national)
	if end < 0 {
		return national
	}
	rest := national[end:]
	if p.rule && g.end > g.start {
		n := copy(room[:], p.lead[:p.leads])
		n += copy(room[n:], national[g.start:g.end])
		n += copy(room[n:], rest)
		rest = room[:n]
	}
	if !p.matches(rest) && p.matches(national) {
		return national
	}
	return rest
}

// national returns the national number as it is kept: stripped, if what is
// left has a possible number of digits or too many.
func (p *plan) national(number []byte, room *[maxDigits]byte) []byte {
	if len(number) == 0 || p.prefix.first>>number[0]&1 == 0 {
		return number
	}
	stripped := p.strip(number, room)
	if v := p.length(len(stripped)); v == PossibleOnly || v == TooLong {
		return stripped
	}
	return number
}
