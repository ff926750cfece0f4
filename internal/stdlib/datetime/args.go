package datetime

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// argSpec binds the arguments of the constructors, whose error texts are those
// of PyArg_ParseTupleAndKeywords. fname is the function's name with its
// brackets, or nothing.
type argSpec struct {
	fname string
	names []string
	pos   int // how many may be given by position
	min   int // how many are required
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func (s *argSpec) bind(t *py.Thread, args py.Args, out []py.Value) *py.Exc {
	pos, nkw := args.Pos(), args.NumKw()
	fn, this := s.fname, s.fname
	if fn == "" {
		fn, this = "function", "this function"
	}
	if n := len(pos) + nkw; n > len(s.names) {
		kind := ""
		if len(pos) == 0 {
			kind = "keyword "
		}
		return t.TypeErr("%s takes at most %d %sargument%s (%d given)", fn, len(s.names), kind, plural(len(s.names)), n)
	}
	if len(pos) > s.pos {
		return t.TypeErr("%s takes at most %d positional argument%s (%d given)", fn, s.pos, plural(s.pos), len(pos))
	}
	copy(out, pos)
	bad := ""
	hasBad := false
	for i := 0; i < nkw; i++ {
		k, v := args.Kw(i)
		at := -1
		for j, n := range s.names {
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
			return t.TypeErr("argument for %s given by name ('%s') and position (%d)", fn, k.String(), at+1)
		default:
			out[at] = v
		}
	}
	for i := 0; i < s.min; i++ {
		if out[i].IsNil() {
			// The required ones are ints, converted in order.
			for _, v := range out[:i] {
				if _, err := t.CInt(v); err != nil {
					return err
				}
			}
			return t.TypeErr("%s missing required argument '%s' (pos %d)", fn, s.names[i], i+1)
		}
	}
	if hasBad {
		return t.UnexpectedKeyword(this, bad, s.names...)
	}
	return nil
}

// ints converts the arguments that are given to C ints.
func ints(t *py.Thread, a []py.Value, out ...*int) *py.Exc {
	for i, p := range out {
		if a[i].IsNil() {
			continue
		}
		n, err := t.CInt(a[i])
		if err != nil {
			return err
		}
		*p = n
	}
	return nil
}

func checkDate(t *py.Thread, y, m, d int) *py.Exc {
	if y < minYear || y > maxYear {
		return t.ValueErr("year %d is out of range", y)
	}
	if m < 1 || m > 12 {
		return t.ValueErr("month must be in 1..12")
	}
	if d < 1 || d > 28 && d > daysInMonth(y, m) {
		return t.ValueErr("day is out of range for month")
	}
	return nil
}

func checkTime(t *py.Thread, h, m, s, us, fold int) *py.Exc {
	switch {
	case h < 0 || h > 23:
		return t.ValueErr("hour must be in 0..23")
	case m < 0 || m > 59:
		return t.ValueErr("minute must be in 0..59")
	case s < 0 || s > 59:
		return t.ValueErr("second must be in 0..59")
	case us < 0 || us > 999999:
		return t.ValueErr("microsecond must be in 0..999999")
	case fold != 0 && fold != 1:
		return t.ValueErr("fold must be either 0 or 1")
	}
	return nil
}

// zoneArg checks a tzinfo argument; None and nothing become the zero Value.
func zoneArg(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return py.Value{}, nil
	}
	if !py.IsInstance(v, tzinfoType) {
		return py.Value{}, t.TypeErr("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", v.Type().Name())
	}
	return v, nil
}

func orNone(v py.Value) py.Value {
	if v.IsNil() {
		return py.None
	}
	return v
}

// pickleState returns the state bytes that pickle gives to a constructor: n
// bytes, or text of n characters from a pickle of Python 2. month is where the
// byte lies that tells a state from other arguments, limit its maximum.
func pickleState(t *py.Thread, v py.Value, n, at, low, limit int, what string) ([]byte, *py.Exc) {
	if b, ok := py.ToBytes(v); ok {
		s := b.Bytes()
		if len(s) == n && int(s[at]&0x7f) >= low && int(s[at]&0x7f) <= limit {
			return s, nil
		}
		return nil, nil
	}
	s, ok := py.ToStr(v)
	if !ok || s.Len() != n {
		return nil, nil
	}
	if c := int(s.RuneAt(at)) & 0x7f; s.RuneAt(at) > 0xff || c < low || c > limit {
		return nil, nil
	}
	b, err := t.Encode(s, "latin-1", "strict")
	if err != nil {
		if err.Is(py.UnicodeEncodeError) {
			return nil, t.ValueErr("Failed to encode latin1 string when unpickling a %s object. pickle.load(data, encoding='latin1') is assumed.", what)
		}
		return nil, err
	}
	return b.Bytes(), nil
}

// isoText returns the argument of fromisoformat.
func isoText(t *py.Thread, v py.Value) (*py.Str, *py.Exc) {
	s, ok := py.ToStr(v)
	if !ok {
		return nil, t.TypeErr("fromisoformat: argument must be str")
	}
	return s, nil
}

func badISO(t *py.Thread, s *py.Str) *py.Exc {
	return t.ValueErr("Invalid isoformat string: %s", py.ReprText(s.Exact()).String())
}

func timeModule(t *py.Thread, name string, args ...py.Value) (py.Value, *py.Exc) {
	m, err := t.ImportModule("time")
	if err != nil {
		return py.Value{}, err
	}
	return t.CallMethodS(m, name, args...)
}

// structTime makes the result of timetuple.
func structTime(t *py.Thread, y, m, d, h, mi, s, dst int) (py.Value, *py.Exc) {
	return timeModule(t, "struct_time", py.NewTuple(py.IntOf(y), py.IntOf(m), py.IntOf(d), py.IntOf(h), py.IntOf(mi), py.IntOf(s),
		py.IntOf(weekday(y, m, d)), py.IntOf(dayOfYear(y, m, d)), py.IntOf(dst)).Value())
}

// formatArg checks the argument of strftime and __format__.
func formatArg(t *py.Thread, fn string, v py.Value) (*py.Str, *py.Exc) {
	s, ok := py.ToStr(v)
	if !ok {
		return nil, t.TypeErr("%s() argument 1 must be str, not %s", fn, py.ArgTypeName(v))
	}
	return s, nil
}

// dunderFormat is __format__ of the three classes.
func dunderFormat(t *py.Thread, self, spec py.Value) (py.Value, *py.Exc) {
	s, err := formatArg(t, "__format__", spec)
	if err != nil {
		return py.Value{}, err
	}
	if s.Len() == 0 {
		r, err := t.StrOf(self)
		if err != nil {
			return py.Value{}, err
		}
		return r.Value(), nil
	}
	return t.CallMethodS(self, "strftime", spec)
}

// strftime replaces the directives that need the object itself and leaves the
// rest to time.strftime. zone is what the tzinfo methods get.
func strftime(t *py.Thread, format *py.Str, tuple, zone, tz py.Value, us int) (py.Value, *py.Exc) {
	f := format.String()
	var b strings.Builder
	z, cz, name := "", "", ""
	hasZ, hasCZ, hasName := false, false, false
	for i := 0; i < len(f); i++ {
		if f[i] != '%' || i+1 == len(f) {
			b.WriteByte(f[i])
			continue
		}
		i++
		var err *py.Exc
		switch {
		case f[i] == 'z':
			if !hasZ {
				z, err = offsetText(t, "", tz, zone)
				hasZ = true
			}
			b.WriteString(z)
		case f[i] == ':' && i+1 < len(f) && f[i+1] == 'z':
			i++
			if !hasCZ {
				cz, err = offsetText(t, ":", tz, zone)
				hasCZ = true
			}
			b.WriteString(cz)
		case f[i] == 'Z':
			if !hasName {
				var v py.Value
				if v, err = callTzname(t, tz, zone); err == nil && !v.IsNone() {
					if v, err = t.CallMethodS(v, "replace", py.InternStr("%").Value(), py.InternStr("%%").Value()); err == nil {
						if s, ok := py.ToStr(v); ok {
							name = s.String()
							_, err = t.Encode(s, "utf-8", "strict")
						} else {
							err = t.TypeErr("tzname.replace() did not return a string")
						}
					}
				}
				hasName = true
			}
			b.WriteString(name)
		case f[i] == 'f':
			b.Write(pad(nil, us, 6))
		default:
			b.WriteByte('%')
			b.WriteByte(f[i])
		}
		if err != nil {
			return py.Value{}, err
		}
	}
	return timeModule(t, "strftime", py.NewStr(b.String()).Value(), tuple)
}

// offsetText is the utcoffset as +hh:mm[:ss[.ffffff]] with the given separator,
// "" when there is none.
func offsetText(t *py.Thread, sep string, tz, arg py.Value) (string, *py.Exc) {
	off, err := callOffset(t, "utcoffset", tz, arg)
	if err != nil || off == nil {
		return "", err
	}
	return string(appendOffset(nil, off, sep)), nil
}

// appendOffset appends an offset in the form that isoformat and %z use.
func appendOffset(b []byte, off *delta, sep string) []byte {
	us, _ := off.micros()
	sign := byte('+')
	if us < 0 {
		sign, us = '-', -us
	}
	n := int(us / 1000000)
	b = append(b, sign)
	b = pad(b, n/3600, 2)
	b = append(b, sep...)
	b = pad(b, n/60%60, 2)
	if n%60 != 0 || us%1000000 != 0 {
		b = append(b, sep...)
		b = pad(b, n%60, 2)
	}
	if f := int(us % 1000000); f != 0 {
		b = append(b, '.')
		b = pad(b, f, 6)
	}
	return b
}
