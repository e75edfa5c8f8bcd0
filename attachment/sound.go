package attachment

// sniffAMR tells the two AMR codecs apart; other texts beginning with "#!" are
// scripts.
func sniffAMR(head []byte) Type {
	switch {
	case hasPrefix(head, "#!AMR\n"), hasPrefix(head, "#!AMR_MC1.0\n"):
		return AMR
	case hasPrefix(head, "#!AMR-WB\n"), hasPrefix(head, "#!AMR-WB_MC1.0\n"):
		return AMRWB
	}
	return sniffText(head)
}

// sniffOgg tells what the first packet of an Ogg stream (RFC 3533) begins.
func sniffOgg(head []byte) Type {
	const segments = 26 // where the page says how many segments it has
	if len(head) <= segments {
		return Ogg
	}
	i := segments + 1 + int(head[segments])
	if i+8 > len(head) {
		return Ogg
	}
	switch be32(head[i:]) {
	case 0x4F707573: // Opus
		if be32(head[i+4:]) == 0x48656164 { // Head
			return Opus
		}
	case 0x01766F72: // \1vor
		if be32(head[i+4:])>>8 == 0x626973 { // bis
			return Vorbis
		}
	case 0x80746865, 0x66697368: // \x80the(ora), fish(ead): a film, or its index
		return OggVideo
	}
	return Ogg
}

// sniffFrame tells AAC with ADTS headers and MP3 without a tag by their first
// frame, and by the second where the head reaches it. head has 12 bytes or more
// and begins with 0xFF.
func sniffFrame(head []byte) Type {
	if head[1]&0xF6 == 0xF0 {
		if n := adtsFrame(head); n > 0 && (n+7 > len(head) || adtsFrame(head[n:]) > 0) {
			return AAC
		}
	}
	if n := mp3Frame(head); n > 0 && (n+4 > len(head) || mp3Frame(head[n:]) > 0) {
		return MP3
	}
	return UnknownType
}

// sniffID3 tells what follows an ID3 tag. Where the head does not reach beyond
// the tag, it is MP3, for which the tag was made.
func sniffID3(head []byte) Type {
	size := int(head[6]&0x7F)<<21 | int(head[7]&0x7F)<<14 | int(head[8]&0x7F)<<7 | int(head[9]&0x7F)
	next := 10 + size
	if next+7 <= len(head) && head[next] == 0xFF && head[next+1]&0xF6 == 0xF0 && adtsFrame(head[next:]) > 0 {
		return AAC
	}
	if next+4 <= len(head) && string(head[next:next+4]) == "fLaC" {
		return FLAC
	}
	return MP3
}

// adtsFrame returns the length of the ADTS frame (ISO/IEC 13818-7) that b begins
// with, 0 for none.
func adtsFrame(b []byte) int {
	if len(b) < 7 || b[0] != 0xFF || b[1]&0xF6 != 0xF0 || b[2]>>2&0x0F > 12 {
		return 0
	}
	n := int(b[3]&3)<<11 | int(b[4])<<3 | int(b[5])>>5
	if n < 7 {
		return 0
	}
	return n
}

// mp3Bitrates are the bit rates of layer III in kbit/s, of MPEG 1 and of MPEG 2
// and 2.5; mp3Rates the sampling rates of MPEG 1 in Hz.
var (
	mp3Bitrates = [2][16]int{
		{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0},
		{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0},
	}
	mp3Rates = [4]int{44100, 48000, 32000, 0}
)

// mp3Frame returns the length of the layer III frame (ISO/IEC 11172-3) that b
// begins with, 0 for none. Frames of free bit rate are none.
func mp3Frame(b []byte) int {
	if len(b) < 4 || b[0] != 0xFF || b[1]&0xE6 != 0xE2 {
		return 0
	}
	version := b[1] >> 3 & 3 // 0: MPEG 2.5, 1: reserved, 2: MPEG 2, 3: MPEG 1
	rate := mp3Rates[b[2]>>2&3]
	if version == 1 || rate == 0 {
		return 0
	}
	samples, column := 144, 0
	if version != 3 {
		samples, column = 72, 1
		rate >>= 1
		if version == 0 {
			rate >>= 1
		}
	}
	bitrate := mp3Bitrates[column][b[2]>>4]
	if bitrate == 0 {
		return 0
	}
	return samples*bitrate*1000/rate + int(b[2]>>1&1)
}
