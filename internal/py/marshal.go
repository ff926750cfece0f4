package py

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/bytecode"
)

// The marshal module: CPython's format (version 4) for data, and an encoding
// of our own for code objects.

const (
	marshalVersion  = 4
	marshalMaxDepth = 2000
	marshalRef      = 0x80
)

type marshaler struct {
	b       []byte
	version int
	refs    map[*Header]uint32
}

func (m *marshaler) long(n int) { m.b = binary.LittleEndian.AppendUint32(m.b, uint32(n)) }

func (m *marshaler) bytes(c byte, b string) {
	m.b = append(m.b, c)
	m.long(len(b))
	m.b = append(m.b, b...)
}

// ref writes a back reference to an object written before, or remembers it.
func (m *marshaler) ref(v Value) (flag byte, done bool) {
	if m.version < 3 || v.p == &intTag || v.p == &floatTag {
		return 0, false
	}
	if i, ok := m.refs[v.p]; ok {
		m.b = append(m.b, 'r')
		m.long(int(i))
		return 0, true
	}
	m.refs[v.p] = uint32(len(m.refs))
	return marshalRef, false
}

func (m *marshaler) put(t *Thread, v Value, depth int) *Exc {
	if depth > marshalMaxDepth {
		return t.ValueErr("object too deeply nested to marshal")
	}
	switch {
	case v.IsNone():
		m.b = append(m.b, 'N')
		return nil
	case v == True:
		m.b = append(m.b, 'T')
		return nil
	case v == False:
		m.b = append(m.b, 'F')
		return nil
	case v == Ellipsis:
		m.b = append(m.b, '.')
		return nil
	case v == StopIteration.Value():
		m.b = append(m.b, 'S')
		return nil
	}
	flag, done := m.ref(v)
	if done {
		return nil
	}
	switch v.p.shape {
	case shInt, shBigInt:
		if n, ok := smallInt(v); ok && n >= math.MinInt32 && n <= math.MaxInt32 {
			m.b = append(m.b, 'i'|flag)
			m.long(int(n))
			return nil
		}
		m.b = append(m.b, 'l'|flag)
		b := bigOf(v)
		abs := new(big.Int).Abs(b)
		var digits []uint16
		mask := big.NewInt(0x7fff)
		for abs.Sign() > 0 {
			digits = append(digits, uint16(new(big.Int).And(abs, mask).Int64()))
			abs.Rsh(abs, 15)
		}
		n := len(digits)
		if b.Sign() < 0 {
			n = -n
		}
		m.long(n)
		for _, d := range digits {
			m.b = binary.LittleEndian.AppendUint16(m.b, d)
		}
		return nil
	case shFloat:
		m.b = append(m.b, 'g'|flag)
		m.b = binary.LittleEndian.AppendUint64(m.b, v.b)
		return nil
	case shStr:
		m.bytes('u'|flag, asStr(v).s)
		return nil
	case shBytes:
		m.bytes('s'|flag, string(asBytes(v).b))
		return nil
	case shTuple:
		items := asTuple(v).items
		if len(items) < 256 && m.version >= 4 {
			m.b = append(m.b, ')'|flag, byte(len(items)))
		} else {
			m.b = append(m.b, '('|flag)
			m.long(len(items))
		}
		return m.all(t, items, depth)
	case shList:
		items := asList(v).Snapshot(t)
		m.b = append(m.b, '['|flag)
		m.long(len(items))
		return m.all(t, items, depth)
	case shDict:
		m.b = append(m.b, '{'|flag)
		d := asDict(v).CopyOf(t)
		for p := 0; ; {
			k, x, next, ok := d.EntryAt(t, p)
			if !ok {
				break
			}
			p = next
			if err := m.put(t, k, depth+1); err != nil {
				return err
			}
			if err := m.put(t, x, depth+1); err != nil {
				return err
			}
		}
		m.b = append(m.b, '0')
		return nil
	case shSet, shFrozenSet:
		c := byte('<')
		if v.p.shape == shFrozenSet {
			c = '>'
		}
		items, err := t.Items(v)
		if err != nil {
			return err
		}
		m.b = append(m.b, c|flag)
		m.long(len(items))
		return m.all(t, items, depth)
	}
	switch v.p.typ {
	case ComplexType:
		c := asComplex(v).c
		m.b = append(m.b, 'y'|flag)
		m.b = binary.LittleEndian.AppendUint64(m.b, math.Float64bits(real(c)))
		m.b = binary.LittleEndian.AppendUint64(m.b, math.Float64bits(imag(c)))
		return nil
	case CodeType:
		b, ok := asCode(v).encode()
		if !ok {
			return t.ValueErr("unmarshallable object")
		}
		m.bytes('c'|flag, string(b))
		return nil
	}
	if v.p.typ.slots.Buffer != nil {
		b, err := t.Buffer(v, BufSimple)
		if err == nil {
			m.bytes('s'|flag, string(b.Data))
			b.Release()
			return nil
		}
	}
	return t.ValueErr("unmarshallable object")
}

func (m *marshaler) all(t *Thread, items []Value, depth int) *Exc {
	for _, x := range items {
		if err := m.put(t, x, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// encode gives the code object's compiled code, with its present file name;
// false when it was given constants that no compiled code has.
func (c *Code) encode() ([]byte, bool) {
	c.ready()
	if !allPlain(c.bc.Consts) {
		return nil, false
	}
	bc := *c.bc
	bc.Filename = c.filename.s
	return bytecode.Encode(&bc), true
}

type unmarshaler struct {
	b    []byte
	pos  int
	refs []Value
	code bool // code objects are allowed
}

func (u *unmarshaler) take(t *Thread, n int) ([]byte, *Exc) {
	if n < 0 || n > len(u.b)-u.pos {
		return nil, t.Raise(EOFError, "marshal data too short")
	}
	b := u.b[u.pos : u.pos+n]
	u.pos += n
	return b, nil
}

func (u *unmarshaler) long(t *Thread) (int, *Exc) {
	b, err := u.take(t, 4)
	if err != nil {
		return 0, err
	}
	return int(int32(binary.LittleEndian.Uint32(b))), nil
}

func (u *unmarshaler) block(t *Thread, short bool) ([]byte, *Exc) {
	if short {
		b, err := u.take(t, 1)
		if err != nil {
			return nil, err
		}
		return u.take(t, int(b[0]))
	}
	n, err := u.long(t)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, t.ValueErr("bad marshal data (bytes object size out of range)")
	}
	return u.take(t, n)
}

// get reads one object; the zero Value is the end mark of a dict.
func (u *unmarshaler) get(t *Thread, depth int) (Value, *Exc) {
	if depth > marshalMaxDepth {
		return Value{}, t.ValueErr("recursion limit exceeded")
	}
	tb, err := u.take(t, 1)
	if err != nil {
		return Value{}, t.Raise(EOFError, "EOF read where object expected")
	}
	code, flag := tb[0]&^marshalRef, tb[0]&marshalRef != 0
	slot := -1
	if flag {
		slot = len(u.refs)
		u.refs = append(u.refs, Value{})
	}
	v, err := u.body(t, code, slot, depth)
	if err == nil && slot >= 0 {
		u.refs[slot] = v
	}
	return v, err
}

func (u *unmarshaler) body(t *Thread, code byte, slot, depth int) (Value, *Exc) {
	switch code {
	case '0':
		return Value{}, nil
	case 'N':
		return None, nil
	case 'T':
		return True, nil
	case 'F':
		return False, nil
	case '.':
		return Ellipsis, nil
	case 'S':
		return StopIteration.Value(), nil
	case 'i':
		n, err := u.long(t)
		return IntOf(n), err
	case 'I':
		b, err := u.take(t, 8)
		if err != nil {
			return Value{}, err
		}
		return Int64(int64(binary.LittleEndian.Uint64(b))), nil
	case 'l':
		n, err := u.long(t)
		if err != nil {
			return Value{}, err
		}
		k := n
		if k < 0 {
			k = -k
		}
		b, err := u.take(t, 2*k)
		if err != nil {
			return Value{}, err
		}
		r := new(big.Int)
		for i := k - 1; i >= 0; i-- {
			d := binary.LittleEndian.Uint16(b[2*i:])
			if d > 0x7fff {
				return Value{}, t.ValueErr("bad marshal data (digit out of range in long)")
			}
			if i == k-1 && d == 0 {
				return Value{}, t.ValueErr("bad marshal data (unnormalized long data)")
			}
			r.Lsh(r, 15).Or(r, big.NewInt(int64(d)))
		}
		if n < 0 {
			r.Neg(r)
		}
		return NewBig(r), nil
	case 'g', 'y':
		b, err := u.take(t, 8)
		if err != nil {
			return Value{}, err
		}
		re := math.Float64frombits(binary.LittleEndian.Uint64(b))
		if code == 'g' {
			return Float64(re), nil
		}
		if b, err = u.take(t, 8); err != nil {
			return Value{}, err
		}
		return NewComplex(complex(re, math.Float64frombits(binary.LittleEndian.Uint64(b)))), nil
	case 'f', 'x':
		b, err := u.block(t, true)
		if err != nil {
			return Value{}, err
		}
		re, err := t.Call(FloatType.Value(), strVal(string(b)))
		if err != nil || code == 'f' {
			return re, err
		}
		if b, err = u.block(t, true); err != nil {
			return Value{}, err
		}
		im, err := t.Call(FloatType.Value(), strVal(string(b)))
		if err != nil {
			return Value{}, err
		}
		return NewComplex(complex(floatOf(re), floatOf(im))), nil
	case 'u', 't', 'a', 'A', 'z', 'Z':
		b, err := u.block(t, code == 'z' || code == 'Z')
		if err != nil {
			return Value{}, err
		}
		if code == 'u' || code == 'a' || code == 'z' {
			return strVal(string(b)), nil
		}
		return InternStr(string(b)).Value(), nil
	case 's':
		b, err := u.block(t, false)
		if err != nil {
			return Value{}, err
		}
		return NewBytes(append([]byte(nil), b...)).Value(), nil
	case ')', '(', '[', '<', '>':
		var n int
		if code == ')' {
			b, err := u.take(t, 1)
			if err != nil {
				return Value{}, err
			}
			n = int(b[0])
		} else {
			var err *Exc
			if n, err = u.long(t); err != nil {
				return Value{}, err
			}
			if n < 0 {
				return Value{}, t.ValueErr("bad marshal data (%s size out of range)", map[byte]string{'(': "tuple", '[': "list", '<': "set", '>': "set"}[code])
			}
		}
		var list *List
		if code == '[' {
			list = NewList(nil)
			if slot >= 0 {
				u.refs[slot] = list.Value()
			}
		}
		items := make([]Value, 0, min(n, len(u.b)-u.pos))
		for i := 0; i < n; i++ {
			x, err := u.get(t, depth+1)
			if err != nil {
				return Value{}, err
			}
			if x.p == nil {
				return Value{}, t.TypeErr("NULL object in marshal data for %s", map[byte]string{')': "tuple", '(': "tuple", '[': "list", '<': "set", '>': "set"}[code])
			}
			items = append(items, x)
		}
		switch code {
		case '[':
			list.items = items
			return list.Value(), nil
		case '<', '>':
			s := NewSet()
			for _, x := range items {
				if err := s.Add(t, x); err != nil {
					return Value{}, err
				}
			}
			if code == '>' {
				s.typ, s.shape = FrozenSetType, shFrozenSet
			}
			return s.Value(), nil
		}
		return newTupleOwned(items).Value(), nil
	case '{':
		d := NewDict()
		if slot >= 0 {
			u.refs[slot] = d.Value()
		}
		for {
			k, err := u.get(t, depth+1)
			if err != nil {
				return Value{}, err
			}
			if k.p == nil {
				return d.Value(), nil
			}
			x, err := u.get(t, depth+1)
			if err != nil {
				return Value{}, err
			}
			if x.p == nil {
				return d.Value(), nil
			}
			if err := d.Set(t, k, x); err != nil {
				return Value{}, err
			}
		}
	case 'r':
		n, err := u.long(t)
		if err != nil {
			return Value{}, err
		}
		if n < 0 || n >= len(u.refs) || u.refs[n].p == nil {
			return Value{}, t.ValueErr("bad marshal data (invalid reference)")
		}
		return u.refs[n], nil
	case 'c':
		if !u.code {
			return Value{}, t.ValueErr("unmarshalling code objects is disallowed")
		}
		b, err := u.block(t, false)
		if err != nil {
			return Value{}, err
		}
		c, derr := bytecode.Decode(b)
		if derr == nil {
			derr = bytecode.Verify(c)
		}
		if derr != nil {
			return Value{}, t.Raise(EOFError, "code object of another version")
		}
		return NewCode(c).Value(), nil
	}
	return Value{}, t.ValueErr("bad marshal data (unknown type code)")
}

func marshalDumps(t *Thread, v, version, allow Value) ([]byte, *Exc) {
	m := &marshaler{version: marshalVersion, refs: map[*Header]uint32{}}
	if version.p != nil {
		n, err := t.AsInt(version)
		if err != nil {
			return nil, err
		}
		m.version = n
	}
	if allow.p != nil {
		ok, err := t.Truth(allow)
		if err != nil {
			return nil, err
		}
		if !ok && v.p.typ == CodeType {
			return nil, t.ValueErr("marshalling code objects is disallowed")
		}
	}
	if err := m.put(t, v, 0); err != nil {
		return nil, err
	}
	return m.b, nil
}

func marshalLoads(t *Thread, b []byte, allow Value) (Value, int, *Exc) {
	u := &unmarshaler{b: b, code: true}
	if allow.p != nil {
		ok, err := t.Truth(allow)
		if err != nil {
			return Value{}, 0, err
		}
		u.code = ok
	}
	v, err := u.get(t, 0)
	if err == nil && v.p == nil {
		err = t.TypeErr("NULL object in marshal data for object")
	}
	return v, u.pos, err
}

func init() {
	RegisterModule(ModuleSpec{
		Name: "marshal",
		Doc:  "This module contains functions that can read and write Python values in\na binary format.",
		Methods: []MethodSpec{
			{Name: "dumps", Sig: "value, version=4, /, *, allow_code=True", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				b, err := marshalDumps(t, a[0], a[1], a[2])
				if err != nil {
					return Value{}, err
				}
				return NewBytes(b).Value(), nil
			})},
			{Name: "dump", Sig: "value, file, version=4, /, *, allow_code=True", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				b, err := marshalDumps(t, a[0], a[2], a[3])
				if err != nil {
					return Value{}, err
				}
				return t.CallMethod(a[1], strWrite, NewBytes(b).Value())
			})},
			{Name: "loads", Sig: "bytes, /, *, allow_code=True", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				b, err := t.Buffer(a[0], BufSimple)
				if err != nil {
					return Value{}, err
				}
				defer b.Release()
				v, _, err := marshalLoads(t, b.Data, a[1])
				return v, err
			})},
			{Name: "load", Sig: "file, /, *, allow_code=True", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
				at, err := t.CallMethodS(a[0], "tell")
				if err != nil {
					return Value{}, err
				}
				r, err := t.CallMethodS(a[0], "read")
				if err != nil {
					return Value{}, err
				}
				b, ok := ToBytes(r)
				if !ok {
					return Value{}, t.TypeErr("file.read() returned not bytes but %s", r.p.typ.name)
				}
				v, n, err := marshalLoads(t, b.b, a[1])
				if err != nil {
					return Value{}, err
				}
				p, err := t.Binary(OpAdd, at, IntOf(n))
				if err != nil {
					return Value{}, err
				}
				_, err = t.CallMethodS(a[0], "seek", p)
				return v, err
			})},
		},
		Init: func(t *Thread, m *Module) *Exc {
			m.Set("version", IntOf(marshalVersion))
			return nil
		},
	})
}
