package syntax

import (
	"math/big"
	"strings"
)

// Binding strengths of expressions, from the weakest.
const (
	bindTuple = iota
	bindTest  // conditional expressions, lambda
	bindOr
	bindAnd
	bindNot
	bindCompare
	bindBitOr
	bindBitXor
	bindBitAnd
	bindShift
	bindSum
	bindTerm
	bindUnary
	bindPower
	bindAwait
	bindAtom
)

var binaryText = [...]struct {
	text string
	bind int
}{
	Add: {" + ", bindSum}, Sub: {" - ", bindSum}, Mult: {" * ", bindTerm}, MatMult: {" @ ", bindTerm},
	Div: {" / ", bindTerm}, Mod_: {" % ", bindTerm}, FloorDiv: {" // ", bindTerm}, Pow: {" ** ", bindPower},
	LShift: {" << ", bindShift}, RShift: {" >> ", bindShift}, BitOr: {" | ", bindBitOr},
	BitXor: {" ^ ", bindBitXor}, BitAnd: {" & ", bindBitAnd},
}

var compareText = [...]string{Eq: " == ", NotEq: " != ", Lt: " < ", LtE: " <= ", Gt: " > ", GtE: " >= ",
	Is: " is ", IsNot: " is not ", In: " in ", NotIn: " not in "}

// Unparse turns an expression into source text, in the form that annotations
// have under "from __future__ import annotations" (PEP 563).
func Unparse(e Expr) string {
	u := &unparser{}
	u.expr(e, bindTest)
	return u.b.String()
}

type unparser struct{ b strings.Builder }

func (u *unparser) put(s string) { u.b.WriteString(s) }

// paren opens a parenthesis if cond holds and returns what closes it.
func (u *unparser) paren(cond bool) string {
	if !cond {
		return ""
	}
	u.put("(")
	return ")"
}

func (u *unparser) list(elts []Expr, bind int) {
	for i, e := range elts {
		if i > 0 {
			u.put(", ")
		}
		u.expr(e, bind)
	}
}

// expr writes e in a place that needs expressions of at least the given strength.
func (u *unparser) expr(e Expr, bind int) {
	shut := ""
	switch e := e.(type) {
	case *BoolOp:
		op, own := " and ", bindAnd
		if e.Op == Or {
			op, own = " or ", bindOr
		}
		shut = u.paren(bind > own)
		for i, v := range e.Values {
			if i > 0 {
				u.put(op)
			}
			u.expr(v, own+1)
		}
	case *BinOp:
		u.binary(e, bind)
	case *UnaryOp:
		own := bindUnary
		if e.Op == Not {
			own = bindNot
		}
		shut = u.paren(bind > own)
		u.put([...]string{"~", "not ", "+", "-"}[e.Op])
		u.expr(e.Operand, own)
	case *Lambda:
		shut = u.paren(bind > bindTest)
		u.put("lambda")
		if len(e.Args.PosOnly)+len(e.Args.Args) > 0 {
			u.put(" ") // no blank before "*", as in CPython
		}
		u.params(e.Args)
		u.put(": ")
		u.expr(e.Body, bindTest)
	case *IfExp:
		shut = u.paren(bind > bindTest)
		u.expr(e.Body, bindTest+1)
		u.put(" if ")
		u.expr(e.Test, bindTest+1)
		u.put(" else ")
		u.expr(e.Orelse, bindTest)
	case *Dict:
		u.put("{")
		for i, v := range e.Values {
			if i > 0 {
				u.put(", ")
			}
			if k := e.Keys[i]; k != nil {
				u.expr(k, bindTest)
				u.put(": ")
				u.expr(v, bindTest)
			} else {
				u.put("**")
				u.expr(v, bindBitOr)
			}
		}
		u.put("}")
	case *Set:
		u.put("{")
		u.list(e.Elts, bindTest)
		u.put("}")
	case *List:
		u.put("[")
		u.list(e.Elts, bindTest)
		u.put("]")
	case *Tuple:
		if len(e.Elts) == 0 {
			u.put("()")
			return
		}
		shut = u.paren(bind > bindTuple)
		u.list(e.Elts, bindTest)
		if len(e.Elts) == 1 {
			u.put(",")
		}
	case *GeneratorExp:
		u.comp("(", e.Elt, nil, e.Generators, ")")
	case *ListComp:
		u.comp("[", e.Elt, nil, e.Generators, "]")
	case *SetComp:
		u.comp("{", e.Elt, nil, e.Generators, "}")
	case *DictComp:
		u.comp("{", e.Key, e.Value, e.Generators, "}")
	case *Compare:
		shut = u.paren(bind > bindCompare)
		u.expr(e.Left, bindCompare+1)
		for i, op := range e.Ops {
			u.put(compareText[op])
			u.expr(e.Comparators[i], bindCompare+1)
		}
	case *Call:
		u.call(e)
	case *JoinedStr:
		u.put("f" + ReprString(fstringBody(e)))
	case *FormattedValue:
		u.put("f" + ReprString(fstringBody(&JoinedStr{Values: []Expr{e}})))
	case *Constant:
		u.constant(e)
	case *Attribute:
		u.expr(e.Value, bindAtom)
		if isInt(e.Value) {
			u.put(" ") // "1.x" would be a float
		}
		u.put("." + e.Attr)
	case *Starred:
		u.put("*")
		u.expr(e.Value, bindBitOr)
	case *Name:
		u.put(e.Id)
	case *Slice:
		for i, part := range [...]Expr{e.Lower, e.Upper, e.Step} {
			if i == 1 || i == 2 && part != nil {
				u.put(":")
			}
			if part != nil {
				u.expr(part, bindTest)
			}
		}
	case *Subscript:
		u.expr(e.Value, bindAtom)
		u.put("[")
		u.expr(e.Slice, bindTuple)
		u.put("]")
	case *Await:
		shut = u.paren(bind > bindAwait)
		u.put("await ")
		u.expr(e.Value, bindAtom)
	case *Yield:
		u.put("(yield")
		if e.Value != nil {
			u.put(" ")
			u.expr(e.Value, bindTest)
		}
		u.put(")")
	case *YieldFrom:
		u.put("(yield from ")
		u.expr(e.Value, bindTest)
		u.put(")")
	case *NamedExpr:
		shut = u.paren(bind > bindTuple)
		u.put(e.Target.Id + " := ")
		u.expr(e.Value, bindAtom)
	}
	u.put(shut)
}

// binary writes a chain of operators. Its left operands are unwound without
// recursion, for chains can be long.
func (u *unparser) binary(e *BinOp, bind int) {
	type open struct {
		e    *BinOp
		shut string
	}
	var stack []open
	for {
		op := binaryText[e.Op]
		stack = append(stack, open{e, u.paren(bind > op.bind)})
		bind = op.bind
		if e.Op == Pow {
			bind++ // ** groups to the right
		}
		left, ok := e.Left.(*BinOp)
		if !ok {
			u.expr(e.Left, bind)
			break
		}
		e = left
	}
	for i := len(stack) - 1; i >= 0; i-- {
		e := stack[i].e
		op := binaryText[e.Op]
		u.put(op.text)
		right := op.bind + 1
		if e.Op == Pow {
			right = op.bind
		}
		u.expr(e.Right, right)
		u.put(stack[i].shut)
	}
}

func isInt(e Expr) bool {
	c, ok := e.(*Constant)
	if !ok {
		return false
	}
	switch c.Value.(type) {
	case int64, *big.Int:
		return true
	}
	return false
}

func (u *unparser) params(a *Arguments) {
	n := 0
	sep := func() {
		if n > 0 {
			u.put(", ")
		}
		n++
	}
	positional := append(append([]*Arg(nil), a.PosOnly...), a.Args...)
	for i, p := range positional {
		sep()
		u.param(p)
		if d := i - (len(positional) - len(a.Defaults)); d >= 0 {
			u.put("=")
			u.expr(a.Defaults[d], bindTest)
		}
		if i+1 == len(a.PosOnly) {
			u.put(", /")
		}
	}
	if a.Vararg != nil || len(a.KwOnly) > 0 {
		sep()
		u.put("*")
		if a.Vararg != nil {
			u.param(a.Vararg)
		}
	}
	for i, p := range a.KwOnly {
		sep()
		u.param(p)
		if d := a.KwDefaults[i]; d != nil {
			u.put("=")
			u.expr(d, bindTest)
		}
	}
	if a.Kwarg != nil {
		sep()
		u.put("**")
		u.param(a.Kwarg)
	}
}

func (u *unparser) param(p *Arg) {
	u.put(p.Name)
	if p.Annotation != nil {
		u.put(": ")
		u.expr(p.Annotation, bindTest)
	}
}

// comp writes a comprehension; value is only a dict comprehension's.
func (u *unparser) comp(open string, elt, value Expr, gens []*Comprehension, shut string) {
	u.put(open)
	u.expr(elt, bindTest)
	if value != nil {
		u.put(": ")
		u.expr(value, bindTest)
	}
	for _, c := range gens {
		u.put(pick(c.Async, " async for ", " for "))
		u.expr(c.Target, bindTuple)
		u.put(" in ")
		u.expr(c.Iter, bindTest+1)
		for _, cond := range c.Ifs {
			u.put(" if ")
			u.expr(cond, bindTest+1)
		}
	}
	u.put(shut)
}

func (u *unparser) call(e *Call) {
	u.expr(e.Func, bindAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if g, ok := e.Args[0].(*GeneratorExp); ok {
			u.expr(g, bindTest) // its parentheses are the call's
			return
		}
	}
	u.put("(")
	u.list(e.Args, bindTest)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			u.put(", ")
		}
		if k.Name == "" {
			u.put("**")
		} else {
			u.put(k.Name + "=")
		}
		u.expr(k.Value, bindTest)
	}
	u.put(")")
}

func (u *unparser) constant(c *Constant) {
	u.put(c.Kind)
	switch v := c.Value.(type) {
	case EllipsisType:
		u.put("...")
	case float64, complex128:
		// An infinity is written as a number that overflows.
		u.put(strings.ReplaceAll(ReprConstant(v), "inf", "1e309"))
	default:
		u.put(ReprConstant(v))
	}
}

// fstringBody is the text between the quotes of an f-string.
func fstringBody(j *JoinedStr) string {
	var b strings.Builder
	for _, v := range j.Values {
		switch v := v.(type) {
		case *Constant:
			s, _ := v.Value.(string)
			b.WriteString(strings.NewReplacer("{", "{{", "}", "}}").Replace(s))
		case *JoinedStr:
			b.WriteString(fstringBody(v))
		case *FormattedValue:
			u := &unparser{}
			u.expr(v.Value, bindTest+1)
			s := u.b.String()
			b.WriteString("{")
			if strings.HasPrefix(s, "{") {
				b.WriteString(" ")
			}
			b.WriteString(s)
			if v.Conversion > 0 {
				b.WriteString("!" + string(v.Conversion))
			}
			if spec, ok := v.FormatSpec.(*JoinedStr); ok {
				b.WriteString(":" + fstringBody(spec))
			}
			b.WriteString("}")
		}
	}
	return b.String()
}
