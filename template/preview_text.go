package template

// String returns the preview as plain text, a line for each part, as a log, a
// note or a terminal shows it:
//
//	[image: label.png]
//	Hello Ann, your order is ready.
//	Reply STOP to opt out
//	[ ] Thanks
//	[x] Call me
//
// A part that is not there has no line.
func (p Preview) String() string {
	b, _ := p.AppendText(nil)
	return string(b)
}

// AppendText appends what [Preview.String] returns. The error is always nil.
func (p Preview) AppendText(dst []byte) ([]byte, error) {
	start := len(dst)
	dst = p.Header.append(dst, start)
	dst = appendLine(dst, start, p.Lead.Text)
	dst = appendLine(dst, start, p.Body.Text)
	dst = appendLine(dst, start, p.Footer.Text)
	if p.Menu != "" {
		dst = appendLine(dst, start, "["+p.Menu+"]")
	}
	for i := range p.Sections {
		dst = appendLine(dst, start, p.Sections[i].Title)
		dst = appendOptions(dst, start, p.Sections[i].Options)
	}
	for i := range p.Cards {
		c := &p.Cards[i]
		dst = appendLine(dst, start, "--")
		dst = c.Header.append(dst, start)
		dst = appendLine(dst, start, c.Body.Text)
		dst = appendOptions(dst, start, c.Options)
	}
	return dst, nil
}

func appendLine(dst []byte, start int, s string) []byte {
	if s == "" {
		return dst
	}
	if len(dst) > start {
		dst = append(dst, '\n')
	}
	return append(dst, s...)
}

func (h *PreviewHeader) append(dst []byte, start int) []byte {
	switch {
	case h == nil:
		return dst
	case h.Type == typeText:
		return appendLine(dst, start, h.Text.Text)
	case h.Text.Text == "":
		return appendLine(dst, start, "["+h.Type+"]")
	default:
		return appendLine(dst, start, "["+h.Type+": "+h.Text.Text+"]")
	}
}

func appendOptions(dst []byte, start int, options []PreviewOption) []byte {
	for i := range options {
		o := &options[i]
		mark := "[ ] "
		if o.Chosen {
			mark = "[x] "
		}
		line := mark + o.Title
		if o.Detail.Text != "" {
			line += " (" + o.Detail.Text + ")"
		}
		dst = appendLine(dst, start, line)
	}
	return dst
}
