package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// plainArgs tells whether a call can pass its arguments in registers.
func plainArgs(args []syntax.Expr, kws []*syntax.Keyword) bool {
	if len(args)+len(kws) > maxChunk || hasStar(args) {
		return false
	}
	for _, k := range kws {
		if k.Name == "" {
			return false
		}
	}
	return true
}

func (c *compiler) call(e *syntax.Call, want reg) reg {
	u := c.u
	c.checkKeywords(e.Keywords)
	base := u.top
	plain := plainArgs(e.Args, e.Keywords)
	if attr, ok := e.Func.(*syntax.Attribute); ok && plain {
		if c.canOptimizeSuper(attr) {
			args := c.superArgs(attr.Value.(*syntax.Call))
			u.top = base
			u.loc = memberPos(attr, attr.Pos)
			u.need(2)
			u.emit(bytecode.LoadSuper, superFlag(attr.Value.(*syntax.Call))|1, base, args, u.name16(u.scope.Mangle(attr.Attr)))
		} else {
			r := c.eval(attr.Value, anywhere)
			u.top = base
			u.need(2)
			u.loc = memberPos(attr, attr.Pos)
			u.emit(bytecode.LoadMethod, 0, base, r, u.name16(u.scope.Mangle(attr.Attr)))
		}
		u.top = base + 2
		c.evalAll(e.Args)
		c.emitCall(bytecode.CallMethod, base, int32(len(e.Args))+1, e.Keywords, memberPos(attr, e.Pos))
		return u.result(base, want)
	}
	c.checkCaller(e.Func)
	c.eval(e.Func, onTop)
	if !plain {
		c.callEx(base, 0, e.Args, e.Keywords, e.Pos)
		return u.result(base, want)
	}
	c.evalAll(e.Args)
	c.emitCall(bytecode.Call, base, int32(len(e.Args)), e.Keywords, e.Pos)
	return u.result(base, want)
}

// emitCall evaluates the keyword arguments behind the n others and calls.
func (c *compiler) emitCall(op bytecode.Op, base reg, n int32, kws []*syntax.Keyword, pos syntax.Pos) {
	u := c.u
	if len(kws) == 0 {
		u.loc = pos
		u.emit(op, 0, base, n, 0)
		return
	}
	names := make(bytecode.Tuple, 0, len(kws))
	for _, k := range kws {
		names = append(names, k.Name)
		c.eval(k.Value, onTop)
	}
	if op == bytecode.Call {
		op = bytecode.CallKw
	} else {
		op = bytecode.CallMethodKw
	}
	u.loc = pos
	u.emit(op, 0, base, n+int32(len(kws)), u.const16(names))
}

// callEx calls R[base] with arguments collected in a tuple and a dict. have
// arguments stand already behind the callable.
func (c *compiler) callEx(base reg, have int32, args []syntax.Expr, kws []*syntax.Keyword, pos syntax.Pos) {
	u := c.u
	list := base + 1
	u.top = list
	u.need(2)
	star, single := (*syntax.Starred)(nil), false
	if len(args) == 1 && have == 0 {
		star, single = args[0].(*syntax.Starred)
	}
	switch {
	case single:
		c.eval(star.Value, onTop)
	case have == 0 && !hasStar(args) && len(args) <= maxChunk:
		c.evalAll(args)
		u.loc = pos
		u.emit(bytecode.BuildTuple, 0, list, list, int32(len(args)))
	default:
		if have > 0 {
			u.loc = pos
			u.emit(bytecode.BuildList, 0, list, list, have)
		}
		u.top = list + 1
		extend := func(s *syntax.Starred) {
			t := c.eval(s.Value, anywhere)
			u.loc = pos
			u.emit(bytecode.ListExtend, 1, list, t, base)
		}
		if have > 0 {
			mark := u.top
			for _, a := range args {
				if s, ok := a.(*syntax.Starred); ok {
					extend(s)
				} else {
					t := c.eval(a, anywhere)
					u.loc = pos
					u.emit(bytecode.ListAppend, 0, list, t, 0)
				}
				u.top = mark
			}
		} else {
			c.buildUp(list, args, pos, bytecode.BuildList, extend)
		}
		u.loc = pos
		u.emit(bytecode.ListToTuple, 0, list, list, 0)
	}
	u.top = base + 2
	kw := u.push()
	if len(kws) == 0 {
		u.loc = pos
		u.emit(bytecode.Clear, 0, kw, 0, 0)
	} else {
		c.keywordDict(kw, base, kws, pos)
	}
	u.loc = pos
	u.emit(bytecode.CallEx, 0, base, 0, 0)
}

// keywordDict builds the dict of keyword arguments for the call of R[fn].
func (c *compiler) keywordDict(dst, fn reg, kws []*syntax.Keyword, pos syntax.Pos) {
	u := c.u
	mark := u.top
	started := false
	for i := 0; i < len(kws); {
		base := u.top
		n := int32(0)
		for ; i < len(kws) && kws[i].Name != "" && n < maxChunk/2; i++ {
			u.loc = kws[i].Pos
			u.loadConst(u.push(), kws[i].Name)
			c.eval(kws[i].Value, onTop)
			n++
		}
		if n > 0 || !started {
			u.loc = pos
			switch {
			case !started:
				u.emit(bytecode.BuildDict, 0, dst, base, n)
			default:
				u.emit(bytecode.BuildDict, 0, base, base, n)
				u.need(1)
				u.emit(bytecode.DictMerge, 0, dst, base, fn)
			}
			started = true
			u.top = mark
		}
		if i < len(kws) && kws[i].Name == "" {
			t := c.eval(kws[i].Value, anywhere)
			u.loc = pos
			u.emit(bytecode.DictMerge, 0, dst, t, fn)
			u.top = mark
			i++
		}
	}
}

func (c *compiler) checkKeywords(kws []*syntax.Keyword) {
	for i, k := range kws {
		if k.Name == "" {
			continue
		}
		c.notDebug(k.Name, k.Pos, syntax.Store)
		for _, o := range kws[i+1:] {
			if o.Name == k.Name {
				c.errorf(o.Pos, "keyword argument repeated: %s", k.Name)
				return
			}
		}
	}
}

// canOptimizeSuper tells whether e is super().name or super(a, b).name with
// the name "super" global, so that no super object has to be made.
func (c *compiler) canOptimizeSuper(e *syntax.Attribute) bool {
	u := c.u
	call, ok := e.Value.(*syntax.Call)
	if !ok || e.Attr == "__class__" || e.Ctx != syntax.Load || len(call.Keywords) > 0 {
		return false
	}
	if n, ok := call.Func.(*syntax.Name); !ok || n.Id != "super" {
		return false
	}
	if !u.scope.FunctionLike() {
		return false
	}
	for _, name := range []string{"super", "__class__"} {
		if _, hidden := u.overlayVar(name); hidden {
			return false
		}
	}
	if s := u.scope.Lookup("super"); s == nil || s.Place != symtab.GlobalImplicit {
		return false
	}
	for p := u.parent; p != nil; p = p.parent {
		if p.kind == kindModule {
			if s := p.scope.Lookup("super"); s != nil && s.Flags&symtab.DefBound != 0 {
				return false
			}
		}
	}
	switch len(call.Args) {
	case 0:
		if u.argCount == 0 && u.posOnly == 0 {
			return false
		}
		s := u.scope.Lookup("__class__")
		return s != nil && s.Place == symtab.Free && u.kind != kindComp
	case 2:
		return !hasStar(call.Args)
	}
	return false
}

func superFlag(call *syntax.Call) uint8 {
	if len(call.Args) == 2 {
		return 2
	}
	return 0
}

// superArgs loads the operands of LoadSuper: class, object, and the callable.
// The callable is read first, but stands last.
func (c *compiler) superArgs(call *syntax.Call) reg {
	u := c.u
	base := u.top
	u.need(3)
	u.top = base + 3
	u.loc = call.Func.Span()
	c.loadName("super", base+2)
	u.loc = call.Pos
	if len(call.Args) == 2 {
		c.eval(call.Args[0], base)
		c.eval(call.Args[1], base+1)
		return base
	}
	c.load(u.lookup("__class__"), base)
	first := u.scope.VarNames[0]
	if r, ok := u.cellRegs[first]; ok {
		u.emit(bytecode.LoadCell, 0, base+1, r, u.extraName(first))
	} else {
		u.move(base+1, u.varRegs[first])
	}
	return base
}
