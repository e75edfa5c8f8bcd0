package esp

// CheckSteps returns how many pairs and keys are looked at to check a list.
func CheckSteps(l List) int {
	var c listCheck
	c.list(l, nil, 1)
	return c.steps
}

// ReadSteps returns how many pairs are looked at to read the list as an envelope
// and as attributes.
func ReadSteps(l List) int {
	var e keyReader
	new(Request).read(&e, l)
	new(Answer).read(&e, l)
	new(Attributes).read(&e, l)
	return e.steps
}
