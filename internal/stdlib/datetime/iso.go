package datetime

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// isoClock is the time part of an ISO 8601 text.
type isoClock struct {
	h, m, s, us int
	hasZone     bool
	offset      int // seconds
	offsetUs    int
}

func digit(c rune) bool { return c >= '0' && c <= '9' }

// digits reads n digits.
func digits(s []rune, n int) (v int, rest []rune, ok bool) {
	if len(s) < n {
		return 0, nil, false
	}
	for _, c := range s[:n] {
		if !digit(c) {
			return 0, nil, false
		}
		v = v*10 + int(c-'0')
	}
	return v, s[n:], true
}

func runesOf(s *py.Str) []rune {
	text := s.String()
	r := make([]rune, 0, s.Len())
	if s.ASCII() {
		for i := 0; i < len(text); i++ {
			r = append(r, rune(text[i]))
		}
		return r
	}
	for i := 0; i < s.Len(); i++ {
		r = append(r, s.RuneAt(i))
	}
	return r
}

// parseISODate reads YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D].
func parseISODate(s []rune) (y, m, d int, ok bool) {
	if y, s, ok = digits(s, 4); !ok {
		return
	}
	sep := len(s) > 0 && s[0] == '-'
	if sep {
		s = s[1:]
	}
	if len(s) > 0 && s[0] == 'W' {
		var week int
		if week, s, ok = digits(s[1:], 2); !ok {
			return
		}
		day := 1
		if len(s) > 0 {
			if sep {
				if s[0] != '-' {
					return 0, 0, 0, false
				}
				s = s[1:]
			}
			if day, s, ok = digits(s, 1); !ok {
				return
			}
		}
		var e isoError
		y, m, d, e = fromISO(y, week, day)
		return y, m, d, e == isoOK && len(s) == 0
	}
	if m, s, ok = digits(s, 2); !ok {
		return
	}
	if sep {
		if len(s) == 0 || s[0] != '-' {
			return 0, 0, 0, false
		}
		s = s[1:]
	}
	d, s, ok = digits(s, 2)
	return y, m, d, ok && len(s) == 0
}

// parseClock reads HH[:MM[:SS[.ffffff]]] or the same without colons. more
// tells that something is left over.
func parseClock(s []rune) (v [4]int, more, ok bool) {
	colons := true
	fraction := false
	for i := 0; i < 3; i++ {
		if v[i], s, ok = digits(s, 2); !ok {
			return v, false, false
		}
		if len(s) == 0 {
			return v, false, true
		}
		c := s[0]
		if i == 0 {
			colons = c == ':'
		}
		if len(s) == 1 {
			return v, true, true
		}
		switch {
		case colons && c == ':':
			s = s[1:]
			if i == 2 {
				return v, false, false
			}
		case c == '.' || c == ',':
			s = s[1:]
			fraction = true
		case !colons:
			if i == 2 {
				return v, true, true
			}
		default:
			return v, false, false
		}
		if fraction {
			break
		}
	}
	n := min(len(s), 6)
	if v[3], s, ok = digits(s, n); !ok {
		return v, false, false
	}
	for ; n < 6; n++ {
		v[3] *= 10
	}
	for len(s) > 0 && digit(s[0]) {
		s = s[1:]
	}
	return v, len(s) > 0, true
}

// parseISOTime reads a time with an optional offset.
func parseISOTime(s []rune) (c isoClock, ok bool) {
	at := len(s)
	for i, r := range s {
		if r == '+' || r == '-' || r == 'Z' {
			at = i
			break
		}
	}
	v, more, ok := parseClock(s[:at])
	if !ok || more && at == len(s) {
		return c, false
	}
	c.h, c.m, c.s, c.us = v[0], v[1], v[2], v[3]
	if at == len(s) {
		return c, true
	}
	c.hasZone = true
	if s[at] == 'Z' {
		return c, at == len(s)-1
	}
	sign := 1
	if s[at] == '-' {
		sign = -1
	}
	v, more, ok = parseClock(s[at+1:])
	if !ok || more {
		return c, false
	}
	c.offset, c.offsetUs = sign*(v[0]*3600+v[1]*60+v[2]), sign*v[3]
	return c, true
}

// zoneOf makes the time zone of a parsed time, the zero Value when it has none.
func (c *isoClock) zoneOf(t *py.Thread) (py.Value, *py.Exc) {
	if !c.hasZone {
		return py.Value{}, nil
	}
	if c.offset == 0 && c.offsetUs == 0 {
		return utcValue(), nil
	}
	d, err := normal(t, 0, int64(c.offset), int64(c.offsetUs))
	if err != nil {
		return py.Value{}, err
	}
	return newZone(t, d, py.Value{})
}

// separatorAt tells where the date ends and the separator stands. Any
// character may be one, so that the form of the date has to tell; where an ISO
// week date leaves it open, the hyphen is taken for the separator.
func separatorAt(s []rune) int {
	if len(s) == 7 {
		return 7
	}
	if s[4] == '-' {
		if s[5] != 'W' {
			return 10
		}
		if len(s) > 8 && s[8] == '-' {
			switch {
			case len(s) == 9:
				return -1
			case len(s) > 10 && digit(s[10]):
				return 8
			}
			return 10
		}
		return 8
	}
	if s[4] != 'W' {
		return 8
	}
	at := 7
	for at < len(s) && digit(s[at]) {
		at++
	}
	switch {
	case at < 9:
		return at
	case at%2 == 0:
		return 7
	}
	return 8
}

// clockText appends the time of day in the wanted detail; ok is false for an
// unknown timespec.
func clockText(b []byte, h, m, s, us int, spec string) ([]byte, bool) {
	b = pad(b, h, 2)
	if spec == "auto" {
		spec = "seconds"
		if us != 0 {
			spec = "microseconds"
		}
	}
	if spec == "hours" {
		return b, true
	}
	b = append(b, ':')
	b = pad(b, m, 2)
	if spec == "minutes" {
		return b, true
	}
	b = append(b, ':')
	b = pad(b, s, 2)
	switch spec {
	case "seconds":
	case "milliseconds":
		b = pad(append(b, '.'), us/1000, 3)
	case "microseconds":
		b = pad(append(b, '.'), us, 6)
	default:
		return nil, false
	}
	return b, true
}

// timespecArg checks the timespec argument, number i of isoformat.
func timespecArg(t *py.Thread, v py.Value, i int) (string, *py.Exc) {
	if v.IsNil() {
		return "auto", nil
	}
	s, ok := py.ToStr(v)
	if !ok {
		return "", t.TypeErr("isoformat() argument %d must be str, not %s", i, py.ArgTypeName(v))
	}
	return s.String(), nil
}
