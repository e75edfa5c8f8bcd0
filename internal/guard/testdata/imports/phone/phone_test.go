package phone_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/decorum-go/decorum/emoji"
	"github.com/decorum-go/decorum/phone"
)
