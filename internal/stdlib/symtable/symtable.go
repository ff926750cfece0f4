// Package symtable is the _symtable module: what the compiler knows about the
// names of a program, for symtable.py.
package symtable

import (
	"fmt"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// entry is a block's table.
type entry struct {
	py.Header
	id       py.Value
	name     py.Value
	symbols  py.Value
	varnames py.Value
	children py.Value
	nested   bool
	kind     symtab.Kind
	line     int
}

var entryType = new(py.Type)

func asEntry(v py.Value) *entry { return (*entry)(v.Ptr()) }

// build makes the entries of a block and of those inside it; the nesting is
// bounded by the parser and the analysis.
func build(t *py.Thread, s *symtab.Scope) py.Value {
	e := &entry{kind: s.Kind, nested: s.Nested, line: int(s.Pos.Line), name: py.InternStr(s.Name).Value()}
	e.InitHeader(entryType)
	v := py.FromHeader(&e.Header)
	e.id = py.ID(v)
	d := py.NewDict()
	for i := range s.Symbols {
		sym := &s.Symbols[i]
		d.SetStr(t, sym.Name, py.Int64(int64(sym.Number())))
	}
	e.symbols = d.Value()
	names := make([]py.Value, len(s.VarNames))
	for i, n := range s.VarNames {
		names[i] = py.InternStr(n).Value()
	}
	e.varnames = py.NewList(names).Value()
	kids := make([]py.Value, len(s.Children))
	for i, c := range s.Children {
		kids[i] = build(t, c)
	}
	e.children = py.NewList(kids).Value()
	return v
}

func symtableOf(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	file, err := t.SourceName(a[1])
	if err != nil {
		return py.Value{}, err
	}
	mode, ok := py.ToStr(a[2])
	if !ok {
		return py.Value{}, t.TypeErr("symtable() argument 3 must be str, not %s", a[2].Type().Name())
	}
	o := py.CompileOptions{Filename: file}
	switch mode.String() {
	case "exec":
		o.Mode = syntax.Exec
	case "eval":
		o.Mode = syntax.Eval
	case "single":
		o.Mode = syntax.Single
	default:
		return py.Value{}, t.ValueErr("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
	}
	top, err := t.Symtable(a[0], "symtable", "string or bytes", o)
	if err != nil {
		return py.Value{}, err
	}
	return build(t, top), nil
}

func member(name string, f func(*entry) py.Value) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return f(asEntry(v)), nil }}
}

func init() { py.RegisterPackage(registerSymtable, "_symtable") }

func registerSymtable() {
	py.RegisterType(py.TypeSpec{
		Type: entryType, Name: "symtable entry", Flags: py.FlagNoNew,
		Slots: py.Slots{Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			e := asEntry(v)
			name, _ := py.ToStr(e.name)
			id, err := t.StrOf(e.id)
			if err != nil {
				return py.Value{}, err
			}
			return py.NewStr(fmt.Sprintf("<symtable entry %s(%s), line %d>", name.String(), id.String(), e.line)).Value(), nil
		}},
		Members: []py.GetSetSpec{
			member("id", func(e *entry) py.Value { return e.id }),
			member("name", func(e *entry) py.Value { return e.name }),
			member("symbols", func(e *entry) py.Value { return e.symbols }),
			member("varnames", func(e *entry) py.Value { return e.varnames }),
			member("children", func(e *entry) py.Value { return e.children }),
			member("nested", func(e *entry) py.Value {
				if e.nested {
					return py.Int64(1)
				}
				return py.Int64(0)
			}),
			member("type", func(e *entry) py.Value { return py.IntOf(int(e.kind)) }),
			member("lineno", func(e *entry) py.Value { return py.IntOf(e.line) }),
		},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "_symtable",
		Methods: []py.MethodSpec{{Name: "symtable", Sig: "source, filename, startstr, /", Fn: py.FnSig(symtableOf),
			Doc: "Return symbol and scope dictionaries used internally by compiler."}},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for name, n := range map[string]int64{
				"USE": int64(symtab.Use), "DEF_GLOBAL": int64(symtab.DefGlobal), "DEF_NONLOCAL": int64(symtab.DefNonlocal),
				"DEF_LOCAL": int64(symtab.DefLocal), "DEF_PARAM": int64(symtab.DefParam), "DEF_FREE": 1 << 5,
				"DEF_FREE_CLASS": int64(symtab.DefFreeClass), "DEF_IMPORT": int64(symtab.DefImport),
				"DEF_BOUND": int64(symtab.DefLocal | symtab.DefParam | symtab.DefImport), "DEF_ANNOT": int64(symtab.DefAnnot),
				"TYPE_FUNCTION": int64(symtab.Function), "TYPE_CLASS": int64(symtab.Class), "TYPE_MODULE": int64(symtab.Module),
				"TYPE_ANNOTATION": int64(symtab.Annotation), "TYPE_TYPE_ALIAS": int64(symtab.TypeAlias),
				"TYPE_TYPE_PARAMETERS": int64(symtab.TypeParameters), "TYPE_TYPE_VARIABLE": int64(symtab.TypeVariable),
				"LOCAL": int64(symtab.Local), "GLOBAL_EXPLICIT": int64(symtab.GlobalExplicit), "GLOBAL_IMPLICIT": int64(symtab.GlobalImplicit),
				"FREE": int64(symtab.Free), "CELL": int64(symtab.Cell), "SCOPE_OFF": symtab.ScopeOffset, "SCOPE_MASK": symtab.ScopeMask,
			} {
				m.Set(name, py.Int64(n))
			}
			return nil
		},
	})
}
