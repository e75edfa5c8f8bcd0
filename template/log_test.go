package template_test

import (
	"bytes"
	"log/slog"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLogsHoldNoValues(t *testing.T) {
	var b bytes.Buffer
	h := slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
	a := carouselArguments()
	slog.New(h).Info("sent", "message", sample().Fill(sampleArguments()), "arguments", a, "values", a.Cards[0].Body)
	want := "level=INFO msg=sent message.id=shop@order_ready message.language=en message.arguments.header=1 message.arguments.body=2 " +
		"message.arguments.buttons=0 message.arguments.cards=0 arguments.header=0 arguments.body=0 arguments.buttons=0 arguments.cards=2 values=1\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
