//go:build !race

package whatsapp_test

const underRace = false
