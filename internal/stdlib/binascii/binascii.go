// Package binascii is the binascii module: conversion between bytes and their
// ASCII forms.
package binascii

import (
	"encoding/base64"
	"hash/crc32"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/py"
)

var (
	errorType      = new(py.Type)
	incompleteType = new(py.Type)
)

// asciiArg calls f with the bytes of an argument that may be ASCII text.
func asciiArg(t *py.Thread, v py.Value, f func(b []byte) *py.Exc) *py.Exc {
	if s, ok := py.ToStr(v); ok {
		if !s.ASCII() {
			return t.ValueErr("string argument should contain only ASCII characters")
		}
		return f([]byte(s.String()))
	}
	if !py.IsBytesLike(v) {
		return t.TypeErr("argument should be bytes, buffer or ASCII string, not '%s'", v.Type().Name())
	}
	return t.BytesLike(v, f)
}

// ascii wraps a function of an ASCII argument and more.
func ascii(f func(t *py.Thread, b []byte, more []py.Value) ([]byte, *py.Exc)) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (r py.Value, err *py.Exc) {
		err = asciiArg(t, a[0], func(b []byte) *py.Exc {
			out, err := f(t, b, a[1:])
			if err == nil {
				r = py.NewBytes(out).Value()
			}
			return err
		})
		return r, err
	}
}

// binary wraps a function of a bytes-like argument and more.
func binary(f func(t *py.Thread, b []byte, more []py.Value) (py.Value, *py.Exc)) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (r py.Value, err *py.Exc) {
		err = t.BytesLike(a[0], func(b []byte) *py.Exc {
			var err *py.Exc
			r, err = f(t, b, a[1:])
			return err
		})
		return r, err
	}
}

// flag is the truth of an optional argument.
func flag(t *py.Thread, v py.Value, def bool) (bool, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.Truth(v)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c - 'a' + 10)
	case c >= 'A' && c <= 'F':
		return int(c - 'A' + 10)
	}
	return -1
}

func a2bHex(t *py.Thread, b []byte, _ []py.Value) ([]byte, *py.Exc) {
	if len(b)%2 != 0 {
		return nil, t.Raise(errorType, "Odd-length string")
	}
	out := make([]byte, len(b)/2)
	for i := range out {
		hi, lo := hexDigit(b[2*i]), hexDigit(b[2*i+1])
		if hi < 0 || lo < 0 {
			return nil, t.Raise(errorType, "Non-hexadecimal digit found")
		}
		out[i] = byte(hi<<4 | lo)
	}
	return out, nil
}

func b2aHex(t *py.Thread, b []byte, more []py.Value) (py.Value, *py.Exc) {
	s, err := t.HexOf(b, more[0], more[1])
	if err != nil {
		return py.Value{}, err
	}
	text, _ := py.ToStr(s)
	return py.NewBytes([]byte(text.String())).Value(), nil
}

func b2aBase64(t *py.Thread, b []byte, more []py.Value) (py.Value, *py.Exc) {
	newline, err := flag(t, more[0], true)
	if err != nil {
		return py.Value{}, err
	}
	n := base64.StdEncoding.EncodedLen(len(b))
	out := make([]byte, n, n+1)
	base64.StdEncoding.Encode(out, b)
	if newline {
		out = append(out, '\n')
	}
	return py.NewBytes(out).Value(), nil
}

var base64Values = func() (v [256]byte) {
	for i := range v {
		v[i] = 0xff
	}
	for i, c := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" {
		v[byte(c)] = byte(i)
	}
	return
}()

// a2bBase64 skips what is no base64 unless it is strict, and stops at the
// first complete padding.
func a2bBase64(t *py.Thread, b []byte, more []py.Value) ([]byte, *py.Exc) {
	strict, err := flag(t, more[0], false)
	if err != nil {
		return nil, err
	}
	bad := func(msg string) ([]byte, *py.Exc) { return nil, t.Raise(errorType, "%s", msg) }
	out := make([]byte, 0, (len(b)+3)/4*3)
	var left byte
	quad, pads := 0, 0
	padding := false
	for i, c := range b {
		if c == '=' {
			padding = true
			if strict && quad == 0 {
				if i == 0 {
					return bad("Leading padding not allowed")
				}
				return bad("Excess padding not allowed")
			}
			if quad >= 2 {
				if pads++; quad+pads >= 4 {
					if strict && i+1 < len(b) {
						return bad("Excess data after padding")
					}
					return out, nil
				}
			}
			continue
		}
		v := base64Values[c]
		if v >= 64 {
			if strict {
				return bad("Only base64 data is allowed")
			}
			continue
		}
		if strict && padding {
			return bad("Discontinuous padding not allowed")
		}
		pads = 0
		switch quad {
		case 0:
			left = v
		case 1:
			out = append(out, left<<2|v>>4)
			left = v & 15
		case 2:
			out = append(out, left<<4|v>>2)
			left = v & 3
		case 3:
			out = append(out, left<<6|v)
			left = 0
		}
		quad = (quad + 1) % 4
	}
	switch quad {
	case 0:
		return out, nil
	case 1:
		return nil, t.Raise(errorType, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return bad("Incorrect padding")
}

func b2aUU(t *py.Thread, b []byte, more []py.Value) (py.Value, *py.Exc) {
	backtick, err := flag(t, more[0], false)
	if err != nil {
		return py.Value{}, err
	}
	if len(b) > 45 {
		return py.Value{}, t.Raise(errorType, "At most 45 bytes at once")
	}
	put := func(out []byte, v byte) []byte {
		if v == 0 && backtick {
			return append(out, '`')
		}
		return append(out, v+' ')
	}
	out := put(make([]byte, 0, 64), byte(len(b)))
	for i := 0; i < len(b); i += 3 {
		var x [3]byte
		copy(x[:], b[i:])
		out = put(out, x[0]>>2)
		out = put(out, x[0]<<4&0x30|x[1]>>4)
		out = put(out, x[1]<<2&0x3c|x[2]>>6)
		out = put(out, x[2]&0x3f)
	}
	return py.NewBytes(append(out, '\n')).Value(), nil
}

func a2bUU(t *py.Thread, b []byte, _ []py.Value) ([]byte, *py.Exc) {
	n := 32 // what a missing count stands for
	if len(b) > 0 {
		n = int(b[0]-' ') & 63
		b = b[1:]
	}
	out := make([]byte, 0, n)
	bits, have := uint(0), 0
	for len(out) < n {
		c := byte('\n')
		if len(b) > 0 {
			c = b[0]
			b = b[1:]
		}
		switch {
		case c == '\n' || c == '\r':
			c = 0 // a short line stands for zeros
		case c < ' ' || c > ' '+64:
			return nil, t.Raise(errorType, "Illegal char")
		default:
			c = (c - ' ') & 63
		}
		bits = bits<<6 | uint(c)
		if have += 6; have >= 8 {
			have -= 8
			out = append(out, byte(bits>>have))
			bits &= 1<<have - 1
		}
	}
	for _, c := range b {
		if c != ' ' && c != ' '+64 && c != '\n' && c != '\r' {
			return nil, t.Raise(errorType, "Trailing garbage")
		}
	}
	return out, nil
}

// low32 is the low 32 bits of an int argument.
func low32(t *py.Thread, v py.Value) (uint32, *py.Exc) {
	if v.IsNil() {
		return 0, nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if n, ok := py.SmallInt(x); ok {
		return uint32(n), nil
	}
	m := new(big.Int).And(py.BigOf(x), big.NewInt(1<<32-1))
	return uint32(m.Uint64()), nil
}

func crcHqx(t *py.Thread, b []byte, more []py.Value) (py.Value, *py.Exc) {
	start, err := low32(t, more[0])
	if err != nil {
		return py.Value{}, err
	}
	crc := uint16(start)
	for _, c := range b {
		crc ^= uint16(c) << 8
		for range 8 {
			if crc&0x8000 != 0 {
				crc = crc<<1 ^ 0x1021
			} else {
				crc <<= 1
			}
		}
	}
	return py.Int64(int64(crc)), nil
}

func init() { py.RegisterPackage(registerBinascii, "binascii") }

func registerBinascii() {
	py.RegisterType(py.TypeSpec{Type: errorType, Name: "binascii.Error", Base: py.ValueError, Flags: py.FlagBaseType})
	py.RegisterType(py.TypeSpec{Type: incompleteType, Name: "binascii.Incomplete", Base: py.Exception, Flags: py.FlagBaseType})
	hexSig := "data, sep=<unrepresentable>, bytes_per_sep=1"
	py.RegisterModule(py.ModuleSpec{
		Name: "binascii", Doc: "Conversion between binary data and ASCII",
		Types: []*py.Type{errorType, incompleteType},
		Methods: []py.MethodSpec{
			{Name: "a2b_uu", Sig: "data, /", Fn: ascii(a2bUU), Doc: "Decode a line of uuencoded data."},
			{Name: "b2a_uu", Sig: "data, /, *, backtick=False", Fn: binary(b2aUU), Doc: "Uuencode line of data."},
			{Name: "a2b_base64", Sig: "data, /, *, strict_mode=False", Fn: ascii(a2bBase64), Doc: "Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not in the base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==)."},
			{Name: "b2a_base64", Sig: "data, /, *, newline=True", Fn: binary(b2aBase64), Doc: "Base64-code line of data."},
			{Name: "a2b_hex", Sig: "hexstr, /", Fn: ascii(a2bHex), Doc: "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case)."},
			{Name: "unhexlify", Sig: "hexstr, /", Fn: ascii(a2bHex), Doc: "Binary data of hexadecimal representation."},
			{Name: "b2a_hex", Sig: hexSig, Fn: binary(b2aHex), Doc: "Hexadecimal representation of binary data."},
			{Name: "hexlify", Sig: hexSig, Fn: binary(b2aHex), Doc: "Hexadecimal representation of binary data."},
			{Name: "crc_hqx", Sig: "data, crc, /", Fn: binary(crcHqx), Doc: "Compute CRC-CCITT incrementally."},
			{Name: "crc32", Sig: "data, crc=0, /", Doc: "Compute CRC-32 incrementally.", Fn: binary(func(t *py.Thread, b []byte, more []py.Value) (py.Value, *py.Exc) {
				start, err := low32(t, more[0])
				if err != nil {
					return py.Value{}, err
				}
				return py.Int64(int64(crc32.Update(start, crc32.IEEETable, b))), nil
			})},
			{Name: "a2b_qp", Sig: "data, header=False", Fn: ascii(a2bQP), Doc: "Decode a string of qp-encoded data."},
			{Name: "b2a_qp", Sig: "data, quotetabs=False, istext=True, header=False", Fn: binary(b2aQP), Doc: "Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, and white\nspace at end of lines is.  When istext is not set, \\r and \\n (CR/LF)\nare both encoded.  When quotetabs is set, space and tabs are encoded."},
		},
	})
}
