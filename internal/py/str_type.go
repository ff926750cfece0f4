package py

import (
	"math"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// maxObjectBytes bounds the memory that one operation may ask for; what is
// beyond it is a MemoryError at once instead of an attempt.
const maxObjectBytes = 1 << 36

// sizeProduct is a*b, ok false when it does not fit or is hopelessly large.
func sizeProduct(a, b int) (int, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	if b > maxObjectBytes/a {
		return 0, false
	}
	return a * b, true
}

// argStr checks that argument i of a method is a str. i 0 is the only argument.
func (t *Thread) argStr(fn string, i int, v Value) (*Str, *Exc) {
	if s, ok := ToStr(v); ok {
		return s, nil
	}
	if i == 0 {
		return nil, t.TypeErr("%s() argument must be str, not %s", fn, argTypeName(v))
	}
	return nil, t.TypeErr("%s() argument %d must be str, not %s", fn, i, argTypeName(v))
}

// argText returns the text of a str argument that is handed to Go as a name: it
// must not contain a null character. def is for one not given.
func (t *Thread) argText(fn, name string, v Value, def string) (string, *Exc) {
	if v.p == nil {
		return def, nil
	}
	s, ok := ToStr(v)
	if !ok {
		return "", t.TypeErr("%s() argument '%s' must be str, not %s", fn, name, argTypeName(v))
	}
	if strings.IndexByte(s.s, 0) >= 0 {
		return "", t.ValueErr("embedded null character")
	}
	return s.s, nil
}

var textNewSig = ParseSignature("object='', encoding='utf-8', errors='strict'")

// textNew is str.__new__.
func textNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	var s *Str
	var err *Exc
	if args.kw == nil && len(args.vals) <= 1 {
		if s = emptyStr; len(args.vals) == 1 {
			s, err = t.StrOf(args.vals[0])
		}
	} else {
		s, err = textFromArgs(t, args)
	}
	if err != nil {
		return Value{}, err
	}
	if cls == StrType {
		return s.Value(), nil
	}
	r := allocFor[Str](cls)
	r.s, r.n, r.hash = s.s, s.n, s.hash
	return r.Value(), nil
}

func textFromArgs(t *Thread, args Args) (*Str, *Exc) {
	if args.kw == nil && len(args.vals) > 3 {
		return nil, t.TypeErr("str expected at most 3 arguments, got %d", len(args.vals))
	}
	var a [3]Value
	if err := textNewSig.Bind(t, "str", args, a[:]); err != nil {
		return nil, err
	}
	enc, err := t.argText("str", "encoding", a[1], "")
	if err != nil {
		return nil, err
	}
	errs, err := t.argText("str", "errors", a[2], "")
	if err != nil {
		return nil, err
	}
	switch {
	case a[0].p == nil:
		return emptyStr, nil
	case a[1].p == nil && a[2].p == nil:
		return t.StrOf(a[0])
	}
	v := a[0]
	if b, ok := ToBytes(v); ok {
		return t.Decode(b.b, enc, errs)
	}
	if _, ok := ToStr(v); ok {
		return nil, t.TypeErr("decoding str is not supported")
	}
	if v.p.typ.slots.Buffer == nil {
		return nil, t.TypeErr("decoding to str: need a bytes-like object, %s found", v.p.typ.name)
	}
	buf, err := t.Buffer(v, BufSimple)
	if err != nil {
		return nil, err
	}
	defer buf.Release()
	return t.Decode(append([]byte(nil), buf.Data...), enc, errs)
}

func textCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if b.p.typ.flags&FlagStrSubclass == 0 || a.p.typ.flags&FlagStrSubclass == 0 {
		return NotImplemented, nil
	}
	return Bool(cmpStr(asStr(a), asStr(b), op)), nil
}

func textConcat(t *Thread, a, b Value) (Value, *Exc) {
	y, ok := ToStr(b)
	if !ok {
		return Value{}, t.TypeErr("can only concatenate str (not \"%s\") to str", b.p.typ.name)
	}
	x := asStr(a)
	if t.fullGrowing(len(x.s), len(x.s)+len(y.s)) {
		return Value{}, t.MemoryErr()
	}
	if len(y.s) == 0 {
		return exactStr(x).Value(), nil
	}
	if len(x.s) == 0 {
		return exactStr(y).Value(), nil
	}
	return concatStr(x, y).Value(), nil
}

func textRepeat(t *Thread, v Value, n int) (Value, *Exc) {
	s := asStr(v)
	if n <= 0 || s.n == 0 {
		return emptyStr.Value(), nil
	}
	if n == 1 {
		return exactStr(s).Value(), nil
	}
	if n > math.MaxInt/len(s.s) {
		if n <= math.MaxInt/s.n {
			return Value{}, t.MemoryErr()
		}
		return Value{}, t.Raise(OverflowError, "repeated string is too long")
	}
	size, ok := sizeProduct(len(s.s), n)
	if !ok || t.full(size) {
		return Value{}, t.MemoryErr()
	}
	r, dst := allocStr(size, s.n*n)
	repeatBytes(dst, s.s)
	return r.Value(), nil
}

// repeatBytes fills dst with repetitions of text, doubling what is there.
func repeatBytes(dst []byte, text string) {
	if len(text) == 1 {
		c := text[0]
		for i := range dst {
			dst[i] = c
		}
		return
	}
	for n := copy(dst, text); n < len(dst); {
		n += copy(dst[n:], dst[:n])
	}
}

func textContains(t *Thread, v, item Value) (bool, *Exc) {
	x, ok := ToStr(item)
	if !ok {
		return false, t.TypeErr("'in <string>' requires string as left operand, not %s", item.p.typ.name)
	}
	return strings.Contains(asStr(v).s, x.s), nil
}

func textItem(t *Thread, v Value, i int) (Value, *Exc) {
	s := asStr(v)
	if uint(i) >= uint(s.n) {
		return Value{}, t.Raise(IndexError, "string index out of range")
	}
	if s.ASCII() {
		return charStrs[s.s[i]&0x7f].Value(), nil
	}
	return charStr(s.runeAt(i)).Value(), nil
}

func textGetItem(t *Thread, v, key Value) (Value, *Exc) {
	s := asStr(v)
	if key.p == &intTag {
		i := int(key.b)
		if i < 0 {
			i += s.n
		}
		return textItem(t, v, i)
	}
	if key.p.shape == shSlice {
		start, stop, step, err := t.unpackSlice(asSlice(key))
		if err != nil {
			return Value{}, err
		}
		first, count := adjustSlice(start, stop, step, s.n)
		return textSlice(s, first, step, count).Value(), nil
	}
	if key.p.typ.slots.Index == nil {
		return Value{}, t.TypeErr("string indices must be integers, not '%s'", key.p.typ.name)
	}
	i, err := t.subscript(key)
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += s.n
	}
	return textItem(t, v, i)
}

// subscript converts the subscript of a sequence: what does not fit is an
// IndexError.
func (t *Thread) subscript(key Value) (int, *Exc) {
	x, err := t.Index(key)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(IndexError, "cannot fit '%s' into an index-sized integer", key.p.typ.name)
	}
	return int(x.b), nil
}

// textSlice returns count code points of s from first on, every step-th.
func textSlice(s *Str, first, step, count int) *Str {
	if count <= 0 {
		return emptyStr
	}
	if step == 1 || count == 1 {
		return s.substr(first, first+count)
	}
	if s.ASCII() {
		r, dst := allocStr(count, count)
		for i, j := 0, first; i < count; i, j = i+1, j+step {
			dst[i] = s.s[j]
		}
		if count == 1 {
			return &charStrs[dst[0]]
		}
		return r
	}
	dst := make([]byte, 0, count*2)
	if step == -1 {
		at := s.byteOffset(first + 1)
		for i := 0; i < count; i++ {
			_, n := wtf8.DecodeLastRune(s.s[:at])
			dst = append(dst, s.s[at-n:at]...)
			at -= n
		}
		return newStrN(unsafe.String(unsafe.SliceData(dst), len(dst)), count)
	}
	for i, j := 0, first; i < count; i, j = i+1, j+step {
		at := s.byteOffset(j)
		_, n := wtf8.DecodeRuneAt(s.s, at)
		dst = append(dst, s.s[at:at+n]...)
	}
	return newStrN(unsafe.String(unsafe.SliceData(dst), len(dst)), count)
}

const hexDigits = "0123456789abcdef"

// appendEscaped appends the escape of a code point as repr shows it.
func appendEscaped(b []byte, r rune) []byte {
	switch {
	case r == '\t':
		return append(b, '\\', 't')
	case r == '\n':
		return append(b, '\\', 'n')
	case r == '\r':
		return append(b, '\\', 'r')
	}
	return appendHexEscape(b, r)
}

// appendHexEscape appends \xNN, \uNNNN or \UNNNNNNNN.
func appendHexEscape(b []byte, r rune) []byte {
	n := 8
	switch {
	case r < 0x100:
		n = 2
		b = append(b, '\\', 'x')
	case r < 0x10000:
		n = 4
		b = append(b, '\\', 'u')
	default:
		b = append(b, '\\', 'U')
	}
	for n--; n >= 0; n-- {
		b = append(b, hexDigits[r>>(4*n)&15])
	}
	return b
}

// reprQuote chooses the quote that repr puts around a text.
func reprQuote(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

// reprText is repr() of a text.
func reprText(s *Str) *Str {
	quote := reprQuote(s.s)
	plain := s.ASCII()
	if plain {
		for i := 0; i < len(s.s); i++ {
			if c := s.s[i]; c < 0x20 || c == 0x7f || c == '\\' || c == quote {
				plain = false
				break
			}
		}
	}
	if plain {
		r, b := allocStr(len(s.s)+2, len(s.s)+2)
		b[0] = quote
		copy(b[1:], s.s)
		b[len(b)-1] = quote
		return r
	}
	b := make([]byte, 0, len(s.s)+len(s.s)/8+8)
	b = append(b, quote)
	b = appendReprBody(b, s.s, quote)
	b = append(b, quote)
	n := utf8.RuneCount(b)
	return newStrN(unsafe.String(&b[0], len(b)), n)
}

// appendReprBody appends a text with repr's escapes. Lone surrogates are not
// printable and so never appear in the result, which is plain UTF-8.
func appendReprBody(b []byte, s string, quote byte) []byte {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 {
			if c >= 0x20 && c != 0x7f && c != '\\' && c != quote {
				i++
				continue
			}
			b = append(b, s[from:i]...)
			if c == '\\' || c == quote {
				b = append(b, '\\', c)
			} else {
				b = appendEscaped(b, rune(c))
			}
			i++
			from = i
			continue
		}
		r, n := wtf8.DecodeRuneAt(s, i)
		if !unidata.IsPrintable(r) {
			b = append(b, s[from:i]...)
			b = appendHexEscape(b, r)
			from = i + n
		}
		i += n
	}
	return append(b, s[from:]...)
}

// asciiEscape writes the code points of s beyond ASCII as escapes: what makes
// ascii() out of repr().
func asciiEscape(s *Str) *Str {
	if s.ASCII() {
		return s
	}
	b := make([]byte, 0, len(s.s)*2)
	for i := 0; i < len(s.s); {
		if c := s.s[i]; c < 0x80 {
			b = append(b, c)
			i++
			continue
		}
		r, n := wtf8.DecodeRuneAt(s.s, i)
		b = appendHexEscape(b, r)
		i += n
	}
	return newASCII(string(b))
}

// isIdentifier tells whether a text is a valid identifier (keywords included).
func isIdentifier(s string) bool { return unidata.StringIsIdentifier(s) }

// strIter iterates a str; s is nil when it has ended.
type strIter struct {
	Header
	s   *Str
	pos int // byte offset
	idx int // code points passed
}

// Types of the iterators of str.
var (
	StrIterType      = new(Type)
	ASCIIStrIterType = new(Type)
)

func newStrIter(t *Thread, v Value) (Value, *Exc) {
	s := asStr(v)
	it := &strIter{s: s}
	it.typ = StrIterType
	if s.ASCII() {
		it.typ = ASCIIStrIterType
	}
	it.shape = it.typ.root.id
	return Value{&it.Header, 0}, nil
}

func strIterNext(t *Thread, v Value) (Value, *Exc) {
	it := (*strIter)(v.ptr())
	s := it.s
	if s == nil {
		return Value{}, nil
	}
	pos := it.pos
	if pos >= len(s.s) {
		it.s = nil
		return Value{}, nil
	}
	c := s.s[pos]
	it.idx++
	if c < 0x80 {
		it.pos = pos + 1
		return Value{&charStrs[c].Header, 0}, nil
	}
	r, n := wtf8.DecodeRuneAt(s.s, pos)
	it.pos = pos + n
	if int(r) < len(charStrs) {
		return Value{&charStrs[r].Header, 0}, nil
	}
	x, dst := allocStr(n, 1)
	copy(dst, s.s[pos:])
	return Value{&x.Header, 0}, nil
}

// builtin returns a function of the builtins module, for __reduce__.
func (t *Thread) builtin(name string) Value {
	if v := t.interp.builtins.lookup(InternStr(name)); v.p != nil {
		return v
	}
	return None
}

var strIterMethods = []MethodSpec{
	{Name: "__length_hint__", Doc: "Private method returning an estimate of len(list(it)).", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		it := (*strIter)(v.ptr())
		if s := it.s; s != nil {
			return IntOf(s.n - it.idx), nil
		}
		return Int64(0), nil
	})},
	{Name: "__reduce__", Doc: "Return state information for pickling.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		it := (*strIter)(v.ptr())
		if s := it.s; s != nil {
			return NewTuple(t.builtin("iter"), NewTuple(s.Value()).Value(), IntOf(it.idx)).Value(), nil
		}
		return NewTuple(t.builtin("iter"), NewTuple(emptyStr.Value()).Value()).Value(), nil
	})},
	{Name: "__setstate__", Doc: "Set state information for unpickling.", Fn: Fn1(func(t *Thread, v, x Value) (Value, *Exc) {
		i, err := t.AsInt(x)
		if err != nil {
			return Value{}, err
		}
		it := (*strIter)(v.ptr())
		if s := it.s; s != nil {
			it.idx = min(max(i, 0), s.n)
			it.pos = s.byteOffset(it.idx)
		}
		return None, nil
	})},
}

func textSizeof(s *Str) int {
	if s.ASCII() {
		return 41 + s.n
	}
	switch wtf8.MaxCodePoint(s.s) {
	case 0xff:
		return 57 + s.n
	case 0xffff:
		return 58 + 2*s.n
	}
	return 60 + 4*s.n
}

func init() {
	RegisterType(TypeSpec{
		Type: StrType, Name: "str", shape: shStr, Flags: FlagBaseType | FlagStrSubclass | FlagMatchSelf, Layout: LayoutOf[Str](),
		Doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n" +
			"Make a text from any object, by its __str__() or else its repr(). Given an\nencoding or errors, decode an object that holds bytes instead; encoding is\nthen 'utf-8' and errors 'strict' by default.",
		Slots: Slots{
			New:     textNew,
			Hash:    func(t *Thread, v Value) (int64, *Exc) { return int64(asStr(v).hashOf()), nil },
			Compare: textCompare,
			Len:     func(t *Thread, v Value) (int, *Exc) { return asStr(v).n, nil },
			Repr:    func(t *Thread, v Value) (Value, *Exc) { return reprText(asStr(v)).Value(), nil },
			Str:     func(t *Thread, v Value) (Value, *Exc) { return exactStr(asStr(v)).Value(), nil },
			Iter:    newStrIter,
			Concat:  textConcat, Repeat: textRepeat, Contains: textContains,
			GetItem: textGetItem, Item: textItem,
			Binary: [numBinaryOps]BinaryFunc{OpMod: textMod},
		},
		Methods: textMethods,
	})
	RegisterType(TypeSpec{Type: StrIterType, Name: "str_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: strIterNext}, Methods: strIterMethods})
	RegisterType(TypeSpec{Type: ASCIIStrIterType, Name: "str_ascii_iterator", Guarded: true, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: strIterNext}, Methods: strIterMethods})
}
