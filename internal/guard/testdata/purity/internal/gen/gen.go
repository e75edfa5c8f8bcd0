package gen

import "os"

var args = append(os.Args, "x")
