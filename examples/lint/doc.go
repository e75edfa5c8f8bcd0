// Command lint checks the JSON of WhatsApp messages before WhatsApp does: requests
// that send a message through Meta's Cloud API, definitions of message templates,
// inventories of an installation, and what Meta sends to a webhook.
//
//	$ go run ./examples/lint examples/lint/testdata/list-too-long.json
//	examples/lint/testdata/list-too-long.json: /interactive/action/button: 23 code points, at most 20 [too_long]
//	examples/lint/testdata/list-too-long.json: /interactive/action/sections/0/rows/1/title: 26 code points, at most 24 [too_long]
//
// # Usage
//
//	lint [flags] FILE…
//
//	-profile cloud       what Meta accepts (the default)
//	-profile workspace   what the guide of the WhatsApp plug-in accepts
//	-profile strictest   what both accept
//	-kind auto           find out what each file is (the default)
//	-kind request, template, inventory or webhook
//	                     take every file for one
//	-lang en             the language of the messages: en, es, pt, de, fr, ar, hi
//	                     or id, with a region (pt_BR) or without
//	-json                one JSON object a line instead of text
//	-fix                 write back what can be mended without a change of meaning
//	-help                print this
//
// Flags come before files. A directory stands for all *.json files in it and
// below. "-" stands for standard input, which is also read when something is
// piped in and no file is named. Each file is checked once, in the order of the
// arguments, those of a directory in the order of their names. Of a file, at most
// 3 MB (3,145,728 bytes) are read: a longer one is an error, too_large.
//
// Of the definition of a template, the profile workspace asks what may be sent;
// the others ask what Meta would approve as well, which is more. Inventories and
// webhooks are the same under every profile.
//
// A request that sends a template says nothing of its text. Where the template's
// definition is among the files, in the same language and without errors, its
// requests are held against it: whether they bring the values that it asks for,
// and whether the text that they make fits.
//
// # Output
//
// Each violation is one line on standard output, in the order of the file, and
// "truncated" the last one after a hundred:
//
//	file: /json/pointer: message [code]
//	file: /json/pointer: warning: message [code]
//
// The file is named as it was given; "-" is standard input. The pointer (RFC 6901)
// leads to what is wrong, and for what is missing to where it should be; it and
// its colon are left out where the file as a whole is meant. Codes are those of
// package decorum; they never change. The message alone is in the language of
// -lang. What a terminal would obey, or a reader not see, is written as \x1b or
// \u202e.
//
// With -json, each line is an object:
//
//	{"file":"a.json","pointer":"/text/body","code":"too_long","severity":"error",
//	 "message":"4097 code points, at most 4096","line":4,"column":13,
//	 "measure":{"actual":4097,"limit":4096,"unit":"code_points"}}
//
// Line and column say where in the file it is, in characters from 1; for what is
// missing, where the object is that should have it. "measure" is there where
// something was measured, "want" where it is known what would be right, "span"
// where only part of a text is wrong: its start and end, in bytes of the text, or
// of the file where that is no JSON. Members are only ever added.
//
// Of an inventory, a line ends in the features that the installation lacks because
// of it, such as "off: scaling"; with -json, they are in "off". "basic" is the
// channel itself: without it there are no others.
//
// Errors of the program itself go to standard error. On a terminal, so do a line
// that tells how far it is, where more than 20 files are checked, and a count at
// the end. Colours are only used on a terminal, and not where NO_COLOR is set.
//
// # Exit status
//
//	0  no errors; warnings do not count
//	1  at least one error
//	2  misuse, or a file or directory that cannot be read or written; all others
//	   are checked all the same, and this is answered whatever they have
//
// (go run answers 1 for both; build the program to tell them apart.)
//
// # Mending
//
// With -fix, files are written back with what can be mended without a change of
// meaning: line breaks, tabs and long runs of spaces where none may stand become
// one space, several blank lines in a template become one, blanks at the ends of a
// text go where it is too long by them, and so does a byte order mark; the name of
// a kind, such as "LIST", is put into lower case, and an emoji that was escaped
// twice is one. Texts are never cut, and ids, codes and addresses never touched.
// All other bytes of the file stay as they are.
//
//	file: /json/pointer: fixed: "what it was" is now "what it is" [code]
//
// With -json, such a line has the member "fixed" with "was" and "now". What is
// left follows, and the exit status is that of what is left. Doing it again
// changes nothing, except in a file with some 10,000 faults, which takes several
// goes. A file is replaced as a whole or not at all, and keeps its mode. What is no
// regular file, such as a link, is never written to, and a file that is read-only or
// that changed in the meantime neither: that is an exit status of 2.
//
// # How it is made
//
// judge.go, definition.go and feature.go ask the library; the rest reads files and
// writes lines. A host that checks what it sends itself needs no JSON: see Check
// of message.Message.
package main
