package option

// MaxKey is the longest key that is compared with the known names.
const MaxKey = maxKey

// Distance is the bounded edit distance.
func Distance(a, b string, most int) int { return distance(a, b, most) }

// Nearest is the known name that is nearest to a key.
func Nearest(key string) string { return nearest(key) }

// FieldOf returns the pointer to an option's field.
func FieldOf(o *Options, name string) any { return table[index(name)].field(o) }

// UnknownKeys returns the keys that are shown as not known, and how many more
// there are.
func UnknownKeys(section map[string]string) (first []string, more int) { return unknownKeys(section) }
