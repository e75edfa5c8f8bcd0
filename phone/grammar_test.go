package phone_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/phone"
)

func TestGrammarTakes(t *testing.T) {
	const want = "+15162837151"
	for _, s := range []string{
		"+15162837151", "++15162837151", "＋15162837151", "+＋15162837151", " +1 516 283 7151 ", "(+1) 516-283-7151",
		"+1.516.283.7151", "+1/516/283/7151", "+1 [516] 2837151", "+1\u00A0516\u00AD283\u200B71\u206051",
		"+1‐516‑283‒7–1—5―1", "+1−516ー283－7151", "＋１　（５１６）　２８３－７１５１", "+1．516／283［7151］",
		"tel:+15162837151", "TEL:+1-516-283-7151", "Tel: (+1)516.283.7151",
		"+١٥١٦٢٨٣٧١٥١", "+१५१६२८३७१५१", "+𝟏𝟓𝟏𝟔𝟐𝟖𝟑𝟕𝟏𝟓𝟏", "+1 516 ٢٨٣ 7151", "+1 (1) 516 283 7151",
	} {
		n, err := phone.Parse(s)
		if err != nil || n.String() != want {
			t.Errorf("%q: %v %v", s, n, err)
		}
	}
}

func TestGrammarRefuses(t *testing.T) {
	type place struct {
		code decorum.Code
		part string
		want string
	}
	const (
		digits    = "digits, not letters"
		noExt     = "a number without extension"
		noParam   = "a number without parameters"
		noControl = "no control characters"
		noBidi    = "no marks of writing direction"
		other     = "digits and separators"
		onePlus   = "a plus in front only"
		aPlus     = "a plus and the country calling code in front"
	)
	for s, want := range map[string]place{
		"":                                {decorum.Required, "", ""},
		" -()":                            {decorum.Required, "", ""},
		"+":                               {decorum.Required, "", ""},
		"tel:":                            {decorum.Required, "", ""},
		"+1":                              {decorum.TooShort, "", ""},
		"+12":                             {decorum.TooShort, "", ""},
		"12":                              {decorum.Malformed, "", aPlus},
		"1":                               {decorum.TooShort, "", ""},
		"＋１２":                             {decorum.TooShort, "", ""},
		"＋９99":                            {decorum.UnknownCountryCode, "９99", ""},
		"1＋5162837151":                    {decorum.Malformed, "＋", onePlus},
		"+1516:2837151":                   {decorum.ForbiddenCharacter, ":", other},
		"+1516z2837151":                   {decorum.ForbiddenCharacter, "z", digits},
		"~15162837151":                    {decorum.ForbiddenCharacter, "~", other},
		"+1516\x7f2837151":                {decorum.ForbiddenCharacter, "\x7f", noControl},
		"1 2":                             {decorum.TooShort, "", ""},
		"+49 1":                           {decorum.TooShort, "", ""},
		"+355 1":                          {decorum.TooShort, "", ""},
		"+49 123456789012345678":          {decorum.TooLong, "", ""},
		"5162837151":                      {decorum.Malformed, "", aPlus},
		"0015162837151":                   {decorum.Malformed, "", aPlus},
		"+0015162837151":                  {decorum.UnknownCountryCode, "001", ""},
		"+(999) 123":                      {decorum.UnknownCountryCode, "999", ""},
		"＋２ 1 ０ 345":                      {decorum.UnknownCountryCode, "２ 1 ０", ""},
		"1 516 283 7151 +1":               {decorum.Malformed, "+", onePlus},
		"+ +15162837151":                  {decorum.Malformed, "+", onePlus},
		"+-＋15162837151":                  {decorum.Malformed, "＋", onePlus},
		"+1-800-FLOWERS":                  {decorum.ForbiddenCharacter, "FLOWERS", digits},
		"call +15162837151":               {decorum.ForbiddenCharacter, "call", digits},
		"tell:+15162837151":               {decorum.ForbiddenCharacter, "tell", digits},
		"+1 516 283 7151 mobile":          {decorum.ForbiddenCharacter, "mobile", digits},
		" 12":                             {decorum.Malformed, "", aPlus},
		"+999":                            {decorum.UnknownCountryCode, "999", ""},
		"+15162837151 room 12":            {decorum.ForbiddenCharacter, "room", digits},
		"+12 x5":                          {decorum.ForbiddenCharacter, "x", digits},
		"+123 x5":                         {decorum.Unsupported, "x5", noExt},
		"+12 #5":                          {decorum.ForbiddenCharacter, "#", other},
		"+123 #5":                         {decorum.Unsupported, "#5", noExt},
		"x12":                             {decorum.ForbiddenCharacter, "x", digits},
		"+15162837151 x12":                {decorum.Unsupported, "x12", noExt},
		"+15162837151 Ext. 12":            {decorum.Unsupported, "Ext. 12", noExt},
		"+15162837151,,12":                {decorum.Unsupported, ",,12", noExt},
		"+15162837151 #12":                {decorum.Unsupported, "#12", noExt},
		"+15162837151～12":                 {decorum.Unsupported, "～12", noExt},
		"+15162837151;ext=12":             {decorum.Unsupported, ";ext=12", noParam},
		"tel:2837151;phone-context=+1516": {decorum.Unsupported, ";phone-context=+1516", noParam},
		"5;phone-context=+1;tel:x":        {decorum.Unsupported, ";phone-context=+1;tel:x", noParam},
		"#31#+15162837151":                {decorum.ForbiddenCharacter, "#", other},
		"*31*15162837151":                 {decorum.ForbiddenCharacter, "*", other},
		"+1516\t2837151":                  {decorum.ForbiddenCharacter, "\t", noControl},
		"+15162837151\n":                  {decorum.ForbiddenCharacter, "\n", noControl},
		"+1516\x002837151":                {decorum.ForbiddenCharacter, "\x00", noControl},
		"+1516\u00852837151":              {decorum.ForbiddenCharacter, "\u0085", noControl},
		"+15162837151\u2029":              {decorum.ForbiddenCharacter, "\u2029", noControl},
		"\u202A+15162837151\u202C":        {decorum.ForbiddenCharacter, "\u202A", noBidi},
		"+1516\u200F2837151":              {decorum.ForbiddenCharacter, "\u200F", noBidi},
		"+1516\u061C2837151":              {decorum.ForbiddenCharacter, "\u061C", noBidi},
		"+15162837151\u2069":              {decorum.ForbiddenCharacter, "\u2069", noBidi},
		"☎ +15162837151":                  {decorum.ForbiddenCharacter, "☎", other},
		"+1516²2837151":                   {decorum.ForbiddenCharacter, "²", other},
		"+1516\uFEFF2837151":              {decorum.ForbiddenCharacter, "\uFEFF", other},
		"+1516é2837151":                   {decorum.ForbiddenCharacter, "é", other},
		"+1516\xFF2837151":                {decorum.InvalidUTF8, "\xFF", ""},
		"+1516\xE2\x80":                   {decorum.InvalidUTF8, "\xE2", ""},
		"+44 00 7911 123456":              {decorum.Ambiguous, "", "one national prefix at most"},
	} {
		n, err := phone.Parse(s)
		var e *decorum.Error
		if !errors.As(err, &e) || len(e.Violations) != 1 || !n.IsZero() {
			t.Errorf("%q: %v %v", s, n, err)
			continue
		}
		v := e.Violations[0]
		part := ""
		if v.Span != (decorum.Span{}) {
			part, _ = v.Span.In(s)
		}
		if diff := cmp.Diff(want, place{v.Code, part, v.Want}, cmp.AllowUnexported(place{})); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", s, diff)
		}
	}
}

func TestEveryLabelAnnouncesAnExtension(t *testing.T) {
	for _, label := range []string{"x", "ext", "extn", "xtn", "xt", "extension", "int", "anexo", "ANEXO"} {
		if _, err := phone.Parse("+15162837151 " + label + " 12"); !errors.Is(err, decorum.Unsupported) {
			t.Errorf("%s: %v", label, err)
		}
	}
}

func TestGrammarBoundsInput(t *testing.T) {
	for _, pad := range []string{" ", "0"} {
		for _, c := range []struct {
			length int
			over   bool
		}{{63, false}, {64, false}, {65, true}, {1 << 20, true}} {
			s := "+15162837151"
			if pad == " " {
				s = strings.Repeat(pad, c.length-len(s)) + s
			} else {
				s += strings.Repeat(pad, c.length-len(s))
			}
			_, err := phone.Parse(s)
			var e *decorum.Error
			over := errors.As(err, &e) && e.Violations[0].Unit == decorum.Bytes
			if over != c.over || over && (e.Violations[0].Limit != phone.MaxInput || e.Violations[0].Actual != int64(c.length)) {
				t.Errorf("%d bytes: %v", c.length, err)
			}
		}
	}
}

func TestDigitsBounded(t *testing.T) {
	for _, c := range []struct {
		digits int
		code   decorum.Code
	}{{1, decorum.TooShort}, {2, ""}, {17, ""}, {18, decorum.TooLong}} {
		_, err := phone.Parse("+49" + strings.Repeat("1", c.digits))
		if got := codeOf(err); got != c.code {
			t.Errorf("%d digits: %v, want %q", c.digits, err, c.code)
		}
	}
}

func codeOf(err error) decorum.Code {
	for v := range decorum.All(err) {
		return v.Code
	}
	return ""
}
