package validation

import (
	"reflect"
	"strings"
	"unicode"
)

// jsonName returns the name that encoding/json gives a field: "" for an embedded
// struct, whose fields stand among those of the struct around it. It returns
// false for a field that has no place in the JSON.
func jsonName(f reflect.StructField) (name string, shown bool) {
	tag := f.Tag.Get("json")
	if tag == "-" {
		return "", false
	}
	name, _, _ = strings.Cut(tag, ",")
	if !isName(name) {
		name = ""
	}
	if f.Anonymous && name == "" {
		t := f.Type
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() == reflect.Struct {
			return "", true
		}
	}
	if !f.IsExported() {
		return "", false
	}
	if name == "" {
		name = f.Name
	}
	return name, true
}

// isName reports whether encoding/json takes s for a name: letters, digits and
// punctuation other than quotes, backslashes and commas.
func isName(s string) bool {
	for _, c := range s {
		if 'a' <= c && c <= 'z' || c == '_' {
			continue
		}
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return s != ""
}
