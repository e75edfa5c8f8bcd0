package location

// Looks returns how many characters ParseMapURL looks at.
func Looks(template string) int { return scanTemplate(template).looks }

// AppendDegrees is what points and expansions write.
func AppendDegrees(dst []byte, v float64) []byte { return appendDegrees(dst, v) }
