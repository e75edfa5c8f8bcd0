package transcript

import "fmt"

// Steps returns how many nodes of the tree the builder has looked at, and how often
// it has asked whether a message has a line.
func (b *Builder) Steps() uint64 { return b.lines.steps }

// Sound tells what is wrong with the tree: its order, its balance or its sums.
func (b *Builder) Sound() error {
	var before *key
	var walk func(n *entry) error
	walk = func(n *entry) error {
		if n == nil {
			return nil
		}
		if err := walk(n.left); err != nil {
			return err
		}
		if before != nil && before.compare(&n.key) >= 0 {
			return fmt.Errorf("%v stands behind %v", n.key, *before)
		}
		before = &n.key
		if err := walk(n.right); err != nil {
			return err
		}
		l, r := sizeOf(n.left), sizeOf(n.right)
		if l+r > 1 && (l > 3*r || r > 3*l) {
			return fmt.Errorf("%d and %d are out of balance", l, r)
		}
		was := *n
		b.lines.update(n)
		if was.size != n.size || was.heads != n.heads || was.least != n.least || was.latest != n.latest {
			return fmt.Errorf("the sums of %v are not those of its subtree", n.key)
		}
		return nil
	}
	return walk(b.lines.root)
}
