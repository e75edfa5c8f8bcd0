package attachment

// The four-letter codes of an ISO base media file (ISO/IEC 14496-12) and of its
// forebear QuickTime, as big-endian numbers.
const (
	brandQT   = 0x71742020 // "qt  "
	brandM4A  = 0x4D344120 // "M4A "
	brandM4B  = 0x4D344220 // "M4B "
	brandM4P  = 0x4D345020 // "M4P "
	brandMp41 = 0x6D703431 // "mp41"
	brandMp42 = 0x6D703432 // "mp42"
	brandAvc1 = 0x61766331 // "avc1"
	brandDash = 0x64617368 // "dash"
	brandM4V  = 0x4D345620 // "M4V "
	brandM4VH = 0x4D345648 // "M4VH"
	brandM4VP = 0x4D345650 // "M4VP"
	brandMSNV = 0x4D534E56 // "MSNV"
	brandXAVC = 0x58415643 // "XAVC"
	brandAvif = 0x61766966 // "avif"
	brandAvis = 0x61766973 // "avis"
	brandMif1 = 0x6D696631 // "mif1", any still picture
	brandMsf1 = 0x6D736631 // "msf1", any sequence of pictures

	prefixISO = 0x69736F // "iso" and "m" or a digit
	prefix3GP = 0x336770 // "3gp" and one more
	prefix3G2 = 0x336732 // "3g2" and one more
	prefixHEI = 0x686569 // "hei" and one more
	prefixHEV = 0x686576 // "hev" and one more
)

// sniffFtyp tells what a file is that begins with a file type box: by its major
// brand, else by the first compatible brand that is known.
func sniffFtyp(head []byte) Type {
	if t := brandType(be32(head[8:])); t.known() {
		return t
	}
	const most = 256 // brands are few
	for i := 16; i+4 <= len(head) && i < most && uint32(i) < be32(head); i += 4 {
		if t := brandType(be32(head[i:])); t.known() {
			return t
		}
	}
	if major := be32(head[8:]); major == brandMif1 || major == brandMsf1 {
		return HEIC
	}
	return UnknownType
}

func brandType(brand uint32) Type {
	switch brand {
	case brandMp41, brandMp42, brandAvc1, brandDash, brandM4V, brandM4VH, brandM4VP, brandMSNV, brandXAVC:
		return MP4
	case brandM4A, brandM4B, brandM4P:
		return M4A
	case brandQT:
		return QuickTime
	case brandAvif, brandAvis:
		return AVIF
	}
	switch brand >> 8 {
	case prefixISO:
		return MP4
	case prefix3GP, prefix3G2:
		return ThreeGP
	case prefixHEI, prefixHEV:
		return HEIC
	}
	return UnknownType
}

// isAtom reports whether a QuickTime film without a file type box can begin with
// this box.
func isAtom(box uint32) bool {
	switch box {
	case 0x6D6F6F76, 0x6D646174, 0x77696465, 0x66726565, 0x736B6970, 0x706E6F74: // moov mdat wide free skip pnot
		return true
	}
	return false
}
