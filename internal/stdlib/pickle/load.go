package pickle

import (
	"bytes"
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/py"
)

// underflow is the error of an opcode that needs more operands than there are.
func (u *unpickler) underflow(t *py.Thread) *py.Exc {
	if len(u.marks) > 0 {
		return t.Raise(unpicklingError, "unexpected MARK found")
	}
	return t.Raise(unpicklingError, "unpickling stack underflow")
}

func (u *unpickler) push(v py.Value) { u.stack = append(u.stack, v) }

func (u *unpickler) pop(t *py.Thread) (py.Value, *py.Exc) {
	n := len(u.stack)
	if n <= u.fence {
		return py.Value{}, u.underflow(t)
	}
	v := u.stack[n-1]
	u.stack[n-1] = py.Value{}
	u.stack = u.stack[:n-1]
	return v, nil
}

// mark takes the top mark and returns where it was set.
func (u *unpickler) mark(t *py.Thread) (int, *py.Exc) {
	n := len(u.marks)
	if n == 0 {
		return 0, t.Raise(unpicklingError, "could not find MARK")
	}
	at := u.marks[n-1]
	u.marks = u.marks[:n-1]
	u.fence = 0
	if n > 1 {
		u.fence = u.marks[n-2]
	}
	return at, nil
}

// cut drops the stack from at on.
func (u *unpickler) cut(at int) {
	clear(u.stack[at:])
	u.stack = u.stack[:at]
}

// above takes what lies on the stack from at on.
func (u *unpickler) above(at int) []py.Value {
	items := append([]py.Value(nil), u.stack[at:]...)
	u.cut(at)
	return items
}

func (u *unpickler) need(t *py.Thread, n int) *py.Exc {
	if len(u.stack)-n < u.fence {
		return u.underflow(t)
	}
	return nil
}

// top returns the object on top, nil when there is none.
func (u *unpickler) top() py.Value {
	if n := len(u.stack); n > u.fence {
		return u.stack[n-1]
	}
	return py.Value{}
}

// run executes opcodes until STOP.
func (u *unpickler) run(t *py.Thread) (py.Value, *py.Exc) {
	for n := 0; ; n++ {
		if n&0xfff == 0xfff {
			if err := t.Poll(); err != nil {
				return py.Value{}, err
			}
		}
		var op byte
		if u.pos < len(u.in) {
			op = u.in[u.pos]
			u.pos++
		} else {
			b, err := u.next(t, 1)
			if err != nil {
				if err.Is(unpicklingError) {
					err = t.Raise(py.EOFError, "Ran out of input")
				}
				return py.Value{}, err
			}
			op = b[0]
		}
		if op == opStop {
			return u.pop(t)
		}
		if err := u.step(t, op); err != nil {
			return py.Value{}, err
		}
	}
}

// step executes one opcode.
func (u *unpickler) step(t *py.Thread, op byte) *py.Exc {
	switch op {
	case opNone:
		u.push(py.None)
	case opBinInt:
		b, err := u.next(t, 4)
		if err != nil {
			return err
		}
		u.push(py.Int64(int64(int32(binary.LittleEndian.Uint32(b)))))
	case opBinInt1:
		b, err := u.next(t, 1)
		if err != nil {
			return err
		}
		u.push(py.Int64(int64(b[0])))
	case opBinInt2:
		b, err := u.next(t, 2)
		if err != nil {
			return err
		}
		u.push(py.Int64(int64(binary.LittleEndian.Uint16(b))))
	case opBinFloat:
		b, err := u.next(t, 8)
		if err != nil {
			return err
		}
		u.push(py.Float64(math.Float64frombits(binary.BigEndian.Uint64(b))))
	case opShortBinUnicode:
		return u.loadUnicode(t, 1)
	case opBinUnicode:
		return u.loadUnicode(t, 4)
	case opBinUnicode8:
		return u.loadUnicode(t, 8)
	case opShortBinBytes:
		return u.loadBytes(t, 1)
	case opBinBytes:
		return u.loadBytes(t, 4)
	case opBinBytes8:
		return u.loadBytes(t, 8)
	case opByteArray8:
		n, err := u.size(t, 8, "BYTEARRAY8")
		if err != nil {
			return err
		}
		b, err := u.payload(t, n)
		if err != nil {
			return err
		}
		u.push(py.NewByteArray(b).Value())
	case opMark:
		u.marks = append(u.marks, len(u.stack))
		u.fence = len(u.stack)
	case opEmptyTuple:
		u.push(py.NewTuple().Value())
	case opTuple1, opTuple2, opTuple3:
		n := int(op-opTuple1) + 1
		if err := u.need(t, n); err != nil {
			return err
		}
		at := len(u.stack) - n
		v := py.NewTuple(u.stack[at:]...).Value()
		u.cut(at)
		u.push(v)
	case opTuple:
		at, err := u.mark(t)
		if err != nil {
			return err
		}
		v := py.NewTuple(u.stack[at:]...).Value()
		u.cut(at)
		u.push(v)
	case opEmptyList:
		u.push(py.NewList(nil).Value())
	case opEmptyDict:
		u.push(py.NewDict().Value())
	case opEmptySet:
		u.push(py.NewSet().Value())
	case opList:
		at, err := u.mark(t)
		if err != nil {
			return err
		}
		u.push(py.NewList(u.above(at)).Value())
	case opDict:
		return u.loadDict(t)
	case opFrozenSet:
		at, err := u.mark(t)
		if err != nil {
			return err
		}
		v, err := t.Call(py.FrozenSetType.Value(), py.NewList(u.above(at)).Value())
		if err != nil {
			return err
		}
		u.push(v)
	case opAppend:
		return u.appendItems(t, len(u.stack)-1)
	case opAppends:
		at, err := u.mark(t)
		if err != nil {
			return err
		}
		return u.appendItems(t, at)
	case opSetItem:
		return u.setItems(t, len(u.stack)-2)
	case opSetItems:
		at, err := u.mark(t)
		if err != nil {
			return err
		}
		return u.setItems(t, at)
	case opAddItems:
		return u.addItems(t)
	case opMemoize:
		v := u.top()
		if v.IsNil() {
			return u.underflow(t)
		}
		u.memo.put(u.memo.n, v)
	case opBinGet:
		b, err := u.next(t, 1)
		if err != nil {
			return err
		}
		return u.get(t, int(b[0]))
	case opLongBinGet:
		b, err := u.next(t, 4)
		if err != nil {
			return err
		}
		return u.get(t, int(binary.LittleEndian.Uint32(b)))
	case opBinPut:
		b, err := u.next(t, 1)
		if err != nil {
			return err
		}
		return u.put(t, int(b[0]))
	case opLongBinPut:
		b, err := u.next(t, 4)
		if err != nil {
			return err
		}
		return u.put(t, int(binary.LittleEndian.Uint32(b)))
	case opFrame:
		n, err := u.size(t, 8, "FRAME length")
		if err != nil {
			return err
		}
		b, err := u.next(t, n)
		if err != nil {
			return err
		}
		u.pos -= len(b)
	case opProto:
		b, err := u.next(t, 1)
		if err != nil {
			return err
		}
		if b[0] > highestProtocol {
			return t.ValueErr("unsupported pickle protocol: %d", b[0])
		}
		u.proto = int(b[0])
	case opNewTrue:
		u.push(py.True)
	case opNewFalse:
		u.push(py.False)
	case opReduce:
		return u.loadReduce(t)
	case opBuild:
		return u.loadBuild(t)
	case opNewObj:
		return u.loadNewObj(t, false)
	case opNewObjEx:
		return u.loadNewObj(t, true)
	case opStackGlobal:
		return u.loadStackGlobal(t)
	case opGlobal:
		return u.loadGlobal(t)
	default:
		return u.stepOld(t, op)
	}
	return nil
}

// stepOld executes the opcodes that are rare in today's pickles.
func (u *unpickler) stepOld(t *py.Thread, op byte) *py.Exc {
	switch op {
	case opPop:
		n := len(u.stack)
		switch {
		case len(u.marks) > 0 && u.marks[len(u.marks)-1] == n:
			_, err := u.mark(t)
			return err
		case n <= u.fence:
			return u.underflow(t)
		}
		u.cut(n - 1)
	case opPopMark:
		at, err := u.mark(t)
		if err != nil {
			return err
		}
		u.cut(at)
	case opDup:
		v := u.top()
		if v.IsNil() {
			return u.underflow(t)
		}
		u.push(v)
	case opInt:
		return u.loadInt(t)
	case opLong:
		return u.loadLong(t)
	case opLong1, opLong4:
		k := 1
		if op == opLong4 {
			k = 4
		}
		b, err := u.next(t, k)
		if err != nil {
			return err
		}
		n := int(b[0])
		if k == 4 {
			n = int(int32(binary.LittleEndian.Uint32(b)))
		}
		if n < 0 {
			return t.Raise(unpicklingError, "LONG pickle has negative byte count")
		}
		if b, err = u.next(t, n); err != nil {
			return err
		}
		u.push(py.IntFromBytes(b, true, true))
	case opFloat:
		return u.loadFloat(t)
	case opString:
		return u.loadString(t)
	case opBinString:
		return u.loadBinString(t, 4)
	case opShortBinString:
		return u.loadBinString(t, 1)
	case opUnicode:
		line, err := u.line(t)
		if err != nil {
			return err
		}
		s, err := t.Decode(line[:len(line)-1], "raw-unicode-escape", "strict")
		if err != nil {
			return err
		}
		u.push(s.Value())
	case opGet, opPut:
		line, err := u.line(t)
		if err != nil {
			return err
		}
		if len(line) < 2 {
			return u.truncated(t)
		}
		v, err := t.ParseIntText(string(line), 10, py.NewStr(string(line)).Value())
		if err != nil {
			return err
		}
		if op == opPut && u.top().IsNil() {
			return u.underflow(t)
		}
		n, ok := v.Small()
		if !ok {
			return t.Raise(py.OverflowError, "Python int too large to convert to C ssize_t")
		}
		if op == opGet {
			return u.get(t, int(n))
		}
		if n < 0 {
			return t.ValueErr("negative PUT argument")
		}
		return u.put(t, int(n))
	case opExt1:
		return u.loadExt(t, 1)
	case opExt2:
		return u.loadExt(t, 2)
	case opExt4:
		return u.loadExt(t, 4)
	case opInst:
		return u.loadInst(t)
	case opObj:
		return u.loadObj(t)
	case opPersID:
		line, err := u.line(t)
		if err != nil {
			return err
		}
		id := line[:len(line)-1]
		for _, c := range id {
			if c >= 0x80 {
				return t.Raise(unpicklingError, "persistent IDs in protocol 0 must be ASCII strings")
			}
		}
		return u.persistent(t, py.NewStr(string(id)).Value())
	case opBinPersID:
		id, err := u.pop(t)
		if err != nil {
			return err
		}
		return u.persistent(t, id)
	case opNextBuffer:
		if u.buffers.IsNil() {
			return t.Raise(unpicklingError, "pickle stream refers to out-of-band data but no *buffers* argument was given")
		}
		v, err := t.Next(u.buffers)
		if err != nil {
			return err
		}
		if v.IsNil() {
			return t.Raise(unpicklingError, "not enough out-of-band buffers")
		}
		u.push(v)
	case opReadonlyBuffer:
		v := u.top()
		if v.IsNil() {
			return u.underflow(t)
		}
		m, err := t.MemoryViewOf(v)
		if err != nil {
			return err
		}
		ro, err := t.GetAttrS(m, "readonly")
		if err != nil {
			return err
		}
		if ro != py.True {
			if v, err = t.CallMethodS(m, "toreadonly"); err != nil {
				return err
			}
			u.stack[len(u.stack)-1] = v
		}
	default:
		if op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\' {
			return t.Raise(unpicklingError, "invalid load key, '%c'.", op)
		}
		return t.Raise(unpicklingError, "invalid load key, '\\x%02x'.", op)
	}
	return nil
}

func (u *unpickler) get(t *py.Thread, i int) *py.Exc {
	v := u.memo.get(i)
	if v.IsNil() {
		return t.Raise(unpicklingError, "Memo value not found at index %d", i)
	}
	u.push(v)
	return nil
}

func (u *unpickler) put(t *py.Thread, i int) *py.Exc {
	v := u.top()
	if v.IsNil() {
		return u.underflow(t)
	}
	u.memo.put(i, v)
	return nil
}

// size reads a length of k bytes.
func (u *unpickler) size(t *py.Thread, k int, what string) (int, *py.Exc) {
	b, err := u.next(t, k)
	if err != nil {
		return 0, err
	}
	switch k {
	case 1:
		return int(b[0]), nil
	case 4:
		return int(binary.LittleEndian.Uint32(b)), nil
	}
	n := binary.LittleEndian.Uint64(b)
	if n > math.MaxInt64 {
		of := "maximum size of"
		if what == "FRAME length" {
			of = "maximum of"
		}
		return 0, t.Raise(py.OverflowError, "%s exceeds system's %s %d bytes", what, of, math.MaxInt64)
	}
	return int(n), nil
}

func (u *unpickler) loadUnicode(t *py.Thread, k int) *py.Exc {
	n, err := u.size(t, k, "BINUNICODE")
	if err != nil {
		return err
	}
	b, err := u.next(t, n)
	if err != nil {
		return err
	}
	if ascii(b) {
		u.push(py.NewStrCopy(b, len(b)).Value())
		return nil
	}
	if utf8.Valid(b) {
		u.push(py.NewStrCopy(b, utf8.RuneCount(b)).Value())
		return nil
	}
	s, err := t.Decode(b, "utf-8", "surrogatepass")
	if err != nil {
		return err
	}
	u.push(s.Value())
	return nil
}

func ascii(b []byte) bool {
	for len(b) >= 8 {
		if binary.LittleEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

func (u *unpickler) loadBytes(t *py.Thread, k int) *py.Exc {
	n, err := u.size(t, k, "BINBYTES")
	if err != nil {
		return err
	}
	if n > math.MaxInt64-64 {
		return t.Raise(py.OverflowError, "byte string is too large")
	}
	if n <= len(u.in)-u.pos {
		u.push(py.CopyBytes(u.in[u.pos : u.pos+n]).Value())
		u.pos += n
		return nil
	}
	b, err := u.payload(t, n)
	if err != nil {
		return err
	}
	u.push(py.NewBytes(b).Value())
	return nil
}

// loadInt is INT: a line in the notation of C, with 00 and 01 for the bools.
func (u *unpickler) loadInt(t *py.Thread) *py.Exc {
	line, err := u.line(t)
	if err != nil {
		return err
	}
	if len(line) < 2 {
		return u.truncated(t)
	}
	switch string(line) {
	case "00\n":
		u.push(py.False)
		return nil
	case "01\n":
		u.push(py.True)
		return nil
	}
	s := strings.TrimLeft(string(line[:len(line)-1]), " \t\v\f\r")
	if n, e := strconv.ParseInt(s, 0, 64); e == nil && !strings.ContainsAny(s, "_oObB") {
		u.push(py.Int64(n))
		return nil
	}
	v, err := t.ParseIntText(string(line), 0, py.NewStr(string(line)).Value())
	if err != nil {
		return t.ValueErr("could not convert string to int")
	}
	u.push(v)
	return nil
}

func (u *unpickler) loadLong(t *py.Thread) *py.Exc {
	line, err := u.line(t)
	if err != nil {
		return err
	}
	if len(line) < 2 {
		return u.truncated(t)
	}
	s := string(line)
	if s[len(s)-2] == 'L' {
		s = s[:len(s)-2]
	}
	v, err := t.ParseIntText(s, 10, py.NewStr(s).Value())
	if err != nil {
		return err
	}
	u.push(v)
	return nil
}

func (u *unpickler) loadFloat(t *py.Thread) *py.Exc {
	line, err := u.line(t)
	if err != nil {
		return err
	}
	if len(line) < 2 {
		return u.truncated(t)
	}
	s := string(line[:len(line)-1])
	c := strings.TrimLeft(s, "+-")
	number := c != "" && (c[0] == '.' || c[0] >= '0' && c[0] <= '9' || strings.EqualFold(c, "inf") || strings.EqualFold(c, "infinity") || strings.EqualFold(c, "nan"))
	f, e := strconv.ParseFloat(s, 64)
	if !number || strings.ContainsAny(s, "xX_") || e != nil && !isRange(e) {
		if len(s) > 0 && number {
			return t.ValueErr("could not convert string to float")
		}
		return t.ValueErr("could not convert string to float: '%s'", line)
	}
	if e != nil && math.IsInf(f, 0) {
		return t.Raise(py.OverflowError, "value too large to convert to float: '%s'", line)
	}
	u.push(py.Float64(f))
	return nil
}

func isRange(e error) bool {
	n, ok := e.(*strconv.NumError)
	return ok && n.Err == strconv.ErrRange
}

// decoded makes the object of an 8-bit string of Python 2.
func (u *unpickler) decoded(t *py.Thread, b []byte) *py.Exc {
	if u.encoding == "bytes" {
		u.push(py.CopyBytes(b).Value())
		return nil
	}
	s, err := t.Decode(append([]byte(nil), b...), u.encoding, u.errs)
	if err != nil {
		return err
	}
	u.push(s.Value())
	return nil
}

func (u *unpickler) loadString(t *py.Thread) *py.Exc {
	line, err := u.line(t)
	if err != nil {
		return err
	}
	s := bytes.TrimSuffix(line, []byte{'\n'})
	if len(s) < 2 || s[0] != s[len(s)-1] || s[0] != '\'' && s[0] != '"' {
		return t.Raise(unpicklingError, "the STRING opcode argument must be quoted")
	}
	codecs, err := t.ImportModule("_codecs")
	if err != nil {
		return err
	}
	r, err := t.CallMethodS(codecs, "escape_decode", py.CopyBytes(s[1:len(s)-1]).Value())
	if err != nil {
		return err
	}
	tup, ok := py.ToTuple(r)
	if !ok || len(tup.Items()) == 0 {
		return t.TypeErr("escape_decode() did not return a tuple")
	}
	b, ok := py.ToBytes(tup.Items()[0])
	if !ok {
		return t.TypeErr("escape_decode() did not return bytes")
	}
	return u.decoded(t, b.Bytes())
}

func (u *unpickler) loadBinString(t *py.Thread, k int) *py.Exc {
	n, err := u.size(t, k, "BINSTRING")
	if err != nil {
		return err
	}
	b, err := u.next(t, n)
	if err != nil {
		return err
	}
	return u.decoded(t, b)
}

func (u *unpickler) loadDict(t *py.Thread) *py.Exc {
	at, err := u.mark(t)
	if err != nil {
		return err
	}
	if (len(u.stack)-at)%2 != 0 {
		return t.Raise(unpicklingError, "odd number of items for DICT")
	}
	items := u.above(at)
	d := py.NewDictSize(len(items) / 2)
	for i := 0; i < len(items); i += 2 {
		if err := d.Set(t, items[i], items[i+1]); err != nil {
			return err
		}
	}
	u.push(d.Value())
	return nil
}

// appendItems gives what lies above x to the list below it.
func (u *unpickler) appendItems(t *py.Thread, x int) *py.Exc {
	if x > len(u.stack) || x <= u.fence {
		return u.underflow(t)
	}
	if len(u.stack) == x {
		return nil
	}
	list := u.stack[x-1]
	if list.Type() == py.ListType {
		l, _ := py.ToList(list)
		l.AppendAll(t, u.stack[x:])
		u.cut(x)
		return nil
	}
	items := u.above(x)
	f, err := t.GetAttrOpt(list, strExtend)
	if err != nil {
		return err
	}
	if !f.IsNil() {
		_, err := t.Call(f, py.NewList(items).Value())
		return err
	}
	if f, err = t.GetAttr(list, strAppend); err != nil {
		return err
	}
	for _, v := range items {
		if _, err := t.Call(f, v); err != nil {
			return err
		}
	}
	return nil
}

var (
	strExtend = py.InternStr("extend")
	strAppend = py.InternStr("append")
	strAdd    = py.InternStr("add")
)

// setItems gives the pairs above x to the dict below them.
func (u *unpickler) setItems(t *py.Thread, x int) *py.Exc {
	n := len(u.stack)
	if x > n || x <= u.fence {
		return u.underflow(t)
	}
	if n == x {
		return nil
	}
	if (n-x)%2 != 0 {
		return t.Raise(unpicklingError, "odd number of items for SETITEMS")
	}
	dict := u.stack[x-1]
	// Hashing may run Python code that loads with this unpickler again, on a
	// stack of its own: the items can stay where they are.
	items := u.stack[x:]
	var err *py.Exc
	if dict.Type() == py.DictType {
		d, _ := py.ToDict(dict)
		d.Reserve(t, len(items)/2)
		for i := 0; i < len(items) && err == nil; i += 2 {
			err = d.Set(t, items[i], items[i+1])
		}
	} else {
		for i := 0; i < len(items) && err == nil; i += 2 {
			err = t.SetItem(dict, items[i], items[i+1])
		}
	}
	u.cut(x)
	return err
}

func (u *unpickler) addItems(t *py.Thread) *py.Exc {
	at, err := u.mark(t)
	if err != nil {
		return err
	}
	if at > len(u.stack) || at <= u.fence {
		return u.underflow(t)
	}
	if len(u.stack) == at {
		return nil
	}
	set := u.stack[at-1]
	items := u.above(at)
	if set.Type() == py.SetType {
		s, _ := py.ToAnySet(set)
		for _, v := range items {
			if err := s.Add(t, v); err != nil {
				return err
			}
		}
		return nil
	}
	f, err := t.GetAttr(set, strAdd)
	if err != nil {
		return err
	}
	for _, v := range items {
		if _, err := t.Call(f, v); err != nil {
			return err
		}
	}
	return nil
}
