package py

import (
	"sync/atomic"
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// Special methods that are written in Python run in the evaluator loop that
// needs them: their frame is pushed, and its kind tells what becomes of the
// result. The functions of this file are called by the loop only, which goes
// on with the thread's current frame.

// pushSpecial pushes a call of f with the arguments x, y and z, as many as n
// tells. It reports false, and does nothing, when f is not a plain function of
// n parameters.
func (t *Thread) pushSpecial(f Value, kind frameKind, dst *Value, n int, x, y, z Value) bool {
	if f.p == nil || f.p.shape != shFunction {
		return false
	}
	code := asFunc(f).code
	if atomic.LoadUint32(&code.fast) == 0 || code.nargs != n || t.depth >= t.limit {
		return false
	}
	fr := t.cur
	nf := fr.push()
	regs, limit := t.window(fr, nf, code.bytes)
	r := (*Value)(regs)
	*(*Value)(unsafe.Add(regs, -int(valueSize))) = f
	*r = x
	if n > 1 {
		*r.at(1) = y
		if n > 2 {
			*r.at(2) = z
		}
	}
	for i := n; i < code.clearTo; i++ {
		*r.at(i) = Value{}
	}
	nf.code, nf.regs, nf.limit, nf.kind = code, regs, limit, kind
	nf.dst = uintptr(unsafe.Pointer(dst)) - uintptr(fr.regs)
	nf.pc = unsafe.Pointer(unsafe.SliceData(code.instrs))
	t.depth++
	t.cur = nf
	return true
}

// addSlow is + for what the evaluator does not do in place.
func (t *Thread) addSlow(d *Value, x, y Value, inPlace uint8) *Exc {
	if x.p.shape == shStr && y.p.shape == shStr {
		n := len(asStr(x).s)
		if m := n + len(asStr(y).s); t.fullGrowing(n, m+m/4) {
			return t.MemoryErr()
		}
		*d = concatStr(asStr(x), asStr(y)).Value()
		return nil
	}
	return t.binarySlow(OpAdd, d, x, y, inPlace)
}

func (t *Thread) binarySlow(op BinaryOp, d *Value, x, y Value, inPlace uint8) *Exc {
	tx, ty := x.p.typ, y.p.typ
	if (x.p == &intTag || x.p.shape == shBigInt) && (y.p == &intTag || y.p.shape == shBigInt) {
		if w, ok := wideArith(op, x, y); ok {
			t.storeWide(d, w)
			return nil
		}
	}
	switch {
	case tx.slots.pyBinary&(1<<op) != 0:
		if inPlace != 0 && tx.slots.InPlace[op] != nil || tx.slots.Concat != nil || tx.slots.Repeat != nil ||
			ty != tx && ty.slots.pyBinary&(1<<op) != 0 && ty.IsSubtype(tx) {
			break
		}
		if t.pushSpecial(tx.Lookup(operatorNames[op]), frameBinary, d, 2, x, y, Value{}) {
			t.cur.jump = int32(op) | int32(inPlace)<<8
			return nil
		}
	case (x.p == &intTag || x.p == &floatTag) && ty.slots.pyBinary&(1<<op) != 0 && ty.slotOff != 0:
		// Numbers know nothing of such an operand.
		if t.pushSpecial(ty.Lookup(reflectedNames[op]), frameBinary, d, 2, y, x, Value{}) {
			t.cur.jump = int32(op) | int32(inPlace)<<8 | binaryReflected
			return nil
		}
	}
	var v Value
	var err *Exc
	if inPlace != 0 {
		v, err = t.InPlace(op, x, y)
	} else {
		v, err = t.Binary(op, x, y)
	}
	if err == nil {
		*d = v
	}
	return err
}

// binaryReflected in frame.jump: the method called was the right operand's.
const binaryReflected = 1 << 16

// binaryRest goes on with an operation whose method, called by the instruction
// before fr.pc, does not know the operands.
func (t *Thread) binaryRest(fr *frame, how int32) (Value, *Exc) {
	op := BinaryOp(how & 0xff)
	ins := *(*uint64)(unsafe.Add(fr.pc, -8))
	x, y := *rb(fr.regs, ins), Value{}
	switch bc.Op(ins) {
	case bc.AddI, bc.SubI, bc.MulI, bc.ModI, bc.FloorDivI, bc.AndI, bc.RShiftI, bc.LShiftI:
		y = Int64(int64(ins) >> 48)
	default:
		y = *rc(fr.regs, ins)
	}
	tx, ty := x.p.typ, y.p.typ
	if tx != ty && how&binaryReflected == 0 {
		var v Value
		var err *Exc
		ok := false
		if ty.slots.pyBinary&(1<<op) != 0 {
			v, ok, err = t.callSpecial(y, reflectedNames[op], x)
		} else if f := ty.slots.Binary[op]; f != nil {
			ok = true
			v, err = f(t, x, y)
		}
		if ok && (err != nil || v != NotImplemented) {
			return v, err
		}
	}
	if op == OpMul && ty.slots.Repeat != nil {
		return t.repeat(ty.slots.Repeat, y, x)
	}
	sign := binarySigns[op]
	if how>>8&0xff != 0 {
		if sign += "="; op == OpPow {
			sign = "**="
		}
	}
	return Value{}, t.binaryErr(op, x, y, sign)
}

// comparison pushes the call of x's comparison method and reports whether it
// did.
func (t *Thread) comparison(kind frameKind, d *Value, x, y Value, op CompareOp) bool {
	tx, ty := x.p.typ, y.p.typ
	if tx.flags&FlagHeap == 0 || tx != ty && ty.slots.Compare != nil && ty.IsSubtype(tx) {
		return false
	}
	if !t.pushSpecial(tx.Lookup(compareNames[op]), kind, d, 2, x, y, Value{}) {
		return false
	}
	t.cur.jump = int32(op)
	return true
}

// compareOp is a comparison instruction.
func (t *Thread) compareOp(d *Value, x, y Value, op CompareOp) *Exc {
	if x.p == &floatTag && y.p == &floatTag {
		storeBool(d, b2u(cmpFloat(x.float(), y.float(), op)))
		return nil
	}
	if t.comparison(frameCompare, d, x, y, op) {
		return nil
	}
	v, err := t.Compare(x, y, op)
	if err == nil {
		*d = v
	}
	return err
}

// jumpCompare is a conditional jump on a comparison, the instruction ins of fr.
func (t *Thread) jumpCompare(fr *frame, x, y Value, op CompareOp, ins uint64) *Exc {
	if t.comparison(frameJump, &x, x, y, op) {
		return nil
	}
	b, err := t.cmpJump(x, y, op)
	if err == nil && b == (ins&0x100 != 0) {
		fr.pc = jump(fr.pc, ins)
	}
	return err
}

// compareRest goes on with a comparison whose method, called by the instruction
// before fr.pc, does not know the operands.
func (t *Thread) compareRest(fr *frame, op CompareOp) (Value, *Exc) {
	ins := *(*uint64)(unsafe.Add(fr.pc, -8))
	var x, y Value
	switch o := bc.Op(ins); {
	case o >= bc.JumpLt && o <= bc.JumpGe:
		x, y = *ra(fr.regs, ins), *rb(fr.regs, ins)
	case o >= bc.JumpLtI && o <= bc.JumpGeI:
		x, y = *ra(fr.regs, ins), Int64(int64(int16(ins>>32)))
	default:
		x, y = *rb(fr.regs, ins), *rc(fr.regs, ins)
	}
	if c := y.p.typ.slots.Compare; c != nil {
		v, err := c(t, y, x, swappedOps[op])
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	switch op {
	case CmpEQ:
		return Bool(x == y), nil
	case CmpNE:
		return Bool(x != y), nil
	}
	return Value{}, t.TypeErr("'%s' not supported between instances of '%s' and '%s'", op, x.p.typ.name, y.p.typ.name)
}

// getItemOp is the GetItem instruction.
func (t *Thread) getItemOp(d *Value, x, key Value) *Exc {
	if x.p.shape == shDict && key.p.shape == shStr {
		k := asStr(key)
		m := asDict(x)
		if t.ft {
			if v := m.lookup(k); v.p != nil {
				*d = v
				return nil
			}
		} else if j := m.findStr(k, k.hashOf()); j >= 0 {
			*d = m.entries[j].val
			return nil
		}
	}
	if tp := x.p.typ; tp.flags&FlagHeap != 0 && t.pushSpecial(tp.Lookup(strGetItem), frameCall, d, 2, x, key, Value{}) {
		return nil
	}
	v, err := t.GetItem(x, key)
	if err == nil {
		*d = v
	}
	return err
}

// setItemOp is the SetItem instruction.
func (t *Thread) setItemOp(x, key, val Value) *Exc {
	if tp := x.p.typ; tp.flags&FlagHeap != 0 && t.pushSpecial(tp.Lookup(strSetItem), frameDiscard, (*Value)(t.cur.regs), 3, x, key, val) {
		return nil
	}
	return t.SetItem(x, key, val)
}

// forNext is ForIter for iterators that the evaluator does not know.
func (t *Thread) forNext(fr *frame, it Value, ins uint64) *Exc {
	if tp := it.p.typ; tp.flags&FlagHeap != 0 && t.pushSpecial(tp.Lookup(strNextM), frameNext, rb(fr.regs, ins), 1, it, Value{}, Value{}) {
		t.cur.jump = int32(int64(ins) >> 48)
		return nil
	}
	if next := *(*uint64)(fr.pc); bc.Op(next) == bc.Unpack && next>>48 == 2 && uint16(next>>32) == uint16(ins>>32) {
		if done, err := t.forPair(fr, it, ins, next); done || err != nil {
			return err
		}
	}
	step := it.p.typ.slots.Next
	if step == nil { // the class has lost it
		return t.TypeErr("'%s' object is not iterable", it.p.typ.name)
	}
	v, err := step(t, it)
	if err != nil {
		return err
	}
	if v.p == nil {
		fr.pc = jump(fr.pc, ins)
		return nil
	}
	store(rb(fr.regs, ins), v)
	return nil
}

// forPair is ForIter and the Unpack instruction next after it in one, for
// iterators whose pairs then need no tuple. It reports false, having done
// nothing, for others.
func (t *Thread) forPair(fr *frame, it Value, ins, next uint64) (bool, *Exc) {
	var x, y Value
	var err *Exc
	switch it.p.typ {
	case DictItemIterType:
		e, _, err := (*dictIter)(it.ptr()).next(t)
		if err != nil {
			return true, err
		}
		x, y = e.key, e.val
	case EnumerateType:
		e := (*enumerateObj)(it.ptr())
		if y, err = t.Next(e.it); err != nil {
			return true, err
		}
		if y.p != nil {
			e.Lock(t)
			x, e.n = e.n, intAdd(e.n, Int64(1))
			e.Unlock(t)
		}
	case ZipType:
		z := (*zipObj)(it.ptr())
		if len(z.its) != 2 || z.strict {
			return false, nil
		}
		if x, err = t.Next(z.its[0]); err != nil {
			return true, err
		}
		if x.p != nil {
			if y, err = t.Next(z.its[1]); err != nil {
				return true, err
			}
			if y.p == nil {
				x = y
			}
		}
	default:
		return false, nil
	}
	if x.p == nil {
		fr.pc = jump(fr.pc, ins)
		return true, nil
	}
	d := ra(fr.regs, next)
	*d, *d.at(1) = x, y
	fr.pc = unsafe.Add(fr.pc, 8)
	return true, nil
}

// leave ends the activation fr that returns v.
func (t *Thread) leave(fr *frame, v Value) *Exc {
	if fr.gen != nil {
		t.finishGen(fr)
	}
	dst := fr.dst // what is called below uses the frame again
	nf := t.pop(fr)
	var err *Exc
	switch fr.kind {
	case frameInit:
		obj := fr.init
		fr.init = Value{}
		if !v.IsNone() {
			return t.TypeErr("__init__() should return None, not '%s'", v.p.typ.name)
		}
		v = obj
	case frameBinary:
		if v == NotImplemented {
			v, err = t.binaryRest(nf, fr.jump)
		}
	case frameCompare:
		if v == NotImplemented {
			v, err = t.compareRest(nf, CompareOp(fr.jump))
		}
	case frameJump:
		if v == NotImplemented {
			if v, err = t.compareRest(nf, CompareOp(fr.jump)); err != nil {
				return err
			}
		}
		b, err := t.Truth(v)
		if ins := *(*uint64)(unsafe.Add(nf.pc, -8)); err == nil && b == (ins&0x100 != 0) {
			nf.pc = jump(nf.pc, ins)
		}
		return err
	case frameAttr:
		nf.pc = unsafe.Add(nf.pc, 8)
	case frameDiscard, frameEntry, frameEntryGen, frameDrain:
		return nil
	case frameForIter:
		nf.pc = unsafe.Add(nf.pc, int64(fr.jump))
		return nil
	case frameSend:
		nf.pc = unsafe.Add(nf.pc, int64(fr.jump))
	}
	if err == nil {
		store((*Value)(unsafe.Add(nf.regs, dst)), v)
	}
	return err
}
