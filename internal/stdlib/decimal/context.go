// Package decimal is the _decimal module: decimal arithmetic after the General
// Decimal Arithmetic specification.
package decimal

import (
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// context is a Context. status are its flags.
type context struct {
	py.Header
	prec          int64
	emax, emin    int64
	round         rounding
	clamp         int64
	capitals      int64
	traps, status uint32
	flagsDict     py.Value
	trapsDict     py.Value
}

// signalDict is the mapping that the attributes flags and traps show.
type signalDict struct {
	py.Header
	ctx   *context
	traps bool
}

// manager is what localcontext returns.
type manager struct {
	py.Header
	local, global py.Value
}

var (
	contextType     = new(py.Type)
	signalMixinType = new(py.Type)
	managerType     = new(py.Type)

	decimalException                                                       = new(py.Type)
	excClamped, excRounded, excInexact, excSubnormal                       = new(py.Type), new(py.Type), new(py.Type), new(py.Type)
	excOverflow, excUnderflow, excDivisionByZero                           = new(py.Type), new(py.Type), new(py.Type)
	excInvalidOperation, excFloatOperation                                 = new(py.Type), new(py.Type)
	excConversion, excImpossible, excUndefined, excInvalidContext *py.Type = new(py.Type), new(py.Type), new(py.Type), new(py.Type)
)

type condition struct {
	name string
	bits uint32
	tp   *py.Type
}

// signals are the conditions that flags and traps know, in their order.
var signals = [...]condition{
	{"InvalidOperation", invalid, excInvalidOperation},
	{"FloatOperation", floatOperation, excFloatOperation},
	{"DivisionByZero", divisionByZero, excDivisionByZero},
	{"Overflow", overflow, excOverflow},
	{"Underflow", underflow, excUnderflow},
	{"Subnormal", subnormal, excSubnormal},
	{"Inexact", inexact, excInexact},
	{"Rounded", rounded, excRounded},
	{"Clamped", clamped, excClamped},
}

// kinds are the conditions that the signal InvalidOperation stands for.
var kinds = [...]condition{
	{"InvalidOperation", invalidOperation, excInvalidOperation},
	{"ConversionSyntax", conversionSyntax, excConversion},
	{"DivisionImpossible", divisionImpossible, excImpossible},
	{"DivisionUndefined", divisionUndefined, excUndefined},
	{"InvalidContext", invalidContext, excInvalidContext},
}

const signalError = "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]"

// state is the module's data in one interpreter.
type state struct {
	current   *py.ContextVar
	consts    constants
	template  *context // DefaultContext
	basic     *context
	extended  *context
	dictType  *py.Type
	tupleType py.Value // DecimalTuple
	rational  py.Value // numbers.Rational
}

var slot = py.NewStateSlot()

func stateOf(t *py.Thread) *state {
	return t.Interp().StateIn(slot, func() any { return &state{current: py.NewContextVar("decimal_context", py.Value{})} }).(*state)
}

func asContext(v py.Value) *context { return (*context)(v.Ptr()) }
func isContext(v py.Value) bool     { return v.Type() == contextType || py.IsInstance(v, contextType) }

func (c *context) Value() py.Value { return py.FromHeader(&c.Header) }

// initDefaults makes a new context equal to another, without its flags.
func (c *context) initDefaults(t *py.Thread, st *state, from *context) {
	if from != nil {
		c.prec, c.emax, c.emin, c.round, c.clamp, c.traps, c.capitals = from.prec, from.emax, from.emin, from.round, from.clamp, from.traps, from.capitals
	} else {
		c.prec, c.emax, c.emin, c.round, c.capitals = 28, 999999, -999999, roundHalfEven, 1
		c.traps = invalid | divisionByZero | overflow
	}
	mk := func(traps bool) py.Value {
		d := py.AllocFor[signalDict](t, st.dictType)
		d.ctx, d.traps = c, traps
		return py.FromHeader(&d.Header)
	}
	c.flagsDict, c.trapsDict = mk(false), mk(true)
}

func newContext(t *py.Thread, st *state, from *context) *context {
	c := py.AllocFor[context](t, contextType)
	c.initDefaults(t, st, from)
	return c
}

// currentOf returns the context of the thread.
func (st *state) currentOf(t *py.Thread) *context {
	if v := st.current.Get(t); !v.IsNil() {
		return asContext(v)
	}
	c := newContext(t, st, st.template)
	st.current.Set(t, c.Value())
	return c
}

// contextArg is an optional context argument: the current one when not given.
func contextArg(t *py.Thread, st *state, v py.Value) (*context, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return st.currentOf(t), nil
	}
	if !isContext(v) {
		return nil, t.TypeErr("optional argument must be a context")
	}
	return asContext(v), nil
}

func (c *context) work(st *state) work {
	return work{prec: c.prec, emin: c.emin, emax: c.emax, round: c.round, clamp: c.clamp != 0, consts: &st.consts}
}

// flag adds conditions to the flags.
func (c *context) flag(t *py.Thread, status uint32) {
	if status&^c.status != 0 {
		if t.Guard(&c.Header) {
			defer t.Unguard()
		}
		c.status |= status
	}
}

// note adds conditions to the flags and raises what is trapped.
func (c *context) note(t *py.Thread, status uint32) *py.Exc {
	c.flag(t, status&^memoryError)
	hit := status & (c.traps | memoryError)
	if hit == 0 {
		return nil
	}
	if status&memoryError != 0 {
		return t.MemoryErr()
	}
	var list []py.Value
	for _, k := range kinds {
		if hit&k.bits != 0 {
			list = append(list, k.tp.Value())
		}
	}
	var tp *py.Type
	for i, s := range signals {
		if hit&s.bits == 0 {
			continue
		}
		if tp == nil {
			tp = s.tp
		}
		if i > 0 {
			list = append(list, s.tp.Value())
		}
	}
	return py.NewExc(tp, py.NewList(list).Value())
}

// result notes the conditions of an operation and makes its value.
func (c *context) result(t *py.Thread, w *work, n num) (py.Value, *py.Exc) {
	if w.status != 0 {
		if err := c.note(t, w.status); err != nil {
			return py.Value{}, err
		}
	}
	return newDecimal(n), nil
}

// shown is the order in which repr(context) lists the signals.
var shown = [...]int{8, 0, 2, 6, 1, 3, 7, 5, 4}

func flagNames(bits uint32) string {
	var s []string
	for _, i := range shown {
		if bits&signals[i].bits != 0 {
			s = append(s, signals[i].name)
		}
	}
	return "[" + strings.Join(s, ", ") + "]"
}

func flagList(bits uint32) py.Value {
	var l []py.Value
	for _, x := range signals {
		if bits&x.bits != 0 {
			l = append(l, x.tp.Value())
		}
	}
	return py.NewList(l).Value()
}

// signalBits are the conditions of a signal class.
func signalBits(t *py.Thread, v py.Value) (uint32, *py.Exc) {
	for _, x := range signals {
		if v == x.tp.Value() {
			return x.bits, nil
		}
	}
	return 0, t.KeyErr(py.NewStr(signalError).Value())
}

// bitsOf converts a signal dict, a dict of all signals or, where allowed, a
// list of signals.
func bitsOf(t *py.Thread, v py.Value, lists bool) (uint32, *py.Exc) {
	if l, ok := py.ToList(v); ok && lists {
		var bits uint32
		for _, x := range l.Snapshot(t) {
			b, err := signalBits(t, x)
			if err != nil {
				return 0, err
			}
			bits |= b
		}
		return bits, nil
	}
	if py.IsInstance(v, signalMixinType) {
		return asSignals(v).get(), nil
	}
	d, ok := py.ToDict(v)
	if !ok {
		return 0, t.TypeErr("argument must be a signal dict")
	}
	if d.Len() != len(signals) {
		return 0, t.KeyErr(py.NewStr("invalid signal dict").Value())
	}
	var bits uint32
	for pos := 0; ; {
		k, x, next, ok := d.EntryAt(t, pos)
		if !ok {
			return bits, nil
		}
		pos = next
		b, err := signalBits(t, k)
		if err != nil {
			return 0, err
		}
		on, err := t.Truth(x)
		if err != nil {
			return 0, err
		}
		if on {
			bits |= b
		}
	}
}

const roundError = "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"

func roundingArg(t *py.Thread, v py.Value) (rounding, *py.Exc) {
	if s, ok := py.ToStr(v); ok {
		for i, n := range roundNames {
			if n == s.String() {
				return rounding(i), nil
			}
		}
	}
	return 0, t.TypeErr("%s", roundError)
}

// rangeSetter makes the setter of an integer attribute.
func rangeSetter(lo, hi int64, what string, at func(c *context) *int64) func(t *py.Thread, c *context, v py.Value) *py.Exc {
	return func(t *py.Thread, c *context, v py.Value) *py.Exc {
		if !py.IsInt(v) {
			return t.TypeErr("an integer is required")
		}
		n, err := t.SizeArg(v)
		if err != nil {
			return err
		}
		if int64(n) < lo || int64(n) > hi {
			return t.ValueErr("%s", what)
		}
		*at(c) = int64(n)
		return nil
	}
}

type attribute struct {
	name string
	get  func(c *context) py.Value
	set  func(t *py.Thread, c *context, v py.Value) *py.Exc
}

// attributes are in the order of the constructor's parameters.
var attributes = [...]attribute{
	{"prec", func(c *context) py.Value { return py.Int64(c.prec) }, rangeSetter(1, maxPrec, "valid range for prec is [1, MAX_PREC]", func(c *context) *int64 { return &c.prec })},
	{"rounding", func(c *context) py.Value { return py.InternStr(roundNames[c.round]).Value() }, func(t *py.Thread, c *context, v py.Value) *py.Exc {
		r, err := roundingArg(t, v)
		if err == nil {
			c.round = r
		}
		return err
	}},
	{"Emin", func(c *context) py.Value { return py.Int64(c.emin) }, rangeSetter(minEmin, 0, "valid range for Emin is [MIN_EMIN, 0]", func(c *context) *int64 { return &c.emin })},
	{"Emax", func(c *context) py.Value { return py.Int64(c.emax) }, rangeSetter(0, maxEmax, "valid range for Emax is [0, MAX_EMAX]", func(c *context) *int64 { return &c.emax })},
	{"capitals", func(c *context) py.Value { return py.Int64(c.capitals) }, rangeSetter(0, 1, "valid values for capitals are 0 or 1", func(c *context) *int64 { return &c.capitals })},
	{"clamp", func(c *context) py.Value { return py.Int64(c.clamp) }, rangeSetter(0, 1, "valid values for clamp are 0 or 1", func(c *context) *int64 { return &c.clamp })},
	{"flags", func(c *context) py.Value { return c.flagsDict }, func(t *py.Thread, c *context, v py.Value) *py.Exc {
		b, err := bitsOf(t, v, false)
		if err == nil {
			c.status = b
		}
		return err
	}},
	{"traps", func(c *context) py.Value { return c.trapsDict }, func(t *py.Thread, c *context, v py.Value) *py.Exc {
		b, err := bitsOf(t, v, false)
		if err == nil {
			c.traps = b
		}
		return err
	}},
}

// apply sets the attributes that are given, as the constructor does.
func (c *context) apply(t *py.Thread, a []py.Value) *py.Exc {
	for i := range attributes {
		v := a[i]
		if v.IsNil() || v.IsNone() {
			continue
		}
		if l, ok := py.ToList(v); ok && i >= 6 {
			b, err := bitsOf(t, l.Value(), true)
			if err != nil {
				return err
			}
			if i == 6 {
				c.status = b
			} else {
				c.traps = b
			}
			continue
		}
		if err := attributes[i].set(t, c, v); err != nil {
			return err
		}
	}
	return nil
}

var contextSig = py.ParseSignature("prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None")

func (c *context) copy(t *py.Thread) *context {
	n := newContext(t, stateOf(t), c)
	n.status = c.status
	return n
}

func asSignals(v py.Value) *signalDict { return (*signalDict)(v.Ptr()) }

func (d *signalDict) get() uint32 {
	switch {
	case d.ctx == nil:
		return 0
	case d.traps:
		return d.ctx.traps
	}
	return d.ctx.status
}

func (d *signalDict) ready(t *py.Thread) *py.Exc {
	if d.ctx == nil {
		return t.ValueErr("invalid signal dict")
	}
	return nil
}

func (d *signalDict) set(t *py.Thread, bits uint32, on bool) *py.Exc {
	if err := d.ready(t); err != nil {
		return err
	}
	if t.Guard(&d.ctx.Header) {
		defer t.Unguard()
	}
	at := &d.ctx.status
	if d.traps {
		at = &d.ctx.traps
	}
	if on {
		*at |= bits
	} else {
		*at &^= bits
	}
	return nil
}

func signalKeys() []py.Value {
	keys := make([]py.Value, len(signals))
	for i, s := range signals {
		keys[i] = s.tp.Value()
	}
	return keys
}

func registerContext() {
	exc := func(tp *py.Type, name string, bases ...*py.Type) {
		py.RegisterType(py.TypeSpec{Type: tp, Name: "decimal." + name, Bases: bases, Flags: py.FlagBaseType})
	}
	exc(decimalException, "DecimalException", py.ArithmeticError)
	exc(excClamped, "Clamped", decimalException)
	exc(excRounded, "Rounded", decimalException)
	exc(excInexact, "Inexact", decimalException)
	exc(excSubnormal, "Subnormal", decimalException)
	exc(excDivisionByZero, "DivisionByZero", decimalException, py.ZeroDivisionError)
	exc(excFloatOperation, "FloatOperation", decimalException, py.TypeError)
	exc(excInvalidOperation, "InvalidOperation", decimalException)
	exc(excOverflow, "Overflow", excInexact, excRounded)
	exc(excUnderflow, "Underflow", excInexact, excRounded, excSubnormal)
	exc(excConversion, "ConversionSyntax", excInvalidOperation)
	exc(excImpossible, "DivisionImpossible", excInvalidOperation)
	exc(excUndefined, "DivisionUndefined", excInvalidOperation, py.ZeroDivisionError)
	exc(excInvalidContext, "InvalidContext", excInvalidOperation)

	var getset []py.GetSetSpec
	for i := range attributes {
		a := &attributes[i]
		getset = append(getset, py.GetSetSpec{Name: a.name,
			Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return a.get(asContext(v)), nil },
			Set: func(t *py.Thread, v, val py.Value) *py.Exc {
				if val.IsNil() {
					return t.Raise(py.AttributeError, "context attributes cannot be deleted")
				}
				return a.set(t, asContext(v), val)
			}})
	}
	py.RegisterType(py.TypeSpec{
		Type: contextType, Name: "decimal.Context", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[context](),
		Sig: "prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None",
		Doc: "The context affects almost all operations and controls rounding,\nOver/Underflow, raising of exceptions and much more.  A new context\ncan be initialized as follows:\n\n    >>> c = Context(prec=28, Emin=-425000000, Emax=425000000,\n    ...             rounding=ROUND_HALF_EVEN, capitals=1, clamp=1,\n    ...             traps=[InvalidOperation, DivisionByZero, Overflow],\n    ...             flags=[])\n    >>>\n",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, _ py.Args) (py.Value, *py.Exc) {
				st := stateOf(t)
				c := py.AllocFor[context](t, cls)
				c.initDefaults(t, st, st.template)
				c.capitals = 1
				return c.Value(), nil
			},
			Init: func(t *py.Thread, self py.Value, args py.Args) *py.Exc {
				var a [8]py.Value
				if err := contextSig.Bind(t, "Context", args, a[:]); err != nil {
					return err
				}
				return asContext(self).apply(t, a[:])
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				c := asContext(v)
				return py.NewStr("Context(prec=" + itoa(c.prec) + ", rounding=" + roundNames[c.round] + ", Emin=" + itoa(c.emin) + ", Emax=" + itoa(c.emax) +
					", capitals=" + itoa(c.capitals) + ", clamp=" + itoa(c.clamp) + ", flags=" + flagNames(c.status) + ", traps=" + flagNames(c.traps) + ")").Value(), nil
			},
		},
		GetSet:  getset,
		Methods: contextMethods(),
	})
	py.RegisterType(py.TypeSpec{
		Type: signalMixinType, Name: "decimal.SignalDictMixin", Guarded: true, Flags: py.FlagBaseType | py.FlagWeakref, Layout: py.LayoutOf[signalDict](),
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, _ py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[signalDict](t, cls).Header), nil
			},
			Init: func(t *py.Thread, self py.Value, args py.Args) *py.Exc { return nil },
			Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				d := asSignals(v)
				if err := d.ready(t); err != nil {
					return py.Value{}, err
				}
				var s []string
				for _, x := range signals {
					on := "False"
					if d.get()&x.bits != 0 {
						on = "True"
					}
					s = append(s, "<class 'decimal."+x.name+"'>:"+on)
				}
				return py.NewStr("{" + strings.Join(s, ", ") + "}").Value(), nil
			},
			Hash: func(t *py.Thread, v py.Value) (int64, *py.Exc) {
				return 0, t.TypeErr("unhashable type: '%s'", v.Type().Name())
			},
			Compare: func(t *py.Thread, a, b py.Value, op py.CompareOp) (py.Value, *py.Exc) {
				if op != py.CmpEQ && op != py.CmpNE || !py.IsInstance(a, signalMixinType) {
					return py.NotImplemented, nil
				}
				if err := asSignals(a).ready(t); err != nil {
					return py.Value{}, err
				}
				var y uint32
				if py.IsInstance(b, signalMixinType) {
					if err := asSignals(b).ready(t); err != nil {
						return py.Value{}, err
					}
					y = asSignals(b).get()
				} else if _, ok := py.ToDict(b); ok {
					n, err := bitsOf(t, b, false)
					if err != nil {
						if err.Is(py.KeyError) {
							return py.Bool(op == py.CmpNE), nil
						}
						return py.Value{}, err
					}
					y = n
				} else {
					return py.NotImplemented, nil
				}
				return py.Bool((flagNames(asSignals(a).get()) == flagNames(y)) == (op == py.CmpEQ)), nil
			},
			Len: func(t *py.Thread, v py.Value) (int, *py.Exc) { return len(signals), asSignals(v).ready(t) },
			Iter: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				if err := asSignals(v).ready(t); err != nil {
					return py.Value{}, err
				}
				return t.Iter(py.NewTuple(signalKeys()...).Value())
			},
			GetItem: func(t *py.Thread, v, k py.Value) (py.Value, *py.Exc) {
				if err := asSignals(v).ready(t); err != nil {
					return py.Value{}, err
				}
				b, err := signalBits(t, k)
				if err != nil {
					return py.Value{}, err
				}
				return py.Bool(asSignals(v).get()&b != 0), nil
			},
			SetItem: func(t *py.Thread, v, k, val py.Value) *py.Exc {
				if val.IsNil() {
					return t.ValueErr("signal keys cannot be deleted")
				}
				b, err := signalBits(t, k)
				if err != nil {
					return err
				}
				on, err := t.Truth(val)
				if err != nil {
					return err
				}
				return asSignals(v).set(t, b, on)
			},
		},
		Methods: []py.MethodSpec{{Name: "copy", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			if err := asSignals(v).ready(t); err != nil {
				return py.Value{}, err
			}
			d := py.NewDict()
			for _, x := range signals {
				if err := d.Set(t, x.tp.Value(), py.Bool(asSignals(v).get()&x.bits != 0)); err != nil {
					return py.Value{}, err
				}
			}
			return d.Value(), nil
		})}},
	})
	py.RegisterType(py.TypeSpec{
		Type: managerType, Name: "decimal.ContextManager", Guarded: true, Flags: py.FlagNoNew,
		Methods: []py.MethodSpec{
			{Name: "__enter__", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				m := (*manager)(v.Ptr())
				stateOf(t).current.Set(t, m.local)
				return m.local, nil
			})},
			{Name: "__exit__", Fn: py.FnRaw(func(t *py.Thread, v py.Value, _ py.Args) (py.Value, *py.Exc) {
				m := (*manager)(v.Ptr())
				stateOf(t).current.Set(t, m.global)
				return py.False, nil
			})},
		},
	})
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
