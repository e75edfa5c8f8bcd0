package deploy

// Steps returns how many things are looked at to check an inventory.
func Steps(p Profile, inv Inventory) int { return p.run(&inv).steps }
