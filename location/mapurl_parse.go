package location

import (
	"strings"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
)

const (
	wantScheme      = "https, http"
	wantPlaceholder = "{LATITUDE}, {LONGITUDE}, {HEIGHT}, {WIDTH}"
	wantPlace       = "placeholders only in the path, the query or the fragment"
)

// ParseMapURL reads a URL template: a web address with the placeholders
// {LATITUDE}, {LONGITUDE}, {HEIGHT} and {WIDTH}, in capitals, any number of times
// and in any order, in its path, its query or its fragment. Everything else
// stands for itself. An empty template is the zero MapURL.
//
// The error holds all that is wrong, in the order of the template, each with its
// span. These are errors:
//
//   - an unknown placeholder ([decorum.Unknown]), a brace without its pair
//     ([decorum.Malformed]), no {LATITUDE} or no {LONGITUDE} ([decorum.Required],
//     which is about the whole template)
//   - a scheme other than http and https ([decorum.Unsupported]), or none at all
//     ([decorum.Malformed])
//   - a placeholder in the scheme, the host or the port, a user name or a
//     password ([decorum.Unexpected])
//   - no host ([decorum.Required]), or one that is neither a name in ASCII nor an
//     IPv4 address, or a bad port ([decorum.Malformed])
//   - controls, blanks, quotes, angle brackets, backslashes, "^", "`", and all
//     that is not ASCII ([decorum.ForbiddenCharacter], [decorum.InvalidUTF8]), and
//     a percent sign without two hexadecimal digits ([decorum.Malformed]): they
//     must be percent-encoded
//   - more than [MaxMapURL] bytes ([decorum.TooLong]), and then nothing else
//
// http alone is only a warning: see [MapURL.Check].
func ParseMapURL(template string) (MapURL, error) {
	s := scanTemplate(template)
	if err := s.vs.Err(); err != nil {
		return MapURL{}, err
	}
	return MapURL{text: template, steps: string(s.steps)}, nil
}

// scanTemplate reads the template from its beginning to its end, once.
func scanTemplate(template string) templateScanner {
	s := templateScanner{text: template}
	if template == "" {
		return s
	}
	if len(template) > MaxMapURL {
		s.vs = s.vs.Add(decorum.Violation{
			Code: decorum.TooLong, Severity: decorum.SeverityError,
			Limit: MaxMapURL, Actual: int64(len(template)), Unit: decorum.Bytes,
		})
		return s
	}
	parts := splitURL(template)
	s.scheme(parts)
	s.authority(parts)
	s.inHost = false
	s.chars(len(template))
	for _, which := range [...]placeholder{latitude, longitude} {
		if s.seen&(1<<which) == 0 {
			s.wrong(decorum.Required, decorum.Span{}, placeholders[which])
		}
	}
	return s
}

// A templateScanner walks a template.
type templateScanner struct {
	text string
	// at is how far it has come, and literal where the text since the last
	// placeholder begins.
	at, literal int
	// inHost: no placeholder may stand here.
	inHost bool
	// seen has a bit for each placeholder.
	seen  uint8
	steps []byte
	vs    decorum.Violations
	// looks counts the characters looked at, to show that the cost is linear.
	looks int
}

func (s *templateScanner) wrong(code decorum.Code, span decorum.Span, want string) {
	s.vs = s.vs.Add(decorum.Violation{Code: code, Severity: decorum.SeverityError, Span: span, Want: want})
}

// scheme checks what stands before the host.
func (s *templateScanner) scheme(p urlParts) {
	if p.schemeEnd < 0 {
		s.wrong(decorum.Malformed, decorum.Span{}, "https:// at the beginning")
		return
	}
	before := len(s.vs)
	s.inHost = true
	s.chars(p.schemeEnd)
	if len(s.vs) > before {
		return // the text is not even a scheme
	}
	s.vs = checkScheme(s.vs, s.text, p.schemeEnd)
	if !s.vs.HasErrors() && !p.slashes {
		s.wrong(decorum.Malformed, decorum.Span{Start: 0, End: p.schemeEnd + 1}, "https:// at the beginning")
	}
}

// checkScheme returns vs with what is wrong with the scheme text[:end].
func checkScheme(vs decorum.Violations, text string, end int) decorum.Violations {
	if end < 0 {
		return vs
	}
	wrong := decorum.Violation{
		Code: decorum.Unsupported, Severity: decorum.SeverityError,
		Span: decorum.Span{Start: 0, End: max(end, 1)}, Want: wantScheme,
	}
	switch scheme := text[:end]; {
	case strings.EqualFold(scheme, "https"):
		return vs
	case strings.EqualFold(scheme, "http"):
		wrong.Code, wrong.Severity, wrong.Want = decorum.Insecure, decorum.SeverityWarning, "https"
	}
	return vs.Add(wrong)
}

// authority checks user name, host and port.
func (s *templateScanner) authority(p urlParts) {
	if !p.slashes {
		return
	}
	s.at = p.authorityStart
	if p.hostStart > p.authorityStart {
		s.wrong(decorum.Unexpected, decorum.Span{Start: p.authorityStart, End: p.hostStart}, "no user name or password")
	}
	s.chars(p.hostStart)
	before := len(s.vs)
	s.chars(p.hostEnd)
	if len(s.vs) > before {
		return // there is more to say about the host when these are gone
	}
	host, port, ok := splitPort(s.text[p.hostStart:p.hostEnd])
	at := decorum.Span{Start: p.hostStart, End: p.hostStart + len(host)}
	switch {
	case host == "":
		s.wrong(decorum.Required, at, "a host name")
	case !isHost(host):
		s.wrong(decorum.Malformed, at, "a host name in ASCII or an IPv4 address")
	}
	if !ok || !isPort(port) {
		s.wrong(decorum.Malformed, decorum.Span{Start: at.End, End: p.hostEnd}, "a port from 1 to 65535")
	}
}

// chars walks on to end.
func (s *templateScanner) chars(end int) {
	for s.at < end {
		s.looks++
		switch c := s.text[s.at]; {
		case c == '{':
			s.brace(end)
		case c == '}':
			s.wrong(decorum.Malformed, decorum.Span{Start: s.at, End: s.at + 1}, "an opening brace before it")
			s.at++
		case c == '%' && !isEscape(s.text[s.at:end]):
			s.wrong(decorum.Malformed, decorum.Span{Start: s.at, End: s.at + 1}, "%25, or two hexadecimal digits after it")
			s.at++
		case !isURLByte(c):
			s.forbidden(end)
		default:
			s.at++
		}
	}
}

// brace reads a placeholder.
func (s *templateScanner) brace(end int) {
	start := s.at
	for s.at++; s.at < end && s.text[s.at] != '{' && s.text[s.at] != '}' && isURLByte(s.text[s.at]); s.at++ {
		s.looks++
	}
	if s.at == end || s.text[s.at] != '}' {
		// Only the name: what follows is looked at for its own sake.
		s.at = start + 1
		for s.at < end && isNameByte(s.text[s.at]) {
			s.looks++
			s.at++
		}
		s.wrong(decorum.Malformed, decorum.Span{Start: start, End: s.at}, "a closing brace after it")
		return
	}
	s.at++
	span := decorum.Span{Start: start, End: s.at}
	if s.inHost {
		s.wrong(decorum.Unexpected, span, wantPlace)
		return
	}
	for which, name := range placeholders {
		if s.text[start:s.at] == name {
			before := start - s.literal
			s.steps = append(s.steps, byte(before), byte(before>>8), byte(which))
			s.literal = s.at
			s.seen |= 1 << which
			return
		}
	}
	s.wrong(decorum.Unknown, span, wantPlaceholder)
}

func isNameByte(c byte) bool {
	return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '_'
}

// forbidden reads a run of characters that may not stand in a URL.
func (s *templateScanner) forbidden(end int) {
	start, code := s.at, decorum.ForbiddenCharacter
	for s.at < end {
		s.looks++
		c := s.text[s.at]
		if isURLByte(c) || c == '{' || c == '}' {
			break
		}
		r, size := utf8.DecodeRuneInString(s.text[s.at:end])
		if r == utf8.RuneError && size == 1 {
			code = decorum.InvalidUTF8
		}
		s.at += size
	}
	s.wrong(code, decorum.Span{Start: start, End: s.at}, "percent-encoding")
}
