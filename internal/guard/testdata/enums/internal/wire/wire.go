// Package wire is not part of the library's face.
package wire

// Kind is an enumeration.
type Kind uint8

// First is a kind.
const First Kind = 1
