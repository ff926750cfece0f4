package datetime

import (
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
)

// zone is a tzinfo: the abstract base of the time zones made in Python.
type zone struct {
	py.Header
}

// fixedZone is a timezone. name is nil when it follows from the offset.
type fixedZone struct {
	py.Header
	offset *delta
	name   py.Value
}

var (
	tzinfoType   = new(py.Type)
	timezoneType = new(py.Type)
	// utc is timezone.utc.
	utc = &fixedZone{}
	// readyUTC gives it its type, which is not there when the package begins.
	readyUTC = sync.OnceFunc(func() {
		utc.InitHeader(timezoneType)
		utc.offset = mkDelta(0, 0, 0)
	})
)

func asZone(v py.Value) *fixedZone { return (*fixedZone)(v.Ptr()) }

func utcValue() py.Value {
	readyUTC()
	return py.FromHeader(&utc.Header)
}

func outOfDay(d *delta) bool {
	return d.days == -1 && d.secs == 0 && d.us < 1 || d.days < -1 || d.days >= 1
}

// newZone is timezone(off, name); name may be nil.
func newZone(t *py.Thread, off *delta, name py.Value) (py.Value, *py.Exc) {
	if name.IsNil() && !off.bool() {
		return utcValue(), nil
	}
	if outOfDay(off) {
		r, err := t.Repr(off.Value())
		if err != nil {
			return py.Value{}, err
		}
		return py.Value{}, t.ValueErr("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", r.String())
	}
	z := &fixedZone{offset: off, name: name}
	z.InitHeader(timezoneType)
	return py.FromHeader(&z.Header), nil
}

// callOffset calls the method utcoffset or dst of a time zone; nil without an
// error stands for None.
func callOffset(t *py.Thread, name string, tz, arg py.Value) (*delta, *py.Exc) {
	if tz.IsNil() {
		return nil, nil
	}
	if tz.Type() == timezoneType {
		if name == "dst" {
			return nil, nil
		}
		return asZone(tz).offset, nil
	}
	v, err := t.CallMethodS(tz, name, arg)
	if err != nil || v.IsNone() {
		return nil, err
	}
	if !isDelta(v) {
		return nil, t.TypeErr("tzinfo.%s() must return None or timedelta, not '%s'", name, v.Type().Name())
	}
	d := asDelta(v)
	if outOfDay(d) {
		return nil, t.ValueErr("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
	}
	return d, nil
}

func callTzname(t *py.Thread, tz, arg py.Value) (py.Value, *py.Exc) {
	if tz.IsNil() {
		return py.None, nil
	}
	v, err := t.CallMethodS(tz, "tzname", arg)
	if err != nil || v.IsNone() {
		return v, err
	}
	if _, ok := py.ToStr(v); !ok {
		return py.Value{}, t.TypeErr("tzinfo.tzname() must return None or a string, not '%s'", v.Type().Name())
	}
	return v, nil
}

func deltaOrNone(d *delta) py.Value {
	if d == nil {
		return py.None
	}
	return d.Value()
}

// zoneText is str(timezone).
func zoneText(z *fixedZone) string {
	if !z.name.IsNil() {
		s, _ := py.ToStr(z.name)
		return s.String()
	}
	if z == utc || !z.offset.bool() {
		return "UTC"
	}
	return string(appendOffset([]byte("UTC"), z.offset, ":"))
}

// zoneArgument checks the argument of the methods of timezone.
func zoneArgument(t *py.Thread, v py.Value, method string) *py.Exc {
	if v.IsNone() || isDatetime(v) {
		return nil
	}
	return t.TypeErr("%s(dt) argument must be a datetime instance or None, not %s", method, v.Type().Name())
}

// fromUTC is tzinfo.fromutc (PEP 495 leaves it as PEP 255's successor made it:
// for zones whose standard offset is constant).
func fromUTC(t *py.Thread, self, dt py.Value) (py.Value, *py.Exc) {
	if !isDatetime(dt) {
		return py.Value{}, t.TypeErr("fromutc: argument must be a datetime")
	}
	d := asDatetime(dt)
	if d.tz != self {
		return py.Value{}, t.ValueErr("fromutc: dt.tzinfo is not self")
	}
	off, err := callOffset(t, "utcoffset", self, dt)
	if err != nil {
		return py.Value{}, err
	}
	if off == nil {
		return py.Value{}, t.ValueErr("fromutc: non-None utcoffset() result required")
	}
	dst, err := callOffset(t, "dst", self, dt)
	if err != nil {
		return py.Value{}, err
	}
	if dst == nil {
		return py.Value{}, t.ValueErr("fromutc: non-None dst() result required")
	}
	std, err := deltaAdd(t, off, dst, -1)
	if err != nil {
		return py.Value{}, err
	}
	r, err := addDelta(t, dt, asDelta(std), 1)
	if err != nil {
		return py.Value{}, err
	}
	if dst, err = callOffset(t, "dst", self, r); err != nil {
		return py.Value{}, err
	}
	if dst == nil {
		return py.Value{}, t.ValueErr("fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	if dst.bool() {
		return addDelta(t, r, dst, 1)
	}
	return r, nil
}

func abstract(name, doc string) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "object, /", Doc: doc, Fn: py.Fn1(func(t *py.Thread, _, _ py.Value) (py.Value, *py.Exc) {
		return py.Value{}, t.Raise(py.NotImplementedError, "a tzinfo subclass must implement %s()", name)
	})}
}

var zoneSig = py.ParseSignature("offset, name=None")

func registerTz() {
	py.RegisterType(py.TypeSpec{
		Type: tzinfoType, Name: "datetime.tzinfo", Flags: py.FlagBaseType, Layout: py.LayoutOf[zone](),
		Doc: "Abstract base class for time zone info objects.",
		Slots: py.Slots{New: func(t *py.Thread, cls *py.Type, _ py.Args) (py.Value, *py.Exc) {
			return py.FromHeader(&py.AllocFor[zone](t, cls).Header), nil
		}},
		Methods: []py.MethodSpec{
			abstract("tzname", "datetime -> string name of time zone."),
			abstract("utcoffset", "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"),
			abstract("dst", "datetime -> DST offset as timedelta positive east of UTC."),
			{Name: "fromutc", Sig: "object, /", Doc: "datetime in UTC -> datetime in local time.", Fn: py.Fn1(fromUTC)},
			{Name: "__reduce__", Sig: "", Doc: "-> (cls, state)", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				args := py.NewTuple().Value()
				f, err := t.GetAttrOpt(v, py.InternStr("__getinitargs__"))
				if err != nil {
					return py.Value{}, err
				}
				if !f.IsNil() {
					if args, err = t.Call(f); err != nil {
						return py.Value{}, err
					}
				}
				state, err := t.CallMethodS(v, "__getstate__")
				if err != nil {
					return py.Value{}, err
				}
				return py.NewTuple(v.Type().Value(), args, state).Value(), nil
			})},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: timezoneType, Name: "datetime.timezone", Base: tzinfoType, Layout: py.LayoutOf[fixedZone](),
		Doc: "Fixed offset from UTC implementation of tzinfo.",
		Slots: py.Slots{
			New: func(t *py.Thread, _ *py.Type, args py.Args) (py.Value, *py.Exc) {
				var a [2]py.Value
				if err := zoneSig.Bind(t, "timezone", args, a[:]); err != nil {
					return py.Value{}, err
				}
				if !isDelta(a[0]) {
					return py.Value{}, t.TypeErr("timezone() argument 1 must be datetime.timedelta, not %s", py.ArgTypeName(a[0]))
				}
				if _, ok := py.ToStr(a[1]); !a[1].IsNil() && !ok {
					return py.Value{}, t.TypeErr("timezone() argument 2 must be str, not %s", py.ArgTypeName(a[1]))
				}
				return newZone(t, asDelta(a[0]), a[1])
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				z, name := asZone(v), v.Type().Name()
				if z == utc {
					return py.NewStr(name + ".utc").Value(), nil
				}
				off, err := t.Repr(z.offset.Value())
				if err != nil {
					return py.Value{}, err
				}
				s := name + "(" + off.String()
				if !z.name.IsNil() {
					n, err := t.Repr(z.name)
					if err != nil {
						return py.Value{}, err
					}
					s += ", " + n.String()
				}
				return py.NewStr(s + ")").Value(), nil
			},
			Str:  func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.NewStr(zoneText(asZone(v))).Value(), nil },
			Hash: func(t *py.Thread, v py.Value) (int64, *py.Exc) { return asZone(v).offset.hashOf(t) },
			Compare: func(t *py.Thread, a, b py.Value, op py.CompareOp) (py.Value, *py.Exc) {
				if op != py.CmpEQ && op != py.CmpNE || a.Type() != timezoneType || b.Type() != timezoneType {
					return py.NotImplemented, nil
				}
				return py.Bool(ordered(asZone(a).offset.cmp(asZone(b).offset), op)), nil
			},
		},
		Methods: []py.MethodSpec{
			{Name: "tzname", Sig: "object, /", Doc: "If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'.", Fn: py.Fn1(func(t *py.Thread, v, dt py.Value) (py.Value, *py.Exc) {
				if err := zoneArgument(t, dt, "tzname"); err != nil {
					return py.Value{}, err
				}
				return py.NewStr(zoneText(asZone(v))).Value(), nil
			})},
			{Name: "utcoffset", Sig: "object, /", Doc: "Return fixed offset.", Fn: py.Fn1(func(t *py.Thread, v, dt py.Value) (py.Value, *py.Exc) {
				if err := zoneArgument(t, dt, "utcoffset"); err != nil {
					return py.Value{}, err
				}
				return asZone(v).offset.Value(), nil
			})},
			{Name: "dst", Sig: "object, /", Doc: "Return None.", Fn: py.Fn1(func(t *py.Thread, _, dt py.Value) (py.Value, *py.Exc) {
				return py.None, zoneArgument(t, dt, "dst")
			})},
			{Name: "fromutc", Sig: "object, /", Doc: "datetime in UTC -> datetime in local time.", Fn: py.Fn1(func(t *py.Thread, v, dt py.Value) (py.Value, *py.Exc) {
				if !isDatetime(dt) {
					return py.Value{}, t.TypeErr("fromutc: argument must be a datetime")
				}
				if asDatetime(dt).tz != v {
					return py.Value{}, t.ValueErr("fromutc: dt.tzinfo is not self")
				}
				return addDelta(t, dt, asZone(v).offset, 1)
			})},
			{Name: "__getinitargs__", Sig: "", Doc: "pickle support", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				z := asZone(v)
				if z.name.IsNil() {
					return py.NewTuple(z.offset.Value()).Value(), nil
				}
				return py.NewTuple(z.offset.Value(), z.name).Value(), nil
			})},
		},
		Attrs: func() map[string]py.Value {
			mk := func(days, secs int) py.Value {
				z := &fixedZone{offset: mkDelta(days, secs, 0)}
				z.InitHeader(timezoneType)
				return py.FromHeader(&z.Header)
			}
			return map[string]py.Value{"utc": utcValue(), "min": mk(-1, 60), "max": mk(0, secondsDay-60)}
		},
	})
}
