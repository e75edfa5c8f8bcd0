package message_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
	"github.com/decorum-go/decorum/whatsapp/message"
)

// Every limit of the struct takes part in Strictest and In.
func TestEveryLimitIsCombined(t *testing.T) {
	for i := range reflect.TypeFor[message.Limits]().NumField() {
		var a, b message.Limits
		field := reflect.ValueOf(&b).Elem().Field(i)
		name := reflect.TypeFor[message.Limits]().Field(i).Name
		if name == "Structured" {
			b.Structured.Body = decorum.Limit{Max: 7}
		} else {
			field.Set(reflect.ValueOf(decorum.Limit{Max: 7, Unit: decorum.CodePoints}))
		}
		if got := message.Strictest(a, b); got != b {
			t.Errorf("%s is lost from the right", name)
		}
		if got := message.Strictest(b, a); got != b {
			t.Errorf("%s is lost from the left", name)
		}
		strict := b.In(decorum.UTF16Units)
		if same := strict == b; same != (name == "TextBytes") {
			t.Errorf("%s in UTF-16 units: %v", name, !same)
		}
	}
}

func TestItemsStayItems(t *testing.T) {
	l := message.CloudAPI().In(decorum.UTF16Units)
	if l.Contacts.Unit != decorum.Items || l.ContactsAdvised.Unit != decorum.Items || l.Text.Unit != decorum.UTF16Units {
		t.Errorf("got %+v", l)
	}
	if vs := (message.Text{Body: strings.Repeat("😀", 2049)}).Check(l); !vs.Has(decorum.TooLong) {
		t.Errorf("4098 UTF-16 units pass: %v", vs)
	}
}

func TestProfiles(t *testing.T) {
	if got := message.Workspace().Structured; got != template.Workspace() {
		t.Error("the guide's limits are not those of template")
	}
	if got := message.CloudAPI().Structured; got != template.CloudAPI() {
		t.Error("Meta's limits are not those of template")
	}
	both := message.Strictest(message.Workspace(), message.CloudAPI())
	if both.Text.Max != 4096 || both.Text.Unit != decorum.CodePoints || both.TextBytes.Unit != decorum.Bytes {
		t.Errorf("got %+v", both)
	}
}

func TestZeroLimitsSetNone(t *testing.T) {
	m := message.Text{Body: strings.Repeat("a", 1<<20)}
	if vs := m.Check(message.Limits{}); vs != nil {
		t.Errorf("got %v", vs)
	}
}
