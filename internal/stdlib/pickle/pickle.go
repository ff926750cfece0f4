// Package pickle is the _pickle module: object serialisation in the protocols
// 0 to 5.
package pickle

import (
	"sync/atomic"

	"github.com/coachwhip/coachwhip/internal/py"
)

var (
	pickleError     = new(py.Type)
	picklingError   = new(py.Type)
	unpicklingError = new(py.Type)
)

// state is what the module needs of others in one interpreter, found when it
// is imported.
type state struct {
	dispatchTable    py.Value // copyreg
	extRegistry      *py.Dict
	invertedRegistry *py.Dict
	extCache         *py.Dict
	nameMap2to3      *py.Dict // _compat_pickle
	importMap2to3    *py.Dict
	nameMap3to2      *py.Dict
	importMap3to2    *py.Dict
	codecsEncode     py.Value
	getattr          py.Value
	partial          py.Value
}

func stateOf(t *py.Thread) *state {
	return t.Interp().ModuleStateOr("_pickle", func() any { return &state{} }).(*state)
}

// load fills the state from the modules that hold it.
func (s *state) load(t *py.Thread) *py.Exc {
	copyreg, err := t.ImportModule("copyreg")
	if err != nil {
		return err
	}
	compat, err := t.ImportModule("_compat_pickle")
	if err != nil {
		return err
	}
	dict := func(m py.Value, module, name string, out **py.Dict) {
		if err != nil {
			return
		}
		var v py.Value
		if v, err = t.GetAttrS(m, name); err != nil {
			return
		}
		d, ok := py.ToDict(v)
		if !ok {
			err = t.Raise(py.RuntimeError, "%s.%s should be a dict, not %s", module, name, v.Type().Name())
		}
		*out = d
	}
	var table *py.Dict
	dict(copyreg, "copyreg", "dispatch_table", &table)
	dict(copyreg, "copyreg", "_extension_registry", &s.extRegistry)
	dict(copyreg, "copyreg", "_inverted_registry", &s.invertedRegistry)
	dict(copyreg, "copyreg", "_extension_cache", &s.extCache)
	dict(compat, "_compat_pickle", "NAME_MAPPING", &s.nameMap2to3)
	dict(compat, "_compat_pickle", "IMPORT_MAPPING", &s.importMap2to3)
	dict(compat, "_compat_pickle", "REVERSE_NAME_MAPPING", &s.nameMap3to2)
	dict(compat, "_compat_pickle", "REVERSE_IMPORT_MAPPING", &s.importMap3to2)
	if err != nil {
		return err
	}
	s.dispatchTable = table.Value()
	codecs, err := t.ImportModule("codecs")
	if err != nil {
		return err
	}
	if s.codecsEncode, err = t.GetAttrS(codecs, "encode"); err != nil {
		return err
	}
	if !py.IsCallable(s.codecsEncode) {
		return t.Raise(py.RuntimeError, "codecs.encode should be a callable, not %s", s.codecsEncode.Type().Name())
	}
	functools, err := t.ImportModule("functools")
	if err != nil {
		return err
	}
	if s.partial, err = t.GetAttrS(functools, "partial"); err != nil {
		return err
	}
	s.getattr = t.Builtin("getattr")
	return nil
}

// owner lets one thread at a time use an object, as often nested as it likes.
type owner struct {
	thread atomic.Uint64 // ID of the thread plus 1; 0: free
	depth  int
}

func (o *owner) enter(t *py.Thread) *py.Exc {
	id := t.ID() + 1
	if o.thread.Load() != id {
		if !o.thread.CompareAndSwap(0, id) {
			return t.Raise(py.RuntimeError, "pickler or unpickler is in use by another thread")
		}
	}
	o.depth++
	return nil
}

func (o *owner) leave() {
	if o.depth--; o.depth == 0 {
		o.thread.Store(0)
	}
}

func init() {
	py.RegisterPackage(func() {
		registerBuffer()
		registerMemo()
		registerPickle()
		registerPickler()
		registerUnpickler()
	}, "_pickle")
}

func registerPickle() {
	py.RegisterType(py.TypeSpec{Type: pickleError, Name: "_pickle.PickleError", Base: py.Exception, Flags: py.FlagBaseType})
	py.RegisterType(py.TypeSpec{Type: picklingError, Name: "_pickle.PicklingError", Base: pickleError, Flags: py.FlagBaseType})
	py.RegisterType(py.TypeSpec{Type: unpicklingError, Name: "_pickle.UnpicklingError", Base: pickleError, Flags: py.FlagBaseType})
	py.RegisterModule(py.ModuleSpec{
		Name: "_pickle", Doc: "Optimized C implementation for the Python pickle module.",
		Types: []*py.Type{pickleError, picklingError, unpicklingError, picklerType, unpicklerType, bufferType},
		Methods: []py.MethodSpec{
			{Name: "dump", Sig: "obj, file, protocol=None, *, fix_imports=True, buffer_callback=None", Doc: "Write a pickled representation of obj to the open file object file.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				p := newPickler(picklerType)
				if err := p.init(t, a[2], a[3], a[4]); err != nil {
					return py.Value{}, err
				}
				if err := p.setFile(t, a[1]); err != nil {
					return py.Value{}, err
				}
				if err := p.dump(t, a[0]); err != nil {
					return py.Value{}, err
				}
				return py.None, p.flush(t)
			})},
			{Name: "dumps", Sig: "obj, protocol=None, *, fix_imports=True, buffer_callback=None", Doc: "Return the pickled representation of the object as a bytes object.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				p := newPickler(picklerType)
				if err := p.init(t, a[1], a[2], a[3]); err != nil {
					return py.Value{}, err
				}
				if err := p.dump(t, a[0]); err != nil {
					return py.Value{}, err
				}
				return py.CopyBytes(p.out).Value(), nil
			})},
			{Name: "load", Sig: "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()", Doc: "Read and return an object from the pickle data stored in a file.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				u := newUnpickler(unpicklerType)
				if err := u.setFile(t, a[0]); err != nil {
					return py.Value{}, err
				}
				if err := u.init(t, "load", a[1], a[2], a[3], a[4]); err != nil {
					return py.Value{}, err
				}
				return u.load(t)
			})},
			{Name: "loads", Sig: "data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()", Doc: "Read and return an object from the given pickle data.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				u := newUnpickler(unpicklerType)
				if err := u.init(t, "loads", a[1], a[2], a[3], a[4]); err != nil {
					return py.Value{}, err
				}
				buf, err := t.Buffer(a[0], py.BufCContiguous)
				if err != nil {
					return py.Value{}, err
				}
				defer buf.ReleaseOn(t)
				u.in = bytesOf(buf)
				u.shared = true
				return u.load(t)
			})},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			return stateOf(t).load(t)
		},
	})
}
