package fmath

import "math"

// The functions here evaluate in pairs of floats (a value and what rounding
// took from it) and round once at the end: their error stays below 0.51 units
// in the last place, which is what a good C library gives and Python programs
// print. Tables and method are those of P.-T. P. Tang, "Table-driven
// implementation of the exponential/logarithm function" (1989, 1990).

const (
	// ln2 in three parts, the first with so few bits that a product with an
	// exponent is exact; the same of ln2/128.
	ln2a, ln2b, ln2c = 0x1.62e42feep-1, 0x1.a39ef35793c76p-33, 0x1.cc01f97b57a08p-87
	lnxa, lnxb, lnxc = 0x1.62e42feep-8, 0x1.a39ef35793c76p-40, 0x1.cc01f97b57a08p-94

	ln2Hi, ln2Lo         = 0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56
	invLn2Hi, invLn2Lo   = 0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56
	invLn10Hi, invLn10Lo = 0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57
)

// twoSum is a + b as a pair.
func twoSum(a, b float64) (s, e float64) {
	s = a + b
	t := s - a
	return s, (a - (s - t)) + (b - t)
}

// fastSum is a + b as a pair where |a| >= |b| or a is 0.
func fastSum(a, b float64) (s, e float64) {
	s = a + b
	return s, b - (s - a)
}

// mulPair is (ah+al) * (bh+bl).
func mulPair(ah, al, bh, bl float64) (h, l float64) {
	h = ah * bh
	l = math.FMA(ah, bh, -h) + (float64(ah*bl) + float64(al*bh))
	return fastSum(h, l)
}

// expPair is e**(h+l) for |h| < 800.
func expPair(h, l float64) float64 {
	h, l, n := expParts(h, l)
	return scale(h, l, n)
}

// expParts is expPair as (hi+lo) * 2**n.
func expParts(h, l float64) (hi, lo float64, n int) {
	k := math.RoundToEven(h * (128 / math.Ln2))
	r := math.FMA(-k, lnxa, h) // exact
	r, e := twoSum(r, -k*lnxb)
	e += l - float64(k*lnxc) + math.FMA(-k, lnxb, float64(k*lnxb))
	r2 := r * r
	p := r2 * (1./2 + r*(1./6+r*(1./24+r*(1./120+r*(1./720)))))
	p += e + float64(e*r)
	n = int(k)
	t := &expTable[n&127]
	hi, lo = t[0], t[1]
	q, qe := fastSum(r, p)
	// hi*(1+q+qe) + lo
	m := hi * q
	me := math.FMA(hi, q, -m)
	lo += me + float64(hi*qe) + float64(lo*q)
	hi, m = fastSum(hi, m)
	return hi, lo + m, n >> 7
}

// scale is (h+l) * 2**n with one rounding, h in [0.9, 2.1).
func scale(h, l float64, n int) float64 {
	r, rest := fastSum(h, l)
	switch {
	case n > 1023:
		return r * 0x1p1023 * math.Float64frombits(uint64(min(n-1023, 1000)+1023)<<52)
	case n >= -1021:
		return r * math.Float64frombits(uint64(n+1023)<<52)
	case n < -1100:
		return 0
	}
	// The result may be subnormal, rounded a second time: where that met a tie,
	// what the first rounding took decides.
	up, down := math.Float64frombits(uint64(-900-n+1023)<<52), math.Float64frombits(uint64(n+900+1023)<<52)
	s := r * 0x1p-900 * down
	d := r - s*0x1p900*up
	if half := math.Float64frombits(uint64(-1075-n+1023) << 52); math.Abs(d) == half && d*rest > 0 {
		return math.Nextafter(s, s+math.Copysign(1, d))
	}
	return s
}

// logPair is the natural logarithm of a finite x > 0 as a pair.
func logPair(x float64) (h, l float64) {
	b := math.Float64bits(x)
	k := 0
	if b>>52 == 0 {
		b = math.Float64bits(x * 0x1p54)
		k = -54
	}
	k += int(b>>52) - 1023
	m := math.Float64frombits(b&(1<<52-1) | 1023<<52)
	i := b >> 45 & 127
	f := math.FMA(m, logRecip[i], -1) // exact
	th, tl := logTable[i][0], logTable[i][1]
	if i == 127 {
		// Just below the next power of two: nothing may be left of ln 2.
		k++
		th, tl = 0, 0
	}
	// log1p(f) = f - f**2/2 + p
	h2 := f * f
	e2 := math.FMA(f, f, -h2)
	p := f * h2 * (1./3 - f*(1./4-f*(1./5-f*(1./6-f*(1./7-f*(1./8-f*(1./9-f*(1./10))))))))
	sh, sl := fastSum(f, -0.5*h2)
	sl += p - 0.5*e2
	if k == 0 && th == 0 {
		return fastSum(sh, sl)
	}
	kf := float64(k)
	h, l = twoSum(kf*ln2a, th)
	mid := kf * ln2b
	l += tl + float64(kf*ln2c) + math.FMA(kf, ln2b, -mid)
	h, e := twoSum(h, mid)
	l += e
	h, e = twoSum(h, sh)
	l += e + sl
	return fastSum(h, l)
}

// Exp is C's exp.
func Exp(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 709.79:
		return math.Inf(1)
	case x < -745.2:
		return 0
	}
	return expPair(x, 0)
}

// Exp2 is C's exp2.
func Exp2(x float64) float64 {
	switch {
	case x != x:
		return x
	case x >= 1024:
		return math.Inf(1)
	case x < -1075:
		return 0
	}
	n := math.RoundToEven(x)
	return math.Ldexp(expPair(mulPair(x-n, 0, ln2Hi, ln2Lo)), int(n))
}

// logOf applies a logarithm given as a pair to the special arguments as well.
func logOf(x, sh, sl float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	h, l := logPair(x)
	if sh == 1 {
		return h
	}
	h, _ = mulPair(h, l, sh, sl)
	return h
}

// Log is C's log.
func Log(x float64) float64 { return logOf(x, 1, 0) }

// Log2 is C's log2.
func Log2(x float64) float64 { return logOf(x, invLn2Hi, invLn2Lo) }

// Log10 is C's log10.
func Log10(x float64) float64 { return logOf(x, invLn10Hi, invLn10Lo) }

// powInt is x**n by multiplying: exact while 106 bits hold the power, so that
// halfway cases round as they should.
func powInt(x float64, n int) (h, l float64) {
	h, l = 1, 0
	for ph, pl := x, 0.0; ; ph, pl = mulPair(ph, pl, ph, pl) {
		if n&1 != 0 {
			h, l = mulPair(h, l, ph, pl)
		}
		if n >>= 1; n == 0 {
			return h, l
		}
	}
}

// Pow is C's pow.
func Pow(x, y float64) float64 {
	switch {
	case y == 1:
		return x
	case y == 2:
		return x * x
	case !(x-x == 0) || !(y-y == 0) || x == 0 || y == 0 || x == 1 || x == -1:
		return math.Pow(x, y)
	}
	sign := 1.0
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		if math.Abs(y) < 1<<53 && int64(y)&1 != 0 {
			sign = -1
		}
		x = -x
	}
	if n := math.Abs(y); n <= 64 && n == math.Trunc(n) && x > 0x1p-15 && x < 0x1p15 {
		h, l := powInt(x, int(n))
		if y < 0 {
			h, _ = divPair(1, 0, h, l)
		}
		return sign * h
	}
	h, l := logPair(x)
	e := y * h
	switch {
	case e > 710:
		return sign * math.Inf(1)
	case e < -746:
		return sign * 0
	}
	return sign * expPair(fastSum(e, math.FMA(y, h, -e)+float64(y*l)))
}
