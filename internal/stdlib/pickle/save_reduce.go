package pickle

import (
	"math"
	"strings"

	"github.com/coachwhip/coachwhip/internal/py"
)

var (
	strName     = py.InternStr("__name__")
	strQualname = py.InternStr("__qualname__")
	strModule   = py.InternStr("__module__")
	strClass    = py.InternStr("__class__")
	strReduce   = py.InternStr("__reduce__")
	strReduceEx = py.InternStr("__reduce_ex__")
	strDunNew   = py.InternStr("__new__")
)

// saveOther pickles an object of a type that has no opcode of its own.
func (p *pickler) saveOther(t *py.Thread, obj py.Value) *py.Exc {
	tp := obj.Type()
	if !p.reduceOverride.IsNil() {
		r, err := t.Call(p.reduceOverride, obj)
		if err != nil {
			return err
		}
		if r != py.NotImplemented {
			return p.saveReduced(t, r, obj)
		}
	}
	switch tp {
	case py.TypeType:
		return p.saveType(t, obj)
	case py.FunctionType:
		return p.saveGlobal(t, obj, py.Value{})
	}
	var reduce py.Value
	var err *py.Exc
	if p.dispatchTable.IsNil() {
		d, _ := py.ToDict(p.st.dispatchTable)
		reduce, err = d.Get(t, tp.Value())
	} else if d, ok := py.ToDict(p.dispatchTable); ok && p.dispatchTable.Type() == py.DictType {
		reduce, err = d.Get(t, tp.Value())
	} else {
		reduce, err = t.GetItem(p.dispatchTable, tp.Value())
		if err != nil && err.Is(py.KeyError) {
			reduce, err = py.Value{}, nil
		}
	}
	if err != nil {
		return err
	}
	var r py.Value
	switch {
	case !reduce.IsNil():
		r, err = t.Call(reduce, obj)
	case tp.IsSubtype(py.TypeType):
		return p.saveGlobal(t, obj, py.Value{})
	default:
		var f py.Value
		if f, err = t.GetAttrOpt(obj, strReduceEx); err != nil {
			return err
		}
		if !f.IsNil() {
			r, err = t.Call(f, py.IntOf(p.proto))
			break
		}
		if f, err = t.GetAttrOpt(obj, strReduce); err != nil {
			return err
		}
		if f.IsNil() {
			s, err := t.Repr(obj)
			if err != nil {
				return err
			}
			return t.Raise(picklingError, "can't pickle '%s' object: %s", tp.Name(), s.String())
		}
		r, err = t.Call(f)
	}
	if err != nil {
		return err
	}
	return p.saveReduced(t, r, obj)
}

// saveReduced pickles what a reduce function returned for obj.
func (p *pickler) saveReduced(t *py.Thread, r, obj py.Value) *py.Exc {
	if _, ok := py.ToStr(r); ok {
		return p.saveGlobal(t, obj, r)
	}
	tup, ok := py.ToTuple(r)
	if !ok {
		return t.Raise(picklingError, "__reduce__ must return a string or tuple")
	}
	return p.saveReduce(t, tup, obj)
}

func (p *pickler) saveType(t *py.Thread, obj py.Value) *py.Exc {
	for _, x := range [...]py.Value{py.None, py.Ellipsis, py.NotImplemented} {
		if obj == x.Type().Value() {
			return p.saveReduce(t, py.NewTuple(py.TypeType.Value(), py.NewTuple(x).Value()), obj)
		}
	}
	return p.saveGlobal(t, obj, py.Value{})
}

// saveReduce pickles obj by the tuple of its reduction (pickle documentation,
// object.__reduce__). obj is nil for a value that is made for its own sake.
func (p *pickler) saveReduce(t *py.Thread, tup *py.Tuple, obj py.Value) *py.Exc {
	r := tup.Items()
	if len(r) < 2 || len(r) > 6 {
		return t.Raise(picklingError, "tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	var part [6]py.Value
	for i, x := range r {
		if i < 2 || !x.IsNone() {
			part[i] = x
		}
	}
	callable, state, items, pairs, setter := part[0], part[2], part[3], part[4], part[5]
	if !py.IsCallable(callable) {
		return t.Raise(picklingError, "first item of the tuple returned by __reduce__ must be callable")
	}
	args, ok := py.ToTuple(part[1])
	if !ok {
		return t.Raise(picklingError, "second item of the tuple returned by __reduce__ must be a tuple")
	}
	if !items.IsNil() && items.Type().Slots().Next == nil {
		return t.Raise(picklingError, "fourth element of the tuple returned by __reduce__ must be an iterator, not %s", items.Type().Name())
	}
	if !pairs.IsNil() && pairs.Type().Slots().Next == nil {
		return t.Raise(picklingError, "fifth element of the tuple returned by __reduce__ must be an iterator, not %s", pairs.Type().Name())
	}
	if !setter.IsNil() && !py.IsCallable(setter) {
		return t.Raise(picklingError, "sixth element of the tuple returned by __reduce__ must be a function, not %s", setter.Type().Name())
	}
	name := ""
	if p.proto >= 2 {
		n, err := t.GetAttrOpt(callable, strName)
		if err != nil {
			return err
		}
		if s, ok := py.ToStr(n); ok {
			name = s.String()
		}
	}
	var err *py.Exc
	switch name {
	case "__newobj_ex__":
		err = p.saveNewObjEx(t, args.Items())
	case "__newobj__":
		err = p.saveNewObj(t, args.Items(), obj)
	default:
		if err = p.save(t, callable, false); err == nil {
			if err = p.save(t, part[1], false); err == nil {
				p.op(opReduce)
			}
		}
	}
	if err != nil {
		return err
	}
	if !obj.IsNil() {
		// A recursive object has been pickled meanwhile: take that one.
		if n := p.memo.get(obj); n >= 0 {
			p.op(opPop)
			p.get(n)
			return nil
		}
		p.put(obj)
	}
	if !items.IsNil() {
		if err := p.batchItems(t, items); err != nil {
			return err
		}
	}
	if !pairs.IsNil() {
		if err := p.batchPairs(t, pairs); err != nil {
			return err
		}
	}
	if state.IsNil() {
		return nil
	}
	if setter.IsNil() {
		if err := p.save(t, state, false); err != nil {
			return err
		}
		p.op(opBuild)
		return nil
	}
	for _, x := range [...]py.Value{setter, obj, state} {
		if err := p.save(t, x, false); err != nil {
			return err
		}
	}
	p.emit(opTuple2, opReduce, opPop)
	return nil
}

func (p *pickler) saveNewObjEx(t *py.Thread, args []py.Value) *py.Exc {
	if len(args) != 3 {
		return t.Raise(picklingError, "length of the NEWOBJ_EX argument tuple must be exactly 3, not %d", len(args))
	}
	cls, pos, kw := args[0], args[1], args[2]
	if _, ok := py.ToType(cls); !ok {
		return t.Raise(picklingError, "first item from NEWOBJ_EX argument tuple must be a class, not %s", cls.Type().Name())
	}
	tup, ok := py.ToTuple(pos)
	if !ok {
		return t.Raise(picklingError, "second item from NEWOBJ_EX argument tuple must be a tuple, not %s", pos.Type().Name())
	}
	d, ok := py.ToDict(kw)
	if !ok {
		return t.Raise(picklingError, "third item from NEWOBJ_EX argument tuple must be a dict, not %s", kw.Type().Name())
	}
	if p.proto >= 4 {
		for _, x := range args {
			if err := p.save(t, x, false); err != nil {
				return err
			}
		}
		p.op(opNewObjEx)
		return nil
	}
	f, err := t.GetAttr(cls, strDunNew)
	if err != nil {
		return err
	}
	part, err := t.CallKw(p.st.partial, append([]py.Value{f, cls}, tup.Items()...), d)
	if err != nil {
		return err
	}
	if err := p.save(t, part, false); err != nil {
		return err
	}
	if err := p.save(t, py.NewTuple().Value(), false); err != nil {
		return err
	}
	p.op(opReduce)
	return nil
}

func (p *pickler) saveNewObj(t *py.Thread, args []py.Value, obj py.Value) *py.Exc {
	if len(args) == 0 {
		return t.Raise(picklingError, "__newobj__ arglist is empty")
	}
	if _, ok := py.ToType(args[0]); !ok {
		return t.Raise(picklingError, "args[0] from __newobj__ args is not a type")
	}
	if !obj.IsNil() && args[0] != obj.Type().Value() {
		cls, err := t.GetAttr(obj, strClass)
		if err != nil {
			return err
		}
		if cls != args[0] {
			return t.Raise(picklingError, "args[0] from __newobj__ args has the wrong class")
		}
	}
	if err := p.save(t, args[0], false); err != nil {
		return err
	}
	if err := p.save(t, py.NewTuple(args[1:]...).Value(), false); err != nil {
		return err
	}
	p.op(opNewObj)
	return nil
}

// batchItems appends what an iterator gives.
func (p *pickler) batchItems(t *py.Thread, it py.Value) *py.Exc {
	if p.proto == 0 {
		for {
			x, err := t.Next(it)
			if err != nil || x.IsNil() {
				return err
			}
			if err := p.save(t, x, false); err != nil {
				return err
			}
			p.op(opAppend)
		}
	}
	for n := batchSize; n == batchSize; {
		x, err := t.Next(it)
		if err != nil || x.IsNil() {
			return err
		}
		y, err := t.Next(it)
		if err != nil {
			return err
		}
		if y.IsNil() {
			if err := p.save(t, x, false); err != nil {
				return err
			}
			p.op(opAppend)
			return nil
		}
		p.op(opMark)
		if err := p.save(t, x, false); err != nil {
			return err
		}
		for n = 1; !y.IsNil(); {
			if err := p.save(t, y, false); err != nil {
				return err
			}
			if n++; n == batchSize {
				break
			}
			if y, err = t.Next(it); err != nil {
				return err
			}
		}
		p.op(opAppends)
	}
	return nil
}

// batchPairs sets the items that an iterator of pairs gives.
func (p *pickler) batchPairs(t *py.Thread, it py.Value) *py.Exc {
	next := func() ([]py.Value, *py.Exc) {
		x, err := t.Next(it)
		if err != nil || x.IsNil() {
			return nil, err
		}
		tup, ok := py.ToTuple(x)
		if !ok || len(tup.Items()) != 2 {
			return nil, t.TypeErr("dict items iterator must return 2-tuples")
		}
		return tup.Items(), nil
	}
	save := func(x []py.Value) *py.Exc {
		if err := p.save(t, x[0], false); err != nil {
			return err
		}
		return p.save(t, x[1], false)
	}
	if p.proto == 0 {
		for {
			x, err := next()
			if err != nil || x == nil {
				return err
			}
			if err := save(x); err != nil {
				return err
			}
			p.op(opSetItem)
		}
	}
	for n := batchSize; n == batchSize; {
		x, err := next()
		if err != nil || x == nil {
			return err
		}
		y, err := next()
		if err != nil {
			return err
		}
		if y == nil {
			if err := save(x); err != nil {
				return err
			}
			p.op(opSetItem)
			return nil
		}
		p.op(opMark)
		if err := save(x); err != nil {
			return err
		}
		for n = 1; y != nil; {
			if err := save(y); err != nil {
				return err
			}
			if n++; n == batchSize {
				break
			}
			if y, err = next(); err != nil {
				return err
			}
		}
		p.op(opSetItems)
	}
	return nil
}

// saveGlobal pickles an object by the name under which it can be imported.
func (p *pickler) saveGlobal(t *py.Thread, obj, name py.Value) *py.Exc {
	var err *py.Exc
	if name.IsNil() {
		if name, err = t.GetAttrOpt(obj, strQualname); err != nil {
			return err
		}
		if name.IsNil() {
			if name, err = t.GetAttr(obj, strName); err != nil {
				return err
			}
		}
	}
	ns, ok := py.ToStr(name)
	if !ok {
		return t.TypeErr("can't pickle %s: name is not a string", obj.Type().Name())
	}
	path, err := dottedPath(t, py.Value{}, ns)
	if err != nil {
		return err
	}
	modName, err := whichModule(t, obj, path)
	if err != nil {
		return err
	}
	fail := func(format string, a ...string) *py.Exc {
		r, err := t.Repr(obj)
		if err != nil {
			return err
		}
		args := []any{r.String()}
		for _, x := range a {
			args = append(args, x)
		}
		return t.Raise(picklingError, format, args...)
	}
	ms, ok := py.ToStr(modName)
	var module py.Value
	if ok {
		module, err = t.ImportModule(ms.String())
	} else {
		err = t.TypeErr("module name must be a string")
	}
	if err != nil {
		if !err.Is(py.Exception) {
			return err
		}
		r, err := t.Repr(modName)
		if err != nil {
			return err
		}
		return fail("Can't pickle %s: import of module %s failed", r.String())
	}
	found, parent, err := deepAttr(t, module, path)
	if err != nil {
		if !err.Is(py.Exception) {
			return err
		}
		return fail("Can't pickle %s: attribute lookup %s on %s failed", ns.String(), ms.String())
	}
	if found != obj {
		return fail("Can't pickle %s: it's not the same object as %s.%s", ms.String(), ns.String())
	}
	if p.proto >= 2 {
		code, err := p.st.extRegistry.Get(t, py.NewTuple(modName, name).Value())
		if err != nil {
			return err
		}
		if !code.IsNil() {
			return p.saveExt(t, code)
		}
	}
	if parent == module {
		path = path[len(path)-1:]
		name = py.InternStr(path[0]).Value()
	}
	switch {
	case p.proto >= 4:
		if err := p.save(t, modName, false); err != nil {
			return err
		}
		if err := p.save(t, name, false); err != nil {
			return err
		}
		p.op(opStackGlobal)
	default:
		// A nested object is got from the outermost one, attribute by attribute.
		for range path[1:] {
			if err := p.save(t, p.st.getattr, false); err != nil {
				return err
			}
			if p.proto < 2 {
				p.op(opMark)
			}
		}
		if err := p.saveGlobalText(t, ms.String(), path[0]); err != nil {
			return err
		}
		for _, attr := range path[1:] {
			if err := p.save(t, py.InternStr(attr).Value(), false); err != nil {
				return err
			}
			if p.proto < 2 {
				p.op(opTuple)
			} else {
				p.op(opTuple2)
			}
			p.op(opReduce)
		}
	}
	p.put(obj)
	return nil
}

func (p *pickler) saveExt(t *py.Thread, code py.Value) *py.Exc {
	n, err := t.CLong(code)
	if err != nil {
		return err
	}
	switch {
	case n <= 0 || n > math.MaxInt32:
		return t.Raise(py.RuntimeError, "extension code %d is out of range", n)
	case n < 1<<8:
		p.emit(opExt1, byte(n))
	case n < 1<<16:
		p.emit(opExt2, byte(n), byte(n>>8))
	default:
		p.emit(opExt4, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return nil
}

// saveGlobalText is the GLOBAL opcode of the protocols up to 3.
func (p *pickler) saveGlobalText(t *py.Thread, module, name string) *py.Exc {
	if p.compat && p.proto < 3 {
		v, err := p.st.nameMap3to2.Get(t, py.NewTuple(py.NewStr(module).Value(), py.NewStr(name).Value()).Value())
		if err != nil {
			return err
		}
		if !v.IsNil() {
			tup, ok := py.ToTuple(v)
			if !ok || len(tup.Items()) != 2 {
				return t.Raise(py.RuntimeError, "_compat_pickle.REVERSE_NAME_MAPPING values should be 2-tuples, not %s", v.Type().Name())
			}
			m, ok1 := py.ToStr(tup.Items()[0])
			n, ok2 := py.ToStr(tup.Items()[1])
			if !ok1 || !ok2 {
				return t.Raise(py.RuntimeError, "_compat_pickle.REVERSE_NAME_MAPPING values should be pairs of str, not (%s, %s)", tup.Items()[0].Type().Name(), tup.Items()[1].Type().Name())
			}
			module, name = m.String(), n.String()
		} else {
			v, err := p.st.importMap3to2.Get(t, py.NewStr(module).Value())
			if err != nil {
				return err
			}
			if !v.IsNil() {
				m, ok := py.ToStr(v)
				if !ok {
					return t.Raise(py.RuntimeError, "_compat_pickle.REVERSE_IMPORT_MAPPING values should be strings, not %s", v.Type().Name())
				}
				module = m.String()
			}
		}
	}
	for i, s := range [...]string{module, name} {
		bad := false
		for _, r := range s {
			bad = bad || r >= 0x80 && (p.proto < 3 || r == 0xFFFD)
		}
		if bad && (p.proto < 3 || !utf8Valid(s)) {
			kind := [...]string{"module", "global"}[i]
			return t.Raise(picklingError, "can't pickle %s identifier '%s' using pickle protocol %d", kind, s, p.proto)
		}
	}
	p.op(opGlobal)
	p.out = append(p.out, module...)
	p.out = append(p.out, '\n')
	p.out = append(p.out, name...)
	p.out = append(p.out, '\n')
	return nil
}

func utf8Valid(s string) bool { return strings.ToValidUTF8(s, "") == s }

// dottedPath splits a qualified name; a local object has no path. obj, which
// may be nil, is for the error text.
func dottedPath(t *py.Thread, obj py.Value, name *py.Str) ([]string, *py.Exc) {
	path := strings.Split(name.String(), ".")
	for _, s := range path {
		if s != "<locals>" {
			continue
		}
		if obj.IsNil() {
			return nil, t.Raise(py.AttributeError, "Can't get local object %s", py.ReprText(name).String())
		}
		r, err := t.Repr(obj)
		if err != nil {
			return nil, err
		}
		return nil, t.Raise(py.AttributeError, "Can't get local attribute %s on %s", py.ReprText(name).String(), r.String())
	}
	return path, nil
}

// deepAttr follows a path of attributes; parent is what has the last one.
func deepAttr(t *py.Thread, v py.Value, path []string) (found, parent py.Value, err *py.Exc) {
	for _, name := range path {
		parent = v
		if v, err = t.GetAttrS(v, name); err != nil {
			return py.Value{}, py.Value{}, err
		}
	}
	return v, parent, nil
}

// whichModule finds the name of the module that a global object is in.
func whichModule(t *py.Thread, obj py.Value, path []string) (py.Value, *py.Exc) {
	m, err := t.GetAttrOpt(obj, strModule)
	if err != nil {
		return py.Value{}, err
	}
	if !m.IsNil() && !m.IsNone() {
		return m, nil
	}
	mods := t.SysGet("modules")
	if d, ok := py.ToDict(mods); ok {
		for pos := 0; ; {
			k, x, next, ok := d.EntryAt(t, pos)
			if !ok {
				break
			}
			pos = next
			if s, ok := py.ToStr(k); x.IsNone() || ok && s.String() == "__main__" {
				continue
			}
			found, _, err := deepAttr(t, x, path)
			if err != nil {
				if !err.Is(py.AttributeError) {
					return py.Value{}, err
				}
				continue
			}
			if found == obj {
				return k, nil
			}
		}
	}
	return py.InternStr("__main__").Value(), nil
}
