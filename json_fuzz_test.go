package decorum_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
)

func FuzzViolationJSON(f *testing.F) {
	f.Add([]byte(`{"code":"too_long","severity":"error","path":"/buttons/2/title","limit":20,"actual":23,"unit":"code_points"}`))
	f.Add([]byte(`{"code":"malformed","severity":"warning","span":[0,3],"want":"URL","more":null}`))
	f.Add([]byte(`{"code":"x","severity":"error","path":"/~1~0","span":[9223372036854775807,9223372036854775807]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var v, back decorum.Violation
		if json.Unmarshal(data, &v) != nil {
			return
		}
		again, err := json.Marshal(v)
		if err != nil {
			t.Fatalf("%s was read, but cannot be written: %v", data, err)
		}
		if err := json.Unmarshal(again, &back); err != nil {
			t.Fatalf("%s was written, but cannot be read: %v", again, err)
		}
		if diff := cmp.Diff(v, back); diff != "" {
			t.Errorf("%s (-first +second):\n%s", data, diff)
		}
		_ = v.String()
	})
}
