package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// French addresses the reader with "veuillez". It has U+202F before a semicolon and
// U+00A0 before a colon, as it is printed in France.
//
//nolint:misspell // it is French
var french = catalogue{
	code:     "fr",
	script:   "Latn",
	tag:      func() language.Tag { return language.French },
	numerals: comma,

	place:   "{place}\u00A0: {text}",
	warning: "avertissement\u00A0: {text}",
	atMost:  "{measure}, maximum {limit}",
	atLeast: "{measure}, minimum {limit}",
	advice:  "{measure}\u00A0: {text}",
	span:    "{text} (à l’octet {n})",
	want:    "{text}\u202F; attendu\u00A0: {want}",

	found: forms{
		one:   "{n} problème trouvé, {limit} affichés\u202F; veuillez d’abord corriger ceux-ci",
		other: "{n} problèmes trouvés, {limit} affichés\u202F; veuillez d’abord corriger ceux-ci",
	},
	moreErrors: forms{
		one:   "{text} (et {n} autre erreur)",
		other: "{text} (et {n} autres erreurs)",
	},
	moreWarnings: forms{
		one:   "{text} (et {n} avertissement)",
		other: "{text} (et {n} avertissements)",
	},

	minus: "moins {text}",
	pair:  "{larger} et {smaller}",
	days:  forms{one: "{n} jour", other: "{n} jours"},
	hours: forms{one: "{n} heure", other: "{n} heures"},
	mins:  forms{one: "{n} minute", other: "{n} minutes"},
	sizes: [6]string{"{n}\u00A0Ko", "{n}\u00A0Mo", "{n}\u00A0Go", "{n}\u00A0To", "{n}\u00A0Po", "{n}\u00A0Eo"},

	units: [unitCount]forms{
		decorum.CodePoints:   {one: "{n} point de code", other: "{n} points de code"},
		decorum.UTF16Units:   {one: "{n} unité UTF-16", other: "{n} unités UTF-16"},
		decorum.Graphemes:    {one: "{n} graphème", other: "{n} graphèmes"},
		decorum.Bytes:        {one: "{n} octet", other: "{n} octets"},
		decorum.Items:        {one: "{n} élément", other: "{n} éléments"},
		decorum.Digits:       {one: "{n} chiffre", other: "{n} chiffres"},
		decorum.Lines:        {one: "{n} ligne", other: "{n} lignes"},
		decorum.Levels:       {one: "{n} niveau", other: "{n} niveaux"},
		decorum.Seconds:      {one: "{n} seconde", other: "{n} secondes"},
		decorum.Pixels:       {one: "{n} pixel", other: "{n} pixels"},
		decorum.MicroDegrees: {one: "{n} microdegré", other: "{n} microdegrés"},
		decorum.Words:        {one: "{n} mot", other: "{n} mots"},
	},
	codes: []codeText{
		{decorum.TooLong, "trop long\u202F; veuillez raccourcir"},
		{decorum.TooShort, "trop court\u202F; veuillez compléter"},
		{decorum.TooMany, "trop d’éléments\u202F; veuillez en retirer"},
		{decorum.TooFew, "pas assez d’éléments\u202F; veuillez en ajouter"},
		{decorum.TooLarge, "trop volumineux\u202F; veuillez réduire la taille"},
		{decorum.TooDeep, "imbrication trop profonde\u202F; veuillez simplifier la structure"},
		{decorum.OutOfRange, "hors des limites autorisées"},
		{decorum.Required, "valeur manquante\u202F; veuillez la renseigner"},
		{decorum.Blank, "rien de visible\u202F; veuillez saisir quelque chose de visible"},
		{decorum.InvalidUTF8, "UTF-8 non valide\u202F; veuillez réencoder"},
		{decorum.Malformed, "format incorrect"},
		{decorum.ForbiddenCharacter, "contient un caractère non autorisé ici\u202F; veuillez le supprimer"},
		{decorum.ForbiddenSpacing, "contient un saut de ligne, une tabulation ou plus de quatre espaces consécutifs\u202F; veuillez utiliser des espaces simples"},
		{decorum.Duplicate, "apparaît une deuxième fois\u202F; doit être unique"},
		{decorum.Unknown, "inconnu"},
		{decorum.Unsupported, "non pris en charge ici"},
		{decorum.Unexpected, "n’a pas sa place ici\u202F; veuillez le supprimer"},
		{decorum.Conflict, "incompatible avec une autre valeur indiquée\u202F; veuillez supprimer l’une des deux"},
		{decorum.Mismatch, "ne concorde pas avec une autre valeur\u202F; veuillez les faire concorder"},
		{decorum.Truncated, "il y a plus de problèmes que ceux affichés\u202F; veuillez d’abord corriger ceux-ci"},
		{decorum.MissingPrivilege, "il manque un privilège à l’agent"},
		{decorum.WrongState, "impossible dans l’état actuel"},
		{decorum.WindowClosed, "la fenêtre de réponse de 24 heures est fermée\u202F; veuillez envoyer une notification"},
		{decorum.DefaultNotificationUnset, "aucune notification par défaut n’est configurée\u202F; veuillez définir son texte, son identifiant et sa langue"},
		{decorum.CapacityReached, "l’agent n’a plus de capacité disponible"},
		{decorum.NotFound, "fait référence à un élément introuvable"},
		{decorum.Stale, "établi il y a trop longtemps\u202F; veuillez vérifier à nouveau"},
		{decorum.Deprecated, "obsolète\u202F; veuillez ne plus l’utiliser"},
		{decorum.Insecure, "non protégé\u202F; veuillez utiliser https"},
		{decorum.Unsafe, "peut être dangereux à l’ouverture\u202F; veuillez ne pas l’envoyer ni l’ouvrir"},
		{decorum.TypeNotAllowed, "ce type de fichier ne peut pas être envoyé ici"},
		{decorum.UnknownCountryCode, "ne commence par l’indicatif d’aucun pays\u202F; veuillez vérifier les chiffres après le signe plus"},
		{decorum.NotInPlan, "absent du plan de numérotation du pays\u202F; veuillez vérifier les chiffres"},
		{decorum.Ambiguous, "peut avoir plusieurs sens\u202F; veuillez préciser"},
		{decorum.Disabled, "désactivé ou non configuré"},
		{decorum.OutOfOrder, "n’est pas dans le bon ordre"},
		{decorum.Gap, "saute un numéro\u202F; veuillez numéroter sans interruption"},
		{decorum.Adjacent, "touche l’élément voisin\u202F; veuillez placer du texte entre les deux"},
		{decorum.AtEdge, "se trouve tout au début ou à la fin\u202F; veuillez l’entourer de texte"},
		{decorum.Misleading, "ressemble à ce qu’il n’est pas\u202F; veuillez vérifier"},
		{decorum.NotApproved, "ce modèle n’est pas approuvé pour l’envoi actuellement"},
		{decorum.OptedOut, "le contact ne souhaite pas recevoir de messages de ce type"},
		{decorum.TooOld, "trop ancien"},
		{decorum.Recommended, "fonctionne, mais une autre valeur est recommandée"},
		{decorum.NotReady, "l’agent n’est pas prêt pour ce média"},
		{decorum.WrongType, "n’est pas du type attendu ici\u202f; donnez une valeur de ce type"},
	},
	other: "enfreint une règle que cette version ne connaît pas",
}
