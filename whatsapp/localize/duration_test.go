package localize_test

import (
	"math"
	"testing"
	"time"

	"github.com/decorum-go/decorum/whatsapp/localize"
)

func durationOf(seconds int64) time.Duration {
	const most = math.MaxInt64 / int64(time.Second)
	return time.Duration(min(seconds, most)) * time.Second
}

func TestDuration(t *testing.T) {
	const (
		s   = time.Second
		m   = time.Minute
		h   = time.Hour
		day = 24 * h
	)
	for _, test := range []struct {
		tag  string
		d    time.Duration
		want string
	}{
		{"en", 0, "0 seconds"},
		{"en", 1, "0 seconds"},
		{"en", s - 1, "0 seconds"},
		{"en", s, "1 second"},
		{"en", m - 1, "59 seconds"},
		{"en", m, "1 minute"},
		{"en", m + s, "1 minute 1 second"},
		{"en", h - 1, "59 minutes 59 seconds"},
		{"en", h, "1 hour"},
		{"en", h + 59*s, "1 hour"},
		{"en", h + m, "1 hour 1 minute"},
		{"en", day - 1, "23 hours 59 minutes"},
		{"en", day, "1 day"},
		{"en", day + h - 1, "1 day"},
		{"en", day + h, "1 day 1 hour"},
		{"en", 3 * day, "3 days"},
		{"en", math.MaxInt64, "106751 days 23 hours"},
		{"en", -1, "0 seconds"},
		{"en", -s, "minus 1 second"},
		{"en", -5 * m, "minus 5 minutes"},
		{"en", math.MinInt64, "minus 106751 days 23 hours"},
		{"es", day - s, "23 horas y 59 minutos"},
		{"es", -day, "menos 1 día"},
		{"pt", day - s, "23 horas e 59 minutos"},
		{"de", day - s, "23 Stunden 59 Minuten"},
		{"de", 2*day + h, "2 Tage 1 Stunde"},
		{"fr", day - s, "23 heures et 59 minutes"},
		{"fr", 0, "0 seconde"},
		{"hi", day - s, "23 घंटे 59 मिनट"},
		{"hi", h, "1 घंटा"},
		{"id", day - s, "23 jam 59 menit"},
		{"ar", day - s, "23 ساعة و59 دقيقة"},
		{"ar_EG", day - s, "٢٣ ساعة و٥٩ دقيقة"},
		{"ar_EG", h + 2*m, "ساعة واحدة ودقيقتان"},
		{"ar", 3*day + 11*h, "3 أيام و11 ساعة"},
		{"ar", 2 * day, "يومان"},
		{"ar", -2 * s, "ناقص ثانيتان"},
	} {
		if got := localize.For(test.tag).Duration(test.d); got != test.want {
			t.Errorf("%s: Duration(%d) = %q, want %q", test.tag, test.d, got, test.want)
		}
	}
}
