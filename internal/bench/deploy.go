package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum/whatsapp/deploy"
)

// plainInventory is what a program writes that has encoding/json and validator
// alone: the shape of an inventory, without one of the guide's requirements.
type plainInventory struct {
	Tenant     int64 `json:"tenant" validate:"min=0,max=2147483647"`
	Components []struct {
		Type     string                       `json:"type" validate:"required,oneof=digital_messaging_server chat_server workspace dotnet_framework eservices_manager hub_driver plug_in whatsapp_client other"`
		Name     string                       `json:"name"`
		Version  string                       `json:"version" validate:"required"`
		Selected bool                         `json:"selected"`
		Options  map[string]map[string]string `json:"options"`
	} `json:"components" validate:"dive"`
	Overrides []struct {
		Layer   string                       `json:"layer" validate:"oneof=tenant agent_group agent"`
		Name    string                       `json:"name" validate:"required"`
		Options map[string]map[string]string `json:"options"`
	} `json:"overrides" validate:"dive"`
	Objects []struct {
		Type        string                       `json:"type" validate:"required"`
		Name        string                       `json:"name" validate:"required"`
		DisplayName string                       `json:"display_name"`
		MediaTypes  []string                     `json:"media_types"`
		Options     map[string]map[string]string `json:"options"`
	} `json:"objects" validate:"dive"`
	Roles []struct {
		Name       string   `json:"name" validate:"required"`
		Privileges []string `json:"privileges"`
		Workitem   bool     `json:"all_workitem_privileges"`
	} `json:"roles" validate:"dive"`
	AttachedData json.RawMessage `json:"attached_data"`
}

// deployAreas measure the inventory of the package's testdata: reading it, and
// reading and checking it. The peers check its shape alone.
func deployAreas() []area {
	data, err := os.ReadFile("../../whatsapp/deploy/testdata/good.json")
	if err != nil {
		return []area{{name: "deploy: the sample", check: func() error { return err }}}
	}
	ready := validator.New(validator.WithRequiredStructEnabled())
	plain := func(v *validator.Validate) error {
		var inv plainInventory
		if err := json.Unmarshal(data, &inv); err != nil {
			return err
		}
		if v == nil {
			v = validator.New(validator.WithRequiredStructEnabled())
		}
		sink += len(inv.Components)
		return v.Struct(&inv)
	}
	size := fmt.Sprintf(", %d bytes", len(data))
	return []area{
		{
			name: "deploy: read an inventory" + size,
			check: func() error {
				inv, err := deploy.ParseInventory(data)
				if err != nil {
					return err
				}
				var peer plainInventory
				if err := json.Unmarshal(data, &peer); err != nil {
					return err
				}
				if len(inv.Components) != len(peer.Components) || len(inv.Objects) != len(peer.Objects) || inv.Components[0].Options["channel-ghub"]["inbound-route"] != peer.Components[0].Options["channel-ghub"]["inbound-route"] {
					return fmt.Errorf("ours %v, theirs %v", inv, peer)
				}
				return nil
			},
			candidates: []candidate{
				{name: "deploy.ParseInventory", run: func() {
					inv, _ := deploy.ParseInventory(data)
					sink += len(inv.Components)
				}},
				{name: "encoding/json", target: 2, run: func() {
					var inv plainInventory
					if json.Unmarshal(data, &inv) == nil {
						sink += len(inv.Components)
					}
				}},
				{name: "json.Valid", limit: true, run: func() {
					if json.Valid(data) {
						sink++
					}
				}},
			},
		},
		{
			name: "deploy: read and check an inventory" + size,
			check: func() error {
				inv, err := deploy.ParseInventory(data)
				if err != nil {
					return err
				}
				if vs := deploy.Check(inv); len(vs) > 0 {
					return fmt.Errorf("of a good inventory: %v", vs)
				}
				return plain(nil)
			},
			candidates: []candidate{
				{name: "ParseInventory and Check", run: func() {
					if inv, err := deploy.ParseInventory(data); err == nil {
						sink += len(deploy.Check(inv))
					}
				}},
				{name: "encoding/json and a new validator, shape alone", run: func() {
					if plain(nil) == nil {
						sink++
					}
				}},
				{name: "encoding/json and a validator at hand, shape alone", run: func() {
					if plain(ready) == nil {
						sink++
					}
				}},
			},
		},
	}
}
