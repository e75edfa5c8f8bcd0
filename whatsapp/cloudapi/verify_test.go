package cloudapi_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/whatsapp/cloudapi"
)

func TestVerify(t *testing.T) {
	secret, body := []byte("app secret"), []byte(`{"object":"whatsapp_business_account","entry":[]}`)
	header := cloudapi.Sign(body, secret)
	digits := strings.TrimPrefix(header, "sha256=")
	if !strings.Contains(digits, "0") {
		t.Fatal("no zero in the signature")
	}
	for _, c := range []struct {
		label        string
		header       string
		body, secret []byte
		want         bool
	}{
		{"Meta's", header, body, secret, true},
		{"upper case", "SHA256=" + strings.ToUpper(digits), body, secret, true},
		{"mixed case", "Sha256=" + strings.ToUpper(digits[:9]) + digits[9:], body, secret, true},
		{"another body", header, append(bytes.Clone(body), ' '), secret, false},
		{"an empty body", header, nil, secret, false},
		{"another secret", header, body, []byte("app secreT"), false},
		{"no secret", cloudapi.Sign(body, nil), body, nil, false},
		{"an empty secret", cloudapi.Sign(body, nil), body, []byte{}, false},
		{"no header", "", body, secret, false},
		{"no prefix", digits, body, secret, false},
		{"another hash", "sha512=" + digits, body, secret, false},
		{"the old hash", "sha1=" + digits[:40], body, secret, false},
		{"a control character for the equals sign", "sha256\x1d" + digits, body, secret, false},
		{"a bracket for a letter", "sha256=" + strings.Replace(digits, digits[:1], "g", 1), body, secret, false},
		{"a letter that is no digit for a zero", "sha256=" + strings.Replace(digits, "0", "g", 1), body, secret, false},
		{"too short", header[:len(header)-1], body, secret, false},
		{"too long", header + "0", body, secret, false},
		{"a blank", " " + header[:len(header)-1], body, secret, false},
		{"two headers", header + "," + header, body, secret, false},
		{"the prefix alone", "sha256=", body, secret, false},
		{"one digit more", "sha256=" + digits[:63] + string(digits[63]^1), body, secret, false},
		{"a secret of one byte", cloudapi.Sign(body, []byte("a")), body, []byte("a"), true},
		{"no secret, and signed with none", signedWithNothing(body), body, nil, false},
		{"an empty secret, and signed with none", signedWithNothing(body), body, []byte{}, false},
	} {
		if got := cloudapi.Verify(c.header, c.body, c.secret); got != c.want {
			t.Errorf("%s: %v", c.label, got)
		}
		if got := cloudapi.NewVerifier(c.secret).Verify(c.header, c.body); got != c.want {
			t.Errorf("%s, by a Verifier: %v", c.label, got)
		}
	}
	// Known answer of RFC 4231, test case 2.
	if !cloudapi.Verify("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", []byte("what do ya want for nothing?"), []byte("Jefe")) {
		t.Error("the signature of RFC 4231 is refused")
	}
}

// signedWithNothing is what anybody can make: a signature with an empty key.
func signedWithNothing(body []byte) string {
	mac := hmac.New(sha256.New, nil)
	mac.Write(body)
	return "sha256=" + hex.EncodeToString(mac.Sum(nil))
}

func TestEveryBitOfASignatureCounts(t *testing.T) {
	secret, body := []byte("app secret"), []byte("{}")
	sum, err := hex.DecodeString(strings.TrimPrefix(cloudapi.Sign(body, secret), "sha256="))
	if err != nil {
		t.Fatal(err)
	}
	v := cloudapi.NewVerifier(secret)
	for i := range sum {
		for bit := range 8 {
			sum[i] ^= 1 << bit
			if v.Verify("sha256="+hex.EncodeToString(sum), body) {
				t.Errorf("bit %d of byte %d does not count", bit, i)
			}
			sum[i] ^= 1 << bit
		}
	}
	if !v.Verify("sha256="+hex.EncodeToString(sum), body) {
		t.Error("a Verifier cannot be used again")
	}
}

func TestNoVerifierVerifiesNothing(t *testing.T) {
	header := cloudapi.Sign(nil, nil)
	var zero cloudapi.Verifier
	var none *cloudapi.Verifier
	if zero.Verify(header, nil) || none.Verify(header, nil) {
		t.Error("verified")
	}
}

func FuzzVerify(f *testing.F) {
	secret := []byte("app secret")
	f.Add("", []byte(nil))
	f.Add("sha256=", []byte("{}"))
	f.Add(cloudapi.Sign([]byte("{}"), secret), []byte("{}"))
	f.Fuzz(func(t *testing.T, header string, body []byte) {
		want := cloudapi.Sign(body, secret)
		if got := cloudapi.Verify(header, body, secret); got != strings.EqualFold(header, want) && isASCII(header) {
			t.Errorf("%q: %v", header, got)
		}
		if !cloudapi.Verify(want, body, secret) || cloudapi.Verify(header, body, nil) {
			t.Errorf("%q", want)
		}
	})
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 127 }) < 0
}

func TestChallenge(t *testing.T) {
	query := func(mode, token, challenge string) url.Values {
		return url.Values{"hub.mode": {mode}, "hub.verify_token": {token}, "hub.challenge": {challenge}}
	}
	for _, c := range []struct {
		label  string
		query  url.Values
		token  string
		answer string
	}{
		{"Meta's", query("subscribe", "t0ken", "1158201444"), "t0ken", "1158201444"},
		{"letters", query("subscribe", "t0ken", "aZ-_.09"), "t0ken", "aZ-_.09"},
		{"another token", query("subscribe", "t0keN", "1158201444"), "t0ken", ""},
		{"a shorter token", query("subscribe", "t0ke", "1158201444"), "t0ken", ""},
		{"no token", query("subscribe", "", "1158201444"), "t0ken", ""},
		{"no token on either side", query("subscribe", "", "1158201444"), "", ""},
		{"another mode", query("unsubscribe", "t0ken", "1158201444"), "t0ken", ""},
		{"no challenge", query("subscribe", "t0ken", ""), "t0ken", ""},
		{"a script", query("subscribe", "t0ken", "<script>"), "t0ken", ""},
		{"a brace", query("subscribe", "t0ken", "{"), "t0ken", ""},
		{"an at sign", query("subscribe", "t0ken", "@"), "t0ken", ""},
		{"the longest", query("subscribe", "t0ken", strings.Repeat("1", 256)), "t0ken", strings.Repeat("1", 256)},
		{"too long", query("subscribe", "t0ken", strings.Repeat("1", 257)), "t0ken", ""},
		{"no query", nil, "t0ken", ""},
	} {
		answer, ok := cloudapi.Challenge(c.query, c.token)
		if answer != c.answer || ok != (c.answer != "") {
			t.Errorf("%s: %q, %v", c.label, answer, ok)
		}
	}
}
