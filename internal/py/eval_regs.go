package py

import (
	"math"
	"unsafe"
)

// Registers and their operands. An instruction holds the byte offsets of its
// registers R[A], R[B] and R[C] in 16 bits each.

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

// storeInt, storeFloat and storeBool stay within the 20 nodes that the compiler
// inlines into a function as large as run.
func storeInt(d *Value, i int64) {
	if d.p != &intTag {
		d.p = &intTag
	}
	d.b = uint64(i)
}

func storeFloat(d *Value, f float64) {
	if d.p != &floatTag {
		d.p = &floatTag
	}
	d.b = math.Float64bits(f)
}

func storeBool(d *Value, b uint64) {
	if d.p != &boolTag {
		d.p = &boolTag
	}
	d.b = b
}

// b2u is 1 for true. The compiler makes it one instruction.
func b2u(b bool) (n uint64) {
	if b {
		n = 1
	}
	return n
}

func jump(pc unsafe.Pointer, ins uint64) unsafe.Pointer { return unsafe.Add(pc, int64(ins)>>48) }
