module github.com/decorum-go/decorum/internal/bench

go 1.26.0

toolchain go1.26.6

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/decorum-go/decorum v0.0.0
	github.com/valyala/fasttemplate v1.2.2
)

require github.com/valyala/bytebufferpool v1.0.0 // indirect

replace github.com/decorum-go/decorum => ../..
