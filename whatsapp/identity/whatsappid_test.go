package identity_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
	"github.com/decorum-go/decorum/whatsapp/identity"
)

func TestOB3WhatsAppIDs(t *testing.T) {
	for _, test := range []struct {
		s, want string
		code    decorum.Code
		span    decorum.Span
	}{
		{s: "5215512345678", want: "5215512345678"},
		{s: "+5215512345678", want: "5215512345678"},
		{s: "554188887777", want: "554188887777"},
		{s: "1234567", want: "1234567"},
		{s: "123456789012345", want: "123456789012345"},
		{s: "+123456789012345", want: "123456789012345"},
		{s: "+1234567890123456", code: decorum.TooLong},
		{s: "999999999999999", want: "999999999999999"},
		{s: "", code: decorum.Required},
		{s: "+", code: decorum.Required},
		{s: "123456", code: decorum.TooShort},
		{s: "+123456", code: decorum.TooShort},
		{s: "1234567890123456", code: decorum.TooLong},
		{s: strings.Repeat("9", 100), code: decorum.TooLong},
		{s: "0123456789", code: decorum.Malformed, span: decorum.Span{Start: 0, End: 1}},
		{s: "+0123456789", code: decorum.Malformed, span: decorum.Span{Start: 1, End: 2}},
		{s: "++12345678", code: decorum.ForbiddenCharacter, span: decorum.Span{Start: 1, End: 2}},
		{s: "1 516 283", code: decorum.ForbiddenCharacter, span: decorum.Span{Start: 1, End: 2}},
		{s: "1516283715a", code: decorum.ForbiddenCharacter, span: decorum.Span{Start: 10, End: 11}},
		{s: "١٢٣٤٥٦٧٨", code: decorum.ForbiddenCharacter, span: decorum.Span{Start: 0, End: 1}},
		{s: "12345678\x00", code: decorum.ForbiddenCharacter, span: decorum.Span{Start: 8, End: 9}},
	} {
		id, err := identity.ParseWhatsAppID(test.s)
		if id.String() != test.want || id.IsZero() != (test.want == "") {
			t.Errorf("%q: %q", test.s, id)
		}
		if test.code == "" {
			if err != nil {
				t.Errorf("%q: %v", test.s, err)
			}
			continue
		}
		var e *decorum.Error
		if !errors.As(err, &e) || e.Violations[0].Code != test.code || e.Violations[0].Span != test.span {
			t.Errorf("%q: %v", test.s, err)
		}
	}
}

// people is the package's table of ids that people get wrong.
var people = []struct {
	reported string
	variants []string
}{
	{"5215512345678", []string{"525512345678", "5215512345678"}},
	{"525512345678", []string{"525512345678", "5215512345678"}},
	{"521512345678", []string{"521512345678"}},
	{"5212221234567", []string{"522221234567", "5212221234567"}},
	{"5211512345678", []string{"5211512345678"}},
	{"5491158749895", []string{"5491158749895", "541158749895"}},
	{"541158749895", []string{"5491158749895", "541158749895"}},
	{"5493435551212", []string{"5493435551212", "543435551212"}},
	{"541512345678", []string{"541512345678"}},
	{"549123456", []string{"549123456"}},
	{"5541988887777", []string{"5541988887777", "554188887777"}},
	{"554188887777", []string{"5541988887777", "554188887777"}},
	{"5531996883193", []string{"5531996883193", "553196883193"}},
	{"553196883193", []string{"5531996883193", "553196883193"}},
	{"553188888888", []string{"5531988888888", "553188888888"}},
	{"551161234567", []string{"5511961234567", "551161234567"}},
	{"554118887777", []string{"554118887777"}},
	{"551151234567", []string{"551151234567"}},
	{"551131234567", []string{"551131234567"}},
	{"5511951234567", []string{"5511951234567"}},
	{"551178901234", []string{"551178901234"}},
	{"5511978901234", []string{"5511978901234"}},
	{"551088887777", []string{"551088887777"}},
	{"15162837151", []string{"15162837151"}},
	{"919876543210", []string{"919876543210"}},
	{"999999999999999", []string{"999999999999999"}},
}

func TestVariants(t *testing.T) {
	for _, test := range people {
		id := identity.MustParseWhatsAppID(test.reported)
		var got []string
		for _, v := range id.Variants() {
			got = append(got, v.String())
			if !identity.SameSubscriber(id, v) || !identity.SameSubscriber(v, id) {
				t.Errorf("%s and its variant %s are not one subscriber's", id, v)
			}
			if diff := cmp.Diff(id.Variants(), v.Variants(), cmp.Comparer(func(a, b identity.WhatsAppID) bool { return a == b })); diff != "" {
				t.Errorf("%s and %s have different variants:\n%s", id, v, diff)
			}
		}
		if diff := cmp.Diff(test.variants, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
		if id.String() != test.reported {
			t.Errorf("%s was rewritten to %s", test.reported, id)
		}
		if got := id.Canonical(); got.String() != test.variants[0] || got.Canonical() != got {
			t.Errorf("%s has the canonical id %s", id, got)
		}
	}
}

func TestDifferentSubscribersStayApart(t *testing.T) {
	for i, a := range people {
		for j, b := range people {
			same := identity.SameSubscriber(identity.MustParseWhatsAppID(a.reported), identity.MustParseWhatsAppID(b.reported))
			if want := i == j || a.variants[0] == b.variants[0]; same != want {
				t.Errorf("%s and %s: %v", a.reported, b.reported, same)
			}
		}
	}
	var nobody identity.WhatsAppID
	if identity.SameSubscriber(nobody, nobody) || identity.SameSubscriber(nobody, identity.MustParseWhatsAppID("15162837151")) {
		t.Error("nobody is a subscriber")
	}
	if nobody.Variants() != nil || !nobody.Canonical().IsZero() {
		t.Error("nobody has variants")
	}
}

func TestWhatsAppIDAndNumber(t *testing.T) {
	for _, test := range []struct {
		id, number string
		valid      bool
	}{
		{"15162837151", "+15162837151", true},
		{"5215512345678", "+5215512345678", false},
		{"554188887777", "+554188887777", false},
		{"5541988887777", "+5541988887777", true},
		{"54111512345678", "", false}, // the plan would rewrite it
		{"999999999999999", "", false},
		{"2101234567", "", false}, // no country has 210
	} {
		n, ok := identity.MustParseWhatsAppID(test.id).Number()
		if ok != (test.number != "") || n.String() != test.number || n.IsValid() != test.valid {
			t.Errorf("%s: %s, %v", test.id, n, ok)
		}
		if !ok {
			continue
		}
		if back, ok := identity.WhatsAppIDOf(n); !ok || back.String() != test.id {
			t.Errorf("%s became %s", test.id, back)
		}
	}
	if _, ok := (identity.WhatsAppID{}).Number(); ok {
		t.Error("nobody has a number")
	}
	if _, ok := identity.WhatsAppIDOf(phone.Number{}); ok {
		t.Error("no number has an id")
	}
	if _, ok := identity.WhatsAppIDOf(phone.MustParse("+4911")); ok {
		t.Error("a number of four digits has an id")
	}
}

func TestWhatsAppIDForms(t *testing.T) {
	id := identity.MustParseWhatsAppID("+15162837151")
	data, err := json.Marshal(map[identity.WhatsAppID]identity.WhatsAppID{id: id, {}: {}})
	if want := `{"":"","15162837151":"15162837151"}`; err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	var back map[identity.WhatsAppID]identity.WhatsAppID
	if err := json.Unmarshal(data, &back); err != nil || back[id] != id || len(back) != 2 {
		t.Errorf("%v, %v", back, err)
	}
	kept := id
	if err := kept.UnmarshalText([]byte("x")); err == nil || kept != id {
		t.Errorf("%v, %v", kept, err)
	}
	other := identity.MustParseWhatsAppID("25162837151")
	if id.Compare(other) != -1 || other.Compare(id) != 1 || id.Compare(id) != 0 || (identity.WhatsAppID{}).Compare(id) != -1 {
		t.Error("the order is wrong")
	}
	mustPanic(t, func() { identity.MustParseWhatsAppID("x") })
}

func mustPanic(t *testing.T, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Error("it does not panic")
		}
	}()
	f()
}

// TestLogsAreMasked looks for every run of four characters of what is personal.
func TestLogsAreMasked(t *testing.T) {
	who := identity.Identity{
		WhatsAppID:   identity.MustParseWhatsAppID("15162837151"),
		Number:       phone.MustParse("+15162837151"),
		UserID:       identity.MustParseUserID("US.13491208655302741918"),
		ParentUserID: identity.MustParseUserID("US.ENT.11815799212886844830"),
		Username:     identity.MustParseUsername("ann.lee"),
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "who", who, "id", who.WhatsAppID, "user", who.UserID, "name", who.Username,
		"short", identity.MustParseUserID("abc"), "shown", identity.MustParseUsername("karla"), "hidden", identity.MustParseUsername("karl"), "none", identity.WhatsAppID{})
	for _, secret := range []string{"15162837151", "13491208655302741918", "11815799212886844830", "ann.lee", "abc"} {
		for i := range len(secret) - min(4, len(secret)) + 1 {
			if part := secret[i : i+min(4, len(secret))]; strings.Contains(log.String(), part) {
				t.Errorf("%s stands in %s", part, log.String())
			}
		}
	}
	for _, want := range []string{"id=+1********51", "user=US.******************18", "name=a******", "who.wa_id=", "who.number=", `short=***`, `shown=k****`, `hidden=****`, `none=""`} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("%s is missing in %s", want, log.String())
		}
	}
}

func TestLogsShowWhatTellsPeopleApart(t *testing.T) {
	who := identity.Identity{
		WhatsAppID: identity.MustParseWhatsAppID("15162837151"), Number: phone.MustParse("+15162837151"),
		UserID: identity.MustParseUserID("US.13491208655302741918"), ParentUserID: identity.MustParseUserID("US.ENT.11815799212886844830"),
		Username: identity.MustParseUsername("ann.lee"),
	}
	var keys []string
	for _, a := range who.LogValue().Group() {
		keys = append(keys, a.Key)
	}
	if diff := cmp.Diff([]string{"wa_id", "number", "user_id", "parent_user_id", "username"}, keys); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := (identity.Identity{}).LogValue().Group(); len(got) != 0 {
		t.Errorf("nobody: %v", got)
	}
	for id, want := range map[string]string{"A1b2c3d4e5": "********e5", "US.13491208655302741918": "US.******************18"} {
		if got := identity.MustParseUserID(id).LogValue().String(); got != want {
			t.Errorf("%s is logged as %s", id, got)
		}
	}
}

// TestOB3LengthsAreTold: a plus is no digit.
func TestOB3LengthsAreTold(t *testing.T) {
	for s, want := range map[string][2]int64{"123456": {7, 6}, "+123456": {7, 6}, "1234567890123456": {15, 16}, "+1234567890123456": {15, 16}} {
		_, err := identity.ParseWhatsAppID(s)
		for v := range decorum.All(err) {
			if v.Limit != want[0] || v.Actual != want[1] || v.Unit != decorum.Digits {
				t.Errorf("%s: %+v", s, v)
			}
		}
	}
}

func TestCanonicalIsCheap(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	ids := []identity.WhatsAppID{identity.MustParseWhatsAppID("15162837151"), identity.MustParseWhatsAppID("5215512345678")}
	if n := testing.AllocsPerRun(100, func() { identity.SameSubscriber(ids[0], ids[1]) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzParseWhatsAppID(f *testing.F) {
	for _, p := range people {
		f.Add(p.reported)
	}
	f.Add("+0")
	f.Fuzz(func(t *testing.T, s string) {
		id, err := identity.ParseWhatsAppID(s)
		if err != nil {
			for v := range decorum.All(err) {
				if _, ok := v.Span.In(s); !ok {
					t.Errorf("%q: the span %v does not fit", s, v.Span)
				}
			}
			return
		}
		if strings.TrimPrefix(s, "+") != id.String() {
			t.Errorf("%q became %s", s, id)
		}
		canonical := id.Canonical()
		if canonical.Canonical() != canonical {
			t.Errorf("%s: the canonical %s has another canonical", id, canonical)
		}
		found := false
		for _, v := range id.Variants() {
			found = found || v == id
			if v.Canonical() != canonical {
				t.Errorf("%s: the variant %s has another canonical", id, v)
			}
		}
		if !found {
			t.Errorf("%s is not among its variants %s", id, fmt.Sprint(id.Variants()))
		}
	})
}
