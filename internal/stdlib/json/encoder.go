package json

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/numfmt"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// textMode tells how strings are written.
type textMode uint8

const (
	custom textMode = iota // by calling the encoder
	ascii                  // by encode_basestring_ascii
	plain                  // by encode_basestring
)

// encoder is an Encoder: the settings of a JSONEncoder.
type encoder struct {
	py.Header
	markers, def, enc, indent    py.Value
	keySep, itemSep              *py.Str
	sortKeys, skipKeys, allowNaN bool
	mode                         textMode
}

var encoderType = new(py.Type)

func asEncoder(v py.Value) *encoder { return (*encoder)(v.Ptr()) }

// writer is one run of an encoder.
type writer struct {
	t    *py.Thread
	e    *encoder
	buf  []byte
	open []unsafe.Pointer // the containers being written

	sorted []entry // of the dicts being written in order of their keys

	indent string // "" also when lines says that there are none
	lines  bool
	level  int
	slack  int // room to leave for the separators
}

// entry is an entry of a dict whose key is a str.
type entry struct {
	key, val py.Value
	name     string
}

// begin notes a container (or an object given to default); false when it is
// being written already.
func (w *writer) begin(v py.Value) *py.Exc {
	if w.e.markers.IsNone() {
		return nil
	}
	p := v.Ptr()
	for _, q := range w.open {
		if q == p {
			return w.t.ValueErr("Circular reference detected")
		}
	}
	w.open = append(w.open, p)
	return nil
}

func (w *writer) end() {
	if !w.e.markers.IsNone() {
		w.open = w.open[:len(w.open)-1]
	}
}

// newline begins a line at the current level.
func (w *writer) newline() {
	if !w.lines {
		return
	}
	w.buf = append(w.buf, '\n')
	for i := 0; i < w.level; i++ {
		w.buf = append(w.buf, w.indent...)
	}
}

// grow makes room for a text of n bytes and what may stand around it.
func (w *writer) grow(n int) (err *py.Exc) {
	if w.buf, err = w.t.Grow(w.buf, n+w.slack); err == nil && w.level > 0 {
		w.buf, err = w.t.Grow(w.buf, n+w.slack+w.level*2*len(w.indent))
	}
	return err
}

func (w *writer) value(v py.Value) *py.Exc {
	if err := w.grow(32); err != nil {
		return err
	}
	switch {
	case v.IsNone():
		w.buf = append(w.buf, "null"...)
		return nil
	case v == py.True:
		w.buf = append(w.buf, "true"...)
		return nil
	case v == py.False:
		w.buf = append(w.buf, "false"...)
		return nil
	}
	if s, ok := py.ToStr(v); ok {
		return w.str(s)
	}
	if py.IsInt(v) {
		return w.int(v)
	}
	if py.IsFloat(v) {
		return w.float(v)
	}
	const where = " while encoding a JSON object"
	var err *py.Exc
	if l, ok := py.ToList(v); ok {
		if err = w.t.EnterRecursive(where); err == nil {
			err = w.list(v, l, nil)
			w.t.LeaveRecursive()
		}
		return err
	}
	if tp, ok := py.ToTuple(v); ok {
		if err = w.t.EnterRecursive(where); err == nil {
			err = w.list(v, nil, tp.Items())
			w.t.LeaveRecursive()
		}
		return err
	}
	if d, ok := py.ToDict(v); ok {
		if err = w.t.EnterRecursive(where); err == nil {
			err = w.dict(v, d)
			w.t.LeaveRecursive()
		}
		return err
	}
	if err := w.begin(v); err != nil {
		return err
	}
	r, err := w.t.Call(w.e.def, v)
	if err != nil {
		return err
	}
	if err := w.t.EnterRecursive(where); err != nil {
		return err
	}
	err = w.value(r)
	w.t.LeaveRecursive()
	if err == nil {
		w.end()
	}
	return err
}

func (w *writer) int(v py.Value) *py.Exc {
	if n, ok := py.SmallInt(v); ok {
		w.buf = strconv.AppendInt(w.buf, n, 10)
		return nil
	}
	s, err := py.IntText(w.t, v)
	if err == nil {
		err = w.grow(len(s))
	}
	if err == nil {
		w.buf = append(w.buf, s...)
	}
	return err
}

func (w *writer) float(v py.Value) *py.Exc {
	f := py.FloatOf(v)
	if f-f == 0 {
		w.buf = numfmt.AppendReprFloat(w.buf, f)
		return nil
	}
	if !w.e.allowNaN {
		r, err := w.t.Repr(v)
		if err != nil {
			return err
		}
		return w.t.ValueErr("Out of range float values are not JSON compliant: %s", r.String())
	}
	switch {
	case math.IsInf(f, 1):
		w.buf = append(w.buf, "Infinity"...)
	case math.IsInf(f, -1):
		w.buf = append(w.buf, "-Infinity"...)
	default:
		w.buf = append(w.buf, "NaN"...)
	}
	return nil
}

func (w *writer) str(s *py.Str) *py.Exc {
	var err *py.Exc
	switch w.e.mode {
	case ascii:
		w.buf, err = quoted(w.t, w.buf, s.String(), escapeASCII)
		return err
	case plain:
		w.buf, err = quoted(w.t, w.buf, s.String(), escapePlain)
		return err
	}
	r, err := w.t.Call(w.e.enc, s.Value())
	if err != nil {
		return err
	}
	x, ok := py.ToStr(r)
	if !ok {
		return w.t.TypeErr("encoder() must return a string, not %s", r.Type().Name())
	}
	if err := w.grow(len(x.String())); err != nil {
		return err
	}
	w.buf = append(w.buf, x.String()...)
	return nil
}

// list writes a list or the items of a tuple. A list may change while default
// runs, so its length is looked at each time.
func (w *writer) list(v py.Value, l *py.List, items []py.Value) *py.Exc {
	n := len(items)
	if l != nil {
		n = l.Len(w.t)
	}
	if n == 0 {
		w.buf = append(w.buf, "[]"...)
		return nil
	}
	if err := w.begin(v); err != nil {
		return err
	}
	w.buf = append(w.buf, '[')
	w.level++
	w.newline()
	for i := 0; ; i++ {
		var x py.Value
		if l != nil {
			x = l.Get(w.t, i)
		} else if i < n {
			x = items[i]
		}
		if x.IsNil() {
			break
		}
		if i > 0 {
			w.buf = append(w.buf, w.e.itemSep.String()...)
			w.newline()
		}
		if err := w.value(x); err != nil {
			return err
		}
	}
	w.level--
	w.newline()
	w.buf = append(w.buf, ']')
	w.end()
	return nil
}

func (w *writer) dict(v py.Value, d *py.Dict) *py.Exc {
	if d.Len() == 0 {
		w.buf = append(w.buf, "{}"...)
		return nil
	}
	if err := w.begin(v); err != nil {
		return err
	}
	w.buf = append(w.buf, '{')
	w.level++
	w.newline()
	first := true
	if done, err := w.sortedDict(v, d, &first); done || err != nil {
		if err != nil {
			return err
		}
	} else if w.e.sortKeys || v.Type() != py.DictType {
		items, err := w.items(v, d)
		if err != nil {
			return err
		}
		for _, x := range items {
			pair, ok := py.ToTuple(x)
			if !ok || len(pair.Items()) != 2 {
				return w.t.ValueErr("items must return 2-tuples")
			}
			if err := w.pair(pair.Items()[0], pair.Items()[1], &first); err != nil {
				return err
			}
		}
	} else {
		for pos := 0; ; {
			k, x, next, ok := d.EntryAt(w.t, pos)
			if !ok {
				break
			}
			pos = next
			if err := w.pair(k, x, &first); err != nil {
				return err
			}
		}
	}
	w.level--
	w.newline()
	w.buf = append(w.buf, '}')
	w.end()
	return nil
}

// sortedDict writes the pairs of an exact dict in the order of its keys if that
// is asked for and all of them are exact strings; else done is false.
func (w *writer) sortedDict(v py.Value, d *py.Dict, first *bool) (done bool, err *py.Exc) {
	if !w.e.sortKeys || v.Type() != py.DictType {
		return false, nil
	}
	base := len(w.sorted)
	defer func() {
		clear(w.sorted[base:])
		w.sorted = w.sorted[:base]
	}()
	for pos := 0; ; {
		k, x, next, ok := d.EntryAt(w.t, pos)
		if !ok {
			break
		}
		if pos = next; k.Type() != py.StrType {
			return false, nil
		}
		s, _ := py.ToStr(k)
		w.sorted = append(w.sorted, entry{k, x, s.String()})
	}
	end := len(w.sorted)
	slices.SortFunc(w.sorted[base:end], func(a, b entry) int { return strings.Compare(a.name, b.name) })
	for i := base; i < end; i++ {
		if err := w.pair(w.sorted[i].key, w.sorted[i].val, first); err != nil {
			return true, err
		}
	}
	return true, nil
}

// items returns the pairs of a mapping, sorted where asked for.
func (w *writer) items(v py.Value, d *py.Dict) ([]py.Value, *py.Exc) {
	var items []py.Value
	if v.Type() == py.DictType {
		for pos := 0; ; {
			k, x, next, ok := d.EntryAt(w.t, pos)
			if !ok {
				break
			}
			pos = next
			items = append(items, py.NewTuple(k, x).Value())
		}
	} else {
		r, err := w.t.CallMethodS(v, "items")
		if err != nil {
			return nil, err
		}
		if items, err = w.t.Items(r); err != nil {
			return nil, err
		}
	}
	if w.e.sortKeys {
		if err := w.t.SortValues(items, py.None, false); err != nil {
			return nil, err
		}
	}
	return items, nil
}

func (w *writer) pair(k, v py.Value, first *bool) *py.Exc {
	at := len(w.buf)
	if !*first {
		w.buf = append(w.buf, w.e.itemSep.String()...)
		w.newline()
	}
	s, isStr := py.ToStr(k)
	if !isStr {
		kw := writer{t: w.t, e: w.e}
		var err *py.Exc
		switch {
		case py.IsFloat(k):
			err = kw.float(k)
		case k.IsNone(), k == py.True, k == py.False:
			err = kw.value(k)
		case py.IsInt(k):
			err = kw.int(k)
		case w.e.skipKeys:
			w.buf = w.buf[:at]
			return nil
		default:
			err = w.t.TypeErr("keys must be str, int, float, bool or None, not %s", k.Type().Name())
		}
		if err != nil {
			return err
		}
		s = py.NewStr(string(kw.buf))
	}
	*first = false
	if err := w.str(s); err != nil {
		return err
	}
	w.buf = append(w.buf, w.e.keySep.String()...)
	return w.value(v)
}

// safe marks the bytes that stand for themselves in an ASCII string.
var safe = func() (t [256]bool) {
	for c := ' '; c <= '~'; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return
}()

// safePlain marks the bytes that stand for themselves in any string.
var safePlain = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= ' ' && c != '"' && c != '\\'
	}
	return
}()

const hexDigits = "0123456789abcdef"

func appendU(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	case '\f':
		return append(b, '\\', 'f')
	case '\b':
		return append(b, '\\', 'b')
	}
	return appendU(b, rune(c))
}

// piece is the number of bytes of a text that are escaped at once.
const piece = 1 << 20

// quoted appends s with quotes around it, escaped by escape.
func quoted(t *py.Thread, b []byte, s string, escape func([]byte, string) []byte) ([]byte, *py.Exc) {
	b = append(b, '"')
	for s != "" {
		n := min(len(s), piece)
		for n < len(s) && s[n]&0xc0 == 0x80 {
			n++
		}
		var err *py.Exc
		if b, err = t.Grow(b, 6*n+2); err != nil {
			return nil, err
		}
		b, s = escape(b, s[:n]), s[n:]
	}
	return append(b, '"'), nil
}

func escapeASCII(b []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if safe[c] {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		if c < 0x80 {
			b = appendEscape(b, c)
			i++
		} else {
			r, n := wtf8.DecodeRune(s[i:])
			if r >= 0x10000 {
				r -= 0x10000
				b = appendU(b, 0xd800+r>>10)
				r = 0xdc00 + r&0x3ff
			}
			b = appendU(b, r)
			i += n
		}
		start = i
	}
	return append(b, s[start:]...)
}

func escapePlain(b []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		if c := s[i]; !safePlain[c] {
			b = append(b, s[start:i]...)
			b = appendEscape(b, c)
			start = i + 1
		}
	}
	return append(b, s[start:]...)
}

func basestring(f func([]byte, string) []byte) py.Fn1 {
	return func(t *py.Thread, _, v py.Value) (py.Value, *py.Exc) {
		s, ok := py.ToStr(v)
		if !ok {
			return py.Value{}, t.TypeErr("first argument must be a string, not %s", v.Type().Name())
		}
		b, err := quoted(t, make([]byte, 0, len(s.String())+2), s.String(), f)
		if err != nil {
			return py.Value{}, err
		}
		return py.TextOf(b), nil
	}
}

var encoderSig = py.ParseSignature("markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan")

func newEncoder(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [9]py.Value
	if err := encoderSig.Bind(t, "make_encoder", args, a[:]); err != nil {
		return py.Value{}, err
	}
	e := py.AllocFor[encoder](t, cls)
	var ok bool
	if e.keySep, ok = py.ToStr(a[4]); !ok {
		return py.Value{}, t.TypeErr("make_encoder() argument 5 must be str, not %s", a[4].Type().Name())
	}
	if e.itemSep, ok = py.ToStr(a[5]); !ok {
		return py.Value{}, t.TypeErr("make_encoder() argument 6 must be str, not %s", a[5].Type().Name())
	}
	for i, to := range []*bool{&e.sortKeys, &e.skipKeys, &e.allowNaN} {
		b, err := t.Truth(a[6+i])
		if err != nil {
			return py.Value{}, err
		}
		*to = b
	}
	if _, isDict := py.ToDict(a[0]); !isDict && !a[0].IsNone() {
		return py.Value{}, t.TypeErr("make_encoder() argument 1 must be dict or None, not %s", a[0].Type().Name())
	}
	if _, isStr := py.ToStr(a[3]); !isStr && !a[3].IsNone() {
		return py.Value{}, t.TypeErr("make_encoder() argument 4 must be str or None, not %s", a[3].Type().Name())
	}
	e.markers, e.def, e.enc, e.indent = a[0], a[1], a[2], a[3]
	if mod, name := py.NativeName(e.enc); mod == "_json" {
		switch name {
		case "encode_basestring_ascii":
			e.mode = ascii
		case "encode_basestring":
			e.mode = plain
		}
	}
	return py.FromHeader(&e.Header), nil
}

var encodeSig = py.ParseSignature("obj, _current_indent_level")

func encoderCall(t *py.Thread, self py.Value, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := encodeSig.Bind(t, "_iterencode", args, a[:]); err != nil {
		return py.Value{}, err
	}
	level, err := t.AsSize(a[1])
	if err != nil {
		return py.Value{}, err
	}
	const deepest = 1 << 24 // no nesting that can be reached
	if level > deepest {
		return py.Value{}, t.MemoryErr()
	}
	w := writer{t: t, e: asEncoder(self), level: level}
	w.slack = 64 + len(w.e.itemSep.String()) + len(w.e.keySep.String())
	if s, ok := py.ToStr(w.e.indent); ok {
		w.indent, w.lines = s.String(), true
	}
	if err := w.value(a[0]); err != nil {
		return py.Value{}, err
	}
	return py.NewTuple(py.TextOf(w.buf)).Value(), nil
}

func encoderMember(name string, get func(e *encoder) py.Value) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Doc: name, Set: readOnly, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		return get(asEncoder(v)), nil
	}}
}

func init() {
	py.RegisterPackage(func() {
		registerEncoder()
		registerScanner()
	}, "_json")
}

func registerEncoder() {
	py.RegisterType(py.TypeSpec{
		Type: encoderType, Name: "_json.Encoder", Doc: "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)", Layout: py.LayoutOf[encoder](),
		Slots: py.Slots{New: newEncoder, Call: encoderCall},
		GetSet: []py.GetSetSpec{
			encoderMember("markers", func(e *encoder) py.Value { return e.markers }),
			encoderMember("default", func(e *encoder) py.Value { return e.def }),
			encoderMember("encoder", func(e *encoder) py.Value { return e.enc }),
			encoderMember("indent", func(e *encoder) py.Value { return e.indent }),
			encoderMember("key_separator", func(e *encoder) py.Value { return e.keySep.Value() }),
			encoderMember("item_separator", func(e *encoder) py.Value { return e.itemSep.Value() }),
			encoderMember("sort_keys", func(e *encoder) py.Value { return py.Bool(e.sortKeys) }),
			encoderMember("skipkeys", func(e *encoder) py.Value { return py.Bool(e.skipKeys) }),
		},
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "_json",
		Doc:  "json speedups\n",
		Methods: []py.MethodSpec{
			{Name: "scanstring", Fn: scanStringRaw, Doc: "scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the index of the character in s\nafter the quote that started it. With strict false, literal control\ncharacters are allowed.\n\nReturns the decoded string and the index of the character after the end quote."},
			{Name: "encode_basestring_ascii", Fn: basestring(escapeASCII), Doc: "encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string"},
			{Name: "encode_basestring", Fn: basestring(escapePlain), Doc: "encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string"},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("make_scanner", scannerType.Value())
			m.Set("make_encoder", encoderType.Value())
			return nil
		},
	})
}

// scanStringRaw checks the count in the words of PyArg_ParseTuple.
var scanStringRaw = py.FnRaw(func(t *py.Thread, self py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.NoKeywords(t, "scanstring()"); err != nil {
		return py.Value{}, err
	}
	n := args.Len()
	if n < 2 {
		return py.Value{}, t.TypeErr("scanstring() takes at least 2 arguments (%d given)", n)
	}
	if n > 3 {
		return py.Value{}, t.TypeErr("scanstring() takes at most 3 arguments (%d given)", n)
	}
	var a [3]py.Value
	copy(a[:], args.Pos())
	return pyScanString(t, self, a[:])
})
