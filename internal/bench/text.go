package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/decorum-go/decorum"
)

const kilobyte = 1024

func asciiText() string {
	return strings.Repeat("Thanks for waiting, your order is on its way. ", 30)[:kilobyte]
}

func mixedText() string {
	text := strings.Repeat("Olá, não há ação. नमस्ते दुनिया مرحبا بك こんにちは 👍🏽 ok ", 20)
	return decorum.Limit{Max: kilobyte, Unit: decorum.Bytes}.Fit(text)
}

func textAreas() []area {
	var areas []area
	for _, in := range []struct {
		name, text        string
		points, units, gs float64
	}{
		{"1 KB ASCII", asciiText(), 20, 4, 0},
		{"1 KB mixed", mixedText(), 6, 4, 0},
	} {
		text := in.text
		areas = append(
			areas,
			area{
				name: "decorum: count code points, " + in.name,
				check: func() error {
					return same(decorum.CountCodePoints(text), utf8.RuneCountInString(text))
				},
				candidates: []candidate{
					{name: "decorum.CountCodePoints", run: func() { sink += decorum.CountCodePoints(text) }},
					{name: "utf8.RuneCountInString", run: func() { sink += utf8.RuneCountInString(text) }, target: in.points},
					{name: "one pass over memory (strings.Count)", run: func() { sink += strings.Count(text, "\x00") }, limit: true},
				},
			},
			area{
				name: "decorum: count UTF-16 units, " + in.name,
				check: func() error {
					return same(decorum.CountUTF16Units(text), rangeUTF16(text))
				},
				candidates: []candidate{
					{name: "decorum.CountUTF16Units", run: func() { sink += decorum.CountUTF16Units(text) }},
					{name: "range loop", run: func() { sink += rangeUTF16(text) }, target: in.units},
					{name: "one pass over memory (strings.Count)", run: func() { sink += strings.Count(text, "\x00") }, limit: true},
				},
			},
			area{
				name: "decorum: count graphemes, " + in.name,
				check: func() error {
					return same(decorum.CountGraphemes(text), uax29(text))
				},
				candidates: []candidate{
					{name: "decorum.CountGraphemes", run: func() { sink += decorum.CountGraphemes(text) }},
					{name: "clipperhouse/uax29", run: func() { sink += uax29(text) }, target: in.gs},
					{name: "utf8.ValidString", run: func() { _ = utf8.ValidString(text) }, limit: true},
				},
			},
		)
	}
	return areas
}

func rangeUTF16(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

func uax29(s string) int {
	n := 0
	for g := graphemes.FromString(s); g.Next(); {
		n++
	}
	return n
}

// same tells how two answers differ.
func same[T comparable](ours, theirs T) error {
	if ours != theirs {
		return fmt.Errorf("ours %v, theirs %v", ours, theirs)
	}
	return nil
}
