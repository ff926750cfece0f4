// Package json is _json: the scanner and the encoder that the json package
// uses in place of its own.
package json

import (
	"math"
	"strconv"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// scanner is a Scanner: the settings of a JSONDecoder, read once.
type scanner struct {
	py.Header
	strict                                                     bool
	objectHook, pairsHook, parseFloat, parseInt, parseConstant py.Value
	floats, ints                                               bool // parseFloat is float, parseInt is int
}

var scannerType = new(py.Type)

func asScanner(v py.Value) *scanner { return (*scanner)(v.Ptr()) }

// parser is one run of a scanner over a text. Positions are byte offsets.
type parser struct {
	t    *py.Thread
	sc   *scanner
	doc  *py.Str
	text string
	memo map[string]*py.Str // keys seen, so that equal ones are one object
}

// index converts a byte offset to an index in code points.
func (p *parser) index(off int) int { return indexOf(p.doc, off) }

func indexOf(doc *py.Str, off int) int {
	if doc.ASCII() {
		return off
	}
	n, _ := wtf8.CountRunes(doc.String()[:off])
	return n
}

// decodeErr raises json.JSONDecodeError.
func decodeErr(t *py.Thread, msg string, doc *py.Str, off int) *py.Exc {
	m, err := t.ImportModule("json.decoder")
	if err != nil {
		return err
	}
	cls, err := t.GetAttrS(m, "JSONDecodeError")
	if err != nil {
		return err
	}
	v, err := t.Call(cls, py.NewStr(msg).Value(), doc.Value(), py.IntOf(indexOf(doc, off)))
	if err != nil {
		return err
	}
	e, ok := py.ToExc(v)
	if !ok {
		return t.TypeErr("exceptions must derive from BaseException")
	}
	return e
}

func (p *parser) fail(msg string, off int) *py.Exc { return decodeErr(p.t, msg, p.doc, off) }

// noValue is how the scanner says that there is no value at an index.
func (p *parser) noValue(off int) *py.Exc {
	return py.NewExc(py.StopIteration, py.IntOf(p.index(off)))
}

func skipSpace(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r') {
		i++
	}
	return i
}

// value parses the value at i and returns the offset behind it.
func (p *parser) value(i int) (py.Value, int, *py.Exc) {
	s := p.text
	if i >= len(s) {
		return py.Value{}, 0, p.noValue(i)
	}
	switch s[i] {
	case '"':
		v, end, err := p.str(i + 1)
		if err != nil {
			return py.Value{}, 0, err
		}
		return v.Value(), end, nil
	case '{':
		if err := p.t.EnterRecursive(" while decoding a JSON object from a unicode string"); err != nil {
			return py.Value{}, 0, err
		}
		v, end, err := p.object(i + 1)
		p.t.LeaveRecursive()
		return v, end, err
	case '[':
		if err := p.t.EnterRecursive(" while decoding a JSON array from a unicode string"); err != nil {
			return py.Value{}, 0, err
		}
		v, end, err := p.array(i + 1)
		p.t.LeaveRecursive()
		return v, end, err
	case 'n':
		if has(s, i, "null") {
			return py.None, i + 4, nil
		}
	case 't':
		if has(s, i, "true") {
			return py.True, i + 4, nil
		}
	case 'f':
		if has(s, i, "false") {
			return py.False, i + 5, nil
		}
	case 'N':
		if has(s, i, "NaN") {
			return p.constant("NaN", i+3)
		}
	case 'I':
		if has(s, i, "Infinity") {
			return p.constant("Infinity", i+8)
		}
	case '-':
		if has(s, i, "-Infinity") {
			return p.constant("-Infinity", i+9)
		}
	}
	return p.number(i)
}

func has(s string, i int, word string) bool {
	return len(s)-i >= len(word) && s[i:i+len(word)] == word
}

func (p *parser) constant(name string, end int) (py.Value, int, *py.Exc) {
	v, err := p.t.Call(p.sc.parseConstant, py.InternStr(name).Value())
	return v, end, err
}

func digits(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

func (p *parser) number(start int) (py.Value, int, *py.Exc) {
	s := p.text
	i := start
	if s[i] == '-' {
		i++
	}
	first := i
	switch {
	case i < len(s) && s[i] == '0':
		i++
	case i < len(s) && s[i] >= '1' && s[i] <= '9':
		i = digits(s, i)
	default:
		return py.Value{}, 0, p.noValue(start)
	}
	intEnd := i
	isFloat := false
	if i+1 < len(s) && s[i] == '.' && s[i+1] >= '0' && s[i+1] <= '9' {
		isFloat = true
		i = digits(s, i+1)
	}
	if i+1 < len(s) && (s[i] == 'e' || s[i] == 'E') {
		j := i + 1
		if j < len(s)-1 && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if e := digits(s, j); e > j {
			isFloat = true
			i = e
		}
	}
	text := s[start:i]
	const fits = 18 // decimal digits that surely fit 64 bits
	switch {
	case isFloat && p.sc.floats:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil && !math.IsInf(f, 0) {
			return py.Value{}, 0, p.t.ValueErr("could not convert string to float: '%s'", text)
		}
		return py.Float64(f), i, nil
	case isFloat:
		v, err := p.t.Call(p.sc.parseFloat, py.NewStrN(text, len(text)).Value())
		return v, i, err
	case !p.sc.ints:
		v, err := p.t.Call(p.sc.parseInt, py.NewStrN(text, len(text)).Value())
		return v, i, err
	case intEnd-first <= fits:
		var n int64
		for _, c := range []byte(s[first:intEnd]) {
			n = n*10 + int64(c-'0')
		}
		if first != start {
			n = -n
		}
		return py.Int64(n), i, nil
	}
	v, err := p.t.ParseIntText(text, 10, py.NewStrN(text, len(text)).Value())
	return v, i, err
}

func (p *parser) array(i int) (py.Value, int, *py.Exc) {
	s := p.text
	i = skipSpace(s, i)
	if i < len(s) && s[i] == ']' {
		return py.NewList(nil).Value(), i + 1, nil
	}
	var items []py.Value
	for {
		v, end, err := p.value(i)
		if err != nil {
			return py.Value{}, 0, err
		}
		items = append(items, v)
		i = skipSpace(s, end)
		if i < len(s) && s[i] == ']' {
			return py.NewList(items).Value(), i + 1, nil
		}
		if i >= len(s) || s[i] != ',' {
			return py.Value{}, 0, p.fail("Expecting ',' delimiter", i)
		}
		comma := i
		i = skipSpace(s, i+1)
		if i < len(s) && s[i] == ']' {
			return py.Value{}, 0, p.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

func (p *parser) object(i int) (py.Value, int, *py.Exc) {
	s := p.text
	pairs := !p.sc.pairsHook.IsNone()
	var list []py.Value
	var d *py.Dict
	if !pairs {
		d = py.NewDict()
	}
	i = skipSpace(s, i)
	if i >= len(s) || s[i] != '}' {
		for {
			if i >= len(s) || s[i] != '"' {
				return py.Value{}, 0, p.fail("Expecting property name enclosed in double quotes", i)
			}
			key, end, err := p.key(i + 1)
			if err != nil {
				return py.Value{}, 0, err
			}
			i = skipSpace(s, end)
			if i >= len(s) || s[i] != ':' {
				return py.Value{}, 0, p.fail("Expecting ':' delimiter", i)
			}
			v, end, err := p.value(skipSpace(s, i+1))
			if err != nil {
				return py.Value{}, 0, err
			}
			if pairs {
				list = append(list, py.NewTuple(key.Value(), v).Value())
			} else {
				d.SetKey(key, v)
			}
			i = skipSpace(s, end)
			if i < len(s) && s[i] == '}' {
				break
			}
			if i >= len(s) || s[i] != ',' {
				return py.Value{}, 0, p.fail("Expecting ',' delimiter", i)
			}
			comma := i
			i = skipSpace(s, i+1)
			if i < len(s) && s[i] == '}' {
				return py.Value{}, 0, p.fail("Illegal trailing comma before end of object", comma)
			}
		}
	}
	i++
	if pairs {
		v, err := p.t.Call(p.sc.pairsHook, py.NewList(list).Value())
		return v, i, err
	}
	if !p.sc.objectHook.IsNone() {
		v, err := p.t.Call(p.sc.objectHook, d.Value())
		return v, i, err
	}
	return d.Value(), i, nil
}

// key parses a property name whose text begins at i.
func (p *parser) key(i int) (*py.Str, int, *py.Exc) {
	s := p.text
	for j := i; j < len(s); j++ {
		c := s[j]
		if c == '"' {
			if k := p.memo[s[i:j]]; k != nil {
				return k, j + 1, nil
			}
			break
		}
		if c == '\\' || c < ' ' {
			break
		}
	}
	k, end, err := p.str(i)
	if err != nil {
		return nil, 0, err
	}
	if p.memo == nil {
		p.memo = map[string]*py.Str{}
	}
	if old := p.memo[k.String()]; old != nil {
		return old, end, nil
	}
	p.memo[k.String()] = k
	return k, end, nil
}

// str parses the string whose text begins at i.
func (p *parser) str(i int) (*py.Str, int, *py.Exc) {
	return scanString(p.t, p.doc, i, p.sc.strict)
}

// scanString parses the string whose text begins at byte offset begin of doc
// and returns the offset behind its closing quote.
func scanString(t *py.Thread, doc *py.Str, begin int, strict bool) (*py.Str, int, *py.Exc) {
	s := doc.String()
	var buf []byte // what came before i, once there was an escape
	start := begin
	for i := begin; i < len(s); {
		c := s[i]
		switch {
		case c == '"':
			if buf == nil {
				return newText(s[begin:i]), i + 1, nil
			}
			buf = append(buf, s[start:i]...)
			return newText(string(buf)), i + 1, nil
		case c == '\\':
			if buf == nil {
				buf = make([]byte, 0, 2*(i-begin)+16)
			}
			buf = append(buf, s[start:i]...)
			i++
			if i >= len(s) {
				return nil, 0, decodeErr(t, "Unterminated string starting at", doc, begin-1)
			}
			if s[i] != 'u' {
				r := unescape(s[i])
				if r == 0 {
					return nil, 0, decodeErr(t, "Invalid \\escape", doc, i-1)
				}
				buf = append(buf, r)
				i++
				start = i
				continue
			}
			r, ok := hex4(s, i+1)
			if !ok {
				return nil, 0, decodeErr(t, "Invalid \\uXXXX escape", doc, i)
			}
			i += 5
			if r >= 0xd800 && r < 0xdc00 && i+1 < len(s) && s[i] == '\\' && s[i+1] == 'u' {
				if lo, ok := hex4(s, i+2); ok && lo >= 0xdc00 && lo < 0xe000 {
					r = 0x10000 + (r-0xd800)<<10 + (lo - 0xdc00)
					i += 6
				}
			}
			buf = wtf8.AppendRune(buf, r)
			start = i
		case c < ' ' && strict:
			return nil, 0, decodeErr(t, "Invalid control character at", doc, i)
		default:
			i++
		}
	}
	return nil, 0, decodeErr(t, "Unterminated string starting at", doc, begin-1)
}

// newText makes a str that does not keep the document alive.
func newText(s string) *py.Str {
	n, _ := wtf8.CountRunes(s)
	return py.NewStrCopy([]byte(s), n)
}

func unescape(c byte) byte {
	switch c {
	case '"', '\\', '/':
		return c
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return 0
}

func hex4(s string, i int) (rune, bool) {
	if len(s)-i < 4 {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[i : i+4]) {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

var scannerSig = py.ParseSignature("context")

func newScanner(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [1]py.Value
	if err := scannerSig.Bind(t, "make_scanner", args, a[:]); err != nil {
		return py.Value{}, err
	}
	v, err := t.GetAttrS(a[0], "strict")
	if err != nil {
		return py.Value{}, err
	}
	s := py.AllocFor[scanner](t, cls)
	if s.strict, err = t.Truth(v); err != nil {
		return py.Value{}, err
	}
	for _, f := range []struct {
		to   *py.Value
		name string
	}{{&s.objectHook, "object_hook"}, {&s.pairsHook, "object_pairs_hook"}, {&s.parseFloat, "parse_float"}, {&s.parseInt, "parse_int"}, {&s.parseConstant, "parse_constant"}} {
		if *f.to, err = t.GetAttrS(a[0], f.name); err != nil {
			return py.Value{}, err
		}
	}
	s.floats = s.parseFloat == py.FloatType.Value()
	s.ints = s.parseInt == py.IntType.Value()
	return py.FromHeader(&s.Header), nil
}

var scanSig = py.ParseSignature("string, idx")

func scannerCall(t *py.Thread, self py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := scanSig.Bind(t, "scan_once", args, a[:]); err != nil {
		return py.Value{}, err
	}
	idx, err := t.AsSize(a[1])
	if err != nil {
		return py.Value{}, err
	}
	doc, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("first argument must be a string, not %s", a[0].Type().Name())
	}
	if idx < 0 {
		return py.Value{}, t.ValueErr("idx cannot be negative")
	}
	if idx >= doc.Len() {
		return py.Value{}, py.NewExc(py.StopIteration, py.IntOf(idx))
	}
	p := parser{t: t, sc: asScanner(self), doc: doc, text: doc.String()}
	v, end, err := p.value(doc.ByteOffset(idx))
	if err != nil {
		return py.Value{}, err
	}
	return py.NewTuple(v, py.IntOf(p.index(end))).Value(), nil
}

func readOnly(t *py.Thread, self, val py.Value) *py.Exc {
	return t.Raise(py.AttributeError, "readonly attribute")
}

func scannerMember(name, doc string, get func(s *scanner) py.Value) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Doc: doc, Set: readOnly, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return get(asScanner(v)), nil
	}}
}

func pyScanString(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	end, err := t.AsSize(a[1])
	if err != nil {
		return py.Value{}, err
	}
	strict := true
	if !a[2].IsNil() {
		if strict, err = t.Truth(a[2]); err != nil {
			return py.Value{}, err
		}
	}
	doc, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("first argument must be a string, not %s", a[0].Type().Name())
	}
	if end < 0 || end > doc.Len() {
		return py.Value{}, t.ValueErr("end is out of bounds")
	}
	s, off, err := scanString(t, doc, doc.ByteOffset(end), strict)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewTuple(s.Value(), py.IntOf(indexOf(doc, off))).Value(), nil
}

func registerScanner() {
	py.RegisterType(py.TypeSpec{
		Type: scannerType, Name: "_json.Scanner", Doc: "JSON scanner object", Layout: py.LayoutOf[scanner](),
		Slots: py.Slots{New: newScanner, Call: scannerCall},
		GetSet: []py.GetSetSpec{
			scannerMember("strict", "strict", func(s *scanner) py.Value { return py.Bool(s.strict) }),
			scannerMember("object_hook", "object_hook", func(s *scanner) py.Value { return s.objectHook }),
			scannerMember("object_pairs_hook", "object_pairs_hook", func(s *scanner) py.Value { return s.pairsHook }),
			scannerMember("parse_float", "parse_float", func(s *scanner) py.Value { return s.parseFloat }),
			scannerMember("parse_int", "parse_int", func(s *scanner) py.Value { return s.parseInt }),
			scannerMember("parse_constant", "parse_constant", func(s *scanner) py.Value { return s.parseConstant }),
		},
	})
}
