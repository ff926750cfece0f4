package compile

import (
	"sort"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// decorate evaluates the decorators into consecutive temporaries, which lie
// below the function or class that they get.
func (c *compiler) decorate(list []syntax.Expr) {
	for _, d := range list {
		c.eval(d, onTop)
	}
}

// applyDecorators calls the decorators from the last to the first on the value
// on top of the temporaries; the result replaces the first decorator.
func (c *compiler) applyDecorators(list []syntax.Expr) {
	u := c.u
	for i := len(list) - 1; i >= 0; i-- {
		u.top--
		u.loc = list[i].Span()
		u.emit(bytecode.Call, 0, u.top-1, 1, 0)
	}
}

func firstLine(line int32, decorators []syntax.Expr) int {
	if len(decorators) > 0 {
		return int(decorators[0].Span().Line)
	}
	return int(line)
}

func (c *compiler) functionDef(s *syntax.FunctionDef) {
	u := c.u
	base := u.top
	c.notDebug(s.Name, s.Pos, syntax.Store)
	c.decorate(s.Decorators)
	first := firstLine(s.Line, s.Decorators)
	loc := s.Pos
	u.loc = loc
	if len(s.TypeParams) == 0 {
		c.function(s, first, loc)
	} else {
		c.genericFunction(s, first, loc)
	}
	c.applyDecorators(s.Decorators)
	u.loc = s.Pos
	c.storeName(s.Name, base)
	u.top = base
}

// function makes the function of a def statement without type parameters on
// top of the temporaries.
func (c *compiler) function(s *syntax.FunctionDef, first int, loc syntax.Pos) {
	u := c.u
	base := u.push()
	flags := c.defaults(base, s.Args, s.Pos)
	u.top = base + 3
	flags |= c.annotations(base, s.Args, s.Returns, loc)
	code := c.functionBody(s, first)
	u.loc = loc
	c.makeFunction(base, code, flags)
}

// defaults evaluates the default values for MakeFunction into R[base].
func (c *compiler) defaults(base reg, a *syntax.Arguments, pos syntax.Pos) uint8 {
	u := c.u
	flags := uint8(0)
	u.top = base + 1
	u.need(2)
	if len(a.Defaults) > 0 {
		flags |= bytecode.FuncDefaults
		c.tuple(&syntax.Tuple{Pos: u.loc, Elts: a.Defaults}, onTop)
	}
	u.top = base + 2
	if c.kwDefaults(a, base+2) {
		flags |= bytecode.FuncKwDefaults
	}
	return flags
}

// kwDefaults builds the dict of the keyword-only defaults in dst, the next
// temporary; false if there are none.
func (c *compiler) kwDefaults(a *syntax.Arguments, dst reg) bool {
	u := c.u
	d := &syntax.Dict{Pos: u.loc}
	for i, v := range a.KwDefaults {
		if v != nil && i < len(a.KwOnly) {
			d.Keys = append(d.Keys, &syntax.Constant{Pos: u.loc, Value: u.scope.Mangle(a.KwOnly[i].Name)})
			d.Values = append(d.Values, v)
		}
	}
	if d.Keys == nil {
		return false
	}
	c.dict(d, onTop)
	return true
}

// annotations evaluates the annotations of a signature into R[base+3], a
// tuple of names and values.
func (c *compiler) annotations(base reg, a *syntax.Arguments, returns syntax.Expr, loc syntax.Pos) uint8 {
	u := c.u
	dst := base + 3
	u.top = dst
	n := int32(0)
	big := false
	add := func(name string, e syntax.Expr, star bool) {
		if e == nil {
			return
		}
		if n >= maxChunk {
			// A very long signature: collect in a list.
			u.loc = loc
			if !big {
				u.emit(bytecode.BuildList, 0, dst, dst, n)
			} else {
				u.emit(bytecode.BuildTuple, 0, dst+1, dst+1, n)
				u.emit(bytecode.ListExtend, 0, dst, dst+1, 0)
			}
			big = true
			u.top = dst + 1
			n = 0
		}
		u.loc = loc
		u.loadConst(u.push(), u.scope.Mangle(name))
		if s, ok := e.(*syntax.Starred); ok && star && !c.futureAnnotations() {
			// *args: *Ts means the one item that unpacking Ts gives.
			r := u.push()
			u.top = r
			c.eval(s.Value, onTop)
			u.loc = s.Value.Span()
			u.emit(bytecode.Unpack, 0, r, r, 1)
		} else {
			c.annotation(e, onTop)
		}
		n += 2
	}
	for _, p := range a.PosOnly {
		add(p.Name, p.Annotation, false)
	}
	for _, p := range a.Args {
		add(p.Name, p.Annotation, false)
	}
	if a.Vararg != nil {
		add(a.Vararg.Name, a.Vararg.Annotation, true)
	}
	for _, p := range a.KwOnly {
		add(p.Name, p.Annotation, false)
	}
	if a.Kwarg != nil {
		add(a.Kwarg.Name, a.Kwarg.Annotation, false)
	}
	add("return", returns, false)
	u.loc = loc
	switch {
	case big:
		u.emit(bytecode.BuildTuple, 0, dst+1, dst+1, n)
		u.emit(bytecode.ListExtend, 0, dst, dst+1, 0)
		u.emit(bytecode.ListToTuple, 0, dst, dst, 0)
	case n == 0:
		return 0
	default:
		u.emit(bytecode.BuildTuple, 0, dst, dst, n)
	}
	return bytecode.FuncAnnotations
}

// annotation evaluates an annotation, or gives its text if annotations are
// strings (PEP 563).
func (c *compiler) annotation(e syntax.Expr, want reg) reg {
	if !c.futureAnnotations() {
		return c.eval(e, want)
	}
	dst := c.u.place(want)
	c.u.loc = e.Span()
	c.u.loadConst(dst, syntax.Unparse(e))
	return dst
}

func (c *compiler) checkParams(a *syntax.Arguments) {
	for _, list := range [][]*syntax.Arg{a.PosOnly, a.Args, {a.Vararg}, a.KwOnly, {a.Kwarg}} {
		for _, p := range list {
			if p != nil {
				c.notDebug(p.Name, p.Pos, syntax.Store)
			}
		}
	}
}

func (u *unit) setArgs(a *syntax.Arguments) {
	u.posOnly = len(a.PosOnly)
	u.argCount = len(a.PosOnly) + len(a.Args)
	u.kwOnly = len(a.KwOnly)
}

func (c *compiler) functionBody(s *syntax.FunctionDef, first int) *bytecode.Code {
	c.checkParams(s.Args)
	kind := kindFunction
	if s.Async {
		kind = kindAsyncFunction
	}
	u := c.enter(c.table.Scope(s, symtab.Body), kind, s.Name, first)
	u.setArgs(s.Args)
	body := s.Body
	doc, e := docstring(body)
	if e != nil {
		body = body[1:]
	}
	if e != nil && c.opts.Optimize < 2 {
		doc = cleanDoc(doc)
		u.constant(doc)
		u.flags |= bytecode.FlagHasDocstring
	} else {
		u.constant(bytecode.None{})
	}
	u.loc = syntax.Pos{Line: int32(first), EndLine: int32(first)}
	u.makeCells()
	end := c.guardGenerator()
	c.stmts(body)
	u.loc = noPos
	u.returnNone()
	end()
	return c.leave()
}

// guardGenerator protects the body of a generator or coroutine, so that a
// StopIteration that leaves it becomes a RuntimeError. The result closes the
// body.
func (c *compiler) guardGenerator() func() {
	u := c.u
	if u.flags&(bytecode.FlagGenerator|bytecode.FlagCoroutine|bytecode.FlagAsyncGenerator) == 0 {
		return func() {}
	}
	u.weight++
	h := u.newLabel()
	r := u.push()
	before := u.protect(h, r)
	return func() {
		u.handler = before
		u.loc = noPos
		u.bind(h)
		u.emit(bytecode.Intrinsic1, bytecode.IntrinsicStopIterationError, r, r, 0)
		u.emit(bytecode.Reraise, 0, r, 0, 0)
	}
}

// makeFunction makes the function of code in R[base]; the values that flags
// name stand above it already. It leaves base on top.
func (c *compiler) makeFunction(base reg, code *bytecode.Code, flags uint8) {
	u := c.u
	u.top = base + 1
	if code == nil {
		return // an error
	}
	u.need(5)
	if len(code.FreeVars) > 0 {
		flags |= bytecode.FuncClosure
		dst := base + 4
		u.top = dst
		if flags&bytecode.FuncTypeParams != 0 {
			u.top = base + 6 // base+5 is taken
		}
		first := u.top
		if len(code.FreeVars) > maxChunk {
			r := u.push()
			u.emit(bytecode.BuildList, 0, r, r, 0)
			x := u.push()
			for _, n := range code.FreeVars {
				c.closureCell(n, x)
				u.emit(bytecode.ListAppend, 0, r, x, 0)
			}
			u.emit(bytecode.ListToTuple, 0, dst, r, 0)
		} else {
			for _, n := range code.FreeVars {
				c.closureCell(n, u.push())
			}
			u.emit(bytecode.BuildTuple, 0, dst, first, int32(len(code.FreeVars)))
		}
		u.top = base + 1
	}
	u.emit(bytecode.MakeFunction, flags, base, u.constant(code), 0)
}

func (c *compiler) lambda(e *syntax.Lambda, want reg) reg {
	u := c.u
	c.checkParams(e.Args)
	base := u.push()
	u.loc = e.Pos
	flags := c.defaults(base, e.Args, e.Pos)
	in := c.enter(c.table.Scope(e, symtab.Body), kindLambda, "<lambda>", int(e.Line))
	in.setArgs(e.Args)
	in.constant(bytecode.None{})
	in.loc = syntax.Pos{Line: e.Line, EndLine: e.Line}
	in.makeCells()
	end := c.guardGenerator()
	r := c.eval(e.Body, anywhere)
	in.loc = e.Body.Span()
	in.emit(bytecode.Return, 0, r, 0, 0)
	end()
	code := c.leave()
	u.loc = e.Pos
	c.makeFunction(base, code, flags)
	return u.result(base, want)
}

func (c *compiler) classDef(s *syntax.ClassDef) {
	u := c.u
	base := u.top
	c.notDebug(s.Name, s.Pos, syntax.Store)
	c.decorate(s.Decorators)
	first := firstLine(s.Line, s.Decorators)
	loc := s.Pos
	u.loc = loc
	if len(s.TypeParams) == 0 {
		c.class(s, first, loc, false)
	} else {
		c.genericClass(s, first, loc)
	}
	c.applyDecorators(s.Decorators)
	u.loc = s.Pos
	c.storeName(s.Name, base)
	u.top = base
}

// class builds the class on top of the temporaries. In the scope of its type
// parameters (generic) typing.Generic[...] becomes the last base.
func (c *compiler) class(s *syntax.ClassDef, first int, loc syntax.Pos, generic bool) {
	u := c.u
	base := u.push()
	u.loc = loc
	u.emit(bytecode.LoadBuildClass, 0, base, 0, 0)
	code := c.classBody(s, first, generic)
	u.loc = loc
	fn := u.push()
	c.makeFunction(fn, code, 0)
	u.loadConst(u.push(), s.Name)
	bases, kws := s.Bases, s.Keywords
	if generic {
		params := u.push()
		c.load(u.lookup(".type_params"), params)
		u.emit(bytecode.Intrinsic1, bytecode.IntrinsicSubscriptGeneric, params, params, 0)
		c.store(u.lookup(".generic_base"), params)
		u.top = params
		bases = append(bases[:len(bases):len(bases)], &syntax.Name{Pos: loc, Id: ".generic_base"})
	}
	c.checkKeywords(kws)
	if plainArgs(bases, kws) {
		c.evalAll(bases)
		c.emitCall(bytecode.Call, base, 2+int32(len(bases)), kws, loc)
	} else {
		c.callEx(base, 2, bases, kws, loc)
	}
	u.top = base + 1
}

func (c *compiler) classBody(s *syntax.ClassDef, first int, generic bool) *bytecode.Code {
	u := c.enter(c.table.Scope(s, symtab.Body), kindClass, s.Name, first)
	u.loc = syntax.Pos{Line: int32(first), EndLine: int32(first)}
	u.makeCells()
	mark := u.top
	r := u.push()
	c.load(u.lookup("__name__"), r)
	c.store(u.lookup("__module__"), r)
	u.loadConst(r, u.qualname)
	c.store(u.lookup("__qualname__"), r)
	u.loadConst(r, int64(first))
	c.store(u.lookup("__firstlineno__"), r)
	if generic {
		c.load(u.lookup(".type_params"), r)
		c.store(u.lookup("__type_params__"), r)
	}
	if u.scope.NeedsClassDict {
		u.emit(bytecode.LoadLocals, 0, r, 0, 0)
		u.emit(bytecode.StoreCell, 0, u.cellRegs["__classdict__"], r, 0)
	}
	u.top = mark
	body := s.Body
	if hasAnnotations(body) {
		u.emit(bytecode.SetupAnnotations, 0, 0, 0, 0)
	}
	if doc, e := docstring(body); e != nil {
		if c.opts.Optimize < 2 {
			u.loc = body[0].Span()
			u.loadConst(u.push(), cleanDoc(doc))
			c.store(u.lookup("__doc__"), mark)
			u.top = mark
		}
		body = body[1:]
	}
	c.stmts(body)
	u.loc = noPos
	r = u.push()
	names := bytecode.Tuple{}
	for n := range u.statics {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool { return names[i].(string) < names[j].(string) })
	u.loadConst(r, names)
	c.store(u.lookup("__static_attributes__"), r)
	if u.scope.NeedsClassDict {
		u.move(r, u.cellRegs["__classdict__"])
		c.store(u.lookup("__classdictcell__"), r)
	}
	if u.scope.NeedsClassClosure {
		u.move(r, u.cellRegs["__class__"])
		c.store(u.lookup("__classcell__"), r)
		u.emit(bytecode.Return, 0, r, 0, 0)
	} else {
		u.returnNone()
	}
	return c.leave()
}
