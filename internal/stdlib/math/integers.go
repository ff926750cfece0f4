package math

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/coachwhip/coachwhip/internal/py"
)

func indexBig(t *py.Thread, v py.Value) (*big.Int, *py.Exc) {
	n, err := t.Index(v)
	if err != nil {
		return nil, err
	}
	return py.BigOf(n), nil
}

// rangeProduct is the product of the integers lo..hi, lo >= 1.
func rangeProduct(t *py.Thread, lo, hi int64) (*big.Int, *py.Exc) {
	const direct = 4096
	if lo > hi {
		return big.NewInt(1), nil
	}
	if hi-lo < direct {
		if err := t.Poll(); err != nil {
			return nil, err
		}
		return new(big.Int).MulRange(lo, hi), nil
	}
	mid := lo + (hi-lo)/2
	a, err := rangeProduct(t, lo, mid)
	if err != nil {
		return nil, err
	}
	b, err := rangeProduct(t, mid+1, hi)
	if err != nil {
		return nil, err
	}
	return t.BigMul(a, b)
}

// descendingProduct is n * (n-1) * ... of k factors, n beyond 64 bits.
func descendingProduct(t *py.Thread, n *big.Int, k int64) (*big.Int, *py.Exc) {
	if k <= 16 {
		if err := t.Poll(); err != nil {
			return nil, err
		}
		r := big.NewInt(1)
		f := new(big.Int).Set(n)
		one := big.NewInt(1)
		for ; k > 0; k-- {
			r.Mul(r, f)
			f.Sub(f, one)
		}
		return r, nil
	}
	h := k / 2
	a, err := descendingProduct(t, n, h)
	if err != nil {
		return nil, err
	}
	b, err := descendingProduct(t, new(big.Int).Sub(n, big.NewInt(h)), k-h)
	if err != nil {
		return nil, err
	}
	return t.BigMul(a, b)
}

func mathFactorial(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	n, err := indexBig(t, v)
	if err != nil {
		return py.Value{}, err
	}
	if n.Sign() < 0 {
		return py.Value{}, t.ValueErr("factorial() not defined for negative values")
	}
	if !n.IsInt64() {
		return py.Value{}, t.Raise(py.OverflowError, "factorial() argument should not exceed %d", int64(math.MaxInt64))
	}
	r, err := rangeProduct(t, 1, n.Int64())
	if err != nil {
		return py.Value{}, err
	}
	return py.NewBig(r), nil
}

func mathIsqrt(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	n, err := indexBig(t, v)
	if err != nil {
		return py.Value{}, err
	}
	if n.Sign() < 0 {
		return py.Value{}, t.ValueErr("isqrt() argument must be nonnegative")
	}
	if n.IsInt64() {
		x := n.Int64()
		r := int64(math.Sqrt(float64(x)))
		for r*r > x || r > 3037000499 {
			r--
		}
		for r < 3037000499 && (r+1)*(r+1) <= x {
			r++
		}
		return py.Int64(r), nil
	}
	r := new(big.Int)
	if n.BitLen() < 1<<20 {
		return py.NewBig(r.Sqrt(n)), nil
	}
	if err := t.Abandonable(func() { r.Sqrt(n) }); err != nil {
		return py.Value{}, err
	}
	return py.NewBig(r), nil
}

// chooseArgs reads n and k of comb and perm.
func chooseArgs(t *py.Thread, a []py.Value) (n, k *big.Int, err *py.Exc) {
	if n, err = indexBig(t, a[0]); err != nil {
		return
	}
	if k, err = indexBig(t, a[1]); err != nil {
		return
	}
	if n.Sign() < 0 {
		return nil, nil, t.ValueErr("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return nil, nil, t.ValueErr("k must be a non-negative integer")
	}
	return n, k, nil
}

func permutations(t *py.Thread, n *big.Int, k int64) (*big.Int, *py.Exc) {
	if n.IsInt64() {
		x := n.Int64()
		return rangeProduct(t, x-k+1, x)
	}
	return descendingProduct(t, n, k)
}

func mathPerm(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	if a[1].IsNil() || a[1].IsNone() {
		return mathFactorial(t, self, a[0])
	}
	n, k, err := chooseArgs(t, a)
	if err != nil {
		return py.Value{}, err
	}
	if n.Cmp(k) < 0 {
		return py.Int64(0), nil
	}
	if !k.IsInt64() {
		return py.Value{}, t.Raise(py.OverflowError, "k must not exceed %d", int64(math.MaxInt64))
	}
	if k.Sign() == 0 {
		return py.Int64(1), nil
	}
	r, err := permutations(t, n, k.Int64())
	if err != nil {
		return py.Value{}, err
	}
	return py.NewBig(r), nil
}

func mathComb(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	n, k, err := chooseArgs(t, a)
	if err != nil {
		return py.Value{}, err
	}
	rest := new(big.Int).Sub(n, k)
	if rest.Sign() < 0 {
		return py.Int64(0), nil
	}
	if rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return py.Value{}, t.Raise(py.OverflowError, "min(n - k, k) must not exceed %d", int64(math.MaxInt64))
	}
	kk := k.Int64()
	if kk == 0 {
		return py.Int64(1), nil
	}
	if n.IsInt64() {
		if r, ok := smallComb(uint64(n.Int64()), uint64(kk)); ok {
			return py.Int64(int64(r)), nil
		}
	}
	num, err := permutations(t, n, kk)
	if err != nil {
		return py.Value{}, err
	}
	den, err := rangeProduct(t, 1, kk)
	if err != nil {
		return py.Value{}, err
	}
	q, err := t.BigQuo(num, den)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewBig(q), nil
}

// smallComb is comb(n, k) when it fits 63 bits.
func smallComb(n, k uint64) (uint64, bool) {
	if k > 64 {
		return 0, false
	}
	r := uint64(1)
	for i := uint64(0); i < k; i++ {
		hi, lo := bits.Mul64(r, n-i)
		if hi >= i+1 {
			return 0, false
		}
		r, _ = bits.Div64(hi, lo, i+1)
		if r > math.MaxInt64 {
			return 0, false
		}
	}
	return r, true
}

func gcd64(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func abs64(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// bigGcd is the greatest common divisor of two numbers that are not negative;
// a signal handler can end the search in large ones.
func bigGcd(t *py.Thread, a, b *big.Int) (*big.Int, *py.Exc) {
	const large = 1 << 18 // bits that take some tens of milliseconds
	r := new(big.Int)
	if min(a.BitLen(), b.BitLen()) < large {
		return r.GCD(nil, nil, a, b), t.Poll()
	}
	err := t.Abandonable(func() { r.GCD(nil, nil, a, b) })
	return r, err
}

func mathGcd(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.NoKeywords(t, "math.gcd()"); err != nil {
		return py.Value{}, err
	}
	small := uint64(0)
	var r *big.Int
	for _, v := range args.Pos() {
		x, err := t.Index(v)
		if err != nil {
			return py.Value{}, err
		}
		if n, ok := py.SmallInt(x); ok && r == nil {
			small = gcd64(small, abs64(n))
			continue
		}
		if r == nil {
			r = new(big.Int).SetUint64(small)
		}
		if r, err = bigGcd(t, r, new(big.Int).Abs(py.BigOf(x))); err != nil {
			return py.Value{}, err
		}
	}
	if r == nil {
		r = new(big.Int).SetUint64(small)
	}
	return py.NewBig(r), nil
}

func mathLcm(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.NoKeywords(t, "math.lcm()"); err != nil {
		return py.Value{}, err
	}
	r := big.NewInt(1)
	for _, v := range args.Pos() {
		x, err := indexBig(t, v)
		if err != nil {
			return py.Value{}, err
		}
		if r.Sign() == 0 {
			continue
		}
		b := new(big.Int).Abs(x)
		if b.Sign() == 0 {
			r = b
			continue
		}
		g, err := bigGcd(t, r, b)
		if err != nil {
			return py.Value{}, err
		}
		if r, err = t.BigMul(r, b.Quo(b, g)); err != nil {
			return py.Value{}, err
		}
	}
	return py.NewBig(r), nil
}
