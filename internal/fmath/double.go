package fmath

import (
	"math"
	"math/big"
	"sync"
)

// double is the unevaluated sum of two floats, lo at most half a unit in the
// last place of hi: about 106 bits. The functions of this package compute in
// it and round once, which gives what C libraries give in all but a few of
// millions of cases.
type double struct{ hi, lo float64 }

func twoSum(a, b float64) double {
	s := a + b
	bb := s - a
	return double{s, (a - (s - bb)) + (b - bb)}
}

// quickSum needs |a| >= |b|.
func quickSum(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

func twoProd(a, b float64) double {
	p := a * b
	return double{p, math.FMA(a, b, -p)}
}

func (a double) add(b double) double {
	s, t := twoSum(a.hi, b.hi), twoSum(a.lo, b.lo)
	s = quickSum(s.hi, s.lo+t.hi)
	return quickSum(s.hi, s.lo+t.lo)
}

func (a double) addFloat(b float64) double {
	s := twoSum(a.hi, b)
	return quickSum(s.hi, s.lo+a.lo)
}

func (a double) neg() double { return double{-a.hi, -a.lo} }

func (a double) sub(b double) double { return a.add(b.neg()) }

func (a double) mul(b double) double {
	p := twoProd(a.hi, b.hi)
	return quickSum(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a double) mulFloat(b float64) double {
	p := twoProd(a.hi, b)
	return quickSum(p.hi, math.FMA(a.lo, b, p.lo))
}

// scale multiplies by a power of two.
func (a double) scale(b float64) double { return double{a.hi * b, a.lo * b} }

func (a double) div(b double) double {
	q1 := a.hi / b.hi
	r := a.sub(b.mulFloat(q1))
	q2 := r.hi / b.hi
	r = r.sub(b.mulFloat(q2))
	q := quickSum(q1, q2)
	return q.addFloat(r.hi / b.hi)
}

func (a double) sqrt() double {
	x := math.Sqrt(a.hi)
	if x == 0 {
		return double{}
	}
	r := a.sub(twoProd(x, x))
	return quickSum(x, r.hi/(2*x))
}

// Constants as sums of floats.
const (
	ln2A = 0x1.62e42fefa39efp-1
	ln2B = math.Ln2 - ln2A
	piA  = 0x1.921fb54442d18p+0 // pi/2
	piB  = 0x1.1a62633145c07p-54
	piC  = math.Pi/2 - piA - piB
	thA  = 0x1.5555555555555p-3 // 1/6
	thB  = 1.0/6 - thA
)

var (
	ln2   = double{ln2A, ln2B}
	ln10  = double{0x1.26bb1bbb55516p+1, math.Ln10 - 0x1.26bb1bbb55516p+1}
	halfP = double{piA, piB}
	one   = double{1, 0}
)

// rootsOfTwo are 2**(i/64).
var rootsOfTwo = sync.OnceValue(func() *[64]double {
	var t [64]double
	step := double{2, 0}
	for range 6 {
		step = step.sqrt()
	}
	t[0] = one
	for i := 1; i < 64; i++ {
		t[i] = t[i-1].mul(step)
	}
	return &t
})

// inverseFactorials are 1/n!.
var inverseFactorials = sync.OnceValue(func() *[28]double {
	var t [28]double
	t[0] = one
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1].div(double{float64(i), 0})
	}
	return &t
})

// expm1Small is exp(r)-1 for |r| < 0.006.
func expm1Small(r double) double {
	r2 := r.mul(r)
	r3 := r2.mul(r)
	x := r.hi
	tail := r2.hi * r2.hi * (1.0/24 + x*(1.0/120+x*(1.0/720+x*(1.0/5040+x*(1.0/40320)))))
	return r.add(r2.scale(0.5)).add(r3.mul(double{thA, thB}).addFloat(tail))
}

// expParts gives exp(x) = v * 2**k for |x| < 10000.
func expParts(x double) (v double, k int) {
	n := math.RoundToEven(x.hi * (64 / math.Ln2))
	r := x.sub(twoProd(n, ln2A/64)).sub(twoProd(n, ln2B/64))
	p := expm1Small(r)
	i := int(n)
	t := rootsOfTwo()[i&63]
	return t.add(t.mul(p)), i >> 6
}

// expm1Double is exp(x)-1 for |x| < 700.
func expm1Double(x double) double {
	if math.Abs(x.hi) < 0.005 {
		return expm1Small(x)
	}
	v, k := expParts(x)
	return double{math.Ldexp(v.hi, k), math.Ldexp(v.lo, k)}.addFloat(-1)
}

// expDouble rounds exp(x).
func expDouble(x double) float64 {
	switch {
	case x.hi > 709.79:
		return math.Inf(1)
	case x.hi < -746:
		return 0
	}
	v, k := expParts(x)
	if k < -1000 {
		// one rounding, in the subnormal range too
		s := math.Ldexp(1, k+200)
		p := twoSum(v.hi*s, v.lo*s)
		return p.hi * 0x1p-200
	}
	return math.Ldexp(v.hi, k)
}

// logDouble is log(x) of a positive finite x.
func logDouble(x double) double {
	f, e := math.Frexp(x.hi)
	if f < math.Sqrt2/2 {
		f, e = f*2, e-1
	}
	m := double{f, math.Ldexp(x.lo, -e)}
	r := log1pDouble(m.addFloat(-1))
	if e == 0 {
		return r
	}
	return ln2.mulFloat(float64(e)).add(r)
}

// log1pDouble is log(1+v) by a Newton step from a float.
func log1pDouble(v double) double {
	y := math.Log1p(v.hi)
	p := expm1Double(double{y, 0})
	d := v.sub(p).div(p.addFloat(1))
	return d.sub(d.mul(d).scale(0.5)).addFloat(y)
}

// sinCos gives sine and cosine of a finite x.
func sinCos(x float64) (s, c double) {
	r, q := reduce(x)
	f := inverseFactorials()
	r2 := r.mul(r)
	z := r2.hi
	sin := double{f[13].hi - z*(f[15].hi-z*(f[17].hi-z*(f[19].hi-z*(f[21].hi-z*f[23].hi)))), 0}
	cos := double{f[12].hi - z*(f[14].hi-z*(f[16].hi-z*(f[18].hi-z*(f[20].hi-z*f[22].hi)))), 0}
	for i := 11; i > 0; i -= 2 {
		sin = f[i].sub(r2.mul(sin))
		cos = f[i-1].sub(r2.mul(cos))
	}
	s, c = r.mul(sin), cos
	switch q & 3 {
	case 1:
		s, c = c, s.neg()
	case 2:
		s, c = s.neg(), c.neg()
	case 3:
		s, c = c.neg(), s
	}
	return s, c
}

// reduce gives x - q*pi/2 between -pi/4 and pi/4, and q.
func reduce(x float64) (double, int) {
	if math.Abs(x) < 0x1p28 {
		n := math.RoundToEven(x * (2 / math.Pi))
		r := double{x, 0}.sub(twoProd(n, piA)).sub(twoProd(n, piB)).sub(twoProd(n, piC))
		return r, int(n)
	}
	h := halfPi()
	v := new(big.Float).SetPrec(2600).SetFloat64(x)
	v.Quo(v, h)
	half := big.NewFloat(0.5)
	if x < 0 {
		half.Neg(half)
	}
	n, _ := new(big.Float).SetPrec(2600).Add(v, half).Int(nil)
	v.Sub(v, new(big.Float).SetPrec(2600).SetInt(n))
	v.Mul(v, h)
	hi, _ := v.Float64()
	v.Sub(v, big.NewFloat(hi))
	lo, _ := v.Float64()
	return quickSum(hi, lo), int(new(big.Int).And(n, big.NewInt(3)).Int64())
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

// atan2Double is the angle of the point (x, y), neither both zero nor
// infinite, by a step from the float a.
func atan2Double(y, x double, a float64) double {
	s, c := sinCos(a)
	d := y.mul(c).sub(x.mul(s)).div(x.mul(c).add(y.mul(s)))
	return d.addFloat(a)
}

// powInt is x**n for a small n > 0.
func powInt(x float64, n int) double {
	r, p := one, double{x, 0}
	for {
		if n&1 != 0 {
			r = r.mul(p)
		}
		if n >>= 1; n == 0 {
			return r
		}
		p = p.mul(p)
	}
}
