package option_test

import (
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

// bounds tries an integer option one below, at and one above each bound.
func bounds(t *testing.T, name string, least, most int64, unit decorum.Unit, field func(option.Options) int64) {
	t.Helper()
	for _, n := range []int64{math.MinInt64 + 1, -1, least - 1, least, least + 1, most - 1, most, most + 1, math.MaxInt64} {
		o, accepted := atApplication(t, name, strconv.FormatInt(n, 10))
		if want := least <= n && n <= most; accepted != want {
			t.Errorf("%s = %d: accepted %v", name, n, accepted)
		}
		if accepted && field(o) != n {
			t.Errorf("%s = %d is read as %d", name, n, field(o))
		}
	}
	row, _ := option.Lookup(name)
	for _, test := range []struct {
		value         string
		limit, actual int64
	}{
		{strconv.FormatInt(most+1, 10), most, most + 1},
		{strconv.FormatInt(least-1, 10), least, least - 1},
		{"99999999999999999999", most, math.MaxInt64},
		{"-99999999999999999999", least, -math.MaxInt64},
	} {
		vs := row.Check(test.value)
		if len(vs) != 1 || vs[0].Code != decorum.OutOfRange || vs[0].Limit != test.limit || vs[0].Actual != test.actual || vs[0].Unit != unit {
			t.Errorf("%s = %s: %+v", name, test.value, vs)
		}
	}
	for _, value := range []string{"", "-", "-0", "+1", "1.0", "1e3", "0x10", "1,000", "1_0", "١", "１", "1 0", strings.Repeat("0", 64) + "1"} {
		if _, accepted := atApplication(t, name, value); accepted {
			t.Errorf("%s = %q passes", name, value)
		}
	}
	for _, value := range []string{"7", " 7", "7\t", "\r\n7 ", "007", strings.Repeat("0", 63) + "7"} {
		if o, accepted := atApplication(t, name, value); !accepted || field(o) != 7 {
			t.Errorf("%s = %q: accepted %v, %d", name, value, accepted, field(o))
		}
	}
}

// booleans tries a switch.
func booleans(t *testing.T, name string, field func(option.Options) bool) {
	t.Helper()
	for _, test := range []struct {
		value string
		want  bool
	}{
		{"true", true},
		{"True", true},
		{"TRUE", true},
		{"tRuE", true},
		{" true\t", true},
		{"false", false},
		{"False", false},
		{"FALSE", false},
		{"\r\nfalse", false},
	} {
		if o, accepted := atApplication(t, name, test.value); !accepted || field(o) != test.want {
			t.Errorf("%s = %q: accepted %v, %v", name, test.value, accepted, field(o))
		}
	}
	for _, value := range []string{"", " ", "1", "0", "yes", "no", "on", "t", "true false", "truе", "falſe", "\xff", "true\x00", strings.Repeat("true", 1000)} {
		if _, accepted := atApplication(t, name, value); accepted {
			t.Errorf("%s = %q passes", name, value)
		}
	}
}

// objects tries an option that names something in the configuration.
func objects(t *testing.T, name, sample string, field func(option.Options) string) {
	t.Helper()
	for _, test := range []struct{ value, want string }{
		{sample, sample},
		{" " + sample + "\t", sample},
		{"", ""},
		{"  ", ""},
		{"Очередь 1", "Очередь 1"},
		{"a, b|c$", "a, b|c$"},
		{"a\u00a0b", "a\u00a0b"},
		{strings.Repeat("é", option.MaxName/2), strings.Repeat("é", option.MaxName/2)},
	} {
		o, accepted := atApplication(t, name, test.value)
		if !accepted || field(o) != test.want {
			t.Errorf("%s = %q: accepted %v, %q", name, test.value, accepted, field(o))
		}
	}
	for _, test := range []struct {
		value string
		code  decorum.Code
		span  decorum.Span
	}{
		{"a\x00", decorum.ForbiddenCharacter, decorum.Span{Start: 1, End: 2}},
		{"a\nb", decorum.ForbiddenCharacter, decorum.Span{Start: 1, End: 2}},
		{" a\x7f", decorum.ForbiddenCharacter, decorum.Span{Start: 2, End: 3}},
		{"a\u0085b", decorum.ForbiddenCharacter, decorum.Span{Start: 1, End: 3}},
		{"ab\xff", decorum.InvalidUTF8, decorum.Span{Start: 2, End: 3}},
		{"\u200b\u3164", decorum.Blank, decorum.Span{Start: 0, End: 6}},
		{strings.Repeat("a", option.MaxName+1), decorum.TooLong, decorum.Span{}},
	} {
		row, _ := option.Lookup(name)
		if vs := row.Check(test.value); len(vs) != 1 || vs[0].Code != test.code || vs[0].Span != test.span || vs[0].Severity != decorum.SeverityError {
			t.Errorf("%s = %q: %+v", name, test.value, vs)
		}
	}
}

func TestPR1WarningAndMaximum(t *testing.T) {
	if got := option.Default().PendingResponse; got != (option.Thresholds{Warning: 30 * time.Second, Maximum: 50 * time.Second}) {
		t.Errorf("default %v", got)
	}
	for _, test := range []struct {
		value            string
		warning, maximum int64
	}{
		{"30,50", 30, 50},
		{" 30 , 50 ", 30, 50},
		{"0,1", 0, 1},
		{strings.Repeat("0", 59) + "30,50", 30, 50},
		{"1,2", 1, 2},
		{"2147483646,2147483647", math.MaxInt32 - 1, math.MaxInt32},
	} {
		o, accepted := atApplication(t, option.NamePendingResponse, test.value)
		if want := (option.Thresholds{Warning: time.Duration(test.warning) * time.Second, Maximum: time.Duration(test.maximum) * time.Second}); !accepted || o.PendingResponse != want {
			t.Errorf("%q: accepted %v, %v", test.value, accepted, o.PendingResponse)
		}
	}
	for _, value := range []string{"50,50", "50,49", "0,0", "2147483647,2147483647", "2147483646,2147483648", "-1,50", "30", "30,", ",50", ",", "30,50,70", "30;50", "a,b", ""} {
		o, accepted := atApplication(t, option.NamePendingResponse, value)
		if accepted || o.PendingResponse != option.Default().PendingResponse {
			t.Errorf("%q: accepted %v, %v", value, accepted, o.PendingResponse)
		}
	}
}

func TestTX1SizeInBytes(t *testing.T) {
	if got := option.Default().MaxTextMessageSize; got != 4096 {
		t.Errorf("default %d", got)
	}
	bounds(t, option.NameMaxTextMessageSize, 1, math.MaxInt32, decorum.Bytes, func(o option.Options) int64 { return int64(o.MaxTextMessageSize) })
}

func TestTR5SessionsForEachRequest(t *testing.T) {
	if got := option.Default().TranscriptInteractionsCount; got != 1 {
		t.Errorf("default %d", got)
	}
	bounds(t, option.NameTranscriptInteractionsCount, 1, 1000, decorum.Items, func(o option.Options) int64 { return int64(o.TranscriptInteractionsCount) })
}

func TestTR6CrossChannel(t *testing.T) {
	if option.Default().ShowCrossChannelMessages {
		t.Error("default true")
	}
	booleans(t, option.NameShowCrossChannelMessages, func(o option.Options) bool { return o.ShowCrossChannelMessages })
}

func TestTR7NewMessages(t *testing.T) {
	d := option.Default()
	if !d.NewMessageBlinking || d.NewMessageBlinkingDuration != 0 || !d.FocusOnNewMessages {
		t.Errorf("defaults %v %v %v", d.NewMessageBlinking, d.NewMessageBlinkingDuration, d.FocusOnNewMessages)
	}
	booleans(t, option.NameNewMessageBlinking, func(o option.Options) bool { return o.NewMessageBlinking })
	booleans(t, option.NameFocusOnNewMessages, func(o option.Options) bool { return o.FocusOnNewMessages })
	bounds(t, option.NameNewMessageBlinkingDuration, 0, math.MaxInt32, decorum.Seconds, func(o option.Options) int64 {
		return int64(o.NewMessageBlinkingDuration / time.Second)
	})
	if _, accepted := atApplication(t, option.NameNewMessageBlinkingDuration, "0:07"); accepted {
		t.Error("seconds are not a timespan")
	}
}

func TestAT3TwoSteps(t *testing.T) {
	if option.Default().TwoStepAttachmentUpload {
		t.Error("default true")
	}
	booleans(t, option.NameTwoStepAttachmentUpload, func(o option.Options) bool { return o.TwoStepAttachmentUpload })
}

// timespans tries an option that is a timespan of at least a second.
func timespans(t *testing.T, name string, field func(option.Options) time.Duration) {
	t.Helper()
	bounds(t, name, 1, math.MaxInt32, decorum.Seconds, func(o option.Options) int64 { return int64(field(o) / time.Second) })
	for _, test := range []struct {
		value string
		want  time.Duration
	}{
		{"00:00:01", time.Second},
		{" 1:30 ", 90 * time.Minute},
		{"1.00:00", 24 * time.Hour},
		{"24855.03:14:07", option.MaxTimespan},
	} {
		if o, accepted := atApplication(t, name, test.value); !accepted || field(o) != test.want {
			t.Errorf("%s = %q: accepted %v, %v", name, test.value, accepted, field(o))
		}
	}
	// The last ones are longer than 292 years, what a time.Duration holds.
	for _, value := range []string{"0", "00:00", "0.00:00:00", "24:00", "24855.03:14:08", "106752.00:00", "9223372036854775807", "9223372036854775807.23:59:59"} {
		if o, accepted := atApplication(t, name, value); accepted {
			t.Errorf("%s = %q passes as %v", name, value, field(o))
		}
	}
}

func TestTR2MessageDelay(t *testing.T) {
	if got := option.Default().MessageDelayTimespan; got != time.Minute {
		t.Errorf("default %v", got)
	}
	timespans(t, option.NameMessageDelayTimespan, func(o option.Options) time.Duration { return o.MessageDelayTimespan })
}

func TestOB5FreeMessageTimespan(t *testing.T) {
	d := option.Default()
	if d.FreeMsgTimespan != 24*time.Hour || d.EnableFreeMsgTimespanMonitoring {
		t.Errorf("defaults %v %v", d.FreeMsgTimespan, d.EnableFreeMsgTimespanMonitoring)
	}
	timespans(t, option.NameFreeMsgTimespan, func(o option.Options) time.Duration { return o.FreeMsgTimespan })
	booleans(t, option.NameEnableFreeMsgTimespanMonitoring, func(o option.Options) bool { return o.EnableFreeMsgTimespanMonitoring })
}

// TestOB5DefaultNotificationIsOneThatCanBe: what is no id and no language is a bad
// value as any other, and does not hide that of a lower layer.
func TestOB5DefaultNotificationIsOneThatCanBe(t *testing.T) {
	for _, test := range []struct {
		name      string
		field     func(option.Options) string
		good, bad []string
	}{
		{
			option.NameDefaultNotificationID, func(o option.Options) string { return o.DefaultNotificationID },
			[]string{"0fa7@thank_you", "thank_you", " a.B-c@x ", ""},
			[]string{"@", "a@b@c", "0fa7@Thank you", "thank-you", "0fa7@", "@x", "a\x00"},
		},
		{
			option.NameDefaultNotificationLanguage, func(o option.Options) string { return o.DefaultNotificationLanguage },
			[]string{"en_US", "pt-br", "en", " de ", "xx_YY", ""},
			[]string{"english (US)", "e", "en__US", "en_US\x00"},
		},
	} {
		for _, value := range test.good {
			if o, accepted := atApplication(t, test.name, value); !accepted || test.field(o) != strings.TrimSpace(value) {
				t.Errorf("%s = %q: accepted %v, %q", test.name, value, accepted, test.field(o))
			}
		}
		for _, value := range test.bad {
			o, vs := option.Parse(option.Layers{Tenant: set(test.name, test.good[0]), Agent: set(test.name, value)})
			if test.field(o) != test.good[0] || o.Layer(test.name) != option.Tenant {
				t.Errorf("%s = %q: %q, set by %v", test.name, value, test.field(o), o.Layer(test.name))
			}
			if len(vs) != 1 || vs[0].Severity != decorum.SeverityError || vs[0].Path != "/agent/"+test.name || vs[0].Want == "" {
				t.Errorf("%s = %q: %v", test.name, value, vs)
			}
		}
	}
}

func TestOB5DefaultNotificationText(t *testing.T) {
	const name = option.NameDefaultNotificationText
	for _, value := range []string{"", " {{1}} ", "Thank you for your patience! {{1}}", "a\n\t{{1}}\r\n", strings.Repeat("你", 1024) + strings.Repeat("a", option.MaxText-3072)} {
		if o, accepted := atApplication(t, name, value); !accepted || o.DefaultNotificationText != value {
			t.Errorf("%q: accepted %v, %q", value, accepted, o.DefaultNotificationText)
		}
	}
	for _, value := range []string{" ", "\u200b", "a\x00", "a\x1b[31m", "a\xff", strings.Repeat("a", option.MaxText+1)} {
		if _, accepted := atApplication(t, name, value); accepted {
			t.Errorf("%q passes", value)
		}
	}
	// A text that cannot be filled is kept, and a warning: it is refused when the
	// agent needs it.
	for _, value := range []string{"Thank you!", "{{1}} and {{1}}", "{{ 1 }}", "{{2}}", "{{1}} {{2}}", "{{name}}, {{1}}"} {
		o, vs := option.Parse(option.Layers{AgentGroup: set(name, value)})
		want := decorum.Violations{{
			Code: decorum.DefaultNotificationUnset, Severity: decorum.SeverityWarning,
			Path: "/agent_group/" + name, Want: "{{1}} in one place",
		}}
		if diff := cmp.Diff(want, vs); diff != "" || o.DefaultNotificationText != value {
			t.Errorf("%q is %q (-want +got):\n%s", value, o.DefaultNotificationText, diff)
		}
		want[0].Path = "/" + name
		if diff := cmp.Diff(want, o.Check()); diff != "" {
			t.Errorf("Check of %q (-want +got):\n%s", value, diff)
		}
	}
}

func TestOB5MonitoringNeedsANotification(t *testing.T) {
	section := set(option.NameEnableFreeMsgTimespanMonitoring, "True")
	missing := []string{option.NameDefaultNotificationText, option.NameDefaultNotificationID, option.NameDefaultNotificationLanguage}
	for n := range len(missing) + 1 {
		if n > 0 {
			section[missing[n-1]] = []string{"{{1}}", "space@name", "en"}[n-1]
		}
		_, vs := option.Parse(option.Layers{Tenant: section})
		var want decorum.Violations
		for _, name := range missing[n:] {
			want = want.Add(decorum.Violation{
				Code: decorum.DefaultNotificationUnset, Severity: decorum.SeverityWarning,
				Path: "/tenant/" + option.NameEnableFreeMsgTimespanMonitoring, Want: name,
			})
		}
		if diff := cmp.Diff(want, vs); diff != "" {
			t.Errorf("%d set (-want +got):\n%s", n, diff)
		}
	}
	if _, vs := option.Parse(option.Layers{Tenant: set(option.NameEnableFreeMsgTimespanMonitoring, "false")}); vs != nil {
		t.Errorf("monitoring is off: %v", vs)
	}
}

func TestEM1BusinessAttribute(t *testing.T) {
	if got := option.Default().EmojisBusinessAttribute; got != "" {
		t.Errorf("default %q", got)
	}
	objects(t, option.NameEmojisBusinessAttribute, "Emojis", func(o option.Options) string { return o.EmojisBusinessAttribute })
}

func TestWB4QueueAndWorkbin(t *testing.T) {
	d := option.Default()
	if d.OnHoldQueue != "" || d.InProgressWorkbin != "" {
		t.Errorf("defaults %q %q", d.OnHoldQueue, d.InProgressWorkbin)
	}
	objects(t, option.NameOnHoldQueue, "async-chat-return-queue", func(o option.Options) string { return o.OnHoldQueue })
	objects(t, option.NameInProgressWorkbin, "async-chat-main-workbin", func(o option.Options) string { return o.InProgressWorkbin })
}

func TestIN6ConferenceQueue(t *testing.T) {
	if got := option.Default().ConferenceQueue; got != "" {
		t.Errorf("default %q", got)
	}
	objects(t, option.NameConferenceQueue, "conference-queue", func(o option.Options) string { return o.ConferenceQueue })
}

func TestOB3OutboundSessionConfig(t *testing.T) {
	const name = option.NameOutboundSessionConfig
	guide := `{"channels":[{"server-name":" DigitalMessagingServer ","channel-name":"channel-whatsapp-1","business-id":"19251112221"}]}`
	for _, test := range []struct{ value, want string }{
		{"", ""},
		{" \t", ""},
		{"{}", "{}"},
		{guide, guide},
		{"\n " + guide + "\n", guide},
		{`{"a":"` + strings.Repeat("x", option.MaxJSON-8) + `"}`, `{"a":"` + strings.Repeat("x", option.MaxJSON-8) + `"}`},
	} {
		if o, accepted := atApplication(t, name, test.value); !accepted || o.OutboundSessionConfig != test.want {
			t.Errorf("%.80q: accepted %v, %.80q", test.value, accepted, o.OutboundSessionConfig)
		}
	}
	row, _ := option.Lookup(name)
	for _, test := range []struct {
		value string
		code  decorum.Code
		span  decorum.Span
	}{
		{"[]", decorum.WrongType, decorum.Span{Start: 0, End: 2}},
		{"null", decorum.WrongType, decorum.Span{Start: 0, End: 4}},
		{`"{}"`, decorum.WrongType, decorum.Span{Start: 0, End: 4}},
		{"{", decorum.Malformed, decorum.Span{Start: 1, End: 1}},
		{" {'a':1}", decorum.Malformed, decorum.Span{Start: 2, End: 3}},
		{`{"a":1} x`, decorum.Malformed, decorum.Span{Start: 8, End: 9}},
		{`{"a":1,}`, decorum.Malformed, decorum.Span{Start: 7, End: 8}},
		{`{"a":1,"a":2}`, decorum.Duplicate, decorum.Span{Start: 7, End: 10}},
		{`{"a":{"b":[1,{"c":1,"c":2}]}}`, decorum.Duplicate, decorum.Span{Start: 20, End: 23}},
		{"{\"a\":\"\xff\"}", decorum.InvalidUTF8, decorum.Span{Start: 6, End: 7}},
		{`{"a":"` + strings.Repeat("x", option.MaxJSON-7) + `"}`, decorum.TooLong, decorum.Span{}},
	} {
		vs := row.Check(test.value)
		if len(vs) != 1 || vs[0].Code != test.code || vs[0].Span != test.span || vs[0].Want == "" || vs[0].Path != "" {
			t.Errorf("%.40q: %+v", test.value, []decorum.Violation(vs))
		}
	}
	for depth, want := range map[int]bool{31: true, 32: false, 30_000: false} {
		vs := row.Check(`{"a":` + strings.Repeat("[", depth) + strings.Repeat("]", depth) + "}")
		if vs.HasErrors() == want || vs.Has(decorum.TooDeep) == want {
			t.Errorf("%d arrays in the object: %v", depth, vs)
		}
	}
}

func TestLO2Maps(t *testing.T) {
	if diff := cmp.Diff(location.Maps{Size: location.Size{Width: 300, Height: 200}}, option.Default().Maps, cmp.Comparer(func(a, b location.MapURL) bool { return a == b })); diff != "" {
		t.Errorf("defaults (-want +got):\n%s", diff)
	}
	bounds(t, option.NameMapPreviewHeight, 1, location.MaxSide, decorum.Pixels, func(o option.Options) int64 { return int64(o.Maps.Size.Height) })
	bounds(t, option.NameMapPreviewWidth, 1, location.MaxSide, decorum.Pixels, func(o option.Options) int64 { return int64(o.Maps.Size.Width) })
	const google = "https://maps.googleapis.com/maps/api/staticmap?center={LATITUDE},{LONGITUDE}&zoom=15&size={WIDTH}x{HEIGHT}&key=KEY"
	o, vs := option.Parse(option.Layers{
		Application: map[string]string{
			option.NameMapPreview: " " + google, option.NameMapBrowse: "https://www.google.com/maps?q={LATITUDE},{LONGITUDE}",
			option.NameMapPreviewHeight: "400", option.NameMapPreviewWidth: "600",
		},
		Agent: set(option.NameMapBrowse, ""),
	})
	want := location.Maps{Preview: location.MustParseMapURL(google), Size: location.Size{Width: 600, Height: 400}}
	if vs != nil || o.Maps != want || o.Layer(option.NameMapBrowse) != option.Agent {
		t.Errorf("%v, %+v", vs, o.Maps)
	}
	for _, name := range []string{option.NameMapPreview, option.NameMapBrowse} {
		for _, value := range []string{
			"https://a.example/", "https://a.example/{LATITUDE}", "https://{LATITUDE}.example/{LONGITUDE}", "//a.example/{LATITUDE},{LONGITUDE}",
			"javascript:alert({LATITUDE},{LONGITUDE})", "data:text/html,{LATITUDE},{LONGITUDE}", "https://user:key@a.example/{LATITUDE},{LONGITUDE}",
			"https://а.example/{LATITUDE},{LONGITUDE}", "https://a.example:99999/{LATITUDE},{LONGITUDE}", "https://0x7f.1/{LATITUDE},{LONGITUDE}",
			"https://a.example/{LATITUDE},{LONGITUDE}\r\nx", "https://a.example/{latitude},{LONGITUDE}", "\xff",
		} {
			if o, accepted := atApplication(t, name, value); accepted || !o.Maps.Preview.IsZero() || !o.Maps.Browse.IsZero() {
				t.Errorf("%s = %q passes", name, value)
			}
		}
		o, vs := option.Parse(option.Layers{Agent: set(name, "http://a.example/{LATITUDE},{LONGITUDE}")})
		insecure := decorum.Violations{{
			Code: decorum.Insecure, Severity: decorum.SeverityWarning, Path: "/agent/" + name,
			Span: decorum.Span{Start: 0, End: 4}, Want: "https",
		}}
		if diff := cmp.Diff(insecure, vs); diff != "" || o.Layer(name) != option.Agent {
			t.Errorf("%s: http, set by %v (-want +got):\n%s", name, o.Layer(name), diff)
		}
	}
}

func TestTR11Theme(t *testing.T) {
	if got := option.Default().Theme; got != option.ThemeDefault {
		t.Errorf("default %v", got)
	}
	for _, test := range []struct {
		value string
		want  option.Theme
	}{
		{"Default", option.ThemeDefault},
		{" default ", option.ThemeDefault},
		{"HighContrast", option.ThemeHighContrast},
		{"HIGHCONTRAST", option.ThemeHighContrast},
	} {
		if o, accepted := atApplication(t, option.NameTheme, test.value); !accepted || o.Theme != test.want {
			t.Errorf("%q: accepted %v, %v", test.value, accepted, o.Theme)
		}
	}
	for _, value := range []string{"", "Royale", "High Contrast", "HighContraſt", "Default,HighContrast", "1"} {
		if o, accepted := atApplication(t, option.NameTheme, value); accepted || o.Theme != option.ThemeDefault {
			t.Errorf("%q: accepted %v, %v", value, accepted, o.Theme)
		}
	}
}

func TestTR11ColoursAndTextSizePassThrough(t *testing.T) {
	for name, field := range map[string]func(option.Options) string{
		option.NameTextSize:              func(o option.Options) string { return o.TextSize },
		option.NameAgentTextColor:        func(o option.Options) string { return o.Colors.AgentText },
		option.NameAgentPromptColor:      func(o option.Options) string { return o.Colors.AgentPrompt },
		option.NameClientTextColor:       func(o option.Options) string { return o.Colors.ClientText },
		option.NameClientPromptColor:     func(o option.Options) string { return o.Colors.ClientPrompt },
		option.NameOtherAgentTextColor:   func(o option.Options) string { return o.Colors.OtherAgentText },
		option.NameOtherAgentPromptColor: func(o option.Options) string { return o.Colors.OtherAgentPrompt },
		option.NameSystemTextColor:       func(o option.Options) string { return o.Colors.SystemText },
	} {
		if got := field(option.Default()); got != "" {
			t.Errorf("%s: default %q", name, got)
		}
		for _, value := range []string{"", "Black", "#1E90FF", "rgb(30, 144, 255)", "12pt", "+10%", "-1.5", strings.Repeat("a", option.MaxStyle)} {
			if o, accepted := atApplication(t, name, " "+value+" "); !accepted || field(o) != value {
				t.Errorf("%s = %q: accepted %v, %q", name, value, accepted, field(o))
			}
		}
		row, _ := option.Lookup(name)
		for c := range 0x80 {
			value := "a" + string(rune(c)) + "b"
			want := strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 #.,%()+-", rune(c))
			if vs := row.Check(value); (vs == nil) != want || !want && (vs[0].Code != decorum.ForbiddenCharacter || vs[0].Span != decorum.Span{Start: 1, End: 2}) {
				t.Errorf("%s = %q: %+v", name, value, vs)
			}
		}
		if vs := row.Check("\xff"); !vs.Has(decorum.InvalidUTF8) {
			t.Errorf("%s is not UTF-8: %v", name, vs)
		}
		for _, value := range []string{"red;}", "red\"", "url('x')", "<b>", "a/*", "a\\", "é", "a\x00", "a\nb", "\xff", strings.Repeat("a", option.MaxStyle+1)} {
			if o, accepted := atApplication(t, name, value); accepted || field(o) != "" {
				t.Errorf("%s = %q: accepted %v, %q", name, value, accepted, field(o))
			}
		}
	}
}

func TestDFContactLists(t *testing.T) {
	for name, field := range map[string]func(option.Options) []string{
		option.NameContactDirectoryDisplayedColumns: func(o option.Options) []string { return o.ContactDirectoryDisplayedColumns },
		option.NameContactDirectorySearchAttributes: func(o option.Options) []string { return o.ContactDirectorySearchAttributes },
		option.NameContactDisplayedAttributes:       func(o option.Options) []string { return o.ContactDisplayedAttributes },
	} {
		row, _ := option.Lookup(name)
		last := []string{"LastName", "FirstName", "PhoneNumber", "EmailAddress", "_msg_ProfileNickname"}
		if name == option.NameContactDisplayedAttributes {
			last = []string{"Title", "FirstName", "LastName", "PhoneNumber", "EmailAddress", "_msg_ProfileNickname"}
		}
		most := make([]string, option.MaxItems)
		for i := range most {
			most[i] = "Attribute" + strconv.Itoa(i)
		}
		for _, test := range []struct {
			value string
			want  []string
		}{
			{row.Recommended, last},
			{"", nil},
			{" , ,, ", nil},
			{"A", []string{"A"}},
			{" A ,\tB b,", []string{"A", "B b"}},
			{"A" + strings.Repeat(",", option.MaxList-1), []string{"A"}},
			{strings.Join(most, ","), most},
			{strings.Join(most, ",,") + strings.Repeat(",", 100), most},
		} {
			o, accepted := atApplication(t, name, test.value)
			if diff := cmp.Diff(test.want, field(o)); diff != "" || !accepted {
				t.Errorf("%s = %.80q: accepted %v (-want +got):\n%s", name, test.value, accepted, diff)
			}
		}
		long := strings.Repeat("a", option.MaxName+1)
		for _, test := range []struct {
			value string
			want  decorum.Violation
		}{
			{"A,B\x00,C", decorum.Violation{Code: decorum.ForbiddenCharacter, Span: decorum.Span{Start: 3, End: 4}}},
			{"A, \u200b", decorum.Violation{Code: decorum.Blank, Span: decorum.Span{Start: 3, End: 6}}},
			{"A,\xff", decorum.Violation{Code: decorum.InvalidUTF8, Span: decorum.Span{Start: 2, End: 3}}},
			{"A," + long, decorum.Violation{Code: decorum.TooLong, Span: decorum.Span{Start: 2, End: 2 + len(long)}, Limit: option.MaxName, Actual: option.MaxName + 1, Unit: decorum.Bytes}},
			{strings.Join(most, ",") + ",X,Y", decorum.Violation{
				Code: decorum.TooMany, Span: decorum.Span{Start: len(strings.Join(most, ",")) + 1, End: len(strings.Join(most, ",")) + 4},
				Limit: option.MaxItems, Actual: option.MaxItems + 2, Unit: decorum.Items,
			}},
			{strings.Repeat(",", option.MaxList+1), decorum.Violation{Code: decorum.TooLong, Limit: option.MaxList, Actual: option.MaxList + 1, Unit: decorum.Bytes}},
		} {
			test.want.Severity, test.want.Want = decorum.SeverityError, row.Valid
			if diff := cmp.Diff(decorum.Violations{test.want}, row.Check(test.value)); diff != "" {
				t.Errorf("%s = %.80q (-want +got):\n%s", name, test.value, diff)
			}
		}
		o, vs := option.Parse(option.Layers{Application: set(name, "A, B ,A,a,B")})
		want := decorum.Violations{
			{Code: decorum.Duplicate, Severity: decorum.SeverityWarning, Path: "/application/" + name, Span: decorum.Span{Start: 6, End: 7}},
			{Code: decorum.Duplicate, Severity: decorum.SeverityWarning, Path: "/application/" + name, Span: decorum.Span{Start: 10, End: 11}},
		}
		if diff := cmp.Diff(want, vs) + cmp.Diff([]string{"A", "B", "a"}, field(o)); diff != "" {
			t.Errorf("%s: repeated items (-want +got):\n%s", name, diff)
		}
	}
}

func TestDFFormats(t *testing.T) {
	for name, field := range map[string]func(option.Options) display.Format{
		option.NameCaseNameFormat:         func(o option.Options) display.Format { return o.CaseNameFormat },
		option.NameCustomerNameFormat:     func(o option.Options) display.Format { return o.CustomerNameFormat },
		option.NameInteractionWindowTitle: func(o option.Options) display.Format { return o.InteractionWindowTitle },
		option.NameToastWindowTitle:       func(o option.Options) display.Format { return o.ToastWindowTitle },
	} {
		row, _ := option.Lookup(name)
		for _, value := range []string{"", row.Recommended, " - $Contact.FirstName$ ", strings.Repeat("a", display.MaxInput)} {
			if o, accepted := atApplication(t, name, value); !accepted || field(o).String() != value {
				t.Errorf("%s = %.80q: accepted %v, %v", name, value, accepted, field(o))
			}
		}
		for _, value := range []string{"$", "$Contact$", "(a", "a)", "a\nb", "\xff", strings.Repeat("a", display.MaxInput+1)} {
			if o, accepted := atApplication(t, name, value); accepted || field(o).String() != row.Default {
				t.Errorf("%s = %.80q: accepted %v, %v", name, value, accepted, field(o))
			}
		}
		o, vs := option.Parse(option.Layers{Tenant: set(name, " $Weather.Today$")})
		if len(vs) != 1 || vs[0].Code != decorum.Unknown || vs[0].Severity != decorum.SeverityWarning || vs[0].Path != "/tenant/"+name ||
			vs[0].Span != (decorum.Span{Start: 1, End: 16}) || o.Layer(name) != option.Tenant {
			t.Errorf("%s: an unknown object: %+v, set by %v", name, vs, o.Layer(name))
		}
	}
	if !option.Default().CustomerNameFormat.IsZero() {
		t.Error("the customer's name has a format by default: rule TR4 would have no say")
	}
}

// TestIN2TitlesAndNamesComeFromDisplayFormats: the titles of the offer and of the
// window, the name of the case and that of the customer.
func TestIN2TitlesAndNamesComeFromDisplayFormats(t *testing.T) {
	options, vs := option.Parse(option.Layers{Application: map[string]string{
		option.NameToastWindowTitle:       "Offer: $Contact.FirstName$",
		option.NameInteractionWindowTitle: "Window: $Contact.FirstName$",
		option.NameCaseNameFormat:         "Case of $Contact.FirstName$|$Interaction.MainParty$",
		option.NameCustomerNameFormat:     "$Contact._msg_ProfileNickname|$Contact.FirstName$",
	}})
	if vs != nil {
		t.Fatal(vs)
	}
	values := func(object, name string) string {
		if object == "Contact" && name == "FirstName" {
			return "Ann"
		}
		return ""
	}
	got := []string{
		options.ToastWindowTitle.Value(values), options.InteractionWindowTitle.Value(values),
		options.CaseNameFormat.Value(values), options.CustomerNameFormat.Value(values),
	}
	if diff := cmp.Diff([]string{"Offer: Ann", "Window: Ann", "Case of Ann", "Ann"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
