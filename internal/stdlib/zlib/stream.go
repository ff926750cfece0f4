package zlib

import (
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/zlib/inflate"
)

// stream is a _ZlibDecompressor, which keeps the input it has not used.
type stream struct {
	py.Header
	mu     sync.Mutex
	z      *inflate.Reader
	dict   []byte
	input  []byte
	unused []byte
	needs  bool
}

var (
	streamType = new(py.Type)
	streamSig  = py.ParseSignature("wbits=15, zdict=b''")
)

func asStream(v py.Value) *stream { return (*stream)(v.Ptr()) }

func streamNew(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [2]py.Value
	if err := streamSig.Bind(t, "_ZlibDecompressor", args, a[:]); err != nil {
		return py.Value{}, err
	}
	z, dict, err := openStream(t, a[0], a[1])
	if err != nil {
		return py.Value{}, err
	}
	s := py.AllocFor[stream](t, cls)
	s.z, s.dict, s.needs = z, dict, true
	return py.FromHeader(&s.Header), nil
}

func streamDecompress(t *py.Thread, v py.Value, a []py.Value) (r py.Value, err *py.Exc) {
	most := -1
	if !a[1].IsNil() {
		if most, err = t.SizeArg(a[1]); err != nil {
			return r, err
		}
	}
	s := asStream(v)
	err = t.BytesLike(a[0], func(b []byte) *py.Exc {
		var out []byte
		var zerror error
		over := false
		outside(t, max(len(b), most), func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			if over = s.z.Done(); over {
				return
			}
			in := b
			if len(s.input) > 0 {
				in = append(s.input, b...)
			}
			var rest []byte
			out, rest, zerror = pull(s.z, s.dict, in, most)
			switch {
			case s.z.Done():
				s.unused, s.input, s.needs = append([]byte(nil), rest...), nil, false
			default:
				s.input = append([]byte(nil), rest...)
				s.needs = len(rest) == 0 && (most < 0 || len(out) < most)
			}
		})
		switch {
		case over:
			return t.Raise(py.EOFError, "End of stream already reached")
		case zerror != nil:
			return pullErr(t, zerror)
		}
		r = py.NewBytes(out).Value()
		return nil
	})
	return r, err
}

func registerStream() {
	get := func(name, doc string, f func(s *stream) py.Value) py.GetSetSpec {
		return py.GetSetSpec{Name: name, Doc: doc, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			s := asStream(v)
			s.mu.Lock()
			defer s.mu.Unlock()
			return f(s), nil
		}}
	}
	py.RegisterType(py.TypeSpec{
		Type: streamType, Name: "zlib._ZlibDecompressor", Guarded: true, Sig: "wbits=15, zdict=b''", Layout: py.LayoutOf[stream](),
		Doc:   "Create a decompressor object for decompressing data incrementally.",
		Slots: py.Slots{New: streamNew},
		Methods: []py.MethodSpec{
			{Name: "decompress", Sig: "data, max_length=-1", Fn: py.FnSig(streamDecompress), Doc: "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, at most that many bytes are returned, and what\nwas not used of the data is kept for the next call."},
		},
		Members: []py.GetSetSpec{
			get("eof", "True if the end-of-stream marker has been reached.", func(s *stream) py.Value { return py.Bool(s.z.Done()) }),
			get("unused_data", "Data found after the end of the compressed stream.", func(s *stream) py.Value { return py.CopyBytes(s.unused).Value() }),
			get("needs_input", "True if more input is needed before more decompressed data can be produced.", func(s *stream) py.Value { return py.Bool(s.needs) }),
		},
	})
}
