package math

import (
	"math"

	"github.com/coachwhip/coachwhip/internal/fmath"
	"github.com/coachwhip/coachwhip/internal/py"
)

// The Lanczos approximation of the gamma function,
//
//	gamma(x) = ((x + g - 1/2) / e)**(x - 1/2) * S(x) / e**g
//
// with the rational function S of degree 12 that Boost publishes for
// g = 6.024680040776729583740234375 and 53 bits.
const lanczosG = 6.024680040776729583740234375

var lanczosNum = [13]float64{
	23531376880.410759688572007674451636754734846804940,
	42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843,
	17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708,
	1439720407.3117216736632230727949123939715485786772,
	248874557.86205415651146038641322942321632125127801,
	31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768,
	186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024,
	210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

var lanczosDen = [13]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}

// lanczosSum is S(x) for x > 0. Beyond 5 the quotient is taken of polynomials
// in 1/x, which neither overflow nor lose the leading terms.
func lanczosSum(x float64) float64 {
	var num, den float64
	const turn = 5
	if x < turn {
		for i := 12; i >= 0; i-- {
			num = float64(num*x) + lanczosNum[i]
			den = float64(den*x) + lanczosDen[i]
		}
	} else {
		for i := range lanczosNum {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi is sin(pi*x), exact at the integers, for finite x.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch int(math.Round(2 * y)) {
	case 0:
		r = fmath.Sin(math.Pi * y)
	case 1:
		r = fmath.Cos(math.Pi * (y - 0.5))
	case 2:
		r = fmath.Sin(math.Pi * (1 - y))
	case 3:
		r = -fmath.Cos(math.Pi * (y - 1.5))
	default:
		r = fmath.Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

type floatErr uint8

const (
	fine floatErr = iota
	outOfDomain
	outOfRange
)

func fn1E(f func(float64) (float64, floatErr)) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		x, err := t.AsFloat(v)
		if err != nil {
			return py.Value{}, err
		}
		r, e := f(x)
		switch e {
		case outOfDomain:
			return py.Value{}, domainErr(t)
		case outOfRange:
			return py.Value{}, rangeErr(t)
		}
		return py.Float64(r), nil
	}
}

// smallFactorials[n] is n!, for the n where it is an exact float.
var smallFactorials = func() (f [23]float64) {
	f[0] = 1
	for i := 1; i < len(f); i++ {
		f[i] = f[i-1] * float64(i)
	}
	return
}()

func gamma(x float64) (float64, floatErr) {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x), math.IsInf(x, 1):
		return x, fine
	case math.IsInf(x, -1), x == 0:
		return 0, outOfDomain
	case x == math.Floor(x):
		if x < 0 {
			return 0, outOfDomain
		}
		if x <= float64(len(smallFactorials)) {
			return smallFactorials[int(x)-1], fine
		}
	}
	switch {
	case a < 1e-20:
		r := 1 / x
		if math.IsInf(r, 0) {
			return r, outOfRange
		}
		return r, fine
	case a > 200 && x < 0:
		return 0 / sinPi(x), fine
	case a > 200:
		return 0, outOfRange
	}
	// y is x + g - 1/2 rounded; z makes good for what the rounding lost.
	const h = lanczosG - 0.5
	y := a + h
	big, small := h, a
	if a > h {
		big, small = a, h
	}
	z := (y - big) - small
	z = z * lanczosG / y
	// The power is taken in two halves where it would overflow at once.
	power := func(r float64, div bool) float64 {
		p := fmath.Pow(y, a-0.5)
		n := 1
		if a >= 140 {
			p, n = fmath.Pow(y, a/2-0.25), 2
		}
		for ; n > 0; n-- {
			if div {
				r /= p
			} else {
				r *= p
			}
		}
		return r
	}
	var r float64
	if x < 0 {
		r = -math.Pi / sinPi(a) / a * fmath.Exp(y) / lanczosSum(a)
		r -= float64(z * r)
		r = power(r, true)
	} else {
		r = lanczosSum(a) / fmath.Exp(y)
		r += float64(z * r)
		r = power(r, false)
	}
	if math.IsInf(r, 0) {
		return r, outOfRange
	}
	return r, fine
}

func lgamma(x float64) (float64, floatErr) {
	switch {
	case math.IsNaN(x):
		return x, fine
	case math.IsInf(x, 0):
		return math.Inf(1), fine
	case x == math.Floor(x) && x <= 2:
		if x <= 0 {
			return 0, outOfDomain
		}
		return 0, fine
	}
	a := math.Abs(x)
	if a < 1e-20 {
		return -fmath.Log(a), fine
	}
	r := fmath.Log(lanczosSum(a)) - lanczosG
	r += float64((a - 0.5) * (fmath.Log(a+lanczosG-0.5) - 1))
	if x < 0 {
		const logPi = 1.144729885849400174143427351353058711647
		r = logPi - fmath.Log(math.Abs(sinPi(a))) - fmath.Log(a) - r
	}
	if math.IsInf(r, 0) {
		return r, outOfRange
	}
	return r, fine
}
