// Package random is _random: the Mersenne Twister under the random module.
package random

import (
	"encoding/binary"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/py"
)

// The parameters of MT19937 (M. Matsumoto and T. Nishimura, "Mersenne
// Twister", ACM TOMACS 8, 1998; mt19937ar).
const (
	size      = 624
	middle    = 397
	upperMask = 0x80000000
	lowerMask = 0x7fffffff
	matrixA   = 0x9908b0df
)

// generator is a Random object.
type generator struct {
	py.Header
	mt   [size]uint32
	next int
}

var generatorType = new(py.Type)

func of(v py.Value) *generator { return (*generator)(v.Ptr()) }

// seedWord is init_genrand of mt19937ar.
func (g *generator) seedWord(s uint32) {
	g.mt[0] = s
	for i := 1; i < size; i++ {
		g.mt[i] = 1812433253*(g.mt[i-1]^g.mt[i-1]>>30) + uint32(i)
	}
	g.next = size
}

// seedKey is init_by_array of mt19937ar.
func (g *generator) seedKey(key []uint32) {
	g.seedWord(19650218)
	mt := &g.mt
	i, j := 1, 0
	step := func() {
		if i++; i >= size {
			mt[0] = mt[size-1]
			i = 1
		}
	}
	for k := max(size, len(key)); k > 0; k-- {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1664525) + key[j] + uint32(j)
		step()
		if j++; j >= len(key) {
			j = 0
		}
	}
	for k := size - 1; k > 0; k-- {
		mt[i] = (mt[i] ^ (mt[i-1]^mt[i-1]>>30)*1566083941) - uint32(i)
		step()
	}
	mt[0] = upperMask
}

func (g *generator) uint32() uint32 {
	if g.next >= size {
		mt := &g.mt
		for k := 0; k < size; k++ {
			y := mt[k]&upperMask | mt[(k+1)%size]&lowerMask
			x := mt[(k+middle)%size] ^ y>>1
			if y&1 != 0 {
				x ^= matrixA
			}
			mt[k] = x
		}
		g.next = 0
	}
	y := g.mt[g.next]
	g.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func random(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	g := of(self)
	g.Lock(t)
	a, b := g.uint32()>>5, g.uint32()>>6
	g.Unlock(t)
	const two26, two53 = 1 << 26, 1 << 53
	return py.Float64((float64(a)*two26 + float64(b)) / two53), nil
}

// seed sets the state from an int, from the hash of anything else, or from the
// system's randomness.
func seed(t *py.Thread, g *generator, arg py.Value) *py.Exc {
	var key []uint32
	switch {
	case arg.IsNil() || arg.IsNone():
		var b [size * 4]byte
		if err := t.Interp().Host().Random.Fill(b[:]); err != nil {
			return t.Raise(py.OSError, "%s", err.Error())
		}
		for i := 0; i < len(b); i += 4 {
			key = append(key, binary.LittleEndian.Uint32(b[i:]))
		}
	case py.IsInt(arg):
		n := py.BigOf(arg)
		if arg.Type() != py.IntType {
			v, err := t.Abs(arg)
			if err != nil {
				return err
			}
			if !py.IsInt(v) {
				return t.TypeErr("'%s' object cannot be interpreted as an integer", v.Type().Name())
			}
			n = py.BigOf(v)
		}
		key = words(n)
	default:
		h, err := t.Hash(arg)
		if err != nil {
			return err
		}
		key = words(new(big.Int).SetUint64(uint64(h)))
	}
	g.Lock(t)
	g.seedKey(key)
	g.Unlock(t)
	return nil
}

// words splits a magnitude into 32-bit words, the lowest first; at least one.
func words(n *big.Int) []uint32 {
	b := new(big.Int).Abs(n).Bytes()
	key := make([]uint32, 0, len(b)/4+1)
	for len(b) > 0 {
		var w uint32
		k := max(len(b)-4, 0)
		for _, c := range b[k:] {
			w = w<<8 | uint32(c)
		}
		key = append(key, w)
		b = b[:k]
	}
	if len(key) == 0 {
		key = append(key, 0)
	}
	return key
}

func getrandbits(t *py.Thread, self, arg py.Value) (py.Value, *py.Exc) {
	k, err := t.AsCInt(arg)
	if err != nil {
		return py.Value{}, err
	}
	if k < 0 {
		return py.Value{}, t.ValueErr("number of bits must be non-negative")
	}
	if k == 0 {
		return py.Int64(0), nil
	}
	g := of(self)
	if k <= 32 {
		g.Lock(t)
		r := g.uint32() >> (32 - k)
		g.Unlock(t)
		return py.Int64(int64(r)), nil
	}
	n := (k + 31) / 32
	b := make([]byte, 4*n)
	g.Lock(t)
	for i := n - 1; i >= 0; i-- { // the first word drawn is the lowest
		r := g.uint32()
		if i == 0 && k%32 != 0 {
			r >>= 32 - k%32
		}
		binary.BigEndian.PutUint32(b[4*i:], r)
	}
	g.Unlock(t)
	return py.NewBig(new(big.Int).SetBytes(b)), nil
}

func getstate(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	g := of(self)
	items := make([]py.Value, size+1)
	g.Lock(t)
	for i, w := range g.mt {
		items[i] = py.Int64(int64(w))
	}
	items[size] = py.IntOf(g.next)
	g.Unlock(t)
	return py.NewTuple(items...).Value(), nil
}

func setstate(t *py.Thread, self, arg py.Value) (py.Value, *py.Exc) {
	tp, ok := py.ToTuple(arg)
	if !ok {
		return py.Value{}, t.TypeErr("state vector must be a tuple")
	}
	items := tp.Items()
	if len(items) != size+1 {
		return py.Value{}, t.ValueErr("state vector is the wrong size")
	}
	var mt [size]uint32
	for i := range mt {
		if !py.IsInt(items[i]) {
			return py.Value{}, t.TypeErr("an integer is required")
		}
		n := py.BigOf(items[i])
		if n.Sign() < 0 {
			return py.Value{}, t.Raise(py.OverflowError, "can't convert negative value to unsigned int")
		}
		if !n.IsUint64() {
			return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
		}
		mt[i] = uint32(n.Uint64())
	}
	if !py.IsInt(items[size]) {
		return py.Value{}, t.TypeErr("an integer is required")
	}
	n, ok := py.SmallInt(items[size])
	if !ok {
		return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C long")
	}
	if n < 0 || n > size {
		return py.Value{}, t.ValueErr("invalid state")
	}
	g := of(self)
	g.Lock(t)
	g.mt, g.next = mt, int(n)
	g.Unlock(t)
	return py.None, nil
}

func init() { py.RegisterPackage(registerRandom, "_random") }

func registerRandom() {
	py.RegisterType(py.TypeSpec{
		Type: generatorType, Name: "_random.Random", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[generator](),
		Doc: "Random() -> create a random number generator with its own internal state.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[generator](t, cls).Header), nil
			},
			Init: func(t *py.Thread, self py.Value, args py.Args) *py.Exc {
				if args.NumKw() > 0 && self.Type() == generatorType {
					return t.TypeErr("Random() takes no keyword arguments")
				}
				if args.Len() > 1 {
					return t.TypeErr("Random() requires 0 or 1 argument")
				}
				var arg py.Value
				if args.Len() == 1 {
					arg = args.Pos()[0]
				}
				return seed(t, of(self), arg)
			},
		},
		Methods: []py.MethodSpec{
			{Name: "random", Fn: py.Fn0(random), Doc: "random() -> x in the interval [0, 1)."},
			{Name: "seed", Sig: "n=None, /", Fn: py.FnSig(func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
				return py.None, seed(t, of(self), a[0])
			}), Doc: "seed([n]) -> None.\n\nDefaults to the system's source of randomness."},
			{Name: "getstate", Fn: py.Fn0(getstate), Doc: "getstate() -> tuple containing the current state."},
			{Name: "setstate", Sig: "state, /", Fn: py.Fn1(setstate), Doc: "setstate(state) -> None.  Restores generator state."},
			{Name: "getrandbits", Sig: "k, /", Fn: py.Fn1(getrandbits), Doc: "getrandbits(k) -> x.  Generates an int with k random bits."},
		},
	})
	py.RegisterModule(py.ModuleSpec{Name: "_random", Doc: "Module implements the Mersenne Twister random number generator.", Types: []*py.Type{generatorType}})
}
