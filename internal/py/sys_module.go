package py

import (
	"math"
	"runtime"
	"slices"
	"strings"
)

// The version of Python that Coachwhip implements, and its own.
const (
	PyMajor, PyMinor, PyMicro = 3, 13, 1
	Version                   = "0.1.0"
)

func seqFields(names ...string) []StructSeqField {
	f := make([]StructSeqField, len(names))
	for i, n := range names {
		f[i].Name = n
	}
	return f
}

var (
	sysFlagNames = []string{"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment",
		"verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits", "gil"}
	sysFlagsType   = RegisterStructSeq(StructSeqSpec{Name: "sys.flags", Doc: "Flags provided through command line arguments or environment vars.", Fields: seqFields(sysFlagNames...), Visible: len(sysFlagNames) - 1, NoNew: true})
	versionType    = RegisterStructSeq(StructSeqSpec{Name: "sys.version_info", Doc: "Version information as a named tuple.", Fields: seqFields("major", "minor", "micro", "releaselevel", "serial"), NoNew: true})
	floatInfoType  = RegisterStructSeq(StructSeqSpec{Name: "sys.float_info", Doc: "Limits and precision of the float type.", Fields: seqFields("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds")})
	intInfoType    = RegisterStructSeq(StructSeqSpec{Name: "sys.int_info", Doc: "Internal representation of the int type.", Fields: seqFields("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")})
	hashInfoType   = RegisterStructSeq(StructSeqSpec{Name: "sys.hash_info", Doc: "Parameters of the numeric hash.", Fields: seqFields("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")})
	threadInfoType = RegisterStructSeq(StructSeqSpec{Name: "sys.thread_info", Doc: "Information about the thread implementation.", Fields: seqFields("name", "lock", "version")})
	agHooksType    = RegisterStructSeq(StructSeqSpec{Name: "asyncgen_hooks", Fields: seqFields("firstiter", "finalizer"), NoNew: true})
)

func strVal(s string) Value { return NewStr(s).Value() }

func strList(items []string) Value {
	vals := make([]Value, len(items))
	for i, s := range items {
		vals[i] = FSDecode(s).Value()
	}
	return NewList(vals).Value()
}

// sysSize is sys.getsizeof: __sizeof__, else the default.
func sysSize(t *Thread, _ Value, a []Value) (Value, *Exc) {
	r, ok, err := t.callSpecial(a[0], InternStr("__sizeof__"))
	if err != nil {
		if a[1].p != nil && err.Is(TypeError) {
			return a[1], nil
		}
		return Value{}, err
	}
	if !ok {
		if a[1].p != nil {
			return a[1], nil
		}
		return Value{}, t.TypeErr("Type %s doesn't define __sizeof__", a[0].p.typ.name)
	}
	n, err := t.AsInt(r)
	if err != nil {
		return Value{}, err
	}
	if n < 0 {
		return Value{}, t.ValueErr("__sizeof__() should return >= 0")
	}
	return IntOf(n), nil
}

// sysDisplayHook is sys.displayhook (PEP 217).
func sysDisplayHook(t *Thread, _, v Value) (Value, *Exc) {
	if v.IsNone() {
		return None, nil
	}
	under := InternStr("_")
	b := t.interp.builtins
	b.put(under, None)
	out := t.interp.sysDict.lookup(strStdout)
	if out.p == nil || out.IsNone() {
		return Value{}, t.Raise(RuntimeError, "lost sys.stdout")
	}
	s, err := t.Repr(v)
	if err != nil {
		return Value{}, err
	}
	if _, err := t.CallMethod(out, strWrite, s.Value()); err != nil {
		if !err.Is(UnicodeEncodeError) {
			return Value{}, err
		}
		if err := t.displayEscaped(out, s); err != nil {
			return Value{}, err
		}
	}
	if _, err := t.CallMethod(out, strWrite, strVal("\n")); err != nil {
		return Value{}, err
	}
	b.put(under, v)
	return None, nil
}

// displayEscaped writes a text with backslashes for what the encoding of the
// stream lacks.
func (t *Thread) displayEscaped(out Value, s *Str) *Exc {
	enc, err := t.GetAttrS(out, "encoding")
	if err != nil {
		return err
	}
	b, err := t.CallMethodS(s.Value(), "encode", enc, strVal("backslashreplace"))
	if err != nil {
		return err
	}
	buf, err := t.GetAttrOpt(out, InternStr("buffer"))
	if err != nil {
		return err
	}
	if buf.p != nil {
		_, err = t.CallMethod(buf, strWrite, b)
		return err
	}
	if b, err = t.CallMethodS(b, "decode", enc, strVal("strict")); err != nil {
		return err
	}
	_, err = t.CallMethod(out, strWrite, b)
	return err
}

func sysGetFrame(t *Thread, _ Value, a []Value) (Value, *Exc) {
	depth := 0
	if a[0].p != nil {
		n, err := t.AsInt(a[0])
		if err != nil {
			return Value{}, err
		}
		depth = max(n, 0)
	}
	f := t.CurrentFrame(depth)
	if f == nil {
		return Value{}, t.ValueErr("call stack is not deep enough")
	}
	return f.Value(), nil
}

func sysGetFrameModuleName(t *Thread, _ Value, a []Value) (Value, *Exc) {
	depth := 0
	if a[0].p != nil {
		n, err := t.AsInt(a[0])
		if err != nil {
			return Value{}, err
		}
		depth = n
	}
	fr := t.cur
	for ; fr != nil && fr.code != nil && depth > 0; depth-- {
		fr = fr.prev
	}
	if fr == nil || fr.code == nil {
		return None, nil
	}
	return orNone(fr.fn().module), nil
}

func sysExcInfo(t *Thread, _ Value) (Value, *Exc) {
	e := t.handled
	if e == nil {
		return NewTuple(None, None, None).Value(), nil
	}
	return NewTuple(e.typ.Value(), e.Value(), loadPointer(&e.tb).Value()).Value(), nil
}

func sysExit(t *Thread, _ Value, a []Value) (Value, *Exc) {
	var args []Value
	if a[0].p != nil {
		if tup, ok := ToTuple(a[0]); ok {
			args = tup.items
		} else if !a[0].IsNone() {
			args = a[:1]
		}
	}
	r, err := t.Call(SystemExit.Value(), args...)
	if err != nil {
		return Value{}, err
	}
	return Value{}, asExc(r)
}

// SysGet returns an attribute of sys, the zero Value if there is none.
func (t *Thread) SysGet(name string) Value {
	return t.interp.sysDict.lookup(InternStr(name))
}

// SysSet sets an attribute of sys.
func (t *Thread) SysSet(name string, v Value) {
	d := t.interp.sysDict
	d.Lock(t)
	d.setStr(InternStr(name), v)
	d.Unlock(t)
}

// sysAudit accepts audit events and calls the hooks that were added.
func sysAudit(t *Thread, _ Value, args Args) (Value, *Exc) {
	pos := args.Pos()
	if len(pos) == 0 {
		return Value{}, t.TypeErr("audit expected at least 1 argument, got 0")
	}
	if _, ok := ToStr(pos[0]); !ok {
		return Value{}, t.TypeErr("expected str for argument 'event', not %s", pos[0].p.typ.name)
	}
	hooks := t.interp.auditHooks.Load()
	if hooks == nil {
		return None, nil
	}
	for _, h := range *hooks {
		if _, err := t.Call(h, pos[0], NewTuple(pos[1:]...).Value()); err != nil {
			return Value{}, err
		}
	}
	return None, nil
}

func init() {
	fn0 := func(f func(t *Thread) Value) Fn0 {
		return func(t *Thread, _ Value) (Value, *Exc) { return f(t), nil }
	}
	RegisterModule(ModuleSpec{
		Name: "sys",
		Doc:  "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
		Methods: []MethodSpec{
			{Name: "_current_frames", Fn: Fn0(sysCurrentFrames), Doc: "Return a dict of the numbers of the running threads and the frames they are in."},
			{Name: "_current_exceptions", Fn: Fn0(sysCurrentExceptions), Doc: "Return a dict of the numbers of the running threads and the exceptions they handle,\nNone for none."},
			{Name: "_getframe", Sig: "depth=0, /", Fn: FnSig(sysGetFrame)},
			{Name: "_getframemodulename", Sig: "depth=0", Fn: FnSig(sysGetFrameModuleName)},
			{Name: "_is_gil_enabled", Fn: fn0(func(t *Thread) Value { return Bool(!t.interp.opts.NoGIL) })},
			{Name: "_is_interned", Sig: "string, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				s, ok := ToStr(v)
				if !ok {
					return Value{}, t.TypeErr("_is_interned() argument must be str, not %s", v.p.typ.name)
				}
				return Bool(s.shape == shStr && lookupInterned(s) == s), nil
			})},
			{Name: "_clear_type_cache", Fn: fn0(func(t *Thread) Value { return None })},
			{Name: "_clear_internal_caches", Fn: fn0(func(t *Thread) Value { return None })},
			{Name: "_get_cpu_count_config", Fn: fn0(func(t *Thread) Value {
				if n := t.interp.opts.CPUCount; n > 0 {
					return IntOf(n)
				}
				return IntOf(-1)
			})},
			{Name: "addaudithook", Sig: "hook", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				for at := &t.interp.auditHooks; ; {
					old := at.Load()
					hooks := []Value{a[0]}
					if old != nil {
						hooks = append(slices.Clone(*old), a[0])
					}
					if at.CompareAndSwap(old, &hooks) {
						return None, nil
					}
				}
			})},
			{Name: "audit", Fn: FnRaw(sysAudit)},
			{Name: "call_tracing", Sig: "func, args, /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				tup, ok := ToTuple(a[1])
				if !ok {
					return Value{}, t.TypeErr("call_tracing() argument 2 must be tuple, not %s", a[1].p.typ.name)
				}
				return t.Call(a[0], tup.items...)
			})},
			{Name: "breakpointhook", Sig: "*args, **kwargs", Fn: FnRaw(sysBreakpointHook), Doc: "Enter the debugger that the environment variable PYTHONBREAKPOINT names, pdb by default."},
			{Name: "displayhook", Sig: "object, /", Fn: Fn1(sysDisplayHook)},
			{Name: "exc_info", Fn: Fn0(sysExcInfo)},
			{Name: "exception", Fn: fn0(func(t *Thread) Value { return orNone(t.handled.Value()) })},
			{Name: "excepthook", Sig: "exctype, value, traceback, /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				e, ok := ToExc(a[1])
				if a[1].IsNone() {
					return None, t.printStderr("NoneType: None\n")
				}
				if !ok {
					// It tells, and does not raise, what it cannot print.
					return None, t.printStderr("TypeError: print_exception(): Exception expected for value, " + a[1].p.typ.name + " found\n")
				}
				return None, t.DisplayException(e)
			})},
			{Name: "unraisablehook", Sig: "unraisable, /", Fn: Fn1(sysUnraisableHook)},
			{Name: "exit", Sig: "status=None, /", Fn: FnSig(sysExit)},
			{Name: "get_asyncgen_hooks", Fn: fn0(func(t *Thread) Value {
				return agHooksType.New(orNone(t.extra.asyncGenFirst), orNone(t.extra.asyncGenFinal))
			})},
			{Name: "set_asyncgen_hooks", Sig: "firstiter=None, finalizer=None", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				for i, n := range []string{"firstiter", "finalizer"} {
					if a[i].p != nil && !a[i].IsNone() && a[i].p.typ.slots.Call == nil {
						return Value{}, t.TypeErr("callable %s expected, got %s", n, a[i].p.typ.name)
					}
				}
				set := func(d *Value, v Value) {
					if v.IsNone() {
						*d = Value{}
					} else if v.p != nil {
						*d = v
					}
				}
				x := t.ownExtra()
				set(&x.asyncGenFirst, a[0])
				set(&x.asyncGenFinal, a[1])
				return None, nil
			})},
			{Name: "get_coroutine_origin_tracking_depth", Fn: fn0(func(t *Thread) Value { return IntOf(t.extra.coroDepth) })},
			{Name: "set_coroutine_origin_tracking_depth", Sig: "depth", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				n, err := t.AsInt(a[0])
				if err != nil {
					return Value{}, err
				}
				if n < 0 {
					return Value{}, t.ValueErr("depth must be >= 0")
				}
				t.ownExtra().coroDepth = n
				return None, nil
			})},
			{Name: "getallocatedblocks", Fn: fn0(func(t *Thread) Value { return Int64(0) })},
			{Name: "getunicodeinternedsize", Fn: fn0(func(t *Thread) Value {
				return IntOf(numInterned())
			})},
			{Name: "getdefaultencoding", Fn: fn0(func(t *Thread) Value { return strVal("utf-8") })},
			{Name: "getfilesystemencoding", Fn: fn0(func(t *Thread) Value { return strVal("utf-8") })},
			{Name: "getfilesystemencodeerrors", Fn: fn0(func(t *Thread) Value { return strVal("surrogateescape") })},
			{Name: "getrecursionlimit", Fn: fn0(func(t *Thread) Value { return IntOf(t.limit) })},
			{Name: "setrecursionlimit", Sig: "limit, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				n, err := t.AsInt(v)
				if err != nil {
					return Value{}, err
				}
				if n < 1 {
					return Value{}, t.ValueErr("recursion limit must be greater or equal than 1")
				}
				if t.depth >= n {
					return Value{}, t.Raise(RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, t.depth)
				}
				t.limit = min(n, maxDepth)
				return None, nil
			})},
			{Name: "get_int_max_str_digits", Sig: "", Fn: fn0(func(t *Thread) Value { return IntOf(t.interp.MaxStrDigits()) }), Doc: "The limit on digits in conversions between int and str; 0 means none."},
			{Name: "set_int_max_str_digits", Sig: "maxdigits", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				n, err := t.AsInt(a[0])
				if err != nil {
					return Value{}, err
				}
				if n != 0 && n < MinStrDigitsLimit {
					return Value{}, t.ValueErr("maxdigits must be 0 or larger than %d", MinStrDigitsLimit)
				}
				if n > math.MaxInt32 {
					return Value{}, t.Raise(OverflowError, "Python int too large to convert to C int")
				}
				t.interp.SetMaxStrDigits(n)
				return None, nil
			}), Doc: "Set the limit on digits in conversions between int and str."},
			{Name: "getswitchinterval", Fn: fn0(func(t *Thread) Value { return Float64(1e-6 * float64(t.interp.SwitchInterval()/1000)) })},
			{Name: "setswitchinterval", Sig: "interval, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				f, err := t.AsFloat(v)
				if err != nil {
					return Value{}, err
				}
				if !(f > 0) {
					return Value{}, t.ValueErr("switch interval must be strictly positive")
				}
				// It counts in microseconds.
				t.interp.SetSwitchInterval(int64(math.Trunc(min(f*1e6, math.MaxInt64/2000))) * 1000)
				return None, nil
			})},
			{Name: "getsizeof", Sig: "object, default=None", Fn: FnSig(sysSize)},
			{Name: "getrefcount", Sig: "object, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				return Value{}, t.Raise(NotImplementedError, "sys.getrefcount(): objects are not reference-counted")
			})},
			{Name: "intern", Sig: "string, /", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
				s, ok := ToStr(v)
				if !ok {
					return Value{}, t.TypeErr("intern() argument must be str, not %s", v.p.typ.name)
				}
				if s.shape != shStr {
					return Value{}, t.TypeErr("can't intern %s", v.p.typ.name)
				}
				return internOf(s).Value(), nil
			})},
			{Name: "is_finalizing", Fn: fn0(func(t *Thread) Value { return Bool(t.interp.finalizing.Load()) })},
			{Name: "is_stack_trampoline_active", Fn: fn0(func(t *Thread) Value { return False })},
			{Name: "settrace", Sig: "function, /", Doc: "Set the calling thread's trace function, None for none.", Fn: Fn1(setTraceFn((*Thread).applyTrace, true))},
			{Name: "_settraceallthreads", Sig: "function, /", Doc: "Set the trace function of all running threads.", Fn: Fn1(setTraceFn((*Thread).traceAll, true))},
			{Name: "gettrace", Doc: "Return the trace function that was set with settrace.", Fn: fn0(func(t *Thread) Value { return t.traceFn(true) })},
			{Name: "setprofile", Sig: "function, /", Doc: "Set the calling thread's profile function, None for none.", Fn: Fn1(setTraceFn((*Thread).applyTrace, false))},
			{Name: "_setprofileallthreads", Sig: "function, /", Doc: "Set the profile function of all running threads.", Fn: Fn1(setTraceFn((*Thread).traceAll, false))},
			{Name: "getprofile", Doc: "Return the profile function that was set with setprofile.", Fn: fn0(func(t *Thread) Value { return t.traceFn(false) })},
		},
		Init: initSys,
	})
}

func initSys(t *Thread, m *Module) *Exc {
	o := &t.interp.opts
	flag := func(name string) int {
		if v, ok := o.Flags[name]; ok {
			return v
		}
		switch name {
		case "hash_randomization":
			return 1
		case "int_max_str_digits":
			return defaultMaxStrDigits
		case "gil":
			if !o.NoGIL {
				return 1
			}
		}
		return 0
	}
	vals := make([]Value, len(sysFlagNames))
	for i, n := range sysFlagNames {
		switch n {
		case "dev_mode", "safe_path":
			vals[i] = Bool(flag(n) != 0)
		case "optimize", "verbose", "bytes_warning", "hash_randomization", "int_max_str_digits":
			vals[i] = IntOf(flag(n))
		default:
			// Giving it twice says no more than once.
			vals[i] = IntOf(min(flag(n), 1))
		}
	}
	m.Set("flags", sysFlagsType.New(vals...))
	t.interp.SetMaxStrDigits(flag("int_max_str_digits"))
	version := versionType.New(IntOf(PyMajor), IntOf(PyMinor), IntOf(PyMicro), strVal("final"), IntOf(0))
	m.Set("version_info", version)
	hexversion := Int64(PyMajor<<24 | PyMinor<<16 | PyMicro<<8 | 0xf0)
	m.Set("hexversion", hexversion)
	m.Set("version", strVal("3.13.1 (coachwhip "+Version+") ["+runtime.Version()+"]"))
	m.Set("copyright", strVal("Copyright (c) 2026 The Coachwhip authors.\nAll Rights Reserved.\n\nThe Python library: Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved."))
	m.Set("api_version", Int64(1013))
	m.Set("implementation", t.NewNamespace([]string{"name", "cache_tag", "version", "hexversion", "_multiarch", "supports_isolated_interpreters"},
		[]Value{strVal("coachwhip"), strVal("coachwhip-313"), version, hexversion, strVal("x86_64-linux-gnu"), True}))
	m.Set("maxsize", Int64(1<<63-1))
	m.Set("maxunicode", Int64(0x10ffff))
	m.Set("byteorder", strVal("little"))
	m.Set("platform", strVal("linux"))
	m.Set("platlibdir", strVal("lib"))
	m.Set("abiflags", strVal(""))
	m.Set("float_repr_style", strVal("short"))
	m.Set("pycache_prefix", None)
	if o.PycachePrefix != "" {
		m.Set("pycache_prefix", FSDecode(o.PycachePrefix).Value())
	}
	m.Set("_git", NewTuple(strVal("Coachwhip"), strVal(""), strVal("")).Value())
	m.Set("_framework", strVal(""))
	m.Set("float_info", floatInfoType.New(Float64(1.7976931348623157e+308), IntOf(1024), IntOf(308), Float64(2.2250738585072014e-308), IntOf(-1021), IntOf(-307), IntOf(15), IntOf(53), Float64(2.220446049250313e-16), IntOf(2), IntOf(1)))
	m.Set("int_info", intInfoType.New(IntInfo()...))
	m.Set("hash_info", hashInfoType.New(IntOf(64), Int64(hashModulus), Int64(314159), IntOf(0), Int64(1000003), strVal("siphash13"), IntOf(64), IntOf(128), IntOf(0)))
	m.Set("thread_info", threadInfoType.New(strVal("pthread"), strVal("semaphore"), strVal(runtime.Version())))
	m.Set("UnraisableHookArgs", unraisableType.Type.Value())
	m.Set("modules", t.interp.modules.Value())
	m.Set("argv", strList(o.Argv))
	m.Set("orig_argv", strList(o.OrigArgv))
	m.Set("path", strList(o.Path))
	m.Set("path_hooks", NewList(nil).Value())
	m.Set("meta_path", NewList(nil).Value())
	m.Set("path_importer_cache", NewDict().Value())
	m.Set("executable", FSDecode(o.Executable).Value())
	base := o.BaseExecutable
	if base == "" {
		base = o.Executable
	}
	m.Set("_base_executable", FSDecode(base).Value())
	for _, n := range []string{"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"} {
		m.Set(n, FSDecode(o.Prefix).Value())
	}
	m.Set("_stdlib_dir", FSDecode(o.StdlibDir).Value())
	m.Set("dont_write_bytecode", Bool(flag("dont_write_bytecode") != 0))
	m.Set("warnoptions", strList(o.WarnOptions))
	x := NewDict()
	for _, k := range o.XOrder {
		v := True
		if s := o.XOptions[k]; strings.HasPrefix(s, "=") {
			v = FSDecode(s[1:]).Value()
		}
		x.setStr(InternStr(FSDecode(k).s), v)
	}
	m.Set("_xoptions", x.Value())
	names := BuiltinModuleNames()
	bn := make([]Value, len(names))
	for i, n := range names {
		bn[i] = strVal(n)
	}
	m.Set("builtin_module_names", newTupleOwned(bn).Value())
	m.Set("stdlib_module_names", t.stdlibModuleNames())
	for _, n := range []string{"displayhook", "excepthook", "unraisablehook", "breakpointhook"} {
		m.Set("__"+n+"__", m.dict.lookup(InternStr(n)))
	}
	return nil
}

// stdlibModuleNames is sys.stdlib_module_names: the packed modules and the
// native ones.
func (t *Thread) stdlibModuleNames() Value {
	s := NewSet()
	add := func(n string) { s.addHashed(t, InternStr(n).Value(), InternStr(n).hashOf()) }
	for _, n := range BuiltinModuleNames() {
		add(n)
	}
	if lib := t.interp.opts.Library; lib != nil {
		for _, n := range lib.TopLevel() {
			add(n)
		}
	}
	s.typ, s.shape = FrozenSetType, shFrozenSet
	return s.Value()
}
