package main

import (
	"fmt"
	"slices"
	"strings"

	"gitlab.com/golang-commonmark/linkify"
	"mvdan.cc/xurls/v2"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/link"
)

// The links of the bench: a share of a chat, with brackets and full stops.
var chatLinks = []string{
	"https://shop.example.com/orders/48213?ref=chat&lang=en",
	"http://en.wikipedia.org/wiki/Order_(business)",
	"https://wa.me/4915112345678",
	"example.org/track/4711",
	"www.example.net/help",
}

// chatWithLinks returns a text of a kilobyte with the first n of the links, evenly
// spread.
func chatWithLinks(filler string, n int) string {
	text := strings.Repeat(filler, kilobyte/len(filler)+1)
	var b strings.Builder
	rest := kilobyte
	for _, l := range chatLinks[:n] {
		rest -= len(l) + 2
	}
	part := rest / (n + 1)
	for _, l := range chatLinks[:n] {
		b.WriteString(decorum.Limit{Max: part, Unit: decorum.Bytes}.Fit(text))
		b.WriteString(" " + l + " ")
	}
	b.WriteString(text)
	return decorum.Limit{Max: kilobyte, Unit: decorum.Bytes}.Fit(b.String())
}

func ours(s string) []string {
	var found []string
	for _, l := range link.Find(s) {
		found = append(found, l.Text())
	}
	return found
}

func theirs(s string) []string {
	var found []string
	for _, l := range linkify.Links(s) {
		found = append(found, s[l.Start:l.End])
	}
	return found
}

func linkAreas() []area {
	relaxed := xurls.Relaxed()
	const ascii = "Thanks for waiting, your order is on its way. It left us at 12:30; we hope it is fine. "
	const mixed = "Olá, não há ação. नमस्ते दुनिया مرحبا بك こんにちは。元気 👍🏽 ok "
	var areas []area
	for _, in := range []struct {
		name, filler string
		links        int
	}{
		{"0 links in 1 KB ASCII", ascii, 0},
		{"1 link in 1 KB ASCII", ascii, 1},
		{"5 links in 1 KB ASCII", ascii, 5},
		{"0 links in 1 KB mixed", mixed, 0},
		{"1 link in 1 KB mixed", mixed, 1},
	} {
		text := chatWithLinks(in.filler, in.links)
		limit := candidate{name: "a plain pass (one byte at a time)", run: func() { sink += plainPass(text) }, limit: true}
		if in.filler == ascii {
			limit.target = 0.2
		}
		areas = append(areas, area{
			name: "whatsapp/link: find, " + in.name,
			check: func() error {
				want := chatLinks[:in.links]
				for name, got := range map[string][]string{
					"decorum": ours(text), "xurls": relaxed.FindAllString(text, -1), "linkify": theirs(text),
				} {
					if !slices.Equal(got, want) {
						return fmt.Errorf("%s: %q, want %q", name, got, want)
					}
				}
				return nil
			},
			candidates: []candidate{
				{name: "link.Find", run: func() {
					for at := range link.Find(text) {
						sink += at.Start
					}
				}},
				{name: "mvdan.cc/xurls Relaxed", run: func() { sink += len(relaxed.FindAllStringIndex(text, -1)) }, target: 1000},
				{name: "golang-commonmark/linkify", run: func() { sink += len(linkify.Links(text)) }, target: 4},
				limit,
				{name: "one pass over memory (strings.Count)", run: func() { sink += strings.Count(text, "\x00") }, limit: true},
			},
		})
	}
	return append(areas, hostileArea())
}

// plainPass counts the dots, byte by byte.
func plainPass(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] == '.' {
			n++
		}
	}
	return n
}

// hostileArea shows what a megabyte of the worst costs, per kilobyte.
func hostileArea() area {
	const size = 1 << 20
	texts := []string{"http://", "a.", "a.com..", "((((", "a@", "http://a.b/,", "普。"}
	for i, t := range texts {
		texts[i] = strings.Repeat(t, size/len(t))
	}
	return area{
		name: "whatsapp/link: hostile texts of 1 MB, per KB",
		ops:  len(texts) * size / kilobyte,
		candidates: []candidate{
			{name: "link.Find", run: func() {
				for _, t := range texts {
					for at := range link.Find(t) {
						sink += at.Start
					}
				}
			}},
			{name: "a plain pass (one byte at a time)", run: func() {
				for _, t := range texts {
					sink += plainPass(t)
				}
			}, limit: true},
		},
	}
}
