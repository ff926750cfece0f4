package py

import (
	"fmt"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

func (t *Thread) recursionError(where string) *Exc {
	return t.Raise(RecursionError, "maximum recursion depth exceeded%s", where)
}

// callSlow makes the call whose window is a (callable) and the n values above
// it, the last of them named by kw. It either stores the result in dst, or
// pushes the frame to go on with.
func (t *Thread) callSlow(fr *frame, a *Value, n int, kw *Tuple, dst *Value) *Exc {
	args := regSlice(a.at(1), n)
	switch a.p.shape {
	case shFunction:
		f := asFunc(*a)
		code := f.code
		if defaults := loadPointer(&f.defaults); kw == nil && atomic.LoadUint32(&code.fast) != 0 && n <= code.nargs && defaults != nil && n+len(defaults.items) >= code.nargs {
			nr := unsafe.Pointer(a.at(1))
			if uintptr(nr)+code.bytes <= fr.limit && t.depth < t.limit {
				def := defaults.items
				for i := n; i < code.nargs; i++ {
					*a.at(1 + i) = def[len(def)-code.nargs+i]
				}
				t.enter(fr, code, nr, dst, frameCall)
				return nil
			}
		}
		_, err := t.pushCall(fr, f, Args{args, kw}, dst, frameCall)
		return err
	case shMethodDescr:
		f := asNative(*a)
		if n > 0 && kw == nil {
			self := args[0]
			if self.p.typ == f.owner || IsInstance(self, f.owner) {
				var v Value
				var err *Exc
				switch {
				case f.f1 != nil && n == 2:
					v, err = f.f1(t, self, args[1])
				case f.f0 != nil && n == 1:
					v, err = f.f0(t, self)
				default:
					v, err = f.call(t, self, Args{vals: args[1:]})
				}
				if err != nil {
					return err
				}
				*dst = v
				return nil
			}
		}
		v, err := nativeCall(t, *a, Args{args, kw})
		if err != nil {
			return err
		}
		*dst = v
		return nil
	case shNativeFunc:
		f := asNative(*a)
		var v Value
		var err *Exc
		if f.f1 != nil && n == 1 && kw == nil {
			v, err = f.f1(t, f.self, args[0])
		} else {
			v, err = f.call(t, f.self, Args{args, kw})
		}
		if err != nil {
			return err
		}
		*dst = v
		return nil
	case shMethod:
		m := asMethod(*a)
		if m.fn.p.shape == shMethodDescr && IsInstance(m.self, asNative(m.fn).owner) {
			v, err := asNative(m.fn).call(t, m.self, Args{args, kw})
			if err != nil {
				return err
			}
			*dst = v
			return nil
		}
		full := t.pushArgs(m.self, args)
		var err *Exc
		if m.fn.p.shape == shFunction {
			_, err = t.pushCall(fr, asFunc(m.fn), Args{full, kw}, dst, frameCall)
		} else {
			var v Value
			if v, err = t.CallArgs(m.fn, Args{full, kw}); err == nil {
				*dst = v
			}
		}
		t.popArgs(full)
		return err
	case shType:
		cls := asType(*a)
		if cls == RangeType && kw == nil && n > 0 && n <= 3 && args[0].p == &intTag && args[n-1].p == &intTag && args[n/2].p == &intTag {
			start, stop, step := int64(0), int64(args[0].b), int64(1)
			if n > 1 {
				start, stop = stop, int64(args[1].b)
			}
			if n > 2 {
				step = int64(args[2].b)
			}
			if t.rangeOp(fr, dst, start, stop, step) {
				return nil
			}
		}
		if init := cls.fastInit(); init != nil {
			obj := t.NewObject(cls)
			code := init.code
			nr := unsafe.Pointer(a.at(1))
			if kw == nil && atomic.LoadUint32(&code.fast) != 0 && n+1 == code.nargs && uintptr(nr)+code.bytes <= fr.limit && t.depth < t.limit {
				for i := n; i > 0; i-- {
					*a.at(i + 1) = *a.at(i)
				}
				*a.at(1) = obj
				*a = init.Value()
				nf := t.enter(fr, code, nr, dst, frameInit)
				nf.init = obj
				return nil
			}
			full := t.pushArgs(obj, args)
			nf, err := t.pushCall(fr, init, Args{full, kw}, dst, frameInit)
			t.popArgs(full)
			if nf != nil {
				nf.init = obj
			} else if err == nil {
				if !dst.IsNone() {
					return t.TypeErr("__init__() should return None, not '%s'", dst.p.typ.name)
				}
				*dst = obj
			}
			return err
		}
	}
	if tp := a.p.typ; tp.flags&FlagHeap != 0 {
		if call := tp.Lookup(strCall); call.p != nil && call.p.shape == shFunction {
			full := t.pushArgs(*a, args)
			_, err := t.pushCall(fr, asFunc(call), Args{full, kw}, dst, frameCall)
			t.popArgs(full)
			return err
		}
	}
	v, err := t.CallArgs(*a, Args{args, kw})
	if err != nil {
		return err
	}
	*dst = v
	return nil
}

// enter pushes a frame whose parameters are already in its window at nr.
func (t *Thread) enter(fr *frame, code *Code, nr unsafe.Pointer, dst *Value, kind frameKind) *frame {
	nf := fr.push()
	nf.code, nf.regs, nf.limit = code, nr, fr.limit
	nf.dst, nf.kind, nf.newSeg = uintptr(unsafe.Pointer(dst))-uintptr(fr.regs), kind, false
	for i := code.slots; i < code.clearTo; i++ {
		*(*Value)(unsafe.Add(nr, uintptr(i)*valueSize)) = Value{}
	}
	nf.pc = unsafe.Pointer(unsafe.SliceData(code.instrs))
	t.depth++
	t.cur = nf
	return nf
}

// pushCall binds the arguments of a Python function. It pushes the frame to go
// on with, or stores the generator that the call makes in dst.
func (t *Thread) pushCall(fr *frame, f *Function, args Args, dst *Value, kind frameKind) (*frame, *Exc) {
	code := f.code
	code.ready()
	if code.gen {
		v, err := t.newGenerator(f, code, args)
		if err == nil {
			*dst = v
		}
		return nil, err
	}
	if t.depth >= t.limit {
		return nil, t.recursionError("")
	}
	nf := fr.push()
	regs, limit := t.window(fr, nf, code.bytes)
	locals := unsafe.Slice((*Value)(regs), code.clearTo)
	if atomic.LoadUint32(&code.fast) != 0 && args.kw == nil && len(args.vals) == code.nargs {
		for i := range locals {
			if i < len(args.vals) {
				locals[i] = args.vals[i]
			} else {
				locals[i] = Value{}
			}
		}
	} else if err := t.bindFresh(f, code, args, locals); err != nil {
		if nf.newSeg {
			t.popSegment()
		}
		return nil, err
	}
	if code.bc.Flags&bytecode.FlagOptimized == 0 {
		*(*Value)(regs) = f.globals.Value() // the code of a module or class, made into a function
	}
	*(*Value)(unsafe.Add(regs, -int(valueSize))) = f.Value()
	nf.code, nf.regs, nf.limit, nf.kind = code, regs, limit, kind
	nf.dst = uintptr(unsafe.Pointer(dst)) - uintptr(fr.regs)
	nf.pc = unsafe.Pointer(unsafe.SliceData(code.instrs))
	t.depth++
	t.cur = nf
	return nf, nil
}

// pop ends an activation and returns its caller's frame.
func (t *Thread) pop(fr *frame) *frame {
	if fr.obj != nil {
		fr.detach(t)
	}
	if fr.gen != nil {
		// The registers may be part of the generator.
		clear(fr.gen.regs)
		fr.gen.regs, fr.gen.frame = nil, nil
		fr.gen = nil
	}
	if fr.newSeg {
		fr.newSeg = false
		t.popSegment()
	}
	t.depth--
	t.cur = fr.prev
	return fr.prev
}

// callFunction calls a Python function from Go.
func (t *Thread) callFunction(f *Function, args Args) (Value, *Exc) {
	var r Value
	cur := t.cur
	nf, err := t.pushCall(cur, f, args, &r, frameEntry)
	if err != nil || nf == nil {
		return r, err
	}
	if t.native >= maxNative {
		t.pop(nf)
		return Value{}, t.recursionError(" while calling a Python object")
	}
	t.native++
	r, err = t.run(nf)
	t.native--
	return r, err
}

// callEx makes the call f(*args, **kwargs) of the CallEx instruction.
func (t *Thread) callEx(fr *frame, a *Value) *Exc {
	f, seq, kwv := *a, *a.at(1), *a.at(2)
	var pos []Value
	if tp := seq.p; tp.shape == shTuple {
		pos = asTuple(seq).items
	} else {
		if seq.p.typ.slots.Iter == nil && seq.p.typ.slots.GetItem == nil {
			return t.TypeErr("%s argument after * must be an iterable, not %s", t.funcStr(f), seq.p.typ.name)
		}
		var err *Exc
		if pos, err = t.Items(seq); err != nil {
			return err
		}
	}
	args := Args{vals: pos}
	if kwv.p != nil {
		d, ok := ToDict(kwv)
		if !ok {
			d = NewDict()
			if err := t.dictMerge(d, kwv, f); err != nil {
				return err
			}
		}
		if d.used > 0 {
			if !IsCallable(f) {
				return t.TypeErr("'%s' object is not callable", f.p.typ.name)
			}
			var err *Exc
			if args, err = t.argsWithDict(f, pos, d); err != nil {
				return err
			}
		}
	}
	switch f.p.shape {
	case shFunction:
		_, err := t.pushCall(fr, asFunc(f), args, a, frameCall)
		return err
	case shMethod:
		if m := asMethod(f); m.fn.p.shape == shFunction {
			_, err := t.pushCall(fr, asFunc(m.fn), args.Prepend(m.self), a, frameCall)
			return err
		}
	}
	v, err := t.CallArgs(f, args)
	if err == nil {
		*a = v
	}
	return err
}

// funcStr names a callable in argument errors: "mod.f()".
func (t *Thread) funcStr(f Value) string {
	q, err := t.GetAttrOpt(f, strQualname)
	if err == nil && q.p != nil {
		if s, ok := ToStr(q); ok {
			m, err := t.GetAttrOpt(f, strModule)
			if ms, ok := ToStr(m); err == nil && ok && ms.s != "builtins" {
				return ms.s + "." + s.s + "()"
			}
			return s.s + "()"
		}
	}
	s, err := t.StrOf(f)
	if err != nil {
		return f.p.typ.name + " object"
	}
	return s.s
}

// initCache remembers how instances of a class are made.
type initCache struct {
	version uint32
	init    *Function // nil: not the fast way
}

// fastInit returns the __init__ of a class whose instances are made by
// object.__new__ and a Python __init__, else nil.
func (tp *Type) fastInit() *Function {
	c := tp.init.Load()
	if c == nil || c.version != atomic.LoadUint32(&tp.version) || c.version == 0 {
		c = &initCache{version: tp.assignVersion()}
		if tp.flags&(FlagHeap|FlagAbstract) == FlagHeap && tp.slotOff != 0 && tp.typ == TypeType {
			d, where := tp.lookupWhere(strNew)
			if where == ObjectType && isNativeNew(d) {
				if f := tp.Lookup(strInit); f.p != nil && f.p.shape == shFunction {
					c.init = asFunc(f)
				}
			}
		}
		tp.init.Store(c)
	}
	return c.init
}

// bindFresh is bindArgs for registers that hold anything.
func (t *Thread) bindFresh(f *Function, code *Code, args Args, out []Value) *Exc {
	clear(out)
	return t.bindArgs(f, code, args, out)
}

// bindArgs puts the arguments of a call into the parameter registers (Language
// reference, "Calls"). out is unset and does not overlap args. code is what the
// function had when out was made: it may be given another meanwhile.
func (t *Thread) bindArgs(f *Function, code *Code, args Args, out []Value) *Exc {
	bc := code.bc
	pos := args.Pos()
	npos, nkw := len(pos), args.NumKw()
	argc, kwonly := bc.ArgCount, bc.KwOnlyCount
	m := min(npos, argc)
	copy(out, pos[:m])
	slot := argc + kwonly
	if bc.Flags&bytecode.FlagVarArgs != 0 {
		out[slot] = NewTuple(pos[m:]...).Value()
		slot++
	}
	var extra *Dict
	if bc.Flags&bytecode.FlagVarKeywords != 0 {
		extra = NewDict()
		out[slot] = extra.Value()
	}
	for i := 0; i < nkw; i++ {
		k, v := args.Kw(i)
		at := -1
		for j := bc.PosOnlyCount; j < argc+kwonly; j++ {
			if code.varNames[j] == k {
				at = j
				break
			}
		}
		if at < 0 {
			for j := bc.PosOnlyCount; j < argc+kwonly; j++ {
				if bc.VarNames[j] == k.s {
					at = j
					break
				}
			}
		}
		if at < 0 {
			if extra != nil {
				extra.setStr(k, v)
				continue
			}
			return t.unexpectedKeyword(f, code, args, k)
		}
		if out[at].p != nil {
			return t.TypeErr("%s() got multiple values for argument '%s'", f.qualname.s, k.s)
		}
		out[at] = v
	}
	if npos > argc && bc.Flags&bytecode.FlagVarArgs == 0 {
		return t.tooManyPositional(f, code, npos, out)
	}
	if npos < argc {
		var defaults []Value
		if d := loadPointer(&f.defaults); d != nil {
			defaults = d.items
		}
		first := argc - len(defaults)
		var missing []int
		for i := npos; i < first; i++ {
			if out[i].p == nil {
				missing = append(missing, i)
			}
		}
		if missing != nil {
			return t.missingArgs(f, code, missing, "positional")
		}
		for i := max(npos, first); i < argc; i++ {
			if out[i].p == nil {
				out[i] = defaults[i-first]
			}
		}
	}
	if kwonly > 0 {
		var missing []int
		for i := argc; i < argc+kwonly; i++ {
			if out[i].p != nil {
				continue
			}
			if d := loadPointer(&f.kwdefaults); d != nil {
				if v := d.lookup(code.varNames[i]); v.p != nil {
					out[i] = v
					continue
				}
			}
			missing = append(missing, i)
		}
		if missing != nil {
			return t.missingArgs(f, code, missing, "keyword-only")
		}
	}
	return nil
}

func (t *Thread) unexpectedKeyword(f *Function, code *Code, args Args, k *Str) *Exc {
	bc := code.bc
	var clash []string
	for i := 0; i < args.NumKw(); i++ {
		n, _ := args.Kw(i)
		for _, p := range bc.VarNames[:bc.PosOnlyCount] {
			if p == n.s {
				clash = append(clash, n.s)
			}
		}
	}
	if len(clash) > 0 {
		return t.TypeErr("%s() got some positional-only arguments passed as keyword arguments: '%s'", f.qualname.s, strings.Join(clash, ", "))
	}
	return t.UnexpectedKeyword(f.qualname.s+"()", k.s, bc.VarNames[bc.PosOnlyCount:bc.ArgCount+bc.KwOnlyCount]...)
}

func (t *Thread) tooManyPositional(f *Function, code *Code, given int, out []Value) *Exc {
	bc := code.bc
	argc := bc.ArgCount
	kwGiven := 0
	for i := argc; i < argc+bc.KwOnlyCount; i++ {
		if out[i].p != nil {
			kwGiven++
		}
	}
	sig := fmt.Sprint(argc)
	many := argc != 1
	if d := loadPointer(&f.defaults); d != nil && len(d.items) > 0 {
		sig = fmt.Sprintf("from %d to %d", argc-len(d.items), argc)
		many = true
	}
	kwText := ""
	if kwGiven > 0 {
		kwText = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", plural(given), kwGiven, plural(kwGiven))
	}
	s := ""
	if many {
		s = "s"
	}
	was := "were"
	if given == 1 && kwGiven == 0 {
		was = "was"
	}
	return t.TypeErr("%s() takes %s positional argument%s but %d%s %s given", f.qualname.s, sig, s, given, kwText, was)
}

func (t *Thread) missingArgs(f *Function, code *Code, missing []int, kind string) *Exc {
	names := make([]string, len(missing))
	for i, at := range missing {
		names[i] = "'" + code.bc.VarNames[at] + "'"
	}
	var list string
	switch n := len(names); n {
	case 1:
		list = names[0]
	case 2:
		list = names[0] + " and " + names[1]
	default:
		list = strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
	return t.TypeErr("%s() missing %d required %s argument%s: %s", f.qualname.s, len(names), kind, plural(len(names)), list)
}

// RunCode executes a code object with the given namespaces (exec, import, the
// main program). locals is the mapping that unoptimized code stores names in.
func (t *Thread) RunCode(code *Code, globals *Dict, locals Value) (Value, *Exc) {
	return t.runCodeWith(code, globals, locals, nil)
}

func (t *Thread) runCodeWith(code *Code, globals *Dict, locals Value, closure []Value) (Value, *Exc) {
	code.ready()
	f := newFunction(t, code, globals)
	f.closure = closure
	if code.bc.Flags&bytecode.FlagOptimized != 0 {
		return t.callFunction(f, Args{})
	}
	if code.gen {
		return t.newGeneratorLocals(f, locals), nil
	}
	if t.depth >= t.limit || t.native >= maxNative {
		return Value{}, t.recursionError("")
	}
	cur := t.cur
	nf := cur.push()
	regs, limit := t.window(cur, nf, code.bytes)
	clear(unsafe.Slice((*Value)(regs), code.clearTo))
	*(*Value)(unsafe.Add(regs, -int(valueSize))) = f.Value()
	*(*Value)(regs) = locals
	if locals.p.shape == shDict {
		asDict(locals).expect(t, code.numStores())
	}
	nf.code, nf.regs, nf.limit, nf.kind = code, regs, limit, frameEntry
	nf.pc = unsafe.Pointer(unsafe.SliceData(code.instrs))
	t.depth++
	t.cur = nf
	t.native++
	r, err := t.run(nf)
	t.native--
	return r, err
}
