module github.com/decorum-go/decorum/internal/bench

go 1.26.0

toolchain go1.26.6

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/decorum-go/decorum v0.0.0
	github.com/valyala/fasttemplate v1.2.2
)

require (
	github.com/forPelevin/gomoji v1.4.1
	github.com/goccy/go-json v0.12.0
	github.com/kyokomi/emoji/v2 v2.2.14
	github.com/nyaruka/phonenumbers/v2 v2.0.7
	github.com/rivo/uniseg v0.4.7
	github.com/segmentio/asm v1.1.3 // indirect
	github.com/segmentio/encoding v0.5.4
	github.com/valyala/bytebufferpool v1.0.0 // indirect
	golang.org/x/sys v0.0.0-20211110154304-99a53858aa08 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
)

replace github.com/decorum-go/decorum => ../..
