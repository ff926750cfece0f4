package pickle

import (
	"encoding/binary"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/py"
)

// pickler is a Pickler. The output collects in out; with a file, what belongs
// to finished frames is written as it grows.
type pickler struct {
	py.Header
	owner
	ready bool
	out   []byte
	// frame is where the header of the open frame lies in out, -1: no frame.
	frame   int
	framing bool
	memo    memoTable
	proto   int
	bin     int
	fast    int
	compat  bool // use the names of Python 2 (fix_imports)
	depth   int

	write          py.Value // the file's write method; nil: dumps
	callback       py.Value // buffer_callback
	dispatchTable  py.Value
	persistentID   py.Value // of the running dump, nil: none
	reduceOverride py.Value
	fastNesting    int
	fastMemo       []py.Value
	st             *state
}

var picklerType = new(py.Type)

func asPickler(v py.Value) *pickler { return (*pickler)(v.Ptr()) }

func newPickler(cls *py.Type) *pickler {
	p := &pickler{frame: -1}
	p.InitHeader(cls)
	return p
}

// init sets up the pickler from the constructor's arguments but the file.
func (p *pickler) init(t *py.Thread, proto, fix, callback py.Value) *py.Exc {
	p.proto = defaultProtocol
	if !proto.IsNil() && !proto.IsNone() {
		n, err := t.AsInt(proto)
		if err != nil {
			return err
		}
		if n < 0 {
			n = highestProtocol
		}
		if n > highestProtocol {
			return t.ValueErr("pickle protocol must be <= %d", highestProtocol)
		}
		p.proto = n
	}
	p.bin = 0
	if p.proto > 0 {
		p.bin = 1
	}
	p.compat = p.proto < 3
	if !fix.IsNil() {
		yes, err := t.Truth(fix)
		if err != nil {
			return err
		}
		p.compat = p.compat && yes
	}
	p.callback = py.Value{}
	if !callback.IsNil() && !callback.IsNone() {
		if p.proto < 5 {
			return t.ValueErr("buffer_callback needs protocol >= 5")
		}
		p.callback = callback
	}
	p.st = stateOf(t)
	p.ready = true
	return nil
}

var strWrite = py.InternStr("write")

func (p *pickler) setFile(t *py.Thread, file py.Value) *py.Exc {
	w, err := t.GetAttrOpt(file, strWrite)
	if err != nil {
		return err
	}
	if w.IsNil() {
		return t.TypeErr("file must have a 'write' attribute")
	}
	p.write = w
	return nil
}

// dump pickles obj into out.
func (p *pickler) dump(t *py.Thread, obj py.Value) *py.Exc {
	if p.proto >= 2 {
		p.out = append(p.out, opProto, byte(p.proto))
		p.framing = p.proto >= 4
	}
	err := p.save(t, obj, false)
	if err == nil {
		p.op(opStop)
		p.endFrame()
	}
	p.framing = false
	return err
}

// flush hands the output to the file.
func (p *pickler) flush(t *py.Thread) *py.Exc {
	b := py.CopyBytes(p.out).Value()
	p.out = p.out[:0]
	_, err := t.Call(p.write, b)
	return err
}

// beginFrame makes room for the header of a frame when one is due.
func (p *pickler) beginFrame() {
	if p.framing && p.frame < 0 {
		p.frame = len(p.out)
		p.out = append(p.out, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	}
}

func (p *pickler) op(b byte) {
	if p.framing && p.frame < 0 {
		p.beginFrame()
	}
	p.out = append(p.out, b)
}

func (p *pickler) emit(b ...byte) {
	if p.framing && p.frame < 0 {
		p.beginFrame()
	}
	p.out = append(p.out, b...)
}

func (p *pickler) text(op byte, s string) {
	p.op(op)
	p.out = append(p.out, s...)
	p.out = append(p.out, '\n')
}

// endFrame fills in the header of the open frame, or drops it when the frame
// is too small to deserve one.
func (p *pickler) endFrame() {
	if !p.framing || p.frame < 0 {
		return
	}
	n := len(p.out) - p.frame - frameHeaderSize
	if n >= frameSizeMin {
		p.out[p.frame] = opFrame
		binary.LittleEndian.PutUint64(p.out[p.frame+1:], uint64(n))
	} else {
		copy(p.out[p.frame:], p.out[p.frame+frameHeaderSize:])
		p.out = p.out[:len(p.out)-frameHeaderSize]
	}
	p.frame = -1
}

// boundary ends a frame that is large enough, between two opcodes.
func (p *pickler) boundary(t *py.Thread) *py.Exc {
	if !p.framing || p.frame < 0 || len(p.out)-p.frame-frameHeaderSize < frameSizeTarget {
		return nil
	}
	p.endFrame()
	if p.write.IsNil() {
		return nil
	}
	return p.flush(t)
}

// payload writes the bytes of a string-like object behind their header; large
// ones go outside of frames and straight into the file. obj is what the file
// gets, when it is bytes already.
func (p *pickler) payload(t *py.Thread, header, data []byte, obj py.Value) *py.Exc {
	if len(data) < frameSizeTarget {
		p.emit(header...)
		p.out = append(p.out, data...)
		return nil
	}
	framing := p.framing
	p.endFrame()
	p.framing = false
	defer func() { p.framing = framing }()
	p.out = append(p.out, header...)
	if p.write.IsNil() {
		p.out = append(p.out, data...)
		return nil
	}
	if err := p.flush(t); err != nil {
		return err
	}
	if obj.IsNil() {
		obj = py.CopyBytes(data).Value()
	}
	_, err := t.Call(p.write, obj)
	return err
}

// put numbers obj and writes the opcode that makes the unpickler do the same.
func (p *pickler) put(obj py.Value) {
	if p.fast != 0 {
		return
	}
	n := len(p.memo.entries)
	p.memo.set(obj, n)
	switch {
	case p.proto >= 4:
		p.op(opMemoize)
	case p.bin == 0:
		p.text(opPut, itoa(n))
	case n < 256:
		p.emit(opBinPut, byte(n))
	default:
		p.emit(opLongBinPut, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
}

// get writes the opcode that fetches object number n.
func (p *pickler) get(n int) {
	switch {
	case p.bin == 0:
		p.text(opGet, itoa(n))
	case n < 256:
		p.emit(opBinGet, byte(n))
	default:
		p.emit(opLongBinGet, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
}

func itoa(n int) string {
	var b [20]byte
	i := len(b)
	for {
		i--
		b[i] = byte('0' + n%10)
		if n /= 10; n == 0 {
			return string(b[i:])
		}
	}
}

var (
	strPersistentID    = py.InternStr("persistent_id")
	strReducerOverride = py.InternStr("reducer_override")
	strDispatchTable   = py.InternStr("dispatch_table")
)

// dumpMethod is Pickler.dump.
func dumpMethod(t *py.Thread, self, obj py.Value) (py.Value, *py.Exc) {
	p := asPickler(self)
	if !p.ready {
		return py.Value{}, t.Raise(picklingError, "Pickler.__init__() was not called by %s.__init__()", self.Type().Name())
	}
	if err := p.enter(t); err != nil {
		return py.Value{}, err
	}
	defer p.leave()
	p.out, p.frame = p.out[:0], -1
	p.persistentID, p.reduceOverride = py.Value{}, py.Value{}
	if self.Type() != picklerType {
		if self.Type().Lookup(strPersistentID) != picklerType.Lookup(strPersistentID) || t.HasInstAttrs(self) {
			f, err := t.GetAttr(self, strPersistentID)
			if err != nil {
				return py.Value{}, err
			}
			if _, name := py.NativeName(f); name != "persistent_id" {
				p.persistentID = f
			}
		}
		f, err := t.GetAttrOpt(self, strReducerOverride)
		if err != nil {
			return py.Value{}, err
		}
		p.reduceOverride = f
		if p.dispatchTable.IsNil() {
			if p.dispatchTable, err = t.GetAttrOpt(self, strDispatchTable); err != nil {
				return py.Value{}, err
			}
			defer func() { p.dispatchTable = py.Value{} }()
		}
	}
	err := p.dump(t, obj)
	p.persistentID, p.reduceOverride = py.Value{}, py.Value{}
	if err != nil {
		return py.Value{}, err
	}
	return py.None, p.flush(t)
}

var picklerSig = py.ParseSignature("file, protocol=None, fix_imports=True, buffer_callback=None")

// intMember is an attribute that CPython keeps as a C int.
func intMember(name, doc string, at func(p *pickler) *int) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Doc: doc,
		Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(*at(asPickler(v))), nil },
		Set: func(t *py.Thread, v, val py.Value) *py.Exc {
			if val.IsNil() {
				return t.TypeErr("can't delete numeric/char attribute")
			}
			n, err := t.CLong(val)
			if err != nil {
				return err
			}
			*at(asPickler(v)) = int(int32(n))
			return nil
		}}
}

func registerPickler() {
	py.RegisterType(py.TypeSpec{
		Type: picklerType, Name: "_pickle.Pickler", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[pickler](),
		Doc: "This takes a binary file for writing a pickle data stream.",
		Sig: "file, protocol=None, fix_imports=True, buffer_callback=None",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, _ py.Args) (py.Value, *py.Exc) {
				p := py.AllocFor[pickler](t, cls)
				p.frame = -1
				return py.FromHeader(&p.Header), nil
			},
			Init: func(t *py.Thread, self py.Value, args py.Args) *py.Exc {
				var a [4]py.Value
				if err := picklerSig.Bind(t, "Pickler", args, a[:]); err != nil {
					return err
				}
				p := asPickler(self)
				if err := p.enter(t); err != nil {
					return err
				}
				defer p.leave()
				p.ready = false
				if err := p.init(t, a[1], a[2], a[3]); err != nil {
					p.ready = false
					return err
				}
				if err := p.setFile(t, a[0]); err != nil {
					p.ready = false
					return err
				}
				p.memo.clear()
				p.out, p.frame, p.fast, p.fastNesting, p.fastMemo = nil, -1, 0, 0, nil
				return nil
			},
		},
		Methods: []py.MethodSpec{
			{Name: "persistent_id", Sig: "obj, /", Fn: py.Fn1(func(t *py.Thread, _, _ py.Value) (py.Value, *py.Exc) { return py.None, nil })},
			{Name: "dump", Sig: "obj, /", Doc: "Write a pickled representation of the given object to the open file.", Fn: py.Fn1(dumpMethod)},
			{Name: "clear_memo", Sig: "", Doc: "Clears the pickler's \"memo\".\n\nThe memo is the data structure that remembers which objects the\npickler has already seen, so that shared or recursive objects are\npickled by reference and not by value.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				p := asPickler(v)
				if err := p.enter(t); err != nil {
					return py.Value{}, err
				}
				p.memo.clear()
				p.leave()
				return py.None, nil
			})},
			{Name: "__sizeof__", Sig: "", Doc: "Returns size in memory, in bytes.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				p := asPickler(v)
				return py.IntOf(288 + cap(p.out) + 24*cap(p.memo.entries) + 4*cap(p.memo.index)), nil
			})},
		},
		Members: []py.GetSetSpec{
			intMember("bin", "", func(p *pickler) *int { return &p.bin }),
			intMember("fast", "", func(p *pickler) *int { return &p.fast }),
			{Name: "dispatch_table",
				Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
					if d := asPickler(v).dispatchTable; !d.IsNil() {
						return d, nil
					}
					return py.Value{}, t.AttrErr(v, strDispatchTable)
				},
				Set: func(t *py.Thread, v, val py.Value) *py.Exc {
					p := asPickler(v)
					if val.IsNil() && p.dispatchTable.IsNil() {
						return t.Raise(py.AttributeError, "dispatch_table")
					}
					p.dispatchTable = val
					return nil
				}},
		},
		GetSet: []py.GetSetSpec{{Name: "memo",
			Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				m := &memoProxy{p: asPickler(v)}
				m.InitHeader(picklerMemoType)
				return py.FromHeader(&m.Header), nil
			},
			Set: setPicklerMemo,
		}},
	})
}

func setPicklerMemo(t *py.Thread, v, val py.Value) *py.Exc {
	p := asPickler(v)
	if val.IsNil() {
		return t.TypeErr("attribute deletion is not supported")
	}
	var m memoTable
	if val.Type() == picklerMemoType {
		from := (*memoProxy)(val.Ptr()).p
		if err := from.enter(t); err != nil {
			return err
		}
		m = from.memo.clone()
		from.leave()
	} else if d, ok := py.ToDict(val); ok {
		for pos := 0; ; {
			_, x, next, ok := d.EntryAt(t, pos)
			if !ok {
				break
			}
			pos = next
			pair, ok := py.ToTuple(x)
			if !ok || len(pair.Items()) != 2 {
				return t.TypeErr("'memo' values must be 2-item tuples")
			}
			n, err := t.AsInt(pair.Items()[0])
			if err != nil {
				return err
			}
			m.set(pair.Items()[1], n)
		}
	} else {
		return t.TypeErr("'memo' attribute must be a PicklerMemoProxy object or dict, not %s", val.Type().Name())
	}
	if err := p.enter(t); err != nil {
		return err
	}
	p.memo = m
	p.leave()
	return nil
}

// rawUnicodeEscape is the text of a str in protocol 0.
func rawUnicodeEscape(s string) []byte {
	const hex = "0123456789abcdef"
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = decodeRune(s[i:])
		}
		i += n
		switch {
		case r > 0xffff:
			out = append(out, '\\', 'U')
			for sh := 28; sh >= 0; sh -= 4 {
				out = append(out, hex[r>>sh&15])
			}
		case r > 0xff || r == '\\' || r == 0 || r == '\n' || r == '\r' || r == 0x1a:
			out = append(out, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			out = append(out, byte(r))
		}
	}
	return out
}

// decodeRune decodes one code point of WTF-8 text, lone surrogates included.
func decodeRune(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n <= 1 && len(s) >= 3 {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return r, n
}
