package io

import (
	"bytes"

	"github.com/coachwhip/coachwhip/internal/py"
)

// fill reads once into the read buffer, which is empty.
func (b *buffered) fill(t *py.Thread) (n int, wouldBlock bool, exc *py.Exc) {
	b.dropAhead()
	if b.rbuf == nil {
		b.rbuf = make([]byte, b.size)
	}
	buf := b.rbuf
	n, wouldBlock, exc = b.rawRead(t, buf)
	if exc == nil {
		b.rbuf, b.rpos, b.rend = buf, 0, n
	}
	return n, wouldBlock, exc
}

// startRead begins an operation that reads: pending writes go out first.
func (b *buffered) startRead(t *py.Thread) *py.Exc {
	if b.writable && len(b.wbuf) > 0 {
		return b.flushWrites(t)
	}
	return nil
}

// take hands out up to n of the bytes that were read ahead.
func (b *buffered) take(n int) []byte {
	n = min(n, b.ahead())
	p := b.rbuf[b.rpos : b.rpos+n]
	b.rpos += n
	return p
}

func bufferedRead(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	n, err := optSize(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	if n < -1 {
		return py.Value{}, t.ValueErr("read length must be non-negative or -1")
	}
	if err := b.checkOpen(t, "read of closed file"); err != nil {
		return py.Value{}, err
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	if n < 0 {
		return b.readAll(t)
	}
	return b.readN(t, n)
}

// readN is read(n) with the lock held.
func (b *buffered) readN(t *py.Thread, n int) (py.Value, *py.Exc) {
	if n <= b.ahead() {
		return py.NewBytes(append([]byte(nil), b.take(n)...)).Value(), nil
	}
	if err := b.startRead(t); err != nil {
		return py.Value{}, err
	}
	if n > maxBuffer || t.RoomFor(n) != nil {
		return py.Value{}, t.MemoryErr()
	}
	// A huge size need not be meant; memory is taken as data comes.
	out := make([]byte, 0, min(n, max(b.size, 1<<20)))
	out = append(out, b.take(b.ahead())...)
	b.dropAhead()
	for len(out) < n {
		left := n - len(out)
		var m int
		var block bool
		var err *py.Exc
		if direct := left - left%b.size; direct > 0 {
			if cap(out)-len(out) < direct {
				direct = min(direct, max(cap(out), b.size))
				direct -= direct % b.size
				out = append(out, make([]byte, direct)...)[:len(out)]
			}
			m, block, err = b.rawRead(t, out[len(out):len(out)+direct])
			if err == nil {
				out = out[:len(out)+m]
			}
		} else {
			m, block, err = b.fill(t)
			if err == nil {
				out = append(out, b.take(left)...)
			}
		}
		if err != nil {
			return py.Value{}, err
		}
		if m == 0 {
			if block && len(out) == 0 {
				return py.None, nil
			}
			break
		}
	}
	return py.NewBytes(out[:len(out):len(out)]).Value(), nil
}

// readAll reads to the end, through readall() of the raw stream if it has it.
func (b *buffered) readAll(t *py.Thread) (py.Value, *py.Exc) {
	out := append([]byte(nil), b.take(b.ahead())...)
	b.dropAhead()
	if b.writable {
		if err := b.flushAndRewind(t); err != nil {
			return py.Value{}, err
		}
	}
	b.dropAhead()
	if b.file != nil {
		if err := b.file.checkRead(t); err != nil {
			return py.Value{}, err
		}
		rest, block, err := b.file.readAll(t)
		if err != nil {
			return py.Value{}, err
		}
		b.rawPos = -1
		if block && len(out) == 0 {
			return py.None, nil
		}
		if len(out) == 0 {
			return py.NewBytes(rest).Value(), nil
		}
		return py.NewBytes(append(out, rest...)).Value(), nil
	}
	readall, err := t.GetAttrOpt(b.raw, sReadall)
	if err != nil {
		return py.Value{}, err
	}
	if !readall.IsNil() {
		r, err := t.Call(readall)
		if err != nil {
			return py.Value{}, err
		}
		b.rawPos = -1
		if r.IsNone() {
			if len(out) == 0 {
				return r, nil
			}
			return py.NewBytes(out).Value(), nil
		}
		rest, ok := py.ToBytes(r)
		if !ok {
			return py.Value{}, t.TypeErr("readall() should return bytes")
		}
		if len(out) == 0 {
			return r, nil
		}
		return py.NewBytes(append(out, rest.Bytes()...)).Value(), nil
	}
	b.rawPos = -1
	for some := len(out) > 0; ; some = true {
		r, err := t.CallMethod(b.raw, sRead)
		if err != nil {
			if trapInterrupted(t, err) {
				if err := t.RunPending(); err != nil {
					return py.Value{}, err
				}
				continue
			}
			return py.Value{}, err
		}
		if r.IsNone() {
			if !some {
				return r, nil
			}
			return py.NewBytes(out).Value(), nil
		}
		data, ok := py.ToBytes(r)
		if !ok {
			return py.Value{}, t.TypeErr("read() should return bytes")
		}
		if len(data.Bytes()) == 0 {
			return py.NewBytes(out).Value(), nil
		}
		out = append(out, data.Bytes()...)
	}
}

func bufferedPeek(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if !a[0].IsNil() {
		if _, err := t.AsInt(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if err := b.checkOpen(t, "peek of closed file"); err != nil {
		return py.Value{}, err
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	if b.writable {
		if err := b.flushWrites(t); err != nil {
			return py.Value{}, err
		}
	}
	if b.ahead() == 0 {
		if _, _, err := b.fill(t); err != nil {
			return py.Value{}, err
		}
	}
	return py.NewBytes(append([]byte(nil), b.rbuf[b.rpos:b.rend]...)).Value(), nil
}

func bufferedRead1(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	n := -1
	if !a[0].IsNil() {
		var err *py.Exc
		if n, err = t.AsInt(a[0]); err != nil {
			return py.Value{}, err
		}
	}
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	if n < 0 {
		n = b.size
	}
	if err := b.checkOpen(t, "read of closed file"); err != nil {
		return py.Value{}, err
	}
	if err := b.enter(t); err != nil {
		return py.Value{}, err
	}
	defer b.leave()
	p, err := b.read1(t, n)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewBytes(p).Value(), nil
}

// read1 reads with at most one call of the raw stream; the lock is held.
func (b *buffered) read1(t *py.Thread, n int) ([]byte, *py.Exc) {
	if n == 0 {
		return nil, nil
	}
	if b.ahead() > 0 {
		return append([]byte(nil), b.take(n)...), nil
	}
	if err := b.startRead(t); err != nil {
		return nil, err
	}
	b.dropAhead()
	p := make([]byte, min(n, maxTransfer))
	m, _, err := b.rawRead(t, p)
	if err != nil {
		return nil, err
	}
	if m < len(p)/2 {
		return append([]byte(nil), p[:m]...), nil
	}
	return p[:m:m], nil
}

func bufferedReadintoFn(name string, once bool) py.Fn1 {
	return func(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
		buf, err := writableBuffer(t, name+"() argument", arg)
		if err != nil {
			return py.Value{}, err
		}
		defer buf.Release()
		b := asBuffered(v)
		if err := b.checkOpen(t, "readinto of closed file"); err != nil {
			return py.Value{}, err
		}
		p := buf.Data
		if b.ahead() >= len(p) && b.ahead() > 0 {
			if err := b.enter(t); err != nil {
				return py.Value{}, err
			}
			defer b.leave()
			return py.IntOf(copy(p, b.take(len(p)))), nil
		}
		if err := b.enter(t); err != nil {
			return py.Value{}, err
		}
		defer b.leave()
		done := copy(p, b.take(len(p)))
		if err := b.startRead(t); err != nil {
			return py.Value{}, err
		}
		if b.ahead() == 0 {
			b.dropAhead()
		}
		for done < len(p) {
			var n int
			var block bool
			left := len(p) - done
			if once && done > 0 && left <= b.size {
				break
			}
			if left > b.size {
				n, block, err = b.rawRead(t, p[done:])
				done += n
				if once && err == nil && n > 0 {
					break
				}
			} else {
				n, block, err = b.fill(t)
				if err == nil {
					done += copy(p[done:], b.take(left))
				}
			}
			if err != nil {
				return py.Value{}, err
			}
			if n == 0 {
				if block && done == 0 {
					return py.None, nil
				}
				break
			}
		}
		return py.IntOf(done), nil
	}
}

func bufferedReadlineFn(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	limit, err := optSize(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	line, err := b.readline(t, limit)
	if err != nil {
		return py.Value{}, err
	}
	return py.NewBytes(line).Value(), nil
}

// readline reads a line into memory of its own.
func (b *buffered) readline(t *py.Thread, limit int) ([]byte, *py.Exc) {
	if err := b.checkOpen(t, "readline of closed file"); err != nil {
		return nil, err
	}
	if err := b.enter(t); err != nil {
		return nil, err
	}
	defer b.leave()
	var line []byte
	for {
		n := b.ahead()
		if limit >= 0 {
			n = min(n, limit-len(line))
		}
		if i := bytes.IndexByte(b.rbuf[b.rpos:b.rpos+n], '\n'); i >= 0 {
			return append(line, b.take(i+1)...), nil
		}
		var err *py.Exc
		if line, err = t.Grow(line, n); err != nil {
			return nil, err
		}
		line = append(line, b.take(n)...)
		if limit >= 0 && len(line) >= limit {
			return line, nil
		}
		if len(line) == 0 || b.writable {
			if err := b.startRead(t); err != nil {
				return nil, err
			}
		}
		m, _, err := b.fill(t)
		if err != nil {
			return nil, err
		}
		if m == 0 {
			return line, nil
		}
	}
}

func bufferedNext(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	if err := b.checkInit(t); err != nil {
		return py.Value{}, err
	}
	if v.Type().Flags()&py.FlagHeap != 0 {
		r, err := t.CallMethod(v, sReadline)
		if err != nil {
			return py.Value{}, err
		}
		line, ok := py.ToBytes(r)
		if !ok {
			return py.Value{}, t.Raise(py.OSError, "readline() should have returned a bytes object, not '%s'", r.Type().Name())
		}
		if len(line.Bytes()) == 0 {
			return py.Value{}, nil
		}
		return r, nil
	}
	line, err := b.readline(t, -1)
	if err != nil || len(line) == 0 {
		return py.Value{}, err
	}
	return py.NewBytes(line).Value(), nil
}
