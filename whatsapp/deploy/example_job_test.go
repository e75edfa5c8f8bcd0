package deploy_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

// job checks an inventory as a step of a pipeline does: it tells all that is wrong,
// and which features the team counts on are off. It returns the exit status.
func job(data []byte, wanted ...deploy.FeatureName) (status int) {
	inv, err := deploy.ParseInventory(data)
	if err != nil {
		for v := range decorum.All(err) {
			fmt.Println("inventory:", v)
		}
		return 2
	}
	all := deploy.Check(inv)
	for _, v := range all {
		fmt.Println(v)
	}
	if all.HasErrors() {
		status = 1
	}
	for _, f := range deploy.Features(inv) {
		if !f.On && slices.Contains(wanted, f.Name) {
			fmt.Println(f.Name, "is off")
			status = 1
		}
	}
	return status
}

// A pipeline stops at what WhatsApp needs, and at what the team needs: a warning
// alone lets it go on.
func Example_job() {
	fmt.Println(job([]byte(`{"components": [{"type": "chat_server", "version": 8.5}`)))
	data, err := os.ReadFile("testdata/good.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(job(data, deploy.SendFiles))
	data = bytes.ReplaceAll(data, []byte(`"InteractionWorkspace.WhatsApp.canSendFiles",`), nil)
	fmt.Println(job(data, deploy.SendFiles))
	// Output:
	// inventory: /components: not well-formed (at byte 55); want a comma or a closing bracket
	// 2
	// 0
	// /roles: warning: missing; give a value; want privilege InteractionWorkspace.WhatsApp.canSendFiles
	// send_files is off
	// 1
}
