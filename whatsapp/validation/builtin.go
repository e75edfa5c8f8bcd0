package validation

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/decorum-go/decorum"
)

// builtIn says in our words what one of validator's own tags found. For a tag
// that it does not know, a host's or an alternative, the answer is malformed.
func builtIn(fe validator.FieldError) decorum.Violation {
	tag := fe.ActualTag()
	code := codeOf(tag)
	switch {
	case code != "" && absent(fe):
		return decorum.Violation{Code: decorum.Required}
	case code == "":
		return malformed(fe)
	case code != decorum.OutOfRange:
		return decorum.Violation{Code: code, Want: wanted(tag, fe.Param())}
	}
	return measured(fe, tag)
}

// codeOf returns the code of a tag of validator's; "" if it has none of its own.
// OutOfRange stands for all tags that measure.
func codeOf(tag string) decorum.Code {
	switch tag {
	case "required", "required_if", "required_unless", "required_with", "required_with_all", "required_without",
		"required_without_all":
		return decorum.Required
	case "excluded_if", "excluded_unless", "excluded_with", "excluded_with_all", "excluded_without",
		"excluded_without_all", "isdefault", "ne", "ne_ignore_case", "noneof", "noneofci":
		return decorum.Unexpected
	case "oneof", "oneofci", "eq_ignore_case":
		return decorum.Unknown
	case "len", "min", "max", "lt", "lte", "gt", "gte", "eq", "latitude", "longitude":
		return decorum.OutOfRange
	case "unique":
		return decorum.Duplicate
	case "eqfield", "eqcsfield", "fieldcontains", "fieldexcludes":
		return decorum.Mismatch
	case "nefield", "necsfield":
		return decorum.Conflict
	case "gtfield", "gtefield", "ltfield", "ltefield", "gtcsfield", "gtecsfield", "ltcsfield", "ltecsfield":
		return decorum.OutOfOrder
	case "excludes", "excludesall", "excludesrune":
		return decorum.ForbiddenCharacter
	default:
		return ""
	}
}

// wanted returns the valid values that the tag's parameter lists.
func wanted(tag, param string) string {
	switch tag {
	case "oneof", "oneofci":
		return strings.Join(listed(param), ", ")
	case "eq_ignore_case":
		return param
	default:
		return ""
	}
}

// listed splits the parameter of oneof: at spaces, but not within single quotes.
func listed(param string) []string {
	var list []string
	for param = strings.TrimLeft(param, " "); param != ""; param = strings.TrimLeft(param, " ") {
		word, rest, quoted := strings.Cut(strings.TrimPrefix(param, "'"), "'")
		if param[0] != '\'' || !quoted {
			word, rest, _ = strings.Cut(param, " ")
		}
		list = append(list, word)
		param = rest
	}
	return list
}

// A bound is what a tag lets a number be.
type bound struct{ low, high bool }

func boundOf(tag string) bound {
	switch tag {
	case "max", "lte", "lt":
		return bound{high: true}
	case "min", "gte", "gt":
		return bound{low: true}
	default:
		return bound{low: true, high: true}
	}
}

// measured says what a tag found that measures: a text in code points, a list or
// a map in items, and a number or a time as a range.
func measured(fe validator.FieldError, tag string) decorum.Violation {
	b := boundOf(tag)
	limit, err := strconv.ParseInt(fe.Param(), 0, 64)
	var actual int64
	var over, under decorum.Code
	var unit decorum.Unit
	switch fe.Kind() {
	case reflect.String:
		if tag == "eq" {
			return decorum.Violation{Code: decorum.Unknown, Want: fe.Param()}
		}
		text := textOf(fe)
		over, under, unit, actual = decorum.TooLong, decorum.TooShort, decorum.CodePoints, int64(decorum.CountCodePoints(text))
	case reflect.Slice, reflect.Array, reflect.Map:
		over, under, unit = decorum.TooMany, decorum.TooFew, decorum.Items
		if v := reflect.ValueOf(fe.Value()); v.IsValid() && v.Kind() == fe.Kind() {
			actual = int64(v.Len())
		}
	default:
		return decorum.Violation{Code: decorum.OutOfRange, Want: ranged(tag, fe.Param())}
	}
	switch {
	case err != nil: // latitude of a text
		return malformed(fe)
	case tag == "lt":
		limit--
	case tag == "gt":
		limit++
	}
	v := decorum.Violation{Limit: max(limit, 0), Actual: actual, Unit: unit}
	switch {
	case b.high && actual > limit:
		v.Code = over
	case b.low && actual < limit:
		v.Code = under
	default: // reported by a rule of the host's that measures something else
		return malformed(fe)
	}
	return v
}

// ranged returns which numbers the tag lets through.
func ranged(tag, param string) string {
	switch tag {
	case "latitude":
		return "-90 to 90"
	case "longitude":
		return "-180 to 180"
	}
	if param == "" { // a time beside the present
		return ""
	}
	switch tag {
	case "max", "lte":
		return "at most " + param
	case "min", "gte":
		return "at least " + param
	case "lt":
		return "less than " + param
	case "gt":
		return "more than " + param
	default:
		return param
	}
}
