package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

func hasStar(list []syntax.Expr) bool {
	for _, e := range list {
		if _, ok := e.(*syntax.Starred); ok {
			return true
		}
	}
	return false
}

func (c *compiler) tuple(e *syntax.Tuple, want reg) reg {
	u := c.u
	if v, ok := c.fold(e); ok {
		u.loc = e.Pos
		dst := u.place(want)
		u.loadConst(dst, v)
		return dst
	}
	return c.sequence(e.Elts, e.Pos, bytecode.BuildTuple, want)
}

func (c *compiler) list(e *syntax.List, want reg) reg {
	return c.sequence(e.Elts, e.Pos, bytecode.BuildList, want)
}

func (c *compiler) set(e *syntax.Set, want reg) reg {
	return c.sequence(e.Elts, e.Pos, bytecode.BuildSet, want)
}

// sequence builds a tuple, list or set. Long ones and those with stars are
// built step by step.
func (c *compiler) sequence(elts []syntax.Expr, pos syntax.Pos, build bytecode.Op, want reg) reg {
	u := c.u
	stars := hasStar(elts)
	if build != bytecode.BuildTuple && len(elts) > 2 && !stars {
		if v, ok := c.foldAll(elts); ok {
			return c.constSequence(v, pos, build, want)
		}
	}
	mark := u.top
	if !stars && len(elts) <= maxChunk {
		base := c.evalAll(elts)
		u.top = mark
		dst := u.place(want)
		u.loc = pos
		u.emit(build, 0, dst, base, int32(len(elts)))
		return dst
	}
	r := u.scratch(want)
	c.buildUp(r, elts, pos, build, func(e *syntax.Starred) {
		t := c.eval(e.Value, anywhere)
		u.loc = pos
		if build == bytecode.BuildSet {
			u.emit(bytecode.SetUpdate, 0, r, t, 0)
		} else {
			u.emit(bytecode.ListExtend, 0, r, t, 0)
		}
	})
	if build == bytecode.BuildTuple {
		u.loc = pos
		u.emit(bytecode.ListToTuple, 0, r, r, 0)
	}
	return u.finish(r, want)
}

// evalAll evaluates the expressions into consecutive temporaries.
func (c *compiler) evalAll(elts []syntax.Expr) reg {
	base := c.u.top
	for _, e := range elts {
		c.eval(e, onTop)
	}
	return base
}

// buildUp builds a list (also for a tuple) or set in r step by step; extend
// adds the items of a starred element.
func (c *compiler) buildUp(r reg, elts []syntax.Expr, pos syntax.Pos, build bytecode.Op, extend func(*syntax.Starred)) {
	u := c.u
	create := bytecode.BuildList
	if build == bytecode.BuildSet {
		create = bytecode.BuildSet
	}
	started := false
	mark := u.top
	for i := 0; i < len(elts); {
		j := i
		for j < len(elts) && j-i < maxChunk {
			if _, ok := elts[j].(*syntax.Starred); ok {
				break
			}
			j++
		}
		if j > i || !started {
			base := c.evalAll(elts[i:j])
			u.loc = pos
			n := int32(j - i)
			switch {
			case !started:
				u.emit(create, 0, r, base, n)
			case n == 1 && build == bytecode.BuildSet:
				u.emit(bytecode.SetAdd, 0, r, base, 0)
			case n == 1:
				u.emit(bytecode.ListAppend, 0, r, base, 0)
			case build == bytecode.BuildSet:
				u.emit(bytecode.BuildTuple, 0, base, base, n)
				u.emit(bytecode.SetUpdate, 0, r, base, 0)
			default:
				u.emit(bytecode.BuildTuple, 0, base, base, n)
				u.emit(bytecode.ListExtend, 0, r, base, 0)
			}
			started = true
			u.top = mark
			i = j
		}
		if i < len(elts) {
			if s, ok := elts[i].(*syntax.Starred); ok {
				extend(s)
				u.top = mark
				i++
			}
		}
	}
	if !started {
		u.loc = pos
		u.emit(create, 0, r, u.top, 0)
	}
}

// constSequence builds a list or set from constant items.
func (c *compiler) constSequence(v bytecode.Tuple, pos syntax.Pos, build bytecode.Op, want reg) reg {
	u := c.u
	r := u.scratch(want)
	u.loc = pos
	u.emit(build, 0, r, u.top, 0)
	t := u.push()
	u.loc = pos
	if build == bytecode.BuildSet {
		u.loadConst(t, bytecode.FrozenSet(v))
		u.emit(bytecode.SetUpdate, 0, r, t, 0)
	} else {
		u.loadConst(t, v)
		u.emit(bytecode.ListExtend, 0, r, t, 0)
	}
	u.top = t
	return u.finish(r, want)
}

func (c *compiler) dict(e *syntax.Dict, want reg) reg {
	u := c.u
	mark := u.top
	plain := len(e.Keys) <= maxChunk/2
	for _, k := range e.Keys {
		if k == nil {
			plain = false
		}
	}
	if plain {
		base := u.top
		for i := range e.Keys {
			c.eval(e.Keys[i], onTop)
			c.eval(e.Values[i], onTop)
		}
		u.top = mark
		dst := u.place(want)
		u.loc = e.Pos
		u.emit(bytecode.BuildDict, 0, dst, base, int32(len(e.Keys)))
		return dst
	}
	r := u.scratch(want)
	mark = u.top
	started := false
	for i := 0; i < len(e.Keys); {
		base := u.top
		n := int32(0)
		for ; i < len(e.Keys) && e.Keys[i] != nil && n < maxChunk/2; i++ {
			c.eval(e.Keys[i], onTop)
			c.eval(e.Values[i], onTop)
			n++
		}
		if n > 0 || !started {
			u.loc = e.Pos
			if !started {
				u.emit(bytecode.BuildDict, 0, r, base, n)
			} else {
				for j := int32(0); j < n; j++ {
					u.emit(bytecode.DictSet, 0, r, base+2*j, base+2*j+1)
				}
			}
			started = true
			u.top = mark
		}
		if i < len(e.Keys) && e.Keys[i] == nil {
			t := c.eval(e.Values[i], anywhere)
			u.loc = e.Pos
			u.emit(bytecode.DictUpdate, 0, r, t, 0)
			u.top = mark
			i++
		}
	}
	return u.finish(r, want)
}
