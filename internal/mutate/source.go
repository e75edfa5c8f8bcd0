package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// listed is what go list tells of a package.
type listed struct {
	ImportPath, Dir, Name, Export string
	GoFiles                       []string
}

// list asks the go command about packages.
func list(args ...string) ([]listed, error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,Name,Export,GoFiles"}, args...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	var all []listed
	decoder := json.NewDecoder(out)
	for {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		all = append(all, p)
	}
	if err := cmd.Wait(); err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	return all, nil
}

// A source is the text of a package, which can be checked with changes in it
// without being built.
type source struct {
	listed
	paths    []string
	texts    map[string][]byte
	importer types.Importer
	// changes are all changes, in the order of the files. Its number is one more
	// than its place here.
	changes []*mutant
	// types are the types of the expressions that are changed, as they are written.
	types map[*mutant]string
}

func newSource(p listed) (*source, error) {
	s := &source{listed: p, texts: map[string][]byte{}, types: map[*mutant]string{}}
	// The last three are what the switchboard needs.
	deps, err := list("-export", "-deps", p.ImportPath, "fmt", "os", "strconv")
	if err != nil {
		return nil, err
	}
	exports := map[string]string{}
	for _, d := range deps {
		exports[d.ImportPath] = d.Export
	}
	s.importer = importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		s.paths = append(s.paths, path)
		s.texts[path] = text
	}
	return s, s.find()
}

// find fills changes and types.
func (s *source) find() error {
	fset, files, err := s.parse(nil)
	if err != nil {
		return err
	}
	info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	pkg, err := (&types.Config{Importer: s.importer}).Check(s.ImportPath, fset, files, &info)
	if err != nil {
		return err
	}
	qualifier := func(p *types.Package) string {
		if p == pkg {
			return ""
		}
		return p.Name()
	}
	for i, file := range files {
		written := map[span]string{}
		ast.Inspect(file, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok && info.Types[e].Type != nil {
				written[span{fset.Position(e.Pos()).Offset, fset.Position(e.End()).Offset}] = types.TypeString(info.Types[e].Type, qualifier)
			}
			return true
		})
		for _, m := range mutantsOf(fset, file, s.texts[s.paths[i]]) {
			s.types[&m] = written[m.whole]
			// An untyped constant remains one, and a union of types is no sum.
			if (m.form == number || m.form == sum) && strings.ContainsAny(written[m.whole], " []|") {
				m.form = alone
			}
			s.changes = append(s.changes, &m)
		}
	}
	return nil
}

// parse reads the files, those of replace in the place of what they are.
func (s *source) parse(replace map[string][]byte) (*token.FileSet, []*ast.File, error) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, path := range s.paths {
		text, ok := replace[path]
		if !ok {
			text = s.texts[path]
		}
		file, err := parser.ParseFile(fset, path, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, file)
	}
	return fset, files, nil
}

// A fault is why a package does not compile, and where.
type fault struct {
	at   token.Position
	text string
}

// faults returns where the package does not compile, with some files replaced and
// one added.
func (s *source) faults(replace map[string][]byte, added []byte) ([]fault, error) {
	fset, files, err := s.parse(replace)
	if err != nil {
		return nil, err
	}
	if added != nil {
		file, err := parser.ParseFile(fset, "", added, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	var all []fault
	config := types.Config{Importer: s.importer, Error: func(err error) {
		var e types.Error
		if errors.As(err, &e) {
			all = append(all, fault{fset.Position(e.Pos), e.Msg})
		}
	}}
	_, _ = config.Check(s.ImportPath, fset, files, nil)
	return all, nil
}

// switchable returns the files with all changes that can be switched at run time,
// and sets the form of those to alone that cannot: they are where the package
// would not compile, for what must be constant is no longer so.
func (s *source) switchable() (map[string][]byte, error) {
	for {
		files, written := map[string][]byte{}, map[string]map[int]span{}
		for _, path := range s.paths {
			var in []switched
			for i, m := range s.changes {
				if m.file == path && m.form != alone {
					in = append(in, switched{m, i + 1, s.types[m]})
				}
			}
			files[path], written[path] = switchable(s.texts[path], in)
		}
		faults, err := s.faults(files, switchboard(s.Name))
		if err != nil || len(faults) == 0 {
			return files, err
		}
		for _, f := range faults {
			id := innermost(written[f.at.Filename], f.at.Offset)
			if id == 0 {
				return nil, fmt.Errorf("%s: no change explains: %s", f.at, f.text)
			}
			s.changes[id-1].form = alone
		}
	}
}

// innermost returns the shortest of the changes about a place; 0 if there is none.
func innermost(written map[int]span, offset int) int {
	found := 0
	for id, at := range written {
		if at.start <= offset && offset < at.end && (found == 0 || at.end-at.start < written[found].end-written[found].start ||
			at == written[found] && id < found) {
			found = id
		}
	}
	return found
}
