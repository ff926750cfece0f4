package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// compParts are the common parts of the four kinds of comprehension.
type compParts struct {
	kind       symtab.CompKind
	name       string
	elt, value syntax.Expr // value: of a dict comprehension
	gens       []*syntax.Comprehension
	pos        syntax.Pos
}

func partsOf(e syntax.Expr) compParts {
	switch e := e.(type) {
	case *syntax.ListComp:
		return compParts{symtab.ListComp, "<listcomp>", e.Elt, nil, e.Generators, e.Pos}
	case *syntax.SetComp:
		return compParts{symtab.SetComp, "<setcomp>", e.Elt, nil, e.Generators, e.Pos}
	case *syntax.DictComp:
		return compParts{symtab.DictComp, "<dictcomp>", e.Key, e.Value, e.Generators, e.Pos}
	case *syntax.GeneratorExp:
		return compParts{symtab.GenExp, "<genexpr>", e.Elt, nil, e.Generators, e.Pos}
	}
	return compParts{}
}

func (c *compiler) comprehension(e syntax.Expr, want reg) reg {
	u := c.u
	p := partsOf(e)
	scope := c.table.Scope(e, symtab.Body)
	async := scope.Coroutine
	if async && p.kind != symtab.GenExp && u.kind != kindAsyncFunction && u.kind != kindComp && !c.topLevelAwait() {
		c.errorf(p.pos, "asynchronous comprehension outside of an asynchronous function")
		return u.place(want)
	}
	if scope.CompInlined {
		return c.inlined(p, scope, want)
	}
	outer := p.gens[0]
	base := u.push()
	in := c.enter(scope, kindComp, p.name, int(p.pos.Line))
	in.argCount = 1
	in.loc = p.pos
	in.makeCells()
	end := c.guardGenerator()
	var res reg
	if p.kind != symtab.GenExp {
		res = in.push()
		c.emptyResult(p.kind, res, -1)
	}
	c.generators(p, 0, in.varRegs[".0"], res)
	in.loc = p.pos
	if p.kind == symtab.GenExp {
		in.returnNone()
	} else {
		in.emit(bytecode.Return, 0, res, 0, 0)
	}
	end()
	code := c.leave()
	u.loc = p.pos
	c.makeFunction(base, code, 0)
	c.outerIterator(outer, 0)
	u.top = base + 1
	u.loc = p.pos
	u.emit(bytecode.Call, 0, base, 1, 0)
	if async && p.kind != symtab.GenExp {
		c.awaitValue(base, 0)
	}
	return u.result(base, want)
}

// outerIterator makes the iterator of the first clause in the next temporary;
// own is 1 when nothing but ForIter will see it.
func (c *compiler) outerIterator(g *syntax.Comprehension, own uint8) reg {
	u := c.u
	if !g.Async {
		return c.iterator(g.Iter, own)
	}
	mark := u.top
	r := c.eval(g.Iter, anywhere)
	u.top = mark
	it := u.push()
	u.loc = g.Iter.Span()
	u.emit(bytecode.GetAIter, 0, it, r, 0)
	return it
}

// emptyResult makes what a comprehension fills. full is the iterator of which it
// takes every item, -1 when there is none.
func (c *compiler) emptyResult(kind symtab.CompKind, r, full reg) {
	switch kind {
	case symtab.SetComp:
		c.u.emit(bytecode.BuildSet, 0, r, r, 0)
	case symtab.DictComp:
		c.u.emit(bytecode.BuildDict, 0, r, r, 0)
	default:
		if full >= 0 {
			c.u.emit(bytecode.BuildList, 1, r, full, 0)
		} else {
			c.u.emit(bytecode.BuildList, 0, r, r, 0)
		}
	}
}

// inlined compiles a comprehension in the frame of the block around it (PEP
// 709). Its variables have registers that nothing else uses meanwhile and that
// are nil before and after.
func (c *compiler) inlined(p compParts, scope *symtab.Scope, want reg) reg {
	u := c.u
	mark := u.top
	res := u.scratch(want)
	exc := u.push()
	it := reg(0)
	single := singleItem(p.gens[0])
	if single == nil {
		it = c.outerIterator(p.gens[0], 1)
	}
	o := &overlay{scope: scope, vars: map[string]access{}}
	var regs []reg
	for i := range scope.Symbols {
		s := &scope.Symbols[i]
		if s.Inlined || s.Flags&symtab.DefParam != 0 || s.Place != symtab.Local && s.Place != symtab.Cell {
			continue
		}
		a := u.compVar(s)
		o.vars[s.Name] = a
		regs = append(regs, a.reg)
		if a.kind == accCell {
			u.loc = p.pos
			u.emit(bytecode.MakeCell, 0, a.reg, 0, 0)
		}
	}
	guarded := u.handler >= 0 && (len(u.blocks) > 0 || len(u.overlays) > 0)
	before := u.handler
	failed := label(-1)
	if guarded {
		failed = u.newLabel()
		u.protect(failed, exc)
	}
	u.loc = p.pos
	full := reg(-1)
	if g := p.gens[0]; single == nil && len(p.gens) == 1 && len(g.Ifs) == 0 && !g.Async {
		full = it
	}
	c.emptyResult(p.kind, res, full)
	if single != nil {
		// The one item is evaluated outside the comprehension's scope.
		t := c.eval(single, anywhere)
		u.overlays = append(u.overlays, o)
		c.storeTo(p.gens[0].Target, t)
		skip := u.newLabel()
		c.conditions(p.gens[0], skip)
		c.innermost(p, 0, res)
		u.bind(skip)
	} else {
		u.overlays = append(u.overlays, o)
		c.generators(p, 0, it, res)
	}
	u.overlays = u.overlays[:len(u.overlays)-1]
	u.handler = before
	u.loc = p.pos
	for _, r := range regs {
		u.emit(bytecode.Clear, 0, r, 0, 0)
	}
	if guarded {
		end := u.newLabel()
		u.jump(end)
		u.bind(failed)
		u.loc = noPos
		for _, r := range regs {
			u.emit(bytecode.Clear, 0, r, 0, 0)
		}
		u.emit(bytecode.Reraise, 0, exc, 0, 0)
		u.bind(end)
	}
	u.top = exc
	if want < 0 {
		u.top = mark + 1
	}
	return u.finish(res, want)
}

// singleItem returns the item of "for x in [item]", which needs no loop.
func singleItem(g *syntax.Comprehension) syntax.Expr {
	if g.Async {
		return nil
	}
	if elts, ok := elements(g.Iter); ok && len(elts) == 1 && !hasStar(elts) {
		return elts[0]
	}
	return nil
}

// compVar gives a variable of an inlined comprehension its register.
func (u *unit) compVar(s *symtab.Symbol) access {
	busy := func(r reg) bool {
		for _, o := range u.overlays {
			for _, a := range o.vars {
				if a.reg == r {
					return true
				}
			}
		}
		return false
	}
	a := access{name: s.Name}
	own := u.scope.Lookup(s.Name)
	if s.Place == symtab.Cell {
		a.kind = accCell
		if r, ok := u.cellRegs[s.Name]; ok && (own == nil || own.Place != symtab.Cell || own.Inlined) && !busy(r) && r >= cellBase {
			a.reg = r
			return a
		}
	} else {
		a.kind = accLocal
		if u.scope.FunctionLike() {
			taken := own != nil && !own.Inlined && (own.Place == symtab.Local || own.Place == symtab.Cell)
			if r, ok := u.varRegs[s.Name]; !taken && (!ok || !busy(r)) {
				a.reg = u.addVar(s.Name)
				return a
			}
			if taken && own.Place == symtab.Local {
				u.addVar(s.Name) // for its place in co_varnames
			}
		}
	}
	cell := a.kind == accCell
	for _, h := range u.hidden {
		if h.Name == s.Name && h.Cell == cell && !busy(reg(h.Reg)) {
			a.reg = reg(h.Reg)
			return a
		}
	}
	a.reg = reg(u.numVars)
	u.numVars++
	u.hidden = append(u.hidden, bytecode.HiddenVar{Name: s.Name, Reg: int(a.reg), Cell: cell})
	return a
}

// generators compiles clause i and those inside it; its iterator is in it.
func (c *compiler) generators(p compParts, i int, it, res reg) {
	if !c.deeper() {
		c.depth--
		return
	}
	defer func() { c.depth-- }()
	u := c.u
	g := p.gens[i]
	mark := u.top
	top, cont, end := u.newLabel(), u.newLabel(), u.newLabel()
	if g.Async {
		exc := u.push()
		u.bind(top)
		u.loc = p.pos
		v := c.nextAsync(it, exc, end)
		c.storeTo(g.Target, v)
		u.top = exc + 1
		c.conditions(g, cont)
		c.innermost(p, i, res)
		u.bind(cont)
		u.loc = noPos
		u.emitJump(bytecode.Loop, 0, 0, 0, top)
		u.bind(end)
		u.loc = g.Iter.Span()
		u.emit(bytecode.EndAsyncFor, 0, exc, 0, 0)
		u.top = mark
		return
	}
	u.bind(top)
	u.loc = g.Iter.Span()
	c.forIter(it, g.Target, end)
	c.conditions(g, cont)
	c.innermost(p, i, res)
	u.bind(cont)
	u.loc = p.elt.Span()
	u.emitJump(bytecode.Loop, 0, 0, 0, top)
	u.bind(end)
	u.top = mark
}

func (c *compiler) conditions(g *syntax.Comprehension, cont label) {
	for _, f := range g.Ifs {
		c.jumpIf(f, cont, false, false)
	}
}

// innermost compiles what is inside clause i: the next clause, or the element.
func (c *compiler) innermost(p compParts, i int, res reg) {
	u := c.u
	mark := u.top
	if i+1 < len(p.gens) {
		g := p.gens[i+1]
		if one := singleItem(g); one != nil {
			if !c.deeper() {
				c.depth--
				return
			}
			skip := u.newLabel()
			t := c.eval(one, anywhere)
			c.storeTo(g.Target, t)
			u.top = mark
			c.conditions(g, skip)
			c.innermost(p, i+1, res)
			u.bind(skip)
			c.depth--
		} else {
			it := c.outerIterator(g, 1)
			c.generators(p, i+1, it, res)
		}
		u.top = mark
		return
	}
	switch p.kind {
	case symtab.GenExp:
		r := c.eval(p.elt, anywhere)
		u.loc = p.elt.Span()
		r = c.wrapYield(r)
		u.emit(bytecode.Yield, 0, u.push(), r, 0)
	case symtab.ListComp:
		r := c.eval(p.elt, anywhere)
		u.loc = p.elt.Span()
		u.emit(bytecode.ListAppend, 0, res, r, 0)
	case symtab.SetComp:
		r := c.eval(p.elt, anywhere)
		u.loc = p.elt.Span()
		u.emit(bytecode.SetAdd, 0, res, r, 0)
	case symtab.DictComp:
		k := c.operand(p.elt, p.value)
		v := c.eval(p.value, anywhere)
		u.loc = p.elt.Span()
		u.loc.EndLine, u.loc.EndCol = p.value.Span().EndLine, p.value.Span().EndCol
		u.emit(bytecode.DictSet, 0, res, k, v)
	}
	u.top = mark
}
