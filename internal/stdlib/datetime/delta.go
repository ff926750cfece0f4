package datetime

import (
	"math"
	"math/big"
	"strconv"
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/py"
)

// delta is a timedelta, normalised: 0 <= secs < 86400, 0 <= us < 1000000.
type delta struct {
	py.Header
	days, secs, us int32
	hash           atomic.Int64 // 0: not computed
}

var deltaType = new(py.Type)

const maxDeltaDays = 999999999

func asDelta(v py.Value) *delta { return (*delta)(v.Ptr()) }
func isDelta(v py.Value) bool   { return py.IsInstance(v, deltaType) }

func mkDelta(days, secs, us int) *delta {
	d := &delta{days: int32(days), secs: int32(secs), us: int32(us)}
	d.InitHeader(deltaType)
	return d
}

func (d *delta) Value() py.Value { return py.FromHeader(&d.Header) }

func (d *delta) bool() bool { return d.days != 0 || d.secs != 0 || d.us != 0 }

func (d *delta) cmp(e *delta) int {
	for _, x := range [...][2]int32{{d.days, e.days}, {d.secs, e.secs}, {d.us, e.us}} {
		if x[0] != x[1] {
			if x[0] < x[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (d *delta) hashOf(t *py.Thread) (int64, *py.Exc) {
	if h := d.hash.Load(); h != 0 {
		return h, nil
	}
	h, err := t.Hash(py.NewTuple(py.Int64(int64(d.days)), py.Int64(int64(d.secs)), py.Int64(int64(d.us))).Value())
	if err == nil {
		d.hash.Store(h)
	}
	return h, err
}

// micros is the length in microseconds; ok is false when that needs more than
// 64 bits.
func (d *delta) micros() (n int64, ok bool) {
	if d.days > 100000000 || d.days < -100000000 {
		return 0, false
	}
	return (int64(d.days)*secondsDay+int64(d.secs))*1000000 + int64(d.us), true
}

func (d *delta) big() *big.Int {
	if n, ok := d.micros(); ok {
		return big.NewInt(n)
	}
	n := big.NewInt(int64(d.days)*secondsDay + int64(d.secs))
	n.Mul(n, million)
	return n.Add(n, big.NewInt(int64(d.us)))
}

var million = big.NewInt(1000000)

// normal makes a timedelta of parts that are not normalised.
func normal(t *py.Thread, days, secs, us int64) (*delta, *py.Exc) {
	return normalOf(t, deltaType, days, secs, us)
}

func normalOf(t *py.Thread, cls *py.Type, days, secs, us int64) (*delta, *py.Exc) {
	if us < 0 || us >= 1000000 {
		var c int64
		c, us = floorDivMod(us, 1000000)
		secs += c
	}
	if secs < 0 || secs >= secondsDay {
		var c int64
		c, secs = floorDivMod(secs, secondsDay)
		days += c
	}
	if days < -maxDeltaDays || days > maxDeltaDays {
		if days != int64(int32(days)) {
			return nil, t.Raise(py.OverflowError, "Python int too large to convert to C int")
		}
		return nil, t.Raise(py.OverflowError, "days=%d; must have magnitude <= %d", days, maxDeltaDays)
	}
	if cls == deltaType {
		return mkDelta(int(days), int(secs), int(us)), nil
	}
	d := py.AllocFor[delta](t, cls)
	d.days, d.secs, d.us = int32(days), int32(secs), int32(us)
	return d, nil
}

func fromMicros(t *py.Thread, n int64) (py.Value, *py.Exc) {
	secs, us := floorDivMod(n, 1000000)
	d, err := normal(t, 0, secs, us)
	if err != nil {
		return py.Value{}, err
	}
	return d.Value(), nil
}

func fromBig(t *py.Thread, cls *py.Type, n *big.Int) (py.Value, *py.Exc) {
	var secs, us int64
	if n.IsInt64() {
		secs, us = floorDivMod(n.Int64(), 1000000)
	} else {
		q, m := new(big.Int).DivMod(n, million, new(big.Int))
		if !q.IsInt64() {
			return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C int")
		}
		secs, us = q.Int64(), m.Int64()
	}
	d, err := normalOf(t, cls, 0, secs, us)
	if err != nil {
		return py.Value{}, err
	}
	return d.Value(), nil
}

// divNearest is a / b rounded half to even.
func divNearest(a, b *big.Int) *big.Int {
	q, r := new(big.Int), new(big.Int)
	q.DivMod(a, b, r) // 0 <= r < |b|
	r.Lsh(r, 1)
	c := r.CmpAbs(b)
	if c > 0 || c == 0 && q.Bit(0) == 1 {
		if b.Sign() > 0 {
			q.Add(q, big.NewInt(1))
		} else {
			q.Sub(q, big.NewInt(1))
		}
	}
	return q
}

// floatRatio is f.as_integer_ratio().
func floatRatio(t *py.Thread, v py.Value) (num, den *big.Int, err *py.Exc) {
	if v.Type() != py.FloatType {
		r, err := t.CallMethodS(v, "as_integer_ratio")
		if err != nil {
			return nil, nil, err
		}
		tup, ok := py.ToTuple(r)
		if !ok {
			return nil, nil, t.TypeErr("unexpected return type from as_integer_ratio(): expected tuple, got '%s'", r.Type().Name())
		}
		if len(tup.Items()) != 2 {
			return nil, nil, t.ValueErr("as_integer_ratio() must return a 2-tuple")
		}
		a, b := tup.Items()[0], tup.Items()[1]
		if !py.IsInt(a) || !py.IsInt(b) {
			return nil, nil, t.TypeErr("as_integer_ratio() must return a tuple of ints")
		}
		return py.BigOf(a), py.BigOf(b), nil
	}
	f := py.FloatOf(v)
	switch {
	case math.IsNaN(f):
		return nil, nil, t.ValueErr("cannot convert NaN to integer ratio")
	case math.IsInf(f, 0):
		return nil, nil, t.Raise(py.OverflowError, "cannot convert Infinity to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return r.Num(), r.Denom(), nil
}

func zeroDiv(t *py.Thread) *py.Exc {
	return t.Raise(py.ZeroDivisionError, "integer division or modulo by zero")
}

func deltaAdd(t *py.Thread, a, b *delta, sign int64) (py.Value, *py.Exc) {
	d, err := normal(t, int64(a.days)+sign*int64(b.days), int64(a.secs)+sign*int64(b.secs), int64(a.us)+sign*int64(b.us))
	if err != nil {
		return py.Value{}, err
	}
	return d.Value(), nil
}

func deltaMul(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if !isDelta(a) {
		a, b = b, a
	}
	d := asDelta(a)
	switch {
	case py.IsInt(b):
		if n, ok := d.micros(); ok {
			if m, ok := py.SmallInt(b); ok && (m == 0 || abs64(m) < math.MaxInt64/max(abs64(n), 1)) {
				return fromMicros(t, n*m)
			}
		}
		return fromBig(t, deltaType, new(big.Int).Mul(d.big(), py.BigOf(b)))
	case py.IsFloat(b):
		num, den, err := floatRatio(t, b)
		if err != nil {
			return py.Value{}, err
		}
		if den.Sign() == 0 {
			return py.Value{}, zeroDiv(t)
		}
		return fromBig(t, deltaType, divNearest(new(big.Int).Mul(d.big(), num), den))
	}
	return py.NotImplemented, nil
}

func abs64(n int64) int64 { return max(n, -n) }

func deltaTrueDiv(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if !isDelta(a) {
		return py.NotImplemented, nil
	}
	d := asDelta(a)
	switch {
	case isDelta(b):
		return t.Binary(py.OpDiv, py.NewBig(d.big()), py.NewBig(asDelta(b).big()))
	case py.IsFloat(b):
		num, den, err := floatRatio(t, b)
		if err != nil {
			return py.Value{}, err
		}
		if num.Sign() == 0 {
			return py.Value{}, zeroDiv(t)
		}
		return fromBig(t, deltaType, divNearest(new(big.Int).Mul(d.big(), den), num))
	case py.IsInt(b):
		n := py.BigOf(b)
		if n.Sign() == 0 {
			return py.Value{}, zeroDiv(t)
		}
		return fromBig(t, deltaType, divNearest(d.big(), n))
	}
	return py.NotImplemented, nil
}

func deltaFloorDiv(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if !isDelta(a) {
		return py.NotImplemented, nil
	}
	switch {
	case isDelta(b):
		return t.Binary(py.OpFloorDiv, py.NewBig(asDelta(a).big()), py.NewBig(asDelta(b).big()))
	case py.IsInt(b):
		q, err := t.Binary(py.OpFloorDiv, py.NewBig(asDelta(a).big()), b)
		if err != nil {
			return py.Value{}, err
		}
		if !py.IsInt(q) {
			return py.NotImplemented, nil
		}
		return fromBig(t, deltaType, py.BigOf(q))
	}
	return py.NotImplemented, nil
}

func deltaMod(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if !isDelta(a) || !isDelta(b) {
		return py.NotImplemented, nil
	}
	r, err := t.Binary(py.OpMod, py.NewBig(asDelta(a).big()), py.NewBig(asDelta(b).big()))
	if err != nil {
		return py.Value{}, err
	}
	return fromBig(t, deltaType, py.BigOf(r))
}

func deltaDivmod(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if !isDelta(a) || !isDelta(b) {
		return py.NotImplemented, nil
	}
	r, err := t.Binary(py.OpDivmod, py.NewBig(asDelta(a).big()), py.NewBig(asDelta(b).big()))
	if err != nil {
		return py.Value{}, err
	}
	tup, _ := py.ToTuple(r)
	m, err := fromBig(t, deltaType, py.BigOf(tup.Items()[1]))
	if err != nil {
		return py.Value{}, err
	}
	return py.NewTuple(tup.Items()[0], m).Value(), nil
}

var deltaArgs = argSpec{fname: "__new__()", names: []string{"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"}, pos: 7}

// factors are the units of deltaArgs in microseconds.
var factors = [7]int64{secondsDay * 1000000, 1000000, 1, 1000, 60 * 1000000, 3600 * 1000000, 7 * secondsDay * 1000000}

// sumOrder is the order in which the units are added up: from small to large.
var sumOrder = [7]int{2, 3, 1, 4, 5, 0, 6}

func deltaNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [7]py.Value
	if err := deltaArgs.bind(t, args, a[:]); err != nil {
		return py.Value{}, err
	}
	// Most arguments are ints far from overflow.
	var days, secs, us int64
	quick := true
	for i, v := range a {
		if v.IsNil() {
			continue
		}
		n, ok := v.Small()
		if !ok || n > 1<<33 || n < -1<<33 {
			quick = false
			break
		}
		switch i {
		case 0:
			days += n
		case 6:
			days += 7 * n
		case 1:
			secs += n
		case 4:
			secs += 60 * n
		case 5:
			secs += 3600 * n
		case 2:
			us += n
		case 3:
			us += 1000 * n
		}
	}
	if quick {
		d, err := normalOf(t, cls, days, secs, us)
		if err != nil {
			return py.Value{}, err
		}
		return d.Value(), nil
	}
	sum := new(big.Int)
	left := 0.0
	for _, i := range sumOrder {
		v := a[i]
		if v.IsNil() {
			continue
		}
		switch {
		case py.IsInt(v):
			sum.Add(sum, new(big.Int).Mul(py.BigOf(v), big.NewInt(factors[i])))
		case py.IsFloat(v):
			f := py.FloatOf(v)
			whole, frac := math.Modf(f)
			if math.IsNaN(f) || math.IsInf(f, 0) {
				_, err := t.IntFromFloat(f)
				return py.Value{}, err
			}
			n, err := t.IntFromFloat(whole)
			if err != nil {
				return py.Value{}, err
			}
			sum.Add(sum, new(big.Int).Mul(py.BigOf(n), big.NewInt(factors[i])))
			if frac != 0 {
				whole, frac = math.Modf(float64(factors[i]) * frac)
				sum.Add(sum, big.NewInt(int64(whole)))
				left += frac
			}
		default:
			return py.Value{}, t.TypeErr("unsupported type for timedelta %s component: %s", deltaArgs.names[i], v.Type().Name())
		}
	}
	if left != 0 {
		whole := math.Round(left)
		if math.Abs(whole-left) == 0.5 {
			// A tie of the whole sum goes to the even microsecond.
			odd := float64(sum.Bit(0))
			whole = 2*math.Round((left+odd)*0.5) - odd
		}
		sum.Add(sum, big.NewInt(int64(whole)))
	}
	return fromBig(t, cls, sum)
}

func deltaRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	d := asDelta(v)
	b := append([]byte(v.Type().Name()), '(')
	sep := ""
	for _, x := range [...]struct {
		name string
		n    int32
	}{{"days=", d.days}, {"seconds=", d.secs}, {"microseconds=", d.us}} {
		if x.n != 0 {
			b = append(b, sep...)
			b = append(b, x.name...)
			b = strconv.AppendInt(b, int64(x.n), 10)
			sep = ", "
		}
	}
	if sep == "" {
		b = append(b, '0')
	}
	return py.NewStr(string(append(b, ')'))).Value(), nil
}

func deltaStr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	d := asDelta(v)
	var b []byte
	if d.days != 0 {
		b = strconv.AppendInt(b, int64(d.days), 10)
		b = append(b, " day"...)
		if d.days != 1 && d.days != -1 {
			b = append(b, 's')
		}
		b = append(b, ", "...)
	}
	s := int(d.secs)
	b = strconv.AppendInt(b, int64(s/3600), 10)
	b = append(b, ':')
	b = pad(b, s/60%60, 2)
	b = append(b, ':')
	b = pad(b, s%60, 2)
	if d.us != 0 {
		b = append(b, '.')
		b = pad(b, int(d.us), 6)
	}
	return py.NewStr(string(b)).Value(), nil
}

// pad appends n >= 0 with at least w digits.
func pad(b []byte, n, w int) []byte {
	var d [20]byte
	i := len(d)
	for n > 0 || w > 0 {
		i--
		d[i] = byte('0' + n%10)
		n /= 10
		w--
	}
	return append(b, d[i:]...)
}

func binaryDelta(f func(t *py.Thread, a, b *delta) (py.Value, *py.Exc)) py.BinaryFunc {
	return func(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
		if !isDelta(a) || !isDelta(b) {
			return py.NotImplemented, nil
		}
		return f(t, asDelta(a), asDelta(b))
	}
}

func registerDelta() {
	s := py.Slots{
		New: deltaNew, Repr: deltaRepr, Str: deltaStr,
		Hash: func(t *py.Thread, v py.Value) (int64, *py.Exc) { return asDelta(v).hashOf(t) },
		Compare: func(t *py.Thread, a, b py.Value, op py.CompareOp) (py.Value, *py.Exc) {
			if !isDelta(a) || !isDelta(b) {
				return py.NotImplemented, nil
			}
			return py.Bool(ordered(asDelta(a).cmp(asDelta(b)), op)), nil
		},
		Bool: func(t *py.Thread, v py.Value) (bool, *py.Exc) { return asDelta(v).bool(), nil },
		Neg: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			return deltaAdd(t, mkDelta(0, 0, 0), asDelta(v), -1)
		},
		Pos: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			d := asDelta(v)
			return mkDelta(int(d.days), int(d.secs), int(d.us)).Value(), nil
		},
		Abs: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			sign := int64(1)
			if asDelta(v).days < 0 {
				sign = -1
			}
			return deltaAdd(t, mkDelta(0, 0, 0), asDelta(v), sign)
		},
	}
	s.Binary[py.OpAdd] = binaryDelta(func(t *py.Thread, a, b *delta) (py.Value, *py.Exc) { return deltaAdd(t, a, b, 1) })
	s.Binary[py.OpSub] = binaryDelta(func(t *py.Thread, a, b *delta) (py.Value, *py.Exc) { return deltaAdd(t, a, b, -1) })
	s.Binary[py.OpMul] = deltaMul
	s.Binary[py.OpDiv] = deltaTrueDiv
	s.Binary[py.OpFloorDiv] = deltaFloorDiv
	s.Binary[py.OpMod] = deltaMod
	s.Binary[py.OpDivmod] = deltaDivmod
	member := func(name, doc string, get func(d *delta) int32) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Doc: doc, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			return py.Int64(int64(get(asDelta(v)))), nil
		}}
	}
	py.RegisterType(py.TypeSpec{
		Type: deltaType, Name: "datetime.timedelta", Flags: py.FlagBaseType, Layout: py.LayoutOf[delta](),
		Doc:   "Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.",
		Slots: s,
		Members: []py.GetSetSpec{
			member("days", "Number of days.", func(d *delta) int32 { return d.days }),
			member("seconds", "Number of seconds (>= 0 and less than 1 day).", func(d *delta) int32 { return d.secs }),
			member("microseconds", "Number of microseconds (>= 0 and less than 1 second).", func(d *delta) int32 { return d.us }),
		},
		Methods: []py.MethodSpec{
			{Name: "total_seconds", Sig: "", Doc: "Total seconds in the duration.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if n, ok := asDelta(v).micros(); ok && abs64(n) < 1<<53 {
					return py.Float64(float64(n) / 1e6), nil
				}
				return t.Binary(py.OpDiv, py.NewBig(asDelta(v).big()), py.Int64(1000000))
			})},
			{Name: "__reduce__", Sig: "", Doc: "__reduce__() -> (cls, state)", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				d := asDelta(v)
				return py.NewTuple(v.Type().Value(), py.NewTuple(py.Int64(int64(d.days)), py.Int64(int64(d.secs)), py.Int64(int64(d.us))).Value()).Value(), nil
			})},
		},
		Attrs: func() map[string]py.Value {
			return map[string]py.Value{
				"resolution": mkDelta(0, 0, 1).Value(),
				"min":        mkDelta(-maxDeltaDays, 0, 0).Value(),
				"max":        mkDelta(maxDeltaDays, secondsDay-1, 999999).Value(),
			}
		},
	})
}

// ordered is the truth of c op 0.
func ordered(c int, op py.CompareOp) bool {
	switch op {
	case py.CmpLT:
		return c < 0
	case py.CmpLE:
		return c <= 0
	case py.CmpEQ:
		return c == 0
	case py.CmpNE:
		return c != 0
	case py.CmpGT:
		return c > 0
	}
	return c >= 0
}
