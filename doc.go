// Package decorum holds the rules of a WhatsApp business conversation.
package decorum
