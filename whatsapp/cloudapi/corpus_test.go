package cloudapi_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

func TestZZ(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	files, _ := filepath.Glob(shared + "/corpus/webhooks/*.json")
	if os.Getenv("PH") != "" {
		files, _ = filepath.Glob(shared + "/corpus/webhooks_placeholders/*.json")
	}
	kinds := map[string]int{}
	for _, f := range files {
		body, _ := os.ReadFile(f)
		n, err := cloudapi.Decode(body)
		for v := range decorum.All(err) {
			t.Log(filepath.Base(f), v)
		}
		for x := range n.All() {
			k := fmt.Sprintf("%T", x)
			switch x := x.(type) {
			case *cloudapi.Received:
				k += " " + string(x.Message.Kind())
			case *cloudapi.Other:
				k += " " + x.Field + " " + x.Name
				if x.Field == "messages" || x.Field == "" {
					t.Log(filepath.Base(f), k, x.Raw)
				}
			case *cloudapi.Profile:
				t.Log(filepath.Base(f), k)
			}
			kinds[k]++
		}
		if n.Len() == 0 {
			t.Log("EMPTY", f)
		}
	}
	for k, n := range kinds {
		t.Log(n, k)
	}
	_ = message.Text{}
}
