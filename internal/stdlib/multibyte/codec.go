package multibyte

import (
	"github.com/coachwhip/coachwhip/internal/codec"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

const (
	illegal    = "illegal multibyte sequence"
	incomplete = "incomplete multibyte sequence"
)

// decode decodes b. Unless final, an incomplete character at the end is left;
// used is the number of bytes that were taken.
func (c *charset) decode(t *py.Thread, b []byte, errors string, final bool) (s string, used int, exc *py.Exc) {
	tab := c.tables()
	out := make([]byte, 0, len(b))
	var h codec.DecodeHandler
	e := &codec.DecodeError{Encoding: c.name, Input: b}
	for i := 0; i < len(e.Input); {
		r, n := c.next(tab, e.Input[i:])
		if n > 0 {
			out = wtf8.AppendRune(out, r)
			i += n
			continue
		}
		if n == 0 && !final {
			return string(out), i, nil
		}
		e.Start, e.End, e.Reason = i, i+1, illegal
		if n == 0 {
			e.End, e.Reason = len(e.Input), incomplete
		}
		if h == nil {
			if h = t.DecodeHandler(errors); h == nil {
				return "", 0, t.CodecErr(e, nil)
			}
		}
		rep, next, err := h(e)
		if err != nil {
			return "", 0, t.CodecErr(err, nil)
		}
		if next < 0 {
			next += len(e.Input)
		}
		if next < 0 || next > len(e.Input) {
			return "", 0, t.Raise(py.IndexError, "position %d from error handler out of bounds", next)
		}
		out = append(out, rep...)
		i = next
	}
	return string(out), len(e.Input), nil
}

func (c *charset) encode(t *py.Thread, s *py.Str, errors string) ([]byte, *py.Exc) {
	tab := c.tables()
	out := make([]byte, 0, len(s.String()))
	var h codec.EncodeHandler
	pos := 0
	for text := s.String(); len(text) > 0; {
		r, n := wtf8.DecodeRune(text)
		b, ok := c.append(tab, out, r)
		if ok {
			out = b
			text = text[n:]
			pos++
			continue
		}
		e := &codec.EncodeError{Encoding: c.name, Object: s.String(), Start: pos, End: pos + 1, Reason: illegal}
		if h == nil {
			if h = t.EncodeHandler(errors, s); h == nil {
				return nil, t.CodecErr(e, s)
			}
		}
		rep, next, err := h(e)
		if err != nil {
			return nil, t.CodecErr(err, s)
		}
		if rep.IsBytes {
			out = append(out, rep.Bytes...)
		} else {
			for _, r := range wtf8.Runes(rep.Text) {
				if out, ok = c.append(tab, out, r); !ok {
					return nil, t.CodecErr(e, s)
				}
			}
		}
		if next < 0 {
			next += s.Len()
		}
		if next < 0 || next > s.Len() {
			return nil, t.Raise(py.IndexError, "position %d from error handler out of bounds", next)
		}
		pos = next
		text = s.String()[s.ByteOffset(pos):]
	}
	return out, nil
}

// codecObj is a MultibyteCodec.
type codecObj struct {
	py.Header
	c *charset
}

// stateful is an incremental or stream object: errors is its error handler,
// kept the bytes of an incomplete character, stream the file of a stream object.
type stateful struct {
	py.Header
	c      *charset
	errors string
	kept   []byte
	stream py.Value
}

var (
	codecType   = new(py.Type)
	encoderType = new(py.Type)
	decoderType = new(py.Type)
	readerType  = new(py.Type)
	writerType  = new(py.Type)
)

func of(v py.Value) *stateful { return (*stateful)(v.Ptr()) }

func errorsArg(t *py.Thread, v py.Value) (string, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return "strict", nil
	}
	s, ok := py.ToStr(v)
	if !ok {
		return "", t.TypeErr("errors must be a string")
	}
	return s.String(), nil
}

func text(t *py.Thread, v py.Value) (*py.Str, *py.Exc) {
	s, ok := py.ToStr(v)
	if !ok {
		return nil, t.TypeErr("couldn't convert the object to str.")
	}
	return s, nil
}

func codecEncode(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	errors, err := errorsArg(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	s, err := text(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	b, err := (*codecObj)(v.Ptr()).c.encode(t, s, errors)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewTuple(py.NewBytes(b).Value(), py.IntOf(s.Len())).Value(), nil
}

func codecDecode(t *py.Thread, v py.Value, a []py.Value) (r py.Value, err *py.Exc) {
	errors, err := errorsArg(t, a[1])
	if err != nil {
		return r, err
	}
	err = t.BytesLike(a[0], func(b []byte) *py.Exc {
		s, _, err := (*codecObj)(v.Ptr()).c.decode(t, append([]byte(nil), b...), errors, true)
		r = py.NewTuple(py.NewStr(s).Value(), py.IntOf(len(b))).Value()
		return err
	})
	return r, err
}

// newStateful makes an object of a class that has a codec attribute.
func newStateful(name string, stream bool) func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	sig := py.ParseSignature("errors='strict'")
	if stream {
		sig = py.ParseSignature("stream, errors='strict'")
	}
	return func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
		var a [2]py.Value
		n := 1
		if stream {
			n = 2
		}
		if err := sig.Bind(t, name, args, a[:n]); err != nil {
			return py.Value{}, err
		}
		errors, err := errorsArg(t, a[n-1])
		if err != nil {
			return py.Value{}, err
		}
		x, err := t.GetAttrS(cls.Value(), "codec")
		if err != nil {
			return py.Value{}, err
		}
		if x.Type() != codecType {
			return py.Value{}, t.TypeErr("codec is unexpected type")
		}
		s := py.AllocFor[stateful](t, cls)
		s.c, s.errors = (*codecObj)(x.Ptr()).c, errors
		if stream {
			s.stream = a[0]
		}
		return py.FromHeader(&s.Header), nil
	}
}

func flag(t *py.Thread, v py.Value) (bool, *py.Exc) {
	if v.IsNil() {
		return false, nil
	}
	return t.Truth(v)
}

func incEncode(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	if _, err := flag(t, a[1]); err != nil {
		return py.Value{}, err
	}
	s, err := text(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	b, err := of(v).c.encode(t, s, of(v).errors)
	return py.NewBytes(b).Value(), err
}

// feed decodes what was kept and more.
func (s *stateful) feed(t *py.Thread, b []byte, final bool) (string, *py.Exc) {
	in := append(append([]byte(nil), s.kept...), b...)
	out, used, err := s.c.decode(t, in, s.errors, final)
	if err != nil {
		return "", err
	}
	s.kept = in[used:]
	return out, nil
}

func incDecode(t *py.Thread, v py.Value, a []py.Value) (r py.Value, err *py.Exc) {
	final, err := flag(t, a[1])
	if err != nil {
		return r, err
	}
	err = t.BytesLike(a[0], func(b []byte) *py.Exc {
		s, err := of(v).feed(t, b, final)
		r = py.NewStr(s).Value()
		return err
	})
	return r, err
}

// readWith reads with a method of the stream and decodes what it gives.
func readWith(t *py.Thread, v py.Value, method string, size py.Value) (py.Value, *py.Exc) {
	s := of(v)
	all := size.IsNil() || size.IsNone()
	if !all {
		n, err := t.SizeArg(size)
		if err != nil {
			return py.Value{}, err
		}
		all = n < 0
	}
	for {
		var args []py.Value
		if !all {
			args = append(args, size)
		}
		data, err := t.CallMethodS(s.stream, method, args...)
		if err != nil {
			return py.Value{}, err
		}
		b, ok := py.ToBytes(data)
		if !ok {
			return py.Value{}, t.TypeErr("stream function returned a non-bytes object (%s)", data.Type().Name())
		}
		out, err := s.feed(t, b.Bytes(), len(b.Bytes()) == 0 || all && method == "read")
		if err != nil {
			return py.Value{}, err
		}
		if out != "" || len(b.Bytes()) == 0 || all {
			return py.NewStr(out).Value(), nil
		}
	}
}

func streamWrite(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	s, err := text(t, arg)
	if err != nil {
		return py.Value{}, err
	}
	b, err := of(v).c.encode(t, s, of(v).errors)
	if err != nil {
		return py.Value{}, err
	}
	_, err = t.CallMethodS(of(v).stream, "write", py.NewBytes(b).Value())
	return py.None, err
}

func init() {
	py.RegisterPackage(func() {
		registerCharsets()
		registerCodec()
	}, "_multibytecodec", "_codecs_jp", "_codecs_kr", "_codecs_cn")
}

func registerCodec() {
	noInit := func(*py.Thread, py.Value, py.Args) *py.Exc { return nil }
	errs := py.GetSetSpec{Name: "errors", Doc: "how to treat errors", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return py.NewStr(of(v).errors).Value(), nil
	}, Set: func(t *py.Thread, v, val py.Value) *py.Exc {
		s, ok := py.ToStr(val)
		if val.IsNil() || !ok {
			return t.TypeErr("errors must be a string")
		}
		of(v).errors = s.String()
		return nil
	}}
	stream := py.GetSetSpec{Name: "stream", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return of(v).stream, nil }}
	reset := py.MethodSpec{Name: "reset", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		of(v).kept = nil
		return py.None, nil
	})}
	py.RegisterType(py.TypeSpec{Type: codecType, Name: "_multibytecodec.MultibyteCodec", Flags: py.FlagNoNew, Layout: py.LayoutOf[codecObj](), Methods: []py.MethodSpec{
		{Name: "encode", Sig: "input, errors=None", Fn: py.FnSig(codecEncode), Doc: "Return an encoded string version of `input'.\n\nerrors is the name of an error handler, 'strict' by default."},
		{Name: "decode", Sig: "input, errors=None", Fn: py.FnSig(codecDecode), Doc: "Decodes 'input'.\n\nerrors is the name of an error handler, 'strict' by default."},
	}})
	py.RegisterType(py.TypeSpec{
		Type: encoderType, Name: "_multibytecodec.MultibyteIncrementalEncoder", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[stateful](),
		Slots: py.Slots{New: newStateful("MultibyteIncrementalEncoder", false), Init: noInit}, GetSet: []py.GetSetSpec{errs},
		Methods: []py.MethodSpec{
			{Name: "encode", Sig: "input, final=False", Fn: py.FnSig(incEncode)}, reset,
			{Name: "getstate", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(0), nil })},
			{Name: "setstate", Sig: "statelong, /", Fn: py.Fn1(func(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
				// These encodings have no state between characters.
				if !py.IsInt(arg) {
					return py.Value{}, t.TypeErr("setstate() argument must be int, not %s", py.ArgTypeName(arg))
				}
				return py.None, nil
			})},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: decoderType, Name: "_multibytecodec.MultibyteIncrementalDecoder", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[stateful](),
		Slots: py.Slots{New: newStateful("MultibyteIncrementalDecoder", false), Init: noInit}, GetSet: []py.GetSetSpec{errs},
		Methods: []py.MethodSpec{
			{Name: "decode", Sig: "input, final=False", Fn: py.FnSig(incDecode)}, reset,
			{Name: "getstate", Sig: "", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.NewTuple(py.CopyBytes(of(v).kept).Value(), py.IntOf(0)).Value(), nil
			})},
			{Name: "setstate", Sig: "state, /", Fn: py.Fn1(func(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
				tup, ok := py.ToTuple(arg)
				if !ok || len(tup.Items()) != 2 || !py.IsInt(tup.Items()[1]) {
					return py.Value{}, t.TypeErr("setstate(): illegal state argument")
				}
				b, ok := py.ToBytes(tup.Items()[0])
				switch {
				case !ok:
					return py.Value{}, t.TypeErr("setstate(): illegal state argument")
				case len(b.Bytes()) > 8:
					return py.Value{}, t.Raise(py.UnicodeError, "pending buffer too large")
				}
				of(v).kept = append([]byte(nil), b.Bytes()...)
				return py.None, nil
			})},
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: readerType, Name: "_multibytecodec.MultibyteStreamReader", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[stateful](),
		Slots: py.Slots{New: newStateful("MultibyteStreamReader", true), Init: noInit}, GetSet: []py.GetSetSpec{errs}, Members: []py.GetSetSpec{stream},
		Methods: []py.MethodSpec{
			{Name: "read", Sig: "sizeobj=None, /", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) { return readWith(t, v, "read", a[0]) })},
			{Name: "readline", Sig: "sizeobj=None, /", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				return readWith(t, v, "readline", a[0])
			})},
			{Name: "readlines", Sig: "sizehintobj=None, /", Fn: py.FnSig(func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
				r, err := readWith(t, v, "read", a[0])
				if err != nil {
					return py.Value{}, err
				}
				return t.CallMethodS(r, "splitlines", py.True)
			})}, reset,
		},
	})
	py.RegisterType(py.TypeSpec{
		Type: writerType, Name: "_multibytecodec.MultibyteStreamWriter", Guarded: true, Flags: py.FlagBaseType, Layout: py.LayoutOf[stateful](),
		Slots: py.Slots{New: newStateful("MultibyteStreamWriter", true), Init: noInit}, GetSet: []py.GetSetSpec{errs}, Members: []py.GetSetSpec{stream},
		Methods: []py.MethodSpec{
			{Name: "write", Sig: "strobj, /", Fn: py.Fn1(streamWrite)},
			{Name: "writelines", Sig: "lines, /", Fn: py.Fn1(func(t *py.Thread, v, lines py.Value) (py.Value, *py.Exc) {
				return py.None, t.Each(lines, func(x py.Value) *py.Exc {
					_, err := streamWrite(t, v, x)
					return err
				})
			})}, reset,
		},
	})
	py.RegisterModule(py.ModuleSpec{Name: "_multibytecodec", Types: []*py.Type{encoderType, decoderType, readerType, writerType}})
	for _, module := range [...]string{"_codecs_jp", "_codecs_kr", "_codecs_cn"} {
		py.RegisterModule(py.ModuleSpec{Name: module, Methods: []py.MethodSpec{{Name: "getcodec", Sig: "encoding, /", Fn: py.Fn1(func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
			s, ok := py.ToStr(v)
			if !ok {
				return py.Value{}, t.TypeErr("encoding name must be a string.")
			}
			for _, c := range charsets {
				if c.name == s.String() && c.module == module {
					o := py.AllocFor[codecObj](t, codecType)
					o.c = c
					return py.FromHeader(&o.Header), nil
				}
			}
			return py.Value{}, t.Raise(py.LookupError, "no such codec is supported.")
		})}}})
	}
}
