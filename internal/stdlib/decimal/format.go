package decimal

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/py"
)

// spec is a parsed format specification (PEP 3101 for decimals).
type spec struct {
	fill   string
	align  byte // '<', '>', '^', '=', or 'z': zeros after the sign
	sign   byte
	noNeg  bool // "z": no negative zero
	width  int
	prec   int // -1: none
	typ    byte
	locale bool
	dot    string
	sep    string
	groups []int
}

// maxWidth bounds what is written; more is taken for exhausted memory.
const maxWidth = 1 << 33

// parseSpec parses s; ok is false when it is invalid.
func parseSpec(s string, capitals bool) (f spec, ok bool) {
	f = spec{fill: " ", align: '>', sign: '-', prec: -1, dot: ".", typ: 'g'}
	if capitals {
		f.typ = 'G'
	}
	hasAlign := false
	isAlign := func(c byte) bool { return c == '<' || c == '>' || c == '^' || c == '=' }
	if s != "" {
		_, n := utf8.DecodeRuneInString(s)
		if n < len(s) && isAlign(s[n]) {
			f.fill, f.align, hasAlign = s[:n], s[n], true
			s = s[n+1:]
		} else if isAlign(s[0]) {
			f.align, hasAlign = s[0], true
			s = s[1:]
		}
	}
	if s != "" && (s[0] == '+' || s[0] == '-' || s[0] == ' ') {
		f.sign = s[0]
		s = s[1:]
	}
	if s != "" && s[0] == 'z' {
		f.noNeg = true
		s = s[1:]
	}
	if s != "" && s[0] == '0' {
		if hasAlign {
			return f, false
		}
		f.align, f.fill = 'z', "0"
		s = s[1:]
	}
	number := func() (int, bool) {
		n := 0
		for s != "" && s[0] >= '0' && s[0] <= '9' {
			d := int(s[0] - '0')
			if n > (math.MaxInt-d)/10 {
				return 0, false
			}
			n = n*10 + d
			s = s[1:]
		}
		return n, true
	}
	if s != "" && s[0] >= '1' && s[0] <= '9' {
		if f.width, ok = number(); !ok {
			return f, false
		}
	} else if f.align == 'z' && s != "" && s[0] == '0' {
		if f.width, ok = number(); !ok {
			return f, false
		}
	}
	if s != "" && s[0] == ',' {
		f.sep, f.groups = ",", []int{3, 0}
		s = s[1:]
	}
	if s != "" && s[0] == '.' {
		s = s[1:]
		if s == "" || s[0] < '0' || s[0] > '9' {
			return f, false
		}
		if f.prec, ok = number(); !ok {
			return f, false
		}
	}
	if s != "" {
		switch c := s[0]; c {
		case 'e', 'E', 'f', 'F', 'g', 'G', '%':
			f.typ = c
		case 'n', 'N':
			if f.sep != "" {
				return f, false
			}
			f.locale = true
			f.typ = 'g'
			if c == 'N' {
				f.typ = 'G'
			}
		default:
			return f, false
		}
		s = s[1:]
	}
	return f, s == ""
}

// group puts separators into the digits of an integer, which are padded with
// zeros to at least min characters.
func (f *spec) group(digits string, min int) string {
	if f.sep == "" || len(f.groups) == 0 {
		if n := min - len(digits); n > 0 {
			digits = strings.Repeat("0", n) + digits
		}
		return digits
	}
	sepLen := utf8.RuneCountInString(f.sep)
	out := ""
	gi, size := 0, f.groups[0]
	for {
		if size <= 0 || size > 1000 {
			// No further grouping.
			if n := min - len(digits); n > 0 {
				digits = strings.Repeat("0", n) + digits
			}
			return digits + out
		}
		take := size
		if len(digits) <= take {
			// The last group, filled with zeros while there is room.
			for len(digits) < take && len(digits) < min {
				digits = "0" + digits
			}
			out = digits + out
			min -= len(digits)
			if min <= 0 {
				return out
			}
			digits = ""
			if min -= sepLen; min <= 0 {
				min = 1
			}
			out = f.sep + out
		} else {
			out = f.sep + digits[len(digits)-take:] + out
			digits = digits[:len(digits)-take]
			min -= take + sepLen
		}
		if gi+1 < len(f.groups) {
			gi++
			if f.groups[gi] != 0 {
				size = f.groups[gi]
			} else {
				gi = len(f.groups) - 1 // 0: the last size for ever
			}
		}
	}
}

// format is the text of n under f; ok is false when it would be too long.
func (f *spec) format(n num, w work) (string, bool) {
	r := w.round
	w = maxWork(w.consts)
	w.round = r
	var body, exp string
	if f.width > maxWidth || f.prec > maxWidth {
		return "", false
	}
	switch n.kind {
	case infinite:
		body = "Infinity"
	case quiet, signaling:
		body = "NaN"
		if n.kind == signaling {
			body = "sNaN"
		}
		if !n.zeroCoef() {
			body += n.coefText()
		}
	default:
		var ok bool
		if body, exp, ok = f.digits(&n, &w); !ok {
			return "", false
		}
	}
	sign := ""
	switch {
	case n.neg && !(f.noNeg && n.isZero()):
		sign = "-"
	case f.sign != '-':
		sign = string(f.sign)
	}
	if n.kind == finite {
		whole, frac, point := strings.Cut(body, ".")
		min := 0
		if f.align == 'z' {
			min = f.width - len(sign) - len(exp)
			if point {
				min -= len(frac) + utf8.RuneCountInString(f.dot)
			}
		}
		body = f.group(whole, min)
		if point {
			body += f.dot + frac
		}
		body += exp
	}
	if n.kind != finite && f.typ == '%' {
		body += "%"
	}
	pad := f.width - utf8.RuneCountInString(body) - len(sign)
	if pad <= 0 {
		return sign + body, true
	}
	fill := strings.Repeat(f.fill, pad)
	switch f.align {
	case '<':
		return sign + body + fill, true
	case '^':
		left := pad / 2
		return strings.Repeat(f.fill, left) + sign + body + strings.Repeat(f.fill, pad-left), true
	case '=':
		return sign + fill + body, true
	case 'z':
		if n.kind != finite {
			return strings.Repeat(" ", pad) + sign + body, true
		}
		return sign + fill + body, true
	}
	return fill + sign + body, true
}

// digits rounds n as the type asks for and writes it without a sign: the
// digits with a point, and the exponent.
func (f *spec) digits(n *num, w *work) (body, exp string, ok bool) {
	typ := f.typ
	if typ == '%' {
		n.exp += 2
	}
	round := func(exp int64) bool {
		if exp < n.exp && w.tooLong(n.exp-exp) {
			return false
		}
		*n, _ = w.rescale(*n, exp, w.round)
		return true
	}
	if f.prec >= 0 {
		p := int64(f.prec)
		switch typ {
		case 'g', 'G':
			if p == 0 {
				p = 1
			}
			if d := int64(n.digits()); d > p && !n.zeroCoef() {
				round(n.exp + d - p)
				if int64(n.digits()) > p {
					n.scaleDown(1)
					n.exp++
				}
			}
		case 'e', 'E':
			if !n.zeroCoef() {
				d := int64(n.digits())
				if !round(n.exp + d - p - 1) {
					return "", "", false
				}
				if int64(n.digits()) > p+1 {
					n.scaleDown(1)
					n.exp++
				}
			}
		default:
			if !round(-p) {
				return "", "", false
			}
		}
	}
	if (typ == 'f' || typ == 'F' || typ == '%') && n.exp > 0 {
		if w.tooLong(n.exp) {
			return "", "", false
		}
		n.scaleUp(int(n.exp))
		n.exp = 0
	}
	digits := n.coefText()
	left := n.exp + int64(len(digits))
	point := left
	switch typ {
	case 'e', 'E':
		point = 1
	case 'g', 'G':
		if !(n.exp <= 0 && left > -6) {
			point = 1
		}
	}
	if (typ == 'e' || typ == 'E') && n.zeroCoef() {
		// 0e5 shows as many places as the precision asks for.
		body = "0"
		if f.prec > 0 {
			body += "." + strings.Repeat("0", f.prec)
			left = n.exp + int64(f.prec) + 1
		}
		point = 1
	} else {
		switch {
		case point <= 0:
			body = "0." + strings.Repeat("0", int(-point)) + digits
		case point >= int64(len(digits)):
			body = digits + strings.Repeat("0", int(point)-len(digits))
		default:
			body = digits[:point] + "." + digits[point:]
		}
	}
	switch {
	case typ == 'e' || typ == 'E' || left != point:
		e := byte('E')
		if typ == 'e' || typ == 'g' {
			e = 'e'
		}
		exp = string(e)
		if left-point >= 0 {
			exp += "+"
		}
		exp += strconv.FormatInt(left-point, 10)
	case typ == '%':
		exp = "%"
	}
	return body, exp, true
}

// localeSpec takes the separators of the locale.
func (f *spec) localeSpec(t *py.Thread) *py.Exc {
	m, err := t.ImportModule("_locale")
	if err != nil {
		return err
	}
	conv, err := t.CallMethodS(m, "localeconv")
	if err != nil {
		return err
	}
	d, ok := py.ToDict(conv)
	if !ok {
		return nil
	}
	if s, ok := py.ToStr(d.GetStr(t, "decimal_point")); ok && s.Len() > 0 {
		f.dot = s.String()
	}
	if s, ok := py.ToStr(d.GetStr(t, "thousands_sep")); ok {
		f.sep = s.String()
	}
	if l, ok := py.ToList(d.GetStr(t, "grouping")); ok {
		f.groups = intsOf(t, l)
	}
	if len(f.groups) == 0 {
		f.sep = ""
	}
	return nil
}

func intsOf(t *py.Thread, l *py.List) []int {
	var out []int
	for _, x := range l.Snapshot(t) {
		if n, ok := x.Small(); ok {
			if n == 127 {
				n = -1
			}
			out = append(out, int(n))
		}
	}
	return out
}

func formatMethod(t *py.Thread, v py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.Count(t, "__format__", 1, 2); err != nil {
		return py.Value{}, err
	}
	a := args.Pos()
	s, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("format arg must be str")
	}
	st := stateOf(t)
	c := st.currentOf(t)
	if strings.HasSuffix(s.String(), "N") {
		if err := t.Warn(py.DeprecationWarning, 1, "Format specifier 'N' is deprecated"); err != nil {
			return py.Value{}, err
		}
	}
	f, ok := parseSpec(s.String(), c.capitals != 0)
	if !ok {
		return fallback(t, v, s, c)
	}
	if f.locale {
		if err := f.localeSpec(t); err != nil {
			return py.Value{}, err
		}
	}
	if len(a) == 2 {
		d, ok := py.ToDict(a[1])
		if !ok {
			return py.Value{}, t.TypeErr("optional argument must be a dict")
		}
		if err := f.override(t, d); err != nil {
			return py.Value{}, err
		}
	}
	if f.width == math.MaxInt || f.prec == math.MaxInt {
		return py.Value{}, t.ValueErr("format specification exceeds internal limits of _decimal")
	}
	text, ok := f.format(asDecimal(v).num, c.work(st))
	if !ok {
		return py.Value{}, t.MemoryErr()
	}
	return py.NewStr(text).Value(), nil
}

// fallback formats by the Python implementation, which knows a few more forms.
func fallback(t *py.Thread, v py.Value, spec *py.Str, c *context) (py.Value, *py.Exc) {
	m, err := t.ImportModule("_pydecimal")
	if err != nil {
		return py.Value{}, err
	}
	kw := py.NewDict()
	for i := range attributes[:6] {
		kw.SetStr(t, attributes[i].name, attributes[i].get(c))
	}
	cls, err := t.GetAttrS(m, "Context")
	if err != nil {
		return py.Value{}, err
	}
	ctx, err := t.CallKw(cls, nil, kw)
	if err != nil {
		return py.Value{}, err
	}
	s, err := t.StrOf(v)
	if err != nil {
		return py.Value{}, err
	}
	d, err := t.CallMethodS(m, "Decimal", s.Value())
	if err != nil {
		return py.Value{}, err
	}
	r, err := t.CallMethodS(d, "__format__", spec.Value(), ctx)
	if err != nil && err.Is(py.ValueError) {
		err = t.ValueErr("invalid format string")
	}
	return r, err
}

// override replaces the separators by those of a dict (for tests of locales).
func (f *spec) override(t *py.Thread, d *py.Dict) *py.Exc {
	bad := t.ValueErr("invalid override dict")
	if v := d.GetStr(t, "decimal_point"); !v.IsNil() {
		s, ok := py.ToStr(v)
		if !ok {
			return bad
		}
		f.dot = s.String()
	}
	if v := d.GetStr(t, "thousands_sep"); !v.IsNil() {
		s, ok := py.ToStr(v)
		if !ok {
			return bad
		}
		f.sep = s.String()
	}
	if v := d.GetStr(t, "grouping"); !v.IsNil() {
		s, ok := py.ToStr(v)
		if !ok {
			return bad
		}
		f.groups = nil
		for i := 0; i < s.Len(); i++ {
			n := int(s.RuneAt(i))
			if n > 127 {
				return bad
			}
			if n == 127 {
				n = -1
			}
			f.groups = append(f.groups, n)
		}
		if len(f.groups) > 0 && f.groups[len(f.groups)-1] > 0 {
			f.groups = append(f.groups, 0)
		}
	}
	if f.dot == "" || len(f.dot) > 4 || len(f.sep) > 4 {
		return bad
	}
	return nil
}
