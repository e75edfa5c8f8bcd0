module github.com/decorum-go/decorum/internal/bench

go 1.26.0

toolchain go1.26.6

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/decorum-go/decorum v0.0.0
	github.com/gabriel-vasile/mimetype v1.4.16
	github.com/h2non/filetype v1.1.3
)

replace github.com/decorum-go/decorum => ../..
