package io

import (
	"unicode/utf8"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/codec"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// textDecoder is an incremental decoder.
type textDecoder interface {
	// decode takes the next piece, which does not change any more.
	decode(t *py.Thread, b []byte, final bool) (string, *py.Exc)
	// state gives the bytes kept back and the decoder's own number.
	state(t *py.Thread) ([]byte, int, *py.Exc)
	setState(t *py.Thread, b []byte, flags int) *py.Exc
	reset(t *py.Thread) *py.Exc
}

// textEncoder is an incremental encoder.
type textEncoder interface {
	// encode may return memory of the text, which the caller does not change.
	encode(t *py.Thread, s *py.Str) ([]byte, *py.Exc)
	// reset prepares for writing at the start of the stream, or elsewhere.
	reset(t *py.Thread, start bool) *py.Exc
}

func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// nativeDecoder decodes UTF-8, ASCII or Latin-1 without Python code.
type nativeDecoder struct {
	encoding string
	errors   string
	pending  []byte // the front of a sequence, UTF-8 only
}

func (d *nativeDecoder) decode(t *py.Thread, b []byte, final bool) (string, *py.Exc) {
	switch d.encoding {
	case "latin-1":
		if wtf8.IsASCIIBytes(b) {
			return stringOf(b), nil
		}
		return codec.DecodeLatin1(b), nil
	case "ascii":
		if wtf8.IsASCIIBytes(b) {
			return stringOf(b), nil
		}
		s, err := codec.DecodeASCII(b, t.DecodeHandler(d.errors))
		if err != nil {
			return "", t.CodecErr(err, nil)
		}
		return s, nil
	}
	if len(d.pending) > 0 {
		b = append(d.pending[:len(d.pending):len(d.pending)], b...)
	}
	if utf8.Valid(b) {
		d.pending = nil
		return stringOf(b), nil
	}
	s, n, err := codec.DecodeUTF8(b, final, t.DecodeHandler(d.errors))
	if err != nil {
		return "", t.CodecErr(err, nil)
	}
	d.pending = nil
	if n < len(b) {
		d.pending = append([]byte(nil), b[n:]...)
	}
	return s, nil
}

func (d *nativeDecoder) state(t *py.Thread) ([]byte, int, *py.Exc) { return d.pending, 0, nil }

func (d *nativeDecoder) setState(t *py.Thread, b []byte, flags int) *py.Exc {
	d.pending = append([]byte(nil), b...)
	return nil
}

func (d *nativeDecoder) reset(t *py.Thread) *py.Exc {
	d.pending = nil
	return nil
}

// pyDecoder is an incremental decoder object of module codecs.
type pyDecoder struct{ obj py.Value }

func (d *pyDecoder) decode(t *py.Thread, b []byte, final bool) (string, *py.Exc) {
	r, err := t.CallMethod(d.obj, sDecode, py.NewBytes(b).Value(), py.Bool(final))
	if err != nil {
		return "", err
	}
	s, ok := py.ToStr(r)
	if !ok {
		return "", t.TypeErr("decoder should return a string result, not '%s'", r.Type().Name())
	}
	return s.String(), nil
}

func (d *pyDecoder) state(t *py.Thread) ([]byte, int, *py.Exc) {
	buf, flags, err := decoderState(t, d.obj)
	if err != nil {
		return nil, 0, err
	}
	b, ok := py.ToBytes(buf)
	if !ok {
		return nil, 0, t.TypeErr("illegal decoder state: the first item should be a bytes object, not '%s'", buf.Type().Name())
	}
	n, err := cInt(t, flags, 0)
	return b.Bytes(), n, err
}

func (d *pyDecoder) setState(t *py.Thread, b []byte, flags int) *py.Exc {
	st := py.NewTuple(py.NewBytes(append([]byte(nil), b...)).Value(), py.IntOf(flags)).Value()
	_, err := t.CallMethod(d.obj, sSetstate, st)
	return err
}

func (d *pyDecoder) reset(t *py.Thread) *py.Exc {
	_, err := t.CallMethod(d.obj, sReset)
	return err
}

// nlDecoder adds universal newlines to a decoder. The kept-back CR is the
// lowest bit of its number.
type nlDecoder struct {
	textDecoder
	newlineState
}

func (d *nlDecoder) decode(t *py.Thread, b []byte, final bool) (string, *py.Exc) {
	s, err := d.textDecoder.decode(t, b, final)
	if err != nil {
		return "", err
	}
	return d.feed(s, final), nil
}

func (d *nlDecoder) state(t *py.Thread) ([]byte, int, *py.Exc) {
	b, flags, err := d.textDecoder.state(t)
	flags <<= 1
	if d.pendingCR {
		flags |= 1
	}
	return b, flags, err
}

func (d *nlDecoder) setState(t *py.Thread, b []byte, flags int) *py.Exc {
	d.pendingCR = flags&1 != 0
	return d.textDecoder.setState(t, b, flags>>1)
}

func (d *nlDecoder) reset(t *py.Thread) *py.Exc {
	d.seen, d.pendingCR = 0, false
	return d.textDecoder.reset(t)
}

// nativeEncoder encodes to UTF-8, ASCII or Latin-1 without Python code.
type nativeEncoder struct{ encoding, errors string }

func (e *nativeEncoder) encode(t *py.Thread, s *py.Str) ([]byte, *py.Exc) {
	text := s.String()
	if s.ASCII() {
		return bytesOf(text), nil
	}
	var b []byte
	var err error
	switch e.encoding {
	case "ascii":
		b, err = codec.EncodeASCII(text, t.EncodeHandler(e.errors, s))
	case "latin-1":
		b, err = codec.EncodeLatin1(text, t.EncodeHandler(e.errors, s))
	default:
		if !wtf8.HasSurrogates(text) {
			return bytesOf(text), nil
		}
		b, err = codec.EncodeUTF8(text, t.EncodeHandler(e.errors, s))
	}
	if err != nil {
		return nil, t.CodecErr(err, s)
	}
	return b, nil
}

func (e *nativeEncoder) reset(t *py.Thread, start bool) *py.Exc { return nil }

// pyEncoder is an incremental encoder object of module codecs.
type pyEncoder struct{ obj py.Value }

func (e *pyEncoder) encode(t *py.Thread, s *py.Str) ([]byte, *py.Exc) {
	r, err := t.CallMethod(e.obj, sEncode, s.Value())
	if err != nil {
		return nil, err
	}
	b, ok := py.ToBytes(r)
	if !ok {
		return nil, t.TypeErr("encoder should return a bytes object, not '%s'", r.Type().Name())
	}
	return b.Bytes(), nil
}

func (e *pyEncoder) reset(t *py.Thread, start bool) *py.Exc {
	var err *py.Exc
	if start {
		_, err = t.CallMethod(e.obj, sReset)
	} else {
		_, err = t.CallMethod(e.obj, sSetstate, py.IntOf(0))
	}
	return err
}

// nativeEncoding names the encodings that need no codec object.
func nativeEncoding(name string) (string, bool) {
	n, ok := codec.NormalizeEncodingName(name)
	return n, ok && (n == "utf-8" || n == "ascii" || n == "latin-1")
}

// lookupCodec finds the codec of a text encoding.
func lookupCodec(t *py.Thread, name string) (py.Value, *py.Exc) {
	info, err := t.LookupCodec(name)
	if err != nil {
		return py.Value{}, err
	}
	if info.Type() == py.TupleType {
		return info, nil
	}
	a, err := t.GetAttrOpt(info, py.InternStr("_is_text_encoding"))
	if err != nil || a.IsNil() {
		return info, err
	}
	ok, err := t.Truth(a)
	if err == nil && !ok {
		err = t.Raise(py.LookupError, "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs", name)
	}
	return info, err
}

// newDecoder makes the decoder of an encoding.
func newDecoder(t *py.Thread, encoding, errors string) (textDecoder, *py.Exc) {
	if n, ok := nativeEncoding(encoding); ok {
		return &nativeDecoder{encoding: n, errors: errors}, nil
	}
	obj, err := codecObject(t, encoding, errors, "incrementaldecoder")
	if err != nil {
		return nil, err
	}
	return &pyDecoder{obj}, nil
}

// newEncoder makes the encoder of an encoding.
func newEncoder(t *py.Thread, encoding, errors string) (textEncoder, *py.Exc) {
	if n, ok := nativeEncoding(encoding); ok {
		return &nativeEncoder{n, errors}, nil
	}
	obj, err := codecObject(t, encoding, errors, "incrementalencoder")
	if err != nil {
		return nil, err
	}
	return &pyEncoder{obj}, nil
}

func codecObject(t *py.Thread, encoding, errors, attr string) (py.Value, *py.Exc) {
	info, err := lookupCodec(t, encoding)
	if err != nil {
		return py.Value{}, err
	}
	f, err := t.GetAttrS(info, attr)
	if err != nil {
		return py.Value{}, err
	}
	return t.Call(f, str(errors))
}

// LocaleEncoding is the encoding of the locale, in which text files are when
// nothing else is said. It is UTF-8 everywhere; the name tells how it came about.
func LocaleEncoding(t *py.Thread) string {
	if t.Interp().Options().Flags["utf8_mode"] != 0 {
		return "utf-8"
	}
	return "UTF-8"
}
