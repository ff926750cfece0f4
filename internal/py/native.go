package py

import (
	"fmt"
	"strings"
)

// The Go function types that a MethodSpec may hold. self is the receiver, or
// the module for a module function, or the class for a class method.
type (
	// Fn0 takes no arguments.
	Fn0 = func(t *Thread, self Value) (Value, *Exc)
	// Fn1 takes exactly one positional argument.
	Fn1 = func(t *Thread, self, arg Value) (Value, *Exc)
	// FnSig takes arguments bound by the signature: a[i] belongs to parameter
	// i and is nil when it was not given; *args and **kwargs come last.
	FnSig = func(t *Thread, self Value, a []Value) (Value, *Exc)
	// FnRaw takes the arguments as they come and checks them itself.
	FnRaw = func(t *Thread, self Value, args Args) (Value, *Exc)
)

// MethodSpec declares a native method or module function.
type MethodSpec struct {
	Name string
	// Sig is the parameter list in the notation of ParseSignature, without
	// self. It must be given for FnSig; for Fn0 and Fn1 it is documentation.
	Sig string
	Fn  any // Fn0, Fn1, FnSig or FnRaw
	Doc string
	// Static and Class mark static methods and class methods of a type.
	Static, Class bool
}

// GetSetSpec declares a computed attribute. Set nil makes it read-only; it is
// called with a nil value to delete.
type GetSetSpec struct {
	Name string
	Get  func(t *Thread, self Value) (Value, *Exc)
	Set  func(t *Thread, self, val Value) *Exc
	Doc  string
	// Member makes the descriptor a member_descriptor: CPython declares the
	// attribute as a field of the object's struct.
	Member bool
}

// NativeFunc is a function, method, class method or slot wrapper written in
// Go. Its Python type tells which.
type NativeFunc struct {
	Header
	name   string
	doc    string
	sig    *Signature // nil: none
	owner  *Type      // the class that defines the method; nil for a module function
	self   Value      // bound receiver; nil for an unbound method
	module Value      // __module__ of a module function
	qual   string

	f0 Fn0
	f1 Fn1
	fs FnSig
	fr FnRaw
}

// The types of native callables.
var (
	NativeFuncType       = new(Type) // builtin_function_or_method
	MethodDescrType      = new(Type) // method_descriptor
	ClassMethodDescrType = new(Type)
	WrapperDescrType     = new(Type)
	MethodWrapperType    = new(Type)
	GetSetDescrType      = new(Type)
	MemberDescrType      = new(Type)
)

func newNative(typ *Type, m *MethodSpec, owner *Type) *NativeFunc {
	f := new(NativeFunc)
	f.init(typ, m, owner)
	return f
}

func (f *NativeFunc) init(typ *Type, m *MethodSpec, owner *Type) {
	f.name, f.doc, f.owner = m.Name, m.Doc, owner
	f.typ, f.shape = typ, typ.root.id
	switch fn := m.Fn.(type) {
	case Fn0:
		f.f0 = fn
	case Fn1:
		f.f1 = fn
	case FnSig:
		f.fs = fn
	case FnRaw:
		f.fr = fn
	default:
		panic(fmt.Sprintf("method %s has a Go function of type %T", m.Name, m.Fn))
	}
	if m.Sig != "" || f.fs != nil {
		f.sig = &Signature{text: m.Sig}
	}
}

// NewFunction makes a function object from a Go function, as found in module
// namespaces. module is the module's name.
func NewFunction(m MethodSpec, self Value, module string) Value {
	f := newNative(NativeFuncType, &m, nil)
	f.self = self
	f.module = InternStr(module).Value()
	return Value{&f.Header, 0}
}

func asNative(v Value) *NativeFunc { return (*NativeFunc)(v.ptr()) }

// bind returns f bound to self.
func (f *NativeFunc) bind(self Value) Value {
	g := *f
	g.typ, g.shape = NativeFuncType, NativeFuncType.root.id
	if f.typ == WrapperDescrType {
		g.typ, g.shape = MethodWrapperType, MethodWrapperType.root.id
	}
	g.lock = 0
	g.self = self
	return Value{&g.Header, 0}
}

// fullName is the name that argument errors show: "list.append", "math.sqrt", "len".
func (f *NativeFunc) fullName() string {
	if f.owner != nil {
		if f.typ == NativeFuncType && f.self.p != nil {
			cls, ok := ToType(f.self)
			if ok && cls.flags&FlagHeap != 0 {
				return cls.Qualname() + "." + f.name
			}
			if !ok {
				cls = f.self.p.typ
			}
			return cls.BareName() + "." + f.name
		}
		return f.owner.BareName() + "." + f.name
	}
	if f.module.p != nil {
		if m, ok := ToStr(f.module); ok && m.s != "builtins" {
			return m.s + "." + f.name
		}
	}
	return f.name
}

// call runs f with self already separated from the arguments. What only an error
// needs is in functions of its own: this one's frame is on the stack of every
// thread that waits.
func (f *NativeFunc) call(t *Thread, self Value, args Args) (Value, *Exc) {
	switch {
	case f.f1 != nil:
		if args.kw == nil && len(args.vals) == 1 {
			return f.f1(t, self, args.vals[0])
		}
		return Value{}, f.countError(t, args, 1)
	case f.f0 != nil:
		if len(args.vals) == 0 {
			return f.f0(t, self)
		}
		return Value{}, f.countError(t, args, 0)
	case f.fs != nil:
		return f.callBound(t, self, args)
	}
	if args.NumKw() > 0 && f.isWrapper() && f.name != "__init__" && f.name != "__call__" {
		return Value{}, f.noKeywords(t, args)
	}
	return f.fr(t, self, args)
}

// countError tells what is wrong with the arguments of a function that wants n.
func (f *NativeFunc) countError(t *Thread, args Args, n int) *Exc {
	if f.ofClass() {
		return f.argError(t, args)
	}
	if e := f.noKeywords(t, args); e != nil {
		return e
	}
	switch {
	case n == 0 && f.isWrapper():
		return checkCount(t, "", len(args.vals), 0, 0).trimmed()
	case n == 0:
		return t.TypeErr("%s() takes no arguments (%d given)", f.fullName(), len(args.vals))
	case f.isWrapper() && !methodWrappers[f.fullName()]:
		return checkCount(t, "", len(args.vals), 1, 1).trimmed()
	}
	return t.TypeErr("%s() takes exactly one argument (%d given)", f.fullName(), len(args.vals))
}

// callBound calls a function that gets its arguments bound to parameters.
func (f *NativeFunc) callBound(t *Thread, self Value, args Args) (Value, *Exc) {
	sig := f.sig.get()
	ofClass := f.ofClass()
	if !ofClass {
		if e := f.bindable(t, sig, args); e != nil {
			return Value{}, e
		}
	}
	out := t.argSlice(sig.slots())
	if e := sig.bind(t, f.name, args, out); e != nil {
		t.popArgs(out)
		if ofClass {
			e = f.argError(t, args)
		}
		return Value{}, e
	}
	v, err := f.fs(t, self, out)
	t.popArgs(out)
	return v, err
}

// bindable finds the errors that are told in another way than those of bind.
func (f *NativeFunc) bindable(t *Thread, sig *signature, args Args) *Exc {
	if args.NumKw() > 0 && sig.posOnly == len(sig.params) && !sig.varKw {
		return f.noKeywords(t, args)
	}
	if len(args.vals) != 1 && sig.oneArg() {
		return t.TypeErr("%s() takes exactly one argument (%d given)", f.fullName(), len(args.vals))
	}
	return nil
}

// ofClass tells whether f is a method of a class that NewClass made.
func (f *NativeFunc) ofClass() bool { return f.owner != nil && f.owner.flags&FlagHeap != 0 }

func (f *NativeFunc) isWrapper() bool {
	return f.typ == WrapperDescrType || f.typ == MethodWrapperType
}

// methodWrappers are the slot wrappers that CPython writes as methods of one
// argument, which their argument errors show.
var methodWrappers = map[string]bool{
	"dict.__contains__": true, "dict.__getitem__": true, "list.__getitem__": true, "set.__contains__": true, "frozenset.__contains__": true,
}

func (f *NativeFunc) noKeywords(t *Thread, args Args) *Exc {
	if f.isWrapper() && !methodWrappers[f.fullName()] {
		return args.NoKeywords(t, "wrapper ", f.name, "()")
	}
	return args.NoKeywords(t, f.fullName()+"()")
}

// trimmed drops the blank before "expected" in a count error of a slot wrapper.
func (e *Exc) trimmed() *Exc {
	if s, ok := ToStr(e.args.items[0]); ok {
		e.args.items[0] = NewStr(strings.TrimSpace(s.s)).Value()
	}
	return e
}

// nativeCall is the call slot of all native callables.
func nativeCall(t *Thread, fv Value, args Args) (Value, *Exc) {
	f := asNative(fv)
	if f.self.p != nil || f.owner == nil {
		return f.call(t, f.self, args)
	}
	if e := f.checkSelf(t, args); e != nil {
		return Value{}, e
	}
	return f.call(t, args.vals[0], args.dropFirst())
}

// checkSelf tells what is wrong with the receiver of a method that is called
// with it as its first argument.
func (f *NativeFunc) checkSelf(t *Thread, args Args) *Exc {
	if len(args.Pos()) == 0 {
		if f.typ == WrapperDescrType {
			return t.TypeErr("descriptor '%s' of '%s' object needs an argument", f.name, f.owner.name)
		}
		return t.TypeErr("unbound method %s() needs an argument", f.fullName())
	}
	self := args.vals[0]
	if f.typ == ClassMethodDescrType {
		cls, ok := ToType(self)
		if !ok {
			return t.TypeErr("descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", f.name, f.owner.name, self.p.typ.name)
		}
		if !cls.IsSubtype(f.owner) {
			return t.TypeErr("descriptor '%s' requires a subtype of '%s' but received '%s'", f.name, f.owner.name, cls.name)
		}
	} else if !IsInstance(self, f.owner) {
		if f.typ == WrapperDescrType {
			return t.TypeErr("descriptor '%s' requires a '%s' object but received a '%s'", f.name, f.owner.name, self.p.typ.name)
		}
		return t.TypeErr("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", f.name, f.owner.name, self.p.typ.name)
	}
	return nil
}

// GetSet is a computed attribute of a builtin type, or a slot of a class.
type GetSet struct {
	Header
	spec  GetSetSpec
	owner *Type
	slot  int // of a member descriptor
}

func asGetSet(v Value) *GetSet { return (*GetSet)(v.ptr()) }

func newGetSet(owner *Type, spec GetSetSpec) Value {
	g := &GetSet{spec: spec, owner: owner}
	g.typ, g.shape = GetSetDescrType, GetSetDescrType.root.id
	if spec.Member {
		g.slot = 1 << 30 // no slot of an instance
		g.typ, g.shape = MemberDescrType, MemberDescrType.root.id
	}
	return Value{&g.Header, 0}
}

func getsetGet(t *Thread, self, obj, owner Value) (Value, *Exc) {
	g := asGetSet(self)
	if obj.p == nil {
		return self, nil
	}
	if !IsInstance(obj, g.owner) {
		return Value{}, t.TypeErr("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.spec.Name, g.owner.name, obj.p.typ.name)
	}
	if g.spec.Get == nil {
		return Value{}, t.Raise(AttributeError, "attribute '%s' of '%s' objects is not readable", g.spec.Name, g.owner.name)
	}
	return g.spec.Get(t, obj)
}

func getsetSet(t *Thread, self, obj, val Value) *Exc {
	g := asGetSet(self)
	if !IsInstance(obj, g.owner) {
		return t.TypeErr("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.spec.Name, g.owner.name, obj.p.typ.name)
	}
	if g.spec.Set == nil {
		return g.readOnly(t)
	}
	return g.spec.Set(t, obj, val)
}

// readOnly is the error of setting an attribute that cannot be set.
func (g *GetSet) readOnly(t *Thread) *Exc {
	if g.typ == MemberDescrType {
		return t.Raise(AttributeError, "readonly attribute")
	}
	return t.Raise(AttributeError, "attribute '%s' of '%s' objects is not writable", g.spec.Name, g.owner.name)
}

// NativeName returns the module and the name of a builtin function, "" for
// anything else.
func NativeName(v Value) (module, name string) {
	if v.p.typ != NativeFuncType {
		return "", ""
	}
	f := asNative(v)
	if m, ok := ToStr(f.module); ok {
		return m.s, f.name
	}
	return "", ""
}
