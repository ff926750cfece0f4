package py

import (
	"bytes"
	"math"
)

// The methods that bytes and bytearray share. Arguments are evaluated before
// the contents of the receiver are looked at: evaluating may run Python code.

// subArg is the pattern argument of the find family: bytes-like or an int.
func (t *Thread) subArg(v Value) (bytesLike, *Exc) {
	if v.p.typ.flags&FlagBytesSubclass != 0 {
		return bytesLike{b: asBytes(v).b}, nil
	}
	if isBytesLike(v) {
		return t.bytesArg(v)
	}
	if v.p.typ.slots.Index == nil {
		return bytesLike{}, t.TypeErr("argument should be integer or bytes-like object, not '%s'", v.p.typ.name)
	}
	c, err := t.byteValue(v, byteRange)
	if err != nil {
		return bytesLike{}, err
	}
	return bytesLike{b: allBytes[c : int(c)+1]}, nil
}

// searchBounds evaluates the optional start and end of the find family, which
// comes before anything else.
func (t *Thread) searchBounds(a []Value) (w window, err *Exc) {
	if w.lo, err = t.sliceIndex(a[0], 0); err == nil {
		w.hi, err = t.sliceIndex(a[1], math.MaxInt)
	}
	return w, err
}

// window is a part of a sequence as the arguments ask for it.
type window struct{ lo, hi int }

// in is that part of b and where it begins; ok is false when it is empty in a
// way that matches nothing.
func (w window) in(b []byte) (part []byte, start int, ok bool) {
	lo, hi := w.lo, w.hi
	if lo < 0 {
		lo = max(lo+len(b), 0)
	}
	if hi < 0 {
		hi = max(hi+len(b), 0)
	}
	if hi = min(hi, len(b)); lo > hi {
		return nil, 0, false
	}
	return b[lo:hi], lo, true
}

func bytesFind(last, must bool) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		w, err := t.searchBounds(a[1:])
		if err != nil {
			return Value{}, err
		}
		sub, err := t.subArg(a[0])
		if err != nil {
			return Value{}, err
		}
		defer sub.release()
		b, start, ok := w.in(t.selfBytes(v))
		i := -1
		if ok {
			if last {
				i = bytes.LastIndex(b, sub.b)
			} else {
				i = bytes.Index(b, sub.b)
			}
		}
		if i < 0 && must {
			return Value{}, t.ValueErr("subsection not found")
		}
		if i >= 0 {
			i += start
		}
		return IntOf(i), nil
	}
}

func bytesCount(t *Thread, v Value, a []Value) (Value, *Exc) {
	w, err := t.searchBounds(a[1:])
	if err != nil {
		return Value{}, err
	}
	sub, err := t.subArg(a[0])
	if err != nil {
		return Value{}, err
	}
	defer sub.release()
	b, _, ok := w.in(t.selfBytes(v))
	if !ok {
		return Int64(0), nil
	}
	if len(sub.b) == 0 {
		return IntOf(len(b) + 1), nil
	}
	return IntOf(bytes.Count(b, sub.b)), nil
}

func bytesAffix(fn string, prefix bool) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		w, err := t.searchBounds(a[1:])
		if err != nil {
			return Value{}, err
		}
		test := func(x Value) (bool, *Exc) {
			p, err := t.bytesArg(x)
			if err != nil {
				return false, err
			}
			defer p.release()
			b, _, ok := w.in(t.selfBytes(v))
			if !ok {
				return false, nil
			}
			if prefix {
				return bytes.HasPrefix(b, p.b), nil
			}
			return bytes.HasSuffix(b, p.b), nil
		}
		if tp, ok := ToTuple(a[0]); ok {
			for _, x := range tp.items {
				if ok, err := test(x); ok || err != nil {
					return Bool(ok), err
				}
			}
			return False, nil
		}
		if !isBytesLike(a[0]) {
			return Value{}, t.TypeErr("%s first arg must be bytes or a tuple of bytes, not %s", fn, a[0].p.typ.name)
		}
		ok, err := test(a[0])
		return Bool(ok), err
	}
}

// isByteSpace is the white space of bytes.
func isByteSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func bytesStrip(side int) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		drop := isByteSpace
		if a[0].p != nil && !a[0].IsNone() {
			x, err := t.bytesArg(a[0])
			if err != nil {
				return Value{}, err
			}
			var set [256]bool
			for _, c := range x.b {
				set[c] = true
			}
			x.release()
			drop = func(c byte) bool { return set[c] }
		}
		b := t.selfBytes(v)
		i, j := 0, len(b)
		if side&stripLeft != 0 {
			for i < j && drop(b[i]) {
				i++
			}
		}
		if side&stripRight != 0 {
			for i < j && drop(b[j-1]) {
				j--
			}
		}
		if i == 0 && j == len(b) && v.p.shape == shBytes {
			return v, nil
		}
		return partOf(v, b[i:j]), nil
	}
}

func bytesPartition(last bool) Fn1 {
	return func(t *Thread, v, sepv Value) (Value, *Exc) {
		sep, err := t.bytesArg(sepv)
		if err != nil {
			return Value{}, err
		}
		defer sep.release()
		if len(sep.b) == 0 {
			return Value{}, t.ValueErr("empty separator")
		}
		b := t.selfBytes(v)
		i := bytes.Index(b, sep.b)
		if last {
			i = bytes.LastIndex(b, sep.b)
		}
		if i < 0 {
			none := func() Value { return likeSelf(v, nil) }
			whole := wholeOf(t, v)
			if last {
				return NewTuple(none(), none(), whole).Value(), nil
			}
			return NewTuple(whole, none(), none()).Value(), nil
		}
		mid := sepv
		if v.p.typ.flags&FlagBytesSubclass == 0 {
			mid = partOf(v, sep.b)
		}
		return NewTuple(partOf(v, b[:i]), mid, partOf(v, b[i+len(sep.b):])).Value(), nil
	}
}

// bytesSplitArgs evaluates sep and maxsplit; sep.b nil stands for white space.
func bytesSplitArgs(t *Thread, a []Value) (sep bytesLike, limit int, err *Exc) {
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
		if sep, err = t.bytesArg(a[0]); err != nil {
			return
		}
		if len(sep.b) == 0 {
			sep.release()
			err = t.ValueErr("empty separator")
		}
	}
	return
}

func bytesSplit(t *Thread, v Value, a []Value) (Value, *Exc) {
	sep, limit, err := bytesSplitArgs(t, a)
	if err != nil {
		return Value{}, err
	}
	defer sep.release()
	b := t.selfBytes(v)
	var items []Value
	if sep.b != nil {
		count := min(bytes.Count(b, sep.b), limit)
		if count == 0 {
			return NewList([]Value{wholeOf(t, v)}).Value(), nil
		}
		items = make([]Value, 0, count+1)
		for ; count > 0; count-- {
			i := bytes.Index(b, sep.b)
			if i < 0 {
				break
			}
			items = append(items, partOf(v, b[:i]))
			b = b[i+len(sep.b):]
		}
		return NewList(append(items, partOf(v, b))).Value(), nil
	}
	for i, n := 0, len(b); ; {
		for i < n && isByteSpace(b[i]) {
			i++
		}
		if i == n {
			return NewList(items).Value(), nil
		}
		start := i
		if limit == 0 {
			i = n
		} else {
			limit--
			for i < n && !isByteSpace(b[i]) {
				i++
			}
		}
		items = append(items, partOf(v, b[start:i]))
	}
}

func bytesRSplit(t *Thread, v Value, a []Value) (Value, *Exc) {
	sep, limit, err := bytesSplitArgs(t, a)
	if err != nil {
		return Value{}, err
	}
	defer sep.release()
	b := t.selfBytes(v)
	var items []Value
	if sep.b != nil {
		for ; limit > 0; limit-- {
			i := bytes.LastIndex(b, sep.b)
			if i < 0 {
				break
			}
			items = append(items, partOf(v, b[i+len(sep.b):]))
			b = b[:i]
		}
		if items == nil {
			return NewList([]Value{wholeOf(t, v)}).Value(), nil
		}
		items = append(items, partOf(v, b))
	} else {
		for i := len(b); ; {
			for i > 0 && isByteSpace(b[i-1]) {
				i--
			}
			if i == 0 {
				break
			}
			end := i
			if limit == 0 {
				i = 0
			} else {
				limit--
				for i > 0 && !isByteSpace(b[i-1]) {
					i--
				}
			}
			items = append(items, partOf(v, b[i:end]))
		}
	}
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
	return NewList(items).Value(), nil
}

func bytesSplitLines(t *Thread, v Value, a []Value) (Value, *Exc) {
	keep, err := t.optBool(a[0])
	if err != nil {
		return Value{}, err
	}
	b := t.selfBytes(v)
	var items []Value
	for len(b) > 0 {
		i := 0
		for i < len(b) && b[i] != '\n' && b[i] != '\r' {
			i++
		}
		next := i
		if i < len(b) {
			next++
			if b[i] == '\r' && next < len(b) && b[next] == '\n' {
				next++
			}
		}
		if keep {
			i = next
		}
		items = append(items, partOf(v, b[:i]))
		b = b[next:]
	}
	return NewList(items).Value(), nil
}

func bytesJoin(t *Thread, v, iter Value) (Value, *Exc) {
	sep := t.selfBytes(v)
	if v.p.typ.flags&FlagByteArraySubclass != 0 {
		// The iterable may run code that changes the separator's size.
		x := asByteArray(v)
		x.exports.Add()
		defer x.exports.Drop()
	}
	items, err := t.joinItems(iter)
	if err != nil {
		return Value{}, err
	}
	if len(items) == 1 && items[0].p.shape == shBytes && v.p.typ.flags&FlagBytesSubclass != 0 {
		return items[0], nil
	}
	var held []bytesLike
	defer func() {
		for _, x := range held {
			x.release()
		}
	}()
	parts := make([][]byte, len(items))
	size := 0
	for i, x := range items {
		if x.p.typ.flags&FlagBytesSubclass != 0 {
			parts[i] = asBytes(x).b
		} else {
			if !isBytesLike(x) {
				return Value{}, t.TypeErr("sequence item %d: expected a bytes-like object, %s found", i, x.p.typ.name)
			}
			p, err := t.bytesArg(x)
			if err != nil {
				return Value{}, t.TypeErr("sequence item %d: expected a bytes-like object, %s found", i, x.p.typ.name)
			}
			held = append(held, p)
			parts[i] = p.b
		}
		size += len(parts[i])
	}
	if len(items) > 1 {
		size += len(sep) * (len(items) - 1)
	}
	if t.full(size) {
		return Value{}, t.MemoryErr()
	}
	fill := func(dst []byte) {
		for i, p := range parts {
			if i > 0 {
				dst = dst[copy(dst, sep):]
			}
			dst = dst[copy(dst, p):]
		}
	}
	if v.p.typ.flags&FlagBytesSubclass != 0 {
		r := allocBytes(size)
		fill(r.b)
		return canonBytes(r).Value(), nil
	}
	dst := make([]byte, size)
	fill(dst)
	return NewByteArray(dst).Value(), nil
}

func bytesReplace(t *Thread, v Value, a []Value) (Value, *Exc) {
	old, err := t.bytesArg(a[0])
	if err != nil {
		return Value{}, err
	}
	defer old.release()
	repl, err := t.bytesArg(a[1])
	if err != nil {
		return Value{}, err
	}
	defer repl.release()
	limit := -1
	if a[2].p != nil {
		if limit, err = t.AsSsize(a[2]); err != nil {
			return Value{}, err
		}
	}
	b := t.selfBytes(v)
	count := 0
	if len(old.b) == 0 {
		count = len(b) + 1
	} else {
		count = bytes.Count(b, old.b)
	}
	if limit >= 0 {
		count = min(count, limit)
	}
	if count == 0 {
		return wholeOf(t, v), nil
	}
	grow := len(repl.b) - len(old.b)
	if grow > 0 && (count > (maxObjectBytes-len(b))/grow || t.full(len(b)+count*grow)) {
		return Value{}, t.MemoryErr()
	}
	dst := make([]byte, 0, len(b)+count*grow)
	for ; count > 0; count-- {
		i := bytes.Index(b, old.b)
		if i < 0 {
			break
		}
		dst = append(dst, b[:i]...)
		dst = append(dst, repl.b...)
		b = b[i+len(old.b):]
		if len(old.b) == 0 && len(b) > 0 {
			dst = append(dst, b[0])
			b = b[1:]
		}
	}
	return likeSelf(v, append(dst, b...)), nil
}

func bytesTranslate(t *Thread, v Value, a []Value) (Value, *Exc) {
	var table []byte
	if !a[0].IsNone() {
		x, err := t.bytesArg(a[0])
		if err != nil {
			return Value{}, err
		}
		defer x.release()
		if len(x.b) != 256 {
			return Value{}, t.ValueErr("translation table must be 256 characters long")
		}
		table = x.b
	}
	var drop [256]bool
	if a[1].p != nil {
		x, err := t.bytesArg(a[1])
		if err != nil {
			return Value{}, err
		}
		for _, c := range x.b {
			drop[c] = true
		}
		x.release()
	}
	b := t.selfBytes(v)
	dst := make([]byte, 0, len(b))
	changed := false
	for _, c := range b {
		if drop[c] {
			changed = true
			continue
		}
		d := c
		if table != nil {
			d = table[c]
		}
		changed = changed || d != c
		dst = append(dst, d)
	}
	if !changed && v.p.shape == shBytes {
		return v, nil
	}
	return likeSelf(v, dst), nil
}

func bytesMakeTrans(t *Thread, _ Value, args Args) (Value, *Exc) {
	if err := args.Count(t, "maketrans", 2, 2); err != nil {
		return Value{}, err
	}
	from, err := t.bytesArg(args.vals[0])
	if err != nil {
		return Value{}, err
	}
	defer from.release()
	to, err := t.bytesArg(args.vals[1])
	if err != nil {
		return Value{}, err
	}
	defer to.release()
	if len(from.b) != len(to.b) {
		return Value{}, t.ValueErr("maketrans arguments must have same length")
	}
	table := append([]byte(nil), allBytes...)
	for i, c := range from.b {
		table[c] = to.b[i]
	}
	return NewBytes(table).Value(), nil
}

// padBytes puts fill bytes around the receiver.
func padBytes(t *Thread, v Value, left, right int, fill byte) (Value, *Exc) {
	if t.full(left) || t.full(right) || t.full(left+right) {
		return Value{}, t.MemoryErr()
	}
	b := t.selfBytes(v)
	dst := make([]byte, left+len(b)+right)
	for i := 0; i < left; i++ {
		dst[i] = fill
	}
	copy(dst[left:], b)
	for i := left + len(b); i < len(dst); i++ {
		dst[i] = fill
	}
	return likeSelf(v, dst), nil
}

func bytesPad(fn string, split func(missing, width int) int) FnSig {
	return func(t *Thread, v Value, a []Value) (Value, *Exc) {
		width, err := t.AsSsize(a[0])
		if err != nil {
			return Value{}, err
		}
		fill := byte(' ')
		if f := a[1]; f.p != nil {
			var b []byte
			if x, ok := ToBytes(f); ok {
				b = x.b
			} else if x, ok := ToByteArray(f); ok {
				b = x.Data(t)
			}
			if len(b) != 1 {
				return Value{}, t.TypeErr("%s() argument 2 must be a byte string of length 1, not %s", fn, argTypeName(f))
			}
			fill = b[0]
		}
		missing := width - len(t.selfBytes(v))
		if width < 0 || missing <= 0 {
			return wholeOf(t, v), nil
		}
		left := split(missing, width)
		return padBytes(t, v, left, missing-left, fill)
	}
}

func bytesZfill(t *Thread, v, wv Value) (Value, *Exc) {
	width, err := t.AsInt(wv)
	if err != nil {
		return Value{}, err
	}
	b := t.selfBytes(v)
	fill := width - len(b)
	if width < 0 || fill <= 0 {
		return wholeOf(t, v), nil
	}
	r, err := padBytes(t, v, fill, 0, '0')
	if err != nil {
		return Value{}, err
	}
	if d := t.selfBytes(r); len(d) > fill && (d[fill] == '+' || d[fill] == '-') {
		d[0], d[fill] = d[fill], '0'
	}
	return r, nil
}

func bytesExpandTabs(t *Thread, v Value, a []Value) (Value, *Exc) {
	size := 8
	if a[0].p != nil {
		n, err := t.asCInt(a[0])
		if err != nil {
			return Value{}, err
		}
		size = n
	}
	var dst []byte
	col := 0
	src := t.selfBytes(v)
	for i, c := range src {
		if c != '\t' {
			dst = append(dst, c)
			col++
			if c == '\n' || c == '\r' {
				col = 0
			}
			continue
		}
		if size > 0 {
			k := size - col%size
			var err *Exc
			if dst, err = t.Grow(dst, k+len(src)-i); err != nil {
				return Value{}, err
			}
			col += k
			for ; k > 0; k-- {
				dst = append(dst, ' ')
			}
		}
	}
	return likeSelf(v, dst), nil
}

func isLowerByte(c byte) bool { return c >= 'a' && c <= 'z' }
func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }
func isAlphaByte(c byte) bool { return isLowerByte(c | 0x20) }
func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// bytesMap makes a method that maps each byte, given whether the one before is
// a letter.
func bytesMap(f func(c byte, i int, inWord bool) byte) Fn0 {
	return func(t *Thread, v Value) (Value, *Exc) {
		b := t.selfBytes(v)
		dst := make([]byte, len(b))
		word := false
		for i, c := range b {
			dst[i] = f(c, i, word)
			word = isAlphaByte(c)
		}
		return likeSelf(v, dst), nil
	}
}

func upperByte(c byte) byte {
	if isLowerByte(c) {
		return c - 0x20
	}
	return c
}

func lowerByte(c byte) byte {
	if isUpperByte(c) {
		return c + 0x20
	}
	return c
}

// bytesAll makes a method that tests all bytes; empty contents fail.
func bytesAll(f func(c byte) bool) Fn0 {
	return func(t *Thread, v Value) (Value, *Exc) {
		b := t.selfBytes(v)
		for _, c := range b {
			if !f(c) {
				return False, nil
			}
		}
		return Bool(len(b) > 0), nil
	}
}

// bytesCased makes islower or isupper: some bytes are wanted, none is unwanted.
func bytesCased(wanted, unwanted func(byte) bool) Fn0 {
	return func(t *Thread, v Value) (Value, *Exc) {
		some := false
		for _, c := range t.selfBytes(v) {
			if unwanted(c) {
				return False, nil
			}
			some = some || wanted(c)
		}
		return Bool(some), nil
	}
}

func bytesIsTitle(t *Thread, v Value) (Value, *Exc) {
	some, word := false, false
	for _, c := range t.selfBytes(v) {
		if isUpperByte(c) && word || isLowerByte(c) && !word {
			return False, nil
		}
		word = isAlphaByte(c)
		some = some || word
	}
	return Bool(some), nil
}

func bytesRemoveAffix(cut func(b, x []byte) []byte) Fn1 {
	return func(t *Thread, v, x Value) (Value, *Exc) {
		p, err := t.bytesArg(x)
		if err != nil {
			return Value{}, err
		}
		defer p.release()
		b := t.selfBytes(v)
		r := cut(b, p.b)
		if len(r) == len(b) {
			return wholeOf(t, v), nil
		}
		return partOf(v, r), nil
	}
}

func bytesDecode(t *Thread, v Value, a []Value) (Value, *Exc) {
	enc, err := t.argText("decode", "encoding", a[0], "")
	if err != nil {
		return Value{}, err
	}
	errs, err := t.argText("decode", "errors", a[1], "")
	if err != nil {
		return Value{}, err
	}
	b := t.selfBytes(v)
	if v.p.typ.flags&FlagBytesSubclass == 0 {
		b = append([]byte(nil), b...)
	}
	if len(b) == 0 { // whatever the encoding, but for development mode
		return emptyStr.Value(), t.checkCodecNames(enc, errs)
	}
	if enc == "" && a[0].p != nil {
		return Value{}, t.Raise(LookupError, "unknown encoding: ")
	}
	s, err := t.Decode(b, enc, errs)
	if err != nil {
		return Value{}, err
	}
	return s.Value(), nil
}

// sharedBytesMethods are the methods that bytes and bytearray have in common.
func sharedBytesMethods(tp *Type) []MethodSpec {
	return []MethodSpec{
		{Name: "capitalize", Doc: "Return a copy with the first byte in upper case and the rest in lower case.", Fn: bytesMap(func(c byte, i int, _ bool) byte {
			if i == 0 {
				return upperByte(c)
			}
			return lowerByte(c)
		})},
		{Name: "center", Sig: "width, fillchar=b' ', /", Fn: bytesPad("center", func(m, w int) int { return m/2 + (m & w & 1) }), Doc: "Return a centred copy of length width."},
		{Name: "count", Sig: "sub[, start[, end]], /", Fn: FnSig(bytesCount), Doc: "Return the number of non-overlapping occurrences of sub in B[start:end]."},
		{Name: "decode", Sig: "encoding='utf-8', errors='strict'", Fn: FnSig(bytesDecode), Doc: "Decode the bytes with the codec registered for encoding."},
		{Name: "endswith", Sig: "suffix[, start[, end]], /", Fn: bytesAffix("endswith", false), Doc: "Tell whether B[start:end] ends with suffix, or with one of a tuple of them."},
		{Name: "expandtabs", Sig: "tabsize=8", Fn: FnSig(bytesExpandTabs), Doc: "Return a copy where tabs are expanded with spaces."},
		{Name: "find", Sig: "sub[, start[, end]], /", Fn: bytesFind(false, false), Doc: "Return the lowest index where sub is found within B[start:end], or -1."},
		{Name: "fromhex", Sig: "string, /", Class: true, Fn: classFromHex(tp), Doc: "Make an object from a string of hexadecimal numbers; spaces between them are accepted."},
		{Name: "hex", Sig: "sep=<unrepresentable>, bytes_per_sep=1", Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) { return t.hexOf(t.selfBytes(v), a[0], a[1]) }), Doc: "Return a string of two hexadecimal digits for each byte, with sep between\ngroups of bytes_per_sep, counted from the right (from the left if negative)."},
		{Name: "index", Sig: "sub[, start[, end]], /", Fn: bytesFind(false, true), Doc: "Like find, but raise ValueError when sub is not found."},
		{Name: "isalnum", Fn: bytesAll(func(c byte) bool { return isAlphaByte(c) || isDigitByte(c) }), Doc: "Tell whether all bytes are ASCII letters or digits and there is one."},
		{Name: "isalpha", Fn: bytesAll(isAlphaByte), Doc: "Tell whether all bytes are ASCII letters and there is one."},
		{Name: "isascii", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
			for _, c := range t.selfBytes(v) {
				if c >= 0x80 {
					return False, nil
				}
			}
			return True, nil
		}), Doc: "Tell whether all bytes are ASCII; no bytes are."},
		{Name: "isdigit", Fn: bytesAll(isDigitByte), Doc: "Tell whether all bytes are ASCII digits and there is one."},
		{Name: "islower", Fn: bytesCased(isLowerByte, isUpperByte), Doc: "Tell whether there is an ASCII letter and all of them are lower case."},
		{Name: "isspace", Fn: bytesAll(isByteSpace), Doc: "Tell whether all bytes are ASCII white space and there is one."},
		{Name: "istitle", Fn: Fn0(bytesIsTitle), Doc: "Tell whether the bytes are in title case."},
		{Name: "isupper", Fn: bytesCased(isUpperByte, isLowerByte), Doc: "Tell whether there is an ASCII letter and all of them are upper case."},
		{Name: "join", Sig: "iterable_of_bytes, /", Fn: Fn1(bytesJoin), Doc: "Concatenate any number of bytes-like objects with this one between each two."},
		{Name: "ljust", Sig: "width, fillchar=b' ', /", Fn: bytesPad("ljust", func(m, w int) int { return 0 }), Doc: "Return a left-justified copy of length width."},
		{Name: "lower", Fn: bytesMap(func(c byte, _ int, _ bool) byte { return lowerByte(c) }), Doc: "Return a copy with ASCII letters in lower case."},
		{Name: "lstrip", Sig: "bytes=None, /", Fn: bytesStrip(stripLeft), Doc: "Strip leading bytes: those in the argument, or white space."},
		{Name: "maketrans", Sig: "frm, to, /", Static: true, Fn: FnRaw(bytesMakeTrans), Doc: "Return a translation table that maps each byte of the first argument to the\none at the same place of the second."},
		{Name: "partition", Sig: "sep, /", Fn: bytesPartition(false), Doc: "Split at the first sep into what is before it, sep, and what is after it."},
		{Name: "removeprefix", Sig: "prefix, /", Fn: bytesRemoveAffix(bytes.TrimPrefix), Doc: "Return a copy without the given prefix if it is there."},
		{Name: "removesuffix", Sig: "suffix, /", Fn: bytesRemoveAffix(bytes.TrimSuffix), Doc: "Return a copy without the given suffix if it is there."},
		{Name: "replace", Sig: "old, new, count=-1, /", Fn: FnSig(bytesReplace), Doc: "Return a copy with occurrences of old replaced by new: the first count ones,\nor all of them if count is -1."},
		{Name: "rfind", Sig: "sub[, start[, end]], /", Fn: bytesFind(true, false), Doc: "Return the highest index where sub is found within B[start:end], or -1."},
		{Name: "rindex", Sig: "sub[, start[, end]], /", Fn: bytesFind(true, true), Doc: "Like rfind, but raise ValueError when sub is not found."},
		{Name: "rjust", Sig: "width, fillchar=b' ', /", Fn: bytesPad("rjust", func(m, w int) int { return m }), Doc: "Return a right-justified copy of length width."},
		{Name: "rpartition", Sig: "sep, /", Fn: bytesPartition(true), Doc: "Split at the last sep into what is before it, sep, and what is after it."},
		{Name: "rsplit", Sig: "sep=None, maxsplit=-1", Fn: FnSig(bytesRSplit), Doc: "Like split, but splits are counted from the right."},
		{Name: "rstrip", Sig: "bytes=None, /", Fn: bytesStrip(stripRight), Doc: "Strip trailing bytes: those in the argument, or white space."},
		{Name: "split", Sig: "sep=None, maxsplit=-1", Fn: FnSig(bytesSplit), Doc: "Return a list of the parts between separators, at most maxsplit splits from\nthe left. Without sep, runs of white space separate."},
		{Name: "splitlines", Sig: "keepends=False", Fn: FnSig(bytesSplitLines), Doc: "Return a list of the lines, without line ends unless keepends is true."},
		{Name: "startswith", Sig: "prefix[, start[, end]], /", Fn: bytesAffix("startswith", true), Doc: "Tell whether B[start:end] starts with prefix, or with one of a tuple of them."},
		{Name: "strip", Sig: "bytes=None, /", Fn: bytesStrip(stripLeft | stripRight), Doc: "Strip leading and trailing bytes: those in the argument, or white space."},
		{Name: "swapcase", Doc: "Return a copy with upper and lower case ASCII letters exchanged.", Fn: bytesMap(func(c byte, _ int, _ bool) byte {
			if isAlphaByte(c) {
				return c ^ 0x20
			}
			return c
		})},
		{Name: "title", Doc: "Return a copy where each word starts in upper case and goes on in lower case.", Fn: bytesMap(func(c byte, _ int, word bool) byte {
			if word {
				return lowerByte(c)
			}
			return upperByte(c)
		})},
		{Name: "translate", Sig: "table, /, delete=b''", Fn: FnSig(bytesTranslate), Doc: "Return a copy without the bytes in delete, the others mapped by table of 256\nbytes (None: as they are)."},
		{Name: "upper", Fn: bytesMap(func(c byte, _ int, _ bool) byte { return upperByte(c) }), Doc: "Return a copy with ASCII letters in upper case."},
		{Name: "zfill", Sig: "width, /", Fn: Fn1(bytesZfill), Doc: "Fill with zeros on the left, behind a sign, to a length of width."},
	}
}
