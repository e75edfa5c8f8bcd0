module github.com/decorum-go/decorum

go 1.26.0

toolchain go1.26.6

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/nyaruka/phonenumbers/v2 v2.0.7
)

require google.golang.org/protobuf v1.36.11 // indirect

require github.com/google/go-cmp v0.7.0

require (
	golang.org/x/text v0.43.0
	pgregory.net/rapid v1.3.0
)
