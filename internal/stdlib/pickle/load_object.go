package pickle

import (
	"encoding/binary"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

var (
	strGetInitArgs = py.InternStr("__getinitargs__")
	strSetState    = py.InternStr("__setstate__")
	strDict        = py.InternStr("__dict__")
)

// persistent pushes the object of a persistent id.
func (u *unpickler) persistent(t *py.Thread, id py.Value) *py.Exc {
	if u.persistentLoad.IsNil() {
		return errNoPersistent(t)
	}
	v, err := t.Call(u.persistentLoad, id)
	if err != nil {
		return err
	}
	u.push(v)
	return nil
}

func (u *unpickler) loadReduce(t *py.Thread) *py.Exc {
	args, err := u.pop(t)
	if err != nil {
		return err
	}
	f, err := u.pop(t)
	if err != nil {
		return err
	}
	tup, ok := py.ToTuple(args)
	if !ok {
		return t.TypeErr("argument list must be a tuple")
	}
	v, err := t.Call(f, tup.Items()...)
	if err != nil {
		return err
	}
	u.push(v)
	return nil
}

// loadNewObj is NEWOBJ and, with ex, NEWOBJ_EX.
func (u *unpickler) loadNewObj(t *py.Thread, ex bool) *py.Exc {
	name := "NEWOBJ"
	var kw, args, cls py.Value
	var err *py.Exc
	if ex {
		name = "NEWOBJ_EX"
		if kw, err = u.pop(t); err != nil {
			return err
		}
	}
	if args, err = u.pop(t); err != nil {
		return err
	}
	if cls, err = u.pop(t); err != nil {
		return err
	}
	tp, ok := py.ToType(cls)
	if !ok {
		return t.Raise(unpicklingError, "%s class argument must be a type, not %s", name, cls.Type().Name())
	}
	mk := tp.Slots().New
	if mk == nil {
		return t.Raise(unpicklingError, "%s class argument '%s' doesn't have __new__", name, tp.Name())
	}
	tup, ok := py.ToTuple(args)
	if !ok {
		return t.Raise(unpicklingError, "%s args argument must be a tuple, not %s", name, args.Type().Name())
	}
	a := py.Pos(tup.Items()...)
	if ex {
		d, ok := py.ToDict(kw)
		if !ok {
			return t.Raise(unpicklingError, "%s kwargs argument must be a dict, not %s", name, kw.Type().Name())
		}
		f, err := t.GetAttr(cls, strDunNew)
		if err != nil {
			return err
		}
		v, err := t.CallKw(f, append([]py.Value{cls}, tup.Items()...), d)
		if err != nil {
			return err
		}
		u.push(v)
		return nil
	}
	v, err := mk(t, tp, a)
	if err != nil {
		return err
	}
	u.push(v)
	return nil
}

// instantiate makes an instance as pickles of old-style classes ask for it.
func (u *unpickler) instantiate(t *py.Thread, cls py.Value, args []py.Value) *py.Exc {
	if _, ok := py.ToType(cls); ok && len(args) == 0 {
		f, err := t.GetAttrOpt(cls, strGetInitArgs)
		if err != nil {
			return err
		}
		if f.IsNil() {
			v, err := t.CallMethod(cls, strDunNew, cls)
			if err != nil {
				return err
			}
			u.push(v)
			return nil
		}
	}
	v, err := t.Call(cls, args...)
	if err != nil {
		return err
	}
	u.push(v)
	return nil
}

func (u *unpickler) loadObj(t *py.Thread) *py.Exc {
	at, err := u.mark(t)
	if err != nil {
		return err
	}
	if len(u.stack)-at < 1 {
		return u.underflow(t)
	}
	items := u.above(at)
	return u.instantiate(t, items[0], items[1:])
}

func (u *unpickler) loadInst(t *py.Thread) *py.Exc {
	at, err := u.mark(t)
	if err != nil {
		return err
	}
	args := u.above(at)
	cls, err := u.globalLines(t)
	if err != nil {
		return err
	}
	return u.instantiate(t, cls, args)
}

// globalLines reads the two lines that name a global, and finds it.
func (u *unpickler) globalLines(t *py.Thread) (py.Value, *py.Exc) {
	var names [2]py.Value
	for i := range names {
		line, err := u.line(t)
		if err != nil {
			return py.Value{}, err
		}
		if len(line) < 2 {
			return py.Value{}, u.truncated(t)
		}
		s, err := t.Decode(append([]byte(nil), line[:len(line)-1]...), "utf-8", "strict")
		if err != nil {
			return py.Value{}, err
		}
		names[i] = s.Value()
	}
	return u.global(t, names[0], names[1])
}

func (u *unpickler) loadGlobal(t *py.Thread) *py.Exc {
	v, err := u.globalLines(t)
	if err != nil {
		return err
	}
	u.push(v)
	return nil
}

func (u *unpickler) loadStackGlobal(t *py.Thread) *py.Exc {
	name, err := u.pop(t)
	if err != nil {
		return err
	}
	module, err := u.pop(t)
	if err != nil {
		return err
	}
	if module.Type() != py.StrType || name.Type() != py.StrType {
		return t.Raise(unpicklingError, "STACK_GLOBAL requires str")
	}
	v, err := u.global(t, module, name)
	if err != nil {
		return err
	}
	u.push(v)
	return nil
}

// global finds a global by the unpickler's find_class.
func (u *unpickler) global(t *py.Thread, module, name py.Value) (py.Value, *py.Exc) {
	if u.finder != nil {
		return u.finder(t, module, name)
	}
	if u.sub {
		return t.CallMethod(py.FromHeader(&u.Header), strFindClass, module, name)
	}
	return u.findClass(t, module, name)
}

// findClass is Unpickler.find_class.
func (u *unpickler) findClass(t *py.Thread, module, name py.Value) (py.Value, *py.Exc) {
	if u.proto < 3 && u.fix {
		v, err := u.st.nameMap2to3.Get(t, py.NewTuple(module, name).Value())
		if err != nil {
			return py.Value{}, err
		}
		if !v.IsNil() {
			tup, ok := py.ToTuple(v)
			if !ok || len(tup.Items()) != 2 {
				return py.Value{}, t.Raise(py.RuntimeError, "_compat_pickle.NAME_MAPPING values should be 2-tuples, not %s", v.Type().Name())
			}
			a, b := tup.Items()[0], tup.Items()[1]
			_, ok1 := py.ToStr(a)
			_, ok2 := py.ToStr(b)
			if !ok1 || !ok2 {
				return py.Value{}, t.Raise(py.RuntimeError, "_compat_pickle.NAME_MAPPING values should be pairs of str, not (%s, %s)", a.Type().Name(), b.Type().Name())
			}
			module, name = a, b
		} else {
			v, err := u.st.importMap2to3.Get(t, module)
			if err != nil {
				return py.Value{}, err
			}
			if !v.IsNil() {
				if _, ok := py.ToStr(v); !ok {
					return py.Value{}, t.Raise(py.RuntimeError, "_compat_pickle.IMPORT_MAPPING values should be strings, not %s", v.Type().Name())
				}
				module = v
			}
		}
	}
	ms, ok := py.ToStr(module)
	if !ok {
		return py.Value{}, t.TypeErr("module name must be a string")
	}
	ns, ok := py.ToStr(name)
	if !ok {
		return py.Value{}, t.TypeErr("attribute name must be string, not '%s'", name.Type().Name())
	}
	if ms.Len() == 0 {
		return py.Value{}, t.ValueErr("Empty module name")
	}
	m, err := t.ImportModule(ms.String())
	if err != nil {
		return py.Value{}, err
	}
	path := []string{ns.String()}
	if u.proto >= 4 && strings.Contains(path[0], ".") {
		if path, err = dottedPath(t, m, ns); err != nil {
			return py.Value{}, err
		}
	}
	v, _, err := deepAttr(t, m, path)
	if err != nil && err.Is(py.AttributeError) {
		r, rerr := t.Repr(m)
		if rerr != nil {
			return py.Value{}, rerr
		}
		return py.Value{}, t.Raise(py.AttributeError, "Can't get attribute %s on %s", py.ReprText(ns).String(), r.String())
	}
	return v, err
}

// loadExt pushes the object of an extension code.
func (u *unpickler) loadExt(t *py.Thread, k int) *py.Exc {
	b, err := u.next(t, k)
	if err != nil {
		return err
	}
	var w [8]byte
	copy(w[:], b)
	n := int64(binary.LittleEndian.Uint64(w[:]))
	if k == 4 {
		n = int64(int32(n))
	}
	if n <= 0 {
		return t.Raise(unpicklingError, "EXT specifies code <= 0")
	}
	code := py.Int64(n)
	v, err := u.st.extCache.Get(t, code)
	if err != nil {
		return err
	}
	if !v.IsNil() {
		u.push(v)
		return nil
	}
	pair, err := u.st.invertedRegistry.Get(t, code)
	if err != nil {
		return err
	}
	if pair.IsNil() {
		return t.ValueErr("unregistered extension code %d", n)
	}
	tup, ok := py.ToTuple(pair)
	good := ok && len(tup.Items()) == 2
	for i := 0; good && i < 2; i++ {
		_, good = py.ToStr(tup.Items()[i])
	}
	if !good {
		return t.ValueErr("_inverted_registry[%d] isn't a 2-tuple of strings", n)
	}
	if v, err = u.global(t, tup.Items()[0], tup.Items()[1]); err != nil {
		return err
	}
	if err := u.st.extCache.Set(t, code, v); err != nil {
		return err
	}
	u.push(v)
	return nil
}

// loadBuild gives the state on top of the stack to the object below it.
func (u *unpickler) loadBuild(t *py.Thread) *py.Exc {
	if err := u.need(t, 2); err != nil {
		return err
	}
	state, err := u.pop(t)
	if err != nil {
		return err
	}
	obj := u.stack[len(u.stack)-1]
	set, err := t.GetAttrOpt(obj, strSetState)
	if err != nil {
		return err
	}
	if !set.IsNil() {
		_, err := t.Call(set, state)
		return err
	}
	var slots py.Value
	if tup, ok := py.ToTuple(state); ok && len(tup.Items()) == 2 {
		state, slots = tup.Items()[0], tup.Items()[1]
	}
	if !state.IsNone() {
		d, ok := py.ToDict(state)
		if !ok {
			return t.Raise(unpicklingError, "state is not a dictionary")
		}
		if !t.UpdateInstAttrs(obj, d) {
			dict, err := t.GetAttr(obj, strDict)
			if err != nil {
				return err
			}
			for pos := 0; ; {
				k, v, next, ok := d.EntryAt(t, pos)
				if !ok {
					break
				}
				pos = next
				if s, ok := py.ToStr(k); ok && k.Type() == py.StrType {
					k = py.InternStr(s.String()).Value()
				}
				if err := t.SetItem(dict, k, v); err != nil {
					return err
				}
			}
		}
	}
	if slots.IsNil() {
		return nil
	}
	d, ok := py.ToDict(slots)
	if !ok {
		return t.Raise(unpicklingError, "slot state is not a dictionary")
	}
	for pos := 0; ; {
		k, v, next, ok := d.EntryAt(t, pos)
		if !ok {
			return nil
		}
		pos = next
		s, ok := py.ToStr(k)
		if !ok {
			return t.TypeErr("attribute name must be string, not '%s'", k.Type().Name())
		}
		if err := t.SetAttr(obj, py.InternStr(s.String()), v); err != nil {
			return err
		}
	}
}
