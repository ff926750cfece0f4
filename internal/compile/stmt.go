package compile

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// noPos marks an instruction that belongs to no source text; it takes the
// position of the instruction from which control comes.
var noPos = syntax.Pos{Line: -1}

// Nested finally clauses are compiled again and again, with exponential
// growth, so the size of what comes out is bounded: instructions of a block,
// and blocks in all.
const (
	maxInstrs = 1 << 21
	maxUnits  = 1 << 18
)

func (c *compiler) stmts(list []syntax.Stmt) {
	for _, s := range list {
		if c.err != nil {
			return
		}
		c.stmt(s)
	}
}

func (c *compiler) stmt(s syntax.Stmt) {
	if !c.deeper() {
		c.depth--
		return
	}
	defer func() { c.depth-- }()
	u := c.u
	if len(u.ins) > maxInstrs || c.units > maxUnits {
		c.errorf(s.Span(), "too many instructions in '%s'", u.name)
		return
	}
	mark := u.top
	u.loc = s.Span()
	switch s := s.(type) {
	case *syntax.ExprStmt:
		c.exprStmt(s)
	case *syntax.Assign:
		c.assign(s)
	case *syntax.AugAssign:
		c.augAssign(s)
	case *syntax.AnnAssign:
		c.annAssign(s)
	case *syntax.Return:
		c.returnStmt(s)
	case *syntax.If:
		c.ifStmt(s)
	case *syntax.While:
		c.while(s)
	case *syntax.For:
		if s.Async {
			c.asyncFor(s)
		} else {
			c.forStmt(s)
		}
	case *syntax.FunctionDef:
		c.functionDef(s)
	case *syntax.ClassDef:
		c.classDef(s)
	case *syntax.TypeAlias:
		c.typeAlias(s)
	case *syntax.Delete:
		for _, t := range s.Targets {
			c.delete(t)
		}
	case *syntax.Raise:
		c.raise(s)
	case *syntax.Try:
		c.try(s)
	case *syntax.With:
		c.with(s, 0)
	case *syntax.Match:
		c.match(s)
	case *syntax.Assert:
		c.assert(s)
	case *syntax.Import:
		c.importStmt(s)
	case *syntax.ImportFrom:
		c.importFrom(s)
	case *syntax.Global, *syntax.Nonlocal:
	case *syntax.Pass:
		u.emit(bytecode.Nop, 0, 0, 0, 0)
	case *syntax.Break:
		c.breakStmt(s.Pos)
	case *syntax.Continue:
		c.continueStmt(s.Pos)
	default:
		c.errorf(s.Span(), "cannot compile statement of type %T", s)
	}
	u.top = mark
}

func (c *compiler) exprStmt(s *syntax.ExprStmt) {
	u := c.u
	if c.interactive && u.parent == nil {
		r := c.eval(s.Value, anywhere)
		u.loc = s.Pos
		u.emit(bytecode.Intrinsic1, bytecode.IntrinsicPrint, u.push(), r, 0)
		return
	}
	if _, ok := s.Value.(*syntax.Constant); ok {
		u.emit(bytecode.Nop, 0, 0, 0, 0)
		return
	}
	c.eval(s.Value, anywhere)
}

func (c *compiler) assert(s *syntax.Assert) {
	u := c.u
	if t, ok := s.Test.(*syntax.Tuple); ok && len(t.Elts) > 0 {
		c.warn(s.Pos, "assertion is always true, perhaps remove parentheses?")
	} else if v, ok := c.fold(s.Test); ok {
		if t, ok := v.(bytecode.Tuple); ok && len(t) > 0 {
			c.warn(s.Pos, "assertion is always true, perhaps remove parentheses?")
		}
	}
	if c.opts.Optimize > 0 {
		return
	}
	end := u.newLabel()
	c.jumpIf(s.Test, end, true, false)
	u.loc = s.Pos
	r := u.push()
	u.emit(bytecode.LoadAssertionError, 0, r, 0, 0)
	if s.Msg != nil {
		c.eval(s.Msg, onTop)
		u.loc = s.Pos
		u.emit(bytecode.Call, 0, r, 1, 0)
	}
	u.loc = s.Test.Span()
	u.emit(bytecode.Raise, 0, r, r, 0)
	u.bind(end)
}

func (c *compiler) raise(s *syntax.Raise) {
	u := c.u
	switch {
	case s.Exc == nil:
		r := u.push()
		u.emit(bytecode.Raise, 2, r, r, 0)
	case s.Cause == nil:
		r := c.eval(s.Exc, anywhere)
		u.loc = s.Pos
		u.emit(bytecode.Raise, 0, r, r, 0)
	default:
		r := c.operand(s.Exc, s.Cause)
		cause := c.eval(s.Cause, anywhere)
		u.loc = s.Pos
		u.emit(bytecode.Raise, 1, r, cause, 0)
	}
}

func (c *compiler) ifStmt(s *syntax.If) {
	u := c.u
	end := u.newLabel()
	next := end
	if len(s.Orelse) > 0 {
		next = u.newLabel()
	}
	c.jumpIf(s.Test, next, false, false)
	c.stmts(s.Body)
	if len(s.Orelse) > 0 {
		u.loc = noPos
		u.jump(end)
		u.bind(next)
		c.stmts(s.Orelse)
	}
	u.bind(end)
	u.loc = noPos
}

// cheap bounds the size of a loop test that is compiled twice, before the
// loop and at its end.
func cheap(e syntax.Expr) int {
	switch e := e.(type) {
	case *syntax.Name, *syntax.Constant:
		return 1
	case *syntax.Attribute:
		return 1 + cheap(e.Value)
	case *syntax.UnaryOp:
		return 1 + cheap(e.Operand)
	case *syntax.BinOp:
		if _, ok := e.Left.(*syntax.BinOp); ok {
			return 100
		}
		return 1 + cheap(e.Left) + cheap(e.Right)
	case *syntax.Subscript:
		return 1 + cheap(e.Value) + cheap(e.Slice)
	case *syntax.Compare:
		if len(e.Ops) > 1 {
			return 100
		}
		return 1 + cheap(e.Left) + cheap(e.Comparators[0])
	case *syntax.Call:
		if len(e.Args) > 1 || len(e.Keywords) > 0 {
			return 100
		}
		n := 2 + cheap(e.Func)
		for _, a := range e.Args {
			n += cheap(a)
		}
		return n
	}
	return 100
}

func (c *compiler) while(s *syntax.While) {
	u := c.u
	top, body, orelse, end := u.newLabel(), u.newLabel(), u.newLabel(), u.newLabel()
	v, isConst := c.fold(s.Test)
	forever := isConst && truth(v)
	twice := !isConst && cheap(s.Test) <= 8
	switch {
	case forever:
		u.bind(top)
		u.loc = s.Test.Span()
		u.emit(bytecode.Nop, 0, 0, 0, 0)
	case twice:
		c.jumpIf(s.Test, orelse, false, false)
	default:
		u.bind(top)
		c.jumpIf(s.Test, orelse, false, false)
	}
	u.bind(body)
	u.pushBlock(block{kind: blockLoop, cont: top, brk: end, handler: u.handler, top: u.top}, s.Pos)
	c.stmts(s.Body)
	u.popBlock()
	if twice {
		u.bind(top)
		c.jumpIf(s.Test, body, true, true)
	} else {
		u.loc = noPos
		u.emitJump(bytecode.Loop, 0, 0, 0, top)
	}
	u.bind(orelse)
	c.stmts(s.Orelse)
	u.bind(end)
	u.loc = noPos
}

func (c *compiler) forStmt(s *syntax.For) {
	u := c.u
	top, orelse, end := u.newLabel(), u.newLabel(), u.newLabel()
	it := c.iterator(s.Iter, 1)
	u.bind(top)
	u.loc = s.Iter.Span()
	c.forIter(it, s.Target, orelse)
	u.pushBlock(block{kind: blockLoop, cont: top, brk: end, handler: u.handler, top: u.top}, s.Pos)
	c.stmts(s.Body)
	u.popBlock()
	u.loc = noPos
	u.emitJump(bytecode.Loop, 0, 0, 0, top)
	u.bind(orelse)
	c.stmts(s.Orelse)
	u.bind(end)
	u.loc = noPos
}

// iterator evaluates an iterable into a temporary and makes it an iterator; own
// is 1 when nothing but ForIter will see it.
func (c *compiler) iterator(e syntax.Expr, own uint8) reg {
	u := c.u
	mark := u.top
	r := c.iterable(e)
	u.top = mark
	it := u.push()
	u.loc = e.Span()
	u.emit(bytecode.GetIter, own, it, r, 0)
	return it
}

func (c *compiler) iterable(e syntax.Expr) reg {
	u := c.u
	if v, ok := c.constIterable(e); ok {
		u.loc = e.Span()
		r := u.push()
		u.loadConst(r, v)
		return r
	}
	if l, ok := e.(*syntax.List); ok && !hasStar(l.Elts) {
		return c.tuple(&syntax.Tuple{Pos: l.Pos, Elts: l.Elts}, anywhere)
	}
	return c.eval(e, anywhere)
}

// forIter takes the next item into the loop's target.
func (c *compiler) forIter(it reg, target syntax.Expr, exhausted label) {
	u := c.u
	if n, ok := target.(*syntax.Name); ok {
		c.notDebug(n.Id, n.Pos, syntax.Store)
		if a := u.lookup(n.Id); a.kind == accLocal {
			u.emitJump(bytecode.ForIter, 0, it, a.reg, exhausted)
			return
		}
	}
	mark := u.top
	item := u.push()
	u.emitJump(bytecode.ForIter, 0, it, item, exhausted)
	c.storeTo(target, item)
	u.top = mark
}

func (c *compiler) returnStmt(s *syntax.Return) {
	u := c.u
	if !u.scope.FunctionLike() {
		c.errorf(s.Pos, "'return' outside function")
		return
	}
	if s.Value != nil && u.scope.Async && u.scope.Generator {
		c.errorf(s.Pos, "'return' with value in async generator")
		return
	}
	var v any
	isConst := s.Value == nil
	if isConst {
		v = bytecode.None{}
	} else if v, isConst = c.fold(s.Value); isConst {
		u.loc = s.Value.Span()
		u.emit(bytecode.Nop, 0, 0, 0, 0)
	}
	if isConst {
		pos := s.Pos
		if s.Value != nil && s.Value.Span().Line == s.Line {
			pos = s.Value.Span()
		}
		u.loc = pos
		h := c.unwind(-1, pos)
		if _, none := v.(bytecode.None); none {
			u.returnNone()
		} else {
			r := u.push()
			u.loadConst(r, v)
			u.emit(bytecode.Return, 0, r, 0, 0)
		}
		u.handler = h
		return
	}
	r := c.eval(s.Value, anywhere)
	if !isTemp(r) && c.unwindRuns() {
		t := u.push()
		u.move(t, r)
		r = t
	}
	u.loc = s.Pos
	h := c.unwind(-1, s.Pos)
	u.emit(bytecode.Return, 0, r, 0, 0)
	u.handler = h
}

// Assignment.

func (c *compiler) assign(s *syntax.Assign) {
	u := c.u
	if len(s.Targets) == 1 {
		if n, ok := s.Targets[0].(*syntax.Name); ok {
			c.assignName(n, s.Value)
			return
		}
		if c.assignPairwise(s.Targets[0], s.Value) {
			return
		}
	}
	r := c.eval(s.Value, anywhere)
	if !isTemp(r) && (len(s.Targets) > 1 || c.walrusAround()) {
		// An earlier target may be the variable that holds the value.
		t := u.push()
		u.move(t, r)
		r = t
	}
	for _, t := range s.Targets {
		mark := u.top
		c.storeTo(t, r)
		u.top = mark
	}
}

func (c *compiler) assignName(n *syntax.Name, value syntax.Expr) {
	u := c.u
	c.notDebug(n.Id, n.Pos, syntax.Store)
	if sym := u.scope.Lookup(u.scope.Mangle(n.Id)); sym != nil && sym.Place == symtab.Local && u.scope.FunctionLike() {
		// The register is taken first, but the value's names come first in
		// co_varnames.
		c.eval(value, u.varReg(sym.Name))
		u.noteVar(sym.Name)
		return
	}
	r := c.eval(value, anywhere)
	u.loc = n.Pos
	c.storeName(n.Id, r)
}

// assignPairwise compiles "a, b = x, y" without building a tuple.
func (c *compiler) assignPairwise(target, value syntax.Expr) bool {
	u := c.u
	targets, ok := elements(target)
	if !ok || len(targets) == 0 || len(targets) > 16 || hasStar(targets) {
		return false
	}
	t, ok := value.(*syntax.Tuple)
	if !ok || len(t.Elts) != len(targets) || hasStar(t.Elts) {
		return false
	}
	var bound []string
	regs := make([]reg, len(targets))
	for i, e := range t.Elts {
		r := c.operand(e, t.Elts[i+1:]...)
		if n, ok := e.(*syntax.Name); ok && !isTemp(r) {
			for _, b := range bound {
				if b == n.Id {
					x := u.push()
					u.move(x, r)
					r = x
					break
				}
			}
		}
		regs[i] = r
		if n, ok := targets[i].(*syntax.Name); ok {
			bound = append(bound, n.Id)
		} else {
			// Anything below may bind names in ways not seen here.
			bound = append(bound, namesIn(targets[i])...)
		}
	}
	for i, x := range targets {
		mark := u.top
		c.storeTo(x, regs[i])
		u.top = mark
	}
	return true
}

// namesIn lists the names that a target binds.
func namesIn(target syntax.Expr) []string {
	switch t := target.(type) {
	case *syntax.Name:
		return []string{t.Id}
	case *syntax.Starred:
		return namesIn(t.Value)
	}
	var names []string
	if elts, ok := elements(target); ok {
		for _, e := range elts {
			names = append(names, namesIn(e)...)
		}
	}
	return names
}

func elements(e syntax.Expr) ([]syntax.Expr, bool) {
	switch e := e.(type) {
	case *syntax.Tuple:
		return e.Elts, true
	case *syntax.List:
		return e.Elts, true
	}
	return nil, false
}

// storeTo assigns the value in r to a target.
func (c *compiler) storeTo(target syntax.Expr, r reg) {
	if !c.deeper() {
		c.depth--
		return
	}
	defer func() { c.depth-- }()
	u := c.u
	switch t := target.(type) {
	case *syntax.Name:
		u.loc = t.Pos
		c.notDebug(t.Id, t.Pos, syntax.Store)
		c.storeName(t.Id, r)
	case *syntax.Attribute:
		c.notDebug(t.Attr, t.Pos, syntax.Store)
		obj := c.eval(t.Value, anywhere)
		u.loc = memberPos(t, t.Pos)
		c.noteStatic(t)
		u.emit(bytecode.StoreAttr, 0, obj, r, u.name16(u.scope.Mangle(t.Attr)))
	case *syntax.Subscript:
		obj := c.operand(t.Value, t.Slice)
		if s, ok := t.Slice.(*syntax.Slice); ok && s.Step == nil {
			i := c.sliceBounds(s)
			u.loc = t.Pos
			u.emit(bytecode.SetSlice, 0, obj, r, i)
			return
		}
		i := c.eval(t.Slice, anywhere)
		u.loc = t.Pos
		u.emit(bytecode.SetItem, 0, obj, i, r)
	case *syntax.Tuple:
		c.unpack(t.Elts, t.Pos, r)
	case *syntax.List:
		c.unpack(t.Elts, t.Pos, r)
	case *syntax.Starred:
		c.errorf(t.Pos, "starred assignment target must be in a list or tuple")
	default:
		c.errorf(target.Span(), "cannot assign to this expression")
	}
}

// noteStatic records self.name = ... for __static_attributes__ of the class
// around the method.
func (c *compiler) noteStatic(t *syntax.Attribute) {
	if n, ok := t.Value.(*syntax.Name); !ok || n.Id != "self" {
		return
	}
	for p := c.u; p != nil; p = p.parent {
		if p.kind == kindClass {
			if p.statics == nil {
				p.statics = map[string]bool{}
			}
			p.statics[t.Attr] = true
			return
		}
	}
}

// maxUnpack bounds the registers of one unpacking.
const maxUnpack = 3000

func (c *compiler) unpack(elts []syntax.Expr, pos syntax.Pos, r reg) {
	u := c.u
	star := -1
	for i, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			if star >= 0 {
				c.errorf(pos, "multiple starred expressions in assignment")
				return
			}
			star = i
		}
	}
	n := len(elts)
	if n > maxUnpack {
		c.errorf(pos, "too many expressions in unpacking assignment")
		return
	}
	if star >= 256 {
		c.errorf(pos, "too many expressions in star-unpacking assignment")
		return
	}
	base := u.top
	u.need(max(n, 1))
	u.loc = pos
	if star < 0 {
		if first, ok := c.consecutive(elts); ok {
			u.emit(bytecode.Unpack, 0, first, r, int32(n))
			return
		}
	}
	for range elts {
		u.push()
	}
	if star >= 0 {
		u.need(1)
		u.emit(bytecode.UnpackEx, uint8(star), base, r, int32(n-star-1))
	} else {
		u.emit(bytecode.Unpack, 0, base, r, int32(n))
	}
	for i, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			e = s.Value
		}
		mark := u.top
		c.storeTo(e, base+reg(i))
		u.top = mark
	}
}

// consecutive tells whether the targets are local variables in consecutive
// registers, so that they can be unpacked into directly.
func (c *compiler) consecutive(elts []syntax.Expr) (reg, bool) {
	u := c.u
	if len(elts) == 0 {
		return 0, false
	}
	for _, e := range elts {
		n, ok := e.(*syntax.Name)
		if !ok || n.Id == "__debug__" {
			return 0, false
		}
		if _, inlined := u.overlayVar(n.Id); !inlined {
			sym := u.scope.Lookup(u.scope.Mangle(n.Id))
			if sym == nil || sym.Place != symtab.Local || !u.scope.FunctionLike() {
				return 0, false
			}
		}
	}
	var first reg
	ok := true
	for i, e := range elts {
		a := u.lookup(e.(*syntax.Name).Id)
		if a.kind != accLocal {
			return 0, false
		}
		if i == 0 {
			first = a.reg
		} else if a.reg != first+reg(i) {
			ok = false
		}
	}
	return first, ok
}

func (u *unit) overlayVar(name string) (access, bool) {
	name = u.scope.Mangle(name)
	for i := len(u.overlays) - 1; i >= 0; i-- {
		if a, ok := u.overlays[i].vars[name]; ok {
			return a, true
		}
	}
	return access{}, false
}

func (c *compiler) augAssign(s *syntax.AugAssign) {
	u := c.u
	switch t := s.Target.(type) {
	case *syntax.Name:
		u.loc = t.Pos
		c.notDebug(t.Id, t.Pos, syntax.Store)
		a := u.lookup(t.Id)
		if a.kind == accLocal {
			l := c.load(a, anywhere)
			if c.walrusAround() && cheap(s.Value) > 1 {
				x := u.push()
				u.move(x, l)
				l = x
			}
			c.augOp(s, l, a.reg)
			return
		}
		r := c.load(a, onTop)
		c.augOp(s, r, r)
		u.loc = t.Pos
		c.store(a, r)
	case *syntax.Attribute:
		obj := c.operand(t.Value, s.Value)
		r := u.push()
		u.loc = memberPos(t, t.Pos)
		name := u.name16(u.scope.Mangle(t.Attr))
		u.emit(bytecode.LoadAttr, 0, r, obj, name)
		c.augOp(s, r, r)
		u.loc = memberPos(t, t.Pos)
		c.noteStatic(t)
		u.emit(bytecode.StoreAttr, 0, obj, r, name)
	case *syntax.Subscript:
		obj := c.operand(t.Value, t.Slice, s.Value)
		sl, two := t.Slice.(*syntax.Slice)
		two = two && sl.Step == nil
		var i reg
		if two {
			i = c.sliceBounds(sl)
		} else {
			i = c.operand(t.Slice, s.Value)
		}
		r := u.push()
		u.loc = t.Pos
		if two {
			u.emit(bytecode.GetSlice, 0, r, obj, i)
		} else {
			u.emit(bytecode.GetItem, 0, r, obj, i)
		}
		c.augOp(s, r, r)
		u.loc = t.Pos
		if two {
			u.emit(bytecode.SetSlice, 0, obj, r, i)
		} else {
			u.emit(bytecode.SetItem, 0, obj, i, r)
		}
	default:
		c.errorf(s.Target.Span(), "illegal target for augmented assignment")
	}
}

// augOp emits dst = l op= value.
func (c *compiler) augOp(s *syntax.AugAssign, l, dst reg) {
	u := c.u
	mark := u.top
	code := binops[s.Op]
	var r int32
	if n, ok := c.smallInt(s.Value); ok {
		if imm, ok := immediate(s.Op); ok {
			u.loc = s.Pos
			u.emit(imm, 1, dst, l, n)
			return
		}
	}
	r = c.eval(s.Value, anywhere)
	u.top = mark
	u.loc = s.Pos
	u.emit(code, 1, dst, l, r)
}

func (c *compiler) annAssign(s *syntax.AnnAssign) {
	u := c.u
	if s.Value != nil {
		if n, ok := s.Target.(*syntax.Name); ok {
			c.assignName(n, s.Value)
		} else {
			r := c.eval(s.Value, anywhere)
			c.storeTo(s.Target, r)
		}
	}
	switch t := s.Target.(type) {
	case *syntax.Name:
		c.notDebug(t.Id, s.Pos, syntax.Store)
		if s.Simple && !u.scope.FunctionLike() {
			mark := u.top
			v := c.annotation(s.Annotation, onTop)
			u.loc = s.Pos
			d := u.push()
			u.emit(bytecode.LoadName, 0, d, u.nameIndex("__annotations__"), 0)
			k := u.push()
			u.loadConst(k, u.scope.Mangle(t.Id))
			u.emit(bytecode.SetItem, 0, d, k, v)
			u.top = mark
			return
		}
	case *syntax.Attribute:
		c.notDebug(t.Attr, s.Pos, syntax.Store)
		if s.Value == nil {
			c.eval(t.Value, anywhere)
		}
	case *syntax.Subscript:
		if s.Value == nil {
			mark := u.top
			c.eval(t.Value, anywhere)
			c.evalIndexParts(t.Slice)
			u.top = mark
		}
	default:
		c.errorf(s.Pos, "invalid node type for annotated assignment")
	}
	// An annotation of anything but a plain name is evaluated for its effects,
	// and not at all in functions.
	if !u.scope.FunctionLike() && !s.Simple && !c.futureAnnotations() {
		c.eval(s.Annotation, anywhere)
	}
}

func (c *compiler) evalIndexParts(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Slice:
		for _, p := range []syntax.Expr{e.Lower, e.Upper, e.Step} {
			if p != nil {
				c.eval(p, anywhere)
			}
		}
	case *syntax.Tuple:
		for _, p := range e.Elts {
			c.evalIndexParts(p)
		}
	default:
		c.eval(e, anywhere)
	}
}

func (c *compiler) delete(target syntax.Expr) {
	if !c.deeper() {
		c.depth--
		return
	}
	defer func() { c.depth-- }()
	u := c.u
	mark := u.top
	switch t := target.(type) {
	case *syntax.Name:
		u.loc = t.Pos
		c.notDebug(t.Id, t.Pos, syntax.Del)
		c.deleteName(t.Id)
	case *syntax.Attribute:
		r := c.eval(t.Value, anywhere)
		u.loc = memberPos(t, t.Pos)
		u.emit(bytecode.DeleteAttr, 0, r, 0, u.name16(u.scope.Mangle(t.Attr)))
	case *syntax.Subscript:
		obj := c.operand(t.Value, t.Slice)
		i := c.eval(t.Slice, anywhere)
		u.loc = t.Pos
		u.emit(bytecode.DelItem, 0, obj, i, 0)
	default:
		elts, ok := elements(target)
		if !ok {
			c.errorf(target.Span(), "cannot delete this expression")
		}
		for _, e := range elts {
			c.delete(e)
		}
	}
	u.top = mark
}

// Imports.

func (c *compiler) importStmt(s *syntax.Import) {
	u := c.u
	for _, a := range s.Names {
		mark := u.top
		u.loc = s.Pos
		r := c.importName(a.Name, 0, bytecode.None{})
		if a.AsName == "" {
			name, _, _ := strings.Cut(a.Name, ".")
			c.notDebug(name, s.Pos, syntax.Store)
			c.storeName(name, r)
		} else {
			parts := strings.Split(a.Name, ".")
			for _, p := range parts[1:] {
				u.emit(bytecode.ImportFrom, 0, r, r, u.name16(u.scope.Mangle(p)))
			}
			c.notDebug(a.AsName, s.Pos, syntax.Store)
			c.storeName(a.AsName, r)
		}
		u.top = mark
	}
}

func (c *compiler) importName(name string, level int, fromlist any) reg {
	u := c.u
	r := u.push()
	u.loadConst(r, int64(level))
	u.loadConst(u.push(), fromlist)
	u.emit(bytecode.ImportName, 0, r, r, u.name16(u.scope.Mangle(name)))
	u.top = r + 1
	return r
}

func after(a, b syntax.Pos) bool { return a.Line > b.Line || a.Line == b.Line && a.Col > b.Col }

func (c *compiler) importFrom(s *syntax.ImportFrom) {
	u := c.u
	if s.Module == "__future__" && s.Level == 0 && after(s.Pos, c.table.Future.Last) {
		c.errorf(s.Pos, "from __future__ imports must occur at the beginning of the file")
		return
	}
	names := bytecode.Tuple{}
	for _, a := range s.Names {
		names = append(names, a.Name)
	}
	m := c.importName(s.Module, s.Level, names)
	for i, a := range s.Names {
		if i == 0 && a.Name == "*" {
			u.emit(bytecode.ImportStar, 0, m, 0, 0)
			return
		}
		mark := u.top
		r := u.push()
		u.emit(bytecode.ImportFrom, 0, r, m, u.name16(u.scope.Mangle(a.Name)))
		name := a.Name
		if a.AsName != "" {
			name = a.AsName
		}
		c.notDebug(name, s.Pos, syntax.Store)
		c.storeName(name, r)
		u.top = mark
	}
}
