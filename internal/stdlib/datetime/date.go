package datetime

import (
	"math"
	"sync/atomic"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// date is a date, and the beginning of a datetime.
type date struct {
	py.Header
	y    uint16
	m, d uint8
	hash atomic.Int64
}

var (
	dateType        = new(py.Type)
	isoCalendarType = new(py.Type)
)

func asDate(v py.Value) *date { return (*date)(v.Ptr()) }
func isDate(v py.Value) bool  { return v.Type() == dateType || py.IsInstance(v, dateType) }

func (d *date) ymd() (y, m, day int) { return int(d.y), int(d.m), int(d.d) }
func (d *date) ordinal() int         { return ordinal(d.ymd()) }

func rawDate(t *py.Thread, cls *py.Type, y, m, d int) py.Value {
	x := py.AllocFor[date](t, cls)
	x.y, x.m, x.d = uint16(y), uint8(m), uint8(d)
	return py.FromHeader(&x.Header)
}

// makeDate makes a date of class cls; that of a subclass by its constructor.
func makeDate(t *py.Thread, cls py.Value, y, m, d int) (py.Value, *py.Exc) {
	switch cls {
	case dateType.Value():
		if err := checkDate(t, y, m, d); err != nil {
			return py.Value{}, err
		}
		return rawDate(t, dateType, y, m, d), nil
	case datetimeType.Value():
		return makeDatetime(t, cls, y, m, d, 0, 0, 0, 0, 0, py.Value{})
	}
	return t.Call(cls, py.IntOf(y), py.IntOf(m), py.IntOf(d))
}

var dateArgs = argSpec{names: []string{"year", "month", "day"}, pos: 3, min: 3}

func dateNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	if pos := args.Pos(); len(pos) == 1 && args.NumKw() == 0 {
		b, err := pickleState(t, pos[0], 4, 2, 1, 12, "date")
		if err != nil {
			return py.Value{}, err
		}
		if b != nil && b[2] <= 12 {
			return rawDate(t, cls, int(b[0])<<8|int(b[1]), int(b[2]), int(b[3])), nil
		}
	}
	var a [3]py.Value
	if err := dateArgs.bind(t, args, a[:]); err != nil {
		return py.Value{}, err
	}
	var y, m, d int
	if err := ints(t, a[:], &y, &m, &d); err != nil {
		return py.Value{}, err
	}
	if err := checkDate(t, y, m, d); err != nil {
		return py.Value{}, err
	}
	return rawDate(t, cls, y, m, d), nil
}

// shift is the date n days later.
func (d *date) shift(t *py.Thread, n int) (y, m, day int, err *py.Exc) {
	n += d.ordinal()
	if n < 1 || n > maxOrdinal {
		return 0, 0, 0, t.Raise(py.OverflowError, "date value out of range")
	}
	y, m, day = fromOrdinal(n)
	return y, m, day, nil
}

func dateAdd(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if isDatetime(a) || isDatetime(b) {
		return py.NotImplemented, nil
	}
	if !isDate(a) {
		a, b = b, a
	}
	if !isDate(a) || !isDelta(b) {
		return py.NotImplemented, nil
	}
	y, m, d, err := asDate(a).shift(t, int(asDelta(b).days))
	if err != nil {
		return py.Value{}, err
	}
	return makeDate(t, a.Type().Value(), y, m, d)
}

func dateSub(t *py.Thread, a, b py.Value) (py.Value, *py.Exc) {
	if isDatetime(a) || isDatetime(b) || !isDate(a) {
		return py.NotImplemented, nil
	}
	switch {
	case isDate(b):
		return mkDelta(asDate(a).ordinal()-asDate(b).ordinal(), 0, 0).Value(), nil
	case isDelta(b):
		y, m, d, err := asDate(a).shift(t, -int(asDelta(b).days))
		if err != nil {
			return py.Value{}, err
		}
		return makeDate(t, a.Type().Value(), y, m, d)
	}
	return py.NotImplemented, nil
}

func (d *date) key() int64 { return int64(d.y)<<16 | int64(d.m)<<8 | int64(d.d) }

func (d *date) state() []byte { return []byte{byte(d.y >> 8), byte(d.y), d.m, d.d} }

var weekdayNames = [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
var monthNames = [13]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

func ctimeText(y, m, d, h, mi, s int) py.Value {
	b := append([]byte(weekdayNames[weekday(y, m, d)]), ' ')
	b = append(append(b, monthNames[m]...), ' ')
	if d < 10 {
		b = append(b, ' ')
	}
	b = append(pad(b, d, 1), ' ')
	b = pad(b, h, 2)
	b = pad(append(b, ':'), mi, 2)
	b = pad(append(b, ':'), s, 2)
	b = pad(append(b, ' '), y, 4)
	return py.NewStr(string(b)).Value()
}

func appendDate(b []byte, y, m, d int) []byte {
	b = pad(b, y, 4)
	b = pad(append(b, '-'), m, 2)
	return pad(append(b, '-'), d, 2)
}

func dateReplace(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
	y, m, d := asDate(self).ymd()
	if err := ints(t, a, &y, &m, &d); err != nil {
		return py.Value{}, err
	}
	return makeDate(t, self.Type().Value(), y, m, d)
}

// zoneSpan is how far around a time its local time can be.
const zoneSpan = 24 * 3600

// localParts is the local time of a POSIX timestamp.
func localParts(t *py.Thread, sec int64) time.Time {
	return time.Unix(sec, 0).In(t.Interp().Host().Clock.Location())
}

// stampRange bounds the timestamps that Go can break down without wrapping.
const stampRange = 1 << 47

// breakDown is the local or UTC time of a timestamp.
func breakDown(t *py.Thread, sec int64, utc bool) (time.Time, *py.Exc) {
	if sec > stampRange || sec < -stampRange {
		if sec > 67768036191676799 || sec < -67768040609740800 {
			return time.Time{}, t.OSErrno(75)
		}
		y := 1970 + sec/31556952
		return time.Time{}, t.ValueErr("year %d is out of range", y)
	}
	tm := time.Unix(sec, 0).UTC()
	if !utc {
		tm = localParts(t, sec)
	}
	if y := tm.Year(); y < minYear || y > maxYear {
		return time.Time{}, t.ValueErr("year %d is out of range", y)
	}
	return tm, nil
}

func dateFromTimestamp(t *py.Thread, cls, v py.Value) (py.Value, *py.Exc) {
	sec, err := t.Seconds(v, py.RoundFloor)
	if err != nil {
		return py.Value{}, err
	}
	tm, err := breakDown(t, sec, false)
	if err != nil {
		return py.Value{}, err
	}
	return makeDate(t, cls, tm.Year(), int(tm.Month()), tm.Day())
}

// timestampArg splits a timestamp into seconds and microseconds, rounding half
// to even.
func timestampArg(t *py.Thread, v py.Value) (sec int64, us int, err *py.Exc) {
	if !py.IsFloat(v) {
		sec, err = t.Seconds(v, py.RoundHalfEven)
		return sec, 0, err
	}
	f := py.FloatOf(v)
	if math.IsNaN(f) {
		return 0, 0, t.ValueErr("Invalid value NaN (not a number)")
	}
	whole, frac := math.Modf(f)
	frac = math.RoundToEven(frac * 1e6)
	if frac >= 1e6 {
		whole, frac = whole+1, frac-1e6
	} else if frac < 0 {
		whole, frac = whole-1, frac+1e6
	}
	if !(whole >= -9223372036854775808.0 && whole < 9223372036854775808.0) {
		return 0, 0, t.Raise(py.OverflowError, "timestamp out of range for platform time_t")
	}
	return int64(whole), int(frac), nil
}

func dateFromISO(t *py.Thread, cls, v py.Value) (py.Value, *py.Exc) {
	s, err := isoText(t, v)
	if err != nil {
		return py.Value{}, err
	}
	if n := s.Len(); n != 7 && n != 8 && n != 10 {
		return py.Value{}, badISO(t, s)
	}
	y, m, d, ok := parseISODate(runesOf(s))
	if !ok {
		return py.Value{}, badISO(t, s)
	}
	return makeDate(t, cls, y, m, d)
}

func dateFromISOCalendar(t *py.Thread, cls py.Value, a []py.Value) (py.Value, *py.Exc) {
	var n [3]int
	for i := range n {
		x, err := t.CInt(a[i])
		if err != nil {
			if err.Is(py.OverflowError) {
				err = t.ValueErr("ISO calendar component out of range")
			}
			return py.Value{}, err
		}
		n[i] = x
	}
	y, m, d, e := fromISO(n[0], n[1], n[2])
	switch e {
	case isoBadYear:
		return py.Value{}, t.ValueErr("Year is out of range: %d", n[0])
	case isoBadWeek:
		return py.Value{}, t.ValueErr("Invalid week: %d", n[1])
	case isoBadDay:
		return py.Value{}, t.ValueErr("Invalid day: %d (range is [1, 7])", n[2])
	}
	return makeDate(t, cls, y, m, d)
}

func isoCalendarNew(t *py.Thread, y, w, d py.Value) py.Value {
	tup := py.NewTuple(y, w, d)
	tup.InitHeader(isoCalendarType)
	return tup.Value()
}

var isoCalendarSig = py.ParseSignature("year, week, weekday")

func dateGetter(name string, get func(d *date) int) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(get(asDate(v))), nil }}
}

func registerDate() {
	isoField := func(name string, i int) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			tup, _ := py.ToTuple(v)
			return tup.Items()[i], nil
		}}
	}
	py.RegisterType(py.TypeSpec{
		Type: isoCalendarType, Name: "datetime.IsoCalendarDate", Base: py.TupleType,
		Doc: "The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n  ((year, week, weekday)\nor via the object attributes as named in the above tuple.",
		Slots: py.Slots{
			New: func(t *py.Thread, _ *py.Type, args py.Args) (py.Value, *py.Exc) {
				var a [3]py.Value
				if err := isoCalendarSig.Bind(t, "IsoCalendarDate", args, a[:]); err != nil {
					return py.Value{}, err
				}
				return isoCalendarNew(t, a[0], a[1], a[2]), nil
			},
			Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				tup, _ := py.ToTuple(v)
				s := v.Type().Name()
				for i, name := range [...]string{"(year=", ", week=", ", weekday="} {
					r, err := t.StrOf(tup.Items()[i])
					if err != nil {
						return py.Value{}, err
					}
					s += name + r.String()
				}
				return py.NewStr(s + ")").Value(), nil
			},
		},
		GetSet: []py.GetSetSpec{isoField("year", 0), isoField("week", 1), isoField("weekday", 2)},
		Methods: []py.MethodSpec{{Name: "__reduce__", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			tup, _ := py.ToTuple(v)
			return py.NewTuple(py.TupleType.Value(), py.NewTuple(py.NewTuple(tup.Items()...).Value()).Value()).Value(), nil
		})}},
	})
	s := py.Slots{
		New: dateNew,
		Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			y, m, d := asDate(v).ymd()
			b := append([]byte(v.Type().Name()), '(')
			return py.NewStr(string(append(appendInts(b, y, m, d), ')'))).Value(), nil
		},
		Str: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return t.CallMethodS(v, "isoformat") },
		Hash: func(t *py.Thread, v py.Value) (int64, *py.Exc) {
			d := asDate(v)
			if h := d.hash.Load(); h != 0 {
				return h, nil
			}
			h, err := t.Hash(py.NewBytes(d.state()).Value())
			d.hash.Store(h)
			return h, err
		},
		Compare: func(t *py.Thread, a, b py.Value, op py.CompareOp) (py.Value, *py.Exc) {
			if !isDate(a) || !isDate(b) || isDatetime(a) || isDatetime(b) {
				return py.NotImplemented, nil
			}
			return py.Bool(ordered(cmp64(asDate(a).key(), asDate(b).key()), op)), nil
		},
	}
	s.Binary[py.OpAdd], s.Binary[py.OpSub] = dateAdd, dateSub
	py.RegisterType(py.TypeSpec{
		Type: dateType, Name: "datetime.date", Flags: py.FlagBaseType, Layout: py.LayoutOf[date](),
		Doc:   "date(year, month, day) --> date object",
		Slots: s,
		GetSet: []py.GetSetSpec{
			dateGetter("year", func(d *date) int { return int(d.y) }),
			dateGetter("month", func(d *date) int { return int(d.m) }),
			dateGetter("day", func(d *date) int { return int(d.d) }),
		},
		Methods: dateMethods,
		Attrs: func() map[string]py.Value {
			mk := func(y, m, d int) py.Value {
				x := &date{y: uint16(y), m: uint8(m), d: uint8(d)}
				x.InitHeader(dateType)
				return py.FromHeader(&x.Header)
			}
			return map[string]py.Value{"min": mk(1, 1, 1), "max": mk(9999, 12, 31), "resolution": mkDelta(1, 0, 0).Value()}
		},
	})
}

const dateReplaceSig = "year=unchanged, month=unchanged, day=unchanged"

var dateMethods = []py.MethodSpec{
	{Name: "fromtimestamp", Class: true, Sig: "timestamp, /", Doc: "Create a date from a POSIX timestamp.\n\nThe timestamp is a number, e.g. created via time.time(), that is interpreted\nas local time.", Fn: py.Fn1(dateFromTimestamp)},
	{Name: "fromordinal", Class: true, Sig: "ordinal, /", Doc: "int -> date corresponding to a proleptic Gregorian ordinal.", Fn: py.Fn1(func(t *py.Thread, cls, v py.Value) (py.Value, *py.Exc) {
		n, err := t.CInt(v)
		if err != nil {
			return py.Value{}, err
		}
		if n < 1 {
			return py.Value{}, t.ValueErr("ordinal must be >= 1")
		}
		y, m, d := fromOrdinal(n)
		return makeDate(t, cls, y, m, d)
	})},
	{Name: "fromisoformat", Class: true, Sig: "object, /", Doc: "str -> Construct a date from a string in ISO 8601 format.", Fn: py.Fn1(dateFromISO)},
	{Name: "fromisocalendar", Class: true, Sig: "year, week, day", Doc: "int, int, int -> Construct a date from the ISO year, week number and weekday.\n\nThis is the inverse of the date.isocalendar() function", Fn: py.FnSig(dateFromISOCalendar)},
	{Name: "today", Class: true, Sig: "", Doc: "Current date or datetime:  same as self.__class__.fromtimestamp(time.time()).", Fn: py.Fn0(func(t *py.Thread, cls py.Value) (py.Value, *py.Exc) {
		now, err := timeModule(t, "time")
		if err != nil {
			return py.Value{}, err
		}
		return t.CallMethodS(cls, "fromtimestamp", now)
	})},
	{Name: "ctime", Sig: "", Doc: "Return ctime() style string.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		y, m, d := asDate(v).ymd()
		return ctimeText(y, m, d, 0, 0, 0), nil
	})},
	{Name: "strftime", Sig: "format", Doc: "format -> strftime() style string.", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		f, err := formatArg(t, "strftime", a[0])
		if err != nil {
			return py.Value{}, err
		}
		tuple, err := t.CallMethodS(v, "timetuple")
		if err != nil {
			return py.Value{}, err
		}
		if isDatetime(v) {
			d := asDatetime(v)
			return strftime(t, f, tuple, v, d.tz, int(d.us))
		}
		return strftime(t, f, tuple, v, py.Value{}, 0)
	})},
	{Name: "__format__", Sig: "format_spec, /", Doc: "Formats self with strftime.", Fn: py.Fn1(dunderFormat)},
	{Name: "timetuple", Sig: "", Doc: "Return time tuple, compatible with time.localtime().", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		y, m, d := asDate(v).ymd()
		return structTime(t, y, m, d, 0, 0, 0, -1)
	})},
	{Name: "isocalendar", Sig: "", Doc: "Return a named tuple containing ISO year, week number, and weekday.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		y, w, d := isoCalendar(asDate(v).ymd())
		return isoCalendarNew(t, py.IntOf(y), py.IntOf(w), py.IntOf(d)), nil
	})},
	{Name: "isoformat", Sig: "", Doc: "Return string in ISO 8601 format, YYYY-MM-DD.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		y, m, d := asDate(v).ymd()
		return py.NewStr(string(appendDate(nil, y, m, d))).Value(), nil
	})},
	{Name: "isoweekday", Sig: "", Doc: "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return py.IntOf(weekday(asDate(v).ymd()) + 1), nil
	})},
	{Name: "toordinal", Sig: "", Doc: "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(asDate(v).ordinal()), nil })},
	{Name: "weekday", Sig: "", Doc: "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return py.IntOf(weekday(asDate(v).ymd())), nil
	})},
	{Name: "replace", Sig: dateReplaceSig, Doc: "Return date with new specified fields.", Fn: py.FnSig(dateReplace)},
	{Name: "__replace__", Sig: dateReplaceSig, Doc: "The same as replace().", Fn: py.FnSig(dateReplace)},
	{Name: "__reduce__", Sig: "", Doc: "__reduce__() -> (cls, state)", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return py.NewTuple(v.Type().Value(), py.NewTuple(py.NewBytes(asDate(v).state()).Value()).Value()).Value(), nil
	})},
}
