package py

import "slices"

// lateBuiltins are names that a module of the library adds to builtins when it
// is imported, which it is not yet.
type lateBuiltins struct {
	module string
	names  []string
}

// DeferBuiltins says that importing the module adds names to builtins. Nobody
// needs it before one of them is asked for: then the interpreter imports it.
func (in *Interp) DeferBuiltins(module string, names ...string) {
	in.late.Store(&lateBuiltins{module, names})
}

// completeBuiltins adds the names that DeferBuiltins put off. Those that the
// program has set meanwhile stay.
func (t *Thread) completeBuiltins() *Exc {
	l := t.interp.late.Load()
	if l == nil {
		return nil
	}
	b := t.interp.builtins
	set := map[string]Value{}
	for _, name := range l.names {
		if v := b.GetStr(t, name); v.p != nil {
			set[name] = v
		}
	}
	if _, err := t.ImportModule(l.module); err != nil {
		return err
	}
	for name, v := range set {
		b.SetStr(t, name, v)
	}
	t.interp.late.CompareAndSwap(l, nil)
	return nil
}

// lateBuiltin looks up in b what was not there, which may be a builtin that was
// put off; the zero Value if it is none.
func (t *Thread) lateBuiltin(b *Dict, name *Str) (Value, *Exc) {
	l := t.interp.late.Load()
	if l == nil || b != t.interp.builtins || !slices.Contains(l.names, name.s) {
		return Value{}, nil
	}
	if err := t.completeBuiltins(); err != nil {
		return Value{}, err
	}
	return b.GetStr(t, name.s), nil
}
