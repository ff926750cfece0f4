package sre

import (
	"strconv"

	"github.com/coachwhip/coachwhip/internal/py"
)

// match is the result of a match (re.Match). It never changes.
type match struct {
	py.Header
	pat         *pattern
	obj         py.Value
	pos, endpos int
	last        int
	regs        []int // begin and end of every group, -1 where it took no part
}

type (
	match1 struct {
		match
		buf [2]int
	}
	match4 struct {
		match
		buf [8]int
	}
)

func asMatch(v py.Value) *match { return (*match)(v.Ptr()) }

// newMatch makes the match object of a matcher's last match.
func (p *pattern) newMatch(m matcher, obj py.Value, pos, endpos int) py.Value {
	var r *match
	switch n := p.groups + 1; {
	case n == 1:
		x := &match1{}
		r, x.regs = &x.match, x.buf[:]
	case n <= 4:
		x := &match4{}
		r, x.regs = &x.match, x.buf[:2*n]
	default:
		r = &match{regs: make([]int, 2*n)}
	}
	r.InitHeader(matchType)
	r.pat, r.obj, r.pos, r.endpos, r.last = p, obj, pos, endpos, m.LastIndex()
	for g := 0; g <= p.groups; g++ {
		r.regs[2*g], r.regs[2*g+1] = m.Span(g)
	}
	return py.FromHeader(&r.Header)
}

// group returns group g, def if it took no part.
func (m *match) group(t *py.Thread, g int, def py.Value) (py.Value, *py.Exc) {
	i, j := m.regs[2*g], m.regs[2*g+1]
	if i < 0 {
		return def, nil
	}
	if s, ok := py.ToStr(m.obj); ok {
		j = min(j, s.Len())
		return s.Substr(min(i, j), j).Value(), nil
	}
	if b, ok := py.ToBytes(m.obj); ok {
		return bytesPart(m.obj, b.Bytes(), i, j), nil
	}
	buf, err := t.Buffer(m.obj, py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer buf.ReleaseOn(t)
	j = min(j, len(buf.Data))
	return py.CopyBytes(buf.Data[min(i, j):j]).Value(), nil
}

// index finds the number of a group given by number or name.
func (m *match) index(t *py.Thread, v py.Value) (int, *py.Exc) {
	var i int
	if v.IsNil() {
		return 0, nil
	}
	switch {
	case py.IsInt(v) || v.Type().Slots().Index != nil:
		n, err := t.AsInt(v)
		if err != nil {
			if err.Is(py.OverflowError) {
				return 0, t.Raise(py.IndexError, "no such group")
			}
			return 0, err
		}
		i = n
	default:
		x, err := m.pat.groupIndex.Get(t, v)
		if err != nil {
			return 0, err
		}
		if x.IsNil() || !py.IsInt(x) {
			return 0, t.Raise(py.IndexError, "no such group")
		}
		if i, err = t.AsInt(x); err != nil {
			return 0, err
		}
	}
	if i < 0 || i > m.pat.groups || 2*i+1 >= len(m.regs) {
		return 0, t.Raise(py.IndexError, "no such group")
	}
	return i, nil
}

func matchGroup(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	m := asMatch(v)
	if err := args.NoKeywords(t, "Match.group()"); err != nil {
		return py.Value{}, err
	}
	pos := args.Pos()
	switch len(pos) {
	case 0:
		return m.group(t, 0, py.None)
	case 1:
		return matchGetItem(t, v, pos[0])
	}
	items := make([]py.Value, len(pos))
	for i, x := range pos {
		r, err := matchGetItem(t, v, x)
		if err != nil {
			return py.Value{}, err
		}
		items[i] = r
	}
	return py.NewTuple(items...).Value(), nil
}

func matchGetItem(t *py.Thread, v, key py.Value) (py.Value, *py.Exc) {
	m := asMatch(v)
	g, err := m.index(t, key)
	if err != nil {
		return py.Value{}, err
	}
	return m.group(t, g, py.None)
}

func orNone(v py.Value) py.Value {
	if v.IsNil() {
		return py.None
	}
	return v
}

func matchGroups(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	m := asMatch(v)
	def := orNone(a[0])
	items := make([]py.Value, m.pat.groups)
	for i := range items {
		x, err := m.group(t, i+1, def)
		if err != nil {
			return py.Value{}, err
		}
		items[i] = x
	}
	return py.NewTuple(items...).Value(), nil
}

func matchGroupDict(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	m := asMatch(v)
	def := orNone(a[0])
	d := py.NewDict()
	for pos := 0; ; {
		k, _, next, ok := m.pat.groupIndex.EntryAt(t, pos)
		if !ok {
			return d.Value(), nil
		}
		pos = next
		g, err := m.index(t, k)
		if err != nil {
			return py.Value{}, err
		}
		x, err := m.group(t, g, def)
		if err != nil {
			return py.Value{}, err
		}
		if err := d.Set(t, k, x); err != nil {
			return py.Value{}, err
		}
	}
}

// spanMethod makes start, end and span.
func spanMethod(f func(i, j int) py.Value) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		m := asMatch(v)
		g, err := m.index(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		return f(m.regs[2*g], m.regs[2*g+1]), nil
	}
}

func pair(i, j int) py.Value { return py.NewTuple(py.IntOf(i), py.IntOf(j)).Value() }

func matchRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	m := asMatch(v)
	g, err := m.group(t, 0, py.None)
	if err != nil {
		return py.Value{}, err
	}
	text, err := cutRepr(t, g, 50)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewStr("<" + v.Type().Name() + " object; span=(" + strconv.Itoa(m.regs[0]) + ", " + strconv.Itoa(m.regs[1]) + "), match=" + text + ">").Value(), nil
}

func matchGet(name, doc string, f func(m *match) py.Value) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Doc: doc, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return f(asMatch(v)), nil }}
}

func registerMatch() {
	py.RegisterType(py.TypeSpec{
		Type: matchType, Name: "re.Match", Flags: py.FlagNoNew,
		Doc:   "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
		Slots: py.Slots{Repr: matchRepr, GetItem: matchGetItem},
		Methods: []py.MethodSpec{
			{Name: "group", Fn: py.FnRaw(matchGroup), Doc: "group([group1, ...]) -> str or tuple.\nReturn subgroup(s) of the match by indices or names.\nFor 0 returns the entire match."},
			{Name: "start", Sig: "group=0, /", Fn: spanMethod(func(i, _ int) py.Value { return py.IntOf(i) }), Doc: "Return index of the start of the substring matched by group."},
			{Name: "end", Sig: "group=0, /", Fn: spanMethod(func(_, j int) py.Value { return py.IntOf(j) }), Doc: "Return index of the end of the substring matched by group."},
			{Name: "span", Sig: "group=0, /", Fn: spanMethod(pair), Doc: "For match object m, return the 2-tuple (m.start(group), m.end(group))."},
			{Name: "groups", Sig: "default=None", Fn: py.FnSig(matchGroups), Doc: "Return a tuple containing all the subgroups of the match, from 1."},
			{Name: "groupdict", Sig: "default=None", Fn: py.FnSig(matchGroupDict), Doc: "Return a dictionary containing all the named subgroups of the match."},
			{Name: "expand", Sig: "template", Fn: py.FnSig(matchExpand), Doc: "Return the string obtained by doing backslash substitution on the string template."},
			{Name: "__copy__", Fn: py.Fn0(self)},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: py.Fn1(selfMemo)},
			{Name: "__class_getitem__", Sig: "object, /", Class: true, Fn: py.Fn1(classGetItem), Doc: "See PEP 585"},
		},
		GetSet: []py.GetSetSpec{
			matchGet("string", "The string passed to match() or search().", func(m *match) py.Value { return m.obj }),
			matchGet("re", "The regular expression object.", func(m *match) py.Value { return m.pat.Value() }),
			matchGet("pos", "The index into the string at which the RE engine started looking for a match.", func(m *match) py.Value { return py.IntOf(m.pos) }),
			matchGet("endpos", "The index into the string beyond which the RE engine will not go.", func(m *match) py.Value { return py.IntOf(m.endpos) }),
			matchGet("lastindex", "The integer index of the last matched capturing group.", func(m *match) py.Value {
				if m.last <= 0 {
					return py.None
				}
				return py.IntOf(m.last)
			}),
			matchGet("lastgroup", "The name of the last matched capturing group.", func(m *match) py.Value {
				if names := m.pat.indexGroup.Items(); m.last > 0 && m.last < len(names) {
					return names[m.last]
				}
				return py.None
			}),
			matchGet("regs", "", func(m *match) py.Value {
				items := make([]py.Value, len(m.regs)/2)
				for g := range items {
					items[g] = pair(m.regs[2*g], m.regs[2*g+1])
				}
				return py.NewTuple(items...).Value()
			}),
		},
	})
}
