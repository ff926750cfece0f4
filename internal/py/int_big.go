package py

import (
	"math"
	"math/big"
	"math/bits"
)

// Operations on ints of millions of bits take seconds to minutes, so they are
// cut into pieces between which the thread looks up (Ctrl-C, other threads).
const (
	pollBits  = 1 << 20 // pieces are no larger than this
	pollWords = pollBits / bits.UintSize
)

func wordsOf(b *big.Int, lo, hi int) *big.Int {
	w := b.Bits()
	lo, hi = min(lo, len(w)), min(hi, len(w))
	return new(big.Int).SetBits(w[lo:hi])
}

// bigMul is a * b.
func (t *Thread) bigMul(a, b *big.Int) (*big.Int, *Exc) {
	if min(len(a.Bits()), len(b.Bits())) <= pollWords {
		if a.BitLen()+b.BitLen() > maxShiftBits {
			return nil, t.MemoryErr()
		}
		return new(big.Int).Mul(a, b), nil
	}
	// The result, and as much and more for the way to it.
	if n := a.BitLen() + b.BitLen(); n > maxShiftBits || t.full(n/2) {
		return nil, t.MemoryErr()
	}
	r, err := t.mulPieces(a, b)
	if err == nil && a.Sign() != b.Sign() {
		r.Neg(r)
	}
	return r, err
}

// mulPieces multiplies magnitudes by Karatsuba's method down to pieces.
func (t *Thread) mulPieces(a, b *big.Int) (*big.Int, *Exc) {
	if err := t.Poll(); err != nil {
		return nil, err
	}
	na, nb := len(a.Bits()), len(b.Bits())
	if na < nb {
		a, b, na, nb = b, a, nb, na
	}
	if nb <= pollWords {
		return new(big.Int).Mul(wordsOf(a, 0, na), wordsOf(b, 0, nb)), nil
	}
	if na >= 2*nb {
		r := new(big.Int)
		for i := 0; i < na; i += nb {
			p, err := t.mulPieces(wordsOf(a, i, i+nb), b)
			if err != nil {
				return nil, err
			}
			r.Add(r, p.Lsh(p, uint(i*bits.UintSize)))
		}
		return r, nil
	}
	k := (na + 1) / 2
	a0, a1 := wordsOf(a, 0, k), wordsOf(a, k, na)
	b0, b1 := wordsOf(b, 0, k), wordsOf(b, k, nb)
	lo, err := t.mulPieces(a0, b0)
	if err != nil {
		return nil, err
	}
	hi, err := t.mulPieces(a1, b1)
	if err != nil {
		return nil, err
	}
	mid, err := t.mulPieces(new(big.Int).Add(a0, a1), new(big.Int).Add(b0, b1))
	if err != nil {
		return nil, err
	}
	mid.Sub(mid, lo).Sub(mid, hi)
	s := uint(k * bits.UintSize)
	r := hi.Lsh(hi, s)
	r.Add(r, mid).Lsh(r, s)
	return r.Add(r, lo), nil
}

// bigDivMod is Python's divmod, b not 0.
func (t *Thread) bigDivMod(a, b *big.Int) (*big.Int, *big.Int, *Exc) {
	na, nb := len(a.Bits()), len(b.Bits())
	if nb <= pollWords && na < 64*pollWords || na-nb <= pollWords {
		q, r := floorDivMod(a, b)
		return q, r, nil
	}
	// The divisor's top bit is moved to the top of a word: the estimates of
	// the recursive division are then off by a little at most.
	sh := uint(bits.LeadingZeros(uint(b.Bits()[nb-1])))
	x := new(big.Int).Lsh(wordsOf(a, 0, na), sh)
	y := new(big.Int).Lsh(wordsOf(b, 0, nb), sh)
	q, r, err := t.divPieces(x, y)
	if err != nil {
		return nil, nil, err
	}
	r.Rsh(r, sh)
	if a.Sign() != b.Sign() {
		q.Neg(q)
	}
	if a.Sign() < 0 {
		r.Neg(r)
	}
	if r.Sign() != 0 && (r.Sign() < 0) != (b.Sign() < 0) {
		r.Add(r, b)
		q.Sub(q, big.NewInt(1))
	}
	return q, r, nil
}

// divPieces divides magnitudes; the top bit of y's top word is set.
func (t *Thread) divPieces(x, y *big.Int) (q, r *big.Int, err *Exc) {
	n := len(y.Bits())
	q, r = new(big.Int), new(big.Int)
	blocks := (len(x.Bits()) + n - 1) / n
	for i := blocks - 1; i >= 0; i-- {
		if err := t.Poll(); err != nil {
			return nil, nil, err
		}
		cur := r.Lsh(r, uint(n*bits.UintSize))
		cur.Add(cur, wordsOf(x, i*n, i*n+n))
		d, m, err := t.divHalf(cur, y)
		if err != nil {
			return nil, nil, err
		}
		q.Lsh(q, uint(n*bits.UintSize)).Add(q, d)
		r = m
	}
	return q, r, nil
}

// divHalf is the recursive division of Burnikel and Ziegler, as in Brent and
// Zimmermann, "Modern Computer Arithmetic", algorithm 1.8: x < y * 2**(words of y).
func (t *Thread) divHalf(x, y *big.Int) (q, r *big.Int, err *Exc) {
	n := len(y.Bits())
	m := len(x.Bits()) - n
	if m <= pollWords || n <= pollWords {
		q, r = new(big.Int), new(big.Int)
		q.QuoRem(x, y, r)
		return q, r, nil
	}
	k := m / 2
	y0, y1 := wordsOf(y, 0, k), wordsOf(y, k, n)
	step := func(x *big.Int, k2 int) (q, r *big.Int, err *Exc) {
		q, r, err = t.divHalf(wordsOf(x, k2, len(x.Bits())), y1)
		if err != nil {
			return nil, nil, err
		}
		p, err := t.mulPieces(q, y0)
		if err != nil {
			return nil, nil, err
		}
		shift := uint((k2 - k) * bits.UintSize)
		r.Lsh(r, uint(k2*bits.UintSize)).Add(r, wordsOf(x, 0, k2))
		r.Sub(r, p.Lsh(p, shift))
		fix := y
		if shift > 0 {
			fix = new(big.Int).Lsh(y, shift)
		}
		for r.Sign() < 0 {
			r.Add(r, fix)
			q.Sub(q, big.NewInt(1))
		}
		return q, r, nil
	}
	q1, x1, err := step(x, 2*k)
	if err != nil {
		return nil, nil, err
	}
	q0, x0, err := step(x1, k)
	if err != nil {
		return nil, nil, err
	}
	q1.Lsh(q1, uint(k*bits.UintSize))
	return q1.Add(q1, q0), x0, nil
}

// bigPow is x**n, n >= 0; the caller has bounded the size of the result.
func (t *Thread) bigPow(x *big.Int, n int64) (*big.Int, *Exc) {
	if float64(x.BitLen())*float64(n) < pollBits {
		return new(big.Int).Exp(x, big.NewInt(n), nil), nil
	}
	r := new(big.Int).Set(x)
	var err *Exc
	for i := bits.Len64(uint64(n)) - 2; i >= 0; i-- {
		if r, err = t.bigMul(r, r); err != nil {
			return nil, err
		}
		if n>>i&1 != 0 {
			if r, err = t.bigMul(r, x); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

// bigPowMod is a**e mod m for e >= 0, m > 0.
func (t *Thread) bigPowMod(a, e, m *big.Int) (*big.Int, *Exc) {
	const cheap = 1 << 36
	mb, eb := float64(m.BitLen()), e.BitLen()
	if mb*mb*float64(eb) < cheap {
		return new(big.Int).Exp(a, e, m), nil
	}
	// Horner's rule over pieces of the exponent, short enough to be quick.
	chunk := int(max(cheap/(mb*mb), 16))
	base := new(big.Int).Mod(a, m)
	r := big.NewInt(1)
	r.Mod(r, m)
	mask := new(big.Int).Lsh(big.NewInt(1), uint(chunk))
	square := new(big.Int).Set(mask)
	mask.Sub(mask, big.NewInt(1))
	for i := (eb + chunk - 1) / chunk * chunk; i > 0; i -= chunk {
		if err := t.Poll(); err != nil {
			return nil, err
		}
		part := new(big.Int).Rsh(e, uint(i-chunk))
		part.And(part, mask)
		r.Exp(r, square, m)
		r.Mul(r, new(big.Int).Exp(base, part, m)).Mod(r, m)
	}
	return r, nil
}

// divFloat is a / b rounded to nearest even, infinite when out of range.
func divFloat(a, b *big.Int) float64 {
	neg := (a.Sign() < 0) != (b.Sign() < 0)
	x, y := new(big.Int).Abs(a), new(big.Int).Abs(b)
	// Scale so that the quotient has 55 or more bits, or reaches below the
	// last bit of a subnormal number; the remainder then only breaks ties.
	shift := 56 - (x.BitLen() - y.BitLen())
	shift = min(shift, 1078)
	if x.BitLen()-y.BitLen() < -1080 {
		x.SetInt64(0)
	}
	if x.BitLen()-y.BitLen() > 1026 {
		return math.Inf(1 - 2*boolBit(neg))
	}
	if shift > 0 {
		x.Lsh(x, uint(shift))
	} else {
		y.Lsh(y, uint(-shift))
	}
	q, r := new(big.Int), new(big.Int)
	q.QuoRem(x, y, r)
	m := q.Uint64()
	if r.Sign() != 0 {
		m |= 1 // sticky: at least one bit below the rounding position exists
	}
	// Drop the bits that the result has no room for, rounding half to even.
	exp := -shift
	drop := max(bits.Len64(m)-53, -1074-exp)
	if drop > 0 {
		half := uint64(1) << (drop - 1)
		rest := m & (half<<1 - 1)
		m >>= drop
		if rest > half || rest == half && m&1 == 1 {
			m++
		}
		exp += drop
	}
	f := math.Ldexp(float64(m), exp)
	if neg {
		f = -f
	}
	return f
}

func boolBit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// BigMul is a * b for native modules: interruptible, a MemoryError when the
// product would be hopelessly large.
func (t *Thread) BigMul(a, b *big.Int) (*big.Int, *Exc) { return t.bigMul(a, b) }

// BigQuo is a // b, b not 0.
func (t *Thread) BigQuo(a, b *big.Int) (*big.Int, *Exc) {
	q, _, err := t.bigDivMod(a, b)
	return q, err
}
