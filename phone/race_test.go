//go:build race

package phone_test

const race = true
