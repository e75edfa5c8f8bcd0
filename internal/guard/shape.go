package guard

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"
)

// MaxLines is how long a file may be that nobody generated.
const MaxLines = 400

// vague are names that say nothing of what a file or package holds.
var vague = []string{"util", "utils", "common", "types", "helper", "helpers", "manager", "misc", "base", "models"}

// Shape tells which files of library code and of the workshop are too long, and
// which have a name that says nothing. Tests may be longer than code.
func Shape(tree Tree) []string {
	var faults []string
	for _, p := range tree.Packages {
		if slices.Contains(vague, path.Base(p.Dir)) {
			faults = append(faults, fmt.Sprintf("%s: a package's name must say what it holds", p.Dir))
		}
		for _, f := range p.Files {
			if f.Lines > MaxLines && !f.Generated && !f.Test {
				faults = append(faults, fmt.Sprintf("%s: %d lines, at most %d", f.Name, f.Lines, MaxLines))
			}
			if base := strings.TrimSuffix(path.Base(f.Name), ".go"); slices.Contains(vague, strings.TrimSuffix(base, "_test")) {
				faults = append(faults, fmt.Sprintf("%s: a file's name must say what it holds", f.Name))
			}
		}
	}
	return faults
}

// Docs tells which exported names of library code, and which packages, have no
// doc comment. A group of constants or variables may be documented as a whole;
// the comment of a function, type or method begins with its name.
func Docs(tree Tree) []string {
	var faults []string
	for _, p := range tree.Packages {
		documented, code := false, false
		for _, f := range p.Files {
			if f.Test {
				continue
			}
			code = true
			documented = documented || f.Syntax.Doc != nil
			if p.Library() {
				faults = append(faults, undocumented(f)...)
			}
		}
		if code && !documented {
			faults = append(faults, fmt.Sprintf("%s: the package has no comment", p.name()))
		}
	}
	return faults
}

func undocumented(f File) []string {
	var faults []string
	check := func(name string, doc *ast.CommentGroup, prefix bool) {
		text := strings.TrimSpace(doc.Text())
		for _, article := range []string{"A ", "An ", "The "} {
			text = strings.TrimPrefix(text, article)
		}
		switch {
		case text == "":
			faults = append(faults, fmt.Sprintf("%s: %s has no comment", f.Name, name))
		case prefix && !strings.HasPrefix(text, name[strings.LastIndex(name, ".")+1:]):
			faults = append(faults, fmt.Sprintf("%s: the comment of %s does not begin with its name", f.Name, name))
		}
	}
	for _, decl := range f.Syntax.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			recv := receiver(decl)
			if decl.Name.IsExported() && (recv == "" || ast.IsExported(recv)) {
				check(strings.TrimPrefix(recv+"."+decl.Name.Name, "."), decl.Doc, true)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					if spec.Name.IsExported() {
						doc := spec.Doc
						if doc == nil {
							doc = decl.Doc
						}
						check(spec.Name.Name, doc, true)
					}
				case *ast.ValueSpec:
					if spec.Names[0].IsExported() && spec.Doc == nil && spec.Comment == nil {
						check(spec.Names[0].Name, decl.Doc, false)
					}
				}
			}
		}
	}
	return faults
}

func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return ""
	}
	t := fn.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}
