package transcript

// An entry is a line's node in the tree: a binary search tree by key, balanced by
// weight (Adams; 3 and 2 as in Hirai and Yamamoto 2011), so that its height is
// O(log n) whatever comes in which order.
type entry struct {
	left, right *entry
	size, heads int32
	key         key
	// least and latest are the bounds of the arrivals in the subtree of entries that
	// are counted (guide TR3).
	least, latest instant
	owner         owner
	// placed: it is in the tree. wanted: it is to be. queued: the two are compared at
	// the end of the Add; moved: its key is another one then.
	placed, wanted, queued, moved bool
	// counted: it is a message that has arrived, no notice, and no history.
	counted bool
}

// An owner draws the line of its entry.
type owner interface{ draw(b *Builder) Line }

// A tree holds the lines in order, and counts the entries that it looks at.
type tree struct {
	root  *entry
	steps uint64
}

func sizeOf(n *entry) int {
	if n == nil {
		return 0
	}
	return int(n.size)
}

// update makes the sums of an entry those of its children and itself.
func (t *tree) update(n *entry) {
	t.steps++
	n.size, n.heads, n.least, n.latest = 1, 0, never, always
	if n.key.rank == rankHeading {
		n.heads = 1
	}
	if n.counted {
		n.least, n.latest = n.key.arrived, n.key.arrived
	}
	for _, c := range [...]*entry{n.left, n.right} {
		if c == nil {
			continue
		}
		n.size += c.size
		n.heads += c.heads
		if c.least.before(n.least) {
			n.least = c.least
		}
		if n.latest.before(c.latest) {
			n.latest = c.latest
		}
	}
}

func (t *tree) rotateLeft(n *entry) *entry {
	top := n.right
	n.right, top.left = top.left, n
	t.update(n)
	t.update(top)
	return top
}

func (t *tree) rotateRight(n *entry) *entry {
	top := n.left
	n.left, top.right = top.right, n
	t.update(n)
	t.update(top)
	return top
}

// balance returns the subtree in balance, after one of its children has changed.
func (t *tree) balance(n *entry) *entry {
	l, r := sizeOf(n.left), sizeOf(n.right)
	switch {
	case l+r > 1 && r > 3*l:
		if sizeOf(n.right.left) >= 2*sizeOf(n.right.right) {
			n.right = t.rotateRight(n.right)
		}
		return t.rotateLeft(n)
	case l+r > 1 && l > 3*r:
		if sizeOf(n.left.right) >= 2*sizeOf(n.left.left) {
			n.left = t.rotateLeft(n.left)
		}
		return t.rotateRight(n)
	}
	t.update(n)
	return n
}

func (t *tree) insert(e *entry) {
	e.left, e.right, e.placed = nil, nil, true
	t.root = t.insertInto(t.root, e)
}

func (t *tree) insertInto(n, e *entry) *entry {
	if n == nil {
		t.update(e)
		return e
	}
	if e.key.compare(&n.key) < 0 {
		n.left = t.insertInto(n.left, e)
	} else {
		n.right = t.insertInto(n.right, e)
	}
	return t.balance(n)
}

func (t *tree) remove(e *entry) {
	t.root = t.removeFrom(t.root, e)
	e.left, e.right, e.placed = nil, nil, false
}

func (t *tree) removeFrom(n, e *entry) *entry {
	switch {
	case n == e:
		return t.join(n.left, n.right)
	case e.key.compare(&n.key) < 0:
		n.left = t.removeFrom(n.left, e)
	default:
		n.right = t.removeFrom(n.right, e)
	}
	return t.balance(n)
}

// join returns the tree of two that were the children of one entry.
func (t *tree) join(l, r *entry) *entry {
	if l == nil {
		return r
	}
	if r == nil {
		return l
	}
	rest, first := t.removeFirst(r)
	first.left, first.right = l, rest
	return t.balance(first)
}

func (t *tree) removeFirst(n *entry) (rest, first *entry) {
	if n.left == nil {
		return n.right, n
	}
	n.left, first = t.removeFirst(n.left)
	return t.balance(n), first
}

// before returns how many entries stand before the key, and how many headings.
func (t *tree) before(k *key) (entries, heads int) {
	for n := t.root; n != nil; {
		t.steps++
		if k.compare(&n.key) <= 0 {
			n = n.left
			continue
		}
		entries += sizeOf(n.left) + 1
		if n.left != nil {
			heads += int(n.left.heads)
		}
		if n.key.rank == rankHeading {
			heads++
		}
		n = n.right
	}
	return entries, heads
}

// rank returns how many entries stand before e.
func (t *tree) rank(e *entry) int {
	i, _ := t.before(&e.key)
	return i
}

// at returns the i-th entry.
func (t *tree) at(i int) *entry {
	n := t.root
	for n != nil {
		t.steps++
		l := sizeOf(n.left)
		switch {
		case i < l:
			n = n.left
		case i == l:
			return n
		default:
			i -= l + 1
			n = n.right
		}
	}
	return nil
}

// heading returns the i-th heading.
func (t *tree) heading(i int) *entry {
	n := t.root
	for n != nil {
		t.steps++
		l := 0
		if n.left != nil {
			l = int(n.left.heads)
		}
		switch {
		case i < l:
			n = n.left
			continue
		case n.key.rank == rankHeading:
			if i == l {
				return n
			}
			l++
		}
		i -= l
		n = n.right
	}
	return nil
}

// overtaken reports whether a counted entry of a later second than k has arrived
// before k (guide TR3).
func (t *tree) overtaken(k *key) bool {
	for n := t.root; n != nil && n.least.before(k.arrived); {
		t.steps++
		if n.key.sec <= k.sec {
			n = n.right
			continue
		}
		if n.counted && n.key.arrived.before(k.arrived) || n.right != nil && n.right.least.before(k.arrived) {
			return true
		}
		n = n.left
	}
	return false
}

// since returns the first entry in order that is counted and has not arrived
// before the instant; nil for none.
func (t *tree) since(i instant) *entry {
	n := t.root
	for n != nil && !n.latest.before(i) {
		t.steps++
		switch {
		case n.left != nil && !n.left.latest.before(i):
			n = n.left
		case n.counted && !n.key.arrived.before(i):
			return n
		default:
			n = n.right
		}
	}
	return nil
}

// overtakenBy calls do for each counted entry of an earlier second than sec that
// has arrived after the instant.
func (t *tree) overtakenBy(sec int64, arrived instant, do func(*entry)) {
	var walk func(n *entry)
	walk = func(n *entry) {
		for n != nil && arrived.before(n.latest) {
			t.steps++
			walk(n.left)
			if n.key.sec >= sec {
				return
			}
			if n.counted && arrived.before(n.key.arrived) {
				do(n)
			}
			n = n.right
		}
	}
	walk(t.root)
}

// walk calls yield for the entries from the i-th on, until it returns false.
func (t *tree) walk(n *entry, i int, yield func(*entry) bool) bool {
	if n == nil {
		return true
	}
	t.steps++
	l := sizeOf(n.left)
	if i < l && !t.walk(n.left, i, yield) {
		return false
	}
	if i <= l && !yield(n) {
		return false
	}
	return t.walk(n.right, i-l-1, yield)
}
