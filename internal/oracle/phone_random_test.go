package oracle_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers/v2"
)

// TestPhoneRandom asks about two million random and mutated inputs, three
// hundred thousand in the short run, always the same ones.
func TestPhoneRandom(t *testing.T) {
	count := 2_000_000
	switch {
	case phoneRace:
		count = 20_000
	case testing.Short():
		count = 300_000
	}
	m := newPhoneMutator()
	var outcomes [differs + 1]int
	for range count {
		got := askPhone(t, m.next())
		outcomes[got]++
		if outcomes[differs] == 20 {
			t.Fatal("and so on")
		}
	}
	t.Logf("%d inputs: %d agreed, %d outside the grammar, %d of an unstable number",
		count, outcomes[agreed], outcomes[outside], outcomes[unstable])
	if outcomes[agreed] < count*8/10 {
		t.Error("too few inputs follow the grammar")
	}
}

// A phoneMutator makes inputs.
type phoneMutator struct {
	r        *rand.Rand
	regions  []string
	codes    []int
	examples []phoneExample
}

type phoneExample struct{ digits, national, region string }

func newPhoneMutator() *phoneMutator {
	m := &phoneMutator{r: rand.New(rand.NewPCG(9, 36)), regions: phoneRegions(), codes: phoneCodes()}
	for _, n := range phoneExamples() {
		m.examples = append(m.examples, phoneExample{
			phonenumbers.Format(n, phonenumbers.E164)[1:],
			phonenumbers.Format(n, phonenumbers.NATIONAL),
			phonenumbers.GetRegionCodeForNumber(n),
		})
	}
	return m
}

func pickOne[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

var (
	// phonePrefixes are national prefixes, mobile tokens and carrier codes.
	phonePrefixes = []string{
		"0", "00", "1", "8", "80", "06", "9", "15", "0 15", "044", "045", "01", "90", "041", "0 21", "180020",
		"1831", "1832", "1001", "12879", "179", "1900", "0800", "810", "003768", "0002", "15006", "268", "7", "89",
	}
	// phoneAbroad are prefixes for international calls.
	phoneAbroad = []string{
		"00", "011", "810", "0011", "009", "119", "001", "0014", "00 1 1", "0161", "010", "0091", "002", "005", "99", "000", "07", "0052", "0101", "1421",
	}
	phoneJoints = []string{" ", "-", "", "", "(", ")", ".", "/", " (", ") ", "\u00A0", "\u200B", "\u2013", "\u00AD", "\uFF0D", "\u3000", "[", "]", "(0)"}
	phonePluses = []string{"+", "+", "+", "+", "++", "＋", "(+", " +", "tel:+", "TEL:", "+ ", ""}
	// phoneStrays are what stands outside the grammar, or nearly so.
	phoneStrays = []string{
		"x", "ext. 5", ";ext=7", "#", "*", "~", ",", "\t", "\u202A", "é", "٣", "०", "９", "𝟗", "+", "a", "\xFF", "tel:", "²", "\n", "O",
	}
	phoneScripts = []rune{'٠', '۰', '०', '０', '𝟎', '๐'}
)

// next returns the next input.
func (m *phoneMutator) next() dialled {
	r := m.r
	e := pickOne(r, m.examples)
	region := e.region
	if len(region) != 2 || r.IntN(8) == 0 {
		region = pickOne(r, m.regions)
	}
	switch r.IntN(10) {
	case 0, 1:
		return dialled{pickOne(r, phonePluses) + m.join(m.edit(e.digits)), m.anywhere()}
	case 2:
		return dialled{"+" + m.edit(e.digits), ""}
	case 3:
		return dialled{m.mutate(e.national), region}
	case 4:
		return dialled{pickOne(r, phonePrefixes) + m.join(m.edit(e.digits[r.IntN(4):])), region}
	case 5:
		return dialled{pickOne(r, phoneAbroad) + m.join(m.edit(e.digits)), pickOne(r, m.regions)}
	case 6:
		code := strconv.Itoa(pickOne(r, m.codes))
		prefix := ""
		if r.IntN(2) == 0 {
			prefix = pickOne(r, phonePrefixes)
		}
		return dialled{"+" + code + prefix + m.digits(r.IntN(16)), m.anywhere()}
	case 7:
		return dialled{m.edit(e.digits), region}
	case 8:
		return dialled{m.digits(1 + r.IntN(19)), region}
	default:
		text := pickOne(r, phonePluses) + m.script(e.digits)
		for range r.IntN(3) {
			at := r.IntN(len(text) + 1)
			text = text[:at] + pickOne(r, phoneStrays) + text[at:]
		}
		return dialled{text, m.anywhere()}
	}
}

func (m *phoneMutator) anywhere() string {
	if m.r.IntN(3) == 0 {
		return pickOne(m.r, m.regions)
	}
	return ""
}

func (m *phoneMutator) digits(n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(byte('0' + m.r.IntN(10)))
	}
	return b.String()
}

// edit changes, adds or takes away up to three digits.
func (m *phoneMutator) edit(digits string) string {
	for range m.r.IntN(4) {
		at := m.r.IntN(len(digits) + 1)
		rest := digits[at:]
		if rest != "" && m.r.IntN(3) > 0 {
			rest = rest[1:]
		}
		digits = digits[:at] + m.digits(m.r.IntN(2)) + rest
	}
	return digits
}

// mutate changes digits of a text in place, or puts a prefix in front.
func (m *phoneMutator) mutate(text string) string {
	b := []byte(text)
	for range m.r.IntN(3) {
		if at := m.r.IntN(len(b)); b[at] >= '0' && b[at] <= '9' {
			b[at] = byte('0' + m.r.IntN(10))
		}
	}
	if m.r.IntN(4) == 0 {
		return pickOne(m.r, phonePrefixes) + " " + string(b)
	}
	return string(b)
}

// join puts separators between digits.
func (m *phoneMutator) join(digits string) string {
	for range m.r.IntN(4) {
		at := m.r.IntN(len(digits) + 1)
		for at > 0 && at < len(digits) && digits[at]&0xC0 == 0x80 {
			at--
		}
		digits = digits[:at] + pickOne(m.r, phoneJoints) + digits[at:]
	}
	return digits
}

// script writes some of the digits in another script.
func (m *phoneMutator) script(digits string) string {
	zero := pickOne(m.r, phoneScripts)
	var b strings.Builder
	for i := range len(digits) {
		if m.r.IntN(3) == 0 {
			b.WriteRune(zero + rune(digits[i]-'0'))
		} else {
			b.WriteByte(digits[i])
		}
	}
	return b.String()
}
