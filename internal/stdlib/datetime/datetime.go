// Package datetime is the _datetime module: dates, times and the differences
// between them.
package datetime

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// datetime is a datetime: a date, which it begins with, and a time of day.
type datetime struct {
	date
	h, mi, s, fold uint8
	us             int32
	tz             py.Value // nil: naive
}

var datetimeType = new(py.Type)

func asDatetime(v py.Value) *datetime { return (*datetime)(v.Ptr()) }
func isDatetime(v py.Value) bool {
	return v.Type() == datetimeType || v.Type() != dateType && py.IsInstance(v, datetimeType)
}

func rawDatetime(t *py.Thread, cls *py.Type, y, m, d, h, mi, s, us, fold int, tz py.Value) py.Value {
	x := py.AllocFor[datetime](t, cls)
	x.y, x.m, x.d = uint16(y), uint8(m), uint8(d)
	x.h, x.mi, x.s, x.us, x.fold, x.tz = uint8(h), uint8(mi), uint8(s), int32(us), uint8(fold), tz
	return py.FromHeader(&x.Header)
}

// makeDatetime makes a datetime of class cls; that of a subclass by its
// constructor.
func makeDatetime(t *py.Thread, cls py.Value, y, m, d, h, mi, s, us, fold int, tz py.Value) (py.Value, *py.Exc) {
	if cls == datetimeType.Value() {
		if err := checkDate(t, y, m, d); err != nil {
			return py.Value{}, err
		}
		if err := checkTime(t, h, mi, s, us, fold); err != nil {
			return py.Value{}, err
		}
		return rawDatetime(t, datetimeType, y, m, d, h, mi, s, us, fold, tz), nil
	}
	v, err := t.Call(cls, py.IntOf(y), py.IntOf(m), py.IntOf(d), py.IntOf(h), py.IntOf(mi), py.IntOf(s), py.IntOf(us), orNone(tz))
	if err == nil && fold != 0 && isDatetime(v) {
		asDatetime(v).fold = uint8(fold)
	}
	return v, err
}

var datetimeArgs = argSpec{names: []string{"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"}, pos: 8, min: 3}

func datetimeNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	if pos := args.Pos(); args.NumKw() == 0 && (len(pos) == 1 || len(pos) == 2) {
		b, err := pickleState(t, pos[0], 10, 2, 1, 12, "datetime")
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
			y, m, us := int(b[0])<<8|int(b[1]), int(b[2]&0x7f), int(b[7])<<16|int(b[8])<<8|int(b[9])
			return rawDatetime(t, cls, y, m, int(b[3]), int(b[4]), int(b[5]), int(b[6]), us, int(b[2]>>7), tz), nil
		}
	}
	var a [9]py.Value
	if err := datetimeArgs.bind(t, args, a[:]); err != nil {
		return py.Value{}, err
	}
	var y, m, d, h, mi, s, us, fold int
	if err := ints(t, a[:7], &y, &m, &d, &h, &mi, &s, &us); err != nil {
		return py.Value{}, err
	}
	if err := ints(t, a[8:], &fold); err != nil {
		return py.Value{}, err
	}
	if err := checkDate(t, y, m, d); err != nil {
		return py.Value{}, err
	}
	if err := checkTime(t, h, mi, s, us, fold); err != nil {
		return py.Value{}, err
	}
	tz, err := zoneArg(t, a[7])
	if err != nil {
		return py.Value{}, err
	}
	return rawDatetime(t, cls, y, m, d, h, mi, s, us, fold, tz), nil
}

func (d *datetime) offset(t *py.Thread) (*delta, *py.Exc) {
	if d.tz.IsNil() {
		return nil, nil
	}
	return callOffset(t, "utcoffset", d.tz, py.FromHeader(&d.Header))
}

// seconds is the number of seconds since the beginning of year 1, plus a day.
func (d *datetime) seconds() int64 {
	return int64(d.ordinal())*secondsDay + int64(d.h)*3600 + int64(d.mi)*60 + int64(d.s)
}

// micros is the local time in microseconds; it fits 64 bits.
func (d *datetime) micros() int64 { return d.seconds()*1000000 + int64(d.us) }

// withFold is a copy with another fold.
func (d *datetime) withFold(fold uint8) *datetime {
	c := &datetime{h: d.h, mi: d.mi, s: d.s, us: d.us, fold: fold, tz: d.tz}
	c.y, c.m, c.d = d.y, d.m, d.d
	c.InitHeader(datetimeType)
	return c
}

func addDelta(t *py.Thread, v py.Value, e *delta, sign int64) (py.Value, *py.Exc) {
	d := asDatetime(v)
	us := int64(d.us) + sign*int64(e.us)
	c, us := floorDivMod(us, 1000000)
	secs := int64(d.h)*3600 + int64(d.mi)*60 + int64(d.s) + sign*int64(e.secs) + c
	c, secs = floorDivMod(secs, secondsDay)
	n := int64(d.ordinal()) + sign*int64(e.days) + c
	if n < 1 || n > maxOrdinal {
		return py.Value{}, t.Raise(py.OverflowError, "date value out of range")
	}
	y, m, day := fromOrdinal(int(n))
	return makeDatetime(t, v.Type().Value(), y, m, day, int(secs/3600), int(secs/60%60), int(secs%60), int(us), 0, d.tz)
}

func datetimeAdd(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if !isDatetime(a) {
		a, b = b, a
	}
	if !isDatetime(a) || !isDelta(b) {
		return py.NotImplemented, nil
	}
	return addDelta(t, a, asDelta(b), 1)
}

func datetimeSub(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if !isDatetime(a) {
		return py.NotImplemented, nil
	}
	if isDelta(b) {
		return addDelta(t, a, asDelta(b), -1)
	}
	if !isDatetime(b) {
		return py.NotImplemented, nil
	}
	x, y := asDatetime(a), asDatetime(b)
	diff := x.micros() - y.micros()
	if x.tz != y.tz {
		o1, err := x.offset(t)
		if err != nil {
			return py.Value{}, err
		}
		o2, err := y.offset(t)
		if err != nil {
			return py.Value{}, err
		}
		if (o1 == nil) != (o2 == nil) {
			return py.Value{}, t.TypeErr("can't subtract offset-naive and offset-aware datetimes")
		}
		if o1 != nil {
			u1, _ := o1.micros()
			u2, _ := o2.micros()
			diff -= u1 - u2
		}
	}
	return fromMicros(t, diff)
}

// foldMatters tells whether the offset depends on fold: then the local time is
// in a gap or repeated, and not equal to any time of another zone (PEP 495).
func (d *datetime) foldMatters(t *py.Thread, off *delta) (bool, *py.Exc) {
	if d.tz.IsNil() {
		return false, nil
	}
	flip, err := d.withFold(1 - d.fold).offset(t)
	if err != nil {
		return false, err
	}
	if flip == off || flip != nil && off != nil && flip.cmp(off) == 0 {
		return false, nil
	}
	return true, nil
}

func datetimeCompare(t *py.Thread, a, b py.Value, op py.CompareOp) (py.Value, *py.Exc) {
	if !isDatetime(a) || !isDatetime(b) {
		return py.NotImplemented, nil
	}
	x, y := asDatetime(a), asDatetime(b)
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
	if (o1 == nil) != (o2 == nil) {
		switch op {
		case py.CmpEQ:
			return py.False, nil
		case py.CmpNE:
			return py.True, nil
		}
		return py.Value{}, t.TypeErr("can't compare offset-naive and offset-aware datetimes")
	}
	diff := x.micros() - y.micros()
	if o1 != nil {
		u1, _ := o1.micros()
		u2, _ := o2.micros()
		diff -= u1 - u2
	}
	if diff == 0 && (op == py.CmpEQ || op == py.CmpNE) {
		odd, err := x.foldMatters(t, o1)
		if err == nil && !odd {
			odd, err = y.foldMatters(t, o2)
		}
		if err != nil {
			return py.Value{}, err
		}
		if odd {
			diff = 1
		}
	}
	return py.Bool(ordered(cmp64(diff, 0), op)), nil
}

func datetimeHash(t *py.Thread, v py.Value) (int64, *py.Exc) {
	d := asDatetime(v)
	if h := d.hash.Load(); h != 0 {
		return h, nil
	}
	first := d
	if d.fold != 0 {
		first = d.withFold(0)
	}
	off, err := first.offset(t)
	if err != nil {
		return 0, err
	}
	var h int64
	if off == nil {
		h, err = t.Hash(py.NewBytes(d.state(false)).Value())
	} else {
		us, _ := off.micros()
		var e py.Value
		if e, err = fromMicros(t, d.micros()-us); err == nil {
			h, err = asDelta(e).hashOf(t)
		}
	}
	if err != nil {
		return 0, err
	}
	d.hash.Store(h)
	return h, nil
}

func (d *datetime) state(fold bool) []byte {
	b := []byte{byte(d.y >> 8), byte(d.y), d.m, d.d, d.h, d.mi, d.s, byte(d.us >> 16), byte(d.us >> 8), byte(d.us)}
	if fold && d.fold != 0 {
		b[2] |= 0x80
	}
	return b
}

func datetimeReduce(t *py.Thread, v py.Value, proto int) (py.Value, *py.Exc) {
	d := asDatetime(v)
	state := py.NewTuple(py.NewBytes(d.state(proto > 3)).Value())
	if !d.tz.IsNil() {
		state = py.NewTuple(state.Items()[0], d.tz)
	}
	return py.NewTuple(v.Type().Value(), state.Value()).Value(), nil
}

func datetimeRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	d := asDatetime(v)
	y, m, day := d.ymd()
	b := append([]byte(v.Type().Name()), '(')
	b = appendInts(b, y, m, day, int(d.h), int(d.mi))
	switch {
	case d.us != 0:
		b = appendInts(append(b, ", "...), int(d.s), int(d.us))
	case d.s != 0:
		b = appendInts(append(b, ", "...), int(d.s))
	}
	if d.fold != 0 {
		b = append(b, ", fold=1"...)
	}
	if !d.tz.IsNil() {
		r, err := t.Repr(d.tz)
		if err != nil {
			return py.Value{}, err
		}
		b = append(append(b, ", tzinfo="...), r.String()...)
	}
	return py.NewStr(string(append(b, ')'))).Value(), nil
}

func (d *datetime) iso(t *py.Thread, sep, spec string) (py.Value, *py.Exc) {
	y, m, day := d.ymd()
	b := appendDate(make([]byte, 0, 40), y, m, day)
	b = append(b, sep...)
	b, ok := clockText(b, int(d.h), int(d.mi), int(d.s), int(d.us), spec)
	if !ok {
		return py.Value{}, t.ValueErr("Unknown timespec value")
	}
	off, err := d.offset(t)
	if err != nil {
		return py.Value{}, err
	}
	if off != nil {
		b = appendOffset(b, off, ":")
	}
	return py.NewStr(string(b)).Value(), nil
}

func datetimeReplace(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	x := asDatetime(self)
	y, m, d := x.ymd()
	h, mi, s, us, fold := int(x.h), int(x.mi), int(x.s), int(x.us), int(x.fold)
	if err := ints(t, a, &y, &m, &d, &h, &mi, &s, &us); err != nil {
		return py.Value{}, err
	}
	if err := ints(t, a[8:], &fold); err != nil {
		return py.Value{}, err
	}
	tz, err := replaceZone(t, a[7], x.tz)
	if err != nil {
		return py.Value{}, err
	}
	if fold != 0 && fold != 1 {
		return py.Value{}, t.ValueErr("fold must be either 0 or 1")
	}
	return makeDatetime(t, self.Type().Value(), y, m, d, h, mi, s, us, fold, tz)
}

// wall is the local or UTC time of a timestamp on the scale of seconds().
func wall(t *py.Thread, sec int64) (int64, *py.Exc) {
	tm, err := breakDown(t, sec, false)
	if err != nil {
		return 0, err
	}
	_, off := tm.Zone()
	return sec + int64(off), nil
}

// fromStamp makes a datetime of a timestamp. A local time that occurred before
// gets fold 1.
func fromStamp(t *py.Thread, cls py.Value, sec int64, us int, utc bool, tz py.Value) (py.Value, *py.Exc) {
	tm, err := breakDown(t, sec, utc)
	if err != nil {
		return py.Value{}, err
	}
	fold := 0
	if tz.IsNil() && !utc && sec-zoneSpan > (1-unixOrdinal)*secondsDay {
		here, err := wall(t, sec)
		if err != nil {
			return py.Value{}, err
		}
		before, err := wall(t, sec-zoneSpan)
		if err != nil {
			return py.Value{}, err
		}
		if jump := here - before - zoneSpan; jump < 0 {
			again, err := wall(t, sec+jump)
			if err != nil {
				return py.Value{}, err
			}
			if again == here {
				fold = 1
			}
		}
	}
	return makeDatetime(t, cls, tm.Year(), int(tm.Month()), tm.Day(), tm.Hour(), tm.Minute(), min(tm.Second(), 59), us, fold, tz)
}

// fromStampIn is fromStamp in the time zone tz, nil for local time.
func fromStampIn(t *py.Thread, cls py.Value, sec int64, us int, tz py.Value) (py.Value, *py.Exc) {
	v, err := fromStamp(t, cls, sec, us, !tz.IsNil(), tz)
	if err != nil || tz.IsNil() {
		return v, err
	}
	return t.CallMethodS(tz, "fromutc", v)
}

func now(t *py.Thread) (int64, int) {
	ns := t.Interp().Host().Clock.Realtime()
	sec, rest := floorDivMod(ns, 1000000000)
	return sec, int(rest / 1000)
}

// localStamp is the timestamp of a naive local time: PEP 495 tells which of
// two, and what to do in a gap.
func (d *datetime) localStamp(t *py.Thread) (int64, *py.Exc) {
	want := d.seconds() - unixOrdinal*secondsDay
	w, err := wall(t, want)
	if err != nil {
		return 0, err
	}
	a := w - want
	u1 := want - a
	w1, err := wall(t, u1)
	if err != nil {
		return 0, err
	}
	b := w1 - u1
	if w1 == want {
		other := u1 - zoneSpan
		if d.fold != 0 {
			other = u1 + zoneSpan
		}
		w, err := wall(t, other)
		if err != nil {
			return 0, err
		}
		if b = w - other; a == b {
			return u1, nil
		}
	}
	u2 := want - b
	w2, err := wall(t, u2)
	switch {
	case err != nil:
		return 0, err
	case w2 == want:
		return u2, nil
	case w1 == want:
		return u1, nil
	case d.fold != 0:
		return min(u1, u2), nil
	}
	return max(u1, u2), nil
}

func (d *datetime) timestamp(t *py.Thread) (py.Value, *py.Exc) {
	if off, err := d.offset(t); err != nil {
		return py.Value{}, err
	} else if !d.tz.IsNil() && off != nil {
		us, _ := off.micros()
		return py.Float64(float64(d.micros()-unixOrdinal*secondsDay*1000000-us) / 1e6), nil
	}
	sec, err := d.localStamp(t)
	if err != nil {
		return py.Value{}, err
	}
	return py.Float64(float64(sec) + float64(d.us)/1e6), nil
}

// localZone is the local time zone at a moment, as a timezone.
func localZone(t *py.Thread, sec int64) (py.Value, *py.Exc) {
	tm, err := breakDown(t, sec, false)
	if err != nil {
		return py.Value{}, err
	}
	name, off := tm.Zone()
	d, err := normal(t, 0, int64(off), 0)
	if err != nil {
		return py.Value{}, err
	}
	return newZone(t, d, py.NewStr(name).Value())
}

func astimezone(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	tz, err := zoneArg(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	d := asDatetime(self)
	from := d.tz
	naive := func() *py.Exc {
		sec, err := d.localStamp(t)
		if err != nil {
			return err
		}
		// In a gap the zone is the one that fold stands for, although the
		// timestamp lies on its other side.
		other, err := d.withFold(1 - d.fold).localStamp(t)
		if err != nil {
			return err
		}
		if other != sec && (other > sec) == (d.fold != 0) {
			sec = other
		}
		from, err = localZone(t, sec)
		return err
	}
	if from.IsNil() {
		if err := naive(); err != nil {
			return py.Value{}, err
		}
	}
	if from == tz {
		return self, nil
	}
	off, err := callOffset(t, "utcoffset", from, self)
	if err != nil {
		return py.Value{}, err
	}
	if off == nil {
		if err := naive(); err != nil {
			return py.Value{}, err
		}
		if from == tz {
			return self, nil
		}
		if off, err = callOffset(t, "utcoffset", from, self); err != nil {
			return py.Value{}, err
		}
	}
	r, err := addDelta(t, self, off, -1)
	if err != nil {
		return py.Value{}, err
	}
	if !isDatetime(r) {
		return py.Value{}, t.TypeErr("unexpected result of the constructor: %s", r.Type().Name())
	}
	u := asDatetime(r)
	if tz.IsNil() {
		if tz, err = localZone(t, u.seconds()-unixOrdinal*secondsDay); err != nil {
			return py.Value{}, err
		}
	}
	u.tz = tz
	return t.CallMethodS(tz, "fromutc", r)
}

func datetimeFromISO(t *py.Thread, cls, v py.Value) (py.Value, *py.Exc) {
	s, err := isoText(t, v)
	if err != nil {
		return py.Value{}, err
	}
	r := runesOf(s)
	if len(r) < 7 {
		return py.Value{}, badISO(t, s)
	}
	at := separatorAt(r)
	if at < 0 || at > len(r) {
		return py.Value{}, badISO(t, s)
	}
	y, m, d, ok := parseISODate(r[:at])
	var c isoClock
	if ok && len(r)-at > 1 {
		c, ok = parseISOTime(r[at+1:])
	}
	if !ok {
		return py.Value{}, badISO(t, s)
	}
	tz, err := c.zoneOf(t)
	if err != nil {
		return py.Value{}, err
	}
	return makeDatetime(t, cls, y, m, d, c.h, c.m, c.s, c.us, 0, tz)
}

func combine(t *py.Thread, cls py.Value, a []py.Value) (py.Value, *py.Exc) {
	if !isDate(a[0]) {
		return py.Value{}, t.TypeErr("combine() argument 1 must be datetime.date, not %s", py.ArgTypeName(a[0]))
	}
	if !isClock(a[1]) {
		return py.Value{}, t.TypeErr("combine() argument 2 must be datetime.time, not %s", py.ArgTypeName(a[1]))
	}
	y, m, d := asDate(a[0]).ymd()
	c := asClock(a[1])
	tz, err := replaceZone(t, a[2], c.tz)
	if err != nil {
		return py.Value{}, err
	}
	return makeDatetime(t, cls, y, m, d, int(c.h), int(c.m), int(c.s), int(c.us), int(c.fold), tz)
}

func utctimetuple(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	d := asDatetime(self)
	off, err := d.offset(t)
	if err != nil {
		return py.Value{}, err
	}
	if off != nil {
		v, err := addDelta(t, py.FromHeader(&d.withFold(0).Header), off, -1)
		if err != nil {
			return py.Value{}, err
		}
		d = asDatetime(v)
	}
	y, m, day := d.ymd()
	return structTime(t, y, m, day, int(d.h), int(d.mi), int(d.s), 0)
}

func timetuple(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	d := asDatetime(self)
	dst := -1
	if !d.tz.IsNil() {
		e, err := callOffset(t, "dst", d.tz, self)
		if err != nil {
			return py.Value{}, err
		}
		if e != nil {
			dst = 0
			if e.bool() {
				dst = 1
			}
		}
	}
	y, m, day := d.ymd()
	return structTime(t, y, m, day, int(d.h), int(d.mi), int(d.s), dst)
}

func datetimeGetter(name string, get func(d *datetime) py.Value) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return get(asDatetime(v)), nil }}
}

const datetimeReplaceSig = "year=unchanged, month=unchanged, day=unchanged, " + timeReplaceSig

func init() {
	py.RegisterPackage(func() {
		registerDate()
		registerDatetime()
		registerDelta()
		registerTimeobj()
		registerTz()
	}, "_datetime")
}

func registerDatetime() {
	s := py.Slots{
		New: datetimeNew, Repr: datetimeRepr, Hash: datetimeHash, Compare: datetimeCompare,
		Str: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			return t.CallMethodS(v, "isoformat", py.InternStr(" ").Value())
		},
	}
	s.Binary[py.OpAdd], s.Binary[py.OpSub] = datetimeAdd, datetimeSub
	py.RegisterType(py.TypeSpec{
		Type: datetimeType, Name: "datetime.datetime", Base: dateType, Flags: py.FlagBaseType, Layout: py.LayoutOf[datetime](),
		Doc:   "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.",
		Slots: s,
		GetSet: []py.GetSetSpec{
			datetimeGetter("hour", func(d *datetime) py.Value { return py.IntOf(int(d.h)) }),
			datetimeGetter("minute", func(d *datetime) py.Value { return py.IntOf(int(d.mi)) }),
			datetimeGetter("second", func(d *datetime) py.Value { return py.IntOf(int(d.s)) }),
			datetimeGetter("microsecond", func(d *datetime) py.Value { return py.IntOf(int(d.us)) }),
			datetimeGetter("tzinfo", func(d *datetime) py.Value { return orNone(d.tz) }),
			datetimeGetter("fold", func(d *datetime) py.Value { return py.IntOf(int(d.fold)) }),
		},
		Methods: datetimeMethods,
		Attrs: func() map[string]py.Value {
			mk := func(y, m, d, h, mi, s, us int) py.Value {
				x := &datetime{h: uint8(h), mi: uint8(mi), s: uint8(s), us: int32(us)}
				x.y, x.m, x.d = uint16(y), uint8(m), uint8(d)
				x.InitHeader(datetimeType)
				return py.FromHeader(&x.Header)
			}
			return map[string]py.Value{"min": mk(1, 1, 1, 0, 0, 0, 0), "max": mk(9999, 12, 31, 23, 59, 59, 999999), "resolution": mkDelta(0, 0, 1).Value()}
		},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "_datetime", Doc: "Fast implementation of the datetime type.",
		Types: []*py.Type{dateType, timeType, datetimeType, deltaType, timezoneType, tzinfoType},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("MINYEAR", py.IntOf(minYear))
			m.Set("MAXYEAR", py.IntOf(maxYear))
			m.Set("UTC", utcValue())
			return nil
		},
	})
}

var datetimeMethods = []py.MethodSpec{
	{Name: "now", Class: true, Sig: "tz=None", Doc: "Returns new datetime object representing current time local to tz.\n\n  tz\n    Timezone object.\n\nIf no tz is specified, uses local timezone.", Fn: py.FnSig(func(t *py.Thread, cls py.Value, a []py.Value) (py.Value, *py.Exc) {
		tz, err := zoneArg(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		sec, us := now(t)
		return fromStampIn(t, cls, sec, us, tz)
	})},
	{Name: "utcnow", Class: true, Sig: "", Doc: "Return a new datetime representing UTC day and time.", Fn: py.Fn0(func(t *py.Thread, cls py.Value) (py.Value, *py.Exc) {
		if err := t.Warn(py.DeprecationWarning, 1, "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC)."); err != nil {
			return py.Value{}, err
		}
		sec, us := now(t)
		return fromStamp(t, cls, sec, us, true, py.Value{})
	})},
	{Name: "fromtimestamp", Class: true, Sig: "timestamp, tz=None", Doc: "timestamp[, tz] -> tz's local time from POSIX timestamp.", Fn: py.FnSig(func(t *py.Thread, cls py.Value, a []py.Value) (py.Value, *py.Exc) {
		tz, err := zoneArg(t, a[1])
		if err != nil {
			return py.Value{}, err
		}
		sec, us, err := timestampArg(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		return fromStampIn(t, cls, sec, us, tz)
	})},
	{Name: "utcfromtimestamp", Class: true, Sig: "timestamp, /", Doc: "Construct a naive UTC datetime from a POSIX timestamp.", Fn: py.Fn1(func(t *py.Thread, cls, v py.Value) (py.Value, *py.Exc) {
		if err := t.Warn(py.DeprecationWarning, 1, "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC)."); err != nil {
			return py.Value{}, err
		}
		sec, us, err := timestampArg(t, v)
		if err != nil {
			return py.Value{}, err
		}
		return fromStamp(t, cls, sec, us, true, py.Value{})
	})},
	{Name: "strptime", Class: true, Doc: "string, format -> new datetime parsed from a string (like time.strptime()).", Fn: py.FnRaw(func(t *py.Thread, cls py.Value, args py.Args) (py.Value, *py.Exc) {
		if err := args.NoKeywords(t, "datetime.strptime()"); err != nil {
			return py.Value{}, err
		}
		if n := args.Len(); n != 2 {
			return py.Value{}, t.TypeErr("strptime() takes exactly 2 arguments (%d given)", n)
		}
		for i, v := range args.Pos() {
			if _, ok := py.ToStr(v); !ok {
				return py.Value{}, t.TypeErr("strptime() argument %d must be str, not %s", i+1, py.ArgTypeName(v))
			}
		}
		m, err := t.ImportModule("_strptime")
		if err != nil {
			return py.Value{}, err
		}
		return t.CallMethodS(m, "_strptime_datetime", cls, args.Pos()[0], args.Pos()[1])
	})},
	{Name: "combine", Class: true, Sig: "date, time, tzinfo=None", Doc: "date, time -> datetime with same date and time fields", Fn: py.FnSig(combine)},
	{Name: "fromisoformat", Class: true, Sig: "object, /", Doc: "string -> datetime from a string in most ISO 8601 formats", Fn: py.Fn1(datetimeFromISO)},
	{Name: "date", Sig: "", Doc: "Return date object with same year, month and day.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		y, m, d := asDate(v).ymd()
		return rawDate(t, dateType, y, m, d), nil
	})},
	{Name: "time", Sig: "", Doc: "Return time object with same time but with tzinfo=None.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		d := asDatetime(v)
		return rawClock(t, timeType, int(d.h), int(d.mi), int(d.s), int(d.us), int(d.fold), py.Value{}), nil
	})},
	{Name: "timetz", Sig: "", Doc: "Return time object with same time and tzinfo.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		d := asDatetime(v)
		return rawClock(t, timeType, int(d.h), int(d.mi), int(d.s), int(d.us), int(d.fold), d.tz), nil
	})},
	{Name: "ctime", Sig: "", Doc: "Return ctime() style string.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		d := asDatetime(v)
		y, m, day := d.ymd()
		return ctimeText(y, m, day, int(d.h), int(d.mi), int(d.s)), nil
	})},
	{Name: "timetuple", Sig: "", Doc: "Return time tuple, compatible with time.localtime().", Fn: py.Fn0(timetuple)},
	{Name: "timestamp", Sig: "", Doc: "Return POSIX timestamp as float.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return asDatetime(v).timestamp(t) })},
	{Name: "utctimetuple", Sig: "", Doc: "Return UTC time tuple, compatible with time.localtime().", Fn: py.Fn0(utctimetuple)},
	{Name: "isoformat", Sig: "sep='T', timespec='auto'", Doc: "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\nsep is used to separate the year from the time, and defaults to 'T'.\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		sep := "T"
		if !a[0].IsNil() {
			s, ok := py.ToStr(a[0])
			if !ok || s.Len() != 1 {
				return py.Value{}, t.TypeErr("isoformat() argument 1 must be a unicode character, not %s", py.ArgTypeName(a[0]))
			}
			sep = s.String()
		}
		spec, err := timespecArg(t, a[1], 2)
		if err != nil {
			return py.Value{}, err
		}
		return asDatetime(v).iso(t, sep, spec)
	})},
	{Name: "utcoffset", Sig: "", Doc: "Return self.tzinfo.utcoffset(self).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		d, err := asDatetime(v).offset(t)
		return deltaOrNone(d), err
	})},
	{Name: "tzname", Sig: "", Doc: "Return self.tzinfo.tzname(self).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return callTzname(t, asDatetime(v).tz, v) })},
	{Name: "dst", Sig: "", Doc: "Return self.tzinfo.dst(self).", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		d, err := callOffset(t, "dst", asDatetime(v).tz, v)
		return deltaOrNone(d), err
	})},
	{Name: "replace", Sig: datetimeReplaceSig, Doc: "Return datetime with new specified fields.", Fn: py.FnSig(datetimeReplace)},
	{Name: "__replace__", Sig: datetimeReplaceSig, Doc: "The same as replace().", Fn: py.FnSig(datetimeReplace)},
	{Name: "astimezone", Sig: "tz=None", Doc: "tz -> convert to local time in new timezone tz", Fn: py.FnSig(astimezone)},
	{Name: "__reduce_ex__", Sig: "proto, /", Doc: "__reduce_ex__(proto) -> (cls, state)", Fn: py.Fn1(func(t *py.Thread, v, proto py.Value) (py.Value, *py.Exc) {
		n, err := t.CInt(proto)
		if err != nil {
			return py.Value{}, err
		}
		return datetimeReduce(t, v, n)
	})},
	{Name: "__reduce__", Sig: "", Doc: "__reduce__() -> (cls, state)", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return datetimeReduce(t, v, 2) })},
}
