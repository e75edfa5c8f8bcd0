// Package guard holds the house together: it reads the module's own source and
// tells where it breaks the rules that no compiler knows. Which package may
// import which, what pure code may not do, that every exported name is
// documented, how long a file may be, that each enumeration is written and read
// by its names. Its tests run every guard over the module, and each over a small
// sample that must be caught.
package guard
