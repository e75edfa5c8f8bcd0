package link

import "github.com/decorum-go/decorum/shed"
