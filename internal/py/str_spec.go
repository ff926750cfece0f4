package py

import (
	"errors"

	"github.com/coachwhip/coachwhip/internal/numfmt"
)

// defaultMaxStrDigits is the limit on decimal digits in conversions between
// int and str that an interpreter starts with.
const defaultMaxStrDigits = 4300

// MaxStrDigits is sys.get_int_max_str_digits(): 0 means no limit.
func (in *Interp) MaxStrDigits() int { return int(in.maxStrDigits.Load()) }

// SetMaxStrDigits is sys.set_int_max_str_digits() without its checks.
func (in *Interp) SetMaxStrDigits(n int) { in.maxStrDigits.Store(int64(n)) }

// fmtErr turns an error of package numfmt into an exception.
func (t *Thread) fmtErr(err error) *Exc {
	var e *numfmt.Error
	if errors.As(err, &e) {
		switch e.Class {
		case numfmt.OverflowError:
			return t.Raise(OverflowError, "%s", e.Msg)
		case numfmt.MemoryError:
			return t.MemoryErr()
		}
		return t.ValueErr("%s", e.Msg)
	}
	return t.ValueErr("%s", err)
}

// Format is format(v, spec).
func (t *Thread) Format(v Value, spec *Str) (*Str, *Exc) {
	switch v.p.shape {
	case shStr:
		if spec.n == 0 {
			return asStr(v), nil
		}
		return t.formatStr(asStr(v), spec)
	case shInt, shBigInt:
		return t.formatIntSpec(v, spec)
	case shFloat:
		return t.formatFloatSpec(v, spec)
	}
	if err := t.enterNative(" while formatting an object"); err != nil {
		return nil, err
	}
	r, ok, err := t.callSpecial(v, strFormat, spec.Value())
	t.leaveNative()
	if err != nil {
		return nil, err
	}
	if !ok {
		return t.formatObject(v, spec)
	}
	s, ok := ToStr(r)
	if !ok {
		return nil, t.TypeErr("__format__ must return a str, not %s", r.p.typ.name)
	}
	return s, nil
}

// formatObject is object.__format__: only the empty format is known.
func (t *Thread) formatObject(v Value, spec *Str) (*Str, *Exc) {
	if spec.n > 0 {
		return nil, t.TypeErr("unsupported format string passed to %s.__format__", v.p.typ.name)
	}
	return t.StrOf(v)
}

// formatStr is str.__format__.
func (t *Thread) formatStr(s *Str, spec *Str) (*Str, *Exc) {
	if spec.n == 0 {
		return exactStr(s), nil
	}
	sp, err := numfmt.ParseSpec(spec.s, numfmt.KindStr, s.typ.name)
	if err != nil {
		return nil, t.fmtErr(err)
	}
	if t.full(sp.Width) || t.full(sp.Precision) {
		return nil, t.MemoryErr()
	}
	r, err := sp.FormatStr(s.s, s.typ.name)
	if err != nil {
		return nil, t.fmtErr(err)
	}
	return NewStr(r), nil
}

// formatIntSpec is int.__format__, for ints of any kind.
func (t *Thread) formatIntSpec(v Value, spec *Str) (*Str, *Exc) {
	if spec.n == 0 {
		if v.p == &intTag {
			return newASCII(formatInt(v.int())), nil
		}
		return t.StrOf(v)
	}
	name := v.p.typ.name
	sp, err := numfmt.ParseSpec(spec.s, numfmt.KindInt, name)
	if err != nil {
		return nil, t.fmtErr(err)
	}
	if t.full(sp.Width) || t.full(sp.Precision) {
		return nil, t.MemoryErr()
	}
	var r string
	if n, ok := smallInt(v); ok {
		r, err = sp.FormatInt(n, name)
	} else {
		r, err = sp.FormatBigInt(bigOf(v), t.interp.MaxStrDigits(), name)
	}
	if err != nil {
		return nil, t.fmtErr(err)
	}
	return NewStr(r), nil
}

// formatFloatSpec is float.__format__.
func (t *Thread) formatFloatSpec(v Value, spec *Str) (*Str, *Exc) {
	if spec.n == 0 {
		if v.p == &floatTag {
			return newASCII(numfmt.ReprFloat(v.float())), nil
		}
		return t.StrOf(v)
	}
	name := v.p.typ.name
	sp, err := numfmt.ParseSpec(spec.s, numfmt.KindFloat, name)
	if err != nil {
		return nil, t.fmtErr(err)
	}
	if t.full(sp.Width) || t.full(sp.Precision) {
		return nil, t.MemoryErr()
	}
	r, err := sp.FormatFloat(floatOf(v), name)
	if err != nil {
		return nil, t.fmtErr(err)
	}
	return NewStr(r), nil
}

// formatComplexSpec is complex.__format__.
func (t *Thread) formatComplexSpec(v Value, spec *Str) (*Str, *Exc) {
	if spec.n == 0 {
		return t.StrOf(v)
	}
	name := v.p.typ.name
	sp, err := numfmt.ParseSpec(spec.s, numfmt.KindComplex, name)
	if err != nil {
		return nil, t.fmtErr(err)
	}
	if t.full(sp.Width) || t.full(sp.Precision) {
		return nil, t.MemoryErr()
	}
	r, err := sp.FormatComplex(asComplex(v).c, name)
	if err != nil {
		return nil, t.fmtErr(err)
	}
	return NewStr(r), nil
}

// dunderFormat makes a __format__ method out of a formatter.
func dunderFormat(f func(t *Thread, v Value, spec *Str) (*Str, *Exc)) Fn1 {
	return func(t *Thread, v, x Value) (Value, *Exc) {
		spec, err := t.argStr("__format__", 0, x)
		if err != nil {
			return Value{}, err
		}
		if spec.n == 0 && v.p.typ.flags&FlagHeap != 0 {
			s, err := t.StrOf(v) // a subclass may have another __str__
			if err != nil {
				return Value{}, err
			}
			return s.Value(), nil
		}
		r, err := f(t, v, spec)
		if err != nil {
			return Value{}, err
		}
		return r.Value(), nil
	}
}

var textDunderFormat = dunderFormat(func(t *Thread, v Value, spec *Str) (*Str, *Exc) { return t.formatStr(asStr(v), spec) })
