package display_test

import (
	"fmt"

	"github.com/decorum-go/decorum/whatsapp/display"
)

// The customer's name as the guide recommends it: the profile nickname, else the
// contact's name, else what the channel shows.
func Example() {
	format, err := display.Parse(`$Contact._msg_ProfileNickname|$Contact.FirstName$ $Contact.LastName|$Party.DisplayName$`)
	if err != nil {
		fmt.Println(err)
		return
	}
	contact := map[string]string{"FirstName": "Ann", "LastName": "Lee"}
	name := format.Value(func(object, name string) string {
		switch object {
		case "Contact":
			return contact[name]
		case "Party":
			return "+15162837151"
		}
		return ""
	})
	fmt.Println(name)
	// Output:
	// Ann Lee
}

func ExampleParse() {
	_, err := display.Parse("($Contact.FirstName$ - $Window.Title$")
	fmt.Println(err)
	// Output:
	// not well-formed (at byte 0); want a ) after the (
}

func ExampleFormat_Fields() {
	for _, f := range display.MustParse("($Contact.FirstName|$Interaction.MainParty$) - $Window.Title$").Fields() {
		fmt.Println(f.Object, f.Name)
	}
	// Output:
	// Contact FirstName
	// Interaction MainParty
	// Window Title
}
