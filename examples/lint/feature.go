package main

import (
	"bytes"
	"slices"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/deploy"
)

// switchedOff returns, for each violation of an inventory, which features the
// installation does not have because of it; nil for other files. Where the channel
// itself does not work, no other feature is named.
func switchedOff(data []byte, s settings) map[decorum.Violation][]string {
	if kindOf(data, s) != kindInventory {
		return nil
	}
	inventory, err := deploy.ParseInventory(bytes.TrimPrefix(data, []byte(byteOrderMark)))
	if err != nil {
		return nil
	}
	off := map[decorum.Violation][]string{}
	for _, f := range deploy.Features(inventory) {
		for _, v := range f.Because {
			if !slices.Contains(off[v], string(deploy.Basic)) {
				off[v] = append(off[v], string(f.Name))
			}
		}
	}
	return off
}
