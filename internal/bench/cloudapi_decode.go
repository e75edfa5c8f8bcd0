package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/bytedance/sonic"
	gojson "github.com/goccy/go-json"

	"github.com/decorum-go/decorum/internal/bench/metajson"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func cloudapiDecodeAreas() []area {
	text, batch := metajson.Text(), metajson.Batch()
	return []area{
		cloudapiDecodeArea("a webhook with one text", text, 4),
		cloudapiDecodeArea("a webhook with 100 messages", batch, 4),
		cloudapiVerifyArea("a webhook with one text", text),
		cloudapiVerifyArea("a webhook with 100 messages", batch),
	}
}

func metaPeers(body []byte, target float64, before func()) []candidate {
	peer := func(name string, target float64, unmarshal func([]byte, any) error) candidate {
		return candidate{name: name, target: target, run: func() {
			before()
			var w metajson.Body
			if unmarshal(body, &w) == nil {
				sink += len(w.Entry)
			}
		}}
	}
	return []candidate{
		peer("encoding/json, structs of the same types", target, json.Unmarshal),
		peer("goccy/go-json, the same structs", 0, gojson.Unmarshal),
		peer("sonic, the same structs", 0, sonic.Unmarshal),
	}
}

func cloudapiDecodeArea(name string, body []byte, target float64) area {
	return area{
		name: fmt.Sprintf("cloudapi: decode %s, %d bytes", name, len(body)),
		check: func() error {
			for _, unmarshal := range []func([]byte, any) error{json.Unmarshal, gojson.Unmarshal, sonic.Unmarshal} {
				if err := metajson.Same(body, unmarshal); err != nil {
					return err
				}
			}
			return nil
		},
		candidates: append([]candidate{{name: "cloudapi.Decode", run: func() {
			notices, _ := cloudapi.Decode(body)
			sink += notices.Len()
		}}}, append(metaPeers(body, target, func() {}), candidate{name: "json.Valid", limit: true, run: func() {
			if json.Valid(body) {
				sink++
			}
		}})...),
	}
}

func cloudapiVerifyArea(name string, body []byte) area {
	secret := []byte("an app's secret of 32 characters")
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	header := "sha256=" + hex.EncodeToString(mac.Sum(nil))
	verifier := cloudapi.NewVerifier(secret)
	verify := func() {
		h := hmac.New(sha256.New, secret)
		h.Write(body)
		if claimed, err := hex.DecodeString(strings.TrimPrefix(header, "sha256=")); err == nil && hmac.Equal(h.Sum(nil), claimed) {
			sink++
		}
	}
	return area{
		name: fmt.Sprintf("cloudapi: verify and decode %s, %d bytes", name, len(body)),
		check: func() error {
			if !verifier.Verify(header, body) || !cloudapi.Verify(header, body, secret) {
				return fmt.Errorf("the signature is refused")
			}
			return nil
		},
		candidates: append([]candidate{
			{name: "cloudapi.Verifier and Decode", run: func() {
				if verifier.Verify(header, body) {
					notices, _ := cloudapi.Decode(body)
					sink += notices.Len()
				}
			}},
			{name: "cloudapi.Verify and Decode", run: func() {
				if cloudapi.Verify(header, body, secret) {
					notices, _ := cloudapi.Decode(body)
					sink += notices.Len()
				}
			}},
		}, append(metaPeers(body, 0, verify), candidate{name: "the signature alone", limit: true, run: func() {
			if verifier.Verify(header, body) {
				sink++
			}
		}})...),
	}
}
