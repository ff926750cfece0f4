package py

import (
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
)

// ClassSpec declares a class written in Go that is, to a program, a class
// written in Python: it can be changed and derived from, and its error messages
// name it in the same way. Every interpreter has its own, made by NewClass.
type ClassSpec struct {
	Name, Module, Doc string
	// Base is object when nil.
	Base *Type
	// Layout is that of the instances, whose struct has an Ext (see
	// LayoutWithExt); nil: the base's. Instances are made by zeroing it.
	Layout *Layout
	// Init is __init__, with the arguments bound by InitSig.
	Init    func(t *Thread, self Value, a []Value) *Exc
	InitSig string
	InitDoc string
	Methods []MethodSpec
	GetSet  []GetSetSpec
}

// NewClass makes a class that s declares.
func (t *Thread) NewClass(s *ClassSpec) (*Type, *Exc) {
	base := s.Base
	if base == nil {
		base = ObjectType
	}
	ns := NewDict()
	ns.setStr(strModule, NewStr(s.Module).Value())
	ns.setStr(strDoc, NewStr(s.Doc).Value())
	tp, err := t.newClassOf(TypeType, InternStr(s.Name), []Value{base.Value()}, ns, Args{}, s.Layout)
	if err != nil {
		return nil, err
	}
	d := tp.ns()
	d.Lock(t)
	if s.Init != nil {
		tp.ctorSig = "(" + s.InitSig + ")"
		f := newNative(WrapperDescrType, &MethodSpec{Name: "__init__", Sig: s.InitSig, Doc: s.InitDoc,
			Fn: FnSig(func(t *Thread, self Value, a []Value) (Value, *Exc) { return None, s.Init(t, self, a) })}, tp)
		d.setStr(strInit, Value{&f.Header, 0})
		tp.slots.Init = func(t *Thread, self Value, args Args) *Exc {
			_, err := f.call(t, self, args)
			return err
		}
	}
	for i := range s.Methods {
		m := &s.Methods[i]
		kind := MethodDescrType
		if m.Class {
			kind = ClassMethodDescrType
		}
		f := newNative(kind, m, tp)
		if f.sig == nil {
			f.sig = &Signature{}
		}
		d.setStr(InternStr(m.Name), Value{&f.Header, 0})
	}
	for _, g := range s.GetSet {
		d.setStr(InternStr(g.Name), newGetSet(tp, g))
	}
	d.Unlock(t)
	tp.Modified()
	updateSlots(tp)
	return tp, nil
}

// HasLayout tells whether v is an instance of a class made with the layout.
func HasLayout(v Value, l *Layout) bool {
	tp := v.p.typ
	return tp.layout != nil && tp.layout.own == l
}

// MethodOwner returns the class that NewClass made and that v's method comes
// from; nil when a class or v itself overrides it with something else.
func MethodOwner(v Value, name *Str) *Type {
	d := v.p.typ.Lookup(name)
	if d.p == nil || d.p.typ != MethodDescrType {
		return nil
	}
	if ownValue(v, name).p != nil {
		return nil
	}
	return asNative(d).owner
}

// ownValue is an attribute that an object with an Ext keeps itself.
func ownValue(v Value, name *Str) Value {
	sh := shapeByID(v.p.shape)
	if !sh.dict {
		if sh.n == 0 || sh.lookup(name) < 0 {
			return Value{}
		}
		return True
	}
	if e := *extOf(v.p); e != nil && e.dict != nil {
		return e.dict.lookup(name)
	}
	return Value{}
}

// MethodCache remembers of an object that a set of its methods is not
// overridden, as long as neither its class nor its set of attributes changes.
type MethodCache struct{ key atomic.Uint64 }

// Native tells whether all of v's methods names are those of owner.
func (c *MethodCache) Native(v Value, owner *Type, names []*Str) bool {
	if owner == nil {
		return false
	}
	key := uint64(atomic.LoadUint32(&v.p.typ.version))<<32 | uint64(v.p.shape)
	if key == c.key.Load() && key>>32 != 0 {
		return true
	}
	for _, n := range names {
		if MethodOwner(v, n) != owner {
			return false
		}
	}
	if !shapeByID(v.p.shape).dict {
		c.key.Store(key)
	}
	return true
}

// NativePart puts what is written in Go in the place of what a library module
// defined in Python, as soon as the module's code has run.
type NativePart func(t *Thread, namespace *Dict) *Exc

// nativeParts is the table of modules with native parts, filled by init
// functions.
var nativeParts = map[string]NativePart{}

// RegisterNativePart declares the native part of a module of the library that
// is written in Python; call it from init functions only.
func RegisterNativePart(module string, f NativePart) { nativeParts[module] = f }

// addNativePart runs the native part of the library module whose code has just
// run in the namespace g, if it has one.
func (t *Thread) addNativePart(c *Code, g *Dict) *Exc {
	file, ok := strings.CutPrefix(c.filename.s, t.interp.opts.StdlibDir)
	if !ok || !strings.HasPrefix(file, "/") {
		return nil
	}
	name := strings.TrimSuffix(strings.TrimSuffix(file[1:], ".py"), "/__init__")
	f := nativeParts[strings.ReplaceAll(name, "/", ".")]
	if f == nil {
		return nil
	}
	return f(t, g)
}

// argError says what is wrong with the arguments of a method of a class that
// NewClass made, as if it were written in Python. names are its parameters, of
// which the first need have no default; max is how many may be positional.
func (f *NativeFunc) argError(t *Thread, args Args) *Exc {
	var params []sigParam
	need, pos := 0, 0
	if f.fs != nil {
		s := f.sig.get()
		params, need, pos = s.params, s.min, s.pos
	} else if f.f1 != nil {
		params = []sigParam{{name: f.sig.text}}
		need, pos = 1, 1
	}
	qual := f.owner.qualname + "." + f.name + "()"
	given := len(args.Pos())
	have := make([]bool, len(params))
	for i := range min(given, len(params)) {
		have[i] = true
	}
	for i := range args.NumKw() {
		k, _ := args.Kw(i)
		at := slices.IndexFunc(params, func(p sigParam) bool { return p.name == k.s })
		switch {
		case at < 0:
			return t.TypeErr("%s got an unexpected keyword argument '%s'", qual, k.s)
		case have[at]:
			return t.TypeErr("%s got multiple values for argument '%s'", qual, k.s)
		}
		have[at] = true
	}
	if given > pos {
		verb := "were"
		takes := strconv.Itoa(pos+1) + " positional argument" + plural(pos+1)
		if need < pos {
			takes = "from " + strconv.Itoa(need+1) + " to " + strconv.Itoa(pos+1) + " positional arguments"
		}
		return t.TypeErr("%s takes %s but %d %s given", qual, takes, given+1, verb)
	}
	var lost []string
	for i := range need {
		if !have[i] {
			lost = append(lost, "'"+params[i].name+"'")
		}
	}
	list := strings.Join(lost, ", ")
	if n := len(lost); n == 2 {
		list = lost[0] + " and " + lost[1]
	} else if n > 2 {
		list = strings.Join(lost[:n-1], ", ") + ", and " + lost[n-1]
	}
	return t.TypeErr("%s missing %d required positional argument%s: %s", qual, len(lost), plural(len(lost)), list)
}
