// Package attachment judges the files of a conversation: what they are, whether
// they may be sent, what to call them when they are saved, and what to show
// before they are there.
//
// A file says three times what it is: in its declared media type, in the
// extension of its name, and in its content. A receiver may show it by one and
// open it by another, so the three must agree. [Sniff] tells a [Type] from the
// first 4 KiB of content. [Inspect] gathers all three in a [File]. A [Profile]
// says which types may be sent and how large they may be, and [Profile.Check]
// tells everything that is wrong at once. Received files are never refused:
// [CheckInbound] warns.
//
//	f, err := attachment.Inspect("photo.jpg", "image/jpeg", size, r)
//	if err != nil { … } // r failed
//	if err := attachment.Workspace().Check(f).Err(); err != nil { … }
//
// # Profiles
//
// A profile's bound is the number of bytes that the largest file may have.
//
//   - [Workspace] is the guide of release 9.1. 1 MB is 1,048,576 bytes and a file
//     must be smaller than 100 MB: 104,857,599 bytes pass, 104,857,600 do not.
//   - [Workspace2020] is the older guide, with more audio types; bounds as above.
//   - [CloudAPI] is Meta's table. It does not say what a megabyte is: a file over
//     the binary reading (16 MB: 16,777,216 bytes) is an error, one over the
//     decimal reading (16,000,000) a warning; the bound itself passes.
//   - [OnPremises] is Meta's older table; bounds read like those of CloudAPI.
//
// The methods of a profile return a narrower copy; [Strictest] combines two.
//
// # What is not done
//
// At most [HeadSize] bytes are looked at and nothing is decompressed or decoded:
// a file whose head is right and whose rest is broken passes. This is no virus
// scanner. Pixels, bit depths, codecs of films and the channels of a voice note
// are not checked.
//
// The package does no I/O but to read from the reader it is given, and keeps no
// state. Its values are safe for concurrent use.
package attachment
