package option_test

import (
	"encoding/json"
	"errors"
	"log/slog"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/location"
	"github.com/decorum-go/decorum/whatsapp/display"
	"github.com/decorum-go/decorum/whatsapp/option"
)

func TestParseTimespan(t *testing.T) {
	for _, test := range []struct {
		text string
		want time.Duration
	}{
		{"0", 0},
		{"90", 90 * time.Second},
		{"00090", 90 * time.Second},
		{"86400", 24 * time.Hour},
		{"2147483646", option.MaxTimespan - time.Second},
		{"2147483647", option.MaxTimespan},
		{"1:30", 90 * time.Minute},
		{"01:30", 90 * time.Minute},
		{"00:00:59", 59 * time.Second},
		{"23:59:59", 24*time.Hour - time.Second},
		{"0.00:01", time.Minute},
		{"1.00:00", 24 * time.Hour},
		{"10.1:02:03", 241*time.Hour + 2*time.Minute + 3*time.Second},
		{"24855.03:14:06", option.MaxTimespan - time.Second},
		{"24855.03:14:07", option.MaxTimespan},
	} {
		got, err := option.ParseTimespan(test.text)
		if err != nil || got != test.want {
			t.Errorf("%q: %v, %v; want %v", test.text, got, err, test.want)
		}
		if again, err := option.ParseTimespan(option.FormatTimespan(got)); err != nil || again != got {
			t.Errorf("%q: %v is written as %q", test.text, got, option.FormatTimespan(got))
		}
	}
	for _, test := range []struct {
		text string
		code decorum.Code
		span decorum.Span
	}{
		{"", decorum.Required, decorum.Span{}},
		{"1h", decorum.Malformed, decorum.Span{Start: 0, End: 2}},
		{" 1", decorum.Malformed, decorum.Span{Start: 0, End: 2}},
		{"1.5", decorum.Malformed, decorum.Span{Start: 0, End: 3}},
		{":", decorum.Malformed, decorum.Span{Start: 0, End: 1}},
		{"1:", decorum.Malformed, decorum.Span{Start: 0, End: 2}},
		{"1:3", decorum.Malformed, decorum.Span{Start: 0, End: 3}},
		{"001:30", decorum.Malformed, decorum.Span{Start: 0, End: 6}},
		{"1:30:5", decorum.Malformed, decorum.Span{Start: 0, End: 6}},
		{"1:30:50:00", decorum.Malformed, decorum.Span{Start: 0, End: 10}},
		{"1:30:50.5", decorum.Malformed, decorum.Span{Start: 0, End: 9}},
		{".1:30", decorum.Malformed, decorum.Span{Start: 0, End: 5}},
		{"1.2.1:30", decorum.Malformed, decorum.Span{Start: 0, End: 8}},
		{"-1:30", decorum.Malformed, decorum.Span{Start: 0, End: 5}},
		{"１:30", decorum.Malformed, decorum.Span{Start: 0, End: 6}},
		{"1:\xff0", decorum.InvalidUTF8, decorum.Span{Start: 0, End: 4}},
		{"24:00", decorum.OutOfRange, decorum.Span{Start: 0, End: 2}},
		{"1.24:00", decorum.OutOfRange, decorum.Span{Start: 2, End: 4}},
		{"23:60", decorum.OutOfRange, decorum.Span{Start: 3, End: 5}},
		{"1:00:60", decorum.OutOfRange, decorum.Span{Start: 5, End: 7}},
		{"-1", decorum.OutOfRange, decorum.Span{Start: 0, End: 2}},
		{"2147483648", decorum.OutOfRange, decorum.Span{Start: 0, End: 10}},
		{"24855.03:14:08", decorum.OutOfRange, decorum.Span{Start: 0, End: 14}},
		{"106751991167301.00:00", decorum.OutOfRange, decorum.Span{Start: 0, End: 21}},
		{strings.Repeat("9", 58) + ".23:59", decorum.OutOfRange, decorum.Span{Start: 0, End: 64}},
		{strings.Repeat("9", 59) + ".23:59", decorum.TooLong, decorum.Span{}},
		{strings.Repeat(":", 1<<20), decorum.TooLong, decorum.Span{}},
	} {
		got, err := option.ParseTimespan(test.text)
		e := new(decorum.Error)
		if !errors.As(err, &e) || got != 0 || len(e.Violations) != 1 || e.Violations[0].Code != test.code || e.Violations[0].Span != test.span || e.Violations[0].Want == "" {
			t.Errorf("%.80q: %v, %+v", test.text, got, err)
		}
	}
	// A great number of days is told exactly, as long as an int64 holds its seconds.
	for _, days := range []int64{106751991167298, 106751991167299, 106751991167300, 1<<63 - 1} {
		_, err := option.ParseTimespan(strconv.FormatInt(days, 10) + ".00:00:01")
		for v := range decorum.All(err) {
			if want := min(days, 106751991167299)*86400 + 1; v.Actual != want || v.Limit != 1<<31-1 {
				t.Errorf("%d days: %d seconds, at most %d", days, v.Actual, v.Limit)
			}
		}
	}
	for d, want := range map[time.Duration]string{-1500 * time.Millisecond: "-1", 1999 * time.Millisecond: "1", 999: "0"} {
		if got := option.FormatTimespan(d); got != want {
			t.Errorf("%v is written as %q, not %q", d, got, want)
		}
	}
}

func TestPR1ParseThresholds(t *testing.T) {
	for _, text := range []string{"30,50", "0,1", "2147483646,2147483647"} {
		got := option.MustParseThresholds(text)
		marshalled, err := got.MarshalText()
		appended, err2 := got.AppendText([]byte("x"))
		var again option.Thresholds
		if got.String() != text || string(marshalled) != text || string(appended) != "x"+text || err != nil || err2 != nil ||
			again.UnmarshalText(marshalled) != nil || again != got {
			t.Errorf("%s: %v %s %s %v", text, got, marshalled, appended, again)
		}
	}
	type fault struct {
		Code   decorum.Code
		Span   decorum.Span
		Limit  int64
		Actual int64
	}
	for _, test := range []struct {
		text string
		want []fault
	}{
		{"", []fault{{Code: decorum.Required}}},
		{"30", []fault{{Code: decorum.Malformed, Span: decorum.Span{Start: 0, End: 2}}}},
		{"30,", []fault{{Code: decorum.Malformed}}},
		{"30, ", []fault{{Code: decorum.Malformed}}},
		{"x, y", []fault{{Code: decorum.Malformed, Span: decorum.Span{Start: 0, End: 1}}, {Code: decorum.Malformed, Span: decorum.Span{Start: 3, End: 4}}}},
		{"1,2,3", []fault{{Code: decorum.Malformed, Span: decorum.Span{Start: 2, End: 5}}}},
		{"50, 50", []fault{{decorum.OutOfRange, decorum.Span{Start: 4, End: 6}, 51, 50}}},
		{"-1,-2", []fault{{decorum.OutOfRange, decorum.Span{Start: 0, End: 2}, 0, -1}, {decorum.OutOfRange, decorum.Span{Start: 3, End: 5}, 0, -2}}},
		{"2147483647,1", []fault{{decorum.OutOfRange, decorum.Span{Start: 0, End: 10}, 2147483646, 2147483647}}},
		{"1,2147483648", []fault{{decorum.OutOfRange, decorum.Span{Start: 2, End: 12}, 2147483647, 2147483648}}},
		{strings.Repeat("1,", 33), []fault{{Code: decorum.TooLong, Limit: 64, Actual: 66}}},
	} {
		got, err := option.ParseThresholds(test.text)
		var faults []fault
		for v := range decorum.All(err) {
			faults = append(faults, fault{v.Code, v.Span, v.Limit, v.Actual})
			if v.Want == "" || v.Severity != decorum.SeverityError {
				t.Errorf("%q: %+v", test.text, v)
			}
		}
		if diff := cmp.Diff(test.want, faults); diff != "" || got != (option.Thresholds{}) {
			t.Errorf("%q is %v (-want +got):\n%s", test.text, got, diff)
		}
	}
	kept := option.MustParseThresholds("1,2")
	if err := kept.UnmarshalText([]byte("2,1")); err == nil || kept.String() != "1,2" {
		t.Errorf("a bad text was taken: %v", kept)
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParseThresholds does not panic")
		}
	}()
	option.MustParseThresholds("50,30")
}

// word is an enumeration with names.
type word interface {
	String() string
	AppendText([]byte) ([]byte, error)
	MarshalText() ([]byte, error)
}

func TestNamesOfEnumerations(t *testing.T) {
	for _, test := range []struct {
		value word
		name  string
		read  func([]byte) (word, error)
	}{
		{option.BuiltIn, "built_in", readWord[option.Layer]},
		{option.Application, "application", readWord[option.Layer]},
		{option.Tenant, "tenant", readWord[option.Layer]},
		{option.AgentGroup, "agent_group", readWord[option.Layer]},
		{option.Agent, "agent", readWord[option.Layer]},
		{option.ThemeDefault, "Default", readWord[option.Theme]},
		{option.ThemeHighContrast, "HighContrast", readWord[option.Theme]},
		{option.Immediately, "immediately", readWord[option.TakesEffect]},
		{option.AtNextAttempt, "at the next attempt", readWord[option.TakesEffect]},
		{option.AtNextInteraction, "at the next interaction", readWord[option.TakesEffect]},
		{option.AtRestart, "on start or restart", readWord[option.TakesEffect]},
		{option.KindBool, "boolean", readWord[option.Kind]},
		{option.KindStyle, "style", readWord[option.Kind]},
	} {
		text, err := test.value.MarshalText()
		if err != nil || string(text) != test.name || test.value.String() != test.name {
			t.Errorf("%s: %s, %s, %v", test.name, text, test.value, err)
		}
		if text, err := test.value.AppendText([]byte("x")); err != nil || string(text) != "x"+test.name {
			t.Errorf("%s: %s, %v", test.name, text, err)
		}
		if got, err := test.read([]byte(test.name)); err != nil || got != test.value {
			t.Errorf("%s is read as %v, %v", test.name, got, err)
		}
		for _, no := range []string{"x" + test.name, "\xff"} {
			if _, err := test.read([]byte(no)); !errors.As(err, new(*decorum.Error)) {
				t.Errorf("%q is read: %v", no, err)
			}
		}
	}
	for _, none := range []word{option.Layer(5), option.Theme(3), option.TakesEffect(5), option.Kind(200)} {
		text, err := none.MarshalText()
		if none.String() != "" || len(text) != 0 || !errors.Is(err, decorum.Unknown) {
			t.Errorf("%T %v: %q, %v", none, none, text, err)
		}
	}
}

// As everywhere, the empty text is a zero value that means none.
func TestNoNameIsNone(t *testing.T) {
	for _, test := range []struct {
		none word
		read func([]byte) (word, error)
	}{
		{option.Theme(0), readWord[option.Theme]}, {option.TakesEffect(0), readWord[option.TakesEffect]}, {option.Kind(0), readWord[option.Kind]},
	} {
		text, err := test.none.MarshalText()
		if len(text) != 0 || err != nil {
			t.Errorf("%T: %q, %v", test.none, text, err)
		}
		if got, err := test.read(nil); err != nil || got != test.none {
			t.Errorf("%T: %v, %v", test.none, got, err)
		}
	}
	if _, err := readWord[option.Layer](nil); !errors.Is(err, decorum.Unknown) {
		t.Errorf("a layer: %v", err)
	}
}

func TestEnumerationsTellTheirNames(t *testing.T) {
	for want, read := range map[string]func([]byte) (word, error){
		"built_in, application, tenant, agent_group, agent":                              readWord[option.Layer],
		"immediately, at the next attempt, at the next interaction, on start or restart": readWord[option.TakesEffect],
	} {
		_, err := read([]byte("never"))
		for v := range decorum.All(err) {
			if v.Want != want {
				t.Errorf("want %q, not %q", v.Want, want)
			}
		}
	}
}

func TestPR1CheckThresholds(t *testing.T) {
	const second = time.Second
	for _, test := range []struct {
		t     option.Thresholds
		codes []decorum.Code
	}{
		{option.Thresholds{Warning: 30 * second, Maximum: 50 * second}, nil},
		{option.Thresholds{Warning: 0, Maximum: second}, nil},
		{option.Thresholds{Warning: 0, Maximum: math.MaxInt32 * second}, nil},
		{option.Thresholds{}, []decorum.Code{decorum.OutOfRange}},
		{option.Thresholds{Warning: 10 * second, Maximum: 10 * second}, []decorum.Code{decorum.OutOfRange}},
		{option.Thresholds{Warning: -second, Maximum: second}, []decorum.Code{decorum.OutOfRange}},
		{option.Thresholds{Warning: -2 * second, Maximum: -second}, []decorum.Code{decorum.OutOfRange, decorum.OutOfRange}},
		{option.Thresholds{Warning: 0, Maximum: (math.MaxInt32 + 1) * second}, []decorum.Code{decorum.OutOfRange}},
		{option.Thresholds{Warning: 0, Maximum: math.MaxInt64}, []decorum.Code{decorum.OutOfRange}},
		{option.Thresholds{Warning: 0, Maximum: second + 1}, []decorum.Code{decorum.Malformed}},
		{option.Thresholds{Warning: 1, Maximum: second}, []decorum.Code{decorum.Malformed}},
	} {
		var codes []decorum.Code
		for _, v := range test.t.Check() {
			codes = append(codes, v.Code)
			if v.Want == "" || v.Severity != decorum.SeverityError {
				t.Errorf("%+v: %+v", test.t, v)
			}
		}
		if diff := cmp.Diff(test.codes, codes); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.t, diff)
		}
	}
}

// readWord reads an enumeration's name.
func readWord[T word, P interface {
	*T
	UnmarshalText([]byte) error
}](text []byte) (word, error) {
	var value T
	err := P(&value).UnmarshalText(text)
	return value, err
}

func TestParseTheme(t *testing.T) {
	for _, want := range []option.Theme{option.ThemeDefault, option.ThemeHighContrast} {
		for _, text := range []string{want.String(), strings.ToUpper(want.String()), strings.ToLower(want.String())} {
			if theme, err := option.ParseTheme(text); err != nil || theme != want {
				t.Errorf("%q: %v, %v", text, theme, err)
			}
		}
	}
	for _, text := range []string{"Def`ult", "Def@ult", "Def[ult", "HighContra{t"} {
		if theme, err := option.ParseTheme(text); err == nil {
			t.Errorf("%q: %v", text, theme)
		}
	}
	for text, code := range map[string]decorum.Code{"": decorum.Required, "Dark": decorum.Unknown, "\xff": decorum.InvalidUTF8, strings.Repeat("a", 64): decorum.Unknown, strings.Repeat("a", 65): decorum.TooLong} {
		if theme, err := option.ParseTheme(text); theme != 0 || !errors.Is(err, code) {
			t.Errorf("%q: %v, %v", text, theme, err)
		}
	}
}

// TestOPCheck: what a program sets itself is held against the table.
func TestOPCheck(t *testing.T) {
	for _, test := range []struct {
		why  string
		set  func(*option.Options)
		path string
		code decorum.Code
	}{
		{"a limit of 0", func(o *option.Options) { o.MaxTextMessageSize = 0 }, option.NameMaxTextMessageSize, decorum.OutOfRange},
		{"below 0", func(o *option.Options) { o.TranscriptInteractionsCount = -5 }, option.NameTranscriptInteractionsCount, decorum.OutOfRange},
		{"half a second", func(o *option.Options) { o.MessageDelayTimespan = 1500 * time.Millisecond }, option.NameMessageDelayTimespan, decorum.Malformed},
		{"292 years", func(o *option.Options) { o.FreeMsgTimespan = 1<<63 - 1 }, option.NameFreeMsgTimespan, decorum.OutOfRange},
		{"minus 292 years", func(o *option.Options) { o.NewMessageBlinkingDuration = -1 << 63 }, option.NameNewMessageBlinkingDuration, decorum.OutOfRange},
		{"zero thresholds", func(o *option.Options) { o.PendingResponse = option.Thresholds{} }, option.NamePendingResponse, decorum.OutOfRange},
		{"parts of a second", func(o *option.Options) { o.PendingResponse.Maximum++ }, option.NamePendingResponse, decorum.Malformed},
		{"no theme", func(o *option.Options) { o.Theme = 0 }, option.NameTheme, decorum.Required},
		{"no such theme", func(o *option.Options) { o.Theme = 9 }, option.NameTheme, decorum.Required},
		{"blanks around", func(o *option.Options) { o.OnHoldQueue = " queue" }, option.NameOnHoldQueue, decorum.Malformed},
		{"a comma in an item", func(o *option.Options) { o.ContactDisplayedAttributes = []string{"A,B"} }, option.NameContactDisplayedAttributes, decorum.Malformed},
		{"an empty item", func(o *option.Options) { o.ContactDisplayedAttributes = []string{"A", ""} }, option.NameContactDisplayedAttributes, decorum.Malformed},
		{"a map of negative width", func(o *option.Options) { o.Maps.Size.Width = -1 }, option.NameMapPreviewWidth, decorum.OutOfRange},
		{"no JSON", func(o *option.Options) { o.OutboundSessionConfig = "{" }, option.NameOutboundSessionConfig, decorum.Malformed},
		{"a style's end", func(o *option.Options) { o.Colors.AgentText = "red}" }, option.NameAgentTextColor, decorum.ForbiddenCharacter},
	} {
		o := option.Default()
		test.set(&o)
		vs := o.Check()
		if len(vs) != 1 || vs[0].Path != "/"+test.path || vs[0].Code != test.code || vs[0].Severity != decorum.SeverityError || vs[0].Want == "" {
			t.Errorf("%s: %+v", test.why, vs)
		}
	}
	o := option.Default()
	o.Maps.Size = location.Size{}
	if vs := o.Check(); vs != nil {
		t.Errorf("a map of the default size: %v", vs)
	}
	o.ContactDisplayedAttributes = []string{"A", "A"}
	if vs := o.Check(); len(vs) != 1 || vs[0].Code != decorum.Duplicate || vs.Err() != nil {
		t.Errorf("repeated items: %v", vs)
	}
	if vs := (option.Options{}).Check(); !vs.HasErrors() {
		t.Error("the zero Options passes")
	}
}

// TestOPEqual changes one field after the other.
func TestOPEqual(t *testing.T) {
	for _, row := range option.Table() {
		first, second := good(t, row)
		a, _ := option.Parse(option.Layers{Tenant: set(row.Name, first)})
		again, _ := option.Parse(option.Layers{Tenant: set(row.Name, first)})
		b, _ := option.Parse(option.Layers{Tenant: set(row.Name, second)})
		elsewhere, _ := option.Parse(option.Layers{Agent: set(row.Name, first)})
		if !a.Equal(again) || a.Equal(b) || a.Equal(elsewhere) {
			t.Errorf("%s: equal %v, other value %v, other layer %v", row.Name, a.Equal(again), a.Equal(b), a.Equal(elsewhere))
		}
	}
	if got := option.Default().Layer("no such option"); got != option.BuiltIn {
		t.Errorf("an unknown name is set by %v", got)
	}
}

func TestOptionsInLogs(t *testing.T) {
	o, _ := option.Parse(option.Layers{Agent: map[string]string{
		option.NameTheme:                   "highcontrast",
		option.NameMapBrowse:               "https://a.example/{LATITUDE},{LONGITUDE}?key=secret-word",
		option.NameOutboundSessionConfig:   `{"channels":[{"business-id":"19251112221"}]}`,
		option.NameDefaultNotificationText: "Dear {{1}}",
	}})
	var b strings.Builder
	slog.New(slog.NewTextHandler(&b, nil)).Info("started", "options", o)
	text := b.String()
	for _, want := range []string{"options.whatsappsession.theme=HighContrast", "a.example", "key=xxxxx", "44 bytes", "10 bytes"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	for _, secret := range []string{"secret-word", "19251112221", "Dear", "max-text"} {
		if strings.Contains(text, secret) {
			t.Errorf("%q is in %s", secret, text)
		}
	}
}

// TestOPLayersInJSON: the path of a violation is a place in the layers' JSON.
func TestOPLayersInJSON(t *testing.T) {
	var layers option.Layers
	source := `{"application":{"whatsappsession.theme":"Dark"},"agent_group":{"whatsappsession.theme":"Darker"}}`
	if err := json.Unmarshal([]byte(source), &layers); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(layers)
	if err != nil || string(again) != source {
		t.Errorf("%s, %v", again, err)
	}
	_, vs := option.Parse(layers)
	var document map[string]map[string]string
	if err := json.Unmarshal(again, &document); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Dark", "Darker"} {
		tokens, err := decorum.SplitPointer(vs[i].Path)
		if err != nil || len(tokens) != 2 || document[tokens[0]][tokens[1]] != want {
			t.Errorf("%s, %v", vs[i].Path, err)
		}
	}
	row, _ := option.Lookup(option.NameMaxTextMessageSize)
	data, err := json.Marshal(row)
	var read option.Row
	if err != nil || json.Unmarshal(data, &read) != nil || read != row || !strings.Contains(string(data), `"takes_effect":"at the next interaction"`) {
		t.Errorf("%s, %v", data, err)
	}
}

func TestRowOfNoTable(t *testing.T) {
	vs := option.Row{Name: "toast.windowtitle"}.Check("")
	want := decorum.Violations{{Code: decorum.Unknown, Severity: decorum.SeverityError, Want: option.NameToastWindowTitle}}
	if diff := cmp.Diff(want, vs); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestValuesAreTheCallersOwn: what is handed out cannot change the library.
func TestValuesAreTheCallersOwn(t *testing.T) {
	layers := option.Layers{Tenant: set(option.NameContactDisplayedAttributes, "A,B")}
	o, _ := option.Parse(layers)
	o.Values()[option.NameTheme] = "overwritten"
	o.ContactDisplayedAttributes[0] = "overwritten"
	o.CaseNameFormat = display.Format{}
	o.Maps = location.Maps{}
	again, vs := option.Parse(layers)
	if vs != nil || again.ContactDisplayedAttributes[0] != "A" || again.Values()[option.NameTheme] != "Default" || again.Check() != nil {
		t.Errorf("%v, %+v", vs, again)
	}
}

func TestLayerCostsNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	o := option.Default()
	if n := testing.AllocsPerRun(100, func() { _ = o.Layer(option.NameToastWindowTitle) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
