package py

import (
	"errors"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/codec"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// pyError carries an exception through Go code that knows only error.
type pyError struct{ exc *Exc }

func (e *pyError) Error() string { return "Python exception" }

// DecodeErr makes a UnicodeDecodeError.
func (t *Thread) DecodeErr(encoding string, input []byte, start, end int, reason string) *Exc {
	return NewUnicodeDecodeError(encoding, NewBytes(append([]byte(nil), input...)).Value(), start, end, reason)
}

// EncodeErr makes a UnicodeEncodeError.
func (t *Thread) EncodeErr(encoding string, obj *Str, start, end int, reason string) *Exc {
	return NewUnicodeEncodeError(encoding, obj.Value(), start, end, reason)
}

// codecErr turns an error of package codec into an exception. str is the text
// that is encoded, nil when decoding.
func (t *Thread) codecErr(err error, str *Str) *Exc {
	switch e := err.(type) {
	case *pyError:
		return e.exc
	case *codec.DecodeError:
		return t.DecodeErr(e.Encoding, e.Input, e.Start, e.End, e.Reason)
	case *codec.EncodeError:
		if str == nil || str.s != e.Object {
			str = NewStr(e.Object)
		}
		return t.EncodeErr(e.Encoding, str, e.Start, e.End, e.Reason)
	case *codec.HandlerTypeError:
		return t.TypeErr("%s", e.Error())
	case *codec.PositionError:
		return t.Raise(IndexError, "%s", e.Error())
	case *codec.EscapeError:
		return t.ValueErr("%s", e.Message)
	}
	var he *codec.HandlerTypeError
	if errors.As(err, &he) {
		return t.TypeErr("%s", he.Error())
	}
	return t.ValueErr("%s", err)
}

// uniFields reads the fields of a UnicodeError that Python code may have
// changed. The range is cut down to the object, of n items.
func (t *Thread) uniFields(e *Exc) (enc string, obj Value, start, end, n int, reason string, err *Exc) {
	if s, ok := ToStr(e.Field(UnicodeEncoding)); ok {
		enc = s.s
	}
	obj = e.Field(UnicodeObject)
	if obj.p == nil {
		err = t.TypeErr("object attribute not set")
		return
	}
	if e.Is(UnicodeDecodeError) {
		b, ok := ToBytes(obj)
		if !ok {
			err = t.TypeErr("object attribute must be bytes")
			return
		}
		n = len(b.b)
	} else {
		s, ok := ToStr(obj)
		if !ok {
			err = t.TypeErr("object attribute must be unicode")
			return
		}
		n = s.n
	}
	num := func(i int) int {
		if v := e.Field(i); v.p != nil && IsInt(v) {
			k, _ := smallInt(v)
			return int(k)
		}
		return 0
	}
	start, end = num(UnicodeStart), num(UnicodeEnd)
	start = max(min(start, n-1), 0)
	end = min(max(end, 1), n)
	end = max(end, start)
	if s, ok := ToStr(e.Field(UnicodeReason)); ok {
		reason = s.s
	}
	return
}

// handlerNames are the error handlers that exist from the start.
var handlerNames = []string{"strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass", "surrogateescape"}

// newErrorHandler makes the function that codecs.lookup_error returns for a
// builtin error handler.
func newErrorHandler(name string) Value {
	fn := name
	if name == "strict" || name == "ignore" || name == "replace" || name == "xmlcharrefreplace" || name == "backslashreplace" || name == "namereplace" {
		fn += "_errors"
	}
	return NewFunction(MethodSpec{Name: fn, Doc: "The '" + name + "' error handler of the codecs.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
		e, ok := ToExc(v)
		if !ok {
			if name == "strict" {
				return Value{}, t.TypeErr("codec must pass exception instance")
			}
			return Value{}, t.TypeErr("don't know how to handle %s in error callback", v.p.typ.name)
		}
		if name == "strict" {
			return Value{}, e
		}
		return t.handleUniError(name, e)
	})}, Value{}, "_codecs")
}

// handleUniError runs a builtin error handler on an exception object.
func (t *Thread) handleUniError(name string, e *Exc) (Value, *Exc) {
	unknown := func() (Value, *Exc) {
		return Value{}, t.TypeErr("don't know how to handle %s in error callback", e.typ.name)
	}
	encode, decode, translate := e.Is(UnicodeEncodeError), e.Is(UnicodeDecodeError), e.Is(UnicodeTranslateError)
	if !encode && !decode && !translate {
		return unknown()
	}
	if decode && (name == "xmlcharrefreplace" || name == "namereplace") {
		return unknown()
	}
	if translate && name != "ignore" && name != "replace" && name != "backslashreplace" {
		return unknown()
	}
	enc, obj, start, end, n, reason, err := t.uniFields(e)
	if err != nil {
		return Value{}, err
	}
	if n == 0 {
		end = 0
	}
	result := func(text string, b []byte, isBytes bool, pos int) (Value, *Exc) {
		v := NewStr(text).Value()
		if isBytes {
			v = NewBytes(b).Value()
		}
		return NewTuple(v, IntOf(pos)).Value(), nil
	}
	if decode {
		ce := &codec.DecodeError{Encoding: enc, Input: asBytes(obj).b, Start: start, End: end, Reason: reason}
		text, pos, gerr := codec.LookupDecodeHandler(name)(ce)
		if gerr != nil {
			return Value{}, e
		}
		return result(text, nil, false, pos)
	}
	if translate && name == "replace" {
		b := make([]byte, 0, 3*(end-start))
		for i := start; i < end; i++ {
			b = append(b, "\uFFFD"...)
		}
		return result(string(b), nil, false, end)
	}
	ce := &codec.EncodeError{Encoding: enc, Object: asStr(obj).s, Start: start, End: end, Reason: reason}
	rep, pos, gerr := codec.LookupEncodeHandler(name)(ce)
	if gerr != nil {
		return Value{}, e
	}
	return result(rep.Text, rep.Bytes, rep.IsBytes, pos)
}

// decodeHandler returns the handler named by an errors argument; nil is strict.
func (t *Thread) decodeHandler(name string) codec.DecodeHandler {
	if name == "" || name == "strict" {
		return nil
	}
	if !t.interp.codecs.overridden(name) {
		if h := codec.LookupDecodeHandler(name); h != nil {
			return h
		}
	}
	var f Value
	var exc *Exc
	return func(e *codec.DecodeError) (string, int, error) {
		var err *Exc
		if f.p == nil {
			if f, err = t.LookupErrorHandler(name); err != nil {
				return "", 0, &pyError{err}
			}
		}
		if exc == nil {
			exc = t.DecodeErr(e.Encoding, e.Input, e.Start, e.End, e.Reason)
		} else {
			exc.SetField(UnicodeStart, IntOf(e.Start))
			exc.SetField(UnicodeEnd, IntOf(e.End))
			exc.SetField(UnicodeReason, NewStr(e.Reason).Value())
		}
		r, err := t.Call(f, exc.Value())
		if err != nil {
			return "", 0, &pyError{err}
		}
		rep, pos, err := t.handlerResult(r, "decoding error handler must return (str, int) tuple")
		if err != nil {
			return "", 0, &pyError{err}
		}
		s, ok := ToStr(rep)
		if !ok {
			return "", 0, &pyError{t.TypeErr("decoding error handler must return (str, int) tuple")}
		}
		b, ok := ToBytes(exc.Field(UnicodeObject))
		if !ok {
			return "", 0, &pyError{t.TypeErr("object attribute must be bytes")}
		}
		e.Input = b.b
		return s.s, pos, nil
	}
}

func (t *Thread) handlerResult(r Value, msg string) (Value, int, *Exc) {
	tp, ok := ToTuple(r)
	if !ok || len(tp.items) != 2 {
		return Value{}, 0, t.TypeErr("%s", msg)
	}
	if tp.items[1].p.typ.slots.Index == nil {
		return Value{}, 0, t.TypeErr("'%s' object cannot be interpreted as an integer", tp.items[1].p.typ.name)
	}
	x, err := t.Index(tp.items[1])
	if err != nil {
		return Value{}, 0, err
	}
	if x.p != &intTag {
		return Value{}, 0, t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return tp.items[0], int(x.b), nil
}

// encodeHandler is decodeHandler for encoders; str is the text being encoded.
func (t *Thread) encodeHandler(name string, str *Str) codec.EncodeHandler {
	if name == "" || name == "strict" {
		return nil
	}
	if !t.interp.codecs.overridden(name) {
		if h := codec.LookupEncodeHandler(name); h != nil {
			return h
		}
	}
	var f Value
	var exc *Exc
	return func(e *codec.EncodeError) (rep codec.Replacement, pos int, _ error) {
		const msg = "encoding error handler must return (str/bytes, int) tuple"
		var err *Exc
		if f.p == nil {
			if f, err = t.LookupErrorHandler(name); err != nil {
				return rep, 0, &pyError{err}
			}
		}
		if exc == nil {
			exc = t.EncodeErr(e.Encoding, str, e.Start, e.End, e.Reason)
		} else {
			exc.SetField(UnicodeStart, IntOf(e.Start))
			exc.SetField(UnicodeEnd, IntOf(e.End))
			exc.SetField(UnicodeReason, NewStr(e.Reason).Value())
		}
		r, err := t.Call(f, exc.Value())
		if err != nil {
			return rep, 0, &pyError{err}
		}
		v, pos, err := t.handlerResult(r, msg)
		if err != nil {
			return rep, 0, &pyError{err}
		}
		if s, ok := ToStr(v); ok {
			return codec.Replacement{Text: s.s}, pos, nil
		}
		if b, ok := ToBytes(v); ok {
			return codec.Replacement{Bytes: b.b, IsBytes: true}, pos, nil
		}
		return rep, 0, &pyError{t.TypeErr(msg)}
	}
}

// decoded makes the str of what a decoder returned.
func decoded(s string) *Str { return NewStr(s) }

// asString is the text of bytes that do not change while it is used.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// decodeUTF8 decodes without looking anything up.
func (t *Thread) decodeUTF8(b []byte, errs string) (*Str, *Exc) {
	if wtf8.IsASCIIBytes(b) {
		return newStrCopy(b, len(b)), nil
	}
	s, _, err := codec.DecodeUTF8(b, true, t.decodeHandler(errs))
	if err != nil {
		return nil, t.codecErr(err, nil)
	}
	return decoded(s), nil
}
