package py

import (
	"math"
	"strings"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/unidata"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// span evaluates the optional start and end arguments of the find family and
// clips them to n.
func (t *Thread) span(a []Value, n int) (start, end int, err *Exc) {
	if start, err = t.sliceIndex(a[0], 0); err != nil {
		return
	}
	if end, err = t.sliceIndex(a[1], math.MaxInt); err != nil {
		return
	}
	if end > n {
		end = n
	} else if end < 0 {
		end = max(end+n, 0)
	}
	if start < 0 {
		start = max(start+n, 0)
	}
	return
}

// findText is the search of find, rfind, index and rindex; -1 when absent.
func findText(t *Thread, fn string, v Value, a []Value, last bool) (int, *Exc) {
	s := asStr(v)
	sub, err := t.argStr(fn, 1, a[0])
	if err != nil {
		return 0, err
	}
	start, end, err := t.span(a[1:], s.n)
	if err != nil {
		return 0, err
	}
	if start > end {
		return -1, nil
	}
	lo, hi := s.byteOffset(start), s.byteOffset(end)
	var i int
	if last {
		i = strings.LastIndex(s.s[lo:hi], sub.s)
	} else {
		i = strings.Index(s.s[lo:hi], sub.s)
	}
	if i < 0 || s.ASCII() {
		if i >= 0 {
			i += lo
		}
		return i, nil
	}
	if i < 256 {
		return start + textLen(s.s[lo:lo+i]), nil
	}
	return s.indexOf().RuneOffset(s.s, lo+i), nil
}

// textLen is the length in code points of a WTF-8 text.
func textLen(s string) int {
	n, _ := wtf8.CountRunes(s)
	return n
}

func findMethod(fn string, last, must bool) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		i, err := findText(t, fn, v, a, last)
		if err == nil && i < 0 && must {
			err = t.ValueErr("substring not found")
		}
		return IntOf(i), err
	}
}

func textCount(t *Thread, v Value, a []Value) (Value, *Exc) {
	s := asStr(v)
	sub, err := t.argStr("count", 1, a[0])
	if err != nil {
		return Value{}, err
	}
	start, end, err := t.span(a[1:], s.n)
	if err != nil {
		return Value{}, err
	}
	if start > end {
		return Int64(0), nil
	}
	if sub.n == 0 {
		return IntOf(end - start + 1), nil
	}
	return IntOf(strings.Count(s.s[s.byteOffset(start):s.byteOffset(end)], sub.s)), nil
}

// affixMethod is startswith (prefix) and endswith.
func affixMethod(fn string, prefix bool) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		s := asStr(v)
		start, end, err := t.span(a[1:], s.n)
		if err != nil {
			return Value{}, err
		}
		text := ""
		if start <= end {
			text = s.s[s.byteOffset(start):s.byteOffset(end)]
		}
		match := func(x *Str) bool {
			if start > end {
				return false
			}
			if prefix {
				return strings.HasPrefix(text, x.s)
			}
			return strings.HasSuffix(text, x.s)
		}
		if tp, ok := ToTuple(a[0]); ok {
			for _, x := range tp.items {
				p, ok := ToStr(x)
				if !ok {
					return Value{}, t.TypeErr("tuple for %s must only contain str, not %s", fn, x.p.typ.name)
				}
				if match(p) {
					return True, nil
				}
			}
			return False, nil
		}
		p, ok := ToStr(a[0])
		if !ok {
			return Value{}, t.TypeErr("%s first arg must be str or a tuple of str, not %s", fn, a[0].p.typ.name)
		}
		return Bool(match(p)), nil
	}
}

// asciiSpace marks the ASCII white space of str: bytes have less of it.
var asciiSpace = [128]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 0x1c: true, 0x1d: true, 0x1e: true, 0x1f: true, ' ': true}

const (
	stripLeft = 1 << iota
	stripRight
)

// cut returns the code points in the bytes from a to b of s.
func (s *Str) cut(a, b int) *Str {
	if s.ASCII() {
		return s.bytesAt(a, b, b-a)
	}
	n, _ := wtf8.CountRunes(s.s[a:b])
	return s.bytesAt(a, b, n)
}

// stripRunes cuts off code points for which drop is true; it returns offsets.
func stripRunes(s string, side int, drop func(rune) bool) (a, b int) {
	a, b = 0, len(s)
	if side&stripLeft != 0 {
		for a < b {
			r, n := wtf8.DecodeRuneAt(s, a)
			if !drop(r) {
				break
			}
			a += n
		}
	}
	if side&stripRight != 0 {
		for a < b {
			r, n := wtf8.DecodeLastRune(s[a:b])
			if !drop(r) {
				break
			}
			b -= n
		}
	}
	return a, b
}

// stripASCII is stripRunes for a set of ASCII characters: no byte of another
// character is one of them.
func stripASCII(s string, side int, drop string) (a, b int) {
	var set [4]uint64
	for i := 0; i < len(drop); i++ {
		set[drop[i]>>6] |= 1 << (drop[i] & 63)
	}
	a, b = 0, len(s)
	if side&stripLeft != 0 {
		for a < b && set[s[a]>>6]&(1<<(s[a]&63)) != 0 {
			a++
		}
	}
	if side&stripRight != 0 {
		for a < b && set[s[b-1]>>6]&(1<<(s[b-1]&63)) != 0 {
			b--
		}
	}
	return a, b
}

func isSpaceRune(r rune) bool {
	if r < 128 {
		return asciiSpace[r]
	}
	return unidata.IsSpace(r)
}

func stripMethod(fn string, side int) FnSig {
	return func(t *Thread, v Value, args []Value) (Value, *Exc) {
		s := asStr(v)
		var a, b int
		if chars := args[0]; chars.p == nil || chars.IsNone() {
			a, b = 0, len(s.s)
			if s.ASCII() {
				if side&stripLeft != 0 {
					for a < b && asciiSpace[s.s[a]] {
						a++
					}
				}
				if side&stripRight != 0 {
					for a < b && asciiSpace[s.s[b-1]] {
						b--
					}
				}
			} else {
				a, b = stripRunes(s.s, side, isSpaceRune)
			}
		} else {
			set, ok := ToStr(chars)
			if !ok {
				return Value{}, t.TypeErr("%s arg must be None or str", fn)
			}
			if set.ASCII() {
				a, b = stripASCII(s.s, side, set.s)
			} else {
				a, b = stripRunes(s.s, side, runeSet(set))
			}
		}
		return s.cut(a, b).Value(), nil
	}
}

// runeSet returns a test for membership in the code points of s.
func runeSet(s *Str) func(rune) bool {
	if s.n <= 8 {
		return func(r rune) bool {
			for i := 0; i < len(s.s); {
				c, n := wtf8.DecodeRuneAt(s.s, i)
				if c == r {
					return true
				}
				i += n
			}
			return false
		}
	}
	set := make(map[rune]bool, s.n)
	for _, r := range wtf8.Runes(s.s) {
		set[r] = true
	}
	return func(r rune) bool { return set[r] }
}

func textPartition(t *Thread, v, sepv Value) (Value, *Exc) {
	s := asStr(v)
	sep, ok := ToStr(sepv)
	if !ok {
		return Value{}, t.TypeErr("must be str, not %s", sepv.p.typ.name)
	}
	if sep.n == 0 {
		return Value{}, t.ValueErr("empty separator")
	}
	i := strings.Index(s.s, sep.s)
	if i < 0 {
		return NewTuple(exactStr(s).Value(), emptyStr.Value(), emptyStr.Value()).Value(), nil
	}
	return NewTuple(s.cut(0, i).Value(), exactStr(sep).Value(), s.cut(i+len(sep.s), len(s.s)).Value()).Value(), nil
}

func textRPartition(t *Thread, v, sepv Value) (Value, *Exc) {
	s := asStr(v)
	sep, ok := ToStr(sepv)
	if !ok {
		return Value{}, t.TypeErr("must be str, not %s", sepv.p.typ.name)
	}
	if sep.n == 0 {
		return Value{}, t.ValueErr("empty separator")
	}
	i := strings.LastIndex(s.s, sep.s)
	if i < 0 {
		return NewTuple(emptyStr.Value(), emptyStr.Value(), exactStr(s).Value()).Value(), nil
	}
	return NewTuple(s.cut(0, i).Value(), exactStr(sep).Value(), s.cut(i+len(sep.s), len(s.s)).Value()).Value(), nil
}

func textRemovePrefix(t *Thread, v, x Value) (Value, *Exc) {
	s := asStr(v)
	p, err := t.argStr("removeprefix", 0, x)
	if err != nil {
		return Value{}, err
	}
	if strings.HasPrefix(s.s, p.s) {
		return s.bytesAt(len(p.s), len(s.s), s.n-p.n).Value(), nil
	}
	return exactStr(s).Value(), nil
}

func textRemoveSuffix(t *Thread, v, x Value) (Value, *Exc) {
	s := asStr(v)
	p, err := t.argStr("removesuffix", 0, x)
	if err != nil {
		return Value{}, err
	}
	if strings.HasSuffix(s.s, p.s) {
		return s.bytesAt(0, len(s.s)-len(p.s), s.n-p.n).Value(), nil
	}
	return exactStr(s).Value(), nil
}

func textReplace(t *Thread, v Value, a []Value) (Value, *Exc) {
	s := asStr(v)
	old, err := t.argStr("replace", 1, a[0])
	if err != nil {
		return Value{}, err
	}
	repl, err := t.argStr("replace", 2, a[1])
	if err != nil {
		return Value{}, err
	}
	limit := -1
	if a[2].p != nil {
		if limit, err = t.AsSsize(a[2]); err != nil {
			return Value{}, err
		}
	}
	r, err := replaceText(t, s, old, repl, limit)
	if err != nil {
		return Value{}, err
	}
	return r.Value(), nil
}

func replaceText(t *Thread, s, old, repl *Str, limit int) (*Str, *Exc) {
	if limit < 0 {
		limit = math.MaxInt
	}
	if limit == 0 || old.s == repl.s {
		return exactStr(s), nil
	}
	var count int
	if old.n == 0 {
		count = min(s.n+1, limit)
	} else if count = strings.Count(s.s, old.s); count > limit {
		count = limit
	}
	if count == 0 {
		return exactStr(s), nil
	}
	grow := len(repl.s) - len(old.s)
	if grow > 0 && (count > (maxObjectBytes-len(s.s))/grow || t.full(len(s.s)+count*grow)) {
		return nil, t.MemoryErr()
	}
	size, n := len(s.s)+count*grow, s.n+count*(repl.n-old.n)
	r, dst := allocStr(size, n)
	src := s.s
	if old.n == 0 {
		for i := 0; i < count; i++ {
			dst = dst[copy(dst, repl.s):]
			if len(src) > 0 {
				_, w := wtf8.DecodeRune(src)
				dst = dst[copy(dst, src[:w]):]
				src = src[w:]
			}
		}
		copy(dst, src)
		return canonStr(r), nil
	}
	for ; count > 0; count-- {
		if count%pollEvery == 0 {
			if err := t.Poll(); err != nil {
				return nil, err
			}
		}
		i := strings.Index(src, old.s)
		dst = dst[copy(dst, src[:i]):]
		dst = dst[copy(dst, repl.s):]
		src = src[i+len(old.s):]
	}
	copy(dst, src)
	return canonStr(r), nil
}

// canonStr returns the shared object of a str of one character, if there is one.
func canonStr(s *Str) *Str {
	if c := knownStr(s.s); c != nil {
		return c
	}
	return s
}

// Split and join.

// splitArgs evaluates sep and maxsplit; sep nil stands for white space.
func splitArgs(t *Thread, a []Value) (sep *Str, limit int, err *Exc) {
	limit = -1
	if a[1].p != nil {
		if limit, err = t.AsSsize(a[1]); err != nil {
			return
		}
	}
	if limit < 0 {
		limit = math.MaxInt
	}
	if a[0].p != nil && !a[0].IsNone() {
		var ok bool
		if sep, ok = ToStr(a[0]); !ok {
			return nil, 0, t.TypeErr("must be str or None, not %s", a[0].p.typ.name)
		}
		if sep.n == 0 {
			return nil, 0, t.ValueErr("empty separator")
		}
	}
	return
}

func textSplit(t *Thread, v Value, a []Value) (Value, *Exc) {
	s := asStr(v)
	sep, limit, err := splitArgs(t, a)
	if err != nil {
		return Value{}, err
	}
	if sep == nil {
		return NewList(splitSpace(s, limit)).Value(), nil
	}
	return NewList(splitSep(s, sep.s, limit)).Value(), nil
}

func splitSep(s *Str, sep string, limit int) []Value {
	count := strings.Count(s.s, sep)
	count = min(count, limit)
	if count == 0 {
		return []Value{exactStr(s).Value()}
	}
	items := make([]Value, 0, count+1)
	text, at := s.s, 0
	if len(sep) == 1 {
		c := sep[0]
		for ; count > 0; count-- {
			i := at + strings.IndexByte(text[at:], c)
			items = append(items, s.cut(at, i).Value())
			at = i + 1
		}
	} else {
		for ; count > 0; count-- {
			i := at + strings.Index(text[at:], sep)
			items = append(items, s.cut(at, i).Value())
			at = i + len(sep)
		}
	}
	return append(items, s.cut(at, len(text)).Value())
}

func splitSpace(s *Str, limit int) []Value {
	var items []Value
	text := s.s
	i, n := 0, len(text)
	if s.ASCII() {
		words := 0
		space := true
		for j := 0; j < n; j++ {
			sp := asciiSpace[text[j]]
			if space && !sp {
				words++
			}
			space = sp
		}
		items = make([]Value, 0, min(words, max(limit, limit+1)))
		for {
			for i < n && asciiSpace[text[i]] {
				i++
			}
			if i == n {
				return items
			}
			start := i
			if limit == 0 {
				return append(items, s.bytesAt(start, n, n-start).Value())
			}
			limit--
			for i < n && !asciiSpace[text[i]] {
				i++
			}
			items = append(items, s.bytesAt(start, i, i-start).Value())
		}
	}
	for {
		for i < n {
			r, w := wtf8.DecodeRuneAt(text, i)
			if !isSpaceRune(r) {
				break
			}
			i += w
		}
		if i == n {
			return items
		}
		start := i
		if limit == 0 {
			return append(items, s.cut(start, n).Value())
		}
		limit--
		count := 0
		for i < n {
			r, w := wtf8.DecodeRuneAt(text, i)
			if isSpaceRune(r) {
				break
			}
			i += w
			count++
		}
		items = append(items, s.bytesAt(start, i, count).Value())
	}
}

func textRSplit(t *Thread, v Value, a []Value) (Value, *Exc) {
	s := asStr(v)
	sep, limit, err := splitArgs(t, a)
	if err != nil {
		return Value{}, err
	}
	var items []Value
	end := len(s.s)
	if sep == nil {
		for {
			_, end = stripRunes(s.s[:end], stripRight, isSpaceRune)
			if end == 0 {
				break
			}
			if limit == 0 {
				items = append(items, s.cut(0, end).Value())
				break
			}
			limit--
			_, b := stripRunes(s.s[:end], stripRight, func(r rune) bool { return !isSpaceRune(r) })
			items = append(items, s.cut(b, end).Value())
			end = b
		}
	} else {
		for limit > 0 {
			i := strings.LastIndex(s.s[:end], sep.s)
			if i < 0 {
				break
			}
			items = append(items, s.cut(i+len(sep.s), end).Value())
			end = i
			limit--
		}
		items = append(items, s.cut(0, end).Value())
	}
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
	return NewList(items).Value(), nil
}

func textSplitLines(t *Thread, v Value, a []Value) (Value, *Exc) {
	keep, err := t.optBool(a[0])
	if err != nil {
		return Value{}, err
	}
	s := asStr(v)
	var items []Value
	text, ascii := s.s, s.ASCII()
	for at := 0; at < len(text); {
		i, eol, count := at, 0, 0
		for i < len(text) {
			if c := text[i]; c < 0x80 {
				if c <= 0x1e && (c >= '\n' && c <= '\r' || c >= 0x1c) {
					eol = 1
					if c == '\r' && i+1 < len(text) && text[i+1] == '\n' {
						eol = 2
					}
					break
				}
				i++
				count++
				continue
			}
			r, w := wtf8.DecodeRuneAt(text, i)
			if r == 0x85 || r == 0x2028 || r == 0x2029 {
				eol = w
				break
			}
			i += w
			count++
		}
		next := i + eol
		end := i
		if keep {
			end = next
		}
		if ascii {
			items = append(items, s.bytesAt(at, end, end-at).Value())
		} else {
			if keep && eol > 0 {
				count++
				if eol == 2 && text[i] == '\r' {
					count++
				}
			}
			items = append(items, s.bytesAt(at, end, count).Value())
		}
		at = next
	}
	return NewList(items).Value(), nil
}

// optBool is the truth of an optional argument that is False by default.
func (t *Thread) optBool(v Value) (bool, *Exc) {
	if v.p == nil {
		return false, nil
	}
	return t.Truth(v)
}

func textJoin(t *Thread, v, iter Value) (Value, *Exc) {
	items, err := t.joinItems(iter)
	if err != nil {
		return Value{}, err
	}
	return joinText(t, asStr(v), items)
}

// joinItems returns the items to join without copying where it is safe.
func (t *Thread) joinItems(iter Value) ([]Value, *Exc) {
	switch iter.p.shape {
	case shTuple:
		return asTuple(iter).items, nil
	case shList:
		if !t.ft {
			return asList(iter).items, nil
		}
		return asList(iter).Snapshot(t), nil
	}
	if s := &iter.p.typ.slots; s.Iter == nil && s.GetItem == nil && s.Item == nil {
		return nil, t.TypeErr("can only join an iterable")
	}
	it, err := t.Iter(iter)
	if err != nil {
		if err.Is(TypeError) { // whatever the reason
			err = t.TypeErr("can only join an iterable")
		}
		return nil, err
	}
	return t.Items(it)
}

func joinText(t *Thread, sep *Str, items []Value) (Value, *Exc) {
	switch len(items) {
	case 0:
		return emptyStr.Value(), nil
	case 1:
		if items[0].p.shape == shStr {
			return items[0], nil
		}
	}
	size, n := len(sep.s)*(len(items)-1), sep.n*(len(items)-1)
	for i, x := range items {
		if x.p.typ.flags&FlagStrSubclass == 0 {
			return Value{}, t.TypeErr("sequence item %d: expected str instance, %s found", i, x.p.typ.name)
		}
		size += len(asStr(x).s)
		n += asStr(x).n
	}
	if t.full(size) {
		return Value{}, t.MemoryErr()
	}
	r, dst := allocStr(size, n)
	at := 0
	for i, x := range items {
		if i > 0 {
			at += copy(dst[at:], sep.s)
		}
		at += copy(dst[at:], asStr(x).s)
	}
	return canonStr(r).Value(), nil
}

// bytesStr makes a str of n code points from bytes that nobody else keeps.
func bytesStr(b []byte, n int) *Str {
	return newStrN(unsafe.String(unsafe.SliceData(b), len(b)), n)
}
