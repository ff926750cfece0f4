package py

import (
	"math/big"
	"math/bits"
	"unsafe"

	bc "github.com/coachwhip/coachwhip/internal/bytecode"
)

// wide is an int of at most 128 bits: what products of two machine words and
// masks of one come to, as hash functions and random generators use them.
type wide struct {
	neg    bool
	hi, lo uint64 // magnitude
}

// wideOf returns an exact int as a wide one.
func wideOf(v Value) (w wide, ok bool) {
	if v.p == &intTag {
		if n := int64(v.b); n < 0 {
			return wide{true, 0, -v.b}, true
		}
		return wide{false, 0, v.b}, true
	}
	if v.p.shape != shBigInt || bits.UintSize != 64 {
		return w, false
	}
	b := asIntObj(v).big
	switch words := b.Bits(); len(words) {
	case 1:
		return wide{b.Sign() < 0, 0, uint64(words[0])}, true
	case 2:
		return wide{b.Sign() < 0, uint64(words[1]), uint64(words[0])}, true
	}
	return w, false
}

// wideInt is an int object with its digits in one allocation.
type wideInt struct {
	Int
	b     big.Int
	words [2]big.Word
}

// fits tells whether w is an int of 64 bits.
func (w wide) fits() bool { return w.hi == 0 && (w.lo < 1<<63 || w.neg && w.lo == 1<<63) }

func (w wide) value() Value {
	if w.fits() {
		if w.neg {
			return Int64(-int64(w.lo))
		}
		return Int64(int64(w.lo))
	}
	i := new(wideInt)
	i.words[0], i.words[1] = big.Word(w.lo), big.Word(w.hi)
	i.b.SetBits(i.words[:])
	if w.neg {
		i.b.Neg(&i.b)
	}
	i.big = &i.b
	i.typ, i.shape = IntType, shBigInt
	return Value{&i.Header, 0}
}

func (w wide) add(x wide) (wide, bool) {
	if w.neg == x.neg {
		lo, c := bits.Add64(w.lo, x.lo, 0)
		hi, c := bits.Add64(w.hi, x.hi, c)
		return wide{w.neg, hi, lo}, c == 0
	}
	if w.hi < x.hi || w.hi == x.hi && w.lo < x.lo {
		w, x = x, w
	}
	lo, c := bits.Sub64(w.lo, x.lo, 0)
	hi, _ := bits.Sub64(w.hi, x.hi, c)
	return wide{w.neg, hi, lo}, true
}

// wideArith applies an operator to exact ints of which one is, or the result
// may be, beyond 64 bits. It reports false for what it does not know.
func wideArith(op BinaryOp, x, y Value) (w wide, ok bool) {
	a, ok := wideOf(x)
	if !ok {
		return w, false
	}
	b, ok := wideOf(y)
	if !ok {
		return w, false
	}
	return a.apply(op, b)
}

// apply is wideArith for operands that are wide already.
func (a wide) apply(op BinaryOp, b wide) (r wide, ok bool) {
	switch op {
	case OpAdd:
		r, ok = a.add(b)
	case OpSub:
		b.neg = !b.neg
		r, ok = a.add(b)
	case OpMul:
		if a.hi|b.hi != 0 {
			return r, false
		}
		r.neg = a.neg != b.neg
		r.hi, r.lo = bits.Mul64(a.lo, b.lo)
		ok = true
	case OpAnd, OpOr, OpXor, OpRShift, OpLShift, OpMod, OpFloorDiv:
		if a.neg || b.neg {
			return r, false
		}
		r, ok = a.positive(op, b)
	default:
		return r, false
	}
	return r, ok
}

// positive applies operators of which both operands are positive.
func (w wide) positive(op BinaryOp, x wide) (r wide, ok bool) {
	switch op {
	case OpAnd:
		return wide{false, w.hi & x.hi, w.lo & x.lo}, true
	case OpOr:
		return wide{false, w.hi | x.hi, w.lo | x.lo}, true
	case OpXor:
		return wide{false, w.hi ^ x.hi, w.lo ^ x.lo}, true
	case OpRShift:
		switch n := x.lo; {
		case x.hi != 0 || n >= 128:
			return r, true
		case n >= 64:
			r.lo = w.hi >> (n - 64)
		default:
			r.hi, r.lo = w.hi>>n, w.lo>>n|w.hi<<(64-n)
		}
		return r, true
	case OpLShift:
		n := x.lo
		if x.hi != 0 || n >= 64 || w.hi>>(64-n) != 0 {
			return r, false
		}
		return wide{false, w.hi<<n | w.lo>>(64-n), w.lo << n}, true
	}
	if x.hi != 0 || x.lo == 0 {
		return r, false
	}
	qhi, rem := bits.Div64(0, w.hi, x.lo)
	qlo, rem := bits.Div64(rem, w.lo, x.lo)
	if op == OpMod {
		return wide{false, 0, rem}, true
	}
	return wide{false, qhi, qlo}, true
}

// wideOps are the operators that go on with a wide int.
var wideOps = func() (ops [256]struct {
	op  BinaryOp
	imm bool
	ok  bool
}) {
	set := func(c bc.Op, op BinaryOp, imm bool) { ops[c].op, ops[c].imm, ops[c].ok = op, imm, true }
	set(bc.Add, OpAdd, false)
	set(bc.Sub, OpSub, false)
	set(bc.Mul, OpMul, false)
	set(bc.And, OpAnd, false)
	set(bc.Or, OpOr, false)
	set(bc.Xor, OpXor, false)
	set(bc.LShift, OpLShift, false)
	set(bc.RShift, OpRShift, false)
	set(bc.Mod, OpMod, false)
	set(bc.FloorDiv, OpFloorDiv, false)
	set(bc.AddI, OpAdd, true)
	set(bc.SubI, OpSub, true)
	set(bc.MulI, OpMul, true)
	set(bc.AndI, OpAnd, true)
	set(bc.LShiftI, OpLShift, true)
	set(bc.RShiftI, OpRShift, true)
	set(bc.ModI, OpMod, true)
	set(bc.FloorDivI, OpFloorDiv, true)
	return ops
}()

// storeWide stores the result of an arithmetic instruction in *d. Most wide
// ints are masked or shifted into 64 bits by the next instructions, as in
// (x*a + b) & mask: these are done here too, so that what they leave nothing
// of is never made.
func (t *Thread) storeWide(d *Value, w wide) {
	fr := t.cur
	if t.loop == loopTraced || fr.code.bc.Flags&bc.FlagOptimized == 0 {
		*d = w.value()
		return
	}
	temporaries := unsafe.Add(fr.regs, fr.code.clearTo*int(valueSize))
	for pc := fr.pc; !w.fits(); {
		ins := *(*uint64)(pc)
		pc = unsafe.Add(pc, 8)
		var k *Value // a constant loaded for the operator
		if bc.Op(ins) == bc.LoadK {
			v := fr.code.consts[ins>>32]
			if k = ra(fr.regs, ins); k == d || uintptr(unsafe.Pointer(k)) < uintptr(temporaries) || !(v.isInt() || v.p.shape == shBigInt) {
				break
			}
			*k = v
			ins = *(*uint64)(pc)
			pc = unsafe.Add(pc, 8)
		}
		next := &wideOps[uint8(bc.Op(ins))]
		to := ra(fr.regs, ins)
		if !next.ok || rb(fr.regs, ins) != d || to != d && uintptr(unsafe.Pointer(d)) < uintptr(temporaries) {
			break
		}
		var y wide
		if next.imm {
			y, _ = wideOf(Int64(int64(ins) >> 48))
		} else if c := rc(fr.regs, ins); k != nil && c != k || c == d || c.p == nil {
			break
		} else if c.p != &intTag && c.p.shape != shBigInt {
			break
		} else {
			var ok bool
			if y, ok = wideOf(*c); !ok {
				break
			}
		}
		r, ok := w.apply(next.op, y)
		if !ok {
			break
		}
		w, d, fr.pc = r, to, pc
	}
	*d = w.value()
}
