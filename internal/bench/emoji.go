package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/forPelevin/gomoji"
	kyokomi "github.com/kyokomi/emoji/v2"
	"github.com/rivo/uniseg"

	"github.com/decorum-go/decorum"
	"github.com/decorum-go/decorum/emoji"
)

// fill repeats a text up to a kilobyte, cut between graphemes.
func fill(text string) string {
	return decorum.Limit{Max: kilobyte, Unit: decorum.Bytes}.Fit(strings.Repeat(text, kilobyte/len(text)+1))
}

// chat is a kilobyte of talk in five scripts with 29 different emojis.
const chat = "Olá, tudo bem? 😀 Não há previsão hoje, só amanhã ❤️ 🙏🏽 até logo 👋 " +
	"Sí, claro que sí, mañana a las 10:30 👍🏽 ¿está bien así? 🤔 gracias por todo 🎉 " +
	"नमस्ते 🙏 आप कैसे हैं, ऑर्डर कल आएगा 📦 🚚 धन्यवाद 😊 " +
	"مرحبا بك في متجرنا 🇧🇷 🇸🇦 شكرا جزيلا لك 🌹 " +
	"こんにちは、ご注文ありがとうございます 😄 明日お届けします 🏠 ⏰ " +
	"ok, see you at the station then 👨‍👩‍👧 we will be four and the dog 🐶 🚗 " +
	"is it open on Sundays? ❓ yes, from nine to five ✅ great, see you there 😎 🥳 " +
	"Obrigado pela atenção, foi ótimo falar com você 💙 🫶🏾 até a próxima 🌞 " +
	"please send me the invoice by mail 📧 it is attached 📎 thank you very much 💯 " +
	"and have a nice weekend, all of you, and greetings to the whole family at home. " +
	"We are glad that you chose us, and look forward to hearing from you again soon. Take care and stay well. "

func emojiAreas() []area {
	var areas []area
	for _, in := range []struct {
		name, text                    string
		find, segment, remove, memory float64
	}{
		{"1 KB chat, ASCII", asciiText(), 100, 5, 100, 0.2},
		{"1 KB chat, Latin with accents", fill("Olá! Não há atenção maior: já começou a promoção de verão, até amanhã. "), 100, 5, 100, 0},
		{"1 KB chat, five scripts and 29 emojis", fill(chat), 100, 5, 80, 0},
		{"1 KB chat, Japanese", fill("こんにちは、ご注文の品は明日の午前中に届く予定です。ありがとうございます。🙏"), 100, 5, 80, 0},
		{"1 KB of nothing but emojis", fill("👍🏽❤️👨‍👩‍👧‍👦🇧🇷😀😂🥰👩🏽‍🚀🏳️‍🌈🎉✅"), 0, 5, 0, 0},
	} {
		text := in.text
		areas = append(areas, area{
			name:  "emoji: find all, " + in.name,
			check: func() error { return sameEmojis(text) },
			candidates: []candidate{
				{name: "emoji.Find", run: func() {
					for span, e := range emoji.Find(text) {
						sink += span.Start + len(e.String())
					}
				}},
				{name: "forPelevin/gomoji FindAll (distinct)", run: func() { sink += len(gomoji.FindAll(text)) }, target: in.find},
				{name: "forPelevin/gomoji CollectAll", run: func() { sink += len(gomoji.CollectAll(text)) }, target: in.find},
				{name: "rivo/uniseg, segmentation alone", run: func() { sink += uniseg.GraphemeClusterCount(text) }, target: in.segment},
				{name: "utf8.ValidString", run: func() { _ = utf8.ValidString(text) }, limit: true},
				{name: "one pass over memory (strings.Count)", run: func() { sink += strings.Count(text, "\x00") }, target: in.memory, limit: true},
			},
		}, area{
			name:  "emoji: remove, " + in.name,
			check: func() error { return same(emoji.Remove(text), withoutEmojis(text)) },
			candidates: []candidate{
				{name: "emoji.AppendRemove", run: func() { emojiBuffer = emoji.AppendRemove(emojiBuffer[:0], text) }},
				{name: "emoji.Remove", run: func() { sink += len(emoji.Remove(text)) }},
				{name: "forPelevin/gomoji RemoveEmojis", run: func() { sink += len(gomoji.RemoveEmojis(text)) }, target: in.remove},
				{name: "copy", run: func() { emojiBuffer = append(emojiBuffer[:0], text...) }, limit: true},
			},
		})
	}
	return append(slices.Concat(areas, singleAreas()), shortcodeArea())
}

// withoutEmojis is what emoji.Remove must give. gomoji.RemoveEmojis also trims
// spaces, so its text is not the measure.
func withoutEmojis(text string) string {
	for _, e := range gomoji.CollectAll(text) {
		text = strings.Replace(text, e.Character, "", 1)
	}
	return text
}

var emojiBuffer = make([]byte, 0, 8*kilobyte)

// sameEmojis compares with gomoji.CollectAll, on texts whose emojis it knows.
func sameEmojis(text string) error {
	var ours, theirs []string
	for _, e := range emoji.Find(text) {
		ours = append(ours, e.String())
	}
	for _, e := range gomoji.CollectAll(text) {
		theirs = append(theirs, e.Character)
	}
	return same(strings.Join(ours, " "), strings.Join(theirs, " "))
}

func singleAreas() []area {
	var areas []area
	for _, in := range []struct{ name, text string }{
		{"a thumb with a skin tone", "👍🏽"}, {"a family", "👨‍👩‍👧‍👦"}, {"a word", "thanks"},
	} {
		text := in.text
		areas = append(areas, area{
			name: "emoji: is it one emoji, " + in.name,
			check: func() error {
				_, ok := emoji.Single(text)
				return same(ok, segmentedSingle(text))
			},
			candidates: []candidate{
				{name: "emoji.Single", run: func() {
					if _, ok := emoji.Single(text); ok {
						sink++
					}
				}},
				{name: "rivo/uniseg and gomoji.ContainsEmoji", run: func() {
					if segmentedSingle(text) {
						sink++
					}
				}, target: 5},
				{name: "forPelevin/gomoji GetInfo", run: func() {
					if _, err := gomoji.GetInfo(text); err == nil {
						sink++
					}
				}},
			},
		})
	}
	return areas
}

func segmentedSingle(text string) bool {
	return uniseg.GraphemeClusterCount(text) == 1 && gomoji.ContainsEmoji(text)
}

func shortcodeArea() area {
	text := fill("Thanks :wave: your order :package: is on its way :truck: and will be there by 10:30 :+1: ")
	return area{
		name: "emoji: expand shortcodes, 1 KB",
		check: func() error {
			if n := emoji.Count(emoji.Expand(text)); n < 40 {
				return fmt.Errorf("%d emojis", n)
			}
			// kyokomi puts a space after each emoji.
			return same(emoji.Expand(text), strings.ReplaceAll(kyokomi.Sprint(text), kyokomi.ReplacePadding+" ", " "))
		},
		candidates: []candidate{
			{name: "emoji.AppendExpand", run: func() { emojiBuffer = emoji.AppendExpand(emojiBuffer[:0], text) }},
			{name: "kyokomi/emoji Sprint", run: func() { sink += len(kyokomi.Sprint(text)) }, target: 6},
			{name: "copy", run: func() { emojiBuffer = append(emojiBuffer[:0], text...) }, limit: true},
		},
	}
}
