package markup_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/whatsapp/link"
	"github.com/decorum-go/decorum/whatsapp/markup"
)

// sketch writes runs down: markers in braces, with the block that they make;
// links in brackets, emojis in angle brackets, line ends as ⏎; styled text after
// the first letters of its styles, in parentheses.
func sketch(runs func(func(markup.Run) bool)) string {
	var b strings.Builder
	for r := range runs {
		text := r.Text
		switch r.Kind {
		case markup.Marker:
			if strings.HasSuffix(text, " ") {
				text += r.Block.String()
			}
			b.WriteString("{" + text + "}")
			continue
		case markup.Break:
			b.WriteString("⏎")
			continue
		case markup.Link:
			text = "[" + text + "]"
		case markup.Emoji:
			text = "<" + text + ">"
		}
		if r.Style != 0 {
			letters := ""
			for s := range r.Style.All() {
				letters += s.String()[:1]
			}
			text = letters + "(" + text + ")"
		}
		b.WriteString(text)
	}
	return b.String()
}

type sketchCase struct{ reason, in, want string }

func checkSketches(t *testing.T, cases []sketchCase) {
	t.Helper()
	for _, c := range cases {
		if got := sketch(markup.Runs(c.in)); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.reason, c.in, got, c.want)
		}
	}
}

func TestStyles(t *testing.T) {
	checkSketches(t, []sketchCase{
		{"nothing", "", ""},
		{"plain", "Hello.", "Hello."},
		{"each", "*b* _i_ ~s~ `c` ```m```", "{*}b(b){*} {_}i(i){_} {~}s(s){~} {`}c(c){`} {```}m(m){```}"},
		{"several words", "so *very very bold* it is", "so {*}b(very very bold){*} it is"},
		{"nested", "*b _bi ~bis~_*", "{*}b(b ){_}bi(bi ){~}bis(bis){~}{_}{*}"},
		{"nested, marker at marker", "~_*x*_~", "{~}{_}{*}bis(x){*}{_}{~}"},
		{"each once", "*a *b* c*", "{*}b(a *b){*} c*"},
		{"one after the other", "*a**b* *c*", "{*}b(a){*}{*}b(b){*} {*}b(c){*}"},
		{"no crossing", "*a _b* c_", "{*}b(a _b){*} c_"},
		{"no crossing, the other way", "_a *b_ c*", "{_}i(a *b){_} c*"},
		{"the outer one is text", "*a _b_", "*a {_}i(b){_}"},
		{"the inner one is text", "*a _b*", "{*}b(a _b){*}"},
		{"the first that closes", "*a* b*", "{*}b(a){*} b*"},
		{"not closed", "*a", "*a"},
		{"not opened", "a*", "a*"},
		{"opens at the end", "a *", "a *"},
		{"nothing within", "** __ ~~ `` ****", "** __ ~~ `` ****"},
		{"only spaces within", "x * * _ _ *\u00A0*", "x * * _ _ *\u00A0*"},
		{"doubled, the inner ones count", "**a** __b__", "*{*}b(a){*}* _{_}i(b){_}_"},
		{"three", "***a***", "**{*}b(a){*}**"},
		{"space after the opening", "* a*", "{* bullet}a*"},
		{"space after the opening, later", "x * a*", "x * a*"},
		{"space before the closing", "*a *", "*a *"},
		{"no-break space and ideographic space", "x *\u3000a* *a\u202F*", "x *\u3000a* *a\u202F*"},
		{"tab", "*\ta* *a\t*", "*\ta* *a\t*"},
		{"letter before", "a*b* é*b* я*b* 你*b* ع*b*", "a*b* é*b* я*b* 你*b* ع*b*"},
		{"letter after", "*b*a *b*é *b*你", "*b*a *b*é *b*你"},
		{"a later one closes", "*b*a *b* c", "{*}b(b*a *b){*} c"},
		{"digits", "2*3*4 1_000_000", "2*3*4 1_000_000"},
		{"digits of other scripts", "٣*4* Ⅷ*b* ½*b*", "٣*4* Ⅷ*b* ½*b*"},
		{"combining marks are of the word", "e\u0301*b* हि*b* *b*\u0301", "e\u0301*b* हि*b* *b*\u0301"},
		{"snake case", "snake_case_name and _snake_case_", "snake_case_name and {_}i(snake_case){_}"},
		{"punctuation around", "(*b*), \"_i_\"! ¿~s~?", "({*}b(b){*}), \"{_}i(i){_}\"! ¿{~}s(s){~}?"},
		{"wide punctuation around", "你好，*b*。「_i_」", "你好，{*}b(b){*}。「{_}i(i){_}」"},
		{"punctuation within", "*(b).* *-b-*", "{*}b((b).){*} {*}b(-b-){*}"},
		{"symbols around", "€*b*€ +_i_=", "€{*}b(b){*}€ +{_}i(i){_}="},
		{"within one line", "*a\nb* _a\r\nb_", "*a⏎b* _a⏎b_"},
		{"lone CR is a space", "x *\ra* *a\rb*", "x *\ra* {*}b(a\rb){*}"},
		{"closes at the end of a line", "*a*\n_b_\r\n~c~", "{*}b(a){*}⏎{_}i(b){_}⏎{~}s(c){~}"},
		{"not UTF-8", "\xff*b*\xff *\xe2\x82* \xf0\x9f*x*", "\xff{*}b(b){*}\xff {*}b(\xe2\x82){*} \xf0\x9f{*}b(x){*}"},
		{"Markdown is none", "# a [b](c) | d | \\*e\\*", "# a [b](c) | d | \\{*}b(e\\){*}"},
	})
}

func TestCode(t *testing.T) {
	checkSketches(t, []sketchCase{
		{"nothing counts within", "`*a* _b_ example.com 👍`", "{`}c(*a* _b_ example.com 👍){`}"},
		{"nor within monospace", "```*a*\n> b\n- `c` example.com 👍```", "{```}m(*a*\n> b\n- `c` example.com 👍){```}"},
		{"styles around", "*a `b` c* _```d```_", "{*}b(a ){`}bc(b){`}b( c){*} {_}{```}im(d){```}{_}"},
		{"marker within code closes nothing", "*a `b*` c* d", "{*}b(a ){`}bc(b*){`}b( c){*} d"},
		{"code within one line", "`a\nb`", "`a⏎b`"},
		{"monospace over lines", "a ```\nb\r\n\nc\n``` d", "a {```}m(\nb\r\n\nc\n){```} d"},
		{"a style ends where a line does, in monospace too", "*a ```b\nc``` d* *e*", "*a {```}m(b\nc){```} d* {*}b(e){*}"},
		{"monospace next to words", "a```b```c", "a{```}m(b){```}c"},
		{"code is not", "it`s dog`s a`b`", "it`s dog`s a`b`"},
		{"code touches the word", "x ` a` `a `", "x ` a` `a `"},
		{"monospace need not", "``` a ```", "{```}m( a ){```}"},
		{"only spaces within", "``` ``` ```\n``` x", "``` ``` ```⏎``` x"},
		{"then the next one opens", "``` ```a```", "``` {```}m(a){```}"},
		{"nothing within", "`````` ``", "`````` ``"},
		{"more than three", "````a```` `````b`````", "`{```}m(a){```}` ``{```}m(b){```}``"},
		{"beside the end of monospace", "```a````b` ```a``````b```", "{```}m(a){```}`b` {```}m(a){```}{```}m(b){```}"},
		{"two are none", "``a`` ```b``", "``a`` ```b``"},
		{"monospace within code", "`a ```b``` c`", "{`}c(a ```b``` c){`}"},
		{"code within monospace", "```a `b` c```", "{```}m(a `b` c){```}"},
		{"what is not closed is text", "```a *b* `c`", "```a {*}b(b){*} {`}c(c){`}"},
		{"code of one character", "`*` `_`", "{`}c(*){`} {`}c(_){`}"},
		{"not UTF-8", "`\xff` ```\xe2\x82```", "{`}c(\xff){`} {```}m(\xe2\x82){```}"},
		{"word characters around", "é`a` `a`é", "é`a` `a`é"},
	})
}

func TestBlocks(t *testing.T) {
	checkSketches(t, []sketchCase{
		{"quote", "> a *b*\nc", "{> quote}a {*}b(b){*}⏎c"},
		{"bullets", "* a\n- b", "{* bullet}a⏎{- bullet}b"},
		{"numbers", "1. a\n12. b", "{1. numbered}a⏎{12. numbered}b"},
		{"first and last digit", "0. a\n9. b\n90. c", "{0. numbered}a⏎{9. numbered}b⏎{90. numbered}c"},
		{"beside the digits", "/. a\n:. b\n1:. c", "/. a⏎:. b⏎1:. c"},
		{"three digits", "123. a", "123. a"},
		{"no space", ">a\n-b\n*b\n1.a\n1 a", ">a⏎-b⏎*b⏎1.a⏎1 a"},
		{"another space", ">\ta\n-\u00A0b", ">\ta⏎-\u00A0b"},
		{"nothing follows", "> \n-  \n1. \n* \n> ", "> ⏎-  ⏎1. ⏎* ⏎> "},
		{"nothing but spaces until the end", "-   ", "-   "},
		{"nothing but the sign", ">\n-\n1.\n1\n12\n12.\n", ">⏎-⏎1.⏎1⏎12⏎12.⏎"},
		{"nothing follows but lines", "> \n\n\na", "> ⏎⏎⏎a"},
		{"more spaces", ">   a\n-  *b*", "{> quote}  a⏎{- bullet} {*}b(b){*}"},
		{"not at the beginning", " > a\n - b\nx 1. c", " > a⏎ - b⏎x 1. c"},
		{"no nesting", "> > a\n> - b\n- 1. c\n- - d", "{> quote}> a⏎{> quote}- b⏎{- bullet}1. c⏎{- bullet}- d"},
		{"bullet and bold", "* *a*\n* b*\n*c* d", "{* bullet}{*}b(a){*}⏎{* bullet}b*⏎{*}b(c){*} d"},
		{"CR LF", "- a\r\n- b\r\n", "{- bullet}a⏎{- bullet}b⏎"},
		{"monospace", "- ```a\n- b``` c\n- d", "{- bullet}{```}m(a\n- b){```} c⏎{- bullet}d"},
		{"other digits", "١. a\n１. b", "١. a⏎１. b"},
	})
}

// Every run of a line is in its block, and monospace in that where it begins.
func TestBlockOfEachRun(t *testing.T) {
	type at struct {
		Text   string
		Block  markup.Block
		Number int
	}
	var got []at
	for r := range markup.Runs("07. *a*\n> ```b\nc``` d\n\ne\n42. f") {
		got = append(got, at{r.Text, r.Block, r.Number})
	}
	want := []at{
		{"07. ", markup.Numbered, 7},
		{"*", markup.Numbered, 7},
		{"a", markup.Numbered, 7},
		{"*", markup.Numbered, 7},
		{"\n", markup.Numbered, 7},
		{"> ", markup.Quote, 0},
		{"```", markup.Quote, 0},
		{"b\nc", markup.Quote, 0},
		{"```", markup.Quote, 0},
		{" d", markup.Quote, 0},
		{"\n", markup.Quote, 0},
		{"\n", markup.Paragraph, 0},
		{"e", markup.Paragraph, 0},
		{"\n", markup.Paragraph, 0},
		{"42. ", markup.Numbered, 42},
		{"f", markup.Numbered, 42},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEmojis(t *testing.T) {
	checkSketches(t, []sketchCase{
		{"in text and styles", "a 👍🏽 *b ❤️*", "a <👍🏽> {*}b(b )b(<❤️>){*}"},
		{"an emoji is no word character", "👍*b*👍 ❤️_i_❤️ 1️⃣~s~", "<👍>{*}b(b){*}<👍> <❤️>{_}i(i){_}<❤️> <1️⃣>{~}s(s){~}"},
		{"alone in a style", "*👨‍👩‍👧‍👦* _🇧🇷_", "{*}b(<👨‍👩‍👧‍👦>){*} {_}i(<🇧🇷>){_}"},
		{"the keycap of the asterisk", "*️⃣ a* *️⃣ *️⃣b* *\u20E3c*", "<*️⃣> a* <*️⃣> <*️⃣>b* <*\u20E3>c*"},
		{"only the asterisk has a keycap", "_a_\u20E3", "{_}i(a){_}\u20E3"},
		{"a keycap closes nothing", "*a *️⃣ *️⃣", "*a <*️⃣> <*️⃣>"},
		{"text style", "*❤\uFE0E*", "{*}b(❤\uFE0E){*}"},
		{"a keycap after a letter closes nothing", "*a*️⃣", "*a<*️⃣>"},
		{"the short form, at the end", "*a*\u20E3", "*a<*\u20E3>"},
		{"a keycap cut short closes", "*a*\uFE0F", "{*}b(a){*}\uFE0F"},
		{"keycap as number", "1️⃣. a", "<1️⃣>. a"},
	})
}

func TestTR8Links(t *testing.T) {
	inside := strings.Repeat("a.com ", markup.MaxInside-1)
	sketched := strings.Repeat("b([a.com])b( )", markup.MaxInside-1)
	checkSketches(t, []sketchCase{
		{"markers within do not count", "https://a.com/x_y_z*q*~r~/_/ _i_", "[https://a.com/x_y_z*q*~r~/_/] {_}i(i){_}"},
		{"within a style", "*see https://a.com/_x_/y now*", "{*}b(see )b([https://a.com/_x_/y])b( now){*}"},
		{"a marker before does not pair with one within", "_a https://a.com/_/b", "_a [https://a.com/_/b]"},
		{"a style ends with the link", "*see a.com/x* and", "{*}b(see )b([a.com/x]){*} and"},
		{"a style around the link", "_https://a.com/x_ *a.com*", "{_}i([https://a.com/x]){_} {*}b([a.com]){*}"},
		{"two styles around the link", "~_*https://a.com/x*_~", "{~}{_}{*}bis([https://a.com/x]){*}{_}{~}"},
		{"the wrong order around the link", "*_https://a.com/x*_ b_", "{*}b(_)b([https://a.com/x]){*}_ b_"},
		{"without an opening, all of it is the link", "https://a.com/x* https://a.com/_", "[https://a.com/x*] [https://a.com/_]"},
		{"punctuation before the marker", "(*a.com/x.*)", "({*}b([a.com/x])b(.){*})"},
		{"nothing is left of it but the host", "*a.com/*", "{*}b([a.com/]){*}"},
		{"e-mail", "*me@a.com* _me@a.com_ ~b me@a.com~", "{*}b([me@a.com]){*} {_}i([me@a.com]){_} {~}s(b )s([me@a.com]){~}"},
		{"e-mail that begins with a marker", "_me@a.com and", "[_me@a.com] and"},
		{"e-mail in two styles", "*_me@a.com_* *_me@a.com_", "{*}{_}bi([me@a.com]){_}{*} *{_}i([me@a.com]){_}"},
		{"e-mail of nothing but markers", "*_*@a.com *", "{*}b(_){*}@a.com *"},
		{"e-mail that is left with a marker", "_*@a.com_", "{_}i([*@a.com]){_}"},
		{"link in code", "`a.com` `a.com/`b", "{`}c(a.com){`} `[a.com/`b]"},
		{"code ends a link", "a.com/`x` *a.com/`x`*", "[a.com/]{`}c(x){`} {*}b([a.com/]){`}bc(x){`}{*}"},
		{"code within an address", "me.`x`@a.com", "me.{`}c(x){`}@a.com"},
		{"a link that begins within code", "`x `a.com`, `b\n`a.com/`/x", "{`}c(x `a.com){`}, `b⏎{`}c(a.com/){`}/x"},
		{"before a line end", "*a.com/x*\r\n_a.com/x_", "{*}b([a.com/x]){*}⏎{_}i([a.com/x]){_}"},
		{"in a list", "- a.com/x_y_", "{- bullet}[a.com/x_y_]"},
		{"emoji within", "https://a.com/👍/x *👍*", "[https://a.com/👍/x] {*}b(<👍>){*}"},
		{"letter before", "s\u00e9https://a.com/x* *\u00e9https://a.com/x*", "s\u00e9[https://a.com/x*] {*}b(\u00e9)b([https://a.com/x]){*}"},
		{"as many as may be inside", "*" + inside + "b.com*", "{*}" + sketched + "b([b.com]){*}"},
		{"one more", "*" + inside + "b.com c.com*", "*" + strings.Repeat("[a.com] ", markup.MaxInside-1) + "[b.com] [c.com]*"},
		{"one more, with the marker at its end", "*" + inside + "b.com c.com/x*", "*" + strings.Repeat("[a.com] ", markup.MaxInside-1) + "[b.com] [c.com/x*]"},
		{"after too many", "*" + inside + "b.com c.com* *d* _a.com_", "*" + strings.Repeat("[a.com] ", markup.MaxInside-1) + "[b.com] [c.com]* {*}b(d){*} {_}i([a.com]){_}"},
	})
}

func TestTR8LinkToOpen(t *testing.T) {
	var got []string
	for r := range markup.Runs("*https://a.com/x* _a.com/y_ ~me@a.com~ b.com/z*") {
		if r.Kind == markup.Link {
			got = append(got, r.Link.Text()+" "+r.Link.URL()+r.Link.Address())
		}
	}
	want := []string{"https://a.com/x https://a.com/x", "a.com/y https://a.com/y", "me@a.com me@a.com", "b.com/z* https://b.com/z*"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What is suspicious about a link does not get lost between markers or after
// code.
func TestTR8RisksRemain(t *testing.T) {
	for _, c := range []struct {
		reason, in string
		want       link.Risk
	}{
		{"override", "\u202Emoc *https://a.com/x* b", link.Bidi},
		{"override within code", "`\u202E` https://a.com/x_ _", link.Bidi},
		{"override, forced", "\u202D`a` *https://a.com/x*", link.Bidi},
		{"invisible before", "*\u200Bhttps://a.com/x*", link.Invisible},
		{"invisible within", "*https://a.com/\u3164x*", link.Invisible},
		{"unlisted", "_http://intranet/x_", link.Unlisted},
		{"none", "*https://a.com/x*", 0},
	} {
		found := false
		for r := range markup.Runs(c.in) {
			if r.Kind == markup.Link {
				found = true
				if got := r.Link.Risks(); got != c.want {
					t.Errorf("%s: %q has the risks %q, want %q", c.reason, r.Text, got, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: %+q has no link", c.reason, c.in)
		}
	}
	// Cut down by code after an override, a link is not offered.
	if got, want := sketch(markup.Runs("\u202Ea.com/`x`")), "\u202Ea.com/{`}c(x){`}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// No marker is looked for at its ends, whatever that does to the style.
	if got, want := sketch(markup.Runs("\u202E*a.com/x*")), "\u202E*[a.com/x*]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Header, footer and titles show markers as they are.
func TestHeaderIsRaw(t *testing.T) {
	in := "> *a* `b`\r\n- ```c``` 👍 _https://a.com/x_"
	want := "> *a* `b`⏎- ```c``` <👍> _[https://a.com/x_]"
	if got := sketch(markup.Raw(in)); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	for r := range markup.Raw(in, markup.Mark{Span: decorum.Span{Start: 2, End: 5}, ID: 1}) {
		if r.Style != 0 || r.Block != markup.Paragraph || r.Kind == markup.Marker {
			t.Errorf("%+v", r)
		}
	}
}

func TestNames(t *testing.T) {
	var got []string
	for k := range markup.Break + 2 {
		got = append(got, k.String())
	}
	for b := range markup.Numbered + 2 {
		got = append(got, b.String())
	}
	got = append(got, markup.Style(0).String(), (markup.Bold | markup.Monospace).String(), (markup.Italic | markup.Strike | markup.Code).String())
	want := []string{
		"", "text", "emoji", "link", "marker", "break", "",
		"", "paragraph", "quote", "bullet", "numbered", "",
		"", "bold,monospace", "italic,strike,code",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if both := markup.Bold | markup.Italic; !both.Has(markup.Bold) || !both.Has(both) || markup.Bold.Has(both) {
		t.Error("Has")
	}
	for s := range (markup.Italic | markup.Code).All() {
		if s != markup.Italic {
			t.Errorf("the first is %s", s)
		}
		break
	}
}

// The style of a marker includes the one that it makes.
func TestStyleOfMarkers(t *testing.T) {
	var got []string
	for r := range markup.Runs("*a _`b`_*") {
		got = append(got, r.Text+" "+r.Style.String())
	}
	want := []string{
		"* bold", "a  bold", "_ bold,italic", "` bold,italic,code", "b bold,italic,code", "` bold,italic,code", "_ bold,italic", "* bold",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStylesAreReadByTheirNames(t *testing.T) {
	const both = markup.Bold | markup.Code
	text, err := both.MarshalText()
	if err != nil || string(text) != "bold,code" {
		t.Errorf("%s, %v", text, err)
	}
	read := markup.Strike
	if err := read.UnmarshalText([]byte("code,bold")); err != nil || read != both {
		t.Errorf("%v, %v", read, err)
	}
	if err := read.UnmarshalText([]byte("bold,loud")); err == nil || read != both {
		t.Errorf("%v, %v", read, err)
	}
	if _, err := markup.Style(1 << 5).MarshalText(); err == nil {
		t.Error("a style that is none has a text")
	}
}
