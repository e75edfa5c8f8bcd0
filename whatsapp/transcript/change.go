package transcript

import "slices"

// A Range is a stretch of lines, from the From-th up to but not including the
// To-th.
type Range struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// A Change is what became of the lines in view, for a screen that draws only what
// is new: take the lines Gone away, put those in that are New, and draw those
// anew that are Changed. The zero Change is none.
type Change struct {
	// Gone are the places in the old list of lines that are no longer there, in
	// ascending order.
	Gone []Range
	// New are the places in the new list of lines that were not there before, in
	// ascending order.
	New []Range

	b     *Builder
	epoch uint64
	// touched are the messages that something happened to.
	touched []*record
	// reached are those of which only the state is another one.
	reached []*record
	// headings are those that were placed.
	headings []*section
	// times are the keys of messages that came or went: they may turn the times of
	// others red.
	times []key
	// seen are the versions of source that were seen by the event.
	source   *source
	seenFrom uint64
}

// IsZero reports whether nothing has changed. As Changed, it is to be asked before
// the builder changes again.
func (c Change) IsZero() bool {
	return len(c.Gone) == 0 && len(c.New) == 0 && len(c.Changed()) == 0
}

// Changed returns the places in the new list of all lines that may look different
// from before, in ascending order: the line of a message, those that quote it,
// times that have turned red. The cost goes by their number, so a host that draws
// everything need not ask. It is to be asked before the builder's next
// Add, More or ShowOtherChannels; later it returns nil.
func (c Change) Changed() []int {
	if c.b == nil || c.epoch != c.b.epoch {
		return nil
	}
	places := map[int]bool{}
	add := func(e *entry) {
		if e.placed {
			places[c.b.lines.rank(e)-c.b.first] = true
		}
	}
	for _, r := range c.touched {
		c.dependents(r.find(), add)
	}
	for _, r := range c.reached {
		c.state(r.find(), add)
	}
	for _, s := range c.headings {
		add(&s.entry)
	}
	for i := range c.times {
		c.b.lines.overtakenBy(c.times[i].sec, c.times[i].arrived, add)
	}
	c.seen(add)
	list := make([]int, 0, len(places))
	for i := range places {
		if i >= 0 && !c.isNew(i) {
			list = append(list, i)
		}
	}
	slices.Sort(list)
	return list
}

// dependents calls add for the lines that show something of the message.
func (c *Change) dependents(r *record, add func(*entry)) {
	c.state(r, add)
	if r.more == nil {
		return
	}
	for _, list := range [...][]*record{r.more.replies, r.more.edits, r.more.reactions} {
		for _, q := range list {
			add(&q.find().entry)
		}
	}
	for _, q := range r.more.requoted {
		if t := r.key.source.byWAMID(q.find().hangsOn()); t != nil {
			add(&t.entry)
		}
	}
}

// state calls add for the lines that show how far the message came: its own, that
// of its failure, and that of what it hangs on.
func (c *Change) state(r *record, add func(*entry)) {
	add(&r.entry)
	if r.failure() != nil {
		add(&r.more.failure.entry)
	}
	if r.shapes() {
		if t := r.key.source.byWAMID(r.hangsOn()); t != nil {
			add(&t.entry)
		}
	}
}

// seen calls add for the customer's messages that the agent has seen now.
func (c *Change) seen(add func(*entry)) {
	if c.source == nil {
		return
	}
	if last := c.source.seen; last-c.seenFrom <= uint64(len(c.source.events)) {
		for v := c.seenFrom; v < last; v++ {
			if r := c.source.events[v]; r != nil {
				add(&r.find().entry)
			}
		}
		return
	}
	for v, r := range c.source.events {
		if r != nil && v >= c.seenFrom {
			add(&r.find().entry)
		}
	}
}

func (c *Change) isNew(i int) bool {
	_, found := slices.BinarySearchFunc(c.New, i, func(r Range, i int) int {
		switch {
		case r.To <= i:
			return -1
		case i < r.From:
			return 1
		default:
			return 0
		}
	})
	return found
}
