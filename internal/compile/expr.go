package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// eval compiles an expression. want is the register that must get the value,
// or onTop or anywhere. A register of a variable is written by the last
// instruction only, so that an exception leaves the variable as it was.
// Afterwards the top of the temporaries is as before, plus one if the value
// went to a new temporary, which is then the old top.
func (c *compiler) eval(e syntax.Expr, want reg) reg {
	if !c.deeper() {
		c.depth--
		return c.u.place(want)
	}
	r := c.eval1(e, want)
	c.depth--
	return r
}

func (c *compiler) eval1(e syntax.Expr, want reg) reg {
	u := c.u
	switch e := e.(type) {
	case *syntax.Constant:
		u.loc = e.Pos
		dst := u.place(want)
		u.loadConst(dst, constValue(e.Value))
		return dst
	case *syntax.Name:
		u.loc = e.Pos
		if e.Id == "__debug__" {
			dst := u.place(want)
			u.loadConst(dst, c.opts.Optimize == 0)
			return dst
		}
		return c.loadName(e.Id, want)
	case *syntax.BinOp:
		return c.binop(e, want)
	case *syntax.UnaryOp:
		return c.unary(e, want)
	case *syntax.BoolOp:
		return c.boolOp(e, want)
	case *syntax.Compare:
		return c.compare(e, want)
	case *syntax.Call:
		return c.call(e, want)
	case *syntax.Attribute:
		return c.attribute(e, want)
	case *syntax.Subscript:
		return c.subscript(e, want)
	case *syntax.Slice:
		return c.slice(e, want)
	case *syntax.Tuple:
		return c.tuple(e, want)
	case *syntax.List:
		return c.list(e, want)
	case *syntax.Set:
		return c.set(e, want)
	case *syntax.Dict:
		return c.dict(e, want)
	case *syntax.IfExp:
		return c.ifExp(e, want)
	case *syntax.NamedExpr:
		r := c.eval(e.Value, want)
		u.loc = e.Target.Pos
		c.notDebug(e.Target.Id, e.Target.Pos, syntax.Store)
		c.storeName(e.Target.Id, r)
		return r
	case *syntax.JoinedStr:
		return c.joinedStr(e, want)
	case *syntax.FormattedValue:
		return c.formatted(e, want)
	case *syntax.Lambda:
		return c.lambda(e, want)
	case *syntax.ListComp, *syntax.SetComp, *syntax.DictComp, *syntax.GeneratorExp:
		return c.comprehension(e, want)
	case *syntax.Yield:
		return c.yield(e, want)
	case *syntax.YieldFrom:
		return c.yieldFrom(e, want)
	case *syntax.Await:
		return c.await(e, want)
	case *syntax.Starred:
		if e.Ctx == syntax.Store {
			c.errorf(e.Pos, "starred assignment target must be in a list or tuple")
		} else {
			c.errorf(e.Pos, "can't use starred expression here")
		}
	default:
		c.errorf(e.Span(), "cannot compile expression of type %T", e)
	}
	return u.place(want)
}

// operand evaluates e for an instruction that comes after rest has been
// evaluated too. A variable is used where it is, unless rest may rebind it.
func (c *compiler) operand(e syntax.Expr, rest ...syntax.Expr) reg {
	r := c.eval(e, anywhere)
	if isTemp(r) || !c.walrusAround() {
		return r
	}
	for _, x := range rest {
		switch x.(type) {
		case nil, *syntax.Name, *syntax.Constant:
			continue
		}
		t := c.u.push()
		c.u.move(t, r)
		return t
	}
	return r
}

// walrusAround tells whether any named expression binds a local of this frame.
func (c *compiler) walrusAround() bool { return c.u.scope.HasWalrus }

// result moves the value of a call window, which starts at base, to where it
// was asked for.
func (u *unit) result(base, want reg) reg {
	u.top = base
	if want < 0 {
		u.push()
		return base
	}
	if last := &u.ins[len(u.ins)-1]; (last.op == bytecode.Call || last.op == bytecode.CallMethod) && last.c == base {
		last.c = want
		return want
	}
	u.move(want, base)
	return want
}

// scratch is the register in which a value may be built step by step: want,
// if that is a temporary, else a new temporary. finish completes the pair.
func (u *unit) scratch(want reg) reg {
	if want >= 0 && isTemp(want) {
		return want
	}
	return u.push()
}

func (u *unit) finish(r, want reg) reg {
	if want >= 0 && want != r {
		u.move(want, r)
		u.top = r
		return want
	}
	return r
}

var binops = [...]bytecode.Op{
	syntax.Add: bytecode.Add, syntax.Sub: bytecode.Sub, syntax.Mult: bytecode.Mul, syntax.MatMult: bytecode.MatMul,
	syntax.Div: bytecode.Div, syntax.Mod_: bytecode.Mod, syntax.Pow: bytecode.Pow, syntax.LShift: bytecode.LShift,
	syntax.RShift: bytecode.RShift, syntax.BitOr: bytecode.Or, syntax.BitXor: bytecode.Xor, syntax.BitAnd: bytecode.And,
	syntax.FloorDiv: bytecode.FloorDiv,
}

// immediate gives the form of an operator whose right operand is a small int.
func immediate(op syntax.Operator) (bytecode.Op, bool) {
	switch op {
	case syntax.Add:
		return bytecode.AddI, true
	case syntax.Sub:
		return bytecode.SubI, true
	case syntax.Mult:
		return bytecode.MulI, true
	case syntax.Mod_:
		return bytecode.ModI, true
	case syntax.FloorDiv:
		return bytecode.FloorDivI, true
	case syntax.BitAnd:
		return bytecode.AndI, true
	case syntax.RShift:
		return bytecode.RShiftI, true
	case syntax.LShift:
		return bytecode.LShiftI, true
	}
	return 0, false
}

// smallInt returns the value of an int constant that fits an immediate operand.
func (c *compiler) smallInt(e syntax.Expr) (int32, bool) {
	switch e.(type) {
	case *syntax.Constant, *syntax.UnaryOp, *syntax.BinOp:
	default:
		return 0, false
	}
	v, ok := c.fold(e)
	if !ok {
		return 0, false
	}
	n, ok := v.(int64)
	if !ok || n != int64(int16(n)) {
		return 0, false
	}
	return int32(n), true
}

// binop walks the left spine without recursion, folding constants from the
// left end on.
func (c *compiler) binop(e *syntax.BinOp, want reg) reg {
	u := c.u
	var short [8]*syntax.BinOp
	chain := short[:0]
	var left syntax.Expr = e
	for {
		op, ok := left.(*syntax.BinOp)
		if !ok {
			break
		}
		chain = append(chain, op)
		left = op.Left
	}
	i := len(chain) - 1
	v, isConst := c.fold(left)
	for isConst && i >= 0 {
		r, ok := c.fold(chain[i].Right)
		if !ok {
			break
		}
		x, ok := foldBinary(chain[i].Op, v, r)
		if !ok {
			break
		}
		v = x
		i--
	}
	mark := u.top
	if i < 0 {
		u.loc = e.Pos
		dst := u.place(want)
		u.loadConst(dst, v)
		return dst
	}
	var l reg
	js := (*syntax.JoinedStr)(nil)
	if i == len(chain)-1 && chain[i].Op == syntax.Mod_ {
		js = percentFormat(chain[i])
	}
	switch {
	case js != nil && i == 0:
		return c.eval(js, want)
	case js != nil:
		l = c.eval(js, onTop)
		i--
	case i < len(chain)-1:
		u.loc = chain[i].Left.Span()
		l = u.push()
		u.loadConst(l, v)
	default:
		l = c.operand(left, chain[i].Right)
	}
	for ; i >= 0; i-- {
		op := chain[i]
		var code bytecode.Op
		var r int32
		if n, ok := c.smallInt(op.Right); ok {
			if imm, ok := immediate(op.Op); ok {
				code, r = imm, n
			}
		}
		if code == bytecode.Nop {
			code = binops[op.Op]
			r = c.eval(op.Right, anywhere)
		}
		u.top = mark
		dst := mark
		if i == 0 {
			dst = u.place(want)
		} else {
			u.push()
		}
		u.loc = op.Pos
		u.emit(code, 0, dst, l, r)
		l = dst
	}
	return l
}

func (c *compiler) unary(e *syntax.UnaryOp, want reg) reg {
	u := c.u
	if v, ok := c.fold(e); ok {
		u.loc = e.Pos
		dst := u.place(want)
		u.loadConst(dst, v)
		return dst
	}
	if e.Op == syntax.Not {
		if cmp, ok := invertible(e.Operand); ok {
			return c.compare(cmp, want)
		}
	}
	mark := u.top
	operand := e.Operand
	if cmp, ok := operand.(*syntax.Compare); ok && e.Op == syntax.Not && len(cmp.Ops) == 1 {
		whole := *cmp
		whole.Pos = e.Pos // where tracebacks show it
		operand = &whole
	}
	r := c.eval(operand, anywhere)
	u.top = mark
	dst := u.place(want)
	u.loc = e.Pos
	op := bytecode.Not
	switch e.Op {
	case syntax.Invert:
		op = bytecode.Invert
	case syntax.UAdd:
		op = bytecode.Pos_
	case syntax.USub:
		op = bytecode.Neg
	}
	u.emit(op, 0, dst, r, 0)
	return dst
}

// invertible returns the opposite of a single "is" or "in" comparison.
func invertible(e syntax.Expr) (*syntax.Compare, bool) {
	cmp, ok := e.(*syntax.Compare)
	if !ok || len(cmp.Ops) != 1 {
		return nil, false
	}
	inv := *cmp
	switch cmp.Ops[0] {
	case syntax.Is:
		inv.Ops = []syntax.CmpOperator{syntax.IsNot}
	case syntax.IsNot:
		inv.Ops = []syntax.CmpOperator{syntax.Is}
	case syntax.In:
		inv.Ops = []syntax.CmpOperator{syntax.NotIn}
	case syntax.NotIn:
		inv.Ops = []syntax.CmpOperator{syntax.In}
	default:
		return nil, false
	}
	return &inv, true
}

func (c *compiler) boolOp(e *syntax.BoolOp, want reg) reg {
	u := c.u
	op := bytecode.JumpF
	if e.Op == syntax.Or {
		op = bytecode.JumpT
	}
	end := u.newLabel()
	t := u.scratch(want)
	mark := u.top
	for i, v := range e.Values {
		c.eval(v, t)
		u.top = mark
		if i < len(e.Values)-1 {
			u.loc = e.Pos
			u.emitJump(op, 0, t, 0, end)
		}
	}
	u.bind(end)
	return u.finish(t, want)
}

func (c *compiler) ifExp(e *syntax.IfExp, want reg) reg {
	u := c.u
	orelse, end := u.newLabel(), u.newLabel()
	c.jumpIf(e.Test, orelse, false, false)
	if want == anywhere {
		want = onTop
	}
	mark := u.top
	c.eval(e.Body, want)
	u.loc = e.Pos
	u.jump(end)
	u.top = mark
	u.bind(orelse)
	r := c.eval(e.Orelse, want)
	u.bind(end)
	return r
}

var compareOps = [...]struct {
	value, jump, imm bytecode.Op
	negate           bool
}{
	syntax.Eq:    {bytecode.Eq, bytecode.JumpEq, bytecode.JumpEqI, false},
	syntax.NotEq: {bytecode.Ne, bytecode.JumpNe, bytecode.JumpNeI, false},
	syntax.Lt:    {bytecode.Lt, bytecode.JumpLt, bytecode.JumpLtI, false},
	syntax.LtE:   {bytecode.Le, bytecode.JumpLe, bytecode.JumpLeI, false},
	syntax.Gt:    {bytecode.Gt, bytecode.JumpGt, bytecode.JumpGtI, false},
	syntax.GtE:   {bytecode.Ge, bytecode.JumpGe, bytecode.JumpGeI, false},
	syntax.Is:    {bytecode.Is, bytecode.JumpIs, 0, false},
	syntax.IsNot: {bytecode.Is, bytecode.JumpIs, 0, true},
	syntax.In:    {bytecode.In, bytecode.JumpIn, 0, false},
	syntax.NotIn: {bytecode.In, bytecode.JumpIn, 0, true},
}

func (c *compiler) compare(e *syntax.Compare, want reg) reg {
	u := c.u
	c.checkCompare(e)
	n := len(e.Ops)
	if n == 1 {
		mark := u.top
		l := c.operand(e.Left, e.Comparators...)
		r := c.comparator(e, 0)
		u.top = mark
		dst := u.place(want)
		u.loc = e.Pos
		c.emitCompare(e.Ops[0], dst, l, r)
		return dst
	}
	end := u.newLabel()
	t := u.scratch(want)
	mark := u.top
	l := c.operand(e.Left, e.Comparators...)
	for i := range e.Ops {
		r := c.chainLink(e, i)
		u.loc = e.Pos
		c.emitCompare(e.Ops[i], t, l, r)
		if i < n-1 {
			u.emitJump(bytecode.JumpF, 0, t, 0, end)
		}
		l = r
	}
	u.top = mark
	u.bind(end)
	return u.finish(t, want)
}

// chainLink evaluates the right operand of comparison i of a chain, which is
// the left one of the next.
func (c *compiler) chainLink(e *syntax.Compare, i int) reg {
	if i < len(e.Ops)-1 {
		return c.operand(e.Comparators[i], e.Comparators[i+1:]...)
	}
	return c.comparator(e, i)
}

// comparator evaluates the right operand of comparison i. A list or set
// display of constants after "in" becomes a tuple or frozenset.
func (c *compiler) comparator(e *syntax.Compare, i int) reg {
	x := e.Comparators[i]
	if op := e.Ops[i]; (op == syntax.In || op == syntax.NotIn) && i == len(e.Ops)-1 {
		if v, ok := c.constIterable(x); ok {
			u := c.u
			u.loc = x.Span()
			r := u.push()
			u.loadConst(r, v)
			return r
		}
		if l, ok := x.(*syntax.List); ok && !hasStar(l.Elts) {
			return c.tuple(&syntax.Tuple{Pos: l.Pos, Elts: l.Elts}, anywhere)
		}
	}
	return c.eval(x, anywhere)
}

func (c *compiler) emitCompare(op syntax.CmpOperator, dst, l, r reg) {
	k := compareOps[op]
	f := uint8(0)
	if k.negate {
		f = 1
	}
	c.u.emit(k.value, f, dst, l, r)
}

// jumpIf jumps to the label if e is true (cond) or false (!cond) and falls
// through otherwise. back marks a back edge.
func (c *compiler) jumpIf(e syntax.Expr, to label, cond, back bool) {
	if !c.deeper() {
		c.depth--
		return
	}
	defer func() { c.depth-- }()
	u := c.u
	switch x := e.(type) {
	case *syntax.UnaryOp:
		if x.Op == syntax.Not {
			c.jumpIf(x.Operand, to, !cond, back)
			return
		}
	case *syntax.BoolOp:
		// "a and b" jumps on false from each operand, on true from the last only.
		early := x.Op == syntax.Or
		next := to
		if early != cond {
			next = u.newLabel()
		}
		last := len(x.Values) - 1
		for _, v := range x.Values[:last] {
			c.jumpIf(v, next, early, back && early == cond)
		}
		c.jumpIf(x.Values[last], to, cond, back)
		if early != cond {
			u.bind(next)
		}
		return
	case *syntax.IfExp:
		orelse, end := u.newLabel(), u.newLabel()
		c.jumpIf(x.Test, orelse, false, false)
		c.jumpIf(x.Body, to, cond, back)
		u.loc = x.Pos
		u.jump(end)
		u.bind(orelse)
		c.jumpIf(x.Orelse, to, cond, back)
		u.bind(end)
		return
	case *syntax.Compare:
		c.compareJump(x, to, cond, back)
		return
	}
	if v, ok := c.fold(e); ok {
		u.loc = e.Span()
		u.emit(bytecode.Nop, 0, 0, 0, 0)
		if truth(v) == cond {
			if back {
				u.emitJump(bytecode.Loop, 0, 0, 0, to)
			} else {
				u.jump(to)
			}
		}
		return
	}
	mark := u.top
	r := c.eval(e, anywhere)
	u.top = mark
	u.loc = e.Span()
	op := bytecode.JumpF
	if cond {
		op = bytecode.JumpT
	}
	f := uint8(0)
	if back {
		f = 1
	}
	u.emitJump(op, f, r, 0, to)
}

func (c *compiler) compareJump(e *syntax.Compare, to label, cond, back bool) {
	u := c.u
	c.checkCompare(e)
	mark := u.top
	n := len(e.Ops)
	l := c.operand(e.Left, e.Comparators...)
	skip := to
	if n > 1 && cond {
		skip = u.newLabel() // any false link ends it
	}
	for i, op := range e.Ops {
		sense, target, edge := false, skip, back && !cond
		if i == n-1 {
			sense, target, edge = cond, to, back
		}
		l = c.linkJump(e, i, op, l, sense, edge, target)
	}
	u.top = mark
	if n > 1 && cond {
		u.bind(skip)
	}
}

// linkJump emits comparison i of e with left operand l as a jump and returns
// its right operand, for the next link.
func (c *compiler) linkJump(e *syntax.Compare, i int, op syntax.CmpOperator, l reg, sense, back bool, to label) reg {
	u := c.u
	k := compareOps[op]
	if k.negate {
		sense = !sense
	}
	f := uint8(0)
	if sense {
		f = 1
	}
	if back {
		f |= 2
	}
	last := i == len(e.Ops)-1
	if k.jump == bytecode.JumpIs && last && !back {
		if isNone(e.Comparators[i]) {
			u.loc = e.Pos
			jump := bytecode.JumpNotNone
			if sense {
				jump = bytecode.JumpNone
			}
			u.emitJump(jump, 0, l, 0, to)
			return l
		}
	}
	if last && k.imm != 0 {
		if n, ok := c.smallInt(e.Comparators[i]); ok {
			u.loc = e.Pos
			u.emitJump(k.imm, f, l, n, to)
			return l
		}
	}
	r := c.chainLink(e, i)
	u.loc = e.Pos
	u.emitJump(k.jump, f, l, r, to)
	return r
}

func isNone(e syntax.Expr) bool {
	k, ok := e.(*syntax.Constant)
	if !ok {
		return false
	}
	_, ok = k.Value.(syntax.NoneType)
	return ok
}

// memberPos is the place of "x.attr" for a traceback: if the expression spans
// several lines, only the attribute's name.
func memberPos(e *syntax.Attribute, pos syntax.Pos) syntax.Pos {
	if e.Line != e.EndLine {
		pos.Line = e.EndLine
		if n := int32(len(e.Attr)); n <= e.EndCol {
			pos.Col = e.EndCol - n
			pos.EndLine = max(pos.Line, pos.EndLine)
			if pos.Line == pos.EndLine {
				pos.EndCol = max(pos.Col, pos.EndCol)
			}
		} else {
			pos.Col, pos.EndCol = -1, -1
		}
	}
	return pos
}

func (c *compiler) attribute(e *syntax.Attribute, want reg) reg {
	u := c.u
	mark := u.top
	if c.canOptimizeSuper(e) {
		base := c.superArgs(e.Value.(*syntax.Call))
		u.top = mark
		dst := u.place(want)
		u.loc = memberPos(e, e.Pos)
		u.emit(bytecode.LoadSuper, superFlag(e.Value.(*syntax.Call)), dst, base, u.name16(u.scope.Mangle(e.Attr)))
		return dst
	}
	r := c.eval(e.Value, anywhere)
	u.top = mark
	dst := u.place(want)
	u.loc = memberPos(e, e.Pos)
	u.emit(bytecode.LoadAttr, 0, dst, r, u.name16(u.scope.Mangle(e.Attr)))
	return dst
}

func (c *compiler) subscript(e *syntax.Subscript, want reg) reg {
	u := c.u
	c.checkSubscripter(e.Value)
	c.checkIndex(e.Value, e.Slice)
	if v, ok := c.fold(e); ok {
		u.loc = e.Pos
		dst := u.place(want)
		u.loadConst(dst, v)
		return dst
	}
	mark := u.top
	r := c.operand(e.Value, e.Slice)
	op := bytecode.GetItem
	var i reg
	var step uint8
	if s, ok := e.Slice.(*syntax.Slice); ok {
		op = bytecode.GetSlice
		i = c.sliceBounds(s)
		if s.Step != nil {
			c.boundOf(s.Step, s.Pos)
			step = 1
		}
	} else {
		i = c.eval(e.Slice, anywhere)
	}
	u.top = mark
	dst := u.place(want)
	u.loc = e.Pos
	u.emit(op, step, dst, r, i)
	return dst
}

// sliceBounds evaluates the bounds of a slice without step into two
// consecutive registers.
func (c *compiler) sliceBounds(s *syntax.Slice) reg {
	r := c.boundOf(s.Lower, s.Pos)
	c.boundOf(s.Upper, s.Pos)
	return r
}

func (c *compiler) boundOf(e syntax.Expr, pos syntax.Pos) reg {
	if e != nil {
		return c.eval(e, onTop)
	}
	c.u.loc = pos
	r := c.u.push()
	c.u.loadConst(r, bytecode.None{})
	return r
}

func (c *compiler) slice(e *syntax.Slice, want reg) reg {
	u := c.u
	mark := u.top
	r := c.sliceBounds(e)
	c.boundOf(e.Step, e.Pos)
	u.top = mark
	dst := u.place(want)
	u.loc = e.Pos
	u.emit(bytecode.BuildSlice, 0, dst, r, 0)
	return dst
}

func (c *compiler) joinedStr(e *syntax.JoinedStr, want reg) reg {
	u := c.u
	switch len(e.Values) {
	case 0:
		u.loc = e.Pos
		dst := u.place(want)
		u.loadConst(dst, "")
		return dst
	case 1:
		return c.eval(e.Values[0], want)
	}
	return c.concat(e.Values, e.Pos, want)
}

// concat joins the values, which all give str.
func (c *compiler) concat(values []syntax.Expr, pos syntax.Pos, want reg) reg {
	u := c.u
	base := u.top
	n := int32(0)
	for i, v := range values {
		c.eval(v, onTop)
		n++
		if n == maxChunk && i < len(values)-1 {
			u.loc = pos
			u.emit(bytecode.BuildString, 0, base, base, n)
			u.top = base + 1
			n = 1
		}
	}
	u.top = base
	dst := u.place(want)
	u.loc = pos
	u.emit(bytecode.BuildString, 0, dst, base, n)
	return dst
}

func (c *compiler) formatted(e *syntax.FormattedValue, want reg) reg {
	u := c.u
	mark := u.top
	f := uint8(0)
	switch e.Conversion {
	case 's':
		f = 1
	case 'r':
		f = 2
	case 'a':
		f = 3
	case -1, 0:
	default:
		c.fail(systemErrorf("Unrecognized conversion character %d", e.Conversion))
	}
	var spec reg
	var r reg
	if e.FormatSpec != nil {
		r = c.operand(e.Value, e.FormatSpec)
		spec = c.eval(e.FormatSpec, anywhere)
		f |= 4
	} else {
		r = c.eval(e.Value, anywhere)
		spec = r
	}
	u.top = mark
	dst := u.place(want)
	u.loc = e.Pos
	u.emit(bytecode.Format, f, dst, r, spec)
	return dst
}
