package decimal

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// bindArgs binds the arguments of a method; error texts are those of
// PyArg_ParseTupleAndKeywords without a function name.
func bindArgs(t *py.Thread, args py.Args, names []string, required int, out []py.Value) *py.Exc {
	pos := args.Pos()
	if n := len(pos) + args.NumKw(); n > len(names) {
		s := "s"
		if len(names) == 1 {
			s = ""
		}
		kind := ""
		if len(pos) == 0 {
			kind = "keyword "
		}
		return t.TypeErr("function takes at most %d %sargument%s (%d given)", len(names), kind, s, n)
	}
	copy(out, pos)
	bad, hasBad := "", false
	for i := 0; i < args.NumKw(); i++ {
		k, v := args.Kw(i)
		at := -1
		for j, n := range names {
			if n == k.String() {
				at = j
			}
		}
		switch {
		case at < 0:
			if !hasBad {
				bad, hasBad = k.String(), true
			}
		case at < len(pos):
			return t.TypeErr("argument for function given by name ('%s') and position (%d)", k.String(), at+1)
		default:
			out[at] = v
		}
	}
	for i := 0; i < required; i++ {
		if out[i].IsNil() {
			return t.TypeErr("function missing required argument '%s' (pos %d)", names[i], i+1)
		}
	}
	if hasBad {
		return t.UnexpectedKeyword("this function", bad, names...)
	}
	return nil
}

// operation is an operation of the specification that both Decimal and Context
// have as a method.
type operation struct {
	name string
	args int // operands
	f1   func(w *work, a num) num
	f2   func(w *work, a, b num) num
	f3   func(w *work, a, b, c num) num
	// value is for results that are no numbers.
	value func(w *work, a num) py.Value
	// plain: the method of Decimal takes no context. strict: that of Context
	// takes no int.
	plain, strict bool
	doc           string
}

func boolOf(f func(n *num) bool) func(w *work, a num) py.Value {
	return func(_ *work, a num) py.Value { return py.Bool(f(&a)) }
}

// both are the operations with a method in both classes.
var both = []operation{
	{name: "exp", args: 1, f1: (*work).exp, doc: "Return e ** x."},
	{name: "ln", args: 1, f1: (*work).ln, doc: "Return the natural (base e) logarithm of x."},
	{name: "log10", args: 1, f1: (*work).log10, doc: "Return the base 10 logarithm of x."},
	{name: "next_minus", args: 1, f1: (*work).nextMinus, doc: "Return the largest representable number smaller than x."},
	{name: "next_plus", args: 1, f1: (*work).nextPlus, doc: "Return the smallest representable number larger than x."},
	{name: "normalize", args: 1, f1: (*work).reduce, doc: "Reduce x to its simplest form. Alias for reduce(x)."},
	{name: "sqrt", args: 1, f1: (*work).sqrt, doc: "Square root of a non-negative number to context precision."},
	{name: "logb", args: 1, f1: (*work).logb, doc: "Return the exponent of the magnitude of the operand's MSD."},
	{name: "logical_invert", args: 1, f1: (*work).invert, doc: "Invert all digits of x."},
	{name: "compare", args: 2, f2: (*work).compare, doc: "Compare x and y numerically."},
	{name: "compare_signal", args: 2, f2: (*work).compareSignal, doc: "Compare x and y numerically.  All NaNs signal."},
	{name: "max", args: 2, f2: func(w *work, a, b num) num { return w.pick(a, b, 1, false) }, doc: "Compare the values numerically and return the maximum."},
	{name: "max_mag", args: 2, f2: func(w *work, a, b num) num { return w.pick(a, b, 1, true) }, doc: "Compare the values numerically with their sign ignored."},
	{name: "min", args: 2, f2: func(w *work, a, b num) num { return w.pick(a, b, -1, false) }, doc: "Compare the values numerically and return the minimum."},
	{name: "min_mag", args: 2, f2: func(w *work, a, b num) num { return w.pick(a, b, -1, true) }, doc: "Compare the values numerically with their sign ignored."},
	{name: "next_toward", args: 2, f2: (*work).nextToward, doc: "Return the number closest to x, in the direction towards y."},
	{name: "remainder_near", args: 2, f2: (*work).remNear, doc: "Return x - y * n, where n is the integer nearest the exact value of x / y."},
	{name: "compare_total", args: 2, f2: func(_ *work, a, b num) num { return small(int64(compareTotal(a, b))) }, doc: "Compare x and y using their abstract representation."},
	{name: "compare_total_mag", args: 2, f2: func(_ *work, a, b num) num {
		a.neg, b.neg = false, false
		return small(int64(compareTotal(a, b)))
	}, doc: "Compare x and y using their abstract representation, ignoring sign."},
	{name: "copy_sign", args: 2, f2: func(_ *work, a, b num) num { a.neg = b.neg; return a }, doc: "Copy the sign from y to x."},
	{name: "logical_and", args: 2, f2: func(w *work, a, b num) num { return w.logical(a, b, logicalAnd) }, doc: "Digit-wise and of x and y."},
	{name: "logical_or", args: 2, f2: func(w *work, a, b num) num { return w.logical(a, b, logicalOr) }, doc: "Digit-wise or of x and y."},
	{name: "logical_xor", args: 2, f2: func(w *work, a, b num) num { return w.logical(a, b, logicalXor) }, doc: "Digit-wise xor of x and y."},
	{name: "rotate", args: 2, f2: (*work).rotate, doc: "Return a copy of x, rotated by y places."},
	{name: "scaleb", args: 2, f2: (*work).scaleb, doc: "Return the first operand after adding the second value to its exp."},
	{name: "shift", args: 2, f2: (*work).shift, doc: "Return a copy of x, shifted by y places."},
	{name: "fma", args: 3, f3: (*work).fma, doc: "Return x multiplied by y, plus z."},
	{name: "number_class", args: 1, value: func(w *work, a num) py.Value { return py.NewStr(w.class(&a)).Value() }, doc: "Return an indication of the class of x."},
	{name: "is_normal", args: 1, value: func(w *work, a num) py.Value {
		return py.Bool(a.kind == finite && !a.zeroCoef() && a.adjusted() >= w.emin)
	}, doc: "Return True if x is a normal number, False otherwise."},
	{name: "is_subnormal", args: 1, value: func(w *work, a num) py.Value {
		return py.Bool(a.kind == finite && !a.zeroCoef() && a.adjusted() < w.emin)
	}, doc: "Return True if x is subnormal, False otherwise."},
	{name: "is_canonical", args: 1, plain: true, strict: true, value: boolOf(func(*num) bool { return true }), doc: "Return True if x is canonical, False otherwise."},
	{name: "is_finite", args: 1, plain: true, value: boolOf(func(n *num) bool { return n.kind == finite }), doc: "Return True if x is finite, False otherwise."},
	{name: "is_infinite", args: 1, plain: true, value: boolOf(func(n *num) bool { return n.kind == infinite }), doc: "Return True if x is infinite, False otherwise."},
	{name: "is_nan", args: 1, plain: true, value: boolOf((*num).isNaN), doc: "Return True if x is a qNaN or sNaN, False otherwise."},
	{name: "is_qnan", args: 1, plain: true, value: boolOf(func(n *num) bool { return n.kind == quiet }), doc: "Return True if x is a quiet NaN, False otherwise."},
	{name: "is_snan", args: 1, plain: true, value: boolOf(func(n *num) bool { return n.kind == signaling }), doc: "Return True if x is a signaling NaN, False otherwise."},
	{name: "is_signed", args: 1, plain: true, value: boolOf(func(n *num) bool { return n.neg }), doc: "Return True if x is negative, False otherwise."},
	{name: "is_zero", args: 1, plain: true, value: boolOf((*num).isZero), doc: "Return True if x is a zero, False otherwise."},
	{name: "copy_abs", args: 1, plain: true, f1: func(_ *work, a num) num { a.neg = false; return a }, doc: "Return a copy of x with the sign set to 0."},
	{name: "copy_negate", args: 1, plain: true, f1: func(_ *work, a num) num { a.neg = !a.neg; return a }, doc: "Return a copy of x with the sign inverted."},
}

// contextOnly are the operations that Decimal has as operators.
var contextOnly = []operation{
	{name: "abs", args: 1, f1: (*work).abs, doc: "Return the absolute value of x."},
	{name: "minus", args: 1, f1: (*work).minus, doc: "Minus corresponds to the unary prefix minus operator in Python, but applies\nthe context to the result."},
	{name: "plus", args: 1, f1: (*work).plus, doc: "Plus corresponds to the unary prefix plus operator in Python, but applies\nthe context to the result."},
	{name: "_apply", args: 1, f1: (*work).finish, doc: "Apply the context to a number."},
	{name: "to_integral", args: 1, f1: func(w *work, a num) num { return w.integral(a, false) }, doc: "Identical to to_integral_value(x)."},
	{name: "to_integral_value", args: 1, f1: func(w *work, a num) num { return w.integral(a, false) }, doc: "Round to an integer."},
	{name: "to_integral_exact", args: 1, f1: func(w *work, a num) num { return w.integral(a, true) }, doc: "Round to an integer. Signal if the result is rounded or inexact."},
	{name: "add", args: 2, f2: (*work).add, doc: "Return the sum of x and y."},
	{name: "subtract", args: 2, f2: (*work).sub, doc: "Return the difference between x and y."},
	{name: "multiply", args: 2, f2: (*work).mul, doc: "Return the product of x and y."},
	{name: "divide", args: 2, f2: (*work).div, doc: "Return x divided by y."},
	{name: "divide_int", args: 2, f2: (*work).divInt, doc: "Return x divided by y, truncated to an integer."},
	{name: "remainder", args: 2, f2: (*work).rem, doc: "Return the remainder from integer division."},
	{name: "quantize", args: 2, f2: (*work).quantize, doc: "Return a value equal to x (rounded), having the exponent of y."},
	{name: "canonical", args: 1, strict: true, f1: func(_ *work, a num) num { return a }, doc: "Return a new instance of x."},
	{name: "copy_decimal", args: 1, f1: func(_ *work, a num) num { return a }, doc: "Return a copy of Decimal x."},
}

var otherNames = []string{"other", "third"}

// run performs an operation on operands that have been converted.
func (o *operation) run(t *py.Thread, st *state, c *context, n *[3]num) (py.Value, *py.Exc) {
	w := c.work(st)
	var r num
	switch {
	case o.value != nil:
		return o.value(&w, n[0]), nil
	case o.f1 != nil:
		r = o.f1(&w, n[0])
	case o.f2 != nil:
		r = o.f2(&w, n[0], n[1])
	default:
		r = o.f3(&w, n[0], n[1], n[2])
	}
	return c.result(t, &w, r)
}

// decimalForm is the method of Decimal.
func (o *operation) decimalForm() py.MethodSpec {
	m := py.MethodSpec{Name: o.name, Doc: o.doc}
	if o.plain {
		m.Fn = py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			n := [3]num{asDecimal(v).num}
			st := stateOf(t)
			return o.run(t, st, st.currentOf(t), &n)
		})
		return m
	}
	names := append(append([]string(nil), otherNames[:o.args-1]...), "context")
	m.Sig = strings.Join(names, ", ") + "=None"
	m.Fn = py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
		var a [3]py.Value
		if err := bindArgs(t, args, names, o.args-1, a[:]); err != nil {
			return py.Value{}, err
		}
		st := stateOf(t)
		c, err := contextArg(t, st, a[o.args-1])
		if err != nil {
			return py.Value{}, err
		}
		n := [3]num{asDecimal(v).num}
		for i := 1; i < o.args; i++ {
			if n[i], err = mustOperand(t, a[i-1]); err != nil {
				return py.Value{}, err
			}
		}
		return o.run(t, st, c, &n)
	})
	return m
}

// contextForm is the method of Context.
func (o *operation) contextForm() py.MethodSpec {
	return py.MethodSpec{Name: o.name, Doc: o.doc, Sig: [...]string{"", "x, /", "x, y, /", "x, y, z, /"}[o.args], Fn: py.FnSig(func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
		var n [3]num
		for i := 0; i < o.args; i++ {
			var err *py.Exc
			if o.strict && !isDecimal(a[i]) {
				return py.Value{}, t.TypeErr("argument must be a Decimal")
			}
			if n[i], err = mustOperand(t, a[i]); err != nil {
				return py.Value{}, err
			}
		}
		return o.run(t, stateOf(t), asContext(self), &n)
	})}
}

// integralMethod is Decimal.to_integral_value or to_integral_exact.
func integralMethod(name string, exactly bool) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "rounding=None, context=None", Fn: py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
		var a [2]py.Value
		if err := bindArgs(t, args, []string{"rounding", "context"}, 0, a[:]); err != nil {
			return py.Value{}, err
		}
		st := stateOf(t)
		c, err := contextArg(t, st, a[1])
		if err != nil {
			return py.Value{}, err
		}
		w := c.work(st)
		if !a[0].IsNil() && !a[0].IsNone() {
			if w.round, err = roundingArg(t, a[0]); err != nil {
				return py.Value{}, err
			}
		}
		return c.result(t, &w, w.integral(asDecimal(v).num, exactly))
	})}
}

func toIntMethod(name string, m rounding) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return toInt(t, asDecimal(v).num, m) })}
}

func textMethod(t *py.Thread, c *context, n *num, eng bool) py.Value {
	return py.NewStr(n.text(eng, c.capitals != 0)).Value()
}

func selfMethod(name string) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return v, nil })}
}

func decimalMethods() []py.MethodSpec {
	var ms []py.MethodSpec
	for i := range both {
		ms = append(ms, both[i].decimalForm())
	}
	return append(ms,
		integralMethod("to_integral", false), integralMethod("to_integral_value", false), integralMethod("to_integral_exact", true),
		toIntMethod("__floor__", roundFloor), toIntMethod("__ceil__", roundCeiling), toIntMethod("__trunc__", roundDown),
		selfMethod("canonical"), selfMethod("conjugate"), selfMethod("__copy__"),
		py.MethodSpec{Name: "__deepcopy__", Sig: "object, /", Fn: py.Fn1(func(t *py.Thread, v, _ py.Value) (py.Value, *py.Exc) { return v, nil })},
		py.MethodSpec{Name: "quantize", Sig: "exp, rounding=None, context=None", Doc: "Return a value equal to the first operand after rounding and having the\nexponent of the second operand.", Fn: py.FnRaw(quantizeMethod)},
		py.MethodSpec{Name: "same_quantum", Sig: "other, context=None", Doc: "Test whether self and other have the same exponent or whether both are NaN.", Fn: py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
			var a [2]py.Value
			if err := bindArgs(t, args, []string{"other", "context"}, 1, a[:]); err != nil {
				return py.Value{}, err
			}
			if _, err := contextArg(t, stateOf(t), a[1]); err != nil {
				return py.Value{}, err
			}
			b, err := mustOperand(t, a[0])
			if err != nil {
				return py.Value{}, err
			}
			return py.Bool(sameQuantum(&asDecimal(v).num, &b)), nil
		})},
		py.MethodSpec{Name: "to_eng_string", Sig: "context=None", Doc: "Convert to an engineering-type string.", Fn: py.FnRaw(func(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
			var a [1]py.Value
			if err := bindArgs(t, args, []string{"context"}, 0, a[:]); err != nil {
				return py.Value{}, err
			}
			c, err := contextArg(t, stateOf(t), a[0])
			if err != nil {
				return py.Value{}, err
			}
			return textMethod(t, c, &asDecimal(v).num, true), nil
		})},
		py.MethodSpec{Name: "adjusted", Sig: "", Doc: "Return the adjusted exponent of the number.  Defined as exp + digits - 1.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			if n := &asDecimal(v).num; n.kind == finite {
				return py.Int64(n.adjusted()), nil
			}
			return py.Int64(0), nil
		})},
		py.MethodSpec{Name: "radix", Sig: "", Doc: "Return Decimal(10), the radix (base) in which the Decimal class does\nall its arithmetic.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return newDecimal(num{lo: 10}), nil })},
		py.MethodSpec{Name: "from_float", Class: true, Sig: "f, /", Doc: "Class method that converts a float to a decimal number, exactly.", Fn: py.Fn1(fromFloatMethod)},
		py.MethodSpec{Name: "as_tuple", Sig: "", Doc: "Return a tuple representation of the number.", Fn: py.Fn0(asTuple)},
		py.MethodSpec{Name: "as_integer_ratio", Sig: "", Doc: "Decimal.as_integer_ratio() -> (int, int)\n\nReturn a pair of integers, whose ratio is exactly equal to the original\nDecimal and with a positive denominator.", Fn: py.Fn0(integerRatio)},
		py.MethodSpec{Name: "__format__", Sig: "format_spec, override=None", Fn: py.FnRaw(formatMethod)},
		py.MethodSpec{Name: "__reduce__", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			s, err := t.StrOf(v)
			if err != nil {
				return py.Value{}, err
			}
			return py.NewTuple(v.Type().Value(), py.NewTuple(s.Value()).Value()).Value(), nil
		})},
		py.MethodSpec{Name: "__round__", Fn: py.FnRaw(roundMethod)},
		py.MethodSpec{Name: "__complex__", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			f, err := toFloat(t, v)
			if err != nil {
				return py.Value{}, err
			}
			return py.NewComplex(complex(py.FloatOf(f), 0)), nil
		})},
		py.MethodSpec{Name: "__sizeof__", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			n := 104
			if b := asDecimal(v).big; b != nil {
				n += b.BitLen() / 8
			}
			return py.IntOf(n), nil
		})},
	)
}

func quantizeMethod(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [3]py.Value
	if err := bindArgs(t, args, []string{"exp", "rounding", "context"}, 1, a[:]); err != nil {
		return py.Value{}, err
	}
	st := stateOf(t)
	c, err := contextArg(t, st, a[2])
	if err != nil {
		return py.Value{}, err
	}
	w := c.work(st)
	if !a[1].IsNil() && !a[1].IsNone() {
		if w.round, err = roundingArg(t, a[1]); err != nil {
			return py.Value{}, err
		}
	}
	b, err := mustOperand(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	return c.result(t, &w, w.quantize(asDecimal(v).num, b))
}

func contextMethods() []py.MethodSpec {
	var ms []py.MethodSpec
	for i := range both {
		ms = append(ms, both[i].contextForm())
	}
	for i := range contextOnly {
		ms = append(ms, contextOnly[i].contextForm())
	}
	text := func(name string, eng bool) py.MethodSpec {
		return py.MethodSpec{Name: name, Sig: "x, /", Fn: py.Fn1(func(t *py.Thread, self, x py.Value) (py.Value, *py.Exc) {
			n, err := mustOperand(t, x)
			if err != nil {
				return py.Value{}, err
			}
			return textMethod(t, asContext(self), &n, eng), nil
		})}
	}
	plain := func(name string, f func(t *py.Thread, c *context) py.Value) py.MethodSpec {
		return py.MethodSpec{Name: name, Sig: "", Fn: py.Fn0(func(t *py.Thread, self py.Value) (py.Value, *py.Exc) { return f(t, asContext(self)), nil })}
	}
	return append(ms, text("to_sci_string", false), text("to_eng_string", true),
		plain("Etiny", func(_ *py.Thread, c *context) py.Value { return py.Int64(c.emin - (c.prec - 1)) }),
		plain("Etop", func(_ *py.Thread, c *context) py.Value { return py.Int64(c.emax - (c.prec - 1)) }),
		plain("radix", func(*py.Thread, *context) py.Value { return newDecimal(num{lo: 10}) }),
		plain("clear_flags", func(_ *py.Thread, c *context) py.Value { c.status = 0; return py.None }),
		plain("clear_traps", func(_ *py.Thread, c *context) py.Value { c.traps = 0; return py.None }),
		plain("copy", func(t *py.Thread, c *context) py.Value { return c.copy(t).Value() }),
		plain("__copy__", func(t *py.Thread, c *context) py.Value { return c.copy(t).Value() }),
		py.MethodSpec{Name: "__reduce__", Sig: "", Fn: py.Fn0(func(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
			c := asContext(self)
			return py.NewTuple(self.Type().Value(), py.NewTuple(py.Int64(c.prec), py.InternStr(roundNames[c.round]).Value(), py.Int64(c.emin), py.Int64(c.emax),
				py.Int64(c.capitals), py.Int64(c.clamp), flagList(c.status), flagList(c.traps)).Value()).Value(), nil
		})},
		py.MethodSpec{Name: "divmod", Sig: "x, y, /", Doc: "Return quotient and remainder of the division x / y.", Fn: py.FnSig(func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
			x, err := mustOperand(t, a[0])
			if err != nil {
				return py.Value{}, err
			}
			y, err := mustOperand(t, a[1])
			if err != nil {
				return py.Value{}, err
			}
			c := asContext(self)
			w := c.work(stateOf(t))
			q, r := w.divmod(x, y)
			return pair(t, c, &w, q, r)
		})},
		py.MethodSpec{Name: "same_quantum", Sig: "x, y, /", Doc: "Return True if the two operands have the same exponent.", Fn: py.FnSig(func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
			x, err := mustOperand(t, a[0])
			if err != nil {
				return py.Value{}, err
			}
			y, err := mustOperand(t, a[1])
			if err != nil {
				return py.Value{}, err
			}
			return py.Bool(sameQuantum(&x, &y)), nil
		})},
		py.MethodSpec{Name: "power", Sig: "a, b, modulo=None", Doc: "Compute a**b. If modulo is given, compute (a**b) % modulo.", Fn: py.FnRaw(func(t *py.Thread, self py.Value, args py.Args) (py.Value, *py.Exc) {
			var a [3]py.Value
			if err := bindArgs(t, args, []string{"a", "b", "modulo"}, 2, a[:]); err != nil {
				return py.Value{}, err
			}
			var n [3]num
			for i := range n {
				if i == 2 && (a[2].IsNil() || a[2].IsNone()) {
					break
				}
				var err *py.Exc
				if n[i], err = mustOperand(t, a[i]); err != nil {
					return py.Value{}, err
				}
			}
			c := asContext(self)
			w := c.work(stateOf(t))
			if a[2].IsNil() || a[2].IsNone() {
				return c.result(t, &w, w.power(n[0], n[1]))
			}
			return c.result(t, &w, w.powMod(n[0], n[1], n[2]))
		})},
		py.MethodSpec{Name: "create_decimal", Sig: "num=\"0\", /", Doc: "Create a new Decimal instance from num, using self as the context. Unlike the\nDecimal constructor, this function observes the context limits.", Fn: py.FnSig(func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
			if a[0].IsNil() {
				return newDecimal(num{}), nil
			}
			return asContext(self).create(t, stateOf(t), a[0])
		})},
		py.MethodSpec{Name: "create_decimal_from_float", Sig: "f, /", Doc: "Create a new Decimal instance from float f.  Unlike the Decimal.from_float()\nclass method, this function observes the context limits.", Fn: py.Fn1(func(t *py.Thread, self, v py.Value) (py.Value, *py.Exc) {
			n, err := floatArg(t, v)
			if err != nil {
				return py.Value{}, err
			}
			c := asContext(self)
			w := c.work(stateOf(t))
			return c.result(t, &w, w.finish(n))
		})},
	)
}
