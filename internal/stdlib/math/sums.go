package math

import (
	"math"
	"math/bits"

	"github.com/coachwhip/coachwhip/internal/py"
)

// mathFsum adds without error (J. R. Shewchuk, "Adaptive Precision
// Floating-Point Arithmetic"): the partial sums do not overlap, and together
// are the exact sum so far.
func mathFsum(t *py.Thread, _, seq py.Value) (py.Value, *py.Exc) {
	var buf [32]float64
	parts := buf[:0]
	var special, infs float64
	err := t.Each(seq, func(v py.Value) *py.Exc {
		x, err := t.AsFloat(v)
		if err != nil {
			return err
		}
		given := x
		n := 0
		for _, y := range parts {
			hi, lo := twoSum(x, y)
			if lo != 0 {
				parts[n] = lo
				n++
			}
			x = hi
		}
		parts = parts[:n]
		if x == 0 {
			return nil
		}
		if x-x == 0 {
			parts = append(parts, x)
			return nil
		}
		if given-given == 0 {
			return t.Raise(py.OverflowError, "intermediate overflow in fsum")
		}
		if math.IsInf(given, 0) {
			infs += given
		}
		special += given
		parts = parts[:0]
		return nil
	})
	if err != nil {
		return py.Value{}, err
	}
	if special != 0 {
		if math.IsNaN(infs) {
			return py.Value{}, t.ValueErr("-inf + inf in fsum")
		}
		return py.Float64(special), nil
	}
	return py.Float64(sumParts(parts)), nil
}

// sumParts rounds the sum of non-overlapping parts, smallest first, once.
func sumParts(parts []float64) float64 {
	n := len(parts)
	if n == 0 {
		return 0
	}
	n--
	hi := parts[n]
	var lo float64
	for n > 0 {
		n--
		x, y := hi, parts[n]
		hi = x + y
		lo = y - (hi - x)
		if lo != 0 {
			break
		}
	}
	// lo may be exactly half a unit of hi; then the next part says which way
	// to round.
	if n > 0 && (lo < 0 && parts[n-1] < 0 || lo > 0 && parts[n-1] > 0) {
		y := lo * 2
		if x := hi + y; y == x-hi {
			hi = x
		}
	}
	return hi
}

// twoSum is a + b and its rounding error (D. E. Knuth).
func twoSum(a, b float64) (s, e float64) {
	s = a + b
	bb := s - a
	return s, (a - (s - bb)) + (b - bb)
}

// twoProd is a * b and its rounding error.
func twoProd(a, b float64) (p, e float64) {
	p = a * b
	return p, math.FMA(a, b, -p)
}

// triple is a sum kept to three times the precision.
type triple struct{ hi, lo, tiny float64 }

func (s triple) addProduct(x, y float64) triple {
	ph, pl := twoProd(x, y)
	sh, sl := twoSum(s.hi, ph)
	r1, e1 := twoSum(s.lo, pl)
	r2, e2 := twoSum(r1, sl)
	return triple{sh, r2, s.tiny + e1 + e2}
}

func (s triple) float() float64 {
	a, b := twoSum(s.lo, s.tiny)
	c, d := twoSum(s.hi, a)
	return c + (b + d)
}

// exactFloat reads a float, or an int beside a float, as its operand.
func floatPair(t *py.Thread, p, q py.Value) (x, y float64, ok bool) {
	pf, qf := p.Type() == py.FloatType, q.Type() == py.FloatType
	if !pf && !qf {
		return 0, 0, false
	}
	conv := func(v py.Value) (float64, bool) {
		tp := v.Type()
		if tp != py.FloatType && tp != py.IntType && tp != py.BoolType {
			return 0, false
		}
		f, err := t.AsFloat(v)
		return f, err == nil
	}
	if x, ok = conv(p); !ok {
		return
	}
	y, ok = conv(q)
	return
}

func mathSumprod(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	pi, err := t.Iter(a[0])
	if err != nil {
		return py.Value{}, err
	}
	qi, err := t.Iter(a[1])
	if err != nil {
		return py.Value{}, err
	}
	total := py.Int64(0)
	ints, floats := true, true
	var isum int64
	var fsum triple
	var used bool
	endInts := func() (err *py.Exc) {
		ints = false
		if isum != 0 {
			total, err = t.Binary(py.OpAdd, total, py.Int64(isum))
		}
		return err
	}
	endFloats := func() (err *py.Exc) {
		floats = false
		if used {
			total, err = t.Binary(py.OpAdd, total, py.Float64(fsum.float()))
		}
		return err
	}
	for {
		p, err := t.Next(pi)
		if err != nil {
			return py.Value{}, err
		}
		q, err := t.Next(qi)
		if err != nil {
			return py.Value{}, err
		}
		if p.IsNil() != q.IsNil() {
			return py.Value{}, t.ValueErr("Inputs are not the same length")
		}
		if p.IsNil() {
			break
		}
		if ints {
			if x, ok := exactSmall(p); ok {
				if y, ok := exactSmall(q); ok {
					if r, ok := mul64(x, y); ok {
						if s := isum + r; (isum^s)&(r^s) >= 0 {
							isum = s
							continue
						}
					}
				}
			}
			if err := endInts(); err != nil {
				return py.Value{}, err
			}
		}
		if floats {
			if x, y, ok := floatPair(t, p, q); ok {
				if s := fsum.addProduct(x, y); s.hi-s.hi == 0 {
					fsum, used = s, true
					continue
				}
			}
			if err := endFloats(); err != nil {
				return py.Value{}, err
			}
		}
		r, err := t.Binary(py.OpMul, p, q)
		if err != nil {
			return py.Value{}, err
		}
		if total, err = t.Binary(py.OpAdd, total, r); err != nil {
			return py.Value{}, err
		}
	}
	if ints {
		if err := endInts(); err != nil {
			return py.Value{}, err
		}
	}
	if floats {
		if err := endFloats(); err != nil {
			return py.Value{}, err
		}
	}
	return total, nil
}

func exactSmall(v py.Value) (int64, bool) {
	if v.Type() != py.IntType {
		return 0, false
	}
	return py.SmallInt(v)
}

func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(abs64(a), abs64(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func mathProd(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	total := a[1]
	if total.IsNil() {
		total = py.Int64(1)
	}
	err := t.Each(a[0], func(v py.Value) (err *py.Exc) {
		if total, err = t.Binary(py.OpMul, total, v); err != nil {
			return err
		}
		return t.Poll()
	})
	return total, err
}

// norm is the Euclidean norm of v, whose largest magnitude is top.
func norm(v []float64, top float64) float64 {
	if math.IsInf(top, 0) || top == 0 || len(v) == 1 {
		return top
	}
	for _, x := range v {
		if math.IsNaN(x) {
			return x
		}
	}
	_, e := math.Frexp(top)
	if e < -1023 {
		// Subnormal: scale up exactly first.
		const up = 0x1p600
		w := make([]float64, len(v))
		for i, x := range v {
			w[i] = x * up
		}
		return norm(w, top*up) / up
	}
	// All values are scaled to 1 or less, exactly; the squares are summed in
	// doubled precision, and the root corrected by one Newton step.
	scale := math.Ldexp(1, -e)
	var sum, low float64
	for _, x := range v {
		x *= scale
		p, pe := twoProd(x, x)
		s, se := twoSum(sum, p)
		sum = s
		low += pe + se
	}
	h := math.Sqrt(sum + low)
	p, pe := twoProd(-h, h)
	s, se := twoSum(sum, p)
	h += (s + (se + (low + pe))) / (2 * h)
	return h / scale
}

func mathHypot(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.NoKeywords(t, "math.hypot()"); err != nil {
		return py.Value{}, err
	}
	var buf [8]float64
	v := buf[:0]
	top, nan := 0.0, false
	for _, a := range args.Pos() {
		x, err := t.AsFloat(a)
		if err != nil {
			return py.Value{}, err
		}
		x = math.Abs(x)
		nan = nan || math.IsNaN(x)
		top = max0(top, x)
		v = append(v, x)
	}
	return finishNorm(v, top, nan), nil
}

func max0(a, b float64) float64 {
	if b > a {
		return b
	}
	return a
}

func finishNorm(v []float64, top float64, nan bool) py.Value {
	switch {
	case math.IsInf(top, 0):
		return py.Float64(top)
	case nan:
		return py.Float64(math.NaN())
	}
	return py.Float64(norm(v, top))
}

func mathDist(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	p, err := t.Items(a[0])
	if err != nil {
		return py.Value{}, err
	}
	q, err := t.Items(a[1])
	if err != nil {
		return py.Value{}, err
	}
	if len(p) != len(q) {
		return py.Value{}, t.ValueErr("both points must have the same number of dimensions")
	}
	v := make([]float64, len(p))
	top, nan := 0.0, false
	for i := range p {
		x, err := t.AsFloat(p[i])
		if err != nil {
			return py.Value{}, err
		}
		y, err := t.AsFloat(q[i])
		if err != nil {
			return py.Value{}, err
		}
		d := math.Abs(x - y)
		nan = nan || math.IsNaN(d)
		top = max0(top, d)
		v[i] = d
	}
	return finishNorm(v, top, nan), nil
}
