package wire

// A Member is a member of an object, kept as it was written: the unescaped name
// and the text of the value.
type Member struct {
	Name, Value string
}

// Raw reads a value of any kind and returns its text exactly as it stands in
// the document, escapes and inner white space too. The text is well-formed
// JSON, unless the reading of it recorded a violation; "" if it ended the
// document. It is a part of the document's text and keeps all of it in memory:
// what is to live long should be cloned (strings.Clone).
func (r *Reader) Raw() string {
	start := r.pos
	r.Skip()
	if r.over {
		return ""
	}
	return r.src[start:r.pos]
}

// Member reads the value of the member at hand as [Reader.Raw] does and returns
// it with the name that [Reader.Object] yielded for it: for the members that a
// decoder does not know.
func (r *Reader) Member(name string) Member {
	return Member{Name: name, Value: r.Raw()}
}

// Skip reads a value of any kind and checks it as strictly as any other: its
// grammar, its names, its strings, its limits. A decoder need not call it: what
// it leaves unread is skipped.
func (r *Reader) Skip() {
	if !r.ready {
		r.absent()
		return
	}
	r.skip()
}

// skip passes over the value at pos.
func (r *Reader) skip() {
	outer := r.depth
	for {
		switch c := r.value(); c {
		case '"':
			r.skipText()
		case '{', '[':
			r.push(c)
		case 't':
			r.literal("true")
		case 'f':
			r.literal("false")
		case 'n':
			r.literal("null")
		default:
			r.number()
		}
		for {
			if r.over || r.depth == outer {
				return
			}
			if r.next() {
				break
			}
		}
	}
}

// Lookup returns the string that the member with the name has in the object
// that comes next, and leaves the object unread: it tells what kind of thing an
// object is before that is decoded, wherever its "type" stands. It returns false
// when there is no such object, member or string; violations on the way are
// left for the reading that follows.
//
// Everything up to the member is looked at once more by that reading. A decoder
// that calls itself for values within values must not call Lookup at each
// depth, or it will look at the innermost twice for each.
func (r *Reader) Lookup(name string) (string, bool) {
	if r.Kind() != Object {
		return "", false
	}
	mark, vs := r.Mark(), r.vs
	found, ok := "", false
	r.vs = nil
	for level := r.open('{'); !ok; {
		at, more := r.member(level)
		if !more {
			break
		}
		if at == name && r.Kind() == String {
			r.ready = false
			found, ok = r.text()
			break
		}
	}
	r.rewind(mark)
	r.vs = vs
	return found, ok
}
