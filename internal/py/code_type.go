package py

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
	"strconv"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// The Python side of code objects (Data model, "Code objects"). co_code holds
// the words of our own instructions, eight bytes each in little-endian order;
// offsets in co_lines, co_positions, f_lasti and tb_lasti advance by codeUnit
// for each word, after a first unit that stands for the beginning of the call
// and has the line of the definition, as RESUME does in CPython. co_consts has the constants that our code refers to, which
// leaves out small integers. What else the instructions need is in
// co_exceptiontable (see code_parts.go), so that code can be made from its parts.

const flagIterableCoroutine = bytecode.FlagIterableCoroutine

// hiddenFlags are flag bits of ours that co_flags does not show.
const hiddenFlags = bytecode.FlagHasDocstring

// structuralFlags are the flag bits that the instructions depend on.
const structuralFlags = bytecode.FlagOptimized | bytecode.FlagVarArgs | bytecode.FlagVarKeywords | genFlags

// fitsConst tells whether instructions that use constant a can use b: what
// they take apart (code, tuples of names) keeps its form.
func fitsConst(a, b Value) bool {
	switch {
	case a.p.typ == CodeType:
		return b.p.typ == CodeType && len(readyCode(a).freeVars) == len(readyCode(b).freeVars)
	case a.p.shape == shTuple:
		if b.p.shape != shTuple || len(asTuple(a).items) != len(asTuple(b).items) {
			return false
		}
		for i, x := range asTuple(a).items {
			y := asTuple(b).items[i]
			if (x.p.shape == shStr) != (y.p.shape == shStr) || !fitsConst(x, y) {
				return false
			}
		}
	}
	return true
}

func strTuple(names []*Str) Value {
	items := make([]Value, len(names))
	for i, n := range names {
		items[i] = n.Value()
	}
	return newTupleOwned(items).Value()
}

func (c *Code) codeBytes() []byte {
	words := c.bc.Words()
	b := make([]byte, 0, len(words)*8)
	for _, w := range words {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	return b
}

// positionsIter is what co_positions() returns, one item for each word.
type positionsIter struct {
	Header
	code  *Code
	begun bool // the unit before the first word has been given
	word  int
	run   int
}

// linesIter is what co_lines() returns.
type linesIter struct {
	Header
	code  *Code
	begun bool
	run   int
}

var (
	positionsIterType = new(Type)
	linesIterType     = new(Type)
)

func noneIf(n, none int32) Value {
	if n == none {
		return None
	}
	return Int64(int64(n))
}

func positionsNext(t *Thread, v Value) (Value, *Exc) {
	it := (*positionsIter)(v.ptr())
	if it.code.bc.Lines == "" {
		return Value{}, nil
	}
	if !it.begun {
		it.begun = true
		first := Int64(int64(it.code.firstUnitLine()))
		if t.interp.opts.NoColumns {
			return NewTuple(first, first, None, None).Value(), nil
		}
		return NewTuple(first, first, IntOf(0), IntOf(0)).Value(), nil
	}
	bc, lines := it.code.bc, it.code.lineRuns()
	if it.word >= bc.NumWords() {
		return Value{}, nil
	}
	for it.run+1 < len(lines) && int(lines[it.run+1].Start) <= it.word {
		it.run++
	}
	it.word++
	if len(lines) == 0 {
		return NewTuple(None, None, None, None).Value(), nil
	}
	r := lines[it.run]
	if t.interp.opts.NoColumns {
		return NewTuple(noneIf(r.Line, 0), noneIf(r.EndLine, 0), None, None).Value(), nil
	}
	return NewTuple(noneIf(r.Line, 0), noneIf(r.EndLine, 0), noneIf(r.Col, -1), noneIf(r.EndCol, -1)).Value(), nil
}

func linesNext(t *Thread, v Value) (Value, *Exc) {
	it := (*linesIter)(v.ptr())
	runs := it.code.lineRuns()
	if it.run >= len(runs) && (it.begun || it.run == 0) {
		return Value{}, nil
	}
	line, start := it.code.firstUnitLine(), 0
	shown := Int64(int64(line))
	if it.begun {
		line, start = runs[it.run].Line, lastiOf(int(runs[it.run].Start))
		shown = noneIf(line, 0)
	}
	for it.run < len(runs) && runs[it.run].Line == line && (it.begun || line != 0) {
		it.run++
	}
	it.begun = true
	end := it.code.bc.NumWords()
	if it.run < len(runs) {
		end = int(runs[it.run].Start)
	}
	return NewTuple(IntOf(start), IntOf(lastiOf(end)), shown).Value(), nil
}

// firstUnitLine is the line of the unit before the first word.
func (c *Code) firstUnitLine() int32 {
	if c.bc.Flags&bytecode.FlagOptimized == 0 && c.name.s == "<module>" {
		return 0
	}
	return int32(c.bc.FirstLine)
}

// sameCode is code equality: everything but the filename and the qualified name.
func sameCode(t *Thread, a, b *Code) (bool, *Exc) {
	a.ready()
	b.ready()
	x, y := a.bc, b.bc
	if a.name.s != b.name.s || x.Flags != y.Flags || x.ArgCount != y.ArgCount || x.PosOnlyCount != y.PosOnlyCount ||
		x.KwOnlyCount != y.KwOnlyCount || x.FirstLine != y.FirstLine || x.NumWords() != y.NumWords() || len(a.consts) != len(b.consts) ||
		x.Lines != y.Lines || len(x.Handlers) != len(y.Handlers) {
		return false, nil
	}
	if !slices.Equal(x.Words(), y.Words()) {
		return false, nil
	}
	for i := range x.Handlers {
		if x.Handlers[i] != y.Handlers[i] {
			return false, nil
		}
	}
	for _, p := range [...][2][]*Str{{a.names, b.names}, {a.varNames, b.varNames}, {a.cellVars, b.cellVars}, {a.freeVars, b.freeVars}} {
		if len(p[0]) != len(p[1]) {
			return false, nil
		}
		for i := range p[0] {
			if p[0][i].s != p[1][i].s {
				return false, nil
			}
		}
	}
	for i := range a.consts {
		same, err := sameConst(t, a.consts[i], b.consts[i])
		if err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

// sameConst compares constants by type and value, with the sign of zeros.
func sameConst(t *Thread, a, b Value) (bool, *Exc) {
	if a.p.typ != b.p.typ {
		return false, nil
	}
	switch {
	case a.isFloat():
		return a.b == b.b, nil
	case a.p.shape == shTuple:
		x, y := asTuple(a).items, asTuple(b).items
		if len(x) != len(y) {
			return false, nil
		}
		if err := t.EnterRecursive(" in comparison"); err != nil {
			return false, err
		}
		defer t.LeaveRecursive()
		for i := range x {
			if same, err := sameConst(t, x[i], y[i]); err != nil || !same {
				return false, err
			}
		}
		return true, nil
	case a.p.typ == CodeType:
		return sameCode(t, asCode(a), asCode(b))
	case a.p.typ == ComplexType:
		r, err := t.Repr(a)
		if err != nil {
			return false, err
		}
		s, err := t.Repr(b)
		if err != nil {
			return false, err
		}
		return r.s == s.s, nil
	}
	return t.Equal(a, b)
}

func (c *Code) hashOf() int64 {
	c.ready()
	h := fnv.New64a()
	var buf [8]byte
	add := func(n uint64) {
		binary.LittleEndian.PutUint64(buf[:], n)
		h.Write(buf[:])
	}
	h.Write([]byte(c.name.s))
	for _, n := range [...]int{c.bc.ArgCount, c.bc.PosOnlyCount, c.bc.KwOnlyCount, int(c.bc.Flags), c.bc.FirstLine} {
		add(uint64(n))
	}
	for _, w := range c.bc.Words() {
		add(w)
	}
	for _, n := range c.names {
		h.Write([]byte(n.s))
	}
	r := int64(h.Sum64())
	if r == -1 {
		r = -2
	}
	return r
}

// codeReplace is code.replace(): a copy with other values for some fields. What
// our instructions depend on (the code itself, its tables and the number of
// names and constants) cannot be replaced by something else.
func codeReplace(t *Thread, v Value, args Args) (Value, *Exc) {
	if len(args.Pos()) > 0 {
		return Value{}, t.TypeErr("replace() takes no positional arguments")
	}
	c := readyCode(v)
	nb := *c.bc
	consts := c.consts
	for i := 0; i < args.NumKw(); i++ {
		k, x := args.Kw(i)
		if err := t.replaceField(c, &nb, &consts, k.s, x); err != nil {
			return Value{}, err
		}
	}
	if nb.PosOnlyCount > nb.ArgCount {
		return Value{}, t.ValueErr("code: co_posonlyargcount is larger than co_argcount")
	}
	if nb.ArgSlots() > len(nb.VarNames) {
		return Value{}, t.ValueErr("code: co_varnames is too small")
	}
	if have := c.bc.ArgSlots(); nb.ArgSlots() > have {
		return Value{}, t.ValueErr("code: co_code is made for %d parameters, not %d", have, nb.ArgSlots())
	} else if nb.ArgSlots() < have && !checkParams(&nb, have) {
		return Value{}, t.ValueErr("code: too many names")
	}
	if len(consts) > 0 && &consts[0] != &c.consts[0] {
		nb.Consts = t.plainConsts(consts)
	}
	return newCodeWith(&nb, consts).Value(), nil
}

func (t *Thread) replaceField(c *Code, nb *bytecode.Code, consts *[]Value, name string, x Value) *Exc {
	wrong := func(want string) *Exc {
		return t.TypeErr("replace() argument '%s' must be %s, not %s", name, want, argTypeName(x))
	}
	number := func(set func(n int)) *Exc {
		n, err := t.AsInt(x)
		if err != nil {
			return err
		}
		if n < 0 && name != "co_firstlineno" {
			return t.ValueErr("code: argcount must not be negative")
		}
		set(n)
		return nil
	}
	text := func(d *string) *Exc {
		s, ok := ToStr(x)
		if !ok {
			return wrong("str")
		}
		*d = s.s
		return nil
	}
	names := func(d *[]string, keep []string) *Exc {
		tup, ok := ToTuple(x)
		if !ok {
			return wrong("tuple")
		}
		out := make([]string, 0, len(tup.items)+len(keep))
		for _, v := range tup.items {
			s, ok := ToStr(v)
			if !ok {
				return t.TypeErr("name tuples must contain only strings, not '%s'", v.p.typ.name)
			}
			out = append(out, s.s)
		}
		if len(out)+len(keep) != len(*d) {
			if name == "co_varnames" && len(out) < nb.ArgSlots() {
				return t.ValueErr("code: co_varnames is too small")
			}
			return t.ValueErr("code: %s must have %d items", name, len(*d)-len(keep))
		}
		*d = append(out, keep...)
		return nil
	}
	fixed := func(have []byte) *Exc {
		b, ok := ToBytes(x)
		if !ok {
			return wrong("bytes")
		}
		if string(b.Bytes()) != string(have) {
			return t.ValueErr("code: %s cannot be replaced", name)
		}
		return nil
	}
	same := func(have int) *Exc {
		return number(func(n int) {})
	}
	switch name {
	case "co_argcount":
		return number(func(n int) { nb.ArgCount = n })
	case "co_posonlyargcount":
		return number(func(n int) { nb.PosOnlyCount = n })
	case "co_kwonlyargcount":
		return number(func(n int) { nb.KwOnlyCount = n })
	case "co_nlocals":
		n, err := t.AsInt(x)
		if err == nil && n != len(nb.VarNames) {
			return t.ValueErr("code: co_nlocals != len(co_varnames)")
		}
		return err
	case "co_stacksize":
		return same(nb.NumRegs)
	case "co_flags":
		n, err := t.AsInt(x)
		if err != nil {
			return err
		}
		switch {
		case n < 0:
			return t.ValueErr("co_flags must be a positive integer")
		case (uint32(n)^nb.Flags)&structuralFlags != 0:
			return t.ValueErr("code: co_flags cannot change the kind of the code")
		}
		nb.Flags = uint32(n)&^hiddenFlags | nb.Flags&hiddenFlags
		return nil
	case "co_firstlineno":
		return number(func(n int) {
			delta := int32(n - nb.FirstLine)
			lines := nb.Lines.Runs()
			for i := range lines {
				if r := &lines[i]; r.Line != 0 {
					r.Line += delta
					r.EndLine += delta
				}
			}
			nb.FirstLine, nb.Lines = n, bytecode.PackLines(lines)
		})
	case "co_code":
		return fixed(c.codeBytes())
	case "co_linetable":
		b, ok := ToBytes(x)
		if !ok {
			return wrong("bytes")
		}
		nb.Lines = bytecode.PackLines(parseLines(b.Bytes(), nb.FirstLine, nb.Words()))
		return nil
	case "co_exceptiontable":
		return fixed(c.exceptionTable())
	case "co_consts":
		tup, ok := ToTuple(x)
		if !ok {
			return wrong("tuple")
		}
		if len(tup.items) != len(*consts) {
			return t.ValueErr("code: co_consts must have %d items", len(*consts))
		}
		for i, v := range tup.items {
			if old := (*consts)[i]; !fitsConst(old, v) {
				return t.ValueErr("code: co_consts[%d] does not fit in place of %s", i, old.p.typ.name)
			}
		}
		*consts = append([]Value(nil), tup.items...)
		return nil
	case "co_names":
		return names(&nb.Names, nb.Names[len(nb.Names)-nb.ExtraNames:])
	case "co_varnames":
		return names(&nb.VarNames, nil)
	case "co_freevars":
		return names(&nb.FreeVars, nil)
	case "co_cellvars":
		return names(&nb.CellVars, nil)
	case "co_filename":
		return text(&nb.Filename)
	case "co_name":
		return text(&nb.Name)
	case "co_qualname":
		return text(&nb.QualName)
	}
	return t.UnexpectedKeyword("replace()", name, "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals",
		"co_stacksize", "co_flags", "co_firstlineno", "co_code", "co_consts", "co_names", "co_varnames", "co_freevars", "co_cellvars",
		"co_filename", "co_name", "co_qualname", "co_linetable", "co_exceptiontable")
}

func readyCode(v Value) *Code {
	c := asCode(v)
	c.ready()
	return c
}

func init() {
	member := func(name string, get func(c *Code) Value) (string, Value) {
		return name, memberDescr(CodeType, GetSetSpec{Name: name,
			Get: func(t *Thread, v Value) (Value, *Exc) { return get(readyCode(v)), nil },
			Set: func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") }})
	}
	getset := func(name string, get func(c *Code) Value) GetSetSpec {
		return GetSetSpec{Name: name, Get: func(t *Thread, v Value) (Value, *Exc) { return get(readyCode(v)), nil }}
	}
	RegisterType(TypeSpec{Type: CodeType, Name: "code", Sig: "argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /", Flags: FlagWeakref, Doc: "Create a code object.  Not for the faint of heart.",
		Slots: Slots{
			New: codeNew,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				c := readyCode(v)
				return NewStr("<code object " + c.name.s + " at " + addrText(v) + ", file \"" + c.filename.s + "\", line " + strconv.Itoa(c.bc.FirstLine) + ">").Value(), nil
			},
			Hash: func(t *Thread, v Value) (int64, *Exc) { return asCode(v).hashOf(), nil },
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
				if op != CmpEQ && op != CmpNE || b.p.typ != CodeType {
					return NotImplemented, nil
				}
				eq := a == b
				if !eq {
					var err *Exc
					if eq, err = sameCode(t, asCode(a), asCode(b)); err != nil {
						return Value{}, err
					}
				}
				return Bool(eq == (op == CmpEQ)), nil
			},
		},
		Methods: []MethodSpec{
			{Name: "__sizeof__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				return IntOf(int(unsafe.Sizeof(Code{})) + len(readyCode(v).instrs)*8), nil
			})},
			{Name: "co_lines", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				it := &linesIter{code: readyCode(v)}
				it.typ, it.shape = linesIterType, linesIterType.root.id
				return Value{&it.Header, 0}, nil
			})},
			{Name: "co_positions", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				it := &positionsIter{code: readyCode(v)}
				it.typ, it.shape = positionsIterType, positionsIterType.root.id
				return Value{&it.Header, 0}, nil
			})},
			{Name: "replace", Sig: "**changes", Doc: "Return a copy of the code object with new values for the specified fields.", Fn: FnRaw(codeReplace)},
			{Name: "__replace__", Sig: "**changes", Doc: "The same as replace().", Fn: FnRaw(codeReplace)},
			{Name: "_varname_from_oparg", Sig: "oparg", Doc: "(internal-only) Return the local variable name for the given oparg.\n\nWARNING: this method is for internal use only and may change or go away.",
				Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
					n, err := t.AsInt(a[0])
					if err != nil {
						return Value{}, err
					}
					c := readyCode(v)
					all := append(append([]*Str(nil), c.varNames...), c.cellVars...)
					all = append(all, c.freeVars...)
					if n < 0 || n >= len(all) {
						return Value{}, t.Raise(IndexError, "tuple index out of range")
					}
					return all[n].Value(), nil
				})},
		},
		GetSet: []GetSetSpec{
			getset("co_varnames", func(c *Code) Value { return strTuple(c.varNames) }),
			getset("co_cellvars", func(c *Code) Value { return strTuple(c.cellVars) }),
			getset("co_freevars", func(c *Code) Value { return strTuple(c.freeVars) }),
			getset("co_code", func(c *Code) Value { return NewBytes(c.codeBytes()).Value() }),
			{Name: "co_lnotab", Get: codeLnotab},
			getset("_co_code_adaptive", func(c *Code) Value { return NewBytes(c.codeBytes()).Value() }),
		},
		Attrs: func() map[string]Value {
			m := map[string]Value{}
			add := func(name string, v Value) { m[name] = v }
			add(member("co_argcount", func(c *Code) Value { return IntOf(c.bc.ArgCount) }))
			add(member("co_posonlyargcount", func(c *Code) Value { return IntOf(c.bc.PosOnlyCount) }))
			add(member("co_kwonlyargcount", func(c *Code) Value { return IntOf(c.bc.KwOnlyCount) }))
			add(member("co_stacksize", func(c *Code) Value { return IntOf(max(1, c.bc.NumRegs-len(c.varNames))) }))
			add(member("co_flags", func(c *Code) Value { return Int64(int64(c.bc.Flags &^ hiddenFlags)) }))
			add(member("co_nlocals", func(c *Code) Value { return IntOf(len(c.varNames)) }))
			add(member("co_consts", func(c *Code) Value { return NewTuple(c.consts...).Value() }))
			add(member("co_names", func(c *Code) Value { return strTuple(c.names[:len(c.names)-c.bc.ExtraNames]) }))
			add(member("co_filename", func(c *Code) Value { return c.filename.Value() }))
			add(member("co_name", func(c *Code) Value { return c.name.Value() }))
			add(member("co_qualname", func(c *Code) Value { return c.qualname.Value() }))
			add(member("co_firstlineno", func(c *Code) Value { return IntOf(c.bc.FirstLine) }))
			add(member("co_linetable", func(c *Code) Value { return NewBytes(c.lineTable()).Value() }))
			add(member("co_exceptiontable", func(c *Code) Value { return NewBytes(c.exceptionTable()).Value() }))
			return m
		}})
	RegisterType(TypeSpec{Type: positionsIterType, Name: "positions_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: positionsNext}})
	RegisterType(TypeSpec{Type: linesIterType, Name: "line_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: linesNext}})
}
