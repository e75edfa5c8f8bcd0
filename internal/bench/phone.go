package main

import (
	"fmt"
	"slices"

	"github.com/nyaruka/phonenumbers/v2"

	"github.com/decorum-go/decorum/phone"
)

// A dialledNumber is a text and the region in which it is dialled, "" for the
// international form.
type dialledNumber struct{ text, region string }

// worldNumbers returns the example numbers of all regions and kinds, and of the
// calling codes without a country, in international form.
func worldNumbers() []dialledNumber {
	var out []dialledNumber
	add := func(n *phonenumbers.PhoneNumber) {
		if n != nil {
			out = append(out, dialledNumber{phonenumbers.Format(n, phonenumbers.INTERNATIONAL), ""})
		}
	}
	regions := phoneKeys(phonenumbers.GetSupportedRegions())
	for _, region := range regions {
		seen := make(map[string]bool)
		for kind := phonenumbers.FIXED_LINE; kind < phonenumbers.UNKNOWN; kind++ {
			n := phonenumbers.GetExampleNumberForTypeInRegion(region, kind)
			if n == nil || seen[n.String()] {
				continue
			}
			seen[n.String()] = true
			add(n)
		}
	}
	for _, code := range phoneKeys(phonenumbers.GetSupportedGlobalNetworkCallingCodes()) {
		add(phonenumbers.GetExampleNumberForNonGeoEntity(code))
	}
	return out
}

// nationalNumbers returns the same numbers as they are dialled at home.
func nationalNumbers() []dialledNumber {
	var out []dialledNumber
	for _, in := range worldNumbers() {
		n, err := phonenumbers.Parse(in.text, in.region)
		if err != nil {
			continue
		}
		if region := phonenumbers.GetRegionCodeForNumber(n); len(region) == 2 {
			out = append(out, dialledNumber{phonenumbers.Format(n, phonenumbers.NATIONAL), region})
		}
	}
	return out
}

func phoneKeys[K interface{ ~int | ~string }](set map[K]bool) []K {
	keys := make([]K, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// phoneOurs parses, judges and writes a number.
func phoneOurs(dst []byte, in dialledNumber) ([]byte, bool) {
	var n phone.Number
	var err error
	if in.region == "" {
		n, err = phone.Parse(in.text)
	} else {
		n, err = phone.ParseRegion(in.text, in.region)
	}
	if err != nil {
		return dst, false
	}
	dst, _ = n.AppendText(dst)
	return dst, n.IsValid()
}

// phoneOursString does the same with a string.
func phoneOursString(in dialledNumber) (string, bool) {
	var n phone.Number
	var err error
	if in.region == "" {
		n, err = phone.Parse(in.text)
	} else {
		n, err = phone.ParseRegion(in.text, in.region)
	}
	if err != nil {
		return "", false
	}
	return n.String(), n.IsValid()
}

// phoneTheirs does it with phonenumbers.
func phoneTheirs(in dialledNumber) (string, bool) {
	n, err := phonenumbers.Parse(in.text, in.region)
	if err != nil {
		return "", false
	}
	return phonenumbers.Format(n, phonenumbers.E164), phonenumbers.IsValidNumber(n)
}

// digitPass is the least that must be done: look at each byte once.
func digitPass(dst []byte, s string) []byte {
	for i := range len(s) {
		if d := s[i] - '0'; d < 10 {
			dst = append(dst, s[i])
		}
	}
	return dst
}

func phoneAreas() []area {
	areas := []area{
		phoneArea("world list of all regions and kinds", worldNumbers(), 100),
		phoneArea("the same numbers in national form", nationalNumbers(), 100),
	}
	for _, in := range []dialledNumber{
		{"+1 (516) 283-7151", ""},
		{"+54 9 11 5612-1008", ""},
		{"6315551002", "IN"},
		{"+55 11 98765 4321", ""},
		{"+5215512345678", ""},
		{"call me maybe?? #!x", ""},
	} {
		name := in.text
		if in.region != "" {
			name += " in " + in.region
		}
		areas = append(areas, phoneArea(name, []dialledNumber{in}, 0))
	}
	return areas
}

func phoneArea(name string, list []dialledNumber, target float64) area {
	dst := make([]byte, 0, 64)
	return area{
		name: "phone: parse, validate and E.164, " + name,
		ops:  len(list),
		check: func() error {
			for i, in := range list {
				text, valid := phoneTheirs(in)
				got, ok := phoneOurs(nil, in)
				if string(got) != text || ok != valid {
					return fmt.Errorf("number %d of the list", i)
				}
			}
			return nil
		},
		candidates: []candidate{
			{name: "phone.Parse, IsValid, AppendText", run: func() {
				for _, in := range list {
					out, _ := phoneOurs(dst[:0], in)
					sink += len(out)
				}
			}},
			{name: "phone.Parse, IsValid, String", run: func() {
				for _, in := range list {
					out, _ := phoneOursString(in)
					sink += len(out)
				}
			}},
			{name: "phonenumbers/v2 Parse, IsValidNumber, Format", run: func() {
				for _, in := range list {
					out, _ := phoneTheirs(in)
					sink += len(out)
				}
			}, target: target},
			{name: "one pass that collects the digits", run: func() {
				for _, in := range list {
					sink += len(digitPass(dst[:0], in.text))
				}
			}, limit: true},
		},
	}
}
