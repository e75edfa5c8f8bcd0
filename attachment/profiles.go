package attachment

// The two readings of a kilobyte and of a megabyte, in bytes.
const (
	kibibyte = 1 << 10
	mebibyte = 1 << 20
	kilobyte = 1_000
	megabyte = 1_000_000
)

// Workspace returns the profile of the guide, release 9.1 (AT1, AT2): PDF,
// DOC(X), PPT(X), XLS(X), JPEG, PNG, MP4, AAC, AMR and Opus, the last in names
// with .opus or .ogg. A file must be smaller than 100 MB, where 1 MB is 1,048,576
// bytes: at most 104,857,599 bytes.
func Workspace() Profile {
	return equally(bounds{100*mebibyte - 1, 100*mebibyte - 1},
		PDF, DOC, DOCX, PPT, PPTX, XLS, XLSX, JPEG, PNG, MP4, AAC, AMR, Opus,
	).WithoutExtension("oga")
}

// Workspace2020 returns the profile of the older guide, of 2020 (AT2): that of
// [Workspace] and M4A, MP3, OGA and OGG with any codec.
func Workspace2020() Profile {
	return equally(bounds{100*mebibyte - 1, 100*mebibyte - 1},
		PDF, DOC, DOCX, PPT, PPTX, XLS, XLSX, JPEG, PNG, MP4, AAC, AMR, Opus,
		M4A, MP3, Ogg, Vorbis,
	)
}

// CloudAPI returns the profile of Meta's Cloud API (its media table of
// 2 December 2025): audio and video up to 16 MB, pictures 5 MB, documents 100 MB,
// stickers 100 KB, moving ones 500 KB. Meta does not say what a megabyte is: the
// binary reading (16,777,216 bytes) is the error, the decimal one (16,000,000)
// the warning, and a file of just that size passes.
//
// An older text of Meta's takes any type as a document: such a type, and a
// picture, film or sound sent as a document, is a warning. The declared type
// must be the one that [Type.MIME] returns, for Meta refuses aliases such as
// audio/opus.
func CloudAPI() Profile {
	p := meta(doubtful)
	p.allow(bounds{500 * kibibyte, 500 * kilobyte}, AnimatedWebP)
	p.allow(metaMB(100), Text, PDF, XLS, XLSX, DOC, DOCX, PPT, PPTX)
	return p
}

// OnPremises returns the profile of Meta's On-Premises API, switched off in
// October 2025: audio and video up to 16 MB, pictures 5 MB, any document 100 MB,
// still stickers 100 KB. Megabytes are read as in [CloudAPI]. A document over
// 64 MB, which earlier upload nodes refused, is a warning.
func OnPremises() Profile {
	p := meta(permitted)
	const older = 64 * megabyte
	for t := range p.rules {
		r := &p.rules[t]
		r.document.advised = older
		if k := Type(t).Kind(); k == Document || k == UnknownKind {
			r.bound.advised = older
		}
	}
	return p
}

// meta returns what Meta's two tables share; others says whether other types may
// go as documents.
func meta(others verdict) Profile {
	p := Profile{usualTypes: true}
	for t := range p.rules {
		if Type(t).Unsafe() {
			continue
		}
		r := &p.rules[t]
		r.exts = anyExtension
		r.file, r.document = others, metaMB(100)
		if k := Type(t).Kind(); k == Document || k == UnknownKind {
			r.own, r.bound = others, r.document
		}
	}
	p.allow(metaMB(16), AAC, AMR, MP3, M4A, Opus, MP4, ThreeGP)
	p.allow(metaMB(5), JPEG, PNG)
	p.allow(bounds{100 * kibibyte, 100 * kilobyte}, WebP)
	return p
}

// metaMB returns the bounds of n of Meta's megabytes.
func metaMB(n int64) bounds { return bounds{n * mebibyte, n * megabyte} }

// equally returns a profile of these types, each as its own kind, with one bound.
func equally(b bounds, allowed ...Type) Profile {
	var p Profile
	p.allow(b, allowed...)
	return p
}

func (p *Profile) allow(b bounds, allowed ...Type) {
	for _, t := range allowed {
		r := &p.rules[t]
		r.own, r.exts, r.bound = permitted, anyExtension, b
	}
}
