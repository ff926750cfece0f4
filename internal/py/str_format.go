package py

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// formatField is a replacement field of a format string, as its parts of text.
type formatField struct {
	name, spec string
	conv       rune // 0: none
	nested     bool // the spec has fields of its own
}

// formatParser goes through a format string (library reference, "Format String
// Syntax").
type formatParser struct {
	s  string
	at int
}

// next returns the next literal text and, if has is set, the field behind it.
// It must not be called when at is at the end.
func (p *formatParser) next(t *Thread) (lit string, f formatField, has bool, err *Exc) {
	start := p.at
	i := strings.IndexAny(p.s[start:], "{}")
	if i < 0 {
		p.at = len(p.s)
		return p.s[start:], f, false, nil
	}
	i += start
	c := p.s[i]
	p.at = i + 1
	last := p.at == len(p.s)
	if c == '}' && (last || p.s[p.at] != '}') {
		return "", f, false, t.ValueErr("Single '}' encountered in format string")
	}
	if last {
		return "", f, false, t.ValueErr("Single '{' encountered in format string")
	}
	if p.s[p.at] == c {
		p.at++
		return p.s[start : i+1], f, false, nil
	}
	lit = p.s[start:i]
	f, err = p.field(t)
	return lit, f, true, err
}

func (p *formatParser) field(t *Thread) (f formatField, err *Exc) {
	start := p.at
	var c byte
scan:
	for p.at < len(p.s) {
		c = p.s[p.at]
		p.at++
		switch c {
		case '{':
			return f, t.ValueErr("unexpected '{' in field name")
		case '[':
			for p.at < len(p.s) && p.s[p.at] != ']' {
				p.at++
			}
		case '}', ':', '!':
			break scan
		}
	}
	if c != '}' && c != ':' && c != '!' {
		return f, t.ValueErr("expected '}' before end of string")
	}
	f.name = p.s[start : p.at-1]
	if c == '}' {
		return f, nil
	}
	if c == '!' {
		if p.at >= len(p.s) {
			return f, t.ValueErr("end of string while looking for conversion specifier")
		}
		r, w := wtf8.DecodeRuneAt(p.s, p.at)
		f.conv = r
		p.at += w
		if p.at < len(p.s) {
			c = p.s[p.at]
			p.at++
			if c == '}' {
				return f, nil
			}
			if c != ':' {
				return f, t.ValueErr("expected ':' after conversion specifier")
			}
		}
	}
	start = p.at
	for depth := 1; p.at < len(p.s); {
		c = p.s[p.at]
		p.at++
		if c == '{' {
			f.nested = true
			depth++
		} else if c == '}' {
			if depth--; depth == 0 {
				f.spec = p.s[start : p.at-1]
				return f, nil
			}
		}
	}
	return f, t.ValueErr("unmatched '{' in format spec")
}

// fieldIndex reads a number in a field name: -1 when the text is none.
func fieldIndex(t *Thread, s string) (int, *Exc) {
	if s == "" {
		return -1, nil
	}
	n := 0
	for _, r := range wtf8.Runes(s) {
		d := unidata.DecimalValue(r)
		if d < 0 {
			return -1, nil
		}
		if n > (1<<63-1-d)/10 {
			return 0, t.ValueErr("Too many decimal digits in format string")
		}
		n = n*10 + d
	}
	return n, nil
}

// fieldFirst splits off the first part of a field name.
func fieldFirst(name string) (first, rest string) {
	if i := strings.IndexAny(name, ".["); i >= 0 {
		return name[:i], name[i:]
	}
	return name, ""
}

// fieldStep splits off the next attribute or subscript of a field name.
func fieldStep(t *Thread, rest string) (isAttr bool, key string, index int, left string, err *Exc) {
	index = -1
	switch rest[0] {
	case '.':
		isAttr = true
		key, left = fieldFirst(rest[1:])
	case '[':
		i := strings.IndexByte(rest, ']')
		if i < 0 {
			return false, "", -1, "", t.ValueErr("Missing ']' in format string")
		}
		key, left = rest[1:i], rest[i+1:]
		if index, err = fieldIndex(t, key); err != nil {
			return
		}
	default:
		return false, "", -1, "", t.ValueErr("Only '.' or '[' may follow ']' in format field specifier")
	}
	if key == "" {
		err = t.ValueErr("Empty attribute in format string")
	}
	return
}

// formatter is one run of str.format.
type formatter struct {
	t      *Thread
	args   []Value
	noArgs bool // format_map: there are no positional arguments, not even none
	kw     func(key *Str) (Value, *Exc)
	auto   int // number of the next automatic field
	mode   uint8
}

const (
	numberingAuto = iota + 1
	numberingManual
)

// build appends the expansion of a format string to b. depth bounds the
// nesting of fields in specs.
func (f *formatter) build(b []byte, n int, text string, depth int) ([]byte, int, *Exc) {
	t := f.t
	if depth <= 0 {
		return nil, 0, t.ValueErr("Max string recursion exceeded")
	}
	p := formatParser{s: text}
	for p.at < len(text) {
		lit, fld, has, err := p.next(t)
		if err != nil {
			return nil, 0, err
		}
		b = append(b, lit...)
		k, _ := wtf8.CountRunes(lit)
		n += k
		if !has {
			continue
		}
		v, err := f.lookup(fld.name)
		if err != nil {
			return nil, 0, err
		}
		if fld.conv != 0 {
			s, err := t.convert(v, fld.conv)
			if err != nil {
				return nil, 0, err
			}
			v = s.Value()
		}
		spec := emptyStr
		if fld.nested {
			sb, sn, err := f.build(nil, 0, fld.spec, depth-1)
			if err != nil {
				return nil, 0, err
			}
			spec = bytesStr(sb, sn)
		} else if fld.spec != "" {
			spec = NewStr(fld.spec)
		}
		s, err := t.Format(v, spec)
		if err != nil {
			return nil, 0, err
		}
		if b, err = t.Grow(b, len(s.s)); err != nil {
			return nil, 0, err
		}
		b = append(b, s.s...)
		n += s.n
	}
	return b, n, nil
}

// convert applies the conversion of a field.
func (t *Thread) convert(v Value, conv rune) (*Str, *Exc) {
	switch conv {
	case 's':
		return t.StrOf(v)
	case 'r':
		return t.Repr(v)
	case 'a':
		return t.ASCII(v)
	}
	if conv > 32 && conv < 127 {
		return nil, t.ValueErr("Unknown conversion specifier %c", conv)
	}
	return nil, t.ValueErr("Unknown conversion specifier \\x%x", conv)
}

// ASCII is ascii(v).
func (t *Thread) ASCII(v Value) (*Str, *Exc) {
	s, err := t.Repr(v)
	if err != nil {
		return nil, err
	}
	return asciiEscape(s), nil
}

// lookup finds the object that a field names.
func (f *formatter) lookup(name string) (Value, *Exc) {
	t := f.t
	first, rest := fieldFirst(name)
	index, err := fieldIndex(t, first)
	if err != nil {
		return Value{}, err
	}
	if first == "" || index >= 0 {
		if f.mode == 0 {
			f.mode = numberingManual
			if first == "" {
				f.mode = numberingAuto
			}
		}
		if first == "" {
			if f.mode == numberingManual {
				return Value{}, t.ValueErr("cannot switch from manual field specification to automatic field numbering")
			}
			index = f.auto
			f.auto++
		} else if f.mode == numberingAuto {
			return Value{}, t.ValueErr("cannot switch from automatic field numbering to manual field specification")
		}
	}
	var v Value
	switch {
	case index < 0:
		if v, err = f.kw(NewStr(first)); err != nil {
			return Value{}, err
		}
	case f.noArgs:
		return Value{}, t.ValueErr("Format string contains positional fields")
	case index >= len(f.args):
		return Value{}, t.Raise(IndexError, "Replacement index %d out of range for positional args tuple", index)
	default:
		v = f.args[index]
	}
	for rest != "" {
		attr, key, i, left, err := fieldStep(t, rest)
		if err != nil {
			return Value{}, err
		}
		switch {
		case attr:
			v, err = t.GetAttrS(v, key)
		case i >= 0:
			v, err = t.GetItem(v, IntOf(i))
		default:
			v, err = t.GetItem(v, NewStr(key).Value())
		}
		if err != nil {
			return Value{}, err
		}
		rest = left
	}
	return v, nil
}

func textFormat(t *Thread, v Value, args Args) (Value, *Exc) {
	f := formatter{t: t, args: args.Pos()}
	f.kw = func(key *Str) (Value, *Exc) {
		if x := args.KwNamed(key.s); x.p != nil {
			return x, nil
		}
		return Value{}, t.KeyErr(key.Value())
	}
	return f.run(asStr(v))
}

func textFormatMap(t *Thread, v, m Value) (Value, *Exc) {
	f := formatter{t: t, noArgs: true}
	f.kw = func(key *Str) (Value, *Exc) { return t.GetItem(m, key.Value()) }
	return f.run(asStr(v))
}

func (f *formatter) run(s *Str) (Value, *Exc) {
	var buf [120]byte
	b, n, err := f.build(buf[:0], 0, s.s, 2)
	if err != nil {
		return Value{}, err
	}
	if len(b) <= maxInlineStr {
		return newStrCopy(b, n).Value(), nil
	}
	return bytesStr(b, n).Value(), nil
}

// The _string module: what string.Formatter is made of.

type formatIter struct {
	Header
	p formatParser
}

type fieldIter struct {
	Header
	rest string
}

var (
	formatIterType = new(Type)
	fieldIterType  = new(Type)
)

func formatIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*formatIter)(v.ptr())
	if it.p.at >= len(it.p.s) {
		return Value{}, nil
	}
	lit, f, has, err := it.p.next(t)
	if err != nil {
		return Value{}, err
	}
	r := NewTuple(NewStr(lit).Value(), None, None, None)
	if has {
		r = NewTuple(NewStr(lit).Value(), NewStr(f.name).Value(), NewStr(f.spec).Value(), None)
		if f.conv != 0 {
			r.items[3] = charStr(f.conv).Value()
		}
	}
	return r.Value(), nil
}

func fieldIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*fieldIter)(v.ptr())
	if it.rest == "" {
		return Value{}, nil
	}
	attr, key, i, left, err := fieldStep(t, it.rest)
	if err != nil {
		return Value{}, err
	}
	it.rest = left
	k := NewStr(key).Value()
	if i >= 0 {
		k = IntOf(i)
	}
	return NewTuple(Bool(attr), k).Value(), nil
}

func init() {
	RegisterType(TypeSpec{Type: formatIterType, Name: "formatteriterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: formatIterNext}})
	RegisterType(TypeSpec{Type: fieldIterType, Name: "fieldnameiterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: fieldIterNext}})
	RegisterModule(ModuleSpec{Name: "_string", Doc: "The pieces of str.format that string.Formatter needs.", Methods: []MethodSpec{
		{Name: "formatter_parser", Doc: "Parse the argument as a format string.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
			s, ok := ToStr(v)
			if !ok {
				return Value{}, t.TypeErr("expected str, got %s", v.p.typ.name)
			}
			it := &formatIter{p: formatParser{s: s.s}}
			it.InitHeader(formatIterType)
			return Value{&it.Header, 0}, nil
		})},
		{Name: "formatter_field_name_split", Doc: "Split the argument as a field name.", Fn: Fn1(func(t *Thread, _, v Value) (Value, *Exc) {
			s, ok := ToStr(v)
			if !ok {
				return Value{}, t.TypeErr("expected str, got %s", v.p.typ.name)
			}
			first, rest := fieldFirst(s.s)
			i, err := fieldIndex(t, first)
			if err != nil {
				return Value{}, err
			}
			k := NewStr(first).Value()
			if i >= 0 {
				k = IntOf(i)
			}
			it := &fieldIter{rest: rest}
			it.InitHeader(fieldIterType)
			return NewTuple(k, Value{&it.Header, 0}).Value(), nil
		})},
	}})
}
