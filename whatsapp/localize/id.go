package localize

import (
	"golang.org/x/text/language"

	"github.com/decorum-go/decorum"
)

// Indonesian has no plural forms; numbers alone tell how many.
var indonesian = catalogue{
	code:     "id",
	script:   "Latn",
	tag:      func() language.Tag { return language.Indonesian },
	numerals: comma,

	place:   "{place}: {text}",
	warning: "peringatan: {text}",
	atMost:  "{measure}, maksimal {limit}",
	atLeast: "{measure}, minimal {limit}",
	advice:  "{measure}: {text}",
	span:    "{text} (pada byte {n})",
	want:    "{text}; yang diharapkan: {want}",

	found: forms{
		other: "{n} masalah ditemukan, {limit} ditampilkan; perbaiki yang ini terlebih dahulu",
	},
	moreErrors: forms{
		other: "{text} (dan {n} kesalahan lainnya)",
	},
	moreWarnings: forms{
		other: "{text} (dan {n} peringatan)",
	},

	minus: "minus {text}",
	pair:  "{larger} {smaller}",
	days:  forms{other: "{n} hari"},
	hours: forms{other: "{n} jam"},
	mins:  forms{other: "{n} menit"},
	sizes: [6]string{"{n} KB", "{n} MB", "{n} GB", "{n} TB", "{n} PB", "{n} EB"},

	units: [unitCount]forms{
		decorum.CodePoints:   {other: "{n} titik kode"},
		decorum.UTF16Units:   {other: "{n} unit UTF-16"},
		decorum.Graphemes:    {other: "{n} grafem"},
		decorum.Bytes:        {other: "{n} byte"},
		decorum.Items:        {other: "{n} item"},
		decorum.Digits:       {other: "{n} digit"},
		decorum.Lines:        {other: "{n} baris"},
		decorum.Levels:       {other: "{n} tingkat"},
		decorum.Seconds:      {other: "{n} detik"},
		decorum.Pixels:       {other: "{n} piksel"},
		decorum.MicroDegrees: {other: "{n} mikroderajat"},
		decorum.Words:        {other: "{n} kata"},
	},
	codes: []codeText{
		{decorum.TooLong, "terlalu panjang; persingkat"},
		{decorum.TooShort, "terlalu pendek; lengkapi"},
		{decorum.TooMany, "terlalu banyak; kurangi"},
		{decorum.TooFew, "terlalu sedikit; tambahkan"},
		{decorum.TooLarge, "terlalu besar; perkecil ukurannya"},
		{decorum.TooDeep, "terlalu banyak tingkat bersarang; sederhanakan strukturnya"},
		{decorum.OutOfRange, "di luar rentang yang diizinkan"},
		{decorum.Required, "belum diisi; berikan nilainya"},
		{decorum.Blank, "tidak ada yang terlihat; tulis sesuatu yang terlihat"},
		{decorum.InvalidUTF8, "bukan UTF-8 yang valid; enkode ulang"},
		{decorum.Malformed, "formatnya tidak benar"},
		{decorum.ForbiddenCharacter, "berisi karakter yang tidak diizinkan di sini; hapus karakter tersebut"},
		{decorum.ForbiddenSpacing, "berisi baris baru, tab, atau lebih dari empat spasi berturut-turut; gunakan spasi tunggal"},
		{decorum.Duplicate, "muncul untuk kedua kalinya; harus unik"},
		{decorum.Unknown, "tidak dikenal"},
		{decorum.Unsupported, "tidak didukung di sini"},
		{decorum.Unexpected, "tidak seharusnya ada di sini; hapus"},
		{decorum.Conflict, "tidak dapat digunakan bersama nilai lain yang diberikan; hapus salah satunya"},
		{decorum.Mismatch, "tidak cocok dengan nilai lain; samakan keduanya"},
		{decorum.Truncated, "ada lebih banyak masalah daripada yang ditampilkan; perbaiki yang ini terlebih dahulu"},
		{decorum.MissingPrivilege, "agen tidak memiliki hak akses yang diperlukan"},
		{decorum.WrongState, "tidak dapat dilakukan dalam status saat ini"},
		{decorum.WindowClosed, "jendela balasan 24 jam sudah ditutup; kirim notifikasi"},
		{decorum.DefaultNotificationUnset, "notifikasi default belum dikonfigurasi; tetapkan teks, ID, dan bahasanya"},
		{decorum.CapacityReached, "kapasitas agen sudah penuh"},
		{decorum.NotFound, "merujuk ke sesuatu yang tidak ada"},
		{decorum.Stale, "hasil pemeriksaannya sudah terlalu lama; periksa lagi"},
		{decorum.Deprecated, "sudah usang; jangan digunakan lagi"},
		{decorum.Insecure, "tidak terlindungi; gunakan https"},
		{decorum.Unsafe, "dapat membahayakan jika dibuka; jangan kirim atau buka"},
		{decorum.TypeNotAllowed, "jenis file ini tidak boleh dikirim di sini"},
		{decorum.UnknownCountryCode, "tidak diawali kode negara mana pun; periksa angka setelah tanda plus"},
		{decorum.NotInPlan, "tidak ada dalam rencana penomoran negaranya; periksa angkanya"},
		{decorum.Ambiguous, "dapat berarti lebih dari satu hal; perjelas"},
		{decorum.Disabled, "dinonaktifkan atau belum dikonfigurasi"},
		{decorum.OutOfOrder, "urutannya salah"},
		{decorum.Gap, "melewatkan satu nomor; beri nomor secara berurutan"},
		{decorum.Adjacent, "menempel pada elemen di sebelahnya; beri teks di antaranya"},
		{decorum.AtEdge, "berada tepat di awal atau akhir; beri teks di sekitarnya"},
		{decorum.Misleading, "tampak berbeda dari yang sebenarnya; periksa"},
		{decorum.NotApproved, "templat ini saat ini tidak disetujui untuk dikirim"},
		{decorum.OptedOut, "kontak tidak ingin menerima pesan jenis ini"},
		{decorum.TooOld, "terlalu lama"},
		{decorum.Recommended, "berfungsi, tetapi nilai lain lebih disarankan"},
		{decorum.NotReady, "agen belum siap untuk media ini"},
		{decorum.WrongType, "jenisnya lain dari yang seharusnya di sini; berikan nilai dengan jenis yang sesuai"},
	},
	other: "melanggar aturan yang tidak dikenal oleh versi ini",
}
