package emoji

import (
	"errors"
	"io"
	"strings"

	"github.com/decorum-go/decorum"
)

// The bounds of [ParseCustom].
const (
	// MaxCustomBytes is how large a CustomEmojis.xml may be.
	MaxCustomBytes = 1 << 20
	// MaxCustomDepth is how deep its elements may be nested.
	MaxCustomDepth = 16
)

// ParseCustom reads a CustomEmojis.xml (EM2): the emojis that a transcript draws
// as images. Each is an element, wherever it stands,
//
//	<Emoticon Emoji="🥰" Code="1f970"/>
//
// whose Emoji is what is matched, an emoji that [Parse] takes, and whose Code
// names the image: code points in hexadecimal joined by "-". Other elements,
// attributes and texts are passed over. The file is UTF-8 XML of at most
// [MaxCustomBytes] and [MaxCustomDepth]. A document type ends the reading, so that
// there are no entities but the five of XML itself and numbers (&#x1F970;).
//
// What is wrong is told by violations, in the order of the file; the good entries
// stay. A path is "/line/12" for the twelfth line, and the span is in bytes of that
// line.
//
//   - [decorum.Required]: an Emoticon without Emoji or Code; it is left out.
//   - [decorum.Malformed]: not XML; or an Emoji that is not one emoji, a Code that
//     is none; that element is left out.
//   - [decorum.InvalidUTF8]: an attribute that is no valid text; likewise.
//   - [decorum.Duplicate]: an Emoji, or an attribute, for the second time; likewise.
//   - [decorum.Unknown]: an element that differs from Emoticon in capital letters,
//     or an entity; likewise.
//   - [decorum.Mismatch], a warning: Code is not the code of Emoji. The entry stays
//     as it is.
//   - [decorum.Recommended], a warning: Code has capital letters; the entry has
//     small ones.
//   - [decorum.Unsupported]: a document type, or another encoding; and
//     [decorum.TooDeep]: nothing is read from there on.
//   - [decorum.TooLarge]: nothing is read at all; its path is empty.
//
// The error is that of r.
func ParseCustom(r io.Reader) (Catalogue, decorum.Violations, error) {
	if r == nil {
		return Catalogue{}, nil, errors.New("emoji: ParseCustom needs a reader")
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxCustomBytes+1))
	if err != nil {
		return Catalogue{}, nil, err
	}
	if len(data) > MaxCustomBytes {
		return Catalogue{}, decorum.Violations{{
			Code: decorum.TooLarge, Severity: decorum.SeverityError,
			Limit: MaxCustomBytes, Actual: int64(len(data)), Unit: decorum.Bytes,
		}}, nil
	}
	var c Catalogue
	m := &markup{text: string(data)}
	m.read(func(t tag) {
		if e, ok := emoticon(m, t); ok && !c.add(e) {
			m.fault(t.emoji.at, decorum.Violation{Code: decorum.Duplicate})
		}
	})
	return c, m.faults, nil
}

// emoticon returns the entry that an element makes, and whether it makes one.
func emoticon(m *markup, t tag) (Entry, bool) {
	if t.name != emoticonName {
		if equalASCII(t.name, strings.ToLower(emoticonName)) {
			m.fault(t.at, decorum.Violation{Code: decorum.Unknown, Want: emoticonName})
		}
		return Entry{}, false
	}
	text, ok := m.value(t.at, t.emoji, emojiName)
	code, alsoOK := m.value(t.at, t.code, codeName)
	if !ok || !alsoOK || t.twice {
		return Entry{}, false
	}
	e, err := Parse(text)
	if err != nil {
		m.fault(t.emoji.at, decorum.Violation{Code: decorum.Malformed, Want: wantEmoji})
	}
	points, wrong := codeText(code)
	if wrong.Code != "" {
		m.fault(t.code.at, decorum.Violation{Code: decorum.Malformed, Want: wantCode})
	}
	if err != nil || wrong.Code != "" {
		return Entry{}, false
	}
	if small := lowerASCII(code); small != code {
		m.fault(t.code.at, decorum.Violation{Code: decorum.Recommended, Severity: decorum.SeverityWarning, Want: small})
		code = small
	}
	if !equalBare(points, e.text) {
		m.fault(t.code.at, decorum.Violation{Code: decorum.Mismatch, Severity: decorum.SeverityWarning, Want: e.Code()})
	}
	return Entry{Emoji: e, Code: code}, true
}

const (
	emoticonName = "Emoticon"
	emojiName    = "Emoji"
	codeName     = "Code"
)
