// Package sre is the _sre module: the regular expressions of package sre as
// Python objects. Lib/re holds the parser and the compiler.
package sre

import (
	"errors"
	"math"
	"strings"
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/py"
	engine "github.com/coachwhip/coachwhip/internal/sre"
)

// pattern is a compiled regular expression (re.Pattern).
type pattern struct {
	py.Header
	prog       *engine.Program
	code       []uint32
	source     py.Value // the pattern text, or None
	kind       int8     // kindStr, kindBytes or kindAny
	flags      int
	groups     int
	groupIndex *py.Dict
	indexGroup *py.Tuple
	text       atomic.Pointer[decodedText]
	repl       atomic.Pointer[replCache]
}

const (
	kindAny int8 = iota
	kindStr
	kindBytes
)

const (
	flagIgnoreCase = 2
	flagLocale     = 4
	flagMultiline  = 8
	flagDotAll     = 16
	flagUnicode    = 32
	flagVerbose    = 64
	flagDebug      = 128
	flagASCII      = 256
)

var (
	patternType  = new(py.Type)
	matchType    = new(py.Type)
	scannerType  = new(py.Type)
	iterType     = new(py.Type)
	templateType = new(py.Type)
)

func asPattern(v py.Value) *pattern { return (*pattern)(v.Ptr()) }

// Value returns the pattern as a value.
func (p *pattern) Value() py.Value { return py.FromHeader(&p.Header) }

var sigString = "string, pos=0, endpos=sys.maxsize"

// stringArgs reads the arguments string, pos and endpos.
func stringArgs(t *py.Thread, a []py.Value) (pos, endpos int, err *py.Exc) {
	endpos = math.MaxInt
	if !a[1].IsNil() {
		if pos, err = t.SizeArg(a[1]); err != nil {
			return
		}
	}
	if !a[2].IsNil() {
		endpos, err = t.SizeArg(a[2])
	}
	return
}

const (
	doMatch = iota
	doFullMatch
	doSearch
)

// matchMethod is match, fullmatch or search.
func matchMethod(mode int) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		p := asPattern(v)
		pos, endpos, err := stringArgs(t, a)
		if err != nil {
			return py.Value{}, err
		}
		var s subject
		if err := s.open(t, p, a[0], pos > 0); err != nil {
			return py.Value{}, err
		}
		defer s.close(t)
		m := s.matcher(t, p)
		defer m.Release()
		var ok bool
		var gerr error
		switch mode {
		case doMatch:
			ok, gerr = m.Match(pos, endpos)
		case doFullMatch:
			ok, gerr = m.FullMatch(pos, endpos)
		default:
			ok, gerr = m.Search(pos, endpos)
		}
		if gerr != nil {
			return py.Value{}, matchError(t, gerr)
		}
		if !ok {
			return py.None, nil
		}
		return p.newMatch(m, a[0], s.clip(pos), s.clip(endpos)), nil
	}
}

// matchError turns an error of the engine into an exception.
func matchError(t *py.Thread, err error) *py.Exc {
	if errors.Is(err, engine.ErrInterrupted) {
		return t.TakeInterrupt()
	}
	return t.MemoryErr()
}

func findAll(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	p := asPattern(v)
	pos, endpos, err := stringArgs(t, a)
	if err != nil {
		return py.Value{}, err
	}
	var s subject
	if err := s.open(t, p, a[0], pos > 0); err != nil {
		return py.Value{}, err
	}
	defer s.close(t)
	m := s.matcher(t, p)
	defer m.Release()
	m.Scan(pos, endpos)
	var items []py.Value
	cur := s.cursor()
	for {
		ok, gerr := m.NextSearch()
		if gerr != nil {
			return py.Value{}, matchError(t, gerr)
		}
		if !ok {
			return py.NewList(items).Value(), nil
		}
		switch p.groups {
		case 0, 1:
			i, j := m.Span(p.groups)
			items = append(items, s.part(&cur, i, j))
		default:
			var buf [8]py.Value
			parts := buf[:0]
			for g := 1; g <= p.groups; g++ {
				i, j := m.Span(g)
				parts = append(parts, s.part(&cur, i, j))
			}
			items = append(items, py.NewTuple(parts...).Value())
		}
	}
}

func split(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	p := asPattern(v)
	limit := 0
	if !a[1].IsNil() {
		n, err := t.SizeArg(a[1])
		if err != nil {
			return py.Value{}, err
		}
		limit = n
	}
	var s subject
	if err := s.open(t, p, a[0], false); err != nil {
		return py.Value{}, err
	}
	defer s.close(t)
	m := s.matcher(t, p)
	defer m.Release()
	m.Scan(0, math.MaxInt)
	var items []py.Value
	cur := s.cursor()
	last := 0
	for n := 0; limit == 0 || n < limit; n++ {
		ok, gerr := m.NextSearch()
		if gerr != nil {
			return py.Value{}, matchError(t, gerr)
		}
		if !ok {
			break
		}
		i, j := m.Span(0)
		items = append(items, s.part(&cur, last, i))
		for g := 1; g <= p.groups; g++ {
			a, b := m.Span(g)
			if a < 0 {
				items = append(items, py.None)
			} else {
				items = append(items, s.part(&cur, a, b))
			}
		}
		last = j
	}
	return py.NewList(append(items, s.part(&cur, last, s.n))).Value(), nil
}

// scanner is the object behind scanner() and finditer(): one pass over a subject.
type scanner struct {
	py.Header
	pat         *pattern
	obj         py.Value
	s           subject
	m           matcher // nil when the pass has ended
	pos, endpos int
	busy        atomic.Bool
}

func newScanner(t *py.Thread, v py.Value, a []py.Value, tp *py.Type) (py.Value, *py.Exc) {
	p := asPattern(v)
	pos, endpos, err := stringArgs(t, a)
	if err != nil {
		return py.Value{}, err
	}
	sc := &scanner{pat: p, obj: a[0]}
	sc.InitHeader(tp)
	if err := sc.s.open(t, p, a[0], false); err != nil {
		return py.Value{}, err
	}
	sc.s.owned = true
	sc.s.releaseLater(sc)
	sc.pos, sc.endpos = sc.s.clip(pos), sc.s.clip(endpos)
	sc.m = sc.s.matcher(t, p)
	sc.m.Scan(pos, endpos)
	return py.FromHeader(&sc.Header), nil
}

// next returns the next match, the zero Value at the end.
func (sc *scanner) next(t *py.Thread, search bool) (py.Value, *py.Exc) {
	if !sc.busy.CompareAndSwap(false, true) {
		return py.Value{}, t.ValueErr("regular expression scanner already executing")
	}
	defer sc.busy.Store(false)
	if sc.m == nil {
		return py.Value{}, nil
	}
	sc.s.attach(t, sc.m)
	var ok bool
	var gerr error
	if search {
		ok, gerr = sc.m.NextSearch()
	} else {
		ok, gerr = sc.m.NextMatch()
	}
	if gerr != nil {
		return py.Value{}, matchError(t, gerr)
	}
	if !ok {
		sc.m.Release()
		sc.m = nil
		sc.s.close(t)
		return py.Value{}, nil
	}
	return sc.pat.newMatch(sc.m, sc.obj, sc.pos, sc.endpos), nil
}

func scannerMethod(search bool) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		r, err := (*scanner)(v.Ptr()).next(t, search)
		if err == nil && r.IsNil() {
			r = py.None
		}
		return r, err
	}
}

func compare(t *py.Thread, a, b py.Value, op py.CompareOp) (py.Value, *py.Exc) {
	if op != py.CmpEQ && op != py.CmpNE || a.Type() != b.Type() || a.Type() != patternType {
		return py.NotImplemented, nil
	}
	p, q := asPattern(a), asPattern(b)
	eq := p == q
	if !eq && p.flags == q.flags && p.kind == q.kind && len(p.code) == len(q.code) {
		eq = true
		for i := range p.code {
			if p.code[i] != q.code[i] {
				eq = false
				break
			}
		}
		if eq {
			var err *py.Exc
			if eq, err = t.Equal(p.source, q.source); err != nil {
				return py.Value{}, err
			}
		}
	}
	return py.Bool(eq == (op == py.CmpEQ)), nil
}

func hash(t *py.Thread, v py.Value) (int64, *py.Exc) {
	p := asPattern(v)
	h, err := t.Hash(p.source)
	if err != nil {
		return 0, err
	}
	u := uint64(h)
	for _, c := range p.code {
		u = (u ^ uint64(c)) * 1099511628211
	}
	u ^= uint64(p.flags) ^ uint64(p.kind)<<8 ^ uint64(p.groups)<<16
	if int64(u) == -1 {
		return -2, nil
	}
	return int64(u), nil
}

var flagNames = []struct {
	flag int
	name string
}{
	{flagIgnoreCase, "re.IGNORECASE"}, {flagMultiline, "re.MULTILINE"}, {flagDotAll, "re.DOTALL"}, {flagVerbose, "re.VERBOSE"},
	{flagDebug, "re.DEBUG"}, {flagASCII, "re.ASCII"}, {flagLocale, "re.LOCALE"}, {flagUnicode, "re.UNICODE"},
}

// cutRepr is repr(v) cut down to n code points.
func cutRepr(t *py.Thread, v py.Value, n int) (string, *py.Exc) {
	s, err := t.Repr(v)
	if err != nil {
		return "", err
	}
	return s.Substr(0, min(n, s.Len())).String(), nil
}

func patternRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	p := asPattern(v)
	text, err := cutRepr(t, p.source, 200)
	if err != nil {
		return py.Value{}, err
	}
	flags := p.flags
	if p.kind == kindStr && flags&(flagLocale|flagUnicode|flagASCII) == flagUnicode {
		flags &^= flagUnicode
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.flag != 0 {
			names = append(names, f.name)
			flags &^= f.flag
		}
	}
	if flags != 0 {
		names = append(names, hexText(flags))
	}
	r := "re.compile(" + text
	if names != nil {
		r += ", " + strings.Join(names, "|")
	}
	return py.NewStr(r + ")").Value(), nil
}

func hexText(n int) string {
	const digits = "0123456789abcdef"
	var b []byte
	for u := uint(n); u > 0; u >>= 4 {
		b = append(b, digits[u&15])
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return "0x" + string(b)
}

// compile is _sre.compile.
func compile(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	flags, err := t.CIntArg(a[1])
	if err != nil {
		return py.Value{}, err
	}
	list, ok := py.ToList(a[2])
	if !ok {
		return py.Value{}, t.TypeErr("compile() argument 'code' must be list, not %s", py.ArgTypeName(a[2]))
	}
	groups, err := t.SizeArg(a[3])
	if err != nil {
		return py.Value{}, err
	}
	index, ok := py.ToDict(a[4])
	if !ok {
		return py.Value{}, t.TypeErr("compile() argument 'groupindex' must be dict, not %s", py.ArgTypeName(a[4]))
	}
	names, ok := py.ToTuple(a[5])
	if !ok {
		return py.Value{}, t.TypeErr("compile() argument 'indexgroup' must be tuple, not %s", py.ArgTypeName(a[5]))
	}
	items := list.Snapshot(t)
	code := make([]uint32, len(items))
	for i, x := range items {
		if !py.IsInt(x) {
			return py.Value{}, t.TypeErr("an integer is required")
		}
		b := py.BigOf(x)
		if b.Sign() < 0 {
			return py.Value{}, t.Raise(py.OverflowError, "can't convert negative value to unsigned int")
		}
		if !b.IsUint64() || b.Uint64() > math.MaxUint32 {
			return py.Value{}, t.Raise(py.OverflowError, "regular expression code size limit exceeded")
		}
		code[i] = uint32(b.Uint64())
	}
	p := &pattern{code: code, source: a[0], flags: flags, groups: groups, groupIndex: index, indexGroup: names}
	switch {
	case a[0].IsNone():
	case isStr(a[0]):
		p.kind = kindStr
	case py.IsBytesLike(a[0]):
		p.kind = kindBytes
	default:
		return py.Value{}, t.TypeErr("expected string or bytes-like object, got '%s'", a[0].Type().Name())
	}
	if groups < 0 || groups > engine.MaxGroups {
		return py.Value{}, t.Raise(py.RuntimeError, "invalid SRE code")
	}
	prog, gerr := engine.Compile(code, groups)
	if gerr != nil {
		return py.Value{}, t.Raise(py.RuntimeError, "invalid SRE code")
	}
	p.prog = prog
	p.InitHeader(patternType)
	return p.Value(), nil
}

func isStr(v py.Value) bool {
	_, ok := py.ToStr(v)
	return ok
}

func charFn(name string, f func(r rune) py.Value) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "character, /", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		n, err := t.CIntArg(v)
		if err != nil {
			return py.Value{}, err
		}
		return f(rune(n)), nil
	})}
}

func self(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil }

func selfMemo(t *py.Thread, v, _ py.Value) (py.Value, *py.Exc) { return v, nil }

func classGetItem(t *py.Thread, cls, item py.Value) (py.Value, *py.Exc) {
	return py.NewGenericAlias(cls, item), nil
}

func patternGet(name string, f func(p *pattern) py.Value, doc string) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Doc: doc, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return f(asPattern(v)), nil }}
}

func init() {
	py.RegisterPackage(func() {
		registerMatch()
		registerSre()
		registerSub()
	}, "_sre")
}

func registerSre() {
	py.RegisterType(py.TypeSpec{
		Type: patternType, Name: "re.Pattern", Flags: py.FlagNoNew | py.FlagWeakref, Doc: "Compiled regular expression object.",
		Slots: py.Slots{Repr: patternRepr, Compare: compare, Hash: hash},
		Methods: []py.MethodSpec{
			{Name: "match", Sig: sigString, Fn: matchMethod(doMatch), Doc: "Matches zero or more characters at the beginning of the string."},
			{Name: "fullmatch", Sig: sigString, Fn: matchMethod(doFullMatch), Doc: "Matches against all of the string."},
			{Name: "search", Sig: sigString, Fn: matchMethod(doSearch), Doc: "Scan through the string for a match and return it, None if there is none."},
			{Name: "sub", Sig: "repl, string, count=0", Fn: subMethod(false), Doc: "Return the string with the leftmost non-overlapping occurrences replaced by repl."},
			{Name: "subn", Sig: "repl, string, count=0", Fn: subMethod(true), Doc: "Like sub, but return a tuple of the new string and the number of replacements."},
			{Name: "findall", Sig: sigString, Fn: py.FnSig(findAll), Doc: "Return a list of all non-overlapping matches of the pattern in the string."},
			{Name: "split", Sig: "string, maxsplit=0", Fn: py.FnSig(split), Doc: "Split the string by the occurrences of the pattern."},
			{Name: "finditer", Sig: sigString, Doc: "Return an iterator over all non-overlapping matches in the string.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return newScanner(t, v, a, iterType)
			})},
			{Name: "scanner", Sig: sigString, Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return newScanner(t, v, a, scannerType)
			})},
			{Name: "__copy__", Fn: py.Fn0(self)},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: py.Fn1(selfMemo)},
			{Name: "__class_getitem__", Sig: "object, /", Class: true, Fn: py.Fn1(classGetItem), Doc: "See PEP 585"},
		},
		GetSet: []py.GetSetSpec{
			patternGet("pattern", func(p *pattern) py.Value { return p.source }, "The pattern string from which the RE object was compiled."),
			patternGet("flags", func(p *pattern) py.Value { return py.IntOf(p.flags) }, "The regex matching flags."),
			patternGet("groups", func(p *pattern) py.Value { return py.IntOf(p.groups) }, "The number of capturing groups in the pattern."),
			patternGet("groupindex", func(p *pattern) py.Value {
				if p.groupIndex.Len() == 0 {
					return py.NewDict().Value()
				}
				return py.NewMappingProxy(p.groupIndex.Value())
			}, "A dictionary mapping group names to group numbers."),
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: scannerType, Name: "_sre.SRE_Scanner", Guarded: true, Flags: py.FlagNoNew,
		Methods: []py.MethodSpec{{Name: "match", Fn: scannerMethod(false)}, {Name: "search", Fn: scannerMethod(true)}},
		GetSet: []py.GetSetSpec{{Name: "pattern", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			return (*scanner)(v.Ptr()).pat.Value(), nil
		}}},
	})
	py.RegisterType(py.TypeSpec{
		Type: iterType, Name: "callable_iterator", Guarded: true, Flags: py.FlagNoNew,
		Slots: py.Slots{Iter: self, Next: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return (*scanner)(v.Ptr()).next(t, true) }},
	})
	py.RegisterModule(py.ModuleSpec{Name: "_sre", Methods: []py.MethodSpec{
		{Name: "compile", Sig: "pattern, flags, code, groups, groupindex, indexgroup", Fn: py.FnSig(compile)},
		{Name: "template", Sig: "pattern, template, /", Fn: py.FnSig(newTemplate)},
		{Name: "getcodesize", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.IntOf(engine.CodeSize), nil })},
		charFn("ascii_iscased", func(r rune) py.Value { return py.Bool(engine.IsCasedASCII(r)) }),
		charFn("unicode_iscased", func(r rune) py.Value { return py.Bool(engine.IsCased(r)) }),
		charFn("ascii_tolower", func(r rune) py.Value { return py.Int64(int64(engine.ToLowerASCII(r))) }),
		charFn("unicode_tolower", func(r rune) py.Value { return py.Int64(int64(engine.ToLower(r))) }),
	}, Init: func(t *py.Thread, m *py.Module) *py.Exc {
		m.Set("MAGIC", py.IntOf(engine.Magic))
		m.Set("CODESIZE", py.IntOf(engine.CodeSize))
		m.Set("MAXREPEAT", py.Int64(engine.MaxRepeat))
		m.Set("MAXGROUPS", py.Int64(engine.MaxGroups))
		m.Set("copyright", py.NewStr(" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ").Value())
		return nil
	}})
}
