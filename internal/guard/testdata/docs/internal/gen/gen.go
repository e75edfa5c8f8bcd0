package gen

func Exported() {}
