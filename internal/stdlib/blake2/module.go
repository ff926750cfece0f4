package blake2

import (
	"encoding/hex"
	"math/big"
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
)

// object is a blake2b or blake2s object.
type object struct {
	py.Header
	mu sync.Mutex
	h  *Hash
}

func of(v py.Value) *object { return (*object)(v.Ptr()) }

// limits are the sizes of a variant.
type limits struct {
	name                 string
	big                  bool
	digest, salt, person int
	block                int
}

var (
	blake2bType = new(py.Type)
	blake2sType = new(py.Type)
	limitsB     = limits{"blake2b", true, 64, 16, 16, 128}
	limitsS     = limits{"blake2s", false, 32, 8, 8, 64}
)

const signature = "data=b'', /, *, digest_size=_blake2.%s.MAX_DIGEST_SIZE, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True"

var sig = py.ParseSignature(signature)

// Data returns the bytes of an argument to hash, with the words of hashlib for
// what has none.
func Data(t *py.Thread, v py.Value) (*py.Buffer, *py.Exc) {
	if _, ok := py.ToStr(v); ok {
		return nil, t.TypeErr("Strings must be encoded before hashing")
	}
	if !py.HasBuffer(v) {
		return nil, t.TypeErr("object supporting the buffer API required")
	}
	b, err := t.Buffer(v, py.BufSimple)
	if err != nil {
		return nil, err
	}
	if len(b.Shape) > 1 {
		b.Release()
		return nil, t.Raise(py.BufferError, "Buffer must be single dimension")
	}
	return b, nil
}

func (l *limits) new(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
	var a [13]py.Value
	if err := sig.Bind(t, l.name, args, a[:]); err != nil {
		return py.Value{}, err
	}
	p := Params{Size: l.digest, Fanout: 1, Depth: 1}
	ints := []struct {
		at  int
		set *int
	}{{1, &p.Size}, {5, &p.Fanout}, {6, &p.Depth}, {9, &p.NodeDepth}, {10, &p.InnerSize}}
	for _, f := range ints {
		if !a[f.at].IsNil() {
			n, err := t.AsCInt(a[f.at])
			if err != nil {
				return py.Value{}, err
			}
			*f.set = n
		}
	}
	if p.Size <= 0 || p.Size > l.digest {
		return py.Value{}, t.ValueErr("digest_size must be between 1 and %d bytes", l.digest)
	}
	unsigned := func(at, bits int, name string) (uint64, *py.Exc) {
		if a[at].IsNil() {
			return 0, nil
		}
		v, err := t.Index(a[at])
		if err != nil {
			return 0, err
		}
		n := py.BigOf(v)
		if n.Sign() < 0 {
			return 0, t.ValueErr("value must be positive")
		}
		if !n.IsUint64() {
			return 0, t.Raise(py.OverflowError, "int too big to convert")
		}
		if n.Cmp(new(big.Int).Lsh(big.NewInt(1), uint(bits))) >= 0 {
			return 0, t.Raise(py.OverflowError, "%s is too large", name)
		}
		return n.Uint64(), nil
	}
	bytes := []struct {
		at   int
		name string
		max  int
		set  *[]byte
	}{{3, "salt", l.salt, &p.Salt}, {4, "person", l.person, &p.Person}}
	for _, f := range bytes {
		if a[f.at].IsNil() {
			continue
		}
		b, err := t.Buffer(a[f.at], py.BufSimple)
		if err != nil {
			return py.Value{}, err
		}
		*f.set = append([]byte(nil), b.Data...)
		b.Release()
		if len(*f.set) > f.max {
			return py.Value{}, t.ValueErr("maximum %s length is %d bytes", f.name, f.max)
		}
	}
	switch {
	case p.Fanout < 0 || p.Fanout > 255:
		return py.Value{}, t.ValueErr("fanout must be between 0 and 255")
	case p.Depth <= 0 || p.Depth > 255:
		return py.Value{}, t.ValueErr("depth must be between 1 and 255")
	}
	leaf, err := unsigned(7, 32, "leaf_size")
	if err != nil {
		return py.Value{}, err
	}
	p.LeafSize = uint32(leaf)
	offsetBits := 64
	if !l.big {
		offsetBits = 48
	}
	if p.NodeOffset, err = unsigned(8, offsetBits, "node_offset"); err != nil {
		return py.Value{}, err
	}
	switch {
	case p.NodeDepth < 0 || p.NodeDepth > 255:
		return py.Value{}, t.ValueErr("node_depth must be between 0 and 255")
	case p.InnerSize < 0 || p.InnerSize > l.digest:
		return py.Value{}, t.ValueErr("inner_size must be between 0 and is %d", l.digest)
	}
	if !a[11].IsNil() {
		if p.LastNode, err = t.Truth(a[11]); err != nil {
			return py.Value{}, err
		}
	}
	if !a[2].IsNil() {
		b, err := t.Buffer(a[2], py.BufSimple)
		if err != nil {
			return py.Value{}, err
		}
		p.Key = append([]byte(nil), b.Data...)
		b.Release()
		if len(p.Key) > l.digest {
			return py.Value{}, t.ValueErr("maximum key length is %d bytes", l.digest)
		}
	}
	o := py.AllocFor[object](t, cls)
	o.h = New(l.big, p)
	if !a[0].IsNil() {
		b, err := Data(t, a[0])
		if err != nil {
			return py.Value{}, err
		}
		o.h.Write(b.Data)
		b.Release()
	}
	return py.FromHeader(&o.Header), nil
}

func (o *object) sum() []byte {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.h.Sum()
}

func register(tp *py.Type, l *limits) {
	py.RegisterType(py.TypeSpec{
		Type: tp, Name: "_blake2." + l.name, Guarded: true, Layout: py.LayoutOf[object](),
		Doc:   "Return a new " + map[bool]string{true: "BLAKE2b", false: "BLAKE2s"}[l.big] + " hash object.",
		Slots: py.Slots{New: l.new},
		Methods: []py.MethodSpec{
			{Name: "update", Sig: "data, /", Fn: py.Fn1(func(t *py.Thread, self, v py.Value) (py.Value, *py.Exc) {
				b, err := Data(t, v)
				if err != nil {
					return py.Value{}, err
				}
				defer b.Release()
				o := of(self)
				o.mu.Lock()
				defer o.mu.Unlock()
				o.h.Write(b.Data)
				return py.None, nil
			}), Doc: "Update this hash object's state with the provided bytes-like object."},
			{Name: "copy", Fn: py.Fn0(func(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
				o, c := of(self), py.AllocFor[object](t, self.Type())
				o.mu.Lock()
				c.h = o.h.Clone()
				o.mu.Unlock()
				return py.FromHeader(&c.Header), nil
			}), Doc: "Return a copy of the hash object."},
			{Name: "digest", Fn: py.Fn0(func(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
				return py.NewBytes(of(self).sum()).Value(), nil
			}), Doc: "Return the digest value as a bytes object."},
			{Name: "hexdigest", Fn: py.Fn0(func(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
				return py.NewStr(hex.EncodeToString(of(self).sum())).Value(), nil
			}), Doc: "Return the digest value as a string of hexadecimal digits."},
		},
		GetSet: []py.GetSetSpec{
			{Name: "name", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.InternStr(l.name).Value(), nil }},
			{Name: "block_size", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(l.block), nil }},
			{Name: "digest_size", Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return py.IntOf(of(v).h.size), nil }},
		},
		Attrs: func() map[string]py.Value {
			return map[string]py.Value{
				"SALT_SIZE": py.IntOf(l.salt), "PERSON_SIZE": py.IntOf(l.person),
				"MAX_KEY_SIZE": py.IntOf(l.digest), "MAX_DIGEST_SIZE": py.IntOf(l.digest),
			}
		},
	})
}

func init() { py.RegisterPackage(registerModule, "_blake2") }

func registerModule() {
	register(blake2bType, &limitsB)
	register(blake2sType, &limitsS)
	py.RegisterModule(py.ModuleSpec{
		Name: "_blake2", Doc: "_blake2b provides BLAKE2b for hashlib\n", Types: []*py.Type{blake2bType, blake2sType},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			for _, v := range []struct {
				prefix string
				l      *limits
			}{{"BLAKE2B_", &limitsB}, {"BLAKE2S_", &limitsS}} {
				m.Set(v.prefix+"SALT_SIZE", py.IntOf(v.l.salt))
				m.Set(v.prefix+"PERSON_SIZE", py.IntOf(v.l.person))
				m.Set(v.prefix+"MAX_KEY_SIZE", py.IntOf(v.l.digest))
				m.Set(v.prefix+"MAX_DIGEST_SIZE", py.IntOf(v.l.digest))
			}
			return nil
		},
	})
}
