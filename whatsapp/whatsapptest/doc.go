// Package whatsapptest tests the rules of a desk, a host's own configuration
// among them, in a few lines: given what happened, when a command comes, then
// these events, or these violations.
//
//	clock := whatsapptest.NewClock()
//	desk := whatsapptest.Given(t, policy, whatsapptest.Active(clock, "ann")...)
//	desk.When(whatsapp.Park{At: clock.Advance(time.Minute), By: whatsapptest.Agent("ann")}).
//		Then(whatsapp.Parked{At: clock.Now(), Agent: "ann", Workbin: "in-progress"})
//	desk.When(whatsapp.Park{At: clock.Now(), By: whatsapptest.Agent("ann")}).
//		ThenRefused(decorum.WrongState)
//
// Every command of a scenario is held against the laws of package whatsapp, too:
// what Handle refuses Check has an error for, and the other way round; events
// survive the log; and a session survives its snapshot.
//
// Events are compared and shown as the log writes them, by go-cmp.
package whatsapptest
