package py

import (
	"fmt"
	"unsafe"
)

// Exc is an exception object (BaseException and its subclasses). As the last
// result of a function it means that this exception was raised.
type Exc struct {
	Header
	ext      Ext
	args     *Tuple
	tb       *Traceback // nil: none
	cause    *Exc
	context  *Exc
	suppress bool    // __suppress_context__
	chained  bool    // __context__ was considered at this raise
	fields   []Value // attributes of builtin subclasses, by number
	extra    any     // Go data of builtin subclasses
}

// asExc casts a value known to be an exception.
func asExc(v Value) *Exc { return (*Exc)(v.ptr()) }

// ToExc returns v as an exception if it is one.
func ToExc(v Value) (*Exc, bool) {
	if v.p != nil && v.p.typ.flags&FlagExcSubclass != 0 {
		return asExc(v), true
	}
	return nil, false
}

// Value returns the exception as a value; nil gives the zero Value.
func (e *Exc) Value() Value {
	if e == nil {
		return Value{}
	}
	return Value{&e.Header, 0}
}

// Is tells whether the exception is an instance of tp or of a subclass.
func (e *Exc) Is(tp *Type) bool { return e.typ == tp || e.typ.IsSubtype(tp) }

// Args returns the exception's args.
func (e *Exc) Args() []Value { return loadPointer(&e.args).items }

// Field returns builtin attribute i of the exception (see excfields.go), the
// zero Value when unset.
func (e *Exc) Field(i int) Value {
	if w, ok := e.word(); ok {
		if p, n := loadSlice(&e.fields); e.same(w) {
			if i >= n {
				return Value{}
			}
			if v := loadValue((*Value)(unsafe.Add(p, uintptr(i)*valueSize))); e.same(w) {
				return v
			}
		}
	}
	e.lockNow()
	defer e.unlock()
	if i < len(e.fields) {
		return e.fields[i]
	}
	return Value{}
}

// SetField sets builtin attribute i.
func (e *Exc) SetField(i int, v Value) {
	e.lockNow()
	e.initField(i, v)
	e.unlock()
}

// initField is SetField of an exception that no other thread knows yet.
func (e *Exc) initField(i int, v Value) {
	for len(e.fields) <= i {
		e.fields = append(e.fields, Value{})
	}
	e.fields[i] = v
}

// setFields replaces all builtin attributes.
func (e *Exc) setFields(vals []Value) {
	e.lockNow()
	e.fields = vals
	e.unlock()
}

// NewExc makes an exception of builtin class tp with the given args, without
// running Python code.
func NewExc(tp *Type, args ...Value) *Exc {
	e := &Exc{args: newTupleOwned(args)}
	e.typ, e.shape = tp, tp.root.id
	if tp.layout != BaseException {
		e.nativeFields()
	}
	return e
}

// Raise makes an exception of builtin class tp with a formatted message.
func (t *Thread) Raise(tp *Type, format string, a ...any) *Exc {
	msg := format
	if len(a) > 0 {
		msg = fmt.Sprintf(format, a...)
	}
	return NewExc(tp, NewStr(msg).Value())
}

// TypeErr makes a TypeError with a formatted message.
func (t *Thread) TypeErr(format string, a ...any) *Exc { return t.Raise(TypeError, format, a...) }

// ValueErr makes a ValueError with a formatted message.
func (t *Thread) ValueErr(format string, a ...any) *Exc { return t.Raise(ValueError, format, a...) }

// MemoryErr makes a MemoryError.
func (t *Thread) MemoryErr() *Exc { return NewExc(MemoryError) }

// KeyErr makes a KeyError whose argument is the key itself.
func (t *Thread) KeyErr(key Value) *Exc { return NewExc(KeyError, key) }

// KeyErrOf is KeyErr where a tuple as the key gives several arguments, None
// none, and an exception stands for itself.
func (t *Thread) KeyErrOf(key Value) *Exc {
	if key.IsNone() {
		return NewExc(KeyError)
	}
	if tup, ok := ToTuple(key); ok {
		return NewExc(KeyError, tup.items...)
	}
	if e, ok := ToExc(key); ok && e.typ.IsSubtype(KeyError) {
		return e
	}
	return NewExc(KeyError, key)
}

// AttrErr makes the AttributeError of a missing attribute, with its name and
// obj attributes set.
func (t *Thread) AttrErr(obj Value, name *Str) *Exc {
	var e *Exc
	if tp, ok := ToType(obj); ok {
		e = t.Raise(AttributeError, "type object '%s' has no attribute '%s'", tp.BareName(), name.s)
	} else {
		e = t.Raise(AttributeError, "'%s' object has no attribute '%s'", obj.p.typ.name, name.s)
	}
	e.initField(AttrErrObj, obj)
	e.initField(AttrErrName, name.Value())
	return e
}

// Builtin exception classes. bootTypes makes them from excTree in this order.
var (
	BaseException, Exception                                                                               = new(Type), new(Type)
	BaseExceptionGroup, ExceptionGroup                                                                     = new(Type), new(Type)
	GeneratorExit, KeyboardInterrupt, SystemExit                                                           = new(Type), new(Type), new(Type)
	ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError                                  = new(Type), new(Type), new(Type), new(Type)
	AssertionError, AttributeError, BufferError, EOFError, ImportError, ModuleNotFoundError                = new(Type), new(Type), new(Type), new(Type), new(Type), new(Type)
	LookupError, IndexError, KeyError, MemoryError, NameError, UnboundLocalError                           = new(Type), new(Type), new(Type), new(Type), new(Type), new(Type)
	OSError, BlockingIOError, ChildProcessError, ConnectionError, BrokenPipeError                          = new(Type), new(Type), new(Type), new(Type), new(Type)
	ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileExistsError                  = new(Type), new(Type), new(Type), new(Type)
	FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError, PermissionError            = new(Type), new(Type), new(Type), new(Type), new(Type)
	ProcessLookupError, TimeoutError                                                                       = new(Type), new(Type)
	ReferenceError, RuntimeError, NotImplementedError, PythonFinalizationError, RecursionError             = new(Type), new(Type), new(Type), new(Type), new(Type)
	StopAsyncIteration, StopIteration                                                                      = new(Type), new(Type)
	SyntaxError, IncompleteInputError, IndentationError, TabError, SystemError, TypeError                  = new(Type), new(Type), new(Type), new(Type), new(Type), new(Type)
	ValueError, UnicodeError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError                = new(Type), new(Type), new(Type), new(Type), new(Type)
	Warning, BytesWarning, DeprecationWarning, EncodingWarning, FutureWarning, ImportWarning               = new(Type), new(Type), new(Type), new(Type), new(Type), new(Type)
	PendingDeprecationWarning, ResourceWarning, RuntimeWarning, SyntaxWarning, UnicodeWarning, UserWarning = new(Type), new(Type), new(Type), new(Type), new(Type), new(Type)
)

// excTree lists the builtin exceptions with their bases, bases first.
var excTree = []struct {
	tp, base *Type
	name     string
}{
	{BaseException, nil, "BaseException"},
	{Exception, BaseException, "Exception"},
	{BaseExceptionGroup, BaseException, "BaseExceptionGroup"},
	{ExceptionGroup, BaseExceptionGroup, "ExceptionGroup"},
	{GeneratorExit, BaseException, "GeneratorExit"},
	{KeyboardInterrupt, BaseException, "KeyboardInterrupt"},
	{SystemExit, BaseException, "SystemExit"},
	{ArithmeticError, Exception, "ArithmeticError"},
	{FloatingPointError, ArithmeticError, "FloatingPointError"},
	{OverflowError, ArithmeticError, "OverflowError"},
	{ZeroDivisionError, ArithmeticError, "ZeroDivisionError"},
	{AssertionError, Exception, "AssertionError"},
	{AttributeError, Exception, "AttributeError"},
	{BufferError, Exception, "BufferError"},
	{EOFError, Exception, "EOFError"},
	{ImportError, Exception, "ImportError"},
	{ModuleNotFoundError, ImportError, "ModuleNotFoundError"},
	{LookupError, Exception, "LookupError"},
	{IndexError, LookupError, "IndexError"},
	{KeyError, LookupError, "KeyError"},
	{MemoryError, Exception, "MemoryError"},
	{NameError, Exception, "NameError"},
	{UnboundLocalError, NameError, "UnboundLocalError"},
	{OSError, Exception, "OSError"},
	{BlockingIOError, OSError, "BlockingIOError"},
	{ChildProcessError, OSError, "ChildProcessError"},
	{ConnectionError, OSError, "ConnectionError"},
	{BrokenPipeError, ConnectionError, "BrokenPipeError"},
	{ConnectionAbortedError, ConnectionError, "ConnectionAbortedError"},
	{ConnectionRefusedError, ConnectionError, "ConnectionRefusedError"},
	{ConnectionResetError, ConnectionError, "ConnectionResetError"},
	{FileExistsError, OSError, "FileExistsError"},
	{FileNotFoundError, OSError, "FileNotFoundError"},
	{InterruptedError, OSError, "InterruptedError"},
	{IsADirectoryError, OSError, "IsADirectoryError"},
	{NotADirectoryError, OSError, "NotADirectoryError"},
	{PermissionError, OSError, "PermissionError"},
	{ProcessLookupError, OSError, "ProcessLookupError"},
	{TimeoutError, OSError, "TimeoutError"},
	{ReferenceError, Exception, "ReferenceError"},
	{RuntimeError, Exception, "RuntimeError"},
	{NotImplementedError, RuntimeError, "NotImplementedError"},
	{PythonFinalizationError, RuntimeError, "PythonFinalizationError"},
	{RecursionError, RuntimeError, "RecursionError"},
	{StopAsyncIteration, Exception, "StopAsyncIteration"},
	{StopIteration, Exception, "StopIteration"},
	{SyntaxError, Exception, "SyntaxError"},
	{IncompleteInputError, SyntaxError, "_IncompleteInputError"},
	{IndentationError, SyntaxError, "IndentationError"},
	{TabError, IndentationError, "TabError"},
	{SystemError, Exception, "SystemError"},
	{TypeError, Exception, "TypeError"},
	{ValueError, Exception, "ValueError"},
	{UnicodeError, ValueError, "UnicodeError"},
	{UnicodeDecodeError, UnicodeError, "UnicodeDecodeError"},
	{UnicodeEncodeError, UnicodeError, "UnicodeEncodeError"},
	{UnicodeTranslateError, UnicodeError, "UnicodeTranslateError"},
	{Warning, Exception, "Warning"},
	{BytesWarning, Warning, "BytesWarning"},
	{DeprecationWarning, Warning, "DeprecationWarning"},
	{EncodingWarning, Warning, "EncodingWarning"},
	{FutureWarning, Warning, "FutureWarning"},
	{ImportWarning, Warning, "ImportWarning"},
	{PendingDeprecationWarning, Warning, "PendingDeprecationWarning"},
	{ResourceWarning, Warning, "ResourceWarning"},
	{RuntimeWarning, Warning, "RuntimeWarning"},
	{SyntaxWarning, Warning, "SyntaxWarning"},
	{UnicodeWarning, Warning, "UnicodeWarning"},
	{UserWarning, Warning, "UserWarning"},
}
