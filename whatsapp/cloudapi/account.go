package cloudapi

import (
	"time"

	"github.com/decorum-go/decorum/internal/wire"
	"github.com/decorum-go/decorum/whatsapp/identity"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// AccountUpdate tells that an account was changed, restricted, banned or deleted,
// or what a partner did with it.
type AccountUpdate struct {
	header
	// Event is Meta's word for it, such as "DISABLED_UPDATE" or "ACCOUNT_VIOLATION".
	Event string
	// Number is the number that it is about; zero for the account.
	Number identity.WhatsAppID
	// Country is where the business is, two letters.
	Country string
	// BanState is what became of the account, such as "SCHEDULE_FOR_DISABLE",
	// "DISABLE" or "REINSTATE", and BanDate the day, as Meta writes it.
	BanState, BanDate string
	// Violation is the rule that was broken, such as "ALCOHOL".
	Violation string
	// Restrictions are what the account may not do for a while.
	Restrictions []Restriction
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// A Restriction is something that an account may not do for a while.
type Restriction struct {
	// Type is Meta's word for it, such as "RESTRICTED_ADD_PHONE_NUMBER_ACTION".
	Type string
	// Expires is when it ends.
	Expires time.Time
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// AccountAlert is a warning of Meta's.
type AccountAlert struct {
	header
	// EntityType is what it is about, such as "BUSINESS", and EntityID which one.
	EntityType, EntityID string
	// Type, Severity and Status are Meta's words, such as "WARNING" and "ACTIVE".
	Type, Severity, Status string
	// Description is Meta's English for it.
	Description string
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// AccountReview tells what came of a review of the account.
type AccountReview struct {
	header
	// Decision is "APPROVED", "REJECTED", "PENDING" or "DEFERRED".
	Decision string
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

// Capability tells how much the business may send.
type Capability struct {
	header
	// Conversations is how many contacts the business may write to first in a day;
	// -1 for any number, 0 where Meta does not tell.
	Conversations int64
	// NumbersPerBusiness and NumbersPerAccount are how many numbers there may be; 0
	// where Meta does not tell.
	NumbersPerBusiness, NumbersPerAccount int64
	// Extra keeps the members that this version does not know.
	Extra message.Extra
}

func readAccountUpdate(r *wire.Reader) Notice {
	a := new(AccountUpdate)
	var left rest
	for name := range r.Object() {
		switch name {
		case "event":
			a.Event = r.Text()
		case "phone_number":
			a.Number = known(r, &left, name, displayed)
		case "country":
			a.Country = r.Text()
		case "ban_info":
			readTexts(r, &left, name, "waba_ban_state", &a.BanState, "waba_ban_date", &a.BanDate)
		case "violation_info":
			readTexts(r, &left, name, "violation_type", &a.Violation, "", nil)
		case "restriction_info":
			for range r.Array() {
				readRestriction(r, wire.Grow(&a.Restrictions))
			}
		default:
			left.read(r, name)
		}
	}
	a.Extra = left.extra()
	return a
}

func readRestriction(r *wire.Reader, x *Restriction) {
	var left rest
	for name := range r.Object() {
		switch name {
		case "restriction_type":
			x.Type = r.Text()
		case "expiration":
			x.Expires = readSeconds(r, &left, name)
		default:
			left.read(r, name)
		}
	}
	x.Extra = left.extra()
}

func readAccountAlert(r *wire.Reader) Notice {
	a := new(AccountAlert)
	var left rest
	for name := range r.Object() {
		switch name {
		case "entity_type":
			a.EntityType = r.Text()
		case "entity_id":
			a.EntityID = r.LooseText()
		case "alert_info":
			var inner rest
			for name := range r.Object() {
				a.read(r, name, &inner)
			}
			left.nest(name, inner)
		default:
			a.read(r, name, &left) // older versions have them here
		}
	}
	a.Extra = left.extra()
	return a
}

func (a *AccountAlert) read(r *wire.Reader, name string, left *rest) {
	switch name {
	case "alert_type":
		a.Type = r.Text()
	case "alert_severity":
		a.Severity = r.Text()
	case "alert_status":
		a.Status = r.Text()
	case "alert_description":
		a.Description = r.Text()
	default:
		left.read(r, name)
	}
}

func readAccountReview(r *wire.Reader) Notice {
	a := new(AccountReview)
	var left rest
	for name := range r.Object() {
		if name == "decision" {
			a.Decision = r.Text()
			continue
		}
		left.read(r, name)
	}
	a.Extra = left.extra()
	return a
}

func readCapability(r *wire.Reader) Notice {
	c := new(Capability)
	var left rest
	for name := range r.Object() {
		switch name {
		case "max_daily_conversations_per_business":
			c.Conversations = r.LooseInt64()
		case "max_phone_numbers_per_business":
			c.NumbersPerBusiness = r.LooseInt64()
		case "max_phone_numbers_per_waba":
			c.NumbersPerAccount = r.LooseInt64()
		default:
			left.read(r, name)
		}
	}
	c.Extra = left.extra()
	return c
}
