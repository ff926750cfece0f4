package py

// The atexit module.

// exitCall is a function to call at exit.
type exitCall struct {
	fn   Value
	args Args
}

// exitCalls are the functions registered with atexit, the first one first.
type exitCalls struct {
	calls  []exitCall
	hooked bool
}

// runExitCalls calls the registered functions, the last one first. What they
// raise is reported; a SystemExit ends only its function.
func (t *Thread) runExitCalls() *Exc {
	x := &t.interp.runtime.exit
	// Functions that these register are not called any more.
	for n := len(x.calls); n > 0 && len(x.calls) > 0; n = min(n-1, len(x.calls)) {
		x.calls = x.calls[:n]
		c := x.calls[len(x.calls)-1]
		x.calls = x.calls[:len(x.calls)-1]
		if _, err := t.CallArgs(c.fn, c.args); err != nil {
			t.WriteUnraisable(err, "Exception ignored in atexit callback "+t.safeRepr(c.fn, "callback"), Value{})
		}
	}
	x.calls = nil
	return nil
}

func atexitRegister(t *Thread, _ Value, args Args) (Value, *Exc) {
	pos := args.Pos()
	if len(pos) == 0 {
		return Value{}, t.TypeErr("register() takes at least 1 argument (0 given)")
	}
	f := pos[0]
	if f.p.typ.slots.Call == nil {
		return Value{}, t.TypeErr("the first argument must be callable")
	}
	x := &t.interp.runtime.exit
	x.calls = append(x.calls, exitCall{f, Args{append([]Value(nil), args.vals[1:]...), args.kw}})
	return f, nil
}

func atexitUnregister(t *Thread, _, f Value) (Value, *Exc) {
	x := &t.interp.runtime.exit
	for i := len(x.calls) - 1; i >= 0; i-- {
		if i >= len(x.calls) {
			continue
		}
		same, err := t.Equal(x.calls[i].fn, f)
		if err != nil {
			return Value{}, err
		}
		if same && i < len(x.calls) {
			x.calls = append(x.calls[:i:i], x.calls[i+1:]...)
		}
	}
	return None, nil
}

func init() {
	RegisterModule(ModuleSpec{Name: "atexit", Guarded: true, Doc: "allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.",
		Methods: []MethodSpec{
			{Name: "register", Sig: "func, /, *args, **kwargs", Fn: FnRaw(atexitRegister), Doc: "Register a function to be executed upon normal program termination."},
			{Name: "unregister", Sig: "func, /", Fn: Fn1(atexitUnregister), Doc: "Unregister an exit function which was previously registered using\natexit.register"},
			{Name: "_clear", Doc: "Clear the list of previously registered exit functions.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				t.interp.runtime.exit.calls = nil
				return None, nil
			})},
			{Name: "_run_exitfuncs", Doc: "Run all registered exit functions.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) { return None, t.runExitCalls() })},
			{Name: "_ncallbacks", Doc: "Return the number of registered exit functions.", Fn: Fn0(func(t *Thread, _ Value) (Value, *Exc) {
				return IntOf(len(t.interp.runtime.exit.calls)), nil
			})},
		},
		Init: func(t *Thread, m *Module) *Exc {
			if x := &t.interp.runtime.exit; !x.hooked {
				x.hooked = true
				t.interp.AtExit((*Thread).runExitCalls)
			}
			return nil
		}})
}
