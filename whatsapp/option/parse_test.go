package option_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/option"
)

// layered has one option in each of the four layers, from the lowest.
func layered(name string, values ...string) option.Layers {
	var l option.Layers
	for i, at := range []*map[string]string{&l.Application, &l.Tenant, &l.AgentGroup, &l.Agent} {
		if i < len(values) && values[i] != unset {
			*at = set(name, values[i])
		}
	}
	return l
}

const unset = "\x00unset"

// TestOPLaterLayerWins tries every row with every choice of layers that set it.
func TestOPLaterLayerWins(t *testing.T) {
	for _, row := range option.Table() {
		first, second := good(t, row)
		for chosen := range 1 << 4 {
			values := []string{unset, unset, unset, unset}
			want, layer := row.Default, option.BuiltIn
			for i := range values {
				if chosen&(1<<i) != 0 {
					values[i] = []string{first, second, first, second}[i]
					want, layer = values[i], option.Layer(i+1)
				}
			}
			o, vs := option.Parse(layered(row.Name, values...))
			if err := vs.Err(); err != nil || o.Values()[row.Name] != want || o.Layer(row.Name) != layer {
				t.Errorf("%s %q: %q from %v, %v; want %q from %v", row.Name, values, o.Values()[row.Name], o.Layer(row.Name), err, want, layer)
			}
		}
	}
}

// TestOPBadValueFallsToTheNextLayer tries every row with every choice of layers
// that are good, bad or silent.
func TestOPBadValueFallsToTheNextLayer(t *testing.T) {
	for _, row := range option.Table() {
		first, second := good(t, row)
		wrong := bad(t, row)
		for chosen := range 3 * 3 * 3 * 3 {
			values := []string{unset, unset, unset, unset}
			want, layer := row.Default, option.BuiltIn
			var paths []string
			for i, rest := 0, chosen; i < len(values); i, rest = i+1, rest/3 {
				switch rest % 3 {
				case 1:
					values[i] = []string{first, second, first, second}[i]
					want, layer = values[i], option.Layer(i+1)
				case 2:
					values[i] = wrong
					paths = append(paths, "/"+option.Layer(i+1).String()+"/"+row.Name)
				}
			}
			o, vs := option.Parse(layered(row.Name, values...))
			if o.Values()[row.Name] != want || o.Layer(row.Name) != layer {
				t.Errorf("%s %q: %q from %v; want %q from %v", row.Name, values, o.Values()[row.Name], o.Layer(row.Name), want, layer)
			}
			var got []string
			for _, v := range vs {
				if v.Severity != decorum.SeverityError {
					continue
				}
				got = append(got, v.Path)
				if v.Want == "" || strings.Contains(v.String(), wrong) && len(wrong) > 2 {
					t.Errorf("%s = %q: %v", row.Name, wrong, v)
				}
			}
			if diff := cmp.Diff(paths, slices.Compact(got)); diff != "" {
				t.Errorf("%s %q: violations (-want +got):\n%s", row.Name, values, diff)
			}
		}
	}
}

// TestOPNothingElseIsLost sets all options, then spoils one after the other:
// only that one falls to its default.
func TestOPNothingElseIsLost(t *testing.T) {
	all := map[string]string{}
	for _, row := range option.Table() {
		all[row.Name], _ = good(t, row)
	}
	whole, vs := option.Parse(option.Layers{Application: all})
	if vs != nil {
		t.Fatal(vs)
	}
	if diff := cmp.Diff(all, whole.Values()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, row := range option.Table() {
		spoilt := map[string]string{}
		want := map[string]string{}
		for name, value := range all {
			spoilt[name], want[name] = value, value
		}
		spoilt[row.Name], want[row.Name] = bad(t, row), row.Default
		o, vs := option.Parse(option.Layers{Application: spoilt})
		if !vs.HasErrors() {
			t.Errorf("%s = %q passes", row.Name, spoilt[row.Name])
		}
		if diff := cmp.Diff(want, o.Values()); diff != "" {
			t.Errorf("%s is bad (-want +got):\n%s", row.Name, diff)
		}
		for _, other := range option.Table() {
			if set := o.Layer(other.Name) == option.Application; set != (other.Name != row.Name) {
				t.Errorf("%s is bad: %s is set by %v", row.Name, other.Name, o.Layer(other.Name))
			}
		}
	}
}

func TestOPViolationNamesAll(t *testing.T) {
	for _, test := range []struct {
		name, value string
		want        decorum.Violation
		text        string
	}{
		{
			option.NameMaxTextMessageSize, "2 KB",
			decorum.Violation{Code: decorum.Malformed, Span: decorum.Span{Start: 0, End: 4}, Want: "an integer from 1 to 2147483647 (bytes)"},
			"/tenant/whatsappsession.max-text-message-size: not well-formed (at byte 0); want an integer from 1 to 2147483647 (bytes)",
		},
		{
			option.NameTranscriptInteractionsCount, " 1001 ",
			decorum.Violation{
				Code: decorum.OutOfRange, Span: decorum.Span{Start: 1, End: 5},
				Limit: 1000, Actual: 1001, Unit: decorum.Items, Want: "an integer from 1 to 1000 (items)",
			},
			"/tenant/whatsappsession.transcript-interactions-count: 1001 items, at most 1000 (at byte 1); want an integer from 1 to 1000 (items)",
		},
		{
			option.NameNewMessageBlinking, "yes",
			decorum.Violation{Code: decorum.Malformed, Span: decorum.Span{Start: 0, End: 3}, Want: "true, false"},
			"/tenant/whatsappsession.new-message-blinking: not well-formed (at byte 0); want true, false",
		},
		{
			option.NameNewMessageBlinking, "\t",
			decorum.Violation{Code: decorum.Required, Want: "true, false"},
			"/tenant/whatsappsession.new-message-blinking: missing; give a value; want true, false",
		},
		{
			option.NameTheme, "Dark",
			decorum.Violation{Code: decorum.Unknown, Span: decorum.Span{Start: 0, End: 4}, Want: "Default, HighContrast"},
			"/tenant/whatsappsession.theme: not known (at byte 0); want Default, HighContrast",
		},
		{
			option.NameFreeMsgTimespan, " 24:00:00",
			decorum.Violation{Code: decorum.OutOfRange, Span: decorum.Span{Start: 1, End: 3}, Want: "hours from 00 to 23; a day is 1.00:00"},
			"/tenant/whatsappsession.free-msg-timespan: out of range (at byte 1); want hours from 00 to 23; a day is 1.00:00",
		},
		{
			option.NameToastWindowTitle, "($Contact.FirstName$",
			decorum.Violation{Code: decorum.Malformed, Span: decorum.Span{Start: 0, End: 20}, Want: "a ) after the ("},
			"/tenant/toast.window-title: not well-formed (at byte 0); want a ) after the (",
		},
		{
			option.NameMapPreview, " ftp://a.example/{LATITUDE},{LONGITUDE}",
			decorum.Violation{Code: decorum.Unsupported, Span: decorum.Span{Start: 1, End: 4}, Want: "https, http"},
			"/tenant/whatsappsession.location-map.preview.query: not supported here (at byte 1); want https, http",
		},
	} {
		_, vs := option.Parse(option.Layers{Tenant: set(test.name, test.value)})
		test.want.Severity, test.want.Path = decorum.SeverityError, "/tenant/"+test.name
		if diff := cmp.Diff(decorum.Violations{test.want}, vs); diff != "" {
			t.Errorf("%s = %q (-want +got):\n%s", test.name, test.value, diff)
			continue
		}
		if got := vs[0].String(); got != test.text {
			t.Errorf("%s = %q:\n got %s\nwant %s", test.name, test.value, got, test.text)
		}
		row, _ := option.Lookup(test.name)
		test.want.Path = ""
		if diff := cmp.Diff(decorum.Violations{test.want}, row.Check(test.value)); diff != "" {
			t.Errorf("Check of %s = %q (-want +got):\n%s", test.name, test.value, diff)
		}
	}
}

// TestOPOrder: violations stand in the order of the layers and their keys,
// whatever the maps' own order is.
func TestOPOrder(t *testing.T) {
	section := map[string]string{
		"whatsappsession.zzz":      "1",
		"whatsappsession.theme":    "Dark",
		"toast.window-title":       "$",
		"whatsappsession.aaa":      "1",
		"whatsappsession.themes":   "1",
		"someone.else":             "1",
		"contact.displayed-attrib": "1",
	}
	keys := []string{"toast.window-title", "whatsappsession.aaa", "whatsappsession.theme", "whatsappsession.themes", "whatsappsession.zzz"}
	var want []string
	for _, layer := range []string{"application", "tenant", "agent_group", "agent"} {
		for _, key := range keys {
			want = append(want, "/"+layer+"/"+key)
		}
	}
	for range 20 {
		_, vs := option.Parse(option.Layers{section, section, section, section})
		var got []string
		for _, v := range vs {
			got = append(got, v.Path)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}

func TestOPUnknownKeys(t *testing.T) {
	for _, test := range []struct {
		key     string
		ignored bool
		path    string
		want    string
	}{
		{key: "whatsappsession.max-text-mesage-size", want: option.NameMaxTextMessageSize},
		{key: "whatsappsession.max-message-size", want: option.NameMaxTextMessageSize},
		{key: "whatsappsession.Max-Text-Message-Size", want: option.NameMaxTextMessageSize},
		{key: "WhatsAppSession.theme", want: option.NameTheme},
		{key: "whatsappsession.themes", want: option.NameTheme},
		{key: "whatsappsession.on_hold_queue", want: option.NameOnHoldQueue},
		{key: "whatsappsession.agent.text-colour", want: option.NameAgentTextColor},
		{key: "whatsappsession.location-map.preview.heigth", want: option.NameMapPreviewHeight},
		{key: "whatsappsession.auto-answer"},
		{key: "whatsappsession.xyz"},
		{key: "whatsappsession."},
		{key: "whatsappsession.<script>", path: "/application"},
		{key: "whatsappsession.theme ", path: "/application", want: option.NameTheme},
		{key: "whatsappsession.\x1b[31m\xff", path: "/application"},
		{key: "whatsappsession." + strings.Repeat("x", 48)},
		{key: "whatsappsession." + strings.Repeat("x", 49), path: "/application"},
		{key: "intercommunication.whatsappsession.queu", want: option.NameConferenceQueue},
		{key: "workbin.whatsappsession.inprogress", want: option.NameInProgressWorkbin},
		// These may be the desk's own, as it has them for every medium.
		{key: "workbin.whatsappsession.drafts", ignored: true},
		{key: "intercommunication.whatsappsession.routing-based-actions", ignored: true},
		// And these are others'.
		{key: "applebcsession.theme", ignored: true},
		{key: "whatsappsession", ignored: true},
		{key: "contact.displayed-attribute", ignored: true},
		{key: "", ignored: true},
	} {
		o, vs := option.Parse(option.Layers{Application: set(test.key, "x")})
		if diff := cmp.Diff(option.Default(), o); diff != "" {
			t.Errorf("%q changes options (-want +got):\n%s", test.key, diff)
		}
		var want decorum.Violations
		if !test.ignored {
			if test.path == "" {
				test.path = "/application/" + test.key
			}
			want = decorum.Violations{{Code: decorum.Unknown, Severity: decorum.SeverityWarning, Path: test.path, Want: test.want}}
		}
		if diff := cmp.Diff(want, vs); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.key, diff)
		}
	}
}

// TestOPHugeLayers: however many keys there are, the list of violations ends, and
// an error among those that it does not show makes its end an error.
func TestOPHugeLayers(t *testing.T) {
	section := map[string]string{option.NameTheme: "Default"}
	for i := range 20_000 {
		section[fmt.Sprintf("whatsappsession.a%05d", i)] = "x"
		section[fmt.Sprintf("others.%05d", i)] = "x"
	}
	o, vs := option.Parse(option.Layers{Agent: section})
	if o.Layer(option.NameTheme) != option.Agent || len(vs) != decorum.MaxViolations+1 || vs.Err() != nil {
		t.Errorf("set by %v, %d violations, %v", o.Layer(option.NameTheme), len(vs), vs.Err())
	}
	end := decorum.Violation{
		Code: decorum.Truncated, Severity: decorum.SeverityWarning,
		Limit: decorum.MaxViolations, Actual: 20_000, Unit: decorum.Items,
	}
	if diff := cmp.Diff(end, vs[len(vs)-1]); diff != "" {
		t.Errorf("the end (-want +got):\n%s", diff)
	}
	for i, v := range vs[:decorum.MaxViolations] {
		if want := fmt.Sprintf("/agent/whatsappsession.a%05d", i); v.Path != want {
			t.Fatalf("%d: %s, want %s", i, v.Path, want)
		}
	}
	section[option.NameTheme] = "Dark"
	if _, vs = option.Parse(option.Layers{Agent: section}); !errors.Is(vs.Err(), decorum.Truncated) {
		t.Errorf("an error that is not shown: %v", vs.Err())
	}
}

// TestOPHugeLayersCost counts allocations: ten times the unknown keys cost no
// more of them.
func TestOPHugeLayersCost(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	cost := func(keys int) float64 {
		section := map[string]string{}
		for i := range keys {
			section[fmt.Sprintf("whatsappsession.a%05d", i)] = "x"
		}
		return testing.AllocsPerRun(5, func() { option.Parse(option.Layers{Agent: section}) })
	}
	if few, many := cost(1000), cost(10_000); many > few+2 {
		t.Errorf("%v allocations for 1,000 keys, %v for 10,000", few, many)
	}
	for _, row := range option.Table() {
		if first, more := option.UnknownKeys(set(row.Name, "")); len(first) > 0 || more > 0 {
			t.Errorf("%s is not known", row.Name)
		}
	}
	first, more := option.UnknownKeys(map[string]string{"whatsappsession.b": "", "whatsappsession.a": "", option.NameTheme: ""})
	if diff := cmp.Diff([]string{"whatsappsession.a", "whatsappsession.b"}, first); diff != "" || more != 0 {
		t.Errorf("and %d more (-want +got):\n%s", more, diff)
	}
}

func TestOPUnknownKeysAreAsManyAsAListShows(t *testing.T) {
	for _, n := range []int{decorum.MaxViolations - 1, decorum.MaxViolations, decorum.MaxViolations + 1, 2 * decorum.MaxViolations} {
		section := map[string]string{}
		for i := range n {
			section[fmt.Sprintf("whatsappsession.x%03d", i)] = ""
		}
		first, more := option.UnknownKeys(section)
		if len(first) != min(n, decorum.MaxViolations) || more != n-len(first) {
			t.Errorf("of %d keys %d are shown, and %d more", n, len(first), more)
		}
		for i, key := range first {
			if key != fmt.Sprintf("whatsappsession.x%03d", i) {
				t.Fatalf("%s is the %d-th of %d", key, i, n)
			}
		}
	}
}
