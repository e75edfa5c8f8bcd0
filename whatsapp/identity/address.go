package identity

// A Field is the member of a send request that carries an address.
type Field string

const (
	// To carries telephone numbers and WhatsApp ids, and user ids of the form
	// that was published first.
	To Field = "to"
	// Recipient carries user ids that begin with a country.
	Recipient Field = "recipient"
)

// An Address is what a send request names its receiver by.
type Address struct {
	// Field is the member of the request; "" in the zero Address.
	Field Field
	// Value is what stands in it: a plus and digits, or a user id.
	Value string
	// ByUserID: the receiver is named by user id. Meta refuses authentication
	// templates with a one-tap, zero-tap or copy-code button for such (131062).
	ByUserID bool
}

// Addresses returns by what a message to the contact may be addressed, the best
// first: the WhatsApp id as it was reported, then the number, if it is another
// one, then the user id. A request that has both fields goes to the number. A
// parent's id and a user name address nobody. Digits have their plus, since
// without one the business's own country code may be put in front of them.
func (i Identity) Addresses() []Address {
	var all []Address
	if !i.WhatsAppID.IsZero() {
		all = append(all, Address{Field: To, Value: "+" + i.WhatsAppID.String()})
	}
	if n := i.Number.String(); n != "" && (len(all) == 0 || all[0].Value != n) {
		all = append(all, Address{Field: To, Value: n})
	}
	if !i.UserID.IsZero() && !i.UserID.IsParent() {
		field := To
		if i.UserID.Country() != "" {
			field = Recipient
		}
		all = append(all, Address{Field: field, Value: i.UserID.String(), ByUserID: true})
	}
	return all
}
