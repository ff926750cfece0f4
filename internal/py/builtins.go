package py

import (
	"math/big"
	"strings"
)

// The builtin functions (Library reference, "Built-in Functions").

func biAbs(t *Thread, _, v Value) (Value, *Exc) { return t.Abs(v) }

func biAll(t *Thread, _, v Value) (Value, *Exc) { return t.anyAll(v, false) }

func biAny(t *Thread, _, v Value) (Value, *Exc) { return t.anyAll(v, true) }

// passer takes what any or all passes over: simple values whose truth is not
// the one that it is.
type passer bool

func (want passer) take(t *Thread, v Value) bool {
	switch {
	case v.isBool() || v.isInt():
		return (v.b != 0) != bool(want)
	case v.IsNone():
		return bool(want)
	}
	return false
}

// anyAll looks for an item whose truth is want.
func (t *Thread) anyAll(v Value, want bool) (Value, *Exc) {
	it, err := t.Iter(v)
	if err != nil {
		return Value{}, err
	}
	for {
		x, err := t.drainNext(it, passer(want))
		if err != nil {
			return Value{}, err
		}
		if x.p == nil {
			return Bool(!want), nil
		}
		b, err := t.Truth(x)
		if err != nil {
			return Value{}, err
		}
		if b == want {
			return Bool(want), nil
		}
	}
}

func biASCII(t *Thread, _, v Value) (Value, *Exc) {
	s, err := t.Repr(v)
	if err != nil {
		return Value{}, err
	}
	return asciiEscape(s).Value(), nil
}

func radix(prefix string, base int) Fn1 {
	return func(t *Thread, _, v Value) (Value, *Exc) {
		x, err := t.Index(v)
		if err != nil {
			return Value{}, err
		}
		b := bigOf(x)
		s := new(big.Int).Abs(b).Text(base)
		if b.Sign() < 0 {
			return newASCII("-" + prefix + s).Value(), nil
		}
		return newASCII(prefix + s).Value(), nil
	}
}

func biCallable(t *Thread, _, v Value) (Value, *Exc) { return Bool(v.p.typ.slots.Call != nil), nil }

func biChr(t *Thread, _, v Value) (Value, *Exc) {
	n, err := t.AsIndexClamped(v)
	if err != nil {
		return Value{}, err
	}
	if n < 0 || n > 0x10ffff {
		return Value{}, t.ValueErr("chr() arg not in range(0x110000)")
	}
	return charStr(rune(n)).Value(), nil
}

func biOrd(t *Thread, _, v Value) (Value, *Exc) {
	n := 0
	if s, ok := ToStr(v); ok {
		if s.n == 1 {
			return Int64(int64(s.runeAt(0))), nil
		}
		n = s.n
	} else {
		var b []byte
		if x, ok := ToBytes(v); ok {
			b = x.b
		} else if v.p.typ.flags&FlagByteArraySubclass != 0 {
			b = asByteArray(v).b
		} else {
			return Value{}, t.TypeErr("ord() expected string of length 1, but %s found", v.p.typ.name)
		}
		if len(b) == 1 {
			return Int64(int64(b[0])), nil
		}
		n = len(b)
	}
	return Value{}, t.TypeErr("ord() expected a character, but string of length %d found", n)
}

func biDir(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "dir", 0, 1); err != nil {
		return Value{}, err
	}
	var names Value
	if len(args.vals) == 0 {
		ns, err := t.currentLocals()
		if err != nil {
			return Value{}, err
		}
		if names, err = t.CallMethod(ns, strKeys); err != nil {
			return Value{}, err
		}
	} else {
		r, ok, err := t.callSpecial(args.vals[0], strDir)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, t.TypeErr("object does not provide __dir__")
		}
		names = r
	}
	items, err := t.Items(names)
	if err != nil {
		return Value{}, err
	}
	if err := t.SortValues(items, Value{}, false); err != nil {
		return Value{}, err
	}
	return NewList(items).Value(), nil
}

func biDivmod(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "divmod", 2, 2); err != nil {
		return Value{}, err
	}
	return t.Binary(OpDivmod, args.vals[0], args.vals[1])
}

func biGetattr(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "getattr", 2, 3); err != nil {
		return Value{}, err
	}
	name, err := t.attrName(args.vals[1])
	if err != nil {
		return Value{}, err
	}
	v, err := t.GetAttr(args.vals[0], name)
	if err != nil && len(args.vals) == 3 && err.Is(AttributeError) {
		return args.vals[2], nil
	}
	return v, err
}

func biHasattr(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "hasattr", 2, 2); err != nil {
		return Value{}, err
	}
	name, err := t.attrName(args.vals[1])
	if err != nil {
		return Value{}, err
	}
	v, err := t.GetAttrOpt(args.vals[0], name)
	return Bool(v.p != nil), err
}

func biSetattr(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "setattr", 3, 3); err != nil {
		return Value{}, err
	}
	name, err := t.attrName(args.vals[1])
	if err != nil {
		return Value{}, err
	}
	return None, t.SetAttr(args.vals[0], name, args.vals[2])
}

func biDelattr(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "delattr", 2, 2); err != nil {
		return Value{}, err
	}
	name, err := t.attrName(args.vals[1])
	if err != nil {
		return Value{}, err
	}
	return None, t.SetAttr(args.vals[0], name, Value{})
}

func biHash(t *Thread, _, v Value) (Value, *Exc) {
	h, err := t.Hash(v)
	return Int64(h), err
}

func biID(t *Thread, _, v Value) (Value, *Exc) { return ID(v), nil }

// ID is id(v).
func ID(v Value) Value {
	hi, lo := v.idParts()
	if hi == 0 && lo < 1<<63 {
		return Int64(int64(lo))
	}
	b := new(big.Int).SetUint64(hi)
	return NewBig(b.Lsh(b, 64).Or(b, new(big.Int).SetUint64(lo)))
}

func biIsinstance(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "isinstance", 2, 2); err != nil {
		return Value{}, err
	}
	b, err := t.IsInstanceOf(args.vals[0], args.vals[1])
	return Bool(b), err
}

func biIssubclass(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "issubclass", 2, 2); err != nil {
		return Value{}, err
	}
	b, err := t.IsSubclassOf(args.vals[0], args.vals[1])
	return Bool(b), err
}

func biLen(t *Thread, _, v Value) (Value, *Exc) {
	n, err := t.Len(v)
	return IntOf(n), err
}

func biNext(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "next", 1, 2); err != nil {
		return Value{}, err
	}
	it := args.vals[0]
	if it.p.typ.slots.Next == nil {
		return Value{}, t.TypeErr("'%s' object is not an iterator", it.p.typ.name)
	}
	if len(args.vals) == 1 {
		return t.nextMethod(it)
	}
	v, err := t.Next(it)
	if err != nil && err.Is(StopIteration) {
		err = nil
	}
	if err == nil && v.p == nil {
		return args.vals[1], nil
	}
	return v, err
}

func biPow(t *Thread, _ Value, a []Value) (Value, *Exc) { return t.Pow(a[0], a[1], orNone(a[2])) }

func biRepr(t *Thread, _, v Value) (Value, *Exc) {
	s, err := t.Repr(v)
	if err != nil {
		return Value{}, err
	}
	return s.Value(), nil
}

func biRound(t *Thread, _ Value, a []Value) (Value, *Exc) {
	f, err := t.lookupSpecial(a[0], strRound)
	if err != nil {
		return Value{}, err
	}
	if f.p == nil {
		return Value{}, t.TypeErr("type %s doesn't define __round__ method", a[0].p.typ.name)
	}
	if a[1].p == nil || a[1].IsNone() {
		return t.Call(f)
	}
	return t.Call(f, a[1])
}

func biFormat(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "format", 1, 2); err != nil {
		return Value{}, err
	}
	spec := emptyStr
	if len(args.vals) == 2 {
		s, ok := ToStr(args.vals[1])
		if !ok {
			return Value{}, t.TypeErr("format() argument 2 must be str, not %s", args.vals[1].p.typ.name)
		}
		spec = s
	}
	s, err := t.Format(args.vals[0], spec)
	if err != nil {
		return Value{}, err
	}
	return s.Value(), nil
}

// minMax is min() and max().
func minMax(name string, op CompareOp) FnRaw {
	return func(t *Thread, _ Value, args Args) (Value, *Exc) {
		var key, def Value
		if len(args.Pos()) == 0 {
			return Value{}, t.TypeErr("%s expected at least 1 argument, got 0", name)
		}
		for i := 0; i < args.NumKw(); i++ {
			switch k, v := args.Kw(i); k.s {
			case "key":
				key = v
			case "default":
				def = v
			default:
				return Value{}, t.UnexpectedKeyword(name+"()", k.s, "key", "default")
			}
		}
		if key.IsNone() {
			key = Value{}
		}
		pos := args.Pos()
		var best, bestKey Value
		take := func(x Value) *Exc {
			k := x
			if key.p != nil {
				var err *Exc
				if k, err = t.Call(key, x); err != nil {
					return err
				}
			}
			if best.p == nil {
				best, bestKey = x, k
				return nil
			}
			better, err := t.cmpJump(k, bestKey, op)
			if err != nil {
				return err
			}
			if better {
				best, bestKey = x, k
			}
			return nil
		}
		if len(pos) > 1 {
			if def.p != nil {
				return Value{}, t.TypeErr("Cannot specify a default for %s() with multiple positional arguments", name)
			}
			for _, x := range pos {
				if err := take(x); err != nil {
					return Value{}, err
				}
			}
			return best, nil
		}
		if err := t.Each(pos[0], take); err != nil {
			return Value{}, err
		}
		if best.p == nil {
			if def.p != nil {
				return def, nil
			}
			return Value{}, t.ValueErr("%s() iterable argument is empty", name)
		}
		return best, nil
	}
}

func biSum(t *Thread, _ Value, a []Value) (Value, *Exc) {
	total := a[1]
	if total.p == nil {
		total = Int64(0)
	}
	if s := &a[0].p.typ.slots; s.Iter == nil && s.Item == nil && s.GetItem == nil {
		_, err := t.Iter(a[0])
		return Value{}, err
	}
	switch {
	case total.p.typ.flags&FlagStrSubclass != 0:
		return Value{}, t.TypeErr("sum() can't sum strings [use ''.join(seq) instead]")
	case total.p.typ.flags&FlagBytesSubclass != 0:
		return Value{}, t.TypeErr("sum() can't sum bytes [use b''.join(seq) instead]")
	case total.p.typ.flags&FlagByteArraySubclass != 0:
		return Value{}, t.TypeErr("sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	it, err := t.Iter(a[0])
	if err != nil {
		return Value{}, err
	}
	sum := summer{total: total}
	for {
		x, err := t.drainNext(it, &sum)
		if err != nil {
			return Value{}, err
		}
		if x.p == nil {
			sum.flush()
			return sum.total, nil
		}
		if !sum.take(t, x) {
			sum.flush()
			if sum.total, err = t.Binary(OpAdd, sum.total, x); err != nil {
				return Value{}, err
			}
		}
	}
}

// summer adds numbers. Floats are summed with a running compensation, as CPython
// does since 3.12.
type summer struct {
	total       Value
	lost        float64 // what the float total lacks
	compensates bool
}

// flush adds what the total lacks to it.
func (s *summer) flush() {
	if s.compensates && s.lost != 0 && s.total.isFloat() {
		if f := s.total.float() + s.lost; f-f == 0 {
			s.total = Float64(f)
		}
	}
	s.compensates, s.lost = false, 0
}

func (s *summer) take(t *Thread, v Value) bool {
	switch {
	case s.total.isInt() && v.isInt():
		p, q := s.total.int(), v.int()
		r := p + q
		if (p^r)&(q^r) < 0 {
			return false
		}
		s.total = Int64(r)
	case s.total.isFloat() && v.isFloat():
		f, y := s.total.float(), v.float()
		r := f + y
		if abs64(f) >= abs64(y) {
			s.lost += (f - r) + y
		} else {
			s.lost += (y - r) + f
		}
		s.total, s.compensates = Float64(r), true
	case s.total.isFloat() && (v.isInt() || v.isBool()):
		s.total, s.compensates = Float64(s.total.float()+float64(v.int())), true
	default:
		return false
	}
	return true
}

func abs64(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}

func biSorted(t *Thread, _ Value, args Args) (Value, *Exc) {
	if args.Len() != 1 {
		return Value{}, checkCount(t, "sorted", args.Len(), 1, 1)
	}
	var key Value
	reverse := false
	for i := 0; i < args.NumKw(); i++ {
		switch k, v := args.Kw(i); k.s {
		case "key":
			key = v
		case "reverse":
			var err *Exc
			if reverse, err = t.Truth(v); err != nil {
				return Value{}, err
			}
		default:
			return Value{}, t.UnexpectedKeyword("sort()", k.s, "key", "reverse")
		}
	}
	if key.IsNone() {
		key = Value{}
	}
	items, err := t.Items(args.vals[0])
	if err != nil {
		return Value{}, err
	}
	if err := t.SortValues(items, key, reverse); err != nil {
		return Value{}, err
	}
	return NewList(items).Value(), nil
}

func biVars(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "vars", 0, 1); err != nil {
		return Value{}, err
	}
	if len(args.vals) == 0 {
		return t.currentLocals()
	}
	d, err := t.GetAttrOpt(args.vals[0], strDict)
	if err != nil {
		return Value{}, err
	}
	if d.p == nil {
		return Value{}, t.TypeErr("vars() argument must have __dict__ attribute")
	}
	return d, nil
}

// currentLocals is locals() of the running Python code.
func (t *Thread) currentLocals() (Value, *Exc) {
	fr := t.cur
	if fr == nil || fr.code == nil {
		return Value{}, t.Raise(SystemError, "frame does not exist")
	}
	if fr.code.bc.Flags&1 == 0 {
		if fr.hiddenBound() {
			return fr.comprehensionLocals(t).Value(), nil
		}
		return *(*Value)(fr.regs), nil
	}
	return t.frameLocalsDict(fr).Value(), nil
}

func biGlobals(t *Thread, _ Value) (Value, *Exc) {
	if g := t.currentGlobals(); g != nil {
		return g.Value(), nil
	}
	return None, nil
}

func biImport(t *Thread, _ Value, a []Value) (Value, *Exc) {
	name, ok := ToStr(a[0])
	if !ok {
		return Value{}, t.TypeErr("module name must be a string")
	}
	level := 0
	if a[4].p != nil {
		n, err := t.AsInt(a[4])
		if err != nil {
			return Value{}, err
		}
		level = n
	}
	return t.ImportLevel(name, orNone(a[1]), orNone(a[3]), level)
}

func biPrint(t *Thread, _ Value, args Args) (Value, *Exc) {
	sep, end := " ", "\n"
	var file Value
	flush := false
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		switch k.s {
		case "sep", "end":
			if v.IsNone() {
				continue
			}
			s, ok := ToStr(v)
			if !ok {
				return Value{}, t.TypeErr("%s must be None or a string, not %s", k.s, v.p.typ.name)
			}
			if k.s == "sep" {
				sep = s.s
			} else {
				end = s.s
			}
		case "file":
			if !v.IsNone() {
				file = v
			}
		case "flush":
			b, err := t.Truth(v)
			if err != nil {
				return Value{}, err
			}
			flush = b
		default:
			return Value{}, t.UnexpectedKeyword("print()", k.s, "sep", "end", "file", "flush")
		}
	}
	if file.p == nil {
		if t.interp.sysDict != nil {
			file = t.interp.sysDict.lookup(strStdout)
		}
		if file.p == nil {
			if t.interp.opts.Stdout == nil {
				return Value{}, t.Raise(RuntimeError, "lost sys.stdout")
			}
			return None, t.printRaw(args.Pos(), sep, end)
		}
		if file.IsNone() {
			return None, nil
		}
	}
	write, err := t.GetAttr(file, strWrite)
	if err != nil {
		return Value{}, err
	}
	put := func(s *Str) *Exc {
		_, err := t.Call(write, s.Value())
		return err
	}
	for i, v := range args.Pos() {
		if i > 0 && sep != "" {
			if err := put(NewStr(sep)); err != nil {
				return Value{}, err
			}
		}
		s, err := t.StrOf(v)
		if err != nil {
			return Value{}, err
		}
		if err := put(s); err != nil {
			return Value{}, err
		}
	}
	if end != "" {
		if err := put(NewStr(end)); err != nil {
			return Value{}, err
		}
	}
	if flush {
		if _, err := t.CallMethod(file, strFlush); err != nil {
			return Value{}, err
		}
	}
	return None, nil
}

// printRaw prints to the embedder's writer, before sys.stdout exists.
func (t *Thread) printRaw(vals []Value, sep, end string) *Exc {
	var b strings.Builder
	for i, v := range vals {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := t.StrOf(v)
		if err != nil {
			return err
		}
		b.WriteString(s.s)
	}
	b.WriteString(end)
	if _, err := t.interp.opts.Stdout.Write([]byte(b.String())); err != nil {
		return t.Raise(OSError, "%s", err.Error())
	}
	return nil
}

func biInput(t *Thread, _ Value, a []Value) (Value, *Exc) {
	sys := t.interp.sysDict
	stdin, stdout := sys.lookup(strStdin), sys.lookup(strStdout)
	if stdin.p == nil || stdin.IsNone() {
		return Value{}, t.Raise(RuntimeError, "input(): lost sys.stdin")
	}
	if stdout.p == nil || stdout.IsNone() {
		return Value{}, t.Raise(RuntimeError, "input(): lost sys.stdout")
	}
	stderr := sys.lookup(strStderr)
	if stderr.p == nil || stderr.IsNone() {
		return Value{}, t.Raise(RuntimeError, "input(): lost sys.stderr")
	}
	// Streams that cannot be flushed are none of input()'s business.
	if _, err := t.CallMethod(stderr, strFlush); err != nil && !err.Is(Exception) {
		return Value{}, err
	}
	if a[0].p != nil {
		s, err := t.StrOf(a[0])
		if err != nil {
			return Value{}, err
		}
		if _, err := t.CallMethod(stdout, strWrite, s.Value()); err != nil {
			return Value{}, err
		}
	}
	if _, err := t.CallMethod(stdout, strFlush); err != nil && !err.Is(Exception) {
		return Value{}, err
	}
	r, err := t.CallMethodS(stdin, "readline")
	if err != nil {
		return Value{}, err
	}
	s, ok := ToStr(r)
	if !ok {
		return Value{}, t.TypeErr("object.readline() returned non-string")
	}
	if s.n == 0 {
		return Value{}, t.Raise(EOFError, "EOF when reading a line")
	}
	if strings.HasSuffix(s.s, "\n") {
		return s.substr(0, s.n-1).Value(), nil
	}
	return r, nil
}

func biIter(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "iter", 1, 2); err != nil {
		return Value{}, err
	}
	if len(args.vals) == 1 {
		return t.Iter(args.vals[0])
	}
	if args.vals[0].p.typ.slots.Call == nil {
		return Value{}, t.TypeErr("iter(v, w): v must be callable")
	}
	return NewCallIter(args.vals[0], args.vals[1]), nil
}

func biAiter(t *Thread, _, v Value) (Value, *Exc) {
	f := v.p.typ.slots.AIter
	if f == nil {
		return Value{}, t.TypeErr("'%s' object is not an async iterable", v.p.typ.name)
	}
	r, err := f(t, v)
	if err == nil && r.p.typ.slots.ANext == nil {
		return Value{}, t.TypeErr("aiter() returned not an async iterator of type '%s'", r.p.typ.name)
	}
	return r, err
}

func biBreakpoint(t *Thread, _ Value, args Args) (Value, *Exc) {
	hook := t.interp.sysDict.lookup(InternStr("breakpointhook"))
	if hook.p == nil {
		return Value{}, t.Raise(RuntimeError, "lost sys.breakpointhook")
	}
	return t.CallArgs(hook, args)
}

// sysBreakpointHook is sys.breakpointhook (PEP 553).
func sysBreakpointHook(t *Thread, _ Value, args Args) (Value, *Exc) {
	path, _ := t.interp.opts.Host.Env.Get("PYTHONBREAKPOINT")
	if o := t.interp.opts; o.Flags["ignore_environment"] != 0 || path == "" {
		path = "pdb.set_trace"
	}
	if path == "0" {
		return None, nil
	}
	module, attr := "builtins", path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		module, attr = path[:i], path[i+1:]
	}
	hook, err := t.ImportModule(module)
	if err == nil {
		hook, err = t.GetAttr(hook, InternStr(attr))
	}
	if err != nil {
		if !err.Is(ImportError) && !err.Is(AttributeError) {
			return Value{}, err
		}
		return None, t.Warn(RuntimeWarning, 0, "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", path)
	}
	return t.CallArgs(hook, args)
}

func init() {
	RegisterModule(ModuleSpec{
		Name: "builtins",
		Doc:  "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().",
		Methods: []MethodSpec{
			{Name: "__build_class__", Fn: FnRaw(buildClass), Doc: "Build a class from its body function."},
			{Name: "__import__", Sig: "name, globals=None, locals=None, fromlist=(), level=0", Fn: FnSig(biImport), Doc: "Import a module."},
			{Name: "abs", Sig: "x, /", Fn: Fn1(biAbs), Doc: "Return the absolute value of the argument."},
			{Name: "aiter", Sig: "async_iterable, /", Fn: Fn1(biAiter), Doc: "Return an asynchronous iterator of an asynchronous iterable."},
			{Name: "all", Sig: "iterable, /", Fn: Fn1(biAll), Doc: "Tell whether all items are true; an empty iterable gives True."},
			{Name: "anext", Sig: "aiterator, default=<unrepresentable>, /", Fn: FnRaw(biAnext), Doc: "Return the next item of an asynchronous iterator; with a default, that when it ends."},
			{Name: "any", Sig: "iterable, /", Fn: Fn1(biAny), Doc: "Tell whether some item is true; an empty iterable gives False."},
			{Name: "ascii", Sig: "obj, /", Fn: Fn1(biASCII), Doc: "Return repr(obj) with everything beyond ASCII escaped."},
			{Name: "bin", Sig: "number, /", Fn: Fn1(radix("0b", 2)), Doc: "Return the binary text of an integer."},
			{Name: "breakpoint", Sig: "*args, **kws", Fn: FnRaw(biBreakpoint), Doc: "Call sys.breakpointhook(*args, **kwargs)."},
			{Name: "callable", Sig: "obj, /", Fn: Fn1(biCallable), Doc: "Tell whether the object can be called."},
			{Name: "chr", Sig: "i, /", Fn: Fn1(biChr), Doc: "Return the string of one character with code point i."},
			{Name: "compile", Sig: "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", Fn: FnSig(biCompile), Doc: "Compile source into a code object or syntax tree."},
			{Name: "delattr", Sig: "obj, name, /", Fn: FnRaw(biDelattr), Doc: "Delete the named attribute of an object."},
			{Name: "dir", Fn: FnRaw(biDir), Doc: "dir([object]) -> list of strings\n\nReturn the names in the current scope, or those of an object, sorted."},
			{Name: "divmod", Sig: "x, y, /", Fn: FnRaw(biDivmod), Doc: "Return the tuple (x//y, x%y)."},
			{Name: "eval", Sig: "source, /, globals=None, locals=None", Fn: FnSig(biEval), Doc: "Evaluate an expression in the given namespaces."},
			{Name: "exec", Sig: "source, /, globals=None, locals=None, *, closure=None", Fn: FnSig(biExec), Doc: "Execute source or a code object in the given namespaces."},
			{Name: "format", Sig: "value, format_spec='', /", Fn: FnRaw(biFormat), Doc: "Return value.__format__(format_spec)."},
			{Name: "getattr", Fn: FnRaw(biGetattr), Doc: "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object, or the default if one is given and there is none."},
			{Name: "globals", Fn: Fn0(biGlobals), Doc: "Return the namespace of the current module."},
			{Name: "hasattr", Sig: "obj, name, /", Fn: FnRaw(biHasattr), Doc: "Tell whether the object has an attribute of that name."},
			{Name: "hash", Sig: "obj, /", Fn: Fn1(biHash), Doc: "Return the hash of the object."},
			{Name: "hex", Sig: "number, /", Fn: Fn1(radix("0x", 16)), Doc: "Return the hexadecimal text of an integer."},
			{Name: "id", Sig: "obj, /", Fn: Fn1(biID), Doc: "Return the identity of an object."},
			{Name: "input", Sig: "prompt='', /", Fn: FnSig(biInput), Doc: "Read a line from standard input."},
			{Name: "isinstance", Sig: "obj, class_or_tuple, /", Fn: FnRaw(biIsinstance), Doc: "Tell whether an object is an instance of a class."},
			{Name: "issubclass", Sig: "cls, class_or_tuple, /", Fn: FnRaw(biIssubclass), Doc: "Tell whether a class is derived from another."},
			{Name: "iter", Fn: FnRaw(biIter), Doc: "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an iterable, or from a callable and a sentinel."},
			{Name: "len", Sig: "obj, /", Fn: Fn1(biLen), Doc: "Return the number of items in a container."},
			{Name: "locals", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return t.currentLocals() }), Doc: "Return the current local variables."},
			{Name: "max", Fn: minMax("max", CmpGT), Doc: "max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nReturn the largest item or argument."},
			{Name: "min", Fn: minMax("min", CmpLT), Doc: "min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nReturn the smallest item or argument."},
			{Name: "next", Fn: FnRaw(biNext), Doc: "next(iterator[, default])\n\nReturn the next item of an iterator, or the default at its end."},
			{Name: "oct", Sig: "number, /", Fn: Fn1(radix("0o", 8)), Doc: "Return the octal text of an integer."},
			{Name: "ord", Sig: "c, /", Fn: Fn1(biOrd), Doc: "Return the code point of a character."},
			{Name: "pow", Sig: "base, exp, mod=None", Fn: FnSig(biPow), Doc: "Return base**exp, or base**exp % mod."},
			{Name: "print", Sig: "*args, sep=' ', end='\\n', file=None, flush=False", Fn: FnRaw(biPrint), Doc: "Print the values to a stream, sys.stdout unless file is given."},
			{Name: "repr", Sig: "obj, /", Fn: Fn1(biRepr), Doc: "Return the string representation of the object."},
			{Name: "round", Sig: "number, ndigits=None", Fn: FnSig(biRound), Doc: "Round a number to the given precision in decimal digits."},
			{Name: "setattr", Sig: "obj, name, value, /", Fn: FnRaw(biSetattr), Doc: "Set the named attribute of an object."},
			{Name: "sorted", Sig: "iterable, /, *, key=None, reverse=False", Fn: FnRaw(biSorted), Doc: "Return a new sorted list of the items."},
			{Name: "sum", Sig: "iterable, /, start=0", Fn: FnSig(biSum), Doc: "Return the sum of the items and the start value."},
			{Name: "vars", Fn: FnRaw(biVars), Doc: "vars([object]) -> dictionary\n\nReturn the __dict__ of an object, or locals()."},
		},
		Init: initBuiltins,
	})
}

func initBuiltins(t *Thread, m *Module) *Exc {
	m.Set("None", None)
	m.Set("True", True)
	m.Set("False", False)
	m.Set("Ellipsis", Ellipsis)
	m.Set("NotImplemented", NotImplemented)
	m.Set("__debug__", Bool(t.interp.opts.Flags["optimize"] == 0))
	for _, s := range builtinTypes() {
		if s.Type.module == "builtins" && builtinNames[s.Name] {
			m.Set(s.Name, s.Type.Value())
		}
	}
	for _, e := range excTree {
		if e.tp != IncompleteInputError {
			m.Set(e.name, e.tp.Value())
		}
	}
	m.Set("_IncompleteInputError", IncompleteInputError.Value())
	m.Set("EnvironmentError", OSError.Value())
	m.Set("IOError", OSError.Value())
	t.interp.importFunc = m.dict.lookup(strImport)
	return nil
}

// builtinNames are the types found in builtins.
var builtinNames = map[string]bool{
	"bool": true, "memoryview": true, "bytearray": true, "bytes": true, "classmethod": true, "complex": true, "dict": true, "enumerate": true,
	"filter": true, "float": true, "frozenset": true, "property": true, "int": true, "list": true, "map": true, "object": true, "range": true,
	"reversed": true, "set": true, "slice": true, "staticmethod": true, "str": true, "super": true, "tuple": true, "type": true, "zip": true,
}
