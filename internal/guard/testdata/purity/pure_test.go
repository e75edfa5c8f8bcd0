package impure

import "os"

func init() { go act(); panic(os.Args) }
