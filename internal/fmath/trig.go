package fmath

import (
	"math"
	"math/big"
	"sync"
)

const (
	// pi/2 in four parts; products of the first two with 20-bit numbers are exact.
	halfPiA, halfPiB = 0x1.921fb544p+0, 0x1.0b4611a6p-34
	halfPiC, halfPiD = 0x1.3198a2e037073p-69, 0x1.129024e088a68p-123

	sixthHi, sixthLo = 0x1.5555555555555p-3, 0x1.5555555555555p-57

	halfPiHi, halfPiLo = 0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54
)

// reduce returns x - n*pi/2 as a pair and n modulo 4, for a finite x.
func reduce(x float64) (h, l float64, quadrant int) {
	switch a := math.Abs(x); {
	case a <= math.Pi/4:
		return x, 0, 0
	case a > 1<<19:
		return reduceLarge(x)
	}
	n := math.RoundToEven(x * (2 / math.Pi))
	a := math.FMA(-n, halfPiA, x)
	h, l = twoSum(a, -n*halfPiB)
	c := n * halfPiC
	l -= math.FMA(n, halfPiC, -c) + float64(n*halfPiD)
	h, e := twoSum(h, -c)
	h, l = fastSum(h, l+e)
	return h, l, int(n) & 3
}

// reduceLarge is reduce with as many digits of pi as the argument needs.
func reduceLarge(x float64) (h, l float64, quadrant int) {
	prec := uint(2600)
	if math.Abs(x) < 1<<60 {
		prec = 256
	}
	p := new(big.Float).SetPrec(prec).Set(halfPi())
	v := new(big.Float).SetPrec(prec).SetFloat64(x)
	v.Quo(v, p)
	n, _ := new(big.Float).SetPrec(prec).Add(v, big.NewFloat(math.Copysign(0.5, x))).Int(nil)
	v.Sub(v, new(big.Float).SetPrec(prec).SetInt(n))
	v.Mul(v, p)
	h, _ = v.Float64()
	v.Sub(v, big.NewFloat(h))
	l, _ = v.Float64()
	return h, l, int(new(big.Int).And(n, big.NewInt(3)).Int64())
}

// halfPi is pi/2 to 2500 bits, by Machin's formula.
var halfPi = sync.OnceValue(func() *big.Float {
	const bits = 2560
	unit := new(big.Int).Lsh(big.NewInt(1), bits)
	arccot := func(n int64) *big.Int {
		sum, term, sq := new(big.Int), new(big.Int).Quo(unit, big.NewInt(n)), big.NewInt(n*n)
		for k := int64(1); term.Sign() != 0; k += 2 {
			t := new(big.Int).Quo(term, big.NewInt(k))
			if k&2 == 0 {
				sum.Add(sum, t)
			} else {
				sum.Sub(sum, t)
			}
			term.Quo(term, sq)
		}
		return sum
	}
	p := new(big.Int).Mul(arccot(5), big.NewInt(8))
	p.Sub(p, new(big.Int).Mul(arccot(239), big.NewInt(2)))
	f := new(big.Float).SetPrec(2600).SetInt(p)
	return f.SetMantExp(f, -bits)
})

// sinPair and cosPair are the sine and cosine of a reduced argument.
func sinPair(x, xl float64) (h, l float64) {
	z := x * x
	q := z * (1./120 + z*(-1./5040+z*(1./362880+z*(-1./39916800+z*(1./6227020800+z*(-1./1307674368000+z*(1./355687428096000)))))))
	// The rounding errors of x**3/6 count.
	c := z * x
	ce := math.FMA(z, x, -c) + float64(math.FMA(x, x, -z)*x)
	m := c * sixthHi
	me := math.FMA(c, sixthHi, -m) + float64(c*sixthLo) + ce/6
	h, l = fastSum(x, -m)
	return fastSum(h, l+float64(c*q)-me+float64(xl*(1-z/2)))
}

func cosPair(x, xl float64) (h, l float64) {
	z := x * x
	ze := math.FMA(x, x, -z)
	q := z * (-1./720 + z*(1./40320+z*(-1./3628800+z*(1./479001600+z*(-1./87178291200+z*(1./20922789888000+z*(-1./6402373705728000)))))))
	f := z * z
	fe := math.FMA(z, z, -f) + float64(2*z*ze)
	m := f * (sixthHi / 4)
	me := math.FMA(f, sixthHi/4, -m) + float64(f*(sixthLo/4)) + fe/24
	h, l = fastSum(1, -z/2)
	h, e := fastSum(h, m)
	return fastSum(h, l+e+me+float64(f*q)-ze/2-float64(x*xl*(1-z/6)))
}

// divPair is (ah+al)/(bh+bl) as a pair.
func divPair(ah, al, bh, bl float64) (h, l float64) {
	q := ah / bh
	return fastSum(q, (math.FMA(-q, bh, ah)+al-float64(q*bl))/bh)
}

// Sin is C's sin.
func Sin(x float64) float64 {
	if !(x-x == 0) || math.Abs(x) < 0x1p-27 {
		return math.Sin(x)
	}
	r, l, q := reduce(x)
	var h float64
	if q&1 == 0 {
		h, _ = sinPair(r, l)
	} else {
		h, _ = cosPair(r, l)
	}
	if q&2 != 0 {
		h = -h
	}
	return h
}

// Cos is C's cos.
func Cos(x float64) float64 {
	if !(x-x == 0) {
		return math.Cos(x)
	}
	r, l, q := reduce(x)
	var h float64
	if q&1 == 0 {
		h, _ = cosPair(r, l)
	} else {
		h, _ = sinPair(r, l)
	}
	if q == 1 || q == 2 {
		h = -h
	}
	return h
}

// Tan is C's tan.
func Tan(x float64) float64 {
	if !(x-x == 0) || math.Abs(x) < 0x1p-27 {
		return math.Tan(x)
	}
	r, l, q := reduce(x)
	sh, sl := sinPair(r, l)
	ch, cl := cosPair(r, l)
	if q&1 == 0 {
		h, _ := divPair(sh, sl, ch, cl)
		return h
	}
	h, _ := divPair(-ch, -cl, sh, sl)
	return h
}

// atanPair is atan(x) for 0 <= x <= 1.
func atanPair(x, xl float64) (h, l float64) {
	i := int(x*32 + 0.5)
	c := float64(i) / 32
	t, tl := x, xl
	if i > 0 {
		// atan(x) = atan(c) + atan((x-c)/(1+x*c))
		m := x * c
		dh, dl := fastSum(1, m)
		dl += math.FMA(x, c, -m) + float64(xl*c)
		nh, nl := twoSum(x-c, xl)
		t, tl = divPair(nh, nl, dh, dl)
	}
	z := t * t
	p := float64(t*z) * (-1./3 + z*(1./5+z*(-1./7+z*(1./9+z*(-1./11)))))
	h, l = fastSum(t, tl+p)
	if i == 0 {
		return h, l
	}
	h, e := fastSum(atanTable[i][0], h)
	return fastSum(h, e+l+atanTable[i][1])
}

// atan2Pair is atan2 of positive pairs, x negative when neg.
func atan2Pair(yh, yl, xh, xl float64, neg bool) float64 {
	var h, l float64
	if yh <= xh {
		h, l = atanPair(divPair(yh, yl, xh, xl))
		if neg {
			h, l = -h, -l
		}
	} else {
		h, l = atanPair(divPair(xh, xl, yh, yl))
		if !neg {
			h, l = -h, -l
		}
		var e float64
		h, e = fastSum(halfPiHi, h)
		return h + (e + l + halfPiLo)
	}
	if neg {
		var e float64
		h, e = fastSum(2*halfPiHi, h)
		l += e + 2*halfPiLo
	}
	return h + l
}

// Atan is C's atan.
func Atan(x float64) float64 {
	a := math.Abs(x)
	if !(a > 0x1p-27 && a < 0x1p60) {
		return math.Atan(x)
	}
	return math.Copysign(atan2Pair(a, 0, 1, 0, false), x)
}

// Atan2 is C's atan2.
func Atan2(y, x float64) float64 {
	ax, ay := math.Abs(x), math.Abs(y)
	if !(ax > 0x1p-900 && ax < 0x1p900 && ay > 0x1p-900 && ay < 0x1p900) || ay < ax*0x1p-60 || ax < ay*0x1p-60 {
		return math.Atan2(y, x)
	}
	return math.Copysign(atan2Pair(ay, 0, ax, 0, x < 0), y)
}

// cosOfSin is sqrt(1 - x**2) as a pair, |x| < 1.
func cosOfSin(x float64) (h, l float64) {
	ah, al := twoSum(1, -x)
	bh, bl := twoSum(1, x)
	h, l = mulPair(ah, al, bh, bl)
	s := math.Sqrt(h)
	return fastSum(s, (math.FMA(-s, s, h)+l)/(2*s))
}

// Asin is C's asin.
func Asin(x float64) float64 {
	a := math.Abs(x)
	if !(a > 0x1p-27 && a < 1) {
		return math.Asin(x)
	}
	h, l := cosOfSin(a)
	return math.Copysign(atan2Pair(a, 0, h, l, false), x)
}

// Acos is C's acos.
func Acos(x float64) float64 {
	a := math.Abs(x)
	if !(a > 0x1p-60 && a < 1) {
		return math.Acos(x)
	}
	h, l := cosOfSin(a)
	return atan2Pair(h, l, a, 0, x < 0)
}

// halfExps returns e**x/2 and e**-x/2 as pairs, |x| <= 40.
func halfExps(x float64) (h, l, rh, rl float64) {
	h, l, n := expParts(x, 0)
	half := math.Float64frombits(uint64(n-1+1023) << 52)
	h, l = h*half, l*half
	rh, rl = divPair(0.25, 0, h, l)
	return
}

// sinhPair is sinh(x) as a pair, |x| <= 40.
func sinhPair(x float64) (h, l float64) {
	if math.Abs(x) < 0.35 {
		z := x * x
		ze := math.FMA(x, x, -z)
		c := float64(z * x)
		p := c * (1./6 + z*(1./120+z*(1./5040+z*(1./362880+z*(1./39916800+z*(1./6227020800))))))
		return fastSum(x, p+float64(ze*x)/6)
	}
	h, l, rh, rl := halfExps(x)
	h, e := twoSum(h, -rh)
	return fastSum(h, e+l-rl)
}

func coshPair(x float64) (h, l float64) {
	h, l, rh, rl := halfExps(x)
	h, e := twoSum(h, rh)
	return fastSum(h, e+l+rl)
}

// Sinh is C's sinh.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a > 0x1p-27 && a < 711):
		return math.Sinh(x)
	case a > 40:
		h, l, n := expParts(a, 0)
		return math.Copysign(scale(h, l, n-1), x)
	}
	h, _ := sinhPair(x)
	return h
}

// Cosh is C's cosh.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a < 711):
		return math.Cosh(x)
	case a > 40:
		h, l, n := expParts(a, 0)
		return scale(h, l, n-1)
	}
	h, _ := coshPair(x)
	return h
}

// Tanh is C's tanh.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	if !(a > 0x1p-27 && a < 22) {
		return math.Tanh(x)
	}
	sh, sl := sinhPair(x)
	ch, cl := coshPair(x)
	h, _ := divPair(sh, sl, ch, cl)
	return h
}

// Cbrt is C's cbrt.
func Cbrt(x float64) float64 {
	c := math.Cbrt(x)
	if a := math.Abs(x); !(a > 0x1p-900 && a < 0x1p900) {
		return c
	}
	// One more step with the residue x - c**3 computed without rounding error.
	s := c * c
	se := math.FMA(c, c, -s)
	p := s * c
	pe := math.FMA(s, c, -p) + float64(se*c)
	return c + (x-p-pe)/(3*s)
}
