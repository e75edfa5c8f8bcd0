package cloudapi

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/url"
)

// Challenge answers the request by which Meta makes sure of a webhook's address:
// a GET with hub.mode, hub.verify_token and hub.challenge in its query. It returns
// what to answer, and whether the token is the one that the app was given; if it
// is not, answer 403. Tokens are compared in constant time, and an empty one is
// never right.
//
//	answer, ok := cloudapi.Challenge(r.URL.Query(), token)
//
// Meta's challenges are numbers. Another text than letters, digits, "-", "_" and
// "." is refused, so that the answer can never be a page with a script in it.
func Challenge(query url.Values, token string) (answer string, ok bool) {
	given, want := sha256.Sum256([]byte(query.Get("hub.verify_token"))), sha256.Sum256([]byte(token))
	equal := subtle.ConstantTimeCompare(given[:], want[:]) == 1
	answer = query.Get("hub.challenge")
	if !equal || token == "" || query.Get("hub.mode") != "subscribe" || !isChallenge(answer) {
		return "", false
	}
	return answer, true
}

// maxChallenge is the longest challenge that is answered, in bytes.
const maxChallenge = 256

func isChallenge(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (c < '0' || c > '9') && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return s != "" && len(s) <= maxChallenge
}
