package io

import (
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

func init() { py.RegisterStdio(InitStdio) }

// stdioOptions says how the standard streams encode text.
type stdioOptions struct {
	encoding, errors string
	unbuffered       bool
}

// stdioEncoding finds the encoding of the standard streams: PYTHONIOENCODING,
// else UTF-8. In the C and POSIX locales and in UTF-8 mode bytes that are not
// UTF-8 get through as surrogates.
func stdioEncoding(t *py.Thread) (encoding, errors string) {
	env := t.Interp().Host().Env
	flags := t.Interp().Options().Flags
	errors = "strict"
	if flags["utf8_mode"] != 0 || posixLocale(env) {
		errors = "surrogateescape"
	}
	encoding = "utf-8"
	if flags["ignore_environment"] != 0 {
		return encoding, errors
	}
	if v, ok := env.Get("PYTHONIOENCODING"); ok && v != "" {
		enc, errs, has := strings.Cut(v, ":")
		if enc != "" {
			encoding = enc
			// An encoding that was asked for by name is strict by itself.
			errors = "strict"
		}
		if has && errs != "" {
			errors = errs
		}
	}
	return encoding, errors
}

// posixLocale tells whether the environment asks for the C or POSIX locale.
func posixLocale(env host.Env) bool {
	for _, name := range [...]string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v, ok := env.Get(name); ok && v != "" {
			return v == "C" || v == "POSIX"
		}
	}
	return true
}

// InitStdio makes sys.stdin, sys.stdout and sys.stderr and their __names__. A
// stream whose descriptor is not open is None.
func InitStdio(t *py.Thread, unbuffered bool) *py.Exc {
	enc, errs := stdioEncoding(t)
	if enc != "utf-8" {
		// The stream's encoding is the codec's own name.
		codec, err := lookupCodec(t, enc)
		if err != nil {
			return err
		}
		name, err := t.GetAttrS(codec, "name")
		if err != nil {
			return err
		}
		if n, ok := py.ToStr(name); ok {
			enc = n.String()
		}
	}
	for _, s := range [...]struct {
		fd    int
		name  string
		write bool
	}{{0, "stdin", false}, {1, "stdout", true}, {2, "stderr", true}} {
		o := stdioOptions{enc, errs, unbuffered}
		if s.fd == 2 {
			o.errors = "backslashreplace"
		}
		v, err := newStdio(t, s.fd, s.name, s.write, o)
		if err != nil {
			return err
		}
		t.SysSet(s.name, v)
		t.SysSet("__"+s.name+"__", v)
	}
	return nil
}

func newStdio(t *py.Thread, fd int, name string, write bool, o stdioOptions) (py.Value, *py.Exc) {
	if _, err := t.Interp().Host().Files.Fstat(fd); err != nil {
		return py.None, nil
	}
	raw := py.AllocFor[fileIO](t, FileIOType)
	rawV := py.FromHeader(&raw.Header)
	mode, text := "r", "r"
	if write {
		mode, text = "w", "w"
	}
	if err := raw.open(t, py.IntOf(fd), mode, false, py.None); err != nil {
		if err.Is(py.OSError) {
			return py.None, nil
		}
		return py.Value{}, err
	}
	if err := t.SetAttr(rawV, sName, str("<"+name+">")); err != nil {
		return py.Value{}, err
	}
	buffer := rawV
	tty := t.Interp().Host().Files.IsTerminal(fd)
	opts := textOptions{encoding: py.InternStr(o.encoding), errors: py.InternStr(o.errors), newline: py.InternStr("\n")}
	switch {
	case write && o.unbuffered:
		opts.writeThrough = true
	default:
		size := defaultBufferSize
		if raw.blksize > 1 {
			size = raw.blksize
		}
		var b *buffered
		var err *py.Exc
		if write {
			b = py.AllocFor[buffered](t, BufferedWriterType)
			err = b.initWriter(t, rawV, size)
		} else {
			b = py.AllocFor[buffered](t, BufferedReaderType)
			err = b.initReader(t, rawV, size)
		}
		if err != nil {
			return py.Value{}, err
		}
		buffer = py.FromHeader(&b.Header)
		opts.lineBuffering = tty || fd == 2
	}
	w := py.AllocFor[textIO](t, TextIOWrapperType)
	wv := py.FromHeader(&w.Header)
	if err := w.init(t, buffer, opts); err != nil {
		return py.Value{}, err
	}
	return wv, t.SetAttr(wv, sMode, str(text))
}
