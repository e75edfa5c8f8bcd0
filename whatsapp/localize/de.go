package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// German asks with "bitte" and the infinitive, which addresses nobody by du or Sie.
var german = catalogue{
	code:     "de",
	script:   "Latn",
	tag:      func() language.Tag { return language.German },
	numerals: comma,
	regions: []region{
		{"CH LI", point},
	},

	place:   "{place}: {text}",
	warning: "Warnung: {text}",
	atMost:  "{measure}, höchstens {limit}",
	atLeast: "{measure}, mindestens {limit}",
	advice:  "{measure}: {text}",
	span:    "{text} (bei Byte {n})",
	want:    "{text}; erwartet: {want}",

	found: forms{
		one:   "{n} Problem gefunden, {limit} aufgeführt; bitte zuerst diese beheben",
		other: "{n} Probleme gefunden, {limit} aufgeführt; bitte zuerst diese beheben",
	},
	moreErrors: forms{
		one:   "{text} (und {n} weiterer Fehler)",
		other: "{text} (und {n} weitere Fehler)",
	},
	moreWarnings: forms{
		one:   "{text} (und {n} Warnung)",
		other: "{text} (und {n} Warnungen)",
	},

	minus: "minus {text}",
	pair:  "{larger} {smaller}",
	days:  forms{one: "{n} Tag", other: "{n} Tage"},
	hours: forms{one: "{n} Stunde", other: "{n} Stunden"},
	mins:  forms{one: "{n} Minute", other: "{n} Minuten"},
	sizes: [6]string{"{n} KB", "{n} MB", "{n} GB", "{n} TB", "{n} PB", "{n} EB"},

	units: [unitCount]forms{
		decorum.CodePoints:   {one: "{n} Codepunkt", other: "{n} Codepunkte"},
		decorum.UTF16Units:   {one: "{n} UTF-16-Einheit", other: "{n} UTF-16-Einheiten"},
		decorum.Graphemes:    {one: "{n} Graphem", other: "{n} Grapheme"},
		decorum.Bytes:        {one: "{n} Byte", other: "{n} Byte"},
		decorum.Items:        {one: "{n} Element", other: "{n} Elemente"},
		decorum.Digits:       {one: "{n} Ziffer", other: "{n} Ziffern"},
		decorum.Lines:        {one: "{n} Zeile", other: "{n} Zeilen"},
		decorum.Levels:       {one: "{n} Ebene", other: "{n} Ebenen"},
		decorum.Seconds:      {one: "{n} Sekunde", other: "{n} Sekunden"},
		decorum.Pixels:       {one: "{n} Pixel", other: "{n} Pixel"},
		decorum.MicroDegrees: {one: "{n} Mikrograd", other: "{n} Mikrograd"},
	},
	codes: []codeText{
		{decorum.TooLong, "zu lang; bitte kürzen"},
		{decorum.TooShort, "zu kurz; bitte ergänzen"},
		{decorum.TooMany, "zu viele; bitte einige entfernen"},
		{decorum.TooFew, "zu wenige; bitte weitere hinzufügen"},
		{decorum.TooLarge, "zu groß; bitte verkleinern"},
		{decorum.TooDeep, "zu tief verschachtelt; bitte vereinfachen"},
		{decorum.OutOfRange, "außerhalb des zulässigen Bereichs"},
		{decorum.Required, "fehlt; bitte einen Wert angeben"},
		{decorum.Blank, "nichts zu sehen; bitte etwas Sichtbares eingeben"},
		{decorum.InvalidUTF8, "kein gültiges UTF-8; bitte neu kodieren"},
		{decorum.Malformed, "nicht richtig aufgebaut"},
		{decorum.ForbiddenCharacter, "enthält ein Zeichen, das hier nicht erlaubt ist; bitte entfernen"},
		{decorum.ForbiddenSpacing, "enthält einen Zeilenumbruch, einen Tabulator oder mehr als vier Leerzeichen in Folge; bitte einzelne Leerzeichen verwenden"},
		{decorum.Duplicate, "kommt ein zweites Mal vor; muss eindeutig sein"},
		{decorum.Unknown, "nicht bekannt"},
		{decorum.Unsupported, "wird hier nicht unterstützt"},
		{decorum.Unexpected, "gehört nicht hierher; bitte entfernen"},
		{decorum.Conflict, "verträgt sich nicht mit einem anderen angegebenen Wert; bitte einen von beiden entfernen"},
		{decorum.Mismatch, "stimmt nicht mit einem anderen Wert überein; bitte angleichen"},
		{decorum.Truncated, "es gibt mehr Probleme als hier aufgeführt; bitte zuerst diese beheben"},
		{decorum.MissingPrivilege, "dem Agenten fehlt eine Berechtigung"},
		{decorum.WrongState, "im derzeitigen Zustand nicht möglich"},
		{decorum.WindowClosed, "das 24-Stunden-Antwortfenster ist geschlossen; bitte eine Benachrichtigung senden"},
		{decorum.DefaultNotificationUnset, "keine Standardbenachrichtigung konfiguriert; bitte Text, ID und Sprache festlegen"},
		{decorum.CapacityReached, "der Agent hat keine Kapazität mehr frei"},
		{decorum.NotFound, "verweist auf etwas, das es nicht gibt"},
		{decorum.Stale, "vor zu langer Zeit festgestellt; bitte erneut prüfen"},
		{decorum.Deprecated, "veraltet; bitte nicht mehr verwenden"},
		{decorum.Insecure, "ungeschützt; bitte https verwenden"},
		{decorum.Unsafe, "kann beim Öffnen Schaden anrichten; bitte weder senden noch öffnen"},
		{decorum.TypeNotAllowed, "dieser Dateityp darf hier nicht gesendet werden"},
		{decorum.UnknownCountryCode, "beginnt mit keiner Landesvorwahl; bitte die Ziffern nach dem Pluszeichen prüfen"},
		{decorum.NotInPlan, "im Nummernplan des Landes nicht vorgesehen; bitte die Ziffern prüfen"},
		{decorum.Ambiguous, "mehrdeutig; bitte genauer angeben"},
		{decorum.Disabled, "ausgeschaltet oder nicht konfiguriert"},
		{decorum.OutOfOrder, "steht in der falschen Reihenfolge"},
		{decorum.Gap, "überspringt eine Zahl; bitte lückenlos weiterzählen"},
		{decorum.Adjacent, "grenzt direkt an das Nachbarelement; bitte Text dazwischen einfügen"},
		{decorum.AtEdge, "steht ganz am Anfang oder Ende; bitte mit Text umgeben"},
		{decorum.Misleading, "sieht nach etwas aus, das es nicht ist; bitte prüfen"},
		{decorum.NotApproved, "diese Vorlage ist derzeit nicht zum Senden freigegeben"},
		{decorum.OptedOut, "der Kontakt wünscht keine Nachrichten dieser Art"},
		{decorum.TooOld, "zu alt"},
		{decorum.Recommended, "funktioniert, aber ein anderer Wert wird empfohlen"},
		{decorum.NotReady, "der Agent ist für dieses Medium nicht bereit"},
		{decorum.WrongType, "ist von anderer Art, als hier hingehört; geben Sie einen passenden Wert an"},
	},
	other: "verletzt eine Regel, die diese Version nicht kennt",
}
