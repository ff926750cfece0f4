package py

import (
	"math"
	"math/bits"
	"sync/atomic"
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

func ra(regs unsafe.Pointer, ins uint64) *Value {
	return (*Value)(unsafe.Add(regs, uintptr(uint16(ins>>16))))
}

func rb(regs unsafe.Pointer, ins uint64) *Value {
	return (*Value)(unsafe.Add(regs, uintptr(uint16(ins>>32))))
}

func rc(regs unsafe.Pointer, ins uint64) *Value {
	return (*Value)(unsafe.Add(regs, uintptr(ins>>48)))
}

// at is the register n behind v.
func (v *Value) at(n int) *Value {
	return (*Value)(unsafe.Add(unsafe.Pointer(v), n*int(valueSize)))
}

// regSlice is the n registers that begin at v.
func regSlice(v *Value, n int) []Value { return unsafe.Slice(v, n) }

// store writes a register. It keeps the write barrier off the path when the
// kind does not change, as it mostly does not in loops over numbers.
func store(d *Value, v Value) {
	if d.p == v.p {
		d.b = v.b
	} else {
		*d = v
	}
}

func storeInt(d *Value, i int64) {
	if d.p == &intTag {
		d.b = uint64(i)
	} else {
		*d = Value{&intTag, uint64(i)}
	}
}

func storeFloat(d *Value, f float64) {
	if d.p == &floatTag {
		d.b = math.Float64bits(f)
	} else {
		*d = Value{&floatTag, math.Float64bits(f)}
	}
}

func storeBool(d *Value, b bool) {
	var n uint64
	if b {
		n = 1
	}
	if d.p == &boolTag {
		d.b = n
	} else {
		*d = Value{&boolTag, n}
	}
}

// mul64 multiplies and tells whether the product fits.
func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	hi -= uint64((a>>63)&b) + uint64((b>>63)&a)
	return int64(lo), int64(hi) == int64(lo)>>63
}

func jump(pc unsafe.Pointer, ins uint64) unsafe.Pointer { return unsafe.Add(pc, int64(ins)>>48) }

// run executes frame fr, whose kind is frameEntry or frameEntryGen, until it
// returns, yields or raises. It is the one evaluator loop: calls from Python
// to Python, generator resumptions and __init__ stay inside it.
func (t *Thread) run(fr *frame) (Value, *Exc) {
	pc, regs := fr.pc, fr.regs
	var err *Exc
	var ins uint64
	if t.pendingThrow != nil {
		err, t.pendingThrow = t.pendingThrow, nil
		goto exc
	}
loop:
	for {
		ins = *(*uint64)(pc)
		pc = unsafe.Add(pc, 8)
		switch bc.Op(ins) {
		case bc.Nop:

		case bc.Move:
			store(ra(regs, ins), *rb(regs, ins))
		case bc.LoadK:
			store(ra(regs, ins), *(*Value)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(fr.code.consts)), uintptr(ins>>32)*valueSize)))
		case bc.LoadInt:
			storeInt(ra(regs, ins), int64(ins)>>32)
		case bc.LoadNone:
			store(ra(regs, ins), None)
		case bc.LoadBool:
			storeBool(ra(regs, ins), uint8(ins>>8) != 0)
		case bc.Clear:
			*ra(regs, ins) = Value{}
		case bc.CheckVar:
			if ra(regs, ins).p == nil {
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
		case bc.DeleteVar:
			if ra(regs, ins).p == nil {
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
			*ra(regs, ins) = Value{}

		case bc.LoadGlobal:
			w := *(*uint64)(pc)
			f := fr.fn()
			g := f.globals
			if uint32(w>>32) == g.keysVersion && uint32(w>>32) != 0 {
				i := uint32(w)
				if i != fromBuiltins {
					pc = unsafe.Add(pc, 16)
					store(ra(regs, ins), (*(*dictEntry)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(g.entries)), uintptr(i)*unsafe.Sizeof(dictEntry{})))).val)
					continue
				}
				w = *(*uint64)(unsafe.Add(pc, 8))
				b := f.builtins
				if uint32(w>>32) == b.keysVersion {
					pc = unsafe.Add(pc, 16)
					store(ra(regs, ins), (*(*dictEntry)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b.entries)), uintptr(uint32(w))*unsafe.Sizeof(dictEntry{})))).val)
					continue
				}
			}
			fr.pc = pc
			var v Value
			if v, err = t.loadGlobal(f, fr.code.names[ins>>32], pc); err != nil {
				goto exc
			}
			pc = unsafe.Add(pc, 16)
			*ra(regs, ins) = v
		case bc.StoreGlobal:
			fr.pc = pc
			if err = t.storeGlobal(fr.fn(), fr.code.names[ins>>32], *ra(regs, ins)); err != nil {
				goto exc
			}
		case bc.DeleteGlobal:
			fr.pc = pc
			if err = t.deleteGlobal(fr.fn(), fr.code.names[ins>>32]); err != nil {
				goto exc
			}
		case bc.LoadName:
			w := *(*uint64)(pc)
			f := fr.fn()
			g := f.globals
			if (*Value)(regs).p == &g.Header && uint32(w>>32) == g.keysVersion && uint32(w>>32) != 0 {
				i := uint32(w)
				if i != fromBuiltins {
					pc = unsafe.Add(pc, 16)
					store(ra(regs, ins), (*(*dictEntry)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(g.entries)), uintptr(i)*unsafe.Sizeof(dictEntry{})))).val)
					continue
				}
				w = *(*uint64)(unsafe.Add(pc, 8))
				b := f.builtins
				if uint32(w>>32) == b.keysVersion {
					pc = unsafe.Add(pc, 16)
					store(ra(regs, ins), (*(*dictEntry)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(b.entries)), uintptr(uint32(w))*unsafe.Sizeof(dictEntry{})))).val)
					continue
				}
			}
			fr.pc = pc
			var v Value
			if v, err = t.loadName(f, *(*Value)(regs), fr.code.names[ins>>32], pc); err != nil {
				goto exc
			}
			pc = unsafe.Add(pc, 16)
			*ra(regs, ins) = v
		case bc.StoreName:
			fr.pc = pc
			if err = t.storeName(*(*Value)(regs), fr.code.names[ins>>32], *ra(regs, ins)); err != nil {
				goto exc
			}
		case bc.DeleteName:
			fr.pc = pc
			if err = t.deleteName(*(*Value)(regs), fr.code.names[ins>>32]); err != nil {
				goto exc
			}

		case bc.MakeCell:
			a := ra(regs, ins)
			*a = Value{&newCell(*a).Header, 0}
		case bc.LoadCell:
			v := asCell(*rb(regs, ins)).v
			if v.p == nil {
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
			store(ra(regs, ins), v)
		case bc.StoreCell:
			asCell(*ra(regs, ins)).v = *rb(regs, ins)
		case bc.DeleteCell:
			c := asCell(*ra(regs, ins))
			if c.v.p == nil {
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
			c.v = Value{}
		case bc.LoadFree:
			i := int(uint16(ins >> 32))
			v := fr.fn().closure[i].v
			if v.p == nil {
				err = t.unboundFree(fr.code.freeVars[i])
				goto exc
			}
			store(ra(regs, ins), v)
		case bc.StoreFree:
			fr.fn().closure[uint16(ins>>32)].v = *ra(regs, ins)
		case bc.DeleteFree:
			i := int(uint16(ins >> 32))
			c := fr.fn().closure[i]
			if c.v.p == nil {
				err = t.unboundFree(fr.code.freeVars[i])
				goto exc
			}
			c.v = Value{}
		case bc.LoadFreeCell:
			*ra(regs, ins) = Value{&fr.fn().closure[uint16(ins>>32)].Header, 0}
		case bc.LoadFromDictOr:
			fr.pc = pc
			if err = t.loadFromDictOr(fr, ra(regs, ins), *rb(regs, ins), fr.code.names[ins>>48], uint8(ins>>8)); err != nil {
				goto exc
			}

		case bc.Add:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				a, b := int64(x.b), int64(y.b)
				if c := a + b; (a^c)&(b^c) >= 0 {
					storeInt(ra(regs, ins), c)
					continue
				}
			} else if x.p == &floatTag && y.p == &floatTag {
				storeFloat(ra(regs, ins), x.float()+y.float())
				continue
			}
			fr.pc = pc
			if err = t.addSlow(ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.Sub:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				a, b := int64(x.b), int64(y.b)
				if c := a - b; (a^b)&(a^c) >= 0 {
					storeInt(ra(regs, ins), c)
					continue
				}
			} else if x.p == &floatTag && y.p == &floatTag {
				storeFloat(ra(regs, ins), x.float()-y.float())
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpSub, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.Mul:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &floatTag && y.p == &floatTag {
				storeFloat(ra(regs, ins), x.float()*y.float())
				continue
			} else if x.p == &intTag && y.p == &intTag {
				if c, ok := mul64(int64(x.b), int64(y.b)); ok {
					storeInt(ra(regs, ins), c)
					continue
				}
			}
			fr.pc = pc
			if err = t.binarySlow(OpMul, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.Div:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &floatTag && y.p == &floatTag && y.float() != 0 {
				storeFloat(ra(regs, ins), x.float()/y.float())
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpDiv, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.FloorDiv:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && int64(y.b) > 0 {
				storeInt(ra(regs, ins), floorDiv(int64(x.b), int64(y.b)))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpFloorDiv, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.Mod:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && int64(y.b) > 0 {
				storeInt(ra(regs, ins), floorMod(int64(x.b), int64(y.b)))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpMod, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.LShift:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && y.b < 63 {
				if a := int64(x.b); a<<y.b>>y.b == a {
					storeInt(ra(regs, ins), a<<y.b)
					continue
				}
			}
			fr.pc = pc
			if err = t.binarySlow(OpLShift, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.RShift:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && y.b < 64 {
				storeInt(ra(regs, ins), int64(x.b)>>y.b)
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpRShift, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.And:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b&y.b))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpAnd, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.Or:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b|y.b))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpOr, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.Xor:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b^y.b))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpXor, ra(regs, ins), *x, *y, uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.MatMul:
			fr.pc = pc
			if err = t.binarySlow(OpMatMul, ra(regs, ins), *rb(regs, ins), *rc(regs, ins), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.Pow:
			fr.pc = pc
			if err = t.binarySlow(OpPow, ra(regs, ins), *rb(regs, ins), *rc(regs, ins), uint8(ins>>8)); err != nil {
				goto exc
			}

		case bc.AddI:
			x := rb(regs, ins)
			if x.p == &intTag {
				a, b := int64(x.b), int64(ins)>>48
				if c := a + b; (a^c)&(b^c) >= 0 {
					storeInt(ra(regs, ins), c)
					continue
				}
			}
			fr.pc = pc
			if err = t.binarySlow(OpAdd, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.SubI:
			x := rb(regs, ins)
			if x.p == &intTag {
				a, b := int64(x.b), int64(ins)>>48
				if c := a - b; (a^b)&(a^c) >= 0 {
					storeInt(ra(regs, ins), c)
					continue
				}
			}
			fr.pc = pc
			if err = t.binarySlow(OpSub, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.MulI:
			x := rb(regs, ins)
			if x.p == &intTag {
				if c, ok := mul64(int64(x.b), int64(ins)>>48); ok {
					storeInt(ra(regs, ins), c)
					continue
				}
			}
			fr.pc = pc
			if err = t.binarySlow(OpMul, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.ModI:
			x := rb(regs, ins)
			if b := int64(ins) >> 48; x.p == &intTag && b > 0 {
				storeInt(ra(regs, ins), floorMod(int64(x.b), b))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpMod, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.FloorDivI:
			x := rb(regs, ins)
			if b := int64(ins) >> 48; x.p == &intTag && b > 0 {
				storeInt(ra(regs, ins), floorDiv(int64(x.b), b))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpFloorDiv, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.AndI:
			x := rb(regs, ins)
			if x.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b)&(int64(ins)>>48))
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpAnd, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.RShiftI:
			x := rb(regs, ins)
			if n := uint64(int64(ins) >> 48); x.p == &intTag && n < 64 {
				storeInt(ra(regs, ins), int64(x.b)>>n)
				continue
			}
			fr.pc = pc
			if err = t.binarySlow(OpRShift, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.LShiftI:
			x := rb(regs, ins)
			if n := uint64(int64(ins) >> 48); x.p == &intTag && n < 63 {
				if a := int64(x.b); a<<n>>n == a {
					storeInt(ra(regs, ins), a<<n)
					continue
				}
			}
			fr.pc = pc
			if err = t.binarySlow(OpLShift, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8)); err != nil {
				goto exc
			}

		case bc.Neg:
			x := rb(regs, ins)
			if x.p == &floatTag {
				storeFloat(ra(regs, ins), -x.float())
				continue
			}
			if x.p == &intTag && int64(x.b) != math.MinInt64 {
				storeInt(ra(regs, ins), -int64(x.b))
				continue
			}
			fr.pc = pc
			var v Value
			if v, err = t.Neg(*x); err != nil {
				goto exc
			}
			*ra(regs, ins) = v
		case bc.Pos_:
			fr.pc = pc
			var v Value
			if v, err = t.Positive(*rb(regs, ins)); err != nil {
				goto exc
			}
			*ra(regs, ins) = v
		case bc.Invert:
			fr.pc = pc
			var v Value
			if v, err = t.Invert(*rb(regs, ins)); err != nil {
				goto exc
			}
			*ra(regs, ins) = v
		case bc.Not:
			x := rb(regs, ins)
			if x.p == &boolTag {
				storeBool(ra(regs, ins), x.b == 0)
				continue
			}
			fr.pc = pc
			var b bool
			if b, err = t.Truth(*x); err != nil {
				goto exc
			}
			storeBool(ra(regs, ins), !b)
		case bc.ToBool:
			fr.pc = pc
			var b bool
			if b, err = t.Truth(*rb(regs, ins)); err != nil {
				goto exc
			}
			storeBool(ra(regs, ins), b)

		case bc.Lt, bc.Le, bc.Eq, bc.Ne, bc.Gt, bc.Ge:
			op := CompareOp(bc.Op(ins) - bc.Lt)
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeBool(ra(regs, ins), cmpInt(int64(x.b), int64(y.b), op))
				continue
			}
			fr.pc = pc
			var v Value
			if v, err = t.Compare(*x, *y, op); err != nil {
				goto exc
			}
			store(ra(regs, ins), v)
		case bc.Is:
			storeBool(ra(regs, ins), (*rb(regs, ins) == *rc(regs, ins)) != (uint8(ins>>8) != 0))
		case bc.In:
			fr.pc = pc
			var b bool
			if b, err = t.Contains(*rc(regs, ins), *rb(regs, ins)); err != nil {
				goto exc
			}
			storeBool(ra(regs, ins), b != (uint8(ins>>8) != 0))

		case bc.Jump:
			pc = unsafe.Add(pc, int64(ins)>>32)
		case bc.Loop:
			pc = unsafe.Add(pc, int64(ins)>>32)
			if t.breaker != 0 {
				goto breaker
			}
		case bc.JumpT:
			x := ra(regs, ins)
			b := x.b != 0
			if x.p != &boolTag {
				fr.pc = pc
				if b, err = t.Truth(*x); err != nil {
					goto exc
				}
			}
			if b {
				pc = jump(pc, ins)
				if t.breaker != 0 && uint8(ins>>8) != 0 {
					goto breaker
				}
			}
		case bc.JumpF:
			x := ra(regs, ins)
			b := x.b != 0
			if x.p != &boolTag {
				fr.pc = pc
				if b, err = t.Truth(*x); err != nil {
					goto exc
				}
			}
			if !b {
				pc = jump(pc, ins)
				if t.breaker != 0 && uint8(ins>>8) != 0 {
					goto breaker
				}
			}
		case bc.JumpNone:
			if ra(regs, ins).p == &noneTag {
				pc = jump(pc, ins)
			}
		case bc.JumpNotNone:
			if ra(regs, ins).p != &noneTag {
				pc = jump(pc, ins)
			}
		case bc.JumpLt:
			x, y := ra(regs, ins), rb(regs, ins)
			var b bool
			if x.p == &intTag && y.p == &intTag {
				b = int64(x.b) < int64(y.b)
			} else {
				fr.pc = pc
				if b, err = t.cmpJump(*x, *y, CmpLT); err != nil {
					goto exc
				}
			}
			if b == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					goto breaker
				}
			}
		case bc.JumpEq:
			x, y := ra(regs, ins), rb(regs, ins)
			var b bool
			if x.p == &intTag && y.p == &intTag {
				b = x.b == y.b
			} else {
				fr.pc = pc
				if b, err = t.cmpJump(*x, *y, CmpEQ); err != nil {
					goto exc
				}
			}
			if b == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					goto breaker
				}
			}
		case bc.JumpLe, bc.JumpNe, bc.JumpGt, bc.JumpGe:
			op := CompareOp(bc.Op(ins) - bc.JumpLt)
			x, y := ra(regs, ins), rb(regs, ins)
			var b bool
			if x.p == &intTag && y.p == &intTag {
				b = cmpInt(int64(x.b), int64(y.b), op)
			} else {
				fr.pc = pc
				if b, err = t.cmpJump(*x, *y, op); err != nil {
					goto exc
				}
			}
			if b == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					goto breaker
				}
			}
		case bc.JumpIs:
			if (*ra(regs, ins) == *rb(regs, ins)) == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					goto breaker
				}
			}
		case bc.JumpIn:
			fr.pc = pc
			var b bool
			if b, err = t.Contains(*rb(regs, ins), *ra(regs, ins)); err != nil {
				goto exc
			}
			if b == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					goto breaker
				}
			}
		case bc.JumpLtI, bc.JumpLeI, bc.JumpEqI, bc.JumpNeI, bc.JumpGtI, bc.JumpGeI:
			op := CompareOp(bc.Op(ins) - bc.JumpLtI)
			x := ra(regs, ins)
			k := int64(int16(ins >> 32))
			var b bool
			if x.p == &intTag {
				b = cmpInt(int64(x.b), k, op)
			} else {
				fr.pc = pc
				if b, err = t.cmpJump(*x, Int64(k), op); err != nil {
					goto exc
				}
			}
			if b == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					goto breaker
				}
			}

		case bc.GetIter:
			fr.pc = pc
			var v Value
			if v, err = t.Iter(*rb(regs, ins)); err != nil {
				goto exc
			}
			*ra(regs, ins) = v
		case bc.ForIter:
			it := ra(regs, ins)
			switch it.p.shape {
			case shRangeIter:
				r := (*rangeIter)(it.ptr())
				if r.left > 0 {
					r.left--
					i := r.next
					r.next += r.step
					storeInt(rb(regs, ins), i)
					continue
				}
				pc = jump(pc, ins)
				continue
			case shListIter:
				li := (*listIter)(it.ptr())
				if !t.ft {
					if l := li.list; l != nil {
						if i := li.pos; i < len(l.items) {
							li.pos = i + 1
							store(rb(regs, ins), l.items[i])
							continue
						}
						li.list = nil
					}
					pc = jump(pc, ins)
					continue
				}
			case shTupleIter:
				ti := (*tupleIter)(it.ptr())
				if i := ti.pos; i < len(ti.items) {
					ti.pos = i + 1
					store(rb(regs, ins), ti.items[i])
					continue
				}
				pc = jump(pc, ins)
				continue
			case shGenerator:
				g := asGen(*it)
				if g.state == genSuspended || g.state == genCreated {
					fr.pc = pc
					nf := t.resume(fr, g, None, frameForIter)
					if nf == nil {
						err = t.recursionError("")
						goto exc
					}
					nf.dst = uintptr(uint16(ins >> 32))
					nf.jump = int32(int64(ins) >> 48)
					fr, pc, regs = nf, nf.pc, nf.regs
					continue
				}
			}
			fr.pc = pc
			var v Value
			if v, err = it.p.typ.slots.Next(t, *it); err != nil {
				goto exc
			}
			if v.p == nil {
				pc = jump(pc, ins)
				continue
			}
			store(rb(regs, ins), v)
		case bc.Unpack:
			n := int(ins >> 48)
			x := *rb(regs, ins)
			if x.p.shape == shTuple {
				if items := asTuple(x).items; len(items) == n {
					d := ra(regs, ins)
					for i := range items {
						*d.at(i) = items[i]
					}
					continue
				}
			}
			fr.pc = pc
			if err = t.unpack(regSlice(ra(regs, ins), n), x); err != nil {
				goto exc
			}
		case bc.UnpackEx:
			fr.pc = pc
			if err = t.unpackEx(ra(regs, ins), *rb(regs, ins), int(uint8(ins>>8)), int(ins>>48)); err != nil {
				goto exc
			}

		case bc.CallMethod:
			a := ra(regs, ins)
			n := int(uint16(ins >> 32))
			if a.p == nil {
				// The callable did not bind: the window begins one higher, but
				// the result goes to R[C] all the same.
				a = a.at(1)
				n--
			}
			fr.pc = pc
			if a.p.shape == shFunction {
				f := asFunc(*a)
				code := f.code
				nr := unsafe.Add(unsafe.Pointer(a), valueSize)
				if code.simple && n == code.nargs && uintptr(nr)+code.bytes <= fr.limit && t.depth < t.limit {
					nf := fr.next
					if nf == nil {
						nf = fr.push()
					}
					nf.code, nf.regs, nf.limit = code, nr, fr.limit
					nf.dst, nf.kind, nf.newSeg = uintptr(uint16(ins>>48)), frameCall, false
					for i := n; i < code.clearTo; i++ {
						*(*Value)(unsafe.Add(nr, uintptr(i)*valueSize)) = Value{}
					}
					t.depth++
					t.cur = nf
					fr, regs = nf, nr
					pc = unsafe.Pointer(unsafe.SliceData(code.instrs))
					if t.breaker != 0 {
						goto breaker
					}
					continue
				}
			}
			var nf *frame
			if nf, err = t.callSlow(fr, a, n, nil, rc(regs, ins)); err != nil {
				goto exc
			}
			if nf != nil {
				fr, pc, regs = nf, nf.pc, nf.regs
			}
			if t.breaker != 0 {
				goto breaker
			}
		case bc.Call:
			a := ra(regs, ins)
			n := int(uint16(ins >> 32))
			fr.pc = pc
			if a.p.shape == shFunction {
				f := asFunc(*a)
				code := f.code
				nr := unsafe.Add(unsafe.Pointer(a), valueSize)
				if code.simple && n == code.nargs && uintptr(nr)+code.bytes <= fr.limit && t.depth < t.limit {
					nf := fr.next
					if nf == nil {
						nf = fr.push()
					}
					nf.code, nf.regs, nf.limit = code, nr, fr.limit
					nf.dst, nf.kind, nf.newSeg = uintptr(uint16(ins>>48)), frameCall, false
					for i := n; i < code.clearTo; i++ {
						*(*Value)(unsafe.Add(nr, uintptr(i)*valueSize)) = Value{}
					}
					t.depth++
					t.cur = nf
					fr, regs = nf, nr
					pc = unsafe.Pointer(unsafe.SliceData(code.instrs))
					if t.breaker != 0 {
						goto breaker
					}
					continue
				}
			}
			var nf *frame
			if nf, err = t.callSlow(fr, a, n, nil, rc(regs, ins)); err != nil {
				goto exc
			}
			if nf != nil {
				fr, pc, regs = nf, nf.pc, nf.regs
			}
			if t.breaker != 0 {
				goto breaker
			}
		case bc.CallKw, bc.CallMethodKw:
			a := ra(regs, ins)
			d := a
			n := int(uint16(ins >> 32))
			if a.p == nil {
				a = a.at(1)
				n--
			}
			fr.pc = pc
			var nf *frame
			if nf, err = t.callSlow(fr, a, n, asTuple(fr.code.consts[ins>>48]), d); err != nil {
				goto exc
			}
			if nf != nil {
				fr, pc, regs = nf, nf.pc, nf.regs
			}
			if t.breaker != 0 {
				goto breaker
			}
		case bc.CallEx:
			fr.pc = pc
			var nf *frame
			if nf, err = t.callEx(fr, ra(regs, ins)); err != nil {
				goto exc
			}
			if nf != nil {
				fr, pc, regs = nf, nf.pc, nf.regs
			}
			if t.breaker != 0 {
				goto breaker
			}

		case bc.Return, bc.ReturnNone:
			v := None
			if bc.Op(ins) == bc.Return {
				v = *ra(regs, ins)
			}
			if fr.kind == frameCall && !fr.newSeg && fr.obj == nil {
				d := fr.dst
				fr = fr.prev
				t.depth--
				t.cur = fr
				pc, regs = fr.pc, fr.regs
				store((*Value)(unsafe.Add(regs, d)), v)
				continue
			}
			fr.pc = pc
			if fr.gen != nil {
				t.finishGen(fr)
			}
			nf := t.pop(fr)
			switch fr.kind {
			case frameEntry, frameEntryGen:
				return v, nil
			case frameCall:
				store((*Value)(unsafe.Add(nf.regs, fr.dst)), v)
			case frameInit:
				if !v.IsNone() {
					err = t.TypeErr("__init__() should return None, not '%s'", v.p.typ.name)
					fr.init = Value{}
					fr, pc, regs = nf, nf.pc, nf.regs
					goto exc
				}
				*(*Value)(unsafe.Add(nf.regs, fr.dst)) = fr.init
				fr.init = Value{}
			case frameForIter:
				nf.pc = unsafe.Add(nf.pc, int64(fr.jump))
			case frameSend:
				*(*Value)(unsafe.Add(nf.regs, fr.dst)) = v
				nf.pc = unsafe.Add(nf.pc, int64(fr.jump))
			}
			fr = nf
			pc, regs = fr.pc, fr.regs

		case bc.LoadAttr:
			o := rb(regs, ins)
			w := *(*uint64)(pc)
			if uint32(w>>32) == o.p.shape {
				v := *(*Value)(unsafe.Add(unsafe.Pointer(o.p), uintptr(uint16(w>>16))))
				if v.p != nil {
					pc = unsafe.Add(pc, 8)
					store(ra(regs, ins), v)
					continue
				}
			}
			fr.pc = pc
			var v Value
			if v, err = t.loadAttrSlow(fr, *o, fr.code.names[ins>>48], pc); err != nil {
				goto exc
			}
			pc = unsafe.Add(pc, 8)
			*ra(regs, ins) = v
		case bc.StoreAttr:
			o := ra(regs, ins)
			w := *(*uint64)(pc)
			if uint32(w>>32) == o.p.shape && !t.ft {
				pc = unsafe.Add(pc, 8)
				store((*Value)(unsafe.Add(unsafe.Pointer(o.p), uintptr(uint16(w>>16)))), *rb(regs, ins))
				continue
			}
			fr.pc = pc
			if err = t.storeAttrSlow(fr, *o, fr.code.names[ins>>48], *rb(regs, ins), pc); err != nil {
				goto exc
			}
			pc = unsafe.Add(pc, 8)
		case bc.DeleteAttr:
			fr.pc = pc
			o := *ra(regs, ins)
			if err = t.SetAttr(o, fr.code.names[ins>>48], Value{}); err != nil {
				goto exc
			}
		case bc.LoadMethod:
			o := *rb(regs, ins)
			w := *(*uint64)(pc)
			a := ra(regs, ins)
			if c := fr.code.caches[uint16(w)]; c != nil && c.shape == o.p.shape && c.version == atomic.LoadUint32(&o.p.typ.version) {
				pc = unsafe.Add(pc, 8)
				*a = c.value
				*a.at(1) = o
				continue
			}
			fr.pc = pc
			var f, self Value
			if f, self, err = t.loadMethodSlow(fr, o, fr.code.names[ins>>48], int(uint16(w))); err != nil {
				goto exc
			}
			pc = unsafe.Add(pc, 8)
			if self.p == nil {
				*a, *a.at(1) = Value{}, f
			} else {
				*a, *a.at(1) = f, self
			}
		case bc.LoadSuper:
			fr.pc = pc
			if err = t.loadSuper(ra(regs, ins), regSlice(rb(regs, ins), 3), fr.code.names[ins>>48], uint8(ins>>8)); err != nil {
				goto exc
			}
		case bc.LoadSpecial:
			fr.pc = pc
			var v Value
			if v, err = t.loadSpecial(*rb(regs, ins), int(uint8(ins>>8))); err != nil {
				goto exc
			}
			*ra(regs, ins) = v
		case bc.GetItem:
			x, y := *rb(regs, ins), *rc(regs, ins)
			if !t.ft {
				switch x.p.shape {
				case shList:
					if y.p == &intTag {
						items := asList(x).items
						i := int(y.b)
						if i < 0 {
							i += len(items)
						}
						if uint(i) < uint(len(items)) {
							store(ra(regs, ins), items[i])
							continue
						}
					}
				case shDict:
					if y.p.shape == shStr {
						k := asStr(y)
						d := asDict(x)
						if j := d.findStr(k, k.hashOf()); j >= 0 {
							store(ra(regs, ins), d.entries[j].val)
							continue
						}
					}
				case shTuple:
					if y.p == &intTag {
						items := asTuple(x).items
						i := int(y.b)
						if i < 0 {
							i += len(items)
						}
						if uint(i) < uint(len(items)) {
							store(ra(regs, ins), items[i])
							continue
						}
					}
				}
			}
			fr.pc = pc
			var v Value
			if v, err = t.GetItem(x, y); err != nil {
				goto exc
			}
			*ra(regs, ins) = v
		case bc.SetItem:
			x, y := *ra(regs, ins), *rb(regs, ins)
			if x.p.shape == shList && y.p == &intTag && !t.ft {
				items := asList(x).items
				i := int(y.b)
				if i < 0 {
					i += len(items)
				}
				if uint(i) < uint(len(items)) {
					store(&items[i], *rc(regs, ins))
					continue
				}
			}
			fr.pc = pc
			if err = t.SetItem(x, y, *rc(regs, ins)); err != nil {
				goto exc
			}
		case bc.DelItem:
			fr.pc = pc
			if err = t.SetItem(*ra(regs, ins), *rb(regs, ins), Value{}); err != nil {
				goto exc
			}
		case bc.BuildSlice:
			b := rb(regs, ins)
			*ra(regs, ins) = NewSlice(*b, *b.at(1), *b.at(2))
		case bc.GetSlice:
			fr.pc = pc
			c := rc(regs, ins)
			var v Value
			if v, err = t.getSlice(*rb(regs, ins), *c, *c.at(1)); err != nil {
				goto exc
			}
			*ra(regs, ins) = v
		case bc.SetSlice:
			fr.pc = pc
			c := rc(regs, ins)
			if err = t.SetItem(*ra(regs, ins), NewSlice(*c, *c.at(1), None), *rb(regs, ins)); err != nil {
				goto exc
			}

		case bc.BuildTuple:
			*ra(regs, ins) = NewTuple(regSlice(rb(regs, ins), int(ins>>48))...).Value()
		case bc.BuildList:
			n := int(ins >> 48)
			var items []Value
			if n > 0 {
				items = append(items, regSlice(rb(regs, ins), n)...)
			}
			*ra(regs, ins) = NewList(items).Value()
		case bc.ListAppend:
			asList(*ra(regs, ins)).Append(t, *rb(regs, ins))
		default:
			fr.pc = pc
			if bc.Op(ins) >= bc.Yield {
				goto generators
			}
			if err = t.rareOp(fr, regs, ins); err != nil {
				goto exc
			}
		}
	}

generators:
	switch bc.Op(ins) {
	case bc.Yield:
		g := fr.gen
		v := *rb(regs, ins)
		g.pc = pc
		nf := t.suspend(fr, g)
		switch fr.kind {
		case frameEntryGen:
			return v, nil
		case frameForIter:
			store((*Value)(unsafe.Add(nf.regs, fr.dst)), v)
		case frameSend:
			*(*Value)(unsafe.Add(nf.regs, fr.dst)) = v
		}
		fr = nf
		pc, regs = fr.pc, fr.regs
	case bc.Send:
		a, b := ra(regs, ins), rb(regs, ins)
		if a.p.shape == shGenerator || a.p.shape == shCoroutine {
			g := asGen(*a)
			if g.state == genSuspended || g.state == genCreated && b.IsNone() {
				nf := t.resume(fr, g, *b, frameSend)
				if nf == nil {
					err = t.recursionError("")
					goto exc
				}
				nf.dst = uintptr(uint16(ins >> 32))
				nf.jump = int32(int64(ins) >> 48)
				fr, pc, regs = nf, nf.pc, nf.regs
				goto loop
			}
		}
		var v Value
		var done bool
		if v, done, err = t.send(*a, *b); err != nil {
			goto exc
		}
		*b = v
		if done {
			pc = jump(pc, ins)
		}
	default:
		if err = t.rareOp(fr, regs, ins); err != nil {
			goto exc
		}
	}
	goto loop

breaker:
	fr.pc = pc
	if err = t.safePoint(); err == nil {
		goto loop
	}

exc:
	fr.pc = pc
	for {
		if !err.chained {
			t.chainContext(err)
		}
		if err.noFrame {
			err.noFrame = false
		} else {
			t.addTraceback(err, fr)
		}
		if h := fr.code.bc.HandlerAt(fr.word()); h != nil {
			*(*Value)(unsafe.Add(regs, uintptr(h.Reg)*valueSize)) = err.Value()
			pc = unsafe.Pointer(&fr.code.instrs[h.Target])
			err = nil
			goto loop
		}
		if fr.gen != nil {
			err = t.failGen(fr, err)
		}
		nf := t.pop(fr)
		fr.init = Value{}
		if fr.kind == frameEntry || fr.kind == frameEntryGen {
			return Value{}, err
		}

		fr = nf
		pc, regs = fr.pc, fr.regs

	}
}
