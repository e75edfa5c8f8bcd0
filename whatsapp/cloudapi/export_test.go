package cloudapi

// Compared returns how many profiles are looked at while a body is decoded.
func Compared(body []byte) int {
	var d decoder
	d.guess = 1
	d.r.Reset(body, limits())
	d.document()
	return d.compared
}
