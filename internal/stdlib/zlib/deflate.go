package zlib

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"sync"

	small "github.com/klauspost/compress/flate"

	"github.com/coachwhip/coachwhip/internal/stdlib/zlib/inflate"
)

// writer is a compressor of Go's library; the one of the other package knows
// windows of less than 32 KB.
type writer interface {
	Write(p []byte) (int, error)
	Flush() error
	Close() error
}

// deflater compresses one stream into a buffer. What it remembers of its input
// is the window, from which a copy can go on.
type deflater struct {
	level, strategy int
	wbits           int // of the window, 9 to 15
	wrap            inflate.Wrapper
	w               writer
	out             bytes.Buffer
	window          []byte
	sum, total      uint32
	primed          bool // w began with a window
	pending         bool // bytes were written since the last flush
}

// newDeflater makes a compressor; ok is false when the parameters are bad.
func newDeflater(level, method, wbits, memLevel, strategy int, dict []byte, hasDict bool) (d *deflater, ok bool) {
	d = &deflater{level: level, strategy: strategy, wrap: inflate.Zlib, sum: 1, wbits: wbits}
	switch {
	case wbits < 0:
		d.wrap, d.wbits = inflate.Raw, -wbits
	case wbits > 15:
		d.wrap, d.wbits, d.sum = inflate.Gzip, wbits-16, 0
	}
	switch {
	case level < -1 || level > 9 || method != deflated || memLevel < 1 || memLevel > 9 || strategy < 0 || strategy > zFixed,
		d.wbits < 8 || d.wbits > 15, d.wbits == 8 && d.wrap != inflate.Zlib:
		return nil, false
	}
	d.wbits = max(d.wbits, 9)
	if hasDict {
		if d.wrap == inflate.Gzip {
			return nil, false
		}
		d.remember(dict)
	}
	d.restart(d.window)
	d.head(dict, hasDict)
	return d, true
}

// effort is the compressor's own level. Its first one finds hardly anything in
// short texts, which zlib's does.
func (d *deflater) effort() int {
	switch {
	case d.strategy == zHuffmanOnly:
		return flate.HuffmanOnly
	case d.level == flate.BestSpeed:
		return 2
	}
	return d.level
}

// restart begins a new run of blocks that may refer to the bytes in window.
func (d *deflater) restart(window []byte) {
	level := d.effort()
	d.primed = len(window) > 0
	// The levels are right, so these cannot fail.
	if d.wbits < 15 && level != flate.HuffmanOnly && level != 0 {
		d.w, _ = small.NewWriterWindow(&d.out, 1<<d.wbits)
		return
	}
	if len(window) == 0 {
		if w, ok := idle[level-flate.HuffmanOnly].Get().(*flate.Writer); ok {
			w.Reset(&d.out)
			d.w = w
			return
		}
		d.w, _ = flate.NewWriter(&d.out, level)
		return
	}
	d.w, _ = flate.NewWriterDict(&d.out, level, window)
}

// idle keeps compressors that have ended, by level: making one is dear.
var idle [flate.BestCompression - flate.HuffmanOnly + 1]sync.Pool

// retire keeps the compressor for other streams. One that began with a window
// would begin with it again.
func (d *deflater) retire() {
	if w, ok := d.w.(*flate.Writer); ok && !d.primed {
		level := d.effort()
		w.Reset(nil)
		idle[level-flate.HuffmanOnly].Put(w)
	}
	d.w = nil
}

// head writes the wrapper's beginning.
func (d *deflater) head(dict []byte, hasDict bool) {
	switch d.wrap {
	case inflate.Zlib:
		// RFC 1950, section 2.2.
		level := 3
		switch {
		case d.strategy >= zHuffmanOnly || d.level == 0 || d.level == 1:
			level = 0
		case d.level >= 0 && d.level < 6:
			level = 1
		case d.level == 6 || d.level < 0:
			level = 2
		}
		h := (d.wbits-8)<<12 | deflated<<8 | level<<6
		if hasDict {
			h |= 0x20
		}
		h += 31 - h%31
		d.out.Write([]byte{byte(h >> 8), byte(h)})
		if hasDict {
			d.out.Write(binary.BigEndian.AppendUint32(nil, inflate.Adler32(1, dict)))
		}
	case inflate.Gzip:
		// RFC 1952, section 2.3.1; the system is Unix.
		speed := byte(0)
		switch {
		case d.level == 9:
			speed = 2
		case d.strategy >= zHuffmanOnly || d.level == 0 || d.level == 1:
			speed = 4
		}
		d.out.Write([]byte{0x1f, 0x8b, deflated, 0, 0, 0, 0, 0, speed, 3})
	}
}

func (d *deflater) remember(p []byte) {
	const size = 1 << 15
	if len(p) >= size {
		d.window = append(d.window[:0], p[len(p)-size:]...)
		return
	}
	if over := len(d.window) + len(p) - size; over > 0 {
		d.window = append(d.window[:0], d.window[over:]...)
	}
	d.window = append(d.window, p...)
}

func (d *deflater) write(p []byte) {
	if len(p) == 0 {
		return
	}
	d.w.Write(p) // into memory: cannot fail
	d.remember(p)
	d.pending = true
	switch d.wrap {
	case inflate.Zlib:
		d.sum = inflate.Adler32(d.sum, p)
	case inflate.Gzip:
		d.sum = crc32.Update(d.sum, crc32.IEEETable, p)
		d.total += uint32(len(p))
	}
}

// sync writes out what was compressed so far, up to a byte's end.
func (d *deflater) sync() {
	if d.pending {
		d.w.Flush() // into memory: cannot fail
		d.pending = false
	}
}

// full is sync, after which nothing refers to what was before.
func (d *deflater) full() {
	d.sync()
	d.window = d.window[:0]
	d.restart(nil)
}

// finish ends the stream.
func (d *deflater) finish() {
	switch {
	case d.pending:
		d.w.Close() // into memory: cannot fail
	case d.level == 0:
		d.out.Write([]byte{1, 0, 0, 0xff, 0xff}) // an empty stored block
	default:
		d.out.Write([]byte{3, 0}) // an empty block with the fixed codes
	}
	switch d.wrap {
	case inflate.Zlib:
		d.out.Write(binary.BigEndian.AppendUint32(nil, d.sum))
	case inflate.Gzip:
		p := binary.LittleEndian.AppendUint32(nil, d.sum)
		d.out.Write(binary.LittleEndian.AppendUint32(p, d.total))
	}
	d.retire()
	d.window = nil
}

// take gives the output so far.
func (d *deflater) take() []byte {
	p := append([]byte(nil), d.out.Bytes()...)
	d.out.Reset()
	return p
}

// clone is an independent compressor that goes on from here. The state of the
// compressor in use cannot be copied, so its output is flushed and the copy
// begins with the window.
func (d *deflater) clone() *deflater {
	d.sync()
	c := *d
	c.out = bytes.Buffer{}
	c.out.Write(d.out.Bytes())
	c.window = append([]byte(nil), d.window...)
	c.restart(c.window)
	return &c
}
