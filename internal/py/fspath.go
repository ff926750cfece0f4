package py

import (
	"strings"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/codec"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// FSPath is os.fspath(v): a str or bytes object.
func (t *Thread) FSPath(v Value) (Value, *Exc) {
	if v.p.typ.flags&(FlagStrSubclass|FlagBytesSubclass) != 0 {
		return v, nil
	}
	var r Value
	found := !v.p.typ.Lookup(strFspath).IsNone() // None says that there is none
	if found {
		var err *Exc
		if r, found, err = t.callSpecial(v, strFspath); err != nil {
			return Value{}, err
		}
	}
	if !found {
		return Value{}, t.TypeErr("expected str, bytes or os.PathLike object, not %s", v.p.typ.BareName())
	}
	if r.p.typ.flags&(FlagStrSubclass|FlagBytesSubclass) == 0 {
		return Value{}, t.TypeErr("expected %s.__fspath__() to return str or bytes, not %s", v.p.typ.BareName(), r.p.typ.BareName())
	}
	return r, nil
}

// FSEncode turns a str, bytes or path-like object into the bytes that the
// operating system gets. A null character in it is a ValueError.
func (t *Thread) FSEncode(v Value) (string, *Exc) {
	p, err := t.FSPath(v)
	if err != nil {
		return "", err
	}
	var text string
	if s, ok := ToStr(p); ok {
		if text, err = t.FSEncodeText(s); err != nil {
			return "", err
		}
	} else {
		text = string(asBytes(p).b)
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", t.ValueErr("embedded null byte")
	}
	return text, nil
}

// FSEncodeText encodes text with the file system encoding, UTF-8 with
// surrogateescape. Null characters are let through.
func (t *Thread) FSEncodeText(s *Str) (string, *Exc) {
	if s.ASCII() || !wtf8.HasSurrogates(s.s) {
		return s.s, nil
	}
	b, err := codec.EncodeUTF8(s.s, codec.SurrogateEscapeEncode)
	if err == nil {
		return string(b), nil
	}
	if e, ok := err.(*codec.EncodeError); ok {
		return "", NewUnicodeEncodeError(e.Encoding, s.Value(), e.Start, e.End, e.Reason)
	}
	return "", t.ValueErr("%s", err.Error())
}

// FSDecode makes a str from what the operating system gave.
func FSDecode(text string) *Str {
	if utf8.ValidString(text) {
		return NewStr(text)
	}
	s, _, err := codec.DecodeUTF8([]byte(text), true, codec.SurrogateEscapeDecode)
	if err != nil {
		// surrogateescape takes any byte that UTF-8 does not.
		return NewStr(codec.DecodeLatin1([]byte(text)))
	}
	return NewStr(s)
}
