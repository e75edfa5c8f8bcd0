// Package link finds web links and e-mail addresses in text, tells what to open
// for each, and what is suspicious about it (guide rule TR8).
//
//	for at, l := range link.Find(text) {
//		if l.Openable() && l.Risks() == 0 {
//			… text[at.Start:at.End] … l.URL() … l.Display()
//		}
//	}
//
// # What is a link
//
// [Find] follows UTS #58, Unicode Link Detection and Formatting, of the version
// [UnicodeVersion], and passes its test files line by line. A link is
//
//   - a URL that begins with http:// or https:// and has a well-formed host;
//   - a domain name by itself, in any script, under one of IANA's top-level
//     domains as of [DomainsDate], with port, path, query and fragment;
//   - an e-mail address, alone or after "mailto:".
//
// A link goes on through letters, symbols and matching brackets of its path; it
// ends before spaces, before a bracket that closes none of its own, and before
// punctuation that only something else follows. Where UTS #58 is silent, or
// lets through what is not safe, this package decides:
//
//   - Only http and https are ever openable. The URL of another scheme, such as
//     ftp://example.com/a.com, is no link, and neither is anything in it.
//   - After http:// and https:// any well-formed host will do, as in
//     http://localhost:8080 and http://intranet/page; [Unlisted] tells.
//   - An address of the Internet needs a scheme. A host that is a number, such as
//     http://2130706433 or http://0x7f.1, is none.
//   - A host has letters, marks and digits of IDNA2008, and no symbols or emojis:
//     those next to a name belong to the sentence. Each label has at most 63
//     bytes in Punycode, the host at most 253. Underscores may stand left of the
//     last two labels; at the ends of a name they are taken for the marks of
//     italic text.
//   - A port is 1 to 65535; a name before another one is no link.
//   - Controls of text direction end a link.
//   - A name directly after a single slash or a backslash is part of the name of
//     a file.
//   - A URL with user information, as in http://bank.example@evil.example, is no
//     link; UTS #58 says so too.
//
// testdata/differs.tsv lists, with the reason, the cases harvested from the tests
// of xurls, linkify-it and twitter-text that are answered otherwise.
//
// # What to open
//
// [Link.URL] is all ASCII, so that nothing in it looks like something else: hosts
// are in small letters and in Punycode. The mapping is conservative: letters are
// made small, nothing else is changed. A label that needs more (full-width
// letters, accents apart from their letters) is percent-encoded, which browsers
// map as they see fit. Accents in an order that normal forms would change are
// taken as they are. [Link.Display] and [Link.Readable] write a URL for people,
// with the minimal escaping of UTS #58.
//
// # Risks
//
// [Link.Risks] is a set of reasons for a warning: a host that mixes scripts or
// looks like another one, user information before the host, and so on. [Parse]
// and [Check] are for a URL that comes by itself, such as that of a button, and
// refuse javascript: and the like; [SameTarget] compares the text shown for a
// link with the link.
//
// The package reads nothing but its arguments, keeps no state, and panics on no
// input ([MustParse] excepted). Find costs time linear in the text and allocates
// nothing.
package link

//go:generate go run ../../internal/gen/link -ucd ../../../shared/unicode -o tables.go
