package phone

import "log/slog"

// LogValue returns the number for a log: the calling code and the last two
// digits, with an asterisk for each digit between, such as "+1********51". A
// national number of fewer than five digits is masked as a whole.
func (n Number) LogValue() slog.Value {
	var room [maxText]byte
	end := n.text(&room)
	if end == 0 {
		return slog.StringValue("")
	}
	from, to := 1+int(n.code().digits), end-2
	if end-from < 5 {
		to = end
	}
	for i := from; i < to; i++ {
		room[i] = '*'
	}
	return slog.StringValue(string(room[:end]))
}
