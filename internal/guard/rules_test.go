package guard_test

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/decorum-go/decorum/internal/guard"
)

// TestEveryRuleHasATest holds the guide's rules against the names of the tests:
// each has one that carries its id.
func TestEveryRuleHasATest(t *testing.T) {
	shared := os.Getenv("DECORUM_SHARED")
	if shared == "" {
		t.Skip("DECORUM_SHARED does not name the folder that has the guide")
	}
	text, err := os.ReadFile(filepath.Join(shared, "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, m := range regexp.MustCompile(`(?m)^\| ([A-Z]{2}[0-9]+) \|`).FindAllStringSubmatch(string(text), -1) {
		rules = append(rules, m[1])
	}
	for section := range strings.SplitSeq(string(text), "\n## ") {
		if name, _, ok := strings.Cut(section, " — "); ok && len(name) == 2 && !strings.Contains(section, "\n| "+name) {
			rules = append(rules, name) // a section without rows of its own
		}
	}
	if len(rules) < 60 {
		t.Fatalf("only %d rules were found in the guide: %v", len(rules), rules)
	}
	tree, err := guard.Load(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	id := regexp.MustCompile(`[A-Z]{2}[0-9]+`)
	tested := map[string]bool{}
	for _, p := range tree.Packages {
		for _, f := range p.Files {
			for _, decl := range f.Syntax.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok || !f.Test || !strings.HasPrefix(fn.Name.Name, "Test") {
					continue
				}
				name := strings.TrimPrefix(fn.Name.Name, "Test")
				for _, rule := range id.FindAllString(name, -1) {
					tested[rule] = true
				}
				if len(name) > 2 {
					tested[name[:2]] = true
				}
			}
		}
	}
	for _, rule := range rules {
		if !tested[rule] {
			t.Errorf("%s has no test that carries its id", rule)
		}
	}
}
