package wire_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// A member that the open object has already cannot be written again, wherever it
// stands and whatever is in the values between.
func TestMembersOfOneName(t *testing.T) {
	write := func(more string) (string, error) {
		w := wire.NewWriter([]byte(`{"outer":0,`))
		w.Object()
		w.KeyText("outer", "x")
		w.Key("rows")
		w.Array()
		w.Object()
		w.KeyText("id", `a"b\\"`)
		w.KeyText("text", `\\\`)
		w.KeyText("braces", `}]{["in":`)
		w.Key("inner")
		w.Object()
		w.KeyText("deep", "\",\"trap\":\"")
		w.End()
		w.UserKey("say \"é\"")
		w.Null()
		w.Key("last")
		w.Array()
		w.Text("element")
		w.End()
		w.Members(more)
		w.End()
		w.End()
		w.End()
		out, err := w.Done()
		return string(out), err
	}
	for _, name := range []string{"outer", "rows", "deep", "trap", "in", "element", "a", "b", "", "x", "ID", "extra", "\\", "say é"} {
		member, _ := json.Marshal(map[string]int{name: 1})
		out, err := write(string(member))
		if err != nil || !strings.HasSuffix(out, `"last":["element"],`+string(member[1:len(member)-1])+`}]}`) {
			t.Errorf("%q: %s, %v", name, out, err)
		}
	}
	for _, name := range []string{"id", "text", "braces", "inner", `say "é"`, "last"} {
		member, _ := json.Marshal(map[string]int{name: 1, "new": 2})
		_, err := write(string(member))
		var refused *decorum.Error
		if !errors.As(err, &refused) || len(refused.Violations) != 1 || refused.Violations[0].Code != decorum.Duplicate ||
			name[0] != 's' && refused.Violations[0].Path != "/rows/0/"+name {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, err := write(`{"\u0069d":1}`); !errors.Is(err, decorum.Duplicate) {
		t.Errorf("an escape: %v", err)
	}
	for _, odd := range []string{`[]`, `{"a":1,"a":2}`, `{`, `7`} {
		if out, err := write(odd); err == nil {
			t.Errorf("%s: %s", odd, out)
		}
	}
}

// What is looked at grows as what is written does, with the rows of a list, with
// the members, and with what stands in the values.
func TestMembersCostIsLinear(t *testing.T) {
	rows := func(n int) *wire.Writer {
		w := wire.NewWriter(nil)
		w.Object()
		w.Key("rows")
		w.Array()
		for range n {
			w.Object()
			w.KeyText("id", "a")
			w.Members(`{"x":1,"y":{"z":2}}`)
			w.End()
		}
		w.End()
		w.Members(`{"x":1}`)
		w.End()
		return w
	}
	members := func(n int) *wire.Writer {
		var more []string
		for i := range n {
			more = append(more, fmt.Sprintf(`"m%d":0`, i))
		}
		w := wire.NewWriter(nil)
		w.Object()
		w.KeyText("id", "a")
		w.KeyText("text", strings.Repeat("x", n))
		w.Members("{" + strings.Join(more, ",") + "}")
		w.End()
		return w
	}
	slashes := func(n int) *wire.Writer {
		w := wire.NewWriter(nil)
		w.Object()
		w.KeyText("text", strings.Repeat(`\`, n)+strings.Repeat(`"`, n)+strings.Repeat(`\"`, n))
		w.Members(`{"x":1}`)
		w.End()
		return w
	}
	for name, write := range map[string]func(int) *wire.Writer{"rows": rows, "members": members, "backslashes": slashes} {
		looked := func(n int) (int, int) {
			w := write(n)
			out, err := w.Done()
			if err != nil {
				t.Fatal(err)
			}
			return wire.Looked(w), len(out)
		}
		one, small := looked(1000)
		two, large := looked(4000)
		if float64(two)/float64(one) > 1.1*float64(large)/float64(small) || two > 4*large {
			t.Errorf("%s: %d steps for %d bytes, %d for %d", name, one, small, two, large)
		}
	}
}
