package phone_test

import (
	"bytes"
	"log/slog"
	"testing"

	"github.com/decorum-go/decorum/phone"
)

func TestLogMasks(t *testing.T) {
	for text, want := range map[string]string{
		"+15162837151":          "+1********51",
		"+5491156121008":        "+54*********08",
		"+22523456789":          "+225******89",
		"+49151":                "+49***",
		"+491512":               "+49****",
		"+4915123":              "+49***23",
		"+38398765432109876543": "+383***************43",
	} {
		if got := phone.MustParse(text).LogValue().String(); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	var out bytes.Buffer
	slog.New(slog.NewJSONHandler(&out, nil)).Info("sent", "to", phone.MustParse("+15162837151"), "from", phone.Number{})
	if !bytes.Contains(out.Bytes(), []byte(`"to":"+1********51","from":""`)) {
		t.Error(out.String())
	}
}
