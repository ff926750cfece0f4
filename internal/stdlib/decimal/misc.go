package decimal

import (
	"math/big"
	"strings"
)

// isInt tells whether a finite number is an integer.
func (n *num) isInt() bool {
	if n.kind != finite {
		return false
	}
	if n.exp >= 0 || n.zeroCoef() {
		return true
	}
	if -n.exp >= int64(n.digits()) {
		return false
	}
	c := *n
	return c.scaleDown(int(-n.exp)) == restNone
}

// isOddInt tells whether an integer is odd.
func (n *num) isOddInt() bool {
	if n.exp > 0 || n.zeroCoef() {
		return false
	}
	c := *n
	c.scaleDown(int(-n.exp))
	return c.odd()
}

// smallInt returns an integer that fits 64 bits.
func (n *num) smallInt() (int64, bool) {
	if !n.isInt() {
		return 0, false
	}
	c := *n
	if c.zeroCoef() {
		return 0, true
	}
	if c.adjusted() > 18 {
		return 0, false
	}
	if c.exp >= 0 {
		c.scaleUp(int(c.exp))
	} else {
		c.scaleDown(int(-c.exp))
	}
	if c.big != nil || c.lo > 1<<63-1 {
		return 0, false
	}
	if c.neg {
		return -int64(c.lo), true
	}
	return int64(c.lo), true
}

func (w *work) logb(a num) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if a.kind == infinite {
		return inf(false)
	}
	if a.zeroCoef() {
		w.status |= divisionByZero
		return inf(true)
	}
	return w.finish(small(a.adjusted()))
}

func (w *work) scaleb(a, b num) num {
	if r, ok := w.nanResult(&a, &b); ok {
		return r
	}
	if b.kind == infinite || b.exp != 0 {
		return w.fail(invalidOperation)
	}
	limit := 2 * (w.emax + w.prec)
	n, ok := b.smallInt()
	if !ok || n < -limit || n > limit {
		return w.fail(invalidOperation)
	}
	if a.kind == infinite {
		return a
	}
	a.exp += n
	return w.finish(a)
}

// shiftArg checks the second operand of shift and rotate.
func (w *work) shiftArg(b *num) (int64, bool) {
	if b.kind == infinite || b.exp != 0 {
		return 0, false
	}
	n, ok := b.smallInt()
	return n, ok && n >= -w.prec && n <= w.prec
}

// fit cuts the coefficient to the last digits that the precision allows.
func (w *work) fit(n *num) {
	if int64(n.digits()) > w.prec {
		n.setCoef(new(big.Int).Mod(n.coef(), pow10(int(w.prec))))
	}
}

func (w *work) shift(a, b num) num {
	if r, ok := w.nanResult(&a, &b); ok {
		return r
	}
	n, ok := w.shiftArg(&b)
	if !ok {
		return w.fail(invalidOperation)
	}
	if a.kind == infinite {
		return a
	}
	w.fit(&a)
	if n < 0 {
		if -n >= int64(a.digits()) {
			a.lo, a.big = 0, nil
		} else {
			a.scaleDown(int(-n))
		}
		return a
	}
	if w.tooLong(n + int64(a.digits())) {
		return nan()
	}
	a.scaleUp(int(n))
	w.fit(&a)
	return a
}

func (w *work) rotate(a, b num) num {
	if r, ok := w.nanResult(&a, &b); ok {
		return r
	}
	n, ok := w.shiftArg(&b)
	if !ok {
		return w.fail(invalidOperation)
	}
	if a.kind == infinite {
		return a
	}
	if w.tooLong(w.prec) {
		return nan()
	}
	w.fit(&a)
	if n < 0 {
		n += w.prec
	}
	// The upper part of prec-n digits goes to the left, the rest follows.
	hi := a
	hi.scaleUp(int(n))
	w.fit(&hi)
	lo := a
	lo.scaleDown(int(w.prec - n))
	a.setCoef(new(big.Int).Add(hi.coef(), lo.coef()))
	return a
}

// bitsOf returns the digits of a logical operand, which are all 0 or 1.
func (w *work) bitsOf(n *num) (string, bool) {
	if n.kind != finite || n.neg || n.exp != 0 {
		return "", false
	}
	s := n.coefText()
	if strings.Trim(s, "01") != "" {
		return "", false
	}
	// Digits that the precision has no room for do not take part.
	if cut := int64(len(s)) - w.prec; cut > 0 {
		s = s[cut:]
	}
	return s, true
}

func (w *work) logical(a, b num, op func(x, y byte) bool) num {
	x, ok1 := w.bitsOf(&a)
	y, ok2 := w.bitsOf(&b)
	if !ok1 || !ok2 {
		return w.fail(invalidOperation)
	}
	n := max(len(x), len(y))
	x, y = strings.Repeat("0", n-len(x))+x, strings.Repeat("0", n-len(y))+y
	out := make([]byte, n)
	for i := range out {
		out[i] = '0'
		if op(x[i], y[i]) {
			out[i] = '1'
		}
	}
	var r num
	r.setDigits(strings.TrimLeft(string(out), "0"))
	return r
}

func logicalAnd(x, y byte) bool { return x == '1' && y == '1' }
func logicalOr(x, y byte) bool  { return x == '1' || y == '1' }
func logicalXor(x, y byte) bool { return x != y }

func (w *work) invert(a num) num {
	if w.tooLong(w.prec) {
		return nan()
	}
	var ones num
	ones.setDigits(strings.Repeat("1", int(w.prec)))
	return w.logical(a, ones, logicalXor)
}

func (w *work) nextMinus(a num) num { return w.next(a, true) }
func (w *work) nextPlus(a num) num  { return w.next(a, false) }

// next is the neighbour of a number, towards minus infinity with down.
func (w *work) next(a num, down bool) num {
	if r, ok := w.nanResult(&a, nil); ok {
		return r
	}
	if w.tooLong(w.prec) {
		return nan()
	}
	if a.kind == infinite {
		if a.neg == down {
			return a
		}
		return w.largest(a.neg)
	}
	x := *w
	x.status = 0
	x.round = roundCeiling
	if down {
		x.round = roundFloor
	}
	r := x.finish(a)
	if compare(&r, &a) != 0 || r.kind != finite {
		return r
	}
	x.status = 0
	return x.add(a, num{neg: down, lo: 1, exp: w.etiny() - 1})
}

func (w *work) nextToward(a, b num) num {
	if r, ok := w.nanResult(&a, &b); ok {
		return r
	}
	c := compare(&a, &b)
	if c == 0 {
		a.neg = b.neg
		return a
	}
	r := w.next(a, c > 0)
	switch {
	case r.kind == infinite:
		w.status |= overflow | rounded | inexact
	case r.kind == finite && r.adjusted() < w.emin:
		w.status |= underflow | subnormal | rounded | inexact
		if r.zeroCoef() {
			w.status |= clamped
		}
	}
	return r
}

// class is number-class.
func (w *work) class(a *num) string {
	sign := "+"
	if a.neg {
		sign = "-"
	}
	switch {
	case a.kind == signaling:
		return "sNaN"
	case a.kind == quiet:
		return "NaN"
	case a.kind == infinite:
		return sign + "Infinity"
	case a.zeroCoef():
		return sign + "Zero"
	case a.adjusted() < w.emin:
		return sign + "Subnormal"
	}
	return sign + "Normal"
}

func sameQuantum(a, b *num) bool {
	switch {
	case a.isNaN() || b.isNaN():
		return a.isNaN() && b.isNaN()
	case a.kind == infinite || b.kind == infinite:
		return a.kind == b.kind
	}
	return a.exp == b.exp
}
