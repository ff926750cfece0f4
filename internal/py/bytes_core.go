package py

import (
	"math"
	"strings"
	"sync/atomic"
	"unsafe"
)

// Bytes is a bytes object; its contents never change.
type Bytes struct {
	Header
	hash uint64 // 0: not computed
	b    []byte
}

// ByteArray is a bytearray, which cannot be resized while it exports its memory.
// Without a GIL its fields are read and written under the header's lock; the
// bytes themselves are shared memory like that of any buffer.
type ByteArray struct {
	Header
	b       []byte
	exports Exports
}

// BytesType and ByteArrayType are bytes and bytearray.
var (
	BytesType     = new(Type)
	ByteArrayType = new(Type)
)

func asBytes(v Value) *Bytes         { return (*Bytes)(v.ptr()) }
func asByteArray(v Value) *ByteArray { return (*ByteArray)(v.ptr()) }

// Empty and one-byte bytes objects exist once. bootTypes sets their types.
var (
	emptyBytes = &Bytes{}
	oneByte    [256]Bytes
	allBytes   = func() []byte {
		b := make([]byte, 256)
		for i := range b {
			b[i] = byte(i)
		}
		return b
	}()
)

type (
	bytes16 struct {
		Bytes
		buf [16]byte
	}
	bytes48 struct {
		Bytes
		buf [48]byte
	}
	bytes80 struct {
		Bytes
		buf [80]byte
	}
	bytes144 struct {
		Bytes
		buf [maxInlineBytes]byte
	}
)

const maxInlineBytes = 144

// allocBytes makes a bytes object of n bytes for the caller to fill in before
// anyone sees it.
func allocBytes(n int) *Bytes {
	var b *Bytes
	switch {
	case n == 0:
		return emptyBytes
	case n <= 16:
		x := &bytes16{}
		x.b = x.buf[:n:n]
		b = &x.Bytes
	case n <= 48:
		x := &bytes48{}
		x.b = x.buf[:n:n]
		b = &x.Bytes
	case n <= 80:
		x := &bytes80{}
		x.b = x.buf[:n:n]
		b = &x.Bytes
	case n <= maxInlineBytes:
		x := &bytes144{}
		x.b = x.buf[:n:n]
		b = &x.Bytes
	default:
		b = &Bytes{b: make([]byte, n)}
	}
	b.typ, b.shape = BytesType, shBytes
	return b
}

// NewBytes makes a bytes object that keeps b.
func NewBytes(b []byte) *Bytes {
	if len(b) <= 1 {
		if len(b) == 0 {
			return emptyBytes
		}
		return &oneByte[b[0]]
	}
	x := &Bytes{b: b}
	x.typ, x.shape = BytesType, shBytes
	return x
}

// CopyBytes makes a bytes object from bytes that the caller keeps.
func CopyBytes(b []byte) *Bytes {
	if len(b) <= 1 {
		return NewBytes(b)
	}
	x := allocBytes(len(b))
	copy(x.b, b)
	return x
}

// bytesOfString is CopyBytes for a string.
func bytesOfString(s string) *Bytes {
	if len(s) <= 1 {
		if s == "" {
			return emptyBytes
		}
		return &oneByte[s[0]]
	}
	x := allocBytes(len(s))
	copy(x.b, s)
	return x
}

// NewByteArray makes a bytearray that keeps b.
func NewByteArray(b []byte) *ByteArray {
	x := &ByteArray{b: b}
	x.typ, x.shape = ByteArrayType, ByteArrayType.root.id
	return x
}

// Value returns the object as a value.
func (b *Bytes) Value() Value { return Value{&b.Header, 0} }

// Bytes returns the contents; the caller does not change them.
func (b *Bytes) Bytes() []byte { return b.b }

// Value returns the object as a value.
func (b *ByteArray) Value() Value { return Value{&b.Header, 0} }

// ToBytes returns v as bytes if it is one (subclasses included).
func ToBytes(v Value) (*Bytes, bool) {
	if v.p != nil && v.p.typ.flags&FlagBytesSubclass != 0 {
		return asBytes(v), true
	}
	return nil, false
}

// ToByteArray returns v as a bytearray if it is one (subclasses included).
func ToByteArray(v Value) (*ByteArray, bool) {
	if v.p != nil && v.p.typ.flags&FlagByteArraySubclass != 0 {
		return asByteArray(v), true
	}
	return nil, false
}

// Data returns the current contents. The slice stays valid memory, but shows
// the object's bytes only until it is resized.
func (b *ByteArray) Data(t *Thread) []byte {
	b.Lock(t)
	d := b.b
	b.Unlock(t)
	return d
}

// snapshot returns a copy of the contents.
func (b *ByteArray) snapshot(t *Thread) []byte { return append([]byte(nil), b.Data(t)...) }

// hashOf is the hash of the contents, the same as that of an ASCII str.
func (b *Bytes) hashOf() int64 {
	h := atomic.LoadUint64(&b.hash)
	if h == 0 {
		h = hashBytes(asString(b.b))
		atomic.StoreUint64(&b.hash, h)
	}
	return int64(h)
}

// bytesLike is the memory of a bytes-like argument; release it when done.
type bytesLike struct {
	b   []byte
	buf *Buffer
}

func (x bytesLike) release() {
	if x.buf != nil {
		x.buf.Release()
	}
}

// bytesArg gets the contiguous memory of a bytes-like object.
func (t *Thread) bytesArg(v Value) (bytesLike, *Exc) {
	if v.p.typ.flags&FlagBytesSubclass != 0 {
		return bytesLike{b: asBytes(v).b}, nil
	}
	buf, err := t.Buffer(v, BufSimple)
	if err != nil {
		return bytesLike{}, err
	}
	return bytesLike{buf.Data, buf}, nil
}

// BytesLike calls f with the contiguous memory of a bytes-like object; f does
// not keep it. Writable memory is not asked for.
func (t *Thread) BytesLike(v Value, f func(b []byte) *Exc) *Exc {
	x, err := t.bytesArg(v)
	if err != nil {
		return err
	}
	defer x.release()
	return f(x.b)
}

// isBytesLike tells whether v exports a buffer.
func isBytesLike(v Value) bool { return v.p.typ.slots.Buffer != nil }

// selfBytes returns the contents of the receiver of a method that bytes and
// bytearray share.
func (t *Thread) selfBytes(v Value) []byte {
	if v.p.typ.flags&FlagBytesSubclass != 0 {
		return asBytes(v).b
	}
	return asByteArray(v).Data(t)
}

// likeSelf makes the result of a shared method: an object of the receiver's
// builtin type from bytes that nobody else keeps.
func likeSelf(self Value, b []byte) Value {
	if self.p.typ.flags&FlagBytesSubclass != 0 {
		return NewBytes(b).Value()
	}
	return NewByteArray(b).Value()
}

// partOf is likeSelf for a part of the receiver's contents.
func partOf(self Value, b []byte) Value {
	if self.p.typ.flags&FlagBytesSubclass == 0 {
		return NewByteArray(append(make([]byte, 0, len(b)), b...)).Value()
	}
	if len(b) <= maxInlineBytes || len(asBytes(self).b) > 1<<16 && len(b)*4 < len(asBytes(self).b) {
		return CopyBytes(b).Value()
	}
	return NewBytes(b[:len(b):len(b)]).Value()
}

// wholeOf is partOf for all of the receiver: exact bytes stand for themselves.
func wholeOf(t *Thread, self Value) Value {
	if self.p.shape == shBytes {
		return self
	}
	return partOf(self, t.selfBytes(self))
}

// byteValue converts an item of bytes; msg is the ValueError for one out of range.
func (t *Thread) byteValue(v Value, msg string) (byte, *Exc) {
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if x.p != &intTag || x.b > 255 {
		return 0, t.ValueErr("%s", msg)
	}
	return byte(x.b), nil
}

const (
	byteRange  = "byte must be in range(0, 256)"
	bytesRange = "bytes must be in range(0, 256)"
)

// appendBytesRepr appends repr's form of bytes between quotes.
func appendBytesRepr(dst, b []byte, quote byte, escapeSingle bool) []byte {
	dst = append(dst, 'b', quote)
	for _, c := range b {
		switch {
		case c == quote || c == '\\' || escapeSingle && c == '\'':
			dst = append(dst, '\\', c)
		case c == '\t':
			dst = append(dst, '\\', 't')
		case c == '\n':
			dst = append(dst, '\\', 'n')
		case c == '\r':
			dst = append(dst, '\\', 'r')
		case c < ' ' || c >= 0x7f:
			dst = append(dst, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, quote)
}

// reprBytes is repr() of bytes.
func reprBytes(b []byte) *Str {
	d := appendBytesRepr(make([]byte, 0, len(b)+len(b)/4+4), b, reprQuote(asString(b)), false)
	return bytesStr(d, len(d))
}

// bytesFromValue collects the items of an iterable of ints, or copies a
// buffer; to is the type's name in the error for what is neither.
func (t *Thread) bytesFromValue(v Value, to, msg string) ([]byte, *Exc) {
	switch {
	case v.p.typ.flags&FlagBytesSubclass != 0:
		return append([]byte(nil), asBytes(v).b...), nil
	case isBytesLike(v):
		x, err := t.Buffer(v, BufFullRO)
		if err != nil {
			return nil, err
		}
		b := x.Tobytes()
		x.Release()
		return b, nil
	}
	s := &v.p.typ.slots
	if v.p.typ.flags&FlagStrSubclass != 0 || s.Iter == nil && s.GetItem == nil && s.Item == nil {
		return nil, t.TypeErr("cannot convert '%s' object to %s", v.p.typ.name, to)
	}
	it, err := t.Iter(v)
	if err != nil {
		if err.Is(TypeError) {
			err = t.TypeErr("cannot convert '%s' object to %s", v.p.typ.name, to)
		}
		return nil, err
	}
	return t.bytesFromIter(v, it, msg)
}

// bytesFromIter collects what it, an iterator over v, gives.
func (t *Thread) bytesFromIter(v, it Value, msg string) ([]byte, *Exc) {
	n, err := t.LengthHint(v, 64)
	if err != nil {
		return nil, err
	}
	b := make([]byte, 0, min(n, 1<<20))
	for {
		x, err := t.Next(it)
		if err != nil || x.p == nil {
			return b, err
		}
		if len(b) == cap(b) && t.full(2*len(b)) {
			return nil, t.MemoryErr()
		}
		c := byte(x.b)
		if x.p != &intTag || x.b > 255 {
			if c, err = t.byteValue(x, msg); err != nil {
				return nil, err
			}
		}
		b = append(b, c)
	}
}

// newSource evaluates the arguments of bytes() and bytearray(). done is false
// when v must still be converted by type.
func (t *Thread) newSource(name string, a []Value) (b []byte, v Value, done bool, err *Exc) {
	enc, err := t.argText(name, "encoding", a[1], "")
	if err != nil {
		return
	}
	errs, err := t.argText(name, "errors", a[2], "")
	if err != nil {
		return
	}
	what := ""
	switch {
	case a[1].p != nil:
		what = "encoding"
	case a[2].p != nil:
		what = "errors"
	}
	if a[0].p == nil {
		if what != "" {
			err = t.TypeErr("%s without a string argument", what)
		}
		return nil, v, true, err
	}
	if s, ok := ToStr(a[0]); ok {
		if a[1].p == nil {
			return nil, v, true, t.TypeErr("string argument without an encoding")
		}
		x, err := t.Encode(s, enc, errs)
		if err != nil {
			return nil, v, true, err
		}
		return x.b, v, true, nil
	}
	if what != "" {
		return nil, v, true, t.TypeErr("%s without a string argument", what)
	}
	return nil, a[0], false, nil
}

// sizeSource handles an int as the source of bytes: so many zeros.
func (t *Thread) sizeSource(v Value) (b []byte, ok bool, err *Exc) {
	if v.p.typ.slots.Index == nil {
		return nil, false, nil
	}
	n, err := t.AsInt(v)
	if err != nil {
		if err.Is(TypeError) {
			return nil, false, nil
		}
		return nil, true, err
	}
	if n < 0 {
		return nil, true, t.ValueErr("negative count")
	}
	if t.full(n) {
		return nil, true, t.MemoryErr()
	}
	return make([]byte, n), true, nil
}

// hexOf is the hex method of all bytes-like types.
func (t *Thread) hexOf(b []byte, sepv, perv Value) (Value, *Exc) {
	per := 1
	if perv.p != nil {
		n, err := t.asCInt(perv)
		if err != nil {
			return Value{}, err
		}
		per = n
	}
	sep := byte(0)
	if sepv.p != nil {
		n, err := t.Len(sepv)
		if err != nil {
			return Value{}, err
		}
		if n != 1 {
			return Value{}, t.ValueErr("sep must be length 1.")
		}
		if s, ok := ToStr(sepv); ok {
			if !s.ASCII() {
				return Value{}, t.ValueErr("sep must be ASCII.")
			}
			sep = s.s[0]
		} else if x, ok := ToBytes(sepv); ok {
			sep = x.b[0]
		} else {
			return Value{}, t.TypeErr("sep must be str or bytes.")
		}
		if sep > 127 {
			return Value{}, t.ValueErr("sep must be ASCII.")
		}
	} else {
		per = 0
	}
	n := len(b)
	if n == 0 {
		return emptyStr.Value(), nil
	}
	group := per
	if group < 0 {
		group = -group
	}
	seps := 0
	if group > 0 {
		seps = (n - 1) / group
	}
	if n > (math.MaxInt-seps)/2 || t.full(2*n+seps) {
		return Value{}, t.MemoryErr()
	}
	r, dst := allocStr(n*2+seps, n*2+seps)
	j := 0
	for i, c := range b {
		if group > 0 && i > 0 && (per < 0 && i%group == 0 || per > 0 && (n-i)%group == 0) {
			dst[j] = sep
			j++
		}
		dst[j], dst[j+1] = hexDigits[c>>4], hexDigits[c&15]
		j += 2
	}
	return r.Value(), nil
}

// fromHex parses the text of fromhex.
func (t *Thread) fromHex(v Value) ([]byte, *Exc) {
	s, err := t.argStr("fromhex", 0, v)
	if err != nil {
		return nil, err
	}
	text := s.s
	b := make([]byte, 0, len(text)/2)
	bad := func(i int) *Exc {
		return t.ValueErr("non-hexadecimal number found in fromhex() arg at position %d", textLen(text[:i]))
	}
	if !s.ASCII() {
		for i := 0; i < len(text); i++ {
			if text[i] >= 0x80 {
				return nil, bad(i)
			}
		}
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		hi := hexValue(c)
		if hi < 0 {
			return nil, bad(i)
		}
		i++
		lo := -1
		if i < len(text) {
			lo = hexValue(text[i])
		}
		if lo < 0 {
			return nil, bad(i)
		}
		b = append(b, byte(hi<<4|lo))
	}
	return b, nil
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// bytesCompare compares two byte sequences.
func bytesCompare(a, b []byte, op CompareOp) bool {
	x, y := asString(a), asString(b)
	switch op {
	case CmpEQ:
		return x == y
	case CmpNE:
		return x != y
	}
	return cmpInt(int64(strings.Compare(x, y)), 0, op)
}

// Room returns n bytes with no promised contents, to be filled and made bytes
// of: for large n that saves the clearing.
func Room(n int) []byte {
	if n < 4096 {
		return make([]byte, n)
	}
	var b strings.Builder
	b.Grow(n)
	return unsafe.Slice(unsafe.StringData(b.String()), n)
}
