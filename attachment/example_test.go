package attachment_test

import (
	"fmt"
	"io"
	"strings"

	"github.com/decorum-go/decorum/attachment"
)

// A service checks a file before it uploads it. Everything that is wrong comes
// at once, and a program that calls itself a picture is found out.
func Example() {
	upload := strings.NewReader("MZ\x90\x00\x03\x00\x00\x00 and so on")
	file, err := attachment.Inspect("photo.jpg", "image/jpeg", upload.Size(), upload)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, v := range attachment.Workspace().Check(file) {
		fmt.Println(v)
	}
	// Output:
	// /name: does not agree with another value; make them agree (at byte 6); want exe, dll, scr, com
	// /type: does not agree with another value; make them agree; want application/vnd.microsoft.portable-executable
	// /content: could do harm when opened; do not send or open it
}

func ExampleSniff() {
	fmt.Println(attachment.Sniff([]byte("%PDF-1.7\n")))
	fmt.Println(attachment.Sniff([]byte("#!AMR\n")).MIME())
	fmt.Println(attachment.Sniff([]byte("Hello")).Kind())
	fmt.Println(attachment.Sniff([]byte{1, 2, 3}) == attachment.UnknownType)
	// Output:
	// pdf
	// audio/amr
	// document
	// true
}

func ExampleParseType() {
	voice, err := attachment.ParseType("audio/ogg; codecs=opus")
	fmt.Println(voice, voice.MIME(), voice.Extension(), err)
	_, err = attachment.ParseType("jpeg image")
	fmt.Println(err)
	// Output:
	// opus audio/ogg .ogg <nil>
	// not well-formed (at byte 4); want a media type such as image/jpeg
}

func ExampleProfile_Check() {
	file := attachment.File{Name: "terms.pdf", Declared: "application/pdf", Size: 104_857_600}
	fmt.Println(attachment.Workspace().Check(file).Err())
	fmt.Println(attachment.Workspace().Limit(10 << 20).Check(file).Err())
	// Output:
	// /size: 104857600 bytes, at most 104857599
	// /size: 104857600 bytes, at most 10485760
}

func ExampleProfile_Only() {
	pictures := attachment.Workspace().Only(attachment.JPEG, attachment.PNG).Limit(2 << 20)
	fmt.Println(pictures.Extensions(), pictures.MaxBytes(attachment.PNG), pictures.Allows(attachment.PDF))
	// Output: [jpeg jpg png] 2097152 false
}

func ExampleStrictest() {
	both := attachment.Strictest(attachment.Workspace2020(), attachment.CloudAPI())
	fmt.Println(both.MaxBytes(attachment.MP4), both.MaxBytes(attachment.PDF))
	fmt.Println(both.Allows(attachment.MP3), both.Allows(attachment.Vorbis))
	// Output:
	// 16777216 104857599
	// true false
}

func ExampleCheckInbound() {
	file := attachment.File{Name: "photo.py", Declared: "image/jpeg", Size: attachment.UnknownSize}
	for _, v := range attachment.CheckInbound(file) {
		fmt.Println(v)
	}
	// Output:
	// /name: warning: could do harm when opened; do not send or open it (at byte 6)
	// /name: warning: does not agree with another value; make them agree (at byte 6); want jpg, jpeg
}

func ExampleCheckName() {
	for _, v := range attachment.CheckName("nul/photo_\u202Egnp.js") {
		fmt.Println(v.Code, v.Span)
	}
	// Output:
	// forbidden_character {3 4}
	// forbidden_character {10 13}
}

func ExampleSafeName() {
	fmt.Println(attachment.SafeName("../выписка\u202E 2026.pdf", attachment.PDF))
	fmt.Println(attachment.SafeName("photo.exe", attachment.JPEG))
	fmt.Println(attachment.SafeName("COM¹.txt", attachment.Text))
	fmt.Println(attachment.SafeName("", attachment.Opus))
	// Output:
	// _выписка 2026.pdf
	// photo.exe.jpg
	// _COM¹.txt
	// audio.ogg
}

func ExampleLimited() {
	body := attachment.Limited(strings.NewReader("more than was promised"), 4)
	data, err := io.ReadAll(body)
	fmt.Printf("%s\n%v\n", data, err)
	// Output:
	// more
	// /size: 5 bytes, at most 4
}

// A webhook tells neither the size of a picture nor its name.
func ExampleThumbnail_Described() {
	first := attachment.File{Declared: "image/jpeg", Size: attachment.UnknownSize}.Thumbnail()
	fmt.Println(first)
	fmt.Println(first.Described("", 48213))
	// Output:
	// image.jpg (image, size unknown)
	// image.jpg (image, 48213 bytes)
}

func ExampleStage() {
	upload := attachment.Stage(attachment.File{Name: "photo.jpg", Size: 48213})
	fmt.Println(upload.State)
	sent, err := upload.Send()
	fmt.Println(sent.State, err)
	_, err = sent.Drop()
	fmt.Println(err)
	// Output:
	// staged
	// sent <nil>
	// /state: not possible in the present state; want staged
}
