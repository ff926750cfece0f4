package pickle

import (
	"bytes"

	"github.com/coachwhip/coachwhip/internal/py"
)

// unpickler is an Unpickler. in is what has been read of the input and pos how
// far it is used; ahead tells that what lies behind peeked was only peeked at,
// so that the file still has to be moved over it.
type unpickler struct {
	py.Header
	owner
	ready  bool
	in     []byte
	pos    int
	peeked int // where the part of in that was only peeked at begins; -1: none
	shared bool

	read, readline, readinto, peek py.Value

	stack []py.Value
	marks []int
	fence int // the top mark, below which operands may not be taken
	memo  loadMemo
	proto int

	persistentLoad py.Value
	fix            bool
	encoding, errs string
	buffers        py.Value // iterator, nil: none
	st             *state
	sub            bool // of a subclass: find_class may be overridden
	// finder replaces findClass when not nil.
	finder func(t *py.Thread, module, name py.Value) (py.Value, *py.Exc)
}

var unpicklerType = new(py.Type)

func asUnpickler(v py.Value) *unpickler { return (*unpickler)(v.Ptr()) }

func newUnpickler(cls *py.Type) *unpickler {
	u := &unpickler{peeked: -1}
	u.InitHeader(cls)
	return u
}

// textArg converts an argument that CPython declares as a C string.
func textArg(t *py.Thread, fn, name string, v py.Value, def string) (string, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	s, ok := py.ToStr(v)
	if !ok {
		return "", t.TypeErr("%s() argument '%s' must be str, not %s", fn, name, py.ArgTypeName(v))
	}
	if bytes.IndexByte([]byte(s.String()), 0) >= 0 {
		return "", t.ValueErr("embedded null character")
	}
	return s.String(), nil
}

func (u *unpickler) init(t *py.Thread, fn string, fix, enc, errs, buffers py.Value) (err *py.Exc) {
	u.fix = true
	if !fix.IsNil() {
		if u.fix, err = t.Truth(fix); err != nil {
			return err
		}
	}
	if u.encoding, err = textArg(t, fn, "encoding", enc, "ASCII"); err != nil {
		return err
	}
	if u.errs, err = textArg(t, fn, "errors", errs, "strict"); err != nil {
		return err
	}
	u.buffers = py.Value{}
	if !buffers.IsNil() && !buffers.IsNone() {
		if u.buffers, err = t.Iter(buffers); err != nil {
			return err
		}
	}
	u.st = stateOf(t)
	u.ready = true
	return nil
}

var (
	strRead           = py.InternStr("read")
	strReadline       = py.InternStr("readline")
	strReadinto       = py.InternStr("readinto")
	strPeek           = py.InternStr("peek")
	strFindClass      = py.InternStr("find_class")
	strPersistentLoad = py.InternStr("persistent_load")
)

func (u *unpickler) setFile(t *py.Thread, file py.Value) *py.Exc {
	for _, x := range [...]struct {
		name *py.Str
		to   *py.Value
	}{{strPeek, &u.peek}, {strReadinto, &u.readinto}, {strRead, &u.read}, {strReadline, &u.readline}} {
		f, err := t.GetAttrOpt(file, x.name)
		if err != nil {
			return err
		}
		*x.to = f
	}
	if u.readline.IsNil() || u.read.IsNil() {
		u.read = py.Value{}
		return t.TypeErr("file must have 'read' and 'readline' attributes")
	}
	return nil
}

func (u *unpickler) truncated(t *py.Thread) *py.Exc {
	return t.Raise(unpicklingError, "pickle data was truncated")
}

// bytesResult checks what a method of the file returned.
func bytesResult(t *py.Thread, v py.Value) ([]byte, *py.Exc) {
	if b, ok := py.ToBytes(v); ok {
		return b.Bytes(), nil
	}
	if !py.IsBytesLike(v) {
		r, err := t.Repr(v)
		if err != nil {
			return nil, err
		}
		return nil, t.ValueErr("read() returned non-bytes object (%s)", r.String())
	}
	var out []byte
	err := t.BytesLike(v, func(b []byte) *py.Exc {
		out = append(out, b...)
		return nil
	})
	return out, err
}

// consume moves the file over what was used of the bytes peeked at.
func (u *unpickler) consume(t *py.Thread) *py.Exc {
	if u.peeked < 0 {
		return nil
	}
	n := u.pos - u.peeked
	u.in, u.pos, u.peeked = nil, 0, -1
	if n <= 0 {
		return nil
	}
	_, err := t.Call(u.read, py.IntOf(n))
	return err
}

// maxAhead is the largest piece that is asked of a file at once on the word of
// the input alone.
const maxAhead = 16 << 20

// fill gets n bytes from the file, at least as many as there are.
func (u *unpickler) fill(t *py.Thread, n int) *py.Exc {
	rest := []byte(nil)
	if u.peeked < 0 {
		rest = u.in[u.pos:]
	}
	if err := u.consume(t); err != nil {
		return err
	}
	if len(rest) == 0 && !u.peek.IsNil() && n < prefetchSize {
		v, err := t.Call(u.peek, py.IntOf(prefetchSize))
		switch {
		case err == nil:
			b, err := bytesResult(t, v)
			if err != nil {
				return err
			}
			u.in, u.pos, u.peeked = b, 0, 0
			if len(b) >= n {
				return nil
			}
			u.in, u.peeked = nil, -1
		case err.Is(py.NotImplementedError):
			u.peek = py.Value{}
		default:
			return err
		}
	}
	u.in, u.pos = rest, 0
	for n -= len(rest); n > 0; {
		k := min(n, maxAhead)
		v, err := t.Call(u.read, py.IntOf(k))
		if err != nil {
			return err
		}
		b, err := bytesResult(t, v)
		if err != nil {
			return err
		}
		if len(u.in) == 0 {
			u.in = b
		} else {
			u.in = append(u.in[:len(u.in):len(u.in)], b...)
		}
		n -= len(b)
		if len(b) < k {
			break
		}
	}
	return nil
}

// next returns the next n bytes of the input; they are valid until the next read.
func (u *unpickler) next(t *py.Thread, n int) ([]byte, *py.Exc) {
	if uint(n) <= uint(len(u.in)-u.pos) {
		b := u.in[u.pos : u.pos+n : u.pos+n]
		u.pos += n
		return b, nil
	}
	if n < 0 {
		return nil, t.Raise(unpicklingError, "read would overflow (invalid bytecode)")
	}
	if u.read.IsNil() {
		return nil, u.truncated(t)
	}
	if err := u.fill(t, n); err != nil {
		return nil, err
	}
	if len(u.in)-u.pos < n {
		return nil, u.truncated(t)
	}
	b := u.in[u.pos : u.pos+n : u.pos+n]
	u.pos += n
	return b, nil
}

// line returns the next line with its end.
func (u *unpickler) line(t *py.Thread) ([]byte, *py.Exc) {
	if i := bytes.IndexByte(u.in[u.pos:], '\n'); i >= 0 {
		b := u.in[u.pos : u.pos+i+1]
		u.pos += i + 1
		return b, nil
	}
	if u.read.IsNil() {
		return nil, u.truncated(t)
	}
	rest := []byte(nil)
	if u.peeked < 0 {
		rest = append(rest, u.in[u.pos:]...)
	}
	if err := u.consume(t); err != nil {
		return nil, err
	}
	u.in, u.pos = nil, 0
	v, err := t.Call(u.readline)
	if err != nil {
		return nil, err
	}
	b, err := bytesResult(t, v)
	if err != nil {
		return nil, err
	}
	rest = append(rest, b...)
	if len(rest) == 0 || rest[len(rest)-1] != '\n' {
		return nil, u.truncated(t)
	}
	return rest, nil
}

// payload reads n bytes into memory of their own. What the input claims is
// believed piece by piece only.
func (u *unpickler) payload(t *py.Thread, n int) ([]byte, *py.Exc) {
	have := len(u.in) - u.pos
	if have >= n {
		out := make([]byte, n)
		copy(out, u.in[u.pos:])
		u.pos += n
		return out, nil
	}
	if u.read.IsNil() {
		return nil, u.truncated(t)
	}
	out := make([]byte, 0, min(n, maxAhead))
	out = append(out, u.in[u.pos:]...)
	u.pos = len(u.in)
	if err := u.consume(t); err != nil {
		return nil, err
	}
	u.in, u.pos = nil, 0
	for len(out) < n {
		k := min(n-len(out), maxAhead)
		if u.readinto.IsNil() {
			v, err := t.Call(u.read, py.IntOf(k))
			if err != nil {
				return nil, err
			}
			b, err := bytesResult(t, v)
			if err != nil {
				return nil, err
			}
			out = append(out, b...)
			if len(b) < k {
				break
			}
			continue
		}
		piece := make([]byte, k)
		view := t.NewBytesView(py.None, piece, false)
		r, err := t.Call(u.readinto, view.Value())
		if err != nil {
			return nil, err
		}
		m, err := t.SizeArg(r)
		if err != nil {
			return nil, err
		}
		if m < 0 {
			return nil, t.ValueErr("readinto() returned negative size")
		}
		out = append(out, piece[:min(m, k)]...)
		if m < k {
			break
		}
	}
	if len(out) < n {
		return nil, u.truncated(t)
	}
	return out[:n:n], nil
}

// load reads one pickle.
func (u *unpickler) load(t *py.Thread) (py.Value, *py.Exc) {
	u.stack, u.marks, u.fence, u.proto = u.stack[:0], u.marks[:0], 0, 0
	v, err := u.run(t)
	clear(u.stack[:cap(u.stack)])
	u.stack = u.stack[:0]
	if err != nil {
		return py.Value{}, err
	}
	if err := u.consume(t); err != nil {
		return py.Value{}, err
	}
	return v, nil
}

func loadMethod(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	u := asUnpickler(self)
	if !u.ready {
		return py.Value{}, t.Raise(unpicklingError, "Unpickler.__init__() was not called by %s.__init__()", self.Type().Name())
	}
	if err := u.enter(t); err != nil {
		return py.Value{}, err
	}
	defer u.leave()
	if u.depth > 1 {
		// A load inside of a load of the same unpickler has a stack of its own.
		stack, marks, fence, proto := u.stack, u.marks, u.fence, u.proto
		u.stack, u.marks = nil, nil
		defer func() { u.stack, u.marks, u.fence, u.proto = stack, marks, fence, proto }()
	}
	u.persistentLoad, u.sub = py.Value{}, false
	if self.Type() != unpicklerType {
		u.sub = true
		f, err := t.GetAttr(self, strPersistentLoad)
		if err != nil {
			return py.Value{}, err
		}
		if _, name := py.NativeName(f); name != "persistent_load" {
			u.persistentLoad = f
		}
	}
	return u.load(t)
}

var unpicklerSig = py.ParseSignature("file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()")

func registerUnpickler() {
	py.RegisterType(py.TypeSpec{
		Type: unpicklerType, Name: "_pickle.Unpickler", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[unpickler](),
		Doc: "This takes a binary file for reading a pickle data stream.",
		Sig: "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, _ py.Args) (py.Value, *py.Exc) {
				u := py.AllocFor[unpickler](t, cls)
				u.peeked = -1
				return py.FromHeader(&u.Header), nil
			},
			Init: func(t *py.Thread, self py.Value, args py.Args) *py.Exc {
				var a [5]py.Value
				if err := unpicklerSig.Bind(t, "Unpickler", args, a[:]); err != nil {
					return err
				}
				u := asUnpickler(self)
				if err := u.enter(t); err != nil {
					return err
				}
				defer u.leave()
				u.ready = false
				if err := u.setFile(t, a[0]); err != nil {
					return err
				}
				u.in, u.pos, u.peeked = nil, 0, -1
				u.memo.clear()
				return u.init(t, "Unpickler", a[1], a[2], a[3], a[4])
			},
		},
		Methods: []py.MethodSpec{
			{Name: "persistent_load", Sig: "pid, /", Fn: py.Fn1(func(t *py.Thread, _, _ py.Value) (py.Value, *py.Exc) {
				return py.Value{}, errNoPersistent(t)
			})},
			{Name: "load", Sig: "", Doc: "Load a pickle.\n\nRead a pickled object representation from the open file object given\nin the constructor, and return the reconstituted object hierarchy\nspecified therein.", Fn: py.Fn0(loadMethod)},
			{Name: "find_class", Sig: "module_name, global_name, /", Doc: "Return an object from a specified module.\n\nIf necessary, the module will be imported. Subclasses may override\nthis method (e.g. to restrict unpickling of arbitrary classes and\nfunctions).", Fn: py.FnRaw(func(t *py.Thread, self py.Value, args py.Args) (py.Value, *py.Exc) {
				if err := args.NoKeywords(t, "Unpickler.find_class()"); err != nil {
					return py.Value{}, err
				}
				if n := args.Len(); n != 2 {
					return py.Value{}, t.TypeErr("find_class() takes exactly 2 positional arguments (%d given)", n)
				}
				u := asUnpickler(self)
				if u.st == nil {
					u.st = stateOf(t)
				}
				return u.findClass(t, args.Pos()[0], args.Pos()[1])
			})},
			{Name: "__sizeof__", Sig: "", Doc: "Returns size in memory, in bytes.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				u := asUnpickler(v)
				return py.IntOf(384 + 16*cap(u.memo.dense) + 8*cap(u.marks)), nil
			})},
		},
		GetSet: []py.GetSetSpec{{Name: "memo",
			Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				m := &memoProxy{u: asUnpickler(v)}
				m.InitHeader(unpicklerMemoType)
				return py.FromHeader(&m.Header), nil
			},
			Set: setUnpicklerMemo,
		}},
	})
}

func setUnpicklerMemo(t *py.Thread, v, val py.Value) *py.Exc {
	if val.IsNil() {
		return t.TypeErr("attribute deletion is not supported")
	}
	var m loadMemo
	if val.Type() == unpicklerMemoType {
		from := (*memoProxy)(val.Ptr()).u
		if err := from.enter(t); err != nil {
			return err
		}
		m = from.memo.clone()
		from.leave()
	} else if d, ok := py.ToDict(val); ok {
		for pos := 0; ; {
			k, x, next, ok := d.EntryAt(t, pos)
			if !ok {
				break
			}
			pos = next
			if !py.IsInt(k) {
				return t.TypeErr("memo key must be integers")
			}
			n, err := t.SizeArg(k)
			if err != nil {
				return err
			}
			if n < 0 {
				return t.ValueErr("memo key must be positive integers.")
			}
			m.put(n, x)
		}
	} else {
		return t.TypeErr("'memo' attribute must be an UnpicklerMemoProxy object or dict, not %s", val.Type().Name())
	}
	u := asUnpickler(v)
	if err := u.enter(t); err != nil {
		return err
	}
	u.memo = m
	u.leave()
	return nil
}

func errNoPersistent(t *py.Thread) *py.Exc {
	return t.Raise(unpicklingError, "A load persistent id instruction was encountered, but no persistent_load function was specified.")
}
