// Package operator is the _operator module.
package operator

import (
	"crypto/subtle"

	"github.com/coachwhip/coachwhip/internal/py"
)

type (
	value = py.Value
	exc   = *py.Exc
)

func unary(name, doc string, f func(t *py.Thread, a value) (value, exc)) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "a, /", Doc: doc, Fn: py.Fn1(func(t *py.Thread, _, a value) (value, exc) { return f(t, a) })}
}

func binary(name, doc string, f func(t *py.Thread, a, b value) (value, exc)) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "a, b, /", Doc: doc, Fn: py.FnRaw(func(t *py.Thread, _ value, args py.Args) (value, exc) {
		if args.NumKw() > 0 {
			return value{}, t.TypeErr("_operator.%s() takes no keyword arguments", name)
		}
		a := args.Pos()
		if len(a) != 2 {
			return value{}, t.TypeErr("%s expected 2 arguments, got %d", name, len(a))
		}
		return f(t, a[0], a[1])
	})}
}

func op(name, doc string, o py.BinaryOp) py.MethodSpec {
	return binary(name, doc, func(t *py.Thread, a, b value) (value, exc) { return t.Binary(o, a, b) })
}

func inPlace(name, doc string, o py.BinaryOp) py.MethodSpec {
	return binary(name, doc, func(t *py.Thread, a, b value) (value, exc) { return t.InPlace(o, a, b) })
}

func compare(name, doc string, o py.CompareOp) py.MethodSpec {
	return binary(name, doc, func(t *py.Thread, a, b value) (value, exc) { return t.Compare(a, b, o) })
}

// concat is a + b for sequences only.
func concat(t *py.Thread, a, b value, inPlace bool) (value, exc) {
	s := a.Type().Slots()
	if inPlace && s.InPlaceConcat != nil {
		return s.InPlaceConcat(t, a, b)
	}
	if s.Concat != nil {
		return s.Concat(t, a, b)
	}
	if py.IsSequence(a) && py.IsSequence(b) {
		if inPlace {
			return t.InPlace(py.OpAdd, a, b)
		}
		return t.Binary(py.OpAdd, a, b)
	}
	return value{}, t.TypeErr("'%s' object can't be concatenated", a.Type().Name())
}

// iterate is iter(v) with the message of the sequence searches.
func iterate(t *py.Thread, v value) (value, exc) {
	it, err := t.Iter(v)
	if err != nil && err.Is(py.TypeError) {
		return value{}, t.TypeErr("argument of type '%s' is not iterable", v.Type().Name())
	}
	return it, err
}

func countOf(t *py.Thread, a, b value) (value, exc) {
	it, err := iterate(t, a)
	if err != nil {
		return value{}, err
	}
	n := 0
	for {
		x, err := t.Next(it)
		if err != nil || x.IsNil() {
			return py.IntOf(n), err
		}
		eq, err := t.Equal(x, b)
		if err != nil {
			return value{}, err
		}
		if eq {
			n++
		}
	}
}

func indexOf(t *py.Thread, a, b value) (value, exc) {
	it, err := iterate(t, a)
	if err != nil {
		return value{}, err
	}
	for i := 0; ; i++ {
		x, err := t.Next(it)
		if err != nil {
			return value{}, err
		}
		if x.IsNil() {
			return value{}, t.ValueErr("sequence.index(x): x not in sequence")
		}
		eq, err := t.Equal(x, b)
		if err != nil {
			return value{}, err
		}
		if eq {
			return py.IntOf(i), nil
		}
	}
}

// compareDigest compares in a time that does not tell where the difference is.
func compareDigest(t *py.Thread, a, b value) (value, exc) {
	x, ok1 := py.ToStr(a)
	y, ok2 := py.ToStr(b)
	if ok1 && ok2 {
		if !x.ASCII() || !y.ASCII() {
			return value{}, t.TypeErr("comparing strings with non-ASCII characters is not supported")
		}
		return py.Bool(subtle.ConstantTimeCompare([]byte(x.String()), []byte(y.String())) == 1), nil
	}
	if a.Type().Slots().Buffer == nil && b.Type().Slots().Buffer == nil {
		return value{}, t.TypeErr("unsupported operand types(s) or combination of types: '%s' and '%s'", a.Type().Name(), b.Type().Name())
	}
	var r bool
	err := t.BytesLike(a, func(p []byte) exc {
		return t.BytesLike(b, func(q []byte) exc {
			r = subtle.ConstantTimeCompare(p, q) == 1
			return nil
		})
	})
	return py.Bool(r), err
}

func init() {
	py.RegisterPackage(func() {
		registerGetters()
		registerOperator()
	}, "_operator")
}

func registerOperator() {
	not := func(t *py.Thread, v value) (value, exc) {
		b, err := t.Truth(v)
		return py.Bool(!b), err
	}
	py.RegisterModule(py.ModuleSpec{
		Name: "_operator",
		Doc:  "Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.",
		Methods: []py.MethodSpec{
			unary("truth", "Return True if a is true, False otherwise.", func(t *py.Thread, v value) (value, exc) {
				b, err := t.Truth(v)
				return py.Bool(b), err
			}),
			unary("not_", "Same as not a.", not),
			unary("index", "Same as a.__index__()", (*py.Thread).Index),
			unary("pos", "Same as +a.", (*py.Thread).Positive),
			unary("neg", "Same as -a.", (*py.Thread).Neg),
			unary("abs", "Same as abs(a).", (*py.Thread).Abs),
			unary("inv", "Same as ~a.", (*py.Thread).Invert),
			unary("invert", "Same as ~a.", (*py.Thread).Invert),
			op("add", "Same as a + b.", py.OpAdd), op("sub", "Same as a - b.", py.OpSub), op("mul", "Same as a * b.", py.OpMul),
			op("matmul", "Same as a @ b.", py.OpMatMul), op("floordiv", "Same as a // b.", py.OpFloorDiv), op("truediv", "Same as a / b.", py.OpDiv),
			op("mod", "Same as a % b.", py.OpMod), op("pow", "Same as a ** b.", py.OpPow), op("lshift", "Same as a << b.", py.OpLShift),
			op("rshift", "Same as a >> b.", py.OpRShift), op("and_", "Same as a & b.", py.OpAnd), op("xor", "Same as a ^ b.", py.OpXor), op("or_", "Same as a | b.", py.OpOr),
			inPlace("iadd", "Same as a += b.", py.OpAdd), inPlace("isub", "Same as a -= b.", py.OpSub), inPlace("imul", "Same as a *= b.", py.OpMul),
			inPlace("imatmul", "Same as a @= b.", py.OpMatMul), inPlace("ifloordiv", "Same as a //= b.", py.OpFloorDiv), inPlace("itruediv", "Same as a /= b.", py.OpDiv),
			inPlace("imod", "Same as a %= b.", py.OpMod), inPlace("ipow", "Same as a **= b.", py.OpPow), inPlace("ilshift", "Same as a <<= b.", py.OpLShift),
			inPlace("irshift", "Same as a >>= b.", py.OpRShift), inPlace("iand", "Same as a &= b.", py.OpAnd), inPlace("ixor", "Same as a ^= b.", py.OpXor), inPlace("ior", "Same as a |= b.", py.OpOr),
			compare("lt", "Same as a < b.", py.CmpLT), compare("le", "Same as a <= b.", py.CmpLE), compare("eq", "Same as a == b.", py.CmpEQ),
			compare("ne", "Same as a != b.", py.CmpNE), compare("gt", "Same as a > b.", py.CmpGT), compare("ge", "Same as a >= b.", py.CmpGE),
			binary("is_", "Same as a is b.", func(t *py.Thread, a, b value) (value, exc) { return py.Bool(a.Is(b)), nil }),
			binary("is_not", "Same as a is not b.", func(t *py.Thread, a, b value) (value, exc) { return py.Bool(!a.Is(b)), nil }),
			binary("concat", "Same as a + b, for a and b sequences.", func(t *py.Thread, a, b value) (value, exc) { return concat(t, a, b, false) }),
			binary("iconcat", "Same as a += b, for a and b sequences.", func(t *py.Thread, a, b value) (value, exc) { return concat(t, a, b, true) }),
			binary("contains", "Same as b in a (note reversed operands).", func(t *py.Thread, a, b value) (value, exc) {
				r, err := t.Contains(a, b)
				return py.Bool(r), err
			}),
			binary("countOf", "Return the number of items in a which are, or which equal, b.", countOf),
			binary("indexOf", "Return the first index of b in a.", indexOf),
			binary("getitem", "Same as a[b].", (*py.Thread).GetItem),
			binary("delitem", "Same as del a[b].", func(t *py.Thread, a, b value) (value, exc) { return py.None, t.SetItem(a, b, value{}) }),
			{Name: "setitem", Sig: "a, b, c, /", Doc: "Same as a[b] = c.", Fn: py.FnSig(func(t *py.Thread, _ value, a []value) (value, exc) {
				return py.None, t.SetItem(a[0], a[1], a[2])
			})},
			{Name: "length_hint", Sig: "obj, default=0, /", Doc: "Return an estimate of the number of items in obj.\n\nThis is useful for presizing containers when building from an iterable.\n\nIf the object supports len(), the result will be exact.\nOtherwise, it may over- or under-estimate by an arbitrary amount.\nThe result will be an integer >= 0.",
				Fn: py.FnSig(func(t *py.Thread, _ value, a []value) (value, exc) {
					def := 0
					if !a[1].IsNil() {
						var err exc
						if def, err = t.AsSsize(a[1]); err != nil {
							return value{}, err
						}
					}
					n, err := t.LengthHint(a[0], def)
					return py.IntOf(n), err
				})},
			{Name: "call", Sig: "obj, /, *args, **kwargs", Doc: "Same as obj(*args, **kwargs).", Fn: py.FnRaw(func(t *py.Thread, _ value, args py.Args) (value, exc) {
				if args.Len() == 0 {
					return value{}, t.TypeErr("call expected at least 1 argument, got 0")
				}
				return t.CallArgs(args.Pos()[0], args.DropFirst())
			})},
			binary("_compare_digest", "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it appropriate for cryptography.\n\na and b must both be of the same type: either str (ASCII only),\nor any bytes-like object.\n\nNote: If a and b are of different lengths, or if an error occurs,\na timing attack could theoretically reveal information about the\ntypes and lengths of a and b--but not their values.", compareDigest),
		},
		Types: []*py.Type{attrGetterType, itemGetterType, methodCallerType},
	})
}
