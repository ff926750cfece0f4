package py

import (
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"
)

// TypeFlags describes a type.
type TypeFlags uint32

// The flags of a type. The *Subclass flags are inherited and tell in one test
// that a value has the layout of that builtin.
const (
	FlagHeap      TypeFlags = 1 << iota // made by a class statement or type(); mutable
	FlagBaseType                        // may be subclassed
	FlagImmutable                       // attributes cannot be set
	FlagNoNew                           // cannot be instantiated from Python ("cannot create 'x' instances")
	FlagHasDict                         // instances have a __dict__
	FlagWeakref                         // instances can be weakly referenced
	FlagSequence                        // matches sequence patterns
	FlagMapping                         // matches mapping patterns
	FlagMatchSelf                       // class pattern C(x) matches the subject itself
	FlagAbstract                        // has abstract methods
	FlagIntSubclass
	FlagFloatSubclass
	FlagStrSubclass
	FlagBytesSubclass
	FlagTupleSubclass
	FlagListSubclass
	FlagDictSubclass
	FlagTypeSubclass
	FlagExcSubclass
	FlagSetSubclass
	FlagByteArraySubclass
	FlagFrozenSetSubclass
	FlagMethodDescriptor // LoadMethod may pass self unbound
	FlagHasFinalizer     // a __del__ is found on the type
	FlagHasGetattr       // __getattr__ or __getattribute__ is overridden in Python
	FlagPlainState       // of a type with a layout of its own: instances can be pickled by their attributes alone
)

const inheritedFlags = FlagSequence | FlagMapping | FlagIntSubclass | FlagFloatSubclass | FlagStrSubclass |
	FlagBytesSubclass | FlagTupleSubclass | FlagListSubclass | FlagDictSubclass | FlagTypeSubclass |
	FlagExcSubclass | FlagSetSubclass | FlagByteArraySubclass | FlagFrozenSetSubclass | FlagHasDict | FlagWeakref | FlagMatchSelf

// Type is a Python class.
type Type struct {
	Header
	ext *instExt // attributes of the class object itself live in dict; ext serves metaclass slots

	name     string // __name__ for heap types; full dotted name for builtin ones
	qualname string
	// renamed and requalified are set when a program assigns to __name__ and
	// __qualname__; name and qualname then change only while no other thread
	// can read them.
	renamed, requalified atomic.Pointer[string]

	module string // of a builtin type
	doc    string

	flags    TypeFlags
	base     *Type
	bases    atomic.Pointer[[]*Type] // see Bases
	mro      atomic.Pointer[[]*Type] // see MRO; nil until it is known
	names    atomic.Pointer[Dict]    // the namespace; nil until ns fills it with what makeNS makes
	makeNS   func(*Type) *Dict       // of a builtin type; a field, as initialization may not refer to it
	version  uint32                  // changes when an attribute of the type or of a base changes; 0: not assigned
	root     *Shape                  // of new instances
	dictRoot *Shape                  // of instances that keep a dict

	// layout is the type whose Go struct the instances have; extOff the offset
	// of the *instExt in it (0: none); slotOff that of the inline slots.
	layout     *Type
	extOff     uintptr
	slotOff    uintptr
	inline     int                                // number of inline slots
	ctorSig    string                             // __text_signature__ of a class that NewClass made
	own        *Layout                            // of a class that NewClass made with one
	memberBase int                                // slots taken by __slots__ members
	alloc      func(t *Thread, cls *Type) *Header // allocates an empty instance
	allocSub   func() *Header                     // the same for a subclass made in Python: with an ext

	slots Slots
	// genericGet, genericSet: attribute access is object's own, so inline
	// caches may bypass the slot.
	genericGet, genericSet bool

	mu         sync.Mutex // guards subclasses and mutation of a heap type
	subclasses []weakType
	cache      atomic.Pointer[typeCache]
	init       atomic.Pointer[initCache]
	emptySub   atomic.Pointer[Type] // see emptySubclass
	spec       *TypeSpec
	interp     *Interp // owner of a heap type; nil for builtin types
}

// versionCounter numbers type versions; 0 is never given out.
var versionCounter atomic.Uint32

func (tp *Type) Value() Value { return Value{&tp.Header, 0} }

// Name returns the class's name as error messages show it.
func (tp *Type) Name() string {
	if p := tp.renamed.Load(); p != nil {
		return *p
	}
	return tp.name
}

// rename is the setter of __name__, requalify that of __qualname__.
func (tp *Type) rename(t *Thread, s string) {
	tp.renamed.Store(&s)
	if !t.ft {
		tp.name = s
	}
}

func (tp *Type) requalify(t *Thread, s string) {
	tp.requalified.Store(&s)
	if !t.ft {
		tp.qualname = s
	}
}

// Qualname returns __qualname__.
func (tp *Type) Qualname() string {
	if p := tp.requalified.Load(); p != nil {
		return *p
	}
	return tp.qualname
}

// fullName is the qualified name behind that of the module, which is left out
// when it is builtins or __main__.
func (tp *Type) fullName() string {
	if tp.flags&FlagHeap == 0 {
		return tp.name
	}
	if s, ok := ToStr(tp.ns().lookup(strModule)); ok && s.s != "builtins" && s.s != "__main__" {
		return s.s + "." + tp.Qualname()
	}
	return tp.Qualname()
}

// BareName returns __name__: without the module.
func (tp *Type) BareName() string {
	if tp.flags&FlagHeap != 0 {
		return tp.Name()
	}
	return tp.name[strings.LastIndexByte(tp.name, '.')+1:]
}

// Flags returns the type's flags.
func (tp *Type) Flags() TypeFlags { return tp.flags }

// SetPatternFlags gives a class, and those derived from it, the flags of
// sequence or mapping patterns, as registering it with an ABC does.
func (tp *Type) SetPatternFlags(f TypeFlags) {
	f &= FlagSequence | FlagMapping
	if f == 0 || tp.flags&FlagImmutable != 0 || tp.flags&(FlagSequence|FlagMapping) == f {
		return
	}
	tp.setFlags(tp.flags&^(FlagSequence|FlagMapping) | f)
	for _, s := range tp.liveSubclasses() {
		s.SetPatternFlags(f)
	}
}

// Dict returns the type's own namespace.
func (tp *Type) Dict() *Dict { return tp.ns() }

// Base returns the type whose layout tp extends.
func (tp *Type) Base() *Type { return tp.base }

// MRO returns the method resolution order. The caller does not change it.
func (tp *Type) MRO() []*Type {
	if p := tp.mro.Load(); p != nil {
		return *p
	}
	return nil
}

// Bases returns the direct bases. The caller does not change them.
func (tp *Type) Bases() []*Type {
	if p := tp.bases.Load(); p != nil {
		return *p
	}
	return nil
}

// Slots gives access to the type's slots.
func (tp *Type) Slots() *Slots { return &tp.slots }

// IsSubtype tells whether tp is base or a subclass of it.
func (tp *Type) IsSubtype(base *Type) bool {
	if tp == base {
		return true
	}
	for _, m := range tp.MRO() {
		if m == base {
			return true
		}
	}
	return tp.MRO() == nil && tp.extends(base)
}

// extends tells whether base is on tp's chain of layout bases, which is known
// before the mro is.
func (tp *Type) extends(base *Type) bool {
	for ; tp != nil; tp = tp.base {
		if tp == base {
			return true
		}
	}
	return base == ObjectType
}

// IsInstance tells whether v is an instance of tp or a subclass, by layout
// (no __instancecheck__).
func IsInstance(v Value, tp *Type) bool { return v.p.typ == tp || v.p.typ.IsSubtype(tp) }

// asType casts a value known to be a type.
func asType(v Value) *Type { return (*Type)(v.ptr()) }

// ToType returns v as a type if it is one.
func ToType(v Value) (*Type, bool) {
	if v.p != nil && v.p.typ.flags&FlagTypeSubclass != 0 {
		return asType(v), true
	}
	return nil, false
}

// typeCache is a small lookup cache of a type, replaced when the version changes.
type typeCache struct {
	version uint32
	entries [typeCacheSize]atomic.Pointer[typeCacheEntry]
}

const typeCacheSize = 32

type typeCacheEntry struct {
	name  *Str
	value Value // zero: known to be absent
}

// Lookup finds name on the type and its bases (no descriptors, no metaclass).
// name is interned. The zero Value means absent.
func (tp *Type) Lookup(name *Str) Value {
	c := tp.cache.Load()
	if c == nil || c.version != atomic.LoadUint32(&tp.version) || c.version == 0 {
		v := tp.assignVersion()
		c = &typeCache{version: v}
		tp.cache.Store(c)
	}
	slot := &c.entries[(uintptr(unsafe.Pointer(name))>>5^uintptr(unsafe.Pointer(name))>>10)%typeCacheSize]
	if e := slot.Load(); e != nil && e.name == name {
		return e.value
	}
	v := tp.lookupUncached(name)
	slot.Store(&typeCacheEntry{name, v})
	return v
}

func (tp *Type) lookupUncached(name *Str) Value {
	for _, m := range tp.MRO() {
		if v := m.ns().lookup(name); v.p != nil {
			return v
		}
	}
	return Value{}
}

// lookupFrom is Lookup that also tells which class holds the attribute.
func (tp *Type) lookupWhere(name *Str) (Value, *Type) {
	for _, m := range tp.MRO() {
		if v := m.ns().lookup(name); v.p != nil {
			return v, m
		}
	}
	return Value{}, nil
}

func (tp *Type) assignVersion() uint32 {
	if v := atomic.LoadUint32(&tp.version); v != 0 {
		return v
	}
	v := versionCounter.Add(1)
	atomic.StoreUint32(&tp.version, v)
	return v
}

// Modified must be called after a change of tp's namespace or bases: it makes
// all caches for tp and its subclasses stale.
func (tp *Type) Modified() {
	tp.cache.Store(nil) // it would keep what was deleted alive
	atomic.StoreUint32(&tp.version, versionCounter.Add(1))
	for _, s := range tp.liveSubclasses() {
		s.Modified()
	}
}
