package deploy_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

func TestParseInventory(t *testing.T) {
	got, err := deploy.ParseInventory([]byte(`{
		"tenant": "101", "without_roles": true,
		"components": [{"type": "workspace", "name": "W", "version": 8.5, "selected": true, "options": {"a": {"t": "x", "n": 1.50, "b": true, "f": false, "none": null}, "b": {}, "none": null}}, {}],
		"overrides": [{"layer": "agent", "name": "A", "options": {"s": {"n": "v"}}}],
		"objects": [{"type": "queue", "name": "Q", "display_name": "D", "media_types": ["m"], "options": {}}],
		"roles": [{"name": "R", "privileges": ["canUse"], "all_workitem_privileges": true}],
		"attached_data": {"a": [1, "2"]}
	}`))
	if err != nil {
		t.Fatal(err)
	}
	want := deploy.Inventory{
		Tenant: 101, WithoutRoles: true,
		Components: []deploy.Component{{
			Type: deploy.Workspace, Name: "W", Version: "8.5", Selected: true,
			Options: deploy.Options{"a": {"t": "x", "n": "1.50", "b": "true", "f": "false"}, "b": {}},
		}, {}},
		Overrides:    []deploy.Override{{Layer: "agent", Name: "A", Options: deploy.Options{"s": {"n": "v"}}}},
		Objects:      []deploy.Object{{Type: deploy.Queue, Name: "Q", DisplayName: "D", MediaTypes: []string{"m"}, Options: deploy.Options{}}},
		Roles:        []deploy.Role{{Name: "R", Privileges: []string{"canUse"}, AllWorkitemPrivileges: true}},
		AttachedData: json.RawMessage(`{"a": [1, "2"]}`),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if nothing, err := deploy.ParseInventory([]byte(` {} `)); err != nil || !cmp.Equal(nothing, deploy.Inventory{}) {
		t.Errorf("of nothing: %v, %v", nothing, err)
	}
}

// TestParseInventoryWarnsOfWhatItDoesNotKnow: no slip of the pen passes
// unnoticed.
func TestParseInventoryWarnsOfWhatItDoesNotKnow(t *testing.T) {
	inv, err := deploy.ParseInventory([]byte(`{
		"component": [{"type": "workspace"}],
		"components": [{"typ": "workspace", "type": "other"}],
		"overrides": [{"level": "agent"}],
		"objects": [{"displayname": {"a": [1]}}],
		"roles": [{"privileges_": ["canUse"]}, {"telephone +1 202 555 0123": 1}]
	}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"warning unknown /component tenant, without_roles, components, overrides, objects, roles, attached_data",
		"warning unknown /components/0/typ type, name, version, selected, options",
		"warning unknown /overrides/0/level layer, name, options",
		"warning unknown /objects/0/displayname type, name, display_name, media_types, options",
		"warning unknown /roles/0/privileges_ name, privileges, all_workitem_privileges",
		"warning unknown /roles/1 name, privileges, all_workitem_privileges",
	}
	if diff := cmp.Diff(want, told(inv.Unread)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, told(deploy.Check(inv))[:len(want)]); diff != "" {
		t.Errorf("told by Check (-want +got):\n%s", diff)
	}
}

func TestParseInventoryRefused(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", ``, []string{"error malformed  a JSON value"}},
		{"no object", `[]`, []string{"error wrong_type  an object"}},
		{"all at once", `{"tenant": 1.5, "without_roles": "yes", "components": {}, "objects": [1, {"name": 2}], "roles": [{"privileges": "canUse"}]}`, []string{
			"error wrong_type /tenant an integer", "error wrong_type /without_roles true or false",
			"error wrong_type /components an array", "error wrong_type /objects/0 an object",
			"error wrong_type /objects/1/name a string", "error wrong_type /roles/0/privileges an array",
		}},
		{"options of another kind", `{"components": [{"options": {"a": "b", "c": {"d": ["e"]}}}]}`, []string{
			"error wrong_type /components/0/options/a an object", "error wrong_type /components/0/options/c/d a string or a number",
		}},
		{"twice", `{"components": [{"options": {"a": {"b": "1", "b": "2"}, "a": {}}, "type": "other", "type": "other"}], "roles": [], "roles": []}`, []string{
			"error duplicate /components/0/options/a/b", "error duplicate /components/0/options/a",
			"error duplicate /components/0/type", "error duplicate /roles",
		}},
		{"data behind it", `{} {}`, []string{"error malformed  the end of the document"}},
		{"a comma too many", `{"roles": [],}`, []string{"error malformed  a name in double quotes"}},
		{"twice in attached data", `{"attached_data": {"1": 1, "1": 2}}`, []string{"error duplicate /attached_data/1"}},
	} {
		inv, err := deploy.ParseInventory([]byte(test.text))
		var vs decorum.Violations
		for v := range decorum.All(err) {
			vs = append(vs, v)
		}
		if diff := cmp.Diff(test.want, told(vs)); diff != "" || !cmp.Equal(inv, deploy.Inventory{}) {
			t.Errorf("%s: %v (-want +got):\n%s", test.name, inv, diff)
		}
	}
	if _, err := deploy.ParseInventory([]byte(strings.Repeat(" ", deploy.MaxInput) + "{}")); err == nil {
		t.Error("an inventory past MaxInput is read")
	}
	if _, err := deploy.ParseInventory([]byte(strings.Repeat(" ", deploy.MaxInput-2) + "{}")); err != nil {
		t.Errorf("an inventory of MaxInput bytes: %v", err)
	}
}

func TestInventoryJSON(t *testing.T) {
	data, err := os.ReadFile("testdata/good.json")
	if err != nil {
		t.Fatal(err)
	}
	inv := sample(t, "good.json")
	written, err := json.Marshal(inv)
	if err != nil {
		t.Fatal(err)
	}
	var again deploy.Inventory
	if err := json.Unmarshal(written, &again); err != nil {
		t.Fatal(err)
	}
	var one, two any
	if err := json.Unmarshal(data, &one); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(written, &two); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(one, two); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	if vs := deploy.Check(again); vs != nil {
		t.Errorf("written and read: %v", vs)
	}
	kept := deploy.Inventory{Tenant: 7}
	if err := json.Unmarshal([]byte(`null`), &kept); err != nil || kept.Tenant != 7 {
		t.Errorf("null: %v, %v", kept, err)
	}
	if err := json.Unmarshal([]byte(`{"tenant": {}}`), &kept); err == nil || kept.Tenant != 7 {
		t.Errorf("another kind: %v, %v", kept, err)
	}
}

func TestProfile(t *testing.T) {
	ids := map[string]bool{}
	for _, q := range deploy.Guide() {
		if ids[q.ID] || q.ID == "" {
			t.Errorf("%q stands twice", q.ID)
		}
		ids[q.ID] = true
		data, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		var again deploy.Requirement
		if err := json.Unmarshal(data, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(q, again); diff != "" {
			t.Errorf("%s (-want +got):\n%s", q.ID, diff)
		}
	}
	p := deploy.Guide()
	q, ok := p.Lookup("chat-server-auto-save")
	if !ok {
		t.Fatal("not found")
	}
	q.Values[0], q.Features[0] = "9", "changed"
	if q, _ := deploy.Guide().Lookup("chat-server-auto-save"); q.Values[0] != "1" || q.Features[0] != deploy.TranscriptSaving {
		t.Errorf("a change reaches the guide: %v", q)
	}
	vs := p.Check(sample(t, "good.json"))
	if diff := cmp.Diff([]string{"warning unsupported " + atChat + "settings/transcript-auto-save 9, 2"}, told(vs)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if _, ok := p.Lookup("none"); ok {
		t.Error("found what is not there")
	}
	if vs := deploy.Profile(nil).Check(deploy.Inventory{}); vs != nil {
		t.Errorf("asked for nothing: %v", vs)
	}
	if features := deploy.Profile(nil).Features(deploy.Inventory{}); len(features) != 0 {
		t.Errorf("asked for nothing: %v", features)
	}
}

// TestProfileOfOnesOwn asks for things that the guide does not.
func TestProfileOfOnesOwn(t *testing.T) {
	inv := sample(t, "good.json")
	inv.Components = append(inv.Components, deploy.Component{Type: "redis", Version: "6.2", Options: deploy.Options{"net": {"port": "70000"}}})
	p := deploy.Profile{
		{ID: "redis", Kind: deploy.KindVersion, Component: "redis", Minimum: deploy.MustParseVersion("7.0"), Code: decorum.Deprecated},
		{ID: "port", Kind: deploy.KindOption, Severity: decorum.SeverityWarning, Component: "redis", Section: "net", Name: "port", Least: 1, Most: 65535},
		{ID: "low port", Kind: deploy.KindOption, Severity: decorum.SeverityWarning, Component: "redis", Section: "net", Name: "port", Least: 1, Most: 1024, Features: []deploy.FeatureName{"low"}},
		{ID: "theme", Kind: deploy.KindOption, Severity: decorum.SeverityWarning, Component: deploy.Workspace, Section: "interaction-workspace", Name: "whatsappsession.theme", Values: []string{"HighContrast"}, Features: []deploy.FeatureName{"contrast"}},
		{ID: "queue", Kind: deploy.KindObject, Severity: decorum.SeverityWarning, Object: deploy.Queue, Name: "vip", Optional: true},
		{ID: "any", Kind: 99, Component: "redis", Features: []deploy.FeatureName{"odd"}},
	}
	want := []string{
		"warning unsupported " + atDesk + "whatsappsession.theme HighContrast",
		"error deprecated /components/9/version 7.0 or later",
		"warning out_of_range /components/9/options/net/port an integer from 1 to 65535",
		"warning out_of_range /components/9/options/net/port an integer from 1 to 1024",
	}
	if diff := cmp.Diff(want, told(p.Check(inv))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	features := p.Features(inv)
	if len(features) != 3 || features[0].On || features[1].On || features[1].Name != "contrast" || !features[2].On {
		t.Errorf("features: %v", features)
	}
	for _, q := range p[:5] {
		if q.String() == "" {
			t.Errorf("%s has no words", q.ID)
		}
	}
	if got := p[0].String(); got != "redis: 7.0 or later" {
		t.Errorf("in words: %s", got)
	}
	if p[5].String() != "" || p[5].Kind.String() != "" {
		t.Error("a kind that is none has words")
	}
}

func TestKindText(t *testing.T) {
	for k := deploy.KindVersion; k <= deploy.KindChannels; k++ {
		text, err := k.MarshalText()
		var again deploy.Kind
		if err != nil || again.UnmarshalText(text) != nil || again != k || k.String() != string(text) {
			t.Errorf("%s: %v, %v", text, again, err)
		}
		if parsed, err := deploy.ParseKind(string(text)); err != nil || parsed != k {
			t.Errorf("%s is parsed as %v, %v", text, parsed, err)
		}
	}
	for _, k := range []deploy.Kind{deploy.KindChannels + 1, 255} {
		if text, err := k.MarshalText(); err == nil || len(text) > 0 {
			t.Errorf("%d is %s", k, text)
		}
	}
	for _, text := range []string{"Version", "versions", " version"} {
		k := deploy.KindObject
		if k.UnmarshalText([]byte(text)) == nil || k != deploy.KindObject {
			t.Errorf("%q is %v", text, k)
		}
	}
	if deploy.ChatServer.DisplayName() != "Chat Server" || deploy.ComponentType("x").DisplayName() != "" {
		t.Error("names of components")
	}
}

// TestProfileWithoutSeverity: a requirement that leaves its severity open is an
// error, also beside one of the guide's that is a warning.
func TestProfileWithoutSeverity(t *testing.T) {
	asked := deploy.Requirement{ID: "driver", Kind: deploy.KindVersion, Component: deploy.HubDriver, Minimum: deploy.MustParseVersion("9.1")}
	inv := sample(t, "good.json")
	inv.Components = slices.DeleteFunc(inv.Components, func(c deploy.Component) bool { return c.Type == deploy.HubDriver })
	for _, p := range []deploy.Profile{append(deploy.Guide(), asked), append(deploy.Profile{asked}, deploy.Guide()...)} {
		if diff := cmp.Diff([]string{"error required /components hub_driver"}, told(p.Check(inv))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestRequirementWithoutAKindAsksForNothing, and so does one whose kind is not about
// components.
func TestRequirementWithoutAKindAsksForNothing(t *testing.T) {
	for _, kind := range []deploy.Kind{0, deploy.KindPrivilege} {
		p := deploy.Profile{{ID: "none", Kind: kind, Component: "redis", Features: []deploy.FeatureName{deploy.Basic}}}
		inv := deploy.Inventory{WithoutRoles: true}
		if vs := p.Check(inv); vs != nil || !p.Features(inv)[0].On {
			t.Errorf("%v: %v", kind, vs)
		}
	}
}

// TestBlanksAroundAVersion do not count, as around options.
func TestBlanksAroundAVersion(t *testing.T) {
	inv := sample(t, "good.json")
	inv.Components[plugIn].Version = " 9.1.008.06\t"
	if vs := deploy.Check(inv); vs != nil {
		t.Errorf("%v", vs)
	}
	inv.Components[plugIn].Version = " 9.1.x"
	vs := deploy.Check(inv)
	if len(vs) != 1 || vs[0].Span != (decorum.Span{Start: 5, End: 6}) {
		t.Errorf("%+v", vs)
	}
}
