package emoji

import (
	"fmt"

	"github.com/decorum-go/decorum/internal/enum"
)

// Group is one of the ten groups that emoji-test.txt sorts the RGI set into.
//
// The zero Group is none.
type Group uint8

// The groups, in the order of a keyboard.
const (
	SmileysEmotion Group = iota + 1
	PeopleBody
	Components
	AnimalsNature
	FoodDrink
	TravelPlaces
	Activities
	Objects
	Symbols
	Flags
)

// String returns the group's name, such as "Smileys & Emotion"; "" for none.
func (g Group) String() string {
	if int(g) >= len(groupNames) {
		return fmt.Sprintf("group(%d)", uint8(g))
	}
	return groupNames[g]
}

// ParseGroup reads what [Group.String] writes. Anything else is
// [decorum.Unknown].
func ParseGroup(s string) (Group, error) { return enum.Parse[Group](groupNames[:], s) }

// AppendText appends what [Group.String] returns. It fails with
// [decorum.Unknown] for a value that is none.
func (g Group) AppendText(dst []byte) ([]byte, error) { return enum.Append(dst, groupNames[:], g) }

// MarshalText returns what [Group.AppendText] appends.
func (g Group) MarshalText() ([]byte, error) { return g.AppendText(nil) }

// UnmarshalText reads what [ParseGroup] reads; an empty text is the zero
// Group.
func (g *Group) UnmarshalText(text []byte) error { return enum.Read(groupNames[:], g, text) }

// Group returns the emoji's group, and none for an emoji outside of the RGI set.
// U+FE0F makes no difference.
func (e Emoji) Group() Group {
	if id, ok := rgiID(e.text); ok {
		return subgroupNames[subgroupOf[id]].group
	}
	return 0
}

// Subgroup returns the name of the emoji's subgroup, such as "face-affection",
// and "" for an emoji outside of the RGI set. U+FE0F makes no difference.
func (e Emoji) Subgroup() string {
	if id, ok := rgiID(e.text); ok {
		return subgroupNames[subgroupOf[id]].name
	}
	return ""
}
