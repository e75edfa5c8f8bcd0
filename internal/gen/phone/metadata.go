package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/nyaruka/phonenumbers/v2/metadata"
)

// The kinds, numbered as in package phone.
const (
	kindFixed = iota + 1
	kindMobile
	kindFixedOrMobile
	kindTollFree
	kindPremiumRate
	kindSharedCost
	kindVoIP
	kindPersonal
	kindPager
	kindUAN
	kindVoicemail
)

// nonGeographic is the region of calling codes that belong to no country.
const nonGeographic = "001"

// A world is the metadata in a fixed order.
type world struct {
	// regions are the names of all regions, sorted; the first is "".
	regions []string
	codes   []code
	// plans are the regions by their index in regions; nil for "" and 001.
	plans []*metadata.PhoneMetadata
}

// A code is one calling code with the plans of its regions, the main one first.
type code struct {
	number int
	plans  []*metadata.PhoneMetadata
}

func load() (*world, error) {
	collection, err := metadata.Collection()
	if err != nil {
		return nil, err
	}
	w := &world{regions: []string{"", nonGeographic}}
	byRegion := make(map[string]*metadata.PhoneMetadata)
	byNumber := make(map[int]*metadata.PhoneMetadata)
	for _, m := range collection.GetMetadata() {
		if m.GetId() == nonGeographic {
			byNumber[int(m.GetCountryCode())] = m
			continue
		}
		byRegion[m.GetId()] = m
		w.regions = append(w.regions, m.GetId())
	}
	slices.Sort(w.regions)
	for _, r := range w.regions {
		w.plans = append(w.plans, byRegion[r])
	}
	for number, regions := range metadata.CountryCodeToRegion() {
		c := code{number: number}
		for _, r := range regions {
			m := byRegion[r]
			if r == nonGeographic {
				m = byNumber[number]
			}
			c.plans = append(c.plans, m)
		}
		w.codes = append(w.codes, c)
	}
	slices.SortFunc(w.codes, func(a, b code) int { return cmp.Compare(a.number, b.number) })
	return w, nil
}

func (w *world) region(name string) uint8 {
	i, ok := slices.BinarySearch(w.regions, name)
	if !ok || i > 255 {
		panic("region " + name)
	}
	return uint8(i)
}

// lengths returns a bit for each length; all of them where none is given.
func lengths(list []int32) uint32 {
	if len(list) == 0 {
		return 1<<(maxNational+1) - 1
	}
	return bits(list)
}

func bits(list []int32) uint32 {
	var mask uint32
	for _, l := range list {
		if l > maxNational || l == 0 || l == 1 {
			panic(fmt.Sprintf("a number of %d digits", l))
		}
		if l >= 0 {
			mask |= 1 << l
		}
	}
	return mask
}

// plan compiles one region's numbering plan.
func (w *world) plan(m *metadata.PhoneMetadata) *plan {
	p := &plan{
		region:  w.region(m.GetId()),
		general: compile(m.GetGeneralDesc().GetNationalNumberPattern()),
		lengths: lengths(m.GetGeneralDesc().GetPossibleLength()),
		same:    m.GetSameMobileAndFixedLinePattern(),
	}
	if m.GetLeadingDigits() != "" {
		p.leading = compile(m.GetLeadingDigits())
	}
	for _, k := range []struct {
		kind uint8
		desc *metadata.PhoneNumberDesc
	}{
		{kindPremiumRate, m.GetPremiumRate()},
		{kindTollFree, m.GetTollFree()},
		{kindSharedCost, m.GetSharedCost()},
		{kindVoIP, m.GetVoip()},
		{kindPersonal, m.GetPersonalNumber()},
		{kindPager, m.GetPager()},
		{kindUAN, m.GetUan()},
		{kindVoicemail, m.GetVoicemail()},
		{kindFixed, m.GetFixedLine()},
		{kindMobile, m.GetMobile()},
	} {
		if k.desc.GetNationalNumberPattern() != "" {
			p.kinds = append(p.kinds, kindPattern{k.kind, compile(k.desc.GetNationalNumberPattern()), lengths(k.desc.GetPossibleLength())})
		}
	}
	return p
}
