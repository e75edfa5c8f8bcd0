package markup

// markers are the signs of the styles that nest, in the order of their constants:
// of Bold, Italic and Strike.
const markers = "*_~"

// markerOf returns the place of b in markers, or -1.
func markerOf(b byte) int {
	switch b {
	case '*':
		return 0
	case '_':
		return 1
	case '~':
		return 2
	}
	return -1
}

// An opened style, and where its closing marker is.
type opened struct {
	style Style
	close int
}

// text goes over the text before the place end, in which no atom is, and yields
// the markers that count.
func (w *walker) text(out *output, end int) bool {
	for !w.raw {
		i, k := w.marker(end)
		if i >= end {
			break
		}
		w.at = i + 1
		style := Style(1) << k
		switch {
		case w.depth > 0 && w.open[w.depth-1].close == i:
			if !w.flush(out, i) || !w.run(out, Run{Kind: Marker}, i, i+1) {
				return false
			}
			w.depth--
			w.style &^= style
		case w.style&style == 0 && opens(w.s, i):
			limit := w.known
			if w.depth > 0 {
				limit = w.open[w.depth-1].close
			}
			stop := w.closer(k, i+2)
			if stop >= limit {
				continue
			}
			if !w.flush(out, i) {
				return false
			}
			w.open[w.depth] = opened{style, stop}
			w.depth++
			w.style |= style
			if !w.run(out, Run{Kind: Marker}, i, i+1) {
				return false
			}
		default:
			continue
		}
		w.from = i + 1
	}
	w.at = max(w.at, end)
	return true
}

// marker returns the next marker before the place end, and which one it is.
func (w *walker) marker(end int) (at, kind int) {
	at = end
	for k := range w.next {
		if w.next[k] < w.at {
			w.next[k] = w.index(w.at, len(w.s), markers[k])
		}
		if w.next[k] < at {
			at, kind = w.next[k], k
		}
	}
	return at, kind
}

// closer returns the first place at i or later where the marker k closes, outside
// of the cores of atoms; known if there is none before that.
func (w *walker) closer(k, i int) int {
	seq := w.head
	for i = max(i, w.closed[k]); ; i++ {
		i = w.index(i, w.known, markers[k])
		w.closed[k] = max(w.closed[k], i)
		if i >= w.known {
			return w.known
		}
		for ; seq < w.tail && w.ring[seq%MaxInside].coreEnd <= i; seq++ {
			w.steps++
		}
		if seq < w.tail && w.ring[seq%MaxInside].coreStart <= i {
			i = w.ring[seq%MaxInside].coreEnd - 1
			continue
		}
		if closes(w.s, i) {
			return i
		}
	}
}
