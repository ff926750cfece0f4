package py

import (
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/numfmt"
)

// percentCache remembers the parsed forms of the last format strings of a
// thread; formats are nearly always constants of the program.
type percentCache [16]struct {
	s    *Header
	segs []numfmt.PercentSegment
}

// percentSegments parses the printf-style format text of object h.
func (t *Thread) percentSegments(h *Header, text string, isBytes bool) []numfmt.PercentSegment {
	if len(text) > 256 {
		return numfmt.ParsePercent(text, isBytes)
	}
	if t.percent == nil {
		t.percent = new(percentCache)
	}
	e := &t.percent[uintptr(unsafe.Pointer(h))>>5&15]
	if e.s != h {
		e.s, e.segs = h, numfmt.ParsePercent(text, isBytes)
	}
	return e.segs
}

// percentArgs hands out the right operand of a printf-style format.
type percentArgs struct {
	arg  Value
	dict Value // nil: not a mapping
	tup  []Value
	isT  bool // arg is a tuple
	at   int
	done bool // arg itself was used
}

// next returns the next argument.
func (p *percentArgs) next(t *Thread) (Value, *Exc) {
	if p.isT {
		if p.at < len(p.tup) {
			p.at++
			return p.tup[p.at-1], nil
		}
	} else if !p.done {
		p.done = true
		return p.arg, nil
	}
	return Value{}, t.TypeErr("not enough arguments for format string")
}

// keyed makes the value of a mapping key the only argument.
func (p *percentArgs) keyed(v Value) { p.arg, p.isT, p.done = v, false, false }

// unused tells whether an argument was not converted, which is an error unless
// the operand is a mapping.
func (p *percentArgs) unused() bool {
	if p.dict.p != nil {
		return false
	}
	if p.isT {
		return p.at < len(p.tup)
	}
	return !p.done
}

func newPercentArgs(v Value, notMapping TypeFlags) percentArgs {
	p := percentArgs{arg: v}
	if tp, ok := ToTuple(v); ok {
		p.tup, p.isT = tp.items, true
	} else if v.p.typ.slots.GetItem != nil && v.p.typ.flags&notMapping == 0 {
		p.dict = v
	}
	return p
}

// percentField resolves the stars of a conversion.
func (t *Thread) percentField(seg *numfmt.PercentSegment, args *percentArgs) (numfmt.PercentField, *Exc) {
	f := seg.Field()
	star := func() (Value, *Exc) {
		v, err := args.next(t)
		if err == nil && !IsInt(v) {
			err = t.TypeErr("* wants int")
		}
		return v, err
	}
	if seg.StarWidth {
		v, err := star()
		if err != nil {
			return f, err
		}
		n, ok := smallInt(v)
		if !ok {
			return f, t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
		}
		f.SetWidth(int(n))
	}
	if seg.StarPrecision {
		v, err := star()
		if err != nil {
			return f, err
		}
		n, err := t.asCInt(v)
		if err != nil {
			return f, err
		}
		f.SetPrecision(n)
	}
	if seg.Err != nil {
		return f, t.fmtErr(seg.Err)
	}
	return f, nil
}

// percentInt formats for the letters d, i, u, o, x and X.
func (t *Thread) percentInt(f numfmt.PercentField, v Value, conv byte) (string, *Exc) {
	x := v
	if !IsInt(v) {
		s := &v.p.typ.slots
		var err *Exc
		switch wantInt := conv == 'o' || conv == 'x' || conv == 'X'; {
		case wantInt && s.Index != nil:
			x, err = t.Index(v)
		case wantInt:
			return "", t.TypeErr("%%%c format: an integer is required, not %s", conv, v.p.typ.name)
		case s.ToInt != nil:
			if x, err = s.ToInt(t, v); err == nil && !IsInt(x) {
				err = t.TypeErr("__int__ returned non-int (type %s)", x.p.typ.name)
			}
		case s.Index != nil:
			x, err = t.Index(v)
		default:
			return "", t.TypeErr("%%%c format: a real number is required, not %s", conv, v.p.typ.name)
		}
		if err != nil {
			if err.Is(TypeError) {
				kind := "a real number"
				if conv == 'o' || conv == 'x' || conv == 'X' {
					kind = "an integer"
				}
				return "", t.TypeErr("%%%c format: %s is required, not %s", conv, kind, v.p.typ.name)
			}
			return "", err
		}
	}
	c := conv
	if c == 'i' || c == 'u' {
		c = 'd'
	}
	var r string
	var err error
	if n, ok := smallInt(x); ok {
		r, err = f.FormatInt(n, c)
	} else {
		r, err = f.FormatBigInt(bigOf(x), t.interp.MaxStrDigits(), c)
	}
	if err != nil {
		return "", t.fmtErr(err)
	}
	return r, nil
}

// textMod is str.__mod__: printf-style formatting.
func textMod(t *Thread, fv, v Value) (Value, *Exc) {
	if fv.p.typ.flags&FlagStrSubclass == 0 {
		return NotImplemented, nil
	}
	format := asStr(fv)
	args := newPercentArgs(v, FlagStrSubclass)
	var buf [120]byte
	out := buf[:0]
	n := 0
	segs := t.percentSegments(&format.Header, format.s, false)
	for i := range segs {
		seg := &segs[i]
		if seg.IsLiteral() {
			out = append(out, seg.Literal...)
			n += textLen(seg.Literal)
			continue
		}
		if seg.HasKey {
			if args.dict.p == nil {
				return Value{}, t.TypeErr("format requires a mapping")
			}
			if seg.KeyErr != nil {
				return Value{}, t.fmtErr(seg.KeyErr)
			}
			x, err := t.GetItem(args.dict, NewStr(seg.Key).Value())
			if err != nil {
				return Value{}, err
			}
			args.keyed(x)
		}
		f, err := t.percentField(seg, &args)
		if err != nil {
			return Value{}, err
		}
		if t.full(f.Width) || t.full(f.Precision) {
			return Value{}, t.MemoryErr()
		}
		x, err := args.next(t)
		if err != nil {
			return Value{}, err
		}
		s, err := t.percentText(seg, f, x)
		if err != nil {
			return Value{}, err
		}
		if out, err = t.Grow(out, len(s.s)); err != nil {
			return Value{}, err
		}
		out = append(out, s.s...)
		n += s.n
	}
	if args.unused() {
		return Value{}, t.TypeErr("not all arguments converted during string formatting")
	}
	if len(out) <= maxInlineStr {
		return newStrCopy(out, n).Value(), nil
	}
	return bytesStr(out, n).Value(), nil
}

// percentText formats one argument of a str format.
func (t *Thread) percentText(seg *numfmt.PercentSegment, f numfmt.PercentField, x Value) (*Str, *Exc) {
	var s *Str
	var err *Exc
	switch seg.Conv {
	case 's':
		s, err = t.StrOf(x)
	case 'r':
		s, err = t.Repr(x)
	case 'a':
		s, err = t.ASCII(x)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		r, err := t.percentInt(f, x, byte(seg.Conv))
		if err != nil {
			return nil, err
		}
		return newASCII(r), nil
	case 'e', 'E', 'f', 'F', 'g', 'G':
		d, err := t.AsFloat(x)
		if err != nil {
			return nil, err
		}
		r, e := f.FormatFloat(d, byte(seg.Conv))
		if e != nil {
			return nil, t.fmtErr(e)
		}
		return newASCII(r), nil
	case 'c':
		s, err = t.percentChar(x)
		f.Precision = -1
	default:
		return nil, t.fmtErr(seg.Unsupported())
	}
	if err != nil || f.Width <= 0 && f.Precision < 0 {
		return s, err
	}
	r, e := f.PadText(s.s, false)
	if e != nil {
		return nil, t.fmtErr(e)
	}
	return NewStr(r), nil
}

func (t *Thread) percentChar(x Value) (*Str, *Exc) {
	if s, ok := ToStr(x); ok {
		if s.n == 1 {
			return s, nil
		}
		return nil, t.TypeErr("%s", percentCharWants)
	}
	if x.p.typ.slots.Index == nil && !IsInt(x) {
		return nil, t.TypeErr("%s", percentCharWants)
	}
	v, err := t.Index(x)
	if err != nil {
		if err.Is(TypeError) {
			err = t.TypeErr("%s", percentCharWants)
		}
		return nil, err
	}
	if v.p != &intTag || v.int() < 0 || v.int() > 0x10ffff {
		return nil, t.Raise(OverflowError, "%s", "%c arg not in range(0x110000)")
	}
	return charStr(rune(v.int())), nil
}

const percentCharWants = "%c requires int or char"
