package py

import (
	"strings"
)

// ImportModule imports a module by its absolute name and returns it (for
// "a.b", the module b).
func (t *Thread) ImportModule(name string) (Value, *Exc) {
	abs := InternStr(name)
	if m := t.loadedModule(abs); m.p != nil {
		return m, t.ensureInitialized(m, abs)
	}
	return t.findAndLoad(abs)
}

// loadedModule returns a module from sys.modules, the zero Value if it is not
// there.
func (t *Thread) loadedModule(abs *Str) Value {
	return t.interp.modules.lookup(abs)
}

// findAndLoad imports a module that is not in sys.modules.
func (t *Thread) findAndLoad(abs *Str) (Value, *Exc) {
	boot := t.interp.importlib
	if boot == nil {
		return t.importNative(abs)
	}
	f := boot.dict.lookup(strFindAndLoad)
	var done func(ok bool)
	if t.interp.opts.ImportTime {
		done = t.timeImport(abs.s)
	}
	m, err := t.Call(f, abs.Value(), t.interp.importFunc)
	if done != nil {
		done(err == nil)
	}
	if err != nil {
		t.trimImportFrames(err)
	} else if abs.s == "linecache" {
		err = t.fillLinecache(m)
	}
	return m, err
}

var (
	strFindAndLoad     = InternStr("_find_and_load")
	strHandleFromlist  = InternStr("_handle_fromlist")
	strInitializing    = InternStr("_initializing")
	strLockUnlock      = InternStr("_lock_unlock_module")
	strParent          = InternStr("parent")
	strSubmoduleSearch = InternStr("submodule_search_locations")
)

// importNative imports a native module before importlib exists.
func (t *Thread) importNative(abs *Str) (Value, *Exc) {
	s := nativeModule(abs.s)
	if s == nil {
		return Value{}, t.noModule(abs.s)
	}
	m, err := t.newNativeModule(s)
	if err != nil {
		return Value{}, err
	}
	t.interp.modules.put(abs, m.Value())
	return m.Value(), nil
}

func (t *Thread) noModule(name string) *Exc {
	e := t.Raise(ModuleNotFoundError, "No module named '%s'", name)
	e.SetField(ImportErrName, NewStr(name).Value())
	return e
}

// trimImportFrames removes importlib's own frames from the front of the
// traceback of a failed import, as far as they are not of interest.
func (t *Thread) trimImportFrames(e *Exc) {
	always := e.typ == ImportError || e.typ == ModuleNotFoundError
	prev := &e.tb
	var outer **Traceback
	inside := false
	for tb := loadPointer(&e.tb); tb != nil; tb = loadPointer(&tb.next) {
		code := tb.frame.code
		file := code.filename.s
		lib := file == "<frozen importlib._bootstrap>" || file == "<frozen importlib._bootstrap_external>"
		if lib && !inside {
			outer = prev
		}
		inside = lib
		if lib && (always || code.name.s == "_call_with_frames_removed") {
			setPointer(outer, loadPointer(&tb.next))
			prev = outer
		} else {
			prev = &tb.next
		}
	}
}

// ImportLevel is __import__(name, globals, locals, fromlist, level).
func (t *Thread) ImportLevel(name *Str, globals Value, fromlist Value, level int) (Value, *Exc) {
	if level < 0 {
		return Value{}, t.ValueErr("level must be >= 0")
	}
	abs := internOf(name)
	if level > 0 {
		a, err := t.resolveRelative(name, globals, level)
		if err != nil {
			return Value{}, err
		}
		abs = a
	} else if name.n == 0 {
		return Value{}, t.ValueErr("Empty module name")
	}
	m := t.loadedModule(abs)
	if m.p != nil && !m.IsNone() {
		if err := t.ensureInitialized(m, abs); err != nil {
			return Value{}, err
		}
	} else {
		var err *Exc
		if m, err = t.findAndLoad(abs); err != nil {
			return Value{}, err
		}
	}
	has := false
	if fromlist.p != nil && !fromlist.IsNone() {
		var err *Exc
		if has, err = t.Truth(fromlist); err != nil {
			return Value{}, err
		}
	}
	if has {
		p, err := t.GetAttrOpt(m, strPath)
		if err != nil {
			return Value{}, err
		}
		if p.p == nil || t.interp.importlib == nil {
			return m, nil
		}
		r, err := t.Call(t.interp.importlib.dict.lookup(strHandleFromlist), m, fromlist, t.interp.importFunc)
		if err != nil {
			t.trimImportFrames(err)
		}
		return r, err
	}
	dot := strings.IndexByte(name.s, '.')
	if level > 0 && name.n == 0 || dot < 0 {
		return m, nil
	}
	if level == 0 {
		front := InternStr(name.s[:dot])
		if f := t.loadedModule(front); f.p != nil {
			return f, nil
		}
		return t.findAndLoad(front)
	}
	// from . import a.b cannot be written; __import__ may still ask for it.
	cut := len(name.s) - dot
	front := InternStr(abs.s[:len(abs.s)-cut])
	f := t.loadedModule(front)
	if f.p == nil {
		return Value{}, t.KeyErr(front.Value())
	}
	return f, nil
}

// ensureInitialized waits for a module that another thread is importing.
func (t *Thread) ensureInitialized(m Value, abs *Str) *Exc {
	if m.p.typ.layout != ModuleType {
		return nil
	}
	spec := asModule(m).dict.lookup(strSpec)
	if spec.p == nil || spec.IsNone() {
		return nil
	}
	v, err := t.GetAttrOpt(spec, strInitializing)
	if err != nil || v.p == nil {
		return err
	}
	busy, err := t.Truth(v)
	if err != nil || !busy || t.interp.importlib == nil {
		return err
	}
	_, err = t.Call(t.interp.importlib.dict.lookup(strLockUnlock), abs.Value())
	return err
}

// resolveRelative turns a relative import into an absolute name.
func (t *Thread) resolveRelative(name *Str, globals Value, level int) (*Str, *Exc) {
	if globals.IsNone() {
		return nil, t.KeyErr(NewStr("'__name__' not in globals").Value())
	}
	g, ok := ToDict(globals)
	if !ok {
		return nil, t.TypeErr("globals must be a dict")
	}
	pkgV, spec := g.lookup(strPackage), g.lookup(strSpec)
	var pkg string
	switch {
	case pkgV.p != nil && !pkgV.IsNone():
		s, ok := ToStr(pkgV)
		if !ok {
			return nil, t.TypeErr("package must be a string")
		}
		pkg = s.s
		if err := t.checkPackage(pkgV, spec); err != nil {
			return nil, err
		}
	case spec.p != nil && !spec.IsNone():
		v, err := t.GetAttr(spec, strParent)
		if err != nil {
			return nil, err
		}
		s, ok := ToStr(v)
		if !ok {
			return nil, t.TypeErr("__spec__.parent must be a string")
		}
		pkg = s.s
	default:
		if err := t.Warn(ImportWarning, 1, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__"); err != nil {
			return nil, err
		}
		n := g.lookup(strName)
		if n.p == nil {
			return nil, t.KeyErr(NewStr("'__name__' not in globals").Value())
		}
		s, ok := ToStr(n)
		if !ok {
			return nil, t.TypeErr("__name__ must be a string")
		}
		pkg = s.s
		if g.lookup(strPath).p == nil {
			i := strings.LastIndexByte(pkg, '.')
			if i < 0 {
				return nil, t.Raise(ImportError, "attempted relative import with no known parent package")
			}
			pkg = pkg[:i]
		}
	}
	if pkg == "" {
		return nil, t.Raise(ImportError, "attempted relative import with no known parent package")
	}
	for i := 1; i < level; i++ {
		j := strings.LastIndexByte(pkg, '.')
		if j < 0 {
			return nil, t.Raise(ImportError, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:j]
	}
	if name.n == 0 {
		return InternStr(pkg), nil
	}
	return InternStr(pkg + "." + name.s), nil
}

// checkPackage warns when a module's __package__ and __spec__ disagree.
func (t *Thread) checkPackage(pkg, spec Value) *Exc {
	if spec.p == nil || spec.IsNone() {
		return nil
	}
	parent, err := t.GetAttr(spec, strParent)
	if err != nil {
		return err
	}
	same, err := t.Equal(pkg, parent)
	if err != nil || same {
		return err
	}
	return t.Warn(DeprecationWarning, 1, "__package__ != __spec__.parent")
}

// importName is the import statement: it calls builtins.__import__ if that was
// replaced.
func (t *Thread) importName(fr *frame, name *Str, fromlist, level Value) (Value, *Exc) {
	f := fr.fn()
	imp, err := t.builtinNamed(f.builtins, strImport)
	if err != nil {
		return Value{}, err
	}
	if imp.p == nil {
		return Value{}, t.Raise(ImportError, "__import__ not found")
	}
	if imp == t.interp.importFunc {
		return t.ImportLevel(name, f.globals.Value(), fromlist, int(level.int()))
	}
	locals := None
	if fr.code.bc.Flags&1 == 0 {
		locals = *(*Value)(fr.regs)
	}
	return t.Call(imp, name.Value(), f.globals.Value(), locals, fromlist, level)
}

// importFrom is one name of "from m import name".
func (t *Thread) importFrom(m Value, name *Str) (Value, *Exc) {
	v, err := t.GetAttr(m, name)
	if err == nil || !err.Is(AttributeError) {
		return v, err
	}
	pkgName, err2 := t.GetAttrOpt(m, strName)
	if err2 != nil {
		return Value{}, err2
	}
	pkg, isStr := ToStr(pkgName)
	if isStr {
		if sub := t.loadedModule(InternStr(pkg.s + "." + name.s)); sub.p != nil {
			return sub, nil
		}
	}
	return Value{}, t.importFromError(m, pkg, name)
}

// importFromError is the ImportError of a name that a module does not have.
func (t *Thread) importFromError(m Value, pkg *Str, name *Str) *Exc {
	pname := "<unknown module name>"
	if pkg != nil {
		pname = pkg.s
	}
	origin := ""
	circular := false
	if mod, ok := ToModule(m); ok {
		circular = t.specInitializing(mod)
		origin = t.specOrigin(mod)
		if origin == "" {
			if f, ok := ToStr(mod.dict.lookup(strFile)); ok {
				origin = f.s
			}
		}
	}
	var e *Exc
	switch {
	case origin == "":
		e = t.Raise(ImportError, "cannot import name '%s' from '%s' (unknown location)", name.s, pname)
	case circular:
		e = t.Raise(ImportError, "cannot import name '%s' from partially initialized module '%s' (most likely due to a circular import) (%s)", name.s, pname, origin)
	default:
		e = t.Raise(ImportError, "cannot import name '%s' from '%s' (%s)", name.s, pname, origin)
	}
	if pkg != nil {
		e.SetField(ImportErrName, pkg.Value())
	}
	if origin != "" {
		e.SetField(ImportErrPath, NewStr(origin).Value())
	}
	e.SetField(ImportErrNameFrom, name.Value())
	return e
}

// importStar is "from m import *" into the namespace ns.
func (t *Thread) importStar(m, ns Value) *Exc {
	all, err := t.GetAttrOpt(m, strAll)
	if err != nil {
		return err
	}
	skip := false
	if all.p == nil {
		d, err := t.GetAttrOpt(m, strDict)
		if err != nil {
			return err
		}
		if d.p == nil {
			return t.Raise(ImportError, "from-import-* object has no __dict__ and no __all__")
		}
		if all, err = t.CallMethod(d, strKeys); err != nil {
			return err
		}
		skip = true
	}
	items, err := t.Items(all)
	if err != nil {
		return err
	}
	for _, x := range items {
		name, ok := ToStr(x)
		if !ok {
			mn, _ := t.GetAttrOpt(m, strName)
			n, err := t.StrOf(orNone(mn))
			if err != nil {
				return err
			}
			if skip {
				return t.TypeErr("Key in %s.__dict__ must be str, not %s", n.s, x.p.typ.name)
			}
			return t.TypeErr("Item in %s.__all__ must be str, not %s", n.s, x.p.typ.name)
		}
		if skip && strings.HasPrefix(name.s, "_") {
			continue
		}
		key := internOf(name)
		v, err := t.GetAttr(m, key)
		if err != nil {
			return err
		}
		if err := t.storeName(ns, key, v); err != nil {
			return err
		}
	}
	return nil
}

// importlibAttr returns a function of importlib._bootstrap, nothing before it
// is loaded.
func (t *Thread) importlibAttr(name string) (Value, *Exc) {
	if t.interp.importlib == nil {
		return Value{}, nil
	}
	return t.interp.importlib.dict.lookup(InternStr(name)), nil
}
