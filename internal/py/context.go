package py

import (
	"math/bits"
	"sync/atomic"
)

// Context variables (PEP 567, the _contextvars module).

// Context is a contextvars.Context: an immutable map of variables to values
// that is replaced when a variable is set while the context runs.
type Context struct {
	Header
	vars    atomic.Pointer[varNode] // other threads may ask for them
	prev    Value                   // the context to go back to
	entered atomic.Bool             // two threads may try at once
}

// ContextVar is a contextvars.ContextVar.
type ContextVar struct {
	Header
	name *Str
	def  Value  // nil: none
	id   uint64 // spread, unique
}

// ContextToken is what ContextVar.set returns.
type ContextToken struct {
	Header
	ctx  *Context
	v    *ContextVar
	old  Value // nil: the variable was not set
	used bool
}

// Types of the contextvars module.
var (
	ContextType      = new(Type)
	ContextVarType   = new(Type)
	ContextTokenType = new(Type)
	missingTokenType = new(Type)
)

var missingToken = &Header{}

var contextVarIDs atomic.Uint64

func asContext(v Value) *Context           { return (*Context)(v.ptr()) }
func asContextVar(v Value) *ContextVar     { return (*ContextVar)(v.ptr()) }
func asContextToken(v Value) *ContextToken { return (*ContextToken)(v.ptr()) }

// varNode is a node of a persistent trie over the bits of the variables'
// numbers: four bits each level, an entry for a variable or a node below.
type varNode struct {
	used  uint16 // which of the 16 places are taken
	n     int    // variables
	items []varItem
}

type varItem struct {
	below *varNode
	v     *ContextVar
	val   Value
}

// find returns the value of v, the zero Value when it is not set.
func (n *varNode) find(v *ContextVar) Value {
	for id := v.id; n != nil; id >>= 4 {
		bit := uint16(1) << (id & 15)
		if n.used&bit == 0 {
			return Value{}
		}
		it := &n.items[bits.OnesCount16(n.used&(bit-1))]
		if it.v == v {
			return it.val
		}
		n = it.below
	}
	return Value{}
}

// with returns the trie with v set; added tells whether v is new in it.
func (n *varNode) with(v *ContextVar, val Value, shift uint) (r *varNode, added bool) {
	bit := uint16(1) << (v.id >> shift & 15)
	if n == nil {
		return &varNode{bit, 1, []varItem{{v: v, val: val}}}, true
	}
	i := bits.OnesCount16(n.used & (bit - 1))
	if n.used&bit == 0 {
		items := make([]varItem, len(n.items)+1)
		copy(items, n.items[:i])
		items[i] = varItem{v: v, val: val}
		copy(items[i+1:], n.items[i:])
		return &varNode{n.used | bit, n.n + 1, items}, true
	}
	items := append([]varItem(nil), n.items...)
	switch it := &items[i]; {
	case it.v == v:
		it.val = val
	case it.v != nil:
		below, _ := (*varNode)(nil).with(it.v, it.val, shift+4)
		below, _ = below.with(v, val, shift+4)
		*it = varItem{below: below}
		added = true
	default:
		it.below, added = it.below.with(v, val, shift+4)
	}
	m := n.n
	if added {
		m++
	}
	return &varNode{n.used, m, items}, added
}

// without returns the trie without v, which is in it; nil when it gets empty.
func (n *varNode) without(v *ContextVar, shift uint) *varNode {
	bit := uint16(1) << (v.id >> shift & 15)
	i := bits.OnesCount16(n.used & (bit - 1))
	if below := n.items[i].below; below != nil {
		if r := below.without(v, shift+4); r != nil {
			items := append([]varItem(nil), n.items...)
			items[i].below = r
			if len(r.items) == 1 && r.items[0].v != nil {
				items[i] = r.items[0]
			}
			return &varNode{n.used, n.n - 1, items}
		}
	}
	if len(n.items) == 1 {
		return nil
	}
	items := append(append([]varItem(nil), n.items[:i]...), n.items[i+1:]...)
	return &varNode{n.used &^ bit, n.n - 1, items}
}

// size is the number of variables.
func (n *varNode) size() int {
	if n == nil {
		return 0
	}
	return n.n
}

// each calls f with every variable.
func (n *varNode) each(f func(v *ContextVar, val Value)) {
	if n == nil {
		return
	}
	for i := range n.items {
		if it := &n.items[i]; it.v != nil {
			f(it.v, it.val)
		} else {
			it.below.each(f)
		}
	}
}

func newContext(vars *varNode) *Context {
	c := &Context{}
	c.vars.Store(vars)
	c.typ, c.shape = ContextType, ContextType.root.id
	return c
}

// Value returns the context as a value.
func (c *Context) Value() Value { return Value{&c.Header, 0} }

// ToContext returns v as a context if it is one.
func ToContext(v Value) (*Context, bool) {
	if v.p != nil && v.p.typ == ContextType {
		return asContext(v), true
	}
	return nil, false
}

// currentContext returns the context that runs in the thread.
func (t *Thread) currentContext() *Context {
	if t.context.p == nil {
		t.context = newContext(nil).Value()
	}
	return asContext(t.context)
}

// CopyContext is contextvars.copy_context().
func (t *Thread) CopyContext() *Context {
	c := t.currentContext()
	return newContext(c.vars.Load())
}

// EnterContext makes c the thread's context until ExitContext.
func (t *Thread) EnterContext(c *Context) *Exc {
	if !c.entered.CompareAndSwap(false, true) {
		r, err := t.Repr(c.Value())
		if err != nil {
			return err
		}
		return t.Raise(RuntimeError, "cannot enter context: %s is already entered", r.s)
	}
	c.prev = t.context
	t.context = c.Value()
	return nil
}

// ExitContext ends what EnterContext began.
func (t *Thread) ExitContext(c *Context) {
	t.context = c.prev
	c.prev = Value{}
	c.entered.Store(false)
}

// NewContextVar makes a context variable; def is its default, the zero Value
// for none.
func NewContextVar(name string, def Value) *ContextVar {
	v := &ContextVar{name: InternStr(name), def: def, id: contextVarIDs.Add(1) * 0x9E3779B97F4A7C15}
	v.typ, v.shape = ContextVarType, ContextVarType.root.id
	return v
}

// Get returns the variable's value in the thread's context, else its default,
// else the zero Value.
func (v *ContextVar) Get(t *Thread) Value {
	if t.context.p != nil {
		if x := asContext(t.context).vars.Load().find(v); x.p != nil {
			return x
		}
	}
	return v.def
}

// Set sets the variable in the thread's context.
func (v *ContextVar) Set(t *Thread, val Value) {
	c := t.currentContext()
	vars, _ := c.vars.Load().with(v, val, 0)
	c.vars.Store(vars)
}

// contextKey checks a key of a context.
func (t *Thread) contextKey(k Value) (*ContextVar, *Exc) {
	if k.p.typ == ContextVarType {
		return asContextVar(k), nil
	}
	r, err := t.Repr(k)
	if err != nil {
		return nil, err
	}
	return nil, t.TypeErr("a ContextVar key was expected, got %s", r.s)
}

// all lists the variables and their values.
func (n *varNode) all() (keys, vals []Value) {
	n.each(func(v *ContextVar, val Value) {
		keys, vals = append(keys, Value{&v.Header, 0}), append(vals, val)
	})
	return keys, vals
}

func contextCompare(t *Thread, a, b Value, op CompareOp) (Value, *Exc) {
	if op != CmpEQ && op != CmpNE || b.p.typ != ContextType {
		return NotImplemented, nil
	}
	x, y := asContext(a), asContext(b)
	xv, yv := x.vars.Load(), y.vars.Load()
	eq := xv.size() == yv.size()
	if eq && xv != yv {
		keys, vals := xv.all()
		for i, k := range keys {
			w := yv.find(asContextVar(k))
			if w.p == nil {
				eq = false
				break
			}
			same, err := t.Equal(vals[i], w)
			if err != nil {
				return Value{}, err
			}
			if !same {
				eq = false
				break
			}
		}
	}
	return Bool(eq == (op == CmpEQ)), nil
}

func contextRun(t *Thread, self Value, args Args) (Value, *Exc) {
	if args.Len() == 0 {
		return Value{}, t.TypeErr("run() missing 1 required positional argument")
	}
	c := asContext(self)
	if err := t.EnterContext(c); err != nil {
		return Value{}, err
	}
	defer t.ExitContext(c)
	return t.CallArgs(args.vals[0], args.dropFirst())
}

func contextVarRepr(t *Thread, v Value) (Value, *Exc) {
	x := asContextVar(v)
	if t.EnterRepr(v) {
		return NewStr("...").Value(), nil
	}
	defer t.LeaveRepr(v)
	n, err := t.Repr(x.name.Value())
	if err != nil {
		return Value{}, err
	}
	s := "<ContextVar name=" + n.s
	if x.def.p != nil {
		d, err := t.Repr(x.def)
		if err != nil {
			return Value{}, err
		}
		s += " default=" + d.s
	}
	return NewStr(s + " at " + addrText(v) + ">").Value(), nil
}

func contextVarReset(t *Thread, v, tv Value) (Value, *Exc) {
	if tv.p.typ != ContextTokenType {
		return Value{}, t.TypeErr("expected an instance of Token, got %s", t.safeRepr(tv, "token"))
	}
	tok, x := asContextToken(tv), asContextVar(v)
	fail := func(tp *Type, text string) (Value, *Exc) {
		r, err := t.Repr(tv)
		if err != nil {
			return Value{}, err
		}
		return Value{}, t.Raise(tp, "%s %s", r.s, text)
	}
	c := t.currentContext()
	switch {
	case tok.used:
		return fail(RuntimeError, "has already been used once")
	case tok.v != x:
		return fail(ValueError, "was created by a different ContextVar")
	case tok.ctx != c:
		return fail(ValueError, "was created in a different Context")
	}
	tok.used = true
	if tok.old.p != nil {
		x.Set(t, tok.old)
	} else if c.vars.Load().find(x).p != nil {
		c.vars.Store(c.vars.Load().without(x, 0))
	}
	return None, nil
}

func classGetItem(t *Thread, cls, arg Value) (Value, *Exc) { return NewGenericAlias(cls, arg), nil }

func init() {
	RegisterType(TypeSpec{Type: ContextType, Name: "_contextvars.Context", Flags: FlagWeakref,
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				if len(args.vals) > 0 {
					return Value{}, t.TypeErr("Context() does not accept any arguments")
				}
				return newContext(nil).Value(), nil
			},
			Compare: contextCompare,
			Iter: func(t *Thread, v Value) (Value, *Exc) {
				keys, _ := asContext(v).vars.Load().all()
				return t.Iter(NewList(keys).Value())
			},
			Len: func(t *Thread, v Value) (int, *Exc) { return asContext(v).vars.Load().size(), nil },
			GetItem: func(t *Thread, v, k Value) (Value, *Exc) {
				x, err := t.contextKey(k)
				if err != nil {
					return Value{}, err
				}
				if val := asContext(v).vars.Load().find(x); val.p != nil {
					return val, nil
				}
				return Value{}, t.KeyErr(k)
			},
			Contains: func(t *Thread, v, k Value) (bool, *Exc) {
				x, err := t.contextKey(k)
				if err != nil {
					return false, err
				}
				return asContext(v).vars.Load().find(x).p != nil, nil
			},
		},
		Methods: []MethodSpec{
			{Name: "copy", Doc: "Return a shallow copy of the context object.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				c := asContext(v)
				return newContext(c.vars.Load()).Value(), nil
			})},
			{Name: "get", Sig: "key, default=None, /", Doc: "Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`. If `default` is not given,\nreturn None.",
				Fn: FnSig(func(t *Thread, v Value, a []Value) (Value, *Exc) {
					x, err := t.contextKey(a[0])
					if err != nil {
						return Value{}, err
					}
					if val := asContext(v).vars.Load().find(x); val.p != nil {
						return val, nil
					}
					return orNone(a[1]), nil
				})},
			{Name: "keys", Doc: "Return a list of all variables in the context object.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				keys, _ := asContext(v).vars.Load().all()
				return t.Iter(NewList(keys).Value())
			})},
			{Name: "values", Doc: "Return a list of all variables' values in the context object.", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				_, vals := asContext(v).vars.Load().all()
				return t.Iter(NewList(vals).Value())
			})},
			{Name: "items", Doc: "Return all variables and their values in the context object.\n\nThe result is returned as a list of 2-tuples (variable, value).", Fn: Fn0(func(t *Thread, v Value) (Value, *Exc) {
				keys, vals := asContext(v).vars.Load().all()
				for i := range keys {
					keys[i] = NewTuple(keys[i], vals[i]).Value()
				}
				return t.Iter(NewList(keys).Value())
			})},
			{Name: "run", Fn: FnRaw(contextRun)},
		}})
	RegisterType(TypeSpec{Type: ContextVarType, Name: "_contextvars.ContextVar",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				pos := args.Pos()
				if len(pos) == 0 {
					return Value{}, t.TypeErr("ContextVar() takes exactly 1 positional argument (0 given)")
				}
				if len(pos) > 1 {
					return Value{}, t.TypeErr("ContextVar() takes at most 1 positional argument (%d given)", len(pos))
				}
				var def Value
				for i := 0; i < args.NumKw(); i++ {
					k, v := args.Kw(i)
					if k.s != "default" {
						return Value{}, t.UnexpectedKeyword("ContextVar()", k.s, "default")
					}
					def = v
				}
				s, ok := ToStr(pos[0])
				if !ok {
					return Value{}, t.TypeErr("context variable name must be a str")
				}
				v := NewContextVar(s.s, def)
				return Value{&v.Header, 0}, nil
			},
			Repr: contextVarRepr,
		},
		Methods: []MethodSpec{
			{Name: "get", Doc: "Return a value for the context variable for the current context.", Fn: FnRaw(func(t *Thread, v Value, args Args) (Value, *Exc) {
				if err := args.NoKeywords(t, "ContextVar.get()"); err != nil {
					return Value{}, err
				}
				if err := args.Count(t, "get", 0, 1); err != nil {
					return Value{}, err
				}
				x := asContextVar(v)
				if len(args.vals) == 1 {
					if t.context.p != nil {
						if val := asContext(t.context).vars.Load().find(x); val.p != nil {
							return val, nil
						}
					}
					return args.vals[0], nil
				}
				if val := x.Get(t); val.p != nil {
					return val, nil
				}
				return Value{}, NewExc(LookupError, v)
			})},
			{Name: "set", Sig: "value, /", Doc: "Call to set a new value for the context variable in the current context.\n\nThe required *value* argument is the new value for the context variable.\n\nReturns a Token object that can be used to restore the variable to its previous\nvalue via the `ContextVar.reset()` method.",
				Fn: Fn1(func(t *Thread, v, val Value) (Value, *Exc) {
					x := asContextVar(v)
					c := t.currentContext()
					tok := &ContextToken{ctx: c, v: x, old: c.vars.Load().find(x)}
					tok.typ, tok.shape = ContextTokenType, ContextTokenType.root.id
					x.Set(t, val)
					return Value{&tok.Header, 0}, nil
				})},
			{Name: "reset", Sig: "token, /", Doc: "Reset the context variable.\n\nThe variable is reset to the value it had before the `ContextVar.set()` that\ncreated the token was used.", Fn: Fn1(contextVarReset)},
			{Name: "__class_getitem__", Class: true, Sig: "object, /", Doc: "See PEP 585", Fn: Fn1(classGetItem)},
		},
		Attrs: func() map[string]Value {
			return map[string]Value{"name": memberDescr(ContextVarType, GetSetSpec{Name: "name",
				Get: func(t *Thread, v Value) (Value, *Exc) { return asContextVar(v).name.Value(), nil },
				Set: func(t *Thread, v, val Value) *Exc { return t.Raise(AttributeError, "readonly attribute") }})}
		}})
	RegisterType(TypeSpec{Type: missingTokenType, Name: "Token.MISSING", Flags: FlagNoNew,
		Slots: Slots{Repr: func(t *Thread, v Value) (Value, *Exc) { return InternStr("<Token.MISSING>").Value(), nil }}})
	RegisterType(TypeSpec{Type: ContextTokenType, Name: "_contextvars.Token", Guarded: true,
		Slots: Slots{
			New: func(t *Thread, cls *Type, args Args) (Value, *Exc) {
				return Value{}, t.Raise(RuntimeError, "Tokens can only be created by ContextVars")
			},
			// Tokens compare by identity but have no hash.
			Compare: func(t *Thread, a, b Value, op CompareOp) (Value, *Exc) { return NotImplemented, nil },
			Repr: func(t *Thread, v Value) (Value, *Exc) {
				tok := asContextToken(v)
				r, err := t.Repr(Value{&tok.v.Header, 0})
				if err != nil {
					return Value{}, err
				}
				used := ""
				if tok.used {
					used = " used"
				}
				return NewStr("<Token" + used + " var=" + r.s + " at " + addrText(v) + ">").Value(), nil
			},
		},
		Methods: []MethodSpec{{Name: "__class_getitem__", Class: true, Sig: "object, /", Doc: "See PEP 585", Fn: Fn1(classGetItem)}},
		GetSet: []GetSetSpec{
			{Name: "var", Get: func(t *Thread, v Value) (Value, *Exc) { return Value{&asContextToken(v).v.Header, 0}, nil }},
			{Name: "old_value", Get: func(t *Thread, v Value) (Value, *Exc) {
				if old := asContextToken(v).old; old.p != nil {
					return old, nil
				}
				return Value{missingToken, 0}, nil
			}},
		},
		Attrs: func() map[string]Value {
			*missingToken = Header{typ: missingTokenType, shape: missingTokenType.root.id}
			return map[string]Value{"MISSING": {missingToken, 0}}
		}})
	RegisterModule(ModuleSpec{Name: "_contextvars", Doc: "Context Variables",
		Types:   []*Type{ContextType, ContextVarType, ContextTokenType},
		Methods: []MethodSpec{{Name: "copy_context", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return t.CopyContext().Value(), nil })}}})
}
