package io

import (
	"encoding/binary"
	"math/big"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/wtf8"
)

// cookie is what tell() returns: how to get a decoder to a place in the text.
// Go to start, give the decoder the number flags, feed it feed bytes (and the
// end of the stream if eof is set), and skip skip code points of the result.
type cookie struct {
	start      uint64
	flags      int32
	feed, skip uint32
	eof        bool
}

const cookieSize = 8 + 4 + 4 + 4 + 1

// pack makes one int of the cookie; without anything to decode it is start.
func (c *cookie) pack() py.Value {
	if c.flags == 0 && c.feed == 0 && c.skip == 0 && !c.eof && c.start < 1<<63 {
		return py.Int64(int64(c.start))
	}
	var b [cookieSize]byte
	binary.BigEndian.PutUint64(b[13:], c.start)
	binary.BigEndian.PutUint32(b[9:], uint32(c.flags))
	binary.BigEndian.PutUint32(b[5:], c.feed)
	binary.BigEndian.PutUint32(b[1:], c.skip)
	if c.eof {
		b[0] = 1
	}
	return py.NewBig(new(big.Int).SetBytes(b[:]))
}

func unpackCookie(t *py.Thread, v py.Value) (c cookie, err *py.Exc) {
	x, err := t.Index(v)
	if err != nil {
		return c, err
	}
	n := py.BigOf(x)
	if n.BitLen() > cookieSize*8 {
		return c, t.Raise(py.OverflowError, "int too big to convert")
	}
	var b [cookieSize]byte
	n.FillBytes(b[:])
	c.start = binary.BigEndian.Uint64(b[13:])
	c.flags = int32(binary.BigEndian.Uint32(b[9:]))
	c.feed = binary.BigEndian.Uint32(b[5:])
	c.skip = binary.BigEndian.Uint32(b[1:])
	c.eof = b[0] != 0
	return c, nil
}

func textSeek(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	whence, err := cInt(t, a[1], 0)
	if err != nil {
		return py.Value{}, err
	}
	if err := w.enter(t); err != nil {
		return py.Value{}, err
	}
	defer w.leave()
	if err := w.check(t); err != nil {
		return py.Value{}, err
	}
	if !w.seekable {
		return py.Value{}, unsupported(t, "underlying stream is not seekable")
	}
	pos := a[0]
	switch whence {
	case 0:
	case 1:
		zero, err := t.Equal(pos, py.IntOf(0))
		if err != nil {
			return py.Value{}, err
		}
		if !zero {
			return py.Value{}, unsupported(t, "can't do nonzero cur-relative seeks")
		}
		if pos, err = t.CallMethod(v, sTell); err != nil {
			return py.Value{}, err
		}
	case 2:
		zero, err := t.Equal(pos, py.IntOf(0))
		if err != nil {
			return py.Value{}, err
		}
		if !zero {
			return py.Value{}, unsupported(t, "can't do nonzero end-relative seeks")
		}
		if _, err := t.CallMethod(v, sFlush); err != nil {
			return py.Value{}, err
		}
		w.dropText()
		if w.dec != nil {
			if err := w.dec.reset(t); err != nil {
				return py.Value{}, err
			}
		}
		end, err := t.CallMethod(w.buffer, sSeek, py.IntOf(0), py.IntOf(2))
		if err != nil {
			return py.Value{}, err
		}
		if w.enc != nil {
			start, err := t.Equal(end, py.IntOf(0))
			if err != nil {
				return py.Value{}, err
			}
			if err := w.enc.reset(t, start); err != nil {
				return py.Value{}, err
			}
		}
		return end, nil
	default:
		return py.Value{}, t.ValueErr("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	neg, err := t.CompareBool(pos, py.IntOf(0), py.CmpLT)
	if err != nil {
		return py.Value{}, err
	}
	if neg {
		r, err := t.Repr(pos)
		if err != nil {
			return py.Value{}, err
		}
		return py.Value{}, t.ValueErr("negative seek position %s", r.String())
	}
	if _, err := t.CallMethod(v, sFlush); err != nil {
		return py.Value{}, err
	}
	c, err := unpackCookie(t, pos)
	if err != nil {
		return py.Value{}, err
	}
	if _, err := t.CallMethod(w.buffer, sSeek, py.NewBig(new(big.Int).SetUint64(c.start))); err != nil {
		return py.Value{}, err
	}
	w.dropText()
	fresh := c.start == 0 && c.flags == 0
	if w.dec != nil {
		if fresh {
			err = w.dec.reset(t)
		} else {
			err = w.dec.setState(t, nil, int(c.flags))
		}
		if err != nil {
			return py.Value{}, err
		}
		w.snap, w.snapFlags = true, int(c.flags)
		if c.skip > 0 {
			if err := w.refill(t, c); err != nil {
				return py.Value{}, err
			}
		}
	}
	if w.enc != nil {
		if err := w.enc.reset(t, fresh); err != nil {
			return py.Value{}, err
		}
	}
	return pos, nil
}

// refill decodes what a cookie asks for and skips the front of it.
func (w *textIO) refill(t *py.Thread, c cookie) *py.Exc {
	r, err := t.CallMethod(w.buffer, sRead, py.Int64(int64(c.feed)))
	if err != nil {
		return err
	}
	data, err := byteResult(t, r, "read")
	if err != nil {
		return err
	}
	w.snapInput = data
	s, err := w.dec.decode(t, data, c.eof)
	if err != nil {
		return err
	}
	w.setText(s)
	if w.runes(s) < int(c.skip) {
		return t.Raise(py.OSError, "can't restore logical file position")
	}
	w.at = int(c.skip)
	if !w.ascii {
		w.at = wtf8.ByteOffset(s, int(c.skip))
	}
	return nil
}

func textTell(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	w := asText(v)
	if err := w.enter(t); err != nil {
		return py.Value{}, err
	}
	defer w.leave()
	if err := w.check(t); err != nil {
		return py.Value{}, err
	}
	if !w.seekable {
		return py.Value{}, unsupported(t, "underlying stream is not seekable")
	}
	if !w.telling {
		return py.Value{}, t.Raise(py.OSError, "telling position disabled by next() call")
	}
	if err := w.flushPending(t); err != nil {
		return py.Value{}, err
	}
	if _, err := t.CallMethod(v, sFlush); err != nil {
		return py.Value{}, err
	}
	r, err := t.CallMethod(w.buffer, sTell)
	if err != nil {
		return py.Value{}, err
	}
	if w.dec == nil || !w.snap {
		return r, nil
	}
	pos, err := offset(t, r)
	if err != nil {
		return py.Value{}, err
	}
	c := cookie{start: uint64(pos - int64(len(w.snapInput))), flags: int32(w.snapFlags)}
	used := w.runes(w.text[:w.at])
	if used == 0 {
		return c.pack(), nil
	}
	kept, flags, err := w.dec.state(t)
	if err != nil {
		return py.Value{}, err
	}
	err = w.locate(t, &c, used)
	if err2 := w.dec.setState(t, kept, flags); err == nil {
		err = err2
	}
	if err != nil {
		return py.Value{}, err
	}
	return c.pack(), nil
}

// locate finds the last place before code point used of text at which the
// decoder keeps nothing back, and says in c how to go on from there. It
// changes the decoder's state.
func (w *textIO) locate(t *py.Thread, c *cookie, used int) *py.Exc {
	input := w.snapInput
	// decodeFrom decodes input[i:j] in the state that c describes for i.
	start := func() *py.Exc {
		if c.start == 0 && c.flags == 0 {
			return w.dec.reset(t)
		}
		return w.dec.setState(t, nil, int(c.flags))
	}
	count := func(s string) int {
		n, _ := wtf8.CountRunes(s)
		return n
	}
	// First guess by the ratio of bytes to code points, going back in growing
	// steps until the guess is not behind the place.
	skip := min(int(w.ratio*float64(used)), len(input))
	for step := 1; skip > 0; {
		if err := start(); err != nil {
			return err
		}
		s, err := w.dec.decode(t, input[:skip], false)
		if err != nil {
			return err
		}
		if n := count(s); n <= used {
			kept, flags, err := w.dec.state(t)
			if err != nil {
				return err
			}
			if len(kept) == 0 {
				c.flags = int32(flags)
				used -= n
				break
			}
			skip -= len(kept)
			step = 1
		} else {
			skip -= step
			step *= 2
		}
	}
	if skip <= 0 {
		skip = 0
		if err := start(); err != nil {
			return err
		}
	}
	c.start += uint64(skip)
	if used == 0 {
		return nil
	}
	// Then byte by byte: each place where nothing is kept back is a new start.
	fed, got := 0, 0
	for i := skip; i < len(input); i++ {
		s, err := w.dec.decode(t, input[i:i+1], false)
		if err != nil {
			return err
		}
		fed++
		got += count(s)
		kept, flags, err := w.dec.state(t)
		if err != nil {
			return err
		}
		if len(kept) == 0 && got <= used {
			c.start += uint64(fed)
			c.flags = int32(flags)
			used -= got
			fed, got = 0, 0
		}
		if got >= used {
			c.feed, c.skip = uint32(fed), uint32(used)
			return nil
		}
	}
	s, err := w.dec.decode(t, nil, true)
	if err != nil {
		return err
	}
	if got+count(s) < used {
		return t.Raise(py.OSError, "can't reconstruct logical file position")
	}
	c.feed, c.skip, c.eof = uint32(fed), uint32(used), true
	return nil
}
