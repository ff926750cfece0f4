package compile

import (
	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/symtab"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// The scopes of PEP 695 are functions that the surrounding code makes and
// calls at once; bounds, defaults and alias values are functions that the
// typing objects call when somebody asks.

func (c *compiler) genericFunction(s *syntax.FunctionDef, first int, loc syntax.Pos) {
	u := c.u
	base := u.top
	u.push()
	args := int32(0)
	if len(s.Args.Defaults) > 0 {
		c.tuple(&syntax.Tuple{Pos: loc, Elts: s.Args.Defaults}, onTop)
		args++
	}
	if c.kwDefaults(s.Args, u.top) {
		args++
	}
	in := c.enter(c.table.Scope(s, symtab.Params), kindTypeParams, "<generic parameters of "+s.Name+">", first)
	in.argCount = int(args)
	in.constant(bytecode.None{})
	in.loc = loc
	in.makeCells()
	params := in.push()
	c.typeParams(s.TypeParams)
	flags := uint8(bytecode.FuncTypeParams)
	if len(s.Args.Defaults) > 0 {
		flags |= bytecode.FuncDefaults
	}
	if hasKwDefaults(s.Args) {
		flags |= bytecode.FuncKwDefaults
	}
	// The parameters wait below while the annotations are evaluated.
	in.top = params + 1
	w := in.push()
	flags |= c.annotations(w, s.Args, s.Returns, loc)
	in.top = w + 1
	in.need(6)
	arg := reg(0)
	if flags&bytecode.FuncDefaults != 0 {
		in.move(w+1, arg)
		arg++
	}
	if flags&bytecode.FuncKwDefaults != 0 {
		in.move(w+2, arg)
	}
	code := c.functionBody(s, first)
	in.loc = loc
	in.move(w+5, params)
	c.makeFunction(w, code, flags)
	in.emit(bytecode.Return, 0, w, 0, 0)
	outer := c.leave()
	u.loc = loc
	c.makeFunction(base, outer, 0)
	u.top = base + 1 + args
	u.emit(bytecode.Call, 0, base, args, 0)
	u.top = base + 1
}

func hasKwDefaults(a *syntax.Arguments) bool {
	for _, d := range a.KwDefaults {
		if d != nil {
			return true
		}
	}
	return false
}

func (c *compiler) genericClass(s *syntax.ClassDef, first int, loc syntax.Pos) {
	u := c.u
	base := u.top
	u.push()
	in := c.enter(c.table.Scope(s, symtab.Params), kindTypeParams, "<generic parameters of "+s.Name+">", first)
	in.constant(bytecode.None{})
	in.loc = loc
	in.makeCells()
	params := in.push()
	c.typeParams(s.TypeParams)
	in.loc = loc
	c.store(in.lookup(".type_params"), params)
	in.top = params
	c.class(s, first, loc, true)
	in.loc = loc
	in.emit(bytecode.Return, 0, params, 0, 0)
	outer := c.leave()
	u.loc = loc
	c.makeFunction(base, outer, 0)
	u.emit(bytecode.Call, 0, base, 0, 0)
	u.top = base + 1
}

func (c *compiler) typeAlias(s *syntax.TypeAlias) {
	u := c.u
	n, ok := s.Name.(*syntax.Name)
	if !ok {
		c.errorf(s.Pos, "invalid type alias name")
		return
	}
	c.notDebug(n.Id, s.Pos, syntax.Store)
	base := u.push()
	if len(s.TypeParams) == 0 {
		c.aliasValue(s, n.Id, base, noReg)
	} else {
		in := c.enter(c.table.Scope(s, symtab.Params), kindTypeParams, "<generic parameters of "+n.Id+">", int(s.Line))
		in.constant(bytecode.None{})
		in.loc = s.Pos
		in.makeCells()
		params := in.push()
		c.typeParams(s.TypeParams)
		in.loc = s.Pos
		r := in.push()
		c.aliasValue(s, n.Id, r, params)
		in.emit(bytecode.Return, 0, r, 0, 0)
		code := c.leave()
		u.loc = s.Pos
		c.makeFunction(base, code, 0)
		u.emit(bytecode.Call, 0, base, 0, 0)
	}
	u.loc = s.Pos
	c.storeName(n.Id, base)
}

const noReg reg = -3

// aliasValue makes the TypeAliasType in dst, the topmost temporary.
func (c *compiler) aliasValue(s *syntax.TypeAlias, name string, dst, params reg) {
	u := c.u
	u.loc = s.Pos
	u.loadConst(dst, name)
	p := u.push()
	if params == noReg {
		u.loadConst(p, bytecode.None{})
	} else {
		u.move(p, params)
	}
	f := u.push()
	in := c.enter(c.table.Scope(s, symtab.Body), kindTypeAlias, name, int(s.Line))
	in.constant(bytecode.None{})
	in.loc = s.Pos
	in.makeCells()
	r := c.eval(s.Value, anywhere)
	in.loc = s.Pos
	in.emit(bytecode.Return, 0, r, 0, 0)
	code := c.leave()
	u.loc = s.Pos
	c.makeFunction(f, code, 0)
	u.emit(bytecode.BuildTuple, 0, dst, dst, 3)
	u.emit(bytecode.Intrinsic1, bytecode.IntrinsicTypeAlias, dst, dst, 0)
	u.top = dst + 1
}

// typeParams makes the type parameters, binds their names, and leaves their
// tuple in the topmost temporary.
func (c *compiler) typeParams(list []syntax.TypeParam) {
	u := c.u
	tuple := u.top - 1
	seenDefault := false
	n := int32(0)
	first := u.top
	chunked := len(list) > maxChunk
	if chunked {
		u.emit(bytecode.BuildList, 0, tuple, tuple, 0)
	}
	for i := range list {
		p := &list[i]
		u.loc = p.Pos
		c.notDebug(p.Name, p.Pos, syntax.Store)
		r := u.push()
		u.loadConst(r, p.Name)
		op := uint8(bytecode.IntrinsicTypeVar)
		switch p.Kind {
		case syntax.ParamSpec:
			op = bytecode.IntrinsicParamSpec
		case syntax.TypeVarTuple:
			op = bytecode.IntrinsicTypeVarTuple
		}
		if p.Bound != nil {
			f := u.push()
			c.typeVariable(p, symtab.Bound, p.Bound, f, false)
			two := uint8(bytecode.IntrinsicTypeVarWithBound)
			if _, ok := p.Bound.(*syntax.Tuple); ok {
				two = bytecode.IntrinsicTypeVarWithConstraints
			}
			u.loc = p.Pos
			u.emit(bytecode.Intrinsic2, two, r, r, f)
		} else {
			u.emit(bytecode.Intrinsic1, op, r, r, 0)
		}
		u.top = r + 1
		if p.Default != nil {
			seenDefault = true
			f := u.push()
			c.typeVariable(p, symtab.Default, p.Default, f, p.Kind == syntax.TypeVarTuple)
			u.loc = p.Pos
			u.emit(bytecode.Intrinsic2, bytecode.IntrinsicSetTypeparamDefault, r, r, f)
			u.top = r + 1
		} else if seenDefault {
			c.errorf(p.Pos, "non-default type parameter '%s' follows default type parameter", p.Name)
			return
		}
		c.storeName(p.Name, r)
		if chunked {
			u.emit(bytecode.ListAppend, 0, tuple, r, 0)
			u.top = r
		}
		n++
	}
	if chunked {
		u.emit(bytecode.ListToTuple, 0, tuple, tuple, 0)
	} else {
		u.emit(bytecode.BuildTuple, 0, tuple, first, n)
	}
	u.top = first
}

// typeVariable makes the function that computes a bound or default in f, the
// topmost temporary.
func (c *compiler) typeVariable(p *syntax.TypeParam, part symtab.Part, e syntax.Expr, f reg, starAllowed bool) {
	u := c.u
	in := c.enter(c.table.Scope(p, part), kindTypeParams, p.Name, int(e.Span().Line))
	in.constant(bytecode.None{})
	in.loc = e.Span()
	in.makeCells()
	var r reg
	if s, ok := e.(*syntax.Starred); ok && starAllowed {
		r = c.eval(s.Value, onTop)
		in.loc = e.Span()
		in.emit(bytecode.Unpack, 0, r, r, 1)
	} else {
		r = c.eval(e, anywhere)
	}
	in.loc = e.Span()
	in.emit(bytecode.Return, 0, r, 0, 0)
	code := c.leave()
	u.loc = p.Pos
	c.makeFunction(f, code, 0)
}
