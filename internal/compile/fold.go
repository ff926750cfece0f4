package compile

import (
	"math"
	"math/big"
	"strings"

	"github.com/coachwhip/coachwhip/internal/bytecode"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// Limits of what constant folding may produce, as in CPython: bits of an int,
// items of a tuple, bytes of a string.
const (
	maxFoldBits  = 128
	maxFoldItems = 256
	maxFoldBytes = 4096
)

// fold returns the value of a constant expression. What would raise, or give
// something big, is no constant.
func (c *compiler) fold(e syntax.Expr) (any, bool) {
	switch e := e.(type) {
	case *syntax.Constant:
		return constValue(e.Value), true
	case *syntax.Name:
		if e.Id == "__debug__" && e.Ctx == syntax.Load {
			return c.opts.Optimize == 0, true
		}
	case *syntax.UnaryOp:
		v, ok := c.fold(e.Operand)
		if !ok {
			return nil, false
		}
		return foldUnary(e.Op, v)
	case *syntax.BinOp:
		return c.foldChain(e)
	case *syntax.Tuple:
		if e.Ctx != syntax.Load {
			return nil, false
		}
		v, ok := c.foldAll(e.Elts)
		return v, ok
	case *syntax.Subscript:
		if e.Ctx != syntax.Load {
			return nil, false
		}
		i, ok := c.fold(e.Slice)
		if !ok {
			return nil, false
		}
		v, ok := c.fold(e.Value)
		if !ok {
			return nil, false
		}
		return foldSubscript(v, i)
	}
	return nil, false
}

func (c *compiler) foldChain(e *syntax.BinOp) (any, bool) {
	var left syntax.Expr = e
	var chain []*syntax.BinOp
	for {
		op, ok := left.(*syntax.BinOp)
		if !ok {
			break
		}
		chain = append(chain, op)
		left = op.Left
	}
	v, ok := c.fold(left)
	for i := len(chain) - 1; ok && i >= 0; i-- {
		var r any
		if r, ok = c.fold(chain[i].Right); ok {
			v, ok = foldBinary(chain[i].Op, v, r)
		}
	}
	return v, ok
}

func (c *compiler) foldAll(elts []syntax.Expr) (bytecode.Tuple, bool) {
	// Look first: most displays are not constant.
	for _, e := range elts {
		switch e.(type) {
		case *syntax.Constant, *syntax.UnaryOp, *syntax.BinOp, *syntax.Tuple, *syntax.Subscript, *syntax.Name:
		default:
			return nil, false
		}
	}
	out := make(bytecode.Tuple, len(elts))
	for i, e := range elts {
		v, ok := c.fold(e)
		if !ok {
			return nil, false
		}
		out[i] = v
	}
	return out, true
}

// constIterable returns the constant that may stand for a display after "in"
// or "for ... in": a tuple for a list, a frozenset for a set.
func (c *compiler) constIterable(e syntax.Expr) (any, bool) {
	switch e := e.(type) {
	case *syntax.List:
		if v, ok := c.foldAll(e.Elts); ok {
			return v, true
		}
	case *syntax.Set:
		if v, ok := c.foldAll(e.Elts); ok {
			return bytecode.FrozenSet(v), true
		}
	}
	return nil, false
}

// truth is the truth value of a constant.
func truth(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case int64:
		return v != 0
	case float64:
		return v != 0
	case complex128:
		return v != 0
	case string:
		return v != ""
	case bytecode.Bytes:
		return v != ""
	case bytecode.None:
		return false
	case bytecode.Tuple:
		return len(v) > 0
	case bytecode.FrozenSet:
		return len(v) > 0
	}
	return true
}

func foldUnary(op syntax.UnaryOperator, v any) (any, bool) {
	if op == syntax.Not {
		return !truth(v), true
	}
	if b, ok := v.(bool); ok {
		if op == syntax.Invert {
			return nil, false // deprecated: warns when it runs
		}
		v = boolInt(b)
	}
	switch x := v.(type) {
	case int64, *big.Int:
		n := toBig(x)
		switch op {
		case syntax.USub:
			n = new(big.Int).Neg(n)
		case syntax.Invert:
			n = new(big.Int).Not(n)
		}
		return fromBig(n), true
	case float64:
		switch op {
		case syntax.USub:
			return -x, true
		case syntax.UAdd:
			return x, true
		}
	case complex128:
		switch op {
		case syntax.USub:
			return complex(-real(x), -imag(x)), true
		case syntax.UAdd:
			return x, true
		}
	}
	return nil, false
}

func boolInt(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func toBig(v any) *big.Int {
	switch v := v.(type) {
	case int64:
		return big.NewInt(v)
	case *big.Int:
		return v
	}
	return nil
}

func fromBig(n *big.Int) any {
	if n.IsInt64() {
		return n.Int64()
	}
	return n
}

// toFloat converts an int exactly or with one correct rounding; false if it
// is too large.
func toFloat(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	case *big.Int:
		f, _ := new(big.Float).SetInt(v).Float64()
		return f, !math.IsInf(f, 0)
	}
	return 0, false
}

func foldBinary(op syntax.Operator, a, b any) (any, bool) {
	ab, aBool := a.(bool)
	bb, bBool := b.(bool)
	if aBool && bBool {
		switch op {
		case syntax.BitAnd:
			return ab && bb, true
		case syntax.BitOr:
			return ab || bb, true
		case syntax.BitXor:
			return ab != bb, true
		}
	}
	if aBool {
		a = boolInt(ab)
	}
	if bBool {
		b = boolInt(bb)
	}
	x, y := toBig(a), toBig(b)
	if x != nil && y != nil {
		return foldInts(op, x, y)
	}
	if _, ok := a.(complex128); ok {
		return foldComplex(op, a, b)
	}
	if _, ok := b.(complex128); ok {
		return foldComplex(op, a, b)
	}
	f, ok1 := toFloat(a)
	g, ok2 := toFloat(b)
	if ok1 && ok2 {
		return foldFloats(op, f, g)
	}
	switch op {
	case syntax.Add:
		switch a := a.(type) {
		case string:
			if b, ok := b.(string); ok && len(a)+len(b) <= maxFoldBytes {
				if a != "" && a[len(a)-1] >= 0x80 && b != "" && b[0] >= 0x80 {
					return nil, false // two surrogates could meet
				}
				return a + b, true
			}
		case bytecode.Bytes:
			if b, ok := b.(bytecode.Bytes); ok && len(a)+len(b) <= maxFoldBytes {
				return a + b, true
			}
		case bytecode.Tuple:
			if b, ok := b.(bytecode.Tuple); ok && len(a)+len(b) <= maxFoldItems {
				return append(append(bytecode.Tuple{}, a...), b...), true
			}
		}
	case syntax.Mult:
		if n, ok := b.(int64); ok {
			return foldRepeat(a, n)
		}
		if n, ok := a.(int64); ok {
			return foldRepeat(b, n)
		}
	}
	return nil, false
}

func foldRepeat(v any, n int64) (any, bool) {
	if n < 0 {
		n = 0
	}
	limit := int64(maxFoldBytes)
	switch v := v.(type) {
	case string:
		if l := int64(len(v)); l > 0 && n <= limit/l {
			if v[len(v)-1] >= 0x80 {
				return nil, false
			}
			return strings.Repeat(v, int(n)), true
		}
	case bytecode.Bytes:
		if l := int64(len(v)); l > 0 && n <= limit/l {
			return bytecode.Bytes(strings.Repeat(string(v), int(n))), true
		}
	case bytecode.Tuple:
		if l := int64(len(v)); l > 0 && n <= maxFoldItems/l {
			out := bytecode.Tuple{}
			for ; n > 0; n-- {
				out = append(out, v...)
			}
			return out, true
		}
	}
	return nil, false
}

func foldInts(op syntax.Operator, x, y *big.Int) (any, bool) {
	r := new(big.Int)
	switch op {
	case syntax.Add:
		r.Add(x, y)
	case syntax.Sub:
		r.Sub(x, y)
	case syntax.Mult:
		if x.BitLen()+y.BitLen() > maxFoldBits {
			return nil, false
		}
		r.Mul(x, y)
	case syntax.Div:
		if y.Sign() == 0 {
			return nil, false
		}
		f, _ := new(big.Rat).SetFrac(x, y).Float64()
		if math.IsInf(f, 0) {
			return nil, false
		}
		if f == 0 && x.Sign() == 0 && y.Sign() < 0 {
			return math.Copysign(0, -1), true
		}
		return f, true
	case syntax.FloorDiv, syntax.Mod_:
		if y.Sign() == 0 {
			return nil, false
		}
		// Go's Euclidean division rounds another way for a negative divisor.
		q, m := new(big.Int), new(big.Int)
		q.QuoRem(x, y, m)
		if m.Sign() != 0 && m.Sign() != y.Sign() {
			q.Sub(q, big.NewInt(1))
			m.Add(m, y)
		}
		r = q
		if op == syntax.Mod_ {
			r = m
		}
	case syntax.Pow:
		if y.Sign() < 0 || !y.IsInt64() || x.BitLen() > 0 && y.Int64() > int64(maxFoldBits/x.BitLen()) {
			return nil, false
		}
		r.Exp(x, y, nil)
	case syntax.LShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > maxFoldBits || x.BitLen() > maxFoldBits-int(y.Int64()) {
			return nil, false
		}
		r.Lsh(x, uint(y.Int64()))
	case syntax.RShift:
		if y.Sign() < 0 {
			return nil, false
		}
		if !y.IsInt64() || y.Int64() > 1<<20 {
			if x.Sign() < 0 {
				return int64(-1), true
			}
			return int64(0), true
		}
		r.Rsh(x, uint(y.Int64()))
	case syntax.BitAnd:
		r.And(x, y)
	case syntax.BitOr:
		r.Or(x, y)
	case syntax.BitXor:
		r.Xor(x, y)
	default:
		return nil, false
	}
	return fromBig(r), true
}

func foldFloats(op syntax.Operator, x, y float64) (any, bool) {
	switch op {
	case syntax.Add:
		return x + y, true
	case syntax.Sub:
		return x - y, true
	case syntax.Mult:
		return x * y, true
	case syntax.Div:
		if y != 0 {
			return x / y, true
		}
	}
	// Floor division, modulo and power are left to the evaluator, so that
	// there is one implementation of their corner cases.
	return nil, false
}

func foldComplex(op syntax.Operator, a, b any) (any, bool) {
	conv := func(v any) (complex128, bool) {
		if z, ok := v.(complex128); ok {
			return z, true
		}
		f, ok := toFloat(v)
		return complex(f, 0), ok
	}
	x, ok1 := conv(a)
	y, ok2 := conv(b)
	if !ok1 || !ok2 {
		return nil, false
	}
	switch op {
	case syntax.Add:
		return complex(real(x)+real(y), imag(x)+imag(y)), true
	case syntax.Sub:
		return complex(real(x)-real(y), imag(x)-imag(y)), true
	}
	return nil, false
}

func foldSubscript(v, i any) (any, bool) {
	n, ok := i.(int64)
	if !ok {
		b, isBool := i.(bool)
		if !isBool {
			return nil, false
		}
		n = boolInt(b)
	}
	at := func(size int) (int, bool) {
		if n < 0 {
			n += int64(size)
		}
		return int(n), n >= 0 && n < int64(size)
	}
	switch v := v.(type) {
	case bytecode.Tuple:
		if k, ok := at(len(v)); ok {
			return v[k], true
		}
	case bytecode.Bytes:
		if k, ok := at(len(v)); ok {
			return int64(v[k]), true
		}
	case string:
		for k := 0; k < len(v); k++ {
			if v[k] >= 0x80 {
				return nil, false
			}
		}
		if k, ok := at(len(v)); ok {
			return v[k : k+1], true
		}
	}
	return nil, false
}

// percentFormat turns "..." % (a, b) with only %s, %r and %a (with flag "-"
// and widths) into the f-string that gives the same; nil if it does not apply.
func percentFormat(e *syntax.BinOp) *syntax.JoinedStr {
	k, ok := e.Left.(*syntax.Constant)
	if !ok {
		return nil
	}
	format, ok := k.Value.(string)
	if !ok {
		return nil
	}
	t, ok := e.Right.(*syntax.Tuple)
	if !ok || hasStar(t.Elts) {
		return nil
	}
	var values []syntax.Expr
	arg := 0
	lit := ""
	flush := func() {
		if lit != "" {
			values = append(values, &syntax.Constant{Pos: e.Pos, Value: lit})
			lit = ""
		}
	}
	for i := 0; i < len(format); {
		p := strings.IndexByte(format[i:], '%')
		if p < 0 {
			lit += format[i:]
			break
		}
		lit += format[i : i+p]
		i += p + 1
		if i >= len(format) {
			return nil
		}
		if format[i] == '%' {
			lit += "%"
			i++
			continue
		}
		left := false
		for i < len(format) && format[i] == '-' {
			left = true
			i++
		}
		spec := ""
		digits := func() bool {
			n := 0
			for i < len(format) && format[i] >= '0' && format[i] <= '9' {
				spec += format[i : i+1]
				i++
				n++
			}
			return n <= 2
		}
		if i < len(format) && format[i] == '0' {
			return nil
		}
		start := i
		if !digits() {
			return nil
		}
		if i > start && !left {
			spec = ">" + spec
		}
		if i < len(format) && format[i] == '.' {
			i++
			spec += "."
			start = i
			if !digits() {
				return nil
			}
			if i == start {
				spec += "0"
			}
		}
		if i >= len(format) || arg >= len(t.Elts) {
			return nil
		}
		switch format[i] {
		case 's', 'r', 'a':
		default:
			return nil
		}
		flush()
		fv := &syntax.FormattedValue{Pos: t.Elts[arg].Span(), Value: t.Elts[arg], Conversion: rune(format[i])}
		if spec != "" {
			fv.FormatSpec = &syntax.Constant{Pos: e.Pos, Value: spec}
		}
		values = append(values, fv)
		arg++
		i++
	}
	flush()
	if arg != len(t.Elts) {
		return nil
	}
	return &syntax.JoinedStr{Pos: e.Pos, Values: values}
}
