package attachment_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/attachment"
)

const family = "👨\u200D👩\u200D👧\u200D👦"

// readable are names that people give their files: nothing is wrong with them,
// and SafeName leaves them alone.
var readable = []string{
	"photo.jpg", "PHOTO.JPG", "a.b.c.pdf", "a", "-", "_", "Anna's photo (2).jpg", "d’été & co, 50 %; #1 [x] {y} ~ + = @ ! ^ `.pdf",
	"Büro.pdf", "Bu\u0308ro.pdf", "договор №5.docx", "合同 2026年.pdf", "見積書　最終.pdf", "계약서.pdf", "สัญญา.pdf", "עסקה.pdf", "عقد.pdf",
	"قرارداد\u200Cها.pdf", "क्\u200Dष.pdf", "தமிழ்.pdf", family + ".png", "❤️.png", "1️⃣.png", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F.png",
	"葛\U000E0100.pdf", "conference.pdf", "console.txt", "com10.txt", "lpt.txt", "com.txt", "nulls.pdf", "a.con", "_con.txt", "COM⁴.txt",
	"a    b.pdf", "v1. 2.pdf", "a . b.pdf", "no extension", "Mr. Smith", "₿.pdf", "﷽.pdf",
	strings.Repeat("a", 251) + ".pdf", strings.Repeat("é", 125) + ".pdf"[:3] + "x", strings.Repeat("你", 83) + ".pdf",
}

func TestNamesInAnyScriptStay(t *testing.T) {
	for _, name := range readable {
		if vs := attachment.CheckName(name); vs != nil {
			t.Errorf("%q: %v", name, told(vs))
		}
		if got := attachment.SafeName(name, attachment.UnknownType); got != name {
			t.Errorf("SafeName(%q) = %q", name, got)
		}
	}
}

// Rows 1 to 4 and 22 to 25 of the threats: a name that hides its type, breaks
// out of its folder, means a device, or speaks to a terminal or a header.
func TestCheckName(t *testing.T) {
	type faults = []string
	at := func(code decorum.Code, start, end int) string { return fmt.Sprintf("%s %d-%d", code, start, end) }
	for _, tt := range []struct {
		name string
		want faults
		safe string
	}{
		{"", faults{"required 0-0"}, "file"},
		{"a\x00.pdf", faults{at("forbidden_character", 1, 2)}, "a.pdf"},
		{"photo_\u202Egpj.exe", faults{at("forbidden_character", 6, 9)}, "photo_gpj.exe"},
		{"a\u2066b\u2069.pdf", faults{at("forbidden_character", 1, 4), at("forbidden_character", 5, 8)}, "ab.pdf"},
		{"\u200Ea\u200F\u061C.pdf", faults{at("forbidden_character", 0, 3), at("forbidden_character", 4, 9)}, "a.pdf"},
		{"a\u200B\u2060\uFEFF\u00AD.pdf", faults{at("forbidden_character", 1, 12)}, "a.pdf"},
		{"a\u2028b\u2029.pdf", faults{at("forbidden_character", 1, 4), at("forbidden_character", 5, 8)}, "ab.pdf"},
		{"a\x1b[31m.pdf", faults{at("forbidden_character", 1, 2)}, "a[31m.pdf"},
		{"a\u009b31m.pdf", faults{at("forbidden_character", 1, 3)}, "a31m.pdf"},
		{"a\u0080\u009F.pdf", faults{at("forbidden_character", 1, 5)}, "a.pdf"},
		{"a\x7f.pdf", faults{at("forbidden_character", 1, 2)}, "a.pdf"},
		{"a\r\nSet-Cookie: x.pdf", faults{at("forbidden_character", 1, 3), at("forbidden_character", 13, 14)}, "aSet-Cookie_ x.pdf"},
		{"a\tb.pdf", faults{at("forbidden_character", 1, 2)}, "ab.pdf"},
		{"a\".pdf", faults{at("forbidden_character", 1, 2)}, "a_.pdf"},
		{"a\uFFFE\U0001FFFF.pdf", faults{at("forbidden_character", 1, 8)}, "a.pdf"},
		{"a\U000E0061.pdf", faults{at("forbidden_character", 1, 5)}, "a.pdf"},
		{"🏴x\U000E0061.pdf", faults{at("forbidden_character", 5, 9)}, "🏴x.pdf"},
		{"🏴\U000E0001.pdf", faults{at("forbidden_character", 4, 8)}, "🏴.pdf"},
		{"a/b.pdf", faults{at("forbidden_character", 1, 2)}, "a_b.pdf"},
		{`a\b.pdf`, faults{at("forbidden_character", 1, 2)}, "a_b.pdf"},
		{"C:a.pdf", faults{at("forbidden_character", 1, 2)}, "C_a.pdf"},
		{"a.pdf:x.exe", faults{at("forbidden_character", 5, 6)}, "a.pdf_x.exe"},
		{`<a>|b?*.pdf`, faults{at("forbidden_character", 0, 1), at("forbidden_character", 2, 4), at("forbidden_character", 5, 7)}, "_a__b__.pdf"},
		{"../../etc/passwd", faults{at("malformed", 0, 2), at("forbidden_character", 2, 3), at("malformed", 3, 5), at("forbidden_character", 5, 6), at("forbidden_character", 9, 10)}, "_._etc_passwd"},
		{"..", faults{"malformed 0-2"}, "file"},
		{".", faults{"malformed 0-1"}, "file"},
		{"a..b.pdf", faults{at("malformed", 1, 3)}, "a.b.pdf"},
		{".htaccess", faults{at("malformed", 0, 1)}, "htaccess"},
		{" a.pdf", faults{at("malformed", 0, 1)}, "a.pdf"},
		{"a.pdf ", faults{at("malformed", 5, 6)}, "a.pdf"},
		{"a.pdf.", faults{at("malformed", 5, 6)}, "a.pdf"},
		{"a.exe. .", faults{at("malformed", 5, 8)}, "a.exe"},
		{"\u3000a.pdf\u00A0", faults{at("malformed", 0, 3), at("malformed", 8, 10)}, "a.pdf"},
		{"photo.jpg          .exe", faults{at("forbidden_spacing", 9, 19)}, "photo.jpg    .exe"},
		{"a" + strings.Repeat("\u00A0", 5) + "b", faults{at("forbidden_spacing", 1, 11)}, "a" + strings.Repeat("\u00A0", 4) + "b"},
		{"CON", faults{at("malformed", 0, 3)}, "_CON"},
		{"nul.pdf", faults{at("malformed", 0, 3)}, "_nul.pdf"},
		{"NUL.tar.gz", faults{at("malformed", 0, 3)}, "_NUL.tar.gz"},
		{"Aux .txt", faults{at("malformed", 0, 3)}, "_Aux .txt"},
		{"prn", faults{at("malformed", 0, 3)}, "_prn"},
		{"COM1", faults{at("malformed", 0, 4)}, "_COM1"},
		{"com0.txt", faults{at("malformed", 0, 4)}, "_com0.txt"},
		{"lpt9.txt", faults{at("malformed", 0, 4)}, "_lpt9.txt"},
		{"COM¹.txt", faults{at("malformed", 0, 5)}, "_COM¹.txt"},
		{"LPT³", faults{at("malformed", 0, 5)}, "_LPT³"},
		{"conout$.txt", faults{at("malformed", 0, 7)}, "_conout$.txt"},
		{"clock$", faults{at("malformed", 0, 6)}, "_clock$"},
		{"a\xff.pdf", faults{at("invalid_utf8", 1, 6)}, "a_.pdf"},
		{"\xff\xfe", faults{at("invalid_utf8", 0, 2)}, "__"},
		{"\u200D.jpg", faults{"blank 0-0"}, "file.jpg"},
		{"\u3164.jpg", faults{"blank 0-0", at("forbidden_character", 0, 3)}, "jpg"},
		{"   ", faults{"blank 0-0", "malformed 0-3"}, "file"},
		{strings.Repeat("a", 252) + ".pdf", faults{"too_long 0-0"}, strings.Repeat("a", 251) + ".pdf"},
	} {
		var got faults
		for _, v := range attachment.CheckName(tt.name) {
			if v.Path != "" || v.Severity != decorum.SeverityError {
				t.Errorf("%q: %+v", tt.name, v)
			}
			got = append(got, at(v.Code, v.Span.Start, v.Span.End))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q: %s", tt.name, diff)
		}
		if got := attachment.SafeName(tt.name, attachment.UnknownType); got != tt.safe {
			t.Errorf("SafeName(%q) = %q, want %q", tt.name, got, tt.safe)
		}
	}
}

// The limit is in bytes; a name is cut between two characters and keeps its
// extension.
func TestNameLength(t *testing.T) {
	for _, c := range []string{"a", "é", "你", "😀", "e\u0301", family, "a\u0323\u0302\u0301"} {
		for over := -1; over <= 1; over++ {
			room := attachment.MaxName - len(".pdf")
			n := room / len(c)
			name := strings.Repeat(c, n-1)
			name += strings.Repeat("x", room-len(name)+over) + ".pdf"
			vs := attachment.CheckName(name)
			if got, want := vs.Has(decorum.TooLong), over > 0; got != want {
				t.Errorf("%q, %d bytes: %v", c, len(name), told(vs))
			}
			if over > 0 && (vs[0].Limit != attachment.MaxName || vs[0].Actual != int64(len(name)) || vs[0].Unit != decorum.Bytes) {
				t.Errorf("%+v", vs[0])
			}
			safe := attachment.SafeName(name, attachment.PDF)
			if over <= 0 && safe != name {
				t.Errorf("%q was changed", name)
			}
			whole := strings.Repeat(c, n+1) + ".pdf"
			if safe = attachment.SafeName(whole, attachment.PDF); safe != strings.Repeat(c, n)+".pdf" {
				t.Errorf("%q × %d became %q", c, n+1, safe)
			}
		}
	}
	zalgo := "a" + strings.Repeat("\u0301", 1000) + ".pdf"
	if got := attachment.SafeName(zalgo, attachment.PDF); got != "document.pdf" {
		t.Errorf("one endless character became %q", got)
	}
	huge := strings.Repeat("a ", 1<<20) + ".pdf"
	if got := attachment.SafeName(huge, attachment.PDF); len(got) > attachment.MaxName || !strings.HasSuffix(got, ".pdf") {
		t.Errorf("%d bytes, %q", len(got), attachment.Extension(got))
	}
}

func TestAT5SafeNameIsOffered(t *testing.T) {
	for _, tt := range []struct {
		name string
		typ  attachment.Type
		want string
	}{
		{"", attachment.JPEG, "image.jpg"},
		{"", attachment.AnimatedWebP, "sticker.webp"},
		{"", attachment.Opus, "audio.ogg"},
		{"", attachment.MP4, "video.mp4"},
		{"", attachment.DOCX, "document.docx"},
		{"", attachment.UnknownType, "file"},
		{"", 200, "file"},
		{"photo", attachment.JPEG, "photo.jpg"},
		{"photo.JPEG", attachment.JPEG, "photo.JPEG"},
		{"photo.png", attachment.JPEG, "photo.png.jpg"},
		{"photo.py", attachment.JPEG, "photo.py.jpg"}, // CVE-2025-30401
		{"photo.jpg\u202E", attachment.JPEG, "photo.jpg"},
		{"photo.exe. ", attachment.JPEG, "photo.exe.jpg"},
		{"voice.oga", attachment.Opus, "voice.oga"},
		{"voice.ogg", attachment.Opus, "voice.ogg"},
		{"moving.webp", attachment.AnimatedWebP, "moving.webp"},
		{"list.csv", attachment.Text, "list.csv"},
		{"notes.md", attachment.Text, "notes.md"},
		{"run.ps1", attachment.Text, "run.ps1.txt"},
		{"book.epub", attachment.ZIP, "book.epub"},
		{"order.docx", attachment.ZIP, "order.docx"},
		{"order.docm", attachment.ZIP, "order.docm.zip"},
		{"plan.vsd", attachment.OLE, "plan.vsd"},
		{"setup.exe", attachment.PE, "setup.exe"},
		{"setup.exe", attachment.UnknownType, "setup.exe"},
		{"con.jpg", attachment.JPEG, "_con.jpg"},
		{"con", attachment.JPEG, "_con.jpg"},
		{"\u200D", attachment.JPEG, "image.jpg"},
	} {
		if got := attachment.SafeName(tt.name, tt.typ); got != tt.want {
			t.Errorf("SafeName(%q, %v) = %q, want %q", tt.name, tt.typ, got, tt.want)
		}
	}
}

// checkSafe holds what is promised of SafeName for any name.
func checkSafe(tb testing.TB, name string, typ attachment.Type) {
	tb.Helper()
	safe := attachment.SafeName(name, typ)
	if vs := attachment.CheckName(safe); vs != nil {
		tb.Errorf("SafeName(%q, %v) = %q: %v", name, typ, safe, told(vs))
	}
	if safe == "" || len(safe) > attachment.MaxName || !utf8.ValidString(safe) {
		tb.Errorf("SafeName(%q, %v) = %q", name, typ, safe)
	}
	if again := attachment.SafeName(safe, typ); again != safe {
		tb.Errorf("SafeName(%q, %v) = %q, and again %q", name, typ, safe, again)
	}
	if typ == attachment.UnknownType && attachment.CheckName(name) == nil && safe != name {
		tb.Errorf("SafeName(%q) = %q, though nothing was wrong", name, safe)
	}
	if typ.MIME() != "" && attachment.Extension(safe) == "" {
		tb.Errorf("SafeName(%q, %v) = %q has no extension", name, typ, safe)
	}
}

func TestSafeNameLaws(t *testing.T) {
	pieces := []string{
		"", "a", ".", "..", " ", "     ", "/", "\u202E", "con", "COM¹", "\x00", "\xff", "jpg", ".exe", "é", family, "\u0301", "\u200D",
		"🏴", "\U000E0067", "\u3164", strings.Repeat("x", 250), strings.Repeat("你", 80),
	}
	types := []attachment.Type{attachment.UnknownType, attachment.JPEG, attachment.Text, attachment.ZIP, attachment.PE}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				for _, typ := range types {
					checkSafe(t, a+b+c, typ)
				}
			}
		}
	}
}

func FuzzSafeName(f *testing.F) {
	for _, name := range readable {
		f.Add(name, byte(1))
	}
	f.Add("..\\photo_\u202Egnp.js ", byte(2))
	f.Add("COM¹ .tar", byte(0))
	f.Fuzz(func(t *testing.T, name string, typ byte) {
		checkSafe(t, name, attachment.Type(typ))
	})
}

// Each character of a name is passed once.
func TestCheckNameIsLinear(t *testing.T) {
	for _, piece := range []string{"a", "/", ".", " ", ". ", "a/", "a..", "🏴\U000E0061", "a     "} {
		for _, n := range []int{1, 10, 1000, 100_000} {
			name := strings.Repeat(piece, n)
			if got, most := attachment.NameSteps(name), utf8.RuneCountInString(name); got > most {
				t.Errorf("%q × %d: %d steps, at most %d", piece, n, got, most)
			}
		}
	}
}

// What draws nothing may not stand in a name, or blanks that are no spaces would
// push the extension out of sight.
func TestNamesAreVisible(t *testing.T) {
	for _, r := range []rune{
		0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x2065, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF8,
		0x1BCA0, 0x1BCA3, 0x1D159, 0x1D173, 0x1D17A, 0xE0080, 0xE00FF, 0xE01F0, 0xE0FFF,
		0x2028, 0x202E, 0x2060, 0x206F, 0xFFFB, 0xFDD0, 0xFDEF, 0xFFFE, 0xE0000, 0xE0020, 0xE007F,
	} {
		name := "invoice" + string(r) + ".pdf"
		if vs := attachment.CheckName(name); !vs.Has(decorum.ForbiddenCharacter) || vs[0].Span != (decorum.Span{Start: 7, End: 7 + utf8.RuneLen(r)}) {
			t.Errorf("%U: %v", r, told(vs))
		}
		if got := attachment.SafeName(name, attachment.PDF); got != "invoice.pdf" {
			t.Errorf("%U: %q", r, got)
		}
	}
	// Their neighbours draw something, are spaces, or belong to what is before them.
	for _, r := range []rune{
		0x2010, 0x2027, 0x202F, 0x205F, 0x2070, 0x27FF, 0x2801, 0xFDCF, 0xFDF0, 0xFFEF, 0xFFFC, 0x1BC9F, 0x1BCA4, 0x1D158, 0x1D15A,
		0x1D172, 0x1D17B, 0xDFFFD, 0xE0100, 0xE01EF, 0xE1000,
	} {
		if vs := attachment.CheckName("invoice" + string(r) + "a.pdf"); vs != nil {
			t.Errorf("%U: %v", r, told(vs))
		}
	}
}
