package attachment

import (
	"bytes"
	"encoding/binary"
)

// sniffText tells text, markup and scripts. What holds a byte that no text has is
// UnknownType.
func sniffText(head []byte) Type {
	body := head
	if len(head) > 0 && head[0] >= 0xEF {
		switch {
		case hasPrefix(head, "\xEF\xBB\xBF"):
			body = head[3:]
		case hasPrefix(head, "\xFE\xFF"), hasPrefix(head, "\xFF\xFE"):
			return Text // UTF-16
		}
	}
	start := 0
	for start < len(body) && (body[start] == ' ' || body[start] >= '\t' && body[start] <= '\r') {
		start++
	}
	if start < len(body) && body[start] == '<' {
		if t := markupType(body[start:]); t.known() {
			return t
		}
	}
	switch {
	case hasPrefix(body, "#!"), foldPrefix(body[start:], "@echo off"):
		return Script
	case isText(body):
		return Text
	}
	return UnknownType
}

// htmlTags are the elements that a page begins with for a browser (WHATWG MIME
// Sniffing §7.1), without the bracket and in lower case.
var htmlTags = [...]string{
	"html", "head", "script", "iframe", "h1", "div", "font", "table", "a",
	"style", "title", "b", "body", "br", "p",
}

// markupType tells what a file is that begins with "<", UnknownType for what is
// neither a page nor a drawing nor other XML nor a script. What follows need not
// be text: a browser does not mind either.
func markupType(body []byte) Type {
	if len(body) < 2 {
		return UnknownType
	}
	switch body[1] {
	case '!':
		switch {
		case foldPrefix(body, "<!doctype html") && (len(body) == 14 || ends(body[14])):
			return HTML
		case foldPrefix(body, "<!doctype svg"):
			return SVG
		case hasPrefix(body, "<!--"):
			if t := xmlType(body); t != XML {
				return t
			}
			return HTML
		}
		return UnknownType
	case '?':
		switch {
		case foldPrefix(body, "<?php"), hasPrefix(body, "<?="):
			return Script
		case hasPrefix(body, "<?xml"):
			return xmlType(body)
		}
		return UnknownType
	}
	first := lower(body[1])
	for _, tag := range htmlTags {
		if tag[0] == first && startsElement(body, tag) {
			return HTML
		}
	}
	if first == 's' && startsElement(body, "svg") || localName(body, "svg") {
		return SVG
	}
	return UnknownType
}

// isPage reports whether head, which has 12 bytes or more, begins with "<!do" and
// goes on as "<!doctype html" in any case of letters: the usual page, told by two
// loads. Bit 0x20 makes capitals small.
func isPage(head []byte) bool {
	const (
		small   = 0x2020202020202020
		ctypeHT = 0x7468206570797463 // "ctype ht", little-endian
		ml      = 0x6C6D             // "ml"
	)
	return len(head) > 14 && binary.LittleEndian.Uint64(head[4:])|small == ctypeHT &&
		binary.LittleEndian.Uint16(head[12:])|0x2020 == ml && ends(head[14])
}

// startsElement reports whether body begins with the tag of this element, whose
// name is in lower case.
func startsElement(body []byte, name string) bool {
	n := 1 + len(name)
	if len(body) < n {
		return false
	}
	for i := range len(name) {
		if c := body[1+i]; c != name[i] && (name[i] < 'a' || c != name[i]-('a'-'A')) {
			return false
		}
	}
	return len(body) == n || ends(body[n])
}

// ends reports whether a tag's name ends at this byte.
func ends(c byte) bool { return c == '>' || c == ' ' || c == '/' || c >= '\t' && c <= '\r' }

// xmlType tells a drawing and a page from other XML by the first element that
// the head shows. body begins with a declaration or a comment.
func xmlType(body []byte) Type {
	for len(body) > 1 {
		switch body[1] {
		case '!':
			switch {
			case hasPrefix(body, "<!--"):
				end := bytes.Index(body[4:], []byte("-->"))
				if end < 0 {
					return XML
				}
				body = body[4+end:]
			case foldPrefix(body, "<!doctype svg"):
				return SVG
			case foldPrefix(body, "<!doctype html"):
				return HTML
			}
		case '?':
		default:
			switch {
			case startsElement(body, "svg"), localName(body, "svg"):
				return SVG
			case startsElement(body, "html"), localName(body, "html"):
				return HTML
			}
			return XML
		}
		next := bytes.IndexByte(body[1:], '<')
		if next < 0 {
			return XML
		}
		body = body[1+next:]
	}
	return XML
}

// localName reports whether body begins with an element of this name that has a
// prefix of a namespace.
func localName(body []byte, name string) bool {
	for i := 1; i < len(body) && i <= 32; i++ {
		switch c := body[i]; {
		case c == ':':
			rest := body[i+1:]
			return foldPrefix(rest, name) && (len(rest) == len(name) || ends(rest[len(name)]))
		case ends(c):
			return false
		}
	}
	return false
}

// foldPrefix reports whether b begins with prefix, which is in lower case, in
// any case of ASCII letters.
func foldPrefix(b []byte, prefix string) bool {
	if len(b) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if prefix[i] != lower(b[i]) {
			return false
		}
	}
	return true
}

// binaryBytes has a bit for each control character that no text has (WHATWG MIME
// Sniffing §3): all but tab, line feed, form feed, carriage return and escape.
const binaryBytes uint32 = 0xFFFFFFFF &^ (1<<'\t' | 1<<'\n' | 1<<'\f' | 1<<'\r' | 1<<0x1B)

// isText reports whether b holds no byte that no text has. Any encoding that
// extends ASCII passes, so that a letter in Latin-1 is text too.
func isText(b []byte) bool {
	for len(b) >= 32 {
		block := b[:32]
		if controls(block)|controls(block[8:])|controls(block[16:])|controls(block[24:]) != 0 && !isTextBytes(block) {
			return false
		}
		b = b[32:]
	}
	for ; len(b) >= 8; b = b[8:] {
		if controls(b) != 0 && !isTextBytes(b[:8]) {
			return false
		}
	}
	return isTextBytes(b)
}

// controls returns 0 if none of the first eight bytes of b is a control
// character; borrowing may mark a byte that is none beside one that is.
func controls(b []byte) uint64 {
	const (
		low  = 0x0101010101010101
		high = 0x8080808080808080
	)
	w := binary.LittleEndian.Uint64(b)
	return (w - 0x20*low) &^ w & high
}

func isTextBytes(b []byte) bool {
	for _, c := range b {
		if c < ' ' && binaryBytes>>c&1 != 0 {
			return false
		}
	}
	return true
}
