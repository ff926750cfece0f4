package py

import (
	"math"
	"strings"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// pad puts left and right fill characters around s.
func pad(t *Thread, s *Str, left, right int, fill *Str) (*Str, *Exc) {
	if left <= 0 && right <= 0 {
		return exactStr(s), nil
	}
	left, right = max(left, 0), max(right, 0)
	if t.full(left) || t.full(right) || t.full(left+right) {
		return nil, t.MemoryErr()
	}
	w := len(fill.s)
	r, dst := allocStr((left+right)*w+len(s.s), left+right+s.n)
	if left > 0 {
		repeatBytes(dst[:left*w], fill.s)
	}
	copy(dst[left*w:], s.s)
	if right > 0 {
		repeatBytes(dst[left*w+len(s.s):], fill.s)
	}
	return canonStr(r), nil
}

// padMethod is center, ljust and rjust; split tells how many of missing fill
// characters go to the left.
func padMethod(split func(missing, width int) int) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		s := asStr(v)
		width, err := t.AsSsize(a[0])
		if err != nil {
			return Value{}, err
		}
		fill := &charStrs[' ']
		if a[1].p != nil {
			f, ok := ToStr(a[1])
			if !ok {
				return Value{}, t.TypeErr("The fill character must be a unicode character, not %s", a[1].p.typ.name)
			}
			if f.n != 1 {
				return Value{}, t.TypeErr("The fill character must be exactly one character long")
			}
			fill = f
		}
		missing := width - s.n
		if missing <= 0 || width < 0 {
			return exactStr(s).Value(), nil
		}
		left := split(missing, width)
		r, err := pad(t, s, left, missing-left, fill)
		if err != nil {
			return Value{}, err
		}
		return r.Value(), nil
	}
}

func textZfill(t *Thread, v, wv Value) (Value, *Exc) {
	width, err := t.AsInt(wv)
	if err != nil {
		return Value{}, err
	}
	s := asStr(v)
	if width <= s.n {
		return exactStr(s).Value(), nil
	}
	fill := width - s.n
	if t.full(fill) {
		return Value{}, t.MemoryErr()
	}
	r, dst := allocStr(fill+len(s.s), width)
	sign := 0
	if len(s.s) > 0 && (s.s[0] == '+' || s.s[0] == '-') {
		dst[0] = s.s[0]
		sign = 1
	}
	for i := 0; i < fill; i++ {
		dst[sign+i] = '0'
	}
	copy(dst[sign+fill:], s.s[sign:])
	return canonStr(r).Value(), nil
}

func textExpandTabs(t *Thread, v Value, a []Value) (Value, *Exc) {
	size := 8
	if a[0].p != nil {
		n, err := t.asCInt(a[0])
		if err != nil {
			return Value{}, err
		}
		size = n
	}
	s := asStr(v)
	if strings.IndexByte(s.s, '\t') < 0 {
		return exactStr(s).Value(), nil
	}
	var b []byte
	col, n, from := 0, 0, 0
	for i := 0; i < len(s.s); {
		c := s.s[i]
		switch {
		case c == '\t':
			b = append(b, s.s[from:i]...)
			i++
			from = i
			if size > 0 {
				k := size - col%size
				var err *Exc
				if b, err = t.Grow(b, k+len(s.s)-i); err != nil {
					return Value{}, err
				}
				for ; k > 0; k-- {
					b = append(b, ' ')
					col++
					n++
				}
			}
			continue
		case c == '\n' || c == '\r':
			i++
			col = 0
		case c < 0x80:
			i++
			col++
		default:
			_, w := wtf8.DecodeRuneAt(s.s, i)
			i += w
			col++
		}
		n++
	}
	return bytesStr(append(b, s.s[from:]...), n).Value(), nil
}

// asCInt converts to an int of 32 bits, as arguments of C type int are.
func (t *Thread) asCInt(v Value) (int, *Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C int")
	}
	if n := x.int(); n < math.MinInt32 || n > math.MaxInt32 {
		return 0, t.Raise(OverflowError, "Python int too large to convert to C int")
	}
	return int(x.b), nil
}

// Case.

// caseASCII converts ASCII text byte by byte; it returns s itself when nothing
// changes.
func caseASCII(s *Str, lo, hi byte) *Str {
	i := 0
	for i < len(s.s) && (s.s[i] < lo || s.s[i] > hi) {
		i++
	}
	if i == len(s.s) {
		return exactStr(s)
	}
	r, dst := allocStr(len(s.s), s.n)
	copy(dst, s.s[:i])
	for ; i < len(dst); i++ {
		c := s.s[i]
		if c >= lo && c <= hi {
			c ^= 0x20
		}
		dst[i] = c
	}
	return canonStr(r)
}

func textLower(t *Thread, v Value) (Value, *Exc) {
	s := asStr(v)
	if s.ASCII() {
		return caseASCII(s, 'A', 'Z').Value(), nil
	}
	return NewStr(unidata.Lower(s.s)).Value(), nil
}

func textUpper(t *Thread, v Value) (Value, *Exc) {
	s := asStr(v)
	if s.ASCII() {
		return caseASCII(s, 'a', 'z').Value(), nil
	}
	return NewStr(unidata.Upper(s.s)).Value(), nil
}

func textCasefold(t *Thread, v Value) (Value, *Exc) {
	s := asStr(v)
	if s.ASCII() {
		return caseASCII(s, 'A', 'Z').Value(), nil
	}
	return NewStr(unidata.Casefold(s.s)).Value(), nil
}

// mapMethod wraps a function of package unidata that maps text.
func mapMethod(f func(string) string) Fn0 {
	return func(t *Thread, v Value) (Value, *Exc) {
		s := asStr(v)
		r := f(s.s)
		if s.ASCII() {
			return newASCII(r).Value(), nil
		}
		return NewStr(r).Value(), nil
	}
}

func testMethod(f func(string) bool) Fn0 {
	return func(t *Thread, v Value) (Value, *Exc) { return Bool(f(asStr(v).s)), nil }
}

// Translate.

func textMakeTrans(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "maketrans", 1, 3); err != nil {
		return Value{}, err
	}
	a := args.vals
	d := NewDict()
	if len(a) == 1 {
		src, ok := ToDict(a[0])
		if !ok || a[0].p.typ != DictType {
			return Value{}, t.TypeErr("if you give only one argument to maketrans it must be a dict")
		}
		for pos := 0; ; {
			k, x, next, ok := src.EntryAt(t, pos)
			if !ok {
				return d.Value(), nil
			}
			pos = next
			switch {
			case k.p.typ.flags&FlagStrSubclass != 0:
				if asStr(k).n != 1 {
					return Value{}, t.ValueErr("string keys in translate table must be of length 1")
				}
				k = Int64(int64(asStr(k).runeAt(0)))
			case !IsInt(k):
				return Value{}, t.TypeErr("keys in translate table must be strings or integers")
			}
			if err := d.Set(t, k, x); err != nil {
				return Value{}, err
			}
		}
	}
	y, err := t.argStr("maketrans", 2, a[1])
	if err != nil {
		return Value{}, err
	}
	var z *Str
	if len(a) == 3 {
		if z, err = t.argStr("maketrans", 3, a[2]); err != nil {
			return Value{}, err
		}
	}
	x, ok := ToStr(a[0])
	if !ok {
		return Value{}, t.TypeErr("first maketrans argument must be a string if there is a second argument")
	}
	if x.n != y.n {
		return Value{}, t.ValueErr("the first two maketrans arguments must have equal length")
	}
	to := wtf8.ToRunes(y.s)
	for i, r := range wtf8.ToRunes(x.s) {
		if err := d.Set(t, Int64(int64(r)), Int64(int64(to[i]))); err != nil {
			return Value{}, err
		}
	}
	if z != nil {
		for _, r := range wtf8.Runes(z.s) {
			if err := d.Set(t, Int64(int64(r)), None); err != nil {
				return Value{}, err
			}
		}
	}
	return d.Value(), nil
}

// textTranslate looks every character up once: what the table says of an ASCII
// character is kept for the rest of the call.
func textTranslate(t *Thread, v, table Value) (Value, *Exc) {
	s := asStr(v)
	var known [128]Value
	b := make([]byte, 0, len(s.s)+16)
	n := 0
	for i := 0; i < len(s.s); {
		r, w := rune(s.s[i]), 1
		if r >= 0x80 {
			r, w = wtf8.DecodeRuneAt(s.s, i)
		}
		var x Value
		if r < 128 {
			x = known[r]
		}
		if x.p == nil {
			var err *Exc
			if table.p.shape == shDict {
				x, err = asDict(table).Get(t, Int64(int64(r)))
			} else if x, err = t.GetItem(table, Int64(int64(r))); err != nil && err.Is(LookupError) {
				x, err = Value{}, nil
			}
			if x.p != nil && err == nil {
				x, err = t.translation(x)
			}
			if err != nil {
				return Value{}, err
			}
			if x.p == nil {
				x = charStr(r).Value()
			}
			if r < 128 {
				known[r] = x
			}
		}
		if !x.IsNone() {
			b = append(b, asStr(x).s...)
			n += asStr(x).n
		}
		i += w
	}
	return bytesStr(b, n).Value(), nil
}

// translation checks an entry of a translate table and makes it a str or None.
func (t *Thread) translation(x Value) (Value, *Exc) {
	if x.IsNone() || x.p.typ.flags&FlagStrSubclass != 0 {
		return x, nil
	}
	if !IsInt(x) {
		return Value{}, t.TypeErr("character mapping must return integer, None or str")
	}
	n, ok := smallInt(x)
	if !ok || n < 0 || n > wtf8.MaxRune {
		return Value{}, t.ValueErr("character mapping must be in range(0x110000)")
	}
	return charStr(rune(n)).Value(), nil
}

func textEncode(t *Thread, v Value, a []Value) (Value, *Exc) {
	enc, err := t.argText("encode", "encoding", a[0], "")
	if err != nil {
		return Value{}, err
	}
	errs, err := t.argText("encode", "errors", a[1], "")
	if err != nil {
		return Value{}, err
	}
	if enc == "" && a[0].p != nil {
		return Value{}, t.Raise(LookupError, "unknown encoding: ")
	}
	b, err := t.Encode(asStr(v), enc, errs)
	if err != nil {
		return Value{}, err
	}
	return b.Value(), nil
}

// textMethods are the methods of str.
var textMethods = []MethodSpec{
	{Name: "encode", Sig: "encoding='utf-8', errors='strict'", Fn: FnSig(textEncode), Doc: "Encode the text to bytes with the codec registered for encoding.\n\nerrors says what to do with what cannot be encoded: 'strict' raises a\nUnicodeEncodeError; 'ignore', 'replace', 'xmlcharrefreplace' and other names\nregistered with codecs.register_error go on."},
	{Name: "replace", Sig: "old, new, /, count=-1", Fn: FnSig(textReplace), Doc: "Return a copy with occurrences of old replaced by new: the first count ones,\nor all of them if count is -1."},
	{Name: "split", Sig: "sep=None, maxsplit=-1", Fn: FnSig(textSplit), Doc: "Return a list of the parts between separators, at most maxsplit splits from\nthe left. Without sep, runs of white space separate and empty parts drop out."},
	{Name: "rsplit", Sig: "sep=None, maxsplit=-1", Fn: FnSig(textRSplit), Doc: "Like split, but splits are counted from the right."},
	{Name: "join", Sig: "iterable, /", Fn: Fn1(textJoin), Doc: "Concatenate any number of strings with this one between each two of them."},
	{Name: "capitalize", Fn: mapMethod(unidata.Capitalize), Doc: "Return a copy with the first character in title case and the rest in lower case."},
	{Name: "casefold", Fn: Fn0(textCasefold), Doc: "Return a version suitable for comparison without regard to case."},
	{Name: "title", Fn: mapMethod(unidata.Title), Doc: "Return a copy where each word starts with title case and goes on in lower case."},
	{Name: "center", Sig: "width, fillchar=' ', /", Fn: padMethod(func(m, w int) int { return m/2 + (m & w & 1) }), Doc: "Return the text centred in a string of length width."},
	{Name: "count", Sig: "sub[, start[, end]], /", Fn: FnSig(textCount), Doc: "Return the number of non-overlapping occurrences of sub in S[start:end]."},
	{Name: "expandtabs", Sig: "tabsize=8", Fn: FnSig(textExpandTabs), Doc: "Return a copy where tabs are expanded with spaces."},
	{Name: "find", Sig: "sub[, start[, end]], /", Fn: findMethod("find", false, false), Doc: "Return the lowest index in S where sub is found within S[start:end], or -1."},
	{Name: "partition", Sig: "sep, /", Fn: Fn1(textPartition), Doc: "Split at the first sep: a tuple of what is before it, sep, and what is after\nit; if sep is absent, of the whole text and two empty strings."},
	{Name: "index", Sig: "sub[, start[, end]], /", Fn: findMethod("index", false, true), Doc: "Like find, but raise ValueError when sub is not found."},
	{Name: "ljust", Sig: "width, fillchar=' ', /", Fn: padMethod(func(m, w int) int { return 0 }), Doc: "Return the text left-justified in a string of length width."},
	{Name: "lower", Fn: Fn0(textLower), Doc: "Return a copy converted to lower case."},
	{Name: "lstrip", Sig: "chars=None, /", Fn: stripMethod("lstrip", stripLeft), Doc: "Return a copy without leading white space, or without leading characters of chars."},
	{Name: "rfind", Sig: "sub[, start[, end]], /", Fn: findMethod("rfind", true, false), Doc: "Return the highest index in S where sub is found within S[start:end], or -1."},
	{Name: "rindex", Sig: "sub[, start[, end]], /", Fn: findMethod("rindex", true, true), Doc: "Like rfind, but raise ValueError when sub is not found."},
	{Name: "rjust", Sig: "width, fillchar=' ', /", Fn: padMethod(func(m, w int) int { return m }), Doc: "Return the text right-justified in a string of length width."},
	{Name: "rstrip", Sig: "chars=None, /", Fn: stripMethod("rstrip", stripRight), Doc: "Return a copy without trailing white space, or without trailing characters of chars."},
	{Name: "rpartition", Sig: "sep, /", Fn: Fn1(textRPartition), Doc: "Split at the last sep: a tuple of what is before it, sep, and what is after\nit; if sep is absent, of two empty strings and the whole text."},
	{Name: "splitlines", Sig: "keepends=False", Fn: FnSig(textSplitLines), Doc: "Return a list of the lines, without line ends unless keepends is true."},
	{Name: "strip", Sig: "chars=None, /", Fn: stripMethod("strip", stripLeft|stripRight), Doc: "Return a copy without white space at both ends, or without characters of chars there."},
	{Name: "swapcase", Fn: mapMethod(unidata.Swapcase), Doc: "Return a copy with upper and lower case exchanged."},
	{Name: "translate", Sig: "table, /", Fn: Fn1(textTranslate), Doc: "Replace each character by what table gives for its code point: a code point,\na string, or None to delete it. Characters that the table lacks stay."},
	{Name: "upper", Fn: Fn0(textUpper), Doc: "Return a copy converted to upper case."},
	{Name: "startswith", Sig: "prefix[, start[, end]], /", Fn: affixMethod("startswith", true), Doc: "Tell whether S[start:end] starts with prefix, or with one of a tuple of them."},
	{Name: "endswith", Sig: "suffix[, start[, end]], /", Fn: affixMethod("endswith", false), Doc: "Tell whether S[start:end] ends with suffix, or with one of a tuple of them."},
	{Name: "removeprefix", Sig: "prefix, /", Fn: Fn1(textRemovePrefix), Doc: "Return a copy without the given prefix if the text has it."},
	{Name: "removesuffix", Sig: "suffix, /", Fn: Fn1(textRemoveSuffix), Doc: "Return a copy without the given suffix if the text has it."},
	{Name: "isascii", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return Bool(asStr(v).ASCII()), nil }), Doc: "Tell whether all characters are ASCII; the empty string is."},
	{Name: "islower", Fn: testMethod(unidata.StringIsLower), Doc: "Tell whether there is a cased character and all of them are lower case."},
	{Name: "isupper", Fn: testMethod(unidata.StringIsUpper), Doc: "Tell whether there is a cased character and all of them are upper case."},
	{Name: "istitle", Fn: testMethod(unidata.StringIsTitle), Doc: "Tell whether the text is in title case."},
	{Name: "isspace", Fn: testMethod(unidata.StringIsSpace), Doc: "Tell whether all characters are white space and there is one."},
	{Name: "isdecimal", Fn: testMethod(unidata.StringIsDecimal), Doc: "Tell whether all characters are decimal digits and there is one."},
	{Name: "isdigit", Fn: testMethod(unidata.StringIsDigit), Doc: "Tell whether all characters are digits and there is one."},
	{Name: "isnumeric", Fn: testMethod(unidata.StringIsNumeric), Doc: "Tell whether all characters are numeric and there is one."},
	{Name: "isalpha", Fn: testMethod(unidata.StringIsAlpha), Doc: "Tell whether all characters are alphabetic and there is one."},
	{Name: "isalnum", Fn: testMethod(unidata.StringIsAlnum), Doc: "Tell whether all characters are alphabetic or numeric and there is one."},
	{Name: "isidentifier", Fn: testMethod(unidata.StringIsIdentifier), Doc: "Tell whether the text is a valid identifier; keywords are."},
	{Name: "isprintable", Fn: testMethod(unidata.StringIsPrintable), Doc: "Tell whether repr would show all characters as they are."},
	{Name: "zfill", Sig: "width, /", Fn: Fn1(textZfill), Doc: "Fill with zeros on the left, behind a sign, to a length of width."},
	{Name: "format", Sig: "*args, **kwargs", Fn: FnRaw(textFormat), Doc: "Return a formatted version of the text: replacement fields stand in braces."},
	{Name: "format_map", Sig: "mapping, /", Fn: Fn1(textFormatMap), Doc: "Like format(**mapping), but the mapping is used as it is."},
	{Name: "__format__", Sig: "format_spec, /", Fn: Fn1(textDunderFormat), Doc: "Return a formatted version of the text as described by format_spec."},
	{Name: "maketrans", Static: true, Fn: FnRaw(textMakeTrans), Doc: "Return a translation table for str.translate().\n\nOne argument is a dict of code points (or characters) to replacements; two are\nstrings of equal length that correspond; a third names characters to delete."},
	{Name: "__getnewargs__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
		s := asStr(v)
		return NewTuple(newStrN(s.s, s.n).Value()).Value(), nil
	})},
	{Name: "__sizeof__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) { return IntOf(textSizeof(asStr(v))), nil }), Doc: "Return the size of the string in memory, in bytes."},
}
