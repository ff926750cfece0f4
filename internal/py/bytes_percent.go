package py

import "github.com/coachwhip/coachwhip/internal/numfmt"

// bytesMod is bytes.__mod__ and bytearray.__mod__: printf-style formatting (PEP 461).
func bytesMod(t *Thread, fv, v Value) (Value, *Exc) {
	var segs []numfmt.PercentSegment
	switch {
	case fv.p.typ.flags&FlagBytesSubclass != 0:
		segs = t.percentSegments(fv.p, asString(asBytes(fv).b), true)
	case fv.p.typ.flags&FlagByteArraySubclass != 0:
		segs = numfmt.ParsePercent(string(asByteArray(fv).Data(t)), true)
	default:
		return NotImplemented, nil
	}
	args := newPercentArgs(v, FlagStrSubclass|FlagBytesSubclass|FlagByteArraySubclass)
	var out []byte
	for i := range segs {
		seg := &segs[i]
		if seg.IsLiteral() {
			out = append(out, seg.Literal...)
			continue
		}
		if seg.HasKey {
			if args.dict.p == nil {
				return Value{}, t.TypeErr("format requires a mapping")
			}
			if seg.KeyErr != nil {
				return Value{}, t.fmtErr(seg.KeyErr)
			}
			x, err := t.GetItem(args.dict, bytesOfString(seg.Key).Value())
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
		s, err := t.percentBytes(seg, f, x)
		if err != nil {
			return Value{}, err
		}
		if out, err = t.Grow(out, len(s)); err != nil {
			return Value{}, err
		}
		out = append(out, s...)
	}
	if args.unused() {
		return Value{}, t.TypeErr("not all arguments converted during bytes formatting")
	}
	return likeSelf(fv, out), nil
}

// percentBytes formats one argument of a bytes format.
func (t *Thread) percentBytes(seg *numfmt.PercentSegment, f numfmt.PercentField, x Value) (string, *Exc) {
	var s string
	switch seg.Conv {
	case 's', 'b':
		switch {
		case x.p.typ.flags&FlagBytesSubclass != 0 && x.p.shape == shBytes:
			s = asString(asBytes(x).b)
		case x.p.typ.flags&FlagByteArraySubclass != 0:
			s = string(asByteArray(x).Data(t))
		default:
			b, ok, err := t.dunderBytes(x)
			if err != nil {
				return "", err
			}
			if ok {
				s = asString(b.b)
				break
			}
			if !isBytesLike(x) {
				return "", t.TypeErr("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", x.p.typ.name)
			}
			y, err := t.bytesArg(x)
			if err != nil {
				return "", err
			}
			s = string(y.b)
			y.release()
		}
	case 'r', 'a':
		r, err := t.ASCII(x)
		if err != nil {
			return "", err
		}
		s = r.s
	case 'd', 'i', 'u', 'o', 'x', 'X':
		conv := byte(seg.Conv)
		if conv == 'i' { // in errors too, other than u
			conv = 'd'
		}
		return t.percentInt(f, x, conv)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		d, err := t.AsFloat(x)
		if err != nil {
			if err.Is(TypeError) {
				err = t.TypeErr("float argument required, not %s", x.p.typ.name)
			}
			return "", err
		}
		r, e := f.FormatFloat(d, byte(seg.Conv))
		if e != nil {
			return "", t.fmtErr(e)
		}
		return r, nil
	case 'c':
		c, err := t.percentByte(x)
		if err != nil {
			return "", err
		}
		s = asString(allBytes[c : int(c)+1])
		f.Precision = -1
	default:
		return "", t.fmtErr(seg.Unsupported())
	}
	r, e := f.PadText(s, true)
	if e != nil {
		return "", t.fmtErr(e)
	}
	return r, nil
}

// percentByte is the argument of %c: an int or a single byte.
func (t *Thread) percentByte(x Value) (byte, *Exc) {
	var b []byte
	if y, ok := ToBytes(x); ok {
		b = y.b
	} else if y, ok := ToByteArray(x); ok {
		b = y.Data(t)
	} else if x.p.typ.slots.Index != nil {
		v, err := t.Index(x)
		if err != nil && !err.Is(TypeError) {
			return 0, err
		}
		if err == nil {
			if v.p != &intTag || v.b > 255 {
				return 0, t.Raise(OverflowError, "%s", "%c arg not in range(256)")
			}
			return byte(v.b), nil
		}
	}
	if len(b) != 1 {
		return 0, t.TypeErr("%s", "%c requires an integer in range(256) or a single byte")
	}
	return b[0], nil
}
