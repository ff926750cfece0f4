package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

type blockKind uint8

const (
	blockLoop       blockKind = iota
	blockTry                  // body of try with except clauses: nothing to do on leaving
	blockFinally              // body of try with finally: its final body runs on leaving
	blockFinallyEnd           // final body entered by an exception, handled in reg
	blockHandler              // except clause: reg holds the exception handled before
	blockGroup                // except* clause: must not be left
	blockWith                 // body of with: reg holds the exit method
)

// block is a statement around the current code that leaving must undo.
type block struct {
	kind      blockKind
	cont, brk label
	handler   int32 // the exception handler outside
	top       reg
	reg       reg
	name      string // variable of the except clause
	final     []syntax.Stmt
	pos       syntax.Pos
	async     bool
}

// maxBlocks bounds the nesting of blocks in one function, as in CPython; an
// except clause counts twice, the guard of a generator once.
const maxBlocks = 21

// pushBlock enters a block. pos is the place of an error.
func (u *unit) pushBlock(b block, pos syntax.Pos) {
	n := u.weight + weight(b.kind)
	if n > maxBlocks {
		u.c.errorf(pos, "too many statically nested blocks")
	}
	u.weight = n
	u.blocks = append(u.blocks, b)
}

func (u *unit) popBlock() {
	last := len(u.blocks) - 1
	u.weight -= weight(u.blocks[last].kind)
	u.blocks = u.blocks[:last]
}

func weight(k blockKind) int {
	if k == blockHandler || k == blockGroup {
		return 2
	}
	return 1
}

// unwindRuns tells whether leaving the function from here runs code.
func (c *compiler) unwindRuns() bool {
	for i := range c.u.blocks {
		switch b := &c.u.blocks[i]; b.kind {
		case blockFinally, blockWith:
			return true
		case blockHandler:
			if b.name != "" {
				return true
			}
		}
	}
	return false
}

// unwind emits what leaving the blocks above index to must do. The jump or
// return that follows belongs to the handler outside them; the caller then
// restores the one that is returned.
func (c *compiler) unwind(to int, pos syntax.Pos) (handler int32) {
	u := c.u
	all, h, top, full := u.blocks, u.handler, u.top, u.weight
	for i := len(all) - 1; i > to && c.err == nil; i-- {
		b := &all[i]
		u.blocks = all[:i:i]
		u.weight -= weight(b.kind)
		u.handler = b.handler
		u.loc = pos
		switch b.kind {
		case blockFinally:
			c.stmts(b.final)
		case blockFinallyEnd:
			u.emit(bytecode.PopExc, 0, b.reg, 0, 0)
		case blockHandler:
			u.emit(bytecode.PopExc, 0, b.reg, 0, 0)
			if b.name != "" {
				c.unbind(b.name)
			}
		case blockGroup:
			c.errorf(pos, "'break', 'continue' and 'return' cannot appear in an except* block")
		case blockWith:
			u.loc = b.pos
			c.exitWithNone(b)
		}
		u.top = top
	}
	u.blocks, u.weight = all, full
	u.loc = pos
	return h
}

func (c *compiler) breakStmt(pos syntax.Pos) {
	c.leaveLoop(pos, "'break' outside loop", func(b *block) label { return b.brk })
}

func (c *compiler) continueStmt(pos syntax.Pos) {
	c.leaveLoop(pos, "'continue' not properly in loop", func(b *block) label { return b.cont })
}

func (c *compiler) leaveLoop(pos syntax.Pos, outside string, target func(*block) label) {
	u := c.u
	loop := -1
	for i := len(u.blocks) - 1; i >= 0 && loop < 0; i-- {
		switch u.blocks[i].kind {
		case blockLoop:
			loop = i
		case blockGroup:
			c.errorf(pos, "'break', 'continue' and 'return' cannot appear in an except* block")
			return
		}
	}
	u.loc = pos
	u.emit(bytecode.Nop, 0, 0, 0, 0)
	if loop < 0 {
		c.errorf(pos, "%s", outside)
		return
	}
	to := target(&u.blocks[loop])
	h := c.unwind(loop, pos)
	u.loc = noPos
	if u.labels[to] >= 0 {
		u.emitJump(bytecode.Loop, 0, 0, 0, to)
	} else {
		u.jump(to)
	}
	u.handler = h
}

// Try.

func (c *compiler) try(s *syntax.Try) {
	if len(s.Finalbody) > 0 {
		c.tryFinally(s)
	} else {
		c.tryExcept(s)
	}
}

func (c *compiler) tryFinally(s *syntax.Try) {
	u := c.u
	caught, cleanup, end := u.newLabel(), u.newLabel(), u.newLabel()
	exc, prev := u.push(), u.push()
	u.emit(bytecode.Nop, 0, 0, 0, 0)
	before := u.protect(caught, exc)
	u.pushBlock(block{kind: blockFinally, handler: before, final: s.Finalbody}, s.Pos)
	if len(s.Handlers) > 0 {
		c.tryExcept(s)
	} else {
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	}
	u.popBlock()
	u.handler = before
	c.stmts(s.Finalbody)
	u.loc = noPos
	u.jump(end)

	u.bind(caught)
	u.loc = noPos
	u.emit(bytecode.PushExc, 0, prev, exc, 0)
	u.protect(cleanup, exc)
	u.pushBlock(block{kind: blockFinallyEnd, handler: before, reg: prev}, s.Pos)
	c.stmts(s.Finalbody)
	u.popBlock()
	u.handler = before
	u.bind(cleanup)
	c.reraise(prev, exc)
	u.bind(end)
}

// reraise ends a handler with the exception in exc going on.
func (c *compiler) reraise(prev, exc reg) {
	u := c.u
	u.loc = noPos
	u.emit(bytecode.PopExc, 0, prev, 0, 0)
	u.emit(bytecode.Reraise, 0, exc, 0, 0)
}

func (c *compiler) tryExcept(s *syntax.Try) {
	u := c.u
	caught, cleanup, end := u.newLabel(), u.newLabel(), u.newLabel()
	exc, prev := u.push(), u.push()
	u.loc = s.Pos
	u.emit(bytecode.Nop, 0, 0, 0, 0)
	before := u.protect(caught, exc)
	u.pushBlock(block{kind: blockTry, handler: before}, s.Pos)
	c.stmts(s.Body)
	u.popBlock()
	u.handler = before
	orelse := u.newLabel()
	if s.Star && len(s.Orelse) > 0 {
		u.loc = noPos
		u.jump(orelse)
	} else {
		c.stmts(s.Orelse)
		u.loc = noPos
		u.jump(end)
	}

	u.bind(caught)
	u.loc = noPos
	u.emit(bytecode.PushExc, 0, prev, exc, 0)
	if s.Star {
		c.groupHandlers(s, exc, prev, before, cleanup, end)
	} else {
		for i, h := range s.Handlers {
			if h.Type == nil && i < len(s.Handlers)-1 {
				c.errorf(h.Pos, "default 'except:' must be last")
				return
			}
			c.exceptClause(h, exc, prev, before, cleanup, end)
		}
	}
	u.handler = before
	if last := s.Handlers[len(s.Handlers)-1]; !s.Star && last.Type != nil {
		// What no clause catches goes on from the line of the last one.
		u.loc = last.Type.Span()
		u.emit(bytecode.PopExc, 0, prev, 0, 0)
		u.emit(bytecode.Reraise, 0, exc, 0, 0)
	}
	u.bind(cleanup)
	c.reraise(prev, exc)
	u.bind(orelse)
	if s.Star {
		c.stmts(s.Orelse)
	}
	u.bind(end)
	u.loc = noPos
}

func (c *compiler) exceptClause(h *syntax.ExceptHandler, exc, prev reg, before int32, cleanup, end label) {
	u := c.u
	mark := u.top
	next := u.newLabel()
	u.handler = before
	u.protect(cleanup, exc)
	inner := u.handler
	u.loc = h.Pos
	if h.Type != nil {
		t := c.eval(h.Type, anywhere)
		u.loc = h.Type.Span()
		m := u.push()
		u.emit(bytecode.ExcMatch, 0, m, exc, t)
		u.emitJump(bytecode.JumpF, 0, m, 0, next)
		u.top = mark
	} else {
		u.emit(bytecode.Nop, 0, 0, 0, 0)
	}
	u.loc = h.Pos
	var failed label
	if h.Name != "" {
		c.notDebug(h.Name, h.Pos, syntax.Store)
		c.storeName(h.Name, exc)
		failed = u.newLabel()
		u.protect(failed, exc)
	}
	u.pushBlock(block{kind: blockHandler, handler: before, reg: prev, name: h.Name}, h.Pos)
	c.stmts(h.Body)
	u.popBlock()
	u.handler = before
	u.loc = noPos
	u.emit(bytecode.PopExc, 0, prev, 0, 0)
	if h.Name != "" {
		c.unbind(h.Name)
	}
	u.jump(end)
	if h.Name != "" {
		u.bind(failed)
		u.handler = inner
		c.unbind(h.Name)
		u.jump(cleanup)
	}
	u.bind(next)
}

// groupHandlers compiles the except* clauses. Each takes its part of the
// group, which is the exception being handled from then on; what they raise and
// what remains is put together at the end.
func (c *compiler) groupHandlers(s *syntax.Try, exc, prev reg, before int32, cleanup, end label) {
	u := c.u
	raised := u.push()
	pair := u.push() // rest, match
	match := u.push()
	fault, outer := u.push(), u.push()
	mark := u.top
	u.protect(cleanup, exc)
	inner := u.handler
	u.loc = s.Handlers[0].Pos
	u.emit(bytecode.BuildList, 0, raised, raised, 0)
	u.emit(bytecode.Move, 0, pair, exc, 0)
	for _, h := range s.Handlers {
		next, failed := u.newLabel(), u.newLabel()
		u.loc = h.Pos
		if h.Type == nil {
			c.errorf(h.Pos, "expected one or more exception types")
			return
		}
		t := c.eval(h.Type, anywhere)
		u.loc = h.Type.Span()
		u.emit(bytecode.ExcGroupMatch, 0, pair, pair, t)
		u.top = mark
		u.emitJump(bytecode.JumpNone, 0, match, 0, next)
		u.loc = h.Pos
		u.emit(bytecode.PushExc, 0, outer, match, 0)
		if h.Name != "" {
			c.notDebug(h.Name, h.Pos, syntax.Store)
			c.storeName(h.Name, match)
		}
		u.protect(failed, fault)
		u.pushBlock(block{kind: blockGroup, handler: inner}, h.Pos)
		c.stmts(h.Body)
		u.popBlock()
		u.handler = inner
		u.loc = noPos
		if h.Name != "" {
			c.unbind(h.Name)
		}
		u.jump(next)
		u.bind(failed)
		if h.Name != "" {
			c.unbind(h.Name)
		}
		u.emit(bytecode.ListAppend, 0, raised, fault, 0)
		u.bind(next)
		u.top = mark
	}
	u.loc = noPos
	u.emit(bytecode.ListAppend, 0, raised, pair, 0)
	u.emit(bytecode.PrepReraiseStar, 0, exc, exc, raised)
	u.handler = before
	u.emitJump(bytecode.JumpNotNone, 0, exc, 0, cleanup)
	u.emit(bytecode.PopExc, 0, prev, 0, 0)
	u.jump(end)
}

// With.

// with compiles item i of a with statement and what it encloses.
func (c *compiler) with(s *syntax.With, i int) {
	u := c.u
	if i == 0 && s.Async && !c.asyncAllowed() {
		c.errorf(s.Pos, "'async with' outside async function")
		return
	}
	if !c.deeper() {
		c.depth--
		return
	}
	defer func() { c.depth-- }()
	item := s.Items[i]
	caught, cleanup, suppressed, end := u.newLabel(), u.newLabel(), u.newLabel(), u.newLabel()
	base := u.top
	pos := item.Context.Span()
	m := c.eval(item.Context, anywhere)
	u.loc = pos
	// The manager makes room for its exit method.
	u.top = base
	exit := u.push()
	u.push()
	exc, prev := u.push(), u.push()
	v := u.push()
	u.push()
	enterOp, exitOp := uint8(bytecode.SpecialEnter), uint8(bytecode.SpecialExit)
	if s.Async {
		enterOp, exitOp = bytecode.SpecialAEnter, bytecode.SpecialAExit
	}
	u.emit(bytecode.LoadSpecial, enterOp, v, m, 0)
	u.emit(bytecode.LoadSpecial, exitOp, exit, m, 0)
	// They are set when an exception comes; until then they must not keep what
	// an earlier call left there.
	u.emit(bytecode.Clear, 0, exc, 0, 0)
	u.emit(bytecode.Clear, 0, prev, 0, 0)
	var enters uint8
	if !s.Async {
		enters = bytecode.CallEnters
	}
	u.emit(bytecode.CallMethod, enters, v, 1, 0)
	u.top = v + 1
	if s.Async {
		c.awaitValue(v, 1)
	}
	before := u.protect(caught, exc)
	u.pushBlock(block{kind: blockWith, handler: before, reg: exit, pos: pos, async: s.Async}, pos)
	if item.Target != nil {
		c.storeTo(item.Target, v)
	}
	u.top = prev + 1
	if i+1 < len(s.Items) {
		c.with(s, i+1)
	} else {
		c.stmts(s.Body)
	}
	b := u.blocks[len(u.blocks)-1]
	u.popBlock()
	u.handler = before
	u.loc = pos
	c.exitWithNone(&b)
	u.loc = noPos
	u.jump(end)

	u.bind(caught)
	u.loc = pos
	u.emit(bytecode.PushExc, 0, prev, exc, 0)
	u.protect(cleanup, exc)
	x := u.push()
	u.emit(bytecode.WithExit, 0, x, exit, exc)
	if s.Async {
		c.awaitValue(x, 2)
	}
	u.emitJump(bytecode.JumpT, 0, x, 0, suppressed)
	u.handler = before
	u.bind(cleanup)
	c.reraise(prev, exc)
	u.bind(suppressed)
	u.loc = noPos
	u.emit(bytecode.PopExc, 0, prev, 0, 0)
	u.bind(end)
	u.top = base
}

// exitWithNone calls the exit method of a with block that ends well.
func (c *compiler) exitWithNone(b *block) {
	u := c.u
	mark := u.top
	w := u.push()
	u.move(w, b.reg)
	u.move(u.push(), b.reg+1)
	for i := 0; i < 3; i++ {
		u.loadConst(u.push(), bytecode.None{})
	}
	u.emit(bytecode.CallMethod, 0, w, 4, 0)
	u.top = w + 1
	if b.async {
		c.awaitValue(w, 2)
	}
	u.top = mark
}

func (c *compiler) asyncFor(s *syntax.For) {
	u := c.u
	if !c.asyncAllowed() {
		c.errorf(s.Pos, "'async for' outside async function")
		return
	}
	top, end := u.newLabel(), u.newLabel()
	exhausted := u.newLabel()
	it, exc := u.push(), u.push()
	r := c.eval(s.Iter, anywhere)
	u.top = exc + 1
	u.loc = s.Iter.Span()
	u.emit(bytecode.GetAIter, 0, it, r, 0)
	u.bind(top)
	u.loc = s.Pos
	v := c.nextAsync(it, exc, exhausted)
	c.storeTo(s.Target, v)
	u.top = exc + 1
	u.pushBlock(block{kind: blockLoop, cont: top, brk: end, handler: u.handler, top: u.top}, s.Pos)
	c.stmts(s.Body)
	u.popBlock()
	u.loc = noPos
	u.emitJump(bytecode.Loop, 0, 0, 0, top)
	u.bind(exhausted)
	u.loc = s.Iter.Span()
	u.emit(bytecode.EndAsyncFor, 0, exc, 0, 0)
	c.stmts(s.Orelse)
	u.bind(end)
	u.loc = noPos
}

// nextAsync awaits the next item of an asynchronous iterator; any exception
// goes to the label exhausted with its value in exc.
func (c *compiler) nextAsync(it, exc reg, exhausted label) reg {
	u := c.u
	before := u.protect(exhausted, exc)
	v := u.push()
	u.emit(bytecode.GetANext, 0, v, it, 0)
	c.awaitLoop(v)
	u.handler = before
	return v
}

// Generators and coroutines.

// asyncAllowed tells whether this block may suspend as a coroutine.
func (c *compiler) asyncAllowed() bool {
	return c.u.kind == kindAsyncFunction || c.topLevelAwait()
}

func (c *compiler) topLevelAwait() bool {
	return c.opts.TopLevelAwait && c.u.kind == kindModule
}

func (c *compiler) yield(e *syntax.Yield, want reg) reg {
	u := c.u
	if !u.scope.FunctionLike() {
		c.errorf(e.Pos, "'yield' outside function")
		return u.place(want)
	}
	mark := u.top
	var r reg
	if e.Value != nil {
		r = c.eval(e.Value, anywhere)
	} else {
		u.loc = e.Pos
		r = u.push()
		u.loadConst(r, bytecode.None{})
	}
	u.loc = e.Pos
	r = c.wrapYield(r)
	u.top = mark
	dst := u.place(want)
	u.emit(bytecode.Yield, 0, dst, r, 0)
	return dst
}

// wrapYield marks the value of an asynchronous generator.
func (c *compiler) wrapYield(r reg) reg {
	u := c.u
	if u.flags&bytecode.FlagAsyncGenerator == 0 {
		return r
	}
	t := u.push()
	u.emit(bytecode.AsyncGenWrap, 0, t, r, 0)
	return t
}

func (c *compiler) yieldFrom(e *syntax.YieldFrom, want reg) reg {
	u := c.u
	if !u.scope.FunctionLike() {
		c.errorf(e.Pos, "'yield from' outside function")
		return u.place(want)
	}
	if u.kind == kindAsyncFunction {
		c.errorf(e.Pos, "'yield from' inside async function")
		return u.place(want)
	}
	mark := u.top
	r := c.eval(e.Value, anywhere)
	u.top = mark
	t := u.push()
	u.loc = e.Pos
	u.emit(bytecode.GetYieldFromIter, 0, t, r, 0)
	c.awaitLoop(t)
	return u.result(t, want)
}

func (c *compiler) await(e *syntax.Await, want reg) reg {
	u := c.u
	if !c.topLevelAwait() {
		if !u.scope.FunctionLike() {
			c.errorf(e.Pos, "'await' outside function")
			return u.place(want)
		}
		if u.kind != kindAsyncFunction && u.kind != kindComp {
			c.errorf(e.Pos, "'await' outside async function")
			return u.place(want)
		}
	}
	mark := u.top
	c.eval(e.Value, onTop)
	u.loc = e.Pos
	c.awaitValue(mark, 0)
	return u.result(mark, want)
}

// awaitValue replaces the awaitable in r, the topmost temporary, by its result.
func (c *compiler) awaitValue(r reg, how uint8) {
	c.u.emit(bytecode.GetAwaitable, how, r, r, 0)
	c.awaitLoop(r)
}

// awaitLoop drives the iterator in r, the topmost temporary, to its end,
// suspending with each item, and replaces it by its result.
func (c *compiler) awaitLoop(r reg) {
	u := c.u
	v, exc := u.push(), u.push()
	top, thrown, done := u.newLabel(), u.newLabel(), u.newLabel()
	u.emit(bytecode.LoadNone, 0, v, 0, 0)
	u.bind(top)
	u.emitJump(bytecode.Send, 0, r, v, done)
	before := u.protect(thrown, exc)
	u.emit(bytecode.Yield, 1, v, v, r)
	u.handler = before
	u.jump(top)
	u.bind(thrown)
	u.emit(bytecode.CleanupThrow, 0, exc, v, 0)
	u.bind(done)
	u.emit(bytecode.Move, 0, r, v, 0)
	u.top = r + 1
}
