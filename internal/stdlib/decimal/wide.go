package decimal

import (
	"math/big"
	"math/bits"
)

// wide is an unsigned number of 256 bits, low word first. Coefficients of
// everyday precision are multiplied, added and rounded in it without touching
// the heap before the result.
type wide [4]uint64

// wideTens are the powers of ten that fit.
var wideTens = func() (t [78]wide) {
	t[0] = wide{1}
	for i := 1; i < len(t); i++ {
		t[i], _ = t[i-1].mul64(10)
	}
	return t
}()

func (x wide) mul64(u uint64) (r wide, overflow bool) {
	var carry uint64
	for i := range x {
		hi, lo := bits.Mul64(x[i], u)
		var c uint64
		r[i], c = bits.Add64(lo, carry, 0)
		carry = hi + c
	}
	return r, carry != 0
}

// div64 divides by u.
func (x wide) div64(u uint64) (q wide, r uint64) {
	for i := len(x) - 1; i >= 0; i-- {
		if r == 0 && x[i] < u {
			r = x[i]
			continue
		}
		q[i], r = bits.Div64(r, x[i], u)
	}
	return q, r
}

func (x wide) cmp(y *wide) int {
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (x wide) digits() int {
	n := 0
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != 0 {
			n = i*64 + bits.Len64(x[i])
			break
		}
	}
	n = n * 1233 >> 12
	if n < len(wideTens) && x.cmp(&wideTens[n]) >= 0 {
		n++
	}
	return max(n, 1)
}

// narrow returns the coefficient when it fits 128 bits.
func (n *num) narrow() (hi, lo uint64, ok bool) {
	if n.big == nil {
		return 0, n.lo, true
	}
	if bits.UintSize != 64 {
		return 0, 0, false
	}
	w := n.big.Bits()
	if len(w) > 2 {
		return 0, 0, false
	}
	return uint64(w[1]), uint64(w[0]), true
}

// big128 is a big.Int in one allocation with its words.
type big128 struct {
	i big.Int
	w [2]big.Word
}

// setWide sets the coefficient; ok is false when it needs more than 128 bits.
func (n *num) setWide(x *wide) bool {
	if x[2]|x[3] != 0 {
		return false
	}
	if x[1] == 0 {
		n.lo, n.big = x[0], nil
		return true
	}
	if bits.UintSize != 64 {
		n.lo, n.big = 0, words(x[1], x[0])
		return true
	}
	b := &big128{w: [2]big.Word{big.Word(x[0]), big.Word(x[1])}}
	b.i.SetBits(b.w[:])
	n.lo, n.big = 0, &b.i
	return true
}

// finishWide is finish for a result in the middle of the exponent range; ok is
// false when the long way has to be gone.
func (w *work) finishWide(neg bool, exp int64, x *wide) (n num, ok bool) {
	d := int64(x.digits())
	low := d + exp - w.prec
	if low < w.etiny() || low >= w.etop() || w.clamp && exp > w.etop() || x[0]|x[1]|x[2]|x[3] == 0 {
		return n, false
	}
	n.neg, n.exp = neg, exp
	if exp >= low {
		return n, n.setWide(x)
	}
	cut := int(low - exp)
	n.exp = low
	sticky := false
	q := *x
	var r uint64
	for cut > 19 {
		q, r = q.div64(tens[19])
		sticky = sticky || r != 0
		cut -= 19
	}
	q, r = q.div64(tens[cut])
	half := tens[cut] / 2
	rst := restNone
	switch {
	case r > half || r == half && sticky:
		rst = restHigh
	case r == half:
		rst = restHalf
	case r != 0 || sticky:
		rst = restLow
	}
	if !n.setWide(&q) {
		return n, false
	}
	w.status |= rounded
	if rst == restNone {
		return n, true
	}
	w.status |= inexact
	if w.round.away(&n, rst) {
		for i := range q {
			if q[i]++; q[i] != 0 {
				break
			}
		}
		if int(w.prec) < len(wideTens) && q == wideTens[w.prec] {
			q = wideTens[w.prec-1]
			n.exp++
		}
		n.setWide(&q)
	}
	return n, true
}

// mulWide multiplies finite numbers when all fits.
func (w *work) mulWide(a, b *num) (num, bool) {
	ah, al, ok1 := a.narrow()
	bh, bl, ok2 := b.narrow()
	if !ok1 || !ok2 {
		return num{}, false
	}
	x, _ := wide{al, ah}.mul64(bl)
	if bh != 0 {
		y, _ := wide{al, ah}.mul64(bh)
		var c uint64
		x[1], c = bits.Add64(x[1], y[0], 0)
		x[2], c = bits.Add64(x[2], y[1], c)
		x[3], _ = bits.Add64(x[3], y[2], c)
	}
	return w.finishWide(a.neg != b.neg, a.exp+b.exp, &x)
}

// sumWide adds non-zero finite numbers when all fits.
func (w *work) sumWide(a, b *num) (num, bool) {
	ah, al, ok1 := a.narrow()
	bh, bl, ok2 := b.narrow()
	shift := a.exp - b.exp
	if !ok1 || !ok2 || shift > 38 || shift < -38 || ah|al == 0 || bh|bl == 0 {
		return num{}, false
	}
	x, y, exp := wide{al, ah}, wide{bl, bh}, b.exp
	scale := &x
	if shift < 0 {
		shift, exp, scale = -shift, a.exp, &y
	}
	if shift > 19 {
		*scale, _ = scale.mul64(tens[19])
		shift -= 19
	}
	*scale, _ = scale.mul64(tens[shift])
	var r wide
	var c uint64
	neg := a.neg
	if a.neg == b.neg {
		for i := range r {
			r[i], c = bits.Add64(x[i], y[i], c)
		}
		return w.finishWide(neg, exp, &r)
	}
	switch x.cmp(&y) {
	case 0:
		return num{}, false
	case -1:
		x, y, neg = y, x, b.neg
	}
	for i := range r {
		r[i], c = bits.Sub64(x[i], y[i], c)
	}
	return w.finishWide(neg, exp, &r)
}

// divWide divides non-zero finite numbers, the divisor of 64 bits, when all fits.
func (w *work) divWide(a, b *num) (num, bool) {
	ah, al, ok := a.narrow()
	if !ok || b.big != nil || w.prec > 36 {
		return num{}, false
	}
	x := wide{al, ah}
	shift := int64(digits64(b.lo)) - int64(x.digits()) + w.prec + 1
	ideal := a.exp - b.exp
	if shift < 0 {
		return num{}, false
	}
	exp := ideal - shift
	for k := shift; k > 0; k -= 19 {
		var over bool
		if x, over = x.mul64(tens[min(k, 19)]); over {
			return num{}, false
		}
	}
	q, r := x.div64(b.lo)
	if r != 0 {
		// A last digit that is neither 0 nor 5 stands for what follows.
		if _, d := q.div64(5); d == 0 {
			q[0]++
		}
		return w.finishWide(a.neg != b.neg, exp, &q)
	}
	for exp < ideal {
		t, d := q.div64(10)
		if d != 0 {
			break
		}
		q = t
		exp++
	}
	return w.finishWide(a.neg != b.neg, exp, &q)
}
