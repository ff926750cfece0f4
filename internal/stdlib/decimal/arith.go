package decimal

import (
	"math/big"
	"math/bits"
)

func bigSub(a, b *num) *big.Int { return new(big.Int).Sub(a.coef(), b.coef()) }

// bigNines is the number of k nines.
func bigNines(k int64) *big.Int {
	return new(big.Int).Sub(pow10(int(k)), big.NewInt(1))
}

// tooLong notes that a coefficient of d digits would not fit into memory.
func (w *work) tooLong(d int64) bool {
	if d > maxDigits {
		w.status |= memoryError
		return true
	}
	return false
}

func (w *work) add(a, b num) num {
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		if a.kind == infinite {
			if b.kind == infinite && a.neg != b.neg {
				return w.fail(invalidOperation)
			}
			return inf(a.neg)
		}
		return inf(b.neg)
	}
	if r, ok := w.sumWide(&a, &b); ok {
		return r
	}
	return w.finish(w.sum(a, b))
}

// sum adds two finite numbers; digits that no rounding can see are replaced by
// a single one.
func (w *work) sum(a, b num) num {
	if a.exp == b.exp && a.big == nil && b.big == nil {
		return sum64(a, b, w.round)
	}
	if a.exp < b.exp {
		a, b = b, a
	}
	az, bz := a.zeroCoef(), b.zeroCoef()
	switch {
	case az && bz:
		r := zero(a.neg && b.neg)
		if a.neg != b.neg && w.round == roundFloor {
			r.neg = true
		}
		r.exp = b.exp
		return r
	case az:
		return b
	case bz:
		e := max(b.exp, a.exp-w.prec-1)
		if w.tooLong(a.exp - e + int64(a.digits())) {
			return nan()
		}
		a.scaleUp(int(a.exp - e))
		a.exp = e
		return a
	}
	if shift := a.exp - b.exp; shift > 0 {
		// The digits of b below this exponent decide nothing but whether
		// there are any.
		da, db := int64(a.digits()), int64(b.digits())
		e := a.exp + min(-1, da-w.prec-2)
		if db+b.exp-1 < e {
			b = num{neg: b.neg, lo: 1, exp: e}
		}
		shift = a.exp - b.exp
		if w.tooLong(shift + da) {
			return nan()
		}
		a.scaleUp(int(shift))
		a.exp = b.exp
	}
	if a.big == nil && b.big == nil {
		return sum64(a, b, w.round)
	}
	r := num{neg: a.neg, exp: a.exp}
	if a.neg == b.neg {
		r.setCoef(new(big.Int).Add(a.coef(), b.coef()))
		return r
	}
	d := bigSub(&a, &b)
	switch d.Sign() {
	case 0:
		r.neg = w.round == roundFloor
	case -1:
		r.neg = b.neg
		d.Neg(d)
	}
	r.setCoef(d)
	return r
}

// sum64 adds numbers of the same exponent with small coefficients.
func sum64(a, b num, m rounding) num {
	r := num{neg: a.neg, exp: a.exp}
	if a.neg == b.neg {
		s, carry := bits.Add64(a.lo, b.lo, 0)
		if carry != 0 {
			r.big = words(1, s)
			return r
		}
		r.lo = s
		return r
	}
	switch {
	case a.lo > b.lo:
		r.lo = a.lo - b.lo
	case a.lo < b.lo:
		r.lo, r.neg = b.lo-a.lo, b.neg
	default:
		r.neg = m == roundFloor
	}
	return r
}

func (w *work) sub(a, b num) num {
	if b.kind < quiet {
		b.neg = !b.neg
	}
	return w.add(a, b)
}

func (w *work) mul(a, b num) num {
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		if a.isZero() || b.isZero() {
			return w.fail(invalidOperation)
		}
		return inf(a.neg != b.neg)
	}
	if r, ok := w.mulWide(&a, &b); ok {
		return r
	}
	return w.finish(product(a, b))
}

// product is the exact product of finite numbers.
func product(a, b num) num {
	r := num{neg: a.neg != b.neg, exp: a.exp + b.exp}
	mulCoef(&a, &b, &r)
	return r
}

func (w *work) fma(a, b, c num) num {
	if a.kind == infinite && b.isZero() || a.isZero() && b.kind == infinite {
		// The invalid product comes before what c is.
		return w.fail(invalidOperation)
	}
	if a.isNaN() || b.isNaN() || c.isNaN() {
		// A signaling NaN anywhere comes first, then the first quiet one.
		for _, x := range [...]*num{&a, &b, &c} {
			if x.kind == signaling {
				r, _ := w.nanResult(x, nil)
				return r
			}
		}
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		r, _ := w.nanResult(&c, nil)
		return r
	}
	var p num
	if a.kind == infinite || b.kind == infinite {
		p = inf(a.neg != b.neg)
	} else {
		p = product(a, b)
	}
	return w.add(p, c)
}

func (w *work) div(a, b num) num {
	neg := a.neg != b.neg
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		switch {
		case a.kind == infinite && b.kind == infinite:
			return w.fail(invalidOperation)
		case a.kind == infinite:
			return inf(neg)
		}
		w.status |= clamped
		return num{neg: neg, exp: w.etiny()}
	}
	if b.zeroCoef() {
		if a.zeroCoef() {
			return w.fail(divisionUndefined)
		}
		w.status |= divisionByZero
		return inf(neg)
	}
	if a.zeroCoef() {
		return w.finish(num{neg: neg, exp: a.exp - b.exp})
	}
	if r, ok := w.divWide(&a, &b); ok {
		return r
	}
	r, ok := w.quotient(a, b)
	if !ok {
		return nan()
	}
	return w.finish(r)
}

// quotient divides non-zero numbers to at least one digit more than the
// precision; a last digit that is neither 0 nor 5 stands for what follows.
func (w *work) quotient(a, b num) (num, bool) {
	shift := int64(b.digits()) - int64(a.digits()) + w.prec + 1
	ideal := a.exp - b.exp
	r := num{neg: a.neg != b.neg, exp: ideal - shift}
	// An exact short quotient needs no long division.
	if a.big == nil && b.big == nil && a.lo%b.lo == 0 {
		r.lo, r.exp = a.lo/b.lo, ideal
		return r, true
	}
	if w.tooLong(shift + int64(a.digits())) {
		return num{}, false
	}
	x, y := a.coef(), b.coef()
	if shift >= 0 {
		x = new(big.Int).Mul(x, pow10(int(shift)))
	} else {
		y = new(big.Int).Mul(y, pow10(int(-shift)))
	}
	q, m := new(big.Int), new(big.Int)
	q.QuoRem(x, y, m)
	if m.Sign() != 0 {
		r.setCoef(q)
		if d := r.lastDigit(); d == 0 || d == 5 {
			r.increment()
		}
		return r, true
	}
	r.setCoef(q)
	if r.exp < ideal {
		r.exp += r.trim(ideal - r.exp)
	}
	return r, true
}

// divRem is the integer quotient and the remainder of finite numbers, b not 0;
// ok is false when the quotient has too many digits.
func (w *work) divRem(a, b num) (q, r num, ok bool) {
	neg := a.neg != b.neg
	ideal := min(a.exp, b.exp)
	if a.zeroCoef() {
		return zero(neg), num{neg: a.neg, exp: ideal}, true
	}
	diff := a.adjusted() - b.adjusted()
	if diff <= -2 {
		r, ok := w.rescaleExact(a, ideal)
		return zero(neg), r, ok
	}
	if diff > w.prec {
		w.status |= divisionImpossible
		return nan(), nan(), false
	}
	if a.exp > b.exp {
		if w.tooLong(a.exp - b.exp) {
			return nan(), nan(), false
		}
		a.scaleUp(int(a.exp - b.exp))
	} else {
		if w.tooLong(b.exp - a.exp) {
			return nan(), nan(), false
		}
		b.scaleUp(int(b.exp - a.exp))
	}
	q, r = num{neg: neg}, num{neg: a.neg, exp: ideal}
	if a.big == nil && b.big == nil {
		q.lo, r.lo = a.lo/b.lo, a.lo%b.lo
	} else {
		x, y := new(big.Int).QuoRem(a.coef(), b.coef(), new(big.Int))
		q.setCoef(x)
		r.setCoef(y)
	}
	if int64(q.digits()) > w.prec {
		w.status |= divisionImpossible
		return nan(), nan(), false
	}
	return q, r, true
}

// rescaleExact gives n a smaller exponent.
func (w *work) rescaleExact(n num, exp int64) (num, bool) {
	if n.exp == exp || n.zeroCoef() {
		n.exp = exp
		return n, true
	}
	// More digits than the precision are rounded away again at once.
	if d := n.exp - exp; d > w.prec+1 {
		exp = n.exp - w.prec - 1
	}
	if w.tooLong(n.exp - exp + int64(n.digits())) {
		return nan(), false
	}
	n.scaleUp(int(n.exp - exp))
	n.exp = exp
	return n, true
}

func (w *work) divInt(a, b num) num {
	neg := a.neg != b.neg
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		switch {
		case a.kind == infinite && b.kind == infinite:
			return w.fail(invalidOperation)
		case a.kind == infinite:
			return inf(neg)
		}
		return zero(neg)
	}
	if b.zeroCoef() {
		if a.zeroCoef() {
			return w.fail(divisionUndefined)
		}
		w.status |= divisionByZero
		return inf(neg)
	}
	q, _, ok := w.divRem(a, b)
	if !ok {
		return nan()
	}
	return w.finish(q)
}

func (w *work) rem(a, b num) num {
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		if a.kind == infinite {
			return w.fail(invalidOperation)
		}
		return w.finish(a)
	}
	if b.zeroCoef() {
		if a.zeroCoef() {
			return w.fail(divisionUndefined)
		}
		return w.fail(invalidOperation)
	}
	_, r, ok := w.divRem(a, b)
	if !ok {
		return nan()
	}
	return w.finish(r)
}

func (w *work) divmod(a, b num) (num, num) {
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r, r
		}
		neg := a.neg != b.neg
		if a.kind == infinite {
			if b.kind == infinite {
				w.status |= invalidOperation
				return nan(), nan()
			}
			w.status |= invalidOperation
			return inf(neg), nan()
		}
		r := w.finish(a)
		return zero(neg), r
	}
	if b.zeroCoef() {
		if a.zeroCoef() {
			w.status |= divisionUndefined
			return nan(), nan()
		}
		w.status |= divisionByZero | invalidOperation
		return inf(a.neg != b.neg), nan()
	}
	q, r, ok := w.divRem(a, b)
	if !ok {
		return nan(), nan()
	}
	return w.finish(q), w.finish(r)
}

func (w *work) remNear(a, b num) num {
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		if a.kind == infinite {
			return w.fail(invalidOperation)
		}
		return w.finish(a)
	}
	if b.zeroCoef() {
		if a.zeroCoef() {
			return w.fail(divisionUndefined)
		}
		return w.fail(invalidOperation)
	}
	ideal := min(a.exp, b.exp)
	if a.zeroCoef() {
		return w.finish(num{neg: a.neg, exp: ideal})
	}
	diff := a.adjusted() - b.adjusted()
	if diff >= w.prec+1 {
		return w.fail(divisionImpossible)
	}
	if diff <= -2 {
		r, ok := w.rescaleExact(a, ideal)
		if !ok {
			return nan()
		}
		return w.finish(r)
	}
	if a.exp > b.exp {
		if w.tooLong(a.exp - b.exp) {
			return nan()
		}
		a.scaleUp(int(a.exp - b.exp))
	} else {
		if w.tooLong(b.exp - a.exp) {
			return nan()
		}
		b.scaleUp(int(b.exp - a.exp))
	}
	q, r := new(big.Int).QuoRem(a.coef(), b.coef(), new(big.Int))
	twice := new(big.Int).Lsh(r, 1)
	neg := a.neg
	if c := twice.Cmp(b.coef()); c > 0 || c == 0 && q.Bit(0) == 1 {
		r.Sub(b.coef(), r)
		neg = !neg
		q.Add(q, big.NewInt(1))
	}
	if int64(digitsOf(q)) > w.prec {
		return w.fail(divisionImpossible)
	}
	res := num{neg: neg, exp: ideal}
	res.setCoef(r)
	return w.finish(res)
}

func digitsOf(b *big.Int) int {
	if b.IsUint64() {
		return digits64(b.Uint64())
	}
	return digitsBig(b)
}

// compare is -1, 0 or 1 for numbers that are no NaNs.
func compare(a, b *num) int {
	if a.isZero() && b.isZero() {
		return 0
	}
	sa, sb := sign(a), sign(b)
	switch {
	case sa < sb:
		return -1
	case sa > sb:
		return 1
	case sa == 0:
		return 0
	}
	return sa * compareMag(a, b)
}

func sign(n *num) int {
	switch {
	case n.isZero():
		return 0
	case n.neg:
		return -1
	}
	return 1
}

// compareMag compares without the signs.
func compareMag(a, b *num) int {
	if a.kind == infinite || b.kind == infinite {
		switch {
		case a.kind == b.kind:
			return 0
		case a.kind == infinite:
			return 1
		}
		return -1
	}
	az, bz := a.zeroCoef(), b.zeroCoef()
	switch {
	case az && bz:
		return 0
	case az:
		return -1
	case bz:
		return 1
	}
	if a.exp == b.exp {
		return cmpCoef(a, b)
	}
	aa, ba := a.adjusted(), b.adjusted()
	switch {
	case aa < ba:
		return -1
	case aa > ba:
		return 1
	}
	// Equal first digits' places: the exponents differ by no more than the
	// difference in length.
	x, y := *a, *b
	if x.exp > y.exp {
		x.scaleUp(int(x.exp - y.exp))
	} else {
		y.scaleUp(int(y.exp - x.exp))
	}
	return cmpCoef(&x, &y)
}

func (w *work) compare(a, b num) num {
	if r, ok := w.nanResult(&a, &b); ok {
		return r
	}
	return small(int64(compare(&a, &b)))
}

func (w *work) compareSignal(a, b num) num {
	if a.isNaN() || b.isNaN() {
		w.status |= invalidOperation
		r, _ := w.nanResult(&a, &b)
		return r
	}
	return small(int64(compare(&a, &b)))
}

// compareTotal is the total ordering of all numbers and NaNs.
func compareTotal(a, b num) int {
	if a.neg != b.neg {
		if a.neg {
			return -1
		}
		return 1
	}
	s := 1
	if a.neg {
		s = -1
	}
	if a.isNaN() || b.isNaN() {
		switch {
		case a.kind != b.kind:
			// finite, infinite < signaling < quiet
			rank := func(k kind) int {
				switch k {
				case signaling:
					return 1
				case quiet:
					return 2
				}
				return 0
			}
			if rank(a.kind) < rank(b.kind) {
				return -s
			}
			return s
		}
		return s * cmpCoef(&a, &b)
	}
	if c := compareMag(&a, &b); c != 0 {
		return s * c
	}
	switch {
	case a.kind == infinite || a.exp == b.exp:
		return 0
	case a.exp < b.exp:
		return -s
	}
	return s
}

// pick is max, min and their magnitude forms: want is 1 for the maximum.
func (w *work) pick(a, b num, want int, mag bool) num {
	if a.isNaN() || b.isNaN() {
		// A single quiet NaN loses against a number.
		switch {
		case a.kind == quiet && b.kind < quiet:
			return w.finish(b)
		case b.kind == quiet && a.kind < quiet:
			return w.finish(a)
		}
		r, _ := w.nanResult(&a, &b)
		return r
	}
	c := 0
	if mag {
		c = compareMag(&a, &b)
	} else {
		c = compare(&a, &b)
	}
	if c == 0 {
		if mag {
			if c = compare(&a, &b); c == 0 {
				c = compareTotal(a, b)
			}
		} else {
			c = compareTotal(a, b)
		}
	}
	if c == 0 || c == want {
		return w.finish(a)
	}
	return w.finish(b)
}

func (w *work) plus(a num) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if a.isZero() && w.round != roundFloor {
		a.neg = false
	}
	return w.finish(a)
}

func (w *work) minus(a num) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if a.isZero() && w.round != roundFloor {
		a.neg = false
	} else {
		a.neg = !a.neg
	}
	return w.finish(a)
}

func (w *work) abs(a num) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	a.neg = false
	return w.finish(a)
}

// rescale gives n another exponent, rounding when digits fall off.
func (w *work) rescale(n num, exp int64, m rounding) (num, rest) {
	if n.zeroCoef() {
		n.exp = exp
		return n, restNone
	}
	if n.exp >= exp {
		n.scaleUp(int(n.exp - exp))
		n.exp = exp
		return n, restNone
	}
	cut := exp - n.exp
	var r rest
	if cut > int64(n.digits()) {
		n.lo, n.big, r = 0, nil, restLow
	} else {
		r = n.scaleDown(int(cut))
	}
	n.exp = exp
	if m.away(&n, r) {
		n.increment()
	}
	return n, r
}

func (w *work) quantize(a, b num) num {
	if a.kind != finite || b.kind != finite {
		if r, ok := w.nanResult(&a, &b); ok {
			return r
		}
		if a.kind == infinite && b.kind == infinite {
			return inf(a.neg)
		}
		return w.fail(invalidOperation)
	}
	if b.exp > w.emax || b.exp < w.etiny() {
		return w.fail(invalidOperation)
	}
	if a.zeroCoef() {
		a.exp = b.exp
		return w.finish(a)
	}
	adj := a.adjusted()
	if adj > w.emax || adj-b.exp+1 > w.prec {
		return w.fail(invalidOperation)
	}
	if w.tooLong(adj - b.exp) {
		return nan()
	}
	old := a.exp
	r, cut := w.rescale(a, b.exp, w.round)
	if !r.zeroCoef() && r.adjusted() > w.emax || int64(r.digits()) > w.prec {
		return w.fail(invalidOperation)
	}
	if !r.zeroCoef() && r.adjusted() < w.emin {
		w.status |= subnormal
	}
	if r.exp > old {
		w.status |= rounded
		if cut != restNone {
			w.status |= inexact
		}
	}
	return w.finish(r)
}

// integral rounds to an integer; exactly tells whether the conditions of the
// rounding are noted.
func (w *work) integral(a num, exactly bool) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if a.kind == infinite || a.exp >= 0 {
		return a
	}
	r, cut := w.rescale(a, 0, w.round)
	if exactly && !a.zeroCoef() {
		w.status |= rounded
		if cut != restNone {
			w.status |= inexact
		}
	}
	return r
}

func (w *work) reduce(a num) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	r := w.finish(a)
	if r.kind != finite {
		return r
	}
	if r.zeroCoef() {
		r.exp = 0
		return r
	}
	max := w.emax
	if w.clamp {
		max = w.etop()
	}
	if r.exp < max {
		r.exp += r.trim(max - r.exp)
	}
	return r
}
