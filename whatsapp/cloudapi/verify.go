package cloudapi

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"
)

// SignatureHeader is the header in which Meta signs a webhook.
const SignatureHeader = "X-Hub-Signature-256"

// signaturePrefix stands before the signature.
const signaturePrefix = "sha256="

// Verify reports whether the header, the value of [SignatureHeader], is the
// signature of the body under the secret of the app: "sha256=" and the HMAC
// SHA-256 in 64 hexadecimal digits of either case. The body is the bytes as they
// came, since Meta signs its own escapes; verify before anything else is done.
// The signature is compared in constant time.
//
// An empty secret verifies nothing.
func Verify(header string, body, secret []byte) bool {
	return NewVerifier(secret).Verify(header, body)
}

// Sign returns the value of [SignatureHeader] for a body, as Meta would send it:
// for tests of a host's own webhook, and for hosts that pass webhooks on. Without a
// secret there is no signature: it is "".
func Sign(body, secret []byte) string {
	if len(secret) == 0 {
		return ""
	}
	mac := hmac.New(sha256.New, secret)
	mac.Write(body)
	return signaturePrefix + hex.EncodeToString(mac.Sum(nil))
}

// A Verifier verifies one webhook after the other without making the state of
// HMAC anew. It serves one goroutine at a time: keep one in each, or in a
// sync.Pool, or call [Verify].
//
// The zero Verifier verifies nothing.
type Verifier struct {
	mac hash.Hash
	sum []byte
}

// NewVerifier returns a Verifier for the secret of the app. With an empty secret
// it verifies nothing.
func NewVerifier(secret []byte) *Verifier {
	if len(secret) == 0 {
		return &Verifier{}
	}
	return &Verifier{mac: hmac.New(sha256.New, secret)}
}

// Verify does what the function [Verify] does.
func (v *Verifier) Verify(header string, body []byte) bool {
	var claimed [sha256.Size]byte
	if v == nil || v.mac == nil || !parseSignature(header, &claimed) {
		return false
	}
	v.mac.Reset()
	v.mac.Write(body)
	v.sum = v.mac.Sum(v.sum[:0])
	return hmac.Equal(v.sum, claimed[:])
}

// parseSignature reads "sha256=" and 64 hexadecimal digits.
func parseSignature(header string, sum *[sha256.Size]byte) bool {
	if len(header) != len(signaturePrefix)+2*sha256.Size {
		return false
	}
	for i := range len(signaturePrefix) {
		if c := header[i]; c != signaturePrefix[i] && (c < 'A' || c > 'Z' || c|0x20 != signaturePrefix[i]) {
			return false
		}
	}
	for i := range sum {
		high, ok1 := hexDigit(header[len(signaturePrefix)+2*i])
		low, ok2 := hexDigit(header[len(signaturePrefix)+2*i+1])
		if !ok1 || !ok2 {
			return false
		}
		sum[i] = high<<4 | low
	}
	return true
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
