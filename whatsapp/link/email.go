package link

// email takes the address whose domain l is, after an "@". A local part that is
// none makes the domain no link either (UTS #58).
func (f *finder) email(l Link) bool {
	s, at := f.s, l.hostStart-1
	start := at
	for start > f.floor {
		_, p, size := decodeLast(s, start)
		if p&isEmail == 0 {
			break
		}
		start -= size
	}
	f.looked += at - start
	local := s[start:at]
	if local == "" || local[0] == '.' || local[len(local)-1] == '.' {
		return f.skip(l.end)
	}
	for i := 1; i < len(local); i++ {
		if local[i] == '.' && local[i-1] == '.' {
			return f.skip(l.end)
		}
	}
	const scheme = "mailto:"
	if start-len(scheme) >= f.floor && equalFold(scheme, s[start-len(scheme):start]) {
		start -= len(scheme)
	}
	l.kind, l.start, l.local = Email, start, at
	return f.found(l)
}

// localPart reports whether what stands before i is the beginning of the local
// part of an e-mail address: its letters go on to an "@".
func (f *finder) localPart(i int) bool {
	if f.atFrom <= i && i <= f.atEnd && f.atFrom < f.atEnd {
		return f.hasAt // looked at before
	}
	f.atFrom, f.hasAt = i, false
	for i < len(f.s) {
		b := f.s[i]
		if b == '@' {
			f.hasAt = true
			break
		}
		_, p, size := decode(f.s, i)
		if p&isEmail == 0 || b == '/' || b == '?' || b == '#' {
			break
		}
		i += size
		f.looked += size
	}
	f.atEnd = i
	return f.hasAt
}
