package wire_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/internal/wire"
)

// stated are the cases of the suite where the package's documentation tells
// more than RFC 8259 does: "" for those it accepts.
var stated = map[string]decorum.Code{
	// Names are unique.
	"y_object_duplicated_key.json":           decorum.Duplicate,
	"y_object_duplicated_key_and_value.json": decorum.Duplicate,
	// A number's text is kept, whatever its size.
	"i_number_double_huge_neg_exp.json":   "",
	"i_number_huge_exp.json":              "",
	"i_number_neg_int_huge_exp.json":      "",
	"i_number_pos_double_huge_exp.json":   "",
	"i_number_real_neg_overflow.json":     "",
	"i_number_real_pos_overflow.json":     "",
	"i_number_real_underflow.json":        "",
	"i_number_too_big_neg_int.json":       "",
	"i_number_too_big_pos_int.json":       "",
	"i_number_very_big_negative_int.json": "",
	// Half a surrogate pair is not repaired.
	"i_object_key_lone_2nd_surrogate.json":                decorum.Malformed,
	"i_string_1st_surrogate_but_2nd_missing.json":         decorum.Malformed,
	"i_string_1st_valid_surrogate_2nd_invalid.json":       decorum.Malformed,
	"i_string_incomplete_surrogate_and_escape_valid.json": decorum.Malformed,
	"i_string_incomplete_surrogate_pair.json":             decorum.Malformed,
	"i_string_incomplete_surrogates_escape_valid.json":    decorum.Malformed,
	"i_string_invalid_lonely_surrogate.json":              decorum.Malformed,
	"i_string_invalid_surrogate.json":                     decorum.Malformed,
	"i_string_inverted_surrogates_U+1D11E.json":           decorum.Malformed,
	"i_string_lone_second_surrogate.json":                 decorum.Malformed,
	// Nor is what is not UTF-8.
	"i_string_UTF-16LE_with_BOM.json":              decorum.Malformed,
	"i_string_UTF-8_invalid_sequence.json":         decorum.InvalidUTF8,
	"i_string_UTF8_surrogate_U+D800.json":          decorum.InvalidUTF8,
	"i_string_invalid_utf-8.json":                  decorum.InvalidUTF8,
	"i_string_iso_latin_1.json":                    decorum.InvalidUTF8,
	"i_string_lone_utf8_continuation_byte.json":    decorum.InvalidUTF8,
	"i_string_not_in_unicode_range.json":           decorum.InvalidUTF8,
	"i_string_overlong_sequence_2_bytes.json":      decorum.InvalidUTF8,
	"i_string_overlong_sequence_6_bytes.json":      decorum.InvalidUTF8,
	"i_string_overlong_sequence_6_bytes_null.json": decorum.InvalidUTF8,
	"i_string_truncated-utf-8.json":                decorum.InvalidUTF8,
	"i_string_utf16BE_no_BOM.json":                 decorum.Malformed,
	"i_string_utf16LE_no_BOM.json":                 decorum.Malformed,
	// Depth is bounded, and no byte order mark is read.
	"i_structure_500_nested_arrays.json":      decorum.TooDeep,
	"i_structure_UTF-8_BOM_empty_object.json": decorum.Malformed,
}

func TestEveryCaseOfTheSuite(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED does not name the folder with the cases")
	}
	files, err := filepath.Glob(filepath.Join(shared, "json", "*.json"))
	if err != nil || len(files) < 300 {
		t.Fatalf("%d cases (%v), want 318", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		doc, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		skipped := wire.Valid(string(doc), wire.Limits{})
		_, read := decodeTree(string(doc))
		if (skipped == nil) != (read == nil) {
			t.Errorf("%s: read: %v, skipped: %v", name, read, skipped)
		}
		want, ok := stated[name]
		switch {
		case ok && want == "" || !ok && strings.HasPrefix(name, "y_"):
			if read != nil {
				t.Errorf("%s is refused: %v", name, read)
			}
		case ok:
			if !has(read, want) {
				t.Errorf("%s: got %v, want %s", name, read, want)
			}
		case strings.HasPrefix(name, "n_"):
			if read == nil {
				t.Errorf("%s is accepted", name)
			}
		default:
			t.Errorf("%s: nothing is stated about it (%v)", name, read)
		}
	}
}

func has(err error, code decorum.Code) bool {
	for v := range decorum.All(err) {
		if v.Code == code {
			return true
		}
	}
	return false
}
