package decorum

import "strings"

// maxShown is how many bytes of a path an error's own text shows.
const maxShown = 256

// AppendToken appends "/" and the token to a JSON Pointer, escaping "~" as "~0"
// and "/" as "~1" (RFC 6901 §3).
func AppendToken(dst []byte, token string) []byte {
	dst = append(dst, '/')
	for i := range len(token) {
		switch token[i] {
		case '~':
			dst = append(dst, "~0"...)
		case '/':
			dst = append(dst, "~1"...)
		default:
			dst = append(dst, token[i])
		}
	}
	return dst
}

// JoinPointer returns the JSON Pointer made of the tokens; "" for none.
func JoinPointer(tokens ...string) string {
	var dst []byte
	for _, t := range tokens {
		dst = AppendToken(dst, t)
	}
	return string(dst)
}

// SplitPointer returns the tokens of a JSON Pointer; none for "". It undoes
// [JoinPointer]. A pointer that does not begin with "/", or has a "~" that is
// not followed by "0" or "1", is [Malformed]; the violation's Span tells where.
func SplitPointer(pointer string) ([]string, error) {
	if pointer == "" {
		return nil, nil
	}
	if pointer[0] != '/' {
		return nil, malformedAt(0, 1)
	}
	for i := range len(pointer) {
		if pointer[i] == '~' && (i+1 == len(pointer) || pointer[i+1] != '0' && pointer[i+1] != '1') {
			return nil, malformedAt(i, i+1)
		}
	}
	tokens := strings.Split(pointer[1:], "/")
	for i, t := range tokens {
		tokens[i] = unescape(t)
	}
	return tokens, nil
}

func malformedAt(start, end int) error {
	return Violation{
		Code: Malformed, Severity: SeverityError, Span: Span{start, end},
		Want: "a JSON Pointer (RFC 6901)",
	}.Err()
}

// unescape undoes the escapes of a token; "~01" is "~1".
func unescape(token string) string {
	if !strings.Contains(token, "~") {
		return token
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}

// plainPath returns the longest prefix of whole tokens of the path that is
// plain and at most maxShown bytes long: what may be shown.
func plainPath(path string) string {
	shown := 0
	for shown < len(path) && path[shown] == '/' {
		end := shown + 1
		for end < len(path) && path[end] != '/' {
			end++
		}
		if end > maxShown || !plainKey(path[shown+1:end]) {
			break
		}
		shown = end
	}
	return path[:shown]
}

// maxPlainDigits is how many digits a plain key may have: fewer than a telephone
// number has.
const maxPlainDigits = 6

// plainKey reports whether key is plain: 1 to 64 bytes of ASCII letters,
// digits, "_", "-" and ".", at most six of them digits.
func plainKey(key string) bool {
	if key == "" || len(key) > 64 {
		return false
	}
	digits := 0
	for i := range len(key) {
		switch c := key[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c == '-', c == '.':
		default:
			return false
		}
	}
	return digits <= maxPlainDigits
}
