package oracle_test

import (
	"math/rand/v2"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	"github.com/decorum-go/decorum/phone"
)

func TestTmp(t *testing.T) {
	n, bad := 0, 0
	r := rand.New(rand.NewPCG(1, 2))
	regs := []string{}
	for k := range phonenumbers.GetSupportedRegions() {
		regs = append(regs, k)
	}
	check := func(s, region string) {
		n++
		p, perr := phonenumbers.Parse(s, region)
		var o phone.Number
		var oerr error
		if region == "" {
			o, oerr = phone.Parse(s)
		} else {
			o, oerr = phone.ParseRegion(s, region)
		}
		if (perr == nil) != (oerr == nil) {
			if perr == nil {
				e := phonenumbers.Format(p, phonenumbers.E164)
				q, err := phonenumbers.Parse(e, "")
				if err != nil || phonenumbers.Format(q, phonenumbers.E164) != e {
					return
				}
			}
			bad++
			if bad < 20 {
				t.Errorf("%q %s: oracle %v %v ours %v %v", s, region, p, perr, o, oerr)
			}
			return
		}
		if perr != nil {
			return
		}
		if e := phonenumbers.Format(p, phonenumbers.E164); e != o.String() || phonenumbers.IsValidNumber(p) != o.IsValid() || phonenumbers.GetRegionCodeForNumber(p) != o.Region() {
			bad++
			if bad < 20 {
				t.Errorf("%q %s: oracle %v %v %v ours %v %v %v", s, region, e, phonenumbers.IsValidNumber(p), phonenumbers.GetRegionCodeForNumber(p), o, o.Validity(), o.Region())
			}
		}
	}
	for _, reg := range regs {
		for ty := phonenumbers.FIXED_LINE; ty < phonenumbers.UNKNOWN; ty++ {
			e := phonenumbers.GetExampleNumberForTypeInRegion(reg, ty)
			if e == nil {
				continue
			}
			s := phonenumbers.Format(e, phonenumbers.INTERNATIONAL)
			check(s, "")
			nat := phonenumbers.Format(e, phonenumbers.NATIONAL)
			check(nat, reg)
			for range 100 {
				b := []byte(phonenumbers.Format(e, phonenumbers.E164))
				for range 1 + r.IntN(3) {
					i := 1 + r.IntN(len(b)-1)
					switch r.IntN(3) {
					case 0:
						b[i] = byte('0' + r.IntN(10))
					case 1:
						b = append(b[:i], b[i+1:]...)
					case 2:
						b = append(b[:i], append([]byte{byte('0' + r.IntN(10))}, b[i:]...)...)
					}
					if len(b) < 3 {
						break
					}
				}
				check(string(b), "")
				check(string(b[1:]), reg)
				check(string(b[1:]), regs[r.IntN(len(regs))])
				if len(b) > 4 {
					check(string(b[3:]), reg)
					check("0"+string(b[3:]), reg)
					check("00"+string(b[3:]), reg)
				}
			}
		}
	}
	t.Log(n, bad)
}
