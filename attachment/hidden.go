package attachment

import "bytes"

// pdfReach is how far into a file its reader looks for the header of a PDF, in
// bytes (ISO 32000-1, annex H.3).
const pdfReach = 1024

// hidden tells what else than t a head can be opened as, UnknownType for nothing:
// a polyglot. The head has at most HeadSize bytes. It looks for
//
//   - a web page or a script (<script, <html, <!doctype html, <iframe, <body,
//     <svg, <?php) anywhere in the head of a file that is not text; XMP and
//     other XML, which pictures hold, are none of these;
//   - a GIF or JPEG whose first fields are a comment or text to a script engine;
//   - the header of a PDF within the first 1,024 bytes of another file;
//   - the header of a ZIP entry in a file that is no container;
//   - the stub of a Windows program.
//
// The head of an OpenDocument or Office file is made of entries of a ZIP
// container. Text is shown as text whatever it quotes, and nothing is looked for
// in it; markup is not looked for where the format is not known.
func hidden(head []byte, t Type) Type {
	if t == Text || t == CSV || t == XML || t == RTF || t.Unsafe() {
		return UnknownType
	}
	if t != UnknownType {
		if u := pageOrScript(head, t); u.known() {
			return u
		}
	}
	switch {
	case t != PDF && indexWithin(head, "%PDF-", pdfReach) >= 0:
		return PDF
	case !isZIP(t) && zipEntry(head):
		return ZIP
	case bytes.Contains(head, []byte("This program cannot be run in DOS mode")):
		return PE
	}
	return UnknownType
}

// pageOrScript finds markup that a browser or an interpreter would run.
func pageOrScript(head []byte, t Type) Type {
	for rest := head; ; rest = rest[1:] {
		i := bytes.IndexByte(rest, '<')
		if i < 0 {
			break
		}
		rest = rest[i:]
		if u := activeMarkup(rest); u.known() {
			return u
		}
	}
	switch {
	case t == GIF && len(head) >= 10 && (head[6] == '/' && head[7] == '*' || isPrintable(head[6:10])):
		return Script // a picture 8,000 pixels wide and high, or GIF89a/*
	case t == JPEG && len(head) >= 6 && head[4] == '/' && head[5] == '*':
		return Script // a segment of 12,074 bytes, or a comment
	}
	return UnknownType
}

// activeMarkup tells what begins at this bracket.
func activeMarkup(b []byte) Type {
	if len(b) < 5 {
		return UnknownType
	}
	switch lower(b[1]) {
	case '?':
		if foldPrefix(b, "<?php") {
			return Script
		}
	case '!':
		if foldPrefix(b, "<!doctype html") {
			return HTML
		}
	case 's':
		if startsElement(b, "svg") {
			return SVG
		}
		if startsElement(b, "script") {
			return HTML
		}
	case 'h':
		if startsElement(b, "html") {
			return HTML
		}
	case 'i':
		if startsElement(b, "iframe") {
			return HTML
		}
	case 'b':
		if startsElement(b, "body") {
			return HTML
		}
	}
	return UnknownType
}

func isPrintable(b []byte) bool {
	for _, c := range b {
		if c < ' ' || c > '~' {
			return false
		}
	}
	return true
}

// isZIP reports whether a file of the type is a ZIP container.
func isZIP(t Type) bool {
	switch t {
	case ZIP, DOCX, XLSX, PPTX, ODT, ODS, ODP, JAR, APK:
		return true
	}
	return false
}

// zipEntry reports whether the head holds the header of a ZIP entry: its
// signature, a version of at most 6.3 and the method "stored" or "deflated".
func zipEntry(head []byte) bool {
	for rest := head; ; {
		i := bytes.Index(rest, []byte("PK\x03\x04"))
		if i < 0 || i+10 > len(rest) {
			return false
		}
		if h := rest[i:]; h[4] <= 63 && h[9] == 0 && (h[8] == 0 || h[8] == 8) {
			return true
		}
		rest = rest[i+4:]
	}
}
