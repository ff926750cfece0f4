package symtab

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Build analyses a whole tree. flags are the CO_FUTURE_* bits that the caller
// inherits; future imports of the tree itself are found here.
func Build(mod syntax.Mod, flags uint32) (*Table, *Error) {
	future, err := ScanFuture(mod)
	if err != nil {
		return nil, err
	}
	future.Flags |= flags
	b := &builder{t: &Table{Future: future, scopes: map[Key]*Scope{}}}
	defer func() { b.cur = nil }()
	b.future = future.Flags&bytecode.FlagFutureAnnotations != 0
	b.enter("top", Module, mod, Body, syntax.Pos{})
	b.top = b.cur
	b.t.Top = b.cur
	switch m := mod.(type) {
	case *syntax.Module:
		b.stmts(m.Body)
	case *syntax.Interactive:
		b.stmts(m.Body)
	case *syntax.Expression:
		b.expr(m.Body)
	case *syntax.FunctionType:
		b.fail(&Error{Kind: "RuntimeError", Msg: "this compiler does not handle FunctionTypes"})
	}
	b.leave()
	if b.err == nil {
		b.analyze()
	}
	if b.err != nil {
		return nil, b.err
	}
	return b.t, nil
}

// builder collects the names of every block. After the first error it goes on
// without effect, and the error stays.
type builder struct {
	t       *Table
	cur     *Scope
	top     *Scope
	private string
	future  bool // annotations are strings
	depth   int
	err     *Error
}

func (b *builder) fail(e *Error) {
	if b.err == nil {
		b.err = e
	}
}

func (b *builder) enter(name string, kind Kind, node any, part Part, pos syntax.Pos) *Scope {
	s := &Scope{Kind: kind, Name: name, Pos: pos, Parent: b.cur, Private: b.private, index: map[string]int{}}
	if p := b.cur; p != nil {
		s.Nested = p.Nested || p.FunctionLike()
		if kind != Class {
			s.mangleOnly = p.mangleOnly
		}
		// The names of a stringized annotation take part in nothing.
		if kind != Annotation {
			p.allChildren = append(p.allChildren, s)
		}
		s.compIterExpr = p.compIterExpr
		if p.Kind == Annotation {
			s.FutureAnnotationsBlock = true
		}
	}
	b.t.scopes[Key{node, part}] = s
	b.cur = s
	return s
}

func (b *builder) leave() { b.cur = b.cur.Parent }

// def records an occurrence of name in the current block.
func (b *builder) def(name string, flag Flag, pos syntax.Pos) { b.defIn(b.cur, name, flag, pos) }

func (b *builder) defIn(s *Scope, name string, flag Flag, pos syntax.Pos) {
	if b.err != nil {
		return
	}
	if flag&DefTypeParam != 0 && s.mangleOnly != nil {
		s.mangleOnly[name] = true
	}
	name = s.Mangle(name)
	i, ok := s.index[name]
	if !ok {
		i = len(s.Symbols)
		s.index[name] = i
		s.Symbols = append(s.Symbols, Symbol{Name: name})
	}
	have := s.Symbols[i].Flags
	if flag&DefParam != 0 && have&DefParam != 0 {
		b.fail(Syntaxf(pos, "duplicate argument '%s' in function definition", name))
		return
	}
	if flag&DefTypeParam != 0 && have&DefTypeParam != 0 {
		b.fail(Syntaxf(pos, "duplicate type parameter '%s'", name))
		return
	}
	have |= flag
	if s.compIterTarget {
		if have&(DefGlobal|DefNonlocal) != 0 {
			b.fail(Syntaxf(pos, "comprehension inner loop cannot rebind assignment expression target '%s'", name))
			return
		}
		have |= DefCompIter
	}
	s.Symbols[i].Flags = have
	if flag&DefParam != 0 {
		s.VarNames = append(s.VarNames, name)
	}
	if flag&DefGlobal != 0 && s != b.top {
		// The module's own view: the name is a global.
		j, ok := b.top.index[name]
		if !ok {
			j = len(b.top.Symbols)
			b.top.index[name] = j
			b.top.Symbols = append(b.top.Symbols, Symbol{Name: name})
		}
		b.top.Symbols[j].Flags |= flag
	}
}

func (b *builder) lookup(name string) Flag {
	if sym := b.cur.Lookup(b.cur.Mangle(name)); sym != nil {
		return sym.Flags
	}
	return 0
}

func (s *Scope) directive(name string, pos syntax.Pos) {
	if s.directives == nil {
		s.directives = map[string]syntax.Pos{}
	}
	name = s.Mangle(name)
	if _, ok := s.directives[name]; !ok {
		s.directives[name] = pos
	}
}

func (b *builder) stmts(list []syntax.Stmt) {
	for _, s := range list {
		if b.err != nil {
			return
		}
		b.stmt(s)
	}
}

func (b *builder) deeper() bool {
	b.depth++
	if b.depth > MaxDepth {
		b.fail(TooDeep())
		return false
	}
	return b.err == nil
}

func (b *builder) stmt(s syntax.Stmt) {
	if !b.deeper() {
		b.depth--
		return
	}
	defer func() { b.depth-- }()
	switch s := s.(type) {
	case *syntax.FunctionDef:
		b.functionDef(s)
	case *syntax.ClassDef:
		b.classDef(s)
	case *syntax.TypeAlias:
		b.expr(s.Name)
		inClass := b.cur.Kind == Class
		name := ""
		if n, ok := s.Name.(*syntax.Name); ok {
			name = n.Id
		}
		if len(s.TypeParams) > 0 {
			b.enterTypeParams(name, s, s.Pos, false, false, false)
			b.typeParams(s.TypeParams)
		}
		sc := b.enter(name, TypeAlias, s, Body, s.Pos)
		sc.CanSeeClassScope = inClass
		if inClass {
			b.def("__classdict__", Use, s.Value.Span())
		}
		b.expr(s.Value)
		b.leave()
		if len(s.TypeParams) > 0 {
			b.leave()
		}
	case *syntax.Return:
		if s.Value != nil {
			b.expr(s.Value)
			b.cur.ReturnsValue = true
		}
	case *syntax.Delete:
		b.exprs(s.Targets)
	case *syntax.Assign:
		b.exprs(s.Targets)
		b.expr(s.Value)
	case *syntax.AugAssign:
		b.expr(s.Target)
		b.expr(s.Value)
	case *syntax.AnnAssign:
		b.annAssign(s)
	case *syntax.For:
		b.topLevelAsync(s.Async)
		b.expr(s.Target)
		b.expr(s.Iter)
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *syntax.While:
		b.expr(s.Test)
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *syntax.If:
		b.expr(s.Test)
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *syntax.With:
		b.topLevelAsync(s.Async)
		for _, it := range s.Items {
			b.expr(it.Context)
			b.expr(it.Target)
		}
		b.stmts(s.Body)
	case *syntax.Match:
		b.expr(s.Subject)
		for _, c := range s.Cases {
			b.pattern(c.Pattern)
			b.expr(c.Guard)
			b.stmts(c.Body)
		}
	case *syntax.Raise:
		b.expr(s.Exc)
		b.expr(s.Cause)
	case *syntax.Try:
		b.stmts(s.Body)
		if !s.Star {
			b.handlers(s.Handlers)
			b.stmts(s.Orelse)
		} else {
			b.stmts(s.Orelse)
			b.handlers(s.Handlers)
		}
		b.stmts(s.Finalbody)
	case *syntax.Assert:
		b.expr(s.Test)
		b.expr(s.Msg)
	case *syntax.Import:
		for _, a := range s.Names {
			b.alias(a)
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			b.alias(a)
		}
	case *syntax.Global:
		for _, n := range s.Names {
			b.declare(n, "global", DefGlobal, s.Pos)
		}
	case *syntax.Nonlocal:
		for _, n := range s.Names {
			b.declare(n, "nonlocal", DefNonlocal, s.Pos)
		}
	case *syntax.ExprStmt:
		b.expr(s.Value)
	}
}

// topLevelAsync makes a module with an asynchronous statement a coroutine; the
// compiler refuses that unless the caller allows it.
func (b *builder) topLevelAsync(async bool) {
	if async && b.cur == b.top {
		b.cur.Coroutine = true
	}
}

func (b *builder) handlers(hs []*syntax.ExceptHandler) {
	for _, h := range hs {
		b.expr(h.Type)
		if h.Name != "" {
			b.def(h.Name, DefLocal, h.Pos)
		}
		b.stmts(h.Body)
	}
}

func (b *builder) declare(name, word string, flag Flag, pos syntax.Pos) {
	if b.err != nil {
		return
	}
	have := b.lookup(name)
	if have&(DefParam|DefLocal|Use|DefAnnot) != 0 {
		var e *Error
		switch {
		case have&DefParam != 0:
			e = Syntaxf(pos, "name '%s' is parameter and %s", name, word)
		case have&Use != 0:
			e = Syntaxf(pos, "name '%s' is used prior to %s declaration", name, word)
		case have&DefAnnot != 0:
			e = Syntaxf(pos, "annotated name '%s' can't be %s", name, word)
		default:
			e = Syntaxf(pos, "name '%s' is assigned to before %s declaration", name, word)
		}
		b.fail(e)
		return
	}
	b.def(name, flag, pos)
	b.cur.directive(name, pos)
}

func (b *builder) functionDef(s *syntax.FunctionDef) {
	b.def(s.Name, DefLocal, s.Pos)
	b.defaults(s.Args)
	b.exprs(s.Decorators)
	if len(s.TypeParams) > 0 {
		b.enterTypeParams(s.Name, s, s.Pos, true, hasKwDefaults(s.Args), false)
		b.typeParams(s.TypeParams)
	}
	b.signature(s)
	f := b.enter(s.Name, Function, s, Body, s.Pos)
	f.Async = s.Async
	if s.Async {
		f.Coroutine = true
	}
	b.params(s.Args)
	b.stmts(s.Body)
	b.leave()
	if len(s.TypeParams) > 0 {
		b.leave()
	}
}

func hasKwDefaults(a *syntax.Arguments) bool {
	for _, d := range a.KwDefaults {
		if d != nil {
			return true
		}
	}
	return false
}

func (b *builder) classDef(s *syntax.ClassDef) {
	b.def(s.Name, DefLocal, s.Pos)
	b.exprs(s.Decorators)
	outer := b.private
	if len(s.TypeParams) > 0 {
		b.private = s.Name
		b.enterTypeParams(s.Name, s, s.Pos, false, false, true)
		b.typeParams(s.TypeParams)
	}
	b.exprs(s.Bases)
	for _, k := range s.Keywords {
		b.expr(k.Value)
	}
	b.private = s.Name
	b.enter(s.Name, Class, s, Body, s.Pos)
	if len(s.TypeParams) > 0 {
		b.def("__type_params__", DefLocal, s.Pos)
		b.def(".type_params", Use, s.Pos)
	}
	b.stmts(s.Body)
	b.leave()
	if len(s.TypeParams) > 0 {
		b.leave()
	}
	b.private = outer
}

func (b *builder) enterTypeParams(name string, node any, pos syntax.Pos, defaults, kwDefaults, class bool) {
	inClass := b.cur.Kind == Class
	s := b.enter(name, TypeParameters, node, Params, pos)
	if inClass {
		s.CanSeeClassScope = true
		b.def("__classdict__", Use, pos)
	}
	if class {
		b.def(".type_params", DefLocal, pos)
		b.def(".type_params", Use, pos)
		s.mangleOnly = map[string]bool{}
		b.def(".generic_base", DefLocal, pos)
		b.def(".generic_base", Use, pos)
	}
	if defaults {
		b.def(".defaults", DefParam, pos)
	}
	if kwDefaults {
		b.def(".kwdefaults", DefParam, pos)
	}
}

func (b *builder) typeParams(ps []syntax.TypeParam) {
	for i := range ps {
		p := &ps[i]
		b.def(p.Name, DefTypeParam|DefLocal, p.Pos)
		kind := "a TypeVar"
		switch p.Kind {
		case syntax.ParamSpec:
			kind = "a ParamSpec"
		case syntax.TypeVarTuple:
			kind = "a TypeVarTuple"
		}
		if p.Bound != nil {
			what := kind + " bound"
			if _, ok := p.Bound.(*syntax.Tuple); ok {
				what = kind + " constraint"
			}
			b.typeVariable(p, Bound, p.Bound, what)
		}
		if p.Default != nil {
			b.typeVariable(p, Default, p.Default, kind+" default")
		}
	}
}

func (b *builder) typeVariable(p *syntax.TypeParam, part Part, e syntax.Expr, info string) {
	inClass := b.cur.CanSeeClassScope
	s := b.enter(p.Name, TypeVariable, p, part, e.Span())
	s.CanSeeClassScope = inClass
	s.info = info
	if inClass {
		b.def("__classdict__", Use, e.Span())
	}
	b.expr(e)
	b.leave()
}

// signature visits the annotations of a function.
func (b *builder) signature(s *syntax.FunctionDef) {
	if b.future {
		b.enter("_annotation", Annotation, s, Bound, s.Pos)
		defer b.leave()
	}
	a := s.Args
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args} {
		for _, p := range list {
			b.expr(p.Annotation)
		}
	}
	if a.Vararg != nil {
		b.expr(a.Vararg.Annotation)
	}
	if a.Kwarg != nil {
		b.expr(a.Kwarg.Annotation)
	}
	for _, p := range a.KwOnly {
		b.expr(p.Annotation)
	}
	b.expr(s.Returns)
}

func (b *builder) defaults(a *syntax.Arguments) {
	b.exprs(a.Defaults)
	b.exprs(a.KwDefaults)
}

func (b *builder) params(a *syntax.Arguments) {
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, a.KwOnly} {
		for _, p := range list {
			b.def(p.Name, DefParam, p.Pos)
		}
	}
	if a.Vararg != nil {
		b.def(a.Vararg.Name, DefParam, a.Vararg.Pos)
		b.cur.Varargs = true
	}
	if a.Kwarg != nil {
		b.def(a.Kwarg.Name, DefParam, a.Kwarg.Pos)
		b.cur.Varkeywords = true
	}
}

func (b *builder) annAssign(s *syntax.AnnAssign) {
	if n, ok := s.Target.(*syntax.Name); ok {
		have := b.lookup(n.Id)
		if have&(DefGlobal|DefNonlocal) != 0 && b.cur != b.top && s.Simple {
			word := "nonlocal"
			if have&DefGlobal != 0 {
				word = "global"
			}
			b.fail(Syntaxf(s.Pos, "annotated name '%s' can't be %s", n.Id, word))
			return
		}
		if s.Simple {
			b.def(n.Id, DefAnnot|DefLocal, n.Pos)
		} else if s.Value != nil {
			b.def(n.Id, DefLocal, n.Pos)
		}
	} else {
		b.expr(s.Target)
	}
	if b.future {
		b.enter("_annotation", Annotation, s, Bound, s.Annotation.Span())
		b.expr(s.Annotation)
		b.leave()
	} else {
		b.expr(s.Annotation)
	}
	b.expr(s.Value)
}

func (b *builder) alias(a *syntax.Alias) {
	if a.Name == "*" && a.AsName == "" {
		if b.cur.Kind != Module {
			b.fail(Syntaxf(a.Pos, "import * only allowed at module level"))
		}
		return
	}
	name := a.AsName
	if name == "" {
		name = a.Name
		for i := 0; i < len(name); i++ {
			if name[i] == '.' {
				name = name[:i]
				break
			}
		}
	}
	b.def(name, DefImport, a.Pos)
}

func (b *builder) patterns(ps []syntax.Pattern) {
	for _, p := range ps {
		b.pattern(p)
	}
}

func (b *builder) pattern(p syntax.Pattern) {
	if p == nil || !b.deeper() {
		if p != nil {
			b.depth--
		}
		return
	}
	defer func() { b.depth-- }()
	switch p := p.(type) {
	case *syntax.MatchValue:
		b.expr(p.Value)
	case *syntax.MatchSequence:
		b.patterns(p.Patterns)
	case *syntax.MatchStar:
		if p.Name != "" {
			b.def(p.Name, DefLocal, p.Pos)
		}
	case *syntax.MatchMapping:
		b.exprs(p.Keys)
		b.patterns(p.Patterns)
		if p.Rest != "" {
			b.def(p.Rest, DefLocal, p.Pos)
		}
	case *syntax.MatchClass:
		b.expr(p.Cls)
		b.patterns(p.Patterns)
		b.patterns(p.KwdPatterns)
	case *syntax.MatchAs:
		b.pattern(p.Pattern)
		if p.Name != "" {
			b.def(p.Name, DefLocal, p.Pos)
		}
	case *syntax.MatchOr:
		b.patterns(p.Patterns)
	}
}
