package phone_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

func TestNumberIsSmallAndComparable(t *testing.T) {
	if size := unsafe.Sizeof(phone.Number{}); size > 16 {
		t.Errorf("a Number takes %d bytes", size)
	}
	a, b := phone.MustParse("+1 (516) 283-7151"), phone.MustParse("tel:+1-516-283-7151")
	names := map[phone.Number]string{a: "Ann"}
	if a != b || names[b] != "Ann" || a == phone.MustParse("+15162837152") {
		t.Error("equal numbers differ, or different ones are equal")
	}
}

func TestNumberParts(t *testing.T) {
	type parts struct {
		Text, National, Region string
		Code                   int
		Kind                   phone.Kind
		Validity               phone.Validity
	}
	for _, want := range []parts{
		{},
		{"+15162837151", "5162837151", "US", 1, phone.KindFixedLineOrMobile, phone.Valid},
		{"+390236618300", "0236618300", "IT", 39, phone.KindFixedLine, phone.Valid},
		{"+390669812345", "0669812345", "VA", 39, phone.KindFixedLine, phone.Valid},
		{"+77710009998", "7710009998", "KZ", 7, phone.KindMobile, phone.Valid},
		{"+447911123456", "7911123456", "GG", 44, phone.KindMobile, phone.Valid},
		{"+80012345678", "12345678", "001", 800, phone.KindTollFree, phone.Valid},
		{"+12684", "2684", "AG", 1, phone.KindUnknown, phone.TooShort},
		{"+15551234567", "5551234567", "", 1, phone.KindUnknown, phone.PossibleOnly},
		{"+22523456789", "23456789", "CI", 225, phone.KindUnknown, phone.TooShort},
		{"+5215512345678", "15512345678", "MX", 52, phone.KindUnknown, phone.TooLong},
		{"+12837151", "2837151", "", 1, phone.KindUnknown, phone.LocalOnly},
		{"+71234567890123", "1234567890123", "", 7, phone.KindUnknown, phone.WrongLength},
		{"+49151234567890123", "151234567890123", "DE", 49, phone.KindUnknown, phone.PossibleOnly},
		{"+2259123456789", "9123456789", "CI", 225, phone.KindUnknown, phone.PossibleOnly},
		{"+38398765432109876543", "98765432109876543", "XK", 383, phone.KindUnknown, phone.TooLong},
	} {
		n := phone.Number{}
		if want.Text != "" {
			n = phone.MustParse(want.Text)
		}
		got := parts{n.String(), n.National(), n.Region(), n.CountryCode(), n.Kind(), n.Validity()}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", want.Text, diff)
		}
		if n.IsValid() != (want.Validity == phone.Valid) || n.IsZero() != (want.Text == "") {
			t.Errorf("%s: IsValid %v, IsZero %v", want.Text, n.IsValid(), n.IsZero())
		}
	}
}

func TestNumberOrder(t *testing.T) {
	texts := []string{
		"", "+12042345678", "+12042345679", "+1204234567911", "+38398765432109876543", "+38398765432109876544",
		"+390236618300", "+49151", "+491512", "+8211290",
	}
	numbers := make([]phone.Number, len(texts))
	for i, text := range texts {
		if err := numbers[i].UnmarshalText([]byte(text)); err != nil {
			t.Fatal(text, err)
		}
	}
	for i, a := range numbers {
		for j, b := range numbers {
			want := 0
			if i != j {
				want = -1
				if i > j {
					want = 1
				}
			}
			if got := a.Compare(b); got != want {
				t.Errorf("%q and %q: %d, want %d", texts[i], texts[j], got, want)
			}
		}
	}
	if !slices.IsSortedFunc(numbers, phone.Number.Compare) {
		t.Error("numbers are not ordered as their texts")
	}
}

func TestNumberCheck(t *testing.T) {
	for _, c := range []struct {
		text string
		want decorum.Violations
	}{
		{"+15162837151", nil},
		{"", decorum.Violations{{Code: decorum.Required, Severity: decorum.SeverityError}}},
		{"+15551234567", decorum.Violations{{Code: decorum.NotInPlan, Severity: decorum.SeverityError}}},
		{"+12837151", decorum.Violations{{Code: decorum.NotInPlan, Severity: decorum.SeverityError}}},
		{"+71234567890123", decorum.Violations{{Code: decorum.NotInPlan, Severity: decorum.SeverityError}}},
		{"+22523456789", decorum.Violations{{
			Code: decorum.TooShort, Severity: decorum.SeverityError, Limit: 10, Actual: 8, Unit: decorum.Digits,
		}}},
		{"+5215512345678", decorum.Violations{{
			Code: decorum.TooLong, Severity: decorum.SeverityError, Limit: 10, Actual: 11, Unit: decorum.Digits,
		}}},
	} {
		var n phone.Number
		if err := n.UnmarshalText([]byte(c.text)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, n.Check()); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.text, diff)
		}
	}
}

func TestNumberJSON(t *testing.T) {
	type contact struct {
		Phone phone.Number                  `json:"phone"`
		Other phone.Number                  `json:"other,omitzero"`
		Names map[phone.Number]string       `json:"names,omitempty"`
		Kinds map[phone.Kind]phone.Validity `json:"kinds,omitempty"`
	}
	in := contact{
		Phone: phone.MustParse("+15162837151"),
		Names: map[phone.Number]string{phone.MustParse("+5491156121008"): "Ann"},
		Kinds: map[phone.Kind]phone.Validity{phone.KindMobile: phone.PossibleOnly},
	}
	data, err := json.Marshal(in)
	want := `{"phone":"+15162837151","names":{"+5491156121008":"Ann"},"kinds":{"mobile":"possible_only"}}`
	if err != nil || string(data) != want {
		t.Errorf("%s %v, want %s", data, err, want)
	}
	var out contact
	if err := json.Unmarshal(data, &out); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(in, out); diff != "" {
		t.Error(diff)
	}
	if data, err := json.Marshal(contact{}); err != nil || string(data) != `{"phone":""}` {
		t.Errorf("zero: %s %v", data, err)
	}
	for _, text := range []string{`{"phone":""}`, `{"phone":null}`, `{}`} {
		out := contact{}
		if err := json.Unmarshal([]byte(text), &out); err != nil || !out.Phone.IsZero() {
			t.Errorf("%s: %v %v", text, out.Phone, err)
		}
	}
	kept := contact{Phone: in.Phone}
	if err := json.Unmarshal([]byte(`{"phone":"12"}`), &kept); !errors.Is(err, decorum.Malformed) && !errors.Is(err, decorum.TooShort) || kept.Phone != in.Phone {
		t.Errorf("a wrong number: %v, %v", err, kept.Phone)
	}
}

func TestNumberText(t *testing.T) {
	n := phone.MustParse("+5491156121008")
	if got, err := n.AppendText([]byte("to: ")); err != nil || string(got) != "to: +5491156121008" {
		t.Errorf("AppendText: %s %v", got, err)
	}
	if got, err := (phone.Number{}).AppendText([]byte("to: ")); err != nil || string(got) != "to: " {
		t.Errorf("AppendText of zero: %s %v", got, err)
	}
	if got := fmt.Sprintf("%v %s", n, n); got != "+5491156121008 +5491156121008" {
		t.Error(got)
	}
	var m phone.Number
	if err := m.UnmarshalText(make([]byte, 1<<20)); !errors.Is(err, decorum.TooLong) || !m.IsZero() {
		t.Error(m, err)
	}
	if got := m.National(); got != "" {
		t.Error(got)
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if got := fmt.Sprint(recover()); got != "phone: MustParse: not well-formed; want a plus and the country calling code in front" {
			t.Error(got)
		}
	}()
	phone.MustParse("516 283 7151")
}

func TestNames(t *testing.T) {
	for k := phone.KindUnknown; k <= phone.KindVoicemail; k++ {
		text, err := k.MarshalText()
		var back phone.Kind
		if err != nil || back.UnmarshalText(text) != nil || back != k || string(text) != k.String() {
			t.Errorf("%d: %s %v, back %v", k, text, err, back)
		}
	}
	for v := phone.ValidityUnspecified; v <= phone.WrongLength; v++ {
		text, err := v.MarshalText()
		var back phone.Validity
		if err != nil || back.UnmarshalText(text) != nil || back != v || string(text) != v.String() {
			t.Errorf("%d: %s %v, back %v", v, text, err, back)
		}
		possible := v == phone.Valid || v == phone.PossibleOnly || v == phone.LocalOnly
		if v.IsPossible() != possible {
			t.Errorf("%v: IsPossible %v", v, v.IsPossible())
		}
	}
	if got := phone.Kind(200).String() + phone.Validity(200).String(); got != "unknownunspecified" {
		t.Error(got)
	}
	var k phone.Kind
	var v phone.Validity
	if !errors.Is(k.UnmarshalText([]byte("Mobile")), decorum.Unknown) || !errors.Is(v.UnmarshalText(nil), decorum.Unknown) {
		t.Error("unknown names are read")
	}
}

func TestAllocations(t *testing.T) {
	if race {
		t.Skip("the race detector allocates")
	}
	dst := make([]byte, 0, 32)
	var n phone.Number
	for _, c := range []struct {
		name string
		want float64
		run  func()
	}{
		{"Parse and AppendText", 0, func() {
			n, _ = phone.Parse("+54 9 11 5612-1008")
			dst, _ = n.AppendText(dst[:0])
		}},
		{"Parse of full-width digits", 0, func() { n, _ = phone.Parse("＋５４ 9 11 5612-1008") }},
		{"ParseRegion with a rule", 0, func() { n, _ = phone.ParseRegion("011 15 5612-1008", "AR") }},
		{"Translate", 0, func() { _, _ = phone.Translate("6315551002", n) }},
		{"String", 1, func() { _ = n.String() }},
		{"National", 1, func() { _ = n.National() }},
		{"Region, Kind, Validity, Check", 0, func() {
			_, _, _, _ = n.Region(), n.Kind(), n.Validity(), n.Check()
		}},
	} {
		if got := testing.AllocsPerRun(100, c.run); got > c.want {
			t.Errorf("%s: %v allocations, want %v", c.name, got, c.want)
		}
	}
}
