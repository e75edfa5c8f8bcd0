package whatsapp_test

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp"
)

func TestRPPrivilegesAreReadByTheirNames(t *testing.T) {
	for p := range whatsapp.AllPrivileges().All() {
		text, err := p.MarshalText()
		var read whatsapp.Privilege
		if err != nil || string(text) != p.String() || read.UnmarshalText(text) != nil || read != p {
			t.Errorf("%s: %s, %v, %s", p, text, err, read)
		}
	}
	read := whatsapp.CanUse
	if err := read.UnmarshalText([]byte("canFly")); !errors.Is(err, decorum.Unknown) || read != whatsapp.CanUse {
		t.Errorf("%v, %v", read, err)
	}
	if err := read.UnmarshalText(nil); err != nil || read != 0 {
		t.Errorf("%v, %v", read, err)
	}
	if text, err := whatsapp.Privilege(0).MarshalText(); err != nil || len(text) != 0 {
		t.Errorf("none: %q, %v", text, err)
	}
	if text, err := whatsapp.Privilege(6).AppendText([]byte("x")); !errors.Is(err, decorum.Unknown) || string(text) != "x" {
		t.Errorf("one that is none: %q, %v", text, err)
	}
}

func TestRPPrivileges(t *testing.T) {
	names := []string{
		"InteractionWorkspace.WhatsApp.canUse", "InteractionWorkspace.WhatsApp.canSendFiles",
		"InteractionWorkspace.WhatsApp.canChangeAttachmentsInNotification",
		"InteractionWorkspace.WhatsApp.canChangeAttachmentsInReplyButton",
		"InteractionWorkspace.WhatsApp.canCreateNewSessionFromOtherMedia",
	}
	var got []string
	for p := range whatsapp.AllPrivileges().All() {
		got = append(got, p.String())
		if p.Meaning() == "" || !strings.HasPrefix(p.DisplayName(), "WhatsApp - Can ") {
			t.Errorf("%s: %q, %q", p, p.DisplayName(), p.Meaning())
		}
		for _, name := range []string{p.String(), strings.TrimPrefix(p.String(), "InteractionWorkspace.WhatsApp.")} {
			if back, err := whatsapp.ParsePrivilege(name); err != nil || back != p {
				t.Errorf("%s: %v, %v", name, back, err)
			}
		}
	}
	if diff := cmp.Diff(names, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, name := range []string{"", "canuse", "InteractionWorkspace.Chat.canUse", "InteractionWorkspace.WhatsApp."} {
		if _, err := whatsapp.ParsePrivilege(name); !errors.Is(err, decorum.Unknown) {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, p := range []whatsapp.Privilege{0, 6, 255} {
		if p.String() != "" || p.DisplayName() != "" || p.Meaning() != "" || (whatsapp.Privileges{}).With(p) != (whatsapp.Privileges{}) || whatsapp.AllPrivileges().Has(p) {
			t.Errorf("privilege %d exists", p)
		}
	}
}

func TestRPPrivilegeSets(t *testing.T) {
	s := whatsapp.NewPrivileges(whatsapp.CanUse, whatsapp.CanSendFiles)
	if !s.Has(whatsapp.CanUse) || s.Has(whatsapp.CanChangeAttachmentsInNotification) || s.Without(whatsapp.CanUse).Has(whatsapp.CanUse) || s.Without(0) != s {
		t.Error("the set is wrong")
	}
	for range s.All() {
		break
	}
	data, err := json.Marshal(s)
	if want := `["InteractionWorkspace.WhatsApp.canUse","InteractionWorkspace.WhatsApp.canSendFiles"]`; err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	var back whatsapp.Privileges
	if err := json.Unmarshal(data, &back); err != nil || back != s {
		t.Errorf("%v, %v", back, err)
	}
	if data, _ := json.Marshal(whatsapp.Privileges{}); string(data) != "[]" {
		t.Errorf("%s", data)
	}
	err = json.Unmarshal([]byte(`["canUse","no","canSendFiles","nor this"]`), &back)
	var paths []string
	for v := range decorum.All(err) {
		paths = append(paths, v.Path)
	}
	if diff := cmp.Diff([]string{"/1", "/3"}, paths); diff != "" || back != s {
		t.Errorf("%v (-want +got):\n%s", back, diff)
	}
	for _, test := range []struct {
		data string
		code decorum.Code
		path string
	}{
		{`{}`, decorum.WrongType, ""},
		{`["canUse",5551234567]`, decorum.WrongType, "/1"},
		{`["canUse",null]`, decorum.WrongType, "/1"},
		{`["canUse",`, decorum.Malformed, "/1"},
	} {
		err := back.UnmarshalJSON([]byte(test.data))
		var e *decorum.Error
		if !errors.As(err, &e) || e.Violations[0].Code != test.code || e.Violations[0].Path != test.path || back != s {
			t.Errorf("%s: %v, %v", test.data, err, back)
		}
	}
	if err := json.Unmarshal([]byte(`null`), &back); err != nil || back != s {
		t.Errorf("null changes the value: %v, %v", err, back)
	}
}

// anna is an agent who is available everywhere.
func anna() whatsapp.Agent {
	return whatsapp.Agent{ID: "anna", LoggedIn: true, Ready: true, Privileges: whatsapp.AllPrivileges()}
}

func TestIN7Available(t *testing.T) {
	desk := whatsapp.Desk{Capacity: whatsapp.Capacity{Max: 3}, RoleBased: true}
	for _, test := range []struct {
		name   string
		change func(*whatsapp.Agent)
		want   []string
	}{
		{"available", func(*whatsapp.Agent) {}, nil},
		{"logged out", func(a *whatsapp.Agent) { a.LoggedIn = false }, []string{"not_ready /logged_in"}},
		{"not ready", func(a *whatsapp.Agent) { a.Ready = false }, []string{"not_ready /ready"}},
		{"no privilege", func(a *whatsapp.Agent) { a.Privileges = a.Privileges.Without(whatsapp.CanUse) }, []string{"missing_privilege /privileges"}},
		{"two of three", func(a *whatsapp.Agent) { a.Load = whatsapp.Load{Offered: 1, Active: 1} }, nil},
		{"three of three", func(a *whatsapp.Agent) { a.Load = whatsapp.Load{Offered: 1, Active: 2} }, []string{"capacity_reached /load"}},
		{"four of three", func(a *whatsapp.Agent) { a.Load = whatsapp.Load{Active: 4} }, []string{"capacity_reached /load"}},
		{"parked, held and done do not count", func(a *whatsapp.Agent) {
			a.Load = whatsapp.Load{Parked: 9, Held: 9, Done: 9, Active: 2}
		}, nil},
		{"all at once", func(a *whatsapp.Agent) { *a = whatsapp.Agent{Load: whatsapp.Load{Active: 3}} }, []string{
			"not_ready /logged_in", "not_ready /ready", "missing_privilege /privileges", "capacity_reached /load",
		}},
	} {
		a := anna()
		test.change(&a)
		var got []string
		for _, v := range desk.Available(a) {
			got = append(got, string(v.Code)+" "+v.Path)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	full := anna()
	full.Load.Active = 3
	if v := desk.Available(full)[0]; v.Limit != 3 || v.Actual != 4 || v.Unit != decorum.Items {
		t.Errorf("the rule and the count are not told: %v", v)
	}
	full.Load.Active = math.MaxInt
	if v := desk.Available(full)[0]; v.Actual != math.MaxInt {
		t.Errorf("more than a number holds: %v", v)
	}
	open := whatsapp.Desk{Capacity: whatsapp.Capacity{Max: 1}}
	if vs := open.Available(whatsapp.Agent{LoggedIn: true, Ready: true}); vs != nil {
		t.Errorf("without role-based access control: %v", vs)
	}
	if vs := open.May(whatsapp.Agent{}, whatsapp.CanSendFiles); vs != nil {
		t.Error(vs)
	}
	if vs := desk.May(whatsapp.Agent{}, whatsapp.CanSendFiles); len(vs) != 1 || vs[0].Want != whatsapp.CanSendFiles.String() {
		t.Error(vs)
	}
}

func TestIN7Room(t *testing.T) {
	for _, test := range []struct {
		rule int
		load whatsapp.Load
		want int
	}{
		{3, whatsapp.Load{}, 3},
		{3, whatsapp.Load{Active: 2, Offered: 1}, 0},
		{3, whatsapp.Load{Active: 9}, 0},
		{0, whatsapp.Load{}, 1},
		{-5, whatsapp.Load{Active: 1}, 0},
		{3, whatsapp.Load{Active: -7, Offered: -7}, 3},
		{math.MaxInt, whatsapp.Load{Active: math.MaxInt, Offered: math.MaxInt}, 0},
		{math.MaxInt, whatsapp.Load{}, math.MaxInt},
	} {
		if n := test.load.Count(); n < 0 || n < test.load.Active {
			t.Errorf("%v counts as %d", test.load, n)
		}
		if got := (whatsapp.Capacity{Max: test.rule}).Room(test.load); got != test.want {
			t.Errorf("%d, %v: room for %d, want %d", test.rule, test.load, got, test.want)
		}
	}
}

func agent(id string, active int) whatsapp.Agent {
	return whatsapp.Agent{ID: id, LoggedIn: true, Ready: true, Load: whatsapp.Load{Active: active}}
}

func TestWB3Route(t *testing.T) {
	desk := whatsapp.Desk{Capacity: whatsapp.Capacity{Max: 3}}
	r := whatsapp.Routing{HandlerFirst: 10 * time.Second, RefuserAgain: time.Minute}
	bea, cid, dan := agent("bea", 1), agent("cid", 0), agent("dan", 0)
	gone := whatsapp.Agent{ID: "bea"}
	busy := agent("bea", 3)
	for _, test := range []struct {
		name     string
		handler  string
		refusals []whatsapp.Refusal
		agents   []whatsapp.Agent
		at       time.Duration
		want     string
		again    time.Duration
	}{
		{"nobody there", "", nil, nil, 0, "", 0},
		{"most room", "", nil, []whatsapp.Agent{bea, cid, dan}, 0, "cid", 0},
		{"ties are stable", "", nil, []whatsapp.Agent{bea, dan, cid}, 0, "dan", 0},
		{"the last handler first", "bea", nil, []whatsapp.Agent{cid, bea}, 0, "bea", 0},
		{"the last handler up to the end", "bea", nil, []whatsapp.Agent{cid, bea}, 10*time.Second - 1, "bea", 0},
		{"then any other", "bea", nil, []whatsapp.Agent{cid, bea}, 10 * time.Second, "cid", 0},
		{"waiting for the last handler", "bea", nil, []whatsapp.Agent{cid, busy}, 0, "", 10 * time.Second},
		{"not for one who is gone", "bea", nil, []whatsapp.Agent{cid, gone}, 0, "cid", 0},
		{"nor for one unknown", "eve", nil, []whatsapp.Agent{cid}, 0, "cid", 0},
		{"a clock set back", "bea", nil, []whatsapp.Agent{cid, bea}, -time.Hour, "bea", 0},
		{"a refuser is passed over", "", []whatsapp.Refusal{{"cid", noon}}, []whatsapp.Agent{bea, cid}, 0, "bea", 0},
		{"up to the end", "", []whatsapp.Refusal{{"cid", noon}}, []whatsapp.Agent{cid}, time.Minute - 1, "", time.Minute},
		{"and may be asked again", "", []whatsapp.Refusal{{"cid", noon}}, []whatsapp.Agent{cid}, time.Minute, "cid", 0},
		{"the latest refusal counts", "", []whatsapp.Refusal{{"cid", after(time.Second)}, {"cid", noon}}, []whatsapp.Agent{cid}, time.Minute, "", time.Minute + time.Second},
		{"the handler who refused", "bea", []whatsapp.Refusal{{"bea", noon}}, []whatsapp.Agent{bea, cid}, 0, "cid", 0},
		{"the earliest refuser again", "", []whatsapp.Refusal{{"cid", noon}, {"dan", after(-time.Second)}, {"bea", after(time.Second)}}, []whatsapp.Agent{bea, cid, dan}, 0, "", time.Minute - time.Second},
		{"the refuser before the handler's time is over", "bea", []whatsapp.Refusal{{"cid", after(-55 * time.Second)}}, []whatsapp.Agent{cid, busy}, 0, "", 5 * time.Second},
		{"the handler's time before the refuser", "bea", []whatsapp.Refusal{{"cid", noon}}, []whatsapp.Agent{cid, busy}, 0, "", 10 * time.Second},
		{"a refusal without an instant is over", "", []whatsapp.Refusal{{"cid", time.Time{}}}, []whatsapp.Agent{cid}, 0, "cid", 0},
		{"an offer without an instant does not wait", "bea", nil, []whatsapp.Agent{busy, cid}, 0, "cid", 0},
		{"no ID, no agent, whatever the room", "", nil, []whatsapp.Agent{agent("", 0), bea}, 0, "bea", 0},
		{"no ID, no agent", "", nil, []whatsapp.Agent{agent("", 0)}, 0, "", 0},
		{"an ID counts once", "", nil, []whatsapp.Agent{busy, agent("bea", 0)}, 0, "", 0},
	} {
		o := whatsapp.Offering{Since: noon, LastHandler: test.handler, Refusals: test.refusals}
		if strings.HasPrefix(test.name, "an offer without") {
			o.Since = time.Time{}
		}
		got := r.Route(desk, o, test.agents, after(test.at))
		want := time.Time{}
		if test.again != 0 {
			want = after(test.again)
		}
		if got.Agent != test.want || !got.TryAgain.Equal(want) {
			t.Errorf("%s: %q, again at %v", test.name, got.Agent, got.TryAgain)
		}
	}
}

func TestWB3RoutingTellsWhy(t *testing.T) {
	desk := whatsapp.Desk{Capacity: whatsapp.Capacity{Max: 1}}
	o := whatsapp.Offering{Since: noon, LastHandler: "bea", Refusals: []whatsapp.Refusal{{"cid", noon}}}
	got := whatsapp.Routing{HandlerFirst: math.MaxInt64}.Route(desk, o, []whatsapp.Agent{agent("bea", 1), agent("cid", 0), agent("dan", 0)}, noon)
	var why []string
	for _, p := range got.Passed {
		for _, v := range p.Why {
			why = append(why, p.Agent+" "+string(v.Code)+" "+v.Want)
		}
	}
	want := []string{
		"bea capacity_reached ",
		"cid out_of_order another agent: this one refused", "cid out_of_order the last handling agent first",
		"dan out_of_order the last handling agent first",
	}
	if diff := cmp.Diff(want, why); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	forever := whatsapp.Routing{}.Route(desk, whatsapp.Offering{Refusals: o.Refusals}, []whatsapp.Agent{agent("cid", 0)}, after(1000*day))
	if forever.Agent != "" || !forever.TryAgain.IsZero() {
		t.Errorf("a refuser is asked again: %v", forever)
	}
	if agents := (whatsapp.Routing{HandlerFirst: -1}).Route(desk, whatsapp.Offering{Since: noon, LastHandler: "bea"}, []whatsapp.Agent{agent("bea", 1), agent("dan", 0)}, noon); agents.Agent != "dan" {
		t.Errorf("a time below zero waits: %v", agents)
	}
	if slices.ContainsFunc(got.Passed, func(p whatsapp.Passed) bool { return !p.Why.HasErrors() }) {
		t.Error("an agent was passed over for a mere warning")
	}
}
