package emoji

import "fmt"

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
