package main

import "os"

func main() { go println(os.Args) }
