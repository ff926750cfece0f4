package structmod

import (
	"encoding/binary"
	"math"
	"math/big"
	"strconv"

	"github.com/coachwhip/coachwhip/internal/py"
)

var nativeBig = binary.NativeEndian.Uint16([]byte{0, 1}) == 1

// put stores the low bytes of u.
func put(b []byte, u uint64, bigEndian bool) {
	if bigEndian {
		for i := len(b) - 1; i >= 0; i-- {
			b[i] = byte(u)
			u >>= 8
		}
		return
	}
	switch len(b) {
	case 8:
		binary.LittleEndian.PutUint64(b, u)
	case 4:
		binary.LittleEndian.PutUint32(b, uint32(u))
	case 2:
		binary.LittleEndian.PutUint16(b, uint16(u))
	default:
		b[0] = byte(u)
	}
}

func get(b []byte, bigEndian bool) uint64 {
	if bigEndian {
		var u uint64
		for _, c := range b {
			u = u<<8 | uint64(c)
		}
		return u
	}
	switch len(b) {
	case 8:
		return binary.LittleEndian.Uint64(b)
	case 4:
		return uint64(binary.LittleEndian.Uint32(b))
	case 2:
		return uint64(binary.LittleEndian.Uint16(b))
	}
	return uint64(b[0])
}

// unpack makes the values of a buffer of exactly f.size bytes.
func (f *format) unpack(b []byte) py.Value {
	var buf [8]py.Value
	vals := buf[:0]
	if f.n > len(buf) {
		vals = make([]py.Value, 0, f.n)
	}
	for i := range f.items {
		it := &f.items[i]
		for k, off := 0, it.off; k < it.count; k, off = k+1, off+it.size {
			vals = append(vals, f.value(it, b[off:off+it.size]))
		}
	}
	return py.NewTuple(vals...).Value()
}

func (f *format) value(it *item, b []byte) py.Value {
	switch it.kind {
	case kindInt:
		u := get(b, f.big)
		shift := 64 - 8*uint(len(b))
		return py.Int64(int64(u<<shift) >> shift)
	case kindUint, kindPointer:
		u := get(b, f.big)
		if u > math.MaxInt64 {
			return py.NewBig(new(big.Int).SetUint64(u))
		}
		return py.Int64(int64(u))
	case kindBool:
		return py.Bool(b[0] != 0)
	case kindFloat:
		u := get(b, f.big)
		switch len(b) {
		case 8:
			return py.Float64(math.Float64frombits(u))
		case 4:
			return py.Float64(float64(math.Float32frombits(uint32(u))))
		}
		return py.Float64(py.HalfToFloat(uint16(u)))
	case kindPascal:
		if len(b) == 0 {
			return py.CopyBytes(nil).Value()
		}
		n := min(int(b[0]), len(b)-1)
		return py.CopyBytes(b[1 : 1+n]).Value()
	}
	return py.CopyBytes(b).Value()
}

// pack stores values into b, whose pad bytes are zero already.
func (f *format) pack(t *py.Thread, b []byte, vals []py.Value) *py.Exc {
	for i := range f.items {
		it := &f.items[i]
		for k, off := 0, it.off; k < it.count; k, off = k+1, off+it.size {
			if err := f.put(t, it, b[off:off+it.size], vals[0]); err != nil {
				return err
			}
			vals = vals[1:]
		}
	}
	return nil
}

func (f *format) put(t *py.Thread, it *item, b []byte, v py.Value) *py.Exc {
	switch it.kind {
	case kindInt, kindUint, kindPointer:
		return f.putInt(t, it, b, v)
	case kindBool:
		ok, err := t.Truth(v)
		if err != nil {
			return err
		}
		b[0] = 0
		if ok {
			b[0] = 1
		}
	case kindChar:
		x, ok := py.ToBytes(v)
		if !ok || len(x.Bytes()) != 1 {
			return t.Raise(errorType, "char format requires a bytes object of length 1")
		}
		b[0] = x.Bytes()[0]
	case kindString, kindPascal:
		x, ok := py.ToBytes(v)
		data := []byte(nil)
		if ok {
			data = x.Bytes()
		} else if y, isArray := py.ToByteArray(v); isArray {
			data = y.Data(t)
		} else {
			return t.Raise(errorType, "argument for '%c' must be a bytes object", it.code)
		}
		if it.kind == kindPascal {
			if len(b) == 0 {
				return nil
			}
			n := min(len(data), len(b)-1)
			copy(b[1:], data[:n])
			b[0] = byte(min(n, 255))
			return nil
		}
		copy(b, data)
	case kindFloat:
		return f.putFloat(t, it, b, v)
	}
	return nil
}

func (f *format) putFloat(t *py.Thread, it *item, b []byte, v py.Value) *py.Exc {
	x, err := t.AsFloat(v)
	if err != nil {
		return t.Raise(errorType, "required argument is not a float")
	}
	tooLarge := func() *py.Exc {
		if py.IsInt(v) {
			return t.Raise(errorType, "int too large to convert")
		}
		return t.Raise(py.OverflowError, "float too large to pack with %c format", it.code)
	}
	switch len(b) {
	case 8:
		put(b, math.Float64bits(x), f.big)
	case 4:
		s := float32(x)
		if !f.native && math.IsInf(float64(s), 0) && !math.IsInf(x, 0) {
			return tooLarge()
		}
		put(b, uint64(math.Float32bits(s)), f.big)
	default:
		h, ok := py.FloatToHalf(x)
		if !ok {
			return tooLarge()
		}
		put(b, uint64(h), f.big)
	}
	return nil
}

func (f *format) putInt(t *py.Thread, it *item, b []byte, v py.Value) *py.Exc {
	if !py.IsInt(v) {
		if v.Type().Slots().Index == nil {
			return t.Raise(errorType, "required argument is not an integer")
		}
		x, err := t.Index(v)
		if err != nil {
			return err
		}
		v = x
	}
	bits := 8 * uint(len(b))
	n, small := py.SmallInt(v)
	if small {
		switch {
		case it.kind == kindPointer, it.kind == kindInt && n>>(bits-1) == n>>63:
			put(b, uint64(n), f.big)
			return nil
		case it.kind == kindUint && n >= 0 && (bits == 64 || n>>bits == 0):
			put(b, uint64(n), f.big)
			return nil
		}
	} else if u := py.BigOf(v); it.kind != kindInt && bits == 64 && u.IsUint64() {
		put(b, u.Uint64(), f.big)
		return nil
	}
	if it.kind == kindPointer {
		return t.Raise(errorType, "int too large to convert")
	}
	lo, hi := "0", strconv.FormatUint(math.MaxUint64>>(64-bits), 10)
	if it.kind == kindInt {
		lo, hi = strconv.FormatInt(-1<<(bits-1), 10), strconv.FormatInt(1<<(bits-1)-1, 10)
	}
	return t.Raise(errorType, "'%c' format requires %s <= number <= %s", it.code, lo, hi)
}
