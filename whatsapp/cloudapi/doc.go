// Package cloudapi speaks the JSON of Meta's WhatsApp Cloud API.
package cloudapi
