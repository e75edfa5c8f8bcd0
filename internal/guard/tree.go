package guard

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Module is the import path of the module whose packages are guarded.
const Module = "github.com/decorum-go/decorum"

// A File is one parsed Go file.
type File struct {
	// Name is the path from the module's root, with slashes.
	Name      string
	Syntax    *ast.File
	Lines     int
	Test      bool
	Generated bool
}

// A Package is the Go files of one directory.
type Package struct {
	// Dir is the path from the module's root; "" for the root itself.
	Dir   string
	Files []File
}

// A Tree is the module's packages in the order of their directories.
type Tree struct {
	Fset     *token.FileSet
	Packages []Package
}

// Load parses every Go file below root, but for testdata, hidden directories
// and the modules nested in it.
func Load(root fs.FS) (Tree, error) {
	tree := Tree{Fset: token.NewFileSet()}
	dirs := map[string]int{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			base := path.Base(name)
			if name != "." && (base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || nested(root, name)) {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		syntax, err := parser.ParseFile(tree.Fset, name, data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		dir := path.Dir(name)
		if dir == "." {
			dir = ""
		}
		i, ok := dirs[dir]
		if !ok {
			i = len(tree.Packages)
			dirs[dir] = i
			tree.Packages = append(tree.Packages, Package{Dir: dir})
		}
		tree.Packages[i].Files = append(tree.Packages[i].Files, File{
			Name: name, Syntax: syntax, Lines: strings.Count(string(data), "\n"),
			Test: strings.HasSuffix(name, "_test.go"), Generated: ast.IsGenerated(syntax),
		})
		return nil
	})
	slices.SortFunc(tree.Packages, func(a, b Package) int { return strings.Compare(a.Dir, b.Dir) })
	return tree, err
}

func nested(root fs.FS, dir string) bool {
	_, err := fs.Stat(root, path.Join(dir, "go.mod"))
	return err == nil
}

// Internal reports whether the package is one of the workshop's: generators,
// oracle, guard. They serve the module's makers and may do what they need.
func (p Package) Internal() bool {
	return strings.HasPrefix(p.Dir, "internal/") && p.Dir != "internal/wire" && p.Dir != "internal/enum"
}

// Example reports whether the package is a program that shows the library.
func (p Package) Example() bool { return p.Dir == "examples" || strings.HasPrefix(p.Dir, "examples/") }

// Library reports whether the package is imported by users.
func (p Package) Library() bool { return !p.Internal() && !p.Example() }
