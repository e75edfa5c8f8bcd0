package template_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/template"
)

func TestLanguages(t *testing.T) {
	all := template.Languages()
	if !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Error("the list is not in order")
	}
	for _, l := range all {
		tag, ok := l.Tag()
		if !ok || !l.Known() || !strings.EqualFold(strings.ReplaceAll(string(l), "_", "-"), tag.String()) {
			t.Errorf("%s is %v", l, tag)
		}
		for _, s := range []string{string(l), strings.ToUpper(string(l)), strings.ToLower(strings.ReplaceAll(string(l), "_", "-"))} {
			if got, err := template.ParseLanguage(s); err != nil || got != l {
				t.Errorf("ParseLanguage(%q) = %q, %v", s, got, err)
			}
		}
	}
	all[0] = "changed"
	if template.Languages()[0] == "changed" {
		t.Error("the list can be changed")
	}
	if got, err := template.ParseLanguage("xx_YY"); err != nil || got != "xx_YY" {
		t.Errorf("%q, %v", got, err)
	}
	for _, s := range []string{"", "e", "en us", strings.Repeat("a", 17), "en_\u0131"} {
		if got, err := template.ParseLanguage(s); err == nil || got != "" {
			t.Errorf("ParseLanguage(%q) = %q", s, got)
		}
	}
	if _, err := template.ParseLanguage(""); !errors.Is(err, decorum.Required) {
		t.Error(err)
	}
	for _, l := range []template.Language{"", "xx", "iw", "en_UK", "und", "EN_us_x", template.Language(strings.Repeat("en-", 1000))} {
		if tag, ok := l.Tag(); ok || l.Known() {
			t.Errorf("%q is %v", l, tag)
		}
	}
	if tag, ok := template.Language("PT-br").Tag(); !ok || tag != language.BrazilianPortuguese {
		t.Errorf("%v", tag)
	}
}

func TestChoose(t *testing.T) {
	in := func(languages ...template.Language) (list []template.Notification) {
		for _, l := range languages {
			list = append(list, template.Notification{Language: l})
		}
		return list
	}
	paused := in("en", "de")
	paused[1].Status = template.Paused
	for _, tt := range []struct {
		name         string
		translations []template.Notification
		preferences  []string
		want         int
		ok           bool
	}{
		{"the same", in("en", "pt_BR", "de"), []string{"pt-BR"}, 1, true},
		{"the first preference", in("en", "pt_BR", "de"), []string{"de", "pt-BR"}, 2, true},
		{"the second preference", in("en", "pt_BR", "de"), []string{"ja", "de"}, 2, true},
		{"another region", in("en", "pt_BR"), []string{"pt"}, 1, true},
		{"Angola", in("en", "pt_BR", "pt_PT"), []string{"pt-AO"}, 2, true},
		{"traditional Chinese", in("zh_CN", "zh_TW"), []string{"zh-Hant"}, 1, true},
		{"simplified Chinese only", in("en", "zh_CN"), []string{"zh_CN"}, 1, true},
		{"an old code", in("en", "he"), []string{"iw"}, 1, true},
		{"British", in("en_US", "en_GB"), []string{"en-AU"}, 1, true},
		{"none suits", in("en", "de"), []string{"ja"}, 0, false},
		{"no preference", in("en", "de"), nil, 0, false},
		{"und", in("de", "en"), []string{"und"}, 0, false},
		{"no translation", nil, []string{"en"}, 0, false},
		{"unknown languages", in("xx", "yy", "de"), []string{"de"}, 2, true},
		{"only unknown ones", in("xx"), []string{"en"}, 0, false},
		{"paused", paused, []string{"de"}, 0, false},
	} {
		var tags []language.Tag
		for _, p := range tt.preferences {
			if tag, ok := template.ParsePreference(p); ok {
				tags = append(tags, tag)
			} else {
				tags = append(tags, language.Und)
			}
		}
		if got, ok := template.Choose(tt.translations, tags...); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %d, %v", tt.name, got, ok)
		}
	}
}

func TestParsePreference(t *testing.T) {
	for s, want := range map[string]string{
		"pt-BR": "pt-BR", "pt_BR": "pt-BR", "ZH-hant": "zh-Hant", "en-UK": "en-GB", "de-1996": "de-1996",
		"": "", "und": "", "x": "", "en US": "", "en;q=1": "", "de,en": "", "\xff": "", "é": "", "en\u202e": "",
		"a-" + strings.Repeat("b", 8) + strings.Repeat("-abcdefg", 4): "",
	} {
		tag, ok := template.ParsePreference(s)
		if ok != (want != "") || ok && tag.String() != want {
			t.Errorf("ParsePreference(%q) = %v, %v", s, tag, ok)
		}
	}
	const longest = "en-x-abcdefgh-ijklmnop-qrstuvwx-yz1" // 35 bytes
	if _, ok := template.ParsePreference(longest); !ok || len(longest) != template.MaxPreference {
		t.Errorf("%q is no tag of %d bytes", longest, template.MaxPreference)
	}
	if _, ok := template.ParsePreference(longest + "2"); ok {
		t.Errorf("%d bytes are read", len(longest)+1)
	}
}
