package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// Portuguese is that of Brazil, as the CLDR has it for pt.
//
//nolint:misspell // it is Portuguese
var portuguese = catalogue{
	code:     "pt",
	script:   "Latn",
	tag:      func() language.Tag { return language.Portuguese },
	numerals: comma,

	place:   "{place}: {text}",
	warning: "aviso: {text}",
	atMost:  "{measure}, no máximo {limit}",
	atLeast: "{measure}, no mínimo {limit}",
	advice:  "{measure}: {text}",
	span:    "{text} (no byte {n})",
	want:    "{text}; esperado: {want}",

	found: forms{
		one:   "{n} problema encontrado, {limit} na lista; corrija estes primeiro",
		other: "{n} problemas encontrados, {limit} na lista; corrija estes primeiro",
	},
	moreErrors: forms{
		one:   "{text} (e mais {n} erro)",
		other: "{text} (e mais {n} erros)",
	},
	moreWarnings: forms{
		one:   "{text} (e {n} aviso)",
		other: "{text} (e {n} avisos)",
	},

	minus: "menos {text}",
	pair:  "{larger} e {smaller}",
	days:  forms{one: "{n} dia", other: "{n} dias"},
	hours: forms{one: "{n} hora", other: "{n} horas"},
	mins:  forms{one: "{n} minuto", other: "{n} minutos"},
	sizes: [6]string{"{n} KB", "{n} MB", "{n} GB", "{n} TB", "{n} PB", "{n} EB"},

	units: [unitCount]forms{
		decorum.CodePoints:   {one: "{n} ponto de código", other: "{n} pontos de código"},
		decorum.UTF16Units:   {one: "{n} unidade UTF-16", other: "{n} unidades UTF-16"},
		decorum.Graphemes:    {one: "{n} grafema", other: "{n} grafemas"},
		decorum.Bytes:        {one: "{n} byte", other: "{n} bytes"},
		decorum.Items:        {one: "{n} item", other: "{n} itens"},
		decorum.Digits:       {one: "{n} dígito", other: "{n} dígitos"},
		decorum.Lines:        {one: "{n} linha", other: "{n} linhas"},
		decorum.Levels:       {one: "{n} nível", other: "{n} níveis"},
		decorum.Seconds:      {one: "{n} segundo", other: "{n} segundos"},
		decorum.Pixels:       {one: "{n} pixel", other: "{n} pixels"},
		decorum.MicroDegrees: {one: "{n} micrograu", other: "{n} micrograus"},
		decorum.Words:        {one: "{n} palavra", other: "{n} palavras"},
	},
	codes: []codeText{
		{decorum.TooLong, "longo demais; encurte"},
		{decorum.TooShort, "curto demais; complete"},
		{decorum.TooMany, "itens demais; remova alguns"},
		{decorum.TooFew, "itens de menos; adicione mais"},
		{decorum.TooLarge, "grande demais; reduza o tamanho"},
		{decorum.TooDeep, "níveis de aninhamento demais; simplifique a estrutura"},
		{decorum.OutOfRange, "fora do intervalo permitido"},
		{decorum.Required, "falta um valor; informe-o"},
		{decorum.Blank, "não há nada visível; escreva algo visível"},
		{decorum.InvalidUTF8, "não é UTF-8 válido; codifique novamente"},
		{decorum.Malformed, "o formato não está correto"},
		{decorum.ForbiddenCharacter, "contém um caractere que não é permitido aqui; remova-o"},
		{decorum.ForbiddenSpacing, "contém uma quebra de linha, uma tabulação ou mais de quatro espaços seguidos; use espaços simples"},
		{decorum.Duplicate, "aparece pela segunda vez; deve ser único"},
		{decorum.Unknown, "desconhecido"},
		{decorum.Unsupported, "não é aceito aqui"},
		{decorum.Unexpected, "não deveria estar aqui; remova"},
		{decorum.Conflict, "não é compatível com outro valor informado; remova um dos dois"},
		{decorum.Mismatch, "não corresponde a outro valor; faça com que coincidam"},
		{decorum.Truncated, "há mais problemas do que os listados; corrija estes primeiro"},
		{decorum.MissingPrivilege, "falta um privilégio ao agente"},
		{decorum.WrongState, "não é possível no estado atual"},
		{decorum.WindowClosed, "a janela de resposta de 24 horas está fechada; envie uma notificação"},
		{decorum.DefaultNotificationUnset, "nenhuma notificação padrão está configurada; defina o texto, o identificador e o idioma"},
		{decorum.CapacityReached, "o agente não tem mais capacidade disponível"},
		{decorum.NotFound, "refere-se a algo que não existe"},
		{decorum.Stale, "foi verificado há tempo demais; verifique novamente"},
		{decorum.Deprecated, "obsoleto; deixe de usar"},
		{decorum.Insecure, "sem proteção; use https"},
		{decorum.Unsafe, "pode causar danos ao ser aberto; não envie nem abra"},
		{decorum.TypeNotAllowed, "este tipo de arquivo não pode ser enviado aqui"},
		{decorum.UnknownCountryCode, "não começa com o código de nenhum país; verifique os dígitos depois do sinal de mais"},
		{decorum.NotInPlan, "não existe no plano de numeração do país; verifique os dígitos"},
		{decorum.Ambiguous, "pode significar mais de uma coisa; seja mais específico"},
		{decorum.Disabled, "desativado ou não configurado"},
		{decorum.OutOfOrder, "está na ordem errada"},
		{decorum.Gap, "pula um número; numere sem lacunas"},
		{decorum.Adjacent, "está colado ao elemento vizinho; coloque texto entre eles"},
		{decorum.AtEdge, "está bem no início ou no fim; coloque texto em volta"},
		{decorum.Misleading, "parece algo que não é; verifique"},
		{decorum.NotApproved, "este modelo não está aprovado para envio no momento"},
		{decorum.OptedOut, "o contato não deseja receber mensagens deste tipo"},
		{decorum.TooOld, "antigo demais"},
		{decorum.Recommended, "funciona, mas outro valor é recomendado"},
		{decorum.NotReady, "o agente não está pronto para esta mídia"},
		{decorum.WrongType, "é de outro tipo que o esperado aqui; informe um valor desse tipo"},
	},
	other: "viola uma regra que esta versão não conhece",
}
