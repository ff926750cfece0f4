package io

import (
	"bytes"
	"strings"
	"unsafe"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// readChunk decodes the next piece of the stream into text, which was used up.
// hint is how many code points are wanted (0: no idea). False: the stream ended.
func (w *textIO) readChunk(t *py.Thread, hint int) (bool, *py.Exc) {
	if w.dec == nil {
		return false, unsupported(t, "not readable")
	}
	var kept []byte
	flags := 0
	if w.telling {
		var err *py.Exc
		if kept, flags, err = w.dec.state(t); err != nil {
			return false, err
		}
	}
	size := w.chunkSize
	if hint > 0 {
		size = max(size, int(min(max(w.ratio, 1)*float64(hint), maxTransfer)))
	}
	data, err := w.readBytes(t, size)
	if err != nil {
		return false, err
	}
	eof := len(data) == 0
	s, err := w.dec.decode(t, data, eof)
	if err != nil {
		return false, err
	}
	w.setText(s)
	w.ratio = 0
	if n := w.runes(s); n > 0 {
		w.ratio = float64(len(data)) / float64(n)
		eof = false
	}
	if w.telling {
		w.snap, w.snapFlags = true, flags
		w.snapInput = data
		if len(kept) > 0 {
			w.snapInput = append(append([]byte(nil), kept...), data...)
		}
	}
	return !eof, nil
}

// readBytes reads from the buffer, with one call of its raw stream if it can.
// The memory is the caller's and does not change.
func (w *textIO) readBytes(t *py.Thread, size int) ([]byte, *py.Exc) {
	if b := w.fast; b != nil && b.readable {
		if err := b.checkOpen(t, "read of closed file"); err != nil {
			return nil, err
		}
		if err := b.enter(t); err != nil {
			return nil, err
		}
		defer b.leave()
		return b.read1(t, size)
	}
	name := sRead
	if w.hasRead1 {
		name = sRead1
	}
	r, err := t.CallMethod(w.buffer, name, py.IntOf(size))
	if err != nil {
		return nil, err
	}
	return byteResult(t, r, name.String())
}

// byteResult takes the bytes out of what a method of the buffer returned.
func byteResult(t *py.Thread, r py.Value, name string) ([]byte, *py.Exc) {
	if b, ok := py.ToBytes(r); ok {
		return b.Bytes(), nil
	}
	if r.Type().Slots().Buffer == nil {
		return nil, t.TypeErr("underlying %s() should have returned a bytes-like object, not '%s'", name, r.Type().Name())
	}
	buf, err := t.Buffer(r, py.BufSimple)
	if err != nil {
		return nil, err
	}
	defer buf.Release()
	return append([]byte(nil), buf.Data...), nil
}

func (w *textIO) startRead(t *py.Thread) *py.Exc {
	if err := w.check(t); err != nil {
		return err
	}
	if w.dec == nil {
		return unsupported(t, "not readable")
	}
	return w.flushPending(t)
}

func textRead(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	n, err := optSize(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if err := w.enter(t); err != nil {
		return py.Value{}, err
	}
	defer w.leave()
	if err := w.startRead(t); err != nil {
		return py.Value{}, err
	}
	if n < 0 {
		return w.readAll(t)
	}
	rest := w.text[w.at:]
	if left := w.runes(rest); n <= left {
		cut := n
		if n == left {
			cut = len(rest)
		} else if !w.ascii {
			cut = wtf8.ByteOffset(rest, n)
		}
		w.at += cut
		return py.NewStrCopy(bytesOf(rest[:cut]), n).Value(), nil
	}
	var out strings.Builder
	got := 0
	for {
		rest := w.text[w.at:]
		have := w.runes(rest)
		if have > n-got {
			cut := n - got
			if !w.ascii {
				cut = wtf8.ByteOffset(rest, cut)
			}
			out.WriteString(rest[:cut])
			w.at += cut
			got = n
			break
		}
		out.WriteString(rest)
		got += have
		w.at = len(w.text)
		if got == n {
			break
		}
		more, err := w.readChunk(t, n-got)
		if err != nil {
			return py.Value{}, err
		}
		if !more {
			break
		}
	}
	return py.NewStrN(out.String(), got).Value(), nil
}

func (w *textIO) readAll(t *py.Thread) (py.Value, *py.Exc) {
	r, err := t.CallMethod(w.buffer, sRead)
	if err != nil {
		return py.Value{}, err
	}
	if r.IsNone() {
		return py.Value{}, t.TypeErr("can't concat NoneType to bytes")
	}
	data, err := byteResult(t, r, "read")
	if err != nil {
		return py.Value{}, err
	}
	s, err := w.dec.decode(t, data, true)
	if err != nil {
		return py.Value{}, err
	}
	if rest := w.text[w.at:]; rest != "" {
		s = rest + s
	}
	w.dropText()
	return py.NewStr(s).Value(), nil
}

func textReadline(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	limit := -1
	if !a[0].IsNil() {
		var err *py.Exc
		if limit, err = t.AsInt(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	w := asText(v)
	if err := w.enter(t); err != nil {
		return py.Value{}, err
	}
	defer w.leave()
	if err := w.check(t); err != nil {
		return py.Value{}, err
	}
	s, err := w.readline(t, limit)
	if err != nil {
		return py.Value{}, err
	}
	return s.Value(), nil
}

// readline reads a line, of at most limit code points if that is not negative.
func (w *textIO) readline(t *py.Thread, limit int) (*py.Str, *py.Exc) {
	if err := w.flushPending(t); err != nil {
		return nil, err
	}
	if limit < 0 {
		// The usual case: the whole line is there.
		p := w.text[w.at:]
		if n, found := w.findEnd(p); found {
			w.at += n
			return py.NewStrCopy(bytesOf(p[:n]), w.runes(p[:n])), nil
		}
	}
	// line is what there is of the line so far. A line end can lie on the border
	// of two pieces, so the last bytes of line are looked at again.
	var line []byte
	n := 0
	for {
		p := w.text[w.at:]
		if p == "" {
			more, err := w.readChunk(t, 0)
			if err != nil {
				return nil, err
			}
			if !more {
				w.dropText()
				break
			}
			continue
		}
		back, end, found := 0, 0, false
		if len(line) > 0 && len(w.newline) > 1 && line[len(line)-1] == '\r' {
			back = 1
			end, found = w.findEnd("\r" + p)
		} else {
			end, found = w.findEnd(p)
		}
		end -= back
		part := p[:end]
		m := w.runes(part)
		if limit >= 0 && n+m >= limit {
			if n+m > limit {
				if w.ascii {
					part = part[:limit-n]
				} else {
					part = part[:wtf8.ByteOffset(part, limit-n)]
				}
				m = limit - n
			}
			found = true
		}
		w.at += len(part)
		var err *py.Exc
		if line, err = t.Grow(line, len(part)); err != nil {
			return nil, err
		}
		line = append(line, part...)
		n += m
		if found {
			break
		}
	}
	return py.NewStrN(unsafe.String(unsafe.SliceData(line), len(line)), n), nil
}

// findEnd is the length of the first line of p; found tells whether it has a
// line end. A CR at the end of text is one: the decoder keeps back a CR that
// may belong to a CRLF.
func (w *textIO) findEnd(p string) (n int, found bool) {
	switch {
	case w.translate || w.newline == "\n":
		if i := strings.IndexByte(p, '\n'); i >= 0 {
			return i + 1, true
		}
	case w.universal:
		if i := bytes.IndexAny(bytesOf(p), "\r\n"); i >= 0 {
			if p[i] == '\r' && i+1 < len(p) && p[i+1] == '\n' {
				i++
			}
			return i + 1, true
		}
	default:
		if i := strings.Index(p, w.newline); i >= 0 {
			return i + len(w.newline), true
		}
	}
	return len(p), false
}

func textNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if err := w.checkAttached(t); err != nil {
		return py.Value{}, err
	}
	if v.Type().Flags()&py.FlagHeap != 0 {
		w.telling = false
		r, err := t.CallMethod(v, sReadline)
		if err != nil {
			return py.Value{}, err
		}
		line, ok := py.ToStr(r)
		if !ok {
			return py.Value{}, t.Raise(py.OSError, "readline() should have returned a str object, not '%s'", r.Type().Name())
		}
		if line.Len() == 0 {
			w.snap, w.snapInput = false, nil
			w.telling = w.seekable
			return py.Value{}, nil
		}
		return r, nil
	}
	if err := w.enter(t); err != nil {
		return py.Value{}, err
	}
	defer w.leave()
	if err := w.check(t); err != nil {
		return py.Value{}, err
	}
	w.telling = false
	line, err := w.readline(t, -1)
	if err != nil {
		return py.Value{}, err
	}
	if line.Len() == 0 {
		w.snap, w.snapInput = false, nil
		w.telling = w.seekable
		return py.Value{}, nil
	}
	return line.Value(), nil
}

func textWrite(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	s, ok := py.ToStr(arg)
	if !ok {
		if err := w.checkAttached(t); err != nil {
			return py.Value{}, err
		}
		return py.Value{}, t.TypeErr("write() argument must be str, not %s", arg.Type().Name())
	}
	if err := w.write(t, s); err != nil {
		return py.Value{}, err
	}
	return py.IntOf(s.Len()), nil
}

func (w *textIO) write(t *py.Thread, s *py.Str) *py.Exc {
	if err := w.enter(t); err != nil {
		return err
	}
	defer w.leave()
	if err := w.check(t); err != nil {
		return err
	}
	if w.enc == nil {
		return unsupported(t, "not writable")
	}
	out := s
	lf := false
	if w.lineBuffering || w.writeNL != "" {
		lf = strings.IndexByte(s.String(), '\n') >= 0
		if lf && w.writeNL != "" {
			text := strings.ReplaceAll(s.String(), "\n", w.writeNL)
			out = py.NewStrN(text, s.Len()+len(text)-len(s.String()))
		}
	}
	flush := w.lineBuffering && (lf || strings.IndexByte(s.String(), '\r') >= 0)
	b, err := w.enc.encode(t, out)
	if err != nil {
		return err
	}
	// A loop: writing may have written more text here.
	for len(w.pending) > 0 && len(w.pending)+len(b) > w.chunkSize {
		if err := w.flushPending(t); err != nil {
			return err
		}
	}
	w.pending = append(w.pending, b...)
	if flush || w.writeThrough || len(w.pending) >= w.chunkSize {
		if err := w.flushPending(t); err != nil {
			return err
		}
	}
	if flush {
		if _, err := t.CallMethod(w.buffer, sFlush); err != nil {
			return err
		}
	}
	if w.dec != nil && w.snap {
		// Only a stream that can go back to what was read ahead forgets it.
		w.dropText()
		return w.dec.reset(t)
	}
	if w.nl != nil {
		return w.dec.reset(t)
	}
	return nil
}

// flushPending hands the encoded text on to the buffer. What the buffer does
// not take is lost.
func (w *textIO) flushPending(t *py.Thread) *py.Exc {
	p := w.pending
	if len(p) == 0 {
		return nil
	}
	w.pending = nil
	if w.fast != nil {
		err := w.fast.write(t, p)
		if err == nil && w.pending == nil && cap(p) <= 4*w.chunkSize {
			w.pending = p[:0]
		}
		return err
	}
	b := py.NewBytes(p).Value()
	for {
		_, err := t.CallMethod(w.buffer, sWrite, b)
		if err == nil || !trapInterrupted(t, err) {
			return err
		}
		if err := t.RunPending(); err != nil {
			return err
		}
	}
}

func textFlush(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if err := w.enter(t); err != nil {
		return py.Value{}, err
	}
	defer w.leave()
	if err := w.check(t); err != nil {
		return py.Value{}, err
	}
	w.telling = w.seekable
	if err := w.flushPending(t); err != nil {
		return py.Value{}, err
	}
	return t.CallMethod(w.buffer, sFlush)
}

func textTruncate(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if err := w.checkAttached(t); err != nil {
		return py.Value{}, err
	}
	if _, err := t.CallMethod(v, sFlush); err != nil {
		return py.Value{}, err
	}
	pos := a[0]
	if pos.IsNil() {
		pos = py.None
	}
	return t.CallMethod(w.buffer, sTruncate, pos)
}
