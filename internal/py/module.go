package py

import "strings"

// Module is a module object.
type Module struct {
	Header
	dict *Dict
}

// ModuleType is module.
var ModuleType = new(Type)

func asModule(v Value) *Module { return (*Module)(v.ptr()) }

// ToModule returns v as a module if it is one.
func ToModule(v Value) (*Module, bool) {
	if v.p != nil && v.p.typ.layout == ModuleType {
		return asModule(v), true
	}
	return nil, false
}

// NewModule makes a module with the usual attributes.
func NewModule(name string) *Module {
	m := &Module{dict: NewDict()}
	m.typ, m.shape = ModuleType, shModule
	m.initDict(NewStr(name).Value(), None)
	return m
}

func (m *Module) initDict(name, doc Value) {
	m.dict.setStr(strName, name)
	m.dict.setStr(strDoc, doc)
	m.dict.setStr(strPackage, None)
	m.dict.setStr(strLoader, None)
	m.dict.setStr(strSpec, None)
}

// Value returns the module as a value.
func (m *Module) Value() Value { return Value{&m.Header, 0} }

// Dict returns the module's namespace.
func (m *Module) Dict() *Dict { return m.dict }

// ModuleSpec declares a native module.
type ModuleSpec struct {
	Name    string
	Doc     string
	Methods []MethodSpec
	// Types are put into the namespace under their bare names.
	Types []*Type
	// Init adds what is made at import; it may be nil.
	Init func(t *Thread, m *Module) *Exc
	// Guarded tells that the functions keep state of the interpreter: without a
	// GIL they run one at a time, as the methods of a guarded type do.
	Guarded bool
}

// newNativeModule builds a native module for its first import.
func (t *Thread) newNativeModule(s *ModuleSpec) (*Module, *Exc) {
	m := NewModule(s.Name)
	if s.Doc != "" {
		m.dict.setStr(strDoc, NewStr(s.Doc).Value())
	}
	m.dict.reserve(len(s.Methods) + len(s.Types))
	module := InternStr(s.Name).Value()
	funcs := make([]NativeFunc, len(s.Methods)) // one piece: they live as long as the module
	for i := range s.Methods {
		spec := &s.Methods[i]
		if s.Guarded && t.noGIL {
			guarded := *spec
			guarded.guard()
			spec = &guarded
		}
		f := &funcs[i]
		f.init(NativeFuncType, spec, nil)
		f.self, f.module = m.Value(), module
		m.dict.setStr(InternStr(f.name), Value{&f.Header, 0})
	}
	for _, tp := range s.Types {
		m.dict.setStr(InternStr(tp.BareName()), tp.Value())
	}
	if s.Init != nil {
		if err := s.Init(t, m); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Set adds an entry to the module's namespace.
func (m *Module) Set(name string, v Value) { m.dict.put(InternStr(name), v) }

// moduleGetAttr is module.__getattribute__ with PEP 562's __getattr__.
func moduleGetAttr(t *Thread, v Value, name *Str) (Value, *Exc) {
	r, err := t.findAttr(v, name)
	if err != nil || r.p != nil {
		return r, err
	}
	if r, err = t.moduleRest(asModule(v), name); err != nil || r.p != nil {
		return r, err
	}
	return Value{}, t.moduleAttrError(asModule(v), name)
}

// moduleRest is what a module without the attribute name may have to say of it:
// a builtin that was put off, or what its __getattr__ returns; else the zero Value.
func (t *Thread) moduleRest(m *Module, name *Str) (Value, *Exc) {
	if v, err := t.lateBuiltin(m.dict, name); err != nil || v.p != nil {
		return v, err
	}
	if f := m.dict.lookup(strGetattr); f.p != nil {
		return t.Call(f, name.Value())
	}
	return Value{}, nil
}

// moduleAttrError is the AttributeError of a missing module attribute. It
// guesses at modules that hide others and at circular imports.
func (t *Thread) moduleAttrError(m *Module, name *Str) *Exc {
	e, err := t.moduleAttrText(m, name)
	if err != nil {
		return err
	}
	e.SetField(AttrErrName, name.Value())
	e.SetField(AttrErrObj, m.Value())
	return e
}

func (t *Thread) moduleAttrText(m *Module, name *Str) (e, err *Exc) {
	mn, ok := ToStr(m.dict.lookup(strName))
	if !ok {
		return t.Raise(AttributeError, "module has no attribute '%s'", name.s), nil
	}
	origin := t.specOrigin(m)
	first := t.besideScript(origin)
	if first {
		if names, ok := ToAnySet(t.SysGet("stdlib_module_names")); ok {
			has, err := names.Has(t, mn.Value())
			if err != nil {
				return nil, err
			}
			if has {
				return t.Raise(AttributeError, "module '%s' has no attribute '%s' (consider renaming '%s' since it has the same name as the standard library module named '%s' and the import system gives it precedence)", mn.s, name.s, origin, mn.s), nil
			}
		}
	}
	switch {
	case t.specInitializing(m) && first:
		return t.Raise(AttributeError, "module '%s' has no attribute '%s' (consider renaming '%s' if it has the same name as a third-party module you intended to import)", mn.s, name.s, origin), nil
	case t.specInitializing(m) && origin != "":
		return t.Raise(AttributeError, "partially initialized module '%s' from '%s' has no attribute '%s' (most likely due to a circular import)", mn.s, origin, name.s), nil
	case t.specInitializing(m):
		return t.Raise(AttributeError, "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", mn.s, name.s), nil
	}
	if spec := m.dict.lookup(strSpec); spec.p != nil && !spec.IsNone() {
		subs, err := t.GetAttrOpt(spec, InternStr("_uninitialized_submodules"))
		if err != nil {
			return nil, err
		}
		if subs.p != nil {
			in, err := t.Contains(subs, name.Value())
			if err != nil {
				return nil, err
			}
			if in {
				return t.Raise(AttributeError, "cannot access submodule '%s' of module '%s' (most likely due to a circular import)", name.s, mn.s), nil
			}
		}
	}
	return t.Raise(AttributeError, "module '%s' has no attribute '%s'", mn.s, name.s), nil
}

// besideScript tells whether a module's file lies in the directory that was put
// first on sys.path for the program, where it may hide another module.
func (t *Thread) besideScript(origin string) bool {
	dir := t.interp.scriptDir
	if origin == "" || dir == nil {
		return false
	}
	want := *dir
	if want == "" {
		cwd, err := t.interp.Host().Files.Getcwd()
		if err != nil {
			return false
		}
		want = cwd
	}
	root := strings.TrimSuffix(origin, "/__init__.py")
	i := strings.LastIndexByte(root, '/')
	return i >= 0 && root[:i] == want
}

// specInitializing tells whether the module is still being imported.
func (t *Thread) specInitializing(m *Module) bool {
	spec := m.dict.lookup(strSpec)
	if spec.p == nil || spec.IsNone() {
		return false
	}
	v, err := t.GetAttrOpt(spec, InternStr("_initializing"))
	if err != nil || v.p == nil {
		return false
	}
	b, err := t.Truth(v)
	return err == nil && b
}

// specOrigin is the file a module is being imported from, "" if none.
func (t *Thread) specOrigin(m *Module) string {
	spec := m.dict.lookup(strSpec)
	if spec.p == nil || spec.IsNone() {
		return ""
	}
	if h, err := t.GetAttrOpt(spec, InternStr("has_location")); err == nil && h == True {
		if o, err := t.GetAttrOpt(spec, InternStr("origin")); err == nil {
			if s, ok := ToStr(o); ok {
				return s.s
			}
		}
	}
	return ""
}

func init() {
	RegisterType(TypeSpec{
		Type: ModuleType, Name: "module", Sig: "name, doc=None", shape: shModule, Flags: FlagBaseType | FlagHasDict | FlagWeakref, Layout: LayoutOf[Module](),
		Doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				m := allocFor[Module](cls)
				m.dict = NewDict()
				return Value{&m.Header, 0}, nil
			},
			Init: func(t *Thread, self Value, args Args) *Exc {
				var out [2]Value
				if err := moduleInitSig.Bind(t, "module", args, out[:]); err != nil {
					return err
				}
				if _, ok := ToStr(out[0]); !ok {
					return t.TypeErr("module() argument 'name' must be str, not %s", out[0].p.typ.name)
				}
				if out[1].p == nil {
					out[1] = None
				}
				asModule(self).initDict(out[0], out[1])
				return nil
			},
			GetAttr: moduleGetAttr,
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				f, err := t.importlibAttr("_module_repr")
				if err != nil {
					return Value{}, err
				}
				if f.p != nil {
					return t.Call(f, v)
				}
				n, _ := ToStr(asModule(v).dict.lookup(strName))
				name := "?"
				if n != nil {
					name = n.s
				}
				return NewStr("<module '" + name + "'>").Value(), nil
			},
		},
		Methods: []MethodSpec{
			{Name: "__dir__", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				dv, err := t.GetAttr(v, strDict)
				if err != nil {
					return Value{}, err
				}
				d, ok := ToDict(dv)
				if !ok {
					return Value{}, t.TypeErr("<module>.__dict__ is not a dictionary")
				}
				if f := d.lookup(strDir); f.p != nil {
					return t.Call(f)
				}
				return t.DictKeys(d), nil
			})},
		},
		GetSet: []GetSetSpec{
			{Name: "__dict__", Member: true, Get: func(t *Thread, v Value) (Value, *Exc) {
				if asModule(v).dict == t.interp.builtins {
					if err := t.completeBuiltins(); err != nil {
						return Value{}, err
					}
				}
				return asModule(v).dict.Value(), nil
			}},
			{Name: "__annotations__", Get: func(t *Thread, v Value) (Value, *Exc) {
				d := asModule(v).dict
				a := d.lookup(strAnnotations)
				if a.p == nil {
					a = d.putNew(strAnnotations, NewDict().Value())
				}
				return a, nil
			}, Set: func(t *Thread, v, val Value) *Exc {
				d := asModule(v).dict
				if val.p == nil {
					if !d.drop(strAnnotations) {
						return t.Raise(AttributeError, "__annotations__")
					}
					return nil
				}
				d.put(strAnnotations, val)
				return nil
			}},
		},
	})
}

var moduleInitSig = ParseSignature("name, doc=None")

// DictKeys returns a new list of the dict's keys.
func (t *Thread) DictKeys(d *Dict) Value {
	d.Lock(t)
	defer d.Unlock(t)
	keys := make([]Value, 0, d.used)
	for i := range d.entries {
		if k := d.entries[i].key; k.p != nil {
			keys = append(keys, k)
		}
	}
	return NewList(keys).Value()
}
