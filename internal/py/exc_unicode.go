package py

import (
	"fmt"
	"strconv"
)

// UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError.

// NewUnicodeEncodeError makes the error of a text that encoding cannot encode.
func NewUnicodeEncodeError(encoding string, object Value, start, end int, reason string) *Exc {
	return newUnicodeErr(UnicodeEncodeError, NewStr(encoding).Value(), object, start, end, reason)
}

// NewUnicodeDecodeError makes the error of bytes that encoding cannot decode.
func NewUnicodeDecodeError(encoding string, object Value, start, end int, reason string) *Exc {
	return newUnicodeErr(UnicodeDecodeError, NewStr(encoding).Value(), object, start, end, reason)
}

func newUnicodeErr(tp *Type, encoding, object Value, start, end int, reason string) *Exc {
	r := NewStr(reason).Value()
	e := NewExc(tp, encoding, object, IntOf(start), IntOf(end), r)
	e.fields = []Value{encoding, object, IntOf(start), IntOf(end), r}
	return e
}

func unicodeSpec(tp *Type, doc string, init func(*Thread, Value, Args) *Exc, str UnaryFunc) *TypeSpec {
	return &TypeSpec{
		Doc: doc, Layout: excLayout(), newFrom: BaseException,
		Slots: Slots{New: excNew, Init: init, Str: func(t *Thread, v Value) (Value, *Exc) {
			if asExc(v).Field(UnicodeObject).p == nil {
				return emptyStr.Value(), nil
			}
			return str(t, v)
		}},
		Attrs: fieldMembers(tp, []excField{{"encoding", fieldObject, "exception encoding"}, {"object", fieldObject, "exception object"},
			{"start", fieldInt, "exception start"}, {"end", fieldInt, "exception end"}, {"reason", fieldObject, "exception reason"}}),
	}
}

// unicodeArgs checks the arguments of a Unicode error's constructor. In kinds
// each is s (str), i (int) or o (object).
func (t *Thread) unicodeArgs(self Value, args Args, kinds string) ([]Value, *Exc) {
	if err := excInit(t, self, args); err != nil {
		return nil, err
	}
	pos := args.Pos()
	if len(pos) != len(kinds) {
		return nil, t.TypeErr("function takes exactly %d arguments (%d given)", len(kinds), len(pos))
	}
	out := append([]Value(nil), pos...)
	for i, k := range []byte(kinds) {
		switch k {
		case 's':
			if _, ok := ToStr(pos[i]); !ok {
				return nil, t.TypeErr("argument %d must be str, not %s", i+1, argTypeName(pos[i]))
			}
		case 'i':
			n, err := t.AsInt(pos[i])
			if err != nil {
				if err.Is(OverflowError) {
					return nil, t.Raise(OverflowError, "Python int too large to convert to C ssize_t")
				}
				return nil, err
			}
			out[i] = IntOf(n)
		}
	}
	return out, nil
}

// argTypeName is the type's name as argument errors show it.
func argTypeName(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return v.p.typ.name
}

func unicodeEncodeInit(t *Thread, self Value, args Args) *Exc {
	a, err := t.unicodeArgs(self, args, "ssiis")
	if err == nil {
		asExc(self).setFields(a)
	}
	return err
}

func unicodeDecodeInit(t *Thread, self Value, args Args) *Exc {
	a, err := t.unicodeArgs(self, args, "soiis")
	if err != nil {
		return err
	}
	if a[1].p.typ.flags&FlagBytesSubclass == 0 {
		buf, err := t.Buffer(a[1], BufSimple)
		if err != nil {
			return err
		}
		a[1] = NewBytes(append([]byte(nil), buf.Data...)).Value()
		buf.Release()
	}
	asExc(self).setFields(a)
	return nil
}

func unicodeTranslateInit(t *Thread, self Value, args Args) *Exc {
	a, err := t.unicodeArgs(self, args, "siis")
	if err == nil {
		asExc(self).setFields([]Value{{}, a[0], a[1], a[2], a[3]})
	}
	return err
}

// unicodeTexts are str() of the encoding and the reason.
func (t *Thread) unicodeTexts(e *Exc) (enc, reason string, err *Exc) {
	r, err := t.StrOf(orNone(e.Field(UnicodeReason)))
	if err != nil {
		return "", "", err
	}
	c, err := t.StrOf(orNone(e.Field(UnicodeEncoding)))
	if err != nil {
		return "", "", err
	}
	return c.s, r.s, nil
}

// badChar names the one character that an error is about.
func badChar(r rune) string {
	switch {
	case r <= 0xff:
		return fmt.Sprintf("character '\\x%02x'", r)
	case r <= 0xffff:
		return fmt.Sprintf("character '\\u%04x'", r)
	}
	return fmt.Sprintf("character '\\U%08x'", r)
}

// badRange tells what an error is about: one character of obj or a range.
func badRange(obj Value, start, end int) string {
	if s, ok := ToStr(obj); ok && start >= 0 && start < s.n && end == start+1 {
		return badChar(s.runeAt(start)) + " in position " + strconv.Itoa(start)
	}
	return "characters in position " + strconv.Itoa(start) + "-" + strconv.Itoa(end-1)
}

func unicodeEncodeStr(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	enc, reason, err := t.unicodeTexts(e)
	if err != nil {
		return Value{}, err
	}
	what := badRange(e.Field(UnicodeObject), e.intField(UnicodeStart), e.intField(UnicodeEnd))
	return NewStr("'" + enc + "' codec can't encode " + what + ": " + reason).Value(), nil
}

func unicodeTranslateStr(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	_, reason, err := t.unicodeTexts(e)
	if err != nil {
		return Value{}, err
	}
	what := badRange(e.Field(UnicodeObject), e.intField(UnicodeStart), e.intField(UnicodeEnd))
	return NewStr("can't translate " + what + ": " + reason).Value(), nil
}

func unicodeDecodeStr(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	enc, reason, err := t.unicodeTexts(e)
	if err != nil {
		return Value{}, err
	}
	start, end := e.intField(UnicodeStart), e.intField(UnicodeEnd)
	what := "bytes in position " + strconv.Itoa(start) + "-" + strconv.Itoa(end-1)
	if b, ok := ToBytes(e.Field(UnicodeObject)); ok && start >= 0 && start < len(b.Bytes()) && end == start+1 {
		what = fmt.Sprintf("byte 0x%02x in position %d", b.Bytes()[start], start)
	}
	return NewStr("'" + enc + "' codec can't decode " + what + ": " + reason).Value(), nil
}
