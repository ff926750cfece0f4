package decimal

// The conditions of the General Decimal Arithmetic specification.
const (
	clamped uint32 = 1 << iota
	conversionSyntax
	divisionByZero
	divisionImpossible
	divisionUndefined
	inexact
	invalidContext
	invalidOperation
	memoryError
	overflow
	rounded
	subnormal
	underflow
	floatOperation

	invalid = conversionSyntax | divisionImpossible | divisionUndefined | invalidContext | invalidOperation
)

// work is what an operation needs of a context; status collects the conditions
// that it meets.
type work struct {
	prec       int64
	emin, emax int64
	round      rounding
	clamp      bool
	status     uint32
	consts     *constants
}

// maxWork is the context of exact operations.
func maxWork(k *constants) work {
	return work{prec: maxPrec, emin: minEmin, emax: maxEmax, round: roundHalfEven, consts: k}
}

func (w *work) etiny() int64 { return w.emin - (w.prec - 1) }
func (w *work) etop() int64  { return w.emax - (w.prec - 1) }

func nan() num          { return num{kind: quiet} }
func inf(neg bool) num  { return num{kind: infinite, neg: neg} }
func zero(neg bool) num { return num{neg: neg} }
func small(n int64) num {
	if n < 0 {
		return num{neg: true, lo: uint64(-n)}
	}
	return num{lo: uint64(n)}
}

// fail notes a condition and returns NaN.
func (w *work) fail(cond uint32) num {
	w.status |= cond
	return nan()
}

// nanResult handles NaN operands: ok is true when there is one, and the
// result is returned.
func (w *work) nanResult(a, b *num) (num, bool) {
	if a.kind < quiet && (b == nil || b.kind < quiet) {
		return num{}, false
	}
	pick := a
	switch {
	case a.kind == signaling:
	case b != nil && b.kind == signaling:
		pick = b
	case a.kind != quiet:
		pick = b
	}
	r := *pick
	if r.kind == signaling {
		w.status |= invalidOperation
		r.kind = quiet
	}
	w.fixNaN(&r)
	return r, true
}

// fixNaN cuts a payload to what the precision allows.
func (w *work) fixNaN(n *num) {
	n.exp = 0
	max := w.prec
	if w.clamp {
		max--
	}
	if n.zeroCoef() {
		return
	}
	if d := int64(n.digits()); d > max {
		if max == 0 {
			n.lo, n.big = 0, nil
			return
		}
		keep := *n
		keep.scaleDown(int(max))
		keep.scaleUp(int(max))
		n.setCoef(bigSub(n, &keep))
	}
}

// finish rounds a result to the context.
func (w *work) finish(n num) num {
	if n.kind != finite {
		if n.kind != infinite {
			w.fixNaN(&n)
		}
		return n
	}
	tiny, top := w.etiny(), w.etop()
	if n.zeroCoef() {
		max := w.emax
		if w.clamp {
			max = top
		}
		if e := minInt(maxInt(n.exp, tiny), max); e != n.exp {
			n.exp = e
			w.status |= clamped
		}
		return n
	}
	d := int64(n.digits())
	low := d + n.exp - w.prec // the exponent with full precision
	if low > top {
		return w.overflow(n.neg)
	}
	sub := low < tiny
	if sub {
		low = tiny
	}
	if n.exp < low {
		cut := low - n.exp
		var r rest
		if cut > d {
			n.lo, n.big, r = 0, nil, restLow
		} else {
			r = n.scaleDown(int(cut))
		}
		n.exp = low
		if w.round.away(&n, r) {
			n.increment()
			if d := int64(n.digits()); d > w.prec {
				n.scaleDown(1)
				n.exp++
			}
		}
		if n.exp > top {
			return w.overflow(n.neg)
		}
		if r != restNone {
			w.status |= inexact
			if sub {
				w.status |= underflow
			}
		}
		if sub {
			w.status |= subnormal
		}
		w.status |= rounded
		if n.zeroCoef() {
			w.status |= clamped
		}
		return n
	}
	if sub {
		w.status |= subnormal
	}
	if w.clamp && n.exp > top {
		w.status |= clamped
		n.scaleUp(int(n.exp - top))
		n.exp = top
	}
	return n
}

func minInt(a, b int64) int64 { return min(a, b) }
func maxInt(a, b int64) int64 { return max(a, b) }

// overflow is the result of a number that is too large.
func (w *work) overflow(neg bool) num {
	w.status |= overflow | inexact | rounded
	switch {
	case w.round == roundDown, w.round == round05Up, w.round == roundCeiling && neg, w.round == roundFloor && !neg:
		if w.prec > maxDigits {
			return w.fail(memoryError)
		}
		return w.largest(neg)
	}
	return inf(neg)
}

// largest is the finite number that is farthest from 0.
func (w *work) largest(neg bool) num {
	n := num{neg: neg, exp: w.etop()}
	n.setCoef(bigNines(w.prec))
	return n
}
