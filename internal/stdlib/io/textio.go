package io

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// textIO is a TextIOWrapper.
type textIO struct {
	ioBase
	lock     textLock
	ok       bool
	detached bool
	buffer   py.Value
	fast     *buffered // buffer, when it is exactly one of our buffered types

	textSetup
	lineBuffering bool
	writeThrough  bool
	seekable      bool
	telling       bool
	hasRead1      bool
	chunkSize     int

	// pending is encoded text that the buffer has not got yet.
	pending []byte

	// text[at:] was decoded and is still to be handed out.
	text  string
	at    int
	ascii bool // text is ASCII
	// snap: before text was decoded, the decoder had the number snapFlags and
	// was given the bytes snapInput (those it had kept back included).
	snap      bool
	snapFlags int
	snapInput []byte
	ratio     float64 // bytes per code point in text
}

// textSetup is how a wrapper encodes and decodes.
type textSetup struct {
	encoding *py.Str
	errors   *py.Str
	dec      textDecoder // nil: the buffer is not readable
	enc      textEncoder // nil: the buffer is not writable
	nl       *nlDecoder  // dec, in universal newlines mode

	newline   string // the newline argument, "" also for None
	universal bool   // newline None or ''
	translate bool   // newline None
	writeNL   string // what '\n' is written as, "" for itself
}

// TextIOWrapperType is io.TextIOWrapper.
var TextIOWrapperType = new(py.Type)

func asText(v py.Value) *textIO { return (*textIO)(v.Ptr()) }

func (w *textIO) value() py.Value { return py.FromHeader(&w.Header) }

// textLock lets one thread at a time use a wrapper; that thread may enter it
// again, through a signal handler or a buffer written in Python.
type textLock struct {
	py.Mutex
	depth int
}

func (w *textIO) enter(t *py.Thread) *py.Exc {
	if w.lock.Owner() == t {
		w.lock.depth++
		return nil
	}
	if w.lock.TryLock(t) {
		return nil
	}
	return waitForStream(t, &w.lock.Mutex, w.value())
}

func (w *textIO) leave() {
	if w.lock.depth > 0 {
		w.lock.depth--
		return
	}
	w.lock.Unlock()
}

func (w *textIO) checkAttached(t *py.Thread) *py.Exc {
	if w.ok {
		return nil
	}
	if w.detached {
		return t.ValueErr("underlying buffer has been detached")
	}
	return t.ValueErr("I/O operation on uninitialized object")
}

// check raises ValueError for a stream that is closed, detached or not initialized.
func (w *textIO) check(t *py.Thread) *py.Exc {
	if err := w.checkAttached(t); err != nil {
		return err
	}
	if w.value().Type().Flags()&py.FlagHeap == 0 {
		if w.fast != nil && w.fast.file != nil {
			if w.fast.file.fd < 0 {
				return t.ValueErr(fileClosed)
			}
			return nil
		}
		c, err := isClosed(t, w.buffer)
		if err != nil {
			return err
		}
		if c {
			return t.ValueErr(fileClosed)
		}
		return nil
	}
	return checkClosed(t, w.value())
}

// textOptions are the arguments of TextIOWrapper beside the buffer; nil is None.
type textOptions struct {
	encoding, errors, newline   *py.Str
	lineBuffering, writeThrough bool
}

var textSig = py.ParseSignature("buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False")

func textInit(t *py.Thread, self py.Value, args py.Args) *py.Exc {
	var a [6]py.Value
	if err := textSig.Bind(t, "TextIOWrapper", args, a[:]); err != nil {
		return err
	}
	var o textOptions
	var err *py.Exc
	if o.encoding, err = optText(t, "TextIOWrapper", "encoding", a[1]); err != nil {
		return err
	}
	if !a[2].IsNil() && !a[2].IsNone() {
		s, ok := py.ToStr(a[2])
		if !ok {
			return t.TypeErr("TextIOWrapper() argument 'errors' must be str or None, not %s", a[2].Type().Name())
		}
		o.errors = s
	}
	if o.newline, err = optText(t, "TextIOWrapper", "newline", a[3]); err != nil {
		return err
	}
	if o.lineBuffering, err = truth(t, a[4], false); err != nil {
		return err
	}
	if o.writeThrough, err = truth(t, a[5], false); err != nil {
		return err
	}
	return asText(self).init(t, a[0], o)
}

func (w *textIO) init(t *py.Thread, buffer py.Value, o textOptions) *py.Exc {
	w.ok, w.detached = false, false
	if o.encoding == nil && t.Interp().Options().Flags["warn_default_encoding"] != 0 {
		if err := t.Warn(py.EncodingWarning, 1, "'encoding' argument not specified"); err != nil {
			return err
		}
	}
	if o.errors == nil {
		o.errors = py.InternStr("strict")
	} else if _, err := optText(t, "", "", o.errors.Value()); err != nil {
		return err
	}
	if t.Interp().Options().Flags["dev_mode"] != 0 {
		if _, err := t.LookupErrorHandler(o.errors.String()); err != nil {
			return err
		}
	}
	if o.newline != nil && !validNewline(o.newline.String()) {
		return t.ValueErr("illegal newline value: %s", o.newline.String())
	}
	w.dropText()
	w.pending, w.ratio = nil, 0
	w.dec, w.enc, w.nl = nil, nil, nil
	w.encoding = o.encoding
	if o.encoding == nil || o.encoding.String() == "locale" {
		w.encoding = py.InternStr(LocaleEncoding(t))
	}
	w.errors = o.errors
	w.setNewline(o.newline)
	w.chunkSize = defaultBufferSize
	w.lineBuffering, w.writeThrough = o.lineBuffering, o.writeThrough
	if _, ok := nativeEncoding(w.encoding.String()); !ok {
		if _, err := lookupCodec(t, w.encoding.String()); err != nil {
			return err
		}
	}
	w.buffer = buffer
	w.fast = nil
	switch buffer.Type() {
	case BufferedReaderType, BufferedWriterType, BufferedRandomType:
		w.fast = asBuffered(buffer)
	}
	if err := w.setCodecs(t); err != nil {
		return err
	}
	ok, err := attrBool(t, buffer, sSeekable)
	if err != nil {
		return err
	}
	w.seekable, w.telling = ok, ok
	r1, err := t.GetAttrOpt(buffer, sRead1)
	if err != nil {
		return err
	}
	w.hasRead1 = !r1.IsNil()
	if w.enc != nil {
		raw := buffer
		if w.fast != nil {
			raw = w.fast.raw
		}
		noteBuffer(t, w, raw)
	}
	if err := w.fixEncoder(t); err != nil {
		return err
	}
	w.ok = true
	return nil
}

func (w *textIO) setNewline(newline *py.Str) {
	w.newline = ""
	if newline != nil {
		w.newline = newline.String()
	}
	w.universal, w.translate = w.newline == "", newline == nil
	w.writeNL = ""
	if w.newline == "\r" || w.newline == "\r\n" {
		w.writeNL = w.newline
	}
}

// setCodecs makes the decoder and the encoder for what the buffer can do.
func (w *textIO) setCodecs(t *py.Thread) *py.Exc {
	readable, err := attrBool(t, w.buffer, sReadable)
	if err != nil {
		return err
	}
	w.dec, w.nl, w.enc = nil, nil, nil
	enc, errs := w.encoding.String(), w.errors.String()
	if readable {
		d, err := newDecoder(t, enc, errs)
		if err != nil {
			return err
		}
		w.dec = d
		if w.universal {
			w.nl = &nlDecoder{d, newlineState{translate: w.translate}}
			w.dec = w.nl
		}
	}
	writable, err := attrBool(t, w.buffer, sWritable)
	if err != nil {
		return err
	}
	if writable {
		if w.enc, err = newEncoder(t, enc, errs); err != nil {
			return err
		}
	}
	return nil
}

// fixEncoder tells the encoder when writing does not begin at the start of the
// stream, so that no byte order mark is written there.
func (w *textIO) fixEncoder(t *py.Thread) *py.Exc {
	if !w.seekable || w.enc == nil {
		return nil
	}
	if _, native := w.enc.(*nativeEncoder); native {
		return nil
	}
	r, err := t.CallMethod(w.buffer, sTell)
	if err != nil {
		return err
	}
	start, err := t.Equal(r, py.IntOf(0))
	if err != nil || start {
		return err
	}
	return w.enc.reset(t, false)
}

// dropText forgets what was read ahead.
func (w *textIO) dropText() {
	w.text, w.at, w.ascii = "", 0, true
	w.snap, w.snapFlags, w.snapInput = false, 0, nil
}

func (w *textIO) setText(s string) {
	w.text, w.at = s, 0
	w.ascii = wtf8.IsASCII(s)
}

// runes counts the code points of a part of text.
func (w *textIO) runes(s string) int {
	if w.ascii {
		return len(s)
	}
	n, _ := wtf8.CountRunes(s)
	return n
}

func textReconfigure(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if s, ok := py.ToStr(a[0]); ok && strings.IndexByte(s.String(), 0) >= 0 {
		return py.Value{}, t.Raise(py.LookupError, "unknown encoding: %s", s.String())
	}
	encoding, err := optText(t, "reconfigure", "encoding", a[0])
	if err != nil {
		return py.Value{}, err
	}
	errs, err := optText(t, "reconfigure", "errors", a[1])
	if err != nil {
		return py.Value{}, err
	}
	newline, err := optText(t, "reconfigure", "newline", a[2])
	if err != nil {
		return py.Value{}, err
	}
	if err := w.checkAttached(t); err != nil {
		return py.Value{}, err
	}
	if err := w.enter(t); err != nil {
		return py.Value{}, err
	}
	defer w.leave()
	newNL := !a[2].IsNil()
	if (encoding != nil || errs != nil || newNL) && (w.snap || w.text != "") {
		return py.Value{}, unsupported(t, "It is not possible to set the encoding or newline of stream after the first read")
	}
	if newline != nil && !validNewline(newline.String()) {
		return py.Value{}, t.ValueErr("illegal newline value: %s", newline.String())
	}
	lineBuffering, writeThrough := w.lineBuffering, w.writeThrough
	if !a[3].IsNil() && !a[3].IsNone() {
		n, err := t.CInt(a[3])
		if err != nil {
			return py.Value{}, err
		}
		lineBuffering = n != 0
	}
	if !a[4].IsNil() && !a[4].IsNone() {
		n, err := t.CInt(a[4])
		if err != nil {
			return py.Value{}, err
		}
		writeThrough = n != 0
	}
	if _, err := t.CallMethod(v, sFlush); err != nil {
		return py.Value{}, err
	}
	w.ratio = 0
	if newNL || encoding != nil || errs != nil {
		old := w.textSetup
		if newNL {
			w.setNewline(newline)
		}
		switch {
		case encoding == nil && errs != nil:
			w.errors = errs
		case encoding != nil && errs == nil:
			w.errors = py.InternStr("strict")
		case errs != nil:
			w.errors = errs
		}
		if encoding != nil {
			w.encoding = encoding
			if encoding.String() == "locale" {
				w.encoding = py.InternStr(LocaleEncoding(t))
			}
		}
		err := w.checkCodec(t)
		if err == nil {
			err = w.setCodecs(t)
		}
		if err != nil {
			w.textSetup = old
			return py.Value{}, err
		}
		if err := w.fixEncoder(t); err != nil {
			return py.Value{}, err
		}
	}
	w.lineBuffering, w.writeThrough = lineBuffering, writeThrough
	return py.None, nil
}

func (w *textIO) checkCodec(t *py.Thread) *py.Exc {
	if _, ok := nativeEncoding(w.encoding.String()); ok {
		return nil
	}
	_, err := lookupCodec(t, w.encoding.String())
	return err
}

func textDetach(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if err := w.checkAttached(t); err != nil {
		return py.Value{}, err
	}
	if _, err := t.CallMethod(v, sFlush); err != nil {
		return py.Value{}, err
	}
	b := w.buffer
	w.buffer, w.fast = py.Value{}, nil
	w.detached, w.ok = true, false
	return b, nil
}

func textClose(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if err := w.checkAttached(t); err != nil {
		return py.Value{}, err
	}
	c, err := isClosed(t, v)
	if err != nil {
		return py.Value{}, err
	}
	if c {
		return py.None, nil
	}
	if w.finalizing {
		if _, err := t.CallMethod(w.buffer, sDeallocWarn, v); err != nil && !err.Is(py.AttributeError) {
			t.WriteUnraisable(err, "", v)
		}
	}
	_, flushErr := t.CallMethod(v, sFlush)
	r, err := t.CallMethod(w.buffer, sClose)
	if flushErr != nil {
		if err != nil {
			return py.Value{}, chain(err, flushErr)
		}
		return py.Value{}, flushErr
	}
	return r, err
}

func viaBuffer(name *py.Str) py.Fn0 {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		w := asText(v)
		if err := w.checkAttached(t); err != nil {
			return py.Value{}, err
		}
		return t.CallMethod(w.buffer, name)
	}
}

func bufferAttr(name *py.Str) func(*py.Thread, py.Value) (py.Value, *py.Exc) {
	return func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
		w := asText(v)
		if err := w.checkAttached(t); err != nil {
			return py.Value{}, err
		}
		return t.GetAttr(w.buffer, name)
	}
}

func textRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if !w.ok && !w.detached {
		return py.Value{}, w.checkAttached(t)
	}
	if t.EnterRepr(v) {
		return py.Value{}, t.Raise(py.RuntimeError, "reentrant call inside %s.__repr__", v.Type().Name())
	}
	defer t.LeaveRepr(v)
	s := "<" + v.Type().Name()
	for _, a := range [...]*py.Str{sName, sMode} {
		x, err := t.GetAttrOpt(v, a)
		if err != nil {
			if a == sName && err.Is(py.ValueError) {
				continue
			}
			return py.Value{}, err
		}
		if x.IsNil() {
			continue
		}
		r, err := t.Repr(x)
		if err != nil {
			return py.Value{}, err
		}
		s += " " + a.String() + "=" + r.String()
	}
	r, err := t.Repr(w.encoding.Value())
	if err != nil {
		return py.Value{}, err
	}
	return str(s + " encoding=" + r.String() + ">"), nil
}

func member(name string, get func(w *textIO) py.Value) py.GetSetSpec {
	return py.GetSetSpec{
		Name: name,
		Get:  func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return get(asText(v)), nil },
		Set:  func(t *py.Thread, v, val py.Value) *py.Exc { return t.Raise(py.AttributeError, "readonly attribute") },
	}
}

func init() {
	py.RegisterType(py.TypeSpec{
		Type: TextIOWrapperType, Name: "_io.TextIOWrapper", Guarded: true, Sig: "buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False", Base: TextIOBaseType, Flags: ioFlags | py.FlagHasFinalizer,
		Layout: py.LayoutWithExt(func(w *textIO) *py.Ext { return &w.ext }),
		Doc:    "Text on top of a buffered stream of bytes.\n\nencoding is the locale's by default, errors 'strict'. newline may be None (any\nline end is read as '\\n', '\\n' is written as the system's), '' (any line end,\nnot translated), '\\n', '\\r' or '\\r\\n'. With line_buffering, writing a line end\nflushes; with write_through nothing is kept back here.",
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
				return py.FromHeader(&py.AllocFor[textIO](t, cls).Header), nil
			},
			Init: textInit, Repr: textRepr, Next: textNext,
		},
		Methods: append([]py.MethodSpec{
			{Name: "detach", Fn: py.Fn0(textDetach)},
			{Name: "reconfigure", Sig: "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None", Fn: py.FnSig(textReconfigure), Doc: "Reconfigure the text stream with new parameters.\n\nThis also does an implicit stream flush."},
			{Name: "write", Sig: "text, /", Fn: py.Fn1(textWrite)},
			{Name: "read", Sig: "size=-1, /", Fn: py.FnSig(textRead)},
			{Name: "readline", Sig: "size=-1, /", Fn: py.FnSig(textReadline)},
			{Name: "flush", Fn: py.Fn0(textFlush)},
			{Name: "close", Fn: py.Fn0(textClose)},
			{Name: "fileno", Fn: py.Fn0(viaBuffer(sFileno))},
			{Name: "seekable", Fn: py.Fn0(viaBuffer(sSeekable))},
			{Name: "readable", Fn: py.Fn0(viaBuffer(sReadable))},
			{Name: "writable", Fn: py.Fn0(viaBuffer(sWritable))},
			{Name: "isatty", Fn: py.Fn0(viaBuffer(sIsatty))},
			{Name: "seek", Sig: "cookie, whence=os.SEEK_SET, /", Fn: py.FnSig(textSeek), Doc: "Go to a position that tell() returned, or to the start (0) or the end (0, 2).\n\nWhence 1 with cookie 0 stays; other combinations are not supported."},
			{Name: "tell", Fn: py.Fn0(textTell), Doc: "Return the stream position as an opaque number for seek()."},
			{Name: "truncate", Sig: "pos=None, /", Fn: py.FnSig(textTruncate)},
		}, pickleMethods...),
		GetSet: []py.GetSetSpec{
			member("encoding", func(w *textIO) py.Value {
				if w.encoding == nil {
					return py.None
				}
				return w.encoding.Value()
			}),
			member("buffer", func(w *textIO) py.Value {
				if w.buffer.IsNil() {
					return py.None
				}
				return w.buffer
			}),
			member("line_buffering", func(w *textIO) py.Value { return py.Bool(w.lineBuffering) }),
			member("write_through", func(w *textIO) py.Value { return py.Bool(w.writeThrough) }),
			finalizingMember,
			{Name: "name", Get: bufferAttr(sName)},
			{Name: "closed", Get: bufferAttr(sClosed)},
			{Name: "newlines", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				w := asText(v)
				if err := w.checkAttached(t); err != nil || w.nl == nil {
					return py.None, err
				}
				return w.nl.newlines(), nil
			}},
			{Name: "errors", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				w := asText(v)
				if err := w.checkInit(t); err != nil {
					return py.Value{}, err
				}
				return w.errors.Value(), nil
			}},
			{Name: "_CHUNK_SIZE", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				w := asText(v)
				return py.IntOf(w.chunkSize), w.checkAttached(t)
			}, Set: func(t *py.Thread, v, val py.Value) *py.Exc {
				w := asText(v)
				if err := w.checkAttached(t); err != nil {
					return err
				}
				if val.IsNil() {
					return t.Raise(py.AttributeError, "cannot delete attribute")
				}
				n, err := t.AsInt(val)
				if err != nil {
					return err
				}
				if n <= 0 {
					return t.ValueErr("a strictly positive integer is required")
				}
				w.chunkSize = n
				return nil
			}},
		},
	})
}

func (w *textIO) checkInit(t *py.Thread) *py.Exc {
	if w.ok || w.detached {
		return nil
	}
	return w.checkAttached(t)
}
