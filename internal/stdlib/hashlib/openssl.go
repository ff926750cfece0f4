package hashlib

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/subtle"
	"fmt"
	"hash"
	"math"
	"math/big"

	"golang.org/x/crypto/scrypt"

	"github.com/coachwhip/coachwhip/internal/py"
)

// _hashlib: one interface to all algorithms, HMAC, and key derivation.

var (
	hashType        = new(py.Type)
	hashXOFType     = new(py.Type)
	hmacType        = new(py.Type)
	unsupportedType = new(py.Type)
)

func unsupported(t *py.Thread) *py.Exc {
	return t.Raise(unsupportedType, "[digital envelope routines] unsupported")
}

func typeOf(a *algorithm) *py.Type {
	if a.xof() {
		return hashXOFType
	}
	return hashType
}

func objRepr(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
	return py.NewStr(fmt.Sprintf("<%s %s object @ %p>", of(v).alg.name, v.Type().Name(), v.Ptr())).Value(), nil
}

// outputLength reads the length argument of a HASHXOF's methods.
func outputLength(t *py.Thread, v py.Value) (int, *py.Exc) {
	n, err := t.AsSize(v)
	if err != nil {
		return 0, err
	}
	if n < 0 || n > math.MaxInt32 {
		return 0, t.MemoryErr()
	}
	return n, nil
}

func hashlibNew(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	name, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("name must be a string")
	}
	alg := byName(name.String())
	if alg == nil {
		return py.Value{}, unsupported(t)
	}
	return newObject(t, typeOf(alg), alg, a[1])
}

// digestmod finds the algorithm that a name or a constructor stands for.
func digestmod(t *py.Thread, v py.Value) (*algorithm, *py.Exc) {
	if s, ok := py.ToStr(v); ok {
		if a := byName(s.String()); a != nil {
			return a, nil
		}
		return nil, unsupported(t)
	}
	if mod, name := py.NativeName(v); mod == "_hashlib" && len(name) > len("openssl_") {
		if a := byName(name[len("openssl_"):]); a != nil {
			return a, nil
		}
	}
	s, err := t.StrOf(v)
	if err != nil {
		return nil, err
	}
	return nil, t.Raise(unsupportedType, "Unsupported digestmod %s", s.String())
}

// macAlgorithm is digestmod for HMAC, which needs a digest of fixed size.
func macAlgorithm(t *py.Thread, v py.Value) (*algorithm, *py.Exc) {
	a, err := digestmod(t, v)
	if err == nil && a.std == nil {
		return nil, unsupported(t)
	}
	return a, err
}

// bytesArg copies the bytes of a bytes-like argument.
func bytesArg(t *py.Thread, v py.Value) ([]byte, *py.Exc) {
	b, err := t.Buffer(v, py.BufSimple)
	if err != nil {
		return nil, err
	}
	defer b.Release()
	return append([]byte(nil), b.Data...), nil
}

// macState is an HMAC computation; the standard library's cannot be copied
// with every hash, so it is put together here.
type macState struct{ inner, outer state }

func newMAC(a *algorithm, key []byte) macState {
	if len(key) > a.block {
		h := a.start()
		h.Write(key)
		key = h.sum(0)
	}
	pad := make([]byte, a.block)
	xored := func(x byte) state {
		for i := range pad {
			pad[i] = x
		}
		for i, c := range key {
			pad[i] ^= c
		}
		s := a.start()
		s.Write(pad)
		return s
	}
	return macState{xored(0x36), xored(0x5c)}
}

func (s macState) Write(p []byte) (int, error) { return s.inner.Write(p) }
func (s macState) clone() state                { return macState{s.inner.clone(), s.outer.clone()} }
func (s macState) sum(int) []byte {
	o := s.outer.clone()
	o.Write(s.inner.sum(0))
	return o.sum(0)
}

func hmacNew(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	if a[2].IsNil() || a[2].IsNone() {
		if b, err := t.Buffer(a[0], py.BufSimple); err != nil {
			return py.Value{}, err
		} else {
			b.Release()
		}
		return py.Value{}, t.TypeErr("Missing required parameter 'digestmod'.")
	}
	key, err := bytesArg(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	alg, err := macAlgorithm(t, a[2])
	if err != nil {
		return py.Value{}, err
	}
	o := py.AllocFor[object](t, hmacType)
	o.alg, o.state = alg, newMAC(alg, key)
	if !a[1].IsNil() && !a[1].IsNone() {
		if err := o.update(t, a[1]); err != nil {
			return py.Value{}, err
		}
	}
	return py.FromHeader(&o.Header), nil
}

func hmacDigest(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	key, err := bytesArg(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	msg, err := bytesArg(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	alg, err := macAlgorithm(t, a[2])
	if err != nil {
		return py.Value{}, err
	}
	m := hmac.New(alg.std, key)
	m.Write(msg)
	return py.NewBytes(m.Sum(nil)).Value(), nil
}

func compareDigest(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	x, xs := py.ToStr(a[0])
	y, ys := py.ToStr(a[1])
	if xs && ys {
		if !x.ASCII() || !y.ASCII() {
			return py.Value{}, t.TypeErr("comparing strings with non-ASCII characters is not supported")
		}
		return py.Bool(subtle.ConstantTimeCompare([]byte(x.String()), []byte(y.String())) == 1), nil
	}
	if !py.HasBuffer(a[0]) && !py.HasBuffer(a[1]) {
		return py.Value{}, t.TypeErr("unsupported operand types(s) or combination of types: '%s' and '%s'", a[0].Type().Name(), a[1].Type().Name())
	}
	p, err := t.Buffer(a[0], py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer p.Release()
	q, err := t.Buffer(a[1], py.BufSimple)
	if err != nil {
		return py.Value{}, err
	}
	defer q.Release()
	if len(p.Shape) > 1 || len(q.Shape) > 1 {
		return py.Value{}, t.Raise(py.BufferError, "Buffer must be single dimension")
	}
	return py.Bool(subtle.ConstantTimeCompare(p.Data, q.Data) == 1), nil
}

func pbkdf2HMAC(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	name, ok := py.ToStr(a[0])
	if !ok {
		return py.Value{}, t.TypeErr("pbkdf2_hmac() argument 'hash_name' must be str, not %s", a[0].Type().Name())
	}
	password, err := bytesArg(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	salt, err := bytesArg(t, a[2])
	if err != nil {
		return py.Value{}, err
	}
	clong := func(v py.Value) (int64, *py.Exc) {
		x, err := t.Index(v)
		if err != nil {
			return 0, err
		}
		n, ok := py.SmallInt(x)
		if !ok {
			return 0, t.Raise(py.OverflowError, "Python int too large to convert to C long")
		}
		return n, nil
	}
	iterations, err := clong(a[3])
	if err != nil {
		return py.Value{}, err
	}
	alg := byName(name.String())
	if alg == nil || alg.std == nil {
		return py.Value{}, unsupported(t)
	}
	switch {
	case iterations < 1:
		return py.Value{}, t.ValueErr("iteration value must be greater than 0.")
	case iterations > math.MaxInt32:
		return py.Value{}, t.Raise(py.OverflowError, "iteration value is too great.")
	}
	length := int64(alg.size)
	if !a[4].IsNil() && !a[4].IsNone() {
		if length, err = clong(a[4]); err != nil {
			return py.Value{}, err
		}
		switch {
		case length < 1:
			return py.Value{}, t.ValueErr("key length must be greater than 0.")
		case length > math.MaxInt32:
			return py.Value{}, t.Raise(py.OverflowError, "key length is too great.")
		}
	}
	var key []byte
	var kerr error
	t.Blocking(func() {
		key, kerr = pbkdf2.Key(func() hash.Hash { return alg.std() }, string(password), salt, int(iterations), int(length))
	})
	if kerr != nil {
		return py.Value{}, t.ValueErr("%s", kerr.Error())
	}
	return py.NewBytes(key).Value(), nil
}

func scryptKey(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	password, err := bytesArg(t, a[0])
	if err != nil {
		return py.Value{}, err
	}
	if a[1].IsNil() || a[1].IsNone() {
		return py.Value{}, t.TypeErr("salt is required")
	}
	salt, err := bytesArg(t, a[1])
	if err != nil {
		return py.Value{}, err
	}
	var v [3]uint64
	for i, name := range []string{"n", "r", "p"} {
		x := a[2+i]
		if x.IsNil() || !py.IsInt(x) {
			return py.Value{}, t.TypeErr("%s is required and must be an unsigned int", name)
		}
		n := py.BigOf(x)
		if !n.IsUint64() {
			return py.Value{}, t.TypeErr("%s is required and must be an unsigned int", name)
		}
		v[i] = n.Uint64()
		if i == 0 && (v[0] < 2 || v[0]&(v[0]-1) != 0) {
			return py.Value{}, t.ValueErr("n must be a power of 2.")
		}
	}
	maxmem, dklen := int64(0), int64(64)
	for i, to := range []*int64{&maxmem, &dklen} {
		if a[5+i].IsNil() {
			continue
		}
		x, err := t.Index(a[5+i])
		if err != nil {
			return py.Value{}, err
		}
		n, ok := py.SmallInt(x)
		if !ok {
			return py.Value{}, t.Raise(py.OverflowError, "Python int too large to convert to C long")
		}
		*to = n
	}
	if maxmem < 0 || maxmem > math.MaxInt32 {
		return py.Value{}, t.ValueErr("maxmem must be positive and smaller than %d", math.MaxInt32)
	}
	if dklen < 1 || dklen > math.MaxInt32 {
		return py.Value{}, t.ValueErr("dklen must be greater than 0 and smaller than %d", math.MaxInt32)
	}
	if maxmem == 0 {
		maxmem = 32 << 20 // OpenSSL's default
	}
	n, r, p := v[0], v[1], v[2]
	if r == 0 || p == 0 || r > 1<<30 || p > (1<<30-1)/r || n>>1 >= 1<<min(16*r-1, 62) {
		return py.Value{}, t.ValueErr("Invalid parameter combination for n, r, p, maxmem.")
	}
	need := new(big.Int).Mul(big.NewInt(int64(128*r)), new(big.Int).SetUint64(n+p+2))
	if need.Cmp(big.NewInt(maxmem)) > 0 {
		return py.Value{}, t.ValueErr("[digital envelope routines] memory limit exceeded")
	}
	var key []byte
	var kerr error
	t.Blocking(func() { key, kerr = scrypt.Key(password, salt, int(n), int(r), int(p), int(dklen)) })
	if kerr != nil {
		return py.Value{}, t.ValueErr("Invalid parameter combination for n, r, p, maxmem.")
	}
	return py.NewBytes(key).Value(), nil
}

func registerOpenssl() {
	py.RegisterType(py.TypeSpec{
		Type: hashType, Name: "_hashlib.HASH", Guarded: true, Flags: py.FlagNoNew | py.FlagBaseType, Layout: py.LayoutOf[object](),
		Doc:   "A hash is an object used to calculate a checksum of a string of information.\n\nMethods: update(), digest(), hexdigest(), copy().\nAttributes: name, digest_size.",
		Slots: py.Slots{Repr: objRepr}, Methods: methods, GetSet: attrs,
	})
	length := func(f func(b []byte) py.Value) py.FnSig {
		return func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
			n, err := outputLength(t, a[0])
			if err != nil {
				return py.Value{}, err
			}
			return f(of(self).sum(n)), nil
		}
	}
	py.RegisterType(py.TypeSpec{
		Type: hashXOFType, Name: "_hashlib.HASHXOF", Guarded: true, Base: hashType, Flags: py.FlagNoNew | py.FlagBaseType,
		Doc: "A hash whose digest may have any length.",
		Methods: []py.MethodSpec{
			{Name: "digest", Sig: "length", Fn: length(func(b []byte) py.Value { return py.NewBytes(b).Value() }), Doc: "Return the digest value as a bytes object."},
			{Name: "hexdigest", Sig: "length", Fn: length(asHex), Doc: "Return the digest value as a string of hexadecimal digits."},
		},
		GetSet: []py.GetSetSpec{attr("digest_size", "", func(o *object) py.Value { return py.Int64(0) })},
	})
	py.RegisterType(py.TypeSpec{
		Type: hmacType, Name: "_hashlib.HMAC", Guarded: true, Flags: py.FlagNoNew, Layout: py.LayoutOf[object](),
		Doc: "The object used to calculate HMAC of a message.\n\nMethods: update(), digest(), hexdigest(), copy().\nAttributes: name, digest_size, block_size.",
		Slots: py.Slots{Repr: func(t *py.Thread, v py.Value) (py.Value, *py.Exc) {
			return py.NewStr(fmt.Sprintf("<%s HMAC object @ %p>", of(v).alg.name, v.Ptr())).Value(), nil
		}},
		Methods: []py.MethodSpec{
			{Name: "update", Sig: "msg", Fn: py.FnSig(func(t *py.Thread, self py.Value, a []py.Value) (py.Value, *py.Exc) {
				return py.None, of(self).update(t, a[0])
			}), Doc: "Update the HMAC object with msg."},
			methods[1], methods[2], methods[3],
		},
		GetSet: []py.GetSetSpec{attrs[0], attrs[1], attr("name", "", func(o *object) py.Value { return py.NewStr("hmac-" + o.alg.name).Value() })},
	})
	py.RegisterType(py.TypeSpec{Type: unsupportedType, Name: "_hashlib.UnsupportedDigestmodError", Base: py.ValueError})

	funcs := []py.MethodSpec{
		{Name: "new", Sig: "name, string=b'', *, usedforsecurity=True", Fn: py.FnSig(hashlibNew), Doc: "Return a new hash object using the named algorithm.\n\nAn optional string argument may be provided and will be\nautomatically hashed."},
		{Name: "hmac_new", Sig: "key, msg=b'', digestmod=None", Fn: py.FnSig(hmacNew), Doc: "Return a new hmac object."},
		{Name: "hmac_digest", Sig: "key, msg, digest", Fn: py.FnSig(hmacDigest), Doc: "Single-shot HMAC."},
		{Name: "compare_digest", Sig: "a, b, /", Fn: py.FnSig(compareDigest), Doc: "Return 'a == b' in a time that does not depend on where they differ.\n\na and b must both be ASCII strings or both bytes-like."},
		{Name: "get_fips_mode", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.Int64(0), nil }), Doc: "Determine the FIPS mode: 0 is none."},
		{Name: "pbkdf2_hmac", Sig: "hash_name, password, salt, iterations, dklen=None", Fn: py.FnSig(pbkdf2HMAC), Doc: "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."},
		{Name: "scrypt", Sig: "password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64", Fn: py.FnSig(scryptKey), Doc: "scrypt password-based key derivation function."},
	}
	makers := []*algorithm{algMD5, algSHA1, algSHA224, algSHA256, algSHA384, algSHA512, algSHA3224, algSHA3256, algSHA3384, algSHA3512, algShake128, algShake256}
	for _, a := range makers {
		funcs = append(funcs, maker("openssl_"+a.name, typeOf(a), a))
	}
	py.RegisterModule(py.ModuleSpec{
		Name: "_hashlib", Doc: "OpenSSL interface for hashlib module", Methods: funcs,
		Types: []*py.Type{hashType, hashXOFType, hmacType, unsupportedType},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			names := make([]py.Value, len(algorithms))
			for i, a := range algorithms {
				names[i] = py.InternStr(a.name).Value()
			}
			set, err := t.Call(py.FrozenSetType.Value(), py.NewList(names).Value())
			if err != nil {
				return err
			}
			m.Set("openssl_md_meth_names", set)
			d := py.NewDict()
			for _, a := range makers {
				if err := d.Set(t, m.Dict().GetStr(t, "openssl_"+a.name), py.InternStr(a.name).Value()); err != nil {
					return err
				}
			}
			m.Set("_constructors", py.NewMappingProxy(d.Value()))
			return nil
		},
	})
}
