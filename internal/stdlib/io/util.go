package io

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// Interned names that streams look up on each other.
var (
	sClose       = py.InternStr("close")
	sClosed      = py.InternStr("closed")
	sDeallocWarn = py.InternStr("_dealloc_warn")
	sDecode      = py.InternStr("decode")
	sEncode      = py.InternStr("encode")
	sFileno      = py.InternStr("fileno")
	sFlush       = py.InternStr("flush")
	sGetstate    = py.InternStr("getstate")
	sIsatty      = py.InternStr("isatty")
	sMode        = py.InternStr("mode")
	sName        = py.InternStr("name")
	sPeek        = py.InternStr("peek")
	sRead        = py.InternStr("read")
	sRead1       = py.InternStr("read1")
	sReadable    = py.InternStr("readable")
	sReadall     = py.InternStr("readall")
	sReadinto    = py.InternStr("readinto")
	sReadinto1   = py.InternStr("readinto1")
	sReadline    = py.InternStr("readline")
	sReset       = py.InternStr("reset")
	sSeek        = py.InternStr("seek")
	sSeekable    = py.InternStr("seekable")
	sSetstate    = py.InternStr("setstate")
	sTell        = py.InternStr("tell")
	sTruncate    = py.InternStr("truncate")
	sWritable    = py.InternStr("writable")
	sWrite       = py.InternStr("write")
)

func unsupported(t *py.Thread, msg string) *py.Exc {
	return t.Raise(UnsupportedOperation, "%s", msg)
}

// cInt converts an argument to a C int; def stands for one not given.
func cInt(t *py.Thread, v py.Value, def int) (int, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	b := py.BigOf(x)
	if !b.IsInt64() {
		return 0, t.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	n := b.Int64()
	if n > math.MaxInt32 {
		return 0, t.Raise(py.OverflowError, "signed integer is greater than maximum")
	}
	if n < math.MinInt32 {
		return 0, t.Raise(py.OverflowError, "signed integer is less than minimum")
	}
	return int(n), nil
}

// optSize converts a size argument; None and one not given are -1.
func optSize(t *py.Thread, v py.Value) (int, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return -1, nil
	}
	if v.Type().Slots().Index == nil {
		return 0, t.TypeErr("argument should be integer or None, not '%s'", v.Type().Name())
	}
	return t.AsInt(v)
}

func truth(t *py.Thread, v py.Value, def bool) (bool, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.Truth(v)
}

// optText converts an argument that is a str without null characters, or None (nil).
func optText(t *py.Thread, fn, name string, v py.Value) (*py.Str, *py.Exc) {
	if v.IsNil() || v.IsNone() {
		return nil, nil
	}
	s, ok := py.ToStr(v)
	if !ok {
		return nil, t.TypeErr("%s() argument '%s' must be str or None, not %s", fn, name, v.Type().Name())
	}
	if !s.ASCII() && !utf8.ValidString(s.String()) {
		if _, err := t.Encode(s, "utf-8", "strict"); err != nil {
			return nil, err
		}
	}
	if strings.IndexByte(s.String(), 0) >= 0 {
		return nil, t.ValueErr("embedded null character")
	}
	return s, nil
}

// chain makes old the context of err, as for an exception raised while old was
// being handled.
func chain(err, old *py.Exc) *py.Exc {
	if err != old && err.Context() == nil {
		err.SetContext(old)
	}
	return err
}

// writable asks for a buffer to read into.
func writableBuffer(t *py.Thread, where string, v py.Value) (*py.Buffer, *py.Exc) {
	if v.Type().Slots().Buffer != nil {
		b, err := t.Buffer(v, py.BufWritable)
		if err == nil {
			return b, nil
		}
		if !err.Is(py.BufferError) && !err.Is(py.TypeError) {
			return nil, err
		}
	}
	return nil, t.TypeErr("%s must be read-write bytes-like object, not %s", where, py.ArgTypeName(v))
}

// attrBool calls a method of obj without arguments and takes the truth of it.
func attrBool(t *py.Thread, obj py.Value, name *py.Str) (bool, *py.Exc) {
	r, err := t.CallMethod(obj, name)
	if err != nil {
		return false, err
	}
	return t.Truth(r)
}

// isClosed is the truth of obj.closed.
func isClosed(t *py.Thread, obj py.Value) (bool, *py.Exc) {
	v, err := t.GetAttr(obj, sClosed)
	if err != nil {
		return false, err
	}
	return t.Truth(v)
}

// interrupted tells whether err is EINTR, to be retried after the signal
// handlers have run (PEP 475); exc is what they raised.
func interrupted(t *py.Thread, err error) (again bool, exc *py.Exc) {
	if err == nil || host.Errno(err) != host.EINTR {
		return false, nil
	}
	return true, t.RunPending()
}

func cannotPickle(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	return py.Value{}, t.TypeErr("cannot pickle '%s' instances", v.Type().BareName())
}

var pickleMethods = []py.MethodSpec{
	{Name: "__reduce__", Fn: py.Fn0(cannotPickle)},
	{Name: "__reduce_ex__", Sig: "object, /", Fn: py.Fn1(func(t *py.Thread, v, _ py.Value) (py.Value, *py.Exc) { return cannotPickle(t, v) })},
}

func str(s string) py.Value { return py.NewStr(s).Value() }
