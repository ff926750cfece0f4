package hashlib

import (
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/blake2"
)

// object is a hash object of any of the modules.
type object struct {
	py.Header
	mu    sync.Mutex // held only while bytes are hashed, never while Python runs
	alg   *algorithm
	state state
}

func of(v py.Value) *object { return (*object)(v.Ptr()) }

// newObject makes a hash object and feeds it data, which may be nil.
func newObject(t *py.Thread, cls *py.Type, alg *algorithm, data py.Value) (py.Value, *py.Exc) {
	o := py.AllocFor[object](t, cls)
	o.alg, o.state = alg, alg.start()
	if !data.IsNil() {
		if err := o.update(t, data); err != nil {
			return py.Value{}, err
		}
	}
	return py.FromHeader(&o.Header), nil
}

func (o *object) update(t *py.Thread, v py.Value) *py.Exc {
	b, err := blake2.Data(t, v)
	if err != nil {
		return err
	}
	defer b.Release()
	const worthIt = 2048 // bytes from which on other threads are let run
	write := func() {
		o.mu.Lock()
		o.state.Write(b.Data)
		o.mu.Unlock()
	}
	if len(b.Data) >= worthIt {
		t.Blocking(write)
	} else {
		write()
	}
	return nil
}

func (o *object) sum(n int) []byte {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.state.sum(n)
}

func (o *object) clone() state {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.state.clone()
}

func asHex(b []byte) py.Value {
	s := hex.EncodeToString(b)
	return py.NewStrN(s, len(s)).Value()
}

func objUpdate(t *py.Thread, self, v py.Value) (py.Value, *py.Exc) {
	return py.None, of(self).update(t, v)
}

func objCopy(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	o, c := of(self), py.AllocFor[object](t, self.Type())
	c.alg, c.state = o.alg, o.clone()
	return py.FromHeader(&c.Header), nil
}

func objDigest(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	return py.NewBytes(of(self).sum(0)).Value(), nil
}

func objHexdigest(t *py.Thread, self py.Value) (py.Value, *py.Exc) {
	return asHex(of(self).sum(0)), nil
}

// shakeLength checks the output length that _sha3's SHAKE functions are given.
func shakeLength(t *py.Thread, v py.Value) (int, *py.Exc) {
	n, err := t.Index(v)
	if err != nil {
		return 0, err
	}
	b := py.BigOf(n)
	if b.Sign() < 0 {
		return 0, t.ValueErr("value must be positive")
	}
	const longest = 1 << 29
	if !b.IsInt64() || b.Int64() >= longest {
		return 0, t.ValueErr("length is too large")
	}
	return int(b.Int64()), nil
}

var methods = []py.MethodSpec{
	{Name: "update", Sig: "obj, /", Fn: py.Fn1(objUpdate), Doc: "Update this hash object's state with the provided string."},
	{Name: "copy", Fn: py.Fn0(objCopy), Doc: "Return a copy of the hash object."},
	{Name: "digest", Fn: py.Fn0(objDigest), Doc: "Return the digest value as a bytes object."},
	{Name: "hexdigest", Fn: py.Fn0(objHexdigest), Doc: "Return the digest value as a string of hexadecimal digits."},
}

var shakeMethods = []py.MethodSpec{
	methods[0], methods[1],
	{Name: "digest", Sig: "length, /", Fn: py.Fn1(func(t *py.Thread, self, v py.Value) (py.Value, *py.Exc) {
		n, err := shakeLength(t, v)
		if err != nil {
			return py.Value{}, err
		}
		return py.NewBytes(of(self).sum(n)).Value(), nil
	}), Doc: "Return the digest value as a bytes object."},
	{Name: "hexdigest", Sig: "length, /", Fn: py.Fn1(func(t *py.Thread, self, v py.Value) (py.Value, *py.Exc) {
		n, err := shakeLength(t, v)
		if err != nil {
			return py.Value{}, err
		}
		return asHex(of(self).sum(n)), nil
	}), Doc: "Return the digest value as a string of hexadecimal digits."},
}

func attr(name, doc string, f func(o *object) py.Value) py.GetSetSpec {
	return py.GetSetSpec{Name: name, Doc: doc, Get: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) { return f(of(v)), nil }}
}

var attrs = []py.GetSetSpec{
	attr("block_size", "", func(o *object) py.Value { return py.IntOf(o.alg.block) }),
	attr("digest_size", "", func(o *object) py.Value { return py.IntOf(o.alg.size) }),
	attr("name", "", func(o *object) py.Value { return py.InternStr(o.alg.name).Value() }),
}

var sha3Attrs = append([]py.GetSetSpec{
	attr("_capacity_bits", "", func(o *object) py.Value { return py.IntOf(1600 - 8*o.alg.block) }),
	attr("_rate_bits", "", func(o *object) py.Value { return py.IntOf(8 * o.alg.block) }),
	attr("_suffix", "", func(o *object) py.Value { return py.NewBytes([]byte{o.alg.suffix}).Value() }),
}, attrs...)

// plain registers a hash type that its module's functions make.
func plain(name string) *py.Type {
	tp := new(py.Type)
	py.RegisterType(py.TypeSpec{Type: tp, Name: name, Flags: py.FlagNoNew, Layout: py.LayoutOf[object](), Methods: methods, GetSet: attrs})
	return tp
}

// maker is the module function that makes a hash object.
func maker(name string, tp *py.Type, alg *algorithm) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "string=b'', *, usedforsecurity=True", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		return newObject(t, tp, alg, a[0])
	}), Doc: fmt.Sprintf("Return a new %s hash object; optionally initialized with a string.", alg.name)}
}

// sha3Type registers a type of the SHA-3 family, which is its own constructor.
func sha3Type(alg *algorithm) *py.Type {
	tp := new(py.Type)
	m, kind := methods, "SHA3"
	if alg.xof() {
		m, kind = shakeMethods, "SHAKE"
	}
	py.RegisterType(py.TypeSpec{
		Type: tp, Name: "_sha3." + alg.name, Guarded: true, Layout: py.LayoutOf[object](),
		Doc: alg.name + "([data], *, usedforsecurity=True) -> " + kind + " object\n\nReturn a new " + kind + " hash object.",
		Slots: py.Slots{New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			var a [2]py.Value
			if err := sha3Sig.Bind(t, alg.name, args, a[:]); err != nil {
				return py.Value{}, err
			}
			return newObject(t, cls, alg, a[0])
		}},
		Methods: m, GetSet: sha3Attrs,
	})
	return tp
}

var sha3Sig = py.ParseSignature("data=b'', /, *, usedforsecurity=True")

func init() {
	py.RegisterPackage(func() {
		registerObjects()
		registerOpenssl()
	}, "_md5", "_sha1", "_sha2", "_sha3", "_hashlib")
}

func registerObjects() {
	md5 := plain("_md5.md5")
	py.RegisterModule(py.ModuleSpec{Name: "_md5", Methods: []py.MethodSpec{maker("md5", md5, algMD5)}, Init: func(t *py.Thread, m *py.Module) *py.Exc {
		m.Set("MD5Type", md5.Value())
		return nil
	}})
	sha1 := plain("_sha1.sha1")
	py.RegisterModule(py.ModuleSpec{Name: "_sha1", Methods: []py.MethodSpec{maker("sha1", sha1, algSHA1)}, Init: func(t *py.Thread, m *py.Module) *py.Exc {
		m.Set("SHA1Type", sha1.Value())
		return nil
	}})
	s224, s256, s384, s512 := plain("_sha2.SHA224Type"), plain("_sha2.SHA256Type"), plain("_sha2.SHA384Type"), plain("_sha2.SHA512Type")
	py.RegisterModule(py.ModuleSpec{
		Name: "_sha2", Types: []*py.Type{s224, s256, s384, s512},
		Methods: []py.MethodSpec{maker("sha224", s224, algSHA224), maker("sha256", s256, algSHA256), maker("sha384", s384, algSHA384), maker("sha512", s512, algSHA512)},
	})
	var types []*py.Type
	for _, a := range []*algorithm{algSHA3224, algSHA3256, algSHA3384, algSHA3512, algShake128, algShake256} {
		types = append(types, sha3Type(a))
	}
	py.RegisterModule(py.ModuleSpec{Name: "_sha3", Types: types, Init: func(t *py.Thread, m *py.Module) *py.Exc {
		m.Set("implementation", py.NewStr("HACL").Value())
		return nil
	}})
}
