package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// Spanish addresses the reader as usted and keeps to words that are understood on
// both sides of the Atlantic.
//
//nolint:misspell // it is Spanish
var spanish = catalogue{
	code:     "es",
	script:   "Latn",
	tag:      func() language.Tag { return language.Spanish },
	numerals: comma,
	regions: []region{
		{"419 BR BZ CU DO GT HN MX NI PA PE PR SV US", point},
	},

	place:   "{place}: {text}",
	warning: "advertencia: {text}",
	atMost:  "{measure}, máximo {limit}",
	atLeast: "{measure}, mínimo {limit}",
	advice:  "{measure}: {text}",
	span:    "{text} (en el byte {n})",
	want:    "{text}; se espera {want}",

	found: forms{
		one:   "se encontró {n} problema y se muestran {limit}; corrija primero estos",
		other: "se encontraron {n} problemas y se muestran {limit}; corrija primero estos",
	},
	moreErrors: forms{
		one:   "{text} (y {n} error más)",
		other: "{text} (y {n} errores más)",
	},
	moreWarnings: forms{
		one:   "{text} (y {n} advertencia)",
		other: "{text} (y {n} advertencias)",
	},

	minus: "menos {text}",
	pair:  "{larger} y {smaller}",
	days:  forms{one: "{n} día", other: "{n} días"},
	hours: forms{one: "{n} hora", other: "{n} horas"},
	mins:  forms{one: "{n} minuto", other: "{n} minutos"},
	sizes: [6]string{"{n} KB", "{n} MB", "{n} GB", "{n} TB", "{n} PB", "{n} EB"},

	units: [unitCount]forms{
		decorum.CodePoints:   {one: "{n} punto de código", other: "{n} puntos de código"},
		decorum.UTF16Units:   {one: "{n} unidad UTF-16", other: "{n} unidades UTF-16"},
		decorum.Graphemes:    {one: "{n} grafema", other: "{n} grafemas"},
		decorum.Bytes:        {one: "{n} byte", other: "{n} bytes"},
		decorum.Items:        {one: "{n} elemento", other: "{n} elementos"},
		decorum.Digits:       {one: "{n} dígito", other: "{n} dígitos"},
		decorum.Lines:        {one: "{n} línea", other: "{n} líneas"},
		decorum.Levels:       {one: "{n} nivel", other: "{n} niveles"},
		decorum.Seconds:      {one: "{n} segundo", other: "{n} segundos"},
		decorum.Pixels:       {one: "{n} píxel", other: "{n} píxeles"},
		decorum.MicroDegrees: {one: "{n} microgrado", other: "{n} microgrados"},
		decorum.Words:        {one: "{n} palabra", other: "{n} palabras"},
	},
	codes: []codeText{
		{decorum.TooLong, "demasiado largo; acórtelo"},
		{decorum.TooShort, "demasiado corto; alárguelo"},
		{decorum.TooMany, "hay demasiados elementos; quite algunos"},
		{decorum.TooFew, "faltan elementos; añada más"},
		{decorum.TooLarge, "demasiado grande; reduzca el tamaño"},
		{decorum.TooDeep, "demasiados niveles de anidamiento; simplifique la estructura"},
		{decorum.OutOfRange, "fuera del intervalo permitido"},
		{decorum.Required, "falta un valor; indíquelo"},
		{decorum.Blank, "no hay nada visible; escriba algo visible"},
		{decorum.InvalidUTF8, "no es UTF-8 válido; vuelva a codificarlo"},
		{decorum.Malformed, "el formato no es correcto"},
		{decorum.ForbiddenCharacter, "contiene un carácter que no se permite aquí; quítelo"},
		{decorum.ForbiddenSpacing, "contiene un salto de línea, una tabulación o más de cuatro espacios seguidos; use espacios simples"},
		{decorum.Duplicate, "aparece por segunda vez; debe ser único"},
		{decorum.Unknown, "desconocido"},
		{decorum.Unsupported, "no se admite aquí"},
		{decorum.Unexpected, "no corresponde aquí; quítelo"},
		{decorum.Conflict, "no es compatible con otro valor indicado; quite uno de los dos"},
		{decorum.Mismatch, "no coincide con otro valor; haga que concuerden"},
		{decorum.Truncated, "hay más problemas de los que se muestran; corrija primero estos"},
		{decorum.MissingPrivilege, "al agente le falta un privilegio"},
		{decorum.WrongState, "no es posible en el estado actual"},
		{decorum.WindowClosed, "la ventana de respuesta de 24 horas está cerrada; envíe una notificación"},
		{decorum.DefaultNotificationUnset, "no hay ninguna notificación predeterminada configurada; defina el texto, el identificador y el idioma"},
		{decorum.CapacityReached, "el agente ya no tiene capacidad disponible"},
		{decorum.NotFound, "hace referencia a algo que no existe"},
		{decorum.Stale, "se comprobó hace demasiado tiempo; vuelva a comprobarlo"},
		{decorum.Deprecated, "obsoleto; deje de usarlo"},
		{decorum.Insecure, "sin protección; use https"},
		{decorum.Unsafe, "puede causar daños al abrirse; no lo envíe ni lo abra"},
		{decorum.TypeNotAllowed, "este tipo de archivo no se puede enviar aquí"},
		{decorum.UnknownCountryCode, "no empieza por el prefijo telefónico de ningún país; revise los dígitos que siguen al signo más"},
		{decorum.NotInPlan, "no existe en el plan de numeración de su país; revise los dígitos"},
		{decorum.Ambiguous, "puede tener más de un significado; sea más específico"},
		{decorum.Disabled, "desactivado o sin configurar"},
		{decorum.OutOfOrder, "está en un orden incorrecto"},
		{decorum.Gap, "omite un número; numere sin saltos"},
		{decorum.Adjacent, "está pegado al elemento contiguo; ponga texto entre ambos"},
		{decorum.AtEdge, "está justo al principio o al final; ponga texto alrededor"},
		{decorum.Misleading, "parece algo que no es; compruébelo"},
		{decorum.NotApproved, "esta plantilla no está aprobada para enviarse en este momento"},
		{decorum.OptedOut, "el contacto no desea recibir mensajes de este tipo"},
		{decorum.TooOld, "demasiado antiguo"},
		{decorum.Recommended, "funciona, pero se recomienda otro valor"},
		{decorum.NotReady, "el agente no está listo para este medio"},
		{decorum.WrongType, "es de otro tipo que el que corresponde aquí; dé un valor de ese tipo"},
	},
	other: "incumple una regla que esta versión no conoce",
}
