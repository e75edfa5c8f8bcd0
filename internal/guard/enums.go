package guard

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// integers are the types that an enumeration can be made of.
var integers = []string{"int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "byte", "rune"}

// textMethods are what every exported enumeration has, beside a function Parse
// with its name.
var textMethods = []string{"String", "AppendText", "MarshalText", "UnmarshalText"}

// Enums tells which exported enumerations of library code lack a method of the
// set that they all have, so that each can be shown, stored and read by its name.
// An enumeration is a type made of an integer that has exported constants.
func Enums(tree Tree) []string {
	var faults []string
	for _, p := range tree.Packages {
		if !p.Library() || strings.HasPrefix(p.Dir, "internal/") {
			continue
		}
		types, valued, has := []string{}, map[string]bool{}, map[string]bool{}
		for _, f := range p.Files {
			if f.Test {
				continue
			}
			for _, decl := range f.Syntax.Decls {
				switch decl := decl.(type) {
				case *ast.FuncDecl:
					has[strings.TrimPrefix(receiver(decl)+"."+decl.Name.Name, ".")] = true
				case *ast.GenDecl:
					types = append(types, integerTypes(decl)...)
					constantTypes(decl, valued)
				}
			}
		}
		for _, name := range types {
			if !valued[name] {
				continue
			}
			for _, method := range textMethods {
				if !has[name+"."+method] {
					faults = append(faults, fmt.Sprintf("%s: the enumeration %s has no method %s", p.name(), name, method))
				}
			}
			if !has["Parse"+name] {
				faults = append(faults, fmt.Sprintf("%s: the enumeration %s has no function Parse%s", p.name(), name, name))
			}
		}
	}
	return faults
}

// integerTypes returns the exported types of a declaration that are made of an
// integer.
func integerTypes(decl *ast.GenDecl) []string {
	var names []string
	for _, spec := range decl.Specs {
		if spec, ok := spec.(*ast.TypeSpec); ok && spec.Name.IsExported() {
			if of, ok := spec.Type.(*ast.Ident); ok && slices.Contains(integers, of.Name) {
				names = append(names, spec.Name.Name)
			}
		}
	}
	return names
}

// constantTypes notes the types of the exported constants of a declaration. One
// without a type and a value has those of the one before it.
func constantTypes(decl *ast.GenDecl, valued map[string]bool) {
	if decl.Tok != token.CONST {
		return
	}
	of := ""
	for _, spec := range decl.Specs {
		spec := spec.(*ast.ValueSpec)
		if spec.Type != nil || len(spec.Values) > 0 {
			of = ""
		}
		if name, ok := spec.Type.(*ast.Ident); ok {
			of = name.Name
		}
		if slices.ContainsFunc(spec.Names, (*ast.Ident).IsExported) {
			valued[of] = true
		}
	}
}
