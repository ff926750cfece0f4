package decimal

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/numfmt"
	"github.com/coachwhip/coachwhip/internal/py"
)

// decimal is a Decimal.
type decimal struct {
	py.Header
	num
}

var decimalType = new(py.Type)

func asDecimal(v py.Value) *decimal { return (*decimal)(v.Ptr()) }
func isDecimal(v py.Value) bool     { return v.Type() == decimalType || py.IsInstance(v, decimalType) }

func newDecimal(n num) py.Value {
	d := &decimal{num: n}
	d.InitHeader(decimalType)
	return py.FromHeader(&d.Header)
}

// newOf makes a Decimal of class cls.
func newOf(t *py.Thread, cls *py.Type, n num) py.Value {
	if cls == decimalType {
		return newDecimal(n)
	}
	d := py.AllocFor[decimal](t, cls)
	d.num = n
	return py.FromHeader(&d.Header)
}

// fromInt is an int as a number.
func fromInt(v py.Value) num {
	if i, ok := py.SmallInt(v); ok {
		if i < 0 {
			return num{neg: true, lo: uint64(-i)}
		}
		return num{lo: uint64(i)}
	}
	b := py.BigOf(v)
	n := num{neg: b.Sign() < 0}
	n.setCoef(new(big.Int).Abs(b))
	return n
}

// fromFloat is the exact value of a float.
func fromFloat(f float64) num {
	neg := math.Signbit(f)
	switch {
	case math.IsNaN(f):
		return num{kind: quiet, neg: neg}
	case math.IsInf(f, 0):
		return inf(neg)
	case f == 0:
		return zero(neg)
	}
	m, e := math.Frexp(math.Abs(f))
	c := uint64(m * (1 << 53))
	e -= 53
	for c&1 == 0 {
		c >>= 1
		e++
	}
	n := num{neg: neg}
	b := new(big.Int).SetUint64(c)
	if e >= 0 {
		n.setCoef(b.Lsh(b, uint(e)))
		return n
	}
	// c / 2**k = c * 5**k / 10**k
	p := new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(-e)), nil)
	n.setCoef(b.Mul(b, p))
	n.exp = int64(e)
	return n
}

// operand converts an operand of arithmetic.
func operand(v py.Value) (num, bool) {
	switch {
	case v.Type() == decimalType:
		return asDecimal(v).num, true
	case py.IsInt(v):
		return fromInt(v), true
	case py.IsInstance(v, decimalType):
		return asDecimal(v).num, true
	}
	return num{}, false
}

// mustOperand is operand for methods.
func mustOperand(t *py.Thread, v py.Value) (num, *py.Exc) {
	n, ok := operand(v)
	if !ok {
		return n, t.TypeErr("conversion from %s to Decimal is not supported", v.Type().Name())
	}
	return n, nil
}

// asciiText prepares text for parse: other digits become those of ASCII; with
// loose, blanks around and underscores are left out.
func asciiText(s *py.Str, loose bool) string {
	text := s.String()
	if !s.ASCII() {
		text = numfmt.ASCIINumber(text)
	}
	if loose {
		text = strings.Trim(text, " \t\n\r\v\f\x1c\x1d\x1e\x1f")
		if strings.IndexByte(text, '_') >= 0 {
			text = strings.ReplaceAll(text, "_", "")
		}
	}
	return text
}

// exactly checks that an exact number lies within the largest limits.
func (c *context) exactly(t *py.Thread, st *state, n num) (num, *py.Exc) {
	if n.kind != finite {
		return n, nil
	}
	if n.exp <= maxEmax/2 && n.exp >= minEmin/2 {
		return n, nil
	}
	w := maxWork(&st.consts)
	if n.exp > expLimit/2 || n.exp < -expLimit/2 || n.adjusted() > maxEmax {
		w.status |= inexact
	} else {
		n = w.finish(n)
	}
	if w.status&(inexact|rounded|clamped|memoryError) != 0 {
		n = nan()
		return n, c.note(t, invalidOperation|w.status&memoryError)
	}
	return n, nil
}

// tupleNumber reads a (sign, digits, exponent) triple.
func tupleNumber(t *py.Thread, v py.Value) (num, *py.Exc) {
	parts, err := t.Items(v)
	if err != nil {
		return num{}, err
	}
	if len(parts) != 3 {
		return num{}, t.ValueErr("argument must be a sequence of length 3")
	}
	var n num
	bad := t.ValueErr("sign must be an integer with the value 0 or 1")
	if !py.IsInt(parts[0]) {
		return n, bad
	}
	s, ok := py.SmallInt(parts[0])
	if !ok || s != 0 && s != 1 {
		return n, bad
	}
	n.neg = s == 1
	if name, ok := py.ToStr(parts[2]); ok {
		switch name.String() {
		case "F":
			// The digits of an infinity mean nothing, but are checked.
			n.kind = infinite
		case "n":
			n.kind = quiet
		case "N":
			n.kind = signaling
		default:
			return n, t.ValueErr("string argument in the third position must be 'F', 'n' or 'N'")
		}
	} else {
		if !py.IsInt(parts[2]) {
			return n, t.ValueErr("exponent must be an integer")
		}
		e, err := t.SizeArg(parts[2])
		if err != nil {
			return n, err
		}
		n.exp = max(min(int64(e), expLimit), -expLimit)
	}
	badDigits := t.ValueErr("coefficient must be a tuple of digits")
	var digits []py.Value
	if tup, ok := py.ToTuple(parts[1]); ok {
		digits = tup.Items()
	} else if l, ok := py.ToList(parts[1]); ok {
		digits = l.Snapshot(t)
	} else {
		return n, badDigits
	}
	text := make([]byte, 0, len(digits))
	for _, d := range digits {
		if !py.IsInt(d) {
			return n, badDigits
		}
		x, ok := py.SmallInt(d)
		if !ok || x < 0 || x > 9 {
			return n, badDigits
		}
		text = append(text, byte('0'+x))
	}
	if n.kind != infinite {
		n.setDigits(strings.TrimLeft(string(text), "0"))
	}
	return n, nil
}

// fromValue is Decimal(v): an exact conversion.
func (c *context) fromValue(t *py.Thread, st *state, v py.Value) (num, *py.Exc) {
	switch {
	case isDecimal(v):
		return asDecimal(v).num, nil
	case py.IsInt(v):
		return fromInt(v), nil
	case py.IsFloat(v):
		if err := c.note(t, floatOperation); err != nil {
			return num{}, err
		}
		return fromFloat(py.FloatOf(v)), nil
	}
	if s, ok := py.ToStr(v); ok {
		n, ok := parse(asciiText(s, true))
		if !ok {
			return nan(), c.note(t, conversionSyntax)
		}
		return c.exactly(t, st, n)
	}
	if isTriple(v) {
		n, err := tupleNumber(t, v)
		if err != nil {
			return num{}, err
		}
		return c.exactly(t, st, n)
	}
	return num{}, t.TypeErr("conversion from %s to Decimal is not supported", v.Type().Name())
}

func isTriple(v py.Value) bool {
	_, isTuple := py.ToTuple(v)
	_, isList := py.ToList(v)
	return isTuple || isList
}

// create is Context.create_decimal(v): a rounded conversion.
func (c *context) create(t *py.Thread, st *state, v py.Value) (py.Value, *py.Exc) {
	var n num
	w := c.work(st)
	if s, ok := py.ToStr(v); ok {
		if n, ok = parse(asciiText(s, false)); !ok {
			n, w.status = nan(), conversionSyntax
		}
	} else if isTriple(v) {
		var err *py.Exc
		if n, err = tupleNumber(t, v); err != nil {
			return py.Value{}, err
		}
	} else {
		var err *py.Exc
		if n, err = c.fromValue(t, st, v); err != nil {
			return py.Value{}, err
		}
	}
	if n.isNaN() && !n.zeroCoef() && int64(n.digits()) > c.prec-c.clamp {
		n, w.status = nan(), conversionSyntax
	}
	r := w.finish(n)
	return c.result(t, &w, r)
}

func decimalNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if pos := args.Pos(); args.NumKw() == 0 && len(pos) <= 2 {
		copy(a[:], pos)
	} else if n := len(pos) + args.NumKw(); n > 2 {
		return py.Value{}, t.TypeErr("function takes at most 2 arguments (%d given)", n)
	} else if err := decimalSig.Bind(t, "Decimal", args, a[:]); err != nil {
		return py.Value{}, err
	}
	st := stateOf(t)
	c, err := contextArg(t, st, a[1])
	if err != nil {
		return py.Value{}, err
	}
	if a[0].IsNil() {
		return newOf(t, cls, num{}), nil
	}
	if cls == decimalType && a[0].Type() == decimalType {
		return a[0], nil
	}
	n, err := c.fromValue(t, st, a[0])
	if err != nil {
		return py.Value{}, err
	}
	return newOf(t, cls, n), nil
}

var decimalSig = py.ParseSignature("value=\"0\", context=None")

// binary makes the slot of an operator.
func binary(f func(w *work, a, b num) num) py.BinaryFunc {
	return func(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
		x, ok1 := operand(a)
		y, ok2 := operand(b)
		if !ok1 || !ok2 {
			return py.NotImplemented, nil
		}
		st := stateOf(t)
		c := st.currentOf(t)
		w := c.work(st)
		return c.result(t, &w, f(&w, x, y))
	}
}

func unary(f func(w *work, a num) num) py.UnaryFunc {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		st := stateOf(t)
		c := st.currentOf(t)
		w := c.work(st)
		return c.result(t, &w, f(&w, asDecimal(v).num))
	}
}

func pow3(t *py.Thread, a, b, m py.Value) (py.Value, *py.Exc) {
	x, ok1 := operand(a)
	y, ok2 := operand(b)
	if !ok1 || !ok2 {
		return py.NotImplemented, nil
	}
	st := stateOf(t)
	c := st.currentOf(t)
	w := c.work(st)
	if m.IsNil() || m.IsNone() {
		return c.result(t, &w, w.power(x, y))
	}
	z, ok := operand(m)
	if !ok {
		return py.NotImplemented, nil
	}
	return c.result(t, &w, w.powMod(x, y, z))
}

func pair(t *py.Thread, c *context, w *work, q, r num) (py.Value, *py.Exc) {
	if err := c.note(t, w.status); err != nil {
		return py.Value{}, err
	}
	return py.NewTuple(newDecimal(q), newDecimal(r)).Value(), nil
}

// comparable converts the other operand of a comparison; ok is false for types
// that cannot be compared. A fraction changes both sides.
func comparable(t *py.Thread, st *state, c *context, a num, v py.Value, op py.CompareOp) (x, y num, ok bool, err *py.Exc) {
	if y, ok = operand(v); ok {
		return a, y, true, nil
	}
	eq := op == py.CmpEQ || op == py.CmpNE
	float := func(f float64) *py.Exc {
		y = fromFloat(f)
		if eq {
			c.flag(t, floatOperation)
			return nil
		}
		return c.note(t, floatOperation)
	}
	switch {
	case py.IsFloat(v):
		err = float(py.FloatOf(v))
		return a, y, err == nil, err
	case py.IsComplex(v):
		z := py.ComplexOf(v)
		if !eq || imag(z) != 0 {
			return a, y, false, nil
		}
		err = float(real(z))
		return a, y, err == nil, err
	}
	is, err := t.IsInstanceOf(v, st.rational)
	if err != nil || !is {
		return a, y, false, err
	}
	den, err := t.GetAttrS(v, "denominator")
	if err != nil {
		return a, y, false, err
	}
	nom, err := t.GetAttrS(v, "numerator")
	if err != nil {
		return a, y, false, err
	}
	if !py.IsInt(den) || !py.IsInt(nom) {
		return a, y, false, t.TypeErr("numerator and denominator must be ints")
	}
	if a.kind == finite {
		a = product(a, fromInt(den))
	}
	return a, fromInt(nom), true, nil
}

func richcompare(t *py.Thread, v, other py.Value, op py.CompareOp) (py.Value, *py.Exc) {
	if !isDecimal(v) {
		return py.NotImplemented, nil
	}
	st := stateOf(t)
	c := st.currentOf(t)
	a, b, ok, err := comparable(t, st, c, asDecimal(v).num, other, op)
	if err != nil {
		return py.Value{}, err
	}
	if !ok {
		return py.NotImplemented, nil
	}
	if a.isNaN() || b.isNaN() {
		if op != py.CmpEQ && op != py.CmpNE || a.kind == signaling || b.kind == signaling {
			if err := c.note(t, invalidOperation); err != nil {
				return py.Value{}, err
			}
		}
		return py.Bool(op == py.CmpNE), nil
	}
	r := compare(&a, &b)
	switch op {
	case py.CmpLT:
		return py.Bool(r < 0), nil
	case py.CmpLE:
		return py.Bool(r <= 0), nil
	case py.CmpEQ:
		return py.Bool(r == 0), nil
	case py.CmpNE:
		return py.Bool(r != 0), nil
	case py.CmpGT:
		return py.Bool(r > 0), nil
	}
	return py.Bool(r >= 0), nil
}

// hashPrime is the modulus of numeric hashes.
const hashPrime = 1<<61 - 1

func hash(t *py.Thread, v py.Value) (int64, *py.Exc) {
	n := &asDecimal(v).num
	switch n.kind {
	case signaling:
		return 0, t.TypeErr("Cannot hash a signaling NaN value")
	case quiet:
		a := uint64(uintptr(v.Ptr()))
		return int64(a>>4 | a<<60), nil
	case infinite:
		if n.neg {
			return -314159, nil
		}
		return 314159, nil
	}
	p := big.NewInt(hashPrime)
	h := new(big.Int).Mod(n.coef(), p)
	if !h.IsInt64() || h.Sign() != 0 {
		base := big.NewInt(10)
		e := n.exp
		if e < 0 {
			base.ModInverse(base, p)
			e = -e
		}
		f := base.Exp(base, big.NewInt(e), p)
		h.Mod(h.Mul(h, f), p)
	}
	r := h.Int64()
	if n.neg {
		r = -r
	}
	if r == -1 {
		r = -2
	}
	return r, nil
}

// toInt is the number as an int, rounded in the given way.
func toInt(t *py.Thread, n num, m rounding) (py.Value, *py.Exc) {
	switch n.kind {
	case infinite:
		return py.Value{}, t.Raise(py.OverflowError, "cannot convert Infinity to integer")
	case quiet, signaling:
		return py.Value{}, t.ValueErr("cannot convert NaN to integer")
	}
	w := maxWork(nil)
	if n.exp < 0 {
		n, _ = w.rescale(n, 0, m)
	}
	b, ok := w.toBig(&n)
	if !ok {
		return py.Value{}, t.MemoryErr()
	}
	return py.NewBig(b), nil
}

func toFloat(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	n := &asDecimal(v).num
	switch n.kind {
	case signaling:
		return py.Value{}, t.ValueErr("cannot convert signaling NaN to float")
	case quiet:
		return py.Float64(math.Copysign(math.NaN(), sign1(n.neg))), nil
	case infinite:
		return py.Float64(math.Inf(int(sign1(n.neg)))), nil
	}
	if n.zeroCoef() || n.adjusted() > 400 || n.adjusted() < -400 {
		f := 0.0
		if !n.zeroCoef() && n.adjusted() > 0 {
			f = math.Inf(1)
		}
		return py.Float64(math.Copysign(f, sign1(n.neg))), nil
	}
	f, _ := strconv.ParseFloat(n.text(false, true), 64)
	return py.Float64(f), nil
}

func sign1(neg bool) float64 {
	if neg {
		return -1
	}
	return 1
}

// round is __round__.
func roundMethod(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.Count(t, "__round__", 0, 1); err != nil {
		return py.Value{}, err
	}
	n := asDecimal(v).num
	if args.Len() == 0 {
		return toInt(t, n, roundHalfEven)
	}
	if !py.IsInt(args.Pos()[0]) {
		return py.Value{}, t.TypeErr("optional arg must be an integer")
	}
	y, err := t.SizeArg(args.Pos()[0])
	if err != nil {
		return py.Value{}, err
	}
	st := stateOf(t)
	c := st.currentOf(t)
	w := c.work(st)
	e := int64(y)
	if e == math.MinInt64 {
		e++
	}
	return c.result(t, &w, w.quantize(n, num{lo: 1, exp: -e}))
}

func asTuple(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	n := &asDecimal(v).num
	exp := py.Int64(n.exp)
	digits := n.coefText()
	switch n.kind {
	case infinite:
		exp, digits = py.NewStr("F").Value(), "0"
	case quiet, signaling:
		exp = py.NewStr("n").Value()
		if n.kind == signaling {
			exp = py.NewStr("N").Value()
		}
		if n.zeroCoef() {
			digits = ""
		}
	}
	items := make([]py.Value, len(digits))
	for i := range items {
		items[i] = py.IntOf(int(digits[i] - '0'))
	}
	s := 0
	if n.neg {
		s = 1
	}
	return t.Call(stateOf(t).tupleType, py.IntOf(s), py.NewTuple(items...).Value(), exp)
}

func integerRatio(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	n := asDecimal(v).num
	switch n.kind {
	case infinite:
		return py.Value{}, t.Raise(py.OverflowError, "cannot convert Infinity to integer ratio")
	case quiet, signaling:
		return py.Value{}, t.ValueErr("cannot convert NaN to integer ratio")
	}
	if n.zeroCoef() {
		return py.NewTuple(py.Int64(0), py.Int64(1)).Value(), nil
	}
	if n.exp < 0 {
		n.exp += n.trim(-n.exp)
	}
	if n.exp > maxDigits || n.exp < -maxDigits {
		return py.Value{}, t.MemoryErr()
	}
	num, den := new(big.Int).Set(n.coef()), big.NewInt(1)
	if n.exp >= 0 {
		num.Mul(num, pow10(int(n.exp)))
	} else {
		den.Set(pow10(int(-n.exp)))
		g := new(big.Int).GCD(nil, nil, num, den)
		num.Quo(num, g)
		den.Quo(den, g)
	}
	if n.neg {
		num.Neg(num)
	}
	return py.NewTuple(py.NewBig(num), py.NewBig(den)).Value(), nil
}

// fromFloatMethod is Decimal.from_float.
func fromFloatMethod(t *py.Thread, cls, v py.Value) (py.Value, *py.Exc) {
	n, err := floatArg(t, v)
	if err != nil {
		return py.Value{}, err
	}
	d := newDecimal(n)
	if cls == decimalType.Value() {
		return d, nil
	}
	return t.Call(cls, d)
}

func floatArg(t *py.Thread, v py.Value) (num, *py.Exc) {
	switch {
	case py.IsInt(v):
		return fromInt(v), nil
	case py.IsFloat(v):
		return fromFloat(py.FloatOf(v)), nil
	}
	return num{}, t.TypeErr("argument must be int or float")
}

func registerDecimal() {
	s := py.Slots{
		New: decimalNew,
		Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			c := stateOf(t).currentOf(t)
			return py.NewStr("Decimal('" + asDecimal(v).text(false, c.capitals != 0) + "')").Value(), nil
		},
		Str: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			c := stateOf(t).currentOf(t)
			return py.NewStr(asDecimal(v).text(false, c.capitals != 0)).Value(), nil
		},
		Hash: hash, Compare: richcompare,
		Bool: func(t *py.Thread, v py.Value) (bool, *py.Exc) { return !asDecimal(v).isZero(), nil },
		Neg:  unary((*work).minus), Pos: unary((*work).plus), Abs: unary((*work).abs),
		ToInt:   func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return toInt(t, asDecimal(v).num, roundDown) },
		ToFloat: toFloat,
		Pow3:    pow3,
	}
	s.Binary[py.OpAdd] = binary((*work).add)
	s.Binary[py.OpSub] = binary((*work).sub)
	s.Binary[py.OpMul] = binary((*work).mul)
	s.Binary[py.OpDiv] = binary((*work).div)
	s.Binary[py.OpFloorDiv] = binary((*work).divInt)
	s.Binary[py.OpMod] = binary((*work).rem)
	s.Binary[py.OpPow] = binary((*work).power)
	s.Binary[py.OpDivmod] = func(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
		x, ok1 := operand(a)
		y, ok2 := operand(b)
		if !ok1 || !ok2 {
			return py.NotImplemented, nil
		}
		st := stateOf(t)
		c := st.currentOf(t)
		w := c.work(st)
		q, r := w.divmod(x, y)
		return pair(t, c, &w, q, r)
	}
	py.RegisterType(py.TypeSpec{
		Type: decimalType, Name: "decimal.Decimal", Flags: py.FlagBaseType, Layout: py.LayoutOf[decimal](),
		Sig:     "value=\"0\", context=None",
		Doc:     "Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If no value is given, return Decimal('0'). The\ncontext does not affect the conversion and is only passed to determine if\nthe InvalidOperation trap is active.",
		Slots:   s,
		Methods: decimalMethods(),
		GetSet: []py.GetSetSpec{
			{Name: "real", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil }},
			{Name: "imag", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return newDecimal(num{}), nil }},
		},
	})
}
