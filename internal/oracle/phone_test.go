package oracle_test

import (
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/nyaruka/phonenumbers/v2"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

// A dialled number is a text and the region in which it is dialled, "" for the
// international form.
type dialled struct{ text, region string }

// phoneGrammar is package phone's grammar, told a second time.
var phoneGrammar = regexp.MustCompile(`^(?i:tel:)?[` + phoneSeparators + `]*[+＋]*[` + phoneSeparators + `\p{Nd}]*$`)

const phoneSeparators = ` \-./()\[\]` + "\u00A0\u00AD\u200B\u2060\u3000\u2010-\u2015\u2212\u30FC\uFF0D-\uFF0F\uFF08\uFF09\uFF3B\uFF3D"

// A phoneOutcome is how package phone's answer relates to phonenumbers'.
type phoneOutcome int

const (
	// agreed: both refuse, or both give the same number with the same parts.
	agreed phoneOutcome = iota
	// outside: the text does not follow the grammar, and phone refuses it; the
	// first of the two intended exceptions.
	outside
	// unstable: phonenumbers' answer, written as E.164 and parsed again, is
	// another number, and phone refuses it; the second one.
	unstable
	differs
)

// answers are the parts of a number in which both must agree.
type answers struct {
	e164, national, region, kind, validity string
	code                                   int
}

func phoneAnswers(n phone.Number) answers {
	return answers{n.String(), n.National(), n.Region(), n.Kind().String(), n.Validity().String(), n.CountryCode()}
}

func oracleAnswers(n *phonenumbers.PhoneNumber) answers {
	validity := oracleValidities[phonenumbers.IsPossibleNumberWithReason(n)]
	if phonenumbers.IsValidNumber(n) {
		validity = phone.Valid
	}
	return answers{
		phonenumbers.Format(n, phonenumbers.E164), phonenumbers.GetNationalSignificantNumber(n),
		phonenumbers.GetRegionCodeForNumber(n), oracleKinds[phonenumbers.GetNumberType(n)].String(),
		validity.String(), int(n.GetCountryCode()),
	}
}

var oracleKinds = map[phonenumbers.PhoneNumberType]phone.Kind{
	phonenumbers.FIXED_LINE: phone.KindFixedLine, phonenumbers.MOBILE: phone.KindMobile,
	phonenumbers.FIXED_LINE_OR_MOBILE: phone.KindFixedLineOrMobile, phonenumbers.TOLL_FREE: phone.KindTollFree,
	phonenumbers.PREMIUM_RATE: phone.KindPremiumRate, phonenumbers.SHARED_COST: phone.KindSharedCost,
	phonenumbers.VOIP: phone.KindVoIP, phonenumbers.PERSONAL_NUMBER: phone.KindPersonalNumber,
	phonenumbers.PAGER: phone.KindPager, phonenumbers.UAN: phone.KindUAN,
	phonenumbers.VOICEMAIL: phone.KindVoicemail, phonenumbers.UNKNOWN: phone.KindUnknown,
}

var oracleValidities = map[phonenumbers.ValidationResult]phone.Validity{
	phonenumbers.IS_POSSIBLE: phone.PossibleOnly, phonenumbers.IS_POSSIBLE_LOCAL_ONLY: phone.LocalOnly,
	phonenumbers.TOO_SHORT: phone.TooShort, phonenumbers.TOO_LONG: phone.TooLong,
	phonenumbers.INVALID_LENGTH: phone.WrongLength,
}

// askPhone asks both about a number.
func askPhone(t *testing.T, in dialled) phoneOutcome {
	t.Helper()
	var n phone.Number
	var err error
	if in.region == "" {
		n, err = phone.Parse(in.text)
	} else {
		n, err = phone.ParseRegion(in.text, in.region)
	}
	if !phoneGrammar.MatchString(in.text) || len(in.text) > phone.MaxInput {
		if err == nil {
			t.Errorf("%+v is outside the grammar, but %v", in, n)
			return differs
		}
		return outside
	}
	theirs, oracleErr := phonenumbers.Parse(in.text, in.region)
	switch {
	case oracleErr != nil && err != nil:
		return agreed
	case oracleErr != nil:
		t.Errorf("%+v: %v, but the oracle says %v", in, n, oracleErr)
		return differs
	}
	want := oracleAnswers(theirs)
	again, oracleErr := phonenumbers.Parse(want.e164, "")
	if oracleErr != nil || oracleAnswers(again) != want {
		if phoneCodeOf(err) != decorum.Ambiguous || want.validity == phone.Valid.String() {
			t.Errorf("%+v: %v %v, but the oracle's %s reads as another number", in, n, err, want.e164)
			return differs
		}
		return unstable
	}
	if got := phoneAnswers(n); err != nil || got != want {
		t.Errorf("%+v: %+v %v, but the oracle says %+v", in, got, err, want)
		return differs
	}
	return agreed
}

func phoneCodeOf(err error) decorum.Code {
	for v := range decorum.All(err) {
		return v.Code
	}
	return ""
}

func phoneRegions() []string {
	return slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions()))
}

func phoneCodes() []int { return slices.Sorted(maps.Keys(phonenumbers.GetSupportedCallingCodes())) }

// phoneExamples returns the example numbers of all regions and kinds, the
// invalid ones, and those of the calling codes without a country.
func phoneExamples() []*phonenumbers.PhoneNumber {
	var out []*phonenumbers.PhoneNumber
	add := func(n *phonenumbers.PhoneNumber) {
		if n != nil {
			out = append(out, n)
		}
	}
	for _, region := range phoneRegions() {
		for kind := phonenumbers.FIXED_LINE; kind < phonenumbers.UNKNOWN; kind++ {
			add(phonenumbers.GetExampleNumberForTypeInRegion(region, kind))
		}
		add(phonenumbers.GetInvalidExampleNumber(region))
	}
	for _, code := range phoneCodes() {
		add(phonenumbers.GetExampleNumberForNonGeoEntity(code))
	}
	return out
}

func TestPhoneExamples(t *testing.T) {
	regions, kinds, codes := map[string]bool{}, map[string]bool{}, map[int]bool{}
	examples := phoneExamples()
	for i, n := range examples {
		a := oracleAnswers(n)
		regions[a.region], kinds[a.kind], codes[a.code] = true, true, true
		if i%phoneStride != 0 {
			continue
		}
		for _, notation := range []phonenumbers.PhoneNumberFormat{
			phonenumbers.E164, phonenumbers.INTERNATIONAL, phonenumbers.NATIONAL, phonenumbers.RFC3966,
		} {
			text := phonenumbers.Format(n, notation)
			for _, in := range []dialled{{text, ""}, {text, a.region}, {text, "US"}, {text, "DE"}, {text[1:], a.region}} {
				if got := askPhone(t, in); got != agreed && notation == phonenumbers.E164 && in.text == text {
					t.Errorf("%+v: outcome %d", in, got)
				}
			}
		}
	}
	// Invalid examples may be of no region.
	delete(regions, "")
	for _, region := range phoneRegions() {
		// The examples of these are numbers of Guadeloupe and Morocco too, which
		// have the same plans and stand before them.
		if !regions[region] && region != "BL" && region != "MF" && region != "EH" {
			t.Errorf("%s has no example", region)
		}
	}
	if len(codes) != len(phoneCodes()) || len(kinds) != len(oracleKinds) {
		t.Errorf("%d calling codes and %d kinds have an example", len(codes), len(kinds))
	}
	t.Logf("%d examples, %d regions, %d calling codes, %d kinds", len(examples), len(regions), len(codes), len(kinds))
}

// TestPhoneLengths asks about every calling code, be there one or not, with
// every number of digits.
func TestPhoneLengths(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 36))
	for code := 0; code < 1000; code += phoneStride {
		text := "+" + strconv.Itoa(code)
		for length := range 20 {
			askPhone(t, dialled{text, ""})
			askPhone(t, dialled{text[1:], phoneRegions()[(code+length)%len(phoneRegions())]})
			text += strconv.Itoa(r.IntN(10))
		}
	}
}

// TestPhoneRegionNames asks about every pair of capital letters.
func TestPhoneRegionNames(t *testing.T) {
	supported := phonenumbers.GetSupportedRegions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region := string(a) + string(b)
			_, err := phone.ParseRegion("1234567", region)
			if known := phoneCodeOf(err) != decorum.Unknown; known != supported[region] {
				t.Errorf("%s: known %v", region, known)
			}
		}
	}
}

// TestPhoneDigits asks about every character there is, as a digit in the middle
// of a number.
func TestPhoneDigits(t *testing.T) {
	if unicode.Version != "15.0.0" {
		t.Skipf("this Go has the digits of Unicode %s; phone and the pinned oracle agree on those of 15.0.0", unicode.Version)
	}
	for r := rune(0x80); r <= unicode.MaxRune; r += phoneStride {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		n, err := phone.Parse("+1516" + string(r) + "83715")
		isDigit := err == nil && n.String() != "+151683715"
		if isDigit != unicode.IsDigit(r) {
			t.Errorf("%U: a digit %v", r, isDigit)
		}
		if isDigit {
			askPhone(t, dialled{"+1516" + string(r) + "837151", ""})
		}
	}
}

// TestPhoneTranslate compares ES2 with putting the calling code in front by hand.
func TestPhoneTranslate(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 36))
	examples := phoneExamples()
	for range 20_000 {
		business, err := phone.Parse(phonenumbers.Format(examples[r.IntN(len(examples))], phonenumbers.E164))
		if err != nil {
			t.Fatal(err)
		}
		text := phonenumbers.Format(examples[r.IntN(len(examples))], phonenumbers.NATIONAL)
		got, err := phone.Translate(text, business)
		want, wantErr := phone.Parse("+" + strconv.Itoa(business.CountryCode()) + text)
		if (err == nil) != (wantErr == nil) || err == nil && (got.Number != want || !got.CountryAssumed || got.OK()) {
			t.Errorf("%q for %v: %+v %v, want %v %v", text, business, got, err, want, wantErr)
		}
	}
}

// FuzzPhone asks about everything.
func FuzzPhone(f *testing.F) {
	for _, n := range phoneExamples()[:20] {
		f.Add(phonenumbers.Format(n, phonenumbers.INTERNATIONAL), "")
		f.Add(phonenumbers.Format(n, phonenumbers.NATIONAL), phonenumbers.GetRegionCodeForNumber(n))
	}
	for _, in := range []dialled{
		{"011 15 5612-1008", "AR"},
		{"0002018456", "JP"},
		{"886123", "SM"},
		{"+82011290", "KR"},
		{"+820011290", "KR"},
		{"8 10 44 7911 123456", "RU"},
		{"+00 1 650 253 0000", "DE"},
		{"1832 412 345 678", "AU"},
		{"+44 (0)7911 123456", ""},
		{"221234", "GG"},
		{"0 41 11 98888-7777", "BR"},
		{"5;phone-context=+1;tel:x", "US"},
		{"＋１　（５１６）　２８３－７１５１", "SG"},
	} {
		f.Add(in.text, in.region)
	}
	f.Fuzz(func(t *testing.T, text, region string) {
		if strings.ContainsRune(region, 0) || len(region) > 3 {
			return
		}
		askPhone(t, dialled{text, region})
	})
}
