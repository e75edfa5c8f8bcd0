module github.com/decorum-go/decorum

go 1.26.0

toolchain go1.26.6

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/nyaruka/phonenumbers/v2 v2.0.7
)

require (
	github.com/gabriel-vasile/mimetype v1.4.16 // indirect
	github.com/go-playground/locales v0.14.2 // indirect
	github.com/go-playground/universal-translator v0.18.2 // indirect
	github.com/leodido/go-urn v1.5.0 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
)

require github.com/google/go-cmp v0.7.0

require (
	github.com/go-playground/validator/v10 v10.30.6
	golang.org/x/text v0.43.0
	pgregory.net/rapid v1.3.0
)
