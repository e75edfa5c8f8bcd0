package phone

// regionName returns the name of a region by its number.
func regionName(region uint8) string {
	switch region {
	case 0:
		return ""
	case 1:
		return "001"
	}
	at := 2 * (int(region) - 2)
	return regionNames[at : at+2]
}

// regionNumber returns the number of a region by its two capital letters; 0 if
// there is no such region.
func regionNumber(name string) uint8 {
	if len(name) != 2 || name[0]-'A' >= 26 || name[1]-'A' >= 26 {
		return 0
	}
	return regionIndex[int(name[0]-'A')*26+int(name[1]-'A')]
}
