package identity_test

import (
	"fmt"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

// A webhook reports an id; the address book has a number. Are they one contact?
func Example() {
	reported, err := identity.ParseWhatsAppID("5215512345678")
	if err != nil {
		fmt.Println(err)
		return
	}
	known, _ := identity.WhatsAppIDOf(phone.MustParse("+52 55 1234 5678"))
	fmt.Println(identity.SameSubscriber(reported, known))

	contact := identity.Identity{Number: phone.MustParse("+52 55 1234 5678")}
	contact, err = contact.Merge(identity.Identity{WhatsAppID: reported})
	fmt.Println(contact.Addresses()[0], err)
	// Output:
	// true
	// {to +5215512345678 false} <nil>
}

// The table of the package: ids as they are reported, and all ids of the same
// subscriber.
func ExampleWhatsAppID_Variants() {
	for _, s := range []string{
		"5215512345678", "521512345678", "5491158749895", "554188887777",
		"551151234567", "5511951234567", "551178901234", "15162837151",
	} {
		fmt.Println(s, identity.MustParseWhatsAppID(s).Variants())
	}
	// Output:
	// 5215512345678 [525512345678 5215512345678]
	// 521512345678 [521512345678]
	// 5491158749895 [5491158749895 541158749895]
	// 554188887777 [5541988887777 554188887777]
	// 551151234567 [551151234567]
	// 5511951234567 [5511951234567]
	// 551178901234 [551178901234]
	// 15162837151 [15162837151]
}

func ExampleIdentity_Addresses() {
	hidden := identity.Identity{UserID: identity.MustParseUserID("US.13491208655302741918")}
	for _, a := range hidden.Addresses() {
		fmt.Printf("%q: %q\n", a.Field, a.Value)
	}
	// Output:
	// "recipient": "US.13491208655302741918"
}

func ExampleIdentity_Same() {
	before := identity.Identity{UserID: identity.MustParseUserID("US.1"), WhatsAppID: identity.MustParseWhatsAppID("15162837151")}
	after := identity.Identity{UserID: identity.MustParseUserID("US.2"), WhatsAppID: identity.MustParseWhatsAppID("15162837151")}
	fmt.Println(before.Same(after)) // the number has passed to somebody else
	// Output:
	// false
}
