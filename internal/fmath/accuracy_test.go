package fmath

import (
	"math"
	"math/big"
	"math/rand"
	"testing"
)

const testPrec = 200

func bigFloat(x float64) *big.Float { return new(big.Float).SetPrec(testPrec).SetFloat64(x) }

// bigExp computes e**x by halving the argument and the Taylor series.
func bigExp(x *big.Float) *big.Float {
	const halvings = 40
	r := new(big.Float).SetPrec(testPrec).SetMantExp(x, -halvings)
	sum, term := bigFloat(1), bigFloat(1)
	for i := 1; i < 12; i++ {
		term.Mul(term, r)
		term.Quo(term, bigFloat(float64(i)))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// bigLog computes log(x) by Newton's method on bigExp.
func bigLog(x *big.Float) *big.Float {
	m := new(big.Float)
	e := x.MantExp(m)
	f, _ := m.Float64()
	ln2, _ := new(big.Float).SetPrec(testPrec).SetString("0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863326996418687")
	y := bigFloat(math.Log(f))
	for range 3 {
		q := new(big.Float).SetPrec(testPrec).Quo(m, bigExp(y))
		q.Sub(q, bigFloat(1))
		c := new(big.Float).SetPrec(testPrec).Mul(q, q)
		c.Quo(c, bigFloat(2))
		y.Add(y, q.Sub(q, c))
	}
	return y.Add(y, ln2.Mul(ln2, bigFloat(float64(e))))
}

// ulps is the distance of got from want in units of want's last place.
func ulps(got float64, want *big.Float) float64 {
	w, _ := want.Float64()
	if got == w && (w == 0 || math.IsInf(w, 0)) {
		return 0
	}
	_, e := math.Frexp(w)
	d := new(big.Float).SetPrec(testPrec).Sub(bigFloat(got), want)
	f, _ := d.Float64()
	return math.Abs(math.Ldexp(f, min(53-e, 1074)))
}

func TestAccuracy(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	n := 500
	worst := map[string]float64{}
	check := func(name string, args []float64, got float64, want *big.Float) {
		if u := ulps(got, want); u > worst[name] {
			worst[name] = u
			if u > 0.52 {
				t.Errorf("%s(%v) = %v, off by %.3f ulps", name, args, got, u)
			}
		}
	}
	for range n {
		x := (r.Float64() - 0.5) * 1400
		check("exp", []float64{x}, Exp(x), bigExp(bigFloat(x)))
		x = -700 - r.Float64()*45
		check("exp", []float64{x}, Exp(x), bigExp(bigFloat(x)))
		x = (r.Float64() - 0.5) * 4
		check("exp", []float64{x}, Exp(x), bigExp(bigFloat(x)))
		x = math.Exp((r.Float64() - 0.5) * 1400)
		check("log", []float64{x}, Log(x), bigLog(bigFloat(x)))
		x = 1 + (r.Float64()-0.5)*math.Exp(-r.Float64()*30)
		check("log", []float64{x}, Log(x), bigLog(bigFloat(x)))
		x = math.Exp((r.Float64() - 0.5) * 20)
		y := (r.Float64() - 0.5) * 60
		l := bigLog(bigFloat(x))
		check("pow", []float64{x, y}, Pow(x, y), bigExp(l.Mul(l, bigFloat(y))))
		x = 1 + (r.Float64()-0.5)*0.01
		y = (r.Float64() - 0.5) * 1e5
		l = bigLog(bigFloat(x))
		check("pow", []float64{x, y}, Pow(x, y), bigExp(l.Mul(l, bigFloat(y))))
	}
	t.Log(worst)
}

func TestEdges(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct{ got, want float64 }{
		{Exp(0), 1}, {Exp(inf), inf}, {Exp(-inf), 0}, {Exp(710), inf}, {Exp(-746), 0}, {Exp(709.782712893384), 1.7976931348622732e+308},
		{Exp(-745), 5e-324}, {Exp(-708.5), 2.006132305331306e-308}, {Log(1), 0}, {Log(0), -inf}, {Log(inf), inf}, {Log(1e-323), -743.7469247408213},
		{Log2(8), 3}, {Log2(0x1p-1074), -1074}, {Log10(1000), 3}, {Log10(1e22), 22}, {Exp2(10), 1024}, {Exp2(-1074), 5e-324}, {Exp2(0.5), math.Sqrt2},
		{Pow(10, 22), 1e22}, {Pow(2, -1074), 5e-324}, {Pow(3, 5), 243}, {Pow(-2, 3), -8}, {Pow(-2, 4), 16}, {Pow(2, 0.5), math.Sqrt2},
		{Pow(2, 1024), inf}, {Pow(0.5, 1076), 0}, {Pow(0, -1), inf}, {Pow(1.0000000000000002, 1e300), inf}, {Pow(5e-324, 0.5), 2.2227587494850775e-162},
		{Pow(10, -5), 1e-5}, {Pow(10, 308), 1e308}, {Pow(10, -320), 1e-320},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	if x := Pow(-8, 1./3); x == x {
		t.Errorf("Pow(-8, 1/3) = %v", x)
	}
}

func BenchmarkExp(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		Exp(float64(i&15) + 0.3)
	}
}

func BenchmarkLog(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		Log(float64(i&15) + 0.3)
	}
}

// bigSinCos computes sine and cosine by halving the argument, the series and
// doubling.
func bigSinCos(x float64) (s, c *big.Float) {
	const halvings = 30
	newf := func() *big.Float { return new(big.Float).SetPrec(testPrec) }
	r := newf().SetMantExp(bigFloat(x), -halvings)
	s, c = bigFloat(0), bigFloat(0)
	term := bigFloat(1)
	for i := 0; i < 30; i++ {
		to := c
		if i&1 == 1 {
			to = s
		}
		if i&2 == 0 {
			to.Add(to, term)
		} else {
			to.Sub(to, term)
		}
		term.Mul(term, r)
		term.Quo(term, bigFloat(float64(i+1)))
	}
	for range halvings {
		s2 := newf().Mul(s, c)
		s2.Mul(s2, bigFloat(2))
		c2 := newf().Mul(c, c)
		c2.Sub(c2, newf().Mul(s, s))
		s, c = s2, c2
	}
	return s, c
}

func TestCircularAndHyperbolic(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	worst := map[string]float64{}
	check := func(name string, x, got float64, want *big.Float) {
		if u := ulps(got, want); u > worst[name] {
			worst[name] = u
			if u > 0.52 {
				t.Errorf("%s(%v) = %v, off by %.3f ulps", name, x, got, u)
			}
		}
	}
	for range 500 {
		x := (r.Float64() - 0.5) * math.Exp(r.Float64()*12)
		s, c := bigSinCos(x)
		check("sin", x, Sin(x), s)
		check("cos", x, Cos(x), c)
		check("tan", x, Tan(x), new(big.Float).SetPrec(testPrec).Quo(s, c))
		x = (r.Float64() - 0.5) * 50 * r.Float64()
		e := bigExp(bigFloat(x))
		inv := new(big.Float).SetPrec(testPrec).Quo(bigFloat(1), e)
		sh := new(big.Float).SetPrec(testPrec).Sub(e, inv)
		ch := new(big.Float).SetPrec(testPrec).Add(e, inv)
		check("tanh", x, Tanh(x), new(big.Float).SetPrec(testPrec).Quo(sh, ch))
		check("sinh", x, Sinh(x), sh.Quo(sh, bigFloat(2)))
		check("cosh", x, Cosh(x), ch.Quo(ch, bigFloat(2)))
		x = (r.Float64() - 0.5) * 1e3
		c3 := Cbrt(x)
		// The cube of the exact root is x: one step of Newton's method gives it.
		b := bigFloat(c3)
		q := new(big.Float).SetPrec(testPrec).Mul(b, b)
		d := new(big.Float).SetPrec(testPrec).Mul(q, b)
		d.Sub(bigFloat(x), d)
		d.Quo(d, q.Mul(q, bigFloat(3)))
		check("cbrt", x, c3, b.Add(b, d))
		// atan, asin and acos: one step of Newton's method on the tangent.
		x = (r.Float64() - 0.5) * math.Exp(r.Float64()*8-4)
		a := Atan(x)
		s, c = bigSinCos(a)
		d = new(big.Float).SetPrec(testPrec).Mul(bigFloat(x), c)
		d.Sub(d, s) // sin(atan x - a) * sqrt(1+x*x)
		d.Mul(d, c)
		check("atan", x, a, d.Add(d, bigFloat(a)))
		x = r.Float64()*2 - 1
		a = Asin(x)
		s, c = bigSinCos(a)
		d = new(big.Float).SetPrec(testPrec).Sub(bigFloat(x), s)
		check("asin", x, a, d.Add(d.Quo(d, c), bigFloat(a)))
		a = Acos(x)
		s, c = bigSinCos(a)
		d = new(big.Float).SetPrec(testPrec).Sub(c, bigFloat(x))
		check("acos", x, a, d.Add(d.Quo(d, s), bigFloat(a)))
	}
	t.Log(worst)
}
