package io

import (
	"github.com/coachwhip/coachwhip/internal/py"
)

func bufferedWriteFn(t *py.Thread, v, arg py.Value) (py.Value, *py.Exc) {
	b := asBuffered(v)
	buf, err := t.Buffer(arg, py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer buf.Release()
	if err := b.write(t, buf.Data); err != nil {
		return py.Value{}, err
	}
	return py.IntOf(len(buf.Data)), nil
}

// write takes all of p, or fails with a BlockingIOError that tells how much it took.
func (b *buffered) write(t *py.Thread, p []byte) *py.Exc {
	if err := b.checkInit(t); err != nil {
		return err
	}
	if err := b.enter(t); err != nil {
		return err
	}
	defer b.leave()
	// The stream may have been closed while this waited for the lock.
	if err := b.checkOpen(t, "write to closed file"); err != nil {
		return err
	}
	if b.readable && b.rend > 0 {
		if n := b.ahead(); n > 0 {
			if _, err := b.rawSeek(t, int64(-n), 1); err != nil {
				return err
			}
		}
		b.dropAhead()
	}
	if len(b.wbuf)+len(p) <= b.size {
		b.put(p)
		return nil
	}
	if err := b.flushWrites(t); err != nil {
		if !err.Is(py.BlockingIOError) {
			return err
		}
		room := b.size - len(b.wbuf)
		if len(p) <= room {
			b.put(p)
			return nil
		}
		b.put(p[:room])
		return b.blocked(t, room)
	}
	done := 0
	for len(p)-done > b.size {
		n, block, err := b.rawWrite(t, p[done:])
		if err != nil {
			return err
		}
		if block {
			b.put(p[done : done+b.size])
			return b.blocked(t, done+b.size)
		}
		done += n
		if err := t.RunPending(); err != nil {
			return err
		}
	}
	b.put(p[done:])
	return nil
}

// put adds p, which fits, to the write buffer.
func (b *buffered) put(p []byte) {
	if b.wbuf == nil && len(p) > 0 {
		b.wbuf = make([]byte, 0, b.size)
	}
	b.wbuf = append(b.wbuf, p...)
}
