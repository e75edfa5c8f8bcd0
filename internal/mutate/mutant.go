package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
)

// A mutant is one small change: bytes of a file and what takes their place. The
// zero mutant changes nothing.
type mutant struct {
	// file is the path of the file.
	file string
	// line and column tell where the change begins, from 1.
	line, column int
	// span is the bytes that go.
	span
	// before and after are what goes and what comes.
	before, after string
	// form tells how the change can be switched on and off at run time, whole the
	// expression or statement that it changes, left and right that one's operands.
	form               form
	whole, left, right span
}

// A span is the bytes of a file from start to before end.
type span struct{ start, end int }

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
var others = map[token.Token]token.Token{
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL,
	token.AND: token.OR, token.OR: token.AND, token.SHL: token.SHR, token.SHR: token.SHL,
}

// mutantsOf returns every change of one file; none of one that is generated.
func mutantsOf(fset *token.FileSet, file *ast.File, text []byte) []mutant {
	if ast.IsGenerated(file) {
		return nil
	}
	f := finder{file: fset.Position(file.Pos()).Filename, text: text, fset: fset}
	ast.Inspect(file, f.visit)
	return f.found
}

// A finder gathers the changes of one file.
type finder struct {
	file  string
	text  []byte
	fset  *token.FileSet
	found []mutant
	// constant is where what stands must be constant.
	constant span
}

func (f *finder) span(n ast.Node) span {
	return span{f.fset.Position(n.Pos()).Offset, f.fset.Position(n.End()).Offset}
}

// add notes that what stands from a place on, size bytes of it, may become after.
func (f *finder) add(from token.Pos, size int, after string, form form, whole ast.Node) *mutant {
	at := f.fset.Position(from)
	end := at.Offset + size
	if at.Offset < f.constant.end {
		form = alone
	}
	f.found = append(f.found, mutant{
		file: f.file, line: at.Line, column: at.Column, span: span{at.Offset, end},
		before: string(f.text[at.Offset:end]), after: after, form: form, whole: f.span(whole),
	})
	return &f.found[len(f.found)-1]
}

func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.GenDecl:
		if n.Tok == token.CONST {
			f.constant = f.span(n)
		}
	case *ast.BinaryExpr:
		if other, ok := others[n.Op]; ok {
			m := f.add(n.OpPos, len(n.Op.String()), other.String(), formOf(n.Op), n)
			m.left, m.right = f.span(n.X), f.span(n.Y)
		}
	case *ast.BasicLit:
		f.number(n)
	case *ast.Ident:
		switch n.Name {
		case "true":
			f.add(n.Pos(), len(n.Name), "false", truth, n)
		case "false":
			f.add(n.Pos(), len(n.Name), "true", truth, n)
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			f.add(n.OpPos, 1, "", not, n).left = f.span(n.X)
		}
	case *ast.IfStmt:
		f.negate(n.Cond)
	case *ast.ForStmt:
		f.negate(n.Cond)
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok {
			f.add(n.Pos(), int(n.End()-n.Pos()), "", dropForm(call), n)
		}
	case *ast.IncDecStmt:
		after := "++"
		if n.Tok == token.INC {
			after = "--"
		}
		f.add(n.TokPos, 2, after, step, n)
	}
	return true
}

// number makes an integer one more and one less.
func (f *finder) number(n *ast.BasicLit) {
	if v, err := strconv.ParseInt(n.Value, 0, 64); n.Kind == token.INT && err == nil {
		f.add(n.Pos(), len(n.Value), strconv.FormatInt(v+1, 10), number, n)
		f.add(n.Pos(), len(n.Value), strconv.FormatInt(v-1, 10), number, n)
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
	at := f.span(cond)
	f.add(cond.Pos(), at.end-at.start, "!("+string(f.text[at.start:at.end])+")", negation, cond)
}
