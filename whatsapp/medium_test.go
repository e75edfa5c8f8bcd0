package whatsapp_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

func TestIN5MediaInAFixedOrder(t *testing.T) {
	number, err := phone.Parse("+15162837151")
	if err != nil {
		t.Fatal(err)
	}
	id, err := identity.ParseWhatsAppID("15162837151")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		who   identity.Identity
		email string
		want  string
	}{
		{identity.Identity{}, "", ""},
		{identity.Identity{}, "a@example.com", "email"},
		{identity.Identity{Number: number}, "", "voice sms whatsapp"},
		{identity.Identity{WhatsAppID: id}, "", "whatsapp"},
		{identity.Identity{Number: number, WhatsAppID: id}, "a@example.com", "voice email sms whatsapp"},
	} {
		var names []string
		for _, m := range whatsapp.ContactMedia(test.who, test.email) {
			names = append(names, m.String())
		}
		if diff := cmp.Diff(test.want, strings.Join(names, " ")); diff != "" {
			t.Error(diff)
		}
	}
}
