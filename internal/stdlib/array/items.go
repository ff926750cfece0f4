package array

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// kind describes the items of a type code.
type kind struct {
	code    byte
	size    int
	signed  bool
	integer bool
	name    string // in range errors
	format  string // in the struct module's notation
	machine int    // machine format code on a little-endian machine
	endian  bool   // the big-endian code is one more
}

// kinds is in the order of array.typecodes.
var kinds = []kind{
	{code: 'b', size: 1, signed: true, integer: true, name: "signed char", format: "b", machine: 1},
	{code: 'B', size: 1, integer: true, name: "unsigned byte integer", format: "B", machine: 0},
	{code: 'u', size: 4, format: "w", machine: 20, endian: true},
	{code: 'w', size: 4, format: "w", machine: 20, endian: true},
	{code: 'h', size: 2, signed: true, integer: true, name: "signed short integer", format: "h", machine: 4, endian: true},
	{code: 'H', size: 2, integer: true, name: "unsigned short", format: "H", machine: 2, endian: true},
	{code: 'i', size: 4, signed: true, integer: true, name: "signed integer", format: "i", machine: 8, endian: true},
	{code: 'I', size: 4, integer: true, name: "unsigned int", format: "I", machine: 6, endian: true},
	{code: 'l', size: 8, signed: true, integer: true, format: "l", machine: 12, endian: true},
	{code: 'L', size: 8, integer: true, format: "L", machine: 10, endian: true},
	{code: 'q', size: 8, signed: true, integer: true, format: "q", machine: 12, endian: true},
	{code: 'Q', size: 8, integer: true, format: "Q", machine: 10, endian: true},
	{code: 'f', size: 4, signed: true, format: "f", machine: 14, endian: true},
	{code: 'd', size: 8, signed: true, format: "d", machine: 16, endian: true},
}

var bigEndian = binary.NativeEndian.Uint16([]byte{0, 1}) == 1

func kindOf(code rune) *kind {
	for i := range kinds {
		if rune(kinds[i].code) == code {
			return &kinds[i]
		}
	}
	return nil
}

func (k *kind) isText() bool { return k.code == 'u' || k.code == 'w' }

// machineCode is the number that pickles name the item format by.
func (k *kind) machineCode() int {
	if bigEndian && k.endian {
		return k.machine + 1
	}
	return k.machine
}

// get makes the value of the item in b.
func (k *kind) get(t *py.Thread, b []byte) (py.Value, *py.Exc) {
	ne := binary.NativeEndian
	switch k.code {
	case 'b':
		return py.Int64(int64(int8(b[0]))), nil
	case 'B':
		return py.Int64(int64(b[0])), nil
	case 'h':
		return py.Int64(int64(int16(ne.Uint16(b)))), nil
	case 'H':
		return py.Int64(int64(ne.Uint16(b))), nil
	case 'i':
		return py.Int64(int64(int32(ne.Uint32(b)))), nil
	case 'I':
		return py.Int64(int64(ne.Uint32(b))), nil
	case 'l', 'q':
		return py.Int64(int64(ne.Uint64(b))), nil
	case 'L', 'Q':
		u := ne.Uint64(b)
		if u > math.MaxInt64 {
			return py.NewBig(new(big.Int).SetUint64(u)), nil
		}
		return py.Int64(int64(u)), nil
	case 'f':
		return py.Float64(float64(math.Float32frombits(ne.Uint32(b)))), nil
	case 'd':
		return py.Float64(math.Float64frombits(ne.Uint64(b))), nil
	}
	u := ne.Uint32(b)
	if u > wtf8.MaxRune {
		return py.Value{}, t.ValueErr("character U+%x is not in range [U+0000; U+10ffff]", u)
	}
	return py.CharStr(rune(u)).Value(), nil
}

// put stores a value; it may run Python code, so b is memory of the caller's own.
func (k *kind) put(t *py.Thread, b []byte, v py.Value) *py.Exc {
	ne := binary.NativeEndian
	switch {
	case k.isText():
		s, ok := py.ToStr(v)
		if !ok || s.Len() != 1 {
			return t.TypeErr("array item must be unicode character")
		}
		ne.PutUint32(b, uint32(s.RuneAt(0)))
		return nil
	case !k.integer:
		f, err := t.AsFloat(v)
		if err != nil {
			return err
		}
		if k.code == 'f' {
			ne.PutUint32(b, math.Float32bits(float32(f)))
		} else {
			ne.PutUint64(b, math.Float64bits(f))
		}
		return nil
	}
	x, err := t.Index(v)
	if err != nil {
		return err
	}
	n, small := py.SmallInt(x)
	var u uint64
	if small && (n >= 0 || k.signed) {
		if k.size < 8 {
			bits := 8 * uint(k.size)
			lo, hi := int64(0), int64(1)<<bits-1
			if k.signed {
				lo, hi = -1<<(bits-1), 1<<(bits-1)-1
			}
			if n < lo {
				return t.Raise(py.OverflowError, "%s is less than minimum", k.name)
			}
			if n > hi {
				return t.Raise(py.OverflowError, "%s is greater than maximum", k.name)
			}
		}
		u = uint64(n)
	} else if b := py.BigOf(x); !k.signed && k.size == 8 && b.IsUint64() {
		u = b.Uint64()
	} else {
		return k.rangeErr(t, b)
	}
	switch k.size {
	case 1:
		b[0] = byte(u)
	case 2:
		ne.PutUint16(b, uint16(u))
	case 4:
		ne.PutUint32(b, uint32(u))
	default:
		ne.PutUint64(b, u)
	}
	return nil
}

// rangeErr is the OverflowError of an int that is negative though unsigned, or
// does not fit 64 bits.
func (k *kind) rangeErr(t *py.Thread, n *big.Int) *py.Exc {
	neg := n.Sign() < 0
	switch k.code {
	case 'I', 'L':
		if neg {
			return t.Raise(py.OverflowError, "can't convert negative value to unsigned int")
		}
		if k.code == 'I' {
			if n.IsUint64() {
				return t.Raise(py.OverflowError, "unsigned int is greater than maximum")
			}
			return t.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
		}
		return t.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
	case 'Q':
		if neg {
			return t.Raise(py.OverflowError, "can't convert negative int to unsigned")
		}
		return t.Raise(py.OverflowError, "int too big to convert")
	case 'q':
		return t.Raise(py.OverflowError, "int too big to convert")
	case 'l':
		return t.Raise(py.OverflowError, "Python int too large to convert to C long")
	}
	if neg && n.IsInt64() || neg && !k.signed {
		return t.Raise(py.OverflowError, "%s is less than minimum", k.name)
	}
	if !n.IsInt64() && k.signed {
		return t.Raise(py.OverflowError, "Python int too large to convert to C long")
	}
	return t.Raise(py.OverflowError, "%s is greater than maximum", k.name)
}

// swapped reverses the bytes of every item of size bytes.
func swapped(b []byte, size int) {
	for i := 0; i+size <= len(b); i += size {
		for j, k := i, i+size-1; j < k; j, k = j+1, k-1 {
			b[j], b[k] = b[k], b[j]
		}
	}
}

// appendText appends the code points of a str as items.
func appendText(dst []byte, s string) []byte {
	for _, r := range wtf8.Runes(s) {
		dst = binary.NativeEndian.AppendUint32(dst, uint32(r))
	}
	return dst
}
