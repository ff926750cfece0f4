package binascii

import (
	"bytes"

	"github.com/coachwhip/coachwhip/internal/py"
)

// a2bQP decodes quoted-printable data (RFC 1521, 5.1); with header set, an
// underscore stands for a space (RFC 1522, 4.2).
func a2bQP(t *py.Thread, b []byte, more []py.Value) ([]byte, *py.Exc) {
	header, err := flag(t, more[0], false)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		c := b[i]
		i++
		if c != '=' {
			if header && c == '_' {
				c = ' '
			}
			out = append(out, c)
			continue
		}
		if i >= len(b) {
			break
		}
		switch {
		case b[i] == '\n' || b[i] == '\r':
			// A soft line break: drop everything up to the line end.
			if n := bytes.IndexByte(b[i:], '\n'); n >= 0 {
				i += n + 1
			} else {
				i = len(b)
			}
		case b[i] == '=':
			out = append(out, '=')
			i++
		case i+1 < len(b) && hexDigit(b[i]) >= 0 && hexDigit(b[i+1]) >= 0:
			out = append(out, byte(hexDigit(b[i])<<4|hexDigit(b[i+1])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out, nil
}

// maxQPLine is the length of a line of quoted-printable text, its soft line
// break included.
const maxQPLine = 76

func b2aQP(t *py.Thread, b []byte, more []py.Value) (py.Value, *py.Exc) {
	var opts [3]bool
	for i, def := range [...]bool{false, true, false} {
		v, err := flag(t, more[i], def)
		if err != nil {
			return py.Value{}, err
		}
		opts[i] = v
	}
	return py.NewBytes(encodeQP(b, opts[0], opts[1], opts[2])).Value(), nil
}

func appendQuoted(out []byte, c byte) []byte {
	const digits = "0123456789ABCDEF"
	return append(out, '=', digits[c>>4], digits[c&15])
}

func encodeQP(b []byte, quoteTabs, isText, header bool) []byte {
	eol := []byte{'\n'}
	if i := bytes.IndexByte(b, '\n'); i > 0 && b[i-1] == '\r' {
		eol = []byte{'\r', '\n'}
	}
	out := make([]byte, 0, len(b)+len(b)/4)
	line := 0
	next := func(i int) byte {
		if i+1 < len(b) {
			return b[i+1]
		}
		return 0
	}
	for i := 0; i < len(b); {
		c := b[i]
		last := i+1 == len(b)
		blank := c == ' ' || c == '\t'
		lineEnd := c == '\n' || c == '\r'
		loneDot := c == '.' && line == 0 && (last || next(i) == '\n' || next(i) == '\r' || next(i) == 0)
		if c > 126 || c == '=' || header && c == '_' || loneDot || !isText && lineEnd ||
			blank && last || c < 33 && !lineEnd && (!blank || quoteTabs) {
			if line+3 >= maxQPLine {
				out = append(append(out, '='), eol...)
				line = 0
			}
			out = appendQuoted(out, c)
			line += 3
			i++
			continue
		}
		if isText && (c == '\n' || c == '\r' && next(i) == '\n') {
			line = 0
			// White space before a line end would get lost on the way.
			if n := len(out); n > 0 && (out[n-1] == ' ' || out[n-1] == '\t') {
				out = appendQuoted(out[:n-1], out[n-1])
			}
			out = append(out, eol...)
			if c == '\r' {
				i++
			}
			i++
			continue
		}
		if !last && next(i) != '\n' && line+1 >= maxQPLine {
			out = append(append(out, '='), eol...)
			line = 0
		}
		line++
		if header && c == ' ' {
			c = '_'
		}
		out = append(out, c)
		i++
	}
	return out
}
