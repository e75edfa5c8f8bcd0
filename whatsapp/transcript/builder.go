package transcript

import (
	"iter"
	"slices"
	"time"

	"github.com/decorum-go/decorum/whatsapp"
)

// A Builder folds events into the lines of one view. The order in which events are
// added makes no difference to the lines, nor does adding one again.
//
// It has one owner: it may not be used by several goroutines at the same time,
// even to read. It holds of each event what its line needs: of a text, some 320
// bytes beside the strings of its event.
type Builder struct {
	view     View
	customer string
	sources  map[Stream]*source
	lines    tree
	// earlier is how many sections before the current one are open, first the place
	// of the first line in view.
	earlier, first int
	others         bool
	// held are the events of other channels, which are not shown.
	held []Stamped

	// queue are the entries to be placed or taken at the end of the Add, moves the new
	// keys of entries in the tree.
	queue  []*entry
	moves  []move
	work   work
	change Change
	epoch  uint64
}

type move struct {
	e       *entry
	key     key
	counted bool
}

// work is what a commit works with, kept to be used again.
type work struct {
	gone, fresh   []*entry
	goneAt, newAt []int
}

// New returns a builder without events.
func New(v View) *Builder {
	b := &Builder{sources: map[Stream]*source{}}
	b.view, b.customer = v.resolve()
	b.earlier = max(b.view.Options.TranscriptInteractionsCount, 1)
	b.others = b.view.Options.ShowCrossChannelMessages
	return b
}

// Of returns the lines of the events in a view: those that a Builder has after all
// of them. Events that [Builder.Add] refuses are passed over.
func Of(events iter.Seq[Stamped], v View) []Line {
	b := New(v)
	for e := range events {
		b.Add(e) //nolint:errcheck // as documented
	}
	return slices.Collect(b.Lines(0, b.Len()))
}

// Add takes an event in and returns what became of the lines in view. It costs
// O(log n) after n events, amortised: a message takes those lines away that stood
// for its reactions while it was not there.
//
// An event that was added before changes nothing. An error says why it cannot be placed:
// [decorum.Required] for a missing version or instant, [decorum.Unknown] for what
// is no event of this version; then, too, nothing changes.
func (b *Builder) Add(e Stamped) (Change, error) {
	if err := e.check(); err != nil {
		return Change{}, err
	}
	src := b.source(e.Stream)
	if _, again := src.events[e.Version]; again {
		return Change{}, nil
	}
	src.events[e.Version] = nil
	if src.other && !b.others {
		b.held = append(b.held, e)
		return Change{}, nil
	}
	b.fold(src, e.Version, e.Event)
	return b.commit(), nil
}

func (b *Builder) source(s Stream) *source {
	src := b.sources[s]
	if src == nil {
		src = &source{
			stream: s, other: b.view.Stream.Channel != "" && s.Channel != "" && s.Channel != b.view.Stream.Channel,
			events: map[uint64]*record{}, wamids: map[string]*record{}, locals: map[string]*record{},
			sections: map[int]*section{}, begins: map[uint64]*section{},
		}
		b.sources[s] = src
	}
	return src
}

// Len returns how many lines are in view.
func (b *Builder) Len() int { return sizeOf(b.lines.root) - b.first }

// Line returns the i-th line in view, at a cost of O(log n); the zero Line where
// there is none.
func (b *Builder) Line(i int) Line {
	if i < 0 || i >= b.Len() {
		return Line{}
	}
	return b.lines.at(b.first + i).owner.draw(b)
}

// Lines yields the lines in view from the from-th up to but not including the
// to-th, as far as there are any. Nothing may be added meanwhile.
func (b *Builder) Lines(from, to int) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		i := max(from, 0)
		b.lines.walk(b.lines.root, b.first+i, func(e *entry) bool {
			if i >= to {
				return false
			}
			i++
			return yield(e.owner.draw(b))
		})
	}
}

// HasEarlier reports whether there are older lines than those in view.
func (b *Builder) HasEarlier() bool { return b.first > 0 }

// More opens as many earlier sections as the option transcript-interactions-count
// has (guide TR5): what "see older messages" asks for.
func (b *Builder) More() Change {
	if b.first == 0 {
		return Change{}
	}
	b.earlier += max(b.view.Options.TranscriptInteractionsCount, 1)
	return b.commit()
}

// HasOtherChannels reports whether there are events of other channels that are not
// shown.
func (b *Builder) HasOtherChannels() bool { return len(b.held) > 0 }

// ShowOtherChannels shows the messages of other channels from now on, as the
// option show-cross-channel-messages does (guide TR6).
func (b *Builder) ShowOtherChannels() Change {
	b.others = true
	held := b.held
	b.held = nil
	for _, e := range held {
		b.fold(b.source(e.Stream), e.Version, e.Event)
	}
	return b.commit()
}

// News says what is new in the session that is open at the agent (guide TR7).
type News struct {
	// Line is the place of the customer's latest message, if the agent has not seen
	// it and it is in view; -1 otherwise.
	Line int
	// Scroll: the screen scrolls to it (focus-on-new-messages).
	Scroll bool
	// Blinks: the interaction blinks, and Until is when that ends; zero for not by
	// itself (new-message-blinking, new-message-blinking-duration).
	Blinks bool
	Until  time.Time
}

// News returns what is new at an instant. The customer's copy has no news.
func (b *Builder) News(at time.Time) News {
	none := News{Line: -1}
	src := b.sources[b.view.Stream]
	if src == nil || src.newest <= src.seen || b.view.Audience != ToAgent {
		return none
	}
	r := src.events[src.newest].find()
	if !r.placed {
		return none
	}
	o := &b.view.Options
	blinking := whatsapp.Blinking{On: o.NewMessageBlinking, For: o.NewMessageBlinkingDuration}
	n := News{Line: max(b.lines.rank(&r.entry)-b.first, -1)}
	n.Scroll = n.Line >= 0 && o.FocusOnNewMessages
	n.Blinks, n.Until = blinking.At(r.key.arrived.time(), at)
	return n
}

func (b *Builder) id(e *entry) ID { return ID{e.key.source.stream, e.key.version} }

func (b *Builder) otherChannel(s *source) string {
	if !s.other {
		return ""
	}
	return s.stream.Channel
}
