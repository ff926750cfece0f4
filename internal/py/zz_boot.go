package py

// Minimal registrations that let the core run before the file that owns each
// type exists. Whoever writes the owner's file deletes the entry here; the file
// goes away with its last entry.

// --- exceptions, warnings, weak references, finalizers

var weakrefSpec = GetSetSpec{Name: "__weakref__", Get: func(t *Thread, v Value) (Value, *Exc) { return None, nil }}

// Warn issues a warning of class tp.
func (t *Thread) Warn(tp *Type, level int, format string, a ...any) *Exc { return nil }

// WriteUnraisable reports an exception that nobody can handle.
func (t *Thread) WriteUnraisable(e *Exc, msg string, obj Value) {}

func (in *Interp) watchFinalizer(h *Header) {}

// --- frames, code, generators, async

func (t *Thread) coroutineOrigin() Value { return None }

func (t *Thread) getAwaitable(v Value, where uint8) (Value, *Exc) { return v, nil }

func (t *Thread) awaitableIter(v Value) (Value, *Exc) { return v, nil }

func newAsyncGenWrapped(v Value) Value { return v }

func init() {
	RegisterType(TypeSpec{Type: CodeType, Name: "code"})
	RegisterType(TypeSpec{Type: FrameType, Name: "frame", Flags: FlagNoNew})
	RegisterType(TypeSpec{Type: TracebackType, Name: "traceback"})
	RegisterType(TypeSpec{Type: GeneratorType, Name: "generator", shape: shGenerator, Flags: FlagNoNew, Slots: Slots{Iter: iterSelf, Next: genNext, Send: genSendSlot}})
	RegisterType(TypeSpec{Type: CoroutineType, Name: "coroutine", shape: shCoroutine, Flags: FlagNoNew, Slots: Slots{Send: genSendSlot}})
	RegisterType(TypeSpec{Type: AsyncGenType, Name: "async_generator", Flags: FlagNoNew})
}

func bootDone() {}

func (t *Thread) syntaxWarning(msg, filename string, line int) *Exc { return nil }
