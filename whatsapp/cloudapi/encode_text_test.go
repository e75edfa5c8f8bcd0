package cloudapi_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/cloudapi"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// texts calls yield once for each text that a value holds, with the value in which
// that text alone is another one, and where it is.
func texts(v reflect.Value, other string, at string, yield func(at string)) {
	switch v.Kind() {
	case reflect.String:
		was := v.String()
		v.SetString(other)
		yield(at)
		v.SetString(was)
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		inner := reflect.New(v.Elem().Type()).Elem()
		inner.Set(v.Elem())
		was := v.Elem()
		texts(inner, other, at, func(at string) {
			v.Set(inner)
			yield(at)
		})
		v.Set(was)
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), other, at, yield)
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), other, at+"/"+string(rune('0'+i)), yield)
		}
	case reflect.Struct:
		switch was := v.Interface().(type) {
		case template.Values:
			for name := range was.All() {
				v.Set(reflect.ValueOf(was.With(name, other)))
				yield(at + "/" + name)
			}
			v.Set(reflect.ValueOf(was))
			return
		case template.Filled:
			n, a := was.Template(), was.Arguments()
			refill := func(at string) {
				v.Set(reflect.ValueOf(n.Fill(a)))
				yield(at)
			}
			texts(reflect.ValueOf(&n).Elem(), other, at+"/template", refill)
			texts(reflect.ValueOf(&a).Elem(), other, at+"/arguments", refill)
			v.Set(reflect.ValueOf(was))
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Extra" && f.Name != "Raw" {
				texts(v.Field(i), other, at+"/"+f.Name, yield)
			}
		}
	}
}

// eachText calls yield for each text of each sample with the message that has the
// other one there.
func eachText(other string, yield func(name string, m message.Message)) {
	for name, sample := range samples() {
		m := sample
		v := reflect.ValueOf(&m).Elem()
		texts(v, other, name, func(at string) { yield(at, m) })
	}
}

// A text that is no UTF-8 is never written, wherever it stands.
func TestTextsThatAreNoUTF8(t *testing.T) {
	const bad = "a\xffb"
	refused := 0
	eachText(bad, func(at string, m message.Message) {
		dst := []byte("before")
		b, err := cloudapi.AppendRequest(dst, ann(), m, cloudapi.Options{})
		switch {
		case err != nil && string(b) != "before":
			t.Errorf("%s: %q with %v", at, b, err)
		case errors.Is(err, decorum.InvalidUTF8):
			refused++
			resolvesInRequest(t, at, err)
		case strings.HasSuffix(at, "/Data"): // not a text but JSON
			if !errors.Is(err, decorum.Malformed) {
				t.Errorf("%s: %v", at, err)
			}
		case err != nil:
			if !errors.Is(err, decorum.Unsupported) { // a file for a header that is none
				t.Errorf("%s: %v", at, err)
			}
		case !utf8.Valid(b) || strings.Contains(string(b), `\ufffd`):
			t.Errorf("%s is written: %q", at, b)
		default:
			unwritten(t, at)
		}
	})
	if refused < 60 {
		t.Errorf("only %d are refused", refused)
	}
	for name, o := range map[string]cloudapi.Options{
		"reply to": {ReplyTo: bad}, "local id": {LocalID: bad}, "extra": {Extra: `{"a":"` + bad + `"}`}, "name": {Extra: `{"` + bad + `":1}`},
		"text beside an extra": {Extra: `{"a":1}`, ReplyTo: bad},
	} {
		if b, err := cloudapi.Encode(ann(), message.Text{Body: "a"}, o); !errors.Is(err, decorum.InvalidUTF8) {
			t.Errorf("%s: %q, %v", name, b, err)
		}
	}
	if b, err := cloudapi.EncodeRead(bad, true); !errors.Is(err, decorum.InvalidUTF8) {
		t.Errorf("%q, %v", b, err)
	}
}

// unwritten holds that a text that is not in a request has no place there: what
// only files, places and cards that came in have, and what WhatsApp itself keeps of a template.
func unwritten(t *testing.T, at string) {
	t.Helper()
	switch name := at[strings.LastIndexByte(at, '/')+1:]; {
	case name == "SHA256", name == "MIME", name == "DownloadURL", at == "image/Name", at == "audio/Name":
	case at == "location/Place/URL", name == "Origin", name == "VCard":
	case strings.HasSuffix(at, "/Header/Name"), strings.HasSuffix(at, "/Media/Name"): // of images
	case strings.Contains(at, "/template/") && name != "ID" && name != "Language",
		strings.Contains(at, "/template/Cards/"), strings.Contains(at, "/template/Buttons/"), strings.Contains(at, "/template/Examples/"):
	case strings.Contains(at, "/arguments/Place/"), strings.Contains(at, "/arguments/Media/Name"): // of a header of another kind
	default:
		t.Errorf("%s is not written", at)
	}
}

// resolvesInRequest holds that the error says where.
func resolvesInRequest(t *testing.T, at string, err error) {
	t.Helper()
	for v := range decorum.All(err) {
		if !strings.HasPrefix(v.Path, "/") {
			t.Errorf("%s: at %q", at, v.Path)
		}
	}
}

// Every text comes out as it is, whatever is in it.
func TestTextsComeOutAsTheyAre(t *testing.T) {
	for _, text := range []string{
		"\x00\x01\x1f\x7f\u0080\u009f", "\u2028\u2029\ufeff\u200b\u202e", `"\/</script>&'`, "\U0010FFFF\uFFFD\uE000",
		"é你😀👨\u200d👩\u200d👧", strings.Repeat("long ", 20_000), "\t\r\n",
	} {
		eachText(text, func(at string, m message.Message) {
			b, err := cloudapi.Encode(ann(), m, cloudapi.Options{})
			if err != nil {
				if !errors.Is(err, decorum.Unsupported) && !strings.HasSuffix(at, "/Data") {
					t.Errorf("%s: %v", at, err)
				}
				return
			}
			var document any
			if err := json.Unmarshal(b, &document); err != nil {
				t.Errorf("%s: %v", at, err)
			}
			if !holds(document, text) {
				unwritten(t, at)
			}
		})
	}
}

// holds reports whether a document has the text, as it is.
func holds(document any, text string) bool {
	switch v := document.(type) {
	case string:
		return v == text
	case []any:
		for _, inner := range v {
			if holds(inner, text) {
				return true
			}
		}
	case map[string]any:
		for _, inner := range v {
			if holds(inner, text) {
				return true
			}
		}
	}
	return false
}

// An Extra that is no JSON refuses what it belongs to: what it was to keep would
// be lost. And what is wrong with a text beside an Extra is told where it is.
func TestExtrasThatAreNoJSON(t *testing.T) {
	for _, extra := range []message.Extra{`{bad`, `{"meta":{"a":1,"a":2}}`, `{} z`, "{\"meta\":\"\xff\"}"} {
		n := template.Notification{ID: "a", Language: "en", Body: "Hi."}
		for want, m := range map[string]message.Message{
			"/text":        message.Text{Body: "a", Extra: extra},
			"/interactive": message.Structured{Structured: template.LocationRequest{Body: "a", Extra: extra}},
			"/template":    message.Structured{Structured: n.Fill(template.Arguments{Extra: extra})},
			"/template/components/0/cards/0/components/0": message.Structured{Structured: n.Fill(template.Arguments{Cards: []template.CardArguments{{Extra: extra}}})},
		} {
			b, err := cloudapi.Encode(ann(), m, cloudapi.Options{})
			var e *decorum.Error
			if !errors.As(err, &e) || e.Violations[0].Path != want {
				t.Errorf("%s in %s: %s, %v", extra, want, b, err)
			}
		}
		for _, d := range []template.Notification{
			{Extra: extra}, {Cards: []template.Card{{Extra: extra}}}, {Header: template.TextHeader{Text: "a", Extra: extra}},
		} {
			if b, err := cloudapi.EncodeTemplate(d); err == nil {
				t.Errorf("%s: %s", extra, b)
			}
		}
	}
	for _, extra := range []message.Extra{`7`, `[]`, `"a"`} {
		if b, err := cloudapi.Encode(ann(), message.Text{Body: "a"}, cloudapi.Options{Extra: extra}); !errors.Is(err, decorum.WrongType) {
			t.Errorf("%s: %s, %v", extra, b, err)
		}
		if b, err := cloudapi.Encode(ann(), message.Text{Body: "a", Extra: `{"meta":` + extra + `}`}, cloudapi.Options{}); !errors.Is(err, decorum.WrongType) {
			t.Errorf("%s: %s, %v", extra, b, err)
		}
	}
	m := message.Structured{Structured: template.List{
		Body: "a", Extra: `{"meta":{"x":1}}`, Sections: []template.Section{{Title: "\xff", Extra: `{"meta":{"y":1}}`}},
	}}
	b, err := cloudapi.Encode(ann(), m, cloudapi.Options{Extra: `{"z":1}`})
	if want := "/interactive/action/sections/0/title: not valid UTF-8; encode it anew (at byte 0)"; err == nil || err.Error() != want {
		t.Errorf("%s, %v, want %s", b, err, want)
	}
}
