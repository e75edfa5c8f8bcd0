package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
)

// A form is how a change is written so that it can be switched on at run time:
// one build then serves all changes.
type form int

const (
	// alone: not at all; the change needs a build of its own.
	alone form = iota
	// choice: both expressions stand there (< and <=, && and ||).
	choice
	// inequality: == and !=, the one being the other's opposite.
	inequality
	// sum: arithmetic, by a generic function.
	sum
	// number: a literal.
	number
	// truth: true or false.
	truth
	// not: a negation that goes.
	not
	// negation: a condition turned round.
	negation
	// drop: a call that is not made.
	drop
	// step: ++ and --.
	step
)

func formOf(op token.Token) form {
	switch op {
	case token.EQL, token.NEQ:
		return inequality
	case token.LSS, token.LEQ, token.GTR, token.GEQ, token.LAND, token.LOR:
		return choice
	default:
		return sum
	}
}

// dropForm returns how a call may go: what ends with a panic may need it to be
// well formed.
func dropForm(call *ast.CallExpr) form {
	if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "panic" {
		return alone
	}
	return drop
}

// sums are the functions of the generic arithmetic.
var sums = map[string]string{
	"+": "Add", "-": "Sub", "*": "Mul", "/": "Quo", "&": "And", "|": "Or", "<<": "Shl", ">>": "Shr",
}

// switchboard is the file that a package gets beside its own: the change that is
// on is the one numbered by MUTATE_ON, and the numbers of all places that are come
// by are written into the file MUTATE_SEEN.
func switchboard(name string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `package %s

import ("fmt"; "os"; "strconv")

var mutateOn = func() int { n, _ := strconv.Atoi(os.Getenv("MUTATE_ON")); return n }()
var mutateSeen = func() map[int]bool { if os.Getenv("MUTATE_SEEN") == "" { return nil }; return map[int]bool{} }()

func mutateIs(n int) bool { if mutateSeen != nil { mutateSee(n) }; return n == mutateOn }

func mutateSee(n int) {
	if mutateSeen[n] { return }
	mutateSeen[n] = true
	f, _ := os.OpenFile(os.Getenv("MUTATE_SEEN"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	fmt.Fprintln(f, n)
	f.Close()
}

type mutateInt interface { ~int|~int8|~int16|~int32|~int64|~uint|~uint8|~uint16|~uint32|~uint64|~uintptr }
type mutateNum interface { mutateInt|~float32|~float64 }

func mutateTo[T mutateNum](n int, v, other T) T { if mutateIs(n) { return other }; return v }
`, name)
	for _, op := range []string{"+", "-", "*", "/", "&", "|"} {
		kind := "mutateNum"
		if op == "&" || op == "|" {
			kind = "mutateInt"
		}
		fmt.Fprintf(&b, "func mutate%s[T %s](n int, a, b T) T { if mutateIs(n) { return a %s b }; return a %s b }\n",
			sums[op], kind, others[tokens[op]], op)
	}
	for _, op := range []string{"<<", ">>"} {
		fmt.Fprintf(&b, "func mutate%s[T, U mutateInt](n int, a T, b U) T { if mutateIs(n) { return a %s b }; return a %s b }\n",
			sums[op], others[tokens[op]], op)
	}
	return b.Bytes()
}

// tokens are the operators by what is written.
var tokens = map[string]token.Token{
	"+": token.ADD, "-": token.SUB, "*": token.MUL, "/": token.QUO,
	"&": token.AND, "|": token.OR, "<<": token.SHL, ">>": token.SHR,
}

// A switcher writes a file with its changes in their switchable forms.
type switcher struct {
	text []byte
	out  bytes.Buffer
	// changes are those of the file, what is outside before what is inside it.
	changes []switched
	// written tells where each has come to stand.
	written map[int]span
}

// A switched change has its number, and the type of the expression.
type switched struct {
	*mutant
	id     int
	typeOf string
}

// switchable returns the file with all the changes in it, and where each stands.
func switchable(text []byte, changes []switched) ([]byte, map[int]span) {
	slices.SortStableFunc(changes, func(a, b switched) int {
		if a.whole.start != b.whole.start {
			return a.whole.start - b.whole.start
		}
		return b.whole.end - a.whole.end
	})
	s := &switcher{text: text, changes: changes, written: map[int]span{}}
	s.copy(span{0, len(text)}, changes)
	return s.out.Bytes(), s.written
}

// copy writes a part of the file with those of the changes that stand within it.
func (s *switcher) copy(part span, changes []switched) {
	at := part.start
	for len(changes) > 0 {
		c := changes[0]
		n := 1
		for n < len(changes) && changes[n].whole.start < c.whole.end {
			n++
		}
		s.out.Write(s.text[at:c.whole.start])
		from := s.out.Len()
		s.write(c, changes[1:n])
		s.written[c.id] = span{from, s.out.Len()}
		at, changes = c.whole.end, changes[n:]
	}
	s.out.Write(s.text[at:part.end])
}

// inside writes one operand with those of the changes that stand within it.
func (s *switcher) inside(part span, changes []switched) {
	var in []switched
	for _, c := range changes {
		if part.start <= c.whole.start && c.whole.end <= part.end {
			in = append(in, c)
		}
	}
	s.copy(part, in)
}

// write writes a change, and the others that stand within it.
func (s *switcher) write(c switched, within []switched) {
	is := "mutateIs(" + strconv.Itoa(c.id) + ")"
	raw := func(part span) string { return string(s.text[part.start:part.end]) }
	between := func(before string, part span, after string) {
		s.out.WriteString(before)
		s.inside(part, within)
		s.out.WriteString(after)
	}
	switch c.form {
	case choice:
		s.out.WriteString("(" + is + " && ((" + raw(c.left) + ") " + c.after + " (" + raw(c.right) + ")) || !" + is + " && ((")
		between("", c.left, ") "+c.before+" (")
		between("", c.right, ")))")
	case inequality:
		between("((", c.left, ") "+c.before+" (")
		between("", c.right, ") != "+is+")")
		// What stands there, l == r != is, is (l == r) != is.
	case sum:
		between("mutate"+sums[c.before]+"("+strconv.Itoa(c.id)+", "+c.typeOf+"(", c.left, "), ")
		between("", c.right, ")")
	case number:
		inner := c.whole
		if len(within) > 0 { // the same literal once more
			between("mutateTo("+strconv.Itoa(c.id)+", ", inner, ", "+c.after+")")
			return
		}
		s.out.WriteString("mutateTo(" + strconv.Itoa(c.id) + ", " + c.typeOf + "(" + raw(inner) + "), " + c.after + ")")
	case truth:
		s.out.WriteString("(" + raw(c.whole) + " != " + is + ")")
	case not:
		between("((", c.left, ") == "+is+")")
	case negation:
		between("((", c.whole, ") != "+is+")")
	case drop:
		between("func() { if !"+is+" { ", c.whole, " } }()")
	case step:
		operand := span{c.whole.start, c.start}
		between("func() { if "+is+" { "+raw(operand)+c.after+" } else { ", operand, c.before+" } }()")
	case alone:
	}
}
