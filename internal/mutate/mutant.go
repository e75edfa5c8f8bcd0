package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
)

// A mutant is one small change: bytes of a file and what takes their place. The
// zero mutant changes nothing.
type mutant struct {
	// file is the path of the file.
	file string
	// line and column tell where the change begins, from 1.
	line, column int
	// start and end are the bytes that go.
	start, end int
	// before and after are what goes and what comes.
	before, after string
}

// String returns where the change is, and what it is.
func (m mutant) String() string {
	return fmt.Sprintf("%s:%d:%d: %s → %s", m.file, m.line, m.column, strconv.Quote(m.before), strconv.Quote(m.after))
}

// apply returns the file's text with the change.
func (m mutant) apply(text []byte) []byte {
	changed := append([]byte{}, text[:m.start]...)
	changed = append(changed, m.after...)
	return append(changed, text[m.end:]...)
}

// others are what each operator is changed into.
var others = map[token.Token][]token.Token{
	token.LSS: {token.LEQ}, token.LEQ: {token.LSS}, token.GTR: {token.GEQ}, token.GEQ: {token.GTR},
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL}, token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD: {token.SUB}, token.SUB: {token.ADD}, token.MUL: {token.QUO}, token.QUO: {token.MUL},
	token.AND: {token.OR}, token.OR: {token.AND}, token.SHL: {token.SHR}, token.SHR: {token.SHL},
}

// findMutants returns every change of a package's files, in their order.
func findMutants(p listed) ([]mutant, error) {
	var all []mutant
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		in, err := mutantsOf(path, text)
		if err != nil {
			return nil, err
		}
		all = append(all, in...)
	}
	return all, nil
}

// mutantsOf returns every change of one file; none of one that is generated.
func mutantsOf(path string, text []byte) ([]mutant, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil || ast.IsGenerated(file) {
		return nil, err
	}
	f := finder{file: path, text: text, fset: fset}
	ast.Inspect(file, f.visit)
	return f.found, nil
}

// A finder gathers the changes of one file.
type finder struct {
	file  string
	text  []byte
	fset  *token.FileSet
	found []mutant
}

func (f *finder) add(from, to token.Pos, after string) {
	start, end := f.fset.Position(from), f.fset.Position(to)
	f.found = append(f.found, mutant{
		file: f.file, line: start.Line, column: start.Column, start: start.Offset, end: end.Offset,
		before: string(f.text[start.Offset:end.Offset]), after: after,
	})
}

func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.BinaryExpr:
		for _, op := range others[n.Op] {
			f.add(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), op.String())
		}
	case *ast.BasicLit:
		f.number(n)
	case *ast.Ident:
		switch n.Name {
		case "true":
			f.add(n.Pos(), n.End(), "false")
		case "false":
			f.add(n.Pos(), n.End(), "true")
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			f.add(n.OpPos, n.OpPos+1, "")
		}
	case *ast.IfStmt:
		f.negate(n.Cond)
	case *ast.ForStmt:
		f.negate(n.Cond)
	case *ast.ExprStmt:
		if _, ok := n.X.(*ast.CallExpr); ok {
			f.add(n.Pos(), n.End(), "")
		}
	case *ast.IncDecStmt:
		after := "++"
		if n.Tok == token.INC {
			after = "--"
		}
		f.add(n.TokPos, n.End(), after)
	}
	return true
}

// number makes an integer one more and one less.
func (f *finder) number(n *ast.BasicLit) {
	if v, err := strconv.ParseInt(n.Value, 0, 64); n.Kind == token.INT && err == nil {
		f.add(n.Pos(), n.End(), strconv.FormatInt(v+1, 10))
		f.add(n.Pos(), n.End(), strconv.FormatInt(v-1, 10))
	}
}

// negate turns a condition round that is not a comparison or a negation alone,
// whose operators are changed anyway.
func (f *finder) negate(cond ast.Expr) {
	switch x := cond.(type) {
	case nil:
		return
	case *ast.UnaryExpr:
		return
	case *ast.BinaryExpr:
		if x.Op != token.LAND && x.Op != token.LOR {
			return
		}
	}
	before := string(f.text[f.fset.Position(cond.Pos()).Offset:f.fset.Position(cond.End()).Offset])
	f.add(cond.Pos(), cond.End(), "!("+before+")")
}

// shuffled returns the changes in an order that the seed tells alone.
func shuffled(all []mutant, seed uint64) []mutant {
	mixed := append([]mutant{}, all...)
	r := rand.New(rand.NewPCG(seed, uint64(len(all)))) //nolint:gosec // a sample, not a secret
	r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	return mixed
}
