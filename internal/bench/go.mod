module github.com/decorum-go/decorum/internal/bench

go 1.26.0

toolchain go1.26.6

require (
	github.com/bytedance/sonic v1.15.5
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/decorum-go/decorum v0.0.0
	github.com/valyala/fasttemplate v1.2.2
)

require (
	github.com/bytedance/gopkg v0.1.3 // indirect
	github.com/bytedance/sonic/loader v0.5.3 // indirect
	github.com/cloudwego/base64x v0.1.6 // indirect
	github.com/klauspost/cpuid/v2 v2.2.9 // indirect
	github.com/twitchyliquid64/golang-asm v0.15.1 // indirect
	golang.org/x/arch v0.0.0-20210923205945-b76863e36670 // indirect
)

require (
	github.com/forPelevin/gomoji v1.4.1
	github.com/gabriel-vasile/mimetype v1.4.16
	github.com/go-playground/locales v0.14.2 // indirect
	github.com/go-playground/universal-translator v0.18.2 // indirect
	github.com/go-playground/validator/v10 v10.30.6
	github.com/goccy/go-json v0.12.0
	github.com/h2non/filetype v1.1.3
	github.com/kyokomi/emoji/v2 v2.2.14
	github.com/leodido/go-urn v1.5.0 // indirect
	github.com/nyaruka/phonenumbers/v2 v2.0.7
	github.com/rivo/uniseg v0.4.7
	github.com/segmentio/asm v1.1.3 // indirect
	github.com/segmentio/encoding v0.5.4
	github.com/valyala/bytebufferpool v1.0.0 // indirect
	gitlab.com/golang-commonmark/linkify v0.0.0-20191026162114-a0c2df6c8f82
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
	mvdan.cc/xurls/v2 v2.6.0
)

replace github.com/decorum-go/decorum => ../..
