package guard

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// impure lists the packages of the standard library that library code may not
// import: they reach for the world, or hide what they do.
var impure = []string{
	"os", "os/exec", "os/signal", "os/user", "net", "net/http", "net/rpc", "net/smtp", "log", "math/rand", "math/rand/v2", "crypto/rand",
	"syscall", "unsafe", "plugin", "flag", "testing", "runtime", "runtime/debug", "embed", "io/ioutil", "path/filepath",
}

// clocks are the functions of package time that read a clock, wait, or read the
// machine's table of time zones.
var clocks = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker", "LoadLocation"}

// Purity tells where library code is not pure: impure imports, goroutines,
// clocks, panics outside Must functions, work at start-up, and package
// variables that are written to, are pointers, maps or channels, or are made by
// calls.
func Purity(tree Tree) []string {
	var faults []string
	for _, p := range tree.Packages {
		if !p.Library() {
			continue
		}
		globals := map[string]bool{}
		for _, f := range p.Files {
			if !f.Test {
				for _, spec := range variables(f.Syntax) {
					for _, name := range spec.Names {
						globals[name.Name] = name.Name != "_"
					}
				}
			}
		}
		for _, f := range p.Files {
			if f.Test {
				continue
			}
			v := visitor{file: f, fset: tree.Fset, globals: globals}
			v.imports()
			v.variables()
			for _, decl := range f.Syntax.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok {
					v.function(fn)
				}
			}
			faults = append(faults, v.faults...)
		}
	}
	return faults
}

func variables(f *ast.File) []*ast.ValueSpec {
	var specs []*ast.ValueSpec
	for _, decl := range f.Decls {
		if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.VAR {
			for _, spec := range gen.Specs {
				specs = append(specs, spec.(*ast.ValueSpec))
			}
		}
	}
	return specs
}

type visitor struct {
	file    File
	fset    *token.FileSet
	globals map[string]bool
	faults  []string
}

func (v *visitor) fault(at ast.Node, format string, args ...any) {
	where := v.fset.Position(at.Pos())
	v.faults = append(v.faults, fmt.Sprintf("%s:%d: ", v.file.Name, where.Line)+fmt.Sprintf(format, args...))
}

func (v *visitor) imports() {
	for _, spec := range v.file.Syntax.Imports {
		if name, err := strconv.Unquote(spec.Path.Value); err == nil && slices.Contains(impure, name) {
			v.fault(spec, "imports %s", name)
		}
	}
}

// variables looks at what package variables are and how they are made.
func (v *visitor) variables() {
	for _, spec := range variables(v.file.Syntax) {
		if spec.Names[0].Name == "_" {
			continue
		}
		v.variableType(spec, spec.Type)
		for _, value := range spec.Values {
			ast.Inspect(value, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncLit:
					return false
				case *ast.CompositeLit:
					v.variableType(spec, n.Type)
				case *ast.UnaryExpr:
					if n.Op == token.AND {
						v.fault(spec, "variable %s holds a map, a channel or a pointer", spec.Names[0].Name)
					}
				case *ast.CallExpr:
					if !allowedCall(n) {
						v.fault(spec, "variable %s is made by a call at start-up", spec.Names[0].Name)
					}
				}
				return true
			})
		}
	}
}

func (v *visitor) variableType(spec *ast.ValueSpec, t ast.Expr) {
	if t == nil {
		return
	}
	ast.Inspect(t, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncType, *ast.StructType:
			return false
		case *ast.MapType, *ast.ChanType, *ast.StarExpr:
			v.fault(spec, "variable %s holds a map, a channel or a pointer", spec.Names[0].Name)
			return false
		}
		return true
	})
}

// allowedCall lets sizes and conversions pass.
func allowedCall(call *ast.CallExpr) bool {
	fn, ok := call.Fun.(*ast.Ident)
	return ok && slices.Contains([]string{
		"len", "cap", "string", "uint64", "int64", "uint32", "int32", "uint16", "uint8", "byte", "rune", "int",
	}, fn.Name)
}

func (v *visitor) function(fn *ast.FuncDecl) {
	if fn.Recv == nil && fn.Name.Name == "init" {
		v.fault(fn, "func init does work at start-up")
	}
	if fn.Body == nil {
		return
	}
	local := locals(fn)
	must := strings.HasPrefix(fn.Name.Name, "Must")
	written := func(e ast.Expr) {
		if name := root(e); name != nil && v.globals[name.Name] && !local[name.Name] {
			v.fault(e, "package variable %s is written to", name.Name)
		}
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			v.fault(n, "starts a goroutine")
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, e := range n.Lhs {
					written(e)
				}
			}
		case *ast.IncDecStmt:
			written(n.X)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				written(n.Key)
				written(n.Value)
			}
		case *ast.CallExpr:
			v.call(n, must)
			if fn, ok := n.Fun.(*ast.Ident); ok && len(n.Args) > 0 && (fn.Name == "copy" || fn.Name == "clear") {
				written(n.Args[0])
			}
		}
		return true
	})
}

func (v *visitor) call(call *ast.CallExpr, must bool) {
	switch fn := call.Fun.(type) {
	case *ast.Ident:
		if fn.Name == "panic" && !must {
			v.fault(call, "panics outside a Must function")
		}
	case *ast.SelectorExpr:
		if pkg, ok := fn.X.(*ast.Ident); ok && pkg.Name == "time" && slices.Contains(clocks, fn.Sel.Name) {
			v.fault(call, "reads a clock: time.%s", fn.Sel.Name)
		}
	}
}

// root returns the variable that an expression writes into: x of x[i].f and of
// x[:].
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// locals returns every name that the function declares itself.
func locals(fn *ast.FuncDecl) map[string]bool {
	names := map[string]bool{}
	add := func(fields *ast.FieldList) {
		if fields == nil {
			return
		}
		for _, f := range fields.List {
			for _, n := range f.Names {
				names[n.Name] = true
			}
		}
	}
	add(fn.Recv)
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncType:
			add(n.Params)
			add(n.Results)
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				for _, e := range n.Lhs {
					if id, ok := e.(*ast.Ident); ok {
						names[id.Name] = true
					}
				}
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if id, ok := e.(*ast.Ident); ok && n.Tok == token.DEFINE {
					names[id.Name] = true
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}
