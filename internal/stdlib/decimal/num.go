package decimal

import (
	"math/big"
	"math/bits"
	"sync"
)

// kind tells numbers from the special values.
type kind uint8

const (
	finite kind = iota
	infinite
	quiet
	signaling
)

// num is a decimal number: sign, coefficient and exponent, an infinity, or a
// NaN with its payload as the coefficient. The coefficient is lo, or big when
// it needs more than 64 bits. Nums are values: big is never changed once set.
type num struct {
	neg  bool
	kind kind
	exp  int64
	lo   uint64
	big  *big.Int
}

const (
	maxPrec = 999999999999999999
	maxEmax = 999999999999999999
	minEmin = -999999999999999999
	minTiny = minEmin - (maxPrec - 1)
	// maxDigits bounds the digits that one operation makes; beyond it memory
	// is taken to be exhausted.
	maxDigits = 1 << 29
)

var tens = [20]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// bigTens are the powers of ten that most operations need.
var bigTens = sync.OnceValue(func() []*big.Int {
	t := make([]*big.Int, 256)
	t[0] = big.NewInt(1)
	for i := 1; i < len(t); i++ {
		t[i] = new(big.Int).Mul(t[i-1], big.NewInt(10))
	}
	return t
})

// pow10 is 10**k; the caller does not change it.
func pow10(k int) *big.Int {
	if t := bigTens(); k < len(t) {
		return t[k]
	}
	p := new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(k)), nil)
	return p.Lsh(p, uint(k))
}

// digits64 is the number of decimal digits of u, 1 for 0.
func digits64(u uint64) int {
	n := bits.Len64(u|1) * 1233 >> 12
	if u >= tens[min(n, 19)] && n < 20 {
		n++
	}
	return max(n, 1)
}

func digitsBig(b *big.Int) int {
	n := int(float64(b.BitLen()-1)*0.30102999566398119521) + 1
	// The estimate may be one too small or large at the powers of ten.
	if n > 0 && b.CmpAbs(pow10(n-1)) < 0 {
		return n - 1
	}
	if b.CmpAbs(pow10(n)) >= 0 {
		return n + 1
	}
	return n
}

func (n *num) digits() int {
	if n.big == nil {
		return digits64(n.lo)
	}
	return digitsBig(n.big)
}

// adjusted is the exponent of the first digit.
func (n *num) adjusted() int64 { return n.exp + int64(n.digits()) - 1 }

func (n *num) isZero() bool { return n.kind == finite && n.lo == 0 && n.big == nil }
func (n *num) isNaN() bool  { return n.kind >= quiet }

// zeroCoef tells whether the coefficient is 0.
func (n *num) zeroCoef() bool { return n.lo == 0 && n.big == nil }

// coef is the coefficient as a big.Int, which the caller does not change.
func (n *num) coef() *big.Int {
	if n.big != nil {
		return n.big
	}
	return new(big.Int).SetUint64(n.lo)
}

// setCoef sets the coefficient to b, which it keeps.
func (n *num) setCoef(b *big.Int) {
	if b.IsUint64() {
		n.lo, n.big = b.Uint64(), nil
	} else {
		n.lo, n.big = 0, b
	}
}

func (n *num) odd() bool {
	if n.big != nil {
		return n.big.Bit(0) == 1
	}
	return n.lo&1 == 1
}

// lastDigit is the coefficient modulo 10.
func (n *num) lastDigit() int {
	if n.big == nil {
		return int(n.lo % 10)
	}
	return int(new(big.Int).Mod(n.big, big.NewInt(10)).Uint64())
}

func cmpCoef(a, b *num) int {
	if a.big == nil && b.big == nil {
		switch {
		case a.lo < b.lo:
			return -1
		case a.lo > b.lo:
			return 1
		}
		return 0
	}
	switch {
	case a.big == nil:
		return -1
	case b.big == nil:
		return 1
	}
	return a.big.Cmp(b.big)
}

// scaleUp multiplies the coefficient by 10**k, k >= 0; the exponent stays.
func (n *num) scaleUp(k int) {
	if k == 0 || n.zeroCoef() {
		return
	}
	if n.big == nil && k < 20 {
		hi, lo := bits.Mul64(n.lo, tens[k])
		if hi == 0 {
			n.lo = lo
			return
		}
		n.lo, n.big = 0, words(hi, lo)
		return
	}
	n.lo, n.big = 0, new(big.Int).Mul(n.coef(), pow10(k))
}

// words makes a big.Int of 128 bits.
func words(hi, lo uint64) *big.Int {
	if bits.UintSize == 64 {
		return new(big.Int).SetBits([]big.Word{big.Word(lo), big.Word(hi)})
	}
	b := new(big.Int).SetUint64(hi)
	return b.Lsh(b, 64).Or(b, new(big.Int).SetUint64(lo))
}

// rest tells what a truncation cut off, in comparison with half a unit.
type rest uint8

const (
	restNone rest = iota
	restLow
	restHalf
	restHigh
)

func restOf(c int, zero bool) rest {
	switch {
	case zero:
		return restNone
	case c < 0:
		return restLow
	case c == 0:
		return restHalf
	}
	return restHigh
}

// scaleDown divides the coefficient by 10**k, k >= 0, and tells what was cut
// off; the exponent stays.
func (n *num) scaleDown(k int) rest {
	if k == 0 || n.zeroCoef() {
		return restNone
	}
	if n.big == nil {
		if k > 19 {
			n.lo = 0
			return restLow
		}
		q, r := n.lo/tens[k], n.lo%tens[k]
		n.lo = q
		half := tens[k] / 2
		switch {
		case r == 0:
			return restNone
		case r < half:
			return restLow
		case r == half:
			return restHalf
		}
		return restHigh
	}
	if d := n.digits(); k > d {
		n.lo, n.big = 0, nil
		return restLow
	}
	p := pow10(k)
	q, r := new(big.Int).QuoRem(n.big, p, new(big.Int))
	n.setCoef(q)
	zero := r.Sign() == 0
	return restOf(r.Lsh(r, 1).Cmp(p), zero)
}

func (n *num) increment() {
	if n.big == nil && n.lo != ^uint64(0) {
		n.lo++
		return
	}
	n.setCoef(new(big.Int).Add(n.coef(), big.NewInt(1)))
}

func mulCoef(a, b *num, r *num) {
	if a.big == nil && b.big == nil {
		hi, lo := bits.Mul64(a.lo, b.lo)
		if hi == 0 {
			r.lo, r.big = lo, nil
			return
		}
		r.lo, r.big = 0, words(hi, lo)
		return
	}
	r.setCoef(new(big.Int).Mul(a.coef(), b.coef()))
}

// trim removes trailing zeros of a non-zero coefficient, up to max of them,
// and returns how many.
func (n *num) trim(max int64) int64 {
	var cut int64
	for n.big != nil && cut < max {
		if n.big.Bit(0) == 1 {
			return cut
		}
		// Large steps first, as long as they divide.
		k := int64(1)
		var q, r big.Int
		for step := int64(1) << 20; step >= 1; step >>= 1 {
			if step > max-cut || int64(n.big.BitLen()) < step*3 {
				continue
			}
			if q.QuoRem(n.big, pow10(int(step)), &r); r.Sign() == 0 {
				n.setCoef(new(big.Int).Set(&q))
				cut += step
				k = 0
				break
			}
		}
		if k != 0 {
			return cut
		}
	}
	for n.big == nil && cut < max && n.lo != 0 && n.lo%10 == 0 {
		n.lo /= 10
		cut++
	}
	return cut
}

// rounding is a rounding mode, in libmpdec's order.
type rounding uint8

const (
	roundUp rounding = iota
	roundDown
	roundCeiling
	roundFloor
	roundHalfUp
	roundHalfDown
	roundHalfEven
	round05Up
)

var roundNames = [...]string{"ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

// away tells whether a truncated number has to grow by one unit.
func (m rounding) away(n *num, r rest) bool {
	if r == restNone {
		return false
	}
	switch m {
	case roundUp:
		return true
	case roundDown:
		return false
	case roundCeiling:
		return !n.neg
	case roundFloor:
		return n.neg
	case roundHalfUp:
		return r >= restHalf
	case roundHalfDown:
		return r == restHigh
	case roundHalfEven:
		return r == restHigh || r == restHalf && n.odd()
	}
	d := n.lastDigit()
	return d == 0 || d == 5
}
