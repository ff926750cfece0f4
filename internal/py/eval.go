package py

import (
	"math"
	"math/bits"
	"sync/atomic"
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// run executes frame fr, whose kind is frameEntry or one after it, until it
// returns, yields or raises.
func (t *Thread) run(fr *frame) (v Value, err *Exc) {
	held := t.dropGuards()
	for {
		switch t.loop {
		case loopGIL:
			v, err = t.runGIL(fr)
		case loopFT:
			v, err = t.runFT(fr)
		default:
			v, err = t.runTraced(fr)
		}
		if err != otherLoop {
			t.retakeGuards(held)
			return v, err
		}
		fr = t.cur
	}
}

// otherLoop is what an evaluator loop returns to be replaced by another one.
var otherLoop = &Exc{}

// runGIL is the evaluator loop of a thread that has the GIL, or no other thread
// beside it: calls from Python to Python, generator resumptions and __init__
// stay inside it. runFT is the same for threads that run at the same time, and
// runTraced for a thread that is traced or profiled; they are made from this one
// (see TestEvalLoops).
func (t *Thread) runGIL(fr *frame) (Value, *Exc) {
	const mode, ft, traced = loopGIL, false, false
	pc, regs := fr.pc, fr.regs
	var err *Exc
	var ins uint64
	var op CompareOp
	var cond bool
	var v Value
	if t.pendingThrow != nil {
		err, t.pendingThrow = t.pendingThrow, nil
		goto exc
	}
loop:
	for {
		if traced {
			if err = t.traceStep(pc); err != nil {
				goto exc
			}
		}
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
			storeBool(ra(regs, ins), b2u(uint8(ins>>8) != 0))
		case bc.Clear:
			*ra(regs, ins) = Value{}
		case bc.CheckVar:
			if ra(regs, ins).p == nil {
				fr.pc = pc
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
		case bc.DeleteVar:
			if ra(regs, ins).p == nil {
				fr.pc = pc
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
			*ra(regs, ins) = Value{}

		case bc.LoadGlobal:
			if ft {
				if v := fr.fn().cachedGlobal(pc); v.p != nil {
					pc = unsafe.Add(pc, 16)
					store(ra(regs, ins), v)
					continue
				}
				fr.pc = pc
				v, err = t.loadGlobal(fr.fn(), fr.code.names[ins>>32], pc)
				goto result1
			}
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
			v, err = t.loadGlobal(f, fr.code.names[ins>>32], pc)
			goto result1
		case bc.StoreGlobal:
			fr.pc = pc
			err = t.storeGlobal(fr.fn(), fr.code.names[ins>>32], *ra(regs, ins))
			goto after
		case bc.DeleteGlobal:
			fr.pc = pc
			err = t.deleteGlobal(fr.fn(), fr.code.names[ins>>32])
			goto after
		case bc.LoadName:
			if ft {
				f := fr.fn()
				if (*Value)(regs).p == &f.globals.Header {
					if v := f.cachedGlobal(pc); v.p != nil {
						pc = unsafe.Add(pc, 16)
						store(ra(regs, ins), v)
						continue
					}
				}
				fr.pc = pc
				v, err = t.loadName(f, *(*Value)(regs), fr.code.names[ins>>32], pc)
				goto result1
			}
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
			v, err = t.loadName(f, *(*Value)(regs), fr.code.names[ins>>32], pc)
			goto result1
		case bc.StoreName:
			fr.pc = pc
			err = t.storeName(*(*Value)(regs), fr.code.names[ins>>32], *ra(regs, ins))
			goto after
		case bc.DeleteName:
			fr.pc = pc
			err = t.deleteName(*(*Value)(regs), fr.code.names[ins>>32])
			goto after

		case bc.MakeCell:
			fr.pc = pc
			makeCell(ra(regs, ins))
			goto reload
		case bc.LoadCell:
			v := asCell(*rb(regs, ins)).v
			if ft {
				v = asCell(*rb(regs, ins)).load(t)
			}
			if v.p == nil {
				fr.pc = pc
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
			store(ra(regs, ins), v)
		case bc.StoreCell:
			if ft {
				asCell(*ra(regs, ins)).set(t, *rb(regs, ins))
				continue
			}
			asCell(*ra(regs, ins)).v = *rb(regs, ins)
		case bc.DeleteCell:
			c := asCell(*ra(regs, ins))
			if c.v.p == nil {
				fr.pc = pc
				err = t.unboundLocal(fr.code.names[ins>>48])
				goto exc
			}
			c.set(t, Value{})
		case bc.LoadFree:
			i := int(uint16(ins >> 32))
			c := fr.fn().cell(i)
			var v Value
			if ft {
				v = c.load(t)
			} else {
				v = c.v
			}
			if v.p == nil {
				fr.pc = pc
				err = t.unboundFree(fr.code.freeVars[i])
				goto exc
			}
			store(ra(regs, ins), v)
		case bc.StoreFree:
			if ft {
				fr.fn().cell(int(uint16(ins>>32))).set(t, *ra(regs, ins))
				continue
			}
			fr.fn().cell(int(uint16(ins >> 32))).v = *ra(regs, ins)
		case bc.DeleteFree:
			i := int(uint16(ins >> 32))
			c := fr.fn().cell(i)
			if c.v.p == nil {
				fr.pc = pc
				err = t.unboundFree(fr.code.freeVars[i])
				goto exc
			}
			c.set(t, Value{})
		case bc.LoadFreeCell:
			*ra(regs, ins) = fr.fn().closure[uint16(ins>>32)]
		case bc.LoadFromDictOr:
			fr.pc = pc
			err = t.loadFromDictOr(fr, ra(regs, ins), *rb(regs, ins), fr.code.names[ins>>48], uint8(ins>>8))
			goto after

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
			err = t.addSlow(ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
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
			err = t.binarySlow(OpSub, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.Mul:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &floatTag && y.p == &floatTag {
				storeFloat(ra(regs, ins), x.float()*y.float())
				continue
			} else if x.p == &intTag && y.p == &intTag {
				a, b := int64(x.b), int64(y.b)
				if int64(int32(a)) == a && int64(int32(b)) == b {
					storeInt(ra(regs, ins), a*b)
					continue
				}
				hi, lo := bits.Mul64(x.b, y.b)
				if hi -= uint64((a>>63)&b) + uint64((b>>63)&a); int64(hi) == int64(lo)>>63 {
					storeInt(ra(regs, ins), int64(lo))
					continue
				}
			}
			fr.pc = pc
			err = t.binarySlow(OpMul, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.Div:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &floatTag && y.p == &floatTag && y.float() != 0 {
				storeFloat(ra(regs, ins), x.float()/y.float())
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpDiv, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.FloorDiv:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && int64(y.b) > 0 {
				if (x.b|y.b)>>32 == 0 {
					storeInt(ra(regs, ins), int64(uint32(x.b)/uint32(y.b)))
				} else {
					storeInt(ra(regs, ins), floorDiv(int64(x.b), int64(y.b)))
				}
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpFloorDiv, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.Mod:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && int64(y.b) > 0 {
				if (x.b|y.b)>>32 == 0 {
					storeInt(ra(regs, ins), int64(uint32(x.b)%uint32(y.b)))
				} else {
					m := int64(x.b) % int64(y.b)
					storeInt(ra(regs, ins), m+m>>63&int64(y.b))
				}
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpMod, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.LShift:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && y.b < 63 {
				if a := int64(x.b); a<<y.b>>y.b == a {
					storeInt(ra(regs, ins), a<<y.b)
					continue
				}
			}
			fr.pc = pc
			err = t.binarySlow(OpLShift, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.RShift:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag && y.b < 64 {
				storeInt(ra(regs, ins), int64(x.b)>>y.b)
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpRShift, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.And:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b&y.b))
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpAnd, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.Or:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b|y.b))
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpOr, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.Xor:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b^y.b))
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpXor, ra(regs, ins), *x, *y, uint8(ins>>8))
			goto after
		case bc.MatMul:
			fr.pc = pc
			err = t.binarySlow(OpMatMul, ra(regs, ins), *rb(regs, ins), *rc(regs, ins), uint8(ins>>8))
			goto after
		case bc.Pow:
			fr.pc = pc
			err = t.binarySlow(OpPow, ra(regs, ins), *rb(regs, ins), *rc(regs, ins), uint8(ins>>8))
			goto after

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
			err = t.binarySlow(OpAdd, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after
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
			err = t.binarySlow(OpSub, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after
		case bc.MulI:
			x := rb(regs, ins)
			if x.p == &intTag {
				if a := int64(x.b); int64(int32(a)) == a {
					storeInt(ra(regs, ins), a*(int64(ins)>>48))
					continue
				}
			}
			fr.pc = pc
			err = t.binarySlow(OpMul, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after
		case bc.ModI:
			x := rb(regs, ins)
			if b := int64(ins) >> 48; x.p == &intTag && b > 0 {
				if x.b>>32 == 0 {
					storeInt(ra(regs, ins), int64(uint32(x.b)%uint32(b)))
				} else {
					m := int64(x.b) % b
					storeInt(ra(regs, ins), m+m>>63&b)
				}
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpMod, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after
		case bc.FloorDivI:
			x := rb(regs, ins)
			if b := int64(ins) >> 48; x.p == &intTag && b > 0 {
				if x.b>>32 == 0 {
					storeInt(ra(regs, ins), int64(uint32(x.b)/uint32(b)))
				} else {
					storeInt(ra(regs, ins), floorDiv(int64(x.b), b))
				}
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpFloorDiv, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after
		case bc.AndI:
			x := rb(regs, ins)
			if x.p == &intTag {
				storeInt(ra(regs, ins), int64(x.b)&(int64(ins)>>48))
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpAnd, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after
		case bc.RShiftI:
			x := rb(regs, ins)
			if n := uint64(int64(ins) >> 48); x.p == &intTag && n < 64 {
				storeInt(ra(regs, ins), int64(x.b)>>n)
				continue
			}
			fr.pc = pc
			err = t.binarySlow(OpRShift, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after
		case bc.LShiftI:
			x := rb(regs, ins)
			if n := uint64(int64(ins) >> 48); x.p == &intTag && n < 63 {
				if a := int64(x.b); a<<n>>n == a {
					storeInt(ra(regs, ins), a<<n)
					continue
				}
			}
			fr.pc = pc
			err = t.binarySlow(OpLShift, ra(regs, ins), *x, Int64(int64(ins)>>48), uint8(ins>>8))
			goto after

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
			v, err = t.Neg(*x)
			goto result
		case bc.Pos_:
			fr.pc = pc
			v, err = t.Positive(*rb(regs, ins))
			goto result
		case bc.Invert:
			fr.pc = pc
			v, err = t.Invert(*rb(regs, ins))
			goto result
		case bc.Not:
			x := rb(regs, ins)
			if x.p == &boolTag {
				storeBool(ra(regs, ins), x.b^1)
				continue
			}
			fr.pc = pc
			err = t.storeTruth(ra(regs, ins), *x, 1)
			goto after
		case bc.ToBool:
			fr.pc = pc
			err = t.storeTruth(ra(regs, ins), *rb(regs, ins), 0)
			goto after

		case bc.Lt:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeBool(ra(regs, ins), b2u(int64(x.b) < int64(y.b)))
				continue
			}
			op = CmpLT
			goto compare
		case bc.Le:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeBool(ra(regs, ins), b2u(int64(x.b) <= int64(y.b)))
				continue
			}
			op = CmpLE
			goto compare
		case bc.Eq:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeBool(ra(regs, ins), b2u(int64(x.b) == int64(y.b)))
				continue
			}
			op = CmpEQ
			goto compare
		case bc.Ne:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeBool(ra(regs, ins), b2u(int64(x.b) != int64(y.b)))
				continue
			}
			op = CmpNE
			goto compare
		case bc.Gt:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeBool(ra(regs, ins), b2u(int64(x.b) > int64(y.b)))
				continue
			}
			op = CmpGT
			goto compare
		case bc.Ge:
			x, y := rb(regs, ins), rc(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				storeBool(ra(regs, ins), b2u(int64(x.b) >= int64(y.b)))
				continue
			}
			op = CmpGE
			goto compare
		case bc.Is:
			storeBool(ra(regs, ins), b2u((*rb(regs, ins) == *rc(regs, ins)) != (uint8(ins>>8) != 0)))
		case bc.In:
			fr.pc = pc
			err = t.storeContains(ra(regs, ins), *rc(regs, ins), *rb(regs, ins), uint8(ins>>8))
			goto after

		case bc.Jump:
			pc = unsafe.Add(pc, int64(ins)>>32)
		case bc.Loop:
			pc = unsafe.Add(pc, int64(ins)>>32)
			if t.breaker != 0 {
				fr.pc = pc
				goto breaker
			}
		case bc.JumpT:
			x := ra(regs, ins)
			if x.p != &boolTag {
				if x.p == &intTag {
					cond = x.b != 0
				} else if x.p == &noneTag {
					continue
				} else {
					fr.pc = pc
					cond, err = t.Truth(*x)
					goto jumpTruth
				}
			} else {
				cond = x.b != 0
			}
			if cond {
				pc = jump(pc, ins)
				if t.breaker != 0 && uint8(ins>>8) != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpF:
			x := ra(regs, ins)
			if x.p != &boolTag {
				if x.p == &intTag {
					cond = x.b != 0
				} else if x.p == &noneTag {
					cond = false
				} else {
					fr.pc = pc
					cond, err = t.Truth(*x)
					goto jumpTruth
				}
			} else {
				cond = x.b != 0
			}
			if !cond {
				pc = jump(pc, ins)
				if t.breaker != 0 && uint8(ins>>8) != 0 {
					fr.pc = pc
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
			if x.p == &intTag && y.p == &intTag {
				cond = int64(x.b) < int64(y.b)
			} else if x.p == &floatTag && y.p == &floatTag {
				cond = x.float() < y.float()
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, *y, CmpLT, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpLe:
			x, y := ra(regs, ins), rb(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				cond = int64(x.b) <= int64(y.b)
			} else if x.p == &floatTag && y.p == &floatTag {
				cond = x.float() <= y.float()
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, *y, CmpLE, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpEq:
			x, y := ra(regs, ins), rb(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				cond = int64(x.b) == int64(y.b)
			} else if x.p == &floatTag && y.p == &floatTag {
				cond = x.float() == y.float()
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, *y, CmpEQ, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpNe:
			x, y := ra(regs, ins), rb(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				cond = int64(x.b) != int64(y.b)
			} else if x.p == &floatTag && y.p == &floatTag {
				cond = x.float() != y.float()
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, *y, CmpNE, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpGt:
			x, y := ra(regs, ins), rb(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				cond = int64(x.b) > int64(y.b)
			} else if x.p == &floatTag && y.p == &floatTag {
				cond = x.float() > y.float()
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, *y, CmpGT, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpGe:
			x, y := ra(regs, ins), rb(regs, ins)
			if x.p == &intTag && y.p == &intTag {
				cond = int64(x.b) >= int64(y.b)
			} else if x.p == &floatTag && y.p == &floatTag {
				cond = x.float() >= y.float()
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, *y, CmpGE, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpIs:
			if (*ra(regs, ins) == *rb(regs, ins)) == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpIn:
			fr.pc = pc
			cond, err = t.Contains(*rb(regs, ins), *ra(regs, ins))
			goto jumpIf
		case bc.JumpLtI:
			x := ra(regs, ins)
			if x.p == &intTag {
				cond = int64(x.b) < int64(int16(ins>>32))
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, Int64(int64(int16(ins>>32))), CmpLT, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpLeI:
			x := ra(regs, ins)
			if x.p == &intTag {
				cond = int64(x.b) <= int64(int16(ins>>32))
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, Int64(int64(int16(ins>>32))), CmpLE, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpEqI:
			x := ra(regs, ins)
			if x.p == &intTag {
				cond = int64(x.b) == int64(int16(ins>>32))
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, Int64(int64(int16(ins>>32))), CmpEQ, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpNeI:
			x := ra(regs, ins)
			if x.p == &intTag {
				cond = int64(x.b) != int64(int16(ins>>32))
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, Int64(int64(int16(ins>>32))), CmpNE, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpGtI:
			x := ra(regs, ins)
			if x.p == &intTag {
				cond = int64(x.b) > int64(int16(ins>>32))
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, Int64(int64(int16(ins>>32))), CmpGT, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}
		case bc.JumpGeI:
			x := ra(regs, ins)
			if x.p == &intTag {
				cond = int64(x.b) >= int64(int16(ins>>32))
			} else {
				fr.pc = pc
				err = t.jumpCompare(fr, *x, Int64(int64(int16(ins>>32))), CmpGE, ins)
				goto called
			}
			if cond == (ins&0x100 != 0) {
				pc = jump(pc, ins)
				if t.breaker != 0 && ins&0x200 != 0 {
					fr.pc = pc
					goto breaker
				}
			}

		case bc.GetIter:
			x := rb(regs, ins)
			if uint8(ins>>8) != 0 {
				switch x.p.shape {
				case shRange:
					if r, it := asRange(*x), t.spareRange; it != nil && r.n >= 0 {
						t.spareRange = nil
						it.next, it.step, it.left = int64(r.start.b), int64(r.step.b), r.n
						*ra(regs, ins) = Value{&it.Header, 0}
						continue
					}
				case shList:
					if it := t.spareList; it != nil {
						t.spareList = nil
						it.list, it.pos = asList(*x), 0
						*ra(regs, ins) = Value{&it.Header, 0}
						continue
					}
				case shTuple:
					if it := t.spareTuple; it != nil {
						t.spareTuple = nil
						it.items, it.pos = asTuple(*x).items, 0
						*ra(regs, ins) = Value{&it.Header, 0}
						continue
					}
				}
			}
			fr.pc = pc
			err = t.getIterOp(ra(regs, ins), *x, uint8(ins>>8) != 0)
			goto after
		case bc.ForIter:
			it := ra(regs, ins)
			switch it.p.shape {
			case shRangeIter:
				r := (*rangeIter)(it.ptr())
				if ft && !r.own {
					break
				}
				if r.left > 0 {
					r.left--
					i := r.next
					r.next += r.step
					storeInt(rb(regs, ins), i)
					continue
				}
				if r.own {
					t.spareRange = r
				}
				pc = jump(pc, ins)
				continue
			case shListIter:
				li := (*listIter)(it.ptr())
				if ft {
					if v := li.nextOf(t); v.p != nil {
						store(rb(regs, ins), v)
						continue
					}
				} else if l := li.list; l != nil {
					if i := li.pos; i < len(l.items) {
						li.pos = i + 1
						store(rb(regs, ins), l.items[i])
						continue
					}
					li.list = nil
				}
				if li.own {
					t.spareList = li
				}
				pc = jump(pc, ins)
				continue
			case shTupleIter:
				ti := (*tupleIter)(it.ptr())
				if ft && !ti.own {
					break
				}
				if i := ti.pos; i < len(ti.items) {
					ti.pos = i + 1
					store(rb(regs, ins), ti.items[i])
					continue
				}
				if ti.own && ti.items != nil {
					ti.items = nil
					t.spareTuple = ti
				}
				pc = jump(pc, ins)
				continue
			case shGenerator:
				fr.pc = pc
				err = t.forGen(fr, asGen(*it), ins)
				goto after
			}
			fr.pc = pc
			err = t.forNext(fr, *it, ins)
			goto after
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
			err = t.unpack(regSlice(ra(regs, ins), n), x)
			goto after
		case bc.UnpackEx:
			fr.pc = pc
			err = t.unpackEx(ra(regs, ins), *rb(regs, ins), int(uint8(ins>>8)), int(ins>>48))
			goto after

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
			if traced {
				err = t.tracedCall(fr, a, n, nil, rc(regs, ins))
				goto called
			}
			if a.p.shape == shFunction {
				code := asFunc(*a).code
				nr := unsafe.Add(unsafe.Pointer(a), valueSize)
				if nf := fr.next; atomic.LoadUint32(&code.fast) != 0 && n == code.nargs && uintptr(nr)+code.bytes <= fr.limit && t.depth < t.limit && nf != nil {
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
						fr.pc = pc
						goto breaker
					}
					continue
				}
			}
			err = t.callSlow(fr, a, n, nil, rc(regs, ins))
			goto called
		case bc.Call:
			a := ra(regs, ins)
			n := int(uint16(ins >> 32))
			fr.pc = pc
			if traced {
				err = t.tracedCall(fr, a, n, nil, rc(regs, ins))
				goto called
			}
			if a.p.shape == shFunction {
				code := asFunc(*a).code
				nr := unsafe.Add(unsafe.Pointer(a), valueSize)
				if nf := fr.next; atomic.LoadUint32(&code.fast) != 0 && n == code.nargs && uintptr(nr)+code.bytes <= fr.limit && t.depth < t.limit && nf != nil {
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
						fr.pc = pc
						goto breaker
					}
					continue
				}
			}
			err = t.callSlow(fr, a, n, nil, rc(regs, ins))
			goto called
		case bc.CallKw, bc.CallMethodKw:
			a := ra(regs, ins)
			d := a
			n := int(uint16(ins >> 32))
			if a.p == nil {
				a = a.at(1)
				n--
			}
			fr.pc = pc
			if traced {
				err = t.tracedCall(fr, a, n, asTuple(fr.code.consts[ins>>48]), d)
				goto called
			}
			err = t.callSlow(fr, a, n, asTuple(fr.code.consts[ins>>48]), d)
			goto called
		case bc.CallEx:
			fr.pc = pc
			if traced {
				err = t.tracedCallEx(fr, ra(regs, ins))
				goto called
			}
			err = t.callEx(fr, ra(regs, ins))
			goto called

		case bc.Return, bc.ReturnNone:
			v = None
			if bc.Op(ins) == bc.Return {
				v = *ra(regs, ins)
			}
			if traced {
				fr.pc = pc
				if err = t.traceReturn(fr, v); err != nil {
					goto exc
				}
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
			if fr.kind >= frameEntry {
				t.leave(fr, v)
				return v, nil
			}
			err = t.leave(fr, v)
			goto after

		case bc.LoadAttr:
			o := rb(regs, ins)
			w := atomic.LoadUint64((*uint64)(pc))
			if ft {
				if lw, ok := o.p.word(); ok && uint32(w>>32) == atomic.LoadUint32(&o.p.shape) {
					v := loadValue((*Value)(unsafe.Add(unsafe.Pointer(o.p), uintptr(uint16(w>>16)))))
					if v.p != nil && o.p.same(lw) {
						pc = unsafe.Add(pc, 8)
						store(ra(regs, ins), v)
						continue
					}
				}
			} else if uint32(w>>32) == o.p.shape {
				v := *(*Value)(unsafe.Add(unsafe.Pointer(o.p), uintptr(uint16(w>>16))))
				if v.p != nil {
					pc = unsafe.Add(pc, 8)
					store(ra(regs, ins), v)
					continue
				}
			}
			fr.pc = pc
			err = t.loadAttrOp(fr, ra(regs, ins), *o, fr.code.names[ins>>48])
			goto after
		case bc.StoreAttr:
			o := ra(regs, ins)
			w := atomic.LoadUint64((*uint64)(pc))
			if ft {
				if uint32(w>>32) == atomic.LoadUint32(&o.p.shape) && t.storeSlot(o.p, uint32(w>>32), uintptr(uint16(w>>16)), *rb(regs, ins)) {
					pc = unsafe.Add(pc, 8)
					continue
				}
				fr.pc = pc
				if c := fr.code.caches[uint16(w)].Load(); c != nil && c.shape == atomic.LoadUint32(&o.p.shape) && c.kind == cacheAdd && c.version == atomic.LoadUint32(&o.p.typ.version) {
					if t.addSlot(o.p, c.shape, uint32(c.value.b), c.off, *rb(regs, ins)) {
						pc = unsafe.Add(pc, 8)
						continue
					}
				}
			} else {
				if uint32(w>>32) == o.p.shape {
					pc = unsafe.Add(pc, 8)
					store((*Value)(unsafe.Add(unsafe.Pointer(o.p), uintptr(uint16(w>>16)))), *rb(regs, ins))
					continue
				}
				fr.pc = pc
				if c := fr.code.caches[uint16(w)].Load(); c != nil && c.shape == o.p.shape && c.kind == cacheAdd && c.version == atomic.LoadUint32(&o.p.typ.version) {
					*(*Value)(unsafe.Add(unsafe.Pointer(o.p), c.off)) = *rb(regs, ins)
					o.p.shape = uint32(c.value.b)
					pc = unsafe.Add(pc, 8)
					continue
				}
			}
			err = t.storeAttrSlow(fr, *o, fr.code.names[ins>>48], *rb(regs, ins), pc)
			goto after1
		case bc.DeleteAttr:
			fr.pc = pc
			o := *ra(regs, ins)
			err = t.SetAttr(o, fr.code.names[ins>>48], Value{})
			goto after
		case bc.LoadMethod:
			o := *rb(regs, ins)
			w := atomic.LoadUint64((*uint64)(pc))
			a := ra(regs, ins)
			if c := fr.code.caches[uint16(w)].Load(); c != nil && c.shape == o.p.shape && c.version == atomic.LoadUint32(&o.p.typ.version) {
				pc = unsafe.Add(pc, 8)
				*a = c.value
				*a.at(1) = o
				continue
			}
			fr.pc = pc
			err = t.loadMethodSlow(fr, a, o, fr.code.names[ins>>48], int(uint16(w)))
			goto after1
		case bc.LoadSuper:
			fr.pc = pc
			err = t.loadSuper(ra(regs, ins), regSlice(rb(regs, ins), 3), fr.code.names[ins>>48], uint8(ins>>8))
			goto after
		case bc.LoadSpecial:
			fr.pc = pc
			err = t.loadSpecial(ra(regs, ins), *rb(regs, ins), int(uint8(ins>>8)))
			goto after
		case bc.GetItem:
			x, y := *rb(regs, ins), *rc(regs, ins)
			switch x.p.shape {
			case shList:
				if y.p != &intTag {
					break
				}
				if ft {
					if v := asList(x).at(int(y.b)); v.p != nil {
						store(ra(regs, ins), v)
						continue
					}
				} else {
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
			fr.pc = pc
			err = t.getItemOp(ra(regs, ins), x, y)
			goto after
		case bc.SetItem:
			x, y := *ra(regs, ins), *rb(regs, ins)
			if x.p.shape == shList && y.p == &intTag {
				if ft {
					if asList(x).setAt(int(y.b), *rc(regs, ins)) {
						continue
					}
				} else {
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
			}
			fr.pc = pc
			err = t.setItemOp(x, y, *rc(regs, ins))
			goto after
		case bc.DelItem:
			fr.pc = pc
			err = t.SetItem(*ra(regs, ins), *rb(regs, ins), Value{})
			goto after
		case bc.BuildSlice:
			b := rb(regs, ins)
			fr.pc = pc
			v = NewSlice(*b, *b.at(1), *b.at(2))
			goto result
		case bc.GetSlice:
			fr.pc = pc
			c := rc(regs, ins)
			if uint8(ins>>8) != 0 {
				v, err = t.getSliceStep(*rb(regs, ins), *c, *c.at(1), *c.at(2))
			} else {
				v, err = t.getSlice(*rb(regs, ins), *c, *c.at(1))
			}
			goto result
		case bc.SetSlice:
			fr.pc = pc
			c := rc(regs, ins)
			err = t.setSlice(*ra(regs, ins), *c, *c.at(1), *rb(regs, ins))
			goto after

		case bc.BuildTuple:
			fr.pc = pc
			v = NewTuple(regSlice(rb(regs, ins), int(ins>>48))...).Value()
			goto result
		case bc.BuildList:
			fr.pc = pc
			if uint8(ins>>8) != 0 {
				v = t.listFor(*rb(regs, ins)).Value()
				goto result
			}
			v = newListOf(regSlice(rb(regs, ins), int(ins>>48))).Value()
			goto result
		case bc.ListAppend:
			l := asList(*ra(regs, ins))
			if n := len(l.items); n < cap(l.items) { // nobody else sees it yet
				l.items = l.items[:n+1]
				l.items[n] = *rb(regs, ins)
				continue
			}
			fr.pc = pc
			l.Append(t, *rb(regs, ins))
			goto reload
		case bc.Yield:
			fr.pc = pc
			if traced {
				if err = t.traceReturn(fr, *rb(regs, ins)); err != nil {
					goto exc
				}
			}
			if v = *rb(regs, ins); fr.kind >= frameEntryGen {
				if !traced && fr.kind == frameDrain && t.sink.take(t, v) {
					*ra(regs, ins) = None
					goto reload
				}
				t.yield(fr, v)
				return v, nil
			}
			t.yield(fr, v)
			goto reload
		case bc.Send:
			fr.pc = pc
			err = t.sendOp(fr, ra(regs, ins), rb(regs, ins), ins)
			goto after
		default:
			fr.pc = pc
			err = t.rareOp(fr, regs, ins)
			goto after
		}
	}

	// What follows a call out of the loop. The loop's own variables are loaded
	// anew from the thread instead of being kept over the call: so they need no
	// place in memory, and an instruction that calls nothing stores none.
called:
	if err == nil && t.breaker != 0 && !t.entersWith() {
		if err = t.safePoint(); err == nil {
			goto reload
		}
		if t.cur.word() < 0 { // the call has entered a function
			t.cur.pc = unsafe.Add(t.cur.pc, 8)
		}
	}
after:
	if err != nil {
		goto exc
	}
reload:
	fr = t.cur
	pc, regs = fr.pc, fr.regs
	goto resume

after1:
	if err != nil {
		goto exc
	}
	fr = t.cur
	pc, regs = unsafe.Add(fr.pc, 8), fr.regs
	goto resume

result:
	if err != nil {
		goto exc
	}
	fr = t.cur
	pc, regs = fr.pc, fr.regs
	*ra(regs, *(*uint64)(unsafe.Add(pc, -8))) = v
	goto resume

result1:
	if err != nil {
		goto exc
	}
	fr = t.cur
	pc, regs = fr.pc, fr.regs
	*ra(regs, *(*uint64)(unsafe.Add(pc, -8))) = v
	pc = unsafe.Add(pc, 16)
	goto resume

jumpIf:
	if err != nil {
		goto exc
	}
	fr = t.cur
	pc, regs = fr.pc, fr.regs
	ins = *(*uint64)(unsafe.Add(pc, -8))
	if cond == (ins&0x100 != 0) {
		pc = jump(pc, ins)
		if t.breaker != 0 && ins&0x200 != 0 {
			fr.pc = pc
			goto breaker
		}
	}
	goto resume

jumpTruth:
	if err != nil {
		goto exc
	}
	fr = t.cur
	pc, regs = fr.pc, fr.regs
	ins = *(*uint64)(unsafe.Add(pc, -8))
	if cond == (bc.Op(ins) == bc.JumpT) {
		pc = jump(pc, ins)
		if t.breaker != 0 && uint8(ins>>8) != 0 {
			fr.pc = pc
			goto breaker
		}
	}
	goto resume

compare:
	fr.pc = pc
	err = t.compareOp(ra(regs, ins), *rb(regs, ins), *rc(regs, ins), op)
	goto after

resume:
	// With the first other thread this one needs locks, and without any other
	// it needs none; or it has begun or ceased to be traced.
	if t.loop != mode {
		fr.pc = pc
		return Value{}, otherLoop
	}
	goto loop

breaker:
	if err = t.safePoint(); err == nil {
		goto reload
	}
	// What was interrupted is the instruction that would have come next: the
	// one before it in the code may stand outside the try around a loop.
	t.cur.pc = unsafe.Add(t.cur.pc, 8)

exc:
	fr = t.cur
	regs = fr.regs
	for {
		if !err.chained {
			t.chainContext(err)
		}
		again := t.again == err
		if again {
			t.again = nil
		} else {
			t.addTraceback(err, fr)
			if traced {
				if e := t.traceRaise(fr, err); e != nil {
					err = e
					t.addTraceback(err, fr)
				}
			}
		}
		if h := fr.code.bc.HandlerAt(fr.word()); h != nil {
			*(*Value)(unsafe.Add(regs, uintptr(h.Reg)*valueSize)) = err.Value()
			pc = unsafe.Pointer(&fr.code.instrs[h.Target])
			err = nil
			goto resume
		}
		if again {
			fr.stayAt(err.tb)
		}
		if traced {
			if e := t.traceReturn(fr, None); e != nil {
				err = e
				t.addTraceback(err, fr)
			}
		}
		if fr.gen != nil {
			t.finishGen(fr)
		}
		nf := t.pop(fr)
		fr.init = Value{}
		if fr.kind >= frameEntry {
			return Value{}, err
		}
		if fr.kind == frameNext && err.Is(StopIteration) {
			err = nil // not every instruction sets it anew
			nf.pc = unsafe.Add(nf.pc, int64(fr.jump))
			goto reload
		}
		if fr.kind == frameAttr {
			ins = *(*uint64)(unsafe.Add(nf.pc, -8))
			err.attrContext(*rb(nf.regs, ins), nf.code.names[ins>>48])
		}
		fr = nf
		regs = fr.regs
	}
}
