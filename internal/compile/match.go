package compile

import (
	"fmt"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// matcher compiles the pattern of one case. Captured values wait in
// temporaries until the whole pattern has matched.
type matcher struct {
	c      *compiler
	fail   label
	names  []string
	regs   map[string]reg
	alts   int  // nesting of or-patterns
	allowI bool // an irrefutable pattern may stand here
}

func (c *compiler) match(s *syntax.Match) {
	u := c.u
	end := u.newLabel()
	subject := c.eval(s.Subject, onTop)
	last := len(s.Cases) - 1
	hasDefault := last > 0 && isWildcard(s.Cases[last].Pattern)
	for i, k := range s.Cases {
		if c.err != nil {
			return
		}
		mark := u.top
		next := u.newLabel()
		u.loc = k.Pattern.Span()
		if i == last && hasDefault {
			// The trailing "case _:" tests nothing.
			u.emit(bytecode.Nop, 0, 0, 0, 0)
			if k.Guard != nil {
				c.jumpIf(k.Guard, next, false, false)
			}
			c.stmts(k.Body)
			u.bind(next)
			break
		}
		m := &matcher{c: c, fail: next, regs: map[string]reg{}}
		m.allowI = k.Guard != nil || i == last
		m.pattern(k.Pattern, subject)
		for _, n := range m.names {
			u.loc = k.Pattern.Span()
			c.notDebug(n, k.Pattern.Span(), syntax.Store)
			c.storeName(n, m.regs[n])
		}
		if k.Guard != nil {
			c.jumpIf(k.Guard, next, false, false)
		}
		u.top = mark
		c.stmts(k.Body)
		u.loc = noPos
		u.jump(end)
		u.bind(next)
		u.top = mark
	}
	u.bind(end)
	u.loc = noPos
}

func isWildcard(p syntax.Pattern) bool {
	a, ok := p.(*syntax.MatchAs)
	return ok && a.Name == "" && a.Pattern == nil
}

func isWildcardStar(p syntax.Pattern) bool {
	s, ok := p.(*syntax.MatchStar)
	return ok && s.Name == ""
}

// reserve gives each name that the pattern binds a temporary.
func (m *matcher) reserve(p syntax.Pattern) {
	if !m.c.deeper() {
		m.c.depth--
		return
	}
	defer func() { m.c.depth-- }()
	add := func(name string) {
		if name == "" {
			return
		}
		if _, ok := m.regs[name]; !ok {
			m.regs[name] = m.c.u.push()
		}
	}
	all := func(ps []syntax.Pattern) {
		for _, p := range ps {
			m.reserve(p)
		}
	}
	switch p := p.(type) {
	case *syntax.MatchAs:
		if p.Pattern != nil {
			m.reserve(p.Pattern)
		}
		add(p.Name)
	case *syntax.MatchStar:
		add(p.Name)
	case *syntax.MatchOr:
		all(p.Patterns)
	case *syntax.MatchSequence:
		all(p.Patterns)
	case *syntax.MatchMapping:
		all(p.Patterns)
		add(p.Rest)
	case *syntax.MatchClass:
		all(p.Patterns)
		all(p.KwdPatterns)
	}
}

// capture notes that name is bound to the value in r.
func (m *matcher) capture(name string, r reg, pos syntax.Pos) {
	m.c.notDebug(name, pos, syntax.Store)
	for _, n := range m.names {
		if n == name {
			m.c.errorf(pos, "multiple assignments to name '%s' in pattern", name)
			return
		}
	}
	m.names = append(m.names, name)
	m.c.u.loc = pos
	if m.alts == 0 {
		m.regs[name] = r // which stays as it is until the case ends
		return
	}
	m.c.u.move(m.regs[name], r)
}

// pattern matches the value in r, jumping to m.fail if it does not fit.
func (m *matcher) pattern(p syntax.Pattern, r reg) {
	c := m.c
	u := c.u
	if !c.deeper() {
		c.depth--
		return
	}
	defer func() { c.depth-- }()
	mark := u.top
	u.loc = p.Span()
	switch p := p.(type) {
	case *syntax.MatchValue:
		switch p.Value.(type) {
		case *syntax.Constant, *syntax.Attribute, *syntax.UnaryOp, *syntax.BinOp:
		default:
			c.errorf(p.Pos, "patterns may only match literals and attribute lookups")
			return
		}
		if n, ok := c.smallInt(p.Value); ok {
			u.loc = p.Pos
			u.emitJump(bytecode.JumpEqI, 0, r, n, m.fail)
			break
		}
		v := c.eval(p.Value, anywhere)
		u.loc = p.Pos
		u.emitJump(bytecode.JumpEq, 0, r, v, m.fail)
	case *syntax.MatchSingleton:
		switch v := p.Value.(type) {
		case bool:
			k := u.push()
			u.loadConst(k, v)
			u.emitJump(bytecode.JumpIs, 0, r, k, m.fail)
		default:
			u.emitJump(bytecode.JumpNotNone, 0, r, 0, m.fail)
		}
	case *syntax.MatchSequence:
		m.sequence(p, r)
	case *syntax.MatchMapping:
		m.mapping(p, r)
	case *syntax.MatchClass:
		m.class(p, r)
	case *syntax.MatchStar:
		if p.Name != "" {
			m.capture(p.Name, r, p.Pos)
		}
	case *syntax.MatchAs:
		if p.Pattern == nil {
			if !m.allowI {
				if p.Name != "" {
					c.errorf(p.Pos, "name capture '%s' makes remaining patterns unreachable", p.Name)
				} else {
					c.errorf(p.Pos, "wildcard makes remaining patterns unreachable")
				}
				return
			}
		} else {
			m.pattern(p.Pattern, r)
		}
		if p.Name != "" {
			m.capture(p.Name, r, p.Pos)
		}
	case *syntax.MatchOr:
		m.or(p, r)
	}
	m.release(mark)
}

// release frees temporaries, but only inside alternatives: elsewhere captured
// values may stand in them.
func (m *matcher) release(mark reg) {
	if m.alts > 0 {
		m.c.u.top = mark
	}
}

// inner matches a part of the value; irrefutable patterns are allowed there.
func (m *matcher) inner(p syntax.Pattern, r reg) {
	saved := m.allowI
	m.allowI = true
	m.pattern(p, r)
	m.allowI = saved
}

func (m *matcher) or(p *syntax.MatchOr, r reg) {
	c := m.c
	u := c.u
	done := u.newLabel()
	if m.alts == 0 {
		m.reserve(p)
	}
	m.alts++
	defer func() { m.alts-- }()
	saved, fail, allow := m.names, m.fail, m.allowI
	var bound []string
	last := len(p.Patterns) - 1
	for i, alt := range p.Patterns {
		next := fail
		if i < last {
			next = u.newLabel()
		}
		m.names = nil
		m.fail = next
		m.allowI = i == last && allow
		m.pattern(alt, r)
		if i == 0 {
			bound = m.names
		} else if !sameNames(bound, m.names) {
			c.errorf(p.Pos, "alternative patterns bind different names")
			return
		}
		if i < last {
			u.loc = alt.Span()
			u.jump(done)
			u.bind(next)
		}
	}
	u.bind(done)
	m.fail, m.allowI = fail, allow
	m.names = saved
	for _, n := range bound {
		for _, o := range saved {
			if n == o {
				c.errorf(p.Pos, "multiple assignments to name '%s' in pattern", n)
				return
			}
		}
	}
	m.names = append(m.names[:len(m.names):len(m.names)], bound...)
}

func sameNames(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		found := false
		for _, y := range b {
			found = found || x == y
		}
		if !found {
			return false
		}
	}
	return true
}

func (m *matcher) sequence(p *syntax.MatchSequence, r reg) {
	c := m.c
	u := c.u
	star, onlyWild, starWild := -1, true, false
	n := len(p.Patterns)
	for i, x := range p.Patterns {
		if _, ok := x.(*syntax.MatchStar); ok {
			if star >= 0 {
				c.errorf(p.Pos, "multiple starred names in sequence pattern")
				return
			}
			star = i
			starWild = isWildcardStar(x)
			onlyWild = onlyWild && starWild
			continue
		}
		onlyWild = onlyWild && isWildcard(x)
	}
	t := u.push()
	u.emit(bytecode.MatchSequence, 0, t, r, 0)
	u.emitJump(bytecode.JumpF, 0, t, 0, m.fail)
	var length reg = noReg
	switch {
	case star < 0:
		u.emit(bytecode.GetLen, 0, t, r, 0)
		m.jumpLen(bytecode.JumpEqI, t, n)
	case n > 1:
		length = t
		u.emit(bytecode.GetLen, 0, t, r, 0)
		m.jumpLen(bytecode.JumpGeI, t, n-1)
	}
	if onlyWild {
		return
	}
	if starWild {
		// Only some items are wanted: take them by index.
		for i, x := range p.Patterns {
			if i == star || isWildcard(x) {
				continue
			}
			u.loc = p.Pos
			v := u.push()
			k := u.push()
			if i < star {
				u.loadConst(k, int64(i))
			} else {
				u.emit(bytecode.SubI, 0, k, length, int32(n-i))
			}
			u.emit(bytecode.GetItem, 0, v, r, k)
			m.inner(x, v)
			m.release(v)
		}
		return
	}
	if n > maxUnpack || star >= 256 {
		c.errorf(p.Pos, "too many expressions in star-unpacking sequence pattern")
		return
	}
	base := u.top
	u.need(max(n, 1))
	for range p.Patterns {
		u.push()
	}
	if star >= 0 {
		u.emit(bytecode.UnpackEx, uint8(star), base, r, int32(n-star-1))
	} else {
		u.emit(bytecode.Unpack, 0, base, r, int32(n))
	}
	for i, x := range p.Patterns {
		m.inner(x, base+reg(i))
	}
}

// jumpLen fails unless the length in t compares with n.
func (m *matcher) jumpLen(op bytecode.Op, t reg, n int) {
	u := m.c.u
	if n > 30000 {
		m.c.errorf(u.loc, "too many sub-patterns in sequence pattern")
		return
	}
	u.emitJump(op, 0, t, int32(n), m.fail)
}

func (m *matcher) mapping(p *syntax.MatchMapping, r reg) {
	c := m.c
	u := c.u
	t := u.push()
	u.emit(bytecode.MatchMapping, 0, t, r, 0)
	u.emitJump(bytecode.JumpF, 0, t, 0, m.fail)
	n := len(p.Keys)
	if n == 0 && p.Rest == "" {
		return
	}
	if n > 0 {
		u.emit(bytecode.GetLen, 0, t, r, 0)
		m.jumpLen(bytecode.JumpGeI, t, n)
	}
	if n > maxUnpack {
		c.errorf(p.Pos, "too many sub-patterns in mapping pattern")
		return
	}
	seen := map[any]bool{}
	for _, k := range p.Keys {
		switch k.(type) {
		case *syntax.Attribute:
			continue
		case *syntax.Constant, *syntax.UnaryOp, *syntax.BinOp:
		default:
			c.errorf(p.Pos, "mapping pattern keys may only match literals and attribute lookups")
			return
		}
		v, ok := c.fold(k)
		if !ok {
			continue
		}
		key := equalKey(v)
		if seen[key] {
			c.errorf(p.Pos, "mapping pattern checks duplicate key (%s)", reprConst(v))
			return
		}
		seen[key] = true
	}
	keys := t
	u.loc = p.Pos
	u.top = keys
	c.tuple(&syntax.Tuple{Pos: p.Pos, Elts: p.Keys}, onTop)
	u.loc = p.Pos
	values := u.push()
	u.emit(bytecode.MatchKeys, 0, values, r, keys)
	u.emitJump(bytecode.JumpNone, 0, values, 0, m.fail)
	base := u.top
	for range p.Keys {
		u.push()
	}
	if n > 0 {
		u.emit(bytecode.Unpack, 0, base, values, int32(n))
	}
	for i, x := range p.Patterns {
		m.inner(x, base+reg(i))
	}
	if p.Rest != "" {
		// A copy of the mapping without the keys.
		u.loc = p.Pos
		m.release(base)
		d := u.push()
		u.emit(bytecode.BuildDict, 0, d, d, 0)
		u.emit(bytecode.DictUpdate, 0, d, r, 0)
		if n > 0 {
			ks := u.top
			for range p.Keys {
				u.push()
			}
			u.emit(bytecode.Unpack, 0, ks, keys, int32(n))
			for i := range p.Keys {
				u.emit(bytecode.DelItem, 0, d, ks+reg(i), 0)
			}
			u.top = ks
		}
		m.capture(p.Rest, d, p.Pos)
	}
}

// equalKey gives the same key to constants that are equal in Python.
func equalKey(v any) any {
	switch v := v.(type) {
	case bool:
		return boolInt(v)
	case float64:
		if v == float64(int64(v)) && v >= -1<<62 && v <= 1<<62 {
			return int64(v)
		}
		return v
	case complex128:
		if imag(v) == 0 {
			return equalKey(real(v))
		}
		return v
	case *big.Int:
		return bigKey(v.Text(62))
	case bytecode.Tuple, bytecode.FrozenSet:
		return constKey(v)
	}
	return v
}

func (m *matcher) class(p *syntax.MatchClass, r reg) {
	c := m.c
	u := c.u
	n := len(p.Patterns)
	if n+len(p.KwdAttrs) > maxUnpack || n > 255 {
		c.errorf(p.Pos, "too many sub-patterns in class pattern %s", "")
		return
	}
	names := bytecode.Tuple{}
	for i, a := range p.KwdAttrs {
		c.notDebug(a, p.KwdPatterns[i].Span(), syntax.Store)
		for j := i + 1; j < len(p.KwdAttrs); j++ {
			if p.KwdAttrs[j] == a {
				c.errorf(p.KwdPatterns[j].Span(), "attribute name repeated in class pattern: %s", a)
				return
			}
		}
		names = append(names, a)
	}
	// The subject and the class stand side by side.
	subject := u.push()
	u.move(subject, r)
	c.eval(p.Cls, onTop)
	u.loc = p.Pos
	values := subject
	u.emit(bytecode.MatchClass, uint8(n), values, subject, u.const16(names))
	u.emitJump(bytecode.JumpNone, 0, values, 0, m.fail)
	all := append(p.Patterns[:n:n], p.KwdPatterns...)
	if len(all) == 0 {
		return
	}
	u.top = subject + 1
	base := u.top
	for range all {
		u.push()
	}
	u.emit(bytecode.Unpack, 0, base, values, int32(len(all)))
	for i, x := range all {
		if isWildcard(x) {
			continue
		}
		m.inner(x, base+reg(i))
	}
}

func typeName(v any) string {
	switch v.(type) {
	case bool:
		return "bool"
	case int64, *big.Int:
		return "int"
	case float64:
		return "float"
	case complex128:
		return "complex"
	case string:
		return "str"
	case bytecode.Bytes:
		return "bytes"
	case bytecode.Tuple:
		return "tuple"
	case bytecode.None:
		return "NoneType"
	case bytecode.Ellipsis:
		return "ellipsis"
	}
	return fmt.Sprintf("%T", v)
}

// reprConst is repr() of a constant.
func reprConst(v any) string {
	switch v := v.(type) {
	case bytecode.None:
		return "None"
	case bytecode.Bytes:
		return syntax.ReprConstant(syntax.Bytes(v))
	case bytecode.Ellipsis:
		return "Ellipsis"
	case bytecode.Tuple:
		return fmt.Sprint([]any(v)) // no pattern key is a tuple
	}
	return syntax.ReprConstant(v)
}
