package whatsapp

import (
	"slices"
	"time"
)

// The bounds of the memory of message ids: what is older than either is
// forgotten.
const (
	// MaxIDs is how many ids a session remembers.
	MaxIDs = 4096
	// IDLifetime is how long a session remembers an id.
	IDLifetime = 36 * time.Hour
)

// idKind keeps ids of different origin apart, so that no customer's message can
// pass for a message of the business.
type idKind byte

const (
	// idInbound is the WhatsApp id of an inbound message or a call.
	idInbound idKind = iota + 1
	// idLocal is the host's id of an outbound message.
	idLocal
	// idAnswer and idQuiet are the WhatsApp ids of accepted messages: of one that
	// ended a pending response, and of another one.
	idAnswer
	idQuiet
	// idFailed is the WhatsApp id or the local id of a message that failed.
	idFailed
	// idCall is the WhatsApp id of a call, and a step of it.
	idCall
)

// idMemory remembers ids and their instants, the last MaxIDs of the last
// IDLifetime. It is persistent: every value ever returned stays as it is, so that
// branches of a session share their past without sharing anything that changes.
//
// New ids stand in a small array within the value. When that is full, it becomes
// a sorted run, and runs of equal size are merged up to maxRun, as a binary
// counter carries: an id is copied at most seven times in its life, and a look-up
// is one binary search for each of at most 16 runs.
//
// An id is kept as a hash of 64 bits. That two of 4,096 ids share one has a
// chance of one in 2^41; the later one would then be taken for a repetition.
type idMemory struct {
	// recent holds the newest n ids, oldest first.
	recent [8]idEntry
	n      int
	// runs are sorted by hash each, and among each other from old to new. None is
	// ever written to.
	runs [][]idEntry
	// next numbers the next id.
	next uint64
}

// maxRun is the size up to which runs are merged.
const maxRun = 512

// An idEntry is an id: its hash, and its instant in milliseconds since 1970 above
// the lowest 16 bits of its number.
type idEntry struct{ hash, stamp uint64 }

func (e idEntry) millis() uint64 { return e.stamp >> 16 }

// age returns how many ids have come after the entry, next being the number of
// the next id.
func (e idEntry) age(next uint64) uint64 { return uint64(uint16(next - 1 - e.stamp)) } //nolint:gosec // the lowest 16 bits are meant

// millisOf returns the instant in milliseconds since 1970, rounded up; 0 for what
// lies before, and the largest that 48 bits hold for what lies far behind.
func millisOf(t time.Time) uint64 {
	ms := t.UnixMilli()
	if t.Nanosecond()%int(time.Millisecond) != 0 {
		ms++
	}
	return uint64(min(max(ms, 0), 1<<48-1)) //nolint:gosec // it is not negative
}

// hashID returns FNV-1a of the kind and the id, its bits mixed once more.
func hashID(kind idKind, id string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := (offset ^ uint64(kind)) * prime
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * prime
	}
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// find returns the instant of the id, and whether it is remembered at the
// instant.
func (m *idMemory) find(kind idKind, id string, at time.Time) (time.Time, bool) {
	hash, now := hashID(kind, id), millisOf(at)
	for i := m.n - 1; i >= 0; i-- {
		if m.recent[i].hash == hash {
			return m.alive(m.recent[i], now)
		}
	}
	for i := len(m.runs) - 1; i >= 0; i-- {
		run := m.runs[i]
		if k, found := slices.BinarySearchFunc(run, hash, compareHash); found {
			return m.alive(run[k], now)
		}
	}
	return time.Time{}, false
}

func compareHash(e idEntry, hash uint64) int {
	switch {
	case e.hash < hash:
		return -1
	case e.hash > hash:
		return 1
	default:
		return 0
	}
}

// alive returns the instant of the entry, unless it is forgotten.
func (m *idMemory) alive(e idEntry, now uint64) (time.Time, bool) {
	if e.age(m.next) >= MaxIDs || now >= e.millis()+uint64(IDLifetime/time.Millisecond) {
		return time.Time{}, false
	}
	return time.UnixMilli(int64(e.millis())).UTC(), true //nolint:gosec // 48 bits
}

// has reports whether the id is remembered at the instant.
func (m *idMemory) has(kind idKind, id string, at time.Time) bool {
	_, ok := m.find(kind, id, at)
	return ok
}

// remember keeps the id with the instant at.
func (m *idMemory) remember(kind idKind, id string, at time.Time) {
	m.add(hashID(kind, id), millisOf(at))
}

func (m *idMemory) add(hash, millis uint64) {
	if m.n == len(m.recent) {
		m.flush()
	}
	m.recent[m.n] = idEntry{hash, millis<<16 | m.next&0xffff}
	m.n++
	m.next++
}

// flush turns the recent ids into a run, merges, and drops what is forgotten for
// its number. Lists are put together from new to old, so that of equal hashes the
// newest stands first, where find finds it.
func (m *idMemory) flush() {
	drop, stay, size := 0, len(m.runs), m.n
	for drop < stay && m.held(drop) >= MaxIDs {
		drop++
	}
	for stay > drop && len(m.runs[stay-1]) <= size && size < maxRun {
		stay--
		size += len(m.runs[stay])
	}
	merged := make([]idEntry, 0, size)
	for i := m.n - 1; i >= 0; i-- {
		merged = append(merged, m.recent[i])
	}
	for i := len(m.runs) - 1; i >= stay; i-- {
		merged = append(merged, m.runs[i]...)
	}
	slices.SortStableFunc(merged, func(a, b idEntry) int { return compareHash(a, b.hash) })
	runs := make([][]idEntry, 0, stay-drop+1)
	m.runs = append(append(runs, m.runs[drop:stay]...), merged)
	m.n = 0
}

// held returns how many ids came after those of the run.
func (m *idMemory) held(run int) int {
	n := m.n
	for _, r := range m.runs[run+1:] {
		n += len(r)
	}
	return n
}

// all returns the entries from old to new.
func (m *idMemory) all() []idEntry {
	var all []idEntry
	for _, r := range m.runs {
		all = append(all, r...)
	}
	all = append(all, m.recent[:m.n]...)
	slices.SortFunc(all, func(a, b idEntry) int { return int(b.age(m.next)) - int(a.age(m.next)) })
	return slices.DeleteFunc(all, func(e idEntry) bool { return e.age(m.next) >= MaxIDs })
}
