package pickle

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/py"
)

// maxDepth bounds how deeply objects may nest.
const maxDepth = 5000

// save pickles one object. plain leaves out the question for a persistent id.
func (p *pickler) save(t *py.Thread, obj py.Value, plain bool) *py.Exc {
	// Objects without parts need no account of the depth.
	tp := obj.Type()
	if p.frame >= 0 && len(p.out)-p.frame >= frameSizeTarget {
		if err := p.boundary(t); err != nil {
			return err
		}
	}
	if p.persistentID.IsNil() || plain {
		switch tp {
		case py.IntType:
			return p.saveInt(t, obj)
		case py.StrType:
			if n := p.memo.get(obj); n >= 0 {
				p.get(n)
				return nil
			}
			s, _ := py.ToStr(obj)
			return p.saveStr(t, s)
		}
	}
	p.depth++
	var err *py.Exc
	switch {
	case p.depth > maxDepth:
		err = t.Raise(py.RecursionError, "maximum recursion depth exceeded while pickling an object")
	case p.depth%5 == 0:
		if err = t.EnterRecursive(" while pickling an object"); err == nil {
			err = p.saveDeep(t, obj, tp, plain)
			t.LeaveRecursive()
		}
	default:
		err = p.saveDeep(t, obj, tp, plain)
	}
	p.depth--
	return err
}

// saveDeep is save with the depth accounted for.
func (p *pickler) saveDeep(t *py.Thread, obj py.Value, tp *py.Type, plain bool) *py.Exc {
	if !p.persistentID.IsNil() && !plain {
		done, err := p.savePersistent(t, obj)
		if done || err != nil {
			return err
		}
	}
	switch tp {
	case py.IntType:
		return p.saveInt(t, obj)
	case py.FloatType:
		return p.saveFloat(t, obj)
	case py.BoolType:
		p.saveBool(obj == py.True)
		return nil
	}
	if obj.IsNone() {
		p.op(opNone)
		return nil
	}
	if n := p.memo.get(obj); n >= 0 {
		p.get(n)
		return nil
	}
	switch tp {
	case py.StrType:
		s, _ := py.ToStr(obj)
		return p.saveStr(t, s)
	case py.BytesType:
		b, _ := py.ToBytes(obj)
		return p.saveBytes(t, obj, b.Bytes())
	case py.DictType:
		return p.saveDict(t, obj)
	case py.ListType:
		return p.saveList(t, obj)
	case py.TupleType:
		tup, _ := py.ToTuple(obj)
		return p.saveTuple(t, obj, tup.Items())
	case py.SetType:
		return p.saveSet(t, obj)
	case py.FrozenSetType:
		return p.saveFrozenSet(t, obj)
	case py.ByteArrayType:
		return p.saveByteArray(t, obj)
	case bufferType:
		return p.savePickleBuffer(t, obj)
	default:
		return p.saveOther(t, obj)
	}
}

// savePersistent asks for the persistent id of obj and writes it, if there is one.
func (p *pickler) savePersistent(t *py.Thread, obj py.Value) (bool, *py.Exc) {
	id, err := t.Call(p.persistentID, obj)
	if err != nil || id.IsNone() {
		return false, err
	}
	if p.bin != 0 {
		if err := p.save(t, id, true); err != nil {
			return false, err
		}
		p.op(opBinPersID)
		return true, nil
	}
	s, err := t.StrOf(id)
	if err != nil {
		return false, err
	}
	if !s.ASCII() {
		return false, t.Raise(picklingError, "persistent IDs in protocol 0 must be ASCII strings")
	}
	p.text(opPersID, s.String())
	return true, nil
}

func (p *pickler) saveBool(b bool) {
	switch {
	case p.proto >= 2 && b:
		p.op(opNewTrue)
	case p.proto >= 2:
		p.op(opNewFalse)
	case b:
		p.text(opInt, "01")
	default:
		p.text(opInt, "00")
	}
}

func (p *pickler) saveInt(t *py.Thread, v py.Value) *py.Exc {
	n, small := v.Small()
	if small && n == int64(int32(n)) {
		switch {
		case p.bin == 0:
			s, err := py.IntText(t, v)
			if err != nil {
				return err
			}
			p.text(opInt, s)
		case n >= 0 && n < 1<<8:
			p.emit(opBinInt1, byte(n))
		case n >= 0 && n < 1<<16:
			p.emit(opBinInt2, byte(n), byte(n>>8))
		default:
			p.emit(opBinInt, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
		}
		return nil
	}
	if p.proto < 2 {
		s, err := py.IntText(t, v)
		if err != nil {
			return err
		}
		p.text(opLong, s+"L")
		return nil
	}
	var data []byte
	if small {
		var b [8]byte
		binary.LittleEndian.PutUint64(b[:], uint64(n))
		k := 8
		for k > 1 && (b[k-1] == 0 && b[k-2] < 0x80 || b[k-1] == 0xff && b[k-2] >= 0x80) {
			k--
		}
		p.emit(opLong1, byte(k))
		p.out = append(p.out, b[:k]...)
		return nil
	}
	data = twosComplement(py.BigOf(v))
	if len(data) < 256 {
		p.emit(opLong1, byte(len(data)))
	} else if len(data) <= math.MaxInt32 {
		p.emit(opLong4)
		p.out = binary.LittleEndian.AppendUint32(p.out, uint32(len(data)))
	} else {
		return t.Raise(py.OverflowError, "int too large to pickle")
	}
	p.out = append(p.out, data...)
	return nil
}

// twosComplement is the shortest little-endian two's complement form of b.
func twosComplement(b *big.Int) []byte {
	if b.Sign() >= 0 {
		d := b.Bytes()
		if len(d) == 0 || d[0] >= 0x80 {
			d = append([]byte{0}, d...)
		}
		reverse(d)
		return d
	}
	n := (new(big.Int).Not(b).BitLen())/8 + 1
	m := new(big.Int).Lsh(big.NewInt(1), uint(n)*8)
	d := m.Add(m, b).FillBytes(make([]byte, n))
	reverse(d)
	return d
}

func reverse(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

func (p *pickler) saveFloat(t *py.Thread, v py.Value) *py.Exc {
	if p.bin == 0 {
		s, err := t.Repr(v)
		if err != nil {
			return err
		}
		p.text(opFloat, s.String())
		return nil
	}
	p.op(opBinFloat)
	p.out = binary.BigEndian.AppendUint64(p.out, math.Float64bits(py.FloatOf(v)))
	return nil
}

func (p *pickler) saveStr(t *py.Thread, s *py.Str) *py.Exc {
	text := s.String()
	n := len(text)
	var h [9]byte
	switch {
	case p.bin == 0:
		p.op(opUnicode)
		p.out = append(p.out, rawUnicodeEscape(text)...)
		p.out = append(p.out, '\n')
	case n <= 0xff && p.proto >= 4:
		p.emit(opShortBinUnicode, byte(n))
		p.out = append(p.out, text...)
	case n < frameSizeTarget:
		h[0] = opBinUnicode
		binary.LittleEndian.PutUint32(h[1:], uint32(n))
		p.emit(h[:5]...)
		p.out = append(p.out, text...)
	default:
		k := 5
		if n <= math.MaxUint32 {
			h[0] = opBinUnicode
			binary.LittleEndian.PutUint32(h[1:], uint32(n))
		} else if p.proto >= 4 {
			h[0], k = opBinUnicode8, 9
			binary.LittleEndian.PutUint64(h[1:], uint64(n))
		} else {
			return t.Raise(py.OverflowError, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher")
		}
		if err := p.payload(t, h[:k], []byte(text), py.Value{}); err != nil {
			return err
		}
	}
	p.put(s.Value())
	return nil
}

func (p *pickler) saveBytes(t *py.Thread, obj py.Value, b []byte) *py.Exc {
	if p.proto >= 3 {
		return p.bytesData(t, obj, b)
	}
	// Python 2 has no bytes: make them from a str again.
	if len(b) == 0 {
		return p.saveReduce(t, py.NewTuple(py.BytesType.Value(), py.NewTuple().Value()), obj)
	}
	s, err := t.Decode(b, "latin-1", "strict")
	if err != nil {
		return err
	}
	return p.saveReduce(t, py.NewTuple(p.st.codecsEncode, py.NewTuple(s.Value(), latin1).Value()), obj)
}

var latin1 = py.InternStr("latin1").Value()

func (p *pickler) bytesData(t *py.Thread, obj py.Value, b []byte) *py.Exc {
	var h [9]byte
	k := 2
	switch n := len(b); {
	case n <= 0xff:
		h[0], h[1] = opShortBinBytes, byte(n)
	case n <= math.MaxUint32:
		h[0], k = opBinBytes, 5
		binary.LittleEndian.PutUint32(h[1:], uint32(n))
	case p.proto >= 4:
		h[0], k = opBinBytes8, 9
		binary.LittleEndian.PutUint64(h[1:], uint64(n))
	default:
		return t.Raise(py.OverflowError, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher")
	}
	whole := py.Value{}
	if obj.Type() == py.BytesType {
		whole = obj
	}
	if err := p.payload(t, h[:k], b, whole); err != nil {
		return err
	}
	p.put(obj)
	return nil
}

func (p *pickler) saveByteArray(t *py.Thread, obj py.Value) *py.Exc {
	ba, _ := py.ToByteArray(obj)
	b := append([]byte(nil), ba.Data(t)...)
	if p.proto < 5 {
		args := py.NewTuple()
		if len(b) > 0 {
			args = py.NewTuple(py.NewBytes(b).Value())
		}
		return p.saveReduce(t, py.NewTuple(py.ByteArrayType.Value(), args.Value()), obj)
	}
	return p.byteArrayData(t, obj, b)
}

func (p *pickler) byteArrayData(t *py.Thread, obj py.Value, b []byte) *py.Exc {
	var h [9]byte
	h[0] = opByteArray8
	binary.LittleEndian.PutUint64(h[1:], uint64(len(b)))
	if err := p.payload(t, h[:], b, py.Value{}); err != nil {
		return err
	}
	p.put(obj)
	return nil
}

func (p *pickler) savePickleBuffer(t *py.Thread, obj py.Value) *py.Exc {
	if p.proto < 5 {
		return t.Raise(picklingError, "PickleBuffer can only be pickled with protocol >= 5")
	}
	buf, err := asPickleBuffer(obj).held(t)
	if err != nil {
		return err
	}
	if !contiguous(buf, false) && !contiguous(buf, true) {
		return t.Raise(picklingError, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
	}
	inBand := true
	if !p.callback.IsNil() {
		r, err := t.Call(p.callback, obj)
		if err != nil {
			return err
		}
		if inBand, err = t.Truth(r); err != nil {
			return err
		}
		if buf, err = asPickleBuffer(obj).held(t); err != nil {
			return err
		}
	}
	switch {
	case inBand && buf.ReadOnly:
		return p.bytesData(t, obj, bytesOf(buf))
	case inBand:
		return p.byteArrayData(t, obj, bytesOf(buf))
	}
	p.op(opNextBuffer)
	if buf.ReadOnly {
		p.op(opReadonlyBuffer)
	}
	return nil
}

func (p *pickler) saveTuple(t *py.Thread, obj py.Value, items []py.Value) *py.Exc {
	n := len(items)
	if n == 0 {
		if p.proto > 0 {
			p.op(opEmptyTuple)
		} else {
			p.emit(opMark, opTuple)
		}
		return nil
	}
	short := n <= 3 && p.proto >= 2
	if !short {
		p.op(opMark)
	}
	for _, x := range items {
		if err := p.save(t, x, false); err != nil {
			return err
		}
	}
	// The tuple may have been pickled on the way, as a part of itself.
	if m := p.memo.get(obj); m >= 0 {
		switch {
		case short:
			for range items {
				p.op(opPop)
			}
		case p.bin != 0:
			p.op(opPopMark)
		default:
			for range n + 1 {
				p.op(opPop)
			}
		}
		p.get(m)
		return nil
	}
	if short {
		p.op(opTuple1 + byte(n) - 1)
	} else {
		p.op(opTuple)
	}
	p.put(obj)
	return nil
}

// enterFast guards fast mode, which has no memo, against cycles.
func (p *pickler) enterFast(t *py.Thread, obj py.Value) *py.Exc {
	if p.fast == 0 {
		return nil
	}
	if p.fastNesting++; p.fastNesting >= fastNestingLimit {
		for _, x := range p.fastMemo {
			if x == obj {
				p.fastNesting = -1
				return t.ValueErr("fast mode: can't pickle cyclic objects including object type %s at %#x", obj.Type().Name(), uintptr(obj.Ptr()))
			}
		}
		p.fastMemo = append(p.fastMemo, obj)
	}
	return nil
}

func (p *pickler) leaveFast() {
	if p.fast == 0 {
		return
	}
	if p.fastNesting >= fastNestingLimit && len(p.fastMemo) > 0 {
		p.fastMemo = p.fastMemo[:len(p.fastMemo)-1]
	}
	p.fastNesting--
}

func (p *pickler) saveList(t *py.Thread, obj py.Value) *py.Exc {
	if err := p.enterFast(t, obj); err != nil {
		return err
	}
	err := p.saveListItems(t, obj)
	p.leaveFast()
	return err
}

func (p *pickler) saveListItems(t *py.Thread, obj py.Value) *py.Exc {
	if p.bin != 0 {
		p.op(opEmptyList)
	} else {
		p.emit(opMark, opList)
	}
	p.put(obj)
	l, _ := py.ToList(obj)
	n := l.Len(t)
	switch {
	case n == 0:
		return nil
	case p.proto == 0:
		for i := 0; i < l.Len(t); i++ {
			if err := p.save(t, l.Get(t, i), false); err != nil {
				return err
			}
			p.op(opAppend)
		}
		return nil
	case n == 1:
		if err := p.save(t, l.Get(t, 0), false); err != nil {
			return err
		}
		p.op(opAppend)
		return nil
	}
	for i := 0; i < n; {
		p.op(opMark)
		for end := min(i+batchSize, n); i < end; i++ {
			x := l.Get(t, i)
			if x.IsNil() {
				n = i
				break
			}
			if err := p.save(t, x, false); err != nil {
				return err
			}
		}
		p.op(opAppends)
		n = l.Len(t)
	}
	return nil
}

func (p *pickler) saveDict(t *py.Thread, obj py.Value) *py.Exc {
	if err := p.enterFast(t, obj); err != nil {
		return err
	}
	err := p.saveDictItems(t, obj)
	p.leaveFast()
	return err
}

func (p *pickler) saveDictItems(t *py.Thread, obj py.Value) *py.Exc {
	if p.bin != 0 {
		p.op(opEmptyDict)
	} else {
		p.emit(opMark, opDict)
	}
	p.put(obj)
	d, _ := py.ToDict(obj)
	n := d.Len()
	if n == 0 {
		return nil
	}
	if p.proto == 0 {
		items, err := t.CallMethodS(obj, "items")
		if err != nil {
			return err
		}
		it, err := t.Iter(items)
		if err != nil {
			return err
		}
		return p.batchPairs(t, it)
	}
	pair := func(k, v py.Value) *py.Exc {
		if err := p.save(t, k, false); err != nil {
			return err
		}
		return p.save(t, v, false)
	}
	pos := 0
	if n == 1 {
		k, v, _, _ := d.EntryAt(t, 0)
		if err := pair(k, v); err != nil {
			return err
		}
		p.op(opSetItem)
		return nil
	}
	for i := batchSize; i == batchSize; {
		p.op(opMark)
		for i = 0; i < batchSize; i++ {
			k, v, next, ok := d.EntryAt(t, pos)
			if !ok {
				break
			}
			pos = next
			if err := pair(k, v); err != nil {
				return err
			}
		}
		p.op(opSetItems)
		if d.Len() != n {
			return t.Raise(py.RuntimeError, "dictionary changed size during iteration")
		}
	}
	return nil
}

func (p *pickler) saveSet(t *py.Thread, obj py.Value) *py.Exc {
	s, _ := py.ToAnySet(obj)
	if p.proto < 4 {
		return p.saveReduce(t, py.NewTuple(py.SetType.Value(), py.NewTuple(py.NewList(s.Keys(t)).Value()).Value()), obj)
	}
	p.op(opEmptySet)
	p.put(obj)
	keys := s.Keys(t)
	n := len(keys)
	if n == 0 {
		return nil
	}
	for i := batchSize; i == batchSize; {
		p.op(opMark)
		for i = 0; i < batchSize && len(keys) > 0; i++ {
			if err := p.save(t, keys[0], false); err != nil {
				return err
			}
			keys = keys[1:]
			if s.Len() != n {
				return t.Raise(py.RuntimeError, "set changed size during iteration")
			}
		}
		p.op(opAddItems)
	}
	return nil
}

func (p *pickler) saveFrozenSet(t *py.Thread, obj py.Value) *py.Exc {
	s, _ := py.ToAnySet(obj)
	keys := s.Keys(t)
	if p.proto < 4 {
		return p.saveReduce(t, py.NewTuple(py.FrozenSetType.Value(), py.NewTuple(py.NewList(keys).Value()).Value()), obj)
	}
	p.op(opMark)
	for _, k := range keys {
		if err := p.save(t, k, false); err != nil {
			return err
		}
	}
	if n := p.memo.get(obj); n >= 0 {
		p.op(opPopMark)
		p.get(n)
		return nil
	}
	p.op(opFrozenSet)
	p.put(obj)
	return nil
}
