package py

import (
	"strings"
	"unsafe"
)

// The object side of exceptions: construction, attributes, str and repr of
// BaseException. The classes with attributes of their own are in exc_fields.go.

// excLayout is the layout of every exception class; the extension pointer is
// part of Exc, so builtin exceptions can have attributes too.
func excLayout() *Layout {
	return &Layout{unsafe.Offsetof(Exc{}.ext), func() *Header { return &(&Exc{args: emptyTuple}).Header }}
}

// allocExc makes an exception object of class cls without arguments.
func allocExc(t *Thread, cls *Type) *Exc {
	e := &Exc{args: emptyTuple}
	e.typ, e.shape = cls, cls.root.id
	if cls.flags&FlagHasFinalizer != 0 {
		t.interp.watchFinalizer(&e.Header)
	}
	return e
}

// excNew is BaseException.__new__: keeps the positional arguments.
func excNew(t *Thread, cls *Type, args Args) (Value, *Exc) {
	e := allocExc(t, cls)
	e.args = NewTuple(args.Pos()...)
	return e.Value(), nil
}

// excInit is BaseException.__init__.
func excInit(t *Thread, self Value, args Args) *Exc {
	if args.NumKw() > 0 {
		return t.TypeErr("%s() takes no keyword arguments", self.p.typ.name)
	}
	asExc(self).setArgs(args.Pos())
	return nil
}

// setArgs replaces args, keeping the tuple when it holds the same values.
func (e *Exc) setArgs(vals []Value) {
	if old := loadPointer(&e.args).items; len(vals) == len(old) {
		same := true
		for i, v := range vals {
			if old[i] != v {
				same = false
				break
			}
		}
		if same {
			return
		}
	}
	setPointer(&e.args, NewTuple(vals...))
}

func excStr(t *Thread, v Value) (Value, *Exc) {
	switch a := loadPointer(&asExc(v).args); len(a.items) {
	case 0:
		return emptyStr.Value(), nil
	case 1:
		s, err := t.StrOf(a.items[0])
		if err != nil {
			return Value{}, err
		}
		return s.Value(), nil
	default:
		s, err := t.StrOf(a.Value())
		if err != nil {
			return Value{}, err
		}
		return s.Value(), nil
	}
}

func excRepr(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	name := e.typ.name[strings.LastIndexByte(e.typ.name, '.')+1:]
	args := loadPointer(&e.args)
	if len(args.items) == 1 {
		s, err := t.Repr(args.items[0])
		if err != nil {
			return Value{}, err
		}
		return NewStr(name + "(" + s.s + ")").Value(), nil
	}
	s, err := t.Repr(args.Value())
	if err != nil {
		return Value{}, err
	}
	return NewStr(name + s.s).Value(), nil
}

// attrDict returns a copy of the attributes that were set on the exception,
// nil if there are none.
func (t *Thread) excAttrs(e *Exc) *Dict {
	sh := shapeByID(e.shape)
	if !sh.dict && sh.n-sh.holes <= e.typ.memberBase {
		return nil
	}
	d := t.InstDict(e.Value())
	if d.used == 0 {
		return nil
	}
	return d
}

func excReduce(t *Thread, v Value) (Value, *Exc) {
	e := asExc(v)
	if d := t.excAttrs(e); d != nil {
		return NewTuple(e.typ.Value(), loadPointer(&e.args).Value(), d.Value()).Value(), nil
	}
	return NewTuple(e.typ.Value(), loadPointer(&e.args).Value()).Value(), nil
}

func excSetState(t *Thread, v, state Value) (Value, *Exc) {
	if state.IsNone() {
		return None, nil
	}
	d, ok := ToDict(state)
	if !ok {
		return Value{}, t.TypeErr("state is not a dictionary")
	}
	for p := 0; ; {
		k, x, next, ok := d.EntryAt(t, p)
		if !ok {
			return None, nil
		}
		p = next
		name, err := t.attrName(k)
		if err != nil {
			return Value{}, err
		}
		if err := t.SetAttr(v, name, x); err != nil {
			return Value{}, err
		}
	}
}

func excSetTraceback(t *Thread, v, tb Value) *Exc {
	switch {
	case tb.p == nil:
		return t.TypeErr("__traceback__ may not be deleted")
	case tb.IsNone():
		setPointer(&asExc(v).tb, nil)
	case tb.p.typ == TracebackType:
		setPointer(&asExc(v).tb, asTraceback(tb))
	default:
		return t.TypeErr("__traceback__ must be a traceback or None")
	}
	return nil
}

// excOrNone checks the value of __cause__ or __context__.
func (t *Thread) excOrNone(v Value, what string) (*Exc, *Exc) {
	if v.p == nil {
		return nil, t.TypeErr("__%s__ may not be deleted", what)
	}
	if v.IsNone() {
		return nil, nil
	}
	e, ok := ToExc(v)
	if !ok {
		return nil, t.TypeErr("exception %s must be None or derive from BaseException", what)
	}
	return e, nil
}

// excValue is the exception as a value, None for nil.
func excValue(e *Exc) Value {
	if e == nil {
		return None
	}
	return e.Value()
}

// AddNote adds a note to an exception (PEP 678). An exception whose __notes__
// is no list keeps it as it is.
func (t *Thread) AddNote(e *Exc, note string) {
	v := t.instGet(&e.Header, strNotes)
	if v.p == nil {
		t.instSet(&e.Header, strNotes, NewList([]Value{NewStr(note).Value()}).Value())
		return
	}
	if l, ok := ToList(v); ok {
		l.Append(t, NewStr(note).Value())
	}
}

func excAddNote(t *Thread, v, note Value) (Value, *Exc) {
	if _, ok := ToStr(note); !ok {
		return Value{}, t.TypeErr("note must be a str, not '%s'", note.p.typ.name)
	}
	if t.Guard(v.p) { // two threads may add the first one
		defer t.Unguard()
	}
	notes, err := t.GetAttrOpt(v, strNotes)
	if err != nil {
		return Value{}, err
	}
	if notes.p == nil {
		notes = NewList(nil).Value()
		if err := t.SetAttr(v, strNotes, notes); err != nil {
			return Value{}, err
		}
	}
	l, ok := ToList(notes)
	if !ok {
		return Value{}, t.TypeErr("Cannot add note: __notes__ is not a list")
	}
	l.Append(t, note)
	return None, nil
}

var baseExcMethods = []MethodSpec{
	{Name: "__reduce__", Fn: Fn0(excReduce)},
	{Name: "__setstate__", Sig: "object, /", Fn: Fn1(excSetState)},
	{Name: "with_traceback", Sig: "object, /", Doc: "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.",
		Fn: Fn1(func(t *Thread, v, tb Value) (Value, *Exc) { return v, excSetTraceback(t, v, tb) })},
	{Name: "add_note", Sig: "object, /", Doc: "Exception.add_note(note) --\n    add a note to the exception", Fn: Fn1(excAddNote)},
}

var baseExcGetSet = []GetSetSpec{
	{Name: "__dict__", Get: ownDict, Set: func(t *Thread, self, v Value) *Exc {
		if v.p == nil {
			return t.TypeErr("cannot delete __dict__")
		}
		return setOwnDict(t, self, v)
	}},
	{Name: "args", Get: func(t *Thread, v Value) (Value, *Exc) { return loadPointer(&asExc(v).args).Value(), nil },
		Set: func(t *Thread, v, val Value) *Exc {
			if val.p == nil {
				return t.TypeErr("args may not be deleted")
			}
			items, err := t.Items(val)
			if err != nil {
				return err
			}
			setPointer(&asExc(v).args, newTupleOwned(items))
			return nil
		}},
	{Name: "__traceback__", Get: func(t *Thread, v Value) (Value, *Exc) { return loadPointer(&asExc(v).tb).Value(), nil }, Set: excSetTraceback},
	{Name: "__context__", Doc: "exception context", Get: func(t *Thread, v Value) (Value, *Exc) { return excValue(loadPointer(&asExc(v).context)), nil },
		Set: func(t *Thread, v, val Value) *Exc {
			c, err := t.excOrNone(val, "context")
			if err == nil {
				setPointer(&asExc(v).context, c)
			}
			return err
		}},
	{Name: "__cause__", Doc: "exception cause", Get: func(t *Thread, v Value) (Value, *Exc) { return excValue(loadPointer(&asExc(v).cause)), nil },
		Set: func(t *Thread, v, val Value) *Exc {
			c, err := t.excOrNone(val, "cause")
			if err == nil {
				setPointer(&asExc(v).cause, c)
				setFlag(&asExc(v).suppress, true)
			}
			return err
		}},
}

// memberDescr makes the descriptor of a builtin attribute that CPython
// declares as a member of the object's struct.
func memberDescr(owner *Type, spec GetSetSpec) Value {
	g := &GetSet{spec: spec, owner: owner, slot: 1 << 30}
	g.typ, g.shape = MemberDescrType, MemberDescrType.root.id
	return Value{&g.Header, 0}
}

func (t *Thread) cannotDeleteNumber() *Exc { return t.TypeErr("can't delete numeric/char attribute") }

var suppressMember = GetSetSpec{Name: "__suppress_context__",
	Get: func(t *Thread, v Value) (Value, *Exc) { return Bool(asExc(v).suppress), nil },
	Set: func(t *Thread, v, val Value) *Exc {
		switch {
		case val.p == nil:
			return t.cannotDeleteNumber()
		case !val.isBool():
			return t.TypeErr("attribute value type must be bool")
		}
		setFlag(&asExc(v).suppress, val.b != 0)
		return nil
	}}

// excDocs are the docstrings of the classes that have nothing of their own.
var excDocs = map[*Type]string{
	BaseException: "Common base class for all exceptions", Exception: "Common base class for all non-exit exceptions.",
	GeneratorExit: "Request that a generator exit.", KeyboardInterrupt: "Program interrupted by user.",
	ArithmeticError: "Base class for arithmetic errors.", FloatingPointError: "Floating-point operation failed.",
	OverflowError: "Result too large to be represented.", ZeroDivisionError: "Second argument to a division or modulo operation was zero.",
	AssertionError: "Assertion failed.", BufferError: "Buffer error.", EOFError: "Read beyond end of file.",
	LookupError: "Base class for lookup errors.", IndexError: "Sequence index out of range.", MemoryError: "Out of memory.",
	BlockingIOError: "I/O operation would block.", ChildProcessError: "Child process error.", ConnectionError: "Connection error.",
	BrokenPipeError: "Broken pipe.", ConnectionAbortedError: "Connection aborted.", ConnectionRefusedError: "Connection refused.",
	ConnectionResetError: "Connection reset.", FileExistsError: "File already exists.", FileNotFoundError: "File not found.",
	InterruptedError: "Interrupted by signal.", IsADirectoryError: "Operation doesn't work on directories.",
	NotADirectoryError: "Operation only works on directories.", PermissionError: "Not enough permissions.",
	ProcessLookupError: "Process not found.", TimeoutError: "Timeout expired.",
	ReferenceError: "Weak ref proxy used after referent went away.", RuntimeError: "Unspecified run-time error.",
	NotImplementedError:     "Method or function hasn't been implemented yet.",
	PythonFinalizationError: "Operation blocked during Python finalization.", RecursionError: "Recursion limit exceeded.",
	StopAsyncIteration: "Signal the end from iterator.__anext__().", ModuleNotFoundError: "Module not found.",
	UnboundLocalError: "Local name referenced but not bound to a value.", IncompleteInputError: "incomplete input.",
	IndentationError: "Improper indentation.", TabError: "Improper mixture of spaces and tabs.",
	SystemError: "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.",
	TypeError:   "Inappropriate argument type.", ValueError: "Inappropriate argument value (of correct type).", UnicodeError: "Unicode related error.",
	Warning: "Base class for warning categories.", DeprecationWarning: "Base class for warnings about deprecated features.",
	BytesWarning:              "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.",
	EncodingWarning:           "Base class for warnings about encodings.",
	FutureWarning:             "Base class for warnings about constructs that will change semantically\nin the future.",
	ImportWarning:             "Base class for warnings about probable mistakes in module imports",
	PendingDeprecationWarning: "Base class for warnings about features which will be deprecated\nin the future.",
	ResourceWarning:           "Base class for warnings about resource usage.",
	RuntimeWarning:            "Base class for warnings about dubious runtime behavior.",
	SyntaxWarning:             "Base class for warnings about dubious syntax.",
	UnicodeWarning:            "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.",
	UserWarning:               "Base class for warnings generated by user code.",
}

// initFrom names the class whose New and Init a class without behaviour of its
// own shows as its own __new__ and __init__.
func initFrom(tp *Type) *Type {
	for ; tp != nil; tp = excBase[tp] {
		if excOwn[tp] != nil {
			return tp
		}
	}
	return BaseException
}

var excBase = func() map[*Type]*Type {
	m := map[*Type]*Type{}
	for _, e := range excTree {
		m[e.tp] = e.base
	}
	return m
}()

func init() {
	RegisterType(TypeSpec{Type: BaseException, Doc: excDocs[BaseException], Layout: excLayout(), Flags: FlagHasDict,
		Slots:   Slots{New: excNew, Init: excInit, Repr: excRepr, Str: excStr},
		Methods: baseExcMethods, GetSet: baseExcGetSet,
		Attrs: func() map[string]Value {
			return map[string]Value{"__suppress_context__": memberDescr(BaseException, suppressMember)}
		}})
	for _, e := range excTree {
		if s := excOwn[e.tp]; s != nil {
			own := *s
			own.Type = e.tp
			RegisterType(own)
			continue
		}
		if e.tp == BaseException || e.tp == ExceptionGroup {
			continue
		}
		from := initFrom(e.base)
		slots := Slots{New: excNew, Init: excInit}
		if s := excOwn[from]; s != nil {
			slots.New, slots.Init = s.Slots.New, s.Slots.Init
		}
		newFrom := BaseException
		if from == OSError {
			newFrom = OSError
		}
		RegisterType(TypeSpec{Type: e.tp, Doc: excDocs[e.tp], Slots: slots, newFrom: newFrom})
	}
	RegisterType(TypeSpec{Type: ExceptionGroup, Name: "ExceptionGroup", Bases: []*Type{BaseExceptionGroup, Exception}, Flags: FlagBaseType | FlagExcSubclass | FlagWeakref, GetSet: []GetSetSpec{weakrefSpec}})
}
