package datetime

import (
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/py"
)

// clock is a time. tz is nil for a naive one.
type clock struct {
	py.Header
	h, m, s, fold uint8
	us            int32
	tz            py.Value
	hash          atomic.Int64
}

var timeType = new(py.Type)

func asClock(v py.Value) *clock { return (*clock)(v.Ptr()) }
func isClock(v py.Value) bool   { return v.Type() == timeType || py.IsInstance(v, timeType) }

// rawClock makes a time of parts that have been checked.
func rawClock(t *py.Thread, cls *py.Type, h, m, s, us, fold int, tz py.Value) py.Value {
	c := py.AllocFor[clock](t, cls)
	c.h, c.m, c.s, c.us, c.fold, c.tz = uint8(h), uint8(m), uint8(s), int32(us), uint8(fold), tz
	return py.FromHeader(&c.Header)
}

// makeClock makes a time of class cls; that of a subclass by its constructor.
func makeClock(t *py.Thread, cls py.Value, h, m, s, us, fold int, tz py.Value) (py.Value, *py.Exc) {
	if cls == timeType.Value() {
		if err := checkTime(t, h, m, s, us, fold); err != nil {
			return py.Value{}, err
		}
		return rawClock(t, timeType, h, m, s, us, fold, tz), nil
	}
	v, err := t.Call(cls, py.IntOf(h), py.IntOf(m), py.IntOf(s), py.IntOf(us), orNone(tz))
	if err == nil && fold != 0 && isClock(v) {
		asClock(v).fold = uint8(fold)
	}
	return v, err
}

var timeArgs = argSpec{names: []string{"hour", "minute", "second", "microsecond", "tzinfo", "fold"}, pos: 5}

func timeNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	if pos := args.Pos(); args.NumKw() == 0 && (len(pos) == 1 || len(pos) == 2) {
		b, err := pickleState(t, pos[0], 6, 0, 0, 23, "time")
		if err != nil {
			return py.Value{}, err
		}
		if b != nil {
			tz := py.Value{}
			if len(pos) == 2 {
				if tz, err = stateZone(t, pos[1]); err != nil {
					return py.Value{}, err
				}
			}
			return rawClock(t, cls, int(b[0]&0x7f), int(b[1]), int(b[2]), int(b[3])<<16|int(b[4])<<8|int(b[5]), int(b[0]>>7), tz), nil
		}
	}
	var a [6]py.Value
	if err := timeArgs.bind(t, args, a[:]); err != nil {
		return py.Value{}, err
	}
	var h, m, s, us, fold int
	if err := ints(t, a[:4], &h, &m, &s, &us); err != nil {
		return py.Value{}, err
	}
	if err := ints(t, a[5:], &fold); err != nil {
		return py.Value{}, err
	}
	if err := checkTime(t, h, m, s, us, fold); err != nil {
		return py.Value{}, err
	}
	tz, err := zoneArg(t, a[4])
	if err != nil {
		return py.Value{}, err
	}
	return rawClock(t, cls, h, m, s, us, fold, tz), nil
}

// stateZone checks the time zone in a pickled state.
func stateZone(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	if v.IsNone() {
		return py.Value{}, nil
	}
	if !py.IsInstance(v, tzinfoType) {
		return py.Value{}, t.TypeErr("bad tzinfo state arg")
	}
	return v, nil
}

func (c *clock) offset(t *py.Thread) (*delta, *py.Exc) {
	return callOffset(t, "utcoffset", c.tz, py.None)
}

// micros is the time of day in microseconds.
func (c *clock) micros() int64 {
	return ((int64(c.h)*60+int64(c.m))*60+int64(c.s))*1000000 + int64(c.us)
}

func cmp64(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func timeCompare(t *py.Thread, a, b py.Value, op py.CompareOp) (py.Value, *py.Exc) {
	if !isClock(a) || !isClock(b) {
		return py.NotImplemented, nil
	}
	x, y := asClock(a), asClock(b)
	if x.tz == y.tz {
		return py.Bool(ordered(cmp64(x.micros(), y.micros()), op)), nil
	}
	o1, err := x.offset(t)
	if err != nil {
		return py.Value{}, err
	}
	o2, err := y.offset(t)
	if err != nil {
		return py.Value{}, err
	}
	switch {
	case o1 == o2 || o1 != nil && o2 != nil && o1.cmp(o2) == 0:
		return py.Bool(ordered(cmp64(x.micros(), y.micros()), op)), nil
	case o1 != nil && o2 != nil:
		u1, _ := o1.micros()
		u2, _ := o2.micros()
		return py.Bool(ordered(cmp64(x.micros()-u1, y.micros()-u2), op)), nil
	case op == py.CmpEQ:
		return py.False, nil
	case op == py.CmpNE:
		return py.True, nil
	}
	return py.Value{}, t.TypeErr("can't compare offset-naive and offset-aware times")
}

func timeHash(t *py.Thread, v py.Value) (int64, *py.Exc) {
	c := asClock(v)
	if h := c.hash.Load(); h != 0 {
		return h, nil
	}
	off, err := c.offset(t)
	if err != nil {
		return 0, err
	}
	var h int64
	if off == nil {
		h, err = t.Hash(py.NewBytes(c.state(false)).Value())
	} else {
		us, _ := off.micros()
		var d py.Value
		if d, err = fromMicros(t, c.micros()-us); err == nil {
			h, err = asDelta(d).hashOf(t)
		}
	}
	if err != nil {
		return 0, err
	}
	c.hash.Store(h)
	return h, nil
}

// state is what pickle keeps of the time; fold marks the second of two equal
// local times.
func (c *clock) state(fold bool) []byte {
	b := []byte{c.h, c.m, c.s, byte(c.us >> 16), byte(c.us >> 8), byte(c.us)}
	if fold && c.fold != 0 {
		b[0] |= 0x80
	}
	return b
}

func timeReduce(t *py.Thread, v py.Value, proto int) (py.Value, *py.Exc) {
	c := asClock(v)
	state := py.NewTuple(py.NewBytes(c.state(proto > 3)).Value())
	if !c.tz.IsNil() {
		state = py.NewTuple(state.Items()[0], c.tz)
	}
	return py.NewTuple(v.Type().Value(), state.Value()).Value(), nil
}

func (c *clock) iso(t *py.Thread, spec string) (py.Value, *py.Exc) {
	b, ok := clockText(make([]byte, 0, 32), int(c.h), int(c.m), int(c.s), int(c.us), spec)
	if !ok {
		return py.Value{}, t.ValueErr("Unknown timespec value")
	}
	if !c.tz.IsNil() {
		off, err := c.offset(t)
		if err != nil {
			return py.Value{}, err
		}
		if off != nil {
			b = appendOffset(b, off, ":")
		}
	}
	return py.NewStr(string(b)).Value(), nil
}

func appendInts(b []byte, ns ...int) []byte {
	for i, n := range ns {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = pad(b, n, 1)
	}
	return b
}

func timeRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	c := asClock(v)
	b := append([]byte(v.Type().Name()), '(')
	b = appendInts(b, int(c.h), int(c.m))
	switch {
	case c.us != 0:
		b = appendInts(append(b, ", "...), int(c.s), int(c.us))
	case c.s != 0:
		b = appendInts(append(b, ", "...), int(c.s))
	}
	if !c.tz.IsNil() {
		r, err := t.Repr(c.tz)
		if err != nil {
			return py.Value{}, err
		}
		b = append(append(b, ", tzinfo="...), r.String()...)
	}
	if c.fold != 0 {
		b = append(b, ", fold=1"...)
	}
	return py.NewStr(string(append(b, ')'))).Value(), nil
}

func timeReplace(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	c := asClock(self)
	h, m, s, us, fold := int(c.h), int(c.m), int(c.s), int(c.us), int(c.fold)
	if err := ints(t, a, &h, &m, &s, &us); err != nil {
		return py.Value{}, err
	}
	if err := ints(t, a[5:], &fold); err != nil {
		return py.Value{}, err
	}
	tz, err := replaceZone(t, a[4], c.tz)
	if err != nil {
		return py.Value{}, err
	}
	if fold != 0 && fold != 1 {
		return py.Value{}, t.ValueErr("fold must be either 0 or 1")
	}
	return makeClock(t, self.Type().Value(), h, m, s, us, fold, tz)
}

// replaceZone is the tzinfo of replace: nothing keeps the old one.
func replaceZone(t *py.Thread, v, old py.Value) (py.Value, *py.Exc) {
	if v.IsNil() {
		return old, nil
	}
	return zoneArg(t, v)
}

func timeFromISO(t *py.Thread, cls, v py.Value) (py.Value, *py.Exc) {
	s, err := isoText(t, v)
	if err != nil {
		return py.Value{}, err
	}
	r := runesOf(s)
	if len(r) > 0 && r[0] == 'T' {
		r = r[1:]
	}
	c, ok := parseISOTime(r)
	if !ok {
		return py.Value{}, badISO(t, s)
	}
	tz, err := c.zoneOf(t)
	if err != nil {
		return py.Value{}, err
	}
	if cls == timeType.Value() {
		return makeClock(t, cls, c.h, c.m, c.s, c.us, 0, tz)
	}
	return t.Call(cls, py.IntOf(c.h), py.IntOf(c.m), py.IntOf(c.s), py.IntOf(c.us), orNone(tz))
}

func clockGetter(name string, get func(c *clock) py.Value) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return get(asClock(v)), nil }}
}

const timeReplaceSig = "hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged"

func registerTimeobj() {
	py.RegisterType(py.TypeSpec{
		Type: timeType, Name: "datetime.time", Flags: py.FlagBaseType, Layout: py.LayoutOf[clock](),
		Doc: "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.",
		Slots: py.Slots{New: timeNew, Repr: timeRepr, Hash: timeHash, Compare: timeCompare,
			Str: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return t.CallMethodS(v, "isoformat") }},
		GetSet: []py.GetSetSpec{
			clockGetter("hour", func(c *clock) py.Value { return py.IntOf(int(c.h)) }),
			clockGetter("minute", func(c *clock) py.Value { return py.IntOf(int(c.m)) }),
			clockGetter("second", func(c *clock) py.Value { return py.IntOf(int(c.s)) }),
			clockGetter("microsecond", func(c *clock) py.Value { return py.IntOf(int(c.us)) }),
			clockGetter("tzinfo", func(c *clock) py.Value { return orNone(c.tz) }),
			clockGetter("fold", func(c *clock) py.Value { return py.IntOf(int(c.fold)) }),
		},
		Methods: []py.MethodSpec{
			{Name: "isoformat", Sig: "timespec='auto'", Doc: "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\n\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				spec, err := timespecArg(t, a[0], 1)
				if err != nil {
					return py.Value{}, err
				}
				return asClock(v).iso(t, spec)
			})},
			{Name: "strftime", Sig: "format", Doc: "format -> strftime() style string.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				f, err := formatArg(t, "strftime", a[0])
				if err != nil {
					return py.Value{}, err
				}
				c := asClock(v)
				tuple := py.NewTuple(py.IntOf(1900), py.IntOf(1), py.IntOf(1), py.IntOf(int(c.h)), py.IntOf(int(c.m)), py.IntOf(int(c.s)), py.IntOf(0), py.IntOf(1), py.IntOf(-1))
				return strftime(t, f, tuple.Value(), py.None, c.tz, int(c.us))
			})},
			{Name: "__format__", Doc: "Formats self with strftime.", Sig: "format_spec, /", Fn: py.Fn1(dunderFormat)},
			{Name: "utcoffset", Sig: "", Doc: "Return self.tzinfo.utcoffset(self).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				d, err := asClock(v).offset(t)
				return deltaOrNone(d), err
			})},
			{Name: "tzname", Sig: "", Doc: "Return self.tzinfo.tzname(self).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return callTzname(t, asClock(v).tz, py.None)
			})},
			{Name: "dst", Sig: "", Doc: "Return self.tzinfo.dst(self).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				d, err := callOffset(t, "dst", asClock(v).tz, py.None)
				return deltaOrNone(d), err
			})},
			{Name: "replace", Sig: timeReplaceSig, Doc: "Return time with new specified fields.", Fn: py.FnSig(timeReplace)},
			{Name: "__replace__", Sig: timeReplaceSig, Doc: "The same as replace().", Fn: py.FnSig(timeReplace)},
			{Name: "fromisoformat", Class: true, Sig: "object, /", Doc: "string -> time from a string in ISO 8601 format", Fn: py.Fn1(timeFromISO)},
			{Name: "__reduce_ex__", Sig: "proto, /", Doc: "__reduce_ex__(proto) -> (cls, state)", Fn: py.Fn1(func(t *py.Thread, v, proto py.Value) (py.Value, *py.Exc) {
				n, err := t.CInt(proto)
				if err != nil {
					return py.Value{}, err
				}
				return timeReduce(t, v, n)
			})},
			{Name: "__reduce__", Sig: "", Doc: "__reduce__() -> (cls, state)", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return timeReduce(t, v, 2) })},
		},
		Attrs: func() map[string]py.Value {
			mk := func(h, m, s, us int) py.Value {
				c := &clock{h: uint8(h), m: uint8(m), s: uint8(s), us: int32(us)}
				c.InitHeader(timeType)
				return py.FromHeader(&c.Header)
			}
			return map[string]py.Value{"min": mk(0, 0, 0, 0), "max": mk(23, 59, 59, 999999), "resolution": mkDelta(0, 0, 1).Value()}
		},
	})
}
