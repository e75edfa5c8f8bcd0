package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// Arabic is Modern Standard Arabic. It asks with "يُرجى" and a noun of action, which
// addresses neither a man nor a woman. Its texts have no digits of their own,
// since those differ by region, and their first letter is Arabic.
var arabic = catalogue{
	code:   "ar",
	script: "Arab",
	tag:    func() language.Tag { return language.Arabic },
	regions: []region{
		{"DZ LY MA TN", comma},
		{"BH DJ EG ER IL IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE", arabicIndic},
	},
	rightToLeft: true,

	place:   "{place}: {text}",
	warning: "تحذير: {text}",
	atMost:  "{measure}، والحد الأقصى {limit}",
	atLeast: "{measure}، والحد الأدنى {limit}",
	advice:  "{measure}: {text}",
	span:    "{text} (عند البايت {n})",
	want:    "{text}؛ المتوقع: {want}",

	found: forms{
		zero:  "عُثر على {n} مشكلة، والمدرج منها {limit}؛ يُرجى إصلاح المدرجة أولًا",
		one:   "عُثر على مشكلة واحدة، والمدرج {limit}؛ يُرجى إصلاح المدرجة أولًا",
		two:   "عُثر على مشكلتين، والمدرج منهما {limit}؛ يُرجى إصلاح المدرجة أولًا",
		few:   "عُثر على {n} مشكلات، والمدرج منها {limit}؛ يُرجى إصلاح المدرجة أولًا",
		many:  "عُثر على {n} مشكلة، والمدرج منها {limit}؛ يُرجى إصلاح المدرجة أولًا",
		other: "عُثر على {n} مشكلة، والمدرج منها {limit}؛ يُرجى إصلاح المدرجة أولًا",
	},
	moreErrors: forms{
		zero:  "{text} (و{n} خطأ آخر)",
		one:   "{text} (وخطأ واحد آخر)",
		two:   "{text} (وخطآن آخران)",
		few:   "{text} (و{n} أخطاء أخرى)",
		many:  "{text} (و{n} خطأً آخر)",
		other: "{text} (و{n} خطأ آخر)",
	},
	moreWarnings: forms{
		zero:  "{text} (و{n} تحذير)",
		one:   "{text} (وتحذير واحد)",
		two:   "{text} (وتحذيران)",
		few:   "{text} (و{n} تحذيرات)",
		many:  "{text} (و{n} تحذيرًا)",
		other: "{text} (و{n} تحذير)",
	},

	minus: "ناقص {text}",
	pair:  "{larger} و{smaller}",
	days: forms{
		zero: "{n} يوم", one: "يوم واحد", two: "يومان",
		few: "{n} أيام", many: "{n} يومًا", other: "{n} يوم",
	},
	hours: forms{
		zero: "{n} ساعة", one: "ساعة واحدة", two: "ساعتان",
		few: "{n} ساعات", many: "{n} ساعة", other: "{n} ساعة",
	},
	mins: forms{
		zero: "{n} دقيقة", one: "دقيقة واحدة", two: "دقيقتان",
		few: "{n} دقائق", many: "{n} دقيقة", other: "{n} دقيقة",
	},
	sizes: [6]string{"{n} كيلوبايت", "{n} ميغابايت", "{n} غيغابايت", "{n} تيرابايت", "{n} بيتابايت", "{n} إكسابايت"},

	units: [unitCount]forms{
		decorum.CodePoints: {
			zero: "{n} نقطة ترميز", one: "نقطة ترميز واحدة", two: "نقطتا ترميز",
			few: "{n} نقاط ترميز", many: "{n} نقطة ترميز", other: "{n} نقطة ترميز",
		},
		decorum.UTF16Units: {
			zero: "{n} وحدة UTF-16", one: "وحدة UTF-16 واحدة", two: "وحدتا UTF-16",
			few: "{n} وحدات UTF-16", many: "{n} وحدة UTF-16", other: "{n} وحدة UTF-16",
		},
		decorum.Graphemes: {
			zero: "{n} وحدة كتابية", one: "وحدة كتابية واحدة", two: "وحدتان كتابيتان",
			few: "{n} وحدات كتابية", many: "{n} وحدة كتابية", other: "{n} وحدة كتابية",
		},
		decorum.Bytes: {
			zero: "{n} بايت", one: "بايت واحد", two: "بايتان",
			few: "{n} بايت", many: "{n} بايت", other: "{n} بايت",
		},
		decorum.Items: {
			zero: "{n} عنصر", one: "عنصر واحد", two: "عنصران",
			few: "{n} عناصر", many: "{n} عنصرًا", other: "{n} عنصر",
		},
		decorum.Digits: {
			zero: "{n} رقم", one: "رقم واحد", two: "رقمان",
			few: "{n} أرقام", many: "{n} رقمًا", other: "{n} رقم",
		},
		decorum.Lines: {
			zero: "{n} سطر", one: "سطر واحد", two: "سطران",
			few: "{n} أسطر", many: "{n} سطرًا", other: "{n} سطر",
		},
		decorum.Levels: {
			zero: "{n} مستوى", one: "مستوى واحد", two: "مستويان",
			few: "{n} مستويات", many: "{n} مستوى", other: "{n} مستوى",
		},
		decorum.Seconds: {
			zero: "{n} ثانية", one: "ثانية واحدة", two: "ثانيتان",
			few: "{n} ثوانٍ", many: "{n} ثانية", other: "{n} ثانية",
		},
		decorum.Pixels: {
			zero: "{n} بكسل", one: "بكسل واحد", two: "بكسلان",
			few: "{n} بكسل", many: "{n} بكسل", other: "{n} بكسل",
		},
		decorum.MicroDegrees: {
			zero: "{n} ميكرودرجة", one: "ميكرودرجة واحدة", two: "ميكرودرجتان",
			few: "{n} ميكرودرجات", many: "{n} ميكرودرجة", other: "{n} ميكرودرجة",
		},
		decorum.Words: {
			zero: "{n} كلمة", one: "كلمة واحدة", two: "كلمتان",
			few: "{n} كلمات", many: "{n} كلمة", other: "{n} كلمة",
		},
	},
	codes: []codeText{
		{decorum.TooLong, "طويل جدًا؛ يُرجى تقصيره"},
		{decorum.TooShort, "قصير جدًا؛ يُرجى إكماله"},
		{decorum.TooMany, "العدد أكبر من المسموح به؛ يُرجى حذف بعض العناصر"},
		{decorum.TooFew, "العدد أقل من المطلوب؛ يُرجى إضافة المزيد"},
		{decorum.TooLarge, "الحجم كبير جدًا؛ يُرجى تصغيره"},
		{decorum.TooDeep, "مستويات التداخل كثيرة جدًا؛ يُرجى تبسيط البنية"},
		{decorum.OutOfRange, "خارج النطاق المسموح به"},
		{decorum.Required, "القيمة مفقودة؛ يُرجى إدخالها"},
		{decorum.Blank, "لا يوجد شيء مرئي؛ يُرجى كتابة شيء مرئي"},
		{decorum.InvalidUTF8, "ليس بترميز UTF-8 صالح؛ يُرجى إعادة ترميزه"},
		{decorum.Malformed, "الصيغة غير صحيحة"},
		{decorum.ForbiddenCharacter, "يحتوي على رمز غير مسموح به هنا؛ يُرجى حذفه"},
		{decorum.ForbiddenSpacing, "يحتوي على سطر جديد أو علامة جدولة أو أكثر من أربع مسافات متتالية؛ يُرجى استخدام مسافات مفردة"},
		{decorum.Duplicate, "يظهر مرة ثانية؛ يجب أن يكون فريدًا"},
		{decorum.Unknown, "غير معروف"},
		{decorum.Unsupported, "غير مدعوم هنا"},
		{decorum.Unexpected, "لا مكان له هنا؛ يُرجى حذفه"},
		{decorum.Conflict, "يتعارض مع قيمة أخرى؛ يُرجى حذف إحداهما"},
		{decorum.Mismatch, "لا يتطابق مع قيمة أخرى؛ يُرجى جعلهما متطابقتين"},
		{decorum.Truncated, "توجد مشكلات أكثر من المدرجة؛ يُرجى إصلاح المدرجة أولًا"},
		{decorum.MissingPrivilege, "ليس لدى الوكيل الصلاحية اللازمة"},
		{decorum.WrongState, "غير ممكن في الحالة الحالية"},
		{decorum.WindowClosed, "أُغلقت نافذة الرد البالغة أربعًا وعشرين ساعة؛ يُرجى إرسال إشعار"},
		{decorum.DefaultNotificationUnset, "لم يتم إعداد إشعار افتراضي؛ يُرجى تحديد نصه ومعرّفه ولغته"},
		{decorum.CapacityReached, "لم تعد لدى الوكيل سعة متاحة"},
		{decorum.NotFound, "يشير إلى شيء غير موجود"},
		{decorum.Stale, "مضى وقت طويل على التحقق منه؛ يُرجى التحقق مجددًا"},
		{decorum.Deprecated, "لم يعد يوصى باستخدامه؛ يُرجى عدم الاعتماد عليه"},
		{decorum.Insecure, "غير محمي؛ يُرجى استخدام https"},
		{decorum.Unsafe, "قد يسبب ضررًا عند فتحه؛ يُرجى عدم إرساله أو فتحه"},
		{decorum.TypeNotAllowed, "لا يُسمح بإرسال هذا النوع من الملفات هنا"},
		{decorum.UnknownCountryCode, "لا يبدأ برمز أي بلد؛ يُرجى التحقق من الأرقام التي تلي علامة الجمع"},
		{decorum.NotInPlan, "غير موجود في خطة ترقيم بلده؛ يُرجى التحقق من الأرقام"},
		{decorum.Ambiguous, "يحتمل أكثر من معنى؛ يُرجى التوضيح"},
		{decorum.Disabled, "معطّل أو لم يتم إعداده"},
		{decorum.OutOfOrder, "ليس في الترتيب الصحيح"},
		{decorum.Gap, "تم تخطي رقم؛ يُرجى الترقيم بالتسلسل دون انقطاع"},
		{decorum.Adjacent, "ملاصق للعنصر المجاور؛ يُرجى وضع نص بينهما"},
		{decorum.AtEdge, "يقع في البداية تمامًا أو في النهاية؛ يُرجى إحاطته بنص"},
		{decorum.Misleading, "يبدو على غير حقيقته؛ يُرجى التحقق منه"},
		{decorum.NotApproved, "هذا القالب غير معتمد للإرسال حاليًا"},
		{decorum.OptedOut, "لا ترغب جهة الاتصال في تلقي رسائل من هذا النوع"},
		{decorum.TooOld, "قديم جدًا"},
		{decorum.Recommended, "يعمل، لكن يوصى بقيمة أخرى"},
		{decorum.NotReady, "الوكيل غير جاهز لهذه الوسيلة"},
		{decorum.WrongType, "من نوع غير النوع المطلوب هنا؛ أدخل قيمة من النوع المطلوب"},
	},
	other: "يخالف قاعدة لا يعرفها هذا الإصدار",
}
