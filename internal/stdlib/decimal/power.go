package decimal

import (
	"math"
	"math/big"
	"sync"
)

// constants caches logarithms in binary fixed point.
type constants struct {
	mu        sync.Mutex
	bits      uint
	ln2, ln10 *big.Int
}

// logs returns ln 2 and ln 10 times 2**w, within a few units.
func (k *constants) logs(w uint) (ln2, ln10 *big.Int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.bits < w {
		n := w + w/4 + 64
		// ln 2 and ln 5 by the arctangents of 1/31, 1/49 and 1/161.
		a, b, c := arctanh(31, n+8), arctanh(49, n+8), arctanh(161, n+8)
		sum := func(x, y, z int64) *big.Int {
			s := new(big.Int).Mul(a, big.NewInt(x))
			s.Add(s, new(big.Int).Mul(b, big.NewInt(y)))
			s.Add(s, new(big.Int).Mul(c, big.NewInt(z)))
			return s.Rsh(s, 8)
		}
		k.bits, k.ln2, k.ln10 = n, sum(14, 10, 6), sum(46, 34, 20)
	}
	return new(big.Int).Rsh(k.ln2, k.bits-w), new(big.Int).Rsh(k.ln10, k.bits-w)
}

// arctanh is artanh(1/n) times 2**w.
func arctanh(n int64, w uint) *big.Int {
	term := new(big.Int).Lsh(big.NewInt(1), w)
	term.Quo(term, big.NewInt(n))
	sum := new(big.Int).Set(term)
	sq := big.NewInt(n * n)
	t := new(big.Int)
	for i := int64(3); ; i += 2 {
		term.Quo(term, sq)
		if term.Sign() == 0 {
			return sum
		}
		sum.Add(sum, t.Quo(term, big.NewInt(i)))
	}
}

// expFix is exp(x) times 2**w for x in fixed point with w bits, -1 < x < 4.
func expFix(x *big.Int, w uint) *big.Int {
	// exp(x) = exp(x / 2**k) ** 2**k, with a short series inside.
	k := uint(math.Sqrt(float64(w))/1.5) + 1
	g := w + k + 16
	y := new(big.Int).Lsh(x, g-w)
	y.Rsh(y, k)
	one := new(big.Int).Lsh(big.NewInt(1), g)
	sum := new(big.Int).Add(one, y)
	term := new(big.Int).Set(y)
	for i := int64(2); ; i++ {
		term.Mul(term, y)
		term.Rsh(term, g)
		term.Quo(term, big.NewInt(i))
		if s := term.Sign(); s == 0 || s < 0 && term.BitLen() <= 1 {
			break
		}
		sum.Add(sum, term)
	}
	for ; k > 0; k-- {
		sum.Mul(sum, sum)
		sum.Rsh(sum, g)
	}
	return sum.Rsh(sum, g-w)
}

// lnFix is ln(m) times 2**w for m in fixed point with w bits, 1/2 <= m < 2.
func lnFix(m *big.Int, w uint) *big.Int {
	if w <= 48 {
		f, _ := new(big.Float).SetMantExp(new(big.Float).SetInt(m), -int(w)).Float64()
		r, _ := new(big.Float).SetMantExp(big.NewFloat(math.Log(f)), int(w)).Int(nil)
		return r
	}
	// Halley's iteration triples the number of good bits.
	v := w/3 + 12
	y := lnFix(new(big.Int).Rsh(m, w-v), v)
	y.Lsh(y, w-v)
	e := expFix(y, w)
	d := new(big.Int).Sub(m, e)
	d.Lsh(d, w+1)
	d.Quo(d, e.Add(e, m))
	return y.Add(y, d)
}

// fixed is c * 10**e times 2**w, truncated; the exponent is moderate.
func fixed(c *big.Int, e int64, w uint) *big.Int {
	x := new(big.Int).Lsh(c, w)
	if e >= 0 {
		return x.Mul(x, pow10(int(e)))
	}
	return x.Quo(x, pow10(int(-e)))
}

// ziv turns approximations into a number that rounds as the exact value does.
// approx(p) gives a positive value as a fraction v / 2**w of an error of at
// most 2**err units, good for at least p digits. The digits below the
// precision matter only for whether they are all equal; the value is never
// exact.
func (w *work) ziv(digits int64, approx func(p int64) (v *big.Int, bits uint, err uint)) (num, bool) {
	for p := digits + 4; ; p += p/2 + 8 {
		if w.tooLong(p * 4) {
			return nan(), false
		}
		v, b, e := approx(p)
		lo := new(big.Int).Sub(v, new(big.Int).Lsh(big.NewInt(1), e))
		hi := new(big.Int).Add(v, new(big.Int).Lsh(big.NewInt(1), e))
		if lo.Sign() <= 0 {
			continue
		}
		// Scale so that digits+2 digits lie before the point.
		k := digits + 3 - int64(math.Floor(float64(v.BitLen()-int(b))*math.Log10(2)))
		cut := func(x *big.Int) *big.Int {
			y := new(big.Int)
			if k >= 0 {
				y.Mul(x, pow10(int(k)))
				return y.Rsh(y, b)
			}
			y.Quo(x, pow10(int(-k)))
			return y.Rsh(y, b)
		}
		a, z := cut(lo), cut(hi)
		if a.Cmp(z) != 0 {
			continue
		}
		n := num{exp: -k}
		n.setCoef(a)
		// The value lies inside of this last unit: no digit that looks like
		// an exact number or a tie may stand there.
		if d := n.lastDigit(); d == 0 || d == 5 {
			n.scaleUp(1)
			n.exp--
			n.increment()
		}
		return n, true
	}
}

func (w *work) exp(a num) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if a.kind == infinite {
		if a.neg {
			return num{}
		}
		return a
	}
	if a.zeroCoef() {
		return num{lo: 1}
	}
	x := *w
	x.round = roundHalfEven
	defer func() { w.status |= x.status }()
	adj := a.adjusted()
	// Beyond this the result is outside of the largest exponents there are.
	if adj > 19 || !a.neg && compareMag(&a, &num{lo: uint64(w.emax + 1), exp: 1}) > 0 {
		if a.neg {
			return x.finish(num{lo: 1, exp: x.etiny() - 1})
		}
		return x.overflow(false)
	}
	if a.neg && compareMag(&a, &num{lo: uint64(-w.etiny() + 1), exp: 1}) > 0 {
		return x.finish(num{lo: 1, exp: x.etiny() - 1})
	}
	if w.tooLong(w.prec + 1) {
		return nan()
	}
	if adj < -(w.prec + 1) {
		// 1 with something behind the last digit.
		r := num{exp: -(w.prec - 1)}
		r.setCoef(pow10(int(w.prec - 1)))
		x.status |= inexact | rounded
		return x.finish(r)
	}
	r, ok := w.expDigits(&a, w.prec)
	if !ok {
		x.status |= memoryError
		return nan()
	}
	return x.finish(r)
}

// expDigits is exp(a) to so many digits and something behind them.
func (w *work) expDigits(a *num, digits int64) (num, bool) {
	var shift int64
	r, ok := w.ziv(digits, func(p int64) (*big.Int, uint, uint) {
		b := uint(float64(p)*3.33) + 16
		g := b + uint(max(a.adjusted(), 0))*4 + 16
		v := fixed(a.coef(), a.exp, g)
		if a.neg {
			v.Neg(v)
		}
		_, ln10 := w.consts.logs(g)
		q, m := new(big.Int).DivMod(v, ln10, new(big.Int))
		shift = q.Int64()
		m.Rsh(m, g-b)
		return expFix(m, b), b, 12
	})
	r.exp += shift
	return r, ok
}

// lnParts is ln(a) times 2**b for a positive number other than 1, within
// 2**err units.
func (w *work) lnParts(a *num, b uint) (v *big.Int, err uint) {
	c := a.coef()
	// a = m * 2**j * 10**e with m near to 1; what is near to 1 itself goes
	// without the detour, for nothing then cancels.
	adj := a.adjusted()
	if (adj == 0 || adj == -1) && a.exp <= 0 {
		m := fixed(c, a.exp, b)
		half, two := new(big.Int).Lsh(big.NewInt(5), b), new(big.Int).Lsh(big.NewInt(15), b)
		ten := new(big.Int).Mul(m, big.NewInt(10))
		if ten.Cmp(half) >= 0 && ten.Cmp(two) < 0 {
			return lnFix(m, b), 8
		}
	}
	g := b + 72
	j := int64(c.BitLen()) - 1
	m := new(big.Int)
	if s := int64(g) - j; s >= 0 {
		m.Lsh(c, uint(s))
	} else {
		m.Rsh(c, uint(-s))
	}
	e := a.exp
	v = lnFix(m.Rsh(m, 1), g)
	j++
	ln2, ln10 := w.consts.logs(g)
	v.Add(v, new(big.Int).Mul(ln2, big.NewInt(j)))
	v.Add(v, new(big.Int).Mul(ln10, big.NewInt(e)))
	return v.Rsh(v, g-b), 8
}

// logDigits is ln(a), or log10(a), to so many digits and something behind them.
func (w *work) logDigits(a *num, digits int64, ten bool) (num, bool) {
	neg := false
	r, ok := w.ziv(digits, func(p int64) (*big.Int, uint, uint) {
		// Near 1 the logarithm is small: more bits for as many digits.
		extra := uint(0)
		if adj := a.adjusted(); adj == 0 || adj == -1 {
			extra = uint(float64(nearOne(a)) * 3.33)
		}
		b := uint(float64(p)*3.33) + 24 + extra
		v, err := w.lnParts(a, b)
		neg = v.Sign() < 0
		v.Abs(v)
		if ten {
			_, ln10 := w.consts.logs(b)
			v.Lsh(v, b)
			v.Quo(v, ln10)
			// The relative error grows with the size of the logarithm.
			err += uint(max(0, v.BitLen()-int(b))) + 2
		}
		return v, b, err
	})
	r.neg = neg
	return r, ok
}

// nearOne is how many digits of a number next to 1 are lost when 1 is taken away.
func nearOne(a *num) int64 {
	one := num{lo: 1}
	d := *a
	if a.exp > 0 || -a.exp > maxDigits {
		return 0
	}
	one.scaleUp(int(-a.exp))
	diff := new(big.Int).Sub(d.coef(), one.coef())
	if diff.Sign() == 0 {
		return 0
	}
	return -a.exp - int64(digitsOf(diff.Abs(diff))) + 1
}

func (w *work) ln(a num) num { return w.logarithm(a, false) }

func (w *work) log10(a num) num { return w.logarithm(a, true) }

func (w *work) logarithm(a num, ten bool) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if a.isZero() {
		return inf(true)
	}
	if a.neg {
		return w.fail(invalidOperation)
	}
	if a.kind == infinite {
		return a
	}
	x := *w
	x.round = roundHalfEven
	defer func() { w.status |= x.status }()
	t := a
	if ten {
		t.exp += t.trim(math.MaxInt64)
		if t.big == nil && t.lo == 1 {
			return x.finish(small(t.exp))
		}
	} else if one := (num{lo: 1}); a.adjusted() == 0 && compareMag(&a, &one) == 0 {
		return num{}
	}
	if w.tooLong(w.prec+1) || w.tooLong(int64(a.digits())) {
		x.status |= memoryError
		return nan()
	}
	r, ok := w.logDigits(&a, w.prec, ten)
	if !ok {
		x.status |= memoryError
		return nan()
	}
	return x.finish(r)
}

func (w *work) sqrt(a num) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if a.isZero() {
		a.exp >>= 1
		return w.finish(a)
	}
	if a.neg {
		return w.fail(invalidOperation)
	}
	if a.kind == infinite {
		return a
	}
	if w.tooLong(w.prec + 1) {
		return nan()
	}
	p := w.prec + 1
	ideal := a.exp >> 1
	e := ideal
	l := (int64(a.digits()) + 1) >> 1
	c := new(big.Int).Set(a.coef())
	if a.exp&1 != 0 {
		c.Mul(c, big.NewInt(10))
		l = int64(a.digits())>>1 + 1
	}
	exact := true
	shift := p - l
	if shift >= 0 {
		c.Mul(c, pow10(int(2*shift)))
	} else {
		r := new(big.Int)
		c.QuoRem(c, pow10(int(-2*shift)), r)
		exact = r.Sign() == 0
	}
	e -= shift
	s := new(big.Int).Sqrt(c)
	exact = exact && new(big.Int).Mul(s, s).Cmp(c) == 0
	r := num{exp: e}
	r.setCoef(s)
	if exact {
		if shift >= 0 {
			r.scaleDown(int(shift))
		} else {
			r.scaleUp(int(-shift))
		}
		r.exp += shift
	} else if d := r.lastDigit(); d == 0 || d == 5 {
		r.increment()
	}
	x := *w
	x.round = roundHalfEven
	r = x.finish(r)
	w.status |= x.status
	return r
}

func (w *work) power(a, b num) num {
	if r, ok := w.nanResult(&a, &b); ok {
		return r
	}
	if b.isZero() {
		if a.isZero() {
			return w.fail(invalidOperation)
		}
		return num{lo: 1}
	}
	neg := false
	bInt := b.isInt()
	if a.neg {
		if bInt {
			neg = b.isOddInt()
		} else if !a.isZero() {
			return w.fail(invalidOperation)
		}
	}
	if a.isZero() {
		if b.neg {
			return inf(neg)
		}
		return zero(neg)
	}
	if a.kind == infinite {
		if b.neg {
			return zero(neg)
		}
		return inf(neg)
	}
	one := num{lo: 1}
	if compareMag(&a, &one) == 0 {
		return w.powerOfOne(&a, &b, neg)
	}
	big1 := compareMag(&a, &one) > 0
	if b.kind == infinite {
		if big1 == b.neg {
			return zero(neg)
		}
		return inf(neg)
	}
	if r, ok := w.powerBounds(&a, &b, neg); ok {
		return r
	}
	if n, ok := b.smallInt(); ok && bInt {
		return w.powerInt(a, n, &b)
	}
	return w.powerReal(a, b)
}

// powerOfOne is a power of 1 or -1, with as many zeros as the exponent asks for.
func (w *work) powerOfOne(a, b *num, neg bool) num {
	shift := w.prec - 1
	if b.kind == finite && b.isInt() {
		if b.neg {
			return num{neg: neg, lo: 1}
		}
		n, ok := b.smallInt()
		if !ok || n > w.prec && a.exp != 0 {
			n = w.prec
		}
		s := -a.exp
		if a.exp == 0 {
			s = 0
		} else if s > w.prec || s*n > w.prec-1 {
			s = w.prec - 1
			w.status |= rounded
		} else {
			s *= n
		}
		shift = s
	} else {
		w.status |= inexact | rounded
	}
	if shift < 0 {
		shift = 0
	}
	if w.tooLong(shift) {
		return nan()
	}
	r := num{neg: neg, lo: 1, exp: -shift}
	r.scaleUp(int(shift))
	return r
}

// powerBounds finds results that are far outside of the exponent range without
// computing them: by the numbers of digits of the logarithm and the exponents.
func (w *work) powerBounds(a, b *num, neg bool) (num, bool) {
	size := func(n int64) int64 { return int64(digits64(uint64(max(n, -n)))) }
	var zeta int64 // log10(|log10(a)|) is at least this
	adj := a.adjusted()
	grows := adj >= 0
	switch {
	case adj > 0:
		zeta = size(adj) - 1
	case adj < -1:
		zeta = size(adj+1) - 1
	default:
		zeta = -nearOne(a) - 1
		if adj == 0 {
			zeta--
		}
	}
	theta := zeta + b.adjusted()
	if grows == !b.neg {
		if size(w.emax) < theta {
			return w.overflow(neg), true
		}
		return num{}, false
	}
	if size(w.etiny()) < theta {
		return w.finish(num{neg: neg, lo: 1, exp: w.etiny() - 1}), true
	}
	return num{}, false
}

// powerInt multiplies repeatedly, with digits enough to spare for one correct
// rounding in the end.
func (w *work) powerInt(a num, n int64, b *num) num {
	x := *w
	x.round = roundHalfEven
	x.clamp = false
	x.prec += int64(b.digits()) + b.exp + 2
	odd := a.neg && n&1 != 0
	neg := n < 0
	if neg {
		x.prec++
		n = -n
	}
	x.status = 0
	if neg {
		a = x.div(num{lo: 1}, a)
	}
	r := num{lo: 1}
	for bit := int64(1) << 62; bit > 0; bit >>= 1 {
		if r.lo != 1 || r.big != nil || r.exp != 0 || r.neg {
			r = x.mul(r, r)
		}
		if n&bit != 0 {
			r = x.mul(r, a)
		}
		if r.kind != finite || r.zeroCoef() {
			break
		}
	}
	// An intermediate result that leaves the range decides, as in libmpdec.
	w.status |= x.status
	r.neg = odd
	switch {
	case x.status&memoryError != 0:
		return nan()
	case r.kind == infinite:
		return w.overflow(odd)
	}
	return w.finish(r)
}

// powerReal is exp(b * ln(a)) to more digits than needed and rounded to even,
// so that the exact results among them come out exact.
func (w *work) powerReal(a, b num) num {
	digits := max(w.prec, int64(a.digits())) + 23
	if w.tooLong(digits) {
		return nan()
	}
	one := num{lo: 1}
	if compareMag(&a, &one) == 0 {
		return one
	}
	// The product needs digits for its integer part too.
	lnDigits := digits + max(b.adjusted(), 0) + 22
	l, ok := w.logDigits(&a, lnDigits, false)
	if !ok {
		w.status |= memoryError
		return nan()
	}
	x := *w
	x.prec, x.emax, x.emin, x.clamp, x.round, x.status = lnDigits, maxEmax, minEmin, false, roundHalfEven, 0
	p := x.mul(l, b)
	x.prec = digits
	r := x.exp(p)
	if x.status&memoryError != 0 {
		w.status |= memoryError
		return nan()
	}
	w.status |= inexact | rounded
	if r.kind == finite && !r.zeroCoef() {
		r.exp += r.trim(math.MaxInt64)
		// An exact result is shown with all digits of the precision.
		if d := w.prec - int64(r.digits()); d > 0 {
			r.scaleUp(int(d))
			r.exp -= d
		}
	}
	before := w.status
	w.status = 0
	r = w.finish(r)
	if w.status&subnormal != 0 {
		w.status |= underflow
	}
	w.status |= before
	return r
}

// powMod is a**b % c for integers.
func (w *work) powMod(a, b, c num) num {
	if a.isNaN() || b.isNaN() || c.isNaN() {
		for _, x := range [...]*num{&a, &b, &c} {
			if x.kind == signaling {
				r, _ := w.nanResult(x, nil)
				return r
			}
		}
		for _, x := range [...]*num{&a, &b, &c} {
			if x.isNaN() {
				r, _ := w.nanResult(x, nil)
				return r
			}
		}
	}
	if !a.isInt() || !b.isInt() || !c.isInt() || b.neg && !b.isZero() || c.isZero() {
		return w.fail(invalidOperation)
	}
	if c.adjusted() >= w.prec {
		return w.fail(invalidOperation)
	}
	if a.isZero() && b.isZero() {
		return w.fail(invalidOperation)
	}
	neg := a.neg && b.isOddInt()
	m, ok1 := w.toBig(&c)
	base, ok2 := w.modBig(&a, m)
	if !ok1 || !ok2 {
		return nan()
	}
	m.Abs(m)
	// The exponent's own power of ten is raised step by step.
	r := new(big.Int)
	if b.exp <= 0 {
		e, _ := w.toBig(&b)
		r.Exp(base, e.Abs(e), m)
	} else {
		for i := int64(0); i < b.exp; i++ {
			base.Exp(base, big.NewInt(10), m)
		}
		r.Exp(base, b.coef(), m)
	}
	if m.IsInt64() && m.Int64() == 1 {
		r.SetInt64(0)
	}
	res := num{neg: neg && r.Sign() != 0 || neg && r.Sign() == 0}
	res.setCoef(r)
	return w.finish(res)
}

// toBig is the value of an integer.
func (w *work) toBig(n *num) (*big.Int, bool) {
	c := *n
	if c.zeroCoef() {
		return new(big.Int), true
	}
	if c.exp > 0 {
		if w.tooLong(c.adjusted()) {
			return nil, false
		}
		c.scaleUp(int(c.exp))
	} else {
		c.scaleDown(int(min(-c.exp, int64(c.digits())+1)))
	}
	b := new(big.Int).Set(c.coef())
	if n.neg {
		b.Neg(b)
	}
	return b, true
}

// modBig is |n| modulo m for an integer n of any exponent.
func (w *work) modBig(n *num, m *big.Int) (*big.Int, bool) {
	if m == nil {
		return nil, false
	}
	am := new(big.Int).Abs(m)
	if n.exp <= 0 {
		b, ok := w.toBig(n)
		if !ok {
			return nil, false
		}
		b.Abs(b)
		return b.Mod(b, am), true
	}
	t := new(big.Int).Exp(big.NewInt(10), big.NewInt(n.exp), am)
	t.Mul(t, n.coef())
	return t.Mod(t, am), true
}
