package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// Hindi uses the polite imperative and the loan words that interfaces have for
// technical things.
var hindi = catalogue{
	code:   "hi",
	script: "Deva",
	tag:    func() language.Tag { return language.Hindi },

	place:   "{place}: {text}",
	warning: "चेतावनी: {text}",
	atMost:  "{measure}, अधिकतम {limit}",
	atLeast: "{measure}, न्यूनतम {limit}",
	advice:  "{measure}: {text}",
	span:    "{text} (बाइट {n} पर)",
	want:    "{text}; अपेक्षित: {want}",

	found: forms{
		one:   "{n} समस्या मिली, {limit} सूची में; पहले इन्हें ठीक करें",
		other: "{n} समस्याएँ मिलीं, {limit} सूची में; पहले इन्हें ठीक करें",
	},
	moreErrors: forms{
		one:   "{text} (और {n} अन्य त्रुटि)",
		other: "{text} (और {n} अन्य त्रुटियाँ)",
	},
	moreWarnings: forms{
		one:   "{text} (और {n} चेतावनी)",
		other: "{text} (और {n} चेतावनियाँ)",
	},

	minus: "माइनस {text}",
	pair:  "{larger} {smaller}",
	days:  forms{one: "{n} दिन", other: "{n} दिन"},
	hours: forms{one: "{n} घंटा", other: "{n} घंटे"},
	mins:  forms{one: "{n} मिनट", other: "{n} मिनट"},
	sizes: [6]string{"{n} KB", "{n} MB", "{n} GB", "{n} TB", "{n} PB", "{n} EB"},

	units: [unitCount]forms{
		decorum.CodePoints:   {one: "{n} कोड पॉइंट", other: "{n} कोड पॉइंट"},
		decorum.UTF16Units:   {one: "{n} UTF-16 इकाई", other: "{n} UTF-16 इकाइयाँ"},
		decorum.Graphemes:    {one: "{n} ग्राफ़ीम", other: "{n} ग्राफ़ीम"},
		decorum.Bytes:        {one: "{n} बाइट", other: "{n} बाइट"},
		decorum.Items:        {one: "{n} आइटम", other: "{n} आइटम"},
		decorum.Digits:       {one: "{n} अंक", other: "{n} अंक"},
		decorum.Lines:        {one: "{n} पंक्ति", other: "{n} पंक्तियाँ"},
		decorum.Levels:       {one: "{n} स्तर", other: "{n} स्तर"},
		decorum.Seconds:      {one: "{n} सेकंड", other: "{n} सेकंड"},
		decorum.Pixels:       {one: "{n} पिक्सेल", other: "{n} पिक्सेल"},
		decorum.MicroDegrees: {one: "{n} माइक्रोडिग्री", other: "{n} माइक्रोडिग्री"},
		decorum.Words:        {one: "{n} शब्द", other: "{n} शब्द"},
	},
	codes: []codeText{
		{decorum.TooLong, "बहुत लंबा है; छोटा करें"},
		{decorum.TooShort, "बहुत छोटा है; और लिखें"},
		{decorum.TooMany, "संख्या बहुत अधिक है; कुछ हटाएँ"},
		{decorum.TooFew, "संख्या बहुत कम है; कुछ और जोड़ें"},
		{decorum.TooLarge, "आकार बहुत बड़ा है; इसे कम करें"},
		{decorum.TooDeep, "नेस्टिंग के स्तर बहुत अधिक हैं; संरचना को सरल बनाएँ"},
		{decorum.OutOfRange, "अनुमत सीमा से बाहर है"},
		{decorum.Required, "मान नहीं दिया गया है; मान दें"},
		{decorum.Blank, "कुछ भी दिखाई नहीं देता; कुछ ऐसा लिखें जो दिखाई दे"},
		{decorum.InvalidUTF8, "मान्य UTF-8 नहीं है; फिर से एन्कोड करें"},
		{decorum.Malformed, "फ़ॉर्मैट सही नहीं है"},
		{decorum.ForbiddenCharacter, "इसमें ऐसा वर्ण है जिसकी यहाँ अनुमति नहीं है; उसे हटाएँ"},
		{decorum.ForbiddenSpacing, "इसमें नई लाइन, टैब या लगातार चार से अधिक स्पेस हैं; केवल एक-एक स्पेस रखें"},
		{decorum.Duplicate, "दूसरी बार आया है; इसे दोहराएँ नहीं"},
		{decorum.Unknown, "अज्ञात है"},
		{decorum.Unsupported, "यहाँ समर्थित नहीं है"},
		{decorum.Unexpected, "यहाँ नहीं होना चाहिए; इसे हटाएँ"},
		{decorum.Conflict, "दिए गए किसी दूसरे मान के साथ नहीं हो सकता; दोनों में से एक हटाएँ"},
		{decorum.Mismatch, "किसी दूसरे मान से मेल नहीं खाता; दोनों को एक जैसा करें"},
		{decorum.Truncated, "जितनी समस्याएँ दिखाई गई हैं, उनसे अधिक मिली हैं; पहले इन्हें ठीक करें"},
		{decorum.MissingPrivilege, "एजेंट के पास ज़रूरी अधिकार नहीं है"},
		{decorum.WrongState, "मौजूदा स्थिति में संभव नहीं है"},
		{decorum.WindowClosed, "जवाब देने की 24 घंटे की अवधि समाप्त हो चुकी है; नोटिफ़िकेशन भेजें"},
		{decorum.DefaultNotificationUnset, "कोई डिफ़ॉल्ट नोटिफ़िकेशन सेट नहीं है; उसका टेक्स्ट, आईडी और भाषा सेट करें"},
		{decorum.CapacityReached, "एजेंट की क्षमता पूरी हो चुकी है"},
		{decorum.NotFound, "जिसका संदर्भ दिया गया है, वह मौजूद नहीं है"},
		{decorum.Stale, "बहुत पहले जाँचा गया था; फिर से जाँचें"},
		{decorum.Deprecated, "अब इसका उपयोग बंद किया जा रहा है; इस पर निर्भर न रहें"},
		{decorum.Insecure, "सुरक्षित नहीं है; https का उपयोग करें"},
		{decorum.Unsafe, "खोलने पर नुकसान पहुँचा सकता है; इसे न भेजें और न खोलें"},
		{decorum.TypeNotAllowed, "इस प्रकार की फ़ाइल यहाँ नहीं भेजी जा सकती"},
		{decorum.UnknownCountryCode, "किसी भी देश के कोड से शुरू नहीं होता; प्लस चिह्न के बाद के अंक जाँचें"},
		{decorum.NotInPlan, "अपने देश की नंबर योजना में नहीं है; अंक जाँचें"},
		{decorum.Ambiguous, "इसके एक से अधिक अर्थ हो सकते हैं; स्पष्ट करें"},
		{decorum.Disabled, "बंद है या कॉन्फ़िगर नहीं किया गया है"},
		{decorum.OutOfOrder, "गलत क्रम में है"},
		{decorum.Gap, "बीच की एक संख्या छूट गई है; संख्याएँ क्रम से दें"},
		{decorum.Adjacent, "पास वाले हिस्से से सटा हुआ है; दोनों के बीच टेक्स्ट रखें"},
		{decorum.AtEdge, "बिल्कुल शुरुआत या अंत में है; इसके आगे-पीछे टेक्स्ट रखें"},
		{decorum.Misleading, "जैसा दिखता है वैसा नहीं है; जाँच लें"},
		{decorum.NotApproved, "यह टेम्पलेट अभी भेजने के लिए स्वीकृत नहीं है"},
		{decorum.OptedOut, "यह संपर्क इस तरह के संदेश नहीं पाना चाहता"},
		{decorum.TooOld, "बहुत पुराना है"},
		{decorum.Recommended, "काम करता है, लेकिन किसी दूसरे मान का सुझाव दिया जाता है"},
		{decorum.NotReady, "एजेंट इस माध्यम के लिए तैयार नहीं है"},
		{decorum.WrongType, "यहाँ अपेक्षित प्रकार से अलग प्रकार का है; सही प्रकार का मान दें"},
	},
	other: "ऐसे नियम का उल्लंघन करता है जिसे यह संस्करण नहीं जानता",
}
