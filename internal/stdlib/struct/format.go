package structmod

import (
	"math"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// format is a compiled format string. It is immutable.
type format struct {
	text  string
	size  int
	items []item
	n     int // number of values
	big   bool

	native bool // values are put as C does: a float that is too large is an infinity
}

// item is one part of a format: count values of code, each size bytes long,
// the first at off; for s and p one value of size bytes.
type item struct {
	code      byte
	kind      uint8
	off, size int
	count     int
}

const (
	kindPad = iota
	kindInt
	kindUint
	kindBool
	kindChar
	kindString
	kindPascal
	kindFloat
	kindPointer
)

// code describes a format character: its size, its alignment in native mode
// (0: the character does not exist in that mode).
type code struct {
	kind   uint8
	std    int // standard size, -1: native mode only
	native int
	align  int
}

var codes = map[byte]code{
	'x': {kindPad, 1, 1, 1}, 'b': {kindInt, 1, 1, 1}, 'B': {kindUint, 1, 1, 1}, 'c': {kindChar, 1, 1, 1}, 's': {kindString, 1, 1, 1},
	'p': {kindPascal, 1, 1, 1}, '?': {kindBool, 1, 1, 1}, 'h': {kindInt, 2, 2, 2}, 'H': {kindUint, 2, 2, 2}, 'i': {kindInt, 4, 4, 4}, 'I': {kindUint, 4, 4, 4},
	'l': {kindInt, 4, 8, 8}, 'L': {kindUint, 4, 8, 8}, 'q': {kindInt, 8, 8, 8}, 'Q': {kindUint, 8, 8, 8}, 'n': {kindInt, -1, 8, 8}, 'N': {kindUint, -1, 8, 8},
	'e': {kindFloat, 2, 2, 2}, 'f': {kindFloat, 4, 4, 4}, 'd': {kindFloat, 8, 8, 8}, 'P': {kindPointer, -1, 8, 8},
}

// parse compiles a format string.
func parse(t *py.Thread, text string) (*format, *py.Exc) {
	if strings.IndexByte(text, 0) >= 0 {
		return nil, t.Raise(errorType, "embedded null character")
	}
	f := &format{text: text, big: nativeBig}
	native := true
	s := text
	if s != "" {
		switch s[0] {
		case '<':
			native, f.big = false, false
		case '>', '!':
			native, f.big = false, true
		case '=':
			native = false
		}
		if strings.IndexByte("<>!=@", s[0]) >= 0 {
			s = s[1:]
		}
	}
	f.native = native
	tooLong := func() (*format, *py.Exc) { return nil, t.Raise(errorType, "total struct size too long") }
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		num := 1
		if c >= '0' && c <= '9' {
			num = 0
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
				d := int(s[i] - '0')
				if num > (math.MaxInt-d)/10 {
					return tooLong()
				}
				num = num*10 + d
			}
			if i == len(s) {
				return nil, t.Raise(errorType, "repeat count given without format specifier")
			}
			c = s[i]
		}
		e, ok := codes[c]
		size := e.native
		if !native {
			size = e.std
		}
		if !ok || size < 0 {
			return nil, t.Raise(errorType, "bad char in struct format")
		}
		if native && e.align > 1 {
			rest := (f.size + e.align - 1) % e.align
			if f.size > math.MaxInt-e.align {
				return tooLong()
			}
			f.size += e.align - 1 - rest
		}
		if num > (math.MaxInt-f.size)/size {
			return tooLong()
		}
		it := item{code: c, kind: e.kind, off: f.size, size: size, count: num}
		switch e.kind {
		case kindPad:
		case kindString, kindPascal:
			it.size, it.count = num, 1
			f.n++
			f.items = append(f.items, it)
		default:
			f.n += num
			if num > 0 {
				f.items = append(f.items, it)
			}
		}
		f.size += num * size
	}
	return f, nil
}

// cacheSize is how many formats the module functions remember.
const cacheSize = 100

func compiled(t *py.Thread, v py.Value) (*format, *py.Exc) {
	text, err := formatText(t, v)
	if err != nil {
		return nil, err
	}
	c := stateOf(t)
	c.mu.Lock()
	f := c.formats[text]
	c.mu.Unlock()
	if f != nil {
		return f, nil
	}
	if f, err = parse(t, text); err != nil {
		return nil, err
	}
	c.mu.Lock()
	if len(c.formats) >= cacheSize {
		clear(c.formats)
	}
	c.formats[strings.Clone(text)] = f
	c.mu.Unlock()
	return f, nil
}

// formatText is the text of a format argument: str or bytes.
func formatText(t *py.Thread, v py.Value) (string, *py.Exc) {
	if s, ok := py.ToStr(v); ok {
		if !s.ASCII() {
			_, err := t.Encode(s, "ascii", "")
			return "", err
		}
		return s.String(), nil
	}
	if b, ok := py.ToBytes(v); ok {
		var sb strings.Builder
		for _, c := range b.Bytes() {
			sb.WriteRune(rune(c))
		}
		return sb.String(), nil
	}
	return "", t.TypeErr("Struct() argument 1 must be a str or bytes object, not %s", v.Type().Name())
}
