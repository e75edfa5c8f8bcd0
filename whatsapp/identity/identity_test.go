package identity_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

func TestUserIDs(t *testing.T) {
	for _, test := range []struct {
		s       string
		code    decorum.Code
		country string
		parent  bool
	}{
		{s: "US.13491208655302741918", country: "US"},
		{s: "US.ENT.11815799212886844830", country: "US", parent: true},
		{s: "A1b2"},
		{s: strings.Repeat("a", 255)},
		{s: strings.Repeat("a", 256)},
		{s: strings.Repeat("a", 257), code: decorum.TooLong},
		{s: "BR." + strings.Repeat("9", 127), country: "BR"},
		{s: "BR." + strings.Repeat("9", 128), country: "BR"},
		{s: "BR." + strings.Repeat("9", 129), code: decorum.TooLong},
		{s: "BR.ENT." + strings.Repeat("9", 128), country: "BR", parent: true},
		{s: "BR.ENT." + strings.Repeat("9", 129), code: decorum.TooLong},
		{s: "BR.ENT", country: "BR"},
		{s: "user.9373795779eb6441c8adb2eaee5b848e7dd174ddd302d7db62142f4722d574b6"},
		{s: "user.U"},
		{s: "user." + strings.Repeat("a", 250)},
		{s: "user." + strings.Repeat("a", 251)},
		{s: "user." + strings.Repeat("a", 252), code: decorum.TooLong},
		{s: "user"},
		{s: "user.", code: decorum.Malformed},
		{s: "user.a.b", code: decorum.ForbiddenCharacter},
		{s: "user..a", code: decorum.ForbiddenCharacter},
		{s: "user.93737...", code: decorum.ForbiddenCharacter},
		{s: "User.a", code: decorum.ForbiddenCharacter},
		{s: "US.user.a", code: decorum.ForbiddenCharacter},
		{s: "", code: decorum.Required},
		{s: "BR.", code: decorum.Malformed},
		{s: "BR.ENT.", code: decorum.Malformed},
		{s: "br.123", code: decorum.ForbiddenCharacter},
		{s: "B1.123", code: decorum.ForbiddenCharacter},
		{s: "1B.123", code: decorum.ForbiddenCharacter},
		{s: "B.123", code: decorum.ForbiddenCharacter},
		{s: "BRA.123", code: decorum.ForbiddenCharacter},
		{s: "BR.1.2", code: decorum.ForbiddenCharacter},
		{s: "BR.12é", code: decorum.ForbiddenCharacter},
		{s: "a b", code: decorum.ForbiddenCharacter},
		{s: "a/b", code: decorum.ForbiddenCharacter},
		{s: "a:b", code: decorum.ForbiddenCharacter},
		{s: "a@b", code: decorum.ForbiddenCharacter},
		{s: "a[b", code: decorum.ForbiddenCharacter},
		{s: "a`b", code: decorum.ForbiddenCharacter},
		{s: "a{b", code: decorum.ForbiddenCharacter},
		{s: "azAZ09"},
	} {
		u, err := identity.ParseUserID(test.s)
		if test.code != "" {
			if !errors.Is(err, test.code) || !u.IsZero() {
				t.Errorf("%q: %v", test.s, err)
			}
			continue
		}
		if err != nil || u.String() != test.s || u.Country() != test.country || u.IsParent() != test.parent {
			t.Errorf("%q: %v, %q, %q, %v", test.s, err, u, u.Country(), u.IsParent())
		}
	}
	for _, v := range []struct {
		s    string
		span decorum.Span
	}{
		{"BR.1.2", decorum.Span{Start: 4, End: 5}},
		{"a b", decorum.Span{Start: 1, End: 2}},
		{"BR.ENT.", decorum.Span{Start: 0, End: 7}},
		{"user.a.b", decorum.Span{Start: 6, End: 7}},
	} {
		_, err := identity.ParseUserID(v.s)
		for got := range decorum.All(err) {
			if got.Span != v.span {
				t.Errorf("%q: %v", v.s, got.Span)
			}
		}
	}
	if (identity.UserID{}).Country() != "" || (identity.UserID{}).IsParent() {
		t.Error("nobody has a country")
	}
	mustPanic(t, func() { identity.MustParseUserID("") })
}

func TestUsernames(t *testing.T) {
	for _, test := range []struct {
		s, want string
		code    decorum.Code
	}{
		{s: "ann.lee", want: "ann.lee"},
		{s: "@Ann_Lee9", want: "ann_lee9"},
		{s: "abc", want: "abc"},
		{s: "ab", code: decorum.TooShort},
		{s: strings.Repeat("a", 34), want: strings.Repeat("a", 34)},
		{s: strings.Repeat("a", 35), want: strings.Repeat("a", 35)},
		{s: strings.Repeat("a", 36), code: decorum.TooLong},
		{s: "12a", want: "12a"},
		{s: "123", code: decorum.Malformed},
		{s: "999", code: decorum.Malformed},
		{s: "1_2", code: decorum.Malformed},
		{s: ".ann", code: decorum.Malformed},
		{s: "ann.", code: decorum.Malformed},
		{s: "a..n", code: decorum.Malformed},
		{s: "_ann_", want: "_ann_"},
		{s: "wwwann", code: decorum.Malformed},
		{s: "WwW.ann", code: decorum.Malformed},
		{s: "wwann", want: "wwann"},
		{s: "", code: decorum.Required},
		{s: "@", code: decorum.Required},
		{s: "@@ann", code: decorum.ForbiddenCharacter},
		{s: "añn", code: decorum.ForbiddenCharacter},
		{s: "a-n", code: decorum.ForbiddenCharacter},
		{s: "a\nn", code: decorum.ForbiddenCharacter},
	} {
		u, err := identity.ParseUsername(test.s)
		if u.String() != test.want || (test.code == "") != (err == nil) || test.code != "" && !errors.Is(err, test.code) {
			t.Errorf("%q: %q, %v", test.s, u, err)
		}
		for v := range decorum.All(err) {
			if text, ok := v.Span.In(test.s); !ok || v.Code == decorum.ForbiddenCharacter && strings.ContainsAny(text[:1], "annz019._") {
				t.Errorf("%q: the span %v", test.s, v.Span)
			}
		}
	}
	for s, want := range map[string]decorum.Span{"an-n": {Start: 2, End: 3}, "@an-n": {Start: 3, End: 4}} {
		_, err := identity.ParseUsername(s)
		for v := range decorum.All(err) {
			if v.Span != want {
				t.Errorf("%q: the span %v", s, v.Span)
			}
		}
	}
	mustPanic(t, func() { identity.MustParseUsername("") })
}

var (
	id     = identity.MustParseWhatsAppID
	user   = identity.MustParseUserID
	number = phone.MustParse
)

func TestAddresses(t *testing.T) {
	for _, test := range []struct {
		who  identity.Identity
		want []identity.Address
	}{
		{identity.Identity{}, nil},
		{identity.Identity{Username: identity.MustParseUsername("ann"), ParentUserID: user("US.ENT.1")}, nil},
		{identity.Identity{UserID: user("US.ENT.1")}, nil},
		{
			identity.Identity{WhatsAppID: id("5215512345678"), Number: number("+525512345678"), UserID: user("MX.1")},
			[]identity.Address{
				{Field: identity.To, Value: "+5215512345678"},
				{Field: identity.To, Value: "+525512345678"},
				{Field: identity.Recipient, Value: "MX.1", ByUserID: true},
			},
		},
		{
			identity.Identity{WhatsAppID: id("15162837151"), Number: number("+15162837151")},
			[]identity.Address{{Field: identity.To, Value: "+15162837151"}},
		},
		{identity.Identity{Number: number("+15162837151")}, []identity.Address{{Field: identity.To, Value: "+15162837151"}}},
		{identity.Identity{UserID: user("A1b2")}, []identity.Address{{Field: identity.To, Value: "A1b2", ByUserID: true}}},
	} {
		if diff := cmp.Diff(test.want, test.who.Addresses()); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.who, diff)
		}
	}
}

func TestSame(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b identity.Identity
		want bool
	}{
		{"nobody", identity.Identity{}, identity.Identity{}, false},
		{"variants", identity.Identity{WhatsAppID: id("5215512345678")}, identity.Identity{WhatsAppID: id("525512345678")}, true},
		{"id and number", identity.Identity{WhatsAppID: id("554188887777")}, identity.Identity{Number: number("+5541988887777")}, true},
		{"others", identity.Identity{WhatsAppID: id("15162837151")}, identity.Identity{WhatsAppID: id("15162837152")}, false},
		{"user ids", identity.Identity{UserID: user("US.1")}, identity.Identity{UserID: user("US.1"), WhatsAppID: id("15162837151")}, true},
		{
			"a number that passed on",
			identity.Identity{UserID: user("US.1"), WhatsAppID: id("15162837151")},
			identity.Identity{UserID: user("US.2"), WhatsAppID: id("15162837151")},
			false,
		},
		{"parents", identity.Identity{ParentUserID: user("US.ENT.1")}, identity.Identity{ParentUserID: user("US.ENT.1"), UserID: user("US.2")}, true},
		{"parents differ", identity.Identity{ParentUserID: user("US.ENT.1"), WhatsAppID: id("15162837151")}, identity.Identity{ParentUserID: user("US.ENT.2"), WhatsAppID: id("15162837151")}, false},
		{"a user id that one alone has", identity.Identity{UserID: user("US.1"), WhatsAppID: id("15162837151")}, identity.Identity{WhatsAppID: id("15162837151")}, true},
		{"a parent that one alone has", identity.Identity{ParentUserID: user("US.ENT.1"), WhatsAppID: id("15162837151")}, identity.Identity{WhatsAppID: id("15162837151")}, true},
		{"nothing in common", identity.Identity{UserID: user("US.1")}, identity.Identity{WhatsAppID: id("15162837151")}, false},
		{"names prove nothing", identity.Identity{Username: identity.MustParseUsername("ann")}, identity.Identity{Username: identity.MustParseUsername("ann")}, false},
	} {
		if got := test.a.Same(test.b); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
		if got := test.b.Same(test.a); got != test.want {
			t.Errorf("%s, turned round: %v", test.name, got)
		}
	}
}

func TestMerge(t *testing.T) {
	name := identity.MustParseUsername
	for _, test := range []struct {
		name    string
		a, b    identity.Identity
		want    identity.Identity
		differs []string
	}{
		{
			"completes",
			identity.Identity{WhatsAppID: id("15162837151")},
			identity.Identity{UserID: user("US.1"), Username: name("ann")},
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), Username: name("ann")},
			nil,
		},
		{
			"the newer counts",
			identity.Identity{WhatsAppID: id("525512345678"), Username: name("old")},
			identity.Identity{WhatsAppID: id("5215512345678"), Username: name("new")},
			identity.Identity{WhatsAppID: id("5215512345678"), Username: name("new")},
			nil,
		},
		{
			"a user id that was missing",
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1")},
			identity.Identity{WhatsAppID: id("15162837151")},
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1")},
			nil,
		},
		{
			"user ids that one side alone has",
			identity.Identity{WhatsAppID: id("15162837151")},
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), ParentUserID: user("US.ENT.1")},
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), ParentUserID: user("US.ENT.1")},
			nil,
		},
		{
			"user ids that the other side alone has",
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), ParentUserID: user("US.ENT.1")},
			identity.Identity{WhatsAppID: id("15162837151")},
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), ParentUserID: user("US.ENT.1")},
			nil,
		},
		{
			"other people",
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), ParentUserID: user("US.ENT.1")},
			identity.Identity{WhatsAppID: id("15162837152"), UserID: user("US.2"), ParentUserID: user("US.ENT.2")},
			identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), ParentUserID: user("US.ENT.1")},
			[]string{"/wa_id", "/user_id", "/parent_user_id"},
		},
		{
			"another number",
			identity.Identity{WhatsAppID: id("15162837151")},
			identity.Identity{Number: number("+15162837152")},
			identity.Identity{WhatsAppID: id("15162837151")},
			[]string{"/number"},
		},
	} {
		got, err := test.a.Merge(test.b)
		var differs []string
		for v := range decorum.All(err) {
			differs = append(differs, v.Path)
			if v.Code != decorum.Mismatch {
				t.Errorf("%s: %s", test.name, v)
			}
		}
		if diff := cmp.Diff(test.differs, differs); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestIdentityCheck(t *testing.T) {
	good := identity.Identity{
		WhatsAppID: id("554188887777"), Number: number("+5541988887777"),
		UserID: user("BR.1"), ParentUserID: user("BR.ENT.1"),
	}
	for _, who := range []identity.Identity{{}, good, {Number: good.Number}, {WhatsAppID: good.WhatsAppID}, {UserID: user("A1"), ParentUserID: user("B2")}} {
		if vs := who.Check(); vs != nil {
			t.Errorf("%v: %v", who, vs)
		}
	}
	bad := identity.Identity{
		WhatsAppID: id("554188887777"), Number: number("+15162837151"),
		UserID: user("BR.ENT.1"), ParentUserID: user("BR.1"),
	}
	var paths []string
	for _, v := range bad.Check() {
		paths = append(paths, v.Path)
	}
	if diff := cmp.Diff([]string{"/number", "/user_id", "/parent_user_id"}, paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestIdentityJSON(t *testing.T) {
	who := identity.Identity{WhatsAppID: id("15162837151"), UserID: user("US.1"), Username: identity.MustParseUsername("ann")}
	data, err := json.Marshal(who)
	if want := `{"wa_id":"15162837151","user_id":"US.1","username":"ann"}`; err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	var back identity.Identity
	if err := json.Unmarshal(data, &back); err != nil || back != who {
		t.Errorf("%v, %v", back, err)
	}
	for _, data := range []string{`{"wa_id":"1"}`, `{"number":"x"}`, `{"user_id":"é"}`, `{"username":"@"}`} {
		if err := json.Unmarshal([]byte(data), new(identity.Identity)); err == nil {
			t.Errorf("%s is accepted", data)
		}
	}
	var empty identity.Identity
	if err := json.Unmarshal([]byte(`{"wa_id":"","user_id":"","username":""}`), &empty); err != nil || !empty.IsZero() {
		t.Errorf("%v, %v", empty, err)
	}
	for _, m := range []interface{ MarshalText() ([]byte, error) }{who.WhatsAppID, who.UserID, who.Username} {
		if text, err := m.MarshalText(); err != nil || len(text) == 0 {
			t.Errorf("%q, %v", text, err)
		}
	}
	keptUser, keptName := who.UserID, who.Username
	if keptUser.UnmarshalText([]byte("é")) == nil || keptUser != who.UserID || keptName.UnmarshalText([]byte("é")) == nil || keptName != who.Username {
		t.Error("a bad text was taken")
	}
}

func FuzzUserIDAndUsername(f *testing.F) {
	for _, s := range []string{"US.13491208655302741918", "US.ENT.1", "ann.lee", "@Ann", "www", "é", "A."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if u, err := identity.ParseUserID(s); err == nil {
			if text, _ := u.AppendText(nil); string(text) != s {
				t.Errorf("%q became %q", s, text)
			}
		}
		if u, err := identity.ParseUsername(s); err == nil {
			again, err := identity.ParseUsername(u.String())
			if err != nil || again != u {
				t.Errorf("%q: %q became %q, %v", s, u, again, err)
			}
		} else {
			for v := range decorum.All(err) {
				if _, ok := v.Span.In(s); !ok {
					t.Errorf("%q: the span %v does not fit", s, v.Span)
				}
			}
		}
	})
}

// TestMergeKeepsStrangersNumbersApart: both members that name a subscriber are
// compared, each with its like where there is one.
func TestMergeKeepsStrangersNumbersApart(t *testing.T) {
	ann := identity.Identity{
		WhatsAppID: identity.MustParseWhatsAppID("15162837151"), Number: phone.MustParse("+15162837151"),
	}
	onlyID := identity.Identity{WhatsAppID: ann.WhatsAppID}
	onlyNumber := identity.Identity{Number: ann.Number}
	stranger := phone.MustParse("+447911123456")
	withStranger := identity.Identity{WhatsAppID: ann.WhatsAppID, Number: stranger}
	short := identity.Identity{Number: phone.MustParse("+4912")}
	for _, test := range []struct {
		name string
		i, j identity.Identity
		path string
	}{
		{"another number beside the same id", ann, withStranger, "/number"},
		{"another number for an id", onlyID, withStranger, "/number"},
		{"another number for a number", ann, identity.Identity{Number: stranger}, "/number"},
		{"an id that is not the number's", onlyNumber, identity.Identity{WhatsAppID: identity.MustParseWhatsAppID("447911123456")}, "/wa_id"},
		{"numbers too short for an id", short, identity.Identity{Number: phone.MustParse("+4913")}, "/number"},
		{"a number too short for an id again", short, short, ""},
		{"two numbers of one subscriber", identity.Identity{Number: phone.MustParse("+5541988887777")}, identity.Identity{Number: phone.MustParse("+554188887777")}, ""},
		{"the same", ann, ann, ""},
		{"the number of the id", onlyID, onlyNumber, ""},
		{"the id, of which the number was another before", withStranger, onlyID, ""},
	} {
		merged, err := test.i.Merge(test.j)
		path := ""
		for v := range decorum.All(err) {
			path += v.Path
		}
		if path != test.path || path != "" && merged != test.i {
			t.Errorf("%s: %v, %v", test.name, merged, err)
		}
	}
}

func TestSameOfNumbersThatAreNoIDs(t *testing.T) {
	short, long := phone.MustParse("+4912"), phone.MustParse("+4912345678901234567")
	id := identity.MustParseWhatsAppID("4915123456789")
	for _, tc := range []struct {
		i, j identity.Identity
		want bool
	}{
		{identity.Identity{Number: short}, identity.Identity{Number: short}, true},
		{identity.Identity{Number: long}, identity.Identity{Number: long}, true},
		{identity.Identity{Number: short}, identity.Identity{Number: long}, false},
		{identity.Identity{Number: short}, identity.Identity{}, false},
		{identity.Identity{WhatsAppID: id, Number: short}, identity.Identity{Number: short}, true},
		{identity.Identity{WhatsAppID: id}, identity.Identity{Number: short}, false},
	} {
		if got, back := tc.i.Same(tc.j), tc.j.Same(tc.i); got != tc.want || back != tc.want {
			t.Errorf("%v, %v: %v, %v, want %v", tc.i, tc.j, got, back, tc.want)
		}
	}
}
