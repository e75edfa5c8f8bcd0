module github.com/decorum-go/decorum/internal/bench

go 1.26.0

toolchain go1.26.6

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/decorum-go/decorum v0.0.0
	gitlab.com/golang-commonmark/linkify v0.0.0-20191026162114-a0c2df6c8f82
	mvdan.cc/xurls/v2 v2.6.0
)

require golang.org/x/text v0.43.0 // indirect

replace github.com/decorum-go/decorum => ../..
