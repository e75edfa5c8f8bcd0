package transcript

import "slices"

// touch notes that the message is to be drawn anew.
func (b *Builder) touch(r *record) { b.change.touched = append(b.change.touched, r) }

// stir notes that the message, or something that hangs on it, is another one.
func (b *Builder) stir(r *record) {
	if r.more != nil {
		r.more.sorted, r.more.replied, r.more.fresh = false, false, false
	}
	b.touch(r)
}

// mark says whether the entry is to have a line.
func (b *Builder) mark(e *entry, wanted bool) {
	e.wanted = wanted
	if !e.queued {
		e.queued = true
		b.queue = append(b.queue, e)
	}
}

// rekey gives the entry another place in the order.
func (b *Builder) rekey(e *entry, k key, counted bool) {
	if !e.placed {
		e.key, e.counted = k, counted
		return
	}
	if e.key.compare(&k) == 0 && e.counted == counted && !e.moved {
		return
	}
	e.moved = true
	b.moves = append(b.moves, move{e, k, counted})
	b.mark(e, e.wanted)
}

// keyOf returns the key of the entry, that of the end of the Add.
func (b *Builder) keyOf(e *entry) *key {
	if e.moved {
		for i := len(b.moves) - 1; i >= 0; i-- {
			if b.moves[i].e == e {
				return &b.moves[i].key
			}
		}
	}
	return &e.key
}

// settle marks whether a message has a line of its own: not one that hangs on
// another one that is known, and not one that the audience does not see.
func (b *Builder) settle(r *record) {
	b.lines.steps++
	wanted := r.known() && b.reaches(r)
	if wanted && r.isEffect() {
		t := r.key.source.byWAMID(r.hangsOn())
		wanted = t == nil || !r.changes(t)
	}
	b.mark(&r.entry, wanted)
}

// resettle settles what changes a message.
func (b *Builder) resettle(m *more) {
	if m == nil {
		return
	}
	for _, list := range [...][]*record{m.edits, m.reactions} {
		for _, e := range list {
			b.settle(e.find())
		}
	}
}

// reaches reports whether the audience has the message: the customer none that
// was lost.
func (b *Builder) reaches(r *record) bool { return b.view.Audience == ToAgent || !r.lost() }

// commit brings the tree up to date and returns what has changed.
func (b *Builder) commit() Change {
	b.epoch++
	c := b.change
	c.b, c.epoch = b, b.epoch

	w := &b.work
	for _, e := range b.queue {
		e.queued = false
		if e.placed && (e.moved || !e.wanted) {
			w.gone = append(w.gone, e)
			w.goneAt = append(w.goneAt, b.lines.rank(e))
		}
	}
	for _, e := range w.gone {
		count(&c, e)
		b.lines.remove(e)
	}
	for _, m := range b.moves {
		m.e.key, m.e.counted, m.e.moved = m.key, m.counted, false
	}
	for _, e := range b.queue {
		if e.wanted && !e.placed {
			b.lines.insert(e)
			count(&c, e)
			w.fresh = append(w.fresh, e)
		}
	}
	for _, e := range w.fresh {
		w.newAt = append(w.newAt, b.lines.rank(e))
	}
	was := b.first
	b.first = b.firstInView()
	slices.Sort(w.goneAt)
	slices.Sort(w.newAt)
	c.Gone, c.New = inView(w.goneAt, w.newAt, was, b.first)

	// What is used again next time. The change may be asked until then.
	b.change = Change{touched: c.touched[:0], reached: c.reached[:0], headings: c.headings[:0], times: c.times[:0]}
	b.queue, b.moves = emptied(b.queue), emptied(b.moves)
	w.gone, w.fresh, w.goneAt, w.newAt = emptied(w.gone), emptied(w.fresh), w.goneAt[:0], w.newAt[:0]
	return c
}

// emptied returns a list without elements, to be used again; a long one is given
// up.
func emptied[T any](list []T) []T {
	if cap(list) > 1<<10 {
		return nil
	}
	clear(list)
	return list[:0]
}

// count notes that a message came or went, which may turn the times of others.
func count(c *Change, e *entry) {
	if e.counted {
		c.times = append(c.times, e.key)
	}
}

// inView returns which lines have left and entered the view, of which the first
// was the line at the place was and is now the one at the place is, given the
// places of all lines that are gone and new.
func inView(gone, fresh []int, was, is int) (left, entered []Range) {
	goneBefore, _ := slices.BinarySearch(gone, was)
	newBefore, _ := slices.BinarySearch(fresh, is)
	// moved is how many of the lines that were and are there have left the view, or
	// below zero have entered it.
	moved := (is - newBefore) - (was - goneBefore)
	gone, fresh = gone[goneBefore:], fresh[newBefore:]
	return front(gone, was, max(moved, 0)), front(fresh, is, max(-moved, 0))
}

// front returns the ranges of the places from the first on, less it, and of the n
// places before, between and behind them that are not among them.
func front(places []int, first, n int) (list []Range) {
	end := first
	for n > 0 || len(places) > 0 && places[0] == end {
		if len(places) > 0 && places[0] == end {
			places = places[1:]
		} else {
			n--
		}
		end++
	}
	if end > first {
		list = append(list, Range{0, end - first})
	}
	for _, p := range places {
		if k := len(list); k > 0 && list[k-1].To == p-first {
			list[k-1].To++
			continue
		}
		list = append(list, Range{p - first, p - first + 1})
	}
	return list
}
