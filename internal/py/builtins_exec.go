package py

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/syntax"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// eval, exec and compile.

// evalNamespaces checks and completes the namespaces of eval and exec.
func (t *Thread) evalNamespaces(fname string, g, l Value) (*Dict, Value, *Exc) {
	if g.p == nil || g.IsNone() {
		gd := t.currentGlobals()
		if gd == nil {
			return nil, Value{}, t.Raise(SystemError, "globals and locals cannot be NULL")
		}
		if l.p == nil || l.IsNone() {
			cl, err := t.currentLocals()
			if err != nil {
				return nil, Value{}, err
			}
			l = cl
		}
		g = gd.Value()
	}
	if l.p == nil || l.IsNone() {
		l = g
	}
	gd, ok := ToDict(g)
	if !ok {
		if fname == "eval" && g.p.typ.slots.GetItem != nil {
			return nil, Value{}, t.TypeErr("globals must be a real dict; try eval(code, {}, mapping)")
		}
		if fname == "eval" {
			return nil, Value{}, t.TypeErr("globals must be a dict")
		}
		return nil, Value{}, t.TypeErr("exec() globals must be a dict, not %s", g.p.typ.name)
	}
	if l.p.typ.slots.GetItem == nil {
		if fname == "eval" {
			return nil, Value{}, t.TypeErr("locals must be a mapping")
		}
		return nil, Value{}, t.TypeErr("locals must be a mapping or None, not %s", l.p.typ.name)
	}
	if gd.lookup(strBuiltins).p == nil {
		b := t.interp.builtins.Value()
		if cur := t.cur; cur != nil && cur.code != nil {
			b = builtinsValue(cur.fn().builtins)
		}
		gd.putNew(strBuiltins, b)
	}
	return gd, l, nil
}

func biEval(t *Thread, _ Value, a []Value) (Value, *Exc) {
	g, l, err := t.evalNamespaces("eval", a[1], a[2])
	if err != nil {
		return Value{}, err
	}
	if a[0].p.typ == CodeType {
		asCode(a[0]).ready()
		if len(asCode(a[0]).freeVars) > 0 {
			return Value{}, t.TypeErr("code object passed to eval() may not contain free variables")
		}
		return t.RunCode(asCode(a[0]), g, l)
	}
	src, isText, err := t.sourceOf(a[0], "eval", "string, bytes or code")
	if err != nil {
		return Value{}, err
	}
	src = strings.TrimLeft(src, " \t")
	code, err := t.compileSource(src, isText, CompileOptions{Filename: "<string>", Mode: syntax.Eval, Optimize: -1, Flags: t.inheritedFlags()})
	if err != nil {
		return Value{}, err
	}
	return t.RunCode(code, g, l)
}

func biExec(t *Thread, _ Value, a []Value) (Value, *Exc) {
	g, l, err := t.evalNamespaces("exec", a[1], a[2])
	if err != nil {
		return Value{}, err
	}
	if a[0].p.typ == CodeType {
		code := asCode(a[0])
		code.ready()
		var cells []Value
		if n := len(code.freeVars); n > 0 {
			tup, ok := ToTuple(orNone(a[3]))
			if a[3].p == nil || a[3].IsNone() {
				return Value{}, t.TypeErr("code object requires a closure of exactly length %d", n)
			}
			if ok {
				for _, c := range tup.items {
					if c.p.shape != shCell {
						ok = false
						break
					}
				}
				cells = tup.items
			}
			if !ok || len(cells) != n {
				return Value{}, t.TypeErr("code object requires a closure of exactly length %d", n)
			}
		} else if a[3].p != nil && !a[3].IsNone() {
			return Value{}, t.TypeErr("cannot use a closure with this code object")
		}
		_, err := t.runCodeWith(code, g, l, cells)
		if err == nil && code.name.s == "<module>" {
			err = t.addNativePart(code, g)
		}
		return None, err
	}
	if a[3].p != nil && !a[3].IsNone() {
		return Value{}, t.TypeErr("closure can only be used when source is a code object")
	}
	src, isText, err := t.sourceOf(a[0], "exec", "string, bytes or code")
	if err != nil {
		return Value{}, err
	}
	code, err := t.compileSource(src, isText, CompileOptions{Filename: "<string>", Mode: syntax.Exec, Optimize: -1, Flags: t.inheritedFlags()})
	if err != nil {
		return Value{}, err
	}
	_, err = t.RunCode(code, g, l)
	return None, err
}

const futureMask = 0x1fe0000

// inheritedFlags are the __future__ features of the running code.
func (t *Thread) inheritedFlags() uint32 {
	if t.cur == nil || t.cur.code == nil {
		return 0
	}
	return t.cur.code.bc.Flags & futureMask
}

// sourceOf takes source from a str or bytes-like object.
func (t *Thread) sourceOf(v Value, fname, what string) (src string, isText bool, err *Exc) {
	if s, ok := ToStr(v); ok {
		src, isText = s.s, true
		if wtf8.HasSurrogates(src) {
			_, err := t.CallMethodS(v, "encode", newASCII("utf-8").Value())
			return "", false, err
		}
	} else if v.p.typ.slots.Buffer != nil {
		b, err := t.Buffer(v, BufSimple)
		if err != nil {
			return "", false, err
		}
		src = string(b.Data)
		b.Release()
	} else {
		return "", false, t.TypeErr("%s() arg 1 must be a %s object", fname, what)
	}
	if strings.IndexByte(src, 0) >= 0 {
		return "", false, t.newSyntaxError(SyntaxError, "source code string cannot contain null bytes", Value{})
	}
	return src, isText, nil
}

func (t *Thread) compileSource(src string, isText bool, o CompileOptions) (*Code, *Exc) {
	if isText {
		return t.CompileText(src, o)
	}
	return t.CompileBytes([]byte(src), o)
}

// Flags of compile() beside the __future__ ones.
const (
	pyCFDontImplyDedent = 0x200
	pyCFOnlyAST         = 0x400
	pyCFIgnoreCookie    = 0x800
	pyCFTypeComments    = 0x1000
	pyCFTopLevelAwait   = 0x2000
	pyCFAllowIncomplete = 0x4000
	pyCFOptimizedAST    = 0x8000 | pyCFOnlyAST
	pyCFKnown           = futureMask | 0xfe00 | 0x10
)

func biCompile(t *Thread, _ Value, a []Value) (Value, *Exc) {
	file, err := t.SourceName(a[1])
	if err != nil {
		return Value{}, err
	}
	mode, ok := ToStr(a[2])
	if !ok {
		return Value{}, t.TypeErr("compile() argument 'mode' must be str, not %s", a[2].p.typ.name)
	}
	flags, opt, fv := 0, -1, 0
	if a[3].p != nil {
		if flags, err = t.AsInt(a[3]); err != nil {
			return Value{}, err
		}
	}
	inherit := true
	if a[4].p != nil {
		b, err := t.Truth(a[4])
		if err != nil {
			return Value{}, err
		}
		inherit = !b
	}
	if a[5].p != nil {
		if opt, err = t.AsInt(a[5]); err != nil {
			return Value{}, err
		}
	}
	if a[6].p != nil {
		if fv, err = t.AsInt(a[6]); err != nil {
			return Value{}, err
		}
	}
	if flags&^pyCFKnown != 0 {
		return Value{}, t.ValueErr("compile(): unrecognised flags")
	}
	if opt < -1 || opt > 2 {
		return Value{}, t.ValueErr("compile(): invalid optimize value")
	}
	o := CompileOptions{
		Filename: file, Optimize: opt, FeatureVersion: max(fv, 0), Flags: uint32(flags) & futureMask,
		TypeComments: flags&pyCFTypeComments != 0, TopLevelAwait: flags&pyCFTopLevelAwait != 0,
		AllowIncomplete: flags&pyCFAllowIncomplete != 0, DontImplyDedent: flags&pyCFDontImplyDedent != 0,
	}
	if inherit {
		o.Flags |= t.inheritedFlags()
	}
	switch mode.s {
	case "exec":
		o.Mode = syntax.Exec
	case "eval":
		o.Mode = syntax.Eval
	case "single":
		o.Mode = syntax.Single
	case "func_type":
		o.Mode = syntax.FuncType
		if flags&pyCFOnlyAST == 0 {
			return Value{}, t.ValueErr("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
		}
	default:
		if flags&pyCFOnlyAST != 0 {
			return Value{}, t.ValueErr("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")
		}
		return Value{}, t.ValueErr("compile() mode must be 'exec', 'eval' or 'single'")
	}
	if conv := t.interp.astHooks; conv != nil && conv.IsNode(t, a[0]) {
		if flags&pyCFOptimizedAST == pyCFOnlyAST {
			return a[0], nil
		}
		mod, err := conv.ToTree(t, a[0], o.Mode)
		if err != nil {
			return Value{}, err
		}
		if flags&pyCFOnlyAST != 0 {
			if err := t.optimizeTree(mod, &o); err != nil {
				return Value{}, err
			}
			return conv.FromTree(t, mod)
		}
		code, err := t.CompileTree(mod, "", &o)
		if err != nil {
			return Value{}, err
		}
		return code.Value(), nil
	}
	src, isText, err := t.sourceOf(a[0], "compile", "string, bytes or AST")
	if err != nil {
		return Value{}, err
	}
	if flags&pyCFOnlyAST != 0 {
		if t.interp.astHooks == nil {
			if _, err := t.ImportModule("_ast"); err != nil {
				return Value{}, err
			}
		}
		if t.interp.astHooks == nil {
			return Value{}, t.Raise(NotImplementedError, "compile() to an AST")
		}
		mod, err := t.parseTree(src, isText, &o)
		if err != nil {
			return Value{}, err
		}
		if flags&pyCFOptimizedAST == pyCFOptimizedAST {
			if err := t.optimizeTree(mod, &o); err != nil {
				return Value{}, err
			}
		}
		return t.interp.astHooks.FromTree(t, mod)
	}
	code, err := t.compileSource(src, isText, o)
	if err != nil {
		return Value{}, err
	}
	return code.Value(), nil
}

// ASTHooks convert between syntax trees and the node objects of _ast.
type ASTHooks interface {
	IsNode(t *Thread, v Value) bool
	ToTree(t *Thread, v Value, mode syntax.Mode) (syntax.Mod, *Exc)
	FromTree(t *Thread, mod syntax.Mod) (Value, *Exc)
}

// SetASTHooks registers the converter; the _ast module does at its import.
func (in *Interp) SetASTHooks(h ASTHooks) { in.astHooks = h }
