package oracle_test

import (
	"testing"

	"github.com/nyaruka/phonenumbers/v2"

	"github.com/decorum-go/decorum/phone"
)

// exampleNumbers returns the example numbers of every region and kind.
func exampleNumbers(t *testing.T) []phone.Number {
	t.Helper()
	var all []phone.Number
	for region := range phonenumbers.GetSupportedRegions() {
		for kind := phonenumbers.FIXED_LINE; kind < phonenumbers.UNKNOWN; kind++ {
			example := phonenumbers.GetExampleNumberForTypeInRegion(region, kind)
			if example == nil {
				continue
			}
			n, err := phone.Parse(phonenumbers.Format(example, phonenumbers.E164))
			if err != nil {
				t.Fatalf("%s %v: %v", region, kind, err)
			}
			all = append(all, n)
		}
	}
	return all
}
