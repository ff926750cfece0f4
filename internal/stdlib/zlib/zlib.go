// Package zlib is the native module zlib.
package zlib

import (
	"hash/crc32"
	"math/big"
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/zlib/inflate"
)

// Constants of the library.
const (
	deflated     = 8
	maxWbits     = 15
	bufSize      = 16384
	zHuffmanOnly = 2
	zFixed       = 4

	noFlush      = 0
	partialFlush = 1
	syncFlush    = 2
	fullFlush    = 3
	finish       = 4
	blockFlush   = 5
	treesFlush   = 6
)

var constants = []struct {
	name  string
	value int
}{
	{"MAX_WBITS", maxWbits}, {"DEFLATED", deflated}, {"DEF_MEM_LEVEL", 8}, {"DEF_BUF_SIZE", bufSize},
	{"Z_NO_COMPRESSION", 0}, {"Z_BEST_SPEED", 1}, {"Z_BEST_COMPRESSION", 9}, {"Z_DEFAULT_COMPRESSION", -1},
	{"Z_FILTERED", 1}, {"Z_HUFFMAN_ONLY", zHuffmanOnly}, {"Z_RLE", 3}, {"Z_FIXED", zFixed}, {"Z_DEFAULT_STRATEGY", 0},
	{"Z_NO_FLUSH", noFlush}, {"Z_PARTIAL_FLUSH", partialFlush}, {"Z_SYNC_FLUSH", syncFlush}, {"Z_FULL_FLUSH", fullFlush},
	{"Z_FINISH", finish}, {"Z_BLOCK", blockFlush}, {"Z_TREES", treesFlush},
}

var (
	errorType      = new(py.Type)
	compressType   = new(py.Type)
	decompressType = new(py.Type)
)

const inconsistent = "inconsistent stream state"

// zerr makes the error of a failed step.
func zerr(t *py.Thread, num int, doing, why string) *py.Exc {
	if why != "" {
		why = ": " + why
	}
	return t.Raise(errorType, "Error %d %s%s", num, doing, why)
}

// inflateErr is the error of a failed decompression.
func inflateErr(t *py.Thread, err error) *py.Exc {
	if err == inflate.ErrNeedDict {
		return zerr(t, 2, "while decompressing data", "")
	}
	return zerr(t, -3, "while decompressing data", err.Error())
}

// outside runs f, during which other threads may run if there is much to do.
func outside(t *py.Thread, size int, f func()) {
	const worthIt = 2048
	if size >= worthIt {
		t.Blocking(f)
	} else {
		f()
	}
}

func intArg(t *py.Thread, v py.Value, def int) (int, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	return t.CInt(v)
}

// newReader makes the decompressor for a number of window bits; nil: bad.
func newReader(wbits int) *inflate.Reader {
	switch {
	case wbits == 0:
		return inflate.New(inflate.Zlib, 0)
	case wbits >= 8 && wbits <= 15:
		return inflate.New(inflate.Zlib, wbits)
	case wbits == 16 || wbits >= 24 && wbits <= 31:
		return inflate.New(inflate.Gzip, 0)
	case wbits == 32:
		return inflate.New(inflate.Auto, 0)
	case wbits >= 40 && wbits <= 47:
		return inflate.New(inflate.Auto, wbits-32)
	case wbits >= -15 && wbits <= -8:
		return inflate.New(inflate.Raw, 0)
	}
	return nil
}

func compress(t *py.Thread, _ py.Value, a []py.Value) (r py.Value, err *py.Exc) {
	level, err := intArg(t, a[1], -1)
	if err != nil {
		return r, err
	}
	wbits, err := intArg(t, a[2], maxWbits)
	if err != nil {
		return r, err
	}
	err = t.BytesLike(a[0], func(b []byte) *py.Exc {
		d, ok := newDeflater(level, deflated, wbits, 8, 0, nil, false)
		if !ok {
			return t.Raise(errorType, "Bad compression level")
		}
		outside(t, len(b), func() {
			d.write(b)
			d.finish()
		})
		r = py.NewBytes(d.take()).Value()
		return nil
	})
	return r, err
}

func decompress(t *py.Thread, _ py.Value, a []py.Value) (r py.Value, err *py.Exc) {
	wbits, err := intArg(t, a[1], maxWbits)
	if err != nil {
		return r, err
	}
	if !a[2].IsNil() {
		n, err := t.SizeArg(a[2])
		if err != nil {
			return r, err
		}
		if n < 0 {
			return r, t.ValueErr("bufsize must be non-negative")
		}
	}
	err = t.BytesLike(a[0], func(b []byte) *py.Exc {
		z := newReader(wbits)
		if z == nil {
			return zerr(t, -2, "while preparing to decompress data", inconsistent)
		}
		var out []byte
		var zerror error
		outside(t, len(b), func() { out, _, zerror = z.Decompress(b, -1) })
		switch {
		case zerror != nil:
			return inflateErr(t, zerror)
		case !z.Done():
			return zerr(t, -5, "while decompressing data", "incomplete or truncated stream")
		}
		r = py.NewBytes(out).Value()
		return nil
	})
	return r, err
}

// compressor is a compression object. mu guards d, which is nil after the end.
type compressor struct {
	py.Header
	mu sync.Mutex
	d  *deflater
}

func asCompressor(v py.Value) *compressor { return (*compressor)(v.Ptr()) }

func compressobj(t *py.Thread, _ py.Value, a []py.Value) (r py.Value, err *py.Exc) {
	n := [5]int{-1, deflated, maxWbits, 8, 0}
	for i := range n {
		if n[i], err = intArg(t, a[i], n[i]); err != nil {
			return r, err
		}
	}
	make := func(dict []byte, hasDict bool) *py.Exc {
		d, ok := newDeflater(n[0], n[1], n[2], n[3], n[4], dict, hasDict)
		if !ok {
			return t.ValueErr("Invalid initialization option")
		}
		c := py.AllocFor[compressor](t, compressType)
		c.d = d
		r = py.FromHeader(&c.Header)
		return nil
	}
	if a[5].IsNil() || a[5].IsNone() {
		return r, make(nil, false)
	}
	err = t.BytesLike(a[5], func(b []byte) *py.Exc { return make(b, true) })
	return r, err
}

func compressorCompress(t *py.Thread, v, data py.Value) (r py.Value, err *py.Exc) {
	c := asCompressor(v)
	err = t.BytesLike(data, func(b []byte) *py.Exc {
		var out []byte
		ended := false
		outside(t, len(b), func() {
			c.mu.Lock()
			defer c.mu.Unlock()
			if ended = c.d == nil; ended {
				return
			}
			c.d.write(b)
			out = c.d.take()
		})
		if ended {
			return zerr(t, -2, "while compressing data", inconsistent)
		}
		r = py.NewBytes(out).Value()
		return nil
	})
	return r, err
}

func compressorFlush(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	mode, err := intArg(t, a[0], finish)
	if err != nil {
		return py.Value{}, err
	}
	if mode == noFlush {
		return py.NewBytes(nil).Value(), nil
	}
	c := asCompressor(v)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.d == nil || mode < 0 || mode > blockFlush {
		return py.Value{}, zerr(t, -2, "while flushing", inconsistent)
	}
	d := c.d
	switch mode {
	case finish:
		d.finish()
		c.d = nil
	case fullFlush:
		d.full()
	default:
		d.sync()
	}
	return py.NewBytes(d.take()).Value(), nil
}

func compressorCopy(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	c := asCompressor(v)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.d == nil {
		return py.Value{}, t.ValueErr("Inconsistent stream state")
	}
	n := py.AllocFor[compressor](t, compressType)
	n.d = c.d.clone()
	return py.FromHeader(&n.Header), nil
}

// decompressor is a decompression object. mu guards the rest.
type decompressor struct {
	py.Header
	mu     sync.Mutex
	z      *inflate.Reader
	dict   []byte
	unused []byte
	tail   []byte
	dead   bool // the stream is over and its state gone
}

func asDecompressor(v py.Value) *decompressor { return (*decompressor)(v.Ptr()) }

// dictArg is the bytes of a zdict argument, nil if there is none.
func dictArg(t *py.Thread, v py.Value) (dict []byte, err *py.Exc) {
	if v.IsNil() {
		return nil, nil
	}
	if !py.IsBytesLike(v) {
		return nil, t.TypeErr("zdict argument must support the buffer protocol")
	}
	err = t.BytesLike(v, func(b []byte) *py.Exc { dict = append([]byte{}, b...); return nil })
	return dict, err
}

// openStream makes the decompressor of an object.
func openStream(t *py.Thread, wbits, zdict py.Value) (*inflate.Reader, []byte, *py.Exc) {
	n, err := intArg(t, wbits, maxWbits)
	if err != nil {
		return nil, nil, err
	}
	dict, err := dictArg(t, zdict)
	if err != nil {
		return nil, nil, err
	}
	z := newReader(n)
	if z == nil {
		return nil, nil, t.ValueErr("Invalid initialization option")
	}
	if n < 0 && len(dict) > 0 {
		z.SetDict(dict)
	}
	return z, dict, nil
}

func decompressobj(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	z, dict, err := openStream(t, a[0], a[1])
	if err != nil {
		return py.Value{}, err
	}
	d := py.AllocFor[decompressor](t, decompressType)
	d.z, d.dict = z, dict
	return py.FromHeader(&d.Header), nil
}

// errBadDict says that the dictionary is not the stream's.
type errBadDict struct{}

func (errBadDict) Error() string { return "bad dictionary" }

// pull decompresses, giving the dictionary when the stream asks for it.
func pull(z *inflate.Reader, dict, in []byte, most int) (out, rest []byte, err error) {
	out, rest, err = z.Decompress(in, most)
	if err == inflate.ErrNeedDict && len(dict) > 0 {
		if !z.SetDict(dict) {
			return nil, rest, errBadDict{}
		}
		out, rest, err = z.Decompress(rest, most)
	}
	return out, rest, err
}

func pullErr(t *py.Thread, err error) *py.Exc {
	if err == (errBadDict{}) {
		return zerr(t, -3, "while setting zdict", "invalid input data")
	}
	return inflateErr(t, err)
}

// feed decompresses b.
func (d *decompressor) feed(t *py.Thread, b []byte, most int) ([]byte, *py.Exc) {
	var out []byte
	var err error
	dead := false
	outside(t, max(len(b), most), func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		if dead = d.dead; dead {
			return
		}
		if d.z.Done() {
			d.unused = append(d.unused, b...)
			return
		}
		var rest []byte
		out, rest, err = pull(d.z, d.dict, b, most)
		switch {
		case d.z.Done():
			// As in CPython, what is left is a tail as well if there was one.
			d.unused = append(d.unused, rest...)
			if len(d.tail) > 0 {
				d.tail = append([]byte(nil), rest...)
			}
		case err == nil || len(rest) > 0:
			d.tail = append([]byte(nil), rest...)
		}
	})
	switch {
	case dead:
		return nil, zerr(t, -2, "while decompressing data", inconsistent)
	case err != nil:
		return nil, pullErr(t, err)
	}
	return out, nil
}

func decompressorDecompress(t *py.Thread, v py.Value, a []py.Value) (r py.Value, err *py.Exc) {
	most := -1
	if !a[1].IsNil() {
		n, err := t.SizeArg(a[1])
		if err != nil {
			return r, err
		}
		if n < 0 {
			return r, t.ValueErr("max_length must be non-negative")
		}
		if n > 0 {
			most = n
		}
	}
	err = t.BytesLike(a[0], func(b []byte) *py.Exc {
		out, err := asDecompressor(v).feed(t, b, most)
		r = py.NewBytes(out).Value()
		return err
	})
	return r, err
}

func decompressorFlush(t *py.Thread, v py.Value, a []py.Value) (py.Value, *py.Exc) {
	if !a[0].IsNil() {
		n, err := t.SizeArg(a[0])
		if err != nil {
			return py.Value{}, err
		}
		if n <= 0 {
			return py.Value{}, t.ValueErr("length must be greater than zero")
		}
	}
	d := asDecompressor(v)
	d.mu.Lock()
	tail, over := d.tail, d.dead || d.z.Done()
	d.mu.Unlock()
	var out []byte
	var err *py.Exc
	if !over {
		if out, err = d.feed(t, tail, -1); err != nil {
			return py.Value{}, err
		}
	}
	d.mu.Lock()
	if d.z.Done() {
		d.dead = true
	}
	d.mu.Unlock()
	return py.NewBytes(out).Value(), nil
}

func decompressorCopy(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	d := asDecompressor(v)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dead {
		return py.Value{}, t.ValueErr("Inconsistent stream state")
	}
	n := py.AllocFor[decompressor](t, decompressType)
	n.z, n.dict = d.z.Clone(), d.dict
	n.unused, n.tail = append([]byte(nil), d.unused...), append([]byte(nil), d.tail...)
	return py.FromHeader(&n.Header), nil
}

// low32 is the low 32 bits of the start value of a check sum.
func low32(t *py.Thread, v py.Value, def uint32) (uint32, *py.Exc) {
	if v.IsNil() {
		return def, nil
	}
	x, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	if n, ok := py.SmallInt(x); ok {
		return uint32(n), nil
	}
	return uint32(new(big.Int).And(py.BigOf(x), big.NewInt(1<<32-1)).Uint64()), nil
}

func checksum(def uint32, f func(sum uint32, p []byte) uint32) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (r py.Value, err *py.Exc) {
		sum, err := low32(t, a[1], def)
		if err != nil {
			return r, err
		}
		err = t.BytesLike(a[0], func(b []byte) *py.Exc {
			outside(t, len(b), func() { sum = f(sum, b) })
			return nil
		})
		return py.Int64(int64(sum)), err
	}
}

// copies declares a copying method under its three names.
func copies(f func(t *py.Thread, v py.Value) (py.Value, *py.Exc)) []py.MethodSpec {
	const doc = "Return an independent copy that goes on from here."
	return []py.MethodSpec{
		{Name: "copy", Sig: "", Fn: py.Fn0(f), Doc: doc},
		{Name: "__copy__", Sig: "", Fn: py.Fn0(f)},
		{Name: "__deepcopy__", Sig: "memo, /", Fn: py.Fn1(func(t *py.Thread, v, _ py.Value) (py.Value, *py.Exc) { return f(t, v) })},
	}
}

func init() {
	py.RegisterPackage(func() {
		registerStream()
		registerZlib()
	}, "zlib")
}

func registerZlib() {
	py.RegisterType(py.TypeSpec{Type: errorType, Name: "zlib.error", Base: py.Exception, Flags: py.FlagBaseType})
	py.RegisterType(py.TypeSpec{
		Type: compressType, Name: "zlib.Compress", Guarded: true, Flags: py.FlagNoNew, Layout: py.LayoutOf[compressor](),
		Methods: append([]py.MethodSpec{
			{Name: "compress", Sig: "data, /", Fn: py.Fn1(compressorCompress), Doc: "Returns a bytes object containing compressed data.\n\nSome of the input may be kept for later calls; flush() gives the rest."},
			{Name: "flush", Sig: "mode=zlib.Z_FINISH, /", Fn: py.FnSig(compressorFlush), Doc: "Return a bytes object containing any remaining compressed data.\n\nWith Z_FINISH, the default, the stream is ended; with the others it goes on."},
		}, copies(compressorCopy)...),
	})
	bytesOf := func(name string, f func(d *decompressor) []byte) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			d := asDecompressor(v)
			d.mu.Lock()
			defer d.mu.Unlock()
			return py.CopyBytes(f(d)).Value(), nil
		}}
	}
	py.RegisterType(py.TypeSpec{
		Type: decompressType, Name: "zlib.Decompress", Guarded: true, Flags: py.FlagNoNew, Layout: py.LayoutOf[decompressor](),
		Methods: append([]py.MethodSpec{
			{Name: "decompress", Sig: "data, /, max_length=0", Fn: py.FnSig(decompressorDecompress), Doc: "Return a bytes object containing the decompressed version of the data.\n\nWith a max_length, no more than that many bytes; what was not used of the data\nis in unconsumed_tail then."},
			{Name: "flush", Sig: "length=zlib.DEF_BUF_SIZE, /", Fn: py.FnSig(decompressorFlush), Doc: "Return a bytes object containing any remaining decompressed data."},
		}, copies(decompressorCopy)...),
		Members: []py.GetSetSpec{
			bytesOf("unused_data", func(d *decompressor) []byte { return d.unused }),
			bytesOf("unconsumed_tail", func(d *decompressor) []byte { return d.tail }),
			{Name: "eof", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
				d := asDecompressor(v)
				d.mu.Lock()
				defer d.mu.Unlock()
				return py.Bool(d.z.Done()), nil
			}},
		},
	})
	py.RegisterModule(py.ModuleSpec{
		Name:  "zlib",
		Doc:   "Compression and decompression in the formats of zlib, gzip and raw deflate.\n\nadler32(string[, start]) -- Compute an Adler-32 checksum.\ncompress(data[, level]) -- Compress data, with compression level 0-9 or -1.\ncompressobj([level[, ...]]) -- Return a compressor object.\ncrc32(string[, start]) -- Compute a CRC-32 checksum.\ndecompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.\ndecompressobj([wbits[, zdict]]) -- Return a decompressor object.\n\n'wbits' tells the size of the window and the format.",
		Types: []*py.Type{errorType, streamType},
		Methods: []py.MethodSpec{
			{Name: "adler32", Sig: "data, value=1, /", Fn: checksum(1, inflate.Adler32), Doc: "Compute an Adler-32 checksum of data.\n\nvalue is the checksum of what came before."},
			{Name: "crc32", Sig: "data, value=0, /", Doc: "Compute a CRC-32 checksum of data.\n\nvalue is the checksum of what came before.", Fn: checksum(0, func(sum uint32, p []byte) uint32 {
				return crc32.Update(sum, crc32.IEEETable, p)
			})},
			{Name: "compress", Sig: "data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS", Fn: py.FnSig(compress), Doc: "Returns a bytes object containing compressed data."},
			{Name: "decompress", Sig: "data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE", Fn: py.FnSig(decompress), Doc: "Returns a bytes object containing the uncompressed data."},
			{Name: "compressobj", Sig: "level=Z_DEFAULT_COMPRESSION, method=DEFLATED, wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None", Fn: py.FnSig(compressobj), Doc: "Return a compressor object."},
			{Name: "decompressobj", Sig: "wbits=MAX_WBITS, zdict=b''", Fn: py.FnSig(decompressobj), Doc: "Return a decompressor object."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, c := range constants {
				m.Set(c.name, py.IntOf(c.value))
			}
			// The version of the library whose interface this is.
			m.Set("ZLIB_VERSION", py.NewStr("1.2.13").Value())
			m.Set("ZLIB_RUNTIME_VERSION", py.NewStr("1.2.13").Value())
			m.Set("__version__", py.NewStr("1.0").Value())
			return nil
		},
	})
}
