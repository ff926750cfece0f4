package compile

import (
	"reflect"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Optimize folds the constant expressions of a tree in place, as a program sees
// it with ast.PyCF_OPTIMIZED_AST. Compile needs no such pass: it folds on its way.
// Folded tuples and frozensets stand in Constant nodes as bytecode.Tuple and
// bytecode.FrozenSet.
func Optimize(mod syntax.Mod, opts Options) *symtab.Error {
	future, err := symtab.ScanFuture(mod)
	if err != nil {
		return err
	}
	o := &optimizer{
		c:         &compiler{opts: opts},
		skipNotes: (future.Flags|opts.Flags)&bytecode.FlagFutureAnnotations != 0,
	}
	o.walk(reflect.ValueOf(mod))
	return o.c.err
}

// optimizer goes through a tree by reflection: few programs ask for it, and
// they are not in a hurry.
type optimizer struct {
	c         *compiler // for its rules of folding
	skipNotes bool      // annotations stay text: leave them as written
}

// walk folds what is below v, and v itself if it is an expression that can be
// replaced: children first.
func (o *optimizer) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		if v.IsNil() {
			return
		}
		o.walk(v.Elem())
		if e, ok := v.Interface().(syntax.Expr); ok && v.CanSet() {
			if n := o.fold(e); n != e {
				v.Set(reflect.ValueOf(n))
			}
		}
	case reflect.Pointer:
		if _, ok := v.Interface().(*syntax.Constant); ok || v.IsNil() || v.Elem().Kind() != reflect.Struct {
			return
		}
		if !o.c.deeper() {
			return
		}
		documented := hasDocstring(v.Interface())
		o.walk(v.Elem())
		o.finish(v.Interface(), documented)
		o.c.depth--
	case reflect.Slice:
		for i := range v.Len() {
			o.walk(v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range v.NumField() {
			if o.skipNotes && (t.Field(i).Name == "Annotation" || t.Field(i).Name == "Returns") {
				continue
			}
			switch f := v.Field(i); f.Kind() {
			case reflect.Interface, reflect.Pointer, reflect.Slice, reflect.Struct:
				if t.Field(i).IsExported() {
					o.walk(f)
				}
			}
		}
	}
}

// fold is the constant an expression amounts to, a simpler form of it, or itself.
func (o *optimizer) fold(e syntax.Expr) syntax.Expr {
	switch x := e.(type) {
	case *syntax.Constant:
		return e
	case *syntax.BinOp:
		if x.Op == syntax.Mod_ {
			if js := percentFormat(x); js != nil {
				for _, part := range js.Values {
					placeless(part)
				}
				return js
			}
		}
	case *syntax.UnaryOp:
		if cmp, ok := x.Operand.(*syntax.Compare); ok && x.Op == syntax.Not && len(cmp.Ops) == 1 {
			if op, ok := negated(cmp.Ops[0]); ok {
				return &syntax.Compare{Pos: cmp.Pos, Left: cmp.Left, Ops: []syntax.CmpOperator{op}, Comparators: cmp.Comparators}
			}
		}
	}
	if v, ok := o.c.fold(e); ok {
		return &syntax.Constant{Pos: e.Span(), Value: v}
	}
	return e
}

// placeless takes the position from the texts that a format was cut into: they
// stand nowhere in the source.
func placeless(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Constant:
		e.Pos = syntax.Pos{Line: -1, Col: -1, EndLine: -1, EndCol: -1}
	case *syntax.FormattedValue:
		placeless(e.FormatSpec)
	}
}

// negated is the comparison that is true when op is not, for those where that
// holds of all objects.
func negated(op syntax.CmpOperator) (syntax.CmpOperator, bool) {
	switch op {
	case syntax.Is:
		return syntax.IsNot, true
	case syntax.IsNot:
		return syntax.Is, true
	case syntax.In:
		return syntax.NotIn, true
	case syntax.NotIn:
		return syntax.In, true
	}
	return op, false
}

// iterable is a display that is only looked through: a tuple for a list, a
// frozenset for a set of constants.
func (o *optimizer) iterable(e syntax.Expr) syntax.Expr {
	if v, ok := o.c.constIterable(e); ok {
		return &syntax.Constant{Pos: e.Span(), Value: v}
	}
	if l, ok := e.(*syntax.List); ok && !hasStar(l.Elts) {
		return &syntax.Tuple{Pos: l.Pos, Elts: l.Elts, Ctx: l.Ctx}
	}
	return e
}

// finish changes a node whose children are done where it depends on its place.
func (o *optimizer) finish(node any, documented bool) {
	switch n := node.(type) {
	case *syntax.For:
		n.Iter = o.iterable(n.Iter)
	case *syntax.Comprehension:
		n.Iter = o.iterable(n.Iter)
	case *syntax.Compare:
		if k := len(n.Ops) - 1; n.Ops[k] == syntax.In || n.Ops[k] == syntax.NotIn {
			n.Comparators[k] = o.iterable(n.Comparators[k])
		}
	case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Module:
		// An expression that became a str is no docstring.
		if !documented && hasDocstring(n) {
			s := bodyOf(n)[0].(*syntax.ExprStmt)
			s.Value = &syntax.JoinedStr{Pos: s.Value.Span(), Values: []syntax.Expr{s.Value}}
		}
	}
}

func bodyOf(node any) []syntax.Stmt {
	switch n := node.(type) {
	case *syntax.FunctionDef:
		return n.Body
	case *syntax.ClassDef:
		return n.Body
	case *syntax.Module:
		return n.Body
	}
	return nil
}

func hasDocstring(node any) bool {
	_, e := docstring(bodyOf(node))
	return e != nil
}
