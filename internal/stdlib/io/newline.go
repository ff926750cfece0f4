package io

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

// Line ends that were met.
const (
	seenLF = 1 << iota
	seenCR
	seenCRLF
)

// newlineState translates and records line ends in text that comes in pieces.
type newlineState struct {
	translate bool
	pendingCR bool // the last piece ended with a CR that was kept back
	seen      uint8
}

// feed takes the next piece. Unless final is set a CR at the end is kept back,
// for a LF may follow.
func (n *newlineState) feed(s string, final bool) string {
	if n.pendingCR && (final || s != "") {
		s = "\r" + s
		n.pendingCR = false
	}
	if !final && strings.HasSuffix(s, "\r") {
		s = s[:len(s)-1]
		n.pendingCR = true
	}
	cr := strings.IndexByte(s, '\r')
	if cr < 0 {
		if n.seen&seenLF == 0 && strings.IndexByte(s, '\n') >= 0 {
			n.seen |= seenLF
		}
		return s
	}
	if !n.translate {
		n.record(s)
		return s
	}
	out := make([]byte, 0, len(s))
	for {
		if n.seen&seenLF == 0 && strings.IndexByte(s[:cr], '\n') >= 0 {
			n.seen |= seenLF
		}
		out = append(out, s[:cr]...)
		out = append(out, '\n')
		if cr+1 < len(s) && s[cr+1] == '\n' {
			n.seen |= seenCRLF
			s = s[cr+2:]
		} else {
			n.seen |= seenCR
			s = s[cr+1:]
		}
		if cr = strings.IndexByte(s, '\r'); cr < 0 {
			if n.seen&seenLF == 0 && strings.IndexByte(s, '\n') >= 0 {
				n.seen |= seenLF
			}
			return string(append(out, s...))
		}
	}
}

func (n *newlineState) record(s string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			n.seen |= seenLF
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				n.seen |= seenCRLF
				i++
			} else {
				n.seen |= seenCR
			}
		}
	}
}

// newlines is the value of the newlines attribute.
func (n *newlineState) newlines() py.Value {
	lf, cr, crlf := py.InternStr("\n").Value(), py.InternStr("\r").Value(), py.InternStr("\r\n").Value()
	switch n.seen {
	case seenLF:
		return lf
	case seenCR:
		return cr
	case seenCRLF:
		return crlf
	case seenLF | seenCR:
		return py.NewTuple(cr, lf).Value()
	case seenLF | seenCRLF:
		return py.NewTuple(lf, crlf).Value()
	case seenCR | seenCRLF:
		return py.NewTuple(cr, crlf).Value()
	case seenLF | seenCR | seenCRLF:
		return py.NewTuple(cr, lf, crlf).Value()
	}
	return py.None
}

// newlineDecoder is an IncrementalNewlineDecoder.
type newlineDecoder struct {
	py.Header
	newlineState
	decoder py.Value // None: the input is text already; nil: not initialized
}

var newlineDecoderType = new(py.Type)

func asNewlineDecoder(v py.Value) *newlineDecoder { return (*newlineDecoder)(v.Ptr()) }

var newlineDecoderSig = py.ParseSignature("decoder, translate, errors='strict'")

func (d *newlineDecoder) check(t *py.Thread) *py.Exc {
	if d.decoder.IsNil() {
		return t.ValueErr("IncrementalNewlineDecoder.__init__() not called")
	}
	return nil
}

func newlineDecode(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	d := asNewlineDecoder(v)
	if err := d.check(t); err != nil {
		return py.Value{}, err
	}
	final, err := truth(t, a[1], false)
	if err != nil {
		return py.Value{}, err
	}
	out := a[0]
	if !d.decoder.IsNone() {
		if out, err = t.CallMethod(d.decoder, sDecode, a[0], py.Bool(final)); err != nil {
			return py.Value{}, err
		}
	}
	s, ok := py.ToStr(out)
	if !ok {
		return py.Value{}, t.TypeErr("decoder should return a string result, not '%s'", out.Type().Name())
	}
	r := d.feed(s.String(), final)
	if len(r) == len(s.String()) && r == s.String() {
		return out, nil
	}
	return str(r), nil
}

// decoderState calls getstate() and takes its result apart.
func decoderState(t *py.Thread, decoder py.Value) (buffer, flags py.Value, err *py.Exc) {
	st, err := t.CallMethod(decoder, sGetstate)
	if err != nil {
		return buffer, flags, err
	}
	tp, ok := py.ToTuple(st)
	if !ok || len(tp.Items()) != 2 {
		return buffer, flags, t.TypeErr("illegal decoder state")
	}
	return tp.Items()[0], tp.Items()[1], nil
}

func newlineGetstate(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	d := asNewlineDecoder(v)
	if err := d.check(t); err != nil {
		return py.Value{}, err
	}
	buffer, flags := py.NewBytes(nil).Value(), py.IntOf(0)
	if !d.decoder.IsNone() {
		var err *py.Exc
		if buffer, flags, err = decoderState(t, d.decoder); err != nil {
			return py.Value{}, err
		}
		if !py.IsInt(flags) {
			return py.Value{}, t.TypeErr("illegal decoder state")
		}
	}
	flags, err := t.Binary(py.OpLShift, flags, py.IntOf(1))
	if err != nil {
		return py.Value{}, err
	}
	if d.pendingCR {
		if flags, err = t.Binary(py.OpOr, flags, py.IntOf(1)); err != nil {
			return py.Value{}, err
		}
	}
	return py.NewTuple(buffer, flags).Value(), nil
}

func newlineSetstate(t *py.Thread, v, state py.Value) (py.Value, *py.Exc) {
	d := asNewlineDecoder(v)
	if err := d.check(t); err != nil {
		return py.Value{}, err
	}
	tp, ok := py.ToTuple(state)
	if !ok {
		return py.Value{}, t.TypeErr("state argument must be a tuple")
	}
	if len(tp.Items()) != 2 || !py.IsInt(tp.Items()[1]) {
		return py.Value{}, t.TypeErr("setstate(): illegal state argument")
	}
	flags := tp.Items()[1]
	bit, err := t.Binary(py.OpAnd, flags, py.IntOf(1))
	if err != nil {
		return py.Value{}, err
	}
	d.pendingCR = bit == py.IntOf(1)
	if d.decoder.IsNone() {
		return py.None, nil
	}
	if flags, err = t.Binary(py.OpRShift, flags, py.IntOf(1)); err != nil {
		return py.Value{}, err
	}
	return t.CallMethod(d.decoder, sSetstate, py.NewTuple(tp.Items()[0], flags).Value())
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: newlineDecoderType, Name: "_io.IncrementalNewlineDecoder", Guarded: true, Sig: "decoder, translate, errors='strict'", Flags: py.FlagBaseType, Layout: py.LayoutOf[newlineDecoder](),
		Doc: "An incremental decoder around another one that knows universal newlines.\n\nIt records the line ends it meets and, if translate is true, turns them all\ninto '\\n'. A '\\r' at the end of a piece is kept back for the next. With\ndecoder None its input is text.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[newlineDecoder](t, cls).Header), nil
			},
			Init: func(t *py.Thread, self py.Value, args py.Args) *py.Exc {
				var a [3]py.Value
				if err := newlineDecoderSig.Bind(t, "IncrementalNewlineDecoder", args, a[:]); err != nil {
					return err
				}
				tr, err := t.Truth(a[1])
				if err != nil {
					return err
				}
				d := asNewlineDecoder(self)
				d.decoder, d.newlineState = a[0], newlineState{translate: tr}
				return nil
			},
		},
		Methods: []py.MethodSpec{
			{Name: "decode", Sig: "input, final=False", Fn: py.FnSig(newlineDecode)},
			{Name: "getstate", Fn: py.Fn0(newlineGetstate)},
			{Name: "setstate", Sig: "state, /", Fn: py.Fn1(newlineSetstate)},
			{Name: "reset", Fn: py.Fn0(func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				d := asNewlineDecoder(v)
				if err := d.check(t); err != nil {
					return py.Value{}, err
				}
				d.seen, d.pendingCR = 0, false
				if d.decoder.IsNone() {
					return py.None, nil
				}
				return t.CallMethod(d.decoder, sReset)
			})},
		},
		GetSet: []py.GetSetSpec{
			{Name: "newlines", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				d := asNewlineDecoder(v)
				if err := d.check(t); err != nil {
					return py.Value{}, err
				}
				return d.newlineState.newlines(), nil
			}},
		},
	})
}
