package csv

import (
	"strings"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// writer writes rows.
type writer struct {
	py.Header
	write   py.Value
	dialect *dialect
}

var writerType = new(py.Type)

func asWriter(v py.Value) *writer { return (*writer)(v.Ptr()) }

func newWriter(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	file, base, err := oneOrTwo(t, args)
	if err != nil {
		return py.Value{}, err
	}
	w := py.AllocFor[writer](t, writerType)
	if w.write, err = t.GetAttrOpt(file, py.InternStr("write")); err != nil {
		return py.Value{}, err
	}
	if w.write.IsNil() || !py.IsCallable(w.write) {
		return py.Value{}, t.TypeErr(`argument 1 must have a "write" method`)
	}
	d, err := callDialect(t, base, args)
	if err != nil {
		return py.Value{}, err
	}
	w.dialect = asDialect(d)
	return py.FromHeader(&w.Header), nil
}

// special tells whether c means something in the dialect.
func (d *dialect) special(c rune) bool {
	return c == d.delimiter || c == d.escape || c == d.quote || c == '\n' || c == '\r' || strings.ContainsRune(d.terminator.String(), c)
}

// appendField appends a field with the quotes and escapes it needs.
func (d *dialect) appendField(t *py.Thread, out []byte, text string, quoted bool) ([]byte, *py.Exc) {
	start := len(out)
	if quoted {
		out = wtf8.AppendRune(out, d.quote)
	}
	for i := 0; i < len(text); {
		c, n := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, n = wtf8.DecodeRune(text[i:])
		}
		if d.special(c) {
			escape := d.quoting == quoteNone
			switch {
			case escape:
			case c == d.quote && d.doubleQuote:
				out = wtf8.AppendRune(out, d.quote)
			case c == d.quote || c == d.escape:
				escape = true
			}
			switch {
			case escape && d.escape == unset:
				return nil, t.Raise(errorType, "need to escape, but no escapechar set")
			case escape:
				out = wtf8.AppendRune(out, d.escape)
			case !quoted:
				// Quotes are needed after all: what was written before is the
				// same with them.
				quoted = true
				head := append([]byte(nil), out[start:]...)
				out = append(wtf8.AppendRune(out[:start], d.quote), head...)
			}
		}
		out = append(out, text[i:i+n]...)
		i += n
	}
	if quoted {
		out = wtf8.AppendRune(out, d.quote)
	}
	return out, nil
}

// isNumber tells whether v counts as a number: what can be converted to one.
func isNumber(v py.Value) bool {
	s := v.Type().Slots()
	return s.Index != nil || s.ToInt != nil || s.ToFloat != nil || py.IsComplex(v)
}

func (w *writer) row(t *py.Thread, row py.Value) (py.Value, *py.Exc) {
	d := w.dialect
	it, err := t.Iter(row)
	if err != nil {
		if err.Is(py.TypeError) {
			err = t.Raise(errorType, "iterable expected, not %s", row.Type().Name())
		}
		return py.Value{}, err
	}
	var out []byte
	n := 0
	lastNone := false
	for {
		v, err := t.Next(it)
		if err != nil {
			return py.Value{}, err
		}
		if v.IsNil() {
			break
		}
		s, isStr := py.ToStr(v)
		lastNone = v.IsNone()
		quoted := false
		switch d.quoting {
		case quoteNonNumeric:
			quoted = !isNumber(v)
		case quoteAll:
			quoted = true
		case quoteStrings:
			quoted = isStr
		case quoteNotNull:
			quoted = !lastNone
		}
		text := ""
		switch {
		case isStr:
			text = s.String()
		case !lastNone:
			if s, err = t.StrOf(v); err != nil {
				return py.Value{}, err
			}
			text = s.String()
		}
		if text == "" && d.delimiter == ' ' && d.skipSpace {
			if d.quoting == quoteNone || lastNone && (d.quoting == quoteStrings || d.quoting == quoteNotNull) {
				return py.Value{}, t.Raise(errorType, "empty field must be quoted if delimiter is a space and skipinitialspace is true")
			}
			quoted = true
		}
		if n > 0 {
			out = wtf8.AppendRune(out, d.delimiter)
		}
		n++
		if out, err = d.appendField(t, out, text, quoted); err != nil {
			return py.Value{}, err
		}
	}
	if n > 0 && len(out) == 0 {
		if d.quoting == quoteNone || lastNone && (d.quoting == quoteStrings || d.quoting == quoteNotNull) {
			return py.Value{}, t.Raise(errorType, "single empty field record must be quoted")
		}
		if out, err = d.appendField(t, out, "", true); err != nil {
			return py.Value{}, err
		}
	}
	out = append(out, d.terminator.String()...)
	return t.Call(w.write, py.NewStr(string(out)).Value())
}

func registerWriter() {
	py.RegisterType(py.TypeSpec{
		Type: writerType, Name: "_csv.writer", Guarded: true, Flags: py.FlagNoNew, Layout: py.LayoutOf[writer](),
		Doc: "CSV writer\n\nObjects that write rows as text in CSV format.\n",
		Methods: []py.MethodSpec{
			{Name: "writerow", Doc: "writerow(iterable)\n\nWrite the fields of a row. What is no string is converted with str().", Fn: py.Fn1(func(t *py.Thread, self, row py.Value) (py.Value, *py.Exc) {
				return asWriter(self).row(t, row)
			})},
			{Name: "writerows", Doc: "writerows(iterable of iterables)\n\nWrite several rows.", Fn: py.Fn1(func(t *py.Thread, self, rows py.Value) (py.Value, *py.Exc) {
				return py.None, t.Each(rows, func(row py.Value) *py.Exc {
					_, err := asWriter(self).row(t, row)
					return err
				})
			})},
		},
		Members: []py.GetSetSpec{
			{Name: "dialect", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.FromHeader(&asWriter(v).dialect.Header), nil
			}},
		},
	})
}
