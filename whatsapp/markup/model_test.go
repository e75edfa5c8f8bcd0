package markup_test

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/decorum-go/decorum/whatsapp/link"
	"github.com/decorum-go/decorum/whatsapp/markup"
)

// A model draws a text by the rules of the documentation, one after the other
// and without regard to costs, byte by byte.
type model struct {
	s      string
	style  []markup.Style
	marker []bool
	block  []markup.Block
	// code and core are the bytes in which no marker counts.
	code, core []bool
	// tail has, for the markers at the end of a link, where they begin.
	tail []int
	// atoms are the links and the pieces of code, in order: where they begin,
	// where their core does, and where it ends.
	atoms []atomOf
	// firm are the line ends outside of monospace, multi the pieces of monospace
	// that hold line ends.
	firm  []bool
	multi []bool
}

type atomOf struct{ start, core, end int }

func modelOf(s string) *model {
	n := len(s) + 1
	m := &model{
		s: s, style: make([]markup.Style, n), marker: make([]bool, n), block: make([]markup.Block, n),
		code: make([]bool, n), core: make([]bool, n), firm: make([]bool, n), multi: make([]bool, n), tail: make([]int, n),
	}
	m.findCode()
	m.findLinks()
	m.findBlocks()
	m.findStyles()
	return m
}

func space(r rune) bool { return unicode.Is(unicode.White_Space, r) }

func wordRune(r rune) bool {
	return unicode.In(r, unicode.L, unicode.N, unicode.M) && !strings.ContainsRune("\uFE0E\uFE0F\u20E3", r)
}

func (m *model) before(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(m.s[:i])
	return r
}

func (m *model) after(i int) rune {
	r, _ := utf8.DecodeRuneInString(m.s[i:])
	return r
}

func (m *model) opens(i int) bool {
	s := m.s
	return i+1 < len(s) && !wordRune(m.before(i)) && !space(m.after(i+1)) && s[i+1] != s[i] && !m.keycap(i)
}

func (m *model) closes(i int) bool {
	return !space(m.before(i)) && !wordRune(m.after(i+1)) && !m.keycap(i)
}

func (m *model) keycap(i int) bool {
	return strings.HasPrefix(m.s[i:], "*\uFE0F\u20E3") || strings.HasPrefix(m.s[i:], "*\u20E3")
}

// alone reports whether the ` at i has no other beside it.
func (m *model) alone(i int) bool {
	return (i == 0 || m.s[i-1] != '`') && !strings.HasPrefix(m.s[i+1:], "`")
}

func (m *model) findCode() {
	s := m.s
	for i := 0; i < len(s); i++ {
		end, fence := 0, 0
		switch {
		case s[i] != '`':
		case strings.HasPrefix(s[i:], "```") && !strings.HasPrefix(s[i+3:], "`"):
			content, _, ok := strings.Cut(s[i+3:], "```")
			if ok && strings.TrimFunc(content, space) != "" {
				end, fence = i+6+len(content), 3
			}
		case m.alone(i) && m.opens(i):
			for j := i + 2; j < len(s) && s[j] != '\n'; j++ {
				if s[j] == '`' && m.alone(j) && m.closes(j) {
					end, fence = j+1, 1
					break
				}
			}
		}
		if end == 0 {
			continue
		}
		multi := strings.Contains(s[i:end], "\n")
		style := markup.Code
		if fence == 3 {
			style = markup.Monospace
		}
		for j := i; j < end; j++ {
			m.code[j], m.core[j], m.multi[j] = true, true, multi
			m.style[j] = style
			m.marker[j] = j < i+fence || j >= end-fence
		}
		if !multi {
			m.atoms = append(m.atoms, atomOf{i, i, end})
		}
		i = end - 1
	}
}

func (m *model) findLinks() {
	const signs = "*_~"
	for span := range link.Find(m.s) {
		start, end := span.Start, span.End
		if m.code[start] {
			continue
		}
		for i := start; i < end; i++ {
			if m.code[i] {
				end = i
			}
		}
		text := m.s[start:end]
		core := start + len(text) - len(strings.TrimLeft(text, signs))
		coreEnd := max(core, start+len(strings.TrimRight(text, signs)))
		if coreEnd-core < span.Len() && strings.ContainsAny(m.s[:start], "\u202D\u202E") {
			if end < span.End {
				continue
			}
			core, coreEnd = start, end
		}
		for i := core; i < coreEnd; i++ {
			m.core[i] = true
		}
		for i := coreEnd; i < end; i++ {
			m.tail[i] = coreEnd
		}
		at := len(m.atoms)
		for at > 0 && m.atoms[at-1].start > start {
			at--
		}
		m.atoms = append(m.atoms[:at:at], append([]atomOf{{start, core, coreEnd}}, m.atoms[at:]...)...)
	}
}

func (m *model) findBlocks() {
	s := m.s
	block, begin := markup.Paragraph, true
	for i := range len(s) {
		if begin {
			begin = false
			block = markup.Paragraph
			line, _, _ := strings.Cut(s[i:], "\n")
			sign := 0
			switch word, rest, ok := strings.Cut(line, " "); {
			case !ok || strings.TrimFunc(rest, space) == "":
			case word == ">":
				block, sign = markup.Quote, 2
			case word == "*", word == "-":
				block, sign = markup.Bullet, 2
			case len(word) > 1 && len(word) < 4 && word[len(word)-1] == '.' && strings.Trim(word[:len(word)-1], "0123456789") == "":
				block, sign = markup.Numbered, len(word)+1
			}
			for j := i; j < i+sign; j++ {
				m.marker[j], m.core[j] = true, true
			}
		}
		m.block[i] = block
		if s[i] == '\n' && !m.code[i] {
			m.firm[i] = true
			begin = true
		}
	}
}

func (m *model) findStyles() {
	type pair struct {
		style markup.Style
		close int
	}
	var open []pair
	var now markup.Style
	for i := range len(m.s) {
		k := strings.IndexByte("*_~", m.s[i])
		if n := len(open); n > 0 && open[n-1].close == i {
			m.marker[i] = true
			m.style[i] |= now
			now &^= open[n-1].style
			open = open[:n-1]
			continue
		}
		if k >= 0 && !m.core[i] && !m.ofLink(i) && now&(1<<k) == 0 && m.opens(i) {
			limit := m.limit(i)
			if n := len(open); n > 0 {
				limit = min(limit, open[n-1].close)
			}
			for j := i + 2; j < limit; j++ {
				if m.s[j] == m.s[i] && !m.core[j] && m.closes(j) {
					open = append(open, pair{1 << k, j})
					now |= 1 << k
					m.marker[i] = true
					break
				}
			}
		}
		m.style[i] |= now
	}
}

// ofLink reports whether the marker at i is at the end of a link, and none before
// it there has closed a style: it is a part of the link then.
func (m *model) ofLink(i int) bool {
	if m.tail[i] == 0 {
		return false
	}
	for j := m.tail[i]; j < i; j++ {
		if m.marker[j] {
			return false
		}
	}
	return true
}

// limit returns where a style that opens at i must be closed before.
func (m *model) limit(i int) int {
	end := i
	for end < len(m.s) && m.s[end] != '\n' && !m.multi[end] {
		end++
	}
	inside := 0
	for _, a := range m.atoms {
		if a.core > i || a.start > i {
			if inside++; inside > markup.MaxInside {
				return min(end, a.start)
			}
		}
	}
	return end
}
