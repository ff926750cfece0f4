package sre

import (
	"bytes"
	"strings"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/py"
)

// template is a parsed replacement text: literals[0], group groups[0],
// literals[1], and so on.
type template struct {
	py.Header
	literals []py.Value
	groups   []int
}

// replCache remembers the template of the last replacement text.
type replCache struct {
	text *py.Str
	tmpl *template
}

func newTemplate(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	if a[0].Type() != patternType {
		return py.Value{}, t.TypeErr("template() argument 1 must be re.Pattern, not %s", py.ArgTypeName(a[0]))
	}
	list, ok := py.ToList(a[1])
	if !ok {
		return py.Value{}, t.TypeErr("template() argument 2 must be list, not %s", py.ArgTypeName(a[1]))
	}
	items := list.Snapshot(t)
	if len(items)%2 == 0 {
		return py.Value{}, t.TypeErr("invalid template")
	}
	tm := &template{literals: []py.Value{items[0]}}
	for i := 1; i < len(items); i += 2 {
		if !py.IsInt(items[i]) {
			return py.Value{}, t.TypeErr("an integer is required")
		}
		g, err := t.SizeArg(items[i])
		if err != nil {
			return py.Value{}, err
		}
		if g < 0 {
			return py.Value{}, t.TypeErr("invalid template")
		}
		tm.groups = append(tm.groups, g)
		tm.literals = append(tm.literals, items[i+1])
	}
	tm.InitHeader(templateType)
	return py.FromHeader(&tm.Header), nil
}

// compileTemplate has re parse a replacement text.
func (p *pattern) compileTemplate(t *py.Thread, repl py.Value) (*template, *py.Exc) {
	s, isStr := py.ToStr(repl)
	if isStr {
		if c := p.repl.Load(); c != nil && c.text == s {
			return c.tmpl, nil
		}
	}
	re, err := t.ImportModule("re")
	if err != nil {
		return nil, err
	}
	f, err := t.GetAttrS(re, "_compile_template")
	if err != nil {
		return nil, err
	}
	if _, herr := t.Hash(repl); herr != nil && !isStr && py.IsBytesLike(repl) {
		b, err := t.ToBytesObject(repl)
		if err != nil {
			return nil, err
		}
		repl = b.Value()
	}
	r, err := t.Call(f, p.Value(), repl)
	if err != nil {
		return nil, err
	}
	if r.Type() != templateType {
		return nil, t.TypeErr("the result of compiling a replacement string is %s, not %s", r.Type().Name(), templateType.Name())
	}
	tm := (*template)(r.Ptr())
	if isStr {
		p.repl.Store(&replCache{s, tm})
	}
	return tm, nil
}

// output collects the pieces of a new text as CPython's list would hold them.
type output struct {
	b     []byte
	n     int // characters
	isStr bool
	items int
}

func (o *output) add(t *py.Thread, v py.Value) *py.Exc {
	if o.isStr {
		s, ok := py.ToStr(v)
		if !ok {
			return t.TypeErr("sequence item %d: expected str instance, %s found", o.items, v.Type().Name())
		}
		if err := o.grow(t, len(s.String())); err != nil {
			return err
		}
		o.b = append(o.b, s.String()...)
		o.n += s.Len()
	} else {
		if !py.IsBytesLike(v) {
			return t.TypeErr("sequence item %d: expected a bytes-like object, %s found", o.items, v.Type().Name())
		}
		if err := t.BytesLike(v, func(b []byte) *py.Exc {
			err := o.grow(t, len(b))
			if err == nil {
				o.b = append(o.b, b...)
			}
			return err
		}); err != nil {
			return err
		}
	}
	o.items++
	return nil
}

func (o *output) grow(t *py.Thread, n int) (err *py.Exc) {
	o.b, err = t.Grow(o.b, n)
	return err
}

// addPart adds characters i to j of the subject.
func (o *output) addPart(t *py.Thread, s *subject, c *cursor, i, j int) *py.Exc {
	if s.str == nil {
		if err := o.grow(t, j-i); err != nil {
			return err
		}
		o.b = append(o.b, s.bytes[i:j]...)
	} else {
		text := s.str.String()[c.offset(i):c.offset(j)]
		if err := o.grow(t, len(text)); err != nil {
			return err
		}
		o.b = append(o.b, text...)
		o.n += j - i
	}
	o.items++
	return nil
}

func (o *output) value() py.Value {
	if o.isStr {
		return py.NewStrN(unsafe.String(unsafe.SliceData(o.b), len(o.b)), o.n).Value()
	}
	return py.NewBytes(o.b).Value()
}

// expandInto adds the expansion of a template for the matcher's match.
func (tm *template) expandInto(t *py.Thread, o *output, s *subject, c *cursor, m matcher, groups int) *py.Exc {
	if err := addLiteral(t, o, tm.literals[0]); err != nil {
		return err
	}
	for k, g := range tm.groups {
		if g > groups {
			return t.Raise(py.IndexError, "no such group")
		}
		if i, j := m.Span(g); i >= 0 {
			if err := o.addPart(t, s, c, i, j); err != nil {
				return err
			}
		}
		if err := addLiteral(t, o, tm.literals[k+1]); err != nil {
			return err
		}
	}
	return nil
}

// addLiteral adds a literal piece of a template unless it is empty.
func addLiteral(t *py.Thread, o *output, v py.Value) *py.Exc {
	if s, ok := py.ToStr(v); ok && s.Len() == 0 {
		return nil
	}
	if b, ok := py.ToBytes(v); ok && len(b.Bytes()) == 0 {
		return nil
	}
	return o.add(t, v)
}

// replacement is what sub puts in place of matches: exactly one is set.
type replacement struct {
	call    py.Value
	literal py.Value
	tmpl    *template
}

func (p *pattern) replacement(t *py.Thread, repl py.Value) (r replacement, err *py.Exc) {
	if py.IsCallable(repl) {
		r.call = repl
		return
	}
	literal := false
	if s, ok := py.ToStr(repl); ok {
		literal = strings.IndexByte(s.String(), '\\') < 0
	} else if py.IsBytesLike(repl) {
		if e := t.BytesLike(repl, func(b []byte) *py.Exc {
			literal = bytes.IndexByte(b, '\\') < 0
			return nil
		}); e != nil {
			literal = false
		}
	}
	if literal {
		r.literal = repl
		return
	}
	if r.tmpl, err = p.compileTemplate(t, repl); err == nil && len(r.tmpl.groups) == 0 {
		r.literal, r.tmpl = r.tmpl.literals[0], nil
	}
	return
}

// subMethod is sub, or subn when counted.
func subMethod(counted bool) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		p := asPattern(v)
		count := 0
		if !a[2].IsNil() {
			n, err := t.SizeArg(a[2])
			if err != nil {
				return py.Value{}, err
			}
			count = n
		}
		r, n, err := p.sub(t, a[0], a[1], count)
		if err != nil || !counted {
			return r, err
		}
		return py.NewTuple(r, py.IntOf(n)).Value(), nil
	}
}

func (p *pattern) sub(t *py.Thread, repl, obj py.Value, count int) (py.Value, int, *py.Exc) {
	rep, err := p.replacement(t, repl)
	if err != nil {
		return py.Value{}, 0, err
	}
	var s subject
	if err := s.open(t, p, obj, false); err != nil {
		return py.Value{}, 0, err
	}
	defer s.close(t)
	m := s.matcher(t, p)
	defer m.Release()
	m.Scan(0, s.n)
	out := output{isStr: s.str != nil}
	cur := s.cursor()
	n, last := 0, 0
	for count == 0 || n < count {
		ok, gerr := m.NextSearch()
		if gerr != nil {
			return py.Value{}, 0, matchError(t, gerr)
		}
		if !ok {
			break
		}
		i, j := m.Span(0)
		if out.b == nil {
			out.b = make([]byte, 0, len(s.bytes)+len(s.bytes)/8+16)
		}
		if last < i {
			if err := out.addPart(t, &s, &cur, last, i); err != nil {
				return py.Value{}, 0, err
			}
		}
		switch {
		case rep.tmpl != nil:
			err = rep.tmpl.expandInto(t, &out, &s, &cur, m, p.groups)
		case rep.literal.IsNil():
			var x py.Value
			if x, err = t.Call(rep.call, p.newMatch(m, obj, 0, s.n)); err == nil && !x.IsNone() {
				err = out.add(t, x)
			}
		default:
			err = out.add(t, rep.literal)
		}
		if err != nil {
			return py.Value{}, 0, err
		}
		last = j
		n++
	}
	if n == 0 {
		return s.part(&cur, 0, s.n), 0, nil
	}
	if last < s.n {
		if err := out.addPart(t, &s, &cur, last, s.n); err != nil {
			return py.Value{}, 0, err
		}
	}
	return out.value(), n, nil
}

func matchExpand(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	m := asMatch(v)
	tm, err := m.pat.compileTemplate(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if len(tm.groups) == 0 {
		return tm.literals[0], nil
	}
	out := output{isStr: isStr(m.obj)}
	if err := addLiteral(t, &out, tm.literals[0]); err != nil {
		return py.Value{}, err
	}
	for k, g := range tm.groups {
		if g > m.pat.groups {
			return py.Value{}, t.Raise(py.IndexError, "no such group")
		}
		x, err := m.group(t, g, py.None)
		if err != nil {
			return py.Value{}, err
		}
		if !x.IsNone() {
			if err := out.add(t, x); err != nil {
				return py.Value{}, err
			}
		}
		if err := addLiteral(t, &out, tm.literals[k+1]); err != nil {
			return py.Value{}, err
		}
	}
	return out.value(), nil
}

func registerSub() {
	py.RegisterType(py.TypeSpec{Type: templateType, Name: "_sre.SRE_Template", Flags: py.FlagNoNew})
}
