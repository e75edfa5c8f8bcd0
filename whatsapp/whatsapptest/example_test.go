package whatsapptest_test

import (
	"fmt"
	"time"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
	"github.com/decorum-go/decorum/whatsapp"
	"github.com/decorum-go/decorum/whatsapp/message"
	"github.com/decorum-go/decorum/whatsapp/whatsapptest"
)

// printer stands for the *testing.T of a test, since an example has none.
type printer struct{}

func (printer) Helper()                           {}
func (printer) Errorf(format string, args ...any) { fmt.Printf(format+"\n", args...) }
func (printer) Fatalf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

// What a desk agreed on: after 24 hours a text goes out within the default
// notification and a file does not; and who may not send files does not send one.
func Example_sending() {
	var t printer // func TestOurDesk(t *testing.T)

	policy := whatsapptest.Policy(t, func(c *whatsapp.Config) {
		c.Desk.RoleBased = true // without it, privileges are not asked
		c.Options.EnableFreeMsgTimespanMonitoring = true
		c.Options.DefaultNotificationText = "Thanks for waiting! {{1}}"
		c.Options.DefaultNotificationID = "shop@waiting"
		c.Options.DefaultNotificationLanguage = "en"
	})
	ann := whatsapptest.Agent("ann")
	text := message.Text{Body: "Your bike is ready."}
	photo := message.Media{File: attachment.Image, ID: "1003383421387256", MIME: "image/jpeg", Size: 48_213}

	clock := whatsapptest.NewClock()
	desk := whatsapptest.Given(t, policy, whatsapptest.Active(clock, "ann")...)
	desk.When(whatsapp.SendMessage{At: clock.Now(), By: ann, LocalID: "1", Message: photo}).
		ThenNames("send_requested")

	clock.Advance(24 * time.Hour)
	sent := desk.When(whatsapp.SendMessage{At: clock.Now(), By: ann, LocalID: "2", Message: text})
	sent.ThenWarned(decorum.WindowClosed)
	fmt.Println(sent.Events()[0].(whatsapp.SendRequested).Message.Preview().Text)
	desk.When(whatsapp.SendMessage{At: clock.Now(), By: ann, LocalID: "3", Message: photo}).
		ThenRefused(decorum.WindowClosed)

	desk.When(whatsapptest.Text(clock.Now(), "wamid.2", "Hello?"))
	ann.Privileges = ann.Privileges.Without(whatsapp.CanSendFiles)
	desk.When(whatsapp.SendMessage{At: clock.Now(), By: ann, LocalID: "4", Message: photo}).
		ThenRefused(decorum.MissingPrivilege)
	// Output:
	// Thanks for waiting! Your bike is ready.
}
