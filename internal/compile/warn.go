package compile

import (
	"fmt"

	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

func systemErrorf(format string, args ...any) *symtab.Error {
	return &symtab.Error{Kind: "SystemError", Msg: fmt.Sprintf(format, args...)}
}

// warn notes a SyntaxWarning. The body of a finally clause is compiled, and
// warned of, once for each way into it, as in CPython.
func (c *compiler) warn(pos syntax.Pos, format string, args ...any) {
	c.warnings = append(c.warnings, Warning{Msg: fmt.Sprintf(format, args...), Pos: pos})
}

// literalType names the type of an expression whose type is plain from its
// form, "" if it is not.
func literalType(e syntax.Expr) string {
	switch e := e.(type) {
	case *syntax.Tuple:
		return "tuple"
	case *syntax.List, *syntax.ListComp:
		return "list"
	case *syntax.Dict, *syntax.DictComp:
		return "dict"
	case *syntax.Set, *syntax.SetComp:
		return "set"
	case *syntax.GeneratorExp:
		return "generator"
	case *syntax.Lambda:
		return "function"
	case *syntax.JoinedStr, *syntax.FormattedValue:
		return "str"
	case *syntax.Constant:
		switch e.Value.(type) {
		case syntax.NoneType:
			return "NoneType"
		case syntax.EllipsisType:
			return "ellipsis"
		case bool:
			return "bool"
		case string:
			return "str"
		case syntax.Bytes:
			return "bytes"
		case float64:
			return "float"
		case complex128:
			return "complex"
		}
		return "int"
	}
	return ""
}

func (c *compiler) checkCaller(e syntax.Expr) {
	switch e.(type) {
	case *syntax.Lambda:
		return
	}
	if t := literalType(e); t != "" {
		c.warn(e.Span(), "'%s' object is not callable; perhaps you missed a comma?", t)
	}
}

func (c *compiler) checkSubscripter(e syntax.Expr) {
	switch k := e.(type) {
	case *syntax.Constant:
		switch k.Value.(type) {
		case syntax.NoneType, syntax.EllipsisType, bool, float64, complex128:
		case string, syntax.Bytes:
			return
		}
	case *syntax.Set, *syntax.SetComp, *syntax.GeneratorExp, *syntax.Lambda:
	default:
		return
	}
	c.warn(e.Span(), "'%s' object is not subscriptable; perhaps you missed a comma?", literalType(e))
}

func (c *compiler) checkIndex(e, index syntax.Expr) {
	t := literalType(index)
	if t == "" {
		if v, ok := c.fold(index); ok {
			t = typeName(v)
		}
	}
	if t == "" || t == "int" || t == "bool" {
		return
	}
	switch k := e.(type) {
	case *syntax.Constant:
		switch k.Value.(type) {
		case string, syntax.Bytes:
		default:
			return
		}
	case *syntax.Tuple, *syntax.List, *syntax.ListComp, *syntax.JoinedStr, *syntax.FormattedValue:
	default:
		return
	}
	c.warn(e.Span(), "%s indices must be integers or slices, not %s; perhaps you missed a comma?", literalType(e), t)
}

// checkCompare warns of "is" with a literal.
func (c *compiler) checkCompare(e *syntax.Compare) {
	left := identityLiteral(c, e.Left)
	for i, op := range e.Ops {
		right := identityLiteral(c, e.Comparators[i])
		if op == syntax.Is || op == syntax.IsNot {
			t := left
			if t == "" {
				t = right
			}
			if t != "" {
				if op == syntax.Is {
					c.warn(e.Pos, "\"is\" with '%s' literal. Did you mean \"==\"?", t)
				} else {
					c.warn(e.Pos, "\"is not\" with '%s' literal. Did you mean \"!=\"?", t)
				}
				return
			}
		}
		left = right
	}
}

// identityLiteral names the type of a constant that should not be compared by
// identity, "" if e is none.
func identityLiteral(c *compiler, e syntax.Expr) string {
	switch e.(type) {
	case *syntax.Constant, *syntax.Tuple, *syntax.UnaryOp, *syntax.BinOp:
	default:
		return ""
	}
	if _, ok := c.fold(e); !ok {
		return ""
	}
	if t := literalType(e); t != "" {
		switch t {
		case "NoneType", "bool", "ellipsis":
			return ""
		}
		if _, ok := e.(*syntax.UnaryOp); !ok {
			return t
		}
	}
	v, _ := c.fold(e)
	return typeName(v)
}
