package py

import (
	"github.com/coachwhip/coachwhip/internal/codec"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// The _codecs module.

// codecArgs reads the arguments that the codec functions share: what to
// convert at 0, errors at 1.
type codecArgs struct {
	str  *Str
	b    []byte
	errs string
}

// optErrors reads an errors argument, which may be None.
func (t *Thread) optErrors(fn string, v Value) (string, *Exc) {
	if v.p == nil || v.IsNone() {
		return "", nil
	}
	s, ok := ToStr(v)
	if !ok {
		return "", t.TypeErr("%s() argument 2 must be str or None, not %s", fn, v.p.typ.name)
	}
	return s.s, nil
}

// encoderFn makes an encode function; more are further parameters.
func encoderFn(name, sig string, f func(t *Thread, c codecArgs, more []Value) ([]byte, error)) MethodSpec {
	return MethodSpec{Name: name, Sig: "str, errors=None" + sig + ", /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
		s, err := t.argStr(name, 1, a[0])
		if err != nil {
			return Value{}, err
		}
		errs, err := t.optErrors(name, a[1])
		if err != nil {
			return Value{}, err
		}
		b, gerr := f(t, codecArgs{str: s, errs: errs}, a[2:])
		if gerr != nil {
			return Value{}, t.codecErr(gerr, s)
		}
		return NewTuple(NewBytes(b).Value(), IntOf(s.n)).Value(), nil
	})}
}

// decoderFn makes a decode function. With text set it also takes str, by its
// UTF-8 form.
func decoderFn(name, sig string, text bool, f func(t *Thread, c codecArgs, more []Value) ([]Value, error)) MethodSpec {
	return MethodSpec{Name: name, Sig: "data, errors=None" + sig + ", /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
		c := codecArgs{}
		if s, ok := ToStr(a[0]); ok && text {
			b, err := t.Encode(s, "", "")
			if err != nil {
				return Value{}, err
			}
			c.b = b.b
		} else {
			x, err := t.bytesArg(a[0])
			if err != nil {
				return Value{}, err
			}
			defer x.release()
			c.b = x.b
		}
		errs, err := t.optErrors(name, a[1])
		if err != nil {
			return Value{}, err
		}
		c.errs = errs
		r, gerr := f(t, c, a[2:])
		if gerr != nil {
			return Value{}, t.codecErr(gerr, nil)
		}
		return newTupleOwned(r).Value(), nil
	})}
}

// result is the usual pair of text and number of bytes used up.
func codecResult(s string, consumed int, err error) ([]Value, error) {
	if err != nil {
		return nil, err
	}
	return []Value{decoded(s).Value(), IntOf(consumed)}, nil
}

// finalArg reads an optional bool argument.
func (t *Thread) finalArg(v Value, def bool) (bool, error) {
	if v.p == nil {
		return def, nil
	}
	b, err := t.Truth(v)
	if err != nil {
		return false, &pyError{err}
	}
	return b, nil
}

func (t *Thread) orderArg(v Value) (codec.Order, error) {
	if v.p == nil {
		return codec.DetectOrder, nil
	}
	n, err := t.asCInt(v)
	if err != nil {
		return 0, &pyError{err}
	}
	return codec.Order(max(-1, min(1, n))), nil
}

type (
	decodeWide = func(b []byte, order codec.Order, final bool, h codec.DecodeHandler) (string, int, codec.Order, error)
	encodeWide = func(s string, order codec.Order, h codec.EncodeHandler) ([]byte, error)
)

// wideCodec makes the functions of UTF-16 or UTF-32.
func wideCodec(name string, dec decodeWide, enc encodeWide) []MethodSpec {
	var fns []MethodSpec
	for _, v := range []struct {
		suffix string
		order  codec.Order
	}{{"", codec.DetectOrder}, {"_le", codec.LittleEndian}, {"_be", codec.BigEndian}} {
		sig := ""
		if v.suffix == "" {
			sig = ", byteorder=0"
		}
		fns = append(fns, encoderFn(name+v.suffix+"_encode", sig, func(t *Thread, c codecArgs, more []Value) ([]byte, error) {
			order := v.order
			if len(more) > 0 {
				o, err := t.orderArg(more[0])
				if err != nil {
					return nil, err
				}
				order = o
			}
			return enc(c.str.s, order, t.encodeHandler(c.errs, c.str))
		}), decoderFn(name+v.suffix+"_decode", ", final=False", false, func(t *Thread, c codecArgs, more []Value) ([]Value, error) {
			final, err := t.finalArg(more[0], false)
			if err != nil {
				return nil, err
			}
			s, n, _, err := dec(c.b, v.order, final, t.decodeHandler(c.errs))
			return codecResult(s, n, err)
		}))
	}
	return append(fns, decoderFn(name+"_ex_decode", ", byteorder=0, final=False", false, func(t *Thread, c codecArgs, more []Value) ([]Value, error) {
		order, err := t.orderArg(more[0])
		if err != nil {
			return nil, err
		}
		final, err := t.finalArg(more[1], false)
		if err != nil {
			return nil, err
		}
		s, n, used, err := dec(c.b, order, final, t.decodeHandler(c.errs))
		if err != nil {
			return nil, err
		}
		return []Value{decoded(s).Value(), IntOf(n), IntOf(int(used))}, nil
	}))
}

// encodingMap is what charmap_build makes.
type encodingMap struct {
	Header
	m *codec.EncodingMap
}

var encodingMapType = new(Type)

func charmapBuild(t *Thread, _, v Value) (Value, *Exc) {
	s, err := t.argStr("charmap_build", 0, v)
	if err != nil {
		return Value{}, err
	}
	table := wtf8.ToRunes(s.s)
	if len(table) > 256 {
		table = table[:256]
	}
	simple := len(table) > 0 && table[0] == 0
	for i, r := range table {
		simple = simple && (i == 0 || r != 0) && r <= 0xffff
	}
	if !simple {
		d := NewDict()
		for i, r := range table {
			if err := d.Set(t, Int64(int64(r)), IntOf(i)); err != nil {
				return Value{}, err
			}
		}
		return d.Value(), nil
	}
	m := &encodingMap{m: codec.BuildEncodingMap(table)}
	m.InitHeader(encodingMapType)
	return Value{&m.Header, 0}, nil
}

func charmapEncode(t *Thread, c codecArgs, more []Value) ([]byte, error) {
	h := t.encodeHandler(c.errs, c.str)
	mapping := more[0]
	if mapping.p == nil || mapping.IsNone() {
		return codec.EncodeLatin1(c.str.s, h)
	}
	if mapping.p.typ == encodingMapType {
		return codec.EncodeCharmapTable(c.str.s, (*encodingMap)(mapping.ptr()).m, h)
	}
	return codec.EncodeCharmap(c.str.s, func(r rune) ([]byte, bool, error) {
		x, err := t.GetItem(mapping, Int64(int64(r)))
		if err != nil {
			if err.Is(LookupError) {
				return nil, false, nil
			}
			return nil, false, &pyError{err}
		}
		switch {
		case x.IsNone():
			return nil, false, nil
		case IsInt(x):
			n, ok := smallInt(x)
			if !ok || n < 0 || n > 255 {
				return nil, false, &pyError{t.TypeErr("character mapping must be in range(256)")}
			}
			return allBytes[n : n+1], true, nil
		case x.p.typ.flags&FlagBytesSubclass != 0:
			return asBytes(x).b, true, nil
		}
		return nil, false, &pyError{t.TypeErr("character mapping must return integer, bytes or None, not %s", x.p.typ.name)}
	}, h)
}

func charmapDecode(t *Thread, c codecArgs, more []Value) ([]Value, error) {
	mapping := more[0]
	if mapping.p == nil || mapping.IsNone() {
		return codecResult(codec.DecodeLatin1(c.b), len(c.b), nil)
	}
	h := t.decodeHandler(c.errs)
	if mapping.p.shape == shStr {
		s, err := codec.DecodeCharmapTable(c.b, wtf8.ToRunes(asStr(mapping).s), h)
		return codecResult(s, len(c.b), err)
	}
	s, err := codec.DecodeCharmap(c.b, func(b byte) (string, bool, error) {
		x, err := t.GetItem(mapping, Int64(int64(b)))
		if err != nil {
			if err.Is(LookupError) {
				return "", false, nil
			}
			return "", false, &pyError{err}
		}
		switch {
		case x.IsNone():
			return "", false, nil
		case IsInt(x):
			n, ok := smallInt(x)
			if n == 0xfffe && ok {
				return "", false, nil
			}
			if !ok || n < 0 || n > wtf8.MaxRune {
				return "", false, &pyError{t.TypeErr("character mapping must be in range(0x%x)", wtf8.MaxRune+1)}
			}
			return charStr(rune(n)).s, true, nil
		case x.p.typ.flags&FlagStrSubclass != 0:
			s := asStr(x).s
			return s, s != "\ufffe", nil
		}
		return "", false, &pyError{t.TypeErr("character mapping must return integer, None or str")}
	}, h)
	return codecResult(s, len(c.b), err)
}

// escapeWarning warns of an escape sequence without a meaning.
func (t *Thread) escapeWarning(e codec.InvalidEscape, input []byte) error {
	if msg := e.Warning(input); msg != "" {
		if err := t.Warn(DeprecationWarning, 1, "%s", msg); err != nil {
			return &pyError{err}
		}
	}
	return nil
}

func narrowCodec(name string, enc func(string, codec.EncodeHandler) ([]byte, error), dec func([]byte, codec.DecodeHandler) (string, error)) []MethodSpec {
	return []MethodSpec{
		encoderFn(name+"_encode", "", func(t *Thread, c codecArgs, _ []Value) ([]byte, error) {
			if c.str.ASCII() {
				return []byte(c.str.s), nil
			}
			return enc(c.str.s, t.encodeHandler(c.errs, c.str))
		}),
		decoderFn(name+"_decode", "", false, func(t *Thread, c codecArgs, _ []Value) ([]Value, error) {
			s, err := dec(c.b, t.decodeHandler(c.errs))
			return codecResult(s, len(c.b), err)
		}),
	}
}

func codecFunctions() []MethodSpec {
	fns := []MethodSpec{
		{Name: "register", Sig: "search_function, /", Doc: "Register a codec search function.", Fn: Fn1(func(t *Thread, _, f Value) (Value, *Exc) { return None, t.RegisterCodec(f) })},
		{Name: "unregister", Sig: "search_function, /", Doc: "Unregister a codec search function and clear the registry's cache.", Fn: Fn1(func(t *Thread, _, f Value) (Value, *Exc) { t.UnregisterCodec(f); return None, nil })},
		{Name: "lookup", Sig: "encoding, /", Doc: "Look up a codec tuple in the registry and return a CodecInfo object.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
			s, err := t.argStr("lookup", 0, v)
			if err != nil {
				return Value{}, err
			}
			return t.LookupCodec(s.s)
		})},
		{Name: "_forget_codec", Sig: "encoding, /", Doc: "Purge the named codec from the internal codec lookup cache.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
			s, err := t.argStr("_forget_codec", 0, v)
			if err != nil {
				return Value{}, err
			}
			r := &t.interp.codecs
			r.mu.Lock()
			delete(r.cache, s.s)
			r.mu.Unlock()
			return None, nil
		})},
		codecCall("encode", 0, "Encode obj with the codec registered for encoding."),
		codecCall("decode", 1, "Decode obj with the codec registered for encoding."),
		{Name: "register_error", Sig: "errors, handler, /", Doc: "Register an error handler under the name errors.", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
			s, err := t.argStr("register_error", 1, a[0])
			if err != nil {
				return Value{}, err
			}
			return None, t.RegisterErrorHandler(s.s, a[1])
		})},
		{Name: "lookup_error", Sig: "name, /", Doc: "Return the error handler registered under name, or raise LookupError.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
			s, err := t.argStr("lookup_error", 0, v)
			if err != nil {
				return Value{}, err
			}
			return t.LookupErrorHandler(s.s)
		})},
		encoderFn("utf_8_encode", "", func(t *Thread, c codecArgs, _ []Value) ([]byte, error) {
			if c.str.ASCII() {
				return []byte(c.str.s), nil
			}
			return codec.EncodeUTF8(c.str.s, t.encodeHandler(c.errs, c.str))
		}),
		decoderFn("utf_8_decode", ", final=False", false, func(t *Thread, c codecArgs, more []Value) ([]Value, error) {
			final, err := t.finalArg(more[0], false)
			if err != nil {
				return nil, err
			}
			s, n, err := codec.DecodeUTF8(c.b, final, t.decodeHandler(c.errs))
			return codecResult(s, n, err)
		}),
		encoderFn("utf_7_encode", "", func(t *Thread, c codecArgs, _ []Value) ([]byte, error) { return codec.EncodeUTF7(c.str.s), nil }),
		decoderFn("utf_7_decode", ", final=False", false, func(t *Thread, c codecArgs, more []Value) ([]Value, error) {
			final, err := t.finalArg(more[0], false)
			if err != nil {
				return nil, err
			}
			s, n, err := codec.DecodeUTF7(c.b, final, t.decodeHandler(c.errs))
			return codecResult(s, n, err)
		}),
		encoderFn("unicode_escape_encode", "", func(t *Thread, c codecArgs, _ []Value) ([]byte, error) {
			return codec.EncodeUnicodeEscape(c.str.s), nil
		}),
		decoderFn("unicode_escape_decode", ", final=True", true, func(t *Thread, c codecArgs, more []Value) ([]Value, error) {
			final, err := t.finalArg(more[0], true)
			if err != nil {
				return nil, err
			}
			s, n, bad, err := codec.DecodeUnicodeEscape(c.b, final, t.decodeHandler(c.errs))
			if err == nil {
				err = t.escapeWarning(bad, c.b)
			}
			return codecResult(s, n, err)
		}),
		encoderFn("raw_unicode_escape_encode", "", func(t *Thread, c codecArgs, _ []Value) ([]byte, error) {
			return codec.EncodeRawUnicodeEscape(c.str.s), nil
		}),
		decoderFn("raw_unicode_escape_decode", ", final=True", true, func(t *Thread, c codecArgs, more []Value) ([]Value, error) {
			final, err := t.finalArg(more[0], true)
			if err != nil {
				return nil, err
			}
			s, n, err := codec.DecodeRawUnicodeEscape(c.b, final, t.decodeHandler(c.errs))
			return codecResult(s, n, err)
		}),
		{Name: "escape_encode", Sig: "data, errors=None, /", Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
			b, ok := ToBytes(a[0])
			if !ok {
				return Value{}, t.TypeErr("escape_encode() argument 1 must be bytes, not %s", argTypeName(a[0]))
			}
			if _, err := t.optErrors("escape_encode", a[1]); err != nil {
				return Value{}, err
			}
			return NewTuple(NewBytes(codec.EncodeBytesEscape(b.b)).Value(), IntOf(len(b.b))).Value(), nil
		})},
		decoderFn("escape_decode", "", true, func(t *Thread, c codecArgs, _ []Value) ([]Value, error) {
			errs := c.errs
			if errs == "" {
				errs = "strict"
			}
			b, bad, err := codec.DecodeBytesEscape(c.b, errs)
			if err == nil {
				err = t.escapeWarning(bad, c.b)
			}
			if err != nil {
				return nil, err
			}
			return []Value{NewBytes(b).Value(), IntOf(len(c.b))}, nil
		}),
		encoderFn("charmap_encode", ", mapping=None", charmapEncode),
		decoderFn("charmap_decode", ", mapping=None", false, charmapDecode),
		{Name: "charmap_build", Sig: "map, /", Fn: Fn1(charmapBuild)},
		decoderFn("readbuffer_encode", "", true, func(t *Thread, c codecArgs, _ []Value) ([]Value, error) {
			return []Value{CopyBytes(c.b).Value(), IntOf(len(c.b))}, nil
		}),
	}
	fns = append(fns, wideCodec("utf_16", codec.DecodeUTF16, codec.EncodeUTF16)...)
	fns = append(fns, wideCodec("utf_32", codec.DecodeUTF32, codec.EncodeUTF32)...)
	fns = append(fns, narrowCodec("latin_1", codec.EncodeLatin1, func(b []byte, _ codec.DecodeHandler) (string, error) {
		return codec.DecodeLatin1(b), nil
	})...)
	return append(fns, narrowCodec("ascii", codec.EncodeASCII, codec.DecodeASCII)...)
}

// codecCall is codecs.encode (i 0) or codecs.decode (i 1): any codec, any types.
func codecCall(name string, i int, doc string) MethodSpec {
	return MethodSpec{Name: name, Sig: "obj, encoding='utf-8', errors='strict'", Doc: doc, Fn: FnSig(func(t *Thread, _ Value, a []Value) (Value, *Exc) {
		enc, err := t.argText(name, "encoding", a[1], "utf-8")
		if err != nil {
			return Value{}, err
		}
		errs, err := t.argText(name, "errors", a[2], "")
		if err != nil {
			return Value{}, err
		}
		c, err := t.LookupCodec(enc)
		if err != nil {
			return Value{}, err
		}
		return t.runCodec(c, i, a[0], enc, errs)
	})}
}

func init() {
	RegisterType(TypeSpec{Type: encodingMapType, Name: "EncodingMap", Flags: FlagNoNew, Methods: []MethodSpec{
		{Name: "size", Doc: "Return the size (in bytes) of this object.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return Int64(1024), nil })},
	}})
	RegisterModule(ModuleSpec{Name: "_codecs", Methods: codecFunctions()})
}
