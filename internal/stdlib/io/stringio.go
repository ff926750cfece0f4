package io

import (
	"bytes"
	"strings"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// stringIO is a StringIO: text as WTF-8 with a position in code points and in
// bytes. b[:shared] may also be the memory of a str.
type stringIO struct {
	ioBase
	b      []byte
	n      int // code points in b
	pos    int // may lie beyond n
	bpos   int // offset of pos in b, len(b) beyond the end
	shared int
	ok     bool
	done   bool // closed

	newline     string // the newline argument
	universal   bool   // newline None or ''
	translate   bool   // newline None
	writeNL     string // what '\n' is written as, "" for itself
	nl          newlineState
	newlineNone bool
}

// StringIOType is io.StringIO.
var StringIOType = new(py.Type)

func asStringIO(v py.Value) *stringIO { return (*stringIO)(v.Ptr()) }

func (s *stringIO) check(t *py.Thread) *py.Exc {
	if !s.ok {
		return t.ValueErr("I/O operation on uninitialized object")
	}
	if s.done {
		return t.ValueErr(closedFile)
	}
	return nil
}

func (s *stringIO) ascii() bool { return s.n == len(s.b) }

// own makes sure that b is not also the memory of a str.
func (s *stringIO) own() {
	if s.shared > 0 {
		s.b = append(make([]byte, 0, len(s.b)+len(s.b)/8), s.b...)
		s.shared = 0
	}
}

// value is the whole text, which it does not copy.
func (s *stringIO) value() *py.Str {
	if len(s.b) == 0 {
		return py.InternStr("")
	}
	if cap(s.b) > len(s.b)+len(s.b)/4+64 {
		s.b = append([]byte(nil), s.b...)
	}
	s.shared = len(s.b)
	return py.NewStrN(unsafe.String(&s.b[0], len(s.b)), s.n)
}

// translated is the text as it is stored, and its code points.
func (s *stringIO) translated(text string, n int) (string, int) {
	out := text
	if s.universal {
		out = s.nl.feed(text, true)
	}
	if s.writeNL != "" {
		out = strings.ReplaceAll(out, "\n", s.writeNL)
	}
	// Only ASCII characters come and go.
	return out, n + len(out) - len(text)
}

// put writes text of n code points at the position.
func (s *stringIO) put(t *py.Thread, text string, n int) *py.Exc {
	text, n = s.translated(text, n)
	if n == 0 {
		return nil
	}
	if s.pos > maxBuffer-n {
		return t.MemoryErr()
	}
	if end := max(len(s.b), s.pos) + len(text); end > cap(s.b) {
		if err := t.RoomFor(end + end/4); err != nil {
			return err
		}
	}
	if s.pos > s.n {
		s.b = append(s.b, make([]byte, s.pos-s.n)...)
		s.n, s.bpos = s.pos, len(s.b)
	}
	if s.pos == s.n {
		s.b = append(s.b, text...)
		s.n += n
		s.pos, s.bpos = s.n, len(s.b)
		return nil
	}
	// Overwrite as many code points as are written.
	end := len(s.b)
	replaced := min(n, s.n-s.pos)
	if s.pos+n < s.n {
		end = s.bpos + s.byteLen(s.bpos, n)
	}
	s.own()
	if end-s.bpos == len(text) {
		copy(s.b[s.bpos:], text)
	} else {
		tail := append([]byte(nil), s.b[end:]...)
		s.b = append(append(s.b[:s.bpos], text...), tail...)
	}
	s.n += n - replaced
	s.pos += n
	s.bpos += len(text)
	return nil
}

// byteLen is the length in bytes of n code points from offset off on.
func (s *stringIO) byteLen(off, n int) int {
	if s.ascii() {
		return min(n, len(s.b)-off)
	}
	return wtf8.ByteOffset(unsafe.String(unsafe.SliceData(s.b[off:]), len(s.b)-off), n)
}

// rest is up to limit code points from the position on (all if negative).
func (s *stringIO) rest(limit int) []byte {
	if s.pos >= s.n {
		return nil
	}
	p := s.b[s.bpos:]
	if limit >= 0 && limit < s.n-s.pos {
		p = p[:s.byteLen(s.bpos, limit)]
	}
	return p
}

// advance moves the position behind p, which begins at it, and makes p a str.
func (s *stringIO) advance(p []byte) py.Value {
	n := len(p)
	if !s.ascii() {
		n, _ = wtf8.CountRunes(unsafe.String(unsafe.SliceData(p), len(p)))
	}
	s.pos += n
	s.bpos += len(p)
	return py.NewStrCopy(p, n).Value()
}

func (s *stringIO) line(limit int) py.Value {
	p := s.rest(limit)
	return s.advance(p[:lineLen(p, s.translate, s.universal, s.newline)])
}

// lineLen is the length of the first line of p with its line end; all of p if
// there is none.
func lineLen(p []byte, translate, universal bool, newline string) int {
	switch {
	case translate || newline == "\n":
		if i := bytes.IndexByte(p, '\n'); i >= 0 {
			return i + 1
		}
	case universal:
		i := bytes.IndexAny(p, "\r\n")
		if i < 0 {
			break
		}
		if p[i] == '\r' && i+1 < len(p) && p[i+1] == '\n' {
			i++
		}
		return i + 1
	default:
		if i := bytes.Index(p, []byte(newline)); i >= 0 {
			return i + len(newline)
		}
	}
	return len(p)
}

func (s *stringIO) seekTo(pos int) {
	s.pos = pos
	switch {
	case pos >= s.n:
		s.bpos = len(s.b)
	case s.ascii():
		s.bpos = pos
	default:
		s.bpos = s.byteLen(0, pos)
	}
}

var stringIOSig = py.ParseSignature("initial_value='', newline='\\n'")

func stringIOInit(t *py.Thread, self py.Value, args py.Args) *py.Exc {
	var a [2]py.Value
	if err := stringIOSig.Bind(t, "StringIO", args, a[:]); err != nil {
		return err
	}
	s := asStringIO(self)
	s.ok = false
	newline, none := "\n", false
	if !a[1].IsNil() {
		if a[1].IsNone() {
			newline, none = "", true
		} else {
			x, ok := py.ToStr(a[1])
			if !ok {
				return t.TypeErr("newline must be str or None, not %s", a[1].Type().Name())
			}
			newline = x.String()
			if !validNewline(newline) {
				r, err := t.Repr(a[1])
				if err != nil {
					return err
				}
				return t.ValueErr("illegal newline value: %s", r.String())
			}
		}
	}
	var initial *py.Str
	if v := a[0]; !v.IsNil() && !v.IsNone() {
		x, ok := py.ToStr(v)
		if !ok {
			return t.TypeErr("initial_value must be str or None, not %s", v.Type().Name())
		}
		initial = x
	}
	s.Lock(t)
	defer s.Unlock(t)
	s.b, s.n, s.pos, s.bpos, s.shared = nil, 0, 0, 0, 0
	s.newline, s.newlineNone = newline, none
	s.universal, s.translate = newline == "", none
	s.writeNL = ""
	if newline == "\r" || newline == "\r\n" {
		s.writeNL = newline
	}
	s.nl = newlineState{translate: none}
	s.ok, s.done = true, false
	if initial != nil {
		if err := s.put(t, initial.String(), initial.Len()); err != nil {
			return err
		}
		s.pos, s.bpos = 0, 0
	}
	return nil
}

func validNewline(s string) bool { return s == "" || s == "\n" || s == "\r" || s == "\r\n" }

func stringOp(f func(t *py.Thread, s *stringIO, n int) (py.Value, *py.Exc)) py.FnSig {
	return func(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
		s := asStringIO(v)
		if err := s.check(t); err != nil {
			return py.Value{}, err
		}
		n, err := optSize(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		s.Lock(t)
		defer s.Unlock(t)
		if err := s.check(t); err != nil {
			return py.Value{}, err
		}
		return f(t, s, n)
	}
}

func stringIOWrite(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	s := asStringIO(v)
	if !s.ok {
		return py.Value{}, s.check(t)
	}
	x, ok := py.ToStr(arg)
	if !ok {
		return py.Value{}, t.TypeErr("string argument expected, got '%s'", arg.Type().Name())
	}
	s.Lock(t)
	defer s.Unlock(t)
	if err := s.check(t); err != nil {
		return py.Value{}, err
	}
	if err := s.put(t, x.String(), x.Len()); err != nil {
		return py.Value{}, err
	}
	return py.IntOf(x.Len()), nil
}

func stringIOSeek(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	pos, err := t.AsInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	whence, err := cInt(t, a[1], 0)
	if err != nil {
		return py.Value{}, err
	}
	s := asStringIO(v)
	s.Lock(t)
	defer s.Unlock(t)
	if err := s.check(t); err != nil {
		return py.Value{}, err
	}
	switch {
	case whence < 0 || whence > 2:
		return py.Value{}, t.ValueErr("Invalid whence (%d, should be 0, 1 or 2)", whence)
	case whence == 0 && pos < 0:
		return py.Value{}, t.ValueErr("Negative seek position %d", pos)
	case whence != 0 && pos != 0:
		return py.Value{}, t.Raise(py.OSError, "Can't do nonzero cur-relative seeks")
	}
	switch whence {
	case 1:
		pos = s.pos
	case 2:
		pos = s.n
	}
	if pos != s.pos {
		s.seekTo(pos)
	}
	return py.IntOf(pos), nil
}

func stringIOTruncate(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	s := asStringIO(v)
	if err := s.check(t); err != nil {
		return py.Value{}, err
	}
	n := s.pos
	if !a[0].IsNil() && !a[0].IsNone() {
		var err *py.Exc
		if n, err = optSize(t, a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if n < 0 {
		return py.Value{}, t.ValueErr("Negative size value %d", n)
	}
	s.Lock(t)
	defer s.Unlock(t)
	if n < s.n {
		end := s.byteLen(0, n)
		if s.shared > end {
			// What comes behind may still be seen through a str.
			s.own()
		}
		s.b, s.n = s.b[:end], n
		if s.pos > n {
			s.bpos = len(s.b)
		}
	}
	return py.IntOf(n), nil
}

func stringIONext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	s := asStringIO(v)
	if v.Type().Flags()&py.FlagHeap != 0 {
		if err := s.check(t); err != nil {
			return py.Value{}, err
		}
		r, err := t.CallMethod(v, sReadline)
		if err != nil {
			return py.Value{}, err
		}
		line, ok := py.ToStr(r)
		if !ok {
			return py.Value{}, t.Raise(py.OSError, "readline() should have returned a str object, not '%s'", r.Type().Name())
		}
		if line.Len() == 0 {
			return py.Value{}, nil
		}
		return r, nil
	}
	s.Lock(t)
	defer s.Unlock(t)
	if err := s.check(t); err != nil {
		return py.Value{}, err
	}
	if s.pos >= s.n {
		return py.Value{}, nil
	}
	return s.line(-1), nil
}

func stringIOGetstate(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	s := asStringIO(v)
	if err := s.check(t); err != nil {
		return py.Value{}, err
	}
	dict := py.None
	if d := t.InstDict(v); d != nil {
		dict = d.CopyOf(t).Value()
	}
	nl := py.None
	if !s.newlineNone {
		nl = str(s.newline)
	}
	return py.NewTuple(s.value().Value(), nl, py.IntOf(s.pos), dict).Value(), nil
}

func stringIOSetstate(t *py.Thread, v, state py.Value) (py.Value, *py.Exc) {
	s := asStringIO(v)
	if s.done {
		return py.Value{}, t.ValueErr(closedFile)
	}
	tp, ok := py.ToTuple(state)
	if !ok || len(tp.Items()) < 4 {
		return py.Value{}, t.TypeErr("%s.__setstate__ argument should be 4-tuple, got %s", v.Type().Name(), state.Type().Name())
	}
	items := tp.Items()
	// The text was translated when it was first written: it is taken as it is.
	if err := stringIOInit(t, v, py.Pos(str(""), items[1])); err != nil {
		return py.Value{}, err
	}
	x, ok := py.ToStr(items[0])
	if !ok && !items[0].IsNone() {
		return py.Value{}, t.TypeErr("initial_value must be str or None, not %s", items[0].Type().Name())
	}
	if ok {
		s.b, s.n = []byte(x.String()), x.Len()
	}
	if !py.IsInt(items[2]) {
		return py.Value{}, t.TypeErr("third item of state must be an integer, got %s", items[2].Type().Name())
	}
	pos, err := t.AsInt(items[2])
	if err != nil {
		return py.Value{}, err
	}
	if pos < 0 {
		return py.Value{}, t.ValueErr("position value cannot be negative")
	}
	s.seekTo(pos)
	return py.None, restoreDict(t, v, items[3], "fourth")
}

func init() {
	always := py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.True, asStringIO(v).check(t) })
	py.RegisterType(py.TypeSpec{
		Type: StringIOType, Name: "_io.StringIO", Guarded: true, Sig: "initial_value='', newline='\\n'", Base: TextIOBaseType, Flags: ioFlags,
		Layout: py.LayoutWithExt(func(s *stringIO) *py.Ext { return &s.ext }),
		Doc:    "Text I/O implementation using an in-memory buffer.\n\nThe initial_value argument sets the value of object.  The newline\nargument is like the one of TextIOWrapper's constructor.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[stringIO](t, cls).Header), nil
			},
			Init: stringIOInit, Next: stringIONext,
		},
		Methods: []py.MethodSpec{
			{Name: "close", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				s := asStringIO(v)
				s.Lock(t)
				s.done, s.b, s.n, s.shared = true, nil, 0, 0
				s.Unlock(t)
				return py.None, nil
			}), Doc: "Close the stream and free its text; using it afterwards is a ValueError."},
			{Name: "getvalue", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				s := asStringIO(v)
				s.Lock(t)
				defer s.Unlock(t)
				if err := s.check(t); err != nil {
					return py.Value{}, err
				}
				return s.value().Value(), nil
			}), Doc: "Retrieve the entire contents of the object."},
			{Name: "read", Sig: "size=-1, /", Fn: stringOp(func(t *py.Thread, s *stringIO, n int) (py.Value, *py.Exc) {
				if n < 0 && s.pos == 0 && s.n > 0 {
					s.pos, s.bpos = s.n, len(s.b)
					return s.value().Value(), nil
				}
				return s.advance(s.rest(n)), nil
			}), Doc: "Read at most size characters, all that are left if it is negative or None."},
			{Name: "readline", Sig: "size=-1, /", Fn: stringOp(func(t *py.Thread, s *stringIO, n int) (py.Value, *py.Exc) { return s.line(n), nil }), Doc: "Read a line, at most size characters; '' at the end."},
			{Name: "tell", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				s := asStringIO(v)
				return py.IntOf(s.pos), s.check(t)
			}), Doc: "Tell the current file position."},
			{Name: "truncate", Sig: "pos=None, /", Fn: py.FnSig(stringIOTruncate), Doc: "Cut the text to pos characters, the current position by default; the position\nstays."},
			{Name: "seek", Sig: "pos, whence=0, /", Fn: py.FnSig(stringIOSeek), Doc: "Move to position pos, or with pos 0 stay (whence 1) or go to the end (2), and\nreturn the position."},
			{Name: "write", Sig: "s, /", Fn: py.Fn1(stringIOWrite), Doc: "Write a str and return its length in characters."},
			{Name: "seekable", Fn: always, Doc: "Returns True if the IO object can be seeked."},
			{Name: "readable", Fn: always, Doc: "Returns True if the IO object can be read."},
			{Name: "writable", Fn: always, Doc: "Returns True if the IO object can be written."},
			{Name: "__getstate__", Fn: py.Fn0(stringIOGetstate)},
			{Name: "__setstate__", Sig: "state, /", Fn: py.Fn1(stringIOSetstate)},
		},
		GetSet: []py.GetSetSpec{
			{Name: "closed", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				s := asStringIO(v)
				if !s.ok {
					return py.Value{}, s.check(t)
				}
				return py.Bool(s.done), nil
			}},
			{Name: "newlines", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				s := asStringIO(v)
				if err := s.check(t); err != nil || !s.universal {
					return py.None, err
				}
				return s.nl.newlines(), nil
			}},
			{Name: "line_buffering", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				return py.False, asStringIO(v).check(t)
			}},
		},
	})
}
