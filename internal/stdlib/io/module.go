// Package io is the native module _io: raw files, buffers, text wrappers and
// in-memory streams (PEP 3116).
package io

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

// UnsupportedOperation is io.UnsupportedOperation.
var UnsupportedOperation = new(py.Type)

const defaultBufferSize = 8192

func init() {
	py.RegisterType(py.TypeSpec{
		Type: UnsupportedOperation, Name: "io.UnsupportedOperation", NamedModule: true, Bases: []*py.Type{py.OSError, py.ValueError},
		Flags: py.FlagBaseType | py.FlagExcSubclass,
	})
	py.RegisterModule(py.ModuleSpec{
		Name: "_io",
		Doc:  "Streams: raw files, buffered and text wrappers around them, and streams in memory.\n\nDEFAULT_BUFFER_SIZE is the size of buffers where the device does not suggest one.",
		Types: []*py.Type{
			IOBaseType, RawIOBaseType, BufferedIOBaseType, TextIOBaseType, FileIOType, BytesIOType, bytesIOBufferType, StringIOType,
			BufferedReaderType, BufferedWriterType, BufferedRandomType, BufferedRWPairType, TextIOWrapperType, newlineDecoderType,
		},
		Methods: []py.MethodSpec{
			{Name: "open", Sig: "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", Fn: py.FnSig(ioOpen),
				Doc: "Open file and return a stream.  Raise OSError upon failure.\n\nfile is a path (str, bytes or path-like) or a file descriptor. mode is made of\n'r' (read, the default), 'w' (write, truncating), 'x' (create, must not exist)\nor 'a' (append), with 'b' for bytes or 't' for text, and '+' for both reading\nand writing. buffering 0 means none (binary only), 1 by line (text only),\nlarger numbers a buffer size. encoding, errors and newline apply to text.\nUnless closefd is false a given descriptor is closed with the stream; opener is\ncalled with (file, flags) in place of os.open."},
			{Name: "open_code", Sig: "path", Fn: py.FnSig(ioOpenCode), Doc: "Open a file that holds code, with mode 'rb'."},
			{Name: "text_encoding", Sig: "encoding, stacklevel=2, /", Fn: py.FnSig(ioTextEncoding),
				Doc: "Return encoding, or for None 'locale' or 'utf-8' (in UTF-8 mode).\n\nA function that hands an encoding on to open() calls it so that the warning\nabout a missing one names its caller, stacklevel frames up."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("DEFAULT_BUFFER_SIZE", py.IntOf(defaultBufferSize))
			m.Set("UnsupportedOperation", UnsupportedOperation.Value())
			m.Set("BlockingIOError", py.BlockingIOError.Value())
			return nil
		},
	})
}

// openMode is a parsed mode of open().
type openMode struct {
	creating, reading, writing, appending, updating, text, binary bool
}

func parseMode(t *py.Thread, mode *py.Str) (m openMode, err *py.Exc) {
	bad := func() *py.Exc { return t.ValueErr("invalid mode: '%s'", mode.String()) }
	text := mode.String()
	for i := 0; i < len(text); i++ {
		var f *bool
		switch text[i] {
		case 'x':
			f = &m.creating
		case 'r':
			f = &m.reading
		case 'w':
			f = &m.writing
		case 'a':
			f = &m.appending
		case '+':
			f = &m.updating
		case 't':
			f = &m.text
		case 'b':
			f = &m.binary
		default:
			return m, bad()
		}
		if *f {
			return m, bad()
		}
		*f = true
	}
	return m, nil
}

// raw is the mode for FileIO.
func (m openMode) raw() string {
	b := make([]byte, 0, 2)
	for _, x := range [...]struct {
		on bool
		c  byte
	}{{m.creating, 'x'}, {m.reading, 'r'}, {m.writing, 'w'}, {m.appending, 'a'}, {m.updating, '+'}} {
		if x.on {
			b = append(b, x.c)
		}
	}
	return string(b)
}

func count(bs ...bool) int {
	n := 0
	for _, b := range bs {
		if b {
			n++
		}
	}
	return n
}

func ioOpen(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	file := a[0]
	modeStr := py.InternStr("r")
	if !a[1].IsNil() {
		s, ok := py.ToStr(a[1])
		if !ok {
			return py.Value{}, t.TypeErr("open() argument 'mode' must be str, not %s", a[1].Type().Name())
		}
		modeStr = s
	}
	buffering, err := cInt(t, a[2], -1)
	if err != nil {
		return py.Value{}, err
	}
	encoding, err := optText(t, "open", "encoding", a[3])
	if err != nil {
		return py.Value{}, err
	}
	errs, err := optText(t, "open", "errors", a[4])
	if err != nil {
		return py.Value{}, err
	}
	newline, err := optText(t, "open", "newline", a[5])
	if err != nil {
		return py.Value{}, err
	}
	closefd, err := truth(t, a[6], true)
	if err != nil {
		return py.Value{}, err
	}
	if !py.IsInt(file) {
		if file, err = t.FSPath(file); err != nil {
			return py.Value{}, err
		}
	}
	m, err := parseMode(t, modeStr)
	if err != nil {
		return py.Value{}, err
	}
	switch {
	case m.text && m.binary:
		return py.Value{}, t.ValueErr("can't have text and binary mode at once")
	case count(m.creating, m.reading, m.writing, m.appending) > 1:
		return py.Value{}, t.ValueErr("must have exactly one of create/read/write/append mode")
	case m.binary && encoding != nil:
		return py.Value{}, t.ValueErr("binary mode doesn't take an encoding argument")
	case m.binary && errs != nil:
		return py.Value{}, t.ValueErr("binary mode doesn't take an errors argument")
	case m.binary && newline != nil:
		return py.Value{}, t.ValueErr("binary mode doesn't take a newline argument")
	}
	if m.binary && buffering == 1 {
		if err := t.Warn(py.RuntimeWarning, 1, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used"); err != nil {
			return py.Value{}, err
		}
	}
	raw := py.AllocFor[fileIO](t, FileIOType)
	result := py.FromHeader(&raw.Header)
	if err := raw.open(t, file, m.raw(), closefd, a[7]); err != nil {
		return py.Value{}, err
	}
	// From here on a failure closes what was opened.
	fail := func(err *py.Exc) (py.Value, *py.Exc) {
		if _, err2 := t.CallMethod(result, sClose); err2 != nil {
			return py.Value{}, chain(err2, err)
		}
		return py.Value{}, err
	}
	tty := false
	if buffering < 0 {
		if tty, err = raw.isatty(t); err != nil {
			return fail(err)
		}
	}
	lineBuffering := false
	if buffering == 1 || tty {
		buffering, lineBuffering = -1, true
	}
	if buffering < 0 {
		buffering = defaultBufferSize
		if raw.blksize > 1 {
			buffering = raw.blksize
		}
	}
	if buffering == 0 {
		if m.binary {
			return result, nil
		}
		return fail(t.ValueErr("can't have unbuffered text I/O"))
	}
	var b *buffered
	switch {
	case m.updating:
		b = py.AllocFor[buffered](t, BufferedRandomType)
		err = b.initRandom(t, result, buffering)
	case m.creating || m.writing || m.appending:
		b = py.AllocFor[buffered](t, BufferedWriterType)
		err = b.initWriter(t, result, buffering)
	case m.reading:
		b = py.AllocFor[buffered](t, BufferedReaderType)
		err = b.initReader(t, result, buffering)
	default:
		return fail(t.ValueErr("unknown mode: '%s'", modeStr.String()))
	}
	if err != nil {
		return fail(err)
	}
	result = py.FromHeader(&b.Header)
	if m.binary {
		return result, nil
	}
	w := py.AllocFor[textIO](t, TextIOWrapperType)
	wv := py.FromHeader(&w.Header)
	if err := w.init(t, result, textOptions{encoding: encoding, errors: errs, newline: newline, lineBuffering: lineBuffering}); err != nil {
		return fail(err)
	}
	result = wv
	if err := t.SetAttr(wv, sMode, modeStr.Value()); err != nil {
		return fail(err)
	}
	return wv, nil
}

func ioOpenCode(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	s, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("open_code() argument 'path' must be str, not %s", a[0].Type().Name())
	}
	return ioOpen(t, py.None, []py.Value{s.Value(), py.InternStr("rb").Value(), {}, {}, {}, {}, {}, py.None})
}

func ioTextEncoding(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	level, err := cInt(t, a[1], 2)
	if err != nil {
		return py.Value{}, err
	}
	if !a[0].IsNone() {
		return a[0], nil
	}
	flags := t.Interp().Options().Flags
	if flags["warn_default_encoding"] != 0 {
		if err := t.Warn(py.EncodingWarning, level, "'encoding' argument not specified"); err != nil {
			return py.Value{}, err
		}
	}
	if flags["utf8_mode"] != 0 {
		return py.InternStr("utf-8").Value(), nil
	}
	return py.InternStr("locale").Value(), nil
}
