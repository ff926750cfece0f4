package syntax

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDumpDepth bounds the recursion of Dump.
const maxDumpDepth = 500_000

// Dump prints the tree as Python's ast.dump(tree, include_attributes=attrs) does.
func Dump(m Mod, attrs bool) string {
	d := &dumper{attrs: attrs}
	switch m := m.(type) {
	case *Module:
		d.open("Module")
		dumpList(d, "body", m.Body, d.stmt)
		if len(m.TypeIgnores) > 0 {
			d.field("type_ignores")
			d.b.WriteByte('[')
			for i, t := range m.TypeIgnores {
				if i > 0 {
					d.b.WriteString(", ")
				}
				d.b.WriteString("TypeIgnore(lineno=" + strconv.Itoa(int(t.Line)) + ", tag=" + ReprString(t.Tag) + ")")
			}
			d.b.WriteByte(']')
		}
	case *Interactive:
		d.open("Interactive")
		dumpList(d, "body", m.Body, d.stmt)
	case *Expression:
		d.open("Expression")
		d.exprField("body", m.Body)
	case *FunctionType:
		d.open("FunctionType")
		dumpList(d, "argtypes", m.ArgTypes, d.expr)
		d.exprField("returns", m.Returns)
	}
	d.b.WriteByte(')')
	return d.b.String()
}

type dumper struct {
	b     strings.Builder
	attrs bool
	first bool // no field of the current node written yet
	depth int
}

func (d *dumper) open(name string) {
	d.b.WriteString(name)
	d.b.WriteByte('(')
	d.first = true
}

// shut ends a node with its position.
func (d *dumper) shut(p Pos) {
	if d.attrs {
		d.intField("lineno", int(p.Line))
		d.intField("col_offset", int(p.Col))
		d.intField("end_lineno", int(p.EndLine))
		d.intField("end_col_offset", int(p.EndCol))
	}
	d.b.WriteByte(')')
	d.first = false
}

func (d *dumper) field(name string) {
	if !d.first {
		d.b.WriteString(", ")
	}
	d.first = false
	d.b.WriteString(name)
	d.b.WriteByte('=')
}

func (d *dumper) intField(name string, n int) {
	d.field(name)
	d.b.WriteString(strconv.Itoa(n))
}

// strField writes an identifier or other string; "" is None and left out.
func (d *dumper) strField(name, s string) {
	if s != "" {
		d.field(name)
		d.b.WriteString(ReprString(s))
	}
}

func (d *dumper) exprField(name string, e Expr) {
	if e != nil {
		d.field(name)
		d.expr(e)
	}
}

func dumpList[T any](d *dumper, name string, list []T, item func(T)) {
	if len(list) == 0 {
		return
	}
	d.field(name)
	d.b.WriteByte('[')
	for i, x := range list {
		if i > 0 {
			d.b.WriteString(", ")
		}
		item(x)
	}
	d.b.WriteByte(']')
	d.first = false
}

func (d *dumper) names(name string, list []string) {
	dumpList(d, name, list, func(s string) { d.b.WriteString(ReprString(s)) })
}

func (d *dumper) leaf(name, v string) {
	d.field(name)
	d.b.WriteString(v)
	d.b.WriteString("()")
}

func (d *dumper) ctx(c ExprContext) { d.leaf("ctx", [...]string{"Load", "Store", "Del"}[c]) }

var operatorNames = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}
var cmpNames = [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}

func pick(cond bool, a, b string) string {
	if cond {
		return a
	}
	return b
}

func (d *dumper) stmt(s Stmt) {
	d.depth++
	defer func() { d.depth-- }()
	if d.depth > maxDumpDepth {
		d.b.WriteString("...")
		return
	}
	switch s := s.(type) {
	case *FunctionDef:
		d.open(pick(s.Async, "AsyncFunctionDef", "FunctionDef"))
		d.strField("name", s.Name)
		d.field("args")
		d.arguments(s.Args)
		dumpList(d, "body", s.Body, d.stmt)
		dumpList(d, "decorator_list", s.Decorators, d.expr)
		d.exprField("returns", s.Returns)
		d.strField("type_comment", s.TypeComment)
		dumpList(d, "type_params", s.TypeParams, d.typeParam)
	case *ClassDef:
		d.open("ClassDef")
		d.strField("name", s.Name)
		dumpList(d, "bases", s.Bases, d.expr)
		dumpList(d, "keywords", s.Keywords, d.keyword)
		dumpList(d, "body", s.Body, d.stmt)
		dumpList(d, "decorator_list", s.Decorators, d.expr)
		dumpList(d, "type_params", s.TypeParams, d.typeParam)
	case *Return:
		d.open("Return")
		d.exprField("value", s.Value)
	case *Delete:
		d.open("Delete")
		dumpList(d, "targets", s.Targets, d.expr)
	case *Assign:
		d.open("Assign")
		dumpList(d, "targets", s.Targets, d.expr)
		d.exprField("value", s.Value)
		d.strField("type_comment", s.TypeComment)
	case *TypeAlias:
		d.open("TypeAlias")
		d.exprField("name", s.Name)
		dumpList(d, "type_params", s.TypeParams, d.typeParam)
		d.exprField("value", s.Value)
	case *AugAssign:
		d.open("AugAssign")
		d.exprField("target", s.Target)
		d.leaf("op", operatorNames[s.Op])
		d.exprField("value", s.Value)
	case *AnnAssign:
		d.open("AnnAssign")
		d.exprField("target", s.Target)
		d.exprField("annotation", s.Annotation)
		d.exprField("value", s.Value)
		n := 0
		if s.Simple {
			n = 1
		}
		d.intField("simple", n)
	case *For:
		d.open(pick(s.Async, "AsyncFor", "For"))
		d.exprField("target", s.Target)
		d.exprField("iter", s.Iter)
		dumpList(d, "body", s.Body, d.stmt)
		dumpList(d, "orelse", s.Orelse, d.stmt)
		d.strField("type_comment", s.TypeComment)
	case *While:
		d.open("While")
		d.exprField("test", s.Test)
		dumpList(d, "body", s.Body, d.stmt)
		dumpList(d, "orelse", s.Orelse, d.stmt)
	case *If:
		d.open("If")
		d.exprField("test", s.Test)
		dumpList(d, "body", s.Body, d.stmt)
		dumpList(d, "orelse", s.Orelse, d.stmt)
	case *With:
		d.open(pick(s.Async, "AsyncWith", "With"))
		dumpList(d, "items", s.Items, func(w *WithItem) {
			d.open("withitem")
			d.exprField("context_expr", w.Context)
			d.exprField("optional_vars", w.Target)
			d.b.WriteByte(')')
			d.first = false
		})
		dumpList(d, "body", s.Body, d.stmt)
		d.strField("type_comment", s.TypeComment)
	case *Match:
		d.open("Match")
		d.exprField("subject", s.Subject)
		dumpList(d, "cases", s.Cases, func(c *MatchCase) {
			d.open("match_case")
			d.field("pattern")
			d.pattern(c.Pattern)
			d.exprField("guard", c.Guard)
			dumpList(d, "body", c.Body, d.stmt)
			d.b.WriteByte(')')
			d.first = false
		})
	case *Raise:
		d.open("Raise")
		d.exprField("exc", s.Exc)
		d.exprField("cause", s.Cause)
	case *Try:
		d.open(pick(s.Star, "TryStar", "Try"))
		dumpList(d, "body", s.Body, d.stmt)
		dumpList(d, "handlers", s.Handlers, func(h *ExceptHandler) {
			d.open("ExceptHandler")
			d.exprField("type", h.Type)
			d.strField("name", h.Name)
			dumpList(d, "body", h.Body, d.stmt)
			d.shut(h.Pos)
		})
		dumpList(d, "orelse", s.Orelse, d.stmt)
		dumpList(d, "finalbody", s.Finalbody, d.stmt)
	case *Assert:
		d.open("Assert")
		d.exprField("test", s.Test)
		d.exprField("msg", s.Msg)
	case *Import:
		d.open("Import")
		dumpList(d, "names", s.Names, d.alias)
	case *ImportFrom:
		d.open("ImportFrom")
		d.strField("module", s.Module)
		dumpList(d, "names", s.Names, d.alias)
		d.intField("level", s.Level)
	case *Global:
		d.open("Global")
		d.names("names", s.Names)
	case *Nonlocal:
		d.open("Nonlocal")
		d.names("names", s.Names)
	case *ExprStmt:
		d.open("Expr")
		d.exprField("value", s.Value)
	case *Pass:
		d.open("Pass")
	case *Break:
		d.open("Break")
	case *Continue:
		d.open("Continue")
	}
	d.shut(s.Span())
}

func (d *dumper) alias(a *Alias) {
	d.open("alias")
	d.strField("name", a.Name)
	d.strField("asname", a.AsName)
	d.shut(a.Pos)
}

func (d *dumper) keyword(k *Keyword) {
	d.open("keyword")
	d.strField("arg", k.Name)
	d.exprField("value", k.Value)
	d.shut(k.Pos)
}

func (d *dumper) arg(a *Arg) {
	d.open("arg")
	d.strField("arg", a.Name)
	d.exprField("annotation", a.Annotation)
	d.strField("type_comment", a.TypeComment)
	d.shut(a.Pos)
}

func (d *dumper) arguments(a *Arguments) {
	d.open("arguments")
	dumpList(d, "posonlyargs", a.PosOnly, d.arg)
	dumpList(d, "args", a.Args, d.arg)
	if a.Vararg != nil {
		d.field("vararg")
		d.arg(a.Vararg)
	}
	dumpList(d, "kwonlyargs", a.KwOnly, d.arg)
	dumpList(d, "kw_defaults", a.KwDefaults, d.expr)
	if a.Kwarg != nil {
		d.field("kwarg")
		d.arg(a.Kwarg)
	}
	dumpList(d, "defaults", a.Defaults, d.expr)
	d.b.WriteByte(')')
	d.first = false
}

func (d *dumper) typeParam(t TypeParam) {
	d.open([...]string{"TypeVar", "ParamSpec", "TypeVarTuple"}[t.Kind])
	d.strField("name", t.Name)
	d.exprField("bound", t.Bound)
	d.exprField("default_value", t.Default)
	d.shut(t.Pos)
}

func (d *dumper) comprehension(c *Comprehension) {
	d.open("comprehension")
	d.exprField("target", c.Target)
	d.exprField("iter", c.Iter)
	dumpList(d, "ifs", c.Ifs, d.expr)
	n := 0
	if c.Async {
		n = 1
	}
	d.intField("is_async", n)
	d.b.WriteByte(')')
	d.first = false
}

func (d *dumper) expr(e Expr) {
	if e == nil {
		d.b.WriteString("None")
		return
	}
	d.depth++
	defer func() { d.depth-- }()
	if d.depth > maxDumpDepth {
		d.b.WriteString("...")
		return
	}
	switch e := e.(type) {
	case *BoolOp:
		d.open("BoolOp")
		d.leaf("op", pick(e.Op == And, "And", "Or"))
		dumpList(d, "values", e.Values, d.expr)
	case *NamedExpr:
		d.open("NamedExpr")
		d.exprField("target", e.Target)
		d.exprField("value", e.Value)
	case *BinOp:
		d.open("BinOp")
		d.exprField("left", e.Left)
		d.leaf("op", operatorNames[e.Op])
		d.exprField("right", e.Right)
	case *UnaryOp:
		d.open("UnaryOp")
		d.leaf("op", [...]string{"Invert", "Not", "UAdd", "USub"}[e.Op])
		d.exprField("operand", e.Operand)
	case *Lambda:
		d.open("Lambda")
		d.field("args")
		d.arguments(e.Args)
		d.exprField("body", e.Body)
	case *IfExp:
		d.open("IfExp")
		d.exprField("test", e.Test)
		d.exprField("body", e.Body)
		d.exprField("orelse", e.Orelse)
	case *Dict:
		d.open("Dict")
		dumpList(d, "keys", e.Keys, d.expr)
		dumpList(d, "values", e.Values, d.expr)
	case *Set:
		d.open("Set")
		dumpList(d, "elts", e.Elts, d.expr)
	case *ListComp:
		d.open("ListComp")
		d.exprField("elt", e.Elt)
		dumpList(d, "generators", e.Generators, d.comprehension)
	case *SetComp:
		d.open("SetComp")
		d.exprField("elt", e.Elt)
		dumpList(d, "generators", e.Generators, d.comprehension)
	case *DictComp:
		d.open("DictComp")
		d.exprField("key", e.Key)
		d.exprField("value", e.Value)
		dumpList(d, "generators", e.Generators, d.comprehension)
	case *GeneratorExp:
		d.open("GeneratorExp")
		d.exprField("elt", e.Elt)
		dumpList(d, "generators", e.Generators, d.comprehension)
	case *Await:
		d.open("Await")
		d.exprField("value", e.Value)
	case *Yield:
		d.open("Yield")
		d.exprField("value", e.Value)
	case *YieldFrom:
		d.open("YieldFrom")
		d.exprField("value", e.Value)
	case *Compare:
		d.open("Compare")
		d.exprField("left", e.Left)
		dumpList(d, "ops", e.Ops, func(o CmpOperator) { d.b.WriteString(cmpNames[o] + "()") })
		dumpList(d, "comparators", e.Comparators, d.expr)
	case *Call:
		d.open("Call")
		d.exprField("func", e.Func)
		dumpList(d, "args", e.Args, d.expr)
		dumpList(d, "keywords", e.Keywords, d.keyword)
	case *FormattedValue:
		d.open("FormattedValue")
		d.exprField("value", e.Value)
		d.intField("conversion", int(e.Conversion))
		d.exprField("format_spec", e.FormatSpec)
	case *JoinedStr:
		d.open("JoinedStr")
		dumpList(d, "values", e.Values, d.expr)
	case *Constant:
		d.open("Constant")
		d.field("value")
		d.b.WriteString(ReprConstant(e.Value))
		d.strField("kind", e.Kind)
	case *Attribute:
		d.open("Attribute")
		d.exprField("value", e.Value)
		d.strField("attr", e.Attr)
		d.ctx(e.Ctx)
	case *Subscript:
		d.open("Subscript")
		d.exprField("value", e.Value)
		d.exprField("slice", e.Slice)
		d.ctx(e.Ctx)
	case *Starred:
		d.open("Starred")
		d.exprField("value", e.Value)
		d.ctx(e.Ctx)
	case *Name:
		d.open("Name")
		d.strField("id", e.Id)
		d.ctx(e.Ctx)
	case *List:
		d.open("List")
		dumpList(d, "elts", e.Elts, d.expr)
		d.ctx(e.Ctx)
	case *Tuple:
		d.open("Tuple")
		dumpList(d, "elts", e.Elts, d.expr)
		d.ctx(e.Ctx)
	case *Slice:
		d.open("Slice")
		d.exprField("lower", e.Lower)
		d.exprField("upper", e.Upper)
		d.exprField("step", e.Step)
	}
	d.shut(e.Span())
}

func (d *dumper) pattern(p Pattern) {
	switch p := p.(type) {
	case *MatchValue:
		d.open("MatchValue")
		d.exprField("value", p.Value)
	case *MatchSingleton:
		d.open("MatchSingleton")
		d.field("value")
		d.b.WriteString(ReprConstant(p.Value))
	case *MatchSequence:
		d.open("MatchSequence")
		dumpList(d, "patterns", p.Patterns, d.pattern)
	case *MatchMapping:
		d.open("MatchMapping")
		dumpList(d, "keys", p.Keys, d.expr)
		dumpList(d, "patterns", p.Patterns, d.pattern)
		d.strField("rest", p.Rest)
	case *MatchClass:
		d.open("MatchClass")
		d.exprField("cls", p.Cls)
		dumpList(d, "patterns", p.Patterns, d.pattern)
		d.names("kwd_attrs", p.KwdAttrs)
		dumpList(d, "kwd_patterns", p.KwdPatterns, d.pattern)
	case *MatchStar:
		d.open("MatchStar")
		d.strField("name", p.Name)
	case *MatchAs:
		d.open("MatchAs")
		if p.Pattern != nil {
			d.field("pattern")
			d.pattern(p.Pattern)
		}
		d.strField("name", p.Name)
	case *MatchOr:
		d.open("MatchOr")
		dumpList(d, "patterns", p.Patterns, d.pattern)
	}
	d.shut(p.Span())
}

// ReprConstant formats the value of a Constant as Python's repr does.
func ReprConstant(v any) string {
	switch v := v.(type) {
	case NoneType:
		return "None"
	case EllipsisType:
		return "Ellipsis"
	case bool:
		return pick(v, "True", "False")
	case int64:
		return strconv.FormatInt(v, 10)
	case *big.Int:
		return v.String()
	case float64:
		return reprFloat(v, true)
	case complex128:
		im := reprFloat(imag(v), false) + "j"
		if re := real(v); re != 0 || math.Signbit(re) {
			return "(" + reprFloat(re, false) + pick(im[0] != '-', "+", "") + im + ")"
		}
		return im
	case string:
		return ReprString(v)
	case Bytes:
		return reprBytes(string(v))
	}
	return "?"
}

// reprFloat formats the shortest text that reads back as f; point adds ".0"
// to whole numbers.
func reprFloat(f float64, point bool) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case math.IsNaN(f):
		return "nan"
	}
	s := strconv.FormatFloat(f, 'e', -1, 64)
	i := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[i+1:])
	if exp >= -4 && exp < 16 {
		s = strconv.FormatFloat(f, 'f', -1, 64)
		if point && strings.IndexByte(s, '.') < 0 {
			s += ".0"
		}
		return s
	}
	return s
}

// ReprString formats s, which is WTF-8, as Python's repr does.
func ReprString(s string) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := append(make([]byte, 0, len(s)+2), quote)
	hex := func(prefix byte, r rune, width int) {
		b = append(b, '\\', prefix)
		h := strconv.FormatInt(int64(r), 16)
		for n := len(h); n < width; n++ {
			b = append(b, '0')
		}
		b = append(b, h...)
	}
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && w == 1 && i+2 < len(s) && s[i] == 0xED {
			// A lone surrogate.
			r = rune(s[i]&0xF)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F)
			w = 3
		}
		switch {
		case r == rune(quote) || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < ' ' || r == 0x7f:
			hex('x', r, 2)
		case r < 0x7f:
			b = append(b, byte(r))
		case isPrintable(r):
			b = append(b, s[i:i+w]...)
		case r <= 0xff:
			hex('x', r, 2)
		case r <= 0xffff:
			hex('u', r, 4)
		default:
			hex('U', r, 8)
		}
		i += w
	}
	return string(append(b, quote))
}

func reprBytes(s string) string {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b := append(make([]byte, 0, len(s)+3), 'b', quote)
	const digits = "0123456789abcdef"
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == quote || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < ' ' || c >= 0x7f:
			b = append(b, '\\', 'x', digits[c>>4], digits[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, quote))
}
