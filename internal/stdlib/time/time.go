// Package time is the time module.
package time

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

func fields(names ...string) []py.StructSeqField {
	f := make([]py.StructSeqField, len(names))
	for i, n := range names {
		f[i].Name = n
	}
	return f
}

var structTime = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "time.struct_time", Visible: 9,
	Doc:    "The time value as returned by gmtime(), localtime(), and strptime(), and\naccepted by asctime(), mktime() and strftime().",
	Fields: fields("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"),
})

func clock(ns func(t *py.Thread) (int64, error), whole bool) py.Fn0 {
	return func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		n, err := ns(t)
		if err != nil {
			return py.Value{}, t.OSErr(err)
		}
		if whole {
			return py.Int64(n), nil
		}
		return py.Float64(float64(n) / 1e9), nil
	}
}

func realtime(t *py.Thread) (int64, error)  { return t.Interp().Host().Clock.Realtime(), nil }
func monotonic(t *py.Thread) (int64, error) { return t.Interp().Host().Clock.Monotonic(), nil }
func process(t *py.Thread) (int64, error)   { return t.Interp().Host().Clock.ProcessCPU() }

// thread is the CPU time of the calling thread. From the first call on, the
// thread has a system thread to itself, whose time it is.
func thread(t *py.Thread) (int64, error) {
	t.PinSystemThread()
	return t.Interp().Host().Clock.ThreadCPU()
}

// sleep waits; pending calls (signal handlers, finalizers) run meanwhile.
func sleep(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	f, err := t.AsFloat(v)
	if err != nil {
		return py.Value{}, err
	}
	switch {
	case math.IsNaN(f):
		return py.Value{}, t.ValueErr("Invalid value NaN (not a number)")
	case f < 0:
		return py.Value{}, t.ValueErr("sleep length must be non-negative")
	case f > 9e9:
		return py.Value{}, t.Raise(py.OverflowError, "timestamp too large to convert to C PyTime_t")
	}
	return py.None, t.Sleep(time.Duration(math.Ceil(f * 1e9)))
}

// when converts an optional argument in seconds since 1970; none means now.
func when(t *py.Thread, a []py.Value) (time.Time, *py.Exc) {
	if a[0].IsNil() || a[0].IsNone() {
		return time.Unix(0, t.Interp().Host().Clock.Realtime()), nil
	}
	if py.IsFloat(a[0]) {
		f, err := t.AsFloat(a[0])
		if err != nil {
			return time.Time{}, err
		}
		if math.IsNaN(f) {
			return time.Time{}, t.ValueErr("Invalid value NaN (not a number)")
		}
		if math.Abs(f) > 6e16 {
			return time.Time{}, t.Raise(py.OverflowError, "timestamp out of range for platform time_t")
		}
		s := math.Floor(f)
		return time.Unix(int64(s), int64((f-s)*1e9)), nil
	}
	v, err := t.Index(a[0])
	if err != nil {
		return time.Time{}, err
	}
	b := py.BigOf(v)
	if !b.IsInt64() || b.Int64() > 6e16 || b.Int64() < -6e16 {
		return time.Time{}, t.Raise(py.OverflowError, "timestamp out of range for platform time_t")
	}
	return time.Unix(b.Int64(), 0), nil
}

func newStruct(tm time.Time) py.Value {
	zone, off := tm.Zone()
	dst := 0
	if tm.IsDST() {
		dst = 1
	}
	return structTime.New(
		py.IntOf(tm.Year()), py.IntOf(int(tm.Month())), py.IntOf(tm.Day()), py.IntOf(tm.Hour()), py.IntOf(tm.Minute()), py.IntOf(tm.Second()),
		py.IntOf((int(tm.Weekday())+6)%7), py.IntOf(tm.YearDay()), py.IntOf(dst), py.NewStr(zone).Value(), py.IntOf(off))
}

func gmtime(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	tm, err := when(t, a)
	if err != nil {
		return py.Value{}, err
	}
	r := tm.UTC()
	v := newStruct(r)
	return v, nil
}

func localtime(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	tm, err := when(t, a)
	if err != nil {
		return py.Value{}, err
	}
	return newStruct(tm.In(t.Interp().Host().Clock.Location())), nil
}

// broken is a time given as nine fields.
type broken struct {
	year, mon, day, hour, min, sec, wday, yday, isdst int
	zone                                              string
	off                                               int
	hasZone                                           bool
}

// fromTuple reads a struct_time or tuple of nine ints.
func fromTuple(t *py.Thread, v py.Value, fn string) (broken, *py.Exc) {
	var b broken
	tup, ok := py.ToTuple(v)
	if !ok {
		return b, t.TypeErr("Tuple or struct_time argument required")
	}
	items := tup.Items()
	if len(items) != 9 {
		return b, t.TypeErr("%s(): illegal time tuple argument", fn)
	}
	for i, p := range []*int{&b.year, &b.mon, &b.day, &b.hour, &b.min, &b.sec, &b.wday, &b.yday, &b.isdst} {
		n, err := t.CInt(items[i])
		if err != nil {
			return b, err
		}
		if *p = n; i == 0 && n < math.MinInt32+1900 {
			// struct tm counts years from 1900.
			return b, t.Raise(py.OverflowError, "year out of range")
		}
	}
	if structTime.Is(v) {
		if z, ok := py.ToStr(structTime.Field(v, 9)); ok {
			b.zone, b.hasZone = z.String(), true
		}
		if o := structTime.Field(v, 10); !o.IsNil() && !o.IsNone() {
			n, err := t.AsInt(o)
			if err != nil {
				return b, err
			}
			b.off = n
		}
	}
	return b, nil
}

// check applies the range rules of strftime and asctime.
func (b *broken) check(t *py.Thread) *py.Exc {
	fix := func(p *int) {
		if *p == 0 {
			*p = 1
		}
	}
	fix(&b.mon)
	fix(&b.day)
	fix(&b.yday)
	switch {
	case b.mon < 1 || b.mon > 12:
		return t.ValueErr("month out of range")
	case b.day < 1 || b.day > 31:
		return t.ValueErr("day of month out of range")
	case b.hour < 0 || b.hour > 23:
		return t.ValueErr("hour out of range")
	case b.min < 0 || b.min > 59:
		return t.ValueErr("minute out of range")
	case b.sec < 0 || b.sec > 61:
		return t.ValueErr("seconds out of range")
	case b.wday < -1:
		return t.ValueErr("day of week out of range")
	case b.yday < 1 || b.yday > 366:
		return t.ValueErr("day of year out of range")
	}
	b.wday = (b.wday + 7) % 7
	return nil
}

var (
	dayNames   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	monthNames = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func asctimeText(b *broken) string {
	return fmt.Sprintf("%s %s %2d %02d:%02d:%02d %d", dayNames[b.wday][:3], monthNames[b.mon-1][:3], b.day, b.hour, b.min, b.sec, b.year)
}

func asctime(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	v := a[0]
	if v.IsNil() {
		var err *py.Exc
		if v, err = localtime(t, py.None, []py.Value{py.None}); err != nil {
			return py.Value{}, err
		}
	}
	b, err := fromTuple(t, v, "asctime")
	if err != nil {
		return py.Value{}, err
	}
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	return py.NewStr(asctimeText(&b)).Value(), nil
}

func ctime(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	v, err := localtime(t, py.None, a)
	if err != nil {
		return py.Value{}, err
	}
	return asctime(t, py.None, []py.Value{v})
}

func mktime(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	b, err := fromTuple(t, v, "mktime")
	if err != nil {
		return py.Value{}, err
	}
	loc := t.Interp().Host().Clock.Location()
	tm := time.Date(b.year, time.Month(b.mon), b.day, b.hour, b.min, b.sec, 0, loc)
	if b.isdst >= 0 && tm.IsDST() != (b.isdst > 0) {
		// The fields are in the other kind of time than the zone has then.
		if b.isdst > 0 {
			tm = tm.Add(-time.Hour)
		} else {
			tm = tm.Add(time.Hour)
		}
	}
	return py.Float64(float64(tm.Unix())), nil
}

func strftime(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	f, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("strftime() argument 1 must be str, not %s", a[0].Type().Name())
	}
	if strings.IndexByte(f.String(), 0) >= 0 {
		return py.Value{}, t.ValueErr("embedded null character")
	}
	v := a[1]
	if v.IsNil() {
		var err *py.Exc
		if v, err = localtime(t, py.None, []py.Value{py.None}); err != nil {
			return py.Value{}, err
		}
	}
	b, err := fromTuple(t, v, "strftime")
	if err != nil {
		return py.Value{}, err
	}
	if err := b.check(t); err != nil {
		return py.Value{}, err
	}
	if !b.hasZone {
		loc := t.Interp().Host().Clock.Location()
		tm := time.Date(b.year, time.Month(b.mon), b.day, b.hour, b.min, b.sec, 0, loc)
		b.zone, b.off = tm.Zone()
		if b.isdst < 0 {
			b.zone = ""
		}
	}
	return py.NewStr(format(f.String(), &b)).Value(), nil
}

// format is strftime(3) in the C locale.
func format(f string, b *broken) string {
	var s strings.Builder
	h12 := (b.hour+11)%12 + 1
	date := time.Date(b.year, time.Month(b.mon), b.day, 0, 0, 0, 0, time.UTC)
	for i := 0; i < len(f); i++ {
		c := f[i]
		if c != '%' || i+1 >= len(f) {
			s.WriteByte(c)
			continue
		}
		i++
		pad := byte(0)
		for i+1 < len(f) && (f[i] == '-' || f[i] == '_' || f[i] == '0' || f[i] == 'E' || f[i] == 'O') {
			if f[i] != 'E' && f[i] != 'O' {
				pad = f[i]
			}
			i++
		}
		num := func(n, width int, def byte) {
			switch {
			case pad == '-':
				fmt.Fprintf(&s, "%d", n)
			case pad == '_' || pad == 0 && def == ' ':
				fmt.Fprintf(&s, "%*d", width, n)
			default:
				fmt.Fprintf(&s, "%0*d", width, n)
			}
		}
		switch f[i] {
		case 'a':
			s.WriteString(dayNames[b.wday][:3])
		case 'A':
			s.WriteString(dayNames[b.wday])
		case 'b', 'h':
			s.WriteString(monthNames[b.mon-1][:3])
		case 'B':
			s.WriteString(monthNames[b.mon-1])
		case 'c':
			fmt.Fprintf(&s, "%s %s %2d %02d:%02d:%02d %d", dayNames[b.wday][:3], monthNames[b.mon-1][:3], b.day, b.hour, b.min, b.sec, b.year)
		case 'C':
			num(floorDiv(b.year, 100), 2, '0')
		case 'd':
			num(b.day, 2, '0')
		case 'D', 'x':
			fmt.Fprintf(&s, "%02d/%02d/%02d", b.mon, b.day, mod(b.year, 100))
		case 'e':
			num(b.day, 2, ' ')
		case 'F':
			fmt.Fprintf(&s, "%d-%02d-%02d", b.year, b.mon, b.day)
		case 'G':
			y, _ := date.ISOWeek()
			fmt.Fprintf(&s, "%d", y)
		case 'g':
			y, _ := date.ISOWeek()
			num(mod(y, 100), 2, '0')
		case 'H':
			num(b.hour, 2, '0')
		case 'I':
			num(h12, 2, '0')
		case 'j':
			num(b.yday, 3, '0')
		case 'k':
			num(b.hour, 2, ' ')
		case 'l':
			num(h12, 2, ' ')
		case 'm':
			num(b.mon, 2, '0')
		case 'M':
			num(b.min, 2, '0')
		case 'n':
			s.WriteByte('\n')
		case 'p', 'P':
			p := "AM"
			if b.hour >= 12 {
				p = "PM"
			}
			if f[i] == 'P' {
				p = strings.ToLower(p)
			}
			s.WriteString(p)
		case 'r':
			p := "AM"
			if b.hour >= 12 {
				p = "PM"
			}
			fmt.Fprintf(&s, "%02d:%02d:%02d %s", h12, b.min, b.sec, p)
		case 'R':
			fmt.Fprintf(&s, "%02d:%02d", b.hour, b.min)
		case 's':
			fmt.Fprintf(&s, "%d", time.Date(b.year, time.Month(b.mon), b.day, b.hour, b.min, b.sec, 0, time.UTC).Unix()-int64(b.off))
		case 'S':
			num(b.sec, 2, '0')
		case 't':
			s.WriteByte('\t')
		case 'T', 'X':
			fmt.Fprintf(&s, "%02d:%02d:%02d", b.hour, b.min, b.sec)
		case 'u':
			num(b.wday+1, 1, '0')
		case 'U':
			num((b.yday+6-(b.wday+1)%7)/7, 2, '0')
		case 'V':
			_, w := date.ISOWeek()
			num(w, 2, '0')
		case 'w':
			num((b.wday+1)%7, 1, '0')
		case 'W':
			num((b.yday+6-b.wday)/7, 2, '0')
		case 'y':
			num(mod(b.year, 100), 2, '0')
		case 'Y':
			fmt.Fprintf(&s, "%d", b.year)
		case 'z':
			sign, o := '+', b.off
			if o < 0 {
				sign, o = '-', -o
			}
			fmt.Fprintf(&s, "%c%02d%02d", sign, o/3600, o/60%60)
		case 'Z':
			s.WriteString(b.zone)
		case '%':
			s.WriteByte('%')
		default:
			s.WriteByte('%')
			s.WriteByte(f[i])
		}
	}
	return s.String()
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func mod(a, b int) int { return a - floorDiv(a, b)*b }

func strptime(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	m, err := t.ImportModule("_strptime")
	if err != nil {
		return py.Value{}, err
	}
	f, err := t.GetAttrS(m, "_strptime_time")
	if err != nil {
		return py.Value{}, err
	}
	return t.CallArgs(f, args)
}

// setZone fills in timezone, altzone, daylight and tzname.
func setZone(t *py.Thread, m *py.Module) {
	loc := t.Interp().Host().Clock.Location()
	now := time.Unix(0, t.Interp().Host().Clock.Realtime())
	jan := time.Date(now.Year(), 1, 1, 0, 0, 0, 0, loc)
	jul := time.Date(now.Year(), 7, 1, 0, 0, 0, 0, loc)
	z1, o1 := jan.Zone()
	z2, o2 := jul.Zone()
	if jan.IsDST() {
		z1, o1, z2, o2 = z2, o2, z1, o1
	}
	m.Set("timezone", py.IntOf(-o1))
	m.Set("altzone", py.IntOf(-o2))
	m.Set("daylight", py.IntOf(map[bool]int{true: 1}[o1 != o2]))
	m.Set("tzname", py.NewTuple(py.NewStr(z1).Value(), py.NewStr(z2).Value()).Value())
}

var clocks = map[string]struct {
	impl       string
	adjustable bool
	mono       bool
}{
	"time": {"clock_gettime(CLOCK_REALTIME)", true, false}, "monotonic": {"clock_gettime(CLOCK_MONOTONIC)", false, true},
	"perf_counter": {"clock_gettime(CLOCK_MONOTONIC)", false, true}, "process_time": {"clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", false, true},
	"thread_time": {"clock_gettime(CLOCK_THREAD_CPUTIME_ID)", false, true},
}

func clockInfo(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
	s, ok := py.ToStr(v)
	if !ok {
		return py.Value{}, t.TypeErr("get_clock_info() argument 1 must be str, not %s", v.Type().Name())
	}
	c, ok := clocks[s.String()]
	if !ok {
		return py.Value{}, t.ValueErr("unknown clock")
	}
	return t.NewNamespace([]string{"implementation", "monotonic", "adjustable", "resolution"},
		[]py.Value{py.NewStr(c.impl).Value(), py.Bool(c.mono), py.Bool(c.adjustable), py.Float64(1e-9)}), nil
}

// threadClock is the number of CLOCK_THREAD_CPUTIME_ID.
const threadClock = 3

// clockGet is clock_gettime, clock_gettime_ns and clock_getres.
func clockGet(whole, res bool) py.Fn1 {
	return func(t *py.Thread, _, id py.Value) (py.Value, *py.Exc) {
		n, err := t.AsInt(id)
		if err != nil {
			return py.Value{}, err
		}
		get := t.Interp().Host().Clock.Get
		if res {
			get = t.Interp().Host().Clock.Resolution
		}
		if n == threadClock && !res {
			t.PinSystemThread()
		}
		tm, cerr := get(n)
		if cerr != nil {
			return py.Value{}, t.OSErr(cerr)
		}
		if whole {
			return py.Int64(tm.Sec*1e9 + tm.Nsec), nil
		}
		return py.Float64(float64(tm.Sec) + float64(tm.Nsec)*1e-9), nil
	}
}

func init() {
	py.RegisterModule(py.ModuleSpec{
		Name: "time",
		Doc:  "This module provides various functions to manipulate time values.",
		Methods: []py.MethodSpec{
			{Name: "time", Fn: clock(realtime, false)},
			{Name: "time_ns", Fn: clock(realtime, true)},
			{Name: "monotonic", Fn: clock(monotonic, false)},
			{Name: "monotonic_ns", Fn: clock(monotonic, true)},
			{Name: "perf_counter", Fn: clock(monotonic, false)},
			{Name: "perf_counter_ns", Fn: clock(monotonic, true)},
			{Name: "process_time", Fn: clock(process, false)},
			{Name: "process_time_ns", Fn: clock(process, true)},
			{Name: "thread_time", Fn: clock(thread, false)},
			{Name: "thread_time_ns", Fn: clock(thread, true)},
			{Name: "clock_gettime", Sig: "clk_id, /", Fn: clockGet(false, false)},
			{Name: "clock_gettime_ns", Sig: "clk_id, /", Fn: clockGet(true, false)},
			{Name: "clock_getres", Sig: "clk_id, /", Fn: clockGet(false, true)},
			{Name: "get_clock_info", Sig: "name, /", Fn: py.Fn1(clockInfo)},
			{Name: "sleep", Sig: "seconds, /", Fn: py.Fn1(sleep)},
			{Name: "gmtime", Sig: "seconds=None, /", Fn: py.FnSig(gmtime)},
			{Name: "localtime", Sig: "seconds=None, /", Fn: py.FnSig(localtime)},
			{Name: "asctime", Sig: "tuple=None, /", Fn: py.FnSig(asctime)},
			{Name: "ctime", Sig: "seconds=None, /", Fn: py.FnSig(ctime)},
			{Name: "mktime", Sig: "tuple, /", Fn: py.Fn1(mktime)},
			{Name: "strftime", Sig: "format, tuple=None, /", Fn: py.FnSig(strftime)},
			{Name: "strptime", Fn: py.FnRaw(strptime)},
			{Name: "tzset", Fn: py.Fn0(func(t *py.Thread, m py.Value) (py.Value, *py.Exc) {
				t.Interp().Host().Clock.SetZone()
				if mod, ok := py.ToModule(m); ok {
					setZone(t, mod)
				}
				return py.None, nil
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("struct_time", structTime.Type.Value())
			m.Set("_STRUCT_TM_ITEMS", py.IntOf(11))
			for i, n := range []string{"CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID", "CLOCK_MONOTONIC_RAW"} {
				m.Set(n, py.IntOf(i))
			}
			m.Set("CLOCK_BOOTTIME", py.IntOf(7))
			m.Set("CLOCK_TAI", py.IntOf(11))
			setZone(t, m)
			return nil
		},
	})
}
